/** The services in front of an app that a variable of theirs switches on. */
const SWITCHES = ['OTOROSHI_CHALLENGE_SECRET', 'CC_VARNISH_FILE', 'CC_REDIRECTIONIO_PROJECT_KEY'];

export const VARNISH_FILE = 'clevercloud/varnish.vcl';

/**
 * The port that the app has to listen on, and why it is another one than 8080: with a service in front of it, that one has 8080
 * (Clever Cloud's documentation, "Request Flow"). `CC_REQUEST_FLOW` replaces what is detected. Variables of linked add-ons are
 * known to the server only.
 */
export function requestFlow(
  env: ReadonlyMap<string, string>,
  hasVarnish: boolean,
): { readonly port: 8080 | 9000; readonly why?: string } {
  const flow = env.get('CC_REQUEST_FLOW')?.trim();
  if (flow) return flow === 'disable' ? { port: 8080 } : { port: 9000, why: 'CC_REQUEST_FLOW is set' };
  const name = SWITCHES.find((one) => env.get(one));
  if (name) return { port: 9000, why: `${name} is set` };
  return hasVarnish ? { port: 9000, why: `there is a ${VARNISH_FILE}` } : { port: 8080 };
}
