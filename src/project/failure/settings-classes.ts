/** A class whose fields are variables (pydantic-settings), or a model that one of its fields holds. */
export type SettingsClass = {
  readonly name: string;
  readonly line: number;
  readonly bases: readonly string[];
  /** Before each of its variables (`env_prefix`), and between the parts of a nested one (`env_nested_delimiter`). */
  readonly prefix: string;
  readonly delimiter: string;
  /** A file of variables that it reads, too. */
  readonly envFile?: string;
  /** Whether it takes values from elsewhere as well. */
  readonly hasOtherSources: boolean;
  readonly fields: readonly Field[];
};

type Field = {
  readonly name: string;
  readonly type: string;
  readonly line: number;
  readonly isRequired: boolean;
  /** The variable's whole name, where the field says it. `unknown`: one of several. */
  readonly alias?: string | 'unknown';
};

const CLASS = /^class[ \t]+(\w+)[ \t]*\(([^)]*)\)[ \t]*:/;
const FIELD = /^(\w+)[ \t]*:[ \t]*([^=#]+?)[ \t]*(?:=[ \t]*(.*))?$/;
const text = (key: string, source: string): string | undefined =>
  new RegExp(String.raw`\b${key}[ \t]*=[ \t]*["']([^"']*)["']`).exec(source)?.[1];

/**
 * The classes at the left edge of a file, by their names, as far as their lines are written in the common way, each with what it
 * inherits. `elsewhere` knows classes of other files.
 */
export function readClasses(
  source: string,
  elsewhere: (name: string) => SettingsClass | undefined = () => undefined,
): ReadonlyMap<string, SettingsClass> {
  const lines = source.split(/\r?\n/);
  const classes = new Map<string, SettingsClass>();
  for (const [index, line] of lines.entries()) {
    const [, name, bases = ''] = CLASS.exec(line) ?? [];
    if (name === undefined) continue;
    const end = lines.findIndex((one, at) => at > index && /^[^\s#)\]}]/.test(one));
    const body = lines.slice(index + 1, end < 0 ? undefined : end);
    const own = [bases, ...body].join('\n');
    const names = bases.split(',').map((base) => base.trim());
    const parents = names.flatMap((base) => classes.get(base) ?? elsewhere(base.replace(/^.*\./s, '')) ?? []);
    const inherited = <K extends 'prefix' | 'delimiter' | 'envFile'>(key: K) =>
      parents.map((parent) => parent[key]).find((value) => value !== undefined && value !== '');
    const envFile = text('env_file', own) ?? inherited('envFile');
    const fields = [...parents.toReversed().flatMap((parent) => parent.fields), ...fieldsOf(body, index + 2)];
    classes.set(name, {
      ...{ name, line: index + 1, bases: [...names, ...parents.flatMap((parent) => parent.bases)] },
      prefix: text('env_prefix', own) ?? inherited('prefix') ?? '',
      delimiter: text('env_nested_delimiter', own) ?? inherited('delimiter') ?? '',
      ...(envFile !== undefined && { envFile }),
      hasOtherSources:
        /\b(?:secrets_dir|toml_file|yaml_file|json_file)\b|settings_customise_sources|cli_parse_args/.test(own) ||
        parents.some((parent) => parent.hasOtherSources),
      // A field that is declared again is that of the class itself.
      fields: [...new Map(fields.map((field) => [field.name, field])).values()],
    });
  }
  return classes;
}

/** The lines at the class's own indentation that declare a field; a value may go on over more lines. */
function fieldsOf(body: readonly string[], firstLine: number): Field[] {
  const indent = /^[ \t]+(?=\S)/.exec(body.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  const fields: Field[] = [];
  for (const [index, line] of body.entries()) {
    if (indent === '' || !line.startsWith(indent) || /^\s/.test(line.slice(indent.length))) continue;
    const [, name, type, value = ''] = FIELD.exec(line.slice(indent.length).replace(/[ \t]+#.*$/, '')) ?? [];
    if (name === undefined || type === undefined || /^(?:model_config|_)|^ClassVar\b/.test(name)) continue;
    if (/^(?:typing\.)?ClassVar\b/.test(type)) continue;
    const more = body.slice(index, index + MOST_LINES).join('\n');
    const whole = /^Field\([^)]*$/.test(value) ? more : value;
    const isField = /^(?:pydantic\.)?Field\(/.test(value);
    const isRequired =
      value === '' ||
      (isField &&
        /Field\(\s*(?:\.\.\.|\)|(?!default)\w+\s*=)/.test(whole) &&
        !/\bdefault(?:_factory)?\s*=/.test(whole));
    const named = text('validation_alias', whole) ?? text('alias', whole);
    const alias = named ?? (/\bAliasChoices\b|\bvalidation_alias\s*=/.test(whole) ? ('unknown' as const) : undefined);
    const own = /^Annotated\[.*\bField\(/.test(type) ? ('unknown' as const) : alias;
    fields.push({ name, type, line: firstLine + index, isRequired, ...(own !== undefined && { alias: own }) });
  }
  return fields;
}

const MOST_LINES = 8;

/** Whether a class reads variables: itself, or by its bases. */
export const readsVariables = ({ bases }: SettingsClass): boolean =>
  bases.some((base) => /(?:^|\.)BaseSettings$/.test(base));

const DEEPEST = 8;
/** Models that hold one another have no end of them, and nobody reads more. */
const MOST_PATHS = 100;

/**
 * The variables that a field takes its value from when there is none yet: of a nested model, those that it requires. `path` leads from
 * the field on, as pydantic's errors do.
 */
export function variablesOf(
  settings: SettingsClass,
  path: readonly string[],
  classes: ReadonlyMap<string, SettingsClass>,
): string[] {
  const { prefix, delimiter } = settings;
  const [first = '', ...rest] = path;
  const field = settings.fields.find(
    ({ name, alias }) => name === first || alias?.toLowerCase() === first.toLowerCase(),
  );
  if (field?.alias === 'unknown') return [];
  const head = field?.alias ?? `${prefix}${first}`;
  const model = field && classes.get(field.type);
  const below = rest.length > 0 || model === undefined ? [rest] : requiredPaths(model, classes);
  const nested = delimiter === '' ? [[]] : below;
  return nested.map((parts) => [head, ...parts].join(delimiter).toUpperCase());
}

function requiredPaths(
  model: SettingsClass,
  classes: ReadonlyMap<string, SettingsClass>,
  depth = 0,
): (readonly string[])[] {
  const required = model.fields.filter(({ isRequired }) => isRequired);
  if (required.length === 0 || depth > DEEPEST) return [[]];
  const paths: (readonly string[])[] = [];
  for (const { name, type } of required) {
    const inner = classes.get(type);
    const below = inner ? requiredPaths(inner, classes, depth + 1) : [[]];
    paths.push(...below.map((path) => [name, ...path]));
    if (paths.length >= MOST_PATHS) break;
  }
  return paths;
}
