import { at } from '../http/json.ts';
import { notOpened, type Session, type Visited } from './session.ts';

/** `marimo run` starts all cells when a session opens its WebSocket, and tells of each (marimo/_messaging). */
export const marimo = {
  name: 'marimo',
  fits: (html: string): boolean => /<marimo-|data-marimo=/.test(html),
  visit,
};

const ERROR = 'application/vnd.marimo+error';

async function visit(session: Session): Promise<Visited> {
  const id = `s_${Math.random().toString(36).slice(2, 8).padEnd(6, '0')}`;
  const socket = await session.connect(`ws?session_id=${id}`);
  if ('refused' in socket) return notOpened(marimo.name, socket);
  let said: string | undefined;
  try {
    for (;;) {
      const next = await socket.next(session.left());
      if (next.is === 'silent' || next.is === 'closed') break;
      if (next.is !== 'text') continue;
      const read: unknown = JSON.parse(next.text);
      const [op, data] = [at(read, 'op'), at(read, 'data')];
      if (op === 'completed-run') {
        return said === undefined
          ? { is: 'well', framework: marimo.name }
          : { is: 'raised', framework: marimo.name, said, trace: '' };
      }
      if (op === 'cell-op' && at(data, 'output', 'mimetype') === ERROR) said ??= saidIn(at(data, 'output', 'data'));
    }
    return { is: 'unsure', framework: marimo.name, why: 'Its cells did not all end in time.' };
  } finally {
    socket.close();
  }
}

/** What the first of a cell's errors says; the server keeps the words of most to itself. */
function saidIn(errors: unknown): string {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const words = [at(first, 'exception_type'), at(first, 'msg')].filter((word) => typeof word === 'string');
  return words.join(': ');
}
