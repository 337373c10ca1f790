import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { EnvVar } from '../../inputs/dotenv.ts';
import { systemEnvironment, type Variables } from '../../ports/child-env.ts';

const WINDOWS = process.platform === 'win32';

/** The folder of a virtual environment's programs, and its interpreter. */
const binOf = (environment: string): string => join(environment, WINDOWS ? 'Scripts' : 'bin');
export const pythonOf = (environment: string): string => join(binOf(environment), WINDOWS ? 'python.exe' : 'python');

/**
 * The variables for an app that is tried out: built from nothing, with a home and a place for temporary files of its own below
 * `folder`, and those that were asked for with the `env` input.
 */
export async function surroundings(
  environment: string,
  folder: string,
  vars: readonly EnvVar[],
  outer: Variables,
): Promise<Record<string, string>> {
  const [home, temp] = [join(folder, 'home'), join(folder, 'tmp')];
  for (const place of [home, temp]) await mkdir(place, { recursive: true });
  const { PATH = '', ...system } = systemEnvironment(outer);
  return {
    ...system,
    ...{ HOME: home, USERPROFILE: home, TMPDIR: temp, TEMP: temp, TMP: temp },
    ...{ LANG: 'C.UTF-8', VIRTUAL_ENV: environment, PYTHONUNBUFFERED: '1', NO_COLOR: '1' },
    ...Object.fromEntries(vars.map(({ name, value }) => [name, value])),
    PATH: [binOf(environment), PATH].filter(Boolean).join(delimiter),
  };
}
