import { join, relative, sep } from 'node:path';
import type { BundleFile } from '../../bundle/source.ts';
import { error, type Finding, notice, warning } from '../../findings/finding.ts';
import { redact } from '../../findings/secrets.ts';
import { quote } from '../../findings/text.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import type { FileTree, Plan } from '../../platforms/plan.ts';
import type { Cause } from '../../project/failure/causes.ts';
import { readFailure, withoutFolder } from '../../project/failure/reading.ts';
import type { Project } from '../../project/project.ts';
import { isLocalOnly, type Outcome } from './probe.ts';
import type { Program } from './process.ts';

/** An app that is tried out, and where. */
export type TrialSubject = {
  readonly inputs: Inputs;
  readonly project: Project;
  readonly plan: Plan;
  readonly files: readonly BundleFile[];
  /** The virtual environment with the locked packages. */
  readonly environment: string;
  /** Where the copy of the bundle is laid out: the folder the environment was made for. */
  readonly bundle: string;
  /** What the copy has for its root, on this machine: the same, unless the app is started in a folder of a tree. */
  readonly root?: string;
  /** For what the app writes elsewhere. */
  readonly folder: string;
};

/** The files of the folder in which an app is started, by their paths in it. */
export const filesIn = ({ files, cwd }: FileTree): BundleFile[] =>
  files.flatMap((file) => {
    const inside = relative(`/${cwd}`, `/${file.path}`);
    return inside.startsWith('..') ? [] : [{ ...file, path: inside.split(sep).join('/') }];
  });

/** What is to be reported of a program that was tried out: nothing, where it came up as it should. */
export function judgeOutcome(outcome: Outcome, program: Program, port: number, subject: TrialSubject): Finding[] {
  const { plan, inputs } = subject;
  const raw = outcome.is === 'raised' ? `${program.log()}\n${outcome.visited.trace}` : program.log();
  const { kind } = plan;
  const clean = (text: string): string => asOnServer(text, subject);
  const { raised, cause, place } = readFailure(raw, { ...subject, kind, asOnServer: clean });
  const tell = ({ code, message, remedy }: Cause): Finding[] => [error(code, clean(message), remedy, place)];
  const seconds = Math.round(inputs.healthCheckTimeoutMs / 1000);

  switch (outcome.is) {
    case 'healthy':
      return [
        ...(plan.start?.listens && isLocalOnly(program, port) ? [localOnly(port, plan)] : []),
        ...(outcome.head ? [headFails(outcome.head)] : []),
        ...(outcome.visited?.is === 'unsure' ? [unjudged(clean(redact(outcome.visited.why)))] : []),
      ];
    case 'raised':
      return tell(cause ?? raisedByVisit(raised ?? quote(clean(redact(outcome.visited.said)), 300)));
    case 'ended': {
      const how = outcome.exit.signal ? `was ended by ${outcome.exit.signal}` : `exited with code ${outcome.exit.code}`;
      const what = plan.watchMs === undefined ? `The ${plan.kind} does not start` : 'The worker does not keep running';
      const message = `${what}: it ${how}${raised ? `, with ${raised}` : ''}.`;
      const remedy =
        'Start it on your machine with `uv run` from a fresh clone; the end of its output is in the log of this step.';
      return tell(cause ?? { code: 'start-crash', message, remedy });
    }
    case 'elsewhere': {
      const places = outcome.addresses.map((address) => `${address.host}:${address.port}`).join(' and ');
      return tell({
        code: 'start-wrong-address',
        message: `The app listens on ${places}, not on the port in PORT (${port}).`,
        remedy: 'Listen on host 0.0.0.0 and on the port in the variable PORT.',
      });
    }
    case 'mute':
      return [mute];
    case 'silent':
      return tell(
        cause ?? {
          code: 'start-timeout',
          message: `The ${plan.kind} ${plan.kind === 'task' ? 'was not loaded' : 'did not listen'} within ${seconds} s${raised ? `; the last exception was ${raised}` : ''}.`,
          remedy: "Do slow work after startup, or raise 'health-check-timeout'.",
        },
      );
    case 'unhealthy': {
      const told = outcome.health.finding?.message ?? '';
      const message = `The app starts, but is not healthy. ${told}${raised ? `\nIts last exception: ${raised}` : ''}`;
      return tell(
        cause ?? {
          code: 'start-unhealthy',
          message,
          remedy: "Fix the route, or set 'health-check-path' to one that exists.",
        },
      );
    }
    default:
      return outcome satisfies never;
  }
}

/** A text of the program with its paths as they are in the project: the folders of this machine mean nothing to anybody. */
export function asOnServer(text: string, { bundle, environment, folder, root }: TrialSubject): string {
  const own = withoutFolder(text, bundle)
    .replaceAll(environment, '.venv')
    .replaceAll(join(folder, 'home'), '~')
    .replaceAll(join(folder, 'tmp'), '/tmp');
  return root === undefined ? own : own.replaceAll(root, root === bundle ? '.' : '');
}

const headFails = ({ path, status }: { readonly path: string; readonly status: number }): Finding =>
  notice(
    'health-head',
    `HEAD ${quote(path, 80)} ${status === 0 ? 'gets no answer' : `is answered with ${status}`}, where GET is well: older texts of the platform name HEAD for its probe.`,
    'Make the route answer HEAD as well.',
  );

const mute: Finding = warning(
  'worker-silent',
  'The worker runs but has printed nothing so far: its log on the server stays empty, as if it hung.',
  'Print a line now and then, with PYTHONUNBUFFERED=1 in the Dockerfile.',
);

const raisedByVisit = (said: string): Cause => ({
  code: 'start-first-visit',
  message: `The app starts, but opening its page raises an exception${said && `: ${said.replace(/\.+$/, '')}`}.`,
  remedy: 'Open it on your machine from a fresh clone; the end of its output is in the log of this step.',
});

const unjudged = (why: string): Finding =>
  notice(
    'start-visit-unjudged',
    `The app is healthy; whether opening its page raises an exception is not known. ${quote(why, 300)}`,
    'Open its page once it is deployed.',
  );

const localOnly = (port: number, plan: Plan): Finding => ({
  level: plan.start?.needsPublicHost ? 'error' : 'warning',
  code: 'start-wrong-address',
  message: `The app listens on port ${port} of 127.0.0.1, which only the machine itself can reach.`,
  remedy: 'Listen on host 0.0.0.0.',
});
