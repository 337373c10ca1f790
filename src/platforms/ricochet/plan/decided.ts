import { basename } from 'node:path';
import { stringify } from 'smol-toml';
import type { Finding } from '../../../findings/finding.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import type { TomlFile } from '../../../project/files/toml.ts';
import { at } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';
import { type Config, readConfig } from './config.ts';
import type { ItemSettings } from './settings.ts';

/** What the project is on ricochet: its configuration, the text that creates the item, and why. */
export type Decided = {
  readonly config: Config;
  readonly text: string;
  readonly settings: ItemSettings;
  readonly reasons: string[];
};

/** The project's own `_ricochet.toml`, with what the inputs override. */
export function fromFile(file: TomlFile, inputs: Inputs, findings: Finding[]): Decided | undefined {
  const overrides = {
    ...(inputs.name && { name: inputs.name }),
    ...(inputs.entrypoint && { entrypoint: inputs.entrypoint }),
    ...(inputs.contentType && { content_type: inputs.contentType }),
  };
  const overridden = Object.keys(overrides);
  const content = { ...(at(file.data, 'content') as object | undefined), ...overrides };
  const data = overridden.length > 0 ? { ...file.data, content } : file.data;
  const { config, findings: found } = readConfig(
    { ...file, data },
    overridden.map((key) => `content.${key}`),
  );
  findings.push(...found);
  return {
    config,
    text: overridden.length > 0 ? stringify(data) : file.text,
    settings: data,
    reasons: [
      `${file.shown}: ${config.contentType}, entrypoint ${config.entrypoint}`,
      ...(overridden.length > 0 ? [`The inputs set ${overridden.join(', ')}.`] : []),
    ],
  };
}

/** What an item is called when neither the inputs nor a file says so. */
export function defaultName(project: Project): string {
  const name = at(project.pyproject?.data, 'project', 'name');
  return typeof name === 'string' ? name : basename(project.dir);
}
