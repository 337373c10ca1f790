// `npm run server [-- connect | -- clever-cloud | -- deploymill]`: an emulated platform on this machine, right after a clone and
// with any Node from 20 on.
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installAll } from '../../tools/install.mjs';

const root = resolve(import.meta.dirname, '../../..');
const { node, uv } = await installAll();
const platform = process.argv[2] ?? 'ricochet';
const ports = { ricochet: '8477', connect: '3939', 'clever-cloud': '18080', deploymill: '18081' };
const port = process.env.PORT ?? ports[/** @type {keyof typeof ports} */ (platform)];
if (port === undefined)
  throw new Error(`There is no server '${platform}': choose one of ${Object.keys(ports).join(', ')}.`);
const main = fileURLToPath(new URL(`../${platform}/main.ts`, import.meta.url));
const home = join(root, '.tools', platform);

const server = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', main, '--home', home, '--uv', uv, '--port', port],
  { stdio: 'inherit' },
);
// Ctrl-C reaches the server by itself, as it is in the same terminal; this process only has to outlive it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => server.kill('SIGTERM'));
server.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
