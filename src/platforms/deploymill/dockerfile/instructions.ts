/** One instruction of a Dockerfile, as it is written but for line ends, comments and the flags in front. */
export type Instruction = {
  /** In capitals. */
  readonly keyword: string;
  /** The first of its lines, from 1. */
  readonly line: number;
  readonly flags: readonly Flag[];
  /** Its arguments on one line. */
  readonly text: string;
  /** The files that are written into it (`<<EOF`), by their names. */
  readonly heredocs: readonly Heredoc[];
};

export type Flag = { readonly name: string; readonly value: string };
export type Heredoc = { readonly name: string; readonly text: string };

/** Reads the instructions of a Dockerfile. The parser is loaded here only. */
export async function readInstructions(text: string): Promise<Instruction[]> {
  const { DockerfileParser, ModifiableInstruction } = await import('dockerfile-ast');
  const parsed = DockerfileParser.parse(text.replace(/^\ufeff/, ''));
  const continues = parsed.getEscapeCharacter();
  return parsed.getInstructions().map((instruction): Instruction => {
    const keyword = instruction.getKeyword();
    const { first, heredocs } = withoutHeredocs(keyword, instruction.getRawArgumentsContent() ?? '');
    const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
    return {
      ...{ keyword, line: instruction.getRange().start.line + 1, text: folded(first, continues), heredocs },
      flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
    };
  });
}

/** Lines that end in the character which `continues` them are one; comments between them are left out. */
function folded(text: string, continues: string): string {
  const lines = text.split(/\r?\n/).filter((line, index) => index === 0 || !/^\s*(?:#|$)/.test(line));
  return lines
    .map((line) => (line.trimEnd().endsWith(continues) ? line.trimEnd().slice(0, -1) : line))
    .join(' ')
    .trim();
}

const HEREDOC = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/g;

/** Takes the files that follow `<<NAME` off the text of RUN and COPY. */
function withoutHeredocs(keyword: string, raw: string): { first: string; heredocs: Heredoc[] } {
  const [head = '', ...lines] = raw.split(/\r?\n/);
  const names = /^(?:RUN|COPY|ADD)$/i.test(keyword) ? [...head.matchAll(HEREDOC)].map(([, , name = '']) => name) : [];
  if (names.length === 0) return { first: raw, heredocs: [] };
  const heredocs = names.map((name) => {
    const end = lines.findIndex((line) => line.replace(/^\t+/, '') === name);
    return {
      name,
      text: lines
        .splice(0, end < 0 ? lines.length : end + 1)
        .slice(0, end < 0 ? undefined : -1)
        .join('\n'),
    };
  });
  return { first: head, heredocs };
}
