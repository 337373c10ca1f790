import { createHash } from 'node:crypto';
import { Failure, failure } from '../../findings/finding.ts';
import type { Comment, GitHub } from './api.ts';

/** What a comment is about: one comment each on a pull request. */
export type App = {
  readonly platform: string;
  readonly server: string;
  /** What the target is called on the platform. */
  readonly name: string;
  /** The project's folder in the repository. */
  readonly directory: string;
};

export type Sticky = {
  readonly pullRequest: number;
  readonly app: App;
  readonly body: string;
  /** `false` leaves a pull request without a comment as it is, as after a preview that never was. Default `true`. */
  readonly create?: boolean;
};

/** The comment's id, and what was done; an `absent` one was not to be created. */
export type Stuck =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly id: number }
  | { readonly outcome: 'absent' };

/** The login of a workflow's own token, on every GitHub. Nobody else can have it: brackets are not for users. */
const WORKFLOWS = 'github-actions[bot]';
const INSIDERS: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** How often a comment may go while it is being updated. */
const ROUNDS = 3;
/** GitHub's limit for a comment, in characters. */
const LONGEST = 65_536;

/** The first line of an app's comment, unseen when rendered. It names nothing: a hash can't be turned into a server. */
export function markerOf({ platform, server, name, directory }: App): string {
  const identity = JSON.stringify([platform, server.replace(/\/+$/, ''), name, directory]);
  return `<!-- uv-deploy:${createHash('sha256').update(identity).digest('hex').slice(0, 32)} -->`;
}

/**
 * Writes the app's comment on a pull request, into the one that is there or else a new one. Throws `Failure` or `Cancelled`.
 *
 * A comment is believed for its marker and its author together: anybody may paste a marker. Only its id is ever used. Where two
 * runs create one at a time, both end up with the older one.
 */
export async function stick(github: GitHub, { pullRequest, app, body, create = true }: Sticky): Promise<Stuck> {
  const marker = markerOf(app);
  const text = fitting(`${marker}\n${body}`);
  const identity = whoIs(github);
  const find = async (): Promise<Comment[]> => {
    const marked = (await github.comments(pullRequest)).filter((comment) => comment.body.startsWith(marker));
    const trusted: Comment[] = [];
    for (const comment of marked) if (await isTrusted(comment, identity)) trusted.push(comment);
    return trusted;
  };

  for (let round = 1; round <= ROUNDS; round++) {
    const before = await find();
    if (before.length === 0 && !create) return { outcome: 'absent' };
    let made: Comment | undefined;
    if (before.length === 0) {
      made = await github.createComment(pullRequest, text, async () => (await find())[0]);
      // What was found again after a lost answer may be another run's.
      if (normal(made.body) === normal(text)) identity.is(made.author);
    }
    // The new one counts even if the list does not have it yet.
    const there = made === undefined ? before : withOne(await find(), made);
    const [oldest, ...others] = there;
    if (oldest === undefined) continue;
    const same = normal(oldest.body) === normal(text);
    const kept = same ? oldest : await github.updateComment(oldest.id, text);
    // Whoever deleted it meanwhile may have been the other of two runs: look again.
    if (kept === undefined) continue;
    for (const other of others) if (other.author === (await identity.ask())) await github.deleteComment(other.id);
    return { outcome: oldest.id === made?.id ? 'created' : same ? 'unchanged' : 'updated', id: oldest.id };
  }
  throw failure(
    'github-comment-gone',
    `The comment on pull request #${pullRequest} was deleted each time before it could be updated.`,
    'Check whether another workflow deletes comments, and run the job again.',
  );
}

type CommentIdentity = { is(login: string): void; ask(): Promise<string> };

/** Whose the token is: asked at most once, and only when it matters. */
function whoIs(github: GitHub): CommentIdentity {
  let known: Promise<string> | undefined;
  return {
    is: (login) => {
      known = Promise.resolve(login);
    },
    // A server that does not tell has the workflow's own token before it, as nearly all do.
    ask: () => {
      known ??= github
        .viewer()
        .catch(untold)
        .then((login) => login ?? WORKFLOWS);
      return known;
    },
  };
}

const untold = (error: unknown): undefined => {
  if (!(error instanceof Failure)) throw error;
};

/** The repository's workflows, its people, or the token's own identity. */
async function isTrusted({ author, app, association }: Comment, identity: CommentIdentity): Promise<boolean> {
  if (author === '') return false;
  if (author === WORKFLOWS) return app === undefined || `${app}[bot]` === WORKFLOWS;
  return INSIDERS.has(association) || author === (await identity.ask());
}

const withOne = (comments: readonly Comment[], one: Comment): Comment[] =>
  comments.some(({ id }) => id === one.id) ? [...comments] : [...comments, one].toSorted((a, b) => a.id - b.id);

/** What GitHub may change of a body when it keeps it. */
const normal = (body: string): string => body.replaceAll('\r\n', '\n').trimEnd();

/** A body that is too long ends with a whole line where it can, and says that it was cut. */
function fitting(body: string): string {
  if (body.length <= LONGEST) return body;
  const note = '\n\n</details>\n\n_The rest does not fit into a comment._';
  const room = body.slice(0, LONGEST - note.length);
  const lines = room.slice(0, room.lastIndexOf('\n'));
  // A line that is nearly all of it is cut itself, though never within a tag or a character.
  const kept = lines.length > LONGEST / 2 ? lines : room.replace(/<[^<>]*$|[\ud800-\udbff]$/, '');
  const open = kept.split('<details>').length > kept.split('</details>').length;
  return kept + (open ? note : note.replace('\n\n</details>', ''));
}
