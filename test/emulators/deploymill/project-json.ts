/** What project.json says of an app; read by itself, so that it shares no mistake with the action. */
export type ProjectJson = {
  readonly workload?: string;
  readonly port?: number;
  readonly rollback?: boolean | 'auto';
  readonly mounts?: readonly { readonly mountPath: string }[];
  readonly health?: { readonly path?: string; readonly retries?: number };
};

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What version 2 forbids, by field (the documentation, "project-config"). */
const RULES: Readonly<Record<string, (file: Values) => boolean>> = {
  version: ({ version }) => version === 2,
  name: ({ name }) => typeof name === 'string' && name.length >= 1 && name.length <= 80,
  workload: ({ workload }) => workload === undefined || workload === 'web' || workload === 'worker',
  port: ({ port, workload }) =>
    port === undefined || (workload !== 'worker' && Number.isInteger(port) && Number(port) > 0 && Number(port) < 65536),
  domains: ({ domains, workload }) =>
    workload === 'worker'
      ? domains === undefined
      : isValues(domains) && typeof domains.prod === 'string' && /^[a-z0-9.-]+$/.test(domains.prod),
  rollback: ({ rollback }) => rollback === undefined || rollback === 'auto' || typeof rollback === 'boolean',
  health: ({ health }) =>
    health === undefined || (isValues(health) && String(health.path ?? '/healthz').startsWith('/')),
  mounts: ({ mounts }) =>
    mounts === undefined ||
    (Array.isArray(mounts) &&
      mounts.every(
        (mount) => isValues(mount) && Boolean(mount.volumeName) && String(mount.mountPath ?? '').startsWith('/'),
      )),
  secrets: ({ secrets }) =>
    secrets === undefined ||
    (Array.isArray(secrets) &&
      secrets.every((secret) => /^\w+$/.test(isValues(secret) ? String(secret.name) : String(secret)))),
};

/** Reads the file of an app. @throws Error for what the platform refuses */
export const readProject = (text: string): ProjectJson => {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new Error(`project.json is refused: ${(error as Error).message}`);
  }
  if (!isValues(file)) throw new Error('project.json is refused: it is not an object');
  for (const [field, fits] of Object.entries(RULES)) {
    if (!fits(file)) throw new Error(`project.json is refused: ${field} is not valid`);
  }
  return file;
};
