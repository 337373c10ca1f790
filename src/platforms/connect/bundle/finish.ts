import { join } from 'node:path';
import { manifest } from '../../../bundle/manifest.ts';
import { findSecrets } from '../../../bundle/secrets.ts';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { isInside } from '../../../ports/paths.ts';
import type { TextFile } from '../../../project/files/text-file.ts';
import { type LockedPackage, packageName } from '../../../project/lock/packages.ts';
import type { Finished, FinishTools } from '../../platform.ts';
import { factsOf } from '../content/app-modes.ts';
import { flatten } from './flatten.ts';
import type { PlanInput } from './plan-input.ts';
import { environmentKey, exportRequirements, REQUIREMENTS, readRequirements } from './requirements.ts';

/** Sources of requirements that `[tool.rsconnect]` may name and that are the lock to us: it pins what they only ask for. */
export const FROM_LOCK = ['uv.lock', 'pyproject.toml'];
/** What rsconnect-python writes when Quarto does not tell its version: the server takes its newest. */
const ANY_QUARTO = '99.9.9';

/**
 * The requirements file that the project brings along, which Posit's own clients put before a lock. `finding` says that the one
 * that `[tool.rsconnect]` names is not in the bundle.
 */
export function givenRequirements(
  { project, rsconnect }: Pick<PlanInput, 'project' | 'rsconnect'>,
  files: readonly BundleFile[],
): { file?: TextFile & { readonly name: string }; finding?: Finding } {
  const named = rsconnect?.requirementsFile.replace(/^\.\//, '') ?? '';
  if (FROM_LOCK.includes(named)) return {};
  const name = named || REQUIREMENTS;
  const found = files.find(({ path }) => path === name);
  if (found === undefined && named === '') return {};
  const source = typeof found?.source === 'string' ? found.source : join(project.dir, name);
  const read = readRequirements(project, source);
  if (read !== undefined && 'level' in read) return { finding: read };
  if (found && read) return { file: { ...read, name } };
  const exists = read !== undefined;
  return {
    finding: error(
      'requirements-file-missing',
      `[tool.rsconnect] names ${quote(named, 200)}, which ${exists ? 'is left out of the bundle' : 'does not exist'}.`,
      'Correct requirements_file, or remove it: the requirements are then made from uv.lock.',
      project.pyproject && {
        file: project.pyproject.shown,
        line: project.pyproject.lineOf('tool.rsconnect.requirements_file'),
      },
    ),
  };
}

/** Adds the requirements and the local packages' modules, and writes the manifest. */
export async function finish(
  content: PlanInput,
  files: readonly BundleFile[],
  { uv, list }: FinishTools,
): Promise<Finished> {
  const { project, decided, settings, local, locked, runsPython, python, quarto } = content;
  const findings: Finding[] = [];
  const notes: string[] = [];
  const added: BundleFile[] = [];

  const given = givenRequirements(content, files).file;
  const packageFile = given?.name ?? REQUIREMENTS;
  if (runsPython) {
    const copies = await flatten(project, local, files, list);
    const foreign = copies.added.filter(({ source }) => typeof source === 'string' && !isInside(project.dir, source));
    findings.push(...copies.findings, ...findSecrets(foreign, project.shown));
    added.push(...copies.added);
    const names = local.filter(({ roots }) => roots.length > 0).map(({ name }) => quote(name));
    if (names.length > 0) notes.push(`The code of ${names.join(', ')} is at the root of the bundle, not installed.`);

    let text = given?.text;
    if (text === undefined && project.lock) {
      if (uv === undefined) {
        findings.push(noUv(project.lock.shown));
      } else {
        const made = await exportRequirements(uv, project.dir, settings, project.lock, locked);
        findings.push(...made.findings);
        text = made.text;
        const source = Buffer.from(text);
        added.push({ path: REQUIREMENTS, source, size: source.length, executable: false });
      }
    }
    if (settings.environmentManagement === false)
      notes.push(unmanaged(locked.filter(({ source }) => !FOLDERS.includes(source?.kind))));
    else if (text !== undefined)
      notes.push(
        `Environment ${environmentKey(text, python.version, settings.installer).slice(0, 12)}: as long as this stays the same, Connect has nothing to install.`,
      );
  }

  const isHtml = factsOf(decided.mode).form === 'html';
  const allowUv = { uv: true, pip: false, auto: undefined }[settings.installer];
  return {
    added,
    notes,
    findings,
    ...(runsPython && settings.environmentManagement !== false && { requirements: packageFile }),
    manifest: (packed) =>
      manifest(
        {
          appmode: decided.mode,
          entrypoint: factsOf(decided.mode).form === 'none' ? '' : decided.entrypoint,
          ...(isHtml && { primaryHtml: decided.entrypoint }),
          ...(quarto && quarto.documents.length > 1 && { contentCategory: 'site' }),
          ...(quarto && { quarto: { version: settings.quartoVersion ?? ANY_QUARTO, engines: quarto.engines } }),
          python: python.version,
          requiresPython: python.requires,
          ...(runsPython && {
            packageManager: {
              name: settings.installer === 'uv' ? 'uv' : 'pip',
              // The runner's uv says nothing of the content: with it, a newer runner would make another bundle of the same commit.
              version: '',
              packageFile,
              allowUv,
            },
          }),
          image: settings.image,
          managesPython: settings.environmentManagement,
        },
        packed,
      ),
  };
}

const noUv = (lock: string): Finding =>
  error(
    'no-uv',
    `Connect installs from a ${REQUIREMENTS}, which only uv can make from ${lock}; uv is not on PATH.`,
    `Add a step with astral-sh/setup-uv before this one, or commit a ${REQUIREMENTS}.`,
    { file: lock, line: 1 },
  );

const SHOWN = 30;
const FOLDERS: readonly (string | undefined)[] = ['editable', 'directory', 'virtual'];

/** For the summary: who has to install what. */
function unmanaged(locked: readonly LockedPackage[]): string {
  const names = locked.map((one) => quote(packageName(one)));
  const rest = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  const needs = names.length === 0 ? 'nothing' : `${names.slice(0, SHOWN).join(', ')}${rest}`;
  return `environment-management is off: Connect installs nothing. An administrator has to have installed what the lock needs: ${needs}.`;
}
