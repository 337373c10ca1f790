export const id = 509;
export const ids = [509];
export const modules = {

/***/ 5738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readGitignore)
/* harmony export */ });
/* harmony import */ var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7312);
/* harmony import */ var _pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6230);


/**
 * Reads a .gitignore as git does. Upper and lower case differ, as they do for git on the server's system. Who asks goes through the
 * folders from above: what is in an ignored one is not asked for.
 */
function readGitignore(text) {
    const lines = text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .flatMap(readLine);
    return (path, isFolder) => {
        const name = (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(path);
        const last = lines.findLast((line) => (isFolder || !line.isForFolders) && line.fits(line.isAnchored ? path : name));
        return last && (last.keeps ? 'kept' : 'ignored');
    };
}
function readLine(line) {
    if (line.startsWith('#'))
        return [];
    const [, bang, pattern = ''] = /^(!?)(.*)$/s.exec(withoutBlanks(line)) ?? [];
    const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
    const steps = bare === '' ? undefined : (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .readGlob */ .pV)(bare, { braces: false });
    if (steps === undefined)
        return [];
    const isAnchored = pattern.startsWith('/') || bare.includes('/');
    return [{ keeps: bang === '!', isForFolders: pattern.endsWith('/'), isAnchored, fits: (0,_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .matcher */ .jN)(steps) }];
}
/** Blanks at the end count behind a backslash only. */
function withoutBlanks(line) {
    const bare = line.replace(/ +$/, '');
    const slashes = /\\*$/.exec(bare)?.[0].length ?? 0;
    return slashes % 2 === 1 && bare.length < line.length ? `${bare} ` : bare;
}


/***/ }),

/***/ 7312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ew: () => (/* binding */ folderGlobs),
  Vb: () => (/* binding */ nameOf),
  pS: () => (/* binding */ pathGlobs)
});

// EXTERNAL MODULE: ./src/bundle/pattern.ts
var bundle_pattern = __webpack_require__(6230);
;// CONCATENATED MODULE: ./src/bundle/globset.ts

const SLASH = { char: '/' };
const ALL = { many: bundle_pattern/* anything */.D8 };
/** What `**` stands for at the start, at the end and within a pattern. */
const PREFIX = bundle_pattern/* FOLDERS */.Yk;
const SUFFIX = { ways: [[SLASH, ALL]] };
const MIDDLE = { ways: [[SLASH, bundle_pattern/* FOLDERS */.Yk]] };
/** UTF-8 as a text of bytes: globset's `?` and `[\u2026]` match one byte. */
const bytesOf = (text) => Buffer.from(text).toString('latin1');
/**
 * A pattern as Rust's globset reads it with its default options, for `bytesOf` a path: `*` and `?`
 * cross slashes. `undefined` where globset refuses it (a bracket or brace that is not closed, a range that runs backwards).
 */
function globset(pattern) {
    const glob = bytesOf(pattern);
    /** What is read so far: of the pattern, and of each alternative that is not closed yet. */
    const branches = [[]];
    const groups = [];
    for (let at = 0; at < glob.length; at++) {
        const char = glob.charAt(at);
        const tokens = branches.at(-1) ?? [];
        if (char === '?') {
            tokens.push({ one: bundle_pattern/* anything */.D8 });
        }
        else if (char === '*' && glob[at + 1] !== '*') {
            tokens.push(ALL);
        }
        else if (char === '*') {
            const before = glob[at - 1];
            at += 1;
            const next = glob[at + 1];
            const isLast = next === undefined || (groups.length > 0 && (next === ',' || next === '}'));
            if (tokens.length === 0 ? next !== undefined && next !== '/' : before !== '/' || !(isLast || next === '/')) {
                tokens.push(ALL);
                continue;
            }
            const last = tokens.pop();
            if (last === undefined || last === PREFIX)
                tokens.push(PREFIX);
            else
                tokens.push(isLast || last === SUFFIX ? SUFFIX : MIDDLE);
            if (next === '/')
                at += 1;
        }
        else if (char === '[') {
            const [whole, negation, content = ''] = /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob.slice(at)) ?? [];
            const set = content === '' ? undefined : ranges(content);
            if (whole === undefined || set === undefined)
                return undefined;
            tokens.push({ one: (char) => set.some(([low, high]) => low <= char && char <= high) !== (negation !== '') });
            at += whole.length - 1;
        }
        else if (char === '{') {
            groups.push(branches.length);
            branches.push([]);
        }
        else if (char === '}') {
            const start = groups.pop();
            if (start === undefined)
                return undefined;
            const ways = branches.splice(start).filter((branch) => branch.length > 0);
            branches.at(-1)?.push({ ways: ways.length > 0 ? ways : [[]] });
        }
        else if (char === ',' && groups.length > 0) {
            branches.push([]);
        }
        else if (char === '\\') {
            at += 1;
            if (at === glob.length)
                return undefined;
            tokens.push({ char: glob.charAt(at) });
        }
        else {
            tokens.push({ char });
        }
    }
    const [tokens = [], ...open] = branches;
    if (open.length > 0)
        return undefined;
    return (0,bundle_pattern/* matcher */.jN)(tokens.length === 1 && tokens[0] === PREFIX ? [ALL] : tokens);
}
/** `a-z-` as the ranges of a set; `undefined` when one runs backwards. */
function ranges(content) {
    const found = [];
    let isOpen = false;
    for (const [index, char] of [...content].entries()) {
        const last = found.at(-1);
        if (isOpen && last) {
            last[1] = char;
            if (char < last[0])
                return undefined;
            isOpen = false;
        }
        else if (char === '-' && index > 0) {
            isOpen = true;
        }
        else {
            found.push([char, char]);
        }
    }
    if (isOpen)
        found.push(['-', '-']);
    return found;
}

;// CONCATENATED MODULE: ./src/bundle/glob.ts


/**
 * Patterns as `.gitignore` users write them: `*` stays within a folder, `**` does not, and a pattern that matches a folder takes
 * all that is in it. A pattern without a slash matches at any depth; one behind `!` gives back what those before it have taken.
 */
function folderGlobs(patterns) {
    if (patterns.some((pattern) => pattern.startsWith('!')))
        return inTurn(patterns);
    const matchers = patterns.flatMap(folderGlob);
    if (matchers.length === 0)
        return () => false;
    const folders = new Map([['', false]]);
    const takes = (path) => matchers.some((matches) => matches(path)) || isTaken(folderOf(path));
    const isTaken = (folder) => {
        const known = folders.get(folder) ?? takes(folder);
        folders.set(folder, known);
        return known;
    };
    return takes;
}
/** Of several patterns, the last one that matches decides. */
function inTurn(patterns) {
    const rules = patterns.map((pattern) => ({
        takes: !pattern.startsWith('!'),
        matches: folderGlobs([pattern.replace(/^!+/, '')]),
    }));
    return (path) => rules.findLast(({ matches }) => matches(path))?.takes ?? false;
}
const folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
function folderGlob(pattern) {
    const bare = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
    const steps = bare === '' ? undefined : (0,bundle_pattern/* readGlob */.pV)(bare, { braces: true });
    if (steps === undefined)
        return [];
    const matches = (0,bundle_pattern/* matcher */.jN)(steps);
    return [bare.includes('/') || pattern.startsWith('/') ? matches : (path) => matches(nameOf(path))];
}
/**
 * Patterns as Rust's globset reads them, which ricochet's own client uses: `*` and `?` cross slashes, and the whole path must
 * match, so that `data` alone takes nothing from a folder named data.
 */
function pathGlobs(patterns) {
    const matchers = patterns.map(globset).filter((matches) => matches !== undefined);
    return (path) => matchers.some((matches) => matches(bytesOf(path)));
}


/***/ }),

/***/ 1346:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aq: () => (/* binding */ isLeftOutFolder),
/* harmony export */   d5: () => (/* binding */ isNeverDeployed),
/* harmony export */   ig: () => (/* binding */ leftOut),
/* harmony export */   q$: () => (/* binding */ isEnvTemplate),
/* harmony export */   qb: () => (/* binding */ isEnvFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/** Folders that are made again on every machine. */
const FOLDERS = new Set(`.git .hg .svn .venv .renv __pycache__ .pytest_cache .mypy_cache .ruff_cache
  .hypothesis .ipynb_checkpoints .tox .nox .eggs .pixi .conda __pypackages__ .uv-cache`.split(/\s+/));
const FILES = new Set(['.git', '.DS_Store']);
/** What a step before this one may have found: with it, no bundle would be like the last. */
const REPORT = /\.sarif(?:\.json)?$/;
/** What an environment of Python has at its top: a virtual one, one of conda, one of an old virtualenv, and one of Windows. */
const SIGNS = [
    ['pyvenv.cfg'],
    ['conda-meta/history'],
    ['bin/activate', 'bin/python'],
    ['Lib/site-packages', 'Scripts/python.exe'],
];
/** Whether a folder never belongs in a bundle: by its name, or because it is a virtual environment. */
const isLeftOutFolder = (name, path) => FOLDERS.has(name) || SIGNS.some((files) => files.every((file) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, file))));
/** `.env`, `.env.production`, `.envrc`: by custom these hold secrets. */
const isEnvFile = (path) => /(?:^|\/)\.env[^/]*$/.test(path);
/** `.env.example` and the like: lists of names, which are committed to be copied. */
const isEnvTemplate = (path) => /(?:^|\/)\.env[^/]*[._-](?:example|sample|template|tmpl|dist)$/i.test(path);
/** Whether a path of the checkout has a name that never belongs in a bundle: it is in such a folder, or custom keeps secrets there. */
const isNeverDeployed = (path) => path.split('/').some((name) => FOLDERS.has(name)) || isEnvFile(path);
/** Tells which files are always left out, whatever names them. Remembers what it has looked up below `dir`. */
function leftOut(dir) {
    const known = new Map([['.', false]]);
    const isLeftOut = (folder) => {
        const cached = known.get(folder);
        if (cached !== undefined)
            return cached;
        const name = folder.slice(folder.lastIndexOf('/') + 1);
        const answer = isLeftOut((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) || isLeftOutFolder(name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, folder));
        known.set(folder, answer);
        return answer;
    };
    return (path) => FILES.has(path.slice(path.lastIndexOf('/') + 1)) || REPORT.test(path) || isLeftOut((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
}


/***/ }),

/***/ 5080:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4087);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6317);
/* harmony import */ var _ports_git_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4220);
/* harmony import */ var _ports_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7368);
/* harmony import */ var _ports_regular_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9379);
/* harmony import */ var _gitignore_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5738);
/* harmony import */ var _left_out_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1346);










/** In bytes: the server unpacks below a folder of its own, and no system takes paths of more than 4,096. */
const LONGEST_PATH = 2_000;
/** What is listed through links: two links in each of some folders double it with every folder. */
const MOST_LINKED = 50_000;
const GITIGNORE_LIMIT = 200_000;
/**
 * The files of the project in `dir`: in a git checkout what git tracks or would offer to add, else all that .gitignore allows.
 * Links that lead to something inside the project are followed; those that leave it are errors. `shown` names a path in findings.
 */
async function listFiles(dir, shown, { exec, signal }) {
    const tracked = await gitCandidates(dir, exec, signal);
    // A folder that the repository around it ignores altogether is still what the user asked for.
    const via = tracked && tracked.length > 0 ? 'git' : 'walk';
    const candidates = tracked && tracked.length > 0 ? tracked : walk(dir);
    const findings = [];
    const files = new Map();
    const add = (path, source, executable, stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(source)) => {
        if (stat.isFile()) {
            files.set(path, { path, source, size: stat.size, executable: executable ?? (stat.mode & 0o100) !== 0 });
        }
    };
    const followLink = linkFollower(dir, candidates, add);
    for (const candidate of candidates) {
        const { path, executable, isSubmodule } = candidate;
        const source = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, path);
        const stat = isTooLong(path) ? undefined : lookAt(source);
        const wrong = unusable(candidate, stat) ?? (stat?.isSymbolicLink() ? followLink(candidate) : undefined);
        if (wrong)
            findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3)(...wrong, { file: shown(source) }));
        else if (stat?.isFile())
            add(path, source, executable, stat);
        else if (stat?.isDirectory()) {
            // A submodule: git lists it as one entry.
            const inner = await listFiles(source, shown, { exec, signal });
            if (isSubmodule && inner.files.length === 0) {
                const remedy = 'Set `submodules: true` on the actions/checkout step, or remove the submodule.';
                const message = `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(path, 200)} is a submodule that was not checked out.`;
                findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .warning */ .$e)('submodule-missing', message, remedy, { file: shown(source) }));
            }
            findings.push(...inner.findings);
            for (const file of inner.files)
                files.set(`${path}/${file.path}`, { ...file, path: `${path}/${file.path}` });
        }
    }
    for (const { path, isUntracked } of candidates) {
        const file = isUntracked ? files.get(path) : undefined;
        if (file)
            files.set(path, { ...file, isUntracked: true });
    }
    return { files: [...files.values()], findings, via };
}
/** Why a path can't be deployed, whatever is there. `stat` is `undefined` where nothing is. */
function unusable({ path, unreadable, tooLarge }, stat) {
    const name = () => (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(path, 200);
    if (isTooLong(path)) {
        const message = `The path ${name()} has more than ${LONGEST_PATH} bytes, which the server can't unpack.`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('over-limit', message, 'Shorten it, or exclude its folder.');
    }
    if (tooLarge !== undefined) {
        const message = `${name()} has ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_9__/* .bytes */ .ee)(tooLarge)}; more than ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_9__/* .bytes */ .ee)(GITIGNORE_LIMIT)} is not read.`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('file-too-large', message, 'Commit a .gitignore with a few patterns.');
    }
    if (stat === undefined) {
        // Deleted, but not yet committed: nothing to deploy. A name that is no UTF-8 can't be found again, though.
        if (!path.includes('\ufffd'))
            return undefined;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('file-name', `The name of ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(path)} is not valid UTF-8.`, 'Rename the file.');
    }
    if (unreadable === undefined)
        return undefined;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('unreadable-file', `${name()} can't be read: ${unreadable}.`, 'Check its permissions, or exclude it.');
}
/** Follows the links of the project in `dir`: adds the files that one leads to, or answers why it can't be followed. */
function linkFollower(dir, candidates, add) {
    let linked = 0;
    /** Adds the files that are listed in a linked folder, or all when it is ignored as a whole. */
    const addFolder = (path, folder, seen) => {
        if (linked > MOST_LINKED)
            return;
        const start = `${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(dir, folder).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/')}/`;
        const listed = candidates.filter((candidate) => candidate.path.startsWith(start));
        const inside = listed.map((candidate) => ({ ...candidate, path: candidate.path.slice(start.length) }));
        for (const { path: name, executable } of inside.length > 0 ? inside : walk(folder)) {
            linked += 1;
            if (linked > MOST_LINKED)
                return;
            const source = (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .realPathOf */ .dN)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
            if (source === undefined || !(0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isInside */ .FK)(dir, source))
                continue;
            if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(source).isDirectory())
                add(`${path}/${name}`, source, executable);
            else if (!seen.some((other) => (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isInside */ .FK)(source, other)))
                addFolder(`${path}/${name}`, source, [...seen, source]);
        }
    };
    return ({ path, executable }) => {
        const link = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, path);
        const target = (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .realPathOf */ .dN)(link);
        const start = `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(path, 200)} is a link`;
        if (target === undefined) {
            const message = `${start} to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(link))}, which does not exist.`;
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('broken-link', message, 'Remove the link, or commit its target.');
        }
        if (!(0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isInside */ .FK)(dir, target)) {
            const remedy = 'Replace the link with a copy, or exclude it: only files of the project are deployed.';
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('link-leaves-project', `${start} that leaves the project.`, remedy);
        }
        if ((0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .isInside */ .FK)(target, link))
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('link-cycle', `${start} to a folder that contains it.`, 'Remove the link.');
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(target).isDirectory()) {
            add(path, target, executable);
            return undefined;
        }
        const before = linked;
        addFolder(path, target, [link, target]);
        if (before > MOST_LINKED || linked <= MOST_LINKED)
            return undefined;
        const message = `${start} to a folder; with it, links lead to more than ${MOST_LINKED} files.`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .complaint */ .U4)('over-limit', message, 'Replace the links with copies, or exclude them.');
    };
}
/** Cheap for the paths that people have. */
const isTooLong = (path) => path.length * 3 > LONGEST_PATH && Buffer.byteLength(path) > LONGEST_PATH;
/** What stands at a path itself; `undefined` where nothing does. */
const lookAt = (path) => {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if ((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error) === 'ENOTDIR')
            return undefined; // a file stands where a folder was
        throw error;
    }
};
/** Tracked files and those that are neither tracked nor ignored; `undefined` outside a git checkout. */
async function gitCandidates(dir, exec, signal) {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--stage'];
    const result = await (0,_ports_git_js__WEBPACK_IMPORTED_MODULE_4__/* .git */ .$Y)(dir, args, { exec, signal });
    if (result === undefined || result.exitCode !== 0)
        return undefined;
    const found = new Map();
    for (const entry of result.stdout.split('\0')) {
        const staged = /^(\d{6}) [0-9a-f]+ \d\t([\s\S]*)$/.exec(entry);
        // A repository within ends in a slash, and a submodule that was not checked out lists itself as './'.
        const path = (staged ? (staged[2] ?? '') : entry).replace(/^\.?\/$|\/$/, '');
        if (path === '')
            continue;
        // The index knows the mode on every system; on Windows the disk does not. A link has the mode of what it leads to.
        const mode = staged?.[1] ?? '';
        const isFile = mode.startsWith('100');
        const known = isFile ? { executable: mode === '100755' } : { isSubmodule: mode === '160000' };
        found.set(path, { path, ...known, isUntracked: staged === null });
    }
    return [...found.values()];
}
/** The nearest .gitignore that says anything about a path decides. */
function isIgnored(path, isFolder, nearestFirst) {
    for (const { base, rules } of nearestFirst) {
        const verdict = rules(path.slice(base.length), isFolder);
        if (verdict)
            return verdict === 'ignored';
    }
    return false;
}
/** Every file below `dir` that no .gitignore on the way leaves out. Links are listed, not followed. */
function walk(dir) {
    const found = [];
    const visit = (folder, above) => {
        const absolute = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, folder);
        let entries;
        try {
            entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(absolute, { withFileTypes: true });
        }
        catch (error) {
            // Its name may not be UTF-8: it can't be found by that name then, and judging the candidates reports it.
            found.push({ path: folder, unreadable: (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) });
            return;
        }
        const prefix = folder === '' ? '' : `${folder}/`;
        let levels = above;
        if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
            try {
                const own = (0,_ports_regular_file_js__WEBPACK_IMPORTED_MODULE_6__/* .readRegular */ .V)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(absolute, '.gitignore'), GITIGNORE_LIMIT);
                if ('bytes' in own)
                    levels = [{ base: prefix, rules: (0,_gitignore_js__WEBPACK_IMPORTED_MODULE_7__/* .readGitignore */ .x)(own.bytes.toString()) }, ...above];
                else
                    found.push({ path: `${prefix}.gitignore`, tooLarge: own.size });
            }
            catch (error) {
                found.push({ path: `${prefix}.gitignore`, unreadable: (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error) });
            }
        }
        for (const entry of entries) {
            const path = prefix + entry.name;
            if (isIgnored(path, entry.isDirectory(), levels))
                continue;
            if (!entry.isDirectory() || isTooLong(path))
                found.push({ path });
            else if (!(0,_left_out_js__WEBPACK_IMPORTED_MODULE_8__/* .isLeftOutFolder */ .aq)(entry.name, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(absolute, entry.name)))
                visit(path, levels);
        }
    };
    visit('', []);
    return found;
}


/***/ }),

/***/ 9075:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ manifest)
/* harmony export */ });
/**
 * The manifest of a bundle in Posit Connect's format, version 1: what was deployed, with the MD5 of every file
 * (docs.posit.co/connect/user/manifest, and what rsconnect-python writes).
 */
function manifest(facts, files) {
    const { appmode, entrypoint, primaryHtml, contentCategory, image, managesPython, quarto, packageManager } = facts;
    const jupyter = {
        ...(facts.hides?.all && { hide_all_input: true }),
        ...(facts.hides?.tagged && { hide_tagged_input: true }),
    };
    const environment = {
        ...(facts.requiresPython && { python: { requires: facts.requiresPython } }),
        ...(image && { image }),
        ...(managesPython !== undefined && { environment_management: { python: managesPython } }),
    };
    const record = {
        version: 1,
        locale: 'en_US.UTF-8',
        metadata: {
            appmode,
            ...(entrypoint && { entrypoint }),
            ...(primaryHtml && { primary_html: primaryHtml }),
            ...(contentCategory && { content_category: contentCategory }),
        },
        ...(Object.keys(jupyter).length > 0 && { jupyter }),
        ...(quarto && { quarto }),
        ...(packageManager && {
            python: {
                version: facts.python,
                package_manager: {
                    name: packageManager.name,
                    ...(packageManager.version && { version: packageManager.version }),
                    package_file: packageManager.packageFile,
                    ...(packageManager.allowUv !== undefined && { allow_uv: packageManager.allowUv }),
                },
            },
        }),
        ...(Object.keys(environment).length > 0 && { environment }),
        files: Object.fromEntries(files.map(({ path, md5 }) => [path, { checksum: md5 }])),
    };
    return `${JSON.stringify(record, undefined, 2)}\n`;
}


/***/ }),

/***/ 6230:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ patternProblem),
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   Yk: () => (/* binding */ FOLDERS),
/* harmony export */   jN: () => (/* binding */ matcher),
/* harmony export */   pV: () => (/* binding */ readGlob)
/* harmony export */ });
const anything = () => true;
const inName = (char) => char !== '/';
/** Nothing, or folders with their slash: what a double star means. */
const FOLDERS = { ways: [[], [{ many: anything }, { char: '/' }]] };
/** Nobody writes more; a match takes at most as many steps as the pattern and the text have characters, multiplied. */
const [LONGEST, MOST] = [1_000, 1_000];
/** Why some patterns are not used, as the end of a sentence about their list. */
function patternProblem(patterns) {
    if (patterns.length > MOST)
        return `has ${patterns.length} patterns; more than ${MOST} are not read`;
    const longest = Math.max(0, ...patterns.map(({ length }) => length));
    return longest > LONGEST ? `has a pattern of ${longest} characters; more than ${LONGEST} are not read` : undefined;
}
/**
 * Whether a whole text matches. All ways through the pattern are gone at once, so that no pattern can take for ever as it can where
 * one way is tried after the other.
 */
function matcher(steps) {
    const isOpen = (step) => !('char' in step);
    const textOf = (part) => part.map((step) => ('char' in step ? step.char : '')).join('');
    const first = steps.findIndex(isOpen);
    const [prefix, suffix] = [textOf(steps.slice(0, first)), textOf(steps.slice(steps.findLastIndex(isOpen) + 1))];
    if (first < 0) {
        const whole = textOf(steps);
        return (text) => text === whole;
    }
    const states = [{ next: [] }];
    const start = build(steps.slice(first), 0, states);
    return (text) => text.startsWith(prefix) && text.endsWith(suffix) && run(states, start, text.slice(prefix.length));
}
/** Adds the states of some steps that go on to the state `after`; answers the first of them. */
function build(steps, after, states) {
    return steps.reduceRight((next, step) => {
        if ('ways' in step)
            return states.push({ next: step.ways.map((way) => build(way, next, states)) }) - 1;
        if ('many' in step) {
            const branch = states.length + 1;
            states.push({ fits: step.many, next: [branch] }, { next: [branch - 1, next] });
            return branch;
        }
        const fits = 'one' in step ? step.one : (char) => char === step.char;
        return states.push({ fits, next: [next] }) - 1;
    }, after);
}
/** The last of the states, 0, is reached when the text ends. */
function run(states, start, text) {
    const seen = new Int32Array(states.length).fill(-1);
    let position = 0;
    let current = [];
    const enter = (from, into) => {
        const open = [from];
        for (let state = open.pop(); state !== undefined; state = open.pop()) {
            if (seen[state] === position)
                continue;
            seen[state] = position;
            const { fits, next } = states[state] ?? { next: [] };
            if (fits || state === 0)
                into.push(state);
            else
                open.push(...next);
        }
    };
    enter(start, current);
    for (const char of text) {
        position += 1;
        const reached = [];
        for (const state of current) {
            const { fits, next } = states[state] ?? { next: [] };
            if (fits?.(char))
                for (const one of next)
                    enter(one, reached);
        }
        if (reached.length === 0)
            return false;
        current = reached;
    }
    return current.includes(0);
}
const CLASSES = {
    ...{ alnum: 'a-zA-Z0-9', alpha: 'a-zA-Z', blank: ' \\t', cntrl: '\\x00-\\x1f\\x7f', digit: '0-9', graph: '!-~' },
    ...{
        lower: 'a-z',
        print: ' -~',
        punct: '!-/:-@\\[-`{-~',
        space: '\\s',
        upper: 'A-Z',
        xdigit: '0-9a-fA-F',
        word: '\\w',
    },
};
/** A set as gitignore(5) writes it, `[a-z]` or `[!\]x]` or `[[:digit:]]`, and its length; nothing where it has no end. */
function readSet(text) {
    const [whole, negation = '', content = ''] = /^\[([!^]?)(\]?(?:\[:[a-z]+:\]|\\.|[^\]\\])*)\]/s.exec(text) ?? [];
    if (whole === undefined)
        return undefined;
    const source = content.replace(/\[:([a-z]+):\]|\\(.)|[\]^[]/gs, (token, name, escaped) => {
        if (name !== undefined)
            return CLASSES[name] ?? '';
        return `\\u{${(escaped ?? token).codePointAt(0)?.toString(16)}}`;
    });
    return { step: setOf(source, negation !== ''), length: whole.length };
}
/** One character of a set that is written as in a regular expression; a slash is in none. */
function setOf(source, isNegated) {
    try {
        const set = new RegExp(`^[${isNegated ? '^' : ''}${source}]$`, 'su');
        return { one: (char) => char !== '/' && set.test(char) };
    }
    catch {
        return { one: () => false }; // a range that runs backwards
    }
}
/**
 * A path's pattern as gitignore(5) reads it: `*`, `?` and sets stay within a name, `**` is any number of folders, a backslash takes
 * the next character by the letter. With `braces`, `{a,b}` is either. Nothing for a pattern that git gives up on.
 */
function readGlob(glob, { braces }) {
    /** The ways that are read so far: of the pattern, and of each group of braces that is not closed yet. */
    const open = [[[]]];
    const add = (...steps) => open
        .at(-1)
        ?.at(-1)
        ?.push(...steps);
    const isEdge = (char) => char === undefined || char === '/' || (braces && '{},'.includes(char));
    for (let at = 0; at < glob.length;) {
        const rest = glob.slice(at);
        const [stars = ''] = /^\*+/.exec(rest) ?? [];
        const set = rest.startsWith('[') ? readSet(rest) : undefined;
        const token = stars || String.fromCodePoint(rest.codePointAt(0) ?? 0);
        const [before, next] = [glob[at - 1], glob[at + token.length]];
        at += set?.length ?? token.length;
        if (stars.length > 1 && isEdge(before) && isEdge(next)) {
            if (next === '/')
                at += 1;
            add(next === '/' ? FOLDERS : { many: anything });
        }
        else if (stars !== '')
            add({ many: inName });
        else if (token === '?')
            add({ one: inName });
        else if (set)
            add(set.step);
        else if ((token === '[' && !braces) || (token === '\\' && next === undefined))
            return undefined;
        else if (token === '\\') {
            const literal = String.fromCodePoint(glob.codePointAt(at) ?? 0);
            add({ char: literal });
            at += literal.length;
        }
        else if (braces && token === '{' && isClosed(rest))
            open.push([[]]);
        else if (token === ',' && open.length > 1)
            open.at(-1)?.push([]);
        else if (token === '}' && open.length > 1)
            add(...group(open.pop() ?? []));
        else
            add({ char: token });
    }
    return open.length === 1 ? open[0]?.[0] : undefined;
}
/** Whether the brace that a text begins with is closed in it. */
function isClosed(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        if (text[at] === '\\')
            at += 1;
        else if (text[at] === '{')
            depth += 1;
        else if (text[at] === '}')
            depth -= 1;
        if (depth === 0)
            return true;
    }
    return false;
}
/** `{a,b}` is either, `{a..c}` is a set, and `{a}` is what it says. */
function group(ways) {
    const [first = [], ...others] = ways;
    if (others.length > 0)
        return [{ ways }];
    const text = first.map((step) => ('char' in step ? step.char : '*')).join('');
    const [, low, high] = /^([a-z0-9])\.\.([a-z0-9])$/i.exec(text) ?? [];
    if (low !== undefined && high !== undefined)
        return [setOf([low, high].sort().join('-'), false)];
    return [{ char: '{' }, ...first, { char: '}' }];
}
/** One name's pattern as Python's fnmatch and Rust's glob read it: `*`, `?` and sets, and nothing else is special. */
const readName = (pattern) => [...pattern.matchAll(/\*+|\?|\[(!?)(\]?[^\]]+)\]|./gsu)].map(([token, negation, set]) => {
    if (set !== undefined)
        return setOf(set.replace(/[\\\]^[]/g, '\\$&'), negation !== '');
    if (token.startsWith('*'))
        return { many: inName };
    return token === '?' ? { one: inName } : { char: token };
});


/***/ }),

/***/ 93:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ secretKind),
/* harmony export */   Sc: () => (/* binding */ findPointers),
/* harmony export */   dL: () => (/* binding */ findSecrets),
/* harmony export */   u7: () => (/* binding */ secretIn)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2861);
/* harmony import */ var _ports_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9379);




/** Text files up to this size are looked into. Keys and tokens are pasted into small files. */
const LIMIT = 1_000_000;
/** What a secret looks like. Only forms that their issuers made recognisable: a false alarm stops a deployment. */
const PATTERNS = [
    ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/],
    // Those of AWS's own documentation end in EXAMPLE.
    ['an AWS access key', /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE\b)[A-Z2-7]{16}\b/],
    ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/],
    ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}\b/],
    ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{20,}\b/],
    ['a Google API key', /\bAIza[A-Za-z0-9_-]{35}\b/],
    ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,}\b/],
    ['an Anthropic key', /\bsk-ant-[A-Za-z0-9_-]{24,}/],
    ['an OpenAI key', /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/],
    ['a Hugging Face token', /\bhf_[A-Za-z]{34}\b/],
    ['a PyPI token', /\bpypi-AgEI[A-Za-z0-9_-]{50,}/],
    ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
    ['a ricochet key', /\brico_[A-Za-z0-9]{8,}_[A-Za-z0-9]{40,}\b/],
];
/** One pass decides whether a file needs a closer look. */
const ANY = new RegExp(PATTERNS.map(([, { source }]) => source).join('|'));
const NAMES = /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pypirc|\.git-credentials|[^/]+\.(?:p12|pfx|jks|keystore))$/;
/** What a text is by its form, such as `a GitHub token`; `undefined` for one that is like no secret. */
const secretKind = (text) => PATTERNS.find(([, pattern]) => pattern.test(text))?.[0];
/** Finds files that must not leave the repository. Findings name the file and the kind, never the value. */
function findSecrets(files, shown) {
    const findings = [];
    for (const file of files) {
        if (typeof file.source !== 'string')
            continue;
        const found = NAMES.test(file.path) ? { what: 'credentials', line: undefined } : look(file.source, file.size);
        if (found === undefined)
            continue;
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('secret-in-bundle', `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(shown(file.source), 200)} holds ${found.what} and would be deployed.`, "Remove it from the repository and revoke it, or leave the file out with 'exclude'.", { file: shown(file.source), ...(found.line !== undefined && { line: found.line }) }));
    }
    return findings;
}
/** What stands in a checkout for a large file that git keeps elsewhere (the Git LFS specification). */
const POINTER = 'version https://git-lfs.github.com/spec/v1\n';
const POINTER_LIMIT = 1024;
/** Files that would be deployed as pointers: one finding for all. */
function findPointers(files, shown) {
    const found = files.flatMap(({ source, size }) => {
        if (typeof source !== 'string' || size > POINTER_LIMIT || size < POINTER.length)
            return [];
        const read = (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => (0,_ports_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegular */ .V)(source, POINTER_LIMIT));
        return read && 'bytes' in read && read.bytes.toString('latin1').startsWith(POINTER) ? [shown(source)] : [];
    });
    const [file] = found;
    if (file === undefined)
        return [];
    const more = found.length > 1 ? ` So are ${found.length - 1} more.` : '';
    return [
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('lfs-pointer', `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(file, 200)} is a Git LFS pointer, not the file itself: the app would read the pointer.${more}`, 'Set `lfs: true` on the actions/checkout step, or exclude the file.', { file }),
    ];
}
function look(path, size) {
    if (size > LIMIT || size < 20)
        return undefined;
    const read = (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => (0,_ports_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegular */ .V)(path, LIMIT)); // where it can't be read, packing it will say why
    if (read === undefined || !('bytes' in read) || read.bytes.subarray(0, 4096).includes(0))
        return undefined;
    return secretIn(read.bytes.toString('latin1'));
}
/** What a text holds that nobody else may have, and on which line. */
function secretIn(text) {
    if (!ANY.test(text))
        return undefined;
    for (const [what, pattern] of PATTERNS) {
        const match = pattern.exec(text);
        if (match)
            return { what, line: text.slice(0, match.index).split('\n').length };
    }
    return undefined;
}


/***/ }),

/***/ 787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
/** Sorted by the bytes of the UTF-8 paths: the same everywhere, whatever the locale. */
const inOrder = (files) => files
    .map((file) => ({ file, key: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ file }) => file);


/***/ }),

/***/ 719:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PG: () => (/* binding */ contents),
/* harmony export */   UT: () => (/* binding */ totalSize),
/* harmony export */   yY: () => (/* binding */ tar)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var tar_header__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6532);
/* harmony import */ var tar_pax__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(750);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4879);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(787);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/** In bytes. */
const totalSize = (files) => files.reduce((sum, { size }) => sum + size, 0);
const RECORD = 512;
/** What is handed on at a time; its memory is used again for the next. */
const CHUNK = 256 * 1024;
/** Files up to this size are read in one go: thousands of tiny reads and chunks cost more than their bytes. */
const SMALL = 64 * 1024;
/** Time zero of the archive. Not 1970: some readers take 0 for "no time". */
const EPOCH = new Date('1980-01-01T00:00:00Z');
/**
 * Writes the files as a tar stream: sorted by the bytes of their paths, with fixed owner, time and modes, so that the same
 * content gives the same bytes on any machine. Long and non-ASCII paths get a PAX header. Each chunk is overwritten by the next:
 * use it before asking for more.
 *
 * Every file is read once: its MD5 is taken from the bytes that go out. `last` may add files that depend on those (a manifest
 * that lists them). `packed` is told each file in order.
 * Throws a `Failure` when a file changes or vanishes under way.
 */
async function* tar(files, packed, last = () => []) {
    const done = [];
    const chunk = Buffer.alloc(CHUNK);
    let used = 0;
    const pad = (size) => {
        const end = used + ((RECORD - (size % RECORD)) % RECORD);
        chunk.fill(0, used, end);
        used = end;
    };
    const write = async function* (list) {
        for (const file of (0,_source_js__WEBPACK_IMPORTED_MODULE_6__/* .inOrder */ .a)(list)) {
            const head = header(file);
            const isSmall = typeof file.source === 'string' && file.size <= SMALL;
            // One byte more than there should be tells a file that grew.
            if (used + head.length + (isSmall ? file.size + 1 : 0) + RECORD > CHUNK) {
                yield chunk.subarray(0, used);
                used = 0;
            }
            used += head.copy(chunk, used);
            let md5;
            if (typeof file.source === 'string' && isSmall) {
                readInto(chunk, used, file, file.source);
                md5 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('md5', chunk.subarray(used, used + file.size));
                used += file.size;
            }
            else {
                yield chunk.subarray(0, used);
                used = 0;
                const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5');
                for await (const part of contents(file, chunk)) {
                    digest.update(part);
                    yield part;
                }
                md5 = digest.digest('hex');
            }
            pad(file.size);
            const entry = { path: file.path, size: file.size, md5 };
            done.push(entry);
            packed(entry);
        }
    };
    yield* write(files);
    yield* write(last(done));
    yield chunk.subarray(0, used);
    yield Buffer.alloc(2 * RECORD);
}
const fields = ({ path, size, executable }) => ({
    ...{ path, size, mode: executable ? 0o755 : 0o644 },
    ...{ uid: 0, gid: 0, uname: '', gname: '', mtime: EPOCH, type: 'File' },
});
function encode(file) {
    const block = Buffer.alloc(RECORD);
    return { isExtended: new tar_header__WEBPACK_IMPORTED_MODULE_3__/* .Header */ .Y(fields(file)).encode(block, 0), block };
}
const [MODE, SIZE, CHECKSUM] = [100, 124, 148];
const SIZE_DIGITS = 11;
/** Headers of nameless files without a size, with what they add to the checksum: most others differ from them in three fields only. */
const TEMPLATES = [false, true].map((executable) => {
    const { block } = encode({ path: '', size: 0, executable });
    block.write(`${'\0'.repeat(SIZE_DIGITS)} `, SIZE, 'latin1');
    block.write(' '.repeat(8), CHECKSUM, 'latin1'); // as which it is counted itself
    return { block, sum: sumOf(block.toString('latin1')) };
});
/** To be copied before the next is asked for: most are written over each other. */
function header(file) {
    const { path, size, executable } = file;
    if (path.length > 100 || size >= 8 ** 11 || !/^[\x00-\x7f]*$/.test(path)) {
        const { block, isExtended } = encode(file);
        const extension = new tar_pax__WEBPACK_IMPORTED_MODULE_4__/* .Pax */ .u({ path, ...(size >= 8 ** 11 && { size }) });
        return isExtended ? Buffer.concat([extension.encode(), block]) : block;
    }
    const { block, sum } = TEMPLATES[executable ? 1 : 0];
    const digits = size.toString(8).padStart(SIZE_DIGITS, '0');
    block.fill(0, block.write(path, 'latin1'), MODE);
    block.write(digits, SIZE, 'latin1');
    const total = sum + sumOf(path) + sumOf(digits);
    block.write(`${total.toString(8).padStart(6, '0')}\0`, CHECKSUM, 'latin1');
    return block;
}
/** Of the bytes of latin1. */
function sumOf(text) {
    let sum = 0;
    for (let index = 0; index < text.length; index++)
        sum += text.charCodeAt(index);
    return sum;
}
const changed = (file, why, cause) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .failure */ .V2)('file-changed', `${file.path} ${why} while it was being bundled.`, 'Run the step again.', { cause });
const unreadable = (file, cause) => /^E(?:ACCES|PERM)$/.test((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .codeOf */ .$N)(cause))
    ? (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .failure */ .V2)('unreadable-file', `${file.path} can't be read: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause)}.`, 'Check its permissions.', {
        cause,
    })
    : changed(file, `could not be read (${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(cause)})`, cause);
/** A small file, read on this thread: sooner done than the way to another thread and back. */
function readInto(chunk, offset, file, path) {
    let handle;
    let size;
    try {
        handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(path, 'r');
        size = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(handle, chunk, offset, file.size + 1, 0);
    }
    catch (cause) {
        throw unreadable(file, cause);
    }
    finally {
        if (handle !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(handle);
    }
    if (size !== file.size)
        throw changed(file, size > file.size ? 'grew' : 'shrank');
}
/**
 * A file's bytes. Those from the disk come in parts that are in `buffer`: use each before asking for the next.
 * Throws a `Failure` when the file changes or vanishes under way.
 */
async function* contents(file, buffer) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (typeof file.source !== 'string') {
            yield file.source;
            return;
        }
        const handle = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(file.source).catch((cause) => {
            throw unreadable(file, cause);
        }), true);
        let left = file.size;
        for (;;) {
            const { bytesRead } = await handle.read(buffer, 0, buffer.length).catch((cause) => {
                throw unreadable(file, cause);
            });
            if (bytesRead === 0)
                break;
            left -= bytesRead;
            if (left < 0)
                throw changed(file, 'grew');
            yield buffer.subarray(0, bytesRead);
        }
        if (left > 0)
            throw changed(file, 'shrank');
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}


/***/ }),

/***/ 5203:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseDotenv)
/* harmony export */ });
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What is surely a name. Anything else on a line alone may be the rest of a value that lost its quotes. */
const SHOWABLE = /^(?=.{1,40}$)[A-Z]+(?:_[A-Z0-9]+)*$/;
/**
 * Reads the `env` input: lines `NAME=value`, or `NAME` alone for a value taken from `environment`.
 *
 * Values follow dotenv: `'\u2026'` and `` `\u2026` `` are literal, `"\u2026"` knows `\n`, `\r`, `\t`, `\"` and `\\`, all three may span lines;
 * an unquoted value ends at ` #`. `export ` is allowed in front. Messages never hold a value.
 */
function parseDotenv(text, environment) {
    const vars = new Map();
    const problems = [];
    const lines = text.replaceAll('\r\n', '\n').split('\n');
    for (let index = 0; index < lines.length; index++) {
        const first = index;
        const fail = (message) => problems.push({ line: first + 1, message });
        const line = (lines[index] ?? '').trimStart().replace(/^export\s+/, '');
        if (line === '' || line.startsWith('#'))
            continue;
        const equals = line.indexOf('=');
        const name = (equals < 0 ? line : line.slice(0, equals)).trim();
        let rest = equals < 0 ? '' : line.slice(equals + 1).trimStart();
        const quoteChar = rest[0];
        const quoted = quoteChar === '"' || quoteChar === "'" || quoteChar === '`';
        let end = quoted ? closing(rest, quoteChar) : 0;
        // A value is read to its end before anything is complained of: what follows must not be taken for variables.
        while (end < 0 && index + 1 < lines.length) {
            index += 1;
            rest += `\n${lines[index] ?? ''}`;
            end = closing(rest, quoteChar ?? '');
        }
        const after = quoted ? rest.slice(end + 1).trim() : '';
        if (!NAME.test(name)) {
            fail('is not NAME=value: a name is letters, digits and underscores and does not start with a digit');
        }
        else if (vars.has(name)) {
            fail(`sets ${name} a second time`);
        }
        else if (equals < 0) {
            const value = environment[name];
            const shown = SHOWABLE.test(name) ? name : 'a variable';
            if (value === undefined)
                fail(`names ${shown}, which is not set in the step's environment`);
            else
                vars.set(name, { name, value });
        }
        else if (end < 0) {
            fail(`opens a quote for ${name} that is never closed`);
        }
        else if (after !== '' && !after.startsWith('#')) {
            fail(`has text after the closing quote of ${name}`);
        }
        else if (quoted) {
            const inner = rest.slice(1, end);
            vars.set(name, { name, value: quoteChar === '"' ? withEscapes(inner) : inner });
        }
        else {
            vars.set(name, { name, value: rest.replace(/(^|\s)#.*$/, '').trimEnd() });
        }
    }
    return { vars: [...vars.values()], problems };
}
function closing(text, quoteChar) {
    for (let at = 1; at < text.length; at++) {
        if (quoteChar === '"' && text[at] === '\\')
            at += 1;
        else if (text[at] === quoteChar)
            return at;
    }
    return -1;
}
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
function withEscapes(text) {
    return text.replace(/\\([\s\S])/g, (whole, char) => ESCAPES[char] ?? whole);
}


/***/ }),

/***/ 8548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P4: () => (/* binding */ PLATFORMS),
  fe: () => (/* binding */ modeInputs),
  TL: () => (/* binding */ parseInputs),
  ND: () => (/* binding */ startsApp)
});

// UNUSED EXPORTS: FAIL_ON, PREFLIGHTS

// EXTERNAL MODULE: ./src/bundle/pattern.ts
var pattern = __webpack_require__(6230);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/http/below.ts
var below = __webpack_require__(4092);
// EXTERNAL MODULE: ./src/inputs/dotenv.ts
var dotenv = __webpack_require__(5203);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
;// CONCATENATED MODULE: ./src/inputs/params.ts

/** A variable of a process holds no more than 128 kB on Linux, where the runner hands the inputs over as variables. */
const LIMIT = 100_000;
/** Reads a JSON object, whose numbers keep all their digits; or says what is wrong with it, without quoting any of it. */
function parseParams(text) {
    const size = Buffer.byteLength(text);
    if (size > LIMIT) {
        return {
            problem: `has ${(0,units/* bytes */.ee)(size)}, more than ${(0,units/* bytes */.ee)(LIMIT)}`,
            remedy: 'Put large data where the task can fetch it, and pass its address.',
        };
    }
    try {
        const value = JSON.parse(text, (_, value, { source }) => typeof value === 'number' && source !== undefined && String(value) !== source ? JSON.rawJSON(source) : value);
        if (typeof value === 'object' && value !== null && !Array.isArray(value) && !JSON.isRawJSON(value)) {
            return { params: value };
        }
    }
    catch {
        // told below, without the parser's message: it would quote the text
    }
    return { problem: 'is not a JSON object', remedy: 'Give an object such as {"day": "2026-01-31"}.' };
}

// EXTERNAL MODULE: ./src/inputs/raw.ts
var inputs_raw = __webpack_require__(3071);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
;// CONCATENATED MODULE: ./src/inputs/reader.ts




/** Reads raw inputs, a kind of value each. What is wrong is in `findings`, and a value that could be meant is answered all the same. */
function createReader(raw) {
    const findings = [];
    const text = (name) => raw[name].value;
    const complain = (name, message, remedy) => {
        const { from } = raw[name];
        const place = typeof from === 'object' ? from : {};
        findings.push((0,finding/* error */.z3)('invalid-input', `Input '${name}' ${message}.`, remedy, place));
    };
    const oneOf = (name, choices) => {
        const value = text(name).toLowerCase();
        const found = choices.find((choice) => choice === value);
        if (found !== undefined)
            return found;
        const meant = (0,nearest/* nearest */.p)(value, choices) ?? (0,nearest/* partOf */.B)(value, choices);
        const all = choices.join(', ');
        const remedy = meant ? `Did you mean '${meant}'? The values are: ${all}.` : `Use one of: ${all}.`;
        complain(name, `is '${(0,findings_text/* quote */.hD)(text(name))}'`, remedy);
        return choices[0];
    };
    return {
        findings: findings,
        ...{ text, complain, oneOf },
        isGiven: (name) => raw[name].from === 'input',
        flag: (name) => oneOf(name, ['false', 'true']) === 'true',
        /** In milliseconds. */
        seconds: (name) => {
            const value = text(name);
            if (/^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= 86_400)
                return Number(value) * 1000;
            complain(name, `is '${(0,findings_text/* quote */.hD)(value)}'`, 'Write whole seconds, from 1 to 86400.');
            return Number(inputs_raw/* INPUT_DEFAULTS */.WJ[name]) * 1000;
        },
        /** Without empty lines and comments. */
        lines: (name) => text(name)
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== '' && !line.startsWith('#')),
        secret: (name) => {
            const value = text(name);
            if (!/[\u0000-\u001f\u007f]/.test(value))
                return value;
            complain(name, 'holds a line break or another control character', 'Store the secret again as one line.');
            return '';
        },
    };
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts









const PLATFORMS = ['ricochet', 'connect', 'clever-cloud', 'deploymill'];
const MODES = ['auto', 'deploy', 'preview', 'teardown', 'invoke', 'check'];
const PREFLIGHTS = ['auto', 'static', 'sync', 'start', 'image'];
/** Those that start the app, too. */
const startsApp = (preflight) => preflight === 'start' || preflight === 'image';
/** Short, and neither a preview's name nor production's, whose environments it would share. */
const VARIANT = /^(?!.{21})(?!production$|preview$|(?:.*-)?pr-?\d+$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const SWITCH = ['auto', 'true', 'false'];
const FAIL_ON = ['error', 'warning'];
/**
 * The inputs that decide the mode, which are known before the project is read: its settings have no say in it. A value that
 * `parseInputs` will refuse counts as the default here.
 */
const modeInputs = (raw) => ({
    mode: MODES.find((mode) => mode === raw.mode.value.toLowerCase()) ?? 'auto',
    /** Exact names; empty for the default branch. */
    productionBranches: raw['production-branch'].value.split('\n').filter(Boolean),
});
/**
 * Parses the inputs, after the project's own settings have been laid under them.
 * `mask` is called with every secret before anything can print it. All complaints come at once.
 */
function parseInputs(raw, environment, mask) {
    for (const name of inputs_raw/* SECRETS */.cW)
        if (raw[name].value !== '')
            mask(raw[name].value);
    const env = (0,dotenv/* parseDotenv */.q)(raw.env.value, environment);
    for (const { value } of env.vars)
        if (!(0,secrets/* isOrdinary */.P)(value))
            mask(value, 'variable');
    const read = createReader(raw);
    checkLists(read, env.problems);
    const healthCheckPaths = readPaths(read);
    const params = readParams(read);
    const pullRequest = readPullRequest(read);
    // Read as it was written: the reusable workflow compares whole lines, and its expressions can't trim them.
    checkBranches(read, environment['INPUT_PRODUCTION-BRANCH'] ?? read.text('production-branch'));
    const variant = readVariant(read);
    read.oneOf('mode', MODES);
    const inputs = {
        ...modeInputs(raw),
        platform: read.text('platform') === '' ? undefined : read.oneOf('platform', PLATFORMS),
        workingDirectory: read.text('working-directory'),
        server: read.text('server'),
        token: read.secret('token'),
        secret: read.secret('secret'),
        /** The item next to production that is meant; empty for production itself. Lowercase letters, digits and single dashes. */
        variant,
        id: variant === '' ? read.text('id') : '',
        name: read.text('name'),
        entrypoint: read.text('entrypoint'),
        contentType: read.text('content-type'),
        env: env.vars,
        healthCheckPaths,
        healthCheckTimeoutMs: read.seconds('health-check-timeout'),
        timeoutMs: read.seconds('timeout'),
        exclude: read.lines('exclude'),
        include: read.lines('include'),
        preflight: read.oneOf('preflight', PREFLIGHTS),
        cache: read.oneOf('cache', SWITCH),
        params,
        wait: read.flag('wait'),
        force: read.flag('force'),
        comment: read.flag('comment'),
        pullRequest,
        githubToken: read.secret('github-token'),
        githubDeployment: read.flag('github-deployment'),
        rollback: read.flag('rollback'),
        failOn: read.oneOf('fail-on', FAIL_ON),
        /** What the settings ignore, and the platform's own keys: only pyproject.toml has these. */
        ignores: [],
        own: {},
    };
    if (read.findings.length > 0)
        throw new finding/* Failure */.HR(read.findings);
    return inputs;
}
function checkLists({ lines, complain }, problems) {
    for (const { line, message } of problems) {
        complain('env', `line ${line} ${message}`, 'Write lines NAME=value; quote values with line breaks.');
    }
    for (const name of ['exclude', 'include']) {
        const problem = (0,pattern/* patternProblem */.AL)(lines(name));
        if (problem)
            complain(name, problem, 'Name folders, or files by a few patterns.');
    }
}
function readPaths({ lines, complain }) {
    const paths = lines('health-check-path');
    for (const path of paths.filter((path) => !/^\/(?!\/)[^\s\\]*$/.test(path) || !(0,below/* staysInside */.N)(path))) {
        const isList = /^(?:- |\[)|,/.test(path);
        const remedy = isList
            ? "Write one path per line, without '- ', brackets, quotes or commas."
            : "Give a path of the app that begins with one '/' and has no '..', such as /health.";
        complain('health-check-path', `has '${(0,findings_text/* quote */.hD)(path)}'`, remedy);
    }
    return paths;
}
function readParams({ text, complain }) {
    if (text('params') === '')
        return undefined;
    const read = parseParams(text('params'));
    if ('params' in read)
        return read.params;
    complain('params', read.problem, read.remedy);
    return undefined;
}
function readPullRequest({ text, complain }) {
    const value = text('pull-request');
    if (value === '')
        return undefined;
    if (!/^[1-9]\d{0,9}$/.test(value)) {
        complain('pull-request', `is '${(0,findings_text/* quote */.hD)(value)}'`, 'Give the number of the pull request, such as 42.');
    }
    return Number(value);
}
function checkBranches({ complain }, branches) {
    if (!/[^\S\n]|[~^:?*[\\]|^refs\//m.test(branches))
        return;
    const remedy = 'Write exact names of branches, one per line, such as main: no patterns, no spaces, no refs/heads/.';
    complain('production-branch', `is '${(0,findings_text/* quote */.hD)(branches)}'`, remedy);
}
function readVariant({ text, isGiven, complain }) {
    const variant = text('variant');
    if (variant !== '' && !VARIANT.test(variant)) {
        complain('variant', `is '${(0,findings_text/* quote */.hD)(variant)}'`, 'Write up to 20 lowercase letters, digits and single dashes, such as staging; leave it out for production. A name such as pr-7 is for previews.');
    }
    // Settings describe production; an id of the step's own would make one item both.
    if (variant !== '' && isGiven('id')) {
        complain('variant', "has its own item, and 'id' names another one", "Remove 'id': the variant is found by its name.");
    }
    return variant;
}


/***/ }),

/***/ 9808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ serverOf),
/* harmony export */   Hm: () => (/* binding */ gatewayDeps),
/* harmony export */   r8: () => (/* binding */ isWithout),
/* harmony export */   rb: () => (/* binding */ signOn),
/* harmony export */   wo: () => (/* binding */ requireAccess),
/* harmony export */   x5: () => (/* binding */ locate),
/* harmony export */   zS: () => (/* binding */ readAccess)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _ports_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4220);
/* harmony import */ var _ports_http_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9553);
/* harmony import */ var _project_failure_reading_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8629);





/**
 * Where to deploy to and with which credential: the inputs, else the platform's own variables. The token is empty when the platform
 * trusts GitHub and the job may show who it is: `signOn` gets one then.
 * Without a value and without findings, no credential is given at all.
 */
function readAccess({ platform, inputs, environment, host }) {
    const { credentials } = platform;
    const fallback = (name) => (name === undefined ? '' : (environment[name] ?? '').trim());
    const pair = {
        token: inputs.token || fallback(credentials.token),
        secret: inputs.secret || fallback(credentials.secret?.env),
    };
    const single = pair.token === '' ? fallback(credentials.single) : '';
    const { token, secret } = single === '' ? pair : { token: single, secret: '' };
    const consumer = { key: fallback(credentials.consumer?.key), secret: fallback(credentials.consumer?.secret) };
    for (const value of [token, secret, consumer.secret])
        if (value !== '')
            host.mask(value);
    if (token === '' && (platform.signIn === undefined || jobIdentity(environment) === undefined))
        return { findings: [] };
    const isBroken = (value) => /[\u0000-\u001f\u007f]/.test(value);
    if (isBroken(token) || isBroken(secret)) {
        const ofToken = single === '' ? credentials.token : credentials.single;
        const name = isBroken(token) ? ofToken : credentials.secret?.env;
        const message = `${name} holds a line break or another control character.`;
        return { findings: [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-input', message, 'Store the secret again as one line.')] };
    }
    const broken = notTheKey(token, platform);
    if (broken)
        return { findings: [broken] };
    if (token !== '' && token !== single && secret === '' && credentials.secret?.isRequired)
        return { findings: [noSecret(platform)] };
    if ((consumer.key === '') !== (consumer.secret === ''))
        return { findings: [halfConsumer(platform, consumer.key)] };
    const { value: server, findings } = serverOf(platform, inputs, environment);
    if (findings.length > 0)
        return { findings };
    return server === undefined
        ? { findings: [noServer(platform, token)] }
        : { value: { server, token, secret, ...(consumer.key !== '' && { consumer }) }, findings };
}
/** The same for a run that needs a credential: without a value, a finding says why. */
function requireAccess(run, read = readAccess(run)) {
    return isWithout(read) ? { findings: [noToken(run.platform)] } : read;
}
/** Whether no credential was given at all. */
const isWithout = ({ value, findings }) => value === undefined && findings.length === 0;
/** Says so where the text is the expression for a secret and not its value, or holds more than the key. */
function notTheKey(token, { credentials }) {
    if (/^[${\s]*secrets\.\w+[}\s]*$/.test(token)) {
        const message = `The input 'token' is the name of a secret, not its value: GitHub only replaces \${{ \u2026 }}.`;
        const remedy = `Write \`token: \${{ secrets.${credentials.token} }}\` in the workflow, with the name of your secret.`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-input', message, remedy);
    }
    const wrapped = wrappingOf(token, credentials.token);
    return wrapped === undefined ? undefined : notAlone(wrapped);
}
/** What people copy along with a key. */
function wrappingOf(token, variable) {
    if (token.startsWith(`${variable}=`))
        return `'${variable}='`;
    const scheme = /^(Bearer|Key|Basic|token) /i.exec(token)?.[1];
    if (scheme)
        return `'${scheme}'`;
    return /^(["'`]).*\1$/s.test(token) ? 'a quotation mark' : undefined;
}
const notAlone = (wrapping) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-input', `The input 'token' begins with ${wrapping}, which is not a part of the key.`, 'Store the key alone as the secret.');
const noSecret = ({ name, credentials }) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-secret', `${name} needs a token and its secret, and the secret is empty.`, `Set the input 'secret' as well, such as secret: \${{ secrets.${credentials.secret?.env} }}.`);
const halfConsumer = ({ credentials }, key) => {
    const names = [credentials.consumer?.key, credentials.consumer?.secret];
    const [set, missing] = key === '' ? names.reverse() : names;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-input', `${set} is set without ${missing}: the two name the application that the token was made for.`, `Set ${missing} too, or remove ${set}.`);
};
const noServer = ({ credentials }, token) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-server', token === '' ? 'There is no server to deploy to.' : 'There is a token, but no server to deploy to.', `Set the input 'server', or the variable ${credentials.server}, to the server's URL.`);
/** The address of the platform's server: the input, else the platform's own variable. Without a value and without findings, none is given. */
function serverOf({ credentials, defaultServer = '' }, inputs, environment) {
    const text = inputs.server || (environment[credentials.server ?? ''] ?? '').trim() || defaultServer;
    return text === '' ? { findings: [] } : serverUrl(text);
}
/** Where the job can ask GitHub for its identity: GitHub sets both with `id-token: write`. */
function jobIdentity(environment) {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: token = '' } = environment;
    return url === '' || token === '' || !URL.canParse(url) ? undefined : { url, token };
}
/** The access with the server's own address: people copy that of a page. */
async function locate(access, run) {
    const server = await run.platform.locate?.(access.server, run);
    return server === undefined || server === access.server ? access : { ...access, server };
}
/** The access with the server's own address and a token: where there is none, the platform gives a short-lived one for the identity of the workflow. */
async function signOn(given, run) {
    const { platform, environment, host, stage } = run;
    const access = await locate(given, run);
    const identity = jobIdentity(environment);
    if (access.token !== '' || platform.signIn === undefined || identity === undefined)
        return access;
    const { mask } = host;
    mask(identity.token);
    const signIn = platform.signIn.bind(platform);
    const token = await stage('Sign in', () => signIn(access.server, { ...gatewayDeps(run), mask, identity }));
    return { ...access, token };
}
/** The finding for a run that needs a credential and has none. */
const noToken = ({ name, credentials, signIn }) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-token', `The input 'token' is empty, so there is no credential for ${name}.`, `Add \`token: \${{ secrets.${credentials.token} }}\` to the step. If it is there, no secret has that name: check the spelling under Settings > Secrets and variables > Actions, or in the environment of the job. \`mode: check\` needs none.${signIn ? ' Or give the job `permissions: id-token: write`, and let the server trust the workflow.' : ''}`);
/** The world as a platform sees it. No single request takes longer than the whole deployment may. */
const gatewayDeps = ({ inputs, http, visit, clock, signal, say, host, context, journal, report, ...run }, read = (words) => (0,_project_failure_reading_js__WEBPACK_IMPORTED_MODULE_4__/* .readFailure */ .f)(words, { kind: 'app', files: [], project: run.project })) => ({
    http: (request) => http({ limitMs: Math.min(_ports_http_http_js__WEBPACK_IMPORTED_MODULE_3__/* .REQUEST_LIMIT_MS */ .zA, inputs.timeoutMs), ...request }),
    ...{ visit, clock, signal, say, report, timeoutMs: inputs.timeoutMs, quoted: host.quoted, created: journal.created },
    readFailure: read,
    ...{ note: journal.note, mask: host.mask, atEnd: run.atEnd },
    remoteHead: (branch) => (0,_ports_git_js__WEBPACK_IMPORTED_MODULE_2__/* .remoteHead */ .P7)({ dir: run.project.dir, url: context.repositoryUrl, branch }, { exec: run.exec, signal }),
    origin: {
        repository: context.repositoryUrl,
        branch: context.branch,
        commit: context.pullRequest?.sha || context.sha,
        run: context.runUrl,
        ...(context.pullRequest && { pullRequest: context.pullRequest.number }),
    },
});
/** The URL without a trailing slash, query and fragment. */
function serverUrl(text) {
    const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
    // What is no URL may hold a password as well: it is not quoted then.
    if (url ? url.username !== '' || url.password !== '' : text.includes('@')) {
        const remedy = "Remove it from the URL: credentials belong in 'token'.";
        return { findings: [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-server', 'The server URL holds a user name or password.', remedy)] };
    }
    if (url === undefined) {
        const message = `The server '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' is not an http(s) URL.`;
        return { findings: [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-server', message, 'Give a URL such as https://ricochet.example.com.')] };
    }
    return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), findings: [] };
}


/***/ }),

/***/ 4509:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ./src/findings/documents.ts
var findings_documents = __webpack_require__(9148);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
;// CONCATENATED MODULE: ./src/findings/system-error.ts


const trouble = (code, remedy) => (reason) => ({ code, reason, remedy });
const full = trouble('disk-full', "Free space on the runner, or exclude large files with 'exclude'.");
const denied = trouble('file-denied', "Check the runner's disk, and the permissions of this path.");
const gone = trouble('file-gone', 'Make sure that nothing cleans up the checkout or RUNNER_TEMP during the step, and run the job again.')('it was removed during the run');
const files = trouble('system-limit', 'Raise the limit of open files (`ulimit -n`) on this runner.')('too many files are open');
const path = trouble('system-limit', 'Shorten the path, or check out into a shorter folder.');
const memory = trouble('system-limit', 'Give the runner more memory, or start fewer jobs on it at once.');
/** What the system says, by Node's code (https://nodejs.org/api/errors.html#common-system-errors; errno(3) has the others). */
const TROUBLES = {
    ENOSPC: full('the disk is full'),
    EDQUOT: full("the user's share of the disk is used up"),
    EFBIG: full('it is larger than this system allows a file to be'),
    ...{ ENOENT: gone, ENOTDIR: gone, ESTALE: gone },
    EACCES: denied('permission denied'),
    EPERM: denied('the system does not permit it'),
    EROFS: denied('the file system is read-only'),
    EIO: denied('the disk reports an error'),
    ...{ EMFILE: files, ENFILE: files },
    ENAMETOOLONG: path('its path is too long for this system'),
    EAGAIN: memory('the system is out of processes'),
    ENOMEM: memory('the system is out of memory'),
};
/** A sentence for an error of the runner's system that nobody has foreseen more closely; `undefined` for all others. */
function systemError(thrown) {
    const trouble = TROUBLES[(0,findings_finding/* codeOf */.$N)(thrown)];
    if (trouble === undefined || !(thrown instanceof Error && 'syscall' in thrown))
        return undefined;
    const { code, reason, remedy } = trouble;
    const { path, dest } = thrown;
    // Of two paths, a full disk is where the copy goes.
    const place = code === 'disk-full' ? (dest ?? path) : path;
    const name = typeof place === 'string' ? (0,findings_text/* quote */.hD)(place, 300) : 'A file of this run';
    const verb = code === 'disk-full' ? 'written' : 'used';
    return (0,findings_finding/* error */.z3)(code, `${name} can't be ${verb}: ${reason} (${(0,findings_finding/* codeOf */.$N)(thrown)}).`, remedy);
}

// EXTERNAL MODULE: ./src/inputs/raw.ts
var inputs_raw = __webpack_require__(3071);
// EXTERNAL MODULE: ./src/ports/state.ts
var state = __webpack_require__(6001);
// EXTERNAL MODULE: ./src/bundle/tar.ts
var tar = __webpack_require__(719);
;// CONCATENATED MODULE: ./src/report/journal.ts

const noEntries = () => ({ notes: [], findings: [], ignored: [], stages: [] });
/**
 * Where a run writes down what it learns as it goes, so that one that fails half-way still reports its half. Whoever reports reads
 * `entries`.
 */
function createJournal() {
    const entries = noEntries();
    const write = (news) => {
        Object.assign(entries, news);
    };
    return {
        entries: entries,
        asked: (about) => write(about),
        name: (name) => write({ name }),
        plan: ({ name, contentType, entrypoint }) => write({ name, contentType, entrypoint }),
        python: (pythonVersion) => write({ pythonVersion }),
        uv: (uvVersion) => write({ uvVersion }),
        cache: (cacheHit) => write({ cacheHit }),
        bundle: ({ archive, packed, contentSha256 }) => write({
            ...(archive && { bundlePath: archive.path }),
            bundleSha256: archive?.sha256 ?? contentSha256,
            bundleSize: archive?.size ?? (0,tar/* totalSize */.UT)(packed),
            fileCount: packed.length,
        }),
        manifest: (manifestPath) => write({ manifestPath }),
        changes: (changes) => write({ changes }),
        item: ({ id, url, consoleUrl }) => write({ id, url, consoleUrl }),
        /** An item that this run has made: nothing answers there yet. `undefined` once it was removed again. */
        created: (item) => {
            delete entries.id;
            delete entries.consoleUrl;
            if (item)
                write({ id: item.id, consoleUrl: item.consoleUrl });
        },
        /** An item that this run removes, and its console with it. */
        removing: ({ id, url }) => write({ id, url }),
        /** The bundle is on its way until there is a release. */
        uploading: (uploadingTo) => write({ uploadingTo }),
        release: ({ id, logUrl }) => {
            delete entries.uploadingTo;
            write({ deploymentId: id, ...(logUrl !== undefined && { logUrl }) });
        },
        params: (params) => write({ run: { params } }),
        invocation: ({ id, logUrl }) => write({ invocationId: id, logUrl }),
        ran: (ms, log) => write({ run: { params: [], ...entries.run, ms, log } }),
        health: (health) => write({ health }),
        isPrivate: (isPrivate) => write({ isPrivate }),
        removed: (removed) => write({ removed }),
        /** What stays behind if the run ends now; empty when nothing does. */
        left: (left) => write({ left }),
        note: (...sentences) => write({ notes: [...entries.notes, ...sentences] }),
        finding: (finding) => write({ findings: [...entries.findings, finding] }),
        ignored: (ignored) => write({ ignored: [...entries.ignored, ignored] }),
        stage: (name, ms) => write({ stages: [...entries.stages, { name, ms }] }),
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/ports/paths.ts
var paths = __webpack_require__(7368);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/findings/check-codes.ts
/**
 * The findings of the checks: what is wrong with the project, or may be. `ignore` can silence these.
 * After adding a row, run `npm run docs`.
 */
const CHECK_CODES = {
    bom: ['The file begins with a byte order mark, so uv finds no version in it', 'Save it as UTF-8 without BOM'],
    'broken-link': ['A symlink points to nothing', 'Commit its target, or remove it'],
    'bundle-too-large': ['The bundle is larger than the server allows', 'Leave data out with `exclude`'],
    'config-access-type': ['`access_type` is not one of the three there are', 'Write one of those the message names'],
    'config-content-type': ['The content type is unknown', 'Write one of those the message names'],
    'config-cron': ['The cron expression is not valid', 'Write five fields, or a word such as `@daily`'],
    'config-entrypoint': ['The entrypoint is not a file of the right kind', 'Correct `entrypoint` or `content_type`'],
    'config-language': ['`_ricochet.toml` is for another language', 'Write `name = "python"` under `[language]`'],
    'config-missing-key': ['`_ricochet.toml` lacks a key that the server needs', 'Add the key'],
    'config-name': ['The name is empty or too long', 'Give another name'],
    'config-packages': ['`packages` does not name the lock', 'Write `packages = "uv.lock"` under `[language]`'],
    'config-schedule': ['There is a schedule for something that is not a task', 'Remove it, or correct `content_type`'],
    'config-serve': ['`[serve]` is incomplete, or used for a task', 'Add the keys that are named, or remove it'],
    'config-slug': ['The slug has characters that the server refuses', 'Use letters, digits, `-` and `_`'],
    'config-static': ['There is a static site for something that is an app', 'Remove it, or correct `content_type`'],
    'config-thumbnail': ['The thumbnail is missing, excluded, too large or not a picture', 'Correct or remove it'],
    'config-type': ['A value is of the wrong kind', 'Write it as the message says'],
    'config-unknown-key': ['The server does not know this key', 'Correct or remove it'],
    encoding: ['The file is not valid UTF-8', 'Save it as UTF-8'],
    'entrypoint-ambiguous': ['More than one file could be the app', 'Set `entrypoint`, or write the platform\u2019s own file'],
    'entrypoint-empty': ['The entrypoint is an empty file', 'Commit it with its code'],
    'entrypoint-missing': ['The entrypoint does not exist', 'Correct `entrypoint`, or commit the file'],
    'entrypoint-not-bundled': ['The entrypoint is excluded from the bundle', 'Correct what excludes it'],
    'entrypoint-not-found': ['No file looks like an app', 'Set `entrypoint` and `content-type`'],
    'external-version': ['The server has its own version of a package', 'Lock that version'],
    'entrypoint-passed-over': ['Another file could also be the app', 'Set `entrypoint` to choose'],
    'env-file-left-out': ['A `.env` file is not deployed', 'Pass what the app needs with `env`'],
    'env-too-long': ['A variable is longer than the server allows', 'Split it, or let the app fetch the value'],
    'file-name': ['A file name is not valid UTF-8', 'Rename the file'],
    'file-too-large': ['A file such as `.python-version` is far too large', 'Commit the right file'],
    'implementation-pin': ['The pin asks for another Python than CPython', 'Make sure the server has it'],
    'include-not-found': ['`include` names files that do not exist, or are outside the project', 'Correct it'],
    'incompatible-pin': [
        '`.python-version` and `requires-python` exclude each other',
        '`uv python pin` with a version that fits, or widen `requires-python` and `uv lock`',
    ],
    'invalid-id': ['The id does not have the form of the server\u2019s ids', 'Copy it from the server'],
    'line-ignored': ['uv ignores this line of `.python-version`', 'Remove or correct it'],
    'lfs-pointer': ['A Git LFS pointer would be deployed instead of its file', 'Set `lfs: true` on actions/checkout'],
    'link-cycle': ['A symlink points to a folder that contains it', 'Remove it'],
    'link-leaves-project': [
        'A symlink or a path points outside the project, or to something that is never deployed',
        'Replace it with its target',
    ],
    'lock-check-failed': ['`uv lock --check` fails', 'Fix what uv names, and run `uv lock`'],
    'lock-requires-python': ['`uv.lock` has no `requires-python`', '`uv lock`, and commit it'],
    'lock-revision': ['A newer uv wrote the lock', 'Nothing, unless the server can\u2019t read it'],
    'lock-stale': ['`pyproject.toml` has changed since `uv lock`', '`uv lock`, and commit `uv.lock`'],
    'lock-unchecked': [
        'The runner could not check whether the lock is up to date',
        'Give the runner access to the package index',
    ],
    'lock-version': ['uv can\u2019t read this version of the lock', '`uv lock` with a current uv'],
    'merge-conflict': ['The file holds the markers of a merge conflict', 'Resolve it'],
    'missing-lock': ['There is no `uv.lock` in the repository', '`uv lock`, and commit it'],
    'missing-pin': ['There is no `.python-version` in the repository', '`uv python pin 3.12`, and commit it'],
    'workspace-root': ['The root of the workspace is not a project to deploy', 'Set `working-directory` to a member'],
    'missing-pyproject': ['There is no `pyproject.toml`', '`uv init`, or correct `working-directory`'],
    'multiple-pins': ['`.python-version` names more than one version', 'Leave one'],
    'no-pin': ['`.python-version` has no version', '`uv python pin 3.12`'],
    'no-uv': ['uv is not on PATH, so the installation was not tested', 'Add a step with astral-sh/setup-uv'],
    'nonportable-pin': ['The pin works in uv but not in every tool', 'Write `3.12` or `3.12.7`'],
    'not-a-file': ['Something that is not a file has the name of one', 'Remove or rename it'],
    'over-limit': [
        'A list, a pattern, a path or a tree of links is larger than anybody would write',
        'Make it smaller, as the message says',
    ],
    'partial-pin': [
        '`3.12` also allows patch releases that `requires-python` rejects',
        'Pin `3.12.7`, or make sure the server has a fitting one',
    ],
    'partial-pin-newest-excluded': ['`requires-python` rejects the newest release of the pin', 'Pin the exact version'],
    'path-pin': ['The pin is a path on one computer', 'Pin a version'],
    'platform-pin': ['The pin only fits one kind of machine', 'Pin a version'],
    'platform-pin-mismatch': ['The pin is for another kind of machine than servers are', 'Pin a version'],
    'preflight-no-network': ['The runner can\u2019t reach the package index', 'Give it access, or use `preflight: static`'],
    'preflight-no-python': ['The runner does not have the pinned Python', 'Add a step with `uv python install`'],
    'prerelease-pin': ['The pin is a pre-release', 'Make sure the server has it, or pin a release'],
    'project-name': ['`[project]` has no name that uv takes', 'Give it one'],
    'project-version': ['`[project]` has no version', 'Add `version = "0.1.0"`'],
    'requires-conflict': ['No Python satisfies every `requires-python`', 'Widen one of them'],
    'requires-invalid': ['`requires-python` is not valid', 'Write it as `>=3.12`'],
    'restore-failed': ['The locked packages can\u2019t be installed', 'Run the command in the message on your machine'],
    'secret-in-bundle': [
        'A file with a key or token would be uploaded',
        'Remove and revoke the key, or `exclude` the file',
    ],
    'submodule-missing': ['A submodule was not checked out', 'Give actions/checkout `submodules: true`'],
    'toml-syntax': ['The file is not valid TOML', 'Correct the line'],
    'unreadable-file': ['A file can\u2019t be read', 'Check its permissions'],
    'unsupported-python': ['uv has no such Python', 'Pin one that is supported'],
    'untrusted-head': ['In `pull_request_target` nothing from the checkout is run', 'Use the event `pull_request`'],
    'variable-empty': [
        'A variable of the input `env` is empty, as one from a secret that does not exist is',
        'Correct the name of the secret',
    ],
    'unversioned-pin': ['The pin names no version', 'Pin one'],
    'uv-ignores': ['A setting under `[tool.uv]` is invalid, so uv ignores all of them', 'Correct it'],
    'uv-refuses': ['uv refuses a value in `pyproject.toml` or `uv.toml`', 'Correct it'],
    'uv-python-set': ['`UV_PYTHON` overrules the pin in this job only', 'Remove `python-version` from the setup-uv step'],
    'variant-pin': ['The pin asks for a special build of Python', 'Make sure the server has it'],
    'default-group': ['`default-groups` names a group that is not defined', 'Define it, or take it out'],
    'lock-broken': ['A package is listed twice, or a required one is missing', '`uv lock`; do not edit the lock by hand'],
    'lock-compiles': [
        'A package has no wheel for the server, which builds it from source',
        'Use a version with wheels, or make sure that the server has a compiler',
    ],
    'lock-conflict': ['Two default groups are declared to conflict', 'Leave one of them in `default-groups`'],
    'lock-conflicts': [
        'The lock has extras or groups that can\u2019t be installed together',
        'Nothing, unless you install two of them at once',
    ],
    'lock-empty': ['The lock is empty, and there is no project', 'Add a `[project]`, and `uv lock`'],
    'lock-environments': [
        '`environments` under `[tool.uv]` excludes Linux',
        "Add `sys_platform == 'linux'`, and `uv lock`",
    ],
    'lock-git': ['A package is fetched with git', 'Make sure that the server has git and may read the repository'],
    'lock-git-ssh': [
        'A package is fetched over SSH, and the server has no key for it',
        'Use an `https://` address, or publish it',
    ],
    'lock-index': [
        'Packages come from an index that is not public',
        'Configure it on the server, and name it in `target.indexes`',
    ],
    'lock-local-index': [
        'Packages come from a folder of wheels that is not in the bundle',
        'Commit the folder, or lock against an index',
    ],
    'lock-no-wheel': [
        'A package has no wheel for the server\u2019s Python, glibc or system, and can\u2019t be built there',
        'Pin another Python, use another version, or correct `target`',
    ],
    'build-file-missing': [
        'The build of the project needs a file that is not in the bundle',
        'Commit it, or correct the key',
    ],
    'build-version': ['The version comes from git, and the bundle has no git history', 'Set a fallback version'],
    'lock-refused': [
        'uv accepts the lock in the checkout, but not in the bundle, and newer servers compare it there',
        'Include the files that uv names in the bundle',
    ],
    'lock-options': ['The lock was made with a setting that the project does not have', 'Write it under `[tool.uv]`'],
    'no-project-table': [
        '`pyproject.toml` has no `[project]`, so nothing from the lock is installed',
        'Write one, and `uv lock`',
    ],
    'lock-path': [
        'A package comes from a folder or file that is not in the bundle',
        'Move it into the project, or publish it; then `uv lock`',
    ],
    'lock-root': [
        'The lock belongs to a workspace, and its root does not install the member that is deployed',
        '`uv add` the member in the workspace\u2019s root, or deploy from there',
    ],
    'lock-sdist-format': ['The only source of a package is an archive that uv can\u2019t unpack', 'Use another version'],
    'lock-url': ['A package is fetched without encryption, or from a private network', 'Use a public `https://` address'],
    'lock-wheel-name': ['A wheel\u2019s file name does not belong to its package', '`uv lock`'],
    'not-bundled': [
        '`pyproject.toml` or `uv.lock` is excluded from the bundle',
        'Remove it from `exclude` and `.gitignore`',
    ],
    'required-uv': ['`required-version` excludes the server\u2019s uv', 'Widen it'],
    'url-credentials': [
        'An address in `pyproject.toml` or `uv.lock` holds a password',
        'Revoke it, and give it to uv by `UV_INDEX_<NAME>_PASSWORD`',
    ],
    'app-host-local': ['The code listens on localhost only', 'Listen on `0.0.0.0`'],
    'app-object-missing': [
        'The module has no app object with the name that the server looks for',
        'Rename it, or correct the entrypoint',
    ],
    'app-port-fixed': ['The code listens on a port of its own', 'Listen on the port in the variable `PORT`'],
    'app-starts-itself': [
        'The module starts its own server when it is imported',
        'Put the call under `if __name__ == "__main__":`',
    ],
    'command-host-local': ['The run command listens on localhost only', 'Listen on `0.0.0.0`'],
    'command-port': ['The run command listens on a port of its own', 'Listen on the port in the variable `PORT`'],
    'command-variable': ['The run command has a variable that nothing expands', 'Write the value, or start a shell'],
    'file-not-bundled': ['The code opens a file that is not in the bundle', 'Commit it, or correct what excludes it'],
    'secrets-not-bundled': [
        'The app reads Streamlit\u2019s secrets, and their file is not deployed',
        'Read them from variables',
    ],
    'settings-unset': ['The app needs variables that the step does not set', 'Pass them with `env`'],
    'import-case': ['An import differs from its file in upper and lower case', 'Write it like the file\u2019s name'],
    'import-dev-only': [
        'The module comes from a dependency group that the server does not install',
        '`uv add` the package to the dependencies',
    ],
    'import-extra-only': [
        'The module comes from an extra that the server does not install',
        '`uv add` the package to the dependencies',
    ],
    'import-missing': [
        'No installed package provides the imported module',
        '`uv add` the package, or correct the import',
    ],
    'import-not-bundled': [
        'The module is part of the project, but excluded from the bundle',
        'Check `.gitignore`, `include` and `exclude`',
    ],
    'import-relative': [
        'The entrypoint has a relative import, but it is not run as part of a package',
        'Import by the full name',
    ],
    'import-shadowed': ['A file of the project hides a package or standard module of the same name', 'Rename the file'],
    'start-crash': ['The app exited as soon as it was started', 'Fix what the traceback names'],
    'start-first-visit': ['Opening the app\u2019s page raises an exception', 'Fix what the traceback names'],
    'start-wrong-address': [
        'The app listens on localhost only, or on another port',
        'Listen on `0.0.0.0` and the port in `PORT`',
    ],
    'start-missing-file': [
        'The app opens a file that does not exist or is excluded from the bundle',
        'Commit the file, or correct what excludes it',
    ],
    'start-missing-module': [
        'The app needs a module that is not installed or is excluded from the bundle',
        '`uv add` the package, or correct what excludes the file',
    ],
    'start-missing-variable': [
        'The app needs a variable that is not set',
        'Set it on the platform, and pass it to the step with `env`',
    ],
    'start-no-app': ['The server does not find the app object', 'Name it `app`, or correct the entrypoint'],
    'start-port-in-use': ['The app\u2019s port is already in use', 'Listen on the port in the variable `PORT`, once'],
    'start-timeout': ['The app does not listen in time', 'Move slow work out of the startup'],
    'start-unhealthy': ['The app runs, but a path does not return 2xx', 'Fix the app or `health-check-path`'],
    'start-visit-unjudged': [
        'The first visit could not be judged: the app may raise an exception when its page is opened',
        'Nothing, or open the page once it is deployed',
    ],
    'image-build-failed': ['The image can\u2019t be built', 'Fix what the build names'],
    'image-install-failed': [
        'A step of the Dockerfile fails when it installs packages',
        'Copy the files it needs first, or fix what uv names',
    ],
    'image-untried': [
        '`preflight: image` can\u2019t build the image on this runner',
        'Use a runner with docker, or set `preflight: start`',
    ],
    'worker-silent': ['A worker runs but prints nothing', 'Print a line now and then'],
    'start-untried': ['Such an app can\u2019t be started on the runner', 'Nothing; its installation was tested'],
    'content-type': ['The content type is unknown, or does not fit this project', 'Write one of those the message names'],
    'content-type-unknown': ['The content type of the file is not known', 'Set `content-type`'],
    'credentials-in-url': [
        'The address of a package holds a credential, which would be deployed',
        'Revoke it, and let the server reach the package by its own configuration',
    ],
    'entrypoint-form': [
        'Connect does not accept an entrypoint of this form',
        'Write `module:object`, or a file, as the message says',
    ],
    'export-failed': ['uv can\u2019t make requirements from the lock', 'Fix what uv names'],
    'flatten-conflict': ['Two local packages put the same file into the root of the bundle', 'Rename one of them'],
    'framework-not-locked': [
        'The package that starts such content is not among those deployed',
        '`uv add` it, or name its group or extra',
    ],
    'local-archive': [
        'The lock takes a package from a file, which Connect can\u2019t install',
        'Publish it, or add its source to the project',
    ],
    'local-index': [
        'Packages come from a folder that the server does not have',
        'Publish them to an index that the server reaches',
    ],
    'local-package-compiled': [
        'A local package has to be compiled, and copying its source does not do that',
        'Publish it as a wheel',
    ],
    'local-package-outside': [
        'A local package is outside of the repository, or in a folder that is never deployed',
        'Move it into the repository, or publish it',
    ],
    'manifest-file-missing': [
        'A committed `manifest.json` lists a file that is not there',
        'Regenerate it, or delete it',
    ],
    'manifest-invalid': ['A committed `manifest.json` lacks what Connect needs', 'Regenerate it, or delete it'],
    'manifest-large-file': [
        '`manifest.json` lists a file too large for its checksum to be compared',
        'Let the app fetch its data',
    ],
    'manifest-stale': ['A file differs from its entry in the committed `manifest.json`', 'Regenerate it, or delete it'],
    'manifest-syntax': ['A committed `manifest.json` is not valid JSON', 'Regenerate it, or delete it'],
    'notebook-invalid': ['The notebook is not valid JSON', 'Save it again in Jupyter'],
    'notebook-language': ['The notebook is not in Python', 'Deploy a Python one'],
    'path-above-package': [
        'Code in a `src` folder looks for files above it, and that folder is elsewhere on Connect',
        'Open files from the working directory, or keep them in the package',
    ],
    'pin-not-for-connect': ['Connect can\u2019t read the pin', 'Pin a plain version such as `3.12`'],
    'publisher-value': [
        'A value of Posit Publisher\u2019s configuration can\u2019t be used',
        'Remove it, or write what is meant under `[tool.uv-deploy.connect]`',
    ],
    'python-not-installed': ['No Python on the server fits', 'Pin one of those that the message names'],
    'quarto-engine': ['The document needs R or Julia', 'Commit the `manifest.json` that rsconnect writes for it in R'],
    'quarto-interactive': [
        'The document is an app, not a document to render',
        'Remove `server: shiny`, or deploy it as an app',
    ],
    'requirements-file-missing': [
        'The requirements file does not exist',
        'Correct the name, or remove it to have the requirements made from the lock',
    ],
    'requirements-hashes': ['The requirements file has hashes, which Connect refuses', 'Leave them out'],
    'requirements-invalid': ['A line of the requirements file is not a requirement', 'Remove the line'],
    'requirements-local': [
        'The requirements file names something that is not in the bundle',
        'Publish it, or include the file',
    ],
    'requirements-stale': [
        'The requirements file and the lock differ',
        'Generate it again, or delete `requirements.txt`',
    ],
    'rsconnect-table': ['`[tool.rsconnect]` lacks a key, or has a wrong one', 'Correct it as the message says'],
    'setting-without-effect': [
        'A setting or input has no effect on this content, or because `manifest.json` is committed',
        'Remove it',
    ],
    'command-path': ['The run command starts a program by its name alone', 'Write its path: `.venv/bin/uvicorn`'],
    'command-program': [
        'The program of the run command does not exist, is not executable, or comes from no installed package',
        '`uv add` the package, or correct the command',
    ],
    'command-quotes': ['The run command has quotes, which the platform may pass on as they are', 'Write plain words'],
    'command-shell': [
        'The run command needs a shell, and the platform uses none',
        'Write one program, or put it in a script',
    ],
    'command-sync': [
        '`uv run` changes the environment, or writes to its cache, at each start',
        'Start the program in `.venv/bin`',
    ],
    'cron-file': ['`clevercloud/cron.json` is not a list of strings', 'Write it as a JSON array of strings'],
    'cron-job': ['A line of `clevercloud/cron.json` can\u2019t run', 'Correct its time, or the path of its script'],
    'image-python': ['The platform does not have this Python', 'Use one of those the message names'],
    'image-python-differs': [
        'The platform selects another Python than the pin, or does not have that one',
        'Pin one that it has, and leave the choice to the pin',
    ],
    'lock-members': [
        'The lock belongs to a workspace, and the bundle lacks some of its members',
        'Remove them from `.gitignore` and `exclude`',
    ],
    'mise-file': ['The platform installs the tools of `mise.toml`', 'Set `CC_DISABLE_MISE=true`, or exclude the file'],
    'variable-folder': ['`APP_FOLDER` names a folder that the bundle does not have', 'Set `working-directory` instead'],
    'variable-ignored': ['The platform ignores this variable when uv installs', 'Remove it'],
    'variable-wins': ['`CC_RUN_COMMAND` overrides the run command', 'Write it as `run-command`'],
    'health-lenient': [
        '`health.path` is `/`, so that answers such as 500 pass as healthy',
        'Add a route `/healthz`, and name it',
    ],
    'project-json-database': ['`database.provider` names a vendor', 'Write `"database": { "engine": "postgres" }`'],
    'project-json-domains': [
        '`domains` has no `prod`, or a value that is not a host name',
        'Write the host name of the app',
    ],
    'project-json-health': ['`health` has a value of the wrong kind', 'Write it as the message says'],
    'project-json-mounts': [
        'A mount is incomplete or listed twice, or its volume is smaller than before',
        'Correct it as the message says',
    ],
    'project-json-name': ['`name` is missing, or not 1 to 80 characters long', 'Write the name of the app'],
    'project-json-port': ['`port` is not a port', 'Write a number from 1 to 65535'],
    'project-json-resources': ['`resources` has a value that is not a number above 0', 'Write a number'],
    'project-json-rollback': [
        '`rollback` is not one of the three values that it can have',
        'Write `false`, `true` or `"auto"`',
    ],
    'project-json-schedules': [
        'A schedule lacks its name or its time',
        'Write `{ "name": "nightly", "cron": "0 3 * * *" }`',
    ],
    'project-json-secrets': [
        '`secrets` has something else than names of variables',
        'List the names; put values in the vault',
    ],
    'project-json-syntax': ['`.deploymill/project.json` is not valid JSON', 'Correct the line'],
    'project-json-unknown-key': ['`.deploymill/project.json` has a key that is not documented', 'Correct or remove it'],
    'project-json-version': ['`.deploymill/project.json` is not of version 2', 'Write `"version": 2`'],
    'project-json-workload': [
        '`workload` is unknown, or a worker has `port` or `domains`',
        'Correct it as the message says',
    ],
    'base-python': ['The Python of the base image does not satisfy `requires-python`', 'Change the version in `FROM`'],
    'base-python-differs': ['The base image has another Python than `.python-version` pins', 'Use the same in both'],
    'command-form': ['The list of `CMD` is not valid JSON, or has all words in one string', 'Write `["sh", "-c", "\u2026"]`'],
    'copy-from-stage': [
        'Source is copied from another stage, which can hide that it has changed',
        'Copy it from the repository',
    ],
    'copy-missing': [
        'The Dockerfile copies something that is not in the build context',
        'Commit it, or correct the path or `.dockerignore`',
    ],
    'dockerfile-invalid': ['The Dockerfile has an instruction that does not exist, or no `FROM`', 'Correct the line'],
    'dockerfile-missing': ['There is no `Dockerfile` at the root of the repository', 'Add one'],
    'dockerfile-no-command': ['The image starts nothing', 'Add `CMD` to the last stage'],
    'dockerfile-root': ['The app runs as root', 'Add `USER` with another user'],
    'dockerfile-secret': [
        'The Dockerfile or `project.json` holds a secret, or what looks like one',
        'Revoke it, and use the vault',
    ],
    'dockerfile-venv': ['The Dockerfile makes a virtual environment by hand', 'Use `uv sync`'],
    dockerignore: ['`COPY . .` copies files that do not belong in an image', 'List them in `.dockerignore`'],
    'entrypoint-not-copied': [
        'The file to start is not copied to the place where the image looks for it',
        'Add a `COPY`',
    ],
    'expose-missing': ['The Dockerfile of a web app has no `EXPOSE`', 'Add it with the port of the app'],
    'expose-worker': ['A worker has `EXPOSE`', 'Remove it'],
    'git-missing': [
        'A package comes from git, and the image does not have git',
        'Install git, or use a release of the package',
    ],
    'health-head': ['The health route answers GET only', 'Make it answer HEAD as well'],
    'health-route-missing': ['The health route is not in the source', 'Add it, or correct `health.path`'],
    'install-before-sources': [
        'Packages are installed before the files they need are copied',
        'Copy it first, or use `--no-install-project`',
    ],
    'install-flat-layout': [
        'The project has several top-level packages, and setuptools refuses to choose',
        'Declare them, or install with `uv sync`',
    ],
    'lock-unused': ['The image is built without `uv.lock`', 'Install with `uv sync --locked`'],
    'output-buffered': ['The output of the worker stays in a buffer', 'Set `PYTHONUNBUFFERED=1`'],
    'port-fixed': [
        'The start command does not use `PORT`',
        'Use it in the start command, with the port of `EXPOSE` as the default',
    ],
    'project-json-missing': ['There is no `.deploymill/project.json`', 'Commit the one that the platform created'],
    'project-port': ['`port` in `project.json` and `EXPOSE` differ', 'Write the same in both'],
    'site-packages-path': ['A path has a Python version that differs from the image\u2019s', 'Write the version of the image'],
    'source-not-copied': ['A local dependency is not copied before it is installed', 'Copy it first'],
    'start-installs': ['Packages are installed when the container starts', 'Install them when the image is built'],
    'template-manifest': ['`deploymill.json` is for templates, not for apps', 'Remove it'],
    'tick-route-missing': ['There are schedules, but no route for POST /_system/tick', 'Add the route'],
};

;// CONCATENATED MODULE: ./src/findings/run-codes.ts
/**
 * Findings that come from the step's settings, the runner or the server. Ignoring them would change nothing, so `ignore` refuses them.
 * After adding a row, run `npm run docs`.
 */
const RUN_CODES = {
    cancelled: ['The run was cancelled', 'The message says what was left behind'],
    'choose-app': ['The repository has several apps, and the step does not say which', 'Set `working-directory`'],
    conflict: ['Another item on the server already has this slug', 'Choose another slug, or remove that item'],
    'content-type-changed': ['An app would become a task, or a task an app', 'Give the new one another name'],
    'deployment-failed': [
        'The server could not install the packages, or the app does not start there',
        'Fix the line that the error is at, or what the message names; the log is linked',
    ],
    'deployment-timeout': [
        'It takes longer than `timeout`; the message says whether it continues on the server',
        'Open the log, or raise `timeout`',
    ],
    'deployment-unknown': ['The server stopped answering, so the result is not known', 'Open the linked log'],
    'disk-full': [
        'The runner\u2019s disk is full, or its limit for a file is reached',
        'Free space, or `exclude` large files',
    ],
    'env-encryption': ['The variables can\u2019t be encrypted with the server\u2019s key', 'Ask your server\u2019s administrator'],
    'first-visit': [
        'The app answers, but opening its page raises an exception',
        'Fix the line that the error is at, or what the message names; it also says what is live',
    ],
    'file-changed': [
        'A file changed while it was being bundled',
        'Run the step again, with nothing else writing to the checkout',
    ],
    'file-denied': ['The runner can\u2019t read or write a file', 'Check its disk and the permissions'],
    'file-gone': [
        'A file vanished during the run',
        'Make sure that nothing cleans up during the run, and run the job again',
    ],
    forbidden: ['The item does not exist there, or belongs to somebody else', 'Check `id`, `server` and the key\u2019s owner'],
    'git-timeout': ['`git` did not list the files in time', 'Run `git status` on the runner'],
    'invalid-input': ['An input has an invalid value', 'Correct it'],
    'invalid-key': [
        'The server does not accept the credential',
        'Create a new one, and check that it is for this server',
    ],
    'invalid-server': ['`server` is not a usable URL', 'Write one such as `https://ricochet.example.com`'],
    'invalid-setting': ['`[tool.uv-deploy]` has an unknown key or value', 'Correct the line'],
    'name-differs': [
        '`name` differs from the name of the item with this slug',
        'Use `variant`, or change name in `_ricochet.toml`',
    ],
    'no-outputs': ['The outputs could not be set', 'Check the runner\u2019s files'],
    'no-platform': ['No platform is set', 'Set `platform`'],
    'no-previews': ['This platform\u2019s previews can\u2019t be removed from here', 'Remove it on the server'],
    'no-pull-request': ['The pull request is not known', 'Set `pull-request`'],
    'no-secret': ['The token needs a secret, and none is set', 'Set `secret` as well'],
    'no-secrets': ['Runs triggered from forks and by Dependabot get no secrets', 'Nothing to do'],
    'no-server': ['There is a token, but no server', 'Set `server`'],
    'no-state': ['The step could not save state for the end of the job', 'Check the runner\u2019s files'],
    'no-temp': ['The runner\u2019s temporary folder can\u2019t be written', 'Check `RUNNER_TEMP`'],
    'no-token': ['`token` is empty', 'Set it to a secret, and check the spelling of the secret\u2019s name'],
    'no-variants': ['The platform has no variants', 'Remove `variant`, and set `id`'],
    'not-a-preview': ['The item is not marked as a preview, and is not removed', 'Remove it on the server'],
    'missing-scope': [
        'The API key may deploy, but not read the status of a deployment',
        'Give the key the scope that reads content',
    ],
    'not-found': ['The server does not have what was asked for (404)', 'Check `id` and `server`'],
    'not-followed': ['The run did not wait for the release to go live', 'Remove `wait: false`'],
    'not-ignorable': ['The ignored error makes deploying impossible', 'Fix it, and remove it from `ignore`'],
    'not-production': ['`mode: auto` deploys nothing on this event', 'Set `mode: deploy` or `production-branch`'],
    'not-ricochet': ['A login page or a proxy answered', '`server` has to be ricochet\u2019s own address, open for API calls'],
    'old-release-answers': ['The paths are healthy, but the previous release still answers', 'Stop the old instances'],
    'partly-done': ['Variables or settings were updated, but the code was not', 'Run the job again'],
    'rate-limited': ['The server asks for fewer requests', 'Run the job again later'],
    refused: ['The server refused the request', 'Fix what it names'],
    'sarif-not-written': ['The findings could not be written to `sarif-path`', 'Name a file in the checkout'],
    'server-error': ['The server had an error', 'Run the job again, or ask who runs the server'],
    'server-redirects': ['The server\u2019s address redirects elsewhere', 'Correct `server`'],
    'server-unreachable': [
        'No answer: DNS, TLS, or the server is down',
        'Check `server`; GitHub\u2019s own runners can\u2019t reach private networks',
    ],
    'several-items': ['Several items have this name', 'Set `id`'],
    unexpected: ['An unexpected error', 'Run the job with debug logging, and report it'],
    unhealthy: [
        'The app is deployed, but a path does not return 2xx',
        'Fix the line that the error is at; the message has the response and the likely cause',
    ],
    'unknown-input': ['There is no input of this name', 'Correct the name'],
    'unreadable-row': [
        'A list of the server has a row that can\u2019t be read',
        'Run the job again, or ask who runs the server',
    ],
    'upload-ambiguous': [
        'The response to the upload was lost, and several deployments are new',
        'Check them on the server',
    ],
    'upload-lost': ['The response to the upload was lost, and the server has nothing of it', 'Run the job again'],
    'warnings-fail': ['There is a warning, and `fail-on` is `warning`', 'Fix what it names'],
    'no-checkout': ['The workspace is empty', 'Add a step with `actions/checkout` before this one'],
    'working-directory': [
        '`working-directory` is not a folder of the checkout',
        'Correct it; it is relative to the root of the repository',
    ],
    'github-comment-gone': [
        'The comment was deleted each time before it could be updated',
        'Check whether another workflow deletes comments',
    ],
    'github-error': ['GitHub had an error', 'Run the job again later'],
    'github-forbidden': ['GitHub does not allow it', 'Fix what GitHub reports'],
    'github-invalid': ['GitHub rejects the request as invalid', 'Fix what GitHub reports'],
    'github-no-token': ['`github-token` does not look like a token', 'Remove `github-token` to use the job\u2019s own'],
    'github-not-found': [
        'GitHub does not have it, or hides it from this token',
        'Check `pull-request` and the job\u2019s permissions',
    ],
    'github-permission': [
        'The token for GitHub lacks a permission',
        'Add the one that the message names under `permissions:` of the job',
    ],
    'github-rate-limited': ['GitHub\u2019s rate limit is reached', 'Run the job again later'],
    'github-redirects': [
        'GitHub redirects the request to a place that must not get the token',
        'Start a new run if the repository was renamed',
    ],
    'github-refused': ['GitHub refused the request', 'Fix what GitHub reports'],
    'github-too-many': ['A list on GitHub is too long to read', 'Close or delete what is no longer needed'],
    'github-unauthorized': ['GitHub does not accept the token', 'Remove `github-token`, or set one that has not expired'],
    'github-unexpected': [
        'The comment or the deployment on GitHub could not be written',
        'Please report it with the log; the deployment itself is not affected',
    ],
    'github-unknown': ['The repository of the run is not known', 'Run it in a GitHub workflow'],
    'github-unreachable': ['The API of GitHub does not answer', 'Check that the runner reaches it'],
    'github-unreadable': ['The response is not from GitHub\u2019s API', 'Check for a proxy that answers instead'],
    'no-github-token': [
        'The open pull requests are not known, so nothing was removed',
        'Remove the empty `github-token`, or set `pull-request`',
    ],
    'no-item': ['The server has no task of this name to invoke', 'Deploy it first, or correct `id` or `name`'],
    'task-not-run': ['On a schedule, `mode: auto` deploys: a task that has not changed is not run', 'Set `mode: invoke`'],
    'no-tasks': ['The platform has no tasks', 'Use another mode or platform'],
    'not-a-task': ['The item to invoke is an app', 'Correct `id` or `name`'],
    'run-not-followed': [
        'The server does not report how its runs end',
        'Open the linked page, or have the server updated',
    ],
    'start-unknown': [
        'It is not known whether the task was started, so it was not started again',
        'Check on the server, and run the job again if nothing runs',
    ],
    'run-failed': [
        'The task ended with an error, or was stopped on the server',
        'Fix the line that the error is at, or what the end of its log in the message says',
    ],
    'run-timeout': ['The task takes longer than `timeout`; it was stopped', 'Raise `timeout`, or make it faster'],
    'run-unknown': ['The server stopped answering, so the result of the run is not known', 'Open the linked page'],
    'access-type-refused': ['The server does not allow this access type', 'Set one of those the message names'],
    'app-blocked': [
        'Clever Cloud deploys nothing to the app: it is blocked, unpaid, archived, or not for Python',
        'Resolve what the message names, or choose another name',
    ],
    'bundle-unreadable': [
        'The server could not store or unpack the bundle',
        'Run the job again; check whether the server\u2019s disk is full',
    ],
    'content-locked': ['The content is locked on the server', 'Ask its owner to unlock it'],
    'content-type-refused': [
        'The server does not run this type of content',
        'Ask your server\u2019s administrator to allow it',
    ],
    'creation-unknown': [
        'It is not known whether the app was created, so it was not created again',
        'Check on the server, and run the job again',
    ],
    'draft-unhealthy': [
        'The draft of the new bundle does not work, so it was not activated',
        'Fix the line that the error is at, or what the message names; the previous release stays live',
    ],
    'env-refused': ['The server refuses one of the variables', 'Rename it, or remove it from `env`'],
    'git-managed': ['The content is deployed from git by the server itself', 'Choose another name or id'],
    'identity-refused': [
        'The server does not accept the identity of this job',
        'Have a trusted publisher set up for this repository and workflow',
    ],
    'invalid-name': ['Connect does not accept this name', 'Use 3 to 64 letters, digits, `-` and `_`'],
    license: ['The server\u2019s licence does not cover such content', 'Ask your server\u2019s administrator'],
    'manifest-refused': ['The server can\u2019t read the manifest', 'Correct `manifest.json`, or delete it'],
    'no-bundle': ['Nothing has been deployed yet, so there is nothing to render', 'Deploy it first'],
    'no-drafts': ['The server is too old for drafts', 'Have it updated'],
    'no-id': ['A key from trusted publishing is for one content item only, and none is named', 'Set `id`'],
    'no-identity': ['GitHub gives the job no identity', 'Add `id-token: write` to its permissions'],
    'app-elsewhere': [
        'No owner is named, and the app of this name is in an organisation',
        'Write that organisation as `owner`; your own id for a new app in your own space',
    ],
    'no-owner': ['No organisation, or more than one, has this name', 'Write its id as `owner`'],
    'no-zone': ['Clever Cloud has no zone of this name', 'Correct `zone`'],
    'no-rollback': ['The platform can\u2019t roll back', 'Remove `rollback`'],
    'no-trusted-publishing': [
        'The server does not accept the identity of workflows',
        'Use an API key, or have the server updated',
    ],
    'branch-unknown': [
        'The head of a branch could not be read',
        'Run actions/checkout before this step, without `persist-credentials: false`',
    ],
    'deployment-cause': ['The log of the failed deployment names this line', 'Fix the line'],
    'domain-blocked': ['A domain is not routed to the app yet', 'Create the DNS record that it asks for'],
    'env-secret': ['A variable for deploymill is a secret', 'Store it in the vault'],
    'no-application-id': ['No app on deploymill is found by its name', 'Set `id`'],
    'no-branch': ['The repository has no branch of this name', 'Correct `branch`'],
    'no-client-credentials': ['The server does not take a client\u2019s id and secret', 'Leave out `secret`'],
    'not-deploymill': ['There is no MCP server at this address', '`server` has to be deploymill\u2019s own address'],
    'not-rolled-over': [
        'The new image is identical to the previous one',
        'Nothing, or copy the sources in the final stage',
    ],
    'not-the-head': ['Another commit would be deployed', 'Let the run of the newest commit deploy'],
    'preview-hits-production': ['A preview uses the data of production', 'Share no database, volumes or storage with it'],
    'preview-unknown': ['The preview was created, but its id is not known', 'Check the app on deploymill'],
    'sign-in-needed': ['The refresh token is not accepted', 'Sign in again, and store the new one'],
    'token-rotated': ['The refresh token was replaced', 'Store a credential that does not change'],
    'tool-arguments': ['A tool of deploymill expects other arguments', 'Write them in `tool-args`'],
    'tool-missing': ['The server lacks a tool that is needed', 'Check `server`, and report its list of tools'],
    'tool-refused': ['A call was refused', 'Fix what it names'],
    'not-clever-cloud': [
        'A login page or a proxy answered, not Clever Cloud',
        'Correct `server`, or let API calls through',
    ],
    'not-connect': ['A login page or a proxy answered, not Posit Connect', 'Correct `server`, or let API calls through'],
    'not-publisher': ['The key\u2019s owner may not publish', 'Use the key of a publisher'],
    'not-rolled-back': ['The rollback failed', 'Check which release is live'],
    'nothing-to-put-back': [
        'The unhealthy release is the first one, so there is nothing to roll back to',
        'Fix the app, and run the job again',
    ],
    'not-supported': [
        'The server does not support this request',
        'Check `server`; remove a setting that needs a newer server, or have the server updated',
    ],
    'other-repository': [
        'The content with this name belongs to another repository',
        'Set another `name`, or `id` to take it over',
    ],
    'params-unsupported': ['The platform takes no parameters here', 'Remove `params`'],
    'push-refused': ['Clever Cloud refused the commit', 'The message has its reason'],
    'repository-not-ready': ['The git repository of the new app was not ready in time', 'Run the job again'],
    'rolled-back': ['The previous release is live again', 'Fix the app, and run the job again'],
    superseded: ['Another release went live in the meantime', 'Run the job again if this one should be live'],
    'system-limit': ['The runner is out of open files, processes or memory', 'Raise what the message names'],
    'task-lost': [
        'The server no longer knows the task it started',
        'Let the load balancer in front of it keep sessions together',
    ],
    'text-length': [
        'The title or the description is too short or too long',
        'A title has 3 to 1024 characters, a description at most 4096',
    ],
    'token-expires': ['The token expires within 30 days', 'Store a new token and secret'],
    'upload-damaged': ['The server received a damaged bundle', 'Run the job again'],
    'user-locked': ['The user of this key is locked', 'Use the key of another user, or have this one unlocked'],
    'vanity-url-refused': ['The vanity URL is taken, or not permitted', 'Set another `vanity-url`'],
    'url-unknown': [
        'The platform has no URL of the app, so its paths were not requested',
        'Give the app a domain, or write its `url`',
    ],
    'visit-unjudged': [
        'The first visit could not be judged: the app may raise an exception when its page is opened',
        'Nothing, or open the page once',
    ],
};

;// CONCATENATED MODULE: ./src/findings/codes.ts


/** Every code a finding can have. */
const CODES = new Map([
    ...Object.entries(CHECK_CODES),
    ...Object.entries(RUN_CODES),
]);
/** Whether `ignore` may speak for findings with this code. */
const isIgnorable = (code) => Object.hasOwn(CHECK_CODES, code);

// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
;// CONCATENATED MODULE: ./src/report/sarif.ts





const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/**
 * The findings as SARIF 2.1.0, in the part of it that GitHub's code scanning reads. It refuses results without a place in a
 * file, and shows suppressed ones all the same: ignored findings are not to be handed in. Pure.
 */
function sarifLog(findings, subject) {
    const { category, file, isWhole, documents } = subject;
    const codes = [...new Set(findings.map(({ code }) => code))];
    const seen = new Map();
    const results = findings.map((finding) => {
        const location = locationOf(finding, file);
        const print = fingerprint(finding, location);
        const count = (seen.get(print) ?? 0) + 1;
        seen.set(print, count);
        return {
            ruleId: finding.code,
            ruleIndex: codes.indexOf(finding.code),
            level: LEVELS[finding.level],
            message: { text: (0,findings_text/* plain */.pj)([finding.message, finding.remedy].filter(Boolean).join('\n')) },
            locations: [location],
            partialFingerprints: { primaryLocationLineHash: `${print}:${count}` },
        };
    });
    return {
        $schema: SCHEMA,
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'uv-deploy',
                        ...(documents !== '' && { informationUri: `${documents}/README.md` }),
                        rules: codes.map((code) => ruleOf(code, documents)),
                    },
                },
                automationDetails: { id: category },
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
                invocations: [{ executionSuccessful: isWhole }],
                columnKind: 'utf16CodeUnits',
                results,
            },
        ],
    };
}
function ruleOf(code, documents) {
    const helpUri = (0,findings_documents/* explanationOf */.p)(code, documents);
    const [meaning, remedy] = CODES.get(code) ?? [code, 'Do what the finding says'];
    return {
        id: code,
        shortDescription: { text: `${unmarked(meaning)}.` },
        fullDescription: { text: `${unmarked(meaning)}.` },
        help: { text: `${unmarked(meaning)}. ${unmarked(remedy)}.`, markdown: `${meaning}.\n\n${remedy}.` },
        ...(helpUri !== undefined && { helpUri }),
    };
}
const unmarked = (text) => text.replaceAll('`', '');
function locationOf({ file, line = 1, column }, standIn) {
    const isNamed = file !== undefined && file !== '.' && !/^(?:\.\.(?:\/|$)|\/)/.test(file);
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(isNamed ? file : standIn), uriBaseId: '%SRCROOT%' },
            region: isNamed ? { startLine: line, ...(column !== undefined && { startColumn: column }) } : { startLine: 1 },
        },
    };
}
/** A relative path as a relative URI: a name with a colon must not look like a scheme. */
const uriOf = (path) => path
    .split('/')
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/');
/** The same finding has the same print in the next run, wherever it stands in its file: lines and sizes do not count. */
function fingerprint({ code, message }, { physicalLocation }) {
    const text = [code, physicalLocation?.artifactLocation?.uri, (0,secrets/* redact */.E$)(message).replace(/\d+/g, '0')].join('\n');
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./src/report/sarif-file.ts






/**
 * Writes the run's findings to `sarif-path`, none of them too: code scanning closes the alerts that are gone.
 * Answers what the log should say, or a warning when the file could not be written.
 */
async function writeSarif(request, status, entries, { workspace, documents }) {
    if (request.path === '')
        return undefined;
    if (status === 'skipped' || entries.mode === 'teardown' || entries.mode === 'invoke') {
        return 'No SARIF written: nothing was checked in this run.';
    }
    try {
        const path = await safePath(request.path, workspace);
        const log = sarifLog(entries.findings, {
            category: categoryOf(request, workspace),
            file: external_node_path_.posix.join(entries.directory ?? folderOf(request, workspace), 'pyproject.toml'),
            documents,
            isWhole: entries.findings.every(({ code }) => code !== 'cancelled' && code !== 'unexpected'),
        });
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, `${JSON.stringify(log, null, 2)}\n`);
        return `SARIF: ${(0,findings_text/* quote */.hD)(request.path, 200)}`;
    }
    catch (error) {
        return (0,findings_finding/* warning */.$e)('sarif-not-written', `The findings could not be written to sarif-path '${(0,findings_text/* quote */.hD)(request.path, 200)}': ${(0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(error), 200)}.`, 'Give a path in the checkout that ends with .sarif, such as uv-deploy.sarif.');
    }
}
/**
 * The absolute path of a file in the checkout that may be written: no link leads out of it, and the ending keeps files of the
 * project from being overwritten by a slip.
 */
async function safePath(path, workspace) {
    const root = await (0,promises_.realpath)(workspace);
    const wanted = (0,external_node_path_.resolve)(root, path);
    if (!/\.sarif(?:\.json)?$/.test(path))
        throw new Error('its name does not end with .sarif');
    if ((0,external_node_path_.isAbsolute)(path) || !(0,paths/* isInside */.FK)(root, wanted))
        throw new Error('it leaves the checkout');
    const folder = await nearestFolder((0,external_node_path_.dirname)(wanted));
    if (!(0,paths/* isInside */.FK)(root, folder))
        throw new Error('a link leads out of the checkout');
    const stat = await (0,promises_.lstat)(wanted).catch(() => undefined);
    if (stat && !stat.isFile())
        throw new Error('something other than a file is there');
    return wanted;
}
/** The real path of the folder, or of the nearest one above it that exists. */
async function nearestFolder(folder) {
    try {
        return await (0,promises_.realpath)(folder);
    }
    catch (error) {
        if ((0,findings_finding/* codeOf */.$N)(error) !== 'ENOENT')
            throw error;
        // A link to nowhere exists, though what it names does not.
        if (await (0,promises_.lstat)(folder).catch(() => undefined))
            throw new Error('a link there points to nothing', { cause: error });
        return (0,external_node_path_.join)(await nearestFolder((0,external_node_path_.dirname)(folder)), (0,external_node_path_.relative)((0,external_node_path_.dirname)(folder), folder));
    }
}
/** One app's alerts are not closed by another's: GitHub replaces those of the same category only. */
const categoryOf = (request, workspace) => `${external_node_path_.posix.join('uv-deploy', request.platform, folderOf(request, workspace))}/`;
/** The folder as it was asked for, relative to the checkout; one that leaves it has been refused elsewhere. */
function folderOf({ directory }, workspace) {
    const folder = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, directory));
    return (0,paths/* isInside */.FK)(workspace, (0,external_node_path_.join)(workspace, folder)) ? folder.split(external_node_path_.sep).join('/') : '';
}

// EXTERNAL MODULE: ./src/report/summary.ts + 1 modules
var summary = __webpack_require__(4677);
// EXTERNAL MODULE: ./src/bundle/listing.ts
var listing = __webpack_require__(5080);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var files_toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/project/target.ts
var target = __webpack_require__(452);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 2 modules
var inputs_inputs = __webpack_require__(8548);
;// CONCATENATED MODULE: ./src/inputs/apps.ts









const ROOT_FILE = 'pyproject.toml';
const LIMIT = 5_000_000;
const TABLES = 'tool.uv-deploy.app';
/**
 * Chooses the app by `working-directory`, where the repository lists several; of two in one folder, by `platform` and `name`.
 * A step is for one app: its outputs, its credential and its server are. Throws when the list is wrong or the choice is open.
 */
async function chooseApp(checkout, raw) {
    const { value } = raw['working-directory'];
    const root = await readRoot(checkout);
    if (root === undefined || (0,files_toml/* isFinding */.qd)(root))
        return { directory: value, findings: root ? [root] : [] };
    const entries = await readEntries(root, checkout);
    if (entries.length === 0)
        return { directory: value, findings: [] };
    const wanted = await folderIn(checkout, value);
    const here = entries.filter(({ directory }) => directory === wanted);
    const given = (name) => (raw[name].from === 'input' ? raw[name].value : '');
    const meant = here.filter((entry) => ['platform', 'name'].every((key) => given(key) === '' || entry[key] === '' || given(key) === entry[key]));
    const candidates = here.length === 1 ? here : here.length === 0 && wanted === '.' ? entries : meant;
    const [only, ...others] = candidates;
    if (here.length === 0 && wanted !== '.')
        return { directory: value, findings: [] };
    if (only === undefined || others.length > 0)
        throw openChoice(here.length > 1 ? here : entries, here.length > 1);
    return { directory: only.directory, listed: { root, index: only.index }, findings: [] };
}
/** The tables of settings that count for the app, the weakest first. */
function layersOf({ listed }, { pyproject }) {
    const own = (file) => ({
        file,
        path: 'tool.uv-deploy',
        structure: [target/* TARGET_KEY */.ik, ...(file.shown === ROOT_FILE ? ['app'] : [])],
    });
    const layers = pyproject ? [own(pyproject)] : [];
    if (listed === undefined)
        return layers;
    const { root, index } = listed;
    if (pyproject?.shown !== root.shown)
        layers.unshift(own(root));
    return [...layers, { file: root, path: `${TABLES}.${index}`, structure: ['directory'] }];
}
async function readRoot(workspace) {
    const checkout = await (0,promises_.realpath)(workspace).catch(() => workspace);
    return (0,files_toml/* readToml */.D7)(checkout, (0,external_node_path_.join)(checkout, ROOT_FILE), LIMIT);
}
/** Reads the list, and refuses apps without a folder and two that are the same item. */
async function readEntries(root, checkout) {
    const tables = (0,json.at)(root.data, ...TABLES.split('.'));
    if (tables === undefined)
        return [];
    const findings = [];
    const complain = (path, message, remedy) => findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, remedy, (0,files_toml/* placeIn */.VV)(root, path)));
    if (!Array.isArray(tables) || !tables.every(values/* isTable */.bI)) {
        complain(TABLES, `[${TABLES}] is not a list of tables.`, `Begin each app with [[${TABLES}]].`);
        throw new findings_finding/* Failure */.HR(findings);
    }
    const entries = [];
    const seen = new Map();
    for (const [index, table] of tables.entries()) {
        const directory = (0,json.at)(table, 'directory');
        const path = `${TABLES}.${index}`;
        const problem = await folderProblem(directory, table, checkout);
        if (problem) {
            complain(`${path}.directory`, ...problem);
            continue;
        }
        const entry = toEntry(index, (await folderIn(checkout, String(directory))) ?? '', table, root);
        const twin = targetsOf(entry).map((target) => seen.get(target));
        const [other] = twin.filter((found) => found !== undefined);
        if (other) {
            complain(path, `This app would replace the one for '${(0,findings_text/* quote */.hD)(other.directory)}' (line ${root.lineOf(`${TABLES}.${other.index}`)}).`, 'Give each its own name, or its own platform.');
        }
        for (const target of targetsOf(entry))
            seen.set(target, entry);
        entries.push(entry);
    }
    if (findings.length > 0)
        throw new findings_finding/* Failure */.HR(findings);
    return entries;
}
function toEntry(index, directory, table, root) {
    const shared = (0,json.at)(root.data, 'tool', 'uv-deploy');
    const text = (...values) => values.find((value) => typeof value === 'string');
    const platform = text((0,json.at)(table, 'platform'), (0,json.at)(shared, 'platform')) ?? '';
    const part = inputs_inputs/* PLATFORMS */.P4.includes(platform) ? platform : '';
    const of = (key) => text((0,json.at)(table, part, key), (0,json.at)(table, key), (0,json.at)(shared, part, key), (0,json.at)(shared, key))?.trim() ?? '';
    return { index, directory, platform, name: of('name'), id: of('id') };
}
/** What tells an app's item from others, as far as the list says; a folder's own files give a name that nothing else has. */
const targetsOf = ({ directory, platform, name, id }) => [
    `${platform} name ${name || `of ${directory}`}`,
    ...(id ? [`${platform} id ${id}`] : []),
];
async function folderProblem(directory, table, checkout) {
    const example = 'Write directory = "apps/api", relative to the repository.';
    if (directory === undefined) {
        const slip = Object.keys(table).find((key) => (0,nearest/* nearest */.p)(key, ['directory']) !== undefined);
        return [
            `[[${TABLES}]] has no directory.`,
            slip ? `Is it '${(0,findings_text/* quote */.hD)(slip)}'? The key is called 'directory'.` : example,
        ];
    }
    if (typeof directory !== 'string' || directory.trim() === '')
        return ['directory is not a string.', example];
    const folder = await folderIn(checkout, directory);
    if (folder === undefined)
        return [`The directory '${(0,findings_text/* quote */.hD)(directory)}' is not a folder of the repository.`, example];
    if ((0,external_node_path_.isAbsolute)(directory) || /^\.\.(?:\/|$)/.test(folder)) {
        return [`The directory '${(0,findings_text/* quote */.hD)(directory)}' leaves the repository.`, example];
    }
    return undefined;
}
/** The real folder that a path names, relative to the checkout with forward slashes; `undefined` when it is none. */
async function folderIn(checkout, path) {
    const real = await (0,promises_.realpath)((0,external_node_path_.resolve)(checkout, path)).catch(() => undefined);
    if (real === undefined || !(await (0,promises_.stat)(real)).isDirectory())
        return undefined;
    return ((0,external_node_path_.relative)(await (0,promises_.realpath)(checkout), real)
        .split(external_node_path_.sep)
        .join('/') || '.');
}
function openChoice(entries, isOneFolder) {
    const list = entries.map(({ directory, name }) => (name ? `${(0,findings_text/* quote */.hD)(directory)} (${(0,findings_text/* quote */.hD)(name)})` : (0,findings_text/* quote */.hD)(directory)));
    if (isOneFolder) {
        return (0,findings_finding/* failure */.V2)('choose-app', `The folder has several apps: ${(0,findings_text/* quote */.hD)(list.join(', '), 300)}.`, "Say which one with the inputs 'name' and 'platform'.");
    }
    const folders = entries.map(({ directory }) => JSON.stringify(directory)).join(', ');
    return (0,findings_finding/* failure */.V2)('choose-app', `The repository has several apps: ${(0,findings_text/* quote */.hD)(list.join(', '), 300)}. A step deploys one of them.`, `Set working-directory to one. For all, give the job a matrix, such as strategy: { matrix: { app: [${(0,findings_text/* quote */.hD)(folders, 300)}] } }, and the step working-directory: \${{ matrix.app }}. Is the repository's root an app too? Then list it with directory = ".".`);
}

// EXTERNAL MODULE: ./src/bundle/glob.ts + 1 modules
var glob = __webpack_require__(7312);
// EXTERNAL MODULE: ./src/bundle/pattern.ts
var bundle_pattern = __webpack_require__(6230);
;// CONCATENATED MODULE: ./src/inputs/ignore.ts








const IGNORE_KEYS = ['code', 'reason', 'file'];
const EXAMPLE = '{ code = "\u2026", reason = "why it is all right" }';
/**
 * Reads a list `ignore`: tables with a code, a reason, and perhaps a glob for the finding's file, as annotations name it.
 * `place` tells where an entry stands.
 */
function parseIgnores(value, place) {
    const ignores = [];
    const findings = [];
    const complain = (index, message, remedy) => findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, remedy, place(index)));
    if (!Array.isArray(value)) {
        complain(0, 'ignore is not a list.', `Write ignore = [${EXAMPLE}].`);
        return { ignores, findings };
    }
    for (const [index, entry] of value.entries()) {
        const problem = problemOf(entry);
        if (problem)
            complain(index, ...problem);
        else
            ignores.push(toIgnore(entry));
    }
    return { ignores, findings };
}
function toIgnore({ code, reason, file }) {
    const covers = file === undefined ? () => true : (0,glob/* folderGlobs */.ew)([file]);
    return {
        code,
        reason: (0,findings_text/* quote */.hD)(reason, 200),
        matches: (finding) => finding.code === code && (file === undefined || covers(finding.file ?? '')),
    };
}
/** What is wrong with an entry, and what to do; `undefined` when nothing is. */
function problemOf(entry) {
    if (!(0,values/* isTable */.bI)(entry)) {
        const code = typeof entry === 'string' ? entry : '\u2026';
        return [
            `ignore has ${typeof entry === 'string' ? `'${(0,findings_text/* quote */.hD)(entry)}' without a reason` : 'an entry that is not a table'}.`,
            `Say why, for the next reader: { code = "${(0,findings_text/* quote */.hD)(code)}", reason = "\u2026" }.`,
        ];
    }
    const { code, reason, file } = entry;
    const unknown = Object.keys(entry).find((key) => !IGNORE_KEYS.includes(key));
    if (unknown !== undefined) {
        const meant = (0,nearest/* nearest */.p)(unknown, IGNORE_KEYS);
        return [
            `An entry of ignore has the unknown key '${(0,findings_text/* quote */.hD)(unknown)}'.`,
            meant ? `Did you mean '${meant}'?` : `Known: ${IGNORE_KEYS.join(', ')}.`,
        ];
    }
    if (typeof code !== 'string')
        return ['An entry of ignore has no code.', `Write ${EXAMPLE}.`];
    if (!CODES.has(code)) {
        const meant = (0,nearest/* nearest */.p)(code, Object.keys(CHECK_CODES));
        return [
            `ignore has the unknown code '${(0,findings_text/* quote */.hD)(code)}'.`,
            meant ? `Did you mean '${meant}'?` : "Take it from an annotation's title, or from docs/findings.md of uv-deploy.",
        ];
    }
    if (!isIgnorable(code)) {
        const message = `'${code}' can't be ignored: only findings of the checks can, and this one comes from the settings, the runner or the server.`;
        return [message, 'Remove it from ignore, and do what the finding says.'];
    }
    if (typeof reason !== 'string' || reason.trim() === '') {
        return [
            `ignore has '${code}' without a reason.`,
            `Say why, for the next reader: { code = "${code}", reason = "\u2026" }.`,
        ];
    }
    if (file !== undefined && (typeof file !== 'string' || file.trim() === '')) {
        return [
            `The file of the ignored '${code}' is not a string.`,
            'Give a glob of paths in the repository, such as "apps/api/tests/*.pem".',
        ];
    }
    const problem = (0,bundle_pattern/* patternProblem */.AL)(file === undefined ? [] : [file]);
    if (problem)
        return [`The file of the ignored '${code}' ${problem}.`, 'Write a shorter glob.'];
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/settings.ts








/**
 * What the app is may be written in pyproject.toml, under the inputs' own names. Where it is deployed to and with which
 * credential may not: whoever can change the checked-out files must not be able to send a secret elsewhere.
 */
const ALLOWED = [
    ...['platform', 'id', 'name', 'entrypoint', 'content-type', 'health-check-path', 'health-check-timeout'],
    ...['timeout', 'exclude', 'include', 'preflight', 'fail-on'],
];
/**
 * Lays tables of settings under the inputs: an input that was given wins, then the last table, in each the part of the platform.
 * Throws for keys that are not known, with the nearest right name; the platform's `settings` are those that it reads itself. What
 * a `foreign` file says is under all of them.
 */
function layerSettings(raw, layers, platform, foreign) {
    const { values = [], own = [] } = foreign ?? {};
    const tables = [{ ...NOTHING, values, own }, ...layers.flatMap((layer) => readLayer(layer, platform))];
    const findings = tables.flatMap((table) => table.findings);
    if (findings.length > 0)
        throw new findings_finding/* Failure */.HR(findings);
    const layered = { ...raw };
    for (const [name, value] of tables.flatMap(({ values }) => values)) {
        if (raw[name].from !== 'input')
            layered[name] = value;
    }
    return {
        raw: layered,
        ignores: tables.flatMap(({ ignores }) => ignores),
        own: Object.fromEntries(tables.flatMap(({ own }) => own)),
    };
}
const NOTHING = { values: [], ignores: [], own: [], findings: [] };
/** Reads a table, and then the platform's part of it. */
function readLayer(layer, platform) {
    const { file, path } = layer;
    const table = (0,json.at)(file.data, ...path.split('.'));
    if (table === undefined)
        return [];
    if (!(0,values/* isTable */.bI)(table))
        return [{ ...NOTHING, findings: [noTable(file, path)] }];
    const part = platform && (0,json.at)(table, platform.name);
    const partLayer = { file, path: `${path}.${platform?.name}`, structure: [] };
    return [
        ...Object.entries(table).map(([key, value]) => readKey(key, value, layer)),
        ...(platform && (0,values/* isTable */.bI)(part)
            ? Object.entries(part).map(([key, value]) => readKey(key, value, partLayer, Object.keys(platform.settings)))
            : []),
    ];
}
/** Reads a key of `tool.uv-deploy`, or with `ownKeys` one of a platform's part. */
function readKey(key, value, layer, ownKeys) {
    const { file, path: prefix, structure } = layer;
    const path = `${prefix}.${key}`;
    const place = (0,files_toml/* placeIn */.VV)(file, path);
    if (key === 'ignore') {
        return { ...NOTHING, ...parseIgnores(value, (index) => ({ ...place, line: file.lineOf(`${path}.${index}`) })) };
    }
    if (structure.includes(key))
        return NOTHING;
    if (ownKeys?.includes(key))
        return { ...NOTHING, own: [[key, { value, ...place }]] };
    if (ownKeys === undefined && inputs_inputs/* PLATFORMS */.P4.includes(key)) {
        return (0,values/* isTable */.bI)(value) ? NOTHING : { ...NOTHING, findings: [noTable(file, path)] };
    }
    const name = ALLOWED.find((allowed) => allowed === key);
    if (name === undefined) {
        const known = [...(ownKeys ?? []), ...ALLOWED, 'ignore', ...(ownKeys ? [] : inputs_inputs/* PLATFORMS */.P4), ...structure];
        return { ...NOTHING, findings: [invalid(...stranger(header(prefix), key, known), place)] };
    }
    const text = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('\n') : value;
    if (typeof text === 'string' || typeof text === 'number') {
        return { ...NOTHING, values: [[name, { value: String(text), from: place }]] };
    }
    const message = `${key} must be a string, a number or a list of strings.`;
    return { ...NOTHING, findings: [invalid(message, 'Write it as the input of that name.', place)] };
}
const invalid = (message, remedy, place) => (0,findings_finding/* error */.z3)('invalid-setting', message, remedy, place);
const noTable = (file, path) => invalid(`${header(path)} is not a table.`, 'Write it as one.', (0,files_toml/* placeIn */.VV)(file, path));
/** A key that does not belong where it stands, and what to do about it. */
function stranger(where, key, known) {
    const has = `${where} has the key '${(0,findings_text/* quote */.hD)(key)}', which is`;
    if (Object.hasOwn(inputs_raw/* INPUT_DEFAULTS */.WJ, key)) {
        const isSecret = key === 'token' || key === 'secret';
        return [
            `${has} an input of the step only.`,
            isSecret
                ? `Remove it, and revoke it if it is a real one: everybody who can read the file has it. Store a new one as a secret, and write \`${key}: \${{ secrets.NAME }}\` under \`with:\` of the step.`
                : "Move it to the workflow, under 'with:'.",
        ];
    }
    if (key === 'app') {
        return [
            `${has} for the pyproject.toml at the root of the repository only.`,
            'Move the [[tool.uv-deploy.app]] tables there.',
        ];
    }
    const meant = (0,nearest/* nearest */.p)(key, known);
    return [`${has} not known.`, meant ? `Did you mean '${meant}'?` : `Known: ${known.join(', ')}.`];
}
/** A table as TOML writes it: `[tool.uv-deploy]`, `[[tool.uv-deploy.app]]`. */
function header(path) {
    return /\.app\.\d+$/.test(path) ? `[[${path.replace(/\.\d+$/, '')}]]` : `[${path.replace(/\.app\.\d+\./, '.app.')}]`;
}

;// CONCATENATED MODULE: ./src/platforms/index.ts

/** The platforms, each loaded only where it is asked for. */
const ENTRIES = {
    ricochet: {
        markerFiles: ['_ricochet.toml'],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(814), __webpack_require__.e(418), __webpack_require__.e(451)]).then(__webpack_require__.bind(__webpack_require__, 8451))).ricochet,
    },
    connect: {
        markerFiles: ['.posit', 'manifest.json'],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(293), __webpack_require__.e(418), __webpack_require__.e(639)]).then(__webpack_require__.bind(__webpack_require__, 8639))).connect,
    },
    'clever-cloud': {
        markerFiles: ['.clever.json'],
        load: async () => (await Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(835)]).then(__webpack_require__.bind(__webpack_require__, 7835))).cleverCloud,
    },
    deploymill: {
        markerFiles: ['.deploymill/project.json'],
        load: async () => (await __webpack_require__.e(/* import() */ 720).then(__webpack_require__.bind(__webpack_require__, 9720))).deploymill,
    },
};
const platformNamed = (name) => ENTRIES[name].load();
const allPlatforms = () => Promise.all(inputs_inputs/* PLATFORMS */.P4.map(platformNamed));
/** The platforms whose files a project has. */
const markedPlatforms = (has) => inputs_inputs/* PLATFORMS */.P4.filter((name) => ENTRIES[name].markerFiles.some(has));

// EXTERNAL MODULE: ./src/ports/uv.ts
var uv = __webpack_require__(7129);
// EXTERNAL MODULE: ./src/project/files/text-file.ts
var text_file = __webpack_require__(2781);
// EXTERNAL MODULE: ./src/project/folders.ts
var folders = __webpack_require__(4512);
;// CONCATENATED MODULE: ./src/project/workspace.ts






const PYPROJECT_LIMIT = 5_000_000;
/** What is looked through for members. */
const MOST_FOLDERS = 100_000;
/**
 * Finds the workspace of the project in `dir` as uv does: the nearest parent with `[tool.uv.workspace]` that lists it; a parent
 * that is a project of its own ends the search. Nothing above `checkout` is looked at.
 */
async function findWorkspace(dir, own, checkout) {
    const alone = { root: dir, members: own ? [own] : [], withoutProject: [] };
    const findings = [];
    const read = (folder) => {
        const toml = (0,files_toml/* readToml */.D7)(checkout, (0,external_node_path_.join)(folder, 'pyproject.toml'), PYPROJECT_LIMIT);
        if (toml === undefined || !(0,files_toml/* isFinding */.qd)(toml))
            return toml;
        findings.push(toml);
        return undefined;
    };
    let table = own && readTable(own, findings);
    for (const folder of (0,paths/* foldersUp */.TS)(dir, checkout).slice(1)) {
        if (table !== undefined)
            break;
        const parent = read(folder);
        if (parent === undefined)
            continue;
        table = readTable(parent, findings);
        if (table === undefined || !isMember(table, folder, dir))
            return { workspace: alone, findings };
    }
    if (table === undefined)
        return { workspace: alone, findings };
    const { root } = table;
    const folder = (0,external_node_path_.dirname)(root.path);
    const members = new Map([[folder, root]]);
    if (own)
        members.set(dir, own);
    const { folders, isCut } = foldersOf(folder, table.members, checkout);
    if (isCut)
        findings.push(overLimit(root, 'members', `leads to more than ${MOST_FOLDERS} folders`));
    const withoutProject = [];
    const seen = new Set(members.keys());
    for (const path of folders) {
        if (seen.has(path) || !isMember(table, folder, path))
            continue;
        seen.add(path);
        const before = findings.length;
        const member = read(path);
        const isSeen = !(0,external_node_path_.basename)(path).startsWith('.') && !path.endsWith('__pycache__');
        if (member === undefined && findings.length === before && isSeen)
            withoutProject.push(path);
        if (member && (0,json.at)(member.data, 'tool', 'uv', 'managed') !== false)
            members.set(path, member);
    }
    return { workspace: { root: folder, members: [...members.values()], withoutProject }, findings };
}
/** Reads `[tool.uv.workspace]`. A list that nobody would write is reported and taken for empty. */
function readTable(root, findings) {
    const table = (0,json.at)(root.data, 'tool', 'uv', 'workspace');
    if (typeof table !== 'object' || table === null)
        return undefined;
    const patterns = (key) => {
        const texts = (0,values/* strings */.P$)((0,json.at)(table, key));
        const problem = (0,bundle_pattern/* patternProblem */.AL)(texts);
        if (problem !== undefined)
            findings.push(overLimit(root, key, problem));
        return problem === undefined ? texts.map(readParts) : [];
    };
    return { root, members: patterns('members'), exclude: patterns('exclude') };
}
const overLimit = (root, key, problem) => (0,findings_finding/* error */.z3)('over-limit', `${key} of [tool.uv.workspace] ${problem}.`, 'Name the folders of the members by a few patterns, such as "packages/*".', (0,files_toml/* placeIn */.VV)(root, `tool.uv.workspace.${key}`));
function isMember({ members, exclude }, root, dir) {
    const path = (0,external_node_path_.relative)(root, dir).split(external_node_path_.sep);
    const matches = (patterns) => patterns.some((parts) => isMatch(parts, path));
    return path.join('') === '' || (!matches(exclude) && matches(members));
}
const readParts = (pattern) => pattern
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => ({
    isRecursive: part === '**',
    name: /[*?[]/.test(part) ? undefined : part,
    fits: (0,bundle_pattern/* matcher */.jN)((0,bundle_pattern/* readName */.MQ)(part)),
}));
/**
 * The folders that some patterns name, hidden ones too, as Rust's glob finds them for uv. Links are followed where they stay in the
 * checkout; each real folder is looked at once for each part, however many links lead there.
 */
function foldersOf(root, patterns, checkout) {
    const found = [];
    let left = MOST_FOLDERS;
    const visit = (folder, parts, index, done) => {
        const real = realFolder(folder, checkout);
        const key = `${index} ${real}`;
        if (real === undefined || done.has(key) || left === 0)
            return;
        done.add(key);
        left -= 1;
        const [part, isLast] = [parts[index], index === parts.length - 1];
        if (part === undefined) {
            found.push(folder);
        }
        else if (part.name !== undefined) {
            visit((0,external_node_path_.join)(folder, part.name), parts, index + 1, done);
        }
        else {
            if (part.isRecursive && !isLast)
                visit(folder, parts, index + 1, done);
            for (const entry of (0,paths/* entriesOf */.Mc)(folder)) {
                // Where `**` leads through links, it may lead in circles.
                const mayEnter = entry.isDirectory() || (entry.isSymbolicLink() && !part.isRecursive);
                if (!mayEnter || !(part.isRecursive || part.fits(entry.name)))
                    continue;
                const path = (0,external_node_path_.join)(folder, entry.name);
                if (part.isRecursive && isLast)
                    found.push(path);
                visit(path, parts, part.isRecursive ? index : index + 1, done);
            }
        }
    };
    for (const parts of patterns)
        visit(root, parts, 0, new Set());
    return { folders: found, isCut: left === 0 };
}
function realFolder(folder, checkout) {
    const real = (0,paths/* realPathOf */.dN)(folder);
    return real !== undefined && (0,paths/* isInside */.FK)(checkout, real) ? real : undefined;
}
/** Rust's glob, as uv uses it: `**` stands for folders, at the end for at least one; every other part for one name. */
function isMatch(parts, names) {
    const last = parts.length - 1;
    /** How many parts may have been used up by then: all alternatives at once: trying them one by one is exponential. */
    let used = new Set([0]);
    for (const name of names) {
        const next = new Set();
        // A set grows while it is gone through.
        for (const index of used) {
            const part = parts[index];
            if (part?.isRecursive) {
                if (index < last)
                    used.add(index + 1);
                next.add(index).add(index === last ? index + 1 : index);
            }
            else if (part?.fits(name)) {
                next.add(index + 1);
            }
        }
        used = next;
    }
    return used.has(parts.length);
}

;// CONCATENATED MODULE: ./src/project/project.ts









const project_PYPROJECT_LIMIT = 5_000_000;
const LOCK_LIMIT = 64_000_000;
const PIN_LIMIT = 1_000_000;
const PLATFORM_FILE_LIMIT = 1_000_000;
/** Resolves `working-directory` inside the checkout. Throws when it leaves it, or is no folder. */
async function resolveDirectory(checkout, directory) {
    const wanted = (0,external_node_path_.resolve)(checkout, directory);
    const [realCheckout, dir] = await Promise.all([
        (0,promises_.realpath)(checkout).catch(() => checkout),
        (0,promises_.realpath)(wanted).catch(() => undefined),
    ]);
    if (dir === undefined || !(await (0,promises_.stat)(dir)).isDirectory()) {
        if (wanted === (0,external_node_path_.resolve)(checkout))
            throw new findings_finding/* Failure */.HR([(0,folders/* noCheckout */.K5)('There is no checkout.')]);
        const meant = (0,folders/* meantFolder */.i_)(directory, realCheckout);
        throw (0,findings_finding/* failure */.V2)('working-directory', `There is no folder '${(0,findings_text/* quote */.hD)(directory)}' in the checkout.`, meant
            ? `Did you mean \`working-directory: ${(0,findings_text/* quote */.hD)(meant, 200)}\`? That folder has a pyproject.toml.`
            : "Set 'working-directory' to the project's folder, relative to the root of the repository, such as apps/api.");
    }
    if (!(0,paths/* isInside */.FK)(realCheckout, dir)) {
        throw (0,findings_finding/* failure */.V2)('working-directory', `The working-directory '${(0,findings_text/* quote */.hD)(directory)}' leaves the checkout.`, 'Give a folder inside the repository.');
    }
    return { checkout: realCheckout, dir };
}
/** Reads all that the checks need. With `list`, git lists the files meanwhile. Throws only when `working-directory` is wrong. */
async function readProject(root, directory, list) {
    const { checkout, dir } = await resolveDirectory(root, directory);
    const findings = [];
    const shown = (path) => (0,paths/* shownIn */.fz)(checkout, path);
    const listing = list?.(dir, shown);
    listing?.catch(() => { }); // told to those who ask for it
    const keep = (value) => {
        if (value === undefined || !('level' in value && 'code' in value))
            return value;
        findings.push(value);
        return undefined;
    };
    const pyproject = keep((0,files_toml/* readToml */.D7)(checkout, (0,external_node_path_.join)(dir, 'pyproject.toml'), project_PYPROJECT_LIMIT));
    const found = await findWorkspace(dir, pyproject, checkout);
    findings.push(...found.findings);
    const { workspace } = found;
    const lock = keep((0,files_toml/* readToml */.D7)(checkout, (0,external_node_path_.join)(workspace.root, 'uv.lock'), LOCK_LIMIT));
    let pin;
    for (const folder of (0,paths/* foldersUp */.TS)(dir, workspace.root)) {
        const read = (0,text_file/* readBytes */.i)(checkout, (0,external_node_path_.join)(folder, '.python-version'), PIN_LIMIT);
        pin = keep(read);
        if (read !== undefined)
            break;
    }
    return {
        checkout,
        dir,
        workspace,
        pyproject,
        lock,
        pin,
        findings,
        shown,
        read: (name) => (0,text_file/* readText */.y)(checkout, (0,external_node_path_.join)(dir, name), PLATFORM_FILE_LIMIT),
        listing,
    };
}

// EXTERNAL MODULE: ./src/modes/access.ts
var modes_access = __webpack_require__(9808);
// EXTERNAL MODULE: ./src/prepare/prepare.ts + 31 modules
var prepare = __webpack_require__(7506);
;// CONCATENATED MODULE: ./src/modes/check.ts


/** Everything short of the upload. Needs no credential; one that is given is tried. */
async function check(run) {
    const { host, stage } = run;
    const { value: given, findings } = (0,modes_access/* readAccess */.zS)(run);
    const { plan, pack, tryOut } = await (0,prepare/* prepare */.i)(run, { value: true, findings });
    await pack();
    await tryOut();
    if (given) {
        const access = await (0,modes_access/* signOn */.rb)(given, run);
        await stage('Credential', async () => {
            await (await plan.open(access, (0,modes_access/* gatewayDeps */.Hm)(run))).verify();
            host.info(`${access.server} accepts the ${run.platform.words.credential}.`);
        });
    }
    return 'checked';
}

;// CONCATENATED MODULE: ./src/modes/mode.ts


const PULL_REQUESTS = ['pull_request', 'pull_request_target'];
/** The events that deploy a branch or a tag. */
const DEPLOYING = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
/** What happens to a release that was published long ago: its old code must not replace what is live. */
const AFTERWARDS = ['edited', 'unpublished', 'deleted'];
const [BRANCH, TAG] = ['refs/heads/', 'refs/tags/'];
/**
 * The mode that was asked for. `auto` reaches production only from a production branch, a tag or a release; what happens to a pull
 * request is about its preview; a deletion is skipped; every other event is checked, with a notice that says why. The reusable
 * workflow applies the same rule in its expressions for `environment` and `concurrency`. Pure.
 */
function chooseMode({ mode, productionBranches }, on) {
    if (mode !== 'auto')
        return { mode };
    if (on.isDeletion)
        return { mode: 'skipped', notice: (0,findings_finding/* notice */.lm)('not-production', 'A branch or a tag was deleted: nothing to deploy.') };
    if (PULL_REQUESTS.includes(on.event))
        return { mode: on.eventAction === 'closed' ? 'teardown' : 'preview' };
    if (on.event === 'release' && !AFTERWARDS.includes(on.eventAction))
        return { mode: 'deploy' };
    if (!DEPLOYING.includes(on.event)) {
        const event = [on.event, on.eventAction].filter((part) => part !== '').join(': ');
        return checked(`The event '${(0,findings_text/* quote */.hD)(event)}' does not deploy in mode auto, so this run only checks.`, 'To deploy to production on this event, write `mode: deploy` under `with:`.');
    }
    if (on.ref.startsWith(TAG))
        return { mode: 'deploy' };
    const branch = on.ref.startsWith(BRANCH) ? on.ref.slice(BRANCH.length) : on.ref;
    const branches = productionBranches.length > 0 ? productionBranches : [on.defaultBranch].filter(Boolean);
    if (branches.length === 0) {
        return checked(`The event does not name the default branch of the repository, so this run only checks '${(0,findings_text/* quote */.hD)(branch)}'.`, 'Write `production-branch: main` under `with:`, with the branch that is deployed to production.');
    }
    if (branches.includes(branch))
        return { mode: 'deploy' };
    return checked(`The branch '${(0,findings_text/* quote */.hD)(branch)}' is not the production branch (${(0,findings_text/* quote */.hD)(branches.join(', '))}), so this run only checks.`, `To deploy it, write \`mode: deploy\` under \`with:\`, or add it to \`production-branch\`.`);
}
const checked = (message, remedy) => ({
    mode: 'check',
    notice: (0,findings_finding/* notice */.lm)('not-production', message, remedy),
});

// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
;// CONCATENATED MODULE: ./src/modes/platform-choice.ts






/** A server that is slower than that does not tell which one it is. */
const SILENCE_MS = 10_000;
/** The answers that tell are far shorter. */
const ANSWER_LIMIT = 200_000;
/**
 * The platform that was asked for, else the only one whose file the project has, else the one that the server answers as. Throws with
 * the line to write when none of them tells.
 */
async function choosePlatform(inputs, project, world) {
    if (inputs.platform !== undefined)
        return inputs.platform;
    const marked = markedPlatforms((file) => project.read(file) !== undefined);
    const [only, ...others] = marked;
    if (only !== undefined && others.length === 0)
        return only;
    const platforms = await allPlatforms();
    const answers = await Promise.all(platforms.map(async ({ sign, ...platform }) => {
        const { value: written, findings } = (0,modes_access/* serverOf */.FN)(platform, inputs, world.environment);
        if (findings.length > 0)
            throw new findings_finding/* Failure */.HR(findings);
        if (written === undefined || sign === undefined)
            return [];
        const server = (await platform.locate?.(written, world)) ?? written;
        return [{ server, ...(await ask(server, sign, platform, world)) }];
    })).then((lists) => lists.flat());
    const [told, ...more] = answers.flatMap(({ as }) => as ?? []);
    if (told !== undefined && more.length === 0) {
        world.say(`The server answers as ${told}.`);
        return told;
    }
    throw unknown(marked, answers, project);
}
/** Asks once, and without the credential: it must not go to a server that is not known. */
async function ask(server, { path, fits }, { name }, { http, signal }) {
    try {
        const url = `${server}${path}`;
        const response = await http({ method: 'GET', url, silenceMs: SILENCE_MS, limit: ANSWER_LIMIT, signal });
        return fits(response) ? { as: name, says: `answers as ${name}` } : { says: 'answers as none that uv-deploy knows' };
    }
    catch (error) {
        if (!(error instanceof http_http/* NetworkError */.Dr))
            throw error;
        return { says: `can't be asked (${error.message})` };
    }
}
function unknown(marked, answers, project) {
    const servers = new Set(answers.map(({ server, says }) => `, and ${(0,findings_text/* quote */.hD)(server)} ${(0,findings_text/* quote */.hD)(says, 200)}`));
    const told = [...servers].join('');
    const [first, ...others] = inputs_inputs/* PLATFORMS */.P4;
    const what = project.dir === project.checkout ? 'the project' : (0,findings_text/* quote */.hD)(project.shown(project.dir));
    return (0,findings_finding/* failure */.V2)('no-platform', marked.length === 0
        ? `Nothing says which platform ${what} is deployed to${told}.`
        : `The project has the files of several platforms (${marked.join(', ')})${told}.`, `Add \`platform: ${first}\` (or \`${others.join('`, `')}\`) under \`with:\` of this step. For every run, in a terminal too, write \`platform = "${first}"\` under \`[tool.uv-deploy]\` in pyproject.toml.`);
}

;// CONCATENATED MODULE: ./src/modes/run.ts













/** Reads what is asked for, and does it. Throws `Failure` or `Cancelled`; what was learnt until then is in `deps.journal`. */
async function run(deps) {
    const { context, environment, journal, host, report, stage } = deps;
    for (const password of (0,uv/* indexPasswords */.vQ)(environment))
        host.mask(password);
    const raw = (0,inputs_raw/* readInputs */.Ko)(environment);
    const { mode, notice } = chooseMode((0,inputs_inputs/* modeInputs */.fe)(raw), context);
    if (mode === 'skipped') {
        // What was deleted can't be checked out: nothing of the project is read.
        report(notice ? [notice] : []);
        return 'skipped';
    }
    const { inputs, project, platform } = await stage('Read', async () => {
        const app = await chooseApp(context.workspace, raw);
        const list = BUNDLING.includes(mode) ? lister(deps) : undefined;
        const project = withFindings(await readProject(context.workspace, app.directory, list), app.findings);
        const layers = layersOf(app, project);
        const chosen = (0,inputs_inputs/* parseInputs */.TL)(layerSettings(raw, layers).raw, environment, host.mask);
        const platform = await platformNamed(await choosePlatform(chosen, project, deps));
        const server = (0,modes_access/* serverOf */.FN)(platform, chosen, environment).value ?? '';
        const { raw: said } = layerSettings(raw, layers, platform);
        const isSaid = (...names) => names.some((name) => said[name].value !== '');
        const foreign = platform.foreign?.(project, {
            ...{ server, isNamed: isSaid('id', 'name'), isStartSaid: isSaid('entrypoint', 'content-type') },
        });
        const { raw: layered, ...settings } = layerSettings(raw, layers, platform, foreign);
        const own = (0,inputs_inputs/* parseInputs */.TL)(layered, environment, host.mask);
        const inputs = { ...own, ...settings, env: withForeign(own.env, foreign) };
        host.info(`Project: ${project.shown(project.dir)}`);
        host.info(`Platform: ${platform.name}`);
        if (foreign?.reason)
            host.info(foreign.reason);
        return { inputs, project: withFindings(project, foreign?.findings ?? []), platform };
    });
    report(notice ? [notice] : []);
    journal.asked({ platform: platform.name, mode, directory: project.shown(project.dir) });
    // What a plan calls it counts, where there is one.
    const name = inputs.name || (0,json.at)(project.pyproject?.data, 'project', 'name');
    if (typeof name === 'string' && name !== '')
        journal.name(name);
    const asked = { ...deps, inputs, project, platform };
    switch (mode) {
        case 'check':
            return check(asked);
        case 'deploy':
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(428), __webpack_require__.e(769)]).then(__webpack_require__.bind(__webpack_require__, 5769))).deploy(asked);
        case 'invoke':
            return (await __webpack_require__.e(/* import() */ 575).then(__webpack_require__.bind(__webpack_require__, 5956))).invoke(asked);
        case 'preview':
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(428), __webpack_require__.e(956)]).then(__webpack_require__.bind(__webpack_require__, 2956))).preview(asked);
        case 'teardown':
            return (await Promise.all(/* import() */[__webpack_require__.e(670), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 4838))).teardown(asked);
        default:
            return mode;
    }
}
/** The modes that look at the files of the project. */
const BUNDLING = ['check', 'deploy', 'preview'];
/** Lists the files of a project; git is stopped with the run, which may end before anybody asks for them. */
function lister({ exec, signal, atEnd }) {
    const end = new AbortController();
    atEnd(async () => end.abort(new Error('The files are not needed any more.')));
    return (dir, shown) => (0,listing/* listFiles */.C)(dir, shown, { exec, signal: AbortSignal.any([signal, end.signal]) });
}
/** The variables of the step, and those of another tool's file that it does not set. */
const withForeign = (env, foreign) => [
    ...(foreign?.env.filter(({ name }) => env.every((one) => one.name !== name)) ?? []),
    ...env,
];
/** The project with what was found before it, unless it was found again. */
const withFindings = (project, earlier) => {
    const isNew = ({ file }) => project.findings.every((finding) => finding.file !== file);
    return { ...project, findings: [...project.findings, ...earlier.filter(isNew)] };
};

;// CONCATENATED MODULE: ./src/modes/step.ts










/** Runs the step and reports it, whatever happens. Answers the exit code. Reporting never changes the verdict. */
async function step(world) {
    const { host, clock, cache, context } = world;
    const journal = createJournal();
    const { entries } = journal;
    const savings = [];
    const endings = [];
    const reported = new Set();
    const report = (findings) => {
        const fresh = findings.filter((finding) => !reported.has(finding));
        for (const finding of withinReason(fresh, MOST_FINDINGS - entries.findings.length)) {
            reported.add(finding);
            const shown = (0,findings_finding/* fitting */._Q)(finding, findings_text/* plain */.pj);
            journal.finding(shown);
            host.annotate(shown, (0,findings_documents/* explanationOf */.p)(shown.code, context.documents));
        }
    };
    const deps = {
        ...world,
        ...{ journal, report, say: host.info },
        atEnd: (work) => void endings.push(work),
        saveLater: (saving) => {
            if (!cache.isDown())
                savings.push(saving);
        },
        stage: async (name, work) => {
            const begun = clock.now();
            host.startGroup(name);
            try {
                return await work();
            }
            finally {
                host.endGroup();
                journal.stage(name, clock.now() - begun);
            }
        },
    };
    let status;
    try {
        status = await Promise.race([run(deps), world.broken]);
    }
    catch (error) {
        status = error instanceof findings_finding/* Failure */.HR && error.timedOut ? 'timed-out' : 'failed';
        report(error instanceof findings_finding/* Failure */.HR ? error.findings : [unexpected(error, entries)]);
        host.debug(error instanceof Error ? `${error.stack}\n${(0,findings_finding/* messageOf */.bD)(error.cause ?? '')}` : String(error));
    }
    await Promise.allSettled(endings.map((work) => work()));
    await conclude(status, savings, deps);
    return status === 'failed' || status === 'timed-out' ? 1 : 0;
}
/** Hands over what is known: as SARIF, as outputs, in the summary, and to the end of the job. */
async function conclude(status, savings, deps) {
    const { host, context, environment, report, journal } = deps;
    const { entries } = journal;
    const request = {
        path: (0,inputs_raw/* inputText */.AN)(environment, 'sarif-path'),
        directory: (0,inputs_raw/* inputText */.AN)(environment, 'working-directory'),
        platform: (0,inputs_raw/* inputText */.AN)(environment, 'platform'),
    };
    const written = await writeSarif(request, status, entries, context);
    if (typeof written === 'string')
        host.info(written);
    else if (written)
        report([written]);
    try {
        (0,state/* saveSavings */.j6)(host, savings);
        for (const [name, value] of Object.entries((0,summary/* outputs */.V4)(status, entries)))
            host.output(name, value);
    }
    catch (error) {
        const remedy = "Check that GITHUB_OUTPUT names the runner's file, and that it can be written.";
        const message = `The outputs could not be set: ${(0,findings_finding/* messageOf */.bD)(error)}.`;
        report([(0,findings_finding/* warning */.$e)('no-outputs', message, remedy)]);
    }
    await host
        .summary((0,summary/* summary */.z)(status, entries, context))
        .catch((error) => host.info(`No job summary: ${(0,findings_finding/* messageOf */.bD)(error)}`));
    host.info(`Status: ${status}${entries.url ? ` ${entries.url}` : ''}`);
}
/** Nobody reads more, and GitHub shows a few. */
const MOST_FINDINGS = 500;
/** What is shown of any number of errors that come late. */
const LEAST = 10;
/** The findings, of too many the errors first, and how many are left out. */
function withinReason(findings, room) {
    const most = Math.max(room, LEAST);
    if (findings.length <= most)
        return findings;
    const sorted = findings.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
    const level = sorted[most]?.level ?? 'notice';
    const message = `${findings.length - most} more findings are not shown.`;
    const remedy = 'Fix those that are shown first.';
    return [{ level, code: 'over-limit', message, remedy }, ...sorted.slice(0, most)];
}
/** A cancelled run says what it leaves behind; anything else that was not foreseen is a fault of ours. */
function unexpected(thrown, entries) {
    if (thrown instanceof findings_finding/* Cancelled */.cJ) {
        return (0,findings_finding/* error */.z3)('cancelled', `${thrown.message} ${whatIsLeft(entries)}`);
    }
    const known = systemError(thrown);
    if (known)
        return known;
    return (0,findings_finding/* error */.z3)('unexpected', `An unexpected error: ${(0,findings_finding/* messageOf */.bD)(thrown)}`, 'Run the job again with debug logging, and please report it with the log.');
}
function whatIsLeft({ deploymentId, logUrl, consoleUrl, uploadingTo, left }) {
    if (left)
        return left;
    if (deploymentId)
        return `Deployment ${deploymentId} continues on the server: ${logUrl ?? consoleUrl}`;
    if (uploadingTo)
        return `An upload was in progress: check on ${uploadingTo} whether it has a new deployment.`;
    return 'Nothing was left running on the server.';
}


/***/ }),

/***/ 4220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   $Y: () => (/* binding */ git),
/* harmony export */   P7: () => (/* binding */ remoteHead),
/* harmony export */   fi: () => (/* binding */ commitAll)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4087);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7368);





/** Listing a repository of a million files takes seconds. */
const LIMIT_MS = 120_000;
/**
 * What a repository's own configuration and index can have git run is out of reach: fetching of objects that are missing, by whatever
 * way, a monitor of the file system, hooks.
 */
const CONFIG = {
    // The owner of a checkout may be another user (a container job): it is still ours to list.
    'safe.directory': '*',
    'safe.bareRepository': 'explicit',
    'protocol.allow': 'never',
    'core.fsmonitor': '', // `false` is the name of a program to versions before 2.36
    'core.hooksPath': '/dev/null',
    'core.quotePath': 'false',
};
const VARIABLES = {
    GIT_NO_LAZY_FETCH: '1',
    // Wins over `protocol.<name>.allow`, which the repository may set.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
};
/**
 * Runs git in `dir`, for the repository whose `.git` is there or in the nearest folder above it; nothing that the repository holds
 * is run. Answers `undefined` where there is no repository or no git. Throws a `Failure` when git does not end in time.
 *
 * git is not left to find the repository itself: it takes a folder that looks like a bare one for it, and such a folder can be
 * committed, configuration and all. A `.git` can't.
 */
const git = (dir, args, deps) => run(dir, args, deps);
async function run(dir, args, { exec, signal, limitMs = LIMIT_MS, variables = {}, }) {
    signal.throwIfAborted();
    const tree = workTree((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(dir));
    if (tree === undefined)
        return undefined;
    const late = AbortSignal.timeout(limitMs);
    const options = Object.entries(CONFIG).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    try {
        return await exec('git', [...options, ...args], {
            cwd: dir,
            env: { ...VARIABLES, ...variables, GIT_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(tree, '.git'), GIT_WORK_TREE: tree },
            signal: AbortSignal.any([signal, late]),
        });
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        if (!late.aborted)
            return undefined;
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('git-timeout', `git did not list the files of ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(tree, 200)} within ${limitMs / 1000} seconds.`, 'Run `git status` on this runner to see what it waits for, or check the repository out again.', { cause: error });
    }
}
/** The text of a file in a commit, by its path from `dir`, and of the first revision that has one; `undefined` where history does not reach so far. */
async function textAt(dir, path, revisions, deps) {
    for (const revision of revisions) {
        const shown = await git(dir, ['cat-file', 'blob', `${revision}:./${path}`], deps);
        if (shown?.exitCode === 0)
            return shown.stdout;
    }
    return undefined;
}
/** Makes a folder of ours a repository with everything in it as its one commit, whatever a .gitignore says; nothing where there is no git. */
async function commitAll(dir, { exec, signal }) {
    const options = Object.entries(CONFIG).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const author = ['-c', 'user.name=uv-deploy', '-c', 'user.email=uv-deploy@localhost', '-c', 'commit.gpgSign=false'];
    for (const args of [
        ['init', '--quiet', '--template='],
        ['add', '--all', '--force'],
        ['commit', '--quiet', '--allow-empty', '--no-verify', '--message', 'Bundle'],
    ]) {
        const env = { ...VARIABLES, GIT_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dir, '.git'), GIT_WORK_TREE: dir };
        const done = await exec('git', [...options, ...author, ...args], { cwd: dir, env, signal }).catch(() => undefined);
        if (done?.exitCode !== 0)
            return;
    }
}
/** How long a repository's server may take to name the head of a branch. */
const ASK_MS = 30_000;
/**
 * The commit at the head of a branch, asked of the repository's server with the credential that the checkout keeps for it;
 * `undefined` where the server has no such branch. Only HTTP is spoken, and nothing that the repository configures is run. Throws a
 * `Failure` when the server can't be asked.
 */
async function remoteHead({ dir, url, branch }, deps) {
    const ref = `refs/heads/${branch}`;
    const ways = ['http', 'https'].flatMap((name) => ['-c', `protocol.${name}.allow=always`]);
    // An empty value takes away the programs that would ask for a credential.
    const noPrograms = ['-c', 'credential.helper=', '-c', 'core.askPass='];
    const args = [...ways, ...noPrograms, 'ls-remote', '--refs', '--', url, ref];
    const asked = url === ''
        ? undefined
        : await run(dir, args, {
            ...deps,
            limitMs: ASK_MS,
            variables: { GIT_ALLOW_PROTOCOL: 'http:https', GIT_ASKPASS: '' },
        });
    if (asked?.exitCode === 0) {
        const row = asked.stdout.split('\n').find((line) => line.endsWith(`\t${ref}`));
        return row === undefined ? undefined : /^[0-9a-f]{40,64}/.exec(row)?.[0];
    }
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('branch-unknown', `The head of the branch ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(branch)} could not be read: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(asked?.stderr ?? '', 300) || 'this is not a checkout of a repository on GitHub'}.`, 'Run actions/checkout before this step, without `persist-credentials: false`.');
}
/** The folder with the `.git`, which is a file in worktrees and submodules. git passes over a folder of this name without a HEAD. */
const workTree = (folder) => (0,_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .foldersUp */ .TS)(folder).find((above) => {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(above, '.git');
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false })?.isFile() || (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, 'HEAD'));
});


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

/***/ 9379:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ readRegular)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/** Opening a named pipe must not wait for its writer, and a link is nobody's real path. */
const READ = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0);
/**
 * Reads a regular file of at most `limit` bytes by its real path. Nothing else is read: a pipe would block, and a device never ends.
 * Throws Node's error when there is no such file or it can't be opened.
 */
function readRegular(path, limit) {
    const handle = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, READ);
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle);
        if (!stat.isFile())
            return { refused: 'not-a-file', size: 0 };
        if (stat.size > limit)
            return { refused: 'too-large', size: stat.size };
        const bytes = Buffer.allocUnsafe(stat.size);
        let length = 0;
        while (length < bytes.length) {
            const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(handle, bytes, length, bytes.length - length, length);
            if (read === 0)
                break;
            length += read;
        }
        return { bytes: bytes.subarray(0, length) };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}


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

/***/ 6196:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ finishPlan),
/* harmony export */   Vm: () => (/* binding */ isToTry),
/* harmony export */   fb: () => (/* binding */ isUntrusted),
/* harmony export */   y$: () => (/* binding */ searchUv)
/* harmony export */ });
/* harmony import */ var _bundle_listing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5080);
/* harmony import */ var _ports_uv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7129);


/** Has the plan finished by uv; `asked` is the search for it, where that was begun before. */
async function* finishPlan({ plan, pin, files }, asked, run) {
    const { project, exec, signal, journal } = run;
    const needsUv = plan.install.by !== 'image' && pin !== undefined && (plan.finish !== undefined || isToTry(run));
    const uv = needsUv ? await (asked ?? searchUv(run)) : undefined;
    if (uv && isToTry(run))
        journal.uv(uv.version);
    const list = (dir) => (0,_bundle_listing_js__WEBPACK_IMPORTED_MODULE_0__/* .listFiles */ .C)(dir, project.shown, { exec, signal }).then((listing) => listing.files);
    const finished = await plan.finish?.(files, { uv, list });
    yield finished?.findings ?? [];
    journal.note(...(finished?.notes ?? []));
    return { uv, finished };
}
const searchUv = ({ exec, project, environment, signal }) => (0,_ports_uv_js__WEBPACK_IMPORTED_MODULE_1__/* .findUv */ .d4)(exec, project.dir, environment, signal);
/** Whether anything of the checkout may be run, and there is a lock to install from. */
const isToTry = (run) => run.inputs.preflight !== 'static' && run.project.lock !== undefined && !isUntrusted(run);
/** Whether a pull request from a fork would have its code run with the secrets of the repository. */
const isUntrusted = ({ inputs, context }) => context.event === 'pull_request_target' && inputs.preflight !== 'static';


/***/ }),

/***/ 7506:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ prepare)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 2 modules
var inputs_inputs = __webpack_require__(8548);
// EXTERNAL MODULE: ./src/project/failure/reading.ts + 3 modules
var reading = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/report/gate.ts
var report_gate = __webpack_require__(8347);
// EXTERNAL MODULE: ./src/bundle/listing.ts
var bundle_listing = __webpack_require__(5080);
// EXTERNAL MODULE: ./src/bundle/secrets.ts
var secrets = __webpack_require__(93);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/ports/paths.ts
var paths = __webpack_require__(7368);
;// CONCATENATED MODULE: ./src/bundle/expand.ts


/** More of them take the toolkit's matcher a time that doubles with each. */
const [MOST_STARS, MOST_FOLDER_STARS] = [3, 4];
/** What makes a pattern one that the toolkit can't match in a reasonable time; `undefined` for all that people write. */
function tooWild(pattern) {
    const parts = pattern.split('/');
    if (parts.filter((part) => part === '**').length > MOST_FOLDER_STARS) {
        return `has ** more than ${MOST_FOLDER_STARS} times`;
    }
    if (parts.some((part) => part.split('*').length - 1 > MOST_STARS))
        return `has * more than ${MOST_STARS} times in a name`;
    return /\\(?:\\|$)/.test(pattern) ? 'has a backslash that escapes nothing' : undefined;
}
/**
 * The files below `dir` that a path or a glob names, or that are in a folder it names, whatever .gitignore says: absolute paths. Links
 * are named like files and not followed, unless the pattern spells their name out and goes on. The pattern is not `tooWild`.
 */
async function* expand(dir, pattern) {
    const { create } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(377), __webpack_require__.e(597)]).then(__webpack_require__.bind(__webpack_require__, 2377));
    // The folder's own name is no pattern, whatever characters it has.
    const escaped = (0,external_node_path_.join)(dir.replace(/[[?*]/g, '[$&]'), pattern).replaceAll(external_node_path_.sep, '/');
    const globber = await create(escaped, { followSymbolicLinks: false, matchDirectories: false });
    try {
        yield* globber.globGenerator();
    }
    catch (error) {
        // The toolkit trips over a pattern that goes on below a file.
        if ((0,finding/* codeOf */.$N)(error) !== 'ENOTDIR')
            throw error;
    }
}

// EXTERNAL MODULE: ./src/bundle/glob.ts + 1 modules
var glob = __webpack_require__(7312);
// EXTERNAL MODULE: ./src/bundle/left-out.ts
var left_out = __webpack_require__(1346);
// EXTERNAL MODULE: ./src/bundle/source.ts
var bundle_source = __webpack_require__(787);
;// CONCATENATED MODULE: ./src/bundle/selection.ts









/** Decides what of the files in `dir` goes into the bundle of the project there. */
async function selectFiles(dir, shown, rules, listing) {
    const named = rules.include.length > 0 ? await namedFiles(dir, rules.include, listing.files) : { files: [], findings: [] };
    const excluded = (0,glob/* folderGlobs */.ew)(rules.exclude);
    const isLeftOut = (0,left_out/* leftOut */.ig)(dir);
    const isKept = (path) => rules.platformKeeps(path) && !excluded(path);
    /** What is wrong with a file that is left out anyway does not matter. A link may stand for a file or a folder. */
    const matters = ({ file = '' }) => {
        const path = external_node_path_.posix.relative(shown(dir), file);
        const inside = `${path}/file`;
        return (isKept(path) || isKept(inside)) && !isLeftOut(inside);
    };
    const findings = [...listing.findings.filter(matters), ...named.findings];
    const files = new Map();
    for (const file of listing.files) {
        if (isKept(file.path))
            files.set(file.path, file);
    }
    for (const file of named.files)
        files.set(file.path, file);
    const namedPaths = new Set(named.files.map(({ path }) => path));
    const unsent = [];
    for (const [path, { source, isUntracked }] of files) {
        // By a link, a file comes under another name: its own counts as well.
        const origin = typeof source === 'string' ? below(dir, source) : path;
        if (isLeftOut(path) || isLeftOut(origin)) {
            files.delete(path);
        }
        else if ((0,left_out/* isEnvFile */.qb)(path) || (0,left_out/* isEnvFile */.qb)(origin)) {
            files.delete(path);
            const file = shown((0,external_node_path_.join)(dir, path));
            if (namedPaths.has(path) || rules.platformNames(path))
                findings.push(envFileNamed(file));
            else if (!(0,left_out/* isEnvTemplate */.q$)(path))
                unsent.push({ file, isCommitted: listing.via === 'git' && !isUntracked });
        }
    }
    findings.push(...envFilesLeftOut(unsent));
    for (const file of rules.added)
        files.set(file.path, file);
    return { files: (0,bundle_source/* inOrder */.a)([...files.values()]), findings, via: listing.via };
}
/** A path below `dir` as the bundle names it. */
const below = (dir, path) => {
    const start = dir + external_node_path_.sep;
    const way = path.startsWith(start) ? path.slice(start.length) : (0,external_node_path_.relative)(dir, path);
    return external_node_path_.sep === '/' ? way : way.split(external_node_path_.sep).join('/');
};
const envFileNamed = (file) => (0,finding/* error */.z3)('secret-in-bundle', `${(0,findings_text/* quote */.hD)(file, 200)} would be deployed: files named .env* hold secrets.`, "Remove it from 'include', and pass the values with the 'env' input.", { file });
/** One notice for all of them. */
function envFilesLeftOut(files) {
    const [first] = files;
    if (first === undefined)
        return [];
    const more = files.length > 1 ? ` and ${files.length - 1} more of the kind are` : ' is';
    const committed = files.find(({ isCommitted }) => isCommitted)?.file;
    const warned = committed
        ? ` ${(0,findings_text/* quote */.hD)(committed, 200)} is committed: if it holds passwords, remove it with \`git rm --cached\` and change them.`
        : '';
    return [
        (0,finding/* notice */.lm)('env-file-left-out', `${(0,findings_text/* quote */.hD)(first.file, 200)}${more} never deployed.`, `If the app needs the values in it, pass them with the 'env' input.${warned}`, { file: first.file }),
    ];
}
/** The files that the `include` input names, found on disk: .gitignore does not count here. Links are those of the listing. */
async function namedFiles(dir, patterns, listed) {
    const findings = [];
    const files = new Map();
    const complain = (message, remedy) => findings.push((0,finding/* error */.z3)('include-not-found', message, remedy));
    for (const pattern of patterns) {
        if (pattern.startsWith('!') || !(0,paths/* isInside */.FK)(dir, (0,external_node_path_.join)(dir, pattern))) {
            complain(`include '${(0,findings_text/* quote */.hD)(pattern)}' does not name files inside the project.`, 'Give paths or globs below the working-directory.');
            continue;
        }
        const problem = tooWild(pattern);
        if (problem) {
            const message = `include '${(0,findings_text/* quote */.hD)(pattern)}' ${problem}.`;
            findings.push((0,finding/* error */.z3)('over-limit', message, 'Name the folder, or write several patterns.'));
            continue;
        }
        let count = 0;
        let outside = 0;
        for await (const source of expand(dir, pattern)) {
            const path = below(dir, source);
            const stat = (0,external_node_fs_.lstatSync)(source);
            if (stat.isSymbolicLink()) {
                const linked = listed.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
                for (const file of linked)
                    files.set(file.path, file);
                count += linked.length;
                continue;
            }
            if (!(0,paths/* isInside */.FK)(dir, (0,external_node_fs_.realpathSync)(source))) {
                outside += 1; // named through a folder that is a link
                continue;
            }
            if (!stat.isFile())
                continue;
            files.set(path, { path, source, size: stat.size, executable: (stat.mode & 0o100) !== 0 });
            count += 1;
        }
        if (outside > 0) {
            complain(`include '${(0,findings_text/* quote */.hD)(pattern)}' follows a link out of the project.`, 'Name the files themselves: only files of the project are deployed.');
        }
        else if (count === 0) {
            complain(`include '${(0,findings_text/* quote */.hD)(pattern)}' matches no file.`, 'Correct it, or build the file in a step before this one.');
        }
    }
    return { files: [...files.values()], findings };
}

// EXTERNAL MODULE: ./src/ports/git.ts
var git = __webpack_require__(4220);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/ignored.ts
var ignored = __webpack_require__(1199);
// EXTERNAL MODULE: ./src/project/lock/consistency.ts
var lock_consistency = __webpack_require__(7185);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/project/packaging/requirement.ts
var packaging_requirement = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/project/packaging/versions.ts
var versions = __webpack_require__(6724);
// EXTERNAL MODULE: ./src/project/lock/packages.ts
var lock_packages = __webpack_require__(556);
;// CONCATENATED MODULE: ./src/project/lock/declared.ts
/** What a pyproject.toml asks for, before uv adds its own sources to it. */



/** The dependencies without extras, and all of them; `undefined` when the build backend decides them or one can't be read. */
function declaredRequirements(file) {
    const project = (0,json.at)(file.data, 'project');
    const dynamic = (0,values/* strings */.P$)((0,json.at)(project, 'dynamic'));
    if (dynamic.includes('dependencies') || dynamic.includes('optional-dependencies'))
        return undefined;
    const own = read((0,values/* strings */.P$)((0,json.at)(project, 'dependencies')), 'project.dependencies');
    const optional = Object.entries((0,json.at)(project, 'optional-dependencies') ?? {}).map(([extra, list]) => read((0,values/* strings */.P$)(list), `project.optional-dependencies.${extra}`));
    const all = [own, ...optional];
    if (own === undefined || all.includes(undefined))
        return undefined;
    return { own, all: all.flatMap((list) => list ?? []) };
}
/** The dependency groups with what they include; `undefined` when one can't be read. */
function declaredGroups(file) {
    const tables = Object.entries((0,json.at)(file.data, 'dependency-groups') ?? {});
    const entries = new Map(tables.map(([name, list]) => [(0,packaging_requirement/* normalName */.tK)(name), { name, list: Array.isArray(list) ? list : [] }]));
    const legacy = read((0,values/* strings */.P$)((0,json.at)(file.data, 'tool', 'uv', 'dev-dependencies')), 'tool.uv.dev-dependencies');
    if (legacy === undefined)
        return undefined;
    const groups = new Map();
    const resolve = (key, above) => {
        const entry = entries.get(key);
        if (entry === undefined || above.includes(key))
            return undefined;
        const parts = entry.list.map((item) => {
            const included = (0,lock_packages/* text */.Qq)((0,json.at)(item, 'include-group'));
            return included === undefined
                ? read((0,values/* strings */.P$)([item]), `dependency-groups.${entry.name}`)
                : resolve((0,packaging_requirement/* normalName */.tK)(included), [...above, key]);
        });
        return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
    };
    for (const key of entries.keys()) {
        const resolved = resolve(key, []);
        if (resolved === undefined)
            return undefined;
        groups.set(key, resolved);
    }
    const dev = groups.get('dev');
    if (legacy.length === 0)
        return groups;
    // Where both are there, uv does not always take the older one's ranges; the names are what can be reported.
    return groups.set('dev', dev ? [...dev, ...legacy.map((one) => ({ ...one, specifier: undefined }))] : legacy);
}
function read(list, key) {
    const read = list.map((text) => {
        const requirement = (0,packaging_requirement/* parseRequirement */.pP)(text);
        return requirement && { ...requirement, text, key };
    });
    return read.some((one) => one === undefined) ? undefined : read.flatMap((one) => one ?? []);
}

// EXTERNAL MODULE: ./src/project/lock/roots.ts
var roots = __webpack_require__(6708);
;// CONCATENATED MODULE: ./src/project/lock/freshness.ts
/** Whether the lock was made from the pyproject.toml files as they are now, as far as that shows without uv. */










const REMEDY = 'Run `uv lock` and commit uv.lock.';
function checkFreshness(subject) {
    const members = subject.members.flatMap((file) => {
        const one = lockedMember(subject, file);
        return one
            ? [checkVersion(subject, file, one), checkKind(subject, file, one), checkRequirements(subject, file, one)]
            : [];
    });
    return [...members, checkMembers(subject)].filter((finding) => finding !== undefined);
}
/** The package of a member: by its name, and by its place where that is not enough. A missing one is reported elsewhere. */
function lockedMember({ lock, packages }, file) {
    const name = (0,roots/* memberName */.eg)(file);
    const place = (0,external_node_path_.relative)((0,external_node_path_.dirname)(lock.path), (0,external_node_path_.dirname)(file.path)).split(external_node_path_.sep).join('/') || '.';
    return packages.find((one) => one.name === name && one.source?.at === place);
}
function checkVersion(subject, file, one) {
    const wanted = (0,lock_packages/* text */.Qq)((0,json.at)(file.data, 'project', 'version'));
    const [left, right] = [(0,versions/* parseVersion */.ot)(wanted ?? ''), (0,versions/* parseVersion */.ot)(one.version ?? '')];
    if (!left || !right || (0,versions/* compareVersions */.Zy)(left, right) === 0)
        return undefined;
    const message = `${subject.lock.shown} has ${(0,findings_text/* quote */.hD)(one.name)} ${(0,findings_text/* quote */.hD)(one.version ?? '')}; ${file.shown} says ${(0,findings_text/* quote */.hD)(wanted ?? '')}. A server that restores with \`uv sync --locked\` refuses the lock.`;
    return (0,finding/* error */.z3)('lock-stale', message, REMEDY, (0,toml/* placeIn */.VV)(subject.lock, `${one.key}.version`));
}
/** A project that is not to be installed itself is `virtual` in the lock. */
function checkKind(subject, file, one) {
    const chosen = (0,json.at)(file.data, 'tool', 'uv', 'package');
    const isPackage = typeof chosen === 'boolean' ? chosen : (0,json.at)(file.data, 'build-system') !== undefined;
    const isLockedSo = one.source?.kind !== 'virtual';
    // Members that other members need are packages to newer releases of uv, and were none to older ones.
    const isNeeded = subject.members.some((other) => other !== file && namesOf(other).has(one.name));
    if (isPackage === isLockedSo || (chosen === undefined && !isPackage && isNeeded))
        return undefined;
    const message = isPackage
        ? `${file.shown} describes a package now, which ${subject.lock.shown} does not install.`
        : `${file.shown} describes no package any more, which ${subject.lock.shown} still installs.`;
    return (0,finding/* error */.z3)('lock-stale', message, REMEDY, (0,toml/* placeIn */.VV)(subject.lock, `${one.key}.source`));
}
const namesOf = (file) => new Set([...(declaredRequirements(file)?.all ?? []), ...[...(declaredGroups(file)?.values() ?? [])].flat()].map(({ name }) => name));
/** Revisions from here on may leave out what the lock was made from. */
const WITHOUT_METADATA = 4;
function checkRequirements(subject, file, one) {
    const { revision } = subject.lock.data;
    const isTold = one.metadata !== undefined || !(typeof revision === 'number' && revision >= WITHOUT_METADATA);
    const found = isTold
        ? firstDifference(subject, file, one)
        : { added: firstUnlisted(subject, file), removed: undefined };
    if (found === undefined)
        return undefined;
    const { added, removed } = found;
    if (added !== undefined) {
        const message = `${subject.lock.shown} is out of date: ${file.shown} requires ${(0,findings_text/* quote */.hD)(added.text)}.`;
        const line = lineOfText(file, added.key, added.text);
        return (0,finding/* error */.z3)('lock-stale', message, REMEDY, { file: file.shown, line });
    }
    if (removed === undefined)
        return undefined;
    const message = `${subject.lock.shown} is out of date: ${file.shown} no longer requires ${(0,findings_text/* quote */.hD)(removed)}.`;
    return (0,finding/* error */.z3)('lock-stale', message, REMEDY, (0,toml/* placeIn */.VV)(subject.lock, `${one.key}.metadata`));
}
/** A dependency that the lock does not even list. Those with a marker, or overridden ones, may rightly be absent. */
function firstUnlisted({ lock, packages }, file) {
    const manifest = (0,json.at)(lock.data, 'manifest');
    if ((0,json.at)(manifest, 'overrides') !== undefined || (0,json.at)(manifest, 'excludes') !== undefined)
        return undefined;
    const listed = new Set(packages.map(({ name }) => name));
    const groups = [...(declaredGroups(file)?.values() ?? [])].flat();
    return [...(declaredRequirements(file)?.all ?? []), ...groups].find(({ name, marker }) => marker === undefined && !listed.has(name));
}
function firstDifference(subject, file, one) {
    const byName = sourceNames(subject.members);
    const wanted = declaredRequirements(file);
    const locked = (0,lock_packages/* tables */.um)((0,json.at)(one.metadata, 'requires-dist'));
    const isOfExtra = (table) => /\bextra\b/.test((0,lock_packages/* text */.Qq)((0,json.at)(table, 'marker')) ?? '');
    const found = [];
    if (wanted) {
        // A project that names its own extras may have them written out in the lock.
        const isWhole = wanted.all.every(({ name }) => name !== one.name);
        const list = isWhole ? locked : locked.filter((table) => !isOfExtra(table));
        const isOwn = ({ marker }) => !/\bextra\b/.test(marker ?? '');
        found.push(difference(isWhole ? wanted.all : wanted.own.filter(isOwn), list, byName));
    }
    const groups = declaredGroups(file);
    const lockedGroups = new Map(Object.entries((0,json.at)(one.metadata, 'requires-dev') ?? {}).map(([name, list]) => [(0,packaging_requirement/* normalName */.tK)(name), (0,lock_packages/* tables */.um)(list)]));
    for (const name of new Set(groups ? [...groups.keys(), ...lockedGroups.keys()] : [])) {
        found.push(difference(groups?.get(name) ?? [], lockedGroups.get(name) ?? [], byName));
    }
    return found.find((each) => each !== undefined);
}
/** The first requirement that only one side has. Markers are not compared: uv rewrites them. */
function difference(wanted, locked, byName) {
    const spelled = (name, extras, specifier) => {
        const isLoose = byName.has(name) || specifier === undefined;
        return { name, spelling: isLoose ? undefined : `${name}${extras.length > 0 ? `[${extras}]` : ''}${specifier}` };
    };
    const declared = wanted.map((one) => ({ ...spelled(one.name, one.extras, one.specifier), one }));
    const recorded = locked.map((table) => {
        const isElsewhere = lock_packages/* SOURCE_KINDS */.s1.some((kind) => kind !== 'registry' && (0,json.at)(table, kind) !== undefined);
        const specifier = isElsewhere ? undefined : (0,packaging_requirement/* normalSpecifier */.yB)((0,lock_packages/* text */.Qq)((0,json.at)(table, 'specifier')) ?? '');
        return spelled((0,packaging_requirement/* normalName */.tK)((0,lock_packages/* text */.Qq)((0,json.at)(table, 'name')) ?? ''), (0,packaging_requirement/* normalExtras */.vb)((0,values/* strings */.P$)((0,json.at)(table, 'extras'))), specifier);
    });
    // A name may be asked for more than once, and uv simplifies such lists: one that fits speaks for all of its name.
    const agree = ({ name, spelling }, other) => name === other.name && (spelling === undefined || other.spelling === undefined || spelling === other.spelling);
    const settled = new Set(declared.filter((one) => recorded.some((other) => agree(one, other))).map(({ name }) => name));
    const isMissing = ({ name }) => !settled.has(name);
    const added = declared.find(isMissing)?.one;
    const removed = recorded.find(isMissing);
    return added || removed ? { added, removed: removed && (removed.spelling ?? removed.name) } : undefined;
}
/** Dependencies with a source of their own: the lock then holds that, and not what was written. A root's are its members' too. */
const sourceNames = (members) => new Set(members.flatMap((file) => Object.keys((0,json.at)(file.data, 'tool', 'uv', 'sources') ?? {}).map(packaging_requirement/* normalName */.tK)));
/** Members that the lock knows and the workspace does not. The other way round is reported by the missing package. */
function checkMembers(subject) {
    const known = new Set(subject.members.map(roots/* memberName */.eg));
    const gone = (0,values/* strings */.P$)((0,json.at)(subject.lock.data, 'manifest', 'members')).find((name) => !known.has((0,packaging_requirement/* normalName */.tK)(name)));
    if (gone === undefined || subject.members.length === 0)
        return undefined;
    const message = `${subject.lock.shown} lists ${(0,findings_text/* quote */.hD)(gone)} as a member of the workspace, which it is not any more.`;
    return (0,finding/* error */.z3)('lock-stale', message, REMEDY, (0,toml/* placeIn */.VV)(subject.lock, 'manifest.members'));
}
/** The line at which a text is quoted, from the line of its key on. */
function lineOfText(file, key, text) {
    const from = file.lineOf(key);
    const lines = file.text.split('\n').slice(from - 1);
    const index = lines.findIndex((line) => line.includes(`"${text}"`) || line.includes(`'${text}'`));
    return from + Math.max(0, index);
}

;// CONCATENATED MODULE: ./src/project/lock/own-build.ts
/** Whether the server can build the project itself, which uv installs from its sources as soon as it is a package. */






function checkOwnBuild(subject) {
    const { pyproject, lock, reached, copiesLocal } = subject;
    const own = pyproject && (0,roots/* memberName */.eg)(pyproject);
    const isBuilt = [...reached.keys()].some(({ name, source }) => name === own && source?.at === '.' && ['editable', 'directory'].includes(source.kind));
    if (!pyproject ||
        !isBuilt ||
        copiesLocal ||
        lock.path.replace(/uv\.lock$/, '') !== pyproject.path.replace(/pyproject\.toml$/, ''))
        return [];
    return [
        ...(subject.isCloned ? [] : checkVersionFromGit(pyproject, subject)),
        ...checkFiles(pyproject, subject),
        ...checkCompiled(pyproject, subject),
    ];
}
const requiresOf = (file) => new Set((0,values/* strings */.P$)((0,json.at)(file.data, 'build-system', 'requires')).flatMap((one) => (0,packaging_requirement/* parseRequirement */.pP)(one)?.name ?? []));
/** Who takes the version from git's history, by the package that does it: the key that turns it on, and the one for what else to take. */
const FROM_GIT = [
    {
        by: 'hatch-vcs',
        on: ['tool.hatch.version.source', 'vcs'],
        instead: ['tool.hatch.version.raw-options.fallback_version', 'tool.hatch.version.fallback-version'],
    },
    {
        by: 'uv-dynamic-versioning',
        on: ['tool.hatch.version.source', 'uv-dynamic-versioning'],
        instead: ['tool.uv-dynamic-versioning.fallback-version'],
    },
    { by: 'setuptools-scm', on: ['tool.setuptools_scm'], instead: ['tool.setuptools_scm.fallback_version'] },
    { by: 'pdm-backend', on: ['tool.pdm.version.source', 'scm'], instead: ['tool.pdm.version.fallback_version'] },
];
const valueAt = (file, key) => (0,json.at)(file.data, ...key.split('.'));
function checkVersionFromGit(file, { bundled }) {
    if (!(0,values/* strings */.P$)((0,json.at)(file.data, 'project', 'dynamic')).includes('version'))
        return [];
    // An export of git or a source distribution says its version in these.
    if (bundled?.has('.git_archival.txt') || bundled?.has('PKG-INFO'))
        return [];
    const requires = requiresOf(file);
    const found = FROM_GIT.find(({ by, on: [key, value] }) => {
        const set = valueAt(file, key);
        return requires.has(by) && (value === undefined ? set !== undefined : set === value);
    });
    if (found === undefined || found.instead.some((key) => valueAt(file, key) !== undefined))
        return [];
    const { by, on, instead } = found;
    const message = `The version of ${file.shown} comes from git's history (${by}), and the bundle has no .git: the build fails on the server.`;
    const [first] = instead;
    const cut = first.lastIndexOf('.');
    const remedy = `Add ${first.slice(cut + 1)} = "0.0.0" under [${first.slice(0, cut)}], or write version under [project].`;
    return [(0,finding/* error */.z3)('build-version', message, remedy, (0,toml/* placeIn */.VV)(file, on[0]))];
}
/** Files that the build reads, by the keys that name them; they fail it where the bundle leaves them out. */
function checkFiles(file, { bundled }) {
    if (bundled === undefined)
        return [];
    const named = [
        ...['project.readme', 'project.readme.file', 'project.license.file', 'tool.hatch.version.path'],
        ...['tool.setuptools.dynamic.readme.file', 'tool.setuptools.dynamic.version.file'],
    ].map((key) => ({ key, path: (0,values/* textAt */.$6)(file.data, ...key.split('.')) }));
    const hooks = ['tool.hatch.build.hooks.custom', 'tool.hatch.build.targets.wheel.hooks.custom']
        .filter((key) => valueAt(file, key) !== undefined)
        .map((key) => ({ key, path: (0,values/* textAt */.$6)(file.data, ...key.split('.'), 'path') || 'hatch_build.py' }));
    const lost = [...named, ...hooks, ...moduleOf(file)]
        .map(({ key, path }) => ({ key, path: path.replace(/^(?:\.\/)+/, '') }))
        .filter(({ path }) => path !== '' && !path.startsWith('..') && !bundled.has(path));
    return lost.map(({ key, path }) => {
        const message = `${(0,findings_text/* quote */.hD)(path, 120)} is needed to build the project (${key} in ${file.shown}), and the bundle does not have it: the build fails on the server.`;
        const remedy = "Commit the file, and check .gitignore and 'exclude'; or correct the key.";
        return (0,finding/* error */.z3)('build-file-missing', message, remedy, (0,toml/* placeIn */.VV)(file, key));
    });
}
/** The module that uv's own build backend looks for, unless settings say more of it. */
function moduleOf(file) {
    const settings = (0,json.at)(file.data, 'tool', 'uv', 'build-backend') ?? {};
    const isPlain = ['module-name', 'namespace'].every((key) => (0,json.at)(settings, key) === undefined);
    if ((0,json.at)(file.data, 'build-system', 'build-backend') !== 'uv_build' || !isPlain)
        return [];
    const root = (0,json.at)(settings, 'module-root') === undefined ? 'src' : (0,values/* textAt */.$6)(settings, 'module-root');
    const name = (0,packaging_requirement/* normalName */.tK)((0,values/* textAt */.$6)(file.data, 'project', 'name')).replaceAll('-', '_');
    const path = [root, name, '__init__.py'].filter(Boolean).join('/');
    return name.endsWith('_stubs') ? [] : [{ key: 'build-system.build-backend', path }];
}
const COMPILERS = [
    'maturin',
    'scikit-build-core',
    'scikit-build',
    'meson-python',
    'setuptools-rust',
    'cython',
    'pybind11',
    'mypy',
    'cffi',
];
/** Code in C, C++ or Rust needs a compiler on the server, whatever the runner has. */
function checkCompiled(file, { setupPy = '' }) {
    const by = [...requiresOf(file)].find((name) => COMPILERS.includes(name));
    const hasExtensions = (0,json.at)(file.data, 'tool', 'setuptools', 'ext-modules') !== undefined ||
        /\b(?:ext_modules|rust_extensions|cffi_modules)\s*=|\bcythonize\(/.test(setupPy);
    if (by === undefined && !hasExtensions)
        return [];
    const message = `The project itself has code that is compiled (${by ?? 'extension modules'}): the server needs a compiler to install it.`;
    const remedy = 'Make sure that the server has one; or publish wheels of that part, and depend on it.';
    return [(0,finding/* warning */.$e)('lock-compiles', message, remedy, (0,toml/* placeIn */.VV)(file, 'build-system'))];
}

// EXTERNAL MODULE: ./src/project/lock/subject.ts
var lock_subject = __webpack_require__(1765);
;// CONCATENATED MODULE: ./src/project/lock/sources.ts
/** Whether the server can get at the places that the locked packages come from. */







const CHECKS = {
    registry: () => [], // an index is reported once, not for every package
    git: checkGit,
    url: checkUrl,
    path: checkPath,
    directory: checkPath,
    editable: checkPath,
    virtual: checkVirtual,
};
function checkSources(subject) {
    const alone = checkAlone(subject);
    if (alone.length > 0)
        return [...alone, ...checkIndexes(subject)];
    const lost = [];
    const findings = [...subject.reached.keys()].flatMap((one) => {
        const found = one.source === undefined ? [] : CHECKS[one.source.kind](subject, one, one.source.at);
        if (found.length > 0)
            lost.push(one);
        return found;
    });
    return [...findings, ...sources_checkMembers(subject, lost), ...checkIndexes(subject)];
}
/** From the lock's folder to the project's, empty when they are the same. */
const rootDistance = ({ lock, pyproject }) => pyproject ? (0,external_node_path_.relative)((0,external_node_path_.dirname)(lock.path), (0,external_node_path_.dirname)(pyproject.path)).split(external_node_path_.sep).join('/') : '';
/**
 * A workspace's lock names its members by their place in the workspace, and uv compares it with all of them. A member's folder alone has
 * neither; where the bundle could be made a workspace, `pyproject` is its root's.
 */
function checkAlone(subject) {
    const place = rootDistance(subject);
    const own = subject.pyproject && (0,roots/* memberName */.eg)(subject.pyproject);
    if (place === '' || own === undefined || subject.bundled === undefined || subject.copiesLocal)
        return [];
    const local = [...subject.reached.keys()].filter(({ source }) => source && LOCAL.includes(source.kind));
    const [root] = subject.members;
    const isWell = root !== undefined && (0,roots/* memberName */.eg)(root) !== undefined;
    const built = subject.packages.some(({ source }) => source?.at === '.' && source.kind !== 'virtual');
    const key = subject.packages.find(({ name }) => name === own)?.key ?? '';
    const [name, folder] = [(0,findings_text/* quote */.hD)(own), (0,findings_text/* quote */.hD)(place, 120)];
    const message = `uv.lock is that of the workspace around ${folder}, ` +
        (built
            ? `and uv builds the workspace's root from its own files, which the bundle of ${folder} does not have.`
            : `and what the workspace's root installs does not include ${name}: on the server, uv installs nothing of it.`);
    const add = `Run \`uv add ${name}\` in the workspace's root, and commit pyproject.toml and uv.lock.`;
    const remedy = built || !isWell
        ? `${add} Then deploy from there: \`working-directory: .\`, with an entrypoint in ${folder}.`
        : add;
    const isSure = subject.compares === 'surely' || local.length > 0;
    if (!isSure && subject.compares === undefined)
        return [];
    return [
        {
            level: isSure ? 'error' : 'warning',
            code: 'lock-root',
            message,
            remedy,
            ...(0,toml/* placeIn */.VV)(subject.lock, `${key}.source`),
        },
    ];
}
/** What uv installs from folders and files of the checkout. */
const LOCAL = ['directory', 'editable', 'path'];
/** `uv sync --locked` compares the lock with the pyproject.toml of every member. */
function sources_checkMembers({ lock, pyproject, members, bundled, compares }, lost) {
    if (bundled === undefined || compares === undefined || !pyproject)
        return [];
    return members.flatMap((member) => {
        const path = (0,external_node_path_.relative)((0,external_node_path_.dirname)(lock.path), member.path).split(external_node_path_.sep).join('/');
        const isLost = lost.some(({ name }) => name === (0,roots/* memberName */.eg)(member));
        if (member === pyproject || bundled.has(path) || isLost)
            return [];
        const who = compares === 'surely' ? 'the server refuses the lock' : 'newer servers refuse the lock';
        const message = `${member.shown} is left out of the bundle: without it, ${who} (\`uv sync --locked\`).`;
        const level = compares === 'surely' ? 'error' : 'warning';
        const remedy = "Take it out of .gitignore and 'exclude'.";
        return [{ level, code: 'lock-members', message, remedy, file: member.shown, line: 1 }];
    });
}
function checkPath(subject, one, place) {
    if (subject.copiesLocal)
        return [];
    const path = external_node_path_.posix.normalize(place.replaceAll('\\', '/')).replace(/(?<=.)\/+$/, '');
    const isOutside = path === '..' || path.startsWith('../') || isAbsolutePath(path);
    if (!isOutside && isBundled(subject, path))
        return [];
    const why = isOutside ? 'which is not part of the deployment' : 'which is not in the bundle';
    const message = `${(0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one))}${(0,lock_subject/* askedBy */.Ai)(subject, one)} comes from '${(0,findings_text/* quote */.hD)(place, 120)}', ${why}: uv fails with "Distribution not found".`;
    const remedy = isOutside
        ? 'Move the folder into the project, or publish the package and depend on that; then run `uv lock`.'
        : "Commit the folder, and let neither .gitignore nor 'exclude' leave it out; for a member of a workspace, deploy from the workspace's root.";
    return [(0,finding/* error */.z3)('lock-path', message, remedy, (0,toml/* placeIn */.VV)(subject.lock, `${one.key}.source`))];
}
/** Nothing is built or installed from it, so its folder may be missing. */
function checkVirtual() {
    return [];
}
const isBundled = ({ places }, path) => places === undefined || path === '.' || places.has(path);
const isAbsolutePath = (path) => /^(?:\/|[a-z]:\/|file:)/i.test(path);
/** Hosts whose public repositories anybody can fetch. */
const GIT_HOSTS = ['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'git.sr.ht'];
function checkGit(subject, one, place) {
    if (/^file:/i.test(place))
        return checkPath(subject, one, place);
    const host = hostOf(place);
    const complain = (level, code, what, remedy) => [
        {
            ...{ level, code, remedy, ...(0,toml/* placeIn */.VV)(subject.lock, `${one.key}.source`) },
            message: `${(0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one))}${(0,lock_subject/* askedBy */.Ai)(subject, one)} ${what}`,
        },
    ];
    if (/^(?:ssh:|git\+ssh:|[^/:@]+@)/i.test(place)) {
        const remedy = 'Use the https:// address of a repository that the server can read, or publish the package; then run `uv lock`.';
        return complain('error', 'lock-git-ssh', `is fetched from ${host} over SSH; the server needs a key for it.`, remedy);
    }
    if (GIT_HOSTS.includes(host)) {
        const remedy = 'Nothing, if the repository is public and the server has git; a private one needs a token there.';
        return complain('notice', 'lock-git', `is fetched with git from ${host}.`, remedy);
    }
    const remedy = 'Make sure that the server has git and reaches this host; a private repository needs a token there.';
    return complain('warning', 'lock-git', `is fetched with git from ${host}, which the server may not reach.`, remedy);
}
function checkUrl(subject, one, place) {
    if (/^file:/i.test(place))
        return checkPath(subject, one, place);
    const host = hostOf(place);
    const isPlain = !/^https:/i.test(place);
    if (!isPlain && !isPrivate(host))
        return [];
    const fault = isPlain ? 'without encryption' : 'which only a private network knows';
    const message = `${(0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one))}${(0,lock_subject/* askedBy */.Ai)(subject, one)} is fetched from ${host}, ${fault}.`;
    const remedy = 'Make sure that the server reaches this address, or use a public https:// one and run `uv lock`.';
    return [(0,finding/* warning */.$e)('lock-url', message, remedy, (0,toml/* placeIn */.VV)(subject.lock, `${one.key}.source`))];
}
/** Names and addresses that mean nothing outside of one network. */
function isPrivate(host) {
    return (!/[.:]/.test(host) ||
        /\.(?:local|localhost|internal|intranet|lan|corp|home|home\.arpa|test)$/.test(host) ||
        /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+$/.test(host) ||
        /^\[(?:::1|f[cd]|fe80)/.test(host));
}
/** The index of Python's packages, and the one of PyTorch's builds. */
const PUBLIC_INDEX = /^(?:pypi|download(?:-r2)?\.pytorch)\.org$/;
/** One finding for each index, at the first package that comes from it. */
function checkIndexes(subject) {
    const indexes = Map.groupBy([...subject.reached.keys()].filter(({ source }) => source?.kind === 'registry'), ({ source }) => source?.at ?? '');
    return [...indexes].flatMap(([place, packages]) => {
        const [first] = packages;
        if (first === undefined)
            return [];
        const what = packages.length === 1 ? (0,lock_packages/* packageName */.oZ)(first) : `${first.name} and ${packages.length - 1} more`;
        return /^[a-z][a-z0-9+.-]+:\/\//i.test(place) && !/^file:/i.test(place)
            ? checkIndex(subject, first, place, what)
            : checkLocalIndex(subject, first, place, what);
    });
}
function checkIndex(subject, first, place, what) {
    const host = hostOf(place);
    const isAllowed = (index) => {
        const allowed = index.replace(/\/+$/, '');
        return place === allowed || place.startsWith(`${allowed}/`) || place.startsWith(`${allowed}?`);
    };
    if (PUBLIC_INDEX.test(host) || subject.target.indexes.some(isAllowed))
        return [];
    const message = `${(0,findings_text/* quote */.hD)(what)} come${/ more$/.test(what) ? '' : 's'} from the package index at ${host}: the server has to reach it, and to have credentials if it asks for them (uv.lock never holds any).`;
    const remedy = `Set it up on the server and name it in indexes of [tool.uv-deploy] target; or lock against a public index with \`uv lock\`.`;
    return [(0,finding/* warning */.$e)('lock-index', message, remedy, (0,toml/* placeIn */.VV)(subject.lock, `${first.key}.source`))];
}
function checkLocalIndex(subject, first, place, what) {
    const path = external_node_path_.posix.normalize(place.replaceAll('\\', '/'));
    const isOutside = path.startsWith('..') || isAbsolutePath(path);
    if (!isOutside && isBundled(subject, path))
        return [];
    const message = `${(0,findings_text/* quote */.hD)(what)} come${/ more$/.test(what) ? '' : 's'} from the folder '${(0,findings_text/* quote */.hD)(place, 120)}', which the bundle does not have.`;
    const remedy = 'Lock against an index that the server reaches, or commit the folder inside the project; then run `uv lock`.';
    return [(0,finding/* error */.z3)('lock-local-index', message, remedy, (0,toml/* placeIn */.VV)(subject.lock, `${first.key}.source`))];
}
/** The host of an address, without what else an address may hold: user names and passwords. */
function hostOf(place) {
    const address = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(place)?.[1];
    const scp = /^[^/:@]+@([^/:]+)/.exec(place)?.[1];
    return (0,findings_text/* quote */.hD)((address ?? scp ?? '').toLowerCase(), 100) || 'an unknown host';
}

// EXTERNAL MODULE: ./src/project/packaging/wheels.ts
var packaging_wheels = __webpack_require__(5813);
// EXTERNAL MODULE: ./src/project/target.ts
var project_target = __webpack_require__(452);
;// CONCATENATED MODULE: ./src/project/lock/wheels-for-server.ts
/** Whether every package the server installs comes in a form that the target can install. */










/** Local folders and git are built whatever the target. */
const WITH_FILES = ['registry', 'url', 'path'];
/** uv 0.12 takes source distributions in the two forms of PEP 625 only. */
const SDIST = /\.(?:tar\.gz|tgz|zip)$/i;
const STRICT_UV = (0,versions/* parseVersion */.ot)('0.12');
function checkDistributions(subject) {
    const target = (0,project_target/* wheelTarget */.LF)(subject.target);
    const allowed = permissions(subject);
    return subject.packages.flatMap((one) => {
        const malformed = checkNames(subject, one);
        const reached = subject.reached.get(one);
        if (subject.external?.has(one.name))
            return malformed;
        if (malformed.length > 0 || !reached || !target || !WITH_FILES.includes(one.source?.kind))
            return malformed;
        const found = checkFit(subject, one, target, allowed(one.name));
        return found.map((finding) => (reached.surely ? finding : { ...finding, level: 'notice' }));
    });
}
/** uv refuses the whole lock for one file name that does not belong to its package. */
function checkNames(subject, one) {
    for (const file of one.wheels) {
        const version = (0,packaging_wheels/* wheelVersion */.Mh)(file);
        if (version !== undefined && isVersionOf(version, one.version))
            continue;
        const fault = version === undefined ? 'has no name that a wheel can have' : 'is of another version';
        const message = `${(0,findings_text/* quote */.hD)(file, 120)}, a wheel of ${(0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one))}, ${fault}; uv refuses the lock.`;
        return [(0,finding/* error */.z3)('lock-wheel-name', message, lock_subject/* RELOCK */.DS, (0,toml/* placeIn */.VV)(subject.lock, `${one.key}.wheels`))];
    }
    return [];
}
/** A wheel may add a local version, as builds of one release for several accelerators do. */
function isVersionOf(text, locked) {
    if (locked === undefined || text === locked)
        return true;
    const [version, wanted] = [(0,versions/* parseVersion */.ot)(text.replaceAll('_', '-')), (0,versions/* parseVersion */.ot)(locked)];
    if (!version || !wanted)
        return !wanted;
    return [version, { ...version, local: [] }].some((form) => (0,versions/* compareVersions */.Zy)(form, wanted) === 0);
}
/** What `[tool.uv]` says of building and of wheels, for a package. */
function permissions({ pyproject }) {
    const table = (0,json.at)(pyproject?.data, 'tool', 'uv');
    const has = (key, name) => (0,json.at)(table, key) === true || (0,values/* strings */.P$)((0,json.at)(table, `${key}-package`)).some((one) => (0,packaging_requirement/* normalName */.tK)(one) === name);
    return (name) => ({ build: !has('no-build', name), binary: !has('no-binary', name) });
}
function checkFit(subject, one, target, allowed) {
    const fits = (file) => {
        if (!(file.includes(target.machine) || /any|%/.test(file)))
            return false; // most of a lock's wheels are for other machines
        const wheel = (0,packaging_wheels/* parseWheel */.R9)(file);
        return wheel !== undefined && (0,packaging_wheels/* misfit */.hH)(wheel, target) === undefined;
    };
    if (allowed.binary && one.wheels.some(fits))
        return [];
    const complain = (level, code, message, remedy) => [
        { level, code, message, remedy, ...(0,toml/* placeIn */.VV)(subject.lock, one.key) },
    ];
    const name = (0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one));
    const { why, remedy, isLibc } = allowed.binary
        ? explain(one, target)
        : {
            isLibc: false,
            why: 'no-binary in [tool.uv] rules its wheels out',
            remedy: `Take ${(0,findings_text/* quote */.hD)(one.name)} out of no-binary.`,
        };
    const told = `${name}${(0,lock_subject/* askedBy */.Ai)(subject, one)} can't be installed from a wheel with ${isLibc ? (0,project_target/* targetName */.je)(target) : (0,project_target/* pythonTargetName */.jh)(target)}: ${why}`;
    if (one.sdist === undefined) {
        const isGuess = isLibc && subject.target.isLibcAssumed;
        const assumed = isGuess ? ' The glibc of the server is assumed.' : '';
        const message = `${told}, and there is no source to build it from.${assumed}`;
        return complain(isGuess ? 'warning' : 'error', 'lock-no-wheel', message, remedy);
    }
    if (!allowed.build) {
        return complain('error', 'lock-no-wheel', `${told}, and no-build in [tool.uv] forbids to build it.`, remedy);
    }
    const { uv } = subject.target;
    if (one.sdist !== '' && !SDIST.test(one.sdist)) {
        const isSure = uv && STRICT_UV && (0,versions/* compareVersions */.Zy)(uv, STRICT_UV) >= 0;
        const message = `${told}, and uv 0.12 and newer can't unpack its source ${(0,findings_text/* quote */.hD)(one.sdist, 80)}.`;
        return complain(isSure ? 'error' : 'warning', 'lock-sdist-format', message, remedy);
    }
    if (!mayCompile(one)) {
        const message = `${told}. The server builds it from source, which goes well if that is Python alone.`;
        return complain('notice', 'lock-compiles', message, 'Run `preflight: sync` to see it built before the deployment.');
    }
    const build = `${remedy} Or make sure that the server can build it: C code needs a compiler there.`;
    return complain('warning', 'lock-compiles', `${told}. The server has to build it from source.`, build);
}
/** Published as source alone, with code in C, C++ or Rust. */
const COMPILED = new Set(`annoy box2d-py chroma-hnswlib dbus-python detectron2 dlib evdev fasttext flash-attn fuse-python gdal gssapi hnswlib htseq
  insightface kerberos krb5 llama-cpp-python llfuse mpi4py mysqlclient nmslib petsc4py psycopg-c psycopg2 pyaudio pybluez pycairo
  pycups pyemd pyfuse3 pygobject pygraphviz pyhdf pyjq pylibmc pyminizip pysqlcipher3 python-ldap python-prctl pyxattr quickfix rpi-gpio
  sasl scikit-umfpack slepc4py smbus spidev systemd-python ta-lib uwsgi`.split(/\s+/));
/** Whether its source may have to be compiled: its wheels are for machines, or it is known. Most of what has no wheel is Python alone. */
const mayCompile = ({ name, wheels }) => COMPILED.has(name) || wheels.some((file) => !file.endsWith('-none-any.whl'));
/** Why none of the wheels will do, and what would help. The nearest miss is the most useful to know. */
function explain(one, target) {
    const wheels = one.wheels.flatMap((file) => (0,packaging_wheels/* parseWheel */.R9)(file) ?? []);
    const upgrade = `\`uv lock --upgrade-package ${(0,findings_text/* quote */.hD)(one.name)}\``;
    if (wheels.length === 0) {
        return { why: 'it has none', remedy: `Look for a version with wheels, for instance with ${upgrade}.` };
    }
    const misfits = wheels.map((wheel) => ({ wheel, misfit: (0,packaging_wheels/* misfit */.hH)(wheel, target) }));
    const libcs = misfits.flatMap((each) => (each.misfit?.kind === 'libc' ? each.misfit.minor : []));
    if (libcs.length > 0) {
        const [name, major] = target.libc.kind === 'musl' ? ['musl', 1] : ['glibc', 2];
        const least = `${name} ${major}.${Math.min(...libcs)}`;
        return {
            isLibc: true,
            why: `its wheels need ${least}`,
            remedy: `Pin an older version of it and run \`uv lock\`${name === 'glibc' ? '; or, if the server has a newer glibc, say so with glibc in [tool.uv-deploy] target' : ''}.`,
        };
    }
    const pythons = misfits.flatMap((each) => (each.misfit?.kind === 'python' ? each.wheel.pythons : []));
    if (pythons.length > 0) {
        return {
            why: `its wheels are for ${listed(pythons.map(pythonName).sort(byNumber))}`,
            remedy: `Pin a Python that has wheels, or look for a version with them: ${upgrade}.`,
        };
    }
    return {
        why: `its wheels are for ${listed(wheels.flatMap(({ platforms }) => platforms.map(platformName)))}`,
        remedy: `Add a marker such as ; sys_platform == 'win32' where the app needs it on one system only, or replace it.`,
    };
}
const FAMILIES = [
    [/^win/, 'Windows'],
    [/^macosx/, 'macOS'],
    [/^ios/, 'iOS'],
    [/^android/, 'Android'],
    [/^(?:pyodide|emscripten|wasm)/, 'browsers'],
    [/^musllinux_.*?_((?:x86|aarch|arm|ppc|s390|i6|risc).*)$/, 'Alpine Linux $1'],
    [/^(?:many)?linux(?:\d+|_\d+_\d+)?_(.*)$/, 'Linux $1'],
];
function platformName(tag) {
    const [pattern, name] = FAMILIES.find(([one]) => one.test(tag)) ?? [/^.*$/s, tag];
    return tag.replace(pattern, name).replace(/^(Windows|macOS|iOS|Android|browsers).*$/s, '$1');
}
const pythonName = (tag) => tag.replace(/^(?:cp|py)(\d)(\d*).*$/s, (_, major, minor) => `Python ${major}${minor && `.${minor}`}`);
const byNumber = (a, b) => a.localeCompare(b, 'en', { numeric: true });
/** At most four of some names, each once. */
function listed(names) {
    const all = [...new Set(names)];
    const more = all.length > 4 ? ` and ${all.length - 4} more` : '';
    return (0,findings_text/* quote */.hD)(`${all.slice(0, 4).join(', ')}${more}`, 120);
}

;// CONCATENATED MODULE: ./src/project/lock/checks.ts
/** All that makes a locked project fail on a Linux server and can be known from its files. */







/** Nobody reads more of a kind, and GitHub shows ten annotations a step. */
const MOST_OF_A_CODE = 10;
/**
 * Looks through a lock of schema version 1, without network and without uv. What is certain to fail is an error, what can be
 * wrong a warning, and what hangs on things that the target leaves open a notice. Each finding names its file and line.
 */
function checkLockDeeply(files) {
    const subject = (0,lock_subject/* lockSubject */._n)(files);
    const consistency = (0,lock_consistency/* checkConsistency */.z)(subject);
    // uv reads nothing more of such a lock.
    const broken = consistency.filter(({ code }) => code === 'lock-broken');
    if (broken.length > 0)
        return broken.slice(0, 1);
    const findings = [
        ...consistency,
        ...checkFreshness(subject),
        ...checkSources(subject),
        ...checkDistributions(subject),
        ...checkOwnBuild(subject),
        ...checkAddresses([...new Set([files.pyproject, ...files.members, files.lock])]),
    ];
    return [...Map.groupBy(findings, ({ code }) => code).values()].flatMap(shortened);
}
function shortened(findings) {
    const [first] = findings;
    if (first === undefined || findings.length <= MOST_OF_A_CODE)
        return findings;
    const left = findings.length - MOST_OF_A_CODE + 1;
    const kept = findings.slice(0, MOST_OF_A_CODE - 1);
    const last = findings[MOST_OF_A_CODE - 1] ?? first;
    return [...kept, { ...last, message: `${last.message} ${left - 1} more packages have the same fault.` }];
}
/** What stands for a password in an address; variables that uv puts in are none. */
const PASSWORD = /:\/\/[^\s/"'@:?#]{0,200}:(?!\$\{)[^\s/"'@?#]{1,500}@/;
/** Tokens that stand alone. */
const TOKEN = /:\/\/(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_)[^\s/"'@]{10,500}@/;
/**
 * Passwords in the addresses that pyproject.toml and uv.lock name: both files go into the bundle. One finding a file, at the first
 * address; the address itself is not shown.
 */
function checkAddresses(files) {
    return files.flatMap((file) => {
        if (!file?.text.includes('@'))
            return [];
        const found = [PASSWORD, TOKEN].flatMap((pattern) => pattern.exec(file.text)?.index ?? []);
        if (found.length === 0)
            return [];
        const line = file.text.slice(0, Math.min(...found)).split('\n').length;
        return [
            (0,finding/* warning */.$e)('url-credentials', `An address in ${file.shown} holds a password or token; everybody who reads the repository or the bundle has it.`, 'Revoke it, take it out of the address, run `uv lock`, and give it to uv as UV_INDEX_<NAME>_USERNAME and _PASSWORD.', { file: file.shown, line }),
        ];
    });
}

// EXTERNAL MODULE: ./src/project/lock/presence.ts
var presence = __webpack_require__(2131);
// EXTERNAL MODULE: ./src/ports/attempt.ts
var attempt = __webpack_require__(2861);
// EXTERNAL MODULE: ./src/ports/regular-file.ts
var regular_file = __webpack_require__(9379);
// EXTERNAL MODULE: ./src/project/folders.ts
var folders = __webpack_require__(4512);
;// CONCATENATED MODULE: ./src/project/misplaced.ts








/** As many are named. */
const MOST = 8;
/**
 * Why `working-directory` does not name a project, where the projects are in folders below it or it is in one: one finding in the place of all others,
 * which would be about files that nobody meant to have there. Who names an `entrypoint` may mean one that lies in a member.
 */
function misplacedProject(project, entrypoint) {
    const { pyproject, checkout, dir, workspace, lock } = project;
    const shown = project.shown((0,external_node_path_.join)(dir, 'pyproject.toml'));
    if (pyproject === undefined) {
        const isBroken = project.findings.some(({ file }) => file === shown);
        if (isBroken || lock !== undefined)
            return undefined;
        if ((0,paths/* entriesOf */.Mc)(checkout).length === 0)
            return (0,folders/* noCheckout */.K5)('The workspace is empty.');
        const below = named('missing-pyproject', `There is no ${shown}, but there is one in`, (0,folders/* projectsBelow */.sV)(dir, checkout), shown);
        return below ?? insideOf(project, shown);
    }
    if ((0,json.at)(pyproject.data, 'tool', 'uv', 'workspace') === undefined)
        return undefined;
    const members = workspace.members.map(({ path }) => (0,external_node_path_.dirname)(path)).filter((folder) => folder !== dir);
    const hasTable = (0,json.at)(pyproject.data, 'project') !== undefined;
    const inSrc = members.some((folder) => (0,paths/* isInside */.FK)((0,external_node_path_.join)(dir, 'src'), folder));
    if (hasTable && (entrypoint !== '' || !isHollow(pyproject, dir, inSrc)))
        return undefined;
    const lacks = hasTable ? 'it has neither dependencies nor files of its own to deploy' : 'it has no [project]';
    const message = `${pyproject.shown} is the root of a workspace and not a project to deploy: ${lacks}. Its members are in`;
    return named('workspace-root', message, members.map(project.shown), pyproject.shown);
}
/** Names the project that `working-directory` is a part of, such as its `src`. */
function insideOf({ checkout, dir, shown: nameOf }, shown) {
    const folder = (0,folders/* projectAbove */.JN)(dir, checkout);
    if (folder === undefined)
        return undefined;
    const isRoot = folder === checkout;
    const place = isRoot ? 'the root of the repository' : `${(0,findings_text/* quote */.hD)(nameOf(folder), 200)}/`;
    const remedy = isRoot
        ? 'Remove `working-directory` from the step: it names the folder that has pyproject.toml.'
        : `Write \`working-directory: ${(0,findings_text/* quote */.hD)(nameOf(folder), 200)}\`: it names the folder that has pyproject.toml.`;
    return (0,finding/* error */.z3)('missing-pyproject', `There is no ${shown}, but there is one in ${place}.`, remedy, { file: shown });
}
/** What could be deployed, or says what is to be. A README and the notes of its kind are no documents to deploy. */
const DEPLOYABLE = /\.(?:py|qmd|ipynb|rmd|html?|r)$|^(?:_ricochet\.toml|_quarto\.ya?ml|manifest\.json|Dockerfile|src)$/i;
/** The program that `uv init` writes, which greets and ends. */
const STUB = /^\s*def main\(\)(?: -> None)?:\s+print\("Hello from [^"\n]*"\)\s+if __name__ == "__main__":\s+main\(\)\s*$/;
/** Whether a root with a `[project]` only keeps its members together, some of them in `src` or all elsewhere. */
function isHollow({ data }, dir, inSrc) {
    const isEmpty = (0,values/* strings */.P$)((0,json.at)(data, 'project', 'dependencies')).length === 0;
    const speaks = ['scripts', 'optional-dependencies', 'dynamic'].some((key) => (0,json.at)(data, 'project', key) !== undefined);
    const isSet = (0,json.at)(data, 'tool', 'uv-deploy') !== undefined || (0,json.at)(data, 'tool', 'rsconnect') !== undefined;
    if (!isEmpty || speaks || isSet)
        return false;
    const isStub = (name) => name.endsWith('.py') && STUB.test(readText((0,external_node_path_.join)(dir, name)));
    return !(0,paths/* entriesOf */.Mc)(dir).some(({ name }) => DEPLOYABLE.test(name) && !/^readme\./i.test(name) && !isStub(name) && !(inSrc && name === 'src'));
}
const readText = (path) => (0,attempt/* attempt */.C)(() => {
    const read = (0,regular_file/* readRegular */.V)(path, 1000);
    return 'bytes' in read ? read.bytes.toString() : '';
}) ?? '';
/** `begun` is completed by the folders. */
function named(code, begun, folders, file) {
    const [only] = folders;
    if (only === undefined)
        return undefined;
    if (folders.length === 1) {
        const folder = (0,findings_text/* quote */.hD)(only, 200);
        return (0,finding/* error */.z3)(code, `${begun} ${folder}/.`, `Add \`working-directory: ${folder}\` to the step.`, { file });
    }
    const lines = folders.slice(0, MOST).map((folder) => `  working-directory: ${(0,findings_text/* quote */.hD)(folder, 200)}`);
    const more = folders.length > MOST ? [`  and ${folders.length - MOST} more`] : [];
    const message = [`${begun} each of these folders:`, ...lines, ...more].join('\n');
    return (0,finding/* error */.z3)(code, message, 'Add the line of the one to deploy to the step.', { file });
}

// EXTERNAL MODULE: ./src/project/pin/pin.ts
var pin = __webpack_require__(4970);
// EXTERNAL MODULE: ./src/project/pin/python-fit.ts
var python_fit = __webpack_require__(9921);
// EXTERNAL MODULE: ./src/project/pin/requires-python.ts
var requires_python = __webpack_require__(2640);
// EXTERNAL MODULE: ./src/project/read/readable.ts + 3 modules
var readable = __webpack_require__(3098);
;// CONCATENATED MODULE: ./src/prepare/around.ts
/** The files of a workspace around a member, in the bundle of its folder. */



const PLAIN = { platformKeeps: () => true, platformNames: () => false, exclude: [], include: [], added: [] };
/** Adds to what was selected in the member's folder what uv needs of the others. Where both have a path, the member's own file stays. */
async function withAround(own, around, project, deps) {
    const files = new Map();
    const findings = [...own.findings];
    for (const { folder, path, isBuilt } of around.folders) {
        const isOwn = folder === project.dir;
        const listing = await (0,bundle_listing/* listFiles */.C)(folder, project.shown, deps);
        const { files: selected, findings: found } = await selectFiles(folder, project.shown, PLAIN, listing);
        if (!isOwn)
            findings.push(...found);
        for (const file of selected) {
            if (isBuilt || file.path === 'pyproject.toml')
                files.set(`${path}/${file.path}`, { ...file, path: `${path}/${file.path}` });
        }
    }
    for (const file of own.files)
        files.set(file.path, file);
    return { ...own, files: (0,bundle_source/* inOrder */.a)([...files.values()]), findings };
}

// EXTERNAL MODULE: ./src/bundle/gitignore.ts
var gitignore = __webpack_require__(5738);
// EXTERNAL MODULE: ./src/inputs/dotenv.ts
var dotenv = __webpack_require__(5203);
// EXTERNAL MODULE: ./src/project/failure/settings-classes.ts
var settings_classes = __webpack_require__(874);
// EXTERNAL MODULE: ./src/project/source/module.ts + 1 modules
var source_module = __webpack_require__(4923);
// EXTERNAL MODULE: ./src/project/imports/local-modules.ts
var local_modules = __webpack_require__(411);
;// CONCATENATED MODULE: ./src/project/source/places.ts


/** From file to file; two may import a name from one another. */
const MOST_HOPS = 4;
/** Knows what names stand for in the files of a project, as far as each has one meaning. `texts` are the files by their paths. */
function places(texts) {
    const local = (0,local_modules/* localModules */.L)([...texts.keys()]);
    const names = new Map();
    /** The file and the name that an import of a constant leads to. Other names are rarely paths. */
    const constantOf = (dotted, file) => {
        const [, dots = '', module = '', name = ''] = /^(\.*)([\w.]*)\.([A-Z][A-Z\d_]*)$/.exec(dotted) ?? [];
        const steps = file.split('/').slice(0, -1);
        const folder = steps.slice(0, steps.length + 1 - Math.max(1, dots.length)).join('/');
        const roots = dots === '' ? ['', 'src', folder] : [folder];
        const found = module === '' ? undefined : local.find(module, roots);
        const target = found?.is === 'found' ? found.files.at(-1) : undefined;
        return target === undefined || name === '' ? undefined : { file: target, name };
    };
    const load = async (file) => {
        if (names.has(file))
            return;
        const text = texts.get(file) ?? '';
        const { bindings } = await (0,source_module/* readModule */.bH)(text);
        names.set(file, unique(bindings, text));
        for (const { by, values } of bindings) {
            const constant = by === 'import' ? constantOf(values[0] ?? '', file) : undefined;
            if (constant)
                await load(constant.file);
        }
    };
    const placeIn = (file, hops = 0) => ({
        file,
        meaning: (name) => {
            const binding = hops > MOST_HOPS ? undefined : names.get(file)?.get(name);
            if (binding === undefined)
                return undefined;
            const { by, values, written } = binding;
            if (by === 'value')
                return written === undefined ? undefined : { written, place: placeIn(file) };
            if (by !== 'import' || values[0] === undefined)
                return undefined;
            const constant = constantOf(values[0], file);
            return constant ? placeIn(constant.file, hops + 1).meaning(constant.name) : { imported: values[0] };
        },
    });
    return async (file) => {
        await load(file);
        return placeIn(file);
    };
}
/** The bindings of names that stand for one thing only, however often, and are not updated by `+=` and the like. */
function unique(bindings, text) {
    const found = new Map();
    const several = new Set([...text.matchAll(/\b(\w+)[ \t]*[-+/|%*]=/g)].map(([, name = '']) => name));
    for (const binding of bindings) {
        const before = found.get(binding.name);
        if (before && !isSame(before, binding))
            several.add(binding.name);
        found.set(binding.name, binding);
    }
    for (const name of several)
        found.delete(name);
    return found;
}
/** Imported or set again as before: many files import a name twice. */
const isSame = (one, other) => one.by === other.by &&
    ((one.by === 'import' && one.values[0] === other.values[0]) ||
        (one.by === 'value' && one.written !== undefined && one.written === other.written));

;// CONCATENATED MODULE: ./src/project/contract/databases.ts


/** What makes an engine of an address, and refuses None for one (SQLAlchemy's documentation, "Engine Configuration"). */
const ENGINE = /^(?:sqlalchemy\.(?:engine\.)?create_engine|sqlalchemy\.ext\.asyncio\.create_async_engine|sqlmodel\.create_engine)$/;
/** Whether a text may make one: others need not be read. */
const mayMakeEngine = (text) => /\bcreate_(?:async_)?engine\b/.test(text);
/** A variable that is None where it is not set. */
const READ_ALONE = /^(?:os\.)?(?:getenv|environ\.get)\(\s*["'](\w+)["']\s*,?\s*\)$/;
/** The engines among calls at `place` whose address is a variable that nothing in this step sets. `file` is for findings. */
function enginesIn(calls, place, variables, file) {
    return calls.flatMap(({ callee, positional: [first], keywords, line }) => {
        const name = ENGINE.test(callee) ? readBy(first ?? keywords.get('url') ?? '', place) : undefined;
        if (name === undefined || variables.includes(name))
            return [];
        return [
            (0,finding/* warning */.$e)('settings-unset', `The database needs the variable ${(0,findings_text/* quote */.hD)(name, 100)}, which nothing in this step sets: SQLAlchemy takes no None for an address.`, "Pass it with the 'env' input, or set it on the platform.", { file, line }),
        ];
    });
}
/** The variable that an expression reads: by itself, or by a name that stands for that and nothing else. */
function readBy(written, place) {
    const meaning = /^\w+$/.test(written) ? place.meaning(written) : undefined;
    return READ_ALONE.exec(meaning && 'written' in meaning ? meaning.written : written)?.[1];
}

;// CONCATENATED MODULE: ./src/project/source/paths.ts
/** Longer expressions are not followed, nor more names. */
const LONGEST = 400;
const MOST_NAMES = 50;
const paths_TOKEN = /\s*(?:(?<prefix>[A-Za-z]{0,2})(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<name>[A-Za-z_]\w*)|(?<mark>[()[\].,/+=]|\d+))\s*/y;
/**
 * Reads an expression as the path that it names: strings, `pathlib` and `os.path`, from `__file__` or not, with the names that its
 * place knows. Answers nothing where it may be anything else.
 */
function pathIn(written, place, left = { names: MOST_NAMES }) {
    const tokens = left.names > 0 && written.length <= LONGEST ? tokensOf(written) : undefined;
    if (tokens === undefined)
        return undefined;
    const reader = { tokens, at: 0, place, left };
    const found = sum(reader);
    return reader.at === tokens.length && isPath(found) ? found : undefined;
}
function tokensOf(written) {
    const tokens = [];
    for (paths_TOKEN.lastIndex = 0; paths_TOKEN.lastIndex < written.length;) {
        const groups = paths_TOKEN.exec(written)?.groups;
        if (groups === undefined)
            return undefined;
        tokens.push(groups);
    }
    return tokens;
}
const isPath = (operand) => operand !== undefined && 'path' in operand;
/** Takes the next token if it is this mark. */
function takes(reader, mark) {
    const fits = reader.tokens[reader.at]?.mark === mark;
    if (fits)
        reader.at += 1;
    return fits;
}
function sum(reader) {
    let left = operand(reader);
    for (;;) {
        const isJoin = takes(reader, '/');
        if (!isJoin && !takes(reader, '+'))
            return left;
        const right = operand(reader);
        if (!isPath(left) || !isPath(right))
            return undefined;
        left = isJoin ? joined(left, right) : appended(left, right);
    }
}
function operand(reader) {
    let found = first(reader);
    while (found !== undefined) {
        if (takes(reader, '('))
            found = called(found, reader);
        else if (takes(reader, '.'))
            found = attribute(found, reader);
        else
            return found;
    }
    return undefined;
}
function first(reader) {
    if (takes(reader, '(')) {
        const inner = sum(reader);
        return takes(reader, ')') ? inner : undefined;
    }
    const { prefix = '', string, name } = reader.tokens[reader.at] ?? {};
    reader.at += 1;
    if (string !== undefined)
        return paths_text(prefix.toLowerCase(), string.slice(1, -1), reader);
    return name === undefined ? undefined : paths_named(name, reader);
}
function paths_named(name, { place, left }) {
    left.names -= 1;
    if (name === '__file__')
        return { path: place.file, isOwn: true };
    const meaning = place.meaning(name);
    if (meaning === undefined)
        return { dotted: name };
    return 'imported' in meaning ? { dotted: meaning.imported } : pathIn(meaning.written, meaning.place, left);
}
/** A string; of an f-string, names alone may be in its braces. */
function paths_text(prefix, inner, reader) {
    if (prefix.includes('b'))
        return undefined;
    const plain = prefix.includes('r') ? inner : inner.includes('\\') ? unescaped(inner) : inner;
    if (plain === undefined)
        return undefined;
    const pieces = prefix.includes('f') ? plain.split(/\{(\w+)\}/) : [plain];
    let all = { path: '', isOwn: false };
    for (const [index, piece] of pieces.entries()) {
        if (prefix.includes('f') && index % 2 === 0 && /[{}]/.test(piece))
            return undefined;
        const next = index % 2 === 0 ? { path: piece, isOwn: false } : paths_named(piece, reader);
        all = all && isPath(next) ? appended(all, next) : undefined;
    }
    return all;
}
/** Only doubled backslashes: what else may be escaped is no part of a path. */
const unescaped = (inner) => /^(?:[^\\]|\\\\)*$/.test(inner) ? inner.replaceAll('\\\\', '\\') : undefined;
const FIRST = ([path]) => path;
const HERE = { path: '', isOwn: false };
const JOIN = (paths) => paths.reduce((all, path) => all && joined(all, path), HERE);
/** What gives a path, by its full name; and methods of paths, with the path itself in front. */
const FUNCTIONS = {
    'pathlib.Path': JOIN,
    'pathlib.PurePath': JOIN,
    'pathlib.Path.cwd': () => HERE,
    'os.getcwd': () => HERE,
    'os.path.join': JOIN,
    'os.path.dirname': ([path]) => path && parentOf(path),
    'os.path.abspath': FIRST,
    'os.path.realpath': FIRST,
    'os.path.normpath': FIRST,
    'os.fspath': FIRST,
    str: FIRST,
    '.resolve': FIRST,
    '.absolute': FIRST,
    '.as_posix': FIRST,
    '.joinpath': JOIN,
    '.with_name': ([path, name]) => {
        const parent = path && parentOf(path);
        return parent && name && joined(parent, name);
    },
};
function called(callee, reader) {
    const paths = isPath(callee) ? [] : argumentsOf(reader);
    const make = isPath(callee) ? undefined : FUNCTIONS[callee.dotted];
    return paths && make?.(paths);
}
/** Up to the closing bracket. One that is named does not say where. */
function argumentsOf(reader) {
    const paths = [];
    while (!takes(reader, ')')) {
        if (reader.tokens[reader.at + 1]?.mark === '=') {
            reader.at += 2;
            if (sum(reader) === undefined)
                return undefined;
        }
        else {
            const path = sum(reader);
            if (!isPath(path))
                return undefined;
            paths.push(path);
        }
        if (!takes(reader, ',') && reader.tokens[reader.at]?.mark !== ')')
            return undefined;
    }
    return paths;
}
function attribute(of, reader) {
    const { name = '' } = reader.tokens[reader.at] ?? {};
    reader.at += 1;
    if (!isPath(of))
        return { dotted: `${of.dotted}.${name}` };
    if (name === 'parent')
        return parentOf(of);
    if (name === 'parents')
        return takes(reader, '[') ? ancestor(of, reader) : undefined;
    const method = FUNCTIONS[`.${name}`];
    const rest = method && takes(reader, '(') ? argumentsOf(reader) : undefined;
    return rest && method?.([of, ...rest]);
}
/** `parents[1]` is the parent of the parent. */
function ancestor(of, reader) {
    const count = Number(reader.tokens[reader.at]?.mark);
    reader.at += 1;
    if (!takes(reader, ']') || !(count < LONGEST))
        return undefined;
    let found = of;
    for (let up = 0; up <= count; up++)
        found = found && parentOf(found);
    return found;
}
const joined = (left, right) => right.isOwn || right.path.startsWith('/') || left.path === ''
    ? placed(right.path, right.isOwn || (left.isOwn && !right.path.startsWith('/')))
    : placed(`${left.path}/${right.path}`, left.isOwn);
/** Strings one behind the other. */
function appended(left, right) {
    if (!left.isOwn)
        return left.path === '' ? right : right.isOwn ? undefined : placed(left.path + right.path, false);
    // The folder of the project has a name, which is not in its path here.
    if (right.isOwn || (left.path === '' && !/^(?:\/|$)/.test(right.path)))
        return undefined;
    return placed(left.path === '' ? right.path.slice(1) : left.path + right.path, true);
}
function placed(path, isOwn) {
    const steps = isOwn ? normal(path) : path;
    return steps === undefined ? undefined : { path: steps, isOwn };
}
/** Nothing for the folder above the project, whose name is not known. */
function parentOf({ path, isOwn }) {
    const steps = normal(path);
    if (!steps || path.startsWith('/'))
        return undefined;
    return { path: steps.slice(0, Math.max(0, steps.lastIndexOf('/'))), isOwn };
}
/** The path without `.` and `..`; nothing for one that leads out. */
function normal(path) {
    const steps = [];
    for (const step of path.split('/')) {
        if (step === '' || step === '.')
            continue;
        if (step !== '..')
            steps.push(step);
        else if (steps.pop() === undefined)
            return undefined;
    }
    return steps.join('/');
}

;// CONCATENATED MODULE: ./src/project/contract/surroundings.ts
/** Whether a place is come to whenever the file is loaded. */
const isSure = (reach, { isProgram }) => reach === 'always' || (reach === 'main' && isProgram);

;// CONCATENATED MODULE: ./src/project/contract/opened-files.ts




/** What reads the file that its first argument names. */
const READERS = /^(?:open|io\.open|codecs\.open|(?:pandas|polars|geopandas)\.(?:read|scan)_(?:csv|excel|json|parquet|feather|pickle|table|file|ipc)|pandas\.ExcelFile|numpy\.(?:load|loadtxt|genfromtxt)|(?:joblib|torch)\.load|PIL\.Image\.open|openpyxl\.load_workbook|xarray\.open_dataset|matplotlib\.pyplot\.imread|onnxruntime\.InferenceSession|pyarrow\.parquet\.read_table)$/;
/** What reads the file that it is a method of. */
const PATH_READER = /^([\s\S]{1,400})\.\s*(?:read_text|read_bytes|open)\s*$/;
/** What needs a folder, and what comes of it where there is none: starlette/staticfiles.py and starlette/templating.py. */
const FOLDER_READERS = [
    {
        callee: /^(?:fastapi|starlette)\.staticfiles\.StaticFiles$/,
        fails: 'StaticFiles raises an exception as the app starts',
        isAtOnce: true,
    },
    {
        callee: /^(?:fastapi|starlette)\.templating\.Jinja2Templates$/,
        fails: 'no template is found',
        isAtOnce: false,
    },
];
/** A name alone will do: it may be called by another. */
const OPENING = /\b(?:open|open_dataset|read_\w+|scan_\w+|loadtxt|genfromtxt|load|load_workbook|imread|ExcelFile|InferenceSession|StaticFiles|Jinja2Templates)\b/;
/** Who looks before, or has an answer to a file that is not there. */
const LOOKS = /\b(?:exists|is_file|isfile|is_dir|isdir|FileNotFoundError|OSError|IOError)\b/;
const MAKES_FOLDERS = /\b(?:mkdir|makedirs|mkdtemp|copytree)\b/;
/** Finds what the file at `path` opens that the server does not have. */
async function openedIn(path, { texts, placeOf }, around) {
    const text = texts.get(path) ?? '';
    if (!OPENING.test(text) || /\bchdir\b/.test(text))
        return [];
    const { calls } = await (0,source_module/* readModule */.bH)(text);
    const place = await placeOf(path);
    const loaded = { file: around.shown(path), isProgram: around.isProgram(path) };
    const looks = LOOKS.test(text);
    const makes = [...texts.values()].some((one) => MAKES_FOLDERS.test(one));
    return calls.flatMap((call) => {
        if (looks && call.reach === 'maybe')
            return [];
        const opener = { line: call.line, loaded, isSure: !looks && isSure(call.reach, loaded) };
        const file = openedBy(call, place);
        if (file)
            return judgeFile(file, { ...opener, looks }, around);
        const reader = makes ? undefined : FOLDER_READERS.find(({ callee }) => callee.test(call.callee));
        const folder = reader && folderOf(call, place);
        return folder ? judgeFolder(folder, { ...opener, ...reader }, around) : [];
    });
}
/** The path of what a call reads. */
function openedBy(call, place) {
    const isReader = READERS.test(call.callee);
    const object = isReader ? undefined : PATH_READER.exec(call.text)?.[1];
    if (!isReader && object === undefined)
        return undefined;
    const mode = (0,source_module/* literal */.eu)(call.keywords.get('mode') ?? call.positional[isReader ? 1 : 0]);
    if (/[wax+]/.test(String(mode ?? '')))
        return undefined;
    return pathIn(object ?? call.positional[0] ?? '', place);
}
const folderOf = ({ positional, keywords }, place) => keywords.has('check_dir') ? undefined : pathIn(keywords.get('directory') ?? positional[0] ?? '', place);
function judgeFolder(named, { line, loaded, isSure, isAtOnce, fails }, around) {
    const steps = named.path.startsWith('/') ? undefined : normal(named.path);
    if (!steps || around.hasFilesIn(steps))
        return [];
    const { file } = loaded;
    const name = (0,findings_text/* quote */.hD)(steps, 120);
    const why = around.isIgnored(steps)
        ? '.gitignore excludes it'
        : around.exists(steps)
            ? 'git keeps no empty folders'
            : 'there is no such folder';
    return [
        {
            level: isSure && isAtOnce ? 'error' : 'warning',
            ...{ code: 'file-not-bundled', file, line },
            message: `The folder ${name} is used here, and the bundle has no file in it (${why}): ${fails}.`,
            remedy: `Commit a file in ${name}; an empty \`${name}/.gitkeep\` will do.`,
        },
    ];
}
function judgeFile({ path, isOwn }, { line, loaded, isSure, looks }, around) {
    if (path === '' || /^[a-z][\w+.-]+:\/\//i.test(path) || path.includes('*'))
        return [];
    const sure = isSure ? 'error' : 'warning';
    const { file } = loaded;
    const name = (0,findings_text/* quote */.hD)(path, 120);
    const told = (why, remedy, level = sure) => [
        { ...{ level, code: 'file-not-bundled', remedy, file, line }, message: `${name} is opened here, ${why}.` },
    ];
    if (/^(?:[a-z]:[\\/]|\/(?:home|Users)\/)/i.test(path)) {
        return told('which is a path of one computer', 'Commit the file, and open it by its path in the project.', 'warning');
    }
    if (path.startsWith('/'))
        return [];
    if (path.includes('\\')) {
        const remedy = `Write '${(0,findings_text/* quote */.hD)(path.replaceAll('\\', '/'), 120)}', which works everywhere.`;
        return told('and only Windows takes a backslash for a folder', remedy, 'warning');
    }
    const steps = normal(path);
    if (steps === undefined) {
        return told('which is above the project: only the project is deployed', 'Move the file into the project.');
    }
    if (around.isBundled(steps))
        return [];
    const isIgnored = around.isIgnored(steps);
    if (around.exists(steps)) {
        return isIgnored
            ? told('but .gitignore excludes it, so it is not deployed', `Commit it, or add \`include: ${name}\` to the step.`)
            : told('but it is excluded from the bundle', "Check 'exclude', and the include and exclude of the platform's file.");
    }
    // It may be made before it is read.
    if (isIgnored && looks)
        return [];
    if (isIgnored) {
        const remedy = 'Commit it, or have the app create or fetch it.';
        return told('but .gitignore keeps it out of the repository', remedy, 'warning');
    }
    const meant = around.meant(steps, file);
    if (meant === undefined)
        return [];
    const other = (0,findings_text/* quote */.hD)(meant, 120);
    const remedy = `Write '${other}'.`;
    if (meant.length === steps.length) {
        return told(`but the file is called ${other}: Linux distinguishes upper and lower case`, remedy, 'warning');
    }
    return isOwn ? [] : told(`but the file is ${other}: paths start at the folder of the project`, remedy, 'warning');
}

;// CONCATENATED MODULE: ./src/project/contract/needs.ts








const SECRETS = '.streamlit/secrets.toml';
/** Finds, in the files that are loaded at the start, what they open and read that the server does not have. */
async function checkNeeds(texts, around) {
    const findings = [];
    const all = [...texts.values()].join('\n');
    const classesOf = settingsClasses(texts, all);
    const placeOf = places(texts);
    const written = [...all.matchAll(WRITING_OF_VARIABLE)].map(([, name = '']) => name);
    // What the .env of the checkout sets has a warning of its own.
    const set = [...around.variables, ...written, ...(READS_DOTENV.test(all) ? around.dotenv : [])];
    for (const [path, text] of texts) {
        const file = around.shown(path);
        const isProgram = around.isProgram(path);
        if (/\bstreamlit\b/.test(text) && /\bsecrets\b/.test(text) && !around.isBundled(SECRETS)) {
            // What writes the file as it starts has one.
            findings.push(...secretsIn(await (0,source_module/* readModule */.bH)(text), { file, isProgram, isWritten: all.includes('secrets.toml') }));
        }
        const missing = missingIn(text, classesOf(path), around);
        findings.push(...(await openedIn(path, { texts, placeOf }, around)));
        if (missing.size === 0 && !mayMakeEngine(text))
            continue;
        const { calls } = await (0,source_module/* readModule */.bH)(text);
        const sure = calls.filter(({ reach }) => isSure(reach, { file, isProgram }));
        findings.push(...enginesIn(sure, await placeOf(path), set, file));
        findings.push(...settingsIn(calls, missing, { file, isProgram }));
    }
    if (READS_DOTENV.test(all))
        findings.push(...unsetNames(texts, around));
    return findings.slice(0, needs_MOST);
}
const needs_MOST = 20;
const READS_DOTENV = /\b(?:load_dotenv|dotenv_values|find_dotenv|env_file|read_env|read_envfile)\b/;
/** What sets a variable itself, before or where there is none. */
const WRITING_OF_VARIABLE = /\benviron(?:\.setdefault\(\s*|\[\s*)["'](\w+)["'](?:\s*,|\s*\]\s*=(?!=))/g;
const READ_OF_VARIABLE = /\b(?:os\.)?(?:environ(?:\.get)?|getenv|config)\s*[[(]\s*["'](\w+)["']/g;
/** The variables that the app reads, and that only the .env of the checkout sets: one warning, at the first. */
function unsetNames(texts, { variables, dotenv, shown }) {
    const missing = new Set(dotenv.filter((name) => !variables.includes(name)));
    const reads = [...texts].flatMap(([path, text]) => [...text.matchAll(READ_OF_VARIABLE)]
        .filter(([, name = '']) => missing.has(name))
        .map(({ index, 1: name = '' }) => ({ name, file: shown(path), line: text.slice(0, index).split('\n').length })));
    const [first] = reads;
    if (first === undefined)
        return [];
    const names = [...new Set(reads.map(({ name }) => name))].slice(0, needs_MOST).join(', ');
    return [
        (0,finding/* warning */.$e)('env-file-left-out', `.env is never deployed, and the app reads ${names} from it.`, `Store the values as secrets, and pass them with the input 'env': a line such as ${first.name}=\${{ secrets.${first.name} }} for each. (Ignore this if they are set on the platform.)`, { file: first.file, line: first.line }),
    ];
}
/** The first read of `st.secrets` that nothing keeps from being run. */
function secretsIn({ reads }, { isWritten, ...loaded }) {
    const read = reads.find(({ of, attribute, reach }) => of === 'streamlit.secrets' && attribute !== 'load_if_toml_exists' && isSure(reach, loaded));
    if (read === undefined)
        return [];
    return [
        {
            level: isWritten ? 'warning' : 'error',
            code: 'secrets-not-bundled',
            message: `st.secrets is read here, and there is no ${SECRETS} in the bundle: the first visitor would see an exception.`,
            remedy: 'Read the values from variables (os.environ), and set them on the platform.',
            ...{ file: loaded.file, line: read.line },
        },
    ];
}
/**
 * The classes that a file has or names, of all files that are loaded at the start; none where nothing reads variables. A name that several
 * files have is not followed.
 */
function settingsClasses(texts, all) {
    if (!/\bBaseSettings\b/.test(all))
        return () => new Map();
    const places = new Map();
    for (const [path, text] of texts) {
        for (const [, name = ''] of text.matchAll(/^class[ \t]+(\w+)/gm)) {
            places.set(name, (places.get(name) ?? new Set()).add(path));
        }
    }
    const read = new Map();
    const within = (path) => {
        const known = read.get(path);
        if (known)
            return known;
        read.set(path, new Map()); // two files that inherit from one another
        const classes = (0,settings_classes/* readClasses */.HU)(texts.get(path) ?? '', elsewhere(path));
        read.set(path, classes);
        return classes;
    };
    const elsewhere = (path) => (name) => {
        const [place, ...others] = [...(places.get(name) ?? [])].filter((other) => other !== path);
        return place === undefined || others.length > 0 ? undefined : within(place).get(name);
    };
    return (path) => {
        const text = texts.get(path) ?? '';
        const named = [...text.matchAll(/^from[ \t]+[.\w]+[ \t]+import[ \t]+\(?([\w, \t]+)/gm)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
        const imported = named.flatMap((name) => elsewhere(path)(name) ?? []);
        return new Map([...imported.map((one) => [one.name, one]), ...within(path)]);
    };
}
/** A call without arguments. */
const PLAIN_CALL = /\b(\w+)[\s\\]*\([\s\\]*[#)]/g;
/** The classes that a text calls, by name, with the variables that each needs and nothing sets. */
function missingIn(text, classes, around) {
    const missing = new Map();
    const called = new Set([...text.matchAll(PLAIN_CALL)].map(([, name = '']) => name));
    for (const [name, settings] of classes) {
        if (!called.has(name) || !(0,settings_classes/* readsVariables */.$0)(settings))
            continue;
        const names = missingOf(settings, classes, around);
        if (names.length > 0)
            missing.set(name, names);
    }
    return missing;
}
/** Settings that are made as the file is loaded. The server may have their variables from before. */
function settingsIn(calls, missingBy, { file, isProgram }) {
    return calls.flatMap(({ written, positional, keywords, isPartial, line, reach }) => {
        const missing = missingBy.get(written);
        const isPlain = positional.length === 0 && keywords.size === 0 && !isPartial;
        if (missing === undefined || !isPlain || !isSure(reach, { file, isProgram }))
            return [];
        const names = (0,findings_text/* quote */.hD)(missing.join(', '), 200);
        return [
            (0,finding/* warning */.$e)('settings-unset', `${written}() needs ${missing.length === 1 ? 'the variable' : 'the variables'} ${names}, which nothing in this step sets.`, "Pass them with the 'env' input, or set them on the platform.", { file, line }),
        ];
    });
}
function missingOf(settings, classes, { variables, isBundled }) {
    const { envFile, hasOtherSources } = settings;
    if (hasOtherSources || (envFile !== undefined && isBundled(envFile)))
        return [];
    const set = new Set(variables.map((name) => name.toUpperCase()));
    const required = settings.fields.filter(({ isRequired, alias }) => isRequired && alias !== 'unknown');
    const isSet = ({ name, alias }) => set.has((alias ?? settings.prefix + name).toUpperCase());
    return required
        .filter((field) => !isSet(field))
        .flatMap(({ name }) => (0,settings_classes/* variablesOf */.ht)(settings, [name], classes))
        .filter((name) => !set.has(name));
}

// EXTERNAL MODULE: ./src/project/source/scan.ts
var scan = __webpack_require__(5446);
;// CONCATENATED MODULE: ./src/project/source/stdlib.ts
/**
 * The public modules of Python's standard library by minor version, as `sys.stdlib_module_names` of real interpreters gives them
 * (3.10 to 3.13; a test asks the one at hand), and as Python's documentation lists them before and after.
 */
const ALWAYS = `abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code
  codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg csv ctypes curses
  dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput
  fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http
  idlelib imaplib importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math
  mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb
  pickle pickletools pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
  pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve
  shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
  stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios test textwrap this threading time
  timeit tkinter token tokenize trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uuid
  venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/);
/** Modules by the last minor version that had them. */
const UNTIL = {
    8: 'dummy_threading',
    9: 'formatter parser symbol',
    10: 'binhex',
    11: 'asynchat asyncore distutils imp smtpd',
    12: `aifc audioop cgi cgitb chunk crypt imghdr lib2to3 mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib
    uu xdrlib`,
};
/** Modules by the first minor version that has them. */
const SINCE = { 11: 'tomllib', 14: 'annotationlib compression' };
const rows = (table) => Object.entries(table).flatMap(([minor, names]) => names.split(/\s+/).map((name) => [name, Number(minor)]));
const last = new Map(rows(UNTIL));
const stdlib_first = new Map(rows(SINCE));
const always = new Set(ALWAYS);
/**
 * Whether Python 3.`minor` brings a top-level module: `removed` and `future` for those that other versions bring, each with the
 * nearest minor version that does. A name with an underscore in front is Python's own affair and counts as brought.
 */
function inStandardLibrary(name, minor) {
    if (name.startsWith('_') || always.has(name))
        return { is: 'brought' };
    const until = last.get(name);
    if (until !== undefined)
        return minor <= until ? { is: 'brought' } : { is: 'removed', minor: until };
    const since = stdlib_first.get(name);
    if (since !== undefined)
        return minor >= since ? { is: 'brought' } : { is: 'future', minor: since };
    return { is: 'unknown' };
}

// EXTERNAL MODULE: ./src/project/contract/listening.ts
var listening = __webpack_require__(3141);
;// CONCATENATED MODULE: ./src/project/contract/start-contract.ts






/**
 * Holds the contract against the source: `texts` are the files that are loaded when the app starts, by their paths in the bundle.
 * `shown` makes a finding's file of such a path.
 */
async function checkContract(contract, texts, minor, shown) {
    const findings = [];
    const text = texts.get(contract.file);
    if (text === undefined)
        return findings;
    const { app } = contract;
    if (app && (!isPlain(app.names, text) || (app.inEventLoop && (0,listening/* mentionsServer */.Pz)(text)))) {
        const module = await (0,source_module/* readModule */.bH)(text);
        const file = shown(contract.file);
        findings.push(...judgeObject(app, module, minor, file));
        if (app.inEventLoop)
            findings.push(...module.calls.flatMap((call) => (0,listening/* judgeStart */.EF)(call, file, app.loader)));
    }
    if (!contract.listens && !contract.isToldWhere)
        return findings;
    for (const [path, source] of texts) {
        const { calls } = (0,listening/* mentionsServer */.Pz)(source) ? await (0,source_module/* readModule */.bH)(source) : { calls: [] };
        // What is under a main guard runs in the program only, and a function that it calls may be called by others.
        const run = calls.flatMap((call) => {
            if (call.reach !== 'main' || path === contract.file)
                return [call];
            return call.isInFunction ? [{ ...call, reach: 'maybe' }] : [];
        });
        findings.push(...run.flatMap((call) => (0,listening/* judgeListening */.TD)(call, shown(path), contract)));
    }
    return findings;
}
/** Whether a line at the left edge sets one of the names: the common case, which needs no parser. */
const isPlain = (names, text) => new RegExp(String.raw `^(?:${names.join('|')})[ \t]*(?::[^=\n]+)?=(?!=)`, 'm').test((0,scan/* blankStrings */.H)(text));
function judgeObject(app, { bindings, hidesNames }, minor, file) {
    if (hidesNames)
        return [];
    const named = bindings.filter(({ name }) => app.names.includes(name));
    if (named.some((binding) => binding.in === 'module'))
        return [];
    const objects = bindings.filter((binding) => binding.in === 'module' && makesObject(binding, minor));
    if (app.isSearched && objects.length > 0)
        return [];
    const complain = (message, remedy, line) => [
        (app.isDocumented ? finding/* error */.z3 : finding/* warning */.$e)('app-object-missing', message, remedy, { file, line }),
    ];
    const [place] = named.toSorted((one, other) => one.line - other.line);
    if (place) {
        const isMain = place.in === 'main';
        const where = isMain
            ? `under \`if __name__ == "__main__":\`, which does not hold when ${app.loader} loads the module`
            : `in a ${place.in} only, so the module does not have it`;
        const remedy = isMain
            ? 'Make it above that line, and leave only the call that starts a server below.'
            : `Make it at the left edge, such as by a line \`${place.name} = \u2026()\` that calls the function.`;
        const message = `${app.loader} looks for '${place.name}' in ${(0,findings_text/* quote */.hD)(file, 120)}, where it is made ${where}.`;
        return complain(message, remedy, place.line);
    }
    const likely = objects.find(({ values }) => values.some((value) => /\.(?:FastAPI|Flask|Starlette|Dash|App|Litestar)\(\)$/.test(value)));
    const [wanted = 'app'] = app.names;
    const instead = likely ? `; line ${likely.line} calls it '${(0,findings_text/* quote */.hD)(likely.name)}'` : '';
    return complain(`${app.loader} looks for '${wanted}' in ${(0,findings_text/* quote */.hD)(file, 120)}, and nothing there has this name${instead}.`, likely
        ? `Rename it, or add a line \`${wanted} = ${(0,findings_text/* quote */.hD)(likely.name)}\`.`
        : `Name the app object '${wanted}', or correct the entrypoint.`, likely?.line ?? 1);
}
/** Whether a name is set to what some call gives. An object of one's own making may be an app; one of the standard library is none. */
const makesObject = ({ by, values }, minor) => by === 'value' &&
    values.some((value) => {
        const [head = '', ...rest] = value.split('.');
        return value.endsWith('()') && (rest.length === 0 || inStandardLibrary(head, minor).is !== 'brought');
    });

// EXTERNAL MODULE: ./src/project/lock/required.ts
var required = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/project/source/cells.ts
var source_cells = __webpack_require__(2802);
;// CONCATENATED MODULE: ./src/project/imports/installed.ts




/** A namespace such as `google.cloud` is followed this far down. */
const DEPTH = 3;
const LISTED = /^([^,"]+?)(?:\.(?:cpython|cp\d|abi3|pypy)[^/,]*)?\.(?:py|so|pyd|pyc)$/;
/**
 * Reads the records of what is installed in a virtual environment (`RECORD` and `.pth` files, as packaging.python.org specifies
 * them for wheels and as Python's `site` reads them). Runs nothing of it. Answers `undefined` where it is no such environment.
 */
function readInstalled(environment) {
    const folder = sitePackages(environment);
    if (folder === undefined)
        return undefined;
    const owners = new Map();
    /** Dotted names of modules and of packages with `__init__.py`, which nobody shares with others. */
    const closed = new Set();
    const distributions = new Set();
    let isOpen = false;
    const own = (parts, distribution) => {
        const [last = ''] = parts.slice(-1);
        const names = last === '__init__' ? parts.slice(0, -1) : parts;
        closed.add(names.join('.'));
        for (let length = 1; length <= Math.min(DEPTH, names.length); length++) {
            const dotted = names.slice(0, length).join('.');
            owners.set(dotted, (owners.get(dotted) ?? new Set()).add(distribution));
        }
    };
    for (const entry of (0,external_node_fs_.readdirSync)(folder)) {
        const [, name] = /^(.+?)-[^-]*\.dist-info$/.exec(entry) ?? [];
        if (name === undefined)
            continue;
        const distribution = (0,packaging_requirement/* normalName */.tK)(name);
        distributions.add(distribution);
        for (const path of recorded((0,external_node_path_.join)(folder, entry, 'RECORD'))) {
            const module = LISTED.exec(path)?.[1]?.split('/');
            if (module && module[0] !== '..')
                own(module, distribution);
            if (/^[^/]+\.pth$/.test(path)) {
                const places = pathsIn((0,external_node_path_.join)(folder, path));
                if (places === undefined)
                    isOpen = true;
                for (const place of places ?? [])
                    for (const found of modulesIn(place))
                        own(found, distribution);
            }
        }
    }
    return {
        /** Whether there are packages whose modules no record tells, such as an editable one with a finder of its own. */
        isOpen,
        has: (distribution) => distributions.has(distribution),
        /** The normalised names of the packages that bring a module, by what their own records list; empty when none does. */
        bringers: (dotted) => {
            const parts = dotted.split('.');
            let found;
            for (let length = 1; length <= Math.min(DEPTH, parts.length); length++) {
                const name = parts.slice(0, length).join('.');
                found = owners.get(name);
                // What a package of its own has inside is its affair; a namespace is the sum of its parts.
                if (found === undefined || closed.has(name))
                    break;
            }
            return [...(found ?? [])];
        },
    };
}
function sitePackages(environment) {
    const lib = (0,external_node_path_.join)(environment, 'lib');
    const names = list(lib).filter((name) => /^python3\.\d+t?$/.test(name));
    const places = [...names.map((name) => (0,external_node_path_.join)(lib, name, 'site-packages')), (0,external_node_path_.join)(environment, 'Lib', 'site-packages')];
    return places.find((place) => (0,external_node_fs_.statSync)(place, { throwIfNoEntry: false })?.isDirectory());
}
/** The paths of a RECORD: the first field of each line, which is quoted only where it has a comma. */
const recorded = (file) => installed_read(file)
    .split('\n')
    .map((line) => /^([^",]+),/.exec(line)?.[1] ?? '')
    .filter((path) => path !== '');
/** The folders that a `.pth` file adds; nothing when it runs code of which only that code knows what it does. */
function pathsIn(file) {
    const lines = installed_read(file)
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const isCode = (line) => /^import[ \t]/.test(line);
    return lines.some((line) => isCode(line) && /editable/i.test(line))
        ? undefined
        : lines.filter((line) => !isCode(line));
}
/** The modules at the top of a folder, as parts of the paths in it. */
const modulesIn = (folder) => list(folder).flatMap((name) => {
    const module = LISTED.exec(name)?.[1];
    if (module !== undefined)
        return [[module]];
    const inside = list((0,external_node_path_.join)(folder, name));
    if (inside.includes('__init__.py'))
        return [[name, '__init__']];
    return inside.some((file) => file.endsWith('.py')) ? [[name]] : [];
});
const list = (folder) => unlessAbsent(() => (0,external_node_fs_.readdirSync)(folder), []);
const installed_read = (file) => unlessAbsent(() => (0,external_node_fs_.readFileSync)(file, 'utf8'), '');
function unlessAbsent(look, otherwise) {
    try {
        return look();
    }
    catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((0,finding/* codeOf */.$N)(error)))
            return otherwise;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/project/imports/module-packages.ts
var module_packages = __webpack_require__(1878);
;// CONCATENATED MODULE: ./src/project/imports/shadows.ts





/** Modules that are frozen or built into Python, or may be: no file hides those. Which ones are, depends on who built it. */
const NEVER_HIDDEN = new Set(`abc array atexit binascii builtins cmath codecs encodings errno faulthandler fcntl gc genericpath grp importlib io itertools
  marshal math mmap msvcrt nt ntpath os posix posixpath pwd pyexpat readline resource runpy select site stat sys syslog termios
  time unicodedata winreg zipimport zlib`.split(/\s+/));
/** Modules that a `.pth` file may have loaded before Python knows where the app is. */
const EARLY = new Set(['collections', 'functools', 'keyword', 'operator', 'reprlib', 'types', 'warnings']);
/** What each of the frameworks below loads of the standard library: `sys.modules` once they are imported. */
const FRAMEWORKS = ['dash', 'fastapi', 'flask', 'shiny', 'streamlit', 'uvicorn'];
const LOADED = `ast base64 bisect bz2 calendar collections contextlib contextvars copy copyreg datetime dis email enum fnmatch
  functools heapq http inspect ipaddress json keyword linecache locale logging lzma opcode operator pathlib platform quopri random
  re reprlib selectors shutil socket ssl string struct tempfile textwrap threading token tokenize traceback types typing urllib uuid
  warnings weakref zipfile`.split(/\s+/);
/** uvicorn, and the packages that it loads by itself when they are there. */
const UVICORN = new Set(`a2wsgi anyio click colorama dotenv h11 httptools typing_extensions uvicorn uvloop watchfiles websockets wsproto yaml`.split(' '));
/**
 * Finds modules of the bundle that hide one of the standard library or of a package, and lack what is taken from that: an error
 * where nothing can have loaded the other one before. Files that hide what frameworks load are a warning, whoever imports them.
 * `at` makes a finding's file of a path in the bundle.
 */
async function judgeShadows(tour, hiding, at) {
    const told = new Map();
    const read = new Map();
    const namesOf = (own, top) => {
        const names = read.get(own) ?? boundNames(tour.texts.get(own), top);
        read.set(own, names);
        return names;
    };
    const seen = new Set();
    for (const taken of tour.taken) {
        const same = [taken.file, taken.written, ...taken.names].join(' ');
        if (seen.has(same))
            continue;
        seen.add(same);
        const [top = ''] = taken.written.split('.');
        const own = told.has(top) ? undefined : ownFile(top, hiding);
        const owner = own === undefined ? undefined : ownerOf(top, hiding);
        if (own === undefined || owner === undefined)
            continue;
        const lacking = await lackingIn(taken, await namesOf(own, top), tour, hiding);
        if (lacking === undefined)
            continue;
        const isItself = own === taken.file;
        const found = isItself ? 'this file itself' : (0,findings_text/* quote */.hD)(at(own), 120);
        const message = `'${(0,findings_text/* quote */.hD)(lacking.what)}' is taken from '${(0,findings_text/* quote */.hD)(top)}' here, but Python finds ${found} before ${owner.name}, and it is not in there: ${lacking.error} when the app starts.`;
        const place = { file: at(taken.file), line: taken.line };
        const build = shadows_isSure(top, owner, tour, hiding) ? finding/* error */.z3 : finding/* warning */.$e;
        told.set(top, build('import-shadowed', message, `Rename ${isItself ? 'this file' : found}.`, place));
    }
    if (!FRAMEWORKS.some((name) => hiding.foreign.has(name)))
        return [...told.values()];
    for (const name of LOADED) {
        const own = told.has(name) ? undefined : ownFile(name, hiding);
        if (own === undefined)
            continue;
        told.set(name, (0,finding/* warning */.$e)('import-shadowed', `Python finds this file before the module '${name}' of its standard library, which locked packages import: they may get this one, and fail when the app starts.`, 'Rename it.', { file: at(own), line: 1 }));
    }
    return [...told.values()];
}
/** The file of the bundle that hides what else has this name. A folder without `__init__.py` hides nothing. */
function ownFile(name, { modules, folder }) {
    const local = modules.find(name, [folder]);
    const file = local.is === 'found' ? local.files.at(-1) : undefined;
    return file?.endsWith('.py') ? file : undefined;
}
function ownerOf(top, { foreign, minor }) {
    if (top.startsWith('_') || NEVER_HIDDEN.has(top))
        return undefined;
    if (inStandardLibrary(top, minor).is === 'brought')
        return { name: "Python's standard library", isPackage: false };
    const [bringer] = (0,module_packages/* bringersOf */.c)(top).packages.filter((name) => foreign.has(name));
    return bringer === undefined ? undefined : { name: `the package ${bringer}`, isPackage: true };
}
function shadows_isSure(top, { isPackage }, { changesPath }, { loader }) {
    if (changesPath || EARLY.has(top))
        return false;
    return loader === 'none' || (loader === 'uvicorn' && isPackage && !UVICORN.has(top));
}
/** The names in a file, but for what it takes from its own name: that does not come from elsewhere. Nothing where it may have any. */
async function boundNames(source, top) {
    // One that says that others go on with it (pkg_resources) hides nothing.
    if (source === undefined || source.includes('declare_namespace'))
        return undefined;
    const { bindings, hidesNames } = await (0,source_module/* readModule */.bH)(source);
    const own = bindings.filter(({ by, values }) => by !== 'import' || !values.some((value) => value.startsWith(`${top}.`)));
    return hidesNames ? undefined : new Set(own.map(({ name }) => name));
}
/** What an import, or a call by its name as the app starts, takes from a module whose names do not have it. */
async function lackingIn({ file, written, names, runsMain }, bound, { texts }, { modules, folder }) {
    if (bound === undefined)
        return undefined;
    const [top = ''] = written.split('.');
    const isThere = (dotted) => modules.find(dotted, [folder]).is === 'found';
    if (written !== top)
        return isThere(written) ? undefined : { what: written, error: 'ModuleNotFoundError' };
    const isLacking = (name) => /^[a-z]\w*$/i.test(name) && !bound.has(name) && !isThere(`${top}.${name}`);
    const name = names.find(isLacking);
    if (name !== undefined)
        return { what: name, error: 'ImportError' };
    if (names.length > 0)
        return undefined;
    const { calls } = await (0,source_module/* readModule */.bH)(texts.get(file) ?? '');
    for (const { callee, reach } of calls) {
        const [head, attribute = ''] = callee.split('.');
        const runs = reach === 'always' || (reach === 'main' && runsMain);
        if (runs && head === top && isLacking(attribute))
            return { what: `${top}.${attribute}`, error: 'AttributeError' };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/project/source/statements.ts
var statements = __webpack_require__(7233);
;// CONCATENATED MODULE: ./src/project/imports/django.ts

const SETTINGS = /^os\.environ(?:\.setdefault\(|\[)\s*["']DJANGO_SETTINGS_MODULE["'](?:\s*,|\]\s*=)\s*["']([\w.]+)["']/gm;
const URLS = /^ROOT_URLCONF\s*=\s*["']([\w.]+)["']|\binclude\(\s*\(?\s*["']([\w.]+)["']/gm;
/** `INSTALLED_APPS`, or a part of it such as `LOCAL_APPS`, at the left edge. */
const LIST = /^(\w*APPS|MIDDLEWARE)[ \t]*(?::[^=\n]+)?\+?=[ \t]*[[(]([^\])]*)[\])]/gm;
/** A comment, or a string that is a dotted name. */
const ENTRY = /#[^\n]*|["']([A-Za-z_][\w.]*)["']/g;
/** What Django looks for in every app. */
const PARTS = ['apps', 'models'];
const isDjango = /\bDJANGO_SETTINGS_MODULE\b|\bINSTALLED_APPS\b|_APPS\b|\bMIDDLEWARE\b|\bROOT_URLCONF\b|\bdjango\.urls\b/;
/**
 * The modules that a file of a Django project has Django import (Django's documentation, "Settings" and "Applications"). Which settings
 * are read, a variable of the server may say as well: nothing of this is sure.
 */
function namedByDjango(source) {
    if (!isDjango.test(source))
        return [];
    const text = source.replace(/\r\n?/g, '\n');
    const code = (0,scan/* blankStrings */.H)(text);
    // Docstrings and comments name modules that nobody has: the urls.py that Django writes does.
    const matches = (pattern) => [...text.matchAll(pattern)].filter(({ index }) => code[index] !== ' ');
    const lineAt = (index) => text.slice(0, index).split('\n').length;
    const plain = [SETTINGS, URLS].flatMap((pattern) => matches(pattern).map(({ index, 0: whole, 1: first, 2: second }) => ({
        ...{ dotted: first ?? second ?? '', line: lineAt(index + whole.length), isOptional: false },
    })));
    const listed = matches(LIST).flatMap(({ index, 0: whole, 1: list = '', 2: entries = '' }) => {
        const from = index + whole.length - 1 - entries.length;
        return [...entries.matchAll(ENTRY)].flatMap(({ index, 1: name }) => name === undefined ? [] : modulesOf(name, list).map((one) => ({ ...one, line: lineAt(from + index) })));
    });
    return [...plain, ...listed];
}
/** An app is a module, or the class of its configuration; a middleware is always a class or a function. */
function modulesOf(name, list) {
    const end = name.lastIndexOf('.');
    const isObject = list === 'MIDDLEWARE' || /^[A-Z]/.test(name.slice(end + 1));
    const dotted = isObject ? name.slice(0, Math.max(0, end)) : name;
    if (dotted === '')
        return [];
    const app = dotted.replace(/\.apps$/, '');
    const parts = list === 'MIDDLEWARE' ? [] : PARTS.map((part) => ({ dotted: `${app}.${part}`, isOptional: true }));
    return [{ dotted, isOptional: false }, ...parts];
}

;// CONCATENATED MODULE: ./src/project/imports/tour.ts






/** Nobody writes such a file; and what is larger as a whole is not looked through to its end. */
const FILE_LIMIT = 1_000_000;
const TOTAL_LIMIT = 20_000_000;
/** Reads the files of a bundle that may have imports, up to a total. */
function createReader(byPath, debug) {
    let total = 0;
    return (path) => {
        const file = byPath.get(path);
        const isDocument = (0,source_cells/* hasCells */.G)(path);
        if (file === undefined || !(path.endsWith('.py') || isDocument))
            return undefined;
        total += file.size;
        // A notebook holds what it has shown, too.
        const isTooLarge = total > TOTAL_LIMIT || (file.size > FILE_LIMIT && !isDocument);
        const raw = isTooLarge ? undefined : tour_readText(file);
        if (raw === undefined) {
            debug(`The imports of ${path} are not looked at: it is too large, or no text.`);
            return undefined;
        }
        const cells = isDocument ? (0,source_cells/* readCells */.c)(path, raw) : undefined;
        return { text: cells?.code ?? raw, installs: cells?.installs ?? false };
    };
}
/**
 * Follows the imports from the files an app starts with, through the files of its bundle; and after these, through those that strings name.
 * Nothing is run: what stands in functions, in `try` and under conditions is left alone, and so is what only that would load.
 */
function followImports(start, files, modules, debug) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const read = createReader(byPath, debug);
    const texts = new Map();
    const taken = [];
    const open = [];
    const adrift = [];
    let changesPath = false;
    const seen = new Set();
    let queue = [...start.files];
    let named = [];
    /** Looks a name up, and goes on with its files in `to`. */
    const visit = (name, to, isOptional = false) => {
        const local = modules.find(name.dotted, name.folders);
        to.push(...(local.is === 'found' ? local.files : filesAround(name.dotted, name.folders, modules)));
        if (local.is !== 'found' && !isOptional)
            open.push({ ...name, local });
    };
    for (let isUnsure = false; queue.length > 0; isUnsure = true, queue = named, named = []) {
        for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
            const found = seen.has(path) ? undefined : read(path);
            seen.add(path);
            if (found === undefined)
                continue;
            const imports = (0,statements/* readImports */.v)(found.text);
            changesPath ||= imports.changesPath || found.installs;
            if (!isUnsure)
                texts.set(path, found.text);
            const isStart = start.files.includes(path);
            const runsMain = start.asMain && isStart;
            const isAlone = runsMain || (isStart && !path.includes('/') && !byPath.has('__init__.py'));
            for (const statement of imports.statements) {
                if (statement.reach === 'maybe' || (statement.reach === 'main' && !runsMain))
                    continue;
                const origin = { file: path, line: statement.line, written: statement.module };
                const isRelative = statement.module.startsWith('.');
                if (!isRelative && !isUnsure)
                    taken.push({ ...origin, names: statement.names, runsMain });
                const place = isRelative ? placeOf(path, origin.written) : { module: origin.written, folders: start.folders };
                if (place === undefined || (isAlone && isRelative)) {
                    adrift.push(origin);
                    continue;
                }
                const { folders } = place;
                for (const name of dottedNames(place.module, statement)) {
                    visit({ ...origin, ...name, isRelative, isUnsure, folders }, queue);
                }
            }
            for (const { dotted, line, isOptional } of namedByDjango(found.text)) {
                const origin = { file: path, line, written: dotted, isRelative: false, mayBeAttribute: false };
                visit({ ...origin, dotted, isUnsure: true, folders: start.folders }, named, isOptional);
            }
        }
    }
    return { taken, open, adrift, changesPath, texts };
}
/** A relative name without its dots, and the folder it is looked for in. Nothing where the dots leave the bundle. */
function placeOf(file, module) {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const parts = file.split('/');
    return dots > parts.length ? undefined : { module: module.slice(dots), folders: [parts.slice(0, -dots).join('/')] };
}
/** `from a import b` may mean the module `a.b` as well as something in `a`. */
function dottedNames(module, { names }) {
    const inside = names.filter((name) => name !== '*').map((name) => (module === '' ? name : `${module}.${name}`));
    return [
        ...(module === '' ? [] : [{ dotted: module, mayBeAttribute: false }]),
        ...inside.map((dotted) => ({ dotted, mayBeAttribute: true })),
    ];
}
/** The files that run although what they are run for is not found: those of the packages around it. */
function filesAround(dotted, folders, modules) {
    for (let at = dotted.lastIndexOf('.'); at > 0; at = dotted.lastIndexOf('.', at - 1)) {
        const parent = modules.find(dotted.slice(0, at), folders);
        if (parent.is === 'found')
            return parent.files;
    }
    return [];
}
const tour_readText = ({ source }) => (0,attempt/* attempt */.C)(() => {
    if (typeof source !== 'string')
        return (0,scan/* decodePython */.v)(source);
    const read = (0,regular_file/* readRegular */.V)(source, TOTAL_LIMIT);
    return 'bytes' in read ? (0,scan/* decodePython */.v)(read.bytes) : undefined;
});

;// CONCATENATED MODULE: ./src/project/imports/needed-packages.ts
/**
 * What frameworks bring that works only with a package which they do not depend on, by its full name (their documentation, and the
 * errors that they raise without it).
 */
const NEEDED = new Map(Object.entries({
    'python-multipart': [
        ...['fastapi.Form', 'fastapi.File', 'fastapi.UploadFile', 'fastapi.param_functions.Form'],
        ...['fastapi.security.OAuth2PasswordRequestForm', 'fastapi.security.OAuth2PasswordRequestFormStrict'],
    ],
    'email-validator': ['pydantic.EmailStr', 'pydantic.NameEmail', 'pydantic.networks.EmailStr'],
    jinja2: ['fastapi.templating.Jinja2Templates', 'starlette.templating.Jinja2Templates'],
    itsdangerous: ['starlette.middleware.sessions.SessionMiddleware'],
    httpx: ['fastapi.testclient.TestClient', 'starlette.testclient.TestClient'],
}).flatMap(([name, users]) => users.map((user) => [user, name])));
/** The normal name of the package without which something imported does not work, where it is not a dependency of its own package. */
const neededBy = (module, name) => NEEDED.get(`${module}.${name}`);

;// CONCATENATED MODULE: ./src/project/imports/verdict.ts






const MISSING = 'ModuleNotFoundError when the app starts';
/**
 * Judges every open import: one finding a name, at the first place that imports it. `at` makes a finding's file of a path in the
 * bundle. An error is sure; what is not is a warning, and what is likely all right is not told.
 */
function judgeImports(tour, around, at) {
    const told = new Map();
    const tell = (place, verdict, key = verdict?.message ?? '') => {
        if (verdict === undefined)
            return;
        const known = told.get(key);
        if (known)
            known.more += 1;
        else
            told.set(key, { verdict, first: place, more: 0 });
    };
    for (const place of tour.adrift)
        tell(place, adrift(place), `adrift in ${place.file}`);
    for (const open of tour.open) {
        const verdict = open.mayBeAttribute ? judgeName(open, tour, around) : judgeModule(open, tour, around);
        tell(open, mild(verdict, open.isUnsure));
    }
    for (const taken of tour.taken) {
        for (const name of taken.names)
            tell(taken, judgeNeeded(taken, name, around));
    }
    return [...told.values()].map(({ verdict, first, more }) => {
        const others = more === 0 ? '' : ` So ${more === 1 ? 'does 1 more line' : `do ${more} more lines`}.`;
        return { ...verdict, message: `${verdict.message}${others}`, file: at(first.file), line: first.line };
    });
}
const adrift = ({ written }) => (0,finding/* error */.z3)('import-relative', `The import of '${(0,findings_text/* quote */.hD)(written)}' is relative, but this file is started on its own, outside of a package: ImportError when the app starts.`, `Write the module's full name, such as \`from ${(0,findings_text/* quote */.hD)(written.replace(/^\.+/, '')) || 'module'} import \u2026\`.`);
function judgeModule(open, { changesPath }, around) {
    const { local, isRelative, dotted } = open;
    if (local.is === 'namespace')
        return undefined;
    // A name that something installed answers may be ours as well, and incomplete: that one is left alone.
    const theirs = isRelative || (0,module_packages/* isShared */.y)(dotted) ? undefined : judgeForeign(dotted, around);
    if (!isRelative && theirs === undefined)
        return undefined;
    return mild(judgeLocal(open, around) ??
        (changesPath ? undefined : judgeAbove(open, around)) ??
        (around.modules.hasAnywhere(topOf(dotted)) ? undefined : theirs), changesPath);
}
/** `b` of `from a import b`, which is reported only where a module must have been meant. */
function judgeName(open, { changesPath, texts }, around) {
    const { local, dotted, isRelative } = open;
    const parent = dotted.slice(0, Math.max(0, dotted.lastIndexOf('.')));
    if (local.is === 'absent' && !isRelative) {
        return (0,module_packages/* isShared */.y)(parent) && (0,module_packages/* bringersOf */.c)(dotted).isCertain
            ? mild(judgeForeign(dotted, around), changesPath)
            : undefined;
    }
    const verdict = judgeLocal(open, around);
    if (verdict?.code !== 'import-not-bundled')
        return undefined;
    const folder = local.is === 'incomplete' ? local.folder : (open.folders[0] ?? '');
    const init = texts.get((0,local_modules/* below */.G)(folder, '__init__.py')) ?? '';
    const isDefined = init.includes(lastOf(dotted)) || /import[ \t]*\*|__getattr__/.test(init);
    return isDefined ? undefined : mild(verdict, changesPath);
}
/** What is wrong with a module that was looked for among the files of the bundle. */
function judgeLocal({ local, dotted, folders, isRelative }, around) {
    if (local.is === 'namespace')
        return undefined;
    const name = local.is === 'incomplete' ? local.name : topOf(dotted);
    const places = local.is === 'incomplete' ? [local.folder] : folders;
    const what = local.is === 'incomplete' ? `${local.parent}.${name}` : name;
    if (places.some((folder) => around.isOnDisk(folder, name))) {
        return (0,finding/* error */.z3)('import-not-bundled', `'${(0,findings_text/* quote */.hD)(what)}' is imported here and is part of the project, but it is left out of the bundle: ${MISSING}.`, "Check .gitignore, and 'include' and 'exclude'.");
    }
    const other = places.map((folder) => around.modules.otherCase(folder, name)).find((found) => found !== undefined);
    if (other !== undefined) {
        return (0,finding/* error */.z3)('import-case', `'${(0,findings_text/* quote */.hD)(what)}' is imported here, but its file is called ${(0,findings_text/* quote */.hD)(other)}: upper and lower case count on the server.`, `Write ${(0,findings_text/* quote */.hD)(other)}, or rename the file with \`git mv\`.`);
    }
    if (local.is === 'absent' && !isRelative)
        return undefined;
    const message = `'${(0,findings_text/* quote */.hD)(what)}' is imported here, but the project has no such module: ${MISSING}.`;
    return (around.isBuilt ? finding/* warning */.$e : finding/* error */.z3)('import-missing', message, 'Commit its file, or correct the import.');
}
/** A module of the project that lies where Python does not look. PYTHONPATH, which may be set on the server, can have it look there. */
function judgeAbove({ local, dotted, isRelative, folders }, around) {
    if (local.is !== 'absent' || isRelative)
        return undefined;
    const top = topOf(dotted);
    const place = around.unsearched.find((folder) => around.modules.find(top, [folder]).is !== 'absent');
    if (place === undefined)
        return undefined;
    if (around.loadsModule) {
        return (0,finding/* error */.z3)('import-missing', `'${(0,findings_text/* quote */.hD)(top)}' is imported here and lies in the folder ${(0,findings_text/* quote */.hD)(place)}, but the server loads the app as a module from the bundle's top folder, and looks for others there only: ${MISSING}.`, `Write \`from ${(0,findings_text/* quote */.hD)(`${place.replaceAll('/', '.')}.${top}`)} import \u2026\`; or make the project a package with a [build-system], whose modules are then at the top.`);
    }
    const nameOf = (folder) => (folder === '' ? "the project's top folder" : `the folder ${folder}`);
    return (0,finding/* warning */.$e)('import-missing', `'${(0,findings_text/* quote */.hD)(top)}' is imported here and lies in ${nameOf(place)}, but the file that is started lies in ${(0,findings_text/* quote */.hD)(nameOf(folders[0] ?? ''))}, and Python looks for modules beside it only: ${MISSING}.`, 'Move one of them to the other, or make the project a package with a [build-system], which uv installs.');
}
/** What is wrong with a module that is none of the bundle's. */
function judgeForeign(dotted, { locked, provided, unlocked, minor, installed }) {
    const top = topOf(dotted);
    const standard = inStandardLibrary(top, minor);
    if (standard.is === 'brought' || provided.has(top) || locked === undefined)
        return undefined;
    const bringers = (0,module_packages/* bringersOf */.c)(dotted);
    if (bringers.packages.some((name) => unlocked.has(name)))
        return undefined;
    if (installed) {
        const found = installed.bringers(dotted);
        if (found.some((name) => locked.isOpen || locked.installed.has(name) || !locked.aside.has(name)))
            return undefined;
        const trusted = bringers.isCertain && bringers.packages.some((name) => installed.has(name) && locked.installed.has(name));
        if (trusted)
            return undefined;
        const owner = [...found, ...bringers.packages].find((name) => locked.aside.has(name));
        if (owner !== undefined)
            return setAside(top, owner, locked);
        const here = bringers.packages.find((name) => locked.installed.has(name));
        if (here !== undefined && !installed.has(here))
            return notForThisSystem(top, here);
        return missing(dotted, bringers, standard, !installed.isOpen && !locked.isOpen);
    }
    if (bringers.packages.some((name) => locked.installed.has(name)))
        return undefined;
    const owner = bringers.packages.find((name) => locked.aside.has(name));
    if (owner !== undefined)
        return setAside(top, owner, locked);
    if (!bringers.isCertain && [...locked.installed].some((name) => sharesWord(name, dotted)))
        return undefined;
    const isSure = !locked.isOpen && (bringers.isCertain || standard.is !== 'unknown');
    return missing(dotted, bringers, standard, isSure);
}
/** What is imported, and does not work without a package that its own does not ask for. Imported is not yet used: a warning. */
function judgeNeeded({ written }, name, { locked, unlocked }) {
    const needed = neededBy(written, name);
    if (needed === undefined || locked === undefined || locked.isOpen)
        return undefined;
    if (locked.installed.has(needed) || unlocked.has(needed))
        return undefined;
    const why = locked.aside.get(needed);
    const code = why?.kind === 'group' ? 'import-dev-only' : why?.kind === 'extra' ? 'import-extra-only' : 'import-missing';
    return (0,finding/* warning */.$e)(code, `${(0,findings_text/* quote */.hD)(written)}.${(0,findings_text/* quote */.hD)(name)} works only with the package ${needed}, which the server does not install: an exception when it is used.`, `Run \`uv add ${needed}\`, and commit pyproject.toml and uv.lock.`);
}
function setAside(module, owner, { aside, isOpen }) {
    const why = aside.get(owner);
    const isGroup = why?.kind === 'group';
    const name = (0,findings_text/* quote */.hD)(why?.name ?? '');
    if (why?.kind === 'requirements') {
        const message = `'${(0,findings_text/* quote */.hD)(module)}' is imported here; uv.lock has its package ${owner}, but the server installs from ${name}, which does not ask for it: ${MISSING}.`;
        const remedy = `Add it to ${name}; or delete that file: the requirements are then made from uv.lock.`;
        return (isOpen ? finding/* warning */.$e : finding/* error */.z3)('import-missing', message, remedy);
    }
    if (why?.kind === 'prohibited') {
        const message = `'${(0,findings_text/* quote */.hD)(module)}' is imported here, and its package ${owner} is one that the administrator keeps out of the server: ${MISSING}.`;
        return (0,finding/* error */.z3)('import-missing', message, 'Do without it, or have the administrator allow it and take it out of prohibited.');
    }
    return (0,finding/* error */.z3)(isGroup ? 'import-dev-only' : 'import-extra-only', `'${(0,findings_text/* quote */.hD)(module)}' is imported here, but only the ${isGroup ? 'dependency group' : 'extra'} '${name}' asks for its package ${owner}, which the server does not install: ${MISSING}.`, `Run \`uv add ${owner}\`, so that [project] dependencies list it, and commit pyproject.toml and uv.lock.`);
}
const notForThisSystem = (module, owner) => (0,finding/* warning */.$e)('import-missing', `'${(0,findings_text/* quote */.hD)(module)}' is imported here; its package ${owner} is locked for other systems only and was not installed.`, 'Import it under a condition such as `if sys.platform == "win32":`, or correct the marker of the dependency.');
function missing(dotted, { packages, isCertain }, standard, isSure) {
    const module = (0,findings_text/* quote */.hD)(topOf(dotted));
    const complain = (message, remedy) => (isSure ? finding/* error */.z3 : finding/* warning */.$e)('import-missing', `${message}: ${MISSING}.`, remedy);
    if (standard.is === 'removed' || standard.is === 'future') {
        const is = standard.is === 'removed' ? `only up to Python 3.${standard.minor}` : `only from Python 3.${standard.minor} on`;
        const remedy = 'Use what the pinned Python has, or pin one that has this module with `uv python pin`.';
        return complain(`'${module}' is imported here, which is in Python's standard library ${is}`, remedy);
    }
    const [name = ''] = packages;
    return complain(`'${(0,module_packages/* isShared */.y)(topOf(dotted)) ? (0,findings_text/* quote */.hD)(dotted) : module}' is imported here, but no locked package ${isSure ? 'provides it' : 'seems to provide it'}`, isCertain
        ? `Run \`uv add ${name}\` and commit pyproject.toml and uv.lock.`
        : 'Add the package that provides it with `uv add`, and commit pyproject.toml and uv.lock; or correct the name.');
}
const mild = (verdict, isUnsure) => verdict && isUnsure && verdict.level === 'error' ? { ...verdict, level: 'warning' } : verdict;
const topOf = (dotted) => dotted.split('.')[0] ?? '';
const lastOf = (dotted) => dotted.slice(dotted.lastIndexOf('.') + 1);
/**
 * `streamlit-option-menu` and `streamlit_option_menu`, `slack-bolt` and `slack`, `vtk` and `vtkmodules`: a package is often called
 * much like its module.
 */
function sharesWord(distribution, dotted) {
    const words = new Set(distribution.split('-').filter((word) => word.length > 2));
    const module = topOf(dotted).toLowerCase();
    const whole = distribution.replaceAll('-', '');
    return (module.split('_').some((word) => words.has(word)) ||
        whole.includes(module) ||
        (whole.length > 2 && module.startsWith(whole)));
}

;// CONCATENATED MODULE: ./src/project/imports/imports.ts














/** More than these are no news. */
const imports_MOST = 20;
/** Checks that every import on the app's way up is answered by Python, the bundle or the lock. */
async function checkImports(project, contract, files, { minor, shown, debug }) {
    const modules = (0,local_modules/* localModules */.L)(files.map(({ path }) => path));
    const beside = imports_folderOf(contract.file);
    const above = ['', 'src'].filter((folder) => folder !== beside);
    // What is installed from the project itself may lie in any of them.
    const unsearched = contract.looksIn
        ? [beside, 'src', ...foldersAround(beside)].filter((folder) => !contract.looksIn?.includes(folder))
        : contract.looksBesideOnly && !installsOwn(project)
            ? [...above, ...foldersAround(beside)]
            : [];
    const start = {
        files: [contract.file, ...pagesOf(contract, files)],
        asMain: contract.runsAsMain,
        folders: contract.looksIn ?? [beside, ...above.filter((folder) => !unsearched.includes(folder))],
    };
    const tour = followImports(start, files, modules, debug);
    const locked = contract.installs && (0,required/* readRequired */.y)(project, contract.installs);
    const provided = new Set(contract.provides);
    const unlocked = missingFromLock(project);
    const isBuilt = (0,json.at)(project.pyproject?.data, 'build-system') !== undefined;
    const isOnDisk = (folder, name) => hasModule((0,external_node_path_.join)(project.dir, folder), name);
    const judge = (installed) => judgeImports(tour, {
        ...{ modules, locked, provided, unlocked, minor, isOnDisk, isBuilt, installed, unsearched },
        loadsModule: contract.looksIn !== undefined,
    }, shown).slice(0, imports_MOST);
    const isInstalled = (name) => locked?.installed.has(name) ?? false;
    const foreign = new Set(lockedFrom(project, 'registry', 'git', 'url').filter(isInstalled));
    // A kernel is there before it looks in the folder of its document.
    const shadows = (0,source_cells/* hasCells */.G)(contract.file)
        ? []
        : await judgeShadows(tour, { modules, foreign, minor, ...searchOf(contract) }, shown);
    const first = judge();
    return {
        texts: tour.texts,
        findings: [...shadows, ...first.filter(({ level }) => level === 'error')],
        settle: (environment) => {
            const installed = environment === undefined ? undefined : readInstalled(environment);
            return installed ? judge(installed) : first.filter(({ level }) => level !== 'error');
        },
    };
}
/** Where Python looks first, and who may have loaded modules before. */
function searchOf(contract) {
    const beside = imports_folderOf(contract.file);
    // What is loaded as `app.main` is no place to look in: the folder above is.
    const folder = contract.runsAsMain ? beside : '';
    if (contract.looksBesideOnly)
        return { folder, loader: 'none' };
    return { folder, loader: contract.app?.inEventLoop && folder === beside ? 'uvicorn' : 'any' };
}
/** The packages that pyproject.toml asks for and that the lock does not list at all. */
function missingFromLock({ pyproject, lock }) {
    const declared = pyproject && declaredRequirements(pyproject)?.own;
    if (declared === undefined || lock === undefined)
        return new Set();
    const listed = new Set((0,lock_packages/* lockedPackages */.aJ)(lock).map(({ name }) => name));
    return new Set(declared.map(({ name }) => name).filter((name) => !listed.has(name)));
}
/** The names of what the lock has from such places. */
const lockedFrom = ({ lock }, ...kinds) => (lock ? (0,lock_packages/* lockedPackages */.aJ)(lock) : []).flatMap(({ name, source }) => source && kinds.includes(source.kind) ? [name] : []);
/** Whether the lock installs the project, or another folder or file of it. */
const installsOwn = (project) => lockedFrom(project, 'editable', 'directory', 'path').length > 0;
const imports_folderOf = (path) => ((0,external_node_path_.dirname)(path) === '.' ? '' : (0,external_node_path_.dirname)(path));
/** `a/b` and `a` of `a/b/c`. */
const foldersAround = (folder) => (0,paths/* foldersUp */.TS)(folder)
    .slice(1)
    .filter((around) => around !== '.');
/** Pages are loaded by their place beside the entrypoint. */
function pagesOf({ file, hasPages }, files) {
    const folder = imports_folderOf(file) === '' ? 'pages/' : `${imports_folderOf(file)}/pages/`;
    return hasPages
        ? files.map(({ path }) => path).filter((path) => path.startsWith(folder) && path.endsWith('.py'))
        : [];
}
/** Read from the folder's listing: some file systems answer to a name in any case. */
function hasModule(folder, name) {
    const entries = namesIn(folder);
    if (entries.includes(`${name}.py`))
        return true;
    return entries.includes(name) && namesIn((0,external_node_path_.join)(folder, name)).some((entry) => entry.endsWith('.py'));
}
const namesIn = (folder) => (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readdirSync)(folder)) ?? [];

;// CONCATENATED MODULE: ./src/prepare/source-checks.ts










const NOTHING = { findings: [], settle: () => [] };
/** The newest Python whose standard library is known: what a pin without a version gets is near it. */
const NEWEST_MINOR = 14;
/** Finds in the source, without running it, what would keep the app from starting on the server. */
async function source_checks_checkSources(project, { plan, pin, files, variables }, debug) {
    // Without these, what the lock installs is not known.
    if (plan?.start === undefined || project.lock === undefined || project.pyproject === undefined)
        return NOTHING;
    const { start } = plan;
    const minor = (0,requires_python/* minorOf */.Hs)(pin?.python ?? '') ?? NEWEST_MINOR;
    const sources = new Map(files.map(({ path, source }) => [path, source]));
    const shown = (path) => {
        const source = sources.get(path);
        return project.shown(typeof source === 'string' ? source : (0,external_node_path_.join)(project.dir, path));
    };
    const { findings, settle, texts } = await checkImports(project, start, files, { minor, shown, debug });
    const contract = await checkContract(start, texts, minor, shown);
    // A document's code runs in the document's own folder: of one further down, paths are not followed.
    if (variables === undefined || ((0,source_cells/* hasCells */.G)(start.file) && start.file.includes('/'))) {
        return { settle, findings: [...findings, ...contract] };
    }
    const needs = await checkNeeds(texts, {
        isBundled: (path) => sources.has(path),
        hasFilesIn: (folder) => files.some(({ path }) => path.startsWith(`${folder}/`)),
        exists: (path) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, path)),
        isIgnored: (path) => isIgnored(path, project.dir),
        meant: (path, file) => {
            const near = `${file.slice(0, file.lastIndexOf('/') + 1)}${path}`;
            const isMeant = (one) => one.toLowerCase() === path.toLowerCase() || shown(one) === near;
            return files.find((one) => isMeant(one.path))?.path;
        },
        // Pages are run as the file that shows them is.
        isProgram: (path) => start.runsAsMain && (path === start.file || (start.hasPages && /(?:^|\/)pages\//.test(path))),
        ...{ variables, dotenv: namesInDotenv(project.dir), shown },
    });
    return { settle, findings: [...findings, ...contract, ...needs] };
}
/** The names that the project's own .env sets. */
function namesInDotenv(dir) {
    const file = (0,external_node_path_.join)(dir, '.env');
    const read = (0,external_node_fs_.existsSync)(file) ? (0,regular_file/* readRegular */.V)(file, SMALL_FILE) : undefined;
    return read && 'bytes' in read ? (0,dotenv/* parseDotenv */.q)(read.bytes.toString('utf8'), {}).vars.map(({ name }) => name) : [];
}
/** Whether the project's own .gitignore keeps a path, or a folder that it is in, out of the repository. */
function isIgnored(path, dir) {
    const file = (0,external_node_path_.join)(dir, '.gitignore');
    const read = (0,external_node_fs_.existsSync)(file) ? (0,regular_file/* readRegular */.V)(file, SMALL_FILE) : undefined;
    if (read === undefined || !('bytes' in read))
        return false;
    const rules = (0,gitignore/* readGitignore */.x)(read.bytes.toString('utf8'));
    const steps = path.split('/');
    return steps.some((_, index) => rules(steps.slice(0, index + 1).join('/'), index + 1 < steps.length) === 'ignored');
}
const SMALL_FILE = 1_000_000;

;// CONCATENATED MODULE: ./src/prepare/check.ts





















/** All that a project's files tell, without running anything of it. */
async function checkProject(run) {
    const { inputs, project, platform, host, exec, signal } = run;
    const isPassing = inTemp(run);
    let listed;
    const list = () => {
        listed ??= project.listing ?? (0,bundle_listing/* listFiles */.C)(project.dir, project.shown, { exec, signal });
        return listed;
    };
    const everything = () => list().then(({ files }) => files.filter(({ path }) => !isPassing(path)));
    const earlier = (path) => (0,git/* textAt */.$6)(project.dir, path, run.context.bases, { exec, signal });
    const planned = await platform.plan(project, inputs, everything, earlier);
    const { plan, findings: planFindings } = planned;
    const needsPython = plan === undefined ? planned.withoutPython !== true : plan.install.by !== 'nobody';
    const misplaced = needsPython ? misplacedProject(project, inputs.entrypoint) : undefined;
    if (misplaced)
        return { findings: [...project.findings, misplaced] };
    // An image brings its own Python, and installs what its Dockerfile says: a pin and a lock are checked where they are.
    const brings = plan?.install.by === 'image';
    const judgesPin = needsPython && !(brings && project.pin === undefined);
    const judgesLock = needsPython && !(brings && project.lock === undefined);
    const { pin, findings: pinFindings } = judgesPin ? judgePin(run, plan?.decidedPython) : { findings: [] };
    const ofProject = [
        ...[...project.findings, ...pinFindings, ...(judgesLock ? (0,presence/* checkLock */.sv)(project) : [])],
        ...[...planFindings, ...emptyVariables(inputs), ...unasked(inputs, plan)],
    ];
    for (const reason of plan?.reasons ?? [])
        host.info(reason);
    // A project without a plan is still looked through: all findings come at once.
    const { files, findings: selected, via } = await check_select(plan, await list(), run);
    const variables = (0,inputs_inputs/* startsApp */.ND)(inputs.preflight) ? undefined : inputs.env.map(({ name }) => name);
    const chosen = { plan, pin, files, ...(variables && { variables }) };
    // What follows from a wrong pin goes away with it.
    const sound = pinFindings.some(({ level }) => level === 'error') ? undefined : pin;
    const sources = await source_checks_checkSources(project, chosen, host.debug);
    // A link that was not read has been reported where it was to be read.
    const isNew = (one) => !ofProject.some(({ code, file }) => code === one.code && file === one.file);
    const needsDotenv = sources.findings.some(({ code }) => code === 'env-file-left-out');
    const isSaid = ({ code }) => needsDotenv && code === 'env-file-left-out';
    const isSound = needsPython && !ofProject.some(readable/* isRefusal */.v);
    const ofLock = isSound ? judgeLock(run, { ...chosen, pin: sound }) : [];
    const isUnbuilt = ({ code, file }) => code === 'lock-compiles' && file === project.lock?.shown;
    const ofFiles = [
        ...[
            ...selected.filter((one) => isNew(one) && !isSaid(one)),
            ...(0,secrets/* findSecrets */.dL)(files, project.shown),
            ...(0,secrets/* findPointers */.Sc)(files, project.shown),
            ...(plan?.checkFiles(files) ?? []),
        ],
        ...[...ofLock.filter((one) => !isUnbuilt(one)), ...sources.findings],
    ];
    if (via === 'walk')
        host.info('This is not a git checkout: all files that .gitignore does not exclude are bundled.');
    const isWhole = plan !== undefined && (pin !== undefined || !judgesPin);
    const unbuilt = ofLock.filter(isUnbuilt);
    if (isWhole)
        return { value: { plan, pin, files, sources, unbuilt }, findings: [...ofProject, ...ofFiles] };
    return { findings: [...ofProject, ...ofFiles, ...unbuilt] };
}
/** Health paths of what answers no requests. */
function unasked({ healthCheckPaths: paths }, plan) {
    if (plan === undefined || paths.length === 0 || (plan.kind === 'app' && plan.healthPaths.length > 0))
        return [];
    const what = `${(0,findings_text/* quote */.hD)(plan.contentType)} content answers no requests, so ${(0,findings_text/* quote */.hD)(paths.join(' and '), 120)}`;
    return [
        (0,finding/* notice */.lm)('setting-without-effect', `health-check-path has no effect: ${what} ${paths.length === 1 ? 'is' : 'are'} not requested.`, "Remove 'health-check-path', or set 'content-type' to that of a web app."),
    ];
}
/** Whether a path is in the runner's folder for temporary files, which may be in the checkout, with bundles of earlier steps. */
function inTemp({ context, project }) {
    const temp = (0,paths/* realPathOf */.dN)(context.temp);
    if (temp === undefined || temp === project.dir || !(0,paths/* isInside */.FK)(project.dir, temp))
        return () => false;
    return (path) => (0,paths/* isInside */.FK)(temp, (0,external_node_path_.join)(project.dir, path));
}
async function check_select(plan, listing, run) {
    const { inputs, project, exec, signal } = run;
    const isPassing = inTemp(run);
    const keeps = plan?.includes ?? (() => true);
    const rules = {
        platformKeeps: (path) => keeps(path) && !isPassing(path),
        platformNames: plan?.includesExplicitly ?? (() => false),
        exclude: inputs.exclude,
        include: inputs.include,
        added: plan?.added ?? [],
    };
    const own = await selectFiles(project.dir, project.shown, rules, listing);
    return plan?.around ? withAround(own, plan.around, project, { exec, signal }) : own;
}
/** Whether what the lock lists can be had and installed where the bundle is unpacked. */
function judgeLock({ project, platform }, { plan, pin, files }) {
    const { lock, pyproject, workspace } = project;
    const target = (0,project_target/* readTarget */._E)(pyproject, pin, plan?.server ?? platform.server);
    if (!('minors' in target))
        return target;
    if (lock === undefined || !(0,presence/* isReadableLock */.Ee)(lock))
        return [];
    // An image is built from the whole repository.
    const isWhole = plan === undefined || plan.install.by === 'image';
    const bundle = platform.copiesLocal
        ? { copiesLocal: true }
        : !isWhole && { bundled: new Set(files.map(({ path }) => path)) };
    const install = plan?.install.by === 'sync' ? plan.install : undefined;
    const compares = install && (install.older ? 'maybe' : 'surely');
    const { members, withoutProject } = workspace;
    const textOf = (name) => {
        const file = project.read(name);
        return file && 'text' in file ? file.text : '';
    };
    const texts = { uvToml: textOf('uv.toml'), setupPy: textOf('setup.py') };
    const root = plan?.around?.root ?? pyproject;
    // Without a plan, nothing says where it is built.
    const isCloned = plan === undefined || plan.delivery === 'commit';
    const how = { isCloned, ...texts, ...bundle, ...(compares && { compares }), ...plan?.locked };
    return checkLockDeeply({ lock, pyproject: root, members, target, withoutProject, ...how });
}
function judgePin({ project, platform, environment }, own) {
    const requirements = (0,presence/* pythonRequirements */.DQ)(project);
    const decided = own && (0,pin/* readRange */.q)(own.text, own.line);
    if (decided)
        return { pin: decided, findings: (0,requires_python/* readRequirements */.F2)(requirements).findings };
    if (project.pin === undefined) {
        const path = (0,external_node_path_.join)(project.dir, '.python-version');
        const broken = project.findings.some(({ file }) => file?.endsWith('.python-version'));
        const { readable, findings } = (0,requires_python/* readRequirements */.F2)(requirements);
        const range = platform.takesRange && !broken ? rangePin(project.pyproject) : undefined;
        if (range)
            return { pin: range, findings };
        const version = (0,python_fit/* suggestVersion */.b)(readable.flatMap(({ specifiers }) => specifiers)) ?? '3.12';
        return { findings: [...(broken ? [] : [missingPin(project, path, version)]), ...findings] };
    }
    const { shown, bytes } = project.pin;
    const judged = (0,pin/* checkPin */.w)({ path: shown, bytes }, requirements);
    return { ...judged, findings: [...judged.findings, ...forcedPython(shown, judged.pin, environment)] };
}
function missingPin({ shown, checkout }, path, version) {
    const file = shown(path);
    const why = 'the server takes its Python version from it';
    const command = `\`uv python pin ${version}\` (or the version you develop with)`;
    const ignoring = (0,ignored/* ignoringLine */.c)(path, checkout);
    if (ignoring) {
        const message = `${file} is missing, because ${ignoring.file} excludes it: ${why}.`;
        return (0,finding/* error */.z3)('missing-pin', message, `Remove this line, run ${command}, and commit both files.`, ignoring);
    }
    return (0,finding/* error */.z3)('missing-pin', `${file} is missing: ${why}.`, `Run ${command}, and commit .python-version.`, { file });
}
/** An expression for a secret that does not exist is empty, and the app starts with that. */
function emptyVariables({ env }) {
    const names = env.filter(({ value }) => value === '').map(({ name }) => name);
    if (names.length === 0)
        return [];
    const message = `${(0,findings_text/* quote */.hD)(names.join(', '), 200)} in the input 'env' ${names.length === 1 ? 'is' : 'are'} empty: GitHub puts nothing in the place of a secret that does not exist.`;
    const remedy = 'Compare the name with those under Settings > Secrets and variables > Actions. (Ignore this if the value is meant to be empty.)';
    return [(0,finding/* notice */.lm)('variable-empty', message, remedy)];
}
/** What takes the place of a pin: the range of requires-python. */
function rangePin(pyproject) {
    const text = (0,json.at)(pyproject?.data, 'project', 'requires-python');
    return pyproject && typeof text === 'string'
        ? (0,pin/* readRange */.q)(text, pyproject.lineOf('project.requires-python'))
        : undefined;
}
function forcedPython(path, pin, { UV_PYTHON: forced }) {
    if (!forced || pin === undefined || forced === pin.python)
        return [];
    return [
        (0,finding/* warning */.$e)('uv-python-set', `UV_PYTHON is '${(0,findings_text/* quote */.hD)(forced)}' in this job, so uv ignores ${path} ('${pin.python}') here; the server does not.`, 'Remove python-version from the setup-uv step, or set it to the pinned version.', { file: path, line: pin.line }),
    ];
}

// EXTERNAL MODULE: ./src/prepare/finish.ts
var finish = __webpack_require__(6196);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/bundle/gzip.ts


/** Input bytes a block. Fixed, so that the output does not depend on how many cores the machine has. */
const BLOCK = 1024 * 1024;
/** How far back deflate looks: the end of a block is the dictionary of the next. */
const WINDOW = 32 * 1024;
/** A little larger than at zlib's own choice, and much sooner done. */
const LEVEL = 5;
/** What deflate may add to a block that does not shrink: its output still fits one buffer. */
const SLACK = 1024;
/**
 * Gzips a stream as ONE member (many readers stop after the first), its blocks compressed side by side on zlib's own threads.
 *
 * Each block is raw deflate that ends on a byte border (a sync flush) and starts with its predecessor's last 32 KiB as
 * dictionary, so the pieces simply follow one another and compress as well as one run. The header holds no time, no name and no
 * operating system: the same bytes in give the same bytes out. Each chunk is gone once the next is asked for.
 */
async function* gzip(input) {
    yield Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
    // One block more than there are cores keeps them busy while the oldest is being written.
    const ahead = Math.min((0,external_node_os_.availableParallelism)(), 4) + 1;
    const running = [];
    // Blocks are used again: garbage of this size would be collected late and count as memory until then.
    const spare = [];
    let crc = 0;
    let length = 0;
    let dictionary;
    const start = (block, size, last) => {
        const data = block.subarray(0, size);
        crc = (0,external_node_zlib_.crc32)(data, crc);
        length += size;
        const done = compress(data, {
            level: LEVEL,
            chunkSize: BLOCK + SLACK,
            finishFlush: last ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_SYNC_FLUSH,
            ...(dictionary && { dictionary }),
        });
        done.catch(() => { }); // awaited in turn; until then a failure is not "unhandled"
        running.push({ block, done });
        dictionary = Buffer.from(data.subarray(Math.max(0, size - WINDOW)));
    };
    const finish = async function* ({ block, done }) {
        const compressed = await done;
        spare.push(block);
        yield* compressed;
        // Freed now, not at the next garbage collection: 200 MB that do not shrink would pile up 70 MB of garbage.
        for (const memory of new Set(compressed.map(({ buffer }) => buffer)))
            memory.transfer(0);
    };
    let block = Buffer.allocUnsafeSlow(BLOCK);
    let filled = 0;
    for await (const chunk of input) {
        for (let offset = 0; offset < chunk.length;) {
            // A full block waits for the next byte: only then is it known not to be the last.
            if (filled === BLOCK) {
                start(block, BLOCK, false);
                const oldest = running.length > ahead ? running.shift() : undefined;
                if (oldest)
                    yield* finish(oldest);
                block = spare.pop() ?? Buffer.allocUnsafeSlow(BLOCK);
                filled = 0;
            }
            const taken = Math.min(BLOCK - filled, chunk.length - offset);
            block.set(chunk.subarray(offset, offset + taken), filled);
            filled += taken;
            offset += taken;
        }
    }
    start(block, filled, true);
    for (const job of running)
        yield* finish(job);
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(crc, 0);
    trailer.writeUInt32LE(length % 2 ** 32, 4);
    yield trailer;
}
/** One block on one of zlib's threads. The chunks lie in memory that is theirs alone. */
function compress(data, options) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        (0,external_node_zlib_.createDeflateRaw)(options)
            .on('data', (chunk) => chunks.push(chunk))
            .on('error', reject)
            .on('close', () => resolve(chunks))
            .end(data);
    });
}

// EXTERNAL MODULE: ./src/bundle/tar.ts
var tar = __webpack_require__(719);
;// CONCATENATED MODULE: ./src/bundle/archive.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




/**
 * Packs `files` into a reproducible tar.gz at `path`, streaming: memory does not grow with the project.
 * Leaves no half-written file behind when it fails.
 */
async function writeArchive(path, files, signal, last) {
    const content = (0,external_node_crypto_.createHash)('sha256');
    const whole = (0,external_node_crypto_.createHash)('sha256');
    const packed = [];
    let size = 0;
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, 'w', 0o600), true);
            const archive = (0,tar/* tar */.yY)(files, (entry) => packed.push(entry), last);
            for await (const chunk of gzip(hashed(archive, content))) {
                signal.throwIfAborted();
                whole.update(chunk);
                size += chunk.length;
                await file.appendFile(chunk).catch((error) => {
                    throw Object.assign(error, { path }); // Node names the files of calls that open one only
                });
            }
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        await (0,promises_.rm)(path, { force: true });
        throw error;
    }
    return { path, size, sha256: whole.digest('hex'), contentSha256: content.digest('hex'), files: packed };
}
/** What an archive of these files would hold, without writing one: for platforms that take the files themselves. */
async function digest(files, signal, last) {
    const content = (0,external_node_crypto_.createHash)('sha256');
    const packed = [];
    for await (const _ of hashed((0,tar/* tar */.yY)(files, (entry) => packed.push(entry), last), content))
        signal.throwIfAborted();
    return { contentSha256: content.digest('hex'), files: packed };
}
async function* hashed(input, hash) {
    for await (const chunk of input) {
        hash.update(chunk);
        yield chunk;
    }
}

// EXTERNAL MODULE: ./src/bundle/manifest.ts
var manifest = __webpack_require__(9075);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
;// CONCATENATED MODULE: ./src/prepare/pack.ts









const LARGEST = 10;
/** Packs what was checked. The manifest goes into the bundle where the platform has one of its own; else it is a record beside it. */
async function pack(subject, { project, host, journal, signal }) {
    const { plan, files, finished, folder } = subject;
    let text;
    let generated = [];
    const last = (packed) => {
        text = finished?.manifest(packed);
        if (text === undefined)
            return [];
        const source = Buffer.from(text);
        generated = [{ path: 'manifest.json', source, size: source.length, executable: false }];
        return generated;
    };
    const archive = plan.delivery === 'archive' ? await writeArchive((0,external_node_path_.join)(folder, 'bundle.tar.gz'), files, signal, last) : undefined;
    const { contentSha256, files: packed } = archive ?? (await digest(files, signal, last));
    const source = {
        files: (0,bundle_source/* inOrder */.a)([...files, ...generated]),
        ...{ packed, contentSha256 },
        ...(archive && { archive }),
    };
    journal.bundle(source);
    const record = text ?? (plan.manifest && lockManifest(subject, project, packed));
    if (record !== undefined) {
        const path = (0,external_node_path_.join)(folder, 'manifest.json');
        journal.manifest(path);
        await (0,promises_.writeFile)(path, record, { mode: 0o600 });
    }
    const largest = [...(0,bundle_source/* inOrder */.a)(packed)].sort((a, b) => b.size - a.size).slice(0, LARGEST);
    show(source, largest, host);
    const size = sizeOf(source);
    return { value: source, findings: size > plan.maxBundleSize ? [tooLarge(size, largest[0], plan)] : [] };
}
function show(source, largest, { info, quoted }) {
    const { archive, packed, contentSha256 } = source;
    const size = `${(0,units/* bytes */.ee)(sizeOf(source))}${archive ? ' packed' : ''}`;
    info(`${packed.length} files, ${size}, sha256 ${archive?.sha256 ?? contentSha256}`);
    info(largest.length < packed.length ? 'The ten largest:' : 'Files:');
    for (const file of largest)
        quoted(`${(0,units/* bytes */.ee)(file.size).padStart(8)}  ${file.path}`);
}
/** Of what is delivered: the archive, else the files. */
const sizeOf = ({ archive, packed }) => archive?.size ?? (0,tar/* totalSize */.UT)(packed);
const tooLarge = (size, first, { maxBundleSize }) => (0,finding/* error */.z3)('bundle-too-large', `The bundle has ${(0,units/* bytes */.ee)(size)}; the server allows ${(0,units/* bytes */.ee)(maxBundleSize)}. The largest file is ${first?.path} with ${(0,units/* bytes */.ee)(first?.size ?? 0)}.`, "Exclude data with 'exclude', and let the app fetch it.");
/** What was deployed, for platforms that have no manifest of their own. */
function lockManifest({ plan, pin, uv }, project, packed) {
    const [requirement] = (0,presence/* pythonRequirements */.DQ)(project);
    return (0,manifest/* manifest */.e)({
        appmode: plan.manifest?.appmode ?? '',
        entrypoint: plan.entrypoint,
        python: pin?.python ?? '',
        requiresPython: requirement?.text ?? '',
        packageManager: { name: 'uv', version: uv?.version ?? '', packageFile: 'uv.lock' },
    }, packed);
}

;// CONCATENATED MODULE: ./src/prepare/trial-needs.ts


/** Raised when a trial finds more than before: what passed an earlier one is tried again. */
const VERSION = 1;
/**
 * What a trial of the environment depends on beside the files and the values of the variables, as 16 hex digits: the preflight, uv, the Python, the
 * server's way to install and to start, and what uv compares with the lock outside of the bundle. `undefined` where an image is built: what goes
 * into it is more than the bundle.
 */
function trialOf({ plan, pin, files }, uv, { inputs, project }) {
    const { install, entrypoint, contentType, healthPaths, watchMs, launchPackages } = plan;
    if (install.by === 'image')
        return undefined;
    const { lock, pyproject, workspace } = project;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify([
        // Names only: the values of settings and variables may be secrets, and this is kept in places that others can read.
        ...[VERSION, inputs.preflight, uv?.version, [...(uv?.ownSettings.keys() ?? [])], pin?.python],
        inputs.env.map(({ name }) => name).sort(),
        ...[
            install,
            entrypoint,
            contentType,
            ...((0,inputs_inputs/* startsApp */.ND)(inputs.preflight) ? [healthPaths, watchMs, launchPackages] : []),
        ],
    ]));
    const bundled = new Set(files.map(({ source }) => source));
    for (const file of [lock, pyproject, ...workspace.members]) {
        if (file && !bundled.has(file.path))
            hash.update(`\n${file.shown}\n${file.text.length}\n`).update(file.text);
    }
    return hash.digest('hex').slice(0, 16);
}

;// CONCATENATED MODULE: ./src/prepare/prepare.ts











/**
 * Stages 2 to 5: checks the project, packs it, and tries its environment out. Nothing is sent anywhere.
 * Each throws a `Failure` with every error found; what is wrong with `known`, such as the credential, is reported with those of the checks.
 */
async function prepare(run, known) {
    const { project, journal, host, stage } = run;
    const stop = new AbortController();
    // It needs nothing of what is checked meanwhile.
    const uv = (0,finish/* isToTry */.Vm)(run) ? (0,finish/* searchUv */.y$)({ ...run, signal: AbortSignal.any([run.signal, stop.signal]) }) : undefined;
    uv?.catch(() => { }); // heard where uv is needed, if it is
    const folder = await makeFolder(run);
    const gate = (0,report_gate/* createGate */.q)(run);
    const { given, checked } = await stage('Check', async () => {
        const [given, checked] = gate.open((0,report_gate/* both */.W)(known, await checkProject(run)));
        const { pin, plan } = checked;
        if (pin && plan.decidedPython)
            host.info(`${plan.decidedPython.file} decides the Python: ${(0,findings_text/* quote */.hD)(pin.text)}.`);
        else if (pin && project.pin)
            host.info(`Python ${pin.python} (${project.pin.shown}) fits requires-python.`);
        else if (pin)
            host.info(`There is no .python-version: requires-python '${(0,findings_text/* quote */.hD)(pin.text)}' decides.`);
        return { given, checked };
    }).catch((error) => {
        stop.abort(error);
        throw error;
    });
    const { plan, pin, files } = checked;
    journal.plan(plan);
    if (pin)
        journal.python(pin.python);
    let tools = { uv: undefined, finished: undefined };
    return {
        ...{ plan, given },
        readFailure: (words) => (0,reading/* readFailure */.f)(words, { kind: plan.kind, files, project }),
        pack: (signal = run.signal) => stage('Bundle', async () => {
            const within = { ...run, signal };
            signal.addEventListener('abort', () => stop.abort(signal.reason), { once: true });
            tools = await gate.follow((0,finish/* finishPlan */.FI)(checked, uv, within));
            const packing = { plan, pin, files: withAdded(files, tools.finished), ...tools, folder };
            const source = gate.open(await pack(packing, within));
            return { ...source, trial: trialOf(checked, tools.uv, run) };
        }),
        tryOut: () => stage('Python environment', async () => {
            const found = await gate.follow(counting(tryOut(checked, tools, folder, run)));
            return found === 0;
        }),
    };
}
const makeFolder = ({ context }) => (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'uv-deploy-')).catch((cause) => {
    throw (0,finding/* failure */.V2)('no-temp', `The runner's temporary folder can't be written: ${(0,finding/* messageOf */.bD)(cause)}.`, 'Check that RUNNER_TEMP is a folder that this job may write to, with free space.', { cause });
});
/** The environment, what was unsure before there was one, and the start of the app in it. */
async function* tryOut(checked, tools, folder, run) {
    const { inputs, project, host } = run;
    if (inputs.preflight === 'static') {
        host.info('Static checks only, as preflight is static.');
        yield [...checked.unbuilt, ...checked.sources.settle(undefined)];
        return;
    }
    const { tryEnvironment } = await __webpack_require__.e(/* import() */ 896).then(__webpack_require__.bind(__webpack_require__, 2896));
    const { uv, places } = yield* tryEnvironment(checked, tools, folder, run);
    yield [...(places ? [] : checked.unbuilt), ...checked.sources.settle(places?.environment)];
    if ((0,inputs_inputs/* startsApp */.ND)(inputs.preflight) && places && uv) {
        const files = withAdded(checked.files, tools.finished);
        const subject = { inputs, project, plan: checked.plan, files, ...places, folder: (0,external_node_path_.join)(folder, 'start') };
        const { tryStart } = await Promise.all(/* import() */[__webpack_require__.e(595), __webpack_require__.e(231)]).then(__webpack_require__.bind(__webpack_require__, 976));
        yield await tryStart(subject, uv, run);
    }
}
/** The same work, which ends with the number of its findings. */
async function* counting(work) {
    let count = 0;
    for await (const findings of work) {
        count += findings.length;
        yield findings;
    }
    return count;
}
/** What was generated stands for a file of the same path. */
const withAdded = (files, finished) => [
    ...new Map([...files, ...(finished?.added ?? [])].map((file) => [file.path, file])).values(),
];


/***/ }),

/***/ 3141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EF: () => (/* binding */ judgeStart),
/* harmony export */   Pz: () => (/* binding */ mentionsServer),
/* harmony export */   T0: () => (/* binding */ servingCall),
/* harmony export */   TD: () => (/* binding */ judgeListening)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _source_module_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4923);



const SERVERS = [
    {
        callee: /^uvicorn\.run$/,
        host: ['host', undefined, '127.0.0.1'],
        port: ['port', undefined, 8000],
        hasEventLoop: true,
    },
    { callee: /^flask\.(?:app\.)?Flask\(\)\.run$/, host: ['host', 0, '127.0.0.1'], port: ['port', 1, 5000] },
    // PORT is what it listens on by itself.
    {
        callee: /^dash\.(?:dash\.)?Dash\(\)\.run(?:_server)?$/,
        host: ['host', 0, '127.0.0.1'],
        port: ['port', 1, undefined],
    },
    { callee: /^waitress\.serve$/, host: ['host', undefined, undefined], port: ['port', undefined, 8080] },
    {
        callee: /^aiohttp\.web\.run_app$/,
        host: ['host', undefined, undefined],
        port: ['port', undefined, 8080],
        hasEventLoop: true,
    },
    { callee: /^wsgiref\.simple_server\.make_server$/, host: ['host', 0, undefined], port: ['port', 1, undefined] },
    { callee: /^(?:http\.server|socketserver)\.\w*Server$/, address: 0 },
    { callee: /^socket\.create_server$/, address: 0 },
    { callee: /^tornado\.web\.Application\(\)\.listen$/, port: ['port', 0, undefined], host: ['address', 1, undefined] },
    {
        callee: /^gradio\.(?:Interface|Blocks|ChatInterface|TabbedInterface)\(\)(?:\.queue\(\))?\.launch$/,
        host: ['server_name', undefined, '127.0.0.1'],
        port: ['server_port', undefined, 7860],
    },
    { callee: /^nicegui\.ui\.run$/, host: ['host', undefined, '0.0.0.0'], port: ['port', undefined, 8080] },
    { callee: /^panel\.(?:io\.server\.)?serve$/, host: ['address', 2, undefined], port: ['port', 1, undefined] },
    { callee: /^panel\..*\(\)\.show$/, host: ['address', undefined, undefined], port: ['port', 1, undefined] },
    {
        callee: /^bokeh\.server\.server\.Server$/,
        host: ['address', undefined, undefined],
        port: ['port', undefined, 5006],
    },
];
/** Whether a text names a module that servers are taken from: others need not be read. */
const mentionsServer = (text) => /\b(?:uvicorn|flask|dash|waitress|aiohttp|wsgiref|http|socketserver|socket|tornado|gradio|nicegui|panel|bokeh)\b/.test(text);
/** How a server starts that was made elsewhere, in a file that mentions its package: a browser is launched, too. */
const METHODS = [
    { method: /\.launch$/, package: /\bgradio\b/ },
    { method: /\.run_until_shutdown$/, package: /\bbokeh\b/ },
];
/** The line and the name of a call in a text after which the program answers requests until it is stopped. */
async function servingCall(text) {
    if (!mentionsServer(text))
        return undefined;
    const { calls } = await (0,_source_module_js__WEBPACK_IMPORTED_MODULE_2__/* .readModule */ .bH)(text);
    const methods = METHODS.filter((one) => one.package.test(text)).map(({ method }) => method);
    const isServer = ({ callee, written }) => SERVERS.some((server) => server.callee.test(callee)) || methods.some((method) => method.test(written));
    const found = calls.find((call) => isServer(call) && call.reach !== 'maybe') ?? calls.find(isServer);
    return found && { line: found.line, name: found.callee.replaceAll('()', '') };
}
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/i;
/** What a program that has to listen by itself gets wrong, in one call: its host or its port. */
function judgeListening(call, file, wanted) {
    const server = SERVERS.find(({ callee }) => callee.test(call.callee));
    if (server === undefined)
        return [];
    const { host, port } = listening(server, call, wanted.isToldWhere);
    const isSure = call.reach !== 'maybe' && !wanted.isInferred;
    const findings = [];
    const place = { file, line: call.line };
    const name = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(call.callee.replaceAll('()', ''));
    if (host !== undefined && LOOPBACK.test(host)) {
        const message = `${name} listens on ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(host)} here, which only the machine itself can reach.`;
        const remedy = `Listen on all interfaces: ${keywordOf(server.host, 'host')}="0.0.0.0".`;
        findings.push((isSure && wanted.needsPublicHost ? _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3 : _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('app-host-local', message, remedy, place));
    }
    if (port !== undefined && port !== wanted.port) {
        const message = `${name} listens on port ${port} here; the server passes another port in PORT and expects the app there.`;
        const remedy = `Listen on that port: ${keywordOf(server.port, 'port')}=int(os.environ["PORT"]).`;
        findings.push((isSure ? _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3 : _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('app-port-fixed', message, remedy, place));
    }
    return findings;
}
const keywordOf = (argument, fallback) => argument?.[0] ?? fallback;
/** A server that starts while the file is loaded, where the platform's own server loads it. */
function judgeStart(call, file, loader) {
    const server = SERVERS.find(({ callee }) => callee.test(call.callee));
    if (!server?.hasEventLoop || call.reach !== 'always')
        return [];
    return [
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('app-starts-itself', `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(call.callee)} is called while this file is loaded, and ${loader} loads it to serve the app: a second server can't start there.`, 'Put the call under `if __name__ == "__main__":`.', { file, line: call.line }),
    ];
}
function listening({ host, port, address }, { positional, keywords, isPartial }, isToldWhere = false) {
    if (address !== undefined) {
        const [, inner = ''] = /^\((.*)\)$/s.exec(positional[address] ?? '') ?? [];
        const [first, second] = inner.split(',').map((part) => (0,_source_module_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(part.trim()));
        if (second === 0)
            return {}; // any port that is free: not the one that is served
        return { ...(typeof first === 'string' && { host: first }), ...(typeof second === 'number' && { port: second }) };
    }
    const given = ([keyword, position, fallback]) => {
        const written = keywords.get(keyword) ?? (position === undefined ? undefined : positional[position]);
        return written === undefined ? (isPartial || isToldWhere ? undefined : fallback) : (0,_source_module_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(written);
    };
    const at = host && given(host);
    const on = port && given(port);
    return on === 0 ? {} : { ...(typeof at === 'string' && { host: at }), ...(typeof on === 'number' && { port: on }) };
}


/***/ }),

/***/ 8629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ readFailure),
  l: () => (/* binding */ withoutFolder)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
// EXTERNAL MODULE: ./src/project/imports/module-packages.ts
var module_packages = __webpack_require__(1878);
// EXTERNAL MODULE: ./src/project/failure/settings-classes.ts
var settings_classes = __webpack_require__(874);
;// CONCATENATED MODULE: ./src/project/failure/causes.ts



function variable(kind, name) {
    const isOne = !name?.includes(',');
    return {
        code: 'start-missing-variable',
        message: name
            ? `The ${kind} needs ${isOne ? 'the variable' : 'the variables'} ${(0,findings_text/* quote */.hD)(name, 200)}, which ${isOne ? 'is' : 'are'} not set.`
            : `The ${kind} needs variables that are not set.`,
        remedy: `Set ${isOne ? 'it' : 'them'} on the platform, and give ${isOne ? 'it' : 'them'} to the step that deploys with the 'env' input.`,
    };
}
/** A module of the project itself: no package brings it. */
const misplaced = (kind, name, place) => ({
    code: 'start-missing-module',
    message: `The ${kind} needs the module '${(0,findings_text/* quote */.hD)(name)}' of the project, which is in ${(0,findings_text/* quote */.hD)(place || 'its root', 120)}: Python does not look there when the ${kind} is started this way.`,
    remedy: `Import it by its whole name${place === '' ? '' : ` (${(0,findings_text/* quote */.hD)(`${place.replaceAll('/', '.')}.${name}`, 120)})`}, or move it to where the ${kind} is started.`,
});
/** In this order: what a program says of itself goes before what its last exception is called. */
const ROWS = [
    ({ kind, log, isLeftOut, placeOf }) => {
        const name = /No module named '?([\w.]+)'?/.exec(lastMatching(log, /No module named/))?.[1];
        if (name === undefined)
            return undefined;
        const path = name.replaceAll('.', '/');
        const isOurs = isLeftOut(`${path}.py`) || isLeftOut(`${path}/__init__.py`);
        const place = placeOf?.(name);
        if (!isOurs && place !== undefined)
            return misplaced(kind, name, place);
        const { packages, isCertain } = (0,module_packages/* bringersOf */.c)(name);
        return {
            code: 'start-missing-module',
            message: `The ${kind} needs the module '${(0,findings_text/* quote */.hD)(name)}', ${isOurs ? 'which is part of the project but excluded from the bundle' : 'which is not installed'}.`,
            remedy: isOurs
                ? "Check .gitignore, and 'include' and 'exclude'."
                : `Run \`uv add ${isCertain ? packages[0] : 'PACKAGE'}\`${isCertain ? '' : ' with the package that provides it'}, and commit pyproject.toml and uv.lock.`,
        };
    },
    ({ kind, log }) => /Address already in use|Port \d+ is (?:already )?in use|\bWinError 10048\b/i.test(log)
        ? {
            code: 'start-port-in-use',
            message: `The ${kind}\u2019s port is already in use.`,
            remedy: 'Listen on the port in the variable PORT, once.',
        }
        : undefined,
    ({ log }) => {
        const [, loader] = /(Error loading ASGI app\. (?:Attribute|Could not import)[^\n]*|(?:Failed to find (?:Flask application|attribute)|Detected factory '[^\n]*could not call)[^\n]*)/.exec(log) ?? [];
        return loader === undefined
            ? undefined
            : {
                code: 'start-no-app',
                message: `The server does not find the app object: ${(0,findings_text/* quote */.hD)(loader, 160)}`,
                remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
            };
    },
    ({ kind, traceback }) => /(?:^|\.)StreamlitSecretNotFoundError$/.test(traceback?.type ?? '') ||
        /No secrets (?:files )?found/.test(traceback?.message ?? '')
        ? {
            code: 'start-missing-file',
            message: `The ${kind} reads st.secrets, and there is no .streamlit/secrets.toml in the bundle.`,
            remedy: 'Read these values from variables (os.environ), and set them on the platform.',
        }
        : undefined,
    ({ kind, traceback, isLeftOut }) => {
        const path = /^\[Errno 2\] No such file or directory: ['"](.+?)['"]/.exec(traceback?.message ?? '')?.[1];
        if (path === undefined)
            return undefined;
        const isOurs = isLeftOut(path);
        return {
            code: 'start-missing-file',
            message: `The ${kind} opens ${(0,findings_text/* quote */.hD)(path, 120)}, which ${isOurs ? 'is part of the project but excluded from the bundle' : 'does not exist'}.`,
            remedy: isOurs
                ? "Check .gitignore, and 'include' and 'exclude'."
                : `Commit the file, or have the ${kind} create it; paths start at the folder of the project.`,
        };
    },
    ({ kind, traceback }) => {
        const { type, message, frames } = traceback ?? { type: '', message: '', frames: [] };
        // The line that a launcher hands over to Python asks for the object by its name.
        if (type === 'KeyError' && frames.at(-1)?.path === '<string>') {
            return {
                code: 'start-no-app',
                message: `The server does not find the app object ${(0,findings_text/* quote */.hD)(message, 80)}.`,
                remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
            };
        }
        if (type === 'KeyError') {
            const isEnviron = frames.some(({ path, source }) => path === '<frozen os>' || /[\\/]os\.py$/.test(path) || /\benviron\b/.test(source));
            return isEnviron ? variable(kind, /^['"](.+)['"]$/m.exec(message)?.[1]) : undefined;
        }
        return undefined;
    },
    ({ kind, traceback, read }) => {
        const { type = '', message = '', frames = [] } = traceback ?? {};
        const isSettings = /ValidationError$/.test(type) && frames.some(({ path }) => /pydantic_settings/.test(path));
        if (!isSettings || !/Field required/.test(message))
            return undefined;
        const [, className = ''] = /validation errors? for (\w+)/.exec(message) ?? [];
        // The class is where it is called, or in a file on the way.
        const texts = frames.flatMap(({ path }) => read?.(path) ?? []);
        const classes = texts.map((text) => (0,settings_classes/* readClasses */.HU)(text)).find((one) => one.has(className)) ?? new Map();
        const settings = classes.get(className);
        const names = [...message.matchAll(/^(\S+)\n\s+Field required/gm)].flatMap(([, path = '']) => settings ? (0,settings_classes/* variablesOf */.ht)(settings, path.split('.'), classes) : [path.toUpperCase()]);
        return variable(kind, names.join(', '));
    },
    ({ kind, traceback }) => {
        const message = traceback?.message ?? '';
        const name = /Set the (\w+) environment variable/.exec(message)?.[1] ??
            /^(\w+) not found\. Declare it as envvar/.exec(message)?.[1] ??
            /Environment variable "(\w+)" not set/.exec(message)?.[1] ??
            // Clients of services name the variable that they read their key from.
            /(?:key|token|credentials?)\b[\s\S]{0,200}?\b([A-Z][A-Z0-9]*_(?:[A-Z0-9]+_)*(?:KEY|TOKEN|SECRET|URL|ENDPOINT|CREDENTIALS))\b[`'"]? (?:environment|env)/i.exec(message)?.[1];
        return name === undefined ? undefined : variable(kind, name);
    },
];
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

;// CONCATENATED MODULE: ./src/project/failure/place.ts


/** Packages, and what Python brings: none of it is the project's, whatever it is called. */
const FOREIGN = /(?:^|\/)(?:site-packages|dist-packages|\.venv)\/|\/lib\/python\d/;
/** More folders than anybody has one in the other, and more frames than matter: Python folds those of a recursion. */
const [DEEPEST, MOST_FRAMES] = [50, 200];
/** What redaction leaves of a secret: such a line can't be compared. */
const MASKED = '***';
const forward = (path) => path.replaceAll('\\', '/');
/** A path below the bundle's folder in the way the bundle writes it; `undefined` for one that is elsewhere. */
function insideOf(path) {
    const inside = external_node_path_.posix.normalize(forward(path));
    return /^(?:\.{1,2}$|\.\.\/|\/|[A-Za-z]:)/.test(inside) ? undefined : inside;
}
/**
 * Finds the lines of a bundle that frames of a traceback name. Where the server has the bundle is not known, so a file is found by the
 * end of its path, and the line that the frame shows has to be in the file. Paths and lines come from remote text: answers are files
 * of the bundle, and lines that they have.
 */
function createLocator(files) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const texts = new Map();
    const linesOf = (file) => {
        const known = texts.get(file) ?? (0,readable/* readSource */.o)(file)?.split(/\r\n|\r|\n/) ?? [];
        texts.set(file, known);
        return known;
    };
    const has = (file, { line, source }) => {
        const text = linesOf(file)[line - 1];
        if (text === undefined)
            return false;
        return source === '' || source.includes(MASKED) || source === text.trim();
    };
    /** The files that a frame may mean, the one with the longest path first. */
    const candidates = (frame) => {
        const path = forward(frame.path);
        const parts = path.split('/');
        if (FOREIGN.test(path) || parts.includes('..'))
            return [];
        const found = [];
        for (let from = Math.max(0, parts.length - DEEPEST); from < parts.length; from++) {
            const file = byPath.get(parts.slice(from).join('/'));
            if (file && has(file, frame)) {
                found.push({ file, line: frame.line, folder: parts.slice(0, from).join('/') });
            }
        }
        return found;
    };
    /** The innermost line of the bundle; `undefined` where there is none, or it can't be told which of several it is. */
    return (frames) => {
        const found = frames.slice(-MOST_FRAMES).map(candidates);
        const certain = new Set(found.flatMap((one) => (one.length === 1 ? one : [])).map(({ folder }) => folder));
        const innermost = found.findLast((one) => one.length > 0) ?? [];
        const [one, ...others] = innermost.length > 1 ? innermost.filter(({ folder }) => certain.has(folder)) : innermost;
        return others.length === 0 ? one : undefined;
    };
}

;// CONCATENATED MODULE: ./src/project/failure/traceback.ts

const HEADING = /Traceback \(most recent call last\):/;
const FRAME = /^\s*File "([^"\n]+)", line (\d{1,9})(?:, in [^\n]*)?$/;
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
/** Settings that lack variables say three lines of each. */
const MESSAGE_LINES = 100;
/** What a server writes after it: its next entry, such as of the request that failed. */
const NEXT_ENTRY = /^(?:INFO|ERROR|WARNING|DEBUG)\b|^Traceback|^\[|^[\da-f.:]+ - \S+ \[/;
/** What goes before each line: of a step of BuildKit, and of an exception within a group. */
const MARGIN = /^#\d{1,6} \d{1,9}\.\d{1,6} |^ *\| ?|^ *\+ (?=Exception Group )/;
const COLOR = /\u001b\[[\d;]*m/g;
/** More than a log has of them. Longer lines are no frames; the end of a log says why a program ended. */
const [MOST, LONGEST_LINE] = [200_000, 4_000];
/** The lines at the end of a log, as long as anybody reads them, without what goes before each. */
const linesOf = (log) => (0,findings_text/* withoutStamps */.f6)(log.slice(-MOST).replace(COLOR, ''))
    .split(/\r?\n/)
    .map((line) => line.slice(0, LONGEST_LINE).replace(MARGIN, ''));
/**
 * Reads the tracebacks of a log, in the form in which Python prints them, the last one last; also those of files that can't be compiled,
 * which have no heading. Only the end of a long log is read, in linear time, whatever is in it.
 */
function tracebacks(log) {
    const lines = linesOf(log);
    const found = [];
    let frames = [];
    let isOver = false;
    for (const [index, line] of lines.entries()) {
        const [, path, number] = FRAME.exec(line) ?? [];
        const [, type, said = ''] = (frames.length > 0 && EXCEPTION.exec(line.trimEnd())) || [];
        if (path !== undefined) {
            const next = lines[index + 1] ?? '';
            const frame = { path, line: Number(number), source: /^\s/.test(next) && !FRAME.test(next) ? next.trim() : '' };
            if (isOver)
                frames = [];
            isOver = false;
            frames.push(frame);
        }
        else if (type !== undefined) {
            found.push({ frames, type, message: messageFrom(said, lines.slice(index + 1, index + MESSAGE_LINES)) });
            frames = [];
        }
        else if (HEADING.test(line))
            frames = [];
        else if (!/^\s+\S/.test(line))
            isOver = true; // frames, their source and the marks below it are indented
    }
    return found;
}
/** What an exception says: on its own line, and on those that follow. */
function messageFrom(said, lines) {
    const end = lines.findIndex((line) => line.trim() === '' || NEXT_ENTRY.test(line));
    return [said, ...lines.slice(0, end < 0 ? undefined : end)].join('\n').trim();
}

;// CONCATENATED MODULE: ./src/project/failure/reading.ts








/** Tracebacks that are looked through for one of the project. */
const reading_MOST = 20;
/** Reads what the program says, wherever it ran: its paths are shown as the project has them. */
function readFailure(words, program) {
    const { kind, files, project, asOnServer = (text) => text } = program;
    // A secret may be a part of a path, which is looked for as it is.
    const { located, fromEnd } = locate(tracebacks(words), program);
    // Secrets are hidden while they are whole: a folder may be a part of one.
    const shown = asOnServer((0,secrets/* redact */.E$)(words));
    const log = linesOf(located ? withoutFolder(shown, located.folder) : shown).join('\n');
    const traceback = tracebacks(log).at(-fromEnd);
    const cause = causeOf({
        ...{ kind, log, traceback },
        isLeftOut: (path) => isLeftOut(path, program),
        placeOf: (module) => folderOf(module, files),
        read: (path) => {
            const file = files.find((one) => one.path === insideOf(path));
            return file && (0,readable/* readSource */.o)(file);
        },
    });
    const { file, line } = located ?? {};
    return {
        cause,
        raised: traceback && [(0,findings_text/* quote */.hD)(traceback.type), (0,findings_text/* quote */.hD)(traceback.message, 200)].filter(Boolean).join(': '),
        // What was generated for the bundle is not in the checkout.
        place: typeof file?.source === 'string' ? { file: project.shown(file.source), line } : {},
    };
}
/** The last traceback that passes through the project, counted from the end; the last one where none does. */
function locate(found, { files }) {
    if (found.length === 0 || files.length === 0)
        return { fromEnd: 1 };
    const find = createLocator(files);
    for (let fromEnd = 1; fromEnd <= Math.min(reading_MOST, found.length); fromEnd++) {
        const located = find(found.at(-fromEnd)?.frames ?? []);
        if (located)
            return { located, fromEnd };
    }
    return { fromEnd: 1 };
}
/** The text with the paths below a folder as they are in it. */
function withoutFolder(text, folder) {
    if (/^[\\/]*$/.test(folder))
        return text;
    const escaped = folder.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    return text.replace(new RegExp(String.raw `(?<![\w.-])${escaped}[\\/]`, 'g'), '');
}
/** Where the bundle has a module of this name, away from the folders in which Python looks for the program's own. */
function folderOf(module, files) {
    const path = module.replaceAll('.', '/');
    const found = files.find(({ path: file }) => file.endsWith('.py') && `/${file.slice(0, -'.py'.length)}/`.includes(`/${path}/`));
    return found && `/${found.path}`.slice(1, `/${found.path}`.lastIndexOf(`/${path}`));
}
/** Whether the project has a file that is not in the bundle. */
function isLeftOut(path, { files, project }) {
    const inside = insideOf(path);
    return inside !== undefined && !files.some((file) => file.path === inside) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, inside));
}


/***/ }),

/***/ 874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ readsVariables),
/* harmony export */   HU: () => (/* binding */ readClasses),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
const CLASS = /^class[ \t]+(\w+)[ \t]*\(([^)]*)\)[ \t]*:/;
const FIELD = /^(\w+)[ \t]*:[ \t]*([^=#]+?)[ \t]*(?:=[ \t]*(.*))?$/;
const text = (key, source) => new RegExp(String.raw `\b${key}[ \t]*=[ \t]*["']([^"']*)["']`).exec(source)?.[1];
/**
 * The classes at the left edge of a file, by their names, as far as their lines are written in the common way, each with what it
 * inherits. `elsewhere` knows classes of other files.
 */
function readClasses(source, elsewhere = () => undefined) {
    const lines = source.split(/\r?\n/);
    const classes = new Map();
    for (const [index, line] of lines.entries()) {
        const [, name, bases = ''] = CLASS.exec(line) ?? [];
        if (name === undefined)
            continue;
        const end = lines.findIndex((one, at) => at > index && /^[^\s#)\]}]/.test(one));
        const body = lines.slice(index + 1, end < 0 ? undefined : end);
        const own = [bases, ...body].join('\n');
        const names = bases.split(',').map((base) => base.trim());
        const parents = names.flatMap((base) => classes.get(base) ?? elsewhere(base.replace(/^.*\./s, '')) ?? []);
        const inherited = (key) => parents.map((parent) => parent[key]).find((value) => value !== undefined && value !== '');
        const envFile = text('env_file', own) ?? inherited('envFile');
        const fields = [...parents.toReversed().flatMap((parent) => parent.fields), ...fieldsOf(body, index + 2)];
        classes.set(name, {
            ...{ name, line: index + 1, bases: [...names, ...parents.flatMap((parent) => parent.bases)] },
            prefix: text('env_prefix', own) ?? inherited('prefix') ?? '',
            delimiter: text('env_nested_delimiter', own) ?? inherited('delimiter') ?? '',
            ...(envFile !== undefined && { envFile }),
            hasOtherSources: /\b(?:secrets_dir|toml_file|yaml_file|json_file)\b|settings_customise_sources|cli_parse_args/.test(own) ||
                parents.some((parent) => parent.hasOtherSources),
            // A field that is declared again is that of the class itself.
            fields: [...new Map(fields.map((field) => [field.name, field])).values()],
        });
    }
    return classes;
}
/** The lines at the class's own indentation that declare a field; a value may go on over more lines. */
function fieldsOf(body, firstLine) {
    const indent = /^[ \t]+(?=\S)/.exec(body.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
    const fields = [];
    for (const [index, line] of body.entries()) {
        if (indent === '' || !line.startsWith(indent) || /^\s/.test(line.slice(indent.length)))
            continue;
        const [, name, type, value = ''] = FIELD.exec(line.slice(indent.length).replace(/[ \t]+#.*$/, '')) ?? [];
        if (name === undefined || type === undefined || /^(?:model_config|_)|^ClassVar\b/.test(name))
            continue;
        if (/^(?:typing\.)?ClassVar\b/.test(type))
            continue;
        const more = body.slice(index, index + MOST_LINES).join('\n');
        const whole = /^Field\([^)]*$/.test(value) ? more : value;
        const isField = /^(?:pydantic\.)?Field\(/.test(value);
        const isRequired = value === '' ||
            (isField &&
                /Field\(\s*(?:\.\.\.|\)|(?!default)\w+\s*=)/.test(whole) &&
                !/\bdefault(?:_factory)?\s*=/.test(whole));
        const named = text('validation_alias', whole) ?? text('alias', whole);
        const alias = named ?? (/\bAliasChoices\b|\bvalidation_alias\s*=/.test(whole) ? 'unknown' : undefined);
        const own = /^Annotated\[.*\bField\(/.test(type) ? 'unknown' : alias;
        fields.push({ name, type, line: firstLine + index, isRequired, ...(own !== undefined && { alias: own }) });
    }
    return fields;
}
const MOST_LINES = 8;
/** Whether a class reads variables: itself, or by its bases. */
const readsVariables = ({ bases }) => bases.some((base) => /(?:^|\.)BaseSettings$/.test(base));
const DEEPEST = 8;
/** Models that hold one another have no end of them, and nobody reads more. */
const MOST_PATHS = 100;
/**
 * The variables that a field takes its value from when there is none yet: of a nested model, those that it requires. `path` leads from
 * the field on, as pydantic's errors do.
 */
function variablesOf(settings, path, classes) {
    const { prefix, delimiter } = settings;
    const [first = '', ...rest] = path;
    const field = settings.fields.find(({ name, alias }) => name === first || alias?.toLowerCase() === first.toLowerCase());
    if (field?.alias === 'unknown')
        return [];
    const head = field?.alias ?? `${prefix}${first}`;
    const model = field && classes.get(field.type);
    const below = rest.length > 0 || model === undefined ? [rest] : requiredPaths(model, classes);
    const nested = delimiter === '' ? [[]] : below;
    return nested.map((parts) => [head, ...parts].join(delimiter).toUpperCase());
}
function requiredPaths(model, classes, depth = 0) {
    const required = model.fields.filter(({ isRequired }) => isRequired);
    if (required.length === 0 || depth > DEEPEST)
        return [[]];
    const paths = [];
    for (const { name, type } of required) {
        const inner = classes.get(type);
        const below = inner ? requiredPaths(inner, classes, depth + 1) : [[]];
        paths.push(...below.map((path) => [name, ...path]));
        if (paths.length >= MOST_PATHS)
            break;
    }
    return paths;
}


/***/ }),

/***/ 2781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ readBytes),
/* harmony export */   y: () => (/* binding */ readText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _bundle_left_out_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1346);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4087);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6317);
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2861);
/* harmony import */ var _ports_paths_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7368);
/* harmony import */ var _ports_regular_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9379);








/**
 * Reads a small file of the checkout; every file that a project names is read here. Answers `undefined` when there is none and a
 * finding when it must not be read: its real path leaves `checkout` or is never deployed, it is a folder, a pipe or a device, or it
 * has more than `limit` bytes. `checkout` is a real path.
 */
function readBytes(checkout, path, limit) {
    const shown = (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .shownIn */ .fz)(checkout, path);
    const complain = (code, message, remedy) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3)(code, message, remedy, { file: shown });
    const name = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(shown, 200);
    try {
        const real = node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync.native(path);
        const target = (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .shownIn */ .fz)(checkout, real);
        if (!(0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_4__/* .isInside */ .FK)(checkout, real)) {
            const remedy = 'Commit the file itself instead: only files of the repository are read.';
            return complain('link-leaves-project', `${name} leads out of the repository and is not read.`, remedy);
        }
        if ((0,_bundle_left_out_js__WEBPACK_IMPORTED_MODULE_1__/* .isNeverDeployed */ .d5)(target)) {
            const remedy = 'Commit a file instead.';
            return complain('link-leaves-project', `${name} leads to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)(target, 200)}, which is never deployed.`, remedy);
        }
        const read = (0,_ports_regular_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readRegular */ .V)(real, limit);
        if ('bytes' in read)
            return { path, shown, bytes: read.bytes };
        if (read.refused === 'not-a-file') {
            return complain('not-a-file', `${name} is not a file.`, `Remove or rename ${name}.`);
        }
        return complain('file-too-large', `${name} has ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_6__/* .bytes */ .ee)(read.size)}; more than ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_6__/* .bytes */ .ee)(limit)} is not read.`, 'Check that this is the right file and commit a correct one.');
    }
    catch (error) {
        const code = (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        return complain('unreadable-file', `${name} can't be read: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .hD)((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error), 200)}.`, 'Check its permissions.');
    }
}
/** As `readBytes`, for UTF-8 text. A byte order mark is kept: what it means is for the reader to say. */
function readText(checkout, path, limit) {
    const file = readBytes(checkout, path, limit);
    if (file === undefined || 'level' in file)
        return file;
    const { shown } = file;
    const text = (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_7__/* .attempt */ .C)(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes));
    if (text !== undefined)
        return { path, shown, text };
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .error */ .z3)('encoding', `${shown} is not valid UTF-8.`, 'Save it as UTF-8 and commit it.', { file: shown });
}


/***/ }),

/***/ 6435:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qd: () => (/* binding */ isFinding),
  MT: () => (/* binding */ parseToml),
  VV: () => (/* binding */ placeIn),
  D7: () => (/* binding */ readToml)
});

// UNUSED EXPORTS: readKeyLines

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/files/text-file.ts
var text_file = __webpack_require__(2781);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/project/files/wheel-lists.ts
/** The lists of wheels in a lock: nine tenths of its text, and written by uv in one form only. */

const HEAD = '\nwheels = [\n';
const TEXT = String.raw `"([^"\\\p{Cc}]*)"`;
const WHEEL = new RegExp(String.raw ` {4}\{ (url|path|filename) = ${TEXT}(?:, hash = ${TEXT})?(?:, size = (0|[1-9]\d{0,14}))?(?:, upload-time = ${TEXT})? \},\n`, 'uy');
/** Numbers begin at random, below this: no text can have one of them already, in a list that is not a package's. */
const FIRST_BELOW = 2 ** 47;
/**
 * Reads these lists without a parser, which takes most of its time for them, and leaves a number for each over as many
 * lines: `wheels = [7]`. Anything in another form stays in the text; `undefined` where nothing can be taken out.
 */
function takeWheels(text) {
    let at = text.indexOf(HEAD);
    if (at < 0 || text.includes('"""') || text.includes("'''"))
        return undefined;
    const parts = [];
    const lists = new Map();
    const first = (0,external_node_crypto_.randomInt)(FIRST_BELOW);
    let from = 0;
    for (; at >= 0; at = text.indexOf(HEAD, at)) {
        const begin = at + HEAD.length;
        const list = [];
        at = begin;
        for (WHEEL.lastIndex = begin;; at = WHEEL.lastIndex) {
            const found = WHEEL.exec(text);
            if (found === null)
                break;
            const [, key = '', where = '', hash, size, time] = found;
            list.push({
                [key]: where,
                ...(hash !== undefined && { hash }),
                ...(size !== undefined && { size: Number(size) }),
                ...(time !== undefined && { 'upload-time': time }),
            });
        }
        if (!text.startsWith(']\n', at))
            continue;
        const number = first + lists.size;
        parts.push(text.slice(from, begin), String(number), '\n'.repeat(list.length));
        lists.set(number, list);
        from = at;
    }
    return { rest: parts.join('') + text.slice(from), lists };
}
/** Puts the lists back where the parser found their numbers; false when they are not all in packages. */
function putWheels(data, lists) {
    if (!Array.isArray(data.package))
        return false;
    let count = 0;
    for (const one of data.package) {
        const [number] = Array.isArray(one.wheels) ? one.wheels : [];
        const list = typeof number === 'number' ? lists.get(number) : undefined;
        if (list === undefined)
            continue;
        one.wheels = list;
        count += 1;
    }
    return count === lists.size;
}

;// CONCATENATED MODULE: ./src/project/files/toml.ts





/** Where a key of a file is written, for a finding. */
const placeIn = (file, key) => ({
    file: file.shown,
    line: file.lineOf(key),
});
/** Parses a file, or says what is wrong with it and where. A byte order mark is dropped, as uv does. */
function parseToml(file) {
    const text = file.text.replace(/^\ufeff/, '');
    const conflict = text.includes('<<<<<<<') ? /^<{7}(?: |$)/m.exec(text) : null;
    if (conflict) {
        return (0,finding/* error */.z3)('merge-conflict', `${file.shown} contains merge conflict markers.`, file.shown.endsWith('uv.lock')
            ? 'Resolve the conflict in pyproject.toml, run `git checkout --theirs uv.lock` and then `uv lock`, and commit the result.'
            : 'Resolve the conflict, remove the markers and commit the file.', { file: file.shown, line: text.slice(0, conflict.index).split('\n').length, column: 1 });
    }
    try {
        const { data, keys } = valuesOf(text);
        return { ...file, text, data, lineOf: lineFinder(keys) };
    }
    catch (thrown) {
        if (!(thrown instanceof dist/* TomlError */.zx) && !(thrown instanceof RangeError))
            throw thrown;
        const [line = ''] = thrown.message.replace(/^Invalid TOML document: /, '').split('\n');
        const reason = line.replace(/(?:\. aborting)?[.\s]*$/, '');
        return (0,finding/* error */.z3)('toml-syntax', `${file.shown} is not valid TOML: ${(0,findings_text/* quote */.hD)(reason, 160)}.`, file.shown.endsWith('uv.lock')
            ? 'Run `uv lock` and commit uv.lock; do not edit it by hand.'
            : 'Correct the line and commit the file.', { file: file.shown, ...(thrown instanceof dist/* TomlError */.zx && { line: thrown.line, column: thrown.column }) });
    }
}
/** The values of a text, and the text in which its keys can be looked for. */
function valuesOf(text) {
    const parts = takeWheels(text);
    const data = (0,dist/* parse */.qg)(parts?.rest ?? text, { maxDepth: 200 });
    if (parts === undefined || putWheels(data, parts.lists))
        return { data, keys: parts?.rest ?? text };
    return { data: (0,dist/* parse */.qg)(text, { maxDepth: 200 }), keys: text };
}
/** Looks for the line of a key; the text is read no further than is needed for it. */
function lineFinder(text) {
    const lines = new Map();
    const more = readKeyLines(text, lines);
    return (key) => {
        while (!lines.has(key) && !more.next().done)
            ;
        for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
            const line = lines.get(path);
            if (line !== undefined)
                return line;
        }
        return 1;
    };
}
/** Reads a TOML file of the checkout; see `readText`. */
function readToml(checkout, path, limit) {
    const file = (0,text_file/* readText */.y)(checkout, path, limit);
    return file === undefined || 'level' in file ? file : parseToml(file);
}
const isFinding = (value) => 'level' in value;
/** How a text over several lines begins, and where it ends: up to two more quotes may stand before the closing ones. */
const ENDS = { '"""': /^(?:[^\\]|\\.)*?"""(?:"{0,2})/s, "'''": /^.*?'''(?:'{0,2})/s };
const PART = String.raw `(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)`;
const PARTS = new RegExp(PART, 'g');
const PATH = String.raw `${PART}(?:\s*\.\s*${PART})*`;
const HEADER = new RegExp(String.raw `^\s*(\[\[?)\s*(${PATH})\s*\]\]?\s*(?:#.*)?$`);
const KEY = new RegExp(String.raw `^\s*(${PATH})\s*=`);
/**
 * Adds the line of every key to a map, and stops after each: by a scan of the text, as the parser keeps no positions.
 * Array tables are numbered from 0 (`package.0.name`). Strings and arrays that span lines are stepped over.
 */
function* readKeyLines(text, lines) {
    const counts = new Map();
    let table = '';
    let depth = 0;
    let open;
    let index = -1;
    for (let line of linesOf(text)) {
        index += 1;
        if (open !== undefined) {
            const end = ENDS[open].exec(line);
            if (!end)
                continue;
            line = line.slice(end[0].length);
            open = undefined;
        }
        else if (depth === 0) {
            const header = HEADER.exec(line);
            const key = header ? undefined : KEY.exec(line);
            if (header) {
                const name = numbered(dotted(header[2] ?? ''), counts);
                if (header[1] === '[[') {
                    const count = counts.get(name) ?? 0;
                    counts.set(name, count + 1);
                    table = `${name}.${count}`;
                    if (!lines.has(name))
                        lines.set(name, index + 1);
                }
                else {
                    table = name;
                }
                if (!lines.has(table))
                    lines.set(table, index + 1);
                yield;
                continue;
            }
            if (key) {
                const path = [table, dotted(key[1] ?? '')].filter(Boolean).join('.');
                if (!lines.has(path))
                    lines.set(path, index + 1);
                line = line.slice(key[0].length);
                yield;
            }
        }
        ({ depth, open } = brackets(line, depth));
    }
}
/** The lines of a text, one by one: a lock may have a million. */
function* linesOf(text) {
    for (let from = 0; from <= text.length;) {
        const end = text.indexOf('\n', from);
        if (end < 0)
            return yield text.slice(from);
        yield text.slice(from, text[end - 1] === '\r' && end > from ? end - 1 : end);
        from = end + 1;
    }
}
/** `"a" . b` as `a.b`. */
const dotted = (key) => /^[\w.-]+$/.test(key) ? key : (key.match(PARTS) ?? []).map(unquoted).join('.');
const unquoted = (part) => part.startsWith('"') && part.includes('\\')
    ? (Object.keys((0,dist/* parse */.qg)(`${part} = 0`))[0] ?? part)
    : part.replace(/^(["'])(.*)\1$/s, '$2');
/** `[package.metadata]` behind the third `[[package]]` is `package.2.metadata`. */
function numbered(name, counts) {
    if (counts.size === 0)
        return name;
    let path = '';
    const parts = name.split('.');
    parts.forEach((part, index) => {
        path = path === '' ? part : `${path}.${part}`;
        const count = counts.get(path);
        if (count !== undefined && index < parts.length - 1)
            path = `${path}.${count - 1}`;
    });
    return path;
}
/** What nearly all lines of a lock are: one inline table, whose brackets are even whatever its strings hold. */
const EVEN = /^\s*\{[^[\]{}#]*\},?$/;
const MANY_LINES = /"""|'''/;
/** Which brackets and multi-line string are open after `line`. */
function brackets(line, before) {
    if (EVEN.test(line) && !MANY_LINES.test(line))
        return { depth: before, open: undefined };
    let depth = before;
    for (let at = 0; at < line.length; at++) {
        const char = line[at];
        if (char === '#')
            break;
        if (char === '[' || char === '{')
            depth += 1;
        else if (char === ']' || char === '}')
            depth = Math.max(0, depth - 1);
        else if (char === '"' || char === "'") {
            const quotes = char === '"' ? '"""' : "'''";
            if (line.startsWith(quotes, at)) {
                const end = ENDS[quotes].exec(line.slice(at + 3));
                if (!end)
                    return { depth, open: quotes };
                at += 2 + end[0].length;
            }
            else {
                at = endOfString(line, at, char);
            }
        }
    }
    return { depth, open: undefined };
}
/** Where the string that begins at `from` ends; it is passed over when it does not. */
function endOfString(line, from, quote) {
    let end = line.indexOf(quote, from + 1);
    if (quote === "'")
        return end < 0 ? from : end;
    for (let slash = line.indexOf('\\', from + 1); slash >= 0 && slash < end;) {
        if (slash + 1 === end)
            end = line.indexOf(quote, end + 1);
        slash = line.indexOf('\\', slash + 2);
    }
    return end < 0 ? from : end;
}


/***/ }),

/***/ 4512:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ projectAbove),
/* harmony export */   K5: () => (/* binding */ noCheckout),
/* harmony export */   i_: () => (/* binding */ meantFolder),
/* harmony export */   sV: () => (/* binding */ projectsBelow)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96);
/* harmony import */ var _ports_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7368);




/** Where projects of a repository are looked for: as deep as people put them. */
const DEPTH = 3;
const MOST_FOLDERS = 2_000;
const ASIDE = /^(?:\..*|node_modules|venv|tests?|docs?|examples?)$/;
/** The folders below `dir` that have a pyproject.toml, relative to the checkout; none inside of another. */
function projectsBelow(dir, checkout) {
    const found = [];
    let level = [dir];
    let left = MOST_FOLDERS;
    for (let depth = 0; depth < DEPTH; depth++) {
        const next = [];
        for (const folder of level) {
            for (const entry of (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(folder)) {
                if (!entry.isDirectory() || ASIDE.test(entry.name) || left === 0)
                    continue;
                left -= 1;
                const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, entry.name);
                if ((0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(path).some(({ name }) => name === 'pyproject.toml'))
                    found.push((0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .shownIn */ .fz)(checkout, path));
                else
                    next.push(path);
            }
        }
        level = next;
    }
    return found.sort();
}
/** The nearest folder above `dir` in the checkout that has a pyproject.toml, as an absolute path. */
function projectAbove(dir, checkout) {
    const hasProject = (folder) => (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(folder).some(({ name }) => name === 'pyproject.toml');
    return (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersUp */ .TS)(dir, checkout).slice(1).find(hasProject);
}
/** The finding of a run without a checkout. */
const noCheckout = (message) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('no-checkout', message, 'Add `- uses: actions/checkout@v7` before this step.');
/** The folder of a project that may have been meant by a name, or the only one there is. */
function meantFolder(asked, checkout) {
    const folders = projectsBelow(checkout, checkout);
    return (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(asked.replace(/^\.\/|\/+$/g, ''), folders) ?? (folders.length === 1 ? folders[0] : undefined);
}


/***/ }),

/***/ 1199:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ ignoringLine)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _bundle_gitignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5738);
/* harmony import */ var _ports_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7368);
/* harmony import */ var _files_text_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2781);




const GITIGNORE_LIMIT = 1_000_000;
/** The line of a .gitignore that keeps a file out of every checkout, looked for from its folder up to the root. `path` is absolute. */
function ignoringLine(path, checkout) {
    for (const folder of (0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .foldersUp */ .TS)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), checkout)) {
        const read = (0,_files_text_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .y)(checkout, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, '.gitignore'), GITIGNORE_LIMIT);
        const text = read && 'text' in read ? read.text : '';
        const said = (lines) => (0,_bundle_gitignore_js__WEBPACK_IMPORTED_MODULE_1__/* .readGitignore */ .x)(lines)((0,_ports_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .shownIn */ .fz)(folder, path), false);
        const verdict = said(text);
        if (verdict === 'kept')
            return undefined;
        if (read && 'text' in read && verdict === 'ignored') {
            return { file: read.shown, line: text.split(/\r?\n/).findLastIndex((line) => said(line) === 'ignored') + 1 };
        }
    }
    return undefined;
}


/***/ }),

/***/ 411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ below),
/* harmony export */   L: () => (/* binding */ localModules)
/* harmony export */ });
/** What Python loads a module from, beside source. */
const MODULE = /^(.+?)(?:\.(?:cpython|cp\d|abi3|pypy)[^/]*)?\.(?:py|pyc|so|pyd)$/;
function indexOf(paths) {
    const modules = new Map();
    const folders = new Map();
    for (const path of paths) {
        const parts = path.split('/');
        const name = MODULE.exec(parts.pop() ?? '')?.[1];
        if (name === undefined)
            continue;
        const folder = parts.join('/');
        const known = modules.get(folder) ?? new Map();
        if (!known.has(name) || path.endsWith('.py'))
            known.set(name, path);
        modules.set(folder, known);
        for (let child = parts.pop(); child !== undefined; child = parts.pop()) {
            const parent = parts.join('/');
            folders.set(parent, (folders.get(parent) ?? new Set()).add(child));
        }
    }
    return { modules, folders };
}
/** Knows modules from the paths of a bundle alone: upper and lower case are those of the server, whatever this machine thinks of it. */
function localModules(paths) {
    const index = indexOf(paths);
    const { modules, folders } = index;
    const anywhere = new Set([...modules.values(), ...folders.values()].flatMap((names) => [...names.keys()]));
    return {
        /** Looks a dotted name up below each of the folders; '' is the bundle's root. */
        find: (dotted, roots) => {
            // Which of the folders Python really looks in is not known for sure: any of them will do.
            const all = roots.map((root) => findIn(index, root, dotted.split('.')));
            const best = (fits) => all.find(fits);
            return (best(({ is }) => is === 'found') ??
                best((local) => local.is === 'incomplete' && !local.isNamespace) ??
                best(({ is }) => is !== 'absent') ?? { is: 'absent' });
        },
        /** The entry of `folder` that has this name but for upper and lower case, without its ending. */
        otherCase: (folder, name) => {
            const entries = [...(modules.get(folder)?.keys() ?? []), ...(folders.get(folder) ?? [])];
            return entries.find((entry) => entry !== name && entry.toLowerCase() === name.toLowerCase());
        },
        /** Whether a module or a folder with Python in it has this name, wherever it is. */
        hasAnywhere: (name) => anywhere.has(name),
    };
}
function findIn({ modules, folders }, root, parts) {
    const files = [];
    let folder = root;
    for (const [index, name] of parts.entries()) {
        const inside = below(folder, name);
        const init = modules.get(inside)?.get('__init__');
        const module = modules.get(folder)?.get(name);
        if (init !== undefined) {
            files.push(init);
            folder = inside;
        }
        else if (module !== undefined) {
            files.push(module);
            const next = parts[index + 1];
            if (next === undefined)
                return { is: 'found', files };
            const parent = parts.slice(0, index + 1).join('.');
            return { is: 'incomplete', parent, folder: inside, name: next, isNamespace: false };
        }
        else if (folders.get(folder)?.has(name)) {
            folder = inside;
        }
        else if (index === 0) {
            return { is: 'absent' };
        }
        else {
            const parent = parts.slice(0, index).join('.');
            return { is: 'incomplete', parent, folder, name, isNamespace: files.length === 0 };
        }
    }
    return files.length > 0 ? { is: 'found', files } : { is: 'namespace' };
}
const below = (folder, name) => (folder === '' ? name : `${folder}/${name}`);


/***/ }),

/***/ 1878:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ bringersOf),
/* harmony export */   y: () => (/* binding */ isShared)
/* harmony export */ });
/* harmony import */ var _packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8098);

/**
 * Modules whose package has another name, with the packages that may bring them. Facts of the packages themselves; what is not
 * listed is looked for under its own name. A dotted module goes before its parent.
 */
const OTHERWISE = new Map(`google.api_core=google-api-core google.auth=google-auth google.cloud.bigquery=google-cloud-bigquery
    google.cloud.firestore=google-cloud-firestore google.cloud.logging=google-cloud-logging
    google.cloud.pubsub=google-cloud-pubsub google.cloud.secretmanager=google-cloud-secret-manager
    google.cloud.storage=google-cloud-storage google.genai=google-genai google.generativeai=google-generativeai
    google.oauth2=google-auth google.protobuf=protobuf azure.identity=azure-identity
    azure.storage.blob=azure-storage-blob ruamel.yaml=ruamel-yaml attr=attrs bs4=beautifulsoup4 Bio=biopython
    Crypto=pycryptodome,pycrypto Cryptodome=pycryptodomex OpenSSL=pyopenssl PIL=pillow,pillow-simd PyPDF2=pypdf2
    Xlib=python-xlib absl=absl-py
    cv2=opencv-python,opencv-python-headless,opencv-contrib-python,opencv-contrib-python-headless
    dateutil=python-dateutil debug_toolbar=django-debug-toolbar decouple=python-decouple discord=discord-py django=django docx=python-docx
    dotenv=python-dotenv environ=django-environ,environ-config
    faiss=faiss-cpu,faiss-gpu,faiss-gpu-cu11,faiss-gpu-cu12 fitz=pymupdf flask_sqlalchemy=flask-sqlalchemy
    git=gitpython github=pygithub gi=pygobject grpc=grpcio ibm_db=ibm-db igraph=igraph,python-igraph jose=python-jose
    jwt=pyjwt,jwt ldap=python-ldap ldap3=ldap3 lxml=lxml magic=python-magic,python-magic-bin markdown=markdown
    memcache=python-memcached mpl_toolkits=matplotlib multipart=python-multipart,multipart
    mysql=mysql-connector-python,mysql-connector MySQLdb=mysqlclient nacl=pynacl odf=odfpy osgeo=gdal
    pkg_resources=setuptools pptx=python-pptx psycopg2=psycopg2,psycopg2-binary pylab=matplotlib pymysql=pymysql
    pythoncom=pywin32 pytz=pytz rest_framework=djangorestframework sentry_sdk=sentry-sdk serial=pyserial
    setuptools=setuptools skimage=scikit-image sklearn=scikit-learn
    slugify=python-slugify,unicode-slugify,awesome-slugify
    snowflake=snowflake-connector-python,snowflake-snowpark-python,snowflake socks=pysocks socketio=python-socketio
    engineio=python-engineio speech_recognition=speechrecognition st_aggrid=streamlit-aggrid starlette=starlette
    stdnum=python-stdnum talib=ta-lib telegram=python-telegram-bot tlz=toolz umap=umap-learn usb=pyusb vlc=python-vlc
    werkzeug=werkzeug win32api=pywin32 win32com=pywin32 win32con=pywin32 wx=wxpython yaml=pyyaml zmq=pyzmq
    distutils=setuptools imblearn=imbalanced-learn dash_bootstrap_components=dash-bootstrap-components
    dash_core_components=dash dash_html_components=dash dash_table=dash pydantic_settings=pydantic-settings
    IPython=ipython ibis=ibis-framework fastapi=fastapi,fastapi-slim mlflow=mlflow,mlflow-skinny
    polars=polars,polars-lts-cpu,polars-u64-idx
    tensorflow=tensorflow,tensorflow-cpu,tensorflow-macos,intel-tensorflow,tf-nightly xgboost=xgboost,xgboost-cpu
    bson=pymongo,bson gridfs=pymongo dns=dnspython websocket=websocket-client shapefile=pyshp
    googleapiclient=google-api-python-client kafka=kafka-python,kafka-python-ng hydra=hydra-core
    corsheaders=django-cors-headers pythonjsonlogger=python-json-logger gnupg=python-gnupg
    Levenshtein=levenshtein,python-levenshtein crontab=python-crontab skopt=scikit-optimize sksurv=scikit-survival
    whois=python-whois,whois ee=earthengine-api barcode=python-barcode importlib_metadata=importlib-metadata
    typing_extensions=typing-extensions psycopg=psycopg`
    .split(/\s+/)
    .map((row) => row.split('='))
    .map(([module = '', packages = '']) => [module, packages.split(',')]));
/** Modules that only one package brings, of the same name: when that is not locked, nothing else brings them. */
const ALIKE = new Set(`aiohttp altair anthropic anyio boto3 bokeh botocore celery click cryptography dash dask duckdb faker flask folium
  gradio great_tables gunicorn holoviews httpx humanize hypercorn itsdangerous jinja2 joblib jsonschema keras langchain
  lightgbm litestar loguru matplotlib networkx nltk numba numpy openai openpyxl orjson pandas panel peewee plotly
  plotnine prophet psutil pyarrow pydantic pymongo pytest redis requests rich rioxarray sanic scipy seaborn selenium shap
  shapely shiny spacy sqlalchemy sqlmodel statsmodels streamlit structlog sympy tabulate tenacity tiktoken torch
  torchvision tornado tqdm transformers typer uvicorn uvloop vega_datasets waitress websockets xarray xlsxwriter
  geopandas pyproj rasterio fiona pydeck ipdb black ruff mypy hypothesis debugpy`.split(/\s+/));
/** Which packages bring a module (`google.cloud.storage`, `yaml`), as far as its name tells. */
function bringersOf(dotted) {
    const parts = dotted.split('.');
    for (let length = parts.length; length > 0; length--) {
        const packages = OTHERWISE.get(parts.slice(0, length).join('.'));
        if (packages)
            return { packages, isCertain: true };
    }
    const [top = ''] = parts;
    return { packages: [(0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)(top)], isCertain: ALIKE.has(top) };
}
/** Whether a name is nobody's own, such as `google.cloud`: what lies below it comes from several packages. */
const isShared = (dotted) => [...OTHERWISE.keys()].some((module) => module.startsWith(`${dotted}.`));


/***/ }),

/***/ 7185:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ lostOptions),
/* harmony export */   z: () => (/* binding */ checkConsistency)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4087);
/* harmony import */ var _files_toml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6435);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3891);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5819);
/* harmony import */ var _packaging_markers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5618);
/* harmony import */ var _packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8098);
/* harmony import */ var _packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8568);
/* harmony import */ var _packaging_versions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6724);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3601);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(556);
/* harmony import */ var _roots_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6708);
/* harmony import */ var _subject_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1765);
/** Whether the lock holds together, and whether uv would sync it on the target at all. */













function checkConsistency(subject) {
    return [
        ...checkBundle(subject),
        ...checkDuplicates(subject),
        ...checkArrows(subject),
        ...checkSourcesGiven(subject),
        ...checkMarkers(subject),
        ...checkProject(subject),
        ...checkMemberFolders(subject),
        ...checkGroupPythons(subject),
        ...checkEmpty(subject),
        ...checkEnvironments(subject),
        ...checkRequiredUv(subject),
        ...checkLockFitsUv(subject),
        ...checkOptions(subject),
        ...checkDefaultGroups(subject),
        ...checkConflicts(subject),
    ];
}
/** uv looks for both at the top of what it was given. */
function checkBundle({ bundled, lock, pyproject }) {
    if (bundled === undefined)
        return [];
    return [pyproject, lock].flatMap((file) => {
        const name = file?.path.replace(/^.*[/\\]/s, '') ?? '';
        if (file === undefined || bundled.has(name))
            return [];
        const message = `${file.shown} is left out of the bundle, and without it uv installs nothing on the server.`;
        const remedy = "Take it out of 'exclude' and of .gitignore.";
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('not-bundled', message, remedy, { file: file.shown, line: 1 })];
    });
}
/** What a merge leaves behind when both sides have locked. */
function checkDuplicates(subject) {
    const seen = new Set();
    for (const one of subject.packages) {
        const id = JSON.stringify([one.name, one.version, one.source?.kind, one.source?.at]);
        if (seen.has(id)) {
            const message = `${subject.lock.shown} lists ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)((0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .packageName */ .oZ)(one))} twice; uv refuses it.`;
            return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-broken', message, _subject_js__WEBPACK_IMPORTED_MODULE_11__/* .RELOCK */ .DS, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(subject.lock, one.key))];
        }
        seen.add(id);
    }
    return [];
}
function checkArrows(subject) {
    const named = (0,_graph_js__WEBPACK_IMPORTED_MODULE_8__/* .byName */ .nG)(subject.packages);
    for (const one of subject.packages) {
        const arrows = arrowsOf(one);
        const lost = arrows.find((dependency) => (0,_graph_js__WEBPACK_IMPORTED_MODULE_8__/* .candidates */ .Xi)(named, dependency).length === 0);
        if (lost)
            return broken(subject, one, `needs ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)((0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .packageName */ .oZ)(lost))}, which ${subject.lock.shown} does not list`);
        const open = arrows.find(({ name, source }) => source === undefined && (named.get(name)?.length ?? 0) > 1);
        if (open)
            return broken(subject, one, `needs ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(open.name)} without saying which of the packages of this name`);
    }
    return [];
}
const arrowsOf = (one) => [one.dependencies, ...one.extras.values(), ...one.groups.values()].flat();
const broken = (subject, one, fault) => [
    (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-broken', `${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)((0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .packageName */ .oZ)(one))} ${fault}; uv refuses the lock.`, _subject_js__WEBPACK_IMPORTED_MODULE_11__/* .RELOCK */ .DS, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(subject.lock, one.key)),
];
const COMMIT = /#[0-9a-f]{40}$/;
/** What an edit by hand or a merge has lost of a package. */
function checkSourcesGiven(subject) {
    for (const one of subject.packages) {
        const { source } = one;
        if (one.name === '')
            return broken(subject, one, 'has no name');
        if (source === undefined)
            return broken(subject, one, 'has no source');
        if (source.kind === 'git' && !COMMIT.test(source.at))
            return broken(subject, one, 'comes from git without a commit');
        if (source.kind === 'registry' && one.version === undefined)
            return broken(subject, one, 'has no version');
    }
    return [];
}
function checkMarkers(subject) {
    const { lock } = subject;
    const known = new Map();
    const isWrong = (marker) => {
        if (marker === undefined)
            return false;
        const isRight = known.get(marker) ?? (0,_packaging_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .isMarker */ .r)(marker);
        known.set(marker, isRight);
        return !isRight;
    };
    for (const one of subject.packages) {
        const wrong = [...one.markers, ...arrowsOf(one).map(({ marker }) => marker)].find(isWrong);
        if (wrong !== undefined)
            return broken(subject, one, `has the marker '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(wrong)}', which can't be read`);
    }
    for (const key of ['resolution-markers', 'supported-markers', 'required-markers']) {
        const wrong = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_12__/* .strings */ .P$)(lock.data[key]).find(isWrong);
        if (wrong === undefined)
            continue;
        const message = `${key} in ${lock.shown} has '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(wrong)}', which can't be read; uv refuses the lock.`;
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-broken', message, _subject_js__WEBPACK_IMPORTED_MODULE_11__/* .RELOCK */ .DS, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, key))];
    }
    return [];
}
/** Without a project, and without members or groups of a workspace, there is nothing to begin with. */
function checkProject({ lock, pyproject, packages, reached }) {
    if (!pyproject || (0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject.data, 'project') !== undefined || packages.length === 0 || reached.size > 0)
        return [];
    const message = `${pyproject.shown} has no [project] table, so uv installs nothing of what ${lock.shown} lists.`;
    const remedy = 'Write a [project] table with name, version, requires-python and dependencies, run `uv lock`, and commit both.';
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('no-project-table', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(pyproject, ''))];
}
/** A folder that `members` names, with files but without a pyproject.toml: uv stops when it compares the lock. */
function checkMemberFolders({ lock, pyproject, places, withoutProject = [] }) {
    const lost = withoutProject.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(lock.path), path).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'));
    const [folder] = places === undefined ? lost : lost.filter((path) => places.has(path));
    if (!pyproject || folder === undefined)
        return [];
    const message = `The folder ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(folder)} is a member of the workspace by [tool.uv.workspace], but has no pyproject.toml; uv refuses the workspace.`;
    const remedy = `Add "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(folder)}" to exclude under [tool.uv.workspace], or give the folder a pyproject.toml.`;
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('uv-refuses', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(pyproject, 'tool.uv.workspace.members'))];
}
/** The default groups, and those that they include, may ask for a Python of their own; uv keeps to it. */
function checkGroupPythons({ pyproject, groups, target }) {
    const settings = Object.entries((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject?.data, 'tool', 'uv', 'dependency-groups') ?? {});
    const included = withIncluded((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject?.data, 'dependency-groups'), groups);
    for (const [group, setting] of settings) {
        const wanted = (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(setting, 'requires-python'));
        const specifiers = (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSpecifiers */ .$h)(wanted ?? '');
        const [minor, ...others] = target.minors;
        if (!pyproject || wanted === undefined || (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .isRefused */ .H0)(specifiers) || minor === undefined || others.length > 0)
            continue;
        const patches = target.patch === undefined ? Array.from({ length: 100 }, (_, patch) => patch) : [target.patch];
        const fits = patches.some((patch) => (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .contains */ .gR)(specifiers, (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .releaseVersion */ .SF)([3, minor, patch])));
        if (fits || !included.has((0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(group)))
            continue;
        const name = `3.${minor}${target.patch === undefined ? '' : `.${target.patch}`}`;
        const message = `Python ${name} does not satisfy requires-python '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(wanted)}' of the group '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(group)}', which uv installs by default.`;
        const remedy = `Pin a Python that fits with \`uv python pin\`, or take the group out of default-groups under [tool.uv].`;
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('incompatible-pin', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(pyproject, `tool.uv.dependency-groups.${group}`))];
    }
    return [];
}
function withIncluded(tables, groups) {
    const all = new Set(groups);
    const entries = Object.entries(tables ?? {});
    // A set grows while it is gone through.
    for (const group of all) {
        const items = entries.find(([name]) => (0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(name) === group)?.[1];
        for (const item of Array.isArray(items) ? items : []) {
            const name = (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(item, 'include-group'));
            if (name !== undefined)
                all.add((0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(name));
        }
    }
    return all;
}
function checkEmpty(subject) {
    // Where there is a project, its own absence is reported as a stale lock.
    if (subject.packages.length > 0 || subject.members.some(_roots_js__WEBPACK_IMPORTED_MODULE_10__/* .memberName */ .eg))
        return [];
    const message = `${subject.lock.shown} lists no package: the server would have an empty environment.`;
    const remedy = 'Add a [project] with its dependencies to pyproject.toml, run `uv lock` and commit both.';
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('lock-empty', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(subject.lock, ''))];
}
function checkEnvironments(subject) {
    const { lock, members, holds } = subject;
    const markers = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_12__/* .strings */ .P$)(lock.data['supported-markers']);
    if (markers.length === 0 || markers.some((marker) => holds(marker) !== false))
        return [];
    const shown = markers.slice(0, 3).map((marker) => `"${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(marker, 80)}"`);
    const message = `The lock is for other systems than the server's: ${shown.join(', ')}.`;
    const remedy = `Add "sys_platform == 'linux'" to environments under [tool.uv], or remove the list, and run \`uv lock\`.`;
    const owner = members.find((file) => (0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(file.data, 'tool', 'uv', 'environments') !== undefined);
    if (!owner)
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-environments', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(subject.lock, 'supported-markers'))];
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-environments', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(owner, 'tool.uv.environments'))];
}
/** The first uv that reads a package without a version, as it writes those whose backend decides it. */
const DYNAMIC_UV = (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVersion */ .ot)('0.5.21');
/** What the lock holds that the server's uv does not know yet. */
function checkLockFitsUv({ lock, packages, target: { uv } }) {
    const dynamic = packages.find(({ version, source }) => version === undefined && source !== undefined);
    if (!uv || !DYNAMIC_UV || !dynamic || (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .compareVersions */ .Zy)(uv, DYNAMIC_UV) >= 0)
        return [];
    const message = `${lock.shown} has ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(dynamic.name)} without a version, which uv ${(0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .formatVersion */ .qh)(uv)} on the server can't read.`;
    const remedy = 'Install a newer uv on the server, or write version under [project] instead of dynamic, and run `uv lock`.';
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('required-uv', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, dynamic.key))];
}
function checkRequiredUv({ pyproject, target: { uv } }) {
    const required = (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject?.data, 'tool', 'uv', 'required-version'));
    if (!pyproject || uv === undefined || required === undefined)
        return [];
    const specifiers = (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSpecifiers */ .$h)(/^[\d\s]/.test(required) ? `==${required.trim()}` : required);
    if ((0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .isRefused */ .H0)(specifiers) || (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .contains */ .gR)(specifiers, uv))
        return [];
    const message = `${pyproject.shown} requires uv ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(required)}; the server has ${(0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_7__/* .formatVersion */ .qh)(uv)} and refuses to run.`;
    const remedy = 'Widen required-version under [tool.uv].';
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('required-uv', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(pyproject, 'tool.uv.required-version'))];
}
/** How uv chose the versions of the lock, and where that is set. */
const OPTIONS = [
    ['resolution-mode', 'resolution'],
    ['prerelease-mode', 'prerelease'],
    ['fork-strategy', 'fork-strategy'],
    ['exclude-newer', 'exclude-newer'],
];
/**
 * A variable or a setting of one machine that the lock was made with: uv would make another lock without it, and `--frozen` does not
 * look. Answers the names of the settings that the project lacks.
 */
function lostOptions({ data }, pyproject, uvToml) {
    return OPTIONS.flatMap(([option, setting]) => {
        const value = (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(data, 'options', option));
        const isSet = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject?.data, 'tool', 'uv', setting) !== undefined || uvToml.includes(setting);
        return value === undefined || isSet ? [] : [[setting, value]];
    });
}
function checkOptions({ lock, pyproject, members, uvToml = '' }) {
    // Of a workspace, the root's settings count, which is the first of its members.
    const [lost] = lostOptions(lock, members[0] ?? pyproject, uvToml);
    if (lost === undefined)
        return [];
    const [setting, value] = lost;
    const line = `${setting} = "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(value)}"`;
    const message = `${lock.shown} was made with ${line}, which the project does not say: uv makes another lock without it, and a server that runs \`uv sync --locked\` refuses this one.`;
    return [
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)('lock-options', message, `Write ${line} under [tool.uv] in pyproject.toml.`, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, 'options')),
    ];
}
function checkDefaultGroups({ pyproject }) {
    const named = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_12__/* .strings */ .P$)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject?.data, 'tool', 'uv', 'default-groups'));
    const known = (0,_roots_js__WEBPACK_IMPORTED_MODULE_10__/* .groupNames */ .S0)(pyproject);
    const lost = named.find((group) => !known.has((0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(group)));
    if (!pyproject || lost === undefined)
        return [];
    const message = `The default group '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(lost)}' is not one of [dependency-groups]; uv refuses to sync.`;
    const remedy = `Define it under [dependency-groups], or take it out of default-groups; then run \`uv lock\`.`;
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('default-group', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(pyproject, 'tool.uv.default-groups'))];
}
/** Sets of extras and groups that can't be installed together. The default groups are, always. */
function checkConflicts(subject) {
    const sets = Array.isArray(subject.lock.data.conflicts) ? subject.lock.data.conflicts.map(_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .tables */ .um) : [];
    if (sets.length === 0)
        return [];
    const own = subject.pyproject && (0,_roots_js__WEBPACK_IMPORTED_MODULE_10__/* .memberName */ .eg)(subject.pyproject);
    const together = (item) => {
        const group = (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(item, 'group'));
        const isPresent = group === undefined ? (0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(item, 'extra') === undefined : subject.groups.includes(group);
        return (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(item, 'package')) === own && isPresent;
    };
    const clash = sets.map((set) => set.filter(together)).find((set) => set.length > 1);
    if (clash) {
        const nameOf = (item) => {
            const group = (0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(item, 'group'));
            return group === undefined ? 'the project itself' : `the group ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(group)}`;
        };
        const names = clash.map(nameOf).join(' and ');
        const message = `uv installs ${names} by default, and conflicts under [tool.uv] says that they can't be together.`;
        const remedy = 'Set default-groups under [tool.uv] so that at most one of them is installed.';
        const { pyproject, lock } = subject;
        const isHere = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_13__.at)(pyproject?.data, 'tool', 'uv', 'conflicts') !== undefined;
        const place = pyproject && isHere ? (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(pyproject, 'tool.uv.conflicts') : (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, 'conflicts');
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-conflict', message, remedy, place)];
    }
    const message = 'This lock has extras or groups that can\u2019t be installed together.';
    const remedy = 'Nothing, as long as the server does not ask for two of them at once.';
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)('lock-conflicts', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(subject.lock, 'conflicts'))];
}


/***/ }),

/***/ 3601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TM: () => (/* binding */ broughtAlong),
/* harmony export */   Xi: () => (/* binding */ candidates),
/* harmony export */   Zh: () => (/* binding */ EVERYWHERE),
/* harmony export */   gl: () => (/* binding */ reach),
/* harmony export */   nG: () => (/* binding */ byName)
/* harmony export */ });
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(556);

/** Takes every marker to hold: what one machine skips, another needs. */
const EVERYWHERE = () => () => true;
/** The packages that a root brings along on any machine, itself first. Empty when the lock does not list it. */
const broughtAlong = (lock, root) => [
    ...reach({ packages: (0,_packages_js__WEBPACK_IMPORTED_MODULE_0__/* .lockedPackages */ .aJ)(lock), roots: [root], asked: [], judge: EVERYWHERE }).keys(),
];
/**
 * Follows all arrows whose markers hold. Where extras or groups conflict, uv writes into markers which of them are asked for;
 * that is known once everything has been followed, so a second round goes by what the first has found.
 */
function reach(graph) {
    const asked = new Set(graph.roots.flatMap(({ name, groups }) => [
        conflictName('project', name),
        ...groups.map((one) => conflictName('group', name, one)),
    ]));
    const isConflict = /^(?:extra|group|project)-\d+-/;
    let hasConflicts = false;
    const first = walk(graph, (name) => {
        hasConflicts ||= isConflict.test(name);
        return undefined;
    });
    if (!hasConflicts)
        return first.reached;
    for (const [{ name }, extra] of first.extras)
        asked.add(conflictName('extra', name, extra));
    return walk(graph, (name) => (isConflict.test(name) ? asked.has(name) : undefined)).reached;
}
/** uv's own encoding of what conflicts are about: the length keeps `a-b` + `c` from being `a` + `b-c`. */
const conflictName = (kind, ...[name = '', item]) => [kind, name.length, name, item].filter((part) => part !== undefined).join('-');
function walk({ packages, roots, asked, judge }, extra) {
    const holds = judge(extra);
    const named = byName(packages);
    const reached = new Map();
    const extras = [];
    /** What has been followed already, by how surely: the package itself and each of its extras. */
    const done = new Map();
    const queue = [];
    const follow = (from, surely, dependencies) => {
        for (const dependency of dependencies)
            queue.push({ from, surely, dependency });
    };
    const visit = (one, surely, by, part) => {
        const parts = done.get(one) ?? new Map();
        done.set(one, parts);
        if (parts.get(part) || parts.get(part) === surely)
            return false;
        parts.set(part, surely);
        if (!reached.get(one)?.surely)
            reached.set(one, { surely: surely || reached.get(one)?.surely === true, by });
        return true;
    };
    for (const { name, groups, extras } of roots) {
        for (const one of named.get(name) ?? []) {
            visit(one, true, undefined, '');
            follow(one, true, one.dependencies);
            for (const extra of extras)
                follow(one, true, one.extras.get(extra) ?? []);
            for (const group of groups)
                follow(one, true, one.groups.get(group) ?? []);
        }
    }
    follow(undefined, true, asked);
    // The queue grows while it is gone through.
    for (const { from, surely, dependency } of queue) {
        const truth = holds(dependency.marker);
        if (truth === false)
            continue;
        for (const one of candidates(named, dependency, holds)) {
            const isSure = surely && truth === true;
            if (visit(one, isSure, from, ''))
                follow(one, isSure, one.dependencies);
            for (const name of dependency.extras) {
                if (!visit(one, isSure, from, name))
                    continue;
                extras.push([one, name]);
                follow(one, isSure, one.extras.get(name) ?? []);
            }
        }
    }
    return { reached, extras };
}
const versioned = (name, version) => `${name} ${version}`;
function byName(packages) {
    const named = new Map();
    const add = (key, one) => {
        const list = named.get(key);
        if (list)
            list.push(one);
        else
            named.set(key, [one]);
    };
    for (const one of packages) {
        add(one.name, one);
        if (one.version !== undefined)
            add(versioned(one.name, one.version), one);
    }
    return named;
}
/** More packages of one name than any lock has; without a limit, a hostile one could keep a run busy for days. */
const MOST_OF_A_NAME = 32;
/** The packages an arrow may lead to: one, unless it names less than it has to. */
function candidates(named, { name, version, source }, holds = () => true) {
    const found = named.get(version === undefined ? name : versioned(name, version)) ?? [];
    if (found.length < 2 && source === undefined)
        return found;
    const all = found
        .slice(0, MOST_OF_A_NAME)
        .filter((one) => source === undefined || (one.source?.kind === source.kind && one.source.at === source.at));
    if (all.length < 2)
        return all;
    return all.filter(({ markers }) => markers.length === 0 || markers.some((marker) => holds(marker) !== false));
}


/***/ }),

/***/ 556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aJ: () => (/* binding */ lockedPackages),
/* harmony export */   av: () => (/* binding */ toMap),
/* harmony export */   oZ: () => (/* binding */ packageName),
/* harmony export */   s1: () => (/* binding */ SOURCE_KINDS),
/* harmony export */   um: () => (/* binding */ tables)
/* harmony export */ });
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5819);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3891);
/* harmony import */ var _packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8098);
/** The packages of a uv.lock as values; what is not of the right kind is left out, since uv itself ignores unknown keys. */


const SOURCE_KINDS = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'];
/** The packages in the order of the lock: made once, as nearly every check asks for them. */
function lockedPackages(lock) {
    const known = made.get(lock) ?? packagesOf(lock);
    made.set(lock, known);
    return known;
}
const made = new WeakMap();
function packagesOf(lock) {
    const list = Array.isArray(lock.data.package) ? 'package' : 'distribution';
    return tables(lock.data[list]).map((table, index) => ({
        /** Its key for `TomlFile.lineOf`, such as `package.3`. */
        key: `${list}.${index}`,
        name: (0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)(text((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'name')) ?? ''),
        /** Absent where the build backend decides it. */
        version: text((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'version')),
        source: toSource((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'source')),
        /** The forks of the resolution that it belongs to; none means all. */
        markers: (0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strings */ .P$)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'resolution-markers')),
        dependencies: toDependencies((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'dependencies')),
        extras: toMap((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'optional-dependencies')),
        groups: toMap((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'dev-dependencies') ?? (0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'dependency-groups')),
        /** The file name of the source distribution, without one an empty text; `undefined` when there is no distribution. */
        sdist: toSdist((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'sdist')),
        /** File names. */
        wheels: tables((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'wheels')).flatMap((wheel) => fileName(wheel) ?? []),
        /** What the lock was made from, for a package of this workspace. */
        metadata: (0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'metadata'),
    }));
}
/** A package as people name it: `numpy 2.1.0`. */
const packageName = ({ name, version }) => version === undefined ? name : `${name} ${version}`;
const tables = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
const text = (value) => (typeof value === 'string' ? value : undefined);
function toDependencies(value) {
    return tables(value).map((table) => ({
        name: (0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)(text((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'name')) ?? ''),
        version: text((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'version')),
        source: toSource((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'source')),
        extras: (0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__/* .strings */ .P$)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'extra')).map(_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK),
        marker: text((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(table, 'marker')),
    }));
}
/** Groups or extras with what each asks for. */
function toMap(value) {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.map(([name, list]) => [(0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)(name), toDependencies(list)]));
}
function toSource(value) {
    for (const kind of SOURCE_KINDS) {
        const place = text((0,_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)(value, kind));
        if (place !== undefined)
            return { kind, at: place };
    }
    return undefined;
}
const toSdist = (value) => typeof value === 'object' && value !== null ? (fileName(value) ?? '') : undefined;
/** The last part of the address or path of a distribution. */
function fileName(distribution) {
    // A lock may have a hundred thousand of them: read without a detour.
    const { filename, url, path: file } = distribution;
    const place = text(filename) ?? text(url) ?? text(file) ?? '';
    if (place === '')
        return undefined;
    const path = place.includes('#') || place.includes('?') ? place.replace(/[#?].*$/s, '') : place;
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}


/***/ }),

/***/ 2131:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ pythonRequirements),
/* harmony export */   Ee: () => (/* binding */ isReadableLock),
/* harmony export */   sv: () => (/* binding */ checkLock)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4087);
/* harmony import */ var _files_toml_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6435);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5819);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3891);
/* harmony import */ var _ignored_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1199);
/* harmony import */ var _packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8098);
/* harmony import */ var _packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8568);
/* harmony import */ var _pin_python_range_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1639);
/* harmony import */ var _read_readable_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3098);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(556);











/** The one schema version of uv.lock there is, and the newest revision known (uv 0.13). */
const VERSION = 1;
const REVISION = 5;
/** Whether a lock has the schema that all other checks are about. */
const isReadableLock = (lock) => lock.data.version === VERSION;
/** Every requires-python that decides over the pin, the lock's first: the server enforces that one. */
function pythonRequirements(project) {
    const found = [];
    const add = (file, key) => {
        const text = file && (0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(file.data, ...key.split('.'));
        if (file && typeof text === 'string')
            found.push({ text, file: file.shown, line: file.lineOf(key) });
    };
    add(project.lock, 'requires-python');
    // The project's own before the others: its file is the one to correct.
    add(project.pyproject, 'project.requires-python');
    for (const member of project.workspace.members) {
        if (member.path !== project.pyproject?.path)
            add(member, 'project.requires-python');
    }
    return found;
}
/** Checks uv.lock without uv: that it is there, readable by uv, and locked for the Pythons that pyproject.toml asks for. */
function checkLock(project) {
    const { lock, pyproject, workspace } = project;
    const findings = [];
    const broken = (path) => project.findings.some(({ file }) => file === path);
    const pyprojectPath = project.shown((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(project.dir, 'pyproject.toml'));
    if (pyproject === undefined && !broken(pyprojectPath)) {
        const remedy = "Run `uv init` in the project, or point 'working-directory' to the folder that holds pyproject.toml.";
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('missing-pyproject', `${pyprojectPath} is missing.`, remedy, { file: pyprojectPath }));
    }
    findings.push(...workspace.members.flatMap(checkProjectTable), ...(0,_read_readable_js__WEBPACK_IMPORTED_MODULE_8__/* .checkReadable */ .r)(project));
    if (lock)
        return [...findings, ...checkHead(project, lock)];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace.root, 'uv.lock');
    const shown = project.shown(path);
    return broken(shown) ? findings : [...findings, missingLock(shown, (0,_ignored_js__WEBPACK_IMPORTED_MODULE_4__/* .ignoringLine */ .c)(path, project.checkout), pyproject)];
}
function missingLock(shown, ignoring, pyproject) {
    const why = 'the server installs exactly what it lists';
    if (ignoring) {
        const message = `${shown} is missing, because ${ignoring.file} excludes it: ${why}.`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('missing-lock', message, 'Remove this line, run `uv lock`, and commit both files.', ignoring);
    }
    const place = { file: pyproject?.shown ?? shown, line: 1 };
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('missing-lock', `${shown} is missing: ${why}.`, 'Run `uv lock` and commit uv.lock.', place);
}
/** What a lock says of itself, before its packages. */
function checkHead(project, lock) {
    const findings = [];
    const { shown } = lock;
    const { version, revision, 'requires-python': locked } = lock.data;
    if (!isReadableLock(lock)) {
        const message = version === undefined
            ? `${shown} has no schema version.`
            : `${shown} uses the schema version ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(String(version))}; uv supports ${VERSION} only.`;
        const remedy = 'Delete uv.lock, run `uv lock` with a current uv, and commit it.';
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-version', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, 'version')));
    }
    else if (typeof revision === 'number' && revision > REVISION) {
        const message = `${shown} has revision ${revision}: a newer uv wrote it. Older ones read it too.`;
        const remedy = 'Nothing, unless the server reports that it can\u2019t read the lock.';
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)('lock-revision', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, 'revision')));
    }
    if (typeof locked === 'string')
        return [...findings, ...checkStaleness(project, lock, locked), ...checkMembers(project, lock)];
    const message = `${shown} has no requires-python.`;
    const remedy = 'Run `uv lock` and commit uv.lock.';
    return [...findings, (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-requires-python', message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, 'requires-python'))];
}
const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** What uv wants of `[project]` before it reads anything else. The table as a whole may be absent. */
function checkProjectTable(file) {
    const table = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(file.data, 'project');
    if (table === undefined)
        return [];
    const complain = (code, key, message, remedy) => {
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)(code, message, remedy, (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(file, key));
    };
    const findings = [];
    const name = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(table, 'name');
    if (typeof name !== 'string' || !NAME.test(name)) {
        const message = name === undefined ? '[project] has no name' : `The project name '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(String(name))}' is not valid`;
        const remedy = 'Write name = "\u2026" under [project]: letters, digits, and -, _ or . between them.';
        findings.push(complain('project-name', 'project.name', `${message}; uv refuses the file.`, remedy));
    }
    if ((0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(table, 'version') === undefined && !(0,_files_values_js__WEBPACK_IMPORTED_MODULE_11__/* .strings */ .P$)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(table, 'dynamic')).includes('version')) {
        const remedy = 'Write version = "0.1.0" under [project], or name it in dynamic.';
        findings.push(complain('project-version', 'project', '[project] has no version; uv refuses the file.', remedy));
    }
    return findings;
}
/** uv installs nothing from a lock that does not list every member, not even with `--frozen`. */
function checkMembers({ workspace }, lock) {
    const listed = new Set((0,_packages_js__WEBPACK_IMPORTED_MODULE_9__/* .lockedPackages */ .aJ)(lock).map(({ name }) => name));
    return workspace.members.flatMap((file) => {
        const name = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(file.data, 'project', 'name');
        if (typeof name !== 'string' || listed.has((0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_5__/* .normalName */ .tK)(name)))
            return [];
        const message = `${lock.shown} does not list ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)}, which ${file.shown} defines; uv refuses it.`;
        const remedy = 'Run `uv lock` and commit uv.lock.';
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-stale', message, remedy, { file: lock.shown, line: 1 })];
    });
}
/**
 * uv calls a lock up to date when the outer bounds of its requires-python are those of the workspace's members taken together;
 * the text may differ (`~=3.12` is written as `>=3.12, <4`) and so may holes.
 */
function checkStaleness(project, lock, locked) {
    const wanted = [];
    for (const file of project.workspace.members) {
        const text = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_10__.at)(file.data, 'project', 'requires-python');
        if (typeof text !== 'string')
            continue;
        const specifiers = (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSpecifiers */ .$h)(text);
        if ((0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .isRefused */ .H0)(specifiers))
            return []; // told where the pin is judged
        wanted.push({ file, text, specifiers });
    }
    const lockedSpecifiers = (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .parseSpecifiers */ .$h)(locked);
    if ((0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_6__/* .isRefused */ .H0)(lockedSpecifiers) || wanted.length === 0)
        return [];
    const own = wanted.find(({ file }) => file.path === project.pyproject?.path) ?? wanted[0];
    const range = (0,_pin_python_range_js__WEBPACK_IMPORTED_MODULE_7__/* .pythonRange */ .Sm)(...wanted.map(({ specifiers }) => specifiers));
    const place = own && (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(own.file, 'project.requires-python');
    if (range.length === 0) {
        const all = wanted.map(({ file, text }) => `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(text)}' (${project.shown((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file.path))})`).join(', ');
        return [
            (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('requires-conflict', `No Python satisfies requires-python ${wanted.length > 1 ? 'of all workspace members' : ''}: ${all}.`, 'Make the ranges overlap, run `uv lock` and commit both.', place),
        ];
    }
    if ((0,_pin_python_range_js__WEBPACK_IMPORTED_MODULE_7__/* .haveSameBounds */ .Iz)(range, (0,_pin_python_range_js__WEBPACK_IMPORTED_MODULE_7__/* .pythonRange */ .Sm)(lockedSpecifiers)))
        return [];
    return [
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('lock-stale', `${lock.shown} was locked for Python '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(locked)}'; ${own?.file.shown ?? 'pyproject.toml'} asks for '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(wanted.length === 1 ? (own?.text ?? '') : (0,_pin_python_range_js__WEBPACK_IMPORTED_MODULE_7__/* .formatPythonRange */ .p6)(range))}'.`, 'Run `uv lock` and commit uv.lock.', (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_3__/* .placeIn */ .VV)(lock, 'requires-python')),
    ];
}


/***/ }),

/***/ 3436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readRequired)
/* harmony export */ });
/* harmony import */ var _packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8098);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3601);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(556);
/* harmony import */ var _roots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6708);




/** Sorts what uv.lock lists by who asks for it. */
function readRequired(project, installs) {
    const { installed, aside, isOpen } = readAsked(project, installs);
    const prohibited = new Set(installs.prohibited ?? []);
    if (prohibited.size === 0)
        return { installed, aside, isOpen };
    return {
        isOpen,
        installed: new Set([...installed].filter((name) => !prohibited.has(name))),
        aside: new Map([
            ...aside,
            ...[...prohibited].map((name) => [name, { kind: 'prohibited', name }]),
        ]),
    };
}
function readAsked(project, installs) {
    const packages = project.lock ? (0,_packages_js__WEBPACK_IMPORTED_MODULE_2__/* .lockedPackages */ .aJ)(project.lock) : [];
    const reachedBy = (asked) => new Set([...(0,_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .reach */ .gl)({ packages, roots: [], asked, judge: _graph_js__WEBPACK_IMPORTED_MODULE_1__/* .EVERYWHERE */ .Zh }).keys()].map(({ name }) => name));
    if (installs.requirements) {
        const { file, asked } = installs.requirements;
        const installed = new Set([...asked.map(({ name }) => name), ...reachedBy(asked.map(plain))]);
        const locked = new Map(packages.map((one) => [one.name, one]));
        const why = { kind: 'requirements', name: file };
        const aside = new Map([...locked.keys()].filter((name) => !installed.has(name)).map((name) => [name, why]));
        // Of an extra that the lock was not made with, it does not tell what that brings.
        const isUnknown = ({ name, extras }) => extras.some((extra) => !locked.get(name)?.extras.has(extra)) || !locked.has(name);
        return { installed, aside, isOpen: asked.some(isUnknown) };
    }
    const { lock, workspace } = project;
    const pyproject = installs.from ?? project.pyproject;
    const start = lock && (0,_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .rootsOf */ .RD)(lock, pyproject, workspace.members);
    const listed = packages.filter(({ name }) => start?.names.includes(name));
    // Of a project that the lock does not list, as one that was renamed, nothing is known to be missing.
    const roots = listed.length === 0 && (start?.names ?? []).length > 0 ? packages : listed;
    const wanted = {
        group: [...(installs.defaultGroups ? (0,_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultGroups */ .Qu)(pyproject) : []), ...installs.groups.map(_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)],
        extra: installs.extras.map(_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK),
    };
    const parts = ['group', 'extra'].flatMap((kind) => {
        const maps = kind === 'group' ? [...roots.map((one) => one.groups), start?.groups ?? []] : roots.map((one) => one.extras);
        return maps.flatMap((map) => [...map].map(([name, asked]) => ({ why: { kind, name }, asked })));
    });
    const isWanted = ({ why }) => wanted[why.kind].includes(why.name);
    const asked = parts.filter(isWanted).flatMap((part) => part.asked);
    const installed = reachedBy([...roots.flatMap((one) => one.dependencies), ...asked]);
    const aside = new Map();
    for (const part of parts) {
        if (isWanted(part))
            continue;
        for (const name of reachedBy(part.asked))
            if (!installed.has(name) && !aside.has(name))
                aside.set(name, part.why);
    }
    return { installed, aside, isOpen: false };
}
const plain = ({ name, extras }) => ({
    ...{ name, extras },
    ...{ version: undefined, source: undefined, marker: undefined },
});


/***/ }),

/***/ 6708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qu: () => (/* binding */ defaultGroups),
/* harmony export */   RD: () => (/* binding */ rootsOf),
/* harmony export */   S0: () => (/* binding */ groupNames),
/* harmony export */   eg: () => (/* binding */ memberName)
/* harmony export */ });
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3891);
/* harmony import */ var _packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8098);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(556);



function rootsOf(lock, pyproject, members) {
    const own = pyproject && memberName(pyproject);
    if (own !== undefined)
        return { names: [own], groups: new Map() };
    return {
        names: members.map((file) => memberName(file) ?? ''),
        groups: (0,_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .toMap */ .av)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(lock.data, 'manifest', 'dependency-groups')),
    };
}
const memberName = (file) => {
    const name = (0,_packages_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)((0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(file.data, 'project', 'name'));
    return name === undefined ? undefined : (0,_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK)(name);
};
/** `[tool.uv] default-groups`, else the group dev. */
function defaultGroups(file) {
    const named = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(file?.data, 'tool', 'uv', 'default-groups');
    if (named === 'all')
        return [...groupNames(file)];
    return Array.isArray(named) ? (0,_files_values_js__WEBPACK_IMPORTED_MODULE_3__/* .strings */ .P$)(named).map(_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK) : ['dev'];
}
/** The dependency groups that a pyproject.toml defines. */
function groupNames(file) {
    const names = Object.keys((0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(file?.data, 'dependency-groups') ?? {}).map(_packaging_requirement_js__WEBPACK_IMPORTED_MODULE_0__/* .normalName */ .tK);
    return new Set((0,_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(file?.data, 'tool', 'uv', 'dev-dependencies') === undefined ? names : [...names, 'dev']);
}


/***/ }),

/***/ 1765:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ askedBy),
/* harmony export */   DS: () => (/* binding */ RELOCK),
/* harmony export */   _n: () => (/* binding */ lockSubject)
/* harmony export */ });
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4087);
/* harmony import */ var _packaging_markers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5618);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(452);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3601);
/* harmony import */ var _packages_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(556);
/* harmony import */ var _roots_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6708);
/** What all checks of a lock are about, made once. */






function lockSubject(files) {
    const { lock, pyproject, members, target } = files;
    const packages = (0,_packages_js__WEBPACK_IMPORTED_MODULE_4__/* .lockedPackages */ .aJ)(lock);
    const { groups, extras } = files.wanted ?? { groups: (0,_roots_js__WEBPACK_IMPORTED_MODULE_5__/* .defaultGroups */ .Qu)(pyproject), extras: [] };
    const roots = (0,_roots_js__WEBPACK_IMPORTED_MODULE_5__/* .rootsOf */ .RD)(lock, pyproject, members);
    const asked = groups.flatMap((group) => roots.groups.get(group) ?? []);
    const judge = (extra) => (0,_packaging_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .markerJudge */ .A)((0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .markerEnvironment */ .wp)(target, extra));
    return {
        ...files,
        packages,
        groups,
        places: files.bundled && withFolders(files.bundled),
        holds: judge(() => undefined),
        reached: (0,_graph_js__WEBPACK_IMPORTED_MODULE_3__/* .reach */ .gl)({ packages, roots: roots.names.map((name) => ({ name, groups, extras })), asked, judge }),
    };
}
function withFolders(files) {
    const places = new Set(files);
    for (const file of files) {
        for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1))
            places.add(file.slice(0, end));
    }
    return places;
}
/** For what only a hand or a merge can have written. */
const RELOCK = 'Run `uv lock` and commit uv.lock; do not edit it by hand.';
/** Who asks for a package that the project does not name itself. */
function askedBy({ reached }, one) {
    const by = reached.get(one)?.by;
    const isDirect = by === undefined || reached.get(by)?.by === undefined;
    return isDirect ? '' : `, which ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(by.name)} needs,`;
}


/***/ }),

/***/ 5618:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ markerJudge),
/* harmony export */   r: () => (/* binding */ isMarker)
/* harmony export */ });
/* harmony import */ var _specifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6724);
/** Environment markers (PEP 508), judged for a machine of which not everything has to be known. */


const TOKEN = /\s*(?:([()])|(<=|>=|===|==|!=|~=|<|>|(?:not\s+)?in\b)|'([^']*)'|"([^"]*)"|(and|or)\b|([A-Za-z_][\w.]*)|(\S))/gy;
/** More than uv ever writes; keeps a hostile text from exhausting the stack. */
const DEEPEST = 100;
/** The old spellings that uv still reads. */
const ALIASES = {
    'os.name': 'os_name',
    'sys.platform': 'sys_platform',
    'platform.version': 'platform_version',
    'platform.machine': 'platform_machine',
    'platform.python_implementation': 'platform_python_implementation',
    python_implementation: 'platform_python_implementation',
};
/** Reads a marker; `undefined` when it is none. */
function parseMarker(text) {
    const tokens = [...text.trim().matchAll(TOKEN)].map(toToken);
    let next = 0;
    const take = (kind, value) => {
        const token = tokens[next];
        if (token?.kind !== kind || (value !== undefined && token.value !== value))
            return undefined;
        next += 1;
        return token;
    };
    const operand = () => {
        const literal = take('text');
        if (literal)
            return { text: literal.value };
        const name = take('name')?.value;
        return name === undefined ? undefined : { variable: ALIASES[name] ?? name };
    };
    const single = (depth) => {
        if (take('bracket', '(')) {
            const inner = depth < DEEPEST ? chain('or', depth + 1) : undefined;
            return take('bracket', ')') && inner;
        }
        const left = operand();
        const operator = take('operator')?.value.replace(/\s+/g, ' ');
        const right = operand();
        if (!left || !operator || !right)
            return undefined;
        return { kind: 'comparison', left, operator, right };
    };
    const chain = (kind, depth) => {
        const parts = [];
        do {
            const part = kind === 'or' ? chain('and', depth) : single(depth);
            if (part === undefined)
                return undefined;
            parts.push(part);
        } while (take('word', kind));
        return parts.length === 1 ? parts[0] : { kind, parts };
    };
    const marker = chain('or', 0);
    return next === tokens.length ? marker : undefined;
}
function toToken([, bracket, operator, single, double, word, name, other]) {
    if (bracket !== undefined)
        return { kind: 'bracket', value: bracket };
    if (operator !== undefined)
        return { kind: 'operator', value: operator };
    if (word !== undefined)
        return { kind: 'word', value: word };
    if (name !== undefined)
        return { kind: 'name', value: name };
    const literal = single ?? double;
    return literal === undefined ? { kind: 'other', value: other ?? '' } : { kind: 'text', value: literal };
}
/** The names that markers may have; any other one is an error to uv. */
const VARIABLES = `os_name sys_platform platform_machine platform_python_implementation platform_release
  platform_system platform_version python_version python_full_version implementation_name implementation_version extra extras
  dependency_groups`.split(/\s+/);
/** Whether uv can read a text as a marker. */
function isMarker(text) {
    const isKnown = (operand) => !('variable' in operand) || VARIABLES.includes(operand.variable);
    const isRight = (marker) => marker.kind === 'comparison' ? isKnown(marker.left) && isKnown(marker.right) : marker.parts.every(isRight);
    const marker = parseMarker(text);
    return marker !== undefined && isRight(marker);
}
/** Judges texts of markers for one machine, each text once. No marker is always true; an unreadable one is open. */
function markerJudge(environment) {
    const known = new Map();
    return (text) => {
        if (text === undefined)
            return true;
        if (!known.has(text)) {
            const marker = parseMarker(text);
            known.set(text, marker && evaluateMarker(marker, environment));
        }
        return known.get(text);
    };
}
/** Whether a marker holds on a machine. */
function evaluateMarker(marker, environment) {
    if (marker.kind === 'comparison')
        return compare(marker.left, marker.operator, marker.right, environment);
    const decisive = marker.kind === 'or';
    let open = false;
    for (const part of marker.parts) {
        const truth = evaluateMarker(part, environment);
        if (truth === decisive)
            return decisive;
        open ||= truth === undefined;
    }
    return open ? undefined : !decisive;
}
const VERSIONS = ['python_version', 'python_full_version', 'implementation_version'];
const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
function compare(left, operator, right, environment) {
    if ('text' in left && 'text' in right)
        return compareTexts(left.text, operator, right.text);
    if ('variable' in left && 'variable' in right)
        return undefined;
    const isMirrored = 'text' in left;
    const variable = 'variable' in left ? left.variable : 'variable' in right ? right.variable : '';
    const text = 'text' in left ? left.text : 'text' in right ? right.text : '';
    if (variable === 'extra') {
        const asked = environment.extra(text);
        if (operator === '==')
            return asked;
        return operator === '!=' && asked !== undefined ? !asked : undefined;
    }
    if (VERSIONS.includes(variable)) {
        if (isMirrored && (operator.endsWith('in') || operator === '~='))
            return undefined;
        return compareVersion(variable, (isMirrored && MIRRORED[operator]) || operator, text, environment);
    }
    const value = Object.hasOwn(environment.values, variable) ? environment.values[variable] : undefined;
    if (value === undefined)
        return undefined;
    return isMirrored ? compareTexts(text, operator, value) : compareTexts(value, operator, text);
}
const TEXT_COMPARISONS = {
    '==': (left, right) => left === right,
    '!=': (left, right) => left !== right,
    '===': (left, right) => left.toLowerCase() === right.toLowerCase(),
    in: (left, right) => right.includes(left),
    'not in': (left, right) => !right.includes(left),
    '<': (left, right) => left < right,
    '<=': (left, right) => left <= right,
    '>': (left, right) => left > right,
    '>=': (left, right) => left >= right,
};
const compareTexts = (left, operator, right) => TEXT_COMPARISONS[operator]?.(left, right);
/** Judges every Python the machine may have, around the patch release that is compared with where its own is open. */
function compareVersion(variable, operator, text, environment) {
    const accepts = versionTest(operator, text);
    if (accepts === undefined)
        return undefined;
    const { minors, patch } = environment;
    const near = Number((0,_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(text.replace(/\.\*$/, ''))?.release[2] ?? 0);
    const patches = patch === undefined ? [0, near - 1, near, near + 1, NEWEST_PATCH].filter((one) => one >= 0) : [patch];
    const releases = variable === 'python_version'
        ? minors.map((minor) => [3, minor])
        : minors.flatMap((minor) => patches.map((one) => [3, minor, one]));
    const truths = new Set(releases.map(accepts));
    return truths.size === 1 ? [...truths][0] : undefined;
}
const NEWEST_PATCH = 99;
/** uv reads what follows `in` as a list of versions: Python 3.1 is not in '3.11 3.12'. */
function versionTest(operator, text) {
    if (operator === 'in' || operator === 'not in') {
        const versions = text
            .split(/[\s,|]+/)
            .filter(Boolean)
            .map(_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot);
        if (versions.length === 0 || versions.includes(undefined))
            return undefined;
        const has = (release) => versions.some((one) => one && (0,_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(one, (0,_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersion */ .SF)(release)) === 0);
        return operator === 'in' ? has : (release) => !has(release);
    }
    const specifiers = text === '' ? undefined : (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSpecifiers */ .$h)(`${operator}${text}`);
    if (specifiers === undefined || (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(specifiers))
        return undefined;
    return (release) => (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .contains */ .gR)(specifiers, (0,_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersion */ .SF)(release));
}


/***/ }),

/***/ 8098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pP: () => (/* binding */ parseRequirement),
/* harmony export */   tK: () => (/* binding */ normalName),
/* harmony export */   vb: () => (/* binding */ normalExtras),
/* harmony export */   yB: () => (/* binding */ normalSpecifier)
/* harmony export */ });
/* harmony import */ var _specifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);
/** Dependency specifiers (PEP 508) as they stand in pyproject.toml. */

/** Each blank has one place in these where it can stand: no text makes them try for long. */
const NAME = /^\s*([a-z0-9][a-z0-9._-]*)\s*/i;
const EXTRAS = /^\[([^\]]*)\]\s*/;
const BRACKETED = /^\(([^()]*)\)\s*(?:;(.*))?$/s;
const BARE = /^([^;@()]*)(?:;(.*))?$/s;
/** Reads `name[extra]>=1; marker` or `name @ url`; `undefined` when uv could not read it. */
function parseRequirement(text) {
    const [start = '', name = ''] = NAME.exec(text) ?? [];
    if (!/[a-z0-9]$/i.test(name))
        return undefined;
    const behind = text.slice(start.length);
    const [bracket = '', extras = ''] = EXTRAS.exec(behind) ?? [];
    const rest = behind.slice(bracket.length);
    const known = { name: normalName(name), extras: normalExtras(extras.split(',')) };
    if (rest.startsWith('@')) {
        // A semicolon belongs to the address where no blank stands before it.
        const [, marker] = /\s;(.*)$/s.exec(rest) ?? [];
        return /^@\s*[^\s;]/.test(rest) ? { ...known, specifier: undefined, marker: marker?.trim() } : undefined;
    }
    const [, versions, marker] = BRACKETED.exec(rest) ?? BARE.exec(rest) ?? [];
    const specifier = versions === undefined ? undefined : normalSpecifier(versions.trim());
    return specifier === undefined ? undefined : { ...known, specifier, marker: marker?.trim() };
}
/** `Foo_Bar.baz` as `foo-bar-baz` (PEP 503). */
const normalName = (name) => name
    .trim()
    .toLowerCase()
    .replace(/[-_.]+/g, '-');
const normalExtras = (extras) => [...new Set(extras.map(normalName))].filter(Boolean).sort();
/** A set of specifiers in one spelling; `undefined` when it can't be read. */
function normalSpecifier(text) {
    const specifiers = (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSpecifiers */ .$h)(text);
    return (0,_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(specifiers) ? undefined : [...new Set((0,_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpecifiers */ .x1)(specifiers).split(', '))].join(', ');
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ parseSpecifiers),
/* harmony export */   ER: () => (/* binding */ sortSpecifiers),
/* harmony export */   H0: () => (/* binding */ isRefused),
/* harmony export */   gR: () => (/* binding */ contains),
/* harmony export */   x1: () => (/* binding */ formatSpecifiers)
/* harmony export */ });
/* unused harmony export parseSpecifier */
/* harmony import */ var _versions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6724);
/** PEP 440 specifiers and sets of them, as uv reads `requires-python`. */

const equal = (candidate, { version, wildcard }) => {
    if (wildcard)
        return hasPrefix(candidate, version);
    return (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(version.local.length === 0 ? withoutLocal(candidate) : candidate, version) === 0;
};
const atLeast = (candidate, { version }) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(withoutLocal(candidate), version) >= 0;
/** In the order in which uv lists specifiers of the same version. */
const MATCHES = {
    '==': equal,
    '===': (candidate, { version }) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(candidate) === (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version),
    '!=': (candidate, specifier) => !equal(candidate, specifier),
    '~=': (candidate, specifier) => atLeast(candidate, specifier) &&
        hasPrefix(candidate, { ...specifier.version, release: specifier.version.release.slice(0, -1) }),
    '<': (candidate, { version }) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(candidate, version) < 0 && !isPrereleaseOf(candidate, version),
    '<=': (candidate, { version }) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(withoutLocal(candidate), version) <= 0,
    '>': (candidate, { version }) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(withoutLocal(candidate), version) > 0 && !isPostReleaseOf(candidate, version),
    '>=': atLeast,
};
const OPERATORS = Object.keys(MATCHES);
/** Nobody writes more, and a set is compared with many versions. */
const [MOST, LONGEST] = [100, 10_000];
const SHAPE = /^\p{White_Space}*([=!~<>]*)\p{White_Space}*(\P{White_Space}*)\p{White_Space}*(.*)$/su;
const WITH_WILDCARD = ['==', '!='];
const WITH_LOCAL = ['==', '!=', '==='];
/** Reads one specifier such as `>=3.12`, or says why it is none. */
function parseSpecifier(text) {
    const [, operator = '', pattern = '', trailing = ''] = SHAPE.exec(text) ?? [];
    const wildcard = pattern.endsWith('.*');
    const version = (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .parseVersion */ .ot)(wildcard ? pattern.slice(0, -2) : pattern);
    if (operator === '') {
        const meant = version ? `. Did you mean \`==${(0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(version)}${wildcard ? '.*' : ''}\`?` : '';
        return { refused: `a comparison operator is missing${meant}` };
    }
    if (!isOperator(operator))
        return { refused: `\`${operator}\` is not a comparison operator` };
    if (pattern === '')
        return { refused: `a version is missing after \`${operator}\`` };
    if (!version || (wildcard && !isRelease(version)))
        return { refused: `\`${pattern}\` is not a version` };
    if (wildcard && !WITH_WILDCARD.includes(operator)) {
        return { refused: `Operator ${operator} cannot be used with a wildcard version specifier` };
    }
    if (version.local.length > 0 && !WITH_LOCAL.includes(operator)) {
        return { refused: `Operator ${operator} cannot be used with a local version (\`+${version.local.join('.')}\`)` };
    }
    if (operator === '~=' && version.release.length < 2) {
        return { refused: 'The ~= operator requires at least two segments in the release version' };
    }
    if (trailing !== '')
        return { refused: `Trailing \`${trailing.trimEnd()}\` is not allowed` };
    return { operator, version, wildcard };
}
/**
 * Reads a comma-separated set into uv's order, or says why its first bad member is refused.
 * The empty text is the set that accepts everything; an empty member, as a comma at the end makes, is refused.
 */
function parseSpecifiers(text) {
    if (text === '')
        return [];
    const specifiers = [];
    const members = text.split(',', MOST + 1);
    if (members.length > MOST || text.length > LONGEST)
        return { refused: `it has more than ${MOST} specifiers` };
    for (const member of members) {
        const specifier = parseSpecifier(member);
        if (isRefused(specifier))
            return specifier;
        specifiers.push(specifier);
    }
    return sortSpecifiers(specifiers);
}
/** Whether `parse\u2026` refused the text. */
function isRefused(result) {
    return 'refused' in result;
}
/** Puts specifiers into uv's order: by version, then by operator. What uv writes follows from it. */
function sortSpecifiers(specifiers) {
    const rank = (one) => OPERATORS.indexOf(one.operator) + (one.wildcard ? 0.5 : 0);
    return specifiers.sort((a, b) => (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(a.version, b.version) || rank(a) - rank(b));
}
/** The specifiers as uv writes them, for instance `>=3.12, <4`. */
function formatSpecifiers(specifiers) {
    const format = (one) => `${one.operator}${(0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .formatVersion */ .qh)(one.version)}${one.wildcard ? '.*' : ''}`;
    return specifiers.map(format).join(', ');
}
/** Whether every specifier accepts the version; pre-releases get no special treatment. */
function contains(specifiers, version) {
    return specifiers.every((specifier) => MATCHES[specifier.operator](version, specifier));
}
function isOperator(text) {
    return OPERATORS.includes(text);
}
function isRelease({ pre, post, dev, local }) {
    return pre === undefined && post === undefined && dev === undefined && local.length === 0;
}
function withoutLocal(version) {
    return version.local.length === 0 ? version : { ...version, local: [] };
}
function hasPrefix(candidate, { epoch, release }) {
    return candidate.epoch === epoch && (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareReleases */ .c0)(candidate.release.slice(0, release.length), release) === 0;
}
function isPrerelease({ pre, dev }) {
    return pre !== undefined || dev !== undefined;
}
/** `<1.0` leaves out 1.0rc1, though it sorts before 1.0; the first pre-release there could be is 1.0.dev0. */
function isPrereleaseOf(candidate, version) {
    return isPrerelease(candidate) && !isPrerelease(version) && (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)(candidate, { ...version, dev: 0 }) >= 0;
}
/** `>1.0` leaves out 1.0.post1, though it sorts after 1.0. */
function isPostReleaseOf(candidate, version) {
    return (candidate.post !== undefined &&
        (0,_versions_js__WEBPACK_IMPORTED_MODULE_0__/* .compareVersions */ .Zy)({ ...withoutLocal(candidate), post: undefined, dev: undefined }, version) === 0);
}


/***/ }),

/***/ 6724:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SF: () => (/* binding */ releaseVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   c0: () => (/* binding */ compareReleases),
/* harmony export */   hG: () => (/* binding */ successor),
/* harmony export */   ot: () => (/* binding */ parseVersion),
/* harmony export */   qh: () => (/* binding */ formatVersion)
/* harmony export */ });
/** PEP 440 versions: how they are read, written and ordered. */
const NUMBERS = String.raw `v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)`;
const PRE = String.raw `(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\d+)?)?`;
const POST = String.raw `(?:-(?<bare>\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postNumber>\d+)?)?`;
const DEV = String.raw `(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>\d+)?)?`;
const LOCAL = String.raw `(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?`;
// No `u` flag: together with `i` it would let letters such as U+017F stand for ASCII ones.
const VERSION = new RegExp(`^${NUMBERS}${PRE}${POST}${DEV}${LOCAL}$`, 'i');
const BARE = /^\p{White_Space}*(\P{White_Space}+)\p{White_Space}*$/u;
const PRE_LETTERS = { alpha: 'a', a: 'a', beta: 'b', b: 'b', preview: 'rc', pre: 'rc', c: 'rc', rc: 'rc' };
const PHASES = { a: 0, b: 1, rc: 2 };
/** Reads a version, with white space around it; undefined when PEP 440 refuses it. */
function parseVersion(text) {
    const found = VERSION.exec(BARE.exec(text)?.[1] ?? '')?.groups;
    if (!found)
        return undefined;
    const { epoch, release = '', pre, preNumber, bare, post, postNumber, dev, devNumber, local } = found;
    return {
        epoch: toPart(epoch),
        release: release.split('.').map(toPart),
        pre: pre ? [PRE_LETTERS[pre.toLowerCase()], toPart(preNumber)] : undefined,
        post: bare || post ? toPart(bare ?? postNumber) : undefined,
        dev: dev ? toPart(devNumber) : undefined,
        local: local ? local.split(/[-_.]/).map((part) => (/^\d+$/.test(part) ? toPart(part) : part.toLowerCase())) : [],
    };
}
/** The version `release`, with nothing else. */
function releaseVersion(release) {
    return { epoch: 0, release, pre: undefined, post: undefined, dev: undefined, local: [] };
}
/** The normal form of PEP 440; zeros at the end of the release are kept. */
function formatVersion({ epoch, release, pre, post, dev, local }) {
    return [
        compare(epoch, 0) === 0 ? '' : `${epoch}!`,
        release.join('.'),
        pre ? pre.join('') : '',
        post === undefined ? '' : `.post${post}`,
        dev === undefined ? '' : `.dev${dev}`,
        local.length === 0 ? '' : `+${local.join('.')}`,
    ].join('');
}
/** Negative, zero or positive, by the order of PEP 440; zero means equal, as 1.0 and 1.0.0 are. */
function compareVersions(a, b) {
    return (compare(a.epoch, b.epoch) ||
        compareReleases(a.release, b.release) ||
        compare(phase(a), phase(b)) ||
        compare(a.pre?.[1] ?? 0, b.pre?.[1] ?? 0) ||
        compare(a.post ?? -1, b.post ?? -1) ||
        compare(a.dev ?? Number.POSITIVE_INFINITY, b.dev ?? Number.POSITIVE_INFINITY) ||
        compareLocals(a.local, b.local));
}
/** Orders release segments, the shorter one filled up with zeros. */
function compareReleases(a, b) {
    for (let i = 0; i < a.length || i < b.length; i++) {
        const order = compare(a[i] ?? 0, b[i] ?? 0);
        if (order !== 0)
            return order;
    }
    return 0;
}
/** The part after `part`, without losing precision at the edge of the doubles. */
function successor(part) {
    return part === Number.MAX_SAFE_INTEGER || typeof part === 'bigint' ? BigInt(part) + 1n : part + 1;
}
function toPart(digits = '0') {
    const number = Number(digits);
    return Number.isSafeInteger(number) ? number : BigInt(digits);
}
/** A lone .devN comes before every pre-release, a release without a pre-release after them. */
function phase({ pre, post, dev }) {
    if (pre)
        return PHASES[pre[0]];
    return post === undefined && dev !== undefined ? -1 : 3;
}
function compareLocals(a, b) {
    for (let i = 0; i < a.length && i < b.length; i++) {
        const [left = 0, right = 0] = [a[i], b[i]];
        // Within a local version, numbers come after text.
        const order = compare(Number(typeof left !== 'string'), Number(typeof right !== 'string')) || compare(left, right);
        if (order !== 0)
            return order;
    }
    return compare(a.length, b.length);
}
function compare(a, b) {
    if (a === b)
        return 0;
    return a < b ? -1 : Number(a > b);
}


/***/ }),

/***/ 5813:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mh: () => (/* binding */ wheelVersion),
/* harmony export */   R9: () => (/* binding */ parseWheel),
/* harmony export */   hH: () => (/* binding */ misfit)
/* harmony export */ });
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2861);
/** Which wheels a machine can install, by their file names (PEP 425, 600 and 656). */

/** `name-version[-build]-python-abi-platform.whl`, where a build begins with a digit. */
const NAME = /^[^-]+-([^-]+)-(?:\d[^-]*-)?([^-]+)-([^-]+)-([^-]+)\.whl$/;
/** Reads a wheel's file name, URL-encoded or not; `undefined` when it is none. */
function parseWheel(file) {
    const [, version = '', pythons = '', abis = '', platforms = ''] = NAME.exec(decoded(file)) ?? [];
    if (version === '')
        return undefined;
    return { version, pythons: pythons.split('.'), abis: abis.split('.'), platforms: platforms.split('.') };
}
/** The version in a wheel's file name alone; a lock may have a hundred thousand of them. */
const wheelVersion = (file) => NAME.exec(decoded(file))?.[1];
/** `undefined` when the machine can install the wheel; else the first thing that is in the way. */
function misfit(wheel, target) {
    const needed = wheel.platforms.map((platform) => libcNeeded(platform, target));
    const least = Math.min(...needed.map((minor) => minor ?? Number.POSITIVE_INFINITY));
    if (least === Number.POSITIVE_INFINITY)
        return { kind: 'platform' };
    const fits = wheel.pythons.some((python) => wheel.abis.some((abi) => runs(python, abi, target)));
    if (!fits)
        return { kind: 'python' };
    return least > target.libc.minor ? { kind: 'libc', minor: least } : undefined;
}
/** A pair of Python and ABI tag: https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/ */
function runs(python, abi, { minor, freeThreaded }) {
    const [, implementation, digits] = /^(cp|py)3(\d*)$/.exec(python) ?? [];
    const tagged = digits ? Number(digits) : undefined;
    if (implementation === 'py')
        return abi === 'none' && (tagged ?? 0) <= minor;
    if (implementation !== 'cp' || tagged === undefined)
        return false;
    if (tagged === minor && (abi === 'none' || abi === `cp3${minor}${freeThreaded ? 't' : ''}`))
        return true;
    return abi === (freeThreaded ? 'abi3t' : 'abi3') && tagged >= 2 && tagged <= minor;
}
/** The names before PEP 600, and the glibc that they stand for. */
const LEGACY = { manylinux1: 5, manylinux2010: 12, manylinux2014: 17 };
/** PEP 600 builds begin at the glibc of manylinux1 on x86, and at that of manylinux2014 elsewhere. */
const OLDEST_GLIBC = (machine) => (machine === 'x86_64' ? 5 : 17);
/** The minor of the C library a platform tag asks for, 0 where any will do, `undefined` for other platforms. */
function libcNeeded(platform, { machine, libc }) {
    if (platform === 'any' || platform === `linux_${machine}`)
        return 0;
    if (!platform.endsWith(`_${machine}`))
        return undefined;
    const standard = platform.slice(0, -machine.length - 1);
    if (libc.kind === 'musl') {
        const minor = /^musllinux_1_(\d+)$/.exec(standard)?.[1];
        return minor === undefined ? undefined : Number(minor);
    }
    const minor = LEGACY[standard] ?? Number(/^manylinux_2_(\d+)$/.exec(standard)?.[1]);
    return minor >= OLDEST_GLIBC(machine) ? minor : undefined;
}
const decoded = (file) => file.includes('%') ? ((0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(() => decodeURIComponent(file)) ?? file) : file;


/***/ }),

/***/ 1837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I6: () => (/* binding */ trimBlanks),
/* harmony export */   UU: () => (/* binding */ decodePin),
/* harmony export */   VY: () => (/* binding */ UNICODE_BLANK),
/* harmony export */   tx: () => (/* binding */ pinLines)
/* harmony export */ });
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2861);
/** The text of a pin file, decoded and cut into lines as uv does it. */

/** The file's text, its byte order mark included; undefined when it is not UTF-8. */
const decodePin = (bytes) => (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
/** The lines that are neither blank nor a comment. */
function pinLines(text) {
    // A carriage return alone ends no line, and String.trim would take away a byte order mark, which uv keeps.
    return text.split(/\r?\n/).flatMap((line, index) => {
        const start = line.search(/\P{White_Space}/u);
        return start === -1 || line[start] === '#' ? [] : [{ text: line, line: index + 1, column: start + 1 }];
    });
}
const ASCII_BLANK = /^[ \t\n\f\r]$/;
/** The blanks that uv 0.13 takes off a request: every one that Unicode knows. */
const UNICODE_BLANK = /^\p{White_Space}$/u;
/** The text without blanks around it; without `blank` those of ASCII: the only ones that uv before 0.13 takes off a version. */
function trimBlanks(text, blank = ASCII_BLANK) {
    let start = 0;
    let end = text.length;
    while (start < end && blank.test(text.charAt(start)))
        start += 1;
    while (start < end && blank.test(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}


/***/ }),

/***/ 1460:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ pinRemedy),
/* harmony export */   n: () => (/* binding */ judgePin)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _python_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2090);
/* harmony import */ var _version_request_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5601);
/** What there is to say about a pin by itself, whatever `requires-python` is. */




const PLAIN = /^\d+\.\d+(\.\d+)?$/;
const BUILDS = {
    default: undefined,
    freethreaded: 'free-threaded build',
    debug: 'debug build',
    'freethreaded+debug': 'free-threaded debug build',
    gil: 'build with the GIL',
    'gil+debug': 'debug build with the GIL',
};
const IMPLEMENTATIONS = {
    cpython: undefined,
    pypy: 'PyPy',
    graalpy: 'GraalPy',
    pyodide: 'Pyodide',
};
const SYSTEMS = new Map([
    ['macos', 'macOS'],
    ['windows', 'Windows'],
]);
const path = ({ text, request, instead }) => {
    if (request.kind !== 'path')
        return undefined;
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' is a path on one machine; pin a version such as ${instead}`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('path-pin', message, pinRemedy(instead));
};
const unsupported = ({ request, instead }) => {
    const version = (0,_python_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestedVersion */ .hi)(request);
    const message = version && (0,_version_request_js__WEBPACK_IMPORTED_MODULE_3__/* .unsupportedReason */ .EX)(version);
    return message ? (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('unsupported-python', message, pinRemedy(instead)) : undefined;
};
const nonportable = ({ text, instead }) => {
    if (PLAIN.test(text))
        return undefined;
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' works in uv but not in every tool`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('nonportable-pin', message, pinRemedy(instead));
};
const variant = ({ text, request, instead }) => {
    const build = BUILDS[(0,_python_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestedVersion */ .hi)(request)?.variant ?? 'default'];
    if (!build)
        return undefined;
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' needs a ${build} on the server`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('variant-pin', message, `Make sure the server has one, or pin ${instead}.`);
};
const implementation = ({ text, request, instead }) => {
    const name = IMPLEMENTATIONS[(0,_python_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestedImplementation */ .z3)(request) ?? 'cpython'];
    if (!name)
        return undefined;
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' needs ${name}: the server must offer it`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('implementation-pin', message, `Ask for ${name} there, or pin ${instead}.`);
};
const platform = ({ text, request, instead }) => {
    if (request.kind !== 'key')
        return undefined;
    const { os, arch, libc } = request.key;
    const parts = [os, arch, libc].filter((part) => part !== undefined);
    if (parts.length === 0)
        return undefined;
    const isElsewhere = os !== undefined && os !== 'linux';
    const place = isElsewhere ? (SYSTEMS.get(os) ?? os) : parts.join(' ');
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' can only match ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(place)}`;
    if (isElsewhere)
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('platform-pin-mismatch', message, pinRemedy(instead));
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('platform-pin', message, pinRemedy(instead));
};
const prerelease = ({ text, request, instead }) => {
    const version = (0,_python_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestedVersion */ .hi)(request);
    if (version?.kind !== 'release' || !version.pre)
        return undefined;
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' is a pre-release, which the server may not have`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('prerelease-pin', message, `Pin ${instead} once it is released.`);
};
const unversioned = ({ text, request, instead }) => {
    if (request.kind === 'path' || (0,_python_request_js__WEBPACK_IMPORTED_MODULE_2__/* .requestedVersion */ .hi)(request))
        return undefined;
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' has no version, so uv may choose one that requires-python rejects`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('unversioned-pin', message, pinRemedy(instead));
};
const RULES = [
    path,
    unsupported,
    nonportable,
    variant,
    implementation,
    platform,
    prerelease,
    unversioned,
];
/** After one of these there is no version left to compare with `requires-python`. */
const FINAL = ['path-pin', 'unsupported-python', 'unversioned-pin'];
/** What the rules say, in their order, and whether `requires-python` is to be looked at as well. */
function judgePin(pinned) {
    const findings = RULES.map((rule) => rule(pinned)).filter((finding) => finding !== undefined);
    return { findings, isFinal: findings.some(({ code }) => FINAL.includes(code)) };
}
/** The command that replaces a pin. */
function pinRemedy(version) {
    return `Run \`uv python pin ${version}\` and commit .python-version.`;
}


/***/ }),

/***/ 4970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readRange),
/* harmony export */   w: () => (/* binding */ checkPin)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _pin_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1837);
/* harmony import */ var _pin_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1460);
/* harmony import */ var _python_fit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9921);
/* harmony import */ var _python_request_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2090);
/* harmony import */ var _requires_python_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2640);
/* harmony import */ var _version_request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5601);
/** Whether the pin in `.python-version` gives uv a Python that `requires-python` accepts. */








/**
 * Judges a pin file. `requirements` come in the order in which they count: the lock's first, because the server enforces it.
 * `exists` says whether a path is there, seen from where uv would run. There is no pin when uv could use none of the lines.
 */
function checkPin(file, requirements, exists) {
    const at = ({ line, column }, finding) => finding.file === undefined ? { ...finding, file: file.path, line, column } : finding;
    const top = { line: 1, column: 1 };
    const text = (0,_pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .decodePin */ .UU)(file.bytes);
    if (text === undefined)
        return { findings: [at(top, notUtf8(file.path))] };
    if (text.startsWith('\ufeff'))
        return { findings: [at(top, byteOrderMark(file.path))] };
    const lines = (0,_pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .pinLines */ .tx)(text).map((line) => {
        const request = (0,_python_request_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePythonRequest */ .Rf)(line.text, exists);
        // uv 0.13 takes off every blank that Unicode knows, older ones those of ASCII.
        const bare = (0,_pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .trimBlanks */ .I6)(line.text, _pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .UNICODE_BLANK */ .VY);
        const isOdd = request.kind === 'executable' && bare !== (0,_pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .trimBlanks */ .I6)(line.text);
        return isOdd
            ? { ...line, isOdd, text: bare, request: (0,_python_request_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePythonRequest */ .Rf)(bare, exists) }
            : { ...line, isOdd, request };
    });
    const isUsable = ({ request }) => request.kind !== 'executable';
    const ignored = lines.find((line) => !isUsable(line));
    const [used, second] = lines.filter(isUsable);
    const { readable, findings: invalid } = (0,_requires_python_js__WEBPACK_IMPORTED_MODULE_5__/* .readRequirements */ .F2)(requirements);
    const accepted = readable.flatMap(({ specifiers }) => specifiers);
    const suggest = (near = '') => (0,_python_fit_js__WEBPACK_IMPORTED_MODULE_3__/* .suggestVersion */ .b)(accepted, (0,_requires_python_js__WEBPACK_IMPORTED_MODULE_5__/* .minorOf */ .Hs)(near)) ?? '3.12';
    const findings = ignored ? [at(ignored, ignoredLine(ignored.text, suggest(ignored.text)))] : [];
    if (!used)
        return { findings: [...findings, at(top, noPin(file.path, suggest(ignored?.text)))] };
    if (second)
        findings.push(at(second, severalPins(used.text)));
    if (used.isOdd)
        findings.push(at(used, oddBlank(used.text)));
    const pin = toPin(used);
    const instead = plainVersion(pin.version, accepted) ?? suggest(pin.text);
    const { findings: own, isFinal } = (0,_pin_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .judgePin */ .n)({ ...pin, instead });
    findings.push(...own.map((finding) => at(used, finding)));
    if (pin.version && !isFinal) {
        const pinned = { version: pin.version, place: `${file.path}:${pin.line}`, minor: (0,_requires_python_js__WEBPACK_IMPORTED_MODULE_5__/* .minorOf */ .Hs)(pin.text) };
        const conflict = (0,_requires_python_js__WEBPACK_IMPORTED_MODULE_5__/* .judgeVersion */ .uM)(pinned, readable);
        findings.push(...invalid, ...(conflict ? [at(used, conflict)] : []));
    }
    return { findings, pin };
}
function notUtf8(path) {
    const message = `${path} is not valid UTF-8; uv cannot read it`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('encoding', message, 'Save the file as UTF-8 and commit it.');
}
function byteOrderMark(path) {
    const fault = `${path} starts with a byte order mark; uv would ignore the version on line 1`;
    const message = `${fault}. Save it as UTF-8 without BOM`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('bom', message, 'Save the file as UTF-8 without BOM and commit it.');
}
function ignoredLine(text, version) {
    const message = `uv ignores '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' (not a Python request)`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('line-ignored', message, hintFor((0,_pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .trimBlanks */ .I6)(text), version));
}
function oddBlank(text) {
    const message = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' has an unusual blank before or after it, such as a no-break space: uv 0.13 reads the line, older versions ignore it`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('nonportable-pin', message, (0,_pin_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .pinRemedy */ .M)(text));
}
function noPin(path, version) {
    const message = `${path} has no version: uv would use any Python, whatever requires-python says`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-pin', message, (0,_pin_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .pinRemedy */ .M)(version));
}
function severalPins(first) {
    const message = `Only the first version (${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(first)}) is used; some servers reject the file`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('multiple-pins', message, 'Leave one version in the file.');
}
function toPin({ text, line, request }) {
    const trimmed = (0,_pin_file_js__WEBPACK_IMPORTED_MODULE_7__/* .trimBlanks */ .I6)(text);
    const version = (0,_python_request_js__WEBPACK_IMPORTED_MODULE_4__/* .requestedVersion */ .hi)(request);
    // uv's canonical form of a range forgets the build variant.
    const isLossy = version?.kind === 'range' && version.variant !== 'default';
    const python = isLossy ? trimmed : (0,_python_request_js__WEBPACK_IMPORTED_MODULE_4__/* .formatPythonRequest */ .jT)(request);
    return { text: trimmed, line, request, python, ...(version && { version }) };
}
/** A range of versions, such as requires-python has, as a pin; nothing for what uv would not read as a range. */
function readRange(text, line) {
    const request = (0,_python_request_js__WEBPACK_IMPORTED_MODULE_4__/* .parsePythonRequest */ .Rf)(text);
    return (0,_python_request_js__WEBPACK_IMPORTED_MODULE_4__/* .requestedVersion */ .hi)(request)?.kind === 'range' ? toPin({ text, line, request }) : undefined;
}
/** The X.Y or X.Y.Z that a request names without all that makes it special, if the specifiers accept any such Python. */
function plainVersion(version, specifiers) {
    if (version?.kind !== 'release')
        return undefined;
    const [major, minor] = version.release;
    if (major !== 3 || minor === undefined || (0,_version_request_js__WEBPACK_IMPORTED_MODULE_6__/* .unsupportedReason */ .EX)({ ...version, variant: 'default' }))
        return undefined;
    return (0,_python_fit_js__WEBPACK_IMPORTED_MODULE_3__/* .findFit */ .R)(version, specifiers).verdict === 'none' ? undefined : version.release.join('.');
}
/** The first sign that is there decides. */
const HINTS = [
    [/^(?:<{7}|={7}|>{7})(?: |$)/, () => 'Resolve the merge conflict, remove its markers and commit the file.'],
    [/\r/, () => 'Save the file with Unix line endings (LF).'],
    [/#/, () => 'Move the comment to a line of its own.'],
    [/[^\t -~]/, (version) => `Type ${version} again: the line has invisible or unusual characters.`],
    [/["']/, (version) => `Write ${version} without quotes.`],
    [/\d[\s,|]+[v\d]/, (version) => `Write one version only, such as ${version}.`],
    [/[-.]dev|\.[x*]|\*|[\^~=<>]/, (version) => `Write ${version}: uv does not support this notation here.`],
    [/^v?\d/i, (version) => `Write a version that uv knows, such as ${version}.`],
    [/^(latest|stable|system|python)/i, (version) => `Write the version alone, such as ${version}.`],
    [/(?:)/, (version) => `Write ${version} instead of a name that pyenv or pyenv-virtualenv may know, but uv does not.`],
];
/** One sentence on how to repair the line, given a version that could stand there. */
function hintFor(line, version) {
    const hint = HINTS.find(([sign]) => sign.test(line));
    return hint ? hint[1](version) : '';
}


/***/ }),

/***/ 9921:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ findFit),
/* harmony export */   b: () => (/* binding */ suggestVersion)
/* harmony export */ });
/* harmony import */ var _packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);
/* harmony import */ var _packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6724);
/* harmony import */ var _version_request_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5601);
/** How the Pythons that a pin allows compare with those that `requires-python` accepts. */



/** The minors that a pin could mean; what it allows is counted out, as intervals may lie between two releases. */
const LAST_MINORS = [
    [2, 7],
    [3, 60],
];
const LAST_PATCH = 255;
/** The minors of Python 3 that suggestions stay near to. */
const FAMILIAR = { oldest: 9, usual: 12, newest: 14 };
const OLDEST_SUPPORTED = 6;
/** Compares a request with a set of specifiers; an exact request allows one Python, so all or none are accepted. */
function findFit(request, required) {
    const allowed = allowedReleases(request, required);
    const accepted = allowed.map((release) => accepts(required, release));
    const first = accepted.indexOf(false);
    const next = first === -1 ? -1 : accepted.indexOf(true, first);
    const rejected = first === -1 ? [] : allowed.slice(first, next === -1 ? undefined : next);
    return {
        verdict: judge(accepted),
        rejected: [...new Set([rejected.at(0), rejected.at(-1)].map(show))].join('-'),
        next: show(allowed[next]).replace(/\.0$/, ''),
    };
}
/**
 * A version to pin that the specifiers accept: of the minors of Python 3 the one nearest to `near`, with a patch only if
 * some patches of it are rejected. Undefined when no Python from 3.6 on is accepted.
 */
function suggestVersion(specifiers, near = FAMILIAR.usual) {
    const start = Math.min(Math.max(near, FAMILIAR.oldest), FAMILIAR.newest);
    const minors = LAST_MINORS.flatMap(([major, last]) => (major === 3 ? upTo(last).slice(OLDEST_SUPPORTED) : []));
    const patches = tellingPatches(specifiers);
    for (const minor of minors.sort((a, b) => Math.abs(a - start) - Math.abs(b - start))) {
        const isAccepted = (patch) => accepts(specifiers, [3, minor, patch]);
        const newest = patches.findLast(isAccepted);
        if (newest === undefined)
            continue;
        if (newest < LAST_PATCH)
            return `3.${minor}.${newest}`;
        const lastRejected = patches.findLast((patch) => !isAccepted(patch));
        return lastRejected === undefined ? `3.${minor}` : `3.${minor}.${lastRejected + 1}`;
    }
    return undefined;
}
function judge(accepted) {
    if (!accepted.includes(true))
        return 'none';
    if (!accepted.includes(false))
        return 'all';
    return accepted.at(-1) ? 'with-newest' : 'without-newest';
}
function accepts(specifiers, release) {
    return (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .contains */ .gR)(specifiers, (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersion */ .SF)(release));
}
function allowedReleases(request, required) {
    if (request.kind === 'range') {
        const all = releases([], tellingPatches([...request.specifiers, ...required]));
        return all.filter((release) => accepts(request.specifiers, release));
    }
    const [major = 0, minor = 0, patch = 0] = request.release;
    return (0,_version_request_js__WEBPACK_IMPORTED_MODULE_2__/* .isExact */ .u0)(request) ? [[major, minor, patch]] : releases(request.release, tellingPatches(required));
}
function releases([wantedMajor, wantedMinor], patches) {
    return LAST_MINORS.filter(([major]) => major === (wantedMajor ?? major)).flatMap(([major, last]) => upTo(last)
        .filter((minor) => minor === (wantedMinor ?? minor))
        .flatMap((minor) => patches.map((patch) => [major, minor, patch])));
}
/** The patches that may be judged unlike the one before them, and those ones: every other patch is as its neighbours. */
function tellingPatches(specifiers) {
    const named = specifiers.map(({ version }) => Number(version.release[2] ?? 0));
    const telling = new Set([0, LAST_PATCH, ...named.flatMap((patch) => [patch - 1, patch, patch + 1])]);
    return [...telling].filter((patch) => patch >= 0 && patch <= LAST_PATCH).sort((a, b) => a - b);
}
/** The last patch stands for all that are still to come. */
function show(release) {
    if (!release)
        return '';
    const [major, minor, patch] = release;
    return `${major}.${minor}.${patch === LAST_PATCH ? 'x' : patch}`;
}
function upTo(last) {
    return Array.from({ length: last + 1 }, (_, i) => i);
}


/***/ }),

/***/ 1639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ haveSameBounds),
/* harmony export */   Sm: () => (/* binding */ pythonRange),
/* harmony export */   dF: () => (/* binding */ rangeContains),
/* harmony export */   p6: () => (/* binding */ formatPythonRange)
/* harmony export */ });
/* harmony import */ var _packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);
/* harmony import */ var _packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6724);
/** The releases of Python that a `requires-python` lets through, as intervals: what uv compares and writes into a lock. */


const LOWEST = { release: [-1], after: false };
const HIGHEST = { release: [Number.POSITIVE_INFINITY], after: true };
const EVERYTHING = [{ from: LOWEST, to: HIGHEST }];
/** Keeps a range such as `>=3.0,<3.999999999` from being written out minor by minor. */
const MOST_MINORS = 256;
const before = (release) => ({ release, after: false });
const after = (release) => ({ release, after: true });
const point = (release) => ({ from: before(release), to: after(release) });
const prefixed = (release) => ({ from: before(release), to: before(bump(release)) });
const INTERVALS = {
    '==': (release, wildcard) => [wildcard ? prefixed(release) : point(release)],
    '!=': (release, wildcard) => complement(wildcard ? prefixed(release) : point(release)),
    '===': (release) => [point(release)],
    '~=': (release) => [{ from: before(release), to: before(bump(release.slice(0, -1))) }],
    '<': (release) => [{ from: LOWEST, to: before(release) }],
    '<=': (release) => [{ from: LOWEST, to: after(release) }],
    '>': (release) => [{ from: after(release), to: HIGHEST }],
    '>=': (release) => [{ from: before(release), to: HIGHEST }],
};
/**
 * The range all the given sets agree on, such as those of a workspace's members.
 * Only release segments count: `>=3.12rc1` begins at 3.12, because uv reduces the interpreter to its release too.
 */
function pythonRange(...sets) {
    return sets
        .flat()
        .map(({ operator, version, wildcard }) => INTERVALS[operator](version.release, wildcard))
        .reduce(intersect, EVERYTHING);
}
/** Whether two ranges begin and end at the same place; uv takes no notice of holes when it judges a lock's age. */
function haveSameBounds(a, b) {
    const [first, second] = [bounds(a), bounds(b)];
    return compareCuts(first.from, second.from) === 0 && compareCuts(first.to, second.to) === 0;
}
/** Whether the range has a place for the release. */
function rangeContains(range, release) {
    return range.some(({ from, to }) => compareCuts(from, before(release)) <= 0 && compareCuts(after(release), to) <= 0);
}
/** The range as uv writes it into a lock, for instance `>=3.12, <4`; holes that it cannot express are left out. */
function formatPythonRange(range) {
    if (range.length === 0)
        return '<0';
    const holes = range.flatMap(({ to }, i) => holeSpecifiers(to, range[i + 1]?.from ?? to));
    return (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpecifiers */ .x1)((0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .sortSpecifiers */ .ER)([...holes, ...boundSpecifiers(bounds(range))]));
}
function boundSpecifiers({ from, to }) {
    if (!from.after && to.after && (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareReleases */ .c0)(from.release, to.release) === 0)
        return [specifier('==', from.release)];
    const minors = wholeMinors(from, to);
    if (minors.length === 1)
        return minors.map((minor) => specifier('==', minor, true));
    return [
        ...(from === LOWEST ? [] : [specifier(from.after ? '>' : '>=', from.release)]),
        ...(to === HIGHEST ? [] : [specifier(to.after ? '<=' : '<', to.release)]),
    ];
}
function holeSpecifiers(from, to) {
    if (!from.after && to.after && (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareReleases */ .c0)(from.release, to.release) === 0)
        return [specifier('!=', from.release)];
    return wholeMinors(from, to).map((minor) => specifier('!=', minor, true));
}
/** The minors X.Y between two cuts when these are the edges of such minors of one major, else none. */
function wholeMinors(from, to) {
    const [major = 0, first = 0, ...rest] = trimZeros(from.release);
    const [lastMajor = 0, last = 0, ...lastRest] = trimZeros(to.release);
    if (from.after || to.after || rest.length > 0 || lastRest.length > 0 || major !== lastMajor)
        return [];
    if (BigInt(last) - BigInt(first) > MOST_MINORS)
        return [];
    const minors = [];
    for (let minor = first; minor < last; minor = (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .successor */ .hG)(minor))
        minors.push([major, minor]);
    return minors;
}
function specifier(operator, release, wildcard = false) {
    return { operator, version: (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersion */ .SF)(release), wildcard };
}
function trimZeros(release) {
    return release.slice(0, release.findLastIndex((part) => part !== 0) + 1);
}
function bump(release) {
    return release.with(-1, (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .successor */ .hG)(release.at(-1) ?? 0));
}
function complement({ from, to }) {
    return [
        { from: LOWEST, to: from },
        { from: to, to: HIGHEST },
    ];
}
function intersect(left, right) {
    return left
        .flatMap((a) => right.map((b) => ({ from: later(a.from, b.from), to: earlier(a.to, b.to) })))
        .filter(({ from, to }) => compareCuts(from, to) < 0);
}
// Of two spellings of the same cut, such as 3.12 and 3.12.0, uv writes the later lower one and the earlier upper one.
function later(a, b) {
    return compareCuts(a, b) > 0 ? a : b;
}
function earlier(a, b) {
    return compareCuts(a, b) <= 0 ? a : b;
}
function bounds(range) {
    return { from: range[0]?.from ?? HIGHEST, to: range.at(-1)?.to ?? LOWEST };
}
function compareCuts(a, b) {
    return (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareReleases */ .c0)(a.release, b.release) || Number(a.after) - Number(b.after);
}


/***/ }),

/***/ 2090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jT: () => (/* binding */ formatPythonRequest),
  Rf: () => (/* binding */ parsePythonRequest),
  z3: () => (/* binding */ requestedImplementation),
  hi: () => (/* binding */ requestedVersion)
});

// EXTERNAL MODULE: ./src/project/pin/version-request.ts
var version_request = __webpack_require__(5601);
;// CONCATENATED MODULE: ./src/project/pin/python-key.ts
/** Download keys such as `cpython-3.12.3-linux-x86_64-gnu`, by which uv names the Pythons it can install. */

/** Long names first: uv tries them in this order. */
const IMPLEMENTATIONS = new Map([
    ['cpython', 'cpython'],
    ['pypy', 'pypy'],
    ['graalpy', 'graalpy'],
    ['pyodide', 'pyodide'],
    ['cp', 'cpython'],
    ['pp', 'pypy'],
    ['gp', 'graalpy'],
]);
const OS = /^(aix|cygwin|dragonfly|emscripten|freebsd|fuchsia|haiku|hurd|illumos|linux|macos|netbsd|none|openbsd|redox|solaris|wasi(p[12])?|windows|(darwin|ios|macosx|tvos|visionos|watchos|xros)(\d+(\.\d+){0,2})?)$/;
const ARCH = /^(aarch64(_be)?|arm(64|eb)?|armv(4t?|5t(ej?)?|6([jkmz]|kz|t2)?|7([akmrs]|ve)?|8([ar]|\.\da|m\.(base|main))?)|i[356]86|loongarch64|m68k|mips(64)?(el)?|powerpc(64(le)?)?|riscv(32|64)[a-z]*|s390x|sparc(64|v9)?|wasm(32|64)|x86|x86_64(h|_v[234])?)$/;
const LIBC = /^(gnu(eabi(hf)?)?|musl(eabi(hf)?)?|none)$/;
const ALIASES = { darwin: 'macos', arm64: 'aarch64', i686: 'x86' };
/** In the order in which the parts may follow each other; each may be left out. */
const READERS = [
    (part) => {
        const implementation = IMPLEMENTATIONS.get(part.toLowerCase());
        return implementation && { implementation };
    },
    (part) => {
        const version = (0,version_request/* parseVersionRequest */.Hd)(part);
        return version && { version };
    },
    (part) => (OS.test(part) ? { os: canonical(part) } : undefined),
    (part) => (ARCH.test(part) ? { arch: canonical(part) } : undefined),
    (part) => (LIBC.test(part) ? { libc: part } : undefined),
];
/** Reads a key; undefined when there are too many parts, or one is unknown or out of order. */
function parsePythonKey(text) {
    const parts = text.split('-');
    if (parts.length > READERS.length)
        return undefined;
    let key = {};
    let next = 0;
    for (const part of parts) {
        // uv stops reading at the libc, whatever may follow it.
        if (next === READERS.length)
            break;
        let found;
        while (!found && next < READERS.length) {
            found = part.toLowerCase() === 'any' ? {} : READERS[next]?.(part);
            next += 1;
        }
        if (!found)
            return undefined;
        key = { ...key, ...found };
    }
    return key;
}
/** The key with all five parts, as uv writes it. */
function formatPythonKey({ implementation, version, os, arch, libc }) {
    const parts = [implementation, version && (0,version_request/* formatVersionRequest */.fE)(version), os, arch, libc];
    return parts.map((part) => part ?? 'any').join('-');
}
function canonical(part) {
    return ALIASES[part.replace(/^darwin[\d.]*$/, 'darwin')] ?? part;
}

;// CONCATENATED MODULE: ./src/project/pin/python-request.ts
/** What a line of a pin file asks uv for, in uv's own grammar. */


/** The empty name makes a bare version; both come before the implementations, whose names could begin alike. */
const PREFIXES = [
    ['python', undefined],
    ['', undefined],
    ...IMPLEMENTATIONS,
];
/**
 * Reads a request as uv on Linux does; it never fails, since whatever is nothing else is the name of an executable.
 * The text is not trimmed: uv reads ` 3.12 ` as a version, but ` cpython ` as a name.
 */
function parsePythonRequest(text, exists = () => false) {
    const lower = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    return (parseKeyword(lower) ??
        parseNameAndVersion(lower) ??
        parsePath(text, exists) ??
        parseKey(text) ?? { kind: 'executable', name: text });
}
/** The request in uv's canonical spelling. */
function formatPythonRequest(request) {
    switch (request.kind) {
        case 'any':
        case 'default':
            return request.kind;
        case 'version':
            return (0,version_request/* formatVersionRequest */.fE)(request.version);
        case 'implementation':
            return request.implementation + (request.version ? `@${(0,version_request/* formatVersionRequest */.fE)(request.version)}` : '');
        case 'path':
            return request.path;
        case 'key':
            return formatPythonKey(request.key);
        case 'executable':
            return request.name;
    }
}
/** The version a request names, if it names one. */
function requestedVersion(request) {
    if (request.kind === 'key')
        return request.key.version;
    return 'version' in request ? request.version : undefined;
}
/** The implementation a request names, if it names one. */
function requestedImplementation(request) {
    if (request.kind === 'key')
        return request.key.implementation;
    return 'implementation' in request ? request.implementation : undefined;
}
function parseKeyword(lower) {
    return lower === 'any' || lower === 'default' ? { kind: lower } : undefined;
}
function parseNameAndVersion(lower) {
    if (lower.startsWith('@'))
        return undefined;
    for (const [prefix, implementation] of PREFIXES) {
        if (!lower.startsWith(prefix))
            continue;
        const rest = lower.slice(prefix.length);
        if (rest === '' && implementation)
            return { kind: 'implementation', implementation };
        const version = (0,version_request/* parseVersionRequest */.Hd)(rest.replace(/^@/, ''));
        if (version)
            return implementation ? { kind: 'implementation', implementation, version } : { kind: 'version', version };
        // After an `@` nothing but a version may follow, so no shorter prefix is tried.
        if (rest.startsWith('@'))
            return undefined;
    }
    return undefined;
}
function parsePath(text, exists) {
    return text.includes('/') || exists(text) ? { kind: 'path', path: text } : undefined;
}
function parseKey(text) {
    const key = parsePythonKey(text);
    return key && { kind: 'key', key };
}


/***/ }),

/***/ 2640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ readRequirements),
/* harmony export */   Hs: () => (/* binding */ minorOf),
/* harmony export */   uM: () => (/* binding */ judgeVersion)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _pin_rules_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1460);
/* harmony import */ var _python_fit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9921);
/* harmony import */ var _version_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5601);
/** What there is to say when a pinned version and `requires-python` do not go together. */






const FINDINGS = {
    all: () => undefined,
    'with-newest': (conflict) => {
        const { rejected, next } = conflict.fit;
        const complaint = `${name(conflict)} also allows ${rejected}, which ${texts(conflict)} rejects`;
        const message = `${complaint}; pin ${next} or newer, or make sure the server has it`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('partial-pin', message, remedy(conflict));
    },
    'without-newest': (conflict) => {
        const advice = didYouMean(conflict) ?? 'pin the exact version';
        const message = `uv picks the newest ${family(conflict)}, which ${texts(conflict)} rejects; ${advice}`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('partial-pin-newest-excluded', message, remedy(conflict));
    },
    none: (conflict) => {
        const places = conflict.requirements
            .map(({ text, file, line }) => `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' (${file}:${line})`)
            .join(' and ');
        const complaint = `Python ${name(conflict)} (${conflict.pinned.place}) is not allowed by requires-python ${places}`;
        const message = [complaint, didYouMean(conflict)].filter((part) => part).join('; ');
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('incompatible-pin', message, remedy(conflict));
    },
};
/** From harmless to grave. */
const GRAVITY = ['all', 'with-newest', 'without-newest', 'none'];
/** The different requirements that can be read, and what is wrong with the others, at their own places. */
function readRequirements(requirements) {
    const readable = [];
    const findings = [];
    for (const [i, requirement] of requirements.entries()) {
        if (requirements.findIndex(({ text }) => text === requirement.text) < i)
            continue;
        const specifiers = (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSpecifiers */ .$h)(requirement.text);
        if ((0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(specifiers))
            findings.push(invalid(requirement, specifiers.refused));
        else
            readable.push({ ...requirement, specifiers });
    }
    return { readable, findings };
}
/** Compares a version with each requirement, then with all of them at once, and reports the gravest verdict. */
function judgeVersion(pinned, requirements) {
    if (requirements.length === 0)
        return undefined;
    const gravest = [...requirements.map((one) => [one]), requirements]
        .map((group) => {
        const specifiers = group.flatMap((one) => one.specifiers);
        return { pinned, all: requirements, requirements: group, specifiers, fit: (0,_python_fit_js__WEBPACK_IMPORTED_MODULE_4__/* .findFit */ .R)(pinned.version, specifiers) };
    })
        .reduce((worst, next) => (gravity(next) > gravity(worst) ? next : worst));
    return FINDINGS[gravest.fit.verdict](gravest);
}
function gravity({ fit: { verdict } }) {
    return GRAVITY.indexOf(verdict);
}
function invalid({ text, file, line }, reason) {
    const version = (0,_python_fit_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestVersion */ .b)([], minorOf(text)) ?? '3.12';
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('requires-invalid', `requires-python '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}' cannot be read: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(reason, 120)}`, `Write requires-python in pyproject.toml such as '>=${version}', and run \`uv lock\`.`, { file, line });
}
/** A version that satisfies every requirement is best, but the requirements may contradict each other. */
function remedy({ pinned, all, specifiers, fit: { verdict } }) {
    const { version, minor } = pinned;
    const own = version.kind === 'range' && verdict !== 'none' ? version.specifiers : [];
    const wanted = [all.flatMap((one) => one.specifiers), specifiers];
    const [suggestion] = wanted.flatMap((set) => (0,_python_fit_js__WEBPACK_IMPORTED_MODULE_4__/* .suggestVersion */ .b)([...set, ...own], minor) ?? []);
    if (suggestion !== undefined)
        return (0,_pin_rules_js__WEBPACK_IMPORTED_MODULE_3__/* .pinRemedy */ .M)(suggestion);
    return 'Correct requires-python in pyproject.toml, which no Python satisfies, and run `uv lock`.';
}
/** `==3.12` is 3.12.0 alone, which hardly anybody means. */
function didYouMean({ specifiers }) {
    const narrow = specifiers.find(({ operator, version, wildcard }) => operator === '==' && !wildcard && version.release.length === 2);
    return narrow && `did you mean ==${narrow.version.release.join('.')}.*?`;
}
function name({ pinned: { version } }) {
    return (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)((0,_version_request_js__WEBPACK_IMPORTED_MODULE_5__/* .formatVersionRequest */ .fE)(version));
}
function family({ pinned: { version } }) {
    return version.kind === 'range'
        ? `Python in '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)((0,_version_request_js__WEBPACK_IMPORTED_MODULE_5__/* .formatVersionRequest */ .fE)(version))}'`
        : `${version.release.join('.')}.x`;
}
function texts({ requirements }) {
    return requirements.map(({ text }) => `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)}'`).join(' and ');
}
/** The minor of the first Python 3 that a text mentions, be it 3.12 or 312. */
function minorOf(text) {
    const digits = /3\.?(\d{1,2})(?!\d)/.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 5601:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ unsupportedReason),
/* harmony export */   Hd: () => (/* binding */ parseVersionRequest),
/* harmony export */   fE: () => (/* binding */ formatVersionRequest),
/* harmony export */   u0: () => (/* binding */ isExact)
/* harmony export */ });
/* harmony import */ var _packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8568);
/* harmony import */ var _packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6724);
/** The version part of a Python request as uv reads it: numbers with a build variant, or a range. */


const VARIANTS = new Map([
    ['', 'default'],
    ['t', 'freethreaded'],
    ['freethreaded', 'freethreaded'],
    ['d', 'debug'],
    ['debug', 'debug'],
    ['td', 'freethreaded+debug'],
    ['freethreaded+debug', 'freethreaded+debug'],
    ['gil', 'gil'],
    ['gil+debug', 'gil+debug'],
]);
const LARGEST_PART = 255;
// uv takes only these blanks off a version, and nothing but visible ASCII can be part of one.
const BARE = /^[ \t\n\f\r]*([!-~]+)[ \t\n\f\r]*$/;
/** Reads what follows an implementation's name or stands alone, such as `3.12`, `312`, `3.13t` or `>=3.12,<4`. */
function parseVersionRequest(text) {
    if (/^\p{Alphabetic}*$/u.test(text))
        return undefined;
    const { rest, variant } = splitVariant(text);
    const version = (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .parseVersion */ .ot)(BARE.exec(rest)?.[1] ?? '');
    return version ? toRelease(version, variant) : toRange(rest, variant);
}
/** The request as uv writes it, which for a range is without its variant. */
function formatVersionRequest(request) {
    if (request.kind === 'range')
        return (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .formatSpecifiers */ .x1)(request.specifiers);
    const { release, pre, variant } = request;
    return (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .formatVersion */ .qh)({ ...(0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseVersion */ .SF)(release), pre }) + (variant === 'default' ? '' : `+${variant}`);
}
/** Whether one Python only can be meant; pre-releases are such. */
function isExact(request) {
    return request.kind === 'release' && (request.pre !== undefined || request.release.length === 3);
}
/** Why uv refuses to look for such a Python at all; undefined when it does look. */
function unsupportedReason(request) {
    if (request.kind === 'range')
        return undefined;
    const { release, variant } = request;
    const oldest = release.length === 1 ? [3] : [3, 6];
    const requested = formatVersionRequest(request);
    if ((0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareReleases */ .c0)(release, oldest) < 0) {
        const plain = formatVersionRequest({ ...request, variant: 'default' });
        return `Python <${oldest.join('.')} is not supported but ${plain} was requested.`;
    }
    if (variant.startsWith('freethreaded') && release.length > 1 && (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .compareReleases */ .c0)(release.slice(0, 2), [3, 13]) < 0) {
        return `Python <3.13 does not support free-threading but ${requested} was requested.`;
    }
    return undefined;
}
/** The variant is what follows the last digit; anything unknown there belongs to the version. */
function splitVariant(text) {
    const end = text.search(/\d\D*$/) + 1;
    const variant = end === 0 ? undefined : VARIANTS.get(text.slice(end).replace(/^\+/, ''));
    return variant === undefined ? { rest: text, variant: 'default' } : { rest: text.slice(0, end), variant };
}
function toRelease(version, variant) {
    if (version.post !== undefined || version.dev !== undefined || version.local.length > 0)
        return undefined;
    const release = splitWheelTag(version.release).map(Number);
    const fits = release.length <= 3 && release.every((part) => part <= LARGEST_PART);
    if (!fits || (version.pre && release.length === 1))
        return undefined;
    const isFirstPatch = version.pre && release[2] === 0;
    return { kind: 'release', release: isFirstPatch ? release.slice(0, 2) : release, pre: version.pre, variant };
}
/** A lone number of several digits is a wheel's tag: 312 is 3.12, and 38 is 3.8. */
function splitWheelTag(release) {
    const [first, ...others] = release;
    const [, major, minor] = /^(\d)(\d+)$/.exec(String(first)) ?? [];
    return major && minor && others.length === 0 ? [major, minor] : release;
}
function toRange(text, variant) {
    const specifiers = (0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .parseSpecifiers */ .$h)(text);
    if ((0,_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H0)(specifiers) || specifiers.length === 0)
        return undefined;
    const [first] = specifiers;
    if (first && specifiers.length === 1 && first.operator === '==' && !first.wildcard) {
        // The variant is lost here in uv as well: `==3.13t` asks for any 3.13.
        const release = parseVersionRequest((0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_1__/* .formatVersion */ .qh)(first.version));
        if (release)
            return release;
    }
    return { kind: 'range', specifiers, variant };
}


/***/ }),

/***/ 3098:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ checkReadable),
  v: () => (/* binding */ isRefusal)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/packaging/requirement.ts
var requirement = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/project/read/form.ts
/** The form that a value of a TOML file must have. */


const kindOf = (value) => {
    if (Array.isArray(value))
        return 'a list';
    if ((0,values/* isTable */.bI)(value))
        return 'a table';
    return typeof value === 'string' ? `the text '${(0,findings_text/* quote */.hD)(value, 40)}'` : (0,findings_text/* quote */.hD)(String(value), 40);
};
const fault = (key, why) => [{ key, why }];
const wrongKind = (value, key, wanted) => fault(key, `it is ${kindOf(value)}, and uv accepts ${wanted} only`);
const form_boolean = (value, key) => (typeof value === 'boolean' ? [] : wrongKind(value, key, 'true or false'));
const form_text = (problem) => (value, key) => {
    if (typeof value !== 'string')
        return wrongKind(value, key, 'a string');
    const why = problem?.(value);
    return why === undefined ? [] : fault(key, why);
};
const oneOf = (...words) => form_text((word) => (words.includes(word) ? undefined : `'${(0,findings_text/* quote */.hD)(word, 40)}' is not one of ${words.join(', ')}`));
const list = (item) => (value, key) => Array.isArray(value) ? value.flatMap((one) => item(one, key)) : wrongKind(value, key, 'a list');
/** A table whose keys are names, all with values of one form. */
const map = (name, item) => (value, key) => {
    if (!(0,values/* isTable */.bI)(value))
        return wrongKind(value, key, 'a table');
    return Object.entries(value).flatMap(([one, inner]) => {
        const why = name(one);
        return why === undefined ? item(inner, `${key}.${one}`) : fault(`${key}.${one}`, why);
    });
};
/** A table with these keys; others are left alone, or wrong where `unknown` says so. */
const table = (forms, unknown) => (value, key) => {
    if (!(0,values/* isTable */.bI)(value))
        return wrongKind(value, key, 'a table');
    return Object.entries(value).flatMap(([name, inner]) => {
        const path = key === '' ? name : `${key}.${name}`;
        if (Object.hasOwn(forms, name))
            return forms[name]?.(inner, path) ?? [];
        const why = unknown?.(name);
        return why === undefined ? [] : fault(path, why);
    });
};
/** A value of the form, and more that has to hold once it has it. */
const also = (form, problem) => (value, key) => {
    const faults = form(value, key);
    if (faults.length > 0)
        return faults;
    const more = problem(value, key);
    if (more === undefined)
        return [];
    return typeof more === 'string' ? fault(key, more) : [more];
};
/** A value of the form, or a list of such. */
const oneOrMore = (form) => (value, key) => (Array.isArray(value) ? list(form) : form)(value, key);

// EXTERNAL MODULE: ./src/project/packaging/markers.ts
var markers = __webpack_require__(5618);
// EXTERNAL MODULE: ./src/project/packaging/specifiers.ts
var specifiers = __webpack_require__(8568);
// EXTERNAL MODULE: ./src/project/packaging/versions.ts
var versions = __webpack_require__(6724);
;// CONCATENATED MODULE: ./src/project/read/project-tables.ts
/** What uv wants of [project], [dependency-groups] and [tool.uv] before it does anything, as uv 0.13 reads them. */







const NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
const project_tables_name = (one) => (NAME.test(one) ? undefined : `'${(0,findings_text/* quote */.hD)(one)}' is not a name of a package or extra`);
const version = (one) => ((0,versions/* parseVersion */.ot)(one) ? undefined : `'${(0,findings_text/* quote */.hD)(one)}' is not a version`);
const project_tables_specifiers = (one) => {
    const read = (0,specifiers/* parseSpecifiers */.$h)(one);
    return (0,specifiers/* isRefused */.H0)(read) ? `'${(0,findings_text/* quote */.hD)(one)}': ${(0,findings_text/* quote */.hD)(read.refused, 120)}` : undefined;
};
const project_tables_requirement = (one) => ((0,requirement/* parseRequirement */.pP)(one) ? undefined : `'${(0,findings_text/* quote */.hD)(one)}' is not a dependency`);
const marker = (one) => (0,markers/* isMarker */.r)(one) ? undefined : `'${(0,findings_text/* quote */.hD)(one)}' is not a marker such as sys_platform == 'linux'`;
const address = (one) => /^[a-z][a-z0-9+.-]*:/i.test(one) ? undefined : `'${(0,findings_text/* quote */.hD)(one)}' is not an address such as https://\u2026`;
/** Dependencies as texts; newer releases of uv take tables in some places. */
const requirements = list((value, key) => ((0,values/* isTable */.bI)(value) ? [] : form_text(project_tables_requirement)(value, key)));
const PROJECT = table({
    version: form_text(version),
    'requires-python': form_text(), // its specifiers are judged with the pin
    dependencies: list(form_text()),
    'optional-dependencies': map(project_tables_name, list(form_text())),
    dynamic: list(form_text()),
});
const INCLUDE = 'include-group';
const groupItem = (value, key) => {
    if (!(0,values/* isTable */.bI)(value))
        return form_text(project_tables_requirement)(value, key);
    const isRight = typeof (0,json.at)(value, INCLUDE) === 'string' && Object.keys(value).length === 1;
    return isRight ? [] : [{ key, why: `an entry that is a table has ${INCLUDE} alone` }];
};
const GROUPS = also(map(project_tables_name, list(groupItem)), (value, key) => {
    const names = Object.keys(value ?? {});
    const twice = names.find((one, index) => names.some((other, at) => at < index && isSame(one, other)));
    if (twice !== undefined)
        return { key: `${key}.${twice}`, why: `two groups have the name ${(0,findings_text/* quote */.hD)((0,requirement/* normalName */.tK)(twice))}` };
    return names.map((one) => unresolved(value, key, [one])).find((found) => found !== undefined);
});
const isSame = (one, other) => (0,requirement/* normalName */.tK)(one) === (0,requirement/* normalName */.tK)(other);
/** What a group includes that leads nowhere, or back. */
function unresolved(groups, key, path) {
    const last = path.at(-1) ?? '';
    const items = (0,json.at)(groups, last);
    for (const item of Array.isArray(items) ? items : []) {
        const included = (0,json.at)(item, INCLUDE);
        if (typeof included !== 'string')
            continue;
        const next = Object.keys(groups ?? {}).find((one) => isSame(one, included));
        if (next === undefined)
            return { key: `${key}.${last}`, why: `it includes '${(0,findings_text/* quote */.hD)(included)}', which is not defined` };
        if (path.includes(next))
            return { key: `${key}.${last}`, why: `it includes itself: ${(0,findings_text/* quote */.hD)([...path, next].join(' \u2192 '), 120)}` };
        const found = unresolved(groups, key, [...path, next]);
        if (found)
            return found;
    }
    return undefined;
}
const KINDS = ['git', 'url', 'path', 'index', 'workspace'];
const REFERENCES = ['rev', 'tag', 'branch'];
const source = also(table({
    ...{ git: form_text(address), url: form_text(address), path: form_text(), index: form_text(), workspace: form_boolean },
    ...{ subdirectory: form_text(), rev: form_text(), tag: form_text(), branch: form_text(), lfs: form_boolean },
    ...{ editable: form_boolean, package: form_boolean, marker: form_text(marker), extra: form_text(project_tables_name), group: form_text(project_tables_name) },
}, (key) => `'${(0,findings_text/* quote */.hD)(key)}' is not a key of a source`), (value) => {
    const has = (key) => (0,json.at)(value, key) !== undefined;
    const kinds = KINDS.filter(has);
    if (kinds.length !== 1)
        return kinds.length === 0 ? `it has none of ${KINDS.join(', ')}` : `it has both ${kinds.join(' and ')}`;
    const references = REFERENCES.filter(has);
    if (references.length > 1)
        return `it has ${references.join(' and ')}, and one of them is allowed`;
    if (has('extra') && has('group'))
        return 'it has both extra and group';
    if (has('editable') && (has('url') || has('git')))
        return `it has both ${kinds[0]} and editable`;
    return undefined;
});
const sources = also(oneOrMore(source), (value) => {
    if (!Array.isArray(value))
        return undefined;
    if (value.length === 0)
        return 'the list is empty';
    const isAlone = (one) => ['marker', 'extra', 'group'].every((key) => (0,json.at)(one, key) === undefined);
    return value.length > 1 && value.some(isAlone) ? 'each of several sources needs a marker' : undefined;
});
const INDEX = also(table({
    name: form_text((one) => (/^[\w.-]+$/.test(one) ? undefined : `'${(0,findings_text/* quote */.hD)(one)}' is not a name of an index`)),
    ...{ url: form_text(), explicit: form_boolean, default: form_boolean },
    ...{ format: oneOf('simple', 'flat'), authenticate: oneOf('auto', 'always', 'never') },
}), (value) => {
    if ((0,json.at)(value, 'url') === undefined)
        return 'it has no url';
    return (0,json.at)(value, 'explicit') === true && (0,json.at)(value, 'name') === undefined ? 'explicit needs a name' : undefined;
});
const indexes = also(list(INDEX), (value, key) => {
    const all = Array.isArray(value) ? value : [];
    const named = all.map((one) => (0,json.at)(one, 'name'));
    const twice = named.findIndex((one, index) => one !== undefined && named.indexOf(one) < index);
    if (twice >= 0)
        return { key: `${key}.${twice}`, why: `two indexes have the name ${(0,findings_text/* quote */.hD)(String(named[twice]))}` };
    const isSecond = all.filter((one) => (0,json.at)(one, 'default') === true).length > 1;
    return isSecond ? 'more than one index is the default' : undefined;
});
const conflict = also(list(table({ package: form_text(project_tables_name), extra: form_text(project_tables_name), group: form_text(project_tables_name) })), (value) => {
    const items = Array.isArray(value) ? value : [];
    if (items.length < 2)
        return 'a set has at least two entries';
    const keys = items.map((one) => ['package', 'extra', 'group'].filter((key) => (0,json.at)(one, key) !== undefined));
    if (keys.some((found) => found.length === 0))
        return 'an entry names a package, an extra or a group';
    return keys.some((found) => found.includes('extra') && found.includes('group'))
        ? 'an entry has both extra and group'
        : undefined;
});
/** What belongs to the project itself; uv stops where one of these is wrong. */
const TOOL_UV = {
    managed: form_boolean,
    package: form_boolean,
    'default-groups': (value, key) => (value === 'all' ? [] : list(form_text())(value, key)),
    'dependency-groups': map(project_tables_name, table({ 'requires-python': form_text(project_tables_specifiers) })),
    'dev-dependencies': list(form_text(project_tables_requirement)),
    sources: map(project_tables_name, sources),
    index: indexes,
    workspace: table({ members: list(form_text()), exclude: list(form_text()) }, (key) => `'${(0,findings_text/* quote */.hD)(key)}' is not a key of a workspace`),
    environments: oneOrMore(form_text(marker)),
    'required-environments': oneOrMore(form_text(marker)),
    'constraint-dependencies': requirements,
    'override-dependencies': requirements,
    'build-constraint-dependencies': requirements,
    'exclude-dependencies': list(form_text(project_tables_name)),
    conflicts: list(conflict),
};

// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
;// CONCATENATED MODULE: ./src/project/read/settings.ts
/** uv's own settings: under [tool.uv] uv passes all of them over when one is wrong, in uv.toml it stops. As of uv 0.13. */




const any = () => [];
const texts = list(form_text());
const each = (form, names) => Object.fromEntries(names
    .trim()
    .split(/\s+/)
    .map((name) => [name, form]));
const COMMON = {
    ...each(form_boolean, `system-certs native-tls offline no-cache preview no-index compile-bytecode no-sources upgrade reinstall no-build no-binary
     no-build-isolation require-build-hashes`),
    ...each(form_text(), `required-version index-url http-proxy https-proxy python-install-mirror pypy-install-mirror graalpy-install-mirror
     pyodide-install-mirror python-downloads-json-url publish-url check-url exclude-newer torch-backend cache-dir`),
    ...each(texts, `extra-index-url find-links allow-insecure-host no-proxy no-build-isolation-package no-sources-package upgrade-package
     reinstall-package no-build-package no-binary-package`),
    ...each(any, `preview-features python-downloads concurrent-downloads concurrent-builds concurrent-installs prerelease-package
     dependency-metadata config-settings config-settings-package extra-build-dependencies extra-build-variables
     exclude-newer-package trusted-publishing add-bounds audit pip cache-keys minimum-libc-version`),
    'no-proxy': any,
    resolution: oneOf('highest', 'lowest', 'lowest-direct'),
    prerelease: oneOf('disallow', 'allow', 'if-necessary', 'explicit', 'if-necessary-or-explicit'),
    'fork-strategy': oneOf('fewest', 'requires-python'),
    'index-strategy': oneOf('first-index', 'unsafe-first-match', 'unsafe-best-match'),
    'link-mode': oneOf('clone', 'copy', 'hardlink', 'symlink'),
    'keyring-provider': oneOf('disabled', 'subprocess'),
    'python-preference': oneOf('only-managed', 'managed', 'system', 'only-system'),
};
/** What only pyproject.toml can say: with one of these in uv.toml, uv does not start. */
const PROJECT_ONLY = `managed package default-groups dependency-groups dev-dependencies sources workspace environments
  required-environments conflicts build-backend`.split(/\s+/);
const shared = Object.entries(TOOL_UV).filter(([name]) => !PROJECT_ONLY.includes(name));
const KNOWN = [...Object.keys(COMMON), ...shared.map(([name]) => name)];
const unknown = (name) => {
    const meant = (0,nearest/* nearest */.p)(name, KNOWN);
    return `uv 0.13 has no such setting${meant ? `; '${meant}' is the nearest one` : ''}`;
};
/** What is wrong under [tool.uv] beside the tables of the project. */
const TOOL_SETTINGS = table({ ...COMMON, ...each(any, [...Object.keys(TOOL_UV), 'build-backend'].join(' ')) }, unknown);
/** A whole uv.toml. */
const UV_TOML = table({ ...COMMON, ...Object.fromEntries(shared), index: list(INDEX) }, (name) => PROJECT_ONLY.includes(name)
    ? `it is about the project, so it belongs in ${(0,findings_text/* quote */.hD)(`[tool.uv] ${name}`)} in pyproject.toml`
    : unknown(name));

;// CONCATENATED MODULE: ./src/project/read/readable.ts
/** Whether uv reads the project's files at all: it stops, with or without a lock, at a key whose value has another form. */








/** After one of these, uv does nothing at all. */
const isRefusal = ({ code, level }) => code === 'uv-refuses' && level === 'error';
/** What uv refuses, or passes over, in every pyproject.toml of the workspace and in the project's uv.toml. */
const checkReadable = (project) => [
    ...project.workspace.members.flatMap(checkPyproject),
    ...checkUvToml(project),
];
function checkPyproject(file) {
    const tool = (0,json.at)(file.data, 'tool', 'uv');
    const refused = [
        ...faultsAt(file, 'project', PROJECT),
        ...faultsAt(file, 'dependency-groups', GROUPS),
        ...faultsAt(file, 'tool.uv', table(TOOL_UV)),
        ...unknownGroups(file),
    ];
    const findings = firstOfEach(refused).map((fault) => refusal(file, fault));
    if ((0,json.at)(tool, 'managed') === false) {
        const message = `managed = false under [tool.uv] in ${file.shown} tells uv not to manage the project, so it installs nothing.`;
        findings.push((0,finding/* error */.z3)('uv-refuses', message, 'Remove the line.', (0,toml/* placeIn */.VV)(file, 'tool.uv.managed')));
    }
    const passedOver = findings.length > 0 ? [] : faultsAt(file, 'tool.uv', TOOL_SETTINGS).slice(0, 1);
    return [...findings, ...passedOver.map((fault) => ignored(file, fault))];
}
const faultsAt = (file, key, form) => {
    const value = (0,json.at)(file.data, ...key.split('.'));
    return value === undefined ? [] : form(value, key);
};
/** Settings of groups that nobody defines. */
function unknownGroups(file) {
    const known = Object.keys((0,json.at)(file.data, 'dependency-groups') ?? {}).map(requirement/* normalName */.tK);
    const isLegacy = (0,json.at)(file.data, 'tool', 'uv', 'dev-dependencies') !== undefined;
    return Object.keys((0,json.at)(file.data, 'tool', 'uv', 'dependency-groups') ?? {})
        .filter((name) => !known.includes((0,requirement/* normalName */.tK)(name)) && !(isLegacy && (0,requirement/* normalName */.tK)(name) === 'dev'))
        .map((name) => ({ key: `tool.uv.dependency-groups.${name}`, why: 'there is no such dependency group' }));
}
const firstOfEach = (faults) => faults.filter(({ key }, index) => faults.findIndex((other) => other.key === key) === index);
const refusal = (file, { key, why }) => (0,finding/* error */.z3)('uv-refuses', `${(0,findings_text/* quote */.hD)(key, 80)} in ${file.shown} can't be read: ${why}. uv refuses the whole file.`, 'Correct it, run `uv lock` and commit both files.', (0,toml/* placeIn */.VV)(file, key));
const ignored = (file, { key, why }) => (0,finding/* warning */.$e)('uv-ignores', `${(0,findings_text/* quote */.hD)(key, 80)} in ${file.shown} can't be read: ${why}. uv warns, and ignores all of [tool.uv].`, 'Correct or remove the key, and run `uv lock`.', (0,toml/* placeIn */.VV)(file, key));
/** uv reads the uv.toml beside the pyproject.toml it works with, and stops at the first fault. */
function checkUvToml(project) {
    const read = project.read('uv.toml');
    if (read === undefined)
        return [];
    if ('level' in read)
        return [read];
    const file = (0,toml/* parseToml */.MT)(read);
    if ((0,toml/* isFinding */.qd)(file))
        return [{ ...file, code: 'uv-refuses', message: `${file.message} uv refuses it.` }];
    return UV_TOML(file.data, '')
        .slice(0, 1)
        .map((fault) => ({ ...refusal(file, fault), remedy: 'Correct or remove the key.' }));
}


/***/ }),

/***/ 2802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ hasCells),
/* harmony export */   c: () => (/* binding */ readCells)
/* harmony export */ });
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2861);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5819);


/** Documents that are run cell by cell: notebooks, and those of Quarto. */
const hasCells = (path) => /\.(?:ipynb|qmd)$/i.test(path);
const NOTHING = { code: '', installs: false };
/** Nothing for what is no such document, and for a notebook that is not written line by line, as every editor does. */
function readCells(path, text) {
    const cells = /\.ipynb$/i.test(path) ? cellsOfNotebook(text) : cellsOfQuarto(text);
    const lines = [];
    let installs = false;
    for (const cell of cells) {
        const first = cell.find(({ text }) => text.trim() !== '')?.text ?? '';
        const isForeign = /^\s*%%/.test(first) && !PYTHON_MAGIC.test(first);
        for (const { text, line } of cell) {
            installs ||= (isForeign || /^\s*[%!]/.test(text)) && INSTALLS.test(text.slice(0, LONGEST));
            // Two on one line have no numbers of their own.
            if (lines[line] !== undefined || /\n./.test(text))
                return NOTHING;
            const plain = isForeign || !isPython(text) ? '' : text.replace(/\r?\n$/, '');
            // Not Python, but as good as: where its files are is not known from there on.
            lines[line] = /^\s*%cd\b/.test(text) ? '# os.chdir' : plain;
        }
    }
    return { code: Array.from(lines, (line = '') => line).join('\n'), installs };
}
/** `pip install`, `!{sys.executable} -m pip -q install`, and those of conda. */
const INSTALLS = /\b(?:pip3?|conda|mamba)[ \t]+(?:-\S+[ \t]+)*install\b/;
const LONGEST = 1000;
/** Not IPython's own: `%magic`, `!command`, `name = !command`, `help?`. */
const isPython = (line) => !/^\s*(?:[%!?]|[\w.,\s]+=\s*[%!]|[\w.]+\?{1,2}\s*$)/.test(line);
/** Cell magics whose cell is Python all the same. */
const PYTHON_MAGIC = /^\s*%%(?:time|timeit|capture|prun)\b/;
function cellsOfNotebook(text) {
    const cells = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)((0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_1__/* .attempt */ .C)(() => JSON.parse(text)), 'cells');
    if (!Array.isArray(cells))
        return [];
    const lines = cells.map(() => []);
    for (const { cell, ...line } of sourcesIn(text))
        lines[cell]?.push(line);
    return lines.filter((_, index) => (0,_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(cells[index], 'cell_type') === 'code');
}
/** The strings of `cells[].source` in the text of a JSON document, each with its cell and its line. */
function* sourcesIn(text) {
    const around = [];
    let line = 0;
    for (let from = 0; from < text.length; from++) {
        const char = text[from];
        const inner = around.at(-1);
        if (char === '\n')
            line += 1;
        else if (char === '{' || char === '[')
            around.push({ isList: char === '[', index: 0 });
        else if (char === '}' || char === ']')
            around.pop();
        else if (char === ',' && inner) {
            inner.index += 1;
            inner.key = undefined;
        }
        else if (char === '"') {
            const end = endOfString(text, from);
            const [root, list, cell] = around;
            if (inner && !inner.isList && inner.key === undefined)
                inner.key = text.slice(from + 1, end);
            else if (root?.key === 'cells' && list?.isList && cell?.key === 'source' && around.length <= 4) {
                yield { cell: list.index, line, text: String(JSON.parse(text.slice(from, end + 1))) };
            }
            from = end;
        }
    }
}
/** Where the string that begins at `from` has its last quote. */
function endOfString(text, from) {
    for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
        let slashes = 0;
        while (text[end - 1 - slashes] === '\\')
            slashes += 1;
        if (slashes % 2 === 0)
            return end;
    }
    return text.length;
}
/** As Quarto finds them: `{python}` is run, `{.python}` only shown, and what stands in a longer fence is text. */
function cellsOfQuarto(text) {
    const lines = text.split(/\r?\n/).map((text, line) => ({ text, line }));
    const head = /^---\r?\n[\s\S]*?\n---[ \t]*\r?$/m.exec(text);
    if (head?.index === 0 && /^[ \t]*(?:eval|enabled)[ \t]*:[ \t]*false\b/m.test(head[0]))
        return [];
    const cells = [];
    let isComment = false;
    let open;
    for (const line of lines) {
        const [, fence = '', info = ''] = /^[ \t]*(`{3,})[ \t]*(.*)$/.exec(line.text) ?? [];
        if (open) {
            if (fence === open.fence && info.trim() === '') {
                if (open.isRun && !open.lines.some(({ text }) => NOT_RUN.test(text)))
                    cells.push(open.lines);
                open = undefined;
            }
            else
                open.lines.push(line);
        }
        else if (fence !== '' && !info.includes('`')) {
            const isRun = !isComment && /^\{python(?:[ ,][^}]*)?\}/.test(info) && !/\beval *= *(?:F|FALSE)\b/.test(info);
            open = { fence, isRun, lines: [] };
        }
        else if (line.text.includes('<!--'))
            isComment = !line.text.includes('-->');
        else if (line.text.includes('-->'))
            isComment = false;
    }
    if (open?.isRun)
        cells.push(open.lines);
    return cells;
}
const NOT_RUN = /^[ \t]*#\|[ \t]*eval[ \t]*:[ \t]*false\b/;


/***/ }),

/***/ 4923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  wg: () => (/* binding */ EMPTY),
  eu: () => (/* binding */ literal),
  bH: () => (/* binding */ readModule)
});

// EXTERNAL MODULE: ./src/project/source/scan.ts
var scan = __webpack_require__(5446);
;// CONCATENATED MODULE: ./src/project/source/walk.ts
/** Longer paths and more alternatives mean nothing to anybody. */
const LONGEST = 200;
const MOST = 4;
const COMPREHENSION = /ComprehensionExpression$/;
const MAIN_TEST = /^[(\s]*(?:__name__\s*==\s*(["'])__main__\1|(["'])__main__\2\s*==\s*__name__)[)\s]*$/;
const MAYBE_BODIES = new Set(['WhileStatement', 'ForStatement', 'TryStatement', 'MatchClause']);
/** Their children are of no interest to them. */
const LOOSE = new Set(['Script', 'Body', 'StatementGroup', 'MatchBody']);
const scopeIn = (kind, parent) => ({
    ...{ kind, parent, names: new Map(), returns: [], globals: new Set() },
    ...{ leftAt: Number.POSITIVE_INFINITY, isDeferred: false, needsArguments: false },
});
/** Reads a tree in one go over its nodes, however deep it is. `text` is what it was made of, byte for byte. */
function walkTree(tree, text) {
    const module = scopeIn('module');
    const walk = {
        ...{ text, bindings: [], calls: [], reads: [], mentioned: new Set() },
        place: { scope: module, reach: 'always', inner: 'always', isMain: false },
    };
    const frames = [];
    let hasErrors = false;
    tree.iterate({
        enter: ({ name, from, type }) => {
            hasErrors ||= type.isError;
            const above = frames.at(-1);
            const around = walk.place;
            const own = ownScope(name, around.scope);
            if (above)
                walk.place = placeOf(name, above, walk);
            if (own?.kind === 'comprehension')
                walk.place = { ...walk.place, scope: own, reach: 'maybe', inner: 'maybe' };
            frames.push({ type: name, from, place: walk.place, around, parts: [], ...(own && { own }) });
        },
        leave: ({ from, to }) => {
            const frame = frames.pop();
            if (frame === undefined)
                return;
            const above = frames.at(-1);
            walk.place = frame.place;
            const values = LEAVING[frame.type]?.({ ...frame, to }, walk, above) ?? NOTHING;
            walk.place = frame.around;
            if (above && !LOOSE.has(above.type) && frame.type !== 'Comment')
                above.parts.push({ type: frame.type, from, to, values, parts: frame.parts });
        },
    });
    return {
        module,
        hasErrors,
        bindings: walk.bindings,
        calls: walk.calls,
        reads: walk.reads,
        mentioned: walk.mentioned,
    };
}
const NOTHING = [];
function ownScope(name, around) {
    if (name === 'FunctionDefinition' || name === 'LambdaExpression')
        return scopeIn('function', around);
    if (name === 'ClassDefinition')
        return scopeIn('class', around);
    return COMPREHENSION.test(name) ? scopeIn('comprehension', around) : undefined;
}
/** Where a node is that is entered below another. */
function placeOf(name, { type, parts, own, from }, { place, text }) {
    const last = parts.at(-1)?.type;
    const maybe = place.inner === 'maybe' ? place : { ...place, reach: 'maybe', inner: 'maybe' };
    if (type === 'LambdaExpression')
        return own && last === ':' ? { ...maybe, scope: own } : place;
    if (type === 'ConditionalExpression')
        return last === undefined || last === 'else' ? maybe : place;
    if (type === 'BinaryExpression')
        return last === 'and' || last === 'or' ? maybe : place;
    if (type === 'IfStatement' && last === 'elif')
        return maybe;
    if (name === 'Guard')
        return maybe;
    if (name !== 'Body')
        return place;
    if (type === 'FunctionDefinition')
        return own ? { ...place, scope: own, reach: 'maybe', inner: 'always' } : place;
    if (type === 'ClassDefinition')
        return own ? { ...place, scope: own } : place;
    if (type === 'WithStatement')
        return /\bsuppress\b/.test(text.slice(from, parts.at(-1)?.to)) ? maybe : place;
    if (type === 'IfStatement') {
        const [, test] = parts;
        const isMain = parts.length === 2 && test !== undefined && MAIN_TEST.test(text.slice(test.from, test.to));
        if (!isMain)
            return maybe;
        const reach = place.reach === 'always' ? 'main' : 'maybe';
        return { ...place, isMain, reach, inner: reach };
    }
    return MAYBE_BODIES.has(type) ? maybe : place;
}
/** What is known of several alternatives. */
function union(...all) {
    const together = [...new Set(all.flatMap((part) => part?.values ?? []))];
    return together.length > MOST ? NOTHING : together;
}
const extended = (values, more) => values.map((value) => value + more).filter((value) => value.length <= LONGEST);
/** The parts between commas. */
function items(parts) {
    const found = [[]];
    for (const part of parts) {
        if (part.type === ',')
            found.push([]);
        else
            found.at(-1)?.push(part);
    }
    return found.filter(({ length }) => length > 0);
}
const GROUPS = new Set(['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression']);
/** What a target or a value is made of, without its brackets. */
function inside(parts) {
    const [only, ...more] = parts;
    return only && more.length === 0 && GROUPS.has(only.type) ? only.parts.slice(1, -1) : parts;
}
/** Every name in targets, however deep. */
function* namesIn(targets) {
    const stack = [...targets];
    for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
        if (part.type === 'VariableName')
            yield part;
        else if (GROUPS.has(part.type))
            for (const inner of part.parts)
                stack.push(inner);
    }
}
function bind(walk, { from, to }, { by = 'other', values = [], annotation = [], ...more }) {
    const name = walk.text.slice(from, to);
    let { place } = walk;
    if (place.scope.globals.has(name)) {
        // When its function is called, and whether, is not in the text.
        let { scope } = place;
        while (scope.parent)
            scope = scope.parent;
        place = { ...place, scope, reach: 'maybe', inner: 'maybe', isMain: false };
        if (by === 'value')
            values = [];
    }
    const binding = { name, from, place, by, values, annotation, ...more };
    const { names } = place.scope;
    if (by === 'import' || names.get(name)?.by !== 'import')
        names.set(name, binding);
    walk.bindings.push(binding);
}
/** Binds targets to a value, side by side where both are of the same number. */
function walk_assign(walk, targets, value, annotation = []) {
    const isTuple = inside(targets).some(({ type }) => type === ',');
    const into = isTuple ? items(inside(targets)) : [targets];
    const out = isTuple ? items(inside(value)) : [value];
    const hasStar = [...into, ...out].some(([first]) => first?.type === '*');
    for (const [index, target] of into.entries()) {
        const [source, ...rest] = (into.length === out.length && !hasStar && out[index]) || [];
        const isName = target.length === 1 && target[0]?.type === 'VariableName';
        const whole = rest.length === 0 ? source : undefined;
        const bound = { by: 'value', values: whole?.values ?? [], annotation, ...(whole && { written: whole }) };
        for (const name of namesIn(target))
            bind(walk, name, isName ? bound : {});
    }
}
const bindAll = (walk, targets) => {
    for (const name of namesIn(targets))
        bind(walk, name, {});
};
/** The targets of `for`, each up to its `in`. */
function loopTargets(parts) {
    let isTarget = false;
    return parts.filter(({ type }) => {
        isTarget = type === 'for' || (isTarget && type !== 'in');
        return isTarget;
    });
}
function leaveImport(parts, walk) {
    const text = ({ from, to }) => walk.text.slice(from, to);
    const isFrom = parts[0]?.type === 'from';
    const at = parts.findIndex(({ type }) => type === 'import');
    const module = isFrom ? parts.slice(1, at).map(text).join('') : '';
    for (const item of items(parts.slice(at + 1).filter(({ type }) => type !== '(' && type !== ')'))) {
        const as = item.findIndex(({ type }) => type === 'as');
        const dotted = item
            .slice(0, as < 0 ? undefined : as)
            .filter(({ type }) => type === 'VariableName' || type === '.' || type === '*')
            .map(text)
            .join('');
        const place = as < 0 ? item[0] : item[as + 1];
        if (place === undefined || dotted === '')
            continue;
        const joint = module.endsWith('.') ? '' : '.';
        const value = isFrom ? `${module}${joint}${dotted}` : as < 0 ? text(place) : dotted;
        bind(walk, place, { by: 'import', values: [value] });
    }
}
/** `def` or `class`: its name is bound around it. */
const leaveDefinition = (by) => ({ parts, own }, walk, above) => {
    if (own)
        own.isDeferred ||= !(above?.parts ?? []).every((part) => keepsCalls(part, walk));
    const name = parts.find(({ type }) => type === 'VariableName');
    const annotation = parts.find(({ type }) => type === 'TypeDef')?.values ?? [];
    const bases = parts.find(({ type }) => type === 'ArgList')?.parts ?? [];
    const values = by === 'class' ? items(bases.slice(1, -1)).flatMap(([base]) => base?.values ?? []) : [];
    if (name)
        bind(walk, name, { by, values, annotation, ...(own && { own }) });
    return NOTHING;
};
/** Caches run what they wrap as it is called; what other decorators do, the text does not say. */
const keepsCalls = ({ type, from, to }, { text }) => type !== 'Decorator' || /^@[\w.]*cache/.test(text.slice(from, to));
const leave = ({ scope }, at) => {
    scope.leftAt = Math.min(scope.leftAt, at);
};
const LEAVES = /^(?:exit|quit|sys\.exit|os\._exit|(?:st|streamlit)\.(?:stop|switch_page|rerun))$/;
function record(walk, callee, from, list) {
    if (list && callee.some((name) => LEAVES.test(name)))
        leave(walk.place, list.to);
    walk.calls.push({ callee, from, place: walk.place, args: list?.parts ?? [] });
}
/** Statements that only bind. */
const binding = (bindIn) => ({ parts }, walk) => {
    bindIn(parts, walk);
    return NOTHING;
};
const leaveLoop = binding((parts, walk) => bindAll(walk, loopTargets(parts)));
/** What is done with a node once all below it is known. */
const LEAVING = {
    VariableName: ({ from, to }, { text, mentioned }, above) => {
        const name = text.slice(from, to);
        if (above?.type !== 'ImportStatement')
            mentioned.add(name);
        return [name];
    },
    MemberExpression: ({ parts: [object, dot, name], from }, { text, reads, place }) => {
        if (object?.type === 'MemberExpression' && object.values.length > 0) {
            const attribute = dot?.type === '.' && name ? text.slice(name.from, name.to) : '';
            reads.push({ values: object.values, from, place, attribute });
        }
        return object && name && dot?.type === '.'
            ? extended(object.values, `.${text.slice(name.from, name.to)}`)
            : NOTHING;
    },
    CallExpression: ({ parts: [callee, list], from }, walk) => {
        record(walk, callee?.values ?? [], from, list);
        return extended(callee?.values ?? [], '()');
    },
    Decorator: ({ parts }, walk) => {
        const list = parts.find(({ type }) => type === 'ArgList');
        const names = parts.filter(({ type }) => type === 'VariableName' || type === 'PropertyName');
        const dotted = names.map(({ from, to }) => walk.text.slice(from, to)).join('.');
        if (names[0] && list && dotted.length <= LONGEST)
            record(walk, [dotted], names[0].from, list);
        return NOTHING;
    },
    ParenthesizedExpression: ({ parts: [, inner] }) => inner?.values,
    AwaitExpression: ({ parts: [, inner] }) => inner?.values,
    ConditionalExpression: ({ parts: [first, , , , other] }) => union(first, other),
    BinaryExpression: ({ parts: [left, operator, right] }) => (operator?.type === 'or' ? union(left, right) : NOTHING),
    NamedExpression: ({ parts: [name, , value] }, walk) => {
        let { scope } = walk.place;
        while (scope.kind === 'comprehension' && scope.parent)
            scope = scope.parent;
        walk.place = { ...walk.place, scope };
        if (name && value)
            walk_assign(walk, [name], [value]);
        return value?.values;
    },
    TypeDef: ({ parts }, { text }) => {
        const type = parts.at(-1);
        return type?.type === 'String' ? [text.slice(type.from + 1, type.to - 1)] : type?.values;
    },
    AssignStatement: binding((parts, walk) => {
        const groups = [[]];
        for (const part of parts) {
            if (part.type === 'AssignOp')
                groups.push([]);
            else if (part.type !== 'TypeDef')
                groups.at(-1)?.push(part);
        }
        const value = groups.pop() ?? [];
        const annotation = parts.find(({ type }) => type === 'TypeDef')?.values;
        for (const targets of groups)
            walk_assign(walk, targets, value, annotation);
    }),
    ForStatement: leaveLoop,
    WithStatement: binding((parts, walk) => {
        for (const [index, target] of parts.entries()) {
            const value = parts[index - 2];
            if (parts[index - 1]?.type === 'as' && value)
                walk_assign(walk, [target], [value]);
        }
    }),
    TryStatement: binding((parts, walk) => bindAll(walk, parts.filter((_, index) => parts[index - 1]?.type === 'as'))),
    TypeDefinition: binding(([, name], walk) => bindAll(walk, name ? [name] : [])),
    CapturePattern: binding((parts, walk) => bindAll(walk, parts)),
    AsPattern: binding((parts, walk) => bindAll(walk, parts.slice(-1))),
    ArgList: binding((parts, walk) => {
        for (const [name, operator, value] of items(parts.slice(1))) {
            const isNamed = operator?.type === 'AssignOp' && walk.text.slice(operator.from, operator.to) === ':=';
            if (isNamed && name && value)
                walk_assign(walk, [name], [value]);
        }
    }),
    ImportStatement: binding(leaveImport),
    FunctionDefinition: leaveDefinition('function'),
    ClassDefinition: leaveDefinition('class'),
    ParamList: ({ parts }, walk, above) => {
        if (above?.own)
            walk.place = { ...walk.place, scope: above.own };
        for (const item of items(parts)) {
            const [name] = item.filter(({ type }) => type === 'VariableName');
            if (name === undefined)
                continue;
            bindAll(walk, [name]);
            // `*rest`, `**options` and `name=value` may be left out.
            if (above?.own)
                above.own.needsArguments ||= !item.some(({ type }) => /^(?:\*|\*\*|AssignOp)$/.test(type));
        }
        return NOTHING;
    },
    RaiseStatement: ({ to }, { place }) => {
        leave(place, to);
        return NOTHING;
    },
    YieldExpression: (_, { place }) => {
        place.scope.isDeferred = true;
        return NOTHING;
    },
    YieldStatement: (_, { place }) => {
        place.scope.isDeferred = true;
        return NOTHING;
    },
    ReturnStatement: ({ parts: [, value, ...more], to }, { place }) => {
        leave(place, to);
        place.scope.returns.push((more.length === 0 && value?.values) || NOTHING);
        return NOTHING;
    },
    ScopeStatement: ({ parts: [kind, ...names] }, { place, text }) => {
        for (const { from, to } of kind?.type === 'global' ? names : [])
            place.scope.globals.add(text.slice(from, to));
        return NOTHING;
    },
    ComprehensionExpression: leaveLoop,
    ArrayComprehensionExpression: leaveLoop,
    SetComprehensionExpression: leaveLoop,
    DictionaryComprehensionExpression: leaveLoop,
};

;// CONCATENATED MODULE: ./src/project/source/module.ts


/** Milliseconds. A megabyte of source takes one second; what takes longer is no source. */
const PATIENCE = 5000;
/** How many names deep a value is followed. */
const DEPTH = 8;
const EMPTY = { calls: [], bindings: [], reads: [], hidesNames: true };
const HIDING = ['globals', 'locals', 'vars', 'exec', 'setattr', '__getattr__'];
/**
 * Reads the calls and the names in Python source. The parser is loaded here only: it costs more than reading a small file. Source
 * that it can't read at all has neither.
 */
function readModule(text) {
    const known = read.get(text);
    if (known)
        return known;
    const module = parseModule(text);
    if (read.size >= MOST_KEPT)
        read.clear();
    read.set(text, module);
    return module;
}
/** Detection, contract and needs look at the same files. */
const read = new Map();
const MOST_KEPT = 256;
async function parseModule(text) {
    const source = text.replace(/^\ufeff/, ' ').replace(/\r\n?/g, '\n');
    const { parser } = await __webpack_require__.e(/* import() */ 283).then(__webpack_require__.bind(__webpack_require__, 1283));
    try {
        const parse = parser.startParse(openWiths(source));
        const end = performance.now() + PATIENCE;
        let tree = parse.advance();
        for (let step = 1; tree === null; step++) {
            if (step % 1024 === 0 && performance.now() > end)
                return EMPTY;
            tree = parse.advance();
        }
        return moduleOf(walkTree(tree, source), source);
    }
    catch (error) {
        // Brackets so deep that the parser has no room for them: Python has none either.
        if (error instanceof RangeError)
            return EMPTY;
        throw error;
    }
}
/** `with (a as b, c as d):` without its brackets, which the parser does not know; nothing moves. */
function openWiths(source) {
    const heads = [...source.matchAll(/^[ \t]*(?:async[ \t]+)?with[ \t]*\(/gm)];
    if (heads.length === 0)
        return source;
    const code = (0,scan/* blankStrings */.H)(source);
    const closings = closingBrackets(code);
    const pieces = [];
    let done = 0;
    for (const head of heads) {
        const open = head.index + head[0].length;
        const close = closings.get(open - 1);
        if (open <= done || close === undefined || !/^[ \t]*:/.test(code.slice(close + 1, close + 100)))
            continue;
        const inner = code.slice(open, close);
        if (!/\bas\b/.test(inner))
            continue;
        const flat = inner.replace(/\n/g, ' ').replace(/,(\s*)$/, ' $1');
        pieces.push(source.slice(done, open - 1), ' ', flat, ' ');
        done = close + 1;
    }
    return pieces.join('') + source.slice(done);
}
/** Where each bracket closes that does. */
function closingBrackets(code) {
    const closings = new Map();
    const open = [];
    for (const { 0: bracket, index } of code.matchAll(/[()[\]{}]/g)) {
        if ('([{'.includes(bracket))
            open.push(index);
        else
            closings.set(open.pop() ?? -1, index);
    }
    return closings;
}
function moduleOf({ module, bindings, calls, reads, mentioned, hasErrors }, source) {
    const lineOf = lineCounter(source);
    const reachOf = reachWith(calls);
    return {
        calls: calls
            .map((call) => ({ ...callOf(call, source, lineOf), reach: reachOf(call) }))
            .sort((one, other) => one.from - other.from)
            .map(({ from, ...call }) => call),
        bindings: bindings.map(({ name, from, place, by, values, written, annotation, own }) => ({
            ...{
                name,
                by,
                line: lineOf(from),
                in: place.scope !== module ? within(place.scope) : place.isMain ? 'main' : 'module',
            },
            values: by === 'import' ? values : by === 'value' ? values.map((value) => spell(value, place.scope)) : [],
            written: written && source.slice(written.from, written.to),
            type: annotation.map((type) => spell(type, place.scope))[0],
            gives: own ? givenBy({ by, values, annotation, own }, place.scope) : [],
            needsArguments: own?.needsArguments ?? false,
        })),
        reads: reads.map((read) => ({
            of: read.values.map((value) => spell(value, read.place.scope))[0] ?? '',
            attribute: read.attribute,
            line: lineOf(read.from),
            reach: reachOf(read),
        })),
        hidesNames: hasErrors ||
            HIDING.some((name) => mentioned.has(name)) ||
            bindings.some(({ name }) => name === '*' || name === '__getattr__'),
    };
}
/** The function that a place is in, if any. */
function functionAround(scope) {
    let around = scope;
    while (around && around.kind !== 'function')
        around = around.parent;
    return around;
}
/** How a place is reached, through the functions that the file calls by their names. */
function reachWith(calls) {
    const runs = new Map();
    const reachOf = ({ from, place }) => {
        const around = functionAround(place.scope);
        const isLeft = from > (around ?? place.scope).leftAt;
        if (isLeft || place.inner === 'maybe')
            return 'maybe';
        return around ? (runs.get(around) ?? 'maybe') : place.reach;
    };
    const local = calls.flatMap((call) => {
        const [name = '', ...others] = call.callee;
        const called = others.length === 0 ? lookUp(name, call.place.scope) : undefined;
        return called?.by === 'function' && called.own && !called.own.isDeferred ? [{ call, own: called.own }] : [];
    });
    for (let depth = 0, isNews = true; isNews && depth < DEPTH; depth++) {
        isNews = false;
        for (const { call, own } of local) {
            const reach = reachOf(call);
            if (reach === 'maybe' || runs.get(own) === 'always' || runs.get(own) === reach)
                continue;
            runs.set(own, reach);
            isNews = true;
        }
    }
    return reachOf;
}
const within = (scope) => (scope.kind === 'class' ? 'class' : 'function');
/** Offsets to lines, from 1. */
function lineCounter(source) {
    const starts = [0];
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (offset) => {
        let low = 0;
        let high = starts.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return low + 1;
    };
}
/** Follows the first name of a path to what it stands for, as far as the file says. */
function spell(path, scope) {
    const seen = new Set();
    let spelt = path;
    let around = scope;
    while (seen.size < DEPTH) {
        const head = /^[^.(]*/.exec(spelt)?.[0] ?? '';
        const found = lookUp(head, around);
        const [value, ...others] = found?.by === 'import' || found?.by === 'value' ? found.values : [];
        if (found === undefined || value === undefined || others.length > 0 || seen.has(found))
            break;
        spelt = value + spelt.slice(head.length);
        if (found.by === 'import')
            break;
        seen.add(found);
        around = found.place.scope;
    }
    return spelt;
}
/** What a name means in a scope. Those of a class are not there for the functions in it. */
function lookUp(name, scope) {
    for (let at = scope; at !== undefined; at = at.parent) {
        const found = at === scope || at.kind !== 'class' ? at.names.get(name) : undefined;
        if (found)
            return found;
    }
    return undefined;
}
/** What calling a function or a class gives: what it returns, else the type that it is said to return; its bases. */
function givenBy({ by, values, annotation, own }, around) {
    const instances = (types) => types.map((type) => `${spell(type, around)}()`);
    if (by === 'class')
        return instances(values);
    const returned = new Set(own?.returns.flat().map((value) => spell(value, own)));
    return [...returned, ...instances(annotation)];
}
/** A callee with what the file's own functions give in the place of a call of them. */
function spellCallee(path, scope) {
    let spelt = spell(path, scope);
    for (let depth = 0; depth < DEPTH; depth++) {
        const [, head = '', rest = ''] = /^([^.(]*)\(\)(.+)$/.exec(spelt) ?? [];
        const maker = head === '' ? undefined : lookUp(head, scope);
        const [given, ...others] = maker?.own ? givenBy(maker, maker.place.scope) : [];
        if (given === undefined || others.length > 0)
            break;
        spelt = given + rest;
    }
    return spelt;
}
function callOf({ callee, from, place, args }, source, lineOf) {
    const positional = [];
    const keywords = new Map();
    // One that is never closed is not all there.
    let isPartial = args.at(-1)?.type !== ')';
    let item = [];
    for (const part of args.slice(1)) {
        const isEnd = part.type === ',' || part.type === ')';
        if (!isEnd)
            item.push(part);
        const [first, second, third] = item;
        const last = item.at(-1);
        if (!isEnd || first === undefined || last === undefined)
            continue;
        if (first.type === '*' || first.type === '**')
            isPartial = true;
        else if (second?.type === 'AssignOp' && second.to - second.from === 1 && third)
            keywords.set(source.slice(first.from, first.to), source.slice(third.from, last.to));
        else
            positional.push(source.slice(first.from, last.to));
        item = [];
    }
    const [path, ...others] = callee;
    const name = path === undefined || others.length > 0 ? '' : spellCallee(path, place.scope);
    return {
        from,
        callee: name,
        written: name === '' ? '' : (path ?? ''),
        text: source.slice(from, args[0]?.from ?? from),
        positional,
        keywords,
        isPartial,
        line: lineOf(from),
        isInFunction: functionAround(place.scope) !== undefined,
    };
}
/** What a string or a whole number in source stands for; nothing for any other expression. */
function literal(written) {
    if (written === undefined)
        return undefined;
    if (/^\d+$/.test(written))
        return Number(written);
    const raw = /^[rR](['"])([^'"{]*)\1$/.exec(written)?.[2];
    return raw ?? /^[buBU]?(['"])((?:[^'"\\{]|\\\\)*)\1$/.exec(written)?.[2]?.replaceAll('\\\\', '\\');
}


/***/ }),

/***/ 5759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checkSource),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2861);
/* harmony import */ var _ports_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9379);
/* harmony import */ var _files_text_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2781);




/** More than anybody writes, or would want to be started from. */
const LIMIT = 10_000_000;
/** `# -*- coding: latin-1 -*-` in the first two lines (PEP 263). */
const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*[-\w.]+/;
/** All three, in this order: a text about conflicts may show one of them. */
const CONFLICT = [/^<{7}(?: |\r?$)/m, /^={7}\r?$/m, /^>{7}(?: |\r?$)/m];
/** What makes it certain that the file to be started can't even be read. Nothing when there is no such file: others tell that. */
function checkSource(checkout, path) {
    const file = (0,_files_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBytes */ .i)(checkout, path, LIMIT);
    if (file === undefined)
        return [];
    if ('level' in file)
        return [file];
    const { shown } = file;
    const complain = (code, message, remedy, line = 1) => [
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(code, message, remedy, { file: shown, line }),
    ];
    const text = Buffer.from(file.bytes).toString('latin1');
    if (text.trim() === '') {
        return complain('entrypoint-empty', `${shown} is empty: there is nothing to start.`, 'Commit the file with its code.');
    }
    const conflict = conflictLine(text);
    if (conflict !== undefined) {
        const remedy = 'Resolve the conflict, remove the markers and commit the file.';
        return complain('merge-conflict', `${shown} contains merge conflict markers.`, remedy, conflict);
    }
    try {
        if (text.includes('\0'))
            throw new TypeError();
        if (!CODING.test(text))
            new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    }
    catch {
        return complain('encoding', `${shown} is not valid UTF-8 and declares no other encoding.`, 'Save it as UTF-8 and commit it.');
    }
    return [];
}
function conflictLine(text) {
    let from = 0;
    const places = [];
    for (const marker of CONFLICT) {
        const found = marker.exec(text.slice(from));
        if (!found)
            return undefined;
        from += found.index;
        places.push(from);
    }
    return text.slice(0, places[0]).split('\n').length;
}
const FILE_LIMIT = 1_000_000;
/** The text of a file of the project; `undefined` when it is too large or can't be read. */
function readSource({ source }) {
    const read = typeof source === 'string' ? (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => (0,_ports_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegular */ .V)(source, FILE_LIMIT)) : undefined;
    return read && 'bytes' in read ? read.bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}


/***/ }),

/***/ 5446:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ blankStrings),
/* harmony export */   v: () => (/* binding */ decodePython)
/* harmony export */ });
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2861);

/** The text with the insides of strings and comments replaced by spaces; lines stay where they are. */
function blankStrings(text) {
    const code = text
        .replace(/\r\n?/g, '\n')
        .replace(/#[^\n]*|"""(?:[^\\]|\\[\s\S])*?(?:"""|$)|'''(?:[^\\]|\\[\s\S])*?(?:'''|$)|"(?:[^"\\\n]|\\[\s\S])*(?:"|(?=\n)|$)|'(?:[^'\\\n]|\\[\s\S])*(?:'|(?=\n)|$)/g, (token) => (token.startsWith('#') ? ' '.repeat(token.length) : token.replace(/[^\n"']/g, ' ')));
    return isOpaque(code) ? code.replace(LONG, (line) => line.replace(/[^()[\]{}"']/g, ' ')) : code;
}
const LONG = /^.{2000,}$/gm;
/** Whether lines are so long that nobody wrote them: what they do is not looked for, only their brackets are. */
const isOpaque = (text) => text.search(LONG) >= 0;
const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/;
/**
 * The text of Python source: UTF-8, or what its first two lines declare (PEP 263). Nothing for what is no text. Of an encoding that
 * nobody here knows, the bytes are taken one by one, which leaves what is ASCII as it is.
 */
function decodePython(bytes) {
    if (bytes.includes(0))
        return undefined;
    const [, declared] = CODING.exec(Buffer.from(bytes.subarray(0, 400)).toString('latin1')) ?? [];
    const decoder = (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(() => new TextDecoder(declared?.replaceAll('_', '-') ?? 'utf-8'));
    return decoder?.decode(bytes) ?? Buffer.from(bytes).toString('latin1');
}


/***/ }),

/***/ 7233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ readImports)
/* harmony export */ });
/* harmony import */ var _scan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5446);

const HEADER = /^(?:async[ \t]+)?(?:try|except|finally|else|elif|if|while|for|def|with|class|match|case)\b(?![ \t]*(?:=(?!=)|[.,)]))/;
/** `if __name__ == "__main__":` and nothing more, its string blank. */
const MAIN = /^if[ \t(]+(?:__name__[ \t]*==[ \t]*(["']) {8}\1|(["']) {8}\2[ \t]*==[ \t]*__name__)[ \t)]*:/;
const CHANGES_PATH = /\bsys[ \t]*\.[ \t]*(?:path|modules|meta_path)\b|\baddsitedir\b|\b__path__\b|\bfrom[ \t]+sys[ \t]+import\b[^\n]*\bpath\b/;
/** What starts a statement at the left edge can't be the rest of one whose bracket was never closed. */
const FRESH = /^(?:import|from|def|class|@|async def)\b[^,)]*$/;
/** Reads the import statements of Python source, whatever is around them. Broken code gives what can be seen. */
function readImports(source) {
    const code = (0,_scan_js__WEBPACK_IMPORTED_MODULE_0__/* .blankStrings */ .H)(source.replace(/^\ufeff/, ''));
    const statements = [];
    for (const { text, line, reach } of withReach(logicalLines(code))) {
        for (const part of text.split(';'))
            statements.push(...importsOf(part.trim(), line, reach));
    }
    return { statements, changesPath: CHANGES_PATH.test(code) };
}
/** Joins what brackets, backslashes and strings of several lines keep together. */
function logicalLines(code) {
    const lines = [];
    let open;
    let depth = 0;
    let quotes;
    const close = () => {
        if (open)
            lines.push({ ...open, text: open.text.join(' ') });
        open = undefined;
        depth = 0;
    };
    for (const [index, physical] of code.split('\n').entries()) {
        if (open && depth > 0 && quotes === undefined && FRESH.test(physical))
            close();
        const trimmed = physical.trim();
        if (open === undefined && trimmed === '')
            continue;
        open ??= { text: [], indent: indentOf(physical), line: index + 1 };
        const continues = trimmed.endsWith('\\');
        open.text.push(continues ? trimmed.slice(0, -1) : trimmed);
        for (const char of trimmed) {
            if (char === '(' || char === '[' || char === '{')
                depth += 1;
            else if (char === ')' || char === ']' || char === '}')
                depth = Math.max(0, depth - 1);
        }
        for (const [mark] of trimmed.matchAll(/"""|'''/g)) {
            if (quotes === undefined)
                quotes = mark;
            else if (quotes === mark)
                quotes = undefined;
        }
        if (depth === 0 && !continues && quotes === undefined)
            close();
    }
    close();
    return lines;
}
/** Every statement with how it is reached; of the header of a block, what is behind it in the same line (`if x: import a`). */
function* withReach(lines) {
    const blocks = [];
    for (const line of lines) {
        while ((blocks.at(-1)?.indent ?? -1) >= line.indent)
            blocks.pop();
        const around = blocks.at(-1)?.reach ?? 'always';
        if (!HEADER.test(line.text)) {
            yield { ...line, reach: around };
            continue;
        }
        const reach = within(line.text, around);
        blocks.push({ indent: line.indent, reach });
        yield { ...line, reach, text: behindHeader(line.text) };
    }
}
/** What is behind the colon that ends a header: the first one outside of brackets that assigns nothing. */
function behindHeader(text) {
    let depth = 0;
    for (let index = 0; index < text.length; index++) {
        const char = text.charAt(index);
        if ('([{'.includes(char))
            depth += 1;
        else if (')]}'.includes(char))
            depth -= 1;
        else if (char === ':' && depth === 0 && text[index + 1] !== '=')
            return text.slice(index + 1).trim();
    }
    return '';
}
function within(header, around) {
    if (around === 'maybe')
        return around;
    if (MAIN.test(header))
        return 'main';
    const isPlain = /^class\b/.test(header) || (/^with\b/.test(header) && !/\bsuppress\b/.test(header));
    return isPlain ? around : 'maybe';
}
/** Tabs go to the next multiple of eight, as Python counts them. */
function indentOf(line) {
    let width = 0;
    for (const char of line) {
        if (char === ' ')
            width += 1;
        else if (char === '\t')
            width += 8 - (width % 8);
        else
            break;
    }
    return width;
}
function importsOf(text, line, reach) {
    // Each blank and dot has one place in the pattern where it can stand: no text makes it try for long.
    const from = /^from\b ?(\.*(?!\.) ?[\w.\u0080-\uffff]*) import\b(.*)$/.exec(text.replace(/[ \t]+/g, ' '));
    if (from) {
        const names = listed((from[2] ?? '').replace(/[()]/g, ' '));
        const module = (from[1] ?? '').replace(' ', '');
        return module === '' || names.length === 0 ? [] : [{ module, names, line, reach }];
    }
    const plain = /^import[ \t]+(.*)$/.exec(text);
    return listed(plain?.[1] ?? '').map((module) => ({ module, names: [], line, reach }));
}
/** `a, b as c` as `['a', 'b']`; what is no name is left out. */
const listed = (text) => text
    .split(',')
    .map((item) => item.trim().split(/\s/)[0] ?? '')
    .filter((name) => /^(?:\*|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)$/u.test(name));


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LF: () => (/* binding */ wheelTarget),
/* harmony export */   _E: () => (/* binding */ readTarget),
/* harmony export */   "do": () => (/* binding */ LINUX),
/* harmony export */   ik: () => (/* binding */ TARGET_KEY),
/* harmony export */   je: () => (/* binding */ targetName),
/* harmony export */   jh: () => (/* binding */ pythonTargetName),
/* harmony export */   wp: () => (/* binding */ markerEnvironment)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_nearest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(96);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _files_toml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6435);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5819);
/* harmony import */ var _files_values_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3891);
/* harmony import */ var _packaging_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6724);
/* harmony import */ var _pin_python_range_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1639);
/* harmony import */ var _pin_python_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2090);
/* harmony import */ var _pin_version_request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5601);
/** The machine that a deployment runs on, as far as the lock has to fit it. */









/** RHEL 8, Debian 10, Ubuntu 20.04 and newer have it. */
const LINUX = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.28' };
const PLATFORMS = {
    'x86_64-unknown-linux-gnu': { machine: 'x86_64', kind: 'glibc' },
    'aarch64-unknown-linux-gnu': { machine: 'aarch64', kind: 'glibc' },
    'x86_64-unknown-linux-musl': { machine: 'x86_64', kind: 'musl' },
    'aarch64-unknown-linux-musl': { machine: 'aarch64', kind: 'musl' },
};
/** musl 1.2 is of 2020, and all that musllinux knows of beside 1.1. */
const MUSL_MINOR = 2;
/** The table's key in `[tool.uv-deploy]`. */
const TARGET_KEY = 'target';
const TABLE = `tool.uv-deploy.${TARGET_KEY}`;
const KEYS = ['python', 'platform', 'glibc', 'uv', 'indexes'];
/**
 * Lays `[tool.uv-deploy] target` over the pin and the platform's defaults. Answers findings when the table is wrong.
 * Without a pin, the Python is open.
 */
function readTarget(file, pin, defaults = LINUX) {
    const table = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_7__.at)(file?.data, 'tool', 'uv-deploy', TARGET_KEY) ?? {};
    const findings = [];
    const complain = (key, message, remedy) => {
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-setting', message, remedy, file && (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_2__/* .placeIn */ .VV)(file, `${TABLE}.${key}`)));
    };
    const text = (key, remedy, isRight) => {
        const value = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_7__.at)(table, key);
        if (value === undefined || (typeof value === 'string' && isRight(value)))
            return value;
        complain(key, `The target's ${key} can't be ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(JSON.stringify(value) ?? '')}.`, remedy);
        return undefined;
    };
    if (!(0,_files_values_js__WEBPACK_IMPORTED_MODULE_8__/* .isTable */ .bI)(table)) {
        const message = `[${TABLE}] is not a table.`;
        return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('invalid-setting', message, 'Write it as one.', file && (0,_files_toml_js__WEBPACK_IMPORTED_MODULE_2__/* .placeIn */ .VV)(file, TABLE))];
    }
    for (const key of Object.keys(table)) {
        if (KEYS.some((known) => known === key))
            continue;
        const meant = (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_9__/* .nearest */ .p)(key, KEYS);
        const remedy = meant ? `Did you mean '${meant}'?` : `Known: ${KEYS.join(', ')}.`;
        complain(key, `[${TABLE}] has the unknown key '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(key)}'.`, remedy);
    }
    const python = text('python', 'Write it as "3.12" or "3.12.7".', (one) => /^3\.\d+(?:\.\d+)?t?$/.test(one));
    const remedy = `Write one of ${Object.keys(PLATFORMS).join(', ')}.`;
    const platform = text('platform', remedy, (one) => Object.hasOwn(PLATFORMS, one)) ?? defaults.platform;
    const glibc = text('glibc', 'Write it as "2.28"; `ldd --version` tells it.', (one) => /^2\.\d{1,3}$/.test(one));
    const uv = text('uv', 'Write it as "0.12.5".', (one) => (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(one) !== undefined) ?? defaults.uv;
    const { machine, kind } = PLATFORMS[platform] ?? { machine: 'x86_64', kind: 'glibc' };
    if (glibc !== undefined && kind === 'musl') {
        complain('glibc', `The target ${platform} has musl and no glibc.`, 'Remove glibc, or name a -gnu platform.');
    }
    const indexes = (0,_files_values_js__WEBPACK_IMPORTED_MODULE_7__.at)(table, 'indexes') ?? [];
    if (!Array.isArray(indexes) || (0,_files_values_js__WEBPACK_IMPORTED_MODULE_8__/* .strings */ .P$)(indexes).length !== indexes.length) {
        complain('indexes', "The target's indexes are not a list of strings.", 'Write indexes = ["https://\u2026/simple"].');
    }
    if (findings.length > 0)
        return findings;
    const version = (0,_packaging_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(uv ?? '');
    const ownPython = python ?? (pin === undefined ? defaults.python : undefined);
    const minor = Number((glibc ?? defaults.glibc).split('.')[1]);
    return {
        ...(ownPython === undefined ? pinnedPython(pin?.request) : settledPython((0,_pin_version_request_js__WEBPACK_IMPORTED_MODULE_6__/* .parseVersionRequest */ .Hd)(ownPython))),
        implementation: ownPython === undefined ? implementationOf(pin?.request) : 'cpython',
        machine,
        libc: { kind, minor: kind === 'musl' ? MUSL_MINOR : minor },
        isLibcAssumed: glibc === undefined && kind === 'glibc',
        ...(version && { uv: version }),
        indexes: (0,_files_values_js__WEBPACK_IMPORTED_MODULE_8__/* .strings */ .P$)(indexes),
    };
}
/** What markers see of the target. */
function markerEnvironment(target, extra) {
    const { implementation, machine, minors, patch } = target;
    return {
        values: {
            os_name: 'posix',
            sys_platform: 'linux',
            platform_system: 'Linux',
            platform_machine: machine,
            ...(implementation && { implementation_name: 'cpython', platform_python_implementation: 'CPython' }),
        },
        minors,
        ...(patch !== undefined && { patch }),
        extra,
    };
}
/** What wheels have to fit; `undefined` while it is open which CPython that will be. */
function wheelTarget({ implementation, minors, freeThreaded, machine, libc }) {
    const [minor, ...others] = minors;
    if (implementation === undefined || minor === undefined || others.length > 0)
        return undefined;
    return { minor, freeThreaded, machine, libc };
}
/** The target in words, such as `Python 3.12 on Linux x86_64 with glibc 2.28`. */
function targetName(target) {
    const { libc } = target;
    return `${pythonTargetName(target)} with ${libc.kind === 'musl' ? `musl 1.${libc.minor}` : `glibc 2.${libc.minor}`}`;
}
/** The same without the C library, where that does not matter. */
const pythonTargetName = ({ minor, freeThreaded, machine }) => `Python 3.${minor}${freeThreaded ? 't' : ''} on Linux ${machine}`;
const pinnedPython = (request) => settledPython(request && (0,_pin_python_request_js__WEBPACK_IMPORTED_MODULE_5__/* .requestedVersion */ .hi)(request));
const implementationOf = (request) => request === undefined || ((0,_pin_python_request_js__WEBPACK_IMPORTED_MODULE_5__/* .requestedImplementation */ .z3)(request) ?? 'cpython') === 'cpython' ? 'cpython' : undefined;
/** The oldest and a far minor of Python 3, and more patch releases than any has had. */
const OLDEST = 6;
const FARTHEST = 60;
const PATCHES = 100;
function settledPython(version) {
    const freeThreaded = version?.variant.startsWith('freethreaded') ?? false;
    const every = Array.from({ length: FARTHEST - OLDEST }, (_, index) => OLDEST + index);
    if (version?.kind === 'range') {
        const range = (0,_pin_python_range_js__WEBPACK_IMPORTED_MODULE_4__/* .pythonRange */ .Sm)(version.specifiers);
        const patches = Array.from({ length: PATCHES }, (_, patch) => patch);
        const fits = (minor) => patches.some((patch) => (0,_pin_python_range_js__WEBPACK_IMPORTED_MODULE_4__/* .rangeContains */ .dF)(range, [3, minor, patch]));
        return { minors: every.filter(fits), freeThreaded };
    }
    const [major, minor, patch] = version?.release ?? [];
    if (major !== 3 || minor === undefined)
        return { minors: every, freeThreaded };
    // A pre-release comes before the release that its numbers name.
    const isSettled = patch !== undefined && version?.pre === undefined;
    return { minors: [minor], ...(isSettled && { patch }), freeThreaded };
}


/***/ }),

/***/ 8347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ both),
/* harmony export */   q: () => (/* binding */ createGate)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);

/** Two verdicts as one: there is a value where both have one. */
const both = (one, other) => ({
    ...(one.value !== undefined && other.value !== undefined && { value: [one.value, other.value] }),
    findings: [...one.findings, ...other.findings],
});
/**
 * Where findings are shown, and end the run by a throw; checks only return them. Errors end the run; with `fail-on: warning`, warnings
 * do too. What the settings ignore is only remembered.
 */
function createGate({ inputs, report, journal, host }) {
    const isLeft = (finding) => {
        const reason = inputs.ignores.find((ignore) => ignore.matches(finding))?.reason;
        if (reason === undefined)
            return true;
        journal.ignored({ finding, reason });
        host.info(`Ignored, as pyproject.toml says: ${finding.code}. ${reason}`);
        return false;
    };
    const pass = (all) => {
        const findings = all.filter(isLeft);
        report(findings);
        const errors = findings.filter(({ level }) => level === 'error');
        if (errors.length > 0)
            throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(errors);
        if (inputs.failOn === 'warning' && findings.some(({ level }) => level === 'warning')) {
            throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('warnings-fail', 'A warning fails this run: fail-on is warning.', 'Fix what the warning names, or set fail-on: error.');
        }
    };
    return {
        pass,
        /** Passes the findings, and answers the value that they leave. */
        open: ({ value, findings }) => {
            pass(findings);
            if (value === undefined)
                throw nothingLeft(findings);
            return value;
        },
        /** Passes what is found on the way, and answers what the work ends with. Work that is not to go on learns of it by a throw. */
        follow: async (work) => {
            try {
                for (;;) {
                    const step = await work.next();
                    if (step.done)
                        return step.value;
                    pass(step.value);
                }
            }
            catch (error) {
                await work.throw(error).catch(() => { }); // what goes on beside is ended
                throw error;
            }
        },
    };
}
/** The failure of a run whose findings leave nothing to continue with: their errors are ignored, else they would have ended it. */
function nothingLeft(findings) {
    const needed = findings.filter(({ level }) => level === 'error');
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('not-ignorable', `The run can't continue while this is ignored: ${needed.map(({ message }) => message.replace(/[.;]$/, '')).join('; ')}.`, `Fix it, and remove ${[...new Set(needed.map(({ code }) => code))].join(', ')} from ignore.`);
}


/***/ })

};
