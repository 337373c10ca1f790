/** Every third of many projects that take seconds each on a server, always the same ones; all of them with `UV_DEPLOY_ALL=1`. */
export const sampled = <T>(all: readonly T[]): readonly T[] =>
  process.env.UV_DEPLOY_ALL === '1' ? all : all.filter((_, index) => index % 3 === 0);
