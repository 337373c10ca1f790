import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Access, Connection, GatewayDeps, Item } from '../../gateway.ts';
import { createSession, type Session } from '../api/session.ts';
import type { AppSpec } from './app-spec.ts';
import { createDeployments, type Deployments } from './deployments.ts';
import { createPreviews } from './previews.ts';

/** What the parts of the gateway work with. */
export type Bench = {
  readonly session: Session;
  readonly deployments: Deployments;
  readonly consoleUrl: string;
  readonly deps: GatewayDeps;
};

/** What is known from deploymill's documentation, and what is not. Told once in each run. */
const EXPERIMENTAL =
  'Experimental: deploymill documents its tools for agents, not for CI. Assumed: `deploy` builds the head of the wired branch, the URL is domains.prod of project.json, and what a tool takes is as its own schema says.';

/** What can be done with an app of which no more is known. */
export function openConnection(spec: AppSpec, access: Access, deps: GatewayDeps): { connection: Connection } & Bench {
  const session = createSession(access, spec.settings, deps);
  const consoleUrl = `${access.server}/account`;
  const deployments = createDeployments(consoleUrl, { session, deps });
  const bench: Bench = { session, deployments, consoleUrl, deps };
  const connection: Connection = {
    name: spec.name,
    verify: async () => {
      deps.say(EXPERIMENTAL);
      (await session.tools()).need('deploy');
    },
    find: () => findApp(spec, bench),
    previews: createPreviews(spec, bench),
  };
  return { connection, ...bench };
}

/** The app with the id that was given: no public tool finds it by its name, and none that CI may call creates it. */
async function findApp({ id, name, url }: AppSpec, { deployments, consoleUrl }: Bench): Promise<Item> {
  if (id === '') {
    throw failure(
      'no-application-id',
      `The app '${quote(name)}' can't be looked up: deploymill has no public way to find an app by name.`,
      'Create the app once with your agent (start_project or import_repo), and write the application id that it shows as `id` under [tool.uv-deploy] in pyproject.toml.',
    );
  }
  // Throws where the app does not exist, or belongs to somebody else.
  await deployments.list(id);
  return { id, name, url, consoleUrl };
}
