import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, writeArchive } from '../bundle/archive.ts';
import { manifest } from '../bundle/manifest.ts';
import { type BundleFile, inOrder } from '../bundle/source.ts';
import type { Packed } from '../bundle/tar.ts';
import { error, type Finding } from '../findings/finding.ts';
import { bytes } from '../findings/units.ts';
import type { Finished, Plan } from '../platforms/platform.ts';
import type { Uv } from '../ports/uv.ts';
import { pythonRequirements } from '../project/lock/presence.ts';
import type { Pin } from '../project/pin/pin.ts';
import type { Project } from '../project/project.ts';
import type { Deps, Run } from '../report/deps.ts';
import type { Verdict } from '../report/gate.ts';

const LARGEST = 10;

/** What is packed, and what it was made with. */
type PackSubject = {
  readonly plan: Plan;
  readonly pin: Pin | undefined;
  readonly files: readonly BundleFile[];
  readonly uv: Uv | undefined;
  readonly finished: Finished | undefined;
  /** Where the bundle and its manifest are written. */
  readonly folder: string;
};

/** Packs what was checked. The manifest goes into the bundle where the platform has one of its own; else it is a record beside it. */
export async function pack(subject: PackSubject, { project, host, journal, signal }: Run): Promise<Verdict<Bundle>> {
  const { plan, files, finished, folder } = subject;
  let text: string | undefined;
  const last = (packed: readonly Packed[]): BundleFile[] => {
    text = finished?.manifest(packed);
    if (text === undefined) return [];
    const source = Buffer.from(text);
    return [{ path: 'manifest.json', source, size: source.length, executable: false }];
  };
  const bundle = await writeArchive(join(folder, 'bundle.tar.gz'), files, signal, last);
  const manifestPath = join(folder, 'manifest.json');
  journal.bundle(bundle, manifestPath);
  await writeFile(manifestPath, text ?? lockManifest(subject, project, bundle.files), { mode: 0o600 });

  const largest = [...inOrder(bundle.files)].sort((a, b) => b.size - a.size).slice(0, LARGEST);
  show(bundle, largest, host);
  return { value: bundle, findings: bundle.size > plan.maxBundleSize ? [tooLarge(bundle, largest[0], plan)] : [] };
}

function show(bundle: Bundle, largest: readonly Packed[], { info, quoted }: Deps['host']): void {
  info(`${bundle.files.length} files, ${bytes(bundle.size)} packed, sha256 ${bundle.sha256}`);
  info(largest.length < bundle.files.length ? 'The ten largest:' : 'Files:');
  for (const file of largest) quoted(`${bytes(file.size).padStart(8)}  ${file.path}`);
}

const tooLarge = ({ size }: Bundle, first: Packed | undefined, { maxBundleSize }: Plan): Finding =>
  error(
    'bundle-too-large',
    `The bundle has ${bytes(size)}; the server takes ${bytes(maxBundleSize)}. The largest file is ${first?.path} with ${bytes(first?.size ?? 0)}.`,
    "Leave data out with 'exclude' and let the app fetch it.",
  );

/** What was deployed, for platforms that have no manifest of their own. */
function lockManifest({ plan, pin, uv }: PackSubject, project: Project, packed: readonly Packed[]): string {
  const [requirement] = pythonRequirements(project);
  return manifest(
    {
      appmode: plan.appmode,
      entrypoint: plan.entrypoint,
      python: pin?.python ?? '',
      requiresPython: requirement?.text ?? '',
      packageManager: { name: 'uv', version: uv?.version ?? '', packageFile: 'uv.lock' },
    },
    packed,
  );
}
