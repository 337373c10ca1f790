import type { Node, ParseError } from 'jsonc-parser';
import { error, type Finding, notice, type Place, warning } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { quote } from '../../findings/text.ts';
import type { TextFile } from '../../project/files/text-file.ts';
import { at, isTable } from '../../project/files/values.ts';

export const PROJECT_FILE = '.deploymill/project.json';

type Path = readonly (string | number)[];

/** `.deploymill/project.json`, version 2, as far as it is valid: what is not is reported, and read as if it were not there. */
export type ProjectFile = {
  /** How the file is named in annotations. */
  readonly shown: string;
  readonly name: string | undefined;
  readonly workload: 'web' | 'worker';
  readonly port: number | undefined;
  /** The host name that visitors use. */
  readonly prod: string | undefined;
  readonly custom: readonly string[];
  /** What the platform's probe does; times in milliseconds. The defaults are those of the scaffold. */
  readonly health: Health;
  readonly rollback: boolean | 'auto';
  readonly mounts: readonly Mount[];
  readonly schedules: readonly { readonly name: string; readonly cron: string }[];
  /** The names of the secrets as the app sees them in its environment. */
  readonly secrets: readonly string[];
  /** Whether the edge asks visitors for a user name and password. */
  readonly isProtected: boolean;
  readonly previews: { readonly isEnabled: boolean | undefined; readonly sharesData: boolean };
  /** All values as they are written. */
  readonly data: unknown;
  /** The 1-based line of a key, or of its nearest parent that is there. */
  lineOf(...path: Path): number;
};

type Health = {
  readonly path: string;
  readonly retries: number;
  readonly intervalMs: number;
  readonly timeoutMs: number;
};
type Mount = {
  readonly volumeName: string;
  readonly mountPath: string;
  readonly sizeGb: number | undefined;
  /** Its number in the list. */
  readonly at: number;
};

/** What the scaffold writes. */
const HEALTH: Health = { path: '/healthz', retries: 3, intervalMs: 3000, timeoutMs: 5000 };

const KEYS = [
  ...['version', 'name', 'workload', 'port', 'resources', 'domains', 'mounts', 'rollback', 'health', 'source'],
  ...['database', 'storage', 'protection', 'previews', 'schedules', 'secrets'],
];

/** The file as the checks see it, and the list that they add to. */
type Reading = {
  readonly data: unknown;
  readonly findings: Finding[];
  place(...path: Path): Place;
};

/**
 * Reads the file and checks every field that the platform's documentation knows ("project-config"). There is no file where it is not
 * valid JSON, or of another version. The parser is loaded here only.
 */
export async function readProjectFile({
  shown,
  text,
}: Pick<TextFile, 'shown' | 'text'>): Promise<{ file?: ProjectFile; findings: Finding[] }> {
  const { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } = await import('jsonc-parser');
  const problems: ParseError[] = [];
  const root = parseTree(text, problems, { disallowComments: true });
  const [problem] = problems;
  if (root?.type !== 'object' || problem) {
    return { findings: [notJson(shown, text, problem && { ...problem, name: printParseErrorCode(problem.error) })] };
  }
  const lineOf = (...path: Path): number => {
    for (let length = path.length; length > 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node) return lineAt(text, keyOf(node).offset);
    }
    return lineAt(text, root.offset);
  };
  const data: unknown = getNodeValue(root);
  const findings: Finding[] = [];
  const reading: Reading = { data, findings, place: (...path) => ({ file: shown, line: lineOf(...path) }) };
  if (at(data, 'version') !== 2) return { findings: [otherVersion(reading)] };
  return { file: { shown, data, lineOf, ...readFields(reading) }, findings };
}

/** The key of a value, where it has one. */
const keyOf = (node: Node): Node => (node.parent?.type === 'property' ? node.parent : node);

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function notJson(shown: string, text: string, problem: { name: string; offset: number } | undefined): Finding {
  const reason = problem?.name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase() ?? 'it is not an object';
  const before = text.slice(0, problem?.offset ?? 0);
  const column = before.length - before.lastIndexOf('\n');
  const message = `${shown} is not valid JSON: ${reason}. deploymill can't read it.`;
  const remedy = 'Correct the line: JSON has double quotes, no comments and no comma behind the last value.';
  return error('project-json-syntax', message, remedy, { file: shown, line: before.split('\n').length, column });
}

function otherVersion({ data, place }: Reading): Finding {
  const version = at(data, 'version');
  const found = version === undefined ? 'has no version' : `has the version ${quote(JSON.stringify(version) ?? '')}`;
  const message = `${place().file} ${found}: deploymill accepts version 2 only.`;
  const remedy =
    version === 1
      ? 'Write "version": 2, and remove `previews` from `domains`: previews are made by a call, not by this file.'
      : 'Write "version": 2.';
  return error('project-json-version', message, remedy, place('version'));
}

type Fields = Omit<ProjectFile, 'shown' | 'data' | 'lineOf'>;

function readFields(reading: Reading): Fields {
  checkKeys(reading);
  const workload = readWorkload(reading);
  checkDatabase(reading);
  checkResources(reading);
  return {
    ...{ name: readName(reading), workload, port: readPort(reading, workload), ...readDomains(reading, workload) },
    ...{ health: readHealth(reading), rollback: readRollback(reading), mounts: readMounts(reading) },
    ...{ schedules: readSchedules(reading), secrets: readSecrets(reading) },
    isProtected: at(reading.data, 'protection', 'enabled') === true,
    previews: readPreviews(reading.data),
  };
}

function checkKeys({ data, findings, place }: Reading): void {
  for (const key of Object.keys(isTable(data) ? data : {})) {
    if (KEYS.includes(key) || key === '$schema') continue;
    const meant = nearest(key, KEYS);
    const message = `The key ${quote(key)} is not one that deploymill documents, so it probably has no effect.`;
    const remedy = meant ? `Did you mean '${meant}'?` : 'Correct it, or remove it.';
    findings.push(warning('project-json-unknown-key', message, remedy, place(key)));
  }
}

function readName({ data, findings, place }: Reading): string | undefined {
  const name = at(data, 'name');
  if (typeof name === 'string' && name.trim() !== '' && [...name].length <= 80) return name;
  const message = `\`name\` ${name === undefined ? 'is missing' : 'is not a string of 1 to 80 characters'}: deploymill finds the app by it.`;
  findings.push(
    error('project-json-name', message, 'Write the name of the app, such as "name": "shop".', place('name')),
  );
  return undefined;
}

function readWorkload({ data, findings, place }: Reading): 'web' | 'worker' {
  const workload = at(data, 'workload');
  if (workload !== undefined && workload !== 'web' && workload !== 'worker') {
    const message = `\`workload\` is ${quote(JSON.stringify(workload))}: deploymill knows "web" and "worker" only.`;
    findings.push(error('project-json-workload', message, 'Write one of the two.', place('workload')));
  }
  if (workload !== 'worker') return 'web';
  for (const key of ['port', 'domains'] as const) {
    if (at(data, key) === undefined) continue;
    const message = `\`${key}\` is set, and a worker has none: nothing reaches it over the network.`;
    const remedy = `Remove \`${key}\`, or write "workload": "web".`;
    findings.push(error('project-json-workload', message, remedy, place(key)));
  }
  return 'worker';
}

function readPort({ data, findings, place }: Reading, workload: string): number | undefined {
  const port = at(data, 'port');
  if (port === undefined || workload === 'worker') return undefined;
  if (typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  const message = `\`port\` is ${quote(JSON.stringify(port))}, which is not a whole number from 1 to 65535.`;
  findings.push(error('project-json-port', message, 'Write the port of EXPOSE, such as "port": 8000.', place('port')));
  return undefined;
}

const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;

function readDomains({ data, findings, place }: Reading, workload: string): Pick<ProjectFile, 'prod' | 'custom'> {
  if (workload === 'worker') return { prod: undefined, custom: [] };
  const isHost = (value: unknown): value is string => typeof value === 'string' && HOST.test(value);
  const complain = (value: unknown, ...path: Path) => {
    const message = `${quote(JSON.stringify(value) ?? '', 120)} is not a host name, and deploymill routes by host names.`;
    const remedy = 'Write the host alone, without https:// and without a path, such as "shop-acme.deploymill.app".';
    findings.push(error('project-json-domains', message, remedy, place(...path)));
  };
  const prod = at(data, 'domains', 'prod');
  if (prod === undefined) {
    const message = '`domains.prod` is missing: a web app must have the host name under which it is reached.';
    const remedy = 'Write "domains": { "prod": "…" } with the host that deploymill shows for the app.';
    findings.push(error('project-json-domains', message, remedy, place('domains')));
  } else if (!isHost(prod)) complain(prod, 'domains', 'prod');
  const custom = at(data, 'domains', 'custom') ?? [];
  if (!Array.isArray(custom)) complain(custom, 'domains', 'custom');
  const hosts: readonly unknown[] = Array.isArray(custom) ? custom : [];
  for (const [index, host] of hosts.entries()) if (!isHost(host)) complain(host, 'domains', 'custom', index);
  return { prod: isHost(prod) ? prod : undefined, custom: hosts.filter(isHost) };
}

function readHealth({ data, findings, place }: Reading): Health {
  const health = at(data, 'health');
  if (health === undefined) return HEALTH;
  const complain = (what: string, remedy: string, ...path: Path) => {
    const message = `\`${path.join('.')}\` is not ${what}: deploymill probes the app by it after each deployment.`;
    findings.push(error('project-json-health', message, remedy, place(...path)));
  };
  if (!isTable(health)) {
    complain('an object', 'Write "health": { "path": "/healthz" }.', 'health');
    return HEALTH;
  }
  const path = at(health, 'path') ?? HEALTH.path;
  const isPath = typeof path === 'string' && /^\/[!-~]*$/.test(path);
  if (!isPath) complain('a path that begins with /', 'Write a path such as "/healthz".', 'health', 'path');
  else if (path === '/') {
    const message = '`health.path` is /: deploymill then takes every answer but 502, 503 and 504 as healthy, also 500.';
    const remedy = 'Add a route /healthz that returns 200, and write "path": "/healthz".';
    findings.push(notice('health-lenient', message, remedy, place('health', 'path')));
  }
  const whole = (key: 'retries' | 'intervalMs' | 'timeoutMs', least: number): number => {
    const value = at(health, key) ?? HEALTH[key];
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return value;
    complain(`a whole number of at least ${least}`, `Write a number such as ${HEALTH[key]}.`, 'health', key);
    return HEALTH[key];
  };
  const times = { retries: whole('retries', 1), intervalMs: whole('intervalMs', 0), timeoutMs: whole('timeoutMs', 1) };
  return { path: isPath ? path : HEALTH.path, ...times };
}

function readRollback({ data, findings, place }: Reading): boolean | 'auto' {
  const rollback = at(data, 'rollback') ?? false;
  if (typeof rollback === 'boolean' || rollback === 'auto') return rollback;
  const message = `\`rollback\` is ${quote(JSON.stringify(rollback))}: deploymill knows false, true and "auto" only.`;
  findings.push(error('project-json-rollback', message, 'Write one of the three.', place('rollback')));
  return false;
}

function readMounts({ data, findings, place }: Reading): Mount[] {
  const mounts = at(data, 'mounts') ?? [];
  const complain = (what: string, remedy: string, ...path: Path) =>
    findings.push(error('project-json-mounts', what, remedy, place('mounts', ...path)));
  if (!Array.isArray(mounts)) {
    complain('`mounts` is not a list, so deploymill mounts nothing.', 'Write "mounts": [].');
    return [];
  }
  const seen = new Set<string>();
  return mounts.flatMap((mount: unknown, index): Mount[] => {
    const [volumeName, mountPath, sizeGb] = ['volumeName', 'mountPath', 'sizeGb'].map((key) => at(mount, key));
    if (typeof volumeName !== 'string' || volumeName === '') {
      complain('A mount has no `volumeName`: deploymill finds its volume by it.', 'Add "volumeName": "data".', index);
      return [];
    }
    if (typeof mountPath !== 'string' || !/^\/[^/]/.test(mountPath)) {
      const message = `The mount ${quote(volumeName)} has no \`mountPath\` that begins with /, so it has no place in the container.`;
      complain(message, 'Write an absolute path, such as "mountPath": "/data".', index, 'mountPath');
      return [];
    }
    for (const name of [`the volume ${volumeName}`, `the path ${mountPath.replace(/\/+$/, '')}`]) {
      if (seen.has(name)) complain(`Two mounts have ${quote(name, 120)}.`, 'Leave one of them.', index);
      seen.add(name);
    }
    const isSize = sizeGb === undefined || (typeof sizeGb === 'number' && sizeGb > 0);
    if (!isSize) complain('`sizeGb` is not a number above 0.', 'Write it as "sizeGb": 5.', index, 'sizeGb');
    return [{ volumeName, mountPath, sizeGb: isSize ? sizeGb : undefined, at: index }];
  });
}

/** Volumes that are smaller than before: deploymill only lets them grow (its templates, `AGENTS.md`). */
export const shrunkVolumes = (now: ProjectFile, before: ProjectFile): Finding[] =>
  now.mounts.flatMap(({ volumeName, sizeGb, at }) => {
    const old = before.mounts.find((one) => one.volumeName === volumeName)?.sizeGb;
    if (old === undefined || sizeGb === undefined || sizeGb >= old) return [];
    const message = `The volume ${quote(volumeName)} shrinks from ${old} to ${sizeGb} GB, and deploymill only lets volumes grow.`;
    const remedy = `Write "sizeGb": ${old}, or a new \`volumeName\`, whose volume is empty.`;
    return [
      error('project-json-mounts', message, remedy, { file: now.shown, line: now.lineOf('mounts', at, 'sizeGb') }),
    ];
  });

function readSchedules({ data, findings, place }: Reading): { name: string; cron: string }[] {
  const schedules = at(data, 'schedules') ?? [];
  const complain = (message: string, ...path: Path) => {
    const remedy = 'Write it as { "name": "nightly", "cron": "0 3 * * *" }.';
    findings.push(error('project-json-schedules', message, remedy, place('schedules', ...path)));
  };
  if (!Array.isArray(schedules)) {
    complain('`schedules` is not a list, so nothing is scheduled.');
    return [];
  }
  const names = new Set<string>();
  return schedules.flatMap((schedule: unknown, index) => {
    const [name, cron] = ['name', 'cron'].map((key) => at(schedule, key));
    if (typeof name !== 'string' || name === '' || typeof cron !== 'string') {
      complain('A schedule needs the texts `name` and `cron`: the app gets the name, and deploymill the time.', index);
      return [];
    }
    if (cron.trim().split(/\s+/).length !== 5 && !cron.startsWith('@')) {
      complain(`The schedule ${quote(name)} has a \`cron\` without five fields, so it never runs.`, index, 'cron');
    }
    if (names.has(name)) complain(`Two schedules are called ${quote(name)}, and the app can't tell them apart.`, index);
    names.add(name);
    return [{ name, cron }];
  });
}

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

function readSecrets({ data, findings, place }: Reading): string[] {
  const secrets = at(data, 'secrets') ?? [];
  const complain = (message: string, ...path: Path) => {
    const remedy =
      'Write the name alone, such as "API_KEY"; the value belongs in the vault, which `request_secret` opens for you.';
    findings.push(error('project-json-secrets', message, remedy, place('secrets', ...path)));
  };
  if (!Array.isArray(secrets)) {
    complain('`secrets` is not a list of names, so the app gets none.');
    return [];
  }
  const names = new Set<string>();
  for (const [index, secret] of secrets.entries()) {
    const [name, as = name] = typeof secret === 'string' ? [secret] : [at(secret, 'name'), at(secret, 'as')];
    const others = isTable(secret) ? Object.keys(secret).filter((key) => key !== 'name' && key !== 'as') : [];
    // The rest of an entry may be the secret itself, so it is never shown.
    if (typeof name !== 'string' || typeof as !== 'string' || !VARIABLE.test(as) || others.length > 0) {
      complain(
        `Entry ${index + 1} of \`secrets\` is not the name of a variable: the list has names, never values.`,
        index,
      );
    } else if (names.has(as)) complain(`The secret ${quote(as)} is listed twice.`, index);
    else names.add(as);
  }
  return [...names];
}

function checkDatabase({ data, findings, place }: Reading): void {
  const provider = at(data, 'database', 'provider');
  if (provider === undefined || provider === 'deploymill' || provider === 'sqlite') return;
  const message = `\`database.provider\` is ${quote(JSON.stringify(provider))}: by its newest texts, deploymill refuses the names of vendors (database_provider_unavailable).`;
  const remedy = 'Write "database": { "engine": "postgres" }.';
  findings.push(warning('project-json-database', message, remedy, place('database', 'provider')));
}

function checkResources({ data, findings, place }: Reading): void {
  for (const key of ['cpu', 'memoryMb'] as const) {
    const value = at(data, 'resources', key);
    if (value === undefined || (typeof value === 'number' && value > 0)) continue;
    const message = `\`resources.${key}\` is ${quote(JSON.stringify(value))}, which is not a number above 0.`;
    const remedy = 'Write it as "resources": { "cpu": 1, "memoryMb": 1024 }.';
    findings.push(warning('project-json-resources', message, remedy, place('resources', key)));
  }
}

function readPreviews(data: unknown): ProjectFile['previews'] {
  const enabled = at(data, 'previews', 'enabled');
  const shares = ['shareDatabase', 'shareVolumes', 'shareStorage'];
  return {
    isEnabled: typeof enabled === 'boolean' ? enabled : undefined,
    sharesData: shares.some((key) => at(data, 'previews', key) === true),
  };
}
