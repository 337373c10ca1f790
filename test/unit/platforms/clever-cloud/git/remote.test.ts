import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../../../src/bundle/source.ts';
import { type Commit, commitOf } from '../../../../../src/platforms/clever-cloud/git/objects.ts';
import { type Pack, writePack } from '../../../../../src/platforms/clever-cloud/git/pack.ts';
import { FLUSH, packet } from '../../../../../src/platforms/clever-cloud/git/pkt-lines.ts';
import { createRemote } from '../../../../../src/platforms/clever-cloud/git/remote.ts';
import { createHttp } from '../../../../../src/ports/http/http.ts';
import { isBasic } from '../../../../emulators/clever-cloud/access.ts';
import { createRepositories, type Repositories } from '../../../../emulators/clever-cloud/repositories.ts';
import { type Answer, type Listener, listen } from '../../../../emulators/host/listener.ts';
import { codesOf, createFakeClock, failureOf, quietDeps } from '../../../../tools/fakes.ts';

const signal = new AbortController().signal;
const run = promisify(execFile);
const PUSH = 'POST /:repository/git-receive-pack';
const WORDS = {
  author: { name: 'uv-deploy', email: 'deploy@example.invalid' },
  time: 1_700_000_000,
  message: 'Deploy',
};

let folder: string;
let repositories: Repositories;
let server: Listener;
/** Changes the server's next answers. */
let altered: ((answer: Answer, path: string) => Answer) | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clever-git-'));
  repositories = createRepositories(join(folder, 'repositories'));
  const serve = async (call: Parameters<Repositories['serve']>[0]): Promise<Answer> => {
    if (!isBasic(call.request.headers.authorization, { token: 'tok', secret: 'sec' })) {
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="git"' }, body: 'Authorization Required' };
    }
    const answer = await repositories.serve(call);
    return altered === undefined ? answer : altered(answer, call.path);
  };
  server = await listen({ serve, upgrade: async () => {} }, 0, '127.0.0.1');
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;
let id: string;
/** What the client has said of its way, and of the server's words. */
let lines: string[];
beforeEach(async () => {
  server.faults.clear();
  server.requests.clear();
  altered = undefined;
  lines = [];
  id = `app_${++count}`;
  await repositories.create(id);
});

const remote = (secret = 'sec') =>
  createRemote(
    { url: `http://127.0.0.1:${server.port}/${id}.git`, token: 'tok', secret },
    {
      ...{ http: createHttp(), clock: createFakeClock(), signal },
      origin: { repository: '', branch: '', commit: '', run: '' },
      say: (line) => lines.push(line),
      report: () => {},
      quoted: (line) => lines.push(`| ${line}`),
      timeoutMs: 60_000,
      ...quietDeps,
    },
  );

const generated = (files: Readonly<Record<string, string | Buffer>>): BundleFile[] =>
  Object.entries(files).map(([path, body]) => ({
    ...{ path, source: Buffer.from(body), size: Buffer.byteLength(body), executable: path.endsWith('.sh') },
  }));

const packOf = (files: readonly BundleFile[]): Promise<Pack> => writePack(join(folder, `${id}.pack`), files, signal);
const sample = (text = 'print("hi")\n') => packOf(generated({ 'main.py': text, 'uv.lock': 'version = 1\n' }));

/** The first commit of the sample, pushed. */
const pushed = async (): Promise<Commit> => {
  const pack = await sample('first\n');
  const commit = commitOf(pack.tree, undefined, WORDS);
  expect(await remote().push(pack, commit, undefined)).toBe('pushed');
  lines = [];
  server.requests.clear();
  return commit;
};

/** A commit that somebody else has put on the branch. */
const moved = async (): Promise<string> => {
  const author = ['-c', 'user.name=Eve', '-c', 'user.email=eve@example.invalid'];
  const other = await repositories.git(id, ...author, 'commit-tree', 'master^{tree}', '-m', 'Eve');
  await repositories.git(id, 'update-ref', 'refs/heads/master', other);
  return other;
};

const fsck = (): Promise<string> => repositories.git(id, 'fsck', '--full', '--strict', '--no-dangling');

describe('a push', () => {
  it('creates the branch in an empty repository', async () => {
    expect(await remote().head()).toBeUndefined();
    const pack = await sample();
    const commit = commitOf(pack.tree, undefined, WORDS);
    expect(await remote().push(pack, commit, undefined)).toBe('pushed');
    expect(await remote().head()).toBe(commit.id);
    expect(await fsck()).toBe('');
    expect(await repositories.git(id, 'show', 'master:main.py')).toBe('print("hi")');
    expect(server.requests.matching(PUSH)).toMatchObject([{ status: 200, bodyBytes: expect.any(Number) }]);
  });

  it('puts a commit after the one that is there', async () => {
    const first = await pushed();
    const pack = await sample('second\n');
    const second = commitOf(pack.tree, first.id, { ...WORDS, message: 'Deploy\n\nBundle-Tree: x' });
    expect(await remote().push(pack, second, first.id)).toBe('pushed');
    expect((await repositories.git(id, 'rev-list', 'master')).split('\n')).toEqual([second.id, first.id]);
    expect(await repositories.git(id, 'log', '-1', '--format=%an <%ae> %at %cn %ct|%B')).toBe(
      'uv-deploy <deploy@example.invalid> 1700000000 uv-deploy 1700000000|Deploy\n\nBundle-Tree: x',
    );
    expect(await fsck()).toBe('');
  });

  it('holds the same tree as git makes of the files', async () => {
    const checkout = join(folder, `${id}-checkout`);
    const large = randomBytes(700_000);
    const files: Record<string, string | Buffer> = {
      ...{
        'a.d/f': 'y\n',
        'a/crlf.txt': 'x\r\n',
        a0: 'z\n',
        empty: '',
        'é/ü – 日本.txt': 'é\n',
        'run.sh': '#!/bin/sh\n',
      },
      ...{
        'copy-1.bin': large,
        'copy-2.bin': large,
        'copy-3.txt': 'y\n',
        'deep/a/b/c/d.txt': 'd',
        'a b/"quoted".txt': 'q',
      },
      ...{
        'same/1/x': 'x',
        'same/2/x': 'x',
        'edge.bin': Buffer.alloc(256 * 1024 + 1),
        'small.bin': Buffer.alloc(256 * 1024),
      },
    };
    for (const [path, body] of Object.entries(files)) {
      mkdirSync(dirname(join(checkout, path)), { recursive: true });
      writeFileSync(join(checkout, path), body);
      if (path.endsWith('.sh')) chmodSync(join(checkout, path), 0o755);
    }
    const onDisk = generated(files).map((file) => ({ ...file, source: join(checkout, file.path) }));
    const pack = await packOf(onDisk);
    const commit = commitOf(pack.tree, undefined, WORDS);
    expect(await remote().push(pack, commit, undefined)).toBe('pushed');

    const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    await run('git', ['init', '--quiet'], { cwd: checkout, env });
    await run('git', ['add', '--all'], { cwd: checkout, env });
    const { stdout } = await run('git', ['write-tree'], { cwd: checkout, env });
    expect(pack.tree).toBe(stdout.trim());
    expect(await repositories.git(id, 'ls-tree', 'master', 'run.sh')).toContain('100755 blob');
    expect(await fsck()).toBe('');
    // Each object is there once: of the files two were copies and of the folders one.
    expect(await repositories.git(id, 'count-objects')).toMatch(new RegExp(`^${pack.objects + 1} objects`));
  });

  it('takes a bundle without files', async () => {
    const pack = await packOf([]);
    const commit = commitOf(pack.tree, undefined, WORDS);
    expect(await remote().push(pack, commit, undefined)).toBe('pushed');
    expect(await repositories.git(id, 'ls-tree', 'master')).toBe('');
    expect(await fsck()).toBe('');
  });

  it('gives the same content the same id again', async () => {
    const [one, two] = [
      await sample(),
      await packOf(generated({ 'uv.lock': 'version = 1\n', 'main.py': 'print("hi")\n' })),
    ];
    expect(one.tree).toBe(two.tree);
    expect(commitOf(one.tree, undefined, WORDS).id).toBe(commitOf(two.tree, undefined, WORDS).id);
  });

  it('sends thousands of files, and says how far it is', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`data/${index % 50}/${index}.txt`, randomBytes(500)]),
    );
    const pack = await packOf(generated(files));
    expect(await remote().push(pack, commitOf(pack.tree, undefined, WORDS), undefined)).toBe('pushed');
    expect((await repositories.git(id, 'ls-tree', '-r', '--name-only', 'master')).split('\n')).toHaveLength(2000);
    expect(lines.at(-1)).toMatch(/^Uploaded .* of .* \(100 %\)\.$/);
    expect(await fsck()).toBe('');
  });
});

describe('a branch that somebody else has moved', () => {
  it('is not pushed to when that was before', async () => {
    const first = await pushed();
    const other = await moved();
    const pack = await sample('second\n');
    expect(await remote().push(pack, commitOf(pack.tree, first.id, WORDS), first.id)).toBe('moved');
    expect(await remote().head()).toBe(other);
    expect(server.requests.matching(PUSH)).toEqual([]);
  });

  it('stays as it is when that was in between', async () => {
    const first = await pushed();
    let other = '';
    server.faults.add({
      ...{ on: PUSH, times: 1 },
      meanwhile: async () => {
        other = await moved();
      },
    });
    const pack = await sample('second\n');
    expect(await remote().push(pack, commitOf(pack.tree, first.id, WORDS), first.id)).toBe('moved');
    expect(await remote().head()).toBe(other);
    expect(lines.join('\n')).toMatch(/\| remote: error: cannot lock ref/);
  });

  it('counts as pushed when it is at this very commit', async () => {
    const first = await pushed();
    const pack = await sample('first\n');
    expect(await remote().push(pack, first, undefined)).toBe('pushed');
    expect(server.requests.matching(PUSH)).toEqual([]);
  });
});

describe('an answer that does not come', () => {
  const push = async () => {
    const first = await pushed();
    const pack = await sample('second\n');
    const second = commitOf(pack.tree, first.id, WORDS);
    return { first, second, result: remote().push(pack, second, first.id) };
  };
  const NOTHING = { status: 200, headers: { 'content-type': 'application/x-git-receive-pack-result' }, body: '' };

  it('is looked up: the branch had moved', async () => {
    server.faults.add({ on: PUSH, after: 1, times: 1, reset: 'before-answer' });
    const { second, result } = await push();
    expect(await result).toBe('pushed');
    expect(await remote().head()).toBe(second.id);
    expect(server.requests.matching(PUSH)).toHaveLength(1);
    expect(lines).toContain('The server has it.');
  });

  it('is looked up: the branch had not moved, and the push is sent again', async () => {
    server.faults.add({ on: PUSH, after: 1, times: 1, reset: 'mid-body' });
    const { second, result } = await push();
    expect(await result).toBe('pushed');
    expect(await remote().head()).toBe(second.id);
    expect(server.requests.matching(PUSH)).toHaveLength(2);
  });

  it.each([
    ['empty, after the branch had moved', { answer: NOTHING, served: true }, 1],
    ['empty, and nothing had happened', { answer: NOTHING }, 2],
    ['a web page', { answer: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' } }, 2],
    ['an error of a proxy, after the branch had moved', { answer: { status: 504 }, served: true }, 1],
    ['an error of a proxy, and nothing had happened', { answer: { status: 503 } }, 2],
    ['a wish for patience', { answer: { status: 429, headers: { 'retry-after': '1' } } }, 2],
  ])('is looked up when it is %s', async (_, fault, pushes) => {
    server.faults.add({ on: PUSH, after: 1, times: 1, ...fault });
    const { second, result } = await push();
    expect(await result).toBe('pushed');
    expect(await remote().head()).toBe(second.id);
    expect(server.requests.matching(PUSH)).toHaveLength(pushes);
  });

  it('is looked up when it is cut in the middle', async () => {
    const pack = await sample();
    const commit = commitOf(pack.tree, undefined, WORDS);
    altered = (answer, path) => {
      const body = answer.body as Buffer;
      return path.endsWith('git-receive-pack') ? { ...answer, body: body.subarray(0, body.length - 7) } : answer;
    };
    expect(await remote().push(pack, commit, undefined)).toBe('pushed');
    expect(lines).toContain(
      'The upload got no usable response (the answer was cut short); checking whether the server has it.',
    );
    expect(server.requests.matching(PUSH)).toHaveLength(1);
  });

  it('fails at last, and says so, when the server never takes it', async () => {
    server.faults.add({ on: PUSH, after: 1, answer: NOTHING });
    const { first, result } = await push();
    const failure = await failureOf(() => result);
    expect(codesOf(failure.findings)).toEqual(['upload-lost']);
    expect(failure.message).toBe(
      'The upload got no usable response (the answer was empty), and the server has no new commit.',
    );
    expect(await remote().head()).toBe(first.id);
  });
});

describe('what the server refuses', () => {
  const pushSample = async () => {
    const pack = await sample();
    return remote().push(pack, commitOf(pack.tree, undefined, WORDS), undefined);
  };

  it('is named with its reason, and with the words of a hook', async () => {
    const hook = '#!/bin/sh\necho "No credit left."\nprintf "::error::pay \\033[31mnow\\n"\nexit 1\n';
    writeFileSync(join(repositories.path(id), 'hooks', 'update'), hook, { mode: 0o755 });
    const failure = await failureOf(pushSample);
    expect(codesOf(failure.findings)).toEqual(['push-refused']);
    expect(failure.message).toBe(
      'Clever Cloud refused pushing the bundle: hook declined. It said: "No credit left. ::error::pay now error: hook declined to update refs/heads/master"',
    );
    expect(lines.find((line) => line.startsWith('| '))).toContain('remote: No credit left.\nremote: ::error::pay');
    expect(await remote().head()).toBeUndefined();
  });

  it('is named when the pack is damaged', async () => {
    const pack = await sample();
    const commit = commitOf('0123456789012345678901234567890123456789', undefined, WORDS);
    const failure = await failureOf(() => remote().push(pack, commit, undefined));
    expect(codesOf(failure.findings)).toEqual(['push-refused']);
    expect(await remote().head()).toBeUndefined();
  });

  it('is the pair of token and secret', async () => {
    const failure = await failureOf(() => remote('wrong').head());
    expect(codesOf(failure.findings)).toEqual(['invalid-key']);
    expect(failure.message).toBe(
      'Reading the app’s git repository failed: the token and the secret are not accepted (401: "Authorization Required").',
    );
    expect(server.requests.all()).toHaveLength(1);
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not-found'],
    [413, 'bundle-too-large'],
    [301, 'server-redirects'],
  ])('is the push itself, by its status: %d', async (status, code) => {
    server.faults.add({ on: PUSH, answer: { status, headers: { location: 'https://elsewhere.example/' } } });
    expect(codesOf((await failureOf(pushSample)).findings)).toEqual([code]);
    expect(server.requests.matching(PUSH)).toHaveLength(1);
  });

  it('is the repository, in git’s own words', async () => {
    const body = `${packet('# service=git-receive-pack\n')}${FLUSH}${packet('ERR the app is archived')}`;
    server.faults.add({ on: 'GET /:repository/info/refs', answer: { status: 200, body } });
    const failure = await failureOf(() => remote().head());
    expect(failure.message).toBe('Clever Cloud refused reading the app’s git repository: the app is archived.');
  });
});

describe('the answer about the branch', () => {
  const REFS = 'GET /:repository/info/refs';

  it('is asked for again when it is cut short, and refused when it stays strange', async () => {
    const first = await pushed();
    server.faults.add({ on: REFS, times: 2, answer: { status: 200, body: '001f# service=git-rec' } });
    expect(await remote().head()).toBe(first.id);
    server.faults.add({ on: REFS, answer: { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' } });
    expect(codesOf((await failureOf(() => remote().head())).findings)).toEqual(['not-clever-cloud']);
  });

  it('may be compressed', async () => {
    const first = await pushed();
    altered = (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-encoding': 'gzip' },
      body: gzipSync(answer.body as Buffer),
    });
    expect(await remote().head()).toBe(first.id);
    const pack = await sample('second\n');
    expect(await remote().push(pack, commitOf(pack.tree, first.id, WORDS), first.id)).toBe('pushed');
  });

  it('names objects in a way that is known', async () => {
    altered = (answer) => ({
      ...answer,
      body: Buffer.from(String(answer.body).replace('object-format=sha1', 'object-format=sha9')),
    });
    expect(codesOf((await failureOf(() => remote().head())).findings)).toEqual(['not-supported']);
  });

  it('is not asked for at another server, which would see the credentials', async () => {
    server.faults.add({ on: REFS, answer: { status: 302, headers: { location: 'http://localhost:1/x' } } });
    expect(codesOf((await failureOf(() => remote().head())).findings)).toEqual(['server-redirects']);
  });
});

it('needs little memory for a large bundle', async () => {
  const path = join(folder, 'large.bin');
  const part = randomBytes(10_000_000);
  for (let index = 0; index < 6; index++) {
    part.writeUInt32BE(index, 0);
    appendFileSync(path, part);
  }
  const child = join(import.meta.dirname, 'push-large.ts');
  const target = [`http://127.0.0.1:${server.port}/${id}.git`, join(folder, 'large.pack')];
  const { stdout } = await run(process.execPath, [child, path, ...target]);
  const { pushed, peak } = JSON.parse(stdout) as { pushed: string; peak: number };
  expect(pushed).toBe('pushed');
  expect(await repositories.git(id, 'cat-file', '-s', 'master:large.bin')).toBe('60000000');
  expect(peak).toBeLessThan(150_000_000);
});

describe('the pack', () => {
  it('leaves nothing behind when a file has changed', async () => {
    const path = join(folder, 'changing.bin');
    writeFileSync(path, Buffer.alloc(300_000));
    const target = join(folder, 'changed.pack');
    for (const size of [299_999, 300_001, 10]) {
      const failure = await failureOf(() =>
        writePack(target, [{ path: 'changing.bin', source: path, size, executable: false }], signal),
      );
      expect(codesOf(failure.findings)).toEqual(['file-changed']);
    }
    expect(readdirSync(folder)).not.toContain('changed.pack');
  });

  it.each(['.git', 'a/.GIT/config', 'git~1', '.git./x'])('refuses the name %s', async (path) => {
    const failure = await failureOf(() => packOf(generated({ [path]: 'x' })));
    expect(codesOf(failure.findings)).toEqual(['file-name']);
  });

  it('is about as large as its files compressed', async () => {
    const pack = await packOf(generated({ 'zeros.bin': Buffer.alloc(5_000_000) }));
    expect(statSync(pack.path).size).toBe(pack.size);
    expect(pack.size).toBeLessThan(10_000);
  });
});
