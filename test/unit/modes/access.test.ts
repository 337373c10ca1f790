import { describe, expect, it } from 'vitest';
import { readAccess } from '../../../src/modes/access.ts';
import type { Platform } from '../../../src/platforms/platform.ts';
import { LINUX } from '../../../src/project/target.ts';
import { createInputs } from '../../tools/fakes.ts';

const PLATFORM: Platform = {
  name: 'ricochet',
  words: { credential: 'key' },
  credentials: { server: 'APP_SERVER', token: 'APP_TOKEN', secret: { env: 'APP_SECRET', isRequired: false } },
  server: LINUX,
  settings: {},
  identify: async () => ({ findings: [] }),
  open: () => {
    throw new Error('not needed here');
  },
  plan: async () => ({ findings: [] }),
};

const read = (inputs: Record<string, string>, environment: Record<string, string> = {}, platform = PLATFORM) => {
  const masks: string[] = [];
  const host = { mask: (secret: string) => void masks.push(secret) };
  const { value: access, findings } = readAccess({ platform, inputs: createInputs(inputs), environment, host });
  return { access, findings, masks };
};
const serverOf = (server: string): string | undefined => read({ server, token: 'token-1' }).access?.server;
const refusalOf = (server: string) => read({ server, token: 'token-1' }).findings[0];

describe('access', () => {
  it('comes from the inputs, each of which wins over its variable', () => {
    const environment = { APP_SERVER: 'https://variable.example', APP_TOKEN: 'token-2', APP_SECRET: 'secret-2' };
    expect(read({ server: 'https://input.example', token: 'token-1', secret: 'secret-1' }, environment).access).toEqual(
      {
        server: 'https://input.example',
        token: 'token-1',
        secret: 'secret-1',
      },
    );
    expect(read({ token: 'token-1' }, environment).access).toEqual({
      server: 'https://variable.example',
      token: 'token-1',
      secret: 'secret-2',
    });
  });

  it('comes from the variables of the platform, without the blanks around', () => {
    const environment = { APP_SERVER: ' https://variable.example\n', APP_TOKEN: ' token-2 ', APP_SECRET: '' };
    const { access, masks } = read({}, environment);
    expect(access).toEqual({ server: 'https://variable.example', token: 'token-2', secret: '' });
    expect(masks).toEqual(['token-2']);
  });

  it('is absent without a token, whatever else is given', () => {
    expect(read({ server: 'https://input.example', secret: 'secret-1' }).access).toBeUndefined();
    expect(read({ server: 'not even a URL' }, { APP_TOKEN: '  ' }).access).toBeUndefined();
  });

  it('masks the secret of a credential that has no token', () => {
    expect(read({}, { APP_SECRET: 'secret-2' }).masks).toEqual(['secret-2']);
  });

  it('needs the secret of a token that is valid with it only', () => {
    const credentials = { ...PLATFORM.credentials, secret: { env: 'APP_SECRET', isRequired: true } };
    const platform = { ...PLATFORM, credentials };
    const inputs = { server: 'https://input.example', token: 'token-1' };
    const { findings } = read(inputs, {}, platform);
    expect(findings).toMatchObject([{ code: 'no-secret', remedy: expect.stringContaining('secrets.APP_SECRET') }]);
    expect(read(inputs, { APP_SECRET: 'secret-2' }, platform).access?.secret).toBe('secret-2');
  });

  it('needs a server, and says which variable it may come from', () => {
    const { findings } = read({ token: 'token-1' });
    expect(findings).toMatchObject([{ code: 'no-server', remedy: expect.stringContaining('APP_SERVER') }]);
  });

  it('takes the address of the platform where it has one', () => {
    const platform = { ...PLATFORM, defaultServer: 'https://api.platform.example/' };
    expect(read({ token: 'token-1' }, {}, platform).access?.server).toBe('https://api.platform.example');
    expect(read({ token: 'token-1', server: 'https://a.example' }, {}, platform).access?.server).toBe(
      'https://a.example',
    );
  });

  it.each(['APP_TOKEN', 'APP_SECRET'])('refuses a line break in %s, masks its lines and does not show them', (name) => {
    const environment = { APP_SERVER: 'https://a.example', APP_TOKEN: 'token-2', [name]: 'hunter2\nhunter3' };
    const { findings, masks } = read({}, environment);
    expect(findings).toMatchObject([{ code: 'invalid-input', message: expect.stringContaining(name) }]);
    expect(JSON.stringify(findings)).not.toContain('hunter');
    expect(masks).toEqual(expect.arrayContaining(['hunter2\nhunter3']));
  });
});

describe('the server', () => {
  it.each([
    ['https://a.example', 'https://a.example'],
    ['https://a.example/', 'https://a.example'],
    ['HTTPS://A.Example:443///', 'https://a.example'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['https://a.example/ricochet/', 'https://a.example/ricochet'],
    ['https://a.example/?tab=apps#top', 'https://a.example'],
    ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ])('%s is %s', (given, server) => expect(serverOf(given)).toBe(server));

  it.each([
    'a.example',
    'a.example:443',
    'ftp://a.example',
    'https://',
    'https://a b',
    'file:///etc/passwd',
    'javascript:1',
    '//a.example',
  ])('%s is not an address', (given) => {
    const finding = refusalOf(given);
    expect(finding).toMatchObject({
      code: 'invalid-server',
      message: expect.stringContaining('is not an http(s) URL'),
    });
    expect(finding?.remedy).toContain('https://ricochet.example.com');
  });

  it.each([
    'https://user:hunter2@a.example',
    'https://hunter2@a.example',
    'https://:hunter2@a.example/x',
    'user:hunter2@a.example',
    'ftp://user:hunter2@a.example/x@y',
    'https://user:hunter2@a b/',
    'https://user:p/hunter2@:x@a.example',
  ])('is refused with a user or a password in it, and neither is shown: %s', (given) => {
    const finding = refusalOf(given);
    expect(finding).toMatchObject({ code: 'invalid-server' });
    expect(JSON.stringify(finding)).not.toContain('hunter2');
  });
});

describe('a credential of another kind', () => {
  const platform: Platform = {
    ...PLATFORM,
    credentials: {
      token: 'APP_TOKEN',
      secret: { env: 'APP_SECRET', isRequired: true },
      single: 'APP_SINGLE',
      consumer: { key: 'APP_KEY', secret: 'APP_KEY_SECRET' },
    },
  };
  const server = 'https://input.example';

  it('is a token that needs no secret, where no other one is given', () => {
    const { access, masks } = read({ server }, { APP_SINGLE: 'single-1', APP_SECRET: 'secret-2' }, platform);
    expect(access).toEqual({ server, token: 'single-1', secret: '' });
    expect(masks).toEqual(['single-1']);
    const both = read({ server, token: 'token-1', secret: 'secret-1' }, { APP_SINGLE: 'single-1' }, platform);
    expect(both.access).toEqual({ server, token: 'token-1', secret: 'secret-1' });
    const half = read({ server, token: 'token-1' }, { APP_SINGLE: 'single-1' }, platform);
    expect(half.findings.map(({ code }) => code)).toEqual(['no-secret']);
  });

  it('names the application that its token was made for, with key and secret or not at all', () => {
    const inputs = { server, token: 'token-1', secret: 'secret-1' };
    const { access, masks } = read(inputs, { APP_KEY: 'key', APP_KEY_SECRET: 'shared' }, platform);
    expect(access).toEqual({ ...inputs, consumer: { key: 'key', secret: 'shared' } });
    expect(masks).toContain('shared');
    for (const [environment, missing] of [
      [{ APP_KEY: 'key' }, 'without APP_KEY_SECRET'],
      [{ APP_KEY_SECRET: 'shared' }, 'without APP_KEY:'],
    ] as const) {
      const [finding] = read(inputs, environment, platform).findings;
      expect(finding).toMatchObject({ code: 'invalid-input', message: expect.stringContaining(missing) });
    }
  });
});
