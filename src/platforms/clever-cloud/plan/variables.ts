import type { BundleFile } from '../../../bundle/source.ts';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { Decided } from './detect.ts';

/** Variables of the platform's older way to run Python, without uv (Clever Cloud's documentation, "Python"). */
const IGNORED =
  /^(?:CC_PYTHON_(?:MODULE|BACKEND|MANAGE_TASKS|CELERY_\w+|USE_GEVENT)|CC_PIP_REQUIREMENTS_FILE|PYTHON_SETUP_PY_GOAL|STATIC_FILES_PATH|STATIC_URL_PREFIX|CC_HTTP_BASIC_AUTH(?:_\w+)?|CC_(?:GUNICORN|NGINX|UWSGI)_\w+|ENABLE_GZIP_COMPRESSION|GZIP_TYPES|HARAKIRI|UWSGI_\w+|WSGI_\w+|NGINX_\w+)$/;

const INSTEAD: Readonly<Record<string, string>> = {
  CC_PYTHON_MODULE: 'Remove it: run-command says what is started.',
  CC_PYTHON_BACKEND: 'Remove it: run-command says which server is started.',
  CC_PYTHON_MANAGE_TASKS: 'Write the commands in CC_PRE_RUN_HOOK, such as `.venv/bin/python manage.py migrate`.',
  STATIC_FILES_PATH: 'Let the app serve its static files, such as by WhiteNoise.',
  STATIC_URL_PREFIX: 'Let the app serve its static files, such as by WhiteNoise.',
};

/** Who has set the variables, and how one of them is removed. */
type Setter = { readonly where: string; remove(name: string): string };

const STEP: Setter = { where: '', remove: () => "Remove it from the input 'env'." };
const SERVER: Setter = {
  where: ' of the app on Clever Cloud',
  remove: (name) => `Remove it there: \`clever env rm ${name}\`.`,
};

type Kind = Pick<Decided, 'kind'>;

/** What the variables of the step do there that is not meant. */
export function checkVariables(
  env: ReadonlyMap<string, string>,
  { kind }: Kind,
  files: readonly BundleFile[],
): Finding[] {
  const findings = ignored(env, STEP);
  if (kind === 'app' && env.get('CC_RUN_COMMAND')) {
    const message = 'CC_RUN_COMMAND wins over the run command: Clever Cloud starts that one, which was not checked.';
    findings.push(warning('variable-wins', message, 'Remove it, and write the command as run-command.'));
  }
  const remedy = "Remove APP_FOLDER from the input 'env', and set working-directory.";
  return [...findings, ...folder(env, files, { ...STEP, remove: () => remedy })];
}

/** What the variables that an app has from elsewhere do that is not meant. Their values may be secrets. */
export function checkThere(env: ReadonlyMap<string, string>, { kind }: Kind, files: readonly BundleFile[]): Finding[] {
  const findings = ignored(env, SERVER);
  if (kind === 'app' && env.get('CC_RUN_COMMAND')) {
    const message = `CC_RUN_COMMAND${SERVER.where} wins over the run command: that one would be started, in place of what was checked.`;
    const remedy = `${SERVER.remove('CC_RUN_COMMAND')} To keep it, give it with the input 'env'.`;
    findings.push(error('variable-wins', message, remedy));
  }
  return [...findings, ...folder(env, files, SERVER)];
}

function ignored(env: ReadonlyMap<string, string>, { where, remove }: Setter): Finding[] {
  return [...env.keys()].flatMap((name): Finding[] => {
    if (name === 'CC_PYTHON_UV_SYNC_FLAGS') {
      const message = `${name}${where} is not documented any more: the packages were tried out without it.`;
      return [warning('variable-ignored', message, remove(name))];
    }
    if (!IGNORED.test(name)) return [];
    const message = `${name}${where} has no effect: Clever Cloud does not read it where uv installs the app.`;
    return [warning('variable-ignored', message, INSTEAD[name] ?? remove(name))];
  });
}

function folder(env: ReadonlyMap<string, string>, files: readonly BundleFile[], { where, remove }: Setter): Finding[] {
  const named = env.get('APP_FOLDER')?.replace(/^(?:\.?\/)*|\/+$/g, '') ?? '';
  if (named === '' || named === '.') return [];
  const remedy = remove('APP_FOLDER');
  const name = quote(named, 120);
  if (files.some(({ path }) => path.startsWith(`${named}/`))) {
    const message = `APP_FOLDER${where} has Clever Cloud build ${name}, and what was checked is the folder around it.`;
    return [warning('variable-folder', message, remedy)];
  }
  const message = `The folder ${name}, which APP_FOLDER${where} names, is not in the bundle: that begins at the folder of the project.`;
  return [error('variable-folder', message, remedy)];
}
