import { installUv } from './install.mjs';

/** Runs once before the tests: real uv, from PATH or from PyPI. */
export function setup(): void {
  process.env.UV_DEPLOY_TEST_UV = installUv();
}
