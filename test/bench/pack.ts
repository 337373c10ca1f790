import { writeArchive } from '../../src/bundle/archive.ts';
import { listFiles } from '../../src/bundle/listing.ts';
import { systemExec } from '../../src/ports/exec.ts';

/** Packs a folder and prints how many milliseconds the listing and the packing took, without the start of the process. */
const [folder = '', out = ''] = process.argv.slice(2);
const { signal } = new AbortController();
const begun = performance.now();
const { files } = await listFiles(folder, (path) => path, { exec: systemExec, signal });
await writeArchive(out, files, signal);
console.log(performance.now() - begun);
