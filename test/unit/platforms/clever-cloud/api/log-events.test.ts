import { expect, it } from 'vitest';
import { readLogEvents } from '../../../../../src/platforms/clever-cloud/api/log-events.ts';

const event = (name: string, data: unknown, id = '') =>
  `event:${name}\n${id && `id:${id}\n`}data:${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

it('reads the lines among heartbeats, up to the end', () => {
  const text = [
    event('HEARTBEAT', {}),
    event('APPLICATION_LOG', { date: '2026-11-28T12:00:00.000Z', message: 'Build succeeded in 3 s' }, '1'),
    event('APPLICATION_LOG', { date: '2026-11-28T12:00:01.000Z', message: '\u001b[0m' }, '2'),
    event('APPLICATION_LOG', { message: '::error::x' }, '3'),
    event('END_OF_STREAM', { endedBy: 'UNTIL_REACHED' }),
  ].join('');
  const expected = {
    lines: [
      { id: '1', date: '2026-11-28T12:00:00.000Z', message: 'Build succeeded in 3 s' },
      { id: '3', date: '', message: '::error::x' },
    ],
    isOver: true,
  };
  expect(readLogEvents(text)).toEqual(expected);
  expect(readLogEvents(text.replaceAll('\n', '\r\n').replaceAll('event:', 'event: '))).toEqual(expected);
});

it('leaves out an event that is cut short or makes no sense', () => {
  const text =
    event('APPLICATION_LOG', { message: 'whole' }) + event('APPLICATION_LOG', '{"message":') + event('ODD', 'x');
  const cut = event('APPLICATION_LOG', { message: 'cut' }).trimEnd();
  expect(readLogEvents(`:comment\n\n${text}${cut}`)).toEqual({
    lines: [{ id: '', date: '', message: 'whole' }],
    isOver: false,
  });
  expect(readLogEvents('')).toEqual({ lines: [], isOver: false });
});
