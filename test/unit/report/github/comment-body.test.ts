import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/findings/finding.ts';
import { type CommentFacts, commentBody } from '../../../../src/report/github/comment-body.ts';
import type { Status } from '../../../../src/report/journal.ts';

const facts = (changes: Partial<CommentFacts> = {}): CommentFacts => ({
  name: 'pr-7-app',
  platform: 'ricochet',
  url: 'https://a.example/pr-7-app',
  consoleUrl: 'https://a.example/apps/01A/overview',
  runUrl: 'https://github.example/octo/app/actions/runs/42',
  repositoryUrl: 'https://github.example/octo/app',
  at: new Date('2026-11-28T20:31:07Z'),
  commit: '0123456789abcdef0123456789abcdef01234567',
  status: 'deployed',
  health: [{ path: '/health', status: 200, ms: 420, attempts: 2 }],
  bundleSize: 1_234_567,
  durationMs: 65_000,
  findings: [],
  documents: '',
  removed: false,
  ...changes,
});

const unhealthy: Finding = {
  level: 'error',
  code: 'unhealthy',
  message: 'GET / answers 500 after 9 tries.',
  remedy: 'Read the app’s log.',
};

/** What a reader of the rendered comment can follow. */
const linksOf = (body: string): string[] => [...body.matchAll(/<a href="([^"]*)">/g)].map(([, url]) => url ?? '');
const rowOf = (body: string, name: string): string | undefined =>
  body
    .split('\n')
    .find((line) => line.startsWith(`| ${name} | `))
    ?.slice(`| ${name} | `.length, -' |'.length);

describe('the comment on a preview', () => {
  it('links each code to its place in the documents', () => {
    const documents = 'https://github.com/uv-deploy/uv-deploy/blob/v1';
    const body = commentBody(facts({ status: 'failed', findings: [unhealthy], documents }));
    expect(linksOf(body)).toContain(`${documents}/docs/findings.md#unhealthy`);
    expect(linksOf(commentBody(facts({ status: 'failed', findings: [unhealthy] }))).join()).not.toContain(
      'findings.md',
    );
  });

  it('names the app and links its preview, and has the rest in a table', () => {
    const body = commentBody(facts());
    const [title] = body.split('\n');
    expect(title).toBe('### ✅ The preview of pr-7-app is ready');
    expect(rowOf(body, 'Preview')).toBe('<a href="https://a.example/pr-7-app">pr-7-app</a>');
    expect(rowOf(body, 'Updated')).toBe('2026-11-28 20:31 UTC');
    expect(rowOf(body, 'App')).toBe('pr-7-app on ricochet');
    expect(rowOf(body, 'Status')).toBe('deployed');
    expect(rowOf(body, 'Health')).toBe('<code>/health</code> returned 200 (2 tries, 420 ms)');
    expect(rowOf(body, 'Bundle')).toBe('1.2 MB');
    expect(rowOf(body, 'Commit')).toBe(
      '<code><a href="https://github.example/octo/app/commit/0123456789abcdef0123456789abcdef01234567">0123456789ab</a></code>',
    );
    expect(rowOf(body, 'Logs')).toBe(
      '<a href="https://a.example/apps/01A/overview">ricochet</a>, <a href="https://github.example/octo/app/actions/runs/42">workflow run</a>, 1 min 5 s',
    );
    expect(body).toMatch(/\n<sub>uv-deploy updates this comment with each push\.<\/sub>\n$/);
  });

  it.each(['deployed', 'unchanged', 'removed', 'invoked', 'checked', 'skipped', 'failed', 'timed-out'] as const)(
    'has a headline of its own for %s',
    (status: Status) => {
      const titles = [status, status === 'deployed' ? 'failed' : 'deployed'] as const;
      const [one, other] = titles.map((each) => commentBody(facts({ status: each })).split('\n')[0]);
      expect(one).toMatch(/^### \S+ \w/);
      expect(one).not.toBe(other);
    },
  );

  it('says what failed and what to do before anything else', () => {
    const body = commentBody(facts({ status: 'failed', findings: [unhealthy] }));
    const [title, , finding] = body.split('\n');
    expect(title).toBe('### ❌ The preview of pr-7-app failed');
    expect(finding).toBe('- ❌ **unhealthy** GET / answers 500 after 9 tries.<br>What to do: Read the app’s log.');
    expect(rowOf(body, 'Preview')).toMatch(/https:\/\/a\.example\/pr-7-app.*\(may still show an earlier commit\)$/);
  });

  it('says where a finding is, and keeps warnings below the table', () => {
    const warning = {
      level: 'warning',
      code: 'stale-lock',
      message: 'It is stale.',
      file: 'uv.lock',
      line: 3,
    } as const;
    const body = commentBody(facts({ findings: [warning] }));
    expect(body).toContain('- ⚠️ **stale-lock** It is stale. (<code>');
    expect(body).toContain('uv.lock:3</a></code>)');
    expect(body.indexOf('stale-lock')).toBeGreaterThan(body.indexOf('| Updated |'));
  });

  it('tells of 20 findings, and how many more there are', () => {
    const body = commentBody(facts({ status: 'failed', findings: Array(23).fill(unhealthy) }));
    expect(body.match(/\*\*unhealthy\*\*/g)).toHaveLength(20);
    expect(body).toContain('- and 3 more, in the log');
  });

  it('has no URL to show for a preview that never came to be', () => {
    const body = commentBody(facts({ status: 'timed-out', url: undefined, consoleUrl: undefined, health: [] }));
    expect(body).toContain('### ⌛ The preview of pr-7-app timed out');
    expect([rowOf(body, 'URL'), rowOf(body, 'Console'), rowOf(body, 'Health')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('strikes the URL through when the preview is removed', () => {
    const body = commentBody(
      facts({ status: 'removed', removed: true, changes: { added: ['a'], changed: [], removed: [] } }),
    );
    expect(body.split('\n')[0]).toBe('### 🗑️ The preview of pr-7-app was removed');
    expect(rowOf(body, 'Preview')).toBe('<del>https\\://a.example/pr-7-app</del>');
    expect(rowOf(body, 'Status')).toBe('removed');
    expect(linksOf(body)).not.toContain('https://a.example/pr-7-app');
    expect(linksOf(body)).toContain('https://github.example/octo/app/actions/runs/42');
    expect(body).not.toContain('<details>');
  });
});

describe('what changed since production', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `src/file_${index}.py`);

  it('is counted for all, and listed for those who open it', () => {
    const changes = { added: ['new.py'], changed: ['app.py', 'uv.lock'], removed: [], sizeBefore: 1_000_000 };
    const body = commentBody(facts({ changes }));
    expect(body).toContain('<summary>Files since production: 1 added, 2 changed, 0 removed</summary>');
    expect(body).toContain(
      '**Added**\n\n- <code>new.py</code>\n\n**Changed**\n\n- <code>app.py</code>\n- <code>uv.lock</code>\n\n</details>',
    );
    expect(body).not.toContain('**Removed**');
    expect(rowOf(body, 'Bundle')).toBe('1.2 MB, 1.0 MB in production');
  });

  it('is listed up to 50 files of a kind', () => {
    const body = commentBody(facts({ changes: { added: many(50), changed: many(51), removed: many(200) } }));
    expect(body.match(/<code>src\/file/g)).toHaveLength(150);
    expect(body.match(/^- and \d+ more$/gm)).toEqual(['- and 1 more', '- and 150 more']);
  });

  it('may be nothing', () => {
    const body = commentBody(facts({ changes: { added: [], changed: [], removed: [] } }));
    expect(body).toContain('The bundle is the same as in production.');
    expect(body).not.toContain('<details>');
  });

  it('is not told where it is not known', () => expect(commentBody(facts())).not.toContain('production'));
});

describe('text that is not ours', () => {
  const everywhere = (text: string): string =>
    commentBody(
      facts({
        ...{ name: text, platform: text, commit: text, status: 'failed' },
        health: [{ path: text, status: 0, ms: 1, attempts: 1 }],
        findings: [{ level: 'error', code: text, message: text, remedy: text, file: text, line: 1 }],
        changes: { added: [text], changed: [text], removed: [text] },
      }),
    );
  const harmless = everywhere('x');
  /** As GitHub's filters see it: backslashes gone, comments still there. */
  const rendered = (body: string): string => body.replace(/\\(?=[!-/:-@[-`{-~])/g, '');

  it.each([
    ['a line end', 'a\nb'],
    ['a heading on its own line', 'a\n\n# b'],
    ['a Windows line end', 'a\r\n\r\n- b'],
    ['a line separator', 'a\u2028b'],
    ['a fence', '```\nb'],
    ['the end of what is folded', '</details>\n\n</code>'],
  ])('adds no line with %s', (_, text) =>
    expect(everywhere(text).split('\n')).toHaveLength(harmless.split('\n').length),
  );

  it.each(['a|b', 'a\\|b', '|', '||||', '`a|b`'])('adds no cell with %s', (text) => {
    const cells = (body: string) =>
      body
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .map((line) => line.split(/(?<!\\)\|/).length);
    expect(cells(everywhere(text))).toEqual(cells(harmless));
  });

  it.each([
    '<!-- a',
    '<!--',
    '-->',
    '<img src=x>',
    '<a href="https://evil.example">b</a>',
    '</table>',
    '<details>',
    '<script>',
  ])('adds no HTML with %s', (text) => {
    const tags = (body: string) => body.match(/<[!/a-z][^>]*>?/gi);
    expect(tags(everywhere(text))).toEqual(tags(harmless));
  });

  it.each(['`a`', '``', '*a*', '__a__', '~~a~~', '[a](https://b.example)', '![a](b)', '[a]: b', '\\', '&lt;b&gt;'])(
    'adds no markup with %s',
    (text) => {
      const body = everywhere(text).replaceAll('**', '');
      expect(body).not.toMatch(/(?<!\\)(?:\\\\)*[`*_~[\]]/);
      expect(body).not.toContain('&lt;b&gt;');
    },
  );

  it.each([
    '@octocat',
    '@octo/team',
    'a@octocat',
    '@\u200boctocat',
    '\u200b@octocat',
    '@\u2060octocat',
    '@\u00adoctocat',
  ])('mentions nobody: %j', (text) => expect(rendered(everywhere(text))).not.toMatch(/@\p{Cf}*[\w]/u));

  it.each(['#12', 'fixes #12', 'octo/app#12', 'GH-12', 'gh-12', '#\u200b12'])('refers to no issue: %j', (text) =>
    expect(rendered(everywhere(text))).not.toMatch(/(?:#|GH-)\p{Cf}*\d/iu),
  );

  it.each([
    'https://evil.example',
    'HTTP://evil.example',
    'www.evil.example',
    'ht\u200btps://evil.example',
    'https:\u200b//evil.example',
  ])('makes no link: %j', (text) => {
    const body = everywhere(text).replace(/<a href="[^"]*">/g, '');
    expect(body).not.toMatch(/(?:https?|ftp):\/\/|www\./i);
    expect(linksOf(everywhere(text))).toEqual(linksOf(harmless));
  });

  it.each(['\u200b', '\u200d', '\ufeff', '\u00ad', '\u202e', '\u2066', '\u{e0041}'])(
    'hides nothing behind %j',
    (char) => {
      const body = everywhere(`a${char}b`);
      expect(body).not.toContain(char);
      expect(body).toMatch(/a ?b/);
    },
  );

  it.each([
    'javascript:alert(1)',
    'https://a.example/"onclick="x',
    'https://a.example/<b>',
    'data:text/html,x',
    '//evil.example',
  ])('is no link either as a URL: %s', (url) => {
    const body = commentBody(facts({ url, consoleUrl: url }));
    expect(linksOf(body)).not.toContain('https://a.example/pr-7-app');
    expect(linksOf(body)).toContain('https://github.example/octo/app/actions/runs/42');
    expect(body).not.toMatch(/<b>|<a [^>]*onclick/);
  });

  it.each(['$a$', '$$a$$', '$`a`$', '$HOME/$USER'])('is no formula: %s', (text) => {
    expect(everywhere(text).replaceAll('<span>$</span>', '')).not.toContain('$');
  });

  it('is cut where it is too long', () => {
    const long = 'é*'.repeat(5_000);
    expect(everywhere(long).length).toBeLessThan(22_000);
  });
});
