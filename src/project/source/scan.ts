import { attempt } from '../../ports/attempt.ts';

/** The text with the insides of strings and comments replaced by spaces; lines stay where they are. */
export function blankStrings(text: string): string {
  const code = text
    .replace(/\r\n?/g, '\n')
    .replace(
      /#[^\n]*|"""(?:[^\\]|\\[\s\S])*?(?:"""|$)|'''(?:[^\\]|\\[\s\S])*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*(?:"|(?=\n)|$)|'(?:[^'\\\n]|\\[\s\S])*(?:'|(?=\n)|$)/g,
      (token) => (token.startsWith('#') ? ' '.repeat(token.length) : token.replace(/[^\n"']/g, ' ')),
    );
  return isOpaque(code) ? code.replace(LONG, (line) => line.replace(/[^()[\]{}"']/g, ' ')) : code;
}

const LONG = /^.{2000,}$/gm;

/** Whether lines are so long that nobody wrote them: what they do is not looked for, only their brackets are. */
const isOpaque = (text: string): boolean => text.search(LONG) >= 0;

const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/;

/**
 * The text of Python source: UTF-8, or what its first two lines declare (PEP 263). Nothing for what is no text. Of an encoding that
 * nobody here knows, the bytes are taken one by one, which leaves what is ASCII as it is.
 */
export function decodePython(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  const [, declared] = CODING.exec(Buffer.from(bytes.subarray(0, 400)).toString('latin1')) ?? [];
  const decoder = attempt(() => new TextDecoder(declared?.replaceAll('_', '-') ?? 'utf-8'));
  return decoder?.decode(bytes) ?? Buffer.from(bytes).toString('latin1');
}
