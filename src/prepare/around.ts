/** The files of a workspace around a member, in the bundle of its folder. */
import { listFiles } from '../bundle/listing.ts';
import { type Selection, selectFiles } from '../bundle/selection.ts';
import { type BundleFile, inOrder } from '../bundle/source.ts';
import type { Exec } from '../ports/exec.ts';
import type { Around } from '../project/around.ts';
import type { Project } from '../project/project.ts';

const PLAIN = { platformKeeps: () => true, platformNames: () => false, exclude: [], include: [], added: [] };

/** Adds to what was selected in the member's folder what uv needs of the others. Where both have a path, the member's own file stays. */
export async function withAround(
  own: Selection,
  around: Around,
  project: Project,
  deps: { exec: Exec; signal: AbortSignal },
): Promise<Selection> {
  const files = new Map<string, BundleFile>();
  const findings = [...own.findings];
  for (const { folder, path, isBuilt } of around.folders) {
    const isOwn = folder === project.dir;
    const listing = await listFiles(folder, project.shown, deps);
    const { files: selected, findings: found } = await selectFiles(folder, project.shown, PLAIN, listing);
    if (!isOwn) findings.push(...found);
    for (const file of selected) {
      if (isBuilt || file.path === 'pyproject.toml')
        files.set(`${path}/${file.path}`, { ...file, path: `${path}/${file.path}` });
    }
  }
  for (const file of own.files) files.set(file.path, file);
  return { ...own, files: inOrder([...files.values()]), findings };
}
