#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9148:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ explanationOf),
/* harmony export */   u: () => (/* binding */ documentsOf)
/* harmony export */ });
/** The documents of the action, by its repository and ref as the runner names them. Pure. */
function documentsOf(server, repository, ref) {
    if (!/^https?:\/\/[\w.:/-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository))
        return '';
    return `${server.replace(/\/+$/, '')}/${repository}/blob/${ref.split('/').map(encodeURIComponent).join('/') || 'HEAD'}`;
}
/** The place that explains a code: docs/findings.md has a heading for each. */
const explanationOf = (code, documents) => documents === '' ? undefined : `${documents}/docs/findings.md#${code}`;


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   U4: () => (/* binding */ complaint),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   dv: () => (/* binding */ leaving),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
const builder = (level) => (code, message, remedy, { file, line, column } = {}) => ({
    ...{ level, code, message },
    ...(remedy !== undefined && { remedy }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
});
/** The platform's own command refuses this, or the app fails there. */
const error = builder('error');
/** It may fail there, or is probably not meant. */
const warning = builder('warning');
/** Good to know. */
const notice = builder('notice');
/** The finding at a place, where it has none yet. */
const placed = (finding, { file, line }) => finding.file !== undefined || file === undefined
    ? finding
    : { ...finding, file, ...(line !== undefined && { line }) };
const complaint = (code, message, remedy) => [code, message, remedy];
/** As many as a debug log needs. */
const SHOWN = 50;
/** No message or remedy needs more characters; what servers and files bring along has no end of its own. */
const LONGEST = 4_000;
/** The finding with a message and remedy that can be read. `clean` takes secrets out, which a cut would leave in halves. */
function fitting(finding, clean) {
    const { message, remedy } = finding;
    if (message.length <= LONGEST && (remedy ?? '').length <= LONGEST)
        return finding;
    const cut = (text) => (text.length > LONGEST ? `${clean(text).slice(0, LONGEST)}\u2026` : text);
    return { ...finding, message: cut(message), ...(remedy !== undefined && { remedy: cut(remedy) }) };
}
/**
 * Ends the run. Thrown where the trouble is known best, shown once, in `report.ts`.
 * `timedOut` separates "it failed" from "we stopped waiting".
 */
class Failure extends Error {
    name = 'Failure';
    findings;
    timedOut;
    constructor(findings, options = {}) {
        super(findings
            .slice(0, SHOWN)
            .map((finding) => finding.message)
            .join('\n'), { cause: options.cause });
        this.findings = findings;
        this.timedOut = options.timedOut ?? false;
    }
}
/** Whether an error is a failure with this code. */
const isFailure = (error, code) => error instanceof Failure && error.findings.some((finding) => finding.code === code);
/** A failure with a single error: what failed, and what to do. */
function failure(code, message, remedy, options) {
    return new Failure([{ level: 'error', code, message, ...(remedy && { remedy }) }], options);
}
/** Thrown by every wait when the runner cancels the step. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** An error along with what it leaves behind: one more finding of a failure, one more sentence of a run that was cancelled. */
function leaving(error, finding) {
    if (error instanceof Cancelled)
        return new Cancelled(`${error.message} ${finding.message}`);
    if (!(error instanceof Failure))
        return error;
    return new Failure([...error.findings, finding], { cause: error.cause, timedOut: error.timedOut });
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Node's error code (`ENOENT`, `ECONNRESET`, ...) or an empty string. */
function codeOf(error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return typeof code === 'string' ? code : '';
}


/***/ }),

/***/ 9967:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   P: () => (/* binding */ isOrdinary),
/* harmony export */   gz: () => (/* binding */ keepSecret),
/* harmony export */   i7: () => (/* binding */ withoutEdge)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/**
 * The secrets of this process, and texts without them. There is one register, so that nothing that shows a text can lack it: every
 * function of text.ts looks into it before it cuts, folds or escapes anything.
 *
 * A secret is found as it is, and in the forms in which servers and programs repeat it: URL-, HTML- and JSON-escaped, with other
 * blanks, and in base64, also as a part of something longer.
 */
const kept = new Map();
/**
 * Has a value hidden from now on: as a whole, and each of its lines on its own, for logs come line by line. Lines that say nothing,
 * such as the braces of JSON, are not hidden alone. Answers the lines, which is what the runner can mask.
 */
function keepSecret(value, kind = 'credential') {
    const whole = value.trim();
    const all = whole.split(/[\r\n]+/).map((line) => line.trim());
    const lines = all.length === 1 ? all.filter((line) => line !== '') : all.filter((line) => !isOrdinary(line));
    for (const text of [whole, ...lines]) {
        if (text === '' || kept.get(text)?.kind === 'credential')
            continue;
        kept.set(text, { kind, forms: [...formsOf(text), ...base64Forms(text)] });
    }
    return lines;
}
/** For tests: they share a process. */
const forgetSecrets = () => kept.clear();
const SHORTEST = 6;
const ORDINARY = /^(?:[a-z]{1,16}|[A-Z]{1,16}|[A-Z][a-z]{1,15}|[+-]?\d{1,12}(?:\.\d{1,6})?|https?:\/\/[\w.-]+(?::\d+)?\/?)$/;
/**
 * Whether a value is nothing that is worth hiding, and would blacken logs that have it by chance: a few characters, a word, a number,
 * the address of a server. If it is a secret of the workflow, the runner hides it from the log all the same.
 */
const isOrdinary = (value) => value.trim().length < SHORTEST || ORDINARY.test(value.trim());
const MASK = '***';
/** The text without the secrets, or without those of one kind. What is left of secrets that overlap is never a part of one. */
function redact(text, only) {
    const spans = [];
    for (const { kind, forms } of kept.values()) {
        if (only !== undefined && kind !== only)
            continue;
        for (const { anchor, pattern } of forms)
            if (text.includes(anchor))
                mark(text, pattern(), spans);
    }
    if (spans.length === 0)
        return text;
    spans.sort(([a], [b]) => a - b);
    let shown = '';
    let end = -1;
    for (const [from, to] of spans) {
        if (from > end)
            shown += text.slice(Math.max(0, end), from) + MASK;
        end = Math.max(end, to);
    }
    return shown + text.slice(end);
}
/** Adds where the pattern fits: a lookahead, so that it is tried at each place, also within what it has found. */
function mark(text, pattern, spans) {
    let last = [-1, -1];
    for (const match of text.matchAll(pattern)) {
        const to = match.index + (match[1]?.length ?? 0);
        if (match.index <= last[1])
            last[1] = Math.max(last[1], to);
        else {
            last = [match.index, to];
            spans.push(last);
        }
    }
}
/**
 * A text that was cut out of a longer one, without the line at that `edge`; of a long line, without as much as may be a part of a
 * secret. Nothing changes where there are no secrets.
 */
function withoutEdge(text, edge) {
    const longest = Math.max(0, ...[...kept.values()].flatMap(({ forms }) => forms.map((form) => form.longest)));
    const at = edge === 'start' ? text.indexOf('\n') + 1 || text.length : text.lastIndexOf('\n') + 1;
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const line = edge === 'start' ? before : after;
    // What is whole goes first: else this would cut through it.
    const rest = line.length > longest ? redact(line) : '';
    return edge === 'start' ? rest.slice(longest) + after : before + rest.slice(0, Math.max(0, rest.length - longest));
}
/** A long value is looked for in pieces, which lie next to each other where it is whole: a pattern can't be of any length. */
const PIECE = 200;
function formsOf(text, [before, after] = ['', '']) {
    const chars = [...text];
    const starts = chars.flatMap((_, at) => (at % PIECE === 0 ? [Math.max(0, Math.min(at, chars.length - PIECE))] : []));
    return starts.map((start, index) => {
        const piece = chars.slice(start, start + PIECE).join('');
        const edges = [index === 0 ? before : '', index === starts.length - 1 ? after : ''];
        const runs = piece.match(/[A-Za-z0-9]+/g) ?? [''];
        let pattern;
        return {
            anchor: runs.reduce((longest, run) => (run.length > longest.length ? run : longest)),
            // Made when it is needed, which is seldom.
            pattern: () => (pattern ??= new RegExp(`(?=(${edges.join(written(piece))}))`, 'g')),
            longest: runs.join('').length + LONGEST_ESCAPE * Buffer.byteLength(piece.replace(/[A-Za-z0-9]/g, '')),
        };
    });
}
/** What begins an escape. It is escaped itself where an escaped text is a part of another, such as JSON in JSON; not without end. */
const [BACKSLASHES, PERCENT, AMPERSAND] = [String.raw `\\{1,8}`, '%(?:25){0,3}', '&(?:amp;){0,3}'];
/** How many characters one may become by that. */
const LONGEST_ESCAPE = 24;
const BLANKS = `(?:\\s|${BACKSLASHES}[nrt]|${PERCENT}(?:20|0[9aAdD])|${AMPERSAND}#(?:9|10|13|32);|\\+)+`;
/** A pattern for the text and its escaped forms. Letters and digits stay what they are in all of them. */
function written(text) {
    return text.replace(/\s+|[^A-Za-z0-9]/gu, (part, at) => {
        if (part.trim() !== '')
            return charForms(part);
        // What follows must not be taken for a blank, or the time to find out grows with every one there is.
        return /[\\%&+]/.test(text[at + part.length] ?? '') ? String.raw `\s+` : BLANKS;
    });
}
const NAMED = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
function charForms(char) {
    const literal = char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    const units = [...Array(char.length).keys()].map((at) => `${BACKSLASHES}u${hex(char.charCodeAt(at), 4)}`);
    const point = char.codePointAt(0) ?? 0;
    return `(?:${[
        literal,
        [...Buffer.from(char)].map((byte) => `${PERCENT}${hex(byte, 2)}`).join(''),
        units.join(''),
        `${AMPERSAND}#0*(?:${point}|[xX]0*${hex(point, 1)});`,
        ...(NAMED[char] === undefined ? [] : [`${AMPERSAND}${NAMED[char]};`]),
        ...(/["'\\/]/.test(char) ? [`${BACKSLASHES}${literal}`] : []),
    ].join('|')})`;
}
const hex = (value, width) => value
    .toString(16)
    .padStart(width, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
const DIGIT = '[\\w+/-]?';
/** The value within base64 of any kind: it begins at one of three places in a group, and shares its first and last digit with others. */
function base64Forms(value) {
    if (value.length < SHORTEST)
        return [];
    return [0, 1, 2].flatMap((offset) => {
        const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
        const isWhole = bytes.length % 3 === 0;
        const core = bytes
            .toString('base64')
            .replace(/=+$/, '')
            .slice([0, 2, 3][offset], isWhole ? undefined : -1);
        const edges = [offset === 0 ? '' : DIGIT, isWhole ? '' : `${DIGIT}(?:=|%3[dD]){0,2}`];
        return [...new Set([core, core.replaceAll('+', '-').replaceAll('/', '_')])].flatMap((one) => formsOf(one, edges));
    });
}


/***/ }),

/***/ 4087:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   RT: () => (/* binding */ tail),
/* harmony export */   d5: () => (/* binding */ head),
/* harmony export */   f6: () => (/* binding */ withoutStamps),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   l_: () => (/* binding */ quoteEnds),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   rW: () => (/* binding */ ends),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9967);

/** Characters that nobody sees; a selector is kept where it chooses how an emoji or a keycap looks. */
const UNSEEN = /(?<!\p{Extended_Pictographic})\ufe0f(?!\u20e3)|(?!\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/**
 * Makes text we did not write (server answers, tool output, file contents) safe to show: in a log, an annotation, a summary or a comment.
 * All functions here begin with this one, so that a secret is taken out while the text is still whole.
 *
 * The runner takes a line that begins with `::` as a command, and an old form, `##[`, anywhere in a line.
 * Terminal escapes, control characters and those that nobody sees are dropped; line ends are kept.
 */
function plain(text) {
    const visible = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text)
        .replaceAll('\r\n', '\n')
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g, '')
        .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, '')
        .replace(/[\u000b-\u000d\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ')
        .replace(UNSEEN, '');
    // Once more: what was a secret with terminal codes in between is one without.
    return (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(visible)
        .replace(/^([^\S\n]*:)(?=:)/gm, '$1 ')
        .replaceAll('##[', '# #[');
}
/** Untrusted text on one line, cut to `limit` characters: for quoting inside a sentence. */
function quote(text, limit = 60) {
    const line = plain(text).replace(/\s+/g, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}\u2026` : line;
}
/** The same, cut in its middle: what is last of a log says what went wrong. */
function quoteEnds(text, limit) {
    const line = quote(text, Number.POSITIVE_INFINITY);
    const [first, last] = [Math.floor(limit / 4), Math.ceil((limit * 3) / 4) - 3];
    return line.length > limit ? `${quote(line, first)} ${line.slice(-last).replace(/^[\udc00-\udfff]/, '')}` : line;
}
/** Untrusted text for a `<pre>` of Markdown, which GitHub shows as it is. */
const preformatted = (text) => html(plain(text));
const html = (text) => text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
/** Untrusted text for Markdown: nothing in it is markup, a link or a mention. */
function markdown(text) {
    return (html(plain(text))
        .replace(/[\\`*_{}[\]()+!|~]/g, '\\$&')
        .replace(/^([ \t]*\d*)([-.])(?=\s|$)/gm, '$1\\$2')
        .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
        // GitHub looks for mentions and issues in the rendered text, where backslashes are gone.
        .replace(/[@#]/g, '$&<!-- -->')
        .replace(/\bGH-(?=\d)/gi, '$&<!-- -->')
        .replace(/\n/g, '<br>'));
}
/** The same, with what is between backquotes as code: our messages mark commands and names so. */
const prose = (text) => markdown(text).replace(/\\`((?:(?!<br>|\\`).){1,400})\\`/g, '<code>$1</code>');
/** The first `lines` lines of a text, at most `limit` characters. */
function head(text, lines = 15, limit = 1200) {
    const all = plain(text).trim().split('\n');
    const kept = all.slice(0, lines).join('\n');
    return kept.length > limit || all.length > lines ? `${kept.slice(0, limit)}\u2026` : kept;
}
/** The first and the last lines of a text, at most `lines` and `limit` characters: tools say at the end what a traceback is about. */
function ends(text, lines = 20, limit = 1800) {
    const all = plain(text).trim().split('\n');
    const first = Math.ceil(lines / 3);
    if (all.length <= lines)
        return cutMiddle(all.join('\n'), limit);
    return cutMiddle([...all.slice(0, first), '\u2026', ...all.slice(first - lines)].join('\n'), limit);
}
function cutMiddle(text, limit) {
    const first = Math.floor(limit / 3);
    return text.length > limit ? `${text.slice(0, first)}\u2026${text.slice(first - limit)}` : text;
}
/** The last `lines` lines of a text, at most `limit` characters. */
function tail(text, lines = 20, limit = 2000) {
    const kept = plain(text).trimEnd().split('\n').slice(-lines).join('\n');
    return kept.length > limit ? `\u2026${kept.slice(-limit)}` : kept;
}
const STAMP = /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?(?: (?:stdout|stderr))?\]?:?[ \t]?/gm;
/** A log without the time, and the name of the stream, that platforms write before each line. */
const withoutStamps = (log) => log.replace(STAMP, '');


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _ports_actions_cache_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2500);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3810);
/* harmony import */ var _ports_context_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6559);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5096);
/* harmony import */ var _ports_host_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3504);
/* harmony import */ var _ports_http_http_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9553);
/* harmony import */ var _ports_state_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(6001);








/** What still runs when the verdict is reported (a cache that hangs, say) gets this long before the process ends. */
const LINGER_MS = 3_000;
/** The main phase, which leaves the mark by which the end of the job knows itself. */
async function main(around) {
    try {
        (0,_ports_state_js__WEBPACK_IMPORTED_MODULE_7__/* .expectPost */ .uB)(around.host);
    }
    catch (error) {
        around.host.annotate(noState(error));
        return 1;
    }
    return start(around);
}
/** Wires the step to the world, and the signals of whoever cancels it. */
async function start(around) {
    const cancel = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => cancel.abort(new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ(`The run was cancelled (${signal}).`)));
    }
    const broken = whenBroken((error) => cancel.abort(error));
    const { step } = await Promise.all(/* import() */[__nccwpck_require__.e(941), __nccwpck_require__.e(881), __nccwpck_require__.e(509)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4509)); // which the end of the job need not load
    return step({ ...world(around), exec: _ports_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .systemExec */ .V, signal: cancel.signal, broken });
}
/** Rejects when something was thrown that nobody caught, or when nothing is left that could ever end the run: both end a process. */
function whenBroken(stop) {
    const broken = new Promise((_, reject) => {
        const end = (error) => {
            reject(error);
            stop(error);
        };
        process.on('uncaughtException', end).on('unhandledRejection', end);
        process.once('beforeExit', () => end(new Error('nothing was left to wait for')));
    });
    broken.catch(() => { }); // a run that has ended is not touched by it
    return broken;
}
const http = (0,_ports_http_http_js__WEBPACK_IMPORTED_MODULE_6__/* .createHttp */ .V0)();
/** Few runs come to it. */
const visit = async (target, signal) => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(542)]).then(__nccwpck_require__.bind(__nccwpck_require__, 555))).visit(target, http, signal);
const world = (around) => ({
    ...around,
    ...{ http, visit },
    clock: _ports_clock_js__WEBPACK_IMPORTED_MODULE_2__/* .systemClock */ .ml,
    cache: (0,_ports_actions_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .actionsCache */ .k)(around.host),
});
/** Without a mark, the end of the job would not know itself for it, and deploy once more. */
const noState = (cause) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-state', `Nothing can be left for the end of the job: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}.`, "Check that GITHUB_STATE names the runner's file, and that it can be written.");
/** A step of a workflow: the runner gives it no arguments, and always this input, which has a default. */
async function onRunner() {
    const around = { host: (0,_ports_host_js__WEBPACK_IMPORTED_MODULE_5__/* .actionsHost */ .q)(), context: (0,_ports_context_js__WEBPACK_IMPORTED_MODULE_3__/* .readContext */ .y)(process.env), environment: process.env };
    if (!(0,_ports_state_js__WEBPACK_IMPORTED_MODULE_7__/* .isPost */ .tl)(around.host))
        return main(around);
    const { post } = await Promise.all(/* import() */[__nccwpck_require__.e(670), __nccwpck_require__.e(881), __nccwpck_require__.e(60)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6060));
    return post({ ...world(around), signal: new AbortController().signal });
}
async function inTerminal(args) {
    const { command } = await __nccwpck_require__.e(/* import() */ 226).then(__nccwpck_require__.bind(__nccwpck_require__, 7226));
    const { env: environment, stdout, stderr, versions } = process;
    return command({ args, environment, stdout, stderr, node: versions.node }, start);
}
const args = process.argv.slice(2);
process.exitCode = await (args.length === 0 && 'INPUT_MODE' in process.env ? onRunner() : inTerminal(args));
// Never `process.exit` right away: on Windows it can crash behind network calls (nodejs/node#56645).
setTimeout(() => process.exit(), LINGER_MS).unref();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2500:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ actionsCache)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);

/** Without any of these, the toolkit finds no service. */
const SERVICES = ['ACTIONS_RESULTS_URL', 'ACTIONS_CACHE_URL'];
/** Waiting longer than this costs more than the cache saves. The toolkit's own retries take about half a minute. */
const PATIENCE_MS = 90_000;
/** A miss is reported at once. One that took longer is an outage that the toolkit has retried and then called a miss. */
const MISS_MS = 10_000;
/**
 * `CacheStore` over the toolkit, which is two thirds of the action's code and is loaded when first used, where there is a service.
 * After one failed call no other is made: what is down once is down for the run.
 */
function actionsCache(host) {
    let isDown = false;
    const attempt = async (what, work) => {
        if (isDown)
            return undefined;
        let timer;
        try {
            const cache = SERVICES.some((name) => process.env[name]) ? await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(377), __nccwpck_require__.e(312), __nccwpck_require__.e(978)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9312)) : undefined;
            if (!cache?.isFeatureAvailable()) {
                isDown = true;
                host.info(`This runner has no Actions cache: ${what} is skipped.`);
                return undefined;
            }
            const late = new Promise((_, reject) => {
                timer = setTimeout(() => reject(new Error('the cache service is too slow')), PATIENCE_MS);
            });
            return await Promise.race([work(cache), late]);
        }
        catch (error) {
            isDown = true;
            host.info(`${what} failed, so the run continues without it: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
            return undefined;
        }
        finally {
            clearTimeout(timer);
        }
    };
    const look = (what, work) => attempt(what, async (cache) => {
        const begun = performance.now();
        const found = await work(cache);
        if (found === undefined && performance.now() - begun > MISS_MS)
            isDown = true;
        return found;
    });
    return {
        isDown: () => isDown,
        restore: (path, key, exact) => look(`Restoring the cache ${key}`, (cache) => exact ? cache.restoreCache([path], key) : cache.restoreCache([path], `${key}-`, [key])),
        find: (path, key) => look(`Looking for the cache ${key}`, (cache) => cache.restoreCache([path], `${key}-`, [key], { lookupOnly: true })),
        save: async (path, key) => {
            await attempt(`Saving the cache ${key}`, async (cache) => {
                const id = await cache.saveCache([path], key);
                if (id === -1)
                    host.info(`The cache ${key} was not saved: another job has it, or this run may only read.`);
            });
        },
    };
}


/***/ }),

/***/ 2861:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/** What `work` gives; `undefined` where it throws, whatever that is: for what may be broken, and is then as good as absent. */
function attempt(work) {
    try {
        return work();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2064:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   f7: () => (/* binding */ systemEnvironment),
/* harmony export */   zo: () => (/* binding */ variableNames)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Matches each of the names, which may be patterns, whatever their case; blanks separate them. */
const variableNames = (names) => new RegExp(`^(?:${names.trim().replaceAll(/\s+/g, '|')})$`, 'i');
/** What programs can't do without on each system, and the mark by which the runner ends what a job leaves running. */
const SYSTEM = variableNames(`
  SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT OS NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE PROCESSOR_ARCHITEW6432
  PROGRAMDATA ALLUSERSPROFILE (?:COMMON)?PROGRAM(?:FILES(?:\\(X86\\))?|W6432)
  TZ LD_LIBRARY_PATH NIX_LD(?:_LIBRARY_PATH)? RUNNER_TRACKING_ID
`);
/** The user's own folders and language. */
const USER = variableNames(`
  HOME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA USER USERNAME LOGNAME XDG_\\w+
  TMPDIR TEMP TMP LANG LANGUAGE LC_\\w+
`);
/**
 * The environment for a program that this action starts: a list of what is allowed, because a job's variables hold its secrets and
 * change how tools act. `outer` is the job's own; `allowed` are names that this program needs as well. Names are the same in upper
 * and lower case, as on Windows.
 */
const childEnvironment = (outer, ...allowed) => choose(outer, [SYSTEM, USER, ...allowed]);
/** As `childEnvironment`, without the user's folders: for code that gets folders of its own. */
const systemEnvironment = (outer) => choose(outer, [SYSTEM]);
function choose(outer, allowed) {
    const chosen = { PATH: '' };
    for (const [name, value] of Object.entries(outer)) {
        if (value === undefined)
            continue;
        if (/^PATH$/i.test(name))
            chosen.PATH = withoutRelative(value);
        else if (allowed.some((names) => names.test(name)))
            chosen[name] = value;
    }
    return chosen;
}
/** A relative folder on PATH, or an empty entry, would have programs of the checkout found. */
const withoutRelative = (path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute).join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);


/***/ }),

/***/ 4962:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  v: () => (/* binding */ startChild),
  g: () => (/* binding */ stopGroup)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./src/ports/child.ts

const WINDOWS = process.platform === 'win32';
/**
 * Starts a program in a process group of its own, so that it can be stopped with all it has started. `env` is its whole environment.
 * What is left of the group ends with the program, and with this process.
 */
function startChild(file, args, options) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(file, args, {
        ...options,
        detached: !WINDOWS,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
    });
    const last = () => stopGroup(child, 'SIGKILL');
    process.once('exit', last);
    // What the leader leaves behind would hold its output open.
    child.once('exit', last);
    child.once('close', () => process.off('exit', last));
    return child;
}
/** Signals a child and all that stayed in its group. Windows has neither groups nor signals: there, the tree below it is ended. */
function stopGroup({ pid, exitCode, signalCode }, signal) {
    if (pid === undefined)
        return;
    if (WINDOWS) {
        if (exitCode !== null || signalCode !== null)
            return;
        (0,external_node_child_process_namespaceObject.spawnSync)('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
        return;
    }
    try {
        process.kill(-pid, signal);
    }
    catch {
        // the whole group has ended
    }
}


/***/ }),

/***/ 3810:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   et: () => (/* binding */ lingering),
/* harmony export */   l0: () => (/* binding */ pauseAfter),
/* harmony export */   ml: () => (/* binding */ systemClock)
/* harmony export */ });
/** Between two questions passes a fifth of the time that has passed: what is short is noticed at once, and what is long costs few calls. */
const SHARE = 5;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** How long to wait until the next question, when `elapsedMs` have passed since the first. */
const pauseAfter = (elapsedMs) => Math.min(Math.max(elapsedMs / SHARE, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
const systemClock = {
    now: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    }),
};
/** Aborts `ms` after `signal` does: for a request that must not be left half-done. */
function lingering(signal, ms) {
    const late = new AbortController();
    const wait = () => setTimeout(() => late.abort(signal.reason), ms).unref();
    if (signal.aborted)
        wait();
    else
        signal.addEventListener('abort', wait, { once: true });
    return late.signal;
}


/***/ }),

/***/ 6559:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9148);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2861);




/** Events that GitHub runs on the default branch only, whose payloads may lack the repository. */
const ON_DEFAULT_BRANCH = ['schedule', 'repository_dispatch'];
/** What GitHub says about this run: the only reader of `GITHUB_*`, `RUNNER_*` and the event. */
function readContext(environment) {
    const value = (name) => environment[name] ?? '';
    const payload = readEvent(value('GITHUB_EVENT_PATH'));
    const repository = value('GITHUB_REPOSITORY');
    const event = value('GITHUB_EVENT_NAME');
    const ref = value('GITHUB_REF');
    const defaultBranch = table(payload.repository).default_branch;
    const server = value('GITHUB_SERVER_URL') || 'https://github.com';
    const repositoryUrl = repository === '' ? '' : `${server}/${repository}`;
    const runUrl = `${repositoryUrl}/actions/runs/${value('GITHUB_RUN_ID')}`;
    return {
        /** Absolute path of the checkout. */
        workspace: value('GITHUB_WORKSPACE') || process.cwd(),
        /** Absolute path of a folder that dies with the job. */
        temp: value('RUNNER_TEMP') || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        repository,
        /** Its page on this GitHub; empty where the run is of none. */
        repositoryUrl,
        /** The REST API of this GitHub, without a slash at its end. */
        apiUrl: (value('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
        sha: value('GITHUB_SHA'),
        ...{ ref, event },
        /** The branch or tag; of a pull request, the one it is from. */
        branch: value('GITHUB_HEAD_REF') || ref.replace(/^refs\/(?:heads|tags)\//, ''),
        /** The event's `action` (`opened`, `closed`, ...) or an empty string. */
        eventAction: typeof payload.action === 'string' ? payload.action : '',
        /** The event is the deletion of a branch or a tag. */
        isDeletion: event === 'delete' || payload.deleted === true,
        /** The repository's default branch; empty where the event does not tell. */
        defaultBranch: typeof defaultBranch === 'string'
            ? defaultBranch
            : ON_DEFAULT_BRANCH.includes(event)
                ? ref.replace(/^refs\/heads\//, '')
                : '',
        /** Revisions of git that have what this run's commit is to replace, best first. A shallow checkout has none of them. */
        bases: basesOf(environment, payload),
        /** The pull request that the event is about. */
        pullRequest: readPullRequest(payload, repository, value('GITHUB_ACTOR')),
        hosted: value('RUNNER_ENVIRONMENT') === 'github-hosted',
        os: value('RUNNER_OS') || process.platform,
        arch: value('RUNNER_ARCH') || process.arch,
        runUrl: value('GITHUB_RUN_ID') ? runUrl : '',
        /** Where this action explains itself. */
        documents: (0,_findings_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .documentsOf */ .u)(server, value('GITHUB_ACTION_REPOSITORY'), value('GITHUB_ACTION_REF')),
    };
}
function basesOf({ GITHUB_EVENT_NAME: event, GITHUB_BASE_REF: base = '', GITHUB_REF: ref, GITHUB_SHA: sha }, { before, repository }) {
    // The commit of a pull request is a merge, whose first parent is the base.
    if (event === 'pull_request' && base !== '')
        return [`refs/remotes/origin/${base}`, `${sha}^1`];
    if (event === 'pull_request_target' && base !== '')
        return [`refs/remotes/origin/${base}`];
    const main = String(table(repository).default_branch ?? '');
    if (main !== '' && ref !== `refs/heads/${main}`)
        return [`refs/remotes/origin/${main}`];
    return typeof before === 'string' && /^[0-9a-f]{40,64}$/.test(before) ? [before] : [];
}
const readEvent = (path) => table(path === '' ? undefined : (0,_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'))));
function readPullRequest(payload, repository, actor) {
    const request = table(payload.pull_request);
    const number = Number(request.number ?? payload.number);
    if (payload.pull_request === undefined || !Number.isSafeInteger(number) || number < 1)
        return undefined;
    const head = table(request.head);
    const sha = String(head.sha ?? '');
    return {
        number,
        // The repository is null when the fork was deleted.
        isOutside: table(head.repo).full_name !== repository || actor === 'dependabot[bot]',
        sha: /^[0-9a-f]{40,64}$/.test(sha) ? sha : '',
    };
}
const table = (value) => (typeof value === 'object' && value !== null ? value : {});


/***/ }),

/***/ 5096:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ systemExec)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
// EXTERNAL MODULE: ./src/ports/attempt.ts
var attempt = __nccwpck_require__(2861);
// EXTERNAL MODULE: ./src/ports/child.ts + 1 modules
var ports_child = __nccwpck_require__(4962);
// EXTERNAL MODULE: ./src/ports/child-env.ts
var child_env = __nccwpck_require__(2064);
;// CONCATENATED MODULE: ./src/ports/exec.ts






/** What ignores that it is to end gets this long. */
const GRACE_MS = 3_000;
/** `Exec` over Node's own children: the toolkit's can't be ended. */
const systemExec = async (program, args, { cwd, env: added, signal }) => {
    signal.throwIfAborted();
    const env = { ...(0,child_env/* childEnvironment */.Qc)(process.env), ...added };
    const child = (0,ports_child/* startChild */.v)(locate(program, env.PATH ?? ''), args, { cwd, env });
    const ended = new Promise((resolve, reject) => {
        child.once('error', reject);
        // By a signal, as a shell says it.
        child.once('close', (code) => resolve(code ?? 128));
    });
    const stopped = new Promise((_, reject) => {
        const abort = () => {
            (0,ports_child/* stopGroup */.g)(child, 'SIGTERM');
            const timer = setTimeout(() => (0,ports_child/* stopGroup */.g)(child, 'SIGKILL'), GRACE_MS).unref();
            child.once('close', () => clearTimeout(timer));
            reject(signal.reason);
        };
        signal.addEventListener('abort', abort, { once: true });
        child.once('close', () => signal.removeEventListener('abort', abort));
    });
    const told = Promise.all([ended, wordsOf(child.stdout), wordsOf(child.stderr)]);
    const [exitCode, stdout, stderr] = await Promise.race([told, stopped]);
    return { exitCode, stdout, stderr };
};
/** All that comes; a stream that breaks off has said what it had to say. */
const wordsOf = (stream) => (0,consumers_namespaceObject.text)(stream).catch(() => '');
const WINDOWS = process.platform === 'win32';
const SUFFIX = WINDOWS ? '.exe' : '';
/** Where a program is on `path`. Windows itself would look into the working directory first, which is the checkout's. */
function locate(program, path) {
    if ((0,external_node_path_.isAbsolute)(program))
        return program;
    const files = path.split(external_node_path_.delimiter).map((folder) => (0,external_node_path_.join)(folder, program + SUFFIX));
    const found = files.find(isProgram);
    if (found === undefined)
        throw new Error(`${program} is not on PATH.`);
    return found;
}
const isProgram = (file) => (0,attempt/* attempt */.C)(() => {
    (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
    return (0,external_node_fs_.statSync)(file).isFile();
}) ?? false;


/***/ }),

/***/ 3504:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ actionsHost)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9635);
/* harmony import */ var _actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2902);
/* harmony import */ var _actions_core_lib_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1170);
/* harmony import */ var _actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4679);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4087);







/**
 * The parts of the toolkit that speak to the runner. As a whole, it loads its client for HTTP, and with it Node's TLS, which takes as long
 * as the start of Node itself (see `paths` in tsconfig.json).
 */
const core = {
    info: (line) => void process.stdout.write(line + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL),
    debug: (text) => (0,_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('debug', {}, text),
    mask: (secret) => (0,_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)('add-mask', {}, secret),
    /** What a step sets is written into a file of the runner's; one without it is reported in the log, as by the toolkit. */
    set: (file, name, value) => {
        if (process.env[`GITHUB_${file}`])
            (0,_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .issueFileCommand */ .n)(file, (0,_actions_core_lib_file_command_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareKeyValueMessage */ .v)(name, value));
        else
            (0,_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)(file === 'OUTPUT' ? 'set-output' : 'save-state', { name }, value);
    },
};
/** The runner masks its log only; secrets are hidden here from files and from what others read as well. */
function actionsHost() {
    return {
        info: (line) => core.info((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(line)),
        quoted: (text) => core.info((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(text).replace(/^/gm, '  | ')),
        debug: (text) => core.debug((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(text)),
        annotate: ({ level, code, message, remedy, file, line, column }, explanation) => (0,_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issueCommand */ .L)(level, (0,_actions_core_lib_utils_js__WEBPACK_IMPORTED_MODULE_6__/* .toCommandProperties */ .k)({
            title: code,
            ...(file !== undefined && { file }),
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && line !== undefined && { startColumn: column }),
        }), (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)([message, remedy, explanation && `More: ${explanation}`].filter(Boolean).join('\n'))),
        startGroup: (title) => (0,_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issue */ .s)('group', title),
        endGroup: () => (0,_actions_core_lib_command_js__WEBPACK_IMPORTED_MODULE_1__/* .issue */ .s)('endgroup'),
        mask: (secret, kind) => {
            for (const line of (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .keepSecret */ .gz)(secret, kind))
                core.mask(line);
        },
        output: (name, value) => core.set('OUTPUT', name, value),
        state: (name) => process.env[`STATE_${name}`] ?? '',
        saveState: (name, value) => core.set('STATE', name, value),
        summary: async (text) => {
            await _actions_core_lib_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .summary */ .z.addRaw((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(text), true).write();
        },
    };
}


/***/ }),

/***/ 2336:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H6: () => (/* binding */ unreadableAuthorities),
/* harmony export */   JV: () => (/* binding */ namedAuthorities),
/* harmony export */   _O: () => (/* binding */ USER_AGENT),
/* harmony export */   fb: () => (/* binding */ isUntrusted)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4087);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2861);



const USER_AGENT = 'uv-deploy';
/**
 * Variables that name a file of certificate authorities (PEM), which count beside those that Node knows: OpenSSL's, and the one of
 * Posit's clients (rsconnect-python, `--cacert`). Node's own is among them because authorities of one's own take its place.
 */
const VARIABLES = ['SSL_CERT_FILE', 'CONNECT_CA_CERTIFICATE', 'NODE_EXTRA_CA_CERTS'];
/** The variables that name a file, with it. */
const namedAuthorities = () => VARIABLES.map((name) => [name, process.env[name] ?? '']).filter(([, path]) => path !== '');
/** Why no authority was found, where a file of them is named and can't be read; empty where there is none. */
const unreadableAuthorities = () => namedAuthorities()
    .filter(([, path]) => !/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/.test((0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) ?? ''))
    .map(([name, path]) => `${name} names ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(path, 200)}, which is not a readable file of certificates (PEM)`)
    .join('; ');
const UNTRUSTED = [
    ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
];
/** Whether a connection failed because nobody vouches for the server's certificate. */
const isUntrusted = (code) => UNTRUSTED.includes(code);


/***/ }),

/***/ 9553:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Dr: () => (/* binding */ NetworkError),
  zA: () => (/* binding */ REQUEST_LIMIT_MS),
  V0: () => (/* binding */ createHttp)
});

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __nccwpck_require__(4879);
// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __nccwpck_require__(9967);
// EXTERNAL MODULE: ./src/ports/http/authorities.ts
var authorities = __nccwpck_require__(2336);
;// CONCATENATED MODULE: ./src/ports/http/http.ts




/** No (whole) answer came. `sent` is false when the server can't have seen the request. */
class NetworkError extends Error {
    name = 'NetworkError';
    code;
    sent;
    constructor(message, code, sent, cause) {
        super(message, { cause });
        this.code = code;
        this.sent = sent;
    }
}
/** No honest answer of an API takes longer; uploads and those who have less time say so themselves. */
const REQUEST_LIMIT_MS = 60_000;
/** HTTP over Node's own client, with proxies and certificate authorities as the job's variables say. */
function createHttp() {
    // One agent for each origin keeps connections alive between polls; its sockets do not keep the process alive.
    const agents = new Map();
    return async (request) => {
        const { http, https, agentFor } = await client();
        return send(request, (url, options) => {
            const agent = agents.get(url.origin) ?? agentFor(url, true);
            agents.set(url.origin, agent);
            return (url.protocol === 'https:' ? https : http).request(url, { ...options, agent });
        });
    };
}
/** Loaded with the first request: Node's TLS takes as long as the start of Node itself. */
async function client() {
    const [http, https, { agentFor }] = await Promise.all([
        Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 7067, 23)),
        Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 23)),
        Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(687)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2632)),
    ]);
    return { http, https, agentFor };
}
async function send({ method, url: href, headers = {}, body, signal, begun, ...limits }, request) {
    const { silenceMs = 30_000, limitMs = REQUEST_LIMIT_MS, limit = 8_000_000, enoughMs, keep } = limits;
    signal?.throwIfAborted();
    const url = new URL(href);
    const length = body === undefined ? undefined : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    const outgoing = request(url, {
        method,
        headers: {
            'user-agent': authorities/* USER_AGENT */._O,
            accept: '*/*',
            ...headers,
            ...(length !== undefined && { 'content-length': String(length) }),
        },
    });
    outgoing.on('error', () => { });
    const patience = patienceWith(outgoing, url, { silenceMs, limitMs, signal });
    try {
        const answered = responseTo(outgoing, url);
        // An early refusal (413, 401) may arrive while the body is still on its way: whichever ends first decides.
        const sending = sendBody(outgoing, body);
        sending.catch(() => { });
        const incoming = await Promise.race([answered, sending.then(() => answered), patience.ended]);
        const answer = { status: incoming.statusCode ?? 0, headers: incoming.headers };
        const read = await readBody(incoming, { limit, enoughMs, keep, take: begun?.(answer) }, url);
        return { ...answer, ...read };
    }
    catch (error) {
        throw patience.reason(error);
    }
    finally {
        patience.stop();
        if (!outgoing.writableFinished)
            outgoing.destroy();
    }
}
/**
 * Destroys a request that is aborted, silent for too long, or longer than its limit. `ended` rejects then; `reason` says of the error
 * that a request has ended with what was behind it.
 */
function patienceWith(outgoing, url, { silenceMs, limitMs, signal }) {
    // A request that still waits for a proxy does not notice that it is destroyed: who waits for it is reported here.
    const ended = Promise.withResolvers();
    ended.promise.catch(() => { });
    let connected = false;
    let why;
    const giveUp = (error) => {
        why ??= error;
        ended.reject(error);
        // A connection that is just being handed back has nobody who listens for its end.
        outgoing.socket?.once('error', () => { });
        outgoing.destroy(error);
    };
    const abort = () => giveUp(new finding/* Cancelled */.cJ('cancelled'));
    signal?.addEventListener('abort', abort, { once: true });
    const late = (errno, verb, ms) => () => giveUp(new NetworkError(`${url.host} ${verb} ${Math.round(ms / 100) / 10} s`, errno, connected));
    const silent = late('ETIMEDOUT', 'did not answer for', silenceMs);
    outgoing.setTimeout(silenceMs, silent);
    // The timer of the socket starts when there is a connection.
    const connecting = setTimeout(silent, silenceMs);
    // A server that sends a byte now and then, or one `100 Continue` after the other, is never silent.
    const overall = setTimeout(late('ESLOW', 'did not finish its response within', limitMs), Math.max(limitMs, 1));
    const ready = () => {
        connected = true;
        clearTimeout(connecting);
    };
    outgoing.on('socket', (socket) => {
        if (!socket.connecting)
            ready();
        else
            socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', ready);
    });
    return {
        ended: ended.promise,
        reason: (error) => {
            if (signal?.aborted)
                return signal.reason instanceof Error ? signal.reason : new finding/* Cancelled */.cJ('cancelled');
            if (why)
                return why;
            if (error instanceof NetworkError)
                return error;
            return new NetworkError(describe(error, url), (0,finding/* codeOf */.$N)(error), connected, error);
        },
        stop: () => {
            signal?.removeEventListener('abort', abort);
            clearTimeout(connecting);
            clearTimeout(overall);
        },
    };
}
const responseTo = (outgoing, url) => new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    // Node tells of a change of protocol (101) in an event of its own, and drops the connection when nobody listens.
    outgoing.once('upgrade', ({ statusCode }, socket) => {
        socket.destroy();
        const message = `${url.host} answered ${statusCode}, a change of protocol that nobody asked for`;
        reject(new NetworkError(message, 'EUPGRADE', true));
    });
});
async function sendBody(outgoing, body) {
    if (body === undefined || typeof body === 'string') {
        outgoing.end(body);
        return;
    }
    const closed = (0,external_node_events_namespaceObject.once)(outgoing, 'close');
    closed.catch(() => { }); // an error ends the request by itself
    for await (const chunk of body.open()) {
        if (outgoing.destroyed)
            return;
        // Each chunk is out of our hands before the next is asked for: its memory may be used again.
        await Promise.race([new Promise((resolve) => outgoing.write(chunk, resolve)), closed]);
    }
    outgoing.end();
}
async function readBody(incoming, { limit, enoughMs, keep, take }, url) {
    const chunks = [];
    let size = 0;
    let enough = false;
    let isCut = false;
    const stop = () => {
        enough = true;
        incoming.destroy();
    };
    const timer = enoughMs === undefined ? undefined : setTimeout(stop, enoughMs);
    try {
        for await (const chunk of incoming) {
            size += chunk.length;
            chunks.push(chunk);
            take?.(chunk);
            if (size <= limit)
                continue;
            if (keep === 'end') {
                while (size - (chunks[0]?.length ?? 0) >= limit)
                    size -= chunks.shift()?.length ?? 0;
                isCut = true;
                continue;
            }
            if (enoughMs === undefined)
                throw new NetworkError(`${url.host} sent more than ${limit} bytes`, 'ETOOBIG', true);
            stop();
        }
    }
    catch (error) {
        if (!enough)
            throw error;
    }
    finally {
        clearTimeout(timer);
    }
    const body = Buffer.concat(chunks);
    if (keep === 'end') {
        const bytes = body.subarray(-limit);
        return { bytes, text: isCut ? (0,secrets/* withoutEdge */.i7)(bytes.toString(), 'start') : bytes.toString() };
    }
    const bytes = body.subarray(0, limit);
    return { bytes, text: enough ? (0,secrets/* withoutEdge */.i7)(bytes.toString(), 'end') : bytes.toString() };
}
const CLOSED = (url) => `${url.host} closed the connection before it had answered`;
const FAR = (url) => `${url.host} can't be reached from this machine`;
const NO_TLS = (url) => `${url.host} does not speak HTTPS`;
const UNKNOWN_CA = (url) => `the TLS certificate of ${url.host} is signed by an authority that this runner does not know`;
const REASONS = {
    ECONNREFUSED: (url) => `nothing listens at ${url.host} (connection refused)`,
    ECONNRESET: CLOSED,
    EPIPE: CLOSED,
    ENOTFOUND: (url) => `the name ${url.hostname} does not exist (DNS)`,
    EAI_AGAIN: (url) => `the name ${url.hostname} could not be looked up (DNS)`,
    EHOSTUNREACH: FAR,
    ENETUNREACH: FAR,
    ETIMEDOUT: (url) => `${url.host} did not answer`,
    EPROTO: NO_TLS,
    ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
    CERT_HAS_EXPIRED: (url) => `the TLS certificate of ${url.host} has expired`,
    ERR_TLS_CERT_ALTNAME_INVALID: (url) => `the TLS certificate of ${url.host} is for another name`,
    DEPTH_ZERO_SELF_SIGNED_CERT: (url) => `the TLS certificate of ${url.host} is self-signed`,
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CA,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CA,
    UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_CA,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CA,
};
function describe(error, url) {
    const [, tunnel] = /^tunneling socket could not be established, (?:cause=)?(.*)/s.exec((0,finding/* messageOf */.bD)(error)) ?? [];
    if (tunnel !== undefined)
        return `the proxy refused the connection to ${url.host} (${tunnel})`;
    const code = (0,finding/* codeOf */.$N)(error);
    const why = (0,authorities/* isUntrusted */.fb)(code) ? (0,authorities/* unreadableAuthorities */.H6)() : '';
    if (why !== '')
        return `${(REASONS[code] ?? UNKNOWN_CA)(url)}: ${why}`;
    return REASONS[code]?.(url) ?? `the request to ${url.host} failed: ${(0,finding/* messageOf */.bD)(error)}`;
}


/***/ }),

/***/ 6001:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ saveOpenDeployment),
/* harmony export */   j6: () => (/* binding */ saveSavings),
/* harmony export */   tl: () => (/* binding */ isPost),
/* harmony export */   uB: () => (/* binding */ expectPost),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
const PHASE = 'phase';
const SAVINGS = 'savings';
const DEPLOYMENT = 'github-deployment';
const isPost = (host) => host.state(PHASE) === 'post';
/** Makes every later start of the bundle in this step the post phase. */
const expectPost = (host) => host.saveState(PHASE, 'post');
const saveSavings = (host, savings) => host.saveState(SAVINGS, JSON.stringify(savings));
/** Saved the moment it changes: a run that is killed says nothing more. */
const saveOpenDeployment = (host, id) => host.saveState(DEPLOYMENT, id === undefined ? '' : String(id));
function readState(host) {
    const savings = host.state(SAVINGS);
    const deployment = host.state(DEPLOYMENT);
    return {
        savings: savings === '' ? [] : JSON.parse(savings),
        openDeployment: /^[1-9]\d{0,14}$/.test(deployment) ? Number(deployment) : undefined,
    };
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 9635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand),
/* harmony export */   s: () => (/* binding */ issue)
/* harmony export */ });
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4679);


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 1170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* unused harmony exports SUMMARY_ENV_VAR, SUMMARY_DOCS_URL, markdownSummary */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = fs__WEBPACK_IMPORTED_MODULE_1__.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, fs__WEBPACK_IMPORTED_MODULE_1__.constants.R_OK | fs__WEBPACK_IMPORTED_MODULE_1__.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return __awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return __awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(os__WEBPACK_IMPORTED_MODULE_0__.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
