import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { everythingShown } from '../tools/action.ts';
import { createAttempts, places, theOne } from '../tools/attempts.ts';
import { runCase } from '../tools/in-process.ts';

const { place, project, run } = createAttempts();

/** A server that answers as `body` says; `first` runs before it listens. */
const service = (first = '', host = '"0.0.0.0"', port = 'int(os.environ["PORT"])', status = '200') => `import os
from http.server import BaseHTTPRequestHandler, HTTPServer
${first}

class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(${status})
        self.end_headers()

address = ${host}, ${port}
HTTPServer(address, Answer).serve_forever()
`;

type Options = {
  readonly files?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
};

/** Tries the small service out, with this code in place of its own. */
const start = async (code: string, { files = {}, inputs = {}, env = {} }: Options = {}) =>
  run({
    workspace: await project({ 'serve.py': code, ...files }),
    inputs: { mode: 'check', preflight: 'start', 'health-check-timeout': '60', ...inputs },
    withUv: true,
    env,
  });

/** Whether a process is there and does something: what has ended may wait for its parent to notice. */
const isRunning = (pid: string): boolean => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.[0] !== 'Z';
  } catch {
    return false;
  }
};

describe.concurrent('an app that comes up', () => {
  test('is asked its health paths, and passes without a word', async () => {
    const done = await start(service(), { inputs: { 'health-check-path': '/\n/ready' } });
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('GET /ready returned 200');
    expect(done.log).toContain('The app starts and is healthy on this runner.');
    expect(done.outputs).toMatchObject({ status: 'checked', health: '' });
  });

  test.each(['fastapi', 'flask', 'streamlit', 'dash', 'shiny'])(
    'may be one of %s, by its own launcher',
    async (name) => {
      const inputs = { mode: 'check', preflight: 'start', 'health-check-timeout': '90' };
      const done = await run({ workspace: await place.project(name), inputs, withUv: true });
      expect(done.annotations).toEqual([]);
      expect(done.log).toContain('The app starts and is healthy on this runner.');
    },
  );

  test('is stopped afterwards, with what it has started', async () => {
    const pids = place.path('healthy.pids');
    const first = `import subprocess
child = subprocess.Popen(["sleep", "300"])
open(${JSON.stringify(pids)}, "w").write(f"{os.getpid()} {child.pid}")`;
    const done = await start(service(first));
    expect(done.outputs.status).toBe('checked');
    expect(readFileSync(pids, 'utf8').split(' ').filter(isRunning)).toEqual([]);
  });

  test('sees the variables of the env input and none of the step’s', async () => {
    const first =
      'print("VARIABLES", sorted(os.environ)); print("GREETING is", os.environ["GREETING"]); raise SystemExit(1)';
    const done = await start(service(first), {
      inputs: { env: 'GREETING=hunter2-hello' },
      env: {
        GITHUB_TOKEN: 'ghs_hunter2',
        ACTIONS_RUNTIME_TOKEN: 'hunter2',
        AWS_SECRET_ACCESS_KEY: 'hunter2',
        FROM_STEP: 'x',
      },
    });
    const [, seen = ''] = /VARIABLES (.*)/.exec(done.log) ?? [];
    expect(seen).toContain("'GREETING'");
    expect(seen).toContain("'PORT'");
    expect(seen).not.toMatch(/INPUT_|GITHUB_|ACTIONS_|RUNNER_|AWS_|FROM_STEP/);
    expect(done.log).toContain('GREETING is ***');
    expect(everythingShown(done)).not.toContain('hunter2');
  });
});

describe.concurrent('an app that does not come up is reported with its line:', () => {
  test.each<[code: string, place: string, says: RegExp, source: string, options?: Options]>([
    [
      'start-missing-module',
      'serve.py:3',
      /needs the module 'nonesuch'/,
      service('import importlib; importlib.import_module("nonesuch")'),
    ],
    [
      'start-missing-module',
      'serve.py:3',
      /'extra\.tool'.*excluded from the bundle/,
      service('import importlib; importlib.import_module("extra.tool")'),
      { files: { 'extra/tool.py': '', 'extra/__init__.py': '' }, inputs: { exclude: 'extra/tool.py' } },
    ],
    [
      'start-missing-file',
      'serve.py:3',
      /opens data\/rows\.csv, which does not exist/,
      service('rows = open("data/rows.csv").read()'),
    ],
    [
      'start-missing-file',
      'load.py:2',
      /data\/rows\.csv, which is part of the project but excluded/,
      service('import load; load.rows()'),
      {
        files: { 'load.py': 'def rows():\n    return open("data/rows.csv").read()\n', 'data/rows.csv': '1' },
        inputs: { exclude: 'data' },
      },
    ],
    [
      'start-missing-file',
      'lib/load.py:4',
      /^The app opens data\/model\.pkl, which does not exist\./,
      service('from lib.load import model; model()'),
      {
        files: {
          'lib/load.py':
            'from pathlib import Path\n\ndef model():\n    return (Path(__file__).parents[1] / "data/model.pkl").read_bytes()\n',
        },
      },
    ],
    [
      'start-crash',
      'serve.py:3',
      /exited with code 1, with ValueError: nothing in \. or data: ~\/x \/tmp\/y \.venv\.\n/,
      service(
        'import sys, tempfile; raise ValueError(f"nothing in {os.getcwd()} or {os.getcwd()}/data: {os.path.expanduser(\'~/x\')} {tempfile.gettempdir()}/y {sys.prefix}")',
      ),
    ],
    [
      'start-missing-variable',
      'serve.py:3',
      /needs the variable DATABASE_URL/,
      service('url = os.environ["DATABASE_URL"]'),
    ],
    [
      'start-port-in-use',
      'serve.py:3',
      /port is already in use/,
      service('import socket; a = socket.create_server(("", 0)); socket.create_server(a.getsockname())'),
    ],
    [
      'start-crash',
      'serve.py:3',
      /exited with code 1, with ValueError: no good/,
      service('raise ValueError("no good")'),
    ],
    ['start-crash', 'serve.py:3', /exited with code 1, with SyntaxError/, service('x = = 1')],
    ['start-crash', '', /exited with code 3\.$/m, service('raise SystemExit(3)')],
    [
      'start-timeout',
      '',
      /did not listen within 3 s/,
      service('import time; time.sleep(300)'),
      { inputs: { 'health-check-timeout': '3' } },
    ],
    [
      'start-unhealthy',
      '',
      /not healthy\. GET \/ returned 500/,
      service('', undefined, undefined, '500'),
      { inputs: { 'health-check-timeout': '3' } },
    ],
    [
      'start-unhealthy',
      'serve.py:5',
      /GET \/ got no answer[\s\S]*last exception: ValueError: no good/,
      service('', undefined, undefined, 'int("x") if 0 else no_good()').replace(
        'class Answer',
        'def no_good(): raise ValueError("no good")\nclass Answer',
      ),
      { inputs: { 'health-check-timeout': '3' } },
    ],
    [
      'start-wrong-address',
      '',
      /listens on 0\.0\.0\.0:\d+, not on the port/,
      service('', '"0.0.0.0"', '0'),
      { inputs: { 'health-check-timeout': '4' } },
    ],
  ])('%s at %j', async (code, where, says, source, options) => {
    const done = await start(source, options);
    const found = theOne(done, code);
    expect(places(done)).toEqual([`${code} ${where}`.trim()]);
    expect(found.level).toBe('error');
    expect(found.message).toMatch(says);
    expect(done.log).toContain('The end of the app’s output:');
    expect(done.log + done.summary).not.toMatch(/\/(?:uv-deploy-\w+\/|start\/|preflight\/)/);
    expect(done.outputs.status).toBe('failed');
  });

  test('start-wrong-address is a warning where only the host is local', async () => {
    const done = await start(service('', '"127.0.0.1"'));
    expect(done.titles('warning')).toEqual(['start-wrong-address']);
    expect(done.outputs.status).toBe('checked');
  });

  test('start-no-app names what the server looks for', async () => {
    const workspace = await place.project('fastapi', { 'app.py': 'from fastapi import FastAPI\n\napi = FastAPI()\n' });
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'start' }, withUv: true });
    expect(places(done)).toEqual(['app-object-missing app.py:3', 'start-no-app']);
    expect(theOne(done, 'start-no-app').message).toContain('Attribute "app" not found');
  });
});

describe.concurrent('a task is not run', () => {
  const tryTask = async (code: string) => {
    const mark = place.path(`ran-${code.length}`);
    const workspace = await project({
      'main.py': code.replaceAll('RAN', JSON.stringify(mark)),
      'serve.py': undefined,
      '_ricochet.toml':
        '[content]\nname = "Job"\nentrypoint = "main.py"\naccess_type = "private"\ncontent_type = "python"\n\n[language]\nname = "python"\npackages = "uv.lock"\n',
    });
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'start' }, withUv: true });
    expect(existsSync(mark)).toBe(false);
    return done;
  };

  test('where its main is guarded: the rest is loaded', async () => {
    const done = await tryTask('import json\n\nif __name__ == "__main__":\n    open(RAN, "w")\n');
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('main.py and what it imports load.');
  });

  test('where it is not: its imports are loaded', async () => {
    const done = await tryTask('import json\nopen(RAN, "w")\n');
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('main.py and what it imports load.');
  });

  test('but what it would fail on while it is loaded is reported', async () => {
    const done = await tryTask('import os\nKEY = os.environ["KEY"]\nif __name__ == "__main__":\n    open(RAN, "w")\n');
    expect(places(done)).toEqual(['start-missing-variable main.py:2']);
  });

  test('and neither is one that Python can not read', async () => {
    const done = await tryTask('import os\nopen(RAN, "w")\nx = (\n');
    expect(places(done)).toEqual(['start-crash main.py:3']);
  });
});

describe.concurrent('nothing is started', () => {
  test('in pull_request_target: the code may be a stranger’s', async () => {
    const mark = place.path('stranger');
    const workspace = await project({ 'serve.py': service(`open(${JSON.stringify(mark)}, "w")`) });
    const event = {
      name: 'pull_request_target',
      payload: { action: 'opened', number: 1, pull_request: { number: 1 } },
    };
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'start' }, withUv: true, event });
    expect(done.titles('notice')).toContain('untrusted-head');
    expect(existsSync(mark)).toBe(false);
  });

  test('where the platform renders a document', async () => {
    const workspace = await project({
      'index.qmd': '# Hello\n',
      '_ricochet.toml':
        '[content]\nname = "Doc"\nentrypoint = "index.qmd"\naccess_type = "private"\ncontent_type = "quarto-py"\n\n[language]\nname = "python"\npackages = "uv.lock"\n',
    });
    const done = await run({ workspace, inputs: { mode: 'check', preflight: 'start' }, withUv: true });
    expect(places(done)).toEqual(['start-untried']);
    expect(done.outputs.status).toBe('checked');
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s stops an app that is being tried out, with what it has started',
  async (signal) => {
    const pids = place.path(`${signal}.pids`);
    const first = `import signal, subprocess, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen(["sleep", "300"])
open(${JSON.stringify(pids)}, "w").write(f"{os.getpid()} {child.pid}")
time.sleep(300)`;
    let sent = 0;
    const timer = { id: undefined as NodeJS.Timeout | undefined };
    const done = await runCase({
      workspace: await project({ 'serve.py': service(first) }),
      inputs: { mode: 'check', preflight: 'start' },
      withUv: true,
      watch: (log, kill) => {
        if (timer.id !== undefined || !log.includes('the environment installs')) return;
        timer.id = setInterval(() => {
          if (sent > 0 || !existsSync(pids)) return;
          sent = performance.now();
          kill(signal);
        }, 50);
      },
    });
    clearInterval(timer.id);
    expect(performance.now() - sent).toBeLessThan(7_000);
    expect(places(done)).toContain('cancelled');
    expect(readFileSync(pids, 'utf8').split(' ').filter(isRunning)).toEqual([]);
  },
);
