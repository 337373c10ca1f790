import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BundleFile } from '../../../../src/bundle/source.ts';
import type { StartContract } from '../../../../src/project/contract/start-contract.ts';
import { checkImports } from '../../../../src/project/imports/imports.ts';
import { readProject } from '../../../../src/project/project.ts';
import { createForest, type Tree } from '../../../tools/tree.ts';

const plant = createForest('imports');

const PYPROJECT = '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11"\n';
const entry = (name: string, more = '') =>
  `[[package]]\nname = "${name}"\nversion = "1"\nsource = { registry = "https://index.example/simple" }\n${more}\n`;
/** fastapi and pandas at run time; pytest and its iniconfig for development, sphinx in a group of its own, plotly in an extra. */
const LOCK = `version = 1
requires-python = ">=3.11"

[[package]]
name = "x"
version = "1"
source = { virtual = "." }
dependencies = [{ name = "fastapi" }, { name = "pandas", extra = ["excel"] }, { name = "pyyaml" }, { name = "google-cloud-storage" }]

[package.optional-dependencies]
plots = [{ name = "plotly" }]

[package.dev-dependencies]
dev = [{ name = "pytest" }]
docs = [{ name = "sphinx" }]

${entry('fastapi', 'dependencies = [{ name = "starlette" }]')}
${entry('starlette')}
${entry('pandas', 'dependencies = [{ name = "numpy" }]\n[package.optional-dependencies]\nexcel = [{ name = "openpyxl" }]')}
${entry('numpy')}
${entry('openpyxl')}
${entry('pyyaml')}
${entry('google-cloud-storage')}
${entry('plotly')}
${entry('pytest', 'dependencies = [{ name = "iniconfig" }]')}
${entry('iniconfig')}
${entry('sphinx')}
`;

const filesOf = (dir: string, folder = dir): BundleFile[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    const source = join(folder, item.name);
    if (item.isDirectory()) return filesOf(dir, source);
    return [{ path: relative(dir, source), source, size: statSync(source).size, executable: false }];
  });

type Case = {
  readonly contract?: Partial<StartContract>;
  /** What is not in the bundle. */
  readonly without?: RegExp;
  /** The site-packages of an environment. */
  readonly installed?: Tree;
  readonly minor?: number;
};

/** The findings as `level code file:line what`. */
const judge = async (tree: Tree, { contract = {}, without, installed, minor = 12 }: Case = {}): Promise<string[]> => {
  const dir = plant({ 'pyproject.toml': PYPROJECT, 'uv.lock': LOCK, ...tree });
  const project = await readProject(dir, '.');
  const files = filesOf(dir).filter(({ path }) => !without?.test(path));
  const start = {
    ...{
      file: 'app.py',
      installs: { defaultGroups: false, groups: [], extras: [] },
      runsAsMain: false,
      hasPages: false,
    },
    ...{ listens: false, needsPublicHost: false, ...contract },
  };
  const { findings, settle } = await checkImports(project, start, files, {
    minor,
    shown: (path) => path,
    debug: () => {},
  });
  const site = 'lib/python3.12/site-packages/';
  const environment =
    installed && plant(Object.fromEntries(Object.entries(installed).map(([path, text]) => [site + path, text])));
  return [...findings, ...settle(environment)].map(
    ({ level, code, file, line, message }) => `${level} ${code} ${file}:${line} ${/'([^']+)'/.exec(message)?.[1]}`,
  );
};

describe('nothing is reported', () => {
  it.each<[what: string, tree: Tree, options?: Case]>([
    [
      'the standard library',
      { 'app.py': 'import os, json, xml.etree.ElementTree\nfrom concurrent.futures import wait\n' },
    ],
    [
      'locked packages, directly or not, by their names',
      { 'app.py': 'import fastapi, pandas.core, numpy as np, starlette, openpyxl\n' },
    ],
    ['locked packages whose module has another name', { 'app.py': 'import yaml\nfrom google.cloud import storage\n' }],
    [
      'modules of the project',
      { 'app.py': 'import helpers\nfrom lib.db import connect\n', 'helpers.py': '', 'lib/db.py': '' },
    ],
    [
      'packages of the project',
      {
        'app.py': 'from lib import db, thing\n',
        'lib/__init__.py': 'thing = 1\n',
        'lib/db.py': 'from . import thing\nfrom .more import x\nfrom .. import y\n',
        'lib/more.py': '',
      },
      { contract: { file: 'pkg/app.py' } },
    ],
    [
      'a src layout',
      {
        'app.py': 'from x.core import run\n',
        'src/x/__init__.py': '',
        'src/x/core.py': 'from x import other\n',
        'src/x/other.py': '',
      },
    ],
    [
      'a module beside an entrypoint in a folder',
      { 'api/app.py': 'import tools\nfrom api import tools\n', 'api/tools.py': '' },
      { contract: { file: 'api/app.py' } },
    ],
    [
      'a module of the same name as its package',
      { 'app/app.py': 'from app.core import x\n', 'app/core.py': '', 'app/__init__.py': '' },
      { contract: { file: 'app/app.py' } },
    ],
    [
      'guarded imports',
      {
        'app.py':
          'try:\n    import nonesuch\nexcept ImportError:\n    nonesuch = None\nif TYPE_CHECKING:\n    import pytest\ndef f():\n    import plotly\n',
      },
    ],
    ['what only guarded imports load', { 'app.py': 'def f():\n    import lazy\n', 'lazy.py': 'import nonesuch\n' }],
    ['what nobody imports', { 'app.py': '', 'tests/test_app.py': 'import pytest, nonesuch\n' }],
    ['a module that is somewhere else in the bundle', { 'app.py': 'import odd\n', 'vendor/odd.py': '' }],
    [
      'compiled modules',
      {
        'app.py': 'import fast\nfrom lib import quick\n',
        'fast.cpython-312-x86_64-linux-gnu.so': '',
        'lib/quick.abi3.so': '',
      },
    ],
    ['a main guard that does not hold', { 'app.py': 'if __name__ == "__main__":\n    import nonesuch\n' }],
    [
      'a package that is called much like its module',
      { 'app.py': 'import google_cloud_thing, pandas_more, numpymodules\n' },
    ],
    [
      'development packages that the server installs',
      { 'app.py': 'import pytest, iniconfig\n' },
      { contract: { installs: { defaultGroups: true, groups: [], extras: [] } } },
    ],
    [
      'a file that is no text, or too large',
      {
        'app.py': 'import a, b\n',
        'a.py': new Uint8Array([105, 0, 1]),
        'b.py': `import nonesuch\n${'#'.repeat(1_000_000)}`,
      },
    ],
    ['an encoding of its own', { 'app.py': Buffer.from('# -*- coding: latin-1 -*-\nimport os  # \xe9\n', 'latin1') }],
  ])('%s', async (_, tree, options) => expect(await judge(tree, options)).toEqual([]));
});

describe('a start that will fail', () => {
  it.each<[what: string, tree: Tree, told: string, options?: Case]>([
    ['on a known package', { 'app.py': 'import os\nimport requests\n' }, 'error import-missing app.py:2 requests'],
    [
      'on a known package of another name',
      { 'app.py': 'from PIL import Image\n' },
      'error import-missing app.py:1 PIL',
    ],
    [
      'on one of a shared namespace',
      { 'app.py': 'from google.cloud import bigquery\n' },
      'error import-missing app.py:1 google.cloud.bigquery',
    ],
    ['perhaps, on an unknown package', { 'app.py': 'import nonesuch\n' }, 'warning import-missing app.py:1 nonesuch'],
    [
      'in a module that is imported',
      { 'app.py': 'from lib import db\n', 'lib/db.py': '\n\nimport httpx\n' },
      'error import-missing lib/db.py:3 httpx',
    ],
    [
      'on a module between the app and the top folder, from where it is loaded',
      { 'api/src/app.py': 'import config\n', 'api/config/__init__.py': '' },
      'error import-missing api/src/app.py:1 config',
      { contract: { file: 'api/src/app.py', looksIn: [''] } },
    ],
    [
      'on a module above the program',
      { 'api/src/app.py': 'import config\n', 'api/config.py': '' },
      'warning import-missing api/src/app.py:1 config',
      { contract: { file: 'api/src/app.py', runsAsMain: true, looksBesideOnly: true } },
    ],
    ['on a development package', { 'app.py': 'import pytest\n' }, 'error import-dev-only app.py:1 pytest'],
    [
      'on what only a development package needs',
      { 'app.py': 'import iniconfig\n' },
      'error import-dev-only app.py:1 iniconfig',
    ],
    [
      'on a group that is not installed by default',
      { 'app.py': 'import sphinx\n' },
      'error import-dev-only app.py:1 sphinx',
      { contract: { installs: { defaultGroups: true, groups: [], extras: [] } } },
    ],
    ['on an extra', { 'app.py': 'import plotly.express as px\n' }, 'error import-extra-only app.py:1 plotly'],
    [
      'on a module that was removed',
      { 'app.py': 'import distutils.util\n' },
      'error import-missing app.py:1 distutils',
    ],
    [
      'on a module that is to come',
      { 'app.py': 'import tomllib\n' },
      'error import-missing app.py:1 tomllib',
      { minor: 10 },
    ],
    [
      'on a module left out of the bundle',
      { 'app.py': 'import settings\n', 'settings.py': '' },
      'error import-not-bundled app.py:1 settings',
      { without: /settings/ },
    ],
    [
      'on a package left out',
      { 'app.py': 'from lib.db import x\n', 'lib/db.py': '' },
      'error import-not-bundled app.py:1 lib',
      { without: /lib/ },
    ],
    [
      'on a part left out',
      { 'app.py': 'from lib.db import x\n', 'lib/__init__.py': '', 'lib/db.py': '' },
      'error import-not-bundled app.py:1 lib.db',
      { without: /db/ },
    ],
    [
      'on a part left out that is a name',
      { 'app.py': 'from lib import db\n', 'lib/__init__.py': '', 'lib/db.py': '' },
      'error import-not-bundled app.py:1 lib.db',
      { without: /db/ },
    ],
    [
      'on a relative part left out',
      { 'app.py': 'import lib\n', 'lib/__init__.py': 'from .db import x\n', 'lib/db.py': '' },
      'error import-not-bundled lib/__init__.py:1 db',
      { without: /db/ },
    ],
    [
      'on a part that never was',
      { 'app.py': 'import lib.nope\n', 'lib/__init__.py': '' },
      'error import-missing app.py:1 lib.nope',
    ],
    [
      'perhaps, on a part that a build may make',
      {
        'app.py': 'import lib._version\n',
        'lib/__init__.py': '',
        'pyproject.toml': `${PYPROJECT}[build-system]\nrequires = ["hatchling"]\n`,
      },
      'warning import-missing app.py:1 lib._version',
    ],
    [
      'perhaps, where the search path is changed',
      { 'app.py': 'import sys\nsys.path.append("x")\nimport requests\n' },
      'warning import-missing app.py:3 requests',
    ],
    [
      'on upper and lower case',
      { 'app.py': 'import Helpers\n', 'helpers.py': '' },
      'error import-case app.py:1 Helpers',
    ],
    [
      'on upper and lower case in a package',
      { 'app.py': 'from lib.DB import x\n', 'lib/db.py': '', 'lib/__init__.py': '' },
      'error import-case app.py:1 lib.DB',
    ],
    [
      'on a relative import at the top',
      { 'app.py': 'from .lib import x\nfrom . import y\n', 'lib.py': '' },
      'error import-relative app.py:1 .lib',
    ],
    [
      'on a relative import in a program',
      { 'api/app.py': 'from .lib import x\n', 'api/lib.py': '', 'api/__init__.py': '' },
      'error import-relative api/app.py:1 .lib',
      { contract: { file: 'api/app.py', runsAsMain: true } },
    ],
    [
      'under a main guard that holds',
      { 'app.py': 'if __name__ == "__main__":\n    import requests\n' },
      'error import-missing app.py:2 requests',
      { contract: { runsAsMain: true } },
    ],
    [
      'on a page',
      { 'app.py': 'import os\n', 'pages/one.py': 'import requests\n' },
      'error import-missing pages/one.py:1 requests',
      { contract: { hasPages: true } },
    ],
  ])('%s', async (_, tree, told, options) => expect(await judge(tree, options)).toEqual([told]));

  it('is reported once a name, at the first place', async () => {
    expect(
      await judge({ 'app.py': 'import requests\nimport requests.auth\nimport b\n', 'b.py': 'import requests\n' }),
    ).toEqual(['error import-missing app.py:1 requests']);
  });
});

describe('an installed environment', () => {
  const dist = (name: string, ...paths: string[]): Tree => ({
    [`${name}-1.dist-info/RECORD`]: paths.map((path) => `${path},sha256=x,1\n`).join(''),
  });
  const base = { ...dist('pandas', 'pandas/__init__.py', 'odd_name/__init__.py'), ...dist('six', 'six.py') };

  it.each<[what: string, code: string, installed: Tree, told: string[]]>([
    ['tells the modules of a package exactly', 'import odd_name.part\nimport six.moves\n', base, []],
    ['makes sure of what is missing', 'import nonesuch\n', base, ['error import-missing app.py:1 nonesuch']],
    [
      'tells the parts of a namespace',
      'import ns.a\nimport ns.b\n',
      { ...base, ...dist('ns-a', 'ns/a/__init__.py') },
      ['error import-missing app.py:1 ns'],
    ],
    [
      'may have development packages that the server has not',
      'import _pytest, oddtest\n',
      { ...base, ...dist('pytest', 'oddtest/__init__.py') },
      ['error import-dev-only app.py:1 oddtest'],
    ],
    [
      'knows editable packages by their folders',
      'import mine\n',
      { ...base, ...dist('mine-lib', 'mine.pth'), 'mine.pth': 'SRC\n' },
      [],
    ],
    [
      'is not sure where an editable package finds its modules by itself',
      'import mine\n',
      { ...base, ...dist('mine-lib', 'mine.pth'), 'mine.pth': 'import __editable___mine_finder; x\n' },
      ['warning import-missing app.py:1 mine'],
    ],
    ['trusts a well-known package', 'import yaml\n', { ...base, ...dist('pyyaml', 'odd.py') }, []],
    ['lacks what is locked for other systems', 'import fastapi\n', base, ['warning import-missing app.py:1 fastapi']],
  ])('%s', async (_, code, installed, told) => {
    const source = plant({ 'mine/__init__.py': '' });
    const tree = Object.fromEntries(
      Object.entries(installed).map(([path, text]) => [path, text === 'SRC\n' ? `${source}\n` : text]),
    );
    const warnings = await judge({ 'app.py': code }, { installed: tree });
    expect(warnings.map((line) => line.replace(/ns\.b$/, 'ns'))).toEqual(
      told.map((line) => (line.endsWith(' ns') ? line.replace(':1', ':2') : line)),
    );
  });
});

describe('a module of the project that hides another', () => {
  const program = { runsAsMain: true, looksBesideOnly: true };
  const uvicorn = {
    app: { loader: 'uvicorn', names: ['app'], isSearched: false, isDocumented: false, inEventLoop: true },
  };

  it.each<[what: string, tree: Tree, told: string, contract?: Partial<StartContract>]>([
    [
      'of the standard library',
      { 'app.py': 'import os\nfrom random import choice, seed\n', 'random.py': 'def choice(): ...\n' },
      'error import-shadowed app.py:2 seed',
    ],
    [
      'of the standard library, in part',
      { 'app.py': 'import xml.etree.ElementTree\n', 'xml/__init__.py': '' },
      'error import-shadowed app.py:1 xml.etree.ElementTree',
    ],
    [
      'of the standard library, which is called',
      { 'app.py': 'import queue as q\n\nwaiting = q.Queue()\n', 'queue.py': '' },
      'error import-shadowed app.py:1 queue.Queue',
    ],
    [
      'of the standard library, which is called in the main',
      { 'app.py': 'import queue\nif __name__ == "__main__":\n    queue.Queue()\n', 'queue.py': '' },
      'error import-shadowed app.py:1 queue.Queue',
    ],
    [
      'that it imports itself',
      { 'app.py': 'import secrets\n', 'secrets.py': 'import secrets\n\nKEY = secrets.token_hex()\n' },
      'error import-shadowed secrets.py:1 secrets.token_hex',
    ],
    [
      'beside the file that is started',
      { 'jobs/app.py': 'from pandas import DataFrame\n', 'jobs/pandas.py': '' },
      'error import-shadowed jobs/app.py:1 DataFrame',
      { ...program, file: 'jobs/app.py' },
    ],
    [
      'of a package with another name',
      { 'app.py': 'from yaml import safe_load\n', 'yaml.py': '' },
      'error import-shadowed app.py:1 safe_load',
    ],
    [
      'that uvicorn does not load',
      { 'app.py': 'from pandas import DataFrame\n', 'pandas.py': '' },
      'error import-shadowed app.py:1 DataFrame',
      uvicorn,
    ],
    [
      'that uvicorn may load first',
      { 'app.py': 'from yaml import safe_load\n', 'yaml.py': '' },
      'warning import-shadowed app.py:1 safe_load',
      uvicorn,
    ],
    [
      'that Python may load first',
      { 'app.py': 'from random import choice\n', 'random.py': '' },
      'warning import-shadowed app.py:1 choice',
      uvicorn,
    ],
    [
      'where Python may look elsewhere before',
      { 'app.py': 'import sys\nsys.path.insert(0, "lib")\nfrom random import choice\n', 'random.py': '' },
      'warning import-shadowed app.py:3 choice',
    ],
    [
      'that frameworks import, is reported in its file',
      { 'app.py': '', 'email/__init__.py': '' },
      'warning import-shadowed email/__init__.py:1 email',
    ],
  ])('%s', async (_, tree, expected, contract = program) =>
    expect(await judge(tree, { contract })).toEqual([expected]),
  );

  const TAKES = 'from statistics import mean, stdev\nimport plotly, yaml.nodes\n';
  it.each<[what: string, tree: Tree, options?: Case]>([
    ['has what is taken from it', { 'app.py': TAKES, 'statistics.py': 'def mean(): ...\nstdev = mean\n' }],
    ['may have it', { 'app.py': TAKES, 'statistics.py': 'from numbers_of_ours import *\n', 'numbers_of_ours.py': '' }],
    ['makes it when asked', { 'app.py': TAKES, 'statistics.py': 'def __getattr__(name): ...\n' }],
    [
      'has it as a module',
      { 'app.py': TAKES, 'statistics/__init__.py': '', 'statistics/mean.py': '', 'statistics/stdev.py': '' },
    ],
    ['is no package', { 'app.py': TAKES, 'statistics/rows.py': '' }],
    [
      'is in a package',
      {
        'app.py': 'import lib.random\nfrom random import choice\n',
        'lib/random.py': 'import random\n\nrandom.choice([1])\n',
      },
    ],
    ['is not where Python looks first', { 'app.py': TAKES, 'src/statistics.py': '' }, { contract: {} }],
    [
      'lies in the folder of an app that is loaded from above',
      { 'app/app.py': TAKES, 'app/statistics.py': '' },
      { contract: { ...uvicorn, file: 'app/app.py' } },
    ],
    [
      'is built into Python',
      { 'app.py': 'from time import sleep\nfrom math import pi\n', 'time.py': '', 'math.py': '' },
    ],
    [
      'is taken from in functions only',
      { 'app.py': 'import statistics\ndef f():\n    return statistics.mean([1])\n', 'statistics.py': '' },
    ],
    [
      'goes on in others',
      { 'app.py': TAKES, 'yaml/__init__.py': '__import__("pkg_resources").declare_namespace(__name__)\n' },
    ],
    [
      'is what the lock installs',
      {
        'app.py': 'from pandas import frame\n',
        'pandas/__init__.py': '',
        'uv.lock': LOCK.replace(/(name = "pandas"\nversion = "1"\nsource = ).*/, '$1{ editable = "." }'),
      },
    ],
  ])('is no trouble where it %s', async (_, tree, { contract = program } = {}) =>
    expect((await judge(tree, { contract })).filter((one) => one.includes('shadowed'))).toEqual([]),
  );
});

describe('what Django imports by a name in a string', () => {
  const WSGI = `import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
`;
  const django = (files: Tree): Tree => ({
    'app.py': WSGI,
    'config/__init__.py': '',
    'config/settings/__init__.py': '',
    'config/settings/base.py': `LOCAL_APPS = ["shop.apps.ShopConfig"]
INSTALLED_APPS = [
    "fastapi",
    # "pytest",
    *LOCAL_APPS,
]
MIDDLEWARE = ["starlette.middleware.Gzip"]
ROOT_URLCONF = "config.urls"
`,
    'config/settings/local.py': 'from .base import *\n',
    'config/urls.py': 'from django.urls import include, path\nurlpatterns = [path("", include("shop.urls"))]\n'.replace(
      'from django.urls import include, path\n',
      'try:\n    from django.urls import include, path\nexcept ImportError:\n    raise\n',
    ),
    'shop/__init__.py': '',
    'shop/apps.py': '',
    'shop/urls.py': '',
    ...files,
  });

  it('is found', async () => expect(await judge(django({}))).toEqual([]));

  it.each<[what: string, files: Tree, told: string]>([
    [
      'the settings',
      { 'app.py': WSGI.replace('local', 'prod') },
      'warning import-missing app.py:3 config.settings.prod',
    ],
    [
      'an app of a group for development',
      { 'config/settings/local.py': 'from .base import *\nINSTALLED_APPS += ["pytest"]\n' },
      'warning import-dev-only config/settings/local.py:2 pytest',
    ],
    [
      'a middleware',
      { 'config/settings/local.py': 'MIDDLEWARE = [\n    "sphinx.x.Y",\n]\n' },
      'warning import-dev-only config/settings/local.py:2 sphinx',
    ],
    [
      'the routes of an app',
      { 'config/urls.py': '# django.urls\nurlpatterns = [path("", include("shop.routes"))]\n' },
      'warning import-missing config/urls.py:2 shop.routes',
    ],
    [
      'what the models of an app import',
      { 'shop/models.py': 'import plotly\n' },
      'warning import-extra-only shop/models.py:1 plotly',
    ],
  ])('is missed: %s', async (_, files, told) => expect(await judge(django(files))).toEqual([told]));

  it('is not what a docstring or a comment names', async () => {
    const urls = `"""The routes of the shop.

    path('blog/', include('blog.urls'))
INSTALLED_APPS = ["news"]
"""
from django.urls import path

urlpatterns = [
    # path("", include("shop.old_urls")),
]
`;
    const lines = urls.replaceAll('\n', '\r\n').replace('from django.urls import path', '# django.urls');
    expect(await judge(django({ 'config/urls.py': lines }))).toEqual([]);
  });

  it('is sure where an import leads there, too', async () =>
    expect(
      await judge(django({ 'app.py': `import shop.models\n${WSGI}`, 'shop/models.py': 'import plotly\n' })),
    ).toEqual(['error import-extra-only shop/models.py:1 plotly']));
});

describe('what a framework brings that needs a package of its own', () => {
  const shownOf = async (line: string, extra = '') =>
    judge({
      'app.py': `${line}\n`,
      'uv.lock':
        LOCK.replace('{ name = "pyyaml" }', `{ name = "pyyaml" }${extra}`) + (extra && entry('python-multipart')),
    });

  it('is a warning where that is not installed', async () => {
    expect(await shownOf('from fastapi import FastAPI, Form')).toEqual(['warning import-missing app.py:1 undefined']);
    expect(await shownOf('from fastapi import FastAPI')).toEqual([]);
    expect(await shownOf('from fastapi import Form', ', { name = "python-multipart" }')).toEqual([]);
  });
});
