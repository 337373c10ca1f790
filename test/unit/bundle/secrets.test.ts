import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../src/bundle/secrets.ts';
import type { BundleFile } from '../../../src/bundle/source.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { createForest, type Tree } from '../../tools/tree.ts';

const plant = createForest('secrets');

const find = (tree: Tree): Finding[] => {
  const dir = plant(tree);
  const files = Object.keys(tree).map((path): BundleFile => {
    const source = join(dir, path);
    return { path, source, size: statSync(source).size, executable: false };
  });
  return findSecrets(files, (path) => relative(dir, path));
};

// Put together here, so that nobody's scanner takes this file for a leak.
const letters = (count: number): string => 'aB3dE5fG7hJ9kLmNpQrStUvWxYz2'.repeat(10).slice(0, count);
const only = (count: number): string => 'abCDefGHijKLmnOPqrSTuvWXyz'.repeat(10).slice(0, count);
const begin = ['-----', 'BEGIN '].join('');

const SECRETS: readonly (readonly [what: string, secret: string])[] = [
  ['a private key', `${begin}PRIVATE KEY-----`],
  ['a private key', `${begin}RSA PRIVATE KEY-----`],
  ['a private key', `${begin}OPENSSH PRIVATE KEY-----`],
  ['a private key', `${begin}ENCRYPTED PRIVATE KEY-----`],
  ['a private key', `${begin}PGP PRIVATE KEY BLOCK-----`],
  ['an AWS access key', `AKIA${'Q2W3E4R5T6Y7UIOP'}`],
  ['an AWS access key', `ASIA${'Q2W3E4R5T6Y7UIOP'}`],
  ...['p', 'o', 'u', 's', 'r'].map((kind) => ['a GitHub token', `gh${kind}_${letters(36)}`] as const),
  ['a GitHub token', `github_pat_${letters(22)}_${letters(59)}`],
  ['a GitLab token', `glpat-${letters(20)}`],
  ['a Slack token', `xoxb-${'1234567890'.repeat(2)}-${letters(24)}`],
  ['a Google API key', `AIza${letters(35)}`],
  ['a Stripe key', `sk_live_${letters(24)}`],
  ['a Stripe key', `rk_live_${letters(24)}`],
  ['an Anthropic key', `sk-ant-api03-${letters(40)}`],
  ['an OpenAI key', `sk-${letters(20)}T3BlbkFJ${letters(20)}`],
  ['an OpenAI key', `sk-proj-${letters(60)}T3BlbkFJ${letters(60)}`],
  ['a Hugging Face token', `hf_${only(34)}`],
  ['a PyPI token', `pypi-AgEI${letters(60)}`],
  ['an npm token', `npm_${letters(36)}`],
  ['a ricochet key', `rico_${letters(8)}_${letters(40)}`],
];

describe('a secret', () => {
  it.each(SECRETS)('is found, with its line and never with its value: %s', (what, secret) => {
    const findings = find({ 'app/settings.py': `# settings\nDEBUG = True\nKEY = "${secret}"\n` });
    expect(findings).toEqual([
      {
        level: 'error',
        code: 'secret-in-bundle',
        message: `app/settings.py holds ${what} and would be deployed.`,
        remedy: "Remove it from the repository and revoke it, or leave the file out with 'exclude'.",
        file: 'app/settings.py',
        line: 3,
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain(secret.slice(6));
  });

  it.each(SECRETS)('is found at the start and at the very end of a file, alone in it: %s', (_, secret) => {
    expect(find({ a: secret })).toMatchObject([{ line: 1 }]);
    expect(find({ a: `${'\n'.repeat(500)}${secret}` })).toMatchObject([{ line: 501 }]);
  });

  it.each(['a.py', '.npmrc', 'notebook.ipynb', 'deep/er/x.toml', 'no-extension', 'uv.lock'])(
    'is found in %s',
    (path) => {
      expect(find({ [path]: `x = glpat-${letters(20)}\n` })).toMatchObject([{ file: path, line: 1 }]);
    },
  );

  it('is reported once a file, however many there are, and in every file', () => {
    const secret = `npm_${letters(36)}`;
    const findings = find({ a: `${secret}\n${secret}\nglpat-${letters(20)}`, b: 'nothing', c: `\r\n${secret}` });
    expect(findings.map(({ file, line }) => [file, line])).toEqual([
      ['a', 3],
      ['c', 2],
    ]);
  });

  it('is found among letters of any script and bytes of any encoding', () => {
    expect(
      find({
        a: Buffer.concat([Buffer.from('grüße 世界 '), Buffer.from([0xe9, 0xff]), Buffer.from(`\nnpm_${letters(36)}`)]),
      }),
    ).toMatchObject([{ line: 2 }]);
  });
});

describe('what looks like a secret', () => {
  it.each([
    ['a public key', `${begin}PUBLIC KEY-----`],
    ['a certificate', `${begin}CERTIFICATE-----`],
    ['a token that is too short', `ghp_${letters(35)}`],
    ['a token within a word', `xghp_${letters(36)}`],
    ['a test key', `sk_test_${letters(24)}`],
    ['a placeholder', 'sk-ant-...'],
    ['a prefix', 'glpat-<your token>'],
    ['a hash', 'sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
    ['a name', 'AKIA = akia_of_somebody_who_is_called_so'],
  ])('is none: %s', (_, text) => expect(find({ 'a.py': `${text}\n` })).toEqual([]));

  it('in a binary file is none', () => {
    const secret = Buffer.from(`npm_${letters(36)}`);
    expect(find({ a: Buffer.concat([Buffer.from([0x7f, 0x45, 0, 0]), secret]) })).toEqual([]);
    expect(find({ a: Buffer.concat([Buffer.alloc(4_095, 'x'), Buffer.from([0]), secret]) })).toEqual([]);
  });

  it('in a large file is not looked for; one of just a megabyte is', () => {
    const secret = `\nnpm_${letters(36)}`;
    expect(find({ a: 'x'.repeat(1_000_000) + secret })).toEqual([]);
    expect(find({ a: 'x'.repeat(1_000_000 - secret.length) + secret })).toHaveLength(1);
  });

  it('in what the file before held is none', () => {
    const padding = 'x'.repeat(5_000);
    expect(find({ a: `${padding} npm_${letters(36)}`, b: 'y'.repeat(100) })).toHaveLength(1);
  });

  it('in an empty, a tiny or a generated file is none', () => {
    expect(find({ a: '', b: 'x' })).toEqual([]);
    const source = Buffer.from(`npm_${letters(36)}`);
    expect(findSecrets([{ path: 'a', source, size: source.length, executable: false }], (path) => path)).toEqual([]);
  });

  it('in a file that has vanished is left to the packing', () => {
    const file = { path: 'a', source: join(plant(), 'a'), size: 100, executable: false };
    expect(findSecrets([file], (path) => path)).toEqual([]);
  });
});

describe('a file for credentials', () => {
  it.each([
    'id_rsa',
    'keys/id_ed25519',
    '.netrc',
    'home/.pypirc',
    '.git-credentials',
    'cert.p12',
    'x/cert.pfx',
    'a.jks',
    'b.keystore',
  ])('is found by its name: %s', (path) => {
    const [finding, ...others] = find({ [path]: 'whatever' });
    expect(finding).toMatchObject({
      code: 'secret-in-bundle',
      file: path,
      message: `${path} holds credentials and would be deployed.`,
    });
    expect(finding).not.toHaveProperty('line');
    expect(others).toEqual([]);
  });

  it.each(['id_rsa.pub', 'my_id_rsa', 'netrc', 'p12', 'id_rsa/readme', 'keystore.py'])('is not %s', (path) =>
    expect(find({ [path]: 'whatever' })).toEqual([]),
  );
});
