import type { Database } from '../host/database.ts';
import { seconds } from './database.ts';
import { ulid } from './ulid.ts';

/** ricochet's public API reference; how 0.24 spells the last one is not published. */
export type DeploymentStatus =
  | 'pending'
  | 'success'
  | 'failure'
  | 'timeout'
  | 'cancelled'
  | 'invalidated'
  | 'out_of_sync';

/** A deployment as the API shows it (ricochet's public client reads exactly these fields). */
export type Deployment = {
  readonly id: string;
  readonly content_id: string;
  readonly deployed_at: number;
  readonly status: DeploymentStatus;
  readonly deployed_by: string;
  readonly ip_address: string;
  readonly requested_ver: string | null;
  readonly matched_ver: string | null;
  readonly git_hash: string | null;
};

/** What the server keeps beside that. */
export type StoredDeployment = Deployment & {
  /** The matched interpreter. */
  readonly python: string | null;
  readonly bundle: string;
  /** The deployment that this one was made to repair, when the server made it itself. */
  readonly replaces: string | null;
};

export type Deployments = {
  create(
    from: Pick<StoredDeployment, 'content_id' | 'deployed_by' | 'ip_address' | 'bundle'> & { replaces?: string },
  ): StoredDeployment;
  get(id: string): StoredDeployment | undefined;
  /** Newest first. */
  of(contentId: string): StoredDeployment[];
  pending(): StoredDeployment[];
  end(id: string, status: DeploymentStatus): void;
  match(id: string, found: { requested: string; matched: string; python: string }): void;
};

export const publicView = ({ python: _, bundle: __, replaces: ___, ...shown }: StoredDeployment): Deployment => shown;

export const createDeployments = (database: Database): Deployments => {
  const get = (id: string) => database.one<StoredDeployment>('SELECT * FROM deployments WHERE id = ?', id);
  return {
    create(from) {
      const row: StoredDeployment = {
        id: ulid(),
        deployed_at: seconds(),
        status: 'pending',
        requested_ver: null,
        matched_ver: null,
        git_hash: null,
        python: null,
        replaces: null,
        ...from,
      };
      database.insert('deployments', { ...row });
      return row;
    },
    get,
    of: (contentId) => database.all('SELECT * FROM deployments WHERE content_id = ? ORDER BY id DESC', contentId),
    pending: () => database.all("SELECT * FROM deployments WHERE status = 'pending' ORDER BY id"),
    end: (id, status) => database.run('UPDATE deployments SET status = ? WHERE id = ?', status, id),
    match: (id, { requested, matched, python }) =>
      database.run(
        'UPDATE deployments SET requested_ver = ?, matched_ver = ?, python = ? WHERE id = ?',
        requested,
        matched,
        python,
        id,
      ),
  };
};
