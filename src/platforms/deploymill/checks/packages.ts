import { posix } from 'node:path';
import type { Installs } from '../../../project/contract/start-contract.ts';
import { at, isTable, strings } from '../../../project/files/values.ts';
import { readRequired } from '../../../project/lock/required.ts';
import { normalName, parseRequirement } from '../../../project/packaging/requirement.ts';
import { type InstallStep, localFolder, requirementsOf, valuesOf } from '../dockerfile/install-steps.ts';
import { projectFolders } from './installs.ts';
import type { Subject } from './subject.ts';

/** Which packages the image has, as far as the Dockerfile, pyproject.toml and uv.lock tell. */
export type Packages = {
  readonly installed: ReadonlySet<string>;
  /** Packages that only a group or an extra asks for, which the image does not have. */
  readonly aside: ReadonlyMap<string, { readonly kind: 'group' | 'extra'; readonly name: string }>;
  /** Whether there may be more than that. */
  readonly isOpen: boolean;
};

/** What `uv sync`, `uv export` and `uv pip install .` take of the project's groups and extras; nothing where neither is run. */
export function installsOf({ installs, project }: Subject): Installs | undefined {
  const own = installs.filter((step) => projectFolders(step).length > 0);
  const syncs = own.filter(({ by }) => by !== 'pip');
  const steps = syncs.length > 0 ? syncs : own;
  if (steps.length === 0) return undefined;
  const table = (key: string) => at(project.pyproject?.data, ...key.split('.'));
  const all = (option: string, key: string) => {
    const value = table(key);
    return steps.some(({ args }) => args.includes(option)) && isTable(value) ? Object.keys(value) : [];
  };
  const values = (...names: string[]) => steps.flatMap(({ args }) => valuesOf(args, ...names));
  const bracketed = steps.flatMap((step) =>
    step.by === 'pip'
      ? requirementsOf(step.args).flatMap((one) =>
          localFolder(step, one) === undefined ? [] : (/\[([^\]]*)\]$/.exec(one)?.[1]?.split(/\s*,\s*/) ?? []),
        )
      : [],
  );
  return {
    defaultGroups: syncs.length > 0 && !syncs.every(leavesDevOut),
    groups: [...values('--group', '--only-group'), ...all('--all-groups', 'dependency-groups')],
    extras: [...values('--extra'), ...bracketed, ...all('--all-extras', 'project.optional-dependencies')],
  };
}

const leavesDevOut = ({ args, env }: InstallStep): boolean =>
  args.some((word) => ['--no-dev', '--no-default-groups', '--only-group', '--no-group=dev'].includes(word)) ||
  valuesOf(args, '--no-group').includes('dev') ||
  /^(?:1|true)$/i.test(env.get('UV_NO_DEV') ?? '');

/** What an extra of a well-known package brings along. */
const BROUGHT: Readonly<Record<string, readonly string[]>> = {
  'fastapi[standard]': ['uvicorn', 'fastapi-cli'],
  'fastapi[all]': ['uvicorn', 'fastapi-cli'],
};

/** The packages of the image. */
export function packagesOf(subject: Subject): Packages {
  const { project, installs, read } = subject;
  const chosen = installsOf(subject);
  const named = installs.flatMap((step) => {
    const files = valuesOf(step.args, '-r', '--requirement', '--requirements');
    const lines = files.flatMap((file) => {
      const source = step.files.get(posix.resolve(step.workdir, file))?.source;
      return source === undefined ? [] : (read(source)?.split(/\r?\n/) ?? []);
    });
    return [...(step.by === 'pip' ? requirementsOf(step.args) : []), ...lines];
  });
  const direct = strings(at(project.pyproject?.data, 'project', 'dependencies'));
  const names = namesOf(project.lock || chosen === undefined ? named : [...named, ...direct]);
  const isFromFile = installs.some(({ args }) => valuesOf(args, '-r', '--requirement', '--requirements').length > 0);
  if (project.lock === undefined || chosen === undefined) {
    return { installed: new Set(names), aside: new Map(), isOpen: true };
  }
  const { installed, aside } = readRequired(project, chosen);
  const left = [...aside].flatMap(([name, { kind, name: by }]) =>
    kind === 'requirements' || kind === 'prohibited' ? [] : [[name, { kind, name: by }] as const],
  );
  return { installed: new Set([...installed, ...names]), aside: new Map(left), isOpen: isFromFile };
}

const namesOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const requirement = parseRequirement(text.replace(/\s+#.*$/, ''));
    if (requirement === undefined) return [];
    const name = normalName(requirement.name);
    return [name, ...requirement.extras.flatMap((extra) => BROUGHT[`${name}[${extra}]`] ?? [])];
  });
