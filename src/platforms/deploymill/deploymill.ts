import { failure } from '../../findings/finding.ts';
import type { Platform } from '../platform.ts';
import { identify, PROJECT_FILE, planApp } from './plan/plan.ts';
import { SETTINGS } from './plan/settings.ts';

const notYet = () =>
  failure('unexpected', "This version of uv-deploy can't deploy to deploymill yet.", 'Use mode: check.');

/** deploymill: it builds the image itself, from the head of a branch, and is talked to over MCP. */
export const deploymill: Platform = {
  name: 'deploymill',
  markerFiles: [PROJECT_FILE],
  credentials: { token: 'DEPLOYMILL_TOKEN', secret: { env: 'DEPLOYMILL_SECRET', isRequired: false } },
  server: { platform: 'x86_64-unknown-linux-gnu', glibc: '2.36' },
  words: { credential: 'token' },
  settings: SETTINGS,
  defaultServer: 'https://deploymill.com',

  identify: async (project, inputs) => {
    const { identity, findings } = await identify(project, inputs);
    return { identity, findings };
  },

  open: () => {
    throw notYet();
  },

  plan: async (project, inputs) => {
    const { plan, findings } = await planApp(project, inputs);
    return {
      findings,
      plan: {
        ...plan,
        open: async () => {
          throw notYet();
        },
      },
    };
  },
};
