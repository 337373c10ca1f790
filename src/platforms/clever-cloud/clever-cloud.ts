import type { Identity } from '../gateway.ts';
import type { Platform } from '../platform.ts';
import { WORDS } from './api/refusals.ts';
import { variantName, variantSpec } from './gateway/variant.ts';
import { SERVER } from './plan/image.ts';
import { identify, planApp } from './plan/plan.ts';
import { SETTINGS } from './plan/settings.ts';

/** Clever Cloud: its apps are found by id, or by owner and name, and described in `[tool.uv-deploy.clever-cloud]`. */
export const cleverCloud: Platform = {
  name: 'clever-cloud',
  credentials: {
    token: 'CLEVER_TOKEN',
    secret: { env: 'CLEVER_SECRET', isRequired: true },
    single: 'CLEVER_SERVICE_TOKEN',
    consumer: { key: 'CLEVER_CONSUMER_KEY', secret: 'CLEVER_CONSUMER_SECRET' },
  },
  server: SERVER,
  words: {
    credential: WORDS.credential,
    noUrl: 'Write a domain of yours as `domains` under [tool.uv-deploy.clever-cloud].',
  },
  settings: SETTINGS,
  defaultServer: 'https://api.clever-cloud.com',

  identify: async (project, inputs) => {
    const { identity, findings } = identify(project, inputs);
    return { identity: identity && ofVariant(identity, inputs.variant), findings };
  },

  open: async (identity, access, deps) => {
    const { openConnection } = await import('./gateway/connection.ts');
    const { id, name, owner = '', paramsAsEnv = false } = identity;
    return openConnection({ id, name, owner, paramsAsEnv }, name, access, deps).connection;
  },

  plan: async (project, inputs, candidates) => {
    const { plan, spec, ...others } = await planApp(project, inputs, candidates);
    if (plan === undefined || spec === undefined) return others;
    const target = inputs.variant === '' ? spec : variantSpec(spec, inputs.variant);
    return {
      ...others,
      plan: {
        ...plan,
        name: target.name,
        open: async (...args) => (await import('./gateway/gateway.ts')).openGateway(target, ...args),
      },
    };
  },
};

const ofVariant = (identity: Identity, variant: string): Identity =>
  variant === '' ? identity : { ...identity, id: '', name: variantName(identity.name, variant), variant };
