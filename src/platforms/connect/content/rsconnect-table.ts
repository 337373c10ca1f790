import { error, type Finding } from '../../../findings/finding.ts';
import { placeIn } from '../../../project/files/toml.ts';
import { at, textAt } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';

export type Place = { readonly file?: string; readonly line?: number };
/** A value, and where it is written. */
export type Said = { readonly value: string; readonly where: string; readonly place: Place };

/** What `[tool.rsconnect]` says: the table that `rsconnect deploy pyproject` goes by. */
export type Rsconnect = Readonly<NonNullable<ReturnType<typeof readRsconnect>>>;

/** Reads `[tool.rsconnect]`; both of its required keys have to be there. */
export function readRsconnect(project: Project, findings: Finding[]) {
  const file = project.pyproject;
  const table = at(file?.data, 'tool', 'rsconnect');
  if (file === undefined || table === undefined) return undefined;
  const text = (key: string) => textAt(table, key);
  const place = (key: string) => placeIn(file, `tool.rsconnect.${key}`);
  const missing = ['app_mode', 'entrypoint'].filter((key) => text(key) === '');
  for (const key of missing) {
    const message = `[tool.rsconnect] has no ${key}: rsconnect needs it as a text.`;
    const remedy = `Write ${key}, such as ${key === 'app_mode' ? '"python-fastapi"' : '"app:app"'}, or remove the table.`;
    findings.push(error('rsconnect-table', message, remedy, place(key)));
  }
  if (missing.length > 0) return undefined;
  const said = (key: string): Said => ({ value: text(key), where: `[tool.rsconnect] ${key}`, place: place(key) });
  const requirementsFile = text('requirements_file');
  return { mode: said('app_mode'), entrypoint: said('entrypoint'), title: text('title'), requirementsFile };
}
