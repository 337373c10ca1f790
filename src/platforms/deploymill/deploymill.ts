import type { Platform } from '../platform.ts';
import { identify, planApp, SERVER } from './plan/plan.ts';
import { type MillSettings, readSettings, SETTINGS } from './plan/settings.ts';

/** deploymill: it builds the image itself, from the head of a branch, and is talked to over MCP. */
export const deploymill: Platform = {
  name: 'deploymill',
  credentials: { token: 'DEPLOYMILL_TOKEN', secret: { env: 'DEPLOYMILL_SECRET', isRequired: false } },
  server: SERVER,
  words: {
    credential: 'token',
    noUrl:
      'Write its address as `url` under [tool.uv-deploy.deploymill], or commit .deploymill/project.json with `domains.prod`.',
    noTasks:
      'deploymill runs jobs by itself: write them as `schedules` in .deploymill/project.json, and the app gets a POST to /_system/tick for each.',
  },
  settings: SETTINGS,
  defaultServer: 'https://deploymill.com',

  // People copy the address of the MCP server.
  locate: async (url) => url.replace(/\/mcp$/, ''),

  identify: async (project, inputs) => {
    const { identity, findings } = await identify(project, inputs);
    return { identity, findings: [...findings] };
  },

  open: async ({ id, name, settings }, access, deps) => {
    const { openConnection } = await import('./gateway/connection.ts');
    const known = (settings as MillSettings | undefined) ?? readSettings({}).settings;
    return openConnection({ id, name, settings: known, url: '' }, access, deps).connection;
  },

  plan: async (project, inputs, candidates, earlier) => {
    const { plan, spec, findings } = await planApp(project, inputs, candidates, earlier);
    return {
      findings: [...findings],
      plan: { ...plan, open: async (...args) => (await import('./gateway/gateway.ts')).openGateway(spec, ...args) },
    };
  },
};
