import { describe, expect, it } from 'vitest';
import { checkNeeds } from '../../../../src/project/contract/needs.ts';

const around = (...variables: string[]) => ({
  isBundled: () => false,
  hasFilesIn: () => false,
  exists: () => false,
  isIgnored: () => false,
  meant: () => undefined,
  dotenv: [],
  ...{ variables, isProgram: (path: string) => path === 'app.py', shown: (path: string) => path },
});
const told = async (texts: Readonly<Record<string, string>>, ...variables: string[]): Promise<string[]> =>
  (await checkNeeds(new Map(Object.entries(texts)), around(...variables))).map(
    ({ code, file, line, message }) => `${code} ${file}:${line} ${/variables? (.*?), which/.exec(message)?.[1]}`,
  );

const BASE = `from pydantic_settings import BaseSettings, SettingsConfigDict

class Common(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")
    database_url: str
    region: str
`;
const SETTINGS = 'class Settings(Common):\n    region: str = "eu"\n    token: str\n\nsettings = Settings()\n';

describe('settings that inherit from a class of the project', () => {
  it('need the variables of both, with the prefix of the base', async () => {
    expect(await told({ 'app.py': `${BASE}\n${SETTINGS}` })).toEqual([
      'settings-unset app.py:12 SHOP_DATABASE_URL, SHOP_TOKEN',
    ]);
  });

  it('need them where the base is in another file, too', async () => {
    const texts = { 'app.py': `from shop.base import Common\n\n${SETTINGS}`, 'shop/base.py': BASE };
    expect(await told(texts)).toEqual(['settings-unset app.py:7 SHOP_DATABASE_URL, SHOP_TOKEN']);
    expect(await told(texts, 'SHOP_DATABASE_URL', 'SHOP_TOKEN')).toEqual([]);
  });

  it('are known where they are made in another file than the class is in', async () => {
    const texts = {
      'app.py': 'from config import Settings\n\nsettings = Settings()\n',
      'config.py': `${BASE}\n${SETTINGS.replace('settings = Settings()\n', '')}`,
    };
    expect(await told(texts)).toEqual(['settings-unset app.py:3 SHOP_DATABASE_URL, SHOP_TOKEN']);
  });

  it('have a prefix of their own where they set one, and other sources where the base has them', async () => {
    const own = SETTINGS.replace('    region', '    model_config = {"env_prefix": "x"}\n    region').replace(
      '{"env_prefix": "x"}',
      'SettingsConfigDict(env_prefix="API_")',
    );
    expect(await told({ 'app.py': `${BASE}\n${own}` })).toEqual([
      'settings-unset app.py:13 API_DATABASE_URL, API_TOKEN',
    ]);
    const files = BASE.replace('env_prefix="SHOP_"', 'secrets_dir="/run"');
    expect(await told({ 'app.py': `${files}\n${SETTINGS}` })).toEqual([]);
  });

  it('are not followed where two files have a class of the name, or where the bases go in a circle', async () => {
    const texts = { 'app.py': SETTINGS, 'a.py': BASE, 'b.py': BASE };
    expect(await told(texts)).toEqual([]);
    const circle = { 'a.py': 'class A(B):\n    x: str\n', 'b.py': 'class B(A):\n    y: str\n# BaseSettings\n' };
    expect(await told({ ...circle, 'app.py': 'from a import A\n\nA()\n' })).toEqual([]);
  });

  it.each(['(\n    # of the step\n)', ' \\\n    ()'])(
    'are made by a call over several lines, too: %j',
    async (call) => {
      const texts = { 'app.py': `from base import Common\n\nsettings = Common${call}\n`, 'base.py': BASE };
      expect(await told(texts)).toEqual(['settings-unset app.py:3 SHOP_DATABASE_URL, SHOP_REGION']);
    },
  );

  it('are read in no time where models hold one another without end', async () => {
    const fields = Array.from({ length: 20 }, (_, index) => `    f${index}: Node\n`).join('');
    const model = `class Node(BaseSettings):\n${fields}`;
    expect(await told({ 'app.py': `${model}\nnode = Node()\n` })).toHaveLength(1);
  });
});

it('a file that is opened by another name of what opens it is one that the server needs', async () => {
  const texts = new Map([['app.py', 'from pandas import read_csv as table\n\nsales = table("data/sales.csv")\n']]);
  const found = await checkNeeds(texts, { ...around(), exists: () => true });
  expect(found).toMatchObject([{ code: 'file-not-bundled', file: 'app.py', line: 3 }]);
});

describe('what a function needs that is called as the app starts', () => {
  const MAKE = `${BASE}\n@lru_cache\ndef get_settings():\n    return Common()\n`;
  const SECRETS = 'import streamlit as st\n\ndef main():\n    st.write(st.secrets["api"]["key"])\n';
  const GUARD = 'if __name__ == "__main__":\n    ';

  it('is known like what is at the left edge', async () => {
    expect(await told({ 'app.py': `${MAKE}\nsettings = get_settings()\n` })).toEqual([
      'settings-unset app.py:10 SHOP_DATABASE_URL, SHOP_REGION',
    ]);
    expect(await told({ 'app.py': MAKE })).toEqual([]);
    expect(await told({ 'app.py': `${SECRETS}\n${GUARD}main()\n` })).toEqual([
      'secrets-not-bundled app.py:4 undefined',
    ]);
    expect(await told({ 'app.py': SECRETS })).toEqual([]);
  });

  it('is left alone in a file that is imported, where only its own program would call it', async () => {
    const app = 'import lib\n';
    expect(await told({ 'app.py': app, 'lib.py': `${SECRETS}\n${GUARD}main()\n` })).toEqual([]);
    expect(await told({ 'app.py': app, 'lib.py': `${BASE}\n${GUARD}print(Common())\n` })).toEqual([]);
  });

  it('is left alone where a visitor may never come to it', async () => {
    const guarded =
      'import streamlit as st\n\nif not st.user.is_logged_in:\n    st.stop()\nst.write(st.secrets["key"])\n';
    expect(await told({ 'app.py': guarded })).toEqual([]);
  });
});

describe('a database whose address is a variable', () => {
  const SQL = 'import os\nfrom sqlalchemy import create_engine\n\n';
  it.each([
    ['it is read where the engine is made', 'engine = create_engine(os.getenv("DB_URL"))\n'],
    ['it is read before', 'url = os.environ.get("DB_URL")  # of the shop\nengine = create_engine(url, echo=True)\n'],
    ['it is given by its name', 'url: str = os.getenv("DB_URL")\nengine = create_engine(url=url)\n'],
  ])('needs it: %s', async (_, text) => {
    expect(await told({ 'db.py': SQL + text })).toMatchObject([
      expect.stringMatching(/^settings-unset db\.py:\d DB_URL$/),
    ]);
    expect(await told({ 'db.py': SQL + text }, 'DB_URL')).toEqual([]);
  });

  it.each([
    ['another value', 'engine = create_engine(os.getenv("DB_URL", "sqlite://"))\n'],
    ['another value behind it', 'engine = create_engine(os.getenv("DB_URL") or "sqlite://")\n'],
    [
      'a value that is given later',
      'url = os.getenv("DB_URL")\nif not url:\n    url = "sqlite://"\nengine = create_engine(url)\n',
    ],
    [
      'a value that the app sets',
      'os.environ.setdefault("DB_URL", "sqlite://")\nengine = create_engine(os.getenv("DB_URL"))\n',
    ],
    ['no use at the start', 'def connect():\n    return create_engine(os.getenv("DB_URL"))\n'],
    ['an engine under a condition', 'url = os.getenv("DB_URL")\nif url:\n    engine = create_engine(url)\n'],
    ['another engine', 'from game import create_engine\nengine = create_engine(os.getenv("DB_URL"))\n'],
  ])('does not with %s', async (_, text) => expect(await told({ 'db.py': SQL + text })).toEqual([]));
});
