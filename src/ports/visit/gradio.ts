import { at, jsonOf } from '../http/json.ts';
import type { Session, Visited } from './session.ts';

/** Gradio runs what an app does on `load` through its queue, for each page that is opened (gradio's client guide, "Querying with curl"). */
export const gradio = {
  name: 'Gradio',
  fits: (html: string): boolean => /window\.gradio_config|<gradio-app/.test(html),
  visit,
};

/** What a load is followed by is followed in turn; an app has no more of them. */
const MOST_EVENTS = 50;

type Event = {
  readonly id: number;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly targets: readonly (readonly [component: unknown, event: string])[];
  readonly after: number | undefined;
};

async function visit(session: Session): Promise<Visited> {
  const { status, ...answer } = await session.request('config');
  if (status === 401) return { is: 'unsure', framework: gradio.name, why: 'It asks for a login.' };
  const config = jsonOf({ status, ...answer });
  const listed = at(config, 'dependencies');
  if (!Array.isArray(listed))
    return { is: 'unsure', framework: gradio.name, why: 'It does not say what it does when it is opened.' };
  const events = listed.map(readEvent);
  const values = new Map<number, unknown>();
  for (const component of list(at(config, 'components'))) {
    values.set(Number(at(component, 'id')), at(component, 'props', 'value') ?? null);
  }
  const prefix = String(at(config, 'api_prefix') ?? '').replace(/^\/+/, '');
  const due = events.filter(({ targets }) => targets.some(([, event]) => event === 'load'));
  const done = new Set<number>();
  while (due.length > 0 && done.size < MOST_EVENTS) {
    const event = due.shift();
    if (event === undefined || done.has(event.id)) continue;
    done.add(event.id);
    const output = await run(event, values, prefix === '' ? '' : `${prefix}/`, session);
    if ('is' in output) return output;
    const written = new Set(event.outputs);
    for (const [index, id] of event.outputs.entries()) values.set(id, output.data[index] ?? null);
    due.push(...events.filter(({ after }) => after === event.id));
    due.push(
      ...events.filter(({ targets }) => targets.some(([id, name]) => name === 'change' && written.has(Number(id)))),
    );
  }
  return { is: 'well', framework: gradio.name };
}

async function run(
  { id, inputs }: Event,
  values: ReadonlyMap<number, unknown>,
  prefix: string,
  session: Session,
): Promise<Visited | { readonly data: readonly unknown[] }> {
  const session_hash = Math.random().toString(36).slice(2, 13).padEnd(11, '0');
  const data = inputs.map((input) => values.get(input) ?? null);
  const joined = await session.request(`${prefix}queue/join`, {
    ...{ data, event_data: null, fn_index: id, trigger_id: null, session_hash },
  });
  if (joined.status !== 200)
    return { is: 'unsure', framework: gradio.name, why: `It takes no event: it returned ${joined.status}.` };
  const stream = await session.request(`${prefix}queue/data?session_hash=${session_hash}`);
  const last = stream.text
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => jsonOf({ ...stream, text: line.slice('data:'.length) }))
    .findLast((message) => at(message, 'msg') === 'process_completed');
  if (last === undefined)
    return { is: 'unsure', framework: gradio.name, why: 'What it does when it is opened did not end in time.' };
  const output = at(last, 'output');
  // An error that the code shows on purpose (`gr.Error`) says how long it is to be seen.
  const isMeant = at(output, 'duration') !== undefined;
  if (at(last, 'success') !== false || isMeant) return { data: list(at(output, 'data')) };
  return { is: 'raised', framework: gradio.name, said: String(at(output, 'error') ?? ''), trace: '' };
}

function readEvent(written: unknown): Event {
  const after = at(written, 'trigger_after');
  return {
    id: Number(at(written, 'id')),
    inputs: list(at(written, 'inputs')).map(Number),
    outputs: list(at(written, 'outputs')).map(Number),
    targets: list(at(written, 'targets')).map((target) => {
      const [component, event] = list(target);
      return [component, String(event)] as const;
    }),
    after: typeof after === 'number' && at(written, 'backend_fn') !== false ? after : undefined,
  };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
