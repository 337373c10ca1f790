import { statSync } from 'node:fs';
import { commitOf } from '../../../../../src/platforms/clever-cloud/git/objects.ts';
import { writePack } from '../../../../../src/platforms/clever-cloud/git/pack.ts';
import { createRemote } from '../../../../../src/platforms/clever-cloud/git/remote.ts';
import { systemClock } from '../../../../../src/ports/clock.ts';
import { createHttp } from '../../../../../src/ports/http/http.ts';
import { quietDeps } from '../../../../tools/fakes.ts';

// Pushes one file in a process of its own, and prints the most memory that it had resident, in bytes.

const [source = '', url = '', path = ''] = process.argv.slice(2);
const { signal } = new AbortController();
const pack = await writePack(
  path,
  [{ path: 'large.bin', source, size: statSync(source).size, executable: false }],
  signal,
);
const words = { author: { name: 'a', email: 'a@example.invalid' }, time: 1_700_000_000, message: 'Deploy' };
const remote = createRemote(
  { url, token: 'tok', secret: 'sec' },
  {
    ...{ http: createHttp(), clock: systemClock, signal, say: () => {}, report: () => {}, quoted: () => {} },
    timeoutMs: 60_000,
    ...quietDeps,
    origin: { repository: '', branch: '', commit: '', run: '' },
  },
);
const pushed = await remote.push(pack, commitOf(pack.tree, undefined, words), undefined);
console.log(JSON.stringify({ pushed, peak: process.resourceUsage().maxRSS * 1024 }));
