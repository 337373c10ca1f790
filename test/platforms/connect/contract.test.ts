import { afterAll } from 'vitest';
import type { ConnectOptions } from '../../emulators/connect/server.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { NBCONVERT } from '../../tools/connect.ts';
import { describePlatform, type Subject, type Wish } from '../contract.ts';

const place = createWorkplace();
afterAll(() => place.clear());

const app = ({ says, variable = '', isBroken = false }: Wish): string => `import os


def app(environ, start_response):
    start_response("${isBroken ? '500 Internal Server Error' : '200 OK'}", [("Content-Type", "text/plain")])
    return [("${says} " + os.environ.get("${variable}", "")).encode()]
`;

/** A notebook is the task of this platform. */
const notebook = ({ says }: Wish): string =>
  JSON.stringify({
    cells: [{ cell_type: 'code', source: [`print("${says}", flush=True)`] }],
    ...{ metadata: {}, nbformat: 4, nbformat_minor: 5 },
  });
const settings = ({ name, kind, slug }: Wish): string => `[project]
name = "service"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = []

[tool.uv-deploy]
name = "${name}"
entrypoint = "${kind === 'task' ? 'report.ipynb' : 'app:app'}"
content-type = "${kind === 'task' ? 'jupyter-static' : 'python-api'}"
${slug === undefined ? '' : `\n[tool.uv-deploy.connect]\nvanity-url = "/${slug}/"\n`}`;

const open = async (rollback: 'back' | 'draft', options: Partial<ConnectOptions> = {}): Promise<Subject> => {
  const server = await place.connect(options);
  return {
    inputs: { platform: 'connect', server: server.url, token: server.apiKey },
    project: async (wish) =>
      place.project('service', {
        ...(wish.kind === 'task'
          ? { 'report.ipynb': notebook(wish), 'nbconvert.py': NBCONVERT }
          : { 'app.py': app(wish) }),
        'pyproject.toml': settings(wish),
      }),
    items: () => server.content().map(({ guid, settings }) => ({ id: guid, name: String(settings.title) })),
    deployments: (id) => server.bundles(id).length,
    visit: async (url) => {
      const [path, preview] = [url.replace(/\/$/, ''), url.includes('_rev')];
      return (await fetch(preview ? url : `${path}/`, { headers: { authorization: `Key ${server.apiKey}` } })).text();
    },
    can: { slug: 'refuses', invoke: rollback === 'draft', rollback, variants: true },
    begins: 'Uploading',
    close: () => server.close(),
  };
};

describePlatform('Posit Connect', () => open('draft'));
describePlatform('Posit Connect without drafts', () => open('back', { version: '2025.03.0' }));
