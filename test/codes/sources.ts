import { type Changes, first, pyproject, swap } from '../fixtures/variant.ts';
import { lockOf, PUBLIC, wheel } from '../tools/lock-text.ts';
import type { Pair, Rows } from './pair.ts';

/** A file that listens by itself. */
const serving = (host: string, port: string): Changes => ({
  'serve.py': `import os\nfrom wsgiref.simple_server import make_server\n\nmake_server("${host}", ${port}, None).serve_forever()\n`,
});
const PORT = 'int(os.environ["PORT"])';

const FASTAPI: Changes = {
  '_ricochet.toml': swap('python-service', 'fast-api'),
  'pyproject.toml': pyproject(['fastapi']),
  'uv.lock': lockOf(
    'fastapi',
    '',
    PUBLIC,
    `dependencies = [{ name = "uvicorn" }]\n${wheel('fastapi-1.0-py3-none-any.whl')}\n[[package]]\nname = "uvicorn"\nversion = "1.0"\nsource = ${PUBLIC}\n${wheel('uvicorn-1.0-py3-none-any.whl')}`,
  ),
};
const api = (text: string): Changes => ({ ...FASTAPI, 'serve.py': `import fastapi, uvicorn\n\n${text}` });

/** A Streamlit app with this line. */
const STREAMLIT = (line: string): Changes => ({
  '_ricochet.toml': (text: string) => text.replace('python-service', 'streamlit').replace('serve.py', 'app.py'),
  'pyproject.toml': pyproject(['streamlit']),
  'uv.lock': lockOf('streamlit', '', PUBLIC, wheel('streamlit-1.0-py3-none-any.whl')),
  'app.py': `import os\nimport streamlit as st\n\n${line}\nst.title(url)\n`,
});

/** A class of settings that needs one variable. */
const SETTINGS: Changes = {
  'pyproject.toml': pyproject(['pydantic-settings']),
  'uv.lock': lockOf('pydantic-settings', '', PUBLIC, wheel('pydantic_settings-1.0-py3-none-any.whl')),
  'serve.py': first(
    'from pydantic_settings import BaseSettings, SettingsConfigDict\n\nclass Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix="SHOP_")\n    token: str\n    port: int = 80\n\nsettings = Settings()',
  ),
};

const importing = (line: string, files: Changes, mended: Changes = {}): Pair => ({
  wrong: { 'serve.py': first(line), ...files },
  at: 'serve.py:1',
  mended: { 'serve.py': first(line), ...mended },
});

/** A lock in which the project has a package only under a condition. */
const aside = (asked: string, lockedAs: string, recorded: string): Changes => ({
  'pyproject.toml': pyproject([], asked),
  'uv.lock': swap(
    'dependencies = []\n',
    `${lockedAs}\n[package.metadata${recorded}\n\n[[package]]\nname = "iniconfig"\nversion = "1.0"\nsource = ${PUBLIC}\n${wheel('iniconfig-1.0-py3-none-any.whl')}`,
  ),
});
const INICONFIG: Changes = {
  'pyproject.toml': pyproject(['iniconfig']),
  'uv.lock': lockOf('iniconfig', '', PUBLIC, wheel('iniconfig-1.0-py3-none-any.whl')),
};
const MODULE: Changes = { 'tables.py': 'rows = []\n' };

/** What shows in the source without running it. */
export const SOURCES: Rows = {
  'app-host-local': { wrong: serving('127.0.0.1', PORT), at: 'serve.py:4', mended: serving('0.0.0.0', PORT) },
  'app-object-missing': {
    wrong: api('api = fastapi.FastAPI()\n'),
    at: 'serve.py:3',
    mended: api('app = fastapi.FastAPI()\n'),
  },
  'app-port-fixed': { wrong: serving('0.0.0.0', '8000'), at: 'serve.py:4', mended: serving('0.0.0.0', PORT) },
  'app-starts-itself': {
    wrong: api('app = fastapi.FastAPI()\nuvicorn.run(app)\n'),
    at: 'serve.py:4',
    mended: api('app = fastapi.FastAPI()\nif __name__ == "__main__":\n    uvicorn.run(app)\n'),
  },
  'command-host-local': { in: 'test/unit/project/contract/start-contract.test.ts' },
  'command-port': { in: 'test/unit/project/contract/start-contract.test.ts' },
  'command-variable': { in: 'test/unit/project/contract/start-contract.test.ts' },
  'file-not-bundled': {
    wrong: {
      'serve.py': first('rows = open("data/rows.csv").read()'),
      'data/rows.csv': 'a\n',
      '.gitignore': 'data/\n',
    },
    at: 'serve.py:1',
    mended: { 'serve.py': first('rows = open("data/rows.csv").read()'), 'data/rows.csv': 'a\n' },
  },
  'secrets-not-bundled': {
    wrong: STREAMLIT('url = st.secrets["database"]["url"]'),
    at: 'app.py:4',
    mended: STREAMLIT('url = os.environ["DATABASE_URL"]'),
  },
  'settings-unset': {
    wrong: SETTINGS,
    at: 'serve.py:8',
    mended: SETTINGS,
    mendedInputs: { env: 'SHOP_TOKEN=a-token-of-the-shop' },
  },
  'import-case': importing('import Tables', MODULE, { 'Tables.py': 'rows = []\n' }),
  'import-dev-only': importing(
    'import iniconfig',
    aside(
      '[dependency-groups]\ntest = ["iniconfig"]\n',
      '\n[package.dev-dependencies]\ntest = [{ name = "iniconfig" }]\n',
      '.requires-dev]\ntest = [{ name = "iniconfig" }]',
    ),
    INICONFIG,
  ),
  'import-extra-only': importing(
    'import iniconfig',
    aside(
      '[project.optional-dependencies]\nini = ["iniconfig"]\n',
      '\n[package.optional-dependencies]\nini = [{ name = "iniconfig" }]\n',
      `]\nrequires-dist = [{ name = "iniconfig", marker = "extra == 'ini'" }]`,
    ),
    INICONFIG,
  ),
  'import-missing': importing('import iniconfig', {}, INICONFIG),
  'import-not-bundled': importing('import tables', { ...MODULE, '.gitignore': 'tables.py\n' }, MODULE),
  'import-relative': {
    wrong: { ...MODULE, 'serve.py': first('from .tables import rows') },
    at: 'serve.py:1',
    mended: { ...MODULE, 'serve.py': first('from tables import rows') },
  },
  'import-shadowed': {
    wrong: { 'serve.py': first('from random import choice'), 'random.py': 'SEED = 1\n' },
    at: 'serve.py:1',
    mended: { 'serve.py': first('from random import choice'), 'seeds.py': 'SEED = 1\n' },
  },
};
