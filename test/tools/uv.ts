/** The uv executable for the tests, as their global setup has found it. */
export const uv: string = process.env.UV_DEPLOY_TEST_UV ?? 'uv';
