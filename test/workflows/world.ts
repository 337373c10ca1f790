import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type CleverCloudServer, startCleverCloud } from '../emulators/clever-cloud/server.ts';
import { type ConnectServer, startConnect } from '../emulators/connect/server.ts';
import { type DeploymillServer, startDeploymill } from '../emulators/deploymill/server.ts';
import { uvEnvironment } from '../emulators/host/environment.ts';
import { type RicochetServer, startRicochet } from '../emulators/ricochet/server.ts';
import { filesOf } from '../platforms/deploymill/project.ts';
import { wsgi } from '../tools/connect.ts';
import { makeProject } from '../tools/fixture.ts';
import { uv } from '../tools/uv.ts';
import {
  type Event,
  type GitHub,
  loadHost,
  type Results,
  type Stub,
  type WorkflowRun,
} from '../tools/workflow-host.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const CACHE = join(PROJECT, '.tools/uv-cache');

/** A repository whose workflows call ours. */
export type Caller = {
  readonly folder: string;
  /** Writes files and commits all there is. Answers the commit. */
  commit(files?: Readonly<Record<string, string>>): Promise<string>;
  /** Runs one of its workflows for an event, with the secrets that the repository has. One run at a time. */
  run(workflow: string, event: Event): Promise<WorkflowRun>;
};

/** GitHub, and the server of a platform: all that a run has to do with. */
export type World<Server extends AnyServer = RicochetServer> = {
  readonly server: Server;
  readonly github: GitHub;
  readonly results: Results;
  /** What the actions of others were given, the newest last. */
  readonly given: readonly { readonly action: string; readonly inputs: Readonly<Record<string, string>> }[];
  /** `octo/app`, with fixture projects by the folder they lie in. */
  caller(
    projects: Readonly<Record<string, Fixture>>,
    /** More secrets of the repository. */
    secrets?: Readonly<Record<string, string>>,
  ): Promise<Caller>;
  close(): Promise<void>;
};

type AnyServer = { close(): Promise<void> };

/**
 * A fixture, and how it is called on the server: tests share one. `bare`: uv's three files and one app file are all there is; the name
 * is that of the project.
 */
type Fixture = {
  readonly fixture: 'service' | 'script' | 'notebook' | 'flask';
  readonly name: string;
  readonly bare?: boolean;
};

/** What is another on another platform. */
type Kind<Server extends AnyServer> = {
  start(folder: string): Promise<Server>;
  /** The secrets of the repository that hold the credential. */
  secrets(server: Server): Readonly<Record<string, string>>;
  /** Makes a project one for the platform, under its name there. */
  settle(folder: string, fixture: Fixture, server: Server): Promise<void>;
  /** Where GitHub's own pages and repositories are, if a run asks for these. */
  pages?(server: Server): string;
};

export const createWorld = (): Promise<World> =>
  open({
    start: (home) => startRicochet({ home, uv, cacheDir: CACHE }),
    secrets: ({ apiKey }) => ({ RICOCHET_API_KEY: apiKey }),
    settle: async (folder, { name }) => {
      const config = join(folder, '_ricochet.toml');
      await writeFile(config, named(await readFile(config, 'utf8'), name));
    },
  });

export const createConnectWorld = (): Promise<World<ConnectServer>> =>
  open({
    start: (folder) => startConnect({ folder, uv, cacheDir: CACHE }),
    secrets: ({ apiKey }) => ({ CONNECT_API_KEY: apiKey }),
    settle: async (folder, { fixture, name }) => {
      // An environment for notebooks is large: once, on the server, is enough.
      const app =
        fixture === 'service' ? 'entrypoint = "app:app"\ncontent-type = "python-api"\n' : 'preflight = "static"\n';
      await appendFile(join(folder, 'pyproject.toml'), `\n[tool.uv-deploy.connect]\nname = "${name}"\n${app}`);
      if (fixture === 'service') await writeFile(join(folder, 'app.py'), wsgi('hello'));
    },
  });

export const createCleverCloudWorld = (): Promise<World<CleverCloudServer>> =>
  open({
    start: async (home) => {
      const credentials = { token: 'tok-4f1b8c', secret: 'sec-90a7de' };
      const server = await startCleverCloud({ home, uv, cacheDir: CACHE, credentials });
      // Domains that lead to the server itself, where an app can be asked.
      server.knobs.domain = (id, url) => `${url.replace('http://', '')}/${id.replace('_', '-')}/`;
      return server;
    },
    secrets: ({ token, secret }) => ({ CLEVER_TOKEN: token, CLEVER_SECRET: secret }),
    settle: (folder, { fixture, name }) => {
      const command = fixture === 'service' ? 'run-command = ".venv/bin/python serve.py"\n' : '';
      const table = `\n[tool.uv-deploy.clever-cloud]\nname = "${name}"\nowner = "Example"\n${command}`;
      return appendFile(join(folder, 'pyproject.toml'), table);
    },
  });

/** The app is made by hand, as on deploymill, and its repository is kept by the same server. */
export const createDeploymillWorld = (): Promise<World<DeploymillServer & { readonly apiKey: string }>> =>
  open({
    start: async (home) => {
      const server = await startDeploymill({ home, uv, cacheDir: CACHE });
      return { ...server, apiKey: server.token };
    },
    secrets: ({ token }) => ({ DEPLOYMILL_TOKEN: token }),
    pages: ({ url }) => `${url}/git`,
    settle: async (folder, { name }, server) => {
      const app = await server.createApp(name, 'octo/app');
      const files = filesOf({ name, says: 'hello' }, { id: app.id, url: server.address(app) });
      for (const old of await readdir(folder)) await rm(join(folder, old), { recursive: true });
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
  });

async function open<Server extends AnyServer>(kind: Kind<Server>): Promise<World<Server>> {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  const { Host, checkoutStub, startResultsServer, startFakeGitHub } = await loadHost();
  const [server, results, github] = await Promise.all([
    kind.start(join(folder, 'server')),
    startResultsServer({ dir: join(folder, 'results') }),
    startFakeGitHub({ pulls: [] }),
  ]);
  const { PATH, ...env } = uvEnvironment();
  const given: World['given'][number][] = [];
  const noted =
    (action: string, stub: Stub): Stub =>
    (call) => {
      given.push({ action, inputs: call.inputs });
      return stub(call);
    };

  const caller: World['caller'] = async (projects, secrets = {}) => {
    const repository = await mkdtemp(join(folder, 'caller-'));
    for (const [where, fixture] of Object.entries(projects)) {
      const made = await makeProject(fixture.fixture, join(folder, 'projects'), {
        ...{ uv, cacheDir: CACHE },
        ...(fixture.bare && { edit: (project: string) => strip(project, fixture.name) }),
      });
      await cp(made, join(repository, where), { recursive: true });
      if (!fixture.bare) await kind.settle(join(repository, where), fixture, server);
    }
    await git(repository, 'init', '--quiet', '--initial-branch=main');
    const host = new Host({
      repos: { 'octo/app': repository, 'uv-deploy/uv-deploy': PROJECT },
      actions: {
        'actions/checkout': noted('actions/checkout', checkoutStub),
        'astral-sh/setup-uv': noted('astral-sh/setup-uv', setupUv),
        'github/codeql-action': uploadSarif,
      },
      secrets: { ...kind.secrets(server), DATABASE_URL: 'postgres://nowhere/at-all', ...secrets },
      ...{ results, github, env },
      ...(kind.pages && { serverUrl: kind.pages(server) }),
      root: `${repository}-runner`,
      cacheScopes: ({ ref }) => ({ ac: [{ Scope: ref, Permission: 3 }] }),
    });
    return {
      folder: repository,
      async commit(files = {}) {
        for (const [name, text] of Object.entries(files)) {
          await mkdir(dirname(join(repository, name)), { recursive: true });
          await writeFile(join(repository, name), text);
        }
        await git(repository, 'add', '--all');
        await git(repository, 'commit', '--quiet', '--allow-empty', '--message', 'A change');
        return git(repository, 'rev-parse', 'HEAD');
      },
      run: (workflow, event) =>
        host.run({ repository: 'octo/app', workflow: `.github/workflows/${workflow}`, ...event }),
    };
  };

  return {
    ...{ server, github, results, caller, given },
    async close() {
      await Promise.all([server.close(), results.close(), github.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function strip(project: string, name: string): Promise<void> {
  await rm(join(project, '_ricochet.toml'));
  const file = join(project, 'pyproject.toml');
  await writeFile(file, named(await readFile(file, 'utf8'), name));
}

const setupUv = async ({ job }: { job: { pathAdds: string[] } }): Promise<object> => {
  job.pathAdds.push(dirname(uv));
  return { 'uv-path': uv };
};

/** Takes the file only if it is one. */
const uploadSarif = async (call: {
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
}): Promise<object> => {
  const { version } = JSON.parse(await readFile(join(call.workspace, call.inputs['sarif_file'] ?? ''), 'utf8'));
  if (version !== '2.1.0') throw new Error(`This is SARIF ${version}.`);
  return {};
};

const named = (config: string, name: string): string => config.replace(/^name = .*$/m, `name = "${name}"`);

const git = async (folder: string, ...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('git', ['-C', folder, ...IDENTITY, ...args]);
  return stdout.trim();
};

const IDENTITY = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', '-c', 'commit.gpgsign=false'];
