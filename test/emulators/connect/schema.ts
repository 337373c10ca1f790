/** Connect's tables. Times are ISO 8601 texts, as on the wire; `settings` and `metadata` are JSON. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS users (
  guid TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, role TEXT NOT NULL, locked INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS keys (
  hash TEXT PRIMARY KEY, user_guid TEXT REFERENCES users(guid), content_guid TEXT, expires_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS content (
  id INTEGER PRIMARY KEY AUTOINCREMENT, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  owner_guid TEXT NOT NULL REFERENCES users(guid), app_mode TEXT NOT NULL DEFAULT 'unknown',
  content_category TEXT NOT NULL DEFAULT '', bundle_id INTEGER, py_version TEXT, created_time TEXT NOT NULL,
  last_deployed_time TEXT, settings TEXT NOT NULL, repository TEXT, UNIQUE (owner_guid, name)
) STRICT;
CREATE TABLE IF NOT EXISTS bundles (
  id INTEGER PRIMARY KEY AUTOINCREMENT, content_guid TEXT NOT NULL REFERENCES content(guid) ON DELETE CASCADE,
  created_time TEXT NOT NULL, size INTEGER NOT NULL, metadata TEXT NOT NULL, py_version TEXT,
  environment TEXT, python TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS variables (
  content_guid TEXT NOT NULL REFERENCES content(guid) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (content_guid, name)
) STRICT;
CREATE TABLE IF NOT EXISTS permissions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, content_guid TEXT NOT NULL REFERENCES content(guid) ON DELETE CASCADE,
  principal_guid TEXT NOT NULL, principal_type TEXT NOT NULL, role TEXT NOT NULL, UNIQUE (content_guid, principal_guid)
) STRICT;
CREATE TABLE IF NOT EXISTS vanities (
  content_guid TEXT PRIMARY KEY REFERENCES content(guid) ON DELETE CASCADE, path TEXT NOT NULL UNIQUE,
  created_time TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS tags (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, parent_id INTEGER REFERENCES tags(id)
) STRICT;
CREATE TABLE IF NOT EXISTS content_tags (
  content_guid TEXT NOT NULL REFERENCES content(guid) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags(id) ON DELETE CASCADE, PRIMARY KEY (content_guid, tag_id)
) STRICT;
CREATE TABLE IF NOT EXISTS jobs (
  key TEXT PRIMARY KEY, content_guid TEXT NOT NULL REFERENCES content(guid) ON DELETE CASCADE, bundle_id INTEGER,
  tag TEXT NOT NULL, start_time TEXT NOT NULL, end_time TEXT, exit_code INTEGER, error TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS publishers (
  id INTEGER PRIMARY KEY AUTOINCREMENT, content_guid TEXT NOT NULL, issuer TEXT NOT NULL, audience TEXT NOT NULL,
  claims TEXT NOT NULL
) STRICT;
`;

export const now = (): string => new Date().toISOString();
