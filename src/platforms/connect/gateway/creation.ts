import { quote } from '../../../findings/text.ts';
import type { HttpResponse } from '../../../ports/http/http.ts';
import { type Attempt, takeOnce } from '../../../ports/http/once.ts';
import { errorCode } from '../api/refusals.ts';
import type { Content } from '../api/values.ts';
import type { Workbench } from './item-spec.ts';

/** Connect's code for a name that the owner has given already. */
const NAME_TAKEN = 26;
/** Content is there as soon as the server has taken it. */
const LOOK_MS = 1_000;

/**
 * Makes the content. Without a usable answer the server is asked whether it has it, before it is made once more; content that another
 * run has made at the same time is taken, for names are unique. `isNew`: this run has made it, and no other.
 */
export async function createContent({ target: { name, title }, api, contents, deps }: Workbench): Promise<Made> {
  await contents.owner(); // fails with its own message for a key that may not create content
  let isTaken = false;
  const judge = (response: HttpResponse, failure: unknown): Attempt<Content> | undefined => {
    isTaken = errorCode(response) === NAME_TAKEN;
    return isTaken ? { outcome: 'unknown', why: 'the name has been given by now', failure } : undefined;
  };
  const found = async (): Promise<Made[]> => {
    const content = await contents.named(name);
    return content ? [{ content, isNew: false }] : [];
  };
  const made = await takeOnce<Made>(
    {
      noun: 'content',
      send: async () => {
        const sent = await api.create({ name, title }, judge);
        return sent.outcome === 'accepted' ? { ...sent, taken: { content: sent.taken, isNew: true } } : sent;
      },
      look: found,
      lookMs: LOOK_MS,
      mayRepeat: () => !isTaken,
    },
    deps,
  );
  if (isTaken) {
    const { name, guid } = made.content;
    deps.say(`Another run has just created '${quote(name)}' (${guid}); this bundle goes there.`);
  }
  return made;
}

type Made = { readonly content: Content; readonly isNew: boolean };
