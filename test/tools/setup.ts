import { installPython, installUv } from './install.mjs';

/** Runs once before the tests: real uv, from PATH or from PyPI, and the Python that the fixtures are pinned to. */
export function setup(): void {
  const uv = installUv();
  installPython(uv);
  process.env.UV_DEPLOY_TEST_UV = uv;
}
