export const id = 670;
export const ids = [670];
export const modules = {

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

/***/ 3880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ takeOnce)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9003);


/** After a request without a usable answer: how long the server gets to show what it has made of it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 500;
/**
 * Sends until the server has taken it once. What the server certainly has not taken is sent again; after anything else, even a success
 * whose body makes no sense, the server is looked at instead. Throws `lost` when it shows nothing.
 */
async function takeOnce(sending, deps) {
    const { noun, send, mayRepeat } = sending;
    const { say, clock, signal } = deps;
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        const answer = await send();
        if (answer.outcome === 'accepted')
            return answer.taken;
        const { failure } = answer;
        if (answer.outcome === 'again') {
            if (attempt >= _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .RETRIES */ .Zs)
                throw failure;
            const pause = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseBefore */ .GB)(attempt, answer.response);
            say(`The server can't take the ${noun} now; retrying in ${(pause / 1000).toFixed(1)} s.`);
            await clock.sleep(pause, signal);
            continue;
        }
        const { why } = answer;
        const lost = (found, reason = why) => sending.lost?.(reason, found) ?? failure;
        say(`The ${noun} got no usable response (${why}); checking whether the server has it.`);
        const found = await lookFor(sending, deps, (trouble) => lost([], `${why}; ${trouble}`));
        const [taken, ...others] = found;
        if (taken !== undefined && others.length === 0) {
            say('The server has it.');
            return taken;
        }
        if (others.length > 0 || attempt >= _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .RETRIES */ .Zs || !mayRepeat?.())
            throw lost(found);
        say(`The server does not have it; sending the ${noun} again.`);
    }
}
/** Looks until the server shows it, or the time is over. A look that fails must not hide that it may have happened. */
async function lookFor({ look, lookMs = LOOK_MS, mayRepeat }, { clock, signal }, lost) {
    if (look === undefined)
        return [];
    const end = clock.now() + lookMs;
    for (;;) {
        const found = await look().catch((error) => {
            throw error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && !mayRepeat ? lost((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) : error;
        });
        if (found.length > 0 || clock.now() >= end)
            return found;
        await clock.sleep(LOOK_EVERY_MS, signal);
    }
}


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


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yb: () => (/* binding */ announced),
  o6: () => (/* binding */ openGitHub),
  ne: () => (/* binding */ withdraw)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/ports/state.ts
var state = __webpack_require__(6001);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var http_json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/ports/http/client.ts
var client = __webpack_require__(5014);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
;// CONCATENATED MODULE: ./src/report/github/refusals.ts




const row = (fits, code, why, remedy) => [
    fits,
    { code, why, remedy: typeof remedy === 'string' ? () => remedy : remedy },
];
const lacksPermission = ({ status, headers, text }) => status === 403 &&
    (headers['x-accepted-github-permissions'] !== undefined || /not accessible by|must have|permission/i.test(text));
/** What an answer means and what to do. The first row that fits is reported. */
const REFUSALS = [
    row(({ status }) => status === 401, 'github-unauthorized', 'GitHub does not accept the token', "Remove 'github-token' to use the job's own, or set one that has not expired."),
    row(lacksPermission, 'github-permission', 'the token lacks a permission', (step, response) => `Add \`${permission(step, response)}\` under \`permissions:\` of the job, next to \`contents: read\`. Runs for pull requests from forks get a token that can't write, whatever the workflow says.`),
    row(({ status }) => status === 403, 'github-forbidden', 'GitHub does not allow it', 'Fix what GitHub reports; the settings of the repository or organization may forbid it.'),
    row(({ status }) => status === 404 || status === 410, 'github-not-found', 'GitHub does not have it, or hides it from this token', ({ needs }) => `Check 'pull-request', that the token is for this repository, and that the job has \`${needs}\` under \`permissions:\`.`),
    row(({ status }) => status === 409 || status === 422, 'github-invalid', 'GitHub rejects the request as invalid', 'Fix what GitHub reports; if nothing explains it, please report it with the log.'),
    row(({ status }) => status >= 500, 'github-error', 'GitHub had an error', 'Run the job again later; githubstatus.com shows outages.'),
    row(({ status }) => status >= 300 && status < 400, 'github-redirects', 'GitHub redirects the request to a place that must not get the token', 'If the repository was renamed or moved, start a new run: it has the new name.'),
    row(() => true, 'github-refused', 'GitHub refused', 'Fix what GitHub reports, and run the job again.'),
];
/** The failures of GitHub's API. */
const refusals = {
    said,
    refused: (step, response) => {
        const [, { code, why, remedy }] = REFUSALS.find(([fits]) => fits(response));
        return (0,finding/* failure */.V2)(code, `${failed(step)}: ${why} (${response.status}${said(response)}).`, remedy(step, response));
    },
    unusable: (step, { status }) => (0,finding/* failure */.V2)('github-unreadable', `${failed(step)}: the response (${status}) is not from GitHub's API, or was cut short.`, 'Run the job again. If it happens again, check for a proxy that answers instead.'),
    unreachable: (step, error) => (0,finding/* failure */.V2)('github-unreachable', `${failed(step)}: ${error.message}.`, 'Check that this runner reaches the API of GitHub, and run the job again.', { cause: error }),
};
/** A step that was turned down for a rate limit, and longer than it is worth waiting for. */
const limited = (step, response, pauseMs) => (0,finding/* failure */.V2)('github-rate-limited', `${failed(step)}: GitHub\u2019s rate limit is reached (${response.status}${said(response)}).`, `Run the job again in ${(0,units/* duration */.p0)(pauseMs)} or later. All jobs of a repository share one limit.`);
/** A list that does not end: a part of it must not be taken for the whole. */
const endless = (step, rows) => (0,finding/* failure */.V2)('github-too-many', `${failed(step)}: there are more than ${rows} entries.`, 'Close or delete what is no longer needed.');
/** What GitHub said for itself, as the end of a sentence: the message of an error, and those of its details. */
function said(response) {
    const { message, errors } = ((0,http_json/* jsonOf */.o_)(response) ?? {});
    const details = Array.isArray(errors) ? errors.map((one) => one?.message) : [];
    const messages = [message, ...details].filter((one) => typeof one === 'string' && one !== '');
    return messages.length === 0 ? '' : `: "${(0,findings_text/* quote */.hD)(messages.join('; '), 200)}"`;
}
/** The permissions that a workflow can give, as `permissions:` spells them. */
const GRANTABLE = new Set([
    ...['actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'issues', 'packages', 'pages'],
    ...['pull-requests', 'security-events', 'statuses'],
]);
/**
 * The permission to name: the step's own, unless GitHub accepts only others. It names what the one request takes; what writes in the
 * end may begin with a request that reads, and is refused there.
 * `x-accepted-github-permissions` lists sets that each would do, such as `issues=write; pull_requests=write`.
 */
function permission({ needs }, { headers }) {
    const header = headers['x-accepted-github-permissions'];
    const accepted = (typeof header === 'string' ? header : '').split(/[;,]/).flatMap((text) => {
        const [, name = '', level = ''] = /^\s*([a-z_]{1,40})=(read|write)\s*$/.exec(text) ?? [];
        const spelt = name.replaceAll('_', '-');
        return GRANTABLE.has(spelt) ? [`${spelt}: ${level}`] : [];
    });
    const [scope] = needs.split(':');
    return accepted.some((one) => one.startsWith(`${scope}:`)) ? needs : (accepted[0] ?? needs);
}
/** `writing the comment` as `Writing the comment failed`. */
const failed = ({ doing }) => `${doing.charAt(0).toUpperCase()}${doing.slice(1)} failed`;

;// CONCATENATED MODULE: ./src/report/github/client.ts






/** The API version that github.com and every supported GitHub Enterprise Server know. */
const VERSION = '2022-11-28';
/** Comments are worth less patience than deployments. */
const SILENCE_MS = 15_000;
const REQUEST_MS = 30_000;
/** What was created shows at once. */
const LOOK_MS = 1_000;
const PAGE_SIZE = 100;
const MOST_PAGES = 50;
/**
 * Requests to GitHub's REST API: patient with its limits, careful with what must not happen twice, and with the token, which only
 * goes to the API's own origin. Everything throws a `Failure` with a code `github-*`, or `Cancelled`.
 */
function createClient(access, deps) {
    const { base, token } = checked(access);
    const request = requestsWith(token, deps.signal);
    const calls = (step) => (0,client/* createJsonClient */.i)(patient(step, deps), refusals, deps);
    const inRepository = (path) => `${base.href}repos/${access.repository}/${path}`;
    return {
        /** `undefined` when there is no such thing. */
        get: (step, path, read) => calls(step).find(step, request('GET', inRepository(path)), read),
        /** All rows of all pages. A list that goes on for ever is a failure, never a part of itself. */
        pages: async (step, path, query, read) => {
            const rows = [];
            const search = new URLSearchParams({ ...query, per_page: String(PAGE_SIZE) });
            let url = `${inRepository(path)}?${search}`;
            for (let page = 1; url !== undefined; page++) {
                if (page > MOST_PAGES)
                    throw endless(step, MOST_PAGES * PAGE_SIZE);
                const answer = await calls(step).read(step, request('GET', url), (response) => {
                    const found = readRows(response, read);
                    return found && { found, response };
                });
                rows.push(...answer.found);
                const next = nextPage(answer.response, base);
                if (next === 'foreign')
                    throw refusals.unusable(step, answer.response);
                url = next;
            }
            return rows;
        },
        /** Sets values: the same once or twice. `undefined` when there is no such thing any more. */
        patch: (step, path, body, read) => calls(step).find(step, request('PATCH', inRepository(path), body), read),
        /** What is gone already counts as removed. */
        remove: async (step, path) => {
            await calls(step).remove(step, request('DELETE', inRepository(path)));
        },
        /** Creates something once. When no usable answer comes, `look` is asked for what may have been made, before it is sent again. */
        create: (step, path, body, { read, look }) => (0,once/* takeOnce */.X)({
            noun: 'request',
            send: () => calls(step).sendOnce(step, request('POST', inRepository(path), body), read),
            look: async () => {
                const made = await look();
                return made === undefined ? [] : [made];
            },
            lookMs: LOOK_MS,
            mayRepeat: () => true,
        }, deps),
        /** A query of GraphQL, which changes nothing; on a GitHub Enterprise Server it is next to `/api/v3`. */
        query: (step, query, read) => calls(step).get(step, request('POST', `${base.href.replace(/\/v3\/$/, '/')}graphql`, { query }), read),
    };
}
/** Makes requests that carry the token. */
const requestsWith = (token, signal) => (method, url, body) => {
    const json = body && (0,http_json/* jsonBody */.J9)(body);
    return {
        ...{ method, url, signal, silenceMs: SILENCE_MS, limitMs: REQUEST_MS },
        ...json,
        headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/vnd.github+json',
            'x-github-api-version': VERSION,
            ...json?.headers,
        },
    };
};
function checked({ apiUrl, repository, token }) {
    const base = URL.canParse(apiUrl) ? new URL(`${apiUrl.replace(/\/+$/, '')}/`) : undefined;
    if (!base || !/^https?:$/.test(base.protocol) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw (0,finding/* failure */.V2)('github-unknown', 'It is not known which repository on GitHub this run belongs to.', 'Run uv-deploy in a workflow, where GITHUB_API_URL and GITHUB_REPOSITORY are set.');
    }
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw (0,finding/* failure */.V2)('github-no-token', token === '' ? 'The token for GitHub is empty.' : 'The token for GitHub has characters that a token can\u2019t have.', "Remove 'github-token' to use the job's own, or set it to a secret that exists.");
    }
    return { base, token };
}
/** One row that makes no sense spoils the list: a part of it must not be taken for the whole. */
function readRows(response, read) {
    const rows = (0,http_json/* rowsOf */.RO)((0,http_json/* jsonOf */.o_)(response), read);
    const known = rows?.filter((row) => row !== undefined);
    return known?.length === rows?.length ? known : undefined;
}
/** The address behind `rel="next"` (RFC 8288), if it is one of the same API. */
function nextPage({ headers }, base) {
    const header = headers.link;
    const [, target] = /<([^<>]*)>\s*;[^,<]*\brel="?next"?(?=[\s;,]|$)/.exec(typeof header === 'string' ? header : '') ?? [];
    if (target === undefined)
        return undefined;
    const next = URL.canParse(target, base.href) ? new URL(target, base.href) : undefined;
    return next?.origin === base.origin && next.pathname.startsWith(base.pathname) ? next.href : 'foreign';
}
/** The longest rate limit that is waited for. */
const LONGEST_PAUSE_MS = 60_000;
const TRIES = 3;
/** What GitHub's documentation asks for where a limit comes without a time. */
const UNTOLD_MS = 60_000;
/** Sends again after a rate limit: what was limited was not done. */
const patient = (step, { http, clock, signal, say }) => async (sending) => {
    for (let attempt = 1;; attempt++) {
        const response = await http(sending);
        const pause = limitedFor(response);
        if (pause === undefined)
            return response;
        if (pause > LONGEST_PAUSE_MS || attempt === TRIES)
            throw limited(step, response, pause);
        say(`GitHub\u2019s rate limit is reached; retrying in ${(0,units/* duration */.p0)(pause)}.`);
        await clock.sleep(pause, signal);
    }
};
/**
 * Milliseconds until GitHub takes the next request; `undefined` when the answer is not about a rate limit.
 *
 * GitHub answers 429 or 403, with `retry-after` in seconds, with `x-ratelimit-remaining: 0` and `x-ratelimit-reset` in seconds
 * since 1970, or with nothing but a sentence (docs.github.com, "Rate limits for the REST API"). `now` is in ms since 1970.
 */
function limitedFor({ status, headers, text }, now = Date.now()) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = seconds(headers['retry-after']);
    if (after !== undefined)
        return after * 1000;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = seconds(headers['x-ratelimit-reset']);
        // A second more: the two clocks may differ, and early is as bad as never.
        return reset === undefined ? UNTOLD_MS : Math.max(reset * 1000 - now, 0) + 1000;
    }
    return status === 429 || /secondary rate limit|abuse detection/i.test(text) ? UNTOLD_MS : undefined;
}
const seconds = (header) => typeof header === 'string' && /^\d{1,12}$/.test(header.trim()) ? Number(header) : undefined;

;// CONCATENATED MODULE: ./src/report/github/api.ts


const pulls = (doing) => ({ doing, needs: 'pull-requests: read' });
const comments = (doing) => ({ doing, needs: 'pull-requests: write' });
const deployments = (doing) => ({ doing, needs: 'deployments: write' });
/** Opens the repository of the run. Throws a `Failure` when the token or the repository can't be ones. */
function createGitHub(access, deps) {
    const client = createClient(access, deps);
    return { ...createPullApi(client), ...createCommentApi(client), ...createDeploymentApi(client) };
}
const createPullApi = (client) => ({
    /** The login behind the token, such as `github-actions[bot]`. Works for all kinds of tokens, where `GET /user` does not. */
    viewer: () => client.query(pulls('asking whose the token is'), 'query { viewer { login } }', (value) => (0,values/* textAt */.$6)(value, 'data', 'viewer', 'login') || undefined),
    /** `undefined` when there is no such pull request. */
    pullRequest: (number) => client.get(pulls('reading the pull request'), `pulls/${number}`, readPull),
    openPullRequests: async () => {
        const rows = await client.pages(pulls('listing the open pull requests'), 'pulls', { state: 'open' }, readNumber);
        return rows.filter(({ open }) => open).map(({ number }) => number);
    },
});
const createCommentApi = (client) => ({
    /** All comments, oldest first. */
    comments: async (pullRequest) => {
        const path = `issues/${pullRequest}/comments`;
        const rows = await client.pages(comments('reading the comments'), path, {}, readComment);
        // A comment that goes while pages are turned may bring another one twice.
        return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => a.id - b.id);
    },
    /** `look` finds the comment again if the answer got lost. */
    createComment: (pullRequest, body, look) => {
        const path = `issues/${pullRequest}/comments`;
        return client.create(comments('writing the comment'), path, { body }, { read: readComment, look });
    },
    /** `undefined` when somebody has deleted it. */
    updateComment: (id, body) => client.patch(comments('updating the comment'), `issues/comments/${id}`, { body }, readComment),
    deleteComment: (id) => client.remove(comments('deleting a comment'), `issues/comments/${id}`),
});
function createDeploymentApi(client) {
    const list = (environment) => {
        const step = deployments('listing the deployments of the environment');
        return client.pages(step, 'deployments', { environment }, readDeployment);
    };
    /** The newest state of a deployment. */
    const deploymentState = async (id) => {
        const path = `deployments/${id}/statuses`;
        const rows = await client.pages(deployments('asking how the deployment stands'), path, {}, readStatus);
        return rows.toSorted((a, b) => b.id - a.id)[0]?.state;
    };
    return {
        /** Its id. Neither merges anything nor waits for checks. */
        createDeployment: async (wanted) => {
            const { sha, environment, description, transient, mark } = wanted;
            const body = {
                ...{ ref: sha, environment, description, auto_merge: false, required_contexts: [] },
                ...{ transient_environment: transient, payload: { [MARK]: mark } },
            };
            const look = async () => (await list(environment)).find((one) => one.mark === mark);
            const step = deployments('creating the deployment');
            const made = await client.create(step, 'deployments', body, { read: readDeployment, look });
            return made.id;
        },
        /** The ids of all deployments of an environment. */
        deployments: async (environment) => (await list(environment)).filter((one) => one.environment === environment).map(({ id }) => id),
        deploymentState,
        setDeploymentStatus: async (id, status) => {
            const { state, description, logUrl, environmentUrl } = status;
            const body = {
                ...{ state, description },
                ...(isWebUrl(logUrl) && { log_url: logUrl }),
                ...(isWebUrl(environmentUrl) && { environment_url: environmentUrl }),
            };
            const step = deployments('setting the state of the deployment');
            await client.create(step, `deployments/${id}/statuses`, body, {
                read: (value) => readStatus(value)?.state,
                look: async () => ((await deploymentState(id)) === state ? state : undefined),
            });
        },
    };
}
const MARK = 'uv-deploy';
const isWebUrl = (url) => url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
const isId = (value) => Number.isSafeInteger(value) && Number(value) > 0;
function readPull(row) {
    const [number, state, headSha] = [(0,http_json.at)(row, 'number'), (0,http_json.at)(row, 'state'), (0,values/* textAt */.$6)(row, 'head', 'sha')];
    if (!isId(number) || (state !== 'open' && state !== 'closed'))
        return undefined;
    if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(headSha))
        return undefined;
    /** As `owner/name`; `undefined` when the fork it came from was deleted. */
    const headRepository = (0,values/* textAt */.$6)(row, 'head', 'repo', 'full_name') || undefined;
    return { number, headSha, headRepository, state: state };
}
function readNumber(row) {
    const number = (0,http_json.at)(row, 'number');
    return isId(number) ? { number, open: (0,http_json.at)(row, 'state') === 'open' } : undefined;
}
function readComment(row) {
    const id = (0,http_json.at)(row, 'id');
    const author = (0,http_json.at)(row, 'user') === null ? '' : (0,http_json.at)(row, 'user', 'login');
    if (!isId(id) || typeof author !== 'string')
        return undefined;
    const slug = (0,http_json.at)(row, 'performed_via_github_app', 'slug');
    return {
        id,
        /** A login, empty for a deleted account. */
        author,
        body: (0,values/* textAt */.$6)(row, 'body'),
        /** How the author stands to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `NONE`, ... */
        association: (0,values/* textAt */.$6)(row, 'author_association'),
        /** The slug of the app that spoke. */
        app: typeof slug === 'string' ? slug : undefined,
    };
}
function readDeployment(row) {
    const id = (0,http_json.at)(row, 'id');
    return isId(id) ? { id, environment: (0,values/* textAt */.$6)(row, 'environment'), mark: (0,values/* textAt */.$6)(row, 'payload', MARK) } : undefined;
}
function readStatus(row) {
    const [id, state] = [(0,http_json.at)(row, 'id'), (0,http_json.at)(row, 'state')];
    return isId(id) && typeof state === 'string' ? { id, state } : undefined;
}

// EXTERNAL MODULE: ./src/report/github/aside.ts
var aside = __webpack_require__(7160);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/report/github/comment.ts


/** The login of a workflow's own token, on every GitHub. Nobody else can have it: brackets are not for users. */
const WORKFLOWS = 'github-actions[bot]';
const INSIDERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** How often a comment may go while it is being updated. */
const ROUNDS = 3;
/** GitHub's limit for a comment, in characters. */
const LONGEST = 65_536;
/** The first line of an app's comment, unseen when rendered. It names nothing: a hash can't be turned into a server. */
function markerOf({ platform, server, name, directory }) {
    const identity = JSON.stringify([platform, server.replace(/\/+$/, ''), name, directory]);
    return `<!-- uv-deploy:${(0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 32)} -->`;
}
/**
 * Writes the app's comment on a pull request, into the one that is there or else a new one. Throws `Failure` or `Cancelled`.
 *
 * A comment is believed for its marker and its author together: anybody may paste a marker. Only its id is ever used. Where two
 * runs create one at a time, both end up with the older one.
 */
async function stick(github, { pullRequest, app, body, create = true }) {
    const marker = markerOf(app);
    const text = fitting(`${marker}\n${body}`);
    const identity = whoIs(github);
    const find = async () => {
        const marked = (await github.comments(pullRequest)).filter((comment) => comment.body.startsWith(marker));
        const trusted = [];
        for (const comment of marked)
            if (await isTrusted(comment, identity))
                trusted.push(comment);
        return trusted;
    };
    for (let round = 1; round <= ROUNDS; round++) {
        const before = await find();
        if (before.length === 0 && !create)
            return { outcome: 'absent' };
        let made;
        if (before.length === 0) {
            made = await github.createComment(pullRequest, text, async () => (await find())[0]);
            // What was found again after a lost answer may be another run's.
            if (normal(made.body) === normal(text))
                identity.is(made.author);
        }
        // The new one counts even if the list does not have it yet.
        const there = made === undefined ? before : withOne(await find(), made);
        const [oldest, ...others] = there;
        if (oldest === undefined)
            continue;
        const same = normal(oldest.body) === normal(text);
        const kept = same ? oldest : await github.updateComment(oldest.id, text);
        // Whoever deleted it meanwhile may have been the other of two runs: look again.
        if (kept === undefined)
            continue;
        for (const other of others)
            if (other.author === (await identity.ask()))
                await github.deleteComment(other.id);
        return { outcome: oldest.id === made?.id ? 'created' : same ? 'unchanged' : 'updated', id: oldest.id };
    }
    throw (0,finding/* failure */.V2)('github-comment-gone', `The comment on pull request #${pullRequest} was deleted each time before it could be updated.`, 'Check whether another workflow deletes comments, and run the job again.');
}
/** Whose the token is: asked at most once, and only when it matters. */
function whoIs(github) {
    let known;
    return {
        is: (login) => {
            known = Promise.resolve(login);
        },
        // A server that does not tell has the workflow's own token before it, as nearly all do.
        ask: () => {
            known ??= github
                .viewer()
                .catch(untold)
                .then((login) => login ?? WORKFLOWS);
            return known;
        },
    };
}
const untold = (error) => {
    if (!(error instanceof finding/* Failure */.HR))
        throw error;
};
/** The repository's workflows, its people, or the token's own identity. */
async function isTrusted({ author, app, association }, identity) {
    if (author === '')
        return false;
    if (author === WORKFLOWS)
        return app === undefined || `${app}[bot]` === WORKFLOWS;
    return INSIDERS.has(association) || author === (await identity.ask());
}
const withOne = (comments, one) => comments.some(({ id }) => id === one.id) ? [...comments] : [...comments, one].toSorted((a, b) => a.id - b.id);
/** What GitHub may change of a body when it keeps it. */
const normal = (body) => body.replaceAll('\r\n', '\n').trimEnd();
/** A body that is too long ends with a whole line where it can, and says that it was cut. */
function fitting(body) {
    if (body.length <= LONGEST)
        return body;
    const note = '\n\n</details>\n\n_The rest does not fit into a comment._';
    const room = body.slice(0, LONGEST - note.length);
    const lines = room.slice(0, room.lastIndexOf('\n'));
    // A line that is nearly all of it is cut itself, though never within a tag or a character.
    const kept = lines.length > LONGEST / 2 ? lines : room.replace(/<[^<>]*$|[\ud800-\udbff]$/, '');
    const open = kept.split('<details>').length > kept.split('</details>').length;
    return kept + (open ? note : note.replace('\n\n</details>', ''));
}

// EXTERNAL MODULE: ./src/report/finding-blocks.ts
var finding_blocks = __webpack_require__(3062);
// EXTERNAL MODULE: ./src/report/summary.ts + 1 modules
var summary = __webpack_require__(4677);
;// CONCATENATED MODULE: ./src/report/github/comment-body.ts




const MOST_PATHS = 50;
const MOST_FINDINGS = 20;
const HEADLINES = {
    deployed: (name) => `\u2705 The preview of ${name} is ready`,
    unchanged: (name) => `\u2705 The preview of ${name} is up to date`,
    removed: (name) => `\ud83d\uddd1\ufe0f The preview of ${name} was removed`,
    invoked: (name) => `\u2705 ${name} ran`,
    checked: (name) => `\u2705 ${name} was checked`,
    skipped: (name) => `\u23ed\ufe0f The preview of ${name} was skipped`,
    failed: (name) => `\u274c The preview of ${name} failed`,
    'timed-out': (name) => `\u231b The preview of ${name} timed out`,
};
const isBroken = ({ status }) => status === 'failed' || status === 'timed-out';
/** The comment in GitHub's Markdown, without its marker: the preview first, or what failed and what to do. Pure. */
function commentBody(facts) {
    const { name, status, changes, removed } = facts;
    const blocks = [
        `### ${HEADLINES[removed ? 'removed' : status](shown(name))}`,
        ...(isBroken(facts) ? [problems(facts)] : []),
        (0,finding_blocks/* table */.tp)(['', ''], rows(facts).filter(([, value]) => value !== '')),
        ...(isBroken(facts) ? [] : [problems(facts)]),
        removed ? '' : differences(changes),
        footer(facts),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
function rows(facts) {
    const { name, platform, consoleUrl, runUrl, repositoryUrl, commit, status, health, removed } = facts;
    const logs = [removed ? '' : unformulated((0,finding_blocks/* link */.nf)(consoleUrl, (0,findings_text/* quote */.hD)(platform))), runUrl && (0,finding_blocks/* link */.nf)(runUrl, 'workflow run')];
    return [
        ['App', `${shown(name)} on ${shown(platform)}`],
        ['Status', removed ? 'removed' : status],
        ['Preview', previewOf(facts)],
        ['Health', removed ? '' : health.map(answer).join('<br>')],
        ['Bundle', sizeOf(facts)],
        ['Logs', [...logs.filter(Boolean), (0,units/* duration */.p0)(facts.durationMs)].join(', ')],
        ['Commit', commit === '' ? '' : `<code>${commitOf(repositoryUrl, commit)}</code>`],
        ['Updated', `${facts.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ];
}
const commitOf = (repositoryUrl, commit) => unformulated((0,finding_blocks/* link */.nf)((0,summary/* onGitHub */.xr)(repositoryUrl, 'commit', commit), (0,findings_text/* quote */.hD)(commit.slice(0, 12))));
/** A failed push may have left an older preview at the address: it is not called that of this commit. */
function previewOf(facts) {
    const { url, name, removed, isPrivate } = facts;
    if (!url)
        return '';
    if (removed)
        return `<del>${shown(url)}</del>`;
    const app = unformulated((0,finding_blocks/* link */.nf)(url, (0,findings_text/* quote */.hD)(name, 120)));
    if (isBroken(facts))
        return `${app} (may still show an earlier commit)`;
    return isPrivate ? `${app} (private: sign in to open it)` : app;
}
function sizeOf({ bundleSize, changes }) {
    if (bundleSize === undefined)
        return '';
    const before = changes?.sizeBefore;
    return before === undefined ? (0,units/* bytes */.ee)(bundleSize) : `${(0,units/* bytes */.ee)(bundleSize)}, ${(0,units/* bytes */.ee)(before)} in production`;
}
const answer = ({ path, status, ms, attempts }) => `<code>${shown(path)}</code> ${status === 0 ? 'did not respond' : `returned ${status}`} (${attempts} ${attempts === 1 ? 'try' : 'tries'}, ${(0,units/* duration */.p0)(ms)})`;
function problems({ findings, documents, repositoryUrl, commit }) {
    const links = { documents, files: (0,summary/* onGitHub */.xr)(repositoryUrl, 'blob', commit) ?? '' };
    const lines = findings.slice(0, MOST_FINDINGS).map((finding) => {
        const { level, code, message, remedy } = finding;
        const at = finding.file === undefined ? '' : ` (${unformulated((0,finding_blocks/* place */.ik)(finding, links))})`;
        const what = `- ${finding_blocks/* SIGNS */.B2[level]} **${unformulated((0,finding_blocks/* linkedCode */.nR)(code, documents))}** ${comment_body_said((0,findings_text/* quoteEnds */.l_)(message, 800))}${at}`;
        return remedy ? `${what}<br>What to do: ${comment_body_said((0,findings_text/* quote */.hD)(remedy, 800))}` : what;
    });
    const more = findings.length - lines.length;
    return [...lines, ...(more > 0 ? [`- and ${more} more, in the log`] : [])].join('\n');
}
const footer = ({ documents }) => `<sub>${(0,finding_blocks/* link */.nf)(documents === '' ? undefined : `${documents}/README.md`, 'uv-deploy')} updates this comment with each push.</sub>`;
/** How much changed for all, and what for those who open it. */
function differences(changes) {
    if (changes === undefined)
        return '';
    const { added, changed, removed } = changes;
    const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
    if (added.length + changed.length + removed.length === 0)
        return 'The bundle is the same as in production.';
    const lists = [paths('Added', added), paths('Changed', changed), paths('Removed', removed)].filter(Boolean);
    return `<details>\n<summary>Files since production: ${counts}</summary>\n\n${lists.join('\n\n')}\n\n</details>`;
}
function paths(title, all) {
    if (all.length === 0)
        return '';
    const more = all.length - MOST_PATHS;
    const lines = all.slice(0, MOST_PATHS).map((path) => `- <code>${shown(path, 200)}</code>`);
    return [`**${title}**`, '', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
/**
 * Untrusted text on one line. A comment, unlike a job summary, takes what is between dollars for a formula: GitHub's documentation has
 * them spanned.
 */
const shown = (text, limit = 120) => safe((0,findings_text/* quote */.hD)(text, limit));
const safe = (line) => unformulated((0,findings_text/* markdown */.wD)(line));
const comment_body_said = (line) => unformulated((0,findings_text/* prose */.CS)(line));
const unformulated = (text) => text.replaceAll('$', '<span>$</span>');

// EXTERNAL MODULE: ./src/report/github/deployments.ts
var github_deployments = __webpack_require__(2080);
;// CONCATENATED MODULE: ./src/report/github/announcement.ts







/** Opens the API with the token of the inputs; `undefined` without one. Throws a `Failure` for a token that can't be one. */
function openGitHub({ githubToken: token }, { context, http, clock, signal, host }) {
    const { apiUrl, repository } = context;
    if (token === '' || repository === '')
        return undefined;
    return createGitHub({ apiUrl, repository, token }, { http, clock, signal, say: host.info });
}
/**
 * Does `work`, and tells GitHub of it: as a GitHub deployment where the inputs ask for one, and in the pull request's comment.
 * What goes wrong with the telling is a warning and never changes the outcome. A cancelled run tells nothing: the one that
 * replaces it does, and post closes the deployment.
 */
async function announced(subject, github, run, work) {
    if (github === undefined)
        return work();
    const { inputs, journal, signal } = run;
    const deployment = inputs.githubDeployment ? await begin(subject, github, run) : undefined;
    const tell = async (status, findings) => {
        if (status === 'removed')
            await withdraw(subject, github, run);
        else
            await comment(subject, github, { status, findings }, run);
        if (deployment !== undefined)
            await finish(deployment, status, github, run);
    };
    let status;
    try {
        status = await work();
    }
    catch (error) {
        if (error instanceof finding/* Cancelled */.cJ)
            throw error;
        const own = error instanceof finding/* Failure */.HR ? error.findings : [];
        const { findings } = journal.entries;
        const all = [...findings, ...own.filter((finding) => !findings.includes(finding))];
        if (!signal.aborted)
            await tell(error instanceof finding/* Failure */.HR && error.timedOut ? 'timed-out' : 'failed', all);
        throw error;
    }
    await tell(status, journal.entries.findings);
    return status;
}
/** Tells that a preview is gone: strikes its URL through in the comment, where there is one, and ends its GitHub deployments. */
async function withdraw(subject, github, run) {
    const { inputs, context, report } = run;
    await comment(subject, github, { status: 'removed', findings: [] }, run);
    if (!inputs.githubDeployment)
        return;
    await (0,aside/* aside */.H)(report, () => (0,github_deployments/* deactivateEnvironment */.QV)(github, environmentOf(subject), context.runUrl));
}
/** Called like the item on the platform. */
const environmentOf = ({ name, pullRequest }) => pullRequest === undefined ? name : `${name} (PR #${pullRequest})`;
const begin = (subject, github, { context, host, report }) => (0,aside/* aside */.H)(report, () => (0,github_deployments/* beginDeployment */.tY)(github, {
    sha: context.pullRequest?.sha || context.sha,
    environment: environmentOf(subject),
    transient: subject.pullRequest !== undefined,
    runUrl: context.runUrl,
    opened: (id) => (0,state/* saveOpenDeployment */.PQ)(host, id),
}));
async function finish(id, status, github, { context, journal, host, report }) {
    const { url } = journal.entries;
    const isLive = status === 'deployed' || status === 'unchanged';
    if (status !== 'removed') {
        await (0,aside/* aside */.H)(report, () => (0,github_deployments/* finishDeployment */.jl)(github, id, {
            outcome: isLive ? 'success' : 'failure',
            runUrl: context.runUrl,
            ...(url && { url }),
        }));
    }
    (0,state/* saveOpenDeployment */.PQ)(host, undefined);
}
async function comment(subject, github, { status, findings }, { inputs, context, journal, report, host }) {
    const { pullRequest, name, platform, server } = subject;
    if (!inputs.comment || pullRequest === undefined)
        return;
    const removed = status === 'removed';
    const { url, consoleUrl, health = [], bundleSize, changes, stages, isPrivate, directory = '' } = journal.entries;
    const body = commentBody({
        ...{ name, platform, status, findings, removed },
        ...{ url, consoleUrl, health, bundleSize, changes, isPrivate },
        ...{ runUrl: context.runUrl, repositoryUrl: context.repositoryUrl, documents: context.documents },
        at: new Date(),
        commit: context.pullRequest?.sha || context.sha,
        durationMs: stages.reduce((sum, { ms }) => sum + ms, 0),
    });
    const app = { platform, server, name, directory };
    await (0,aside/* aside */.H)(report, async () => {
        const { outcome } = await stick(github, { pullRequest, app, body, create: !removed });
        if (outcome !== 'absent')
            host.info(`The comment on pull request #${pullRequest} is ${outcome}.`);
    });
}


/***/ }),

/***/ 7160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ aside)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);

/**
 * Does what must never change the verdict of a run, such as a comment: its errors are reported as warnings, and `undefined` is
 * the answer. Only `Cancelled` passes through.
 */
async function aside(report, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
            throw error;
        report(error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error.findings.map(softened) : [unforeseen(error)]);
        return undefined;
    }
}
const softened = (finding) => finding.level === 'error' ? { ...finding, level: 'warning' } : finding;
const unforeseen = (error) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('github-unexpected', `The comment or the deployment on GitHub could not be written: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, 'The deployment itself is not affected. Please report this with the log.');


/***/ }),

/***/ 2080:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ closeDeployment),
/* harmony export */   QV: () => (/* binding */ deactivateEnvironment),
/* harmony export */   jl: () => (/* binding */ finishDeployment),
/* harmony export */   tY: () => (/* binding */ beginDeployment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4087);



/** GitHub's limit for the description of a state. */
const LONGEST_DESCRIPTION = 140;
/** Creates a deployment that is in progress, and answers its id. Throws `Failure` or `Cancelled`, as all here. */
async function beginDeployment(github, beginning) {
    const { sha, environment, transient, runUrl, opened } = beginning;
    const description = 'uv-deploy';
    const id = await github.createDeployment({ sha, environment, transient, description, mark: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() });
    opened(id);
    await github.setDeploymentStatus(id, { state: 'in_progress', description: 'Deploying', logUrl: runUrl });
    return id;
}
const DESCRIPTIONS = { success: 'Deployed', failure: 'The deployment failed', error: 'The run ended early' };
/** Ends a deployment: what is left in progress looks stuck for ever. */
async function finishDeployment(github, id, ending) {
    const { outcome, runUrl, url, description = DESCRIPTIONS[outcome] } = ending;
    await github.setDeploymentStatus(id, {
        ...{ state: outcome, description: (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(description, LONGEST_DESCRIPTION), logUrl: runUrl },
        ...(url !== undefined && url === (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(url) && outcome === 'success' && { environmentUrl: url }),
    });
}
/** Ends what a cancelled run left in progress, and answers whether there was anything to end. */
async function closeDeployment(github, id, runUrl) {
    const state = await github.deploymentState(id);
    // Without a state it was created in the very last moment.
    if (state !== undefined && !['in_progress', 'queued', 'pending'].includes(state))
        return false;
    await finishDeployment(github, id, { outcome: 'error', runUrl, description: 'The run was cancelled' });
    return true;
}
/** Marks all deployments of an environment as no longer there, and answers how many were marked. */
async function deactivateEnvironment(github, environment, runUrl) {
    let marked = 0;
    for (const id of await github.deployments(environment)) {
        if ((await github.deploymentState(id)) === 'inactive')
            continue;
        await github.setDeploymentStatus(id, { state: 'inactive', description: 'Removed', logUrl: runUrl });
        marked += 1;
    }
    return marked;
}


/***/ })

};
