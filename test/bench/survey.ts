import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PLATFORMS, type PlatformName } from '../../src/inputs/inputs.ts';
import { type ActionRun, runAction } from '../tools/action.ts';
import { installUv } from '../tools/install.mjs';

/** A folder with a pyproject.toml in a checkout; the checkout itself where there is none. */
type Project = { readonly checkout: string; readonly directory: string };
type Surveyed = Project & {
  readonly platform: PlatformName;
  readonly run: ActionRun;
  /** The most memory that the step had resident, in MB. */
  readonly memory: number;
};

const PEAK = pathToFileURL(join(import.meta.dirname, 'peak.mjs')).href;
/** With uv, which alone makes the requirements for Connect. */
const PATH = [dirname(installUv()), process.env.PATH].join(delimiter);
/** Folders of environments and tools, which hold other people's projects. */
const SKIPPED = /^(?:\..*|node_modules|site-packages|venv|__pycache__)$/;

async function directoriesOf(checkout: string, directory = '.'): Promise<string[]> {
  const entries = await readdir(join(checkout, directory), { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory() && !SKIPPED.test(entry.name)).map(({ name }) => name);
  const found = entries.some(({ name }) => name === 'pyproject.toml') ? [directory] : [];
  for (const name of below.sort()) found.push(...(await directoriesOf(checkout, join(directory, name))));
  return found;
}

async function projectsOf(folder: string): Promise<Project[]> {
  const checkout = await realpath(resolve(folder));
  const found = await directoriesOf(checkout);
  return (found.length > 0 ? found : ['.']).map((directory) => ({ checkout, directory }));
}

async function surveyOn(platform: PlatformName, project: Project, scratch: string): Promise<Surveyed> {
  const peak = join(scratch, 'peak');
  const run = await runAction({
    workspace: project.checkout,
    temp: join(scratch, 'temp'),
    inputs: { mode: 'check', preflight: 'static', platform, 'working-directory': project.directory },
    env: { PATH, NODE_OPTIONS: `--import=${PEAK}`, UV_DEPLOY_PEAK: peak },
  });
  const memory = existsSync(peak) ? Number(await readFile(peak, 'utf8')) / 1000 : 0;
  await rm(peak, { force: true });
  return { ...project, platform, run, memory };
}

const named = ({ checkout, directory }: Project): string => join(basename(checkout), directory);

/** What the log says of the choice, such as "app.py is taken as flask: line 3 sets app = flask.Flask(…)"; its end where the step crashed. */
function reasonOf({ log, outputs }: ActionRun): string {
  if (outputs.status === undefined) return log.trim().split('\n').at(-1) ?? '';
  return log
    .split('\n')
    .filter((line) => / is taken as /.test(line))
    .join(' ');
}

/** The kind of content and the entrypoint, as the summary has them. */
const appOf = ({ summary }: ActionRun): string =>
  (/^\| App \| (.*?) \|$/m.exec(summary)?.[1] ?? '').replaceAll('\\', '');

const runRow = ({ run, memory, platform, ...project }: Surveyed): string[] => [
  named(project),
  platform,
  run.outputs.status ?? `ended with ${run.exitCode}`,
  `${Math.round(run.ms)} ms`,
  `${Math.round(memory)} MB`,
  appOf(run),
  reasonOf(run),
];

/** A row for each finding of a project, with all platforms on which it is reported. */
function findingRows(surveyed: readonly Surveyed[]): string[][] {
  const platforms = new Map<string, PlatformName[]>();
  for (const { run, platform, ...project } of surveyed) {
    for (const { level, title, file, line, message } of run.annotations) {
      const place = [file, line].filter((part) => part !== undefined).join(':');
      const key = JSON.stringify([named(project), level, title, place, message.split('\n')[0]]);
      platforms.set(key, [...(platforms.get(key) ?? []), platform]);
    }
  }
  return [...platforms].map(([key, on]) => {
    const [project = '', level = '', code = '', place = '', message = ''] = JSON.parse(key) as string[];
    return [project, on.length === PLATFORMS.length ? 'all' : on.join(' '), level, code, place, message];
  });
}

/** How many projects each finding is reported for. */
function codeRows(findings: readonly (readonly string[])[]): string[][] {
  const projects = new Map<string, Set<string>>();
  for (const [project = '', , level = '', code = ''] of findings) {
    const key = `${level} ${code}`;
    projects.set(key, (projects.get(key) ?? new Set()).add(project));
  }
  return [...projects].map(([key, all]) => [...key.split(' '), String(all.size)]).sort();
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * `npm run survey -- FOLDER...`: prints what the static checks find in checkouts, on every platform, and what the whole step takes for it.
 * Runs dist/index.js; one step at a time, or their times would say nothing.
 */
const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Name the folders of one or more checkouts: npm run survey -- ../app ../other-app');
  process.exitCode = 2;
}
const scratch = await mkdtemp(join(tmpdir(), 'uv-deploy-survey-'));
try {
  const surveyed: Surveyed[] = [];
  for (const folder of folders) {
    for (const project of await projectsOf(folder)) {
      for (const platform of PLATFORMS) surveyed.push(await surveyOn(platform, project, scratch));
    }
  }
  const findings = findingRows(surveyed);
  const tables = [
    table(['project', 'platform', 'status', 'time', 'memory', 'app', 'why'], surveyed.map(runRow)),
    table(['project', 'on', 'level', 'code', 'at', 'message'], findings),
    table(['level', 'code', 'projects'], codeRows(findings)),
  ];
  if (surveyed.length > 0) console.log(tables.join('\n\n'));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
