import { parse } from 'smol-toml';
import { isFinding, parseToml, type TomlFile } from '../../src/project/files/toml.ts';
import { checkLockDeeply } from '../../src/project/lock/checks.ts';
import { parsePythonRequest } from '../../src/project/pin/python-request.ts';
import { readTarget } from '../../src/project/target.ts';
import { inTurn, table, times } from './measure.ts';

const MINORS = [9, 10, 11, 12, 13, 14];
const SYSTEMS = [
  'manylinux_2_17_x86_64.manylinux2014_x86_64',
  'manylinux2014_aarch64',
  'macosx_11_0_arm64',
  'win_amd64',
];

/** A lock of so many packages, each with 24 wheels and three arrows, the last of which has none that fits unless it `isWhole`. */
export function lockOf(packages: number, isWhole = false): string {
  const blocks = Array.from({ length: packages }, (_, index) => {
    const name = `package-${index}`;
    const arrows = [index * 2 + 1, index * 2 + 2, index + 7].filter((one) => one < packages);
    const systems = index === packages - 1 && !isWhole ? SYSTEMS.slice(2) : SYSTEMS;
    const wheels = MINORS.flatMap((minor) =>
      systems.map(
        (system) =>
          `    { url = "https://files.example/packages/${String(index).padStart(64, '0')}/package_${index}-1.0.0-cp3${minor}-cp3${minor}-${system}.whl", hash = "sha256:${'0'.repeat(64)}", size = 1000000, upload-time = "2026-01-01T00:00:00.000Z" },\n`,
      ),
    );
    const dependencies = arrows.map(
      (one) =>
        `    { name = "package-${one}", marker = "python_full_version >= '3.${one % 12}' or sys_platform == 'linux'" },\n`,
    );
    return `[[package]]\nname = "${name}"\nversion = "1.0.0"\nsource = { registry = "https://index.example/simple" }\ndependencies = [\n${dependencies.join('')}]\nwheels = [\n${wheels.join('')}]\n\n`;
  });
  const own =
    '[[package]]\nname = "app"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [\n    { name = "package-0" },\n]\n';
  return `version = 1\nrevision = 3\nrequires-python = ">=3.9"\n\n${blocks.join('')}${own}`;
}

const tomlOf = (shown: string, text: string): TomlFile => {
  const file = parseToml({ path: `/checkout/${shown}`, shown, text });
  if (isFinding(file)) throw new Error(file.message);
  return file;
};

const timed = async (work: () => void): Promise<number> => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

/** Everything that is found in a lock, with its line, against the bare parsing of the same text. */
export async function lock(): Promise<string> {
  const pyproject = tomlOf('pyproject.toml', '[project]\nname = "app"\nversion = "1"\n');
  const target = readTarget(pyproject, { request: parsePythonRequest('3.12') });
  if (!('minors' in target)) throw new Error('The bench has no target.');
  const check = (file: TomlFile) => {
    const found = checkLockDeeply({ lock: file, pyproject, members: [pyproject], target });
    const codes = found.map(({ code }) => code).join();
    if (codes !== 'lock-index,lock-no-wheel') throw new Error(`The bench has other findings: ${codes}.`);
  };
  const row = async (packages: number, rounds: number): Promise<string[]> => {
    const text = lockOf(packages);
    const [parsing = 0, both = 0] = await inTurn(rounds, [
      () => timed(() => parse(text)),
      () => timed(() => check(tomlOf('uv.lock', text))),
    ]);
    return [`${packages} packages, ${Math.round(text.length / 1e5) / 10} MB`, times(both / parsing), '4x'];
  };
  return table(
    'uv.lock read and checked for a server',
    ['', 'parsing it', 'limit'],
    [await row(400, 9), await row(8000, 3)],
  );
}
