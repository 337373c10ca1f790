export const id = 226;
export const ids = [226];
export const modules = {

/***/ 7226:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  command: () => (/* binding */ command)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
;// CONCATENATED MODULE: ./src/inputs/command-line.ts


const USAGE = `Usage: uv-deploy check [FOLDER] [options]

Checks a uv project for what would fail on the server. Nothing is sent anywhere, and no credential is needed.

  FOLDER                     the project, by default the current folder
  --working-directory PATH   the same, as the action's input is called
  --platform NAME            ricochet, connect, clever-cloud or deploymill; by default what the project says
  --preflight LEVEL          static (the default; nothing is run), sync, start, image or auto
  --fail-on LEVEL            error (the default) or warning
  --verbose                  shows what is done, too
  --help

The exit code is 0 when nothing fails the check, 1 when something does, and 2 when the command is not understood.
`;
/** Reads the arguments of `uv-deploy`. Values are judged later, as those of the action's inputs are. Pure. */
function readCommand(args) {
    try {
        const { values, positionals } = (0,external_node_util_.parseArgs)({
            args: [...args],
            allowPositionals: true,
            options: {
                platform: { type: 'string', default: '' },
                preflight: { type: 'string', default: 'static' },
                'fail-on': { type: 'string', default: 'error' },
                'working-directory': { type: 'string' },
                verbose: { type: 'boolean', default: false },
                help: { type: 'boolean', short: 'h' },
            },
        });
        const { help, verbose, 'working-directory': directory, ...inputs } = values;
        const [verb, ...folders] = positionals;
        if (help || verb === undefined)
            return { is: 'usage' };
        if (verb !== 'check')
            return mistake(`There is no command '${verb}'. Write: uv-deploy check ${verb}`);
        const [folder = '.', ...others] = [...(directory === undefined ? [] : [directory]), ...folders];
        if (others.length > 0)
            return mistake('A command checks one folder. Run it once for each.');
        return { is: 'check', folder, inputs, isVerbose: verbose };
    }
    catch (error) {
        return mistake((0,finding/* messageOf */.bD)(error));
    }
}
const mistake = (message) => ({ is: 'mistake', message });

// EXTERNAL MODULE: ./src/ports/context.ts
var context = __webpack_require__(6559);
// EXTERNAL MODULE: ./src/ports/paths.ts
var paths = __webpack_require__(7368);
// EXTERNAL MODULE: ./src/ports/uv.ts
var uv = __webpack_require__(7129);
// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/report/finding-blocks.ts
var finding_blocks = __webpack_require__(3062);
;// CONCATENATED MODULE: ./src/report/terminal.ts






/** What a remedy says that was written for a workflow, and what that is here. */
const OF_A_STEP = /\bthe step\b|\bthis step\b|`with:`|\bworking-directory\b/;
const IN_A_TERMINAL = 'Here, inputs of the step are options, such as `--platform ricochet`, and the folder is an argument: `uv-deploy check apps/api`.';
const COLOURS = { error: 'red', warning: 'yellow', notice: 'cyan' };
/**
 * A terminal, where a check has been started by hand: `file:line:col: level code message`, the remedy below it. `place` says where paths
 * of findings begin (`checkout`), and what they are shown relative to (`from`).
 */
function createTerminal({ write, hasColours }, place, isVerbose) {
    const found = [];
    const paint = (format, text) => hasColours ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text;
    const say = (text) => {
        if (isVerbose)
            write(`${paint('dim', (0,findings_text/* plain */.pj)(text))}\n`);
    };
    const shown = (file) => (0,findings_text/* quote */.hD)((0,paths/* shownIn */.fz)(place.from, (0,external_node_path_.join)(place.checkout, file)), 300);
    const where = ({ file, line, column }) => file === undefined ? '' : `${[shown(file), line, line && column].filter((part) => part !== undefined).join(':')}: `;
    const host = {
        info: say,
        quoted: (text) => say(text.replace(/^/gm, '  | ')),
        debug: () => { },
        annotate: (finding) => {
            const { level, code, message, remedy } = finding;
            found.push(finding);
            const lines = (0,findings_text/* plain */.pj)(message).replaceAll('\n', '\n  ');
            write(`${where(finding)}${paint(COLOURS[level], level)} ${paint('bold', code)} ${lines}\n`);
            if (remedy)
                write((0,findings_text/* plain */.pj)(remedy).replace(/^(?=.)/gm, '  ') + '\n');
        },
        startGroup: say,
        endGroup: () => { },
        mask: (secret, kind) => void (0,secrets/* keepSecret */.gz)(secret, kind),
        output: () => { },
        state: () => '',
        saveState: () => { },
        summary: async () => { },
    };
    return {
        host,
        /** The last line: how many findings there are in `what`. */
        close: (what) => {
            if (found.some(({ remedy = '' }) => OF_A_STEP.test(remedy)))
                write(`${IN_A_TERMINAL}\n`);
            write(`${paint('bold', `${(0,findings_text/* quote */.hD)(what, 200)}: ${(0,finding_blocks/* counts */.tQ)(found) || 'no problems'}`)}\n`);
        },
    };
}

;// CONCATENATED MODULE: ./src/modes/command.ts









/** The oldest Node that has all that the code uses; the runner brings a newer one. */
const OLDEST_NODE = 22;
const WITH_NODE = 'For the pre-commit hook, write `language_version: lts` under its id: pre-commit then brings one.';
/**
 * `uv-deploy check`: the same step as on a runner, in a terminal or a pre-commit hook. Answers the exit code: 0, 1 when the check fails,
 * 2 when the arguments are not understood. Only what uv needs of the variables is read: no credential, nothing of a job around it.
 */
async function command(terminal, step) {
    const { stdout, stderr, environment: outer, node } = terminal;
    if (Number.parseInt(node, 10) < OLDEST_NODE) {
        stderr.write(`uv-deploy needs Node ${OLDEST_NODE} or newer, and this is Node ${node}. ${WITH_NODE}\n`);
        return 2;
    }
    const asked = readCommand(terminal.args);
    if (asked.is === 'mistake') {
        stderr.write(`${asked.message}\n\n${USAGE}`);
        return 2;
    }
    if (asked.is === 'usage') {
        stdout.write(USAGE);
        return 0;
    }
    const from = process.cwd();
    const start = (0,paths/* realPathOf */.dN)((0,external_node_path_.resolve)(asked.folder)) ?? (0,external_node_path_.resolve)(asked.folder);
    const folder = asked.folder === '.' ? projectAround(start) : start;
    const checkout = checkoutOf(folder, from);
    const screen = {
        write: (text) => void stdout.write(text),
        hasColours: stdout.isTTY === true && !outer.NO_COLOR,
    };
    const { host, close } = createTerminal(screen, { checkout, from: (0,paths/* realPathOf */.dN)(from) ?? from }, asked.isVerbose);
    // On macOS and Windows, the system's name of the folder is not its real path.
    const temp = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'uv-deploy-')));
    try {
        const inputs = { ...asked.inputs, mode: 'check', 'working-directory': (0,external_node_path_.relative)(checkout, folder) || '.' };
        const environment = {
            ...(0,uv/* uvEnvironment */.dF)(outer),
            ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
            ...{ GITHUB_WORKSPACE: checkout, RUNNER_TEMP: temp },
        };
        const exitCode = await step({ host, context: (0,context/* readContext */.y)(environment), environment });
        close(asked.folder === '.' ? 'uv-deploy' : asked.folder);
        return exitCode;
    }
    finally {
        await (0,promises_.rm)(temp, { recursive: true, force: true });
    }
}
/** The folder that has pyproject.toml: this one, or the next one above it in the repository, as uv looks for it. */
const projectAround = (folder) => (0,paths/* foldersUp */.TS)(folder, repositoryOf(folder)).find((above) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(above, 'pyproject.toml'))) ?? folder;
const repositoryOf = (folder) => (0,paths/* foldersUp */.TS)(folder).find((above) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(above, '.git')));
/** The repository that the folder is in; without one, where the command was started, or the folder itself. */
function checkoutOf(folder, from) {
    const repository = repositoryOf(folder);
    if (repository !== undefined)
        return repository;
    const start = (0,paths/* realPathOf */.dN)(from);
    return start !== undefined && (0,paths/* isInside */.FK)(start, folder) ? start : folder;
}


/***/ }),

/***/ 7368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FK: () => (/* binding */ isInside),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   TS: () => (/* binding */ foldersUp),
/* harmony export */   dN: () => (/* binding */ realPathOf),
/* harmony export */   fz: () => (/* binding */ shownIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2861);



/** Whether `path` is `folder` or below it. Both absolute and real. */
function isInside(folder, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
/** How annotations name a path: relative to the checkout, with forward slashes. */
const shownIn = (checkout, path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(checkout, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/') || '.';
/** A folder and those around it, the nearest first: up to `top`, else to where there is none above. */
function foldersUp(folder, top) {
    const found = [folder];
    for (let last = folder; last !== top && last !== (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last);) {
        last = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(last);
        found.push(last);
    }
    return found;
}
/** A path without links; `undefined` where nothing is there, or it can't be looked at. */
const realPathOf = (path) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path));
/** What a folder holds, in the order of its names; nothing where it is none. */
const entriesOf = (folder) => ((0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder, { withFileTypes: true })) ?? []).sort((a, b) => (a.name < b.name ? -1 : 1));


/***/ }),

/***/ 7129:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d4: () => (/* binding */ findUv),
/* harmony export */   dF: () => (/* binding */ uvEnvironment),
/* harmony export */   en: () => (/* binding */ uvReason),
/* harmony export */   vQ: () => (/* binding */ indexPasswords)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2861);
/* harmony import */ var _child_env_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2064);





/**
 * How packages and Pythons are reached from this machine, by https://docs.astral.sh/uv/reference/environment/. What else variables
 * can say (what is resolved, built or installed, and how) is left out: a server has not heard it.
 */
const REACH = (0,_child_env_js__WEBPACK_IMPORTED_MODULE_3__/* .variableNames */ .zo)(`
  (?:UV_)?(?:HTTPS?|ALL|NO)_PROXY UV_(?:HTTP|REQUEST)_\\w+ HTTP_TIMEOUT UV_CONCURRENT_\\w+ UV_OFFLINE UV_LOCK_TIMEOUT
  SSL_CERT_(?:FILE|DIR) SSL_CLIENT_CERT UV_SYSTEM_CERTS UV_NATIVE_TLS UV_INSECURE_HOST (?:REQUESTS|CURL)_CA_BUNDLE
  UV_CACHE_DIR UV_LINK_MODE UV_PYPY_INSTALL_MIRROR UV_(?:NO_)?MANAGED_PYTHON
  UV_PYTHON_(?:INSTALL_DIR|CACHE_DIR|INSTALL_MIRROR|DOWNLOADS(?:_JSON_URL)?|PREFERENCE|SEARCH_PATH)
`);
const INDEXES = (0,_child_env_js__WEBPACK_IMPORTED_MODULE_3__/* .variableNames */ .zo)('UV_DEFAULT_INDEX UV_INDEX(?:_URL|_STRATEGY)? UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_NO_INDEX');
/** What logs in to private indexes and repositories. */
const ACCESS = (0,_child_env_js__WEBPACK_IMPORTED_MODULE_3__/* .variableNames */ .zo)(`
  UV_INDEX_\\w+_(?:USERNAME|PASSWORD) UV_KEYRING_PROVIDER UV_CREDENTIALS_DIR NETRC
  SSH_AUTH_SOCK SSH_AGENT_PID (?:GIT|SSH)_ASKPASS GIT_SSH(?:_COMMAND|_VARIANT)? GIT_SSL_CA(?:INFO|PATH) GIT_TERMINAL_PROMPT
  GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|(?:KEY|VALUE)_\\d+)
`);
/** What logs in to package indexes: uv hides it, and the code that builds a package may print it. */
const indexPasswords = (environment) => Object.entries(environment).flatMap(([name, value]) => (value && /^UV_INDEX_\w+_PASSWORD$/i.test(name) ? value : []));
/** The environment for uv and what it starts, such as the code that builds a package. */
const uvEnvironment = (environment) => ({
    ...(0,_child_env_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnvironment */ .Qc)(environment, REACH, INDEXES, ACCESS),
    ...{ NO_COLOR: '1', UV_NO_PROGRESS: '1' },
});
/** Answers uv when it is on PATH and runs. */
async function findUv(exec, cwd, environment, signal) {
    // The one in the project's folder may be committed, and uv asks an environment's Python what it is.
    const elsewhere = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'uv-deploy-environment');
    const base = { ...uvEnvironment(environment), UV_PROJECT_ENVIRONMENT: elsewhere };
    const run = (args, options) => exec('uv', args, { cwd: options.cwd, env: { ...base, ...options.env }, signal: options.signal ?? signal });
    try {
        const { exitCode, stdout } = await run(['--version'], { cwd });
        const version = /^uv (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
        if (exitCode !== 0 || version === undefined)
            return undefined;
        // Else the project's own configuration chooses a folder, which may be anywhere.
        if (!base.UV_CACHE_DIR) {
            const folder = (await run(['cache', 'dir', '--no-config'], { cwd })).stdout.trim();
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder))
                base.UV_CACHE_DIR = folder;
        }
        return { version, ownSettings: ownSettings(base), run };
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return undefined;
    }
}
function ownSettings(environment) {
    const settings = new Map();
    for (const [name, value] of Object.entries(environment))
        if (value && INDEXES.test(name))
            settings.set(name, value);
    const { XDG_CONFIG_HOME, HOME = '', APPDATA, PROGRAMDATA } = environment;
    const folders = process.platform === 'win32' ? [APPDATA, PROGRAMDATA] : [XDG_CONFIG_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(HOME, '.config'), '/etc'];
    for (const folder of folders) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder ?? '', 'uv', 'uv.toml');
        const text = (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8')); // most machines have none
        if (text !== undefined)
            settings.set(file, text);
    }
    return settings;
}
/** uv's own words for why it failed: from the first `error:` or `\u00d7` on, without warnings and progress. */
function uvReason(stderr) {
    const lines = stderr
        .split('\n')
        .filter((line) => !/^(?:warning:|Using CPython|Creating virtual|Resolved |Prepared |Installed |Downloading |Building )/.test(line.trim()));
    const first = lines.findIndex((line) => /^\s*(?:error:|\u00d7)/.test(line));
    return (first < 0 ? lines : lines.slice(first)).join('\n').trim();
}


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


/***/ })

};
