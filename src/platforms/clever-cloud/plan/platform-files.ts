import { join } from 'node:path';
import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { TextFile } from '../../../project/files/text-file.ts';
import type { Project } from '../../../project/project.ts';

const CRON_FILE = 'clevercloud/cron.json';
const FIELDS = /^\s*(?:[\d*,/A-Za-z-]+\s+){5}\S/;

/** What the files that Clever Cloud acts on do, of those that are deployed. */
export function checkPlatformFiles(
  project: Project,
  files: readonly BundleFile[],
  env: ReadonlyMap<string, string>,
): Finding[] {
  const cron = files.some(({ path }) => path === CRON_FILE) ? project.read(CRON_FILE) : undefined;
  const findings = cron === undefined ? [] : 'level' in cron ? [cron] : checkCron(cron, files);
  const mise = files.find(({ path }) => path === 'mise.toml' || path === '.mise.toml');
  if (mise && env.get('CC_DISABLE_MISE') !== 'true') {
    const file = project.shown(join(project.dir, mise.path));
    const message = `Clever Cloud installs the tools of ${file} at each build; they may take the place of its own Python and uv.`;
    const remedy = "Set CC_DISABLE_MISE=true with the input 'env', or exclude the file.";
    findings.push(warning('mise-file', message, remedy, { file, line: 1 }));
  }
  return findings;
}

/** A file of another shape stops the deployment (Clever Cloud's changelog of 2026-10-09); a line that is wrong, only its job. */
function checkCron(file: TextFile, files: readonly BundleFile[]): Finding[] {
  const lineOf = (text: string) =>
    Math.max(1, file.text.slice(0, file.text.indexOf(JSON.stringify(text)) + 1).split('\n').length);
  let jobs: unknown;
  try {
    jobs = JSON.parse(file.text);
  } catch {
    jobs = undefined;
  }
  if (!Array.isArray(jobs) || !jobs.every((job) => typeof job === 'string')) {
    const message = `${file.shown} is not a JSON array of texts, and Clever Cloud stops the deployment.`;
    const remedy = 'Write it as ["0 3 * * * $ROOT/jobs/nightly.sh"].';
    return [error('cron-file', message, remedy, { file: file.shown, line: 1 })];
  }
  return jobs.flatMap((job: string): Finding[] => {
    const place = { file: file.shown, line: lineOf(job) };
    if (!FIELDS.test(job)) {
      const message = `The job '${quote(job, 120)}' has not five fields and a command, so it never runs.`;
      const remedy = 'Write minute, hour, day, month and day of the week before the command; times are UTC.';
      return [warning('cron-job', message, remedy, place)];
    }
    const path = /\$\{?ROOT\}?\/(\S+)/.exec(job)?.[1];
    const script = files.find((one) => one.path === path);
    if (path === undefined || script?.executable) return [];
    const message = `The job '${quote(job, 120)}' can't start ${quote(path, 120)}, which is ${script ? 'not executable' : 'not deployed'}.`;
    const remedy = script
      ? `Run \`git update-index --chmod=+x ${quote(path, 120)}\`, and commit.`
      : 'Correct the path.';
    return [warning('cron-job', message, remedy, place)];
  });
}
