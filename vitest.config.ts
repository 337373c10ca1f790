import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Minutes of every framework, of real clients, and of a whole deployment for each project: only `npm run test:all` has them. */
const LONG = [
  'test/servers/connect-{frameworks,rsconnect}.test.ts',
  'test/action/connect-{frameworks,conformance,peer}.test.ts',
  'test/action/faults/connect.test.ts',
  'test/action/{broken,healthy}.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: mode === 'all' ? [] : LONG,
    globalSetup: ['test/tools/setup.ts'],
    // Most tests wait for other processes: a worker for each core, where the default leaves one core free.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
}));
