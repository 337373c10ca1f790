import { join, relative, sep } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { isInside } from '../../../ports/paths.ts';
import type { LockedPackage } from '../../../project/lock/packages.ts';
import type { Project } from '../../../project/project.ts';
import { checkSource } from '../../../project/source/readable.ts';
import { factsOf } from '../content/app-modes.ts';
import type { Decided } from '../content/detect.ts';
import { checkNotebook } from '../content/notebook.ts';
import type { PythonWish } from '../content/python-wish.ts';
import type { QuartoFacts } from '../content/quarto.ts';
import type { Rsconnect } from '../content/rsconnect-table.ts';
import type { ConnectSettings } from '../content/settings.ts';
import type { LocalPackage } from './local-packages.ts';

/** All that the parts of the plan are made from. */
export type PlanInput = {
  readonly project: Project;
  readonly decided: Decided;
  readonly settings: ConnectSettings;
  readonly rsconnect: Rsconnect | undefined;
  readonly locked: readonly LockedPackage[];
  readonly local: readonly LocalPackage[];
  /** Whether anything is run: pages and plain documents need no Python. */
  readonly runsPython: boolean;
  readonly python: PythonWish;
  readonly quarto: QuartoFacts | undefined;
};

/** What is wrong with the file that is started or rendered. */
export function checkEntry({ project, decided, quarto }: PlanInput): Finding[] {
  const { file, mode } = decided;
  const findings: Finding[] = [];
  if (file?.endsWith('.py')) {
    findings.push(...checkSource(project.checkout, file));
  } else if (file && factsOf(mode).form === 'notebook') {
    findings.push(...checkNotebook(project.checkout, file));
  }
  const shown = (path: string) => project.shown(join(project.dir, path));
  for (const path of (mode === 'quarto-static' && quarto?.interactive) || []) {
    const message = `${shown(path)} has server: shiny, which makes it an app; as ${mode} it can't be rendered.`;
    const remedy = 'Remove the key; or deploy it alone, with `content-type: quarto-shiny`.';
    findings.push(error('quarto-interactive', message, remedy, { file: shown(path), line: 1 }));
  }
  for (const [path, engine] of quarto?.foreign ?? []) {
    const message = `${shown(path)} needs the engine ${engine}: R and Julia are not deployed from source here.`;
    const remedy =
      'Commit the manifest.json that rsconnect writes for it in R; or leave the document out of render in _quarto.yml.';
    findings.push(error('quarto-engine', message, remedy, { file: shown(path), line: 1 }));
  }
  return findings;
}

/** That what is started is in the bundle, too. */
export function checkBundled({ project, decided }: PlanInput, files: readonly BundleFile[]): Finding[] {
  const { file } = decided;
  if (file === undefined || !isInside(project.dir, file)) return [];
  const path = relative(project.dir, file).split(sep).join('/');
  if (files.some((one) => one.path === path)) return [];
  return [
    error(
      'entrypoint-not-bundled',
      `The entrypoint ${quote(path, 200)} is left out of the bundle.`,
      'Check .gitignore, and include and exclude.',
      { file: project.shown(file) },
    ),
  ];
}
