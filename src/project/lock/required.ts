import type { Installs } from '../contract/start-contract.ts';
import { normalName } from '../packaging/requirement.ts';
import type { Project } from '../project.ts';
import { EVERYWHERE, reach } from './graph.ts';
import { type Dependency, lockedPackages } from './packages.ts';
import { defaultGroups, rootsOf } from './roots.ts';

/** Why a locked package is not on the server: the group or the extra that alone asks for it, or the file that does not. */
type Aside = { readonly kind: 'group' | 'extra' | 'requirements' | 'prohibited'; readonly name: string };

/** The packages of uv.lock by their normalised names. */
export type RequiredPackages = {
  /** Those that the server installs. Markers are not judged: all are taken to hold. */
  readonly installed: ReadonlySet<string>;
  readonly aside: ReadonlyMap<string, Aside>;
  /** Whether the server installs more than the lock tells of. */
  readonly isOpen: boolean;
};

/** Sorts what uv.lock lists by who asks for it. */
export function readRequired(project: Project, installs: Installs): RequiredPackages {
  const { installed, aside, isOpen } = readAsked(project, installs);
  const prohibited = new Set(installs.prohibited ?? []);
  if (prohibited.size === 0) return { installed, aside, isOpen };
  return {
    isOpen,
    installed: new Set([...installed].filter((name) => !prohibited.has(name))),
    aside: new Map([
      ...aside,
      ...[...prohibited].map((name) => [name, { kind: 'prohibited', name } as const] as const),
    ]),
  };
}

function readAsked(project: Project, installs: Installs): RequiredPackages {
  const packages = project.lock ? lockedPackages(project.lock) : [];
  const reachedBy = (asked: readonly Dependency[]): Set<string> =>
    new Set([...reach({ packages, roots: [], asked, judge: EVERYWHERE }).keys()].map(({ name }) => name));

  if (installs.requirements) {
    const { file, asked } = installs.requirements;
    const installed = new Set([...asked.map(({ name }) => name), ...reachedBy(asked.map(plain))]);
    const locked = new Map(packages.map((one) => [one.name, one]));
    const why: Aside = { kind: 'requirements', name: file };
    const aside = new Map([...locked.keys()].filter((name) => !installed.has(name)).map((name) => [name, why]));
    // Of an extra that the lock was not made with, it does not tell what that brings.
    const isUnknown = ({ name, extras }: (typeof asked)[number]) =>
      extras.some((extra) => !locked.get(name)?.extras.has(extra)) || !locked.has(name);
    return { installed, aside, isOpen: asked.some(isUnknown) };
  }

  const { lock, workspace } = project;
  const pyproject = installs.from ?? project.pyproject;
  const start = lock && rootsOf(lock, pyproject, workspace.members);
  const listed = packages.filter(({ name }) => start?.names.includes(name));
  // Of a project that the lock does not list, as one that was renamed, nothing is known to be missing.
  const roots = listed.length === 0 && (start?.names ?? []).length > 0 ? packages : listed;
  const wanted = {
    group: [...(installs.defaultGroups ? defaultGroups(pyproject) : []), ...installs.groups.map(normalName)],
    extra: installs.extras.map(normalName),
  };
  const parts = (['group', 'extra'] as const).flatMap((kind) => {
    const maps =
      kind === 'group' ? [...roots.map((one) => one.groups), start?.groups ?? []] : roots.map((one) => one.extras);
    return maps.flatMap((map) => [...map].map(([name, asked]) => ({ why: { kind, name }, asked })));
  });
  const isWanted = ({ why }: (typeof parts)[number]) => wanted[why.kind].includes(why.name);
  const asked = parts.filter(isWanted).flatMap((part) => part.asked);
  const installed = reachedBy([...roots.flatMap((one) => one.dependencies), ...asked]);
  const aside = new Map<string, Aside>();
  for (const part of parts) {
    if (isWanted(part)) continue;
    for (const name of reachedBy(part.asked)) if (!installed.has(name) && !aside.has(name)) aside.set(name, part.why);
  }
  return { installed, aside, isOpen: false };
}

const plain = ({ name, extras }: { name: string; extras: readonly string[] }): Dependency => ({
  ...{ name, extras },
  ...{ version: undefined, source: undefined, marker: undefined },
});
