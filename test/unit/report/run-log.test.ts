import { afterEach, describe, expect, it } from 'vitest';
import { forgetSecrets, keepSecret } from '../../../src/findings/secrets.ts';
import { createRunLog } from '../../../src/report/run-log.ts';
import { createFakeHost } from '../../tools/fakes.ts';

const URL = 'https://a.example/tasks/01A/overview';

afterEach(forgetSecrets);

const start = () => {
  const host = createFakeHost();
  return { log: createRunLog(host, URL), lines: host.lines };
};

describe('the log of a run', () => {
  it('is printed line by line as it grows, each line once', () => {
    const { log, lines } = start();
    log.grow('one\ntw');
    log.grow('one\ntwo\nthree\nfo');
    log.grow('one\ntwo\nthree\nfo');
    log.finish('one\ntwo\nthree\nfour');
    expect(lines).toEqual(['| one', '| two\nthree', '| four']);
  });

  it('prints nothing where nothing is new, or where a question brought less than the one before', () => {
    const { log, lines } = start();
    log.grow('');
    log.grow('one\ntwo\n');
    log.grow('one\n');
    log.finish('one\ntwo\n');
    expect(lines).toEqual(['| one\ntwo']);
    expect(log.end(1, 100)).toBe('two');
  });

  it('keeps the lines that are empty', () => {
    const { log, lines } = start();
    log.grow('one\n\n');
    log.finish('one\n\ntwo\n');
    expect(lines).toEqual(['| one\n', '| two']);
  });

  it('that is very long shows its beginning and its end, and says so', () => {
    const { log, lines } = start();
    const text = Array.from({ length: 50_000 }, (_, n) => `line ${n}\n`).join('');
    log.grow(text.slice(0, 199_000));
    expect(log.isFull()).toBe(false);
    log.grow(text.slice(0, 256_000));
    expect(log.isFull()).toBe(true);
    log.finish(text);
    expect(lines.at(-2)).toBe(`Part of the log is not shown; all of it is on the server: ${URL}`);
    expect(lines.at(-1)).toMatch(/^\| line \d+\n[\s\S]*\nline 49999$/);
    expect(lines.at(-1)?.length).toBeGreaterThan(49_000);
    expect(lines.join('').length).toBeLessThan(310_000);
  });

  it('of one endless line is cut too, and never within a secret', () => {
    keepSecret('hunter2');
    const { log, lines } = start();
    log.finish(`${'x'.repeat(100_000)}hunter2${'y'.repeat(49_997)}`);
    expect(lines.at(-1)).toBe(`| ***${'y'.repeat(49_997)}`);
    expect(log.end(5, 49_998)).toBe(`…*${'y'.repeat(49_997)}`);
  });

  it('that begins within a secret, for the server has dropped what was before, shows nothing of it', () => {
    keepSecret('rico_9f3kQ7-secret-tail');
    const { log, lines } = start();
    log.grow('one\ntwo\n');
    log.finish('xxx kQ7-secret-tail is wrong\nthe end\n');
    expect(lines).toEqual(['| one\ntwo', '| the end']);
  });
});
