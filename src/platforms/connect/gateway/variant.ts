import { markedName } from '../../shared/marked-name.ts';
import type { ConnectSettings } from '../content/settings.ts';
import { LONGEST_NAME, LONGEST_TITLE } from './name.ts';

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
