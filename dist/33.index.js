export const id = 33;
export const ids = [33];
export const modules = {

/***/ 1855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4087);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3810);
/* harmony import */ var _below_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4092);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9553);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6008);







/** How long one request may take: an app that sleeps is started by its first one. When the time is over, a try is short. */
const PATIENCE_MS = 60_000;
const LEAST_PATIENCE_MS = 2_000;
const BODY_MS = 2_000;
const BODY_LIMIT = 64_000;
const LEAST_TRIES = 3;
/** What fails in the same way for as long does not heal by itself. */
const HOPELESS_MS = 20_000;
/**
 * Asks each path until it is well, or passes the target's own gate, at least three times each, all within `limitMs`; a crash that does
 * not heal ends that early.
 * Says `GET /x returned 200` whenever the answer changes. Answers a finding when a path stays unhealthy.
 */
async function checkHealth(target, deps) {
    const { clock, signal, say } = deps;
    const { times = 1, intervalMs = 0 } = target.gate ?? {};
    const end = clock.now() + target.limitMs;
    const results = [];
    for (const path of target.paths.length > 0 ? target.paths : ['/']) {
        const begun = clock.now();
        let crash = { sign: '', since: begun };
        let last = '';
        let inRow = 0;
        // An answer says more than a later silence: it is what is reported.
        let telling;
        for (let attempts = 1;; attempts++) {
            const patience = Math.max(LEAST_PATIENCE_MS, Math.min(PATIENCE_MS, end - clock.now()));
            const answer = await ask(target, path, patience, deps);
            const line = answer.status === 0
                ? `No response from GET ${path}: ${answer.note}`
                : `GET ${path} returned ${answer.status}${answer.note}`;
            if (line !== last)
                say(line);
            last = line;
            if (answer.status > 0 || telling === undefined)
                telling = answer;
            inRow = isWell(answer, path, target) ? inRow + 1 : 0;
            const healthy = inRow >= times;
            const sign = crashIn(answer);
            if (sign !== crash.sign)
                crash = { sign, since: clock.now() };
            const isHopeless = sign !== '' && clock.now() - crash.since >= HOPELESS_MS;
            if (healthy || ((clock.now() >= end || isHopeless) && attempts >= LEAST_TRIES)) {
                results.push({
                    path,
                    status: healthy ? answer.status : telling.status,
                    ms: Math.round(clock.now() - begun),
                    attempts,
                });
                if (healthy)
                    break;
                return { results, finding: unhealthy(target, path, telling, attempts) };
            }
            await clock.sleep(inRow > 0 ? intervalMs : (0,_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(clock.now() - begun), signal);
        }
    }
    return { results, finding: undefined };
}
function isWell(answer, path, target) {
    const { status } = answer;
    if (target.gate)
        return status > 0 && target.gate.isHealthy(status, path);
    return target.paths.length > 0 ? status >= 200 && status < 300 : isAnswer(answer, target);
}
/** Whether the app itself answers, and does not fail. A redirect that stays on the server leads to the platform's login page. */
function isAnswer({ status, text, location }, { url, isPlatforms }) {
    if (status === 0 || status >= 500 || isPlatforms?.({ status, text }))
        return false;
    if (location === undefined)
        return status < 300 || status >= 400;
    return URL.canParse(location) && new URL(location).origin !== new URL(url).origin;
}
/** What tells a crash from others, if an answer shows one: the last exception, or how the process ended. Numbers may differ. */
function crashIn({ status, text: page }) {
    if (status < 500)
        return '';
    const text = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutStamps */ .f6)(page);
    const sign = /No module named [^\n<]*/.exec(text)?.[0] ??
        /Traceback \(most recent call last\)[\s\S]*/
            .exec(text)?.[0]
            .match(/^\s*(?:[\w.]+(?:Error|Exception|Exit|Interrupt))\b.*$/gm)
            ?.at(-1) ??
        /\b(?:exit(?:ed)?|ended)\b[^\n]{0,40}\bcode [1-9]\d*/.exec(text)?.[0] ??
        '';
    return sign.replace(/\d+/g, '#').trim();
}
/** One try, with redirects inside the app followed. A redirect that leaves the app is the answer: it is mostly a login page. */
async function ask(target, path, silenceMs, { http, signal }) {
    const base = new URL(`${target.url}/`);
    const isInside = (next) => (0,_below_js__WEBPACK_IMPORTED_MODULE_5__/* .isBelow */ .Y)(base, next);
    const limits = { silenceMs, limitMs: silenceMs + BODY_MS, limit: BODY_LIMIT, enoughMs: BODY_MS };
    let response;
    try {
        const request = { url: new URL(target.url + path).href, headers: target.headers, signal, ...limits };
        response = await (0,_redirects_js__WEBPACK_IMPORTED_MODULE_6__/* .getFollowing */ .m)(http, request, isInside);
    }
    catch (error) {
        if (error instanceof _http_js__WEBPACK_IMPORTED_MODULE_4__/* .NetworkError */ .Dr)
            return { status: 0, text: '', note: error.message };
        throw error;
    }
    const location = (0,_redirects_js__WEBPACK_IMPORTED_MODULE_6__/* .redirectOf */ .Y)(response);
    if (location === undefined)
        return { status: response.status, text: response.text, note: '' };
    return { status: response.status, text: response.text, note: `, a redirect to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(location, 120)}`, location };
}
const NO_MODULE = 'a module is missing';
const TO_LOGIN = 'the request is redirected to a login page';
/** Likely causes, by what came back. The first that fits is reported. */
const CAUSES = [
    [
        ({ text }) => /No module named/.test(text),
        NO_MODULE,
        'Add its package to [project] dependencies, run `uv lock` and commit both files.',
    ],
    [
        ({ text }) => /ImportError|cannot import name/.test(text),
        'an import fails',
        'Start the app on your machine with `uv run` from a fresh clone.',
    ],
    [
        ({ text }, listens) => listens && /bound to|127\.0\.0\.1|localhost only/i.test(text),
        'the app listens on localhost only, or on a port of its own',
        'Listen on host 0.0.0.0 and on the port in the variable PORT.',
    ],
    [
        ({ text }) => /Address already in use/i.test(text),
        'the app\u2019s port is already in use',
        'Listen on the port in the variable PORT.',
    ],
    [
        ({ status }) => status >= 300 && status < 400,
        TO_LOGIN,
        'Check that the app is open to the credential of this run, or probe a path that needs no login.',
    ],
    [
        ({ status }) => status === 401 || status === 403,
        'the app or the platform asks for a login there',
        'Check that the key may open the app, or probe a path that needs no login.',
    ],
    [
        ({ status }) => status === 404 || status === 405,
        'the app has no such route',
        "Set 'health-check-path' to a path that exists.",
    ],
    [
        ({ status }, listens) => listens && (status === 502 || status === 503 || status === 504),
        'the app does not start, or does not listen on the port the platform gives it',
        'Read the app\u2019s log, and check that it listens on 0.0.0.0 and on PORT.',
    ],
    [({ status }) => status === 502 || status === 503 || status === 504, 'the app does not start', 'Read the app\u2019s log.'],
    [({ status }) => status >= 500, 'the app starts but fails on this request', 'Read the app\u2019s log.'],
    [
        ({ status }) => status === 0,
        'the app hangs, or the address is not reachable from this runner',
        'Read the app\u2019s log.',
    ],
];
function unhealthy(target, path, answer, attempts) {
    const why = answer.status >= 500 ? target.causeIn?.(linesOf(answer.text)) : undefined;
    const [, cause, remedy] = CAUSES.find(([fits]) => fits(answer, target.listens ?? true)) ?? [
        undefined,
        'the answer is not 2xx',
        'Read the app\u2019s log.',
    ];
    // What the page says for itself goes before what its status may mean.
    const likely = why && cause !== NO_MODULE ? '' : `; likely ${cause}`;
    const advice = why?.remedy ?? (cause === TO_LOGIN ? target.privateApp : undefined) ?? remedy;
    const what = answer.status === 0 ? `got no answer (${answer.note})` : `returned ${answer.status}${answer.note}`;
    const body = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tail */ .RT)(wordsOf(answer.text), 12, 800).trim();
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('unhealthy', `GET ${path} ${what} after ${attempts} tries${likely}.${why ? ` ${why.message}` : ''}${body ? `\nThe end of the response:\n${body}` : ''}`, `${advice} Logs: ${target.consoleUrl}`);
}
/** Tags within a line, which do not keep what is before and behind them apart. */
const INLINE = /<\/?(?:a|abbr|b|bdi|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
/** A page's text. A secret may look like a tag, or have tags within: it is taken out before, and what shows it then does so again. */
const linesOf = (page) => (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(page)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(INLINE, '')
    .replace(/<(?!(?:module|string|stdin|lambda|locals|\w+comp|genexpr|frozen [\w.]+)>)[^<>]+>/g, ' ');
const wordsOf = (page) => linesOf(page).replace(/[ \t]+/g, ' ');


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

/***/ 4366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ withLog)
/* harmony export */ });
/** What frameworks print when code of the app raised in a session, and nobody caught it: each in its own words. */
const UNCAUGHT = {
    // streamlit/error_util.py; 1.32 had the second form. Where rich is installed, it frames the traceback.
    Streamlit: /Uncaught app (?:execution|exception)|[\u2500\u256d][\u2500 ]*Traceback \(most recent call last\)[\u2500 ]*/,
    // bokeh/application/application.py, and tornado for callbacks of its loop.
    Bokeh: /Error running application handler|Exception in callback functools\.partial\(<bound method IOLoop/,
    // flask/app.py, of which Dash is made.
    Dash: /Exception on \/\S* \[(?:GET|POST)\]/,
};
/** An error that a Shiny app shows on purpose looks like others from outside. */
const MEANT = /^(?:shiny\.types\.)?SafeException(?::|$)/m;
const COLOR = /\u001b\[[\d;]*m/g;
/** A visit, judged once more by what the app has printed since it was started. */
function withLog(visited, log) {
    if (visited.is === 'plain')
        return visited;
    if (visited.is === 'raised') {
        return visited.framework === 'Shiny' && visited.said !== '' && MEANT.test(log)
            ? { is: 'well', framework: visited.framework }
            : visited;
    }
    const framework = visited.framework;
    const { said = '', trace = '' } = (visited.is === 'unsure' && visited.shows) || {};
    if (UNCAUGHT[framework]?.test(log.replace(COLOR, '')))
        return { is: 'raised', framework, said, trace };
    // What is not in the log was caught, and is shown on purpose.
    return visited.is === 'unsure' && visited.shows ? { is: 'well', framework } : visited;
}


/***/ }),

/***/ 7546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ causeIn),
/* harmony export */   r: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4087);
/* harmony import */ var _imports_module_packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1878);
/* harmony import */ var _settings_classes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(874);
/* harmony import */ var _traceback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9002);




const variable = (name) => ({
    code: 'start-missing-variable',
    message: name
        ? `The app needs ${name.includes(',') ? 'the variables' : 'the variable'} ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name, 200)}, which ${name.includes(',') ? 'are' : 'is'} not set.`
        : 'The app needs variables that are not set.',
    remedy: `Set ${name?.includes(',') ? 'them' : 'it'} on the platform, and give ${name?.includes(',') ? 'them' : 'it'} to this step with the 'env' input.`,
});
/** A module of the project itself: no package brings it. */
const misplaced = (name, place) => ({
    code: 'start-missing-module',
    message: `The app needs the module '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}' of the project, which is in ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(place || 'its root', 120)}: Python does not look there when the app is started this way.`,
    remedy: `Import it by its whole name${place === '' ? '' : ` (${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(`${place.replaceAll('/', '.')}.${name}`, 120)})`}, or move it to where the app is started.`,
});
/** In this order: what a program says of itself goes before what its last exception is called. */
const ROWS = [
    ({ log, isLeftOut, placeOf }) => {
        const name = /No module named '?([\w.]+)'?/.exec(lastMatching(log, /No module named/))?.[1];
        if (name === undefined)
            return undefined;
        const path = name.replaceAll('.', '/');
        const isOurs = isLeftOut(`${path}.py`) || isLeftOut(`${path}/__init__.py`);
        const place = placeOf?.(name);
        if (!isOurs && place !== undefined)
            return misplaced(name, place);
        const { packages, isCertain } = (0,_imports_module_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .bringersOf */ .c)(name);
        return {
            code: 'start-missing-module',
            message: `The app needs the module '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)}', ${isOurs ? 'which is part of the project but excluded from the bundle' : 'which is not installed'}.`,
            remedy: isOurs
                ? "Check .gitignore, and 'include' and 'exclude'."
                : `Run \`uv add ${isCertain ? packages[0] : 'PACKAGE'}\`${isCertain ? '' : ' with the package that provides it'}, and commit pyproject.toml and uv.lock.`,
        };
    },
    ({ log }) => /Address already in use|Port \d+ is (?:already )?in use|\bWinError 10048\b/i.test(log)
        ? {
            code: 'start-port-in-use',
            message: 'The app\u2019s port is already in use.',
            remedy: 'Listen on the port in the variable PORT, once.',
        }
        : undefined,
    ({ log }) => {
        const [, loader] = /(Error loading ASGI app\. (?:Attribute|Could not import)[^\n]*|(?:Failed to find (?:Flask application|attribute)|Detected factory '[^\n]*could not call)[^\n]*)/.exec(log) ?? [];
        return loader === undefined
            ? undefined
            : {
                code: 'start-no-app',
                message: `The server does not find the app object: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(loader, 160)}`,
                remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
            };
    },
    ({ traceback }) => /(?:^|\.)StreamlitSecretNotFoundError$/.test(traceback?.type ?? '') ||
        /No secrets (?:files )?found/.test(traceback?.message ?? '')
        ? {
            code: 'start-missing-file',
            message: 'The app reads st.secrets, and there is no .streamlit/secrets.toml in the bundle.',
            remedy: 'Read these values from variables (os.environ), and set them on the platform.',
        }
        : undefined,
    ({ traceback, isLeftOut }) => {
        const path = /^\[Errno 2\] No such file or directory: ['"](.+?)['"]/.exec(traceback?.message ?? '')?.[1];
        if (path === undefined)
            return undefined;
        const isOurs = isLeftOut(path);
        return {
            code: 'start-missing-file',
            message: `The app opens ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(path, 120)}, which ${isOurs ? 'is part of the project but excluded from the bundle' : 'does not exist'}.`,
            remedy: isOurs
                ? "Check .gitignore, and 'include' and 'exclude'."
                : 'Commit the file, or have the app create it; paths start at the folder of the project.',
        };
    },
    ({ traceback }) => {
        const { type, message, frames } = traceback ?? { type: '', message: '', frames: [] };
        // The line that a launcher hands over to Python asks for the object by its name.
        if (type === 'KeyError' && frames.at(-1)?.path === '<string>') {
            return {
                code: 'start-no-app',
                message: `The server does not find the app object ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(message, 80)}.`,
                remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
            };
        }
        if (type === 'KeyError') {
            const isEnviron = frames.some(({ path, source }) => path === '<frozen os>' || /[\\/]os\.py$/.test(path) || /\benviron\b/.test(source));
            return isEnviron ? variable(/^['"](.+)['"]$/m.exec(message)?.[1]) : undefined;
        }
        return undefined;
    },
    ({ traceback, read }) => {
        const { type = '', message = '', frames = [] } = traceback ?? {};
        const isSettings = /ValidationError$/.test(type) && frames.some(({ path }) => /pydantic_settings/.test(path));
        if (!isSettings || !/Field required/.test(message))
            return undefined;
        const [, className = ''] = /validation errors? for (\w+)/.exec(message) ?? [];
        // The class is where it is called, or in a file on the way.
        const texts = frames.flatMap(({ path }) => read?.(path) ?? []);
        const classes = texts.map((text) => (0,_settings_classes_js__WEBPACK_IMPORTED_MODULE_3__/* .readClasses */ .HU)(text)).find((one) => one.has(className)) ?? new Map();
        const settings = classes.get(className);
        const names = [...message.matchAll(/^(\S+)\n\s+Field required/gm)].flatMap(([, path = '']) => settings ? (0,_settings_classes_js__WEBPACK_IMPORTED_MODULE_3__/* .variablesOf */ .ht)(settings, path.split('.'), classes) : [path.toUpperCase()]);
        return variable(names.join(', '));
    },
    ({ traceback }) => {
        const message = traceback?.message ?? '';
        const name = /Set the (\w+) environment variable/.exec(message)?.[1] ??
            /^(\w+) not found\. Declare it as envvar/.exec(message)?.[1] ??
            /Environment variable "(\w+)" not set/.exec(message)?.[1] ??
            // Clients of services name the variable that they read their key from.
            /(?:key|token|credentials?)\b[\s\S]{0,200}?\b([A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|SECRET|URL|ENDPOINT|CREDENTIALS))\b[`'"]? (?:environment|env)/i.exec(message)?.[1];
        return name === undefined ? undefined : variable(name);
    },
];
/** The same of a log alone, wherever the program ran. */
const causeIn = (log) => causeOf({ log, traceback: (0,_traceback_js__WEBPACK_IMPORTED_MODULE_2__/* .lastTraceback */ .T)(log), isLeftOut: () => false });
/** The first cause that fits; nothing where the program only says that it failed. */
function causeOf(evidence) {
    for (const row of ROWS) {
        const cause = row(evidence);
        if (cause)
            return cause;
    }
    return undefined;
}
const lastMatching = (log, pattern) => log.split('\n').findLast((line) => pattern.test(line)) ?? '';


/***/ }),

/***/ 9002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ lastTraceback)
/* harmony export */ });
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4087);

const FRAME = /^\s*File "([^"\n]+)", line (\d+)(?:, in [^\n]*)?$/;
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
const MESSAGE_LINES = 12;
/** What a server writes after it: its next entry, such as of the request that failed. */
const NEXT_ENTRY = /^(?:INFO|ERROR|WARNING|DEBUG)\b|^Traceback|^\[|^[\da-f.:]+ - \S+ \[/;
/**
 * Reads the last traceback of a log, in the form in which Python prints it; also that of a file that can't be compiled, which has no
 * heading. Answers nothing when there is none.
 */
function lastTraceback(log) {
    const lines = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutStamps */ .f6)(log).split(/\r?\n/);
    const last = lines.findLastIndex((line) => FRAME.test(line));
    if (last < 0)
        return undefined;
    let first = last;
    while (first > 0 &&
        !/Traceback \(most recent call last\):/.test(lines[first] ?? '') &&
        isPart(lines[first - 1] ?? ''))
        first -= 1;
    const end = lines.findIndex((line, index) => index > last && EXCEPTION.test(line.trimEnd()) && !/^\s/.test(line));
    if (end < 0)
        return undefined;
    const [, type = '', said = ''] = EXCEPTION.exec(lines[end]?.trimEnd() ?? '') ?? [];
    const more = [];
    for (const line of lines.slice(end + 1, end + MESSAGE_LINES)) {
        if (line.trim() === '' || NEXT_ENTRY.test(line))
            break;
        more.push(line);
    }
    const frames = lines.slice(first, last + 1).flatMap((line, index) => {
        const [, path, number] = FRAME.exec(line) ?? [];
        if (path === undefined)
            return [];
        const next = lines[first + index + 1] ?? '';
        return [{ path, line: Number(number), source: FRAME.test(next) ? '' : next.trim() }];
    });
    return { frames, type, message: [said, ...more].join('\n').trim() };
}
/** Frames, their source and the marks below it are indented; an exception is not. */
const isPart = (line) => /^\s+\S/.test(line) || /Traceback \(most recent call last\):/.test(line);


/***/ })

};
