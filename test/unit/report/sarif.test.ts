import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The schema of the standard, as its makers publish it.
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { default as Draft4 } from 'ajv-draft-04';
import { default as addFormats } from 'ajv-formats';
import type { Log } from 'sarif';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { CODES } from '../../../src/findings/codes.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { forgetSecrets, keepSecret } from '../../../src/findings/secrets.ts';
import { type Entries, noEntries, type Status } from '../../../src/report/journal.ts';
import { sarifLog } from '../../../src/report/sarif.ts';
import { type SarifRequest, writeSarif } from '../../../src/report/sarif-file.ts';
import { createContext } from '../../tools/fakes.ts';

const ajv = new Draft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(schema);

const SUBJECT = { category: 'uv-deploy/apps/api/', file: 'apps/api/pyproject.toml', isWhole: true, documents: '' };
const logOf = (findings: readonly Finding[], subject = SUBJECT): Log => {
  const log = sarifLog(findings, subject);
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  return log;
};
const runOf = (log: Log) => log.runs[0] as Log['runs'][number];
const resultsOf = (findings: readonly Finding[]) => runOf(logOf(findings)).results ?? [];
const placeOf = (finding: Partial<Finding>) =>
  resultsOf([{ level: 'error', code: 'bom', message: 'Wrong.', ...finding }])[0]?.locations?.[0]?.physicalLocation;
const printsOf = (findings: readonly Finding[]) =>
  resultsOf(findings).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);

const STALE: Finding = { level: 'error', code: 'lock-stale', message: 'uv.lock is old.', remedy: 'Run `uv lock`.' };

describe('a SARIF log', () => {
  it('has a result for each finding, with a rule for each code', () => {
    const warning: Finding = { level: 'warning', code: 'partial-pin', message: 'Hm.', file: 'a', line: 3, column: 2 };
    const log = logOf([{ ...STALE, file: 'uv.lock', line: 7 }, warning, { ...STALE, level: 'notice', file: 'b' }]);
    const { tool, results = [], automationDetails } = runOf(log);
    expect(automationDetails).toEqual({ id: 'uv-deploy/apps/api/' });
    expect(tool.driver.rules?.map(({ id }) => id)).toEqual(['lock-stale', 'partial-pin']);
    expect(tool.driver.rules?.[0]).toMatchObject({
      shortDescription: { text: 'pyproject.toml has changed since uv lock.' },
      help: { markdown: '`pyproject.toml` has changed since `uv lock`.\n\n`uv lock`, and commit `uv.lock`.' },
    });
    expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['lock-stale', 0, 'error'],
      ['partial-pin', 1, 'warning'],
      ['lock-stale', 0, 'note'],
    ]);
    expect(results[0]?.message.text).toBe('uv.lock is old.\nRun `uv lock`.');
    expect(results[1]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 2 },
        },
      },
    ]);
  });

  it('leads each rule to its place in the documents, where these are known', () => {
    const documents = 'https://github.com/uv-deploy/uv-deploy/blob/v1';
    const known = runOf(logOf([STALE], { ...SUBJECT, documents })).tool.driver;
    expect(known.rules?.[0]?.helpUri).toBe(`${documents}/docs/findings.md#lock-stale`);
    expect(known.informationUri).toBe(`${documents}/README.md`);
    const unknown = runOf(logOf([STALE])).tool.driver;
    expect([unknown.rules?.[0]?.helpUri, unknown.informationUri]).toEqual([undefined, undefined]);
  });

  it('without findings has a run without results, so that alerts close', () => {
    expect(runOf(logOf([])).results).toEqual([]);
  });

  it('has rules for all the codes there are', () => {
    const all = [...CODES.keys()].map((code): Finding => ({ level: 'error', code, message: 'x' }));
    const { rules = [] } = runOf(logOf(all)).tool.driver;
    expect(rules).toHaveLength(CODES.size);
    for (const { help } of rules) expect(help?.text).not.toContain('`');
  });

  it.each([
    ['apps/api/_ricochet.toml', 'apps/api/_ricochet.toml'],
    ['a b/ä#?.py', 'a%20b/%C3%A4%23%3F.py'],
    ['c:/x:y', 'c%3A/x%3Ay'],
    ['.python-version', '.python-version'],
    ['..rc', '..rc'],
    ['bad\ud800', 'bad%EF%BF%BD'],
  ])('names the file %s as a relative URI', (file, uri) => {
    expect(placeOf({ file, line: 2 })).toMatchObject({ artifactLocation: { uri }, region: { startLine: 2 } });
  });

  it.each([undefined, '.', '../up', '/etc/passwd'])(
    'puts what has no file in the repository (%s) at the project',
    (file) => {
      expect(placeOf(file === undefined ? {} : { file, line: 9 })).toEqual({
        artifactLocation: { uri: 'apps/api/pyproject.toml', uriBaseId: '%SRCROOT%' },
        region: { startLine: 1 },
      });
    },
  );

  it('gives a finding the same print when lines, sizes and neighbours change, and each its own', () => {
    const one: Finding = { ...STALE, file: 'uv.lock', line: 7, message: 'Package 3 of 12 MB is old.' };
    const moved: Finding = { ...one, line: 70, message: 'Package 4 of 13 MB is old.' };
    const [print] = printsOf([one]);
    expect(print).toMatch(/^[0-9a-f]{16}:1$/);
    expect(printsOf([{ ...STALE, code: 'bom' }, moved])[1]).toBe(print);
    const others = [{ ...one, code: 'bom' }, { ...one, file: 'b' }, { ...one, message: 'Another.' }, one, moved];
    expect(new Set(printsOf(others)).size).toBe(others.length);
    expect(printsOf(others).slice(3)).toEqual([print, print?.replace(':1', ':2')]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
afterEach(forgetSecrets);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const checkout = (): string => {
  const path = join(folder, `checkout-${count++}`);
  mkdirSync(path);
  return path;
};
const write = (
  workspace: string,
  path: string,
  { status = 'checked', ...changes }: Partial<Entries> & { status?: Status; request?: Partial<SarifRequest> } = {},
) =>
  writeSarif(
    { path, directory: '.', platform: '', ...changes.request },
    status,
    { ...noEntries(), ...changes },
    createContext({ workspace }),
  );
const readLog = (...path: string[]): Log => JSON.parse(readFileSync(join(...path), 'utf8'));

describe('the file of findings', () => {
  it('is written with the folders it needs, over the one before', async () => {
    const workspace = checkout();
    for (const findings of [[STALE], []]) {
      expect(await write(workspace, 'out/of/here.sarif', { findings })).toBe('SARIF: out/of/here.sarif');
      expect(runOf(readLog(workspace, 'out/of/here.sarif')).results).toHaveLength(findings.length);
    }
  });

  it('holds no secret', async () => {
    const workspace = checkout();
    keepSecret('hunter2');
    const findings = [{ ...STALE, message: 'The server said hunter2.', remedy: 'Not hunter2.' }];
    await write(workspace, 'a.sarif', { findings });
    expect(runOf(readLog(workspace, 'a.sarif')).results?.[0]?.message.text).toBe('The server said ***.\nNot ***.');
  });

  it.each([
    ['.', '', 'uv-deploy/'],
    ['', '', 'uv-deploy/'],
    ['./apps/api/', '', 'uv-deploy/apps/api/'],
    [join(folder, 'apps/web'), '', 'uv-deploy/'],
    ['apps/api', 'connect', 'uv-deploy/connect/apps/api/'],
    ['../up', '', 'uv-deploy/'],
  ])('of the folder %j and the platform %j has the category %s', async (directory, platform, category) => {
    const workspace = checkout();
    await write(workspace, 'a.sarif', { request: { directory, platform } });
    expect(runOf(readLog(workspace, 'a.sarif')).automationDetails).toEqual({ id: category });
  });

  it('has the same category for a folder that is named from the root of the machine', async () => {
    const workspace = checkout();
    await write(workspace, 'a.sarif', { request: { directory: join(workspace, 'apps/api') } });
    expect(runOf(readLog(workspace, 'a.sarif')).automationDetails).toEqual({ id: 'uv-deploy/apps/api/' });
  });

  it('says when the run did not come to its end', async () => {
    const workspace = checkout();
    for (const [code, isWhole] of [
      ['lock-stale', true],
      ['cancelled', false],
      ['unexpected', false],
    ] as const) {
      await write(workspace, 'a.sarif', { findings: [{ ...STALE, code }] });
      expect(runOf(readLog(workspace, 'a.sarif')).invocations).toEqual([{ executionSuccessful: isWhole }]);
    }
  });

  it.each([{ mode: 'teardown' }, { mode: 'invoke' }, { status: 'skipped' as const }])(
    'is not written where nothing was checked: %j',
    async (changes) => {
      const workspace = checkout();
      expect(await write(workspace, 'a.sarif', changes)).toContain('No SARIF written');
      expect(() => readLog(workspace, 'a.sarif')).toThrow('ENOENT');
    },
  );

  it('is not asked for: then there is none', async () => {
    expect(await write(checkout(), '')).toBeUndefined();
  });

  const refused = async (workspace: string, path: string) => {
    const finding = await write(workspace, path);
    expect(finding).toMatchObject({ level: 'warning', code: 'sarif-not-written' });
    return (finding as Finding).message;
  };

  it.each([
    ['../out.sarif', 'it leaves the checkout'],
    ['a/../../out.sarif', 'it leaves the checkout'],
    [join(folder, 'out.sarif'), 'it leaves the checkout'],
    ['pyproject.toml', 'its name does not end with .sarif'],
    ['package.json', 'its name does not end with .sarif'],
    ['out', 'its name does not end with .sarif'],
  ])('may not be %s', async (path, why) => {
    expect(await refused(checkout(), path)).toContain(why);
    expect(() => readLog(folder, 'out.sarif')).toThrow('ENOENT');
  });

  it('follows no link, and takes the place of no folder', async () => {
    const workspace = checkout();
    mkdirSync(join(workspace, 'folder.sarif'));
    writeFileSync(join(workspace, 'file'), '');
    symlinkSync(folder, join(workspace, 'away'));
    symlinkSync(join(folder, 'nowhere'), join(workspace, 'dangling'));
    symlinkSync(join(folder, 'out.sarif'), join(workspace, 'link.sarif'));
    expect(await refused(workspace, 'away/out.sarif')).toContain('a link leads out of the checkout');
    expect(await refused(workspace, 'away/deep/out.sarif')).toContain('a link leads out of the checkout');
    expect(await refused(workspace, 'dangling/out.sarif')).toContain('a link there points to nothing');
    expect(await refused(workspace, 'link.sarif')).toContain('something other than a file is there');
    expect(await refused(workspace, 'folder.sarif')).toContain('something other than a file is there');
    expect(await refused(workspace, 'file/out.sarif')).toMatch(/EEXIST|ENOTDIR/);
    expect(() => readLog(folder, 'out.sarif')).toThrow('ENOENT');
  });
});
