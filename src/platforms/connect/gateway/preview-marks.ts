import type { Content, RemoteBundle } from '../api/values.ts';
import type { ContentSpec } from './item-spec.ts';
import { fitName } from './name.ts';

/** Connect takes no longer name, and no longer title. */
const [NAME_LIMIT, TITLE_LIMIT] = [64, 1024];
const NAME_MARK = /_pr_([1-9]\d{0,9})$/;

const titleMark = (pullRequest: number): string => ` (PR #${pullRequest})`;

/** `<name>_pr_<number>`, the name cut so that the mark fits: Connect's names hold letters, digits, - and _ only. */
export function previewName(app: string, pullRequest: number): string {
  const mark = `_pr_${pullRequest}`;
  return `${fitName(app, NAME_LIMIT - mark.length)}${mark}`;
}

/** Content of its own in place of the app's: another name and title, never its GUID, and not its vanity URL. */
export function previewTarget(target: ContentSpec, pullRequest: number): ContentSpec {
  const mark = titleMark(pullRequest);
  const title = `${[...target.title].slice(0, TITLE_LIMIT - mark.length).join('')}${mark}`;
  const { title: _title, ...content } = target.settings.content;
  const { former: _former, ...rest } = target;
  return {
    ...rest,
    id: '',
    name: previewName(target.name, pullRequest),
    title,
    settings: { content: { ...content, title }, vanityUrl: undefined },
  };
}

/** The pull request whose preview of `app` the content is; its name and its title both have to say so. */
export function pullRequestOf({ name, title }: Content, app: string): number | undefined {
  const pullRequest = Number(NAME_MARK.exec(name)?.[1] ?? 0);
  if (pullRequest === 0) return undefined;
  return name === previewName(app, pullRequest) && title.endsWith(titleMark(pullRequest)) ? pullRequest : undefined;
}

/** The pull request of this repository whose preview a bundle is. The active bundle is none. */
export function pullRequestOfBundle({ active, metadata }: RemoteBundle, repository: string): number | undefined {
  const number = metadata.source_pull_request ?? '';
  const { source_repo: from = '' } = metadata;
  const isOurs = from === '' || repository === '' || from === repository;
  return !active && isOurs && /^[1-9]\d{0,9}$/.test(number) ? Number(number) : undefined;
}
