import { field, message, number, readFields, text, texts } from './protobuf.ts';
import { notOpened, type Raised, type Session, type Visited } from './session.ts';

/**
 * Streamlit runs the script when a session asks for it over a WebSocket, `_stcore/stream`, in messages of Protocol Buffers. Numbers of
 * fields are those of its own definitions (proto/streamlit/proto/*.proto), the same from 1.32 to 1.67.
 */
export const streamlit = {
  name: 'Streamlit',
  fits: (html: string): boolean =>
    /<title>Streamlit<\/title>/.test(html) || /static\/js\/index\.[^"]*"[\s\S]*streamlit/i.test(html),
  visit,
};

/** ClientState of a first run: what a browser says of itself goes along, which apps read by `st.context`. */
const firstRun = (page: string): Buffer => {
  const context = Buffer.concat([field(1, 'UTC'), field(3, 'en-US'), field(4, page)]);
  return field(11, field(8, context));
};

/** How the run ended, in ForwardMsg.script_finished. */
const FINISHED = { well: 0, notCompiled: 1, runsAgain: 2 };

async function visit(session: Session): Promise<Visited> {
  const socket = await session.connect('_stcore/stream', ['streamlit']);
  if ('refused' in socket) return socket.refused === 404 ? { is: 'plain' } : notOpened(streamlit.name, socket);
  socket.send(firstRun(session.page.href));
  let shown: (Raised & { readonly type: string; readonly inFragment: boolean })[] = [];
  /** The type of what nobody caught; nothing where the server does not say. */
  let uncaught: string | undefined;
  try {
    for (;;) {
      const next = await socket.next(session.left());
      if (next.is === 'text') continue;
      if (next.is !== 'bytes') {
        const raised = raisedBy(shown, uncaught);
        const why = next.is === 'silent' ? 'Its first run did not end in time.' : 'Its first run was cut off.';
        return raised ?? { is: 'unsure', framework: streamlit.name, why, ...(shown[0] && { shows: shown[0] }) };
      }
      const forward = readFields(next.bytes);
      const notCompiled = message(forward, 10, 3);
      if (notCompiled) return { is: 'raised', ...exceptionOf(notCompiled) };
      const delta = message(forward, 5);
      const exception = delta && message(delta, 3, 8);
      if (exception && number(exception, 5) !== 1) {
        shown.push({ ...exceptionOf(exception), inFragment: text(delta, 8) !== '' });
      }
      const profile = message(forward, 18);
      if (profile) uncaught = text(profile, 6);
      const finished = number(forward, 6);
      if (finished === FINISHED.runsAgain) [shown, uncaught] = [[], undefined];
      if (finished !== FINISHED.well) continue;
      const raised = raisedBy(shown, uncaught);
      if (raised) return raised;
      // `st.exception` shows one on purpose. Of a fragment, and where statistics are off, the server does not say which it was.
      const unclear = shown.find(({ inFragment }) => uncaught === undefined || inFragment);
      if (unclear === undefined) return { is: 'well', framework: streamlit.name };
      return {
        is: 'unsure',
        framework: streamlit.name,
        why: `Its page shows an exception, which may be meant: ${unclear.said}`,
        shows: unclear,
      };
    }
  } finally {
    socket.close();
  }
}

function raisedBy(shown: readonly (Raised & { type: string })[], uncaught: string | undefined): Visited | undefined {
  if (uncaught === undefined || uncaught === '') return undefined;
  const { said, trace } = shown.findLast(({ type }) => type.split('.').at(-1) === uncaught.split('.').at(-1)) ??
    shown.at(-1) ?? { said: uncaught, trace: '' };
  return { is: 'raised', framework: streamlit.name, said, trace };
}

/** A message of the type Exception: the frames are lines in Python's form. */
function exceptionOf(exception: ReturnType<typeof readFields>): Raised & { readonly type: string } {
  const [type, words] = [text(exception, 1), text(exception, 2)];
  // Of a file that can't be compiled, the place is in the words, and the frames are those of the compiler.
  if (words.startsWith('File "')) {
    const said = words.split('\n').at(-1) ?? type;
    return { framework: streamlit.name, type, said, trace: `  ${words}` };
  }
  const said = words === '' ? type : `${type}: ${words}`;
  const frames = texts(exception, 3).map((frame) => `  ${frame.trimStart()}`);
  const trace = ['Traceback (most recent call last):', ...frames, said].join('\n');
  return { framework: streamlit.name, type, said, trace };
}
