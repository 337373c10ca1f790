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

/** What the variables of the step do there that is not meant. */
export function checkVariables(
  env: ReadonlyMap<string, string>,
  { kind }: Pick<Decided, 'kind'>,
  files: readonly BundleFile[],
): Finding[] {
  const findings: Finding[] = [];
  for (const name of env.keys()) {
    if (!IGNORED.test(name)) continue;
    const message = `${name} has no effect: Clever Cloud does not read it where uv installs the app.`;
    findings.push(warning('variable-ignored', message, INSTEAD[name] ?? "Remove it from the input 'env'."));
  }
  if (env.has('CC_PYTHON_UV_SYNC_FLAGS')) {
    const message = 'CC_PYTHON_UV_SYNC_FLAGS is not documented any more: the packages were tried out without it.';
    findings.push(warning('variable-ignored', message, "Remove it from the input 'env'."));
  }
  if (kind === 'app' && env.get('CC_RUN_COMMAND')) {
    const message = 'CC_RUN_COMMAND wins over the run command: Clever Cloud starts that one, which was not checked.';
    findings.push(warning('variable-wins', message, 'Remove it, and write the command as run-command.'));
  }
  const folder = env.get('APP_FOLDER')?.replace(/^(?:\.?\/)*|\/+$/g, '') ?? '';
  if (folder !== '' && folder !== '.') {
    const remedy = "Remove APP_FOLDER from the input 'env', and set working-directory.";
    const name = quote(folder, 120);
    if (files.some(({ path }) => path.startsWith(`${folder}/`))) {
      const message = `APP_FOLDER has Clever Cloud build ${name}, and what was checked is the folder around it.`;
      findings.push(warning('variable-folder', message, remedy));
    } else {
      const message = `The folder ${name}, which APP_FOLDER names, is not in the bundle: that begins at the folder of the project.`;
      findings.push(error('variable-folder', message, remedy));
    }
  }
  return findings;
}
