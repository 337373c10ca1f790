import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uvEnvironment } from '../host/environment.ts';
import type { Log } from '../host/logs.ts';
import type { Processes } from '../host/processes.ts';
import { TaskError } from './tasks.ts';

/** What an environment is made of. */
type Recipe = {
  /** The interpreter. */
  readonly python: string;
  /** The folder of the bundle, where paths in the requirements begin. */
  readonly root: string;
  readonly packageFile: string;
  /** What Connect adds itself. */
  readonly packages: readonly string[];
};

/** The environments, which all content with the same requirements and the same Python shares. */
export type Environments = {
  /** Answers the environment's folder. @throws TaskError when it cannot be built */
  build(recipe: Recipe, log: Log): Promise<string>;
  /** What is installed in it, as requirements. */
  freeze(environment: string): Promise<string>;
};

export type EnvironmentsDeps = {
  readonly folder: string;
  readonly uv: string;
  readonly cacheDir: string;
  readonly processes: Processes;
  /** Requirements of the administrator's own (Python.External): what content asks for by these names is not installed. */
  readonly external?: readonly string[];
  /** Names that are not installed (Python.ProhibitedPackage). */
  readonly prohibited?: readonly string[];
};

const nameIn = (line: string): string =>
  (/^[\w.-]+/.exec(line.trim())?.[0] ?? '').toLowerCase().replace(/[-_.]+/g, '-');

export const pythonIn = (environment: string): string => join(environment, 'bin', 'python');

const COMPLETE = 'complete';

export const createEnvironments = (deps: EnvironmentsDeps): Environments => {
  const { folder, uv, cacheDir, processes, external = [], prohibited = [] } = deps;
  const passedOver = new Set([...external.map(nameIn), ...prohibited]);
  const building = new Map<string, Promise<string>>();

  const run = async (args: readonly string[], cwd: string, log: Log): Promise<void> => {
    const env = uvEnvironment({ UV_CACHE_DIR: cacheDir });
    const { code } = await processes.start([uv, ...args], { cwd, log, env }).exited;
    if (code !== 0) throw new TaskError(`Unable to build the Python environment: uv ${args[0]} exited with ${code}`);
  };

  const install = async (environment: string, recipe: Recipe, log: Log): Promise<string> => {
    const { python, root, packageFile, packages } = recipe;
    await rm(environment, { recursive: true, force: true });
    try {
      await run(['venv', '--quiet', '--no-python-downloads', '--python', python, environment], root, log);
      const where = ['--python', pythonIn(environment), '--no-python-downloads'];
      const asked = await readFile(join(root, packageFile), 'utf8');
      const kept = asked.split('\n').filter((line) => !passedOver.has(nameIn(line)));
      const file = passedOver.size === 0 ? packageFile : `${environment}.txt`;
      if (file !== packageFile) await writeFile(file, kept.join('\n'));
      await run(['pip', 'install', ...where, '--requirement', file, ...packages, ...external], root, log);
      await writeFile(join(environment, COMPLETE), '');
      return environment;
    } catch (error) {
      await rm(environment, { recursive: true, force: true });
      throw error;
    }
  };

  return {
    async build(recipe, log) {
      const requirements = await readFile(join(recipe.root, recipe.packageFile), 'utf8');
      if (/(^|\s)--hash[= ]/m.test(requirements)) {
        // Posit's connect-actions avoids hashes for this reason; the words are inferred.
        throw new TaskError('Unable to build the Python environment: requirements with hashes are not supported');
      }
      const text = [recipe.python, ...recipe.packages, requirements].join('\n');
      const key = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      const environment = join(folder, key);
      if (existsSync(join(environment, COMPLETE))) {
        log.write('stdout', `Reusing cached environment: ${key}`);
        return environment;
      }
      log.write('stdout', `Creating environment: ${key}`);
      const begun = building.get(key) ?? install(environment, recipe, log).finally(() => building.delete(key));
      building.set(key, begun);
      return begun;
    },
    async freeze(environment) {
      const lines: string[] = [];
      const log: Log = {
        id: 'freeze',
        write: (stream, text) => stream === 'stdout' && lines.push(text),
        end: () => {},
      };
      await run(['pip', 'freeze', '--python', pythonIn(environment)], folder, log);
      return `${lines.join('\n')}\n`;
    },
  };
};
