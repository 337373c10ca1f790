import { json } from '../host/listener.ts';
import { formatVersion } from '../host/versions.ts';
import type { Route } from './api.ts';
import { isPublishable } from './matching.ts';
import { Rejection } from './rejection.ts';

const license = (tier: string) => ({ 'allow-apis': true, tier, status: 'activated', expired: false });

/** Works without a key; `version` is empty when it is hidden (`Server.HideVersion`). */
const settings: Route = (_api, { configuration, gates, url }) =>
  json({
    version: configuration.hideVersion ? '' : gates.version,
    hostname: new URL(url()).hostname,
    license: license(configuration.license),
    runtimes: ['Python'],
    git_enabled: configuration.git,
    git_available: configuration.git,
    execution_type: 'local',
    default_environment_management_selection: true,
    default_image_selection_enabled: false,
    oauth_integrations_enabled: true,
  });

const user: Route = ({ user }) => {
  const { guid, username, role, locked } = user();
  return json({
    ...{ guid, username, user_role: role, first_name: username, last_name: '' },
    email: `${username}@example.com`,
    ...{ confirmed: true, locked: locked !== 0, created_time: '2024-01-01T00:00:00Z', active_time: null },
  });
};

const python: Route = async (_api, { interpreters, configuration }) => {
  const installed = await interpreters();
  const installations = installed.map(({ version }) => ({
    version: formatVersion(version),
    cluster_name: 'Local',
    image_name: 'Local',
    publishable: isPublishable(version, configuration.retired),
  }));
  return json({ installations, api_enabled: true });
};

const none: Route = () => json({ installations: [] });

const nodejs: Route = (api, parts) => {
  if (!parts.gates.has('nodejs')) throw new Rejection(2, 'The requested method or endpoint is not supported.');
  return none(api, parts);
};

const timezones: Route = () => {
  const now = new Date();
  const offset = (timeZone: string): string => {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
    return parts.find(({ type }) => type === 'timeZoneName')?.value.slice(3) || '+00:00';
  };
  return json(Intl.supportedValuesOf('timeZone').map((timezone) => ({ timezone, offset: offset(timezone) })));
};

const RUN_AS = { run_as: 'rstudio-connect', run_as_group: 'rstudio-connect', run_as_current_user: false };

export const serverRoutes: Readonly<Record<string, Route>> = {
  'GET /server_settings': settings,
  'GET /server_settings/applications': (_api, { configuration: { accessTypes } }) =>
    json({ access_types: accessTypes, ...RUN_AS }),
  'GET /v1/user': user,
  'GET /v1/users': ({ user }, { people }) => {
    user();
    return json({ results: people.users().map(({ guid, username, role }) => ({ guid, username, user_role: role })) });
  },
  'GET /v1/server_settings/python': python,
  'GET /v1/server_settings/r': none,
  'GET /v1/server_settings/quarto': none,
  'GET /v1/server_settings/nodejs': nodejs,
  'GET /v1/timezones': timezones,
};
