export const id = 881;
export const ids = [881];
export const modules = {

/***/ 96:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ partOf),
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
/** The longest candidate that is a part of `word`: `connect` for `posit-connect`. Short ones are in too many words. */
const partOf = (word, candidates) => candidates.filter((one) => one.length > 4 && word.includes(one)).sort((a, b) => b.length - a.length)[0];
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

/***/ 6317:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ inputText),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   cW: () => (/* binding */ SECRETS)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);



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
/** What other actions call these. */
const MEANT = { 'api-key': 'token', key: 'token', host: 'server', url: 'server' };
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
        const dashed = name.replaceAll('_', '-');
        const meant = MEANT[dashed.replace(/^.*(?=api-key)/, '')] ?? (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(dashed, INPUT_NAMES) ?? (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .partOf */ .B)(dashed, INPUT_NAMES);
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

/***/ 3891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   bI: () => (/* binding */ isTable)
/* harmony export */ });
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5819);


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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/* harmony import */ var _findings_documents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9148);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);



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

/***/ 4677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xr: () => (/* binding */ onGitHub),
  V4: () => (/* binding */ outputs),
  z: () => (/* binding */ summary)
});

// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/report/finding-blocks.ts
var finding_blocks = __webpack_require__(3062);
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
            return `\u2705 ${removed(entries.removed ?? 1, app, at)}`;
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
/** How many previews are gone; none where somebody else had removed them. */
function removed(count, app, at) {
    if (count === 0)
        return `${app} had no preview${at('on')} to remove`;
    return count === 1
        ? `The preview of ${app} was removed${at('from')}`
        : `${count} previews of ${app} were removed${at('from')}`;
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


/***/ })

};
