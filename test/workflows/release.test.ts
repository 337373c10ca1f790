import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { licenses } from '../tools/licenses.mjs';
import { commitAll, createForest, grow } from '../tools/tree.ts';
import { HOST_FOLDER, loadHost, type Stub, type WorkflowRun } from '../tools/workflow-host.ts';
import { dispatch } from './events.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const plant = createForest('release');
const { version } = JSON.parse(read('package.json')) as { version: string };

describe('a release', () => {
  test('has one version everywhere, with notes in the changelog', () => {
    const lock = JSON.parse(read('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
    expect(read('CHANGELOG.md')).toContain(`\n## [${version}]`);
  });

  test('comes with the licenses of all that is in dist/', () => {
    const text = read('dist/licenses.txt');
    // Of what src/ imports, of what that needs, and of what a bundler merges into other modules.
    for (const name of ['smol-toml', '@lezer/lr', '@actions/core'])
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(\\S+\\)\n\n\\S`, 'm'));
    expect(text).not.toMatch(/\(undefined\)|\r/);
    for (const one of licenses()) expect(text).toContain(one);
  });

  test('is published by a job that waits for an approval, after CI', () => {
    const { jobs } = parse(read('.github/workflows/release.yml'));
    expect(jobs.publish).toMatchObject({ environment: 'release', needs: 'draft' });
    expect(jobs.draft.needs).toBe('ci');
    const ci = parse(read('.github/workflows/ci.yml'));
    expect(ci.jobs.gate.needs).toEqual(Object.keys(ci.jobs).filter((name) => name !== 'gate'));
  });
});

/** Notes its arguments, and answers what the test wants: whether the release is a draft, and whether the tag is there. */
const GH = `#!/usr/bin/env bash
echo "$*" >> "$CALLS"
case "$1 $2" in
  'release view') [ -n "$IS_DRAFT" ] && echo "$IS_DRAFT" ;;
  'api repos/'*) [ -n "$HAS_MAJOR" ] ;;
esac
`;

type Release = { readonly run: WorkflowRun; readonly calls: readonly string[]; readonly attested: string };

/** Runs the workflow on a repository with these files, where CI has nothing to do, and a tool for GitHub that only takes notes. */
async function release(
  { isDraft = '', hasMajor = '' }: { readonly isDraft?: string; readonly hasMajor?: string },
  files: Readonly<Record<string, string>> = {},
): Promise<Release> {
  const repository = plant();
  for (const name of ['package.json', 'CHANGELOG.md', '.github/workflows/release.yml', 'dist'])
    cpSync(join(ROOT, name), join(repository, name), { recursive: true });
  const ci =
    'on: workflow_call\npermissions: {}\njobs:\n  gate:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n';
  commitAll(grow(repository, { '.github/workflows/ci.yml': ci, ...files }));
  const tools = plant({ gh: GH, calls: '' });
  chmodSync(join(tools, 'gh'), 0o755);
  const { Host, checkoutStub, startResultsServer, startFakeGitHub } = await loadHost();
  const [results, github] = await Promise.all([startResultsServer({ dir: plant() }), startFakeGitHub({ pulls: [] })]);
  let attested = '';
  const attest: Stub = async ({ inputs }) => {
    attested = inputs['subject-path'] ?? '';
    return {};
  };
  const env = { CALLS: join(tools, 'calls'), IS_DRAFT: isDraft, HAS_MAJOR: hasMajor };
  const path = [tools, process.env.PATH].join(delimiter);
  const host = new Host({
    repos: { 'octo/app': repository },
    actions: { 'actions/checkout': checkoutStub, 'actions/attest-build-provenance': attest },
    ...{ results, github, env, path, secrets: {}, root: plant(), cacheScopes: () => ({ ac: [] }) },
  });
  try {
    const workflow = '.github/workflows/release.yml';
    const run = await host.run({ repository: 'octo/app', workflow, ...dispatch('a'.repeat(40)) });
    return { run, calls: readFileSync(env.CALLS, 'utf8').split('\n').filter(Boolean), attested };
  } finally {
    await Promise.all([results.close(), github.close()]);
  }
}

describe.skipIf(!HOST_FOLDER)('the workflow of a release', () => {
  const tag = `v${version}`;
  const major = tag.split('.')[0];

  test('drafts, attests, publishes, and moves the tag of the major version', async () => {
    const { run, calls, attested } = await release({ hasMajor: 'yes' });
    expect(run).toMatchObject({ conclusion: 'success', annotations: [] });
    expect(attested).toBe('dist/*\nuv-deploy-*.tgz\n');
    expect(calls).toEqual([
      `release view ${tag} --json isDraft --jq .isDraft`,
      expect.stringMatching(
        `^release create ${tag} uv-deploy-${version}\\.tgz --draft --target a{40} --title ${tag} --notes-file \\S+$`,
      ),
      `release edit ${tag} --draft=false --latest`,
      `api repos/octo/app/git/ref/tags/${major}`,
      `api --method PATCH repos/octo/app/git/refs/tags/${major} --field sha=${'a'.repeat(40)} --field force=true`,
    ]);
  });

  test('replaces a draft that nobody has approved, and makes the tag where there is none', async () => {
    const { run, calls } = await release({ isDraft: 'true' });
    expect(run.conclusion).toBe('success');
    expect(calls[1]).toBe(`release delete ${tag} --yes`);
    expect(calls.at(-1)).toBe(
      `api --method POST repos/octo/app/git/refs --field ref=refs/tags/${major} --field sha=${'a'.repeat(40)}`,
    );
  });

  test('never replaces a release', async () => {
    const { run, calls } = await release({ isDraft: 'false' });
    expect(run.annotations.map(({ title }) => title)).toEqual(['released']);
    expect(calls).toHaveLength(1);
  });

  test('asks for notes of the version', async () => {
    const { run, calls } = await release({}, { 'CHANGELOG.md': '# Changelog\n\n## [0.0.1]\n\n- Something.\n' });
    expect(run.annotations.map(({ title }) => title)).toEqual(['no-notes']);
    expect(calls).toEqual([]);
  });
});
