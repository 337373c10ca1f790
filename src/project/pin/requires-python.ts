/** What there is to say when a pinned version and `requires-python` do not go together. */
import { error, type Finding, warning } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { isRefused, parseSpecifiers, type Specifier } from '../packaging/specifiers.ts';
import { pinRemedy } from './pin-rules.ts';
import { type Fit, type FitVerdict, findFit, suggestVersion } from './python-fit.ts';
import { formatVersionRequest, type VersionRequest } from './version-request.ts';

/** A value of `requires-python` and where it is written. */
export type Requirement = { readonly text: string; readonly file: string; readonly line: number };

export type ReadRequirement = Requirement & { readonly specifiers: readonly Specifier[] };

/** The pinned version, where it is written, and the minor of Python 3 it is about. */
export type Pinned = { readonly version: VersionRequest; readonly place: string; readonly minor: number | undefined };

/** What some of the requirements, or all of them together, make of the pin. */
type Conflict = {
  readonly pinned: Pinned;
  readonly all: readonly ReadRequirement[];
  readonly requirements: readonly ReadRequirement[];
  readonly specifiers: readonly Specifier[];
  readonly fit: Fit;
};

const FINDINGS: Readonly<Record<FitVerdict, (conflict: Conflict) => Finding | undefined>> = {
  all: () => undefined,
  'with-newest': (conflict) => {
    const { rejected, next } = conflict.fit;
    const complaint = `${name(conflict)} also allows ${rejected}, which ${texts(conflict)} rejects`;
    const message = `${complaint}; pin ${next} or newer, or make sure the server has it`;
    return warning('partial-pin', message, remedy(conflict));
  },
  'without-newest': (conflict) => {
    const advice = didYouMean(conflict) ?? 'pin the exact version';
    const message = `uv picks the newest ${family(conflict)}, which ${texts(conflict)} rejects; ${advice}`;
    return warning('partial-pin-newest-excluded', message, remedy(conflict));
  },
  none: (conflict) => {
    const places = conflict.requirements
      .map(({ text, file, line }) => `'${quote(text)}' (${file}:${line})`)
      .join(' and ');
    const complaint = `Python ${name(conflict)} (${conflict.pinned.place}) is not allowed by requires-python ${places}`;
    const message = [complaint, didYouMean(conflict)].filter((part) => part).join('; ');
    return error('incompatible-pin', message, remedy(conflict));
  },
};

/** From harmless to grave. */
const GRAVITY: readonly FitVerdict[] = ['all', 'with-newest', 'without-newest', 'none'];

/** The different requirements that can be read, and what is wrong with the others, at their own places. */
export function readRequirements(requirements: readonly Requirement[]): {
  readable: ReadRequirement[];
  findings: Finding[];
} {
  const readable: ReadRequirement[] = [];
  const findings: Finding[] = [];
  for (const [i, requirement] of requirements.entries()) {
    if (requirements.findIndex(({ text }) => text === requirement.text) < i) continue;
    const specifiers = parseSpecifiers(requirement.text);
    if (isRefused(specifiers)) findings.push(invalid(requirement, specifiers.refused));
    else readable.push({ ...requirement, specifiers });
  }
  return { readable, findings };
}

/** Compares a version with each requirement, then with all of them at once, and reports the gravest verdict. */
export function judgeVersion(pinned: Pinned, requirements: readonly ReadRequirement[]): Finding | undefined {
  if (requirements.length === 0) return undefined;
  const gravest = [...requirements.map((one) => [one]), requirements]
    .map((group): Conflict => {
      const specifiers = group.flatMap((one) => one.specifiers);
      return { pinned, all: requirements, requirements: group, specifiers, fit: findFit(pinned.version, specifiers) };
    })
    .reduce((worst, next) => (gravity(next) > gravity(worst) ? next : worst));
  return FINDINGS[gravest.fit.verdict](gravest);
}

function gravity({ fit: { verdict } }: Conflict): number {
  return GRAVITY.indexOf(verdict);
}

function invalid({ text, file, line }: Requirement, reason: string): Finding {
  const version = suggestVersion([], minorOf(text)) ?? '3.12';
  return error(
    'requires-invalid',
    `requires-python '${quote(text)}' cannot be read: ${quote(reason, 120)}`,
    `Write requires-python in pyproject.toml such as '>=${version}', and run \`uv lock\`.`,
    { file, line },
  );
}

/** A version that satisfies every requirement is best, but the requirements may contradict each other. */
function remedy({ pinned, all, specifiers, fit: { verdict } }: Conflict): string {
  const { version, minor } = pinned;
  const own = version.kind === 'range' && verdict !== 'none' ? version.specifiers : [];
  const wanted = [all.flatMap((one) => one.specifiers), specifiers];
  const [suggestion] = wanted.flatMap((set) => suggestVersion([...set, ...own], minor) ?? []);
  if (suggestion !== undefined) return pinRemedy(suggestion);
  return 'Correct requires-python in pyproject.toml, which no Python satisfies, and run `uv lock`.';
}

/** `==3.12` is 3.12.0 alone, which hardly anybody means. */
function didYouMean({ specifiers }: Conflict): string | undefined {
  const narrow = specifiers.find(
    ({ operator, version, wildcard }) => operator === '==' && !wildcard && version.release.length === 2,
  );
  return narrow && `did you mean ==${narrow.version.release.join('.')}.*?`;
}

function name({ pinned: { version } }: Conflict): string {
  return quote(formatVersionRequest(version));
}

function family({ pinned: { version } }: Conflict): string {
  return version.kind === 'range'
    ? `Python in '${quote(formatVersionRequest(version))}'`
    : `${version.release.join('.')}.x`;
}

function texts({ requirements }: Conflict): string {
  return requirements.map(({ text }) => `'${quote(text)}'`).join(' and ');
}

/** The minor of the first Python 3 that a text mentions, be it 3.12 or 312. */
export function minorOf(text: string): number | undefined {
  const digits = /3\.?(\d{1,2})(?!\d)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
