import { secretKind } from '../../../bundle/secrets.ts';
import { error, Failure, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { GatewayDeps } from '../../gateway.ts';
import type { Session } from '../api/session.ts';
import type { MillSettings } from '../plan/settings.ts';

/** Names that people give to secrets. */
const SECRET_NAME =
  /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|DSN)(?:_|$)|(?:^|_)(?:API|PRIVATE|ACCESS|SECRET|ENCRYPTION|SIGNING)_KEY(?:_|$)/i;
/** A password within an address. */
const PASSWORD_URL = /:\/\/[^/\s:@]*:[^/\s@]+@/;

/** Finds variables that are secrets by their name or value: no tool of deploymill takes a secret, only people do, in its vault. */
function checkPlain(env: readonly EnvVar[], { plainEnv }: Pick<MillSettings, 'plainEnv'>): Finding[] {
  return env.flatMap(({ name, value }) => {
    const kind = secretKind(value) ?? (PASSWORD_URL.test(value) ? 'an address with a password' : undefined);
    const isNamed = SECRET_NAME.test(name) && !plainEnv.includes(name);
    if (kind === undefined && !isNamed) return [];
    const why = kind === undefined ? 'is a secret by its name' : `holds ${kind}`;
    const instead = `Have it asked for with deploymill’s tool \`request_secret\`, and add "${quote(name)}" to \`secrets\` in .deploymill/project.json: the vault gives it to the app.`;
    const unless =
      kind === undefined ? ` If it is no secret, name it in plain-env under [tool.uv-deploy.deploymill].` : '';
    const message = `The variable ${quote(name)} ${why}, and deploymill shows variables to everybody in the organisation.`;
    return [error('env-secret', message, `${instead}${unless}`)];
  });
}

/** Adds the variables to those that the app has. They reach it with its next deployment. */
export async function setVariables(
  applicationId: string,
  env: readonly EnvVar[],
  settings: MillSettings,
  { session, deps }: { readonly session: Session; readonly deps: GatewayDeps },
): Promise<void> {
  const secrets = checkPlain(env, settings);
  if (secrets.length > 0) throw new Failure(secrets);
  if (env.length === 0) return;
  deps.say(`Setting ${env.map(({ name }) => quote(name)).join(', ')}.`);
  const values = Object.fromEntries(env.map(({ name, value }) => [name, value]));
  await session.call('set_env_vars', { needed: { applicationId, env: values } });
}
