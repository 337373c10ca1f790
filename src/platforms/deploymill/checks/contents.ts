import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isEnvTemplate } from '../../../bundle/left-out.ts';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Step } from '../dockerfile/dockerfile.ts';
import { sourceTest } from '../dockerfile/image.ts';
import { usedStages } from '../dockerfile/install-steps.ts';
import type { Subject } from './subject.ts';

type Copy = Step & { does: 'copy' };

/** What gets into the image, and as whom it runs. */
export function checkContents(subject: Subject): Finding[] {
  const { dockerfile, at } = subject;
  const steps = usedStages(dockerfile).flatMap((stage) => stage.steps);
  return [
    ...dockerfile.strays.map(({ text, line }) => {
      const message = `${quote(text)} is not a known instruction, or precedes FROM: the build stops here.`;
      return error('dockerfile-invalid', message, 'Correct its spelling, or move it behind FROM.', at(line));
    }),
    ...steps.flatMap((step) => (step.does === 'copy' ? checkCopy(step, subject) : [])),
    ...checkCopiedSource(subject),
    ...checkUser(subject),
  ];
}

function checkCopy({ copy, line }: Copy, subject: Subject): Finding[] {
  if (copy.from !== undefined) return [];
  const sources = copy.sources.filter((source) => !/^(?:[a-z]+:\/\/|git@)/.test(source));
  // A pattern that fits nothing stops BuildKit never, and the builder before it where nothing else is copied.
  const named = sources.filter((source) => !isPattern(source));
  const patterns = sources.some((source) => fitting(source, subject).length > 0) || named.length > 0 ? [] : sources;
  return [
    ...named.flatMap((source) => checkSource(source, line, subject)),
    ...patterns.flatMap((source) =>
      checkSource(source, line, subject).map((finding) => ({ ...finding, level: 'warning' as const })),
    ),
    ...(sources.some((source) => /^(?:\.\/?)*$|^\/$/.test(source)) ? checkWhole(line, subject) : []),
  ];
}

const isPattern = (source: string): boolean => /[*?[]/.test(source);

function fits(source: string): (path: string) => boolean {
  const { file, folder } = sourceTest(source);
  return (path) => file(`/${path}`) || folder(`/${path}`) !== undefined;
}

const fitting = (source: string, { context }: Subject): string[] => context.filter(fits(source));

/** A source that nothing in the build context fits, and why. */
function checkSource(source: string, line: number, subject: Subject): Finding[] {
  const { files, isIgnored, project, at } = subject;
  if (fitting(source, subject).length > 0) return [];
  const name = quote(source, 120);
  const there = files.filter(({ path }) => fits(source)(path));
  const complain = (why: string, remedy: string): Finding[] => {
    const message = isPattern(source)
      ? `Nothing in the build context fits ${name}, so nothing is copied: ${why}.`
      : `${name} is not in the build context, so the build stops here: ${why}.`;
    return [error('copy-missing', message, remedy, at(line))];
  };
  if (there.some(({ isUntracked }) => isUntracked && there.every(({ path }) => !isIgnored(path)))) {
    const remedy = 'Commit it, or make it in the Dockerfile.';
    return complain('it is not committed, and deploymill builds from the commit', remedy);
  }
  if (there.length > 0) {
    const remedy = `Add \`!${name.replace(/^(?:\.?\/)+/, '')}\` to .dockerignore, or remove the line that leaves it out.`;
    return complain('.dockerignore leaves it out', remedy);
  }
  if (!isPattern(source) && existsSync(join(project.dir, source))) {
    const why = 'git ignores it or it is empty, and deploymill builds from the commit';
    return complain(why, 'Commit it, or make it in the Dockerfile.');
  }
  return complain(
    'the repository has no such file',
    'Correct the path, which is seen from the root of the repository.',
  );
}

/** What `COPY . .` takes along that no image should have. */
function checkWhole(line: number, { files, isIgnored, at }: Subject): Finding[] {
  const tracked = files.flatMap(({ path }) => /(?:^|\/)(\.env(?:\.[\w.-]+)?|\.venv)(?:\/|$)/.exec(path)?.[1] ?? []);
  const names = ['.git', ...new Set(tracked.filter((name) => !isEnvTemplate(name)))].filter((name) => !isIgnored(name));
  if (names.length === 0) return [];
  const list = names.map((name) => quote(name)).join(', ');
  const message = `This copies ${list} into the image, with all that was ever committed or is kept secret there.`;
  return [
    warning(
      'dockerignore',
      message,
      `Write ${list} into .dockerignore${names.length > 1 ? ', one per line' : ''}.`,
      at(line),
    ),
  ];
}

/** Source that comes by way of another stage. */
function checkCopiedSource({ start, at }: Subject): Finding[] {
  const lines = [...(start?.files.values() ?? [])].flatMap(({ isFromStage, source, line }) =>
    isFromStage && source.endsWith('.py') ? line : [],
  );
  return [...new Set(lines)].map((line) => {
    const message =
      'This copies source from another stage: the image can come out the same as before, and the deployment then changes nothing (`rolledOver: false`).';
    const remedy = 'Copy only the installed packages from the stage, and the source with a `COPY` of its own.';
    return warning('copy-from-stage', message, remedy, at(line));
  });
}

function checkUser({ dockerfile, start, at }: Subject): Finding[] {
  const { final } = dockerfile;
  const user = (start?.user ?? '').split(':')[0];
  if (start === undefined || (user !== '' && user !== 'root' && user !== '0')) return [];
  // Which user another image has set is not known.
  const isPlain = /(?:^|\/)(?:python|debian|ubuntu|alpine|uv)(?:[:@]|$)/.test(final.image);
  if (user === '' && !isPlain) return [];
  const message =
    'The app runs as root, and deploymill drops all capabilities: what root can do elsewhere can fail there.';
  const remedy = 'Add `RUN useradd --create-home app` and `USER app` to the last stage.';
  return [warning('dockerfile-root', message, remedy, at(final.line))];
}
