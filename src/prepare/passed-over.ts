import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finished } from '../platforms/plan.ts';
import { attempt } from '../ports/attempt.ts';
import { decodeRequirements, requirementsIn } from '../project/packaging/requirement-file.ts';

/**
 * Takes the packages that the server does not install out of the requirements files of a folder, in which they are rewritten. Answers
 * the requirements of those that it has already.
 */
export function takeOut(
  folder: string,
  requirements: string,
  { provided, prohibited }: NonNullable<Finished['passedOver']>,
) {
  const names = new Set([...provided, ...prohibited]);
  const taken: string[] = [];
  if (names.size === 0) return taken;
  const read = (path: string) => {
    const bytes = attempt(() => readFileSync(join(folder, path)));
    return bytes && decodeRequirements(bytes);
  };
  for (const { path, lines } of requirementsIn(requirements, read)) {
    const isOut = (one: (typeof lines)[number]) => one.is === 'requirement' && names.has(one.name);
    taken.push(...lines.flatMap((one) => (one.is === 'requirement' && provided.includes(one.name) ? [one.text] : [])));
    if (!lines.some(isOut)) continue;
    const kept = lines.filter((one) => !isOut(one)).map(({ text }) => `${text}\n`);
    writeFileSync(join(folder, path), kept.join(''));
  }
  return taken;
}
