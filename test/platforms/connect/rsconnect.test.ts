import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultFile } from '../../../src/platforms/connect/content/candidates.ts';
import { resolveEntrypoint } from '../../../src/platforms/connect/content/entrypoint.ts';
import { rsconnectGlobs } from '../../../src/platforms/connect/content/globs.ts';
import { adaptPin, readPythonWish } from '../../../src/platforms/connect/content/python-wish.ts';
import { rsconnectName, titleOf } from '../../../src/platforms/connect/gateway/names.ts';
import { isIgnored } from '../../../src/platforms/connect/plan/committed-manifest.ts';
import { readProject } from '../../../src/project/project.ts';
import { RSCONNECT, rsconnectEnvironment } from '../../tools/rsconnect.ts';
import { createForest } from '../../tools/tree.ts';
import { uv } from '../../tools/uv.ts';

type Vectors = {
  readonly version: string;
  readonly pins: readonly { text: string; requires: string | null }[];
  readonly requires: readonly { files: Record<string, string>; requires: string | null }[];
  readonly entrypoints: readonly { files: string[]; given: string; entrypoint: string | null }[];
  readonly shiny: readonly { path: string; text: string; entrypoint: string }[];
  readonly globs: readonly { files: string[]; exclude: string[]; extra?: string[]; kept: string[] | null }[];
  readonly titles: readonly { path: string; title: string }[];
  readonly names: readonly { title: string; name: string }[];
};

const VECTORS = join(import.meta.dirname, '../../vectors');
const vectors = JSON.parse(readFileSync(join(VECTORS, 'rsconnect.json'), 'utf8')) as Vectors;
const makeTree = createForest('connect-rsconnect');

describe('as rsconnect-python does, this action', () => {
  it.each(vectors.pins)('makes of the pin $text the specifiers $requires', ({ text, requires }) => {
    expect(adaptPin(text.trim()) ?? null).toBe(requires);
  });

  it.each(vectors.requires)('looks for the Python in $files', async ({ files, requires }) => {
    const project = await readProject(makeTree(files), '.');
    const wish = await readPythonWish(project, []);
    expect(wish.requires || null).toBe(requires);
  });

  it.each(vectors.entrypoints.filter(({ given }) => given === ''))(
    'starts from $entrypoint among $files',
    ({ files, entrypoint }) => {
      expect(defaultFile(files)?.replace(/\.py$/, '') ?? null).toBe(entrypoint);
    },
  );

  it.each(vectors.entrypoints.filter(({ given }) => given.includes(':')))(
    'takes $given as the entrypoint $entrypoint',
    ({ given, entrypoint }) => {
      const dir = makeTree({ 'app.py': 'app = server = 1\n', 'pkg/main.py': 'app = 1\n' });
      const resolved = resolveEntrypoint('python-api', given, { dir, imports: [] });
      expect('entrypoint' in resolved ? resolved.entrypoint : null).toBe(entrypoint);
    },
  );

  it.each(vectors.shiny)('gives $path the Shiny entrypoint $entrypoint', ({ path, text, entrypoint }) => {
    const dir = makeTree({ [path]: text });
    expect(resolveEntrypoint('python-shiny', path, { dir, imports: [] })).toMatchObject({ entrypoint });
  });

  it.each(vectors.globs)('leaves $exclude out of a project, but for $extra', ({ files, exclude, extra = [], kept }) => {
    const folders = new Set(
      files.flatMap((file) =>
        file
          .split('/')
          .slice(0, -1)
          .map((_, i, all) => all.slice(0, i + 1).join('/')),
      ),
    );
    const { matches, refused } = rsconnectGlobs(exclude, (path) => folders.has(path));
    const ours = files.filter((file) => extra.includes(file) || !matches(file)).sort();
    if (kept === null) expect(refused).toEqual(exclude);
    else expect(ours.filter((file) => !isIgnored(file))).toEqual(kept.filter((file) => !isIgnored(file)).sort());
    // Names that mean nothing else are left out in every folder here, and only at the root there.
    for (const file of ours) if (!kept?.includes(file) && exclude.length === 0) expect(isIgnored(file)).toBe(true);
  });

  it.each(vectors.titles)('titles $path as $title', ({ path, title }) => {
    expect(titleOf(basename(path).replace(/\.[^.]*$/, ''))).toBe(title);
  });

  it.each(vectors.names)('names content with the title $title $name', ({ title, name }) => {
    expect(rsconnectName(title)).toBe(name);
  });
});

describe('the committed vectors', () => {
  it('are what rsconnect-python answers today', () => {
    const sample = Object.fromEntries(
      Object.entries(vectors).map(([key, cases]) => [
        key,
        Array.isArray(cases) ? cases.filter((_, i) => i % 3 === 0) : cases,
      ]),
    );
    const args = ['tool', 'run', '--quiet', '--from', RSCONNECT, 'python', join(VECTORS, 'ask_rsconnect.py')];
    const asked = spawnSync(uv, args, { input: JSON.stringify(sample), encoding: 'utf8', env: rsconnectEnvironment() });
    expect(asked.status, asked.stderr).toBe(0);
    expect(JSON.parse(asked.stdout)).toEqual(sample);
  });
});
