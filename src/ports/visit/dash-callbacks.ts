import { at } from '../http/json.ts';

export type Property = { readonly id: string; readonly property: string };

/** A callback that the server runs. */
export type Callback = {
  /** As it is declared, which is how the server finds it. */
  readonly output: string;
  readonly outputs: readonly Property[];
  readonly isMulti: boolean;
  readonly inputs: readonly Property[];
  readonly state: readonly Property[];
  /** Whether it is to wait for a change. */
  readonly isPrevented: boolean;
};

/**
 * The callbacks of a page that are run on the server at once; those of the browser, in the background, and with patterns for ids are
 * left out.
 */
export function readCallbacks(listed: unknown): Callback[] {
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((row: unknown): Callback[] => {
    const output = at(row, 'output');
    const isElsewhere = ['clientside_function', 'background', 'long'].some((key) => Boolean(at(row, key)));
    if (typeof output !== 'string' || isElsewhere) return [];
    const isMulti = output.startsWith('..') && output.endsWith('..');
    const written = isMulti ? output.slice(2, -2).split('...') : [output];
    const [outputs, inputs, state] = [written.map(split), readList(at(row, 'inputs')), readList(at(row, 'state'))];
    const all = [...outputs, ...inputs, ...state];
    if (inputs.length === 0 || all.some(({ id, property }) => id === '' || id.startsWith('{') || property === ''))
      return [];
    return [{ output, outputs, isMulti, inputs, state, isPrevented: at(row, 'prevent_initial_call') === true }];
  });
}

const split = (written: string): Property => {
  const dot = written.lastIndexOf('.');
  return { id: written.slice(0, Math.max(dot, 0)), property: written.slice(dot + 1) };
};

const readList = (value: unknown): Property[] =>
  (Array.isArray(value) ? value : []).map((one: unknown) => ({
    id: String(at(one, 'id') ?? ''),
    property: String(at(one, 'property') ?? ''),
  }));
