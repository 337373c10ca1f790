import { join } from 'node:path';
import type { BundleFile } from '../bundle/source.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan } from '../platforms/plan.ts';
import { checkContract } from '../project/contract/start-contract.ts';
import { checkImports } from '../project/imports/imports.ts';
import type { Pin } from '../project/pin/pin.ts';
import { minorOf } from '../project/pin/requires-python.ts';
import type { Project } from '../project/project.ts';

export type SourceChecks = {
  readonly findings: readonly Finding[];
  /** What was not sure, once the lock was installed in `environment`, or could not be. */
  settle(environment: string | undefined): readonly Finding[];
};

/** What is known of a project whose files are chosen; without a plan, it is looked through all the same. */
export type SourceSubject = {
  readonly plan: Plan | undefined;
  readonly pin: Pin | undefined;
  readonly files: readonly BundleFile[];
};

const NOTHING: SourceChecks = { findings: [], settle: () => [] };
/** The newest Python whose standard library is known: what a pin without a version gets is near it. */
const NEWEST_MINOR = 14;

/** Finds in the source, without running it, what would keep the app from starting on the server. */
export async function checkSources(
  project: Project,
  { plan, pin, files }: SourceSubject,
  debug: (line: string) => void,
): Promise<SourceChecks> {
  if (plan?.start === undefined || project.lock === undefined) return NOTHING;
  const minor = minorOf(pin?.python ?? '') ?? NEWEST_MINOR;
  const sources = new Map(files.map(({ path, source }) => [path, source]));
  const shown = (path: string) => {
    const source = sources.get(path);
    return project.shown(typeof source === 'string' ? source : join(project.dir, path));
  };
  const { findings, settle, texts } = await checkImports(project, plan.start, files, { minor, shown, debug });
  return { settle, findings: [...findings, ...(await checkContract(plan.start, texts, minor, shown))] };
}
