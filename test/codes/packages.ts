import type { Changes } from '../fixtures/variant.ts';
import { last, pyproject, swap } from '../fixtures/variant.ts';
import { lockOf, PUBLIC, wheel } from '../tools/lock-text.ts';
import type { Pair, Rows } from './pair.ts';

/** A project with one dependency, and how it is locked. */
const project = (source: string, more = '', asked = '', table = ''): Changes => ({
  'pyproject.toml': pyproject(['shared'], table),
  'uv.lock': lockOf('shared', asked, source, more),
});

const WHEEL = wheel('shared-1.0-py3-none-any.whl');
/** One that can be installed anywhere. */
const GOOD = project(PUBLIC, WHEEL);
const sdist = (name: string) =>
  `sdist = { url = "https://files.invalid/${name}", hash = "sha256:${'0'.repeat(64)}" }\n`;
const from = (source: string, line: number, more = WHEEL, asked = ''): Pair => ({
  wrong: project(source, more, asked),
  at: `uv.lock:${line}`,
  mended: GOOD,
});
const address = (url: string) => `{ url = "${url}" }`;
const WHEEL_URL = (scheme: string) => `${scheme}://files.example/shared-1.0-py3-none-any.whl`;
const inFolder = (kind: string, place: string) =>
  project(
    `{ ${kind} = "${place}" }`,
    '',
    `, ${kind} = "${place}"`,
    `[tool.uv.sources]\nshared = { path = "${place}" }\n`,
  );

const tool = (text: string): Changes => ({ 'pyproject.toml': pyproject([], `[tool.uv]\n${text}\n`) });
const groups = (names: readonly string[], conflicts: string): Changes => ({
  'pyproject.toml': pyproject(
    [],
    `[dependency-groups]\nold = []\nnew = []\n\n[tool.uv]\ndefault-groups = ${JSON.stringify(names)}\n`,
  ),
  ...(conflicts && { 'uv.lock': swap('requires-python', `${conflicts}requires-python`) }),
});
/** The project as a package, which the server builds. */
const built = (backend: string, keys: string): Changes => ({
  'pyproject.toml': pyproject(
    [],
    `[build-system]\nrequires = ["${backend}"]\nbuild-backend = "hatchling.build"\n`,
    keys,
  ),
  'uv.lock': swap('{ virtual = "." }', '{ editable = "." }'),
});
const fromGit = (more: string): Changes => ({
  ...built('hatchling', ''),
  'pyproject.toml': `[project]
name = "echo-service"
dynamic = ["version"]
requires-python = ">=3.11"
dependencies = []

[build-system]
requires = ["hatchling", "hatch-vcs"]
build-backend = "hatchling.build"

[tool.hatch.version]
source = "vcs"
${more}`,
});
const PRERELEASES = swap('\n[[', '\n[options]\nprerelease-mode = "allow"\n\n[[');
const CONFLICTS =
  'conflicts = [[{ package = "echo-service", group = "old" }, { package = "echo-service", group = "new" }]]\n';

const MEMBER = 'packages/api';
/** A workspace whose root is a project of its own, which asks for the member or does not. */
const workspace = (asked: readonly string[]): Changes => ({
  'pyproject.toml': `[project]
name = "shop"
version = "0.1.0"
requires-python = ">=3.11"
dependencies = ${JSON.stringify(asked)}

[tool.uv.sources]
echo-service = { workspace = true }

[tool.uv.workspace]
members = ["packages/*"]
`,
  [`${MEMBER}/pyproject.toml`]: pyproject([]),
  [`${MEMBER}/_ricochet.toml`]:
    '[content]\nname = "API"\nentrypoint = "main.py"\naccess_type = "private"\ncontent_type = "python"\n\n[language]\nname = "python"\npackages = "uv.lock"\n',
  [`${MEMBER}/main.py`]: 'print("hello")\n',
  'uv.lock': `version = 1
revision = 3
requires-python = ">=3.11"

[manifest]
members = ["echo-service", "shop"]

[[package]]
name = "echo-service"
version = "0.1.0"
source = { virtual = "${MEMBER}" }

[[package]]
name = "shop"
version = "0.1.0"
source = { virtual = "." }
${asked.length > 0 ? 'dependencies = [{ name = "echo-service" }]\n\n[package.metadata]\nrequires-dist = [{ name = "echo-service", virtual = "packages/api" }]\n' : ''}`,
});

/** What can be wrong with the lock and with what it lists. */
export const PACKAGES: Rows = {
  'build-file-missing': {
    wrong: built('hatchling', 'readme = "README.md"\n'),
    at: 'pyproject.toml:6',
    mended: { ...built('hatchling', 'readme = "README.md"\n'), 'README.md': '# Echo\n' },
  },
  'build-version': {
    wrong: fromGit(''),
    at: 'pyproject.toml:12',
    mended: fromGit('\n[tool.hatch.version.raw-options]\nfallback_version = "1.0"\n'),
  },
  'lock-options': {
    wrong: { 'uv.lock': PRERELEASES },
    at: 'uv.lock:4',
    mended: { ...tool('prerelease = "allow"'), 'uv.lock': PRERELEASES },
  },
  'no-project-table': { wrong: { ...GOOD, 'pyproject.toml': '[tool.black]\n' }, at: 'pyproject.toml:1', mended: GOOD },
  'uv-ignores': {
    wrong: tool('resolution = "newest"'),
    at: 'pyproject.toml:8',
    mended: tool('resolution = "highest"'),
  },
  'uv-refuses': { wrong: tool('package = "yes"'), at: 'pyproject.toml:8', mended: tool('package = false') },
  'default-group': {
    wrong: tool('default-groups = ["docs"]'),
    at: 'pyproject.toml:8',
    mended: tool('default-groups = []'),
  },
  'lock-broken': { wrong: { 'uv.lock': (text) => text + text.slice(text.indexOf('\n[[package]]')) }, at: 'uv.lock:10' },
  'lock-compiles': {
    ...from(PUBLIC, 14, sdist('shared-1.0.tar.gz') + wheel('shared-1.0-cp311-cp311-win_amd64.whl')),
    mended: project(PUBLIC, sdist('shared-1.0.tar.gz') + WHEEL),
  },
  'lock-conflict': {
    wrong: groups(['old', 'new'], CONFLICTS),
    at: 'uv.lock:2',
    mended: groups(['old', 'new'], ''),
  },
  'lock-conflicts': {
    wrong: groups(['old'], CONFLICTS),
    at: 'uv.lock:2',
    mended: groups(['old'], ''),
  },
  'lock-empty': {
    wrong: { 'pyproject.toml': '[tool.uv]\n', 'uv.lock': 'version = 1\nrequires-python = ">=3.11"\n' },
    at: 'uv.lock:1',
  },
  'lock-environments': {
    wrong: {
      ...tool('environments = ["sys_platform == \'darwin\'"]'),
      'uv.lock': swap('\n[[', '\nsupported-markers = ["sys_platform == \'darwin\'"]\n\n[['),
    },
    at: 'pyproject.toml:8',
    mended: {
      ...tool('environments = ["sys_platform == \'linux\'"]'),
      'uv.lock': swap('\n[[', '\nsupported-markers = ["sys_platform == \'linux\'"]\n\n[['),
    },
  },
  'lock-git': from(
    `{ git = "https://github.com/octo/shared#${'a'.repeat(40)}" }`,
    17,
    '',
    ', git = "https://github.com/octo/shared"',
  ),
  'lock-git-ssh': from(
    `{ git = "ssh://git@github.com/octo/shared#${'a'.repeat(40)}" }`,
    17,
    '',
    ', git = "ssh://git@github.com/octo/shared"',
  ),
  'lock-index': {
    ...from('{ registry = "https://packages.example/simple" }', 17),
    mended: project(
      '{ registry = "https://packages.example/simple" }',
      WHEEL,
      '',
      '[tool.uv-deploy.target]\nindexes = ["https://packages.example/simple"]\n',
    ),
  },
  'lock-local-index': {
    wrong: project('{ registry = "wheels" }', 'wheels = [{ path = "shared-1.0-py3-none-any.whl" }]\n'),
    at: 'uv.lock:17',
    mended: {
      ...project('{ registry = "wheels" }', 'wheels = [{ path = "shared-1.0-py3-none-any.whl" }]\n'),
      'wheels/shared-1.0-py3-none-any.whl': 'PK',
    },
  },
  'lock-no-wheel': from(PUBLIC, 14, wheel('shared-1.0-cp311-cp311-win_amd64.whl')),
  'lock-path': {
    wrong: inFolder('directory', 'libs/shared'),
    at: 'uv.lock:17',
    mended: {
      ...inFolder('directory', 'libs/shared'),
      'libs/shared/pyproject.toml': '[project]\nname = "shared"\nversion = "1.0"\n',
    },
  },
  'lock-requires-python': { wrong: { 'uv.lock': swap('requires-python = ">=3.11"\n', '') }, at: 'uv.lock:1' },
  'lock-revision': {
    wrong: { 'uv.lock': swap('version = 1\n', 'version = 1\nrevision = 99\n') },
    at: 'uv.lock:2',
    mended: { 'uv.lock': swap('version = 1\n', 'version = 1\nrevision = 3\n') },
  },
  'lock-refused': { in: 'test/unit/prepare/sync.test.ts' },
  'lock-root': {
    wrong: workspace([]),
    at: 'uv.lock:11',
    mended: workspace(['echo-service']),
    inputs: { 'working-directory': MEMBER },
  },
  'lock-sdist-format': {
    ...from(PUBLIC, 14, sdist('shared-1.0.tar.bz2')),
    mended: project(PUBLIC, sdist('shared-1.0.tar.bz2') + WHEEL),
  },
  'lock-stale': { wrong: { 'pyproject.toml': pyproject(['shared']) }, at: 'pyproject.toml:5', mended: GOOD },
  'lock-url': {
    ...from(address(WHEEL_URL('http')), 17, WHEEL, `, url = "${WHEEL_URL('http')}"`),
    mended: project(address(WHEEL_URL('https')), WHEEL, `, url = "${WHEEL_URL('https')}"`),
  },
  'lock-version': { wrong: { 'uv.lock': swap('version = 1', 'version = 2') }, at: 'uv.lock:1' },
  'lock-wheel-name': from(PUBLIC, 18, wheel('shared-2.0-py3-none-any.whl')),
  'missing-lock': { wrong: { 'uv.lock': undefined }, at: 'pyproject.toml:1' },
  'not-bundled': { in: 'test/unit/project/lock/consistency.test.ts' },
  'required-uv': {
    wrong: tool('required-version = ">=99"\n\n[tool.uv-deploy.target]\nuv = "0.12.5"'),
    at: 'pyproject.toml:8',
    mended: tool('required-version = ">=0.12"\n\n[tool.uv-deploy.target]\nuv = "0.12.5"'),
  },
  'url-credentials': {
    wrong: { 'pyproject.toml': last('\n[[tool.uv.index]]\nurl = "https://octo:hunter22@packages.example/simple"') },
    at: 'pyproject.toml:8',
    mended: { 'pyproject.toml': last('\n[[tool.uv.index]]\nurl = "https://packages.example/simple"') },
  },
};
