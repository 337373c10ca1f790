import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../../src/findings/finding.ts';
import { readConfig } from '../../../../../src/platforms/ricochet/plan/config.ts';
import { CONTENT_TYPES, OTHER_LANGUAGES } from '../../../../../src/platforms/ricochet/plan/content-types.ts';
import { isFinding, parseToml } from '../../../../../src/project/files/toml.ts';
import { parseToml as serverParses, readConfig as serverReads } from '../../../../emulators/ricochet/config.ts';
import { tomlFile } from '../../../../tools/fakes.ts';

type Changes = Readonly<Record<string, string | undefined>>;

/** A good file; `content` and `language` change or, with `undefined`, drop a line; `more` follows. */
const toml = (content: Changes = {}, more = '', language: Changes = {}): string => {
  const lines = (values: Changes) =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key} = ${value}`)
      .join('\n');
  const own = {
    name: '"App"',
    entrypoint: '"app.py"',
    access_type: '"private"',
    content_type: '"fast-api"',
    ...content,
  };
  return `[content]\n${lines(own)}\n\n[language]\n${lines({ name: '"python"', packages: '"uv.lock"', ...language })}\n\n${more}`;
};
const findingsOf = (text: string): Finding[] => readConfig(tomlFile(text, 'apps/api/_ricochet.toml')).findings;
const errorsOf = (text: string) => findingsOf(text).filter(({ level }) => level === 'error');

const task: Changes = { content_type: '"python"' };
const SIZING = 'min_instances = 0\nmax_instances = 5\nspawn_threshold = 80\nmax_connections = 10\n';
const serve = (more = SIZING): string => `[serve]\n${more}`;

describe('a good file', () => {
  it('has no findings, and is read', () => {
    const text = toml(
      {
        id: '"01ABC"',
        slug: '"my-app_1"',
        entrypoint: '"./src/app.py"',
        summary: '"x"',
        thumbnail: '"img/a.png"',
        tags: '["a", "b"]',
        include: '["src/**"]',
        exclude: '["*.csv"]',
        exec_env: '"default"',
      },
      `${serve(`${SIZING}max_connection_age = 1\ninactive_timeout = 2\nconnection_timeout = 3\n`)}
[serve.k8s]
strategy = "RollingUpdate"
[resources]
cpu_limit = "1"
memory_limit = "1Gi"
restore_timeout = 600
[repositories]
python = ["https://index.example/simple"]
[retention]
max_deployments = 5
max_age_days = 30
max_bundle_size = "64 MiB"
`,
    );
    const { config, findings } = readConfig(tomlFile(text));
    expect(findings).toEqual([]);
    expect(config).toEqual({
      id: '01ABC',
      name: 'App',
      slug: 'my-app_1',
      entrypoint: 'src/app.py',
      contentType: 'fast-api',
      include: ['src/**'],
      exclude: ['*.csv'],
      thumbnail: 'img/a.png',
      maxBundleSize: 67_108_864,
    });
  });

  it('may be a task with a schedule and a page', () => {
    const more =
      '[schedule]\ncron = "0 9 * * 1-5"\nparameterized = true\non_success = ["01A"]\non_error = []\n[static]\noutput_dir = "_site"\nindex = "index.html"\n';
    const { config, findings } = readConfig(
      tomlFile(toml({ content_type: '"quarto-py"', entrypoint: '"_quarto.yml"' }, more)),
    );
    expect(findings).toEqual([]);
    expect(config).toMatchObject({ include: undefined, exclude: [], maxBundleSize: undefined });
  });

  it('may hold what the server itself has written', () => {
    expect(findingsOf(toml({}, '[env_vars]\nnonce = "x"\nvars = [1]\n'))).toEqual([]);
  });
});

describe('every rule tells the line that it is about', () => {
  it.each<[what: string, text: string, code: string, line: number, message: RegExp, remedy: RegExp]>([
    ['no name', toml({ name: undefined }), 'config-missing-key', 1, /no name/, /Add name = /],
    ['no entrypoint', toml({ entrypoint: undefined }), 'config-missing-key', 1, /no entrypoint/, /Add entrypoint/],
    [
      'no access_type',
      toml({ access_type: undefined }),
      'config-missing-key',
      1,
      /no access_type/,
      /Add access_type.*one of: private, internal, external\.$/,
    ],
    [
      'no content_type',
      toml({ content_type: undefined }),
      'config-missing-key',
      1,
      /no content_type/,
      /Add content_type.*one of: .*fast-api/,
    ],
    [
      'no language',
      toml({}, '', { name: undefined }),
      'config-missing-key',
      7,
      /\[language\] has no name/,
      /name = "python"/,
    ],
    [
      'no packages',
      toml({}, '', { packages: undefined }),
      'config-packages',
      7,
      /Package file required/,
      /packages = "uv.lock"/,
    ],
    ['an empty name', toml({ name: '" "' }), 'config-name', 2, /empty/, /name/],
    [
      'a long name',
      toml({ name: `"${'x'.repeat(121)}"` }),
      'config-name',
      2,
      /121 characters; ricochet takes 120/,
      /Shorten/,
    ],
    ['a slug with blanks', toml({ slug: '"Ünser App!"' }), 'config-slug', 6, /'Ünser App!'/, /'u-?nser-app'/],
    ['a slug of signs only', toml({ slug: '"!!"' }), 'config-slug', 6, /'!!'/, /'my-app'/],
    ['an empty slug', toml({ slug: '""' }), 'config-slug', 6, /slug/, /my-app/],
    [
      'an access_type with a slip',
      toml({ access_type: '"privat"' }),
      'config-access-type',
      4,
      /'privat'/,
      /Did you mean "private"\?/,
    ],
    [
      'an access_type of other places',
      toml({ access_type: '"everybody"' }),
      'config-access-type',
      4,
      /'everybody'/,
      /one of: private, internal, external/,
    ],
    ['another language', toml({}, '', { name: '"r"' }), 'config-language', 8, /'r'/, /name = "python"/],
    [
      'other packages',
      toml({}, '', { packages: '"requirements.txt"' }),
      'config-packages',
      9,
      /'requirements.txt'.*Package file required/,
      /uv\.lock/,
    ],
    [
      'a content_type with a slip',
      toml({ content_type: '"fastapi"' }),
      'config-content-type',
      5,
      /'fastapi'/,
      /Did you mean "fast-api"\?/,
    ],
    [
      'a content_type that is none',
      toml({ content_type: '"django-rest"' }),
      'config-content-type',
      5,
      /'django-rest'/,
      /Use one of: fast-api, flask/,
    ],
    ['an empty content_type', toml({ content_type: '""' }), 'config-content-type', 5, /''/, /Use one of/],
    [
      'a content_type of R',
      toml({ content_type: '"plumber"' }),
      'config-content-type',
      5,
      /'plumber' is not Python/,
      /Use one of/,
    ],
    ['an empty entrypoint', toml({ entrypoint: '""' }), 'config-entrypoint', 3, /empty/, /file/],
    [
      'an absolute entrypoint',
      toml({ entrypoint: '"/app/app.py"' }),
      'config-entrypoint',
      3,
      /not a path inside the project.*Invalid entrypoint/,
      /relative/,
    ],
    [
      'an entrypoint that leaves the project',
      toml({ entrypoint: '"../app.py"' }),
      'config-entrypoint',
      3,
      /not a path inside/,
      /relative/,
    ],
    [
      'an entrypoint with backslashes',
      toml({ entrypoint: "'src\\app.py'" }),
      'config-entrypoint',
      3,
      /not a path inside/,
      /forward slashes/,
    ],
    [
      'an entrypoint on a drive',
      toml({ entrypoint: '"C:/app.py"' }),
      'config-entrypoint',
      3,
      /not a path inside/,
      /relative/,
    ],
    [
      'an entrypoint of another kind',
      toml({ entrypoint: '"app.R"' }),
      'config-entrypoint',
      3,
      /'app\.R' is not a \.py file, which fast-api needs.*Invalid entrypoint/,
      /Correct/,
    ],
    [
      'a script for Quarto',
      toml({ content_type: '"quarto-py"' }),
      'config-entrypoint',
      3,
      /not a \.qmd file or _quarto\.yml/,
      /Correct/,
    ],
    [
      'a folder for Flask',
      toml({ content_type: '"flask"', entrypoint: '"src"' }),
      'config-entrypoint',
      3,
      /not a \.py file/,
      /Correct/,
    ],
    [
      '[serve] for a task',
      toml(task, serve()),
      'config-serve',
      11,
      /Chosen content type cannot be served"/,
      /an app content type/,
    ],
    [
      '[schedule] for an app',
      toml({}, '[schedule]\ncron = "@daily"\n'),
      'config-schedule',
      11,
      /Chosen content type cannot be scheduled/,
      /python or quarto-py/,
    ],
    [
      '[static] for an app',
      toml({}, '[static]\noutput_dir = "x"\n'),
      'config-static',
      11,
      /Chosen content type cannot be served as a static site/,
      /quarto-py/,
    ],
    [
      'a negative number',
      toml({}, serve(SIZING.replace('max_instances = 5', 'max_instances = -1'))),
      'config-serve',
      13,
      /max_instances is -1/,
      /1 or more/,
    ],
    [
      'too few instances',
      toml({}, serve(SIZING.replace('min_instances = 0', 'min_instances = -1'))),
      'config-serve',
      12,
      /min_instances is -1/,
      /0 or more/,
    ],
    [
      'a cron that is none',
      toml(task, '[schedule]\ncron = "every day"\n'),
      'config-cron',
      12,
      /'every day' is not valid: it needs five fields/,
      /"0 9 \* \* 1-5"/,
    ],
    [
      'a cron with a wrong field',
      toml(task, '[schedule]\ncron = "0 25 * * *"\n'),
      'config-cron',
      12,
      /is not valid: .+/,
      /UTC/,
    ],
  ])('%s', (_, text, code, line, message, remedy) => {
    const findings = errorsOf(text);
    expect(findings).toMatchObject([{ level: 'error', code, file: 'apps/api/_ricochet.toml', line }]);
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.remedy).toMatch(remedy);
  });

  it.each<[kind: string, text: string, line: number, message: string]>([
    ['a text', toml({ name: '5' }), 2, 'name is not a string in quotes.'],
    ['a text', toml({ summary: '["x"]' }), 6, 'summary is not a string in quotes.'],
    ['a list', toml({ tags: '"x"' }), 6, 'tags is not a list of strings.'],
    ['a list', toml({ include: '[1]' }), 6, 'include is not a list of strings.'],
    ['a whole number', toml({}, serve(SIZING.replace('10', '"10"'))), 15, 'max_connections is not a whole number.'],
    ['a whole number', toml({}, serve(SIZING.replace('10', '1.5'))), 15, 'max_connections is not a whole number.'],
    ['a whole number', toml({}, '[retention]\nmax_age_days = true\n'), 12, 'max_age_days is not a whole number.'],
    [
      'true or false',
      toml(task, '[schedule]\ncron = "@daily"\nparameterized = "yes"\n'),
      13,
      'parameterized is not true or false.',
    ],
    ['a table', toml({}, serve(`${SIZING}k8s = "x"\n`)), 16, 'k8s is not a table.'],
    [
      'a text or a number',
      toml({}, '[retention]\nmax_bundle_size = [1]\n'),
      12,
      'max_bundle_size is not a string in quotes or a whole number.',
    ],
    ['a table', `resources = 5\n${toml()}`, 1, 'resources is not a table.'],
    ['a table', `${toml()}[[resources]]\n`, 11, 'resources is not a table.'],
  ])('what is not %s', (_, text, line, message) => {
    expect(errorsOf(text)).toMatchObject([
      { code: 'config-type', line, message, remedy: expect.stringMatching(/^Give /) },
    ]);
  });

  it.each([
    ['a key', toml({ acess_type: '"x"' }), 6, "Did you mean 'access_type'?"],
    ['a key', toml({}, serve(`${SIZING}max_instance = 1\n`)), 16, "Did you mean 'max_instances'?"],
    [
      'a table as a key',
      toml({ schedule: '"@daily"' }),
      6,
      'Write the table [schedule] in its place, with keys such as cron.',
    ],
    ['a key of another table', toml({ cron: '"@daily"' }), 6, 'Move it under [schedule].'],
    ['a table', toml({}, '[retentoin]\nx = 1\n'), 11, "Did you mean 'retention'?"],
    [
      'a table',
      toml({}, '[something.else]\nx = 1\n'),
      1,
      'Known here: content, language, schedule, serve, static, resources, repositories, retention, env_vars.',
    ],
    [
      'a table of a name that objects have',
      toml({}, '[constructor]\nx = 1\n'),
      11,
      'Known here: content, language, schedule, serve, static, resources, repositories, retention, env_vars.',
    ],
  ])('%s that the server does not know is a warning', (_, text, line, remedy) => {
    expect(findingsOf(text)).toMatchObject([{ level: 'warning', code: 'config-unknown-key', line, remedy }]);
  });

  it('all at once', () => {
    const text = toml(
      { name: '""', slug: '"a b"', access_type: '"x"', content_type: '"nope"' },
      '[schedule]\ncron = "x"\n[unknown]\n',
      { packages: '"x"' },
    );
    expect(
      findingsOf(text)
        .map(({ code, line }) => [line, code])
        .sort(),
    ).toEqual(
      [
        [2, 'config-name'],
        [4, 'config-access-type'],
        [5, 'config-content-type'],
        [6, 'config-slug'],
        [10, 'config-packages'],
        [13, 'config-cron'],
        [14, 'config-unknown-key'],
      ].sort(),
    );
  });

  it('of an empty file too', () => {
    const findings = findingsOf('');
    expect(findings.map(({ code }) => code).sort()).toEqual(
      [...Array(5).fill('config-missing-key'), 'config-packages'].sort(),
    );
    for (const { line } of findings) expect(line).toBe(1);
  });
});

describe('content types', () => {
  it.each<[type: string, good: string[], bad: string[]]>([
    ...['fast-api', 'flask', 'streamlit', 'dash', 'python-service', 'python'].map(
      (type): [string, string[], string[]] => [
        type,
        ['app.py', 'src/my app.py', './a.py'],
        ['app', 'src/', 'app.pyc', 'app.ipynb', 'x.qmd', '.py.txt'],
      ],
    ),
    ['shiny-py', ['app.py', 'src', 'src/dashboard', '.', './', 'src/'], ['app.R', 'index.qmd', 'src/app.txt']],
    [
      'quarto-py',
      ['index.qmd', 'docs/report.qmd', '_quarto.yml', 'site/_quarto.yml'],
      ['app.py', '_quarto.yaml', 'my_quarto.yml', 'site'],
    ],
    ['jupyter', ['report.ipynb', 'a/b.ipynb'], ['app.py', 'index.qmd']],
  ])('%s takes the entrypoints that suit it', (type, good, bad) => {
    const refused = (path: string) => errorsOf(toml({ content_type: `"${type}"`, entrypoint: `"${path}"` })).length > 0;
    expect(good.filter(refused)).toEqual([]);
    expect(bad.filter((path) => !refused(path))).toEqual([]);
  });

  it.each([
    [
      serve('min_instances = 0\nspawn_threshold = 80\n'),
      /lacks max_instances, max_connections; .*all four/,
      /Add max_instances = 5, max_connections = 10/,
    ],
    ['[serve]\n', /lacks min_instances, max_instances, spawn_threshold, max_connections/, /Add/],
  ])('leave open which sizing keys they need: %j is a warning', (text, message, remedy) => {
    expect(findingsOf(toml({}, text))).toMatchObject([
      {
        level: 'warning',
        code: 'config-serve',
        line: 11,
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });

  it('of Python and of other languages have no name in common', () => {
    expect(OTHER_LANGUAGES.filter((name) => Object.hasOwn(CONTENT_TYPES, name))).toEqual([]);
  });
});

describe('the embedded server agrees', () => {
  /** Whether the server would refuse a text, and whether the action does. */
  const verdicts = (text: string): { server: boolean; action: boolean } => {
    let server = false;
    try {
      serverReads(serverParses(text));
    } catch {
      server = true;
    }
    const file = parseToml({ path: '/x', shown: '_ricochet.toml', text });
    const action = isFinding(file) || readConfig(file).findings.some(({ level }) => level === 'error');
    return { server, action };
  };

  const apps = Object.entries(CONTENT_TYPES).flatMap(([type, { kind }]) => (kind === 'app' ? [type] : []));
  const good: string[] = [
    toml(),
    toml({ name: `"${'x'.repeat(120)}"` }),
    toml({ name: '" x "' }),
    toml({ name: `"${'ü'.repeat(120)}"` }),
    ...apps.map((type) => toml({ content_type: `"${type}"` })),
    ...apps.map((type) => toml({ content_type: `"${type}"` }, serve())),
    ...['private', 'internal', 'external'].map((type) => toml({ access_type: `"${type}"` })),
    toml(task),
    toml(task, '[schedule]\n'),
    toml(task, '[schedule]\ncron = "@daily"\n'),
    toml(task, '[schedule]\ncron = "0 0 9 * * 1-5"\n'),
    toml(task, '[static]\noutput_dir = "x"\n'),
    toml({ content_type: '"quarto-py"', entrypoint: '"index.qmd"' }),
    toml(
      { content_type: '"quarto-py"', entrypoint: '"a/_quarto.yml"' },
      '[static]\noutput_dir = "_site"\nindex = "a.html"\n',
    ),
    toml({ content_type: '"shiny-py"', entrypoint: '"dashboard"' }),
    toml({ content_type: '"shiny-py"', entrypoint: '"."' }),
    toml({ entrypoint: '"./app.py"' }),
    toml({ entrypoint: '"a..b/..c/app.py"' }),
    toml({ slug: '"A-b_9"' }),
    toml({ id: '"01ABC"', summary: '""', exec_env: '"x"', tags: '[]', include: '["a"]', exclude: '[]' }),
    toml({ unknown: '1' }),
    toml({}, '[unknown]\nx = 1\n'),
    toml({}, '[resources]\nrestore_timeout = 0\n'),
    toml({}, '[resources]\n'),
    toml({}, serve(SIZING.replace('max_instances = 5', 'max_instances = 1'))),
    `\n# comment\n${toml()}`,
    toml().replaceAll('\n', '\r\n'),
  ];
  const bad: string[] = [
    '',
    'not toml',
    '[content',
    toml().replace('[content]', '[contents]'),
    toml().replace('[language]', '[lang]'),
    'content = 1\n[language]\nname = "python"\npackages = "uv.lock"\n',
    `${toml().replace(/\[language\][\s\S]*/, '')}[[language]]\nname = "python"\npackages = "uv.lock"\n`,
    ...['name', 'entrypoint', 'access_type', 'content_type'].map((key) => toml({ [key]: undefined })),
    ...['name', 'entrypoint', 'access_type', 'content_type'].map((key) => toml({ [key]: '5' })),
    ...['name', 'entrypoint', 'access_type', 'content_type', 'slug'].map((key) => toml({ [key]: '""' })),
    ...['slug', 'summary', 'exec_env', 'id'].map((key) => toml({ [key]: '[]' })),
    ...['tags', 'include', 'exclude'].map((key) => toml({ [key]: '"x"' })),
    ...['tags', 'include', 'exclude'].map((key) => toml({ [key]: '["a", 1]' })),
    toml({ name: '" \\t "' }),
    toml({ name: `"${'x'.repeat(121)}"` }),
    toml({ slug: '"a b"' }),
    toml({ slug: '"ä"' }),
    toml({ slug: '"a\\n"' }),
    toml({ access_type: '"public"' }),
    toml({ access_type: '"Private"' }),
    ...['fastapi', 'Flask', 'shiny', 'plumber', 'r', 'toString'].map((type) => toml({ content_type: `"${type}"` })),
    ...['/app.py', '../app.py', 'a/../../app.py', 'app.R', 'app', 'src/', '..'].map((path) =>
      toml({ entrypoint: `"${path}"` }),
    ),
    toml({ content_type: '"quarto-py"' }),
    toml({ content_type: '"quarto-py"', entrypoint: '"quarto.yml"' }),
    toml({ content_type: '"shiny-py"', entrypoint: '"app.R"' }),
    toml({}, '', { name: '"r"' }),
    toml({}, '', { name: '"Python"' }),
    toml({}, '', { name: undefined }),
    toml({}, '', { name: '3' }),
    ...['"requirements.txt"', '"./uv.lock"', '""', '1', undefined].map((packages) => toml({}, '', { packages })),
    toml(task, serve()),
    toml(task, '[serve]\n'),
    toml({}, '[schedule]\n'),
    toml({}, '[static]\n'),
    toml({}, 'serve = 1\n').replace(/^([\s\S]*)(serve = 1\n)$/, '$2$1'),
    ...['-1', '1.5', '"10"', 'true'].map((value) => toml({}, serve(SIZING.replace('10', value)))),
    ...['every day', '', '* * * *', '* * * * * * *', '60 * * * *', '@sometimes', '0 0 32 1 *', '0 9 * * 8'].map(
      (cron) => toml(task, `[schedule]\ncron = "${cron}"\n`),
    ),
    toml(task, '[schedule]\ncron = 5\n'),
    toml(task, '[static]\noutput_dir = 5\n'),
    toml({}, '[resources]\nrestore_timeout = "5"\n'),
    toml({}, '[resources]\nrestore_timeout = -5\n'),
  ];

  it.each(good)('to take %j', (text) => expect(verdicts(text)).toEqual({ server: false, action: false }));
  it.each(bad)('to refuse %j', (text) => expect(verdicts(text)).toEqual({ server: true, action: true }));
});
