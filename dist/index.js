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

/***/ 96:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The candidate nearest to `word` by edit distance, when it is near enough to be a slip of the finger. */
function nearest(word, candidates) {
    let best;
    let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        // With every letter changed it is another word, however short.
        if (distance < bestDistance && distance < Math.max(word.length, candidate.length)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
        }
        row = next;
    }
    return row[b.length] ?? 0;
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

/***/ 6317:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   mz: () => (/* binding */ byteSize),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/** `1234567` as `1.2 MB`: decimal units, as disks and GitHub show them. */
function bytes(size) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = size;
    let unit = 0;
    while (Math.round(value) >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** Milliseconds as a person says them: `420 ms`, `3.1 s`, `2 min 5 s`. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `"100MB"`, `"64 MiB"` or a number as bytes; `undefined` when it is no size. */
function byteSize(value) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    const match = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*([KMG]?)(i?)B?\s*$/i.exec(value) : null;
    if (!match)
        return undefined;
    const power = ['', 'K', 'M', 'G'].indexOf((match[2] ?? '').toUpperCase());
    return Math.round(Number(match[1]) * (match[3] ? 1024 : 1000) ** power);
}


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ inputText),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   cW: () => (/* binding */ SECRETS)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(96);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4087);



/** Every input with its default, exactly as action.yml declares them (a test keeps the two in step). */
const INPUT_DEFAULTS = {
    platform: '',
    mode: 'auto',
    'production-branch': '',
    variant: '',
    'working-directory': '.',
    server: '',
    token: '',
    secret: '',
    id: '',
    name: '',
    entrypoint: '',
    'content-type': '',
    env: '',
    'health-check-path': '',
    'health-check-timeout': '300',
    timeout: '1800',
    exclude: '',
    include: '',
    preflight: 'auto',
    cache: 'auto',
    params: '',
    wait: 'true',
    force: 'false',
    comment: 'true',
    'pull-request': '',
    'github-token': '',
    'github-deployment': 'false',
    rollback: 'false',
    'fail-on': 'error',
    'sarif-path': '',
};
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);
const SECRETS = ['token', 'secret', 'github-token'];
/**
 * Reads every `INPUT_*` variable once.
 *
 * The runner hands on inputs that the action does not declare, with a warning nobody reads: here each is an error with the
 * nearest right name.
 */
function readInputs(environment) {
    const findings = [];
    for (const variable of Object.keys(environment).filter((name) => name.startsWith('INPUT_'))) {
        const name = variable.slice('INPUT_'.length).toLowerCase();
        if (INPUT_NAMES.includes(name))
            continue;
        const meant = (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name.replaceAll('_', '-'), INPUT_NAMES);
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('unknown-input', `There is no input '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}'.`, meant
            ? `Did you mean '${meant}'? Correct it under 'with:'.`
            : `Remove it, or use one of: ${INPUT_NAMES.join(', ')}.`));
    }
    if (findings.length > 0)
        throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(findings);
    const raw = {};
    for (const name of INPUT_NAMES) {
        const value = inputText(environment, name);
        const fallback = INPUT_DEFAULTS[name];
        raw[name] = value === '' || value === fallback ? { value: fallback, from: 'default' } : { value, from: 'input' };
    }
    return raw;
}
/** What an input says, empty when it is not given. For what has to be known even when other inputs are refused. */
const inputText = (environment, name) => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _modes_post_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6060);
/* harmony import */ var _ports_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2500);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3810);
/* harmony import */ var _ports_context_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6559);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(5096);
/* harmony import */ var _ports_host_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3504);
/* harmony import */ var _ports_http_http_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9553);
/* harmony import */ var _ports_state_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6001);









/** What still runs when the verdict is reported (a cache that hangs, say) gets this long before the process ends. */
const LINGER_MS = 3_000;
/** The main phase, which leaves the mark by which the end of the job knows itself. */
async function main(around) {
    try {
        (0,_ports_state_js__WEBPACK_IMPORTED_MODULE_8__/* .expectPost */ .uB)(around.host);
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
    const { step } = await Promise.all(/* import() */[__nccwpck_require__.e(941), __nccwpck_require__.e(28)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1028)); // which the end of the job need not load
    return step({ ...world(around), exec: _ports_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .systemExec */ .V, signal: cancel.signal, broken });
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
const http = (0,_ports_http_http_js__WEBPACK_IMPORTED_MODULE_7__/* .createHttp */ .V0)();
/** Few runs come to it. */
const visit = async (target, signal) => (await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(542)]).then(__nccwpck_require__.bind(__nccwpck_require__, 555))).visit(target, http, signal);
const world = (around) => ({
    ...around,
    ...{ http, visit },
    clock: _ports_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .ml,
    cache: (0,_ports_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsCache */ .k)(around.host),
});
/** Without a mark, the end of the job would not know itself for it, and deploy once more. */
const noState = (cause) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-state', `Nothing can be left for the end of the job: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}.`, "Check that GITHUB_STATE names the runner's file, and that it can be written.");
/** A step of a workflow: the runner gives it no arguments, and always this input, which has a default. */
async function onRunner() {
    const around = { host: (0,_ports_host_js__WEBPACK_IMPORTED_MODULE_6__/* .actionsHost */ .q)(), context: (0,_ports_context_js__WEBPACK_IMPORTED_MODULE_4__/* .readContext */ .y)(process.env), environment: process.env };
    return (0,_ports_state_js__WEBPACK_IMPORTED_MODULE_8__/* .isPost */ .tl)(around.host) ? (0,_modes_post_js__WEBPACK_IMPORTED_MODULE_1__/* .post */ .b)({ ...world(around), signal: new AbortController().signal }) : main(around);
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

/***/ 6060:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4879);
/* harmony import */ var _inputs_raw_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3071);
/* harmony import */ var _ports_state_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6001);
/* harmony import */ var _report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9670);
/* harmony import */ var _report_github_deployments_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2080);






/** The end of the job: saves what the main phase asked for, and closes what it left open. Never fails the job. */
async function post(deps) {
    const { host, cache } = deps;
    const { savings, openDeployment } = (0,_ports_state_js__WEBPACK_IMPORTED_MODULE_5__/* .readState */ .un)(host);
    if (openDeployment !== undefined) {
        await close(openDeployment, deps).catch((error) => host.info(`The GitHub deployment ${openDeployment} could not be closed: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`));
    }
    for (const { what, path, key } of savings) {
        const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
        if (there === undefined) {
            host.info(`There is nothing to save of ${what}.`);
            continue;
        }
        host.info(`Saving ${what} as ${key}.`);
        await cache.save(path, key);
    }
    return 0;
}
/** The token is the one thing that is read again: it must not lie in the state's file. */
async function close(id, deps) {
    const { host, context, environment } = deps;
    const githubToken = (0,_inputs_raw_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(environment)['github-token'].value;
    host.mask(githubToken);
    const github = (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__/* .openGitHub */ .o6)({ githubToken }, deps);
    if (github === undefined)
        return;
    if (await (0,_report_github_deployments_js__WEBPACK_IMPORTED_MODULE_4__/* .closeDeployment */ .QN)(github, id, context.runUrl))
        host.info(`Closed the GitHub deployment ${id} of the cancelled run.`);
}


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
    return {
        isDown: () => isDown,
        restore: (path, key, exact) => attempt(`Restoring the cache ${key}`, async (cache) => {
            const begun = performance.now();
            const found = await (exact ? cache.restoreCache([path], key) : cache.restoreCache([path], `${key}-`, [key]));
            if (found === undefined && performance.now() - begun > MISS_MS)
                isDown = true;
            return found;
        }),
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

/***/ 5014:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createJsonClient)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9553);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5819);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9003);



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

/***/ 5819:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ jsonBody),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2861);

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

/***/ 3880:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ takeOnce)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9003);


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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Zs: () => (/* binding */ RETRIES)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9553);

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

/***/ 3891:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   bI: () => (/* binding */ isTable)
/* harmony export */ });
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5819);


/** The text at a path of tables; empty where there is none. */
function textAt(value, ...path) {
    const found = (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, ...path);
    return typeof found === 'string' ? found : '';
}
/** The strings of an array; anything else is left out. */
const strings = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
/** Whether a value is a table, of whatever keys. */
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);


/***/ }),

/***/ 3062:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ SIGNS),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   Y1: () => (/* binding */ findingBlocks),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   ik: () => (/* binding */ place),
/* harmony export */   nR: () => (/* binding */ linkedCode),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tQ: () => (/* binding */ counts),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _findings_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9148);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4087);



const SIGNS = { error: '\u274c', warning: '\u26a0\ufe0f', notice: '\u2139\ufe0f' };
const LEVELS = ['error', 'warning', 'notice'];
/** Nobody reads more of one kind, and a summary may have 1 MiB. */
const MOST = 50;
/** GitHub shows this many annotations of a level from one step (docs.github.com, "Workflow commands", limits). */
const MOST_ANNOTATIONS = 10;
/** The findings in Markdown: the problems one by one, the rest folded, and what a reader would otherwise miss. Pure. */
function findingBlocks(findings, ignored, links) {
    const problems = findings.filter(({ level }) => level === 'error');
    const others = ['warning', 'notice'].flatMap((level) => findings.filter((finding) => finding.level === level));
    const hasHidden = LEVELS.some((level) => numberOf(findings, level) > MOST_ANNOTATIONS);
    const unseen = [...problems.slice(MOST), ...others.slice(MOST)];
    return [
        ...problems.slice(0, MOST).map((finding, index) => problem(finding, index + 1, links)),
        folded(counts(others), table(['', 'What', 'Where', 'What to do'], others
            .slice(0, MOST)
            .map((finding) => [SIGNS[finding.level], what(finding, links), place(finding, links), remedyOf(finding)]))),
        unseen.length > 0 ? `\u2026 and ${counts(unseen)} more: the log has them all.` : '',
        hasHidden
            ? `GitHub shows the first ${MOST_ANNOTATIONS} errors, warnings and notices of a step as annotations; the log has them all.`
            : '',
        folded(ignored.length > 0 ? `Ignored in pyproject.toml: ${ignored.length}` : '', table(['', 'What', 'Where', 'Why it is ignored'], ignored
            .slice(0, MOST)
            .map(({ finding, reason }) => ['\ud83d\udd15', what(finding, links), place(finding, links), (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(reason)]))),
    ].filter(Boolean);
}
/** Text that is shown when its title is clicked; nothing without a title. */
const folded = (title, text) => title === '' ? '' : `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`;
/** One error: what is wrong, where, what to do, and its commands to copy. */
function problem(finding, number, links) {
    const commands = commandsIn(finding.remedy ?? '');
    return [
        `**${number}\\.** ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(finding.message)}`,
        [place(finding, links), `**${linkedCode(finding.code, links.documents)}**`].filter(Boolean).join(' \u00b7 '),
        remedyOf(finding),
        ...(commands.length > 0 ? [`\`\`\`sh\n${commands.join('\n')}\n\`\`\``] : []),
    ]
        .filter(Boolean)
        .join('\n\n');
}
/** The commands that a remedy names, in order. */
const commandsIn = (remedy) => [
    ...new Set([...remedy.matchAll(/`((?:uv|git) [^`\n]{1,200})`/g)].map(([, command]) => command ?? '')),
];
/** A table in Markdown; none without rows. */
function table(header, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
const numberOf = (findings, level) => findings.filter((finding) => finding.level === level).length;
/** `2 errors, 1 warning`; empty without any. */
function counts(findings) {
    return LEVELS.map((level) => counted(numberOf(findings, level), level))
        .filter((part) => !part.startsWith('0 '))
        .join(', ');
}
/** `1 problem`, `2 problems` */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const remedyOf = ({ remedy }) => (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(remedy ?? '');
const what = ({ code, message }, { documents }) => `**${linkedCode(code, documents)}** ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(message)}`;
/** A code that leads to its explanation, where there is one. */
const linkedCode = (code, documents) => link((0,_findings_documents_js__WEBPACK_IMPORTED_MODULE_2__/* .explanationOf */ .p)(code, documents), code);
/** `uv.lock:3`, which leads to that line of the commit; empty for what has no place. */
function place({ file, line }, { files }) {
    if (file === undefined)
        return '';
    const path = file.split('/').map(encodeURIComponent).join('/');
    const isInside = files !== '' && file.length <= 1000 && !/^(?:\.{0,2}$|\.\.\/|\/)/.test(file);
    const url = isInside ? `${files}/${path}${line === undefined ? '' : `#L${line}`}` : undefined;
    const shown = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(file, 120);
    return `<code>${link(url, line === undefined ? shown : `${shown}:${line}`)}</code>`;
}
/** A link in HTML; the text alone where the address is none, or holds a secret. */
function link(url, text = url) {
    if (!url || !text)
        return text ? (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text) : '';
    if (url !== (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(url) || !/^https?:\/\/[^\s<>"'()]+$/.test(url))
        return (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text);
    return `<a href="${url.replaceAll('&', '&amp;')}">${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text)}</a>`;
}


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yb: () => (/* binding */ announced),
  o6: () => (/* binding */ openGitHub),
  ne: () => (/* binding */ withdraw)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __nccwpck_require__(4879);
// EXTERNAL MODULE: ./src/ports/state.ts
var state = __nccwpck_require__(6001);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __nccwpck_require__(3891);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var http_json = __nccwpck_require__(5819);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __nccwpck_require__(6317);
// EXTERNAL MODULE: ./src/ports/http/client.ts
var client = __nccwpck_require__(5014);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __nccwpck_require__(3880);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __nccwpck_require__(4087);
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
var aside = __nccwpck_require__(7160);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
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
var finding_blocks = __nccwpck_require__(3062);
// EXTERNAL MODULE: ./src/report/summary.ts + 1 modules
var summary = __nccwpck_require__(4677);
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
var github_deployments = __nccwpck_require__(2080);
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ aside)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);

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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ closeDeployment),
/* harmony export */   QV: () => (/* binding */ deactivateEnvironment),
/* harmony export */   jl: () => (/* binding */ finishDeployment),
/* harmony export */   tY: () => (/* binding */ beginDeployment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4087);



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


/***/ }),

/***/ 4677:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xr: () => (/* binding */ onGitHub),
  V4: () => (/* binding */ outputs),
  z: () => (/* binding */ summary)
});

// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __nccwpck_require__(9967);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __nccwpck_require__(4087);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __nccwpck_require__(6317);
// EXTERNAL MODULE: ./src/report/finding-blocks.ts
var finding_blocks = __nccwpck_require__(3062);
;// CONCATENATED MODULE: ./src/report/headline.ts


/** The app is on the server, but not as it should be. */
const AFTER_UPLOAD = ['unhealthy', 'first-visit', 'old-release-answers'];
const has = (findings, ...codes) => findings.some(({ code }) => codes.includes(code));
/** What happened to which app, in one sentence of Markdown. Pure. */
function headline(status, entries) {
    const { name, platform, findings, mode } = entries;
    const app = name ? (0,findings_text/* markdown */.wD)((0,findings_text/* quote */.hD)(name, 200)) : mode === 'teardown' ? 'A preview' : 'The project';
    const subject = mode === 'preview' ? `The preview of ${app}` : app;
    const at = (word) => (platform ? ` ${word} ${platform}` : '');
    const errors = findings.filter(({ level }) => level === 'error').length;
    const warnings = findings.filter(({ level }) => level === 'warning').length;
    const problems = errors === 0 ? '' : `: ${(0,finding_blocks/* counted */.hS)(errors, 'problem')}`;
    switch (status) {
        case 'deployed':
            return has(findings, 'not-followed')
                ? `\u2705 ${subject} was uploaded${at('to')}`
                : `\u2705 ${subject} was deployed${at('to')}`;
        case 'unchanged':
            return `\u2705 ${subject}${at('on')} is unchanged`;
        case 'removed':
            return `\u2705 The preview of ${app} was removed${at('from')}`;
        case 'invoked':
            return has(findings, 'not-followed', 'run-not-followed')
                ? `\u2705 ${app} was started${at('on')}`
                : `\u2705 ${app} ran${at('on')}`;
        case 'checked':
            return `\u2705 ${app} is ready${at('for')}${warnings === 0 ? '' : `: ${(0,finding_blocks/* counted */.hS)(warnings, 'warning')}`}`;
        case 'skipped':
            return `\u23ed\ufe0f ${subject} was skipped`;
        case 'timed-out':
            return mode === 'invoke'
                ? `\u231b The run of ${app}${at('on')} timed out`
                : `\u231b The deployment of ${app}${at('to')} timed out`;
        case 'failed':
            return `\u274c ${failed(entries, { app, subject, at })}${problems}`;
        default:
            return status;
    }
}
function failed({ mode, findings, uploadingTo, deploymentId }, { app, subject, at }) {
    if (mode === undefined)
        return 'Failed';
    if (mode === 'check')
        return `${app} is not ready${at('for')}`;
    if (mode === 'invoke')
        return `The run of ${app}${at('on')} failed`;
    if (mode === 'teardown')
        return `${app} was not removed${at('from')}`;
    if (has(findings, 'rolled-back'))
        return `${subject} was not healthy${at('on')}, and was rolled back`;
    if (has(findings, ...AFTER_UPLOAD))
        return `${subject} was deployed${at('to')}, but is not healthy`;
    if (uploadingTo !== undefined || deploymentId !== undefined)
        return `The deployment of ${subject}${at('to')} failed`.replace('of The', 'of the');
    return `${subject} was not deployed${at('to')}`;
}
/** What of a failed deployment is live, where nobody else says it: nothing had been sent yet. */
function whatIsLive(status, { mode, platform, uploadingTo, deploymentId }) {
    const isDeploying = mode === 'deploy' || mode === 'preview';
    if (status !== 'failed' || !isDeploying || uploadingTo !== undefined || deploymentId !== undefined)
        return '';
    return `Nothing was sent to ${platform ?? 'the server'}: what is live there did not change.`;
}

;// CONCATENATED MODULE: ./src/report/summary.ts





/** Every output of action.yml with its value; an empty one is not known. Pure. */
function outputs(status, entries) {
    return {
        status,
        url: (0,secrets/* redact */.E$)(entries.url ?? '', 'credential'),
        'console-url': (0,secrets/* redact */.E$)(entries.consoleUrl ?? '', 'credential'),
        id: entries.id ?? '',
        'deployment-id': entries.deploymentId ?? '',
        'invocation-id': entries.invocationId ?? '',
        'python-version': entries.pythonVersion ?? '',
        'manifest-path': entries.manifestPath ?? '',
        'bundle-path': entries.bundlePath ?? '',
        'bundle-sha256': entries.bundleSha256 ?? '',
        'bundle-size': entries.bundleSize === undefined ? '' : String(entries.bundleSize),
        'cache-hit': entries.cacheHit === undefined ? 'false' : String(entries.cacheHit),
        health: entries.health === undefined ? '' : JSON.stringify(entries.health),
    };
}
/**
 * The job summary, in Markdown: what happened, what is live, the problems, the app, and folded what only a search for a cause needs.
 * All that comes from the project or a server is escaped. Pure.
 */
function summary(status, entries, context) {
    const health = (entries.health ?? []).map(({ path, status: code, ms, attempts }) => [
        `<code>${(0,findings_text/* markdown */.wD)(path)}</code>`,
        code === 0 ? 'no response' : String(code),
        String(attempts),
        (0,units/* duration */.p0)(ms),
    ]);
    const isKnown = ([, value]) => value !== '';
    const stages = entries.stages.map(({ name, ms }) => [name, (0,units/* duration */.p0)(ms)]);
    const details = [...detailsOf(entries).filter(isKnown), ...stages];
    const links = { documents: context.documents, files: filesOf(context) };
    const blocks = [
        `### ${headline(status, entries)}`,
        whatIsLive(status, entries),
        ...(0,finding_blocks/* findingBlocks */.Y1)(entries.findings, entries.ignored, links),
        (0,finding_blocks/* table */.tp)(['', ''], rowsOf(entries, context).filter(isKnown)),
        (0,finding_blocks/* table */.tp)(['Path', 'Response', 'Tries', 'Time'], health),
        entries.run?.log ? `The end of the log:\n\n<pre>${(0,findings_text/* preformatted */.EC)(entries.run.log)}</pre>` : '',
        entries.notes.map((note) => `- ${(0,findings_text/* markdown */.wD)(note)}`).join('\n'),
        (0,finding_blocks/* folded */.TM)(details.length > 0 ? 'Details' : '', (0,finding_blocks/* table */.tp)(['', ''], details)),
    ];
    return `${within(LIMIT, blocks.filter(Boolean)).join('\n\n')}\n`;
}
/** The files of the commit on GitHub, without a slash at the end; empty where the commit is not known. */
const filesOf = ({ repositoryUrl, pullRequest, sha }) => onGitHub(repositoryUrl, 'blob', pullRequest?.sha || sha) ?? '';
/** The page or the files of a commit; nothing where the repository or the commit is not known. */
const onGitHub = (repositoryUrl, what, sha) => repositoryUrl !== '' && /^[0-9a-f]{7,64}$/.test(sha) ? `${repositoryUrl}/${what}/${sha}` : undefined;
/** What the run was about, a row each; an empty value is not known. */
function rowsOf(entries, { sha, repositoryUrl }) {
    const isPrivate = entries.isPrivate ? ' (private: sign in to open it)' : '';
    return [
        ['URL', entries.url ? `${(0,finding_blocks/* link */.nf)(entries.url)}${isPrivate}` : ''],
        ['Console', (0,finding_blocks/* link */.nf)(entries.consoleUrl)],
        ['Deployment', entries.deploymentId ? (0,finding_blocks/* link */.nf)(entries.logUrl, entries.deploymentId) : ''],
        ['Run', entries.invocationId ? (0,finding_blocks/* link */.nf)(entries.logUrl, entries.invocationId) : ''],
        ['Duration', entries.run?.ms === undefined ? '' : (0,units/* duration */.p0)(entries.run.ms)],
        ['Parameters', (0,findings_text/* markdown */.wD)((entries.run?.params ?? []).map((name) => (0,findings_text/* quote */.hD)(name)).join(', '))],
        ['App', (0,findings_text/* markdown */.wD)([entries.contentType, entries.entrypoint].filter(Boolean).join(', '))],
        ['Commit', sha ? `<code>${(0,finding_blocks/* link */.nf)(onGitHub(repositoryUrl, 'commit', sha), sha.slice(0, 12))}</code>` : ''],
    ];
}
function detailsOf(entries) {
    const { pythonVersion, uvVersion, bundleSize, bundleSha256, fileCount } = entries;
    const versions = [pythonVersion && `Python ${pythonVersion}`, uvVersion && `uv ${uvVersion}`];
    return [
        ['Versions', (0,findings_text/* markdown */.wD)(versions.filter(Boolean).join(', '))],
        ['Bundle', bundleSize === undefined ? '' : `${fileCount} files, ${(0,units/* bytes */.ee)(bundleSize)}`],
        ['SHA-256', bundleSha256 ? `<code>${bundleSha256}</code>` : ''],
    ];
}
/** GitHub refuses a step's summary over 1 MiB as a whole; a little is left for what escaping and masking may add. */
const LIMIT = 1_000_000;
/** The blocks as far as they fit, in bytes: of one that does not fit, its first lines. The end then says that something is missing. */
function within(limit, blocks) {
    let room = limit;
    const take = (text) => {
        const size = Buffer.byteLength(text) + 2;
        if (size > room)
            return false;
        room -= size;
        return true;
    };
    let isCut = false;
    const kept = blocks.map((block) => {
        if (take(block))
            return block;
        isCut = true;
        const lines = block.split('\n');
        const end = lines.findIndex((line) => !take(line));
        const left = lines.slice(0, end < 0 ? undefined : end).join('\n');
        return left.startsWith('<details>') ? `${left}\n\n</details>` : left;
    });
    return isCut ? [...kept.filter(Boolean), 'This summary is too long and was cut: the log has all of it.'] : kept;
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
