import { createWorkplace } from '../../emulators/workplace.ts';
import { describePlatform, type Wish } from '../contract.ts';

const place = createWorkplace();

const config = ({ name, kind, slug }: Wish): string => `[content]
name = "${name}"
${slug === undefined ? '' : `slug = "${slug}"\n`}entrypoint = "main.py"
access_type = "external"
content_type = "${kind === 'task' ? 'python' : 'python-service'}"

[language]
name = "python"
packages = "uv.lock"
`;

const app = ({ says, variable = '', isBroken = false }: Wish): string => `import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class App(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(${isBroken ? 500 : 200})
        self.end_headers()
        self.wfile.write(("${says} " + os.environ.get("${variable}", "")).encode())


ThreadingHTTPServer(("0.0.0.0", int(os.environ["PORT"])), App).serve_forever()
`;

const task = ({ says }: Wish): string => `print("${says}")\n`;

describePlatform('ricochet', async () => {
  const server = await place.start();
  return {
    inputs: { platform: 'ricochet', server: server.url, token: server.apiKey },
    project: (wish) =>
      place.project('service', {
        '_ricochet.toml': config(wish),
        'main.py': wish.kind === 'task' ? task(wish) : app(wish),
      }),
    items: () => server.items().map(({ id, config: { name } }) => ({ id, name })),
    deployments: (id) => server.deployments(id).length,
    visit: async (url) => (await fetch(url, { headers: { authorization: `Key ${server.apiKey}` } })).text(),
    can: { slug: 'finds', invoke: true, rollback: 'no', variants: true },
    begins: 'Uploading',
    close: () => place.clear(),
  };
});
