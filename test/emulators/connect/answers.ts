import type { CannedAnswer } from '../host/faults.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

const error = (status: number, code: number, text: string): CannedAnswer => ({
  status,
  headers: JSON_TYPE,
  body: JSON.stringify({ code, error: text, payload: null }),
});

/** The failures Connect is known for, as answers for faults. */
export const connectAnswers = {
  error,
  /** What a poll hears at a node of the cluster that does not run the task. */
  lostCookie: (): CannedAnswer => error(404, 141, 'The requested task does not exist.'),
  checksumMismatch: (): CannedAnswer =>
    error(400, 104, 'The X-Content-Checksum header does not match the checksum of the bundle.'),
  truncatedJson: (): CannedAnswer => ({ status: 200, headers: JSON_TYPE, body: '{"guid":"01234567-89ab-cdef' }),
} as const;
