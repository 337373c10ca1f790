import { createWorkplace } from '../../emulators/workplace.ts';
import { describePlatform, type Wish } from '../contract.ts';

const place = createWorkplace();

const app = ({ says, variable = '', isBroken = false }: Wish): string => `import os


def app(environ, start_response):
    start_response("${isBroken ? '500 Internal Server Error' : '200 OK'}", [("Content-Type", "text/plain")])
    return [("${says} " + os.environ.get("${variable}", "")).encode()]
`;

describePlatform('Posit Connect', async () => {
  const server = await place.connect();
  return {
    inputs: {
      ...{ platform: 'connect', server: server.url, token: server.apiKey },
      ...{ entrypoint: 'app:app', 'content-type': 'python-api' },
    },
    project: async (wish) =>
      place.project('service', {
        'app.py': app(wish),
        'pyproject.toml': `[project]
name = "service"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = []

[tool.uv-deploy]
name = "${wish.name}"
`,
      }),
    items: () => server.content().map(({ guid, settings }) => ({ id: guid, name: String(settings.title) })),
    deployments: (id) => server.bundles(id).length,
    visit: async (url) => {
      const [path, preview] = [url.replace(/\/$/, ''), url.includes('_rev')];
      return (await fetch(preview ? url : `${path}/`, { headers: { authorization: `Key ${server.apiKey}` } })).text();
    },
    can: { findBySlug: false, invoke: false, rollback: 'draft' },
    close: () => place.clear(),
  };
});
