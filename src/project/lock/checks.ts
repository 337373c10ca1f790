/** All that makes a locked project fail on a Linux server and can be known from its files. */
import { type Finding, warning } from '../../findings/finding.ts';
import type { TomlFile } from '../files/toml.ts';
import { checkConsistency } from './consistency.ts';
import { checkFreshness } from './freshness.ts';
import { checkOwnBuild } from './own-build.ts';
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
  const consistency = checkConsistency(subject);
  // uv reads nothing more of such a lock.
  const broken = consistency.filter(({ code }) => code === 'lock-broken');
  if (broken.length > 0) return broken.slice(0, 1);
  const findings = [
    ...consistency,
    ...checkFreshness(subject),
    ...checkSources(subject),
    ...checkDistributions(subject),
    ...checkOwnBuild(subject),
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

/** What stands for a password in an address; variables that uv puts in are none. */
const PASSWORD = /:\/\/[^\s/"'@:?#]{0,200}:(?!\$\{)[^\s/"'@?#]{1,500}@/;
/** Tokens that stand alone. */
const TOKEN = /:\/\/(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_)[^\s/"'@]{10,500}@/;

/**
 * Passwords in the addresses that pyproject.toml and uv.lock name: both files go into the bundle. One finding a file, at the first
 * address; the address itself is not shown.
 */
function checkAddresses(files: readonly (TomlFile | undefined)[]): Finding[] {
  return files.flatMap((file): Finding[] => {
    if (!file?.text.includes('@')) return [];
    const found = [PASSWORD, TOKEN].flatMap((pattern) => pattern.exec(file.text)?.index ?? []);
    if (found.length === 0) return [];
    const line = file.text.slice(0, Math.min(...found)).split('\n').length;
    return [
      warning(
        'url-credentials',
        `An address in ${file.shown} holds a password or token; everybody who reads the repository or the bundle has it.`,
        'Revoke it, take it out of the address, run `uv lock`, and give it to uv as UV_INDEX_<NAME>_USERNAME and _PASSWORD.',
        { file: file.shown, line },
      ),
    ];
  });
}
