import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const old = createAttempts();
const current = createAttempts({ version: '0.24' });

const ROOT = '[tool.uv.workspace]\nmembers = ["apps/*", "packages/*"]\n';
const project = (name: string, more = ''): string =>
  `[project]\nname = "${name}"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n${more}`;
const CORE = '[tool.uv.sources]\nshop-core = { workspace = true }\n';
const BUILD = '[build-system]\nrequires = ["uv_build"]\nbuild-backend = "uv_build"\n';

/** A workspace around apps/api, which needs packages/core; apps/other needs nothing. */
const workspace = ({ place }: typeof old, root = ROOT): Promise<string> =>
  place.project('service', async (folder) => {
    const files = {
      'pyproject.toml': root,
      'apps/api/pyproject.toml': project('shop-api', `dependencies = ["shop-core"]\n\n${CORE}`),
      'apps/api/greeting.txt': 'welcome',
      'apps/api/main.py': `import os
from http.server import BaseHTTPRequestHandler, HTTPServer
from shop_core import NAME

class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = (open("greeting.txt").read() + " to " + NAME).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

if __name__ == "__main__":
    HTTPServer(("0.0.0.0", int(os.environ["PORT"])), Handler).serve_forever()
`,
      'apps/other/pyproject.toml': project('shop-other'),
      'packages/core/pyproject.toml': project('shop-core', `\n${BUILD}`),
      'packages/core/src/shop_core/__init__.py': 'NAME = "the shop"\n',
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });

const tokenOf = ({ server }: typeof old): string =>
  server().createKey({ user: 'owner', scopes: ['content:deploy', 'content:read'] });

const MEMBER = { 'working-directory': 'apps/api', platform: 'ricochet' };

describe('a member of a workspace', () => {
  test.each([
    ['0.17', '--frozen', old],
    ['0.24', '--locked', current],
  ] as const)(
    'is deployed to ricochet %s, whose `uv sync %s` installs it with what it needs',
    async (_, __, attempts) => {
      const { url } = attempts.server();
      const folder = await workspace(attempts);
      const inputs = { mode: 'deploy', server: url, token: tokenOf(attempts), ...MEMBER };
      const done = await attempts.run({ workspace: folder, inputs, withUv: true });
      expect(done.annotations).toEqual([]);
      expect(done.outputs).toMatchObject({ status: 'deployed', health: expect.stringContaining('200') });
      expect(done.log).toContain('uv sync --locked --no-python-downloads');
    },
  );

  test('is not installed by a root that does not ask for it: one error says so, with the command that makes it work', async () => {
    const folder = await workspace(old, project('shop', `\n${ROOT}`));
    for (const platform of ['ricochet', 'clever-cloud']) {
      const inputs = { mode: 'check', preflight: 'static', ...MEMBER, platform };
      const own = platform === 'clever-cloud' ? { 'content-type': 'app', entrypoint: 'main.py' } : {};
      const done = await old.run({ workspace: folder, inputs: { ...inputs, ...own } });
      expect([platform, ...places(done)]).toEqual([platform, expect.stringContaining('lock-root uv.lock:')]);
      expect(theOne(done, 'lock-root').message).toContain('Run `uv add shop-api` in the workspace');
    }
  });

  test('can be installed once the root asks for it', async () => {
    const asked = `dependencies = ["shop-api"]\n\n[tool.uv.sources]\nshop-api = { workspace = true }\n\n`;
    const folder = await workspace(current, project('shop', `${asked}${ROOT}`));
    const { url } = current.server();
    const inputs = { mode: 'deploy', server: url, token: tokenOf(current), name: 'asked', ...MEMBER };
    const done = await current.run({ workspace: folder, inputs, withUv: true });
    expect(done.annotations).toEqual([]);
    expect(done.outputs.status).toBe('deployed');
  });

  test('that is left out of the bundle of the whole is a warning on ricochet, whose newer servers compare the lock with it', async () => {
    const folder = await workspace(current, project('shop', `\n${ROOT}`));
    await writeFile(join(folder, 'serve.py'), 'print("hello")\n');
    const inputs = { mode: 'check', preflight: 'sync', platform: 'ricochet', entrypoint: 'serve.py' };
    const content = { 'content-type': 'python', exclude: 'apps/other' };
    const done = await current.run({ workspace: folder, inputs: { ...inputs, ...content }, withUv: true });
    expect(done.titles('error')).toEqual([]);
    expect(places(done)).toEqual(['lock-members apps/other/pyproject.toml:1']);
  });
});
