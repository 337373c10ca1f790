import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { create } from 'tar';
import { json, noContent } from '../host/listener.ts';
import type { Route } from './api.ts';
import { readFields } from './fields.ts';
import type { Item, Repository } from './items.ts';
import type { Parts } from './parts.ts';
import { Rejection } from './rejection.ts';
import { TaskError, type Work } from './tasks.ts';
import { store } from './upload.ts';

const run = promisify(execFile);

const FIELDS = { repository: 'string', branch: 'string', directory: 'string', polling: 'boolean' } as const;

const view = (repository: Repository) => ({ ...repository, last_error: null, last_known_commit: null });

const repositoryOf = ({ repository }: Item): Repository => {
  if (repository === undefined) throw new Rejection(4, 'The content is not managed by git.');
  return repository;
};

const merged = (given: Record<string, unknown>, before: Partial<Repository>): Repository => {
  const { repository, branch = 'main', directory = '.', polling = true } = { ...before, ...given };
  if (typeof repository !== 'string') throw new Rejection(121, 'repository is needed');
  return { repository, branch: String(branch), directory: String(directory), polling: polling === true };
};

const set =
  (keeps: boolean): Route =>
  async (api, { configuration, items }) => {
    const item = api.item();
    if (!configuration.git) throw new Rejection(2, 'Git-backed content is not enabled.');
    const repository = merged(await readFields(api.call, FIELDS), keeps ? repositoryOf(item) : {});
    items.connectTo(item.guid, repository);
    return json(view(repository));
  };

/** Clones the branch and takes the folder in as a bundle. */
const fetchBundle =
  (item: Item, source: Repository, parts: Parts): Work =>
  async (log) => {
    const clone = parts.folders.incoming();
    const archive = `${clone}.tar.gz`;
    try {
      log.write('stdout', `Cloning ${source.repository} (${source.branch})`);
      const args = ['clone', '--quiet', '--depth', '1', '--branch', source.branch, '--', source.repository, clone];
      await run('git', args, { env: { PATH: process.env.PATH, GIT_TERMINAL_PROMPT: '0' } }).catch((error: Error) => {
        throw new TaskError(`The repository cannot be cloned: ${error.message.trim()}`, 'git-error');
      });
      const folder = resolve(clone, source.directory);
      if (folder !== clone && !folder.startsWith(clone + sep))
        throw new TaskError('The directory is outside the repository');
      const { stdout: commit } = await run('git', ['-C', clone, 'rev-parse', 'HEAD']);
      await rm(join(clone, '.git'), { recursive: true, force: true });
      await create({ gzip: true, portable: true, file: archive, cwd: folder }, ['.']);
      const metadata = {
        ...{ source: 'git', source_repo: source.repository, source_branch: source.branch },
        source_commit: commit.trim(),
      };
      const { id } = await store(item, { path: archive, metadata }, parts);
      log.write('stdout', `Created bundle ${id} from ${commit.trim()}`);
    } finally {
      await rm(clone, { recursive: true, force: true });
      await rm(archive, { force: true });
    }
  };

const bundle: Route = async (api, parts) => {
  const item = api.item();
  const { ref, ...given } = await readFields(api.call, { repository: 'string', ref: 'string', directory: 'string' });
  const source = merged({ ...given, ...(ref !== undefined && { branch: ref }) }, item.repository ?? {});
  return json({ task_id: parts.tasks.start(api.session, fetchBundle(item, source, parts)).id }, 202);
};

const remove: Route = (api, { items }) => {
  items.connectTo(api.item().guid, undefined);
  return noContent;
};

/** Content that comes from a git repository; uploads to it are refused. */
export const repositoryRoutes: Readonly<Record<string, Route>> = {
  'GET /v1/content/:guid/repository': (api) => json(view(repositoryOf(api.item()))),
  'PUT /v1/content/:guid/repository': set(false),
  'PATCH /v1/content/:guid/repository': set(true),
  'DELETE /v1/content/:guid/repository': remove,
  'POST /v1/content/:guid/repository/bundle': bundle,
};
