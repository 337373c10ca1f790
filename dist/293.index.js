export const id = 293;
export const ids = [293];
export const modules = {

/***/ 2205:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Di: () => (/* binding */ entrypointRemedy),
/* harmony export */   Jn: () => (/* binding */ passedOver),
/* harmony export */   ko: () => (/* binding */ whichOne)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _project_imports_local_modules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(411);




const shown = ({ entrypoint, type, why }) => `entrypoint = "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entrypoint, 200)}"  # ${type}: ${why}`;
const TABLE = '[tool.uv-deploy] in pyproject.toml';
/** Asks which one is meant; each is the line to write. */
const whichOne = (choices) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .complaint */ .U4)('entrypoint-ambiguous', ['Which of these is the app?', ...choices.map((choice) => `  ${shown(choice)}`)].join('\n'), `Write one of these lines under ${TABLE}.`);
/** What to do about an entrypoint that does not exist; `fallback` is for one that is like no file. */
function entrypointRemedy(entrypoint, files, fallback) {
    const meant = fileMeantBy(entrypoint, files);
    return meant === undefined ? fallback : `Did you mean \`entrypoint: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(meant, 200)}\`?`;
}
/** A Python file that is written as a module or with its object, or is a few letters off. */
function fileMeantBy(entrypoint, files) {
    const paths = files.map(({ path }) => path).filter((path) => path.endsWith('.py'));
    const [head = ''] = entrypoint.replace(/^(?:\.\/)+/, '').split(':');
    const local = (0,_project_imports_local_modules_js__WEBPACK_IMPORTED_MODULE_2__/* .localModules */ .L)(paths).find(head.replaceAll('/', '.'), ['', 'src']);
    const written = [head, ...(local.is === 'found' ? [local.files.at(-1)] : [])];
    return written.find((path) => path !== undefined && paths.includes(path)) ?? (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(head, paths);
}
/** What could be meant as well, where one stands out. */
function passedOver(taken, others) {
    const [first] = others;
    if (first === undefined)
        return [];
    const more = others.length > 1 ? ` So could ${others.length - 1} more.` : '';
    const message = `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(first.entrypoint, 200)} could also be the app (${first.type}: ${first.why}); ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(taken, 200)} was chosen for its name.${more}`;
    const remedy = `Write \`entrypoint = "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(taken, 200)}"\` under ${TABLE} to confirm that, or name the other one.`;
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm)('entrypoint-passed-over', message, remedy)];
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ findApps),
  Z: () => (/* binding */ isToolFile)
});

// EXTERNAL MODULE: ./src/project/contract/listening.ts
var listening = __webpack_require__(3141);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var files_toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/imports/local-modules.ts
var local_modules = __webpack_require__(411);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
// EXTERNAL MODULE: ./src/project/source/scan.ts
var scan = __webpack_require__(5446);
// EXTERNAL MODULE: ./src/project/source/statements.ts
var source_statements = __webpack_require__(7233);
;// CONCATENATED MODULE: ./src/project/apps/frameworks.ts
const row = (makers, packages = []) => ({ makers, packages });
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
};
const NAMES = Object.keys(TABLE);
const BY_MAKER = new Map(NAMES.flatMap((name) => TABLE[name].makers.map((maker) => [maker, name])));
const BY_PACKAGE = new Map(NAMES.flatMap((name) => TABLE[name].packages.map((one) => [one, name])));
/** The framework whose app object a call gives: of `fastapi.FastAPI`. */
const frameworkOf = (maker) => BY_MAKER.get(maker);
/** The framework of a file that imports these modules, where that is enough to know. */
function importedFramework(packages) {
    for (const [name, framework] of BY_PACKAGE)
        if (packages.has(name))
            return { framework, name };
    return undefined;
}
/** Whether a file that imports these modules may make an app object of a framework. */
const mayMakeApps = (packages) => MAKING.some((name) => packages.has(name));
const MAKING = [...new Set([...BY_MAKER.keys()].map((maker) => maker.split('.')[0] ?? ''))];
/** Modules with the packages that they are in: `a.b` brings `a` along. */
const withPackages = (modules) => {
    const all = new Set();
    for (const module of modules) {
        all.add(module);
        for (let end = module.lastIndexOf('.'); end > 0; end = module.lastIndexOf('.', end - 1))
            all.add(module.slice(0, end));
    }
    return all;
};
/** What only a program that answers requests imports: web frameworks, and servers. Bokeh draws plots for others, too. */
const WEB = `aiohttp.web blacksheep bokeh.io.curdoc bokeh.server bottle chainlit cherrypy daphne dash django falcon fastapi
  flask gradio granian gunicorn http.server hypercorn litestar marimo mesop nicegui panel pyramid quart reflex robyn sanic
  shiny solara starlette streamlit taipy.gui tornado.httpserver tornado.web uvicorn waitress wsgiref.simple_server`.split(/\s+/);
/** The module that makes a file which imports these a web app, or a server, whatever it is. */
const webModule = (packages) => WEB.find((name) => packages.has(name));
/** What apps are made by, without the packages: `FastAPI`. Of a file without any of them no app is made there. */
const MAKER_NAME = new RegExp(String.raw `\b(?:${[...new Set([...BY_MAKER.keys()].map((maker) => maker.split('.').at(-1)))].join('|')})\b`);
/** Packages whose import alone makes an app. */
const PACKAGE = new RegExp(String.raw `\b(?:${[...BY_PACKAGE.keys()].join('|')})\b`);
/** Frameworks in one word, to look for in text before it is read in earnest. */
const MENTION = new RegExp(String.raw `\b(?:${[...new Set([...WEB, ...BY_MAKER.keys(), ...BY_PACKAGE.keys()].map((name) => name.split('.')[0]))].join('|')})\b`);

// EXTERNAL MODULE: ./src/project/source/module.ts + 1 modules
var source_module = __webpack_require__(4923);
;// CONCATENATED MODULE: ./src/project/apps/objects.ts




/** From a call, over a factory in another module that is imported by way of its package, to a function that it calls. */
const HOPS = 6;
/**
 * Knows the app objects in the files of a project, wherever they are made. Files are read when they are asked for, once, and
 * only those that may have one.
 */
function appObjects(files, mayHave) {
    const names = namesOf(files, mayHave);
    const { moduleAt, placeOf } = names;
    const judgeBinding = judgeWith(names);
    const objectsIn = async (path) => {
        const { bindings } = await moduleAt(path);
        const found = [];
        for (const binding of bindings) {
            if (binding.by !== 'value' || binding.in !== 'module')
                continue;
            const typed = binding.type === undefined ? [] : [`${binding.type}()`];
            const objects = await judgeBinding(binding, path, binding.values);
            found.push(...(objects.length > 0 ? objects : await judgeBinding(binding, path, typed)));
        }
        return found;
    };
    return {
        mayHave,
        /** The objects that a server can load from the file once it is imported. */
        objectsIn,
        /** The functions and classes of the file that give one when they are called. */
        async makersIn(path) {
            const { bindings } = await moduleAt(path);
            const makers = bindings.filter((one) => one.in === 'module' && (one.by === 'function' || one.by === 'class'));
            return (await Promise.all(makers.map((one) => judgeBinding(one, path, one.gives)))).flat();
        },
        /** The objects that apps of this file answer for, as `path:name`: by `mount`, or because they are handed to one as it is made. */
        async containedIn(path) {
            const { calls, bindings } = await moduleAt(path);
            const objects = await objectsIn(path);
            return calls.flatMap((call) => {
                const outer = receiver(call, objects);
                if (outer === undefined)
                    return [];
                const words = new Set([...call.positional, ...call.keywords.values()].join(' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu));
                const here = objects.filter(({ name }) => name !== outer.name && words.has(name));
                const imported = bindings.flatMap(({ name, by, values }) => {
                    const place = by === 'import' && words.has(name) ? placeOf(values[0] ?? '', path) : undefined;
                    return place ? [`${place.file}:${place.name}`] : [];
                });
                return [...here.map(({ name }) => `${path}:${name}`), ...imported];
            });
        },
    };
}
/** Judges the values of a binding: which of them give an app, followed from name to name. */
function judgeWith({ moduleAt, placeOf }) {
    /** What an expression gives: the framework, and what makes the object in the end. */
    const judge = async (value, path, hops = 0) => {
        const isCall = value.endsWith('()');
        const spelt = isCall ? value.slice(0, -2) : value;
        const framework = isCall ? frameworkOf(spelt) : undefined;
        if (framework)
            return { framework, maker: spelt };
        const place = hops < HOPS ? placeOf(spelt, path) : undefined;
        if (place === undefined)
            return undefined;
        const binding = bound(await moduleAt(place.file), place.name);
        for (const next of binding ? followed(binding, isCall) : []) {
            const made = await judge(next, place.file, hops + 1);
            if (made)
                return made;
        }
        return undefined;
    };
    return async (binding, path, values) => {
        const { name, line } = binding;
        const found = [];
        for (const value of values) {
            const made = await judge(value, path);
            // What a function returns, and the type that it is said to return.
            if (made && !found.some(({ framework }) => framework === made.framework))
                found.push({
                    ...{ path, name, line, framework: made.framework, why: reason(binding, value, made) },
                    ...(binding.needsArguments && { needsArguments: true }),
                });
        }
        return found;
    };
}
/** The modules of a project, read once each, and the places of the names in them. */
function namesOf(files, mayHave) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const modules = (0,local_modules/* localModules */.L)(files.map(({ path }) => path));
    const read = new Map();
    const moduleAt = (path) => {
        const file = byPath.get(path);
        const text = read.has(path) || file === undefined || !mayHave(path) ? undefined : (0,readable/* readSource */.o)(file);
        const module = read.get(path) ?? (text === undefined ? Promise.resolve(source_module/* EMPTY */.wg) : (0,source_module/* readModule */.bH)(text));
        read.set(path, module);
        return module;
    };
    /** The file of a module's name as it is written in another one. */
    const fileOf = (written, path) => {
        const dots = /^\.*/.exec(written)?.[0].length ?? 0;
        const around = path.split('/').slice(0, -Math.max(dots, 1)).join('/');
        const dotted = written.slice(dots);
        if (dotted === '')
            return [around === '' ? '__init__.py' : `${around}/__init__.py`].find((file) => byPath.has(file));
        const local = modules.find(dotted, dots > 0 ? [around] : [around, '', 'src']);
        return local.is === 'found' ? local.files.at(-1) : undefined;
    };
    /** Where a spelt-out name is bound, in this file or another of the project. */
    const placeOf = (spelt, path) => {
        const [, module = '', name = ''] = /^(\.*(?:[^.()]+\.)*)([^.()]+)$/.exec(spelt) ?? [];
        if (name === '')
            return undefined;
        const file = module === '' ? path : fileOf(/^\.+$/.test(module) ? module : module.slice(0, -1), path);
        return file === undefined ? undefined : { file, name };
    };
    return { moduleAt, placeOf };
}
const MOUNTS = ['mount', 'host'];
/** The object of the module that a call mounts something on, or makes. */
const receiver = ({ written, line }, objects) => objects.find(({ name }) => MOUNTS.some((method) => written === `${name}.${method}`)) ??
    // The server of a Dash app is not below it: they are one.
    objects.find((one) => one.line === line && one.framework !== 'dash');
/** What a name of a module means to those who import it: what it was set to last. */
const bound = ({ bindings }, name) => bindings.findLast((binding) => binding.name === name && binding.in === 'module');
function followed({ by, values, gives }, isCall) {
    if (by === 'function' || by === 'class')
        return isCall ? gives : [];
    return by === 'import' || !isCall ? values.map((value) => (isCall ? `${value}()` : value)) : [];
}
function reason({ name, line, by }, value, { maker }) {
    if (by !== 'value')
        return `line ${line} defines ${name}, which gives ${maker}(\u2026)`;
    if (value === `${maker}()`)
        return `line ${line} sets ${name} = ${maker}(\u2026)`;
    const shown = value.endsWith('()') ? `${value.slice(0, -2)}(\u2026)` : value;
    return `line ${line} sets ${name} = ${shown}, which gives ${maker}(\u2026)`;
}

;// CONCATENATED MODULE: ./src/project/apps/mentions.ts


/** Names that are looked for at once; with more, all files may have an app. */
const MOST = 500;
/**
 * Which files may have an app: those with the name of what makes one, and those with the name of the module of such a file,
 * over as many steps as names are followed. No other needs the parser. Files whose text is not read may have one.
 */
function mayHaveApps(sources, paths) {
    const known = new Set(sources.map(({ path }) => path));
    const may = new Set(paths.filter((path) => path.endsWith('.py') && !known.has(path)));
    let open = [...sources];
    let added = [...may];
    const take = (isTaken) => {
        open = open.filter((source) => {
            if (!isTaken(source))
                return true;
            may.add(source.path);
            added.push(source.path);
            return false;
        });
    };
    take(({ text }) => MAKER_NAME.test(text));
    for (let hops = 0; hops < HOPS && added.length > 0 && open.length > 0; hops++) {
        const names = added.map(moduleName);
        if (names.length > MOST || !names.every((name) => /^\w+$/.test(name)))
            return () => true;
        const pattern = new RegExp(String.raw `\b(?:${names.join('|')})\b`);
        // `from . import name` does not name its package.
        const packages = added.flatMap((path) => /^(.*\/|)__init__\.py$/s.exec(path)?.[1] ?? []);
        added = [];
        take(({ path, text }) => pattern.test(text) || packages.some((folder) => path.startsWith(folder)));
    }
    return (path) => may.has(path);
}
/** The last part of a module's name: `app` for `src/app/__init__.py`. */
const moduleName = (path) => /([^/]*?)(?:\/__init__)?\.py$/.exec(path)?.[1] ?? '';

// EXTERNAL MODULE: ./src/project/apps/shiny-express.ts
var shiny_express = __webpack_require__(8580);
;// CONCATENATED MODULE: ./src/project/apps/apps.ts











/** Places where an app does not live, though files there may look like one. */
const ASIDE = /(?:^|\/)(?:tests?|docs?|examples?|notebooks|scripts|migrations|pages|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
/** What tools load: test runners, build backends, task runners. */
const TOOL_FILE = /(?:^|\/)(?:conftest|fabfile|hatch_build|noxfile|pavement|setup|tasks)\.py$/;
const DEPTH = 4;
const isToolFile = (path) => TOOL_FILE.test(path);
/** Whether a setup.py is a module of a package, such as `core.setup`, and not what a build backend runs. */
const isModule = (path, paths) => path.endsWith('/setup.py') && paths.has(path.replace(/setup\.py$/, '__init__.py'));
/** Where an app is looked for when nobody names one: Python files up to four folders deep, but for those of tests and tools. */
const mayBeApp = (path, paths) => path.endsWith('.py') &&
    !ASIDE.test(path) &&
    (!isToolFile(path) || isModule(path, paths)) &&
    path.split('/').length <= DEPTH;
/** Names that an app or a script has by custom. */
const CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];
/** Looks for apps among the files of a project: in all of them, or in one that somebody names, wherever it is. */
async function findApps(files, only) {
    const paths = files.map(({ path }) => path);
    const all = new Set(paths);
    const sources = files
        .filter(({ path }) => (only === undefined ? mayBeApp(path, all) : path === only))
        .map(readFile)
        .filter((source) => source !== undefined);
    const objects = appObjects(files, mayHaveApps(sources, paths));
    const first = await Promise.all(sources.map((source) => judge(source, objects)));
    const makers = first.flatMap(({ makers }) => makers);
    const second = await Promise.all(first.map((one) => judgeUser(one, makers, only !== undefined, objects)));
    const contained = new Set((await Promise.all(second.map(({ apps }) => containedBy(apps, objects)))).flat());
    const found = second.flatMap((one) => outermost(one.apps, contained));
    const apps = withoutParts(found, sources, files);
    const makersAlone = second.flatMap((one) => (one.apps.length === 0 ? one.makers : []));
    const factories = makersAlone.filter(({ needsArguments }) => needsArguments !== true);
    const entries = entriesOf(files);
    const scripts = await scriptsIn(second.flatMap(({ source, apps }) => (apps.length === 0 ? [source] : [])), entries);
    const isOther = apps.length + factories.length + scripts.length > 0;
    return {
        apps: await Promise.all(apps.map((app) => withServing(app, second))),
        ...{ factories, scripts, commands: isOther ? [] : commandsIn(sources, entries) },
    };
}
/** What could be run: without anything that stands out by itself, what `[project.scripts]` names where it can be run as a file, too. */
async function scriptsIn(sources, entries) {
    const found = (await Promise.all(sources.map(scriptIn))).flat();
    if (found.length > 0)
        return found;
    const named = new Set(entries.flatMap(({ paths }) => paths));
    return sources.flatMap((source) => {
        const { path, text } = source;
        if (!named.has(path) || !isRunnable(text))
            return [];
        const web = webModule(source.packages);
        return [{ path, why: '[project.scripts] names it, and it has a __main__ guard', ...(web && { web }) }];
    });
}
function entriesOf(files) {
    const name = 'pyproject.toml';
    const file = files.find(({ path }) => path === name);
    const text = file && (0,readable/* readSource */.o)(file);
    const toml = text === undefined ? undefined : (0,files_toml/* parseToml */.MT)({ path: name, shown: name, text });
    const scripts = toml === undefined || (0,files_toml/* isFinding */.qd)(toml) ? undefined : (0,json.at)(toml.data, 'project', 'scripts');
    return Object.entries(scripts ?? {}).flatMap(([name, entry]) => {
        const [, module = '', object] = /^\s*([\w.]+)\s*:\s*([\w.]+)\s*$/.exec(String(entry)) ?? [];
        if (object === undefined || !/^[\w.-]+$/.test(name))
            return [];
        const places = ['', 'src/'].map((root) => `${root}${module.replaceAll('.', '/')}`);
        return [{ name, module, object, paths: places.flatMap((path) => [`${path}.py`, `${path}/__init__.py`]) }];
    });
}
/** Those whose file is there. */
const commandsIn = (sources, entries) => entries.flatMap(({ paths, ...entry }) => {
    const source = sources.find(({ path }) => paths.includes(path));
    if (source === undefined)
        return [];
    const web = webModule(source.packages);
    return [{ ...entry, path: source.path, ...(web && { web }) }];
});
/** Drops what other apps import or show as pages, and the ASGI module of a Django project that also has a WSGI module. */
function withoutParts(apps, sources, files) {
    const modules = (0,local_modules/* localModules */.L)(files.map(({ path }) => path));
    const parts = new Set();
    for (const { path } of apps) {
        const source = sources.find((one) => one.path === path);
        if (source === undefined)
            continue;
        const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
        for (const written of source.modules) {
            const local = modules.find(written.replace(/^\.+/, ''), [folder, '', 'src']);
            if (local.is === 'found')
                for (const file of local.files)
                    if (file !== path)
                        parts.add(file);
        }
        for (const [, page = ''] of source.text.matchAll(/["']([\w./-]+\.py)["']/g)) {
            parts.add(folder === '' ? page : `${folder}/${page}`);
        }
    }
    const isTwin = ({ path, framework, why }) => framework === 'asgi' &&
        /django\./.test(why) &&
        apps.some((one) => one.path === path.replace(/asgi\.py$/, 'wsgi.py') && one.framework === 'wsgi');
    const whole = apps.filter((app) => !(app.object === undefined && parts.has(app.path)) && !isTwin(app));
    return whole.length > 0 ? whole : apps;
}
function readFile(file) {
    const text = (0,readable/* readSource */.o)(file);
    if (text === undefined)
        return undefined;
    let read;
    const imported = () => {
        read ??= importsIn(text);
        return read;
    };
    return {
        ...{ path: file.path, text },
        get modules() {
            return imported().modules;
        },
        get packages() {
            return imported().packages;
        },
    };
}
function importsIn(text) {
    const statements = MENTION.test(text) ? (0,source_statements/* readImports */.v)(text).statements : [];
    const modules = statements.flatMap(({ module, names }) => [module, ...names.map((name) => `${module}.${name}`)]);
    return { modules: new Set(modules), packages: withPackages(modules) };
}
async function judge(source, objects) {
    const { path, text } = source;
    const imported = PACKAGE.test(text) ? importedFramework(source.packages) : undefined;
    // What imports Bokeh without its server's document draws a plot and ends.
    const isApp = imported && (imported.framework !== 'bokeh' || /\bcurdoc\b|\bbokeh\.server\b/.test(text));
    const byImport = isApp ? { path, framework: imported.framework, why: `it imports ${imported.name}` } : undefined;
    // A Streamlit page may import anything.
    if (byImport?.framework === 'streamlit')
        return { source, apps: [byImport], makers: [] };
    const express = text.includes('shiny') ? (0,shiny_express/* expressSign */.q)(text, (0,scan/* blankStrings */.H)(text)) : undefined;
    if (express)
        return { source, apps: [{ path, framework: 'shiny', why: express }], makers: [] };
    const mayMake = objects.mayHave(path) && mayMakeApps(source.packages);
    const found = mayMake ? await objects.objectsIn(path) : [];
    const makers = mayMake ? await objects.makersIn(path) : [];
    if (found.length > 0)
        return { source, apps: found.map(appOf), makers };
    return { source, apps: byImport ? [byImport] : [], makers };
}
const appOf = ({ path, framework, name, why }) => ({ path, framework, object: name, why });
/** Looks once more at a file that mentions no framework, but something of another file that makes an app. */
async function judgeUser(judged, makers, isNamed, objects) {
    const { source, apps } = judged;
    if (apps.length > 0 || !objects.mayHave(source.path))
        return judged;
    if (!isNamed && !makers.some(({ name }) => source.text.includes(name)))
        return judged;
    if (mayMakeApps(source.packages))
        return judged;
    const found = await objects.objectsIn(source.path);
    return { ...judged, apps: found.map(appOf) };
}
const containedBy = async (apps, objects) => {
    const [first] = apps;
    return first?.object === undefined ? [] : objects.containedIn(first.path);
};
/**
 * The apps of one file that nothing else answers for; of several, the one that servers look for. A Dash app and the Flask app that
 * is its server are one.
 */
function outermost(apps, contained) {
    const free = apps.filter(({ path, object }) => !contained.has(`${path}:${object}`));
    const names = new Set(free.map(({ object }) => object));
    if (names.size < 2)
        return distinct(free);
    const named = ['app', 'application'].find((name) => names.has(name));
    const frameworks = new Set(free.map(({ framework }) => framework));
    const isOne = frameworks.size === 2 && frameworks.has('dash') && frameworks.has('flask');
    if (named !== undefined)
        return distinct(free.filter(({ object }) => object === named));
    return distinct(isOne ? free.filter(({ framework }) => framework === 'dash') : free);
}
/** One of each framework and name. */
const distinct = (apps) => [
    ...new Map(apps.map((app) => [`${app.framework}:${app.object}`, app])).values(),
];
/** How a file answers requests when it is run, in words. */
async function servingIn({ text }) {
    const call = await (0,listening/* servingCall */.T0)(text);
    return call ? { serves: `line ${call.line} calls ${call.name}` } : {};
}
/** Those that a server of the platform's loads need not answer by themselves. */
async function withServing(app, judged) {
    if (STARTED.includes(app.framework))
        return app;
    const source = judged.find(({ source }) => source.path === app.path)?.source;
    return source ? { ...app, ...(await servingIn(source)) } : app;
}
const STARTED = ['streamlit', 'shiny', 'dash', 'fastapi', 'flask'];
/** Strings are blank by then. */
const GUARD = /^if[ \t(]+(?:__name__[ \t]*==|(["']) +\1[ \t]*==[ \t]*__name__\b)/m;
const isRunnable = (text) => text.includes('__main__') && GUARD.test((0,scan/* blankStrings */.H)(text));
/** A lone script may be meant; a module of a package is not. */
async function scriptIn(source) {
    const { path, text } = source;
    if (path.endsWith('__init__.py') || (path.includes('/') && !(0,listening/* mentionsServer */.Pz)(text)))
        return [];
    const web = webModule(source.packages);
    if (path.includes('/') && web === undefined)
        return [];
    const isGuarded = isRunnable(text);
    const serving = web === undefined ? {} : await servingIn(source);
    if (path.includes('/') && serving.serves === undefined)
        return [];
    if (!isGuarded && serving.serves === undefined && !CONVENTIONAL.includes(path))
        return [];
    return [{ path, why: isGuarded ? 'it has a __main__ guard' : 'its name says so', ...(web && { web }), ...serving }];
}


/***/ }),

/***/ 8580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ expressSign)
/* harmony export */ });
const MAGIC = /^#[ \t]*shiny_mode:[ \t]*(\S*)[ \t]*$/m;
const MAGIC_LIMIT = 1000;
/** A statement at the top level: what a function or a condition imports does not make the file an Express app. */
const START = String.raw `^(?:\S[^\n]*;[ \t]*)?`;
const IMPORTS = [
    String.raw `from[ \t]+shiny\.express[ \t]+import\b`,
    String.raw `from[ \t]+shiny[ \t]+import[^\n(]*\bexpress\b`,
    String.raw `from[ \t]+shiny[ \t]+import[ \t]*\([^)]*\bexpress\b`,
    String.raw `import[ \t]+(?:[^\n;]*,[ \t]*)?shiny\.express\b(?![.\w])`,
].map((statement) => new RegExp(START + statement, 'm'));
/**
 * What makes the text of a Python file a Shiny Express app: its magic comment, else an import of shiny.express, as shiny itself
 * decides (shiny/express/_is_express.py). `code` is the text with strings and comments blanked.
 */
function expressSign(text, code) {
    const mode = MAGIC.exec(text.slice(0, MAGIC_LIMIT))?.[1];
    if (mode === 'express')
        return 'its first lines say shiny_mode: express';
    return mode !== 'core' && IMPORTS.some((statement) => statement.test(code)) ? 'it imports shiny.express' : undefined;
}


/***/ })

};
