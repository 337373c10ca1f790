import { copyFiles } from '../bundle/copy.ts';
import type { BundleFile } from '../bundle/source.ts';
import { error, type Finding, warning } from '../findings/finding.ts';
import { ends, head, quote } from '../findings/text.ts';
import type { Finished } from '../platforms/plan.ts';
import { type Uv, uvReason } from '../ports/uv.ts';
import type { TomlFile } from '../project/files/toml.ts';
import { at } from '../project/files/values.ts';
import { lockedPackages } from '../project/lock/packages.ts';
import { contains, isRefused, parseSpecifiers } from '../project/packaging/specifiers.ts';
import { parseVersion } from '../project/packaging/versions.ts';
import { suggestVersion } from '../project/pin/python-fit.ts';
import { readSource } from '../project/source/readable.ts';
import { takeOut } from './passed-over.ts';

/** What a preflight found, and how sure it is: `skipped` when this runner could not try. */
export type Preflight = {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was run, for the log. */
  readonly command: string;
  readonly findings: readonly Finding[];
  /** Where the environment is that was made, and the copy of the bundle, or of a part of it, that it was made for. */
  readonly places?: { readonly environment: string; readonly bundle: string };
};

type SyncSubject = {
  readonly uv: Uv;
  /** What to hand to `--python`: the pin. */
  readonly python: string;
  readonly lock: TomlFile;
  readonly files: readonly BundleFile[];
  /** What the server's `uv sync` is given. */
  readonly flags: readonly string[];
  /** What that of earlier releases is given. */
  readonly older?: readonly string[] | undefined;
  /** Makes the copy of the bundle what the server builds in, where that is more than its files. */
  prepare?(folder: string): Promise<void>;
  /** Whether uv takes the lock in the checkout. */
  readonly isFresh?: Promise<boolean>;
  /** The requirements file of the bundle, for servers that install from one and not from the lock. */
  readonly requirements?: string | undefined;
  readonly passedOver?: Finished['passedOver'];
  /** An empty folder outside the project: the copy of the bundle and the environment go there. */
  readonly folder: string;
  readonly cacheDir: string | undefined;
  readonly signal: AbortSignal;
};

type Wanted = {
  /** What to hand to `--python`: the pin. */
  readonly python: string;
  /** The project's folder, and its pyproject.toml. */
  readonly cwd: string;
  readonly pyproject?: TomlFile | undefined;
  /** Every requires-python that counts. */
  readonly requires?: readonly string[];
};

/**
 * Makes sure this runner has a Python as it is pinned and required, installing it as `uv sync` on a developer's machine would.
 * Answers what to ask uv for; or a finding when it can't be had, or when uv does nothing at all for the project.
 */
export async function providePython(uv: Uv, wanted: Wanted): Promise<string | Finding> {
  const { cwd, pyproject, requires = [] } = wanted;
  const minor = /^3\.\d+$/.test(wanted.python) ? wanted.python : undefined;
  // Without `--system`, uv would run the Python of a virtual environment that is in the checkout.
  const find = ['python', 'find', '--system', '--no-project', '--no-python-downloads', '--show-version'];
  const pinned = await uv.run([...find, wanted.python], { cwd });
  const specifiers = parseSpecifiers(requires.join(','));
  const version = parseVersion(pinned.stdout.trim());
  // The server takes the newest patch release it has; an older one may be all that this runner has.
  const isOld = minor && version && !isRefused(specifiers) && !contains(specifiers, version);
  if (pinned.exitCode === 0 && !isOld) return wanted.python;
  const python = isOld ? `==${minor}.*,${requires.join(',')}` : wanted.python;
  const found = isOld ? await uv.run([...find, python], { cwd }) : pinned;
  if (found.exitCode === 0) return python;
  if (/Required uv version/.test(found.stderr)) return refusedUv(uv, uvReason(found.stderr), pyproject);
  const installed = await uv.run(['python', 'install', python], { cwd });
  if (installed.exitCode === 0) return python;
  const release = /^(3\.\d+)\.\d+$/.exec(wanted.python)?.[1];
  if (release && /No download found/.test(installed.stderr)) return unknownRelease(uv, wanted.python, release);
  const suggested = isOld ? suggestVersion(specifiers, Number(minor.slice(2))) : python;
  return warning(
    'preflight-no-python',
    `Python ${python} is not on this runner and could not be installed, so the installation was not tested: ${head(uvReason(installed.stderr), 3, 300)}`,
    `Add \`- run: uv python install ${suggested}\` before this step.`,
  );
}

/** A release that does not exist, or that is newer than uv. */
const unknownRelease = ({ version }: Uv, python: string, minor: string): Finding =>
  warning(
    'preflight-no-python',
    `Python ${python} is not on this runner and uv ${version} knows no such release, so the installation was not tested.`,
    `Run \`uv python pin ${minor}\` and commit .python-version, or use a newer uv if the release is new.`,
  );

/** `required-version` stands in pyproject.toml or in a uv.toml. */
function refusedUv({ version }: Uv, reason: string, pyproject: TomlFile | undefined): Finding {
  const isHere = at(pyproject?.data, 'tool', 'uv', 'required-version') !== undefined;
  return warning(
    'required-uv',
    `uv ${version} refuses this project, so the installation was not tested: ${head(reason, 1, 300)}`,
    'Widen required-version under [tool.uv], or give both setup-uv and the server a uv that fits.',
    isHere ? { file: pyproject?.shown, line: pyproject?.lineOf('tool.uv.required-version') } : {},
  );
}

/**
 * `uv lock --check` in `dir`, which is the project's, with the pinned Python: whether the lock is what `uv lock` would write today. Any
 * `.python-version` or `.python-versions` there could name a program of the checkout.
 */
export async function checkLock(uv: Uv, dir: string, lock: TomlFile, python: string): Promise<Finding | undefined> {
  const { exitCode, stderr } = await uv.run(['lock', '--check', '--no-python-downloads', '--python', python], {
    cwd: dir,
  });
  if (exitCode === 0) return undefined;
  const reason = uvReason(stderr);
  const place = { file: lock.shown, line: 1 };
  if (/needs to be updated/.test(stderr)) {
    const changed =
      /^(?:Resolving despite|Ignoring) existing lockfile due to (change in .*|addition of .*|removal of .*)$/m.exec(
        stderr,
      )?.[1];
    if (changed !== undefined && /exclude|resolution|pre-?release|fork/i.test(changed))
      return otherSettings(lock, changed);
    const other = [...uv.ownSettings].find(([, text]) => !isKnownTo(lock, text));
    if (other) return incomparable(lock, other[0]);
    const message = `${lock.shown} does not match pyproject.toml.`;
    return error('lock-stale', message, 'Run `uv lock` and commit uv.lock.', place);
  }
  const shown = ends(reason, 12, 900);
  if (isNetworkTrouble(stderr) || NO_PYTHON.test(stderr)) {
    const remedy = 'Run `uv lock --check` where the package index can be reached.';
    return warning('lock-unchecked', `\`uv lock --check\` could not run here: ${shown}`, remedy, place);
  }
  const remedy = 'Fix what uv reports, run `uv lock` and commit the result.';
  return error('lock-check-failed', `\`uv lock --check\` failed: ${shown}`, remedy, place);
}

/** Whether the lock was made with the indexes that a setting names. */
function isKnownTo(lock: TomlFile, setting: string): boolean {
  const urls = (setting.match(/https?:\/\/[^\s"',\]]+/g) ?? []).map((url) => url.replace(/\/\/[^/@]*@/, '//'));
  return urls.length > 0 && urls.every((url) => lock.text.includes(`"${url}"`));
}

const incomparable = (lock: TomlFile, setting: string): Finding =>
  warning(
    'lock-unchecked',
    `${lock.shown} could not be compared with pyproject.toml: ${setting} gives uv another package index here than the lock was made with.`,
    `Run \`uv lock --check\` without ${setting}.`,
    { file: lock.shown, line: 1 },
  );

/** What chooses among versions is no matter of the server, which installs what is there. */
const otherSettings = (lock: TomlFile, changed: string): Finding =>
  warning(
    'lock-options',
    `${lock.shown} was made with other settings than the project has: ${quote(changed, 200)}. A server that runs \`uv sync --locked\` refuses it.`,
    'Write the setting under [tool.uv] in pyproject.toml, or run `uv lock`; commit both files.',
    { file: lock.shown, line: lock.lineOf('options') },
  );

const UNREACHABLE =
  /Failed to fetch|error sending request|dns error|Connection refused|timed out|tls handshake|Could not connect/i;
/** An answer of the index's server that is the same for everybody: what the lock names is not there. */
const GONE = /HTTP status client error \((?:404|410)\b/;
/** From here on, uv quotes what a build has printed, which may be about anything. */
const OF_BUILD = /\n\s*\[std(?:err|out)\]\n|The build backend returned an error/;

/** Whether uv says that this runner could not reach something. */
export const isNetworkTrouble = (stderr: string): boolean => {
  const [own = ''] = stderr.split(OF_BUILD, 1);
  return UNREACHABLE.test(own) && !GONE.test(own);
};
const NO_PYTHON = /No interpreter found|No download found|Failed to inspect Python interpreter/i;

/**
 * Restores the environment in a copy of the bundle with the server's own command and flags: what fails there fails here. A server that installs from requirements
 * does the same as `uv pip install` into a fresh environment.
 */
export async function preflight(subject: SyncSubject): Promise<Preflight> {
  const { uv, python, lock, files, flags, older, requirements, passedOver, folder, cacheDir, signal } = subject;
  // Without local packages nothing is built, and uv reads only these.
  const isWhole =
    hasLocalIndex(files) || (requirements === undefined && (hasLocalPackages(lock) || files.some(isDynamic)));
  // A requirements file may name others.
  const isRead = ({ path }: BundleFile) =>
    METADATA.has(path.slice(path.lastIndexOf('/') + 1)) ||
    path === requirements ||
    (requirements !== undefined && /\.(?:txt|in|lock)$/.test(path));
  await copyFiles(isWhole ? files : files.filter(isRead), `${folder}/bundle`, signal);
  await subject.prepare?.(`${folder}/bundle`);
  const provided = requirements && passedOver ? takeOut(`${folder}/bundle`, requirements, passedOver) : [];
  const environment = `${folder}/environment`;
  const run = (args: readonly string[]) =>
    uv.run(args, {
      cwd: `${folder}/bundle`,
      env: { UV_PROJECT_ENVIRONMENT: environment, ...(cacheDir && { UV_CACHE_DIR: cacheDir }) },
      signal,
    });
  let sync = ['sync', ...flags, '--python', python];
  const venv = ['venv', '--no-project', '--no-python-downloads', '--python', python, environment];
  const install = ['pip', 'install', '--python', environment, '--requirements', requirements ?? ''];
  let result = await run(requirements === undefined ? sync : venv);
  if (requirements !== undefined && result.exitCode === 0) result = await run(install);
  const refusal = result.exitCode !== 0 && older ? uvReason(result.stderr) : undefined;
  if (older && refusal !== undefined) {
    sync = ['sync', ...older, '--python', python];
    result = await run(sync);
  }
  const { exitCode, stderr } = result;
  const command =
    requirements === undefined
      ? `uv ${sync.join(' ')}`
      : `uv pip install --requirements ${requirements} (Python ${python})`;
  if (exitCode === 0) {
    const findings = refusal !== undefined && (await subject.isFresh) ? [refused(lock, refusal)] : [];
    // Where the server's own packages can't be had, the environment is not what the server has: nothing is started in it.
    const extra = provided.length === 0 || (await run([...install.slice(0, 4), ...provided])).exitCode === 0;
    const places = { environment, bundle: `${folder}/bundle` };
    return { outcome: 'passed', command, findings, ...(extra && { places }) };
  }

  const reason = uvReason(stderr).replaceAll(`${folder}/bundle/`, '').replaceAll(`${folder}/bundle`, '.');
  if (isNetworkTrouble(stderr)) {
    const message = `The installation could not be tested on this runner: ${head(reason, 8, 700)}`;
    const remedy = 'Give the runner access to the package index, or set preflight: static.';
    return { outcome: 'skipped', command, findings: [warning('preflight-no-network', message, remedy)] };
  }
  const short = requirements === undefined ? `uv ${sync.slice(0, 2).join(' ')}` : `uv pip install -r ${requirements}`;
  const message = `The server could not install the locked packages: \`${short}\` with Python ${python} fails.\n${ends(reason)}`;
  const remedy = 'Run the same command on your machine, fix what uv reports, run `uv lock` and commit uv.lock.';
  const place = { file: lock.shown, line: culprit(reason, lock) };
  return { outcome: 'failed', command, findings: [error('restore-failed', message, remedy, place)] };
}

/** What the checkout has and the bundle has not may be all that uv compares the lock with. */
const refused = (lock: TomlFile, reason: string): Finding =>
  warning(
    'lock-refused',
    `Newer servers refuse ${lock.shown} in this bundle (\`uv sync --locked\`), though it fits the checkout: ${ends(reason, 6, 500)}`,
    "Check what .gitignore and 'exclude' leave out of what uv names.",
    { file: lock.shown, line: 1 },
  );

const METADATA = new Set(['pyproject.toml', 'uv.lock', '.python-version', 'uv.toml']);

/** Whether the lock has sources on disk that are built or installed: all local ones but `virtual`, and indexes in a folder. */
const hasLocalPackages = (lock: TomlFile): boolean =>
  lockedPackages(lock).some(
    ({ source }) =>
      ['editable', 'directory', 'path'].includes(source?.kind ?? '') ||
      (source?.kind === 'registry' && !source.at.includes('://')),
  );

/** Whether uv is told to look for packages in a folder: it insists on that folder, needed or not. */
function hasLocalIndex(files: readonly BundleFile[]): boolean {
  return files.some(
    (file) =>
      (file.path === 'pyproject.toml' || file.path === 'uv.toml') && /\bfind-links\b/.test(readSource(file) ?? ''),
  );
}

/** Whether uv may have to ask a build backend what a project is, to compare the lock with it. */
const isDynamic = (file: BundleFile): boolean =>
  /(?:^|\/)pyproject\.toml$/.test(file.path) && /^[ \t]*dynamic[ \t]*=/m.test(readSource(file) ?? '');

/** The line of the locked package that uv's message names, or the first line. */
function culprit(reason: string, lock: TomlFile): number {
  const name = /`([A-Za-z0-9][A-Za-z0-9._-]*)(?:==|@| @|`)/.exec(reason)?.[1]?.toLowerCase();
  const named = lockedPackages(lock).find((one) => one.name === name);
  return named ? lock.lineOf(`${named.key}.name`) : 1;
}
