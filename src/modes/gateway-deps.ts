import type { GatewayDeps } from '../platforms/platform.ts';
import type { Deps } from '../report/deps.ts';

/** The world as a platform sees it. */
export const gatewayDeps = ({ http, clock, signal, host, context }: Deps): GatewayDeps => ({
  ...{ http, clock, signal },
  say: (line) => host.info(line),
  quoted: (text) => host.quoted(text),
  origin: {
    repository: context.runUrl.replace(/\/actions\/runs\/.*$/, ''),
    branch: context.branch,
    commit: context.pullRequest?.sha || context.sha,
    run: context.runUrl,
  },
});
