import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** A YAML block of the README, by the heading it stands under. */
export type Block = { readonly title: string; readonly text: string };

/** A block that is a whole workflow. */
export type Recipe = Block & { readonly on: readonly string[] };

export const blocks = (): Block[] => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
  return readme.split(/^##+ /m).flatMap((section) => {
    const title = section.slice(0, section.indexOf('\n'));
    return [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => ({ title, text }));
  });
};

export const recipes = (): Recipe[] =>
  blocks().flatMap((block) => {
    const { on, jobs } = parse(block.text) as { on?: string | string[] | object; jobs?: object };
    if (on === undefined || jobs === undefined) return [];
    return [{ ...block, on: typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on) }];
  });
