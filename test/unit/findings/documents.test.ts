import { describe, expect, it } from 'vitest';
import { documentsOf, explanationOf } from '../../../src/findings/documents.ts';

const GITHUB = 'https://github.com';

describe('the documents of the action', () => {
  it.each([
    ['v1', 'https://github.com/uv-deploy/uv-deploy/blob/v1'],
    ['fix/a b', 'https://github.com/uv-deploy/uv-deploy/blob/fix/a%20b'],
    ['', 'https://github.com/uv-deploy/uv-deploy/blob/HEAD'],
  ])('are those of the ref that the workflow uses: %j', (ref, documents) => {
    expect(documentsOf(GITHUB, 'uv-deploy/uv-deploy', ref)).toBe(documents);
  });

  it('are on the server that the run is on', () => {
    expect(documentsOf('https://ghes.example.com/', 'tools/uv-deploy', 'v1')).toBe(
      'https://ghes.example.com/tools/uv-deploy/blob/v1',
    );
  });

  it.each([
    [GITHUB, ''],
    [GITHUB, 'uv-deploy'],
    [GITHUB, 'a/b)[x](c'],
    ['javascript:alert(1)', 'a/b'],
  ])('are not known to a local action, nor made from odd names: %s %s', (server, repository) => {
    const documents = documentsOf(server, repository, 'v1');
    expect(documents).toBe('');
    expect(explanationOf('lock-stale', documents)).toBeUndefined();
  });

  it('have a place for each code', () => {
    expect(explanationOf('lock-stale', documentsOf(GITHUB, 'uv-deploy/uv-deploy', 'v1'))).toBe(
      'https://github.com/uv-deploy/uv-deploy/blob/v1/docs/findings.md#lock-stale',
    );
  });
});
