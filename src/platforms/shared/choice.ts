import type { BundleFile } from '../../bundle/source.ts';
import { type Complaint, complaint, type Finding, notice } from '../../findings/finding.ts';
import { nearest } from '../../findings/nearest.ts';
import { quote } from '../../findings/text.ts';
import { localModules } from '../../project/imports/local-modules.ts';

/** A candidate as a person would name it, what it is, and what speaks for it. */
type Choice = { readonly entrypoint: string; readonly type: string; readonly why: string };

const shown = ({ entrypoint, type, why }: Choice): string =>
  `entrypoint = "${quote(entrypoint, 200)}"  # ${type}: ${why}`;
const TABLE = '[tool.uv-deploy] in pyproject.toml';

/** Asks which one is meant; each is the line to write. */
export const whichOne = (choices: readonly Choice[]): Complaint =>
  complaint(
    'entrypoint-ambiguous',
    ['Which of these is the app?', ...choices.map((choice) => `  ${shown(choice)}`)].join('\n'),
    `Write one of these lines under ${TABLE}.`,
  );

/** What to do about an entrypoint that does not exist; `fallback` is for one that is like no file. */
export function entrypointRemedy(entrypoint: string, files: readonly BundleFile[], fallback: string): string {
  const meant = fileMeantBy(entrypoint, files);
  return meant === undefined ? fallback : `Did you mean \`entrypoint: ${quote(meant, 200)}\`?`;
}

/** A Python file that is written as a module or with its object, or is a few letters off. */
function fileMeantBy(entrypoint: string, files: readonly BundleFile[]): string | undefined {
  const paths = files.map(({ path }) => path).filter((path) => path.endsWith('.py'));
  const [head = ''] = entrypoint.replace(/^(?:\.\/)+/, '').split(':');
  const local = localModules(paths).find(head.replaceAll('/', '.'), ['', 'src']);
  const written = [head, ...(local.is === 'found' ? [local.files.at(-1)] : [])];
  return written.find((path) => path !== undefined && paths.includes(path)) ?? nearest(head, paths);
}

/** What could be meant as well, where one stands out. */
export function passedOver(taken: string, others: readonly Choice[]): Finding[] {
  const [first] = others;
  if (first === undefined) return [];
  const more = others.length > 1 ? ` So could ${others.length - 1} more.` : '';
  const message = `${quote(first.entrypoint, 200)} could also be the app (${first.type}: ${first.why}); ${quote(taken, 200)} was chosen for its name.${more}`;
  const remedy = `Write \`entrypoint = "${quote(taken, 200)}"\` under ${TABLE} to confirm that, or name the other one.`;
  return [notice('entrypoint-passed-over', message, remedy)];
}
