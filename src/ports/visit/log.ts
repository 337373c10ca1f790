import type { Visited } from './session.ts';

/** What frameworks print when code of the app raised in a session, and nobody caught it: each in its own words. */
const UNCAUGHT: Readonly<Record<string, RegExp>> = {
  // streamlit/error_util.py; 1.32 had the second form. Where rich is installed, it frames the traceback.
  Streamlit:
    /Uncaught app (?:execution|exception)|[\u2500\u256d][\u2500 ]*Traceback \(most recent call last\)[\u2500 ]*/,
  // bokeh/application/application.py, and tornado for callbacks of its loop.
  Bokeh: /Error running application handler|Exception in callback functools\.partial\(<bound method IOLoop/,
  // flask/app.py, of which Dash is made.
  Dash: /Exception on \/\S* \[(?:GET|POST)\]/,
};
/** An error that a Shiny app shows on purpose looks like others from outside. */
const MEANT = /^(?:shiny\.types\.)?SafeException(?::|$)/m;

const COLOR = /\u001b\[[\d;]*m/g;

/** A visit, judged once more by what the app has printed since it was started. */
export function withLog(visited: Visited, log: string): Visited {
  if (visited.is === 'plain') return visited;
  if (visited.is === 'raised') {
    return visited.framework === 'Shiny' && visited.said !== '' && MEANT.test(log)
      ? { is: 'well', framework: visited.framework }
      : visited;
  }
  const framework = visited.framework;
  const { said = '', trace = '' } = (visited.is === 'unsure' && visited.shows) || {};
  if (UNCAUGHT[framework]?.test(log.replace(COLOR, ''))) return { is: 'raised', framework, said, trace };
  // What is not in the log was caught, and is shown on purpose.
  return visited.is === 'unsure' && visited.shows ? { is: 'well', framework } : visited;
}
