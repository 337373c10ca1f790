import { type Changes, last, pyproject } from '../fixtures/variant.ts';
import type { Pair, Rows } from './pair.ts';

const on = 'clever-cloud';

const saying = (text: string): Changes => ({
  'pyproject.toml': last(`\n[tool.uv-deploy.clever-cloud]\nrun-command = '${text}'`),
});
const command = (text: string): Pair => ({
  ...{ on, wrong: saying(text), at: 'pyproject.toml:8' },
  mended: saying('uv run --no-sync serve.py'),
});

const file = (path: string, wrong: string, mended?: string): Pair => ({
  ...{ on, wrong: { [path]: wrong }, at: `${path}:1` },
  mended: mended === undefined ? {} : { [path]: mended },
});
const variable = (text: string): Pair => ({ on, wrong: {}, at: '', inputs: { env: text }, mendedInputs: {} });

const WORKSPACE: Changes = {
  'pyproject.toml': pyproject([], '[tool.uv.workspace]\nmembers = ["packages/*"]\n'),
  'packages/tables/pyproject.toml': '[project]\nname = "tables"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n',
  'uv.lock': `version = 1
revision = 3
requires-python = ">=3.11"

[manifest]
members = ["echo-service", "tables"]

[[package]]
name = "echo-service"
version = "0.1.0"
source = { virtual = "." }

[[package]]
name = "tables"
version = "0.1.0"
source = { virtual = "packages/tables" }
`,
};

/** What only Clever Cloud minds. */
export const CLEVER_CLOUD: Rows = {
  'command-path': command('python serve.py'),
  'command-program': command('./start.sh'),
  'command-quotes': command('.venv/bin/python serve.py --title "Echo"'),
  'command-shell': command('.venv/bin/python migrate.py && .venv/bin/python serve.py'),
  'command-sync': command('uv run serve.py'),
  'cron-file': file('clevercloud/cron.json', '{}', '[]'),
  'cron-job': file('clevercloud/cron.json', '["@daily $ROOT/job.sh"]', '["0 3 * * * true"]'),
  'image-python': file('clevercloud/python_version', '3.8\n', '3.11\n'),
  'image-python-differs': file('clevercloud/python_version', '3.12\n', '3.11\n'),
  'lock-members': {
    on,
    wrong: WORKSPACE,
    at: 'packages/tables/pyproject.toml:1',
    inputs: { exclude: 'packages' },
    mended: WORKSPACE,
    mendedInputs: {},
  },
  'mise-file': file('mise.toml', '[tools]\npython = "3.13"\n'),
  'variable-folder': variable('APP_FOLDER=apps/echo'),
  'variable-ignored': variable('CC_PYTHON_MODULE=serve:app'),
  'variable-wins': variable('CC_RUN_COMMAND=python other.py'),
};
