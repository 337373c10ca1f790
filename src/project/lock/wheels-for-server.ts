/** Whether every package the server installs comes in a form that the target can install. */
import { error, type Finding } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { placeIn } from '../files/toml.ts';
import { at, strings } from '../files/values.ts';
import { normalName } from '../packaging/requirement.ts';
import { compareVersions, parseVersion } from '../packaging/versions.ts';
import { misfit, parseWheel, type WheelTarget, wheelVersion } from '../packaging/wheels.ts';
import { pythonTargetName, targetName, wheelTarget } from '../target.ts';
import { type LockedPackage, packageName } from './packages.ts';
import { askedBy, type LockSubject, RELOCK } from './subject.ts';

/** Local folders and git are built whatever the target. */
const WITH_FILES: readonly (string | undefined)[] = ['registry', 'url', 'path'];

/** uv 0.12 takes source distributions in the two forms of PEP 625 only. */
const SDIST = /\.(?:tar\.gz|tgz|zip)$/i;
const STRICT_UV = parseVersion('0.12');

export function checkDistributions(subject: LockSubject): Finding[] {
  const target = wheelTarget(subject.target);
  const allowed = permissions(subject);
  return subject.packages.flatMap((one) => {
    const malformed = checkNames(subject, one);
    const reached = subject.reached.get(one);
    if (subject.external?.has(one.name)) return malformed;
    if (malformed.length > 0 || !reached || !target || !WITH_FILES.includes(one.source?.kind)) return malformed;
    const found = checkFit(subject, one, target, allowed(one.name));
    return found.map((finding) => (reached.surely ? finding : { ...finding, level: 'notice' as const }));
  });
}

/** uv refuses the whole lock for one file name that does not belong to its package. */
function checkNames(subject: LockSubject, one: LockedPackage): Finding[] {
  for (const file of one.wheels) {
    const version = wheelVersion(file);
    if (version !== undefined && isVersionOf(version, one.version)) continue;
    const fault = version === undefined ? 'has no name that a wheel can have' : 'is of another version';
    const message = `${quote(file, 120)}, a wheel of ${quote(packageName(one))}, ${fault}; uv refuses the lock.`;
    return [error('lock-wheel-name', message, RELOCK, placeIn(subject.lock, `${one.key}.wheels`))];
  }
  return [];
}

/** A wheel may add a local version, as builds of one release for several accelerators do. */
function isVersionOf(text: string, locked: string | undefined): boolean {
  if (locked === undefined || text === locked) return true;
  const [version, wanted] = [parseVersion(text.replaceAll('_', '-')), parseVersion(locked)];
  if (!version || !wanted) return !wanted;
  return [version, { ...version, local: [] }].some((form) => compareVersions(form, wanted) === 0);
}

type Permission = { readonly build: boolean; readonly binary: boolean };

/** What `[tool.uv]` says of building and of wheels, for a package. */
function permissions({ pyproject }: LockSubject): (name: string) => Permission {
  const table = at(pyproject?.data, 'tool', 'uv');
  const has = (key: string, name: string) =>
    at(table, key) === true || strings(at(table, `${key}-package`)).some((one) => normalName(one) === name);
  return (name) => ({ build: !has('no-build', name), binary: !has('no-binary', name) });
}

function checkFit(subject: LockSubject, one: LockedPackage, target: WheelTarget, allowed: Permission): Finding[] {
  const fits = (file: string): boolean => {
    if (!(file.includes(target.machine) || /any|%/.test(file))) return false; // most of a lock's wheels are for other machines
    const wheel = parseWheel(file);
    return wheel !== undefined && misfit(wheel, target) === undefined;
  };
  if (allowed.binary && one.wheels.some(fits)) return [];
  const complain = (level: Finding['level'], code: string, message: string, remedy: string) => [
    { level, code, message, remedy, ...placeIn(subject.lock, one.key) },
  ];
  const name = quote(packageName(one));
  const { why, remedy, isLibc } = allowed.binary
    ? explain(one, target)
    : {
        isLibc: false,
        why: 'no-binary in [tool.uv] rules its wheels out',
        remedy: `Take ${quote(one.name)} out of no-binary.`,
      };
  const told = `${name}${askedBy(subject, one)} can't be installed from a wheel with ${isLibc ? targetName(target) : pythonTargetName(target)}: ${why}`;

  if (one.sdist === undefined) {
    const isGuess = isLibc && subject.target.isLibcAssumed;
    const assumed = isGuess ? ' The glibc of the server is assumed.' : '';
    const message = `${told}, and there is no source to build it from.${assumed}`;
    return complain(isGuess ? 'warning' : 'error', 'lock-no-wheel', message, remedy);
  }
  if (!allowed.build) {
    return complain('error', 'lock-no-wheel', `${told}, and no-build in [tool.uv] forbids to build it.`, remedy);
  }
  const { uv } = subject.target;
  if (one.sdist !== '' && !SDIST.test(one.sdist)) {
    const isSure = uv && STRICT_UV && compareVersions(uv, STRICT_UV) >= 0;
    const message = `${told}, and uv 0.12 and newer can't unpack its source ${quote(one.sdist, 80)}.`;
    return complain(isSure ? 'error' : 'warning', 'lock-sdist-format', message, remedy);
  }
  if (!mayCompile(one)) {
    const message = `${told}. The server builds it from source, which goes well if that is Python alone.`;
    return complain('notice', 'lock-compiles', message, 'Run `preflight: sync` to see it built before the deployment.');
  }
  const build = `${remedy} Or make sure that the server can build it: C code needs a compiler there.`;
  return complain('warning', 'lock-compiles', `${told}. The server has to build it from source.`, build);
}

/** Published as source alone, with code in C, C++ or Rust. */
const COMPILED = new Set(
  `annoy box2d-py chroma-hnswlib dbus-python detectron2 dlib evdev fasttext flash-attn fuse-python gdal gssapi hnswlib htseq
  insightface kerberos krb5 llama-cpp-python llfuse mpi4py mysqlclient nmslib petsc4py psycopg-c psycopg2 pyaudio pybluez pycairo
  pycups pyemd pyfuse3 pygobject pygraphviz pyhdf pyjq pylibmc pyminizip pysqlcipher3 python-ldap python-prctl pyxattr quickfix rpi-gpio
  sasl scikit-umfpack slepc4py smbus spidev systemd-python ta-lib uwsgi`.split(/\s+/),
);

/** Whether its source may have to be compiled: its wheels are for machines, or it is known. Most of what has no wheel is Python alone. */
const mayCompile = ({ name, wheels }: LockedPackage): boolean =>
  COMPILED.has(name) || wheels.some((file) => !file.endsWith('-none-any.whl'));

/** Why none of the wheels will do, and what would help. The nearest miss is the most useful to know. */
function explain(
  one: LockedPackage,
  target: WheelTarget,
): { readonly why: string; readonly remedy: string; readonly isLibc?: boolean } {
  const wheels = one.wheels.flatMap((file) => parseWheel(file) ?? []);
  const upgrade = `\`uv lock --upgrade-package ${quote(one.name)}\``;
  if (wheels.length === 0) {
    return { why: 'it has none', remedy: `Look for a version with wheels, for instance with ${upgrade}.` };
  }
  const misfits = wheels.map((wheel) => ({ wheel, misfit: misfit(wheel, target) }));
  const libcs = misfits.flatMap((each) => (each.misfit?.kind === 'libc' ? each.misfit.minor : []));
  if (libcs.length > 0) {
    const [name, major] = target.libc.kind === 'musl' ? ['musl', 1] : ['glibc', 2];
    const least = `${name} ${major}.${Math.min(...libcs)}`;
    return {
      isLibc: true,
      why: `its wheels need ${least}`,
      remedy: `Pin an older version of it and run \`uv lock\`${name === 'glibc' ? '; or, if the server has a newer glibc, say so with glibc in [tool.uv-deploy] target' : ''}.`,
    };
  }
  const pythons = misfits.flatMap((each) => (each.misfit?.kind === 'python' ? each.wheel.pythons : []));
  if (pythons.length > 0) {
    return {
      why: `its wheels are for ${listed(pythons.map(pythonName).sort(byNumber))}`,
      remedy: `Pin a Python that has wheels, or look for a version with them: ${upgrade}.`,
    };
  }
  return {
    why: `its wheels are for ${listed(wheels.flatMap(({ platforms }) => platforms.map(platformName)))}`,
    remedy: `Add a marker such as ; sys_platform == 'win32' where the app needs it on one system only, or replace it.`,
  };
}

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^win/, 'Windows'],
  [/^macosx/, 'macOS'],
  [/^ios/, 'iOS'],
  [/^android/, 'Android'],
  [/^(?:pyodide|emscripten|wasm)/, 'browsers'],
  [/^musllinux_.*?_((?:x86|aarch|arm|ppc|s390|i6|risc).*)$/, 'Alpine Linux $1'],
  [/^(?:many)?linux(?:\d+|_\d+_\d+)?_(.*)$/, 'Linux $1'],
];

function platformName(tag: string): string {
  const [pattern, name] = FAMILIES.find(([one]) => one.test(tag)) ?? [/^.*$/s, tag];
  return tag.replace(pattern, name).replace(/^(Windows|macOS|iOS|Android|browsers).*$/s, '$1');
}

const pythonName = (tag: string): string =>
  tag.replace(/^(?:cp|py)(\d)(\d*).*$/s, (_, major, minor) => `Python ${major}${minor && `.${minor}`}`);

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** At most four of some names, each once. */
function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  const more = all.length > 4 ? ` and ${all.length - 4} more` : '';
  return quote(`${all.slice(0, 4).join(', ')}${more}`, 120);
}
