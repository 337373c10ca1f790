import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CODES } from '../../src/findings/codes.ts';
import { type Feature, firstVersion } from '../../src/platforms/connect/api/version.ts';
import { anchors, blocks, fenced, links, PAGES, page, prose, recipes } from '../tools/pages.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OTHERS = ['CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

test('the README has at most 12,000 bytes', () => {
  expect(Buffer.byteLength(page('README.md'))).toBeLessThanOrEqual(12_000);
});

test('the README tells a stranger all there is, in the order in which it is needed', () => {
  const headings = [...prose(page('README.md')).matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(headings).toEqual([
    ...['Platforms', 'Quick start', 'Pull requests', 'Inputs', 'When it is red', 'Requirements'],
    ...['Try it on your machine', 'Documentation'],
  ]);
});

describe.each([...PAGES, ...OTHERS])('in %s', (path) => {
  test('every link leads to a file, and to a place in it', () => {
    for (const link of links(page(path)).filter((target) => !/^https?:/.test(target))) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      expect(existsSync(join(ROOT, target)), `${link}: there is no such file`).toBe(true);
      if (anchor !== undefined) expect(anchors(page(target)), `${link}: there is no such place`).toContain(anchor);
    }
  });
});

test('the pictures are small, and all of them are shown', () => {
  const shown = PAGES.flatMap((path) => links(page(path)).map((link) => posix.join(posix.dirname(path), link)));
  for (const name of readdirSync(join(ROOT, 'docs/images'))) {
    expect(statSync(join(ROOT, 'docs/images', name)).size, name).toBeLessThan(150_000);
    expect(shown).toContain(`docs/images/${name}`);
  }
});

test('every page of docs/ is linked from the README', () => {
  const linked = links(page('README.md')).map((target) => target.replace(/#.*/, ''));
  expect(PAGES.filter((path) => path !== 'README.md' && !linked.includes(path))).toEqual([]);
});

test('every code has a place in docs/findings.md', () => {
  const places = anchors(page('docs/findings.md'));
  expect([...CODES.keys()].filter((code) => !places.has(code))).toEqual([]);
});

/** Words of translated English, and what to write instead. */
const AVOIDED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:is|are|be) told\b/i, 'is reported'],
  [/\btold of\b/i, 'reported'],
  [/\bone a line\b/i, 'one per line'],
  [/\banew\b/i, 'again'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bbeside\b/i, 'next to, in addition to'],
  [/(?<!\bthere )\b(?:is|are) no (?!longer)/i, 'is not a'],
  [/\b(?:stands|lies)\b/i, 'is'],
  [
    /(?:^|[.:] )What (?!happens|is (?:checked|deployed)|goes|a run)[^?\n]* (?:is|are|has|was) /m,
    'a noun as the subject',
  ],
];

test.each(PAGES)('%s says nothing in words of translated English', (path) => {
  // The tables that come from the code have its words.
  const written = prose(page(path).replace(/<!-- ([a-z-]+) -->[\s\S]*?<!-- end of \1 -->/g, ''));
  for (const [word, instead] of AVOIDED) {
    expect(word.exec(written)?.[0], `write ${instead}`).toBeUndefined();
  }
});

test('the steps of the quick start are those of the page of each platform', () => {
  type Workflow = { readonly jobs: Readonly<Record<string, { readonly steps: readonly object[] }>> };
  const stepsOf = (text = '') => Object.values((parse(text) as Workflow).jobs)[0]?.steps ?? [];
  const ofReadme = (title: string) => blocks().find((block) => block.page === 'README.md' && block.title === title);
  const before = stepsOf(ofReadme('ricochet')?.text).slice(0, -1);
  for (const [title, path] of [
    ['Posit Connect', 'docs/connect.md'],
    ['Clever Cloud', 'docs/clever-cloud.md'],
  ] as const) {
    const steps = parse(ofReadme(title)?.text ?? '') as object[];
    expect([...before, ...steps]).toEqual(stepsOf(recipes().find((recipe) => recipe.page === path)?.text));
  }
});

test('the README runs the two commands behind `git clone`', () => {
  expect(fenced(page('README.md'), 'sh')).toEqual([expect.stringMatching(/^git clone .*\nnpm run demo\nnpm cit\n$/)]);
});

test('the page on Connect names the version of each feature', () => {
  const features: readonly Feature[] = [
    ...(['draft', 'draftUrl', 'bundleMetadata', 'requires', 'render', 'trustedPublishing'] as const),
  ];
  for (const feature of features) expect(page('docs/connect.md')).toContain(`| ${firstVersion(feature)} |`);
});
