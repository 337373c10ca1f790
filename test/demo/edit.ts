import { readFile, writeFile } from 'node:fs/promises';

/** Replaces a text in a file. Throws where it is not there: a change that does not happen must not be shown as one. */
export async function edit(file: string, from: string, to: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not have ${from}.`);
  await writeFile(file, before.replaceAll(from, to));
}
