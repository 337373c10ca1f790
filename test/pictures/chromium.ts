import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The browser of this machine. Throws a sentence that says how to get one. */
function findChromium(): string {
  const named = process.env.CHROMIUM;
  const found = named ?? NAMES.find((name) => spawnSync(name, ['--version']).status === 0);
  if (found === undefined) throw new Error('Chromium is not on PATH. Install it, or name it in the variable CHROMIUM.');
  return found;
}

/** Writes a picture of a page as PNG, `width` CSS pixels wide and as high as the page, with half as many dots again. */
export async function photograph(html: string, width: number, path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  const file = join(folder, 'page.html');
  await writeFile(file, html);
  const url = pathToFileURL(file).href;
  const run = async (...args: string[]): Promise<string> => {
    // Without its sandbox, which containers don't let it have: it opens nothing but this file.
    const common = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', `--user-data-dir=${folder}`];
    const { stdout } = await promisify(execFile)(findChromium(), [...common, ...args, url], { timeout: 120_000 });
    return stdout;
  };
  try {
    const [, height] = /data-height="(\d+)"/.exec(await run('--dump-dom', `--window-size=${width},100`)) ?? [];
    if (height === undefined) throw new Error('The page did not tell its height.');
    await run(`--screenshot=${path}`, `--window-size=${width},${height}`, '--force-device-scale-factor=1.5');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
