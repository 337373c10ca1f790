import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/findings/finding.ts';
import { contractOf } from '../../../../src/platforms/ricochet/plan/contract.ts';
import { judgeRunCommand } from '../../../../src/project/contract/run-command.ts';
import { checkContract, type StartContract } from '../../../../src/project/contract/start-contract.ts';

const told = async (
  contract: StartContract | undefined,
  files: Readonly<Record<string, string>>,
): Promise<string[]> => {
  if (contract === undefined) return ['no contract'];
  const findings = await checkContract(contract, new Map(Object.entries(files)), 12, (path) => path);
  return findings.map(shown);
};
const shown = ({ level, code, file, line }: Finding): string => `${level} ${code} ${file}:${line}`;

describe('the app object', () => {
  const uvicorn = contractOf('fast-api', 'app.py');
  it.each([
    'app = FastAPI()',
    'app: FastAPI = make()',
    'from api import app',
    'from api import create as app, x',
    'from api import (\n    x,\n    app,\n)',
    'import api.main as app',
    'def app(scope, receive, send): ...',
    'async def app(scope): ...',
    'class app: ...',
    'if x:\n    app = 1\nelse:\n    app = 2',
    'app, other = make()',
    'other, app = make()',
    'x = app = make()',
    '(app := make())',
    'app = application = FastAPI()',
    'with x as app: pass',
    'with (\n    open(x) as f,\n    make() as app,\n):\n    pass',
    'async def main(): pass\nmatch x:\n    case app: pass',
    'type app = int',
    'def app[T](x: T): ...',
    'try:\n    app = 1\nexcept E:\n    raise',
    'def make():\n    global app\n    app = 1\nmake()',
    'vars()["app"] = 1',
    `data = "${'x'.repeat(3000)}"\napp = 1`,
    'from api import *',
    'globals()["app"] = 1',
    'with open(x) as app: pass',
  ])('is there in %j', (source) => expect(told(uvicorn, { 'app.py': source })).resolves.toEqual([]));

  it.each([
    ['from fastapi import FastAPI\napi = FastAPI()', 2],
    ['import os', 1],
    ['', 1],
    ['print(app)', 1],
    ['# app = 1\nx = "app = 2"', 1],
    ['run(app=1)', 1],
    ['from api import app as other', 1],
    ['if app == 1: pass', 1],
    ['my_app = 1', 1],
    ['x.app = 1', 1],
    ['app: FastAPI', 1],
    ['f = lambda app: app', 1],
    ['x = [app for app in y]', 1],
    ['def f(app=1): ...', 1],
    [`data = "${'x'.repeat(3000)}"`, 1],
    ['f"{app!r:>{app}} app = 1"', 1],
  ])('is missing in %j', (source, line) =>
    expect(told(uvicorn, { 'app.py': source })).resolves.toEqual([`warning app-object-missing app.py:${line}`]),
  );

  it.each([
    ['from fastapi import FastAPI\nif __name__ == "__main__":\n    import uvicorn\n    app = FastAPI()\n', 4],
    ["if '__main__' == __name__: app = 1", 1],
    ['if __name__ == "__main__":\n    if x:\n        app = 1\n    app = 2', 3],
    ['def make():\n    app = FastAPI()\n    return app\nserver = make()', 2],
    ['async def make():\n    with x as app:\n        run(app)', 2],
    ['class A:\n    def make(self):\n        app = 1', 3],
    ['class A:\n    app = 1', 2],
    ['def make(): app = 1; return app', 1],
    ['if __name__ == "__main__": app = FastAPI(); run(app)', 1],
  ])('is missing where nothing else makes it: %j', (source, line) =>
    expect(told(uvicorn, { 'app.py': source })).resolves.toEqual([`warning app-object-missing app.py:${line}`]),
  );

  it.each([
    'if __name__ == "__main__":\n    app = make()\nelse:\n    app = make()',
    'if __name__ == "__main__" or x:\n    app = 1',
    'if __name__ == "app":\n    app = 1',
    'def make():\n    global app, x\n    app = 1\nmake()',
    'def make():\n    app = 1\n    return app\napp = make()',
    'if __name__ == "__main__":\n    app = 1\nfrom x import *',
  ])('may be made beside its main or a function: %j', (source) =>
    expect(told(uvicorn, { 'app.py': source })).resolves.toEqual([]),
  );

  it('that is documented by the platform is an error', async () => {
    const app = { loader: 'gunicorn', names: ['app'], isSearched: false, inEventLoop: false, isDocumented: true };
    await expect(told(uvicorn && { ...uvicorn, app }, { 'app.py': 'x = 1' })).resolves.toEqual([
      'error app-object-missing app.py:1',
    ]);
  });

  it.each(['server = Flask(__name__)', 'def create_app(): ...', 'from web import make\nserver = make()'])(
    'may have any name for Flask: %j',
    (source) => expect(told(contractOf('flask', 'app.py'), { 'app.py': source })).resolves.toEqual([]),
  );
  it('of Flask is missing where nothing could be it', () =>
    expect(
      told(contractOf('flask', 'app.py'), { 'app.py': 'import logging\nlog = logging.getLogger()\n' }),
    ).resolves.toEqual(['warning app-object-missing app.py:1']));

  it.each(['streamlit', 'dash', 'shiny-py', 'python', 'python-service'] as const)('is not looked for in %s', (type) =>
    expect(told(contractOf(type, 'app.py'), { 'app.py': 'x = 1' })).resolves.toEqual([]),
  );
});

describe('a second server', () => {
  const APP = 'import uvicorn\nfrom fastapi import FastAPI\napp = FastAPI()\n';
  it.each([
    [`${APP}uvicorn.run(app)\n`, ['error app-starts-itself app.py:4']],
    [`${APP}if __name__ == "__main__":\n    uvicorn.run(app, host="127.0.0.1", port=5000)\n`, []],
    [`${APP}def main():\n    uvicorn.run(app)\n`, []],
    [`${APP}if __name__ == "__main__": uvicorn.run(app)\n`, []],
    [`${APP}def main(): uvicorn.run(app)\n`, []],
    [`${APP}async def main[T](): uvicorn.run(app)\n`, []],
    [`${APP}main = lambda: uvicorn.run(app)\n`, []],
    [`${APP}x and uvicorn.run(app)\n`, []],
    [`${APP}print(f"uvicorn.run({app})", "uvicorn.run(app)")\n`, []],
    [`${APP}match x:\n    case 1: uvicorn.run(app)\n`, []],
    [`${APP}print(uvicorn.run(app))\n`, ['error app-starts-itself app.py:4']],
    [`${APP}with x:\n    uvicorn.run(app)\n`, ['error app-starts-itself app.py:5']],
  ])('while the file is loaded by the first: %j', (source, expected) =>
    expect(told(contractOf('fast-api', 'app.py'), { 'app.py': source })).resolves.toEqual(expected),
  );
});

describe('a service that listens by itself', () => {
  const service = contractOf('python-service', 'serve.py');
  const both = (level: string, line: number) => [
    `warning app-host-local serve.py:${line}`,
    `${level} app-port-fixed serve.py:${line}`,
  ];
  it.each<[source: string, told: string[]]>([
    ['import uvicorn\nuvicorn.run(app, host="127.0.0.1", port=8000)', both('error', 2)],
    ['import uvicorn\nuvicorn.run("serve:app")', both('error', 2)],
    [
      'from uvicorn import run\nif __name__ == "__main__":\n    run(app, host="0.0.0.0", port=8000)',
      ['error app-port-fixed serve.py:3'],
    ],
    [
      'import uvicorn\ndef main():\n    uvicorn.run(\n        app,\n        host="0.0.0.0",\n        port=80,\n    )',
      ['warning app-port-fixed serve.py:3'],
    ],
    ['from flask import Flask\napp = Flask(__name__)\napp.run()', both('error', 3)],
    ['from flask import Flask\napp = Flask(__name__)\napp.run("0.0.0.0", 5000)', ['error app-port-fixed serve.py:3']],
    [
      'from http.server import HTTPServer\nwith HTTPServer(("localhost", 8080), H) as s:\n    s.serve_forever()',
      both('error', 2),
    ],
    ['from waitress import serve\nserve(app)', ['error app-port-fixed serve.py:2']],
    ['import gradio as gr\ngr.Interface(f).launch(server_port=7860)', both('error', 2)],
    ['import gradio as gr\nwith gr.Blocks() as demo:\n    x\ndemo.launch(server_port=80)', both('error', 4)],
    ['from flask import Flask\ndef make():\n    app = Flask("x")\n    return app\nmake().run()', both('error', 5)],
    ['import uvicorn\nif __name__ == "__main__": uvicorn.run(app, port=80)', both('error', 2)],
    ['import uvicorn\nmain = lambda: uvicorn.run(app, port=80)', both('warning', 2)],
  ])('is held to its host and port: %j', (source, expected) =>
    expect(told(service, { 'serve.py': source })).resolves.toEqual(expected),
  );

  it('on a platform that reaches it from outside, must not be local', () =>
    expect(
      told(service && { ...service, needsPublicHost: true }, {
        'serve.py': 'import uvicorn\nuvicorn.run(app, host="localhost", port=p)',
      }),
    ).resolves.toEqual(['error app-host-local serve.py:2']));

  const DASH = 'from dash import Dash\napp = Dash(__name__)\nif __name__ == "__main__":\n    ';
  it.each<[source: string, told: string[]]>([
    [`${DASH}app.run(debug=True)`, []],
    [`${DASH}app.run(port=8051)`, ['warning app-port-fixed app.py:4']],
    [
      `${DASH}app.run_server("127.0.0.1", 8051)`,
      ['warning app-host-local app.py:4', 'warning app-port-fixed app.py:4'],
    ],
    [`${DASH}app.run(host=os.environ["HOST"], port=os.environ["PORT"])`, []],
  ])('is held to what it writes down where variables tell it the rest: %j', (source, expected) =>
    expect(told(contractOf('dash', 'app.py'), { 'app.py': source })).resolves.toEqual(expected),
  );

  it('is reported where its modules listen', () =>
    expect(
      told(service, { 'serve.py': 'import web', 'web.py': 'import uvicorn\nuvicorn.run(app, host="::", port=1)' }),
    ).resolves.toEqual(['error app-port-fixed web.py:2']));

  it.each([
    'import uvicorn\nuvicorn.run(app, host="0.0.0.0", port=int(os.environ["PORT"]))',
    'import uvicorn\nuvicorn.run(app, host=HOST, port=PORT)',
    'import uvicorn\nuvicorn.run(app, **options)',
    'import os, socket\ns = socket.create_server(("127.0.0.1", 0))',
    'from http.server import HTTPServer\naddress = "", port\nHTTPServer(address, H)',
    '# uvicorn.run(app)\nx = "uvicorn.run(app)"',
    'subprocess.run(cmd, port=8000)',
    'app.run()',
    'broken(((\nuvicorn.run(',
  ])('is left alone where it may be right: %j', (source) =>
    expect(told(service, { 'serve.py': source })).resolves.toEqual([]),
  );
});

describe('a run command', () => {
  const run = (text: string, hasShell = true, configured: readonly string[] = []) =>
    judgeRunCommand({ ...{ text, port: 8080, hasShell, configured }, file: 'pyproject.toml', line: 7 }).map(shown);
  const error = (...codes: string[]) => codes.map((code) => `error ${code} pyproject.toml:7`);
  it.each<[command: string, told: string[]]>([
    ['uvicorn app:app', error('command-host-local', 'command-port')],
    ['uvicorn app:app --host 0.0.0.0 --port 8080', []],
    ['uv run --no-sync uvicorn app:app --host=0.0.0.0 --port=8080', []],
    ['.venv/bin/uvicorn app:app --host 0.0.0.0', error('command-port')],
    ['python -m uvicorn app:app --port 8080', error('command-host-local')],
    ['uvicorn app:app --host 0.0.0.0 --port $PORT', []],
    ['gunicorn app:app', []],
    ['gunicorn -b 127.0.0.1:8000 app:app', error('command-host-local', 'command-port')],
    ['gunicorn --bind=0.0.0.0:8080 app:app', []],
    ['gunicorn --bind "[::]:8080" app:app', []],
    ['streamlit run app.py', error('command-port')],
    ['streamlit run app.py --server.port 8080 --server.address localhost', error('command-host-local')],
    ['fastapi run app.py --port 8080', []],
    ['fastapi dev app.py --port 8080', error('command-host-local')],
    ['flask --app web run -h 0.0.0.0 -p 8080', []],
    ['hypercorn app:app -b 0.0.0.0:8080', []],
    ['hypercorn app:app -b0.0.0.0:8080', []],
    ['waitress-serve --listen=127.0.0.1:8080 app:app', error('command-host-local')],
    ['panel serve app.py', error('command-host-local', 'command-port')],
    ['python main.py', []],
    ['', []],
  ])('%j', (text, expected) => expect(run(text)).toEqual(expected));

  it('names no variable where no shell runs it', () => {
    expect(run('uvicorn app:app --host 0.0.0.0 --port $PORT', false)).toEqual(error('command-variable'));
    expect(run('uvicorn app:app --host 0.0.0.0 --port 8080', false)).toEqual([]);
  });

  it('is judged by what it says alone where the server has its port from elsewhere', () => {
    expect(run('streamlit run app.py', false, ['streamlit'])).toEqual([]);
    expect(run('streamlit run app.py --server.port 80', false, ['streamlit'])).toEqual(error('command-port'));
  });
});
