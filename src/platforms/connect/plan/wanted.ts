import { error, type Finding, notice, warning } from '../../../findings/finding.ts';
import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import type { OwnSettings } from '../../../inputs/inputs.ts';
import { placeOf } from '../../../inputs/setting.ts';
import { placeIn } from '../../../project/files/toml.ts';
import { at } from '../../../project/files/values.ts';
import type { Wanted } from '../../../project/lock/graph.ts';
import { type LockedPackage, packageName } from '../../../project/lock/packages.ts';
import { normalName } from '../../../project/packaging/requirement.ts';
import type { Project } from '../../../project/project.ts';
import { type AppMode, isQuarto } from '../content/app-modes.ts';
import type { Decided } from '../content/detect.ts';
import type { ConnectSettings } from '../content/settings.ts';

/** The groups and extras that are to go along, without those that the project does not have: these are errors. */
export function checkWanted(
  { pyproject }: Project,
  settings: ConnectSettings,
  own: OwnSettings,
  findings: Finding[],
): Wanted {
  const keys = (...path: string[]) => {
    const table = at(pyproject?.data, ...path);
    return typeof table === 'object' && table !== null ? Object.keys(table) : [];
  };
  const isLegacy = at(pyproject?.data, 'tool', 'uv', 'dev-dependencies') !== undefined;
  const known = {
    groups: [...keys('dependency-groups'), ...(isLegacy ? ['dev'] : [])],
    extras: keys('project', 'optional-dependencies'),
  };
  const kept = (key: keyof Wanted, what: string, where: string) =>
    settings[key]
      .filter((name) => {
        if (known[key].some((one) => normalName(one) === normalName(name))) return true;
        const meant = nearest(name, known[key]);
        findings.push(
          error(
            'invalid-setting',
            `The project has no ${what} '${quote(name)}' under ${where}.`,
            meant ? `Did you mean '${meant}'?` : `Add it, run \`uv lock\`, or take it out of ${key}.`,
            placeOf(own, key),
          ),
        );
        return false;
      })
      .map(normalName);
  return {
    groups: kept('groups', 'dependency group', '[dependency-groups]'),
    extras: kept('extras', 'extra', '[project.optional-dependencies]'),
  };
}

/** The package whose command or module Connect starts the content with. Any WSGI or ASGI framework will do for the others. */
const STARTERS: Partial<Record<AppMode, string>> = {
  'python-dash': 'dash',
  'python-streamlit': 'streamlit',
  'python-shiny': 'shiny',
  'python-bokeh': 'bokeh',
  'python-gradio': 'gradio',
  'python-panel': 'panel',
  'quarto-shiny': 'shiny',
};

/** Packages of the server's own, whose versions it chooses: one notice for all. */
export function externalVersions(
  { locked, settings }: { readonly locked: readonly LockedPackage[]; readonly settings: ConnectSettings },
  own: OwnSettings,
): Finding[] {
  const found = locked.filter(({ name }) => settings.external.includes(name)).map((one) => quote(packageName(one)));
  if (found.length === 0) return [];
  const message = `The server has its own ${found.slice(0, 8).join(', ')}${found.length > 8 ? ` and ${found.length - 8} more` : ''}: the versions there may be others than these.`;
  const remedy = 'Ask the administrator which they are, and lock the same ones.';
  return [notice('external-version', message, remedy, placeOf(own, 'external'))];
}

/** Settings that only some content has. */
const ONLY_FOR: Readonly<Record<string, readonly AppMode[]>> = {
  'hide-all-input': ['jupyter-static'],
  'hide-tagged-input': ['jupyter-static'],
  'quarto-version': ['quarto-static', 'quarto-shiny'],
};

export const idleSettings = (mode: AppMode, own: OwnSettings): Finding[] =>
  Object.entries(ONLY_FOR).flatMap(([key, modes]): Finding[] => {
    if (own[key] === undefined || modes.includes(mode)) return [];
    const message = `${key} has no effect on ${mode}: it is for ${modes.join(' and ')}.`;
    return [warning('setting-without-effect', message, `Remove ${key}.`, placeOf(own, key))];
  });

type Content = {
  readonly project: Project;
  readonly decided: Decided;
  readonly locked: readonly LockedPackage[];
};

/** Any of them brings the kernel that Quarto runs Python with (its documentation, "Using Python"). */
const KERNELS = ['jupyter', 'ipykernel', 'jupyterlab', 'notebook', 'nbclient', 'nbconvert'];

function withoutJupyter({ project, locked }: Content): Finding[] {
  const { pyproject, lock } = project;
  if (lock === undefined || locked.some(({ name }) => KERNELS.includes(name))) return [];
  return [
    warning(
      'framework-not-locked',
      'No package of Jupyter is among those that are deployed: Quarto runs Python with it.',
      'Run `uv add jupyter`, and commit pyproject.toml and uv.lock.',
      pyproject && placeIn(pyproject, 'project.dependencies'),
    ),
  ];
}

/** Whether what starts the content is among the locked packages that go along. */
export function checkFramework(content: Content): Finding[] {
  const { lock, pyproject } = content.project;
  const kernel = isQuarto(content.decided.mode) ? withoutJupyter(content) : [];
  const starter = STARTERS[content.decided.mode];
  if (starter === undefined || lock === undefined || content.locked.length === 0) return kernel;
  if (content.locked.some(({ name }) => name === starter)) return kernel;
  return [
    ...kernel,
    error(
      'framework-not-locked',
      `${starter} is not among the packages that are deployed: Connect can't start ${content.decided.mode} content without it.`,
      `Run \`uv add ${starter}\`; if it is in a group or an extra, name that under groups or extras in [tool.uv-deploy.connect].`,
      pyproject && placeIn(pyproject, 'project.dependencies'),
    ),
  ];
}
