import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { CHECK_CODES } from '../../src/findings/check-codes.ts';
import type { CodeText } from '../../src/findings/code-text.ts';
import { RUN_CODES } from '../../src/findings/run-codes.ts';
import { table } from './features.ts';
import { ownSettings } from './schema.ts';

const ROOT = resolve(import.meta.dirname, '../..');

type Described = { readonly description: string; readonly default?: unknown };
type Listed = Readonly<Record<string, Described>>;

const yaml = (path: string): unknown => parse(readFileSync(resolve(ROOT, path), 'utf8'));

/** The generated tables and lists of docs/, by the names of their places. */
export function referenceParts(): Readonly<Record<string, string>> {
  const action = yaml('action.yml') as { readonly inputs: Listed; readonly outputs: Listed };
  const workflow = yaml('.github/workflows/deploy.yml') as {
    readonly on: { readonly workflow_call: { readonly inputs: Listed; readonly secrets: Listed } };
  };
  const { inputs, secrets } = workflow.on.workflow_call;
  const own = Object.fromEntries(Object.entries(inputs).filter(([name]) => !Object.hasOwn(action.inputs, name)));
  return {
    inputs: inputTable(action.inputs),
    outputs: table(['Output', 'Meaning'], rows(action.outputs, 'output-')),
    'workflow-inputs': inputTable(own),
    'workflow-secrets': table(['Secret', 'Meaning'], rows(secrets, 'secret-')),
    'connect-settings': settingTable('connect'),
    'clever-cloud-settings': settingTable('clever-cloud'),
    'deploymill-settings': settingTable('deploymill'),
    checks: codeList(CHECK_CODES),
    facts: codeList(RUN_CODES),
  };
}

/** A name with a place of its own to link to. Inputs and outputs share names, so the latter's places have a prefix. */
const anchored = (name: string, prefix = ''): string => `<a id="${prefix}${name}"></a>\`${name}\``;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

const rows = (listed: Listed, prefix: string): string[][] =>
  Object.entries(listed).map(([name, { description }]) => [anchored(name, prefix), cell(description)]);

const inputTable = (inputs: Listed): string =>
  table(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, { default: value, description }]) => [
      anchored(name),
      value === '' || value === undefined ? '' : `\`${String(value)}\``,
      cell(description),
    ]),
  );

function settingTable(platform: Parameters<typeof ownSettings>[0]): string {
  const lines = Object.entries(ownSettings(platform)).map(([key, schema]) => {
    const { description, enum: choices, examples } = schema as Setting;
    const values = (choices ?? examples ?? []).map((value) => `\`${String(value)}\``).join(', ');
    return [`\`${key}\``, cell(description), cell(choices ? values : values && `such as ${values}`)];
  });
  return table(['Key', 'Meaning', 'Values'], lines);
}

type Setting = Described & { readonly enum?: readonly unknown[]; readonly examples?: readonly unknown[] };

/** A heading for each code, so that every renderer gives it a place to link to; in alphabetical order. */
const codeList = (codes: Readonly<Record<string, CodeText>>): string =>
  Object.entries(codes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, [meaning, remedy]]) => `### ${code}\n\n${meaning}.\n\n_What to do:_ ${remedy}.`)
    .join('\n\n');
