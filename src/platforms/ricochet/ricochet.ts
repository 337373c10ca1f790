import { existsSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathGlobs } from '../../bundle/glob.ts';
import type { BundleFile } from '../../bundle/source.ts';
import { error, type Finding } from '../../findings/finding.ts';
import { quote } from '../../findings/text.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { checkSettings, size } from '../../inputs/setting.ts';
import { type Around, workspaceAround } from '../../project/around.ts';
import { isFinding, parseToml, placeIn, type TomlFile } from '../../project/files/toml.ts';
import { textAt } from '../../project/files/values.ts';
import { readRequired } from '../../project/lock/required.ts';
import type { Project } from '../../project/project.ts';
import { checkSource } from '../../project/source/readable.ts';
import { LINUX } from '../../project/target.ts';
import type { Plan } from '../plan.ts';
import type { Platform } from '../platform.ts';
import { PUBLIC_KEY } from './api/api.ts';
import { WORDS } from './api/refusals.ts';
import { isId } from './api/values.ts';
import { checkEnvVars } from './gateway/env-vars.ts';
import { type ItemSpec, previewTarget, variantIdentity, variantTarget } from './gateway/item-spec.ts';
import { CONFIG_FILE } from './plan/config.ts';
import { CONTENT_TYPES, isContentType } from './plan/content-types.ts';
import { contractOf, installsOf } from './plan/contract.ts';
import { type Decided, defaultName, fromFile } from './plan/decided.ts';
import { launch, STARTERS } from './plan/start-commands.ts';

/** The server's own default of max_bundle_size (ricochet's documentation); a server with another one is reported by a setting. */
const MAX_BUNDLE_SIZE = 100_000_000;
const THUMBNAIL_LIMIT = 5_000_000;

const SETTINGS = {
  'max-bundle-size': size('The largest bundle that this server takes, where that is not 100 MB.', '250MB'),
};

/** Reads `_ricochet.toml`, where there is one. */
function readFile(project: Project): TomlFile | Finding | undefined {
  const read = project.read(CONFIG_FILE);
  return read === undefined || 'level' in read ? read : parseToml(read);
}

/** An error of the server itself: a sentence under `error`, and nothing else. */
const isOwn: NonNullable<Platform['isOwn']> = ({ status, text }) =>
  [401, 403, 404].includes(status) && /^\s*\{\s*"error"\s*:\s*"[^"]*"\s*\}\s*$/.test(text);

export const ricochet: Platform = {
  name: 'ricochet',
  words: {
    credential: WORDS.credential,
    privateApp: 'Set access_type = "external" for a public app, or check that the key may open it.',
  },
  credentials: { server: 'RICOCHET_SERVER', token: 'RICOCHET_API_KEY' },
  server: LINUX,
  // The API reference of ricochet: everybody may have the key that encrypts variables.
  sign: { path: '/api/v0/public-key', fits: ({ status, text }) => status === 200 && PUBLIC_KEY.test(text) },
  isOwn,
  settings: SETTINGS,

  identify: async (project, inputs) => {
    const file = readFile(project);
    if (file !== undefined && isFinding(file)) return { findings: [file] };
    const text = (key: string) => textAt(file?.data, 'content', key);
    const identity = {
      id: inputs.id || text('id'),
      name: inputs.name || text('name') || defaultName(project),
      slug: text('slug'),
      isNamed: inputs.name !== '',
    };
    return {
      identity: inputs.variant === '' ? identity : variantIdentity(identity, inputs.variant),
      findings: checkId(inputs, text('id'), file),
    };
  },

  open: async (...args) => (await gateway()).openConnection(...args),

  plan: async (project, inputs, candidates) => {
    const findings: Finding[] = checkEnvVars(inputs.env);
    const file = readFile(project);
    if (file !== undefined && isFinding(file)) return { findings: [...findings, file] };

    const decided = file
      ? fromFile(file, inputs, findings)
      : await (await detection()).fromDetection(project, inputs, await candidates(), findings);
    const own = checkSettings(SETTINGS, inputs.own, 'ricochet');
    findings.push(...own.findings);
    const limit = own.values.get('max-bundle-size');
    if (decided === undefined) return { findings };
    findings.push(...checkId(inputs, decided.config.id, file));
    const around = workspaceAround(project);
    const { entrypoint } = decided.config;
    const isJudged = entrypoint === '' || findings.some(({ code }) => code === 'config-entrypoint');
    const path = join(project.dir, entrypoint);
    const source = isJudged || extname(entrypoint) === '' ? [] : checkSource(project.checkout, path);
    findings.push(...source, ...(isJudged ? [] : checkStarter(project, decided.config.contentType, around)));
    // A plan in spite of errors: what only the list of files can tell is reported in the same run.
    const isOpen = !isJudged && source.length === 0;
    return {
      findings,
      plan: makePlan(project, inputs, decided, {
        file,
        around,
        isOpen,
        serverLimit: typeof limit === 'number' ? limit : MAX_BUNDLE_SIZE,
      }),
    };
  },
};

type Circumstances = {
  /** The project's own `_ricochet.toml`. */
  readonly file: TomlFile | undefined;
  readonly around: Around | undefined;
  /** In bytes. */
  readonly serverLimit: number;
  /** Nothing has been said of the entrypoint yet. */
  readonly isOpen: boolean;
};

function makePlan(
  project: Project,
  inputs: Inputs,
  decided: Decided,
  { file, around, serverLimit, isOpen }: Circumstances,
): Plan {
  const { config, text, settings, reasons } = decided;
  const type = CONTENT_TYPES[config.contentType];
  const kind = type?.kind ?? 'app';
  const include = config.include && pathGlobs(config.include);
  const exclude = pathGlobs(config.exclude);
  const content = Buffer.from(text);
  const place = (key: string) => (file ? placeIn(file, key) : {});

  const production: ItemSpec = {
    ...{ id: inputs.id || config.id, name: config.name, slug: config.slug, app: config.name },
    ...{ isNamed: inputs.name !== '', contentType: config.contentType, config: text, settings },
  };
  const target = inputs.variant === '' ? production : variantTarget(production, inputs.variant);

  return {
    name: target.name,
    kind,
    contentType: config.contentType,
    manifest: { appmode: type?.appmode ?? 'python-api' },
    delivery: 'archive',
    // The server's documentation, "Dependency management" (0.24) and "Python" (0.17): what it runs after an upload.
    install: {
      by: 'sync',
      flags: ['--locked', '--no-python-downloads'],
      older: ['--frozen', '--no-python-downloads'],
    },
    entrypoint: config.entrypoint,
    reasons,
    healthPaths: kind === 'app' ? inputs.healthCheckPaths : [],
    includes: (path) => (include?.(path) ?? true) && !exclude(path),
    includesExplicitly: (path) => include?.(path) ?? false,
    added: [
      { path: CONFIG_FILE, source: content, size: content.length, executable: false },
      ...requiredFiles(project, around),
    ],
    ...(around && { around }),
    ...startOf(config, around),
    maxBundleSize: Math.min(serverLimit, config.maxBundleSize ?? serverLimit),
    checkFiles: (files) => [
      ...(isOpen ? checkEntrypoint(project, config.entrypoint, files, place('content.entrypoint')) : []),
      ...checkThumbnail(project, config.thumbnail, files, place('content.thumbnail')),
    ],
    open: async (access, deps, pullRequest) =>
      (await gateway()).openGateway(
        pullRequest === undefined ? target : previewTarget(target, pullRequest),
        access,
        deps,
      ),
  };
}

function startOf(
  { contentType, entrypoint }: Decided['config'],
  around: Around | undefined,
): Pick<Plan, 'start' | 'launch'> {
  if (!isContentType(contentType)) return {};
  const start = contractOf(contentType, entrypoint, installsOf(around));
  return { ...(start && { start }), launch: (place) => launch(contentType, { ...place, entrypoint, basePath: '' }) };
}

/** The server starts some content with a program that only the lock can bring. */
function checkStarter(project: Project, contentType: string, around: Around | undefined): Finding[] {
  const { lock, pyproject } = project;
  const starters = isContentType(contentType) ? (STARTERS[contentType] ?? []) : [];
  const installed = lock && readRequired(project, installsOf(around)).installed;
  const starter = starters.find((name) => installed?.has(name) === false);
  if (starter === undefined || installed?.size === 0) return [];
  const message = `${starter} is not among the packages that the server installs: ricochet can't start ${contentType} content without it.`;
  const place = pyproject && placeIn(pyproject, 'project.dependencies');
  return [
    error('framework-not-locked', message, `Run \`uv add ${starter}\` and commit pyproject.toml and uv.lock.`, place),
  ];
}

/** Ids become parts of URLs. */
function checkId(inputs: Inputs, ofFile: string, file: TomlFile | undefined): Finding[] {
  const id = inputs.id || ofFile;
  if (id === '' || isId(id)) return [];
  const finding: Finding = error(
    'invalid-id',
    `The id '${quote(id)}' is not a ricochet id.`,
    "Copy it from the item's page, or remove it: the item is then looked up by name.",
  );
  return [inputs.id || !file ? finding : { ...finding, ...placeIn(file, 'content.id') }];
}

/** What finds apps in code, which no project with a file needs. */
const detection = () => import('./plan/detect.ts');

/** What talks to the server, which no check needs. */
const gateway = () => import('./gateway/gateway.ts');

/** What the server needs at the bundle's root, from wherever uv finds it (ricochet's documentation, "Python"). */
function requiredFiles(project: Project, around: Around | undefined): BundleFile[] {
  return [around?.root ?? project.pyproject, project.lock, project.pin].flatMap((file) =>
    file ? [{ path: basename(file.path), source: file.path, size: statSync(file.path).size, executable: false }] : [],
  );
}

function checkEntrypoint(project: Project, entrypoint: string, files: readonly BundleFile[], place: object): Finding[] {
  const folder = entrypoint === '.' ? '' : `${entrypoint.replace(/\/+$/, '')}/`;
  if (files.some(({ path }) => path === entrypoint || path.startsWith(folder))) return [];
  const shown = `The entrypoint ${quote(entrypoint)}`;
  if (existsSync(join(project.dir, entrypoint))) {
    const remedy = 'Check .gitignore, and include and exclude.';
    return [error('entrypoint-not-bundled', `${shown} is left out of the bundle.`, remedy, place)];
  }
  const remedy = 'Correct entrypoint; it is relative to the folder of the project.';
  return [error('entrypoint-missing', `${shown} does not exist.`, remedy, place)];
}

function checkThumbnail(project: Project, thumbnail: string, files: readonly BundleFile[], place: object): Finding[] {
  if (thumbnail === '') return [];
  const file = files.find(({ path }) => path === thumbnail.replace(/^\.\//, ''));
  const complain = (message: string, remedy: string): Finding[] => [error('config-thumbnail', message, remedy, place)];
  if (!/\.(?:png|jpe?g|gif)$/i.test(thumbnail)) {
    return complain(`The thumbnail ${quote(thumbnail)} is not a png, jpg or gif.`, 'Use one of these formats.');
  }
  if (!file) {
    const exists = existsSync(join(project.dir, thumbnail));
    return complain(
      `The thumbnail ${quote(thumbnail)} ${exists ? 'is left out of the bundle' : 'does not exist'}.`,
      'Correct the path, or remove the key.',
    );
  }
  return file.size > THUMBNAIL_LIMIT
    ? complain(`The thumbnail ${quote(thumbnail)} is over 5 MB.`, 'Make it smaller.')
    : [];
}
