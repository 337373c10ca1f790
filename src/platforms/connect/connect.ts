import type { Inputs } from '../../inputs/inputs.ts';
import { at, isTable } from '../../project/files/values.ts';
import type { Platform } from '../platform.ts';
import { jsonOf } from '../shared/responses.ts';
import { signIn } from './api/sign-on.ts';
import { OWN_KEYS, readSettings } from './content/settings.ts';
import { openConnection, openGateway } from './gateway/gateway.ts';
import type { Target } from './gateway/item-spec.ts';
import { openPreviewGateway } from './gateway/preview-gateway.ts';
import { planConnect } from './plan/plan.ts';
import { type ConnectPlan, planBase } from './plan/plan-base.ts';

/** Posit Connect: its content is found by GUID or by name, and described in `[tool.uv-deploy.connect]`. */
export const connect: Platform = {
  name: 'connect',
  marks: ['.posit', 'manifest.json'],
  credentials: { server: 'CONNECT_SERVER', token: 'CONNECT_API_KEY' },
  // rsconnect-python asks this before it has a key. The version is empty, or missing, where an administrator hides it.
  sign: {
    path: '/__api__/server_settings',
    fits: (response) => {
      const settings = jsonOf(response);
      return response.status === 200 && (isTable(at(settings, 'license')) || Array.isArray(at(settings, 'runtimes')));
    },
  },
  ownKeys: OWN_KEYS,
  // People copy the address of a page: the dashboard is below /connect/, the API below /__api__/, content below /content/.
  base: (url) => url.replace(/\/(?:connect|__api__|content)(?:\/.*)?$/, ''),
  signIn,

  identify: async (project, inputs) => {
    const { settings, findings } = readSettings(inputs.own);
    const { id, name } = planBase(project, inputs, settings);
    return { identity: { id, name, slug: '' }, findings };
  },

  open: (identity, access, deps) => openConnection(identity, access, deps).connection,

  plan: async (project, inputs, candidates) => {
    const { plan, ...others } = await planConnect(project, inputs, candidates);
    if (plan === undefined) return others;
    const target = targetOf(plan, inputs);
    return {
      ...others,
      plan: {
        ...plan,
        connect: (access, deps, pullRequest) =>
          pullRequest === undefined
            ? openGateway(target, access, deps)
            : openPreviewGateway(pullRequest, target, access, deps),
      },
    };
  },
};

const targetOf = (
  { id, name, title, appmode, settings, python, healthPaths }: ConnectPlan,
  { wait, healthCheckTimeoutMs }: Inputs,
): Target => ({
  ...{ id, name, title, settings, python, healthPaths, wait },
  appMode: appmode,
  healthLimitMs: healthCheckTimeoutMs,
});
