import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { checkPin } from '../../../project/pin/pin.ts';
import type { Project } from '../../../project/project.ts';
import type { TargetDefaults } from '../../../project/target.ts';

/** The platform's machines; its image of 2026-10-09 has this uv (Clever Cloud's changelog). */
export const SERVER: TargetDefaults = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.28', uv: '0.12.21' };

/** The values of CC_PYTHON_VERSION (Clever Cloud's documentation, "Python"); any other stops a deployment. */
const VERSIONS = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14'];
const ACCEPTED = ['2', '3', ...VERSIONS];
const VERSION_FILE = 'clevercloud/python_version';
const VARIABLE = 'CC_PYTHON_VERSION';

type Image = { readonly env: Readonly<Record<string, string>>; readonly findings: readonly Finding[] };

/**
 * The Python that the platform is to select: that of the pin. With another one, uv downloads the pinned Python itself, into a folder
 * that the platform does not keep with the build.
 */
export function selectPython(project: Project, env: ReadonlyMap<string, string>): Image {
  const findings: Finding[] = [];
  const pin = project.pin && checkPin({ path: project.pin.shown, bytes: project.pin.bytes }, []).pin;
  const [major, minor] = pin?.version?.kind === 'release' ? pin.version.release : [];
  const pinned = major !== undefined && minor !== undefined ? `${major}.${minor}` : undefined;
  const judge = (value: string, what: string, remedy: string, place: { file?: string; line?: number }) => {
    const said = `${what} selects Python '${quote(value)}'`;
    if (!ACCEPTED.includes(value)) {
      const known = `Clever Cloud has ${VERSIONS[0]} to ${VERSIONS.at(-1)}, and stops the deployment.`;
      findings.push(error('image-python', `${said}, which is not there: ${known}`, remedy, place));
    } else if (pinned !== undefined && value !== pinned && !pinned.startsWith(`${value}.`)) {
      const why = `uv then downloads the pinned one at the build, and it may be gone when the app restarts from the cache.`;
      const message = `${said}; ${project.pin?.shown} pins ${pinned}: ${why}`;
      findings.push(warning('image-python-differs', message, remedy, place));
    }
  };
  const set = env.get(VARIABLE);
  const instead = pinned !== undefined && VERSIONS.includes(pinned) ? pinned : undefined;
  if (set !== undefined) {
    judge(set.trim(), VARIABLE, `Take ${VARIABLE} out of the input 'env': it is set from .python-version.`, {});
  }
  const file = project.read(VERSION_FILE);
  if (file !== undefined && 'level' in file) findings.push(file);
  else if (file !== undefined) {
    const remedy = `Remove the file, or write ${instead ?? VERSIONS.at(-1)} in it.`;
    judge(file.text.trim(), file.shown, remedy, { file: file.shown, line: 1 });
  } else if (set === undefined && pinned !== undefined && instead === undefined && pin) {
    const message = `The image of Clever Cloud has no Python ${pinned}: uv downloads it at the build, and it may be gone when the app restarts from the cache.`;
    const remedy = `Pin one of ${VERSIONS.join(', ')}, such as by \`uv python pin ${VERSIONS.at(-1)}\`.`;
    findings.push(warning('image-python-differs', message, remedy, { file: project.pin?.shown, line: pin.line }));
  }
  // What the project or the step says is not overruled.
  const isSaid = set !== undefined || file !== undefined;
  return { findings, env: !isSaid && instead !== undefined ? { [VARIABLE]: instead } : {} };
}
