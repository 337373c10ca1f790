import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/findings/finding.ts';
import { readInputs } from '../../../src/inputs/raw.ts';
import { layerSettings } from '../../../src/inputs/settings.ts';
import { createGate } from '../../../src/report/gate.ts';
import { createJournal } from '../../../src/report/journal.ts';
import { codesOf, createFakeHost, createInputs, failureOf, tomlFile } from '../../tools/fakes.ts';

const RICOCHET = { name: 'ricochet', settings: {} } as const;
const read = (toml: string) =>
  layerSettings(
    readInputs({}),
    [{ file: tomlFile(`[tool.uv-deploy]\n${toml}\n`), path: 'tool.uv-deploy', structure: [] }],
    RICOCHET,
  ).ignores;

const finding = (code: string, level: Finding['level'] = 'error', file?: string): Finding => ({
  ...{ level, code, message: `${code} happened.` },
  ...(file !== undefined && { file }),
});

/** What a gate with these settings shows, ignores, and ends the run with. */
function judge(toml: string, findings: readonly Finding[], failOn = 'error') {
  const [journal, host] = [createJournal(), createFakeHost()];
  const shown: Finding[] = [];
  const inputs = { ...createInputs({ 'fail-on': failOn }), ignores: read(toml) };
  const gate = createGate({ inputs, journal, host, report: (found) => void shown.push(...found) });
  const ended = failureOf(() => gate.pass(findings)).catch(() => undefined);
  return ended.then((failure) => ({
    shown: codesOf(shown),
    ignored: journal.entries.ignored.map((one) => [one.finding.code, one.reason]),
    ended: failure && codesOf(failure.findings),
    left: () => failureOf(() => gate.open({ findings })),
    log: host.lines,
  }));
}

describe('an ignored finding', () => {
  const ONE = 'ignore = [{ code = "partial-pin", reason = "The server has 3.12.7." }]';

  it('is not shown and ends nothing, but is remembered with the reason', async () => {
    for (const level of ['error', 'warning', 'notice'] as const) {
      const judged = await judge(ONE, [finding('partial-pin', level)], 'warning');
      expect(judged).toMatchObject({ shown: [], ended: undefined });
      expect(judged.ignored).toEqual([['partial-pin', 'The server has 3.12.7.']]);
      expect(judged.log.join()).toContain('partial-pin. The server has 3.12.7.');
    }
  });

  it('takes no other with it', async () => {
    const judged = await judge(ONE, [finding('partial-pin'), finding('lock-stale'), finding('no-uv', 'notice')]);
    expect(judged).toMatchObject({ shown: ['lock-stale', 'no-uv'], ended: ['lock-stale'] });
  });

  it.each([
    ['tests/keys/*.pem', ['tests/keys/a.pem'], ['tests/keys/more/a.pem', 'a.pem', 'apps/tests/keys/a.pem']],
    ['*.pem', ['a.pem', 'deep/down/b.pem'], ['a.pem.txt']],
    ['tests', ['tests/a.pem', 'apps/tests/b'], ['test/a.pem', 'tests.py']],
    ['/tests/', ['tests/a.pem'], ['apps/tests/b']],
  ])('may be meant in some files only: %s', async (glob, meant, others) => {
    const toml = `ignore = [{ code = "secret-in-bundle", reason = "x", file = "${glob}" }]`;
    for (const file of meant)
      expect((await judge(toml, [finding('secret-in-bundle', 'error', file)])).shown).toEqual([]);
    for (const file of [...others, undefined]) {
      const judged = await judge(toml, [finding('secret-in-bundle', 'error', file)]);
      expect(judged.shown, file).toEqual(['secret-in-bundle']);
    }
  });

  it('may stand under the platform too, and both count', async () => {
    const toml = `${ONE}\n[[tool.uv-deploy.ricochet.ignore]]\ncode = "lock-stale"\nreason = "x"\n[[tool.uv-deploy.connect.ignore]]\ncode = "bom"\nreason = "x"`;
    const judged = await judge(toml, [finding('partial-pin'), finding('lock-stale'), finding('bom')]);
    expect(judged.shown).toEqual(['bom']);
  });

  it('is reported all the same where nothing can be done without it', async () => {
    const judged = await judge('ignore = [{ code = "missing-pin", reason = "x" }]', [finding('missing-pin')]);
    expect(judged.shown).toEqual([]);
    const { findings } = await judged.left();
    expect(findings).toMatchObject([{ code: 'not-ignorable', remedy: 'Fix it, and remove missing-pin from ignore.' }]);
    expect(findings[0]?.message).toContain('missing-pin happened.');
    const told = await judge('', [finding('missing-pin')]);
    expect(codesOf((await told.left()).findings)).toEqual(['missing-pin']);
  });
});

describe('a wrong ignore', () => {
  const GIVE = /^Say why, for the next reader: \{ code = "partial-pin", reason = "…" \}\.$/;
  it.each([
    ['["partial-pin"]', /'partial-pin' without a reason/, GIVE],
    ['[{ code = "partial-pin" }]', /'partial-pin' without a reason/, GIVE],
    ['[{ code = "partial-pin", reason = " " }]', /'partial-pin' without a reason/, GIVE],
    ['[{ code = "partial-pin", reason = 3 }]', /'partial-pin' without a reason/, GIVE],
    ['[{ code = "partial-pim", reason = "x" }]', /unknown code 'partial-pim'/, /^Did you mean 'partial-pin'\?$/],
    ['[{ code = "what", reason = "x" }]', /unknown code 'what'/, /title/],
    ['[{ code = "toString", reason = "x" }]', /unknown code/, /./],
    ['[{ code = "invalid-key", reason = "x" }]', /'invalid-key' can't be ignored/, /Remove it/],
    ['[{ code = "deployment-failed", reason = "x" }]', /can't be ignored/, /Remove it/],
    ['[{ code = "bom", reson = "x" }]', /the unknown key 'reson'/, /^Did you mean 'reason'\?$/],
    ['[{ code = "bom", reason = "x", x = 1 }]', /the unknown key 'x'/, /^Known: code, reason, file\.$/],
    ['[{ reason = "x" }]', /no code/, /./],
    ['[{ code = "bom", reason = "x", file = 3 }]', /file of the ignored 'bom'/, /glob/],
    ['[3]', /not a table/, /Say why/],
    ['"partial-pin"', /ignore is not a list/, /./],
    ['{ code = "bom", reason = "x" }', /ignore is not a list/, /./],
  ])('is refused: %s', async (value, message, remedy) => {
    const { findings } = await failureOf(() => read(`ignore = ${value}`));
    expect(findings).toMatchObject([{ code: 'invalid-setting', file: 'pyproject.toml', line: 2 }]);
    expect(findings[0]?.message).toMatch(message);
    expect(findings[0]?.remedy).toMatch(remedy);
  });

  it('is refused at its line, all at once, with other faults', async () => {
    const toml =
      'tiemout = 3\n[[tool.uv-deploy.ignore]]\ncode = "bom"\n[[tool.uv-deploy.ignore]]\ncode = "x-y"\nreason = "x"';
    const { findings } = await failureOf(() => read(toml));
    expect(findings.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});
