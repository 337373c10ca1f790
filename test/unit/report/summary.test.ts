import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { forgetSecrets, keepSecret } from '../../../src/findings/secrets.ts';
import { type Entries, noEntries, type Status } from '../../../src/report/journal.ts';
import { outputs, summary } from '../../../src/report/summary.ts';
import { createContext } from '../../tools/fakes.ts';

const action: { outputs: Record<string, { description: string }> } = parse(
  readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8'),
);

const STATUSES: readonly Status[] = [
  ...(['deployed', 'unchanged', 'removed', 'invoked', 'checked', 'skipped', 'failed', 'timed-out'] as const),
];

const facts = (changes: Partial<Entries> = {}): Entries => ({ ...noEntries(), ...changes });

const full: Partial<Entries> = {
  platform: 'ricochet',
  name: 'My app',
  contentType: 'fast-api',
  entrypoint: 'app/main.py',
  url: 'https://a.example/my-app',
  consoleUrl: 'https://a.example/apps/01A/overview',
  logUrl: 'https://a.example/deployments/01D',
  ...{ id: '01A', deploymentId: '01D', invocationId: '01I' },
  ...{ pythonVersion: '3.12', uvVersion: '0.13.8' },
  ...{ manifestPath: '/temp/manifest.json', bundlePath: '/temp/bundle.tar.gz', bundleSha256: 'ab'.repeat(32) },
  ...{ bundleSize: 1_234_567, fileCount: 12, cacheHit: true },
  health: [
    { path: '/', status: 200, ms: 420, attempts: 1 },
    { path: '/health', status: 0, ms: 61_000, attempts: 3 },
  ],
  notes: ['Updated name'],
  stages: [{ name: 'Read', ms: 12 }],
};

/** The rows of every table, cut at the bars that are not escaped. */
const rows = (markdown: string): string[][] =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe('what a finding says', () => {
  const said = (message: string, remedy = '') =>
    summary('failed', facts({ findings: [{ level: 'error', code: 'bom', message, remedy }] }), createContext());

  it('shows commands as code, not between backquotes', () => {
    const text = said('`uv.lock` is old.', 'Run `uv lock --upgrade`, and commit it.');
    expect(text).toContain('<code>uv.lock</code> is old.');
    expect(text).toContain('Run <code>uv lock --upgrade</code>, and commit it.');
  });

  it.each(['`<b>`', '`@octo`', '`](x)', 'a ` b', '`a|b`'])('has no markup of others in its code: %s', (text) => {
    expect(said(text).replace(/<\/?code>|<br>/g, '')).not.toMatch(/<b>|@octo|(?<!\\)\]\(|(?<!\\)`/);
  });
});

describe('the heading', () => {
  const heading = (status: Status, entries: Partial<Entries>): string | undefined =>
    summary(status, facts({ name: 'Sales', platform: 'ricochet', ...entries }), createContext()).split('\n')[0];
  const error = (code: string) => ({ level: 'error' as const, code, message: 'x' });
  const warning = { level: 'warning' as const, code: 'w', message: 'x' };

  it.each<[Status, Partial<Entries>, string]>([
    ['deployed', { mode: 'deploy' }, '✅ Sales was deployed to ricochet'],
    ['deployed', { mode: 'preview' }, '✅ The preview of Sales was deployed to ricochet'],
    ['deployed', { findings: [{ ...warning, code: 'not-followed' }] }, '✅ Sales was uploaded to ricochet'],
    ['unchanged', {}, '✅ Sales on ricochet is unchanged'],
    ['removed', { mode: 'teardown' }, '✅ The preview of Sales was removed from ricochet'],
    ['removed', { mode: 'teardown', removed: 0 }, '✅ Sales had no preview on ricochet to remove'],
    ['removed', { mode: 'teardown', removed: 1 }, '✅ The preview of Sales was removed from ricochet'],
    ['removed', { mode: 'teardown', removed: 3 }, '✅ 3 previews of Sales were removed from ricochet'],
    ['invoked', { mode: 'invoke' }, '✅ Sales ran on ricochet'],
    ['checked', { mode: 'check', findings: [warning] }, '✅ Sales is ready for ricochet: 1 warning'],
    ['skipped', {}, '⏭️ Sales was skipped'],
    ['failed', { mode: 'check', findings: [error('a'), error('b')] }, '❌ Sales is not ready for ricochet: 2 problems'],
    ['failed', { mode: 'deploy', findings: [error('a')] }, '❌ Sales was not deployed to ricochet: 1 problem'],
    ['failed', { mode: 'deploy', uploadingTo: 'https://a.example' }, '❌ The deployment of Sales to ricochet failed'],
    [
      'failed',
      { mode: 'deploy', deploymentId: '01D', findings: [error('unhealthy')] },
      '❌ Sales was deployed to ricochet, but is not healthy: 1 problem',
    ],
    ['failed', { mode: 'invoke' }, '❌ The run of Sales on ricochet failed'],
    ['failed', {}, '❌ Failed'],
    ['timed-out', { mode: 'deploy' }, '⌛ The deployment of Sales to ricochet timed out'],
    ['timed-out', { mode: 'invoke' }, '⌛ The run of Sales on ricochet timed out'],
  ])('of %s %j says what happened to which app', (status, entries, text) =>
    expect(heading(status, entries)).toBe(`### ${text}`),
  );

  it('is followed by what is live, where nothing was sent', () => {
    const live = 'Nothing was sent to ricochet: what is live there did not change.';
    const text = (status: Status, entries: Partial<Entries>): string =>
      summary(status, facts({ platform: 'ricochet', ...entries }), createContext());
    expect(text('failed', { mode: 'deploy' })).toContain(`\n\n${live}\n`);
    expect(text('failed', { mode: 'check' })).not.toContain(live);
    expect(text('failed', { mode: 'deploy', uploadingTo: 'https://a.example' })).not.toContain(live);
    expect(text('deployed', { mode: 'deploy' })).not.toContain(live);
  });
});

describe('the codes of findings', () => {
  const findings = [{ level: 'error', code: 'lock-stale', message: 'uv.lock is out of date.' }] as const;
  const ignored = [{ finding: { ...findings[0], code: 'partial-pin' }, reason: 'Known.' }];

  it('lead to their places in the documents', () => {
    const documents = 'https://github.com/uv-deploy/uv-deploy/blob/v1';
    const text = summary('failed', facts({ findings, ignored }), createContext({ documents }));
    for (const code of ['lock-stale', 'partial-pin']) {
      expect(text).toContain(`**<a href="${documents}/docs/findings.md#${code}">${code}</a>**`);
    }
  });

  it('are no links for a local action', () =>
    expect(summary('failed', facts({ findings }), createContext())).toContain('\n**lock-stale**\n'));
});

describe('a server whose addresses hold what it was given', () => {
  afterEach(forgetSecrets);

  it('is not linked, and its addresses are outputs without the credential', () => {
    keepSecret('rico_hunter2');
    const known = facts({
      ...full,
      url: 'https://a.example/rico_hunter2/x',
      consoleUrl: 'https://a.example/cmljb19odW50ZXIy',
    });
    expect(outputs('deployed', known)).toMatchObject({
      url: 'https://a.example/***/x',
      'console-url': 'https://a.example/***',
    });
    expect(summary('deployed', known, createContext())).not.toMatch(/hunter2|cmljb1|href="[^"]*(?:\*|rico)/);
  });

  it('is known by a variable that is its address, which stays an output', () => {
    keepSecret('https://a.example/my-app', 'variable');
    expect(outputs('deployed', facts(full)).url).toBe('https://a.example/my-app');
  });
});

describe('outputs', () => {
  it('are exactly those of action.yml, whatever is known', () => {
    const declared = Object.keys(action.outputs).sort();
    expect(Object.keys(outputs('failed', facts())).sort()).toEqual(declared);
    expect(Object.keys(outputs('deployed', facts(full))).sort()).toEqual(declared);
  });

  it('are empty where nothing is known', () => {
    const { status, 'cache-hit': cacheHit, ...rest } = outputs('failed', facts());
    expect([status, cacheHit]).toEqual(['failed', 'false']);
    expect(new Set(Object.values(rest))).toEqual(new Set(['']));
  });

  it('carry what is known, as text', () => {
    expect(outputs('deployed', facts(full))).toEqual({
      status: 'deployed',
      url: 'https://a.example/my-app',
      'console-url': 'https://a.example/apps/01A/overview',
      id: '01A',
      'deployment-id': '01D',
      'invocation-id': '01I',
      'python-version': '3.12',
      'manifest-path': '/temp/manifest.json',
      'bundle-path': '/temp/bundle.tar.gz',
      'bundle-sha256': 'ab'.repeat(32),
      'bundle-size': '1234567',
      'cache-hit': 'true',
      health: '[{"path":"/","status":200,"ms":420,"attempts":1},{"path":"/health","status":0,"ms":61000,"attempts":3}]',
    });
  });

  it('tell an empty bundle and a missed cache from unknown ones', () => {
    expect(outputs('failed', facts({ bundleSize: 0, cacheHit: false, health: [] }))).toMatchObject({
      'bundle-size': '0',
      'cache-hit': 'false',
      health: '[]',
    });
  });

  it('describe every status in action.yml', () => {
    for (const status of STATUSES) expect(action.outputs.status?.description).toContain(status);
  });
});

describe('the summary', () => {
  it('stays under the 1 MiB that GitHub takes, and says that it was cut', () => {
    const findings = Array.from({ length: 60 }, (_, n) => ({
      ...{ level: 'error' as const, code: `code-${n}`, message: '@#'.repeat(2_000), remedy: 'é'.repeat(4_000) },
    }));
    const notes = Array.from({ length: 9_000 }, (_, n) => `Updated ${n} ${'x'.repeat(100)}`);
    const text = summary('failed', facts({ ...full, name: 'n'.repeat(2_000_000), findings, notes }), createContext());
    expect(Buffer.byteLength(text)).toBeLessThan(2 ** 20);
    expect(text).toContain('**code-0**');
    expect(text).toContain('https://a.example/my-app');
    expect(text).toMatch(/This summary is too long and was cut: the log has all of it\.\n$/);
  });

  it('says what was deployed, where, in which versions, how large and how fast', () => {
    const text = summary('deployed', facts(full), createContext());
    const table = new Map(rows(text).map(([name = '', ...cells]) => [name, cells]));
    expect(table.get('URL')?.[0]).toContain('<a href="https://a.example/my-app">');
    expect(table.get('Console')?.[0]).toContain('<a href="https://a.example/apps/01A/overview">');
    expect(table.get('Deployment')?.[0]).toBe('<a href="https://a.example/deployments/01D">01D</a>');
    expect(table.get('App')?.[0]).toBe('fast-api, app/main.py');
    expect(table.get('Versions')?.[0]).toBe('Python 3.12, uv 0.13.8');
    expect(table.get('Bundle')?.[0]).toBe('12 files, 1.2 MB');
    expect(table.get('SHA-256')?.[0]).toBe(`<code>${'ab'.repeat(32)}</code>`);
    expect(table.get('Commit')?.[0]).toContain('>0123456789ab</a></code>');
    expect(table.get('<code>/</code>')).toEqual(['200', '1', '420 ms']);
    expect(table.get('<code>/health</code>')).toEqual(['no response', '3', '1 min 1 s']);
    expect(table.get('Read')).toEqual(['12 ms']);
    expect(text).toContain('\n- Updated name\n');
  });

  it('of a run that learnt nothing has no empty rows or tables', () => {
    expect(summary('failed', facts(), createContext({ sha: '' }))).toBe('### ❌ Failed\n');
  });

  it('lists every finding with its place and its remedy', () => {
    const text = summary(
      'failed',
      facts({
        findings: [
          { level: 'error', code: 'lock-stale', message: 'Stale.', remedy: 'Run `uv lock`.', file: 'uv.lock', line: 3 },
          { level: 'warning', code: 'w', message: 'Two\nlines', file: 'app' },
          { level: 'notice', code: 'n', message: 'Note' },
        ],
      }),
      createContext(),
    );
    const blob = 'https://github.example/octo/app/blob/0123456789abcdef0123456789abcdef01234567';
    expect(text).toContain(
      [
        '**1\\.** Stale.',
        `<code><a href="${blob}/uv.lock#L3">uv.lock:3</a></code> · **lock-stale**`,
        'Run <code>uv lock</code>.',
        '```sh\nuv lock\n```',
      ].join('\n\n'),
    );
    expect(text).toContain('<summary>1 warning, 1 notice</summary>');
    expect(rows(text).slice(2, 4)).toEqual([
      ['⚠️', '**w** Two<br>lines', `<code><a href="${blob}/app">app</a></code>`, ''],
      ['ℹ️', '**n** Note', '', ''],
    ]);
  });

  it('numbers the problems, and folds warnings and notices', () => {
    const finding = (level: 'error' | 'warning' | 'notice', code: string) => ({ level, code, message: code });
    const findings = [finding('notice', 'n'), finding('warning', 'w'), finding('error', 'e'), finding('error', 'f')];
    const text = summary('failed', facts({ findings }), createContext());
    expect(text.indexOf('**1\\.** e')).toBeGreaterThan(0);
    expect(text.indexOf('**2\\.** f')).toBeGreaterThan(text.indexOf('**1\\.** e'));
    expect(text.indexOf('<summary>1 warning, 1 notice</summary>')).toBeGreaterThan(text.indexOf('**2\\.** f'));
    expect(text).not.toContain('GitHub shows');
    const many = Array.from({ length: 11 }, () => finding('warning', 'w'));
    expect(summary('failed', facts({ findings: many }), createContext())).toContain('GitHub shows the first 10 errors');
  });

  it('has at most 50 problems, and says how many more there are', () => {
    const findings = Array.from({ length: 53 }, (_, index) => ({
      level: index < 2 ? ('notice' as const) : ('error' as const),
      ...{ code: 'e', message: `${index}` },
    }));
    const text = summary('failed', facts({ findings }), createContext({ sha: '' }));
    expect(text.match(/^\*\*\d+\\\.\*\*/gm)).toHaveLength(50);
    expect(text).toContain('\n… and 1 error more: the log has them all.\n');
  });

  it('lists what is ignored with the reason', () => {
    const finding = { level: 'error' as const, code: 'bom', message: 'A mark.', file: 'a', line: 2 };
    const text = summary('checked', facts({ ignored: [{ finding, reason: 'It is <meant>.' }] }), createContext());
    expect(text).toContain('<summary>Ignored in pyproject.toml: 1</summary>');
    expect(rows(text)[2]).toEqual([
      '🔕',
      '**bom** A mark.',
      expect.stringContaining('>a:2</a></code>'),
      'It is &lt;meant&gt;.',
    ]);
  });

  const HOSTILE = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '[x](https://evil.example)',
    '![x](https://evil.example/pixel)',
    'a | b | c',
    'a\\| b',
    'a\n| b | c |\n### d',
    'a\r\n\r\n<b>c</b>',
    '</code></td></table>',
    '@octocat #1',
    '`code` **bold**',
    '<!-- comment',
  ];

  it.each(HOSTILE)('lets no name, path, note or message become markup: %j', (text) => {
    const filled = (word: string): string =>
      summary(
        'deployed',
        facts({
          ...full,
          ...{
            name: word,
            contentType: word,
            entrypoint: word,
            pythonVersion: word,
            uvVersion: word,
            deploymentId: word,
          },
          health: [{ path: word, status: 200, ms: 1, attempts: 1 }],
          findings: [{ level: 'error', code: word, message: word, remedy: word, file: word }],
          ignored: [{ finding: { level: 'error', code: word, message: word, file: word }, reason: word }],
          notes: [word],
        }),
        createContext({ sha: word }),
      );
    const shown = filled(text);
    const tags = (markdown: string): string[] =>
      (markdown.match(/<(?!br>|!-- -->)[^<>]*>/g) ?? []).map((tag) => tag.split(' ')[0] ?? '');
    expect(new Set(tags(shown))).toEqual(
      new Set(['<a', '</a>', '<code>', '</code>', '<details>', '</details>', '<summary>', '</summary>']),
    );
    expect(shown).not.toMatch(/https?:\/\/evil|@octocat|#1|(?<!\\)\]\(|(?<!\\)`/);
    // No line and no cell more than with harmless words.
    const shape = (markdown: string): number[] => rows(markdown).map((cells) => cells.length);
    expect(shape(shown)).toEqual(shape(filled('x')));
    expect(shown.split('\n')).toHaveLength(filled('x').split('\n').length);
    expect(shown.match(/^#/gm)).toHaveLength(1);
  });

  it.each([
    'javascript:alert(1)',
    'https://a.example/"onmouseover="alert(1)',
    "https://a.example/'x",
    'https://a.example/<b>',
    'https://a.example/a b',
    'https://a.example/\nx',
    'data:text/html,x',
    '//a.example',
  ])('links to no address that could be more than one: %j', (url) => {
    const shown = summary(
      'deployed',
      facts({ url, consoleUrl: url, logUrl: url, deploymentId: '01D' }),
      createContext({ repositoryUrl: '' }),
    );
    expect(shown).not.toContain('<a');
    expect(rows(shown).filter((cells) => cells.length !== 2)).toEqual([]);
  });

  it('escapes what an address may hold', () => {
    const shown = summary('deployed', facts({ url: 'https://a.example/?a=1&b=|_x_*y*' }), createContext());
    expect(rows(shown).filter((cells) => cells.length !== 2)).toEqual([]);
    expect(shown).toContain('<a href="https://a.example/?a=1&amp;b=\\|_x_*y*">');
    expect(shown).toContain('\\_x\\_\\*y\\*</a>');
  });
});
