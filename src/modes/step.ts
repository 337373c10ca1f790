import { explanationOf } from '../findings/documents.ts';
import { Cancelled, error, Failure, type Finding, fitting, messageOf, warning } from '../findings/finding.ts';
import { systemError } from '../findings/system-error.ts';
import { plain } from '../findings/text.ts';
import { inputText } from '../inputs/raw.ts';
import { type Saving, saveSavings } from '../ports/state.ts';
import type { Deps } from '../report/deps.ts';
import { createJournal, type Entries, type Status } from '../report/journal.ts';
import { writeSarif } from '../report/sarif-file.ts';
import { outputs, summary } from '../report/summary.ts';
import { run } from './run.ts';

/** What the step gets from outside; the rest of `Deps` it brings itself. */
export type World = Omit<Deps, 'journal' | 'report' | 'saveLater' | 'say' | 'stage' | 'atEnd'> & {
  /** Rejects when the process would end without a report. */
  readonly broken: Promise<never>;
};

/** Runs the step and reports it, whatever happens. Answers the exit code. Reporting never changes the verdict. */
export async function step(world: World): Promise<number> {
  const { host, clock, cache, context } = world;
  const journal = createJournal();
  const { entries } = journal;
  const savings: Saving[] = [];
  const endings: (() => Promise<unknown>)[] = [];
  const reported = new Set<Finding>();
  const report = (findings: readonly Finding[]) => {
    const fresh = findings.filter((finding) => !reported.has(finding));
    for (const finding of withinReason(fresh, MOST_FINDINGS - entries.findings.length)) {
      reported.add(finding);
      const shown = fitting(finding, plain);
      journal.finding(shown);
      host.annotate(shown, explanationOf(shown.code, context.documents));
    }
  };
  const deps: Deps = {
    ...world,
    ...{ journal, report, say: host.info },
    atEnd: (work) => void endings.push(work),
    saveLater: (saving) => {
      if (!cache.isDown()) savings.push(saving);
    },
    stage: async (name, work) => {
      const begun = clock.now();
      host.startGroup(name);
      try {
        return await work();
      } finally {
        host.endGroup();
        journal.stage(name, clock.now() - begun);
      }
    },
  };

  let status: Status;
  try {
    status = await Promise.race([run(deps), world.broken]);
  } catch (error) {
    status = error instanceof Failure && error.timedOut ? 'timed-out' : 'failed';
    report(error instanceof Failure ? error.findings : [unexpected(error, entries)]);
    host.debug(error instanceof Error ? `${error.stack}\n${messageOf(error.cause ?? '')}` : String(error));
  }
  await Promise.allSettled(endings.map((work) => work()));
  await conclude(status, savings, deps);
  return status === 'failed' || status === 'timed-out' ? 1 : 0;
}

/** Hands over what is known: as SARIF, as outputs, in the summary, and to the end of the job. */
async function conclude(status: Status, savings: readonly Saving[], deps: Deps): Promise<void> {
  const { host, context, environment, report, journal } = deps;
  const { entries } = journal;
  const request = {
    path: inputText(environment, 'sarif-path'),
    directory: inputText(environment, 'working-directory'),
    platform: inputText(environment, 'platform'),
  };
  const written = await writeSarif(request, status, entries, context);
  if (typeof written === 'string') host.info(written);
  else if (written) report([written]);
  try {
    saveSavings(host, savings);
    for (const [name, value] of Object.entries(outputs(status, entries))) host.output(name, value);
  } catch (error) {
    const remedy = "Check that GITHUB_OUTPUT names the runner's file, and that it can be written.";
    const message = `The outputs could not be set: ${messageOf(error)}.`;
    report([warning('no-outputs', message, remedy)]);
  }
  await host
    .summary(summary(status, entries, context))
    .catch((error) => host.info(`No job summary: ${messageOf(error)}`));
  host.info(`Status: ${status}${entries.url ? ` ${entries.url}` : ''}`);
}

/** Nobody reads more, and GitHub shows a few. */
const MOST_FINDINGS = 500;
/** What is shown of any number of errors that come late. */
const LEAST = 10;

/** The findings, of too many the errors first, and how many are left out. */
function withinReason(findings: readonly Finding[], room: number): readonly Finding[] {
  const most = Math.max(room, LEAST);
  if (findings.length <= most) return findings;
  const sorted = findings.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  const level = sorted[most]?.level ?? 'notice';
  const message = `${findings.length - most} more findings are not shown.`;
  const remedy = 'Fix those that are shown first.';
  return [{ level, code: 'over-limit', message, remedy }, ...sorted.slice(0, most)];
}

/** A cancelled run says what it leaves behind; anything else that was not foreseen is a fault of ours. */
function unexpected(thrown: unknown, entries: Entries): Finding {
  if (thrown instanceof Cancelled) {
    return error('cancelled', `${thrown.message} ${whatIsLeft(entries)}`);
  }
  const known = systemError(thrown);
  if (known) return known;
  return error(
    'unexpected',
    `An unexpected error: ${messageOf(thrown)}`,
    'Run the job again with debug logging, and please report it with the log.',
  );
}

function whatIsLeft({ deploymentId, logUrl, consoleUrl, uploadingTo, left }: Entries): string {
  if (left) return left;
  if (deploymentId) return `Deployment ${deploymentId} continues on the server: ${logUrl ?? consoleUrl}`;
  if (uploadingTo) return `An upload was in progress: check on ${uploadingTo} whether it has a new deployment.`;
  return 'Nothing was left running on the server.';
}
