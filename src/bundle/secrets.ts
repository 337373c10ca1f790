import { error, type Finding, warning } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { attempt } from '../ports/attempt.ts';
import { readRegular } from '../ports/regular-file.ts';
import type { BundleFile } from './source.ts';

/** Text files up to this size are looked into. Keys and tokens are pasted into small files. */
const LIMIT = 1_000_000;

/** What a secret looks like. Only forms that their issuers made recognisable: a false alarm stops a deployment. */
const PATTERNS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/],
  // Those of AWS's own documentation end in EXAMPLE.
  ['an AWS access key', /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE\b)[A-Z2-7]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{20,}\b/],
  ['a Google API key', /\bAIza[A-Za-z0-9_-]{35}\b/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/],
  ['an Anthropic key', /\bsk-ant-[A-Za-z0-9_-]{24,}/],
  ['an OpenAI key', /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/],
  ['a Hugging Face token', /\bhf_[A-Za-z]{34}\b/],
  ['a PyPI token', /\bpypi-AgEI[A-Za-z0-9_-]{50,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a ricochet key', /\brico_[A-Za-z0-9]{8,}_[A-Za-z0-9]{40,}\b/],
];
/** One pass decides whether a file needs a closer look. */
const ANY = new RegExp(PATTERNS.map(([, { source }]) => source).join('|'));
const NAMES =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pypirc|\.git-credentials|[^/]+\.(?:p12|pfx|jks|keystore))$/;

/** What a text is by its form, such as `a GitHub token`; `undefined` for one that is like no secret. */
export const secretKind = (text: string): string | undefined => PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];

/** Finds files that must not leave the repository. Findings name the file and the kind, never the value. */
export function findSecrets(files: readonly BundleFile[], shown: (path: string) => string): Finding[] {
  const findings: Finding[] = [];
  for (const file of files) {
    if (typeof file.source !== 'string') continue;
    const found = NAMES.test(file.path) ? { what: 'credentials', line: undefined } : look(file.source, file.size);
    if (found === undefined) continue;
    findings.push(
      error(
        'secret-in-bundle',
        `${quote(shown(file.source), 200)} holds ${found.what} and would be deployed.`,
        "Remove it from the repository and revoke it, or leave the file out with 'exclude'.",
        { file: shown(file.source), ...(found.line !== undefined && { line: found.line }) },
      ),
    );
  }
  return findings;
}

/** What stands in a checkout for a large file that git keeps elsewhere (the Git LFS specification). */
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER_LIMIT = 1024;

/** Files that would be deployed as pointers: one finding for all. */
export function findPointers(files: readonly BundleFile[], shown: (path: string) => string): Finding[] {
  const found = files.flatMap(({ source, size }) => {
    if (typeof source !== 'string' || size > POINTER_LIMIT || size < POINTER.length) return [];
    const read = attempt(() => readRegular(source, POINTER_LIMIT));
    return read && 'bytes' in read && read.bytes.toString('latin1').startsWith(POINTER) ? [shown(source)] : [];
  });
  const [file] = found;
  if (file === undefined) return [];
  const more = found.length > 1 ? ` So are ${found.length - 1} more.` : '';
  return [
    warning(
      'lfs-pointer',
      `${quote(file, 200)} is a Git LFS pointer, not the file itself: the app would read the pointer.${more}`,
      'Set `lfs: true` on the actions/checkout step, or exclude the file.',
      { file },
    ),
  ];
}

function look(path: string, size: number): { what: string; line: number } | undefined {
  if (size > LIMIT || size < 20) return undefined;
  const read = attempt(() => readRegular(path, LIMIT)); // where it can't be read, packing it will say why
  if (read === undefined || !('bytes' in read) || read.bytes.subarray(0, 4096).includes(0)) return undefined;
  return secretIn(read.bytes.toString('latin1'));
}

/** What a text holds that nobody else may have, and on which line. */
export function secretIn(text: string): { what: string; line: number } | undefined {
  if (!ANY.test(text)) return undefined;
  for (const [what, pattern] of PATTERNS) {
    const match = pattern.exec(text);
    if (match) return { what, line: text.slice(0, match.index).split('\n').length };
  }
  return undefined;
}
