import { createHash } from 'node:crypto';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { CODES } from '../findings/codes.ts';
import { type Documents, explanationOf } from '../findings/documents.ts';
import type { Finding } from '../findings/finding.ts';
import { redact } from '../findings/secrets.ts';
import { plain } from '../findings/text.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const;

/** What the log is of: `category` tells the alerts of one app from those of others, `file` stands in where a finding has none. */
export type SarifSubject = {
  readonly category: string;
  readonly file: string;
  readonly isWhole: boolean;
  readonly documents: Documents;
};

/**
 * The findings as SARIF 2.1.0, in the part of it that GitHub's code scanning reads. It refuses results without a place in a
 * file, and shows suppressed ones all the same: ignored findings are not to be handed in. Pure.
 */
export function sarifLog(findings: readonly Finding[], subject: SarifSubject): Log {
  const { category, file, isWhole, documents } = subject;
  const codes = [...new Set(findings.map(({ code }) => code))];
  const seen = new Map<string, number>();
  const results = findings.map((finding): Result => {
    const location = locationOf(finding, file);
    const print = fingerprint(finding, location);
    const count = (seen.get(print) ?? 0) + 1;
    seen.set(print, count);
    return {
      ruleId: finding.code,
      ruleIndex: codes.indexOf(finding.code),
      level: LEVELS[finding.level],
      message: { text: plain([finding.message, finding.remedy].filter(Boolean).join('\n')) },
      locations: [location],
      partialFingerprints: { primaryLocationLineHash: `${print}:${count}` },
    };
  });
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'uv-deploy',
            ...(documents !== '' && { informationUri: `${documents}/README.md` }),
            rules: codes.map((code) => ruleOf(code, documents)),
          },
        },
        automationDetails: { id: category },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        invocations: [{ executionSuccessful: isWhole }],
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function ruleOf(code: string, documents: Documents): ReportingDescriptor {
  const helpUri = explanationOf(code, documents);
  const [meaning, remedy] = CODES.get(code) ?? [code, 'Do what the finding says'];
  return {
    id: code,
    shortDescription: { text: `${unmarked(meaning)}.` },
    fullDescription: { text: `${unmarked(meaning)}.` },
    help: { text: `${unmarked(meaning)}. ${unmarked(remedy)}.`, markdown: `${meaning}.\n\n${remedy}.` },
    ...(helpUri !== undefined && { helpUri }),
  };
}

const unmarked = (text: string): string => text.replaceAll('`', '');

function locationOf({ file, line = 1, column }: Finding, standIn: string): Location {
  const isNamed = file !== undefined && file !== '.' && !/^(?:\.\.(?:\/|$)|\/)/.test(file);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(isNamed ? file : standIn), uriBaseId: '%SRCROOT%' },
      region: isNamed ? { startLine: line, ...(column !== undefined && { startColumn: column }) } : { startLine: 1 },
    },
  };
}

/** A relative path as a relative URI: a name with a colon must not look like a scheme. */
const uriOf = (path: string): string =>
  path
    .split('/')
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/');

/** The same finding has the same print in the next run, wherever it stands in its file: lines and sizes do not count. */
function fingerprint({ code, message }: Finding, { physicalLocation }: Location): string {
  const text = [code, physicalLocation?.artifactLocation?.uri, redact(message).replace(/\d+/g, '0')].join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
