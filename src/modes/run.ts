import { type Finding, failure } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { chooseApp, layersOf } from '../inputs/apps.ts';
import { type Inputs, PLATFORMS, type PlatformName, parseInputs, readInputs } from '../inputs/inputs.ts';
import { layerSettings } from '../inputs/settings.ts';
import { platformNamed, platforms } from '../platforms/index.ts';
import type { Context } from '../ports/context.ts';
import { type Project, readProject } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import type { Status } from '../report/journal.ts';
import { check } from './check.ts';
import { deploy } from './deploy.ts';
import { invoke } from './invoke.ts';
import { preview } from './preview.ts';
import { teardown } from './teardown.ts';

/** Reads what is asked for, and does it. Throws `Failure` or `Cancelled`; what was learnt until then is in `deps.facts`. */
export async function run(deps: Deps): Promise<Status> {
  const { context, environment, facts, host, stage } = deps;
  const { inputs, project, platform } = await stage('Read', async () => {
    const raw = readInputs(environment);
    const app = await chooseApp(context.workspace, raw);
    const project = withFindings(await readProject(context.workspace, app.directory), app.findings);
    const layers = layersOf(app, project);
    const chosen = parseInputs(layerSettings(raw, layers).raw, environment, host.mask);
    const platform = platformNamed(await choosePlatform(chosen.platform, project));
    const { raw: layered, ...settings } = layerSettings(raw, layers, platform);
    const inputs = { ...parseInputs(layered, environment, host.mask), ...settings };
    host.info(`Project: ${project.shown(project.dir)}`);
    host.info(`Platform: ${platform.name}`);
    return { inputs, project, platform };
  });
  const mode = chooseMode(inputs, context);
  facts.platform = platform.name;
  facts.mode = mode;
  facts.directory = project.shown(project.dir);

  switch (mode) {
    case 'check':
      return check(inputs, project, platform, deps);
    case 'deploy':
      return deploy(inputs, project, platform, deps);
    case 'invoke':
      return invoke(inputs, project, platform, deps);
    case 'preview':
      return preview(inputs, project, platform, deps);
    case 'teardown':
      return teardown(inputs, project, platform, deps);
    default:
      return mode satisfies never;
  }
}

/** The project with what was found before it, unless it was found again. */
const withFindings = (project: Project, earlier: readonly Finding[]): Project => {
  const isNew = ({ file }: Finding) => project.findings.every((finding) => finding.file !== file);
  return { ...project, findings: [...project.findings, ...earlier.filter(isNew)] };
};

/**
 * `auto` is a preview for an open pull request, its removal for a closed one, and a deployment for everything else. Whatever
 * happens to a pull request (a label, say) is never a deployment to production.
 */
function chooseMode(inputs: Inputs, { event, eventAction }: Context): Exclude<Inputs['mode'], 'auto'> {
  if (inputs.mode !== 'auto') return inputs.mode;
  if (event !== 'pull_request' && event !== 'pull_request_target') return 'deploy';
  return eventAction === 'closed' ? 'teardown' : 'preview';
}

/** The platform that was asked for, else the only one whose file lies in the project. */
async function choosePlatform(asked: PlatformName | undefined, project: Project): Promise<PlatformName> {
  if (asked !== undefined) return asked;
  const marked: PlatformName[] = [];
  for (const platform of platforms) {
    if (platform.marks.some((mark) => project.read(mark) !== undefined)) marked.push(platform.name);
  }
  const [only, ...others] = marked;
  if (only !== undefined && others.length === 0) return only;
  throw failure(
    'no-platform',
    only === undefined
      ? `Nothing says which platform ${project.dir === project.checkout ? 'the project' : quote(project.shown(project.dir))} is deployed to.`
      : `The project has the files of several platforms: ${marked.join(', ')}.`,
    `Set the input 'platform' to one of: ${PLATFORMS.join(', ')}. Or set platform under [tool.uv-deploy] in pyproject.toml.`,
  );
}
