import type { App } from '../../emulators/deploymill/deployer.ts';
import { createWorkplace } from '../../emulators/workplace.ts';
import { describePlatform } from '../contract.ts';
import { checkOut, filesOf, push } from './project.ts';

const place = createWorkplace();

describePlatform('deploymill', async () => {
  const server = await place.deploymill({ patienceMs: 10_000 });
  const apps = new Map<string, App>();
  /** Which repository a checkout is of. */
  const origins = new Map<string, string>();
  return {
    inputs: { platform: 'deploymill', server: server.url, token: server.token },
    // Apps are made by people, with their agents.
    project: async (wish) => {
      const repository = `octo/${wish.name.replaceAll(' ', '-')}`;
      const app = apps.get(wish.name) ?? (await server.createApp(wish.name, repository));
      apps.set(wish.name, app);
      const files = filesOf(wish, { id: app.id, url: server.address(app) });
      const folder = await checkOut(server, repository, files);
      origins.set(folder, repository);
      return folder;
    },
    publish: async (folder, { pullRequest }) => {
      const repository = origins.get(folder) ?? '';
      const pushed = await push(server, repository, folder, pullRequest ? `pull-${pullRequest.number}` : 'main');
      return { ...pushed, ...(pullRequest && { pullRequest: { ...pullRequest, sha: pushed.sha ?? '' } }) };
    },
    items: () => server.apps().map(({ id, name }) => ({ id, name })),
    deployments: (id) => server.apps().find((app) => app.id === id)?.deployments.length ?? 0,
    visit: async (url) => (await fetch(url)).text(),
    can: { slug: 'none', invoke: false, rollback: 'back', variants: false },
    begins: 'deploymill builds',
    close: () => place.clear(),
  };
});
