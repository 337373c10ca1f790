import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { type Around, workspaceAround } from '../../../project/around.ts';
import { at } from '../../../project/files/values.ts';
import { readRequired } from '../../../project/lock/required.ts';
import type { Project } from '../../../project/project.ts';
import { checkSource } from '../../../project/source/readable.ts';
import type { Identity } from '../../gateway.ts';
import type { Plan } from '../../plan.ts';
import { isAppId } from '../api/values.ts';
import type { AppSpec } from '../gateway/app-spec.ts';
import { contractOf, entryFile, installsOf } from './contract.ts';
import type { Decided, Subject } from './detect.ts';
import { checkPlatformFiles } from './platform-files.ts';
import { launchOf, needsShell } from './run-command.ts';
import { readSettings } from './settings.ts';
import { judge, settle } from './start.ts';
import { checkVariables } from './variables.ts';

type Candidates = () => Promise<readonly BundleFile[]>;
type Planned = { readonly plan?: Omit<Plan, 'open'>; readonly spec?: AppSpec; readonly findings: Finding[] };

/** Which app is meant: by its id, else by its owner and name. */
export function identify(project: Project, inputs: Inputs): { identity: Identity; findings: Finding[] } {
  const { settings, findings } = readSettings(inputs.own);
  const named = at(project.pyproject?.data, 'project', 'name');
  const name = inputs.name || (typeof named === 'string' ? named : basename(project.dir));
  if (inputs.id !== '' && !isAppId(inputs.id)) {
    const message = `The id '${quote(inputs.id)}' is not an id of Clever Cloud.`;
    const remedy = 'Copy it from the console (app_…), or remove it: the app is then looked up by name.';
    findings.push(error('invalid-id', message, remedy));
  }
  const { owner, paramsAsEnv } = settings;
  return { identity: { id: inputs.id, name, slug: '', isNamed: inputs.name !== '', owner, paramsAsEnv }, findings };
}

/** Decides what the project will be on Clever Cloud, and checks what needs neither network nor uv. */
export async function planApp(project: Project, inputs: Inputs, candidates: Candidates): Promise<Planned> {
  const { identity, findings } = identify(project, inputs);
  const { settings } = readSettings(inputs.own);
  const env = new Map(inputs.env.map(({ name, value }) => [name, value]));
  const around = workspaceAround(project);
  const installs = installsOf(project, around, env.get('ENVIRONMENT') === 'development');
  const installed = project.lock && readRequired(project, installs).installed;
  // Without a lock, which is an error of its own, nothing is missing in it.
  const has = (name: string) => installed?.has(name) ?? true;
  const given = { project, inputs, settings, files: await candidates(), has };
  const start = await settle(given, env);
  findings.push(...start.findings, ...checkVariables(env, start.decided ?? { kind: 'app' }, given.files));
  const { decided, subject } = start;
  if (decided === undefined) return { findings };
  const { kind, command } = decided;
  const file = kind === 'task' && needsShell(command.text) ? undefined : entryFile(command, subject.files);
  if (file !== undefined) findings.push(...checkSource(project.checkout, join(project.dir, file)));
  const spec: AppSpec = {
    ...{ id: identity.id, name: identity.name, isNamed: identity.isNamed ?? false, kind },
    ...{ owner: settings.owner, zone: settings.zone, settings: settings.app, domains: settings.domains },
    ...{ paramsAsEnv: settings.paramsAsEnv, previewEnv: settings.previewEnv, shown: project.shown },
    ...{ isRebuilt: inputs.force, env: start.env, judge: (there) => judge(given, env, start, there) },
  };
  const contract = file === undefined ? {} : { start: contractOf(decided, file, installs, subject) };
  return {
    findings,
    spec,
    plan: {
      ...makePlan(subject, decided, file, spec),
      ...bringing(project, around),
      ...contract,
      reasons: [...decided.reasons, ...start.why],
    },
  };
}

function makePlan(
  subject: Subject,
  decided: Decided,
  file: string | undefined,
  spec: AppSpec,
): Omit<Plan, 'open' | 'reasons' | 'added'> {
  const { project, inputs, env, port } = subject;
  const { kind, command } = decided;
  const isDevelopment = env.get('ENVIRONMENT') === 'development';
  return {
    ...{ name: spec.name, kind, contentType: decided.contentType, entrypoint: decided.entrypoint },
    delivery: 'commit',
    // Clever Cloud's documentation, "Python with uv".
    install: { by: 'sync', flags: ['--locked', '--no-progress', ...(isDevelopment ? [] : ['--no-dev'])] },
    healthPaths: kind === 'app' ? inputs.healthCheckPaths : [],
    includes: () => true,
    includesExplicitly: () => false,
    maxBundleSize: Number.POSITIVE_INFINITY,
    ...(!(kind === 'task' && needsShell(command.text)) && {
      launch: (place) => launchOf(command, port, decided.env, place),
    }),
    checkFiles: (files) => [...checkBundled(file, files, subject), ...checkPlatformFiles(project, files, env)],
  };
}

/** What uv needs at the bundle's root, from wherever it finds it in the checkout. */
function bringing(project: Project, around: Around | undefined): Pick<Plan, 'added' | 'around'> {
  const added = [around?.root ?? project.pyproject, project.lock, project.pin].flatMap((file) =>
    file ? [{ path: basename(file.path), source: file.path, size: statSync(file.path).size, executable: false }] : [],
  );
  return { added, ...(around && { around }) };
}

function checkBundled(file: string | undefined, files: readonly BundleFile[], { project }: Subject): Finding[] {
  if (file === undefined || files.some(({ path }) => path === file)) return [];
  const message = `${quote(file, 120)}, which the run command starts, is left out of the bundle.`;
  const place = { file: project.shown(join(project.dir, file)) };
  return [error('entrypoint-not-bundled', message, 'Check .gitignore, and include and exclude.', place)];
}
