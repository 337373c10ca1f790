import type { HttpResponse } from '../http/http.ts';
import { at, isSuccess, jsonOf } from '../http/json.ts';
import { type Callback, type Property, readCallbacks } from './dash-callbacks.ts';
import type { Session, Visited } from './session.ts';

/**
 * A Dash page asks for the layout and the list of callbacks, and then has the server run those that fill the page at first: what
 * dash-renderer sends, from Dash 2.17 to 4.4.
 */
export const dash = {
  name: 'Dash',
  fits: (html: string): boolean => html.includes('id="_dash-config"'),
  visit,
};

const CONFIG = /<script[^>]*id="_dash-config"[^>]*>([^<]*)<\/script>/;
const MOST_CALLS = 100;
const DEEPEST = 100;

type Components = Map<string, { readonly type: string; readonly props: Record<string, unknown> }>;

async function visit(session: Session): Promise<Visited> {
  const config: unknown = JSON.parse(CONFIG.exec(session.html)?.[1] ?? '{}');
  const prefix = at(config, 'requests_pathname_prefix');
  const base = typeof prefix === 'string' ? prefix : '';
  const layout = await session.request(`${base}_dash-layout`);
  const listed = await session.request(`${base}_dash-dependencies`);
  for (const answer of [layout, listed]) {
    if (answer.status >= 500) return raised(answer, 'its layout');
    if (!isSuccess(answer))
      return {
        is: 'unsure',
        framework: dash.name,
        why: `Its page asks ${base}_dash-layout, and gets ${answer.status}.`,
      };
  }
  const components: Components = new Map();
  collect(jsonOf(layout), components, session.page);
  const callbacks = readCallbacks(jsonOf(listed));
  const due = new Set(callbacks.filter((one) => startsWith(one, components)));
  const called = new Set<Callback>();
  while (called.size < MOST_CALLS) {
    const callback = nextOf(due, components);
    if (callback === undefined) break;
    due.delete(callback);
    called.add(callback);
    const answer = await session.request(`${base}_dash-update-component`, bodyOf(callback, components));
    if (answer.status >= 500) return raised(answer, `the callback of ${callback.output}`);
    if (!isSuccess(answer))
      return { is: 'unsure', framework: dash.name, why: `A callback is answered with ${answer.status}.` };
    const written = apply(jsonOf(answer), components, session.page);
    for (const one of callbacks) {
      const isDue = startsWith(one, components) || one.inputs.some((input) => written.has(keyOf(input)));
      if (isDue && !called.has(one)) due.add(one);
    }
  }
  return { is: 'well', framework: dash.name };
}

const raised = ({ text }: HttpResponse, what: string): Visited => {
  // With debug=True the page of the error has its name as its title.
  const [, title = ''] = /<title>([^<]{1,500})/.exec(text) ?? [];
  const said = /^500|Internal Server Error/i.test(title.trim()) ? '' : title.replace(/\s*\/\/ Werkzeug.*/, '').trim();
  return { is: 'raised', framework: dash.name, said: said || `an error in ${what}`, trace: '' };
};

const keyOf = ({ id, property }: Property): string => `${id}.${property}`;

/** Whether a callback is run when the page is opened. A location is set by the page itself. */
function startsWith({ inputs, isPrevented }: Callback, components: Components): boolean {
  const isLocated = inputs.some(({ id }) => components.get(id)?.type === 'Location');
  return inputs.every(({ id }) => components.has(id)) && (isLocated || !isPrevented);
}

/** One that waits for no other, and whose parts are all on the page. */
function nextOf(due: ReadonlySet<Callback>, components: Components): Callback | undefined {
  const ready = [...due].filter(({ inputs, outputs, state }) =>
    [...inputs, ...outputs, ...state].every(({ id }) => components.has(id)),
  );
  const pending = new Set(ready.flatMap(({ outputs }) => outputs.map(keyOf)));
  return ready.find(({ inputs }) => !inputs.some((input) => pending.has(keyOf(input)))) ?? ready[0];
}

function bodyOf({ output, outputs, isMulti, inputs, state }: Callback, components: Components): object {
  const filled = ({ id, property }: Property) => {
    const value = components.get(id)?.props[property];
    return { id, property, ...(value !== undefined && { value }) };
  };
  const changed = inputs.filter(({ id }) => components.get(id)?.type === 'Location').map(keyOf);
  return {
    ...{ output, outputs: isMulti ? outputs : outputs[0], inputs: inputs.map(filled), state: state.map(filled) },
    ...{ changedPropIds: changed, parsedChangedPropsIds: changed },
  };
}

/** Puts what a callback gave into the page. Answers which properties it wrote. */
function apply(answer: unknown, components: Components, page: URL): ReadonlySet<string> {
  const written = new Set<string>();
  for (const [id, props] of Object.entries(at(answer, 'response') ?? {})) {
    for (const [property, value] of Object.entries(props ?? {})) {
      written.add(`${id}.${property}`);
      const component = components.get(id);
      if (component) component.props[property] = value;
      collect(value, components, page);
    }
  }
  return written;
}

/** Takes in every component with an id, wherever it is in the page. */
function collect(value: unknown, components: Components, page: URL, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  const [props, type, id] = [at(value, 'props'), at(value, 'type'), at(value, 'props', 'id')];
  if (typeof props === 'object' && typeof type === 'string' && typeof id === 'string') {
    const { pathname, href } = page;
    const place = type === 'Location' && { pathname, href, search: '', hash: '' };
    components.set(id, { type, props: { ...props, ...place } });
  }
  for (const part of Object.values(value)) collect(part, components, page, depth + 1);
}
