import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { listFiles } from '../../../src/bundle/listing.ts';
import { selectFiles } from '../../../src/bundle/selection.ts';
import type { BundleFile } from '../../../src/bundle/source.ts';
import type { Finding } from '../../../src/findings/finding.ts';
import { layersOf } from '../../../src/inputs/apps.ts';
import { readInputs } from '../../../src/inputs/raw.ts';
import { layerSettings } from '../../../src/inputs/settings.ts';
import { connect } from '../../../src/platforms/connect/connect.ts';
import { planConnect } from '../../../src/platforms/connect/plan/plan.ts';
import type { ConnectPlan } from '../../../src/platforms/connect/plan/plan-base.ts';
import { systemExec } from '../../../src/ports/exec.ts';
import type { Uv } from '../../../src/ports/uv.ts';
import { readProject } from '../../../src/project/project.ts';
import { createInputs } from '../../tools/fakes.ts';
import { rsconnectEnvironment } from '../../tools/rsconnect.ts';
import { uv as program } from '../../tools/uv.ts';

/** What a project becomes, as `prepare` brings it about. */
export type Bundled = {
  readonly plan: ConnectPlan | undefined;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
  readonly requirements: string | undefined;
  readonly files: ReadonlyMap<string, BundleFile>;
  /** The manifest as an object; undefined when an error came before it. */
  readonly manifest: Record<string, unknown> | undefined;
};

const signal = new AbortController().signal;

/** uv as the action runs it, but for its own place. */
export const realUv: Uv = {
  version: '0.0.0',
  ownSettings: new Map(),
  run: (args, { cwd, env }) => systemExec(program, args, { cwd, env: { ...rsconnectEnvironment(), ...env }, signal }),
};

const bytesOf = ({ source }: BundleFile): Buffer =>
  typeof source === 'string' ? readFileSync(source) : Buffer.from(source);

/** Plans and finishes the project in `directory` of `checkout`; without uv when that is left out. */
export async function bundle(
  checkout: string,
  inputs: Readonly<Record<string, string>> = {},
  { uv, directory = '.' }: { uv?: Uv; directory?: string } = {},
): Promise<Bundled> {
  const project = await readProject(checkout, directory);
  const layers = layersOf({ directory, findings: [] }, project);
  const given = { ...createInputs(inputs), own: layerSettings(readInputs({}), layers, connect).own };
  const list = (dir: string) => listFiles(dir, project.shown, { exec: systemExec, signal }).then(({ files }) => files);
  const { plan, findings } = await planConnect(project, given, () => list(project.dir));
  const none = { plan, notes: [], requirements: undefined, files: new Map(), manifest: undefined };
  if (plan === undefined) return { ...none, findings };
  const rules = {
    platformKeeps: plan.includes,
    platformNames: plan.includesExplicitly,
    exclude: given.exclude,
    include: given.include,
    added: plan.added,
  };
  const listing = await listFiles(project.dir, project.shown, { exec: systemExec, signal });
  const selected = await selectFiles(project.dir, project.shown, rules, listing);
  findings.push(...selected.findings, ...plan.checkFiles(selected.files));
  if (findings.some(({ level }) => level === 'error')) return { ...none, findings };
  const finished = await plan.finish?.(selected.files, { uv, list });
  if (finished === undefined) throw new Error('A plan for Connect is finished with uv.');
  const files = new Map([...selected.files, ...finished.added].map((file) => [file.path, file]));
  const packed = [...files.values()].map((file) => ({
    path: file.path,
    size: file.size,
    md5: hash('md5', bytesOf(file)),
  }));
  const requirements = files.get('requirements.txt');
  return {
    plan,
    findings: [...findings, ...finished.findings],
    notes: finished.notes,
    requirements: requirements && bytesOf(requirements).toString(),
    files,
    manifest: JSON.parse(finished.manifest(packed)) as Record<string, unknown>,
  };
}
