import type { Inputs } from '../inputs/inputs.ts';
import type { GatewayDeps } from '../platforms/platform.ts';
import { REQUEST_LIMIT_MS } from '../ports/http/http.ts';
import type { Deps } from '../report/deps.ts';

/** The world as a platform sees it. No single request takes longer than the whole deployment may. */
export const gatewayDeps = (
  { timeoutMs }: Pick<Inputs, 'timeoutMs'>,
  { http, clock, signal, host, context, journal, report }: Deps,
): GatewayDeps => ({
  http: (request) => http({ limitMs: Math.min(REQUEST_LIMIT_MS, timeoutMs), ...request }),
  ...{ clock, signal, timeoutMs },
  report,
  say: (line) => host.info(line),
  quoted: (text) => host.quoted(text),
  created: (item) => {
    delete journal.id;
    delete journal.consoleUrl;
    if (item) Object.assign(journal, { id: item.id, consoleUrl: item.consoleUrl });
  },
  origin: {
    repository: context.runUrl.replace(/\/actions\/runs\/.*$/, ''),
    branch: context.branch,
    commit: context.pullRequest?.sha || context.sha,
    run: context.runUrl,
  },
});
