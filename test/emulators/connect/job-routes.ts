import { type Answer, json, noContent, text } from '../host/listener.ts';
import { lastLines } from '../host/logs.ts';
import type { ApiCall, Route } from './api.ts';
import type { Job } from './jobs.ts';
import type { Parts } from './parts.ts';
import { Rejection } from './rejection.ts';

const viewOf = ({ content_guid: _guid, error: _error, bundle_id, ...job }: Job, id: number, appId: number) => ({
  ...job,
  ...{ id: String(id), app_id: String(appId), app_guid: _guid, bundle_id: String(bundle_id) },
  ...{ status: job.end_time === null ? 0 : 2, hostname: 'localhost', run_as: 'rstudio-connect', variant_id: '0' },
});

/** @throws Rejection (4) */
const jobOf = ({ item, params }: ApiCall, { jobs }: Parts): Job => {
  const { guid } = item();
  const job = jobs.get(params.key ?? '');
  if (job?.content_guid !== guid) throw new Rejection(4, 'The requested object does not exist.');
  return job;
};

const list: Route = ({ item }, { jobs }) => {
  const { guid, id } = item();
  const all = jobs.of(guid);
  return json(all.map((job, i) => viewOf(job, all.length - i, id)));
};

const STAMP = /^\[(?<timestamp>\S+) (?<source>\w+)\] ?(?<data>.*)$/;

const log: Route = (api, parts) => {
  const { key } = jobOf(api, parts);
  const wanted = Number(api.call.query.get('max_log_lines') ?? -1);
  const lines = parts.logs.read(key).split('\n').slice(0, -1);
  const entries = (wanted < 0 ? lines : lines.slice(-wanted)).map((line) => ({ ...STAMP.exec(line)?.groups }));
  return json({ entries });
};

/** The plain lines. What `tail` answers is inferred. */
const plain =
  (lines: number): Route =>
  (api, parts): Answer =>
    text(`${lastLines(parts.logs.read(jobOf(api, parts).key), lines).replaceAll(/^\[[^\]]+\] ?/gm, '')}\n`);

const error: Route = (api, parts) => {
  const { error } = jobOf(api, parts);
  if (error === null) throw new Rejection(4, 'The job has no error.');
  return json({ code: 'process-ended-error', summary: error, help_url: '' });
};

const stop: Route = async (api, parts) => {
  const { key, content_guid, bundle_id, tag } = jobOf(api, parts);
  if (tag.startsWith('render')) await parts.renderings.stop(key);
  else await parts.apps.stop(content_guid, bundle_id);
  return noContent;
};

export const jobRoutes: Readonly<Record<string, Route>> = {
  'GET /v1/content/:guid/jobs': list,
  'GET /v1/content/:guid/jobs/:key': (api, parts) => json(viewOf(jobOf(api, parts), 0, api.item().id)),
  'GET /v1/content/:guid/jobs/:key/log': log,
  'GET /v1/content/:guid/jobs/:key/tail': plain(20),
  'GET /v1/content/:guid/jobs/:key/download': plain(Number.MAX_SAFE_INTEGER),
  'GET /v1/content/:guid/jobs/:key/error': error,
  'DELETE /v1/content/:guid/jobs/:key': stop,
};
