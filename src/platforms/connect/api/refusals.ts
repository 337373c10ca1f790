import type { HttpResponse } from '../../../ports/http/http.ts';
import { jsonOf } from '../../../ports/http/json.ts';
import { at } from '../../../project/files/values.ts';
import { badCredential, type Refusal, type RefusalWords, refusal } from '../../shared/refusals.ts';

/** What to do about content that sends everybody to a login page. */
export const PRIVATE_APP =
  'Set access-type = "all" under [tool.uv-deploy.connect] for a public app, or check that the key may open it.';

const CREDENTIAL = {
  credential: 'API key',
  newCredential: 'Create a new key on this server (your name > Manage Your API Keys)',
};
const RIGHTS = refusal(
  'forbidden',
  'this key may not do that',
  "Use the key of the content's owner or of a collaborator, who has to be a publisher. With trusted publishing, check that the publisher belongs to this very content, and set 'id'.",
);
const MISSING = refusal(
  'not-found',
  'the server does not have this content',
  "Check 'id' and 'server'. Without an id, the content is looked up by name, and created if there is none.",
);
const alike = (codes: readonly number[], meaning: Refusal): Readonly<Record<number, Refusal>> =>
  Object.fromEntries(codes.map((code) => [code, meaning]));

/** Connect's own error codes (the error table of its API reference) for which there is something better to say than the text. */
const BY_CODE: Readonly<Record<number, Refusal>> = {
  2: refusal(
    'not-supported',
    'this server has no such call',
    "Check that 'server' is the address of Connect itself. If it is, the server is too old for what is asked of it.",
  ),
  3: refusal('invalid-id', 'the id is malformed', "Copy the GUID from the content's Info tab."),
  4: MISSING,
  5: refusal('invalid-name', 'the name is not one that Connect takes', 'Use 3 to 64 letters, digits, - and _.'),
  ...alike([19, 20, 21, 22], RIGHTS),
  ...alike([24, 30], badCredential(CREDENTIAL)),
  26: refusal(
    'conflict',
    'the owner of this key has other content of that name',
    "Choose another 'name', or set 'id'.",
  ),
  28: refusal('no-bundle', 'there is nothing to deploy', 'Deploy a bundle first.'),
  38: refusal('manifest-refused', 'the server can not read the manifest', 'Correct manifest.json, or delete it.'),
  48: refusal(
    'content-type-changed',
    'content keeps the type of its first deployment',
    "Give the new content another 'name', or correct content-type.",
  ),
  50: refusal(
    'user-locked',
    'the user of this key is locked',
    'Use the key of another user, or have this one unlocked.',
  ),
  ...alike(
    [51, 52],
    refusal(
      'vanity-url-refused',
      'the vanity URL is taken, or not permitted',
      'Set another vanity-url under [tool.uv-deploy.connect], or ask an administrator who holds it.',
    ),
  ),
  65: refusal('license', "the server's licence has no APIs", 'Ask your server’s administrator.'),
  ...alike(
    [104, 125, 126],
    refusal(
      'upload-damaged',
      'the bundle did not arrive as it was sent',
      'Run the job again; if it happens again, check for a proxy that changes uploads.',
    ),
  ),
  ...alike(
    [106, 108, 149],
    refusal(
      'env-refused',
      'the server does not take one of the variables',
      "Rename it or take it out of 'env'; Connect keeps some names for itself.",
    ),
  ),
  109: refusal(
    'content-type-refused',
    'the server does not run this type of content',
    'Ask your server’s administrator to allow it.',
  ),
  110: refusal(
    'content-type-changed',
    'static content keeps the category of its first deployment',
    "Give the new content another 'name'.",
  ),
  ...alike(
    [117, 118],
    refusal(
      'access-type-refused',
      'the server does not allow this access type',
      'Set another access-type under [tool.uv-deploy.connect], or leave it out.',
    ),
  ),
  121: refusal(
    'not-supported',
    'the server does not understand the request',
    'A setting under [tool.uv-deploy.connect] may be newer than the server: leave it out, or have the server updated.',
  ),
  ...alike(
    [122, 123],
    refusal(
      'text-length',
      'the title or the description is too short or too long',
      'A title has 3 to 1024 characters, a description at most 4096.',
    ),
  ),
  ...alike(
    [134, 135],
    refusal(
      'bundle-unreadable',
      'the server could not store or unpack the bundle',
      'Run the job again; if it happens again, ask your server’s administrator whether its disk is full.',
    ),
  ),
  141: refusal(
    'task-lost',
    'the server does not know the task that it has begun',
    'Let the load balancer in front of Connect keep sessions together (sticky sessions), and run the job again.',
  ),
  144: refusal(
    'git-managed',
    'the content is deployed from a git repository by the server itself',
    "Give the new content another 'name', or end the content's link to git on the server.",
  ),
};

/** What Connect's refusals mean. */
/** Whether an answer at the address of content is Connect's own: an error of its API's form, or its page. */
export const isOwnAnswer = ({ status, text }: { readonly status: number; readonly text: string }): boolean =>
  [401, 403, 404].includes(status) &&
  (/^\s*\{\s*"code"\s*:\s*\d+\s*,\s*"error"\s*:/.test(text) ||
    /permission to view this content|requested content does not exist/i.test(text));

export const WORDS: RefusalWords = {
  ...{ short: 'Connect', name: 'Posit Connect', api: '/__api__', foreignCode: 'not-connect', ...CREDENTIAL },
  authorities: 'CONNECT_CA_CERTIFICATE or SSL_CERT_FILE',
  judge: (response) => BY_CODE[errorCode(response)],
  details: (response) => {
    const number = errorCode(response);
    return number > 0 ? [`code ${number}`] : [];
  },
  byStatus: {
    403: RIGHTS,
    404: MISSING,
    409: refusal('conflict', 'other content is in the way', 'Change or remove what the server names.'),
  },
};

/** Connect's own number of an error; 0 where there is none. */
export function errorCode(response: HttpResponse): number {
  const code = at(jsonOf(response), 'code');
  return typeof code === 'number' ? code : 0;
}
