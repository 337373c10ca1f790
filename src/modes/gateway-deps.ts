import type { GatewayDeps } from '../platforms/platform.ts';
import type { Deps } from '../report/deps.ts';

/** The world as a platform sees it. */
export const gatewayDeps = ({ http, clock, signal, host, context, facts }: Deps): GatewayDeps => ({
  ...{ http, clock, signal },
  say: (line) => host.info(line),
  quoted: (text) => host.quoted(text),
  created: (item) => {
    delete facts.id;
    delete facts.consoleUrl;
    if (item) Object.assign(facts, { id: item.id, consoleUrl: item.consoleUrl });
  },
  origin: {
    repository: context.runUrl.replace(/\/actions\/runs\/.*$/, ''),
    branch: context.branch,
    commit: context.pullRequest?.sha || context.sha,
    run: context.runUrl,
  },
});
