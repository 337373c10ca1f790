import { stripVTControlCharacters } from 'node:util';
import type { Place } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { ReadFailure } from '../../../project/failure/reading.ts';
import { readLog } from '../api/answers.ts';
import type { Session } from '../api/session.ts';

/** How much of the end of a log is read, and how much is shown, in lines and characters. */
const [READ, SHOWN, CHARACTERS] = [200, 30, 3_000];

/** What a log is understood by: the paths of the image's files in the project, the texts of those and of others, and their tracebacks. */
export type Sources = {
  readonly paths: readonly string[];
  readonly readFailure: ReadFailure;
  read(path: string): string | undefined;
};

/** Why a deployment failed: a part of a sentence, what to do, and where that is: in the project, or as a place of the checkout. */
export type Cause = {
  readonly told: string;
  readonly remedy: string;
  readonly path?: string;
  readonly line?: number;
  readonly place?: Place;
};

/** The end of a log, line by line; nothing where it can't be had, which never fails a run. */
export async function logOf(applicationId: string, source: 'build' | 'runtime', session: Session): Promise<string[]> {
  const data = await session
    .call('get_logs', { needed: { applicationId }, wanted: { source, tail: READ } })
    .catch(() => undefined);
  return readLog(data).flatMap((line) => stripVTControlCharacters(line).trimEnd().split(/\r?\n/));
}

export const tailOf = (lines: readonly string[]): string => lines.slice(-SHOWN).join('\n').slice(-CHARACTERS);

/** What a log says of a failure, as far as it is known what its words mean. Pure but for what it reads. */
export function causeIn(lines: readonly string[], files: Sources): Cause | undefined {
  const found = [missingModule, traceback, words].flatMap((read) => read(lines, files) ?? []);
  // A log goes back to containers before this one: what it says last counts.
  const [last] = found.toSorted((one, other) => other.index - one.index);
  return last?.cause ?? buildStep(lines, files);
}

/** A cause, and the line of the log that tells it, from 0 on. */
type Found = { readonly cause: Cause; readonly index: number };

const lineIn = (files: Sources, path: string, fits: (line: string) => boolean): number | undefined => {
  const index = (files.read(path) ?? '').split('\n').findIndex(fits);
  return index < 0 ? undefined : index + 1;
};

const placed = (path: string, line: number | undefined): Pick<Cause, 'path' | 'line'> => ({
  path,
  ...(line !== undefined && { line }),
});

const MISSING_MODULE = /ModuleNotFoundError: No module named ['"]([\w.]+)/;

function missingModule(lines: readonly string[], files: Sources): Found | undefined {
  const index = lines.findLastIndex((line) => MISSING_MODULE.test(line));
  const [, module] = MISSING_MODULE.exec(lines[index] ?? '') ?? [];
  if (module === undefined) return undefined;
  const own = files.paths.some((path) => new RegExp(`(?:^|/)${module.split('.')[0]}(?:\\.py|/)`).test(path));
  const at = own ? isCopy : (line: string) => /^dependencies\s*=/.test(line);
  const path = own ? 'Dockerfile' : 'pyproject.toml';
  const cause = {
    told: `the module ${module} is missing`,
    remedy: own
      ? `COPY it in the final stage of the Dockerfile.`
      : `Add its package to [project] dependencies, run \`uv lock\` and commit both files.`,
    ...placed(path, lineIn(files, path, at)),
  };
  return { cause, index };
}

const isCopy = (line: string): boolean => /^\s*COPY\s/i.test(line);

/** The line of the project behind the last traceback. */
function traceback(lines: readonly string[], { readFailure }: Sources): Found | undefined {
  const begin = lines.findLastIndex((line) => line.includes('Traceback (most recent call last):'));
  const { raised, cause, place } = readFailure(lines.slice(Math.max(0, begin)).join('\n'));
  if (place.file === undefined) return undefined;
  const index = lines.findLastIndex((line) => /\bFile "[^"]+", line \d/.test(line));
  // What is missing there has to be brought along; other causes are named by their exception.
  const told =
    cause?.code === 'start-missing-variable' ? lowered(cause.message) : `the app stopped with ${raised ?? 'an error'}`;
  return { cause: { told, remedy: cause?.remedy ?? 'Correct the line that the traceback names.', place }, index };
}

/** A sentence as a part of one. */
const lowered = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

const COMMAND = /^\s*(?:CMD|ENTRYPOINT)\s/i;

/** Words of servers and of the platform. */
const WORDS: readonly (readonly [pattern: RegExp, told: string, remedy: string])[] = [
  [
    /address already in use/i,
    'the port is taken: the app listens twice, or on a port that is not its own',
    'Listen on the port in the variable PORT, once.',
  ],
  [
    /(?:running|listening|serving).*(?:127\.0\.0\.1|localhost)/i,
    'the app listens on localhost only, where the edge can’t reach it',
    'Add `--host 0.0.0.0` to its command.',
  ],
  [
    /read-only file system/i,
    'the app writes to its own image, which can’t be written there',
    'Write to a mounted volume or to /tmp.',
  ],
];

function words(lines: readonly string[], files: Sources): Found | undefined {
  for (const [pattern, told, remedy] of WORDS) {
    const index = lines.findLastIndex((line) => pattern.test(line));
    if (index < 0) continue;
    const command = lineIn(files, 'Dockerfile', (line) => COMMAND.test(line));
    return { cause: { told, remedy, ...placed('Dockerfile', command) }, index };
  }
  return undefined;
}

/** How builders name the line of a step that failed, and its instruction: BuildKit, its older versions, and the builder before it. */
const STEP_LINES = [/\bDockerfile:(\d+)\b/, /dockerfile parse error (?:on )?line (\d+)/];
const STEP_TEXTS = [
  /process "\/bin\/sh -c (.+?)" did not complete/,
  /executor failed running \[\/bin\/sh -c (.+)\]: exit code/,
  /^The command '\/bin\/sh -c (.+)' returned a non-zero code/,
  /^(?:#\d+ )?\s*> \[(?!internal\])[^\]]*\] (?:RUN )?(.+):$/,
  /^Step \d+\/\d+ ?: ?(?:RUN )?(.+)$/,
];

/** The step of the build that failed. */
function buildStep(lines: readonly string[], files: Sources): Cause | undefined {
  const last = (patterns: readonly RegExp[]) =>
    patterns.flatMap((pattern) => lines.map((line) => pattern.exec(line)?.[1]).findLast(Boolean) ?? []).at(0);
  const named = last(STEP_LINES);
  const command = (last(STEP_TEXTS) ?? '').replaceAll('\\"', '"');
  if (named === undefined && command === '') return undefined;
  const line = named === undefined ? instructionLine(files.read('Dockerfile') ?? '', command) : Number(named);
  return {
    told: `a step of the Dockerfile failed${command === '' ? '' : `: ${quote(command, 160)}`}`,
    remedy: 'Correct the step; `preflight: sync` tries the installation out before.',
    ...placed('Dockerfile', line),
  };
}

/** The line on which the instruction begins that has a text in it, which builders print on one line. */
function instructionLine(dockerfile: string, text: string): number | undefined {
  const flat = (part: string) => part.replace(/\s+/g, ' ').trim();
  const instructions: { readonly line: number; text: string }[] = [];
  let goesOn = false;
  for (const [index, written] of dockerfile.split('\n').entries()) {
    const [bare = '', end = ''] = /^(.*?)(\\?)\s*$/.exec(written)?.slice(1) ?? [];
    const last = instructions.at(-1);
    if (/^\s*(?:#|$)/.test(written)) continue;
    if (goesOn && last) last.text += ` ${bare}`;
    else instructions.push({ line: index + 1, text: bare });
    goesOn = end !== '';
  }
  // Of a heredoc, the beginning is shown, in brackets.
  const wanted = flat(text.replace(/ \([^()]*\.\.\.\)$/, ''));
  return [wanted, wanted.split(/ ?(?:&&|;) ?/)[0] ?? '']
    .flatMap((part) => instructions.findLast((one) => part !== '' && flat(one.text).includes(part))?.line ?? [])
    .at(0);
}

/** A cause as a place in the checkout. */
export const placeOf = ({ path, line, place = {} }: Cause, shown: (path: string) => string): Place =>
  path === undefined ? place : { file: shown(path), ...(line !== undefined && { line }) };
