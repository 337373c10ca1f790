export const id = 542;
export const ids = [542,978,687,597];
export const modules = {

/***/ 2632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   agentFor: () => (/* binding */ agentFor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4942);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2861);
/* harmony import */ var _authorities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2336);





/** The toolkit's agent: it honours `https_proxy` and `no_proxy`, which Node's own does not; and the authorities of the job. */
function agentFor(url, keepAlive = false) {
    const agent = new _actions_http_client__WEBPACK_IMPORTED_MODULE_2__/* .HttpClient */ .Qq(_authorities_js__WEBPACK_IMPORTED_MODULE_3__/* .USER_AGENT */ ._O, [], { keepAlive }).getAgent(url.href);
    const secureContext = url.protocol === 'https:' ? trusted() : undefined;
    // An agent lays its own options over those of each connection, with a proxy and without.
    if (secureContext)
        Object.assign(agent.options, { secureContext });
    return agent;
}
function trusted() {
    const own = (0,_authorities_js__WEBPACK_IMPORTED_MODULE_3__/* .namedAuthorities */ .JV)().flatMap(([, path]) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) ?? []);
    if (own.length === 0)
        return undefined;
    // Older versions of Node tell the authorities that they come with only.
    const known = node_tls__WEBPACK_IMPORTED_MODULE_1___default().getCACertificates?.('default') ?? (node_tls__WEBPACK_IMPORTED_MODULE_1___default().rootCertificates);
    return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => node_tls__WEBPACK_IMPORTED_MODULE_1___default().createSecureContext({ ca: [...known, ...own] }));
}


/***/ }),

/***/ 4092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ staysInside),
/* harmony export */   Y: () => (/* binding */ isBelow)
/* harmony export */ });
/** `..` as one segment, in any spelling that a server on the way may decode, once or several times; `;` begins parameters. */
const CLIMBS = /(?:^|[/\\]|%(?:25)*(?:2f|5c))(?:\.|%(?:25)*2e){2}(?:$|[/\\;]|%(?:25)*(?:2f|5c|3b))/i;
/** Whether an address is below `base`, whose path ends with a slash, for all servers on the way: a key may go there that is for `base`. */
const isBelow = (base, { origin, pathname }) => origin === base.origin && `${pathname}/`.startsWith(base.pathname) && !CLIMBS.test(pathname);
/** Whether a path that begins with a slash stays in the app, wherever on its server the app is. */
const staysInside = (path) => isBelow(new URL('http://server/app/'), new URL(`http://server/app${path}`));


/***/ }),

/***/ 5819:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ jsonBody),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2861);

const isSuccess = ({ status }) => status >= 200 && status < 300;
/** The body as JSON; `undefined` when it is none. */
const jsonOf = ({ text }) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(() => JSON.parse(text));
/** A web page, as logins and proxies answer in place of an API. */
const isHtml = (response) => String(response.headers['content-type'] ?? '').includes('text/html') || /^\s*<(?:!doctype|html)/i.test(response.text);
/** The body and the header of a request that carries JSON. */
const jsonBody = (value) => ({
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
});
/** The rows of a list, `undefined` for those that `read` makes no sense of; `undefined` when it is no list. */
const rowsOf = (value, read) => Array.isArray(value) ? value.map(read) : undefined;
/** The value at a path of tables, or `undefined`. */
function at(value, ...path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key))
            return undefined;
        found = found[key];
    }
    return found;
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ redirectOf),
/* harmony export */   m: () => (/* binding */ getFollowing)
/* harmony export */ });
const MOST_REDIRECTS = 5;
/**
 * Gets, and follows redirects to where `mayFollow` lets it, at most five. The headers go along: `mayFollow` has to keep a key where it
 * belongs. A redirect that is not followed is the answer. A `limitMs` is for all of it.
 */
async function getFollowing(http, request, mayFollow) {
    let { url } = request;
    const { limitMs } = request;
    const begun = performance.now();
    for (let hops = 0;; hops++) {
        const left = limitMs !== undefined && { limitMs: limitMs - (performance.now() - begun) };
        const response = await http({ ...request, ...left, method: 'GET', url });
        const location = redirectOf(response);
        const next = location !== undefined && URL.canParse(location, url) ? new URL(location, url) : undefined;
        if (next === undefined || hops >= MOST_REDIRECTS || !mayFollow(next))
            return response;
        url = next.href;
    }
}
/** Where an answer leads to, as it says so itself; `undefined` for one that is no redirect. */
function redirectOf({ status, headers: { location } }) {
    return status >= 300 && status < 400 && typeof location === 'string' ? location : undefined;
}


/***/ }),

/***/ 4978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/**
 * Stands in for undici in the bundle, of which it would be a third: @actions/http-client loads it for those who call `fetch` through a
 * proxy, and nothing here does (see `paths` in tsconfig.json).
 */
class ProxyAgent {
    constructor() {
        throw new Error('There is no undici in this bundle.');
    }
}


/***/ }),

/***/ 555:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  visit: () => (/* binding */ visit_visit)
});

// EXTERNAL MODULE: ./src/ports/http/below.ts
var below = __webpack_require__(4092);
// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/ports/http/redirects.ts
var redirects = __webpack_require__(6008);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
;// CONCATENATED MODULE: ./src/ports/visit/session.ts
/** What a server that refuses a WebSocket says by that. */
const notOpened = (framework, { refused }) => ({
    ...{ is: 'unsure', framework },
    why: refused === 0 ? 'Its WebSocket does not open.' : `Its WebSocket is refused with ${refused}.`,
});

;// CONCATENATED MODULE: ./src/ports/visit/bokeh.ts


/**
 * Bokeh's server runs the script when its page is asked for, and answers with an empty page where it raised. The document comes over a
 * WebSocket, in messages of three frames: header, metadata, content (Bokeh's documentation, "Server protocol"). Panel is the same.
 */
const bokeh = {
    name: 'Bokeh',
    fits: (html) => TOKEN.test(html) && /bokeh/i.test(html),
    visit,
};
const TOKEN = /"token"\s*:\s*"([\w.~+/=-]{1,20000})"/;
/** Callbacks of the page's loading are run in the server's next turns: it says when one raised, and nothing when all went well. */
const SETTLED_MS = 1_000;
const TRACEBACK = 'Traceback (most recent call last)';
const PULL = { msgid: '1000', msgtype: 'PULL-DOC-REQ' };
const READY = { msgid: '1001', msgtype: 'PATCH-DOC' };
const EVENT = { type: 'event', name: 'document_ready', values: { type: 'map' } };
async function visit(session) {
    const [, token = ''] = TOKEN.exec(session.html) ?? [];
    const socket = await session.connect('ws', ['bokeh', token]);
    if ('refused' in socket)
        return notOpened(bokeh.name, socket);
    try {
        let roots;
        for (;;) {
            const read = await nextMessage(socket, roots === undefined ? session.left() : Math.min(SETTLED_MS, session.left()));
            if (read === undefined)
                break;
            const { type, content } = read;
            if (type === 'ACK')
                send(socket, PULL, {});
            if (type === 'ERROR')
                return raised((0,json.at)(content, 'text'), (0,json.at)(content, 'traceback'));
            if (type !== 'PULL-DOC-REPLY')
                continue;
            const list = (0,json.at)(content, 'doc', 'roots');
            roots = Array.isArray(list) ? list.length : 0;
            const trace = tracebackIn(content);
            if (trace !== undefined)
                return raised(undefined, trace);
            send(socket, READY, { events: [{ kind: 'MessageSent', msg_type: 'bokeh_event', msg_data: EVENT }] });
        }
        if (roots === undefined)
            return { is: 'unsure', framework: bokeh.name, why: 'Its document did not come.' };
        // A script that raised before it showed anything, and one that shows nothing, look the same.
        return roots > 0
            ? { is: 'well', framework: bokeh.name }
            : { is: 'unsure', framework: bokeh.name, why: 'Its page is empty: the script shows nothing, or raised.' };
    }
    finally {
        socket.close();
    }
}
function raised(words, trace) {
    const traceback = typeof trace === 'string' ? trace.trim() : '';
    const last = traceback.split('\n').findLast((line) => line.trim() !== '') ?? '';
    return { is: 'raised', framework: bokeh.name, said: last || String(words ?? ''), trace: traceback };
}
/** Panel shows what a function raised in the page it makes. */
function tracebackIn(value, depth = 0) {
    if (typeof value === 'string')
        return value.includes(TRACEBACK) ? plain(value) : undefined;
    if (typeof value !== 'object' || value === null || depth > DEEPEST)
        return undefined;
    for (const part of Object.values(value)) {
        const found = tracebackIn(part, depth + 1);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
const DEEPEST = 60;
const plain = (html) => {
    const text = html
        .replace(/<br\s*\/?>/gi, '\n')
        .replace(/<\/?[a-z][^<>]*>/gi, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replace(/&quot;|&#34;/g, '"')
        .replace(/&#x27;|&#39;/g, "'")
        .replaceAll('&amp;', '&');
    return text.slice(text.indexOf(TRACEBACK)).replace(/\n\s*```[\s\S]*$/, '');
};
function send(socket, header, content) {
    for (const part of [header, {}, content])
        socket.send(JSON.stringify(part));
}
/** The next message; nothing when none came, or the server has closed. */
async function nextMessage(socket, withinMs) {
    const end = performance.now() + withinMs;
    const frame = async () => {
        const next = await socket.next(end - performance.now());
        if (next.is === 'bytes')
            return '';
        return next.is === 'text' ? next.text : undefined;
    };
    const [header, metadata, content] = [await frame(), await frame(), await frame()];
    if (header === undefined || metadata === undefined || content === undefined)
        return undefined;
    const head = JSON.parse(header);
    const buffers = Number((0,json.at)(head, 'num_buffers') ?? 0);
    for (let left = Math.min(buffers, MOST_BUFFERS) * 2; left > 0; left--)
        await frame();
    return { type: String((0,json.at)(head, 'msgtype')), content: JSON.parse(content) };
}
const MOST_BUFFERS = 10_000;

;// CONCATENATED MODULE: ./src/ports/visit/dash-callbacks.ts

/**
 * The callbacks of a page that are run on the server at once; those of the browser, in the background, and with patterns for ids are
 * left out.
 */
function readCallbacks(listed) {
    if (!Array.isArray(listed))
        return [];
    return listed.flatMap((row) => {
        const output = (0,json.at)(row, 'output');
        const isElsewhere = ['clientside_function', 'background', 'long'].some((key) => Boolean((0,json.at)(row, key)));
        if (typeof output !== 'string' || isElsewhere)
            return [];
        const isMulti = output.startsWith('..') && output.endsWith('..');
        const written = isMulti ? output.slice(2, -2).split('...') : [output];
        const [outputs, inputs, state] = [written.map(split), readList((0,json.at)(row, 'inputs')), readList((0,json.at)(row, 'state'))];
        const all = [...outputs, ...inputs, ...state];
        if (inputs.length === 0 || all.some(({ id, property }) => id === '' || id.startsWith('{') || property === ''))
            return [];
        return [{ output, outputs, isMulti, inputs, state, isPrevented: (0,json.at)(row, 'prevent_initial_call') === true }];
    });
}
const split = (written) => {
    const dot = written.lastIndexOf('.');
    return { id: written.slice(0, Math.max(dot, 0)), property: written.slice(dot + 1) };
};
const readList = (value) => (Array.isArray(value) ? value : []).map((one) => ({
    id: String((0,json.at)(one, 'id') ?? ''),
    property: String((0,json.at)(one, 'property') ?? ''),
}));

;// CONCATENATED MODULE: ./src/ports/visit/dash.ts


/**
 * A Dash page asks for the layout and the list of callbacks, and then has the server run those that fill the page at first: what
 * dash-renderer sends, from Dash 2.17 to 4.4.
 */
const dash = {
    name: 'Dash',
    fits: (html) => html.includes('id="_dash-config"'),
    visit: dash_visit,
};
const CONFIG = /<script[^>]*id="_dash-config"[^>]*>([^<]*)<\/script>/;
const MOST_CALLS = 100;
const dash_DEEPEST = 100;
async function dash_visit(session) {
    const config = JSON.parse(CONFIG.exec(session.html)?.[1] ?? '{}');
    const prefix = (0,json.at)(config, 'requests_pathname_prefix');
    const base = typeof prefix === 'string' ? prefix : '';
    const layout = await session.request(`${base}_dash-layout`);
    const listed = await session.request(`${base}_dash-dependencies`);
    for (const answer of [layout, listed]) {
        if (answer.status >= 500)
            return dash_raised(answer, 'its layout');
        if (!(0,json/* isSuccess */.oJ)(answer))
            return {
                is: 'unsure',
                framework: dash.name,
                why: `Its page asks ${base}_dash-layout, and gets ${answer.status}.`,
            };
    }
    const components = new Map();
    collect((0,json/* jsonOf */.o_)(layout), components, session.page);
    const callbacks = readCallbacks((0,json/* jsonOf */.o_)(listed));
    const due = new Set(callbacks.filter((one) => startsWith(one, components)));
    const called = new Set();
    while (called.size < MOST_CALLS) {
        const callback = nextOf(due, components);
        if (callback === undefined)
            break;
        due.delete(callback);
        called.add(callback);
        const answer = await session.request(`${base}_dash-update-component`, bodyOf(callback, components));
        if (answer.status >= 500)
            return dash_raised(answer, `the callback of ${callback.output}`);
        if (!(0,json/* isSuccess */.oJ)(answer))
            return { is: 'unsure', framework: dash.name, why: `A callback is answered with ${answer.status}.` };
        const written = apply((0,json/* jsonOf */.o_)(answer), components, session.page);
        for (const one of callbacks) {
            const isDue = startsWith(one, components) || one.inputs.some((input) => written.has(keyOf(input)));
            if (isDue && !called.has(one))
                due.add(one);
        }
    }
    return { is: 'well', framework: dash.name };
}
const dash_raised = ({ text }, what) => {
    // With debug=True the page of the error has its name as its title.
    const [, title = ''] = /<title>([^<]{1,500})/.exec(text) ?? [];
    const said = /^500|Internal Server Error/i.test(title.trim()) ? '' : title.replace(/\s*\/\/ Werkzeug.*/, '').trim();
    return { is: 'raised', framework: dash.name, said: said || `an error in ${what}`, trace: '' };
};
const keyOf = ({ id, property }) => `${id}.${property}`;
/** Whether a callback is run when the page is opened. A location is set by the page itself. */
function startsWith({ inputs, isPrevented }, components) {
    const isLocated = inputs.some(({ id }) => components.get(id)?.type === 'Location');
    return inputs.every(({ id }) => components.has(id)) && (isLocated || !isPrevented);
}
/** One that waits for no other, and whose parts are all on the page. */
function nextOf(due, components) {
    const ready = [...due].filter(({ inputs, outputs, state }) => [...inputs, ...outputs, ...state].every(({ id }) => components.has(id)));
    const pending = new Set(ready.flatMap(({ outputs }) => outputs.map(keyOf)));
    return ready.find(({ inputs }) => !inputs.some((input) => pending.has(keyOf(input)))) ?? ready[0];
}
function bodyOf({ output, outputs, isMulti, inputs, state }, components) {
    const filled = ({ id, property }) => {
        const value = components.get(id)?.props[property];
        return { id, property, ...(value !== undefined && { value }) };
    };
    const changed = inputs.filter(({ id }) => components.get(id)?.type === 'Location').map(keyOf);
    return {
        ...{ output, outputs: isMulti ? outputs : outputs[0], inputs: inputs.map(filled), state: state.map(filled) },
        ...{ changedPropIds: changed, parsedChangedPropsIds: changed },
    };
}
/** Puts what a callback gave into the page. Answers which properties it wrote. */
function apply(answer, components, page) {
    const written = new Set();
    for (const [id, props] of Object.entries((0,json.at)(answer, 'response') ?? {})) {
        for (const [property, value] of Object.entries(props ?? {})) {
            written.add(`${id}.${property}`);
            const component = components.get(id);
            if (component)
                component.props[property] = value;
            collect(value, components, page);
        }
    }
    return written;
}
/** Takes in every component with an id, wherever it is in the page. */
function collect(value, components, page, depth = 0) {
    if (typeof value !== 'object' || value === null || depth > dash_DEEPEST)
        return;
    const [props, type, id] = [(0,json.at)(value, 'props'), (0,json.at)(value, 'type'), (0,json.at)(value, 'props', 'id')];
    if (typeof props === 'object' && typeof type === 'string' && typeof id === 'string') {
        const { pathname, href } = page;
        const place = type === 'Location' && { pathname, href, search: '', hash: '' };
        components.set(id, { type, props: { ...props, ...place } });
    }
    for (const part of Object.values(value))
        collect(part, components, page, depth + 1);
}

;// CONCATENATED MODULE: ./src/ports/visit/gradio.ts

/** Gradio runs what an app does on `load` through its queue, for each page that is opened (gradio's client guide, "Querying with curl"). */
const gradio = {
    name: 'Gradio',
    fits: (html) => /window\.gradio_config|<gradio-app/.test(html),
    visit: gradio_visit,
};
/** What a load is followed by is followed in turn; an app has no more of them. */
const MOST_EVENTS = 50;
async function gradio_visit(session) {
    const { status, ...answer } = await session.request('config');
    if (status === 401)
        return { is: 'unsure', framework: gradio.name, why: 'It asks for a login.' };
    const config = (0,json/* jsonOf */.o_)({ status, ...answer });
    const listed = (0,json.at)(config, 'dependencies');
    if (!Array.isArray(listed))
        return { is: 'unsure', framework: gradio.name, why: 'It does not say what it does when it is opened.' };
    const events = listed.map(readEvent);
    const values = new Map();
    for (const component of list((0,json.at)(config, 'components'))) {
        values.set(Number((0,json.at)(component, 'id')), (0,json.at)(component, 'props', 'value') ?? null);
    }
    const prefix = String((0,json.at)(config, 'api_prefix') ?? '').replace(/^\/+/, '');
    const due = events.filter(({ targets }) => targets.some(([, event]) => event === 'load'));
    const done = new Set();
    while (due.length > 0 && done.size < MOST_EVENTS) {
        const event = due.shift();
        if (event === undefined || done.has(event.id))
            continue;
        done.add(event.id);
        const output = await run(event, values, prefix === '' ? '' : `${prefix}/`, session);
        if ('is' in output)
            return output;
        const written = new Set(event.outputs);
        for (const [index, id] of event.outputs.entries())
            values.set(id, output.data[index] ?? null);
        due.push(...events.filter(({ after }) => after === event.id));
        due.push(...events.filter(({ targets }) => targets.some(([id, name]) => name === 'change' && written.has(Number(id)))));
    }
    return { is: 'well', framework: gradio.name };
}
async function run({ id, inputs }, values, prefix, session) {
    const session_hash = Math.random().toString(36).slice(2, 13).padEnd(11, '0');
    const data = inputs.map((input) => values.get(input) ?? null);
    const joined = await session.request(`${prefix}queue/join`, {
        ...{ data, event_data: null, fn_index: id, trigger_id: null, session_hash },
    });
    if (joined.status !== 200)
        return { is: 'unsure', framework: gradio.name, why: `It takes no event: it returned ${joined.status}.` };
    const stream = await session.request(`${prefix}queue/data?session_hash=${session_hash}`);
    const last = stream.text
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => (0,json/* jsonOf */.o_)({ ...stream, text: line.slice('data:'.length) }))
        .findLast((message) => (0,json.at)(message, 'msg') === 'process_completed');
    if (last === undefined)
        return { is: 'unsure', framework: gradio.name, why: 'What it does when it is opened did not end in time.' };
    const output = (0,json.at)(last, 'output');
    // An error that the code shows on purpose (`gr.Error`) says how long it is to be seen.
    const isMeant = (0,json.at)(output, 'duration') !== undefined;
    if ((0,json.at)(last, 'success') !== false || isMeant)
        return { data: list((0,json.at)(output, 'data')) };
    return { is: 'raised', framework: gradio.name, said: String((0,json.at)(output, 'error') ?? ''), trace: '' };
}
function readEvent(written) {
    const after = (0,json.at)(written, 'trigger_after');
    return {
        id: Number((0,json.at)(written, 'id')),
        inputs: list((0,json.at)(written, 'inputs')).map(Number),
        outputs: list((0,json.at)(written, 'outputs')).map(Number),
        targets: list((0,json.at)(written, 'targets')).map((target) => {
            const [component, event] = list(target);
            return [component, String(event)];
        }),
        after: typeof after === 'number' && (0,json.at)(written, 'backend_fn') !== false ? after : undefined,
    };
}
const list = (value) => (Array.isArray(value) ? value : []);

;// CONCATENATED MODULE: ./src/ports/visit/marimo.ts


/** `marimo run` starts all cells when a session opens its WebSocket, and tells of each (marimo/_messaging). */
const marimo = {
    name: 'marimo',
    fits: (html) => /<marimo-|data-marimo=/.test(html),
    visit: marimo_visit,
};
const ERROR = 'application/vnd.marimo+error';
async function marimo_visit(session) {
    const id = `s_${Math.random().toString(36).slice(2, 8).padEnd(6, '0')}`;
    const socket = await session.connect(`ws?session_id=${id}`);
    if ('refused' in socket)
        return notOpened(marimo.name, socket);
    let said;
    try {
        for (;;) {
            const next = await socket.next(session.left());
            if (next.is === 'silent' || next.is === 'closed')
                break;
            if (next.is !== 'text')
                continue;
            const read = JSON.parse(next.text);
            const [op, data] = [(0,json.at)(read, 'op'), (0,json.at)(read, 'data')];
            if (op === 'completed-run') {
                return said === undefined
                    ? { is: 'well', framework: marimo.name }
                    : { is: 'raised', framework: marimo.name, said, trace: '' };
            }
            if (op === 'cell-op' && (0,json.at)(data, 'output', 'mimetype') === ERROR)
                said ??= saidIn((0,json.at)(data, 'output', 'data'));
        }
        return { is: 'unsure', framework: marimo.name, why: 'Its cells did not all end in time.' };
    }
    finally {
        socket.close();
    }
}
/** What the first of a cell's errors says; the server keeps the words of most to itself. */
function saidIn(errors) {
    const first = Array.isArray(errors) ? errors[0] : undefined;
    const words = [(0,json.at)(first, 'exception_type'), (0,json.at)(first, 'msg')].filter((word) => typeof word === 'string');
    return words.join(': ');
}

;// CONCATENATED MODULE: ./src/ports/visit/html.ts
const TAG = /<(\/?)([a-z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>([^<]*)/gi;
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** The elements of a page in their order, as far as its markup is in order. */
function tagsOf(html) {
    const tags = [];
    const open = [];
    const page = html.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '');
    for (const [, closing, written = '', rest = '', text = ''] of page.matchAll(TAG)) {
        const name = written.toLowerCase();
        if (closing) {
            const at = open.findLastIndex((one) => one.name === name);
            if (at >= 0)
                open.length = at;
            continue;
        }
        const attributes = new Map([...rest.matchAll(ATTRIBUTE)].map(([, key = '', a, b, c]) => [key.toLowerCase(), decode(a ?? b ?? c ?? '')]));
        const isHidden = (open.at(-1)?.isHidden ?? false) || hides(attributes);
        tags.push({ name, attributes, isHidden, text: decode(text.trim()) });
        if (!VOID.test(name) && !rest.endsWith('/'))
            open.push({ name, isHidden });
    }
    return tags;
}
/** Tabs that are not open, what is folded or has a condition of its own. */
function hides(attributes) {
    const classes = classesOf(attributes);
    const isClosed = (classes.has('tab-pane') && !classes.has('active')) || (classes.has('collapse') && !classes.has('show'));
    const style = attributes.get('style') ?? '';
    return isClosed || /display\s*:\s*none/i.test(style) || attributes.has('hidden') || attributes.has('data-display-if');
}
const classesOf = (attributes) => new Set((attributes.get('class') ?? '').split(/\s+/));
const decode = (text) => text
    .replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

;// CONCATENATED MODULE: ./src/ports/visit/shiny-inputs.ts

/**
 * What a browser tells Shiny of a page when its session begins, by the names of Shiny's own protocol: which outputs can be seen, and
 * the values of inputs as the page has them. What has no value for sure is left out: outputs that read it wait, as for a visitor.
 */
function valuesOf(html) {
    const values = {};
    const tags = tagsOf(html);
    for (const [index, tag] of tags.entries()) {
        const id = tag.attributes.get('id') ?? '';
        if (id === '' || id.length > LONGEST_ID)
            continue;
        if (!tag.isHidden) {
            const output = `.clientdata_output_${id}`;
            Object.assign(values, { [`${output}_hidden`]: false, [`${output}_width`]: 800, [`${output}_height`]: 400 });
        }
        Object.assign(values, inputOf(id, tag, tags.slice(index + 1, index + 1 + MOST_OPTIONS)));
    }
    return values;
}
const LONGEST_ID = 200;
const MOST_OPTIONS = 500;
function inputOf(id, { name, attributes, text }, behind) {
    const classes = classesOf(attributes);
    const value = attributes.get('value');
    if (classes.has('action-button'))
        return { [`${id}:shiny.action`]: 0 };
    if (name === 'textarea')
        return { [id]: text };
    if (name === 'select' && classes.has('shiny-input-select'))
        return { [id]: chosen(attributes, behind) };
    if (classes.has('shiny-input-radiogroup'))
        return optional(id, checked(id, 'radio', behind)[0]);
    if (classes.has('shiny-input-checkboxgroup'))
        return { [id]: checked(id, 'checkbox', behind) };
    if (name !== 'input')
        return {};
    if (classes.has('js-range-slider')) {
        // Dates are sent in another form.
        if (attributes.get('data-data-type') !== 'number')
            return {};
        const [from, to] = [Number(attributes.get('data-from')), Number(attributes.get('data-to'))];
        return { [`${id}:shiny.number`]: attributes.get('data-type') === 'double' ? [from, to] : from };
    }
    switch (attributes.get('type')) {
        case 'checkbox':
            return classes.has('shiny-input-checkbox') ? { [id]: attributes.has('checked') } : {};
        case 'number':
            return { [`${id}:shiny.number`]: value ? Number(value) : null };
        case 'text':
        case 'password':
            return { [id]: value ?? '' };
        default:
            return {};
    }
}
const optional = (id, value) => value === undefined ? {} : { [id]: value };
/** The options that follow a select; its own are those before the next other element. */
function chosen(attributes, behind) {
    const end = behind.findIndex(({ name }) => name !== 'option' && name !== 'optgroup');
    const options = behind.slice(0, end < 0 ? undefined : end).filter(({ name }) => name === 'option');
    const written = ({ attributes: own, text }) => own.get('value') ?? text;
    const selected = options.filter((option) => option.attributes.has('selected')).map(written);
    if (attributes.has('multiple'))
        return selected;
    return selected[0] ?? (options[0] ? written(options[0]) : '');
}
const checked = (id, type, behind) => behind
    .filter(({ attributes: own }) => own.get('name') === id && own.get('type') === type && own.has('checked'))
    .map(({ attributes: own }) => own.get('value') ?? '');

;// CONCATENATED MODULE: ./src/ports/visit/shiny.ts



/**
 * Shiny calls the app's server function when a session begins over a WebSocket, `websocket/`, and runs the outputs that can be seen. In
 * JSON: shiny/session/_session.py, and the messages a browser exchanges with it, from 0.6 to 1.8.
 */
const shiny = {
    name: 'Shiny',
    fits: (html) => /<script[^>]+src="[^"]*\bshiny(?:\.min)?\.js/i.test(html),
    visit: shiny_visit,
};
/** The code with which the server ends a session whose code raised. */
const GONE = 1001;
/** There is no word for "all outputs are done": it is over when nothing is under way, and nothing came for a while. */
const QUIET_MS = 700;
const MOST_UPDATES = 20;
async function shiny_visit(session) {
    const socket = await session.connect('websocket/');
    if ('refused' in socket)
        return notOpened(shiny.name, socket);
    const { page, html } = session;
    const client = {
        ...{ '.clientdata_pixelratio': 1, '.clientdata_url_protocol': page.protocol, '.clientdata_url_port': page.port },
        ...{ '.clientdata_url_hostname': page.hostname, '.clientdata_url_pathname': page.pathname },
        ...{ '.clientdata_url_search': '', '.clientdata_url_hash': '', '.clientdata_url_hash_initial': '' },
        ...{ '.clientdata_singletons': '' },
    };
    const under = new Set();
    let [isBusy, isAnswered, updates] = [false, false, 0];
    try {
        for (;;) {
            const isQuiet = isAnswered && !isBusy && under.size === 0;
            const next = await socket.next(isQuiet ? Math.min(QUIET_MS, session.left()) : session.left());
            if (next.is === 'silent') {
                return isQuiet
                    ? { is: 'well', framework: shiny.name }
                    : { is: 'unsure', framework: shiny.name, why: 'Its outputs were not all made in time.' };
            }
            if (next.is === 'closed') {
                if (next.code === GONE)
                    return { is: 'raised', framework: shiny.name, said: '', trace: '' };
                return { is: 'unsure', framework: shiny.name, why: 'Its session was cut off.' };
            }
            if (next.is !== 'text')
                continue;
            const read = JSON.parse(next.text);
            if ((0,json.at)(read, 'config') !== undefined) {
                socket.send(JSON.stringify({ method: 'init', data: { ...client, ...valuesOf(html) } }));
            }
            const busy = (0,json.at)(read, 'busy');
            if (busy !== undefined)
                isBusy = busy === 'busy';
            note(under, (0,json.at)(read, 'recalculating'));
            const failed = Object.values((0,json.at)(read, 'errors') ?? {})[0];
            if (failed !== undefined) {
                return { is: 'raised', framework: shiny.name, said: String((0,json.at)(failed, 'message') ?? ''), trace: '' };
            }
            const values = (0,json.at)(read, 'values');
            if (values === undefined)
                continue;
            isAnswered = true;
            // `render.ui` brings outputs and inputs of its own.
            const fresh = Object.values(values ?? {}).map((value) => (0,json.at)(value, 'html'));
            const data = Object.assign({}, ...fresh.map((one) => (typeof one === 'string' ? valuesOf(one) : {})));
            if (Object.keys(data).length === 0 || updates++ >= MOST_UPDATES)
                continue;
            socket.send(JSON.stringify({ method: 'update', data }));
        }
    }
    finally {
        socket.close();
    }
}
/** Which outputs are under way. */
function note(under, told) {
    const [name, status] = [(0,json.at)(told, 'name'), (0,json.at)(told, 'status')];
    if (typeof name !== 'string')
        return;
    if (status === 'recalculating')
        under.add(name);
    else
        under.delete(name);
}

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/ports/http/agent.ts
var agent = __webpack_require__(2632);
;// CONCATENATED MODULE: ./src/ports/visit/socket.ts


/** One frame, and all of a session: what a server sends is read, and has no end of its own. */
const FRAME_LIMIT = 32_000_000;
const SESSION_LIMIT = 128_000_000;
/** RFC 6455, section 7.4.1: no status code was given. */
const NO_CODE = 1005;
/** Opens a WebSocket. Node's own hides the status of an answer that refuses it, which tells a login page from an app. */
async function openSocket(url, { headers, protocols, limitMs, signal }) {
    const { WebSocket: Client } = await __webpack_require__.e(/* import() */ 977).then(__webpack_require__.bind(__webpack_require__, 2977));
    const asHttp = new URL(url.href.replace(/^ws/, 'http'));
    const socket = new Client(url, [...protocols], {
        ...{ headers, maxPayload: FRAME_LIMIT, handshakeTimeout: Math.max(1, limitMs), perMessageDeflate: false },
        agent: (0,agent.agentFor)(asHttp),
    });
    const waiting = [];
    let wake = () => { };
    let size = 0;
    const add = (message) => {
        waiting.push(message);
        wake();
    };
    const end = () => socket.terminate();
    signal.addEventListener('abort', end, { once: true });
    socket.on('message', (data, isBinary) => {
        size += data.length;
        if (size > SESSION_LIMIT)
            return end();
        add(isBinary ? { is: 'bytes', bytes: data } : { is: 'text', text: data.toString() });
    });
    socket.on('close', (code) => {
        signal.removeEventListener('abort', end);
        add({ is: 'closed', code: code || NO_CODE });
    });
    const refused = await openingOf(socket);
    throwIfCancelled(signal);
    if (refused)
        return refused;
    const wait = (ms) => new Promise((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, ms));
        wake = () => {
            clearTimeout(timer);
            resolve();
        };
    });
    return {
        send: (data) => socket.send(data, () => { }),
        next: async (withinMs) => {
            if (waiting.length === 0)
                await wait(withinMs);
            throwIfCancelled(signal);
            const [message] = waiting;
            if (message === undefined)
                return { is: 'silent' };
            if (message.is !== 'closed')
                waiting.shift();
            return message;
        },
        close: () => socket.close(),
    };
}
/** Waits for the change of protocol, or the answer that refuses it. */
const openingOf = (socket) => new Promise((resolve) => {
    // An error is followed by a close.
    socket.once('open', () => resolve(undefined)).on('error', () => resolve({ refused: 0 }));
    socket.once('unexpected-response', (request, { statusCode }) => {
        request.destroy();
        resolve({ refused: statusCode ?? 0 });
    });
});
function throwIfCancelled(signal) {
    if (signal.aborted)
        throw signal.reason instanceof Error ? signal.reason : new finding/* Cancelled */.cJ('cancelled');
}

;// CONCATENATED MODULE: ./src/ports/visit/protobuf.ts
/**
 * Just enough of Protocol Buffers' wire format (protobuf.dev, "Encoding") to find single fields of a message: a field is a number, or
 * bytes that are a text or a message of their own. What is cut or malformed ends the reading.
 */
const [VARINT, FIXED64, BYTES, FIXED32] = [0, 1, 2, 5];
function readFields(bytes) {
    const fields = new Map();
    let at = 0;
    /** Numbers beyond 2^53 lose their last digits: nothing that is looked for is one. */
    const varint = () => {
        let value = 0;
        for (let shift = 0; shift < 70; shift += 7) {
            const byte = bytes[at++];
            if (byte === undefined)
                return Number.NaN;
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80)
                return value;
        }
        return Number.NaN;
    };
    while (at < bytes.length) {
        const tag = varint();
        const [number, type] = [Math.floor(tag / 8), tag % 8];
        const value = type === VARINT ? varint() : slice(type === BYTES ? varint() : widthOf(type));
        if (Number.isNaN(tag) || value === undefined || Number.isNaN(value))
            break;
        const values = fields.get(number) ?? [];
        values.push(value);
        fields.set(number, values);
    }
    return fields;
    function slice(length) {
        const end = at + length;
        if (!(end <= bytes.length))
            return undefined;
        const part = bytes.subarray(at, end);
        at = end;
        return part;
    }
}
const widthOf = (type) => (type === FIXED64 ? 8 : type === FIXED32 ? 4 : Number.NaN);
/** The message in a field, by the numbers that lead to it; the last one where it is there several times. */
function message(fields, ...path) {
    let found = fields;
    for (const number of path) {
        const value = found?.get(number)?.at(-1);
        found = value instanceof Buffer ? readFields(value) : undefined;
    }
    return found;
}
const protobuf_text = (fields, number) => texts(fields, number).at(-1) ?? '';
const texts = (fields, number) => (fields?.get(number) ?? []).flatMap((value) => (value instanceof Buffer ? [value.toString()] : []));
const number = (fields, number) => {
    const value = fields?.get(number)?.at(-1);
    return typeof value === 'number' ? value : undefined;
};
/** A field of bytes: a text, or a message. */
function field(number, value) {
    const bytes = Buffer.from(value);
    return Buffer.concat([varintOf(number * 8 + BYTES), varintOf(bytes.length), bytes]);
}
function varintOf(value) {
    const bytes = [];
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 128))
        bytes.push((rest % 128) + 0x80);
    return Buffer.from([...bytes, rest]);
}

;// CONCATENATED MODULE: ./src/ports/visit/streamlit.ts


/**
 * Streamlit runs the script when a session asks for it over a WebSocket, `_stcore/stream`, in messages of Protocol Buffers. Numbers of
 * fields are those of its own definitions (proto/streamlit/proto/*.proto), the same from 1.32 to 1.67.
 */
const streamlit = {
    name: 'Streamlit',
    fits: (html) => /<title>Streamlit<\/title>/.test(html) || /static\/js\/index\.[^"]*"[\s\S]*streamlit/i.test(html),
    visit: streamlit_visit,
};
/** ClientState of a first run: what a browser says of itself goes along, which apps read by `st.context`. */
const firstRun = (page) => {
    const context = Buffer.concat([field(1, 'UTC'), field(3, 'en-US'), field(4, page)]);
    return field(11, field(8, context));
};
/** How the run ended, in ForwardMsg.script_finished. */
const FINISHED = { well: 0, notCompiled: 1, runsAgain: 2 };
async function streamlit_visit(session) {
    const socket = await session.connect('_stcore/stream', ['streamlit']);
    if ('refused' in socket)
        return socket.refused === 404 ? { is: 'plain' } : notOpened(streamlit.name, socket);
    socket.send(firstRun(session.page.href));
    let shown = [];
    /** The type of what nobody caught; nothing where the server does not say. */
    let uncaught;
    try {
        for (;;) {
            const next = await socket.next(session.left());
            if (next.is === 'text')
                continue;
            if (next.is !== 'bytes') {
                const raised = raisedBy(shown, uncaught);
                const why = next.is === 'silent' ? 'Its first run did not end in time.' : 'Its first run was cut off.';
                return raised ?? { is: 'unsure', framework: streamlit.name, why, ...(shown[0] && { shows: shown[0] }) };
            }
            const forward = readFields(next.bytes);
            const notCompiled = message(forward, 10, 3);
            if (notCompiled)
                return { is: 'raised', ...exceptionOf(notCompiled) };
            const delta = message(forward, 5);
            const exception = delta && message(delta, 3, 8);
            if (exception && number(exception, 5) !== 1) {
                shown.push({ ...exceptionOf(exception), inFragment: protobuf_text(delta, 8) !== '' });
            }
            const profile = message(forward, 18);
            if (profile)
                uncaught = protobuf_text(profile, 6);
            const finished = number(forward, 6);
            if (finished === FINISHED.runsAgain)
                [shown, uncaught] = [[], undefined];
            if (finished !== FINISHED.well)
                continue;
            const raised = raisedBy(shown, uncaught);
            if (raised)
                return raised;
            // `st.exception` shows one on purpose. Of a fragment, and where statistics are off, the server does not say which it was.
            const unclear = shown.find(({ inFragment }) => uncaught === undefined || inFragment);
            if (unclear === undefined)
                return { is: 'well', framework: streamlit.name };
            return {
                is: 'unsure',
                framework: streamlit.name,
                why: `Its page shows an exception, which may be meant: ${unclear.said}`,
                shows: unclear,
            };
        }
    }
    finally {
        socket.close();
    }
}
function raisedBy(shown, uncaught) {
    if (uncaught === undefined || uncaught === '')
        return undefined;
    const { said, trace } = shown.findLast(({ type }) => type.split('.').at(-1) === uncaught.split('.').at(-1)) ??
        shown.at(-1) ?? { said: uncaught, trace: '' };
    return { is: 'raised', framework: streamlit.name, said, trace };
}
/** A message of the type Exception: the frames are lines in Python's form. */
function exceptionOf(exception) {
    const [type, words] = [protobuf_text(exception, 1), protobuf_text(exception, 2)];
    // Of a file that can't be compiled, the place is in the words, and the frames are those of the compiler.
    if (words.startsWith('File "')) {
        const said = words.split('\n').at(-1) ?? type;
        return { framework: streamlit.name, type, said, trace: `  ${words}` };
    }
    const said = words === '' ? type : `${type}: ${words}`;
    const frames = texts(exception, 3).map((frame) => `  ${frame.trimStart()}`);
    const trace = ['Traceback (most recent call last):', ...frames, said].join('\n');
    return { framework: streamlit.name, type, said, trace };
}

;// CONCATENATED MODULE: ./src/ports/visit/visit.ts










/** In this order: a page of one may hold parts of another. */
const FRAMEWORKS = [streamlit, shiny, dash, gradio, marimo, bokeh];
/** Apps read what a browser sends of itself (`st.context.headers`). */
const BROWSER = {
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 uv-deploy',
    'accept-language': 'en-US,en;q=0.9',
};
const PAGE_LIMIT = 4_000_000;
/** What there is of an app whose framework is not known. */
const PAGE = 'page';
async function visit_visit({ url, headers, limitMs }, http, signal) {
    const end = performance.now() + limitMs;
    const left = () => Math.max(1, end - performance.now());
    const base = new URL(`${url}/`);
    const own = { ...BROWSER, ...headers };
    try {
        const limits = { limit: PAGE_LIMIT, silenceMs: left(), limitMs: left(), enoughMs: left() };
        let page = base;
        const opened = await (0,redirects/* getFollowing */.m)(http, { url: base.href, headers: own, signal, ...limits }, (next) => {
            const isInside = (0,below/* isBelow */.Y)(base, next);
            if (isInside)
                page = next;
            return isInside;
        });
        const judged = judgePage(opened);
        if (judged)
            return judged;
        const found = FRAMEWORKS.find(({ fits }) => fits(opened.text));
        if (found === undefined)
            return { is: 'plain' };
        const folder = new URL(page.pathname.replace(/\/*$/, '/'), page);
        const cookie = cookiesOf(opened);
        const all = { ...own, ...(cookie !== '' && { cookie }) };
        const inside = (path) => {
            const target = new URL(path, folder);
            if (!(0,below/* isBelow */.Y)(base, target))
                throw new Outside();
            return target;
        };
        return await found.visit({
            ...{ page: folder, html: opened.text, left },
            request: async (path, body) => {
                const json = body && { body: JSON.stringify(body) };
                const type = body && { 'content-type': 'application/json' };
                const request = { url: inside(path).href, headers: { ...all, ...type }, signal, limit: PAGE_LIMIT };
                const time = { silenceMs: left(), limitMs: left() };
                return http({ method: body ? 'POST' : 'GET', ...request, ...time, ...json });
            },
            connect: async (path, protocols = []) => {
                const target = inside(path);
                const origin = base.origin;
                target.protocol = target.protocol.replace('http', 'ws');
                return openSocket(target, { headers: { ...all, origin }, protocols, limitMs: left(), signal });
            },
        });
    }
    catch (error) {
        if (error instanceof http_http/* NetworkError */.Dr)
            return { is: 'unsure', framework: PAGE, why: `No answer came: ${error.message}.` };
        if (error instanceof Outside)
            return { is: 'unsure', framework: PAGE, why: 'Its page leads out of its own address.' };
        if (error instanceof SyntaxError)
            return { is: 'unsure', framework: PAGE, why: 'Its answers make no sense to this version.' };
        throw error;
    }
}
/** A page may name any address: what is sent along is for the app alone. */
class Outside extends Error {
}
/** What the answer to the first request says by itself. */
function judgePage(opened) {
    const { status, text } = opened;
    if (status === 500)
        return { is: 'raised', framework: PAGE, said: errorIn(text), trace: '' };
    if ((0,redirects/* redirectOf */.Y)(opened) !== undefined || status === 401 || status === 403) {
        return { is: 'unsure', framework: PAGE, why: `GET / returned ${status}: it asks for a login.` };
    }
    return status >= 200 && status < 300 ? undefined : { is: 'plain' };
}
/** What a page says of an error by its name, as those of NiceGUI and of debuggers do. */
const errorIn = (html) => /\b(?:[A-Z]\w*)?(?:Error|Exception): [^<\n]{1,300}/.exec(html.slice(0, PAGE_START))?.[0].trim() ?? '';
const PAGE_START = 100_000;
/** Servers with several processes find the right one by a cookie. */
function cookiesOf({ headers: { 'set-cookie': set } }) {
    const pairs = (Array.isArray(set) ? set : [set ?? '']).map((line) => line.split(';')[0]?.trim() ?? '');
    return pairs.filter((pair) => /^[\w!#$%&'*+.^`|~-]+=[\x21-\x7e]*$/.test(pair)).join('; ');
}


/***/ })

};
