import { basename, join } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import type { Gate } from '../../../ports/http/health.ts';
import { at } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';
import type { TargetDefaults } from '../../../project/target.ts';
import type { Identity } from '../../gateway.ts';
import type { Plan } from '../../plan.ts';
import { readContract } from '../checks/contract.ts';
import type { Subject } from '../checks/subject.ts';
import { imagePython, imageTarget } from '../dockerfile/base-image.ts';
import type { PlannedSpec } from '../gateway/app-spec.ts';
import { imageRunOf } from '../preflight/image.ts';
import { tryInstalls } from '../preflight/installs.ts';
import { startOf } from '../preflight/start.ts';
import { PROJECT_FILE, type ProjectFile, readProjectFile, shrunkVolumes } from '../project-file.ts';
import { type MillSettings, readSettings } from './settings.ts';

/** What the platform's own probe does where project.json tells nothing (its scaffolds). */
const HEALTH: ProjectFile['health'] = { path: '/healthz', retries: 3, intervalMs: 3_000, timeoutMs: 5_000 };

export type Identified = {
  readonly identity: Identity;
  readonly settings: MillSettings;
  readonly file: ProjectFile | undefined;
  readonly findings: readonly Finding[];
};

/** What project.json says, as far as it can be read, and what is wrong with it. */
async function readFile(project: Project): Promise<{ file?: ProjectFile; findings: readonly Finding[] }> {
  const text = project.read(PROJECT_FILE);
  if (text === undefined) return { findings: [] };
  return 'level' in text ? { findings: [text] } : readProjectFile(text);
}

/** Compares the volumes with those that the file had before. */
async function checkShrinking(
  file: ProjectFile | undefined,
  earlier: (path: string) => Promise<string | undefined>,
): Promise<readonly Finding[]> {
  if (file === undefined || file.mounts.length === 0) return [];
  const text = await earlier(PROJECT_FILE);
  const before = text === undefined ? undefined : (await readProjectFile({ shown: PROJECT_FILE, text })).file;
  return before === undefined ? [] : shrunkVolumes(file, before);
}

/** Which app is meant. There is no public way to look an app up: its id has to be given. */
export async function identify(project: Project, inputs: Inputs): Promise<Identified> {
  const { settings, findings } = readSettings(inputs.own);
  const { file } = await readFile(project);
  const named = at(project.pyproject?.data, 'project', 'name');
  const name = inputs.name || file?.name || (typeof named === 'string' ? named : basename(project.dir));
  if (inputs.variant !== '') findings.push(noVariants(inputs.variant));
  if (inputs.id !== '' && !/^[\w.:-]{1,128}$/.test(inputs.id)) findings.push(invalidId(inputs.id));
  const identity: Identity = { id: inputs.id, name, slug: '', isNamed: inputs.name !== '', settings };
  return { identity, settings, file, findings };
}

type Planned = { readonly plan: Omit<Plan, 'open'>; readonly spec: PlannedSpec; readonly findings: readonly Finding[] };

/** Decides what the project will be on deploymill, which builds the image itself, from the head of a branch. */
export async function planApp(
  project: Project,
  inputs: Inputs,
  candidates: () => Promise<readonly BundleFile[]>,
  earlier: (path: string) => Promise<string | undefined>,
): Promise<Planned> {
  const { identity, settings, file, findings } = await identify(project, inputs);
  const contract = await readContract({ project, inputs, file, files: await candidates() });
  const contentType = file?.workload ?? 'web';
  const health = file?.health ?? HEALTH;
  const paths = inputs.healthCheckPaths.length > 0 ? inputs.healthCheckPaths : [health.path];
  const isWorker = contentType === 'worker';
  const knowsHead = contract.findings.some(({ code }) => code === 'health-head');
  const host = isWorker ? undefined : file?.prod;
  return {
    findings: [
      ...findings,
      ...(await readFile(project)).findings,
      ...(await checkShrinking(file, earlier)),
      ...contract.findings,
    ],
    spec: {
      ...{ id: identity.id, name: identity.name, settings },
      url: isWorker ? '' : settings.url || (host === undefined ? '' : `https://${host}`),
      keepsReleases: file !== undefined && file.rollback !== false,
      shown: (path) => project.shown(join(project.dir, path)),
      read: (path) => {
        const text = project.read(path);
        return text === undefined || 'level' in text ? undefined : text.text;
      },
    },
    plan: {
      ...{
        name: identity.name,
        kind: 'app',
        contentType,
        entrypoint: inputs.entrypoint || (contract.start?.file ?? 'Dockerfile'),
      },
      ...{ delivery: 'none', install: installOf(contract.subject, project) },
      ...(contract.subject && { server: serverOf(contract.subject) }),
      reasons: [`It is a ${isWorker ? 'worker' : 'web app'} on deploymill, which builds the Dockerfile itself.`],
      healthPaths: isWorker ? [] : paths,
      gate: { ...gateOf(health, file?.isProtected ?? false), asksHead: !knowsHead },
      includes: contract.holds,
      ...(contract.start && { start: contract.start }),
      ...(contract.subject && startOf(contract.subject)),
      includesExplicitly: () => false,
      added: buildFiles(project),
      maxBundleSize: Number.POSITIVE_INFINITY,
      checkFiles: () => [],
    },
  };
}

/** What decides over the image without being in it: where it changes, there is something to deploy. */
const BUILD_FILES = ['Dockerfile', '.dockerignore', PROJECT_FILE];

const buildFiles = (project: Project): BundleFile[] =>
  BUILD_FILES.flatMap((path) => {
    const text = project.read(path);
    if (text === undefined || 'level' in text) return [];
    return [{ path, source: text.path, size: Buffer.byteLength(text.text), executable: false }];
  });

function installOf(subject: Subject | undefined, project: Project): Plan['install'] {
  if (subject === undefined) return { by: 'image' };
  const python = imagePython(subject.dockerfile.final.image)?.slice(0, 2).join('.');
  const run = imageRunOf(subject);
  if (python === undefined) return { by: 'image', run };
  const { installs, at } = subject;
  return {
    ...{ by: 'image', run, python },
    tryInstalls: (tools) => tryInstalls({ installs, dir: project.dir, python, at }, tools),
  };
}

/** Debian 12, where the name of the image does not tell. */
export const SERVER: TargetDefaults = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.36' };

/** What the wheels of the lock have to fit: the image in which uv installs them. */
function serverOf({ installs }: Subject): TargetDefaults {
  const stage = installs.find(({ by }) => by !== 'pip')?.stage;
  return stage === undefined ? SERVER : imageTarget(stage.image, SERVER);
}

/** Answers that mean that nothing is behind the edge. */
const BAD = [502, 503, 504];

/**
 * The platform's own measure (deploymill's documentation, "health"): 200 on any path but `/`, where every answer of an app is well,
 * several times in a row. Behind a password, the edge answers 401.
 */
const gateOf = ({ retries, intervalMs }: ProjectFile['health'], isProtected: boolean): Gate => ({
  ...{ times: retries, intervalMs },
  isHealthy: (status, path) =>
    (isProtected && status === 401) || (path === '/' ? !BAD.includes(status) : status === 200),
});

const invalidId = (id: string): Finding =>
  error(
    'invalid-id',
    `The id '${quote(id)}' is not an application id of deploymill.`,
    'Copy it from the answer of the agent that created the app.',
  );

const noVariants = (variant: string): Finding =>
  error(
    'no-variants',
    `uv-deploy can't choose the variant '${quote(variant)}' on deploymill: apps are not found by their name there.`,
    "Leave out 'variant', and give the 'id' of the app that is meant.",
  );
