import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import type { Workplace } from '../emulators/workplace.ts';
import { type ActionOptions, type ActionRun, everythingShown } from './action.ts';
import { expectDecency } from './attempts.ts';
import { runCase } from './in-process.ts';

/** The smallest app there is for Connect: it needs no packages. */
export const wsgi = (answer: string, status = '200 OK'): string =>
  `def app(environ, start_response):\n    start_response('${status}', [('Content-Type', 'text/plain')])\n    return [b'${answer}']\n`;

/** Stands for the package, which takes many others along: runs the cells, and writes a page. */
export const NBCONVERT = `import json, pathlib, sys
for cell in json.loads(pathlib.Path(sys.argv[-1]).read_text())["cells"]:
    exec("".join(cell["source"]))
(pathlib.Path(sys.argv[sys.argv.index("--output-dir") + 1]) / "index.html").write_text("<p>A report</p>" if "--no-input" in sys.argv else "<p>A report</p><code>")
`;

/** Projects for Connect, and runs of the action on them. */
export const createConnectRuns = (place: Workplace) => {
  const project = async (
    name: string,
    files: Readonly<Record<string, string>> = {},
    settings = '',
  ): Promise<string> => {
    const workspace = await place.project('service', { 'app.py': wsgi('hello'), ...files });
    const own = `\n[tool.uv-deploy]\nname = "${name}"\nentrypoint = "app:app"\ncontent-type = "python-api"\n`;
    await appendFile(join(workspace, 'pyproject.toml'), `${own}\n[tool.uv-deploy.connect]\n${settings}`);
    return workspace;
  };
  /** The action on a server, with all that every run owes asserted. */
  const run = async (server: ConnectServer, options: ActionOptions): Promise<ActionRun> => {
    const inputs = { platform: 'connect', server: server.url, token: server.apiKey, preflight: 'static' };
    const done = await runCase({
      withUv: true,
      ...options,
      inputs: { ...inputs, 'health-check-timeout': '30', timeout: '60', ...options.inputs },
    });
    expectDecency(done);
    expect(everythingShown(done)).not.toContain(server.apiKey);
    return done;
  };
  return {
    run,
    project,
    guidOf: (server: ConnectServer, name: string): string =>
      server.content().find((one) => one.name === name)?.guid ?? '',
    calls: (server: ConnectServer): string[] => server.requests.all().map(({ method, path }) => `${method} ${path}`),
  };
};
