/**
 * How ricochet starts what is deployed to it: a row for each content type.
 *
 * Documented by ricochet: the content types, which of them are apps and which tasks, that FastAPI is launched with
 * `uvicorn`, that a `python-service` is its own script and binds to `PORT`, that `quarto-py` is `quarto render` (of the
 * folder, for a `_quarto.yml`) with QUARTO_PYTHON, VIRTUAL_ENV and PYTHONUNBUFFERED, and that content runs in the
 * folder of its bundle.
 *
 * Inferred: every other command line and option. ricochet's public example apps read FLASK_RUN_HOST and FLASK_RUN_PORT
 * (Flask) and HOST and PORT (Dash), so these are set; the ASGI object is called `app`, as in all of its examples.
 */

import type { Launch } from '../../plan.ts';
import {
  dashPrefixes,
  flask,
  type Start,
  type StartCommand,
  script,
  shiny,
  streamlit,
  uvicorn,
} from '../../shared/start-commands.ts';
import type { ContentTypeName } from './content-types.ts';

/**
 * A Dash script ends in `app.run()`, which reads HOST and PORT. One that is written for a WSGI server has no such line:
 * then its `app` is run for it.
 */
const DASH = `import os, runpy, sys
del sys.argv[0]
sys.path.insert(0, os.path.dirname(os.path.abspath(sys.argv[0])))
script = runpy.run_path(sys.argv[0], run_name="__main__")
script["app"].run(host=os.environ["HOST"], port=os.environ["PORT"])`;

const dash: Start = (start) => ({
  command: [start.python, '-c', DASH, start.entrypoint],
  env: { HOST: start.host, PORT: String(start.port), ...dashPrefixes(start) },
});

const service: Start = (start) => ({ ...script(start), env: { PORT: String(start.port) } });

const quarto: Start = ({ python, entrypoint }) => ({
  command: ['quarto', 'render', entrypoint.replace(/(?:^|\/)_quarto\.yml$/, '') || '.'],
  env: { QUARTO_PYTHON: python },
});

/** Inferred from what the documentation wants in the lock. */
const notebook: Start = ({ python, entrypoint }) => ({
  command: [python, '-m', 'nbconvert', '--execute', '--to', 'html', entrypoint],
  env: {},
});

const STARTS: Readonly<Record<ContentTypeName, Start>> = {
  'fast-api': uvicorn,
  flask,
  streamlit,
  dash,
  'shiny-py': shiny,
  'python-service': service,
  python: script,
  'quarto-py': quarto,
  jupyter: notebook,
};

/** The packages that start content of a type, which nothing but the lock brings. */
export const STARTERS: Readonly<Partial<Record<ContentTypeName, readonly string[]>>> = {
  'fast-api': ['uvicorn'],
  streamlit: ['streamlit'],
  'shiny-py': ['shiny'],
  jupyter: ['nbconvert', 'ipykernel'],
};

/** The command that starts the content, for a process in the bundle's folder. */
export const launch = (contentType: ContentTypeName, start: StartCommand): Launch => {
  const { command, env } = STARTS[contentType](start);
  return { command, env: { PYTHONUNBUFFERED: '1', ...env } };
};
