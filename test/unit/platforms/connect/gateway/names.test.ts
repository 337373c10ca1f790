import { describe, expect, it } from 'vitest';
import {
  contentName,
  fitName,
  previewName,
  pullRequestOf,
  pullRequestOfBundle,
  rsconnectName,
} from '../../../../../src/platforms/connect/gateway/names.ts';

const LONG = 'a'.repeat(64);

describe('the name of content', () => {
  it.each(['app', 'My App', 'sales_2024-q1', 'ab', 'x__y', LONG])('%s is as rsconnect-python has it', (text) => {
    expect(contentName(text)).toBe(rsconnectName(text));
  });

  it.each([
    ['销售', '库存'],
    ['my.app', 'myapp'],
    ['my.app', 'my,app'],
    [`${LONG}1`, `${LONG}2`],
    [`${LONG}1`, LONG],
    ['Größe', 'Grße'],
  ])('%s is another than that of %s', (one, other) => {
    expect(contentName(one)).not.toBe(contentName(other));
  });

  it.each(['销售', 'my.app', `${LONG}1`, '销售 2024', '.', ''])('%j is one that Connect takes', (text) => {
    expect(contentName(text)).toMatch(/^[A-Za-z0-9_-]{3,64}$/);
  });

  it('stays the same', () => {
    expect(contentName('my.app')).toBe('myapp-13d7e337');
    expect(contentName('销售')).toBe('f04b0614');
  });

  it('does not depend on how a letter is composed, or on its case', () => {
    expect(contentName('Gr\u00f6\u00dfe')).toBe(contentName('gro\u0308\u00dfe'));
  });

  it('keeps what tells it from others when it is cut for the mark of a preview', () => {
    expect(previewName(`${LONG.slice(1)}1`, 7)).not.toBe(previewName(`${LONG.slice(1)}2`, 7));
    expect(previewName(LONG, 123)).toMatch(/^.{57}.*_pr_123$/);
    expect(previewName(LONG, 123)).toHaveLength(64);
    expect(fitName('app', 64)).toBe('app');
  });
});

describe('the pull request of a preview', () => {
  it('is known by the name and the title of content, and by the mark of a bundle', () => {
    expect(pullRequestOf({ name: 'app_pr_7', title: 'App (PR #7)' }, 'app')).toBe(7);
    expect(pullRequestOfBundle({ active: false, metadata: { source_pull_request: '7' } }, 'octo/app')).toBe(7);
  });

  it.each(['NaN', '0', '07', '-1', '1e3', '7 ', ''])('is never %j', (number) => {
    expect(pullRequestOf({ name: `app_pr_${number}`, title: `App (PR #${number})` }, 'app')).toBeUndefined();
    expect(pullRequestOfBundle({ active: false, metadata: { source_pull_request: number } }, '')).toBeUndefined();
  });

  it('is none of content with one mark only, of a live bundle, or of another repository', () => {
    expect(pullRequestOf({ name: 'app_pr_7', title: 'App' }, 'app')).toBeUndefined();
    expect(pullRequestOf({ name: 'other_pr_7', title: 'App (PR #7)' }, 'app')).toBeUndefined();
    const metadata = { source_pull_request: '7', source_repo: 'octo/other' };
    expect(pullRequestOfBundle({ active: false, metadata }, 'octo/app')).toBeUndefined();
    expect(pullRequestOfBundle({ active: true, metadata: { source_pull_request: '7' } }, '')).toBeUndefined();
  });
});
