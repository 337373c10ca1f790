import { dirname, join } from 'node:path';
import { error, type Finding } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { attempt } from '../ports/attempt.ts';
import { entriesOf, isInside } from '../ports/paths.ts';
import { readRegular } from '../ports/regular-file.ts';
import type { TomlFile } from './files/toml.ts';
import { at, strings } from './files/values.ts';
import { noCheckout, projectAbove, projectsBelow } from './folders.ts';
import type { Project } from './project.ts';

/** As many are named. */
const MOST = 8;

/**
 * Why `working-directory` does not name a project, where the projects are in folders below it or it is in one: one finding in the place of all others,
 * which would be about files that nobody meant to have there. Who names an `entrypoint` may mean one that lies in a member.
 */
export function misplacedProject(project: Project, entrypoint: string): Finding | undefined {
  const { pyproject, checkout, dir, workspace, lock } = project;
  const shown = project.shown(join(dir, 'pyproject.toml'));
  if (pyproject === undefined) {
    const isBroken = project.findings.some(({ file }) => file === shown);
    if (isBroken || lock !== undefined) return undefined;
    if (entriesOf(checkout).length === 0) return noCheckout('The workspace is empty.');
    const below = named(
      'missing-pyproject',
      `There is no ${shown}, but there is one in`,
      projectsBelow(dir, checkout),
      shown,
    );
    return below ?? insideOf(project, shown);
  }
  if (at(pyproject.data, 'tool', 'uv', 'workspace') === undefined) return undefined;
  const members = workspace.members.map(({ path }) => dirname(path)).filter((folder) => folder !== dir);
  const hasTable = at(pyproject.data, 'project') !== undefined;
  const inSrc = members.some((folder) => isInside(join(dir, 'src'), folder));
  if (hasTable && (entrypoint !== '' || !isHollow(pyproject, dir, inSrc))) return undefined;
  const lacks = hasTable ? 'it has neither dependencies nor files of its own to deploy' : 'it has no [project]';
  const message = `${pyproject.shown} is the root of a workspace and not a project to deploy: ${lacks}. Its members are in`;
  return named('workspace-root', message, members.map(project.shown), pyproject.shown);
}

/** Names the project that `working-directory` is a part of, such as its `src`. */
function insideOf({ checkout, dir, shown: nameOf }: Project, shown: string): Finding | undefined {
  const folder = projectAbove(dir, checkout);
  if (folder === undefined) return undefined;
  const isRoot = folder === checkout;
  const place = isRoot ? 'the root of the repository' : `${quote(nameOf(folder), 200)}/`;
  const remedy = isRoot
    ? 'Remove `working-directory` from the step: it names the folder that has pyproject.toml.'
    : `Write \`working-directory: ${quote(nameOf(folder), 200)}\`: it names the folder that has pyproject.toml.`;
  return error('missing-pyproject', `There is no ${shown}, but there is one in ${place}.`, remedy, { file: shown });
}

/** What could be deployed, or says what is to be. A README and the notes of its kind are no documents to deploy. */
const DEPLOYABLE =
  /\.(?:py|qmd|ipynb|rmd|html?|r)$|^(?:_ricochet\.toml|_quarto\.ya?ml|manifest\.json|Dockerfile|src)$/i;

/** The program that `uv init` writes, which greets and ends. */
const STUB =
  /^\s*def main\(\)(?: -> None)?:\s+print\("Hello from [^"\n]*"\)\s+if __name__ == "__main__":\s+main\(\)\s*$/;

/** Whether a root with a `[project]` only keeps its members together, some of them in `src` or all elsewhere. */
function isHollow({ data }: TomlFile, dir: string, inSrc: boolean): boolean {
  const isEmpty = strings(at(data, 'project', 'dependencies')).length === 0;
  const speaks = ['scripts', 'optional-dependencies', 'dynamic'].some((key) => at(data, 'project', key) !== undefined);
  const isSet = at(data, 'tool', 'uv-deploy') !== undefined || at(data, 'tool', 'rsconnect') !== undefined;
  if (!isEmpty || speaks || isSet) return false;
  const isStub = (name: string) => name.endsWith('.py') && STUB.test(readText(join(dir, name)));
  return !entriesOf(dir).some(
    ({ name }) => DEPLOYABLE.test(name) && !/^readme\./i.test(name) && !isStub(name) && !(inSrc && name === 'src'),
  );
}

const readText = (path: string): string =>
  attempt(() => {
    const read = readRegular(path, 1000);
    return 'bytes' in read ? read.bytes.toString() : '';
  }) ?? '';

/** `begun` is completed by the folders. */
function named(code: string, begun: string, folders: readonly string[], file: string): Finding | undefined {
  const [only] = folders;
  if (only === undefined) return undefined;
  if (folders.length === 1) {
    const folder = quote(only, 200);
    return error(code, `${begun} ${folder}/.`, `Add \`working-directory: ${folder}\` to the step.`, { file });
  }
  const lines = folders.slice(0, MOST).map((folder) => `  working-directory: ${quote(folder, 200)}`);
  const more = folders.length > MOST ? [`  and ${folders.length - MOST} more`] : [];
  const message = [`${begun} each of these folders:`, ...lines, ...more].join('\n');
  return error(code, message, 'Add the line of the one to deploy to the step.', { file });
}
