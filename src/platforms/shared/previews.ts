import { type Failure, failure } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { Item } from '../gateway.ts';

/** What was to be removed as the preview of a pull request is not called like one. */
export const notMarked = (what: string, pullRequest: number): Failure =>
  failure(
    'not-a-preview',
    `${what} is not marked as the preview of pull request ${pullRequest}: it was not removed.`,
    'Remove it on the server if it is not needed.',
  );

/** What is said after a removal. */
export const removed = ({ name, id }: Item, wasThere: boolean): string =>
  wasThere ? `Removed '${quote(name)}' (${id}).` : `'${quote(name)}' was already gone.`;
