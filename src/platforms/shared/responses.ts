import { type Failure, failure } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { type HttpResponse, NetworkError } from '../../ports/http/http.ts';
import { at } from '../../project/files/values.ts';

// What all platforms say of an answer that did not come, or is not theirs.

/** The body as JSON; `undefined` when it is none. */
export function jsonOf({ text }: HttpResponse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isHtml = (response: HttpResponse): boolean =>
  String(response.headers['content-type'] ?? '').includes('text/html') || /^\s*<(?:!doctype|html)/i.test(response.text);

/**
 * What the server said for itself, as the end of a sentence: `: "Invalid API key"`. Errors are JSON with a text in `error`, or
 * plain text.
 */
export function said(response: HttpResponse): string {
  if (isHtml(response)) return '';
  const error = at(jsonOf(response), 'error');
  const text = typeof error === 'string' ? error : response.text;
  return text.trim() === '' ? '' : `: "${quote(text, 200)}"`;
}

/** `uploading the bundle` as `Uploading the bundle failed`. */
export const failed = (step: string): string => `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;

/** A step that got no answer; other errors are passed on as they are. */
export function unreachable(server: string, step: string, error: unknown): unknown {
  if (!(error instanceof NetworkError)) return error;
  return failure(
    'server-unreachable',
    `${failed(step)}: ${error.message}.`,
    `Check that ${server} is the right 'server' and that this runner can reach it.`,
    { cause: error },
  );
}

/**
 * A list of which every row was understood. Throws for a row that was not (`undefined`): whether something is there, or is missing,
 * can't be told from the others.
 */
export function whole<T>(server: string, step: string, rows: readonly (T | undefined)[]): T[] {
  const missing = rows.indexOf(undefined);
  if (missing < 0) return rows.filter((row) => row !== undefined);
  throw failure(
    'unreadable-row',
    `${failed(step)}: row ${missing + 1} of the ${rows.length} that ${server} lists has no usable id or name, so what is there is not known.`,
    'Run the job again; if it stays so, ask the people who run the server.',
  );
}

/** A step whose answer is not what the API gives: `short` in the middle of a sentence, `name` in full. */
export function foreign(
  code: string,
  { short, name }: { readonly short: string; readonly name: string },
  server: string,
  step: string,
  response: HttpResponse,
): Failure {
  const what = isHtml(response) ? 'a web page' : `something that is not an answer of ${short}`;
  return failure(
    code,
    `${failed(step)}: ${server} answered ${response.status} with ${what}.`,
    `Check that 'server' is the address of ${name} itself. A login page or a proxy in between has to let API calls through.`,
  );
}
