import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest, writeArchive } from '../bundle/archive.ts';
import { manifest } from '../bundle/manifest.ts';
import { type BundleFile, inOrder } from '../bundle/source.ts';
import { type Packed, totalSize } from '../bundle/tar.ts';
import { error, type Finding } from '../findings/finding.ts';
import { bytes } from '../findings/units.ts';
import type { Source } from '../platforms/gateway.ts';
import type { Finished, Plan } from '../platforms/plan.ts';
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
export async function pack(subject: PackSubject, { project, host, journal, signal }: Run): Promise<Verdict<Source>> {
  const { plan, files, finished, folder } = subject;
  let text: string | undefined;
  let generated: BundleFile[] = [];
  const last = (packed: readonly Packed[]): BundleFile[] => {
    text = finished?.manifest(packed);
    if (text === undefined) return [];
    const source = Buffer.from(text);
    generated = [{ path: 'manifest.json', source, size: source.length, executable: false }];
    return generated;
  };
  const archive =
    plan.delivery === 'archive' ? await writeArchive(join(folder, 'bundle.tar.gz'), files, signal, last) : undefined;
  const { contentSha256, files: packed } = archive ?? (await digest(files, signal, last));
  const source: Source = {
    files: inOrder([...files, ...generated]),
    ...{ packed, contentSha256 },
    ...(archive && { archive }),
  };
  journal.bundle(source);
  const record = text ?? (plan.manifest && lockManifest(subject, project, packed));
  if (record !== undefined) {
    const path = join(folder, 'manifest.json');
    journal.manifest(path);
    await writeFile(path, record, { mode: 0o600 });
  }

  const largest = [...inOrder(packed)].sort((a, b) => b.size - a.size).slice(0, LARGEST);
  show(source, largest, host);
  const size = sizeOf(source);
  return { value: source, findings: size > plan.maxBundleSize ? [tooLarge(size, largest[0], plan)] : [] };
}

function show(source: Source, largest: readonly Packed[], { info, quoted }: Deps['host']): void {
  const { archive, packed, contentSha256 } = source;
  const size = `${bytes(sizeOf(source))}${archive ? ' packed' : ''}`;
  info(`${packed.length} files, ${size}, sha256 ${archive?.sha256 ?? contentSha256}`);
  info(largest.length < packed.length ? 'The ten largest:' : 'Files:');
  for (const file of largest) quoted(`${bytes(file.size).padStart(8)}  ${file.path}`);
}

/** Of what is delivered: the archive, else the files. */
const sizeOf = ({ archive, packed }: Source): number => archive?.size ?? totalSize(packed);

const tooLarge = (size: number, first: Packed | undefined, { maxBundleSize }: Plan): Finding =>
  error(
    'bundle-too-large',
    `The bundle has ${bytes(size)}; the server allows ${bytes(maxBundleSize)}. The largest file is ${first?.path} with ${bytes(first?.size ?? 0)}.`,
    "Exclude data with 'exclude', and let the app fetch it.",
  );

/** What was deployed, for platforms that have no manifest of their own. */
function lockManifest({ plan, pin, uv }: PackSubject, project: Project, packed: readonly Packed[]): string {
  const [requirement] = pythonRequirements(project);
  return manifest(
    {
      appmode: plan.manifest?.appmode ?? '',
      entrypoint: plan.entrypoint,
      python: pin?.python ?? '',
      requiresPython: requirement?.text ?? '',
      packageManager: { name: 'uv', version: uv?.version ?? '', packageFile: 'uv.lock' },
    },
    packed,
  );
}
