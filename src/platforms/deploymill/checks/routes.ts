import { type Finding, notice, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { type Call, literal, readModule } from '../../../project/source/module.ts';
import type { Subject } from './subject.ts';

/** Where the platform calls the app when a schedule is due (the official template, `app/main.py`). */
const TICK = '/_system/tick';

type Source = { readonly path: string; readonly text: string };

/** Whether the app has the routes that the platform calls. `entry`: the file that is started, where that is known. */
export async function checkRoutes(subject: Subject, entry: string | undefined): Promise<Finding[]> {
  const { context, read, workload, start } = subject;
  if (workload === 'worker' || start === undefined) return [];
  const held = new Set([...start.files.values()].map(({ source }) => source));
  const sources = context.flatMap((path): Source[] => {
    const text = path.endsWith('.py') && held.has(path) ? read(path) : undefined;
    return text === undefined ? [] : [{ path, text }];
  });
  if (sources.length === 0) return [];
  return [...(await checkHealth(sources, entry, subject)), ...(await checkTick(sources, subject))];
}

/** A route that Streamlit has by itself. */
const BUILT_IN = '/_stcore/health';

async function checkHealth(
  sources: readonly Source[],
  entry: string | undefined,
  subject: Subject,
): Promise<Finding[]> {
  const { file, in: inFile } = subject;
  const path = file?.health.path.replace(/\?.*$/, '') ?? '/healthz';
  const last = path.split('/').filter(Boolean).at(-1);
  if (last === undefined || path === BUILT_IN) return [];
  const mentions = sources.filter(({ text }) => new RegExp(`["'/]${escaped(last)}/?["'?]`).test(text));
  if (mentions.length === 0) {
    if (entry === undefined) return [];
    const message = `No source has the route ${quote(path, 80)}, which deploymill requests after each deployment: it would get 404, and fall back to a weaker check.`;
    const remedy = `Add a route ${quote(path, 80)} that returns 200 and {"ok": true}, or write its path as \`health.path\`.`;
    return [warning('health-route-missing', message, remedy, inFile(entry))];
  }
  const calls = await Promise.all(mentions.map(async (one) => ({ ...one, calls: (await readModule(one.text)).calls })));
  const all = calls.flatMap(({ path: source, calls }) => calls.map((call) => ({ source, call })));
  const isRoute = ({ call }: { call: Call }) => literal(call.positional[0] ?? call.keywords.get('path')) === path;
  const routes = all.filter(isRoute);
  const only = routes.find(({ call }) =>
    /^fastapi\.(?:applications\.)?(?:FastAPI|APIRouter)\(\)\.get$/.test(call.callee),
  );
  if (only === undefined || routes.some(({ call }) => /\.(?:head|api_route|add_route|route)$/.test(call.callee)))
    return [];
  const message = `${quote(path, 80)} answers GET only: FastAPI returns 405 for HEAD, which older texts of deploymill name for its probe.`;
  const remedy = `Write \`@app.api_route("${quote(path, 80)}", methods=["GET", "HEAD"])\`.`;
  return [notice('health-head', message, remedy, inFile(only.source, only.call.line))];
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

async function checkTick(sources: readonly Source[], { file }: Subject): Promise<Finding[]> {
  if (file === undefined || file.schedules.length === 0) return [];
  const place = { file: file.shown, line: file.lineOf('schedules') };
  const remedy = `Add a route that takes POST ${TICK}, checks the bearer token against DM_SCHEDULE_TICK_SECRET, and runs the job that its body names.`;
  const mentions = sources.filter(({ text }) => text.includes('_system') && text.includes('tick'));
  if (mentions.length === 0) {
    const message = `There are schedules, and no source has the route ${TICK}, which deploymill calls for them: each call would get 404.`;
    return [warning('tick-route-missing', message, remedy, place)];
  }
  const modules = await Promise.all(mentions.map(({ text }) => readModule(text)));
  const routes = modules
    .flatMap(({ calls }) => calls)
    .filter(({ positional, keywords }) => literal(positional[0] ?? keywords.get('path')) === TICK);
  if (routes.length === 0 || routes.some(takesPost)) return [];
  const message = `There are schedules, and the route ${TICK} does not take POST, which deploymill sends: each call would get 405.`;
  return [warning('tick-route-missing', message, remedy, place)];
}

/** Only of these is it known that they take no POST. */
const takesPost = ({ callee, keywords }: Call): boolean =>
  !/\.(?:get|head|put|delete|patch)$/.test(callee) &&
  (!/\.(?:route|api_route)$/.test(callee) || /post/i.test(keywords.get('methods') ?? ''));
