import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'smol-toml';
import type { BundleFile } from '../../../bundle/source.ts';
import { type Complaint, complaint, error, type Finding } from '../../../findings/finding.ts';
import { nearest } from '../../../findings/nearest.ts';
import { quote } from '../../../findings/text.ts';
import type { Inputs } from '../../../inputs/inputs.ts';
import { type Command, findApps } from '../../../project/apps/apps.ts';
import { isFinding, parseToml } from '../../../project/files/toml.ts';
import type { Project } from '../../../project/project.ts';
import { entrypointRemedy, passedOver, whichOne } from '../../shared/choice.ts';
import { type Candidate, findCandidates, pick } from './candidates.ts';
import { CONFIG_FILE, readConfig } from './config.ts';
import { CONTENT_TYPES, isContentType } from './content-types.ts';
import { type Decided, defaultName } from './decided.ts';

/** Without a file: look at the code, and write the file that `ricochet init` would ask the user for. */
export async function fromDetection(
  project: Project,
  inputs: Inputs,
  files: readonly BundleFile[],
  findings: Finding[],
): Promise<Decided | undefined> {
  const place = { file: project.pyproject?.shown ?? project.shown(join(project.dir, CONFIG_FILE)) };
  if (inputs.contentType !== '' && !isContentType(inputs.contentType)) {
    const known = Object.keys(CONTENT_TYPES);
    const meant = nearest(inputs.contentType, known);
    const message = `Unknown content-type '${quote(inputs.contentType)}'.`;
    const remedy = `${meant ? `Did you mean '${meant}'? ` : ''}The content types of ricochet: ${known.join(', ')}.`;
    findings.push(error('config-content-type', message, remedy));
    return undefined;
  }
  const asked = inputs.entrypoint.replace(/^(?:\.\/)+/, '');
  const isAsked = ({ path, contentType }: Candidate) =>
    (asked === '' || path === asked) &&
    (inputs.contentType === '' || (contentType ?? 'python-service') === inputs.contentType);
  const all = (await findCandidates(files)).filter(isAsked);
  const meant = all.length === 0 && asked !== '' ? (await findCandidates(files, asked)).filter(isAsked) : all;
  const chosen = pick(meant);
  // Both given: the user knows better than any detection.
  const entrypoint = chosen?.path ?? (inputs.contentType !== '' ? asked : '');
  const contentType = inputs.contentType || chosen?.contentType;
  if (entrypoint === '' || contentType === undefined) {
    const [code, message, remedy] = chosen
      ? unknownType(chosen)
      : undecided(project, meant, inputs, { files, commands: (await findApps(files)).commands });
    findings.push(error(code, message, remedy, place));
    return undefined;
  }
  if (chosen?.path.endsWith('.py')) {
    findings.push(...passedOver(chosen.path, meant.filter((one) => one !== chosen).map(choiceOf)));
  }
  return generate({ name: inputs.name || defaultName(project), entrypoint, contentType, why: chosen?.why }, findings);
}

/** The configuration that stands in for a file, with its text. */
function generate(
  {
    name,
    entrypoint,
    contentType,
    why,
  }: Readonly<Record<'name' | 'entrypoint' | 'contentType', string>> & { why: string | undefined },
  findings: Finding[],
): Decided | undefined {
  const content = { name, entrypoint, access_type: 'private', content_type: contentType };
  const text = stringify({ content, language: { name: 'python', packages: 'uv.lock' } });
  const generated = parseToml({ path: '', shown: `the generated ${CONFIG_FILE}`, text });
  if (isFinding(generated)) return undefined;
  const { config, findings: found } = readConfig(generated);
  findings.push(...found.map(({ file, line, ...finding }) => finding));
  const lines = text.trimEnd().split('\n');
  return {
    config,
    text,
    settings: { content: { entrypoint, content_type: contentType } },
    reasons: [
      `${CONFIG_FILE} is absent; ${entrypoint} is taken as ${contentType}${why === undefined ? ', as the inputs say' : `: ${why}`}.`,
      `A new item will be private. Generated ${CONFIG_FILE}:`,
      ...lines.map((line) => `  ${line}`),
    ],
  };
}

const choiceOf = ({ path, contentType = 'a web app', why }: Candidate) => ({
  entrypoint: path,
  type: contentType,
  why,
});

/** Why no one file is the app. */
function undecided(
  project: Project,
  meant: readonly Candidate[],
  { contentType, entrypoint }: Inputs,
  { files, commands: [command] }: { files: readonly BundleFile[]; commands: readonly Command[] },
): Complaint {
  const asked = entrypoint.replace(/^(?:\.\/)+/, '');
  const example = `Write a ${CONFIG_FILE}, or set the inputs 'entrypoint' and 'content-type'.`;
  if (meant.length > 1) {
    return whichOne(meant.map(choiceOf));
  }
  if (asked !== '' && !existsSync(join(project.dir, asked))) {
    const remedy = "Correct the input 'entrypoint'; it is relative to the folder of the project.";
    const meant = entrypointRemedy(asked, files, remedy);
    return complaint('entrypoint-missing', `The entrypoint ${quote(asked)} does not exist.`, meant);
  }
  if (asked === '' && command) {
    const { module, object, path } = command;
    const message = `No app was found in the project: [project.scripts] names ${quote(module)}:${quote(object)}, and ${quote(path, 120)} does nothing when ricochet runs it as a file.`;
    const lines = `from ${quote(module)} import ${quote(object.split('.')[0] ?? '')}\` and \`${quote(object)}()`;
    return complaint('entrypoint-not-found', message, `Write a main.py with the lines \`${lines}\`, and commit it.`);
  }
  const notebook = files.find(({ path }) => /^[^/]+\.ipynb$/.test(path))?.path;
  if (asked === '' && contentType === '' && notebook !== undefined) {
    const message = `No app was found in the project. ${quote(notebook, 120)} is a notebook, which ricochet runs from 0.24 on.`;
    const remedy = `Set the inputs \`content-type: jupyter\` and \`entrypoint: ${quote(notebook, 120)}\`.`;
    return complaint('entrypoint-not-found', message, remedy);
  }
  if (asked === '' && contentType !== '') {
    const example = files.find(({ path }) => /^\w+\.py$/.test(path))?.path ?? 'main.py';
    const message = `content-type ${contentType} needs an entrypoint, and no file is known to be a ${contentType} app.`;
    return complaint('entrypoint-not-found', message, `Add \`entrypoint: ${quote(example)}\` to the step.`);
  }
  const kind = contentType === '' ? 'app' : `${contentType} app`;
  const what =
    asked === ''
      ? `No ${kind} was found in the project`
      : `${quote(asked)} does not look like ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
  const which =
    contentType === '' ? ': no FastAPI, Flask, Dash, Shiny or Streamlit app, no script, no Quarto document' : '';
  return complaint('entrypoint-not-found', `${what}${which}.`, example);
}

/** A web app is never taken for a task, which would end or be stopped: its author says what it is. */
function unknownType({ path, why, line, becomes, program }: Candidate): Complaint {
  const message = `${quote(path, 120)} is a web app (${why}), but the code does not show how ricochet has to start it.`;
  const said = `Write a ${CONFIG_FILE} with \`entrypoint = "${quote(path, 120)}"\` and \`content_type = "python-service"\` if it listens on PORT by itself`;
  if (line && becomes) {
    const added = `Add the line \`${quote(line)}\` at the end of that file: it is then taken as ${becomes}.`;
    return complaint('content-type-unknown', message, added);
  }
  if (program) {
    const written = `Write a serve.py with the lines ${quote(program, 300)}, which is then taken as python-service; \`uv add\` its server if it is not locked.`;
    return complaint('content-type-unknown', message, written);
  }
  const remedy = line
    ? `Add the line \`${quote(line)}\` at the end of that file. ${said}.`
    : `${said}; otherwise with the content type that starts it.`;
  return complaint('content-type-unknown', message, remedy);
}
