import { parseArgs } from 'node:util';
import { startConnect } from './server.ts';

/** The server as a command: `node main.ts --home <folder> --uv <executable> --port <port>`. */
const { values } = parseArgs({
  options: { home: { type: 'string' }, uv: { type: 'string' }, port: { type: 'string' } },
});
const { home, uv, port } = values;
if (home === undefined || uv === undefined || port === undefined)
  throw new Error('--home, --uv and --port are needed.');

const server = await startConnect({ folder: home, uv, port: Number(port) }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is in use. Set PORT to another one.`);
  process.exit(1);
});
console.log(`
Posit Connect ${server.version} is emulated at ${server.url} (state in ${home})

  export CONNECT_SERVER=${server.url}
  export CONNECT_API_KEY=${server.apiKey}

Ctrl-C stops it.
`);

const stop = (): void => {
  console.log('Stopping ...');
  void server.close();
};
// A second Ctrl-C ends the process at once.
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
