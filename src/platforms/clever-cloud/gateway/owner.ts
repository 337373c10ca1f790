import { failure } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Api } from '../api/api.ts';
import { isOwnerId, type Organisation } from '../api/values.ts';

/** Nobody reads more of one kind. */
const MOST_SHOWN = 10;

const SECTION = '[tool.uv-deploy.clever-cloud]';

/** The id of an owner who is named by id, or is the one organisation of that name. A service token can't ask for names. */
export async function ownerNamed(named: string, canList: boolean, api: Api): Promise<string> {
  if (isOwnerId(named)) return named;
  if (!canList) {
    throw failure(
      'no-owner',
      'A service token belongs to one organisation, and cannot ask which one that is.',
      `Write the id of the organisation under ${SECTION}: owner = "orga_…".`,
    );
  }
  const organisations = await api.organisations();
  const matches = organisations.filter(({ name }) => name === named);
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match.id;
  const names = matches.length > 1 ? matches.map(({ id }) => id) : organisations.map(({ name }) => `'${quote(name)}'`);
  throw failure(
    'no-owner',
    matches.length > 1
      ? `Several organisations are called '${quote(named)}': ${names.slice(0, MOST_SHOWN).join(', ')}.`
      : `This token sees no organisation '${quote(named)}'; it sees ${names.slice(0, MOST_SHOWN).join(', ') || 'none'}.`,
    `Write the id of the organisation (orga_…) as owner under ${SECTION}.`,
  );
}

/**
 * Throws when an organisation has an app of one of these names: with nobody named as the owner, a second one would be created in the
 * user's own space (`own`), and the one that is meant would stay as it is.
 */
export async function checkElsewhere(names: readonly string[], own: string, api: Api): Promise<void> {
  const organisations = (await api.organisations()).filter(({ id }) => id !== own);
  const found = organisations.flatMap((owner) =>
    owner.apps.filter(({ name }) => names.includes(name)).map((app) => ({ owner, app })),
  );
  const [first] = found;
  if (first === undefined) return;
  const shown = ({ owner: { id, name }, app }: { owner: Organisation; app: { id: string } }) =>
    `'${quote(name)}' (${id}) has ${app.id}`;
  throw failure(
    'app-elsewhere',
    `Your own space has no app '${quote(first.app.name)}', but ${found.slice(0, MOST_SHOWN).map(shown).join(', ')}. Without an owner, another one would be created.`,
    `Write under ${SECTION} the one that you mean: owner = "${first.owner.id}"; or, for a new app in your own space, owner = "${own}".`,
  );
}
