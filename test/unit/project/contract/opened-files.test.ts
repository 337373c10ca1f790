import { describe, expect, it } from 'vitest';
import { openedIn } from '../../../../src/project/contract/opened-files.ts';
import { places } from '../../../../src/project/source/places.ts';

type Files = { readonly bundled?: readonly string[]; readonly left?: readonly string[]; readonly ignored?: RegExp };

/** What is found in `app.py`, of a project that has these files in its bundle, and others that are left out of it. */
async function found(text: string, { bundled = [], left = [], ignored = /^$/ }: Files = {}) {
  const texts = new Map([['app.py', text]]);
  const inside = (folder: string) => (path: string) => path.startsWith(`${folder}/`);
  const findings = await openedIn(
    'app.py',
    { texts, placeOf: places(texts) },
    {
      isBundled: (path) => bundled.includes(path),
      hasFilesIn: (folder) => bundled.some(inside(folder)),
      exists: (path) => [...bundled, ...left].some((one) => one === path || inside(path)(one)),
      isIgnored: (path) => ignored.test(path),
      meant: (path) => bundled.find((one) => one.toLowerCase() === path.toLowerCase()),
      ...{ variables: [], dotenv: [], isProgram: () => true, shown: (path) => path },
    },
  );
  return findings.map(
    ({ level, line, message }) => `${level} ${line} ${/['‘]?(.*?) is (?:opened|used) here/.exec(message)?.[1]}`,
  );
}

const PATHS = 'import pandas as pd\nfrom pathlib import Path\nBASE = Path(__file__).parent\n';

describe('a file in the folder of the code', () => {
  it.each([
    'pd.read_csv(BASE / "x.csv")',
    'pd.read_csv(str(BASE / "x.csv"))',
    '(BASE / "x.csv").read_text()',
    '(BASE / "x.csv").open("rb")',
    'Path(__file__).with_name("x.csv").read_bytes()',
    'open(f"{BASE}/x.csv")',
  ])('is looked for in the bundle: %s', async (line) => {
    expect(await found(PATHS + line, { bundled: ['x.csv'] })).toEqual([]);
    expect(await found(PATHS + line, { left: ['x.csv'] })).toEqual(['error 4 x.csv']);
    expect(await found(PATHS + line)).toEqual([]);
  });

  it('is a warning where a visitor leads to it', async () => {
    const text = `${PATHS}def rows():\n    return pd.read_csv(BASE / "x.csv")\n`;
    expect(await found(text, { left: ['x.csv'] })).toEqual(['warning 5 x.csv']);
  });

  it('is left alone where it is written', async () => {
    const files = { left: ['x.csv'], ignored: /csv/ };
    expect(await found(`${PATHS}(BASE / "x.csv").open("w")`, files)).toEqual([]);
    expect(await found(`${PATHS}open(BASE / "x.csv", mode="a")`, files)).toEqual([]);
  });

  it('is left alone where the code looks whether it is there', async () => {
    const guarded = `${PATHS}if (BASE / "x.csv").exists():\n    pd.read_csv(BASE / "x.csv")\n`;
    const made = `${PATHS}if not (BASE / "x.csv").exists():\n    fetch()\npd.read_csv(BASE / "x.csv")\n`;
    const caught = `${PATHS}try:\n    pd.read_csv("x.csv")\nexcept FileNotFoundError:\n    rows = None\n`;
    const files = { left: ['x.csv'], ignored: /csv/ };
    expect(await found(guarded, files)).toEqual([]);
    expect(await found(caught, files)).toEqual([]);
    expect(await found(made, files)).toEqual(['warning 6 x.csv']);
    expect(await found(made, { ignored: /csv/ })).toEqual([]);
  });
});

describe('a folder that an app of Starlette needs', () => {
  const APP = 'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\napp = FastAPI()\n';
  const MOUNT = 'app.mount("/static", StaticFiles(directory="static"))';

  it('has to have a file in the bundle', async () => {
    expect(await found(APP + MOUNT, { bundled: ['static/site.css'] })).toEqual([]);
    expect(await found(APP + MOUNT, { bundled: ['statics/site.css'] })).toEqual(['error 4 The folder static']);
    expect(await found(APP + MOUNT, { left: ['static/site.css'] })).toEqual(['error 4 The folder static']);
  });

  it.each([
    MOUNT.replace('"static")', '"static", check_dir=False)'),
    MOUNT.replace('directory="static"', 'packages=["bootstrap4"]'),
    MOUNT.replace('"static")', 'settings.static)'),
    `import os\nos.makedirs("static", exist_ok=True)\n${MOUNT}`,
    `from pathlib import Path\nif Path("static").is_dir():\n    ${MOUNT}`,
  ])('need not, where %j', async (text) => expect(await found(APP + text)).toEqual([]));

  it('is a warning of templates, which are looked for later', async () => {
    const text = 'from fastapi.templating import Jinja2Templates\ntemplates = Jinja2Templates("templates")\n';
    expect(await found(text, { bundled: ['templates/index.html'] })).toEqual([]);
    expect(await found(text)).toEqual(['warning 2 The folder templates']);
  });

  it('is a warning in a function that others may call', async () => {
    expect(await found(`${APP}def mount():\n    ${MOUNT}\n`)).toEqual(['warning 5 The folder static']);
  });
});
