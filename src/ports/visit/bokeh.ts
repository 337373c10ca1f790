import { at } from '../http/json.ts';
import { notOpened, type Session, type Visited } from './session.ts';
import type { Message, Socket } from './socket.ts';

/**
 * Bokeh's server runs the script when its page is asked for, and answers with an empty page where it raised. The document comes over a
 * WebSocket, in messages of three frames: header, metadata, content (Bokeh's documentation, "Server protocol"). Panel is the same.
 */
export const bokeh = {
  name: 'Bokeh',
  fits: (html: string): boolean => TOKEN.test(html) && /bokeh/i.test(html),
  visit,
};

const TOKEN = /"token"\s*:\s*"([\w.~+/=-]{1,20000})"/;
/** Callbacks of the page's loading are run in the server's next turns: it says when one raised, and nothing when all went well. */
const SETTLED_MS = 1_000;
const TRACEBACK = 'Traceback (most recent call last)';

const PULL = { msgid: '1000', msgtype: 'PULL-DOC-REQ' };
const READY = { msgid: '1001', msgtype: 'PATCH-DOC' };
const EVENT = { type: 'event', name: 'document_ready', values: { type: 'map' } };

async function visit(session: Session): Promise<Visited> {
  const [, token = ''] = TOKEN.exec(session.html) ?? [];
  const socket = await session.connect('ws', ['bokeh', token]);
  if ('refused' in socket) return notOpened(bokeh.name, socket);
  try {
    let roots: number | undefined;
    for (;;) {
      const read = await nextMessage(
        socket,
        roots === undefined ? session.left() : Math.min(SETTLED_MS, session.left()),
      );
      if (read === undefined) break;
      const { type, content } = read;
      if (type === 'ACK') send(socket, PULL, {});
      if (type === 'ERROR') return raised(at(content, 'text'), at(content, 'traceback'));
      if (type !== 'PULL-DOC-REPLY') continue;
      const list = at(content, 'doc', 'roots');
      roots = Array.isArray(list) ? list.length : 0;
      const trace = tracebackIn(content);
      if (trace !== undefined) return raised(undefined, trace);
      send(socket, READY, { events: [{ kind: 'MessageSent', msg_type: 'bokeh_event', msg_data: EVENT }] });
    }
    if (roots === undefined) return { is: 'unsure', framework: bokeh.name, why: 'Its document did not come.' };
    // A script that raised before it showed anything, and one that shows nothing, look the same.
    return roots > 0
      ? { is: 'well', framework: bokeh.name }
      : { is: 'unsure', framework: bokeh.name, why: 'Its page is empty: the script shows nothing, or raised.' };
  } finally {
    socket.close();
  }
}

function raised(words: unknown, trace: unknown): Visited {
  const traceback = typeof trace === 'string' ? trace.trim() : '';
  const last = traceback.split('\n').findLast((line) => line.trim() !== '') ?? '';
  return { is: 'raised', framework: bokeh.name, said: last || String(words ?? ''), trace: traceback };
}

/** Panel shows what a function raised in the page it makes. */
function tracebackIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value.includes(TRACEBACK) ? plain(value) : undefined;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  for (const part of Object.values(value)) {
    const found = tracebackIn(part, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const DEEPEST = 60;
const plain = (html: string): string => {
  const text = html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replaceAll('&amp;', '&');
  return text.slice(text.indexOf(TRACEBACK)).replace(/\n\s*```[\s\S]*$/, '');
};

function send(socket: Socket, header: object, content: object): void {
  for (const part of [header, {}, content]) socket.send(JSON.stringify(part));
}

/** The next message; nothing when none came, or the server has closed. */
async function nextMessage(socket: Socket, withinMs: number): Promise<{ type: string; content: unknown } | undefined> {
  const end = performance.now() + withinMs;
  const frame = async (): Promise<string | undefined> => {
    const next: Message = await socket.next(end - performance.now());
    if (next.is === 'bytes') return '';
    return next.is === 'text' ? next.text : undefined;
  };
  const [header, metadata, content] = [await frame(), await frame(), await frame()];
  if (header === undefined || metadata === undefined || content === undefined) return undefined;
  const head: unknown = JSON.parse(header);
  const buffers = Number(at(head, 'num_buffers') ?? 0);
  for (let left = Math.min(buffers, MOST_BUFFERS) * 2; left > 0; left--) await frame();
  return { type: String(at(head, 'msgtype')), content: JSON.parse(content) };
}

const MOST_BUFFERS = 10_000;
