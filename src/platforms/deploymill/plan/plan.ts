import { basename } from 'node:path';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { at } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';
import type { Identity } from '../../gateway.ts';
import type { Plan } from '../../plan.ts';
import { type MillSettings, readSettings } from './settings.ts';

/** Where a project says what its app on deploymill is. */
export const PROJECT_FILE = '.deploymill/project.json';

/** What the platform's own probe asks for when project.json names nothing (deploymill's scaffolds). */
const HEALTH_PATH = '/healthz';

type Identified = { readonly identity: Identity; readonly settings: MillSettings; readonly findings: Finding[] };

/** What project.json says, as far as it can be read; what is wrong with it is found by the checks. */
function declared(project: Project): unknown {
  const file = project.read(PROJECT_FILE);
  if (file === undefined || 'level' in file) return undefined;
  try {
    return JSON.parse(file.text);
  } catch {
    return undefined;
  }
}

const textAt = (value: unknown, ...keys: string[]): string => {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : '';
};

/** Which app is meant. There is no public way to look an app up: its id has to be given. */
export async function identify(project: Project, inputs: Inputs): Promise<Identified> {
  const { settings, findings } = readSettings(inputs.own);
  const file = declared(project);
  const name =
    inputs.name || textAt(file, 'name') || textAt(project.pyproject?.data, 'project', 'name') || basename(project.dir);
  if (inputs.variant !== '') findings.push(noVariants(inputs.variant));
  if (inputs.id !== '' && !/^[\w-]{1,128}$/.test(inputs.id)) findings.push(invalidId(inputs.id));
  return { identity: { id: inputs.id, name, slug: '', isNamed: inputs.name !== '' }, settings, findings };
}

/** Decides what the project will be on deploymill, which builds the image itself, from the head of a branch. */
export async function planApp(
  project: Project,
  inputs: Inputs,
): Promise<Identified & { readonly plan: Omit<Plan, 'open'> }> {
  const identified = await identify(project, inputs);
  const file = declared(project);
  const isWorker = at(file, 'workload') === 'worker';
  const own = textAt(file, 'health', 'path');
  const paths =
    inputs.healthCheckPaths.length > 0 ? inputs.healthCheckPaths : [own.startsWith('/') ? own : HEALTH_PATH];
  const contentType = isWorker ? 'worker' : 'web';
  return {
    ...identified,
    plan: {
      ...{ name: identified.identity.name, kind: 'app', contentType, entrypoint: inputs.entrypoint || 'Dockerfile' },
      ...{ delivery: 'none', install: { by: 'image' } },
      reasons: [`A ${contentType === 'web' ? 'web app' : 'worker'}, by ${PROJECT_FILE}, from its Dockerfile.`],
      healthPaths: isWorker ? [] : paths,
      includes: () => true,
      includesExplicitly: () => false,
      added: [],
      maxBundleSize: Number.POSITIVE_INFINITY,
      checkFiles: () => [],
    },
  };
}

const invalidId = (id: string): Finding =>
  error(
    'invalid-id',
    `The id '${quote(id)}' is not an application id of deploymill.`,
    'Copy it from the answer of the agent that created the app, or from its page on deploymill.',
  );

const noVariants = (variant: string): Finding =>
  error(
    'no-variants',
    `uv-deploy can't choose the variant '${quote(variant)}' on deploymill: apps are not found by their name there.`,
    "Leave out 'variant', and give the 'id' of the app that is meant.",
  );
