import { listFiles } from '../bundle/listing.ts';
import type { Finding } from '../findings/finding.ts';
import { chooseApp, layersOf } from '../inputs/apps.ts';
import type { EnvVar } from '../inputs/dotenv.ts';
import { modeInputs, parseInputs } from '../inputs/inputs.ts';
import { type InputName, readInputs } from '../inputs/raw.ts';
import { type Foreign, layerSettings } from '../inputs/settings.ts';
import { platformNamed } from '../platforms/index.ts';
import { indexPasswords } from '../ports/uv.ts';
import { at } from '../project/files/values.ts';
import { type Project, readProject } from '../project/project.ts';
import type { Deps, Run } from '../report/deps.ts';
import type { Status } from '../report/journal.ts';
import { serverOf } from './access.ts';
import { check } from './check.ts';
import { chooseMode, type Mode } from './mode.ts';
import { choosePlatform } from './platform-choice.ts';

/** Reads what is asked for, and does it. Throws `Failure` or `Cancelled`; what was learnt until then is in `deps.journal`. */
export async function run(deps: Deps): Promise<Status> {
  const { context, environment, journal, host, report, stage } = deps;
  for (const password of indexPasswords(environment)) host.mask(password);
  const raw = readInputs(environment);
  const { mode, notice } = chooseMode(modeInputs(raw), context);
  if (mode === 'skipped') {
    // What was deleted can't be checked out: nothing of the project is read.
    report(notice ? [notice] : []);
    return 'skipped';
  }
  const { inputs, project, platform } = await stage('Read', async () => {
    const app = await chooseApp(context.workspace, raw);
    const list = BUNDLING.includes(mode) ? lister(deps) : undefined;
    const project = withFindings(await readProject(context.workspace, app.directory, list), app.findings);
    const layers = layersOf(app, project);
    const chosen = parseInputs(layerSettings(raw, layers).raw, environment, host.mask);
    const platform = await platformNamed(await choosePlatform(chosen, project, deps));
    const server = serverOf(platform, chosen, environment).value ?? '';
    const { raw: said } = layerSettings(raw, layers, platform);
    const isSaid = (...names: readonly InputName[]) => names.some((name) => said[name].value !== '');
    const foreign = platform.foreign?.(project, {
      ...{ server, isNamed: isSaid('id', 'name'), isStartSaid: isSaid('entrypoint', 'content-type') },
    });
    const { raw: layered, ...settings } = layerSettings(raw, layers, platform, foreign);
    const own = parseInputs(layered, environment, host.mask);
    const inputs = { ...own, ...settings, env: withForeign(own.env, foreign) };
    host.info(`Project: ${project.shown(project.dir)}`);
    host.info(`Platform: ${platform.name}`);
    if (foreign?.reason) host.info(foreign.reason);
    return { inputs, project: withFindings(project, foreign?.findings ?? []), platform };
  });
  report(notice ? [notice] : []);
  journal.asked({ platform: platform.name, mode, directory: project.shown(project.dir) });
  // What a plan calls it counts, where there is one.
  const name = inputs.name || at(project.pyproject?.data, 'project', 'name');
  if (typeof name === 'string' && name !== '') journal.name(name);

  const asked: Run = { ...deps, inputs, project, platform };
  switch (mode) {
    case 'check':
      return check(asked);
    case 'deploy':
      return (await import('./deploy.ts')).deploy(asked);
    case 'invoke':
      return (await import('./invoke.ts')).invoke(asked);
    case 'preview':
      return (await import('./preview.ts')).preview(asked);
    case 'teardown':
      return (await import('./teardown.ts')).teardown(asked);
    default:
      return mode satisfies never;
  }
}

/** The modes that look at the files of the project. */
const BUNDLING: readonly Mode[] = ['check', 'deploy', 'preview'];

/** Lists the files of a project; git is stopped with the run, which may end before anybody asks for them. */
function lister({ exec, signal, atEnd }: Deps) {
  const end = new AbortController();
  atEnd(async () => end.abort(new Error('The files are not needed any more.')));
  return (dir: string, shown: Project['shown']) =>
    listFiles(dir, shown, { exec, signal: AbortSignal.any([signal, end.signal]) });
}

/** The variables of the step, and those of another tool's file that it does not set. */
const withForeign = (env: readonly EnvVar[], foreign: Foreign | undefined): EnvVar[] => [
  ...(foreign?.env.filter(({ name }) => env.every((one) => one.name !== name)) ?? []),
  ...env,
];

/** The project with what was found before it, unless it was found again. */
const withFindings = (project: Project, earlier: readonly Finding[]): Project => {
  const isNew = ({ file }: Finding) => project.findings.every((finding) => finding.file !== file);
  return { ...project, findings: [...project.findings, ...earlier.filter(isNew)] };
};
