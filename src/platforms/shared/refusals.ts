import { type Failure, failure, isFailure } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import { isUntrusted } from '../../ports/http/authorities.ts';
import type { Refusals } from '../../ports/http/client.ts';
import type { HttpResponse } from '../../ports/http/http.ts';
import { isHtml, jsonOf } from '../../ports/http/json.ts';
import { at } from '../../project/files/values.ts';

/** What a refusal means, as a part of a sentence, and what to do. */
export type Refusal = { readonly code: string; readonly why: string; readonly remedy: string };

export const refusal = (code: string, why: string, remedy: string): Refusal => ({ code, why, remedy });

/** A platform's own words for what all servers refuse. */
export type RefusalWords = {
  /** The platform in the middle of a sentence, and in full. */
  readonly short: string;
  readonly name: string;
  /** What people sign in with, such as `API key`. */
  readonly credential: string;
  /** Has a new credential made, as the beginning of a sentence: where on the platform's console, and with which rights. */
  readonly newCredential: string;
  /** Where the API begins on the server, such as `/api`. */
  readonly api: string;
  /** The variables that name a file of certificate authorities; `SSL_CERT_FILE` where nothing else is said. */
  readonly authorities?: string;
  /** The code of an answer that is not the platform's. */
  readonly foreignCode: string;
  /** Refusals of which only the platform knows what they mean, by their status. */
  readonly byStatus: Readonly<Record<number, Refusal>>;
  /** Refusals that say more than their status. */
  judge?(response: HttpResponse): Refusal | undefined;
  /** What is shown next to the status, such as the server's own number of the error. */
  details?(response: HttpResponse): readonly string[];
  /** What the server said for itself, where it is not a text in `error`. */
  said?(response: HttpResponse): string;
};

/** What a server refuses alike on every platform, by the status. */
const COMMON: Readonly<Record<number, Refusal>> = {
  413: refusal(
    'bundle-too-large',
    'the bundle is larger than the server, or a proxy in front of it, allows',
    "Exclude files with 'exclude', or have the limit raised.",
  ),
  429: refusal('rate-limited', 'the server limits the number of requests', 'Run the job again later.'),
  500: refusal(
    'server-error',
    'the server had an error',
    'Run the job again; if it happens again, ask your server’s administrator.',
  ),
};
const OTHERS = refusal('refused', 'the server refused', 'Fix what the server names, and run the job again.');

/** The refusal of a credential, which has its row in every table. */
export const badCredential = ({
  credential,
  newCredential,
}: Pick<RefusalWords, 'credential' | 'newCredential'>): Refusal =>
  refusal(
    'invalid-key',
    `the server does not accept the ${credential}`,
    `${newCredential} and store it as the secret that 'token' reads.`,
  );

/** The failures of the calls of `server`. */
export function createRefusals(server: string, words: RefusalWords): Refusals<string> {
  const table: Readonly<Record<number, Refusal>> = { ...COMMON, 401: badCredential(words), ...words.byStatus };
  const { said = saidIn } = words;
  return {
    said,

    unreachable: (step, error) =>
      failure(
        'server-unreachable',
        `${failed(step)}: ${error.message}.`,
        error.code === 'EPROTO' || error.code === 'ERR_SSL_WRONG_VERSION_NUMBER'
          ? `Set 'server' to ${server.replace(/^https:/, 'http:')}.`
          : isUntrusted(error.code)
            ? `If your organization has a certificate authority of its own, set ${words.authorities ?? 'SSL_CERT_FILE'} under \`env:\` of this step to the path of its certificate (PEM).`
            : `Check that ${server} is the right 'server' and that this runner can reach it.`,
        { cause: error },
      ),

    refused: (step, response) => {
      const { status } = response;
      if (status >= 300 && status < 400) return redirected({ server, ...words }, step, response);
      const { code, why, remedy } = words.judge?.(response) ?? table[Math.min(status, 500)] ?? OTHERS;
      const details = [status, ...(words.details?.(response) ?? [])].join(', ');
      return failure(code, `${failed(step)}: ${why} (${details}${said(response)}).`, remedy);
    },

    unusable: (step, response) => {
      const what = isHtml(response) ? 'a web page' : `something that is not from ${words.short}`;
      return failure(
        words.foreignCode,
        `${failed(step)}: ${server} answered ${response.status} with ${what}.`,
        `Check that 'server' is the address of ${words.name} itself. A login page or a proxy in front of it has to let API calls through.`,
      );
    },
  };
}

/** A redirected POST would come out as a GET, and a credential must not leave its server: such redirects are not followed. */
function redirected(
  { server, api }: { readonly server: string; readonly api: string },
  step: string,
  response: HttpResponse,
): Failure {
  const location = String(response.headers.location ?? '');
  const target = URL.canParse(location, server) ? new URL(location, server) : undefined;
  const [base = ''] = target?.href.split(`${api}/`) ?? [];
  return failure(
    'server-redirects',
    `${failed(step)}: ${server} redirects to ${quote(location || 'another place', 120)}.`,
    base !== '' && base !== target?.href && base !== server
      ? `Set 'server' to ${quote(base, 200)}.`
      : "Correct 'server', or let API calls through the login in front of it.",
  );
}

/** `: "Invalid key"`: errors are JSON with a text in `error`, or plain text. */
export function saidIn(response: HttpResponse): string {
  if (isHtml(response)) return '';
  const error = at(jsonOf(response), 'error');
  const text = typeof error === 'string' ? error : response.text;
  return text.trim() === '' ? '' : `: "${quote(text, 200)}"`;
}

/** What is asked for; `undefined` where the server refuses it with this code. */
export const unless = <T>(code: string, asking: Promise<T>): Promise<T | undefined> =>
  asking.catch((error: unknown) => {
    if (isFailure(error, code)) return undefined;
    throw error;
  });

/** Row number `row` of a list of `count` makes no sense. */
export const unreadableRow = (server: string, step: string, row: number, count: number): Failure =>
  failure(
    'unreadable-row',
    `${failed(step)}: row ${row} of the ${count} that ${server} lists has no usable id or name, so what is there is not known.`,
    'Run the job again; if it happens again, ask your server’s administrator.',
  );

/** `uploading the bundle` as `Uploading the bundle failed`. */
const failed = (step: string): string => `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;
