import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../findings/finding.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import type { Judged } from '../gateway/app-spec.ts';
import { checkCommand } from './command-checks.ts';
import { type Decided, decide, type Subject } from './detect.ts';
import { selectPython } from './image.ts';
import { requestFlow, VARNISH_FILE } from './request-flow.ts';
import { checkThere } from './variables.ts';

type Variables = ReadonlyMap<string, string>;
type Given = Omit<Subject, 'env' | 'port'>;

/** How the app is started, and the variables that tell the platform so. */
export type Start = {
  readonly decided: Decided | undefined;
  readonly subject: Subject;
  readonly env: Readonly<Record<string, string>>;
  /** Why it has to listen on another port than usual; nothing where it does not. */
  readonly why: readonly string[];
  readonly findings: readonly Finding[];
};

/** Decides how an app with these variables is started, and says what is wrong with that. */
export async function settle(given: Given, env: Variables): Promise<Start> {
  const { project, inputs } = given;
  const flow = requestFlow(env, existsSync(join(project.dir, VARNISH_FILE)));
  const subject: Subject = { ...given, env, port: flow.port };
  const findings: Finding[] = [];
  const decided = await decide(subject, findings);
  const python = selectPython(project, env);
  findings.push(...python.findings, ...(decided ? checkCommand(decided, subject) : []));
  const why = flow.why === undefined ? [] : [`The app has to listen on port ${flow.port}: ${flow.why}.`];
  const managed = decided ? { ...decided.env, ...python.env, ...managedEnv(decided, inputs, flow.port) } : {};
  return { decided, subject, why, findings, env: managed };
}

/** Variables that say how the app is started: what the app has of them is from the deployment before. */
const OWN = ['CC_PYTHON_UV_RUN_COMMAND', 'CC_RUN_COMMAND', 'CC_TASK', 'PORT'];

/**
 * Decides the same for an app that is there, with its own variables and those of its add-ons under those of the step (`env`). What was
 * found without them is not told again.
 */
export async function judge(
  given: Given,
  env: Variables,
  before: Start,
  there: Readonly<Record<string, string>>,
): Promise<Judged> {
  const isSettled = (name: string) => OWN.includes(name) || env.has(name) || name in before.env;
  const others = new Map(Object.entries(there).filter(([name]) => !isSettled(name)));
  const { decided, ...start } = await settle(given, new Map([...others, ...env]));
  const known = new Set(before.findings.map(keyOf));
  const { port } = start.subject;
  const isStale = there.PORT !== undefined && !env.has('PORT') && there.PORT !== String(port);
  const kind = decided?.kind ?? 'app';
  const reasons = [...(decided?.reasons ?? []), ...start.why];
  const told = [...(before.decided?.reasons ?? []), ...before.why];
  const notOurs = Object.keys(there).filter((name) => !env.has(name) && !(name in start.env));
  return {
    env: { ...start.env, ...(kind === 'app' && isStale && { PORT: String(port) }) },
    reasons: reasons.filter((reason) => !told.includes(reason)),
    findings: [
      ...start.findings.filter((finding) => !known.has(keyOf(finding))),
      ...checkThere(new Map(notOurs.map((name) => [name, there[name] ?? ''])), { kind }, given.files),
    ],
  };
}

const keyOf = ({ code, message, line }: Finding): string => `${code} ${line} ${message}`;

/** The variables that tell the platform what to do. */
function managedEnv({ kind, command }: Decided, { healthCheckPaths }: Inputs, port: number): Record<string, string> {
  const paths = kind === 'app' ? healthCheckPaths : [];
  const [first = ''] = paths;
  const checks =
    paths.length > 1
      ? Object.fromEntries(paths.map((path, index) => [`CC_HEALTH_CHECK_PATH_${index}`, path]))
      : { ...(first !== '' && { CC_HEALTH_CHECK_PATH: first }) };
  return {
    // It chooses uv for the build of a task, too; the other one is what a task runs.
    CC_PYTHON_UV_RUN_COMMAND: command.text,
    ...(kind === 'task' && { CC_RUN_COMMAND: command.text }),
    ...(kind === 'app' && port !== 8080 && { PORT: String(port) }),
    ...checks,
  };
}
