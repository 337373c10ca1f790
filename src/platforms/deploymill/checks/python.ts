import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { pythonRequirements } from '../../../project/lock/presence.ts';
import { isRefused, parseSpecifiers } from '../../../project/packaging/specifiers.ts';
import { checkPin } from '../../../project/pin/pin.ts';
import { pythonRange, rangeContains } from '../../../project/pin/python-range.ts';
import { imageLibc, imagePython, type Python } from '../dockerfile/base-image.ts';
import { programsOf, type Stage, type Step } from '../dockerfile/dockerfile.ts';
import { usedStages } from '../dockerfile/install-steps.ts';
import type { Subject } from './subject.ts';

const shown = (python: Python): string => python.join('.');

/** How the Python of the images fits `requires-python`, `.python-version`, and the paths that have it in their names. */
export function checkPython(subject: Subject): Finding[] {
  const steps = usedStages(subject.dockerfile).flatMap((stage) => stage.steps);
  return [
    ...checkBases(subject),
    ...steps.flatMap((step) => {
      if (step.does === 'copy') return checkPaths(step, subject);
      return step.does === 'run' ? checkVenv(step, subject) : [];
    }),
  ];
}

/** The stages where packages are installed, and the last one: each base image is judged once. */
function checkBases(subject: Subject): Finding[] {
  const { dockerfile, installs } = subject;
  const stages = new Set([...installs.map(({ stage }) => stage), dockerfile.final].map(firstOf));
  return [...stages]
    .sort((one, other) => one.index - other.index)
    .flatMap((stage) => {
      const python = imagePython(stage.image);
      return python === undefined ? [] : (checkBase(stage, python, subject) ?? []);
    })
    .filter(({ message }, index, all) => all.findIndex((other) => other.message === message) === index);
}

const firstOf = (stage: Stage): Stage => (stage.parent === undefined ? stage : firstOf(stage.parent));

/** As many patch releases as no minor has had. */
const PATCHES = Array.from({ length: 100 }, (_, patch) => patch);

function checkBase(stage: Stage, python: Python, { project, installs, at }: Subject): Finding | undefined {
  const requirements = pythonRequirements(project);
  for (const { text, file, line } of requirements) {
    const specifiers = parseSpecifiers(text);
    if (isRefused(specifiers)) continue;
    const range = pythonRange(specifiers);
    const [major, minor, patch] = python;
    const patches = patch === undefined ? PATCHES : [patch];
    if (patches.some((one) => rangeContains(range, [major, minor, one]))) continue;
    const message = `The base image ${quote(stage.image, 120)} has Python ${shown(python)}, which does not satisfy requires-python '${quote(text)}' (${file}:${line}).`;
    const remedy = 'Change the version in FROM, or widen requires-python and run `uv lock`.';
    // `uv sync` fetches a Python that fits, where it may.
    const mayFetch = installs.some((one) => firstOf(one.stage) === stage && one.by === 'sync');
    const finding = error('base-python', message, remedy, at(stage.line));
    return mayFetch ? { ...finding, level: 'warning' } : finding;
  }
  if (project.pin === undefined) return undefined;
  const { pin } = checkPin({ path: project.pin.shown, bytes: project.pin.bytes }, requirements);
  const [major, minor] = pin?.version?.kind === 'release' ? pin.version.release : [];
  if (minor === undefined || (major === python[0] && minor === python[1])) return undefined;
  const message = `The base image ${quote(stage.image, 120)} has Python ${shown(python)}, and ${project.pin.shown} pins ${quote(pin?.text ?? '')}: what is tested is not what runs.`;
  const remedy = `Use python:${major}.${minor}-slim in FROM, or run \`uv python pin ${python[0]}.${python[1]}\`.`;
  return warning('base-python-differs', message, remedy, at(stage.line));
}

const SITE_PACKAGES = /\/lib\/python(\d+)\.(\d+)(?:\/|$)/;

/** Packages that are copied from or to the folder of another Python than the image has. */
function checkPaths({ copy, line, stage }: Step & { does: 'copy' }, { dockerfile, at }: Subject): Finding[] {
  const { from, sources, target } = copy;
  const image = dockerfile.stages[stage]?.image ?? '';
  const origin = typeof from === 'object' ? from.image : (from ?? '');
  const [here, there] = [imagePython(image), imagePython(origin)];
  const pairs = [...sources.map((path) => [path, there] as const), [target, here] as const];
  for (const [path, python] of pairs) {
    const [, major, minor] = SITE_PACKAGES.exec(path) ?? [];
    if (minor === undefined || python === undefined) continue;
    if (Number(major) === python[0] && Number(minor) === python[1]) continue;
    const message = `${quote(path, 120)} is the folder of Python ${major}.${minor}, and the image has Python ${shown(python)}: none of the packages can be imported.`;
    const remedy = `Write python${python[0]}.${python[1]} in the path.`;
    return [error('site-packages-path', message, remedy, at(line))];
  }
  if (!sources.some((path) => SITE_PACKAGES.test(path) || /\/\.?venv(?:\/|$)/.test(path))) return [];
  if (here && there && (here[0] !== there[0] || here[1] !== there[1])) {
    const message = `The packages come from Python ${shown(there)}, and this stage has Python ${shown(here)}: compiled ones can't be imported.`;
    return [error('site-packages-path', message, SAME_IMAGE, at(line))];
  }
  const [own, others] = [imageLibc(image)?.kind, imageLibc(origin)?.kind];
  if (own === undefined || others === undefined || own === others) return [];
  const message = `The packages come from an image with ${others}, and this stage has ${own}: compiled ones can't be imported.`;
  return [warning('site-packages-path', message, SAME_IMAGE, at(line))];
}

const SAME_IMAGE = 'Begin both stages with the same image.';

function checkVenv({ command, line }: Step & { does: 'run' }, { at }: Subject): Finding[] {
  const makesVenv = programsOf(command).some(({ words: [program = '', ...args] }) => {
    if (/(?:^|\/)virtualenv$/.test(program)) return true;
    return (
      /(?:^|\/)python(?:3(?:\.\d+)?)?$/.test(program) && args[0] === '-m' && /^(?:venv|virtualenv)$/.test(args[1] ?? '')
    );
  });
  if (!makesVenv) return [];
  const message = 'This creates a virtual environment, which the Python guide of deploymill advises against.';
  const remedy = 'Use `uv sync`, or `uv pip install --system`.';
  return [warning('dockerfile-venv', message, remedy, at(line))];
}
