import type { Inputs } from '../../inputs/inputs.ts';
import { LINUX } from '../../project/target.ts';
import type { Platform } from '../platform.ts';
import { isServer, locate, SETTINGS_PATH } from './api/address.ts';
import { isOwnAnswer, PRIVATE_APP, WORDS } from './api/refusals.ts';
import { signIn } from './api/sign-on.ts';
import { readPublisher } from './content/publisher.ts';
import { readSettings, SETTINGS } from './content/settings.ts';
import type { ContentSpec } from './gateway/item-spec.ts';
import { planConnect } from './plan/plan.ts';
import { type ConnectPlan, planBase } from './plan/plan-base.ts';

/** Posit Connect: its content is found by GUID or by name, and described in `[tool.uv-deploy.connect]`. */
export const connect: Platform = {
  name: 'connect',
  words: { credential: WORDS.credential, privateApp: PRIVATE_APP },
  credentials: { server: 'CONNECT_SERVER', token: 'CONNECT_API_KEY' },
  server: LINUX,
  // `environment.python.requires` of the manifest is a range.
  takesRange: true,
  copiesLocal: true,
  // rsconnect-python asks this before it has a key.
  sign: { path: SETTINGS_PATH, fits: isServer },
  isOwn: isOwnAnswer,
  settings: SETTINGS,
  foreign: readPublisher,
  locate,
  signIn,

  identify: async (project, inputs) => {
    const { settings, findings } = readSettings(inputs.own);
    const { id, name, former } = planBase(project, inputs, settings);
    return { identity: { id, name, slug: '', former }, findings };
  },

  open: async (...args) => (await import('./gateway/gateway.ts')).openConnection(...args).connection,

  plan: async (project, inputs, candidates) => {
    const { plan, ...others } = await planConnect(project, inputs, candidates);
    if (plan === undefined) return others;
    const target = targetOf(plan, inputs);
    return {
      ...others,
      plan: {
        ...plan,
        open: async (access, deps, pullRequest) =>
          pullRequest === undefined
            ? (await import('./gateway/gateway.ts')).openGateway(target, access, deps)
            : (await import('./gateway/preview-gateway.ts')).openPreviewGateway(pullRequest, target, access, deps),
      },
    };
  },
};

const targetOf = (
  { id, name, former, title, contentType, settings, python, healthPaths }: ConnectPlan,
  { wait, healthCheckTimeoutMs }: Inputs,
): ContentSpec => ({
  ...{ id, name, former, title, settings, python, healthPaths, wait },
  appMode: contentType,
  healthLimitMs: healthCheckTimeoutMs,
});
