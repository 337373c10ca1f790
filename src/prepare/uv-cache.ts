import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Inputs } from '../inputs/inputs.ts';
import { attempt } from '../ports/attempt.ts';
import type { Context } from '../ports/context.ts';

/** Where uv's cache is on this runner and under which key it is kept; `undefined` with a reason when it is not for us to keep. */
export type UvCache = { readonly dir: string; readonly key: string };

/** The format of what is stored under a key. Raised when old entries must not be restored any more. */
const VERSION = 1;

/** Events whose runs may hold code of strangers, or publish: GitHub gives the first a read-only cache, setup-uv spares the second. */
const UNTRUSTED = new Set(['pull_request_target', 'workflow_run', 'issue_comment', 'release']);

type UvCacheSubject = {
  readonly choice: Inputs['cache'];
  /** What UV_CACHE_DIR says. */
  readonly cacheDir: string | undefined;
  readonly python: string;
  /** The text of uv.lock. */
  readonly lock: string;
};

/** Decides whether to cache uv's directory. Answers the cache or why there is none. */
export function planUvCache({ choice, cacheDir, python, lock }: UvCacheSubject, context: Context): UvCache | string {
  if (choice === 'false') return 'the input cache is false';
  // setup-uv points uv to a folder of this name while it caches it.
  if (cacheDir && basename(cacheDir) === 'setup-uv-cache') return 'setup-uv caches it already';
  if (choice === 'auto') {
    if (!context.hosted) return 'this runner keeps its own files between jobs';
    if (UNTRUSTED.has(context.event)) return `runs for ${context.event} do not share caches`;
    if (context.ref.startsWith('refs/tags/')) return 'a cache saved for a tag is found by no later run';
  }
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 32);
  // A comma is not allowed in a key.
  const parts = [VERSION, context.os, context.arch, libc(), `py${python}`, hash].map((part) =>
    String(part).replace(/[^\w.+-]/g, '_'),
  );
  return { dir: cacheDir || join(context.temp, 'uv-deploy-uv-cache'), key: `uv-deploy-uv-${parts.join('-')}` };
}

/** glibc and musl take different wheels. */
function libc(): string {
  if (process.platform !== 'linux') return 'none';
  return /musl/.test(attempt(() => readFileSync('/usr/bin/ldd', 'latin1')) ?? '') ? 'musl' : 'glibc';
}
