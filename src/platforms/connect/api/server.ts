import { at } from '../../../project/files/values.ts';
import { type ConnectClient, isUntold } from './client.ts';
import { errorCode } from './refusals.ts';
import { readInstallations, readRows, readUser } from './values.ts';
import { type Feature, has, readVersion } from './version.ts';

/** What concerns the server itself, and the key. */
export function createServerApi({ request, get, find }: ConnectClient) {
  let settings: Promise<{ version: ReturnType<typeof readVersion>; git: boolean }> | undefined;
  let caller: ReturnType<typeof readCaller> | undefined;

  /** Asked once. Needs no key. */
  const readSettings = () =>
    (settings ??= get('asking for the settings of the server', request('GET', 'server_settings'), (value) => {
      const isSettings = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (!isSettings) return undefined;
      return { version: readVersion(at(value, 'version')), git: at(value, 'git_available') !== false };
    }));
  /** A key from trusted publishing has no user: 403 with code 22 says that it is good. */
  const readCaller = async () => ({
    user: await find(
      'checking the API key',
      request('GET', 'v1/user'),
      readUser,
      (response) => response.status === 403 && errorCode(response) === 22,
    ),
  });

  return {
    /** Whether the server has a feature; `undefined` when it hides its version. */
    supports: async (feature: Feature): Promise<boolean | undefined> => has((await readSettings()).version, feature),
    hasGit: async (): Promise<boolean> => (await readSettings()).git,
    /** Who calls: a key from trusted publishing belongs to nobody. */
    caller: () => (caller ??= readCaller()),

    /** What is installed of Python; nothing where the server does not tell. */
    pythons: async () =>
      (await find(
        'asking for the installed versions of Python',
        request('GET', 'v1/server_settings/python'),
        readInstallations,
        () => true,
      )) ?? [],

    /** The access types that the server's configuration allows; `undefined` where it does not tell. */
    accessTypes: async (): Promise<readonly string[] | undefined> => {
      const answer = await find(
        'asking for the allowed access types',
        request('GET', 'server_settings/applications'),
        (value) => ({
          types: readRows(at(value, 'access_types'), (type) => (typeof type === 'string' ? type : undefined)),
        }),
        isUntold,
      );
      return answer?.types;
    },
  };
}
