import { describe, expect, test } from 'vitest';
import { createAttempts, places, theOne } from '../tools/attempts.ts';

const { place, run } = createAttempts();

/** Tries the app of a framework out on the runner, with this code in place of its own; on Connect where ricochet has no such type. */
const start = async (
  framework: string,
  code: string,
  files: Record<string, string> = {},
  inputs: Record<string, string> = {},
) => {
  const isOnConnect = ['bokeh', 'gradio', 'panel'].includes(framework);
  const entry = framework === 'bokeh' ? 'main.py' : 'app.py';
  return run({
    workspace: await place.project(framework, { [entry]: code, ...files }),
    inputs: {
      ...{ mode: 'check', preflight: 'start', 'health-check-timeout': '90' },
      ...(isOnConnect && { platform: 'connect' }),
      ...inputs,
    },
    withUv: true,
  });
};

describe.concurrent('an app that raises when its page is opened is found on the runner:', () => {
  test.each<[framework: string, place: string, says: RegExp, code: string]>([
    [
      'streamlit',
      'start-first-visit app.py:6',
      /ValueError: no good/,
      'import streamlit as st\n\nst.title("Hello")\n\ndef load():\n    raise ValueError("no good")\n\nload()\n',
    ],
    [
      'streamlit',
      'start-missing-variable app.py:5',
      /needs the variable DATABASE_URL/,
      'import os\n\nimport streamlit as st\n\nst.title(os.environ["DATABASE_URL"])\n',
    ],
    [
      'streamlit',
      'start-first-visit app.py:6',
      /ValueError: second/,
      'import streamlit as st\n\nif "n" not in st.session_state:\n    st.session_state["n"] = 1\n    st.rerun()\nraise ValueError("second")\n',
    ],
    [
      'streamlit',
      'start-first-visit app.py:5',
      /KeyError/,
      'import streamlit as st\n\n@st.fragment\ndef part():\n    raise KeyError("part")\n\npart()\n',
    ],
    [
      'panel',
      'start-missing-file app.py:6',
      /opens \/srv\/not-there\/sites\.json, which does not exist/,
      'import json\n\nimport panel as pn\n\npn.extension()\nsites = json.load(open("/srv/not-there/sites.json"))\npn.panel(sites).servable()\n',
    ],
    [
      'panel',
      'start-first-visit app.py:4',
      /ValueError: late/,
      'import panel as pn\n\npn.panel("hi").servable()\nraise ValueError("late")\n',
    ],
    [
      'panel',
      'start-first-visit app.py:6',
      /RuntimeError: onload broke/,
      'import panel as pn\n\npn.panel("hi").servable()\n\ndef loaded():\n    raise RuntimeError("onload broke")\n\npn.state.onload(loaded)\n',
    ],
    [
      'bokeh',
      'start-first-visit main.py:5',
      /ValueError: late/,
      'from bokeh.io import curdoc\nfrom bokeh.models import Div\n\ncurdoc().add_root(Div(text="hi"))\nraise ValueError("late")\n',
    ],
    [
      'shiny',
      'start-missing-variable app.py:9',
      /needs the variable API_KEY/,
      'import os\n\nfrom shiny import App, ui\n\napp_ui = ui.page_fluid(ui.h1("Hello"))\n\n\ndef server(input, output, session):\n    os.environ["API_KEY"]\n\n\napp = App(app_ui, server)\n',
    ],
    [
      'shiny',
      'start-first-visit app.py:9',
      /KeyError: 'Ada'/,
      'from shiny import App, render, ui\n\napp_ui = ui.page_fluid(ui.input_text("name", "Name", "Ada"), ui.output_text("found"))\n\n\ndef server(input, output, session):\n    @render.text\n    def found():\n        return {}[input.name()]\n\n\napp = App(app_ui, server)\n',
    ],
    [
      'dash',
      'start-first-visit app.py:9',
      /KeyError: 'Ada'/,
      'from dash import Dash, Input, Output, callback, dcc, html\n\napp = Dash(__name__)\napp.layout = html.Div([dcc.Input(id="name", value="Ada"), html.P(id="found")])\n\n\n@callback(Output("found", "children"), Input("name", "value"))\ndef find(name):\n    return {}[name]\n\n\nif __name__ == "__main__":\n    app.run()\n',
    ],
    [
      'gradio',
      'start-missing-variable app.py:7',
      /needs the variable TITLE/,
      'import os\n\nimport gradio as gr\n\n\ndef load():\n    return os.environ["TITLE"]\n\n\nwith gr.Blocks() as app:\n    title = gr.Textbox()\n    app.load(load, None, title)\n',
    ],
  ])('%s, %s', async (framework, where, says, code) => {
    const done = await start(framework, code);
    expect(places(done)).toEqual([where]);
    const [title = ''] = where.split(' ');
    expect(theOne(done, title).level).toBe('error');
    expect(theOne(done, title).message).toMatch(says);
    expect(done.outputs.status).toBe('failed');
  });

  test('streamlit, with secrets that are not in the bundle', async () => {
    const done = await start(
      'streamlit',
      'import streamlit as st\n\nurl = st.secrets["database"]["url"]\nst.title(url)\n',
    );
    expect(places(done).filter((one) => one.startsWith('start-'))).toEqual(['start-missing-file app.py:3']);
    expect(theOne(done, 'start-missing-file').message).toContain('st.secrets');
  });

  test('not by its health paths, which may be others', async () => {
    const done = await start(
      'streamlit',
      'import streamlit as st\n\nraise ValueError("no good")\n',
      {},
      { 'health-check-path': '/_stcore/health' },
    );
    expect(places(done)).toEqual(['start-first-visit app.py:3']);
  });
});

describe.concurrent('an app that shows what went wrong on purpose is well:', () => {
  test.each([
    ['streamlit', 'import streamlit as st\n\nst.error("Choose a file.")\nst.stop()\n'],
    [
      'streamlit',
      'import logging\n\nimport streamlit as st\n\ntry:\n    1 / 0\nexcept ZeroDivisionError as caught:\n    logging.exception("handled")\n    st.exception(caught)\n',
    ],
    ['streamlit', 'import streamlit as st\n\nst.write(st.context.headers["User-Agent"], st.context.timezone)\n'],
    [
      'shiny',
      'from shiny import App, render, ui\nfrom shiny.types import SafeException\n\napp_ui = ui.page_fluid(ui.output_text("text"))\n\n\ndef server(input, output, session):\n    @render.text\n    def text():\n        raise SafeException("Choose a file.")\n\n\napp = App(app_ui, server)\n',
    ],
    [
      'gradio',
      'import gradio as gr\n\n\ndef load():\n    raise gr.Error("Choose a file.")\n\n\nwith gr.Blocks() as app:\n    title = gr.Textbox()\n    app.load(load, None, title)\n',
    ],
  ])('%s', async (framework, code) => {
    const done = await start(framework, code);
    expect(done.annotations).toEqual([]);
    expect(done.log).toContain('The app starts and is healthy on this runner.');
  });
});

describe.concurrent('a first run that can not be judged is a notice', () => {
  test('where the page stays empty, which may be meant', async () => {
    const done = await start('panel', 'import panel as pn\n\npn.panel("hi")\n');
    expect(places(done)).toEqual(['start-visit-unjudged']);
    expect(theOne(done, 'start-visit-unjudged').level).toBe('notice');
    expect(done.outputs.status).toBe('checked');
  });
});
