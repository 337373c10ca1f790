import { last, swap } from '../fixtures/variant.ts';
import type { Pair, Rows } from './pair.ts';

/** A fault in `_ricochet.toml`. */
const swapped = (from: string, to: string, line: number, mended?: string): Pair => ({
  wrong: { '_ricochet.toml': swap(from, to) },
  at: `_ricochet.toml:${line}`,
  ...(mended !== undefined && { mended: { '_ricochet.toml': swap(from, mended) } }),
});

const task = (cron: string) => (text: string) =>
  last(`\n[schedule]\ncron = "${cron}"`)(swap('python-service', 'python')(text));
const sized = (keys: string) => ({ '_ricochet.toml': last(`\n[serve]\n${keys}`) });

/** All that the server checks in a `_ricochet.toml`. */
export const CONFIGS: Rows = {
  'config-access-type': swapped('external', 'public', 4),
  'config-content-type': swapped('python-service', 'python_service', 5),
  'config-cron': {
    wrong: { '_ricochet.toml': task('every day') },
    at: '_ricochet.toml:12',
    mended: { '_ricochet.toml': task('@daily') },
  },
  'config-entrypoint': swapped('serve.py', 'serve.ipynb', 3),
  'config-language': swapped('"python"', '"r"', 8),
  'config-missing-key': swapped('access_type = "external"\n', '', 1),
  'config-name': swapped('"Echo"', '""', 2),
  'config-packages': swapped('uv.lock', 'requirements.txt', 9),
  'config-schedule': {
    wrong: { '_ricochet.toml': last('\n[schedule]\ncron = "@daily"') },
    at: '_ricochet.toml:11',
    mended: { '_ricochet.toml': task('@daily') },
  },
  'config-serve': {
    wrong: sized('min_instances = 0'),
    at: '_ricochet.toml:11',
    mended: sized('min_instances = 0\nmax_instances = 5\nspawn_threshold = 80\nmax_connections = 10'),
  },
  'config-slug': swapped('[content]', '[content]\nslug = "My app"', 2, '[content]\nslug = "my-app"'),
  'config-static': { wrong: { '_ricochet.toml': last('\n[static]\nindex = "index.html"') }, at: '_ricochet.toml:11' },
  'config-thumbnail': {
    wrong: { '_ricochet.toml': swap('[content]', '[content]\nthumbnail = "logo.png"') },
    at: '_ricochet.toml:2',
    mended: { '_ricochet.toml': swap('[content]', '[content]\nthumbnail = "logo.png"'), 'logo.png': 'PNG' },
  },
  'config-type': swapped('"Echo"', '5', 2),
  'config-unknown-key': swapped('[content]', '[content]\nsummry = "x"', 2, '[content]\nsummary = "x"'),
};
