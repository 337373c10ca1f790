import { failure, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { EnvVar } from '../../../inputs/dotenv.ts';
import type { GatewayDeps, Item, Preview, Previews } from '../../gateway.ts';
import { type PreviewRow, readPreview, readPreviews } from '../api/answers.ts';
import type { Session } from '../api/session.ts';
import type { AppSpec } from './app-spec.ts';

type Listing = { readonly session: Session; readonly consoleUrl: string; readonly deps: GatewayDeps };

/** This app's own previews, as the server lists them. */
async function listOwn({ id }: AppSpec, { session }: Pick<Listing, 'session'>): Promise<PreviewRow[]> {
  const rows = readPreviews(await session.call('list_previews', { needed: { parentApplicationId: id } }));
  return rows.filter(({ id: own, parentId }) => own !== id && (parentId === '' || parentId === id));
}

/** The pull request of a preview: as it is listed, else by its branch, where the run's own pull request is from that one. */
const numberOf = ({ pullRequest, ref }: PreviewRow, { origin }: GatewayDeps): number | undefined =>
  pullRequest ?? (ref !== '' && ref === origin.branch ? origin.pullRequest : undefined);

export const previewItem = (row: PreviewRow, { name }: AppSpec, consoleUrl: string): Item => ({
  ...{ id: row.id, name: `${name} (${row.ref || row.id})`, url: row.url, consoleUrl },
});

export function createPreviews(spec: AppSpec, { session, consoleUrl, deps }: Listing): Previews {
  const list = async (): Promise<Preview[]> => {
    if (spec.id === '') return [];
    return (await listOwn(spec, { session })).flatMap((row) => {
      const pullRequest = numberOf(row, deps);
      return pullRequest === undefined ? [] : [{ pullRequest, item: previewItem(row, spec, consoleUrl) }];
    });
  };
  const isThere = async ({ pullRequest, item }: Preview): Promise<boolean> =>
    (await list()).some((one) => one.item.id === item.id && one.pullRequest === pullRequest);

  return {
    list,
    // Only what the server has just listed as this app's preview of this pull request is removed.
    remove: async (preview) => {
      const { id, name } = preview.item;
      if (!(await isThere(preview))) {
        deps.say(`'${quote(name)}' was already gone.`);
        return false;
      }
      const attempt = await session.attempt('delete_preview', { needed: { previewApplicationId: id } });
      if (attempt.outcome !== 'accepted' && (await isThere(preview))) throw attempt.failure;
      deps.say(`Removed '${quote(name)}' (${id}).`);
      return true;
    },
  };
}

/** The preview of a pull request; `undefined` when there is none. */
export async function findPreview(
  pullRequest: number,
  spec: AppSpec,
  { session, deps }: Listing,
): Promise<PreviewRow | undefined> {
  const rows = await listOwn(spec, { session });
  return rows.find((row) => numberOf(row, deps) === pullRequest);
}

/** Creates the preview of the branch that the pull request is from; the one that is there already, if there is one. */
export async function createPreview(
  pullRequest: number,
  spec: AppSpec,
  env: readonly EnvVar[],
  { session, deps }: Listing,
): Promise<PreviewRow> {
  const { id, settings } = spec;
  const { branch: ref } = deps.origin;
  const envOverrides = env.length > 0 ? Object.fromEntries(env.map(({ name, value }) => [name, value])) : undefined;
  const data = await session.call('create_preview', {
    needed: { parentApplicationId: id, ref },
    wanted: { prNumber: pullRequest, ttlHours: settings.previewTtlHours, envOverrides },
  });
  const row = readPreview(data);
  if (row !== undefined && row.id !== id) return { ...row, ref: row.ref || ref, pullRequest };
  const listed = await findPreview(pullRequest, spec, { session, deps, consoleUrl: '' });
  if (listed) return listed;
  throw failure(
    'preview-unknown',
    `deploymill created the preview of '${quote(ref)}', but its response has no id.`,
    'Check the app on deploymill, and please report this: the response of `create_preview` may have changed.',
  );
}

/** A preview runs code that nobody has reviewed: it gets those variables of the step that were named for it. */
export function envOfPreview(env: readonly EnvVar[], { settings }: AppSpec, say: GatewayDeps['say']): EnvVar[] {
  const { previewEnv } = settings;
  const left = env.filter(({ name }) => !previewEnv.includes(name)).map(({ name }) => quote(name));
  if (left.length > 0) {
    say(
      `The preview does not get ${left.join(', ')}: only those in preview-env under [tool.uv-deploy.deploymill] are passed.`,
    );
  }
  return env.filter(({ name }) => previewEnv.includes(name));
}

export const hitsProduction = warning(
  'preview-hits-production',
  'The preview uses the data of production: what you try there changes what visitors see.',
  'Take shareDatabase, shareVolumes and shareStorage out of `previews` in .deploymill/project.json.',
);
