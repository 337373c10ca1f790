import { createWorkplace } from '../../emulators/workplace.ts';
import { describePlatform } from '../contract.ts';
import { filesOf } from './project.ts';

const place = createWorkplace();

describePlatform('Clever Cloud', async () => {
  const server = await place.cleverCloud({ patienceMs: 5_000 });
  // Domains that lead to the server itself, where an app can be asked.
  server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
  return {
    inputs: { platform: 'clever-cloud', server: server.url, token: server.token, secret: server.secret },
    project: (wish) => place.project('service', filesOf(wish)),
    items: () => server.apps().map(({ id, settings }) => ({ id, name: String(settings.name) })),
    deployments: (id) => server.deployments(id).length,
    visit: async (url) => (await fetch(url)).text(),
    can: { slug: 'none', invoke: true, rollback: 'draft', variants: true },
    begins: 'Uploading',
    close: () => place.clear(),
  };
});
