export const id = 12;
export const ids = [12];
export const modules = {

/***/ 1012:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  step: () => (/* binding */ step)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
;// CONCATENATED MODULE: ./src/findings/system-error.ts


const FULL = (reason) => ({
    code: 'disk-full',
    reason,
    remedy: "Free space on the runner, or leave large files out with 'exclude'.",
});
const GONE = {
    code: 'file-gone',
    reason: 'it was removed during the run',
    remedy: 'Let nothing clean up the checkout or RUNNER_TEMP while the step runs, and run the job again.',
};
const DENIED = (reason) => ({
    code: 'file-denied',
    reason,
    remedy: "Check the runner's disk, and the permissions of this path.",
});
const LIMIT = (reason, remedy) => ({ code: 'system-limit', reason, remedy });
const MEMORY = 'Give the runner more memory, or start fewer jobs on it at once.';
/** What the system says, by Node's code (https://nodejs.org/api/errors.html#common-system-errors; errno(3) has the others). */
const TROUBLES = {
    ENOSPC: FULL('the disk is full'),
    EDQUOT: FULL("the user's share of the disk is used up"),
    EFBIG: FULL('it is larger than this system lets a file become'),
    ENOENT: GONE,
    ENOTDIR: GONE,
    ESTALE: GONE,
    EACCES: DENIED('permission denied'),
    EPERM: DENIED('the system does not permit it'),
    EROFS: DENIED('the file system is read-only'),
    EIO: DENIED('the disk reports an error'),
    EMFILE: LIMIT('too many files are open', 'Raise the limit of open files (`ulimit -n`) on this runner.'),
    ENFILE: LIMIT('too many files are open', 'Raise the limit of open files (`ulimit -n`) on this runner.'),
    ENAMETOOLONG: LIMIT('its path is too long for this system', 'Shorten the path, or check out into a shorter folder.'),
    EAGAIN: LIMIT('the system has no process left for it', MEMORY),
    ENOMEM: LIMIT('the system has no memory left for it', MEMORY),
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
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/tar/dist/esm/index.min.js
var index_min = __webpack_require__(8697);
;// CONCATENATED MODULE: ./src/bundle/source.ts
/** Sorted by the bytes of the UTF-8 paths: the same everywhere, whatever the locale. */
const inOrder = (files) => files
    .map((file) => ({ file, key: Buffer.from(file.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ file }) => file);

;// CONCATENATED MODULE: ./src/bundle/tar.ts
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
        for (const file of inOrder(list)) {
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
                md5 = (0,external_node_crypto_.hash)('md5', chunk.subarray(used, used + file.size));
                used += file.size;
            }
            else {
                yield chunk.subarray(0, used);
                used = 0;
                const digest = (0,external_node_crypto_.createHash)('md5');
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
    return { isExtended: new index_min/* Header */.Y9(fields(file)).encode(block, 0), block };
}
/** Headers of empty, nameless files: most others differ from them in three fields only. */
const TEMPLATES = [false, true].map((executable) => encode({ path: '', size: 0, executable }).block);
const [SIZE, CHECKSUM, TYPE] = [124, 148, 156];
const SIZE_DIGITS = 11;
function header(file) {
    const { path, size, executable } = file;
    if (path.length > 100 || size >= 8 ** 11 || !/^[\x00-\x7f]*$/.test(path)) {
        const { block, isExtended } = encode(file);
        const extension = new index_min/* Pax */.un({ path, ...(size >= 8 ** 11 && { size }) });
        return isExtended ? Buffer.concat([extension.encode(), block]) : block;
    }
    const block = Buffer.from(TEMPLATES[executable ? 1 : 0]);
    block.write(path, 0, 'latin1');
    block.write(`${size.toString(8).padStart(SIZE_DIGITS, '0')} `, SIZE, 'latin1');
    block.fill(' ', CHECKSUM, TYPE);
    let sum = 0;
    for (const byte of block)
        sum += byte;
    block.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM, 'latin1');
    return block;
}
const changed = (file, why, cause) => (0,findings_finding/* failure */.V2)('file-changed', `${file.path} ${why} while it was being bundled.`, 'Run the step again.', { cause });
const unreadable = (file, cause) => /^E(?:ACCES|PERM)$/.test((0,findings_finding/* codeOf */.$N)(cause))
    ? (0,findings_finding/* failure */.V2)('unreadable-file', `${file.path} can't be read: ${(0,findings_finding/* messageOf */.bD)(cause)}.`, 'Check its permissions.', {
        cause,
    })
    : changed(file, `could not be read (${(0,findings_finding/* messageOf */.bD)(cause)})`, cause);
/** A small file, read on this thread: sooner done than the way to another thread and back. */
function readInto(chunk, offset, file, path) {
    let handle;
    let size;
    try {
        handle = (0,external_node_fs_.openSync)(path, 'r');
        size = (0,external_node_fs_.readSync)(handle, chunk, offset, file.size + 1, 0);
    }
    catch (cause) {
        throw unreadable(file, cause);
    }
    finally {
        if (handle !== undefined)
            (0,external_node_fs_.closeSync)(handle);
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
        const handle = __addDisposableResource(env_1, await (0,promises_.open)(file.source).catch((cause) => {
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
            bundleSize: archive?.size ?? totalSize(packed),
            fileCount: packed.length,
        }),
        manifest: (manifestPath) => write({ manifestPath }),
        changes: (changes) => write({ changes }),
        item: ({ id, url, consoleUrl }) => write({ id, url, consoleUrl }),
        /** An item that this run has made: nothing answers there yet. `undefined` once it is removed again. */
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
        /** What stays behind if the run ends now; empty when nothing does. */
        left: (left) => write({ left }),
        note: (...sentences) => write({ notes: [...entries.notes, ...sentences] }),
        finding: (finding) => write({ findings: [...entries.findings, finding] }),
        ignored: (ignored) => write({ ignored: [...entries.ignored, ignored] }),
        stage: (name, ms) => write({ stages: [...entries.stages, { name, ms }] }),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/ports/paths.ts

/** Whether `path` is `folder` or below it. Both absolute and real. */
function isInside(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way === '' || !(way === '..' || way.startsWith(`..${external_node_path_.sep}`) || (0,external_node_path_.isAbsolute)(way));
}
/** How annotations name a path: relative to the checkout, with forward slashes. */
const shownIn = (checkout, path) => (0,external_node_path_.relative)(checkout, path).split(external_node_path_.sep).join('/') || '.';

;// CONCATENATED MODULE: ./src/findings/check-codes.ts
/**
 * The findings of the checks: what is wrong, or may be, with the project. `ignore` can speak for these.
 * Behind a new row, `npm run docs` brings the README and the schema in step.
 */
const CHECK_CODES = {
    bom: ['The file begins with a byte order mark, behind which uv sees no version', 'Save it as UTF-8 without BOM'],
    'broken-link': ['A link leads nowhere', 'Commit what it names, or remove it'],
    'bundle-too-large': ['The bundle is larger than the server takes', 'Leave data out with `exclude`'],
    'config-access-type': ['`access_type` is not one of the three there are', 'Write one of those the message names'],
    'config-content-type': ['The server knows no such content type', 'Write one of those the message names'],
    'config-cron': ['The cron expression is not valid', 'Write five fields, or a word such as `@daily`'],
    'config-entrypoint': ['The entrypoint is not a file of the right kind', 'Correct `entrypoint` or `content_type`'],
    'config-language': ['`_ricochet.toml` is for another language', 'Write `name = "python"` under `[language]`'],
    'config-missing-key': ['`_ricochet.toml` lacks a key that the server needs', 'Add the key'],
    'config-name': ['The name is empty or too long', 'Give another name'],
    'config-packages': ['`packages` does not name the lock', 'Write `packages = "uv.lock"` under `[language]`'],
    'config-schedule': ['There is a schedule for what is no task', 'Remove it, or correct `content_type`'],
    'config-serve': ['`[serve]` is incomplete, or stands beside a task', 'Add the keys that are named, or remove it'],
    'config-slug': ['The slug has characters that the server refuses', 'Use letters, digits, `-` and `_`'],
    'config-static': ['There is a static site for what is an app', 'Remove it, or correct `content_type`'],
    'config-thumbnail': ['The thumbnail is missing, left out, too large or no picture', 'Correct or remove it'],
    'config-type': ['A value is of the wrong kind', 'Write it as the message says'],
    'config-unknown-key': ['The server does not know this key', 'Correct or remove it'],
    encoding: ['The file is not valid UTF-8', 'Save it as UTF-8'],
    'entrypoint-ambiguous': ['More than one file could be the app', 'Set `entrypoint`, or write the platform\u2019s own file'],
    'entrypoint-empty': ['The file that is to be started is empty', 'Commit it with its code'],
    'entrypoint-missing': ['The file that is to be started does not exist', 'Correct `entrypoint`, or commit the file'],
    'entrypoint-not-bundled': ['The file that is to be started is left out of the bundle', 'Correct what leaves it out'],
    'entrypoint-not-found': ['No file looks like an app', 'Set `entrypoint` and `content-type`'],
    'env-file-left-out': ['A `.env` file is not deployed', 'Pass what the app needs with `env`'],
    'env-too-long': ['A variable is longer than the server takes', 'Split it, or let the app fetch the value'],
    'file-name': ['A file name is not valid UTF-8', 'Rename the file'],
    'file-too-large': ['A file that is read whole is far too large for what it is', 'Commit the right file'],
    'implementation-pin': ['The pin asks for another Python than CPython', 'Make sure the server has it'],
    'include-not-found': ['`include` names files that are not there, or not of the project', 'Correct it'],
    'incompatible-pin': [
        '`.python-version` and `requires-python` exclude each other',
        '`uv python pin` with a version that fits, or widen `requires-python` and `uv lock`',
    ],
    'invalid-id': ['The id is not one that the server can have given', 'Copy it from the server'],
    'line-ignored': ['uv ignores this line of `.python-version`', 'Remove or correct it'],
    'link-cycle': ['A link leads to a folder that contains it', 'Remove the link'],
    'link-leaves-project': [
        'A link or a path leads out of the project, or to what is never deployed',
        'Replace it by what it names',
    ],
    'lock-check-failed': ['`uv lock --check` fails', 'Correct what uv names, and `uv lock`'],
    'lock-requires-python': ['`uv.lock` has no `requires-python`', '`uv lock`, and commit it'],
    'lock-revision': ['A newer uv wrote the lock', 'Nothing, unless the server can\u2019t read it'],
    'lock-stale': ['`pyproject.toml` has changed since `uv lock`', '`uv lock`, and commit `uv.lock`'],
    'lock-unchecked': ['Whether the lock is current could not be checked here', 'Let the runner reach the package index'],
    'lock-version': ['uv can\u2019t read this version of the lock', '`uv lock` with a current uv'],
    'merge-conflict': ['The file holds the markers of a merge conflict', 'Resolve it'],
    'missing-lock': ['There is no `uv.lock` in the repository', '`uv lock`, and commit it'],
    'missing-pin': ['There is no `.python-version` in the repository', '`uv python pin 3.12`, and commit it'],
    'missing-pyproject': ['There is no `pyproject.toml`', '`uv init`, or correct `working-directory`'],
    'multiple-pins': ['`.python-version` names more than one version', 'Leave one'],
    'no-pin': ['`.python-version` names no version', '`uv python pin 3.12`'],
    'no-uv': ['uv is not on PATH, so nothing was tried out', 'Add a step with astral-sh/setup-uv'],
    'nonportable-pin': ['The pin works in uv but not in every tool', 'Write `3.12` or `3.12.7`'],
    'not-a-file': ['Something else stands where a file should', 'Remove or rename it'],
    'over-limit': [
        'A list, a pattern, a path or a tree of links is larger than anybody would write',
        'Make it smaller, as the message says',
    ],
    'partial-pin': [
        '`3.12` also allows patch releases that `requires-python` rejects',
        'Pin `3.12.7`, or make sure the server has a fitting one',
    ],
    'partial-pin-newest-excluded': ['`requires-python` rejects the newest release of the pin', 'Pin the exact version'],
    'path-pin': ['The pin is a path on one machine', 'Pin a version'],
    'platform-pin': ['The pin only fits one kind of machine', 'Pin a version'],
    'platform-pin-mismatch': ['The pin is for another kind of machine than servers are', 'Pin a version'],
    'preflight-no-network': ['The runner can\u2019t reach the package index', 'Open the way, or use `preflight: static`'],
    'preflight-no-python': ['The runner has no such Python', 'Add `python-version` to the setup-uv step'],
    'prerelease-pin': ['The pin is a pre-release', 'Make sure the server has it, or pin a release'],
    'project-name': ['`[project]` has no name that uv takes', 'Give it one'],
    'project-version': ['`[project]` has no version', 'Add `version = "0.1.0"`'],
    'requires-conflict': ['No Python satisfies every `requires-python`', 'Widen one of them'],
    'requires-invalid': ['`requires-python` is not valid', 'Write it as `>=3.12`'],
    'restore-failed': ['The locked packages do not install', 'Run the command that the message names on your machine'],
    'secret-in-bundle': ['A file with a key or token would be sent', 'Remove it, revoke it, or `exclude` the file'],
    'submodule-missing': ['A submodule was not checked out', 'Give actions/checkout `submodules: true`'],
    'toml-syntax': ['The file is not valid TOML', 'Correct the line'],
    'unreadable-file': ['A file can\u2019t be read', 'Check its permissions'],
    'unsupported-python': ['uv has no such Python', 'Pin one that is supported'],
    'untrusted-head': ['In `pull_request_target` nothing of the checkout is run', 'Use the event `pull_request`'],
    'unversioned-pin': ['The pin names no version', 'Pin one'],
    'uv-python-set': ['`UV_PYTHON` overrules the pin in this job only', 'Remove `python-version` from the setup-uv step'],
    'variant-pin': ['The pin asks for a special build of Python', 'Make sure the server has it'],
    'default-group': ['`default-groups` names a group that is not defined', 'Define it, or take it out'],
    'lock-broken': [
        'A package is listed twice, or one that is needed is not listed',
        '`uv lock`; do not edit the lock by hand',
    ],
    'lock-compiles': [
        'A package has no fitting wheel, so the server builds it from source',
        'Look for a version with wheels, or make sure of a compiler there',
    ],
    'lock-conflict': ['Two default groups are declared to conflict', 'Leave one of them in `default-groups`'],
    'lock-conflicts': [
        'The lock has extras or groups that can\u2019t be together',
        'Nothing, as long as nobody asks for two at once',
    ],
    'lock-empty': ['The lock lists nothing, and there is no project', 'Add a `[project]`, and `uv lock`'],
    'lock-environments': [
        '`environments` under `[tool.uv]` leaves Linux out',
        "Add `sys_platform == 'linux'`, and `uv lock`",
    ],
    'lock-git': ['A package is fetched with git', 'Make sure that the server has git and may read the repository'],
    'lock-git-ssh': [
        'A package is fetched over SSH, for which the server has no key',
        'Use an `https://` address, or publish it',
    ],
    'lock-index': [
        'Packages come from an index that is not public',
        'Set it up on the server, and name it in `target.indexes`',
    ],
    'lock-local-index': [
        'Packages come from a folder of wheels that is not in the bundle',
        'Commit the folder, or lock against an index',
    ],
    'lock-no-wheel': [
        'A package has no wheel for the server\u2019s Python, glibc or system, and can\u2019t be built there',
        'Pin another Python, take another version, or correct `target`',
    ],
    'lock-path': [
        'A package comes from a folder or file that is not in the bundle',
        'Move it into the project, or publish it; then `uv lock`',
    ],
    'lock-root': [
        'The lock is a workspace\u2019s, and the member that is deployed alone is built as a package',
        'Deploy from the workspace\u2019s root, or set `package = false`',
    ],
    'lock-sdist-format': ['The only source of a package is of a form that uv can\u2019t unpack', 'Take another version'],
    'lock-url': ['A package is fetched without encryption, or from a private network', 'Use a public `https://` address'],
    'lock-wheel-name': ['A wheel\u2019s file name does not belong to its package', '`uv lock`'],
    'not-bundled': [
        '`pyproject.toml` or `uv.lock` is left out of the bundle',
        'Take it out of `exclude` and `.gitignore`',
    ],
    'required-uv': ['`required-version` shuts the server\u2019s uv out', 'Widen it'],
    'url-credentials': [
        'An address in `pyproject.toml` or `uv.lock` holds a password',
        'Revoke it, and give it to uv by `UV_INDEX_<NAME>_PASSWORD`',
    ],
    'app-host-local': ['The code listens on an address that only the machine itself reaches', 'Listen on `0.0.0.0`'],
    'app-object-missing': [
        'The module has no app object of the name that the server looks for',
        'Name it so, or correct the entrypoint',
    ],
    'app-port-fixed': ['The code listens on a port of its own', 'Listen on the port in the variable `PORT`'],
    'app-starts-itself': [
        'The module starts a server while it is loaded, beside the one that loads it',
        'Put the call under `if __name__ == "__main__":`',
    ],
    'command-host-local': [
        'The run command listens on an address that only the machine itself reaches',
        'Listen on `0.0.0.0`',
    ],
    'command-port': ['The run command listens on a port of its own', 'Listen on the port in the variable `PORT`'],
    'command-variable': ['The run command has a variable that is not put in there', 'Write the value, or start a shell'],
    'import-case': ['Upper and lower case of an import differ from the file\u2019s', 'Write it as the file is called'],
    'import-dev-only': [
        'Only a dependency group that the server does not install brings the module',
        '`uv add` the package to the dependencies',
    ],
    'import-extra-only': [
        'Only an extra that the server does not install brings the module',
        '`uv add` the package to the dependencies',
    ],
    'import-missing': ['Nothing brings the module that is imported', '`uv add` the package, or correct the import'],
    'import-not-bundled': [
        'The module is part of the project, but left out of the bundle',
        'Check `.gitignore`, `include` and `exclude`',
    ],
    'import-relative': ['A file that is started on its own imports relatively', 'Import by the full name'],
    'import-shadowed': [
        'A file is found before a package or standard module of its name, which is hidden by it',
        'Rename the file',
    ],
    'start-crash': ['The app ended as soon as it was started', 'Correct what the traceback names'],
    'start-localhost-only': [
        'The app listens where only the machine itself reaches it, or on another port',
        'Listen on `0.0.0.0` and the port in `PORT`',
    ],
    'start-missing-file': [
        'The app opens a file that is not there, or left out of the bundle',
        'Commit the file, or correct what leaves it out',
    ],
    'start-missing-module': [
        'The app needs a module that is not installed, or left out of the bundle',
        '`uv add` the package, or correct what leaves the file out',
    ],
    'start-missing-variable': [
        'The app needs a variable that is not set',
        'Set it on the platform, and give it to the step with `env`',
    ],
    'start-no-app': ['The server does not find the app object', 'Name it `app`, or correct the entrypoint'],
    'start-port-in-use': ['The app wants a port that is taken', 'Listen on the port in the variable `PORT`, once'],
    'start-timeout': ['The app does not listen in time', 'Move long work out of the start'],
    'start-unhealthy': ['The app runs, but a path does not answer 2xx', 'Correct the app or `health-check-path`'],
    'start-untried': ['How such an app is started can\u2019t be tried out here', 'Nothing; its environment was tried'],
    'content-type': [
        'The platform has no such content type, or not this one with this project',
        'Write one of those the message names',
    ],
    'content-type-unknown': ['Nothing tells what kind of content the file is', 'Set `content-type`'],
    'credentials-in-url': [
        'The address of a package holds a credential, which would be deployed',
        'Revoke it, and let the server reach the package by its own configuration',
    ],
    'entrypoint-form': [
        'The entrypoint is not of the form that Connect takes',
        'Write `module:object`, or a file, as the message says',
    ],
    'export-failed': ['uv can\u2019t make requirements from the lock', 'Correct what uv names'],
    'flatten-conflict': ['Two local packages bring the same file to the root of the bundle', 'Rename one of them'],
    'framework-not-locked': [
        'What starts such content is not among the packages that are deployed',
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
        'A local package has to be compiled, which copying its source does not do',
        'Publish it as a wheel',
    ],
    'local-package-outside': [
        'A local package is outside of the repository, or in a folder that is never deployed',
        'Move it into the repository, or publish it',
    ],
    'manifest-file-missing': [
        'A committed `manifest.json` lists a file that is not there',
        'Write it anew, or delete it to have it made',
    ],
    'manifest-invalid': [
        'A committed `manifest.json` lacks what Connect needs',
        'Write it anew, or delete it to have it made',
    ],
    'manifest-large-file': [
        '`manifest.json` lists a file too large for its checksum to be compared',
        'Let the app fetch its data',
    ],
    'manifest-stale': [
        'A file differs from what the committed `manifest.json` says of it',
        'Write it anew, or delete it to have it made',
    ],
    'manifest-syntax': ['A committed `manifest.json` is no JSON', 'Write it anew, or delete it to have it made'],
    'notebook-invalid': ['The notebook is no valid JSON document', 'Save it again in Jupyter'],
    'notebook-language': ['The notebook is in another language than Python', 'Deploy a Python one'],
    'pin-not-for-connect': ['Connect can\u2019t read the pin', 'Pin a plain version such as `3.12`'],
    'python-not-installed': ['No Python on the server fits', 'Pin one of those that the message names'],
    'quarto-engine': ['The document needs R or Julia', 'Commit the `manifest.json` that rsconnect writes for it in R'],
    'quarto-interactive': [
        'The document is an app, not a document to be rendered',
        'Remove `server: shiny`, or deploy it as an app',
    ],
    'requirements-file-missing': [
        'The requirements file that is named is not there',
        'Correct the name, or have it made from the lock',
    ],
    'requirements-hashes': ['The requirements file has hashes, which Connect refuses', 'Leave them out'],
    'requirements-local': ['The requirements file names what is not in the bundle', 'Publish it, or include the file'],
    'requirements-stale': ['The requirements file and the lock differ', 'Make one anew, or delete `requirements.txt`'],
    'rsconnect-table': ['`[tool.rsconnect]` lacks a key, or has a wrong one', 'Correct it as the message says'],
    'setting-without-effect': ['A setting has no effect beside a committed `manifest.json`', 'Remove one of the two'],
    'command-path': ['The run command starts a program by its name alone', 'Write its path: `.venv/bin/uvicorn`'],
    'command-program': [
        'What the run command starts is not there, not executable, or brought by no package that is installed',
        '`uv add` the package, or correct the command',
    ],
    'command-quotes': ['The run command has quotes, which the platform may not take off', 'Write plain words'],
    'command-shell': ['The run command needs a shell, and none runs it', 'Write one program, or put it in a script'],
    'command-sync': ['`uv run` changes the environment at each start', 'Write `uv run --no-sync`'],
    'cron-file': ['`clevercloud/cron.json` is not a list of texts', 'Write it as a JSON array of texts'],
    'cron-job': ['A line of `clevercloud/cron.json` can\u2019t run', 'Correct its time, or the path of its script'],
    'image-python': ['The platform has no such Python', 'Take one of those that the message names'],
    'image-python-differs': [
        'The platform selects another Python than the pin, or does not have that one',
        'Pin one that it has, and leave the choice to the pin',
    ],
    'lfs-pointer': ['A file is only a pointer of git-lfs', 'Give actions/checkout `lfs: true`'],
    'lock-members': [
        'The lock is a workspace\u2019s, and the bundle does not have all of its members',
        'Deploy from the workspace\u2019s root, with every `pyproject.toml`',
    ],
    'mise-file': ['The platform installs the tools of `mise.toml`', 'Set `CC_DISABLE_MISE=true`, or exclude the file'],
    'variable-folder': ['`APP_FOLDER` names a folder that the bundle does not have', 'Set `working-directory` instead'],
    'variable-ignored': ['The platform does not read this variable where uv installs', 'Remove it'],
    'variable-wins': ['`CC_RUN_COMMAND` takes the place of the run command', 'Write it as `run-command`'],
};

;// CONCATENATED MODULE: ./src/findings/run-codes.ts
/**
 * What the step's settings, the runner or the server say: nothing is changed by ignoring these, so that is refused.
 * Behind a new row, `npm run docs` brings the README in step.
 */
const RUN_CODES = {
    cancelled: ['The run was cancelled', 'The message says what it left behind'],
    'choose-app': ['The repository has several apps, and the step does not say which', 'Set `working-directory`'],
    conflict: ['Another item on the server stands in the way', 'Choose another slug, or remove that item'],
    'content-type-changed': ['An app would become a task, or a task an app', 'Give the new one another name'],
    'deployment-failed': ['The server could not install the packages', 'Open the log that is linked'],
    'deployment-timeout': [
        'It takes longer than `timeout`; the message says whether it goes on, on the server',
        'Open the log, or raise `timeout`',
    ],
    'deployment-unknown': ['The server stopped answering, so how it went is not known', 'Open the log that is linked'],
    'disk-full': [
        'The runner\u2019s disk is full, or its limit for a file is reached',
        'Free space, or `exclude` large files',
    ],
    'env-encryption': ['The variables can\u2019t be encrypted with the server\u2019s key', 'Ask who runs the server'],
    'file-changed': ['A file changed while it was being bundled', 'Run the step again, with nothing writing beside it'],
    'file-denied': ['The runner can\u2019t read or write a file', 'Check its disk and the permissions'],
    'file-gone': ['A file vanished during the run', 'Let nothing clean up meanwhile, and run the job again'],
    forbidden: ['The item does not exist there, or is somebody else\u2019s', 'Check `id`, `server` and the key\u2019s owner'],
    'git-timeout': ['`git` did not list the files in time', 'Run `git status` on the runner'],
    'invalid-input': ['An input has a value that it can\u2019t have', 'Correct it'],
    'invalid-key': ['The server does not accept the credential', 'Make a new one; is it for this server?'],
    'invalid-server': ['`server` is not a URL that can be used', 'Write one such as `https://ricochet.example.com`'],
    'invalid-setting': ['`[tool.uv-deploy]` has a key or value that is not known', 'Correct the line'],
    'name-differs': [
        '`name` is not that of the item that the slug finds',
        'Use `variant`, or change name in `_ricochet.toml`',
    ],
    'no-outputs': ['The outputs could not be set', 'Check the runner\u2019s files'],
    'no-platform': ['Nothing says which platform is meant', 'Set `platform`'],
    'no-previews': ['This platform\u2019s previews can\u2019t be removed from here', 'Remove it on the server'],
    'no-pull-request': ['It is not known which pull request is meant', 'Set `pull-request`'],
    'no-secret': ['There is a token without the secret that belongs to it', 'Set `secret` as well'],
    'no-secrets': ['Runs of forks and of Dependabot get no secrets', 'Nothing has to be done'],
    'no-server': ['There is a token, but no server', 'Set `server`'],
    'no-state': ['Nothing can be left for the end of the job', 'Check the runner\u2019s files'],
    'no-temp': ['The runner\u2019s temporary folder can\u2019t be written', 'Check `RUNNER_TEMP`'],
    'no-token': ['There is no credential', 'Set `token` to a secret'],
    'not-a-preview': ['The item is not marked as a preview, and is not removed', 'Remove it on the server'],
    'not-found': ['The server knows no such thing', 'Check `id` and `server`'],
    'not-followed': ['Whether the release goes live was not waited for', 'Leave out `wait: false`'],
    'not-ignorable': ['Without what is ignored there is nothing to deploy', 'Mend it, and take it out of `ignore`'],
    'not-production': ['`mode: auto` deploys nothing on this event', 'Set `mode: deploy` or `production-branch`'],
    'not-ricochet': ['A login page or a proxy answered', '`server` has to be ricochet\u2019s own address, open for API calls'],
    'old-release-answers': ['The paths are well, but the new release is not what answers', 'Stop the old instances'],
    'partly-done': ['Variables or settings are new, the code is the old one', 'Run the job again'],
    'platform-not-built': ['This version can\u2019t deploy to this platform', 'Use another'],
    'rate-limited': ['The server asks for fewer requests', 'Run the job again later'],
    refused: ['The server refused', 'Correct what it names'],
    'sarif-not-written': ['The findings could not be written to `sarif-path`', 'Name a file in the checkout'],
    'server-error': ['The server had an error', 'Run the job again, or ask who runs the server'],
    'server-redirects': ['The server\u2019s address leads elsewhere', 'Correct `server`'],
    'server-unreachable': [
        'No answer: DNS, TLS, or the server is down',
        'Check `server`; runners of GitHub can\u2019t reach private networks',
    ],
    'several-items': ['Several items have this name', 'Set `id`'],
    unexpected: ['Something that was not foreseen', 'Run the job with debug logging, and report it'],
    unhealthy: ['It is installed, but a path does not answer 2xx', 'The message has the answer and the likely cause'],
    'unknown-input': ['There is no such input', 'Correct its name'],
    'unreadable-row': [
        'A list of the server has a row that can\u2019t be read',
        'Run the job again, or ask who runs the server',
    ],
    'upload-ambiguous': ['The upload had no answer, and several deployments are new', 'Look at them on the server'],
    'upload-lost': ['The upload had no answer, and nothing of it is there', 'Run the job again'],
    'warnings-fail': ['There is a warning, and `fail-on` is `warning`', 'Mend what it names'],
    'working-directory': ['`working-directory` is not a folder of the checkout', 'Correct it, behind actions/checkout'],
    'github-comment-gone': [
        'The comment was deleted each time it was to be updated',
        'See whether another workflow deletes comments',
    ],
    'github-error': ['GitHub had an error', 'Run the job again later'],
    'github-forbidden': ['GitHub does not allow it', 'See to what GitHub names'],
    'github-invalid': ['GitHub does not take the request as it is', 'See to what GitHub names'],
    'github-no-token': ['The token for GitHub can\u2019t be one', 'Leave out `github-token`, so that the job\u2019s own is used'],
    'github-not-found': [
        'GitHub knows no such thing, or hides it from this token',
        'Check `pull-request` and the job\u2019s permissions',
    ],
    'github-permission': [
        'The token for GitHub lacks a permission',
        'Add the one that is named under `permissions:` of the job',
    ],
    'github-rate-limited': ['GitHub takes no more requests for now', 'Run the job again later'],
    'github-redirects': [
        'GitHub sends the request elsewhere, where the token must not follow',
        'Start a new run if the repository was renamed',
    ],
    'github-refused': ['GitHub refused', 'See to what GitHub names'],
    'github-too-many': ['A list on GitHub is too long to be read whole', 'Close or delete what is no longer needed'],
    'github-unauthorized': [
        'GitHub does not accept the token',
        'Leave out `github-token`, or give it one that has not expired',
    ],
    'github-unexpected': [
        'What was to be told on GitHub could not be',
        'Report it with the log; the deployment is not touched',
    ],
    'github-unknown': ['The run does not say which repository it is for', 'Run it in a workflow of GitHub'],
    'github-unreachable': ['The API of GitHub does not answer', 'Check that the runner reaches it'],
    'github-unreadable': ['The answer is not one of GitHub\u2019s API', 'Look for a proxy that answers in its place'],
    'no-github-token': [
        'Which pull requests are open can\u2019t be asked, so nothing was removed',
        'Leave out `github-token`, or give `pull-request`',
    ],
    'no-item': ['There is nothing of this name on the server to invoke', 'Deploy it first, or correct `id` or `name`'],
    'no-tasks': ['The platform has no tasks', 'Use another mode or platform'],
    'not-a-task': ['What was to be invoked is an app', 'Correct `id` or `name`'],
    'run-not-followed': [
        'The server does not tell how its runs go',
        'Look at the page that is linked, or have the server updated',
    ],
    'start-unknown': [
        'Whether the task was started is not known, so it was not started again',
        'Look at the server, and run the job again if nothing runs',
    ],
    'run-failed': [
        'The task ended with an error, or was stopped on the server',
        'Read the end of its log in the message',
    ],
    'run-timeout': ['The task takes longer than `timeout`; it was stopped', 'Raise `timeout`, or make it faster'],
    'run-unknown': ['The server stopped answering, so how the run went is not known', 'Look at the page that is linked'],
    'access-type-refused': ['The server does not allow this access type', 'Set one that the message names'],
    'app-blocked': [
        'Clever Cloud deploys nothing to the app: it is blocked, unpaid, archived, or not for Python',
        'Settle what the message names, or choose another name',
    ],
    'bundle-unreadable': ['The server could not store or unpack the bundle', 'Run the job again; is its disk full?'],
    'content-locked': ['The content is locked on the server', 'Have it unlocked'],
    'content-type-refused': ['The server does not run this type of content', 'Ask who runs the server to allow it'],
    'creation-unknown': [
        'Whether the app was created is not known, so it was not created again',
        'Look at the server, and run the job again',
    ],
    'draft-unhealthy': [
        'The new bundle does not answer as a draft, so it was not activated',
        'Correct what the message names; the release before stays live',
    ],
    'env-refused': ['The server does not take one of the variables', 'Rename it, or take it out of `env`'],
    'git-managed': ['The content is deployed from git by the server itself', 'Choose another name or id'],
    'identity-refused': [
        'The server does not take the identity of this job',
        'Have a trusted publisher set up for this repository and workflow',
    ],
    'invalid-name': ['The name is not one that Connect takes', 'Use 3 to 64 letters, digits, `-` and `_`'],
    license: ['The server\u2019s licence does not cover such content', 'Ask who runs the server'],
    'manifest-refused': ['The server can\u2019t read the manifest', 'Correct `manifest.json`, or delete it'],
    'no-bundle': ['Nothing has been deployed yet that could be rendered', 'Deploy it first'],
    'no-drafts': ['The server is too old for drafts', 'Have it updated'],
    'no-id': ['A key from trusted publishing is for one content only, which is not named', 'Set `id`'],
    'no-identity': ['GitHub gives the job no identity', 'Add `id-token: write` to its permissions'],
    'no-owner': ['No organisation, or more than one, has this name', 'Write its id as `owner`'],
    'no-rollback': ['The platform has no way back to an earlier release', 'Leave out `rollback`'],
    'no-trusted-publishing': [
        'The server does not take the identity of workflows',
        'Use an API key, or have the server updated',
    ],
    'not-clever-cloud': [
        'A login page or a proxy answered, not Clever Cloud',
        'Correct `server`, or let API calls through',
    ],
    'not-connect': ['A login page or a proxy answered, not Posit Connect', 'Correct `server`, or let API calls through'],
    'not-publisher': ['The key\u2019s owner may not publish', 'Use the key of a publisher'],
    'not-rolled-back': ['The release before could not be put back', 'Look which one is live'],
    'nothing-to-put-back': [
        'There is no release before the one that is not healthy',
        'Correct the app, and run the job again',
    ],
    'not-supported': [
        'The server has no such call, or does not understand it',
        'Check `server`; leave out a setting that is newer than the server, or have it updated',
    ],
    'other-repository': [
        'The content of this name belongs to another repository',
        'Set another `name`, or `id` to take it over',
    ],
    'params-unsupported': ['The platform takes no parameters for this', 'Leave out `params`'],
    'push-refused': ['Clever Cloud refused the commit', 'The message has the reason that it gives'],
    'repository-not-ready': ['The git repository of the new app is not there in time', 'Run the job again'],
    'rolled-back': ['The release before is live again', 'Correct the app, and run the job again'],
    superseded: ['Somebody else has made another release live meanwhile', 'Run the job again, if this one should be'],
    'system-limit': ['The runner has no open files, processes or memory left', 'Raise what the message names'],
    'task-lost': [
        'The server does not know the task that it has begun',
        'Let the load balancer in front of it keep sessions together',
    ],
    'text-length': [
        'The title or the description is too short or too long',
        'A title has 3 to 1024 characters, a description at most 4096',
    ],
    'token-expires': ['The token ends within 30 days', 'Store a new pair of token and secret'],
    'upload-damaged': ['The server says that the bundle came damaged', 'Run the job again'],
    'user-locked': ['The user of this key is locked', 'Use the key of another user, or have this one unlocked'],
    'vanity-url-refused': ['The vanity URL is taken, or not permitted', 'Set another `vanity-url`'],
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




const HOME = 'https://github.com/uv-deploy/uv-deploy';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS = { error: 'error', warning: 'warning', notice: 'note' };
/**
 * The findings as SARIF 2.1.0, in the part of it that GitHub's code scanning reads. It refuses results without a place in a
 * file, and shows suppressed ones all the same: ignored findings are not to be handed in. Pure.
 */
function sarifLog(findings, { category, file, isWhole }) {
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
                tool: { driver: { name: 'uv-deploy', informationUri: HOME, rules: codes.map(ruleOf) } },
                automationDetails: { id: category },
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
                invocations: [{ executionSuccessful: isWhole }],
                columnKind: 'utf16CodeUnits',
                results,
            },
        ],
    };
}
function ruleOf(code) {
    const [meaning, remedy] = CODES.get(code) ?? [code, 'Do what the finding says'];
    return {
        id: code,
        shortDescription: { text: `${unmarked(meaning)}.` },
        fullDescription: { text: `${unmarked(meaning)}.` },
        help: { text: `${unmarked(meaning)}. ${unmarked(remedy)}.`, markdown: `${meaning}.\n\n${remedy}.` },
        helpUri: `${HOME}#findings`,
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
async function writeSarif(request, status, entries, { workspace }) {
    if (request.path === '')
        return undefined;
    if (status === 'skipped' || entries.mode === 'teardown' || entries.mode === 'invoke') {
        return 'No SARIF was written: nothing was checked in this run.';
    }
    try {
        const path = await safePath(request.path, workspace);
        const log = sarifLog(entries.findings, {
            category: categoryOf(request, workspace),
            file: external_node_path_.posix.join(entries.directory ?? folderOf(request, workspace), 'pyproject.toml'),
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
    if ((0,external_node_path_.isAbsolute)(path) || !isInside(root, wanted))
        throw new Error('it leaves the checkout');
    const folder = await nearestFolder((0,external_node_path_.dirname)(wanted));
    if (!isInside(root, folder))
        throw new Error('a link leads out of the checkout');
    const stat = await (0,promises_.lstat)(wanted).catch(() => undefined);
    if (stat && !stat.isFile())
        throw new Error('something other than a file stands there');
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
            throw new Error('a link there leads nowhere', { cause: error });
        return (0,external_node_path_.join)(await nearestFolder((0,external_node_path_.dirname)(folder)), (0,external_node_path_.relative)((0,external_node_path_.dirname)(folder), folder));
    }
}
/** One app's alerts are not closed by another's: GitHub replaces those of the same category only. */
const categoryOf = (request, workspace) => `${external_node_path_.posix.join('uv-deploy', request.platform, folderOf(request, workspace))}/`;
/** The folder as it was asked for, relative to the checkout; one that leaves it has been refused elsewhere. */
function folderOf({ directory }, workspace) {
    const folder = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, directory));
    return isInside(workspace, (0,external_node_path_.join)(workspace, folder)) ? folder.split(external_node_path_.sep).join('/') : '';
}

// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __webpack_require__(7994);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
;// CONCATENATED MODULE: ./src/bundle/left-out.ts


/** Folders that are made anew on every machine. */
const FOLDERS = new Set([
    '.git',
    '.hg',
    '.svn',
    '.venv',
    '.renv',
    '__pycache__',
    '.pytest_cache',
    '.mypy_cache',
    '.ruff_cache',
    '.hypothesis',
    '.ipynb_checkpoints',
    '.tox',
    '.nox',
    '.eggs',
]);
const FILES = new Set(['.git', '.DS_Store']);
/** What a step before this one may have found: with it, no bundle would be like the last. */
const REPORT = /\.sarif(?:\.json)?$/;
/** Whether a folder never belongs in a bundle: by its name, or because it is a virtual environment. */
const isLeftOutFolder = (name, path) => FOLDERS.has(name) || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'pyvenv.cfg'));
/** `.env`, `.env.production`, `.envrc`: by custom these hold secrets. */
const isEnvFile = (path) => /(?:^|\/)\.env[^/]*$/.test(path);
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
        const answer = isLeftOut((0,external_node_path_.dirname)(folder)) || isLeftOutFolder(name, (0,external_node_path_.join)(dir, folder));
        known.set(folder, answer);
        return answer;
    };
    return (path) => FILES.has(path.slice(path.lastIndexOf('/') + 1)) || REPORT.test(path) || isLeftOut((0,external_node_path_.dirname)(path));
}

// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
;// CONCATENATED MODULE: ./src/ports/regular-file.ts

/** Opening a named pipe must not wait for its writer, and a link is nobody's real path. */
const READ = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0) | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
/**
 * Reads a regular file of at most `limit` bytes by its real path. Nothing else is read: a pipe would block, and a device never ends.
 * Throws Node's error when there is no such file or it can't be opened.
 */
function readRegular(path, limit) {
    const handle = (0,external_node_fs_.openSync)(path, READ);
    try {
        const stat = (0,external_node_fs_.fstatSync)(handle);
        if (!stat.isFile())
            return { refused: 'not-a-file', size: 0 };
        if (stat.size > limit)
            return { refused: 'too-large', size: stat.size };
        const bytes = Buffer.allocUnsafe(stat.size);
        let length = 0;
        while (length < bytes.length) {
            const read = (0,external_node_fs_.readSync)(handle, bytes, length, bytes.length - length, length);
            if (read === 0)
                break;
            length += read;
        }
        return { bytes: bytes.subarray(0, length) };
    }
    finally {
        (0,external_node_fs_.closeSync)(handle);
    }
}

;// CONCATENATED MODULE: ./src/project/files/text-file.ts







/**
 * Reads a small file of the checkout; every file that a project names is read here. Answers `undefined` when there is none and a
 * finding when it must not be read: its real path leaves `checkout` or is never deployed, it is a folder, a pipe or a device, or it
 * has more than `limit` bytes. `checkout` is a real path.
 */
function readBytes(checkout, path, limit) {
    const shown = shownIn(checkout, path);
    const complain = (code, message, remedy) => (0,findings_finding/* error */.z3)(code, message, remedy, { file: shown });
    const name = (0,findings_text/* quote */.hD)(shown, 200);
    try {
        const real = external_node_fs_.realpathSync.native(path);
        const target = shownIn(checkout, real);
        if (!isInside(checkout, real)) {
            const remedy = 'Commit the file itself in its place: only files of the repository are read.';
            return complain('link-leaves-project', `${name} leads out of the repository and is not read.`, remedy);
        }
        if (isNeverDeployed(target)) {
            const remedy = 'Commit a file of its own in its place.';
            return complain('link-leaves-project', `${name} leads to ${(0,findings_text/* quote */.hD)(target, 200)}, which is never deployed.`, remedy);
        }
        const read = readRegular(real, limit);
        if ('bytes' in read)
            return { path, shown, bytes: read.bytes };
        if (read.refused === 'not-a-file') {
            return complain('not-a-file', `${name} is not a file.`, `Remove what stands at ${name}, or rename it.`);
        }
        return complain('file-too-large', `${name} has ${(0,units/* bytes */.ee)(read.size)}; more than ${(0,units/* bytes */.ee)(limit)} is not read.`, 'Check that this is the right file and commit a correct one.');
    }
    catch (error) {
        const code = (0,findings_finding/* codeOf */.$N)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        return complain('unreadable-file', `${name} can't be read: ${(0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(error), 200)}.`, 'Check its permissions.');
    }
}
/** As `readBytes`, for UTF-8 text. A byte order mark is kept: what it means is for the reader to say. */
function readText(checkout, path, limit) {
    const file = readBytes(checkout, path, limit);
    if (file === undefined || 'level' in file)
        return file;
    const { shown } = file;
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
        return { path, shown, text };
    }
    catch {
        return (0,findings_finding/* error */.z3)('encoding', `${shown} is not valid UTF-8.`, 'Save it as UTF-8 and commit it.', { file: shown });
    }
}

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
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
        return (0,findings_finding/* error */.z3)('merge-conflict', `${file.shown} contains merge conflict markers.`, file.shown.endsWith('uv.lock')
            ? 'Resolve the conflict in pyproject.toml, run `git checkout --theirs uv.lock` and then `uv lock`, and commit the result.'
            : 'Resolve the conflict, remove the markers and commit the file.', { file: file.shown, line: text.slice(0, conflict.index).split('\n').length, column: 1 });
    }
    try {
        const data = (0,dist/* parse */.qg)(text, { maxDepth: 200 });
        let lines;
        const lineOf = (key) => {
            lines ??= keyLines(text);
            for (let path = key; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
                const line = lines.get(path);
                if (line !== undefined)
                    return line;
            }
            return 1;
        };
        return { ...file, text, data, lineOf };
    }
    catch (thrown) {
        if (!(thrown instanceof dist/* TomlError */.zx) && !(thrown instanceof RangeError))
            throw thrown;
        const [line = ''] = thrown.message.replace(/^Invalid TOML document: /, '').split('\n');
        const reason = line.replace(/(?:\. aborting)?[.\s]*$/, '');
        return (0,findings_finding/* error */.z3)('toml-syntax', `${file.shown} is not valid TOML: ${(0,findings_text/* quote */.hD)(reason, 160)}.`, file.shown.endsWith('uv.lock')
            ? 'Run `uv lock` and commit uv.lock; do not edit it by hand.'
            : 'Correct the line and commit the file.', { file: file.shown, ...(thrown instanceof dist/* TomlError */.zx && { line: thrown.line, column: thrown.column }) });
    }
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
 * The line of every key, by a scan of the text: the parser keeps no positions.
 * Array tables are numbered from 0 (`package.0.name`). Strings and arrays that span lines are stepped over.
 */
function keyLines(text) {
    const lines = new Map();
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
                continue;
            }
            if (key) {
                const path = [table, dotted(key[1] ?? '')].filter(Boolean).join('.');
                if (!lines.has(path))
                    lines.set(path, index + 1);
                line = line.slice(key[0].length);
            }
        }
        ({ depth, open } = brackets(line, depth));
    }
    return lines;
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

;// CONCATENATED MODULE: ./src/project/files/values.ts
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
/** The strings of an array; anything else is left out. */
const strings = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
/** Whether a value is a table, of whatever keys. */
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

;// CONCATENATED MODULE: ./src/project/packaging/versions.ts
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

;// CONCATENATED MODULE: ./src/project/packaging/specifiers.ts
/** PEP 440 specifiers and sets of them, as uv reads `requires-python`. */

const equal = (candidate, { version, wildcard }) => {
    if (wildcard)
        return hasPrefix(candidate, version);
    return compareVersions(version.local.length === 0 ? withoutLocal(candidate) : candidate, version) === 0;
};
const atLeast = (candidate, { version }) => compareVersions(withoutLocal(candidate), version) >= 0;
/** In the order in which uv lists specifiers of the same version. */
const MATCHES = {
    '==': equal,
    '===': (candidate, { version }) => formatVersion(candidate) === formatVersion(version),
    '!=': (candidate, specifier) => !equal(candidate, specifier),
    '~=': (candidate, specifier) => atLeast(candidate, specifier) &&
        hasPrefix(candidate, { ...specifier.version, release: specifier.version.release.slice(0, -1) }),
    '<': (candidate, { version }) => compareVersions(candidate, version) < 0 && !isPrereleaseOf(candidate, version),
    '<=': (candidate, { version }) => compareVersions(withoutLocal(candidate), version) <= 0,
    '>': (candidate, { version }) => compareVersions(withoutLocal(candidate), version) > 0 && !isPostReleaseOf(candidate, version),
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
    const version = parseVersion(wildcard ? pattern.slice(0, -2) : pattern);
    if (operator === '') {
        const meant = version ? `. Did you mean \`==${formatVersion(version)}${wildcard ? '.*' : ''}\`?` : '';
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
    return specifiers.sort((a, b) => compareVersions(a.version, b.version) || rank(a) - rank(b));
}
/** The specifiers as uv writes them, for instance `>=3.12, <4`. */
function formatSpecifiers(specifiers) {
    const format = (one) => `${one.operator}${formatVersion(one.version)}${one.wildcard ? '.*' : ''}`;
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
    return candidate.epoch === epoch && compareReleases(candidate.release.slice(0, release.length), release) === 0;
}
function isPrerelease({ pre, dev }) {
    return pre !== undefined || dev !== undefined;
}
/** `<1.0` leaves out 1.0rc1, though it sorts before 1.0; the first pre-release there could be is 1.0.dev0. */
function isPrereleaseOf(candidate, version) {
    return isPrerelease(candidate) && !isPrerelease(version) && compareVersions(candidate, { ...version, dev: 0 }) >= 0;
}
/** `>1.0` leaves out 1.0.post1, though it sorts after 1.0. */
function isPostReleaseOf(candidate, version) {
    return (candidate.post !== undefined &&
        compareVersions({ ...withoutLocal(candidate), post: undefined, dev: undefined }, version) === 0);
}

;// CONCATENATED MODULE: ./src/project/pin/python-range.ts
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
    return formatSpecifiers(sortSpecifiers([...holes, ...boundSpecifiers(bounds(range))]));
}
function boundSpecifiers({ from, to }) {
    if (!from.after && to.after && compareReleases(from.release, to.release) === 0)
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
    if (!from.after && to.after && compareReleases(from.release, to.release) === 0)
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
    for (let minor = first; minor < last; minor = successor(minor))
        minors.push([major, minor]);
    return minors;
}
function specifier(operator, release, wildcard = false) {
    return { operator, version: releaseVersion(release), wildcard };
}
function trimZeros(release) {
    return release.slice(0, release.findLastIndex((part) => part !== 0) + 1);
}
function bump(release) {
    return release.with(-1, successor(release.at(-1) ?? 0));
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
    return compareReleases(a.release, b.release) || Number(a.after) - Number(b.after);
}

;// CONCATENATED MODULE: ./src/project/pin/version-request.ts
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
const version_request_BARE = /^[ \t\n\f\r]*([!-~]+)[ \t\n\f\r]*$/;
/** Reads what follows an implementation's name or stands alone, such as `3.12`, `312`, `3.13t` or `>=3.12,<4`. */
function parseVersionRequest(text) {
    if (/^\p{Alphabetic}*$/u.test(text))
        return undefined;
    const { rest, variant } = splitVariant(text);
    const version = parseVersion(version_request_BARE.exec(rest)?.[1] ?? '');
    return version ? toRelease(version, variant) : toRange(rest, variant);
}
/** The request as uv writes it, which for a range is without its variant. */
function formatVersionRequest(request) {
    if (request.kind === 'range')
        return formatSpecifiers(request.specifiers);
    const { release, pre, variant } = request;
    return formatVersion({ ...releaseVersion(release), pre }) + (variant === 'default' ? '' : `+${variant}`);
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
    if (compareReleases(release, oldest) < 0) {
        const plain = formatVersionRequest({ ...request, variant: 'default' });
        return `Python <${oldest.join('.')} is not supported but ${plain} was requested.`;
    }
    if (variant.startsWith('freethreaded') && release.length > 1 && compareReleases(release.slice(0, 2), [3, 13]) < 0) {
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
    const specifiers = parseSpecifiers(text);
    if (isRefused(specifiers) || specifiers.length === 0)
        return undefined;
    const [first] = specifiers;
    if (first && specifiers.length === 1 && first.operator === '==' && !first.wildcard) {
        // The variant is lost here in uv as well: `==3.13t` asks for any 3.13.
        const release = parseVersionRequest(formatVersion(first.version));
        if (release)
            return release;
    }
    return { kind: 'range', specifiers, variant };
}

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
        const version = parseVersionRequest(part);
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
    const parts = [implementation, version && formatVersionRequest(version), os, arch, libc];
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
            return formatVersionRequest(request.version);
        case 'implementation':
            return request.implementation + (request.version ? `@${formatVersionRequest(request.version)}` : '');
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
        const version = parseVersionRequest(rest.replace(/^@/, ''));
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

;// CONCATENATED MODULE: ./src/project/target.ts
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
    const table = at(file?.data, 'tool', 'uv-deploy', TARGET_KEY) ?? {};
    const findings = [];
    const complain = (key, message, remedy) => {
        const place = { file: file?.shown ?? 'pyproject.toml', line: file?.lineOf(`${TABLE}.${key}`) ?? 1 };
        findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, remedy, place));
    };
    const text = (key, remedy, isRight) => {
        const value = at(table, key);
        if (value === undefined || (typeof value === 'string' && isRight(value)))
            return value;
        complain(key, `The target's ${key} can't be ${(0,findings_text/* quote */.hD)(JSON.stringify(value) ?? '')}.`, remedy);
        return undefined;
    };
    if (!isTable(table)) {
        const place = { file: file?.shown ?? 'pyproject.toml', line: file?.lineOf(TABLE) ?? 1 };
        const message = `[${TABLE}] is not a table.`;
        return [(0,findings_finding/* error */.z3)('invalid-setting', message, 'Write it as one.', place)];
    }
    for (const key of Object.keys(table)) {
        if (KEYS.some((known) => known === key))
            continue;
        const meant = (0,nearest/* nearest */.p)(key, KEYS);
        const remedy = meant ? `Did you mean '${meant}'?` : `Known: ${KEYS.join(', ')}.`;
        complain(key, `[${TABLE}] has the key '${(0,findings_text/* quote */.hD)(key)}', which is not known.`, remedy);
    }
    const python = text('python', 'Write it as "3.12" or "3.12.7".', (one) => /^3\.\d+(?:\.\d+)?t?$/.test(one));
    const remedy = `Write one of ${Object.keys(PLATFORMS).join(', ')}.`;
    const platform = text('platform', remedy, (one) => Object.hasOwn(PLATFORMS, one)) ?? defaults.platform;
    const glibc = text('glibc', 'Write it as "2.28"; `ldd --version` tells it.', (one) => /^2\.\d{1,3}$/.test(one));
    const uv = text('uv', 'Write it as "0.12.5".', (one) => parseVersion(one) !== undefined) ?? defaults.uv;
    const { machine, kind } = PLATFORMS[platform] ?? { machine: 'x86_64', kind: 'glibc' };
    if (glibc !== undefined && kind === 'musl') {
        complain('glibc', `The target ${platform} has musl and no glibc.`, 'Leave glibc out, or name a -gnu platform.');
    }
    const indexes = at(table, 'indexes') ?? [];
    if (!Array.isArray(indexes) || strings(indexes).length !== indexes.length) {
        complain('indexes', "The target's indexes are not a list of texts.", 'Write indexes = ["https://\u2026/simple"].');
    }
    if (findings.length > 0)
        return findings;
    const version = parseVersion(uv ?? '');
    const minor = Number((glibc ?? defaults.glibc).split('.')[1]);
    return {
        ...(python === undefined ? pinnedPython(pin?.request) : settledPython(parseVersionRequest(python))),
        implementation: python === undefined ? implementationOf(pin?.request) : 'cpython',
        machine,
        libc: { kind, minor: kind === 'musl' ? MUSL_MINOR : minor },
        ...(version && { uv: version }),
        indexes: strings(indexes),
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
function targetName({ minor, freeThreaded, machine, libc }) {
    const libcName = libc.kind === 'musl' ? `musl 1.${libc.minor}` : `glibc 2.${libc.minor}`;
    return `Python 3.${minor}${freeThreaded ? 't' : ''} on Linux ${machine} with ${libcName}`;
}
const pinnedPython = (request) => settledPython(request && requestedVersion(request));
const implementationOf = (request) => request === undefined || (requestedImplementation(request) ?? 'cpython') === 'cpython' ? 'cpython' : undefined;
/** The oldest and a far minor of Python 3, and more patch releases than any has had. */
const OLDEST = 6;
const FARTHEST = 60;
const PATCHES = 100;
function settledPython(version) {
    const freeThreaded = version?.variant.startsWith('freethreaded') ?? false;
    const every = Array.from({ length: FARTHEST - OLDEST }, (_, index) => OLDEST + index);
    if (version?.kind === 'range') {
        const range = pythonRange(version.specifiers);
        const patches = Array.from({ length: PATCHES }, (_, patch) => patch);
        const fits = (minor) => patches.some((patch) => rangeContains(range, [3, minor, patch]));
        return { minors: every.filter(fits), freeThreaded };
    }
    const [major, minor, patch] = version?.release ?? [];
    if (major !== 3 || minor === undefined)
        return { minors: every, freeThreaded };
    // A pre-release comes before the release that its numbers name.
    const isSettled = patch !== undefined && version?.pre === undefined;
    return { minors: [minor], ...(isSettled && { patch }), freeThreaded };
}

;// CONCATENATED MODULE: ./src/bundle/pattern.ts
const anything = () => true;
const inName = (char) => char !== '/';
/** Nothing, or folders with their slash: what a double star means. */
const pattern_FOLDERS = { ways: [[], [{ many: anything }, { char: '/' }]] };
/** Nobody writes more; a match takes at most as many steps as the pattern and the text have characters, multiplied. */
const [pattern_LONGEST, pattern_MOST] = [1_000, 1_000];
/** Why some patterns are not used, as the end of a sentence about their list. */
function patternProblem(patterns) {
    if (patterns.length > pattern_MOST)
        return `has ${patterns.length} patterns; more than ${pattern_MOST} are not read`;
    const longest = Math.max(0, ...patterns.map(({ length }) => length));
    return longest > pattern_LONGEST ? `has a pattern of ${longest} characters; more than ${pattern_LONGEST} are not read` : undefined;
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
            add(next === '/' ? pattern_FOLDERS : { many: anything });
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

;// CONCATENATED MODULE: ./src/ports/http/below.ts
/** `..` as one segment, in any spelling that a server on the way may decode, once or several times; `;` begins parameters. */
const CLIMBS = /(?:^|[/\\]|%(?:25)*(?:2f|5c))(?:\.|%(?:25)*2e){2}(?:$|[/\\;]|%(?:25)*(?:2f|5c|3b))/i;
/** Whether an address is below `base`, whose path ends with a slash, for all servers on the way: a key may go there that is for `base`. */
const isBelow = (base, { origin, pathname }) => origin === base.origin && `${pathname}/`.startsWith(base.pathname) && !CLIMBS.test(pathname);
/** Whether a path that begins with a slash stays in the app, wherever on its server the app is. */
const staysInside = (path) => isBelow(new URL('http://server/app/'), new URL(`http://server/app${path}`));

;// CONCATENATED MODULE: ./src/inputs/dotenv.ts
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

;// CONCATENATED MODULE: ./src/inputs/params.ts

/** A variable of a process holds no more than 128 kB on Linux, where the runner hands the inputs over as variables. */
const params_LIMIT = 100_000;
/** Reads a JSON object, whose numbers keep all their digits; or says what is wrong with it, without quoting any of it. */
function parseParams(text) {
    const size = Buffer.byteLength(text);
    if (size > params_LIMIT) {
        return {
            problem: `has ${(0,units/* bytes */.ee)(size)}, more than ${(0,units/* bytes */.ee)(params_LIMIT)}`,
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

;// CONCATENATED MODULE: ./src/inputs/reader.ts




/** Reads raw inputs, a kind of value each. What is wrong is in `findings`, and a value that could be meant is answered all the same. */
function createReader(raw) {
    const findings = [];
    const text = (name) => raw[name].value;
    const complain = (name, message, remedy) => {
        const { from } = raw[name];
        const place = typeof from === 'object' ? from : {};
        findings.push((0,findings_finding/* error */.z3)('invalid-input', `Input '${name}' ${message}.`, remedy, place));
    };
    const oneOf = (name, choices) => {
        const value = text(name).toLowerCase();
        const found = choices.find((choice) => choice === value);
        if (found !== undefined)
            return found;
        const meant = (0,nearest/* nearest */.p)(value, choices);
        const all = choices.join(', ');
        const remedy = meant ? `Did you mean '${meant}'? It is one of: ${all}.` : `Use one of: ${all}.`;
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
            complain(name, `is '${(0,findings_text/* quote */.hD)(value)}'`, 'Give whole seconds, from 1 to 86400.');
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









const inputs_PLATFORMS = ['ricochet', 'connect', 'clever-cloud', 'deploymill'];
const MODES = ['auto', 'deploy', 'preview', 'teardown', 'invoke', 'check'];
const PREFLIGHTS = ['auto', 'static', 'sync', 'start'];
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
    productionBranches: raw['production-branch'].value.split('\n').filter((line) => line !== ''),
});
/**
 * Parses the inputs, after the project's own settings have been laid under them.
 * `mask` is called with every secret before anything can print it. All complaints come at once.
 */
function parseInputs(raw, environment, mask) {
    for (const name of inputs_raw/* SECRETS */.cW)
        if (raw[name].value !== '')
            mask(raw[name].value);
    const env = parseDotenv(raw.env.value, environment);
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
        platform: read.text('platform') === '' ? undefined : read.oneOf('platform', inputs_PLATFORMS),
        workingDirectory: read.text('working-directory'),
        server: read.text('server'),
        token: read.secret('token'),
        secret: read.secret('secret'),
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
        ignores: [],
        own: {},
    };
    if (read.findings.length > 0)
        throw new findings_finding/* Failure */.HR(read.findings);
    return inputs;
}
function checkLists({ lines, complain }, problems) {
    for (const { line, message } of problems) {
        complain('env', `line ${line} ${message}`, 'Write lines NAME=value; quote values with line breaks.');
    }
    for (const name of ['exclude', 'include']) {
        const problem = patternProblem(lines(name));
        if (problem)
            complain(name, problem, 'Name folders, or files by a few patterns.');
    }
}
function readPaths({ lines, complain }) {
    const paths = lines('health-check-path');
    for (const path of paths.filter((path) => !/^\/(?!\/)[^\s\\]*$/.test(path) || !staysInside(path))) {
        const remedy = "Give a path of the app that begins with one '/' and has no '..', such as /health.";
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
        complain('variant', "names an item of its own, and 'id' names another", "Leave out 'id': the variant is found by its name.");
    }
    return variant;
}

;// CONCATENATED MODULE: ./src/inputs/apps.ts










const ROOT_FILE = 'pyproject.toml';
const apps_LIMIT = 5_000_000;
const TABLES = 'tool.uv-deploy.app';
/**
 * Chooses the app by `working-directory`, where the repository lists several; of two in one folder, by `platform` and `name`.
 * A step is for one app: its outputs, its credential and its server are. Throws when the list is wrong or the choice is open.
 */
async function chooseApp(checkout, raw) {
    const { value } = raw['working-directory'];
    const root = await readRoot(checkout);
    if (root === undefined || isFinding(root))
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
        structure: [TARGET_KEY, ...(file.shown === ROOT_FILE ? ['app'] : [])],
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
    const file = readText(checkout, (0,external_node_path_.join)(checkout, ROOT_FILE), apps_LIMIT);
    return file === undefined || 'level' in file ? file : parseToml(file);
}
/** Reads the list, and refuses apps without a folder and two that are the same item. */
async function readEntries(root, checkout) {
    const tables = at(root.data, ...TABLES.split('.'));
    if (tables === undefined)
        return [];
    const findings = [];
    const complain = (path, message, remedy) => findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, remedy, { file: root.shown, line: root.lineOf(path) }));
    if (!Array.isArray(tables) || !tables.every(isTable)) {
        complain(TABLES, `[${TABLES}] is not a list of tables.`, `Begin each app with [[${TABLES}]].`);
        throw new findings_finding/* Failure */.HR(findings);
    }
    const entries = [];
    const seen = new Map();
    for (const [index, table] of tables.entries()) {
        const directory = at(table, 'directory');
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
            complain(path, `This app would be deployed to the same item as the one for '${(0,findings_text/* quote */.hD)(other.directory)}' (line ${root.lineOf(`${TABLES}.${other.index}`)}).`, 'Give each its own name, or its own platform.');
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
    const shared = at(root.data, 'tool', 'uv-deploy');
    const text = (...values) => values.find((value) => typeof value === 'string');
    const platform = text(at(table, 'platform'), at(shared, 'platform')) ?? '';
    const part = inputs_PLATFORMS.includes(platform) ? platform : '';
    const of = (key) => text(at(table, part, key), at(table, key), at(shared, part, key), at(shared, key))?.trim() ?? '';
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
        return ['directory is not a text.', example];
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

;// CONCATENATED MODULE: ./src/bundle/globset.ts

const SLASH = { char: '/' };
const ALL = { many: anything };
/** What `**` stands for at the start, at the end and within a pattern. */
const PREFIX = pattern_FOLDERS;
const SUFFIX = { ways: [[SLASH, ALL]] };
const MIDDLE = { ways: [[SLASH, pattern_FOLDERS]] };
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
            tokens.push({ one: anything });
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
    return matcher(tokens.length === 1 && tokens[0] === PREFIX ? [ALL] : tokens);
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
 * all that is in it. A pattern without a slash matches at any depth.
 */
function folderGlobs(patterns) {
    const matchers = patterns.flatMap(folderGlob);
    if (matchers.length === 0)
        return () => false;
    const folders = new Map([['', false]]);
    const takes = (path) => matchers.some((matches) => matches(path)) || isTaken(glob_folderOf(path));
    const isTaken = (folder) => {
        const known = folders.get(folder) ?? takes(folder);
        folders.set(folder, known);
        return known;
    };
    return takes;
}
const glob_folderOf = (path) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path) => path.slice(path.lastIndexOf('/') + 1);
function folderGlob(pattern) {
    const bare = pattern.replace(/^\.?\/+/, '').replace(/\/+$/, '');
    const steps = bare === '' ? undefined : readGlob(bare, { braces: true });
    if (steps === undefined)
        return [];
    const matches = matcher(steps);
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
    const covers = file === undefined ? () => true : folderGlobs([file]);
    return {
        code,
        reason: (0,findings_text/* quote */.hD)(reason, 200),
        matches: (finding) => finding.code === code && (file === undefined || covers(finding.file ?? '')),
    };
}
/** What is wrong with an entry, and what to do; `undefined` when nothing is. */
function problemOf(entry) {
    if (!isTable(entry)) {
        const code = typeof entry === 'string' ? entry : '\u2026';
        return [
            `ignore has ${typeof entry === 'string' ? `'${(0,findings_text/* quote */.hD)(entry)}' without a reason` : 'an entry that is not a table'}.`,
            `Say why, for those who come after you: { code = "${(0,findings_text/* quote */.hD)(code)}", reason = "\u2026" }.`,
        ];
    }
    const { code, reason, file } = entry;
    const unknown = Object.keys(entry).find((key) => !IGNORE_KEYS.includes(key));
    if (unknown !== undefined) {
        const meant = (0,nearest/* nearest */.p)(unknown, IGNORE_KEYS);
        return [
            `An entry of ignore has the key '${(0,findings_text/* quote */.hD)(unknown)}', which is not known.`,
            meant ? `Did you mean '${meant}'?` : `Known: ${IGNORE_KEYS.join(', ')}.`,
        ];
    }
    if (typeof code !== 'string')
        return ['An entry of ignore has no code.', `Write ${EXAMPLE}.`];
    if (!CODES.has(code)) {
        const meant = (0,nearest/* nearest */.p)(code, Object.keys(CHECK_CODES));
        return [
            `ignore names the code '${(0,findings_text/* quote */.hD)(code)}', which is not known.`,
            meant ? `Did you mean '${meant}'?` : "Take it from an annotation's title, or from Findings in the README.",
        ];
    }
    if (!isIgnorable(code)) {
        return [
            `'${code}' can't be ignored: it is no finding of the checks, but what the settings, the runner or the server say.`,
            'Take it out of ignore, and do what the finding says.',
        ];
    }
    if (typeof reason !== 'string' || reason.trim() === '') {
        return [
            `ignore has '${code}' without a reason.`,
            `Say why, for those who come after you: { code = "${code}", reason = "\u2026" }.`,
        ];
    }
    if (file !== undefined && (typeof file !== 'string' || file.trim() === '')) {
        return [
            `The file of the ignored '${code}' is not a text.`,
            'Give a glob of paths in the repository, such as "apps/api/tests/*.pem".',
        ];
    }
    const problem = patternProblem(file === undefined ? [] : [file]);
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
 * Throws for keys that are not known, with the nearest right name; the platform's `settings` are those that it reads itself.
 */
function layerSettings(raw, layers, platform) {
    const tables = layers.flatMap((layer) => readLayer(layer, platform));
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
    const table = at(file.data, ...path.split('.'));
    if (table === undefined)
        return [];
    if (!isTable(table))
        return [{ ...NOTHING, findings: [noTable(file, path)] }];
    const part = platform && at(table, platform.name);
    const partLayer = { file, path: `${path}.${platform?.name}`, structure: [] };
    return [
        ...Object.entries(table).map(([key, value]) => readKey(key, value, layer)),
        ...(platform && isTable(part)
            ? Object.entries(part).map(([key, value]) => readKey(key, value, partLayer, Object.keys(platform.settings)))
            : []),
    ];
}
/** Reads a key of `tool.uv-deploy`, or with `ownKeys` one of a platform's part. */
function readKey(key, value, layer, ownKeys) {
    const { file, path: prefix, structure } = layer;
    const path = `${prefix}.${key}`;
    const place = { file: file.shown, line: file.lineOf(path) };
    if (key === 'ignore') {
        return { ...NOTHING, ...parseIgnores(value, (index) => ({ ...place, line: file.lineOf(`${path}.${index}`) })) };
    }
    if (structure.includes(key))
        return NOTHING;
    if (ownKeys?.includes(key))
        return { ...NOTHING, own: [[key, { value, ...place }]] };
    if (ownKeys === undefined && inputs_PLATFORMS.includes(key)) {
        return isTable(value) ? NOTHING : { ...NOTHING, findings: [noTable(file, path)] };
    }
    const name = ALLOWED.find((allowed) => allowed === key);
    if (name === undefined) {
        const known = [...ALLOWED, ...(ownKeys ?? inputs_PLATFORMS), ...structure, 'ignore'];
        return { ...NOTHING, findings: [invalid(...stranger(settings_header(prefix), key, known), place)] };
    }
    const text = Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('\n') : value;
    if (typeof text === 'string' || typeof text === 'number') {
        return { ...NOTHING, values: [[name, { value: String(text), from: place }]] };
    }
    const message = `${key} is neither a text, a number nor a list of texts.`;
    return { ...NOTHING, findings: [invalid(message, 'Write it as the input of that name.', place)] };
}
const invalid = (message, remedy, place) => (0,findings_finding/* error */.z3)('invalid-setting', message, remedy, place);
const noTable = (file, path) => invalid(`${settings_header(path)} is not a table.`, 'Write it as one.', { file: file.shown, line: file.lineOf(path) });
/** A key that does not belong where it stands, and what to do about it. */
function stranger(where, key, known) {
    const has = `${where} has the key '${(0,findings_text/* quote */.hD)(key)}', which is`;
    if (Object.hasOwn(inputs_raw/* INPUT_DEFAULTS */.WJ, key)) {
        return [`${has} an input of the step only.`, "Move it to the workflow, under 'with:'."];
    }
    if (key === 'app') {
        return [
            `${has} for the pyproject.toml at the root of the repository only.`,
            'Move the [[tool.uv-deploy.app]] tables there.',
        ];
    }
    const meant = (0,nearest/* nearest */.p)(key, known);
    return [`${has} not known.`, meant ? `Did you mean '${meant}'?` : `Known: ${ALLOWED.join(', ')}, ignore.`];
}
/** A table as TOML writes it: `[tool.uv-deploy]`, `[[tool.uv-deploy.app]]`. */
function settings_header(path) {
    return /\.app\.\d+$/.test(path) ? `[[${path.replace(/\.\d+$/, '')}]]` : `[${path.replace(/\.app\.\d+\./, '.app.')}]`;
}

// EXTERNAL MODULE: ./src/ports/http/json.ts
var http_json = __webpack_require__(5819);
;// CONCATENATED MODULE: ./src/platforms/shared/refusals.ts




const refusal = (code, why, remedy) => ({ code, why, remedy });
/** What a server refuses alike on every platform, by the status. */
const COMMON = {
    413: refusal('bundle-too-large', 'the bundle is larger than the server, or a proxy in front of it, takes', "Leave files out with 'exclude', or have the limit raised."),
    429: refusal('rate-limited', 'the server asks for fewer requests', 'Run the job again later.'),
    500: refusal('server-error', 'the server had an error', 'Run the job again; if it stays so, ask the people who run the server.'),
};
const OTHERS = refusal('refused', 'the server refused', 'Correct what the server names, and run the job again.');
/** The refusal of a credential, which has its row in every table. */
const badCredential = ({ credential, newCredential, }) => refusal('invalid-key', `the server does not accept the ${credential}`, `${newCredential} and store it as the secret that 'token' reads.`);
/** The failures of the calls of `server`. */
function createRefusals(server, words) {
    const table = { ...COMMON, 401: badCredential(words), ...words.byStatus };
    const { said = saidIn } = words;
    return {
        said,
        unreachable: (step, error) => (0,findings_finding/* failure */.V2)('server-unreachable', `${failed(step)}: ${error.message}.`, `Check that ${server} is the right 'server' and that this runner can reach it.`, { cause: error }),
        refused: (step, response) => {
            const { status } = response;
            if (status >= 300 && status < 400)
                return redirected({ server, ...words }, step, response);
            const { code, why, remedy } = words.judge?.(response) ?? table[Math.min(status, 500)] ?? OTHERS;
            const details = [status, ...(words.details?.(response) ?? [])].join(', ');
            return (0,findings_finding/* failure */.V2)(code, `${failed(step)}: ${why} (${details}${said(response)}).`, remedy);
        },
        unusable: (step, response) => {
            const what = (0,http_json/* isHtml */._6)(response) ? 'a web page' : `something that is not an answer of ${words.short}`;
            return (0,findings_finding/* failure */.V2)(words.foreignCode, `${failed(step)}: ${server} answered ${response.status} with ${what}.`, `Check that 'server' is the address of ${words.name} itself. A login page or a proxy in between has to let API calls through.`);
        },
    };
}
/** A redirected POST would come out as a GET, and a credential must not leave its server: such redirects are not followed. */
function redirected({ server, api }, step, response) {
    const location = String(response.headers.location ?? '');
    const target = URL.canParse(location, server) ? new URL(location, server) : undefined;
    const [base = ''] = target?.href.split(`${api}/`) ?? [];
    return (0,findings_finding/* failure */.V2)('server-redirects', `${failed(step)}: ${server} redirects to ${(0,findings_text/* quote */.hD)(location || 'another place', 120)}.`, base !== '' && base !== target?.href && base !== server
        ? `Set 'server' to ${(0,findings_text/* quote */.hD)(base, 200)}.`
        : "Correct 'server', or let API calls through the login in front of it.");
}
/** `: "Invalid key"`: errors are JSON with a text in `error`, or plain text. */
function saidIn(response) {
    if ((0,http_json/* isHtml */._6)(response))
        return '';
    const error = at((0,http_json/* jsonOf */.o_)(response), 'error');
    const text = typeof error === 'string' ? error : response.text;
    return text.trim() === '' ? '' : `: "${(0,findings_text/* quote */.hD)(text, 200)}"`;
}
/** Row number `row` of a list of `count` makes no sense. */
const unreadableRow = (server, step, row, count) => (0,findings_finding/* failure */.V2)('unreadable-row', `${failed(step)}: row ${row} of the ${count} that ${server} lists has no usable id or name, so what is there is not known.`, 'Run the job again; if it stays so, ask the people who run the server.');
/** `uploading the bundle` as `Uploading the bundle failed`. */
const failed = (step) => `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/refusals.ts




const BAD_TOKEN = refusal('invalid-key', 'the token and the secret are not accepted', "Run `clever login`, and store the new pair as the secrets that 'token' and 'secret' read. A pair is valid for one year.");
/** Clever Cloud's own error numbers that say more than their status (its clients' sources; others are shown as they are). */
const BY_NUMBER = {
    2001: BAD_TOKEN,
    21002: refusal('server-error', 'the token service does not work', 'Run the job again later.'),
};
/** What Clever Cloud's refusals mean. */
const WORDS = {
    ...{ short: 'Clever Cloud', name: 'Clever Cloud\u2019s API', api: '/v2', foreignCode: 'not-clever-cloud' },
    credential: 'token',
    newCredential: 'Run `clever login`,',
    judge: (response) => {
        const number = errorNumber(response);
        return Object.hasOwn(BY_NUMBER, number) ? BY_NUMBER[number] : undefined;
    },
    details: (response) => {
        const number = errorNumber(response);
        return [...(number > 0 ? [`error ${number}`] : []), ...requestId(response)];
    },
    said: words,
    byStatus: {
        401: BAD_TOKEN,
        403: refusal('forbidden', 'this token may not do that', 'Use the token of a member of the organisation who may deploy the app.'),
        404: refusal('not-found', 'the app does not exist, or it belongs to somebody else', "Check 'id', and `owner` under [tool.uv-deploy.clever-cloud]. Without an id, the app is found by its name, or created."),
        409: refusal('conflict', 'something else is in the way', 'Change or remove the thing that the message names.'),
        413: refusal('bundle-too-large', 'the bundle is larger than the server takes', "Leave files out with 'exclude'."),
        500: refusal('server-error', 'the server had an error', 'Run the job again; if the error stays, look at Clever Cloud\u2019s status page.'),
    },
};
/** Clever Cloud's own number of an error; 0 where there is none. */
function errorNumber(response) {
    const id = at((0,http_json/* jsonOf */.o_)(response), 'id');
    return typeof id === 'number' ? id : 0;
}
/** The server's own words: v2 has them in `message`, v4 in `error`; a page has none. */
function words(response) {
    if ((0,http_json/* isHtml */._6)(response))
        return '';
    const answer = (0,http_json/* jsonOf */.o_)(response);
    const text = at(answer, 'message') ?? at(answer, 'error') ?? (answer === undefined ? response.text : '');
    return typeof text === 'string' && text.trim() !== '' ? `: "${(0,findings_text/* quote */.hD)(text, 200)}"` : '';
}
/** What the proxy in front of Clever Cloud calls the request: its support asks for that (its API's documentation). */
function requestId({ headers }) {
    const id = headers['sozu-id'];
    return typeof id === 'string' ? [`Sozu-Id ${(0,findings_text/* quote */.hD)(id)}`] : [];
}

// EXTERNAL MODULE: ./src/ports/http/client.ts
var client = __webpack_require__(5014);
;// CONCATENATED MODULE: ./src/platforms/shared/client.ts



/** Careful calls of a platform's server, whose refusals are told in the platform's words. `http` sends once. */
function createPlatformClient(server, words, http, deps) {
    const refusals = createRefusals(server, words);
    const json = (0,client/* createJsonClient */.i)(http, refusals, deps);
    /** A list without its gaps. Throws when it has any: from the other rows nobody knows whether something is there, or is missing. */
    const whole = (step, rows) => {
        const gap = rows.indexOf(undefined);
        if (gap >= 0)
            throw unreadableRow(server, step, gap + 1, rows.length);
        return rows.filter((row) => row !== undefined);
    };
    return {
        ...{ server, refusals, whole },
        ...json,
        /** A list, of which every row has to be understood. */
        list: async (step, request, from) => whole(step, await json.get(step, request, (value) => (0,http_json/* rowsOf */.RO)(value, from))),
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/oauth.ts
/** The consumer of Clever Cloud's own command line client, which `clever login` makes tokens for. Its secret is public. */
const CLEVER_TOOLS = {
    key: 'T5nFjKeHH4AIlEveuGhB5S3xg8T19e',
    secret: 'MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT',
};
/** RFC 3986, which also encodes some characters that `encodeURIComponent` leaves as they are. */
const oauth_encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
/**
 * An `Authorization` header with OAuth 1's PLAINTEXT signature (RFC 5849, section 3.4.4). Clever Cloud takes it without nonce and
 * timestamp (its own clients' source).
 */
function authorization(token, secret, { key, secret: shared } = CLEVER_TOOLS) {
    const signature = oauth_encode(`${oauth_encode(shared)}&${oauth_encode(secret)}`);
    return `OAuth oauth_consumer_key="${oauth_encode(key)}", oauth_token="${oauth_encode(token)}", oauth_signature="${signature}"`;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/client.ts




/** HTTP calls with one credential. Paths begin with the API's version. Every call names its step when it fails. */
function createClient(access, deps, consumer) {
    const { server, token, secret } = access;
    const { http, signal } = deps;
    const request = (method, path, rest = {}) => ({
        ...{ method, url: `${server}${path}`, signal, ...rest },
        headers: { authorization: authorization(token, secret, consumer), accept: 'application/json', ...rest.headers },
    });
    return {
        ...createPlatformClient(server, WORDS, http, deps),
        request,
        /** Sends one time, and answers `undefined` for anything other than success: for what only decorates. */
        attempt: async (sending) => {
            const response = await http(sending).catch(() => undefined);
            signal.throwIfAborted();
            return response !== undefined && (0,http_json/* isSuccess */.oJ)(response) ? response : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/log-events.ts

/** A line that holds nothing but the end of a colour. */
const ONLY_COLOUR = /^\u001b\[0?m$/;
/**
 * The log lines of a stream of server-sent events, of which the last one may be cut short. `isOver`: the server has sent all that
 * was asked for (Clever Cloud's API, v4: `APPLICATION_LOG`, `HEARTBEAT` and `END_OF_STREAM`).
 */
function readLogEvents(text) {
    const lines = [];
    let isOver = false;
    // The part after the last empty line is not whole.
    for (const block of text.replaceAll('\r\n', '\n').split('\n\n').slice(0, -1)) {
        const { event, id, data } = fieldsOf(block);
        if (event === 'END_OF_STREAM')
            isOver = true;
        if (event !== 'APPLICATION_LOG')
            continue;
        const [message, date] = [at(data, 'message'), at(data, 'date')];
        if (typeof message !== 'string' || ONLY_COLOUR.test(message))
            continue;
        lines.push({ id, date: typeof date === 'string' ? date : '', message });
    }
    return { lines, isOver };
}
function fieldsOf(block) {
    const fields = { event: [], id: [], data: [] };
    for (const line of block.split('\n')) {
        const [, name = '', value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
        fields[name]?.push(value);
    }
    const { event = [], id = [], data = [] } = fields;
    return { event: event.at(-1) ?? '', id: id.at(-1) ?? '', data: parse(data.join('\n')) };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/values.ts

/** Ids become parts of paths. */
const isAppId = (value) => typeof value === 'string' && /^app_[0-9a-f-]{1,64}$/i.test(value);
const isOwnerId = (value) => typeof value === 'string' && /^(?:orga|user)_[0-9a-f-]{1,64}$/i.test(value);
const isDeploymentId = (value) => typeof value === 'string' && /^deployment_[0-9a-f-]{1,64}$/i.test(value);
const isCommit = (value) => typeof value === 'string' && /^[0-9a-f]{40,64}$/i.test(value);
const values_text = (value) => (typeof value === 'string' ? value : '');
/** Rows that can't be read are left out; `undefined` for a value that is not a list. */
const readRows = (value, read) => Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;
/** Settings that the API gives and takes under the same name. */
const FLAGS = ['cancelOnPush', 'forceHttps', 'homogeneous', 'separateBuild', 'shutdownable', 'stickySessions'];
function readApp(value) {
    const [id, ownerId, commit] = [at(value, 'id'), at(value, 'ownerId'), at(value, 'commitId')];
    if (!isAppId(id) || !isOwnerId(ownerId))
        return undefined;
    const [name, created] = [values_text(at(value, 'name')), at(value, 'creationDate')];
    const settings = {
        ...{
            name,
            minInstances: at(value, 'instance', 'minInstances'),
            maxInstances: at(value, 'instance', 'maxInstances'),
        },
        minFlavor: at(value, 'instance', 'minFlavor', 'name'),
        maxFlavor: at(value, 'instance', 'maxFlavor', 'name'),
        buildFlavor: at(value, 'buildFlavor', 'name'),
        instanceLifetime: at(value, 'instance', 'lifetime'),
        ...Object.fromEntries(FLAGS.map((flag) => [flag, at(value, flag)])),
    };
    return {
        ...{ id, ownerId, name, settings, zone: values_text(at(value, 'zone')), state: values_text(at(value, 'state')) },
        runtime: values_text(at(value, 'instance', 'variant', 'slug')),
        lifetime: values_text(at(value, 'instance', 'lifetime')),
        commit: isCommit(commit) ? commit : undefined,
        repoState: values_text(at(value, 'deployment', 'repoState')),
        httpUrl: values_text(at(value, 'deployment', 'httpUrl')),
        domains: readDomains(at(value, 'vhosts')) ?? [],
        archived: at(value, 'archived') === true,
        created: typeof created === 'number' ? created : 0,
    };
}
function readDeployment(row) {
    const [uuid, state, date] = [at(row, 'uuid'), at(row, 'state'), at(row, 'date')];
    if (!isDeploymentId(uuid) || typeof state !== 'string')
        return undefined;
    return {
        ...{ uuid, state, date: typeof date === 'number' ? date : 0 },
        action: values_text(at(row, 'action')),
        commit: values_text(at(row, 'commit')),
        cause: values_text(at(row, 'cause')),
    };
}
const readInstance = (row) => isTable(row)
    ? { state: values_text(at(row, 'state')), commit: values_text(at(row, 'commit')), deployment: values_text(at(row, 'deployId')) }
    : undefined;
/** The id of the deployment that a redeployment has started: the only field of the answer that the official client reads. */
const readDeploymentId = (value) => {
    const id = at(value, 'deploymentId');
    return isDeploymentId(id) ? id : undefined;
};
const readEnv = (value) => {
    const pairs = readRows(value, (row) => {
        const [name, found] = [at(row, 'name'), at(row, 'value')];
        return typeof name === 'string' && typeof found === 'string' ? [name, found] : undefined;
    });
    return pairs && Object.fromEntries(pairs);
};
/** The variables of add-ons, or of linked apps: a list for each of them. */
const readLinkedEnv = (value) => {
    const all = readRows(value, (row) => readEnv(at(row, 'env')));
    return all && Object.assign({}, ...all);
};
const readDomain = (row) => values_text(at(row, 'fqdn')) || undefined;
const readDomains = (value) => readRows(value, readDomain);
const readNamed = (isId) => (row) => {
    const id = at(row, 'id');
    return isId(id) ? { id, name: values_text(at(row, 'name')) } : undefined;
};
const readUser = readNamed(isOwnerId);
/** The organisations of a summary of all that a user has. */
const readOrganisations = (value) => readRows(at(value, 'organisations'), readUser);
/** When a token ends, in milliseconds since 1970; some versions of the API answer a list. */
const readExpiry = (value) => {
    const date = at(Array.isArray(value) ? value[0] : value, 'expirationDate');
    return typeof date === 'number' ? date : undefined;
};
const readZones = (value) => Array.isArray(value) ? strings(value.map((row) => at(row, 'name'))) : undefined;
/** The newest enabled version of a runtime, as the official client chooses it: versions are ordered as texts. */
function readRuntime(value, slug) {
    const all = readRows(value, (row) => {
        if (at(row, 'enabled') !== true || at(row, 'variant', 'slug') !== slug)
            return undefined;
        const variant = values_text(at(row, 'variant', 'id'));
        const [type, version] = [values_text(at(row, 'type')), values_text(at(row, 'version'))];
        if (variant === '' || type === '' || version === '')
            return undefined;
        return { type, version, variant, flavor: values_text(at(row, 'defaultFlavor', 'name')) };
    });
    return all?.sort((a, b) => (a.version < b.version ? 1 : -1))[0];
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/api.ts




/** How long a log that does not end by itself is read. */
const LOG_MS = 10_000;
const MOST_LOG_BYTES = 4_000_000;
function createApi(access, deps, consumer) {
    const { request, call, find, get, remove, sendOnce, attempt } = createClient(access, deps, consumer);
    const appsOf = (ownerId) => `/v2/organisations/${ownerId}/applications`;
    const pathOf = ({ ownerId, id }) => `${appsOf(ownerId)}/${id}`;
    const domainPath = (app, domain) => `${pathOf(app)}/vhosts/${encodeURIComponent(domain)}`;
    return {
        /** The user that the token belongs to. */
        self: () => get('checking the token and the secret', request('GET', '/v2/self'), readUser),
        /** When the token ends, in milliseconds since 1970; `undefined` where the server does not tell. */
        expiry: async () => {
            const response = await attempt(request('GET', '/v2/self/tokens/current'));
            return response && readExpiry((0,http_json/* jsonOf */.o_)(response));
        },
        organisations: () => get('listing your organisations', request('GET', '/v2/summary'), readOrganisations),
        runtime: (ownerId, slug) => get('looking for the Python runtime', request('GET', `/v2/products/instances?for=${ownerId}`), (value) => readRuntime(value, slug)),
        zones: () => get('listing the zones', request('GET', '/v4/products/zones'), readZones),
        apps: (ownerId) => get('listing the apps', request('GET', appsOf(ownerId)), (value) => readRows(value, readApp)),
        /** An app by its id alone, in the user's own space or in one of the organisations. */
        appById: (id) => find('looking for the app', request('GET', `/v2/self/applications/${id}`), readApp),
        app: (app) => find('reading the app', request('GET', pathOf(app)), readApp),
        createApp: (ownerId, body) => sendOnce('creating the app', request('POST', appsOf(ownerId), (0,http_json/* jsonBody */.J9)(body)), readApp),
        updateApp: async (app, body) => {
            await call('updating the settings', request('PUT', pathOf(app), (0,http_json/* jsonBody */.J9)(body)));
        },
        /** Answers false when there is no such app any more. */
        removeApp: (app) => remove('removing the app', request('DELETE', pathOf(app))),
        env: (app) => get('reading the variables', request('GET', `${pathOf(app)}/env`), readEnv),
        /** The variables that add-ons and linked apps bring along; not part of the app's own. */
        linkedEnv: async (app) => {
            const step = 'reading the variables of add-ons and linked apps';
            const addons = await get(step, request('GET', `${pathOf(app)}/addons/env`), readLinkedEnv);
            return { ...addons, ...(await get(step, request('GET', `${pathOf(app)}/dependencies/env`), readLinkedEnv)) };
        },
        /** Replaces all of the app's own variables. */
        setEnv: async (app, env) => {
            await call('setting the environment variables', request('PUT', `${pathOf(app)}/env`, (0,http_json/* jsonBody */.J9)(env)));
        },
        /** Newest first. */
        deployments: (app, limit) => get('listing the deployments', request('GET', `${pathOf(app)}/deployments?limit=${limit}`), (value) => readRows(value, readDeployment)),
        /** `undefined` for one that is not listed yet, or not any more. */
        deployment: (app, uuid) => find('reading the deployment', request('GET', `${pathOf(app)}/deployments/${uuid}`), readDeployment),
        /** Answers the id of the deployment that starts. */
        redeploy: async (app, { commit, useCache = true } = {}) => {
            const query = new URLSearchParams({ ...(commit && { commit }), ...(!useCache && { useCache: 'no' }) });
            const path = `${pathOf(app)}/instances${query.size > 0 ? `?${query}` : ''}`;
            return sendOnce('starting a deployment', request('POST', path), readDeploymentId);
        },
        cancel: async (app, uuid) => {
            await call('cancelling the deployment', request('DELETE', `${pathOf(app)}/deployments/${uuid}/instances`));
        },
        stop: async (app) => {
            await call('stopping the app', request('DELETE', `${pathOf(app)}/instances`));
        },
        instances: (app) => get('listing the instances', request('GET', `${pathOf(app)}/instances`), (value) => readRows(value, readInstance)),
        /** Each with a slash at its end, and perhaps a path before it. */
        domains: (app) => get('listing the domains', request('GET', `${pathOf(app)}/vhosts`), readDomains),
        primaryDomain: (app) => find('reading the primary domain', request('GET', `${pathOf(app)}/vhosts/favourite`), readDomain),
        addDomain: async (app, domain) => {
            await call('adding a domain', request('PUT', domainPath(app, domain)));
        },
        removeDomain: (app, domain) => remove('removing a domain', request('DELETE', domainPath(app, domain))),
        setPrimaryDomain: async (app, fqdn) => {
            await call('setting the primary domain', request('PUT', `${pathOf(app)}/vhosts/favourite`, (0,http_json/* jsonBody */.J9)({ fqdn })));
        },
        /** The log of a deployment up to a point in time; `undefined` when it can't be had, which never fails a run. */
        logs: async ({ ownerId, id }, { deployment, since, until }) => {
            const range = { ...(since && { since: since.toISOString() }), until: until.toISOString() };
            const query = new URLSearchParams({ deploymentId: deployment, ...range });
            const asking = request('GET', `/v4/logs/organisations/${ownerId}/applications/${id}/logs?${query}`, {
                headers: { accept: 'text/event-stream' },
                ...{ enoughMs: LOG_MS, silenceMs: LOG_MS, limit: MOST_LOG_BYTES },
            });
            const response = await attempt(asking);
            return response && readLogEvents(response.text).lines;
        },
    };
}

// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/domains.ts
/** Clever Cloud's own domain, for apps that have no other. Its certificate covers one level. */
const OWN = '.cleverapps.io';
const LONGEST_LABEL = 63;
/**
 * The domain that an app is best known by, as the official client chooses it: the primary one, else one of the owner's, else one that
 * was chosen, else the one that every app gets. It may have a path. `undefined` for an app without any.
 */
function bestDomain({ id, domains }, primary) {
    const host = (domain) => domain.replace(/\/.*$/, '');
    const byDefault = `${id.replace('_', '-')}${OWN}`;
    const best = primary ??
        domains.find((domain) => !host(domain).endsWith(OWN)) ??
        domains.find((domain) => host(domain) !== byDefault) ??
        domains[0];
    return best?.replace(/\/+$/, '');
}
/** Where an app answers; empty without a domain. A domain deeper below Clever Cloud's own has no certificate. */
function addressOf(domain, server) {
    if (domain === undefined)
        return '';
    const isDeep = /\.[^./]+\.cleverapps\.io(?:\/|$)/.test(domain);
    return `${isDeep ? 'http:' : new URL(server).protocol}//${domain}`;
}
/** A domain of Clever Cloud's own for an app of this name; `suffix` tells it from one that is taken. */
function ownDomain(name, suffix = '') {
    const label = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const room = LONGEST_LABEL - (suffix === '' ? 0 : suffix.length + 1);
    // The end of the name tells previews of one app apart.
    const cut = label(name)
        .slice(-room)
        .replace(/^-+|-+$/g, '');
    return `${[cut, suffix].filter((part) => part !== '').join('-')}${OWN}`;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/refusals.ts


const label = ({ name, id }) => `The app '${(0,findings_text/* quote */.hD)(name)}' (${id})`;
/** States in which an app deploys nothing, however it is pushed to (Clever Cloud's OpenAPI description, `Application`). */
const BLOCKED = {
    MODERATED: 'Clever Cloud has blocked it (MODERATED)',
    DEFAULT_OF_PAYMENT: 'its organisation has not paid (DEFAULT_OF_PAYMENT)',
};
/** Throws for an app that can't be deployed to, with its reason. Nothing has been changed then. */
function checkUsable(app, kind) {
    const refusal = refusalOf(app, kind);
    if (refusal)
        throw refusal;
}
function refusalOf(app, kind) {
    const blocked = (why, remedy) => (0,findings_finding/* failure */.V2)('app-blocked', `${label(app)} can't be deployed to: ${why}.`, remedy);
    if (/^https:\/\/github\.com\//i.test(app.httpUrl)) {
        return (0,findings_finding/* failure */.V2)('git-managed', `${label(app)} is deployed by Clever Cloud itself, from GitHub: it has no git repository to push to.`, "Create an app that is not linked to GitHub, and give its 'id'; or choose another name.");
    }
    const why = BLOCKED[app.state];
    if (why !== undefined)
        return blocked(why, 'Settle that in the console, and run the job again.');
    if (app.archived)
        return blocked('it is archived', 'Restore it in the console, or choose another name.');
    if (app.runtime !== 'python') {
        return blocked(`its runtime is ${(0,findings_text/* quote */.hD)(app.runtime) || 'not known'}, not python`, 'Choose another name: a runtime can not be changed.');
    }
    const there = app.lifetime === 'TASK' ? 'task' : 'app';
    if (kind !== undefined && kind !== there) {
        return (0,findings_finding/* failure */.V2)('content-type-changed', `${label(app)} is ${there === 'app' ? 'an app' : 'a task'}; this project is ${kind === 'app' ? 'an app' : 'a task'}.`, 'Give the new app another name, or correct content-type.');
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/apps.ts






/** Nobody reads more of one name. */
const MOST_SHOWN = 10;
const RUNTIME = 'python';
/** The zone that the official client creates apps in. */
const ZONE = 'par';
const FLAVOR = 'XS';
function createApps(wanted, { server }, api, deps) {
    const { owner: named = '' } = wanted;
    let known;
    const owner = () => (known ??= ownerOf(named, api));
    const all = async (name) => (await api.apps(await owner())).filter((app) => app.name === name);
    const itemOf = (app, primary) => {
        const { id, name } = app;
        return { id, name, url: addressOf(bestDomain(app, primary), server), consoleUrl: consoleUrl(app) };
    };
    const toItem = async (app) => itemOf(app, app.domains.length === 0 ? undefined : await api.primaryDomain(app));
    const byId = async (id) => {
        const app = await api.appById(id);
        if (app)
            return app;
        throw (0,findings_finding/* failure */.V2)('not-found', `App ${id} does not exist, or this token cannot see it.`, "Check 'id', or leave it out: the app is then found by its name, or created.");
    };
    /** The app that is meant; `undefined` when there is none. Throws when several have its name, or it can't be deployed to. */
    const find = async () => {
        const matches = wanted.id === '' ? await all(wanted.name) : [await byId(wanted.id)];
        if (matches.length > 1)
            throw several(matches);
        const [app] = matches;
        if (app !== undefined)
            checkUsable(app, wanted.kind);
        return app;
    };
    /** Creates the app, once: where another run does so at the same time, the older one is the app for both. */
    const create = async (spec, env) => {
        const { name, kind } = spec;
        const ownerId = await owner();
        const body = bodyOf(spec, env, await api.runtime(ownerId, RUNTIME));
        const before = new Set((await all(name)).map(({ id }) => id));
        const made = await (0,once/* takeOnce */.X)({
            noun: 'creation',
            send: () => api.createApp(ownerId, body),
            look: async () => (await all(name)).filter(({ id }) => !before.has(id)),
            lost: (why, found) => (found.length > 1 ? several(found) : lostCreation(name, why)),
        }, deps);
        const [oldest = made] = (await all(name)).sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
        if (oldest.id !== made.id) {
            checkUsable(oldest, kind);
            await api.removeApp(made);
            deps.say(`Another run has just created '${(0,findings_text/* quote */.hD)(name)}' (${oldest.id}): that one is deployed to.`);
            return oldest;
        }
        deps.say(`Created '${(0,findings_text/* quote */.hD)(name)}' (${made.id}).`);
        deps.created(itemOf(made, undefined));
        return made;
    };
    return { owner, list: async () => api.apps(await owner()), byId, find, create, toItem };
}
/** What creates an app (Clever Cloud's OpenAPI description). */
function bodyOf({ name, kind, zone, settings }, env, runtime) {
    const { minFlavor, maxFlavor, minInstances, maxInstances } = settings;
    const flavor = runtime.flavor || FLAVOR;
    return {
        ...{ name, description: name, deploy: 'git', zone: zone || ZONE, instanceType: runtime.type },
        ...{ instanceVersion: runtime.version, instanceVariant: runtime.variant },
        instanceLifetime: kind === 'task' ? 'TASK' : 'REGULAR',
        ...settings,
        minFlavor: minFlavor ?? maxFlavor ?? flavor,
        maxFlavor: maxFlavor ?? minFlavor ?? flavor,
        minInstances: minInstances ?? 1,
        maxInstances: maxInstances ?? minInstances ?? 1,
        env,
    };
}
/** The console finds an app by its id alone. */
const consoleUrl = ({ id }) => `https://console.clever-cloud.com/goto/${id}`;
/** The id of an owner who is named by id, or is the one organisation of that name; without a name, the user. */
async function ownerOf(named, api) {
    if (named === '')
        return (await api.self()).id;
    if (isOwnerId(named))
        return named;
    const organisations = await api.organisations();
    const matches = organisations.filter(({ name }) => name === named);
    const [match] = matches;
    if (match !== undefined && matches.length === 1)
        return match.id;
    const names = matches.length > 1 ? matches.map(({ id }) => id) : organisations.map(({ name }) => `'${(0,findings_text/* quote */.hD)(name)}'`);
    throw (0,findings_finding/* failure */.V2)('no-owner', matches.length > 1
        ? `Several organisations are called '${(0,findings_text/* quote */.hD)(named)}': ${names.slice(0, MOST_SHOWN).join(', ')}.`
        : `This token sees no organisation '${(0,findings_text/* quote */.hD)(named)}'; it sees ${names.slice(0, MOST_SHOWN).join(', ') || 'none'}.`, 'Write the id of the organisation (orga_\u2026) as owner under [tool.uv-deploy.clever-cloud].');
}
const several = (apps) => (0,findings_finding/* failure */.V2)('several-items', `Several apps are called '${(0,findings_text/* quote */.hD)(apps[0]?.name ?? '')}': ${apps
    .slice(0, MOST_SHOWN)
    .map(({ id, zone, commit }) => `${id} (${(0,findings_text/* quote */.hD)(zone)}, ${commit === undefined ? 'never deployed' : 'deployed'})`)
    .join(', ')}.`, `Add \`id: ${apps.find(({ commit }) => commit !== undefined)?.id ?? apps[0]?.id}\` under \`with:\` of this step, if that is the one you mean. Remove the others in the console.`);
const lostCreation = (name, why) => (0,findings_finding/* failure */.V2)('creation-unknown', `The creation of '${(0,findings_text/* quote */.hD)(name)}' had no usable answer (${why}), and the server shows no such app.`, 'Look into the console, and run the job again.');
/** Whether all that went wrong is of this kind. */
const isOnly = (error, code) => error instanceof findings_finding/* Failure */.HR && error.findings.every((finding) => finding.code === code);

;// CONCATENATED MODULE: ./src/platforms/shared/marked-name.ts

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
    const hash = (0,external_node_crypto_.createHash)('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
    return `${letters.slice(0, room - HASH_LENGTH - 1).join('')}-${hash}${mark}`;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/variant.ts

/** The console shows names in one line; no longer one is made here. */
const NAME_LIMIT = 100;
const LONGEST_PREVIEW_MARK = '-pr-1234567890'.length;
/** The name of a variant's app: `<name>-staging`. It leaves room for the mark of a preview. */
const variantName = (name, variant) => markedName(name, `-${variant}`, NAME_LIMIT - LONGEST_PREVIEW_MARK);
/** The app of a variant in place of production's: with its settings, and without its id and its domains. */
const variantSpec = (spec, variant) => ({
    ...spec,
    ...{ id: '', name: variantName(spec.name, variant), variant, domains: [] },
});

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/previews.ts




/** The variable that marks an app as a preview: `<owner/repo>#<number>`. No other app is ever removed. */
const MARK = 'UV_DEPLOY_PREVIEW';
const previewName = (app, pullRequest) => markedName(app, `-pr-${pullRequest}`, NAME_LIMIT);
function markOf({ repository }, pullRequest) {
    const name = URL.canParse(repository) ? new URL(repository).pathname.slice(1) : repository;
    return `${name}#${pullRequest}`;
}
/** With the settings of the app, and without its id and its domains. */
function previewSpec(spec, pullRequest, origin) {
    const mark = markOf(origin, pullRequest);
    return {
        ...spec,
        ...{ id: '', name: previewName(spec.name, pullRequest), domains: [], mark },
        env: { ...spec.env, [MARK]: mark },
    };
}
/** A preview runs code that nobody has reviewed: it gets those variables of the step that were named for it. */
function previewEnv({ previewEnv: names }, env, say) {
    const left = env.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
    if (left.length > 0) {
        say(`The preview does not get ${left.join(', ')}: preview-env under [tool.uv-deploy.clever-cloud] names what it may have.`);
    }
    return env.filter(({ name }) => names.includes(name));
}
/** Throws when an app has the name of the preview, and is none: it may be anybody's. */
function checkMarked({ name, id }, env, { mark }) {
    if (env[MARK] === mark)
        return;
    throw (0,findings_finding/* failure */.V2)('conflict', `The app '${(0,findings_text/* quote */.hD)(name)}' (${id}) has the name of the preview, and is not marked as one: its variable ${MARK} is not ${mark}.`, 'Rename or remove it in the console, and run the job again.');
}
/** The previews of `app` among the owner's apps, told by their names and their mark, so that nothing has to be remembered. */
function createPreviews(app, apps, api, { say, origin, clock, signal }) {
    const isMarked = async (one, pullRequest) => (await api.env(one))[MARK] === markOf(origin, pullRequest);
    const cancelAll = async (one) => {
        const running = (await api.deployments(one, 5)).filter(({ state }) => state === 'WIP' || state === 'TASK_RUNNING');
        // One that has ended meanwhile is as good.
        for (const { uuid } of running)
            await api.cancel(one, uuid).catch(() => signal.throwIfAborted());
        if (running.length > 0)
            await clock.sleep(1_000, signal);
    };
    return {
        list: async () => {
            const found = [];
            for (const one of await apps.list()) {
                const pullRequest = Number(/-pr-([1-9]\d{0,9})$/.exec(one.name)?.[1] ?? 0);
                if (pullRequest === 0 || one.name !== previewName(app, pullRequest))
                    continue;
                if (await isMarked(one, pullRequest))
                    found.push({ pullRequest, item: await apps.toItem(one) });
            }
            return found;
        },
        remove: async ({ pullRequest, item }) => {
            const one = await api.appById(item.id);
            if (one !== undefined && !(await isMarked(one, pullRequest))) {
                throw (0,findings_finding/* failure */.V2)('not-a-preview', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is not marked as the preview of pull request ${pullRequest}: it was not removed.`, 'Remove it in the console if it is not needed.');
            }
            if (one !== undefined)
                await cancelAll(one);
            const wasThere = one !== undefined && (await api.removeApp(one));
            say(wasThere ? `Removed '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).` : `'${(0,findings_text/* quote */.hD)(item.name)}' was already gone.`);
            return wasThere;
        },
    };
}

// EXTERNAL MODULE: ./src/ports/clock.ts
var clock = __webpack_require__(3810);
;// CONCATENATED MODULE: ./src/platforms/shared/shown-log.ts
/** How much a server may print into the log of the step while it works, in characters. */
const ROOM = 200_000;
/** Shows what a server prints while it works, line by line: up to a limit, behind which one sentence says where the rest is. */
function createShownLog({ say, quoted }, logUrl) {
    let room = ROOM;
    return (lines) => {
        if (lines.length === 0 || room <= 0)
            return;
        const text = lines.join('\n');
        const fits = text.length < room;
        const shown = fits ? text : text.slice(0, Math.max(text.lastIndexOf('\n', room), 0));
        if (fits || shown !== '')
            quoted(shown);
        room -= text.length;
        if (!fits)
            say(`The log is long: the rest of it is on the server: ${logUrl}`);
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/log.ts


/** How much of the end of a log is shown, in lines and characters. */
const [LINES, CHARACTERS] = [30, 3_000];
/** What the log of a deployment says so far, line by line; nothing where it can't be had, which never fails a run. */
async function readLog(app, { uuid, date }, api) {
    const lines = await api.logs(app, { deployment: uuid, since: new Date(date), until: new Date() });
    return (lines ?? []).flatMap(({ message }) => (0,external_node_util_.stripVTControlCharacters)(message).trimEnd().split(/\r?\n/));
}
const tailOf = (lines) => lines.slice(-LINES).join('\n').slice(-CHARACTERS);
/** The causes that the platform and Python name in a log, and what they mean. The last line that fits counts. */
const CAUSES = [
    [/ModuleNotFoundError: No module named ['"]([\w.]+)/, (module) => `the module ${module} is missing`],
    [/listening on localhost/i, () => 'the app listens on localhost only: it has to listen on 0.0.0.0'],
    [/Response from GET (\S+) is (\d{3})/, (path, status) => `the health check of ${path} got ${status}`],
    [/Nothing listening on \S*:(\d+)/i, (port) => `nothing listens on port ${port}`],
    [/The lockfile at .?uv\.lock.? needs to be updated/i, () => 'uv.lock does not fit pyproject.toml: run `uv lock`'],
    [/CC_PYTHON_VERSION: (.+)/, (why) => `CC_PYTHON_VERSION: ${why}`],
    [/legacy Python backend/i, () => 'it was not built with uv: uv.lock or CC_PYTHON_UV_RUN_COMMAND is missing'],
    [/(cron\.json .*not valid.*)/i, (why) => `clevercloud/${why}`],
    [/No space left on device|Killed|out of memory/i, () => 'the machine is too small: it ran out of memory or disk'],
];
/** Why a deployment failed, as far as its log tells; empty when it does not. */
function causeIn(lines) {
    for (const [pattern, told] of CAUSES) {
        const found = lines.findLast((line) => pattern.test(line));
        const [, ...parts] = pattern.exec(found ?? '') ?? [];
        if (found !== undefined)
            return (0,findings_text/* quote */.hD)(told(...parts.map((part) => part ?? '')), 300);
    }
    return '';
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/objects.ts

/** What comes before an object's bytes when its id is computed. */
const prologue = (kind, size) => `${kind} ${size}\0`;
const idOf = (kind, body) => (0,external_node_crypto_.createHash)('sha1').update(prologue(kind, body.length)).update(body).digest('hex');
/** A commit of `tree` after `parent`; without one, the first of its history. */
function commitOf(tree, parent, { author, time, message }) {
    const plain = (text) => text.replace(/[<>\n\0]/g, ' ').trim();
    const person = `${plain(author.name)} <${plain(author.email)}> ${Math.floor(time)} +0000`;
    const lines = [`tree ${tree}`, ...(parent ? [`parent ${parent}`] : []), `author ${person}`, `committer ${person}`];
    const body = Buffer.from(`${lines.join('\n')}\n\n${message.replaceAll('\0', ' ').trimEnd()}\n`);
    return { id: idOf('commit', body), body };
}
const FOLDER_MODE = '40000';
/** The trees of these files, each after those that it names: the root is the last one. Without files it is an empty tree. */
function treesOf(leaves) {
    const root = new Map();
    for (const leaf of leaves) {
        const names = leaf.path.split('/');
        const name = names.pop() ?? '';
        const folder = names.reduce(subfolder, root);
        if (folder.get(name) instanceof Map)
            throw new Error(`${leaf.path} is both a file and a folder.`);
        folder.set(name, leaf);
    }
    const trees = [];
    addTree(root, trees);
    return trees;
}
function subfolder(folder, name) {
    const known = folder.get(name) ?? new Map();
    if (!(known instanceof Map))
        throw new Error(`${known.path} is both a file and a folder.`);
    folder.set(name, known);
    return known;
}
function addTree(folder, trees) {
    const entries = [...folder].map(([name, entry]) => {
        const isFolder = entry instanceof Map;
        const [mode, id] = isFolder ? [FOLDER_MODE, addTree(entry, trees)] : [entry.mode, entry.id];
        // git compares the name of a folder as if it ended in a slash.
        return {
            key: Buffer.from(isFolder ? `${name}/` : name),
            row: [Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')],
        };
    });
    entries.sort((a, b) => Buffer.compare(a.key, b.key));
    const body = Buffer.concat(entries.flatMap(({ row }) => row));
    trees.push(body);
    return idOf('tree', body);
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/pack.ts
var pack_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pack_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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








/** The types of objects in a pack (git's documentation, gitformat-pack). */
const TYPES = { commit: 1, tree: 2, blob: 3 };
/** Files up to this size are compressed in one go, larger ones in parts. */
const pack_SMALL = 256 * 1024;
const pack_CHUNK = 256 * 1024;
/** Small objects are collected up to this size before they are written. */
const COLLECTED = 1024 * 1024;
/** The parts of a file are in the same memory one after the other: each is compressed before the next is asked for. */
const ONE_AT_A_TIME = { writableHighWaterMark: 1 };
/** Names that git refuses in a tree, whatever the file system makes of them (git's fsck, hasDotgit). */
const GIT_FOLDER = /^(?:\.git|git~1)[. ]*$/i;
/**
 * Writes the objects of `files` to `path`, and answers their root tree. Memory does not grow with the files.
 * Leaves no half-written file behind when it fails. Throws a `Failure` when a file changes under way, or git can't hold its name.
 */
async function writePack(path, files, signal) {
    for (const file of files)
        checkName(file);
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const handle = pack_addDisposableResource(env_1, await (0,promises_.open)(path, 'w', 0o600), true);
            const objects = createObjects(handle);
            const leaves = [];
            for (const file of files) {
                signal.throwIfAborted();
                const id = await objects.addFile(file);
                leaves.push({ path: file.path, mode: modeOf(file), id });
            }
            let tree = '';
            for (const body of treesOf(leaves))
                tree = await objects.add('tree', body);
            return { path, tree, ...(await objects.finish()) };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = pack_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        await (0,promises_.rm)(path, { force: true });
        throw error;
    }
}
/** The id of the root tree that `writePack` would answer, without anything being written. */
async function treeOf(files, signal) {
    const buffer = Buffer.alloc(pack_CHUNK);
    const leaves = [];
    for (const file of files) {
        signal.throwIfAborted();
        const sum = (0,external_node_crypto_.createHash)('sha1').update(prologue('blob', file.size));
        for await (const part of contents(file, buffer))
            sum.update(part);
        leaves.push({ path: file.path, mode: modeOf(file), id: sum.digest('hex') });
    }
    return idOf('tree', treesOf(leaves).at(-1) ?? Buffer.alloc(0));
}
const modeOf = ({ executable }) => (executable ? '100755' : '100644');
/** What a push sends: `command`, and the whole pack with `commit` in it. `tell` hears how many bytes are on their way. */
function packUpload(pack, commit, command, tell) {
    const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
    header.writeUInt32BE(pack.objects + 1, 8);
    const last = entry('commit', commit.body);
    const length = command.length + header.length + pack.size + last.length + 20;
    return {
        length,
        async *open() {
            let sent = 0;
            const counted = (part) => {
                sent += part.length;
                tell(sent);
                return part;
            };
            yield counted(command);
            const sum = (0,external_node_crypto_.createHash)('sha1');
            for await (const part of parts(header, pack, last)) {
                sum.update(part);
                yield counted(part);
            }
            yield counted(sum.digest());
        },
    };
}
async function* parts(header, pack, last) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        yield header;
        const handle = pack_addDisposableResource(env_2, await (0,promises_.open)(pack.path), true);
        const buffer = Buffer.alloc(pack_CHUNK);
        for (;;) {
            const { bytesRead } = await handle.read(buffer, 0, buffer.length);
            if (bytesRead === 0)
                break;
            yield buffer.subarray(0, bytesRead);
        }
        yield last;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = pack_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
/** Writes each object once, one after the other. */
function createObjects(handle) {
    const known = new Set();
    const buffer = Buffer.alloc(pack_CHUNK);
    let size = 0;
    let collected = [];
    let waiting = 0;
    const flush = async () => {
        const bytes = Buffer.concat(collected);
        [collected, waiting] = [[], 0];
        await write(bytes);
    };
    const write = async (bytes) => {
        for (let done = 0; done < bytes.length;) {
            const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, size);
            done += bytesWritten;
            size += bytesWritten;
        }
    };
    const add = async (kind, body) => {
        const id = idOf(kind, body);
        if (known.has(id))
            return id;
        known.add(id);
        const bytes = entry(kind, body);
        collected.push(bytes);
        waiting += bytes.length;
        if (waiting > COLLECTED)
            await flush();
        return id;
    };
    /** The id of a large file is known when all of it has been written: the copy of another one is written over afterwards. */
    const addLarge = async (file) => {
        await flush();
        const start = size;
        const sum = (0,external_node_crypto_.createHash)('sha1').update(prologue('blob', file.size));
        await write(entryHeader('blob', file.size));
        await (0,external_node_stream_promises_.pipeline)(async function* () {
            for await (const part of contents(file, buffer)) {
                sum.update(part);
                yield part;
            }
        }, (0,external_node_zlib_.createDeflate)(ONE_AT_A_TIME), async (compressed) => {
            for await (const part of compressed)
                await write(part);
        });
        const id = sum.digest('hex');
        if (known.has(id))
            size = start;
        known.add(id);
        return id;
    };
    const addFile = async (file) => {
        if (file.size > pack_SMALL)
            return addLarge(file);
        const read = [];
        for await (const part of contents(file, buffer))
            read.push(Buffer.from(part));
        return add('blob', Buffer.concat(read));
    };
    const finish = async () => {
        await flush();
        await handle.truncate(size);
        return { size, objects: known.size };
    };
    return { add, addFile, finish };
}
const entry = (kind, body) => Buffer.concat([entryHeader(kind, body.length), (0,external_node_zlib_.deflateSync)(body)]);
/** The type and the size before an object's compressed bytes: four bits of the size, then seven in each byte that follows. */
function entryHeader(kind, size) {
    const bytes = [(TYPES[kind] << 4) | (size % 16)];
    for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
        bytes.push(left % 128);
    }
    return Buffer.from(bytes);
}
function checkName({ path }) {
    const name = path.split('/').find((part) => GIT_FOLDER.test(part));
    if (name === undefined)
        return;
    throw (0,findings_finding/* failure */.V2)('file-name', `${(0,findings_text/* quote */.hD)(path, 200)} can't be deployed: git keeps the name ${(0,findings_text/* quote */.hD)(name)} for itself.`, "Rename it, or leave it out with 'exclude'.");
}

// EXTERNAL MODULE: ./src/ports/http/http.ts
var http_http = __webpack_require__(529);
;// CONCATENATED MODULE: ./src/ports/http/redirects.ts
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

// EXTERNAL MODULE: ./src/ports/http/retry.ts
var retry = __webpack_require__(9003);
;// CONCATENATED MODULE: ./src/platforms/shared/upload.ts



/** The archive of a platform whose plans ask for one. */
function archiveOf({ archive }) {
    if (archive === undefined)
        throw new Error('The plan asked for no archive.');
    return archive;
}
/** The slowest line that a large bundle must get through, in bytes per millisecond: half a megabit per second. */
const SLOWEST = 64;
/** A server may need this long for the smallest bundle, whatever `timeout` says. */
const LEAST_MS = 10_000;
/**
 * Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. `send` says
 * within how many milliseconds; all tries together get the time that the platform may take, and what a slow line needs.
 * `look` finds what was not there before.
 */
function uploadOnce({ size }, send, shows, deps) {
    const end = deps.clock.now() + Math.max(deps.timeoutMs, LEAST_MS) + size / SLOWEST;
    const left = () => end - deps.clock.now();
    return (0,once/* takeOnce */.X)({ noun: 'upload', send: () => send(left()), ...shows, mayRepeat: () => left() > 0 }, deps);
}
/** Says how far an upload is, each quarter of the way. */
function progressLines(size, say) {
    let quarter = 0;
    return (sent) => {
        const reached = Math.floor((sent / size) * 4);
        if (reached <= quarter)
            return;
        quarter = reached;
        say(`Uploaded ${(0,units/* bytes */.ee)(sent)} of ${(0,units/* bytes */.ee)(size)} (${quarter * 25} %).`);
    };
}
/** The server answered nothing usable, and shows nothing of the upload. */
const lostUpload = (why, noun) => (0,findings_finding/* failure */.V2)('upload-lost', `The upload got no usable answer (${why}), and the server shows no new ${noun}.`, 'Check that the server runs and has room, and run the job again.');

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/pkt-lines.ts
// git's packets: a length of four hexadecimal digits, which counts itself, and the bytes (git's documentation, gitprotocol-common).
/** The packet that ends a list. */
const FLUSH = '0000';
const packet = (text) => `${(Buffer.byteLength(text) + 4).toString(16).padStart(4, '0')}${text}`;
/** The packets of an answer, `undefined` for each flush. Answers `undefined` when it is cut short, or made of other things. */
function readPackets(bytes) {
    const packets = [];
    for (let at = 0; at < bytes.length;) {
        const digits = bytes.toString('latin1', at, at + 4);
        if (!/^[0-9a-f]{4}$/i.test(digits))
            return undefined;
        const length = Number.parseInt(digits, 16);
        if (length !== 0 && length < 4)
            return undefined;
        if (at + length > bytes.length)
            return undefined;
        packets.push(length === 0 ? undefined : bytes.subarray(at + 4, at + length));
        at += Math.max(length, 4);
    }
    return packets;
}
/** The lines of an answer; those that are nothing but their packet's end are left out. */
const pkt_lines_linesOf = (packets) => packets.filter((line) => line !== undefined).map((line) => line.toString().replace(/\n$/, ''));
function readBands(packets) {
    const band = (number) => Buffer.concat(packets.flatMap((bytes) => (bytes?.[0] === number ? [bytes.subarray(1)] : [])));
    const messages = band(2)
        .toString()
        .split('\n')
        .map((line) => (line.replace(/\r+$/, '').split('\r').at(-1) ?? '').trimEnd())
        .filter((line) => line !== '');
    return { data: band(1), messages, fatal: band(3).toString().trim() };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/receive-pack.ts

// The two answers of git's receive-pack, and what is sent to it (git's documentation, gitprotocol-http and gitprotocol-pack).
/** The only branch that Clever Cloud deploys, and the only one that it takes. */
const BRANCH = 'refs/heads/master';
const NO_COMMIT = '0'.repeat(40);
/** Answers `undefined` when it is cut short, or no git repository has said it. */
function readAdvertisement(bytes) {
    const packets = readPackets(bytes);
    // The last packet of a whole answer is a flush.
    if (packets === undefined)
        return undefined;
    const [service = '', first = '', ...others] = pkt_lines_linesOf(packets);
    const refused = [service, first].find((line) => line.startsWith('ERR '));
    if (refused !== undefined)
        return { state: 'refused', reason: refused.slice('ERR '.length) };
    if (service !== '# service=git-receive-pack' || packets.at(-1) !== undefined)
        return undefined;
    const [ref = '', capabilities = ''] = first.split('\0');
    const row = [ref, ...others].find((line) => line.endsWith(` ${BRANCH}`));
    const head = row?.slice(0, -` ${BRANCH}`.length);
    if (!/^[0-9a-f]{40,64} ./.test(ref) || (head !== undefined && !/^[0-9a-f]{40,64}$/.test(head)))
        return undefined;
    return { state: 'ready', head, capabilities: new Set(capabilities.trim().split(' ')) };
}
/** Asks for the branch to go from `old` to `commit`: refused by the server when it is not at `old` any more. */
function pushCommand(old, commit, capabilities) {
    const wanted = ['report-status', ...(capabilities.has('side-band-64k') ? ['side-band-64k'] : []), 'agent=uv-deploy'];
    return Buffer.from(`${packet(`${old ?? NO_COMMIT} ${commit} ${BRANCH}\0 ${wanted.join(' ')}\n`)}${FLUSH}`);
}
/** Reads the answer to a push. One that is cut short tells nothing, whatever its first part says. */
function readReport(bytes, hasBands) {
    const unknown = (reason, messages = []) => ({
        outcome: 'unknown',
        reason,
        messages,
    });
    if (bytes.length === 0)
        return unknown('the answer was empty');
    const packets = readPackets(bytes);
    if (packets === undefined)
        return unknown('the answer was cut short');
    const bands = hasBands ? readBands(packets) : undefined;
    const messages = bands?.messages ?? [];
    if (bands !== undefined && bands.fatal !== '')
        return { outcome: 'refused', reason: bands.fatal, messages };
    const status = bands === undefined ? packets : readPackets(bands.data);
    if (status === undefined)
        return unknown('the answer was cut short', messages);
    const lines = pkt_lines_linesOf(status);
    const unpacked = lines.find((line) => line.startsWith('unpack '))?.slice('unpack '.length);
    if (unpacked !== undefined && unpacked !== 'ok')
        return { outcome: 'refused', reason: unpacked, messages };
    const refused = lines.find((line) => line.startsWith(`ng ${BRANCH}`));
    if (refused !== undefined) {
        return { outcome: 'refused', reason: refused.slice(`ng ${BRANCH} `.length) || 'no reason given', messages };
    }
    if (unpacked === 'ok' && lines.includes(`ok ${BRANCH}`))
        return { outcome: 'ok', reason: '', messages };
    return unknown('the answer does not say how the push went', messages);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/remote.ts












const READING = 'reading the app\u2019s git repository';
const PUSHING = 'pushing the bundle';
/** The server may be silent while it unpacks a large bundle. */
const PUSH_SILENCE_MS = 600_000;
/** Answers of a push are short; hooks that print more than this are cut off, and the branch is looked up. */
const MOST_BYTES = 8_000_000;
/** Speaks git's smart protocol (git's documentation, gitprotocol-http) with one repository. */
function createRemote({ url, token, secret }, deps) {
    const { http, signal, say, quoted } = deps;
    const headers = { authorization: `Basic ${Buffer.from(`${token}:${secret}`).toString('base64')}` };
    const isSameServer = ({ origin }) => origin === new URL(url).origin;
    const following = (request) => getFollowing(http, request, isSameServer);
    const { read, refusals } = createPlatformClient(url, WORDS, following, deps);
    const advertisement = () => {
        const sending = { method: 'GET', url: `${url}/info/refs?service=git-receive-pack`, headers, signal };
        return read(READING, sending, (response) => {
            const found = readAdvertisement(remote_bodyOf(response));
            if (found?.state === 'refused')
                throw pushRefused(READING, found.reason, []);
            return found && supported(found);
        });
    };
    const push = async (pack, commit, old) => {
        const { capabilities, head } = await advertisement();
        if (head !== old)
            return head === commit.id ? 'pushed' : 'moved';
        const hasBands = capabilities.has('side-band-64k');
        const peek = async () => {
            const now = (await advertisement()).head;
            if (now === commit.id)
                return 'pushed';
            return now === old ? undefined : 'moved';
        };
        const send = async (limitMs) => {
            const sent = await sendOnce(pack, commit, pushCommand(old, commit.id, capabilities), limitMs);
            if ('outcome' in sent)
                return sent;
            const report = readReport(remote_bodyOf(sent), hasBands);
            if (report.messages.length > 0)
                quoted(report.messages.map((line) => `remote: ${line}`).join('\n'));
            return judge(report, peek);
        };
        const look = async () => await peek().then((found) => (found ? [found] : []));
        return uploadOnce(pack, send, { look, lost: (why) => lostUpload(why, 'commit') }, deps);
    };
    /** Sends the pack one time; throws when the server refused for good. */
    const sendOnce = async (pack, commit, command, limitMs) => {
        const body = packUpload(pack, commit, command, (sent) => progress(sent));
        const progress = progressLines(body.length, say);
        const request = {
            ...{ method: 'POST', url: `${url}/git-receive-pack`, body, signal },
            ...{ silenceMs: PUSH_SILENCE_MS, limitMs, limit: MOST_BYTES },
            headers: {
                ...headers,
                'content-type': 'application/x-git-receive-pack-request',
                accept: 'application/x-git-receive-pack-result',
            },
        };
        let response;
        try {
            response = await http(request);
        }
        catch (error) {
            if (!(error instanceof http_http/* NetworkError */.Dr))
                throw error;
            if (error.sent)
                return { outcome: 'unknown', why: error.message };
            const failure = refusals.unreachable(PUSHING, error);
            if ((0,retry/* isPassing */.WG)(error))
                return { outcome: 'again', failure };
            throw failure;
        }
        const { status } = response;
        if (status === 429)
            return { outcome: 'again', failure: refusals.refused(PUSHING, response), response };
        if (status === 408 || status >= 500)
            return { outcome: 'unknown', why: `the answer was ${status}` };
        if (status !== 200)
            throw refusals.refused(PUSHING, response);
        if ((0,http_json/* isHtml */._6)(response))
            return { outcome: 'unknown', why: 'the answer was a web page' };
        return response;
    };
    return { head: async () => (await advertisement()).head, push };
}
/** A refusal is one only if the branch has not moved: git's words for a branch that somebody else has moved are many. */
async function judge({ outcome, reason, messages }, look) {
    if (outcome === 'ok')
        return { outcome: 'accepted', taken: 'pushed' };
    if (outcome === 'unknown')
        return { outcome: 'unknown', why: reason };
    const taken = await look();
    if (taken === undefined)
        throw pushRefused(PUSHING, reason, messages);
    return { outcome: 'accepted', taken };
}
const pushRefused = (step, reason, messages) => {
    const said = (0,findings_text/* quote */.hD)(messages.join(' '), 300);
    return (0,findings_finding/* failure */.V2)('push-refused', `Clever Cloud refused ${step}: ${(0,findings_text/* quote */.hD)(reason, 200)}.${said === '' ? '' : ` It said: "${said}"`}`, 'Fix the reason that the server gives, and run the job again.');
};
/** Only repositories that report how a push went, and name objects by SHA-1, can be pushed to. */
function supported(found) {
    const format = [...found.capabilities].find((word) => word.startsWith('object-format='));
    const isKnown = format === undefined || format === 'object-format=sha1';
    if (isKnown && found.capabilities.has('report-status'))
        return found;
    throw (0,findings_finding/* failure */.V2)('not-supported', `The app\u2019s git repository ${isKnown ? 'does not report how a push went' : `has an unknown ${(0,findings_text/* quote */.hD)(format)}`}.`, 'Update uv-deploy.');
}
/** The bytes of an answer, which a proxy may have compressed unasked. One that can't be decompressed was cut short: nothing. */
function remote_bodyOf({ headers, bytes }) {
    if (headers['content-encoding'] !== 'gzip')
        return bytes;
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: MOST_BYTES });
    }
    catch {
        return Buffer.alloc(0);
    }
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/env.ts
/** What is live, and from which files: `<commit>/<tree>`. Written before the push, it is believed only where that commit is live. */
const RELEASE = 'UV_DEPLOY_ID';
const HEALTH_PATH = /^CC_HEALTH_CHECK_PATH(?:_\d+)?$/;
/**
 * The variables that an app is to have. What is neither managed nor the step's is left as it is, but for paths of health checks
 * where these are managed: an old one with another number would be checked as well.
 */
function wantedEnv(current, managed, own) {
    const given = { ...managed, ...Object.fromEntries(own.map(({ name, value }) => [name, value])) };
    const isManaged = Object.keys(given).some((name) => HEALTH_PATH.test(name));
    const kept = Object.entries(current).filter(([name]) => !isManaged || !HEALTH_PATH.test(name));
    return { ...Object.fromEntries(kept), ...given };
}
/** The names whose values differ, apart from the mark of the release. */
const changedNames = (before, after) => differing(before, after).filter((name) => name !== RELEASE);
const differing = (before, after) => [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
const isSameEnv = (before, after) => differing(before, after).length === 0;
const withRelease = (env, commit, tree) => ({
    ...env,
    [RELEASE]: `${commit}/${tree}`,
});
/** The release that the variables name; `undefined` for apps that this action has not deployed. */
function releaseIn(env) {
    const [, commit = '', tree = ''] = /^([0-9a-f]{40,64})\/([0-9a-f]{40,64})$/.exec(env[RELEASE] ?? '') ?? [];
    return commit === '' ? undefined : { commit, tree };
}
/** `current` with the values of `before` for all that is still as `set` has it: what somebody else has changed since is theirs. */
function putBackEnv(current, set, before) {
    const rows = Object.entries({ ...before, ...current }).flatMap(([name]) => {
        const value = current[name] === set[name] ? before[name] : current[name];
        return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(rows);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/push.ts











/** How often a bundle is put behind the commit of somebody who was faster. */
const TRIES = 3;
/** As many of the newest deployments as are looked through. */
const RECENT = 20;
const AUTHOR = { name: 'uv-deploy', email: 'uv-deploy@users.noreply.github.com' };
/**
 * Brings the bundle into the app's repository, as a child of the commit that is there, with its variables set before. Where that
 * commit holds these very files, nothing is pushed: it is deployed again. Throws a `Failure` when the server refuses.
 */
async function push(source, app, variables, tools) {
    const { say, signal } = tools.deps;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'uv-deploy-'));
    try {
        const pack = await writePack((0,external_node_path_.join)(folder, 'bundle.pack'), source.files, signal);
        for (let attempt = 1; attempt <= TRIES; attempt++) {
            const begun = await pushOnce(pack, app, variables, tools);
            if (begun !== undefined)
                return begun;
            say('Somebody else has pushed meanwhile: the bundle goes behind their commit.');
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    throw (0,findings_finding/* failure */.V2)('conflict', `The bundle could not be pushed to ${app.id}: in ${TRIES} tries, somebody else was faster each time.`, 'Run the job again when no other deployment of this app is under way; `concurrency` in the workflow keeps them apart.');
}
/** Answers `undefined` when the branch was moved by somebody else. */
async function pushOnce(pack, app, variables, { access, api, deps }) {
    const { say, origin } = deps;
    const remote = createRemote({ url: app.httpUrl, token: access.token, secret: access.secret }, deps);
    const head = await remote.head();
    const there = releaseIn(variables.before);
    if (head !== undefined && there?.commit === head && there.tree === pack.tree) {
        await variables.set(head, pack.tree);
        say('The repository holds these very files: nothing is pushed, and they are deployed again.');
        // With the cache of the build where only variables differ.
        return redeploy(app, { commit: head, useCache: variables.names.length > 0 }, api, deps);
    }
    const commit = commitOf(pack.tree, head, wordsOf(origin, pack.tree));
    await variables.set(commit.id, pack.tree);
    say(`Uploading ${(0,units/* bytes */.ee)(pack.size)} as commit ${commit.id}.`);
    return (await remote.push(pack, commit, head)) === 'pushed' ? { commit: commit.id } : undefined;
}
function wordsOf({ repository, commit, run }, tree) {
    const from = repository === '' ? 'a checkout' : new URL(repository).pathname.replace(/^\/|\.git$/g, '');
    const title = `Deploy ${from}${commit === '' ? '' : `@${commit.slice(0, 7)}`}${run === '' ? '' : ` (${run})`}`;
    const trailers = [...(commit === '' ? [] : [`Source-Commit: ${commit}`]), `Bundle-Tree: ${tree}`];
    return { author: AUTHOR, time: Date.now() / 1000, message: `${title}\n\n${trailers.join('\n')}` };
}
/** Starts a deployment of a commit that is in the repository, once. */
async function redeploy(app, asked, api, deps) {
    const uuid = await startOnce(app, () => api.redeploy(app, asked), api, deps);
    return { commit: asked.commit, uuid };
}
/** Answers the id of the deployment that `send` starts. When the answer is lost, it is the one that is new. */
async function startOnce(app, send, api, deps) {
    const before = new Set((await api.deployments(app, RECENT)).map(({ uuid }) => uuid));
    const isNew = ({ uuid, action }) => action === 'DEPLOY' && !before.has(uuid);
    return (0,once/* takeOnce */.X)({
        noun: 'start',
        send,
        look: async () => (await api.deployments(app, RECENT)).filter(isNew).map(({ uuid }) => uuid),
        lost: (why, found) => (0,findings_finding/* failure */.V2)('start-unknown', found.length > 1
            ? `The start had no usable answer (${why}), and several deployments have begun since: ${found.join(', ')}. Which one is this job's can't be told.`
            : `The start had no usable answer (${why}), and the server shows no deployment: it was not started again.`, `Look at ${consoleUrl(app)}, and run the job again if nothing runs.`),
    }, deps);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/course.ts








/** How long a pushed commit may wait until its deployment is listed: that of an app which may not run never is. */
const START_MS = 300_000;
/** How often in all a deployment has to be missing from the list until it is taken for gone. */
const MISSES = 3;
/** States that are waited for. */
const UNDER_WAY = ['WIP', 'TASK_RUNNING'];
/** The API for calls that may take no longer than that. */
const apiWithin = (withinMs, access, deps) => createApi(access, { ...deps, http: (request) => deps.http({ ...request, limitMs: withinMs }) });
function createCourse({ commit, uuid: told, isRun = false }, app, api, deps) {
    const { say, clock } = deps;
    const show = createShownLog(deps, consoleUrl(app));
    const begun = clock.now();
    const unknown = new Set();
    let seen;
    let missed = 0;
    let ended;
    /** The deployment as it is listed: not yet, or not any more. The row of one that was cancelled may be taken away for another one. */
    const look = async (through) => {
        const uuid = seen?.uuid ?? told;
        const rows = await through.deployments(app, RECENT);
        const byCommit = (action) => rows.find((row) => row.commit === commit && row.action === action);
        if (uuid === undefined && byCommit('CANCEL') !== undefined)
            missed = MISSES;
        const listed = uuid === undefined ? byCommit('DEPLOY') : rows.find((row) => row.uuid === uuid);
        const row = listed ?? (uuid === undefined ? undefined : await through.deployment(app, uuid));
        if (row !== undefined && seen === undefined && !isRun)
            say(`Deployment ${row.uuid} has begun.`);
        if (row === undefined && seen !== undefined)
            missed += 1;
        seen = row ?? seen;
        return row;
    };
    const notStarted = async () => {
        const { state = '' } = (await api.app(app)) ?? {};
        const why = BLOCKED[state] ?? 'it waits behind a deployment or a task, or the organisation has no credit left';
        return {
            state: 'failed',
            message: `No deployment of commit ${commit} has begun within ${(0,units/* duration */.p0)(START_MS)}: ${why}`,
            remedy: 'Look at the activity of the app in the console, and run the job again.',
        };
    };
    const failed = async (deployment) => {
        if (isRun)
            return RUN_FAILED;
        const lines = await readLog(app, deployment, api);
        show(lines);
        const [cause, tail] = [causeIn(lines), tailOf(lines)];
        return {
            state: 'failed',
            message: `Clever Cloud could not deploy it${cause && `: ${cause}`}`,
            remedy: 'Correct what the log names, and run the job again. The release before stays in place.',
            ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
        };
    };
    const judge = async (row) => {
        if (row.state === 'OK') {
            if (!isRun)
                show(await readLog(app, row, api));
            return { state: 'live' };
        }
        if (row.state === 'FAIL')
            return failed(row);
        if (row.state === 'CANCELLED')
            return isRun ? RUN_CANCELLED : CANCELLED;
        if (!UNDER_WAY.includes(row.state) && !unknown.has(row.state)) {
            unknown.add(row.state);
            say(`Deployment ${row.uuid} is in a state that uv-deploy does not know, '${(0,findings_text/* quote */.hD)(row.state)}': waiting on.`);
        }
        return { state: 'running' };
    };
    const ask = async (through) => {
        const row = await look(through);
        if (row !== undefined)
            return judge(row);
        if (missed >= MISSES)
            return isRun ? RUN_CANCELLED : course_GONE;
        if (seen !== undefined)
            return { state: 'running' };
        return clock.now() - begun < START_MS ? { state: 'starting' } : notStarted();
    };
    return {
        /** Asks `through`, which may have less time than others. Once it has ended, it is not asked again. */
        progress: async (through) => {
            if (ended !== undefined)
                return ended;
            const progress = await ask(through);
            if (progress.state === 'live' || progress.state === 'failed')
                ended = progress;
            return progress;
        },
        /** Cancels it where it is under way. Answers whether it can't become live any more. */
        cancel: async (through) => {
            const row = await look(through);
            if (row === undefined)
                return seen === undefined ? 'not begun' : 'over';
            if (row.state === 'OK')
                return 'live';
            if (['FAIL', 'CANCELLED'].includes(row.state))
                return 'over';
            await through.cancel(app, row.uuid);
            return 'cancelled';
        },
    };
}
const RUN_FAILED = {
    state: 'failed',
    message: 'The task has failed',
    remedy: 'Read its log.',
};
const RUN_CANCELLED = {
    state: 'failed',
    message: 'Somebody cancelled the run on Clever Cloud',
    remedy: 'Run the job again if that was not meant.',
};
const CANCELLED = {
    state: 'failed',
    message: 'Somebody cancelled the deployment on Clever Cloud',
    remedy: 'Run the job again if that was not meant. The release before stays in place.',
};
const course_GONE = {
    state: 'failed',
    message: 'Clever Cloud does not list the deployment any more: it was cancelled',
    remedy: 'Run the job again if that was not meant. The release before stays in place.',
};

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/tasks.ts









/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;
/** The parameters of the run, as JSON. */
const PARAMS = 'UV_DEPLOY_PARAMS';
/** A task is an app that runs to its end: each start is a deployment of the commit that it has. */
function createTasks(paramsAsEnv, api, access, deps) {
    const runs = new Map();
    const setParams = async (app, params) => {
        const before = await api.env(app);
        const after = withParams(before, params ?? {}, paramsAsEnv);
        if (changedNames(before, after).length > 0)
            await api.setEnv(app, after);
    };
    const appOf = async ({ item }) => {
        const app = await api.appById(item.id);
        if (app)
            return app;
        throw (0,findings_finding/* failure */.V2)('not-found', `The app ${item.id} is gone.`, "Deploy it again, or correct 'id'.");
    };
    return {
        start: async (item, params) => {
            const app = await appOf({ item });
            if (app.lifetime !== 'TASK')
                throw notATask(item);
            await setParams(app, params);
            const patient = createApi(access, { ...deps, signal: (0,clock/* lingering */.e)(deps.signal, LINGER_MS) });
            const id = await startOnce(app, () => patient.redeploy(app), api, deps);
            runs.set(id, { app, course: createCourse({ commit: app.commit ?? '', uuid: id, isRun: true }, app, api, deps) });
            return { id, item, logUrl: consoleUrl(app) };
        },
        progress: async ({ id }, withinMs) => (await runs.get(id)?.course.progress(apiWithin(withinMs, access, deps))) ?? { state: 'untold' },
        log: async (invocation) => {
            const app = runs.get(invocation.id)?.app ?? (await appOf(invocation));
            const deployment = await api.deployment(app, invocation.id);
            return deployment && (await readLog(app, deployment, api)).map((line) => `${line}\n`).join('');
        },
        stop: async (invocation, within) => {
            const through = createApi(access, { ...deps, signal: within });
            await runs.get(invocation.id)?.course.cancel(through);
        },
    };
}
/** The variables with the parameters of this run in place of those of the run before. */
function withParams(env, params, asEnv) {
    const before = asEnv ? tasks_parse(env[PARAMS]) : {};
    const kept = Object.entries(env).filter(([name]) => name !== PARAMS && !Object.hasOwn(before, name));
    const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
    const own = Object.entries(params).map(([name, value]) => [name, shown(value)]);
    return {
        ...Object.fromEntries(kept),
        ...(asEnv && Object.fromEntries(own)),
        ...(own.length > 0 && { [PARAMS]: JSON.stringify(params) }),
    };
}
function tasks_parse(text = '') {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}
const notATask = (item) => (0,findings_finding/* failure */.V2)('not-a-task', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`, "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.");

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/connection.ts





const DAY_MS = 86_400_000;
/** A token ends after a year; this many days before, it is time for a new one. */
const NOTICE_DAYS = 30;
/** What can be done with an app of which no more is known; `app` is what the app itself is called, whose previews are looked for. */
function openConnection(known, app, access, deps) {
    const api = createApi(access, deps);
    const apps = createApps(known, access, api, deps);
    const connection = {
        name: known.name,
        verify: async () => {
            await api.self();
            deps.report(endOfToken(await api.expiry(), Date.now()));
        },
        find: async () => {
            const found = await apps.find();
            return found && apps.toItem(found);
        },
        tasks: createTasks(known.paramsAsEnv, api, access, deps),
        previews: createPreviews(app, apps, api, deps),
    };
    return { connection, api, apps };
}
/** Warns of a token that ends soon; `expiry` and `now` are milliseconds since 1970. */
function endOfToken(expiry, now) {
    if (expiry === undefined || expiry - now >= NOTICE_DAYS * DAY_MS)
        return [];
    const day = new Date(expiry).toISOString().slice(0, 10);
    return [
        (0,findings_finding/* warning */.$e)('token-expires', `The token and the secret end on ${day}: the jobs fail from then on.`, 'Run `clever login`, and store the new pair as the secrets CLEVER_TOKEN and CLEVER_SECRET.'),
    ];
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/settings-diff.ts

/** Those of the settings that the app does not have: as the API takes them, and in words. */
function settingChanges({ settings: there }, wanted) {
    const different = Object.entries(wanted).filter(([key, value]) => value !== undefined && there[key] !== value);
    const shown = (value) => (value === undefined ? 'not set' : (0,findings_text/* quote */.hD)(JSON.stringify(value)));
    return {
        body: Object.fromEntries(different),
        told: different.map(([key, value]) => `${key}: ${shown(there[key])} -> ${shown(value)}`),
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/variables.ts


/** `before` are those that the app has, `wanted` those that it is to have. */
function createVariables(app, before, wanted, api) {
    let set;
    const names = changedNames(before, wanted);
    return {
        before,
        /** The names of those that change. */
        names,
        /** Sets them all at once, with the release that is about to be made. */
        set: async (commit, tree) => {
            // It may be set even if no answer says so.
            set = withRelease(wanted, commit, tree);
            await api.setEnv(app, set);
        },
        /** Takes back what was set, for a release that does not go live. Answers what can't be. */
        putBack: async (through = api) => {
            if (set === undefined)
                return [];
            const mine = set;
            set = undefined;
            try {
                const current = await through.env(app);
                const back = putBackEnv(current, mine, before);
                if (!isSameEnv(current, back))
                    await through.setEnv(app, back);
                return [];
            }
            catch (error) {
                return names.length === 0 ? [] : [notPutBack(app, names, (0,findings_finding/* messageOf */.bD)(error))];
            }
        },
    };
}
const notPutBack = ({ id }, names, why) => (0,findings_finding/* warning */.$e)('partly-done', `The app ${id} already has the new values of ${names.join(', ')}, and the old ones could not be put back: ${why}`, 'Its code is the old one: run the job again, or set the old values in the console.');

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/delivery.ts









/** How often a new app is asked for until its repository can be pushed to, and for how long. */
const [REPOSITORY_PAUSE_MS, REPOSITORY_MS] = [2_000, 60_000];
/** What is taken back when a step is cancelled has this long. */
const TAKE_BACK_MS = 4_000;
/** Brings settings, variables and files to an app, in this order: a deployment is made with those of the moment in which it begins. */
async function update(source, env, given, { access, api, deps }) {
    const { spec } = given;
    const app = await withRepository(given.app, api, deps);
    const before = await api.env(app);
    const { body, told } = settingChanges(app, spec.settings);
    if (told.length > 0)
        await api.updateApp(app, body);
    const variables = createVariables(app, before, wantedEnv(before, spec.env, env), api);
    if (variables.names.length > 0)
        deps.say(`Setting ${variables.names.join(', ')}.`);
    const begun = await push(source, app, variables, { access, api, deps }).catch(async (error) => {
        const left = await variables.putBack(createApi(access, { ...deps, signal: AbortSignal.timeout(TAKE_BACK_MS) }));
        throw left.reduce(findings_finding/* leaving */.dv, error);
    });
    return { app, variables, begun, changes: told };
}
/** As `update`, for an app that it creates. `hasReadableDomain`: it gets one that is made of its name. */
async function create(source, env, { spec, hasReadableDomain }, { apps, ...bench }) {
    const { api, deps } = bench;
    const app = await apps.create(spec, wantedEnv({}, spec.env, env));
    if (hasReadableDomain)
        await addOwnDomain(await withRepository(app, api, deps), api, deps);
    return update(source, env, { app, spec }, bench);
}
/** The app with a repository that can be pushed to. */
async function withRepository(given, api, { clock, signal }) {
    const end = clock.now() + REPOSITORY_MS;
    for (;;) {
        const app = await api.app(given);
        // A new one may not be known everywhere yet.
        if (app !== undefined && app.repoState !== 'CREATING')
            return app;
        if (clock.now() >= end)
            throw noRepository(given);
        await clock.sleep(REPOSITORY_PAUSE_MS, signal);
    }
}
/** A domain of Clever Cloud's own; where both that could be are taken, the app does without. */
async function addOwnDomain(app, api, { say }) {
    for (const domain of [ownDomain(app.name), ownDomain(app.name, app.id.slice(-6))]) {
        try {
            await api.addDomain(app, domain);
            return;
        }
        catch (error) {
            if (!isOnly(error, 'conflict'))
                throw error;
            say(`The domain ${domain} is taken.`);
        }
    }
}
const noRepository = ({ name, id }) => (0,findings_finding/* failure */.V2)('repository-not-ready', `Clever Cloud has not made the git repository of '${(0,findings_text/* quote */.hD)(name)}' (${id}) within ${REPOSITORY_MS / 1000} s.`, 'Run the job again; if it stays so, ask Clever Cloud\u2019s support.');

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/gateway.ts














/** Opens Clever Cloud for an app; with the number of a pull request, for its preview. Releases are named by their commits. */
function openGateway(production, access, deps, pullRequest) {
    const preview = pullRequest === undefined ? undefined : previewSpec(production, pullRequest, deps.origin);
    const spec = preview ?? production;
    const { connection, api, apps } = openConnection(spec, production.name, access, deps);
    const bench = { access, api, apps, deps };
    const changes = [];
    let work;
    const begin = async ({ app, variables, begun }) => {
        work = { app, variables, course: createCourse(begun, app, api, deps) };
        return releaseOf(app, begun.commit, bench);
    };
    return {
        ...connection,
        find: async () => {
            const app = await apps.find();
            if (app && preview)
                checkMarked(app, await api.env(app), preview);
            return app && apps.toItem(app);
        },
        // `unchanged` tells all that there is to tell: whatever is remembered elsewhere knows nothing of the settings.
        currentRelease: async () => undefined,
        deploy: async (source, env, item) => {
            const own = preview ? previewEnv(preview, env, deps.say) : env;
            const delivered = item
                ? await update(source, own, { app: await apps.byId(item.id), spec }, bench)
                : await create(source, own, { spec, hasReadableDomain: preview !== undefined }, bench);
            changes.push(...delivered.changes);
            return begin(delivered);
        },
        progress: async (_release, withinMs) => {
            if (work === undefined)
                return { state: 'running' };
            const progress = await work.course.progress(apiWithin(withinMs, access, deps));
            return progress.state === 'failed' ? withLeft(progress, await work.variables.putBack()) : progress;
        },
        cancel: async ({ id }, within) => (work === undefined ? undefined : leave(work, id, within, bench)),
        applySettings: async ({ item }) => {
            const added = await addDomains(item, spec, bench);
            const told = [...changes.splice(0), ...added.map((domain) => `domain: ${(0,findings_text/* quote */.hD)(domain)}`)];
            return { item: added.length > 0 ? await apps.toItem(await apps.byId(item.id)) : item, changes: told };
        },
        probeHeaders: async () => ({}),
        isServing: async ({ id, item }) => {
            const instances = await api.instances(await apps.byId(item.id));
            return instances.some(({ state, commit }) => state === 'UP' && commit === id);
        },
        unchanged: async (item, source, env) => {
            const own = preview ? previewEnv(preview, env, () => { }) : env;
            const held = await liveRelease(item, spec, (before) => wantedEnv(before, spec.env, own), bench);
            return held && held.tree === (await treeOf(source.files, deps.signal))
                ? releaseOf(held.app, held.commit, bench)
                : undefined;
        },
        explain: async (item) => {
            const app = await apps.byId(item.id);
            const [newest] = await api.deployments(app, 1);
            return newest === undefined ? '' : tailOf(await readLog(app, newest, api));
        },
        releases: {
            previous: async ({ id, item }) => work?.app.commit ?? previousCommit(item, id, bench),
            activate: async (item, commit) => {
                const app = await apps.byId(item.id);
                // Before the deployment, which is made with the variables of that moment.
                deps.report((await work?.variables.putBack()) ?? []);
                const env = await api.env(app);
                const variables = createVariables(app, env, env, api);
                return begin({ app, variables, begun: await redeploy(app, { commit }, api, deps) });
            },
        },
    };
}
const releaseOf = async (app, commit, { apps }) => ({
    ...{ id: commit, item: await apps.toItem(app), logUrl: consoleUrl(app) },
});
/** What is live, where it has the variables and the settings that it is to have, and was deployed by this action. */
async function liveRelease(item, { settings }, wanted, { api, apps }) {
    const app = await apps.byId(item.id);
    const before = await api.env(app);
    const release = releaseIn(before);
    if (release === undefined || app.commit !== release.commit || app.state === 'SHOULD_BE_DOWN')
        return undefined;
    if (changedNames(before, wanted(before)).length > 0 || settingChanges(app, settings).told.length > 0)
        return undefined;
    const newest = (await api.deployments(app, RECENT)).find(({ action, commit }) => action === 'DEPLOY' && commit === release.commit);
    return newest?.state === 'OK' ? { app, ...release } : undefined;
}
async function previousCommit(item, id, { api, apps }) {
    const rows = await api.deployments(await apps.byId(item.id), RECENT);
    return rows.find(({ action, state, commit }) => action === 'DEPLOY' && state === 'OK' && commit !== id)?.commit;
}
/** Answers the domains that were missing. */
async function addDomains(item, { domains }, { api, apps }) {
    if (domains.length === 0)
        return [];
    const plain = (domain) => domain.replace(/\/+$/, '').toLowerCase();
    const app = await apps.byId(item.id);
    const missing = domains.filter((domain) => !app.domains.some((one) => plain(one) === plain(domain)));
    for (const domain of missing)
        await api.addDomain(app, domain);
    return missing;
}
/** Gives up a deployment: it is cancelled where it is under way, and its variables are taken back. */
async function leave({ course, variables }, commit, within, { access, deps }) {
    const through = createApi(access, { ...deps, signal: within });
    const state = await course.cancel(through).catch((error) => {
        if (error instanceof findings_finding/* Failure */.HR || within.aborted)
            return 'unknown';
        throw error;
    });
    if (state === 'cancelled' || state === 'over') {
        const how = state === 'cancelled' ? 'was cancelled on Clever Cloud' : 'has ended';
        const told = `The deployment of commit ${commit} ${how}. The release before stays in place.`;
        return { told, findings: await variables.putBack(through) };
    }
    if (state === 'live')
        return { told: `Commit ${commit} is live.`, findings: [] };
    return { told: `Commit ${commit} is pushed, and its deployment goes on, on Clever Cloud.`, findings: [] };
}
/** A failed release along with what it leaves behind. */
const withLeft = (progress, left) => ({
    ...progress,
    remedy: [progress.remedy, ...left.map(({ message }) => message)].join(' '),
});

;// CONCATENATED MODULE: ./src/project/pin/pin-file.ts
/** The text of a pin file, decoded and cut into lines as uv does it. */
/** The file's text, its byte order mark included; undefined when it is not UTF-8. */
function decodePin(bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** The lines that are neither blank nor a comment. */
function pinLines(text) {
    // A carriage return alone ends no line, and String.trim would take away a byte order mark, which uv keeps.
    return text.split(/\r?\n/).flatMap((line, index) => {
        const start = line.search(/\P{White_Space}/u);
        return start === -1 || line[start] === '#' ? [] : [{ text: line, line: index + 1, column: start + 1 }];
    });
}
const BLANKS = ' \t\n\f\r';
/** The text without ASCII blanks around it: the only ones that uv takes off a version. */
function trimBlanks(text) {
    let start = 0;
    let end = text.length;
    while (start < end && BLANKS.includes(text.charAt(start)))
        start += 1;
    while (start < end && BLANKS.includes(text.charAt(end - 1)))
        end -= 1;
    return text.slice(start, end);
}

;// CONCATENATED MODULE: ./src/project/pin/pin-hints.ts
/** What may have been meant by a line of a pin file that uv cannot use. */
/** The first sign that is there decides. */
const HINTS = [
    [/^(?:<{7}|={7}|>{7})(?: |$)/, () => 'Resolve the merge conflict, remove its markers and commit the file.'],
    [/\r/, () => 'Save the file with line ends that Linux knows (LF).'],
    [/#/, () => 'Move the comment to a line of its own.'],
    [/[^\t -~]/, (version) => `Type ${version} anew, without invisible or unusual characters.`],
    [/["']/, (version) => `Write ${version} without quotes.`],
    [/\d[\s,|]+[v\d]/, (version) => `Write one version only, for instance ${version}.`],
    [/[-.]dev|\.[x*]|\*|[\^~=<>]/, (version) => `Write ${version}, as uv has no such notation here.`],
    [/^v?\d/i, (version) => `Write the version as uv knows it, for instance ${version}.`],
    [/^(latest|stable|system|python)/i, (version) => `Write the version itself, for instance ${version}.`],
    [/(?:)/, (version) => `Write ${version} instead of a name that pyenv or pyenv-virtualenv may know, but uv does not.`],
];
/** One sentence on how to repair the line, given a version that could stand there. */
function hintFor(line, version) {
    const hint = HINTS.find(([sign]) => sign.test(line));
    return hint ? hint[1](version) : '';
}

;// CONCATENATED MODULE: ./src/project/pin/pin-rules.ts
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
const pin_rules_IMPLEMENTATIONS = {
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
    const message = `'${(0,findings_text/* quote */.hD)(text)}' is a path on one machine; pin a version such as ${instead}`;
    return (0,findings_finding/* error */.z3)('path-pin', message, pinRemedy(instead));
};
const unsupported = ({ request, instead }) => {
    const version = requestedVersion(request);
    const message = version && unsupportedReason(version);
    return message ? (0,findings_finding/* error */.z3)('unsupported-python', message, pinRemedy(instead)) : undefined;
};
const nonportable = ({ text, instead }) => {
    if (PLAIN.test(text))
        return undefined;
    const message = `'${(0,findings_text/* quote */.hD)(text)}' works in uv but not in every tool; write 3.12 or 3.12.7`;
    return (0,findings_finding/* warning */.$e)('nonportable-pin', message, pinRemedy(instead));
};
const variant = ({ text, request, instead }) => {
    const build = BUILDS[requestedVersion(request)?.variant ?? 'default'];
    if (!build)
        return undefined;
    const message = `'${(0,findings_text/* quote */.hD)(text)}' needs a ${build} on the server`;
    return (0,findings_finding/* warning */.$e)('variant-pin', message, `Make sure the server has one, or pin ${instead}.`);
};
const implementation = ({ text, request, instead }) => {
    const name = pin_rules_IMPLEMENTATIONS[requestedImplementation(request) ?? 'cpython'];
    if (!name)
        return undefined;
    const message = `'${(0,findings_text/* quote */.hD)(text)}' needs ${name}: the server must offer it`;
    return (0,findings_finding/* warning */.$e)('implementation-pin', message, `Ask for ${name} there, or pin ${instead}.`);
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
    return {
        level: isElsewhere ? 'error' : 'warning',
        code: isElsewhere ? 'platform-pin-mismatch' : 'platform-pin',
        message: `'${(0,findings_text/* quote */.hD)(text)}' can only match ${(0,findings_text/* quote */.hD)(place)}`,
        remedy: pinRemedy(instead),
    };
};
const prerelease = ({ text, request, instead }) => {
    const version = requestedVersion(request);
    if (version?.kind !== 'release' || !version.pre)
        return undefined;
    const message = `'${(0,findings_text/* quote */.hD)(text)}' is a pre-release, which the server may not have`;
    return (0,findings_finding/* warning */.$e)('prerelease-pin', message, `Pin ${instead} once it is released.`);
};
const unversioned = ({ text, request, instead }) => {
    if (request.kind === 'path' || requestedVersion(request))
        return undefined;
    const message = `'${(0,findings_text/* quote */.hD)(text)}' names no version, so nothing makes sure that requires-python accepts the one uv takes`;
    return (0,findings_finding/* warning */.$e)('unversioned-pin', message, pinRemedy(instead));
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

;// CONCATENATED MODULE: ./src/project/pin/python-fit.ts
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
        verdict: python_fit_judge(accepted),
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
function python_fit_judge(accepted) {
    if (!accepted.includes(true))
        return 'none';
    if (!accepted.includes(false))
        return 'all';
    return accepted.at(-1) ? 'with-newest' : 'without-newest';
}
function accepts(specifiers, release) {
    return contains(specifiers, releaseVersion(release));
}
function allowedReleases(request, required) {
    if (request.kind === 'range') {
        const all = releases([], tellingPatches([...request.specifiers, ...required]));
        return all.filter((release) => accepts(request.specifiers, release));
    }
    const [major = 0, minor = 0, patch = 0] = request.release;
    return isExact(request) ? [[major, minor, patch]] : releases(request.release, tellingPatches(required));
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

;// CONCATENATED MODULE: ./src/project/pin/requires-python.ts
/** What there is to say when a pinned version and `requires-python` do not go together. */






const FINDINGS = {
    all: () => undefined,
    'with-newest': (conflict) => {
        const { rejected, next } = conflict.fit;
        const complaint = `${requires_python_name(conflict)} also allows ${rejected}, which ${texts(conflict)} rejects`;
        const message = `${complaint}; pin ${next} or newer, or make sure the server has it`;
        return (0,findings_finding/* warning */.$e)('partial-pin', message, remedy(conflict));
    },
    'without-newest': (conflict) => {
        const advice = didYouMean(conflict) ?? 'pin the exact version';
        const message = `uv picks the newest ${family(conflict)}, which ${texts(conflict)} rejects; ${advice}`;
        return (0,findings_finding/* warning */.$e)('partial-pin-newest-excluded', message, remedy(conflict));
    },
    none: (conflict) => {
        const places = conflict.requirements
            .map(({ text, file, line }) => `'${(0,findings_text/* quote */.hD)(text)}' (${file}:${line})`)
            .join(' and ');
        const complaint = `Python ${requires_python_name(conflict)} (${conflict.pinned.place}) does not satisfy requires-python ${places}`;
        const message = [complaint, didYouMean(conflict)].filter((part) => part).join('; ');
        return (0,findings_finding/* error */.z3)('incompatible-pin', message, remedy(conflict));
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
        const specifiers = parseSpecifiers(requirement.text);
        if (isRefused(specifiers))
            findings.push(requires_python_invalid(requirement, specifiers.refused));
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
        return { pinned, all: requirements, requirements: group, specifiers, fit: findFit(pinned.version, specifiers) };
    })
        .reduce((worst, next) => (gravity(next) > gravity(worst) ? next : worst));
    return FINDINGS[gravest.fit.verdict](gravest);
}
function gravity({ fit: { verdict } }) {
    return GRAVITY.indexOf(verdict);
}
function requires_python_invalid({ text, file, line }, reason) {
    const version = suggestVersion([], minorOf(text)) ?? '3.12';
    return (0,findings_finding/* error */.z3)('requires-invalid', `requires-python '${(0,findings_text/* quote */.hD)(text)}' cannot be read: ${(0,findings_text/* quote */.hD)(reason, 120)}`, `Write requires-python as uv reads it, for instance '>=${version}', in pyproject.toml and run \`uv lock\`.`, { file, line });
}
/** A version that satisfies every requirement is best, but the requirements may contradict each other. */
function remedy({ pinned, all, specifiers, fit: { verdict } }) {
    const { version, minor } = pinned;
    const own = version.kind === 'range' && verdict !== 'none' ? version.specifiers : [];
    const wanted = [all.flatMap((one) => one.specifiers), specifiers];
    const [suggestion] = wanted.flatMap((set) => suggestVersion([...set, ...own], minor) ?? []);
    if (suggestion !== undefined)
        return pinRemedy(suggestion);
    return 'Correct requires-python in pyproject.toml, which no Python satisfies, and run `uv lock`.';
}
/** `==3.12` is 3.12.0 alone, which hardly anybody means. */
function didYouMean({ specifiers }) {
    const narrow = specifiers.find(({ operator, version, wildcard }) => operator === '==' && !wildcard && version.release.length === 2);
    return narrow && `did you mean ==${narrow.version.release.join('.')}.*?`;
}
function requires_python_name({ pinned: { version } }) {
    return (0,findings_text/* quote */.hD)(formatVersionRequest(version));
}
function family({ pinned: { version } }) {
    return version.kind === 'range'
        ? `Python in '${(0,findings_text/* quote */.hD)(formatVersionRequest(version))}'`
        : `${version.release.join('.')}.x`;
}
function texts({ requirements }) {
    return requirements.map(({ text }) => `'${(0,findings_text/* quote */.hD)(text)}'`).join(' and ');
}
/** The minor of the first Python 3 that a text mentions, be it 3.12 or 312. */
function minorOf(text) {
    const digits = /3\.?(\d{1,2})(?!\d)/.exec(text)?.[1];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./src/project/pin/pin.ts
/** Whether the pin in `.python-version` gives uv a Python that `requires-python` accepts. */









/**
 * Judges a pin file. `requirements` come in the order in which they count: the lock's first, because the server enforces it.
 * `exists` says whether a path is there, seen from where uv would run. There is no pin when uv could use none of the lines.
 */
function checkPin(file, requirements, exists) {
    const at = ({ line, column }, finding) => finding.file === undefined ? { ...finding, file: file.path, line, column } : finding;
    const top = { line: 1, column: 1 };
    const text = decodePin(file.bytes);
    if (text === undefined)
        return { findings: [at(top, notUtf8(file.path))] };
    if (text.startsWith('\ufeff'))
        return { findings: [at(top, byteOrderMark(file.path))] };
    const lines = pinLines(text).map((line) => ({ ...line, request: parsePythonRequest(line.text, exists) }));
    const isUsable = ({ request }) => request.kind !== 'executable';
    const ignored = lines.find((line) => !isUsable(line));
    const [used, second] = lines.filter(isUsable);
    const { readable, findings: invalid } = readRequirements(requirements);
    const accepted = readable.flatMap(({ specifiers }) => specifiers);
    const suggest = (near = '') => suggestVersion(accepted, minorOf(near)) ?? '3.12';
    const findings = ignored ? [at(ignored, ignoredLine(ignored.text, suggest(ignored.text)))] : [];
    if (!used)
        return { findings: [...findings, at(top, noPin(file.path, suggest(ignored?.text)))] };
    if (second)
        findings.push(at(second, severalPins(used.text)));
    const pin = toPin(used);
    const instead = plainVersion(pin.version, accepted) ?? suggest(pin.text);
    const { findings: own, isFinal } = judgePin({ ...pin, instead });
    findings.push(...own.map((finding) => at(used, finding)));
    if (pin.version && !isFinal) {
        const pinned = { version: pin.version, place: `${file.path}:${pin.line}`, minor: minorOf(pin.text) };
        const conflict = judgeVersion(pinned, readable);
        findings.push(...invalid, ...(conflict ? [at(used, conflict)] : []));
    }
    return { findings, pin };
}
function notUtf8(path) {
    const message = `${path} is not valid UTF-8; uv cannot read it`;
    return (0,findings_finding/* error */.z3)('encoding', message, 'Save the file as UTF-8 and commit it.');
}
function byteOrderMark(path) {
    const fault = `${path} starts with a byte order mark; uv would ignore the version on line 1`;
    const message = `${fault}. Save it as UTF-8 without BOM`;
    return (0,findings_finding/* error */.z3)('bom', message, 'Save the file as UTF-8 without BOM and commit it.');
}
function ignoredLine(text, version) {
    const message = `uv ignores '${(0,findings_text/* quote */.hD)(text)}' (not a Python request)`;
    return (0,findings_finding/* warning */.$e)('line-ignored', message, hintFor(trimBlanks(text), version));
}
function noPin(path, version) {
    const message = `${path} pins no Python: uv would fall back to any default Python without looking at requires-python`;
    return (0,findings_finding/* error */.z3)('no-pin', message, pinRemedy(version));
}
function severalPins(first) {
    const message = `Only the first version (${(0,findings_text/* quote */.hD)(first)}) is used; some servers reject the file`;
    return (0,findings_finding/* warning */.$e)('multiple-pins', message, 'Leave one version in the file.');
}
function toPin({ text, line, request }) {
    const trimmed = trimBlanks(text);
    const version = requestedVersion(request);
    // uv's canonical form of a range forgets the build variant.
    const isLossy = version?.kind === 'range' && version.variant !== 'default';
    const python = isLossy ? trimmed : formatPythonRequest(request);
    return { text: trimmed, line, request, python, ...(version && { version }) };
}
/** The X.Y or X.Y.Z that a request names without all that makes it special, if the specifiers accept any such Python. */
function plainVersion(version, specifiers) {
    if (version?.kind !== 'release')
        return undefined;
    const [major, minor] = version.release;
    if (major !== 3 || minor === undefined || unsupportedReason({ ...version, variant: 'default' }))
        return undefined;
    return findFit(version, specifiers).verdict === 'none' ? undefined : version.release.join('.');
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/image.ts



/** The platform's machines; its image of 2026-10-09 has this uv (Clever Cloud's changelog). */
const SERVER = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.28', uv: '0.12.21' };
/** The values of CC_PYTHON_VERSION (Clever Cloud's documentation, "Python"); any other stops a deployment. */
const VERSIONS = ['3.9', '3.10', '3.11', '3.12', '3.13', '3.14'];
const ACCEPTED = ['2', '3', ...VERSIONS];
const VERSION_FILE = 'clevercloud/python_version';
const VARIABLE = 'CC_PYTHON_VERSION';
/**
 * The Python that the platform is to select: that of the pin. With another one, uv downloads the pinned Python itself, into a folder
 * that the platform does not keep with the build.
 */
function selectPython(project, env) {
    const findings = [];
    const pin = project.pin && checkPin({ path: project.pin.shown, bytes: project.pin.bytes }, []).pin;
    const [major, minor] = pin?.version?.kind === 'release' ? pin.version.release : [];
    const pinned = major !== undefined && minor !== undefined ? `${major}.${minor}` : undefined;
    const judge = (value, what, remedy, place) => {
        const said = `${what} selects Python '${(0,findings_text/* quote */.hD)(value)}'`;
        if (!ACCEPTED.includes(value)) {
            const known = `Clever Cloud has ${VERSIONS[0]} to ${VERSIONS.at(-1)}, and stops the deployment.`;
            findings.push((0,findings_finding/* error */.z3)('image-python', `${said}, which is not there: ${known}`, remedy, place));
        }
        else if (pinned !== undefined && value !== pinned && !pinned.startsWith(`${value}.`)) {
            const why = `uv then downloads the pinned one at the build, and it may be gone when the app restarts from the cache.`;
            const message = `${said}; ${project.pin?.shown} pins ${pinned}: ${why}`;
            findings.push((0,findings_finding/* warning */.$e)('image-python-differs', message, remedy, place));
        }
    };
    const set = env.get(VARIABLE);
    const instead = pinned !== undefined && VERSIONS.includes(pinned) ? pinned : undefined;
    if (set !== undefined) {
        judge(set.trim(), VARIABLE, `Take ${VARIABLE} out of the input 'env': it is set from .python-version.`, {});
    }
    const file = project.read(VERSION_FILE);
    if (file !== undefined && 'level' in file)
        findings.push(file);
    else if (file !== undefined) {
        const remedy = `Remove the file, or write ${instead ?? VERSIONS.at(-1)} in it.`;
        judge(file.text.trim(), file.shown, remedy, { file: file.shown, line: 1 });
    }
    else if (set === undefined && pinned !== undefined && instead === undefined && pin) {
        const message = `The image of Clever Cloud has no Python ${pinned}: uv downloads it at the build, and it may be gone when the app restarts from the cache.`;
        const remedy = `Pin one of ${VERSIONS.join(', ')}, such as by \`uv python pin ${VERSIONS.at(-1)}\`.`;
        findings.push((0,findings_finding/* warning */.$e)('image-python-differs', message, remedy, { file: project.pin?.shown, line: pin.line }));
    }
    return { findings, env: set === undefined && instead !== undefined ? { [VARIABLE]: instead } : {} };
}

;// CONCATENATED MODULE: ./src/project/packaging/requirement.ts
/** Dependency specifiers (PEP 508) as they stand in pyproject.toml. */

/** Each blank has one place in these where it can stand: no text makes them try for long. */
const requirement_NAME = /^\s*([a-z0-9][a-z0-9._-]*)\s*/i;
const EXTRAS = /^\[([^\]]*)\]\s*/;
const BRACKETED = /^\(([^()]*)\)\s*(?:;(.*))?$/s;
const requirement_BARE = /^([^;@()]*)(?:;(.*))?$/s;
/** Reads `name[extra]>=1; marker` or `name @ url`; `undefined` when uv could not read it. */
function parseRequirement(text) {
    const [start = '', name = ''] = requirement_NAME.exec(text) ?? [];
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
    const [, versions, marker] = BRACKETED.exec(rest) ?? requirement_BARE.exec(rest) ?? [];
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
    const specifiers = parseSpecifiers(text);
    return isRefused(specifiers) ? undefined : [...new Set(formatSpecifiers(specifiers).split(', '))].join(', ');
}

;// CONCATENATED MODULE: ./src/project/lock/packages.ts
/** The packages of a uv.lock as values; what is not of the right kind is left out, since uv itself ignores unknown keys. */


const SOURCE_KINDS = ['registry', 'git', 'url', 'path', 'directory', 'editable', 'virtual'];
/** The packages in the order of the lock. */
function lockedPackages(lock) {
    const list = Array.isArray(lock.data.package) ? 'package' : 'distribution';
    return tables(lock.data[list]).map((table, index) => ({
        key: `${list}.${index}`,
        name: normalName(packages_text(at(table, 'name')) ?? ''),
        version: packages_text(at(table, 'version')),
        source: toSource(at(table, 'source')),
        markers: strings(at(table, 'resolution-markers')),
        dependencies: toDependencies(at(table, 'dependencies')),
        extras: toMap(at(table, 'optional-dependencies')),
        groups: toMap(at(table, 'dev-dependencies') ?? at(table, 'dependency-groups')),
        sdist: toSdist(at(table, 'sdist')),
        wheels: tables(at(table, 'wheels')).flatMap((wheel) => fileName(wheel) ?? []),
        metadata: at(table, 'metadata'),
    }));
}
/** A package as people name it: `numpy 2.1.0`. */
const packageName = ({ name, version }) => version === undefined ? name : `${name} ${version}`;
const tables = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
const packages_text = (value) => (typeof value === 'string' ? value : undefined);
function toDependencies(value) {
    return tables(value).map((table) => ({
        name: normalName(packages_text(at(table, 'name')) ?? ''),
        version: packages_text(at(table, 'version')),
        source: toSource(at(table, 'source')),
        extras: strings(at(table, 'extra')).map(normalName),
        marker: packages_text(at(table, 'marker')),
    }));
}
/** Groups or extras with what each asks for. */
function toMap(value) {
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return new Map(entries.map(([name, list]) => [normalName(name), toDependencies(list)]));
}
function toSource(value) {
    for (const kind of SOURCE_KINDS) {
        const place = packages_text(at(value, kind));
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
    const place = packages_text(filename) ?? packages_text(url) ?? packages_text(file) ?? '';
    if (place === '')
        return undefined;
    const path = place.includes('#') || place.includes('?') ? place.replace(/[#?].*$/s, '') : place;
    return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

;// CONCATENATED MODULE: ./src/project/lock/graph.ts

/** Takes every marker to hold: what one machine skips, another needs. */
const EVERYWHERE = () => () => true;
/** The packages that a root brings along on any machine, itself first. Empty when the lock does not list it. */
const broughtAlong = (lock, root) => [
    ...reach({ packages: lockedPackages(lock), roots: [root], asked: [], judge: EVERYWHERE }).keys(),
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

;// CONCATENATED MODULE: ./src/project/lock/roots.ts



function rootsOf(lock, pyproject, members) {
    const own = pyproject && memberName(pyproject);
    if (own !== undefined)
        return { names: [own], groups: new Map() };
    return {
        names: members.map((file) => memberName(file) ?? ''),
        groups: toMap(at(lock.data, 'manifest', 'dependency-groups')),
    };
}
const memberName = (file) => {
    const name = packages_text(at(file.data, 'project', 'name'));
    return name === undefined ? undefined : normalName(name);
};
/** `[tool.uv] default-groups`, else the group dev. */
function defaultGroups(file) {
    const named = at(file?.data, 'tool', 'uv', 'default-groups');
    if (named === 'all')
        return [...groupNames(file)];
    return Array.isArray(named) ? strings(named).map(normalName) : ['dev'];
}
/** The dependency groups that a pyproject.toml defines. */
function groupNames(file) {
    const names = Object.keys(at(file?.data, 'dependency-groups') ?? {}).map(normalName);
    return new Set(at(file?.data, 'tool', 'uv', 'dev-dependencies') === undefined ? names : [...names, 'dev']);
}

;// CONCATENATED MODULE: ./src/project/lock/required.ts




/** Sorts what uv.lock lists by who asks for it. */
function readRequired(project, installs) {
    const packages = project.lock ? lockedPackages(project.lock) : [];
    const reachedBy = (asked) => new Set([...reach({ packages, roots: [], asked, judge: EVERYWHERE }).keys()].map(({ name }) => name));
    if (installs.requirements) {
        const { file, names } = installs.requirements;
        const installed = new Set([...names, ...reachedBy(names.map(plain))]);
        const locked = new Set(packages.map(({ name }) => name));
        const why = { kind: 'requirements', name: file };
        const aside = new Map([...locked].filter((name) => !installed.has(name)).map((name) => [name, why]));
        return { installed, aside, isOpen: names.some((name) => !locked.has(name)) };
    }
    const { lock, pyproject, workspace } = project;
    const start = lock && rootsOf(lock, pyproject, workspace.members);
    const roots = packages.filter(({ name }) => start?.names.includes(name));
    const wanted = {
        group: [...(installs.defaultGroups ? defaultGroups(pyproject) : []), ...installs.groups.map(normalName)],
        extra: installs.extras.map(normalName),
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
const plain = (name) => ({
    ...{ name, extras: [] },
    ...{ version: undefined, source: undefined, marker: undefined },
});

;// CONCATENATED MODULE: ./src/project/source/readable.ts



/** More than anybody writes, or would want to be started from. */
const readable_LIMIT = 10_000_000;
/** `# -*- coding: latin-1 -*-` in the first two lines (PEP 263). */
const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*[-\w.]+/;
/** All three, in this order: a text about conflicts may show one of them. */
const CONFLICT = [/^<{7}(?: |\r?$)/m, /^={7}\r?$/m, /^>{7}(?: |\r?$)/m];
/** What makes it certain that the file to be started can't even be read. Nothing when there is no such file: others tell that. */
function checkSource(checkout, path) {
    const file = readBytes(checkout, path, readable_LIMIT);
    if (file === undefined)
        return [];
    if ('level' in file)
        return [file];
    const { shown } = file;
    const complain = (code, message, remedy, line = 1) => [
        (0,findings_finding/* error */.z3)(code, message, remedy, { file: shown, line }),
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
    if (typeof source !== 'string')
        return undefined;
    try {
        const read = readRegular(source, FILE_LIMIT);
        return 'bytes' in read ? read.bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/project/contract/run-command.ts


const server = (defaultHost, defaultPort, options = {}) => ({
    host: ['--host'],
    port: ['--port'],
    bind: [],
    defaultHost,
    defaultPort,
    ...options,
});
const BOUND = { host: [], port: [], bind: ['-b', '--bind'] };
const SHORT = { host: ['-h', '--host'], port: ['-p', '--port'] };
/** The options that say where it listens, and what each does without them: from its own documentation. */
const SERVERS = {
    uvicorn: server('127.0.0.1', 8000),
    hypercorn: server('127.0.0.1', 8000, BOUND),
    granian: server('127.0.0.1', 8000),
    // It goes by PORT, and then binds to all interfaces, when it is told nothing.
    gunicorn: server('0.0.0.0', 'PORT', BOUND),
    'flask run': server('127.0.0.1', 5000, SHORT),
    'fastapi dev': server('127.0.0.1', 8000),
    'fastapi run': server('0.0.0.0', 8000),
    'shiny run': server('127.0.0.1', 8000, SHORT),
    'streamlit run': server('0.0.0.0', 8501, { host: ['--server.address'], port: ['--server.port'] }),
    'waitress-serve': server('0.0.0.0', 8080, { bind: ['--listen'] }),
    daphne: server('127.0.0.1', 8000, { host: ['-b', '--bind'], port: ['-p', '--port'] }),
    'panel serve': server('localhost', 5006, { host: ['--address'] }),
    'bokeh serve': server('localhost', 5006, { host: ['--address'] }),
};
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/i;
/** Whether the server that a command starts will be where the platform looks for it. A command of another kind is not judged. */
function judgeRunCommand(command) {
    const words = (command.text.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
    const findings = [];
    const { file, line } = command;
    const complain = (code, message, remedy) => findings.push((0,findings_finding/* error */.z3)(code, message, remedy, { ...(file && { file }), ...(line && { line }) }));
    if (!command.hasShell && /\$\{?\w/.test(command.text)) {
        const message = `The run command '${(0,findings_text/* quote */.hD)(command.text, 120)}' names a variable, but no shell runs it: it stays as it is written.`;
        complain('command-variable', message, `Write the number instead: ${command.port}.`);
        return findings;
    }
    const found = serverIn(words);
    if (found === undefined)
        return findings;
    const { name, server, options } = found;
    const bind = optionIn(options, server.bind);
    const [, bindHost, bindPort] = /^(.*?)(?::([^:\]]*))?$/.exec(bind ?? '') ?? [];
    const isConfigured = command.configured?.includes(name.split(' ')[0] ?? '') ?? false;
    const host = (bindHost || optionIn(options, server.host)) ?? (isConfigured ? '' : server.defaultHost);
    const port = (bindPort || optionIn(options, server.port)) ?? (isConfigured ? '' : String(server.defaultPort));
    const wanted = bind === undefined && server.host.length > 0 ? `${server.host.at(-1)} 0.0.0.0` : `--bind 0.0.0.0:${command.port}`;
    if (LOOPBACK.test(host)) {
        const message = `${name} listens on ${(0,findings_text/* quote */.hD)(host)} with this run command, which only the machine itself reaches.`;
        complain('command-host-local', message, `Add \`${wanted}\` to the command.`);
    }
    if (/^\d+$/.test(port) && Number(port) !== command.port) {
        const message = `${name} listens on port ${port} with this run command; the platform looks for it on port ${command.port}.`;
        const option = server.port.at(-1);
        complain('command-port', message, `Write \`${option ? `${option} ${command.port}` : wanted}\` in the command.`);
    }
    return findings;
}
/** The first word that starts a server, however it is started (`uv run`, `python -m`, a path), and what comes behind it. */
function serverIn(words) {
    for (const [index, word] of words.entries()) {
        const program = word.slice(word.lastIndexOf('/') + 1);
        const rest = words.slice(index + 1);
        const simple = SERVERS[program];
        if (simple)
            return { name: program, server: simple, options: rest };
        const name = Object.keys(SERVERS).find((known) => {
            const [first, second = ''] = known.split(' ');
            return first === program && rest.includes(second);
        });
        const known = name === undefined ? undefined : SERVERS[name];
        if (name !== undefined && known)
            return { name, server: known, options: rest };
    }
    return undefined;
}
function optionIn(words, names) {
    for (const [index, word] of words.entries()) {
        if (names.includes(word))
            return words[index + 1];
        const name = names.find((option) => option.startsWith('--') && word.startsWith(`${option}=`));
        if (name !== undefined)
            return word.slice(name.length + 1);
        const short = names.find((option) => /^-[a-z]$/.test(option) && word.startsWith(option));
        if (short !== undefined)
            return word.slice(short.length).replace(/^=/, '');
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/project/imports/local-modules.ts
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
        find: (dotted, roots) => {
            // Which of the folders Python really looks in is not known for sure: any of them will do.
            const all = roots.map((root) => findIn(index, root, dotted.split('.')));
            const best = (fits) => all.find(fits);
            return (best(({ is }) => is === 'found') ??
                best((local) => local.is === 'incomplete' && !local.isNamespace) ??
                best(({ is }) => is !== 'absent') ?? { is: 'absent' });
        },
        otherCase: (folder, name) => {
            const entries = [...(modules.get(folder)?.keys() ?? []), ...(folders.get(folder) ?? [])];
            return entries.find((entry) => entry !== name && entry.toLowerCase() === name.toLowerCase());
        },
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/run-command.ts

/** What a shell alone understands. */
const SHELL = /&&|\|\||[|;<>`]|\$\(|(?:^|\s)&(?:\s|$)|^\s*[A-Za-z_]\w*=\S*\s/;
const needsShell = (text) => SHELL.test(text);
/** Options of `uv run` that a value follows. */
const WITH_VALUE = new Set([
    ...['--cache-dir', '--config-file', '--directory', '--env-file', '--extra', '--group', '--index', '--no-extra'],
    ...['--no-group', '--only-group', '--package', '--project', '--python', '-p', '--with', '-w', '--with-editable'],
    ...['--with-requirements'],
]);
/** Reads a command that no shell runs. A text without a program in it has an empty one. */
function readRunCommand(text, place = {}) {
    let words = text.trim().split(/\s+/);
    const uvOptions = [];
    const isUv = words[0] === 'uv' && words[1] === 'run';
    if (isUv) {
        words = words.slice(2);
        while (words[0]?.startsWith('-') && !['-m', '--module', '--script', '-s'].includes(words[0])) {
            const [option = '', value = ''] = words;
            const hasValue = WITH_VALUE.has(option);
            words = words.slice(hasValue ? 2 : 1);
            if (option === '--')
                break;
            uvOptions.push(option, ...(hasValue ? [value] : []));
        }
        // uv takes a module or a file without its interpreter.
        if (words[0] === '-m' || words[0] === '--module')
            words = ['python', '-m', ...words.slice(1)];
        else if (words[0] === '--script' || words[0] === '-s')
            words = ['python', ...words.slice(1)];
        else if (words[0]?.endsWith('.py'))
            words = ['python', ...words];
    }
    const [first = '', ...rest] = words;
    const inVenv = /^(?:\.\/)?\.venv\/bin\/(.+)$/.exec(first)?.[1];
    const name = inVenv ?? first;
    const isModule = isPython(name) && rest[0] === '-m';
    const program = isModule ? (rest[1] ?? '') : name;
    const args = isModule ? rest.slice(2) : rest;
    return {
        ...{ text: text.trim(), ...place, by: isUv ? 'uv' : inVenv === undefined ? 'name' : 'venv' },
        ...{ uvOptions, program, isModule, args, entry: entryOf(program, isModule, args) },
    };
}
const isPython = (program) => /^python(?:3(?:\.\d+)?)?$/.test(program);
/** Servers that load `module:object`. */
const LOADERS = ['uvicorn', 'hypercorn', 'granian', 'daphne', 'gunicorn', 'waitress-serve', 'waitress'];
const STARTERS = ['streamlit', 'shiny', 'panel', 'bokeh', 'fastapi', 'gradio'];
const OBJECT = /^([A-Za-z_][\w.]*):([A-Za-z_][\w.]*(?:\(\))?)$/;
function entryOf(program, isModule, args) {
    const spelt = (word) => {
        if (word?.endsWith('.py'))
            return { file: word.replace(/^(?:\.\/)+/, '') };
        const [, module, object] = OBJECT.exec(word ?? '') ?? [];
        return module === undefined || object === undefined ? undefined : { module, object };
    };
    if (LOADERS.includes(program))
        return spelt(args.find((word) => OBJECT.test(word)));
    if (program === 'flask') {
        const index = args.findIndex((word) => word === '--app' || word === '-A' || word.startsWith('--app='));
        const word = args[index]?.startsWith('--app=') ? args[index]?.slice(6) : index < 0 ? undefined : args[index + 1];
        return spelt(word) ?? (word && /^[A-Za-z_][\w.]*$/.test(word) ? { module: word } : undefined);
    }
    if (STARTERS.includes(program))
        return spelt(args.find((word) => spelt(word)));
    if (isPython(program))
        return spelt(args.find((word) => word.endsWith('.py')));
    return isModule && /^[A-Za-z_][\w.]*$/.test(program) ? { module: program } : undefined;
}
/** The same command for a process on this machine, with its environment and a port of its own. */
function launchOf({ by, program, isModule, args }, port, env, place) {
    const named = new RegExp(`\\b${port}\\b`, 'g');
    const moved = (text) => text.replace(named, String(place.port));
    const isOwn = by === 'name' && program.includes('/');
    const path = isPython(program) ? place.python : isOwn ? program : (0,external_node_path_.join)((0,external_node_path_.dirname)(place.python), program);
    return {
        command: isModule ? [place.python, '-m', program, ...args.map(moved)] : [path, ...args.map(moved)],
        env: {
            ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, moved(value)])),
            PORT: String(place.port),
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/contract.ts



/** The dependency group that the platform's `--no-dev` leaves out. */
const contract_DEV = 'dev';
/** What `uv sync` installs there: all default groups, `dev` only where `ENVIRONMENT=development` (Clever Cloud's documentation). */
function installsOf({ pyproject }, isDevelopment) {
    const chosen = at(pyproject?.data, 'tool', 'uv', 'default-groups');
    const all = Object.keys(at(pyproject?.data, 'dependency-groups') ?? {});
    const groups = (chosen === 'all' ? all : strings(chosen)).filter((name) => name !== contract_DEV);
    return { defaultGroups: isDevelopment, groups, extras: [] };
}
/** Folders in which modules are looked for: the app's own, and `src` of a project that is installed from there. */
const contract_FOLDERS = ['', 'src'];
/** The file that the command starts: its path in the project; nothing where the command does not tell, or it is not there. */
function entryFile({ entry }, files) {
    if (entry?.file !== undefined)
        return files.some(({ path }) => path === entry.file) ? entry.file : undefined;
    if (entry?.module === undefined)
        return undefined;
    const modules = localModules(files.map(({ path }) => path));
    // A package is started by its `__main__`.
    const names = entry.object === undefined ? [`${entry.module}.__main__`, entry.module] : [entry.module];
    for (const name of names) {
        const local = modules.find(name, contract_FOLDERS);
        if (local.is === 'found')
            return local.files.at(-1);
    }
    return undefined;
}
const IN_EVENT_LOOP = ['uvicorn', 'hypercorn', 'granian', 'daphne'];
/** What follows for the source from the command, which starts `file`. */
function contractOf({ kind, command, env: own }, file, installs, { env, port }) {
    const { program, isModule, entry } = command;
    const isScript = isPython(program) || (isModule && !LOADERS.includes(program) && entry?.module === program);
    const isToldWhere = ['HOST', 'GRADIO_SERVER_NAME'].some((name) => env.has(name) || Object.hasOwn(own, name));
    const [object] = /^\w+/.exec(entry?.object ?? '') ?? [];
    return {
        ...{ file, installs, port, needsPublicHost: true },
        runsAsMain: isScript || program === 'streamlit',
        looksBesideOnly: isPython(program),
        hasPages: program === 'streamlit',
        listens: kind === 'app' && isScript && !isToldWhere,
        ...(object !== undefined && {
            app: {
                ...{ loader: program, names: [object], isSearched: false, isDocumented: true },
                inEventLoop: IN_EVENT_LOOP.includes(program),
            },
        }),
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/command-checks.ts








/** The package that brings a program of another name. */
const PROVIDERS = {
    ...{ uvicorn: 'uvicorn', gunicorn: 'gunicorn', hypercorn: 'hypercorn', granian: 'granian', daphne: 'daphne' },
    ...{ 'waitress-serve': 'waitress', waitress: 'waitress', flask: 'flask', streamlit: 'streamlit', shiny: 'shiny' },
    ...{ fastapi: 'fastapi-cli', panel: 'panel', bokeh: 'bokeh', gradio: 'gradio', celery: 'celery' },
};
/** What is wrong with the command that starts the app, at its line. A shell runs that of a task. */
function checkCommand(decided, subject) {
    const { command, kind } = decided;
    const { text } = command;
    const isShell = needsShell(text);
    if (kind === 'task' && isShell)
        return [];
    const { file, line } = command;
    const place = { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
    if (kind === 'app' && isShell) {
        const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' needs a shell, and Clever Cloud starts it without one.`;
        const remedy = 'Write one program with its arguments; put the other commands in CC_PRE_RUN_HOOK, or all of them in a script of the project that is executable.';
        return [(0,findings_finding/* error */.z3)('command-shell', message, remedy, place)];
    }
    const { port, env } = subject;
    const settled = { text, port, hasShell: kind === 'task', configured: configuredIn(command, env, subject.files) };
    return [
        ...(kind === 'task' ? [] : [...judgeRunCommand({ ...settled, ...place }), ...checkQuotes(text, place)]),
        ...checkSync(command, env, place),
        ...checkProgram(command, subject, place),
        ...checkEntry(command, subject, place),
    ];
}
/** Servers that have where to listen from a variable or a file of their own. */
function configuredIn({ program, args }, env, files) {
    const names = [...env.keys()];
    const has = (path) => files.some((file) => file.path === path);
    const prefixes = {
        uvicorn: 'UVICORN_',
        flask: 'FLASK_RUN_',
        granian: 'GRANIAN_',
        shiny: 'SHINY_',
        gunicorn: 'GUNICORN_',
        streamlit: 'STREAMLIT_SERVER_',
    };
    return [
        ...Object.entries(prefixes).flatMap(([server, prefix]) => names.some((name) => name.startsWith(prefix)) ? [server] : []),
        ...(has('.streamlit/config.toml') ? ['streamlit'] : []),
        ...(has('gunicorn.conf.py') ? ['gunicorn'] : []),
        ...(args.some((word) => /^(?:-c|--config(?:=.*)?)$/.test(word)) ? [program] : []),
    ];
}
function checkQuotes(text, place) {
    if (!/["'\\]/.test(text))
        return [];
    const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' has quotes, and how Clever Cloud splits such a command is not documented.`;
    return [(0,findings_finding/* warning */.$e)('command-quotes', message, 'Write words without quotes, or put the command in a script.', place)];
}
/** `uv run` brings the environment in step first: it would install the group `dev` at every start, over the network. */
function checkSync({ by, uvOptions, text }, env, place) {
    if (by !== 'uv' || uvOptions.includes('--no-sync') || env.has('UV_NO_SYNC'))
        return [];
    const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' has uv change the environment at each start: it installs the group dev too.`;
    return [(0,findings_finding/* warning */.$e)('command-sync', message, 'Write `uv run --no-sync`, or start the program in .venv/bin.', place)];
}
function checkProgram(command, { has, files, project }, place) {
    const { by, program, isModule, text } = command;
    if (by === 'name' && program.includes('/'))
        return checkScript(program, files, place);
    const provider = PROVIDERS[program];
    if (provider !== undefined && !has(provider)) {
        const message = `${(0,findings_text/* quote */.hD)(program)} is not there: no package that Clever Cloud installs brings it.`;
        const remedy = provider === 'fastapi-cli' ? 'Run `uv add "fastapi[standard]"`.' : `Run \`uv add ${provider}\`.`;
        return [(0,findings_finding/* error */.z3)('command-program', message, remedy, place)];
    }
    const scripts = at(project.pyproject?.data, 'project', 'scripts');
    if (isTable(scripts) && Object.hasOwn(scripts, program) && !isInstalled(project)) {
        const message = `${(0,findings_text/* quote */.hD)(program)} is one of [project.scripts], which uv does not make: the project is not installed, for it has no [build-system].`;
        return [
            (0,findings_finding/* error */.z3)('command-program', message, 'Run `uv init --package`, or add a [build-system]; then `uv lock`.', place),
        ];
    }
    if (by !== 'name' || !(provider !== undefined || isPython(program) || isModule))
        return [];
    const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' starts a program by its name, and Clever Cloud does not say that it looks in .venv/bin.`;
    const [first = ''] = text.split(/\s+/);
    return [(0,findings_finding/* warning */.$e)('command-path', message, `Write \`.venv/bin/${(0,findings_text/* quote */.hD)(first)}\`.`, place)];
}
/** As uv decides it. */
const isInstalled = ({ pyproject }) => at(pyproject?.data, 'build-system') !== undefined || at(pyproject?.data, 'tool', 'uv', 'package') === true;
function checkScript(program, files, place) {
    const path = program.replace(/^(?:\.\/)+/, '');
    // What is elsewhere on the machine is not ours to know.
    if (path.startsWith('/') || path.startsWith('../') || path.startsWith('.venv/'))
        return [];
    const script = files.find((file) => file.path === path);
    if (script?.executable)
        return [];
    const message = script
        ? `${(0,findings_text/* quote */.hD)(path, 120)} is not executable, so the run command can't start it.`
        : `${(0,findings_text/* quote */.hD)(path, 120)}, which the run command starts, does not exist.`;
    const remedy = script ? `Run \`git update-index --chmod=+x ${(0,findings_text/* quote */.hD)(path, 120)}\`, and commit.` : 'Correct the path.';
    return [(0,findings_finding/* error */.z3)('command-program', message, remedy, place)];
}
/** Whether the file or the module that is started is there; a module may come from a package, too. */
function checkEntry(command, { files, has }, place) {
    const { entry, text } = command;
    if (entry === undefined || entryFile(command, files) !== undefined)
        return [];
    const name = entry.file ?? entry.module ?? '';
    if (entry.file === undefined) {
        const modules = localModules(files.map(({ path }) => path));
        const [head = ''] = name.split('.');
        const local = modules.find(name, ['', 'src']);
        const isBroken = local.is === 'incomplete' && !local.isNamespace;
        if (!isBroken && (has(normalName(head)) || modules.hasAnywhere(head) || command.isModule))
            return [];
    }
    const what = entry.file === undefined ? 'module' : 'file';
    const message = `The ${what} ${(0,findings_text/* quote */.hD)(name, 120)}, which the run command '${(0,findings_text/* quote */.hD)(text, 120)}' starts, does not exist.`;
    const remedy = 'Correct it; the command is run in the folder of the project.';
    return [(0,findings_finding/* error */.z3)('entrypoint-missing', message, remedy, place)];
}

;// CONCATENATED MODULE: ./src/project/source/scan.ts
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
const scan_CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*([-\w.]+)/;
/**
 * The text of Python source: UTF-8, or what its first two lines declare (PEP 263). Nothing for what is no text. Of an encoding that
 * nobody here knows, the bytes are taken one by one, which leaves what is ASCII as it is.
 */
function decodePython(bytes) {
    if (bytes.includes(0))
        return undefined;
    const [, declared] = scan_CODING.exec(Buffer.from(bytes.subarray(0, 400)).toString('latin1')) ?? [];
    try {
        return new TextDecoder(declared?.replaceAll('_', '-') ?? 'utf-8').decode(bytes);
    }
    catch {
        return Buffer.from(bytes).toString('latin1');
    }
}

;// CONCATENATED MODULE: ./src/project/source/statements.ts

const statements_HEADER = /^(?:async[ \t]+)?(?:try|except|finally|else|elif|if|while|for|def|with|class|match|case)\b(?![ \t]*(?:=(?!=)|[.,)]))/;
/** `if __name__ == "__main__":` and nothing more, its string blank. */
const MAIN = /^if[ \t(]+(?:__name__[ \t]*==[ \t]*(["']) {8}\1|(["']) {8}\2[ \t]*==[ \t]*__name__)[ \t)]*:/;
const CHANGES_PATH = /\bsys[ \t]*\.[ \t]*(?:path|modules|meta_path)\b|\baddsitedir\b|\b__path__\b|\bfrom[ \t]+sys[ \t]+import\b[^\n]*\bpath\b/;
/** What starts a statement at the left edge can't be the rest of one whose bracket was never closed. */
const FRESH = /^(?:import|from|def|class|@|async def)\b[^,)]*$/;
/** Reads the import statements of Python source, whatever is around them. Broken code gives what can be seen. */
function readImports(source) {
    const code = blankStrings(source.replace(/^\ufeff/, ''));
    const statements = [];
    for (const { text, line, reach, isHeader } of withReach(logicalLines(code))) {
        if (isHeader)
            continue;
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
/** Every statement with how it is reached, headers of blocks (`if x:`) too. */
function* withReach(lines) {
    const blocks = [];
    for (const line of lines) {
        while ((blocks.at(-1)?.indent ?? -1) >= line.indent)
            blocks.pop();
        const around = blocks.at(-1)?.reach ?? 'always';
        const isHeader = statements_HEADER.test(line.text);
        if (isHeader)
            blocks.push({ indent: line.indent, reach: within(line.text, around) });
        yield { ...line, reach: around, isHeader };
    }
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

;// CONCATENATED MODULE: ./src/project/apps/frameworks.ts
const row = (makers, packages = []) => ({ makers, packages });
/** Kinds of apps. Of those that go by an import, the first counts: Panel is made of Bokeh. */
const frameworks_TABLE = {
    streamlit: row([], ['streamlit']),
    shiny: row(['shiny.App']),
    dash: row(['dash.Dash', 'dash.dash.Dash']),
    fastapi: row(['fastapi.FastAPI', 'fastapi.applications.FastAPI']),
    /** Other apps for ASGI servers. */
    asgi: row([
        ...['starlette.applications.Starlette', 'litestar.Litestar', 'litestar.app.Litestar', 'quart.Quart'],
        ...['quart.app.Quart', 'django.core.asgi.get_asgi_application', 'falcon.asgi.App'],
    ]),
    flask: row(['flask.Flask', 'flask.app.Flask']),
    /** Other apps for WSGI servers. */
    wsgi: row(['bottle.Bottle', 'falcon.App', 'django.core.wsgi.get_wsgi_application']),
    gradio: row([], ['gradio']),
    panel: row([], ['panel']),
    bokeh: row([], ['bokeh']),
};
const NAMES = Object.keys(frameworks_TABLE);
const BY_MAKER = new Map(NAMES.flatMap((name) => frameworks_TABLE[name].makers.map((maker) => [maker, name])));
const BY_PACKAGE = new Map(NAMES.flatMap((name) => frameworks_TABLE[name].packages.map((one) => [one, name])));
/** The framework whose app object a call gives: of `fastapi.FastAPI`. */
const frameworkOf = (maker) => BY_MAKER.get(maker);
/** The framework of a file that imports these modules, where that is enough to know. */
function importedFramework(modules) {
    for (const [name, framework] of BY_PACKAGE)
        if (hasPackage(modules, name))
            return { framework, name };
    return undefined;
}
/** Whether a file that imports these modules may make an app object of a framework. */
const mayMakeApps = (modules) => [...BY_MAKER.keys()].some((maker) => hasPackage(modules, maker.split('.')[0] ?? ''));
const hasPackage = (modules, name) => [...modules].some((module) => module === name || module.startsWith(`${name}.`));
/** What only a program that answers requests imports: web frameworks, and servers. Bokeh draws plots for others, too. */
const WEB = [
    ...[
        'aiohttp.web',
        'blacksheep',
        'bokeh.io.curdoc',
        'bokeh.server',
        'bottle',
        'chainlit',
        'cherrypy',
        'daphne',
        'dash',
    ],
    ...['django', 'falcon', 'fastapi', 'flask', 'gradio', 'granian', 'gunicorn', 'http.server', 'hypercorn', 'litestar'],
    ...['mesop', 'nicegui', 'panel', 'pyramid', 'quart', 'reflex', 'robyn', 'sanic', 'shiny', 'solara', 'starlette'],
    ...['streamlit', 'taipy.gui', 'tornado.httpserver', 'tornado.web', 'uvicorn', 'waitress', 'wsgiref.simple_server'],
];
/** The module that makes a file which imports these a web app, or a server, whatever it is. */
const webModule = (modules) => WEB.find((name) => hasPackage(modules, name));
/** Frameworks in one word, to look for in text before it is read in earnest. */
const MENTION = new RegExp(String.raw `\b(?:${[...new Set([...WEB, ...BY_MAKER.keys(), ...BY_PACKAGE.keys()].map((name) => name.split('.')[0]))].join('|')})\b`);

;// CONCATENATED MODULE: ./src/project/source/walk.ts
/** Longer paths and more alternatives mean nothing to anybody. */
const walk_LONGEST = 200;
const walk_MOST = 4;
const COMPREHENSION = /ComprehensionExpression$/;
const MAIN_TEST = /^[(\s]*(?:__name__\s*==\s*(["'])__main__\1|(["'])__main__\2\s*==\s*__name__)[)\s]*$/;
const MAYBE_BODIES = new Set(['WhileStatement', 'ForStatement', 'TryStatement', 'MatchClause']);
/** Their children are of no interest to them. */
const LOOSE = new Set(['Script', 'Body', 'StatementGroup', 'MatchBody']);
const scopeIn = (kind, parent) => ({
    ...{ kind, parent, names: new Map(), returns: [], globals: new Set() },
});
/** Reads a tree in one go over its nodes, however deep it is. `text` is what it was made of, byte for byte. */
function walkTree(tree, text) {
    const module = scopeIn('module');
    const walk = {
        ...{ text, bindings: [], calls: [], mentioned: new Set() },
        place: { scope: module, reach: 'always', isMain: false },
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
                walk.place = { ...walk.place, scope: own, reach: 'maybe' };
            frames.push({ type: name, from, place: walk.place, around, parts: [], ...(own && { own }) });
        },
        leave: ({ from, to }) => {
            const frame = frames.pop();
            if (frame === undefined)
                return;
            const above = frames.at(-1);
            walk.place = frame.place;
            const values = LEAVING[frame.type]?.({ ...frame, to }, walk, above) ?? walk_NOTHING;
            walk.place = frame.around;
            if (above && !LOOSE.has(above.type) && frame.type !== 'Comment')
                above.parts.push({ type: frame.type, from, to, values, parts: frame.parts });
        },
    });
    return { module, hasErrors, bindings: walk.bindings, calls: walk.calls, mentioned: walk.mentioned };
}
const walk_NOTHING = [];
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
    const maybe = place.reach === 'maybe' ? place : { ...place, reach: 'maybe' };
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
        return own ? { ...maybe, scope: own } : place;
    if (type === 'ClassDefinition')
        return own ? { ...place, scope: own } : place;
    if (type === 'WithStatement')
        return /\bsuppress\b/.test(text.slice(from, parts.at(-1)?.to)) ? maybe : place;
    if (type === 'IfStatement') {
        const [, test] = parts;
        const isMain = parts.length === 2 && test !== undefined && MAIN_TEST.test(text.slice(test.from, test.to));
        if (!isMain)
            return maybe;
        return { ...place, isMain, reach: place.reach === 'always' ? 'main' : 'maybe' };
    }
    return MAYBE_BODIES.has(type) ? maybe : place;
}
/** What is known of several alternatives. */
function union(...all) {
    const together = [...new Set(all.flatMap((part) => part?.values ?? []))];
    return together.length > walk_MOST ? walk_NOTHING : together;
}
const extended = (values, more) => values.map((value) => value + more).filter((value) => value.length <= walk_LONGEST);
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
function bind(walk, { from, to }, { by = 'other', values = [], annotation = [], own }) {
    const name = walk.text.slice(from, to);
    let { place } = walk;
    if (place.scope.globals.has(name)) {
        // When its function is called, and whether, is not in the text.
        let { scope } = place;
        while (scope.parent)
            scope = scope.parent;
        place = { ...place, scope, reach: 'maybe', isMain: false };
        if (by === 'value')
            values = [];
    }
    const binding = { name, from, place, by, values, annotation, ...(own && { own }) };
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
        const values = rest.length === 0 ? (source?.values ?? []) : [];
        for (const name of namesIn(target))
            bind(walk, name, isName ? { by: 'value', values, annotation } : {});
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
const leaveDefinition = (by) => ({ parts, own }, walk) => {
    const name = parts.find(({ type }) => type === 'VariableName');
    const annotation = parts.find(({ type }) => type === 'TypeDef')?.values ?? [];
    const bases = parts.find(({ type }) => type === 'ArgList')?.parts ?? [];
    const values = by === 'class' ? items(bases.slice(1, -1)).flatMap(([base]) => base?.values ?? []) : [];
    if (name)
        bind(walk, name, { by, values, annotation, ...(own && { own }) });
    return walk_NOTHING;
};
function record(walk, callee, from, list) {
    walk.calls.push({ callee, from, place: walk.place, args: list?.parts ?? [] });
}
const leaveComprehension = ({ parts }, walk) => {
    bindAll(walk, loopTargets(parts));
    return walk_NOTHING;
};
/** Statements that only bind. */
const binding = (bindIn) => ({ parts }, walk) => {
    bindIn(parts, walk);
    return walk_NOTHING;
};
/** What is done with a node once all below it is known. */
const LEAVING = {
    VariableName: ({ from, to }, { text, mentioned }, above) => {
        const name = text.slice(from, to);
        if (above?.type !== 'ImportStatement')
            mentioned.add(name);
        return [name];
    },
    MemberExpression: ({ parts: [object, dot, name] }, { text }) => object && name && dot?.type === '.' ? extended(object.values, `.${text.slice(name.from, name.to)}`) : walk_NOTHING,
    CallExpression: ({ parts: [callee, list], from }, walk) => {
        record(walk, callee?.values ?? [], from, list);
        return extended(callee?.values ?? [], '()');
    },
    Decorator: ({ parts }, walk) => {
        const list = parts.find(({ type }) => type === 'ArgList');
        const names = parts.filter(({ type }) => type === 'VariableName' || type === 'PropertyName');
        const dotted = names.map(({ from, to }) => walk.text.slice(from, to)).join('.');
        if (names[0] && list && dotted.length <= walk_LONGEST)
            record(walk, [dotted], names[0].from, list);
        return walk_NOTHING;
    },
    ParenthesizedExpression: ({ parts: [, inner] }) => inner?.values,
    AwaitExpression: ({ parts: [, inner] }) => inner?.values,
    ConditionalExpression: ({ parts: [first, , , , other] }) => union(first, other),
    BinaryExpression: ({ parts: [left, operator, right] }) => (operator?.type === 'or' ? union(left, right) : walk_NOTHING),
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
    ForStatement: binding((parts, walk) => bindAll(walk, loopTargets(parts))),
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
        for (const item of items(parts))
            bindAll(walk, item.filter(({ type }) => type === 'VariableName').slice(0, 1));
        return walk_NOTHING;
    },
    ReturnStatement: ({ parts: [, value, ...more] }, { place }) => {
        place.scope.returns.push((more.length === 0 && value?.values) || walk_NOTHING);
        return walk_NOTHING;
    },
    ScopeStatement: ({ parts: [kind, ...names] }, { place, text }) => {
        for (const { from, to } of kind?.type === 'global' ? names : [])
            place.scope.globals.add(text.slice(from, to));
        return walk_NOTHING;
    },
    ComprehensionExpression: leaveComprehension,
    ArrayComprehensionExpression: leaveComprehension,
    SetComprehensionExpression: leaveComprehension,
    DictionaryComprehensionExpression: leaveComprehension,
};

;// CONCATENATED MODULE: ./src/project/source/module.ts


/** Milliseconds. A megabyte of source takes one second; what takes longer is no source. */
const PATIENCE = 5000;
/** How many names deep a value is followed. */
const DEPTH = 8;
const EMPTY = { calls: [], bindings: [], hidesNames: true };
const HIDING = ['globals', 'locals', 'vars', 'exec', 'setattr', '__getattr__'];
/**
 * Reads the calls and the names in Python source. The parser is loaded here only: it costs more than reading a small file. Source
 * that it can't read at all has neither.
 */
async function readModule(text) {
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
    const code = blankStrings(source);
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
function moduleOf({ module, bindings, calls, mentioned, hasErrors }, source) {
    const lineOf = lineCounter(source);
    return {
        calls: calls
            .map((call) => callOf(call, source, lineOf))
            .filter(({ callee }) => callee !== '')
            .sort((one, other) => one.from - other.from)
            .map(({ from, ...call }) => call),
        bindings: bindings.map(({ name, from, place, by, values, annotation, own }) => ({
            ...{
                name,
                by,
                line: lineOf(from),
                in: place.scope !== module ? module_within(place.scope) : place.isMain ? 'main' : 'module',
            },
            values: by === 'import' ? values : by === 'value' ? values.map((value) => spell(value, place.scope)) : [],
            type: annotation.map((type) => spell(type, place.scope))[0],
            gives: own ? givenBy({ by, values, annotation, own }, place.scope) : [],
        })),
        hidesNames: hasErrors ||
            HIDING.some((name) => mentioned.has(name)) ||
            bindings.some(({ name }) => name === '*' || name === '__getattr__'),
    };
}
const module_within = (scope) => (scope.kind === 'class' ? 'class' : 'function');
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
        written: path ?? '',
        positional,
        keywords,
        isPartial,
        line: lineOf(from),
        reach: place.reach,
    };
}
/** What a string or a whole number in source stands for; nothing for any other expression. */
function literal(written) {
    if (written === undefined)
        return undefined;
    if (/^\d+$/.test(written))
        return Number(written);
    return /^[rbuRBU]?(['"])([^'"\\{]*)\1$/.exec(written)?.[2];
}

;// CONCATENATED MODULE: ./src/project/apps/objects.ts




/** From a call, over a factory in another module that is imported by way of its package, to a function that it calls. */
const HOPS = 6;
/** Knows the app objects in the files of a project, wherever they are made. Files are read when they are asked for, once. */
function appObjects(files) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const modules = localModules(files.map(({ path }) => path));
    const read = new Map();
    const moduleAt = (path) => {
        const file = byPath.get(path);
        const text = read.has(path) || file === undefined ? undefined : readSource(file);
        const module = read.get(path) ?? (text === undefined ? Promise.resolve(EMPTY) : readModule(text));
        read.set(path, module);
        return module;
    };
    /** The file of a module's name as it is written in another one. */
    const fileOf = (written, path) => {
        const dots = /^\.*/.exec(written)?.[0].length ?? 0;
        const around = path.split('/').slice(0, -Math.max(dots, 1)).join('/');
        const dotted = written.slice(dots);
        if (dotted === '')
            return [around === '' ? '__init__.py' : `${around}/__init__.py`].find((file) => byPath.has(file));
        const local = modules.find(dotted, dots > 0 ? [around] : [around, '', 'src']);
        return local.is === 'found' ? local.files.at(-1) : undefined;
    };
    /** Where a spelt-out name is bound, in this file or another of the project. */
    const placeOf = (spelt, path) => {
        const [, module = '', name = ''] = /^(\.*(?:[^.()]+\.)*)([^.()]+)$/.exec(spelt) ?? [];
        if (name === '')
            return undefined;
        const file = module === '' ? path : fileOf(/^\.+$/.test(module) ? module : module.slice(0, -1), path);
        return file === undefined ? undefined : { file, name };
    };
    /** What an expression gives: the framework, and what makes the object in the end. */
    const judge = async (value, path, hops = 0) => {
        const isCall = value.endsWith('()');
        const spelt = isCall ? value.slice(0, -2) : value;
        const framework = isCall ? frameworkOf(spelt) : undefined;
        if (framework)
            return { framework, maker: spelt };
        const place = hops < HOPS ? placeOf(spelt, path) : undefined;
        if (place === undefined)
            return undefined;
        const binding = bound(await moduleAt(place.file), place.name);
        for (const next of binding ? followed(binding, isCall) : []) {
            const made = await judge(next, place.file, hops + 1);
            if (made)
                return made;
        }
        return undefined;
    };
    const judgeBinding = async (binding, path, values) => {
        const { name, line } = binding;
        const found = [];
        for (const value of values) {
            const made = await judge(value, path);
            if (made)
                found.push({ path, name, line, framework: made.framework, why: reason(binding, value, made) });
        }
        return found;
    };
    const objectsIn = async (path) => {
        const { bindings } = await moduleAt(path);
        const found = [];
        for (const binding of bindings) {
            if (binding.by !== 'value' || binding.in !== 'module')
                continue;
            const typed = binding.type === undefined ? [] : [`${binding.type}()`];
            const objects = await judgeBinding(binding, path, binding.values);
            found.push(...(objects.length > 0 ? objects : await judgeBinding(binding, path, typed)));
        }
        return found;
    };
    return {
        objectsIn,
        async makersIn(path) {
            const { bindings } = await moduleAt(path);
            const makers = bindings.filter((one) => one.in === 'module' && (one.by === 'function' || one.by === 'class'));
            return (await Promise.all(makers.map((one) => judgeBinding(one, path, one.gives)))).flat();
        },
        async containedIn(path) {
            const { calls, bindings } = await moduleAt(path);
            const objects = await objectsIn(path);
            const contained = [];
            for (const { written, line, positional, keywords } of calls) {
                const outer = objects.find(({ name }) => MOUNTS.some((method) => written === `${name}.${method}`));
                // The server of a Dash app is not below it: they are one.
                const made = outer ?? objects.find((one) => one.line === line && one.framework !== 'dash');
                if (made === undefined)
                    continue;
                const words = new Set([...positional, ...keywords.values()].join(' ').match(/[\p{L}_][\p{L}\p{N}_]*/gu));
                for (const { name } of objects)
                    if (name !== made.name && words.has(name))
                        contained.push(`${path}:${name}`);
                for (const { name, by, values } of bindings) {
                    const place = by === 'import' && words.has(name) ? placeOf(values[0] ?? '', path) : undefined;
                    if (place)
                        contained.push(`${place.file}:${place.name}`);
                }
            }
            return contained;
        },
    };
}
const MOUNTS = ['mount', 'host'];
/** What a name of a module means to those who import it: what it was set to last. */
const bound = ({ bindings }, name) => bindings.findLast((binding) => binding.name === name && binding.in === 'module');
function followed({ by, values, gives }, isCall) {
    if (by === 'function' || by === 'class')
        return isCall ? gives : [];
    return by === 'import' || !isCall ? values.map((value) => (isCall ? `${value}()` : value)) : [];
}
function reason({ name, line, by }, value, { maker }) {
    if (by !== 'value')
        return `line ${line} defines ${name}, which gives ${maker}(\u2026)`;
    if (value === `${maker}()`)
        return `line ${line} sets ${name} = ${maker}(\u2026)`;
    const shown = value.endsWith('()') ? `${value.slice(0, -2)}(\u2026)` : value;
    return `line ${line} sets ${name} = ${shown}, which gives ${maker}(\u2026)`;
}

;// CONCATENATED MODULE: ./src/project/apps/shiny-express.ts
const MAGIC = /^#[ \t]*shiny_mode:[ \t]*(\S*)[ \t]*$/m;
const MAGIC_LIMIT = 1000;
/** A statement at the top level: what a function or a condition imports does not make the file an Express app. */
const START = String.raw `^(?:\S[^\n]*;[ \t]*)?`;
const IMPORTS = [
    String.raw `from[ \t]+shiny\.express[ \t]+import\b`,
    String.raw `from[ \t]+shiny[ \t]+import[^\n(]*\bexpress\b`,
    String.raw `from[ \t]+shiny[ \t]+import[ \t]*\([^)]*\bexpress\b`,
    String.raw `import[ \t]+(?:[^\n;]*,[ \t]*)?shiny\.express\b(?![.\w])`,
].map((statement) => new RegExp(START + statement, 'm'));
/**
 * What makes the text of a Python file a Shiny Express app: its magic comment, else an import of shiny.express, as shiny itself
 * decides (shiny/express/_is_express.py). `code` is the text with strings and comments blanked.
 */
function expressSign(text, code) {
    const mode = MAGIC.exec(text.slice(0, MAGIC_LIMIT))?.[1];
    if (mode === 'express')
        return 'its first lines say shiny_mode: express';
    return mode !== 'core' && IMPORTS.some((statement) => statement.test(code)) ? 'it imports shiny.express' : undefined;
}

;// CONCATENATED MODULE: ./src/project/apps/apps.ts






/** Places where an app does not live, though files there may look like one. */
const ASIDE = /(?:^|\/)(?:tests?|docs?|examples?|notebooks|scripts|migrations|pages|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/;
/** What tools load: test runners, build backends, task runners. */
const TOOL_FILE = /(?:^|\/)(?:conftest|fabfile|hatch_build|noxfile|pavement|setup|tasks)\.py$/;
const apps_DEPTH = 4;
const isToolFile = (path) => TOOL_FILE.test(path);
/** Where an app is looked for when nobody names one: Python files up to four folders deep, but for those of tests and tools. */
const mayBeApp = (path) => path.endsWith('.py') && !ASIDE.test(path) && !isToolFile(path) && path.split('/').length <= apps_DEPTH;
/** Names that an app or a script has by custom. */
const CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];
/** Looks for apps among the files of a project: in all of them, or in one that somebody names, wherever it is. */
async function findApps(files, only) {
    const objects = appObjects(files);
    const sources = files
        .filter(({ path }) => (only === undefined ? mayBeApp(path) : path === only))
        .map(readFile)
        .filter((source) => source !== undefined);
    const first = await Promise.all(sources.map((source) => apps_judge(source, objects)));
    const makers = first.flatMap(({ makers }) => makers);
    const second = await Promise.all(first.map((one) => judgeUser(one, makers, only !== undefined, objects)));
    const contained = new Set((await Promise.all(second.map(({ apps }) => containedBy(apps, objects)))).flat());
    const apps = second.flatMap((one) => outermost(one.apps, contained));
    return {
        apps,
        factories: second.flatMap((one) => (one.apps.length === 0 ? one.makers : [])),
        scripts: second.flatMap(({ source, apps }) => (apps.length === 0 ? (scriptIn(source) ?? []) : [])),
    };
}
function readFile(file) {
    const text = readSource(file);
    if (text === undefined)
        return undefined;
    const statements = MENTION.test(text) ? readImports(text).statements : [];
    const modules = statements.flatMap(({ module, names }) => [module, ...names.map((name) => `${module}.${name}`)]);
    return { path: file.path, text, modules: new Set(modules) };
}
async function apps_judge(source, objects) {
    const { path, text, modules } = source;
    const imported = importedFramework(modules);
    const byImport = imported && { path, framework: imported.framework, why: `it imports ${imported.name}` };
    // A Streamlit page may import anything.
    if (byImport?.framework === 'streamlit')
        return { source, apps: [byImport], makers: [] };
    const express = text.includes('shiny') ? expressSign(text, blankStrings(text)) : undefined;
    if (express)
        return { source, apps: [{ path, framework: 'shiny', why: express }], makers: [] };
    const mayMake = mayMakeApps(modules);
    const found = mayMake ? await objects.objectsIn(path) : [];
    const makers = mayMake ? await objects.makersIn(path) : [];
    if (found.length > 0)
        return { source, apps: found.map(appOf), makers };
    return { source, apps: byImport ? [byImport] : [], makers };
}
const appOf = ({ path, framework, name, why }) => ({ path, framework, object: name, why });
/** Looks once more at a file that mentions no framework, but something of another file that makes an app. */
async function judgeUser(judged, makers, isNamed, objects) {
    const { source, apps } = judged;
    if (apps.length > 0 || mayMakeApps(source.modules))
        return judged;
    if (!isNamed && !makers.some(({ name }) => source.text.includes(name)))
        return judged;
    const found = await objects.objectsIn(source.path);
    return { ...judged, apps: found.map(appOf) };
}
const containedBy = async (apps, objects) => {
    const [first] = apps;
    return first?.object === undefined ? [] : objects.containedIn(first.path);
};
/**
 * The apps of one file that nothing else answers for; of several, the one that servers look for. A Dash app and the Flask app that
 * is its server are one.
 */
function outermost(apps, contained) {
    const free = apps.filter(({ path, object }) => !contained.has(`${path}:${object}`));
    const names = new Set(free.map(({ object }) => object));
    if (names.size < 2)
        return distinct(free);
    const named = ['app', 'application'].find((name) => names.has(name));
    const frameworks = new Set(free.map(({ framework }) => framework));
    const isOne = frameworks.size === 2 && frameworks.has('dash') && frameworks.has('flask');
    if (named !== undefined)
        return distinct(free.filter(({ object }) => object === named));
    return distinct(isOne ? free.filter(({ framework }) => framework === 'dash') : free);
}
/** One of each framework and name. */
const distinct = (apps) => [
    ...new Map(apps.map((app) => [`${app.framework}:${app.object}`, app])).values(),
];
/** Strings are blank by then. */
const GUARD = /^if[ \t(]+(?:__name__[ \t]*==|(["']) +\1[ \t]*==[ \t]*__name__\b)/m;
/** A lone script may be meant; a module of a package is not. */
function scriptIn({ path, text, modules }) {
    if (path.includes('/') || path === '__init__.py')
        return undefined;
    const isRunnable = text.includes('__main__') && GUARD.test(blankStrings(text));
    if (!isRunnable && !CONVENTIONAL.includes(path))
        return undefined;
    const web = webModule(modules);
    return { path, why: isRunnable ? 'it has a __main__ guard' : 'its name says so', ...(web && { web }) };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/commands.ts
const commands_ALL = '0.0.0.0';
/** Behind the platform's proxy, the browser's origin is not the address that Streamlit sees. */
const STREAMLIT = '--server.headless=true --server.enableCORS=false --server.enableXsrfProtection=false --server.fileWatcherType=none --browser.gatherUsageStats=false';
/** The commands of each server, by the package that brings it, in the order in which they are taken. */
const ASGI = [
    [
        'uvicorn',
        (target, port, isFactory) => `uvicorn ${target}${isFactory ? ' --factory' : ''} --host ${commands_ALL} --port ${port}`,
    ],
    [
        'granian',
        (target, port, isFactory) => `granian --interface asgi${isFactory ? ' --factory' : ''} --host ${commands_ALL} --port ${port} ${target}`,
    ],
    ['hypercorn', (target, port, isFactory) => `hypercorn --bind ${commands_ALL}:${port} ${target}${isFactory ? '()' : ''}`],
];
const WSGI = [
    ['gunicorn', (target, port, isFactory) => `gunicorn --bind ${commands_ALL}:${port} ${target}${isFactory ? '()' : ''}`],
    [
        'waitress',
        (target, port, isFactory) => `waitress-serve --host ${commands_ALL} --port ${port}${isFactory ? ' --call' : ''} ${target}`,
    ],
    [
        'granian',
        (target, port, isFactory) => `granian --interface wsgi${isFactory ? ' --factory' : ''} --host ${commands_ALL} --port ${port} ${target}`,
    ],
];
/** The command that starts an app of a framework with what is locked, as the platform takes it: without a shell. */
function commandFor(subject, context) {
    const { path, framework } = subject;
    const { port } = context;
    const run = (command, env) => ({
        text: `.venv/bin/${command}`,
        ...(env && { env }),
    });
    switch (framework) {
        case 'fastapi':
        case 'asgi':
            return served(subject, context, ASGI) ?? { missing: 'uvicorn' };
        case 'flask':
            return served(subject, context, WSGI) ?? flask(subject, context);
        case 'wsgi':
            return served(subject, context, WSGI) ?? { missing: 'gunicorn' };
        case 'streamlit':
            return run(`streamlit run ${path} --server.address=${commands_ALL} --server.port=${port} ${STREAMLIT}`);
        case 'shiny':
            return run(`shiny run --host ${commands_ALL} --port ${port} ${path}`);
        case 'panel':
        case 'bokeh':
            return run(`${framework} serve ${path} --address ${commands_ALL} --port ${port} --allow-websocket-origin=*`);
        // Both read where to listen from variables when the code does not say.
        case 'dash':
            return run(`python ${path}`, { HOST: commands_ALL });
        case 'gradio':
            return run(`python ${path}`, { GRADIO_SERVER_NAME: commands_ALL, GRADIO_SERVER_PORT: String(port) });
    }
}
function served(subject, context, servers) {
    const server = servers.find(([name]) => context.has(name));
    if (server === undefined)
        return undefined;
    const { module, env } = commands_moduleOf(subject, context);
    const target = `${module}:${subject.object ?? 'app'}`;
    return { text: `.venv/bin/${server[1](target, context.port, subject.isFactory ?? false)}`, ...env };
}
function flask(subject, context) {
    const { module, env } = commands_moduleOf(subject, context);
    const target = `${module}:${subject.object ?? 'app'}${subject.isFactory ? '()' : ''}`;
    return {
        text: `.venv/bin/flask --app ${target} run --host ${commands_ALL} --port ${context.port}`,
        ...env,
        note: "That is Flask's development server, for neither gunicorn nor waitress is locked: `uv add gunicorn` brings one for production.",
    };
}
/** The name under which a file is imported. What is in `src` and not installed is looked for there. */
function commands_moduleOf({ path }, { isInstalled }) {
    const isBelow = path.startsWith('src/');
    const inside = isBelow ? path.slice('src/'.length) : path;
    const module = inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
    return { module, env: isBelow && !isInstalled ? { env: { PYTHONPATH: 'src' } } : {} };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/detect.ts








const FRAMEWORKS = [
    ...['fastapi', 'asgi', 'flask', 'wsgi', 'streamlit', 'dash', 'shiny', 'gradio', 'panel', 'bokeh'],
];
const CONTENT_TYPES = [...FRAMEWORKS, 'app', 'task'];
/** What other platforms call the same, so that a workflow can move here as it is. */
const detect_ALIASES = {
    ...{ 'fast-api': 'fastapi', 'python-fastapi': 'fastapi', 'python-api': 'wsgi', 'python-streamlit': 'streamlit' },
    ...{ 'python-dash': 'dash', 'shiny-py': 'shiny', 'python-shiny': 'shiny', 'python-gradio': 'gradio' },
    ...{ 'python-panel': 'panel', 'python-bokeh': 'bokeh', 'python-service': 'app', python: 'task' },
};
/** The command that somebody has written, else one that fits what the code is. Complaints go to `findings`. */
async function decide(subject, findings) {
    const { inputs, settings, env } = subject;
    const asked = detect_ALIASES[inputs.contentType] ?? inputs.contentType;
    if (asked !== '' && !CONTENT_TYPES.includes(asked)) {
        const meant = (0,nearest/* nearest */.p)(asked, CONTENT_TYPES);
        const message = `Clever Cloud has no content type '${(0,findings_text/* quote */.hD)(inputs.contentType)}'.`;
        const remedy = meant ? `Did you mean '${meant}'?` : `Use one of: ${CONTENT_TYPES.join(', ')}.`;
        findings.push((0,findings_finding/* error */.z3)('content-type', message, remedy));
        return undefined;
    }
    const isTask = asked === 'task' || env.get('CC_TASK') === 'true';
    const variable = (isTask && env.get('CC_RUN_COMMAND')) || env.get('CC_PYTHON_UV_RUN_COMMAND');
    const place = inputs.own['run-command'];
    const said = variable || settings.runCommand;
    if (!said)
        return detect(subject, asked, isTask, findings);
    const command = readRunCommand(said, variable || place === undefined ? {} : { file: place.file, line: place.line });
    const { file, module } = command.entry ?? {};
    return {
        ...{ kind: isTask ? 'task' : 'app', contentType: isTask ? 'task' : asked || 'app', command, env: {} },
        entrypoint: file ?? module ?? command.program,
        reasons: [`Run command, as ${variable ? 'the input env' : 'run-command'} says: ${(0,findings_text/* quote */.hD)(said, 400)}`],
    };
}
async function detect(subject, asked, isTask, findings) {
    const { inputs, files, project } = subject;
    const complain = (code, message, remedy) => {
        findings.push((0,findings_finding/* error */.z3)(code, message, remedy, { file: project.shown(`${project.dir}/pyproject.toml`) }));
        return undefined;
    };
    const named = namedEntry(inputs.entrypoint, files);
    if (inputs.entrypoint !== '' && named.path === undefined) {
        const message = `The entrypoint ${(0,findings_text/* quote */.hD)(inputs.entrypoint)} does not exist.`;
        return complain('entrypoint-missing', message, 'Name a file, or write module:object, such as main:app.');
    }
    const all = candidatesOf(await findApps(files, named.path), asked, isTask);
    const own = named.object === undefined ? all : all.map((one) => ({ ...one, object: named.object ?? '' }));
    const chosen = pick(own);
    if (chosen === undefined && own.length > 1) {
        const list = own.map(({ path, framework, why }) => `  ${(0,findings_text/* quote */.hD)(path, 200)}: ${framework} (${why})`);
        return complain('entrypoint-ambiguous', `Which of these is the app?\n${list.join('\n')}`, HOW);
    }
    if (chosen === undefined && (isTask || asked === 'app') && named.path !== undefined) {
        return scriptAt(named.path, isTask, 'as the inputs say');
    }
    if (chosen === undefined) {
        const where = named.path === undefined ? 'the project' : (0,findings_text/* quote */.hD)(named.path, 200);
        return complain('entrypoint-not-found', `No ${isTask ? 'task' : 'app'} was found in ${where}.`, HOW);
    }
    const { path, framework, why } = chosen;
    if (framework === 'script')
        return scriptAt(path, isTask || chosen.web === undefined, why);
    const isInstalled = at(project.pyproject?.data, 'build-system') !== undefined;
    const found = commandFor({ ...chosen, framework }, { ...subject, isInstalled });
    if ('missing' in found) {
        const place = { file: project.pyproject?.shown, line: project.pyproject?.lineOf('project.dependencies') };
        const message = `${(0,findings_text/* quote */.hD)(path, 200)} is an app for a server (${why}), and none that could start it is locked.`;
        findings.push((0,findings_finding/* error */.z3)('framework-not-locked', message, `Run \`uv add ${found.missing}\`, or set run-command.`, place));
        return undefined;
    }
    return {
        ...{ kind: 'app', contentType: framework, entrypoint: path, env: found.env ?? {} },
        command: readRunCommand(found.text),
        reasons: [
            `No run-command is set; ${path} is taken as ${framework}: ${why}.`,
            `Run command: ${found.text}`,
            ...(found.note ? [found.note] : []),
        ],
    };
}
const HOW = 'Set the input \'entrypoint\', or write under [tool.uv-deploy.clever-cloud]: run-command = ".venv/bin/uvicorn main:app --host 0.0.0.0 --port 8080" with your own program.';
function scriptAt(path, isTask, why) {
    const text = `.venv/bin/python ${path}`;
    return {
        ...{ kind: isTask ? 'task' : 'app', contentType: isTask ? 'task' : 'app', entrypoint: path, env: {} },
        command: readRunCommand(text),
        reasons: [
            `No run-command is set; ${path} is taken as ${isTask ? 'a task' : 'an app that listens by itself'}: ${why}.`,
            `Run command: ${text}`,
        ],
    };
}
/** The file of `main.py`, `main`, `main:app` or `shop.main:app`, and the object that is named. */
function namedEntry(entrypoint, files) {
    const [head = '', object] = entrypoint.replace(/^(?:\.\/)+/, '').split(':');
    if (head === '')
        return {};
    const has = (path) => files.some((file) => file.path === path);
    const local = localModules(files.map(({ path }) => path)).find(head.replaceAll('/', '.'), ['', 'src']);
    const path = has(head) ? head : local.is === 'found' ? local.files.at(-1) : undefined;
    return { ...(path !== undefined && { path }), ...(object !== undefined && { object }) };
}
/** Apps; without these, functions that make one, and scripts only where there is nothing else. A task is always a script. */
function candidatesOf({ apps, factories, scripts }, asked, isTask) {
    const isWanted = ({ framework }) => {
        // What only imports Bokeh may draw a plot and end.
        if (asked === '')
            return framework !== 'bokeh';
        return framework === asked || (asked === 'wsgi' && framework === 'flask');
    };
    const known = isTask || asked === 'app' ? [] : apps.filter(isWanted);
    if (known.length > 0)
        return known;
    const makers = isTask || asked === 'app' ? [] : factories.filter(isWanted);
    if (makers.length > 0)
        return makers.map((one) => ({ ...one, object: one.name, isFactory: true }));
    if (asked !== '' && asked !== 'app' && asked !== 'task')
        return [];
    return scripts
        .filter(({ web }) => (isTask ? web === undefined : asked !== 'app' || web !== undefined))
        .map((script) => ({
        ...script,
        framework: 'script',
        why: script.web ? `it imports ${script.web}` : script.why,
    }));
}
const detect_CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];
/** The one that stands out, or `undefined` when several could be meant: two frameworks, or two files whose names say nothing. */
function pick(candidates) {
    if (new Set(candidates.map(({ framework }) => framework)).size > 1)
        return undefined;
    if (candidates.length === 1)
        return candidates[0];
    const usual = candidates.filter(({ path }) => detect_CONVENTIONAL.includes(path.slice(path.lastIndexOf('/') + 1)));
    const depth = ({ path }) => path.split('/').length;
    const shallowest = Math.min(...usual.map(depth));
    const best = usual.filter((one) => depth(one) === shallowest);
    return best.length === 1 ? best[0] : undefined;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/platform-files.ts




const CRON_FILE = 'clevercloud/cron.json';
const FIELDS = /^\s*(?:[\d*,/A-Za-z-]+\s+){5}\S/;
/** What the files that Clever Cloud acts on do, of those that are deployed. */
function checkPlatformFiles(project, files, env) {
    const cron = files.some(({ path }) => path === CRON_FILE) ? project.read(CRON_FILE) : undefined;
    const findings = cron === undefined ? [] : 'level' in cron ? [cron] : checkCron(cron, files);
    const mise = files.find(({ path }) => path === 'mise.toml' || path === '.mise.toml');
    if (mise && env.get('CC_DISABLE_MISE') !== 'true') {
        const file = project.shown((0,external_node_path_.join)(project.dir, mise.path));
        const message = `Clever Cloud installs the tools of ${file} at each build; they may take the place of its own Python and uv.`;
        const remedy = "Set CC_DISABLE_MISE=true with the input 'env', or exclude the file.";
        findings.push((0,findings_finding/* warning */.$e)('mise-file', message, remedy, { file, line: 1 }));
    }
    return [...findings, ...checkPointers(project, files), ...checkMembers(project, files)];
}
/** A file of another shape stops the deployment (Clever Cloud's changelog of 2026-10-09); a line that is wrong, only its job. */
function checkCron(file, files) {
    const lineOf = (text) => Math.max(1, file.text.slice(0, file.text.indexOf(JSON.stringify(text)) + 1).split('\n').length);
    let jobs;
    try {
        jobs = JSON.parse(file.text);
    }
    catch {
        jobs = undefined;
    }
    if (!Array.isArray(jobs) || !jobs.every((job) => typeof job === 'string')) {
        const message = `${file.shown} is not a JSON array of texts, and Clever Cloud stops the deployment.`;
        const remedy = 'Write it as ["0 3 * * * $ROOT/jobs/nightly.sh"].';
        return [(0,findings_finding/* error */.z3)('cron-file', message, remedy, { file: file.shown, line: 1 })];
    }
    return jobs.flatMap((job) => {
        const place = { file: file.shown, line: lineOf(job) };
        if (!FIELDS.test(job)) {
            const message = `The job '${(0,findings_text/* quote */.hD)(job, 120)}' has not five fields and a command, so it never runs.`;
            const remedy = 'Write minute, hour, day, month and day of the week before the command; times are UTC.';
            return [(0,findings_finding/* warning */.$e)('cron-job', message, remedy, place)];
        }
        const path = /\$\{?ROOT\}?\/(\S+)/.exec(job)?.[1];
        const script = files.find((one) => one.path === path);
        if (path === undefined || script?.executable)
            return [];
        const message = `The job '${(0,findings_text/* quote */.hD)(job, 120)}' can't start ${(0,findings_text/* quote */.hD)(path, 120)}, which is ${script ? 'not executable' : 'not deployed'}.`;
        const remedy = script
            ? `Run \`git update-index --chmod=+x ${(0,findings_text/* quote */.hD)(path, 120)}\`, and commit.`
            : 'Correct the path.';
        return [(0,findings_finding/* warning */.$e)('cron-job', message, remedy, place)];
    });
}
const POINTER = 'version https://git-lfs.github.com/spec/v1';
/** What git-lfs itself takes for a pointer at most. */
const LARGEST_POINTER = 1024;
/** What stands for a large file when git-lfs was not at work at the checkout. Read only where the repository uses it. */
function checkPointers({ dir, checkout, shown, read }, files) {
    const uses = (text) => typeof text === 'string' && /\bfilter=lfs\b/.test(text);
    const names = files.filter(({ path }) => /(?:^|\/)\.gitattributes$/.test(path)).map(({ path }) => path);
    for (let up = '.gitattributes', folder = dir;; up = `../${up}`, folder = (0,external_node_path_.dirname)(folder)) {
        names.push(up);
        if (folder === checkout || folder === (0,external_node_path_.dirname)(folder))
            break;
    }
    const isUsed = names.some((name) => {
        const file = read(name);
        return file !== undefined && 'text' in file && uses(file.text);
    });
    if (!isUsed)
        return [];
    const pointers = files.filter(({ size, source }) => size < LARGEST_POINTER && typeof source === 'string' && isPointer(source));
    const [first] = pointers;
    if (first === undefined)
        return [];
    const more = pointers.length > 1 ? `, as ${pointers.length - 1} more are` : '';
    const message = `${(0,findings_text/* quote */.hD)(first.path, 120)} is only a pointer of git-lfs${more}: the app gets that text in place of the file.`;
    return [
        (0,findings_finding/* warning */.$e)('lfs-pointer', message, 'Give actions/checkout `lfs: true`.', {
            file: shown((0,external_node_path_.join)(dir, first.path)),
            line: 1,
        }),
    ];
}
function isPointer(path) {
    try {
        const handle = (0,external_node_fs_.openSync)(path, 'r');
        try {
            const bytes = Buffer.alloc(POINTER.length);
            (0,external_node_fs_.readSync)(handle, bytes, 0, bytes.length, 0);
            return bytes.toString('latin1') === POINTER;
        }
        finally {
            (0,external_node_fs_.closeSync)(handle);
        }
    }
    catch {
        return false;
    }
}
/** `uv sync --locked` compares the lock with the pyproject.toml of every member. */
function checkMembers({ dir, workspace, lock, shown }, files) {
    if (lock === undefined)
        return [];
    if (workspace.root !== dir) {
        const message = `${lock.shown} is that of the workspace around ${shown(dir)}: without the other members, \`uv sync --locked\` on Clever Cloud refuses it.`;
        const remedy = `Deploy from the workspace's root, with an 'entrypoint' or a run-command in ${shown(dir)}; or take the project out of the workspace and run \`uv lock\` in it.`;
        return [(0,findings_finding/* error */.z3)('lock-members', message, remedy, { file: lock.shown, line: 1 })];
    }
    const bundled = new Set(files.map(({ source }) => source));
    return workspace.members
        .filter(({ path }) => path !== (0,external_node_path_.join)(dir, 'pyproject.toml') && !bundled.has(path))
        .map((member) => {
        const message = `${member.shown} is left out of the bundle: without it, \`uv sync --locked\` on Clever Cloud refuses the lock.`;
        return (0,findings_finding/* error */.z3)('lock-members', message, 'Take it out of .gitignore and exclude.', { file: member.shown, line: 1 });
    });
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/request-flow.ts
/** The services in front of an app that a variable of theirs switches on. */
const SWITCHES = ['OTOROSHI_CHALLENGE_SECRET', 'CC_VARNISH_FILE', 'CC_REDIRECTIONIO_PROJECT_KEY'];
const VARNISH_FILE = 'clevercloud/varnish.vcl';
/**
 * The port that the app has to listen on, and why it is another one than 8080: with a service in front of it, that one has 8080
 * (Clever Cloud's documentation, "Request Flow"). `CC_REQUEST_FLOW` replaces what is detected. Variables of linked add-ons are
 * known to the server only.
 */
function requestFlow(env, hasVarnish) {
    const flow = env.get('CC_REQUEST_FLOW')?.trim();
    if (flow)
        return flow === 'disable' ? { port: 8080 } : { port: 9000, why: 'CC_REQUEST_FLOW is set' };
    const name = SWITCHES.find((one) => env.get(one));
    if (name)
        return { port: 9000, why: `${name} is set` };
    return hasVarnish ? { port: 9000, why: `there is a ${VARNISH_FILE}` } : { port: 8080 };
}

;// CONCATENATED MODULE: ./src/inputs/setting.ts



/** A text of some length, counted in characters. */
const setting_text = (description, least, most) => ({
    description,
    schema: { type: 'string', ...(least > 0 && { minLength: least }), maxLength: most },
    wanted: `a text of ${least} to ${most} characters`,
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
    fits: (value) => (0,units/* byteSize */.mz)(value) !== undefined,
    read: units/* byteSize */.mz,
});
const flag = (description) => ({
    description,
    schema: { type: 'boolean' },
    wanted: 'true or false',
    fits: (value) => typeof value === 'boolean',
});
const setting_texts = (description) => ({
    description,
    schema: { type: 'array', items: { type: 'string', minLength: 1 } },
    wanted: 'a list of texts',
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
});
const globs = (description) => {
    const list = setting_texts(description);
    return {
        description,
        schema: { type: 'array', maxItems: 1000, items: { type: 'string', minLength: 1, maxLength: 1000 } },
        wanted: 'a list of at most 1000 texts with at most 1000 characters each',
        fits: (value) => list.fits(value) && patternProblem(value) === undefined,
    };
};
/** Where a setting is written: in the table of the project, or of its app. */
const setting_placeOf = (own, key) => {
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
            findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, `Write ${wanted}.`, setting_placeOf(own, key)));
        }
    }
    return { values, findings };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/app-spec.ts
/** The names of sizes, from the smallest. */
const FLAVORS = ['pico', 'nano', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'];

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/settings.ts




const flavor = (description) => oneOf(description, ...FLAVORS);
/** The platform runs up to 40 instances of an app. */
const MOST_INSTANCES = 40;
const instances = (description) => ({
    description,
    schema: { type: 'integer', minimum: 1, maximum: MOST_INSTANCES },
    wanted: `a whole number from 1 to ${MOST_INSTANCES}`,
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MOST_INSTANCES,
});
const listOf = (description, form, wanted) => ({
    description,
    schema: { type: 'array', items: { type: 'string', pattern: form.source } },
    wanted,
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && form.test(item)),
});
/** A domain with at least one dot; a path may follow, which the platform routes by. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](?:\/[\w.~/-]*)?$/;
const settings_VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The keys of `[tool.uv-deploy.clever-cloud]` that only this platform knows. */
const SETTINGS = {
    owner: setting_text('The organisation that the app belongs to: its id, or its name.', 1, 256),
    zone: shaped('Where a new app is created.', /^[a-z]{2,20}$/, 'the name of a zone', 'par'),
    flavor: flavor('The size of every instance.'),
    'min-flavor': flavor('The smallest size that scaling may take.'),
    'max-flavor': flavor('The largest size that scaling may take.'),
    instances: instances('How many instances run.'),
    'min-instances': instances('The fewest instances.'),
    'max-instances': instances('The most instances.'),
    'build-flavor': flavor('The size of an instance of its own that builds the app.'),
    'zero-downtime': flag('Whether the old instances answer until the new ones do.'),
    'force-https': flag('Whether HTTP requests are redirected to HTTPS.'),
    'sticky-sessions': flag('Whether a visitor stays on one instance.'),
    'cancel-on-push': flag('Whether a deployment that is under way is cancelled by the next one.'),
    domains: listOf('Domains that the app is to have.', DOMAIN, 'a list of domains such as ["app.example.com"]'),
    'run-command': setting_text('The command that starts the app, without a shell; found in the code where it is not set.', 1, 4096),
    'params-as-env': flag('Whether each parameter of a run is a variable of its own, too.'),
    'preview-env': listOf('Variables of the step that previews get, too.', settings_VARIABLE, 'a list of names of variables such as ["API_URL"]'),
};
/** Reads the settings. Invalid ones are reported with their line and ignored. */
function readSettings(own) {
    const { values, findings } = checkSettings(SETTINGS, own, 'clever-cloud');
    const value = (key) => values.get(key);
    const flavors = rangeOf('flavor', values);
    const counts = rangeOf('instances', values);
    const isAbove = flavors.least !== undefined && flavors.most !== undefined && rank(flavors.least) > rank(flavors.most);
    if (isAbove)
        findings.push(above(own, 'flavor'));
    if ((counts.least ?? 0) > (counts.most ?? MOST_INSTANCES))
        findings.push(above(own, 'instances'));
    const buildFlavor = value('build-flavor');
    const zeroDowntime = value('zero-downtime');
    const forceHttps = value('force-https');
    const app = {
        ...{ minFlavor: flavors.least, maxFlavor: flavors.most, minInstances: counts.least, maxInstances: counts.most },
        ...{ buildFlavor, separateBuild: buildFlavor === undefined ? undefined : true },
        homogeneous: zeroDowntime === undefined ? undefined : !zeroDowntime,
        forceHttps: forceHttps === undefined ? undefined : forceHttps ? 'ENABLED' : 'DISABLED',
        stickySessions: value('sticky-sessions'),
        cancelOnPush: value('cancel-on-push'),
    };
    return {
        findings,
        settings: {
            owner: value('owner') ?? '',
            zone: value('zone') ?? '',
            app: Object.fromEntries(Object.entries(app).filter(([, one]) => one !== undefined)),
            domains: value('domains') ?? [],
            runCommand: value('run-command')?.trim(),
            paramsAsEnv: value('params-as-env') ?? false,
            previewEnv: value('preview-env') ?? [],
        },
    };
}
const rank = (flavor) => FLAVORS.indexOf(flavor);
/** The bounds of a setting: `min-\u2026` and `max-\u2026`, and the one that stands for both. */
const rangeOf = (key, values) => ({
    least: (values.get(`min-${key}`) ?? values.get(key)),
    most: (values.get(`max-${key}`) ?? values.get(key)),
});
function above(own, key) {
    const [low = key, high = key] = ['min', 'max'].map((end) => (own[`${end}-${key}`] ? `${end}-${key}` : key));
    const written = (name) => `${name} (${(0,findings_text/* quote */.hD)(String(own[name]?.value))})`;
    const message = `${written(low)} is above ${written(high)}.`;
    return (0,findings_finding/* error */.z3)('invalid-setting', message, `Make ${high} at least as large.`, setting_placeOf(own, low));
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/variables.ts

/** Variables of the platform's older way to run Python, without uv (Clever Cloud's documentation, "Python"). */
const IGNORED = /^(?:CC_PYTHON_(?:MODULE|BACKEND|MANAGE_TASKS|CELERY_\w+|USE_GEVENT)|CC_PIP_REQUIREMENTS_FILE|PYTHON_SETUP_PY_GOAL|STATIC_FILES_PATH|STATIC_URL_PREFIX|CC_HTTP_BASIC_AUTH(?:_\w+)?|CC_(?:GUNICORN|NGINX|UWSGI)_\w+|ENABLE_GZIP_COMPRESSION|GZIP_TYPES|HARAKIRI|UWSGI_\w+|WSGI_\w+|NGINX_\w+)$/;
const INSTEAD = {
    CC_PYTHON_MODULE: 'Remove it: run-command says what is started.',
    CC_PYTHON_BACKEND: 'Remove it: run-command says which server is started.',
    CC_PYTHON_MANAGE_TASKS: 'Write the commands in CC_PRE_RUN_HOOK, such as `.venv/bin/python manage.py migrate`.',
    STATIC_FILES_PATH: 'Let the app serve its static files, such as by WhiteNoise.',
    STATIC_URL_PREFIX: 'Let the app serve its static files, such as by WhiteNoise.',
};
/** What the variables of the step do there that is not meant. */
function checkVariables(env, { kind }) {
    const findings = [];
    for (const name of env.keys()) {
        if (!IGNORED.test(name))
            continue;
        const message = `${name} has no effect: Clever Cloud does not read it where uv installs the app.`;
        findings.push((0,findings_finding/* warning */.$e)('variable-ignored', message, INSTEAD[name] ?? "Remove it from the input 'env'."));
    }
    if (env.has('CC_PYTHON_UV_SYNC_FLAGS')) {
        const message = 'CC_PYTHON_UV_SYNC_FLAGS is not documented any more: the packages were tried out without it.';
        findings.push((0,findings_finding/* warning */.$e)('variable-ignored', message, "Remove it from the input 'env'."));
    }
    if (kind === 'app' && env.get('CC_RUN_COMMAND')) {
        const message = 'CC_RUN_COMMAND wins over the run command: Clever Cloud starts that one, which was not checked.';
        findings.push((0,findings_finding/* warning */.$e)('variable-wins', message, 'Remove it, and write the command as run-command.'));
    }
    const folder = env.get('APP_FOLDER')?.replace(/^(?:\.?\/)*|\/+$/g, '') ?? '';
    if (folder !== '' && folder !== '.') {
        const message = 'APP_FOLDER names a folder, and what is deployed is the folder of the project already: it is not found in there.';
        const remedy = "Remove APP_FOLDER from the input 'env', and set working-directory.";
        findings.push((0,findings_finding/* error */.z3)('variable-folder', message, remedy));
    }
    return findings;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/plan.ts

















/** Which app is meant: by its id, else by its owner and name. */
function identify(project, inputs) {
    const { settings, findings } = readSettings(inputs.own);
    const named = at(project.pyproject?.data, 'project', 'name');
    const name = inputs.name || (typeof named === 'string' ? named : (0,external_node_path_.basename)(project.dir));
    if (inputs.id !== '' && !isAppId(inputs.id)) {
        const message = `The id '${(0,findings_text/* quote */.hD)(inputs.id)}' is not one that Clever Cloud gives.`;
        const remedy = 'Copy it from the console (app_\u2026), or leave it out: the app is then found by its name.';
        findings.push((0,findings_finding/* error */.z3)('invalid-id', message, remedy));
    }
    const { owner, paramsAsEnv } = settings;
    return { identity: { id: inputs.id, name, slug: '', isNamed: inputs.name !== '', owner, paramsAsEnv }, findings };
}
/** Decides what the project will be on Clever Cloud, and checks what needs neither network nor uv. */
async function planApp(project, inputs, candidates) {
    const { identity, findings } = identify(project, inputs);
    const { settings } = readSettings(inputs.own);
    const env = new Map(inputs.env.map(({ name, value }) => [name, value]));
    const installs = installsOf(project, env.get('ENVIRONMENT') === 'development');
    const installed = project.lock && readRequired(project, installs).installed;
    const flow = requestFlow(env, (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, VARNISH_FILE)));
    const subject = {
        ...{ project, inputs, settings, env, port: flow.port, files: await candidates() },
        // Without a lock, which is an error of its own, nothing is missing in it.
        has: (name) => installed?.has(name) ?? true,
    };
    const decided = await decide(subject, findings);
    const python = selectPython(project, env);
    findings.push(...python.findings, ...checkVariables(env, decided ?? { kind: 'app' }));
    if (decided === undefined)
        return { findings };
    findings.push(...checkCommand(decided, subject));
    const { kind, command } = decided;
    const file = kind === 'task' && needsShell(command.text) ? undefined : entryFile(command, subject.files);
    if (file !== undefined)
        findings.push(...checkSource(project.checkout, (0,external_node_path_.join)(project.dir, file)));
    const spec = {
        ...{ id: identity.id, name: identity.name, isNamed: identity.isNamed ?? false, kind },
        ...{ owner: settings.owner, zone: settings.zone, settings: settings.app, domains: settings.domains },
        ...{ paramsAsEnv: settings.paramsAsEnv, previewEnv: settings.previewEnv },
        env: { ...decided.env, ...python.env, ...managed(decided, inputs, flow.port) },
    };
    const whyPort = flow.why === undefined ? [] : [`The app has to listen on port ${flow.port}: ${flow.why}.`];
    const start = file === undefined ? {} : { start: contractOf(decided, file, installs, subject) };
    return {
        findings,
        spec,
        plan: { ...makePlan(subject, decided, file, spec), ...start, reasons: [...decided.reasons, ...whyPort] },
    };
}
function makePlan(subject, decided, file, spec) {
    const { project, inputs, env, port } = subject;
    const { kind, command } = decided;
    const isDevelopment = env.get('ENVIRONMENT') === 'development';
    const paths = inputs.healthCheckPaths.length > 0 ? inputs.healthCheckPaths : ['/'];
    return {
        ...{ name: spec.name, kind, contentType: decided.contentType, entrypoint: decided.entrypoint },
        delivery: 'commit',
        // Clever Cloud's documentation, "Python with uv".
        install: { by: 'sync', flags: ['--locked', '--no-progress', ...(isDevelopment ? [] : ['--no-dev'])] },
        healthPaths: kind === 'app' ? paths : [],
        includes: () => true,
        includesExplicitly: () => false,
        added: requiredFiles(project),
        maxBundleSize: Number.POSITIVE_INFINITY,
        ...(!(kind === 'task' && needsShell(command.text)) && {
            launch: (place) => launchOf(command, port, decided.env, place),
        }),
        checkFiles: (files) => [...checkBundled(file, files, subject), ...checkPlatformFiles(project, files, env)],
    };
}
/** The variables that tell the platform what to do. */
function managed({ kind, command }, { healthCheckPaths }, port) {
    const paths = kind === 'app' ? healthCheckPaths : [];
    const [first = ''] = paths;
    const checks = paths.length > 1
        ? Object.fromEntries(paths.map((path, index) => [`CC_HEALTH_CHECK_PATH_${index}`, path]))
        : { ...(first !== '' && { CC_HEALTH_CHECK_PATH: first }) };
    return {
        // It chooses uv for the build of a task, too; the other one is what a task runs.
        CC_PYTHON_UV_RUN_COMMAND: command.text,
        ...(kind === 'task' && { CC_RUN_COMMAND: command.text }),
        ...(kind === 'app' && port !== 8080 && { PORT: String(port) }),
        ...checks,
    };
}
/** What uv needs at the bundle's root, from wherever it finds it in the checkout. */
function requiredFiles(project) {
    return [project.pyproject, project.lock, project.pin].flatMap((file) => file ? [{ path: (0,external_node_path_.basename)(file.path), source: file.path, size: (0,external_node_fs_.statSync)(file.path).size, executable: false }] : []);
}
function checkBundled(file, files, { project }) {
    if (file === undefined || files.some(({ path }) => path === file))
        return [];
    const message = `${(0,findings_text/* quote */.hD)(file, 120)}, which the run command starts, is left out of the bundle.`;
    const place = { file: project.shown((0,external_node_path_.join)(project.dir, file)) };
    return [(0,findings_finding/* error */.z3)('entrypoint-not-bundled', message, 'Check .gitignore, and include and exclude.', place)];
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/clever-cloud.ts







/** Clever Cloud: its apps are found by id, or by owner and name, and described in `[tool.uv-deploy.clever-cloud]`. */
const cleverCloud = {
    name: 'clever-cloud',
    markerFiles: ['.clever.json'],
    credentials: { token: 'CLEVER_TOKEN', secret: { env: 'CLEVER_SECRET', isRequired: true } },
    server: SERVER,
    words: { credential: WORDS.credential },
    settings: SETTINGS,
    defaultServer: 'https://api.clever-cloud.com',
    identify: async (project, inputs) => {
        const { identity, findings } = identify(project, inputs);
        return { identity: identity && ofVariant(identity, inputs.variant), findings };
    },
    open: (identity, access, deps) => {
        const { id, name, owner = '', paramsAsEnv = false } = identity;
        return openConnection({ id, name, owner, paramsAsEnv }, name, access, deps).connection;
    },
    plan: async (project, inputs, candidates) => {
        const { plan, spec, ...others } = await planApp(project, inputs, candidates);
        if (plan === undefined || spec === undefined)
            return others;
        const target = inputs.variant === '' ? spec : variantSpec(spec, inputs.variant);
        return {
            ...others,
            plan: {
                ...plan,
                name: target.name,
                open: async (access, deps, pullRequest) => openGateway(target, access, deps, pullRequest),
            },
        };
    },
};
const ofVariant = (identity, variant) => variant === '' ? identity : { ...identity, id: '', name: variantName(identity.name, variant), variant };

;// CONCATENATED MODULE: ./src/platforms/connect/api/address.ts




const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_GUID = new RegExp(`^${GUID}$`, 'i');
const PAGE = new RegExp(`^https?://.*?/(?:content|apps)/(${GUID})(?![\\w-])`, 'i');
/** The GUID of content: as it is, or out of the address of its page or of its dashboard. */
const guidIn = (id) => (PAGE.exec(id)?.[1] ?? id).toLowerCase();
/** What a server says of itself to everybody. */
const SETTINGS_PATH = '/__api__/server_settings';
/** Fields of it that servers have always had; one that hides its version may lack that. */
const address_SETTINGS = ['version', 'hostname', 'license', 'runtimes'];
/**
 * The address of the server itself, from that of one of its pages: the dashboard is below `/connect/`, content below `/content/`, and
 * the server may be below such a path, too. Asked is the address as it was written, then with less and less of its path, without the
 * credential: it only ever goes to an address that what was written begins with. Where no server answers, the address stays.
 */
async function locate(url, { http, clock, signal, say }) {
    const addresses = addressesIn(url);
    const [written = url, ...others] = addresses;
    if (others.length === 0)
        return written;
    const careful = (0,retry/* retrying */.R$)(http, clock, say);
    for (const address of addresses) {
        const asked = { method: 'GET', url: `${address}${SETTINGS_PATH}`, signal };
        const response = await careful({ ...asked, headers: { accept: 'application/json' } }).catch((error) => {
            if (error instanceof http_http/* NetworkError */.Dr)
                return undefined;
            throw error;
        });
        if (response === undefined)
            return written; // the first call with a step of its own says what is wrong
        if (isServer(response))
            return address;
    }
    return written;
}
/** Longest first. Below a page of content an app answers, which the key is not for. */
function addressesIn(url) {
    const { origin, pathname } = new URL(url);
    const segments = pathname.split('/').filter((segment) => segment !== '');
    const page = segments.findIndex((segment, index) => segment === 'content' && IS_GUID.test(segments[index + 1] ?? ''));
    const kept = page < 0 ? segments : segments.slice(0, page);
    return Array.from({ length: kept.length + 1 }, (_, cut) => [origin, ...kept.slice(0, kept.length - cut)].join('/'));
}
/** Whether an answer to the question for the settings is that of a Connect server. */
function isServer(response) {
    const settings = response.status === 200 ? (0,http_json/* jsonOf */.o_)(response) : undefined;
    return isTable(settings) && address_SETTINGS.filter((field) => Object.hasOwn(settings, field)).length > 1;
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/refusals.ts



const CREDENTIAL = {
    credential: 'API key',
    newCredential: 'Make a new key on this server (your name > Manage Your API Keys)',
};
const refusals_KEY = badCredential(CREDENTIAL);
const RIGHTS = refusal('forbidden', 'this key may not do that', "Use the key of the content's owner or of a collaborator, who has to be a publisher. With trusted publishing, check that the publisher belongs to this very content, and set 'id'.");
const MISSING = refusal('not-found', 'the server knows no such content', "Check 'id' and 'server'. Without an id, the content is found by its name, or created.");
const DAMAGED = refusal('upload-damaged', 'the bundle did not arrive as it was sent', 'Run the job again; if it stays so, look for a proxy that changes uploads.');
const VARIABLES = refusal('env-refused', 'the server does not take one of the variables', "Rename it or take it out of 'env'; Connect keeps some names for itself.");
const ACCESS = refusal('access-type-refused', 'the server does not allow this access type', 'Set another access-type under [tool.uv-deploy.connect], or leave it out.');
const TEXTS = refusal('text-length', 'the title or the description is too short or too long', 'A title has 3 to 1024 characters, a description at most 4096.');
const UNPACKED = refusal('bundle-unreadable', 'the server could not store or unpack the bundle', 'Run the job again; if it stays so, ask the people who run the server whether its disk is full.');
const VANITY = refusal('vanity-url-refused', 'the vanity URL is taken, or not permitted', 'Set another vanity-url under [tool.uv-deploy.connect], or ask an administrator who holds it.');
/** Connect's own error codes (the error table of its API reference) for which there is something better to say than the text. */
const BY_CODE = {
    2: refusal('not-supported', 'this server has no such call', "Check that 'server' is the address of Connect itself. If it is, the server is too old for what is asked of it."),
    3: refusal('invalid-id', 'the id is malformed', "Copy the GUID from the content's Info tab."),
    4: MISSING,
    5: refusal('invalid-name', 'the name is not one that Connect takes', 'Use 3 to 64 letters, digits, - and _.'),
    19: RIGHTS,
    20: RIGHTS,
    21: RIGHTS,
    22: RIGHTS,
    24: refusals_KEY,
    26: refusal('conflict', 'the owner of this key has other content of that name', "Choose another 'name', or set 'id'."),
    28: refusal('no-bundle', 'there is nothing to deploy', 'Deploy a bundle first.'),
    30: refusals_KEY,
    38: refusal('manifest-refused', 'the server can not read the manifest', 'Correct manifest.json, or delete it.'),
    48: refusal('content-type-changed', 'content keeps the type of its first deployment', "Give the new content another 'name', or correct content-type."),
    50: refusal('user-locked', 'the user of this key is locked', 'Use the key of another user, or have this one unlocked.'),
    51: VANITY,
    52: VANITY,
    65: refusal('license', "the server's licence has no APIs", 'Ask the people who run the server.'),
    104: DAMAGED,
    106: VARIABLES,
    108: VARIABLES,
    109: refusal('content-type-refused', 'the server does not run this type of content', 'Ask the people who run the server to allow it.'),
    110: refusal('content-type-changed', 'static content keeps the category of its first deployment', "Give the new content another 'name'."),
    117: ACCESS,
    118: ACCESS,
    121: refusal('not-supported', 'the server does not understand the request', 'A setting under [tool.uv-deploy.connect] may be newer than the server: leave it out, or have the server updated.'),
    122: TEXTS,
    123: TEXTS,
    125: DAMAGED,
    126: DAMAGED,
    134: UNPACKED,
    135: UNPACKED,
    141: refusal('task-lost', 'the server does not know the task that it has begun', 'Let the load balancer in front of Connect keep sessions together (sticky sessions), and run the job again.'),
    144: refusal('git-managed', 'the content is deployed from a git repository by the server itself', "Give the new content another 'name', or end the content's link to git on the server."),
    149: VARIABLES,
};
/** What Connect's refusals mean. */
const refusals_WORDS = {
    ...{ short: 'Connect', name: 'Posit Connect', api: '/__api__', foreignCode: 'not-connect', ...CREDENTIAL },
    judge: (response) => {
        const number = errorCode(response);
        return Object.hasOwn(BY_CODE, number) ? BY_CODE[number] : undefined;
    },
    details: (response) => {
        const number = errorCode(response);
        return number > 0 ? [`code ${number}`] : [];
    },
    byStatus: {
        403: RIGHTS,
        404: MISSING,
        409: refusal('conflict', 'other content stands in the way', 'Look for what the server names, and change or remove one of them.'),
    },
};
/** Connect's own number of an error; 0 where there is none. */
function errorCode(response) {
    const code = at((0,http_json/* jsonOf */.o_)(response), 'code');
    return typeof code === 'number' ? code : 0;
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/version.ts
/** The first server with each feature (rsconnect-python and connect-actions; the API reference for `render`). */
const FIRST = {
    draft: [2025, 6, 0],
    /** A draft can be looked at, too; on 2025.06.0 its URL fails. */
    draftUrl: [2025, 7, 0],
    bundleMetadata: [2025, 12, 0],
    requires: [2025, 3, 0],
    render: [2026, 4, 0],
    trustedPublishing: [2026, 7, 0],
};
/** `undefined` for a server that hides its version (`Server.HideVersion`), and for what is none. */
function readVersion(text) {
    const match = typeof text === 'string' ? /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(text.trim()) : null;
    return match ? match.slice(1).map((part) => Number(part ?? 0)) : undefined;
}
/** Whether a server has a feature; `undefined` when its version is not known. */
function has(version, feature) {
    if (version === undefined)
        return undefined;
    for (const [index, least] of FIRST[feature].entries()) {
        const part = version[index] ?? 0;
        if (part !== least)
            return part > least;
    }
    return true;
}
const firstVersion = (feature) => FIRST[feature].map((part, index) => (index === 1 ? String(part).padStart(2, '0') : part)).join('.');

;// CONCATENATED MODULE: ./src/platforms/connect/api/sign-on.ts








/** RFC 8693. */
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
/** The audience that a publisher on Connect expects unless it is told otherwise. */
const AUDIENCE = 'connect';
/** What Connect says when it refuses an identity (rsconnect-python, oauth.py), and what to do. */
const ADVICE = [
    [
        /ambiguous/i,
        'more than one publisher on the server fits this workflow',
        "Make the publishers' conditions narrower in the content's settings on Connect, so that one is left.",
    ],
    [
        /no matching/i,
        'no publisher on the server fits this workflow',
        "Add one in the content's settings on Connect, with this repository and branch or environment, and the audience connect.",
    ],
    [
        /verif/i,
        "the server could not verify GitHub's token",
        "Check that the publisher on Connect names GitHub's issuer, and that the server reaches it and has the right time.",
    ],
];
/**
 * Trusted publishing: exchanges the identity that GitHub gives the job for a short-lived API key (Connect 2026.07 and later; the
 * sequence is rsconnect-python's, oauth.py). Both are masked. Throws a `Failure` that says which of the three parties refused.
 */
async function signIn(server, deps) {
    const { signal, say, mask } = deps;
    const subject = await askGitHub(deps);
    mask(subject);
    const step = 'signing in with the identity of this workflow';
    const { exchange, refusals } = createPlatformClient(server, refusals_WORDS, deps.http, deps);
    const { refused, unusable } = refusals;
    const discovery = await exchange(step, {
        ...{ method: 'GET', url: `${server}/.well-known/oauth-authorization-server`, signal },
        headers: { accept: 'application/json' },
    });
    if (discovery.status >= 500 || (discovery.status >= 300 && discovery.status < 400))
        throw refused(step, discovery);
    const answer = await exchange(step, { ...exchangeOf(subject, tokenEndpoint(discovery, server)), signal });
    if (answer.status >= 300)
        throw identityRefused(answer) ?? refused(step, answer);
    const key = at((0,http_json/* jsonOf */.o_)(answer), 'access_token');
    if ((0,http_json/* isHtml */._6)(answer) || typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key))
        throw unusable(step, answer);
    mask(key);
    say(`Signed in to ${server} with the identity of this workflow.`);
    return key;
}
/** The identity of the job, as a token that GitHub has signed. */
async function askGitHub(deps) {
    const { identity, signal } = deps;
    const url = new URL(identity.url);
    url.searchParams.set('audience', AUDIENCE);
    const { exchange } = createPlatformClient(url.origin, refusals_WORDS, deps.http, deps);
    const issued = await exchange('asking GitHub for an identity', {
        ...{ method: 'GET', url: url.href, signal },
        headers: { authorization: `bearer ${identity.token}`, accept: 'application/json' },
    });
    const subject = at((0,http_json/* jsonOf */.o_)(issued), 'value');
    if (issued.status !== 200 || typeof subject !== 'string' || subject === '')
        throw noIdentity(issued);
    return subject;
}
/** Where the server exchanges identities for keys. The identity goes to the server that was named, and to no other. */
function tokenEndpoint(discovery, server) {
    const endpoint = at((0,http_json/* jsonOf */.o_)(discovery), 'token_endpoint');
    const grants = at((0,http_json/* jsonOf */.o_)(discovery), 'grant_types_supported');
    const offered = discovery.status === 200 && typeof endpoint === 'string' && URL.canParse(endpoint);
    if (!offered || (Array.isArray(grants) && !strings(grants).includes(EXCHANGE)))
        throw notOffered(server);
    if (new URL(endpoint).origin !== new URL(server).origin)
        throw elsewhere(server, endpoint);
    return endpoint;
}
function exchangeOf(subject, url) {
    const form = new URLSearchParams({
        grant_type: EXCHANGE,
        subject_token: subject,
        subject_token_type: ID_TOKEN,
        requested_token_type: ACCESS_TOKEN,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    return { method: 'POST', url, body: form.toString(), headers };
}
const noIdentity = (response) => (0,findings_finding/* failure */.V2)('no-identity', `GitHub gives this job no identity (${response.status}${saidIn(response)}).`, 'Check that the job has permissions: id-token: write, and run it again.');
const notOffered = (server) => (0,findings_finding/* failure */.V2)('no-trusted-publishing', `${server} does not offer to sign in with the identity of a workflow.`, `That needs Connect ${firstVersion('trustedPublishing')} with an Enhanced or Advanced licence. Set the input 'token' to an API key instead: token: \${{ secrets.CONNECT_API_KEY }}.`);
const elsewhere = (server, endpoint) => (0,findings_finding/* failure */.V2)('server-redirects', `${server} names an address on another server for signing in: ${(0,findings_text/* quote */.hD)(endpoint, 120)}. Nothing was sent there.`, "Set 'server' to that server, if it is Connect's own address.");
/** What the server says against the identity; `undefined` where it says nothing of it. */
function identityRefused(response) {
    const description = at((0,http_json/* jsonOf */.o_)(response), 'error_description') ?? at((0,http_json/* jsonOf */.o_)(response), 'error');
    if (response.status >= 500 || response.status < 400 || typeof description !== 'string')
        return undefined;
    const [, why, remedy] = ADVICE.find(([pattern]) => pattern.test(description)) ?? [
        undefined,
        'the server does not accept the identity of this workflow',
        "Check the publisher in the content's settings on Connect.",
    ];
    return (0,findings_finding/* failure */.V2)('identity-refused', `Signing in failed: ${why} (${response.status}: "${(0,findings_text/* quote */.hD)(description, 200)}").`, remedy);
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/settings.ts



/** Fields of the content itself: the API's names (`PATCH v1/content/{guid}`) in kebab-case. */
const CONTENT = {
    title: setting_text('What people read.', 3, 1024),
    description: setting_text('What the content is for.', 0, 4096),
    'access-type': oneOf('Who may open it.', 'acl', 'logged_in', 'all'),
    'min-processes': integer('Processes that always run.', 'processes'),
    'max-processes': integer('The most processes at a time; 0 is no limit.', 'processes'),
    'max-conns-per-process': integer('Connections that one process serves.', 'connections'),
    'load-factor': number('How early another process is started.', 1, 'a number from 0 to 1'),
    'connection-timeout': integer('Seconds until an idle connection is closed.', 'seconds'),
    'read-timeout': integer('Seconds without data until a connection is closed.', 'seconds'),
    'init-timeout': integer('Seconds that the start may take.', 'seconds'),
    'idle-timeout': integer('Seconds until an idle process is stopped.', 'seconds'),
    'cpu-request': number('Cores that are set aside for it.', 1024, 'a number of cores'),
    'cpu-limit': number('The most cores.', 1024, 'a number of cores'),
    'memory-request': size('Memory that is set aside for it.', '512MB'),
    'memory-limit': size('The most memory.', '512MB'),
    'amd-gpu-limit': integer('The most AMD GPUs.', 'GPUs'),
    'nvidia-gpu-limit': integer('The most NVIDIA GPUs.', 'GPUs'),
    'run-as': setting_text('The Unix account that it runs as.', 1, 256),
    'run-as-current-user': flag('Whether it runs as the one who visits it.'),
    'service-account-name': setting_text('The Kubernetes service account.', 1, 256),
};
const VANITY_URL = /^\/?[\w.-]+(?:\/[\w.-]+)*\/?$/;
/** The keys of `[tool.uv-deploy.connect]` that only this platform knows; `exclude` has rsconnect's meaning here. */
const settings_SETTINGS = {
    ...CONTENT,
    // What the manifest, the bundle and the requirements are made by.
    'vanity-url': shaped('The part of the URL that people read.', VANITY_URL, 'a path of letters, digits, -, _ and .', '/sales/'),
    'environment-management': flag('Whether Connect installs the packages.'),
    image: setting_text('The image for off-host execution.', 1, 1024),
    'package-installer': oneOf('What installs the packages; "uv" by default.', 'uv', 'pip', 'auto'),
    'quarto-version': shaped('The version of Quarto that the manifest names.', /^\d+\.\d+\.\d+$/, 'a version', '1.6.40'),
    groups: setting_texts('Dependency groups that go along.'),
    extras: setting_texts('Extras that go along.'),
    exclude: globs('Globs of files to leave out, with the meaning they have for rsconnect.'),
};
/** Pairs of which the first may not be above the second; the server would refuse the pair. */
const PAIRS = [
    ['min-processes', 'max-processes'],
    ['cpu-request', 'cpu-limit'],
    ['memory-request', 'memory-limit'],
];
/** Reads the settings. Invalid ones are reported with their line and ignored. */
function settings_readSettings(own) {
    const { values, findings } = checkSettings(settings_SETTINGS, own, 'connect');
    for (const [low, high] of PAIRS) {
        const [least, most] = [values.get(low), values.get(high)];
        if (typeof least === 'number' && typeof most === 'number' && most > 0 && least > most) {
            const written = (key) => `${key} (${(0,findings_text/* quote */.hD)(String(own[key]?.value))})`;
            const message = `${written(low)} is above ${written(high)}.`;
            findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, `Make ${high} at least as large.`, setting_placeOf(own, low)));
        }
    }
    const string = (key) => values.get(key);
    const strings = (key) => (values.get(key) ?? []);
    const content = Object.keys(CONTENT).flatMap((key) => values.has(key) ? [[key.replaceAll('-', '_'), values.get(key)]] : []);
    const vanity = string('vanity-url');
    return {
        findings,
        settings: {
            title: string('title'),
            vanityUrl: vanity && `/${vanity.replace(/^\/|\/$/g, '')}/`,
            content: Object.fromEntries(content),
            environmentManagement: values.get('environment-management'),
            image: string('image'),
            installer: (string('package-installer') ?? 'uv'),
            quartoVersion: string('quarto-version'),
            groups: strings('groups'),
            extras: strings('extras'),
            exclude: strings('exclude'),
        },
    };
}

;// CONCATENATED MODULE: ./src/ports/http/health.ts






/** How long one request may take: an app that sleeps is started by its first one. When the time is over, a try is short. */
const PATIENCE_MS = 60_000;
const LEAST_PATIENCE_MS = 2_000;
const BODY_MS = 2_000;
const BODY_LIMIT = 64_000;
const LEAST_TRIES = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
/**
 * Asks each path until it answers 2xx, at least three times each, all within `limitMs`.
 * Says `Response from GET /x is 200` whenever the answer changes. Answers a finding when a path stays unhealthy.
 */
async function checkHealth(target, deps) {
    const { clock, signal, say } = deps;
    const end = clock.now() + target.limitMs;
    const results = [];
    for (const path of target.paths) {
        const begun = clock.now();
        let last = '';
        // An answer says more than a later silence: it is what is reported.
        let telling;
        for (let attempts = 1;; attempts++) {
            const patience = Math.max(LEAST_PATIENCE_MS, Math.min(PATIENCE_MS, end - clock.now()));
            const answer = await ask(target, path, patience, deps);
            const line = answer.status === 0
                ? `No response from GET ${path}: ${answer.note}`
                : `Response from GET ${path} is ${answer.status}${answer.note}`;
            if (line !== last)
                say(line);
            last = line;
            if (answer.status > 0 || telling === undefined)
                telling = answer;
            const healthy = answer.status >= 200 && answer.status < 300;
            if (healthy || (clock.now() >= end && attempts >= LEAST_TRIES)) {
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
            await clock.sleep(Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS), signal);
        }
    }
    return { results, finding: undefined };
}
/** One try, with redirects inside the app followed. A redirect that leaves the app is the answer: it is mostly a login page. */
async function ask(target, path, silenceMs, { http, signal }) {
    const base = new URL(`${target.url}/`);
    const isInside = (next) => isBelow(base, next);
    const limits = { silenceMs, limitMs: silenceMs + BODY_MS, limit: BODY_LIMIT, enoughMs: BODY_MS };
    let response;
    try {
        const request = { url: new URL(target.url + path).href, headers: target.headers, signal, ...limits };
        response = await getFollowing(http, request, isInside);
    }
    catch (error) {
        if (error instanceof http_http/* NetworkError */.Dr)
            return { status: 0, text: '', note: error.message };
        throw error;
    }
    const location = redirectOf(response);
    if (location === undefined)
        return { status: response.status, text: response.text, note: '' };
    return { status: response.status, text: response.text, note: `, a redirect to ${(0,findings_text/* quote */.hD)(location, 120)}` };
}
const TO_LOGIN = 'the request is sent to a login page';
/** Likely causes, by what came back. The first that fits is told. */
const health_CAUSES = [
    [
        ({ text }) => /No module named/.test(text),
        'a module is missing',
        'Add its package to [project] dependencies, run `uv lock` and commit both files.',
    ],
    [
        ({ text }) => /ImportError|cannot import name/.test(text),
        'an import fails',
        'Start the app on your machine with `uv run` from a fresh clone.',
    ],
    [
        ({ text }) => /bound to|127\.0\.0\.1|localhost only/i.test(text),
        'the app listens on localhost only, or on a port of its own',
        'Listen on host 0.0.0.0 and on the port in the variable PORT.',
    ],
    [
        ({ text }) => /Address already in use/i.test(text),
        'the app\u2019s port is taken',
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
        "Set 'health-check-path' to a path that answers GET.",
    ],
    [
        ({ status }) => status === 502 || status === 503 || status === 504,
        'the app does not start, or does not listen on the port the platform gives it',
        'Read the app\u2019s log, and check that it listens on 0.0.0.0 and on PORT.',
    ],
    [({ status }) => status >= 500, 'the app starts but fails on this request', 'Read the app\u2019s log.'],
    [
        ({ status }) => status === 0,
        'the app hangs, or the address is not reachable from this runner',
        'Read the app\u2019s log.',
    ],
];
function unhealthy(target, path, answer, attempts) {
    const [, cause, remedy] = health_CAUSES.find(([fits]) => fits(answer)) ?? [
        undefined,
        'the answer is not 2xx',
        'Read the app\u2019s log.',
    ];
    const advice = (cause === TO_LOGIN ? target.privateApp : undefined) ?? remedy;
    const what = answer.status === 0 ? `gives no answer (${answer.note})` : `answers ${answer.status}${answer.note}`;
    const body = (0,findings_text/* tail */.RT)(health_wordsOf(answer.text), 12, 800).trim();
    return (0,findings_finding/* error */.z3)('unhealthy', `GET ${path} ${what} after ${attempts} tries; likely ${cause}.${body ? `\nThe end of its answer:\n${body}` : ''}`, `${advice} Logs: ${target.consoleUrl}`);
}
/** Tags within a line, which do not keep what is before and behind them apart. */
const INLINE = /<\/?(?:a|abbr|b|bdi|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
/** A page's text. A secret may look like a tag, or have tags within: it is taken out before, and what shows it then does so again. */
const health_wordsOf = (page) => (0,secrets/* redact */.E$)(page)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(INLINE, '')
    .replace(/<[^<>]+>/g, ' ')
    .replace(/[ \t]+/g, ' ');

;// CONCATENATED MODULE: ./src/platforms/connect/api/client.ts




/**
 * What tells the server who calls. Behind Snowflake its token comes first, and Connect's key next to it (Posit Publisher,
 * client.ts): the input `secret` holds that token.
 */
const client_authorization = ({ token, secret }) => secret === ''
    ? { authorization: `Key ${token}` }
    : { authorization: `Snowflake Token="${secret}"`, 'x-rsc-authorization': `Key ${token}` };
function client_createClient(access, deps) {
    const { server } = access;
    const http = withCookies(deps.http);
    /** Questions are followed within the API of this server; everything else is a login page, or no place for the key. */
    const api = new URL(`${server}/__api__/`);
    const once = (request) => request.method === 'GET' ? getFollowing(http, request, (next) => isBelow(api, next)) : http(request);
    const request = (method, path, rest = {}) => ({
        method,
        url: api.href + path,
        signal: deps.signal,
        ...rest,
        headers: { ...client_authorization(access), accept: 'application/json', ...rest.headers },
    });
    return { ...createPlatformClient(server, refusals_WORDS, once, deps), request };
}
/** A refusal that may be for good: this key, or this server, does not tell. */
const isUntold = ({ status }) => status < 500 && status !== 429;
/**
 * Keeps the cookies of one server. In a cluster they lead back to the node that runs a task (Connect's API reference, "tasks"), so
 * they are sent by name; attributes are dropped, for all calls go to the one server.
 */
function withCookies(http) {
    const kept = new Map();
    const keep = ({ headers }) => {
        for (const line of [headers['set-cookie'] ?? []].flat()) {
            const [, name, value = ''] = /^\s*([^=;\s]+)=\s*([^;]*)/.exec(line) ?? [];
            if (name === undefined)
                continue;
            if (value.trim() === '' || /;\s*max-age=0\s*(?:;|$)/i.test(line))
                kept.delete(name);
            else
                kept.set(name, value.trim());
        }
    };
    return async (request) => {
        const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await http({ ...request, headers: { ...request.headers, ...(cookie && { cookie }) } });
        keep(response);
        return response;
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/contents.ts


/** Types that the server renders once; all others are apps that it starts. */
const RENDERED = ['jupyter-static', 'quarto-static', 'rmd-static', 'static'];
const isRendered = (appMode) => RENDERED.includes(appMode);
const toItem = (server, { guid, name }) => ({
    id: guid,
    name,
    url: `${server}/content/${guid}`,
    consoleUrl: `${server}/connect/#/apps/${guid}`,
});
function createContents({ id, former }, api, { repository }) {
    /** The guid of the key's owner. Throws for a key that belongs to no user: it may not look for content. */
    const owner = async () => {
        const { user } = await api.caller();
        if (user)
            return user.guid;
        throw (0,findings_finding/* failure */.V2)('no-id', 'The key comes from trusted publishing: it is for one content, which it can neither look for nor make.', "Set the input 'id' to the GUID of that content.");
    };
    const named = async (name) => (await api.contents(name, await owner()))[0];
    /** The other repository that content was deployed from last; empty where it is this one, or not known. */
    const otherRepository = async ({ guid }) => {
        if (repository === '' || (await api.supports('bundleMetadata')) === false)
            return '';
        const known = (await api.bundles(guid))?.map(({ metadata }) => repositoryOf(metadata.source_repo ?? ''));
        const last = known?.find((one) => one !== '') ?? '';
        return last.toLowerCase() === repositoryOf(repository).toLowerCase() ? '' : last;
    };
    /** By its GUID where there is one, else by its name among the owner's own: an administrator's key sees others' too. */
    const find = async (name) => {
        if (id !== '')
            return api.content(id);
        const content = await named(name);
        if (content !== undefined || former === undefined)
            return content;
        const earlier = await named(former.name);
        return earlier?.title === former.title && (await otherRepository(earlier)) === '' ? earlier : undefined;
    };
    /** Throws for content that was found by its name and belongs to another repository. */
    const ours = async (content) => {
        const other = id === '' ? await otherRepository(content) : '';
        if (other === '')
            return content;
        throw (0,findings_finding/* failure */.V2)('other-repository', `'${(0,findings_text/* quote */.hD)(content.name)}' (${content.guid}) was deployed from ${(0,findings_text/* quote */.hD)(other, 120)}; this run is of ${repositoryOf(repository)}. It was not touched.`, `Set another 'name' for this project. If it is to take that content over, set \`id: ${content.guid}\`.`);
    };
    return {
        owner,
        find,
        findOurs: async (name) => {
            const content = await find(name);
            return content && ours(content);
        },
        /** By its name alone. */
        named: async (name) => {
            const content = await named(name);
            return content && ours(content);
        },
    };
}
/** `host/owner/name` of a repository's address, in whichever form, without the credentials that some clients leave in it. */
const repositoryOf = (address) => address
    .trim()
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^/]*@/, '')
    .replace(':', '/')
    .replace(/(?:\.git)?\/*$/i, '');
/** Throws, before anything is sent, when the server would refuse a bundle of `appMode` for this content. */
async function checkContent(content, appMode, api) {
    const what = `'${(0,findings_text/* quote */.hD)(content.name)}' (${content.guid})`;
    if (content.locked) {
        throw (0,findings_finding/* failure */.V2)('content-locked', `${what} is locked${content.lockedMessage ? `: "${(0,findings_text/* quote */.hD)(content.lockedMessage, 200)}"` : ''}.`, 'Have it unlocked on the server.');
    }
    if (content.role === 'viewer' || content.role === 'none') {
        throw (0,findings_finding/* failure */.V2)('forbidden', `The owner of this key may look at ${what}, but not change it.`, 'Have the user made a collaborator of the content, or use the key of its owner.');
    }
    const isDecided = content.appMode !== '' && content.appMode !== 'unknown';
    if (isDecided && content.appMode !== appMode) {
        throw (0,findings_finding/* failure */.V2)('content-type-changed', `${what} is ${(0,findings_text/* quote */.hD)(content.appMode)}; this project is ${appMode}, and content keeps the type of its first deployment.`, "Give the new content another 'name', or correct content-type.");
    }
    const gitManaged = content.gitManaged ?? ((await api.hasGit()) && (await api.hasRepository(content.guid)));
    if (gitManaged) {
        throw (0,findings_finding/* failure */.V2)('git-managed', `${what} is deployed from a git repository by the server itself, which takes no bundles for it.`, "Give the new content another 'name', or end the content's link to git on the server.");
    }
}
/** Throws, before anything is sent, when the server's configuration forbids the access type that is asked for. */
async function checkAccessType(wanted, api) {
    if (typeof wanted !== 'string')
        return;
    const allowed = await api.accessTypes();
    if (allowed === undefined || allowed.includes(wanted))
        return;
    throw (0,findings_finding/* failure */.V2)('access-type-refused', `The server does not allow the access type '${wanted}'. It allows ${(0,findings_text/* quote */.hD)(allowed.join(', ') || 'none', 120)}.`, 'Set one of these as access-type of connect under [tool.uv-deploy], or leave it out.');
}
/** Throws, before content is created for it, when other content has the vanity URL, or one above or below it. */
async function checkVanity(wanted, api) {
    if (wanted === undefined)
        return;
    const taken = (await api.vanities())?.find(({ path }) => path.startsWith(wanted) || wanted.startsWith(path));
    if (taken === undefined)
        return;
    throw (0,findings_finding/* failure */.V2)('vanity-url-refused', `The vanity URL ${wanted} is taken: ${toItem(api.server, { guid: taken.guid, name: '' }).consoleUrl} has ${(0,findings_text/* quote */.hD)(taken.path, 120)}. Nothing was created.`, "Set another vanity-url under [tool.uv-deploy.connect], or set 'id' to the GUID of that content to deploy to it.");
}
/** Somebody else has made another bundle live while ours was on its way. */
const superseded = (server, { guid, name, bundleId }, ours) => (0,findings_finding/* error */.z3)('superseded', `While this run went on, somebody else has made bundle ${bundleId ?? 'none'} of '${(0,findings_text/* quote */.hD)(name)}' the live one: bundle ${ours} is not what people see.`, `Look at ${server}/connect/#/apps/${guid}, and run the job again if it should be. A concurrency group in the workflow keeps its runs apart.`);

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/diagnosis.ts


const diagnosis_LINES = 20;
const diagnosis_LIMIT = 1_500;
/** Never throws for what can't be learnt: it is asked when something else has gone wrong already. */
async function diagnose(guid, bundleId, api) {
    const learnt = async (asked, otherwise) => asked.catch((error) => {
        if (error instanceof findings_finding/* Failure */.HR)
            return otherwise;
        throw error;
    });
    const jobs = await learnt(api.jobs(guid), []);
    const job = jobs.find((one) => one.bundleId === bundleId) ?? jobs[0];
    if (job === undefined)
        return { error: '', log: '' };
    const [error, log] = await Promise.all([
        learnt(api.jobError(guid, job.key), ''),
        learnt(api.jobTail(guid, job.key), ''),
    ]);
    return { error: (0,findings_text/* quote */.hD)(error, 300), log: (0,findings_text/* tail */.RT)(log, diagnosis_LINES, diagnosis_LIMIT).trim() };
}
/** The same in one text, of whatever of the content ran last; empty when the server knows nothing. */
async function explain(guid, api) {
    const { error, log } = await diagnose(guid, undefined, api);
    return [error, log].filter((text) => text !== '').join('\n');
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/deployment.ts







/** How long the server may hold back its answer, and how long the gateway asks on in one go: together they make few requests. */
const WAIT_S = 2;
const deployment_PATIENCE_MS = 8_000;
/** A server that does not hold its answers back is not asked more often than this. */
const LEAST_PAUSE_MS = 500;
/** What to do about content that sends everybody to a login page. */
const PRIVATE_APP = 'Set access-type = "all" under [tool.uv-deploy.connect] for a public app, or check that the key may open it.';
/** Follows a bundle. `revert` is called when it is sure that it does not become live, and answers what there is to say of that. */
function createDeployment(begun, bench, revert = async () => []) {
    const { guid, bundleId } = begun;
    const { api, deps } = bench;
    const show = createShownLog(deps, logOf(api.server, guid));
    let task = createTaskReader(begun.taskId, show, bench);
    let isActivated = begun.as !== 'draft';
    let isLooked = isActivated;
    let end;
    const activate = async () => {
        const trouble = await lookAtDraft(begun, bench);
        if (trouble)
            throw new findings_finding/* Failure */.HR([trouble, ...(await revert())]);
        const content = await api.content(guid);
        if (![begun.before, bundleId].includes(content.bundleId)) {
            throw new findings_finding/* Failure */.HR([superseded(api.server, content, bundleId), ...(await revert({ live: content }))]);
        }
        deps.say(`The draft is healthy: bundle ${bundleId} is activated.`);
        isActivated = true; // even if no answer says so
        task = createTaskReader((await api.deploy(guid, bundleId)) ?? begun.taskId, show, bench);
        isLooked = true;
    };
    return {
        progress: async (withinMs) => {
            while (end === undefined) {
                const read = await task(withinMs);
                if (!read.finished)
                    return { state: 'running' };
                if (read.failed)
                    throw new findings_finding/* Failure */.HR([await deployment_failed(begun, read, bench), ...(await revert())]);
                if (isLooked)
                    end = { state: 'live' };
                else
                    await activate();
            }
            return end;
        },
        cancel: async (within) => {
            if (isActivated)
                return undefined;
            const told = `It is a draft that nobody activates any more: bundle ${bundleId} does not become live.${staying(begun)} Run the job again.`;
            return { told, findings: await revert({ within }) };
        },
    };
}
/** Asks how a task goes, for as long as it is worth in one go, and shows what it prints. */
function createTaskReader(id, show, { api, deps }) {
    const { clock, signal } = deps;
    let first = 0;
    return async (withinMs) => {
        const begun = clock.now();
        const until = begun + Math.min(deployment_PATIENCE_MS, withinMs);
        for (;;) {
            const asked = clock.now();
            const task = await api.task(id, first, WAIT_S, { limitMs: begun + withinMs - asked });
            show(task.output);
            first = Math.max(first, task.last);
            if (task.finished || clock.now() >= until)
                return task;
            await clock.sleep(Math.max(0, asked + LEAST_PAUSE_MS - clock.now()), signal);
        }
    };
}
const logOf = (server, guid) => `${toItem(server, { guid, name: '' }).consoleUrl}/logs`;
/** What people see as long as the bundle is not live, as a sentence of its own. */
function staying({ before, isFirst }) {
    if (before !== undefined)
        return ` Bundle ${before} stays live.`;
    return isFirst ? ' Nothing is live yet.' : '';
}
/** What the server says of a task that failed. */
async function deployment_failed(begun, { error: told }, { api, deps }) {
    const { guid, bundleId } = begun;
    const { error: cause, log } = await diagnose(guid, bundleId, api);
    if (log !== '') {
        deps.say('The end of the log of the job:');
        deps.quoted(log);
    }
    const why = [(0,findings_text/* quote */.hD)(told, 300), ...(cause === '' || told.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
    const details = log === '' ? '' : `\nThe end of its log:\n${log}`;
    return (0,findings_finding/* error */.z3)('deployment-failed', `The server could not deploy bundle ${bundleId}: ${why || 'it gives no reason'}.${staying(begun)}${details}`, `Correct what the log names, and run the job again. ${logOf(api.server, guid)}`);
}
/** What is wrong with a draft that is not healthy; nothing that people see has changed then. */
async function lookAtDraft(begun, { target, access, api, deps }) {
    const { guid, bundleId } = begun;
    const item = toItem(api.server, { guid, name: '' });
    const url = `${item.url}/_bundle${bundleId}`;
    deps.say(`Looking at the draft: ${url}/`);
    const { healthPaths: paths, healthLimitMs: limitMs } = target;
    const consoleUrl = `${item.consoleUrl}/draft/${bundleId}`;
    const draft = { url, paths, limitMs, headers: client_authorization(access), consoleUrl, privateApp: PRIVATE_APP };
    const { finding } = await checkHealth(draft, deps);
    if (finding === undefined)
        return undefined;
    const { error, log } = await diagnose(guid, bundleId, api);
    if (log !== '') {
        deps.say('The end of the log of the draft:');
        deps.quoted(log);
    }
    // The page of an app that does not start may show the log already.
    const isShown = finding.message.includes(log.split('\n').at(-1) ?? '');
    const details = isShown ? '' : [error, `The end of its log:\n${log}`].filter((part) => part !== '').join('\n');
    return {
        ...finding,
        code: 'draft-unhealthy',
        message: `The draft, bundle ${bundleId}, was not activated.${staying(begun)} ${finding.message}${details && `\n${details}`}`,
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/values.ts

/** Ids become parts of paths. */
const isGuid = (value) => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
const isNumber = (value) => typeof value === 'string' && /^\d{1,18}$/.test(value);
const isKey = (value) => typeof value === 'string' && /^[\w-]{1,128}$/.test(value);
const api_values_text = (value) => (typeof value === 'string' ? value : '');
const table = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
/** Rows that can't be read are left out; what is no list is `undefined`. */
const values_readRows = (value, read) => Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;
/** Strict on what tells one content item from another. */
function readContent(row) {
    const fields = table(row);
    const { guid, name, owner_guid, bundle_id, git_enabled } = fields;
    if (!isGuid(guid) || typeof name !== 'string' || typeof owner_guid !== 'string')
        return undefined;
    return {
        guid,
        name,
        title: api_values_text(fields.title),
        ownerGuid: owner_guid,
        appMode: api_values_text(fields.app_mode),
        bundleId: isNumber(bundle_id) ? bundle_id : undefined,
        accessType: api_values_text(fields.access_type),
        locked: fields.locked === true,
        lockedMessage: api_values_text(fields.locked_message),
        role: api_values_text(fields.app_role),
        gitManaged: typeof git_enabled === 'boolean' ? git_enabled : undefined,
        fields,
    };
}
function readBundle(row) {
    const { id, active, metadata } = table(row);
    const texts = Object.entries(table(metadata)).filter((entry) => typeof entry[1] === 'string');
    return isNumber(id) ? { id, active: active === true, metadata: Object.fromEntries(texts) } : undefined;
}
const readTaskId = (value) => {
    const id = at(value, 'task_id') ?? at(value, 'id');
    return isKey(id) ? id : undefined;
};
/** A task has failed when it says so by its code or by its error: of Posit's own clients one looks at each. */
function readTask(value) {
    const { output, finished, code, error, last } = table(value);
    if (typeof finished !== 'boolean')
        return undefined;
    const lines = (Array.isArray(output) ? output : []).filter((line) => typeof line === 'string');
    return {
        output: lines,
        finished,
        failed: finished && ((code !== undefined && code !== null && code !== 0) || api_values_text(error) !== ''),
        error: api_values_text(error),
        last: typeof last === 'number' && Number.isSafeInteger(last) && last >= 0 ? last : 0,
    };
}
function readJob(row) {
    const { key, bundle_id, end_time, start_time, exit_code } = table(row);
    if (!isKey(key))
        return undefined;
    return {
        key,
        bundleId: api_values_text(bundle_id),
        running: end_time === null,
        started: api_values_text(start_time),
        exitCode: typeof exit_code === 'number' ? exit_code : undefined,
    };
}
function values_readUser(value) {
    const { guid, user_role, locked, confirmed } = table(value);
    return isGuid(guid)
        ? { guid, role: api_values_text(user_role), locked: locked === true, confirmed: confirmed !== false }
        : undefined;
}
const readInstallations = (value) => values_readRows(at(value, 'installations'), (row) => {
    const publishable = at(row, 'publishable');
    const version = api_values_text(at(row, 'version'));
    return version === '' ? undefined : { version, ...(typeof publishable === 'boolean' && { publishable }) };
});

;// CONCATENATED MODULE: ./src/platforms/connect/api/bundles.ts



/** Checksum or length differ from what was announced. */
const bundles_DAMAGED = [104, 125, 126];
/** The bundle to be removed is the active one. */
const ACTIVE = 75;
/** The request has a field that the server does not know. */
const UNKNOWN_FIELD = 121;
/** What concerns the bundles of content. */
function createBundleApi({ request, exchange, find, whole, sendOnce, refusals }) {
    const { refused, unusable } = refusals;
    return {
        /** Newest first; `undefined` where this key may not list them. */
        bundles: async (guid) => {
            const step = 'listing the bundles';
            const listed = await find(step, request('GET', `v1/content/${guid}/bundles`), (value) => (0,http_json/* rowsOf */.RO)(value, readBundle), ({ status }) => status === 403);
            return listed && whole(step, listed).sort((a, b) => Number(b.id) - Number(a.id));
        },
        /** Uploads once; throws when the server refused for good. */
        upload: (guid, sending) => {
            const step = 'uploading the bundle';
            const damaged = (response, failure) => bundles_DAMAGED.includes(errorCode(response)) ? { outcome: 'again', failure, response } : undefined;
            return sendOnce(step, request('POST', `v1/content/${guid}/bundles`, sending), readBundle, damaged);
        },
        /** The active bundle stays: it was promoted meanwhile. */
        removeBundle: async (guid, id) => {
            const step = 'removing the bundle';
            const response = await exchange(step, request('DELETE', `v1/content/${guid}/bundles/${id}`));
            if ((0,http_json/* isSuccess */.oJ)(response))
                return 'removed';
            if (response.status === 404)
                return 'gone';
            if (errorCode(response) === ACTIVE)
                return 'active';
            throw refused(step, response);
        },
        /**
         * Has a bundle built, and made the active one unless it is to be a draft: `activate` absent leaves the field out, which older
         * servers do not know. Answers the task; `undefined` when the server does not know the field. Sent again when the answer gets
         * lost: the same bundle is then built twice, to the same end.
         */
        deploy: async (guid, bundleId, activate) => {
            const step = activate === false ? 'deploying the draft' : 'deploying the bundle';
            const body = (0,http_json/* jsonBody */.J9)({ bundle_id: bundleId, ...(activate === false && { activate }) });
            const response = await exchange(step, request('POST', `v1/content/${guid}/deploy`, body));
            if (!(0,http_json/* isSuccess */.oJ)(response)) {
                if (activate === false && errorCode(response) === UNKNOWN_FIELD)
                    return undefined;
                throw refused(step, response);
            }
            const task = readTaskId((0,http_json/* jsonOf */.o_)(response));
            if (task === undefined)
                throw unusable(step, response);
            return task;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/content.ts




/** What concerns content: what it is, its settings, its variables. */
const createContentApi = (client) => ({
    ...createItemApi(client),
    ...createVanityApi(client),
    ...createEnvironmentApi(client),
});
function createItemApi({ request, call, get, find, list, remove, sendOnce }) {
    const owned = async (step, query) => {
        const all = await list(step, request('GET', `v1/content?${new URLSearchParams(query)}`), readContent);
        return all.filter(({ ownerGuid, name }) => ownerGuid === query.owner_guid && name === (query.name ?? name));
    };
    return {
        /** The owner's content of exactly that name. */
        contents: (name, owner) => owned('looking for the content', { name, owner_guid: owner }),
        /** All of the owner's content. */
        owned: (owner) => owned('listing your content', { owner_guid: owner }),
        content: (guid) => get('reading the content', request('GET', `v1/content/${guid}`), readContent),
        /** Creates once, without a second try: who lost the answer looks for the content first. */
        create: (fields, judge) => sendOnce('creating the content', request('POST', 'v1/content', (0,http_json/* jsonBody */.J9)(fields)), readContent, judge),
        /** Sets fields of the content by the API's own names. Servers answer with the content, or with nothing (204). */
        patch: async (guid, fields) => {
            await call('updating the settings', request('PATCH', `v1/content/${guid}`, (0,http_json/* jsonBody */.J9)(fields)));
        },
        /** Answers false when there was none any more. */
        remove: (guid) => remove('removing the content', request('DELETE', `v1/content/${guid}`)),
        /** Whether the server deploys the content from git itself. */
        hasRepository: async (guid) => (await find('asking whether the content comes from git', request('GET', `v1/content/${guid}/repository`), (value) => (typeof value === 'object' && value !== null ? at(value, 'repository') !== undefined : undefined), isUntold)) ?? false,
    };
}
function createVanityApi({ request, call, find }) {
    const path = (guid) => `v1/content/${guid}/vanity`;
    return {
        /** The path of the vanity URL; empty when there is none. */
        vanity: async (guid) => (await find('reading the vanity URL', request('GET', path(guid)), (value) => {
            const path = at(value, 'path');
            return typeof path === 'string' ? path : undefined;
        })) ?? '',
        /** All vanity URLs of the server; `undefined` where this key may not see them. */
        vanities: () => find('listing the vanity URLs', request('GET', 'v1/vanities'), (value) => values_readRows(value, (row) => {
            const [path, guid] = [at(row, 'path'), at(row, 'content_guid')];
            return typeof path === 'string' && typeof guid === 'string' ? { path, guid } : undefined;
        }), isUntold),
        setVanity: async (guid, to) => {
            await call('setting the vanity URL', request('PUT', path(guid), (0,http_json/* jsonBody */.J9)({ path: to, force: false })));
        },
    };
}
function createEnvironmentApi({ request, call, find }) {
    const path = (guid) => `v1/content/${guid}/environment`;
    return {
        /** The names of the variables: the server never tells values. `undefined` where this key may not see them. */
        environment: (guid) => find('listing the environment variables', request('GET', path(guid)), (value) => values_readRows(value, (name) => (typeof name === 'string' ? name : undefined)), isUntold),
        /**
         * Merges: variables that are not named stay, those whose value is null are removed. They count for every bundle of the content,
         * drafts too.
         */
        patchEnvironment: async (guid, vars, signal) => {
            const body = (0,http_json/* jsonBody */.J9)(vars.map(({ name, value }) => ({ name, value })));
            const step = 'setting the environment variables';
            await call(step, request('PATCH', path(guid), { ...body, ...(signal && { signal }) }));
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/jobs.ts



/** The processes that the server runs for content (Connect's API reference, "jobs"). */
function createJobApi({ request, exchange, call, get, find }) {
    const path = (guid, key) => `v1/content/${guid}/jobs/${key}`;
    return {
        /** Newest first. */
        jobs: async (guid, signal) => {
            const listing = request('GET', `v1/content/${guid}/jobs`, signal && { signal });
            const jobs = await get('listing the jobs', listing, (value) => values_readRows(value, readJob));
            return jobs.sort((a, b) => (a.started < b.started ? 1 : -1));
        },
        job: (guid, key, limits) => get('asking how the job goes', request('GET', path(guid, key), limits), readJob),
        /** All that a job has printed so far, a line each. */
        jobLog: async (guid, key) => (await find('reading the log of the job', request('GET', `${path(guid, key)}/log`), (value) => values_readRows(at(value, 'entries'), (row) => String(at(row, 'data') ?? '')), () => true)) ?? [],
        /** Why a job ended before its time; empty when it did not. */
        jobError: async (guid, key) => (await find('reading the error of the job', request('GET', `${path(guid, key)}/error`), (value) => String(at(value, 'summary') ?? ''), () => true)) ?? '',
        jobTail: async (guid, key) => {
            const response = await exchange('reading the log of the job', request('GET', `${path(guid, key)}/tail`));
            return (0,http_json/* isSuccess */.oJ)(response) ? response.text : '';
        },
        stopJob: async (guid, key, signal) => {
            await call('stopping the job', request('DELETE', path(guid, key), { signal }));
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/server.ts





/** What concerns the server itself, and the key. */
function createServerApi({ request, get, find }) {
    let settings;
    let caller;
    /** Asked once. Needs no key. */
    const readSettings = () => (settings ??= get('asking for the settings of the server', request('GET', 'server_settings'), (value) => {
        const isSettings = typeof value === 'object' && value !== null && !Array.isArray(value);
        if (!isSettings)
            return undefined;
        return { version: readVersion(at(value, 'version')), git: at(value, 'git_available') !== false };
    }));
    /** A key from trusted publishing has no user: 403 with code 22 says that it is good. */
    const readCaller = async () => ({
        user: await find('checking the API key', request('GET', 'v1/user'), values_readUser, (response) => response.status === 403 && errorCode(response) === 22),
    });
    return {
        /** Whether the server has a feature; `undefined` when it hides its version. */
        supports: async (feature) => has((await readSettings()).version, feature),
        hasGit: async () => (await readSettings()).git,
        /** Who the key belongs to. */
        caller: () => (caller ??= readCaller()),
        /** What is installed of Python; nothing where the server does not tell. */
        pythons: async () => (await find('asking for the installed versions of Python', request('GET', 'v1/server_settings/python'), readInstallations, () => true)) ?? [],
        /** The access types that the server's configuration allows; `undefined` where it does not tell. */
        accessTypes: async () => {
            const answer = await find('asking for the allowed access types', request('GET', 'server_settings/applications'), (value) => ({
                types: values_readRows(at(value, 'access_types'), (type) => (typeof type === 'string' ? type : undefined)),
            }), isUntold);
            return answer?.types;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/tasks.ts




/** A cluster whose nodes are not kept apart may need a few tries to lead back to the node that runs the task. */
const LOST_TRIES = 3;
/** The node that answers does not know the task. */
const TASK_LOST = 141;
const RENDER = 'starting to render';
/** What the server does in the background (Connect's API reference, "tasks"). */
function createTaskApi({ request, get, find, sendOnce }) {
    return {
        /** The task with its lines from `first` on, after `wait` seconds or as soon as it has ended. */
        task: async (id, first, wait, limits = {}) => {
            // A server that holds its answer back as long as it may would come too late.
            const within = Math.max(0, Math.floor((limits.limitMs ?? http_http/* REQUEST_LIMIT_MS */.zA) / 1_000) - 1);
            const path = `v1/tasks/${id}?first=${first}&wait=${Math.min(wait, within)}`;
            let lost = 0;
            const isLost = (response) => response.status === 404 && errorCode(response) === TASK_LOST && ++lost < LOST_TRIES;
            for (;;) {
                const task = await find('asking how the task goes', request('GET', path, limits), readTask, isLost);
                if (task !== undefined)
                    return task;
            }
        },
        /**
         * Renders again, without a second try: who lost the answer looks at the jobs first. By the call that the reference of 2026.04
         * names (its place is unverified) unless the server is known to lack it, else by the way before that: content has variants, of
         * which the default one is what people see (Posit's SDK, variants.py).
         */
        render: async (guid, hasCall, signal) => {
            const post = (path) => request('POST', path, { signal });
            if (hasCall) {
                const path = `v1/content/${guid}/render`;
                const begun = await sendOnce(RENDER, post(path), readTaskId, lacking);
                if (begun.outcome !== 'accepted')
                    return begun;
                if (begun.taken !== undefined)
                    return { ...begun, taken: begun.taken };
            }
            const variant = await get(RENDER, request('GET', `applications/${guid}/variants`), tasks_readVariant);
            return sendOnce(RENDER, post(`variants/${variant}/render`), readTaskId);
        },
    };
}
/** The server has no such call. */
const lacking = ({ status }) => status === 404 || status === 405 ? { outcome: 'accepted', taken: undefined } : undefined;
/** The id of the default variant. */
function tasks_readVariant(value) {
    const rows = values_readRows(value, (row) => {
        const id = String(at(row, 'id') ?? '');
        return /^\d+$/.test(id) ? { id, isDefault: at(row, 'is_default') === true } : undefined;
    });
    return (rows?.find(({ isDefault }) => isDefault) ?? rows?.[0])?.id;
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/api.ts





const api_createApi = (client) => ({
    server: client.server,
    ...createServerApi(client),
    ...createContentApi(client),
    ...createBundleApi(client),
    ...createTaskApi(client),
    ...createJobApi(client),
});

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/names.ts


// What content is called: that of an app, of its variants and of its previews.
/** Connect takes titles of 3 to 1024 and names of 3 to 64 characters. */
const SHORTEST = 3;
const [LONGEST_TITLE, LONGEST_NAME] = [1024, 64];
const FOREIGN = /[^A-Za-z0-9_ -]+/g;
const names_HASH_LENGTH = 8;
/** The title rsconnect-python would give: cut, or filled up with zeros. */
const titleOf = (text) => [...text].slice(0, LONGEST_TITLE).join('').padStart(SHORTEST, '0');
const reduce = (text) => text.toLowerCase().replace(FOREIGN, '').replaceAll(' ', '_').replace(/_+/g, '_');
/** The name that rsconnect-python makes of a title, without the numbers it appends when a name is taken. */
const rsconnectName = (title) => reduce(title).slice(0, LONGEST_NAME).padStart(SHORTEST, '_');
/** Cuts a name that is too long; a hash of the whole keeps it apart from others with the same beginning. */
const fitName = (name, limit) => name.length <= limit ? name : hashed(name, name, limit);
/**
 * The name of content: rsconnect-python's, unless characters get lost on the way to Connect's alphabet or at its end. A hash of the
 * whole text is then appended, so that two texts never name the same content. Case and blanks do not count.
 */
function contentName(given) {
    const text = given.normalize('NFC'); // folders' names differ in that between systems
    const reduced = reduce(text);
    const isLossy = text.search(FOREIGN) >= 0 || reduced.length > LONGEST_NAME;
    return isLossy ? hashed(reduced.replace(/^_|_$/g, ''), text, LONGEST_NAME) : rsconnectName(text);
}
function hashed(name, whole, limit) {
    const hash = (0,external_node_crypto_.createHash)('sha256').update(whole.toLowerCase()).digest('hex').slice(0, names_HASH_LENGTH);
    return [name.slice(0, limit - names_HASH_LENGTH - 1), hash].filter((part) => part !== '').join('-');
}
/** What a preview's name and title need behind those of its app. */
const [PREVIEW_NAME, PREVIEW_TITLE] = ['_pr_1234567890'.length, ' (PR #1234567890)'.length];
/**
 * The content of a variant in place of production's: the name `<name>__staging`, which no app has of itself (names of ours have no two
 * underscores in a row), the title `<title> (staging)` and the vanity URL `/<path>-staging/`.
 */
function variantOf({ name, title, settings }, variant) {
    const marked = markedName(title, ` (${variant})`, LONGEST_TITLE - PREVIEW_TITLE);
    const { vanityUrl, content } = settings;
    return {
        name: markedName(name, `__${variant}`, LONGEST_NAME - PREVIEW_NAME),
        title: marked,
        settings: {
            ...settings,
            title: marked,
            content: { ...content, title: marked },
            vanityUrl: vanityUrl && `${vanityUrl.replace(/\/$/, '')}-${variant}/`,
        },
    };
}
const NAME_MARK = /_pr_([1-9]\d{0,9})$/;
const titleMark = (pullRequest) => ` (PR #${pullRequest})`;
/** `<name>_pr_<number>`, the name cut so that the mark fits: Connect's names hold letters, digits, - and _ only. */
function names_previewName(app, pullRequest) {
    const mark = `_pr_${pullRequest}`;
    return `${fitName(app, LONGEST_NAME - mark.length)}${mark}`;
}
/** Content of its own in place of the app's: another name and title, never its GUID, and not its vanity URL. */
function previewTarget(target, pullRequest) {
    const mark = titleMark(pullRequest);
    const title = `${[...target.title].slice(0, LONGEST_TITLE - mark.length).join('')}${mark}`;
    const { title: _title, ...content } = target.settings.content;
    const { former: _former, ...rest } = target;
    return {
        ...rest,
        id: '',
        name: names_previewName(target.name, pullRequest),
        title,
        settings: { content: { ...content, title }, vanityUrl: undefined },
    };
}
/** The pull request whose preview of `app` the content is; its name and its title both have to say so. */
function pullRequestOf({ name, title }, app) {
    const pullRequest = Number(NAME_MARK.exec(name)?.[1] ?? 0);
    if (pullRequest === 0)
        return undefined;
    return name === names_previewName(app, pullRequest) && title.endsWith(titleMark(pullRequest)) ? pullRequest : undefined;
}
/** The pull request of this repository whose preview a bundle is. The active bundle is none. */
function pullRequestOfBundle({ active, metadata }, repository) {
    const number = metadata.source_pull_request ?? '';
    const { source_repo: from = '' } = metadata;
    const isOurs = from === '' || repository === '' || from === repository;
    return !active && isOurs && /^[1-9]\d{0,9}$/.test(number) ? Number(number) : undefined;
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/previews.ts




/** A draft of the app, as a preview. */
const draftItem = (server, content, bundleId) => {
    const item = toItem(server, content);
    return { ...item, url: `${item.url}/_bundle${bundleId}`, consoleUrl: `${item.consoleUrl}/draft/${bundleId}` };
};
/**
 * The previews of `app`: drafts of its content, told by what their bundles are marked with, and content of their own, told by name
 * and title. Nothing has to be remembered.
 */
function previews_createPreviews(app, contents, api, { say, origin }) {
    const { server } = api;
    const drafts = async () => {
        const content = await contents.find(app);
        if (content === undefined)
            return [];
        return ((await api.bundles(content.guid)) ?? []).flatMap((bundle) => {
            const pullRequest = pullRequestOfBundle(bundle, origin.repository);
            if (pullRequest === undefined)
                return [];
            return [{ pullRequest, item: draftItem(server, content, bundle.id), release: bundle.id }];
        });
    };
    const own = async () => {
        const { user } = await api.caller();
        // A key from trusted publishing belongs to one content, and can have made no other.
        if (user === undefined)
            return [];
        return (await api.owned(user.guid)).flatMap((content) => {
            const pullRequest = pullRequestOf(content, app);
            return pullRequest === undefined ? [] : [{ pullRequest, item: toItem(server, content) }];
        });
    };
    const removeDraft = async (guid, id, pullRequest) => {
        const bundle = (await api.bundles(guid))?.find((one) => one.id === id);
        if (bundle === undefined) {
            say(`Bundle ${id} was already gone.`);
            return false;
        }
        if (!bundle.active && pullRequestOfBundle(bundle, origin.repository) !== pullRequest)
            throw notMarked(`Bundle ${id}`, pullRequest);
        const outcome = bundle.active ? 'active' : await api.removeBundle(guid, id);
        const sentences = {
            removed: `Removed bundle ${id}, the draft of pull request #${pullRequest}.`,
            gone: `Bundle ${id} was already gone.`,
            active: `Bundle ${id} is live now: it was promoted, and stays.`,
        };
        say(sentences[outcome]);
        return outcome === 'removed';
    };
    return {
        list: async () => [...(await drafts()), ...(await own())],
        remove: async ({ pullRequest, item, release }) => {
            if (release !== undefined)
                return removeDraft(item.id, release, pullRequest);
            const content = (await own()).find((one) => one.item.id === item.id);
            if (content !== undefined && content.pullRequest !== pullRequest)
                throw notMarked(`'${(0,findings_text/* quote */.hD)(item.name)}'`, pullRequest);
            const wasThere = content !== undefined && (await api.remove(item.id));
            say(wasThere ? `Removed '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).` : `'${(0,findings_text/* quote */.hD)(item.name)}' was already gone.`);
            return wasThere;
        },
    };
}
const notMarked = (what, pullRequest) => (0,findings_finding/* failure */.V2)('not-a-preview', `${what} is not marked as the preview of pull request ${pullRequest}: it was not removed.`, 'Remove it on the server if it is not needed.');

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/creation.ts



/** Connect's code for a name that the owner has given already. */
const NAME_TAKEN = 26;
/** Content is there as soon as the server has taken it. */
const LOOK_MS = 1_000;
/**
 * Makes the content. Without a usable answer the server is asked whether it has it, before it is made once more; content that another
 * run has made at the same time is taken, for names are unique. `isNew`: this run has made it, and no other.
 */
async function createContent({ target: { name, title }, api, contents, deps }) {
    await contents.owner(); // a key that may not create is told of in its own words
    let isTaken = false;
    const judge = (response, failure) => {
        isTaken = errorCode(response) === NAME_TAKEN;
        return isTaken ? { outcome: 'unknown', why: 'the name has been given by now', failure } : undefined;
    };
    const found = async () => {
        const content = await contents.named(name);
        return content ? [{ content, isNew: false }] : [];
    };
    const made = await (0,once/* takeOnce */.X)({
        noun: 'content',
        send: async () => {
            const sent = await api.create({ name, title }, judge);
            return sent.outcome === 'accepted' ? { ...sent, taken: { content: sent.taken, isNew: true } } : sent;
        },
        look: found,
        lookMs: LOOK_MS,
        mayRepeat: () => !isTaken,
    }, deps);
    if (isTaken) {
        const { name, guid } = made.content;
        deps.say(`Another run has just created '${(0,findings_text/* quote */.hD)(name)}' (${guid}); this bundle goes there.`);
    }
    return made;
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/item-spec.ts
/** What a bundle is marked with on the server: the keys that Posit's connect-actions writes, and `source_repo`. */
const sourceOf = (origin, pullRequest) => {
    const all = {
        source: 'github-actions',
        source_repo: origin.repository,
        source_branch: origin.branch,
        source_commit: origin.commit,
        source_github_actions_run: origin.run,
        source_pull_request: pullRequest === undefined ? '' : String(pullRequest),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
};

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/python-check.ts




/**
 * Throws when no Python that the server has installed is one that the manifest asks for: the build would fail there, after the
 * upload. Where the server does not tell what it has, or nothing is asked for, there is nothing to check. An administrator may keep
 * new content from some; that is known where the server says it of every one (rsconnect-python, `preflight.py`).
 */
async function checkPython({ requires, from }, isNew, api, say) {
    const specifiers = requires === '' ? [] : parseSpecifiers(requires);
    if (isRefused(specifiers) || specifiers.length === 0)
        return;
    const installed = await api.pythons();
    if (installed.length === 0)
        return;
    const isLimited = isNew && installed.every(({ publishable }) => publishable !== undefined);
    const usable = installed.filter(({ publishable }) => !isLimited || publishable).map(({ version }) => version);
    const fitting = usable.filter((text) => {
        const version = parseVersion(text);
        return version !== undefined && contains(specifiers, version);
    });
    const list = (0,findings_text/* quote */.hD)([...new Set(usable)].join(', ') || 'none', 200);
    const isWhole = usable.length === installed.length;
    if (fitting.length === 0) {
        throw (0,findings_finding/* failure */.V2)('python-not-installed', `The server has no Python that fits ${requires} (${from}). ${isWhole ? 'It has' : 'New content may use'} ${list}.`, 'Change the pin or requires-python to one of these, and run `uv lock`; or have that Python installed on the server, for new content too.');
    }
    say(`The server has a Python that fits ${requires}: ${(0,findings_text/* quote */.hD)([...new Set(fitting)].join(', '), 200)}.`);
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/settings-diff.ts


async function findChanges({ settings }, content, api) {
    const wanted = Object.entries(settings.content);
    const differing = wanted.filter(([key, value]) => !(0,external_node_util_.isDeepStrictEqual)(content.fields[key], value));
    const lines = differing.map(([key, value]) => `${key}: ${shown(content.fields[key])} -> ${shown(value)}`);
    const vanity = settings.vanityUrl === undefined ? '' : await api.vanity(content.guid);
    const vanityUrl = settings.vanityUrl !== undefined && settings.vanityUrl !== vanity ? settings.vanityUrl : undefined;
    if (vanityUrl !== undefined)
        lines.push(`vanity_url: ${vanity === '' ? 'not set' : (0,findings_text/* quote */.hD)(vanity, 120)} -> ${vanityUrl}`);
    return { fields: Object.fromEntries(differing), vanityUrl, lines };
}
const shown = (value) => value === undefined || value === null || value === '' ? 'not set' : (0,findings_text/* quote */.hD)(JSON.stringify(value), 120);

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/undo.ts



/**
 * A failure before the bundle was built: takes back what nobody needs now, and says what is left. A run that is cancelled has no time
 * to take anything back.
 */
async function notDeployed(error, way, bench) {
    if (error instanceof findings_finding/* Cancelled */.cJ) {
        const left = leftBehind(way, bench.api);
        return left === '' ? error : (0,findings_finding/* leaving */.dv)(error, partlyDone(left));
    }
    if (!(error instanceof findings_finding/* Failure */.HR))
        return error;
    if (way.isNew)
        return withdraw(error, way, bench);
    return way.stored ? (0,findings_finding/* leaving */.dv)(error, partlyDone(await removeBundle(way, way.stored, bench.api))) : error;
}
const partlyDone = (message) => (0,findings_finding/* warning */.$e)('partly-done', message, 'Correct what failed, and run the job again.');
/** What a cancelled run leaves. */
function leftBehind({ content, isNew, changed, changing, stored }, { server }) {
    const what = `'${(0,findings_text/* quote */.hD)(content.name)}' (${content.guid})`;
    return [
        isNew ? `${what} is new, and nothing of it is live: ${toItem(server, content).consoleUrl}` : '',
        !isNew && changed.length > 0 ? `${what} already has the new values of ${changed.join(', ')}.` : '',
        !isNew && changing.length > 0 ? `${what} may already have the new values of ${changing.join(', ')}.` : '',
        stored?.uploaded ? `Bundle ${stored.bundle.id} was uploaded and not deployed.` : '',
    ]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
/** Takes the bundle back that was to be deployed, and says so. */
async function removeBundle({ content, changed }, { bundle, uploaded }, api) {
    const { guid, name, bundleId } = content;
    const fate = uploaded
        ? await api.removeBundle(guid, bundle.id).then(() => `Bundle ${bundle.id}, which was uploaded for it, was not deployed, and is removed again`, (cause) => `Bundle ${bundle.id} was uploaded but not deployed, and could not be removed (${(0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(cause), 160)})`)
        : `Bundle ${bundle.id} was not deployed`;
    const what = `'${(0,findings_text/* quote */.hD)(name)}' (${guid})`;
    const live = bundleId === undefined ? `nothing of ${what} is live` : `the code of ${what} is the one before`;
    return `${fate}: ${live}.${changed.length > 0 ? ` What did change: ${changed.join(', ')}.` : ' Nothing else has changed.'}`;
}
/** Removes the content that this run has made, unless somebody has deployed to it since; else says where it is. */
async function withdraw(error, way, { api, deps }) {
    const { guid, name } = way.content;
    const what = `'${(0,findings_text/* quote */.hD)(name)}' (${guid})`;
    try {
        const { bundleId } = await api.content(guid);
        const others = ((await api.bundles(guid)) ?? []).filter(({ id }) => id !== way.stored?.bundle.id);
        if (bundleId !== undefined || others.length > 0) {
            return (0,findings_finding/* leaving */.dv)(error, partlyDone(`Somebody else has deployed to ${what}, which this run had created: it stays.`));
        }
        await api.remove(guid);
        deps.created(undefined);
        deps.say(`Nothing is live: ${what}, which this run had created, is removed again.`);
        return error;
    }
    catch (cause) {
        if (!(cause instanceof findings_finding/* Failure */.HR))
            return cause;
        const why = (0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(cause), 160);
        return (0,findings_finding/* leaving */.dv)(error, partlyDone(`Nothing is live: ${what}, which this run had created, is empty and could not be removed (${why}). ${toItem(api.server, way.content).consoleUrl}`));
    }
}
/**
 * After a bundle that is not live: what was set for it counts for the one that is. Variables that there were not are taken away
 * again; Connect tells no values, so that of others, and of settings, is told that they are new.
 */
async function revertSettings(content, { settings, added, replaced }, { api, deps }, { within, live } = {}) {
    const { guid, name, bundleId } = live ?? content;
    if (bundleId === undefined)
        return []; // nothing is live that could have them
    const left = [...replaced];
    let trouble = '';
    if (live !== undefined)
        left.push(...added);
    else if (added.length > 0) {
        const gone = added.map((one) => ({ name: one, value: null }));
        await api.patchEnvironment(guid, gone, within).then(() => deps.say(`Removed ${added.join(', ')} again: there was no such variable before.`), (error) => {
            if (!(error instanceof findings_finding/* Failure */.HR) && !within?.aborted)
                throw error;
            left.push(...added);
            const why = within?.aborted ? 'the server did not answer in time.' : (0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(error), 160);
            trouble = ` They could not be taken away again: ${why}`;
        });
    }
    const parts = [
        ...(left.length > 0 ? [`the variables ${left.join(', ')}`] : []),
        ...(settings.length > 0 ? [`the settings ${settings.join(', ')}`] : []),
    ];
    if (parts.length === 0)
        return [];
    return [
        (0,findings_finding/* warning */.$e)('partly-done', `The code of '${(0,findings_text/* quote */.hD)(name)}' (${guid}) is that of bundle ${bundleId}, but it has ${parts.join(' and ')} of this run.${trouble}`, 'Correct what failed, and run the job again; or run the job of the commit that is live: Connect does not tell what was there before.'),
    ];
}

;// CONCATENATED MODULE: ./src/ports/http/multipart.ts
var multipart_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var multipart_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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


const multipart_READ = 256 * 1024;
/**
 * A multipart/form-data body (RFC 7578) that is streamed and whose length is known before it is sent.
 * Names and file names are our own constants. `sent` is told how many bytes of files on disk have gone out.
 */
function multipart(parts, sent) {
    const boundary = `uv-deploy-${(0,external_node_crypto_.randomUUID)()}`;
    const headers = parts.map((part) => {
        const file = 'filename' in part ? `; filename="${part.filename}"\r\nContent-Type: ${part.type}` : '';
        return Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${file}\r\n\r\n`);
    });
    const inline = parts.map((part) => Buffer.from('text' in part ? part.text : 'content' in part ? part.content : ''));
    const end = Buffer.from(`--${boundary}--\r\n`);
    const newline = Buffer.from('\r\n');
    let length = end.length;
    for (const [index, part] of parts.entries()) {
        const content = 'size' in part ? part.size : (inline[index]?.length ?? 0);
        length += (headers[index]?.length ?? 0) + content + newline.length;
    }
    const stream = async function* () {
        for (const [index, part] of parts.entries()) {
            yield headers[index];
            if ('path' in part)
                yield* multipart_readFile(part.path, sent);
            else
                yield inline[index];
            yield newline;
        }
        yield end;
    };
    return { body: { length, open: stream }, contentType: `multipart/form-data; boundary=${boundary}` };
}
/** A file on disk as a body of its own. */
const fileBody = (path, size, sent) => ({
    length: size,
    open: () => multipart_readFile(path, sent),
});
async function* multipart_readFile(path, sent) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = multipart_addDisposableResource(env_1, await (0,promises_.open)(path), true);
        const buffer = Buffer.allocUnsafeSlow(multipart_READ);
        for (let total = 0;;) {
            const { bytesRead } = await file.read(buffer, 0, multipart_READ);
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
            total += bytesRead;
            sent(total);
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = multipart_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/upload.ts





/** Receiving and unpacking a large bundle may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;
/** MD5 of the archive as the server keeps it with the bundle (`metadata.archive_md5`). */
async function archiveMd5(path) {
    const md5 = (0,external_node_crypto_.createHash)('md5');
    for await (const chunk of (0,external_node_fs_.createReadStream)(path))
        md5.update(chunk);
    return md5.digest('hex');
}
/** Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. */
async function upload(sending, guid, api, deps) {
    const { bundle, md5 } = sending;
    const before = new Set(sending.before.map(({ id }) => id));
    const isOurs = ({ id, metadata }) => !before.has(id) && (metadata.archive_md5 ?? md5) === md5;
    // Of two that are the same, either will do.
    const look = async () => ((await api.bundles(guid)) ?? []).filter(isOurs).slice(0, 1);
    const send = async (limitMs) => {
        const form = formOf(sending, progressLines(bundle.size, deps.say));
        const stored = await api.upload(guid, { ...form, silenceMs: UPLOAD_SILENCE_MS, limitMs });
        if (stored.outcome !== 'accepted')
            return stored;
        const { id, metadata } = stored.taken;
        const { archive_md5: kept = '' } = metadata;
        return kept === '' || kept === md5 ? stored : { outcome: 'again', failure: differs(id) };
    };
    return uploadOnce(bundle, send, { look, lost: (why) => lostUpload(why, 'bundle') }, deps);
}
function formOf({ bundle: { path, size }, md5, metadata }, sent) {
    if (metadata === undefined) {
        const checksum = Buffer.from(md5, 'hex').toString('base64');
        const headers = { 'content-type': 'application/gzip', 'x-content-checksum': checksum };
        return { body: fileBody(path, size, sent), headers };
    }
    const { body, contentType } = multipart([
        { name: 'archive', filename: 'bundle.tar.gz', type: 'application/x-tar', path, size },
        { name: 'metadata', text: JSON.stringify(metadata) },
    ], sent);
    return { body, headers: { 'content-type': contentType } };
}
const differs = (id) => (0,findings_finding/* failure */.V2)('upload-damaged', `The server has stored bundle ${id} with another checksum than was sent. It was not deployed.`, 'Run the job again; if it stays so, look for a proxy that changes uploads.');

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/publish.ts








/** Checks, creates, uploads, sets, and begins to deploy. What fails on the way is taken back, or told. */
async function publish(bundle, env, item, bench) {
    const { target, api, deps } = bench;
    await checkPython(target.python, item === undefined, api, deps.say);
    await checkAccessType(target.settings.content.access_type, api);
    if (item === undefined)
        await checkVanity(target.settings.vanityUrl, api);
    const { content, isNew } = item ? { content: await api.content(item.id), isNew: false } : await createContent(bench);
    if (isNew)
        deps.created(toItem(api.server, content));
    const way = { content, isNew, changed: [], changing: [] };
    try {
        await checkContent(content, target.appMode, api);
        const stored = await store(bundle, content, undefined, bench);
        way.stored = stored;
        const applied = await applySettings(way, env, bench);
        way.stored = { ...stored, uploaded: false }; // it may be deployed even if no answer says so
        const begun = await begin(content, stored, bench);
        return { content, begun, changes: applied.lines, revert: (how) => revertSettings(content, applied, bench, how) };
    }
    catch (error) {
        throw await notDeployed(error, way, bench);
    }
}
/** Rendered content is not made as a draft first: it would be rendered twice, and a task that fails changes nothing. */
async function begin({ guid, bundleId: before }, { bundle }, { target, api }) {
    const common = { guid, bundleId: bundle.id, before, isFirst: before === undefined };
    const isDraft = target.wait && !isRendered(target.appMode) && (await api.supports('draftUrl')) !== false;
    const draft = isDraft ? await api.deploy(guid, bundle.id, false) : undefined;
    if (draft !== undefined)
        return { ...common, taskId: draft, as: 'draft' };
    return { ...common, taskId: (await api.deploy(guid, bundle.id)) ?? '', as: 'live' };
}
/** Finds the very same archive on the server, from an earlier run or a preview, or uploads it. */
async function store(bundle, content, pullRequest, { api, deps }) {
    const md5 = await archiveMd5(bundle.path);
    const before = (await api.bundles(content.guid)) ?? [];
    const same = findSame(md5, before, pullRequest);
    if (same) {
        const number = same.metadata.source_pull_request;
        const origin = pullRequest === undefined && number ? `, the preview of pull request #${(0,findings_text/* quote */.hD)(number, 12)},` : '';
        deps.say(`Bundle ${same.id}${origin} on the server is this very one: it is not uploaded again.`);
        return { bundle: same, uploaded: false };
    }
    const metadata = (await api.supports('bundleMetadata')) ? sourceOf(deps.origin, pullRequest) : undefined;
    return { bundle: await upload({ bundle, md5, metadata, before }, content.guid, api, deps), uploaded: true };
}
/** The bundle with that archive; a preview takes only those of its own pull request. */
const findSame = (md5, bundles, pullRequest) => bundles.find(({ active, metadata }) => metadata.archive_md5 === md5 &&
    (pullRequest === undefined || (!active && metadata.source_pull_request === String(pullRequest))));
/** What is done before the bundle is deployed: settings, then variables. Answers what it has changed. */
async function applySettings(way, env, bench) {
    const { target, api, deps } = bench;
    const { content, changed } = way;
    const change = async (names, work) => {
        if (names.length === 0)
            return;
        way.changing = names;
        await work();
        way.changing = [];
        changed.push(...names);
    };
    const changes = await findChanges(target, content, api);
    const known = env.length > 0 ? await api.environment(content.guid) : [];
    const { fields, vanityUrl } = changes;
    await change(Object.keys(fields), () => api.patch(content.guid, fields));
    if (vanityUrl !== undefined)
        await change(['vanity_url'], () => api.setVanity(content.guid, vanityUrl));
    const settings = [...changed];
    const names = env.map(({ name }) => name);
    await change(names, async () => {
        await api.patchEnvironment(content.guid, env);
        deps.say(`Set ${names.join(', ')}.`);
    });
    const added = names.filter((name) => known?.includes(name) === false);
    return { lines: changes.lines, settings, added, replaced: names.filter((name) => !added.includes(name)) };
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/printed.ts
const printed_NOTHING = { count: 0, text: '' };
/** In characters. */
const BEGINNING = 250_000;
const END = 750_000;
function withLines({ count, text }, lines) {
    const all = text + lines.map((line) => `${line}\n`).join('');
    const isLong = all.length > 2 * (BEGINNING + END);
    return { count: count + lines.length, text: isLong ? `${all.slice(0, BEGINNING)}\n${all.slice(-END)}` : all };
}

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/tasks.ts







const tasks_WAIT_S = 1;
/** How long a start that is under way may go on when the job is cancelled: what is known to run can be stopped. */
const tasks_LINGER_MS = 2_500;
/** Rendered content can be rendered again, which is what its schedule would do; nothing else can be invoked. */
function tasks_createTasks(api, deps) {
    const renderings = new Map();
    const renderingOf = ({ id }) => renderings.get(id) ?? { as: 'task', id, before: undefined, printed: printed_NOTHING };
    return {
        start: async (item, params) => {
            const content = await api.content(item.id);
            const refusal = cannotRender(content) ?? (Object.keys(params ?? {}).length > 0 ? noParams() : undefined);
            if (refusal)
                throw refusal;
            const rendering = await start(item, api, deps);
            renderings.set(rendering.id, rendering);
            return { id: rendering.id, item, logUrl: `${item.consoleUrl}/logs` };
        },
        progress: async (invocation, withinMs) => {
            const rendering = renderingOf(invocation);
            const { ended, error } = await tasks_ask(rendering, invocation.item, withinMs, api);
            if (!ended)
                return { state: 'running' };
            return error === undefined ? { state: 'live' } : tasks_failed(rendering, invocation.item, error, api);
        },
        log: async (invocation) => renderingOf(invocation).printed.text,
        /** Connect ends jobs, not tasks: the one that renders was not there before. */
        stop: async (invocation, within) => {
            const { item } = invocation;
            const { as, id, before } = renderingOf(invocation);
            const running = (await api.jobs(item.id, within)).filter((job) => job.running && !before?.has(job.key));
            const [job, ...others] = running;
            if (job && others.length === 0)
                return api.stopJob(item.id, job.key, within);
            const isOver = as === 'job' ? job === undefined : (await api.task(id, 0, 0, { signal: within })).finished;
            if (!isOver)
                throw notStopped(item, job !== undefined);
        },
    };
}
/** Renders once. Where the answer is lost, the job that is new since is the one that renders. */
async function start(item, api, deps) {
    const hasCall = (await api.supports('render')) !== false;
    const known = await listJobs(item.id, api);
    const before = known && new Set(known.map(({ key }) => key));
    const rendering = (as, id) => ({ as, id, before, printed: printed_NOTHING });
    return (0,once/* takeOnce */.X)({
        noun: 'start',
        send: async () => {
            const begun = await api.render(item.id, hasCall, (0,clock/* lingering */.e)(deps.signal, tasks_LINGER_MS));
            return begun.outcome === 'accepted' ? { ...begun, taken: rendering('task', begun.taken) } : begun;
        },
        look: before &&
            (async () => {
                const found = (await listJobs(item.id, api))?.filter(({ key }) => !before.has(key)) ?? [];
                if (found.length === 1)
                    deps.say(`The server renders: job ${found[0]?.key}.`);
                return found.map(({ key }) => rendering('job', key));
            }),
        lost: (why) => lostStart(item, why),
    }, deps);
}
/** `undefined` where this key may not list them. */
const listJobs = (guid, api) => api.jobs(guid).catch((error) => {
    if (error instanceof findings_finding/* Failure */.HR && error.findings.every(({ code }) => code === 'forbidden'))
        return undefined;
    throw error;
});
/** Reads how it goes, with the lines it has printed since. */
async function tasks_ask(rendering, item, limitMs, api) {
    const { as, id, printed } = rendering;
    if (as === 'job') {
        const { running, exitCode } = await api.job(item.id, id, { limitMs });
        rendering.printed = withLines(printed_NOTHING, await api.jobLog(item.id, id));
        return running || exitCode === 0 ? { ended: !running } : { ended: true, error: '' };
    }
    const task = await api.task(id, printed.count, tasks_WAIT_S, { limitMs });
    rendering.printed = withLines(printed, task.output);
    return { ended: task.finished, ...(task.failed && { error: task.error }) };
}
/** A rendering that failed, with the end of its job's log among what it has printed. */
async function tasks_failed(rendering, item, error, api) {
    const { error: cause, log } = await diagnose(item.id, undefined, api);
    const { printed } = rendering;
    const isShown = printed.text.includes(`${log.split('\n').at(-1) ?? ''}\n`);
    if (!isShown)
        rendering.printed = withLines(printed, log.split('\n'));
    const why = [(0,findings_text/* quote */.hD)(error, 300), ...(error.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
    return {
        state: 'failed',
        message: `Connect could not render the document${why && `: ${why}`}`,
        remedy: 'Read its log. What was rendered before stays in place.',
    };
}
/** Why the content is nothing that can be rendered. */
function cannotRender({ name, guid, appMode, bundleId }) {
    const what = `'${(0,findings_text/* quote */.hD)(name)}' (${guid})`;
    if (bundleId === undefined) {
        return (0,findings_finding/* failure */.V2)('no-bundle', `${what} has nothing to render: no deployment of it has succeeded yet.`, 'Deploy it first with mode: deploy.');
    }
    if (isRendered(appMode) && appMode !== 'static')
        return undefined;
    return (0,findings_finding/* failure */.V2)('not-a-task', `${what} is ${(0,findings_text/* quote */.hD)(appMode)}: only documents can be rendered; apps run by themselves, and pages are as they are.`, 'Use mode: deploy, or invoke a rendered notebook or Quarto document.');
}
const noParams = () => (0,findings_finding/* failure */.V2)('params-unsupported', 'Connect renders a document without parameters: its API takes none.', "Leave out 'params'; what the document needs can be a variable in 'env' of its deployment.");
const lostStart = (item, why) => (0,findings_finding/* failure */.V2)('start-unknown', `The start had no usable answer (${why}), and which job renders now, if any, can't be told: it was not started again.`, `Look at ${item.consoleUrl}/logs, and run the job again if nothing is rendered.`);
const notStopped = (item, isSeveral) => (0,findings_finding/* failure */.V2)('start-unknown', isSeveral
    ? 'several jobs have begun since, and which of them is to be ended can not be told.'
    : 'Connect ends jobs, and shows none of it.', `Look at ${item.consoleUrl}/logs.`);

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/gateway.ts












/** What can be done with content of which only the identity is known; `app` is what the app itself is called. */
function gateway_openConnection(identity, access, deps, app = identity.name) {
    const { name } = identity;
    const api = api_createApi(client_createClient(access, deps));
    const contents = createContents(identity, api, deps.origin);
    const connection = {
        name,
        verify: async () => {
            const { user } = await api.caller();
            if (user === undefined)
                deps.say('The key comes from trusted publishing.');
            else if (user.locked || !user.confirmed)
                throw unusable('locked, or not confirmed yet');
            else if (user.role === 'viewer')
                throw unusable('a viewer, who may not publish');
        },
        find: async () => {
            const content = await contents.findOurs(name);
            return content && toItem(access.server, content);
        },
        tasks: tasks_createTasks(api, deps),
        previews: previews_createPreviews(app, contents, api, deps),
    };
    return { connection, api, contents };
}
/** Content of the target's own: production, or a preview that is content of its own. */
function gateway_openGateway(target, access, deps, app = target.name) {
    const { connection, api, contents } = gateway_openConnection({ ...target, slug: '' }, access, deps, app);
    const bench = { target, access, api, contents, deps };
    const { server } = access;
    const deployments = new Map();
    /** What this run has published. */
    let published;
    const releaseOf = (item, id) => ({ id, item, logUrl: `${item.consoleUrl}/logs` });
    const follow = (item, begun, revert) => {
        deployments.set(begun.bundleId, createDeployment(begun, bench, revert));
        return releaseOf(item, begun.bundleId);
    };
    return {
        ...connection,
        deploy: async (source, env, item) => {
            published = await publish(archiveOf(source), env, item, bench);
            const { content, begun, revert } = published;
            return follow(toItem(server, content), begun, revert);
        },
        currentRelease: async (item) => (await api.content(item.id)).bundleId,
        unchanged: async (item, source, env) => {
            if (env.length > 0)
                return undefined; // Connect tells no values
            const content = await api.content(item.id);
            const same = findSame(await archiveMd5(archiveOf(source).path), (await api.bundles(item.id)) ?? [], undefined);
            if (same === undefined || same.id !== content.bundleId)
                return undefined;
            const { lines } = await findChanges(target, content, api);
            return lines.length === 0 ? releaseOf(item, same.id) : undefined;
        },
        progress: async ({ id }, withinMs) => (await deployments.get(id)?.progress(withinMs)) ?? { state: 'running' },
        cancel: async ({ id }, within) => deployments.get(id)?.cancel(within),
        applySettings: async ({ item }) => ({ item, changes: published?.changes ?? [] }),
        probeHeaders: async (item) => (await api.content(item.id)).accessType === 'all' ? {} : client_authorization(access),
        isServing: async ({ id, item }) => {
            const content = await api.content(item.id);
            if (content.bundleId === id || content.bundleId === published?.content.bundleId)
                return content.bundleId === id;
            throw new findings_finding/* Failure */.HR([superseded(server, content, id), ...((await published?.revert({ live: content })) ?? [])]);
        },
        explain: (item) => explain(item.id, api),
        releases: {
            previous: async ({ id }) => {
                const before = published?.content.bundleId;
                return before === id ? undefined : before;
            },
            activate: async (item, id) => {
                const taskId = (await api.deploy(item.id, id)) ?? '';
                return follow(item, { guid: item.id, bundleId: id, taskId, as: 'live', before: undefined });
            },
            revert: async () => (await published?.revert()) ?? [],
        },
    };
}
const unusable = (what) => (0,findings_finding/* failure */.V2)('not-publisher', `The user of this key is ${what}.`, 'Use the key of a publisher, or ask an administrator to make the user one.');

;// CONCATENATED MODULE: ./src/platforms/connect/gateway/preview-gateway.ts












/**
 * The preview of a pull request. Where the server keeps what bundles are marked with (2025.12 and later) and the app is live, it is a
 * draft of the app's own content; else it is content of its own.
 */
function openPreviewGateway(pullRequest, target, access, deps) {
    const { connection, api, contents } = gateway_openConnection({ ...target, slug: '' }, access, deps);
    const choose = async () => {
        const own = () => gateway_openGateway(previewTarget(target, pullRequest), access, deps, target.name);
        if ((await api.supports('bundleMetadata')) !== true)
            return own();
        const content = await contents.findOurs(target.name);
        if (content?.bundleId === undefined)
            return own();
        await checkContent(content, target.appMode, api);
        return openDraftGateway(content, pullRequest, target, { access, deps });
    };
    let chosen;
    const gateway = () => (chosen ??= choose());
    return {
        ...connection,
        name: names_previewName(target.name, pullRequest),
        find: async () => (await gateway()).find(),
        deploy: async (...args) => (await gateway()).deploy(...args),
        currentRelease: async (item) => (await gateway()).currentRelease(item),
        unchanged: async (...args) => (await gateway()).unchanged?.(...args),
        progress: async (...args) => (await gateway()).progress(...args),
        cancel: async (...args) => (await gateway()).cancel?.(...args),
        applySettings: async (release) => (await gateway()).applySettings(release),
        probeHeaders: async (item) => (await gateway()).probeHeaders(item),
        isServing: async (release) => (await gateway()).isServing(release),
        explain: async (item) => (await (await gateway()).explain?.(item)) ?? '',
    };
}
/** A draft of the app's own content: what people see, its settings and its variables are not touched. */
function openDraftGateway(content, pullRequest, target, { access, deps }) {
    const { guid } = content;
    const { connection, api, contents } = gateway_openConnection({ id: guid, name: target.name, slug: '' }, access, deps);
    const bench = { target, access, api, contents, deps };
    let deployment;
    const releaseOf = (id) => {
        const item = draftItem(api.server, content, id);
        return { id, item, logUrl: item.consoleUrl };
    };
    const drafts = async () => ((await api.bundles(guid)) ?? []).filter((one) => pullRequestOfBundle(one, deps.origin.repository) === pullRequest);
    return {
        ...connection,
        find: async () => toItem(api.server, content),
        deploy: async (source, env) => {
            const begun = await publishDraft(archiveOf(source), env, { content, pullRequest }, bench);
            deployment = createDeployment(begun, bench);
            return releaseOf(begun.bundleId);
        },
        currentRelease: async () => (await drafts())[0]?.id,
        unchanged: async (_item, source, env) => {
            if (env.length > 0)
                return undefined;
            const same = findSame(await archiveMd5(archiveOf(source).path), (await api.bundles(guid)) ?? [], pullRequest);
            return same && same.id === (await drafts())[0]?.id ? releaseOf(same.id) : undefined;
        },
        progress: async (_release, withinMs) => (await deployment?.progress(withinMs)) ?? { state: 'running' },
        applySettings: async ({ id, item }) => {
            // The drafts of earlier pushes have done their work.
            for (const old of await drafts()) {
                if (Number(old.id) < Number(id))
                    await api.removeBundle(guid, old.id);
            }
            return { item, changes: [] };
        },
        probeHeaders: async () => client_authorization(access),
        // A draft's URL names its bundle.
        isServing: async () => true,
        explain: () => explain(guid, api),
    };
}
async function publishDraft(bundle, env, { content, pullRequest }, bench) {
    const { target, api, deps } = bench;
    await checkPython(target.python, false, api, deps.say);
    if (env.length > 0) {
        const names = env.map(({ name }) => name).join(', ');
        deps.say(`A draft has the variables of the live app: ${names} of this run are not set.`);
    }
    const { guid, bundleId: before } = content;
    const { id } = (await store(bundle, content, pullRequest, bench)).bundle;
    const taskId = await api.deploy(guid, id, false);
    if (taskId === undefined)
        throw noDrafts(api.server);
    return { guid, bundleId: id, taskId, as: 'preview', before };
}
const noDrafts = (server) => (0,findings_finding/* failure */.V2)('no-drafts', `${server} takes no drafts.`, 'Have the server updated to 2025.12 or later.');

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/files.ts
/**
 * Folders that rsconnect-python never bundles. It looks at the first one of a path only; those whose names mean nothing else are
 * left out at any depth here, as Posit Publisher does.
 */
const AT_ROOT = new Set(['packrat', 'renv', 'rsconnect-python', 'rsconnect']);
const ANYWHERE = new Set([
    '.Rproj.user',
    '.git',
    '.svn',
    '__pycache__',
    'node_modules',
    '.rsconnect-python',
    '.quarto',
]);
const files_FILES = /(?:^|\/)(?:\.DS_Store|\.Rhistory|\.rscignore|[^/]+\.Rproj|[^/]+\.pyc)$/;
/** Whether a path is left out of every bundle for Connect. */
function isIgnored(path) {
    const folders = path.split('/').slice(0, -1);
    return AT_ROOT.has(folders[0] ?? '') || folders.some((folder) => ANYWHERE.has(folder)) || files_FILES.test(path);
}

;// CONCATENATED MODULE: ./src/bundle/manifest.ts
/**
 * The manifest of a bundle in Posit Connect's format, version 1: what was deployed, with the MD5 of every file
 * (docs.posit.co/connect/user/manifest, and what rsconnect-python writes).
 */
function manifest(facts, files) {
    const { appmode, entrypoint, primaryHtml, contentCategory, image, managesPython, quarto, packageManager } = facts;
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

;// CONCATENATED MODULE: ./src/bundle/secrets.ts



/** Text files up to this size are looked into. Keys and tokens are pasted into small files. */
const secrets_LIMIT = 1_000_000;
/** What a secret looks like. Only forms that their issuers made recognisable: a false alarm stops a deployment. */
const PATTERNS = [
    ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/],
    ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
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
const secrets_NAMES = /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pypirc|\.git-credentials|[^/]+\.(?:p12|pfx|jks|keystore))$/;
/** Finds files that must not leave the repository. Findings name the file and the kind, never the value. */
function findSecrets(files, shown) {
    const findings = [];
    for (const file of files) {
        if (typeof file.source !== 'string')
            continue;
        const found = secrets_NAMES.test(file.path) ? { what: 'credentials', line: undefined } : look(file.source, file.size);
        if (found === undefined)
            continue;
        findings.push((0,findings_finding/* error */.z3)('secret-in-bundle', `${(0,findings_text/* quote */.hD)(shown(file.source), 200)} holds ${found.what} and would be deployed.`, "Remove it from the repository and revoke it, or leave the file out with 'exclude'.", { file: shown(file.source), ...(found.line !== undefined && { line: found.line }) }));
    }
    return findings;
}
const buffer = Buffer.alloc(secrets_LIMIT);
function look(path, size) {
    if (size > secrets_LIMIT || size < 20)
        return undefined;
    let handle;
    let text;
    try {
        handle = (0,external_node_fs_.openSync)(path, 'r');
        const read = (0,external_node_fs_.readSync)(handle, buffer, 0, secrets_LIMIT, 0);
        if (buffer.subarray(0, Math.min(read, 4096)).includes(0))
            return undefined;
        text = buffer.toString('latin1', 0, read);
    }
    catch {
        return undefined; // packing it will say why
    }
    finally {
        if (handle !== undefined)
            (0,external_node_fs_.closeSync)(handle);
    }
    if (!ANY.test(text))
        return undefined;
    for (const [what, pattern] of PATTERNS) {
        const match = pattern.exec(text);
        if (match)
            return { what, line: text.slice(0, match.index).split('\n').length };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/app-modes.ts
/**
 * The content types of Posit Connect that this action builds from source, by the names of its manifest and API.
 * The others (R, Node.js) are deployed with a manifest.json of their own.
 */
const APP_MODES = {
    'python-api': { label: 'Flask or another WSGI app', form: 'module', packages: ['flask', 'bottle', 'falcon'] },
    'python-fastapi': {
        label: 'FastAPI or another ASGI app',
        form: 'module',
        packages: ['fastapi', 'starlette', 'litestar', 'quart'],
    },
    'python-dash': { label: 'Dash app', form: 'module', packages: ['dash'] },
    'python-streamlit': { label: 'Streamlit app', form: 'script', packages: ['streamlit'] },
    'python-shiny': { label: 'Shiny app', form: 'shiny', packages: ['shiny'] },
    'python-bokeh': { label: 'Bokeh app', form: 'script', packages: ['bokeh'] },
    'python-gradio': { label: 'Gradio app', form: 'script', packages: ['gradio'] },
    'python-panel': { label: 'Panel app', form: 'script', packages: ['panel'] },
    'quarto-static': { label: 'Quarto document', form: 'none', packages: [] },
    'jupyter-static': { label: 'notebook', form: 'notebook', packages: [] },
    'jupyter-voila': { label: 'Voila notebook', form: 'notebook', packages: ['voila'] },
    static: { label: 'HTML page', form: 'html', packages: [] },
};
const MODE_NAMES = Object.keys(APP_MODES);
const isAppMode = (name) => Object.hasOwn(APP_MODES, name);
const factsOf = (mode) => APP_MODES[mode];

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/flatten.ts






/**
 * Copies of the packages' modules for the root of the bundle. `files` are those of the project's bundle; `list` lists those of a
 * package outside of the project. A place that is taken by other bytes is an error.
 */
async function flatten(project, packages, files, list) {
    const taken = new Map(files.map((file) => [file.path, file]));
    const added = new Map();
    const findings = [];
    for (const { name, folder, roots } of packages) {
        const isOwn = isInside(project.dir, folder);
        const below = isOwn ? prefix((0,external_node_path_.relative)(project.dir, folder)) : '';
        const isLeftOut = leftOut(folder);
        // By a link, a file comes under another name: its own counts as well.
        const isTaken = ({ path, source }) => [path, typeof source === 'string' ? shownIn(folder, source) : path].every((one) => !(isLeftOut(one) || isEnvFile(one)));
        const own = isOwn
            ? files
                .filter(({ path }) => path.startsWith(below))
                .map((file) => ({ ...file, path: file.path.slice(below.length) }))
            : (await list(folder)).filter(isTaken);
        for (const { path: root, modules } of roots) {
            for (const file of own) {
                if (!file.path.startsWith(prefix(root)))
                    continue;
                const path = file.path.slice(prefix(root).length);
                const [top = ''] = path.split('/');
                if (/\.(?:egg|dist)-info$/.test(top) || (modules && !modules.includes(top.replace(/\.pyi?$/, ''))))
                    continue;
                const other = taken.get(path) ?? added.get(path);
                if (other === undefined)
                    added.set(path, { ...file, path });
                else if (other.source !== file.source && other.size + file.size > 0)
                    findings.push(conflict(project, name, path, file));
            }
        }
    }
    return { added: inOrder([...added.values()]), findings };
}
const prefix = (folder) => (folder === '' ? '' : `${folder.split(external_node_path_.sep).join('/')}/`);
function conflict(project, name, path, { source }) {
    const place = typeof source === 'string' ? { file: project.shown(source) } : {};
    return (0,findings_finding/* error */.z3)('flatten-conflict', `${(0,findings_text/* quote */.hD)(name)} is not installed on the server but copied to the root of the bundle, where another ${(0,findings_text/* quote */.hD)(path, 200)} is already.`, 'Rename one of the two files.', place);
}

// EXTERNAL MODULE: ./src/ports/child-env.ts
var child_env = __webpack_require__(2064);
;// CONCATENATED MODULE: ./src/ports/uv.ts




/**
 * How packages and Pythons are reached from this machine, by https://docs.astral.sh/uv/reference/environment/. What else variables
 * can say (what is resolved, built or installed, and how) is left out: a server has not heard it.
 */
const REACH = (0,child_env/* variableNames */.zo)(`
  (?:UV_)?(?:HTTPS?|ALL|NO)_PROXY UV_(?:HTTP|REQUEST)_\\w+ HTTP_TIMEOUT UV_CONCURRENT_\\w+ UV_OFFLINE UV_LOCK_TIMEOUT
  SSL_CERT_(?:FILE|DIR) SSL_CLIENT_CERT UV_SYSTEM_CERTS UV_NATIVE_TLS UV_INSECURE_HOST (?:REQUESTS|CURL)_CA_BUNDLE
  UV_CACHE_DIR UV_LINK_MODE UV_PYPY_INSTALL_MIRROR UV_(?:NO_)?MANAGED_PYTHON
  UV_PYTHON_(?:INSTALL_DIR|CACHE_DIR|INSTALL_MIRROR|DOWNLOADS(?:_JSON_URL)?|PREFERENCE|SEARCH_PATH)
`);
const INDEXES = (0,child_env/* variableNames */.zo)('UV_DEFAULT_INDEX UV_INDEX(?:_URL|_STRATEGY)? UV_EXTRA_INDEX_URL UV_FIND_LINKS UV_NO_INDEX');
/** What logs in to private indexes and repositories. */
const uv_ACCESS = (0,child_env/* variableNames */.zo)(`
  UV_INDEX_\\w+_(?:USERNAME|PASSWORD) UV_KEYRING_PROVIDER UV_CREDENTIALS_DIR NETRC
  SSH_AUTH_SOCK SSH_AGENT_PID (?:GIT|SSH)_ASKPASS GIT_SSH(?:_COMMAND|_VARIANT)? GIT_SSL_CA(?:INFO|PATH) GIT_TERMINAL_PROMPT
  GIT_CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|(?:KEY|VALUE)_\\d+)
`);
/** The environment for uv and what it starts, such as the code that builds a package. */
const uvEnvironment = (environment) => ({
    ...(0,child_env/* childEnvironment */.Qc)(environment, REACH, INDEXES, uv_ACCESS),
    ...{ NO_COLOR: '1', UV_NO_PROGRESS: '1' },
});
/** Answers uv when it is on PATH and runs. */
async function findUv(exec, cwd, environment, signal) {
    // The one in the project's folder may be committed, and uv asks an environment's Python what it is.
    const elsewhere = (0,external_node_path_.join)(environment.RUNNER_TEMP || (0,external_node_os_.tmpdir)(), 'uv-deploy-environment');
    const base = { ...uvEnvironment(environment), UV_PROJECT_ENVIRONMENT: elsewhere };
    const run = (args, options) => exec('uv', args, { cwd: options.cwd, env: { ...base, ...options.env }, signal });
    try {
        const { exitCode, stdout } = await run(['--version'], { cwd });
        const version = /^uv (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1];
        if (exitCode !== 0 || version === undefined)
            return undefined;
        // Else the project's own configuration chooses a folder, which may be anywhere.
        if (!base.UV_CACHE_DIR) {
            const folder = (await run(['cache', 'dir', '--no-config'], { cwd })).stdout.trim();
            if ((0,external_node_path_.isAbsolute)(folder))
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
    const folders = process.platform === 'win32' ? [APPDATA, PROGRAMDATA] : [XDG_CONFIG_HOME || (0,external_node_path_.join)(HOME, '.config'), '/etc'];
    for (const folder of folders) {
        const file = (0,external_node_path_.join)(folder ?? '', 'uv', 'uv.toml');
        try {
            settings.set(file, (0,external_node_fs_.readFileSync)(file, 'utf8'));
        }
        catch {
            // most machines have none
        }
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

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/url-credentials.ts


/** The user and the password of URLs. `${NAME}` stands for what is not in the file. */
const USER_INFO = /[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/@:"']+)(?::([^\s/@"']*))?@/gi;
const url_credentials_VARIABLE = /^\$\{?\w+\}?$/;
/** A user without a password is a name (`git`, an organisation), unless it looks like a token. */
const TOKEN = /^(?:gh[pousr]_|github_pat_|glpat-|pypi-)|^[^$]{24,}$/;
/** URLs with a credential in one line of a file that would be deployed. The finding never shows it. */
function credentialsIn(line, place) {
    if (!line.includes('@'))
        return [];
    const isSecret = [...line.matchAll(USER_INFO)].some(([, user = '', password = '']) => password === '' ? TOKEN.test(user) : !url_credentials_VARIABLE.test(password));
    if (!isSecret)
        return [];
    const name = /^([\w.-]+)\s*(?:\[[^\]]*\]\s*)?@/.exec(line.trim())?.[1];
    return [
        (0,findings_finding/* error */.z3)('credentials-in-url', `${name ? `The URL of ${(0,findings_text/* quote */.hD)(name)}` : 'A URL'} in ${place.file} holds a credential, which would be deployed.`, 'Take the credential out of the URL and revoke it; let the server reach the package by its own configuration.', place),
    ];
}
/** As `credentialsIn`, for each line of a file. */
const credentialsOf = ({ text, shown }) => text.split('\n').flatMap((line, index) => credentialsIn(line, { file: shown, line: index + 1 }));

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/requirements.ts







const REQUIREMENTS = 'requirements.txt';
const requirements_LIMIT = 1_000_000;
/** Reads a requirements file of the project. Bytes that are not UTF-8 are replaced: comments may have some. */
function requirements_readRequirements(project, path) {
    const file = readBytes(project.checkout, path, requirements_LIMIT);
    if (file === undefined || 'level' in file)
        return file;
    return { path, shown: file.shown, text: Buffer.from(file.bytes).toString() };
}
/**
 * The locked packages as requirements, by `uv export` in `dir`: without the project, the development group, hashes (Connect adds
 * packages of its own to the install, which have none) and comments, so that the same lock gives the same text. Public indexes that
 * `locked` packages come from are named in it: the server's pip and uv look at their own index only.
 * Packages whose code is in the bundle are left out; their dependencies stay.
 */
async function exportRequirements(uv, dir, { groups, extras }, { lock, locked }) {
    const args = [
        ...['export', '--frozen', '--format', 'requirements-txt', '--no-header', '--no-annotate', '--no-hashes'],
        ...['--no-emit-project', '--no-default-groups', '--no-python-downloads'],
        ...groups.flatMap((group) => ['--group', group]),
        ...extras.flatMap((extra) => ['--extra', extra]),
    ];
    const { exitCode, stdout, stderr } = await uv.run(args, { cwd: dir });
    if (exitCode !== 0) {
        const finding = (0,findings_finding/* error */.z3)('export-failed', `uv can't write the requirements of ${lock.shown}: ${(0,findings_text/* head */.d5)(uvReason(stderr), 8, 700)}`, 'Run `uv export --frozen` on your machine, correct what uv names, and commit uv.lock.', { file: lock.shown, line: 1 });
        return { text: '', findings: [finding] };
    }
    const lines = stdout.split(/\r?\n/).filter((line) => line.trim() !== '' && !isLocal(line));
    const urls = locked.flatMap(({ source }) => source?.kind === 'registry' && EXTRA.test(source.at) ? [source.at] : []);
    const indexes = [...new Set(urls)].sort().map((url) => `--extra-index-url ${url}`);
    const text = [...indexes, ...lines].map((line) => `${line.trim()}\n`).join('');
    return { text, findings: lines.flatMap((line) => credentialsIn(line, { file: lock.shown, line: 1 })) };
}
/** The public index beside PyPI from which people lock: PyTorch's, whose versions (`+cpu`) are nowhere else. */
const EXTRA = /^https:\/\/download(?:-r2)?\.pytorch\.org\/[\w./-]*$/;
/** A line that installs something from disk. */
const isLocal = (line) => /^\s*(?:-e\b|--editable\b|\.{0,2}\/|\.\.?(?:\s|$))|(?:^|\s|@\s*)file:/.test(line) || /@\s*\.{0,2}\//.test(line);
/**
 * What would fail of a requirements file that the project brings along, line by line. Its pip options are kept: the server reads
 * them. `has` tells which paths are in the bundle.
 */
function checkRequirements(text, shown, locked, has) {
    const findings = [];
    const versions = new Map();
    for (const { name, version = '' } of locked)
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
    text.split(/\r?\n/).forEach((raw, index) => {
        const line = raw.replace(/(?:^|\s)#.*$/, '').trim();
        const place = { file: shown, line: index + 1 };
        const complain = (level, code, message, remedy) => findings.push({ level, code, message, remedy, ...place });
        const option = /^(?:-r|--requirement|-c|--constraint)[\s=]*(.+)$/.exec(line)?.[1];
        findings.push(...credentialsIn(line, place));
        if (option !== undefined && !has(option.replace(/^\.\//, ''))) {
            const message = `${shown} names ${(0,findings_text/* quote */.hD)(option, 200)}, which is not in the bundle.`;
            complain('error', 'requirements-file-missing', message, 'Commit the file, or take it in with include.');
        }
        else if (isLocal(line)) {
            const message = `${shown} installs from disk: '${(0,findings_text/* quote */.hD)(line, 200)}'. The server can't.`;
            const remedy = `Remove the line, or delete ${shown}: it is then made from uv.lock, with local code copied along.`;
            complain('error', 'requirements-local', message, remedy);
        }
        else if (/(?:^|\s)--(?:hash|require-hashes)\b/.test(line)) {
            if (findings.some(({ code }) => code === 'requirements-hashes'))
                return;
            const message = `${shown} has hashes: Connect adds packages of its own, which have none, and pip then refuses.`;
            complain('warning', 'requirements-hashes', message, 'Write it without hashes, such as by uv export --no-hashes.');
        }
        const [, name = '', version = ''] = /^([\w.-]+)(?:\[[^\]]*\])?\s*==\s*([^\s;,*]+)\s*(?:;|--|\\|$)/.exec(line) ?? [];
        const known = versions.get(normalName(name));
        if (known && version !== '' && !known.has(version)) {
            const message = `${shown} pins ${name} ${(0,findings_text/* quote */.hD)(version)}; uv.lock has ${[...known].map((one) => (0,findings_text/* quote */.hD)(one)).join(' and ')}.`;
            const remedy = `Delete ${shown}, which is then made from uv.lock, or write it anew from the lock.`;
            complain('warning', 'requirements-stale', message, remedy);
        }
    });
    return findings;
}
/** The normal names of what a requirements file asks for, each line by its beginning; a line that has none is a name by itself. */
const requirementNames = (text) => text
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '' && !/^--?(?!r\b|requirement\b|e\b|editable\b)/.test(line))
    .map((line) => /^[\w.-]+(?=\s*(?:$|[[=<>~!;@]))/.test(line) ? normalName(/^[\w.-]+/.exec(line)?.[0] ?? '') : line);
/**
 * What decides whether a server can use an environment again: the requirements by their bytes, the Python, and the installer.
 * The same answer for two bundles means that nothing has to be installed for the second.
 */
const environmentKey = (requirements, python, installer) => (0,external_node_crypto_.createHash)('sha256').update(requirements).update(`\0${python}\0${installer}`).digest('hex');
/** Indexes that are folders: the bundle may have them, but a requirements file made of the lock does not lead there. */
function localIndexes(locked, lock) {
    const isFolder = ({ source }) => source?.kind === 'registry' && source.at !== '' && !source.at.includes('://');
    const byFolder = Map.groupBy(locked.filter(isFolder), ({ source }) => source?.at ?? '');
    return [...byFolder].map(([folder, packages]) => {
        const names = packages.map(({ name }) => (0,findings_text/* quote */.hD)(name));
        const shown = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
        return (0,findings_finding/* error */.z3)('local-index', `The lock takes ${shown} from the folder ${(0,findings_text/* quote */.hD)(folder, 200)}, which the server does not have.`, 'Publish these packages to a package index that the server reaches.', { file: lock.shown, line: lock.lineOf(`${packages[0]?.key}.name`) });
    });
}
/** Sources that are a URL with a credential in it. */
const checkSources = (locked, lock) => locked.flatMap(({ key, name, source }) => source?.kind === 'git' || source?.kind === 'url'
    ? credentialsIn(`${name} @ ${source.at}`, { file: lock.shown, line: lock.lineOf(`${key}.name`) })
    : []);

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/finish.ts










/** Sources of requirements that `[tool.rsconnect]` may name and that are the lock to us: it pins what they only ask for. */
const FROM_LOCK = ['uv.lock', 'pyproject.toml'];
/** What rsconnect-python writes when Quarto does not tell its version: the server takes its newest. */
const ANY_QUARTO = '99.9.9';
/**
 * The requirements file that the project brings along, which Posit's own clients put before a lock. `finding` says that the one
 * that `[tool.rsconnect]` names is not in the bundle.
 */
function givenRequirements({ project, rsconnect }, files) {
    const named = rsconnect?.requirementsFile.replace(/^\.\//, '') ?? '';
    if (FROM_LOCK.includes(named))
        return {};
    const name = named || REQUIREMENTS;
    const found = files.find(({ path }) => path === name);
    if (found === undefined && named === '')
        return {};
    const source = typeof found?.source === 'string' ? found.source : (0,external_node_path_.join)(project.dir, name);
    const read = requirements_readRequirements(project, source);
    if (read !== undefined && 'level' in read)
        return { finding: read };
    if (found && read)
        return { file: { ...read, name } };
    const exists = read !== undefined;
    return {
        finding: (0,findings_finding/* error */.z3)('requirements-file-missing', `[tool.rsconnect] names ${(0,findings_text/* quote */.hD)(named, 200)}, which ${exists ? 'is left out of the bundle' : 'does not exist'}.`, 'Correct requirements_file, or remove it: the requirements are then made from uv.lock.', project.pyproject && {
            file: project.pyproject.shown,
            line: project.pyproject.lineOf('tool.rsconnect.requirements_file'),
        }),
    };
}
/** Adds the requirements and the local packages' modules, and writes the manifest. */
async function finish(content, files, tools) {
    const { settings, runsPython } = content;
    const packageFile = givenRequirements(content, files).file?.name ?? REQUIREMENTS;
    const made = runsPython ? await addPython(content, files, tools) : { added: [], notes: [], findings: [] };
    return {
        ...made,
        ...(runsPython && settings.environmentManagement !== false && { requirements: packageFile }),
        manifest: (packed) => manifest(manifestFacts(content, packageFile), packed),
    };
}
/** The local packages' modules and, where the project has none of its own, the requirements made from the lock. */
async function addPython(content, files, { uv, list }) {
    const { project, settings, local, locked, python } = content;
    const { added, findings } = await flatten(project, local, files, list);
    const foreign = added.filter(({ source }) => typeof source === 'string' && !isInside(project.dir, source));
    findings.push(...findSecrets(foreign, project.shown));
    const names = local.filter(({ roots }) => roots.length > 0).map(({ name }) => (0,findings_text/* quote */.hD)(name));
    const notes = names.length > 0 ? [`The code of ${names.join(', ')} is at the root of the bundle, not installed.`] : [];
    let text = givenRequirements(content, files).file?.text;
    if (text === undefined && project.lock && uv === undefined) {
        findings.push(noUv(project.lock.shown));
    }
    else if (text === undefined && project.lock && uv) {
        const made = await exportRequirements(uv, project.dir, settings, { lock: project.lock, locked });
        findings.push(...made.findings);
        text = made.text;
        const source = Buffer.from(text);
        added.push({ path: REQUIREMENTS, source, size: source.length, executable: false });
    }
    if (settings.environmentManagement === false) {
        notes.push(unmanaged(locked.filter(({ source }) => !finish_FOLDERS.includes(source?.kind))));
    }
    else if (text !== undefined) {
        const key = environmentKey(text, python.version, settings.installer).slice(0, 12);
        notes.push(`Environment ${key}: as long as this stays the same, Connect has nothing to install.`);
    }
    return { added, notes, findings };
}
function manifestFacts({ decided: { mode, entrypoint }, settings, runsPython, python, quarto }, packageFile) {
    const { form } = factsOf(mode);
    return {
        appmode: mode,
        entrypoint: form === 'none' ? '' : entrypoint,
        ...(form === 'html' && { primaryHtml: entrypoint }),
        ...(quarto && quarto.documents.length > 1 && { contentCategory: 'site' }),
        ...(quarto && { quarto: { version: settings.quartoVersion ?? ANY_QUARTO, engines: quarto.engines } }),
        python: python.version,
        requiresPython: python.requires,
        ...(runsPython && {
            packageManager: {
                name: settings.installer === 'uv' ? 'uv' : 'pip',
                // The runner's uv says nothing of the content: with it, a newer runner would make another bundle of the same commit.
                version: '',
                packageFile,
                allowUv: { uv: true, pip: false, auto: undefined }[settings.installer],
            },
        }),
        image: settings.image,
        managesPython: settings.environmentManagement,
    };
}
const noUv = (lock) => (0,findings_finding/* error */.z3)('no-uv', `Connect installs from a ${REQUIREMENTS}, which only uv can make from ${lock}; uv is not on PATH.`, `Add a step with astral-sh/setup-uv before this one, or commit a ${REQUIREMENTS}.`, { file: lock, line: 1 });
const SHOWN = 30;
const finish_FOLDERS = ['editable', 'directory', 'virtual'];
/** For the summary: who has to install what. */
function unmanaged(locked) {
    const names = locked.map((one) => (0,findings_text/* quote */.hD)(packageName(one)));
    const rest = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    const needs = names.length === 0 ? 'nothing' : `${names.slice(0, SHOWN).join(', ')}${rest}`;
    return `environment-management is off: Connect installs nothing. An administrator has to have installed what the lock needs: ${needs}.`;
}

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/local-packages.ts










/** Build backends that only copy Python files. Others compile, or may. */
const PURE = /^(?:uv_build|hatchling\.build|setuptools\.build_meta(?::__legacy__)?|flit_core\.buildapi|poetry\.core\.masonry\.api|pdm\.backend|pdm\.pep517\.api)$/;
const COMPILERS = /^(?:cython|maturin|pybind11|scikit-build|setuptools-rust|nanobind|cffi|mypyc?|numpy)\b/i;
const PYPROJECT_LIMIT = 5_000_000;
/** The packages of the lock whose code is in the checkout, and what can't be deployed of them. */
async function readLocalPackages(project, locked) {
    const { lock } = project;
    const packages = [];
    const findings = [];
    for (const { key, name, source } of locked) {
        if (source === undefined)
            continue;
        const complain = (code, message, remedy, place) => findings.push((0,findings_finding/* error */.z3)(code, message, remedy, place ?? (lock && { file: lock.shown, line: lock.lineOf(`${key}.name`) })));
        if (source.kind === 'path') {
            const message = `${(0,findings_text/* quote */.hD)(name)} is taken from the file ${(0,findings_text/* quote */.hD)(source.at, 200)}, which the server can't install.`;
            complain('local-archive', message, 'Publish it to a package index and depend on it there.');
            continue;
        }
        if (source.kind !== 'editable' && source.kind !== 'directory')
            continue;
        const folder = realFolder((0,external_node_path_.join)(project.workspace.root, source.at));
        const problem = placeProblem(project, folder);
        if (problem) {
            const message = `${(0,findings_text/* quote */.hD)(name)} at ${(0,findings_text/* quote */.hD)(source.at, 200)} ${problem}: its code can't be deployed.`;
            complain('local-package-outside', message, 'Move it into the repository, or publish it to a package index.');
            continue;
        }
        const file = readPyproject(project, folder);
        const compiler = file && compilerOf(file);
        if (file && compiler !== undefined) {
            const message = `${(0,findings_text/* quote */.hD)(name)} is built with ${(0,findings_text/* quote */.hD)(compiler)}: its code has to be compiled, which the server does not do for code of the bundle.`;
            const remedy = 'Publish it to a package index and depend on it there.';
            complain('local-package-compiled', message, remedy, { file: file.shown, line: file.lineOf('build-system') });
            continue;
        }
        packages.push({ name, folder, roots: local_packages_rootsOf(folder, name, file, folder === project.dir) });
    }
    return { packages, findings };
}
/** Without links, so that it is judged by what is really there; a folder that is missing stays as it is written. */
function realFolder(path) {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return path;
    }
}
function placeProblem({ checkout, dir }, folder) {
    if (!isInside(checkout, folder))
        return 'leads out of the repository';
    const base = isInside(dir, folder) ? dir : checkout;
    const isLeftOut = leftOut(base)(`${shownIn(base, folder)}/pyproject.toml`);
    return isLeftOut ? 'is in a folder that is never deployed' : undefined;
}
function readPyproject(project, folder) {
    const path = (0,external_node_path_.join)(folder, 'pyproject.toml');
    const known = [project.pyproject, ...project.workspace.members].find((file) => file?.path === path);
    if (known)
        return known;
    const file = readText(project.checkout, path, PYPROJECT_LIMIT);
    const parsed = file === undefined || 'level' in file ? file : parseToml(file);
    return parsed === undefined || 'level' in parsed || isFinding(parsed) ? undefined : parsed;
}
/** What makes a package more than a folder of Python files. */
function compilerOf({ data }) {
    const backend = at(data, 'build-system', 'build-backend');
    if (typeof backend === 'string' && !PURE.test(backend))
        return backend;
    const extensions = at(data, 'tool', 'setuptools', 'ext-modules');
    if (extensions !== undefined)
        return 'ext-modules';
    return strings(at(data, 'build-system', 'requires')).find((one) => COMPILERS.test(one));
}
/** Where a package keeps its modules, as its build backend is told, else by the two customs: a `src` folder, or none. */
function local_packages_rootsOf(folder, name, file, isProject) {
    const tool = (...path) => at(file?.data, 'tool', ...path);
    const moduleRoot = tool('uv', 'build-backend', 'module-root');
    const wheel = strings(tool('hatch', 'build', 'targets', 'wheel', 'packages'));
    const where = strings(tool('setuptools', 'packages', 'find', 'where'));
    const packageDir = tool('setuptools', 'package-dir', '');
    let roots;
    if (typeof moduleRoot === 'string')
        roots = [{ path: moduleRoot }];
    else if (wheel.length > 0) {
        roots = wheel.map((path) => {
            const parts = path.split('/').filter((part) => part !== '' && part !== '.');
            return { path: parts.slice(0, -1).join('/'), modules: parts.slice(-1) };
        });
    }
    else if (where.length > 0)
        roots = where.map((path) => ({ path }));
    else if (typeof packageDir === 'string')
        roots = [{ path: packageDir }];
    else
        roots = [{ path: hasModules((0,external_node_path_.join)(folder, 'src')) ? 'src' : '' }];
    return (roots
        .map((root) => ({
        ...root,
        path: root.path
            .split('/')
            .filter((part) => part !== '' && part !== '.')
            .join('/'),
    }))
        // Of the project itself, what stands at its root is there already. Nothing above a package is its own.
        .filter(({ path }) => !(isProject && path === '') && !path.split('/').includes('..'))
        .map((root) => (root.path === '' && !root.modules ? { ...root, modules: modulesAt(folder, name) } : root)));
}
/** What a folder holds; nothing where it is none. */
const entriesOf = (folder) => {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
};
const hasModules = (folder) => entriesOf(folder).some((entry) => entry.isDirectory() || entry.name.endsWith('.py'));
/** The modules of a package without a `src` folder: its own name, and every package beside it that is not about testing it. */
function modulesAt(folder, name) {
    const own = normalName(name).replaceAll('-', '_');
    const packages = entriesOf(folder)
        .filter((entry) => entry.isDirectory() && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, entry.name, '__init__.py')))
        .map((entry) => entry.name)
        .filter((module) => !/^(?:tests?|docs?|examples?|benchmarks?)$/.test(module));
    return [...new Set([own, ...packages])];
}
/** The folders, absolute, that hold what is copied to the root. */
const importFolders = (packages) => packages.flatMap(({ folder, roots }) => roots.map(({ path }) => (0,external_node_path_.join)(folder, path)));

;// CONCATENATED MODULE: ./src/platforms/connect/content/notebook.ts




const notebook_LIMIT = 100_000_000;
/** What keeps Connect from running a notebook: one that is no notebook, or one of another language. */
function checkNotebook(checkout, path) {
    const file = readText(checkout, path, notebook_LIMIT);
    if (file === undefined)
        return [];
    if ('level' in file)
        return [file];
    const { shown } = file;
    const complain = (code, message, remedy) => [
        (0,findings_finding/* error */.z3)(code, message, remedy, { file: shown, line: 1 }),
    ];
    let data;
    try {
        data = JSON.parse(file.text);
    }
    catch {
        // told below
    }
    if (!Array.isArray(at(data, 'cells')) || typeof at(data, 'nbformat') !== 'number') {
        return complain('notebook-invalid', `${shown} is no notebook of format 4.`, 'Open it in Jupyter, save it and commit it.');
    }
    const language = at(data, 'metadata', 'kernelspec', 'language') ?? at(data, 'metadata', 'language_info', 'name');
    if (typeof language === 'string' && language.toLowerCase() !== 'python') {
        const message = `${shown} is a notebook of ${(0,findings_text/* quote */.hD)(language)}; Connect runs those of Python.`;
        return complain('notebook-language', message, 'Choose a Python kernel, and commit the notebook.');
    }
    return [];
}

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/plan-input.ts







/** What is wrong with the file that is started or rendered. */
function plan_input_checkEntry({ project, decided, quarto }) {
    const { file, mode } = decided;
    const findings = [];
    if (file?.endsWith('.py')) {
        findings.push(...checkSource(project.checkout, file));
    }
    else if (file && factsOf(mode).form === 'notebook') {
        findings.push(...checkNotebook(project.checkout, file));
    }
    const shown = (path) => project.shown((0,external_node_path_.join)(project.dir, path));
    for (const path of quarto?.interactive ?? []) {
        const message = `${shown(path)} has server: shiny, which makes it an app; as a document it can't be rendered.`;
        const remedy = 'Remove the key, or deploy the app as python-shiny.';
        findings.push((0,findings_finding/* error */.z3)('quarto-interactive', message, remedy, { file: shown(path), line: 1 }));
    }
    if (quarto?.engines.some((engine) => engine === 'knitr' || engine === 'julia')) {
        const message = `The Quarto content needs the engine ${quarto.engines.join(' and ')}: R and Julia are not deployed from source here.`;
        const remedy = 'Commit the manifest.json that rsconnect writes for it in R.';
        findings.push((0,findings_finding/* error */.z3)('quarto-engine', message, remedy));
    }
    return findings;
}
/** That what is started is in the bundle, too. */
function plan_input_checkBundled({ project, decided }, files) {
    const { file } = decided;
    if (file === undefined || !isInside(project.dir, file))
        return [];
    const path = (0,external_node_path_.relative)(project.dir, file).split(external_node_path_.sep).join('/');
    if (files.some((one) => one.path === path))
        return [];
    return [
        (0,findings_finding/* error */.z3)('entrypoint-not-bundled', `The entrypoint ${(0,findings_text/* quote */.hD)(path, 200)} is left out of the bundle.`, 'Check .gitignore, and include and exclude.', { file: project.shown(file) }),
    ];
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/app-mode-names.ts



/** Old names that Connect and its clients still write. */
const app_mode_names_ALIASES = { 'nodejs-api': 'nodejs' };
/** Connect's own names for what is not built from source here. Two of them are traps: R had the short names first. */
const ELSEWHERE = {
    shiny: 'python-shiny',
    api: 'python-api',
    'rmd-static': undefined,
    'rmd-shiny': undefined,
    nodejs: undefined,
    'quarto-shiny': undefined,
    'tensorflow-saved-model': undefined,
};
/** What people call the modes, rsconnect's command line among them. */
const NICKNAMES = {
    flask: 'python-api',
    'python-flask': 'python-api',
    'python-django': 'python-api',
    notebook: 'jupyter-static',
    voila: 'jupyter-voila',
    quarto: 'quarto-static',
    html: 'static',
};
/** What to say of a name that is none of ours. */
function unknownMode(name) {
    if (Object.hasOwn(ELSEWHERE, name)) {
        const twin = ELSEWHERE[name];
        return [
            `Content of the type ${name} is not built from source here${twin ? `: that is R's` : ''}.`,
            `${twin ? `Write ${twin} for Python's. For ${name}, commit` : 'Commit'} the manifest.json that rsconnect writes for it, and leave out content-type.`,
        ];
    }
    const known = Object.hasOwn(NICKNAMES, name) ? NICKNAMES[name] : undefined;
    const meant = known ?? (0,nearest/* nearest */.p)(name, MODE_NAMES) ?? (0,nearest/* nearest */.p)(`python-${name}`, MODE_NAMES);
    return [
        `Connect has no content type '${(0,findings_text/* quote */.hD)(name)}'.`,
        meant ? `Did you mean '${meant}'?` : `Use one of: ${MODE_NAMES.join(', ')}.`,
    ];
}
/** Reads the name of a content type; `refused` says what is wrong with it, and what to do. */
function readMode(given) {
    const name = Object.hasOwn(app_mode_names_ALIASES, given) ? (app_mode_names_ALIASES[given] ?? given) : given;
    return isAppMode(name) ? name : { refused: unknownMode(name) };
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/candidates.ts

const MODE_OF = {
    streamlit: 'python-streamlit',
    shiny: 'python-shiny',
    dash: 'python-dash',
    fastapi: 'python-fastapi',
    asgi: 'python-fastapi',
    flask: 'python-api',
    wsgi: 'python-api',
    gradio: 'python-gradio',
    panel: 'python-panel',
    bokeh: 'python-bokeh',
};
/** The apps in the project's Python files, or in the one that is named. */
async function pythonApps(files, only) {
    const { apps } = await findApps(files, only);
    return apps.map(({ framework, ...app }) => ({ ...app, mode: MODE_OF[framework] }));
}
/**
 * What the project's files could be: apps and Quarto documents; notebooks only where there is neither, and pages only where
 * nothing else is, because every app may have some beside it.
 */
async function findCandidates(files, usesVoila) {
    const atRoot = (ending) => files.filter(({ path }) => !path.includes('/') && ending.test(path));
    const apps = await pythonApps(files);
    const quarto = atRoot(/^_quarto\.ya?ml$/).map(({ path }) => found(path, 'quarto-static', 'it is a Quarto project'));
    const documents = quarto.length > 0
        ? quarto
        : atRoot(/\.qmd$/i).map(({ path }) => found(path, 'quarto-static', 'it is a Quarto document'));
    if (apps.length + documents.length > 0)
        return [...apps, ...documents];
    const notebooks = atRoot(/\.ipynb$/i).map(({ path }) => usesVoila
        ? found(path, 'jupyter-voila', 'it is a notebook, and the project depends on voila')
        : found(path, 'jupyter-static', 'it is a notebook'));
    return notebooks.length > 0
        ? notebooks
        : atRoot(/\.html?$/i).map(({ path }) => found(path, 'static', 'it is a page'));
}
const found = (path, mode, why) => ({ path, mode, why });
/** The names rsconnect-python starts from, in its order. */
const DEFAULTS = ['app.py', 'application.py', 'main.py', 'api.py'];
const APP_LIKE = /^app[-_].+\.py$|.[-_]app\.py$/;
/**
 * The file that rsconnect-python takes when nobody names one: a conventional name, else the only Python file at the root, else the
 * only one that is called something like an app.
 */
function defaultFile(paths) {
    const python = paths.filter((path) => !path.includes('/') && path.endsWith('.py') && !isToolFile(path));
    const conventional = DEFAULTS.find((name) => python.includes(name));
    if (conventional !== undefined || python.length === 1)
        return conventional ?? python[0];
    const likely = python.filter((path) => APP_LIKE.test(path));
    return likely.length === 1 ? likely[0] : undefined;
}
/** The one candidate that is meant, or `undefined` when several could be: two frameworks, or two files nobody singles out. */
function candidates_pick(candidates, paths) {
    if (candidates.length < 2)
        return candidates[0];
    if (new Set(candidates.map(({ mode }) => mode)).size > 1)
        return undefined;
    const preferred = [defaultFile(paths), 'streamlit_app.py', 'index.qmd', 'index.html', 'index.ipynb'];
    const usual = candidates.find(({ path }) => preferred.includes(path)) ?? onlyConventional(candidates);
    // Two objects of one file are two apps.
    return candidates.filter(({ path }) => path === usual?.path).length === 1 ? usual : undefined;
}
/** `src/shop/app.py` among the modules of its package. */
function onlyConventional(candidates) {
    const named = candidates.filter(({ path }) => DEFAULTS.includes(path.slice(path.lastIndexOf('/') + 1)));
    return named.length === 1 ? named[0] : undefined;
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/entrypoint.ts







/** What Connect looks for in a module when no object is named, in this order (rsconnect-python, bundle.py). */
const OBJECTS = ['app', 'application', 'create_app', 'make_app'];
const entrypoint_OBJECT = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
const FORMS = {
    notebook: { pattern: /\.ipynb$/i, what: 'a notebook, such as report.ipynb' },
    html: { pattern: /\.html?$/i, what: 'a page, such as index.html' },
};
/** Reads an entrypoint that somebody wrote, as Connect would, and finds its file. */
function resolveEntrypoint(mode, asked, places) {
    const { form, label } = factsOf(mode);
    const text = asked.replace(/^(?:\.\/)+/, '');
    if (form === 'none')
        return text === '.' ? { entrypoint: '' } : (existing(places, [text]) ?? missing(text, label));
    if (form === 'notebook' || form === 'html') {
        const { pattern, what } = FORMS[form];
        if (!pattern.test(text))
            return wrong(`The entrypoint ${(0,findings_text/* quote */.hD)(asked)} is no ${what.replace(/^a /, '')}.`, `Name ${what}.`);
        return existing(places, [text]) ?? missing(text, label);
    }
    const [head = '', object, ...more] = text.split(':');
    if (head === '' || more.length > 0 || (object !== undefined && !entrypoint_OBJECT.test(object))) {
        return wrong(`The entrypoint '${(0,findings_text/* quote */.hD)(asked)}' is not of the form module:object.`, 'Write it as module:object, such as main:app.');
    }
    if (head === 'shiny.express.app')
        return { entrypoint: text };
    const isPath = head.endsWith('.py') || head.includes('/');
    const found = isPath
        ? fileAt(places, head.endsWith('.py') ? [head] : [head, `${head}.py`])
        : findModule(places, head);
    if (found === undefined)
        return missing(head, label);
    if (form === 'module') {
        const module = isPath ? entrypoint_moduleOf(found, places) : head;
        return { entrypoint: object === undefined ? module : `${module}:${object}`, file: found };
    }
    if (form === 'shiny' && object === undefined && isExpress(found)) {
        return { entrypoint: expressEntrypoint(pathIn(found, places)), file: found };
    }
    return { entrypoint: text, file: found };
}
/** The entrypoint of a file that was detected, written as rsconnect-python would. */
function entrypoint_entryOf({ path, mode, object }, places) {
    const file = (0,external_node_path_.join)(places.dir, path);
    const { form } = factsOf(mode);
    if (form === 'none')
        return { entrypoint: '', file };
    if (form === 'notebook' || form === 'html')
        return { entrypoint: path, file };
    if (form === 'shiny' && isExpress(file))
        return { entrypoint: expressEntrypoint(pathIn(file, places)), file };
    const module = entrypoint_moduleOf(file, places);
    if (form === 'script')
        return { entrypoint: path.includes('/') ? path : module, file };
    const isNamed = object !== undefined && !OBJECTS.includes(object);
    return { entrypoint: isNamed ? `${module}:${object}` : module, file };
}
const wrong = (message, remedy) => ({
    complaint: { code: 'entrypoint-form', message, remedy },
});
const missing = (what, label) => ({
    complaint: {
        code: 'entrypoint-missing',
        message: `The entrypoint ${(0,findings_text/* quote */.hD)(what, 200)} does not exist.`,
        remedy: `Correct entrypoint to the ${label}; it is relative to the folder of the project.`,
    },
});
const existing = (places, paths) => {
    const file = fileAt(places, paths);
    return file === undefined ? undefined : { entrypoint: paths[0] ?? '', file };
};
const isFile = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
/** The first of some paths that is there; a folder stands for the `main.py` that Bokeh starts. */
function fileAt({ dir, imports }, paths) {
    const all = [dir, ...imports].flatMap((root) => paths.map((path) => (0,external_node_path_.join)(root, path)));
    return all.flatMap((path) => [path, (0,external_node_path_.join)(path, 'main.py')]).find(isFile);
}
/** The file of a dotted module. */
function findModule({ dir, imports }, module) {
    const path = module.replaceAll('.', '/');
    return [dir, ...imports]
        .flatMap((root) => [(0,external_node_path_.join)(root, `${path}.py`), (0,external_node_path_.join)(root, path, '__init__.py'), (0,external_node_path_.join)(root, path, 'main.py')])
        .find(isFile);
}
/** The path of a file as it is on the server: below an import folder, that one is the root. */
function pathIn(file, { dir, imports }) {
    const root = imports.find((folder) => file.startsWith(folder + external_node_path_.sep)) ?? dir;
    return (0,external_node_path_.relative)(root, file).split(external_node_path_.sep).join('/');
}
const entrypoint_moduleOf = (file, places) => pathIn(file, places)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
const entrypoint_sourceOf = (file) => (0,external_node_fs_.existsSync)(file) ? readSource({ source: (0,external_node_fs_.realpathSync)(file) }) : undefined;
function isExpress(file) {
    const text = entrypoint_sourceOf(file);
    return text !== undefined && expressSign(text, blankStrings(text)) !== undefined;
}
/** The entrypoint under which Connect runs an Express app: the file's path as a Python name in `shiny.express.app`. */
const expressEntrypoint = (path) => `shiny.express.app:${escapeName(path)}`;
/** Everything but ASCII letters and digits, and a digit at the start, as `_<hex>_`. */
const escapeName = (path) => [...path]
    .map((char, index) => (index === 0 ? /[a-zA-Z]/ : /[a-zA-Z0-9]/).test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`)
    .join('');

;// CONCATENATED MODULE: ./src/platforms/connect/content/detect.ts








const REMEDY = "Set the inputs 'content-type' and 'entrypoint', or write them under [tool.uv-deploy] in pyproject.toml.";
const refuse = (code, message, remedy, place = {}) => ({
    refused: (0,findings_finding/* error */.z3)(code, message, remedy, place),
});
/**
 * Decides mode and entrypoint. What is said counts first: the inputs, then `[tool.rsconnect]`; then the code of the file that is
 * the entrypoint, then all of the project's code, and last what it depends on. (The mode that the item has on the server is told by
 * the platform once it is asked: a mode can't change.)
 */
async function detect_decide(question, inputs) {
    const { rsconnect } = question;
    const input = (name, value) => value === '' ? undefined : { value, where: `the input ${name}`, place: {} };
    const saidMode = input('content-type', inputs.contentType) ?? rsconnect?.mode;
    const saidEntry = input('entrypoint', inputs.entrypoint) ?? rsconnect?.entrypoint;
    if (saidMode === undefined)
        return saidEntry ? ofEntry(question, saidEntry) : search(question);
    const mode = readMode(saidMode.value);
    if (typeof mode !== 'string')
        return refuse('content-type', ...mode.refused, saidMode.place);
    const reason = `${saidMode.where} says ${mode}`;
    if (saidEntry === undefined)
        return search(question, { mode, reason });
    return resolved(question, mode, saidEntry, (entrypoint) => {
        const written = entrypoint === saidEntry.value ? '' : `, written as ${(0,findings_text/* quote */.hD)(entrypoint)}`;
        return `${reason}; ${saidEntry.where} says ${(0,findings_text/* quote */.hD)(saidEntry.value)}${written}.`;
    });
}
function resolved({ places }, mode, said, reason) {
    const found = resolveEntrypoint(mode, said.value, places);
    if ('complaint' in found)
        return { refused: { level: 'error', ...found.complaint, ...said.place } };
    return { mode, ...found, reasons: [reason(found.entrypoint)] };
}
/** The entrypoint is said, and its code tells the mode. */
async function ofEntry(question, said) {
    const { project, places, candidates } = question;
    const shown = (0,findings_text/* quote */.hD)(said.value);
    const candidate = (await judgeEntry(said.value, await candidates(), places)) ?? hinted(project, said.value);
    if (candidate === undefined) {
        const message = `Nothing in ${shown} tells what kind of content it is.`;
        const remedy = `Set the input 'content-type' to one of: ${MODE_NAMES.join(', ')}.`;
        return refuse('content-type-unknown', message, remedy, said.place);
    }
    const { mode, why } = candidate;
    return resolved(question, mode, said, () => `${said.where} says ${shown}; it is taken as ${mode}: ${why}.`);
}
/** Nothing is said, or the mode alone: all of the project's code is looked at. */
async function search({ project, places, candidates }, said) {
    const files = await candidates();
    const paths = files.map(({ path }) => path);
    const all = await findCandidates(files, dependsOn(project, 'voila'));
    const meant = said === undefined ? all : all.filter((one) => fits(one.mode, said.mode));
    const chosen = candidates_pick(meant, paths) ?? (meant.length === 0 ? byDefault(project, paths, said?.mode) : undefined);
    if (chosen === undefined) {
        if (meant.length > 1) {
            const list = meant.map(({ path, mode, why }) => `  ${(0,findings_text/* quote */.hD)(path, 200)}: ${mode} (${why})`);
            return refuse('entrypoint-ambiguous', `Which of these is to be deployed?\n${list.join('\n')}`, REMEDY);
        }
        const what = said === undefined ? 'content for Connect' : factsOf(said.mode).label;
        return refuse('entrypoint-not-found', `No ${what} was found in the project.`, REMEDY);
    }
    const mode = said?.mode ?? chosen.mode;
    const entry = entrypoint_entryOf({ ...chosen, mode }, places);
    const shown = entry.entrypoint === '' ? (0,findings_text/* quote */.hD)(chosen.path) : `${(0,findings_text/* quote */.hD)(chosen.path)} (entrypoint ${(0,findings_text/* quote */.hD)(entry.entrypoint)})`;
    return { mode, ...entry, reasons: [`${shown} is taken as ${mode}: ${said?.reason ?? chosen.why}.`] };
}
/** A notebook can be rendered or run by Voila: who asks for one of these gets it. */
const fits = (found, wanted) => found === wanted || (factsOf(found).form === 'notebook' && factsOf(wanted).form === 'notebook');
const BY_ENDING = [
    [/\.qmd$|^_quarto\.ya?ml$/i, 'quarto-static'],
    [/\.ipynb$/i, 'jupyter-static'],
    [/\.html?$/i, 'static'],
];
/** What the file of a named entrypoint is; of several apps in it, the one whose object is named. */
async function judgeEntry(asked, files, places) {
    const path = asked.replace(/^(?:\.\/)+/, '');
    const mode = BY_ENDING.find(([ending]) => ending.test(path))?.[1];
    if (mode)
        return { path, mode, why: 'its name says so' };
    const resolved = resolveEntrypoint('python-streamlit', path, places);
    const file = 'file' in resolved ? files.find(({ source }) => source === resolved.file) : undefined;
    const apps = file ? await pythonApps(files, file.path) : [];
    const [, object] = path.split(':');
    return apps.find((app) => app.object === object) ?? apps[0];
}
/** The project's direct dependencies, by their normal names. */
function dependencies({ pyproject }) {
    const listed = strings(at(pyproject?.data, 'project', 'dependencies'));
    return new Set(listed.map((one) => normalName(/^\s*[\w.-]+/.exec(one)?.[0].trim() ?? '')));
}
const dependsOn = (project, name) => dependencies(project).has(name);
/** The only framework that the project depends on. */
function hinted(project, path) {
    const listed = dependencies(project);
    const speaking = MODE_NAMES.flatMap((mode) => APP_MODES[mode].packages.flatMap((name) => listed.has(name) && factsOf(mode).form !== 'notebook' ? [{ mode, name }] : []));
    const modes = new Set(speaking.map(({ mode }) => mode));
    const [first] = speaking;
    return first && modes.size === 1
        ? { path, mode: first.mode, why: `the project depends on ${first.name}` }
        : undefined;
}
/** Where no code tells: the file that rsconnect would start from. */
function byDefault(project, paths, mode) {
    const path = defaultFile(paths);
    if (path === undefined)
        return undefined;
    if (mode === undefined)
        return hinted(project, path);
    return ['module', 'script', 'shiny'].includes(factsOf(mode).form)
        ? { path, mode, why: 'its name says so' }
        : undefined;
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/globs.ts

/**
 * Patterns as `rsconnect --exclude` reads them (its GlobMatcher): a pattern is compared with the whole path, folder by folder,
 * `**` may stand once for any number of folders, and the name of an existing folder takes everything in it.
 * `isFolder` tells of a path below the project. Answers the patterns that rsconnect refuses beside the matcher.
 */
function rsconnectGlobs(patterns, isFolder) {
    const refused = [];
    const matchers = patterns.flatMap((pattern) => {
        const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
        if (pattern.startsWith('/') || parts.length === 0)
            return []; // outside the project, or the project itself
        const path = parts.join('/');
        if (isFolder(path))
            return [(file) => file.startsWith(`${path}/`)];
        if (path === '**/*')
            return [() => true];
        // What stands before a last `**/*` is taken by the letter, wildcards and all.
        if (path.endsWith('/**/*'))
            return [(file) => file.startsWith(path.slice(0, -'**/*'.length))];
        if (parts.filter((part) => part === '**').length > 1) {
            refused.push(pattern);
            return [];
        }
        return [byFolder(parts)];
    });
    return { matches: (path) => matchers.some((matches) => matches(path)), refused };
}
function byFolder(parts) {
    const tests = parts.map((part) => matcher(readName(part)));
    const gap = parts.indexOf('**');
    return (path) => {
        const names = path.split('/');
        const fits = (test, name) => tests[test]?.(names[name] ?? '') ?? false;
        if (gap < 0)
            return names.length === tests.length && tests.every((_, index) => fits(index, index));
        const [before, after] = [gap, tests.length - gap - 1];
        if (names.length < Math.max(before, after))
            return false;
        for (let index = 0; index < before; index++)
            if (!fits(index, index))
                return false;
        for (let index = 1; index <= after; index++)
            if (!fits(tests.length - index, names.length - index))
                return false;
        return true;
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/python-version.ts


const OPERATOR = /===|==|!=|<=|>=|<|>|~=/;
const CONSTRAINT = /^(?:(?:===|==|!=|<=|>=|<|>|~=)?\d+(?:\.[\d*]+)*)+$/;
/**
 * The text of a `.python-version` as the specifiers Connect expects (rsconnect-python, pyproject.py): a plain `3.12` or `3.12.4`
 * stands for that minor, with an operator it stays as it is. `undefined` for implementations, pre-releases and all else that
 * Connect can't be asked for.
 */
function adaptPin(text) {
    const parts = text.split(',').map((part) => part.trim());
    if (parts.some((part) => /[@/\-ab]|rc/.test(part) || !CONSTRAINT.test(part)))
        return undefined;
    return parts
        .map((part) => {
        if (OPERATOR.test(part))
            return part;
        if (part.includes('*'))
            return `==${part}`;
        return `~=${[...part.split('.').slice(0, 2), '0'].join('.')}`;
    })
        .join(',');
}
/** Python 3 has no such minors or patches. */
const [LAST_MINOR, python_version_LAST_PATCH] = [60, 60];
/**
 * The X.Y.Z to write down without having seen any interpreter: the exact pin, else the lowest release that both the pin and every
 * requires-python accept. Sets that can't be read are passed over: others tell of them.
 */
function wishedVersion(pin, sets) {
    if (/^\d+\.\d+\.\d+$/.test(pin))
        return pin;
    const adapted = /^\d+(?:\.\d+)?$/.test(pin) ? `==${pin}.*` : adaptPin(pin);
    const specifiers = [...sets, ...(adapted === undefined ? [] : [adapted])].flatMap((set) => {
        const read = parseSpecifiers(set);
        return isRefused(read) ? [] : read;
    });
    for (let minor = 0; minor <= LAST_MINOR; minor++) {
        for (let patch = 0; patch <= python_version_LAST_PATCH; patch++) {
            // A requirement with no lower bound means a Python of today, not the first one.
            if (minor < FIRST_MINOR && !namesMinor(specifiers, minor))
                continue;
            if (contains(specifiers, releaseVersion([3, minor, patch])))
                return `3.${minor}.${patch}`;
        }
    }
    return '';
}
/** The oldest minor that Connect's current releases run. */
const FIRST_MINOR = 8;
const namesMinor = (specifiers, minor) => specifiers.some(({ version }) => Number(version.release[0]) === 3 && Number(version.release[1] ?? 0) === minor);

;// CONCATENATED MODULE: ./src/platforms/connect/content/python-wish.ts





/**
 * Computes the Python from the project's own files in rsconnect-python's order: `.python-version`, which is looked for as uv does,
 * requires-python, setup.cfg. A pin that Connect can't be asked for is passed over, with a warning.
 */
function readPythonWish(project, findings) {
    const { pin, pyproject, lock } = project;
    const required = at(pyproject?.data, 'project', 'requires-python');
    const [line] = pin ? pinLines(decodePin(pin.bytes) ?? '') : [];
    const text = line?.text.trim() ?? '';
    const adapted = adaptPin(text);
    const sets = [required, at(lock?.data, 'requires-python')].filter((set) => typeof set === 'string');
    const version = wishedVersion(text, sets);
    if (pin && adapted !== undefined)
        return { requires: adapted, version, from: pin.shown };
    if (pin && line) {
        const message = `Connect can't be asked for the Python '${(0,findings_text/* quote */.hD)(text)}'; ${typeof required === 'string' ? `requires-python '${(0,findings_text/* quote */.hD)(required)}' is written instead` : 'it gets no version'}.`;
        const remedy = 'Pin a plain version such as 3.12: Connect knows no implementations, variants or pre-releases.';
        findings.push((0,findings_finding/* warning */.$e)('pin-not-for-connect', message, remedy, { file: pin.shown, line: line.line }));
    }
    if (pyproject && typeof required === 'string')
        return { requires: required, version, from: pyproject.shown };
    const setup = project.read('setup.cfg');
    if (setup === undefined || 'level' in setup)
        return { requires: '', version, from: '' };
    return {
        requires: setupRequires(setup.text),
        version: version || wishedVersion('', [setupRequires(setup.text)]),
        from: setup.shown,
    };
}
/** `python_requires` under `[options]`. */
function setupRequires(text) {
    const options = /^\[options\][ \t]*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
    return /^python_requires[ \t]*[=:][ \t]*(.*)$/m.exec(options)?.[1]?.trim() ?? '';
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/platforms/connect/content/quarto.ts


const isQuartoProject = (path) => /^_quarto\.ya?ml$/.test(path);
const OUTPUT_DIRS = { website: '_site', book: '_book', manuscript: '_manuscript' };
/** Languages whose cells need no engine: diagrams and Observable run in the browser. */
const ENGINELESS = new Set(['ojs', 'mermaid', 'dot']);
/** Looks at the Quarto documents among a project's files: all of a Quarto project, else those at the root, or the one named. */
function inspectQuarto(files, named) {
    const config = files.find(({ path }) => isQuartoProject(path));
    const project = yaml(config === undefined ? '' : (readSource(config) ?? ''));
    const [type, output] = [project('project', 'type'), project('project', 'output-dir')];
    const outputDir = typeof output === 'string' ? output : (OUTPUT_DIRS[String(type)] ?? '');
    const isRendered = (path) => {
        if (!path.endsWith('.qmd') || /(?:^|\/)_/.test(path))
            return false; // what begins with _ is included by others
        if (named.endsWith('.qmd'))
            return path === named;
        return config ? true : !path.includes('/');
    };
    const documents = files.filter(({ path }) => isRendered(path));
    const engines = new Set();
    const interactive = [];
    for (const document of documents) {
        const text = readSource(document) ?? '';
        const front = yaml(/^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '');
        engines.add(engineOf(text, front));
        if (front('server') === 'shiny' || front('server', 'type') === 'shiny')
            interactive.push(document.path);
    }
    return {
        engines: [...engines].sort(),
        documents: documents.map(({ path }) => path),
        outputDir: outputDir.replace(/^\.\/|\/+$/g, ''),
        interactive,
    };
}
/** Quarto's own order: what the front matter says, else the language of the first cell that needs an engine. */
function engineOf(text, front) {
    const engine = front('engine');
    if (typeof engine === 'string')
        return engine;
    if (front('jupyter') !== undefined)
        return 'jupyter';
    if (front('knitr') !== undefined)
        return 'knitr';
    const languages = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[ \t]*\{([\w-]+)[^}\n]*\}/gm)].map(([, name = '']) => name);
    if (languages.includes('r'))
        return 'knitr';
    return languages.some((name) => !ENGINELESS.has(name)) ? 'jupyter' : 'markdown';
}
/**
 * Reads YAML for the few values that are looked for. The whole is never made into objects: keys that are collections themselves,
 * and the search for keys that are there twice, take more than linear time. Quarto will say what is wrong, with the place.
 */
function yaml(text) {
    let document;
    try {
        document = (0,yaml_dist/* parseDocument */.Tp)(text, { uniqueKeys: false, logLevel: 'silent' });
    }
    catch {
        return () => undefined; // nested too deeply
    }
    const whole = document.errors.length === 0 ? document.contents : undefined;
    return (...path) => {
        let node = whole;
        for (const key of path) {
            node = (0,yaml_dist/* isMap */.jh)(node) ? node.get(key, true) : undefined;
            if ((0,yaml_dist/* isAlias */.Vj)(node))
                node = node.resolve(document);
        }
        return (0,yaml_dist/* isScalar */.jn)(node) ? node.value : node;
    };
}
/** Whether a file is made by a render, which the server does anew. */
function isRenderedOutput(path, { documents, outputDir }) {
    if (path.startsWith('.quarto/') || (outputDir !== '' && path.startsWith(`${outputDir}/`)))
        return true;
    return documents.some((document) => {
        const stem = document.replace(/\.qmd$/, '');
        return path === `${stem}.html` || path.startsWith(`${stem}_files/`);
    });
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/rsconnect-table.ts


/** Reads `[tool.rsconnect]`; both of its required keys have to be there. */
function readRsconnect(project, findings) {
    const file = project.pyproject;
    const table = at(file?.data, 'tool', 'rsconnect');
    if (file === undefined || table === undefined)
        return undefined;
    const text = (key) => {
        const value = at(table, key);
        return typeof value === 'string' ? value : '';
    };
    const place = (key) => ({ file: file.shown, line: file.lineOf(`tool.rsconnect.${key}`) });
    const missing = ['app_mode', 'entrypoint'].filter((key) => text(key) === '');
    for (const key of missing) {
        const message = `[tool.rsconnect] has no ${key}: rsconnect needs it as a text.`;
        const remedy = `Write ${key}, such as ${key === 'app_mode' ? '"python-fastapi"' : '"app:app"'}, or remove the table.`;
        findings.push((0,findings_finding/* error */.z3)('rsconnect-table', message, remedy, place(key)));
    }
    if (missing.length > 0)
        return undefined;
    const said = (key) => ({ value: text(key), where: `[tool.rsconnect] ${key}`, place: place(key) });
    const requirementsFile = text('requirements_file');
    return { mode: said('app_mode'), entrypoint: said('entrypoint'), title: text('title'), requirementsFile };
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/committed-manifest.ts











const MANIFEST = 'manifest.json';
/** Larger files are not read just to compare their checksums. */
const COMPARED = 100_000_000;
const LARGEST = 2_000_000_000;
/**
 * Reads a manifest as `rsconnect deploy manifest` does: its files, but for those in folders that are never deployed, and its text
 * as it stands. Answers what is wrong with it beside: a file that is gone, or one that has changed since.
 */
function readCommittedManifest(file, project) {
    const place = { file: file.shown, line: 1 };
    let data;
    try {
        data = JSON.parse(file.text.replace(/^\ufeff/, ''));
    }
    catch (thrown) {
        const message = `${file.shown} is no JSON: ${(0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(thrown), 160)}.`;
        const remedy = `Write it anew with rsconnect write-manifest, or delete it: it is then made from uv.lock.`;
        return { findings: [(0,findings_finding/* error */.z3)('manifest-syntax', message, remedy, place)] };
    }
    const text = (...path) => {
        const value = at(data, ...path);
        return typeof value === 'string' ? value : '';
    };
    if (at(data, 'version') !== 1 || text('metadata', 'appmode') === '') {
        const message = `${file.shown} has no version 1, or no metadata.appmode.`;
        return { findings: [(0,findings_finding/* error */.z3)('manifest-invalid', message, again(file), place)] };
    }
    const { files, findings } = committed_manifest_listed(file, project, at(data, 'files'));
    return {
        findings,
        manifest: {
            text: file.text,
            appmode: text('metadata', 'appmode'),
            entrypoint: text('metadata', 'entrypoint'),
            runsPython: at(data, 'python') !== undefined || at(data, 'environment', 'python') !== undefined,
            requires: text('environment', 'python', 'requires'),
            pythonVersion: text('python', 'version'),
            packageFile: text('python', 'package_manager', 'package_file'),
            isManaged: at(data, 'environment', 'environment_management', 'python') !== false,
            files,
        },
    };
}
const again = ({ shown }) => `Write ${shown} anew with rsconnect write-manifest, or delete it: it is then made from uv.lock.`;
/** The files that a manifest lists, and what is wrong with some. */
function committed_manifest_listed(file, project, list) {
    const files = [];
    const findings = [];
    const stale = [];
    const large = [];
    const placeOf = (key) => {
        const index = file.text.indexOf(JSON.stringify(key), Math.max(0, file.text.indexOf('"files"')));
        return { file: file.shown, line: index < 0 ? 1 : file.text.slice(0, index).split('\n').length };
    };
    for (const path of Object.keys(typeof list === 'object' && list !== null ? list : {})) {
        if (path === MANIFEST || isIgnored(path))
            continue;
        const found = isPath(path) ? lookAt(project, path) : undefined;
        const wrong = committed_manifest_problemOf(path, found);
        if (wrong) {
            const [code, what, remedy = again(file)] = wrong;
            findings.push((0,findings_finding/* error */.z3)(code, `${file.shown} lists ${(0,findings_text/* quote */.hD)(path, 200)}${what}`, remedy, placeOf(path)));
        }
        else if (found) {
            const read = readRegular(found.source, COMPARED);
            if (!('bytes' in read))
                large.push(path);
            else if (at(list, path, 'checksum') !== (0,external_node_crypto_.hash)('md5', read.bytes))
                stale.push(path);
            files.push({ path, ...found });
        }
    }
    const names = (paths) => (0,findings_text/* quote */.hD)(paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', '), 200);
    if (large[0] !== undefined) {
        const message = `${file.shown} lists files of more than ${(0,units/* bytes */.ee)(COMPARED)}, whose checksums are not compared: ${names(large)}.`;
        const remedy = 'Let the app fetch its data, or make sure that these files are the ones the manifest was written for.';
        findings.push((0,findings_finding/* warning */.$e)('manifest-large-file', message, remedy, placeOf(large[0])));
    }
    if (stale[0] !== undefined) {
        const message = `${file.shown} has other checksums than these files: ${names(stale)}. They have changed since it was written.`;
        findings.push((0,findings_finding/* warning */.$e)('manifest-stale', message, again(file), placeOf(stale[0])));
    }
    return { files, findings };
}
const problem = (code, what, remedy) => [code, what, remedy];
/** Why a listed file can't be deployed: what follows its name, and what to do where writing the manifest again is not enough. */
function committed_manifest_problemOf(path, found) {
    if (!isPath(path))
        return problem('manifest-invalid', ', which is no path of the project.');
    if (isEnvFile(path)) {
        const remedy = "Take it out of the list and pass its values with the 'env' input.";
        return problem('secret-in-bundle', ': files named .env* hold secrets.', remedy);
    }
    if (found === undefined)
        return problem('manifest-file-missing', ', which is no file of the project.');
    if (found.size <= LARGEST)
        return undefined;
    const what = ` with ${(0,units/* bytes */.ee)(found.size)}; files of more than ${(0,units/* bytes */.ee)(LARGEST)} are not deployed.`;
    return problem('file-too-large', what, 'Take it out of the list, and let the app fetch its data.');
}
const isPath = (path) => !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
function lookAt(project, name) {
    const path = (0,external_node_path_.join)(project.dir, name);
    try {
        const real = external_node_fs_.realpathSync.native(path);
        const source = (0,external_node_fs_.lstatSync)(path).isSymbolicLink() ? real : path;
        const stat = (0,external_node_fs_.statSync)(source);
        const isDeployed = isInside(project.dir, real) && !isNeverDeployed(shownIn(project.checkout, real));
        if (!stat.isFile() || !isDeployed)
            return undefined;
        return { source, size: stat.size, executable: (stat.mode & 0o100) !== 0 };
    }
    catch (thrown) {
        if ((0,findings_finding/* codeOf */.$N)(thrown) === '')
            throw thrown;
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/project/source/cells.ts

/** Documents that are run cell by cell: notebooks, and those of Quarto. */
const hasCells = (path) => /\.(?:ipynb|qmd)$/i.test(path);
const cells_NOTHING = { code: '', installs: false };
/** Nothing for what is no such document, and for a notebook that is not written line by line, as every editor does. */
function readCells(path, text) {
    const cells = /\.ipynb$/i.test(path) ? cellsOfNotebook(text) : cellsOfQuarto(text);
    const lines = [];
    let installs = false;
    for (const cell of cells) {
        const first = cell.find(({ text }) => text.trim() !== '')?.text ?? '';
        const isForeign = /^\s*%%/.test(first) && !PYTHON_MAGIC.test(first);
        for (const { text, line } of cell) {
            installs ||= (isForeign || /^\s*[%!]/.test(text)) && INSTALLS.test(text.slice(0, cells_LONGEST));
            // Two on one line have no numbers of their own.
            if (lines[line] !== undefined || /\n./.test(text))
                return cells_NOTHING;
            lines[line] = isForeign || !cells_isPython(text) ? '' : text.replace(/\r?\n$/, '');
        }
    }
    return { code: Array.from(lines, (line = '') => line).join('\n'), installs };
}
/** `pip install`, `!{sys.executable} -m pip -q install`, and those of conda. */
const INSTALLS = /\b(?:pip3?|conda|mamba)[ \t]+(?:-\S+[ \t]+)*install\b/;
const cells_LONGEST = 1000;
/** Not IPython's own: `%magic`, `!command`, `name = !command`, `help?`. */
const cells_isPython = (line) => !/^\s*(?:[%!?]|[\w.,\s]+=\s*[%!]|[\w.]+\?{1,2}\s*$)/.test(line);
/** Cell magics whose cell is Python all the same. */
const PYTHON_MAGIC = /^\s*%%(?:time|timeit|capture|prun)\b/;
function cellsOfNotebook(text) {
    const cells = at(parsed(text), 'cells');
    if (!Array.isArray(cells))
        return [];
    const lines = cells.map(() => []);
    for (const { cell, ...line } of sourcesIn(text))
        lines[cell]?.push(line);
    return lines.filter((_, index) => at(cells[index], 'cell_type') === 'code');
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
            const end = cells_endOfString(text, from);
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
function cells_endOfString(text, from) {
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
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/platforms/shared/start-commands.ts
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
const start_commands_flask = ({ python, entrypoint, host, port }) => ({
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
        'browser.gatherUsageStats': false,
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

;// CONCATENATED MODULE: ./src/platforms/connect/plan/serve-scripts.ts
// Programs that stand between Connect and an app which has no server of its own, for `python -c`. Connect's own are not public:
// that it brings them is known, and what they look for in a module (rsconnect-python, bundle.py).
/** Serves a WSGI or ASGI application. Arguments: `wsgi` or `asgi`, the entrypoint, host, port, root path. */
const SERVE = `import importlib, os, sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

OBJECTS = ("app", "application")
FACTORIES = ("create_app", "make_app")


def load(entrypoint):
    name, _, attribute = entrypoint.partition(":")
    module = importlib.import_module(name.removesuffix(".py").replace("/", "."))
    if attribute:
        found = module
        for part in attribute.split("."):
            found = getattr(found, part)
        return found
    for candidate in OBJECTS:
        if hasattr(module, candidate):
            return getattr(module, candidate)
    for candidate in FACTORIES:
        if hasattr(module, candidate):
            return getattr(module, candidate)()
    sys.exit(f"No object named {', '.join(OBJECTS + FACTORIES)} was found in {name}")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.0"


def serve_wsgi(app, host, port, root_path):
    def mounted(environ, start_response):
        environ["SCRIPT_NAME"] = root_path
        return app(environ, start_response)

    make_server(host, port, mounted, Server, Handler).serve_forever()


kind, entrypoint, host, port, root_path = sys.argv[1:]
sys.path.insert(0, os.getcwd())
app = load(entrypoint)
if kind == "wsgi":
    # A Dash object is not WSGI itself: its Flask server is. Dash knows its own prefix.
    serve_wsgi(getattr(app, "server", app), host, int(port), "" if hasattr(app, "server") else root_path)
else:
    import uvicorn

    uvicorn.run(app, host=host, port=int(port), root_path=root_path)
`;
/** Runs a Gradio script, and launches its interface when the script only defines it. Argument: `<module or file[:object]>`. */
const GRADIO = `import os, runpy, sys

name, _, attribute = sys.argv[1].partition(":")
path = name if name.endswith(".py") else name.replace(".", "/") + ".py"
sys.path[0] = os.path.dirname(os.path.abspath(path))
names = runpy.run_path(path, run_name="__main__")
for candidate in (attribute, "demo", "app", "iface"):
    if candidate in names:
        names[candidate].launch()
        break
else:
    sys.exit(f"{path} defines no interface named {attribute or 'demo, app or iface'}")
`;

;// CONCATENATED MODULE: ./src/platforms/connect/plan/start-commands.ts
/**
 * How Connect starts what is deployed to it: a row for each app mode with a process of its own.
 *
 * Known from Posit's clients: the forms of the entrypoints, and that Connect adds packages of its own to what a bundle requires.
 * Which these are, and the command lines, are inferred.
 */


const serve = (kind, isMounted = true) => ({ python, entrypoint, host, port, basePath }) => ({
    command: [python, '-c', SERVE, kind, entrypoint, host, String(port), isMounted ? basePath : ''],
    env: {},
});
const dash = (start) => ({ ...serve('wsgi')(start), env: dashPrefixes(start) });
/** A module is accepted where a script is needed. */
const asScript = (launch) => (start) => {
    const [module = ''] = start.entrypoint.split(':');
    const entrypoint = module.endsWith('.py') ? module : `${module.replaceAll('.', '/')}.py`;
    return launch({ ...start, entrypoint });
};
const gradio = ({ python, entrypoint, host, port, basePath }) => ({
    command: [python, '-c', GRADIO, entrypoint],
    env: {
        GRADIO_SERVER_NAME: host,
        GRADIO_SERVER_PORT: String(port),
        GRADIO_ROOT_PATH: basePath,
        GRADIO_ANALYTICS_ENABLED: 'False',
    },
});
const start_commands_row = (launch, more = {}) => ({
    ...{ packages: [], keepsPrefix: false, launch },
    ...more,
});
/** Modes without a row are rendered, or are files. */
const LAUNCHERS = {
    'python-api': start_commands_row(serve('wsgi')),
    'python-fastapi': start_commands_row(serve('asgi'), { packages: ['uvicorn', 'websockets'] }),
    'python-dash': start_commands_row(dash),
    'python-streamlit': start_commands_row(asScript(streamlit)),
    'python-shiny': start_commands_row(serve('asgi', false)),
    'python-bokeh': start_commands_row(asScript(bokeh('bokeh')), { keepsPrefix: true }),
    'python-gradio': start_commands_row(gradio),
    'python-panel': start_commands_row(asScript(bokeh('panel')), { keepsPrefix: true }),
};

;// CONCATENATED MODULE: ./src/platforms/connect/plan/contract.ts









/** Connect loads all others as modules, whose `if __name__ == "__main__":` does not hold. */
const PROGRAMS = ['python-streamlit'];
const WITH_PAGES = ['python-streamlit', 'python-dash'];
/** What Connect's own packages for notebooks, nbconvert and ipykernel, bring along that people import. */
const JUPYTER = [
    ...['IPython', 'bs4', 'comm', 'dateutil', 'ipykernel', 'jinja2', 'jsonschema', 'markupsafe', 'nbclient', 'nbconvert'],
    ...['nbformat', 'packaging', 'psutil', 'pygments', 'six', 'tornado', 'traitlets', 'zmq'],
];
/**
 * What follows for the source from how Connect starts the content, and from what it installs; nothing for files without code of
 * Python.
 */
function contract_contractOf({ project, decided, local, runsPython }, installs) {
    const { mode, file, entrypoint } = decided;
    const launcher = LAUNCHERS[mode];
    const isDocument = file !== undefined && hasCells(file) && runsPython;
    if (file === undefined || !isInside(project.dir, file))
        return undefined;
    if (!isDocument && (launcher === undefined || !file.endsWith('.py')))
        return undefined;
    const [, object] = entrypoint.split(':');
    return {
        file: (0,external_node_path_.relative)(project.dir, file).split(external_node_path_.sep).join('/'),
        runsAsMain: isDocument || PROGRAMS.includes(mode),
        hasPages: WITH_PAGES.includes(mode),
        listens: false,
        needsPublicHost: false,
        provides: [
            ...(isDocument ? JUPYTER : (launcher?.packages ?? [])),
            ...local.flatMap((one) => modulesOf(one, project.dir)),
        ],
        ...(installs && { installs }),
        ...(factsOf(mode).form === 'module' && {
            app: {
                ...{ loader: 'Connect', names: object === undefined ? OBJECTS : [object.split('.')[0] ?? ''] },
                ...{ isSearched: false, isDocumented: true, inEventLoop: mode === 'python-fastapi' },
            },
        }),
    };
}
/** How Connect starts it; nothing for what is rendered, or is files. */
function contract_launchOf(mode, entrypoint) {
    const launcher = LAUNCHERS[mode];
    if (launcher === undefined)
        return {};
    return {
        launch: (place) => launcher.launch({ ...place, entrypoint, basePath: '' }),
        launchPackages: launcher.packages,
    };
}
/** Nothing where somebody else installs, by hand. */
function contract_installsOf({ project, settings, rsconnect }) {
    if (settings.environmentManagement === false)
        return undefined;
    const common = { defaultGroups: false, groups: settings.groups, extras: settings.extras };
    const named = rsconnect?.requirementsFile.replace(/^\.\//, '') ?? '';
    if (FROM_LOCK.includes(named))
        return common;
    const file = requirements_readRequirements(project, (0,external_node_path_.join)(project.dir, named || REQUIREMENTS));
    if (file === undefined || 'level' in file)
        return common;
    return { ...common, requirements: { file: file.shown, names: requirementNames(file.text) } };
}
/** What the copies of a local package at the root of the bundle are imported as. */
function modulesOf({ folder, roots }, dir) {
    return roots.flatMap(({ path, modules }) => {
        const root = (0,external_node_path_.join)(folder, path);
        // These are looked through anyway.
        if (root === dir || root === (0,external_node_path_.join)(dir, 'src'))
            return [];
        if (modules)
            return modules;
        return entriesOf(root).map(({ name }) => name.replace(/\.pyi?$/, ''));
    });
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/plan-base.ts




/** What all plans for Connect have in common. */
function planBase(project, inputs, settings, rsconnectTitle = '') {
    const projectName = at(project.pyproject?.data, 'project', 'name');
    const name = inputs.name || (typeof projectName === 'string' ? projectName : (0,external_node_path_.basename)(project.dir));
    const title = settings.title ?? titleOf(rsconnectTitle || name);
    const production = { name: contentName(name), title, settings };
    const old = rsconnectName(name);
    const former = old === production.name || inputs.variant !== '' ? undefined : { name: old, title };
    return {
        id: guidIn(inputs.id),
        former,
        ...(inputs.variant === '' ? production : variantOf(production, inputs.variant)),
        kind: 'app',
        delivery: 'archive',
        healthPaths: inputs.healthCheckPaths.length > 0 ? inputs.healthCheckPaths : ['/'],
        includesExplicitly: () => false,
        // No limit of the server's is documented.
        maxBundleSize: Number.POSITIVE_INFINITY,
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/committed-plan.ts











/** A committed manifest decides everything: what it lists is deployed, with its text as it stands. */
function planOfManifest(project, inputs, settings, manifest) {
    const shown = project.shown((0,external_node_path_.join)(project.dir, MANIFEST));
    const ofBundle = ['image', 'environment-management', 'package-installer', 'groups', 'extras', 'exclude'];
    const idle = ofBundle.filter((key) => inputs.own[key] !== undefined);
    return {
        ...planBase(project, inputs, settings),
        ...startOf(project, manifest),
        contentType: manifest.appmode,
        manifest: { appmode: manifest.appmode },
        install: { by: manifest.runsPython ? 'requirements' : 'nobody' },
        entrypoint: manifest.entrypoint,
        reasons: [
            `${shown} is deployed as it stands: ${(0,findings_text/* quote */.hD)(manifest.appmode)}${manifest.entrypoint && `, entrypoint ${(0,findings_text/* quote */.hD)(manifest.entrypoint)}`}, ${manifest.files.length} files.`,
            'Delete it to have it made from uv.lock and the code.',
        ],
        includes: () => false,
        added: manifest.files,
        checkFiles: () => idle.map((key) => {
            const message = `${key} has no effect: ${shown} is deployed as it stands.`;
            const remedy = `Remove the key, or delete ${shown}.`;
            return (0,findings_finding/* warning */.$e)('setting-without-effect', message, remedy, setting_placeOf(inputs.own, key));
        }),
        finish: async (files) => {
            const requirements = manifest.packageFile;
            const isThere = manifest.isManaged && requirements !== '' && files.some(({ path }) => path === requirements);
            return { added: [], manifest: () => manifest.text, notes: [], findings: [], ...(isThere && { requirements }) };
        },
        python: { requires: manifest.requires, version: manifest.pythonVersion, from: shown },
    };
}
/** How Connect starts a file that the manifest lists. */
function startOf(project, manifest) {
    const { appmode: mode, entrypoint, runsPython, files } = manifest;
    if (!runsPython || !isAppMode(mode))
        return {};
    const resolved = resolveEntrypoint(mode, entrypoint, { dir: project.dir, imports: [] });
    const file = 'complaint' in resolved ? undefined : resolved.file;
    const isListed = file !== undefined && files.some(({ path }) => (0,external_node_path_.join)(project.dir, path) === file);
    const decided = { mode, entrypoint, reasons: [], ...(isListed && { file }) };
    const start = contract_contractOf({ project, decided, local: [], runsPython }, committed_plan_installsOf(project, manifest));
    return { ...contract_launchOf(mode, entrypoint), ...(start && { start }) };
}
/** What the package file asks for, and nothing else; nothing is known where it is not in the bundle. */
function committed_plan_installsOf(project, { packageFile, files, isManaged }) {
    const listed = files.find(({ path }) => path === packageFile);
    if (!isManaged || listed === undefined)
        return undefined;
    const common = { defaultGroups: false, groups: [], extras: [] };
    if (FROM_LOCK.includes(packageFile))
        return common;
    const file = requirements_readRequirements(project, (0,external_node_path_.join)(project.dir, packageFile));
    if (file === undefined || 'level' in file)
        return undefined;
    return { ...common, requirements: { file: file.shown, names: requirementNames(file.text) } };
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/wanted.ts






/** The groups and extras that are to go along, without those that the project does not have: these are errors. */
function checkWanted({ pyproject }, settings, own, findings) {
    const keys = (...path) => {
        const table = at(pyproject?.data, ...path);
        return typeof table === 'object' && table !== null ? Object.keys(table) : [];
    };
    const isLegacy = at(pyproject?.data, 'tool', 'uv', 'dev-dependencies') !== undefined;
    const known = {
        groups: [...keys('dependency-groups'), ...(isLegacy ? ['dev'] : [])],
        extras: keys('project', 'optional-dependencies'),
    };
    const kept = (key, what, where) => settings[key]
        .filter((name) => {
        if (known[key].some((one) => normalName(one) === normalName(name)))
            return true;
        const meant = (0,nearest/* nearest */.p)(name, known[key]);
        findings.push((0,findings_finding/* error */.z3)('invalid-setting', `The project has no ${what} '${(0,findings_text/* quote */.hD)(name)}' under ${where}.`, meant ? `Did you mean '${meant}'?` : `Add it, run \`uv lock\`, or take it out of ${key}.`, setting_placeOf(own, key)));
        return false;
    })
        .map(normalName);
    return {
        groups: kept('groups', 'dependency group', '[dependency-groups]'),
        extras: kept('extras', 'extra', '[project.optional-dependencies]'),
    };
}
/** The package whose command or module Connect starts the content with. Any WSGI or ASGI framework will do for the others. */
const wanted_STARTERS = {
    'python-dash': 'dash',
    'python-streamlit': 'streamlit',
    'python-shiny': 'shiny',
    'python-bokeh': 'bokeh',
    'python-gradio': 'gradio',
    'python-panel': 'panel',
};
/** Whether what starts the content is among the locked packages that go along. */
function checkFramework(content) {
    const { lock, pyproject } = content.project;
    const starter = wanted_STARTERS[content.decided.mode];
    if (starter === undefined || lock === undefined || content.locked.length === 0)
        return [];
    if (content.locked.some(({ name }) => name === starter))
        return [];
    return [
        (0,findings_finding/* error */.z3)('framework-not-locked', `${starter} is not among the packages that are deployed: Connect can't start ${content.decided.mode} content without it.`, `Run \`uv add ${starter}\`; if it is in a group or an extra, name that under groups or extras in [tool.uv-deploy.connect].`, pyproject && { file: pyproject.shown, line: pyproject.lineOf('project.dependencies') }),
    ];
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/plan.ts

























const NO_PYTHON = { requires: '', version: '', from: '' };
const plan_GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Decides what the project will be on Posit Connect, and checks what needs neither network nor uv. */
async function planConnect(project, inputs, list) {
    const { settings, findings } = settings_readSettings(inputs.own);
    if (inputs.id !== '' && !plan_GUID.test(guidIn(inputs.id))) {
        const message = `The id '${(0,findings_text/* quote */.hD)(inputs.id)}' is not one that Connect gives.`;
        const remedy = "Copy the GUID from the content's Info tab, or the address of its page, or leave it out: the content is then found by its name.";
        findings.push((0,findings_finding/* error */.z3)('invalid-id', message, remedy));
    }
    const rsconnect = readRsconnect(project, findings);
    const isSaid = inputs.contentType !== '' || inputs.entrypoint !== '' || rsconnect !== undefined;
    const committed = isSaid ? undefined : project.read(MANIFEST);
    if (committed !== undefined) {
        const read = 'level' in committed ? { findings: [committed] } : readCommittedManifest(committed, project);
        findings.push(...read.findings);
        if (read.manifest)
            return { findings, plan: planOfManifest(project, inputs, settings, read.manifest) };
        const speaks = project.pyproject ?? project.pin ?? project.lock;
        return { findings, ...(speaks === undefined && { withoutPython: true }) };
    }
    const wanted = checkWanted(project, settings, inputs.own, findings);
    const name = project.pyproject && memberName(project.pyproject);
    const locked = project.lock && name !== undefined ? broughtAlong(project.lock, { name, ...wanted }) : [];
    const { packages: local, findings: localFindings } = await readLocalPackages(project, locked);
    findings.push(...localFindings, ...(project.lock ? checkSources(locked, project.lock) : []));
    let listing;
    const files = () => (listing ??= list());
    const places = { dir: project.dir, imports: importFolders(local) };
    const decided = await detect_decide({ project, rsconnect, places, candidates: files }, inputs);
    if ('refused' in decided) {
        findings.push(decided.refused);
        const isStatic = (inputs.contentType || rsconnect?.mode.value) === 'static';
        return { findings, ...(isStatic && { withoutPython: true }) };
    }
    const quarto = decided.mode === 'quarto-static' ? inspectQuarto(await files(), decided.entrypoint) : undefined;
    const runsPython = decided.mode !== 'static' && (quarto === undefined || quarto.engines.includes('jupyter'));
    const python = runsPython ? readPythonWish(project, findings) : NO_PYTHON;
    const content = { project, decided, settings, rsconnect, locked, local, runsPython, python, quarto };
    findings.push(...plan_input_checkEntry(content));
    return { findings, plan: plan_makePlan(content, inputs, findings) };
}
function plan_makePlan(content, inputs, soFar) {
    const { project, decided, settings, rsconnect, quarto, locked } = content;
    const { matches, findings: refused } = excludes(project, settings.exclude, inputs.own);
    const isOutput = (path) => quarto !== undefined && isRenderedOutput(path, quarto);
    const base = planBase(project, inputs, settings, rsconnect?.title);
    const start = contract_contractOf(content, contract_installsOf(content));
    return {
        ...base,
        ...(start && { start }),
        ...contract_launchOf(decided.mode, decided.entrypoint),
        contentType: decided.mode,
        manifest: { appmode: decided.mode },
        install: { by: content.runsPython ? 'requirements' : 'nobody' },
        entrypoint: decided.entrypoint,
        reasons: [
            ...decided.reasons,
            `Its name on Connect is ${base.name}, its title ${(0,findings_text/* quote */.hD)(base.title)}.`,
            ...pythonReasons(content),
            ...ignoredReasons(project),
        ],
        includes: (path) => path !== MANIFEST && !isIgnored(path) && !matches(path) && !isOutput(path),
        added: [],
        checkFiles: (files) => {
            const bundled = new Set(files.map(({ source }) => source));
            const metadata = [project.pyproject, project.lock].filter((file) => file !== undefined && bundled.has(file.path));
            const findings = [...refused, ...metadata.flatMap((file) => (file ? credentialsOf(file) : []))];
            const given = givenRequirements(content, files);
            if (given.finding)
                findings.push(given.finding);
            if (given.file) {
                const has = (path) => files.some((file) => file.path === path);
                findings.push(...checkRequirements(given.file.text, given.file.shown, locked, has));
            }
            else if (content.runsPython && settings.environmentManagement !== false) {
                findings.push(...(project.lock ? localIndexes(locked, project.lock) : []), ...checkFramework(content));
            }
            const isKnown = soFar.some(({ level, code }) => level === 'error' && code.startsWith('entrypoint'));
            return [...findings, ...(isKnown ? [] : plan_input_checkBundled(content, files))];
        },
        finish: (files, tools) => finish(content, files, tools),
        python: content.python,
    };
}
const pythonReasons = ({ runsPython, python }) => !runsPython
    ? []
    : [
        `The manifest asks for Python ${python.version}${python.requires && ` (requires ${(0,findings_text/* quote */.hD)(python.requires)}: ${python.from})`}.`,
    ];
const ignoredReasons = ({ dir, shown }) => {
    const path = (0,external_node_path_.join)(dir, MANIFEST);
    return (0,external_node_fs_.existsSync)(path) ? [`${shown(path)} is not looked at: it is written anew.`] : [];
};
/** `[tool.uv-deploy.connect] exclude`, and which of its patterns rsconnect refuses. */
function excludes(project, exclude, own) {
    const isFolder = (path) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(project.dir, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
    const { matches, refused } = rsconnectGlobs(exclude, isFolder);
    const findings = refused.map((pattern) => {
        const message = `The pattern '${(0,findings_text/* quote */.hD)(pattern)}' in exclude has ** twice; rsconnect takes it once.`;
        const remedy = 'Write two patterns, or a folder by its name.';
        return (0,findings_finding/* error */.z3)('invalid-setting', message, remedy, setting_placeOf(own, 'exclude'));
    });
    return { matches, findings };
}

;// CONCATENATED MODULE: ./src/platforms/connect/connect.ts










/** Posit Connect: its content is found by GUID or by name, and described in `[tool.uv-deploy.connect]`. */
const connect = {
    name: 'connect',
    words: { credential: refusals_WORDS.credential, privateApp: PRIVATE_APP },
    markerFiles: ['.posit', 'manifest.json'],
    credentials: { server: 'CONNECT_SERVER', token: 'CONNECT_API_KEY' },
    server: LINUX,
    // rsconnect-python asks this before it has a key.
    sign: { path: SETTINGS_PATH, fits: isServer },
    settings: settings_SETTINGS,
    locate: locate,
    signIn: signIn,
    identify: async (project, inputs) => {
        const { settings, findings } = settings_readSettings(inputs.own);
        const { id, name, former } = planBase(project, inputs, settings);
        return { identity: { id, name, slug: '', former }, findings };
    },
    open: (identity, access, deps) => gateway_openConnection(identity, access, deps).connection,
    plan: async (project, inputs, candidates) => {
        const { plan, ...others } = await planConnect(project, inputs, candidates);
        if (plan === undefined)
            return others;
        const target = targetOf(plan, inputs);
        return {
            ...others,
            plan: {
                ...plan,
                open: async (access, deps, pullRequest) => pullRequest === undefined
                    ? gateway_openGateway(target, access, deps)
                    : openPreviewGateway(pullRequest, target, access, deps),
            },
        };
    },
};
const targetOf = ({ id, name, former, title, contentType, settings, python, healthPaths }, { wait, healthCheckTimeoutMs }) => ({
    ...{ id, name, former, title, settings, python, healthPaths, wait },
    appMode: contentType,
    healthLimitMs: healthCheckTimeoutMs,
});

;// CONCATENATED MODULE: ./src/platforms/ricochet/api/refusals.ts

const api_refusals_KEY = {
    credential: 'API key',
    newCredential: 'Make a new key under Credentials > API Keys on the server, with the scope content:deploy,',
};
const isBadKey = ({ status, text }) => status === 403 && /invalid api key/i.test(text);
/** What ricochet's refusals mean. */
const api_refusals_WORDS = {
    ...{ short: 'ricochet', name: 'ricochet', api: '/api/v0', foreignCode: 'not-ricochet', ...api_refusals_KEY },
    judge: (response) => (isBadKey(response) ? badCredential(api_refusals_KEY) : undefined),
    byStatus: {
        403: refusal('forbidden', 'the item does not exist on this server, or this key may not deploy to it', "Check 'id' and 'server', and that the key belongs to the item's owner and has the scope content:deploy."),
        404: refusal('not-found', 'the server knows no such thing', "Check 'id' and 'server'. Without an id, the item is found by its name, or created."),
        409: refusal('conflict', 'another item stands in the way', 'Choose another slug in _ricochet.toml, or remove what holds it on the server.'),
        413: refusal('bundle-too-large', 'the bundle is larger than the server takes', "Leave files out with 'exclude', or have the server's max_bundle_size raised."),
    },
};

;// CONCATENATED MODULE: ./src/platforms/ricochet/api/client.ts


function api_client_createClient({ server, token }, deps) {
    const request = (method, path, rest = {}) => ({
        method,
        url: `${server}/api/v0/${path}`,
        signal: deps.signal,
        ...rest,
        headers: { authorization: `Key ${token}`, accept: 'application/json, text/plain', ...rest.headers },
    });
    return { ...createPlatformClient(server, api_refusals_WORDS, deps.http, deps), request, signal: deps.signal };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/api/values.ts
// Values out of the answers of ricochet's API, which may be anything.
/** Ids are ULIDs today; anything that is safe in a path is taken. */
const isId = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
/** A slug becomes a part of the app's address; an empty one where there is none that can. */
const readSlug = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,255}$/.test(value) ? value : '';
const field = (value, name) => typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? value[name]
    : undefined;
const string = (value) => (typeof value === 'string' ? value : '');

;// CONCATENATED MODULE: ./src/platforms/ricochet/api/task-api.ts






/** A log that is still written has no end: what came in a second is enough, and is asked for again. */
const GROWING = { limit: 256_000, enoughMs: 1_000, silenceMs: 2_000, limitMs: 3_000 };
/** A log that is complete may be of any length; its end tells how the run went. */
const COMPLETE = { limit: 2_000_000, enoughMs: 20_000, silenceMs: 20_000, limitMs: 25_000, keep: 'end' };
const STARTING = 'starting the task';
function task_api_createTaskApi({ http, careful, request, call, get, list, sendOnce }) {
    return {
        /** Starts a run, once; throws when the server refused for good. */
        start: (id, params, signal) => {
            const body = (0,http_json/* jsonBody */.J9)(params === undefined ? {} : { params });
            return sendOnce(STARTING, request('POST', `content/${id}/invoke`, { ...body, signal }), readRun, whyNot);
        },
        /** `pending`, `success`, `failure` or `cancelled`. */
        status: (id, run, limitMs) => get('asking how the run goes', request('GET', `content/${id}/invocations/${run}`, { limitMs }), (value) => isId(field(value, 'id')) ? string(field(value, 'status')) : undefined),
        /** The ids of the runs that are queued or under way. */
        active: (id) => list('listing the runs under way', request('GET', `content/${id}/invocations/active`), (row) => {
            const run = field(row, 'id') ?? field(row, 'invocation_id');
            return isId(run) ? run : undefined;
        }),
        /**
         * What the run has printed, a stamped line each; `undefined` where the server does not tell. That a run's log goes by the
         * run's id is inferred: the newest official client reads logs here, which stay open until their end.
         */
        log: async (run, isOver) => {
            const sending = request('GET', `content/logs/${run}`, isOver ? COMPLETE : GROWING);
            const response = await (isOver ? careful : http)(sending).catch((error) => {
                if (error instanceof http_http/* NetworkError */.Dr)
                    return undefined;
                throw error;
            });
            return response?.status === 200 && !(0,http_json/* isHtml */._6)(response) ? response.text : undefined;
        },
        /** A run that has ended stays as it is (its API reference), so this may be sent twice. */
        stop: async (id, run, signal) => {
            await call('stopping the run', request('POST', `content/${id}/invocations/${run}/stop`, { signal }));
        },
    };
}
const readRun = (answer) => {
    const run = field(answer, 'invocation_id');
    return isId(run) ? run : undefined;
};
/** Throws for a refusal of the start that means another thing than in a deployment. */
function whyNot(response) {
    const because = `(${response.status}${saidIn(response)})`;
    if (response.status === 403 && !isBadKey(response)) {
        throw (0,findings_finding/* failure */.V2)('forbidden', `The task may not be started with this API key ${because}.`, "Only its owner, its collaborators and admins may run it: use a key of one of them as 'token', or have the owner add the key's user as a collaborator.");
    }
    if (response.status === 404) {
        throw (0,findings_finding/* failure */.V2)('not-found', `The server does not find the task to start it ${because}.`, "Check 'id' and 'server', and that the server is a ricochet that runs tasks.");
    }
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/api/api.ts








const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (RSA )?PUBLIC KEY-----/;
/** Receiving and storing 100 MB may take the server a while before it answers. */
const api_UPLOAD_SILENCE_MS = 300_000;
function api_api_createApi(access, deps) {
    const client = api_client_createClient(access, deps);
    const { request, call, read } = client;
    return {
        tasks: task_api_createTaskApi(client),
        checkKey: async () => {
            await call('checking the API key', request('GET', 'check_key'));
        },
        publicKey: () => read('fetching the key that encrypts variables', request('GET', 'public-key'), ({ text }) => PUBLIC_KEY.exec(text)?.[0]),
        ...api_createItemApi(client),
        ...createDeploymentApi(client),
    };
}
/** What concerns the items themselves. */
function api_createItemApi({ request, exchange, call, read, list, refusals }) {
    const items = () => list('listing your items', request('GET', 'user/items'), readItem);
    const patch = async (step, path, body) => {
        await call(step, request('PATCH', path, (0,http_json/* jsonBody */.J9)(body)));
    };
    return {
        items,
        /** The `_ricochet.toml` that the server holds of an item. */
        toml: (id) => read('reading the settings of the item', request('GET', `content/${id}/toml`), ({ text }) => readToml(text)),
        /** Answers false when there is no such item any more. A missing one is told as forbidden (its API reference). */
        remove: async (id) => {
            const step = 'removing the item';
            const response = await exchange(step, request('DELETE', `content/${id}`));
            if ((0,http_json/* isSuccess */.oJ)(response))
                return true;
            const isMissing = response.status === 404 || response.status === 403;
            if (isMissing && !(await items()).some((item) => item.id === id))
                return false;
            throw refusals.refused(step, response);
        },
        patchEnvVars: (id, encrypted) => patch('setting the environment variables', `content/${id}/env-vars`, encrypted),
        patchSettings: (id, settings) => patch('updating the settings', `content/${id}/settings`, settings),
        patchSchedule: (id, schedule) => patch('setting the schedule', `content/${id}/schedule`, { schedule }),
    };
}
/** What concerns the deployments of an item, and what runs of them. */
function createDeploymentApi({ request, careful, get, list, sendOnce, signal }) {
    return {
        deployments: (id) => list('listing the deployments', request('GET', `content/${id}/deployments`), api_readDeployment),
        deployment: (id, limitMs) => get('asking how the deployment goes', request('GET', `content/deployments/${id}`, { limitMs }), api_readDeployment),
        /** The ids of the running instances; `undefined` where this key or server does not tell. */
        instances: async (id, limitMs = http_http/* REQUEST_LIMIT_MS */.zA) => {
            const response = await careful(request('GET', `content/${id}/instances`, { limitMs })).catch(() => undefined);
            signal.throwIfAborted();
            if (response?.status !== 200)
                return undefined;
            const ids = (0,http_json/* rowsOf */.RO)((0,http_json/* jsonOf */.o_)(response), (row) => field(row, 'instance_id'));
            return ids?.filter(isId);
        },
        /** Uploads once, within `limitMs`; throws when the server refused for good. */
        upload: (parts, tell, limitMs) => {
            const { body, contentType } = multipart(parts, tell);
            const headers = { 'content-type': contentType };
            const sending = request('POST', 'content/upload', { body, headers, silenceMs: api_UPLOAD_SILENCE_MS, limitMs });
            return sendOnce('uploading the bundle', sending, readTaken);
        },
    };
}
/** Older servers spell it deploymentId, or leave it out. */
function readTaken(answer) {
    const id = field(answer, 'id');
    const deploymentId = field(answer, 'deployment_id') ?? field(answer, 'deploymentId');
    return isId(id) ? { id, deploymentId: isId(deploymentId) ? deploymentId : undefined } : undefined;
}
/** Strict on what tells one item from another; types of content that are not known pass. */
function readItem(row) {
    const id = field(row, 'id');
    const name = field(row, 'name');
    const slug = field(row, 'slug') ?? '';
    if (!isId(id) || typeof name !== 'string' || typeof slug !== 'string')
        return undefined;
    return {
        id,
        name,
        slug: readSlug(slug),
        contentType: string(field(row, 'content_type')),
    };
}
/** What is no TOML, or has no `[content]`, is no `_ricochet.toml`. */
function readToml(text) {
    try {
        const { content, ...others } = (0,dist/* parse */.qg)(text);
        return isTable(content) ? { ...others, content: content } : undefined;
    }
    catch {
        return undefined;
    }
}
function api_readDeployment(row) {
    const id = field(row, 'id');
    const deployedAt = Number(field(row, 'deployed_at'));
    if (!isId(id))
        return undefined;
    return { id, status: string(field(row, 'status')), deployedAt: Number.isFinite(deployedAt) ? deployedAt : 0 };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/item-spec.ts


/** The server takes no longer name (its documentation of `_ricochet.toml`). */
const item_spec_NAME_LIMIT = 120;
/**
 * Another item with the app's files: another name and slug, never its id, and no schedule, for it must not do the app's regular
 * work a second time.
 */
function renamed(target, name, slug) {
    const rename = (settings) => {
        const { id: _id, ...content } = (at(settings, 'content') ?? {});
        const { cron: _cron, ...schedule } = (at(settings, 'schedule') ?? {});
        return {
            ...settings,
            content: { ...content, name, ...(slug !== '' && { slug }) },
            ...(Object.hasOwn(settings, 'schedule') && { schedule }),
        };
    };
    return {
        ...target,
        ...{ id: '', name, slug },
        config: (0,dist/* stringify */.As)(rename((0,dist/* parse */.qg)(target.config))),
        settings: rename(target.settings),
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/previews.ts




/** What marks an item as a preview. No other item is ever removed. */
const previews_MARK = / \(PR #([1-9]\d{0,9})\)$/;
/** `<name> (PR #<number>)`. */
const previews_previewName = (app, pullRequest) => markedName(app, ` (PR #${pullRequest})`, item_spec_NAME_LIMIT);
/** The pull request whose preview of `app` an item is. */
function previews_pullRequestOf({ name }, app) {
    const [, number] = previews_MARK.exec(name) ?? [];
    return number !== undefined && name === previews_previewName(app, Number(number)) ? Number(number) : undefined;
}
/** The item of a pull request in place of the app's own. */
const previews_previewTarget = (target, pullRequest) => ({
    ...renamed(target, previews_previewName(target.name, pullRequest), target.slug === '' ? '' : `${target.slug}-pr-${pullRequest}`),
    pullRequest,
});
/** The previews of `app` among the owner's items: told by their names alone, so that nothing has to be remembered. */
function gateway_previews_createPreviews(items, api, app, say) {
    return {
        list: async () => (await items.list()).flatMap((remote) => {
            const pullRequest = previews_pullRequestOf(remote, app);
            return pullRequest === undefined ? [] : [{ pullRequest, item: items.toItem(remote) }];
        }),
        remove: async ({ pullRequest, item }) => {
            if (previews_pullRequestOf(item, app) !== pullRequest) {
                throw (0,findings_finding/* failure */.V2)('not-a-preview', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is not marked as the preview of pull request ${pullRequest}: it was not removed.`, 'Remove it on the server if it is not needed.');
            }
            const wasThere = await api.remove(item.id);
            items.forget();
            say(wasThere ? `Removed '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).` : `'${(0,findings_text/* quote */.hD)(item.name)}' was already gone.`);
            return wasThere;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/tasks.ts




const OUTCOMES = {
    pending: { state: 'running' },
    success: { state: 'live' },
    failure: {
        state: 'failed',
        message: 'The task has failed',
        remedy: 'Read the log, and what the page of the task says.',
    },
    cancelled: {
        state: 'failed',
        message: 'Somebody stopped the run on the server',
        remedy: 'Run the job again if that was not meant.',
    },
};
/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const gateway_tasks_LINGER_MS = 2_500;
/** `[2026-10-09T13:48:06.643970Z stdout] ` in front of each line (as ricochet's own client shows it). */
const STAMP = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z \w+\] ?/gm;
function gateway_tasks_createTasks(items, api, deps) {
    const { signal } = deps;
    /** Runs whose status the server has told once. */
    const told = new Set();
    const start = async (item, params) => {
        const active = await tasks_missing(api.active(item.id));
        return (0,once/* takeOnce */.X)({
            noun: 'start',
            send: () => api.start(item.id, params, (0,clock/* lingering */.e)(signal, gateway_tasks_LINGER_MS)),
            // Older servers do not list the runs under way.
            look: active && (async () => (await api.active(item.id)).filter((run) => !active.includes(run))),
            lost: (why, found) => tasks_lostStart(item, why, found),
        }, deps);
    };
    return {
        start: async (item, params) => {
            // Types of other languages are left to the server, which refuses what it can't run.
            if ((await items.kind(item.id)) === 'app') {
                throw (0,findings_finding/* failure */.V2)('not-a-task', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`, "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.");
            }
            // ricochet publishes no address for the page of a single run.
            return { id: await start(item, params), item, logUrl: item.consoleUrl };
        },
        progress: async ({ id, item }, withinMs) => {
            const asking = api.status(item.id, id, withinMs);
            const status = told.has(id) ? await asking : await tasks_missing(asking);
            if (status === undefined)
                return { state: 'untold' };
            told.add(id);
            return OUTCOMES[status] ?? { state: 'running' };
        },
        log: async ({ id }, isOver) => (await api.log(id, isOver))?.replace(STAMP, ''),
        stop: ({ id, item }, within) => api.stop(item.id, id, within),
    };
}
/** Older servers do not have every call: `undefined` for what is not found. */
const tasks_missing = (asking) => asking.catch((error) => {
    if (error instanceof findings_finding/* Failure */.HR && error.findings.every(({ code }) => code === 'not-found'))
        return undefined;
    throw error;
});
const tasks_lostStart = (item, why, found) => (0,findings_finding/* failure */.V2)('start-unknown', found.length > 1
    ? `The start had no usable answer (${why}), and several runs have begun since: ${found.join(', ')}. Which one is this job's can't be told.`
    : `The start had no usable answer (${why}), and the server shows no run under way. Whether the task has run can't be told, so it was not started again.`, `Look at ${item.consoleUrl}, and run the job again if the task has not run.`);

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/connection.ts


/** What can be done with an item of which only the identity is known; `app` is what the app itself is called. */
const connection = ({ name, app }, items, api, deps) => ({
    name,
    verify: () => api.checkKey(),
    find: () => items.find(),
    tasks: gateway_tasks_createTasks(items, api.tasks, deps),
    previews: gateway_previews_createPreviews(items, api, app, deps.say),
});

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/env-vars.ts



/** What RSA-OAEP with SHA-256 can hold under ricochet's 2048-bit key: 256 - 2 * 32 - 2 bytes. */
const env_vars_LIMIT = 190;
/** Names every variable that can't be encrypted, before anything is sent. */
function checkEnvVars(vars) {
    return vars
        .filter(({ name, value }) => Buffer.byteLength(name) > env_vars_LIMIT || Buffer.byteLength(value) > env_vars_LIMIT)
        .map(({ name, value }) => (0,findings_finding/* error */.z3)('env-too-long', Buffer.byteLength(value) > env_vars_LIMIT
        ? `The variable ${name} has ${Buffer.byteLength(value)} bytes; ricochet takes ${env_vars_LIMIT}.`
        : `The name of the variable ${(0,findings_text/* quote */.hD)(name)} has ${name.length} bytes; ricochet takes ${env_vars_LIMIT}.`, 'Split it over several variables, or keep the value where the app can fetch it.'));
}
/** `{base64(RSA-OAEP-SHA256(name)): base64(RSA-OAEP-SHA256(value))}` (ricochet's API reference, "env_vars"). */
function encryptEnvVars(vars, publicKey) {
    const encrypt = (text) => (0,external_node_crypto_.publicEncrypt)({ key: publicKey, padding: external_node_crypto_.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, Buffer.from(text)).toString('base64');
    try {
        return Object.fromEntries(vars.map(({ name, value }) => [encrypt(name), encrypt(value)]));
    }
    catch (cause) {
        throw (0,findings_finding/* failure */.V2)('env-encryption', "The environment variables can't be encrypted with the server's key.", 'Ask the people who run the server to check its key, or deploy without env.', { cause });
    }
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/content-types.ts
/**
 * ricochet's Python content types (its documentation, "Content items", and its command-line client's schema notes).
 * A directory as entrypoint of `shiny-py` is accepted by its name having no extension.
 */
const content_types_TABLE = {
    'fast-api': { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-fastapi' },
    flask: { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-api' },
    streamlit: { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-streamlit' },
    dash: { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-dash' },
    'shiny-py': {
        kind: 'app',
        accepts: /\.py$|(?:^|\/)[^/.]*$|^\.$/,
        entrypoint: 'a .py file or a folder',
        appmode: 'python-shiny',
    },
    'python-service': { kind: 'app', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'python-api' },
    python: { kind: 'task', accepts: /\.py$/, entrypoint: 'a .py file', appmode: 'static' },
    'quarto-py': {
        kind: 'task',
        accepts: /\.qmd$|(?:^|\/)_quarto\.yml$/,
        entrypoint: 'a .qmd file or _quarto.yml',
        appmode: 'quarto-static',
    },
};
const content_types_CONTENT_TYPES = content_types_TABLE;
const isContentType = (name) => Object.hasOwn(content_types_TABLE, name);
/** An app stays up and answers requests; a task runs to its end. `undefined` for what is not a content type for Python. */
const kindOf = (name) => (isContentType(name) ? content_types_TABLE[name].kind : undefined);
/** Content types of the other languages ricochet runs: right for the server, but not for this action. */
const OTHER_LANGUAGES = [
    ...['shiny', 'shiny-r', 'plumber', 'ambiorix', 'rmd', 'rmd-shiny', 'r', 'r-service', 'serverless-r'],
    ...['quarto-r', 'quarto-r-shiny', 'quarto-jl', 'julia', 'julia-service'],
];
/** The content types that start apps of a framework. Other web apps may be programs of their own: `python-service`. */
const CONTENT_TYPE_OF = {
    fastapi: 'fast-api',
    flask: 'flask',
    streamlit: 'streamlit',
    dash: 'dash',
    shiny: 'shiny-py',
};

// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(5814);
;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/cron.ts


/**
 * Why ricochet would refuse a cron expression, or `undefined`. It takes five fields, optionally seconds first, `L`, `#`, `W` and
 * words such as `@daily`; times are UTC (ricochet's API reference, "schedule").
 */
function cronProblem(expression) {
    if (!expression.startsWith('@') && ![5, 6].includes(expression.trim().split(/\s+/).length)) {
        return 'it needs five fields, or six with seconds first';
    }
    try {
        new croner/* CronPattern */.zj(expression);
        return undefined;
    }
    catch (error) {
        return (0,findings_finding/* messageOf */.bD)(error)
            .replace(/^CronPattern: /, '')
            .replace(/\.$/, '');
    }
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/config-rules.ts






const config_rules_NAME_LIMIT = 120;
const ACCESS_TYPES = ['private', 'internal', 'external'];
/** The sizing keys, with values to suggest. */
const SIZING = { min_instances: 0, max_instances: 5, spawn_threshold: 80, max_connections: 10 };
const missingKeys = ({ data }) => {
    const missing = ['name', 'entrypoint', 'access_type', 'content_type'].filter((key) => at(data, 'content', key) === undefined);
    return [
        ...missing.map((key) => ({
            code: 'config-missing-key',
            key: `content.${key}`,
            message: `[content] has no ${key}.`,
            remedy: `Add ${key} = "\u2026" under [content].`,
        })),
        ...(at(data, 'language', 'name') === undefined
            ? [
                {
                    code: 'config-missing-key',
                    key: 'language.name',
                    message: '[language] has no name.',
                    remedy: 'Add [language] with name = "python" and packages = "uv.lock".',
                },
            ]
            : []),
    ];
};
const config_rules_name = ({ data }) => {
    const value = at(data, 'content', 'name');
    const remark = { code: 'config-name', key: 'content.name' };
    if (typeof value !== 'string')
        return [];
    if (value.trim() === '')
        return [{ ...remark, message: 'The name is empty.', remedy: 'Give the item a name.' }];
    const { length } = [...value];
    if (length <= config_rules_NAME_LIMIT)
        return [];
    const message = `The name has ${length} characters; ricochet takes ${config_rules_NAME_LIMIT}.`;
    return [{ ...remark, message, remedy: 'Shorten it.' }];
};
const slug = ({ data }) => {
    const value = at(data, 'content', 'slug');
    if (typeof value !== 'string' || /^[A-Za-z0-9_-]+$/.test(value))
        return [];
    return [
        {
            code: 'config-slug',
            key: 'content.slug',
            message: `The slug '${(0,findings_text/* quote */.hD)(value)}' has characters other than letters, digits, - and _.`,
            remedy: `Write it as '${toSlug(value) || 'my-app'}'.`,
        },
    ];
};
const accessType = ({ data }) => {
    const value = at(data, 'content', 'access_type');
    if (typeof value !== 'string' || ACCESS_TYPES.includes(value))
        return [];
    const meant = (0,nearest/* nearest */.p)(value, ACCESS_TYPES);
    return [
        {
            code: 'config-access-type',
            key: 'content.access_type',
            message: `The access_type is '${(0,findings_text/* quote */.hD)(value)}'.`,
            remedy: meant ? `Did you mean "${meant}"?` : `Use one of: ${ACCESS_TYPES.join(', ')}.`,
        },
    ];
};
const language = ({ data }) => {
    const value = at(data, 'language', 'name');
    if (typeof value !== 'string' || value === 'python')
        return [];
    return [
        {
            code: 'config-language',
            key: 'language.name',
            message: `The language is '${(0,findings_text/* quote */.hD)(value)}'.`,
            remedy: 'This action deploys uv-managed Python: set name = "python".',
        },
    ];
};
const config_rules_packages = ({ data }) => {
    const value = at(data, 'language', 'packages');
    if (value === 'uv.lock')
        return [];
    const is = value === undefined ? 'has no packages' : `has packages = '${(0,findings_text/* quote */.hD)(String(value))}'`;
    return [
        {
            code: 'config-packages',
            key: 'language.packages',
            message: `[language] ${is}; the server would answer "Package file required".`,
            remedy: 'Set packages = "uv.lock" under [language].',
        },
    ];
};
const contentType = ({ data, contentType: value, type }) => {
    if (typeof at(data, 'content', 'content_type') !== 'string' || type !== undefined)
        return [];
    const names = Object.keys(content_types_CONTENT_TYPES);
    const foreign = OTHER_LANGUAGES.includes(value);
    const meant = foreign ? undefined : (0,nearest/* nearest */.p)(value, names);
    return [
        {
            code: 'config-content-type',
            key: 'content.content_type',
            message: foreign
                ? `The content_type '${value}' is not Python.`
                : `There is no content_type '${(0,findings_text/* quote */.hD)(value)}'; the server would refuse it.`,
            remedy: meant ? `Did you mean "${meant}"?` : `Use one of: ${names.join(', ')}.`,
        },
    ];
};
const entrypoint = ({ data, entrypoint: value, contentType: typeName, type }) => {
    const remark = { code: 'config-entrypoint', key: 'content.entrypoint' };
    if (typeof at(data, 'content', 'entrypoint') !== 'string')
        return [];
    if (value === '') {
        return [{ ...remark, message: 'The entrypoint is empty.', remedy: 'Name the file that is to be started.' }];
    }
    if (/^(?:\/|[A-Za-z]:)|\\/.test(value) || value.split('/').includes('..')) {
        const message = `The entrypoint '${(0,findings_text/* quote */.hD)(value)}' is not a path inside the project; the server would answer "Invalid entrypoint".`;
        return [{ ...remark, message, remedy: 'Give it relative to the folder of _ricochet.toml, with forward slashes.' }];
    }
    if (type === undefined || type.accepts.test(value))
        return [];
    const message = `The entrypoint '${(0,findings_text/* quote */.hD)(value)}' is not ${type.entrypoint}, which ${typeName} needs; the server would answer "Invalid entrypoint".`;
    return [{ ...remark, message, remedy: 'Correct entrypoint or content_type.' }];
};
/** Tables that only one kind of content may have, with the server's own words for it. */
const KIND_TABLES = [
    { table: 'serve', code: 'config-serve', not: 'task', words: 'cannot be served', remedy: 'an app content type' },
    {
        table: 'schedule',
        code: 'config-schedule',
        not: 'app',
        words: 'cannot be scheduled',
        remedy: 'python or quarto-py',
    },
    {
        table: 'static',
        code: 'config-static',
        not: 'app',
        words: 'cannot be served as a static site',
        remedy: 'quarto-py',
    },
];
const kindTables = ({ data, contentType: typeName, type }) => KIND_TABLES.filter(({ table, not }) => at(data, table) !== undefined && type?.kind === not).map(({ table, code, not, words, remedy }) => ({
    code,
    key: table,
    message: `[${table}] stands beside content_type ${typeName}, ${not === 'app' ? 'an app' : 'a task'}; the server would answer "Chosen content type ${words}".`,
    remedy: `Remove [${table}], or choose ${remedy}.`,
}));
const sizing = ({ data }) => {
    const serve = at(data, 'serve');
    if (typeof serve !== 'object')
        return [];
    const missing = Object.entries(SIZING).filter(([key]) => at(serve, key) === undefined);
    const tooSmall = Object.keys(SIZING).filter((key) => Number(at(serve, key) ?? 1) < (key === 'min_instances' ? 0 : 1));
    return [
        ...(missing.length > 0
            ? [
                {
                    code: 'config-serve',
                    key: 'serve',
                    message: `[serve] lacks ${missing.map(([key]) => key).join(', ')}; once the table exists, all four sizing keys are needed.`,
                    remedy: `Add ${missing.map(([key, value]) => `${key} = ${value}`).join(', ')}.`,
                },
            ]
            : []),
        ...tooSmall.map((key) => ({
            code: 'config-serve',
            key: `serve.${key}`,
            message: `${key} is ${String(at(serve, key))}.`,
            remedy: `Give ${key === 'min_instances' ? 0 : 1} or more.`,
        })),
    ];
};
const cron = ({ data }) => {
    const value = at(data, 'schedule', 'cron');
    const problem = typeof value === 'string' ? cronProblem(value) : undefined;
    if (problem === undefined)
        return [];
    return [
        {
            code: 'config-cron',
            key: 'schedule.cron',
            message: `The cron expression '${(0,findings_text/* quote */.hD)(String(value))}' is not valid: ${problem}.`,
            remedy: 'Write five fields such as "0 9 * * 1-5" (UTC), or a word such as "@daily".',
        },
    ];
};
const patterns = ({ data }) => ['include', 'exclude'].flatMap((key) => {
    const problem = patternProblem(strings(at(data, 'content', key)));
    if (problem === undefined)
        return [];
    const remedy = 'Name files by a few patterns.';
    return [{ code: 'over-limit', key: `content.${key}`, message: `${key} ${problem}.`, remedy }];
});
/** All that ricochet's server checks in a `_ricochet.toml`, beside the types of the keys. */
const config_rules_RULES = [
    ...[missingKeys, config_rules_name, slug, accessType, language, config_rules_packages],
    ...[contentType, entrypoint, kindTables, sizing, cron, patterns],
];
/** A slug made from any text: what ricochet allows in one, in lower case. */
const toSlug = (text) => text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/^-+|-+$/g, '');

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/schema.ts


const keys = (kind, names) => Object.fromEntries(names.split(' ').map((name) => [name, [kind]]));
/** The tables and keys of v0.17 (ricochet's documentation of `_ricochet.toml`). */
const schema_SCHEMA = {
    content: {
        ...keys('string', 'id name slug entrypoint access_type content_type summary thumbnail exec_env'),
        ...keys('strings', 'tags include exclude'),
    },
    language: keys('string', 'name packages'),
    schedule: {
        ...keys('string', 'cron'),
        ...keys('boolean', 'parameterized'),
        ...keys('strings', 'on_success on_error'),
    },
    serve: {
        ...keys('integer', 'min_instances max_instances spawn_threshold max_connections'),
        ...keys('integer', 'max_connection_age inactive_timeout connection_timeout'),
        ...keys('table', 'k8s'),
    },
    static: keys('string', 'index output_dir render_fn'),
    resources: {
        ...keys('string', 'cpu_request cpu_limit memory_request memory_limit'),
        ...keys('count', 'restore_timeout'),
    },
    repositories: { ...keys('strings', 'python'), ...keys('any', 'r julia'), ...keys('boolean', 'allow_overrides') },
    retention: { ...keys('integer', 'max_age_days max_deployments'), max_bundle_size: ['string', 'integer'] },
    env_vars: keys('any', 'nonce vars'),
};
const KINDS = {
    string: { is: (value) => typeof value === 'string', say: 'a text in quotes' },
    boolean: { is: (value) => typeof value === 'boolean', say: 'true or false' },
    integer: { is: (value) => Number.isInteger(value), say: 'a whole number' },
    count: { is: (value) => Number.isInteger(value) && Number(value) >= 0, say: 'a whole number, 0 or more' },
    strings: {
        is: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
        say: 'a list of texts',
    },
    table: { is: (value) => typeof value === 'object' && !Array.isArray(value), say: 'a table' },
    any: { is: () => true, say: 'anything' },
};
/** Tables and keys of the wrong type, which the server refuses, and unknown ones, which it ignores. */
function checkSchema(data) {
    return Object.entries(data).flatMap(([table, value]) => {
        const known = Object.hasOwn(schema_SCHEMA, table) ? schema_SCHEMA[table] : undefined;
        if (known === undefined)
            return [unknown(table, table, Object.keys(schema_SCHEMA))];
        if (!KINDS.table.is(value))
            return [wrongType(table, table, ['table'])];
        return Object.entries(value).flatMap(([key, inner]) => {
            const kinds = Object.hasOwn(known, key) ? known[key] : undefined;
            if (kinds === undefined)
                return [unknown(`${table}.${key}`, key, Object.keys(known))];
            return kinds.some((kind) => KINDS[kind].is(inner)) ? [] : [wrongType(`${table}.${key}`, key, kinds)];
        });
    });
}
const wrongType = (path, key, kinds) => {
    const wanted = kinds.map((kind) => KINDS[kind].say).join(' or ');
    return {
        level: 'error',
        code: 'config-type',
        key: path,
        message: `${key} is not ${wanted}.`,
        remedy: `Give ${wanted}.`,
    };
};
const unknown = (path, key, known) => {
    const meant = (0,nearest/* nearest */.p)(key, known);
    return {
        level: 'warning',
        code: 'config-unknown-key',
        key: path,
        message: `The server ignores '${(0,findings_text/* quote */.hD)(key)}': it knows no such key.`,
        remedy: meant ? `Did you mean '${meant}'?` : `Known here: ${known.join(', ')}.`,
    };
};

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/config.ts






const CONFIG_FILE = '_ricochet.toml';
/**
 * Checks a `_ricochet.toml` for all that the server would refuse. Every finding has the line it is about, but for the keys that
 * come `fromInputs`: those have no line in the file.
 */
function readConfig(file, fromInputs = []) {
    const { data } = file;
    const text = (key) => {
        const value = at(data, 'content', key);
        return typeof value === 'string' ? value : '';
    };
    const contentType = text('content_type');
    const type = Object.hasOwn(content_types_CONTENT_TYPES, contentType) ? content_types_CONTENT_TYPES[contentType] : undefined;
    const draft = { data, contentType, type, entrypoint: text('entrypoint') };
    const remarks = [
        ...checkSchema(data),
        ...config_rules_RULES.flatMap((rule) => rule(draft)),
    ];
    // A list that was complained of is not used: it must not leave everything out as well.
    const patterns = (key) => {
        const value = at(data, 'content', key);
        return Array.isArray(value) && patternProblem(strings(value)) === undefined ? strings(value) : undefined;
    };
    return {
        findings: remarks.map(({ key, level = 'error', ...remark }) => ({
            ...remark,
            level,
            ...(!fromInputs.includes(key) && { file: file.shown, line: file.lineOf(key) }),
        })),
        config: {
            id: text('id'),
            name: text('name'),
            slug: text('slug'),
            entrypoint: draft.entrypoint.replace(/^(?:\.\/)+/, ''),
            contentType,
            include: patterns('include'),
            exclude: patterns('exclude') ?? [],
            thumbnail: text('thumbnail'),
            maxBundleSize: (0,units/* byteSize */.mz)(at(data, 'retention', 'max_bundle_size')),
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/upload.ts




/** What an upload makes. */
const NOUN = 'deployment';
/** Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. */
async function upload_upload(subject, api, deps) {
    const { bundle, env, item, name, config, known } = subject;
    const look = item ? await newDeployments(api, item) : newItems(api, known, name);
    const encrypted = item || env.length === 0 ? undefined : encryptEnvVars(env, await api.publicKey());
    const parts = [
        ...(item ? [{ name: 'id', text: item.id }] : []),
        { name: 'config', filename: CONFIG_FILE, type: 'application/toml', content: config },
        ...(encrypted ? [{ name: 'env_vars', text: JSON.stringify(encrypted) }] : []),
        { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', path: bundle.path, size: bundle.size },
    ];
    return uploadOnce(bundle, (limitMs) => api.upload(parts, progressLines(bundle.size, deps.say), limitMs), { look, lost: (why, found) => (found.length > 1 ? ambiguousUpload(found) : lostUpload(why, NOUN)) }, deps);
}
/** Finds the deployments of `item` that were not there when this was called. */
async function newDeployments(api, item) {
    const before = new Set((await api.deployments(item.id)).map(({ id }) => id));
    return async () => (await api.deployments(item.id))
        .filter(({ id }) => !before.has(id))
        .map(({ id }) => ({ id: item.id, deploymentId: id }));
}
/** Finds the items called `name` that are not among the known ones. */
function newItems(api, known, name) {
    const before = new Set(known.map(({ id }) => id));
    return async () => (await api.items())
        .filter((row) => row.name === name && !before.has(row.id))
        .map(({ id }) => ({ id, deploymentId: undefined }));
}
const ambiguousUpload = (found) => (0,findings_finding/* failure */.V2)('upload-ambiguous', `The upload had no answer, and the server shows more than one new deployment since: ${found.map(({ id, deploymentId }) => deploymentId ?? id).join(', ')}. Which one is this run's can't be told.`, 'Look at them on the server, and run the job again when no other deployment is under way.');

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/delivery.ts





/** How a bundle and its variables get to the server: to the item, or to one that is made once. */
function createDelivery(target, { server, api, items, instances }, deps) {
    const { say } = deps;
    /** What the live item has of this run beside its code, as a sentence. */
    let set = '';
    const toRelease = (id, item) => ({ id, item, logUrl: `${server}/deployments/${id}` });
    const send = async (bundle, env, item) => {
        const { name, config } = target;
        const known = item ? [] : await items.list();
        const { id, deploymentId } = await upload_upload({ bundle, env, item, name, config, known }, api, deps);
        items.forget();
        const owner = item ?? (await items.byId(id));
        const release = deploymentId ?? newestFirst(await api.deployments(id))[0]?.id;
        if (release === undefined)
            throw lostUpload('the item has no deployment', NOUN);
        return toRelease(release, owner);
    };
    const update = async (bundle, env, item) => {
        await instances.note(item);
        if (env.length === 0)
            return send(bundle, env, item);
        const names = env.map(({ name }) => name).join(', ');
        const has = (how) => `The item '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) ${how} the new values of ${names}.`;
        const encrypted = encryptEnvVars(env, await api.publicKey());
        // Before the upload: the new release may start the moment it is installed, and needs them then.
        await api.patchEnvVars(item.id, encrypted).catch((error) => {
            throw error instanceof findings_finding/* Cancelled */.cJ ? (0,findings_finding/* leaving */.dv)(error, delivery_partlyDone(has('may already have'))) : error;
        });
        set = has('already has');
        say(`Set ${names}.`);
        return send(bundle, env, item).catch((error) => {
            throw (0,findings_finding/* leaving */.dv)(error, delivery_partlyDone(set));
        });
    };
    /** Makes the item, once: where another run makes it at the same time, the older item is the one for both, and takes this bundle. */
    const create = async (bundle, env) => {
        const made = await send(bundle, env, undefined).catch((error) => {
            if (isConflict(error))
                return error;
            throw error;
        });
        items.forget();
        const oldest = await items.findOldest();
        if ('item' in made && (oldest === undefined || oldest.id === made.item.id))
            return made;
        if (oldest === undefined)
            throw made;
        if ('item' in made)
            await delivery_withdraw(made, oldest, { api, items }, say);
        say(`Another run has just created '${(0,findings_text/* quote */.hD)(oldest.name)}' (${oldest.id}); this bundle goes there.`);
        items.forget();
        return update(bundle, env, oldest);
    };
    return {
        /** Updates the item, or makes one. */
        deploy: (bundle, env, item) => item ? update(bundle, env, item) : create(bundle, env),
        /** What the live item has of this run beside its code, as a sentence; empty when it has nothing. */
        left: () => set,
    };
}
/** Removes the item that this run has just made, unless somebody else has deployed to it since. */
async function delivery_withdraw({ id, item }, oldest, { api, items }, say) {
    const others = (await api.deployments(item.id)).filter((deployment) => deployment.id !== id);
    if (others.length > 0)
        throw await items.several([oldest.id, item.id]);
    await api.remove(item.id);
    say(`Removed ${item.id}, which this run had created at the same time.`);
}
/** ULIDs made within one second sort by their random part; ids of different seconds by time. */
const newestFirst = (deployments) => [...deployments].sort((a, b) => b.deployedAt - a.deployedAt || (a.id < b.id ? 1 : -1));
/** That the variables were set, and the code did not follow. */
const delivery_partlyDone = (set) => (0,findings_finding/* warning */.$e)('partly-done', set, 'Its code is the old one unless the upload went through: run the job again, or set the old values on the server.');
const isConflict = (error) => error instanceof findings_finding/* Failure */.HR && error.findings.some(({ code }) => code === 'conflict');

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/instances.ts
function createInstances(api) {
    const old = new Set();
    let isTold = false;
    return {
        note: async ({ id }, withinMs) => {
            const running = await api.instances(id, withinMs);
            if (running === undefined)
                return;
            isTold = true;
            for (const one of running)
                old.add(one);
        },
        hasNew: async ({ id }) => {
            const running = await api.instances(id);
            if (running === undefined || !isTold || running.length === 0)
                return undefined;
            return running.some((one) => !old.has(one));
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/settings.ts


/**
 * Which tables and keys of `_ricochet.toml` the server takes through `PATCH content/{id}/settings`, and under which group
 * (ricochet's own client, "settings"). On a redeploy the server ignores the file itself.
 */
const settings_GROUPS = [
    [
        'content',
        ['content'],
        ['name', 'entrypoint', 'access_type', 'content_type', 'slug', 'summary', 'thumbnail', 'tags', 'exec_env'],
    ],
    [
        'serve',
        ['serve'],
        [
            ...['min_instances', 'max_instances', 'spawn_threshold', 'max_connections'],
            ...['max_connection_age', 'inactive_timeout', 'connection_timeout'],
        ],
    ],
    ['deployment', ['serve', 'k8s'], ['strategy', 'max_surge', 'max_unavailable', 'config']],
    ['resources', ['resources'], ['cpu_request', 'cpu_limit', 'memory_request', 'memory_limit']],
    ['static', ['static'], ['index', 'output_dir']],
];
/** What has to change on the server to match the repository. Keys that the repository does not set stay as they are. */
function compareSettings(local, remote) {
    return settings_GROUPS.flatMap(([group, path, keys]) => keys
        .map((key) => ({ group, key, from: at(remote, ...path, key), to: at(local, ...path, key) }))
        .filter(({ from, to }) => to !== undefined && !(0,external_node_util_.isDeepStrictEqual)(from, to)));
}
/** The JSON body of the PATCH: only what changes, by group. */
function settingsPatch(changes) {
    const patch = {};
    for (const { group, key, to } of changes) {
        patch[group] ??= {};
        patch[group][key] = to;
    }
    return patch;
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/item-settings.ts



/** Brings the settings and the schedule of an item in line with the repository: on a redeploy, the server ignores the file itself. */
async function item_settings_applySettings(item, { settings }, items, api) {
    const remote = await items.settings(item.id);
    const changes = compareSettings(settings, remote);
    if (changes.length > 0)
        await api.patchSettings(item.id, settingsPatch(changes));
    const cron = at(settings, 'schedule', 'cron');
    const rescheduled = typeof cron === 'string' && cron !== at(remote, 'schedule', 'cron');
    if (rescheduled)
        await api.patchSchedule(item.id, cron);
    if (changes.length > 0)
        items.forget();
    const shown = (value) => (value === undefined ? 'not set' : (0,findings_text/* quote */.hD)(JSON.stringify(value)));
    return {
        item: changes.length > 0 ? await items.byId(item.id) : item,
        changes: [
            ...changes.map(({ group, key, from, to }) => `${group}.${key}: ${shown(from)} -> ${shown(to)}`),
            ...(rescheduled ? [`schedule.cron: ${(0,findings_text/* quote */.hD)(cron)}`] : []),
        ],
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/variant.ts


const variant_LONGEST_PREVIEW_MARK = ' (PR #1234567890)'.length;
/** What tells the item of a variant: `<name> (staging)`. */
const variantMark = (variant) => ` (${variant})`;
/** The item of a variant in place of production's: `<name> (staging)` and `<slug>-staging`. Its previews are named after it. */
function variantTarget(target, variant) {
    const { name, slug } = variantIdentity(target, variant);
    return { ...renamed(target, name, slug), variant, app: name };
}
/** Leaves room for the mark of a preview, so that no preview's name is cut into the variant's mark. */
const variantIdentity = ({ name, slug, isNamed = false }, variant) => ({
    ...{ id: '', isNamed, variant },
    name: markedName(name, variantMark(variant), item_spec_NAME_LIMIT - variant_LONGEST_PREVIEW_MARK),
    slug: slug === '' ? '' : `${slug}-${variant}`,
});

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/items.ts





/** Nobody reads more of one name, and each costs a request. */
const items_MOST_SHOWN = 10;
function createItems(target, { server }, api) {
    let known;
    const tomls = new Map();
    const list = () => (known ??= api.items());
    const settings = (id) => {
        const reading = tomls.get(id) ?? api.toml(id);
        tomls.set(id, reading);
        return reading;
    };
    const remote = async (id) => {
        const listed = (await list()).find((item) => item.id === id);
        if (listed)
            return listed;
        const found = readItem({ ...(await settings(id)).content, id });
        if (found)
            return found;
        throw (0,findings_finding/* failure */.V2)('not-ricochet', `The settings of the item ${id} on ${server} name no item: its [content] has no usable name or slug.`, "Check 'id' and 'server'.");
    };
    const toItem = (row) => itemAt(server, row);
    /** Oldest first: ULIDs begin with the time. */
    const meant = async () => {
        const matches = target.id !== '' ? [await remote(target.id)] : matching(await list(), target);
        return matches.sort((a, b) => (a.id < b.id ? -1 : 1));
    };
    const checked = (match) => {
        if (match === undefined)
            return undefined;
        refuseOther(match, target);
        return toItem(match);
    };
    const several = (matches) => severalItems(matches, target.name, server, api);
    return {
        list,
        forget: () => {
            known = undefined;
            tomls.clear();
        },
        /** The `_ricochet.toml` that the server holds of an item. */
        settings,
        toItem,
        byId: async (id) => toItem(await remote(id)),
        kind: async (id) => kindOf((await remote(id)).contentType),
        /** The item that is meant. Throws when it could be several. */
        find: async () => {
            const matches = await meant();
            // Two runs may have made the same preview at once: the older one is the preview.
            if (target.pullRequest === undefined && matches.length > 1)
                throw await several(matches);
            return checked(matches[0]);
        },
        /** The oldest that could be meant: of items that several runs have made at once, it is the one for all. */
        findOldest: async () => checked((await meant())[0]),
        several: async (ids) => several(await Promise.all(ids.map(remote))),
    };
}
const itemAt = (server, { id, name, slug, contentType }) => ({
    id,
    name,
    url: `${server}/${slug || id}`,
    consoleUrl: `${server}/${kindOf(contentType) === 'task' ? 'tasks' : 'apps'}/${id}/overview`,
});
/** Says of each whether it has a release, and which one to write down. */
async function severalItems(matches, name, server, api) {
    const rows = await Promise.all(matches.slice(0, items_MOST_SHOWN).map(async (match) => {
        const { id, url } = itemAt(server, match);
        const isLive = await hasRelease(id, api);
        const state = isLive === undefined ? '' : `, ${isLive ? 'deployed' : 'never deployed with success'}`;
        return { id, isLive, shown: `${id} (${url}${state})` };
    }));
    const more = matches.length > rows.length ? `, and ${matches.length - rows.length} more` : '';
    const proposed = rows.find(({ isLive }) => isLive)?.id ?? rows[0]?.id;
    return (0,findings_finding/* failure */.V2)('several-items', `Several items on ${server} are called '${(0,findings_text/* quote */.hD)(name)}': ${rows.map(({ shown }) => shown).join(', ')}${more}.`, `Add \`id: ${proposed}\` under \`with:\` of this step, or \`id = "${proposed}"\` under [content] in _ricochet.toml, if that is the one you mean. Remove the others on the server.`);
}
/** `undefined` where the server does not tell: that several are found must not be hidden by it. */
const hasRelease = (id, api) => api.deployments(id).then((deployments) => deployments.some(({ status }) => status === 'success'), (thrown) => {
    if (thrown instanceof findings_finding/* Failure */.HR)
        return undefined;
    throw thrown;
});
/** Throws for what was found in the place of what is meant. */
function refuseOther(match, target) {
    if (target.id === '' && match.name !== target.name)
        refuseRename(match, target);
    const there = kindOf(match.contentType);
    const here = kindOf(target.contentType ?? '');
    if (there === undefined || here === undefined || there === here)
        return;
    throw (0,findings_finding/* failure */.V2)('content-type-changed', `The item '${(0,findings_text/* quote */.hD)(match.name)}' (${match.id}) is ${match.contentType}, ${there === 'app' ? 'an app' : 'a task'}; this project is ${target.contentType}, ${here === 'app' ? 'an app' : 'a task'}.`, 'Give the new item another name, or correct content_type.');
}
/**
 * Another name behind the slug may be the new one in `_ricochet.toml`. One from elsewhere means another item, such as staging; and what
 * is not marked as the variant is somebody else's.
 */
function refuseRename({ id, name, slug }, target) {
    const found = `The slug '${(0,findings_text/* quote */.hD)(slug)}' is that of '${(0,findings_text/* quote */.hD)(name)}' (${id})`;
    if (target.isNamed) {
        throw (0,findings_finding/* failure */.V2)('name-differs', `${found}, but 'name' is '${(0,findings_text/* quote */.hD)(target.name)}'. Nothing was changed: it would be renamed.`, "For an item of its own next to it, write variant: staging instead of 'name'. To rename it, leave out 'name', and change name in _ricochet.toml.");
    }
    if (target.variant !== undefined && !name.endsWith(variantMark(target.variant))) {
        throw (0,findings_finding/* failure */.V2)('conflict', `${found}, which is not the variant '${target.variant}' of this app.`, 'Give one of them another slug, or remove the item that is not needed.');
    }
}
function matching(items, { slug, name, pullRequest }) {
    if (pullRequest !== undefined)
        return items.filter((item) => item.name === name);
    const bySlug = slug === '' ? [] : items.filter((item) => item.slug === slug);
    return bySlug.length > 0 ? bySlug : items.filter((item) => item.name === name);
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/gateway.ts








const gateway_OUTCOMES = {
    pending: { state: 'running' },
    success: { state: 'live' },
    failure: {
        state: 'failed',
        message: 'The server could not install the dependencies',
        remedy: "Read the server's log of the restore. The release before stays in place.",
    },
    timeout: {
        state: 'failed',
        message: 'The server gave up installing the dependencies: it took too long there',
        remedy: 'Run the job again (the server keeps what it has downloaded), or have its restore_timeout raised.',
    },
    cancelled: {
        state: 'failed',
        message: 'Somebody cancelled the deployment on the server',
        remedy: 'Run the job again if that was not meant.',
    },
    invalidated: {
        state: 'failed',
        message: 'The server has invalidated the deployment: another one replaced it, or its files are gone',
        remedy: 'Look at the newest deployment of the item, and run the job again if it is not yours.',
    },
};
function gateway_gateway_openGateway(target, access, deps) {
    const api = api_api_createApi(access, deps);
    const { server } = access;
    const items = createItems(target, access, api);
    const instances = createInstances(api);
    const delivery = createDelivery(target, { server, api, items, instances }, deps);
    return {
        ...connection(target, items, api, deps),
        currentRelease: async (item) => {
            const newest = newestFirst(await api.deployments(item.id)).find(({ status }) => status === 'success' || status === 'pending');
            // While another deployment is under way, what is live is about to change.
            return newest?.status === 'success' ? newest.id : undefined;
        },
        deploy: (source, env, item) => delivery.deploy(archiveOf(source), env, item),
        progress: async ({ id, item }, withinMs) => {
            const { status } = await api.deployment(id, withinMs);
            const progress = gateway_OUTCOMES[status] ?? { state: 'running' };
            if (progress.state === 'running')
                await instances.note(item, withinMs);
            const left = delivery.left();
            return progress.state === 'failed' && left !== ''
                ? { ...progress, remedy: `${progress.remedy} ${left}` }
                : progress;
        },
        cancel: async ({ id, logUrl }) => {
            const left = delivery.left();
            return left === ''
                ? undefined
                : { told: `${left} Deployment ${id} goes on, on the server: ${logUrl}`, findings: [] };
        },
        applySettings: ({ item }) => item_settings_applySettings(item, target, items, api),
        probeHeaders: async (item) => {
            const access_type = at(await items.settings(item.id), 'content', 'access_type');
            return access_type === 'external' ? {} : { authorization: `Key ${access.token}` };
        },
        isServing: ({ item }) => instances.hasNew(item),
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/contract.ts

const PROGRAM = { runsAsMain: true, hasPages: false, listens: false };
const LOADED = { runsAsMain: false, hasPages: false, listens: false };
const object = (loader, names, more = {}) => ({
    ...{ loader, names, isSearched: false, inEventLoop: false, ...more },
    isDocumented: false,
});
/** What follows for the source from how ricochet starts each content type: see start-commands.ts, and what is inferred there. */
const TERMS = {
    'fast-api': { ...LOADED, app: object('uvicorn', ['app'], { inEventLoop: true }) },
    // Flask takes these names, any Flask object, and factories (its documentation, "Application Discovery").
    flask: { ...LOADED, app: object('Flask', ['app', 'application', 'create_app', 'make_app'], { isSearched: true }) },
    streamlit: { ...PROGRAM, hasPages: true },
    dash: { ...PROGRAM, hasPages: true },
    // Shiny Express has no such object.
    'shiny-py': LOADED,
    // The other launchers are modules (`python -m`), for which Python looks in the bundle's folder too.
    'python-service': { ...PROGRAM, looksBesideOnly: true, listens: true },
    python: { ...PROGRAM, looksBesideOnly: true },
    // Its cells are run in the document's folder.
    'quarto-py': { ...PROGRAM, looksBesideOnly: true },
};
/** ricochet's `uv sync` leaves no group out that uv installs by default. */
const contract_INSTALLS = { defaultGroups: true, groups: [], extras: [] };
/** Nothing for what is neither a Python file nor a document with cells. */
function plan_contract_contractOf(contentType, entrypoint) {
    const terms = TERMS[contentType];
    // A whole Quarto project has no one document to begin with.
    if (contentType === 'quarto-py' && !hasCells(entrypoint))
        return undefined;
    const isFile = entrypoint.endsWith('.py') || hasCells(entrypoint);
    const file = isFile ? entrypoint : `${entrypoint.replace(/\/$/, '')}/app.py`;
    return { ...terms, file: file.replace(/^(?:\.\/)+/, ''), installs: contract_INSTALLS, needsPublicHost: false };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/candidates.ts


/**
 * What the project's files could be on ricochet: apps and Quarto documents; without these, other web apps, and scripts only where
 * there is nothing else.
 */
async function candidates_findCandidates(files, only) {
    const { apps, factories, scripts } = await findApps(files, only);
    const known = apps.flatMap(({ path, framework, why }) => {
        const contentType = CONTENT_TYPE_OF[framework];
        return contentType === undefined ? [] : [{ path, contentType, why }];
    });
    const documents = files.flatMap(({ path }) => (only === undefined || path === only ? documentAt(path) : []));
    if (known.length + documents.length > 0)
        return [...known, ...documents];
    if (factories.length > 0) {
        return factories.map(({ path, name, why }) => ({ path, why, line: `app = ${name}()` }));
    }
    // What only imports Bokeh may draw a plot and end.
    const unknown = apps.filter(({ framework }) => framework !== 'bokeh').map(({ path, why }) => ({ path, why }));
    if (unknown.length > 0)
        return unknown;
    return scripts.map(({ path, why, web }) => web === undefined ? { path, why, contentType: 'python' } : { path, why: `it imports ${web}` });
}
function documentAt(path) {
    if (path === '_quarto.yml')
        return [{ path, contentType: 'quarto-py', why: 'it is a Quarto project' }];
    return /^[^/]+\.qmd$/.test(path) ? [{ path, contentType: 'quarto-py', why: 'it is a Quarto document' }] : [];
}
const candidates_CONVENTIONAL = new Set([
    ...['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'],
    ...['_quarto.yml', 'index.qmd'],
]);
/**
 * The one candidate that stands out, or `undefined` when several could be meant: content of two types, two of one type whose names
 * say nothing, or two apps in one file. A Quarto project stands for its documents.
 */
function plan_candidates_pick(candidates) {
    if (new Set(candidates.map(({ contentType }) => contentType)).size > 1)
        return undefined;
    if (candidates.length === 1)
        return candidates[0];
    const conventional = candidates.filter(({ path }) => candidates_CONVENTIONAL.has(path.slice(path.lastIndexOf('/') + 1)));
    const shallowest = Math.min(...conventional.map(({ path }) => path.split('/').length));
    const best = conventional.filter(({ path }) => path.split('/').length === shallowest);
    const project = best.find(({ path }) => path === '_quarto.yml');
    return project ?? (best.length === 1 ? best[0] : undefined);
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/detect.ts










/** The project's own `_ricochet.toml`, with what the inputs override. */
function fromFile(file, inputs, findings) {
    const overrides = {
        ...(inputs.name && { name: inputs.name }),
        ...(inputs.entrypoint && { entrypoint: inputs.entrypoint }),
        ...(inputs.contentType && { content_type: inputs.contentType }),
    };
    const overridden = Object.keys(overrides);
    const content = { ...at(file.data, 'content'), ...overrides };
    const data = overridden.length > 0 ? { ...file.data, content } : file.data;
    const { config, findings: found } = readConfig({ ...file, data }, overridden.map((key) => `content.${key}`));
    findings.push(...found);
    return {
        config,
        text: overridden.length > 0 ? (0,dist/* stringify */.As)(data) : file.text,
        settings: data,
        reasons: [
            `${file.shown}: ${config.contentType}, entrypoint ${config.entrypoint}`,
            ...(overridden.length > 0 ? [`The inputs set ${overridden.join(', ')}.`] : []),
        ],
    };
}
/** What an item is called when neither the inputs nor a file says so. */
function defaultName(project) {
    const name = at(project.pyproject?.data, 'project', 'name');
    return typeof name === 'string' ? name : (0,external_node_path_.basename)(project.dir);
}
/** Without a file: look at the code, and write the file that `ricochet init` would ask the user for. */
async function fromDetection(project, inputs, files, findings) {
    const place = { file: project.shown((0,external_node_path_.join)(project.dir, CONFIG_FILE)) };
    if (inputs.contentType !== '' && !isContentType(inputs.contentType)) {
        const message = `There is no content type '${(0,findings_text/* quote */.hD)(inputs.contentType)}'.`;
        const remedy = `Use one of: ${Object.keys(content_types_CONTENT_TYPES).join(', ')}.`;
        findings.push((0,findings_finding/* error */.z3)('config-content-type', message, remedy, place));
        return undefined;
    }
    const asked = inputs.entrypoint.replace(/^(?:\.\/)+/, '');
    const isAsked = ({ path, contentType }) => (asked === '' || path === asked) &&
        (inputs.contentType === '' || (contentType ?? 'python-service') === inputs.contentType);
    const all = (await candidates_findCandidates(files)).filter(isAsked);
    const meant = all.length === 0 && asked !== '' ? (await candidates_findCandidates(files, asked)).filter(isAsked) : all;
    const chosen = plan_candidates_pick(meant);
    // Both given: the user knows better than any detection.
    const entrypoint = chosen?.path ?? (inputs.contentType !== '' ? asked : '');
    const contentType = inputs.contentType || chosen?.contentType;
    if (entrypoint === '' || contentType === undefined) {
        const [code, message, remedy] = chosen ? unknownType(chosen) : undecided(project, meant, asked, inputs.contentType);
        findings.push((0,findings_finding/* error */.z3)(code, message, remedy, place));
        return undefined;
    }
    return generate({ name: inputs.name || defaultName(project), entrypoint, contentType, why: chosen?.why }, findings);
}
/** The configuration that stands in for a file, with its text. */
function generate({ name, entrypoint, contentType, why, }, findings) {
    const content = { name, entrypoint, access_type: 'private', content_type: contentType };
    const text = (0,dist/* stringify */.As)({ content, language: { name: 'python', packages: 'uv.lock' } });
    const generated = parseToml({ path: '', shown: `the generated ${CONFIG_FILE}`, text });
    if (isFinding(generated))
        return undefined;
    const { config, findings: found } = readConfig(generated);
    findings.push(...found.map(({ file, line, ...finding }) => finding));
    const lines = text.trimEnd().split('\n');
    return {
        config,
        text,
        settings: { content: { entrypoint, content_type: contentType } },
        reasons: [
            `${CONFIG_FILE} is absent; ${entrypoint} is taken as ${contentType}${why === undefined ? ', as the inputs say' : `: ${why}`}.`,
            `A new item will be private. Generated ${CONFIG_FILE}:`,
            ...lines.map((line) => `  ${line}`),
        ],
    };
}
const complaint = (code, message, remedy) => [code, message, remedy];
/** Why no one file is the app. */
function undecided(project, meant, asked, contentType) {
    const example = `Write a ${CONFIG_FILE}, or set the inputs 'entrypoint' and 'content-type'.`;
    if (meant.length > 1) {
        const list = meant.map(({ path, contentType = 'a web app', why }) => `  ${path}: ${contentType} (${why})`);
        return complaint('entrypoint-ambiguous', `Which of these is the app?\n${list.join('\n')}`, example);
    }
    if (asked !== '' && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, asked))) {
        const remedy = "Correct the input 'entrypoint'; it is relative to the folder of the project.";
        return complaint('entrypoint-missing', `The entrypoint ${(0,findings_text/* quote */.hD)(asked)} does not exist.`, remedy);
    }
    const kind = contentType === '' ? 'app' : `${contentType} app`;
    const what = asked === '' ? `No ${kind} was found in the project` : `${(0,findings_text/* quote */.hD)(asked)} looks like no ${kind}`;
    const which = contentType === '' ? ': no FastAPI, Flask, Dash, Shiny or Streamlit app, no script, no Quarto document' : '';
    return complaint('entrypoint-not-found', `${what}${which}.`, example);
}
/** A web app is never taken for a task, which would end or be stopped: its author says what it is. */
function unknownType({ path, why, line }) {
    const message = `${(0,findings_text/* quote */.hD)(path, 120)} is a web app (${why}), but the code does not show how ricochet has to start it.`;
    const said = `Write a ${CONFIG_FILE} with \`entrypoint = "${(0,findings_text/* quote */.hD)(path, 120)}"\` and \`content_type = "python-service"\` if it listens on PORT by itself`;
    if (line === undefined)
        return complaint('content-type-unknown', message, `${said}; otherwise with the content type that starts it.`);
    return complaint('content-type-unknown', message, `Add the line \`${(0,findings_text/* quote */.hD)(line)}\` at the end of that file. ${said}.`);
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/start-commands.ts
/**
 * How ricochet starts what is deployed to it: a row for each content type.
 *
 * Documented by ricochet: the content types, which of them are apps and which tasks, that FastAPI is launched with
 * `uvicorn`, that a `python-service` is its own script and binds to `PORT`, that `quarto-py` is `quarto render` (of the
 * folder, for a `_quarto.yml`) with QUARTO_PYTHON, VIRTUAL_ENV and PYTHONUNBUFFERED, and that content runs in the
 * folder of its bundle.
 *
 * Inferred: every other command line and option. ricochet's public example apps read FLASK_RUN_HOST and FLASK_RUN_PORT
 * (Flask) and HOST and PORT (Dash), so these are set; the ASGI object is called `app`, as in all of its examples.
 */

/**
 * A Dash script ends in `app.run()`, which reads HOST and PORT. One that is written for a WSGI server has no such line:
 * then its `app` is run for it.
 */
const DASH = `import os, runpy, sys
del sys.argv[0]
sys.path.insert(0, os.path.dirname(os.path.abspath(sys.argv[0])))
script = runpy.run_path(sys.argv[0], run_name="__main__")
script["app"].run(host=os.environ["HOST"], port=os.environ["PORT"])`;
const start_commands_dash = (start) => ({
    command: [start.python, '-c', DASH, start.entrypoint],
    env: { HOST: start.host, PORT: String(start.port), ...dashPrefixes(start) },
});
const service = (start) => ({ ...script(start), env: { PORT: String(start.port) } });
const quarto = ({ python, entrypoint }) => ({
    command: ['quarto', 'render', entrypoint.replace(/(?:^|\/)_quarto\.yml$/, '') || '.'],
    env: { QUARTO_PYTHON: python },
});
const STARTS = {
    'fast-api': uvicorn,
    flask: start_commands_flask,
    streamlit: streamlit,
    dash: start_commands_dash,
    'shiny-py': shiny,
    'python-service': service,
    python: script,
    'quarto-py': quarto,
};
/** The command that starts the content, for a process in the bundle's folder. */
const launch = (contentType, start) => {
    const { command, env } = STARTS[contentType](start);
    return { command, env: { PYTHONUNBUFFERED: '1', ...env } };
};

;// CONCATENATED MODULE: ./src/platforms/ricochet/ricochet.ts
























/** The server's own default of max_bundle_size (ricochet's documentation); a server with another one is told of by a setting. */
const MAX_BUNDLE_SIZE = 100_000_000;
const THUMBNAIL_LIMIT = 5_000_000;
const ricochet_SETTINGS = {
    'max-bundle-size': size('The largest bundle that this server takes, where that is not 100 MB.', '250MB'),
};
/** Reads `_ricochet.toml`, where there is one. */
function ricochet_readFile(project) {
    const read = project.read(CONFIG_FILE);
    return read === undefined || 'level' in read ? read : parseToml(read);
}
const ricochet = {
    name: 'ricochet',
    words: {
        credential: api_refusals_WORDS.credential,
        privateApp: 'Set access_type = "external" for a public app, or check that the key may open it.',
    },
    markerFiles: [CONFIG_FILE],
    credentials: { server: 'RICOCHET_SERVER', token: 'RICOCHET_API_KEY' },
    server: LINUX,
    // The API reference of ricochet: everybody may have the key that encrypts variables.
    sign: { path: '/api/v0/public-key', fits: ({ status, text }) => status === 200 && PUBLIC_KEY.test(text) },
    settings: ricochet_SETTINGS,
    identify: async (project, inputs) => {
        const file = ricochet_readFile(project);
        if (file !== undefined && isFinding(file))
            return { findings: [file] };
        const text = (key) => {
            const value = at(file?.data, 'content', key);
            return typeof value === 'string' ? value : '';
        };
        const identity = {
            id: inputs.id || text('id'),
            name: inputs.name || text('name') || defaultName(project),
            slug: text('slug'),
            isNamed: inputs.name !== '',
        };
        return {
            identity: inputs.variant === '' ? identity : variantIdentity(identity, inputs.variant),
            findings: checkId(inputs, text('id'), file),
        };
    },
    open: (identity, access, deps) => {
        const api = api_api_createApi(access, deps);
        return connection({ ...identity, app: identity.name }, createItems(identity, access, api), api, deps);
    },
    plan: async (project, inputs, candidates) => {
        const findings = checkEnvVars(inputs.env);
        const file = ricochet_readFile(project);
        if (file !== undefined && isFinding(file))
            return { findings: [...findings, file] };
        const decided = file
            ? fromFile(file, inputs, findings)
            : await fromDetection(project, inputs, await candidates(), findings);
        const own = checkSettings(ricochet_SETTINGS, inputs.own, 'ricochet');
        findings.push(...own.findings);
        const limit = own.values.get('max-bundle-size');
        if (decided === undefined)
            return { findings };
        findings.push(...checkId(inputs, decided.config.id, file));
        const { entrypoint } = decided.config;
        const isJudged = entrypoint === '' || findings.some(({ code }) => code === 'config-entrypoint');
        const path = (0,external_node_path_.join)(project.dir, entrypoint);
        const source = isJudged || (0,external_node_path_.extname)(entrypoint) === '' ? [] : checkSource(project.checkout, path);
        findings.push(...source);
        // A plan in spite of errors: what only the list of files can tell is told in the same run.
        const isOpen = !isJudged && source.length === 0;
        return {
            findings,
            plan: ricochet_makePlan(project, inputs, decided, {
                file,
                isOpen,
                serverLimit: typeof limit === 'number' ? limit : MAX_BUNDLE_SIZE,
            }),
        };
    },
};
function ricochet_makePlan(project, inputs, decided, { file, serverLimit, isOpen }) {
    const { config, text, settings, reasons } = decided;
    const type = content_types_CONTENT_TYPES[config.contentType];
    const kind = type?.kind ?? 'app';
    const include = config.include && pathGlobs(config.include);
    const exclude = pathGlobs(config.exclude);
    const paths = inputs.healthCheckPaths.length > 0 ? inputs.healthCheckPaths : ['/'];
    const content = Buffer.from(text);
    const place = (key) => (file ? { file: file.shown, line: file.lineOf(key) } : {});
    const production = {
        ...{ id: inputs.id || config.id, name: config.name, slug: config.slug, app: config.name },
        ...{ isNamed: inputs.name !== '', contentType: config.contentType, config: text, settings },
    };
    const target = inputs.variant === '' ? production : variantTarget(production, inputs.variant);
    return {
        name: target.name,
        kind,
        contentType: config.contentType,
        manifest: { appmode: type?.appmode ?? 'python-api' },
        delivery: 'archive',
        // The server's documentation, "Python": what it runs after an upload.
        install: { by: 'sync', flags: ['--frozen', '--no-python-downloads'] },
        entrypoint: config.entrypoint,
        reasons,
        healthPaths: kind === 'app' ? paths : [],
        includes: (path) => (include?.(path) ?? true) && !exclude(path),
        includesExplicitly: (path) => include?.(path) ?? false,
        added: [{ path: CONFIG_FILE, source: content, size: content.length, executable: false }, ...ricochet_requiredFiles(project)],
        ...ricochet_startOf(config.contentType, config.entrypoint),
        maxBundleSize: Math.min(serverLimit, config.maxBundleSize ?? serverLimit),
        checkFiles: (files) => [
            ...(isOpen ? checkEntrypoint(project, config.entrypoint, files, place('content.entrypoint')) : []),
            ...checkThumbnail(project, config.thumbnail, files, place('content.thumbnail')),
        ],
        open: async (access, deps, pullRequest) => gateway_gateway_openGateway(pullRequest === undefined ? target : previews_previewTarget(target, pullRequest), access, deps),
    };
}
function ricochet_startOf(contentType, entrypoint) {
    if (!isContentType(contentType))
        return {};
    const start = plan_contract_contractOf(contentType, entrypoint);
    return { ...(start && { start }), launch: (place) => launch(contentType, { ...place, entrypoint, basePath: '' }) };
}
/** Ids become parts of URLs. */
function checkId(inputs, ofFile, file) {
    const id = inputs.id || ofFile;
    if (id === '' || isId(id))
        return [];
    const finding = (0,findings_finding/* error */.z3)('invalid-id', `The id '${(0,findings_text/* quote */.hD)(id)}' is not one that ricochet gives.`, "Copy it from the item's page, or leave it out: the item is then found by its name.");
    return [inputs.id || !file ? finding : { ...finding, file: file.shown, line: file.lineOf('content.id') }];
}
/** What the server needs at the bundle's root, from wherever uv finds it (ricochet's documentation, "Python"). */
function ricochet_requiredFiles(project) {
    return [project.pyproject, project.lock, project.pin].flatMap((file) => file ? [{ path: (0,external_node_path_.basename)(file.path), source: file.path, size: (0,external_node_fs_.statSync)(file.path).size, executable: false }] : []);
}
function checkEntrypoint(project, entrypoint, files, place) {
    const folder = entrypoint === '.' ? '' : `${entrypoint.replace(/\/+$/, '')}/`;
    if (files.some(({ path }) => path === entrypoint || path.startsWith(folder)))
        return [];
    const exists = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, entrypoint));
    return [
        (0,findings_finding/* error */.z3)(exists ? 'entrypoint-not-bundled' : 'entrypoint-missing', exists
            ? `The entrypoint ${(0,findings_text/* quote */.hD)(entrypoint)} is left out of the bundle.`
            : `The entrypoint ${(0,findings_text/* quote */.hD)(entrypoint)} does not exist.`, exists
            ? 'Check .gitignore, and include and exclude.'
            : 'Correct entrypoint; it is relative to the folder of the project.', place),
    ];
}
function checkThumbnail(project, thumbnail, files, place) {
    if (thumbnail === '')
        return [];
    const file = files.find(({ path }) => path === thumbnail.replace(/^\.\//, ''));
    const complain = (message, remedy) => [(0,findings_finding/* error */.z3)('config-thumbnail', message, remedy, place)];
    if (!/\.(?:png|jpe?g|gif)$/i.test(thumbnail)) {
        return complain(`The thumbnail ${(0,findings_text/* quote */.hD)(thumbnail)} is no png, jpg or gif.`, 'Use one of these formats.');
    }
    if (!file) {
        const exists = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, thumbnail));
        return complain(`The thumbnail ${(0,findings_text/* quote */.hD)(thumbnail)} ${exists ? 'is left out of the bundle' : 'does not exist'}.`, 'Correct the path, or remove the key.');
    }
    return file.size > THUMBNAIL_LIMIT
        ? complain(`The thumbnail ${(0,findings_text/* quote */.hD)(thumbnail)} is over 5 MB.`, 'Make it smaller.')
        : [];
}

;// CONCATENATED MODULE: ./src/platforms/index.ts




/** The platforms this version can deploy to. */
const BUILT = { ricochet: ricochet, connect: connect, 'clever-cloud': cleverCloud };
const platforms = Object.values(BUILT);
/** Answers the platform, or says that this version does not have it yet. */
function platformNamed(name) {
    const platform = BUILT[name];
    if (platform)
        return platform;
    throw (0,findings_finding/* failure */.V2)('platform-not-built', `This version of uv-deploy can't deploy to ${name} yet.`, `Use ${Object.keys(BUILT).join(' or ')}, or a newer version.`);
}

;// CONCATENATED MODULE: ./src/project/workspace.ts








const workspace_PYPROJECT_LIMIT = 5_000_000;
/** What is looked through for members. */
const MOST_FOLDERS = 100_000;
/**
 * Finds the workspace of the project in `dir` as uv does: the nearest parent with `[tool.uv.workspace]` that lists it; a parent
 * that is a project of its own ends the search. Nothing above `checkout` is looked at.
 */
async function findWorkspace(dir, own, checkout) {
    const alone = { root: dir, members: own ? [own] : [] };
    const findings = [];
    const read = (folder) => {
        const file = readText(checkout, (0,external_node_path_.join)(folder, 'pyproject.toml'), workspace_PYPROJECT_LIMIT);
        if (file === undefined)
            return undefined;
        const toml = 'level' in file ? file : parseToml(file);
        if (!isFinding(toml))
            return toml;
        findings.push(toml);
        return undefined;
    };
    let table = own && readTable(own, findings);
    for (let folder = dir; table === undefined && folder !== checkout && folder !== (0,external_node_path_.dirname)(folder);) {
        folder = (0,external_node_path_.dirname)(folder);
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
    const seen = new Set(members.keys());
    for (const path of folders) {
        if (seen.has(path) || !isMember(table, folder, path))
            continue;
        seen.add(path);
        const member = read(path);
        if (member && at(member.data, 'tool', 'uv', 'managed') !== false)
            members.set(path, member);
    }
    return { workspace: { root: folder, members: [...members.values()] }, findings };
}
/** Reads `[tool.uv.workspace]`. A list that nobody would write is reported and taken for empty. */
function readTable(root, findings) {
    const table = at(root.data, 'tool', 'uv', 'workspace');
    if (typeof table !== 'object' || table === null)
        return undefined;
    const patterns = (key) => {
        const texts = strings(at(table, key));
        const problem = patternProblem(texts);
        if (problem !== undefined)
            findings.push(overLimit(root, key, problem));
        return problem === undefined ? texts.map(readParts) : [];
    };
    return { root, members: patterns('members'), exclude: patterns('exclude') };
}
const overLimit = (root, key, problem) => (0,findings_finding/* error */.z3)('over-limit', `${key} of [tool.uv.workspace] ${problem}.`, 'Name the folders of the members by a few patterns, such as "packages/*".', { file: root.shown, line: root.lineOf(`tool.uv.workspace.${key}`) });
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
    fits: matcher(readName(part)),
}));
/**
 * The folders that some patterns name, hidden ones too, as Rust's glob finds them for uv. Links are followed where they stay in the
 * checkout; each real folder is looked at once for each part, however many links lead there.
 */
function foldersOf(root, patterns, checkout) {
    const found = [];
    let left = MOST_FOLDERS;
    const visit = (folder, parts, index, done) => {
        const real = workspace_realFolder(folder, checkout);
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
            for (const entry of workspace_entriesOf(folder)) {
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
function workspace_realFolder(folder, checkout) {
    try {
        const real = external_node_fs_.realpathSync.native(folder);
        return isInside(checkout, real) ? real : undefined;
    }
    catch {
        return undefined;
    }
}
function workspace_entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    catch {
        return [];
    }
}
/** Rust's glob, as uv uses it: `**` stands for folders, at the end for at least one; every other part for one name. */
function isMatch(parts, names) {
    const last = parts.length - 1;
    /** How many parts may have been used up by then: all ways at once, for to try them one by one could take for ever. */
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
        throw (0,findings_finding/* failure */.V2)('working-directory', `The working-directory '${(0,findings_text/* quote */.hD)(directory)}' is not a folder of the checkout.`, 'Run actions/checkout before this step, and give the project folder relative to the repository, such as apps/api.');
    }
    if (!isInside(realCheckout, dir)) {
        throw (0,findings_finding/* failure */.V2)('working-directory', `The working-directory '${(0,findings_text/* quote */.hD)(directory)}' leaves the checkout.`, 'Give a folder inside the repository.');
    }
    return { checkout: realCheckout, dir };
}
/** Reads all that the checks need. Throws only when `working-directory` is wrong. */
async function readProject(root, directory) {
    const { checkout, dir } = await resolveDirectory(root, directory);
    const findings = [];
    const shown = (path) => shownIn(checkout, path);
    const keep = (value) => {
        if (value === undefined || !('level' in value && 'code' in value))
            return value;
        findings.push(value);
        return undefined;
    };
    const toml = (file) => {
        if (file === undefined)
            return undefined;
        const parsed = parseToml(file);
        return isFinding(parsed) ? keep(parsed) : parsed;
    };
    const pyproject = toml(keep(readText(checkout, (0,external_node_path_.join)(dir, 'pyproject.toml'), project_PYPROJECT_LIMIT)));
    const found = await findWorkspace(dir, pyproject, checkout);
    findings.push(...found.findings);
    const { workspace } = found;
    const lock = toml(keep(readText(checkout, (0,external_node_path_.join)(workspace.root, 'uv.lock'), LOCK_LIMIT)));
    let pin;
    for (let folder = dir;; folder = (0,external_node_path_.dirname)(folder)) {
        const read = readBytes(checkout, (0,external_node_path_.join)(folder, '.python-version'), PIN_LIMIT);
        pin = keep(read);
        if (read !== undefined || folder === workspace.root)
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
        read: (name) => readText(checkout, (0,external_node_path_.join)(dir, name), PLATFORM_FILE_LIMIT),
    };
}

;// CONCATENATED MODULE: ./src/report/gate.ts

/** Two verdicts as one: there is a value where both have one. */
const both = (one, other) => ({
    ...(one.value !== undefined && other.value !== undefined && { value: [one.value, other.value] }),
    findings: [...one.findings, ...other.findings],
});
/** Errors end the run; with `fail-on: warning`, warnings do too. What the settings ignore is only remembered. */
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
            throw new findings_finding/* Failure */.HR(errors);
        if (inputs.failOn === 'warning' && findings.some(({ level }) => level === 'warning')) {
            throw (0,findings_finding/* failure */.V2)('warnings-fail', 'A warning ends this run: fail-on is warning.', 'Mend what the warning names, or use fail-on: error.');
        }
    };
    return {
        pass,
        open: ({ value, findings }) => {
            pass(findings);
            if (value === undefined)
                throw nothingLeft(findings);
            return value;
        },
        follow: async (work) => {
            for (;;) {
                const step = await work.next();
                if (step.done)
                    return step.value;
                pass(step.value);
            }
        },
    };
}
/** That the findings leave nothing to go on with: the errors among them are ignored, else they would have ended the run. */
function nothingLeft(findings) {
    const needed = findings.filter(({ level }) => level === 'error');
    return (0,findings_finding/* failure */.V2)('not-ignorable', `Nothing can be done without what is ignored: ${needed.map(({ message }) => message.replace(/[.;]$/, '')).join('; ')}.`, `Mend it, and take ${[...new Set(needed.map(({ code }) => code))].join(', ')} out of ignore.`);
}

;// CONCATENATED MODULE: ./src/ports/git.ts




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
const git_VARIABLES = {
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
async function git(dir, args, { exec, signal, limitMs = LIMIT_MS }) {
    signal.throwIfAborted();
    const tree = workTree((0,external_node_fs_.realpathSync)(dir));
    if (tree === undefined)
        return undefined;
    const late = AbortSignal.timeout(limitMs);
    const options = Object.entries(CONFIG).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    try {
        return await exec('git', [...options, ...args], {
            cwd: dir,
            env: { ...git_VARIABLES, GIT_DIR: (0,external_node_path_.join)(tree, '.git'), GIT_WORK_TREE: tree },
            signal: AbortSignal.any([signal, late]),
        });
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        if (!late.aborted)
            return undefined;
        throw (0,findings_finding/* failure */.V2)('git-timeout', `git did not list the files of ${(0,findings_text/* quote */.hD)(tree, 200)} within ${limitMs / 1000} seconds.`, 'Run `git status` on this runner to see what it waits for, or check the repository out again.', { cause: error });
    }
}
/** The folder with the `.git`, which is a file in worktrees and submodules. git passes over a folder of this name without a HEAD. */
function workTree(folder) {
    const path = (0,external_node_path_.join)(folder, '.git');
    if ((0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() || (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'HEAD')))
        return folder;
    const above = (0,external_node_path_.dirname)(folder);
    return above === folder ? undefined : workTree(above);
}

;// CONCATENATED MODULE: ./src/bundle/gitignore.ts


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
        const name = nameOf(path);
        const last = lines.findLast((line) => (isFolder || !line.isForFolders) && line.fits(line.isAnchored ? path : name));
        return last && (last.keeps ? 'kept' : 'ignored');
    };
}
function readLine(line) {
    if (line.startsWith('#'))
        return [];
    const [, bang, pattern = ''] = /^(!?)(.*)$/s.exec(withoutBlanks(line)) ?? [];
    const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
    const steps = bare === '' ? undefined : readGlob(bare, { braces: false });
    if (steps === undefined)
        return [];
    const isAnchored = pattern.startsWith('/') || bare.includes('/');
    return [{ keeps: bang === '!', isForFolders: pattern.endsWith('/'), isAnchored, fits: matcher(steps) }];
}
/** Blanks at the end count behind a backslash only. */
function withoutBlanks(line) {
    const bare = line.replace(/ +$/, '');
    const slashes = /\\*$/.exec(bare)?.[0].length ?? 0;
    return slashes % 2 === 1 && bare.length < line.length ? `${bare} ` : bare;
}

;// CONCATENATED MODULE: ./src/bundle/listing.ts










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
    const candidates = tracked && tracked.length > 0 ? tracked : listing_walk(dir);
    const findings = [];
    const files = new Map();
    const add = (path, source, executable, stat = (0,external_node_fs_.statSync)(source)) => {
        if (stat.isFile()) {
            files.set(path, { path, source, size: stat.size, executable: executable ?? (stat.mode & 0o100) !== 0 });
        }
    };
    const complain = (code, path, message, remedy) => findings.push((0,findings_finding/* error */.z3)(code, message, remedy, { file: shown((0,external_node_path_.join)(dir, path)) }));
    /** What lies in a linked folder: the files that are listed there, or all when it is ignored as a whole. */
    let linked = 0;
    const addFolder = (path, folder, seen) => {
        if (linked > MOST_LINKED)
            return;
        const start = `${(0,external_node_path_.relative)(dir, folder).split(external_node_path_.sep).join('/')}/`;
        const listed = candidates.filter((candidate) => candidate.path.startsWith(start));
        const inside = listed.map((candidate) => ({ ...candidate, path: candidate.path.slice(start.length) }));
        for (const { path: name, executable } of inside.length > 0 ? inside : listing_walk(folder)) {
            linked += 1;
            if (linked > MOST_LINKED)
                return;
            const source = resolveLink((0,external_node_path_.join)(folder, name));
            if (source === undefined || !isInside(dir, source))
                continue;
            if (!(0,external_node_fs_.statSync)(source).isDirectory())
                add(`${path}/${name}`, source, executable);
            else if (!seen.some((other) => isInside(source, other)))
                addFolder(`${path}/${name}`, source, [...seen, source]);
        }
    };
    for (const { path, executable, unreadable, tooLarge, isSubmodule } of candidates) {
        const absolute = (0,external_node_path_.join)(dir, path);
        const name = () => (0,findings_text/* quote */.hD)(path, 200);
        if (isTooLong(path)) {
            const message = `The path ${name()} has more than ${LONGEST_PATH} bytes, which the server can't unpack.`;
            complain('over-limit', path, message, 'Shorten it, or exclude its folder.');
            continue;
        }
        if (tooLarge !== undefined) {
            const message = `${name()} has ${(0,units/* bytes */.ee)(tooLarge)}; more than ${(0,units/* bytes */.ee)(GITIGNORE_LIMIT)} is not read.`;
            complain('file-too-large', path, message, 'Commit a .gitignore with a few patterns.');
            continue;
        }
        const stat = listing_lookAt(absolute);
        if (stat === undefined) {
            // Deleted, but not yet committed: nothing to deploy. A name that is no UTF-8 can't be found again, though.
            if (path.includes('\ufffd')) {
                complain('file-name', path, `The name of ${(0,findings_text/* quote */.hD)(path)} is not valid UTF-8.`, 'Rename the file.');
            }
        }
        else if (unreadable !== undefined) {
            complain('unreadable-file', path, `${name()} can't be read: ${unreadable}.`, 'Check its permissions, or exclude it.');
        }
        else if (stat.isFile()) {
            add(path, absolute, executable, stat);
        }
        else if (stat.isDirectory()) {
            // A submodule: git lists it as one entry.
            const inner = await listFiles(absolute, shown, { exec, signal });
            if (isSubmodule && inner.files.length === 0) {
                const remedy = 'Set submodules: true on the actions/checkout step, or remove the submodule.';
                const message = `${name()} is a submodule that was not checked out.`;
                findings.push((0,findings_finding/* warning */.$e)('submodule-missing', message, remedy, { file: shown(absolute) }));
            }
            findings.push(...inner.findings);
            for (const file of inner.files)
                files.set(`${path}/${file.path}`, { ...file, path: `${path}/${file.path}` });
        }
        else if (stat.isSymbolicLink()) {
            const target = resolveLink(absolute);
            if (target === undefined) {
                const missing = (0,findings_text/* quote */.hD)((0,external_node_fs_.readlinkSync)(absolute));
                complain('broken-link', path, `${name()} is a link to ${missing}, which does not exist.`, 'Remove the link or commit its target.');
            }
            else if (!isInside(dir, target)) {
                const remedy = 'Replace the link by a copy, or exclude it: only files of the project reach the server.';
                complain('link-leaves-project', path, `${name()} is a link that leaves the project.`, remedy);
            }
            else if (isInside(target, absolute)) {
                complain('link-cycle', path, `${name()} is a link to a folder that contains it.`, 'Remove the link.');
            }
            else if ((0,external_node_fs_.statSync)(target).isDirectory()) {
                const before = linked;
                addFolder(path, target, [absolute, target]);
                if (before <= MOST_LINKED && linked > MOST_LINKED) {
                    const message = `${name()} is a link to a folder; with it, links lead to more than ${MOST_LINKED} files.`;
                    complain('over-limit', path, message, 'Replace the links by copies, or exclude them.');
                }
            }
            else {
                add(path, target, executable);
            }
        }
    }
    return { files: [...files.values()], findings, via };
}
/** Cheap for the paths that people have. */
const isTooLong = (path) => path.length * 3 > LONGEST_PATH && Buffer.byteLength(path) > LONGEST_PATH;
/** What stands at a path itself; `undefined` where nothing does. */
const listing_lookAt = (path) => {
    try {
        return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    }
    catch (error) {
        if ((0,findings_finding/* codeOf */.$N)(error) === 'ENOTDIR')
            return undefined; // a file stands where a folder was
        throw error;
    }
};
const resolveLink = (path) => {
    try {
        return external_node_fs_.realpathSync.native(path);
    }
    catch {
        return undefined;
    }
};
/** Tracked files and those that are neither tracked nor ignored; `undefined` outside a git checkout. */
async function gitCandidates(dir, exec, signal) {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--stage'];
    const result = await git(dir, args, { exec, signal });
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
        found.set(path, isFile ? { path, executable: mode === '100755' } : { path, isSubmodule: mode === '160000' });
    }
    return [...found.values()];
}
/** The nearest .gitignore that says anything about a path decides. */
function listing_isIgnored(path, isFolder, nearestFirst) {
    for (const { base, rules } of nearestFirst) {
        const verdict = rules(path.slice(base.length), isFolder);
        if (verdict)
            return verdict === 'ignored';
    }
    return false;
}
/** Every file below `dir` that no .gitignore on the way leaves out. Links are listed, not followed. */
function listing_walk(dir) {
    const found = [];
    const visit = (folder, above) => {
        const absolute = (0,external_node_path_.join)(dir, folder);
        let entries;
        try {
            entries = (0,external_node_fs_.readdirSync)(absolute, { withFileTypes: true });
        }
        catch (error) {
            // Its name may be no UTF-8: then it is not found again, which is told where the candidates are judged.
            found.push({ path: folder, unreadable: (0,findings_finding/* messageOf */.bD)(error) });
            return;
        }
        const prefix = folder === '' ? '' : `${folder}/`;
        let levels = above;
        if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
            try {
                const own = readRegular((0,external_node_path_.join)(absolute, '.gitignore'), GITIGNORE_LIMIT);
                if ('bytes' in own)
                    levels = [{ base: prefix, rules: readGitignore(own.bytes.toString()) }, ...above];
                else
                    found.push({ path: `${prefix}.gitignore`, tooLarge: own.size });
            }
            catch (error) {
                found.push({ path: `${prefix}.gitignore`, unreadable: (0,findings_finding/* messageOf */.bD)(error) });
            }
        }
        for (const entry of entries) {
            const path = prefix + entry.name;
            if (listing_isIgnored(path, entry.isDirectory(), levels))
                continue;
            if (!entry.isDirectory() || isTooLong(path))
                found.push({ path });
            else if (!isLeftOutFolder(entry.name, (0,external_node_path_.join)(absolute, entry.name)))
                visit(path, levels);
        }
    };
    visit('', []);
    return found;
}

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
    const { create } = await __webpack_require__.e(/* import() */ 377).then(__webpack_require__.bind(__webpack_require__, 2377));
    // The folder's own name is no pattern, whatever characters it has.
    const escaped = (0,external_node_path_.join)(dir.replace(/[[?*]/g, '[$&]'), pattern).replaceAll(external_node_path_.sep, '/');
    const globber = await create(escaped, { followSymbolicLinks: false, matchDirectories: false });
    try {
        yield* globber.globGenerator();
    }
    catch (error) {
        // The toolkit trips over a pattern that goes on below a file.
        if ((0,findings_finding/* codeOf */.$N)(error) !== 'ENOTDIR')
            throw error;
    }
}

;// CONCATENATED MODULE: ./src/bundle/selection.ts










/** Decides what goes into the bundle of the project in `dir`. */
async function selectFiles(dir, shown, rules, deps) {
    const listing = await listFiles(dir, shown, deps);
    const named = rules.include.length > 0 ? await namedFiles(dir, rules.include, listing.files) : { files: [], findings: [] };
    const excluded = folderGlobs(rules.exclude);
    const isLeftOut = leftOut(dir);
    const isKept = (path) => rules.platformKeeps(path) && !excluded(path);
    /** What is wrong with a file that is left out anyway is nobody's concern. A link may stand for a file or a folder. */
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
    for (const [path, { source }] of files) {
        // By a link, a file comes under another name: its own counts as well.
        const origin = typeof source === 'string' ? selection_below(dir, source) : path;
        if (isLeftOut(path) || isLeftOut(origin)) {
            files.delete(path);
        }
        else if (isEnvFile(path) || isEnvFile(origin)) {
            files.delete(path);
            findings.push(envFile(shown((0,external_node_path_.join)(dir, path)), namedPaths.has(path) || rules.platformNames(path)));
        }
    }
    for (const file of rules.added)
        files.set(file.path, file);
    return { files: inOrder([...files.values()]), findings, via: listing.via };
}
/** A path below `dir` as the bundle names it. */
const selection_below = (dir, path) => (0,external_node_path_.relative)(dir, path).split(external_node_path_.sep).join('/');
function envFile(file, meant) {
    if (meant) {
        return (0,findings_finding/* error */.z3)('secret-in-bundle', `${(0,findings_text/* quote */.hD)(file, 200)} would go into the bundle: files named .env* hold secrets.`, "Take it out of 'include' and pass the values with the 'env' input.", { file });
    }
    return (0,findings_finding/* notice */.lm)('env-file-left-out', `${(0,findings_text/* quote */.hD)(file, 200)} is not deployed.`, "If the app needs its values, pass them with the 'env' input.", { file });
}
/** The files that the `include` input names, found on disk: .gitignore does not count here. Links are those of the listing. */
async function namedFiles(dir, patterns, listed) {
    const findings = [];
    const files = new Map();
    const complain = (message, remedy) => findings.push((0,findings_finding/* error */.z3)('include-not-found', message, remedy));
    for (const pattern of patterns) {
        if (pattern.startsWith('!') || !isInside(dir, (0,external_node_path_.join)(dir, pattern))) {
            complain(`include '${(0,findings_text/* quote */.hD)(pattern)}' does not name files of the project.`, 'Give paths or globs below the working-directory.');
            continue;
        }
        const problem = tooWild(pattern);
        if (problem) {
            const message = `include '${(0,findings_text/* quote */.hD)(pattern)}' ${problem}.`;
            findings.push((0,findings_finding/* error */.z3)('over-limit', message, 'Name the folder, or write several patterns.'));
            continue;
        }
        let count = 0;
        let outside = 0;
        for await (const source of expand(dir, pattern)) {
            const path = selection_below(dir, source);
            const stat = (0,external_node_fs_.lstatSync)(source);
            if (stat.isSymbolicLink()) {
                const linked = listed.filter((file) => file.path === path || file.path.startsWith(`${path}/`));
                for (const file of linked)
                    files.set(file.path, file);
                count += linked.length;
                continue;
            }
            if (!isInside(dir, (0,external_node_fs_.realpathSync)(source))) {
                outside += 1; // named through a folder that is a link
                continue;
            }
            if (!stat.isFile())
                continue;
            files.set(path, { path, source, size: stat.size, executable: (stat.mode & 0o100) !== 0 });
            count += 1;
        }
        if (outside > 0) {
            complain(`include '${(0,findings_text/* quote */.hD)(pattern)}' leads through a link that leaves the project.`, 'Name the files themselves: only files of the project reach the server.');
        }
        else if (count === 0) {
            complain(`include '${(0,findings_text/* quote */.hD)(pattern)}' matches no file.`, 'Correct it, or build the file in a step before this one.');
        }
    }
    return { files: [...files.values()], findings };
}

;// CONCATENATED MODULE: ./src/project/packaging/markers.ts
/** Environment markers (PEP 508), judged for a machine of which not everything has to be known. */


const markers_TOKEN = /\s*(?:([()])|(<=|>=|===|==|!=|~=|<|>|(?:not\s+)?in\b)|'([^']*)'|"([^"]*)"|(and|or)\b|([A-Za-z_][\w.]*)|(\S))/gy;
/** More than uv ever writes; keeps a hostile text from exhausting the stack. */
const DEEPEST = 100;
/** The old spellings that uv still reads. */
const markers_ALIASES = {
    'os.name': 'os_name',
    'sys.platform': 'sys_platform',
    'platform.version': 'platform_version',
    'platform.machine': 'platform_machine',
    'platform.python_implementation': 'platform_python_implementation',
    python_implementation: 'platform_python_implementation',
};
/** Reads a marker; `undefined` when it is none. */
function parseMarker(text) {
    const tokens = [...text.trim().matchAll(markers_TOKEN)].map(toToken);
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
        return name === undefined ? undefined : { variable: markers_ALIASES[name] ?? name };
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
        return markers_compare(marker.left, marker.operator, marker.right, environment);
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
const markers_VERSIONS = ['python_version', 'python_full_version', 'implementation_version'];
const MIRRORED = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
function markers_compare(left, operator, right, environment) {
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
    if (markers_VERSIONS.includes(variable)) {
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
    const near = Number(parseVersion(text.replace(/\.\*$/, ''))?.release[2] ?? 0);
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
            .map(parseVersion);
        if (versions.length === 0 || versions.includes(undefined))
            return undefined;
        const has = (release) => versions.some((one) => one && compareVersions(one, releaseVersion(release)) === 0);
        return operator === 'in' ? has : (release) => !has(release);
    }
    const specifiers = text === '' ? undefined : parseSpecifiers(`${operator}${text}`);
    if (specifiers === undefined || isRefused(specifiers))
        return undefined;
    return (release) => contains(specifiers, releaseVersion(release));
}

;// CONCATENATED MODULE: ./src/project/lock/subject.ts
/** What all checks of a lock are about, made once. */






function lockSubject(files) {
    const { lock, pyproject, members, target } = files;
    const packages = lockedPackages(lock);
    const groups = defaultGroups(pyproject);
    const roots = rootsOf(lock, pyproject, members);
    const asked = groups.flatMap((group) => roots.groups.get(group) ?? []);
    const judge = (extra) => markerJudge(markerEnvironment(target, extra));
    return {
        ...files,
        packages,
        groups,
        places: files.bundled && withFolders(files.bundled),
        holds: judge(() => undefined),
        reached: reach({ packages, roots: roots.names.map((name) => ({ name, groups, extras: [] })), asked, judge }),
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
    return isDirect ? '' : `, which ${(0,findings_text/* quote */.hD)(by.name)} needs,`;
}

;// CONCATENATED MODULE: ./src/project/lock/consistency.ts
/** Whether the lock holds together, and whether uv would sync it on the target at all. */











function checkConsistency(subject) {
    return [
        ...checkBundle(subject),
        ...checkDuplicates(subject),
        ...checkArrows(subject),
        ...checkEmpty(subject),
        ...checkEnvironments(subject),
        ...checkRequiredUv(subject),
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
        return [(0,findings_finding/* error */.z3)('not-bundled', message, remedy, { file: file.shown, line: 1 })];
    });
}
/** What a merge leaves behind when both sides have locked. */
function checkDuplicates(subject) {
    const seen = new Set();
    for (const one of subject.packages) {
        const id = JSON.stringify([one.name, one.version, one.source?.kind, one.source?.at]);
        if (seen.has(id)) {
            const message = `${subject.lock.shown} lists ${(0,findings_text/* quote */.hD)(packageName(one))} twice; uv refuses it.`;
            return [(0,findings_finding/* error */.z3)('lock-broken', message, RELOCK, placeIn(subject.lock, one.key))];
        }
        seen.add(id);
    }
    return [];
}
function checkArrows(subject) {
    const named = byName(subject.packages);
    for (const one of subject.packages) {
        const lists = [one.dependencies, ...one.extras.values(), ...one.groups.values()];
        const lost = lists.flat().find((dependency) => candidates(named, dependency).length === 0);
        if (lost === undefined)
            continue;
        const message = `${(0,findings_text/* quote */.hD)(packageName(one))} needs ${(0,findings_text/* quote */.hD)(packageName(lost))}, which ${subject.lock.shown} does not list; uv refuses it.`;
        return [(0,findings_finding/* error */.z3)('lock-broken', message, RELOCK, placeIn(subject.lock, one.key))];
    }
    return [];
}
function checkEmpty(subject) {
    // Where there is a project, its own absence is told as a stale lock.
    if (subject.packages.length > 0 || subject.members.some(memberName))
        return [];
    const message = `${subject.lock.shown} lists no package: the server would have an empty environment.`;
    const remedy = 'Add a [project] with its dependencies to pyproject.toml, run `uv lock` and commit both.';
    return [(0,findings_finding/* warning */.$e)('lock-empty', message, remedy, placeIn(subject.lock, ''))];
}
function checkEnvironments(subject) {
    const { lock, members, holds } = subject;
    const markers = strings(lock.data['supported-markers']);
    if (markers.length === 0 || markers.some((marker) => holds(marker) !== false))
        return [];
    const shown = markers.slice(0, 3).map((marker) => `"${(0,findings_text/* quote */.hD)(marker, 80)}"`);
    const message = `The lock is for other systems than the server's: ${shown.join(', ')}.`;
    const remedy = `Add "sys_platform == 'linux'" to environments under [tool.uv], or remove the list, and run \`uv lock\`.`;
    const owner = members.find((file) => at(file.data, 'tool', 'uv', 'environments') !== undefined);
    if (!owner)
        return [(0,findings_finding/* error */.z3)('lock-environments', message, remedy, placeIn(subject.lock, 'supported-markers'))];
    return [(0,findings_finding/* error */.z3)('lock-environments', message, remedy, placeIn(owner, 'tool.uv.environments'))];
}
function checkRequiredUv({ pyproject, target: { uv } }) {
    const required = packages_text(at(pyproject?.data, 'tool', 'uv', 'required-version'));
    if (!pyproject || uv === undefined || required === undefined)
        return [];
    const specifiers = parseSpecifiers(/^[\d\s]/.test(required) ? `==${required.trim()}` : required);
    if (isRefused(specifiers) || contains(specifiers, uv))
        return [];
    const message = `${pyproject.shown} requires uv ${(0,findings_text/* quote */.hD)(required)}; the server has ${formatVersion(uv)} and refuses to run.`;
    const remedy = 'Widen required-version under [tool.uv].';
    return [(0,findings_finding/* error */.z3)('required-uv', message, remedy, placeIn(pyproject, 'tool.uv.required-version'))];
}
function checkDefaultGroups({ pyproject }) {
    const named = strings(at(pyproject?.data, 'tool', 'uv', 'default-groups'));
    const known = groupNames(pyproject);
    const lost = named.find((group) => !known.has(normalName(group)));
    if (!pyproject || lost === undefined)
        return [];
    const message = `The default group '${(0,findings_text/* quote */.hD)(lost)}' is not one of [dependency-groups]; uv refuses to sync.`;
    const remedy = `Define it under [dependency-groups], or take it out of default-groups; then run \`uv lock\`.`;
    return [(0,findings_finding/* error */.z3)('default-group', message, remedy, placeIn(pyproject, 'tool.uv.default-groups'))];
}
/** Sets of extras and groups that can't be installed together. The default groups are, always. */
function checkConflicts(subject) {
    const sets = Array.isArray(subject.lock.data.conflicts) ? subject.lock.data.conflicts.map(tables) : [];
    if (sets.length === 0)
        return [];
    const own = subject.pyproject && memberName(subject.pyproject);
    const together = (item) => packages_text(at(item, 'package')) === own && subject.groups.includes(packages_text(at(item, 'group')) ?? '');
    const clash = sets.map((set) => set.filter(together)).find((set) => set.length > 1);
    if (clash) {
        const names = clash.map((item) => (0,findings_text/* quote */.hD)(packages_text(at(item, 'group')) ?? '')).join(' and ');
        const message = `The groups ${names} are installed by default, and [tool.uv] conflicts says that they can't be together.`;
        const remedy = 'Leave one of them in default-groups under [tool.uv].';
        return [(0,findings_finding/* error */.z3)('lock-conflict', message, remedy, placeIn(subject.lock, 'conflicts'))];
    }
    const message = 'This lock has extras or groups that can\u2019t be installed together.';
    const remedy = 'Nothing, as long as the server does not ask for two of them at once.';
    return [(0,findings_finding/* notice */.lm)('lock-conflicts', message, remedy, placeIn(subject.lock, 'conflicts'))];
}

;// CONCATENATED MODULE: ./src/project/lock/declared.ts
/** What a pyproject.toml asks for, before uv adds its own sources to it. */



/** The dependencies without extras, and all of them; `undefined` when the build backend decides them or one can't be read. */
function declaredRequirements(file) {
    const project = at(file.data, 'project');
    const dynamic = strings(at(project, 'dynamic'));
    if (dynamic.includes('dependencies') || dynamic.includes('optional-dependencies'))
        return undefined;
    const own = read(strings(at(project, 'dependencies')), 'project.dependencies');
    const optional = Object.entries(at(project, 'optional-dependencies') ?? {}).map(([extra, list]) => read(strings(list), `project.optional-dependencies.${extra}`));
    const all = [own, ...optional];
    if (own === undefined || all.includes(undefined))
        return undefined;
    return { own, all: all.flatMap((list) => list ?? []) };
}
/** The dependency groups with what they include; `undefined` when one can't be read. */
function declaredGroups(file) {
    const tables = Object.entries(at(file.data, 'dependency-groups') ?? {});
    const entries = new Map(tables.map(([name, list]) => [normalName(name), { name, list: Array.isArray(list) ? list : [] }]));
    const legacy = read(strings(at(file.data, 'tool', 'uv', 'dev-dependencies')), 'tool.uv.dev-dependencies');
    if (legacy === undefined)
        return undefined;
    const groups = new Map();
    const resolve = (key, above) => {
        const entry = entries.get(key);
        if (entry === undefined || above.includes(key))
            return undefined;
        const parts = entry.list.map((item) => {
            const included = packages_text(at(item, 'include-group'));
            return included === undefined
                ? read(strings([item]), `dependency-groups.${entry.name}`)
                : resolve(normalName(included), [...above, key]);
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
    // Where both are there, uv does not always take the older one's ranges; the names are what can be told.
    return groups.set('dev', dev ? [...dev, ...legacy.map((one) => ({ ...one, specifier: undefined }))] : legacy);
}
function read(list, key) {
    const read = list.map((text) => {
        const requirement = parseRequirement(text);
        return requirement && { ...requirement, text, key };
    });
    return read.some((one) => one === undefined) ? undefined : read.flatMap((one) => one ?? []);
}

;// CONCATENATED MODULE: ./src/project/lock/freshness.ts
/** Whether the lock was made from the pyproject.toml files as they are now, as far as that shows without uv. */










const freshness_REMEDY = 'Run `uv lock` and commit uv.lock.';
function checkFreshness(subject) {
    const members = subject.members.flatMap((file) => {
        const one = lockedMember(subject, file);
        return one
            ? [checkVersion(subject, file, one), checkKind(subject, file, one), freshness_checkRequirements(subject, file, one)]
            : [];
    });
    return [...members, freshness_checkMembers(subject)].filter((finding) => finding !== undefined);
}
/** The package of a member: by its name, and by its place where that is not enough. A missing one is told elsewhere. */
function lockedMember({ lock, packages }, file) {
    const name = memberName(file);
    const place = (0,external_node_path_.relative)((0,external_node_path_.dirname)(lock.path), (0,external_node_path_.dirname)(file.path)).split(external_node_path_.sep).join('/') || '.';
    return packages.find((one) => one.name === name && one.source?.at === place);
}
function checkVersion(subject, file, one) {
    const wanted = packages_text(at(file.data, 'project', 'version'));
    const [left, right] = [parseVersion(wanted ?? ''), parseVersion(one.version ?? '')];
    if (!left || !right || compareVersions(left, right) === 0)
        return undefined;
    const message = `${subject.lock.shown} has ${(0,findings_text/* quote */.hD)(one.name)} ${(0,findings_text/* quote */.hD)(one.version ?? '')}; ${file.shown} says ${(0,findings_text/* quote */.hD)(wanted ?? '')}.`;
    return (0,findings_finding/* error */.z3)('lock-stale', message, freshness_REMEDY, placeIn(subject.lock, `${one.key}.version`));
}
/** A project that is not to be installed itself is `virtual` in the lock. */
function checkKind(subject, file, one) {
    const chosen = at(file.data, 'tool', 'uv', 'package');
    const isPackage = typeof chosen === 'boolean' ? chosen : at(file.data, 'build-system') !== undefined;
    const isLockedSo = one.source?.kind !== 'virtual';
    // Members that other members need are packages to newer releases of uv, and were none to older ones.
    const isNeeded = subject.members.some((other) => other !== file && namesOf(other).has(one.name));
    if (isPackage === isLockedSo || (chosen === undefined && !isPackage && isNeeded))
        return undefined;
    const message = isPackage
        ? `${file.shown} describes a package now, which ${subject.lock.shown} does not install.`
        : `${file.shown} describes no package any more, which ${subject.lock.shown} still installs.`;
    return (0,findings_finding/* error */.z3)('lock-stale', message, freshness_REMEDY, placeIn(subject.lock, `${one.key}.source`));
}
const namesOf = (file) => new Set([...(declaredRequirements(file)?.all ?? []), ...[...(declaredGroups(file)?.values() ?? [])].flat()].map(({ name }) => name));
/** Revisions from here on may leave out what the lock was made from. */
const WITHOUT_METADATA = 4;
function freshness_checkRequirements(subject, file, one) {
    const { revision } = subject.lock.data;
    const isTold = one.metadata !== undefined || !(typeof revision === 'number' && revision >= WITHOUT_METADATA);
    const found = isTold
        ? firstDifference(subject, file, one)
        : { added: firstUnlisted(subject, file), removed: undefined };
    if (found === undefined)
        return undefined;
    const { added, removed } = found;
    if (added !== undefined) {
        const message = `${file.shown} asks for ${(0,findings_text/* quote */.hD)(added.text)}, which ${subject.lock.shown} was not made for.`;
        const line = lineOfText(file, added.key, added.text);
        return (0,findings_finding/* error */.z3)('lock-stale', message, freshness_REMEDY, { file: file.shown, line });
    }
    if (removed === undefined)
        return undefined;
    const message = `${subject.lock.shown} was made for ${(0,findings_text/* quote */.hD)(removed)}, which ${file.shown} does not ask for any more.`;
    return (0,findings_finding/* error */.z3)('lock-stale', message, freshness_REMEDY, placeIn(subject.lock, `${one.key}.metadata`));
}
/** A dependency that the lock does not even list. Those with a marker, or overridden ones, may rightly be absent. */
function firstUnlisted({ lock, packages }, file) {
    const manifest = at(lock.data, 'manifest');
    if (at(manifest, 'overrides') !== undefined || at(manifest, 'excludes') !== undefined)
        return undefined;
    const listed = new Set(packages.map(({ name }) => name));
    const groups = [...(declaredGroups(file)?.values() ?? [])].flat();
    return [...(declaredRequirements(file)?.all ?? []), ...groups].find(({ name, marker }) => marker === undefined && !listed.has(name));
}
function firstDifference(subject, file, one) {
    const byName = sourceNames(subject.members);
    const wanted = declaredRequirements(file);
    const locked = tables(at(one.metadata, 'requires-dist'));
    const isOfExtra = (table) => /\bextra\b/.test(packages_text(at(table, 'marker')) ?? '');
    const found = [];
    if (wanted) {
        // A project that names its own extras may have them written out in the lock.
        const isWhole = wanted.all.every(({ name }) => name !== one.name);
        const list = isWhole ? locked : locked.filter((table) => !isOfExtra(table));
        found.push(difference(isWhole ? wanted.all : wanted.own, list, byName));
    }
    const groups = declaredGroups(file);
    const lockedGroups = new Map(Object.entries(at(one.metadata, 'requires-dev') ?? {}).map(([name, list]) => [normalName(name), tables(list)]));
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
        const isElsewhere = SOURCE_KINDS.some((kind) => kind !== 'registry' && at(table, kind) !== undefined);
        const specifier = isElsewhere ? undefined : normalSpecifier(packages_text(at(table, 'specifier')) ?? '');
        return spelled(normalName(packages_text(at(table, 'name')) ?? ''), normalExtras(strings(at(table, 'extras'))), specifier);
    });
    const isMissing = (others) => {
        const named = Map.groupBy(others, ({ name }) => name);
        return ({ name, spelling }) => !named
            .get(name)
            ?.some((other) => spelling === undefined || other.spelling === undefined || other.spelling === spelling);
    };
    const added = declared.find(isMissing(recorded))?.one;
    const removed = recorded.find(isMissing(declared));
    return added || removed ? { added, removed: removed && (removed.spelling ?? removed.name) } : undefined;
}
/** Dependencies with a source of their own: the lock then holds that, and not what was written. A root's are its members' too. */
const sourceNames = (members) => new Set(members.flatMap((file) => Object.keys(at(file.data, 'tool', 'uv', 'sources') ?? {}).map(normalName)));
/** Members that the lock knows and the workspace does not. The other way round is told by the missing package. */
function freshness_checkMembers(subject) {
    const known = new Set(subject.members.map(memberName));
    const gone = strings(at(subject.lock.data, 'manifest', 'members')).find((name) => !known.has(normalName(name)));
    if (gone === undefined || subject.members.length === 0)
        return undefined;
    const message = `${subject.lock.shown} lists ${(0,findings_text/* quote */.hD)(gone)} as a member of the workspace, which it is not any more.`;
    return (0,findings_finding/* error */.z3)('lock-stale', message, freshness_REMEDY, placeIn(subject.lock, 'manifest.members'));
}
/** The line at which a text is quoted, from the line of its key on. */
function lineOfText(file, key, text) {
    const from = file.lineOf(key);
    const lines = file.text.split('\n').slice(from - 1);
    const index = lines.findIndex((line) => line.includes(`"${text}"`) || line.includes(`'${text}'`));
    return from + Math.max(0, index);
}

;// CONCATENATED MODULE: ./src/project/lock/secrets.ts
/** Passwords in the addresses that pyproject.toml and uv.lock name: both files go into the bundle. */

/** What stands for a password in an address; variables that uv puts in are none. */
const PASSWORD = /:\/\/[^\s/"'@:?#]{0,200}:(?!\$\{)[^\s/"'@?#]{1,500}@/;
/** Tokens that stand alone. */
const secrets_TOKEN = /:\/\/(?:gh[pousr]_|github_pat_|glpat-|dckr_pat_)[^\s/"'@]{10,500}@/;
/** One finding a file, at the first address; the address itself is not shown. */
function checkAddresses(files) {
    return files.flatMap((file) => {
        if (!file?.text.includes('@'))
            return [];
        const found = [PASSWORD, secrets_TOKEN].flatMap((pattern) => pattern.exec(file.text)?.index ?? []);
        if (found.length === 0)
            return [];
        const line = file.text.slice(0, Math.min(...found)).split('\n').length;
        return [
            (0,findings_finding/* warning */.$e)('url-credentials', `An address in ${file.shown} holds a password or token; everybody who reads the repository or the bundle has it.`, 'Revoke it, take it out of the address, run `uv lock`, and give it to uv as UV_INDEX_<NAME>_USERNAME and _PASSWORD.', { file: file.shown, line }),
        ];
    });
}

;// CONCATENATED MODULE: ./src/project/lock/sources.ts
/** Whether the server can get at the places that the locked packages come from. */







const CHECKS = {
    registry: () => [], // an index is told of once, not for every package
    git: checkGit,
    url: checkUrl,
    path: checkPath,
    directory: checkPath,
    editable: checkPath,
    virtual: checkVirtual,
};
function sources_checkSources(subject) {
    const own = subject.pyproject && memberName(subject.pyproject);
    const findings = [...subject.reached.keys()].flatMap((one) => {
        if (one.source === undefined)
            return [];
        if (one.name === own && rootDistance(subject) !== '')
            return checkRoot(subject, one);
        return CHECKS[one.source.kind](subject, one, one.source.at);
    });
    return [...findings, ...checkIndexes(subject)];
}
/** From the lock's folder to the project's, empty when they are the same. */
const rootDistance = ({ lock, pyproject }) => pyproject ? (0,external_node_path_.relative)((0,external_node_path_.dirname)(lock.path), (0,external_node_path_.dirname)(pyproject.path)).split(external_node_path_.sep).join('/') : '';
/**
 * A workspace's lock names its members by their place in the workspace, and lies at the top of the bundle with the one that is
 * deployed. uv then looks for `packages/x` there, unless it has nothing to install from it.
 */
function checkRoot(subject, one) {
    const place = rootDistance(subject);
    if (one.source?.at !== place || one.source.kind === 'virtual' || subject.bundled === undefined)
        return [];
    const message = `uv.lock is that of the workspace around ${(0,findings_text/* quote */.hD)(place)}: on the server, uv looks for ${(0,findings_text/* quote */.hD)(one.name)} in ${(0,findings_text/* quote */.hD)(place)}, which the bundle of that folder alone does not have.`;
    const remedy = `Deploy from the workspace's root; or, if nothing imports ${(0,findings_text/* quote */.hD)(one.name)} as a package, set package = false under [tool.uv] and run \`uv lock\`.`;
    return [(0,findings_finding/* error */.z3)('lock-root', message, remedy, placeIn(subject.lock, `${one.key}.source`))];
}
function checkPath(subject, one, place) {
    if (subject.copiesLocal)
        return [];
    const path = external_node_path_.posix.normalize(place.replaceAll('\\', '/')).replace(/(?<=.)\/+$/, '');
    const isOutside = path === '..' || path.startsWith('../') || isAbsolutePath(path);
    if (!isOutside && isBundled(subject, path))
        return [];
    const why = isOutside ? 'which is not part of the deployment' : 'which is not in the bundle';
    const message = `${(0,findings_text/* quote */.hD)(packageName(one))}${askedBy(subject, one)} comes from '${(0,findings_text/* quote */.hD)(place, 120)}', ${why}: uv fails with "Distribution not found".`;
    const remedy = isOutside
        ? 'Move the folder into the project, or publish the package and depend on that; then run `uv lock`.'
        : "Commit the folder, and let neither .gitignore nor 'exclude' leave it out; for a member of a workspace, deploy from the workspace's root.";
    return [(0,findings_finding/* error */.z3)('lock-path', message, remedy, placeIn(subject.lock, `${one.key}.source`))];
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
            ...{ level, code, remedy, ...placeIn(subject.lock, `${one.key}.source`) },
            message: `${(0,findings_text/* quote */.hD)(packageName(one))}${askedBy(subject, one)} ${what}`,
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
    const message = `${(0,findings_text/* quote */.hD)(packageName(one))}${askedBy(subject, one)} is fetched from ${host}, ${fault}.`;
    const remedy = 'Make sure that the server reaches this address, or use a public https:// one and run `uv lock`.';
    return [(0,findings_finding/* warning */.$e)('lock-url', message, remedy, placeIn(subject.lock, `${one.key}.source`))];
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
        const what = packages.length === 1 ? packageName(first) : `${first.name} and ${packages.length - 1} more`;
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
    return [(0,findings_finding/* warning */.$e)('lock-index', message, remedy, placeIn(subject.lock, `${first.key}.source`))];
}
function checkLocalIndex(subject, first, place, what) {
    const path = external_node_path_.posix.normalize(place.replaceAll('\\', '/'));
    const isOutside = path.startsWith('..') || isAbsolutePath(path);
    if (!isOutside && isBundled(subject, path))
        return [];
    const message = `${(0,findings_text/* quote */.hD)(what)} come${/ more$/.test(what) ? '' : 's'} from the folder '${(0,findings_text/* quote */.hD)(place, 120)}', which the bundle does not have.`;
    const remedy = 'Lock against an index that the server reaches, or commit the folder inside the project; then run `uv lock`.';
    return [(0,findings_finding/* error */.z3)('lock-local-index', message, remedy, placeIn(subject.lock, `${first.key}.source`))];
}
/** The host of an address, without what else an address may hold: user names and passwords. */
function hostOf(place) {
    const address = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(place)?.[1];
    const scp = /^[^/:@]+@([^/:]+)/.exec(place)?.[1];
    return (0,findings_text/* quote */.hD)((address ?? scp ?? '').toLowerCase(), 100) || 'an unknown host';
}

;// CONCATENATED MODULE: ./src/project/packaging/wheels.ts
/** Which wheels a machine can install, by their file names (PEP 425, 600 and 656). */
/** `name-version[-build]-python-abi-platform.whl`, where a build begins with a digit. */
const wheels_NAME = /^[^-]+-([^-]+)-(?:\d[^-]*-)?([^-]+)-([^-]+)-([^-]+)\.whl$/;
/** Reads a wheel's file name, URL-encoded or not; `undefined` when it is none. */
function parseWheel(file) {
    const [, version = '', pythons = '', abis = '', platforms = ''] = wheels_NAME.exec(decoded(file)) ?? [];
    if (version === '')
        return undefined;
    return { version, pythons: pythons.split('.'), abis: abis.split('.'), platforms: platforms.split('.') };
}
/** The version in a wheel's file name alone; a lock may have a hundred thousand of them. */
const wheelVersion = (file) => wheels_NAME.exec(decoded(file))?.[1];
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
function decoded(file) {
    if (!file.includes('%'))
        return file;
    try {
        return decodeURIComponent(file);
    }
    catch {
        return file;
    }
}

;// CONCATENATED MODULE: ./src/project/lock/wheels-for-server.ts
/** Whether every package the server installs comes in a form that the target can install. */










/** Local folders and git are built whatever the target. */
const WITH_FILES = ['registry', 'url', 'path'];
/** uv 0.12 takes source distributions in the two forms of PEP 625 only. */
const SDIST = /\.(?:tar\.gz|tgz|zip)$/i;
const STRICT_UV = parseVersion('0.12');
function checkDistributions(subject) {
    const target = wheelTarget(subject.target);
    const allowed = permissions(subject);
    return subject.packages.flatMap((one) => {
        const malformed = checkNames(subject, one);
        const reached = subject.reached.get(one);
        if (malformed.length > 0 || !reached || !target || !WITH_FILES.includes(one.source?.kind))
            return malformed;
        const found = checkFit(subject, one, target, allowed(one.name));
        return found.map((finding) => (reached.surely ? finding : { ...finding, level: 'notice' }));
    });
}
/** uv refuses the whole lock for one file name that does not belong to its package. */
function checkNames(subject, one) {
    for (const file of one.wheels) {
        const version = wheelVersion(file);
        if (version !== undefined && isVersionOf(version, one.version))
            continue;
        const fault = version === undefined ? 'has no name that a wheel can have' : 'is of another version';
        const message = `${(0,findings_text/* quote */.hD)(file, 120)}, a wheel of ${(0,findings_text/* quote */.hD)(packageName(one))}, ${fault}; uv refuses the lock.`;
        return [(0,findings_finding/* error */.z3)('lock-wheel-name', message, RELOCK, placeIn(subject.lock, `${one.key}.wheels`))];
    }
    return [];
}
/** A wheel may add a local version, as builds of one release for several accelerators do. */
function isVersionOf(text, locked) {
    if (locked === undefined || text === locked)
        return true;
    const [version, wanted] = [parseVersion(text.replaceAll('_', '-')), parseVersion(locked)];
    if (!version || !wanted)
        return !wanted;
    return [version, { ...version, local: [] }].some((form) => compareVersions(form, wanted) === 0);
}
/** What `[tool.uv]` says of building and of wheels, for a package. */
function permissions({ pyproject }) {
    const table = at(pyproject?.data, 'tool', 'uv');
    const has = (key, name) => at(table, key) === true || strings(at(table, `${key}-package`)).some((one) => normalName(one) === name);
    return (name) => ({ build: !has('no-build', name), binary: !has('no-binary', name) });
}
function checkFit(subject, one, target, allowed) {
    const fits = (file) => {
        if (!(file.includes(target.machine) || /any|%/.test(file)))
            return false; // most of a lock's wheels are for other machines
        const wheel = parseWheel(file);
        return wheel !== undefined && misfit(wheel, target) === undefined;
    };
    if (allowed.binary && one.wheels.some(fits))
        return [];
    const complain = (level, code, message, remedy) => [
        { level, code, message, remedy, ...placeIn(subject.lock, one.key) },
    ];
    const name = (0,findings_text/* quote */.hD)(packageName(one));
    const { why, remedy } = allowed.binary
        ? wheels_for_server_explain(one, target)
        : { why: 'no-binary in [tool.uv] rules its wheels out', remedy: `Take ${(0,findings_text/* quote */.hD)(one.name)} out of no-binary.` };
    const told = `${name}${askedBy(subject, one)} can't be installed from a wheel with ${targetName(target)}: ${why}`;
    if (one.sdist === undefined) {
        return complain('error', 'lock-no-wheel', `${told}, and there is no source to build it from.`, remedy);
    }
    if (!allowed.build) {
        return complain('error', 'lock-no-wheel', `${told}, and no-build in [tool.uv] forbids to build it.`, remedy);
    }
    const { uv } = subject.target;
    if (one.sdist !== '' && !SDIST.test(one.sdist)) {
        const isSure = uv && STRICT_UV && compareVersions(uv, STRICT_UV) >= 0;
        const message = `${told}, and uv 0.12 and newer can't unpack its source ${(0,findings_text/* quote */.hD)(one.sdist, 80)}.`;
        return complain(isSure ? 'error' : 'warning', 'lock-sdist-format', message, remedy);
    }
    const build = `${remedy} Or make sure that the server can build it: C code needs a compiler there.`;
    return complain('warning', 'lock-compiles', `${told}. The server has to build it from source.`, build);
}
/** Why none of the wheels will do, and what would help. The nearest miss is the most useful to know. */
function wheels_for_server_explain(one, target) {
    const wheels = one.wheels.flatMap((file) => parseWheel(file) ?? []);
    const upgrade = `\`uv lock --upgrade-package ${(0,findings_text/* quote */.hD)(one.name)}\``;
    if (wheels.length === 0) {
        return { why: 'it has none', remedy: `Look for a version with wheels, for instance with ${upgrade}.` };
    }
    const misfits = wheels.map((wheel) => ({ wheel, misfit: misfit(wheel, target) }));
    const libcs = misfits.flatMap((each) => (each.misfit?.kind === 'libc' ? each.misfit.minor : []));
    if (libcs.length > 0) {
        const [name, major] = target.libc.kind === 'musl' ? ['musl', 1] : ['glibc', 2];
        const least = `${name} ${major}.${Math.min(...libcs)}`;
        return {
            why: `its wheels need ${least}`,
            remedy: `Pin an older version of it and run \`uv lock\`${name === 'glibc' ? '; or, if the server has a newer glibc, say so with glibc in [tool.uv-deploy] target' : ''}.`,
        };
    }
    const pythons = misfits.flatMap((each) => (each.misfit?.kind === 'python' ? each.wheel.pythons : []));
    if (pythons.length > 0) {
        return {
            why: `its wheels are for ${wheels_for_server_listed(pythons.map(pythonName).sort(byNumber))}`,
            remedy: `Pin a Python that has wheels, or look for a version with them: ${upgrade}.`,
        };
    }
    return {
        why: `its wheels are for ${wheels_for_server_listed(wheels.flatMap(({ platforms }) => platforms.map(platformName)))}`,
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
function wheels_for_server_listed(names) {
    const all = [...new Set(names)];
    const more = all.length > 4 ? ` and ${all.length - 4} more` : '';
    return (0,findings_text/* quote */.hD)(`${all.slice(0, 4).join(', ')}${more}`, 120);
}

;// CONCATENATED MODULE: ./src/project/lock/checks.ts






/** Nobody reads more of a kind, and GitHub shows ten annotations a step. */
const MOST_OF_A_CODE = 10;
/**
 * Looks through a lock of schema version 1, without network and without uv. What is certain to fail is an error, what can be
 * wrong a warning, and what hangs on things that the target leaves open a notice. Each finding names its file and line.
 */
function checkLockDeeply(files) {
    const subject = lockSubject(files);
    const findings = [
        ...checkConsistency(subject),
        ...checkFreshness(subject),
        ...sources_checkSources(subject),
        ...checkDistributions(subject),
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

;// CONCATENATED MODULE: ./src/project/lock/presence.ts









/** The one schema version of uv.lock there is, and the newest revision known (uv 0.13). */
const presence_VERSION = 1;
const REVISION = 5;
/** Whether a lock has the schema that all other checks are about. */
const isReadableLock = (lock) => lock.data.version === presence_VERSION;
/** Every requires-python that decides over the pin, the lock's first: the server enforces that one. */
function pythonRequirements(project) {
    const found = [];
    const add = (file, key) => {
        const text = file && at(file.data, ...key.split('.'));
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
    const pyprojectPath = project.shown((0,external_node_path_.join)(project.dir, 'pyproject.toml'));
    if (pyproject === undefined && !broken(pyprojectPath)) {
        const remedy = "Run `uv init` in the project, or point 'working-directory' to the folder that holds pyproject.toml.";
        findings.push((0,findings_finding/* error */.z3)('missing-pyproject', `There is no ${pyprojectPath}.`, remedy, { file: pyprojectPath }));
    }
    findings.push(...workspace.members.flatMap(checkProjectTable));
    if (lock)
        return [...findings, ...checkHead(project, lock)];
    const shown = project.shown((0,external_node_path_.join)(workspace.root, 'uv.lock'));
    if (!broken(shown)) {
        const message = `There is no ${shown}: the server installs exactly what it lists.`;
        const place = { file: pyproject?.shown ?? shown, line: 1 };
        findings.push((0,findings_finding/* error */.z3)('missing-lock', message, 'Run `uv lock` and commit uv.lock.', place));
    }
    return findings;
}
/** What a lock says of itself, before its packages. */
function checkHead(project, lock) {
    const findings = [];
    const { shown } = lock;
    const { version, revision, 'requires-python': locked } = lock.data;
    if (!isReadableLock(lock)) {
        const message = version === undefined
            ? `${shown} has no schema version.`
            : `${shown} uses the schema version ${(0,findings_text/* quote */.hD)(String(version))}; uv supports ${presence_VERSION} only.`;
        const remedy = 'Delete uv.lock, run `uv lock` with a current uv, and commit it.';
        findings.push((0,findings_finding/* error */.z3)('lock-version', message, remedy, placeIn(lock, 'version')));
    }
    else if (typeof revision === 'number' && revision > REVISION) {
        const message = `${shown} has revision ${revision}: a newer uv wrote it. Older ones read it too.`;
        const remedy = 'Nothing, unless the server reports that it can\u2019t read the lock.';
        findings.push((0,findings_finding/* notice */.lm)('lock-revision', message, remedy, placeIn(lock, 'revision')));
    }
    if (typeof locked === 'string')
        return [...findings, ...checkStaleness(project, lock, locked), ...presence_checkMembers(project, lock)];
    const message = `${shown} has no requires-python.`;
    const remedy = 'Run `uv lock` and commit uv.lock.';
    return [...findings, (0,findings_finding/* error */.z3)('lock-requires-python', message, remedy, placeIn(lock, 'requires-python'))];
}
const presence_NAME = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
/** What uv wants of `[project]` before it reads anything else. The table as a whole may be absent. */
function checkProjectTable(file) {
    const table = at(file.data, 'project');
    if (table === undefined)
        return [];
    const complain = (code, key, message, remedy) => {
        return (0,findings_finding/* error */.z3)(code, message, remedy, { file: file.shown, line: file.lineOf(key) });
    };
    const findings = [];
    const name = at(table, 'name');
    if (typeof name !== 'string' || !presence_NAME.test(name)) {
        const message = name === undefined ? '[project] has no name' : `The project name '${(0,findings_text/* quote */.hD)(String(name))}' is not valid`;
        const remedy = 'Write name = "\u2026" under [project]: letters, digits, and -, _ or . between them.';
        findings.push(complain('project-name', 'project.name', `${message}; uv refuses the file.`, remedy));
    }
    if (at(table, 'version') === undefined && !strings(at(table, 'dynamic')).includes('version')) {
        const remedy = 'Write version = "0.1.0" under [project], or name it in dynamic.';
        findings.push(complain('project-version', 'project', '[project] has no version; uv refuses the file.', remedy));
    }
    return findings;
}
/** uv installs nothing from a lock that does not list every member, not even with `--frozen`. */
function presence_checkMembers({ workspace }, lock) {
    const listed = new Set(lockedPackages(lock).map(({ name }) => name));
    return workspace.members.flatMap((file) => {
        const name = at(file.data, 'project', 'name');
        if (typeof name !== 'string' || listed.has(normalName(name)))
            return [];
        const message = `${lock.shown} does not list ${(0,findings_text/* quote */.hD)(name)}, which ${file.shown} defines; uv refuses it.`;
        const remedy = 'Run `uv lock` and commit uv.lock.';
        return [(0,findings_finding/* error */.z3)('lock-stale', message, remedy, { file: lock.shown, line: 1 })];
    });
}
/**
 * uv calls a lock up to date when the outer bounds of its requires-python are those of the workspace's members taken together;
 * the text may differ (`~=3.12` is written as `>=3.12, <4`) and so may holes.
 */
function checkStaleness(project, lock, locked) {
    const wanted = [];
    for (const file of project.workspace.members) {
        const text = at(file.data, 'project', 'requires-python');
        if (typeof text !== 'string')
            continue;
        const specifiers = parseSpecifiers(text);
        if (isRefused(specifiers))
            return []; // told where the pin is judged
        wanted.push({ file, text, specifiers });
    }
    const lockedSpecifiers = parseSpecifiers(locked);
    if (isRefused(lockedSpecifiers) || wanted.length === 0)
        return [];
    const own = wanted.find(({ file }) => file.path === project.pyproject?.path) ?? wanted[0];
    const range = pythonRange(...wanted.map(({ specifiers }) => specifiers));
    const place = own && { file: own.file.shown, line: own.file.lineOf('project.requires-python') };
    if (range.length === 0) {
        const all = wanted.map(({ file, text }) => `'${(0,findings_text/* quote */.hD)(text)}' (${project.shown((0,external_node_path_.dirname)(file.path))})`).join(', ');
        return [
            (0,findings_finding/* error */.z3)('requires-conflict', `No Python satisfies requires-python ${wanted.length > 1 ? 'of all workspace members' : ''}: ${all}.`, 'Make the ranges overlap, run `uv lock` and commit both.', place),
        ];
    }
    if (haveSameBounds(range, pythonRange(lockedSpecifiers)))
        return [];
    return [
        (0,findings_finding/* error */.z3)('lock-stale', `${lock.shown} was locked for Python '${(0,findings_text/* quote */.hD)(locked)}'; ${own?.file.shown ?? 'pyproject.toml'} asks for '${(0,findings_text/* quote */.hD)(wanted.length === 1 ? (own?.text ?? '') : formatPythonRange(range))}'.`, 'Run `uv lock` and commit uv.lock.', { file: lock.shown, line: lock.lineOf('requires-python') }),
    ];
}

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
const first = new Map(rows(SINCE));
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
    const since = first.get(name);
    if (since !== undefined)
        return minor >= since ? { is: 'brought' } : { is: 'future', minor: since };
    return { is: 'unknown' };
}

;// CONCATENATED MODULE: ./src/project/contract/listening.ts



const listening_SERVERS = [
    {
        callee: /^uvicorn\.run$/,
        host: ['host', undefined, '127.0.0.1'],
        port: ['port', undefined, 8000],
        hasEventLoop: true,
    },
    { callee: /^flask\.(?:app\.)?Flask\(\)\.run$/, host: ['host', 0, '127.0.0.1'], port: ['port', 1, 5000] },
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
        callee: /^gradio\.(?:Interface|Blocks|ChatInterface|TabbedInterface)\(\)\.launch$/,
        host: ['server_name', undefined, '127.0.0.1'],
        port: ['server_port', undefined, undefined],
    },
];
/** Whether a text names a module that servers are taken from: others need not be read. */
const mentionsServer = (text) => /\b(?:uvicorn|flask|waitress|aiohttp|wsgiref|http|socketserver|socket|tornado|gradio)\b/.test(text);
const listening_LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/i;
/** What a program that has to listen by itself gets wrong, in one call: its host or its port. */
function judgeListening(call, file, wanted) {
    const server = listening_SERVERS.find(({ callee }) => callee.test(call.callee));
    if (server === undefined)
        return [];
    const { host, port } = listening(server, call);
    const isSure = call.reach !== 'maybe';
    const findings = [];
    const name = (0,findings_text/* quote */.hD)(call.callee.replaceAll('()', ''));
    if (host !== undefined && listening_LOOPBACK.test(host)) {
        findings.push({
            level: isSure && wanted.needsPublicHost ? 'error' : 'warning',
            code: 'app-host-local',
            message: `${name} listens on ${(0,findings_text/* quote */.hD)(host)} here, which only the machine itself reaches.`,
            remedy: 'Listen on all interfaces: host="0.0.0.0".',
            ...{ file, line: call.line },
        });
    }
    if (port !== undefined && port !== wanted.port) {
        findings.push({
            level: isSure ? 'error' : 'warning',
            code: 'app-port-fixed',
            message: `${name} listens on port ${port} here; the server hands over another one in the variable PORT and waits there.`,
            remedy: 'Listen on that port: port=int(os.environ["PORT"]).',
            ...{ file, line: call.line },
        });
    }
    return findings;
}
/** A server that starts while the file is loaded, where the platform's own server loads it. */
function judgeStart(call, file, loader) {
    const server = listening_SERVERS.find(({ callee }) => callee.test(call.callee));
    if (!server?.hasEventLoop || call.reach !== 'always')
        return [];
    return [
        (0,findings_finding/* error */.z3)('app-starts-itself', `${(0,findings_text/* quote */.hD)(call.callee)} is called while this file is loaded, and ${loader} loads it to serve the app: a second server can't start there.`, 'Put the call under `if __name__ == "__main__":`.', { file, line: call.line }),
    ];
}
function listening({ host, port, address }, { positional, keywords, isPartial }) {
    if (address !== undefined) {
        const [, inner = ''] = /^\((.*)\)$/s.exec(positional[address] ?? '') ?? [];
        const [first, second] = inner.split(',').map((part) => literal(part.trim()));
        if (second === 0)
            return {}; // any port that is free: not the one that is served
        return { ...(typeof first === 'string' && { host: first }), ...(typeof second === 'number' && { port: second }) };
    }
    const given = ([keyword, position, fallback]) => {
        const written = keywords.get(keyword) ?? (position === undefined ? undefined : positional[position]);
        return written === undefined ? (isPartial ? undefined : fallback) : literal(written);
    };
    const at = host && given(host);
    const on = port && given(port);
    return on === 0 ? {} : { ...(typeof at === 'string' && { host: at }), ...(typeof on === 'number' && { port: on }) };
}

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
    if (app && (!isPlain(app.names, text) || (app.inEventLoop && mentionsServer(text)))) {
        const module = await readModule(text);
        const file = shown(contract.file);
        findings.push(...judgeObject(app, module, minor, file));
        if (app.inEventLoop)
            findings.push(...module.calls.flatMap((call) => judgeStart(call, file, app.loader)));
    }
    if (!contract.listens)
        return findings;
    for (const [path, source] of texts) {
        const { calls } = mentionsServer(source) ? await readModule(source) : { calls: [] };
        // What is under a main guard runs in the program only.
        const run = calls.filter(({ reach }) => reach !== 'main' || path === contract.file);
        findings.push(...run.flatMap((call) => judgeListening(call, shown(path), contract)));
    }
    return findings;
}
/** Whether a line at the left edge sets one of the names: the common case, which needs no parser. */
const isPlain = (names, text) => new RegExp(String.raw `^(?:${names.join('|')})[ \t]*(?::[^=\n]+)?=(?!=)`, 'm').test(blankStrings(text));
function judgeObject(app, { bindings, hidesNames }, minor, file) {
    if (hidesNames)
        return [];
    const named = bindings.filter(({ name }) => app.names.includes(name));
    if (named.some((binding) => binding.in === 'module'))
        return [];
    const objects = bindings.filter((binding) => binding.in === 'module' && makesObject(binding, minor));
    if (app.isSearched && objects.length > 0)
        return [];
    const level = app.isDocumented ? 'error' : 'warning';
    const [place] = named.toSorted((one, other) => one.line - other.line);
    if (place) {
        const isMain = place.in === 'main';
        const where = isMain
            ? `under \`if __name__ == "__main__":\`, which does not hold when ${app.loader} loads the module`
            : `in a ${place.in} only, so the module does not have it`;
        return [
            {
                level,
                code: 'app-object-missing',
                message: `${app.loader} looks for '${place.name}' in ${(0,findings_text/* quote */.hD)(file, 120)}, where it is made ${where}.`,
                remedy: isMain
                    ? 'Make it above that line, and leave only the call that starts a server below.'
                    : `Make it at the left edge, such as by a line \`${place.name} = \u2026()\` that calls the function.`,
                file,
                line: place.line,
            },
        ];
    }
    const likely = objects.find(({ values }) => values.some((value) => /\.(?:FastAPI|Flask|Starlette|Dash|App|Litestar)\(\)$/.test(value)));
    const [wanted = 'app'] = app.names;
    const instead = likely ? `; line ${likely.line} calls it '${(0,findings_text/* quote */.hD)(likely.name)}'` : '';
    return [
        {
            level,
            code: 'app-object-missing',
            message: `${app.loader} looks for '${wanted}' in ${(0,findings_text/* quote */.hD)(file, 120)}, and nothing there has this name${instead}.`,
            remedy: likely
                ? `Rename it, or add a line \`${wanted} = ${(0,findings_text/* quote */.hD)(likely.name)}\`.`
                : `Name the app object '${wanted}', or correct the entrypoint.`,
            file,
            line: likely?.line ?? 1,
        },
    ];
}
/** Whether a name is set to what some call gives. An object of one's own making may be an app; one of the standard library is none. */
const makesObject = ({ by, values }, minor) => by === 'value' &&
    values.some((value) => {
        const [head = '', ...rest] = value.split('.');
        return value.endsWith('()') && (rest.length === 0 || inStandardLibrary(head, minor).is !== 'brought');
    });

;// CONCATENATED MODULE: ./src/project/imports/installed.ts




/** A namespace such as `google.cloud` is followed this far down. */
const installed_DEPTH = 3;
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
        for (let length = 1; length <= Math.min(installed_DEPTH, names.length); length++) {
            const dotted = names.slice(0, length).join('.');
            owners.set(dotted, (owners.get(dotted) ?? new Set()).add(distribution));
        }
    };
    for (const entry of (0,external_node_fs_.readdirSync)(folder)) {
        const [, name] = /^(.+?)-[^-]*\.dist-info$/.exec(entry) ?? [];
        if (name === undefined)
            continue;
        const distribution = normalName(name);
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
        isOpen,
        has: (distribution) => distributions.has(distribution),
        bringers: (dotted) => {
            const parts = dotted.split('.');
            let found;
            for (let length = 1; length <= Math.min(installed_DEPTH, parts.length); length++) {
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
        if (['ENOENT', 'ENOTDIR', 'EACCES'].includes((0,findings_finding/* codeOf */.$N)(error)))
            return otherwise;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/project/imports/module-packages.ts

/**
 * Modules whose package has another name, with the packages that may bring them. Facts of the packages themselves; what is not
 * listed is looked for under its own name. A dotted row goes before that of its parent.
 */
const OTHERWISE = {
    'google.api_core': 'google-api-core',
    'google.auth': 'google-auth',
    'google.cloud.bigquery': 'google-cloud-bigquery',
    'google.cloud.firestore': 'google-cloud-firestore',
    'google.cloud.logging': 'google-cloud-logging',
    'google.cloud.pubsub': 'google-cloud-pubsub',
    'google.cloud.secretmanager': 'google-cloud-secret-manager',
    'google.cloud.storage': 'google-cloud-storage',
    'google.genai': 'google-genai',
    'google.generativeai': 'google-generativeai',
    'google.oauth2': 'google-auth',
    'google.protobuf': 'protobuf',
    'azure.identity': 'azure-identity',
    'azure.storage.blob': 'azure-storage-blob',
    'ruamel.yaml': 'ruamel-yaml',
    ...{
        attr: 'attrs',
        bs4: 'beautifulsoup4',
        Bio: 'biopython',
        Crypto: 'pycryptodome pycrypto',
        Cryptodome: 'pycryptodomex',
    },
    ...{ OpenSSL: 'pyopenssl', PIL: 'pillow pillow-simd', PyPDF2: 'pypdf2', Xlib: 'python-xlib', absl: 'absl-py' },
    ...{ cv2: 'opencv-python opencv-python-headless opencv-contrib-python opencv-contrib-python-headless' },
    ...{ dateutil: 'python-dateutil', decouple: 'python-decouple', discord: 'discord-py', django: 'django' },
    ...{
        docx: 'python-docx',
        dotenv: 'python-dotenv',
        environ: 'django-environ environ-config',
        faiss: 'faiss-cpu faiss-gpu faiss-gpu-cu11 faiss-gpu-cu12',
        fitz: 'pymupdf',
    },
    ...{ flask_sqlalchemy: 'flask-sqlalchemy', git: 'gitpython', github: 'pygithub', gi: 'pygobject', grpc: 'grpcio' },
    ...{ ibm_db: 'ibm-db', igraph: 'igraph python-igraph', jose: 'python-jose', jwt: 'pyjwt jwt', ldap: 'python-ldap' },
    ...{
        ldap3: 'ldap3',
        lxml: 'lxml',
        magic: 'python-magic python-magic-bin',
        markdown: 'markdown',
        memcache: 'python-memcached',
    },
    ...{
        mpl_toolkits: 'matplotlib',
        multipart: 'python-multipart multipart',
        mysql: 'mysql-connector-python mysql-connector',
    },
    ...{
        MySQLdb: 'mysqlclient',
        nacl: 'pynacl',
        odf: 'odfpy',
        osgeo: 'gdal',
        pkg_resources: 'setuptools',
        pptx: 'python-pptx',
    },
    ...{ psycopg2: 'psycopg2 psycopg2-binary', pylab: 'matplotlib', pymysql: 'pymysql', pythoncom: 'pywin32' },
    ...{
        pytz: 'pytz',
        rest_framework: 'djangorestframework',
        sentry_sdk: 'sentry-sdk',
        serial: 'pyserial',
        setuptools: 'setuptools',
    },
    ...{ skimage: 'scikit-image', sklearn: 'scikit-learn', slugify: 'python-slugify unicode-slugify awesome-slugify' },
    ...{
        snowflake: 'snowflake-connector-python snowflake-snowpark-python snowflake',
        socks: 'pysocks',
        socketio: 'python-socketio',
    },
    ...{ engineio: 'python-engineio', speech_recognition: 'speechrecognition', st_aggrid: 'streamlit-aggrid' },
    ...{
        starlette: 'starlette',
        stdnum: 'python-stdnum',
        talib: 'ta-lib',
        telegram: 'python-telegram-bot',
        tlz: 'toolz',
    },
    ...{
        umap: 'umap-learn',
        usb: 'pyusb',
        vlc: 'python-vlc',
        werkzeug: 'werkzeug',
        win32api: 'pywin32',
        win32com: 'pywin32',
    },
    ...{
        win32con: 'pywin32',
        wx: 'wxpython',
        yaml: 'pyyaml',
        zmq: 'pyzmq',
        distutils: 'setuptools',
        imblearn: 'imbalanced-learn',
    },
    ...{
        dash_bootstrap_components: 'dash-bootstrap-components',
        dash_core_components: 'dash',
        dash_html_components: 'dash',
    },
    ...{ dash_table: 'dash', pydantic_settings: 'pydantic-settings', IPython: 'ipython', ibis: 'ibis-framework' },
    ...{
        fastapi: 'fastapi fastapi-slim',
        mlflow: 'mlflow mlflow-skinny',
        polars: 'polars polars-lts-cpu polars-u64-idx',
    },
    ...{
        tensorflow: 'tensorflow tensorflow-cpu tensorflow-macos intel-tensorflow tf-nightly',
        xgboost: 'xgboost xgboost-cpu',
    },
    ...{ bson: 'pymongo bson', gridfs: 'pymongo', dns: 'dnspython', websocket: 'websocket-client', shapefile: 'pyshp' },
    ...{ googleapiclient: 'google-api-python-client', kafka: 'kafka-python kafka-python-ng', hydra: 'hydra-core' },
    ...{ corsheaders: 'django-cors-headers', pythonjsonlogger: 'python-json-logger', gnupg: 'python-gnupg' },
    ...{ Levenshtein: 'levenshtein python-levenshtein', crontab: 'python-crontab', skopt: 'scikit-optimize' },
    ...{ sksurv: 'scikit-survival', whois: 'python-whois whois', ee: 'earthengine-api', barcode: 'python-barcode' },
    ...{ importlib_metadata: 'importlib-metadata', typing_extensions: 'typing-extensions', psycopg: 'psycopg' },
};
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
        const row = OTHERWISE[parts.slice(0, length).join('.')];
        if (row !== undefined)
            return { packages: row.split(' '), isCertain: true };
    }
    const [top = ''] = parts;
    return { packages: [normalName(top)], isCertain: ALIKE.has(top) };
}
/** Whether a name is nobody's own, such as `google.cloud`: what lies below it comes from several packages. */
const isShared = (dotted) => Object.keys(OTHERWISE).some((row) => row.startsWith(`${dotted}.`));

;// CONCATENATED MODULE: ./src/project/imports/shadows.ts





/** Modules that are frozen or built into Python, or may be: no file hides those. Which ones are, depends on who built it. */
const NEVER_HIDDEN = new Set(`abc array atexit binascii builtins cmath codecs encodings errno faulthandler fcntl gc genericpath grp importlib io itertools
  marshal math mmap msvcrt nt ntpath os posix posixpath pwd pyexpat readline resource runpy select site stat sys syslog termios
  time unicodedata winreg zipimport zlib`.split(/\s+/));
/** Modules that a `.pth` file may have loaded before Python knows where the app is. */
const EARLY = new Set(['collections', 'functools', 'keyword', 'operator', 'reprlib', 'types', 'warnings']);
/** What each of the frameworks below loads of the standard library: `sys.modules` once they are imported. */
const shadows_FRAMEWORKS = ['dash', 'fastapi', 'flask', 'shiny', 'streamlit', 'uvicorn'];
const shadows_LOADED = `ast base64 bisect bz2 calendar collections contextlib contextvars copy copyreg datetime dis email enum fnmatch
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
        const owner = own === undefined ? undefined : shadows_ownerOf(top, hiding);
        if (own === undefined || owner === undefined)
            continue;
        const lacking = await lackingIn(taken, await namesOf(own, top), tour, hiding);
        if (lacking === undefined)
            continue;
        const isItself = own === taken.file;
        const found = isItself ? 'this file itself' : (0,findings_text/* quote */.hD)(at(own), 120);
        told.set(top, {
            level: isSure(top, owner, tour, hiding) ? 'error' : 'warning',
            code: 'import-shadowed',
            message: `'${(0,findings_text/* quote */.hD)(lacking.what)}' is taken from '${(0,findings_text/* quote */.hD)(top)}' here, but Python finds ${found} before ${owner.name}, and it is not in there: ${lacking.error} when the app starts.`,
            remedy: `Rename ${isItself ? 'this file' : found}.`,
            file: at(taken.file),
            line: taken.line,
        });
    }
    if (!shadows_FRAMEWORKS.some((name) => hiding.foreign.has(name)))
        return [...told.values()];
    for (const name of shadows_LOADED) {
        const own = told.has(name) ? undefined : ownFile(name, hiding);
        if (own === undefined)
            continue;
        told.set(name, (0,findings_finding/* warning */.$e)('import-shadowed', `Python finds this file before the module '${name}' of its standard library, which locked packages import: they may get this one, and fail when the app starts.`, 'Rename it.', { file: at(own), line: 1 }));
    }
    return [...told.values()];
}
/** The file of the bundle that hides what else has this name. A folder without `__init__.py` hides nothing. */
function ownFile(name, { modules, folder }) {
    const local = modules.find(name, [folder]);
    const file = local.is === 'found' ? local.files.at(-1) : undefined;
    return file?.endsWith('.py') ? file : undefined;
}
function shadows_ownerOf(top, { foreign, minor }) {
    if (top.startsWith('_') || NEVER_HIDDEN.has(top))
        return undefined;
    if (inStandardLibrary(top, minor).is === 'brought')
        return { name: "Python's standard library", isPackage: false };
    const [bringer] = bringersOf(top).packages.filter((name) => foreign.has(name));
    return bringer === undefined ? undefined : { name: `the package ${bringer}`, isPackage: true };
}
function isSure(top, { isPackage }, { changesPath }, { loader }) {
    if (changesPath || EARLY.has(top))
        return false;
    return loader === 'none' || (loader === 'uvicorn' && isPackage && !UVICORN.has(top));
}
/** The names in a file, but for what it takes from its own name: that does not come from elsewhere. Nothing where it may have any. */
async function boundNames(source, top) {
    // One that says that others go on with it (pkg_resources) hides nothing.
    if (source === undefined || source.includes('declare_namespace'))
        return undefined;
    const { bindings, hidesNames } = await readModule(source);
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
    const { calls } = await readModule(texts.get(file) ?? '');
    for (const { callee, reach } of calls) {
        const [head, attribute = ''] = callee.split('.');
        const runs = reach === 'always' || (reach === 'main' && runsMain);
        if (runs && head === top && isLacking(attribute))
            return { what: `${top}.${attribute}`, error: 'AttributeError' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/project/imports/tour.ts




/** Nobody writes such a file; and what is larger as a whole is not looked through to its end. */
const tour_FILE_LIMIT = 1_000_000;
const TOTAL_LIMIT = 20_000_000;
/**
 * Follows the imports from the files an app starts with, through the files of its bundle. Nothing is run: what stands in functions,
 * in `try` and under conditions is left alone, and so is what only that would load.
 */
function followImports(start, files, modules, debug) {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const texts = new Map();
    const taken = [];
    const open = [];
    const adrift = [];
    let changesPath = false;
    let total = 0;
    const queue = [...start.files];
    const seen = new Set(queue);
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const file = byPath.get(path);
        const isDocument = hasCells(path);
        if (file === undefined || !(path.endsWith('.py') || isDocument))
            continue;
        total += file.size;
        // A notebook holds what it has shown, too.
        const isTooLarge = total > TOTAL_LIMIT || (file.size > tour_FILE_LIMIT && !isDocument);
        const raw = isTooLarge ? undefined : tour_readText(file);
        const cells = raw !== undefined && isDocument ? readCells(path, raw) : undefined;
        const text = cells?.code ?? raw;
        if (text === undefined) {
            debug(`The imports of ${path} are not looked at: it is too large, or no text.`);
            continue;
        }
        texts.set(path, text);
        const imports = readImports(text);
        changesPath ||= imports.changesPath || (cells?.installs ?? false);
        const isStart = start.files.includes(path);
        const runsMain = start.asMain && isStart;
        const isAlone = runsMain || (isStart && !path.includes('/') && !byPath.has('__init__.py'));
        for (const statement of imports.statements) {
            if (statement.reach === 'maybe' || (statement.reach === 'main' && !runsMain))
                continue;
            const origin = { file: path, line: statement.line, written: statement.module };
            const isRelative = statement.module.startsWith('.');
            if (!isRelative)
                taken.push({ ...origin, names: statement.names, runsMain });
            const place = isRelative ? tour_placeOf(path, statement.module) : { module: statement.module, folders: start.folders };
            if (place === undefined || (isAlone && isRelative)) {
                adrift.push(origin);
                continue;
            }
            for (const { dotted, mayBeAttribute } of dottedNames(place.module, statement)) {
                const local = modules.find(dotted, place.folders);
                for (const next of local.is === 'found' ? local.files : filesAround(dotted, place.folders, modules)) {
                    if (!seen.has(next))
                        queue.push(next);
                    seen.add(next);
                }
                if (local.is === 'found')
                    continue;
                open.push({ ...origin, dotted, isRelative, mayBeAttribute, local, folders: place.folders });
            }
        }
    }
    return { taken, open, adrift, changesPath, texts };
}
/** A relative name without its dots, and the folder it is looked for in. Nothing where the dots leave the bundle. */
function tour_placeOf(file, module) {
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
function tour_readText({ source }) {
    try {
        if (typeof source !== 'string')
            return decodePython(source);
        const read = readRegular(source, TOTAL_LIMIT);
        return 'bytes' in read ? decodePython(read.bytes) : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/project/imports/verdict.ts





const verdict_MISSING = 'ModuleNotFoundError when the app starts';
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
        tell(open, open.mayBeAttribute ? judgeName(open, tour, around) : judgeModule(open, tour, around));
    }
    return [...told.values()].map(({ verdict, first, more }) => {
        const others = more === 0 ? '' : ` So ${more === 1 ? 'does 1 more line' : `do ${more} more lines`}.`;
        return { ...verdict, message: `${verdict.message}${others}`, file: at(first.file), line: first.line };
    });
}
const adrift = ({ written }) => (0,findings_finding/* error */.z3)('import-relative', `The import of '${(0,findings_text/* quote */.hD)(written)}' is relative, but this file is started on its own, outside of a package: ImportError when the app starts.`, `Write the module's full name, such as \`from ${(0,findings_text/* quote */.hD)(written.replace(/^\.+/, '')) || 'module'} import \u2026\`.`);
function judgeModule(open, { changesPath }, around) {
    const { local, isRelative, dotted } = open;
    if (local.is === 'namespace')
        return undefined;
    // A name that something installed answers may be ours as well, and incomplete: that one is left alone.
    const theirs = isRelative || isShared(dotted) ? undefined : judgeForeign(dotted, around);
    if (!isRelative && theirs === undefined)
        return undefined;
    return mild(judgeLocal(open, around) ??
        (changesPath ? undefined : judgeAbove(open, around)) ??
        (around.modules.hasAnywhere(topOf(dotted)) ? undefined : theirs), changesPath);
}
/** `b` of `from a import b`, which is told only where a module must have been meant. */
function judgeName(open, { changesPath, texts }, around) {
    const { local, dotted, isRelative } = open;
    const parent = dotted.slice(0, Math.max(0, dotted.lastIndexOf('.')));
    if (local.is === 'absent' && !isRelative) {
        return isShared(parent) && bringersOf(dotted).isCertain
            ? mild(judgeForeign(dotted, around), changesPath)
            : undefined;
    }
    const verdict = judgeLocal(open, around);
    if (verdict?.code !== 'import-not-bundled')
        return undefined;
    const folder = local.is === 'incomplete' ? local.folder : (open.folders[0] ?? '');
    const init = texts.get(below(folder, '__init__.py')) ?? '';
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
        return (0,findings_finding/* error */.z3)('import-not-bundled', `'${(0,findings_text/* quote */.hD)(what)}' is imported here and is part of the project, but it is left out of the bundle: ${verdict_MISSING}.`, "Check .gitignore, and 'include' and 'exclude'.");
    }
    const other = places.map((folder) => around.modules.otherCase(folder, name)).find((found) => found !== undefined);
    if (other !== undefined) {
        return (0,findings_finding/* error */.z3)('import-case', `'${(0,findings_text/* quote */.hD)(what)}' is imported here, but its file is called ${(0,findings_text/* quote */.hD)(other)}: upper and lower case count on the server.`, `Write ${(0,findings_text/* quote */.hD)(other)}, or rename the file with \`git mv\`.`);
    }
    if (local.is === 'absent' && !isRelative)
        return undefined;
    return {
        level: around.isBuilt ? 'warning' : 'error',
        code: 'import-missing',
        message: `'${(0,findings_text/* quote */.hD)(what)}' is imported here, but the project has no such module: ${verdict_MISSING}.`,
        remedy: 'Commit its file, or correct the import.',
    };
}
/** A module of the project that lies where Python does not look. PYTHONPATH, which may be set on the server, can have it look there. */
function judgeAbove({ local, dotted, isRelative, folders }, around) {
    if (local.is !== 'absent' || isRelative)
        return undefined;
    const top = topOf(dotted);
    const place = around.unsearched.find((folder) => around.modules.find(top, [folder]).is !== 'absent');
    if (place === undefined)
        return undefined;
    const nameOf = (folder) => (folder === '' ? "the project's top folder" : `the folder ${folder}`);
    return (0,findings_finding/* warning */.$e)('import-missing', `'${(0,findings_text/* quote */.hD)(top)}' is imported here and lies in ${nameOf(place)}, but the file that is started lies in ${(0,findings_text/* quote */.hD)(nameOf(folders[0] ?? ''))}, and Python looks for modules beside it only: ${verdict_MISSING}.`, 'Move one of them to the other, or make the project a package with a [build-system], which uv installs.');
}
/** What is wrong with a module that is none of the bundle's. */
function judgeForeign(dotted, { locked, provided, minor, installed }) {
    const top = topOf(dotted);
    const standard = inStandardLibrary(top, minor);
    if (standard.is === 'brought' || provided.has(top) || locked === undefined)
        return undefined;
    const bringers = bringersOf(dotted);
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
        return verdict_missing(dotted, bringers, standard, installed.isOpen || locked.isOpen ? 'warning' : 'error');
    }
    if (bringers.packages.some((name) => locked.installed.has(name)))
        return undefined;
    const owner = bringers.packages.find((name) => locked.aside.has(name));
    if (owner !== undefined)
        return setAside(top, owner, locked);
    if (!bringers.isCertain && [...locked.installed].some((name) => sharesWord(name, dotted)))
        return undefined;
    const isSure = !locked.isOpen && (bringers.isCertain || standard.is !== 'unknown');
    return verdict_missing(dotted, bringers, standard, isSure ? 'error' : 'warning');
}
function setAside(module, owner, { aside, isOpen }) {
    const why = aside.get(owner);
    const isGroup = why?.kind === 'group';
    const name = (0,findings_text/* quote */.hD)(why?.name ?? '');
    if (why?.kind === 'requirements') {
        return {
            level: isOpen ? 'warning' : 'error',
            code: 'import-missing',
            message: `'${(0,findings_text/* quote */.hD)(module)}' is imported here; uv.lock has its package ${owner}, but the server installs from ${name}, which does not ask for it: ${verdict_MISSING}.`,
            remedy: `Add it to ${name}; or delete that file: the requirements are then made from uv.lock.`,
        };
    }
    return (0,findings_finding/* error */.z3)(isGroup ? 'import-dev-only' : 'import-extra-only', `'${(0,findings_text/* quote */.hD)(module)}' is imported here, but only the ${isGroup ? 'dependency group' : 'extra'} '${name}' asks for its package ${owner}, which the server does not install: ${verdict_MISSING}.`, `Run \`uv add ${owner}\`, so that [project] dependencies list it, and commit pyproject.toml and uv.lock.`);
}
const notForThisSystem = (module, owner) => (0,findings_finding/* warning */.$e)('import-missing', `'${(0,findings_text/* quote */.hD)(module)}' is imported here; its package ${owner} is locked for other systems only and was not installed.`, 'Import it under a condition such as `if sys.platform == "win32":`, or correct the marker of the dependency.');
function verdict_missing(dotted, { packages, isCertain }, standard, level) {
    const module = (0,findings_text/* quote */.hD)(topOf(dotted));
    if (standard.is === 'removed' || standard.is === 'future') {
        const is = standard.is === 'removed' ? `only up to Python 3.${standard.minor}` : `only from Python 3.${standard.minor} on`;
        return {
            level,
            code: 'import-missing',
            message: `'${module}' is imported here, which is in Python's standard library ${is}: ${verdict_MISSING}.`,
            remedy: 'Use what the pinned Python has, or pin one that has this module with `uv python pin`.',
        };
    }
    const [name = ''] = packages;
    return {
        level,
        code: 'import-missing',
        message: `'${isShared(topOf(dotted)) ? (0,findings_text/* quote */.hD)(dotted) : module}' is imported here, but no locked package ${level === 'error' ? 'brings it' : 'seems to bring it'}: ${verdict_MISSING}.`,
        remedy: isCertain
            ? `Run \`uv add ${name}\` and commit pyproject.toml and uv.lock.`
            : 'Add the package that brings it with `uv add`, and commit pyproject.toml and uv.lock; or correct the name.',
    };
}
const mild = (verdict, isUnsure) => verdict && isUnsure && verdict.level === 'error' ? { ...verdict, level: 'warning' } : verdict;
const topOf = (dotted) => dotted.split('.')[0] ?? '';
const lastOf = (dotted) => dotted.slice(dotted.lastIndexOf('.') + 1);
/** `streamlit-option-menu` and `streamlit_option_menu`, `slack-bolt` and `slack`: a package is often called much like its module. */
function sharesWord(distribution, dotted) {
    const words = new Set(distribution.split('-').filter((word) => word.length > 2));
    return (topOf(dotted)
        .toLowerCase()
        .split('_')
        .some((word) => words.has(word)) || distribution.replaceAll('-', '').includes(topOf(dotted).toLowerCase()));
}

;// CONCATENATED MODULE: ./src/project/imports/imports.ts











/** More than these are no news. */
const imports_MOST = 20;
/** Checks that every import on the app's way up is answered by Python, the bundle or the lock. */
async function checkImports(project, contract, files, { minor, shown, debug }) {
    const modules = localModules(files.map(({ path }) => path));
    const beside = imports_folderOf(contract.file);
    const above = ['', 'src'].filter((folder) => folder !== beside);
    // What is installed from the project itself may lie in any of them.
    const unsearched = contract.looksBesideOnly && !installsOwn(project) ? above : [];
    const start = {
        files: [contract.file, ...pagesOf(contract, files)],
        asMain: contract.runsAsMain,
        folders: [beside, ...above.filter((folder) => !unsearched.includes(folder))],
    };
    const tour = followImports(start, files, modules, debug);
    const locked = contract.installs && readRequired(project, contract.installs);
    const provided = new Set(contract.provides);
    const isBuilt = at(project.pyproject?.data, 'build-system') !== undefined;
    const isOnDisk = (folder, name) => hasModule((0,external_node_path_.join)(project.dir, folder), name);
    const judge = (installed) => judgeImports(tour, { modules, locked, provided, minor, isOnDisk, isBuilt, installed, unsearched }, shown).slice(0, imports_MOST);
    const isInstalled = (name) => locked?.installed.has(name) ?? false;
    const foreign = new Set(lockedFrom(project, 'registry', 'git', 'url').filter(isInstalled));
    // A kernel is there before it looks in the folder of its document.
    const shadows = hasCells(contract.file)
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
/** The names of what the lock has from such places. */
const lockedFrom = ({ lock }, ...kinds) => (lock ? lockedPackages(lock) : []).flatMap(({ name, source }) => source && kinds.includes(source.kind) ? [name] : []);
/** Whether the lock installs the project, or another folder or file of it. */
const installsOwn = (project) => lockedFrom(project, 'editable', 'directory', 'path').length > 0;
const imports_folderOf = (path) => ((0,external_node_path_.dirname)(path) === '.' ? '' : (0,external_node_path_.dirname)(path));
/** Pages are loaded by their place beside the entrypoint. */
function pagesOf({ file, hasPages }, files) {
    const folder = imports_folderOf(file) === '' ? 'pages/' : `${imports_folderOf(file)}/pages/`;
    return hasPages
        ? files.map(({ path }) => path).filter((path) => path.startsWith(folder) && path.endsWith('.py'))
        : [];
}
/** Read from the folder's listing: some file systems answer to a name in any case. */
function hasModule(folder, name) {
    const entries = imports_namesIn(folder);
    if (entries.includes(`${name}.py`))
        return true;
    return entries.includes(name) && imports_namesIn((0,external_node_path_.join)(folder, name)).some((entry) => entry.endsWith('.py'));
}
function imports_namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/prepare/source-checks.ts




const source_checks_NOTHING = { findings: [], settle: () => [] };
/** The newest Python whose standard library is known: what a pin without a version gets is near it. */
const NEWEST_MINOR = 14;
/** Finds in the source, without running it, what would keep the app from starting on the server. */
async function source_checks_checkSources(project, { plan, pin, files }, debug) {
    if (plan?.start === undefined || project.lock === undefined)
        return source_checks_NOTHING;
    const minor = minorOf(pin?.python ?? '') ?? NEWEST_MINOR;
    const sources = new Map(files.map(({ path, source }) => [path, source]));
    const shown = (path) => {
        const source = sources.get(path);
        return project.shown(typeof source === 'string' ? source : (0,external_node_path_.join)(project.dir, path));
    };
    const { findings, settle, texts } = await checkImports(project, plan.start, files, { minor, shown, debug });
    return { settle, findings: [...findings, ...(await checkContract(plan.start, texts, minor, shown))] };
}

;// CONCATENATED MODULE: ./src/prepare/check.ts












/** All that a project's files tell, without running anything of it. */
async function checkProject(run) {
    const { inputs, project, platform, host, exec, signal } = run;
    const everything = () => listFiles(project.dir, project.shown, { exec, signal }).then(({ files }) => files);
    const planned = await platform.plan(project, inputs, everything);
    const { plan, findings: planFindings } = planned;
    const needsPython = plan === undefined ? planned.withoutPython !== true : plan.install.by !== 'nobody';
    const { pin, findings: pinFindings } = needsPython ? check_judgePin(run) : { findings: [] };
    const ofProject = [
        ...[...project.findings, ...pinFindings],
        ...[...(needsPython ? checkLock(project) : []), ...planFindings],
    ];
    for (const reason of plan?.reasons ?? [])
        host.info(reason);
    // A project without a plan is still looked through: all findings come at once.
    const { files, findings: selected, via } = await check_select(plan, run);
    const chosen = { plan, pin, files };
    const sources = await source_checks_checkSources(project, chosen, host.debug);
    // A link that was not read has been reported where it was to be read.
    const isNew = (one) => !ofProject.some(({ code, file }) => code === one.code && file === one.file);
    const ofFiles = [
        ...[...selected.filter(isNew), ...findSecrets(files, project.shown), ...(plan?.checkFiles(files) ?? [])],
        ...[...(needsPython ? judgeLock(run, chosen) : []), ...sources.findings],
    ];
    if (via === 'walk')
        host.info('No git checkout here: the files are those that .gitignore does not leave out.');
    const isWhole = plan !== undefined && (pin !== undefined || !needsPython);
    return { ...(isWhole && { value: { plan, pin, files, sources } }), findings: [...ofProject, ...ofFiles] };
}
const check_select = (plan, { inputs, project, exec, signal }) => selectFiles(project.dir, project.shown, {
    platformKeeps: plan?.includes ?? (() => true),
    platformNames: plan?.includesExplicitly ?? (() => false),
    exclude: inputs.exclude,
    include: inputs.include,
    added: plan?.added ?? [],
}, { exec, signal });
/** Whether what the lock lists can be had and installed where the bundle is unpacked. */
function judgeLock({ project, platform }, { plan, pin, files }) {
    const { lock, pyproject, workspace } = project;
    const target = readTarget(pyproject, pin, platform.server);
    if (!('minors' in target))
        return target;
    if (lock === undefined || !isReadableLock(lock))
        return [];
    // A plan that uv finishes has the server install from what uv makes of the lock.
    const bundle = plan?.finish ? { copiesLocal: true } : plan && { bundled: new Set(files.map(({ path }) => path)) };
    return checkLockDeeply({ lock, pyproject, members: workspace.members, target, ...bundle });
}
function check_judgePin({ project, environment }) {
    const requirements = pythonRequirements(project);
    if (project.pin === undefined) {
        const path = project.shown((0,external_node_path_.join)(project.dir, '.python-version'));
        const broken = project.findings.some(({ file }) => file?.endsWith('.python-version'));
        const missing = (0,findings_finding/* error */.z3)('missing-pin', `There is no ${path}: the server takes its Python from it.`, 'Run `uv python pin 3.12` with the version you develop on, and commit .python-version.', { file: path });
        return { findings: [...(broken ? [] : [missing]), ...readRequirements(requirements).findings] };
    }
    const { shown, bytes } = project.pin;
    const judged = checkPin({ path: shown, bytes }, requirements);
    return { ...judged, findings: [...judged.findings, ...forcedPython(shown, judged.pin, environment)] };
}
function forcedPython(path, pin, { UV_PYTHON: forced }) {
    if (!forced || pin === undefined || forced === pin.python)
        return [];
    return [
        (0,findings_finding/* warning */.$e)('uv-python-set', `UV_PYTHON is '${(0,findings_text/* quote */.hD)(forced)}' in this job, so uv ignores ${path} ('${pin.python}') here; the server does not.`, "Remove python-version from the setup-uv step, or make it the pin's.", { file: path, line: pin.line }),
    ];
}

;// CONCATENATED MODULE: ./src/bundle/copy.ts



/**
 * Lays the bundle's files out in `folder` as the server would find them. Copies, not links: a build that writes into its
 * sources must not reach the project.
 */
async function copyFiles(files, folder, signal) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const made = new Set([folder]);
    for (const file of files) {
        signal.throwIfAborted();
        const target = (0,external_node_path_.join)(folder, file.path);
        const parent = (0,external_node_path_.dirname)(target);
        if (!made.has(parent)) {
            await (0,promises_.mkdir)(parent, { recursive: true });
            made.add(parent);
        }
        if (typeof file.source !== 'string')
            await (0,promises_.writeFile)(target, file.source);
        else
            await (0,promises_.copyFile)(file.source, target, external_node_fs_.constants.COPYFILE_FICLONE);
        await (0,promises_.chmod)(target, file.executable ? 0o755 : 0o644);
    }
}

;// CONCATENATED MODULE: ./src/prepare/lock-copy.ts




/**
 * The folder to run `uv lock --check` in: the project's own where uv reads no more than files there; else that of a copy of the
 * workspace below `folder`, because a build (setuptools, for one) writes into its sources.
 */
async function lockPlace(project, lock, folder, deps) {
    const { root, members } = project.workspace;
    const sources = localSources(lock);
    const known = new Set(members.map(({ path }) => (0,external_node_path_.relative)(root, (0,external_node_path_.dirname)(path)) || '.'));
    const builds = members.some(isDynamic) || sources.some((source) => !known.has(source));
    // A copy would not have what lies beside the workspace.
    if (!builds || sources.some((source) => source.startsWith('..')))
        return project.dir;
    const { files } = await listFiles(root, project.shown, deps);
    const own = { path: 'uv.lock', source: lock.path, size: Buffer.byteLength(lock.text), executable: false };
    await copyFiles([...files, own], folder, deps.signal);
    return (0,external_node_path_.join)(folder, (0,external_node_path_.relative)(root, project.dir));
}
/** Whether uv has to ask the build backend what the project is. */
function isDynamic(file) {
    const dynamic = strings(at(file.data, 'project', 'dynamic'));
    return ['version', 'dependencies', 'optional-dependencies'].some((key) => dynamic.includes(key));
}
/** The folders of the packages that the lock takes from disk, relative to its own. */
function localSources(lock) {
    const list = lock.data.package;
    return (Array.isArray(list) ? list : []).flatMap((entry) => ['editable', 'directory', 'virtual'].flatMap((kind) => {
        const path = at(entry, 'source', kind);
        return typeof path === 'string' ? [path] : [];
    }));
}

;// CONCATENATED MODULE: ./src/prepare/sync.ts






/**
 * Makes sure this runner has the pinned Python, installing it as `uv sync` on a developer's machine would.
 * Answers a finding when it can't be had, or when uv does nothing at all for the project in `cwd`, whose file `pyproject` is.
 */
async function providePython(uv, python, cwd, pyproject) {
    // Without `--system`, uv would run the Python of a virtual environment that is in the checkout.
    const found = await uv.run(['python', 'find', '--system', '--no-project', '--no-python-downloads', python], { cwd });
    if (found.exitCode === 0)
        return undefined;
    if (/Required uv version/.test(found.stderr))
        return refusedUv(uv, uvReason(found.stderr), pyproject);
    const installed = await uv.run(['python', 'install', python], { cwd });
    if (installed.exitCode === 0)
        return undefined;
    return (0,findings_finding/* warning */.$e)('preflight-no-python', `Python ${python} is not on this runner and could not be installed, so the environment was not tried out: ${(0,findings_text/* head */.d5)(uvReason(installed.stderr), 3, 300)}`, `Add a step that installs it before this one, such as astral-sh/setup-uv with python-version: '${python}'.`);
}
/** `required-version` stands in pyproject.toml or in a uv.toml. */
function refusedUv({ version }, reason, pyproject) {
    const isHere = at(pyproject?.data, 'tool', 'uv', 'required-version') !== undefined;
    return (0,findings_finding/* warning */.$e)('required-uv', `uv ${version} refuses to work for this project, so the environment was not tried out: ${(0,findings_text/* head */.d5)(reason, 1, 300)}`, 'Widen required-version under [tool.uv], or give both setup-uv and the server a uv that fits.', isHere ? { file: pyproject?.shown, line: pyproject?.lineOf('tool.uv.required-version') } : {});
}
/**
 * `uv lock --check` in `dir`, which is the project's, with the pinned Python: whether the lock is what `uv lock` would write today. Any
 * `.python-version` or `.python-versions` there could name a program of the checkout.
 */
async function sync_checkLock(uv, dir, lock, python) {
    const { exitCode, stderr } = await uv.run(['lock', '--check', '--no-python-downloads', '--python', python], {
        cwd: dir,
    });
    if (exitCode === 0)
        return undefined;
    const reason = uvReason(stderr);
    if (/needs to be updated/.test(stderr)) {
        const other = [...uv.ownSettings].find(([, text]) => !isKnownTo(lock, text));
        if (other)
            return incomparable(lock, other[0]);
        return (0,findings_finding/* error */.z3)('lock-stale', `${lock.shown} does not match pyproject.toml.`, 'Run `uv lock` and commit uv.lock.', {
            file: lock.shown,
            line: 1,
        });
    }
    const passing = NETWORK.test(stderr) || sync_NO_PYTHON.test(stderr);
    return {
        level: passing ? 'warning' : 'error',
        code: passing ? 'lock-unchecked' : 'lock-check-failed',
        message: `\`uv lock --check\` ${passing ? 'could not run here' : 'failed'}: ${(0,findings_text/* head */.d5)(reason, 8, 700)}`,
        remedy: passing
            ? 'Run `uv lock --check` where the package index can be reached.'
            : 'Correct what uv names, run `uv lock` and commit the result.',
        file: lock.shown,
        line: 1,
    };
}
/** Whether the lock was made with the indexes that a setting names. */
function isKnownTo(lock, setting) {
    const urls = (setting.match(/https?:\/\/[^\s"',\]]+/g) ?? []).map((url) => url.replace(/\/\/[^/@]*@/, '//'));
    return urls.length > 0 && urls.every((url) => lock.text.includes(`"${url}"`));
}
const incomparable = (lock, setting) => (0,findings_finding/* warning */.$e)('lock-unchecked', `${lock.shown} could not be compared with pyproject.toml: ${setting} gives uv another package index here than the lock was made with.`, `Run \`uv lock --check\` without ${setting}.`, { file: lock.shown, line: 1 });
const NETWORK = /Failed to fetch|error sending request|dns error|Connection refused|timed out|tls handshake|Could not connect/i;
const sync_NO_PYTHON = /No interpreter found|No download found|Failed to inspect Python interpreter/i;
/**
 * Restores the environment in a copy of the bundle with the server's own command and flags: what fails there fails here. A server that installs from requirements
 * does the same as `uv pip install` into a fresh environment.
 */
async function preflight(subject) {
    const { uv, python, lock, files, flags, requirements, folder, cacheDir, signal } = subject;
    // Without local packages nothing is built, and uv reads only these.
    const isWhole = hasLocalIndex(files) || (requirements === undefined && hasLocalPackages(lock));
    // A requirements file may name others.
    const isRead = ({ path }) => METADATA.has(path) || path === requirements || (requirements !== undefined && /\.(?:txt|in|lock)$/.test(path));
    await copyFiles(isWhole ? files : files.filter(isRead), `${folder}/bundle`, signal);
    const environment = `${folder}/environment`;
    const run = (args) => uv.run(args, {
        cwd: `${folder}/bundle`,
        env: { UV_PROJECT_ENVIRONMENT: environment, ...(cacheDir && { UV_CACHE_DIR: cacheDir }) },
    });
    const sync = ['sync', ...flags, '--python', python];
    const venv = ['venv', '--no-project', '--no-python-downloads', '--python', python, environment];
    const install = ['pip', 'install', '--python', environment, '--requirements', requirements ?? ''];
    let result = await run(requirements === undefined ? sync : venv);
    if (requirements !== undefined && result.exitCode === 0)
        result = await run(install);
    const { exitCode, stderr } = result;
    const command = requirements === undefined
        ? `uv ${sync.join(' ')}`
        : `uv pip install --requirements ${requirements} (Python ${python})`;
    if (exitCode === 0) {
        return { outcome: 'passed', command, findings: [], places: { environment, bundle: `${folder}/bundle` } };
    }
    const reason = uvReason(stderr).replaceAll(`${folder}/bundle/`, '').replaceAll(`${folder}/bundle`, '.');
    if (NETWORK.test(stderr)) {
        return {
            outcome: 'skipped',
            command,
            findings: [
                (0,findings_finding/* warning */.$e)('preflight-no-network', `The environment could not be tried out on this runner: ${(0,findings_text/* head */.d5)(reason, 8, 700)}`, 'Let the runner reach the package index, or set preflight: static.'),
            ],
        };
    }
    return {
        outcome: 'failed',
        command,
        findings: [
            (0,findings_finding/* error */.z3)('restore-failed', `The server could not install the locked packages: \`${requirements === undefined ? `uv ${sync.slice(0, 2).join(' ')}` : `uv pip install -r ${requirements}`}\` with Python ${python} fails.\n${(0,findings_text/* head */.d5)(reason)}`, 'Run the same command on your machine, correct what uv names, run `uv lock` and commit uv.lock.', { file: lock.shown, line: culprit(reason, lock) }),
        ],
    };
}
const METADATA = new Set(['pyproject.toml', 'uv.lock', '.python-version', 'uv.toml']);
const sync_packages = (lock) => {
    const list = lock.data.package;
    return Array.isArray(list) ? list : [];
};
/** Whether the lock has sources on disk that are built or installed: all local ones but `virtual`, and indexes in a folder. */
function hasLocalPackages(lock) {
    return sync_packages(lock).some((entry) => {
        const registry = at(entry, 'source', 'registry');
        const isFolder = typeof registry === 'string' && !registry.includes('://');
        return isFolder || ['editable', 'directory', 'path'].some((kind) => at(entry, 'source', kind) !== undefined);
    });
}
/** Whether uv is told to look for packages in a folder: it insists on that folder, needed or not. */
function hasLocalIndex(files) {
    return files.some((file) => (file.path === 'pyproject.toml' || file.path === 'uv.toml') && /\bfind-links\b/.test(readSource(file) ?? ''));
}
/** The line of the locked package that uv's message names, or the first line. */
function culprit(reason, lock) {
    const name = /`([A-Za-z0-9][A-Za-z0-9._-]*)(?:==|@| @|`)/.exec(reason)?.[1]?.toLowerCase();
    const index = sync_packages(lock).findIndex((entry) => at(entry, 'name') === name);
    return index < 0 ? 1 : lock.lineOf(`package.${index}.name`);
}

;// CONCATENATED MODULE: ./src/prepare/uv-cache.ts



/** The format of what is stored under a key. Raised when old entries must not be restored any more. */
const uv_cache_VERSION = 1;
/** Events whose runs may hold code of strangers, or publish: GitHub gives the first a read-only cache, setup-uv spares the second. */
const UNTRUSTED = new Set(['pull_request_target', 'workflow_run', 'issue_comment', 'release']);
/** Decides whether to cache uv's directory. Answers the cache or why there is none. */
function planUvCache({ choice, cacheDir, python, lock }, context) {
    if (choice === 'false')
        return 'the input cache is false';
    // setup-uv points uv to a folder of this name while it caches it.
    if (cacheDir && (0,external_node_path_.basename)(cacheDir) === 'setup-uv-cache')
        return 'setup-uv caches it already';
    if (choice === 'auto') {
        if (!context.hosted)
            return 'this runner keeps its own files between jobs';
        if (UNTRUSTED.has(context.event))
            return `runs for ${context.event} do not share caches`;
        if (context.ref.startsWith('refs/tags/'))
            return 'a cache saved for a tag is found by no later run';
    }
    const hash = (0,external_node_crypto_.createHash)('sha256').update(lock).digest('hex').slice(0, 32);
    // A comma is not allowed in a key.
    const parts = [uv_cache_VERSION, context.os, context.arch, libc(), `py${python}`, hash].map((part) => String(part).replace(/[^\w.+-]/g, '_'));
    return { dir: cacheDir || (0,external_node_path_.join)(context.temp, 'uv-deploy-uv-cache'), key: `uv-deploy-uv-${parts.join('-')}` };
}
/** glibc and musl take different wheels. */
function libc() {
    if (process.platform !== 'linux')
        return 'none';
    try {
        return /musl/.test((0,external_node_fs_.readFileSync)('/usr/bin/ldd', 'latin1')) ? 'musl' : 'glibc';
    }
    catch {
        return 'glibc';
    }
}

;// CONCATENATED MODULE: ./src/prepare/environment.ts







/**
 * Stage 3: has the plan finished by uv, and tries out what the server will do with the lock, or with the requirements made of it.
 * `folder` is empty, and for the copies and the environment.
 */
async function* tryEnvironment(checked, folder, run) {
    const { inputs, project, host, exec, environment, signal, context, journal } = run;
    const { plan, pin } = checked;
    const { lock } = project;
    const search = () => findUv(exec, project.dir, environment, signal);
    if (pin === undefined) {
        host.info('Nothing of it runs Python, so there is no environment to try out.');
        return yield* environment_finish(checked, undefined, run);
    }
    if (context.event === 'pull_request_target' && inputs.preflight !== 'static') {
        yield [environment_UNTRUSTED];
        return yield* environment_finish(checked, plan.finish && (await search()), run);
    }
    if (inputs.preflight === 'static' || lock === undefined) {
        host.info('Only the static checks: preflight is static.');
        return yield* environment_finish(checked, plan.finish && (await search()), run);
    }
    const uv = await search();
    if (uv === undefined) {
        const tried = yield* environment_finish(checked, uv, run);
        yield [asTold(NO_UV, inputs)];
        return tried;
    }
    journal.uv(uv.version);
    host.info(`uv ${uv.version}`);
    const tried = yield* environment_finish(checked, uv, run);
    if (tried.finished && tried.finished.requirements === undefined) {
        host.info('The server installs nothing, so there is no environment to try out.');
        return tried;
    }
    const noPython = await providePython(uv, pin.python, project.dir, project.pyproject);
    if (noPython) {
        yield [asTold(noPython, inputs)];
        return tried;
    }
    yield await compareLock({ uv, lock, python: pin.python, folder: (0,external_node_path_.join)(folder, 'lock') }, run);
    return { ...tried, ...(yield* install({ ...tried, plan, files: checked.files, uv, pin, lock, folder }, run)) };
}
const environment_UNTRUSTED = (0,findings_finding/* notice */.lm)('untrusted-head', "In pull_request_target the checkout may be a stranger's while the job holds secrets: nothing of it is run, only the static checks are made.", 'Set preflight: static to say so yourself, or use the event pull_request.');
const NO_UV = (0,findings_finding/* notice */.lm)('no-uv', 'uv is not on PATH, so the environment was not tried out before the deployment.', 'Add a step with astral-sh/setup-uv before this one.');
/** What this runner can't try out ends the run where it was asked for. */
const asTold = (finding, { preflight }) => preflight === 'auto' ? finding : { ...finding, level: 'error' };
async function* environment_finish({ plan, files }, uv, run) {
    const { project, exec, signal, journal } = run;
    const list = (dir) => listFiles(dir, project.shown, { exec, signal }).then((listing) => listing.files);
    const finished = await plan.finish?.(files, { uv, list });
    yield finished?.findings ?? [];
    journal.note(...(finished?.notes ?? []));
    return { uv, finished };
}
/** Whether the lock is what uv would write today. */
async function compareLock({ uv, lock, python, folder }, { project, exec, signal }) {
    const place = await lockPlace(project, lock, folder, { exec, signal });
    const stale = await sync_checkLock(uv, place, lock, python);
    if (stale === undefined)
        return [];
    // A build may need what no copy has, such as git's history; whether the server can do it is tried out below.
    const isUnsure = place !== project.dir && stale.code === 'lock-check-failed';
    return [isUnsure ? { ...stale, level: 'warning', code: 'lock-unchecked' } : stale];
}
/** Installs what the server will install, with uv's cache of earlier runs. */
async function* install(subject, run) {
    const { uv, pin, lock, plan, files, finished, folder } = subject;
    const { inputs, host, environment, signal, context, cache, journal, saveLater } = run;
    const choice = { choice: inputs.cache, cacheDir: environment.UV_CACHE_DIR, python: pin.python, lock: lock.text };
    const planned = planUvCache(choice, context);
    const uvCache = typeof planned === 'string' ? undefined : planned;
    const matched = uvCache && (await cache.restore(uvCache.dir, uvCache.key, true));
    if (uvCache) {
        journal.cache(matched !== undefined);
        host.info(matched ? `Restored the uv cache ${matched}.` : `No uv cache ${uvCache.key} yet.`);
    }
    else {
        host.info(`The uv cache is not kept: ${String(planned)}.`);
    }
    const { outcome, command, findings, places } = await preflight({
        ...{ uv, lock, signal },
        files: [...files, ...(finished?.added ?? [])],
        flags: plan.install.by === 'sync' ? plan.install.flags : [],
        requirements: finished?.requirements,
        python: pin.python,
        folder: (0,external_node_path_.join)(folder, 'preflight'),
        cacheDir: uvCache?.dir,
    });
    yield outcome === 'skipped' ? findings.map((finding) => asTold(finding, inputs)) : findings;
    if (outcome === 'passed') {
        host.info(`${command}: the environment installs.`);
        if (uvCache && matched === undefined)
            saveLater({ what: 'the uv cache', path: uvCache.dir, key: uvCache.key });
    }
    return { ...(places && { places }) };
}

;// CONCATENATED MODULE: ./src/bundle/gzip.ts


/** Input bytes a block. Fixed, so that the output does not depend on how many cores the machine has. */
const BLOCK = 256 * 1024;
/** How far back deflate looks: the end of a block is the dictionary of the next. */
const WINDOW = 32 * 1024;
const LEVEL = 6;
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
        // Given back now, not when the collector comes by: 200 MB that do not shrink would pile up 70 MB of garbage.
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

;// CONCATENATED MODULE: ./src/bundle/archive.ts
var archive_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var archive_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
            const file = archive_addDisposableResource(env_1, await (0,promises_.open)(path, 'w', 0o600), true);
            const archive = tar(files, (entry) => packed.push(entry), last);
            for await (const chunk of gzip(archive_hashed(archive, content))) {
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
            const result_1 = archive_disposeResources(env_1);
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
    for await (const _ of archive_hashed(tar(files, (entry) => packed.push(entry), last), content))
        signal.throwIfAborted();
    return { contentSha256: content.digest('hex'), files: packed };
}
async function* archive_hashed(input, hash) {
    for await (const chunk of input) {
        hash.update(chunk);
        yield chunk;
    }
}

;// CONCATENATED MODULE: ./src/prepare/pack.ts









const pack_LARGEST = 10;
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
        files: inOrder([...files, ...generated]),
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
    const largest = [...inOrder(packed)].sort((a, b) => b.size - a.size).slice(0, pack_LARGEST);
    pack_show(source, largest, host);
    const size = sizeOf(source);
    return { value: source, findings: size > plan.maxBundleSize ? [tooLarge(size, largest[0], plan)] : [] };
}
function pack_show(source, largest, { info, quoted }) {
    const { archive, packed, contentSha256 } = source;
    const size = `${(0,units/* bytes */.ee)(sizeOf(source))}${archive ? ' packed' : ''}`;
    info(`${packed.length} files, ${size}, sha256 ${archive?.sha256 ?? contentSha256}`);
    info(largest.length < packed.length ? 'The ten largest:' : 'Files:');
    for (const file of largest)
        quoted(`${(0,units/* bytes */.ee)(file.size).padStart(8)}  ${file.path}`);
}
/** Of what is delivered: the archive, else the files. */
const sizeOf = ({ archive, packed }) => archive?.size ?? totalSize(packed);
const tooLarge = (size, first, { maxBundleSize }) => (0,findings_finding/* error */.z3)('bundle-too-large', `The bundle has ${(0,units/* bytes */.ee)(size)}; the server takes ${(0,units/* bytes */.ee)(maxBundleSize)}. The largest file is ${first?.path} with ${(0,units/* bytes */.ee)(first?.size ?? 0)}.`, "Leave data out with 'exclude' and let the app fetch it.");
/** What was deployed, for platforms that have no manifest of their own. */
function lockManifest({ plan, pin, uv }, project, packed) {
    const [requirement] = pythonRequirements(project);
    return manifest({
        appmode: plan.manifest?.appmode ?? '',
        entrypoint: plan.entrypoint,
        python: pin?.python ?? '',
        requiresPython: requirement?.text ?? '',
        packageManager: { name: 'uv', version: uv?.version ?? '', packageFile: 'uv.lock' },
    }, packed);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./src/prepare/trial/port.ts

const HOST = '127.0.0.1';
/** A port of 127.0.0.1 that nobody listens on now. */
const freePort = () => new Promise((resolve, reject) => {
    const server = (0,external_node_net_.createServer)();
    server.once('error', reject);
    server.listen(0, HOST, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
});
/** Whether somebody listens on a port of 127.0.0.1. */
const connects = (port) => new Promise((resolve) => {
    const socket = (0,external_node_net_.connect)({ port, host: HOST });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
});

;// CONCATENATED MODULE: ./src/prepare/trial/addresses.ts

const addresses_TABLES = ['/proc/net/tcp', '/proc/net/tcp6'];
/** The state of a socket that listens, in these tables. */
const LISTEN = '0A';
/** Every TCP address a process group listens on, as Linux tells in /proc (proc_pid_net(5)); nothing on systems that have none. */
function listeningAddresses(group) {
    const pids = addresses_read('/proc/self/stat') === '' ? [] : (0,external_node_fs_.readdirSync)('/proc').filter((name) => /^\d+$/.test(name));
    // After the command's closing bracket: state, parent, process group.
    const inGroup = (pid) => Number(addresses_read(`/proc/${pid}/stat`).split(') ').pop()?.split(' ')[2]) === group;
    const sockets = new Set(pids.filter(inGroup).flatMap(socketsOf));
    return addresses_TABLES.flatMap((table) => addresses_read(table)
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , , state, , , , , , inode]) => state === LISTEN && sockets.has(`socket:[${inode}]`))
        .map(([, local = '']) => address(local)));
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
const addresses_read = (path) => unlessGone(() => (0,external_node_fs_.readFileSync)(path, 'utf8'), '');
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

;// CONCATENATED MODULE: ./src/prepare/trial/probe.ts



const POLL_MS = 100;
/** A program may listen on a port for its own use before it listens for us. */
const ELSEWHERE_MS = 8_000;
/** On the same machine an app that has not recovered by then will not. */
const HEALTH_MS = 30_000;
class Ended extends Error {
}
/** Waits until the program listens and all paths are healthy. Rejects only when `signal` says so. */
async function tryOut({ program, port, paths, limitMs, choosesPort }, { http, clock, signal, say }) {
    const end = clock.now() + limitMs;
    let elsewhereSince;
    while (!(await connects(port))) {
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
        ...{ url: `http://127.0.0.1:${port}`, paths, headers: {}, consoleUrl: '' },
        limitMs: Math.min(HEALTH_MS, Math.max(0, end - clock.now())),
    };
    try {
        const health = await checkHealth(target, { http, clock, say, signal: AbortSignal.any([signal, over.signal]) });
        if (health.finding)
            return { is: 'unhealthy', health };
    }
    catch (error) {
        const exit = program.exit();
        if (signal.aborted || exit === undefined)
            throw error;
        return { is: 'ended', exit };
    }
    return { is: 'healthy' };
}
/** Whether what listens on the port is reached from this machine alone. Nobody tells where there is no /proc. */
function isLocalOnly({ group }, port) {
    const own = listeningAddresses(group).filter((address) => address.port === port);
    return own.length > 0 && own.every(isLoopback);
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/ports/child.ts

const WINDOWS = process.platform === 'win32';
/**
 * Starts a program in a process group of its own, so that it can be stopped with all it has started. `env` is its whole environment.
 * What is left of the group ends with the program, and with this process.
 */
function startChild(file, args, options) {
    const child = (0,external_node_child_process_.spawn)(file, args, {
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
        (0,external_node_child_process_.spawnSync)('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
        return;
    }
    try {
        process.kill(-pid, signal);
    }
    catch {
        // the whole group has ended
    }
}

;// CONCATENATED MODULE: ./src/prepare/trial/process.ts


/** A cancelled step has 7.5 s before the runner sends the next signal. */
const GRACE_MS = 3_000;
const LOG_LIMIT = 200_000;
function startProgram([file, ...args], options) {
    const child = startChild(file, args, options);
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
            keep((0,findings_finding/* codeOf */.$N)(error) === 'ENOENT' ? `${file}: command not found\n` : `${error.message}\n`);
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
            stopGroup(child, 'SIGTERM');
            const timer = setTimeout(() => stopGroup(child, 'SIGKILL'), graceMs);
            await ended;
            clearTimeout(timer);
        },
    };
}

;// CONCATENATED MODULE: ./src/prepare/trial/process-env.ts



const process_env_WINDOWS = process.platform === 'win32';
/** The folder of a virtual environment's programs, and its interpreter. */
const binOf = (environment) => (0,external_node_path_.join)(environment, process_env_WINDOWS ? 'Scripts' : 'bin');
const pythonOf = (environment) => (0,external_node_path_.join)(binOf(environment), process_env_WINDOWS ? 'python.exe' : 'python');
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

;// CONCATENATED MODULE: ./src/prepare/trial/causes.ts


const variable = (name) => ({
    code: 'start-missing-variable',
    message: name
        ? `The app needs the variable ${(0,findings_text/* quote */.hD)(name)}, which is not set.`
        : 'The app needs variables that are not set.',
    remedy: "Set it on the platform, and give it to this step with the 'env' input.",
});
/** In this order: what a program says of itself goes before what its last exception is called. */
const ROWS = [
    ({ log, isLeftOut }) => {
        const name = /No module named '?([\w.]+)'?/.exec(lastMatching(log, /No module named/))?.[1];
        if (name === undefined)
            return undefined;
        const path = name.replaceAll('.', '/');
        const isOurs = isLeftOut(`${path}.py`) || isLeftOut(`${path}/__init__.py`);
        const { packages, isCertain } = bringersOf(name);
        return {
            code: 'start-missing-module',
            message: `The app needs the module '${(0,findings_text/* quote */.hD)(name)}', ${isOurs ? 'which is part of the project but left out of the bundle' : 'which is not installed'}.`,
            remedy: isOurs
                ? "Check .gitignore, and 'include' and 'exclude'."
                : `Run \`uv add ${isCertain ? packages[0] : 'PACKAGE'}\`${isCertain ? '' : ' with the package that brings it'}, and commit pyproject.toml and uv.lock.`,
        };
    },
    ({ log }) => /Address already in use|Port \d+ is (?:already )?in use|\bWinError 10048\b/i.test(log)
        ? {
            code: 'start-port-in-use',
            message: 'The app wants a port that is taken.',
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
    ({ traceback, isLeftOut }) => {
        const path = /^\[Errno 2\] No such file or directory: ['"](.+?)['"]/.exec(traceback?.message ?? '')?.[1];
        if (path === undefined)
            return undefined;
        const isOurs = isLeftOut(path);
        return {
            code: 'start-missing-file',
            message: `The app opens ${(0,findings_text/* quote */.hD)(path, 120)}, which ${isOurs ? 'is part of the project but left out of the bundle' : 'is not there'}.`,
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
                message: `The server does not find the app object ${(0,findings_text/* quote */.hD)(message, 80)}.`,
                remedy: "Name the app object 'app' in the entrypoint, or correct the entrypoint.",
            };
        }
        if (type === 'KeyError') {
            const isEnviron = frames.some(({ path, source }) => path === '<frozen os>' || /[\\/]os\.py$/.test(path) || /\benviron\b/.test(source));
            return isEnviron ? variable(/^['"](.+)['"]$/.exec(message)?.[1]) : undefined;
        }
        return undefined;
    },
    ({ traceback }) => {
        const { type = '', message = '', frames = [] } = traceback ?? {};
        const isSettings = /ValidationError$/.test(type) && frames.some(({ path }) => /pydantic_settings/.test(path));
        if (!isSettings || !/Field required/.test(message))
            return undefined;
        const names = [...message.matchAll(/^(\S+)\n\s+Field required/gm)].map(([, name = '']) => name.toUpperCase());
        return variable(names.join(', '));
    },
    ({ traceback }) => {
        const message = traceback?.message ?? '';
        const name = /Set the (\w+) environment variable/.exec(message)?.[1] ??
            /^(\w+) not found\. Declare it as envvar/.exec(message)?.[1] ??
            /Environment variable "(\w+)" not set/.exec(message)?.[1];
        return name === undefined ? undefined : variable(name);
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

;// CONCATENATED MODULE: ./src/prepare/trial/traceback.ts
const FRAME = /^\s*File "([^"\n]+)", line (\d+)(?:, in [^\n]*)?$/;
const EXCEPTION = /^([A-Za-z_][\w.]*)(?:: (.*))?$/;
const MESSAGE_LINES = 12;
/**
 * Reads the last traceback of a log, in the form in which Python prints it; also that of a file that can't be compiled, which has no
 * heading. Answers nothing when there is none.
 */
function lastTraceback(log) {
    const lines = log.split(/\r?\n/);
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
        if (line.trim() === '' || /^(?:INFO|ERROR|WARNING|DEBUG)\b|^Traceback|^\[/.test(line))
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

;// CONCATENATED MODULE: ./src/prepare/trial/verdict.ts








/** What is to be told of a program that was tried out: nothing, where it came up as it should. */
function judgeOutcome(outcome, program, port, subject) {
    const { plan, inputs } = subject;
    const raw = program.log();
    // Before it is taken apart; but a value may be a part of a path, which is looked for as it is.
    const log = (0,secrets/* redact */.E$)(raw);
    const traceback = lastTraceback(log);
    const where = verdict_placeOf(lastTraceback(raw), subject);
    const cause = causeOf({ log, traceback, isLeftOut: (path) => isLeftOut(path, subject) });
    const tell = ({ code, message, remedy }) => [(0,findings_finding/* error */.z3)(code, message, remedy, where)];
    const seconds = Math.round(inputs.healthCheckTimeoutMs / 1000);
    const raised = traceback && `${(0,findings_text/* quote */.hD)(traceback.type)}: ${(0,findings_text/* quote */.hD)(traceback.message, 200)}`;
    switch (outcome.is) {
        case 'healthy':
            return plan.start?.listens && isLocalOnly(program, port) ? [localOnly(port, plan)] : [];
        case 'ended': {
            const how = outcome.exit.signal
                ? `was ended by ${outcome.exit.signal}`
                : `ended with exit code ${outcome.exit.code}`;
            const message = `The ${plan.kind} does not start: it ${how}${raised ? `, with ${raised}` : ''}.`;
            const remedy = 'Start it on your machine with `uv run` from a fresh clone; the end of what it printed is in the log of this step.';
            return tell(cause ?? { code: 'start-crash', message, remedy });
        }
        case 'elsewhere': {
            const places = outcome.addresses.map((address) => `${address.host}:${address.port}`).join(' and ');
            return tell({
                code: 'start-localhost-only',
                message: `The app listens on ${places}, and not on the port that it was given in PORT (${port}).`,
                remedy: 'Listen on host 0.0.0.0 and on the port in the variable PORT.',
            });
        }
        case 'silent':
            return tell(cause ?? {
                code: 'start-timeout',
                message: `The ${plan.kind} ${plan.kind === 'task' ? 'was not loaded' : 'did not listen'} within ${seconds} s${raised ? `; the last exception was ${raised}` : ''}.`,
                remedy: "Do slow work after the start, or raise 'health-check-timeout'.",
            });
        case 'unhealthy': {
            const told = outcome.health.finding?.message ?? '';
            const message = `The app starts, but is not healthy. ${told}${raised ? `\nIts last exception: ${raised}` : ''}`;
            return tell(cause ?? {
                code: 'start-unhealthy',
                message,
                remedy: "Mend the route, or set 'health-check-path' to one that answers GET.",
            });
        }
        default:
            return outcome;
    }
}
const localOnly = (port, plan) => ({
    level: plan.start?.needsPublicHost ? 'error' : 'warning',
    code: 'start-localhost-only',
    message: `The app listens on port ${port} of 127.0.0.1, which only the machine itself reaches.`,
    remedy: 'Listen on host 0.0.0.0.',
});
/** The last line of the project that an exception passed through. */
function verdict_placeOf(traceback, subject) {
    for (const { path, line } of traceback?.frames.toReversed() ?? []) {
        const inside = insideOf(path, subject);
        const file = inside === undefined ? undefined : subject.files.find((one) => one.path === inside);
        if (file === undefined)
            continue;
        return {
            file: subject.project.shown(typeof file.source === 'string' ? file.source : (0,external_node_path_.join)(subject.project.dir, file.path)),
            line,
        };
    }
    return {};
}
/** A path that the program saw, as the bundle names it; nothing for what is not in it. */
function insideOf(path, { bundle }) {
    const inside = (0,external_node_path_.relative)(bundle, (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(bundle, path));
    return inside === '' || inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside) ? undefined : inside.split(external_node_path_.sep).join('/');
}
function isLeftOut(path, subject) {
    const inside = insideOf(path, subject);
    return (inside !== undefined &&
        !subject.files.some((file) => file.path === inside) &&
        (0,external_node_fs_.existsSync)((0,external_node_path_.join)(subject.project.dir, inside)));
}

;// CONCATENATED MODULE: ./src/prepare/trial/trial.ts













const trial_HOST = '127.0.0.1';
const LOG_LINES = 40;
/**
 * Starts the app on this machine as the platform would, in a copy of its bundle, and asks its health paths; of a task, only its file
 * and its imports are tried. What would fail on the server fails here, with the line of the project that failed.
 */
async function tryStart(given, uv, deps) {
    const { plan, files, inputs, folder, environment } = given;
    const { host, signal } = deps;
    const file = plan.start?.file.endsWith('.py') ? plan.start.file : undefined;
    if (plan.launch === undefined || (plan.kind === 'task' && file === undefined)) {
        return [untried(`How ${(0,findings_text/* quote */.hD)(plan.contentType)} is started can't be tried out on a runner`)];
    }
    await copyFiles(files, given.bundle, signal);
    const { launchPackages = [] } = plan;
    if (launchPackages.length > 0) {
        const install = ['pip', 'install', '--python', environment, ...launchPackages];
        const { exitCode, stderr } = await uv.run(install, { cwd: given.bundle });
        if (exitCode !== 0) {
            const what = `${launchPackages.join(' and ')}, with which the server starts it, can't be installed here`;
            return [untried(`The start was not tried out: ${what} (${(0,findings_text/* head */.d5)(uvReason(stderr), 3, 300)})`)];
        }
    }
    // The program sees real paths.
    const bundle = await (0,promises_.realpath)(given.bundle);
    const subject = { ...given, bundle };
    const python = pythonOf(environment);
    const port = await freePort();
    const launch = plan.kind === 'task' && file
        ? { command: tryTask(python, file), env: {} }
        : plan.launch({ python, host: trial_HOST, port });
    const env = {
        ...(await surroundings(environment, folder, inputs.env, deps.environment)),
        ...(plan.kind === 'app' && { PORT: String(port) }),
        ...launch.env,
    };
    const program = startProgram(launch.command, { cwd: bundle, env });
    let findings;
    try {
        const outcome = plan.kind === 'task'
            ? await awaitEnd(program, inputs.healthCheckTimeoutMs, deps)
            : await tryApp(program, port, subject, deps);
        findings = judgeOutcome(outcome, program, port, subject);
        if (findings.length === 0) {
            host.info(plan.kind === 'task' ? `${file} and what it imports load.` : 'The app starts and is healthy on this runner.');
        }
    }
    finally {
        await program.stop();
    }
    if (findings.some(({ level }) => level === 'error')) {
        host.info('The end of what the app has printed:');
        host.quoted((0,findings_text/* tail */.RT)(trial_logOf(program, subject) || '(nothing)', LOG_LINES, 6000));
    }
    return findings;
}
const untried = (why) => (0,findings_finding/* notice */.lm)('start-untried', `${why}; its environment was.`, 'Set preflight: sync to say so yourself.');
const tryApp = (program, port, { inputs, plan }, deps) => tryOut({
    ...{ program, port, paths: plan.healthPaths, limitMs: inputs.healthCheckTimeoutMs },
    choosesPort: plan.start?.listens ?? false,
}, { ...deps, say: deps.host.info });
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
const trial_logOf = (program, { bundle, environment }) => (0,secrets/* redact */.E$)(program.log()).replaceAll(`${bundle}${external_node_path_.sep}`, '').replaceAll(environment, '.venv');

;// CONCATENATED MODULE: ./src/prepare/prepare.ts








/**
 * Stages 2 to 5: checks the project, tries its environment out, and packs it. Nothing is sent anywhere.
 * Throws a `Failure` with every error found; what is wrong with `known`, such as the credential, is told with the others.
 */
async function prepare(run, known) {
    const { project, journal, host, stage } = run;
    const folder = await makeFolder(run);
    const gate = createGate(run);
    const { given, checked } = await stage('Check', async () => {
        const [given, checked] = gate.open(both(known, await checkProject(run)));
        const { pin } = checked;
        if (pin)
            host.info(`Python ${pin.python} (${project.shown(project.pin?.path ?? '')}) fits requires-python.`);
        return { given, checked };
    });
    const { plan, pin, files } = checked;
    journal.plan(plan);
    if (pin)
        journal.python(pin.python);
    const { uv, finished } = await stage('Python environment', () => gate.follow(prepare_tryOut(checked, folder, run)));
    const packing = { plan, pin, files: withAdded(files, finished), uv, finished, folder };
    const source = await stage('Bundle', async () => gate.open(await pack(packing, run)));
    return { plan, source, given };
}
const makeFolder = ({ context }) => (0,promises_.mkdtemp)((0,external_node_path_.join)(context.temp, 'uv-deploy-')).catch((cause) => {
    throw (0,findings_finding/* failure */.V2)('no-temp', `Nothing can be written to the runner's temporary folder: ${(0,findings_finding/* messageOf */.bD)(cause)}.`, 'Check that RUNNER_TEMP names a folder in which this job may write, with room left.', { cause });
});
/** The environment, what was unsure before there was one, and the start of the app in it. */
async function* prepare_tryOut(checked, folder, run) {
    const tried = yield* tryEnvironment(checked, folder, run);
    const { uv, finished, places } = tried;
    yield checked.sources.settle(places?.environment);
    const { inputs, project } = run;
    if (inputs.preflight === 'start' && places && uv) {
        const files = withAdded(checked.files, finished);
        const subject = { inputs, project, plan: checked.plan, files, ...places, folder: (0,external_node_path_.join)(folder, 'start') };
        yield await tryStart(subject, uv, run);
    }
    return tried;
}
/** What was generated stands for a file of the same path. */
const withAdded = (files, finished) => [
    ...new Map([...files, ...(finished?.added ?? [])].map((file) => [file.path, file])).values(),
];

;// CONCATENATED MODULE: ./src/modes/access.ts



/**
 * Where to deploy to and with which credential: the inputs, else the platform's own variables. The token is empty when the platform
 * trusts GitHub and the job may show who it is: `signOn` gets one then.
 * Without a value and without findings, no credential is given at all.
 */
function readAccess({ platform, inputs, environment, host }) {
    const { credentials } = platform;
    const fallback = (name) => (name === undefined ? '' : (environment[name] ?? '').trim());
    const token = inputs.token || fallback(credentials.token);
    const secret = inputs.secret || fallback(credentials.secret?.env);
    for (const value of [token, secret])
        if (value !== '')
            host.mask(value);
    if (token === '' && (platform.signIn === undefined || jobIdentity(environment) === undefined))
        return { findings: [] };
    const isBroken = (value) => /[\u0000-\u001f\u007f]/.test(value);
    if (isBroken(token) || isBroken(secret)) {
        const name = isBroken(token) ? credentials.token : credentials.secret?.env;
        const message = `${name} holds a line break or another control character.`;
        return { findings: [(0,findings_finding/* error */.z3)('invalid-input', message, 'Store the secret again as one line.')] };
    }
    if (token !== '' && secret === '' && credentials.secret?.isRequired)
        return { findings: [noSecret(platform)] };
    const { value: server, findings } = serverOf(platform, inputs, environment);
    if (findings.length > 0)
        return { findings };
    return server === undefined
        ? { findings: [noServer(platform, token)] }
        : { value: { server, token, secret }, findings };
}
/** The same for a run that needs a credential: without a value, a finding says why. */
function requireAccess(run, read = readAccess(run)) {
    return isWithout(read) ? { findings: [noToken(run.platform)] } : read;
}
/** Whether no credential was given at all. */
const isWithout = ({ value, findings }) => value === undefined && findings.length === 0;
const noSecret = ({ name, credentials }) => (0,findings_finding/* error */.z3)('no-secret', `${name} takes a token together with its secret only, and there is no secret.`, `Set the input 'secret' as well, such as secret: \${{ secrets.${credentials.secret?.env} }}.`);
const noServer = ({ credentials }, token) => (0,findings_finding/* error */.z3)('no-server', token === '' ? 'There is no server to deploy to.' : 'There is a token, but no server to deploy to.', `Set the input 'server', or the variable ${credentials.server}, to the server's URL.`);
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
async function access_locate(access, { platform, http, clock, signal, host }) {
    const say = (line) => host.info(line);
    const server = await platform.locate?.(access.server, { http, clock, signal, say });
    return server === undefined || server === access.server ? access : { ...access, server };
}
/** The access with the server's own address and a token: where there is none, the platform gives a short-lived one for the identity of the workflow. */
async function signOn(given, run) {
    const { platform, environment, host, stage } = run;
    const access = await access_locate(given, run);
    const identity = jobIdentity(environment);
    if (access.token !== '' || platform.signIn === undefined || identity === undefined)
        return access;
    const { mask } = host;
    mask(identity.token);
    const signIn = platform.signIn.bind(platform);
    const token = await stage('Sign in', () => signIn(access.server, { ...gatewayDeps(run), mask, identity }));
    return { ...access, token };
}
/** That a run which needs a credential has none. */
const noToken = ({ name, credentials, signIn }) => (0,findings_finding/* error */.z3)('no-token', `There is no credential for ${name}.`, `Set the input 'token' to a secret, such as token: \${{ secrets.${credentials.token} }}.${signIn ? ' Or give the job permissions: id-token: write, and let the server trust the workflow.' : ''} Without one, use mode: check.`);
/** The world as a platform sees it. No single request takes longer than the whole deployment may. */
const gatewayDeps = ({ inputs, http, clock, signal, host, context, journal, report }) => ({
    http: (request) => http({ limitMs: Math.min(http_http/* REQUEST_LIMIT_MS */.zA, inputs.timeoutMs), ...request }),
    ...{ clock, signal, timeoutMs: inputs.timeoutMs },
    say: (line) => host.info(line),
    quoted: (text) => host.quoted(text),
    ...{ report, created: journal.created },
    origin: {
        repository: context.runUrl.replace(/\/actions\/runs\/.*$/, ''),
        branch: context.branch,
        commit: context.pullRequest?.sha || context.sha,
        run: context.runUrl,
    },
});
/** The URL without a trailing slash, query and fragment. */
function serverUrl(text) {
    const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
    // What is no URL may hold a password as well: it is not quoted then.
    if (url ? url.username !== '' || url.password !== '' : text.includes('@')) {
        const remedy = "Take it out of the URL: credentials belong into 'token'.";
        return { findings: [(0,findings_finding/* error */.z3)('invalid-server', 'The server URL holds a user name or password.', remedy)] };
    }
    if (url === undefined) {
        const message = `The server '${(0,findings_text/* quote */.hD)(text)}' is not an http(s) URL.`;
        return { findings: [(0,findings_finding/* error */.z3)('invalid-server', message, 'Give a URL such as https://ricochet.example.com.')] };
    }
    return { value: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), findings: [] };
}

;// CONCATENATED MODULE: ./src/modes/check.ts


/** Everything short of the upload. Needs no credential; one that is given is tried. */
async function check(run) {
    const { host, stage } = run;
    const { value: given, findings } = readAccess(run);
    const { plan } = await prepare(run, { value: true, findings });
    if (given) {
        const access = await signOn(given, run);
        await stage('Credential', async () => {
            await (await plan.open(access, gatewayDeps(run))).verify();
            host.info(`${access.server} accepts the ${run.platform.words.credential}.`);
        });
    }
    return 'checked';
}

// EXTERNAL MODULE: ./src/report/github/announcement.ts + 7 modules
var announcement = __webpack_require__(2760);
// EXTERNAL MODULE: ./src/report/github/aside.ts
var aside = __webpack_require__(7160);
;// CONCATENATED MODULE: ./src/bundle/changes.ts
/** What deploying `after` changes of `before`. */
function changes_difference(before, after) {
    const has = (record, path) => Object.hasOwn(record.files, path);
    const now = Object.keys(after.files).sort();
    return {
        added: now.filter((path) => !has(before, path)),
        changed: now.filter((path) => has(before, path) && before.files[path] !== after.files[path]),
        removed: Object.keys(before.files)
            .filter((path) => !has(after, path))
            .sort(),
        sizeBefore: before.size,
    };
}

;// CONCATENATED MODULE: ./src/modes/release/production-files.ts





/**
 * Keeps, in the Actions cache, which files production holds, so that a preview can tell what it changes. Runs of pull requests
 * can read what the main branch saved. Only for show: nothing is decided by it.
 */
function productionFiles(server, app, { cache, context, saveLater }) {
    const target = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([server, app]))
        .digest('hex')
        .slice(0, 32);
    const key = `uv-deploy-production-1-${target}`;
    // The toolkit finds an entry only under the path it was saved from.
    const folder = (0,external_node_path_.join)(context.temp, 'uv-deploy-production');
    const path = (0,external_node_path_.join)(folder, 'files.json');
    return {
        remember: async (source, deploymentId) => {
            await (0,promises_.mkdir)(folder, { recursive: true });
            await (0,promises_.writeFile)(path, JSON.stringify(recordOf(source)));
            saveLater({ what: 'the list of deployed files', path: folder, key: `${key}-${deploymentId}` });
        },
        /** `undefined` when production was never deployed from a branch whose cache this run may read. */
        compare: async (source) => {
            if ((await cache.restore(folder, key, false)) === undefined)
                return undefined;
            const before = readRecord(await (0,promises_.readFile)(path, 'utf8').catch(() => ''));
            return before && changes_difference(before, recordOf(source));
        },
    };
}
const recordOf = ({ archive, packed }) => ({
    size: archive?.size ?? totalSize(packed),
    files: Object.fromEntries(packed.map(({ path, md5 }) => [path, md5])),
});
function readRecord(text) {
    try {
        const { size, files } = JSON.parse(text);
        const isWhole = typeof size === 'number' &&
            typeof files === 'object' &&
            files !== null &&
            Object.values(files).every((md5) => typeof md5 === 'string');
        return isWhole ? { size, files: files } : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/modes/release/known-release.ts



/** One for each content and target. Variables go in as an HMAC under the token, so that a key tells nobody their values. */
function knownRelease({ source, env, item, access }, { cache, context, saveLater }) {
    const target = (0,external_node_crypto_.createHash)('sha256').update(`${access.server} ${item.id}`).digest('hex').slice(0, 16);
    const variables = (0,external_node_crypto_.createHmac)('sha256', access.token)
        .update(JSON.stringify(env.map(({ name, value }) => [name, value]).sort()))
        .digest('hex');
    const content = (0,external_node_crypto_.createHash)('sha256').update(`${source.contentSha256} ${variables}`).digest('hex').slice(0, 32);
    const key = `uv-deploy-release-1-${target}-${content}`;
    // The toolkit finds an entry only under the path it was saved from.
    const path = (0,external_node_path_.join)(context.temp, 'uv-deploy-release');
    return {
        recall: async () => {
            const matched = await cache.restore(path, key, false);
            const id = matched?.slice(key.length + 1);
            return id === undefined || id === '' ? undefined : id;
        },
        remember: async (deploymentId) => {
            await (0,promises_.mkdir)(path, { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'id'), deploymentId);
            saveLater({ what: 'the release', path, key: `${key}-${deploymentId}` });
        },
    };
}

;// CONCATENATED MODULE: ./src/modes/release/wait.ts


const wait_FIRST_PAUSE_MS = 500;
const wait_LONGEST_PAUSE_MS = 5_000;
/** What an honest server needs for an answer, however little time is left. */
const LEAST_ASK_MS = 1_000;
/** How often the log says that it is still waiting. */
const STILL_MS = 30_000;
/** How long the server may be out of reach in one go: what was begun there goes on meanwhile. */
const OUTAGE_MS = 60_000;
/** The server gets this long to take back what a release has brought along: a cancelled step has 7 s in all. */
const LEAVE_MS = 4_000;
/** What people search for, spelt out. */
const wait_CODES = {
    deployment: {
        failed: { code: 'deployment-failed' },
        timeout: { code: 'deployment-timeout' },
        unknown: { code: 'deployment-unknown' },
    },
    run: {
        failed: { code: 'run-failed' },
        timeout: { code: 'run-timeout' },
        unknown: { code: 'run-unknown' },
    },
};
/**
 * Follows a deployment to its end. Returns when it is live; throws when it failed, or when `limitMs` has passed, in which case
 * it may still succeed on the server.
 */
async function follow(release, gateway, limitMs, deps) {
    await waitFor({
        noun: 'deployment',
        id: release.id,
        logUrl: release.logUrl,
        ask: (withinMs) => gateway.progress(release, withinMs),
        leave: async () => (await wait_leave(release, gateway)) ?? { told: 'It goes on, on the server.', findings: [] },
    }, limitMs, deps);
}
/** Gives up a release that nobody follows any more; `undefined` where it goes on without. */
const wait_leave = async (release, gateway) => gateway.cancel?.(release, AbortSignal.timeout(LEAVE_MS));
/**
 * Asks until the course has ended well, and answers how. Throws `<noun>-failed` when it ended badly, `<noun>-timeout` when
 * `limitMs` has passed, and `<noun>-unknown` when the server can't be asked any more.
 */
async function waitFor(course, limitMs, { clock, signal, say }) {
    const { noun, id, logUrl } = course;
    const begun = clock.now();
    let pause = wait_FIRST_PAUSE_MS;
    let told = begun;
    let lost;
    for (;;) {
        try {
            const progress = await course.ask(Math.max(LEAST_ASK_MS, begun + limitMs - clock.now()));
            if (isFailed(progress))
                throw wait_failed(course, progress);
            if (!isRunning(progress))
                return progress;
            lost = undefined;
        }
        catch (error) {
            if (!(error instanceof findings_finding/* Failure */.HR) || !isOutage(error))
                throw error;
            lost ??= clock.now();
            if (clock.now() - lost >= OUTAGE_MS)
                throw unknownEnd(course, error);
            say(`No status: ${(0,findings_finding/* messageOf */.bD)(error)} Asking again.`);
        }
        const now = clock.now();
        if (now - begun >= limitMs) {
            const left = await course.leave();
            const timeout = (0,findings_finding/* error */.z3)(wait_CODES[noun].timeout.code, `The ${noun} ${id} is not finished after ${(0,units/* duration */.p0)(limitMs)}. ${left.told}`, `Look at ${logUrl}, or raise 'timeout'.`);
            throw new findings_finding/* Failure */.HR([timeout, ...left.findings], { timedOut: true });
        }
        if (now - told >= STILL_MS) {
            say(`Still waiting after ${(0,units/* duration */.p0)(now - begun)}.`);
            told = now;
        }
        await clock.sleep(Math.min(pause, Math.max(1, begun + limitMs - now)), signal);
        pause = Math.min(pause * 1.5, wait_LONGEST_PAUSE_MS);
    }
}
const isFailed = (progress) => progress.state === 'failed';
const isRunning = (progress) => progress.state === 'starting' || progress.state === 'running';
const isOutage = (error) => error.findings.every(({ code }) => ['server-unreachable', 'server-error', 'rate-limited'].includes(code));
const wait_failed = ({ noun, id, logUrl }, { message, details, remedy }) => (0,findings_finding/* failure */.V2)(wait_CODES[noun].failed.code, `${message} (${noun} ${id}).${details ? `\n${details}` : ''}`, `${remedy} (${logUrl})`);
const unknownEnd = ({ noun, id, logUrl }, cause) => (0,findings_finding/* failure */.V2)(wait_CODES[noun].unknown.code, `The server can't be asked any more how ${noun} ${id} went: ${cause.message}`, `Look at ${logUrl}. The ${noun} may have succeeded.`, { cause });

;// CONCATENATED MODULE: ./src/modes/release/rollback.ts



/** For a platform that can't go back, told before anything is deployed. */
const noRollback = (0,findings_finding/* warning */.$e)('no-rollback', 'This platform has no way back to an earlier release: rollback: true has no effect.', "Leave out 'rollback'; to go back, deploy the earlier commit.");
/**
 * Puts the release back that was live before one that turned out unhealthy, and says which one is live now. The run fails all the
 * same: what goes wrong here is told, and never hides why.
 */
async function rollBack(failed, { plan, gateway }, run) {
    const { releases } = gateway;
    if (releases === undefined)
        return;
    const { inputs, journal, host, http, clock, signal, stage, report } = run;
    const say = (line) => host.info(line);
    const tell = (code, message, remedy) => {
        journal.note(message);
        report([(0,findings_finding/* warning */.$e)(code, message, remedy)]);
    };
    const again = 'Correct what the checks name, and run the job again.';
    try {
        await stage('Roll back', async () => {
            const previous = await releases.previous(failed);
            if (previous === undefined) {
                tell('nothing-to-put-back', `Release ${failed.id} is the first one and stays live: there is none before it.`, again);
                return;
            }
            say(`Putting release ${previous} back.`);
            const release = await releases.activate(failed.item, previous);
            await follow(release, gateway, inputs.timeoutMs, { clock, signal, say });
            report((await releases.revert?.()) ?? []);
            const { item } = release;
            const { finding } = await checkHealth({
                ...{ url: item.url, consoleUrl: item.consoleUrl, paths: plan.healthPaths },
                ...{ limitMs: inputs.healthCheckTimeoutMs, headers: await gateway.probeHeaders(item) },
            }, { http, clock, signal, say });
            const well = finding ? `, but it is not healthy either: ${finding.message.split('\n')[0]}` : ', and healthy.';
            tell('rolled-back', `Release ${previous}, the one before ${failed.id}, is live again${well}`, again);
        });
    }
    catch (error) {
        if (!(error instanceof findings_finding/* Failure */.HR))
            throw error;
        report(error.findings);
        tell('not-rolled-back', `Release ${failed.id} could not be replaced by the one before it; look which one is live.`, `See ${failed.item.consoleUrl}.`);
    }
}
/** Only what the app itself answers is a reason to go back: what somebody else has made live since is theirs. */
const isUnhealthy = (error) => error instanceof findings_finding/* Failure */.HR && error.findings.some(({ code }) => code === 'unhealthy');

;// CONCATENATED MODULE: ./src/modes/release/rollout.ts








/**
 * Brings a bundle live on the item the gateway was opened for: found or created, deployed, followed, healthy.
 * What it learns goes into `run.journal`; it throws when the release is not live and well.
 */
async function rollOut(rollout, run) {
    const { plan, gateway } = rollout;
    const { inputs, stage, report } = run;
    if (inputs.rollback && gateway.releases === undefined)
        report([noRollback]);
    const outcome = await stage('Deploy', () => deploy(rollout, run));
    if (!inputs.wait && outcome.release)
        createGate(run).pass([notFollowed(outcome.release)]);
    else if (plan.kind === 'app')
        await proveHealth(outcome, rollout, run);
    return outcome.status;
}
async function deploy(rollout, run) {
    const { source, gateway, access } = rollout;
    const { inputs, journal, host } = run;
    const say = (line) => host.info(line);
    await gateway.verify();
    say(`${access.server} accepts the ${run.platform.words.credential}.`);
    const item = await gateway.find();
    say(item
        ? `Found '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).`
        : `There is no '${(0,findings_text/* quote */.hD)(gateway.name)}' yet; it will be created.`);
    if (item)
        journal.item(item);
    const held = item && !inputs.force ? await findHeld(item, rollout, run) : undefined;
    if (held) {
        journal.release({ id: held.id });
        journal.item(held.item);
        say(`Deployment ${held.id} holds this very bundle: nothing to do. (force: true deploys it again.)`);
        return { status: 'unchanged', item: held.item, release: undefined };
    }
    if (source.archive)
        say(`Uploading ${(0,units/* bytes */.ee)(source.archive.size)}.`);
    journal.uploading(access.server);
    const release = await gateway.deploy(source, inputs.env, item);
    journal.release(release);
    journal.item(release.item);
    say(`The server has taken it: deployment ${release.id}. ${release.logUrl}`);
    return { status: 'deployed', item: inputs.wait ? await settle(release, rollout, run) : release.item, release };
}
/** Waits until the release is live, and applies the settings that come after it. Answers the item as it is then. */
async function settle(release, { source, gateway, access }, run) {
    const { inputs, journal, host, clock, signal, report } = run;
    const say = (line) => host.info(line);
    await follow(release, gateway, inputs.timeoutMs, { clock, signal, say }).catch(async (error) => {
        const left = error instanceof findings_finding/* Cancelled */.cJ ? await wait_leave(release, gateway) : undefined;
        if (left)
            journal.left(left.told);
        report(left?.findings ?? []);
        throw error;
    });
    say('The server has installed it.');
    await knownRelease({ source, env: inputs.env, item: release.item, access }, run).remember(release.id);
    const { item, changes } = await gateway.applySettings(release);
    for (const change of changes)
        say(`Updated ${change}`);
    journal.note(...changes.map((change) => `Updated ${change}`));
    journal.item(item);
    return item;
}
const notFollowed = ({ logUrl }) => (0,findings_finding/* warning */.$e)('not-followed', 'The server has taken the bundle; whether it goes live was not waited for.', `See ${logUrl}, or leave out wait: false.`);
/** The live release, when it is this bundle with these variables: as the platform tells, which knows no values, or as is remembered. */
async function findHeld(item, { source, gateway, access }, run) {
    const { env } = run.inputs;
    const told = await gateway.unchanged?.(item, source, env);
    if (told)
        return told;
    const id = await knownRelease({ source, env, item, access }, run).recall();
    return id !== undefined && id === (await gateway.currentRelease(item)) ? { id, item } : undefined;
}
/** Probes the app, and where it is unhealthy says what the platform knows of it, and goes back where that was asked for. */
async function proveHealth(outcome, rollout, run) {
    try {
        await run.stage('Health', () => health(outcome, rollout, run));
    }
    catch (error) {
        if (isUnhealthy(error)) {
            const words = await rollout.gateway.explain?.(outcome.item);
            if (words)
                run.host.quoted(words);
            if (outcome.release && run.inputs.rollback)
                await rollBack(outcome.release, rollout, run);
        }
        throw error;
    }
}
/** How often it is asked whether the new release has taken over from the old one, once the paths are healthy. */
const TAKEOVER_PAUSE_MS = 2_000;
/** Probes the app until it is healthy, and until what answers is the new release. */
async function health({ item, release }, { plan, gateway }, run) {
    const { inputs, platform, journal, host, http, clock, signal } = run;
    const end = clock.now() + inputs.healthCheckTimeoutMs;
    if (item.url === '') {
        const message = 'The app has no domain, so its paths could not be asked.';
        host.info(message);
        journal.note(message);
        return;
    }
    const headers = await gateway.probeHeaders(item);
    const probe = async () => {
        const { url, consoleUrl } = item;
        const limitMs = Math.max(0, end - clock.now());
        const { results, finding } = await checkHealth({ url, paths: plan.healthPaths, limitMs, headers, consoleUrl, privateApp: platform.words.privateApp }, { http, clock, signal, say: (line) => host.info(line) });
        journal.health(results);
        if (finding)
            throw new findings_finding/* Failure */.HR([finding]);
    };
    await probe();
    if (release === undefined)
        return;
    let serves = await gateway.isServing(release);
    while (serves === false && clock.now() < end) {
        host.info('The paths are healthy, but the release before still answers; waiting for the new one.');
        await clock.sleep(TAKEOVER_PAUSE_MS, signal);
        await probe();
        serves = await gateway.isServing(release);
    }
    if (serves === false) {
        throw (0,findings_finding/* failure */.V2)('old-release-answers', `The paths are healthy, but what answers is still the release before ${release.id}.`, `Stop the old instances at ${item.consoleUrl}, and run the job again.`);
    }
    if (serves === undefined)
        journal.note('The app answers; the server does not tell which release does.');
}

;// CONCATENATED MODULE: ./src/modes/deploy.ts






/** From the checkout to a healthy URL. What it learns goes into `run.journal`; it throws when the release is not live and well. */
async function deploy_deploy(run) {
    const { inputs, platform, journal, report } = run;
    const { given, plan, source } = await prepare(run, requireAccess(run));
    const access = await signOn(given, run);
    const gateway = await plan.open(access, gatewayDeps(run));
    const github = inputs.githubDeployment ? await (0,aside/* aside */.H)(report, async () => (0,announcement/* openGitHub */.o6)(inputs, run)) : undefined;
    const subject = { name: plan.name, platform: platform.name, server: access.server };
    return (0,announcement/* announced */.yb)(subject, github, run, async () => {
        const status = await rollOut({ plan, source, gateway, access }, run);
        const { deploymentId } = journal.entries;
        if (status === 'deployed' && deploymentId) {
            await productionFiles(access.server, plan.name, run).remember(source, deploymentId);
        }
        return status;
    });
}

;// CONCATENATED MODULE: ./src/report/run-log.ts


/** How much of a log is shown while it grows, and of its end when it is longer than that; in characters. */
const SHOWN_LIVE = 200_000;
const SHOWN_END = 50_000;
/** The log of a run, printed as it grows: every line once, and of a very long log its beginning and its end. */
function createRunLog({ quoted, info }, logUrl) {
    let shown = 0;
    let known = '';
    let isFull = false;
    return {
        /** Whether nothing more is shown before the end. */
        isFull: () => isFull,
        /** Takes all there is so far, and prints the lines that are new and whole. */
        grow: (text) => {
            if (text.length > known.length)
                known = text;
            // What comes at once may be any length, too.
            const isLong = text.length > SHOWN_LIVE;
            const end = text.lastIndexOf('\n', SHOWN_LIVE) + 1;
            if (end > shown)
                quoted(text.slice(shown, end - 1));
            shown = Math.max(shown, end);
            isFull ||= isLong;
            if (isFull)
                info('The log is long: only its end is shown from here on, when the run is over.');
        },
        /** Takes the log of a run that is over, and prints what is left of it. One that is cut off has more than is shown here. */
        finish: (text) => {
            known = text;
            const unread = text.slice(shown);
            // Where the server has dropped the beginning, this may begin anywhere in a line.
            const isAligned = shown === 0 || text[shown - 1] === '\n';
            const rest = (0,findings_text/* plain */.pj)(isAligned ? unread : (0,secrets/* withoutEdge */.i7)(unread, 'start')).trimEnd();
            shown = text.length;
            if (rest.length > SHOWN_END) {
                info(`A part of the log is left out here; it is on the server: ${logUrl}`);
                quoted(rest.slice(rest.indexOf('\n', rest.length - SHOWN_END) + 1).slice(-SHOWN_END));
            }
            else if (rest !== '')
                quoted(rest);
        },
        /** The last lines of what is known. */
        end: (lines, limit) => (0,findings_text/* tail */.RT)(known, lines, limit),
    };
}

;// CONCATENATED MODULE: ./src/modes/invoke.ts







/** The server gets this long to stop a run: a cancelled step has 7 s in all. */
const STOP_MS = 4_000;
/** How much of the log's end is told, in lines and characters: in the error, and in the summary. */
const IN_ERROR = [10, 1_500];
const IN_SUMMARY = [40, 5_000];
/** Starts a task that is on the server, and follows its run. Throws when the task fails; nothing is deployed. */
async function invoke(run) {
    const { inputs, project, platform, journal, host, stage, signal } = run;
    const { identity: found, findings } = await platform.identify(project, inputs);
    const [given, identity] = createGate(run).open(both(requireAccess(run), { value: found, findings }));
    const say = (line) => host.info(line);
    const access = await signOn(given, run);
    const connection = platform.open(identity, access, gatewayDeps(run));
    const { tasks } = connection;
    if (!tasks) {
        throw (0,findings_finding/* failure */.V2)('no-tasks', `${platform.name} has no tasks to invoke.`, 'Use mode: deploy, or another platform.');
    }
    await stage('Run', async () => {
        await connection.verify();
        say(`${access.server} accepts the ${platform.words.credential}.`);
        const item = await find(connection, identity, access.server);
        say(`Found '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).`);
        journal.name(item.name);
        journal.item(item);
        const names = Object.keys(inputs.params ?? {});
        journal.params(names);
        if (names.length > 0)
            say(`Parameters: ${names.map((name) => (0,findings_text/* quote */.hD)(name)).join(', ')}.`);
        journal.left(`The start of the task was under way: look at ${item.consoleUrl} whether it runs.`);
        const invocation = await tasks.start(item, inputs.params).finally(() => {
            if (!signal.aborted)
                journal.left('');
        });
        journal.left(`Run ${invocation.id} goes on, on the server: ${invocation.logUrl}`);
        journal.invocation(invocation);
        say(`The task was started: run ${invocation.id}. ${invocation.logUrl}`);
        if (inputs.wait)
            await followRun(invocation, tasks, inputs.timeoutMs, run);
        else
            invoke_notFollowed(invocation, run);
    });
    return 'invoked';
}
async function find(connection, { id, name }, server) {
    const item = await connection.find();
    if (item)
        return item;
    throw (0,findings_finding/* failure */.V2)('no-item', `There is no '${(0,findings_text/* quote */.hD)(name || id)}' on ${server} to invoke.`, "Deploy it first with mode: deploy, or correct 'id' or 'name'.");
}
/** Follows a run to its end and prints what it prints. A run that is given up is stopped on the server. */
async function followRun(run, tasks, limitMs, deps) {
    const { journal, host, clock, signal } = deps;
    const begun = clock.now();
    const log = createRunLog(host, run.logUrl);
    const ask = async (withinMs) => {
        const progress = await tasks.progress(run, withinMs);
        if (progress.state === 'untold')
            return progress;
        if (progress.state === 'running') {
            if (!log.isFull())
                log.grow((await tasks.log(run, false)) ?? '');
            return progress;
        }
        log.finish((await tasks.log(run, true)) ?? '');
        const end = log.end(...IN_ERROR);
        return progress.state === 'failed' && end !== '' ? { ...progress, details: end } : progress;
    };
    const told = () => journal.ran(clock.now() - begun, log.end(...IN_SUMMARY));
    const course = {
        noun: 'run',
        ...run,
        ask,
        leave: async () => ({ told: await stop(run, tasks), findings: [] }),
    };
    try {
        const { state } = await waitFor(course, limitMs, { clock, signal, say: (line) => host.info(line) });
        if (state === 'untold')
            return untold(run, deps);
        host.info(`The task has succeeded, after ${(0,units/* duration */.p0)(clock.now() - begun)}.`);
        told();
    }
    catch (error) {
        told();
        if (error instanceof findings_finding/* Cancelled */.cJ)
            journal.left(await stop(run, tasks));
        throw error;
    }
}
/** Stops a run, also when the step itself is cancelled by now. Answers what became of it. */
async function stop(run, tasks) {
    const within = AbortSignal.timeout(STOP_MS);
    try {
        await tasks.stop(run, within);
        return `Run ${run.id} was stopped on the server.`;
    }
    catch (error) {
        const why = within.aborted ? 'the server did not answer in time.' : (0,findings_finding/* messageOf */.bD)(error);
        return `Run ${run.id} could not be stopped and goes on, on the server (${run.logUrl}): ${why}`;
    }
}
const untold = ({ logUrl }, { report }) => report([
    (0,findings_finding/* warning */.$e)('run-not-followed', 'The task was started; this server does not tell how its runs go, so its end was not waited for.', `See ${logUrl}, or have the server updated.`),
]);
const invoke_notFollowed = ({ logUrl }, { report }) => report([
    (0,findings_finding/* warning */.$e)('not-followed', 'The task was started; whether it succeeds was not waited for.', `See ${logUrl}, or leave out wait: false.`),
]);

;// CONCATENATED MODULE: ./src/modes/mode.ts


const PULL_REQUESTS = ['pull_request', 'pull_request_target'];
/** The events that deploy a branch or a tag. */
const DEPLOYING = ['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'];
/** What happens to a release that was published long ago: its old code must not replace what is live. */
const AFTERWARDS = ['edited', 'unpublished', 'deleted'];
const [mode_BRANCH, TAG] = ['refs/heads/', 'refs/tags/'];
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
    const branch = on.ref.startsWith(mode_BRANCH) ? on.ref.slice(mode_BRANCH.length) : on.ref;
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
    const marked = platformsOfFiles(project);
    const [only, ...others] = marked;
    if (only !== undefined && others.length === 0)
        return only;
    const answers = await Promise.all(platforms.map(async ({ sign, ...platform }) => {
        const { value: written, findings } = serverOf(platform, inputs, world.environment);
        if (findings.length > 0)
            throw new findings_finding/* Failure */.HR(findings);
        if (written === undefined || sign === undefined)
            return [];
        const { http, clock, signal, host } = world;
        const say = (line) => host.info(line);
        const server = (await platform.locate?.(written, { http, clock, signal, say })) ?? written;
        return [{ server, ...(await platform_choice_ask(server, sign, platform, world)) }];
    })).then((lists) => lists.flat());
    const [told, ...more] = answers.flatMap(({ as }) => as ?? []);
    if (told !== undefined && more.length === 0) {
        world.host.info(`The server answers as ${told}.`);
        return told;
    }
    throw platform_choice_unknown(marked, answers, project);
}
function platformsOfFiles(project) {
    const marked = [];
    for (const platform of platforms) {
        if (platform.markerFiles.some((mark) => project.read(mark) !== undefined))
            marked.push(platform.name);
    }
    return marked;
}
/** Asks once, and without the credential: it must not go to a server that is not known. */
async function platform_choice_ask(server, { path, fits }, { name }, { http, signal }) {
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
function platform_choice_unknown(marked, answers, project) {
    const servers = new Set(answers.map(({ server, says }) => `, and ${(0,findings_text/* quote */.hD)(server)} ${(0,findings_text/* quote */.hD)(says, 200)}`));
    const told = [...servers].join('');
    const [first, ...others] = platforms.map(({ name }) => name);
    const what = project.dir === project.checkout ? 'the project' : (0,findings_text/* quote */.hD)(project.shown(project.dir));
    return (0,findings_finding/* failure */.V2)('no-platform', marked.length === 0
        ? `Nothing says which platform ${what} is deployed to${told}.`
        : `The project has the files of several platforms (${marked.join(', ')})${told}.`, `Add \`platform: ${first}\` (or \`${others.join('`, `')}\`) under \`with:\` of this step.`);
}

;// CONCATENATED MODULE: ./src/modes/pull-request.ts

/** The pull request that is meant: the input's, else the event's. Throws when there is none. */
function whichPullRequest(inputs, context) {
    const number = inputs.pullRequest ?? context.pullRequest?.number;
    if (number !== undefined)
        return number;
    throw (0,findings_finding/* failure */.V2)('no-pull-request', `The event '${context.event}' has no pull request, so it is not known which preview is meant.`, "Set the input 'pull-request' to its number, or run this on pull_request.");
}
/**
 * Runs of forks and of Dependabot get no secrets from GitHub, and can't do anything about it: they are skipped, with a word why.
 * Answers whether this is one.
 */
function skipOutside({ context, report }) {
    if (context.event !== 'pull_request' || !context.pullRequest?.isOutside)
        return false;
    report([
        (0,findings_finding/* notice */.lm)('no-secrets', 'This pull request is from a fork or from Dependabot: GitHub gives its runs no secrets, so nothing was done.', 'Nothing has to be done. To see a preview, push the branch to this repository; for Dependabot, store the secret under Dependabot secrets as well.'),
    ]);
    return true;
}

;// CONCATENATED MODULE: ./src/modes/preview.ts








/** Deploys a pull request's own copy of the app, beside production, and tells the pull request where it is. */
async function preview(run) {
    const { inputs, project, platform, context, report } = run;
    const pullRequest = whichPullRequest(inputs, context);
    const read = readAccess(run);
    if (isWithout(read) && skipOutside(run))
        return 'skipped';
    // A missing credential is reported together with all other problems.
    const given = read.value ?? (await prepare(run, requireAccess(run, read))).given;
    const access = await access_locate(given, run); // comments are found by it
    const { identity } = await platform.identify(project, inputs);
    const github = await (0,aside/* aside */.H)(report, async () => (0,announcement/* openGitHub */.o6)(inputs, run));
    const subject = { name: identity?.name ?? '', platform: platform.name, server: access.server, pullRequest };
    return (0,announcement/* announced */.yb)(subject, github, run, () => make(pullRequest, access, github, run));
}
async function make(pullRequest, located, github, run) {
    const { inputs, host, journal, stage } = run;
    const { given, plan, source } = await prepare(run, { value: located, findings: [] });
    const production = productionFiles(given.server, plan.name, run);
    const changes = await stage('Compare with production', () => production.compare(source));
    if (changes)
        journal.changes(changes);
    const access = await signOn(given, run);
    const gateway = await plan.open(access, gatewayDeps(run), pullRequest);
    // What a preview had before is no better than what it has now.
    const status = await rollOut({ plan, source, gateway, access }, { ...run, inputs: { ...inputs, rollback: false } });
    if (github === undefined || (await isOpen(pullRequest, github, run)))
        return status;
    // The event of its closing may have been handled before there was anything to remove.
    return stage('Remove', async () => {
        host.info(`Pull request #${pullRequest} was closed meanwhile.`);
        for (const preview of (await gateway.previews?.list()) ?? []) {
            if (preview.pullRequest === pullRequest)
                await gateway.previews?.remove(preview);
        }
        return 'removed';
    });
}
/** Only a pull request that is surely closed loses its preview. */
async function isOpen(pullRequest, github, { host }) {
    try {
        return (await github.pullRequest(pullRequest))?.state !== 'closed';
    }
    catch (error) {
        if (error instanceof findings_finding/* Cancelled */.cJ)
            throw error;
        host.info(`Whether pull request #${pullRequest} is still open can't be asked: ${(0,findings_finding/* messageOf */.bD)(error)}`);
        return true;
    }
}

;// CONCATENATED MODULE: ./src/modes/teardown.ts







/** Removes the preview of a pull request; without a number, the previews of all pull requests that are not open. */
async function teardown(run) {
    const { inputs, project, platform, host, context, journal, report, stage } = run;
    const say = (line) => host.info(line);
    const read = readAccess(run);
    if (isWithout(read) && skipOutside(run))
        return 'skipped';
    const gate = createGate(run);
    const given = gate.open(requireAccess(run, read));
    const { identity: found, findings } = await platform.identify(project, inputs);
    const identity = gate.open({ value: found, findings });
    const { name } = identity;
    journal.name(name);
    const access = await signOn(given, run);
    const connection = platform.open(identity, access, gatewayDeps(run));
    const { previews } = connection;
    if (previews === undefined)
        throw noPreviews(platform);
    const github = await (0,aside/* aside */.H)(report, async () => (0,announcement/* openGitHub */.o6)(inputs, run));
    const asked = inputs.pullRequest ?? context.pullRequest?.number;
    await stage('Remove', async () => {
        await connection.verify();
        const isDoomed = asked === undefined ? await areClosed(github, run) : (number) => number === asked;
        const doomed = (await previews.list()).filter(({ pullRequest }) => isDoomed(pullRequest));
        if (doomed.length === 0) {
            say(asked === undefined ? 'No previews to remove.' : `Pull request #${asked} has no preview: nothing to remove.`);
        }
        const gone = [];
        for (const [index, preview] of doomed.entries()) {
            journal.removing(preview.item);
            journal.left(whatIsGone(gone, doomed.slice(index)));
            const wasThere = await previews.remove(preview);
            if (wasThere)
                journal.note(`Removed ${preview.item.name} (${preview.item.id}).`);
            gone.push(preview);
        }
        if (gone.length > 0)
            journal.left(whatIsGone(gone, []));
        const told = new Set([...doomed.map(({ pullRequest }) => pullRequest), ...(asked === undefined ? [] : [asked])]);
        for (const pullRequest of github ? told : []) {
            const preview = doomed.find((one) => one.pullRequest === pullRequest);
            if (preview)
                journal.removing(preview.item);
            const subject = { name, platform: platform.name, server: access.server, pullRequest };
            if (github)
                await (0,announcement/* withdraw */.ne)(subject, github, run);
        }
    });
    return 'removed';
}
/** Which pull requests are over. Asked before anything is removed: without a whole list, every preview might be one too many. */
async function areClosed(github, { context }) {
    if (github === undefined) {
        throw (0,findings_finding/* failure */.V2)('no-github-token', "Which pull requests are open can't be asked without a token for GitHub, so nothing was removed.", "Leave out 'github-token', so that the job's own is used, or give 'pull-request' the number of the one whose preview is to go.");
    }
    const open = new Set(await github.openPullRequests());
    return (pullRequest) => !open.has(pullRequest) && pullRequest !== context.pullRequest?.number;
}
/** For a run that ends in the middle. */
function whatIsGone(gone, [underway, ...others]) {
    const label = ({ item, release }) => `'${(0,findings_text/* quote */.hD)(item.name)}' (${release ? `bundle ${release}` : item.id})`;
    return [
        ...(gone.length > 0 ? [`Removed: ${gone.map(label).join(', ')}.`] : []),
        ...(underway ? [`The removal of ${label(underway)} was under way: look whether it is still there.`] : []),
        ...(others.length > 0 ? [`Still there: ${others.map(label).join(', ')}.`] : []),
    ].join(' ');
}
const noPreviews = ({ name }) => (0,findings_finding/* failure */.V2)('no-previews', `uv-deploy can't remove previews from ${name}.`, 'Remove it on the server.');

;// CONCATENATED MODULE: ./src/modes/run.ts













/** Reads what is asked for, and does it. Throws `Failure` or `Cancelled`; what was learnt until then is in `deps.journal`. */
async function run_run(deps) {
    const { context, environment, journal, host, report, stage } = deps;
    const raw = (0,inputs_raw/* readInputs */.Ko)(environment);
    const { mode, notice } = chooseMode(modeInputs(raw), context);
    if (mode === 'skipped') {
        // What was deleted can't be checked out: nothing of the project is read.
        report(notice ? [notice] : []);
        return 'skipped';
    }
    const { inputs, project, platform } = await stage('Read', async () => {
        const app = await chooseApp(context.workspace, raw);
        const project = withFindings(await readProject(context.workspace, app.directory), app.findings);
        const layers = layersOf(app, project);
        const chosen = parseInputs(layerSettings(raw, layers).raw, environment, host.mask);
        const platform = platformNamed(await choosePlatform(chosen, project, deps));
        const { raw: layered, ...settings } = layerSettings(raw, layers, platform);
        const inputs = { ...parseInputs(layered, environment, host.mask), ...settings };
        host.info(`Project: ${project.shown(project.dir)}`);
        host.info(`Platform: ${platform.name}`);
        return { inputs, project, platform };
    });
    report(notice ? [notice] : []);
    journal.asked({ platform: platform.name, mode, directory: project.shown(project.dir) });
    const asked = { ...deps, inputs, project, platform };
    switch (mode) {
        case 'check':
            return check(asked);
        case 'deploy':
            return deploy_deploy(asked);
        case 'invoke':
            return invoke(asked);
        case 'preview':
            return preview(asked);
        case 'teardown':
            return teardown(asked);
        default:
            return mode;
    }
}
/** The project with what was found before it, unless it was found again. */
const withFindings = (project, earlier) => {
    const isNew = ({ file }) => project.findings.every((finding) => finding.file !== file);
    return { ...project, findings: [...project.findings, ...earlier.filter(isNew)] };
};

;// CONCATENATED MODULE: ./src/modes/step.ts









/** Runs the step and reports it, whatever happens. Answers the exit code. Reporting never changes the verdict. */
async function step(world) {
    const { host, clock, cache } = world;
    const journal = createJournal();
    const { entries } = journal;
    const savings = [];
    const reported = new Set();
    const report = (findings) => {
        const fresh = findings.filter((finding) => !reported.has(finding));
        for (const finding of withinReason(fresh, MOST_FINDINGS - entries.findings.length)) {
            reported.add(finding);
            const shown = (0,findings_finding/* fitting */._Q)(finding, findings_text/* plain */.pj);
            journal.finding(shown);
            host.annotate(shown);
        }
    };
    const deps = {
        ...world,
        ...{ journal, report },
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
        status = await Promise.race([run_run(deps), world.broken]);
    }
    catch (error) {
        status = error instanceof findings_finding/* Failure */.HR && error.timedOut ? 'timed-out' : 'failed';
        report(error instanceof findings_finding/* Failure */.HR ? error.findings : [unexpected(error, entries)]);
        host.debug(error instanceof Error ? `${error.stack}\n${(0,findings_finding/* messageOf */.bD)(error.cause ?? '')}` : String(error));
    }
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
    return (0,findings_finding/* error */.z3)('unexpected', `Something went wrong that uv-deploy did not foresee: ${(0,findings_finding/* messageOf */.bD)(thrown)}`, 'Run the job again with debug logging, and report it with the log.');
}
function whatIsLeft({ deploymentId, logUrl, consoleUrl, uploadingTo, left }) {
    if (left)
        return left;
    if (deploymentId)
        return `Deployment ${deploymentId} goes on, on the server: ${logUrl ?? consoleUrl}`;
    if (uploadingTo)
        return `The upload was under way: look on ${uploadingTo} whether it has a new deployment.`;
    return 'Nothing was left running on the server.';
}


/***/ })

};
