// Completes package-lock.json with the other platforms' binaries when it was made behind a partial mirror:
// npm leaves out what the mirror lacks, and `npm ci` then refuses the lock on every machine.
import { readFileSync, writeFileSync } from 'node:fs';

const OS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * What npm itself would write of a package that is only fetched on the platform its name tells.
 * @param {{ name: string, version: string, license?: string | undefined }} optional
 */
function entry({ name, version, license }) {
  const words = name.split(/[-/]/);
  const musl = words.some((word) => word.startsWith('musl'));
  const gnu = words.some((word) => word.startsWith('gnu'));
  const os = OS.filter((word) => words.includes(word));
  const cpu = CPU.filter((word) => words.includes(word));
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    dev: true,
    ...(os[0] === 'linux' && (musl || gnu) && { libc: [musl ? 'musl' : 'glibc'] }),
    ...(license && { license }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

/**
 * The packages that the lock's entries name as optional and that it does not hold.
 * @param {{ packages: Record<string, { optionalDependencies?: Record<string, string>, license?: string }> }} lock
 */
export function missing(lock) {
  const all = Object.values(lock.packages).flatMap(({ optionalDependencies = {}, license }) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ name, version, license })),
  );
  return all.filter(({ name }) => !lock.packages[`node_modules/${name}`]);
}

if (process.argv[1]?.endsWith('lock.mjs')) {
  const file = new URL('../../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = missing(lock);
  for (const optional of added) lock.packages[`node_modules/${optional.name}`] = entry(optional);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${added.length} packages added: ${added.map(({ name, version }) => `${name} ${version}`).join(', ')}`);
}
