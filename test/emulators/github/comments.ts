/** A comment; `author` null stands for a deleted account. */
export type CommentRecord = {
  readonly id: number;
  readonly pull: number;
  readonly author: string | null;
  readonly association: string;
  readonly app: string | null;
  body: string;
};

type NewComment = Partial<Omit<CommentRecord, 'id' | 'pull'>>;

export type Comments = {
  /** Says something as anybody: a stranger unless said otherwise. */
  add(pull: number, comment?: NewComment): CommentRecord;
  /** Talk by others, to fill pages. */
  fill(pull: number, count: number): void;
  get(id: number): CommentRecord | undefined;
  remove(id: number): boolean;
  /** Those of a pull request, oldest first. */
  of(pull: number): readonly CommentRecord[];
};

export const createComments = (): Comments => {
  const comments = new Map<number, CommentRecord>();
  let lastId = 1_000;
  const add: Comments['add'] = (pull, comment = {}) => {
    lastId += 1;
    const defaults = { author: 'stranger', association: 'NONE', app: null, body: 'Nice.' };
    const record = { ...defaults, ...comment, id: lastId, pull };
    comments.set(record.id, record);
    return record;
  };
  return {
    add,
    fill(pull, count) {
      for (let i = 1; i <= count; i++) add(pull, { author: `reader-${i}`, body: `Comment ${i}` });
    },
    get: (id) => comments.get(id),
    remove: (id) => comments.delete(id),
    of: (pull) => [...comments.values()].filter((comment) => comment.pull === pull),
  };
};

export const commentView = (comment: CommentRecord, root: string): object => {
  const { id, pull, author, association, app, body } = comment;
  return {
    ...{ id, node_id: `IC_${id}`, body, author_association: association },
    user: author === null ? null : { login: author, type: author.endsWith('[bot]') ? 'Bot' : 'User' },
    performed_via_github_app: app === null ? null : { id: 15_368, slug: app },
    url: `${root}/issues/comments/${id}`,
    issue_url: `${root}/issues/${pull}`,
  };
};
