import { createHash } from 'node:crypto';
import { markedName } from '../../shared/marked-name.ts';
import type { Content, RemoteBundle } from '../api/values.ts';
import type { ConnectSettings } from '../content/settings.ts';
import type { ContentSpec } from './item-spec.ts';

// What content is called: that of an app, of its variants and of its previews.

/** Connect takes titles of 3 to 1024 and names of 3 to 64 characters. */
const SHORTEST = 3;
const [LONGEST_TITLE, LONGEST_NAME] = [1024, 64];
const FOREIGN = /[^A-Za-z0-9_ -]+/g;
const HASH_LENGTH = 8;

/** The title rsconnect-python would give: cut, or filled up with zeros. */
export const titleOf = (text: string): string => [...text].slice(0, LONGEST_TITLE).join('').padStart(SHORTEST, '0');

const reduce = (text: string): string =>
  text.toLowerCase().replace(FOREIGN, '').replaceAll(' ', '_').replace(/_+/g, '_');

/** The name that rsconnect-python makes of a title, without the numbers it appends when a name is taken. */
export const rsconnectName = (title: string): string => reduce(title).slice(0, LONGEST_NAME).padStart(SHORTEST, '_');

/** Cuts a name that is too long; a hash of the whole keeps it apart from others with the same beginning. */
export const fitName = (name: string, limit: number): string =>
  name.length <= limit ? name : hashed(name, name, limit);

/**
 * The name of content: rsconnect-python's, unless characters get lost on the way to Connect's alphabet or at its end. A hash of the
 * whole text is then appended, so that two texts never name the same content. Case and blanks do not count.
 */
export function contentName(given: string): string {
  const text = given.normalize('NFC'); // folders' names differ in that between systems
  const reduced = reduce(text);
  const isLossy = text.search(FOREIGN) >= 0 || reduced.length > LONGEST_NAME;
  return isLossy ? hashed(reduced.replace(/^_|_$/g, ''), text, LONGEST_NAME) : rsconnectName(text);
}

function hashed(name: string, whole: string, limit: number): string {
  const hash = createHash('sha256').update(whole.toLowerCase()).digest('hex').slice(0, HASH_LENGTH);
  return [name.slice(0, limit - HASH_LENGTH - 1), hash].filter((part) => part !== '').join('-');
}

/** What a preview's name and title need behind those of its app. */
const [PREVIEW_NAME, PREVIEW_TITLE] = ['_pr_1234567890'.length, ' (PR #1234567890)'.length];

type Named = { readonly name: string; readonly title: string; readonly settings: ConnectSettings };

/**
 * The content of a variant in place of production's: the name `<name>__staging`, which no app has of itself (names of ours have no two
 * underscores in a row), the title `<title> (staging)` and the vanity URL `/<path>-staging/`.
 */
export function variantOf({ name, title, settings }: Named, variant: string): Named {
  const marked = markedName(title, ` (${variant})`, LONGEST_TITLE - PREVIEW_TITLE);
  const { vanityUrl, content } = settings;
  return {
    name: markedName(name, `__${variant}`, LONGEST_NAME - PREVIEW_NAME),
    title: marked,
    settings: {
      ...settings,
      title: marked,
      content: { ...content, title: marked },
      vanityUrl: vanityUrl && `${vanityUrl.replace(/\/$/, '')}-${variant}/`,
    },
  };
}

const NAME_MARK = /_pr_([1-9]\d{0,9})$/;

const titleMark = (pullRequest: number): string => ` (PR #${pullRequest})`;

/** `<name>_pr_<number>`, the name cut so that the mark fits: Connect's names hold letters, digits, - and _ only. */
export function previewName(app: string, pullRequest: number): string {
  const mark = `_pr_${pullRequest}`;
  return `${fitName(app, LONGEST_NAME - mark.length)}${mark}`;
}

/** Content of its own in place of the app's: another name and title, never its GUID, and not its vanity URL. */
export function previewTarget(target: ContentSpec, pullRequest: number): ContentSpec {
  const mark = titleMark(pullRequest);
  const title = `${[...target.title].slice(0, LONGEST_TITLE - mark.length).join('')}${mark}`;
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
export function pullRequestOf({ name, title }: Pick<Content, 'name' | 'title'>, app: string): number | undefined {
  const pullRequest = Number(NAME_MARK.exec(name)?.[1] ?? 0);
  if (pullRequest === 0) return undefined;
  return name === previewName(app, pullRequest) && title.endsWith(titleMark(pullRequest)) ? pullRequest : undefined;
}

/** The pull request of this repository whose preview a bundle is. The active bundle is none. */
export function pullRequestOfBundle(
  { active, metadata }: Pick<RemoteBundle, 'active' | 'metadata'>,
  repository: string,
): number | undefined {
  const number = metadata.source_pull_request ?? '';
  const { source_repo: from = '' } = metadata;
  const isOurs = from === '' || repository === '' || from === repository;
  return !active && isOurs && /^[1-9]\d{0,9}$/.test(number) ? Number(number) : undefined;
}
