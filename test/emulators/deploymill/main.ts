import { parseArgs } from 'node:util';
import { startDeploymill } from './server.ts';

/** The server as a command: `node main.ts --home <folder> --uv <executable> --port <port>`. */
const { values } = parseArgs({
  options: { home: { type: 'string' }, uv: { type: 'string' }, port: { type: 'string' } },
});
const { home, uv, port } = values;
if (home === undefined || uv === undefined || port === undefined)
  throw new Error('--home, --uv and --port are needed.');

const server = await startDeploymill({ home, uv, port: Number(port) }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is in use. Set PORT to another one.`);
  process.exit(1);
});
const app = await server.createApp('demo', 'octo/demo');
console.log(`
deploymill is emulated at ${server.url}, with one app that waits for its first deployment.

  git clone ${server.url}/git/octo/demo      put a project with a Dockerfile there, commit, and push to main

In pyproject.toml:

  [tool.uv-deploy]
  id = "${app.id}"

  [tool.uv-deploy.deploymill]
  url = "${server.address(app)}"

In a workflow:

  with:
    platform: deploymill
    server: ${server.url}
    token: ${server.token}

Ctrl-C stops it, and forgets the app.
`);

const stop = (): void => {
  console.log('Stopping ...');
  void server.close();
};
// A second Ctrl-C ends the process at once.
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
