export const id = 595;
export const ids = [595];
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
        // A page of the app's own may name any address.
        ({ status, text }, listens) => listens && status !== 500 && /bound to|127\.0\.0\.1|localhost only/i.test(text),
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
    const { cause: why, place } = (answer.status >= 500 && target.readFailure?.(linesOf(answer.text))) || {};
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
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('unhealthy', `GET ${path} ${what} after ${attempts} tries${likely}.${why ? ` ${why.message}` : ''}${body ? `\nThe end of the response:\n${body}` : ''}`, `${advice} Logs: ${target.consoleUrl}`, place);
}
/** Tags within a line, which do not keep what is before and behind them apart. */
const INLINE = /<\/?(?:a|abbr|b|bdi|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
/** A page's text. A secret may look like a tag, or have tags within: it is taken out before, and what shows it then does so again. */
const linesOf = (page) => (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(page)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(INLINE, '')
    .replace(/<(?!(?:module|string|stdin|lambda|locals|\w+comp|genexpr|frozen [\w.]+)>)[^<>]+>/g, ' ')
    .replace(/&(?:quot|apos|lt|gt|amp|#34|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
/** Those that frameworks write for the characters of a traceback. */
const ENTITIES = {
    ...{
        '&quot;': '"',
        '&#34;': '"',
        '&apos;': "'",
        '&#39;': "'",
        '&#x27;': "'",
        '&lt;': '<',
        '&gt;': '>',
        '&amp;': '&',
    },
};
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

/***/ 9733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ connects),
/* harmony export */   o: () => (/* binding */ freePort)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);

const HOST = '127.0.0.1';
/** A port of 127.0.0.1 that nobody listens on now. */
const freePort = () => new Promise((resolve, reject) => {
    const server = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.createServer)();
    server.once('error', reject);
    server.listen(0, HOST, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
});
/** Whether somebody listens on a port of 127.0.0.1. */
const connects = (port) => new Promise((resolve) => {
    const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.connect)({ port, host: HOST });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
});


/***/ }),

/***/ 6078:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  we: () => (/* binding */ isLocalOnly),
  Y_: () => (/* binding */ tryOut),
  w: () => (/* binding */ watchOver)
});

// EXTERNAL MODULE: ./src/ports/http/health.ts
var http_health = __webpack_require__(1855);
// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/ports/visit/log.ts
var log = __webpack_require__(4366);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/prepare/trial/addresses.ts

const TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];
/** The state of a socket that listens, in these tables. */
const LISTEN = '0A';
/** Whether this system tells who listens: Linux does. */
const knowsListeners = () => read('/proc/self/stat') !== '';
/**
 * Every TCP address a process group listens on, or what its leader has started in groups of their own, as Linux tells in /proc
 * (proc_pid_net(5)); nothing on systems that have none.
 */
function listeningAddresses(group) {
    const sockets = new Set(membersOf(group).flatMap(socketsOf));
    return TABLES.flatMap((table) => read(table)
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , , state, , , , , , inode]) => state === LISTEN && sockets.has(`socket:[${inode}]`))
        .map(([, local = '']) => address(local)));
}
function membersOf(group) {
    const pids = knowsListeners() ? (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name)) : [];
    // After the command's closing bracket: state, parent, process group.
    const rows = pids.map((pid) => {
        const [, parent, own] = read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ') ?? [];
        return { pid, parent: parent ?? '', own: Number(own) };
    });
    const members = new Set(rows.filter(({ own }) => own === group).map(({ pid }) => pid));
    for (let before = 0; before < members.size;) {
        before = members.size;
        for (const { pid, parent } of rows)
            if (members.has(parent))
                members.add(pid);
    }
    return [...members];
}
const isLoopback = ({ host }) => host.startsWith('127.') || host === '[::1]';
/** The kernel writes addresses as 32-bit words in the machine's byte order. */
function address(hex) {
    const [host = '', port = '0'] = hex.split(':');
    const bytes = (host.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
    const text = bytes.length === 4
        ? bytes.map((byte) => Number.parseInt(byte, 16)).join('.')
        : new URL(`http://[${bytes.join('').replace(/(.{4})(?=.)/g, '$1:')}]`).hostname;
    return { host: text, port: Number.parseInt(port, 16) };
}
const read = (path) => unlessGone(() => (0,external_node_fs_.readFileSync)(path, 'utf8'), '');
const socketsOf = (pid) => unlessGone(() => (0,external_node_fs_.readdirSync)(`/proc/${pid}/fd`), []).map((fd) => unlessGone(() => (0,external_node_fs_.readlinkSync)(`/proc/${pid}/fd/${fd}`), ''));
/** Processes and their files may be gone while we look. */
function unlessGone(look, otherwise) {
    try {
        return look();
    }
    catch {
        return otherwise;
    }
}

// EXTERNAL MODULE: ./src/prepare/trial/port.ts
var trial_port = __webpack_require__(9733);
;// CONCATENATED MODULE: ./src/prepare/trial/probe.ts





const POLL_MS = 100;
/** A program may listen on a port for its own use before it listens for us. */
const ELSEWHERE_MS = 8_000;
/** On the same machine an app that has not recovered by then will not. */
const HEALTH_MS = 30_000;
/** The first run of an app may load much; one that never ends is not waited for. */
const VISIT_MS = 60_000;
const HEAD_MS = 10_000;
/** What an app with sessions has printed by then has to be read. */
const LOG_MS = 300;
class Ended extends Error {
}
/** Waits until the program listens and all paths are healthy. Rejects only when `signal` says so. */
async function tryOut({ program, port, paths, limitMs, choosesPort, gate, isContained = false }, { http, visit, clock, signal, say }) {
    const end = clock.now() + limitMs;
    let elsewhereSince;
    while (!(await (isContained ? (0,trial_port/* connects */.Q)(port) : listens(program, port)))) {
        const exit = program.exit();
        if (exit)
            return { is: 'ended', exit };
        const addresses = listeningAddresses(program.group);
        elsewhereSince = addresses.length === 0 ? undefined : (elsewhereSince ?? clock.now());
        const isStray = choosesPort && elsewhereSince !== undefined && clock.now() - elsewhereSince > ELSEWHERE_MS;
        if (isStray || clock.now() >= end)
            return addresses.length > 0 ? { is: 'elsewhere', addresses } : { is: 'silent' };
        await clock.sleep(POLL_MS, signal);
    }
    // A program that ends is not asked any more.
    const over = new AbortController();
    void program.ended.then(() => over.abort(new Ended()));
    const target = {
        ...{ url: `http://127.0.0.1:${port}`, paths, gate, headers: {}, consoleUrl: '' },
        limitMs: Math.min(isContained ? Number.POSITIVE_INFINITY : HEALTH_MS, Math.max(0, end - clock.now())),
    };
    try {
        const health = await (0,http_health/* checkHealth */.N)(target, { http, clock, say, signal: AbortSignal.any([signal, over.signal]) });
        if (health.finding)
            return { is: 'unhealthy', health };
        const head = gate?.asksHead ? await askHead(target, gate, http, signal) : undefined;
        const limitMs = Math.min(VISIT_MS, Math.max(HEALTH_MS, end - clock.now()));
        const seen = await visit({ url: target.url, headers: {}, limitMs }, AbortSignal.any([signal, over.signal]));
        if (seen.is !== 'plain')
            await clock.sleep(LOG_MS, signal);
        const visited = (0,log/* withLog */.X)(seen, program.log());
        return visited.is === 'raised' ? { is: 'raised', visited } : { is: 'healthy', visited, ...(head && { head }) };
    }
    catch (error) {
        const exit = program.exit();
        if (signal.aborted || exit === undefined)
            throw error;
        return { is: 'ended', exit };
    }
}
/** The first path at which HEAD fails, as many times as GET has to be well. */
async function askHead({ url, paths }, { times, isHealthy }, http, signal) {
    for (const path of paths.flatMap((one) => Array(times).fill(one))) {
        const asked = http({ method: 'HEAD', url: url + path, signal, limitMs: HEAD_MS });
        const status = await asked.then((answer) => answer.status, unlessCancelled);
        if (!isHealthy(status, path))
            return { path, status };
    }
    return undefined;
}
function unlessCancelled(error) {
    if (error instanceof http/* NetworkError */.Dr)
        return 0;
    throw error;
}
/** Watches a program that answers no requests: it is well when it still runs after `watchMs`, and has printed something. */
async function watchOver({ program, watchMs }, { clock, signal }) {
    for (const end = clock.now() + watchMs; clock.now() < end; await clock.sleep(POLL_MS, signal)) {
        const exit = program.exit();
        if (exit)
            return { is: 'ended', exit };
    }
    return program.log().trim() === '' ? { is: 'mute' } : { is: 'healthy' };
}
/** Whether the program accepts connections: what another one answers says nothing of it. */
const listens = async ({ group }, port) => (await (0,trial_port/* connects */.Q)(port)) && (!knowsListeners() || listeningAddresses(group).some((address) => address.port === port));
/** Whether what listens on the port is reached from this machine alone. Nobody tells where there is no /proc. */
function isLocalOnly({ group }, port) {
    const own = listeningAddresses(group).filter((address) => address.port === port);
    return own.length > 0 && own.every(isLoopback);
}


/***/ }),

/***/ 4241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ startProgram)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _ports_child_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4962);


/** A cancelled step has 7.5 s before the runner sends the next signal. */
const GRACE_MS = 3_000;
const LOG_LIMIT = 200_000;
function startProgram([file, ...args], options) {
    const child = (0,_ports_child_js__WEBPACK_IMPORTED_MODULE_1__/* .startChild */ .v)(file, args, options);
    let text = '';
    let exit;
    const keep = (chunk) => {
        text = (text + chunk).slice(-LOG_LIMIT);
    };
    for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', keep);
    const ended = new Promise((resolve) => {
        const end = (how) => {
            exit ??= how;
            resolve(exit);
        };
        child.once('error', (error) => {
            keep((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error) === 'ENOENT' ? `${file}: command not found\n` : `${error.message}\n`);
            end({ code: 127, signal: null });
        });
        child.once('close', (code, signal) => end({ code, signal }));
    });
    return {
        group: child.pid ?? 0,
        ended,
        exit: () => exit,
        log: () => text,
        stop: async (graceMs = GRACE_MS) => {
            if (exit)
                return;
            (0,_ports_child_js__WEBPACK_IMPORTED_MODULE_1__/* .stopGroup */ .g)(child, 'SIGTERM');
            const timer = setTimeout(() => (0,_ports_child_js__WEBPACK_IMPORTED_MODULE_1__/* .stopGroup */ .g)(child, 'SIGKILL'), graceMs);
            await ended;
            clearTimeout(timer);
        },
    };
}


/***/ }),

/***/ 976:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ conclude),
  e: () => (/* binding */ follow),
  tryStart: () => (/* binding */ tryStart)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/bundle/copy.ts
var copy = __webpack_require__(2231);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/uv.ts
var ports_uv = __webpack_require__(7129);
;// CONCATENATED MODULE: ./src/prepare/trial/confine.ts


const WRITE = 0o222;
/**
 * Takes from a tree on disk the right to be written, but for the folders that the platform mounts. Root writes all the same, so a program
 * of root's loses the capabilities by which it does (setpriv, of util-linux); the log says so where that can't be had.
 */
async function confine(root, { writable }, cwd, deps) {
    const { exec, host, signal } = deps;
    if (process.platform === 'win32')
        return { prefix: [], release: async () => { } };
    for (const path of writable)
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, path), { recursive: true });
    const paths = await pathsBelow(root, new Set(writable.map((path) => (0,external_node_path_.join)(root, path))));
    await setModes(paths, (isFolder, isProgram) => (isFolder || isProgram ? 0o755 : 0o644) & ~WRITE);
    const isRoot = process.getuid?.() === 0;
    const prefix = ['setpriv', '--bounding-set=-all', '--inh-caps=-all', '--no-new-privs'];
    const works = async () => {
        const [program = '', ...args] = prefix;
        const done = await exec(program, [...args, 'true'], { cwd, signal }).catch(() => undefined);
        signal.throwIfAborted();
        return done?.exitCode === 0;
    };
    const isFree = isRoot && !(await works());
    host.info(isFree
        ? 'The step runs as root, so the app could write to its files here, which it can\u2019t on the server.'
        : `As on the server, the app can\u2019t write to its files${isRoot ? ', and has no privileges of root' : ''}.`);
    return {
        prefix: isRoot && !isFree ? prefix : [],
        release: () => setModes(paths, (isFolder, isProgram) => (isFolder || isProgram ? 0o755 : 0o644)),
    };
}
/** Folders come before what is in them. */
async function pathsBelow(folder, without) {
    const inside = await (0,promises_.readdir)(folder, { withFileTypes: true });
    const below = await Promise.all(inside.map(async (entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (without.has(path))
            return [];
        if (entry.isDirectory())
            return pathsBelow(path, without);
        return [{ path, isFolder: false, isProgram: ((await (0,promises_.stat)(path)).mode & 0o100) !== 0 }];
    }));
    return [{ path: folder, isFolder: true, isProgram: false }, ...below.flat()];
}
async function setModes(entries, mode) {
    for (const { path, isFolder, isProgram } of entries)
        await (0,promises_.chmod)(path, mode(isFolder, isProgram));
}

// EXTERNAL MODULE: ./src/prepare/trial/port.ts
var trial_port = __webpack_require__(9733);
// EXTERNAL MODULE: ./src/prepare/trial/probe.ts + 1 modules
var probe = __webpack_require__(6078);
// EXTERNAL MODULE: ./src/prepare/trial/process.ts
var trial_process = __webpack_require__(4241);
// EXTERNAL MODULE: ./src/ports/child-env.ts
var child_env = __webpack_require__(2064);
;// CONCATENATED MODULE: ./src/prepare/trial/process-env.ts



const WINDOWS = process.platform === 'win32';
/** The folder of a virtual environment's programs, and its interpreter. */
const binOf = (environment) => (0,external_node_path_.join)(environment, WINDOWS ? 'Scripts' : 'bin');
const pythonOf = (environment) => (0,external_node_path_.join)(binOf(environment), WINDOWS ? 'python.exe' : 'python');
/**
 * The variables for an app that is tried out: built from nothing, with a home and a place for temporary files of its own below
 * `folder`, and those that were asked for with the `env` input.
 */
async function surroundings(environment, folder, vars, outer) {
    const [home, temp] = [(0,external_node_path_.join)(folder, 'home'), (0,external_node_path_.join)(folder, 'tmp')];
    for (const place of [home, temp])
        await (0,promises_.mkdir)(place, { recursive: true });
    const { PATH = '', ...system } = (0,child_env/* systemEnvironment */.f7)(outer);
    return {
        ...system,
        ...{ HOME: home, USERPROFILE: home, TMPDIR: temp, TEMP: temp, TMP: temp },
        ...{ LANG: 'C.UTF-8', VIRTUAL_ENV: environment, PYTHONUNBUFFERED: '1', NO_COLOR: '1' },
        ...Object.fromEntries(vars.map(({ name, value }) => [name, value])),
        PATH: [binOf(environment), PATH].filter(Boolean).join(external_node_path_.delimiter),
    };
}

;// CONCATENATED MODULE: ./src/prepare/trial/task-imports.ts
/**
 * What is tried of a task. Running it would do its work (send the mails, write the tables), so it is not run:
 *
 * - its file is compiled as a whole, which finds what Python can't read;
 * - where it has `if __name__ == "__main__":`, the file is executed under another name, as an import of it would: by that line its
 *   author says that nothing is done then;
 * - where it has not, everything in it is the task. Only its import statements are executed, those at its left edge, and nothing else.
 *
 * Modules look for each other where they do when the file is run: in its own folder first.
 */
const TRY = `import ast, os, sys
path = sys.argv.pop(1)
sys.argv[0] = path
sys.path[0] = os.path.dirname(os.path.abspath(path))
with open(path, "rb") as file:
    source = file.read()
compile(source, path, "exec", dont_inherit=True)
tree = ast.parse(source, path)
has_guard = any(isinstance(node, ast.If) and "id='__name__'" in ast.dump(node.test) for node in tree.body)
if not has_guard:
    tree.body = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
exec(compile(tree, path, "exec", dont_inherit=True), {"__name__": "tried_out", "__file__": path, "__builtins__": __builtins__})
`;
/** The command that tries the task in `file` out, for a process in the folder of the bundle. */
const tryTask = (python, file) => [python, '-c', TRY, file];

// EXTERNAL MODULE: ./src/prepare/trial/verdict.ts
var verdict = __webpack_require__(7517);
;// CONCATENATED MODULE: ./src/prepare/trial/trial.ts














const HOST = '127.0.0.1';
const LOG_LINES = 40;
/**
 * Starts the app on this machine as the platform would, in a copy of its bundle, and asks its health paths; of a task, only its file
 * and its imports are tried. What would fail on the server fails here, with the line of the project that failed.
 */
async function tryStart(given, uv, deps) {
    const { plan, inputs, folder, environment } = given;
    const file = plan.start?.file.endsWith('.py') ? plan.start.file : undefined;
    if (plan.launch === undefined || (plan.kind === 'task' && file === undefined)) {
        return [untried(`${(0,findings_text/* quote */.hD)(plan.contentType)} can't be started on a runner`)];
    }
    const subject = await layOut(given, deps.signal);
    const missing = await installLaunch(subject, uv);
    if (missing)
        return [missing];
    const python = pythonOf(environment);
    const port = await (0,trial_port/* freePort */.o)();
    const launch = plan.kind === 'task' && file
        ? { command: tryTask(python, file), env: {} }
        : plan.launch({ python, host: HOST, port });
    const env = {
        ...(await surroundings(environment, folder, inputs.env, deps.environment)),
        ...(plan.kind === 'app' && plan.watchMs === undefined && { PORT: String(port) }),
        ...launch.env,
    };
    const confined = plan.tree && (await confine(given.bundle, plan.tree, folder, deps));
    const [first = launch.command[0], ...words] = [...(confined?.prefix ?? []), ...launch.command];
    const program = (0,trial_process/* startProgram */.X)([first, ...words], { cwd: subject.bundle, env });
    const trial = { program, port, subject };
    try {
        return await conclude(trial, await follow(trial, deps), deps);
    }
    finally {
        // Nothing else has to wait until the app has closed down.
        const closed = program.stop().then(() => confined?.release());
        deps.atEnd(() => closed);
    }
}
/** Copies the files to where the app finds them, and answers what is tried by its real paths, which the program sees. */
async function layOut(given, signal) {
    const { tree } = given.plan;
    await (0,copy/* copyFiles */.B)(tree?.files ?? given.files, given.bundle, signal);
    const cwd = (0,external_node_path_.join)(given.bundle, tree?.cwd ?? '');
    await (0,promises_.mkdir)(cwd, { recursive: true });
    const [root, bundle] = [await (0,promises_.realpath)(given.bundle), await (0,promises_.realpath)(cwd)];
    return { ...given, root, bundle, ...(tree && { files: (0,verdict/* filesIn */.nG)(tree) }) };
}
async function installLaunch(subject, uv) {
    const { plan, environment, bundle } = subject;
    const { launchPackages = [] } = plan;
    if (launchPackages.length === 0)
        return undefined;
    const install = ['pip', 'install', '--python', environment, ...launchPackages];
    const { exitCode, stderr } = await uv.run(install, { cwd: bundle });
    if (exitCode === 0)
        return undefined;
    const why = (0,findings_text/* head */.d5)((0,verdict/* asOnServer */.B1)((0,secrets/* redact */.E$)((0,ports_uv/* uvReason */.en)(stderr)), subject), 3, 300);
    const what = `${launchPackages.join(' and ')}, which the server starts it with, can't be installed here`;
    return untried(`The start was not tested: ${what} (${why})`);
}
/** Sees how a program fares that was started for a plan. */
function follow({ program, port, subject, isContained = false }, deps) {
    const { inputs, plan } = subject;
    if (plan.watchMs !== undefined)
        return (0,probe/* watchOver */.w)({ program, watchMs: plan.watchMs }, deps);
    if (plan.kind === 'task')
        return awaitEnd(program, inputs.healthCheckTimeoutMs, deps);
    return (0,probe/* tryOut */.Y_)({
        ...{ program, port, isContained, paths: plan.healthPaths, limitMs: inputs.healthCheckTimeoutMs },
        ...{ choosesPort: plan.start?.listens ?? false, gate: plan.gate },
    }, { ...deps, say: deps.host.info });
}
/** What is to be reported of that; the log gets the end of what the program has printed where it failed. */
async function conclude({ program, port, subject }, outcome, { host }) {
    const { plan } = subject;
    const findings = (0,verdict/* judgeOutcome */.qy)(outcome, program, port, subject);
    if (outcome.is === 'healthy' && !findings.some(({ level }) => level === 'error'))
        host.info(well(plan));
    if (findings.some(({ level }) => level === 'error')) {
        host.info('The end of the app\u2019s output:');
        host.quoted((0,findings_text/* tail */.RT)(logOf(program, subject) || '(nothing)', LOG_LINES, 6000));
    }
    return findings;
}
function well({ kind, start, watchMs }) {
    if (watchMs !== undefined)
        return `The worker still runs after ${watchMs / 1000} s, and prints.`;
    return kind === 'task' ? `${start?.file} and what it imports load.` : 'The app starts and is healthy on this runner.';
}
const untried = (why) => (0,finding/* notice */.lm)('start-untried', `${why}; only its installation was tested.`, 'Set preflight: sync to silence this.');
async function awaitEnd(program, limitMs, { clock, signal }) {
    const late = new AbortController();
    const over = AbortSignal.any([signal, late.signal]);
    const ended = program.ended.finally(() => late.abort(new Error('ended')));
    await clock.sleep(limitMs, over).catch((error) => {
        if (signal.aborted)
            throw error;
    });
    const exit = program.exit() ?? (late.signal.aborted ? await ended : undefined);
    if (exit === undefined)
        return { is: 'silent' };
    return exit.code === 0 ? { is: 'healthy' } : { is: 'ended', exit };
}
/** What the program printed, without secrets, and with paths as the project has them. */
const logOf = (program, subject) => (0,verdict/* asOnServer */.B1)((0,secrets/* redact */.E$)(program.log()), subject);


/***/ }),

/***/ 7517:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ asOnServer),
/* harmony export */   nG: () => (/* binding */ filesIn),
/* harmony export */   qy: () => (/* binding */ judgeOutcome)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4087);
/* harmony import */ var _project_failure_reading_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8629);
/* harmony import */ var _probe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6078);






/** The files of the folder in which an app is started, by their paths in it. */
const filesIn = ({ files, cwd }) => files.flatMap((file) => {
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(`/${cwd}`, `/${file.path}`);
    return inside.startsWith('..') ? [] : [{ ...file, path: inside.split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/') }];
});
/** What is to be reported of a program that was tried out: nothing, where it came up as it should. */
function judgeOutcome(outcome, program, port, subject) {
    const { plan, inputs } = subject;
    const raw = outcome.is === 'raised' ? `${program.log()}\n${outcome.visited.trace}` : program.log();
    const { kind } = plan;
    const clean = (text) => asOnServer(text, subject);
    const { raised, cause, place } = (0,_project_failure_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .readFailure */ .f)(raw, { ...subject, kind, asOnServer: clean });
    const tell = ({ code, message, remedy }) => [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)(code, clean(message), remedy, place)];
    const seconds = Math.round(inputs.healthCheckTimeoutMs / 1000);
    switch (outcome.is) {
        case 'healthy':
            return [
                ...(plan.start?.listens && (0,_probe_js__WEBPACK_IMPORTED_MODULE_5__/* .isLocalOnly */ .we)(program, port) ? [localOnly(port, plan)] : []),
                ...(outcome.head ? [headFails(outcome.head)] : []),
                ...(outcome.visited?.is === 'unsure' ? [unjudged(clean((0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(outcome.visited.why)))] : []),
            ];
        case 'raised':
            return tell(cause ?? raisedByVisit(raised ?? (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(clean((0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(outcome.visited.said)), 300)));
        case 'ended': {
            const how = outcome.exit.signal ? `was ended by ${outcome.exit.signal}` : `exited with code ${outcome.exit.code}`;
            const what = plan.watchMs === undefined ? `The ${plan.kind} does not start` : 'The worker does not keep running';
            const message = `${what}: it ${how}${raised ? `, with ${raised}` : ''}.`;
            const remedy = 'Start it on your machine with `uv run` from a fresh clone; the end of its output is in the log of this step.';
            return tell(cause ?? { code: 'start-crash', message, remedy });
        }
        case 'elsewhere': {
            const places = outcome.addresses.map((address) => `${address.host}:${address.port}`).join(' and ');
            return tell({
                code: 'start-wrong-address',
                message: `The app listens on ${places}, not on the port in PORT (${port}).`,
                remedy: 'Listen on host 0.0.0.0 and on the port in the variable PORT.',
            });
        }
        case 'mute':
            return [mute];
        case 'silent':
            return tell(cause ?? {
                code: 'start-timeout',
                message: `The ${plan.kind} ${plan.kind === 'task' ? 'was not loaded' : 'did not listen'} within ${seconds} s${raised ? `; the last exception was ${raised}` : ''}.`,
                remedy: "Do slow work after startup, or raise 'health-check-timeout'.",
            });
        case 'unhealthy': {
            const told = outcome.health.finding?.message ?? '';
            const message = `The app starts, but is not healthy. ${told}${raised ? `\nIts last exception: ${raised}` : ''}`;
            return tell(cause ?? {
                code: 'start-unhealthy',
                message,
                remedy: "Fix the route, or set 'health-check-path' to one that exists.",
            });
        }
        default:
            return outcome;
    }
}
/** A text of the program with its paths as they are in the project: the folders of this machine mean nothing to anybody. */
function asOnServer(text, { bundle, environment, folder, root }) {
    const own = (0,_project_failure_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutFolder */ .l)(text, bundle)
        .replaceAll(environment, '.venv')
        .replaceAll((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'home'), '~')
        .replaceAll((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'tmp'), '/tmp');
    return root === undefined ? own : own.replaceAll(root, root === bundle ? '.' : '');
}
const headFails = ({ path, status }) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)('health-head', `HEAD ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(path, 80)} ${status === 0 ? 'gets no answer' : `is answered with ${status}`}, where GET is well: older texts of the platform name HEAD for its probe.`, 'Make the route answer HEAD as well.');
const mute = (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('worker-silent', 'The worker runs but has printed nothing so far: its log on the server stays empty, as if it hung.', 'Print a line now and then, with PYTHONUNBUFFERED=1 in the Dockerfile.');
const raisedByVisit = (said) => ({
    code: 'start-first-visit',
    message: `The app starts, but opening its page raises an exception${said && `: ${said.replace(/\.+$/, '')}`}.`,
    remedy: 'Open it on your machine from a fresh clone; the end of its output is in the log of this step.',
});
const unjudged = (why) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)('start-visit-unjudged', `The app is healthy; whether opening its page raises an exception is not known. ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(why, 300)}`, 'Open its page once it is deployed.');
const localOnly = (port, plan) => ({
    level: plan.start?.needsPublicHost ? 'error' : 'warning',
    code: 'start-wrong-address',
    message: `The app listens on port ${port} of 127.0.0.1, which only the machine itself can reach.`,
    remedy: 'Listen on host 0.0.0.0.',
});


/***/ })

};
