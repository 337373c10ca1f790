import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterpreters, pyenvFolders } from '../host/interpreters.ts';
import type { Log } from '../host/logs.ts';
import { createProcesses } from '../host/processes.ts';
import { buildImage, type Image } from './builder.ts';
import { startContainer, unlock } from './container.ts';

/**
 * The docker of a runner, as a command: `node docker.ts <home> <uv> <cache> <words of docker>`. It notes what it is asked for in
 * `calls.jsonl`, builds images as folders of this machine, and starts their commands as processes. Containers share the machine's
 * network: the port that is published is the one that the app gets.
 */
const [home = '', uv = '', cacheDir = '', command = '', ...args] = process.argv.slice(2);
appendFileSync(join(home, 'calls.jsonl'), `${JSON.stringify([command, ...args])}\n`);

const place = (tag: string): string => join(home, 'images', tag);
const optionOf = (name: string): string => args[args.indexOf(name) + 1] ?? '';
const optionsOf = (name: string): string[] => args.filter((_, index) => args[index - 1] === name);
const last = (): string => args.at(-1) ?? '';
/** What programs print; a container sees its own root. */
const logAt = (root: string): Log => ({
  ...{ id: '', end: () => {} },
  write: (_, text) => void process.stderr.write(`${text.replaceAll(root, '')}\n`),
});
const processes = createProcesses();

const build = async (): Promise<void> => {
  const folder = place(optionOf('--tag'));
  const context = join(folder, 'context');
  mkdirSync(folder, { recursive: true });
  cpSync(last(), context, { recursive: true });
  const deps = { processes, uv, cacheDir, interpreters: createInterpreters(uv, pyenvFolders()) };
  const image = await buildImage(context, join(folder, 'root'), logAt(join(folder, 'root')), deps);
  writeFileSync(join(folder, 'image.json'), JSON.stringify(image));
};

const run = async (): Promise<number> => {
  const image = JSON.parse(readFileSync(join(place(last()), 'image.json'), 'utf8')) as Image;
  const [, at, wanted] = optionOf('--publish').split(':').map(Number);
  const env = Object.fromEntries(
    optionsOf('--env').map((one) => (one.includes('=') ? one.split('=', 2) : [one, process.env[one] ?? ''])),
  );
  const volumes = optionsOf('--volume');
  const { process: started } = await startContainer(image, {
    ...{ env, wanted, volumes, log: logAt(image.root), processes, ...(at !== undefined && { at }) },
  });
  process.once('SIGTERM', () => void started.stop());
  return (await started.exited).code ?? 137;
};

const remove = (tag: string): void => {
  if (!existsSync(place(tag))) return;
  unlock(place(tag));
  rmSync(place(tag), { recursive: true, force: true });
};

try {
  if (command === 'version') console.log('linux');
  else if (command === 'build') await build();
  else if (command === 'run') process.exitCode = await run();
  else if (command === 'image') remove(last());
} catch (error) {
  console.error(`ERROR: failed to solve: ${(error as Error).message}`);
  process.exitCode = 1;
}
