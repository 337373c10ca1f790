export const id = 451;
export const ids = [451];
export const modules = {

/***/ 1438:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qI: () => (/* binding */ PUBLIC_KEY),
  xP: () => (/* binding */ createApi),
  k0: () => (/* binding */ readItem)
});

// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/ports/http/multipart.ts
var multipart = __webpack_require__(9637);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/platforms/shared/refusals.ts
var refusals = __webpack_require__(4215);
// EXTERNAL MODULE: ./src/platforms/shared/client.ts
var client = __webpack_require__(3790);
// EXTERNAL MODULE: ./src/platforms/ricochet/api/refusals.ts
var api_refusals = __webpack_require__(706);
;// CONCATENATED MODULE: ./src/platforms/ricochet/api/client.ts


function createClient({ server, token }, deps) {
    const request = (method, path, rest = {}) => ({
        method,
        url: `${server}/api/v0/${path}`,
        signal: deps.signal,
        ...rest,
        headers: { authorization: `Key ${token}`, accept: 'application/json, text/plain', ...rest.headers },
    });
    return { ...(0,client/* createPlatformClient */.B)(server, api_refusals/* WORDS */.q, deps.http, deps), request, signal: deps.signal };
}

// EXTERNAL MODULE: ./src/platforms/ricochet/api/values.ts
var api_values = __webpack_require__(7365);
;// CONCATENATED MODULE: ./src/platforms/ricochet/api/task-api.ts







/** A log that is still written has no end: what came in a second is enough, and is asked for again. */
const GROWING = { limit: 256_000, enoughMs: 1_000, silenceMs: 2_000, limitMs: 3_000 };
/** A log that is complete may be of any length; its end tells how the run went. */
const COMPLETE = { limit: 2_000_000, enoughMs: 20_000, silenceMs: 20_000, limitMs: 25_000, keep: 'end' };
const STARTING = 'starting the task';
function createTaskApi({ http, careful, request, call, get, list, sendOnce }) {
    return {
        /** Starts a run, once; throws when the server refused for good. */
        start: (id, params, signal) => {
            const body = (0,json/* jsonBody */.J9)(params === undefined ? {} : { params });
            return sendOnce(STARTING, request('POST', `content/${id}/invoke`, { ...body, signal }), readRun, whyNot);
        },
        /** `pending`, `success`, `failure` or `cancelled`. */
        status: (id, run, limitMs) => get('asking how the run goes', request('GET', `content/${id}/invocations/${run}`, { limitMs }), (value) => (0,api_values/* isId */.e)((0,json.at)(value, 'id')) ? (0,values/* textAt */.$6)(value, 'status') : undefined),
        /** The ids of the runs that are queued or under way. */
        active: (id) => list('listing the runs under way', request('GET', `content/${id}/invocations/active`), (row) => {
            const run = (0,json.at)(row, 'id') ?? (0,json.at)(row, 'invocation_id');
            return (0,api_values/* isId */.e)(run) ? run : undefined;
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
            return response?.status === 200 && !(0,json/* isHtml */._6)(response) ? response.text : undefined;
        },
        /** A run that has ended stays as it is (its API reference), so this may be sent twice. */
        stop: async (id, run, signal) => {
            await call('stopping the run', request('POST', `content/${id}/invocations/${run}/stop`, { signal }));
        },
    };
}
const readRun = (answer) => {
    const run = (0,json.at)(answer, 'invocation_id');
    return (0,api_values/* isId */.e)(run) ? run : undefined;
};
/** Throws for a refusal of the start that means another thing than in a deployment. */
function whyNot(response) {
    const because = `(${response.status}${(0,refusals/* saidIn */.$g)(response)})`;
    if (response.status === 403 && !(0,api_refusals/* isBadKey */.f)(response)) {
        throw (0,finding/* failure */.V2)('forbidden', `The task may not be started with this API key ${because}.`, "Only its owner, its collaborators and admins may run it: use a key of one of them as 'token', or have the owner add the key's user as a collaborator.");
    }
    if (response.status === 404) {
        throw (0,finding/* failure */.V2)('not-found', `The server does not find the task to start it ${because}.`, "Check 'id' and 'server', and that the server is a ricochet that runs tasks.");
    }
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/api/api.ts










const PUBLIC_KEY = /-----BEGIN (RSA )?PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END (RSA )?PUBLIC KEY-----/;
/** Receiving and storing 100 MB may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;
function createApi(access, deps) {
    const client = createClient(access, deps);
    const { request, call, read } = client;
    return {
        tasks: createTaskApi(client),
        checkKey: async () => {
            const answer = await (0,refusals/* unless */.NJ)('not-found', call('checking the API key', request('GET', 'check_key')));
            if (answer === undefined)
                throw notRicochet(access.server);
        },
        publicKey: () => read('fetching the key that encrypts variables', request('GET', 'public-key'), ({ text }) => PUBLIC_KEY.exec(text)?.[0]),
        ...createItemApi(client),
        ...createDeploymentApi(client),
    };
}
/** Every ricochet can check a key: without that, something else is there, or ricochet is not at this path. */
function notRicochet(server) {
    const { origin } = new URL(server);
    const remedy = origin === server ? "Set 'server' to the address of ricochet." : `Use the address without a path: ${origin}`;
    return (0,finding/* failure */.V2)('not-ricochet', `${server} is not a ricochet server (404).`, remedy);
}
/** What concerns the items themselves. */
function createItemApi({ request, exchange, call, read, list, refusals }) {
    const items = () => list('listing your items', request('GET', 'user/items'), readItem);
    const patch = async (step, path, body) => {
        await call(step, request('PATCH', path, (0,json/* jsonBody */.J9)(body)));
    };
    return {
        items,
        /** The `_ricochet.toml` that the server holds of an item. */
        toml: (id) => read('reading the settings of the item', request('GET', `content/${id}/toml`), ({ text }) => readToml(text)),
        /** Answers false when there is no such item any more. A missing one is reported as forbidden (its API reference). */
        remove: async (id) => {
            const step = 'removing the item';
            const response = await exchange(step, request('DELETE', `content/${id}`));
            if ((0,json/* isSuccess */.oJ)(response))
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
        deployments: (id) => list('listing the deployments', request('GET', `content/${id}/deployments`), readDeployment),
        deployment: (id, limitMs) => get('asking how the deployment goes', request('GET', `content/deployments/${id}`, { limitMs }), readDeployment).catch((error) => {
            throw (0,finding/* isFailure */.N6)(error, 'forbidden') ? withoutReading(id, error) : error;
        }),
        /** The ids of the running instances; `undefined` where this key or server does not tell. */
        instances: async (id, limitMs = http_http/* REQUEST_LIMIT_MS */.zA) => {
            const response = await careful(request('GET', `content/${id}/instances`, { limitMs })).catch(() => undefined);
            signal.throwIfAborted();
            if (response?.status !== 200)
                return undefined;
            const ids = (0,json/* rowsOf */.RO)((0,json/* jsonOf */.o_)(response), (row) => (0,json.at)(row, 'instance_id'));
            return ids?.filter(api_values/* isId */.e);
        },
        /** Uploads once, within `limitMs`; throws when the server refused for good. */
        upload: (parts, tell, limitMs) => {
            const { body, contentType } = (0,multipart/* multipart */.f)(parts, tell);
            const headers = { 'content-type': contentType };
            const sending = request('POST', 'content/upload', { body, headers, silenceMs: UPLOAD_SILENCE_MS, limitMs });
            return sendOnce('uploading the bundle', sending, readTaken);
        },
    };
}
/** Since ricochet 0.24, a key that may only deploy can't ask for anything of the content. */
const withoutReading = (id, cause) => (0,finding/* failure */.V2)('missing-scope', `The server accepted deployment ${id}, but this API key may not read its status. ${cause.message}`, 'Give the key the scope content:read in addition to content:deploy. The deployment continues on the server.', { cause });
/** Older servers spell it deploymentId, or leave it out. */
function readTaken(answer) {
    const id = (0,json.at)(answer, 'id');
    const deploymentId = (0,json.at)(answer, 'deployment_id') ?? (0,json.at)(answer, 'deploymentId');
    return (0,api_values/* isId */.e)(id) ? { id, deploymentId: (0,api_values/* isId */.e)(deploymentId) ? deploymentId : undefined } : undefined;
}
/** Strict on what tells one item from another; types of content that are not known pass. */
function readItem(row) {
    const id = (0,json.at)(row, 'id');
    const name = (0,json.at)(row, 'name');
    const slug = (0,json.at)(row, 'slug') ?? '';
    if (!(0,api_values/* isId */.e)(id) || typeof name !== 'string' || typeof slug !== 'string')
        return undefined;
    return { id, name, slug: (0,api_values/* readSlug */.W)(slug), contentType: (0,values/* textAt */.$6)(row, 'content_type') };
}
/** What is no TOML, or has no `[content]`, is no `_ricochet.toml`. */
function readToml(text) {
    try {
        const { content, ...others } = (0,dist/* parse */.qg)(text);
        return (0,values/* isTable */.bI)(content) ? { ...others, content: content } : undefined;
    }
    catch {
        return undefined;
    }
}
function readDeployment(row) {
    const id = (0,json.at)(row, 'id');
    const deployedAt = Number((0,json.at)(row, 'deployed_at'));
    if (!(0,api_values/* isId */.e)(id))
        return undefined;
    return { id, status: (0,values/* textAt */.$6)(row, 'status'), deployedAt: Number.isFinite(deployedAt) ? deployedAt : 0 };
}


/***/ }),

/***/ 706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isBadKey),
/* harmony export */   q: () => (/* binding */ WORDS)
/* harmony export */ });
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4215);

const KEY = {
    credential: 'API key',
    newCredential: 'Create a new key under Credentials > API Keys on the server, with the scope content:deploy,',
};
const isBadKey = ({ status, text }) => status === 403 && /invalid api key/i.test(text);
/** What ricochet's refusals mean. */
const WORDS = {
    ...{ short: 'ricochet', name: 'ricochet', api: '/api/v0', foreignCode: 'not-ricochet', ...KEY },
    judge: (response) => (isBadKey(response) ? (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .badCredential */ .Ze)(KEY) : undefined),
    byStatus: {
        403: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('forbidden', 'the item does not exist on this server, or this key may not deploy to it', "Check 'id' and 'server', and that the key belongs to the item's owner and has the scopes content:deploy and (since ricochet 0.24) content:read."),
        404: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('not-found', 'the server does not have it', "Check 'id' and 'server'. Without an id, the item is looked up by name, and created if there is none."),
        409: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('conflict', 'another item has this slug', 'Choose another slug in _ricochet.toml, or remove the other item on the server.'),
        413: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('bundle-too-large', 'the bundle is larger than the server allows', "Exclude files with 'exclude', or have the server's max_bundle_size raised."),
    },
};


/***/ }),

/***/ 7365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readSlug),
/* harmony export */   e: () => (/* binding */ isId)
/* harmony export */ });
// Values out of the answers of ricochet's API, which may be anything.
/** Ids are ULIDs today; anything that is safe in a path is taken. */
const isId = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
/** A slug becomes a part of the app's address; an empty one where there is none that can. */
const readSlug = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,255}$/.test(value) ? value : '';


/***/ }),

/***/ 281:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ checkEnvVars),
/* harmony export */   j: () => (/* binding */ encryptEnvVars)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4087);



/** What RSA-OAEP with SHA-256 can hold under ricochet's 2048-bit key: 256 - 2 * 32 - 2 bytes. */
const LIMIT = 190;
/** Names every variable that can't be encrypted, before anything is sent. */
function checkEnvVars(vars) {
    return vars
        .filter(({ name, value }) => Buffer.byteLength(name) > LIMIT || Buffer.byteLength(value) > LIMIT)
        .map(({ name, value }) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('env-too-long', Buffer.byteLength(value) > LIMIT
        ? `The variable ${name} has ${Buffer.byteLength(value)} bytes; ricochet takes ${LIMIT}.`
        : `The name of the variable ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(name)} has ${name.length} bytes; ricochet takes ${LIMIT}.`, 'Split it over several variables, or keep the value where the app can fetch it.'));
}
/** `{base64(RSA-OAEP-SHA256(name)): base64(RSA-OAEP-SHA256(value))}` (ricochet's API reference, "env_vars"). */
function encryptEnvVars(vars, publicKey) {
    const encrypt = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.publicEncrypt)({ key: publicKey, padding: node_crypto__WEBPACK_IMPORTED_MODULE_0__.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, Buffer.from(text)).toString('base64');
    try {
        return Object.fromEntries(vars.map(({ name, value }) => [encrypt(name), encrypt(value)]));
    }
    catch (cause) {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .failure */ .V2)('env-encryption', "The environment variables can't be encrypted with the server's key.", 'Ask your server\u2019s administrator to check its key, or deploy without env.', { cause });
    }
}


/***/ }),

/***/ 5808:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LG: () => (/* binding */ variantMark),
/* harmony export */   UL: () => (/* binding */ variantIdentity),
/* harmony export */   gz: () => (/* binding */ previewName),
/* harmony export */   sI: () => (/* binding */ previewTarget),
/* harmony export */   zI: () => (/* binding */ variantTarget)
/* harmony export */ });
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3292);
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _shared_marked_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3984);



/** The server takes no longer name (its documentation of `_ricochet.toml`). */
const NAME_LIMIT = 120;
/**
 * Another item with the app's files: another name and slug, never its id, and no schedule, for it must not do the app's regular
 * work a second time.
 */
function renamed(target, name, slug) {
    const rename = (settings) => {
        const { id: _id, ...content } = ((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(settings, 'content') ?? {});
        const { cron: _cron, ...schedule } = ((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(settings, 'schedule') ?? {});
        return {
            ...settings,
            content: { ...content, name, ...(slug !== '' && { slug }) },
            ...(Object.hasOwn(settings, 'schedule') && { schedule }),
        };
    };
    return {
        ...target,
        ...{ id: '', name, slug },
        config: (0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(rename((0,smol_toml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(target.config))),
        settings: rename(target.settings),
    };
}
const LONGEST_PREVIEW_MARK = ' (PR #1234567890)'.length;
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
    name: (0,_shared_marked_name_js__WEBPACK_IMPORTED_MODULE_1__/* .markedName */ .Q)(name, variantMark(variant), NAME_LIMIT - LONGEST_PREVIEW_MARK),
    slug: slug === '' ? '' : `${slug}-${variant}`,
});
/** `<name> (PR #<number>)`. */
const previewName = (app, pullRequest) => (0,_shared_marked_name_js__WEBPACK_IMPORTED_MODULE_1__/* .markedName */ .Q)(app, ` (PR #${pullRequest})`, NAME_LIMIT);
/** The item of a pull request in place of the app's own. */
const previewTarget = (target, pullRequest) => ({
    ...renamed(target, previewName(target.name, pullRequest), target.slug === '' ? '' : `${target.slug}-pr-${pullRequest}`),
    pullRequest,
});


/***/ }),

/***/ 4110:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ CONFIG_FILE),
  X: () => (/* binding */ readConfig)
});

// EXTERNAL MODULE: ./src/bundle/pattern.ts
var pattern = __webpack_require__(6230);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/ricochet/plan/content-types.ts
var content_types = __webpack_require__(7515);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(5814);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
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
        return (0,finding/* messageOf */.bD)(error)
            .replace(/^CronPattern: /, '')
            .replace(/\.$/, '');
    }
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/config-rules.ts






const NAME_LIMIT = 120;
const ACCESS_TYPES = ['private', 'internal', 'external'];
/** The keys that take one of a few values. */
const VALUES = {
    access_type: ACCESS_TYPES,
    content_type: Object.keys(content_types/* CONTENT_TYPES */.yw),
};
/** The sizing keys, with values to suggest. */
const SIZING = { min_instances: 0, max_instances: 5, spawn_threshold: 80, max_connections: 10 };
const remark = (code, key, message, remedy) => ({ code, key, message, remedy });
const missingKeys = ({ data }) => {
    const missing = ['name', 'entrypoint', 'access_type', 'content_type'].filter((key) => (0,json.at)(data, 'content', key) === undefined);
    const complain = (key, message, remedy) => remark('config-missing-key', key, message, remedy);
    const language = 'Add [language] with name = "python" and packages = "uv.lock".';
    return [
        ...missing.map((key) => complain(`content.${key}`, `[content] has no ${key}.`, `Add ${key} = "\u2026" under [content]${VALUES[key] ? `, with one of: ${VALUES[key].join(', ')}` : ''}.`)),
        ...((0,json.at)(data, 'language', 'name') === undefined
            ? [complain('language.name', '[language] has no name.', language)]
            : []),
    ];
};
const config_rules_name = ({ data }) => {
    const value = (0,json.at)(data, 'content', 'name');
    const complain = (message, remedy) => [remark('config-name', 'content.name', message, remedy)];
    if (typeof value !== 'string')
        return [];
    if (value.trim() === '')
        return complain('The name is empty.', 'Give the item a name.');
    const { length } = [...value];
    if (length <= NAME_LIMIT)
        return [];
    return complain(`The name has ${length} characters; ricochet takes ${NAME_LIMIT}.`, 'Shorten it.');
};
const slug = ({ data }) => {
    const value = (0,json.at)(data, 'content', 'slug');
    if (typeof value !== 'string' || /^[A-Za-z0-9_-]+$/.test(value))
        return [];
    const message = `The slug '${(0,findings_text/* quote */.hD)(value)}' has characters other than letters, digits, - and _.`;
    return [remark('config-slug', 'content.slug', message, `Write it as '${toSlug(value) || 'my-app'}'.`)];
};
const accessType = ({ data }) => {
    const value = (0,json.at)(data, 'content', 'access_type');
    if (typeof value !== 'string' || ACCESS_TYPES.includes(value))
        return [];
    const meant = (0,nearest/* nearest */.p)(value, ACCESS_TYPES);
    const remedy = meant ? `Did you mean "${meant}"?` : `Use one of: ${ACCESS_TYPES.join(', ')}.`;
    return [remark('config-access-type', 'content.access_type', `The access_type is '${(0,findings_text/* quote */.hD)(value)}'.`, remedy)];
};
const language = ({ data }) => {
    const value = (0,json.at)(data, 'language', 'name');
    if (typeof value !== 'string' || value === 'python')
        return [];
    const remedy = 'This action deploys uv-managed Python: set name = "python".';
    return [remark('config-language', 'language.name', `The language is '${(0,findings_text/* quote */.hD)(value)}'.`, remedy)];
};
const config_rules_packages = ({ data }) => {
    const value = (0,json.at)(data, 'language', 'packages');
    if (value === 'uv.lock')
        return [];
    const is = value === undefined ? 'has no packages' : `has packages = '${(0,findings_text/* quote */.hD)(String(value))}'`;
    const message = `[language] ${is}; the server answers "Package file required".`;
    return [remark('config-packages', 'language.packages', message, 'Set packages = "uv.lock" under [language].')];
};
const contentType = ({ data, contentType: value, type }) => {
    if (typeof (0,json.at)(data, 'content', 'content_type') !== 'string' || type !== undefined)
        return [];
    const names = Object.keys(content_types/* CONTENT_TYPES */.yw);
    const foreign = content_types/* OTHER_LANGUAGES */.dE.includes(value);
    const meant = foreign ? undefined : (0,nearest/* nearest */.p)(value, names);
    const message = foreign
        ? `The content_type '${value}' is not Python.`
        : `There is no content_type '${(0,findings_text/* quote */.hD)(value)}'; the server would refuse it.`;
    const remedy = meant ? `Did you mean "${meant}"?` : `Use one of: ${names.join(', ')}.`;
    return [remark('config-content-type', 'content.content_type', message, remedy)];
};
const entrypoint = ({ data, entrypoint: value, contentType: typeName, type }) => {
    const complain = (message, remedy) => [
        remark('config-entrypoint', 'content.entrypoint', message, remedy),
    ];
    if (typeof (0,json.at)(data, 'content', 'entrypoint') !== 'string')
        return [];
    if (value === '')
        return complain('The entrypoint is empty.', 'Name the file that is to be started.');
    const invalid = 'the server answers "Invalid entrypoint".';
    if (/^(?:\/|[A-Za-z]:)|\\/.test(value) || value.split('/').includes('..')) {
        const message = `The entrypoint '${(0,findings_text/* quote */.hD)(value)}' is not a path inside the project; ${invalid}`;
        return complain(message, 'Give it relative to the folder of _ricochet.toml, with forward slashes.');
    }
    if (type === undefined || type.accepts.test(value))
        return [];
    const message = `The entrypoint '${(0,findings_text/* quote */.hD)(value)}' is not ${type.entrypoint}, which ${typeName} needs; ${invalid}`;
    return complain(message, 'Correct entrypoint or content_type.');
};
/** Tables that only one kind of content may have, with the server's own words for it. */
const KIND_TABLES = [
    { code: 'config-serve', table: 'serve', not: 'task', words: 'served', remedy: 'an app content type' },
    { code: 'config-schedule', table: 'schedule', not: 'app', words: 'scheduled', remedy: 'python or quarto-py' },
    { code: 'config-static', table: 'static', not: 'app', words: 'served as a static site', remedy: 'quarto-py' },
];
const kindTables = ({ data, contentType: typeName, type }) => KIND_TABLES.filter(({ table, not }) => (0,json.at)(data, table) !== undefined && type?.kind === not).map(({ code, table, not, words, remedy }) => {
    const kind = not === 'app' ? 'an app' : 'a task';
    const message = `[${table}] does not go with content_type ${typeName}, ${kind}; the server answers "Chosen content type cannot be ${words}".`;
    return remark(code, table, message, `Remove [${table}], or choose ${remedy}.`);
});
const sizing = ({ data }) => {
    const serve = (0,json.at)(data, 'serve');
    if (typeof serve !== 'object')
        return [];
    const complain = (key, said, remedy) => remark('config-serve', key, said, remedy);
    const missing = Object.entries(SIZING).filter(([key]) => (0,json.at)(serve, key) === undefined);
    const names = missing.map(([key]) => key).join(', ');
    const lines = missing.map(([key, value]) => `${key} = ${value}`).join(', ');
    const message = `[serve] lacks ${names}; ricochet's reference wants all four sizing keys, and its examples have two of them.`;
    const leastOf = (key) => (key === 'min_instances' ? 0 : 1);
    const tooSmall = Object.keys(SIZING).filter((key) => Number((0,json.at)(serve, key) ?? 1) < leastOf(key));
    return [
        ...(missing.length > 0 ? [{ ...complain('serve', message, `Add ${lines}.`), level: 'warning' }] : []),
        ...tooSmall.map((key) => complain(`serve.${key}`, `${key} is ${String((0,json.at)(serve, key))}.`, `Give ${leastOf(key)} or more.`)),
    ];
};
const cron = ({ data }) => {
    const value = (0,json.at)(data, 'schedule', 'cron');
    const problem = typeof value === 'string' ? cronProblem(value) : undefined;
    if (problem === undefined)
        return [];
    const message = `The cron expression '${(0,findings_text/* quote */.hD)(String(value))}' is not valid: ${problem}.`;
    const remedy = 'Write five fields such as "0 9 * * 1-5" (UTC), or a word such as "@daily".';
    return [remark('config-cron', 'schedule.cron', message, remedy)];
};
const patterns = ({ data }) => ['include', 'exclude'].flatMap((key) => {
    const problem = (0,pattern/* patternProblem */.AL)((0,values/* strings */.P$)((0,json.at)(data, 'content', key)));
    if (problem === undefined)
        return [];
    return [remark('over-limit', `content.${key}`, `${key} ${problem}.`, 'Name files by a few patterns.')];
});
/** All that ricochet's server checks in a `_ricochet.toml`, beside the types of the keys. */
const RULES = [
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
const SCHEMA = {
    content: {
        ...keys('string', 'id name slug entrypoint access_type content_type summary thumbnail exec_env'),
        ...keys('strings', 'tags include exclude'),
    },
    language: keys('string', 'name packages'),
    schedule: {
        ...keys('string', 'cron'),
        ...keys('boolean', 'parameterized'),
        ...keys('strings', 'on_success on_error'),
        max_duration: ['string', 'integer'],
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
    string: { is: (value) => typeof value === 'string', say: 'a string in quotes' },
    boolean: { is: (value) => typeof value === 'boolean', say: 'true or false' },
    integer: { is: (value) => Number.isInteger(value), say: 'a whole number' },
    count: { is: (value) => Number.isInteger(value) && Number(value) >= 0, say: 'a whole number, 0 or more' },
    strings: {
        is: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
        say: 'a list of strings',
    },
    table: { is: (value) => typeof value === 'object' && !Array.isArray(value), say: 'a table' },
    any: { is: () => true, say: 'anything' },
};
/** Tables and keys of the wrong type, which the server refuses, and unknown ones, which it ignores. */
function checkSchema(data) {
    return Object.entries(data).flatMap(([table, value]) => {
        const known = Object.hasOwn(SCHEMA, table) ? SCHEMA[table] : undefined;
        if (known === undefined)
            return [unknown(table, table, Object.keys(SCHEMA))];
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
    const said = { message: `${key} is not ${wanted}.`, remedy: `Give ${wanted}.` };
    return { level: 'error', code: 'config-type', key: path, ...said };
};
/** Where a key belongs that another table has, or that is a table of its own. */
function elsewhere(path, key) {
    const [first] = Object.hasOwn(SCHEMA, key) ? Object.keys(SCHEMA[key] ?? {}) : [];
    if (first !== undefined)
        return `Write the table [${key}] in its place, with keys such as ${first}.`;
    const tables = path === key ? [] : Object.keys(SCHEMA).filter((table) => Object.hasOwn(SCHEMA[table] ?? {}, key));
    return tables.length === 1 ? `Move it under [${tables[0]}].` : undefined;
}
const unknown = (path, key, known) => {
    const meant = (0,nearest/* nearest */.p)(key, known);
    const remedy = elsewhere(path, key) ?? (meant ? `Did you mean '${meant}'?` : `Known here: ${known.join(', ')}.`);
    const message = `The server ignores '${(0,findings_text/* quote */.hD)(key)}': the key is unknown.`;
    return { level: 'warning', code: 'config-unknown-key', key: path, message, remedy };
};

;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/config.ts







const CONFIG_FILE = '_ricochet.toml';
/**
 * Checks a `_ricochet.toml` for all that the server would refuse. Every finding has the line it is about, but for the keys that
 * come `fromInputs`: those have no line in the file.
 */
function readConfig(file, fromInputs = []) {
    const { data } = file;
    const text = (key) => (0,values/* textAt */.$6)(data, 'content', key);
    const contentType = text('content_type');
    const type = Object.hasOwn(content_types/* CONTENT_TYPES */.yw, contentType) ? content_types/* CONTENT_TYPES */.yw[contentType] : undefined;
    const draft = { data, contentType, type, entrypoint: text('entrypoint') };
    const remarks = [...checkSchema(data), ...RULES.flatMap((rule) => rule(draft))];
    // A list that was complained of is not used: it must not leave everything out as well.
    const patterns = (key) => {
        const value = (0,json.at)(data, 'content', key);
        return Array.isArray(value) && (0,pattern/* patternProblem */.AL)((0,values/* strings */.P$)(value)) === undefined ? (0,values/* strings */.P$)(value) : undefined;
    };
    return {
        findings: remarks.map(({ key, level = 'error', ...remark }) => ({
            ...remark,
            level,
            ...(!fromInputs.includes(key) && (0,toml/* placeIn */.VV)(file, key)),
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
            /** The item's own limit on the bundle, in bytes. */
            maxBundleSize: (0,units/* byteSize */.mz)((0,json.at)(data, 'retention', 'max_bundle_size')),
        },
    };
}


/***/ }),

/***/ 7515:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   IU: () => (/* binding */ isContentType),
/* harmony export */   dE: () => (/* binding */ OTHER_LANGUAGES),
/* harmony export */   j3: () => (/* binding */ CONTENT_TYPE_OF),
/* harmony export */   yw: () => (/* binding */ CONTENT_TYPES)
/* harmony export */ });
/**
 * ricochet's Python content types (its documentation, "Content items", and its command-line client's schema notes).
 * A directory as entrypoint of `shiny-py` is accepted by its name having no extension.
 */
const TABLE = {
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
    // Since ricochet 0.24.
    jupyter: { kind: 'task', accepts: /\.ipynb$/, entrypoint: 'a .ipynb file', appmode: 'jupyter-static' },
};
const CONTENT_TYPES = TABLE;
const isContentType = (name) => Object.hasOwn(TABLE, name);
/** An app stays up and answers requests; a task runs to its end. `undefined` for what is not a content type for Python. */
const kindOf = (name) => (isContentType(name) ? TABLE[name].kind : undefined);
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


/***/ }),

/***/ 2918:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ fromFile),
/* harmony export */   Z: () => (/* binding */ defaultName)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var smol_toml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3292);
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5819);
/* harmony import */ var _config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4110);




/** The project's own `_ricochet.toml`, with what the inputs override. */
function fromFile(file, inputs, findings) {
    const overrides = {
        ...(inputs.name && { name: inputs.name }),
        ...(inputs.entrypoint && { entrypoint: inputs.entrypoint }),
        ...(inputs.contentType && { content_type: inputs.contentType }),
    };
    const overridden = Object.keys(overrides);
    const content = { ...(0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_3__.at)(file.data, 'content'), ...overrides };
    const data = overridden.length > 0 ? { ...file.data, content } : file.data;
    const { config, findings: found } = (0,_config_js__WEBPACK_IMPORTED_MODULE_2__/* .readConfig */ .X)({ ...file, data }, overridden.map((key) => `content.${key}`));
    findings.push(...found);
    return {
        config,
        text: overridden.length > 0 ? (0,smol_toml__WEBPACK_IMPORTED_MODULE_1__/* .stringify */ .As)(data) : file.text,
        settings: data,
        reasons: [
            `${file.shown}: ${config.contentType}, entrypoint ${config.entrypoint}`,
            ...(overridden.length > 0 ? [`The inputs set ${overridden.join(', ')}.`] : []),
        ],
    };
}
/** What an item is called when neither the inputs nor a file says so. */
function defaultName(project) {
    const name = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_3__.at)(project.pyproject?.data, 'project', 'name');
    return typeof name === 'string' ? name : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(project.dir);
}


/***/ }),

/***/ 8451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ricochet: () => (/* binding */ ricochet)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/bundle/glob.ts + 1 modules
var glob = __webpack_require__(7312);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/inputs/setting.ts
var setting = __webpack_require__(3773);
// EXTERNAL MODULE: ./src/project/around.ts
var project_around = __webpack_require__(68);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
// EXTERNAL MODULE: ./src/project/lock/required.ts
var required = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
// EXTERNAL MODULE: ./src/project/target.ts
var target = __webpack_require__(452);
// EXTERNAL MODULE: ./src/platforms/ricochet/api/api.ts + 2 modules
var api = __webpack_require__(1438);
// EXTERNAL MODULE: ./src/platforms/ricochet/api/refusals.ts
var refusals = __webpack_require__(706);
// EXTERNAL MODULE: ./src/platforms/ricochet/api/values.ts
var api_values = __webpack_require__(7365);
// EXTERNAL MODULE: ./src/platforms/ricochet/gateway/env-vars.ts
var env_vars = __webpack_require__(281);
// EXTERNAL MODULE: ./src/platforms/ricochet/gateway/item-spec.ts
var item_spec = __webpack_require__(5808);
// EXTERNAL MODULE: ./src/platforms/ricochet/plan/config.ts + 3 modules
var plan_config = __webpack_require__(4110);
// EXTERNAL MODULE: ./src/platforms/ricochet/plan/content-types.ts
var content_types = __webpack_require__(7515);
// EXTERNAL MODULE: ./src/project/source/cells.ts
var cells = __webpack_require__(2802);
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
    dash: { ...PROGRAM, hasPages: true, isToldWhere: true, isInferred: true },
    // Shiny Express has no such object.
    'shiny-py': LOADED,
    // The other launchers are modules (`python -m`), for which Python looks in the bundle's folder too.
    'python-service': { ...PROGRAM, looksBesideOnly: true, listens: true },
    python: { ...PROGRAM, looksBesideOnly: true },
    // Its cells are run in the document's folder.
    'quarto-py': { ...PROGRAM, looksBesideOnly: true },
    jupyter: { ...PROGRAM, looksBesideOnly: true },
};
/** ricochet's `uv sync` leaves no group out that uv installs by default. */
const installsOf = (around) => ({
    ...{ defaultGroups: true, groups: [], extras: [] },
    ...(around && { from: around.root }),
});
/** Nothing for what is neither a Python file nor a document with cells. */
function contractOf(contentType, entrypoint, installs = installsOf(undefined)) {
    const terms = TERMS[contentType];
    // A whole Quarto project has no one document to begin with.
    if (contentType === 'quarto-py' && !(0,cells/* hasCells */.G)(entrypoint))
        return undefined;
    const isFile = entrypoint.endsWith('.py') || (0,cells/* hasCells */.G)(entrypoint);
    const file = isFile ? entrypoint : `${entrypoint.replace(/\/$/, '')}/app.py`;
    return { ...terms, file: file.replace(/^(?:\.\/)+/, ''), installs, needsPublicHost: false };
}

// EXTERNAL MODULE: ./src/platforms/ricochet/plan/decided.ts
var plan_decided = __webpack_require__(2918);
// EXTERNAL MODULE: ./src/platforms/shared/start-commands.ts
var start_commands = __webpack_require__(9407);
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
const dash = (start) => ({
    command: [start.python, '-c', DASH, start.entrypoint],
    env: { HOST: start.host, PORT: String(start.port), ...(0,start_commands/* dashPrefixes */.bf)(start) },
});
const service = (start) => ({ ...(0,start_commands/* script */.K$)(start), env: { PORT: String(start.port) } });
const quarto = ({ python, entrypoint }) => ({
    command: ['quarto', 'render', entrypoint.replace(/(?:^|\/)_quarto\.yml$/, '') || '.'],
    env: { QUARTO_PYTHON: python },
});
/** Inferred from what the documentation wants in the lock. */
const notebook = ({ python, entrypoint }) => ({
    command: [python, '-m', 'nbconvert', '--execute', '--to', 'html', entrypoint],
    env: {},
});
const STARTS = {
    'fast-api': start_commands/* uvicorn */.F1,
    flask: start_commands/* flask */.qi,
    streamlit: start_commands/* streamlit */.oM,
    dash,
    'shiny-py': start_commands/* shiny */.qK,
    'python-service': service,
    python: start_commands/* script */.K$,
    'quarto-py': quarto,
    jupyter: notebook,
};
/** The packages that start content of a type, which nothing but the lock brings. */
const STARTERS = {
    'fast-api': ['uvicorn'],
    streamlit: ['streamlit'],
    'shiny-py': ['shiny'],
    jupyter: ['nbconvert', 'ipykernel'],
};
/** The command that starts the content, for a process in the bundle's folder. */
const launch = (contentType, start) => {
    const { command, env } = STARTS[contentType](start);
    return { command, env: { PYTHONUNBUFFERED: '1', ...env } };
};

;// CONCATENATED MODULE: ./src/platforms/ricochet/ricochet.ts






















/** The server's own default of max_bundle_size (ricochet's documentation); a server with another one is reported by a setting. */
const MAX_BUNDLE_SIZE = 100_000_000;
const THUMBNAIL_LIMIT = 5_000_000;
const SETTINGS = {
    'max-bundle-size': (0,setting/* size */.Ej)('The largest bundle that this server takes, where that is not 100 MB.', '250MB'),
};
/** Reads `_ricochet.toml`, where there is one. */
function readFile(project) {
    const read = project.read(plan_config/* CONFIG_FILE */.g);
    return read === undefined || 'level' in read ? read : (0,toml/* parseToml */.MT)(read);
}
/** An error of the server itself: a sentence under `error`, and nothing else. */
const isOwn = ({ status, text }) => [401, 403, 404].includes(status) && /^\s*\{\s*"error"\s*:\s*"[^"]*"\s*\}\s*$/.test(text);
const ricochet = {
    name: 'ricochet',
    words: {
        credential: refusals/* WORDS */.q.credential,
        privateApp: 'Set access_type = "external" for a public app, or check that the key may open it.',
    },
    credentials: { server: 'RICOCHET_SERVER', token: 'RICOCHET_API_KEY' },
    server: target/* LINUX */["do"],
    // The API reference of ricochet: everybody may have the key that encrypts variables.
    sign: { path: '/api/v0/public-key', fits: ({ status, text }) => status === 200 && api/* PUBLIC_KEY */.qI.test(text) },
    isOwn,
    settings: SETTINGS,
    identify: async (project, inputs) => {
        const file = readFile(project);
        if (file !== undefined && (0,toml/* isFinding */.qd)(file))
            return { findings: [file] };
        const text = (key) => (0,values/* textAt */.$6)(file?.data, 'content', key);
        const identity = {
            id: inputs.id || text('id'),
            name: inputs.name || text('name') || (0,plan_decided/* defaultName */.Z)(project),
            slug: text('slug'),
            isNamed: inputs.name !== '',
        };
        return {
            identity: inputs.variant === '' ? identity : (0,item_spec/* variantIdentity */.UL)(identity, inputs.variant),
            findings: checkId(inputs, text('id'), file),
        };
    },
    open: async (...args) => (await gateway()).openConnection(...args),
    plan: async (project, inputs, candidates) => {
        const findings = (0,env_vars/* checkEnvVars */.a)(inputs.env);
        const file = readFile(project);
        if (file !== undefined && (0,toml/* isFinding */.qd)(file))
            return { findings: [...findings, file] };
        const decided = file
            ? (0,plan_decided/* fromFile */.H)(file, inputs, findings)
            : await (await detection()).fromDetection(project, inputs, await candidates(), findings);
        const own = (0,setting/* checkSettings */.EW)(SETTINGS, inputs.own, 'ricochet');
        findings.push(...own.findings);
        const limit = own.values.get('max-bundle-size');
        if (decided === undefined)
            return { findings };
        findings.push(...checkId(inputs, decided.config.id, file));
        const around = (0,project_around/* workspaceAround */.t)(project);
        const { entrypoint } = decided.config;
        const isJudged = entrypoint === '' || findings.some(({ code }) => code === 'config-entrypoint');
        const path = (0,external_node_path_.join)(project.dir, entrypoint);
        const source = isJudged || (0,external_node_path_.extname)(entrypoint) === '' ? [] : (0,readable/* checkSource */.A)(project.checkout, path);
        findings.push(...source, ...(isJudged ? [] : checkStarter(project, decided.config.contentType, around)));
        // A plan in spite of errors: what only the list of files can tell is reported in the same run.
        const isOpen = !isJudged && source.length === 0;
        return {
            findings,
            plan: makePlan(project, inputs, decided, {
                file,
                around,
                isOpen,
                serverLimit: typeof limit === 'number' ? limit : MAX_BUNDLE_SIZE,
            }),
        };
    },
};
function makePlan(project, inputs, decided, { file, around, serverLimit, isOpen }) {
    const { config, text, settings, reasons } = decided;
    const type = content_types/* CONTENT_TYPES */.yw[config.contentType];
    const kind = type?.kind ?? 'app';
    const include = config.include && (0,glob/* pathGlobs */.pS)(config.include);
    const exclude = (0,glob/* pathGlobs */.pS)(config.exclude);
    const content = Buffer.from(text);
    const place = (key) => (file ? (0,toml/* placeIn */.VV)(file, key) : {});
    const production = {
        ...{ id: inputs.id || config.id, name: config.name, slug: config.slug, app: config.name },
        ...{ isNamed: inputs.name !== '', contentType: config.contentType, config: text, settings },
    };
    const target = inputs.variant === '' ? production : (0,item_spec/* variantTarget */.zI)(production, inputs.variant);
    return {
        name: target.name,
        kind,
        contentType: config.contentType,
        manifest: { appmode: type?.appmode ?? 'python-api' },
        delivery: 'archive',
        // The server's documentation, "Dependency management" (0.24) and "Python" (0.17): what it runs after an upload.
        install: {
            by: 'sync',
            flags: ['--locked', '--no-python-downloads'],
            older: ['--frozen', '--no-python-downloads'],
        },
        entrypoint: config.entrypoint,
        reasons,
        healthPaths: kind === 'app' ? inputs.healthCheckPaths : [],
        includes: (path) => (include?.(path) ?? true) && !exclude(path),
        includesExplicitly: (path) => include?.(path) ?? false,
        added: [
            { path: plan_config/* CONFIG_FILE */.g, source: content, size: content.length, executable: false },
            ...requiredFiles(project, around),
        ],
        ...(around && { around }),
        ...startOf(config, around),
        maxBundleSize: Math.min(serverLimit, config.maxBundleSize ?? serverLimit),
        checkFiles: (files) => [
            ...(isOpen ? checkEntrypoint(project, config.entrypoint, files, place('content.entrypoint')) : []),
            ...checkThumbnail(project, config.thumbnail, files, place('content.thumbnail')),
        ],
        open: async (access, deps, pullRequest) => (await gateway()).openGateway(pullRequest === undefined ? target : (0,item_spec/* previewTarget */.sI)(target, pullRequest), access, deps),
    };
}
function startOf({ contentType, entrypoint }, around) {
    if (!(0,content_types/* isContentType */.IU)(contentType))
        return {};
    const start = contractOf(contentType, entrypoint, installsOf(around));
    return { ...(start && { start }), launch: (place) => launch(contentType, { ...place, entrypoint, basePath: '' }) };
}
/** The server starts some content with a program that only the lock can bring. */
function checkStarter(project, contentType, around) {
    const { lock, pyproject } = project;
    const starters = (0,content_types/* isContentType */.IU)(contentType) ? (STARTERS[contentType] ?? []) : [];
    const installed = lock && (0,required/* readRequired */.y)(project, installsOf(around)).installed;
    const starter = starters.find((name) => installed?.has(name) === false);
    if (starter === undefined || installed?.size === 0)
        return [];
    const message = `${starter} is not among the packages that the server installs: ricochet can't start ${contentType} content without it.`;
    const place = pyproject && (0,toml/* placeIn */.VV)(pyproject, 'project.dependencies');
    return [
        (0,findings_finding/* error */.z3)('framework-not-locked', message, `Run \`uv add ${starter}\` and commit pyproject.toml and uv.lock.`, place),
    ];
}
/** Ids become parts of URLs. */
function checkId(inputs, ofFile, file) {
    const id = inputs.id || ofFile;
    if (id === '' || (0,api_values/* isId */.e)(id))
        return [];
    const finding = (0,findings_finding/* error */.z3)('invalid-id', `The id '${(0,findings_text/* quote */.hD)(id)}' is not a ricochet id.`, "Copy it from the item's page, or remove it: the item is then looked up by name.");
    return [inputs.id || !file ? finding : { ...finding, ...(0,toml/* placeIn */.VV)(file, 'content.id') }];
}
/** What finds apps in code, which no project with a file needs. */
const detection = () => Promise.all(/* import() */[__webpack_require__.e(293), __webpack_require__.e(546)]).then(__webpack_require__.bind(__webpack_require__, 9546));
/** What talks to the server, which no check needs. */
const gateway = () => __webpack_require__.e(/* import() */ 624).then(__webpack_require__.bind(__webpack_require__, 7624));
/** What the server needs at the bundle's root, from wherever uv finds it (ricochet's documentation, "Python"). */
function requiredFiles(project, around) {
    return [around?.root ?? project.pyproject, project.lock, project.pin].flatMap((file) => file ? [{ path: (0,external_node_path_.basename)(file.path), source: file.path, size: (0,external_node_fs_.statSync)(file.path).size, executable: false }] : []);
}
function checkEntrypoint(project, entrypoint, files, place) {
    const folder = entrypoint === '.' ? '' : `${entrypoint.replace(/\/+$/, '')}/`;
    if (files.some(({ path }) => path === entrypoint || path.startsWith(folder)))
        return [];
    const shown = `The entrypoint ${(0,findings_text/* quote */.hD)(entrypoint)}`;
    if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, entrypoint))) {
        const remedy = 'Check .gitignore, and include and exclude.';
        return [(0,findings_finding/* error */.z3)('entrypoint-not-bundled', `${shown} is left out of the bundle.`, remedy, place)];
    }
    const remedy = 'Correct entrypoint; it is relative to the folder of the project.';
    return [(0,findings_finding/* error */.z3)('entrypoint-missing', `${shown} does not exist.`, remedy, place)];
}
function checkThumbnail(project, thumbnail, files, place) {
    if (thumbnail === '')
        return [];
    const file = files.find(({ path }) => path === thumbnail.replace(/^\.\//, ''));
    const complain = (message, remedy) => [(0,findings_finding/* error */.z3)('config-thumbnail', message, remedy, place)];
    if (!/\.(?:png|jpe?g|gif)$/i.test(thumbnail)) {
        return complain(`The thumbnail ${(0,findings_text/* quote */.hD)(thumbnail)} is not a png, jpg or gif.`, 'Use one of these formats.');
    }
    if (!file) {
        const exists = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, thumbnail));
        return complain(`The thumbnail ${(0,findings_text/* quote */.hD)(thumbnail)} ${exists ? 'is left out of the bundle' : 'does not exist'}.`, 'Correct the path, or remove the key.');
    }
    return file.size > THUMBNAIL_LIMIT
        ? complain(`The thumbnail ${(0,findings_text/* quote */.hD)(thumbnail)} is over 5 MB.`, 'Make it smaller.')
        : [];
}


/***/ }),

/***/ 9637:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ multipart),
/* harmony export */   h: () => (/* binding */ fileBody)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
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


const READ = 256 * 1024;
/**
 * A multipart/form-data body (RFC 7578) that is streamed and whose length is known before it is sent.
 * Names and file names are our own constants. `sent` is told how many bytes of files on disk have gone out.
 */
function multipart(parts, sent) {
    const boundary = `uv-deploy-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
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
                yield* readFile(part.path, sent);
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
    open: () => readFile(path, sent),
});
async function* readFile(path, sent) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path), true);
        const buffer = Buffer.allocUnsafeSlow(READ);
        for (let total = 0;;) {
            const { bytesRead } = await file.read(buffer, 0, READ);
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
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
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


/***/ })

};
