import { createHash } from 'node:crypto';
import { startsApp } from '../inputs/inputs.ts';
import type { Uv } from '../ports/uv.ts';
import type { Run } from '../report/deps.ts';
import type { Checked } from './check.ts';

/** Raised when a trial finds more than before: what passed an earlier one is tried again. */
const VERSION = 1;

/**
 * What a trial of the environment depends on beside the files and the values of the variables, as 16 hex digits: the preflight, uv, the Python, the
 * server's way to install and to start, and what uv compares with the lock outside of the bundle. `undefined` where an image is built: what goes
 * into it is more than the bundle.
 */
export function trialOf(
  { plan, pin, files }: Checked,
  uv: Uv | undefined,
  { inputs, project }: Run,
): string | undefined {
  const { install, entrypoint, contentType, healthPaths, watchMs, launchPackages } = plan;
  if (install.by === 'image') return undefined;
  const { lock, pyproject, workspace } = project;
  const hash = createHash('sha256').update(
    JSON.stringify([
      // Names only: the values of settings and variables may be secrets, and this is kept in places that others can read.
      ...[VERSION, inputs.preflight, uv?.version, [...(uv?.ownSettings.keys() ?? [])], pin?.python],
      inputs.env.map(({ name }) => name).sort(),
      ...[
        install,
        entrypoint,
        contentType,
        ...(startsApp(inputs.preflight) ? [healthPaths, watchMs, launchPackages] : []),
      ],
    ]),
  );
  const bundled = new Set(files.map(({ source }) => source));
  for (const file of [lock, pyproject, ...workspace.members]) {
    if (file && !bundled.has(file.path)) hash.update(`\n${file.shown}\n${file.text.length}\n`).update(file.text);
  }
  return hash.digest('hex').slice(0, 16);
}
