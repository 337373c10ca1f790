import { listFiles } from '../../src/bundle/listing.ts';
import { commitOf } from '../../src/platforms/clever-cloud/git/objects.ts';
import { writePack } from '../../src/platforms/clever-cloud/git/pack.ts';
import { createRemote } from '../../src/platforms/clever-cloud/git/remote.ts';
import { systemClock } from '../../src/ports/clock.ts';
import { systemExec } from '../../src/ports/exec.ts';
import { createHttp } from '../../src/ports/http/http.ts';
import { quietDeps } from '../tools/fakes.ts';

/** Pushes a folder to an empty repository, through a pack at a path, and prints how many milliseconds that took, without the start of the process. */
const [folder = '', path = '', url = '', token = '', secret = ''] = process.argv.slice(2);
const { signal } = new AbortController();
const nothing = (): void => {};
const begun = performance.now();
const { files } = await listFiles(folder, (path) => path, { exec: systemExec, signal });
const pack = await writePack(path, files, signal);
const remote = createRemote(
  { url, token, secret },
  {
    ...{ http: createHttp(), clock: systemClock, signal, timeoutMs: 600_000 },
    ...{ say: nothing, report: nothing, quoted: nothing, ...quietDeps },
    origin: { repository: '', branch: '', commit: '', run: '' },
  },
);
const author = { name: 'a', email: 'a@example.invalid' };
const commit = commitOf(pack.tree, undefined, { author, time: Date.now() / 1000, message: 'Deploy' });
const pushed = await remote.push(pack, commit, undefined);
if (pushed !== 'pushed') throw new Error('The branch has moved.');
console.log(performance.now() - begun);
