/**
 * Where the files of this action's own commit can be read, such as `https://github.com/uv-deploy/uv-deploy/blob/v1`, without a slash
 * at its end; empty where the runner does not say which repository the action is from (`uses: ./`).
 */
export type Documents = string;

/** The documents of the action, by its repository and ref as the runner names them. Pure. */
export function documentsOf(server: string, repository: string, ref: string): Documents {
  if (!/^https?:\/\/[\w.:/-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return '';
  return `${server.replace(/\/+$/, '')}/${repository}/blob/${ref.split('/').map(encodeURIComponent).join('/') || 'HEAD'}`;
}

/** The place that explains a code: docs/findings.md has a heading for each. */
export const explanationOf = (code: string, documents: Documents): string | undefined =>
  documents === '' ? undefined : `${documents}/docs/findings.md#${code}`;
