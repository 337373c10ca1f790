import { Failure } from '../../../findings/finding.ts';
import type { App, Env } from '../api/values.ts';
import type { AppSpec } from './app-spec.ts';
import { isOnly } from './apps.ts';
import type { Bench } from './delivery.ts';

/**
 * The variables to manage in an app that is there: which port it has to listen on follows from its own (`env`) and from those of its
 * add-ons, too. Throws for what is sure to fail with them, before anything is changed; the rest is reported.
 */
export async function judgeThere(app: App, env: Env, spec: AppSpec, { api, deps }: Bench): Promise<Env> {
  const linked = await api.linkedEnv(app).catch((error: unknown): Env => {
    // A member who may deploy may not be one who may see the add-ons.
    if (isOnly(error, 'forbidden', 'not-found')) return {};
    throw error;
  });
  const { env: managed, reasons, findings } = await spec.judge({ ...linked, ...env });
  for (const reason of reasons) deps.say(reason);
  deps.report(findings.filter(({ level }) => level !== 'error'));
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Failure(errors);
  return managed;
}
