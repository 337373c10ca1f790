/** ricochet's tables. */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS users (id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS keys (
  hash TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users(id), scopes TEXT NOT NULL, expires_at INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS items (
  id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES users(id), toml TEXT NOT NULL, slug TEXT UNIQUE,
  current TEXT, updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS deployments (
  id TEXT PRIMARY KEY, content_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE, deployed_at INTEGER NOT NULL,
  status TEXT NOT NULL, deployed_by TEXT NOT NULL, ip_address TEXT NOT NULL, requested_ver TEXT, matched_ver TEXT,
  git_hash TEXT, python TEXT, bundle TEXT NOT NULL, replaces TEXT
) STRICT;
CREATE TABLE IF NOT EXISTS invocations (
  id TEXT PRIMARY KEY, content_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE, deployment_id TEXT,
  invoked_at INTEGER NOT NULL, invoked_by TEXT NOT NULL, display_name TEXT, status TEXT NOT NULL,
  started INTEGER, ended INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS variables (
  content_id TEXT NOT NULL REFERENCES items(id) ON DELETE CASCADE, name TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (content_id, name)
) STRICT;
CREATE INDEX IF NOT EXISTS deployments_by_content ON deployments (content_id);
CREATE INDEX IF NOT EXISTS invocations_by_content ON invocations (content_id);
`;

/** Times on the wire are seconds since 1970. */
export const seconds = (): number => Math.floor(Date.now() / 1000);
