import { ApiError } from './answers.ts';

type StatusRecord = {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly log_url: string;
  readonly environment_url: string;
};

export type DeploymentRecord = {
  readonly id: number;
  readonly sha: string;
  readonly environment: string;
  readonly transient: boolean;
  readonly production: boolean;
  /** As it was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Newest first. */
  readonly statuses: StatusRecord[];
};

export type Deployments = {
  add(body: Readonly<Record<string, unknown>>): DeploymentRecord;
  setStatus(deployment: DeploymentRecord, body: Readonly<Record<string, unknown>>): StatusRecord;
  get(id: number): DeploymentRecord | undefined;
  /** Newest first. */
  all(): readonly DeploymentRecord[];
};

const URLS = ['log_url', 'target_url', 'environment_url'] as const;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

const invalid = (resource: string, field: string, message: string): ApiError =>
  new ApiError(422, 'Validation Failed', { details: [{ resource, field, code: 'custom', message }] });

export const createDeployments = (): Deployments => {
  const deployments: DeploymentRecord[] = [];
  let lastId = 5_000;
  const status = (body: Readonly<Record<string, unknown>>): StatusRecord => {
    lastId += 1;
    const [state, description] = [string(body.state), string(body.description)];
    const [log_url, environment_url] = [string(body.log_url) || string(body.target_url), string(body.environment_url)];
    return { id: lastId, state, description, log_url, environment_url };
  };

  return {
    add(body) {
      const ref = string(body.ref);
      if (!/^[0-9a-f]{40}$/.test(ref)) throw invalid('Deployment', 'ref', `No ref found for: ${ref}`);
      lastId += 1;
      const environment = string(body.environment) || 'production';
      const record: DeploymentRecord = {
        ...{ id: lastId, sha: ref, environment, body, statuses: [] },
        transient: body.transient_environment === true,
        production: body.production_environment === true || environment === 'production',
      };
      deployments.unshift(record);
      return record;
    },
    setStatus(deployment, body) {
      if (string(body.description).length > 140) {
        throw invalid('DeploymentStatus', 'description', 'description is too long (maximum is 140 characters)');
      }
      for (const name of URLS) {
        if (string(body[name]) !== '' && !/^https?:\/\//.test(string(body[name]))) {
          throw invalid('DeploymentStatus', name, `${name} must use http(s) scheme`);
        }
      }
      const record = status(body);
      deployment.statuses.unshift(record);
      // GitHub retires what a success replaces, but for previews and for production.
      if (record.state === 'success' && body.auto_inactive !== false) {
        for (const other of deployments) {
          if (other === deployment || other.environment !== deployment.environment) continue;
          if (!other.transient && !other.production) other.statuses.unshift(status({ state: 'inactive' }));
        }
      }
      return record;
    },
    get: (id) => deployments.find((one) => one.id === id),
    all: () => deployments,
  };
};

export const deploymentView = ({ id, sha, environment, transient, production, body }: DeploymentRecord): object => ({
  ...{ id, sha, ref: sha, environment, original_environment: environment, task: 'deploy' },
  ...{ payload: body.payload ?? {}, description: body.description ?? null },
  ...{ transient_environment: transient, production_environment: production },
});
