import { type Answer, json } from '../host/listener.ts';
import { Refusal } from '../host/refusal.ts';

/**
 * Connect's error codes that this server uses, with their HTTP status: the error table of the API reference (2023.09),
 * and 110 from the changelog of Posit Publisher.
 */
const STATUS = {
  2: 404, // endpoint unsupported
  3: 400, // id invalid
  4: 404, // no such object
  5: 400, // name invalid
  19: 403, // no permission on this object
  22: 403, // no permission for this call
  24: 401, // credentials required
  26: 409, // name in use by this owner
  28: 404, // no bundle to deploy
  30: 401, // credentials invalid
  38: 400, // manifest invalid or missing
  48: 403, // app mode cannot change
  50: 403, // user locked
  51: 409, // vanity path conflict
  52: 400, // vanity path not permitted
  75: 400, // active bundle cannot be deleted
  82: 400, // bundle of other content
  104: 400, // checksum mismatch
  108: 400, // environment variable prohibited
  110: 400, // content category differs from the first deployment
  117: 400, // access type unknown
  118: 403, // access type prohibited
  121: 400, // JSON invalid, or with an unknown field
  122: 400, // title length
  123: 400, // description length
  125: 400, // Content-Length is 0
  126: 400, // Content-Length mismatch
  134: 400, // bundle cannot be written
  135: 400, // bundle cannot be extracted
  141: 404, // no such task on this node
  144: 409, // content is git-backed
  149: 409, // environment variable twice
  161: 400, // `include` invalid
} as const;

export type ErrorCode = keyof typeof STATUS;

/** A call that Connect turns down with one of its codes. */
export class Rejection extends Refusal {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(STATUS[code], message);
    this.code = code;
  }
}

/** `{code, error, payload}`, the body of every error of the API. A refusal without a code of Connect's own has 0. */
export const rejected = (error: Refusal): Answer =>
  json({ code: error instanceof Rejection ? error.code : 0, error: error.message, payload: null }, error.status);
