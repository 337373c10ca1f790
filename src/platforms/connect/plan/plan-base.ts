import { basename } from 'node:path';
import type { Inputs } from '../../../inputs/inputs.ts';
import { at } from '../../../project/files/values.ts';
import type { Project } from '../../../project/project.ts';
import type { Identity } from '../../gateway.ts';
import type { Plan } from '../../plan.ts';
import { guidIn } from '../api/address.ts';
import type { PythonWish } from '../content/python-wish.ts';
import type { ConnectSettings } from '../content/settings.ts';
import { contentName, rsconnectName, titleOf, variantOf } from '../gateway/names.ts';

/** A plan without its gateway, and what the gateway needs beside it. */
export type ConnectPlan = Omit<Plan, 'open'> & {
  /** The GUID to redeploy; empty to find the item by its name. */
  readonly id: string;
  readonly title: string;
  readonly former?: Identity['former'];
  readonly settings: ConnectSettings;
  /** What the manifest asks for; both empty for content that runs no Python. */
  readonly python: PythonWish;
};

/** What all plans for Connect have in common. */
export function planBase(project: Project, inputs: Inputs, settings: ConnectSettings, rsconnectTitle = '') {
  const projectName = at(project.pyproject?.data, 'project', 'name');
  const name = inputs.name || (typeof projectName === 'string' ? projectName : basename(project.dir));
  const title = settings.title ?? titleOf(rsconnectTitle || name);
  const production = { name: contentName(name), title, settings };
  const old = rsconnectName(name);
  const former = old === production.name || inputs.variant !== '' ? undefined : { name: old, title };
  return {
    id: guidIn(inputs.id),
    former,
    ...(inputs.variant === '' ? production : variantOf(production, inputs.variant)),
    kind: 'app' as const,
    delivery: 'archive' as const,
    healthPaths: inputs.healthCheckPaths,
    includesExplicitly: () => false,
    // No limit of the server's is documented.
    maxBundleSize: Number.POSITIVE_INFINITY,
  };
}
