import type { Database } from '../host/database.ts';
import { Refusal } from '../host/refusal.ts';
import { type Config, parseToml, readConfig, type Table, writeToml } from './config.ts';
import { ulid } from './ulid.ts';

/** A content item: who owns it, what its `_ricochet.toml` says, and which of its releases is live. */
export type Item = {
  readonly id: string;
  readonly owner: string;
  readonly config: Config;
  /** The deployment that is served; none until the first one has succeeded. */
  readonly current: string | undefined;
  readonly updatedAt: number;
};

export type Items = {
  create(owner: string, document: Table): Item;
  get(id: string): Item | undefined;
  /** By slug or by id, as it stands in a URL. */
  named(name: string): Item | undefined;
  all(): Item[];
  /** Replaces the `_ricochet.toml`. @throws Refusal when the server does not accept it */
  configure(id: string, document: Table): Item;
  release(id: string, deployment: string): void;
  remove(id: string): void;
};

type Row = { id: string; owner: string; toml: string; current: string | null; updated_at: number };

/** First segments of the server's own paths. */
const RESERVED = ['api', 'apps', 'deployments', 'login', 'static', 'tasks'];

const itemOf = ({ id, owner, toml, current, updated_at }: Row): Item => ({
  id,
  owner,
  config: readConfig(parseToml(toml)),
  current: current ?? undefined,
  updatedAt: updated_at,
});

export const createItems = (database: Database): Items => {
  const one = (where: string, value: string): Item | undefined => {
    const row = database.one<Row>(`SELECT * FROM items WHERE ${where} = ?`, value);
    return row === undefined ? undefined : itemOf(row);
  };
  /** That a slug must be unique is documented; the answers to one that is taken or reserved are inferred. */
  const checkSlug = (slug: string | undefined, id: string): void => {
    if (slug === undefined) return;
    if (RESERVED.includes(slug.toLowerCase())) throw new Refusal(400, `The slug ${slug} is reserved`);
    const holder = one('slug', slug);
    if (holder !== undefined && holder.id !== id) throw new Refusal(409, `The slug ${slug} is already in use`);
  };
  const prepare = (id: string, document: Table): { toml: string; slug: string | null } => {
    const content = { ...(document.content as Table | undefined), id };
    const withId = { ...document, content };
    const { slug } = readConfig(withId);
    checkSlug(slug, id);
    return { toml: writeToml(withId), slug: slug ?? null };
  };

  return {
    create(owner, document) {
      readConfig(document);
      const id = ulid();
      const row = { id, owner, ...prepare(id, document), current: null, updated_at: Date.now() };
      database.insert('items', row);
      return itemOf(row);
    },
    get: (id) => one('id', id),
    named: (name) => one('slug', name) ?? one('id', name),
    all: () => database.all<Row>('SELECT * FROM items ORDER BY id').map(itemOf),
    configure(id, document) {
      const { toml, slug } = prepare(id, document);
      database.run('UPDATE items SET toml = ?, slug = ?, updated_at = ? WHERE id = ?', toml, slug, Date.now(), id);
      return one('id', id) as Item;
    },
    release: (id, deployment) =>
      database.run('UPDATE items SET current = ?, updated_at = ? WHERE id = ?', deployment, Date.now(), id),
    remove: (id) => database.run('DELETE FROM items WHERE id = ?', id),
  };
};
