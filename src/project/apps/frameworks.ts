/** What a web framework's apps are known by. */
type Signs = {
  /** What its app objects are made by, with all names spelt out. */
  readonly makers: readonly string[];
  /** Packages whose import in a file makes that file an app, of whatever object. */
  readonly packages: readonly string[];
};

const row = (makers: readonly string[], packages: readonly string[] = []): Signs => ({ makers, packages });

/** Kinds of apps. Of those that go by an import, the first counts: Panel is made of Bokeh. */
const TABLE = {
  streamlit: row([], ['streamlit']),
  shiny: row(['shiny.App']),
  dash: row(['dash.Dash', 'dash.dash.Dash', 'dash_extensions.enrich.DashProxy', 'dash_extensions.enrich.Dash']),
  fastapi: row([
    'fastapi.FastAPI',
    'fastapi.applications.FastAPI',
    'gradio.mount_gradio_app',
    'gradio.routes.mount_gradio_app',
  ]),
  /** Other apps for ASGI servers. */
  asgi: row([
    ...['starlette.applications.Starlette', 'litestar.Litestar', 'litestar.app.Litestar', 'quart.Quart'],
    ...[
      'quart.app.Quart',
      'sanic.Sanic',
      'blacksheep.Application',
      'fasthtml.common.FastHTML',
      'fasthtml.FastHTML',
      'django.core.asgi.get_asgi_application',
      'falcon.asgi.App',
    ],
  ]),
  flask: row(['flask.Flask', 'flask.app.Flask', 'apiflask.APIFlask', 'flask_openapi3.OpenAPI']),
  /** Other apps for WSGI servers. */
  wsgi: row(['bottle.Bottle', 'falcon.App', 'django.core.wsgi.get_wsgi_application']),
  gradio: row([], ['gradio']),
  panel: row([], ['panel']),
  bokeh: row([], ['bokeh']),
} as const satisfies Readonly<Record<string, Signs>>;

export type Framework = keyof typeof TABLE;

const NAMES = Object.keys(TABLE) as Framework[];

const BY_MAKER: ReadonlyMap<string, Framework> = new Map(
  NAMES.flatMap((name) => TABLE[name].makers.map((maker) => [maker, name] as const)),
);
const BY_PACKAGE: ReadonlyMap<string, Framework> = new Map(
  NAMES.flatMap((name) => TABLE[name].packages.map((one) => [one, name] as const)),
);

/** The framework whose app object a call gives: of `fastapi.FastAPI`. */
export const frameworkOf = (maker: string): Framework | undefined => BY_MAKER.get(maker);

/** The framework of a file that imports these modules, where that is enough to know. */
export function importedFramework(packages: ReadonlySet<string>): { framework: Framework; name: string } | undefined {
  for (const [name, framework] of BY_PACKAGE) if (packages.has(name)) return { framework, name };
  return undefined;
}

/** Whether a file that imports these modules may make an app object of a framework. */
export const mayMakeApps = (packages: ReadonlySet<string>): boolean => MAKING.some((name) => packages.has(name));

const MAKING = [...new Set([...BY_MAKER.keys()].map((maker) => maker.split('.')[0] ?? ''))];

/** Modules with the packages that they are in: `a.b` brings `a` along. */
export const withPackages = (modules: Iterable<string>): Set<string> => {
  const all = new Set<string>();
  for (const module of modules) {
    all.add(module);
    for (let end = module.lastIndexOf('.'); end > 0; end = module.lastIndexOf('.', end - 1))
      all.add(module.slice(0, end));
  }
  return all;
};

/** What only a program that answers requests imports: web frameworks, and servers. Bokeh draws plots for others, too. */
const WEB =
  `aiohttp.web blacksheep bokeh.io.curdoc bokeh.server bottle chainlit cherrypy daphne dash django falcon fastapi
  flask gradio granian gunicorn http.server hypercorn litestar marimo mesop nicegui panel pyramid quart reflex robyn sanic
  shiny solara starlette streamlit taipy.gui tornado.httpserver tornado.web uvicorn waitress wsgiref.simple_server`.split(
    /\s+/,
  );

/** The module that makes a file which imports these a web app, or a server, whatever it is. */
export const webModule = (packages: ReadonlySet<string>): string | undefined => WEB.find((name) => packages.has(name));

/** What apps are made by, without the packages: `FastAPI`. Of a file without any of them no app is made there. */
export const MAKER_NAME = new RegExp(
  String.raw`\b(?:${[...new Set([...BY_MAKER.keys()].map((maker) => maker.split('.').at(-1)))].join('|')})\b`,
);

/** Packages whose import alone makes an app. */
export const PACKAGE = new RegExp(String.raw`\b(?:${[...BY_PACKAGE.keys()].join('|')})\b`);

/** Frameworks in one word, to look for in text before it is read in earnest. */
export const MENTION = new RegExp(
  String.raw`\b(?:${[...new Set([...WEB, ...BY_MAKER.keys(), ...BY_PACKAGE.keys()].map((name) => name.split('.')[0]))].join('|')})\b`,
);
