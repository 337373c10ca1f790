import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

/** The documents for users, by their paths from the root of the repository. */
export const PAGES: readonly string[] = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `docs/${name}`),
];

export const page = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** A YAML block of a page, by the heading it stands under. */
export type Block = { readonly page: string; readonly title: string; readonly text: string };

/** A block that is a whole workflow. */
export type Recipe = Block & { readonly on: readonly string[] };

/** The blocks that are workflows, jobs, steps or the lines of a step; not those that configure other tools. */
export const blocks = (): Block[] =>
  PAGES.flatMap((path) =>
    page(path)
      .split(/^##+ /m)
      .flatMap((section) => {
        const title = section.slice(0, section.indexOf('\n'));
        return fenced(section, 'yaml').map((text) => ({ page: path, title, text }));
      }),
  ).filter(({ text }) => !Object.hasOwn(Object(parse(text)), 'updates'));

/** The texts of the code blocks in a language, also of those in lists. */
export const fenced = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\``, 'gm'))].map(
    ([, , block = '']) => block,
  );

export const recipes = (): Recipe[] =>
  blocks().flatMap((block) => {
    const { on, jobs } = parse(block.text) as { on?: string | string[] | object; jobs?: object };
    if (on === undefined || jobs === undefined) return [];
    return [{ ...block, on: typeof on === 'string' ? [on] : Array.isArray(on) ? on : Object.keys(on) }];
  });

/** The workflow under a heading of docs/recipes.md. */
export function recipe(title: string): Recipe {
  const found = recipes().find((one) => one.page === 'docs/recipes.md' && one.title === title);
  if (found === undefined) throw new Error(`docs/recipes.md has no recipe '${title}'.`);
  return found;
}

/** The text without its code, in blocks and in lines: what is read, and what links are looked for in. */
export const prose = (text: string): string =>
  text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '`…`');

/** The targets of the links and images of a page. */
export const links = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target);

/** The places of a page that can be linked to: its headings, as GitHub names them, and those that are written in HTML. */
export function anchors(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const headings = [...text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => {
    const slug = title
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)]);
}
