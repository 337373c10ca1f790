import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { at } from '../../../project/files/values.ts';
import { readRequired } from '../../../project/lock/required.ts';
import type { Project } from '../../../project/project.ts';
import { checkSource } from '../../../project/source/readable.ts';
import type { Identity } from '../../gateway.ts';
import type { Plan } from '../../plan.ts';
import { isAppId } from '../api/values.ts';
import type { AppSpec } from '../gateway/app-spec.ts';
import { checkCommand } from './command-checks.ts';
import { contractOf, entryFile, installsOf } from './contract.ts';
import { type Decided, decide, type Subject } from './detect.ts';
import { selectPython } from './image.ts';
import { checkPlatformFiles } from './platform-files.ts';
import { requestFlow, VARNISH_FILE } from './request-flow.ts';
import { launchOf, needsShell } from './run-command.ts';
import { readSettings } from './settings.ts';
import { checkVariables } from './variables.ts';

type Candidates = () => Promise<readonly BundleFile[]>;
type Planned = { readonly plan?: Omit<Plan, 'open'>; readonly spec?: AppSpec; readonly findings: Finding[] };

/** Which app is meant: by its id, else by its owner and name. */
export function identify(project: Project, inputs: Inputs): { identity: Identity; findings: Finding[] } {
  const { settings, findings } = readSettings(inputs.own);
  const named = at(project.pyproject?.data, 'project', 'name');
  const name = inputs.name || (typeof named === 'string' ? named : basename(project.dir));
  if (inputs.id !== '' && !isAppId(inputs.id)) {
    const message = `The id '${quote(inputs.id)}' is not one that Clever Cloud gives.`;
    const remedy = 'Copy it from the console (app_…), or leave it out: the app is then found by its name.';
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
  const installs = installsOf(project, env.get('ENVIRONMENT') === 'development');
  const installed = project.lock && readRequired(project, installs).installed;
  const flow = requestFlow(env, existsSync(join(project.dir, VARNISH_FILE)));
  const subject: Subject = {
    ...{ project, inputs, settings, env, port: flow.port, files: await candidates() },
    // Without a lock, which is an error of its own, nothing is missing in it.
    has: (name) => installed?.has(name) ?? true,
  };
  const decided = await decide(subject, findings);
  const python = selectPython(project, env);
  findings.push(...python.findings, ...checkVariables(env, decided ?? { kind: 'app' }));
  if (decided === undefined) return { findings };
  findings.push(...checkCommand(decided, subject));
  const { kind, command } = decided;
  const file = kind === 'task' && needsShell(command.text) ? undefined : entryFile(command, subject.files);
  if (file !== undefined) findings.push(...checkSource(project.checkout, join(project.dir, file)));
  const spec: AppSpec = {
    ...{ id: identity.id, name: identity.name, isNamed: identity.isNamed ?? false, kind },
    ...{ owner: settings.owner, zone: settings.zone, settings: settings.app, domains: settings.domains },
    ...{ paramsAsEnv: settings.paramsAsEnv, previewEnv: settings.previewEnv },
    env: { ...decided.env, ...python.env, ...managed(decided, inputs, flow.port) },
  };
  const whyPort = flow.why === undefined ? [] : [`The app has to listen on port ${flow.port}: ${flow.why}.`];
  const start = file === undefined ? {} : { start: contractOf(decided, file, installs, subject) };
  return {
    findings,
    spec,
    plan: { ...makePlan(subject, decided, file, spec), ...start, reasons: [...decided.reasons, ...whyPort] },
  };
}

function makePlan(
  subject: Subject,
  decided: Decided,
  file: string | undefined,
  spec: AppSpec,
): Omit<Plan, 'open' | 'reasons'> {
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
    added: requiredFiles(project),
    maxBundleSize: Number.POSITIVE_INFINITY,
    ...(!(kind === 'task' && needsShell(command.text)) && {
      launch: (place) => launchOf(command, port, decided.env, place),
    }),
    checkFiles: (files) => [...checkBundled(file, files, subject), ...checkPlatformFiles(project, files, env)],
  };
}

/** The variables that tell the platform what to do. */
function managed({ kind, command }: Decided, { healthCheckPaths }: Inputs, port: number): Record<string, string> {
  const paths = kind === 'app' ? healthCheckPaths : [];
  const [first = ''] = paths;
  const checks =
    paths.length > 1
      ? Object.fromEntries(paths.map((path, index) => [`CC_HEALTH_CHECK_PATH_${index}`, path]))
      : { ...(first !== '' && { CC_HEALTH_CHECK_PATH: first }) };
  return {
    // It chooses uv for the build of a task, too; the other one is what a task runs.
    CC_PYTHON_UV_RUN_COMMAND: command.text,
    ...(kind === 'task' && { CC_RUN_COMMAND: command.text }),
    ...(kind === 'app' && port !== 8080 && { PORT: String(port) }),
    ...checks,
  };
}

/** What uv needs at the bundle's root, from wherever it finds it in the checkout. */
function requiredFiles(project: Project): BundleFile[] {
  return [project.pyproject, project.lock, project.pin].flatMap((file) =>
    file ? [{ path: basename(file.path), source: file.path, size: statSync(file.path).size, executable: false }] : [],
  );
}

function checkBundled(file: string | undefined, files: readonly BundleFile[], { project }: Subject): Finding[] {
  if (file === undefined || files.some(({ path }) => path === file)) return [];
  const message = `${quote(file, 120)}, which the run command starts, is left out of the bundle.`;
  const place = { file: project.shown(join(project.dir, file)) };
  return [error('entrypoint-not-bundled', message, 'Check .gitignore, and include and exclude.', place)];
}
