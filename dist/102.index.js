export const id = 102;
export const ids = [102];
export const modules = {

/***/ 635:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ createApi)
});

// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/values.ts
var values = __webpack_require__(4335);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/account.ts


/** Who calls, the organisations that are theirs, and what Clever Cloud offers them. */
function createAccountApi({ request, get, attempt }) {
    return {
        /** The user that the token belongs to. */
        self: () => get('checking the token and the secret', request('GET', '/v2/self'), values/* readUser */.Ue),
        /** When the token ends, in milliseconds since 1970; `undefined` where the server does not tell. */
        expiry: async () => {
            const response = await attempt(request('GET', '/v2/self/tokens/current'));
            return response && (0,values/* readExpiry */.Ay)((0,json/* jsonOf */.o_)(response));
        },
        /** With the apps of each. */
        organisations: () => get('listing your organisations', request('GET', '/v2/summary'), values/* readOrganisations */.ag),
        runtime: (ownerId, slug) => get('looking for the Python runtime', request('GET', `/v2/products/instances?for=${ownerId}`), (value) => (0,values/* readRuntime */.Ft)(value, slug)),
        zones: () => get('listing the zones', request('GET', '/v4/products/zones'), values/* readZones */.Wo),
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/apps.ts


const appsOf = (ownerId) => `/v2/organisations/${ownerId}/applications`;
const pathOf = ({ ownerId, id }) => `${appsOf(ownerId)}/${id}`;
/** Apps with their settings and variables, and the domains that lead to them. */
function createAppsApi({ request, call, find, get, remove, sendOnce }) {
    return {
        apps: (ownerId) => get('listing the apps', request('GET', appsOf(ownerId)), (value) => (0,values/* readRows */.aK)(value, values/* readApp */.uW)),
        /** An app by its id alone, in the user's own space or in one of the organisations. */
        appById: (id) => find('looking for the app', request('GET', `/v2/self/applications/${id}`), values/* readApp */.uW),
        app: (app) => find('reading the app', request('GET', pathOf(app)), values/* readApp */.uW),
        createApp: (ownerId, body) => sendOnce('creating the app', request('POST', appsOf(ownerId), (0,json/* jsonBody */.J9)(body)), values/* readApp */.uW),
        updateApp: async (app, body) => {
            await call('updating the settings', request('PUT', pathOf(app), (0,json/* jsonBody */.J9)(body)));
        },
        /** Answers false when there is no such app any more. */
        removeApp: (app) => remove('removing the app', request('DELETE', pathOf(app))),
        env: (app) => get('reading the variables', request('GET', `${pathOf(app)}/env`), values/* readEnv */.sx),
        /** The variables that add-ons and linked apps bring along; not part of the app's own. */
        linkedEnv: async (app) => {
            const step = 'reading the variables of add-ons and linked apps';
            const addons = await get(step, request('GET', `${pathOf(app)}/addons/env`), values/* readLinkedEnv */.LC);
            return { ...addons, ...(await get(step, request('GET', `${pathOf(app)}/dependencies/env`), values/* readLinkedEnv */.LC)) };
        },
        /** Replaces all of the app's own variables. */
        setEnv: async (app, env) => {
            await call('setting the environment variables', request('PUT', `${pathOf(app)}/env`, (0,json/* jsonBody */.J9)(env)));
        },
        primaryDomain: (app) => find('reading the primary domain', request('GET', `${pathOf(app)}/vhosts/favourite`), values/* readDomain */.dO),
        /** `domain` may have a path behind it. */
        addDomain: async (app, domain) => {
            const path = `${pathOf(app)}/vhosts/${encodeURIComponent(domain)}`;
            await call('adding a domain', request('PUT', path));
        },
    };
}

// EXTERNAL MODULE: ./src/platforms/shared/client.ts
var shared_client = __webpack_require__(3790);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/credential.ts + 1 modules
var credential = __webpack_require__(9102);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/refusals.ts
var refusals = __webpack_require__(2492);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/client.ts




function createClient(access, deps) {
    const { server } = access;
    const { http, signal } = deps;
    const request = (method, path, rest = {}) => ({
        ...{ method, url: `${server}${path}`, signal, ...rest },
        headers: { authorization: (0,credential/* apiAuthorization */.uY)(access), accept: 'application/json', ...rest.headers },
    });
    const client = (0,shared_client/* createPlatformClient */.B)(server, refusals/* WORDS */.q, http, deps);
    return {
        ...client,
        request,
        /** Sends one time what must not be sent twice. A 503 comes from the proxy in front, which had nobody to hand it to. */
        sendOnce: (step, sending, from) => client.sendOnce(step, sending, from, (response, failure) => response.status === 503 ? { outcome: 'again', failure, response } : undefined),
        /** Sends one time, and answers `undefined` for anything other than success: for what only decorates. */
        attempt: async (sending) => {
            const response = await http(sending).catch(() => undefined);
            signal.throwIfAborted();
            return response !== undefined && (0,json/* isSuccess */.oJ)(response) ? response : undefined;
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
        const [message, date] = [(0,json.at)(data, 'message'), (0,json.at)(data, 'date')];
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/deployments.ts



/** How long a log that does not end by itself is read. */
const LOG_MS = 10_000;
const MOST_LOG_BYTES = 4_000_000;
/** Deployments of an app, the instances that they start, and what they log. */
function createDeploymentsApi({ request, call, find, get, sendOnce, attempt }) {
    return {
        /** Newest first. */
        deployments: (app, limit) => get('listing the deployments', request('GET', `${pathOf(app)}/deployments?limit=${limit}`), (value) => (0,values/* readRows */.aK)(value, values/* readDeployment */.iJ)),
        /** `undefined` for one that is not listed yet, or not any more. */
        deployment: (app, uuid) => find('reading the deployment', request('GET', `${pathOf(app)}/deployments/${uuid}`), values/* readDeployment */.iJ),
        /** Answers the id of the deployment that starts. */
        redeploy: async (app, { commit, useCache = true } = {}) => {
            const query = new URLSearchParams({ ...(commit && { commit }), ...(!useCache && { useCache: 'no' }) });
            const path = `${pathOf(app)}/instances${query.size > 0 ? `?${query}` : ''}`;
            return sendOnce('starting a deployment', request('POST', path), values/* readDeploymentId */.FV);
        },
        cancel: async (app, uuid) => {
            await call('cancelling the deployment', request('DELETE', `${pathOf(app)}/deployments/${uuid}/instances`));
        },
        instances: (app) => get('listing the instances', request('GET', `${pathOf(app)}/instances`), (value) => (0,values/* readRows */.aK)(value, values/* readInstance */.oK)),
        /** The log of a deployment up to a point in time; `undefined` when it can't be had or says nothing, which never fails a run. */
        logs: async ({ ownerId, id }, { deployment, since, until }) => {
            const range = { ...(since && { since: since.toISOString() }), until: until.toISOString() };
            const query = new URLSearchParams({ deploymentId: deployment, ...range });
            const asking = request('GET', `/v4/logs/organisations/${ownerId}/applications/${id}/logs?${query}`, {
                headers: { accept: 'text/event-stream' },
                ...{ enoughMs: LOG_MS, silenceMs: LOG_MS, limit: MOST_LOG_BYTES },
            });
            const response = await attempt(asking);
            if (response === undefined)
                return undefined;
            const { lines, isOver } = readLogEvents(response.text);
            return lines.length > 0 || isOver ? lines : undefined;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/api.ts




function createApi(access, deps) {
    const client = createClient(access, deps);
    return { ...createAccountApi(client), ...createAppsApi(client), ...createDeploymentsApi(client) };
}


/***/ }),

/***/ 9102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uY: () => (/* binding */ apiAuthorization),
  IR: () => (/* binding */ gitAuthorization),
  V2: () => (/* binding */ isServiceToken)
});

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/oauth.ts
/** The consumer of Clever Cloud's own command line client, which `clever login` makes tokens for. Its secret is public. */
const CLEVER_TOOLS = {
    key: 'T5nFjKeHH4AIlEveuGhB5S3xg8T19e',
    secret: 'MgVMqTr6fWlf2M0tkC2MXOnhfqBWDT',
};
/** RFC 3986, which also encodes some characters that `encodeURIComponent` leaves as they are. */
const encode = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
/**
 * An `Authorization` header with OAuth 1's PLAINTEXT signature (RFC 5849, section 3.4.4). Clever Cloud takes it without nonce and
 * timestamp (its own clients' source).
 */
function authorization(token, secret, { key, secret: shared } = CLEVER_TOOLS) {
    const signature = encode(`${encode(shared)}&${encode(secret)}`);
    return `OAuth oauth_consumer_key="${encode(key)}", oauth_token="${encode(token)}", oauth_signature="${signature}"`;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/credential.ts

/**
 * Whether it is a service token (experimental): one of an organisation, without a secret. It reaches what belongs to its organisation
 * in v2 and its git repositories, and neither the user nor the logs (Clever Cloud's documentation, a draft).
 */
const isServiceToken = ({ secret }) => secret === '';
/** The header for the API: OAuth 1 for a user's token and secret, Bearer for a service token. */
const apiAuthorization = ({ token, secret, consumer }) => isServiceToken({ secret }) ? `Bearer ${token}` : authorization(token, secret, consumer);
/** The header for git: a token is the name of the user, and a service token has no password. */
const gitAuthorization = ({ token, secret }) => `Basic ${Buffer.from(`${token}:${secret}`).toString('base64')}`;


/***/ }),

/***/ 9814:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B9: () => (/* binding */ consoleUrl),
  vh: () => (/* binding */ createApps),
  fy: () => (/* binding */ isOnly)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/credential.ts + 1 modules
var credential = __webpack_require__(9102);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/refusals.ts
var refusals = __webpack_require__(5982);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/creation.ts





const RUNTIME = 'python';
/** The zone that the official client creates apps in. */
const ZONE = 'par';
const FLAVOR = 'XS';
/**
 * Creates an app, once: where another run does so at the same time, the older one is the app for both. `model` is the app that it is a
 * preview or a variant of; `isOwn`: the app is this run's.
 */
async function createApp({ spec, env, model }, { ownerId, named, itemOf }, api, deps) {
    const { name, kind } = spec;
    const like = { ...spec, zone: await zoneOf(spec, model, api), settings: { ...copied(model), ...spec.settings } };
    const body = bodyOf(like, env, await api.runtime(ownerId, RUNTIME));
    const before = new Set((await named(name)).map(({ id }) => id));
    const made = await (0,once/* takeOnce */.X)({
        noun: 'creation',
        send: () => api.createApp(ownerId, body),
        look: async () => (await named(name)).filter(({ id }) => !before.has(id)),
        lost: (why, found) => (found.length > 1 ? (0,refusals/* several */.J$)(found) : lostCreation(name, why)),
    }, deps);
    const [oldest = made] = (await named(name)).sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
    if (oldest.id !== made.id) {
        (0,refusals/* checkUsable */.HW)(oldest, kind);
        await api.removeApp(made);
        deps.say(`Another run has just created '${(0,findings_text/* quote */.hD)(name)}' (${oldest.id}): that one is deployed to.`);
        return { app: oldest, isOwn: false };
    }
    deps.say(`Created '${(0,findings_text/* quote */.hD)(name)}' (${made.id}).`);
    deps.created(itemOf(made));
    return { app: made, isOwn: true };
}
/** Sizes and switches that a preview or a variant starts with; how many instances it has is its own affair. */
function copied(model) {
    const keys = ['minFlavor', 'maxFlavor', 'homogeneous', 'forceHttps', 'stickySessions', 'cancelOnPush'];
    const build = model?.settings.separateBuild === true ? ['separateBuild', 'buildFlavor'] : [];
    const rows = [...keys, ...build].map((key) => [key, model?.settings[key]]);
    return Object.fromEntries(rows.filter(([, value]) => value !== undefined));
}
/** The zone that is named, else that of the model. Throws for one that Clever Cloud does not have. */
async function zoneOf({ zone }, model, api) {
    if (zone === '')
        return model?.zone || ZONE;
    const zones = await api.zones();
    if (zones.length === 0 || zones.includes(zone))
        return zone;
    const meant = (0,nearest/* nearest */.p)(zone, zones);
    throw (0,finding/* failure */.V2)('no-zone', `Clever Cloud has no zone '${(0,findings_text/* quote */.hD)(zone)}'.`, meant ? `Did you mean "${meant}"?` : `Write one of: ${zones.join(', ')}.`);
}
/** What creates an app (Clever Cloud's OpenAPI description). */
function bodyOf({ name, kind, zone, settings }, env, runtime) {
    const { minFlavor, maxFlavor, minInstances, maxInstances } = settings;
    const flavor = runtime.flavor || FLAVOR;
    return {
        ...{ name, description: name, deploy: 'git', zone, instanceType: runtime.type },
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
const lostCreation = (name, why) => (0,finding/* failure */.V2)('creation-unknown', `The creation of '${(0,findings_text/* quote */.hD)(name)}' got no usable response (${why}), and the server shows no such app.`, 'Check the console, and run the job again.');

// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/domains.ts
var domains = __webpack_require__(8622);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/values.ts
var values = __webpack_require__(4335);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/owner.ts



/** Nobody reads more of one kind. */
const MOST_SHOWN = 10;
const SECTION = '[tool.uv-deploy.clever-cloud]';
/** The id of an owner who is named by id, or is the one organisation of that name. A service token can't ask for names. */
async function ownerNamed(named, canList, api) {
    if ((0,values/* isOwnerId */.rV)(named))
        return named;
    if (!canList) {
        throw (0,finding/* failure */.V2)('no-owner', 'A service token belongs to one organisation, and cannot ask which one that is.', `Write the id of the organisation under ${SECTION}: owner = "orga_\u2026".`);
    }
    const organisations = await api.organisations();
    const matches = organisations.filter(({ name }) => name === named);
    const [match] = matches;
    if (match !== undefined && matches.length === 1)
        return match.id;
    const names = matches.length > 1 ? matches.map(({ id }) => id) : organisations.map(({ name }) => `'${(0,findings_text/* quote */.hD)(name)}'`);
    throw (0,finding/* failure */.V2)('no-owner', matches.length > 1
        ? `Several organisations are called '${(0,findings_text/* quote */.hD)(named)}': ${names.slice(0, MOST_SHOWN).join(', ')}.`
        : `This token sees no organisation '${(0,findings_text/* quote */.hD)(named)}'; it sees ${names.slice(0, MOST_SHOWN).join(', ') || 'none'}.`, `Write the id of the organisation (orga_\u2026) as owner under ${SECTION}.`);
}
/**
 * Throws when an organisation has an app of one of these names: with nobody named as the owner, a second one would be created in the
 * user's own space (`own`), and the one that is meant would stay as it is.
 */
async function checkElsewhere(names, own, api) {
    const organisations = (await api.organisations()).filter(({ id }) => id !== own);
    const found = organisations.flatMap((owner) => owner.apps.filter(({ name }) => names.includes(name)).map((app) => ({ owner, app })));
    const [first] = found;
    if (first === undefined)
        return;
    const shown = ({ owner: { id, name }, app }) => `'${(0,findings_text/* quote */.hD)(name)}' (${id}) has ${app.id}`;
    throw (0,finding/* failure */.V2)('app-elsewhere', `Your own space has no app '${(0,findings_text/* quote */.hD)(first.app.name)}', but ${found.slice(0, MOST_SHOWN).map(shown).join(', ')}. Without an owner, another one would be created.`, `Write under ${SECTION} the one that you mean: owner = "${first.owner.id}"; or, for a new app in your own space, owner = "${own}".`);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/apps.ts






function createApps(wanted, access, api, deps) {
    const { owner: ownerName = '', model } = wanted;
    const isLimited = (0,credential/* isServiceToken */.V2)(access);
    let known;
    const owner = () => (known ??= ownerOf());
    const ownerOf = async () => {
        const id = wanted.id || model?.id;
        if (ownerName !== '' || isLimited)
            return ownerNamed(ownerName, !isLimited, api);
        // Previews belong to whom their app belongs to.
        return id ? (await byId(id)).ownerId : (await api.self()).id;
    };
    const list = async () => api.apps(await owner());
    const named = async (name) => (await list()).filter((app) => app.name === name);
    const lookUp = async (id) => (isLimited ? api.app({ ownerId: await owner(), id }) : api.appById(id));
    const byId = async (id) => {
        const app = await lookUp(id);
        if (app)
            return app;
        throw (0,finding/* failure */.V2)('not-found', `App ${id} does not exist, or this token cannot see it.`, "Check 'id', or remove it: the app is then looked up by name, and created if there is none.");
    };
    /** The app that is meant; `undefined` when there is none. Throws when several have its name, or it can't be deployed to. */
    const find = async () => {
        const matches = wanted.id === '' ? await named(wanted.name) : [await byId(wanted.id)];
        if (matches.length > 1)
            throw (0,refusals/* several */.J$)(matches);
        const [app] = matches;
        if (app !== undefined)
            (0,refusals/* checkUsable */.HW)(app, wanted.kind);
        else if (ownerName === '' && !model?.id)
            await checkElsewhere([wanted.name, ...(model ? [model.name] : [])], await owner(), api);
        return app;
    };
    /** The app that a preview or a variant is made of; nothing where that is not known. */
    const findModel = async () => {
        if (model === undefined)
            return undefined;
        if (model.id !== '')
            return lookUp(model.id);
        const [app, ...others] = await named(model.name);
        return others.length === 0 ? app : undefined;
    };
    const toItem = async (app) => itemOf(app, app.domains.length === 0 ? undefined : await api.primaryDomain(app), access);
    return {
        ...{ list, byId, lookUp, find, findModel, toItem },
        create: async (spec, env) => {
            const place = { ownerId: await owner(), named, itemOf: (app) => itemOf(app, undefined, access) };
            return createApp({ spec, env, model: await findModel() }, place, api, deps);
        },
    };
}
const itemOf = (app, primary, { server }) => ({
    ...{ id: app.id, name: app.name, url: (0,domains/* addressOf */.ci)((0,domains/* bestDomain */.Pe)(app, primary), server), consoleUrl: consoleUrl(app) },
});
/** The console finds an app by its id alone. */
const consoleUrl = ({ id }) => `https://console.clever-cloud.com/goto/${id}`;
/** Whether all that went wrong is of this kind. */
const isOnly = (error, ...codes) => error instanceof finding/* Failure */.HR && error.findings.every(({ code }) => codes.includes(code));


/***/ }),

/***/ 8102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openConnection: () => (/* binding */ openConnection)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/api.ts + 5 modules
var api_api = __webpack_require__(635);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/credential.ts + 1 modules
var credential = __webpack_require__(9102);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/apps.ts + 2 modules
var gateway_apps = __webpack_require__(9814);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/previews.ts
var previews = __webpack_require__(134);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/clock.ts
var clock = __webpack_require__(3810);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/deployment.ts + 2 modules
var deployment = __webpack_require__(4217);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/env.ts
var env = __webpack_require__(9300);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/log.ts
var log = __webpack_require__(6081);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/push.ts
var push = __webpack_require__(3267);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/tasks.ts









/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;
/** The parameters of the run, as JSON. */
const PARAMS = 'UV_DEPLOY_PARAMS';
/** A task is an app that runs to its end: each start is a deployment of the commit that it has. */
function createTasks(paramsAsEnv, { access, api, apps, deps }) {
    const runs = new Map();
    const setParams = async (app, params) => {
        const before = await api.env(app);
        const after = withParams(before, params ?? {}, paramsAsEnv);
        if ((0,env/* changedNames */.tS)(before, after).length > 0)
            await api.setEnv(app, after);
    };
    const appOf = async ({ item }) => {
        const app = await apps.lookUp(item.id);
        if (app)
            return app;
        throw (0,finding/* failure */.V2)('not-found', `The app ${item.id} is gone.`, "Deploy it again, or correct 'id'.");
    };
    return {
        start: async (item, params) => {
            const app = await appOf({ item });
            if (app.lifetime !== 'TASK')
                throw notATask(item);
            await setParams(app, params);
            const patient = (0,api_api/* createApi */.x)(access, { ...deps, signal: (0,clock/* lingering */.et)(deps.signal, LINGER_MS) });
            const id = await (0,push/* startOnce */.aD)(app, () => patient.redeploy(app), api, deps);
            const begun = { commit: app.commit ?? '', uuid: id, isRun: true };
            runs.set(id, { app, deployment: (0,deployment/* createDeployment */.Y)(begun, app, api, deps) });
            return { id, item, logUrl: (0,gateway_apps/* consoleUrl */.B9)(app) };
        },
        progress: async ({ id }, withinMs) => (await runs.get(id)?.deployment.progress((0,deployment/* apiWithin */.G)(withinMs, access, deps))) ?? { state: 'untold' },
        log: async (invocation) => {
            const app = runs.get(invocation.id)?.app ?? (await appOf(invocation));
            const row = await api.deployment(app, invocation.id);
            return row && (await (0,log/* readLog */.x6)(app, row, api)).map((line) => `${line}\n`).join('');
        },
        stop: async (invocation, within) => {
            const through = (0,api_api/* createApi */.x)(access, { ...deps, signal: within });
            await runs.get(invocation.id)?.deployment.cancel(through);
        },
    };
}
/** The variables with the parameters of this run in place of those of the run before. */
function withParams(env, params, asEnv) {
    const before = asEnv ? parse(env[PARAMS]) : {};
    const kept = Object.entries(env).filter(([name]) => name !== PARAMS && !Object.hasOwn(before, name));
    const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value));
    const own = Object.entries(params).map(([name, value]) => [name, shown(value)]);
    return {
        ...Object.fromEntries(kept),
        ...(asEnv && Object.fromEntries(own)),
        ...(own.length > 0 && { [PARAMS]: JSON.stringify(params) }),
    };
}
function parse(text = '') {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}
const notATask = (item) => (0,finding/* failure */.V2)('not-a-task', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`, "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.");

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/connection.ts






const DAY_MS = 86_400_000;
/** A token ends after a year; this many days before, it is time for a new one. */
const NOTICE_DAYS = 30;
/** What can be done with an app of which no more is known; `app` is what the app itself is called, whose previews are looked for. */
function openConnection(known, app, access, deps) {
    const api = (0,api_api/* createApi */.x)(access, deps);
    const apps = (0,gateway_apps/* createApps */.vh)(known, access, api, deps);
    const bench = { access, api, apps, deps };
    const connection = {
        name: known.name,
        verify: async () => {
            if ((0,credential/* isServiceToken */.V2)(access)) {
                deps.say('Service tokens are experimental: Clever Cloud documents them in a draft only.');
                await apps.list();
                return;
            }
            await api.self();
            deps.report(endOfToken(await api.expiry(), Date.now()));
        },
        find: async () => {
            const found = await apps.find();
            return found && apps.toItem(found);
        },
        tasks: createTasks(known.paramsAsEnv, bench),
        previews: (0,previews/* createPreviews */.QZ)(app, apps, api, deps),
    };
    return { connection, bench };
}
/** Warns of a token that ends soon; `expiry` and `now` are milliseconds since 1970. */
function endOfToken(expiry, now) {
    if (expiry === undefined || expiry - now >= NOTICE_DAYS * DAY_MS)
        return [];
    const day = new Date(expiry).toISOString().slice(0, 10);
    return [
        (0,finding/* warning */.$e)('token-expires', `The token and the secret end on ${day}: the jobs fail from then on.`, 'Run `clever login`, and store the new pair as the secrets CLEVER_TOKEN and CLEVER_SECRET.'),
    ];
}


/***/ }),

/***/ 4217:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ apiWithin),
  Y: () => (/* binding */ createDeployment)
});

// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/api.ts + 5 modules
var api = __webpack_require__(635);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/platforms/shared/shown-log.ts
var shown_log = __webpack_require__(7090);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/apps.ts + 2 modules
var apps = __webpack_require__(9814);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/log.ts
var log = __webpack_require__(6081);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/live-log.ts




/** After so many reads in a row without an answer, nothing is read any more: the log only decorates. */
const MOST_LOST = 2;
/**
 * The log of a deployment, shown while the deployment is followed. It is read beside the polls, up to the moment of each, so that no
 * poll waits for it; whatever happens to it has no say in how the deployment ends.
 */
function createLiveLog(app, api, deps) {
    const show = (0,shown_log/* createShownLog */.K)(deps, (0,apps/* consoleUrl */.B9)(app));
    const seen = new Set();
    const all = [];
    let last = '';
    let lost = 0;
    let reading;
    const keep = (lines) => {
        const fresh = lines.filter((line) => !seen.has(keyOf(line)));
        for (const line of fresh)
            seen.add(keyOf(line));
        last = fresh.at(-1)?.date || last;
        all.push(...(0,log/* linesIn */.hl)(fresh));
        show((0,log/* linesIn */.hl)(fresh));
    };
    const read = async ({ uuid, date }) => {
        const since = Number.isNaN(Date.parse(last)) ? new Date(date) : new Date(last);
        const lines = await api.logs(app, { deployment: uuid, since, until: new Date() });
        lost = lines === undefined ? lost + 1 : 0;
        keep(lines ?? []);
    };
    /** The end of the step ends a read, too; who follows the deployment hears of that by itself. */
    const quietly = (work) => work.catch((error) => {
        if (!(error instanceof finding/* Cancelled */.cJ))
            lost += 1;
    });
    return {
        /** Begins to read what has come since, unless that is under way. */
        poll: (deployment) => {
            if (reading !== undefined || lost >= MOST_LOST)
                return;
            reading = quietly(read(deployment)).finally(() => {
                reading = undefined;
            });
        },
        /** Reads the rest: where that `isNeeded`, even after a read without an answer. Answers what could be had of the whole log. */
        finish: async (deployment, isNeeded) => {
            await reading;
            if (isNeeded || lost === 0)
                await quietly(read(deployment));
            return all;
        },
    };
}
const keyOf = ({ id, date, message }) => id || `${date} ${message}`;

// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/refusals.ts
var refusals = __webpack_require__(5982);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/outcomes.ts



/** What is live while a deployment fails. */
const staying = ({ commit }) => commit === undefined ? 'Nothing is live yet.' : `The previous release, deployment ${commit}, stays live.`;
const again = (app) => `Run the job again if that was not meant. ${staying(app)}`;
/** A deployment that failed; `lines` are its log, as far as it can be had. */
function failedDeployment(app, lines, { readFailure, forVariables }) {
    const [told, tail] = [(0,log/* causeIn */.Po)(lines), (0,log/* tailOf */.Cj)(lines)];
    const { raised, cause, place } = readFailure(lines.join('\n'));
    const why = told?.told ?? (place.file && raised ? `the app stopped with ${raised}` : '');
    const more = cause?.code === 'start-missing-variable' ? forVariables : '';
    const advice = [cause?.remedy ?? told?.remedy ?? 'Fix what the log names, and run the job again.', more];
    return {
        state: 'failed',
        message: `Clever Cloud could not deploy it${why && `: ${why}`}`,
        ...(cause && { why: cause.message }),
        remedy: [...advice, staying(app)].filter(Boolean).join(' '),
        place,
        ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
    };
}
/** A commit of which no deployment has begun; `state` is that of its app, and `ahead` a deployment that is under way. */
function notStarted(commit, { state, ahead }, limitMs) {
    const queued = ahead && `it waits behind deployment ${ahead}, which is under way`;
    const why = refusals/* BLOCKED */.hl[state] ?? queued ?? 'the organisation may have no credit left';
    return {
        state: 'failed',
        message: `No deployment of commit ${commit} has begun within ${(0,units/* duration */.p0)(limitMs)}: ${why}`,
        remedy: 'Look at the activity of the app in the console, and run the job again.',
    };
}
const cancelled = (app) => ({
    state: 'failed',
    message: 'Somebody cancelled the deployment on Clever Cloud',
    remedy: again(app),
});
const gone = (app) => ({
    state: 'failed',
    message: 'Clever Cloud does not list the deployment any more: it was cancelled',
    remedy: again(app),
});
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

// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/push.ts
var push = __webpack_require__(3267);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/deployment.ts





/** How long a pushed commit may wait until its deployment is listed: that of an app which may not run never is. */
const START_MS = 300_000;
/** How often in all a deployment has to be missing from the list until it is taken for gone. */
const MISSES = 3;
/** States that are waited for. */
const UNDER_WAY = ['WIP', 'TASK_RUNNING'];
/** The API for calls that may take no longer than that. */
const apiWithin = (withinMs, access, deps) => (0,api/* createApi */.x)(access, { ...deps, http: (request) => deps.http({ ...request, limitMs: withinMs }) });
function createDeployment(begun, app, api, deps) {
    const { commit, isRun = false, forVariables = '' } = begun;
    const failing = { readFailure: deps.readFailure, forVariables };
    const { say, clock } = deps;
    const rows = createRows(begun, app);
    const log = createLiveLog(app, api, deps);
    const begunAt = clock.now();
    const unknown = new Set();
    let ended;
    const judge = async (row) => {
        // The log of a run is shown by who invokes it.
        if (row.state === 'OK') {
            if (!isRun)
                await log.finish(row, false);
            return { state: 'live' };
        }
        if (row.state === 'FAIL')
            return isRun ? RUN_FAILED : failedDeployment(app, await log.finish(row, true), failing);
        if (row.state === 'CANCELLED')
            return isRun ? RUN_CANCELLED : cancelled(app);
        if (!isRun)
            log.poll(row);
        if (!UNDER_WAY.includes(row.state) && !unknown.has(row.state)) {
            unknown.add(row.state);
            say(`Deployment ${row.uuid} is in a state that uv-deploy does not know, '${(0,findings_text/* quote */.hD)(row.state)}': waiting on.`);
        }
        return { state: 'running' };
    };
    const ask = async (through) => {
        const wasThere = rows.hasBegun();
        const row = await rows.read(through);
        if (row !== undefined) {
            if (!wasThere && !isRun)
                say(`Deployment ${row.uuid} has begun.`);
            return judge(row);
        }
        if (rows.isGone())
            return isRun ? RUN_CANCELLED : gone(app);
        if (rows.hasBegun())
            return { state: 'running' };
        if (clock.now() - begunAt < START_MS)
            return { state: 'starting' };
        const ahead = (await api.deployments(app, push/* RECENT */.Ot)).find(({ state }) => UNDER_WAY.includes(state));
        return notStarted(commit, { state: (await api.app(app))?.state ?? '', ahead: ahead?.uuid }, START_MS);
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
            const row = await rows.read(through);
            if (row === undefined)
                return rows.hasBegun() ? 'over' : 'not begun';
            if (row.state === 'OK')
                return 'live';
            if (['FAIL', 'CANCELLED'].includes(row.state))
                return 'over';
            await through.cancel(app, row.uuid);
            return 'cancelled';
        },
    };
}
/** The deployment in the list of its app's: not yet, or not any more. The row of one that was cancelled may give way to another one. */
function createRows({ commit, uuid: started }, app) {
    let seen;
    let missed = 0;
    return {
        read: async (through) => {
            const uuid = seen?.uuid ?? started;
            const rows = await through.deployments(app, push/* RECENT */.Ot);
            const byCommit = (action) => rows.find((row) => row.commit === commit && row.action === action);
            if (uuid === undefined && byCommit('CANCEL') !== undefined)
                missed = MISSES;
            const listed = uuid === undefined ? byCommit('DEPLOY') : rows.find((row) => row.uuid === uuid);
            const row = listed ?? (uuid === undefined ? undefined : await through.deployment(app, uuid));
            if (row === undefined && seen !== undefined)
                missed += 1;
            seen = row ?? seen;
            return row;
        },
        hasBegun: () => seen !== undefined,
        isGone: () => missed >= MISSES,
    };
}


/***/ }),

/***/ 8622:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ ownDomain),
/* harmony export */   Pe: () => (/* binding */ bestDomain),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
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


/***/ }),

/***/ 9300:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ releaseIn),
/* harmony export */   Cm: () => (/* binding */ putBackEnv),
/* harmony export */   ME: () => (/* binding */ isSameEnv),
/* harmony export */   _h: () => (/* binding */ withRelease),
/* harmony export */   rB: () => (/* binding */ wantedEnv),
/* harmony export */   tS: () => (/* binding */ changedNames)
/* harmony export */ });
/** What is live, from which files, and how they were tried: `<commit>/<tree>`, and `/<trial>` where there was one. Written before the push, it is believed only where that commit is live. */
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
const withRelease = (env, { commit, tree, trial }) => ({
    ...env,
    [RELEASE]: [commit, tree, ...(trial === undefined ? [] : [trial])].join('/'),
});
/** The release that the variables name; `undefined` for apps that this action has not deployed. */
function releaseIn(env) {
    const [, commit = '', tree = '', trial] = /^([0-9a-f]{40,64})\/([0-9a-f]{40,64})(?:\/([0-9a-f]{1,64}))?$/.exec(env[RELEASE] ?? '') ?? [];
    return commit === '' ? undefined : { commit, tree, trial };
}
/** `current` with the values of `before` for all that is still as `set` has it: what somebody else has changed since is theirs. */
function putBackEnv(current, set, before) {
    const rows = Object.entries({ ...before, ...current }).flatMap(([name]) => {
        const value = current[name] === set[name] ? before[name] : current[name];
        return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(rows);
}


/***/ }),

/***/ 6081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ tailOf),
/* harmony export */   Po: () => (/* binding */ causeIn),
/* harmony export */   hl: () => (/* binding */ linesIn),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


/** How much of the end of a log is shown, in lines and characters. */
const [LINES, CHARACTERS] = [30, 3_000];
/** What the log of a deployment says so far, line by line; nothing where it can't be had, which never fails a run. */
async function readLog(app, { uuid, date }, api) {
    return linesIn((await api.logs(app, { deployment: uuid, since: new Date(date), until: new Date() })) ?? []);
}
/** The lines as they are shown, without colours. */
const linesIn = (log) => log.flatMap(({ message }) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(message).trimEnd().split(/\r?\n/));
const tailOf = (lines) => lines.slice(-LINES).join('\n').slice(-CHARACTERS);
/** Behind a service of the Request Flow it is the app that has to be on port 9000 (Clever Cloud's documentation, "Request Flow"). */
const nothingAt = (port = '') => `nothing listens on port ${port}${port === '9000' ? ', where the app has to be behind a service of the Request Flow' : ''}`;
const LISTEN = 'Have the app listen on host 0.0.0.0 and on that port, or set `run-command` to a command that does.';
const REQUESTED = 'Clever Cloud requests the path in the app\u2019s variable CC_HEALTH_CHECK_PATH: set `health-check-path` to one that returns 2xx without a login.';
/** The causes that the platform names in a log, what they mean, and what to do. The last line that fits counts. */
const CAUSES = [
    [/listening on localhost/i, () => 'the app listens on localhost only', () => LISTEN],
    [
        /Response from GET (\S+) is (\d{3}), expected/,
        (path, status) => `the health check of ${path} got ${status}`,
        (_, status = '') => (status < '500' ? REQUESTED : undefined),
    ],
    [/Error while checking (\/\S*)/, (path) => `the health check of ${path} got no answer`],
    [/Nothing listening on \S*:(\d+)/i, (port) => nothingAt(port), () => LISTEN],
    [/port \(?(\d+)\)?.* not listening/i, (port) => nothingAt(port), () => LISTEN],
    [
        /The lockfile at .?uv\.lock.? needs to be updated/i,
        () => 'uv.lock does not fit pyproject.toml',
        () => 'Run `uv lock`, and commit uv.lock.',
    ],
    [/CC_PYTHON_VERSION: (.+)/, (why) => `CC_PYTHON_VERSION: ${why}`],
    [/(cron\.json .*not valid.*)/i, (why) => `clevercloud/${why}`],
    [
        /No space left on device|Killed|out of memory/i,
        () => 'the machine is too small: it ran out of memory or disk',
        () => 'Set a larger `flavor`, or `build-flavor` for the build, under [tool.uv-deploy.clever-cloud].',
    ],
];
/** What the platform says in the log of a deployment that failed. */
function causeIn(lines) {
    for (const [pattern, told, remedy] of CAUSES) {
        const found = lines.findLast((line) => pattern.test(line));
        if (found === undefined)
            continue;
        const parts = (pattern.exec(found) ?? []).slice(1).map((part) => part ?? '');
        const advice = remedy?.(...parts);
        return { told: (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(told(...parts), 300), ...(advice !== undefined && { remedy: advice }) };
    }
    return undefined;
}


/***/ }),

/***/ 134:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ previewVariables),
/* harmony export */   QZ: () => (/* binding */ createPreviews),
/* harmony export */   fg: () => (/* binding */ checkMarked),
/* harmony export */   iC: () => (/* binding */ previewSpec)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _shared_marked_name_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3984);
/* harmony import */ var _variant_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6162);




/** The variable that marks an app as a preview: `<owner/repo>#<number>`. No other app is ever removed. */
const MARK = 'UV_DEPLOY_PREVIEW';
const previewName = (app, pullRequest) => (0,_shared_marked_name_js__WEBPACK_IMPORTED_MODULE_2__/* .markedName */ .Q)(app, `-pr-${pullRequest}`, _variant_js__WEBPACK_IMPORTED_MODULE_3__/* .NAME_LIMIT */ .Uo);
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
        model: { id: spec.id, name: spec.name },
        env: { ...spec.env, [MARK]: mark },
        judge: async (there) => {
            const judged = await spec.judge(there);
            return { ...judged, env: { ...judged.env, [MARK]: mark } };
        },
    };
}
/**
 * A preview runs code that nobody has reviewed: it gets those variables that were named for it, of the step (`env`) and of the app that
 * it is a preview of, which may have them from elsewhere.
 */
async function previewVariables({ previewEnv: names }, env, { api, apps, say }) {
    const left = env.map(({ name }) => name).filter((name) => !names.includes(name));
    if (left.length > 0) {
        say(`The preview does not get ${left.join(', ')}: only those in preview-env under [tool.uv-deploy.clever-cloud] are passed.`);
    }
    const given = env.filter(({ name }) => names.includes(name));
    const missing = names.filter((name) => given.every((one) => one.name !== name));
    const model = missing.length > 0 ? await apps.findModel() : undefined;
    const there = model ? await api.env(model) : {};
    return [...given, ...missing.flatMap((name) => (name in there ? [{ name, value: there[name] ?? '' }] : []))];
}
/** Throws when an app has the name of the preview, and is none: it may be anybody's. */
function checkMarked({ name, id }, env, { mark }) {
    if (env[MARK] === mark)
        return;
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('conflict', `The app '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' (${id}) has the name of the preview, and is not marked as one: its variable ${MARK} is not ${mark}.`, 'Rename or remove it in the console, and run the job again.');
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
            const one = await apps.lookUp(item.id);
            if (one !== undefined && !(await isMarked(one, pullRequest))) {
                throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('not-a-preview', `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(item.name)}' (${item.id}) is not marked as the preview of pull request ${pullRequest}: it was not removed.`, 'Remove it in the console if it is not needed.');
            }
            if (one !== undefined)
                await cancelAll(one);
            const wasThere = one !== undefined && (await api.removeApp(one));
            say(wasThere ? `Removed '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(item.name)}' (${item.id}).` : `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(item.name)}' was already gone.`);
            return wasThere;
        },
    };
}


/***/ }),

/***/ 3267:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ RECENT),
/* harmony export */   VC: () => (/* binding */ push),
/* harmony export */   aD: () => (/* binding */ startOnce),
/* harmony export */   jy: () => (/* binding */ redeploy)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4879);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6317);
/* harmony import */ var _ports_http_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3880);
/* harmony import */ var _git_objects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8369);
/* harmony import */ var _git_pack_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6579);
/* harmony import */ var _git_remote_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4705);
/* harmony import */ var _apps_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9814);
/* harmony import */ var _env_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9300);











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
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'uv-deploy-'));
    try {
        const pack = await (0,_git_pack_js__WEBPACK_IMPORTED_MODULE_6__/* .writePack */ .hG)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'bundle.pack'), source.files, signal);
        for (let attempt = 1; attempt <= TRIES; attempt++) {
            const begun = await pushOnce({ ...pack, trial: source.trial }, app, variables, tools);
            if (begun !== undefined)
                return begun;
            say('Somebody else has pushed in the meantime: the bundle goes on top of their commit.');
        }
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)('conflict', `The bundle could not be pushed to ${app.id}: in ${TRIES} tries, somebody else was faster each time.`, 'Run the job again when no other deployment of this app is under way; `concurrency` in the workflow keeps them apart.');
}
/** Answers `undefined` when the branch was moved by somebody else. */
async function pushOnce(pack, app, variables, { access, api, deps, isRebuilt }) {
    const { say, origin } = deps;
    const remote = (0,_git_remote_js__WEBPACK_IMPORTED_MODULE_7__/* .createRemote */ .h)({ url: app.httpUrl, token: access.token, secret: access.secret }, deps);
    const head = await remote.head();
    const there = (0,_env_js__WEBPACK_IMPORTED_MODULE_9__/* .releaseIn */ .B8)(variables.before);
    if (head !== undefined && there?.commit === head && there.tree === pack.tree) {
        await variables.set({ ...pack, commit: head });
        say('The repository already has these files: nothing is pushed, and they are deployed again.');
        return redeploy(app, { commit: head, useCache: !isRebuilt }, api, deps);
    }
    const commit = (0,_git_objects_js__WEBPACK_IMPORTED_MODULE_5__/* .commitOf */ .D3)(pack.tree, head, wordsOf(origin, pack.tree));
    await variables.set({ ...pack, commit: commit.id });
    say(`Uploading ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_10__/* .bytes */ .ee)(pack.size)} as commit ${commit.id}.`);
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
    return (0,_ports_http_once_js__WEBPACK_IMPORTED_MODULE_4__/* .takeOnce */ .X)({
        noun: 'start',
        send,
        look: async () => (await api.deployments(app, RECENT)).filter(isNew).map(({ uuid }) => uuid),
        lost: (why, found) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .failure */ .V2)('start-unknown', found.length > 1
            ? `The start got no usable response (${why}), and several deployments have begun since: ${found.join(', ')}. It is not clear which one is this job's.`
            : `The start got no usable response (${why}), and the server shows no deployment: it was not started again.`, `Check ${(0,_apps_js__WEBPACK_IMPORTED_MODULE_8__/* .consoleUrl */ .B9)(app)}, and run the job again if nothing runs.`),
    }, deps);
}


/***/ }),

/***/ 5982:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HW: () => (/* binding */ checkUsable),
/* harmony export */   J$: () => (/* binding */ several),
/* harmony export */   hl: () => (/* binding */ BLOCKED)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


const label = ({ name, id }) => `The app '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' (${id})`;
/** States in which an app deploys nothing, however it is pushed to (Clever Cloud's OpenAPI description, `Application`). */
const BLOCKED = {
    MODERATED: 'Clever Cloud has blocked it (MODERATED)',
    DEFAULT_OF_PAYMENT: 'its organisation has not paid (DEFAULT_OF_PAYMENT)',
};
/** Nobody reads more of one name. */
const MOST_SHOWN = 10;
const several = (apps) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('several-items', `Several apps are called '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(apps[0]?.name ?? '')}': ${apps
    .slice(0, MOST_SHOWN)
    .map(({ id, zone, commit }) => `${id} (${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(zone)}, ${commit === undefined ? 'never deployed' : 'deployed'})`)
    .join(', ')}.`, `Add \`id: ${apps.find(({ commit }) => commit !== undefined)?.id ?? apps[0]?.id}\` under \`with:\` of this step, if that is the one you mean. Remove the others in the console.`);
/** Throws for an app that can't be deployed to, with its reason. Nothing has been changed then. */
function checkUsable(app, kind) {
    const refusal = refusalOf(app, kind);
    if (refusal)
        throw refusal;
}
function refusalOf(app, kind) {
    const blocked = (why, remedy) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('app-blocked', `${label(app)} can't be deployed to: ${why}.`, remedy);
    if (/^https:\/\/github\.com\//i.test(app.httpUrl)) {
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('git-managed', `${label(app)} is deployed by Clever Cloud itself, from GitHub: it has no git repository to push to.`, "Create an app that is not linked to GitHub, and give its 'id'; or choose another name.");
    }
    const why = BLOCKED[app.state];
    if (why !== undefined)
        return blocked(why, 'Settle that in the console, and run the job again.');
    if (app.archived)
        return blocked('it is archived', 'Restore it in the console, or choose another name.');
    if (app.runtime !== 'python') {
        return blocked(`its runtime is ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(app.runtime) || 'not known'}, not python`, 'Choose another name: a runtime can not be changed.');
    }
    const there = app.lifetime === 'TASK' ? 'task' : 'app';
    if (kind !== undefined && kind !== there) {
        return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('content-type-changed', `${label(app)} is ${there === 'app' ? 'an app' : 'a task'}; this project is ${kind === 'app' ? 'an app' : 'a task'}.`, 'Give the new app another name, or correct content-type.');
    }
    return undefined;
}


/***/ }),

/***/ 8369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   TH: () => (/* binding */ idOf),
/* harmony export */   qS: () => (/* binding */ prologue),
/* harmony export */   zG: () => (/* binding */ treesOf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** What comes before an object's bytes when its id is computed. */
const prologue = (kind, size) => `${kind} ${size}\0`;
const idOf = (kind, body) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(prologue(kind, body.length)).update(body).digest('hex');
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


/***/ }),

/***/ 6579:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZG: () => (/* binding */ packUpload),
  g7: () => (/* binding */ treeOf),
  hG: () => (/* binding */ writePack)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/bundle/tar.ts
var tar = __webpack_require__(719);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/git/objects.ts
var git_objects = __webpack_require__(8369);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/pack-writer.ts





/** The types of objects in a pack (git's documentation, gitformat-pack). */
const TYPES = { commit: 1, tree: 2, blob: 3 };
/** Files up to this size are compressed in one go, larger ones in parts. */
const SMALL = 256 * 1024;
const CHUNK = 256 * 1024;
/** Small objects are collected up to this size before they are written. */
const COLLECTED = 1024 * 1024;
/** The parts of a file are in the same memory one after the other: each is compressed before the next is asked for. */
const ONE_AT_A_TIME = { writableHighWaterMark: 1 };
/** Writes the objects of a pack, each once, one after the other. */
function createPackWriter(handle) {
    const known = new Set();
    const buffer = Buffer.alloc(CHUNK);
    const tail = createTail(handle);
    const add = async (kind, body) => {
        const id = (0,git_objects/* idOf */.TH)(kind, body);
        if (!known.has(id))
            await tail.collect(packed(kind, body));
        known.add(id);
        return id;
    };
    /** The id of a large file is known when all of it has been written: the copy of another one is written over afterwards. */
    const addLarge = async (file) => {
        await tail.flush();
        const start = tail.size();
        const sum = (0,external_node_crypto_.createHash)('sha1').update((0,git_objects/* prologue */.qS)('blob', file.size));
        await tail.write(entryHeader('blob', file.size));
        await (0,external_node_stream_promises_.pipeline)(async function* () {
            for await (const part of (0,tar/* contents */.PG)(file, buffer)) {
                sum.update(part);
                yield part;
            }
        }, (0,external_node_zlib_.createDeflate)(ONE_AT_A_TIME), async (compressed) => {
            for await (const part of compressed)
                await tail.write(part);
        });
        const id = sum.digest('hex');
        if (known.has(id))
            tail.backTo(start);
        known.add(id);
        return id;
    };
    return {
        add,
        addFile: async (file) => {
            if (file.size > SMALL)
                return addLarge(file);
            const read = [];
            for await (const part of (0,tar/* contents */.PG)(file, buffer))
                read.push(Buffer.from(part));
            return add('blob', Buffer.concat(read));
        },
        /** Answers the size of the file, and how many objects are in it. */
        finish: async () => {
            await tail.flush();
            await handle.truncate(tail.size());
            return { size: tail.size(), objects: known.size };
        },
    };
}
/** The end of a file that grows: small parts are collected until they are worth a write. */
function createTail(handle) {
    let size = 0;
    let collected = [];
    let waiting = 0;
    const write = async (bytes) => {
        for (let done = 0; done < bytes.length;) {
            const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, size);
            done += bytesWritten;
            size += bytesWritten;
        }
    };
    const flush = async () => {
        const bytes = Buffer.concat(collected);
        [collected, waiting] = [[], 0];
        await write(bytes);
    };
    return {
        ...{ write, flush },
        collect: async (bytes) => {
            collected.push(bytes);
            waiting += bytes.length;
            if (waiting > COLLECTED)
                await flush();
        },
        size: () => size,
        /** What has been written behind this is written over. */
        backTo: (start) => {
            size = start;
        },
    };
}
/** An object as a pack has it. */
const packed = (kind, body) => Buffer.concat([entryHeader(kind, body.length), (0,external_node_zlib_.deflateSync)(body)]);
/** The type and the size before an object's compressed bytes: four bits of the size, then seven in each byte that follows. */
function entryHeader(kind, size) {
    const bytes = [(TYPES[kind] << 4) | (size % 16)];
    for (let left = Math.floor(size / 16); left > 0; left = Math.floor(left / 128)) {
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) | 0x80;
        bytes.push(left % 128);
    }
    return Buffer.from(bytes);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/pack.ts
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







/** As much of a file is in memory at once. */
const pack_CHUNK = 256 * 1024;
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
            const handle = __addDisposableResource(env_1, await (0,promises_.open)(path, 'w', 0o600), true);
            const objects = createPackWriter(handle);
            const leaves = [];
            for (const file of files) {
                signal.throwIfAborted();
                const id = await objects.addFile(file);
                leaves.push({ path: file.path, mode: modeOf(file), id });
            }
            let tree = '';
            for (const body of (0,git_objects/* treesOf */.zG)(leaves))
                tree = await objects.add('tree', body);
            return { path, tree, ...(await objects.finish()) };
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
}
/** The id of the root tree that `writePack` would answer, without anything being written. */
async function treeOf(files, signal) {
    const buffer = Buffer.alloc(pack_CHUNK);
    const leaves = [];
    for (const file of files) {
        signal.throwIfAborted();
        const sum = (0,external_node_crypto_.createHash)('sha1').update((0,git_objects/* prologue */.qS)('blob', file.size));
        for await (const part of (0,tar/* contents */.PG)(file, buffer))
            sum.update(part);
        leaves.push({ path: file.path, mode: modeOf(file), id: sum.digest('hex') });
    }
    return (0,git_objects/* idOf */.TH)('tree', (0,git_objects/* treesOf */.zG)(leaves).at(-1) ?? Buffer.alloc(0));
}
const modeOf = ({ executable }) => (executable ? '100755' : '100644');
/** What a push sends: `command`, and the whole pack with `commit` in it. `tell` hears how many bytes are on their way. */
function packUpload(pack, commit, command, tell) {
    const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
    header.writeUInt32BE(pack.objects + 1, 8);
    const last = packed('commit', commit.body);
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
        const handle = __addDisposableResource(env_2, await (0,promises_.open)(pack.path), true);
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
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function checkName({ path }) {
    const name = path.split('/').find((part) => GIT_FOLDER.test(part));
    if (name === undefined)
        return;
    throw (0,finding/* failure */.V2)('file-name', `${(0,findings_text/* quote */.hD)(path, 200)} can't be deployed: git keeps the name ${(0,findings_text/* quote */.hD)(name)} for itself.`, "Rename it, or leave it out with 'exclude'.");
}


/***/ }),

/***/ 4705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ createRemote)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/http/redirects.ts
var redirects = __webpack_require__(6008);
// EXTERNAL MODULE: ./src/platforms/shared/client.ts
var client = __webpack_require__(3790);
// EXTERNAL MODULE: ./src/platforms/shared/upload.ts
var upload = __webpack_require__(3755);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/credential.ts + 1 modules
var credential = __webpack_require__(9102);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/refusals.ts
var api_refusals = __webpack_require__(2492);
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
const linesOf = (packets) => packets.filter((line) => line !== undefined).map((line) => line.toString().replace(/\n$/, ''));
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
    const [service = '', first = '', ...others] = linesOf(packets);
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
    const lines = linesOf(status);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/ports/http/retry.ts
var retry = __webpack_require__(9003);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/git/pack.ts + 1 modules
var git_pack = __webpack_require__(6579);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/sender.ts






const PUSHING = 'pushing the bundle';
/** The server may be silent while it unpacks a large bundle. */
const PUSH_SILENCE_MS = 600_000;
/** Answers of a push are short; hooks that print more than this are cut off, and the branch is looked up. */
const MOST_BYTES = 8_000_000;
/** Sends a pack one time. Answers git's report, or why there is none; throws a `Failure` when the server refused for good. */
function createSender({ url, headers, refusals }, { http, signal, say }) {
    return async ({ pack, commit, command }, limitMs) => {
        const body = (0,git_pack/* packUpload */.ZG)(pack, commit, command, (sent) => progress(sent));
        const progress = (0,upload/* progressLines */.Ld)(body.length, say);
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
        // A proxy has answered in place of git; should git have had it all the same, the branch is found there at the next try.
        if ((0,json/* isHtml */._6)(response))
            return { outcome: 'again', failure: refusals.unusable(PUSHING, response) };
        return response;
    };
}
/** The bytes of an answer, which a proxy may have compressed unasked. One that can't be decompressed was cut short: nothing. */
function bodyOf({ headers, bytes }) {
    if (headers['content-encoding'] !== 'gzip')
        return bytes;
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: MOST_BYTES });
    }
    catch {
        return Buffer.alloc(0);
    }
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/remote.ts









const READING = 'reading the app\u2019s git repository';
/** Speaks git's smart protocol (git's documentation, gitprotocol-http) with one repository. */
function createRemote({ url, token, secret }, deps) {
    const { http, signal, quoted } = deps;
    const headers = { authorization: (0,credential/* gitAuthorization */.IR)({ token, secret }) };
    const isSameServer = ({ origin }) => origin === new URL(url).origin;
    const following = (request) => (0,redirects/* getFollowing */.m)(http, request, isSameServer);
    const { read, refusals } = (0,client/* createPlatformClient */.B)(url, api_refusals/* WORDS */.q, following, deps);
    const sendOnce = createSender({ url, headers, refusals }, deps);
    const advertisement = () => {
        const sending = { method: 'GET', url: `${url}/info/refs?service=git-receive-pack`, headers, signal };
        return read(READING, sending, (response) => {
            const found = readAdvertisement(bodyOf(response));
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
            const command = pushCommand(old, commit.id, capabilities);
            const sent = await sendOnce({ pack, commit, command }, limitMs);
            if ('outcome' in sent)
                return sent;
            const report = readReport(bodyOf(sent), hasBands);
            if (report.messages.length > 0)
                quoted(report.messages.map((line) => `remote: ${line}`).join('\n'));
            return judge(report, peek);
        };
        const look = async () => await peek().then((found) => (found ? [found] : []));
        return (0,upload/* uploadOnce */.vV)(pack, send, { look, lost: (why) => (0,upload/* lostUpload */.mv)(why, 'commit') }, deps);
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
    return (0,finding/* failure */.V2)('push-refused', `Clever Cloud refused ${step}: ${(0,findings_text/* quote */.hD)(reason, 200)}.${said === '' ? '' : ` It said: "${said}"`}`, 'Fix the reason that the server gives, and run the job again.');
};
/** Only repositories that report how a push went, and name objects by SHA-1, can be pushed to. */
function supported(found) {
    const format = [...found.capabilities].find((word) => word.startsWith('object-format='));
    const isKnown = format === undefined || format === 'object-format=sha1';
    if (isKnown && found.capabilities.has('report-status'))
        return found;
    throw (0,finding/* failure */.V2)('not-supported', `The app\u2019s git repository ${isKnown ? 'does not report how a push went' : `has an unknown ${(0,findings_text/* quote */.hD)(format)}`}.`, 'Update uv-deploy.');
}


/***/ }),

/***/ 3790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ createPlatformClient)
/* harmony export */ });
/* harmony import */ var _ports_http_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5014);
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4215);



/** Careful calls of a platform's server, whose refusals are reported in the platform's words. `http` sends once. */
function createPlatformClient(server, words, http, deps) {
    const refusals = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .createRefusals */ .C0)(server, words);
    const json = (0,_ports_http_client_js__WEBPACK_IMPORTED_MODULE_0__/* .createJsonClient */ .i)(http, refusals, deps);
    /** A list without its gaps. Throws when it has any: from the other rows nobody knows whether something is there, or is missing. */
    const whole = (step, rows) => {
        const gap = rows.indexOf(undefined);
        if (gap >= 0)
            throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_1__/* .unreadableRow */ .Oj)(server, step, gap + 1, rows.length);
        return rows.filter((row) => row !== undefined);
    };
    return {
        ...{ server, refusals, whole },
        ...json,
        /** A list, of which every row has to be understood. */
        list: async (step, request, from) => whole(step, await json.get(step, request, (value) => (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_2__/* .rowsOf */ .RO)(value, from))),
    };
}


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

/***/ 5014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createJsonClient)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9553);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9003);



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

/***/ 9003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Zs: () => (/* binding */ RETRIES)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9553);

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


/***/ })

};
