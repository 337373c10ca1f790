import { json } from '../host/listener.ts';
import type { Route } from './api.ts';
import { Rejection } from './rejection.ts';

/** Documented: at most 20 seconds, and no more lines than there are. */
const MAX_WAIT = 20;

const count = (text: string | null, name: string, most: number): number => {
  const value = text === null ? 0 : Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) {
    throw new Rejection(3, `The parameter ${name} must be between 0 and ${most}.`);
  }
  return value;
};

/** The task with the lines from `first` on, as soon as it has finished or after `wait` seconds. */
const get: Route = async ({ call: { query }, params, session }, { configuration, tasks }) => {
  const task = tasks.get(params.task ?? '');
  const elsewhere = configuration.sticky && task?.session !== session;
  if (task === undefined || elsewhere) throw new Rejection(141, 'The requested task does not exist.');
  const first = count(query.get('first'), 'first', task.output.length);
  await tasks.wait(task, count(query.get('wait'), 'wait', MAX_WAIT));
  const { id, output, finished, code, error, result } = task;
  return json({ id, output: output.slice(first), result, finished, code, error, last: output.length });
};

export const taskRoutes: Readonly<Record<string, Route>> = { 'GET /v1/tasks/:task': get };
