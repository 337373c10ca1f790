import { join } from 'node:path';
import { type ManifestFacts, manifest } from '../../../bundle/manifest.ts';
import { findSecrets } from '../../../bundle/secrets.ts';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { isInside } from '../../../ports/paths.ts';
import type { TextFile } from '../../../project/files/text-file.ts';
import { placeIn } from '../../../project/files/toml.ts';
import { type LockedPackage, packageName } from '../../../project/lock/packages.ts';
import type { Finished, FinishTools } from '../../plan.ts';
import { factsOf } from '../content/app-modes.ts';
import { distInfos } from './dist-info.ts';
import { flatten } from './flatten.ts';
import { UNKNOWN } from './local-packages.ts';
import type { PlanInput } from './plan-input.ts';
import { environmentKey, exportRequirements, REQUIREMENTS, readRequirements } from './requirements.ts';

/** Sources of requirements that `[tool.rsconnect]` may name and that are the lock to us: it pins what they only ask for. */
export const FROM_LOCK = ['uv.lock', 'pyproject.toml'];
/** What rsconnect-python writes when Quarto does not tell its version: the server takes its newest. */
const ANY_QUARTO = '99.9.9';

const OURS = 'tool.uv-deploy.connect.requirements-file';

/** The requirements file that a setting names, ours before rsconnect's; empty where none does. */
export const namedRequirements = ({ rsconnect, settings }: Pick<PlanInput, 'rsconnect' | 'settings'>): string =>
  (settings.requirementsFile ?? rsconnect?.requirementsFile ?? '').replace(/^\.\//, '');

/**
 * The requirements file that the project brings along, which Posit's own clients put before a lock. `finding` says that the one
 * that `[tool.rsconnect]` names is not in the bundle.
 */
export function givenRequirements(
  { project, rsconnect, settings }: Pick<PlanInput, 'project' | 'rsconnect' | 'settings'>,
  files: readonly BundleFile[],
): { file?: TextFile & { readonly name: string }; finding?: Finding } {
  const named = namedRequirements({ rsconnect, settings });
  if (FROM_LOCK.includes(named)) return {};
  const name = named || REQUIREMENTS;
  const found = files.find(({ path }) => path === name);
  if (found === undefined && named === '') return {};
  const source = typeof found?.source === 'string' ? found.source : join(project.dir, name);
  const read = readRequirements(project, source);
  if (read !== undefined && 'level' in read) return { finding: read };
  if (found && read) return { file: { ...read, name } };
  const exists = read !== undefined;
  const isOurs = settings.requirementsFile !== undefined;
  return {
    finding: error(
      'requirements-file-missing',
      `${isOurs ? 'requirements-file' : '[tool.rsconnect]'} names ${quote(named, 200)}, which ${exists ? 'is left out of the bundle' : 'does not exist'}.`,
      `Correct ${isOurs ? 'it' : 'requirements_file'}, or remove it: the requirements are then made from uv.lock.`,
      project.pyproject && placeIn(project.pyproject, isOurs ? OURS : 'tool.rsconnect.requirements_file'),
    ),
  };
}

/** Adds the requirements and the local packages' modules, and writes the manifest. */
export async function finish(content: PlanInput, files: readonly BundleFile[], tools: FinishTools): Promise<Finished> {
  const { settings, runsPython } = content;
  const packageFile = givenRequirements(content, files).file?.name ?? REQUIREMENTS;
  const made = runsPython ? await addPython(content, files, tools) : { added: [], notes: [], findings: [] };
  return {
    ...made,
    ...(runsPython && settings.environmentManagement !== false && { requirements: packageFile }),
    passedOver: { provided: settings.external, prohibited: settings.prohibited },
    manifest: (packed) => manifest(manifestFacts(content, packageFile), packed),
  };
}

/** The local packages' modules and, where the project has none of its own, the requirements made from the lock. */
async function addPython(
  content: PlanInput,
  files: readonly BundleFile[],
  { uv, list }: FinishTools,
): Promise<Pick<Finished, 'added' | 'notes' | 'findings'>> {
  const { project, settings, local, locked, python } = content;
  const { added, findings } = await flatten(project, local, files, list);
  added.push(...distInfos(local).filter(({ path }) => !files.some((file) => file.path === path)));
  const foreign = added.filter(({ source }) => typeof source === 'string' && !isInside(project.dir, source));
  findings.push(...findSecrets(foreign, project.shown));
  const names = local.filter(({ roots }) => roots.length > 0).map(({ name }) => quote(name));
  const notes =
    names.length > 0 ? [`The code of ${names.join(', ')} is at the root of the bundle, not installed.`] : [];
  const unknown = local.filter(({ version }) => version === UNKNOWN).map(({ name }) => quote(name));
  if (unknown.length > 0) {
    notes.push(`The version of ${unknown.join(', ')} is not written down: importlib.metadata says ${UNKNOWN} for it.`);
  }

  let text = givenRequirements(content, files).file?.text;
  if (text === undefined && project.lock && uv === undefined) {
    findings.push(noUv(project.lock.shown));
  } else if (text === undefined && project.lock && uv) {
    const made = await exportRequirements(uv, project.dir, settings, { lock: project.lock, locked });
    findings.push(...made.findings);
    text = made.text;
    const source = Buffer.from(text);
    added.push({ path: REQUIREMENTS, source, size: source.length, executable: false });
  }
  if (settings.environmentManagement === false) {
    notes.push(unmanaged(locked.filter(({ source }) => !FOLDERS.includes(source?.kind))));
  } else if (text !== undefined) {
    const key = environmentKey(text, python.version, settings.installer).slice(0, 12);
    notes.push(`Environment ${key}: as long as this stays the same, Connect has nothing to install.`);
  }
  return { added, notes, findings };
}

function manifestFacts(
  { decided: { mode, entrypoint }, settings, runsPython, python, quarto }: PlanInput,
  packageFile: string,
): ManifestFacts {
  const { form } = factsOf(mode);
  return {
    appmode: mode,
    entrypoint: form === 'none' ? '' : entrypoint,
    ...(form === 'html' && { primaryHtml: entrypoint }),
    ...(mode === 'jupyter-static' && { hides: { all: settings.hideAllInput, tagged: settings.hideTaggedInput } }),
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
        allowUv: { uv: true, pip: false, auto: undefined }[settings.installer],
      },
    }),
    image: settings.image,
    managesPython: settings.environmentManagement,
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
