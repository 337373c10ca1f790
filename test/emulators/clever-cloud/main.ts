import { parseArgs } from 'node:util';
import { startCleverCloud } from './server.ts';

/** The server as a command: `node main.ts --home <folder> --uv <executable> --port <port>`. */
const { values } = parseArgs({
  options: { home: { type: 'string' }, uv: { type: 'string' }, port: { type: 'string' } },
});
const { home, uv, port } = values;
if (home === undefined || uv === undefined || port === undefined)
  throw new Error('--home, --uv and --port are needed.');

const server = await startCleverCloud({ home, uv, port: Number(port) }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is in use. Set PORT to another one.`);
  process.exit(1);
});
server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
console.log(`
Clever Cloud is emulated at ${server.url} (state in ${home})

In a workflow:

  with:
    platform: clever-cloud
    server: ${server.url}
    token: ${server.token}
    secret: ${server.secret}

For Clever Cloud's own client (before version 5 also: clever features enable system-git):

  export API_HOST=${server.url} AUTH_BRIDGE_HOST=${server.url} CONSOLE_URL=${server.url}
  export CLEVER_TOKEN=${server.token} CLEVER_SECRET=${server.secret}
  clever create --type python --org ${server.organisation} demo

Ctrl-C stops it.
`);

const stop = (): void => {
  console.log('Stopping ...');
  void server.close();
};
// A second Ctrl-C ends the process at once.
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
