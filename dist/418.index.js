export const id = 418;
export const ids = [418];
export const modules = {

/***/ 3773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   EW: () => (/* binding */ checkSettings),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gV: () => (/* binding */ globs),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _bundle_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6230);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6317);



/** A text of some length, counted in characters. */
const text = (description, least, most) => ({
    description,
    schema: { type: 'string', ...(least > 0 && { minLength: least }), maxLength: most },
    wanted: `a string of ${least} to ${most} characters`,
    fits: (value) => typeof value === 'string' && [...value].length >= least && [...value].length <= most,
});
/** A text of a certain form; `form` has no flags. */
const shaped = (description, form, what, example) => ({
    description,
    schema: { type: 'string', pattern: form.source, examples: [example] },
    wanted: `${what} such as "${example}"`,
    fits: (value) => typeof value === 'string' && form.test(value),
});
const oneOf = (description, ...choices) => ({
    description,
    schema: { enum: choices },
    wanted: choices.map((choice) => `"${choice}"`).join(' or '),
    fits: (value) => choices.some((choice) => choice === value),
});
const integer = (description, unit) => ({
    description,
    schema: { type: 'integer', minimum: 0 },
    wanted: `a whole number of ${unit}, 0 or more`,
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
});
const number = (description, most, wanted) => ({
    description,
    schema: { type: 'number', minimum: 0, maximum: most },
    wanted,
    fits: (value) => typeof value === 'number' && value >= 0 && value <= most,
});
/** Read as bytes. */
const size = (description, example) => ({
    description,
    schema: {
        anyOf: [
            { type: 'integer', minimum: 0 },
            { type: 'string', pattern: '^\\s*\\d+(?:\\.\\d+)?\\s*[KkMmGg]?[Ii]?[Bb]?\\s*$' },
        ],
        examples: [example],
    },
    wanted: `a size such as "${example}"`,
    fits: (value) => (0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .byteSize */ .mz)(value) !== undefined,
    read: _findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .byteSize */ .mz,
});
const flag = (description) => ({
    description,
    schema: { type: 'boolean' },
    wanted: 'true or false',
    fits: (value) => typeof value === 'boolean',
});
const texts = (description) => ({
    description,
    schema: { type: 'array', items: { type: 'string', minLength: 1 } },
    wanted: 'a list of strings',
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
});
const globs = (description) => {
    const list = texts(description);
    return {
        description,
        schema: { type: 'array', maxItems: 1000, items: { type: 'string', minLength: 1, maxLength: 1000 } },
        wanted: 'a list of at most 1000 strings of at most 1000 characters',
        fits: (value) => list.fits(value) && (0,_bundle_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternProblem */ .AL)(value) === undefined,
    };
};
/** Where a setting is written: in the table of the project, or of its app. */
const placeOf = (own, key) => {
    const { file, line } = own[key] ?? {};
    return { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
};
/** The values of the settings that fit; each that does not is an error at its line, and left out. */
function checkSettings(table, own, platform) {
    const values = new Map();
    const findings = [];
    for (const [key, { fits, read, wanted }] of Object.entries(table)) {
        const value = own[key]?.value;
        if (value === undefined)
            continue;
        if (fits(value)) {
            values.set(key, read ? read(value) : value);
        }
        else {
            const message = `The setting ${key} of ${platform} is not ${wanted}.`;
            findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('invalid-setting', message, `Write ${wanted}.`, placeOf(own, key)));
        }
    }
    return { values, findings };
}


/***/ }),

/***/ 3790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ createPlatformClient)
/* harmony export */ });
/* harmony import */ var _ports_http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5014);
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);



/** Careful calls of a platform's server, whose refusals are reported in the platform's words. `http` sends once. */
function createPlatformClient(server, words, http, deps) {
    const refusals = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .createRefusals */ .C0)(server, words);
    const json = (0,_ports_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonClient */ .i)(http, refusals, deps);
    /** A list without its gaps. Throws when it has any: from the other rows nobody knows whether something is there, or is missing. */
    const whole = (step, rows) => {
        const gap = rows.indexOf(undefined);
        if (gap >= 0)
            throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableRow */ .Oj)(server, step, gap + 1, rows.length);
        return rows.filter((row) => row !== undefined);
    };
    return {
        ...{ server, refusals, whole },
        ...json,
        /** A list, of which every row has to be understood. */
        list: async (step, request, from) => whole(step, await json.get(step, request, (value) => (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(value, from))),
    };
}


/***/ }),

/***/ 3984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markedName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** How much of a hash tells names apart that are the same up to where they are cut. */
const HASH_LENGTH = 8;
/**
 * `name` followed by `mark`, within `limit` characters. A name that is too long is cut, and ends with a hash of the whole: two apps
 * never get the same marked name.
 */
function markedName(name, mark, limit) {
    const room = limit - mark.length;
    const letters = [...name];
    if (letters.length <= room)
        return `${name}${mark}`;
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
    return `${letters.slice(0, room - HASH_LENGTH - 1).join('')}-${hash}${mark}`;
}


/***/ }),

/***/ 4215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   C0: () => (/* binding */ createRefusals),
/* harmony export */   NJ: () => (/* binding */ unless),
/* harmony export */   Oj: () => (/* binding */ unreadableRow),
/* harmony export */   Ze: () => (/* binding */ badCredential),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _ports_http_authorities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2336);
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5819);





const refusal = (code, why, remedy) => ({ code, why, remedy });
/** What a server refuses alike on every platform, by the status. */
const COMMON = {
    413: refusal('bundle-too-large', 'the bundle is larger than the server, or a proxy in front of it, allows', "Exclude files with 'exclude', or have the limit raised."),
    429: refusal('rate-limited', 'the server limits the number of requests', 'Run the job again later.'),
    500: refusal('server-error', 'the server had an error', 'Run the job again; if it happens again, ask your server\u2019s administrator.'),
};
const OTHERS = refusal('refused', 'the server refused', 'Fix what the server names, and run the job again.');
/** The refusal of a credential, which has its row in every table. */
const badCredential = ({ credential, newCredential, }) => refusal('invalid-key', `the server does not accept the ${credential}`, `${newCredential} and store it as the secret that 'token' reads.`);
/** The failures of the calls of `server`. */
function createRefusals(server, words) {
    const table = { ...COMMON, 401: badCredential(words), ...words.byStatus };
    const { said = saidIn } = words;
    return {
        said,
        unreachable: (step, error) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-unreachable', `${failed(step)}: ${error.message}.`, error.code === 'EPROTO' || error.code === 'ERR_SSL_WRONG_VERSION_NUMBER'
            ? `Set 'server' to ${server.replace(/^https:/, 'http:')}.`
            : (0,_ports_http_authorities_js__WEBPACK_IMPORTED_MODULE_2__/* .isUntrusted */ .fb)(error.code)
                ? `If your organization has a certificate authority of its own, set ${words.authorities ?? 'SSL_CERT_FILE'} under \`env:\` of this step to the path of its certificate (PEM).`
                : `Check that ${server} is the right 'server' and that this runner can reach it.`, { cause: error }),
        refused: (step, response) => {
            const { status } = response;
            if (status >= 300 && status < 400)
                return redirected({ server, ...words }, step, response);
            const { code, why, remedy } = words.judge?.(response) ?? table[Math.min(status, 500)] ?? OTHERS;
            const details = [status, ...(words.details?.(response) ?? [])].join(', ');
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(code, `${failed(step)}: ${why} (${details}${said(response)}).`, remedy);
        },
        unusable: (step, response) => {
            const what = (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isHtml */ ._6)(response) ? 'a web page' : `something that is not from ${words.short}`;
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(words.foreignCode, `${failed(step)}: ${server} answered ${response.status} with ${what}.`, `Check that 'server' is the address of ${words.name} itself. A login page or a proxy in front of it has to let API calls through.`);
        },
    };
}
/** A redirected POST would come out as a GET, and a credential must not leave its server: such redirects are not followed. */
function redirected({ server, api }, step, response) {
    const location = String(response.headers.location ?? '');
    const target = URL.canParse(location, server) ? new URL(location, server) : undefined;
    const [base = ''] = target?.href.split(`${api}/`) ?? [];
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-redirects', `${failed(step)}: ${server} redirects to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(location || 'another place', 120)}.`, base !== '' && base !== target?.href && base !== server
        ? `Set 'server' to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(base, 200)}.`
        : "Correct 'server', or let API calls through the login in front of it.");
}
/** `: "Invalid key"`: errors are JSON with a text in `error`, or plain text. */
function saidIn(response) {
    if ((0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isHtml */ ._6)(response))
        return '';
    const error = (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__.at)((0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOf */ .o_)(response), 'error');
    const text = typeof error === 'string' ? error : response.text;
    return text.trim() === '' ? '' : `: "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text, 200)}"`;
}
/** What is asked for; `undefined` where the server refuses it with this code. */
const unless = (code, asking) => asking.catch((error) => {
    if ((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, code))
        return undefined;
    throw error;
});
/** Row number `row` of a list of `count` makes no sense. */
const unreadableRow = (server, step, row, count) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('unreadable-row', `${failed(step)}: row ${row} of the ${count} that ${server} lists has no usable id or name, so what is there is not known.`, 'Run the job again; if it happens again, ask your server\u2019s administrator.');
/** `uploading the bundle` as `Uploading the bundle failed`. */
const failed = (step) => `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;


/***/ }),

/***/ 9407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ee: () => (/* binding */ bokeh),
/* harmony export */   F1: () => (/* binding */ uvicorn),
/* harmony export */   K$: () => (/* binding */ script),
/* harmony export */   bf: () => (/* binding */ dashPrefixes),
/* harmony export */   oM: () => (/* binding */ streamlit),
/* harmony export */   qK: () => (/* binding */ shiny),
/* harmony export */   qi: () => (/* binding */ flask)
/* harmony export */ });
/** The command of a package, by `python -m`: with it, Python looks for modules in the bundle's folder too. */
const command = (python, module, ...args) => ({
    command: [python, '-m', module, ...args],
    env: {},
});
const where = ({ host, port }) => ['--host', host, '--port', String(port)];
const script = ({ python, entrypoint }) => ({ command: [python, entrypoint], env: {} });
/** The ASGI object is called `app`. Modules next to the entrypoint are importable too, as they are when it is run as a script. */
const uvicorn = (start) => {
    const module = start.entrypoint.replace(/\.py$/, '').replaceAll('/', '.');
    const folder = start.entrypoint.slice(0, Math.max(start.entrypoint.lastIndexOf('/'), 0));
    const options = [...where(start), '--root-path', start.basePath, ...(folder === '' ? [] : ['--app-dir', folder])];
    return command(start.python, 'uvicorn', `${module}:app`, ...options);
};
/** ricochet's public example apps read these two variables. */
const flask = ({ python, entrypoint, host, port }) => ({
    ...command(python, 'flask', '--app', entrypoint, 'run'),
    env: { FLASK_RUN_HOST: host, FLASK_RUN_PORT: String(port) },
});
/** A folder stands for the `app.py` in it; Shiny documents that too, but looks for a module of that name instead. */
const shiny = (start) => {
    const { python, entrypoint } = start;
    const file = entrypoint.endsWith('.py') ? entrypoint : `${entrypoint.replace(/\/$/, '')}/app.py`;
    return command(python, 'shiny', 'run', ...where(start), file);
};
/** Behind a proxy, the browser's origin is not the address that Streamlit sees, so its own checks must be off. */
const streamlit = ({ python, entrypoint, host, port }) => {
    const options = {
        'server.address': host,
        'server.port': port,
        'server.headless': true,
        'server.enableCORS': false,
        'server.enableXsrfProtection': false,
        'server.fileWatcherType': 'none',
    };
    const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    return command(python, 'streamlit', 'run', entrypoint, ...flags);
};
/** Panel is served by Bokeh's server, with the same options. */
const bokeh = (module) => ({ python, entrypoint, host, port, basePath }) => {
    const at = ['--address', host, '--port', String(port), '--prefix', basePath];
    return command(python, module, 'serve', entrypoint, ...at, '--allow-websocket-origin=*');
};
/** A proxy takes the prefix off: the browser needs it in its requests, Dash's routes do without. */
const dashPrefixes = ({ basePath }) => ({
    DASH_REQUESTS_PATHNAME_PREFIX: `${basePath}/`,
    DASH_ROUTES_PATHNAME_PREFIX: '/',
});


/***/ }),

/***/ 5014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createJsonClient)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9553);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9003);



/** How often an answer that makes no sense is asked for. */
const READS = 3;
/**
 * Careful calls of an API that answers with JSON. `http` sends once, with what is the server's own: cookies, redirects. Every call
 * names its step when it fails, and throws a `Failure` out of `refusals`, or `Cancelled`.
 */
function createJsonClient(http, refusals, { clock, say, timeoutMs }) {
    /** Repeats what may be sent twice. */
    const careful = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retrying */ .R$)(http, clock, say, timeoutMs);
    const unreachable = (step, error) => error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr ? refusals.unreachable(step, error) : error;
    /** Sends what may be sent twice, and answers whatever comes. */
    const exchange = (step, request) => careful(request).catch((error) => {
        throw unreachable(step, error);
    });
    /** As `exchange`, but throws for everything other than success. */
    const call = async (step, request) => {
        const response = await exchange(step, request);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(response))
            throw refusals.refused(step, response);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
            throw refusals.unusable(step, response);
        return response;
    };
    return {
        ...{ http, careful, exchange, call },
        ...readsOf(exchange, refusals),
        sendOnce: sendOnce(http, refusals),
    };
}
/** What reads answers out of what `exchange` brings. */
function readsOf(exchange, { refused, unusable }) {
    /** Asks until `read` makes sense of the answer, or the server refuses: a cut or foreign answer is asked for again. */
    const ask = async (step, request, read) => {
        for (let attempt = 1;; attempt++) {
            const response = await exchange(step, request);
            if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(response))
                return { refusal: response };
            const value = read(response);
            if (value !== undefined)
                return { value };
            if (attempt === READS)
                throw unusable(step, response);
        }
    };
    /** Reads a response of any form. */
    const read = async (step, request, from) => {
        const answer = await ask(step, request, from);
        if (answer.refusal)
            throw refused(step, answer.refusal);
        return answer.value;
    };
    /** Reads JSON. */
    const get = (step, request, from) => read(step, request, (response) => from((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response)));
    /** As `get`; `undefined` for a refusal that means that there is no such thing. */
    const find = async (step, request, from, isAbsent = isMissing) => {
        const answer = await ask(step, request, (response) => from((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response)));
        if (!answer.refusal)
            return answer.value;
        if (isAbsent(answer.refusal))
            return undefined;
        throw refused(step, answer.refusal);
    };
    /** Removes something; false when it was gone already. */
    const remove = async (step, request) => (await find(step, request, () => true)) ?? false;
    return { read, get, find, remove };
}
/**
 * Sends one time what must not be sent twice, and reads what the server has made of it. Throws when it refused for good; `judge` may
 * know better what an answer other than success means. See `takeOnce`.
 */
const sendOnce = (http, { unreachable, refused, unusable, said }) => async (step, request, from, judge = () => undefined) => {
    let response;
    try {
        response = await http(request);
    }
    catch (error) {
        if (!(error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr))
            throw error;
        const failure = unreachable(step, error);
        if (error.sent)
            return { outcome: 'unknown', why: error.message, failure };
        if ((0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(error))
            return { outcome: 'again', failure };
        throw failure;
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(response)) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
            throw unusable(step, response);
        const taken = from((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response));
        if (taken !== undefined)
            return { outcome: 'accepted', taken };
        return { outcome: 'unknown', why: 'the answer was cut short', failure: unusable(step, response) };
    }
    const failure = refused(step, response);
    const judged = judge(response, failure);
    if (judged)
        return judged;
    if (response.status === 429)
        return { outcome: 'again', failure, response };
    if (!(0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(response))
        throw failure;
    return { outcome: 'unknown', why: `the answer was ${response.status}${said(response)}`, failure };
};
/** A page that says 404 is that of a proxy, which knows nothing of what is there. */
const isMissing = (response) => response.status === 404 && !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response);


/***/ }),

/***/ 9003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Zs: () => (/* binding */ RETRIES)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9553);

/** What no number of tries will fix: bad names and certificates, answers that are too long or take too long. */
const HOPELESS = /^(?:ENOTFOUND|EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_|ETOOBIG|ESLOW|HPE_)/;
const RETRIES = 4;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 60_000;
/** Milliseconds until try number `attempt` + 1: what the server asked for, else doubling from 0.4 s. */
function pauseBefore(attempt, response) {
    const header = response?.headers['retry-after'];
    const asked = typeof header === 'string' ? header.trim() : '';
    const wanted = /^\d+$/.test(asked)
        ? Number(asked) * 1000
        : / GMT$/.test(asked)
            ? Date.parse(asked) - Date.now()
            : Number.NaN; // what is no HTTP date, JavaScript may read as one all the same
    if (Number.isFinite(wanted))
        return Math.min(Math.max(wanted, 0), LONGEST_PAUSE_MS);
    return FIRST_PAUSE_MS * 2 ** (attempt - 1);
}
/** Whether the same request may succeed if it is simply sent again. */
const isPassing = (outcome) => outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr
    ? !HOPELESS.test(outcome.code)
    : outcome.status === 429 || outcome.status === 408 || outcome.status >= 500;
/**
 * Repeats requests that change nothing when sent twice (GET, HEAD, PUT, PATCH that sets values, DELETE) on network trouble,
 * 408, 429 (after `Retry-After`) and 5xx. Uploads and other POSTs go through `Http` itself: look before sending those again.
 * A `limitMs` of the request is for all tries together; without one, no try begins later than `withinMs` after the first.
 */
function retrying(http, clock, say, withinMs = Number.POSITIVE_INFINITY) {
    return async (request) => {
        const signal = request.signal ?? new AbortController().signal;
        const { limitMs } = request;
        const end = clock.now() + (limitMs ?? withinMs);
        for (let attempt = 1;; attempt++) {
            const left = limitMs !== undefined && { limitMs: end - clock.now() };
            const outcome = await http({ ...request, ...left }).catch((error) => {
                if (error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr)
                    return error;
                throw error;
            });
            const pause = pauseBefore(attempt, outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr ? undefined : outcome);
            if (attempt >= RETRIES || !isPassing(outcome) || clock.now() + pause >= end) {
                if (outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr)
                    throw outcome;
                return outcome;
            }
            const why = outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr ? outcome.message : `the answer was ${outcome.status}`;
            say(`${request.method} ${new URL(request.url).pathname}: ${why}; retrying in ${(pause / 1000).toFixed(1)} s.`);
            await clock.sleep(pause, signal);
        }
    };
}


/***/ })

};
