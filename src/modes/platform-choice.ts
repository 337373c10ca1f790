import { Failure, failure } from '../findings/finding.ts';
import { quote } from '../findings/text.ts';
import { type Inputs, PLATFORMS, type PlatformName } from '../inputs/inputs.ts';
import { allPlatforms, markedPlatforms } from '../platforms/index.ts';
import type { Platform } from '../platforms/platform.ts';
import { NetworkError } from '../ports/http/http.ts';
import type { Project } from '../project/project.ts';
import type { Deps } from '../report/deps.ts';
import { serverOf } from './access.ts';

/** A server that is slower than that does not tell which one it is. */
const SILENCE_MS = 10_000;
/** The answers that tell are far shorter. */
const ANSWER_LIMIT = 200_000;

/** What a server has said: which platform's it is, if that one's, and the same as the end of a sentence. */
type Answer = { readonly server: string; readonly as?: PlatformName; readonly says: string };

type World = Pick<Deps, 'clock' | 'environment' | 'http' | 'say' | 'signal'>;

/**
 * The platform that was asked for, else the only one whose file the project has, else the one that the server answers as. Throws with
 * the line to write when none of them tells.
 */
export async function choosePlatform(inputs: Inputs, project: Project, world: World): Promise<PlatformName> {
  if (inputs.platform !== undefined) return inputs.platform;
  const marked = markedPlatforms((file) => project.read(file) !== undefined);
  const [only, ...others] = marked;
  if (only !== undefined && others.length === 0) return only;

  const platforms = await allPlatforms();
  const answers = await Promise.all(
    platforms.map(async ({ sign, ...platform }): Promise<Answer[]> => {
      const { value: written, findings } = serverOf(platform, inputs, world.environment);
      if (findings.length > 0) throw new Failure(findings);
      if (written === undefined || sign === undefined) return [];
      const server = (await platform.locate?.(written, world)) ?? written;
      return [{ server, ...(await ask(server, sign, platform, world)) }];
    }),
  ).then((lists) => lists.flat());
  const [told, ...more] = answers.flatMap(({ as }) => as ?? []);
  if (told !== undefined && more.length === 0) {
    world.say(`The server answers as ${told}.`);
    return told;
  }
  throw unknown(marked, answers, project);
}

/** Asks once, and without the credential: it must not go to a server that is not known. */
async function ask(
  server: string,
  { path, fits }: NonNullable<Platform['sign']>,
  { name }: Pick<Platform, 'name'>,
  { http, signal }: World,
): Promise<Omit<Answer, 'server'>> {
  try {
    const url = `${server}${path}`;
    const response = await http({ method: 'GET', url, silenceMs: SILENCE_MS, limit: ANSWER_LIMIT, signal });
    return fits(response) ? { as: name, says: `answers as ${name}` } : { says: 'answers as none that uv-deploy knows' };
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return { says: `can't be asked (${error.message})` };
  }
}

function unknown(marked: readonly string[], answers: readonly Answer[], project: Project): Failure {
  const servers = new Set(answers.map(({ server, says }) => `, and ${quote(server)} ${quote(says, 200)}`));
  const told = [...servers].join('');
  const [first, ...others] = PLATFORMS;
  const what = project.dir === project.checkout ? 'the project' : quote(project.shown(project.dir));
  return failure(
    'no-platform',
    marked.length === 0
      ? `Nothing says which platform ${what} is deployed to${told}.`
      : `The project has the files of several platforms (${marked.join(', ')})${told}.`,
    `Add \`platform: ${first}\` (or \`${others.join('`, `')}\`) under \`with:\` of this step. For every run, in a terminal too, write \`platform = "${first}"\` under \`[tool.uv-deploy]\` in pyproject.toml.`,
  );
}
