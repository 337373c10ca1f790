export const id = 896;
export const ids = [896,231];
export const modules = {

/***/ 2231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ copyFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



/**
 * Lays the bundle's files out in `folder` as the server would find them. Copies, not links: a build that writes into its
 * sources must not reach the project.
 */
async function copyFiles(files, folder, signal) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const made = new Set([folder]);
    for (const file of files) {
        signal.throwIfAborted();
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file.path);
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target);
        if (!made.has(parent)) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true });
            made.add(parent);
        }
        if (typeof file.source !== 'string')
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(target, file.source);
        else
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(file.source, target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(target, file.executable ? 0o755 : 0o644);
    }
}


/***/ }),

/***/ 2896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  tryEnvironment: () => (/* binding */ tryEnvironment)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/ports/child-env.ts
var child_env = __webpack_require__(2064);
;// CONCATENATED MODULE: ./src/ports/docker.ts

/** How docker reaches its daemon and registries (https://docs.docker.com/reference/cli/docker/, "environment variables"). */
const REACH = (0,child_env/* variableNames */.zo)('DOCKER_\\w+ BUILDX_\\w+ BUILDKIT_\\w+ (?:HTTPS?|ALL|NO)_PROXY SSH_AUTH_SOCK');
/** Answers docker when it is on PATH and its daemon runs Linux containers. `cwd` is not the checkout. */
async function findDocker(exec, cwd, environment, signal) {
    // Not every docker has the option `--progress`; the variable does no harm where nothing reads it.
    const env = { ...(0,child_env/* childEnvironment */.Qc)(environment, REACH), BUILDKIT_PROGRESS: 'plain' };
    const run = (args, own = signal) => exec('docker', args, { cwd, env, signal: own });
    try {
        const { exitCode, stdout } = await run(['version', '--format', '{{.Server.Os}}']);
        return exitCode === 0 && stdout.trim() === 'linux' ? { env, run } : undefined;
    }
    catch (error) {
        if (signal.aborted)
            throw error;
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/ports/git.ts
var git = __webpack_require__(4220);
// EXTERNAL MODULE: ./src/ports/uv.ts
var ports_uv = __webpack_require__(7129);
// EXTERNAL MODULE: ./src/project/lock/consistency.ts
var consistency = __webpack_require__(7185);
// EXTERNAL MODULE: ./src/project/lock/presence.ts
var presence = __webpack_require__(2131);
// EXTERNAL MODULE: ./src/prepare/finish.ts
var finish = __webpack_require__(6196);
// EXTERNAL MODULE: ./src/bundle/copy.ts
var copy = __webpack_require__(2231);
// EXTERNAL MODULE: ./src/bundle/listing.ts
var listing = __webpack_require__(5080);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/lock/packages.ts
var lock_packages = __webpack_require__(556);
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
    const { files } = await (0,listing/* listFiles */.C)(root, project.shown, deps);
    const own = { path: 'uv.lock', source: lock.path, size: Buffer.byteLength(lock.text), executable: false };
    await (0,copy/* copyFiles */.B)([...files, own], folder, deps.signal);
    // A build may ask git for the version, which no lock holds: any will do.
    if (members.some(isDynamic))
        await (0,git/* commitAll */.fi)(folder, deps);
    return (0,external_node_path_.join)(folder, (0,external_node_path_.relative)(root, project.dir));
}
/** Whether uv has to ask the build backend what the project is. */
function isDynamic(file) {
    const dynamic = (0,values/* strings */.P$)((0,json.at)(file.data, 'project', 'dynamic'));
    return ['version', 'dependencies', 'optional-dependencies'].some((key) => dynamic.includes(key));
}
/** The folders of the packages that the lock takes from disk, relative to its own. */
const localSources = (lock) => (0,lock_packages/* lockedPackages */.aJ)(lock).flatMap(({ source }) => source && ['editable', 'directory', 'virtual'].includes(source.kind) ? [source.at] : []);

// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/packaging/specifiers.ts
var packaging_specifiers = __webpack_require__(8568);
// EXTERNAL MODULE: ./src/project/packaging/versions.ts
var versions = __webpack_require__(6724);
// EXTERNAL MODULE: ./src/project/pin/python-fit.ts
var python_fit = __webpack_require__(9921);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/ports/attempt.ts
var attempt = __webpack_require__(2861);
// EXTERNAL MODULE: ./src/project/packaging/requirement-file.ts
var requirement_file = __webpack_require__(53);
;// CONCATENATED MODULE: ./src/prepare/passed-over.ts




/**
 * Takes the packages that the server does not install out of the requirements files of a folder, in which they are rewritten. Answers
 * the requirements of those that it has already.
 */
function takeOut(folder, requirements, { provided, prohibited }) {
    const names = new Set([...provided, ...prohibited]);
    const taken = [];
    if (names.size === 0)
        return taken;
    const read = (path) => {
        const bytes = (0,attempt/* attempt */.C)(() => (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, path)));
        return bytes && (0,requirement_file/* decodeRequirements */.F7)(bytes);
    };
    for (const { path, lines } of (0,requirement_file/* requirementsIn */.mV)(requirements, read)) {
        const isOut = (one) => one.is === 'requirement' && names.has(one.name);
        taken.push(...lines.flatMap((one) => (one.is === 'requirement' && provided.includes(one.name) ? [one.text] : [])));
        if (!lines.some(isOut))
            continue;
        const kept = lines.filter((one) => !isOut(one)).map(({ text }) => `${text}\n`);
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, path), kept.join(''));
    }
    return taken;
}

;// CONCATENATED MODULE: ./src/prepare/sync.ts











/**
 * Makes sure this runner has a Python as it is pinned and required, installing it as `uv sync` on a developer's machine would.
 * Answers what to ask uv for; or a finding when it can't be had, or when uv does nothing at all for the project.
 */
async function providePython(uv, wanted) {
    const { cwd, pyproject, requires = [] } = wanted;
    const minor = /^3\.\d+$/.test(wanted.python) ? wanted.python : undefined;
    // Without `--system`, uv would run the Python of a virtual environment that is in the checkout.
    const find = ['python', 'find', '--system', '--no-project', '--no-python-downloads', '--show-version'];
    const pinned = await uv.run([...find, wanted.python], { cwd });
    const specifiers = (0,packaging_specifiers/* parseSpecifiers */.$h)(requires.join(','));
    const version = (0,versions/* parseVersion */.ot)(pinned.stdout.trim());
    // The server takes the newest patch release it has; an older one may be all that this runner has.
    const isOld = minor && version && !(0,packaging_specifiers/* isRefused */.H0)(specifiers) && !(0,packaging_specifiers/* contains */.gR)(specifiers, version);
    if (pinned.exitCode === 0 && !isOld)
        return wanted.python;
    const python = isOld ? `==${minor}.*,${requires.join(',')}` : wanted.python;
    const found = isOld ? await uv.run([...find, python], { cwd }) : pinned;
    if (found.exitCode === 0)
        return python;
    if (/Required uv version/.test(found.stderr))
        return refusedUv(uv, (0,ports_uv/* uvReason */.en)(found.stderr), pyproject);
    const installed = await uv.run(['python', 'install', python], { cwd });
    if (installed.exitCode === 0)
        return python;
    const release = /^(3\.\d+)\.\d+$/.exec(wanted.python)?.[1];
    if (release && /No download found/.test(installed.stderr))
        return unknownRelease(uv, wanted.python, release);
    const suggested = isOld ? (0,python_fit/* suggestVersion */.b)(specifiers, Number(minor.slice(2))) : python;
    return (0,finding/* warning */.$e)('preflight-no-python', `Python ${python} is not on this runner and could not be installed, so the installation was not tested: ${(0,findings_text/* head */.d5)((0,ports_uv/* uvReason */.en)(installed.stderr), 3, 300)}`, `Add \`- run: uv python install ${suggested}\` before this step.`);
}
/** A release that does not exist, or that is newer than uv. */
const unknownRelease = ({ version }, python, minor) => (0,finding/* warning */.$e)('preflight-no-python', `Python ${python} is not on this runner and uv ${version} knows no such release, so the installation was not tested.`, `Run \`uv python pin ${minor}\` and commit .python-version, or use a newer uv if the release is new.`);
/** `required-version` stands in pyproject.toml or in a uv.toml. */
function refusedUv({ version }, reason, pyproject) {
    const isHere = (0,json.at)(pyproject?.data, 'tool', 'uv', 'required-version') !== undefined;
    return (0,finding/* warning */.$e)('required-uv', `uv ${version} refuses this project, so the installation was not tested: ${(0,findings_text/* head */.d5)(reason, 1, 300)}`, 'Widen required-version under [tool.uv], or give both setup-uv and the server a uv that fits.', isHere ? { file: pyproject?.shown, line: pyproject?.lineOf('tool.uv.required-version') } : {});
}
/**
 * `uv lock --check` in `dir`, which is the project's, with the pinned Python: whether the lock is what `uv lock` would write today. Any
 * `.python-version` or `.python-versions` there could name a program of the checkout.
 */
async function checkLock(uv, dir, lock, python) {
    const { exitCode, stderr } = await uv.run(['lock', '--check', '--no-python-downloads', '--python', python], {
        cwd: dir,
    });
    if (exitCode === 0)
        return undefined;
    const reason = (0,ports_uv/* uvReason */.en)(stderr);
    const place = { file: lock.shown, line: 1 };
    if (/needs to be updated/.test(stderr)) {
        const changed = /^(?:Resolving despite|Ignoring) existing lockfile due to (change in .*|addition of .*|removal of .*)$/m.exec(stderr)?.[1];
        if (changed !== undefined && /exclude|resolution|pre-?release|fork/i.test(changed))
            return otherSettings(lock, changed);
        const other = [...uv.ownSettings].find(([, text]) => !isKnownTo(lock, text));
        if (other)
            return incomparable(lock, other[0]);
        const message = `${lock.shown} does not match pyproject.toml.`;
        return (0,finding/* error */.z3)('lock-stale', message, 'Run `uv lock` and commit uv.lock.', place);
    }
    const shown = (0,findings_text/* ends */.rW)(reason, 12, 900);
    if (isNetworkTrouble(stderr) || NO_PYTHON.test(stderr)) {
        const remedy = 'Run `uv lock --check` where the package index can be reached.';
        return (0,finding/* warning */.$e)('lock-unchecked', `\`uv lock --check\` could not run here: ${shown}`, remedy, place);
    }
    const remedy = 'Fix what uv reports, run `uv lock` and commit the result.';
    return (0,finding/* error */.z3)('lock-check-failed', `\`uv lock --check\` failed: ${shown}`, remedy, place);
}
/** Whether the lock was made with the indexes that a setting names. */
function isKnownTo(lock, setting) {
    const urls = (setting.match(/https?:\/\/[^\s"',\]]+/g) ?? []).map((url) => url.replace(/\/\/[^/@]*@/, '//'));
    return urls.length > 0 && urls.every((url) => lock.text.includes(`"${url}"`));
}
const incomparable = (lock, setting) => (0,finding/* warning */.$e)('lock-unchecked', `${lock.shown} could not be compared with pyproject.toml: ${setting} gives uv another package index here than the lock was made with.`, `Run \`uv lock --check\` without ${setting}.`, { file: lock.shown, line: 1 });
/** What chooses among versions is no matter of the server, which installs what is there. */
const otherSettings = (lock, changed) => (0,finding/* warning */.$e)('lock-options', `${lock.shown} was made with other settings than the project has: ${(0,findings_text/* quote */.hD)(changed, 200)}. A server that runs \`uv sync --locked\` refuses it.`, 'Write the setting under [tool.uv] in pyproject.toml, or run `uv lock`; commit both files.', { file: lock.shown, line: lock.lineOf('options') });
const UNREACHABLE = /Failed to fetch|error sending request|dns error|Connection refused|timed out|tls handshake|Could not connect/i;
/** An answer of the index's server that is the same for everybody: what the lock names is not there. */
const GONE = /HTTP status client error \((?:404|410)\b/;
/** From here on, uv quotes what a build has printed, which may be about anything. */
const OF_BUILD = /\n\s*\[std(?:err|out)\]\n|The build backend returned an error/;
/** Whether uv says that this runner could not reach something. */
const isNetworkTrouble = (stderr) => {
    const [own = ''] = stderr.split(OF_BUILD, 1);
    return UNREACHABLE.test(own) && !GONE.test(own);
};
const NO_PYTHON = /No interpreter found|No download found|Failed to inspect Python interpreter/i;
/**
 * Restores the environment in a copy of the bundle with the server's own command and flags: what fails there fails here. A server that installs from requirements
 * does the same as `uv pip install` into a fresh environment.
 */
async function preflight(subject) {
    const { uv, python, lock, files, flags, older, requirements, passedOver, folder, cacheDir, signal } = subject;
    // Without local packages nothing is built, and uv reads only these.
    const isWhole = hasLocalIndex(files) || (requirements === undefined && (hasLocalPackages(lock) || files.some(sync_isDynamic)));
    // A requirements file may name others.
    const isRead = ({ path }) => METADATA.has(path.slice(path.lastIndexOf('/') + 1)) ||
        path === requirements ||
        (requirements !== undefined && /\.(?:txt|in|lock)$/.test(path));
    await (0,copy/* copyFiles */.B)(isWhole ? files : files.filter(isRead), `${folder}/bundle`, signal);
    await subject.prepare?.(`${folder}/bundle`);
    const provided = requirements && passedOver ? takeOut(`${folder}/bundle`, requirements, passedOver) : [];
    const environment = `${folder}/environment`;
    const run = (args) => uv.run(args, {
        cwd: `${folder}/bundle`,
        env: { UV_PROJECT_ENVIRONMENT: environment, ...(cacheDir && { UV_CACHE_DIR: cacheDir }) },
        signal,
    });
    let sync = ['sync', ...flags, '--python', python];
    const venv = ['venv', '--no-project', '--no-python-downloads', '--python', python, environment];
    const install = ['pip', 'install', '--python', environment, '--requirements', requirements ?? ''];
    let result = await run(requirements === undefined ? sync : venv);
    if (requirements !== undefined && result.exitCode === 0)
        result = await run(install);
    const refusal = result.exitCode !== 0 && older ? (0,ports_uv/* uvReason */.en)(result.stderr) : undefined;
    if (older && refusal !== undefined) {
        sync = ['sync', ...older, '--python', python];
        result = await run(sync);
    }
    const { exitCode, stderr } = result;
    const command = requirements === undefined
        ? `uv ${sync.join(' ')}`
        : `uv pip install --requirements ${requirements} (Python ${python})`;
    if (exitCode === 0) {
        const findings = refusal !== undefined && (await subject.isFresh) ? [refused(lock, refusal)] : [];
        // Where the server's own packages can't be had, the environment is not what the server has: nothing is started in it.
        const extra = provided.length === 0 || (await run([...install.slice(0, 4), ...provided])).exitCode === 0;
        const places = { environment, bundle: `${folder}/bundle` };
        return { outcome: 'passed', command, findings, ...(extra && { places }) };
    }
    const reason = (0,ports_uv/* uvReason */.en)(stderr).replaceAll(`${folder}/bundle/`, '').replaceAll(`${folder}/bundle`, '.');
    if (isNetworkTrouble(stderr)) {
        const message = `The installation could not be tested on this runner: ${(0,findings_text/* head */.d5)(reason, 8, 700)}`;
        const remedy = 'Give the runner access to the package index, or set preflight: static.';
        return { outcome: 'skipped', command, findings: [(0,finding/* warning */.$e)('preflight-no-network', message, remedy)] };
    }
    const short = requirements === undefined ? `uv ${sync.slice(0, 2).join(' ')}` : `uv pip install -r ${requirements}`;
    const message = `The server could not install the locked packages: \`${short}\` with Python ${python} fails.\n${(0,findings_text/* ends */.rW)(reason)}`;
    const remedy = 'Run the same command on your machine, fix what uv reports, run `uv lock` and commit uv.lock.';
    const place = { file: lock.shown, line: culprit(reason, lock) };
    return { outcome: 'failed', command, findings: [(0,finding/* error */.z3)('restore-failed', message, remedy, place)] };
}
/** What the checkout has and the bundle has not may be all that uv compares the lock with. */
const refused = (lock, reason) => (0,finding/* warning */.$e)('lock-refused', `Newer servers refuse ${lock.shown} in this bundle (\`uv sync --locked\`), though it fits the checkout: ${(0,findings_text/* ends */.rW)(reason, 6, 500)}`, "Check what .gitignore and 'exclude' leave out of what uv names.", { file: lock.shown, line: 1 });
const METADATA = new Set(['pyproject.toml', 'uv.lock', '.python-version', 'uv.toml']);
/** Whether the lock has sources on disk that are built or installed: all local ones but `virtual`, and indexes in a folder. */
const hasLocalPackages = (lock) => (0,lock_packages/* lockedPackages */.aJ)(lock).some(({ source }) => ['editable', 'directory', 'path'].includes(source?.kind ?? '') ||
    (source?.kind === 'registry' && !source.at.includes('://')));
/** Whether uv is told to look for packages in a folder: it insists on that folder, needed or not. */
function hasLocalIndex(files) {
    return files.some((file) => (file.path === 'pyproject.toml' || file.path === 'uv.toml') && /\bfind-links\b/.test((0,readable/* readSource */.o)(file) ?? ''));
}
/** Whether uv may have to ask a build backend what a project is, to compare the lock with it. */
const sync_isDynamic = (file) => /(?:^|\/)pyproject\.toml$/.test(file.path) && /^[ \t]*dynamic[ \t]*=/m.test((0,readable/* readSource */.o)(file) ?? '');
/** The line of the locked package that uv's message names, or the first line. */
function culprit(reason, lock) {
    const name = /`([A-Za-z0-9][A-Za-z0-9._-]*)(?:==|@| @|`)/.exec(reason)?.[1]?.toLowerCase();
    const named = (0,lock_packages/* lockedPackages */.aJ)(lock).find((one) => one.name === name);
    return named ? lock.lineOf(`${named.key}.name`) : 1;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/prepare/uv-cache.ts




/** The format of what is stored under a key. Raised when old entries must not be restored any more. */
const VERSION = 1;
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
    const parts = [VERSION, context.os, context.arch, libc(), `py${python}`, hash].map((part) => String(part).replace(/[^\w.+-]/g, '_'));
    return { dir: cacheDir || (0,external_node_path_.join)(context.temp, 'uv-deploy-uv-cache'), key: `uv-deploy-uv-${parts.join('-')}` };
}
/** glibc and musl take different wheels. */
function libc() {
    if (process.platform !== 'linux')
        return 'none';
    return /musl/.test((0,attempt/* attempt */.C)(() => (0,external_node_fs_.readFileSync)('/usr/bin/ldd', 'latin1')) ?? '') ? 'musl' : 'glibc';
}

;// CONCATENATED MODULE: ./src/prepare/environment.ts












/**
 * Stage 3: tries out what the server will do with the lock, or with the requirements made of it. `folder` is empty, and for the copies
 * and the environment.
 */
async function* tryEnvironment(checked, { uv, finished }, folder, run) {
    const { inputs, project, host } = run;
    const { plan, pin } = checked;
    const { lock } = project;
    if (inputs.preflight === 'image' && (plan.install.by !== 'image' || plan.install.run === undefined)) {
        yield [imageUntried(`${run.platform.name} builds no image from this project`)];
    }
    if (plan.install.by === 'image')
        return yield* tryImage(checked, plan.install, folder, run);
    if (pin === undefined) {
        host.info('Nothing here runs Python, so there is nothing to test.');
        return { uv };
    }
    if ((0,finish/* isUntrusted */.fb)(run)) {
        yield [environment_UNTRUSTED];
        return { uv };
    }
    if (lock === undefined) {
        host.info('There is no uv.lock, so there is nothing to install.');
        return { uv };
    }
    if (uv === undefined) {
        yield [asTold(NO_UV, inputs)];
        return { uv };
    }
    host.info(`uv ${uv.version}`);
    if (finished && finished.requirements === undefined) {
        host.info('The server installs nothing, so there is nothing to test.');
        return { uv };
    }
    const requires = [...new Set((0,presence/* pythonRequirements */.DQ)(project).map(({ text }) => text))];
    const { dir: cwd, pyproject } = project;
    const python = await providePython(uv, { python: pin.python, cwd, pyproject, requires });
    if (typeof python !== 'string') {
        yield [asTold(python, inputs)];
        return { uv };
    }
    const uvCache = await restoreCache({ ...pin, python }, lock, run);
    const subject = { plan, files: checked.files, finished, uv, python, lock, folder, uvCache };
    const places = yield* installAndCompare(subject, run);
    return { uv, ...(places && { places }) };
}
/** Installs and compares the lock at the same time: both take long. What is wrong with the lock is reported first, and ends the installation. */
async function* installAndCompare(subject, run) {
    const { uv, lock, python, folder } = subject;
    const stop = new AbortController();
    try {
        const comparing = compareLock({ uv, lock, python, folder: (0,external_node_path_.join)(folder, 'lock') }, run);
        const isFresh = comparing.then((compared) => compared.isFresh && isWhole(subject, run));
        const signal = AbortSignal.any([run.signal, stop.signal]);
        const installing = install({ ...subject, isFresh }, { ...run, signal });
        for (const under of [isFresh, installing])
            under.catch(() => { }); // heard below, if at all
        yield (await comparing).findings;
        const { findings, places } = await installing;
        yield findings;
        return places;
    }
    finally {
        stop.abort(new Error('The installation is not needed any more.'));
    }
}
/** Whether the bundle has every member of the workspace: one that is left out has been reported. */
const isWhole = ({ files }, { project }) => project.workspace.members.every(({ path }) => files.some(({ source }) => source === path));
/** The same for a platform that builds an image: its installation, and the lock where there is one. */
async function* tryImage(checked, { python, run: image, tryInstalls }, folder, run) {
    const { inputs, project, host, exec, environment, signal, context } = run;
    const tried = { uv: undefined };
    if ((0,finish/* isUntrusted */.fb)(run)) {
        yield [environment_UNTRUSTED];
        return tried;
    }
    const docker = inputs.preflight === 'image' && image ? await findDocker(exec, context.temp, environment, signal) : undefined;
    if (inputs.preflight === 'image' && image && docker === undefined) {
        yield [imageUntried('no docker with Linux containers runs on this runner')];
    }
    if (docker === undefined && (python === undefined || tryInstalls === undefined)) {
        host.info('Only the static checks: the packages are installed where the image is built.');
        return tried;
    }
    const uv = python === undefined ? undefined : yield* prepareUv(python, docker !== undefined, folder, run);
    if (docker && image) {
        const { plan } = checked;
        const { tryContainer } = await Promise.all(/* import() */[__webpack_require__.e(595), __webpack_require__.e(431)]).then(__webpack_require__.bind(__webpack_require__, 2431));
        yield await tryContainer({ image, plan, inputs, project, folder: (0,external_node_path_.join)(folder, 'image') }, docker, run);
        return tried;
    }
    if (uv === undefined || tryInstalls === undefined)
        return tried;
    const say = (line) => host.info(line);
    const { findings, environment: made } = await tryInstalls({
        uv,
        folder: (0,external_node_path_.join)(folder, 'image'),
        say,
        isNetworkTrouble: isNetworkTrouble,
    });
    yield findings;
    // The copy in which the app is started has what the image has.
    return { uv, ...(made && { places: { environment: made, bundle: (0,external_node_path_.join)(folder, 'started') } }) };
}
/** uv with the Python of the image, after the lock was compared. What is missing is only told where nothing else can try it out. */
async function* prepareUv(python, hasDocker, folder, run) {
    const { inputs, project, host, exec, environment, signal, journal } = run;
    const { lock, pyproject, dir } = project;
    const uv = await (0,ports_uv/* findUv */.d4)(exec, dir, environment, signal);
    const provided = uv === undefined ? NO_UV : await providePython(uv, { python, cwd: dir, pyproject });
    if (uv === undefined || typeof provided !== 'string') {
        yield typeof provided === 'string' || hasDocker ? [] : [asTold(provided, inputs)];
        return undefined;
    }
    journal.uv(uv.version);
    host.info(`uv ${uv.version}`);
    if (lock)
        yield (await compareLock({ uv, lock, python, folder: (0,external_node_path_.join)(folder, 'lock') }, run)).findings;
    return uv;
}
const imageUntried = (why) => (0,finding/* notice */.lm)('image-untried', `The image is not built before the deployment: ${why}. Running \`preflight: start\` instead.`, 'Use a runner with docker, such as ubuntu-latest, or set preflight: start to silence this.');
const environment_UNTRUSTED = (0,finding/* notice */.lm)('untrusted-head', "In pull_request_target the job has secrets, and the checkout may be a stranger's: nothing from it is run, and only the static checks are made.", 'Set preflight: static to silence this, or use the event pull_request.');
const NO_UV = (0,finding/* notice */.lm)('no-uv', 'uv is not on PATH, so the installation was not tested before the deployment.', 'Add a step with astral-sh/setup-uv before this one.');
/** What this runner can't try out ends the run where it was asked for. */
const asTold = (finding, { preflight }) => preflight === 'auto' ? finding : { ...finding, level: 'error' };
/** Whether the lock is what uv would write today. */
async function compareLock({ uv, lock, python, folder }, { project, exec, signal }) {
    const place = await lockPlace(project, lock, folder, { exec, signal });
    const stale = await checkLock(uv, place, lock, python);
    // What the lock alone tells of this has been reported.
    const isTold = (0,consistency/* lostOptions */.B)(lock, project.workspace.members[0], '').length > 0;
    if (stale === undefined)
        return { findings: [], isFresh: !isTold };
    if (stale.code === 'lock-options' && isTold)
        return { findings: [], isFresh: false };
    // A build may need what no copy has, such as git's history; whether the server can do it is tried out below.
    const isUnsure = place !== project.dir && stale.code === 'lock-check-failed';
    const finding = isUnsure ? { ...stale, level: 'warning', code: 'lock-unchecked' } : stale;
    return { findings: [finding], isFresh: false };
}
async function restoreCache(pin, lock, run) {
    const { inputs, host, environment, context, cache: store, journal } = run;
    const choice = { choice: inputs.cache, cacheDir: environment.UV_CACHE_DIR, python: pin.python, lock: lock.text };
    const planned = planUvCache(choice, context);
    if (typeof planned === 'string') {
        host.info(`The uv cache is not kept: ${planned}.`);
        return { cache: undefined, matched: undefined };
    }
    const matched = await store.restore(planned.dir, planned.key, true);
    journal.cache(matched !== undefined);
    host.info(matched ? `Restored the uv cache ${matched}.` : `No uv cache ${planned.key} yet.`);
    return { cache: planned, matched };
}
/** Installs what the server will install. */
async function install(subject, run) {
    const { plan, files, finished, uvCache, folder, ...given } = subject;
    const { inputs, project, host, exec, signal, saveLater } = run;
    // Builds ask git for the version.
    const isCloned = plan.delivery === 'commit' && project.workspace.members.some(isDynamic);
    const { cache, matched } = uvCache;
    const { outcome, command, findings, places } = await preflight({
        ...{ ...given, signal, folder: (0,external_node_path_.join)(folder, 'preflight') },
        files: [...files, ...(finished?.added ?? [])],
        ...(plan.install.by === 'sync' ? plan.install : { flags: [] }),
        ...(isCloned && { prepare: (copy) => (0,git/* commitAll */.fi)(copy, { exec, signal }) }),
        requirements: finished?.requirements,
        ...(finished?.passedOver && { passedOver: finished.passedOver }),
        cacheDir: cache?.dir,
    });
    // It is gone from the server, too, before the app runs.
    if (isCloned && places)
        await (0,promises_.rm)((0,external_node_path_.join)(places.bundle, '.git'), { recursive: true, force: true });
    if (outcome === 'passed') {
        host.info(`${command}: the environment installs.`);
        if (cache && matched === undefined)
            saveLater({ what: 'the uv cache', path: cache.dir, key: cache.key });
    }
    return {
        findings: outcome === 'skipped' ? findings.map((finding) => asTold(finding, inputs)) : findings,
        ...(places && { places }),
    };
}


/***/ }),

/***/ 53:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ besideOf),
/* harmony export */   F7: () => (/* binding */ decodeRequirements),
/* harmony export */   mV: () => (/* binding */ requirementsIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8098);


/** The text of the file: UTF-8, or what its byte order mark says. Bytes that mean nothing are replaced: comments may have some. */
function decodeRequirements(bytes) {
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe)
        return new TextDecoder('utf-16le').decode(bytes);
    if (first === 0xfe && second === 0xff)
        return new TextDecoder('utf-16be').decode(bytes);
    return new TextDecoder().decode(bytes);
}
/** The lines that say something, with those joined that a backslash holds together. */
function readRequirementLines(text) {
    const lines = [];
    let open;
    for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
        const isComment = /^\s*#/.test(raw);
        const continues = raw.endsWith('\\') && !isComment;
        const part = continues ? raw.slice(0, -1) : raw;
        open = open ? { ...open, text: `${open.text} ${part}` } : { text: part, line: index + 1 };
        if (continues)
            continue;
        const whole = open.text.replace(/(?:^|\s)#.*$/, '').trim();
        if (whole !== '')
            lines.push(judge(whole, open.line));
        open = undefined;
    }
    const rest = open?.text.replace(/(?:^|\s)#.*$/, '').trim();
    return rest && open ? [...lines, judge(rest, open.line)] : lines;
}
const LOCAL = /^\s*(?:-e\b|--editable\b|\.{0,2}\/|\.\.?(?:\s|$))|(?:^|\s|@\s*)file:|@\s*\.{0,2}\/|^[^\s@]*\.(?:whl|zip|tar\.gz)(?:\s|$)/;
const NAMED = /^([a-z0-9](?:[\w.-]*[a-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(?=$|[=<>!~;@(])(.*)$/is;
const ADDRESS = /^(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z0-9+.-]*:\/\//i;
function judge(text, line) {
    const common = { text, line };
    const [, option = '', path = ''] = /^(-r|--requirement|-c|--constraint)(?:\s+|\s*=\s*|(?=[^\s-]))(.+)$/.exec(text) ?? [];
    if (option !== '')
        return { ...common, is: /c/.test(option.slice(0, 4)) ? 'constraint' : 'include', path };
    if (ADDRESS.test(text) && !text.startsWith('file:'))
        return { ...common, ...atAddress(text) };
    if (LOCAL.test(text))
        return { ...common, is: 'local' };
    if (text.startsWith('-'))
        return { ...common, is: 'option' };
    // Variables are filled in on the server.
    if (/\$\{\w+\}/.test(text))
        return { ...common, is: 'option' };
    const [, name, extras = '', rest = ''] = NAMED.exec(text) ?? [];
    if (name === undefined)
        return { ...common, is: 'invalid' };
    const pinned = /^\s*==\s*([^\s;,*]+)\s*(?:;|--|$)/.exec(rest)?.[1];
    return { ...common, ...requirement(name, extras), ...(pinned !== undefined && { pinned }) };
}
const requirement = (name, extras = '') => ({
    is: 'requirement',
    name: (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .normalName */ .tK)(name),
    extras: (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .normalExtras */ .vb)(extras.split(',')),
});
/** What an address alone tells: `#egg=name`, or the name of a wheel. */
function atAddress(text) {
    const [, egg, extras] = /#(?:.*&)?egg=([\w.-]+)(?:\[([^\]]*)\])?/.exec(text) ?? [];
    const [, wheel] = /\/([\w.]+)-[^/]+\.whl(?:[#?\s]|$)/.exec(text) ?? [];
    const name = egg ?? wheel;
    return name === undefined ? { is: 'address' } : requirement(name, extras);
}
/** What a requirements file asks for, with the files that it names: `read` gives the text of one by its path. */
function requirementsIn(path, read, seen = new Set()) {
    if (seen.has(path))
        return [];
    seen.add(path);
    const text = read(path);
    if (text === undefined)
        return [];
    const lines = readRequirementLines(text);
    const named = lines.flatMap((one) => (one.is === 'include' ? [besideOf(path, one.path)] : []));
    return [{ path, lines }, ...named.flatMap((next) => requirementsIn(next, read, seen))];
}
/** The path of a file that another one names. */
const besideOf = (path, named) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), named);


/***/ })

};
