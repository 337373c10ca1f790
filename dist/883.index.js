export const id = 883;
export const ids = [883];
export const modules = {

/***/ 855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N1: () => (/* binding */ isUntold),
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   it: () => (/* binding */ authorization)
/* harmony export */ });
/* harmony import */ var _ports_http_below_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4092);
/* harmony import */ var _ports_http_redirects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6008);
/* harmony import */ var _shared_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3790);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5941);




/**
 * What tells the server who calls. Behind Snowflake its token comes first, and Connect's key next to it (Posit Publisher,
 * client.ts): the input `secret` holds that token.
 */
const authorization = ({ token, secret }) => secret === ''
    ? { authorization: `Key ${token}` }
    : { authorization: `Snowflake Token="${secret}"`, 'x-rsc-authorization': `Key ${token}` };
function createClient(access, deps) {
    const { server } = access;
    const http = withCookies(deps.http);
    /** Questions are followed within the API of this server; everything else is a login page, or no place for the key. */
    const api = new URL(`${server}/__api__/`);
    const once = (request) => request.method === 'GET' ? (0,_ports_http_redirects_js__WEBPACK_IMPORTED_MODULE_2__/* .getFollowing */ .m)(http, request, (next) => (0,_ports_http_below_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Y)(api, next)) : http(request);
    const request = (method, path, rest = {}) => ({
        method,
        url: api.href + path,
        signal: deps.signal,
        ...rest,
        headers: { ...authorization(access), accept: 'application/json', ...rest.headers },
    });
    return { ...(0,_shared_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createPlatformClient */ .B)(server, _refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .WORDS */ .q9, once, deps), request };
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


/***/ }),

/***/ 4148:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ isRendered),
/* harmony export */   aG: () => (/* binding */ checkContent),
/* harmony export */   d_: () => (/* binding */ checkAccessType),
/* harmony export */   jC: () => (/* binding */ toItem),
/* harmony export */   qY: () => (/* binding */ checkVanity),
/* harmony export */   xF: () => (/* binding */ createContents),
/* harmony export */   zT: () => (/* binding */ superseded)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


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
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('no-id', 'The key comes from trusted publishing: it is for one content, which it can neither look for nor make.', "Set the input 'id' to the GUID of that content.");
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
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('other-repository', `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(content.name)}' (${content.guid}) was deployed from ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(other, 120)}; this run is of ${repositoryOf(repository)}. It was not touched.`, `Set another 'name' for this project. If it is to take that content over, set \`id: ${content.guid}\`.`);
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
    const what = `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(content.name)}' (${content.guid})`;
    if (content.locked) {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('content-locked', `${what} is locked${content.lockedMessage ? `: "${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(content.lockedMessage, 200)}"` : ''}.`, 'Have it unlocked on the server.');
    }
    if (content.role === 'viewer' || content.role === 'none') {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('forbidden', `The owner of this key may look at ${what}, but not change it.`, 'Have the user made a collaborator of the content, or use the key of its owner.');
    }
    const isDecided = content.appMode !== '' && content.appMode !== 'unknown';
    if (isDecided && content.appMode !== appMode) {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('content-type-changed', `${what} is ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(content.appMode)}; this project is ${appMode}, and content keeps the type of its first deployment.`, "Give the new content another 'name', or correct content-type.");
    }
    const gitManaged = content.gitManaged ?? ((await api.hasGit()) && (await api.hasRepository(content.guid)));
    if (gitManaged) {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('git-managed', `${what} is deployed from a git repository by the server itself, which takes no bundles for it.`, "Give the new content another 'name', or end the content's link to git on the server.");
    }
}
/** Throws, before anything is sent, when the server's configuration forbids the access type that is asked for. */
async function checkAccessType(wanted, api) {
    if (typeof wanted !== 'string')
        return;
    const allowed = await api.accessTypes();
    if (allowed === undefined || allowed.includes(wanted))
        return;
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('access-type-refused', `The server does not allow the access type '${wanted}'. It allows ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(allowed.join(', ') || 'none', 120)}.`, 'Set one of these as access-type of connect under [tool.uv-deploy], or leave it out.');
}
/** Throws, before content is created for it, when other content has the vanity URL, or one above or below it. */
async function checkVanity(wanted, api) {
    if (wanted === undefined)
        return;
    const taken = (await api.vanities())?.find(({ path }) => path.startsWith(wanted) || wanted.startsWith(path));
    if (taken === undefined)
        return;
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('vanity-url-refused', `The vanity URL ${wanted} is taken: ${toItem(api.server, { guid: taken.guid, name: '' }).consoleUrl} has ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(taken.path, 120)}. Nothing was created.`, "Set another vanity-url under [tool.uv-deploy.connect], or set 'id' to the GUID of that content to deploy to it.");
}
/** Somebody else has made another bundle live while ours was on its way. */
const superseded = (server, { guid, name, bundleId }, ours) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('superseded', `While this run went on, somebody else has made bundle ${bundleId ?? 'none'} of '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' the live one: bundle ${ours} is not what people see.`, `Look at ${server}/connect/#/apps/${guid}, and run the job again if it should be. A concurrency group in the workflow keeps its runs apart.`);


/***/ }),

/***/ 8565:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ createDeployment)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _ports_http_health_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1855);
/* harmony import */ var _shared_first_visit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5584);
/* harmony import */ var _shared_shown_log_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7090);
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(855);
/* harmony import */ var _api_refusals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5941);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4148);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5453);









/** How long the server may hold back its answer, and how long the gateway asks on in one go: together they make few requests. */
const WAIT_S = 2;
const PATIENCE_MS = 8_000;
/** A server that does not hold its answers back is not asked more often than this. */
const LEAST_PAUSE_MS = 500;
/** Follows a bundle. `revert` is called when it is sure that it does not become live, and answers what there is to say of that. */
function createDeployment(begun, bench, revert = async () => []) {
    const { guid, bundleId } = begun;
    const { api, deps } = bench;
    const show = (0,_shared_shown_log_js__WEBPACK_IMPORTED_MODULE_8__/* .createShownLog */ .K)(deps, logOf(api.server, guid));
    let task = createTaskReader(begun.taskId, show, bench);
    let isActivated = begun.as !== 'draft';
    let isLooked = isActivated;
    let end;
    const activate = async () => {
        const trouble = await lookAtDraft(begun, bench);
        if (trouble)
            throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([trouble, ...(await revert())]);
        const content = await api.content(guid);
        if (![begun.before, bundleId].includes(content.bundleId)) {
            throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([(0,_contents_js__WEBPACK_IMPORTED_MODULE_6__/* .superseded */ .zT)(api.server, content, bundleId), ...(await revert({ live: content }))]);
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
                    throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([await failed(begun, read, bench), ...(await revert())]);
                if (isLooked)
                    end = { state: 'live' };
                else
                    await activate();
            }
            return end;
        },
        /** A draft that is not looked at any more does not become live, however its task ends. */
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
        const until = begun + Math.min(PATIENCE_MS, withinMs);
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
const logOf = (server, guid) => `${(0,_contents_js__WEBPACK_IMPORTED_MODULE_6__/* .toItem */ .jC)(server, { guid, name: '' }).consoleUrl}/logs`;
/** What people see as long as the bundle is not live, as a sentence of its own. */
function staying({ before, isFirst }) {
    if (before !== undefined)
        return ` Bundle ${before} stays live.`;
    return isFirst ? ' Nothing is live yet.' : '';
}
/** What the server says of a task that failed. */
async function failed(begun, { error: told }, { api, deps }) {
    const { guid, bundleId } = begun;
    const { error: cause, log, words } = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_7__/* .diagnose */ .h4)(guid, bundleId, api);
    const { cause: known, place } = deps.readFailure(words);
    if (log !== '') {
        deps.say('The end of the log of the job:');
        deps.quoted(log);
    }
    const why = [(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(told, 300), ...(cause === '' || told.includes(cause) ? [] : [cause])].filter(Boolean).join('; ');
    const details = log === '' ? '' : `\nThe end of its log:\n${log}`;
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('deployment-failed', `The server could not deploy bundle ${bundleId}: ${why || 'it gives no reason'}.${known ? ` ${known.message}` : ''}${staying(begun)}${details}`, `${known?.remedy ?? 'Fix what the log names, and run the job again.'} ${logOf(api.server, guid)}`, place);
}
/** What is wrong with a draft that is not healthy; nothing that people see has changed then. */
async function lookAtDraft(begun, { target, access, api, deps }) {
    const { guid, bundleId } = begun;
    const item = (0,_contents_js__WEBPACK_IMPORTED_MODULE_6__/* .toItem */ .jC)(api.server, { guid, name: '' });
    const url = `${item.url}/_bundle${bundleId}`;
    deps.say(`Looking at the draft: ${url}/`);
    const { healthPaths: paths, healthLimitMs: limitMs } = target;
    const consoleUrl = `${item.consoleUrl}/draft/${bundleId}`;
    const draft = { url, limitMs, headers: (0,_api_client_js__WEBPACK_IMPORTED_MODULE_4__/* .authorization */ .it)(access), consoleUrl };
    // On Connect, no app listens by itself.
    const meaning = { privateApp: _api_refusals_js__WEBPACK_IMPORTED_MODULE_5__/* .PRIVATE_APP */ .Y5, isPlatforms: _api_refusals_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnAnswer */ .rh, readFailure: deps.readFailure, listens: false };
    const { finding } = await (0,_ports_http_health_js__WEBPACK_IMPORTED_MODULE_2__/* .checkHealth */ .N)({ ...draft, ...meaning, paths }, deps);
    const notActivated = `The draft, bundle ${bundleId}, was not activated.${staying(begun)}`;
    if (finding === undefined) {
        const printed = () => (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_7__/* .printedBy */ .e_)(guid, bundleId, api);
        const visited = await (0,_shared_first_visit_js__WEBPACK_IMPORTED_MODULE_3__/* .firstVisit */ .q)({ ...draft, printed, isPublic: false }, deps);
        if (visited?.level === 'error')
            return { ...visited, message: `${notActivated} ${visited.message}` };
        if (visited)
            deps.say(visited.message);
        return undefined;
    }
    const { error, log, words } = await (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_7__/* .diagnose */ .h4)(guid, bundleId, api);
    if (log !== '') {
        deps.say('The end of the log of the draft:');
        deps.quoted(log);
    }
    // The page of an app that does not start may show the log already.
    const isShown = finding.message.includes(log.split('\n').at(-1) ?? '');
    const details = isShown ? '' : [error, `The end of its log:\n${log}`].filter((part) => part !== '').join('\n');
    const { cause, place } = deps.readFailure(words);
    return {
        ...(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .placed */ .GS)(finding, place),
        code: 'draft-unhealthy',
        message: `${notActivated} ${cause && !finding.message.includes(cause.message) ? `${cause.message} ` : ''}${finding.message}${details && `\n${details}`}`,
        ...(cause && { remedy: `${cause.remedy} Logs: ${consoleUrl}` }),
    };
}


/***/ }),

/***/ 5453:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   e_: () => (/* binding */ printedBy),
/* harmony export */   h4: () => (/* binding */ diagnose)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


const LINES = 20;
const LIMIT = 1_500;
/** Processes of one bundle whose logs are read. */
const MOST_JOBS = 4;
/** Never throws for what can't be learnt: it is asked when something else has gone wrong already. */
async function diagnose(guid, bundleId, api) {
    const learnt = async (asked, otherwise) => asked.catch((error) => {
        if (error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return otherwise;
        throw error;
    });
    const jobs = await learnt(api.jobs(guid), []);
    const job = jobs.find((one) => one.bundleId === bundleId) ?? jobs[0];
    if (job === undefined)
        return { error: '', log: '', words: '' };
    const [error, words] = await Promise.all([
        learnt(api.jobError(guid, job.key), ''),
        learnt(api.jobTail(guid, job.key), ''),
    ]);
    return { error: (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(error, 300), log: (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tail */ .RT)(words, LINES, LIMIT).trim(), words };
}
/**
 * All that the processes of a bundle have printed; empty when the server does not tell. A process may go on from an earlier visit:
 * the newest job is then that of the installation.
 */
async function printedBy(guid, bundleId, api) {
    try {
        const own = (await api.jobs(guid)).filter((one) => one.bundleId === bundleId);
        const running = own.filter(({ running }) => running);
        const logs = (running.length > 0 ? running : own.slice(0, 1)).slice(0, MOST_JOBS);
        return (await Promise.all(logs.map(({ key }) => api.jobLog(guid, key)))).flat().join('\n');
    }
    catch (error) {
        if (error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR)
            return '';
        throw error;
    }
}
/** The same in one text, of whatever of the content ran last; empty when the server knows nothing. */
async function explain(guid, api) {
    const { error, words } = await diagnose(guid, undefined, api);
    return [error, words].filter((text) => text !== '').join('\n');
}


/***/ }),

/***/ 9883:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openConnection: () => (/* binding */ openConnection),
  openGateway: () => (/* binding */ openGateway)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/platforms/shared/upload.ts
var upload = __webpack_require__(3755);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/platforms/connect/api/refusals.ts
var api_refusals = __webpack_require__(5941);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/platforms/connect/api/values.ts

/** Ids become parts of paths. */
const isGuid = (value) => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
const isNumber = (value) => typeof value === 'string' && /^\d{1,18}$/.test(value);
const isKey = (value) => typeof value === 'string' && /^[\w-]{1,128}$/.test(value);
const table = (value) => ((0,values/* isTable */.bI)(value) ? value : {});
/** Rows that can't be read are left out; what is no list is `undefined`. */
const readRows = (value, read) => Array.isArray(value) ? value.map(read).filter((row) => row !== undefined) : undefined;
/** Strict on what tells one content item from another. */
function readContent(row) {
    const fields = table(row);
    const { guid, name, owner_guid, bundle_id, git_enabled } = fields;
    if (!isGuid(guid) || typeof name !== 'string' || typeof owner_guid !== 'string')
        return undefined;
    return {
        guid,
        name,
        title: (0,values/* textAt */.$6)(fields.title),
        ownerGuid: owner_guid,
        /** `unknown` or empty until the first deployment has succeeded. */
        appMode: (0,values/* textAt */.$6)(fields.app_mode),
        /** The active bundle. */
        bundleId: isNumber(bundle_id) ? bundle_id : undefined,
        accessType: (0,values/* textAt */.$6)(fields.access_type),
        locked: fields.locked === true,
        lockedMessage: (0,values/* textAt */.$6)(fields.locked_message),
        /** What the caller is to it: `owner`, `editor`, `viewer` or `none`; empty where the server does not say. */
        role: (0,values/* textAt */.$6)(fields.app_role),
        /** Whether the server deploys it from git; `undefined` where it does not say. */
        gitManaged: typeof git_enabled === 'boolean' ? git_enabled : undefined,
        /** All of its fields, by the API's own names. */
        fields,
    };
}
function readBundle(row) {
    const { id, active, metadata } = table(row);
    const texts = Object.entries(table(metadata)).filter((entry) => typeof entry[1] === 'string');
    const marks = Object.fromEntries(texts);
    return isNumber(id) ? { id, active: active === true, metadata: marks } : undefined;
}
const readTaskId = (value) => {
    const id = (0,json.at)(value, 'task_id') ?? (0,json.at)(value, 'id');
    return isKey(id) ? id : undefined;
};
/** A task has failed when it says so by its code or by its error: of Posit's own clients one looks at each. */
function readTask(value) {
    const { output, finished, code, error, last } = table(value);
    if (typeof finished !== 'boolean')
        return undefined;
    return {
        output: (0,values/* strings */.P$)(output),
        finished,
        failed: finished && ((code !== undefined && code !== null && code !== 0) || (0,values/* textAt */.$6)(error) !== ''),
        error: (0,values/* textAt */.$6)(error),
        /** How many lines there are. */
        last: typeof last === 'number' && Number.isSafeInteger(last) && last >= 0 ? last : 0,
    };
}
function readJob(row) {
    const { key, bundle_id, end_time, start_time, exit_code } = table(row);
    if (!isKey(key))
        return undefined;
    return {
        key,
        bundleId: (0,values/* textAt */.$6)(bundle_id),
        running: end_time === null,
        started: (0,values/* textAt */.$6)(start_time),
        /** 0 when it has ended well. */
        exitCode: typeof exit_code === 'number' ? exit_code : undefined,
    };
}
function readUser(value) {
    const { guid, user_role, locked, confirmed } = table(value);
    return isGuid(guid)
        ? { guid, role: (0,values/* textAt */.$6)(user_role), locked: locked === true, confirmed: confirmed !== false }
        : undefined;
}
/** The Pythons that are installed, and whether new content may use each: absent where the server does not say. */
const readInstallations = (value) => readRows((0,json.at)(value, 'installations'), (row) => {
    const publishable = (0,json.at)(row, 'publishable');
    const version = (0,values/* textAt */.$6)(row, 'version');
    return version === '' ? undefined : { version, ...(typeof publishable === 'boolean' && { publishable }) };
});

;// CONCATENATED MODULE: ./src/platforms/connect/api/bundles.ts



/** Checksum or length differ from what was announced. */
const DAMAGED = [104, 125, 126];
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
            const listed = await find(step, request('GET', `v1/content/${guid}/bundles`), (value) => (0,json/* rowsOf */.RO)(value, readBundle), ({ status }) => status === 403);
            return listed && whole(step, listed).sort((a, b) => Number(b.id) - Number(a.id));
        },
        /** Uploads once; throws when the server refused for good. */
        upload: (guid, sending) => {
            const step = 'uploading the bundle';
            const damaged = (response, failure) => DAMAGED.includes((0,api_refusals/* errorCode */.CA)(response)) ? { outcome: 'again', failure, response } : undefined;
            return sendOnce(step, request('POST', `v1/content/${guid}/bundles`, sending), readBundle, damaged);
        },
        /** The active bundle stays: it was promoted meanwhile. */
        removeBundle: async (guid, id) => {
            const step = 'removing the bundle';
            const response = await exchange(step, request('DELETE', `v1/content/${guid}/bundles/${id}`));
            if ((0,json/* isSuccess */.oJ)(response))
                return 'removed';
            if (response.status === 404)
                return 'gone';
            if ((0,api_refusals/* errorCode */.CA)(response) === ACTIVE)
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
            const body = (0,json/* jsonBody */.J9)({ bundle_id: bundleId, ...(activate === false && { activate }) });
            const response = await exchange(step, request('POST', `v1/content/${guid}/deploy`, body));
            if (!(0,json/* isSuccess */.oJ)(response)) {
                if (activate === false && (0,api_refusals/* errorCode */.CA)(response) === UNKNOWN_FIELD)
                    return undefined;
                throw refused(step, response);
            }
            const task = readTaskId((0,json/* jsonOf */.o_)(response));
            if (task === undefined)
                throw unusable(step, response);
            return task;
        },
    };
}

// EXTERNAL MODULE: ./src/platforms/connect/api/client.ts
var client = __webpack_require__(855);
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
        create: (fields, judge) => sendOnce('creating the content', request('POST', 'v1/content', (0,json/* jsonBody */.J9)(fields)), readContent, judge),
        /** Sets fields of the content by the API's own names. Servers answer with the content, or with nothing (204). */
        patch: async (guid, fields) => {
            await call('updating the settings', request('PATCH', `v1/content/${guid}`, (0,json/* jsonBody */.J9)(fields)));
        },
        /** Answers false when there was none any more. */
        remove: (guid) => remove('removing the content', request('DELETE', `v1/content/${guid}`)),
        /** Whether the server deploys the content from git itself. */
        hasRepository: async (guid) => (await find('asking whether the content comes from git', request('GET', `v1/content/${guid}/repository`), (value) => (typeof value === 'object' && value !== null ? (0,json.at)(value, 'repository') !== undefined : undefined), client/* isUntold */.N1)) ?? false,
    };
}
function createVanityApi({ request, call, find }) {
    const path = (guid) => `v1/content/${guid}/vanity`;
    return {
        /** The path of the vanity URL; empty when there is none. */
        vanity: async (guid) => (await find('reading the vanity URL', request('GET', path(guid)), (value) => {
            const path = (0,json.at)(value, 'path');
            return typeof path === 'string' ? path : undefined;
        })) ?? '',
        /** All vanity URLs of the server; `undefined` where this key may not see them. */
        vanities: () => find('listing the vanity URLs', request('GET', 'v1/vanities'), (value) => readRows(value, (row) => {
            const [path, guid] = [(0,json.at)(row, 'path'), (0,json.at)(row, 'content_guid')];
            return typeof path === 'string' && typeof guid === 'string' ? { path, guid } : undefined;
        }), client/* isUntold */.N1),
        setVanity: async (guid, to) => {
            await call('setting the vanity URL', request('PUT', path(guid), (0,json/* jsonBody */.J9)({ path: to, force: false })));
        },
    };
}
function createEnvironmentApi({ request, call, find }) {
    const path = (guid) => `v1/content/${guid}/environment`;
    return {
        /** The names of the variables: the server never tells values. `undefined` where this key may not see them. */
        environment: (guid) => find('listing the environment variables', request('GET', path(guid)), (value) => readRows(value, (name) => (typeof name === 'string' ? name : undefined)), client/* isUntold */.N1),
        /**
         * Merges: variables that are not named stay, those whose value is null are removed. They count for every bundle of the content,
         * drafts too.
         */
        patchEnvironment: async (guid, vars, signal) => {
            const body = (0,json/* jsonBody */.J9)(vars.map(({ name, value }) => ({ name, value })));
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
            const jobs = await get('listing the jobs', listing, (value) => readRows(value, readJob));
            return jobs.sort((a, b) => (a.started < b.started ? 1 : -1));
        },
        job: (guid, key, limits) => get('asking how the job goes', request('GET', path(guid, key), limits), readJob),
        /** All that a job has printed so far, a line each. */
        jobLog: async (guid, key) => (await find('reading the log of the job', request('GET', `${path(guid, key)}/log`), (value) => readRows((0,json.at)(value, 'entries'), (row) => String((0,json.at)(row, 'data') ?? '')), () => true)) ?? [],
        /** Why a job ended before its time; empty when it did not. */
        jobError: async (guid, key) => (await find('reading the error of the job', request('GET', `${path(guid, key)}/error`), (value) => String((0,json.at)(value, 'summary') ?? ''), () => true)) ?? '',
        jobTail: async (guid, key) => {
            const response = await exchange('reading the log of the job', request('GET', `${path(guid, key)}/tail`));
            return (0,json/* isSuccess */.oJ)(response) ? response.text : '';
        },
        stopJob: async (guid, key, signal) => {
            await call('stopping the job', request('DELETE', path(guid, key), { signal }));
        },
    };
}

// EXTERNAL MODULE: ./src/platforms/connect/api/version.ts
var version = __webpack_require__(5470);
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
        return { version: (0,version/* readVersion */.$4)((0,json.at)(value, 'version')), git: (0,json.at)(value, 'git_available') !== false };
    }));
    /** A key from trusted publishing has no user: 403 with code 22 says that it is good. */
    const readCaller = async () => ({
        user: await find('checking the API key', request('GET', 'v1/user'), readUser, (response) => response.status === 403 && (0,api_refusals/* errorCode */.CA)(response) === 22),
    });
    return {
        /** Whether the server has a feature; `undefined` when it hides its version. */
        supports: async (feature) => (0,version/* has */.zy)((await readSettings()).version, feature),
        hasGit: async () => (await readSettings()).git,
        /** Who calls: a key from trusted publishing belongs to nobody. */
        caller: () => (caller ??= readCaller()),
        /** What is installed of Python; nothing where the server does not tell. */
        pythons: async () => (await find('asking for the installed versions of Python', request('GET', 'v1/server_settings/python'), readInstallations, () => true)) ?? [],
        /** The access types that the server's configuration allows; `undefined` where it does not tell. */
        accessTypes: async () => {
            const answer = await find('asking for the allowed access types', request('GET', 'server_settings/applications'), (value) => ({
                types: readRows((0,json.at)(value, 'access_types'), (type) => (typeof type === 'string' ? type : undefined)),
            }), client/* isUntold */.N1);
            return answer?.types;
        },
    };
}

// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http = __webpack_require__(9553);
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
            const within = Math.max(0, Math.floor((limits.limitMs ?? http/* REQUEST_LIMIT_MS */.zA) / 1_000) - 1);
            const path = `v1/tasks/${id}?first=${first}&wait=${Math.min(wait, within)}`;
            let lost = 0;
            const isLost = (response) => response.status === 404 && (0,api_refusals/* errorCode */.CA)(response) === TASK_LOST && ++lost < LOST_TRIES;
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
            const variant = await get(RENDER, request('GET', `applications/${guid}/variants`), readVariant);
            return sendOnce(RENDER, post(`variants/${variant}/render`), readTaskId);
        },
    };
}
/** The server has no such call. */
const lacking = ({ status }) => status === 404 || status === 405 ? { outcome: 'accepted', taken: undefined } : undefined;
/** The id of the default variant. */
function readVariant(value) {
    const rows = readRows(value, (row) => {
        const id = String((0,json.at)(row, 'id') ?? '');
        return /^\d+$/.test(id) ? { id, isDefault: (0,json.at)(row, 'is_default') === true } : undefined;
    });
    return (rows?.find(({ isDefault }) => isDefault) ?? rows?.[0])?.id;
}

;// CONCATENATED MODULE: ./src/platforms/connect/api/api.ts





const createApi = (client) => ({
    server: client.server,
    ...createServerApi(client),
    ...createContentApi(client),
    ...createBundleApi(client),
    ...createTaskApi(client),
    ...createJobApi(client),
});

// EXTERNAL MODULE: ./src/platforms/connect/gateway/contents.ts
var gateway_contents = __webpack_require__(4148);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/deployment.ts
var deployment = __webpack_require__(8565);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/diagnosis.ts
var diagnosis = __webpack_require__(5453);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/item-spec.ts
var item_spec = __webpack_require__(7925);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/previews.ts
var previews = __webpack_require__(803);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/publish.ts + 2 modules
var publish = __webpack_require__(8542);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/settings-diff.ts
var settings_diff = __webpack_require__(9463);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/clock.ts
var clock = __webpack_require__(3810);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
// EXTERNAL MODULE: ./src/platforms/shared/refusals.ts
var refusals = __webpack_require__(4215);
;// CONCATENATED MODULE: ./src/platforms/connect/gateway/tasks.ts







const WAIT_S = 1;
/** How long a start that is under way may go on when the job is cancelled: what is known to run can be stopped. */
const LINGER_MS = 2_500;
/** Rendered content can be rendered again, which is what its schedule would do; nothing else can be invoked. */
function createTasks(api, deps) {
    const renderings = new Map();
    const renderingOf = ({ id }) => renderings.get(id) ?? { as: 'task', id, before: undefined, printed: NOTHING };
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
            const { ended, error } = await ask(rendering, invocation.item, withinMs, api);
            if (!ended)
                return { state: 'running' };
            return error === undefined ? { state: 'live' } : failed(rendering, invocation.item, error, api);
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
    const rendering = (as, id) => ({ as, id, before, printed: NOTHING });
    return (0,once/* takeOnce */.X)({
        noun: 'start',
        send: async () => {
            const begun = await api.render(item.id, hasCall, (0,clock/* lingering */.et)(deps.signal, LINGER_MS));
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
const listJobs = (guid, api) => (0,refusals/* unless */.NJ)('forbidden', api.jobs(guid));
/** Reads how it goes, with the lines it has printed since. */
async function ask(rendering, item, limitMs, api) {
    const { as, id, printed } = rendering;
    if (as === 'job') {
        const { running, exitCode } = await api.job(item.id, id, { limitMs });
        rendering.printed = withLines(NOTHING, await api.jobLog(item.id, id));
        return running || exitCode === 0 ? { ended: !running } : { ended: true, error: '' };
    }
    const task = await api.task(id, printed.count, WAIT_S, { limitMs });
    rendering.printed = withLines(printed, task.output);
    return { ended: task.finished, ...(task.failed && { error: task.error }) };
}
/** A rendering that failed, with the end of its job's log among what it has printed. */
async function failed(rendering, item, error, api) {
    const { error: cause, log } = await (0,diagnosis/* diagnose */.h4)(item.id, undefined, api);
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
        return (0,finding/* failure */.V2)('no-bundle', `${what} has nothing to render: no deployment of it has succeeded yet.`, 'Deploy it first with mode: deploy.');
    }
    if ((0,gateway_contents/* isRendered */.Ih)(appMode) && appMode !== 'static')
        return undefined;
    return (0,finding/* failure */.V2)('not-a-task', `${what} is ${(0,findings_text/* quote */.hD)(appMode)}: only documents can be rendered; apps run by themselves, and pages are as they are.`, 'Use mode: deploy, or invoke a rendered notebook or Quarto document.');
}
const noParams = () => (0,finding/* failure */.V2)('params-unsupported', 'Connect renders a document without parameters: its API takes none.', "Leave out 'params'; what the document needs can be a variable in 'env' of its deployment.");
const lostStart = (item, why) => (0,finding/* failure */.V2)('start-unknown', `The start got no usable response (${why}), and which job renders now, if any, can't be told: it was not started again.`, `Look at ${item.consoleUrl}/logs, and run the job again if nothing is rendered.`);
const notStopped = (item, isSeveral) => (0,finding/* failure */.V2)('start-unknown', isSeveral
    ? 'several jobs have begun since, and which of them is to be ended can not be told.'
    : 'Connect ends jobs, and shows none of it.', `Look at ${item.consoleUrl}/logs.`);
const NOTHING = { count: 0, text: '' };
/** In characters. */
const BEGINNING = 250_000;
const END = 750_000;
function withLines({ count, text }, lines) {
    const all = text + lines.map((line) => `${line}\n`).join('');
    const isLong = all.length > 2 * (BEGINNING + END);
    return { count: count + lines.length, text: isLong ? `${all.slice(0, BEGINNING)}\n${all.slice(-END)}` : all };
}

// EXTERNAL MODULE: ./src/platforms/connect/gateway/upload.ts
var gateway_upload = __webpack_require__(2999);
;// CONCATENATED MODULE: ./src/platforms/connect/gateway/gateway.ts













/** What can be done with content of which only the identity is known; `app` is what the app itself is called. */
function openConnection(identity, access, deps, app = identity.name) {
    const { name } = identity;
    const api = createApi((0,client/* createClient */.UU)(access, deps));
    const contents = (0,gateway_contents/* createContents */.xF)(identity, api, deps.origin);
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
            return content && (0,gateway_contents/* toItem */.jC)(access.server, content);
        },
        tasks: createTasks(api, deps),
        previews: (0,previews/* createPreviews */.Q)(app, contents, api, deps),
    };
    return { connection, api, contents };
}
/** Content of the target's own: production, or a preview that is content of its own. */
function openGateway(target, access, deps, app = target.name) {
    const { connection, api, contents } = openConnection({ ...target, slug: '' }, access, deps, app);
    const bench = { target, access, api, contents, deps };
    const { server } = access;
    const deployments = new Map();
    /** What this run has published. */
    let published;
    const releaseOf = (item, id) => ({ id, item, logUrl: `${item.consoleUrl}/logs` });
    const follow = (item, begun, revert) => {
        deployments.set(begun.bundleId, (0,deployment/* createDeployment */.Y)(begun, bench, revert));
        return releaseOf(item, begun.bundleId);
    };
    return {
        ...connection,
        deploy: async (source, env, item) => {
            published = await (0,publish/* publish */.mk)(source, env, item, bench);
            const { content, begun, revert } = published;
            return follow((0,gateway_contents/* toItem */.jC)(server, content), begun, revert);
        },
        currentRelease: async (item) => (await api.content(item.id)).bundleId,
        unchanged: async (item, source, env) => {
            if (env.length > 0)
                return undefined; // Connect tells no values
            const content = await api.content(item.id);
            const same = (0,publish/* findSame */.Ad)(await (0,gateway_upload/* archiveMd5 */.r)((0,upload/* archiveOf */.YH)(source).path), (await api.bundles(item.id)) ?? [], undefined);
            if (same === undefined || same.id !== content.bundleId)
                return undefined;
            const { lines } = await (0,settings_diff/* findChanges */.p)(target, content, api);
            return lines.length === 0 ? { ...releaseOf(item, same.id), trial: same.metadata[item_spec/* TRIAL */.X] } : undefined;
        },
        progress: async ({ id }, withinMs) => (await deployments.get(id)?.progress(withinMs)) ?? { state: 'running' },
        cancel: async ({ id }, within) => deployments.get(id)?.cancel(within),
        applySettings: async ({ item }) => ({ item, changes: published?.changes ?? [] }),
        probeHeaders: async (item) => (await api.content(item.id)).accessType === 'all' ? {} : (0,client/* authorization */.it)(access),
        isServing: async ({ id, item }) => {
            const content = await api.content(item.id);
            if (content.bundleId === id || content.bundleId === published?.content.bundleId)
                return content.bundleId === id;
            throw new finding/* Failure */.HR([(0,gateway_contents/* superseded */.zT)(server, content, id), ...((await published?.revert({ live: content })) ?? [])]);
        },
        explain: (item) => (0,diagnosis/* explain */.WE)(item.id, api),
        printed: async (item) => (0,diagnosis/* printedBy */.e_)(item.id, (await api.content(item.id)).bundleId, api),
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
const unusable = (what) => (0,finding/* failure */.V2)('not-publisher', `The user of this key is ${what}.`, 'Use the key of a publisher, or ask an administrator to make the user one.');


/***/ }),

/***/ 7925:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ TRIAL),
/* harmony export */   v: () => (/* binding */ sourceOf)
/* harmony export */ });
/** Under which key a bundle says what its environment was tried with. */
const TRIAL = 'source_uv_deploy_trial';
/** What a bundle is marked with on the server: the keys that Posit's connect-actions writes, `source_repo`, and its trial. */
const sourceOf = (origin, trial, pullRequest) => {
    const all = {
        source: 'github-actions',
        source_repo: origin.repository,
        source_branch: origin.branch,
        source_commit: origin.commit,
        source_github_actions_run: origin.run,
        source_pull_request: pullRequest === undefined ? '' : String(pullRequest),
        [TRIAL]: trial ?? '',
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
};


/***/ }),

/***/ 803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ createPreviews),
/* harmony export */   h: () => (/* binding */ draftItem)
/* harmony export */ });
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4087);
/* harmony import */ var _shared_previews_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4871);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4148);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1104);




/** A draft of the app, as a preview. */
const draftItem = (server, content, bundleId) => {
    const item = (0,_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .toItem */ .jC)(server, content);
    return { ...item, url: `${item.url}/_bundle${bundleId}`, consoleUrl: `${item.consoleUrl}/draft/${bundleId}` };
};
/**
 * The previews of `app`: drafts of its content, told by what their bundles are marked with, and content of their own, told by name
 * and title. Nothing has to be remembered.
 */
function createPreviews(app, contents, api, { say, origin }) {
    const { server } = api;
    const drafts = async () => {
        const content = await contents.find(app);
        if (content === undefined)
            return [];
        return ((await api.bundles(content.guid)) ?? []).flatMap((bundle) => {
            const pullRequest = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestOfBundle */ ._n)(bundle, origin.repository);
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
            const pullRequest = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestOf */ .H2)(content, app);
            return pullRequest === undefined ? [] : [{ pullRequest, item: (0,_contents_js__WEBPACK_IMPORTED_MODULE_2__/* .toItem */ .jC)(server, content) }];
        });
    };
    const removeDraft = async (guid, id, pullRequest) => {
        const bundle = (await api.bundles(guid))?.find((one) => one.id === id);
        if (bundle === undefined) {
            say(`Bundle ${id} was already gone.`);
            return false;
        }
        if (!bundle.active && (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .pullRequestOfBundle */ ._n)(bundle, origin.repository) !== pullRequest)
            throw (0,_shared_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .notMarked */ .Q)(`Bundle ${id}`, pullRequest);
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
                throw (0,_shared_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .notMarked */ .Q)(`'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(item.name)}'`, pullRequest);
            const wasThere = content !== undefined && (await api.remove(item.id));
            say((0,_shared_previews_js__WEBPACK_IMPORTED_MODULE_1__/* .removed */ .r)(item, wasThere));
            return wasThere;
        },
    };
}


/***/ }),

/***/ 8542:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ad: () => (/* binding */ findSame),
  mk: () => (/* binding */ publish),
  M_: () => (/* binding */ store)
});

// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/shared/upload.ts
var upload = __webpack_require__(3755);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/contents.ts
var contents = __webpack_require__(4148);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
// EXTERNAL MODULE: ./src/platforms/connect/api/refusals.ts
var refusals = __webpack_require__(5941);
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
    await contents.owner(); // fails with its own message for a key that may not create content
    let isTaken = false;
    const judge = (response, failure) => {
        isTaken = (0,refusals/* errorCode */.CA)(response) === NAME_TAKEN;
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

// EXTERNAL MODULE: ./src/platforms/connect/gateway/item-spec.ts
var item_spec = __webpack_require__(7925);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/python-check.ts
var python_check = __webpack_require__(553);
// EXTERNAL MODULE: ./src/platforms/connect/gateway/settings-diff.ts
var settings_diff = __webpack_require__(9463);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
;// CONCATENATED MODULE: ./src/platforms/connect/gateway/undo.ts



/**
 * A failure before the bundle was built: takes back what nobody needs now, and says what is left. A run that is cancelled has no time
 * to take anything back.
 */
async function notDeployed(error, way, bench) {
    if (error instanceof finding/* Cancelled */.cJ) {
        const left = leftBehind(way, bench.api);
        return left === '' ? error : (0,finding/* leaving */.dv)(error, partlyDone(left));
    }
    if (!(error instanceof finding/* Failure */.HR))
        return error;
    if (way.isNew)
        return withdraw(error, way, bench);
    return way.stored ? (0,finding/* leaving */.dv)(error, partlyDone(await removeBundle(way, way.stored, bench.api))) : error;
}
const partlyDone = (message) => (0,finding/* warning */.$e)('partly-done', message, 'Fix what failed, and run the job again.');
/** What a cancelled run leaves. */
function leftBehind({ content, isNew, changed, changing, stored }, { server }) {
    const what = `'${(0,findings_text/* quote */.hD)(content.name)}' (${content.guid})`;
    return [
        isNew ? `${what} is new, and nothing of it is live: ${(0,contents/* toItem */.jC)(server, content).consoleUrl}` : '',
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
        ? await api.removeBundle(guid, bundle.id).then(() => `Bundle ${bundle.id}, which was uploaded for it, was not deployed, and is removed again`, (cause) => `Bundle ${bundle.id} was uploaded but not deployed, and could not be removed (${(0,findings_text/* quote */.hD)((0,finding/* messageOf */.bD)(cause), 160)})`)
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
            return (0,finding/* leaving */.dv)(error, partlyDone(`Somebody else has deployed to ${what}, which this run had created: it stays.`));
        }
        await api.remove(guid);
        deps.created(undefined);
        deps.say(`Nothing is live: ${what}, which this run had created, was removed again.`);
        return error;
    }
    catch (cause) {
        if (!(cause instanceof finding/* Failure */.HR))
            return cause;
        const why = (0,findings_text/* quote */.hD)((0,finding/* messageOf */.bD)(cause), 160);
        return (0,finding/* leaving */.dv)(error, partlyDone(`Nothing is live: ${what}, which this run had created, is empty and could not be removed (${why}). ${(0,contents/* toItem */.jC)(api.server, way.content).consoleUrl}`));
    }
}
/**
 * After a bundle that is not live: what was set for it counts for the one that is. New variables are removed
 * again. Connect does not show values, so a finding names the other variables and the settings that keep their new ones.
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
            if (!(error instanceof finding/* Failure */.HR) && !within?.aborted)
                throw error;
            left.push(...added);
            const why = within?.aborted ? 'the server did not answer in time.' : (0,findings_text/* quote */.hD)((0,finding/* messageOf */.bD)(error), 160);
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
        (0,finding/* warning */.$e)('partly-done', `The code of '${(0,findings_text/* quote */.hD)(name)}' (${guid}) is that of bundle ${bundleId}, but it has ${parts.join(' and ')} of this run.${trouble}`, 'Fix what failed, and run the job again; or run the job of the commit that is live: Connect does not tell what was there before.'),
    ];
}

// EXTERNAL MODULE: ./src/platforms/connect/gateway/upload.ts
var gateway_upload = __webpack_require__(2999);
;// CONCATENATED MODULE: ./src/platforms/connect/gateway/publish.ts









/** Checks, creates, uploads, sets, and begins to deploy. What fails on the way is taken back, or told. */
async function publish(source, env, item, bench) {
    const { target, api, deps } = bench;
    await (0,python_check/* checkPython */.v)(target.python, item === undefined, api, deps.say);
    await (0,contents/* checkAccessType */.d_)(target.settings.content.access_type, api);
    if (item === undefined)
        await (0,contents/* checkVanity */.qY)(target.settings.vanityUrl, api);
    const { content, isNew } = item ? { content: await api.content(item.id), isNew: false } : await createContent(bench);
    if (isNew)
        deps.created((0,contents/* toItem */.jC)(api.server, content));
    const way = { content, isNew, changed: [], changing: [] };
    try {
        await (0,contents/* checkContent */.aG)(content, target.appMode, api);
        const stored = await store(source, content, undefined, bench);
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
    const isDraft = target.wait && !(0,contents/* isRendered */.Ih)(target.appMode) && (await api.supports('draftUrl')) !== false;
    const draft = isDraft ? await api.deploy(guid, bundle.id, false) : undefined;
    if (draft !== undefined)
        return { ...common, taskId: draft, as: 'draft' };
    return { ...common, taskId: (await api.deploy(guid, bundle.id)) ?? '', as: 'live' };
}
/** Finds the very same archive on the server, from an earlier run or a preview, or uploads it. */
async function store(source, content, pullRequest, { api, deps }) {
    const bundle = (0,upload/* archiveOf */.YH)(source);
    const md5 = await (0,gateway_upload/* archiveMd5 */.r)(bundle.path);
    const before = (await api.bundles(content.guid)) ?? [];
    const same = findSame(md5, before, pullRequest);
    if (same) {
        const number = same.metadata.source_pull_request;
        const origin = pullRequest === undefined && number ? `, the preview of pull request #${(0,findings_text/* quote */.hD)(number, 12)}` : '';
        deps.say(`The server already has this bundle (${same.id}${origin}): it is not uploaded again.`);
        return { bundle: same, uploaded: false };
    }
    const metadata = (await api.supports('bundleMetadata'))
        ? (0,item_spec/* sourceOf */.v)(deps.origin, source.trial, pullRequest)
        : undefined;
    return { bundle: await (0,gateway_upload/* upload */.S)({ bundle, md5, metadata, before }, content.guid, api, deps), uploaded: true };
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
    const changes = await (0,settings_diff/* findChanges */.p)(target, content, api);
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


/***/ }),

/***/ 553:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ checkPython)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _project_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8568);
/* harmony import */ var _project_packaging_versions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6724);




/**
 * Throws when no Python that the server has installed is one that the manifest asks for: the build would fail there, after the
 * upload. Where the server does not tell what it has, or nothing is asked for, there is nothing to check. An administrator may keep
 * new content from some; that is known where the server says it of every one (rsconnect-python, `preflight.py`).
 */
async function checkPython({ requires, from }, isNew, api, say) {
    const specifiers = requires === '' ? [] : (0,_project_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSpecifiers */ .$h)(requires);
    if ((0,_project_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .isRefused */ .H0)(specifiers) || specifiers.length === 0)
        return;
    const installed = await api.pythons();
    if (installed.length === 0)
        return;
    const isLimited = isNew && installed.every(({ publishable }) => publishable !== undefined);
    const usable = installed.filter(({ publishable }) => !isLimited || publishable).map(({ version }) => version);
    const fitting = usable.filter((text) => {
        const version = (0,_project_packaging_versions_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVersion */ .ot)(text);
        return version !== undefined && (0,_project_packaging_specifiers_js__WEBPACK_IMPORTED_MODULE_2__/* .contains */ .gR)(specifiers, version);
    });
    const list = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)([...new Set(usable)].join(', ') || 'none', 200);
    const isWhole = usable.length === installed.length;
    if (fitting.length === 0) {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('python-not-installed', `The server has no Python that fits ${requires} (${from}). ${isWhole ? 'It has' : 'New content may use'} ${list}.`, 'Change the pin or requires-python to one of these, and run `uv lock`; or have that Python installed on the server, for new content too.');
    }
    say(`The server has a Python that fits ${requires}: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)([...new Set(fitting)].join(', '), 200)}.`);
}


/***/ }),

/***/ 9463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ findChanges)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


async function findChanges({ settings }, content, api) {
    const wanted = Object.entries(settings.content);
    const differing = wanted.filter(([key, value]) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(content.fields[key], value));
    const lines = differing.map(([key, value]) => `${key}: ${shown(content.fields[key])} -> ${shown(value)}`);
    const vanity = settings.vanityUrl === undefined ? '' : await api.vanity(content.guid);
    const vanityUrl = settings.vanityUrl !== undefined && settings.vanityUrl !== vanity ? settings.vanityUrl : undefined;
    if (vanityUrl !== undefined)
        lines.push(`vanity_url: ${vanity === '' ? 'not set' : (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(vanity, 120)} -> ${vanityUrl}`);
    return { fields: Object.fromEntries(differing), vanityUrl, lines };
}
const shown = (value) => value === undefined || value === null || value === '' ? 'not set' : (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(JSON.stringify(value), 120);


/***/ }),

/***/ 2999:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ upload),
/* harmony export */   r: () => (/* binding */ archiveMd5)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4879);
/* harmony import */ var _ports_http_multipart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9637);
/* harmony import */ var _shared_upload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3755);





/** Receiving and unpacking a large bundle may take the server a while before it answers. */
const UPLOAD_SILENCE_MS = 300_000;
/** MD5 of the archive as the server keeps it with the bundle (`metadata.archive_md5`). */
async function archiveMd5(path) {
    const md5 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5');
    for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path))
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
        const form = formOf(sending, (0,_shared_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .progressLines */ .Ld)(bundle.size, deps.say));
        const stored = await api.upload(guid, { ...form, silenceMs: UPLOAD_SILENCE_MS, limitMs });
        if (stored.outcome !== 'accepted')
            return stored;
        const { id, metadata } = stored.taken;
        const { archive_md5: kept = '' } = metadata;
        return kept === '' || kept === md5 ? stored : { outcome: 'again', failure: differs(id) };
    };
    return (0,_shared_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadOnce */ .vV)(bundle, send, { look, lost: (why) => (0,_shared_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .lostUpload */ .mv)(why, 'bundle') }, deps);
}
function formOf({ bundle: { path, size }, md5, metadata }, sent) {
    if (metadata === undefined) {
        const checksum = Buffer.from(md5, 'hex').toString('base64');
        const headers = { 'content-type': 'application/gzip', 'x-content-checksum': checksum };
        return { body: (0,_ports_http_multipart_js__WEBPACK_IMPORTED_MODULE_3__/* .fileBody */ .h)(path, size, sent), headers };
    }
    const { body, contentType } = (0,_ports_http_multipart_js__WEBPACK_IMPORTED_MODULE_3__/* .multipart */ .f)([
        { name: 'archive', filename: 'bundle.tar.gz', type: 'application/x-tar', path, size },
        { name: 'metadata', text: JSON.stringify(metadata) },
    ], sent);
    return { body, headers: { 'content-type': contentType } };
}
const differs = (id) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .failure */ .V2)('upload-damaged', `The server has stored bundle ${id} with another checksum than was sent. It was not deployed.`, 'Run the job again; if it happens again, check for a proxy that changes uploads.');


/***/ }),

/***/ 5584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ firstVisit)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _ports_visit_log_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4366);



/** The first run of an app may load much; one that never ends is not waited for. */
const LONGEST_MS = 60_000;
const LEAST_MS = 10_000;
/** What was printed by then has to get to the platform's log. */
const LOG_MS = 500;
/** Opens a deployed app as its first visitor. Answers an error when it raised, and a notice when that is not known. */
async function firstVisit(subject, { visit, clock, signal, readFailure, say }) {
    const { url, headers, consoleUrl, printed, isPublic } = subject;
    const limitMs = Math.min(LONGEST_MS, Math.max(LEAST_MS, subject.limitMs));
    let visited = await visit({ url, headers, limitMs }, signal);
    let log = '';
    if (printed && visited.is !== 'plain' && (visited.is !== 'well' || !isPublic)) {
        await clock.sleep(LOG_MS, signal);
        log = await printed();
        if (log !== '')
            visited = (0,_ports_visit_log_js__WEBPACK_IMPORTED_MODULE_2__/* .withLog */ .X)(visited, log);
    }
    if (visited.is === 'well')
        say(`The first visit succeeded (${visited.framework}).`);
    if (visited.is === 'unsure') {
        const message = `The app answers; whether opening its page raises an exception is not known. ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(visited.why, 300)}`;
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm)('visit-unjudged', message, `Open its page once. Logs: ${consoleUrl}`);
    }
    return visited.is === 'raised'
        ? raised(visited, { words: visited.trace || log, consoleUrl }, readFailure)
        : undefined;
}
function raised({ said }, { words, consoleUrl }, readFailure) {
    const { cause, place } = readFailure(words);
    const what = said === '' ? '' : `: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(said.replace(/\.+$/, ''), 120)}`;
    const message = `Opening the app\u2019s page raises an exception${what}.${cause ? ` ${cause.message}` : ''}`;
    const end = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .tail */ .RT)(words, 12, 800).trim();
    const remedy = cause?.remedy ?? 'Open it on your machine from a fresh clone.';
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('first-visit', `${message}${end && `\nThe end of its output:\n${end}`}`, `${remedy} Logs: ${consoleUrl}`, place);
}


/***/ }),

/***/ 4871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ notMarked),
/* harmony export */   r: () => (/* binding */ removed)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


/** What was to be removed as the preview of a pull request is not called like one. */
const notMarked = (what, pullRequest) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('not-a-preview', `${what} is not marked as the preview of pull request ${pullRequest}: it was not removed.`, 'Remove it on the server if it is not needed.');
/** What is said after a removal. */
const removed = ({ name, id }, wasThere) => wasThere ? `Removed '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' (${id}).` : `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' was already gone.`;


/***/ }),

/***/ 7090:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ createShownLog)
/* harmony export */ });
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
            say(`The log is long; the rest is on the server: ${logUrl}`);
    };
}


/***/ }),

/***/ 3755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ progressLines),
/* harmony export */   YH: () => (/* binding */ archiveOf),
/* harmony export */   mv: () => (/* binding */ lostUpload),
/* harmony export */   vV: () => (/* binding */ uploadOnce)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6317);
/* harmony import */ var _ports_http_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3880);



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
    return (0,_ports_http_once_js__WEBPACK_IMPORTED_MODULE_1__/* .takeOnce */ .X)({ noun: 'upload', send: () => send(left()), ...shows, mayRepeat: () => left() > 0 }, deps);
}
/** Says how far an upload is, each quarter of the way. */
function progressLines(size, say) {
    let quarter = 0;
    return (sent) => {
        const reached = Math.floor((sent / size) * 4);
        if (reached <= quarter)
            return;
        quarter = reached;
        say(`Uploaded ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytes */ .ee)(sent)} of ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .bytes */ .ee)(size)} (${quarter * 25} %).`);
    };
}
/** The server answered nothing usable, and shows nothing of the upload. */
const lostUpload = (why, noun) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('upload-lost', `The upload got no usable response (${why}), and the server has no new ${noun}.`, 'Check that the server runs and has room, and run the job again.');


/***/ }),

/***/ 1855:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ checkHealth)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4087);
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3810);
/* harmony import */ var _below_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4092);
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9553);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6008);







/** How long one request may take: an app that sleeps is started by its first one. When the time is over, a try is short. */
const PATIENCE_MS = 60_000;
const LEAST_PATIENCE_MS = 2_000;
const BODY_MS = 2_000;
const BODY_LIMIT = 64_000;
const LEAST_TRIES = 3;
/** What fails in the same way for as long does not heal by itself. */
const HOPELESS_MS = 20_000;
/**
 * Asks each path until it is well, or passes the target's own gate, at least three times each, all within `limitMs`; a crash that does
 * not heal ends that early.
 * Says `GET /x returned 200` whenever the answer changes. Answers a finding when a path stays unhealthy.
 */
async function checkHealth(target, deps) {
    const { clock, signal, say } = deps;
    const { times = 1, intervalMs = 0 } = target.gate ?? {};
    const end = clock.now() + target.limitMs;
    const results = [];
    for (const path of target.paths.length > 0 ? target.paths : ['/']) {
        const begun = clock.now();
        let crash = { sign: '', since: begun };
        let last = '';
        let inRow = 0;
        // An answer says more than a later silence: it is what is reported.
        let telling;
        for (let attempts = 1;; attempts++) {
            const patience = Math.max(LEAST_PATIENCE_MS, Math.min(PATIENCE_MS, end - clock.now()));
            const answer = await ask(target, path, patience, deps);
            const line = answer.status === 0
                ? `No response from GET ${path}: ${answer.note}`
                : `GET ${path} returned ${answer.status}${answer.note}`;
            if (line !== last)
                say(line);
            last = line;
            if (answer.status > 0 || telling === undefined)
                telling = answer;
            inRow = isWell(answer, path, target) ? inRow + 1 : 0;
            const healthy = inRow >= times;
            const sign = crashIn(answer);
            if (sign !== crash.sign)
                crash = { sign, since: clock.now() };
            const isHopeless = sign !== '' && clock.now() - crash.since >= HOPELESS_MS;
            if (healthy || ((clock.now() >= end || isHopeless) && attempts >= LEAST_TRIES)) {
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
            await clock.sleep(inRow > 0 ? intervalMs : (0,_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .pauseAfter */ .l0)(clock.now() - begun), signal);
        }
    }
    return { results, finding: undefined };
}
function isWell(answer, path, target) {
    const { status } = answer;
    if (target.gate)
        return status > 0 && target.gate.isHealthy(status, path);
    return target.paths.length > 0 ? status >= 200 && status < 300 : isAnswer(answer, target);
}
/** Whether the app itself answers, and does not fail. A redirect that stays on the server leads to the platform's login page. */
function isAnswer({ status, text, location }, { url, isPlatforms }) {
    if (status === 0 || status >= 500 || isPlatforms?.({ status, text }))
        return false;
    if (location === undefined)
        return status < 300 || status >= 400;
    return URL.canParse(location) && new URL(location).origin !== new URL(url).origin;
}
/** What tells a crash from others, if an answer shows one: the last exception, or how the process ended. Numbers may differ. */
function crashIn({ status, text: page }) {
    if (status < 500)
        return '';
    const text = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutStamps */ .f6)(page);
    const sign = /No module named [^\n<]*/.exec(text)?.[0] ??
        /Traceback \(most recent call last\)[\s\S]*/
            .exec(text)?.[0]
            .match(/^\s*(?:[\w.]+(?:Error|Exception|Exit|Interrupt))\b.*$/gm)
            ?.at(-1) ??
        /\b(?:exit(?:ed)?|ended)\b[^\n]{0,40}\bcode [1-9]\d*/.exec(text)?.[0] ??
        '';
    return sign.replace(/\d+/g, '#').trim();
}
/** One try, with redirects inside the app followed. A redirect that leaves the app is the answer: it is mostly a login page. */
async function ask(target, path, silenceMs, { http, signal }) {
    const base = new URL(`${target.url}/`);
    const isInside = (next) => (0,_below_js__WEBPACK_IMPORTED_MODULE_5__/* .isBelow */ .Y)(base, next);
    const limits = { silenceMs, limitMs: silenceMs + BODY_MS, limit: BODY_LIMIT, enoughMs: BODY_MS };
    let response;
    try {
        const request = { url: new URL(target.url + path).href, headers: target.headers, signal, ...limits };
        response = await (0,_redirects_js__WEBPACK_IMPORTED_MODULE_6__/* .getFollowing */ .m)(http, request, isInside);
    }
    catch (error) {
        if (error instanceof _http_js__WEBPACK_IMPORTED_MODULE_4__/* .NetworkError */ .Dr)
            return { status: 0, text: '', note: error.message };
        throw error;
    }
    const location = (0,_redirects_js__WEBPACK_IMPORTED_MODULE_6__/* .redirectOf */ .Y)(response);
    if (location === undefined)
        return { status: response.status, text: response.text, note: '' };
    return { status: response.status, text: response.text, note: `, a redirect to ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(location, 120)}`, location };
}
const NO_MODULE = 'a module is missing';
const TO_LOGIN = 'the request is redirected to a login page';
/** Likely causes, by what came back. The first that fits is reported. */
const CAUSES = [
    [
        ({ text }) => /No module named/.test(text),
        NO_MODULE,
        'Add its package to [project] dependencies, run `uv lock` and commit both files.',
    ],
    [
        ({ text }) => /ImportError|cannot import name/.test(text),
        'an import fails',
        'Start the app on your machine with `uv run` from a fresh clone.',
    ],
    [
        // A page of the app's own may name any address.
        ({ status, text }, listens) => listens && status !== 500 && /bound to|127\.0\.0\.1|localhost only/i.test(text),
        'the app listens on localhost only, or on a port of its own',
        'Listen on host 0.0.0.0 and on the port in the variable PORT.',
    ],
    [
        ({ text }) => /Address already in use/i.test(text),
        'the app\u2019s port is already in use',
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
        "Set 'health-check-path' to a path that exists.",
    ],
    [
        ({ status }, listens) => listens && (status === 502 || status === 503 || status === 504),
        'the app does not start, or does not listen on the port the platform gives it',
        'Read the app\u2019s log, and check that it listens on 0.0.0.0 and on PORT.',
    ],
    [({ status }) => status === 502 || status === 503 || status === 504, 'the app does not start', 'Read the app\u2019s log.'],
    [({ status }) => status >= 500, 'the app starts but fails on this request', 'Read the app\u2019s log.'],
    [
        ({ status }) => status === 0,
        'the app hangs, or the address is not reachable from this runner',
        'Read the app\u2019s log.',
    ],
];
function unhealthy(target, path, answer, attempts) {
    const { cause: why, place } = (answer.status >= 500 && target.readFailure?.(linesOf(answer.text))) || {};
    const [, cause, remedy] = CAUSES.find(([fits]) => fits(answer, target.listens ?? true)) ?? [
        undefined,
        'the answer is not 2xx',
        'Read the app\u2019s log.',
    ];
    // What the page says for itself goes before what its status may mean.
    const likely = why && cause !== NO_MODULE ? '' : `; likely ${cause}`;
    const advice = why?.remedy ?? (cause === TO_LOGIN ? target.privateApp : undefined) ?? remedy;
    const what = answer.status === 0 ? `got no answer (${answer.note})` : `returned ${answer.status}${answer.note}`;
    const body = (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .tail */ .RT)(wordsOf(answer.text), 12, 800).trim();
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('unhealthy', `GET ${path} ${what} after ${attempts} tries${likely}.${why ? ` ${why.message}` : ''}${body ? `\nThe end of the response:\n${body}` : ''}`, `${advice} Logs: ${target.consoleUrl}`, place);
}
/** Tags within a line, which do not keep what is before and behind them apart. */
const INLINE = /<\/?(?:a|abbr|b|bdi|code|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|tt|u|var|wbr)(?:\s[^<>]*)?\/?>/gi;
/** A page's text. A secret may look like a tag, or have tags within: it is taken out before, and what shows it then does so again. */
const linesOf = (page) => (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(page)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(INLINE, '')
    .replace(/<(?!(?:module|string|stdin|lambda|locals|\w+comp|genexpr|frozen [\w.]+)>)[^<>]+>/g, ' ')
    .replace(/&(?:quot|apos|lt|gt|amp|#34|#39|#x27);/g, (entity) => ENTITIES[entity] ?? entity);
/** Those that frameworks write for the characters of a traceback. */
const ENTITIES = {
    ...{
        '&quot;': '"',
        '&#34;': '"',
        '&apos;': "'",
        '&#39;': "'",
        '&#x27;': "'",
        '&lt;': '<',
        '&gt;': '>',
        '&amp;': '&',
    },
};
const wordsOf = (page) => linesOf(page).replace(/[ \t]+/g, ' ');


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

/***/ 6008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ redirectOf),
/* harmony export */   m: () => (/* binding */ getFollowing)
/* harmony export */ });
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


/***/ }),

/***/ 4366:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ withLog)
/* harmony export */ });
/** What frameworks print when code of the app raised in a session, and nobody caught it: each in its own words. */
const UNCAUGHT = {
    // streamlit/error_util.py; 1.32 had the second form. Where rich is installed, it frames the traceback.
    Streamlit: /Uncaught app (?:execution|exception)|[\u2500\u256d][\u2500 ]*Traceback \(most recent call last\)[\u2500 ]*/,
    // bokeh/application/application.py, and tornado for callbacks of its loop.
    Bokeh: /Error running application handler|Exception in callback functools\.partial\(<bound method IOLoop/,
    // flask/app.py, of which Dash is made.
    Dash: /Exception on \/\S* \[(?:GET|POST)\]/,
};
/** An error that a Shiny app shows on purpose looks like others from outside. */
const MEANT = /^(?:shiny\.types\.)?SafeException(?::|$)/m;
const COLOR = /\u001b\[[\d;]*m/g;
/** A visit, judged once more by what the app has printed since it was started. */
function withLog(visited, log) {
    if (visited.is === 'plain')
        return visited;
    if (visited.is === 'raised') {
        return visited.framework === 'Shiny' && visited.said !== '' && MEANT.test(log)
            ? { is: 'well', framework: visited.framework }
            : visited;
    }
    const framework = visited.framework;
    const { said = '', trace = '' } = (visited.is === 'unsure' && visited.shows) || {};
    if (UNCAUGHT[framework]?.test(log.replace(COLOR, '')))
        return { is: 'raised', framework, said, trace };
    // What is not in the log was caught, and is shown on purpose.
    return visited.is === 'unsure' && visited.shows ? { is: 'well', framework } : visited;
}


/***/ })

};
