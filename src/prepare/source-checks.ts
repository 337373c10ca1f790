import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readGitignore } from '../bundle/gitignore.ts';
import type { BundleFile } from '../bundle/source.ts';
import type { Finding } from '../findings/finding.ts';
import { parseDotenv } from '../inputs/dotenv.ts';
import type { Plan } from '../platforms/plan.ts';
import { readRegular } from '../ports/regular-file.ts';
import { checkNeeds } from '../project/contract/needs.ts';
import { checkContract } from '../project/contract/start-contract.ts';
import { checkImports } from '../project/imports/imports.ts';
import type { Pin } from '../project/pin/pin.ts';
import { minorOf } from '../project/pin/requires-python.ts';
import type { Project } from '../project/project.ts';
import { hasCells } from '../project/source/cells.ts';

export type SourceChecks = {
  readonly findings: readonly Finding[];
  /** What was not sure, once the lock was installed in `environment`, or could not be. */
  settle(environment: string | undefined): readonly Finding[];
};

/** What is known of a project whose files are chosen; without a plan, it is looked through all the same. */
export type SourceSubject = {
  readonly plan: Plan | undefined;
  readonly pin: Pin | undefined;
  readonly files: readonly BundleFile[];
  /** The names of the variables that this run sets; absent where the app is started, which tells more than its source. */
  readonly variables?: readonly string[];
};

const NOTHING: SourceChecks = { findings: [], settle: () => [] };
/** The newest Python whose standard library is known: what a pin without a version gets is near it. */
const NEWEST_MINOR = 14;

/** Finds in the source, without running it, what would keep the app from starting on the server. */
export async function checkSources(
  project: Project,
  { plan, pin, files, variables }: SourceSubject,
  debug: (line: string) => void,
): Promise<SourceChecks> {
  // Without these, what the lock installs is not known.
  if (plan?.start === undefined || project.lock === undefined || project.pyproject === undefined) return NOTHING;
  const { start } = plan;
  const minor = minorOf(pin?.python ?? '') ?? NEWEST_MINOR;
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  const shown = (path: string) => {
    const source = sources.get(path);
    return project.shown(typeof source === 'string' ? source : join(project.dir, path));
  };
  const { findings, settle, texts } = await checkImports(project, start, files, { minor, shown, debug });
  const contract = await checkContract(start, texts, minor, shown);
  // A document's code runs in the document's own folder: of one further down, paths are not followed.
  if (variables === undefined || (hasCells(start.file) && start.file.includes('/'))) {
    return { settle, findings: [...findings, ...contract] };
  }
  const needs = await checkNeeds(texts, {
    isBundled: (path) => sources.has(path),
    hasFilesIn: (folder) => files.some(({ path }) => path.startsWith(`${folder}/`)),
    exists: (path) => existsSync(join(project.dir, path)),
    isIgnored: (path) => isIgnored(path, project.dir),
    meant: (path, file) => {
      const near = `${file.slice(0, file.lastIndexOf('/') + 1)}${path}`;
      const isMeant = (one: string) => one.toLowerCase() === path.toLowerCase() || shown(one) === near;
      return files.find((one) => isMeant(one.path))?.path;
    },
    // Pages are run as the file that shows them is.
    isProgram: (path) => start.runsAsMain && (path === start.file || (start.hasPages && /(?:^|\/)pages\//.test(path))),
    ...{ variables, dotenv: namesInDotenv(project.dir), shown },
  });
  return { settle, findings: [...findings, ...contract, ...needs] };
}

/** The names that the project's own .env sets. */
function namesInDotenv(dir: string): readonly string[] {
  const file = join(dir, '.env');
  const read = existsSync(file) ? readRegular(file, SMALL_FILE) : undefined;
  return read && 'bytes' in read ? parseDotenv(read.bytes.toString('utf8'), {}).vars.map(({ name }) => name) : [];
}

/** Whether the project's own .gitignore keeps a path, or a folder that it is in, out of the repository. */
function isIgnored(path: string, dir: string): boolean {
  const file = join(dir, '.gitignore');
  const read = existsSync(file) ? readRegular(file, SMALL_FILE) : undefined;
  if (read === undefined || !('bytes' in read)) return false;
  const rules = readGitignore(read.bytes.toString('utf8'));
  const steps = path.split('/');
  return steps.some((_, index) => rules(steps.slice(0, index + 1).join('/'), index + 1 < steps.length) === 'ignored');
}

const SMALL_FILE = 1_000_000;
