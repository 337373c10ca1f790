import { randomUUID } from 'node:crypto';

/** Whose a token is, and what it may do; by default the token of a workflow that may do all that uv-deploy needs. */
export type TokenOptions = {
  readonly login?: string;
  /** How that account stands to the repository, for the comments it writes. */
  readonly association?: string;
  /** The slug of the app that it speaks through. */
  readonly app?: string | null;
  readonly permissions?: Readonly<Record<string, 'read' | 'write'>>;
};

export type Tokens = {
  create(options?: TokenOptions): string;
  /** Whom a request comes from. */
  of(authorization: string | undefined): Required<TokenOptions> | undefined;
};

export const createTokens = (): Tokens => {
  const tokens = new Map<string, Required<TokenOptions>>();
  return {
    create({ login = 'github-actions[bot]', association = 'NONE', app, permissions } = {}) {
      const token = `ghs_${randomUUID().replaceAll('-', '')}`;
      tokens.set(token, {
        ...{ login, association },
        app: app ?? (login.endsWith('[bot]') ? login.slice(0, -'[bot]'.length) : null),
        permissions: permissions ?? { pull_requests: 'write', deployments: 'write' },
      });
      return token;
    },
    of: (authorization = '') => tokens.get(authorization.replace(/^(?:bearer|token) /i, '')),
  };
};
