import type { Wish } from '../contract.ts';

const pyproject = ({ name, kind }: Wish, more: string): string => `[project]
name = "service"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = []

[tool.uv-deploy]
name = "${name}"
${kind === 'task' ? 'content-type = "task"\n' : ''}
[tool.uv-deploy.clever-cloud]
owner = "Example"
run-command = "uv run --no-sync ${kind === 'task' ? 'task.py' : 'serve.py'}"
${more}`;

const app = ({ says, variable = '', isBroken = false }: Wish): string => `import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class App(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(${isBroken ? 500 : 200})
        self.end_headers()
        self.wfile.write(("${says} " + os.environ.get("${variable}", "")).encode())


ThreadingHTTPServer(("0.0.0.0", int(os.environ["PORT"])), App).serve_forever()
`;

/** The files of an app or a task that belongs to the organisation of the emulated server; `more` are lines of its settings. */
export const filesOf = (wish: Wish, more = ''): Record<string, string> => ({
  'pyproject.toml': pyproject(wish, more),
  ...(wish.kind === 'task' ? { 'task.py': `print("${wish.says}")\n` } : { 'serve.py': app(wish) }),
});
