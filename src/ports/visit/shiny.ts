import { at } from '../http/json.ts';
import { notOpened, type Session, type Visited } from './session.ts';
import { valuesOf } from './shiny-inputs.ts';

/**
 * Shiny calls the app's server function when a session begins over a WebSocket, `websocket/`, and runs the outputs that can be seen. In
 * JSON: shiny/session/_session.py, and the messages a browser exchanges with it, from 0.6 to 1.8.
 */
export const shiny = {
  name: 'Shiny',
  fits: (html: string): boolean => /<script[^>]+src="[^"]*\bshiny(?:\.min)?\.js/i.test(html),
  visit,
};

/** The code with which the server ends a session whose code raised. */
const GONE = 1001;
/** There is no word for "all outputs are done": it is over when nothing is under way, and nothing came for a while. */
const QUIET_MS = 700;
const MOST_UPDATES = 20;

async function visit(session: Session): Promise<Visited> {
  const socket = await session.connect('websocket/');
  if ('refused' in socket) return notOpened(shiny.name, socket);
  const { page, html } = session;
  const client = {
    ...{ '.clientdata_pixelratio': 1, '.clientdata_url_protocol': page.protocol, '.clientdata_url_port': page.port },
    ...{ '.clientdata_url_hostname': page.hostname, '.clientdata_url_pathname': page.pathname },
    ...{ '.clientdata_url_search': '', '.clientdata_url_hash': '', '.clientdata_url_hash_initial': '' },
    ...{ '.clientdata_singletons': '' },
  };
  const under = new Set<string>();
  let [isBusy, isAnswered, updates] = [false, false, 0];
  try {
    for (;;) {
      const isQuiet = isAnswered && !isBusy && under.size === 0;
      const next = await socket.next(isQuiet ? Math.min(QUIET_MS, session.left()) : session.left());
      if (next.is === 'silent') {
        return isQuiet
          ? { is: 'well', framework: shiny.name }
          : { is: 'unsure', framework: shiny.name, why: 'Its outputs were not all made in time.' };
      }
      if (next.is === 'closed') {
        if (next.code === GONE) return { is: 'raised', framework: shiny.name, said: '', trace: '' };
        return { is: 'unsure', framework: shiny.name, why: 'Its session was cut off.' };
      }
      if (next.is !== 'text') continue;
      const read: unknown = JSON.parse(next.text);
      if (at(read, 'config') !== undefined) {
        socket.send(JSON.stringify({ method: 'init', data: { ...client, ...valuesOf(html) } }));
      }
      const busy = at(read, 'busy');
      if (busy !== undefined) isBusy = busy === 'busy';
      note(under, at(read, 'recalculating'));
      const failed = Object.values(at(read, 'errors') ?? {})[0];
      if (failed !== undefined) {
        return { is: 'raised', framework: shiny.name, said: String(at(failed, 'message') ?? ''), trace: '' };
      }
      const values = at(read, 'values');
      if (values === undefined) continue;
      isAnswered = true;
      // `render.ui` brings outputs and inputs of its own.
      const fresh = Object.values(values ?? {}).map((value) => at(value, 'html'));
      const data = Object.assign({}, ...fresh.map((one) => (typeof one === 'string' ? valuesOf(one) : {})));
      if (Object.keys(data).length === 0 || updates++ >= MOST_UPDATES) continue;
      socket.send(JSON.stringify({ method: 'update', data }));
    }
  } finally {
    socket.close();
  }
}

/** Which outputs are under way. */
function note(under: Set<string>, told: unknown): void {
  const [name, status] = [at(told, 'name'), at(told, 'status')];
  if (typeof name !== 'string') return;
  if (status === 'recalculating') under.add(name);
  else under.delete(name);
}
