import { posix } from 'node:path';
import { expand, type Variables } from './expand.ts';
import { type Flag, type Heredoc, type Instruction, readInstructions } from './instructions.ts';
import { commandsIn, commandsOf, type SimpleCommand } from './shell.ts';

/** A Dockerfile as its build goes through it. */
export type Dockerfile = {
  /** How the file is named in annotations. */
  readonly shown: string;
  readonly stages: readonly Stage[];
  /** The one that becomes the image: the last. */
  readonly final: Stage;
  /** Instructions that no build knows, and those before the first FROM. */
  readonly strays: readonly { readonly line: number; readonly text: string }[];
};

export type Stage = {
  readonly index: number;
  readonly name: string | undefined;
  /** The line of its FROM. */
  readonly line: number;
  /** The image that it begins with, its variables put in; of a stage of this file, the image that that one begins with. */
  readonly image: string;
  /** The stage of this file that it goes on from. */
  readonly parent: Stage | undefined;
  /** What is done in it, after what its parent does. */
  readonly steps: readonly Step[];
};

/** What is known when a step is done. */
type Situation = {
  readonly line: number;
  /** ENV, and ARG with its default. */
  readonly variables: Variables;
  /** ENV alone, which the running container has too. */
  readonly env: Variables;
  /** Absolute. */
  readonly workdir: string;
  /** Empty where no USER names one. */
  readonly user: string;
  /** The number of its stage. */
  readonly stage: number;
};

/** How a program is started: as a list of words, or by a shell. */
export type Command =
  | { readonly form: 'exec'; readonly argv: readonly string[] }
  | { readonly form: 'shell'; readonly script: string };

export type Step = Situation &
  (
    | { readonly does: 'copy'; readonly copy: Copying }
    | { readonly does: 'run'; readonly command: Command; readonly text: string; readonly mounts: readonly Mount[] }
    | { readonly does: 'cmd' | 'entrypoint'; readonly command: Command; readonly text: string }
    | { readonly does: 'expose'; readonly ports: readonly string[] }
    | { readonly does: 'set'; readonly by: 'ENV' | 'ARG'; readonly entries: readonly (readonly [string, string])[] }
    | { readonly does: 'other'; readonly keyword: string }
  );

export type Copying = {
  /** A stage, or the name of an image; absent for the build context. */
  readonly from: Stage | string | undefined;
  /** As they are written, their variables put in. Of a stage or an image, absolute. */
  readonly sources: readonly string[];
  /** Absolute; ends in a slash where only a folder can be meant. */
  readonly target: string;
  /** Files that are written in the instruction itself. */
  readonly inline: readonly Heredoc[];
};

/** What `RUN --mount=type=bind` lends to one command. */
type Mount = { readonly from: string; readonly source: string; readonly target: string };

const KEYWORDS = new Set([
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER'],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);

/** The state while the file is read from top to bottom. */
type Reader = {
  readonly stages: (Stage & { steps: Step[] })[];
  readonly globals: Map<string, string>;
  /** ARG and ENV of the stage that is read. */
  variables: Map<string, string>;
  env: Map<string, string>;
  workdir: string;
  user: string;
};

/** Reads a Dockerfile. Answers nothing for one without FROM. */
export async function readDockerfile({
  shown,
  text,
}: {
  shown: string;
  text: string;
}): Promise<Dockerfile | undefined> {
  const reader: Reader = {
    ...{ stages: [], globals: new Map(), variables: new Map(), env: new Map(), workdir: '/', user: '' },
  };
  const strays: { line: number; text: string }[] = [];
  for (const instruction of await readInstructions(text)) {
    const { keyword, line } = instruction;
    const stage = reader.stages.at(-1);
    if (keyword === 'FROM') begin(reader, instruction);
    else if (stage === undefined && keyword === 'ARG') setGlobals(reader, instruction);
    else if (stage === undefined || !KEYWORDS.has(keyword)) strays.push({ line, text: keyword });
    else stage.steps.push(stepOf(reader, stage, instruction));
  }
  const final = reader.stages.at(-1);
  return final && { shown, stages: reader.stages, final, strays };
}

/** The steps of a stage and of those that it goes on from, in the order in which they are done. */
export const allSteps = (stage: Stage): readonly Step[] => [
  ...(stage.parent === undefined ? [] : allSteps(stage.parent)),
  ...stage.steps,
];

/** The programs that a command starts. */
export const programsOf = (command: Command): SimpleCommand[] =>
  command.form === 'exec' ? commandsOf(command.argv) : commandsIn(command.script);

function begin(reader: Reader, { text, line }: Instruction): void {
  const [written = '', as = '', name] = text.split(/\s+/);
  const base = expand(written, reader.globals);
  const parent = reader.stages.find((stage) => stage.name !== undefined && stage.name === base.toLowerCase());
  const last = parent?.steps.at(-1);
  reader.env = new Map(last?.env);
  reader.variables = new Map(reader.env);
  reader.workdir = last?.workdir ?? '/';
  reader.user = last?.user ?? '';
  reader.stages.push({
    ...{ index: reader.stages.length, line, parent, steps: [], image: parent?.image ?? base },
    name: as.toLowerCase() === 'as' ? name?.toLowerCase() : undefined,
  });
}

function setGlobals({ globals }: Reader, { text }: Instruction): void {
  for (const [name, value] of entriesOf(text)) globals.set(name, expand(value ?? '', globals));
}

function stepOf(reader: Reader, stage: Stage, instruction: Instruction): Step {
  const { keyword, line, text, heredocs, flags } = instruction;
  if (keyword === 'WORKDIR') reader.workdir = posix.resolve(reader.workdir, expand(unquote(text), reader.variables));
  if (keyword === 'USER') reader.user = expand(text, reader.variables).trim();
  const entries = keyword === 'ENV' || keyword === 'ARG' ? set(reader, keyword, text) : [];
  const { workdir, user } = reader;
  const situation: Situation = {
    ...{ line, workdir, user, stage: stage.index },
    ...{ variables: new Map(reader.variables), env: new Map(reader.env) },
  };
  switch (keyword) {
    case 'ENV':
    case 'ARG':
      return { ...situation, does: 'set', by: keyword, entries };
    case 'COPY':
    case 'ADD':
      return { ...situation, does: 'copy', copy: copyingOf(reader, instruction) };
    case 'RUN': {
      const script = heredocs.length > 0 && /^<<-?\S+$/.test(text) ? (heredocs[0]?.text ?? '') : text;
      const mounts = flags.flatMap((flag) => mountOf(flag) ?? []);
      return { ...situation, does: 'run', command: commandOf(script), text: script, mounts };
    }
    case 'CMD':
    case 'ENTRYPOINT':
      return { ...situation, does: keyword === 'CMD' ? 'cmd' : 'entrypoint', command: commandOf(text), text };
    case 'EXPOSE':
      return { ...situation, does: 'expose', ports: expand(text, reader.variables).split(/\s+/).filter(Boolean) };
    default:
      return { ...situation, does: 'other', keyword };
  }
}

function set(reader: Reader, by: 'ENV' | 'ARG', text: string): (readonly [string, string])[] {
  const { globals, variables, env } = reader;
  const before = new Map(variables);
  return entriesOf(text, by === 'ENV').map(([name, written]) => {
    const value = written === undefined ? globals.get(name) : expand(written, before);
    // What ENV says goes before what ARG says.
    if (by === 'ENV') env.set(name, value ?? '');
    if (value !== undefined && (by === 'ENV' || !env.has(name))) variables.set(name, value);
    return [name, value ?? ''] as const;
  });
}

const ENTRY = /([A-Za-z_][\w.-]*)(?:=((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])*))?/gs;

/** `A=1 B="two words"`, the older `A one value`, and `A` alone. */
function entriesOf(text: string, hasOlderForm = false): (readonly [string, string | undefined])[] {
  const [, name, value] = /^([A-Za-z_][\w.-]*)[ \t]+(.*)$/s.exec(text) ?? [];
  if (hasOlderForm && name !== undefined && value !== undefined) return [[name, unquote(value)]];
  return [...text.matchAll(ENTRY)].map(([, one = '', written]) => [
    one,
    written === undefined ? undefined : unquote(written),
  ]);
}

const unquote = (text: string): string => text.trim().replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs, '$1$2');

/** The list of words that a JSON array is; any other text is run by a shell, also what only looks like a list. */
function commandOf(text: string): Command {
  const words = listOf(text);
  return words === undefined ? { form: 'shell', script: text } : { form: 'exec', argv: words };
}

function listOf(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function copyingOf({ stages, variables, workdir }: Reader, { text, flags, heredocs }: Instruction): Copying {
  const words = (listOf(text) ?? text.split(/\s+/)).map((word) => unquote(expand(word, variables)));
  const target = words.pop() ?? '';
  const sources = words.filter((word) => !word.startsWith('<<'));
  const name = flags.find((flag) => flag.name === 'from')?.value;
  const named = name === undefined ? undefined : expand(name, variables);
  const from = stages
    .slice(0, -1)
    .find((stage) => stage.name === named?.toLowerCase() || String(stage.index) === named);
  const isFolder = /(?:^|\/)\.?$/.test(target) || words.length > 1;
  const resolved = posix.resolve(workdir, target);
  return {
    from: from ?? named,
    sources: named === undefined ? sources : sources.map((source) => posix.resolve('/', source)),
    target: isFolder && resolved !== '/' ? `${resolved}/` : resolved,
    inline: heredocs,
  };
}

function mountOf({ name, value }: Flag): Mount | undefined {
  const options = new Map(value.split(',').map((part) => part.split('=', 2) as [string, string | undefined]));
  const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
  if (name !== 'mount' || (options.get('type') ?? 'bind') !== 'bind' || target === undefined) return undefined;
  return { target, from: options.get('from') ?? '', source: options.get('source') ?? options.get('src') ?? '.' };
}
