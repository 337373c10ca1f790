import { basename } from 'node:path';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { at } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';
import type { Identity, Plan } from '../../platform.ts';
import { isAppId } from '../api/values.ts';
import type { AppSpec } from '../gateway/app-spec.ts';

export const OWN_KEYS = ['owner', 'run-command', 'params-as-env', 'preview-env', 'zone', 'domains'] as const;

/** The largest bundle: what a push may take until the proxy in front of git ends it. */
const MAX_BUNDLE_SIZE = 500_000_000;

/** Which app a project is. */
export function identify(project: Project, inputs: Inputs): { identity: Identity; findings: Finding[] } {
  const owner = inputs.own.owner?.value;
  const declared = at(project.pyproject?.data, 'project', 'name');
  const identity = {
    ...{ id: inputs.id, slug: '', isNamed: inputs.name !== '' },
    name: inputs.name || (typeof declared === 'string' ? declared : basename(project.dir)),
    owner: typeof owner === 'string' ? owner : '',
    paramsAsEnv: inputs.own['params-as-env']?.value === true,
  };
  const isBad = inputs.id !== '' && !isAppId(inputs.id);
  return {
    identity,
    findings: isBad
      ? [
          error(
            'invalid-id',
            `The id '${quote(inputs.id)}' is not one that Clever Cloud gives.`,
            'Copy it from the console (app_…), or leave it out: the app is then found by its name.',
          ),
        ]
      : [],
  };
}

/** Decides what the project will be. */
export async function planApp(
  project: Project,
  inputs: Inputs,
  _candidates: unknown,
): Promise<{ plan?: Omit<Plan, 'open'>; spec?: AppSpec; findings: Finding[] }> {
  const { identity, findings } = identify(project, inputs);
  const kind = inputs.contentType === 'task' ? 'task' : 'app';
  const texts = (key: string) => {
    const value = inputs.own[key]?.value;
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  };
  const command = inputs.own['run-command']?.value;
  if (typeof command !== 'string') {
    const remedy = 'Write run-command under [tool.uv-deploy.clever-cloud].';
    return { findings: [...findings, error('invalid-setting', 'There is no command that starts the app.', remedy)] };
  }
  const paths = kind === 'app' ? inputs.healthCheckPaths : [];
  const health = Object.fromEntries(
    paths.map((path, index) => [`CC_HEALTH_CHECK_PATH${paths.length === 1 ? '' : `_${index}`}`, path]),
  );
  const spec: AppSpec = {
    ...{ id: inputs.id, name: identity.name, owner: identity.owner ?? '', kind, zone: '', settings: {} },
    domains: texts('domains'),
    env: {
      CC_PYTHON_UV_RUN_COMMAND: command,
      ...(kind === 'task' && { CC_RUN_COMMAND: command }),
      ...health,
    },
    paramsAsEnv: identity.paramsAsEnv === true,
    previewEnv: texts('preview-env'),
  };
  const plan: Omit<Plan, 'open'> = {
    ...{ name: spec.name, kind, contentType: kind, entrypoint: command, delivery: 'commit' },
    install: { by: 'sync', flags: ['--locked', '--no-dev'] },
    ...{ reasons: [], includes: () => true, includesExplicitly: () => false, added: [] },
    healthPaths: kind === 'task' ? [] : paths.length > 0 ? paths : ['/'],
    maxBundleSize: MAX_BUNDLE_SIZE,
    checkFiles: () => [],
  };
  return { plan, spec, findings };
}
