export const id = 835;
export const ids = [835];
export const modules = {

/***/ 3773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   EW: () => (/* binding */ checkSettings),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gV: () => (/* binding */ globs),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _bundle_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6230);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6317);



/** A text of some length, counted in characters. */
const text = (description, least, most) => ({
    description,
    schema: { type: 'string', ...(least > 0 && { minLength: least }), maxLength: most },
    wanted: `a string of ${least} to ${most} characters`,
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
    fits: (value) => (0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .byteSize */ .mz)(value) !== undefined,
    read: _findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .byteSize */ .mz,
});
const flag = (description) => ({
    description,
    schema: { type: 'boolean' },
    wanted: 'true or false',
    fits: (value) => typeof value === 'boolean',
});
const texts = (description) => ({
    description,
    schema: { type: 'array', items: { type: 'string', minLength: 1 } },
    wanted: 'a list of strings',
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
});
const globs = (description) => {
    const list = texts(description);
    return {
        description,
        schema: { type: 'array', maxItems: 1000, items: { type: 'string', minLength: 1, maxLength: 1000 } },
        wanted: 'a list of at most 1000 strings of at most 1000 characters',
        fits: (value) => list.fits(value) && (0,_bundle_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternProblem */ .AL)(value) === undefined,
    };
};
/** Where a setting is written: in the table of the project, or of its app. */
const placeOf = (own, key) => {
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
            findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('invalid-setting', message, `Write ${wanted}.`, placeOf(own, key)));
        }
    }
    return { values, findings };
}


/***/ }),

/***/ 2492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4087);
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);




const BAD_TOKEN = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('invalid-key', 'the token and the secret are not accepted', "Run `clever login`, and store the new pair as the secrets that 'token' and 'secret' read. A pair is valid for one year.");
/** Clever Cloud's own error numbers that say more than their status (its clients' sources; others are shown as they are). */
const BY_NUMBER = {
    2001: BAD_TOKEN,
    21002: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('server-error', 'the token service does not work', 'Run the job again later.'),
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
        403: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('forbidden', 'this token may not do that', 'Use the token of a member of the organisation who may deploy the app.'),
        404: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('not-found', 'the app does not exist, or it belongs to somebody else', "Check 'id', and `owner` under [tool.uv-deploy.clever-cloud]. Without an id, the app is looked up by name, and created if there is none."),
        409: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('conflict', 'something else is in the way', 'Change or remove the thing that the message names.'),
        413: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('bundle-too-large', 'the bundle is larger than the server allows', "Exclude files with 'exclude'."),
        500: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .refusal */ .x5)('server-error', 'the server had an error', 'Run the job again; if the error stays, look at Clever Cloud\u2019s status page.'),
    },
};
/** Clever Cloud's own number of an error; 0 where there is none. */
function errorNumber(response) {
    const id = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response), 'id');
    return typeof id === 'number' ? id : 0;
}
/** The server's own words: v2 has them in `message`, v4 in `error`; a page has none. */
function words(response) {
    if ((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
        return '';
    const answer = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response);
    const text = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(answer, 'message') ?? (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(answer, 'error') ?? (answer === undefined ? response.text : '');
    return typeof text === 'string' && text.trim() !== '' ? `: "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(text, 200)}"` : '';
}
/** What the proxy in front of Clever Cloud calls the request: its support asks for that (its API's documentation). */
function requestId({ headers }) {
    const id = headers['sozu-id'];
    return typeof id === 'string' ? [`Sozu-Id ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(id)}`] : [];
}


/***/ }),

/***/ 4335:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ay: () => (/* binding */ readExpiry),
/* harmony export */   FV: () => (/* binding */ readDeploymentId),
/* harmony export */   Ft: () => (/* binding */ readRuntime),
/* harmony export */   LC: () => (/* binding */ readLinkedEnv),
/* harmony export */   Ue: () => (/* binding */ readUser),
/* harmony export */   Wo: () => (/* binding */ readZones),
/* harmony export */   aK: () => (/* binding */ readRows),
/* harmony export */   ag: () => (/* binding */ readOrganisations),
/* harmony export */   dO: () => (/* binding */ readDomain),
/* harmony export */   iJ: () => (/* binding */ readDeployment),
/* harmony export */   oK: () => (/* binding */ readInstance),
/* harmony export */   rV: () => (/* binding */ isOwnerId),
/* harmony export */   sx: () => (/* binding */ readEnv),
/* harmony export */   tq: () => (/* binding */ isAppId),
/* harmony export */   uW: () => (/* binding */ readApp)
/* harmony export */ });
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5819);
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3891);

/** Ids become parts of paths. */
const isAppId = (value) => typeof value === 'string' && /^app_[0-9a-f-]{1,64}$/i.test(value);
const isOwnerId = (value) => typeof value === 'string' && /^(?:orga|user)_[0-9a-f-]{1,64}$/i.test(value);
const isDeploymentId = (value) => typeof value === 'string' && /^deployment_[0-9a-f-]{1,64}$/i.test(value);
const isCommit = (value) => typeof value === 'string' && /^[0-9a-f]{40,64}$/i.test(value);
const text = (value) => (typeof value === 'string' ? value : '');
/** Rows that can't be read are left out; `undefined` for a value that is not a list. */
const readRows = (value, read) => Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;
/** Settings that the API gives and takes under the same name. */
const FLAGS = ['cancelOnPush', 'forceHttps', 'homogeneous', 'separateBuild', 'shutdownable', 'stickySessions'];
function readApp(value) {
    const [id, ownerId, commit] = [(0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'id'), (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'ownerId'), (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'commitId')];
    if (!isAppId(id) || !isOwnerId(ownerId))
        return undefined;
    const [name, created] = [text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'name')), (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'creationDate')];
    const settings = {
        ...{
            name,
            minInstances: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'minInstances'),
            maxInstances: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'maxInstances'),
        },
        minFlavor: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'minFlavor', 'name'),
        maxFlavor: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'maxFlavor', 'name'),
        buildFlavor: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'buildFlavor', 'name'),
        instanceLifetime: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'lifetime'),
        ...Object.fromEntries(FLAGS.map((flag) => [flag, (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, flag)])),
    };
    return {
        ...{ id, ownerId, name, settings, zone: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'zone')), state: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'state')) },
        runtime: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'variant', 'slug')),
        lifetime: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'instance', 'lifetime')),
        commit: isCommit(commit) ? commit : undefined,
        repoState: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'deployment', 'repoState')),
        httpUrl: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'deployment', 'httpUrl')),
        domains: readDomains((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'vhosts')) ?? [],
        archived: (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'archived') === true,
        created: typeof created === 'number' ? created : 0,
    };
}
function readDeployment(row) {
    const [uuid, state, date] = [(0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'uuid'), (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'state'), (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'date')];
    if (!isDeploymentId(uuid) || typeof state !== 'string')
        return undefined;
    return {
        ...{ uuid, state, date: typeof date === 'number' ? date : 0 },
        action: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'action')),
        commit: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'commit')),
        cause: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'cause')),
    };
}
const readInstance = (row) => (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_1__/* .isTable */ .bI)(row)
    ? { state: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'state')), commit: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'commit')), deployment: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'deployId')) }
    : undefined;
/** The id of the deployment that a redeployment has started: the only field of the answer that the official client reads. */
const readDeploymentId = (value) => {
    const id = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'deploymentId');
    return isDeploymentId(id) ? id : undefined;
};
const readEnv = (value) => {
    const pairs = readRows(value, (row) => {
        const [name, found] = [(0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'name'), (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'value')];
        return typeof name === 'string' && typeof found === 'string' ? [name, found] : undefined;
    });
    return pairs && Object.fromEntries(pairs);
};
/** The variables of add-ons, or of linked apps: a list for each of them. */
const readLinkedEnv = (value) => {
    const all = readRows(value, (row) => readEnv((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'env')));
    return all && Object.assign({}, ...all);
};
const readDomain = (row) => text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'fqdn')) || undefined;
const readDomains = (value) => readRows(value, readDomain);
const readNamed = (isId) => (row) => {
    const id = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'id');
    return isId(id) ? { id, name: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'name')) } : undefined;
};
const readUser = readNamed(isOwnerId);
const readNamedApp = readNamed(isAppId);
/** The organisations of a summary of all that a user has. */
const readOrganisations = (value) => readRows((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, 'organisations'), (row) => {
    const named = readUser(row);
    return named && { ...named, apps: readRows((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'applications'), readNamedApp) ?? [] };
});
/** When a token ends, in milliseconds since 1970; some versions of the API answer a list. */
const readExpiry = (value) => {
    const date = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(Array.isArray(value) ? value[0] : value, 'expirationDate');
    return typeof date === 'number' ? date : undefined;
};
const readZones = (value) => Array.isArray(value) ? (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_1__/* .strings */ .P$)(value.map((row) => (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'name'))) : undefined;
/** The newest enabled version of a runtime, as the official client chooses it: versions are ordered as texts. */
function readRuntime(value, slug) {
    const all = readRows(value, (row) => {
        if ((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'enabled') !== true || (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'variant', 'slug') !== slug)
            return undefined;
        const variant = text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'variant', 'id'));
        const [type, version] = [text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'type')), text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'version'))];
        if (variant === '' || type === '' || version === '')
            return undefined;
        return { type, version, variant, flavor: text((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_0__.at)(row, 'defaultFlavor', 'name')) };
    });
    return all?.sort((a, b) => (a.version < b.version ? 1 : -1))[0];
}


/***/ }),

/***/ 7835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleverCloud: () => (/* binding */ cleverCloud)
});

// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/refusals.ts
var refusals = __webpack_require__(2492);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/variant.ts
var gateway_variant = __webpack_require__(6162);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/pin/pin.ts
var pin_pin = __webpack_require__(4970);
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
    const pin = project.pin && (0,pin_pin/* checkPin */.w)({ path: project.pin.shown, bytes: project.pin.bytes }, []).pin;
    const [major, minor] = pin?.version?.kind === 'release' ? pin.version.release : [];
    const pinned = major !== undefined && minor !== undefined ? `${major}.${minor}` : undefined;
    const judge = (value, what, remedy, place) => {
        const said = `${what} selects Python '${(0,findings_text/* quote */.hD)(value)}'`;
        if (!ACCEPTED.includes(value)) {
            const known = `Clever Cloud has ${VERSIONS[0]} to ${VERSIONS.at(-1)}, and stops the deployment.`;
            findings.push((0,finding/* error */.z3)('image-python', `${said}, which is not there: ${known}`, remedy, place));
        }
        else if (pinned !== undefined && value !== pinned && !pinned.startsWith(`${value}.`)) {
            const why = `uv then downloads the pinned one at the build, and it may be gone when the app restarts from the cache.`;
            const message = `${said}; ${project.pin?.shown} pins ${pinned}: ${why}`;
            findings.push((0,finding/* warning */.$e)('image-python-differs', message, remedy, place));
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
        findings.push((0,finding/* warning */.$e)('image-python-differs', message, remedy, { file: project.pin?.shown, line: pin.line }));
    }
    // What the project or the step says is not overruled.
    const isSaid = set !== undefined || file !== undefined;
    return { findings, env: !isSaid && instead !== undefined ? { [VARIABLE]: instead } : {} };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/project/around.ts
var project_around = __webpack_require__(68);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/lock/required.ts
var required = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/values.ts
var values = __webpack_require__(4335);
// EXTERNAL MODULE: ./src/project/files/values.ts
var files_values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/project/imports/local-modules.ts
var local_modules = __webpack_require__(411);
// EXTERNAL MODULE: ./src/platforms/shared/run-command.ts
var run_command = __webpack_require__(9757);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/contract.ts



/** The dependency group that the platform's `--no-dev` leaves out. */
const DEV = 'dev';
/** What `uv sync` installs there: all default groups, `dev` only where `ENVIRONMENT=development` (Clever Cloud's documentation). */
function installsOf(project, around, isDevelopment) {
    const pyproject = around?.root ?? project.pyproject;
    const chosen = (0,json.at)(pyproject?.data, 'tool', 'uv', 'default-groups');
    const all = Object.keys((0,json.at)(pyproject?.data, 'dependency-groups') ?? {});
    const groups = (chosen === 'all' ? all : (0,files_values/* strings */.P$)(chosen)).filter((name) => name !== DEV);
    return { defaultGroups: isDevelopment, groups, extras: [], ...(around && { from: around.root }) };
}
/** Folders in which modules are looked for: the app's own, and `src` of a project that is installed from there. */
const FOLDERS = ['', 'src'];
/** The file that the command starts: its path in the project; nothing where the command does not tell, or it is not there. */
function entryFile({ entry }, files) {
    if (entry?.file !== undefined)
        return files.some(({ path }) => path === entry.file) ? entry.file : undefined;
    if (entry?.module === undefined)
        return undefined;
    const modules = (0,local_modules/* localModules */.L)(files.map(({ path }) => path));
    // A package is started by its `__main__`.
    const names = entry.object === undefined ? [`${entry.module}.__main__`, entry.module] : [entry.module];
    for (const name of names) {
        const local = modules.find(name, FOLDERS);
        if (local.is === 'found')
            return local.files.at(-1);
    }
    return undefined;
}
const IN_EVENT_LOOP = ['uvicorn', 'hypercorn', 'granian', 'daphne'];
/** What follows for the source from the command, which starts `file`. */
function contractOf({ kind, command, env: own }, file, installs, { env, port }) {
    const { program, isModule, entry } = command;
    const isScript = (0,run_command/* isPython */.r2)(program) || (isModule && !run_command/* LOADERS */.Hm.includes(program) && entry?.module === program);
    const isToldWhere = ['HOST', 'GRADIO_SERVER_NAME'].some((name) => env.has(name) || Object.hasOwn(own, name));
    const [object] = /^\w+/.exec(entry?.object ?? '') ?? [];
    return {
        ...{ file, installs, port, needsPublicHost: true },
        runsAsMain: isScript || program === 'streamlit',
        looksBesideOnly: (0,run_command/* isPython */.r2)(program),
        hasPages: program === 'streamlit',
        listens: kind === 'app' && isScript && !isToldWhere,
        isToldWhere: kind === 'app' && isScript && isToldWhere,
        ...(object !== undefined && {
            app: {
                ...{ loader: program, names: [object], isSearched: false, isDocumented: true },
                inEventLoop: IN_EVENT_LOOP.includes(program),
            },
        }),
    };
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
        findings.push((0,finding/* warning */.$e)('mise-file', message, remedy, { file, line: 1 }));
    }
    return findings;
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
        return [(0,finding/* error */.z3)('cron-file', message, remedy, { file: file.shown, line: 1 })];
    }
    return jobs.flatMap((job) => {
        const place = { file: file.shown, line: lineOf(job) };
        if (!FIELDS.test(job)) {
            const message = `The job '${(0,findings_text/* quote */.hD)(job, 120)}' has not five fields and a command, so it never runs.`;
            const remedy = 'Write minute, hour, day, month and day of the week before the command; times are UTC.';
            return [(0,finding/* warning */.$e)('cron-job', message, remedy, place)];
        }
        const path = /\$\{?ROOT\}?\/(\S+)/.exec(job)?.[1];
        const script = files.find((one) => one.path === path);
        if (path === undefined || script?.executable)
            return [];
        const message = `The job '${(0,findings_text/* quote */.hD)(job, 120)}' can't start ${(0,findings_text/* quote */.hD)(path, 120)}, which is ${script ? 'not executable' : 'not deployed'}.`;
        const remedy = script
            ? `Run \`git update-index --chmod=+x ${(0,findings_text/* quote */.hD)(path, 120)}\`, and commit.`
            : 'Correct the path.';
        return [(0,finding/* warning */.$e)('cron-job', message, remedy, place)];
    });
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/run-command.ts


/** What a shell alone understands. */
const SHELL = /&&|\|\||[|;<>`]|\$\(|(?:^|\s)&(?:\s|$)|^\s*[A-Za-z_]\w*=\S*\s/;
const needsShell = (text) => SHELL.test(text);
/** The same command for a process on this machine, with its environment and a port of its own. */
function launchOf({ by, program, isModule, args }, port, env, place) {
    const named = new RegExp(`\\b${port}\\b`, 'g');
    const moved = (text) => text.replace(named, String(place.port));
    const isOwn = by === 'name' && program.includes('/');
    const path = (0,run_command/* isPython */.r2)(program) ? place.python : isOwn ? program : (0,external_node_path_.join)((0,external_node_path_.dirname)(place.python), program);
    return {
        command: isModule ? [place.python, '-m', program, ...args.map(moved)] : [path, ...args.map(moved)],
        env: {
            ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, moved(value)])),
            PORT: String(place.port),
        },
    };
}

// EXTERNAL MODULE: ./src/inputs/setting.ts
var setting = __webpack_require__(3773);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/app-spec.ts
/** The names of sizes, from the smallest. */
const FLAVORS = ['pico', 'nano', 'XS', 'S', 'M', 'L', 'XL', '2XL', '3XL'];

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/settings.ts




const flavor = (description) => (0,setting/* oneOf */.yL)(description, ...FLAVORS);
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
    owner: (0,setting/* text */.Qq)('The organisation that the app belongs to: its id, or its name.', 1, 256),
    zone: (0,setting/* shaped */.e9)('Where a new app is created.', /^[a-z]{2,20}$/, 'the name of a zone', 'par'),
    flavor: flavor('The size of every instance.'),
    'min-flavor': flavor('The smallest size that scaling may take.'),
    'max-flavor': flavor('The largest size that scaling may take.'),
    instances: instances('How many instances run.'),
    'min-instances': instances('The fewest instances.'),
    'max-instances': instances('The most instances.'),
    'build-flavor': flavor('The size of an instance of its own that builds the app.'),
    'zero-downtime': (0,setting/* flag */.Jt)('Whether the old instances answer until the new ones do.'),
    'force-https': (0,setting/* flag */.Jt)('Whether HTTP requests are redirected to HTTPS.'),
    'sticky-sessions': (0,setting/* flag */.Jt)('Whether a visitor stays on one instance.'),
    'cancel-on-push': (0,setting/* flag */.Jt)('Whether a deployment that is under way is cancelled by the next one.'),
    domains: listOf('Domains that the app is to have.', DOMAIN, 'a list of domains such as ["app.example.com"]'),
    'run-command': (0,setting/* text */.Qq)('The command that starts the app, without a shell; found in the code where it is not set.', 1, 4096),
    'params-as-env': (0,setting/* flag */.Jt)('Whether each parameter of a run is a variable of its own, too.'),
    'preview-env': listOf('Variables that previews get, too: of the step, or of the app on Clever Cloud.', settings_VARIABLE, 'a list of names of variables such as ["API_URL"]'),
};
/** Reads the settings. Invalid ones are reported with their line and ignored. */
function readSettings(own) {
    const { values, findings } = (0,setting/* checkSettings */.EW)(SETTINGS, own, 'clever-cloud');
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
    return (0,finding/* error */.z3)('invalid-setting', message, `Make ${high} at least as large.`, (0,setting/* placeOf */.$t)(own, low));
}

// EXTERNAL MODULE: ./src/project/contract/run-command.ts
var contract_run_command = __webpack_require__(7425);
// EXTERNAL MODULE: ./src/project/packaging/requirement.ts
var requirement = __webpack_require__(8098);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/command-checks.ts









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
        return [(0,finding/* error */.z3)('command-shell', message, remedy, place)];
    }
    const { port, env, files } = subject;
    const configured = (0,run_command/* configuredServers */.rW)(command, [...env.keys()], (path) => files.some((one) => one.path === path));
    const settled = { text, port, hasShell: kind === 'task', configured };
    return [
        ...(kind === 'task' ? [] : [...(0,contract_run_command/* judgeRunCommand */.g)({ ...settled, ...place }), ...checkQuotes(text, place)]),
        ...checkSync(command, env, place),
        ...checkProgram(command, subject, place),
        ...checkEntry(command, subject, place),
    ];
}
function checkQuotes(text, place) {
    if (!/["'\\]/.test(text))
        return [];
    const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' has quotes, and how Clever Cloud splits such a command is not documented.`;
    return [(0,finding/* warning */.$e)('command-quotes', message, 'Write words without quotes, or put the command in a script.', place)];
}
/** `uv run` brings the environment in step first: it would install the group `dev` at every start, over the network. */
function checkSync({ by, uvOptions, text }, env, place) {
    if (by !== 'uv' || uvOptions.includes('--no-sync') || env.has('UV_NO_SYNC'))
        return [];
    const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' has uv change the environment at each start: it installs the group dev too.`;
    return [(0,finding/* warning */.$e)('command-sync', message, 'Write `uv run --no-sync`, or start the program in .venv/bin.', place)];
}
function checkProgram(command, { has, files, project }, place) {
    const { by, program, isModule, text } = command;
    if (by === 'name' && program.includes('/'))
        return checkScript(program, files, place);
    const provider = run_command/* PROVIDERS */.xq[program];
    if (provider !== undefined && !has(provider)) {
        const message = `${(0,findings_text/* quote */.hD)(program)} does not exist: no package that Clever Cloud installs provides it.`;
        const remedy = provider === 'fastapi-cli' ? 'Run `uv add "fastapi[standard]"`.' : `Run \`uv add ${provider}\`.`;
        return [(0,finding/* error */.z3)('command-program', message, remedy, place)];
    }
    const scripts = (0,json.at)(project.pyproject?.data, 'project', 'scripts');
    if ((0,files_values/* isTable */.bI)(scripts) && Object.hasOwn(scripts, program) && !isInstalled(project)) {
        const message = `${(0,findings_text/* quote */.hD)(program)} is one of [project.scripts], which uv does not make: the project is not installed, for it has no [build-system].`;
        return [
            (0,finding/* error */.z3)('command-program', message, 'Run `uv init --package`, or add a [build-system]; then `uv lock`.', place),
        ];
    }
    if (by !== 'name' || !(provider !== undefined || (0,run_command/* isPython */.r2)(program) || isModule))
        return [];
    const message = `The run command '${(0,findings_text/* quote */.hD)(text, 120)}' starts a program by its name, and Clever Cloud does not say that it looks in .venv/bin.`;
    const [first = ''] = text.split(/\s+/);
    return [(0,finding/* warning */.$e)('command-path', message, `Write \`.venv/bin/${(0,findings_text/* quote */.hD)(first)}\`.`, place)];
}
/** As uv decides it. */
const isInstalled = ({ pyproject }) => (0,json.at)(pyproject?.data, 'build-system') !== undefined || (0,json.at)(pyproject?.data, 'tool', 'uv', 'package') === true;
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
    return [(0,finding/* error */.z3)('command-program', message, remedy, place)];
}
/** Whether the file or the module that is started is there; a module may come from a package, too. */
function checkEntry(command, { files, has }, place) {
    const { entry, text } = command;
    if (entry === undefined || entryFile(command, files) !== undefined)
        return [];
    const name = entry.file ?? entry.module ?? '';
    if (entry.file === undefined) {
        const modules = (0,local_modules/* localModules */.L)(files.map(({ path }) => path));
        const [head = ''] = name.split('.');
        const local = modules.find(name, ['', 'src']);
        const isBroken = local.is === 'incomplete' && !local.isNamespace;
        if (!isBroken && (has((0,requirement/* normalName */.tK)(head)) || modules.hasAnywhere(head) || command.isModule))
            return [];
    }
    const what = entry.file === undefined ? 'module' : 'file';
    const message = `The ${what} ${(0,findings_text/* quote */.hD)(name, 120)}, which the run command '${(0,findings_text/* quote */.hD)(text, 120)}' starts, does not exist.`;
    const remedy = 'Correct it; the command is run in the folder of the project.';
    return [(0,finding/* error */.z3)('entrypoint-missing', message, remedy, place)];
}

// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/project/apps/apps.ts + 3 modules
var apps = __webpack_require__(5169);
// EXTERNAL MODULE: ./src/platforms/shared/choice.ts
var choice = __webpack_require__(2205);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/commands.ts
const ALL = '0.0.0.0';
/** Behind the platform's proxy, the browser's origin is not the address that Streamlit sees. */
const STREAMLIT = '--server.headless=true --server.enableCORS=false --server.enableXsrfProtection=false --server.fileWatcherType=none --browser.gatherUsageStats=false';
/** The commands of frameworks whose files do nothing, or no more than once, when they are run as programs; by the module that is imported. */
const RUNNERS = {
    marimo: (path, port) => `marimo run ${path} --host ${ALL} --port ${port} --headless`,
    chainlit: (path, port) => `chainlit run ${path} --host ${ALL} --port ${port} --headless`,
};
/** The command for a script: its framework's own, unless it serves by itself. */
function scriptCommand(path, port, web) {
    const runner = web === undefined ? undefined : RUNNERS[web];
    return `.venv/bin/${runner?.(path, port) ?? `python ${path}`}`;
}
/** The commands of each server, by the package that brings it, in the order in which they are taken. */
const ASGI = [
    [
        'uvicorn',
        (target, port, isFactory) => `uvicorn ${target}${isFactory ? ' --factory' : ''} --host ${ALL} --port ${port}`,
    ],
    [
        'granian',
        (target, port, isFactory) => `granian --interface asgi${isFactory ? ' --factory' : ''} --host ${ALL} --port ${port} ${target}`,
    ],
    ['hypercorn', (target, port, isFactory) => `hypercorn --bind ${ALL}:${port} ${target}${isFactory ? '()' : ''}`],
];
const WSGI = [
    ['gunicorn', (target, port, isFactory) => `gunicorn --bind ${ALL}:${port} ${target}${isFactory ? '()' : ''}`],
    [
        'waitress',
        (target, port, isFactory) => `waitress-serve --host ${ALL} --port ${port}${isFactory ? ' --call' : ''} ${target}`,
    ],
    [
        'granian',
        (target, port, isFactory) => `granian --interface wsgi${isFactory ? ' --factory' : ''} --host ${ALL} --port ${port} ${target}`,
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
            return run(`streamlit run ${path} --server.address=${ALL} --server.port=${port} ${STREAMLIT}`);
        case 'shiny':
            return run(`shiny run --host ${ALL} --port ${port} ${path}`);
        case 'panel':
        case 'bokeh':
            return run(`${framework} serve ${path} --address ${ALL} --port ${port} --allow-websocket-origin=*`);
        // Both read where to listen from variables when the code does not say.
        case 'dash':
            return run(`python ${path}`, { HOST: ALL });
        case 'gradio':
            return run(`python ${path}`, { GRADIO_SERVER_NAME: ALL, GRADIO_SERVER_PORT: String(port) });
    }
}
function served(subject, context, servers) {
    const server = servers.find(([name]) => context.has(name));
    if (server === undefined)
        return undefined;
    const { module, env } = moduleOf(subject, context);
    const target = `${module}:${subject.object ?? 'app'}`;
    return { text: `.venv/bin/${server[1](target, context.port, subject.isFactory ?? false)}`, ...env };
}
function flask(subject, context) {
    const { module, env } = moduleOf(subject, context);
    const target = `${module}:${subject.object ?? 'app'}${subject.isFactory ? '()' : ''}`;
    return {
        text: `.venv/bin/flask --app ${target} run --host ${ALL} --port ${context.port}`,
        ...env,
        note: "That is Flask's development server, for neither gunicorn nor waitress is locked: `uv add gunicorn` brings one for production.",
    };
}
/** The name under which a file is imported. What is in `src` and not installed is looked for there. */
function moduleOf({ path }, { isInstalled, isSrcPackage }) {
    const isBelow = path.startsWith('src/');
    const inside = isBelow && !isSrcPackage ? path.slice('src/'.length) : path;
    const module = inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
    return { module, env: isBelow && !isInstalled ? { env: { PYTHONPATH: 'src' } } : {} };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/detect.ts









const FRAMEWORKS = [
    ...['fastapi', 'asgi', 'flask', 'wsgi', 'streamlit', 'dash', 'shiny', 'gradio', 'panel', 'bokeh'],
];
const CONTENT_TYPES = [...FRAMEWORKS, 'app', 'task'];
/** What other platforms call the same, so that a workflow can move here as it is. */
const ALIASES = {
    ...{ 'fast-api': 'fastapi', 'python-fastapi': 'fastapi', 'python-api': 'wsgi', 'python-streamlit': 'streamlit' },
    ...{ 'python-dash': 'dash', 'shiny-py': 'shiny', 'python-shiny': 'shiny', 'python-gradio': 'gradio' },
    ...{ 'python-panel': 'panel', 'python-bokeh': 'bokeh', 'python-service': 'app', python: 'task' },
};
/** The command that somebody has written, else one that fits what the code is. Complaints go to `findings`. */
async function decide(subject, findings) {
    const { inputs, settings, env } = subject;
    const asked = ALIASES[inputs.contentType] ?? inputs.contentType;
    if (asked !== '' && !CONTENT_TYPES.includes(asked)) {
        const meant = (0,nearest/* nearest */.p)(asked, CONTENT_TYPES);
        const message = `Unknown content-type on Clever Cloud: '${(0,findings_text/* quote */.hD)(inputs.contentType)}'.`;
        const remedy = meant ? `Did you mean '${meant}'?` : `Use one of: ${CONTENT_TYPES.join(', ')}.`;
        findings.push((0,finding/* error */.z3)('content-type', message, remedy));
        return undefined;
    }
    const isTask = asked === 'task' || env.get('CC_TASK') === 'true';
    const variable = (isTask && env.get('CC_RUN_COMMAND')) || env.get('CC_PYTHON_UV_RUN_COMMAND');
    const place = inputs.own['run-command'];
    const said = variable || settings.runCommand;
    if (!said)
        return detect(subject, asked, isTask, findings);
    const command = (0,run_command/* readRunCommand */.pt)(said, variable || place === undefined ? {} : { file: place.file, line: place.line });
    const { file, module } = command.entry ?? {};
    return {
        ...{ kind: isTask ? 'task' : 'app', contentType: isTask ? 'task' : asked || 'app', command, env: {} },
        entrypoint: file ?? module ?? command.program,
        reasons: [`Run command, as ${variable ? 'the input env' : 'run-command'} says: ${(0,findings_text/* quote */.hD)(said, 400)}`],
    };
}
async function detect(subject, asked, isTask, findings) {
    const { inputs, files, project, port } = subject;
    const complain = (code, message, remedy) => {
        findings.push((0,finding/* error */.z3)(code, message, remedy, { file: project.shown(`${project.dir}/pyproject.toml`) }));
        return undefined;
    };
    const named = namedEntry(inputs.entrypoint, files);
    if (inputs.entrypoint !== '' && named.path === undefined) {
        const message = `The entrypoint ${(0,findings_text/* quote */.hD)(inputs.entrypoint)} does not exist.`;
        const remedy = 'Name a file, or write module:object, such as main:app.';
        return complain('entrypoint-missing', message, (0,choice/* entrypointRemedy */.Di)(inputs.entrypoint, files, remedy));
    }
    const found = await (0,apps/* findApps */.S)(files, named.path);
    const all = candidatesOf(found, asked, isTask);
    const own = named.object === undefined ? all : all.map((one) => ({ ...one, object: named.object ?? '' }));
    const chosen = pick(own) ?? (own.length === 0 ? saidApp(named, asked) : undefined);
    if (chosen === undefined && own.length > 1) {
        return complain(...(0,choice/* whichOne */.ko)(own.map(({ path, framework, why }) => ({ entrypoint: path, type: framework, why }))));
    }
    if (chosen === undefined && (isTask || asked === 'app') && named.path !== undefined) {
        return scriptAt({ path: named.path, why: 'as the inputs say' }, isTask, port);
    }
    if (chosen === undefined) {
        const [command, ...others] = asked === '' || asked === 'app' || asked === 'task' ? found.commands : [];
        if (command && others.length === 0)
            return programAt(command, isTask);
        const where = named.path === undefined ? 'the project' : (0,findings_text/* quote */.hD)(named.path, 200);
        const { what, how } = whatElse(command, named.path === undefined ? files : [], port);
        return complain('entrypoint-not-found', `No ${isTask ? 'task' : 'app'} was found in ${where}.${what}`, how);
    }
    const { path, framework, why } = chosen;
    if (framework === 'script')
        return scriptAt(chosen, isTask || chosen.web === undefined, port);
    const isInstalled = (0,json.at)(project.pyproject?.data, 'build-system') !== undefined;
    const isSrcPackage = files.some((file) => file.path === 'src/__init__.py');
    const start = commandFor({ ...chosen, framework }, { ...subject, isInstalled, isSrcPackage });
    if ('missing' in start) {
        const place = { file: project.pyproject?.shown, line: project.pyproject?.lineOf('project.dependencies') };
        const message = `${(0,findings_text/* quote */.hD)(path, 200)} is an app for a server (${why}), and none that could start it is locked.`;
        findings.push((0,finding/* error */.z3)('framework-not-locked', message, `Run \`uv add ${start.missing}\`, or set run-command.`, place));
        return undefined;
    }
    return {
        ...{ kind: 'app', contentType: framework, entrypoint: path, env: start.env ?? {} },
        command: (0,run_command/* readRunCommand */.pt)(start.text),
        reasons: [
            `No run-command is set; ${path} is taken as ${framework}: ${why}.`,
            `Run command: ${start.text}`,
            ...(start.note ? [start.note] : []),
        ],
    };
}
const HOW = 'Set the input \'entrypoint\', or write under [tool.uv-deploy.clever-cloud]: run-command = ".venv/bin/uvicorn main:app --host 0.0.0.0 --port 8080" with your own program.';
/** What is there instead of an app, and what can be done with it. */
function whatElse(command, files, port) {
    const line = (text) => `Write under [tool.uv-deploy.clever-cloud]: run-command = ".venv/bin/${text}"`;
    if (command) {
        const what = ' [project.scripts] names several programs.';
        return { what, how: `${line((0,findings_text/* quote */.hD)(command.name, 80))}, or with another one of them.` };
    }
    const document = files.find(({ path }) => /^[^/]+\.(?:ipynb|qmd)$/.test(path))?.path;
    if (document === undefined)
        return { what: '', how: HOW };
    const shown = (0,findings_text/* quote */.hD)(document, 120);
    if (document.endsWith('.qmd')) {
        const what = ` ${shown} is a Quarto document, and Clever Cloud has no Quarto.`;
        return { what, how: 'Deploy it to ricochet or Posit Connect, which render it.' };
    }
    const serve = line(`voila ${shown} --Voila.ip=0.0.0.0 --port=${port} --no-browser`);
    return {
        what: ` ${shown} is a notebook, which Clever Cloud shows only through a program that serves it.`,
        how: `Run \`uv add voila\`. ${serve}. Or deploy it to Posit Connect or ricochet, which run notebooks.`,
    };
}
/** A program that uv makes of a line of `[project.scripts]`; without a build-system, which it needs, that is an error of its own. */
function programAt({ name, module, object, path, web }, isTask) {
    const text = `.venv/bin/${name}`;
    const kind = isTask || web === undefined ? 'task' : 'app';
    const what = kind === 'task' ? 'a task' : 'an app that listens by itself';
    const reason = `No run-command is set; [project.scripts] makes ${module}:${object} the program ${name}, taken as ${what}.`;
    const reasons = [reason, `Run command: ${text}`];
    return { kind, contentType: kind, entrypoint: path, env: {}, command: (0,run_command/* readRunCommand */.pt)(text), reasons };
}
function scriptAt(script, isTask, port) {
    const { path, why, web, serves } = script;
    const text = scriptCommand(path, port, isTask || serves ? undefined : web);
    return {
        ...{ kind: isTask ? 'task' : 'app', contentType: isTask ? 'task' : 'app', entrypoint: path, env: {} },
        command: (0,run_command/* readRunCommand */.pt)(text),
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
    const local = (0,local_modules/* localModules */.L)(files.map(({ path }) => path)).find(head.replaceAll('/', '.'), ['', 'src']);
    const path = has(head) ? head : local.is === 'found' ? local.files.at(-1) : undefined;
    return { ...(path !== undefined && { path }), ...(object !== undefined && { object }) };
}
/** Kind, file and object all given: the user knows better than any detection, of an app without a framework, say. */
function saidApp({ path, object }, asked) {
    const framework = FRAMEWORKS.find((one) => one === asked);
    if (path === undefined || object === undefined || framework === undefined)
        return undefined;
    return { path, object, framework, why: 'the inputs say so' };
}
/** Apps; without these, functions that make one, and scripts only where there is nothing else. A task is always a script. */
function candidatesOf({ apps, factories, scripts }, asked, isTask) {
    const isWanted = ({ framework }) => {
        if (asked === '')
            return true;
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
const CONVENTIONAL = ['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'];
/** The one that stands out, or `undefined` when several could be meant: two frameworks, or two files whose names say nothing. */
function pick(candidates) {
    if (new Set(candidates.map(({ framework }) => framework)).size > 1)
        return undefined;
    if (candidates.length === 1)
        return candidates[0];
    const usual = candidates.filter(({ path }) => CONVENTIONAL.includes(path.slice(path.lastIndexOf('/') + 1)));
    const depth = ({ path }) => path.split('/').length;
    const shallowest = Math.min(...usual.map(depth));
    const best = usual.filter((one) => depth(one) === shallowest);
    return best.length === 1 ? best[0] : undefined;
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
const STEP = { where: '', remove: () => "Remove it from the input 'env'." };
const variables_SERVER = {
    where: ' of the app on Clever Cloud',
    remove: (name) => `Remove it there: \`clever env rm ${name}\`.`,
};
/** What the variables of the step do there that is not meant. */
function checkVariables(env, { kind }, files) {
    const findings = ignored(env, STEP);
    if (kind === 'app' && env.get('CC_RUN_COMMAND')) {
        const message = 'CC_RUN_COMMAND wins over the run command: Clever Cloud starts that one, which was not checked.';
        findings.push((0,finding/* warning */.$e)('variable-wins', message, 'Remove it, and write the command as run-command.'));
    }
    const remedy = "Remove APP_FOLDER from the input 'env', and set working-directory.";
    return [...findings, ...folder(env, files, { ...STEP, remove: () => remedy })];
}
/** What the variables that an app has from elsewhere do that is not meant. Their values may be secrets. */
function checkThere(env, { kind }, files) {
    const findings = ignored(env, variables_SERVER);
    if (kind === 'app' && env.get('CC_RUN_COMMAND')) {
        const message = `CC_RUN_COMMAND${variables_SERVER.where} wins over the run command: that one would be started, in place of what was checked.`;
        const remedy = `${variables_SERVER.remove('CC_RUN_COMMAND')} To keep it, give it with the input 'env'.`;
        findings.push((0,finding/* error */.z3)('variable-wins', message, remedy));
    }
    return [...findings, ...folder(env, files, variables_SERVER)];
}
function ignored(env, { where, remove }) {
    return [...env.keys()].flatMap((name) => {
        if (name === 'CC_PYTHON_UV_SYNC_FLAGS') {
            const message = `${name}${where} is not documented any more: the packages were tried out without it.`;
            return [(0,finding/* warning */.$e)('variable-ignored', message, remove(name))];
        }
        if (!IGNORED.test(name))
            return [];
        const message = `${name}${where} has no effect: Clever Cloud does not read it where uv installs the app.`;
        return [(0,finding/* warning */.$e)('variable-ignored', message, INSTEAD[name] ?? remove(name))];
    });
}
function folder(env, files, { where, remove }) {
    const named = env.get('APP_FOLDER')?.replace(/^(?:\.?\/)*|\/+$/g, '') ?? '';
    if (named === '' || named === '.')
        return [];
    const remedy = remove('APP_FOLDER');
    const name = (0,findings_text/* quote */.hD)(named, 120);
    if (files.some(({ path }) => path.startsWith(`${named}/`))) {
        const message = `APP_FOLDER${where} has Clever Cloud build ${name}, and what was checked is the folder around it.`;
        return [(0,finding/* warning */.$e)('variable-folder', message, remedy)];
    }
    const message = `The folder ${name}, which APP_FOLDER${where} names, is not in the bundle: that begins at the folder of the project.`;
    return [(0,finding/* error */.z3)('variable-folder', message, remedy)];
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/start.ts







/** Decides how an app with these variables is started, and says what is wrong with that. */
async function settle(given, env) {
    const { project, inputs } = given;
    const flow = requestFlow(env, (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, VARNISH_FILE)));
    const subject = { ...given, env, port: flow.port };
    const findings = [];
    const decided = await decide(subject, findings);
    const python = selectPython(project, env);
    findings.push(...python.findings, ...(decided ? checkCommand(decided, subject) : []));
    const why = flow.why === undefined ? [] : [`The app has to listen on port ${flow.port}: ${flow.why}.`];
    const managed = decided ? { ...decided.env, ...python.env, ...managedEnv(decided, inputs, flow.port) } : {};
    return { decided, subject, why, findings, env: managed };
}
/** Variables that say how the app is started: what the app has of them is from the deployment before. */
const OWN = ['CC_PYTHON_UV_RUN_COMMAND', 'CC_RUN_COMMAND', 'CC_TASK', 'PORT'];
/**
 * Decides the same for an app that is there, with its own variables and those of its add-ons under those of the step (`env`). What was
 * found without them is not told again.
 */
async function judge(given, env, before, there) {
    const isSettled = (name) => OWN.includes(name) || env.has(name) || name in before.env;
    const others = new Map(Object.entries(there).filter(([name]) => !isSettled(name)));
    const { decided, ...start } = await settle(given, new Map([...others, ...env]));
    const known = new Set(before.findings.map(keyOf));
    const { port } = start.subject;
    const isStale = there.PORT !== undefined && !env.has('PORT') && there.PORT !== String(port);
    const kind = decided?.kind ?? 'app';
    const reasons = [...(decided?.reasons ?? []), ...start.why];
    const told = [...(before.decided?.reasons ?? []), ...before.why];
    const notOurs = Object.keys(there).filter((name) => !env.has(name) && !(name in start.env));
    return {
        env: { ...start.env, ...(kind === 'app' && isStale && { PORT: String(port) }) },
        reasons: reasons.filter((reason) => !told.includes(reason)),
        findings: [
            ...start.findings.filter((finding) => !known.has(keyOf(finding))),
            ...checkThere(new Map(notOurs.map((name) => [name, there[name] ?? ''])), { kind }, given.files),
        ],
    };
}
const keyOf = ({ code, message, line }) => `${code} ${line} ${message}`;
/** The variables that tell the platform what to do. */
function managedEnv({ kind, command }, { healthCheckPaths }, port) {
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/plan/plan.ts















/** Which app is meant: by its id, else by its owner and name. */
function identify(project, inputs) {
    const { settings, findings } = readSettings(inputs.own);
    const named = (0,json.at)(project.pyproject?.data, 'project', 'name');
    const name = inputs.name || (typeof named === 'string' ? named : (0,external_node_path_.basename)(project.dir));
    if (inputs.id !== '' && !(0,values/* isAppId */.tq)(inputs.id)) {
        const message = `The id '${(0,findings_text/* quote */.hD)(inputs.id)}' is not an id of Clever Cloud.`;
        const remedy = 'Copy it from the console (app_\u2026), or remove it: the app is then looked up by name.';
        findings.push((0,finding/* error */.z3)('invalid-id', message, remedy));
    }
    const { owner, paramsAsEnv } = settings;
    return { identity: { id: inputs.id, name, slug: '', isNamed: inputs.name !== '', owner, paramsAsEnv }, findings };
}
/** Decides what the project will be on Clever Cloud, and checks what needs neither network nor uv. */
async function planApp(project, inputs, candidates) {
    const { identity, findings } = identify(project, inputs);
    const { settings } = readSettings(inputs.own);
    const env = new Map(inputs.env.map(({ name, value }) => [name, value]));
    const around = (0,project_around/* workspaceAround */.t)(project);
    const installs = installsOf(project, around, env.get('ENVIRONMENT') === 'development');
    const installed = project.lock && (0,required/* readRequired */.y)(project, installs).installed;
    // Without a lock, which is an error of its own, nothing is missing in it.
    const has = (name) => installed?.has(name) ?? true;
    const given = { project, inputs, settings, files: await candidates(), has };
    const start = await settle(given, env);
    findings.push(...start.findings, ...checkVariables(env, start.decided ?? { kind: 'app' }, given.files));
    const { decided, subject } = start;
    if (decided === undefined)
        return { findings };
    const { kind, command } = decided;
    const file = kind === 'task' && needsShell(command.text) ? undefined : entryFile(command, subject.files);
    if (file !== undefined)
        findings.push(...(0,readable/* checkSource */.A)(project.checkout, (0,external_node_path_.join)(project.dir, file)));
    const spec = {
        ...{ id: identity.id, name: identity.name, isNamed: identity.isNamed ?? false, kind },
        ...{ owner: settings.owner, zone: settings.zone, settings: settings.app, domains: settings.domains },
        ...{ paramsAsEnv: settings.paramsAsEnv, previewEnv: settings.previewEnv, shown: project.shown },
        ...{ isRebuilt: inputs.force, env: start.env, judge: (there) => judge(given, env, start, there) },
    };
    const contract = file === undefined ? {} : { start: contractOf(decided, file, installs, subject) };
    return {
        findings,
        spec,
        plan: {
            ...makePlan(subject, decided, file, spec),
            ...bringing(project, around),
            ...contract,
            reasons: [...decided.reasons, ...start.why],
        },
    };
}
function makePlan(subject, decided, file, spec) {
    const { project, inputs, env, port } = subject;
    const { kind, command } = decided;
    const isDevelopment = env.get('ENVIRONMENT') === 'development';
    return {
        ...{ name: spec.name, kind, contentType: decided.contentType, entrypoint: decided.entrypoint },
        delivery: 'commit',
        // Clever Cloud's documentation, "Python with uv".
        install: { by: 'sync', flags: ['--locked', '--no-progress', ...(isDevelopment ? [] : ['--no-dev'])] },
        healthPaths: kind === 'app' ? inputs.healthCheckPaths : [],
        includes: () => true,
        includesExplicitly: () => false,
        maxBundleSize: Number.POSITIVE_INFINITY,
        ...(!(kind === 'task' && needsShell(command.text)) && {
            launch: (place) => launchOf(command, port, decided.env, place),
        }),
        checkFiles: (files) => [...checkBundled(file, files, subject), ...checkPlatformFiles(project, files, env)],
    };
}
/** What uv needs at the bundle's root, from wherever it finds it in the checkout. */
function bringing(project, around) {
    const added = [around?.root ?? project.pyproject, project.lock, project.pin].flatMap((file) => file ? [{ path: (0,external_node_path_.basename)(file.path), source: file.path, size: (0,external_node_fs_.statSync)(file.path).size, executable: false }] : []);
    return { added, ...(around && { around }) };
}
function checkBundled(file, files, { project }) {
    if (file === undefined || files.some(({ path }) => path === file))
        return [];
    const message = `${(0,findings_text/* quote */.hD)(file, 120)}, which the run command starts, is left out of the bundle.`;
    const place = { file: project.shown((0,external_node_path_.join)(project.dir, file)) };
    return [(0,finding/* error */.z3)('entrypoint-not-bundled', message, 'Check .gitignore, and include and exclude.', place)];
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/clever-cloud.ts





/** Clever Cloud: its apps are found by id, or by owner and name, and described in `[tool.uv-deploy.clever-cloud]`. */
const cleverCloud = {
    name: 'clever-cloud',
    credentials: {
        token: 'CLEVER_TOKEN',
        secret: { env: 'CLEVER_SECRET', isRequired: true },
        single: 'CLEVER_SERVICE_TOKEN',
        consumer: { key: 'CLEVER_CONSUMER_KEY', secret: 'CLEVER_CONSUMER_SECRET' },
    },
    server: SERVER,
    words: {
        credential: refusals/* WORDS */.q.credential,
        noUrl: 'Write a domain of yours as `domains` under [tool.uv-deploy.clever-cloud].',
    },
    settings: SETTINGS,
    defaultServer: 'https://api.clever-cloud.com',
    identify: async (project, inputs) => {
        const { identity, findings } = identify(project, inputs);
        return { identity: identity && ofVariant(identity, inputs.variant), findings };
    },
    open: async (identity, access, deps) => {
        const { openConnection } = await __webpack_require__.e(/* import() */ 102).then(__webpack_require__.bind(__webpack_require__, 8102));
        const { id, name, owner = '', paramsAsEnv = false } = identity;
        return openConnection({ id, name, owner, paramsAsEnv }, name, access, deps).connection;
    },
    plan: async (project, inputs, candidates) => {
        const { plan, spec, ...others } = await planApp(project, inputs, candidates);
        if (plan === undefined || spec === undefined)
            return others;
        const target = inputs.variant === '' ? spec : (0,gateway_variant/* variantSpec */.d)(spec, inputs.variant);
        return {
            ...others,
            plan: {
                ...plan,
                name: target.name,
                open: async (...args) => (await Promise.all(/* import() */[__webpack_require__.e(102), __webpack_require__.e(474)]).then(__webpack_require__.bind(__webpack_require__, 4474))).openGateway(target, ...args),
            },
        };
    },
};
const ofVariant = (identity, variant) => variant === '' ? identity : { ...identity, id: '', name: (0,gateway_variant/* variantName */.L$)(identity.name, variant), variant };


/***/ }),

/***/ 6162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L$: () => (/* binding */ variantName),
/* harmony export */   Uo: () => (/* binding */ NAME_LIMIT),
/* harmony export */   d: () => (/* binding */ variantSpec)
/* harmony export */ });
/* harmony import */ var _shared_marked_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3984);

/** The console shows names in one line; no longer one is made here. */
const NAME_LIMIT = 100;
const LONGEST_PREVIEW_MARK = '-pr-1234567890'.length;
/** The name of a variant's app: `<name>-staging`. It leaves room for the mark of a preview. */
const variantName = (name, variant) => (0,_shared_marked_name_js__WEBPACK_IMPORTED_MODULE_0__/* .markedName */ .Q)(name, `-${variant}`, NAME_LIMIT - LONGEST_PREVIEW_MARK);
/** The app of a variant in place of production's: with its settings, and without its id and its domains. */
const variantSpec = (spec, variant) => ({
    ...spec,
    ...{ id: '', name: variantName(spec.name, variant), variant, domains: [] },
    model: { id: spec.id, name: spec.name },
});


/***/ }),

/***/ 3984:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ markedName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

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
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
    return `${letters.slice(0, room - HASH_LENGTH - 1).join('')}-${hash}${mark}`;
}


/***/ }),

/***/ 4215:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   C0: () => (/* binding */ createRefusals),
/* harmony export */   NJ: () => (/* binding */ unless),
/* harmony export */   Oj: () => (/* binding */ unreadableRow),
/* harmony export */   Ze: () => (/* binding */ badCredential),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _ports_http_authorities_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2336);
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5819);





const refusal = (code, why, remedy) => ({ code, why, remedy });
/** What a server refuses alike on every platform, by the status. */
const COMMON = {
    413: refusal('bundle-too-large', 'the bundle is larger than the server, or a proxy in front of it, allows', "Exclude files with 'exclude', or have the limit raised."),
    429: refusal('rate-limited', 'the server limits the number of requests', 'Run the job again later.'),
    500: refusal('server-error', 'the server had an error', 'Run the job again; if it happens again, ask your server\u2019s administrator.'),
};
const OTHERS = refusal('refused', 'the server refused', 'Fix what the server names, and run the job again.');
/** The refusal of a credential, which has its row in every table. */
const badCredential = ({ credential, newCredential, }) => refusal('invalid-key', `the server does not accept the ${credential}`, `${newCredential} and store it as the secret that 'token' reads.`);
/** The failures of the calls of `server`. */
function createRefusals(server, words) {
    const table = { ...COMMON, 401: badCredential(words), ...words.byStatus };
    const { said = saidIn } = words;
    return {
        said,
        unreachable: (step, error) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-unreachable', `${failed(step)}: ${error.message}.`, error.code === 'EPROTO' || error.code === 'ERR_SSL_WRONG_VERSION_NUMBER'
            ? `Set 'server' to ${server.replace(/^https:/, 'http:')}.`
            : (0,_ports_http_authorities_js__WEBPACK_IMPORTED_MODULE_2__/* .isUntrusted */ .fb)(error.code)
                ? `If your organization has a certificate authority of its own, set ${words.authorities ?? 'SSL_CERT_FILE'} under \`env:\` of this step to the path of its certificate (PEM).`
                : `Check that ${server} is the right 'server' and that this runner can reach it.`, { cause: error }),
        refused: (step, response) => {
            const { status } = response;
            if (status >= 300 && status < 400)
                return redirected({ server, ...words }, step, response);
            const { code, why, remedy } = words.judge?.(response) ?? table[Math.min(status, 500)] ?? OTHERS;
            const details = [status, ...(words.details?.(response) ?? [])].join(', ');
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(code, `${failed(step)}: ${why} (${details}${said(response)}).`, remedy);
        },
        unusable: (step, response) => {
            const what = (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isHtml */ ._6)(response) ? 'a web page' : `something that is not from ${words.short}`;
            return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(words.foreignCode, `${failed(step)}: ${server} answered ${response.status} with ${what}.`, `Check that 'server' is the address of ${words.name} itself. A login page or a proxy in front of it has to let API calls through.`);
        },
    };
}
/** A redirected POST would come out as a GET, and a credential must not leave its server: such redirects are not followed. */
function redirected({ server, api }, step, response) {
    const location = String(response.headers.location ?? '');
    const target = URL.canParse(location, server) ? new URL(location, server) : undefined;
    const [base = ''] = target?.href.split(`${api}/`) ?? [];
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('server-redirects', `${failed(step)}: ${server} redirects to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(location || 'another place', 120)}.`, base !== '' && base !== target?.href && base !== server
        ? `Set 'server' to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(base, 200)}.`
        : "Correct 'server', or let API calls through the login in front of it.");
}
/** `: "Invalid key"`: errors are JSON with a text in `error`, or plain text. */
function saidIn(response) {
    if ((0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isHtml */ ._6)(response))
        return '';
    const error = (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__.at)((0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonOf */ .o_)(response), 'error');
    const text = typeof error === 'string' ? error : response.text;
    return text.trim() === '' ? '' : `: "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text, 200)}"`;
}
/** What is asked for; `undefined` where the server refuses it with this code. */
const unless = (code, asking) => asking.catch((error) => {
    if ((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error, code))
        return undefined;
    throw error;
});
/** Row number `row` of a list of `count` makes no sense. */
const unreadableRow = (server, step, row, count) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('unreadable-row', `${failed(step)}: row ${row} of the ${count} that ${server} lists has no usable id or name, so what is there is not known.`, 'Run the job again; if it happens again, ask your server\u2019s administrator.');
/** `uploading the bundle` as `Uploading the bundle failed`. */
const failed = (step) => `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;


/***/ }),

/***/ 9757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ LOADERS),
/* harmony export */   pt: () => (/* binding */ readRunCommand),
/* harmony export */   r2: () => (/* binding */ isPython),
/* harmony export */   rW: () => (/* binding */ configuredServers),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
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
/** Options of these whose value may look like the app: a configuration, a class. */
const NOT_THE_APP = /^(?:-c|--config|-k|--worker-class|--logger-class|--log-config|--loop|--http|--ws)$/;
function entryOf(program, isModule, args) {
    const spelt = (word) => {
        if (word?.endsWith('.py'))
            return { file: word.replace(/^(?:\.\/)+/, '') };
        const [, module, object] = OBJECT.exec(word ?? '') ?? [];
        return module === undefined || object === undefined ? undefined : { module, object };
    };
    if (LOADERS.includes(program))
        return spelt(args.find((word, index) => OBJECT.test(word) && !NOT_THE_APP.test(args[index - 1] ?? '')));
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
/** The package that brings a program of another name. */
const PROVIDERS = {
    ...{ uvicorn: 'uvicorn', gunicorn: 'gunicorn', hypercorn: 'hypercorn', granian: 'granian', daphne: 'daphne' },
    ...{ 'waitress-serve': 'waitress', waitress: 'waitress', flask: 'flask', streamlit: 'streamlit', shiny: 'shiny' },
    ...{ fastapi: 'fastapi-cli', panel: 'panel', bokeh: 'bokeh', gradio: 'gradio', celery: 'celery' },
};
/** Servers that have where to listen from variables of these names, from a file of their own that is there, or from one that is named. */
function configuredServers({ program, args }, variables, has) {
    const prefixes = {
        uvicorn: 'UVICORN_',
        flask: 'FLASK_RUN_',
        granian: 'GRANIAN_',
        shiny: 'SHINY_',
        gunicorn: 'GUNICORN_',
        streamlit: 'STREAMLIT_SERVER_',
    };
    return [
        ...Object.entries(prefixes).flatMap(([server, prefix]) => variables.some((name) => name.startsWith(prefix)) ? [server] : []),
        ...(has('.streamlit/config.toml') ? ['streamlit'] : []),
        ...(has('gunicorn.conf.py') ? ['gunicorn'] : []),
        ...(args.some((word) => /^(?:-c|--config(?:=.*)?)$/.test(word)) ? [program] : []),
    ];
}


/***/ }),

/***/ 68:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ workspaceAround)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _lock_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3601);
/* harmony import */ var _lock_packages_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(556);
/* harmony import */ var _lock_roots_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6708);
/** What uv needs of the workspace around a member, where the member's folder is deployed. */




/**
 * How the bundle of a member's folder becomes one that `uv sync` takes, with `--locked` and with `--frozen`: it is the workspace, with
 * the member's files at the top as well. That needs a root which installs the member, and which is not built from files at the top.
 */
function workspaceAround(project) {
    const { workspace, lock, dir, pyproject } = project;
    const [root] = workspace.members;
    if (workspace.root === dir || !lock || !root || !pyproject)
        return undefined;
    const packages = (0,_lock_packages_js__WEBPACK_IMPORTED_MODULE_2__/* .lockedPackages */ .aJ)(lock);
    const roots = (0,_lock_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .rootsOf */ .RD)(lock, root, workspace.members);
    const groups = (0,_lock_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .defaultGroups */ .Qu)(root);
    const asked = groups.flatMap((group) => roots.groups.get(group) ?? []);
    const starts = roots.names.map((name) => ({ name, groups, extras: [] }));
    const reached = [...(0,_lock_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .reach */ .gl)({ packages, roots: starts, asked, judge: _lock_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .EVERYWHERE */ .Zh }).keys()];
    const isBuilt = (kind) => kind === 'editable' || kind === 'directory';
    const own = (0,_lock_roots_js__WEBPACK_IMPORTED_MODULE_3__/* .memberName */ .eg)(pyproject);
    const isRoot = ({ source }) => source?.at === '.' && isBuilt(source.kind);
    if (!reached.some(({ name }) => name === own) || reached.some(isRoot))
        return undefined;
    const built = new Set(reached.flatMap(({ source }) => (source && isBuilt(source.kind) ? [source.at] : [])));
    const members = workspace.members.map(({ path }) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace.root, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)).split(node_path__WEBPACK_IMPORTED_MODULE_0__.sep).join('/'));
    const paths = [...new Set([...members, ...built])].filter((path) => path !== '' && !path.startsWith('..') && !(0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path));
    return {
        root,
        folders: paths.map((path) => ({ folder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace.root, path), path, isBuilt: built.has(path) })),
    };
}


/***/ }),

/***/ 7425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ judgeRunCommand),
/* harmony export */   r: () => (/* binding */ listeningOf)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


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
    const findings = [];
    const { file, line } = command;
    const complain = (code, message, remedy) => findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(code, message, remedy, { file, line }));
    if (!command.hasShell && /\$\{?\w/.test(command.text)) {
        const message = `The run command '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(command.text, 120)}' names a variable, but no shell runs it: it stays as it is written.`;
        complain('command-variable', message, `Write the number instead: ${command.port}.`);
        return findings;
    }
    const found = listeningOf(command);
    if (found === undefined)
        return findings;
    const { name, host, port, wanted } = found;
    if (LOOPBACK.test(host)) {
        const message = `${name} listens on ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(host)} with this run command, which only the machine itself can reach.`;
        complain('command-host-local', message, `Add \`${wanted.host}\` to the command.`);
    }
    if (/^\d+$/.test(port) && Number(port) !== command.port) {
        const message = `${name} listens on port ${port} with this run command; the platform looks for it on port ${command.port}.`;
        complain('command-port', message, `Write \`${wanted.port}\` in the command.`);
    }
    return findings;
}
function listeningOf({ text, port: on, portText = String(on), configured, }) {
    const words = (text.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
    const found = serverIn(words);
    if (found === undefined)
        return undefined;
    const { name, server, options } = found;
    const bind = optionIn(options, server.bind);
    const [, bindHost, bindPort] = /^(.*?)(?::([^:\]]*))?$/.exec(bind ?? '') ?? [];
    const isConfigured = configured?.includes(name.split(' ')[0] ?? '') ?? false;
    const host = (bindHost || optionIn(options, server.host)) ?? (isConfigured ? '' : server.defaultHost);
    const port = (bindPort || optionIn(options, server.port)) ?? (isConfigured ? '' : String(server.defaultPort));
    const both = `--bind 0.0.0.0:${portText}`;
    const [hostOption, portOption] = [server.host.at(-1), server.port.at(-1)];
    const wantedHost = bind === undefined && hostOption ? `${hostOption} 0.0.0.0` : both;
    return {
        name,
        host,
        port,
        wanted: { host: wantedHost, port: portOption ? `${portOption} ${portText}` : wantedHost },
    };
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


/***/ })

};
