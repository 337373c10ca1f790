/** All that makes a locked project fail on a Linux server and can be told from its files. */
import type { Finding } from '../../findings/finding.ts';
import { checkConsistency } from './consistency.ts';
import { checkFreshness } from './freshness.ts';
import { checkAddresses } from './secrets.ts';
import { checkSources } from './sources.ts';
import { type LockFiles, lockSubject } from './subject.ts';
import { checkDistributions } from './wheels-for-server.ts';

/** Nobody reads more of a kind, and GitHub shows ten annotations a step. */
const MOST_OF_A_CODE = 10;

/**
 * Looks through a lock of schema version 1, without network and without uv. What is certain to fail is an error, what can be
 * wrong a warning, and what hangs on things that the target leaves open a notice. Each finding names its file and line.
 */
export function checkLockDeeply(files: LockFiles): Finding[] {
  const subject = lockSubject(files);
  const findings = [
    ...checkConsistency(subject),
    ...checkFreshness(subject),
    ...checkSources(subject),
    ...checkDistributions(subject),
    ...checkAddresses([...new Set([files.pyproject, ...files.members, files.lock])]),
  ];
  return [...Map.groupBy(findings, ({ code }) => code).values()].flatMap(shortened);
}

function shortened(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings;
  if (first === undefined || findings.length <= MOST_OF_A_CODE) return findings;
  const left = findings.length - MOST_OF_A_CODE + 1;
  const kept = findings.slice(0, MOST_OF_A_CODE - 1);
  const last = findings[MOST_OF_A_CODE - 1] ?? first;
  return [...kept, { ...last, message: `${last.message} ${left - 1} more packages have the same fault.` }];
}
