import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Finding } from '../../src/findings/finding.ts';
import { step } from '../../src/modes/step.ts';
import { systemClock } from '../../src/ports/clock.ts';
import type { Exec } from '../../src/ports/exec.ts';
import { MILL } from '../fixtures/mill.ts';
import { applyAll, type Changes } from '../fixtures/variant.ts';
import { wsgi } from '../tools/connect.ts';
import { createContext, createFakeHost, noCache, noVisit, stepEnvironment } from '../tools/fakes.ts';
import { lockText } from '../tools/lock-text.ts';
import { createForest, type Tree } from '../tools/tree.ts';
import type { Pair } from './pair.ts';

const SERVICE = resolve(import.meta.dirname, '../fixtures/projects/service');
const plant = createForest('codes');

const fixture = (name: string): string => readFileSync(join(SERVICE, name), 'utf8');
const COMMON: Tree = {
  'pyproject.toml': fixture('pyproject.toml'),
  '.python-version': fixture('.python-version'),
  'uv.lock': lockText(),
};
const BASES = {
  ricochet: {
    tree: { ...COMMON, '_ricochet.toml': fixture('_ricochet.toml'), 'serve.py': fixture('serve.py') },
    inputs: { platform: 'ricochet' },
  },
  connect: {
    tree: { ...COMMON, 'app.py': wsgi('hello') },
    inputs: { platform: 'connect', 'content-type': 'python-api', entrypoint: 'app' },
  },
  'clever-cloud': {
    tree: { ...COMMON, 'serve.py': fixture('serve.py') },
    inputs: { platform: 'clever-cloud', 'content-type': 'app', entrypoint: 'serve.py' },
  },
  deploymill: { tree: { ...COMMON, ...MILL }, inputs: { platform: 'deploymill' } },
} satisfies Record<string, { tree: Tree; inputs: Record<string, string> }>;

/** A runner without git and with a uv to which all is well, but for what a row says. */
const execOf =
  ({ uv = {}, files }: NonNullable<Pair['runner']>): Exec =>
  async (program, args) => {
    const done = { exitCode: 0, stdout: '', stderr: '' };
    if (program === 'git') return files === undefined ? { ...done, exitCode: 128 } : { ...done, stdout: files };
    if (uv === 'none') throw new Error(`There is no ${program} here.`);
    if (args[0] === '--version') return { ...done, stdout: 'uv 0.12.5' };
    return { ...done, ...uv[args.slice(0, 2).join(' ')], ...uv[args[0] ?? ''] };
  };

const place = ({ code, file, line, column }: Finding): string =>
  `${code} ${[file, line, column].filter((part) => part !== undefined).join(':')}`.trim();

/** All that `mode: check` tells of the base with these changes, in this process, as `code file:line:column`. */
export async function told(
  changes: Changes,
  { on }: Pick<Pair, 'on'>,
  inputs: Pair['inputs'] = {},
  runner: Pair['runner'] = {},
) {
  const { tree, inputs: own } = BASES[on ?? 'ricochet'];
  const workspace = plant(tree);
  await applyAll(workspace, runner.files === undefined ? changes : { '.git/HEAD': 'ref: refs/heads/main', ...changes });
  const host = createFakeHost();
  const given = Object.entries({ mode: 'check', preflight: 'static', ...own, ...inputs }).filter(
    ([, text]) => text !== '',
  );
  await step({
    host,
    context: createContext({ workspace, temp: plant(), ...(runner.event && { event: runner.event }) }),
    environment: { ...stepEnvironment(Object.fromEntries(given)), ...runner.environment },
    exec: execOf(runner),
    visit: noVisit,
    http: () => Promise.reject(new Error('Nothing is asked.')),
    clock: systemClock,
    cache: noCache(true),
    signal: new AbortController().signal,
    broken: new Promise(() => {}),
  });
  return host.findings.map(place);
}
