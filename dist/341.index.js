export const id = 341;
export const ids = [341];
export const modules = {

/***/ 3341:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleverCloud: () => (/* binding */ cleverCloud)
});

// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/platforms/shared/refusals.ts
var refusals = __webpack_require__(4215);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/refusals.ts




const BAD_TOKEN = (0,refusals/* refusal */.x5)('invalid-key', 'the token and the secret are not accepted', "Run `clever login`, and store the new pair as the secrets that 'token' and 'secret' read. A pair is valid for one year.");
/** Clever Cloud's own error numbers that say more than their status (its clients' sources; others are shown as they are). */
const BY_NUMBER = {
    2001: BAD_TOKEN,
    21002: (0,refusals/* refusal */.x5)('server-error', 'the token service does not work', 'Run the job again later.'),
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
        403: (0,refusals/* refusal */.x5)('forbidden', 'this token may not do that', 'Use the token of a member of the organisation who may deploy the app.'),
        404: (0,refusals/* refusal */.x5)('not-found', 'the app does not exist, or it belongs to somebody else', "Check 'id', and `owner` under [tool.uv-deploy.clever-cloud]. Without an id, the app is looked up by name, and created if there is none."),
        409: (0,refusals/* refusal */.x5)('conflict', 'something else is in the way', 'Change or remove the thing that the message names.'),
        413: (0,refusals/* refusal */.x5)('bundle-too-large', 'the bundle is larger than the server allows', "Exclude files with 'exclude'."),
        500: (0,refusals/* refusal */.x5)('server-error', 'the server had an error', 'Run the job again; if the error stays, look at Clever Cloud\u2019s status page.'),
    },
};
/** Clever Cloud's own number of an error; 0 where there is none. */
function errorNumber(response) {
    const id = (0,json.at)((0,json/* jsonOf */.o_)(response), 'id');
    return typeof id === 'number' ? id : 0;
}
/** The server's own words: v2 has them in `message`, v4 in `error`; a page has none. */
function words(response) {
    if ((0,json/* isHtml */._6)(response))
        return '';
    const answer = (0,json/* jsonOf */.o_)(response);
    const text = (0,json.at)(answer, 'message') ?? (0,json.at)(answer, 'error') ?? (answer === undefined ? response.text : '');
    return typeof text === 'string' && text.trim() !== '' ? `: "${(0,findings_text/* quote */.hD)(text, 200)}"` : '';
}
/** What the proxy in front of Clever Cloud calls the request: its support asks for that (its API's documentation). */
function requestId({ headers }) {
    const id = headers['sozu-id'];
    return typeof id === 'string' ? [`Sozu-Id ${(0,findings_text/* quote */.hD)(id)}`] : [];
}

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
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
    const [id, ownerId, commit] = [(0,json.at)(value, 'id'), (0,json.at)(value, 'ownerId'), (0,json.at)(value, 'commitId')];
    if (!isAppId(id) || !isOwnerId(ownerId))
        return undefined;
    const [name, created] = [values_text((0,json.at)(value, 'name')), (0,json.at)(value, 'creationDate')];
    const settings = {
        ...{
            name,
            minInstances: (0,json.at)(value, 'instance', 'minInstances'),
            maxInstances: (0,json.at)(value, 'instance', 'maxInstances'),
        },
        minFlavor: (0,json.at)(value, 'instance', 'minFlavor', 'name'),
        maxFlavor: (0,json.at)(value, 'instance', 'maxFlavor', 'name'),
        buildFlavor: (0,json.at)(value, 'buildFlavor', 'name'),
        instanceLifetime: (0,json.at)(value, 'instance', 'lifetime'),
        ...Object.fromEntries(FLAGS.map((flag) => [flag, (0,json.at)(value, flag)])),
    };
    return {
        ...{ id, ownerId, name, settings, zone: values_text((0,json.at)(value, 'zone')), state: values_text((0,json.at)(value, 'state')) },
        runtime: values_text((0,json.at)(value, 'instance', 'variant', 'slug')),
        lifetime: values_text((0,json.at)(value, 'instance', 'lifetime')),
        commit: isCommit(commit) ? commit : undefined,
        repoState: values_text((0,json.at)(value, 'deployment', 'repoState')),
        httpUrl: values_text((0,json.at)(value, 'deployment', 'httpUrl')),
        domains: readDomains((0,json.at)(value, 'vhosts')) ?? [],
        archived: (0,json.at)(value, 'archived') === true,
        created: typeof created === 'number' ? created : 0,
    };
}
function readDeployment(row) {
    const [uuid, state, date] = [(0,json.at)(row, 'uuid'), (0,json.at)(row, 'state'), (0,json.at)(row, 'date')];
    if (!isDeploymentId(uuid) || typeof state !== 'string')
        return undefined;
    return {
        ...{ uuid, state, date: typeof date === 'number' ? date : 0 },
        action: values_text((0,json.at)(row, 'action')),
        commit: values_text((0,json.at)(row, 'commit')),
        cause: values_text((0,json.at)(row, 'cause')),
    };
}
const readInstance = (row) => (0,values/* isTable */.bI)(row)
    ? { state: values_text((0,json.at)(row, 'state')), commit: values_text((0,json.at)(row, 'commit')), deployment: values_text((0,json.at)(row, 'deployId')) }
    : undefined;
/** The id of the deployment that a redeployment has started: the only field of the answer that the official client reads. */
const readDeploymentId = (value) => {
    const id = (0,json.at)(value, 'deploymentId');
    return isDeploymentId(id) ? id : undefined;
};
const readEnv = (value) => {
    const pairs = readRows(value, (row) => {
        const [name, found] = [(0,json.at)(row, 'name'), (0,json.at)(row, 'value')];
        return typeof name === 'string' && typeof found === 'string' ? [name, found] : undefined;
    });
    return pairs && Object.fromEntries(pairs);
};
/** The variables of add-ons, or of linked apps: a list for each of them. */
const readLinkedEnv = (value) => {
    const all = readRows(value, (row) => readEnv((0,json.at)(row, 'env')));
    return all && Object.assign({}, ...all);
};
const readDomain = (row) => values_text((0,json.at)(row, 'fqdn')) || undefined;
const readDomains = (value) => readRows(value, readDomain);
const readNamed = (isId) => (row) => {
    const id = (0,json.at)(row, 'id');
    return isId(id) ? { id, name: values_text((0,json.at)(row, 'name')) } : undefined;
};
const readUser = readNamed(isOwnerId);
const readNamedApp = readNamed(isAppId);
/** The organisations of a summary of all that a user has. */
const readOrganisations = (value) => readRows((0,json.at)(value, 'organisations'), (row) => {
    const named = readUser(row);
    return named && { ...named, apps: readRows((0,json.at)(row, 'applications'), readNamedApp) ?? [] };
});
/** When a token ends, in milliseconds since 1970; some versions of the API answer a list. */
const readExpiry = (value) => {
    const date = (0,json.at)(Array.isArray(value) ? value[0] : value, 'expirationDate');
    return typeof date === 'number' ? date : undefined;
};
const readZones = (value) => Array.isArray(value) ? (0,values/* strings */.P$)(value.map((row) => (0,json.at)(row, 'name'))) : undefined;
/** The newest enabled version of a runtime, as the official client chooses it: versions are ordered as texts. */
function readRuntime(value, slug) {
    const all = readRows(value, (row) => {
        if ((0,json.at)(row, 'enabled') !== true || (0,json.at)(row, 'variant', 'slug') !== slug)
            return undefined;
        const variant = values_text((0,json.at)(row, 'variant', 'id'));
        const [type, version] = [values_text((0,json.at)(row, 'type')), values_text((0,json.at)(row, 'version'))];
        if (variant === '' || type === '' || version === '')
            return undefined;
        return { type, version, variant, flavor: values_text((0,json.at)(row, 'defaultFlavor', 'name')) };
    });
    return all?.sort((a, b) => (a.version < b.version ? 1 : -1))[0];
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/account.ts


/** Who calls, the organisations that are theirs, and what Clever Cloud offers them. */
function createAccountApi({ request, get, attempt }) {
    return {
        /** The user that the token belongs to. */
        self: () => get('checking the token and the secret', request('GET', '/v2/self'), readUser),
        /** When the token ends, in milliseconds since 1970; `undefined` where the server does not tell. */
        expiry: async () => {
            const response = await attempt(request('GET', '/v2/self/tokens/current'));
            return response && readExpiry((0,json/* jsonOf */.o_)(response));
        },
        /** With the apps of each. */
        organisations: () => get('listing your organisations', request('GET', '/v2/summary'), readOrganisations),
        runtime: (ownerId, slug) => get('looking for the Python runtime', request('GET', `/v2/products/instances?for=${ownerId}`), (value) => readRuntime(value, slug)),
        zones: () => get('listing the zones', request('GET', '/v4/products/zones'), readZones),
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/apps.ts


const appsOf = (ownerId) => `/v2/organisations/${ownerId}/applications`;
const pathOf = ({ ownerId, id }) => `${appsOf(ownerId)}/${id}`;
/** Apps with their settings and variables, and the domains that lead to them. */
function createAppsApi({ request, call, find, get, remove, sendOnce }) {
    return {
        apps: (ownerId) => get('listing the apps', request('GET', appsOf(ownerId)), (value) => readRows(value, readApp)),
        /** An app by its id alone, in the user's own space or in one of the organisations. */
        appById: (id) => find('looking for the app', request('GET', `/v2/self/applications/${id}`), readApp),
        app: (app) => find('reading the app', request('GET', pathOf(app)), readApp),
        createApp: (ownerId, body) => sendOnce('creating the app', request('POST', appsOf(ownerId), (0,json/* jsonBody */.J9)(body)), readApp),
        updateApp: async (app, body) => {
            await call('updating the settings', request('PUT', pathOf(app), (0,json/* jsonBody */.J9)(body)));
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
            await call('setting the environment variables', request('PUT', `${pathOf(app)}/env`, (0,json/* jsonBody */.J9)(env)));
        },
        primaryDomain: (app) => find('reading the primary domain', request('GET', `${pathOf(app)}/vhosts/favourite`), readDomain),
        /** `domain` may have a path behind it. */
        addDomain: async (app, domain) => {
            const path = `${pathOf(app)}/vhosts/${encodeURIComponent(domain)}`;
            await call('adding a domain', request('PUT', path));
        },
    };
}

// EXTERNAL MODULE: ./src/platforms/shared/client.ts
var shared_client = __webpack_require__(3790);
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/api/client.ts




function createClient(access, deps) {
    const { server } = access;
    const { http, signal } = deps;
    const request = (method, path, rest = {}) => ({
        ...{ method, url: `${server}${path}`, signal, ...rest },
        headers: { authorization: apiAuthorization(access), accept: 'application/json', ...rest.headers },
    });
    const client = (0,shared_client/* createPlatformClient */.B)(server, WORDS, http, deps);
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
        instances: (app) => get('listing the instances', request('GET', `${pathOf(app)}/instances`), (value) => readRows(value, readInstance)),
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

// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/refusals.ts


const label = ({ name, id }) => `The app '${(0,findings_text/* quote */.hD)(name)}' (${id})`;
/** States in which an app deploys nothing, however it is pushed to (Clever Cloud's OpenAPI description, `Application`). */
const BLOCKED = {
    MODERATED: 'Clever Cloud has blocked it (MODERATED)',
    DEFAULT_OF_PAYMENT: 'its organisation has not paid (DEFAULT_OF_PAYMENT)',
};
/** Nobody reads more of one name. */
const MOST_SHOWN = 10;
const several = (apps) => (0,finding/* failure */.V2)('several-items', `Several apps are called '${(0,findings_text/* quote */.hD)(apps[0]?.name ?? '')}': ${apps
    .slice(0, MOST_SHOWN)
    .map(({ id, zone, commit }) => `${id} (${(0,findings_text/* quote */.hD)(zone)}, ${commit === undefined ? 'never deployed' : 'deployed'})`)
    .join(', ')}.`, `Add \`id: ${apps.find(({ commit }) => commit !== undefined)?.id ?? apps[0]?.id}\` under \`with:\` of this step, if that is the one you mean. Remove the others in the console.`);
/** Throws for an app that can't be deployed to, with its reason. Nothing has been changed then. */
function checkUsable(app, kind) {
    const refusal = refusalOf(app, kind);
    if (refusal)
        throw refusal;
}
function refusalOf(app, kind) {
    const blocked = (why, remedy) => (0,finding/* failure */.V2)('app-blocked', `${label(app)} can't be deployed to: ${why}.`, remedy);
    if (/^https:\/\/github\.com\//i.test(app.httpUrl)) {
        return (0,finding/* failure */.V2)('git-managed', `${label(app)} is deployed by Clever Cloud itself, from GitHub: it has no git repository to push to.`, "Create an app that is not linked to GitHub, and give its 'id'; or choose another name.");
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
        return (0,finding/* failure */.V2)('content-type-changed', `${label(app)} is ${there === 'app' ? 'an app' : 'a task'}; this project is ${kind === 'app' ? 'an app' : 'a task'}.`, 'Give the new app another name, or correct content-type.');
    }
    return undefined;
}

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
        lost: (why, found) => (found.length > 1 ? several(found) : lostCreation(name, why)),
    }, deps);
    const [oldest = made] = (await named(name)).sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
    if (oldest.id !== made.id) {
        checkUsable(oldest, kind);
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/owner.ts



/** Nobody reads more of one kind. */
const owner_MOST_SHOWN = 10;
const SECTION = '[tool.uv-deploy.clever-cloud]';
/** The id of an owner who is named by id, or is the one organisation of that name. A service token can't ask for names. */
async function ownerNamed(named, canList, api) {
    if (isOwnerId(named))
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
        ? `Several organisations are called '${(0,findings_text/* quote */.hD)(named)}': ${names.slice(0, owner_MOST_SHOWN).join(', ')}.`
        : `This token sees no organisation '${(0,findings_text/* quote */.hD)(named)}'; it sees ${names.slice(0, owner_MOST_SHOWN).join(', ') || 'none'}.`, `Write the id of the organisation (orga_\u2026) as owner under ${SECTION}.`);
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
    throw (0,finding/* failure */.V2)('app-elsewhere', `Your own space has no app '${(0,findings_text/* quote */.hD)(first.app.name)}', but ${found.slice(0, owner_MOST_SHOWN).map(shown).join(', ')}. Without an owner, another one would be created.`, `Write under ${SECTION} the one that you mean: owner = "${first.owner.id}"; or, for a new app in your own space, owner = "${own}".`);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/apps.ts






function createApps(wanted, access, api, deps) {
    const { owner: ownerName = '', model } = wanted;
    const isLimited = isServiceToken(access);
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
            throw several(matches);
        const [app] = matches;
        if (app !== undefined)
            checkUsable(app, wanted.kind);
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
    ...{ id: app.id, name: app.name, url: addressOf(bestDomain(app, primary), server), consoleUrl: consoleUrl(app) },
});
/** The console finds an app by its id alone. */
const consoleUrl = ({ id }) => `https://console.clever-cloud.com/goto/${id}`;
/** Whether all that went wrong is of this kind. */
const isOnly = (error, ...codes) => error instanceof finding/* Failure */.HR && error.findings.every(({ code }) => codes.includes(code));

// EXTERNAL MODULE: ./src/platforms/shared/marked-name.ts
var marked_name = __webpack_require__(3984);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/variant.ts

/** The console shows names in one line; no longer one is made here. */
const NAME_LIMIT = 100;
const LONGEST_PREVIEW_MARK = '-pr-1234567890'.length;
/** The name of a variant's app: `<name>-staging`. It leaves room for the mark of a preview. */
const variantName = (name, variant) => (0,marked_name/* markedName */.Q)(name, `-${variant}`, NAME_LIMIT - LONGEST_PREVIEW_MARK);
/** The app of a variant in place of production's: with its settings, and without its id and its domains. */
const variantSpec = (spec, variant) => ({
    ...spec,
    ...{ id: '', name: variantName(spec.name, variant), variant, domains: [] },
    model: { id: spec.id, name: spec.name },
});

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/previews.ts




/** The variable that marks an app as a preview: `<owner/repo>#<number>`. No other app is ever removed. */
const MARK = 'UV_DEPLOY_PREVIEW';
const previewName = (app, pullRequest) => (0,marked_name/* markedName */.Q)(app, `-pr-${pullRequest}`, NAME_LIMIT);
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
    throw (0,finding/* failure */.V2)('conflict', `The app '${(0,findings_text/* quote */.hD)(name)}' (${id}) has the name of the preview, and is not marked as one: its variable ${MARK} is not ${mark}.`, 'Rename or remove it in the console, and run the job again.');
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
                throw (0,finding/* failure */.V2)('not-a-preview', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is not marked as the preview of pull request ${pullRequest}: it was not removed.`, 'Remove it in the console if it is not needed.');
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
// EXTERNAL MODULE: ./src/platforms/shared/shown-log.ts
var shown_log = __webpack_require__(7090);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/log.ts


/** How much of the end of a log is shown, in lines and characters. */
const [LINES, CHARACTERS] = [30, 3_000];
/** What the log of a deployment says so far, line by line; nothing where it can't be had, which never fails a run. */
async function readLog(app, { uuid, date }, api) {
    return linesIn((await api.logs(app, { deployment: uuid, since: new Date(date), until: new Date() })) ?? []);
}
/** The lines as they are shown, without colours. */
const linesIn = (log) => log.flatMap(({ message }) => (0,external_node_util_.stripVTControlCharacters)(message).trimEnd().split(/\r?\n/));
const tailOf = (lines) => lines.slice(-LINES).join('\n').slice(-CHARACTERS);
/** Behind a service of the Request Flow it is the app that has to be on port 9000 (Clever Cloud's documentation, "Request Flow"). */
const nothingAt = (port) => `nothing listens on port ${port}${port === '9000' ? ', where the app has to be behind a service of the Request Flow' : ''}`;
/** The causes that the platform and Python name in a log, and what they mean. The last line that fits counts. */
const CAUSES = [
    [/ModuleNotFoundError: No module named ['"]([\w.]+)/, (module) => `the module ${module} is missing`],
    [/listening on localhost/i, () => 'the app listens on localhost only: it has to listen on 0.0.0.0'],
    [/Response from GET (\S+) is (\d{3}), expected/, (path, status) => `the health check of ${path} got ${status}`],
    [/Error while checking (\/\S*)/, (path) => `the health check of ${path} got no answer`],
    [/Nothing listening on \S*:(\d+)/i, (port) => nothingAt(port)],
    [/port \(?(\d+)\)?.* not listening/i, (port) => nothingAt(port)],
    [/The lockfile at .?uv\.lock.? needs to be updated/i, () => 'uv.lock does not fit pyproject.toml: run `uv lock`'],
    [/CC_PYTHON_VERSION: (.+)/, (why) => `CC_PYTHON_VERSION: ${why}`],
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/live-log.ts




/** After so many reads in a row without an answer, nothing is read any more: the log only decorates. */
const MOST_LOST = 2;
/**
 * The log of a deployment, shown while the deployment is followed. It is read beside the polls, up to the moment of each, so that no
 * poll waits for it; whatever happens to it has no say in how the deployment ends.
 */
function createLiveLog(app, api, deps) {
    const show = (0,shown_log/* createShownLog */.K)(deps, consoleUrl(app));
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
        all.push(...linesIn(fresh));
        show(linesIn(fresh));
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
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/outcomes.ts



/** What is live while a deployment fails. */
const staying = ({ commit }) => commit === undefined ? 'Nothing is live yet.' : `Commit ${commit} stays live.`;
const again = (app) => `Run the job again if that was not meant. ${staying(app)}`;
/** A deployment that failed; `lines` are its log, as far as it can be had. */
function failedDeployment(app, lines) {
    const [cause, tail] = [causeIn(lines), tailOf(lines)];
    return {
        state: 'failed',
        message: `Clever Cloud could not deploy it${cause && `: ${cause}`}`,
        remedy: `Fix what the log names, and run the job again. ${staying(app)}`,
        ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
    };
}
/** A commit of which no deployment has begun; `state` is that of its app, and `ahead` a deployment that is under way. */
function notStarted(commit, { state, ahead }, limitMs) {
    const queued = ahead && `it waits behind deployment ${ahead}, which is under way`;
    const why = BLOCKED[state] ?? queued ?? 'the organisation may have no credit left';
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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

// EXTERNAL MODULE: ./src/bundle/tar.ts
var tar = __webpack_require__(719);
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
        const id = idOf(kind, body);
        if (!known.has(id))
            await tail.collect(packed(kind, body));
        known.add(id);
        return id;
    };
    /** The id of a large file is known when all of it has been written: the copy of another one is written over afterwards. */
    const addLarge = async (file) => {
        await tail.flush();
        const start = tail.size();
        const sum = (0,external_node_crypto_.createHash)('sha1').update(prologue('blob', file.size));
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
            for (const body of treesOf(leaves))
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
        const sum = (0,external_node_crypto_.createHash)('sha1').update(prologue('blob', file.size));
        for await (const part of (0,tar/* contents */.PG)(file, buffer))
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

// EXTERNAL MODULE: ./src/ports/http/redirects.ts
var redirects = __webpack_require__(6008);
// EXTERNAL MODULE: ./src/platforms/shared/upload.ts
var upload = __webpack_require__(3755);
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

// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/ports/http/retry.ts
var retry = __webpack_require__(9003);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/git/sender.ts






const PUSHING = 'pushing the bundle';
/** The server may be silent while it unpacks a large bundle. */
const PUSH_SILENCE_MS = 600_000;
/** Answers of a push are short; hooks that print more than this are cut off, and the branch is looked up. */
const MOST_BYTES = 8_000_000;
/** Sends a pack one time. Answers git's report, or why there is none; throws a `Failure` when the server refused for good. */
function createSender({ url, headers, refusals }, { http, signal, say }) {
    return async ({ pack, commit, command }, limitMs) => {
        const body = packUpload(pack, commit, command, (sent) => progress(sent));
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
function sender_bodyOf({ headers, bytes }) {
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
    const headers = { authorization: gitAuthorization({ token, secret }) };
    const isSameServer = ({ origin }) => origin === new URL(url).origin;
    const following = (request) => (0,redirects/* getFollowing */.m)(http, request, isSameServer);
    const { read, refusals } = (0,shared_client/* createPlatformClient */.B)(url, WORDS, following, deps);
    const sendOnce = createSender({ url, headers, refusals }, deps);
    const advertisement = () => {
        const sending = { method: 'GET', url: `${url}/info/refs?service=git-receive-pack`, headers, signal };
        return read(READING, sending, (response) => {
            const found = readAdvertisement(sender_bodyOf(response));
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
            const report = readReport(sender_bodyOf(sent), hasBands);
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/env.ts
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
            const begun = await pushOnce({ ...pack, trial: source.trial }, app, variables, tools);
            if (begun !== undefined)
                return begun;
            say('Somebody else has pushed in the meantime: the bundle goes on top of their commit.');
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    throw (0,finding/* failure */.V2)('conflict', `The bundle could not be pushed to ${app.id}: in ${TRIES} tries, somebody else was faster each time.`, 'Run the job again when no other deployment of this app is under way; `concurrency` in the workflow keeps them apart.');
}
/** Answers `undefined` when the branch was moved by somebody else. */
async function pushOnce(pack, app, variables, { access, api, deps, isRebuilt }) {
    const { say, origin } = deps;
    const remote = createRemote({ url: app.httpUrl, token: access.token, secret: access.secret }, deps);
    const head = await remote.head();
    const there = releaseIn(variables.before);
    if (head !== undefined && there?.commit === head && there.tree === pack.tree) {
        await variables.set({ ...pack, commit: head });
        say('The repository already has these files: nothing is pushed, and they are deployed again.');
        return redeploy(app, { commit: head, useCache: !isRebuilt }, api, deps);
    }
    const commit = commitOf(pack.tree, head, wordsOf(origin, pack.tree));
    await variables.set({ ...pack, commit: commit.id });
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
        lost: (why, found) => (0,finding/* failure */.V2)('start-unknown', found.length > 1
            ? `The start got no usable response (${why}), and several deployments have begun since: ${found.join(', ')}. It is not clear which one is this job's.`
            : `The start got no usable response (${why}), and the server shows no deployment: it was not started again.`, `Check ${consoleUrl(app)}, and run the job again if nothing runs.`),
    }, deps);
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/deployment.ts





/** How long a pushed commit may wait until its deployment is listed: that of an app which may not run never is. */
const START_MS = 300_000;
/** How often in all a deployment has to be missing from the list until it is taken for gone. */
const MISSES = 3;
/** States that are waited for. */
const UNDER_WAY = ['WIP', 'TASK_RUNNING'];
/** The API for calls that may take no longer than that. */
const apiWithin = (withinMs, access, deps) => createApi(access, { ...deps, http: (request) => deps.http({ ...request, limitMs: withinMs }) });
function createDeployment(begun, app, api, deps) {
    const { commit, isRun = false } = begun;
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
            return isRun ? RUN_FAILED : failedDeployment(app, await log.finish(row, true));
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
        const ahead = (await api.deployments(app, RECENT)).find(({ state }) => UNDER_WAY.includes(state));
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
            const rows = await through.deployments(app, RECENT);
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
        if (changedNames(before, after).length > 0)
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
            const patient = createApi(access, { ...deps, signal: (0,clock/* lingering */.et)(deps.signal, LINGER_MS) });
            const id = await startOnce(app, () => patient.redeploy(app), api, deps);
            const begun = { commit: app.commit ?? '', uuid: id, isRun: true };
            runs.set(id, { app, deployment: createDeployment(begun, app, api, deps) });
            return { id, item, logUrl: consoleUrl(app) };
        },
        progress: async ({ id }, withinMs) => (await runs.get(id)?.deployment.progress(apiWithin(withinMs, access, deps))) ?? { state: 'untold' },
        log: async (invocation) => {
            const app = runs.get(invocation.id)?.app ?? (await appOf(invocation));
            const row = await api.deployment(app, invocation.id);
            return row && (await readLog(app, row, api)).map((line) => `${line}\n`).join('');
        },
        stop: async (invocation, within) => {
            const through = createApi(access, { ...deps, signal: within });
            await runs.get(invocation.id)?.deployment.cancel(through);
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
const notATask = (item) => (0,finding/* failure */.V2)('not-a-task', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`, "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.");

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/connection.ts






const DAY_MS = 86_400_000;
/** A token ends after a year; this many days before, it is time for a new one. */
const NOTICE_DAYS = 30;
/** What can be done with an app of which no more is known; `app` is what the app itself is called, whose previews are looked for. */
function openConnection(known, app, access, deps) {
    const api = createApi(access, deps);
    const apps = createApps(known, access, api, deps);
    const bench = { access, api, apps, deps };
    const connection = {
        name: known.name,
        verify: async () => {
            if (isServiceToken(access)) {
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
        previews: createPreviews(app, apps, api, deps),
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
        set: async (release) => {
            // It may be set even if no answer says so.
            set = withRelease(wanted, release);
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
                return names.length === 0 ? [] : [notPutBack(app, names, (0,finding/* messageOf */.bD)(error))];
            }
        },
    };
}
const notPutBack = ({ id }, names, why) => (0,finding/* warning */.$e)('partly-done', `The app ${id} already has the new values of ${names.join(', ')}, and the old ones could not be put back: ${why}`, 'Its code is the old one: run the job again, or set the old values in the console.');

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
    const begun = await push(source, app, variables, { access, api, deps, isRebuilt: spec.isRebuilt }).catch(async (error) => {
        const left = await variables.putBack(createApi(access, { ...deps, signal: AbortSignal.timeout(TAKE_BACK_MS) }));
        throw left.reduce(finding/* leaving */.dv, error);
    });
    return { app, variables, begun, changes: told };
}
/** As `update`, for an app that it creates. `hasReadableDomain`: it gets one that is made of its name. */
async function create(source, env, { spec, hasReadableDomain }, { apps, ...bench }) {
    const { api, deps } = bench;
    const { app, isOwn } = await apps.create(spec, wantedEnv({}, spec.env, env));
    try {
        if (hasReadableDomain)
            await addOwnDomain(await withRepository(app, api, deps), api, deps);
        return await update(source, env, { app, spec }, bench);
    }
    catch (error) {
        // A repository that is not there in time may be for the next run.
        const isKept = !isOwn || isOnly(error, 'repository-not-ready');
        throw error instanceof finding/* Failure */.HR && !isKept ? await withdraw(app, error, bench) : error;
    }
}
/** Removes the app that this run has created, unless somebody has pushed to it; else says that it is there. */
async function withdraw(app, error, { access, api, deps }) {
    const what = `'${(0,findings_text/* quote */.hD)(app.name)}' (${app.id}), which this run had created,`;
    const stays = (why) => (0,finding/* leaving */.dv)(error, (0,finding/* warning */.$e)('partly-done', `${what} stays: ${why}`, 'Fix what failed, and run the job again.'));
    try {
        const { token, secret } = access;
        const head = await createRemote({ url: app.httpUrl, token, secret }, deps).head();
        if (head !== undefined)
            return stays(`commit ${head} was pushed to it.`);
        await api.removeApp(app);
        deps.created(undefined);
        deps.say(`Nothing is live: ${what} was removed again.`);
        return error;
    }
    catch (cause) {
        return cause instanceof finding/* Failure */.HR ? stays(`it could not be removed (${(0,findings_text/* quote */.hD)((0,finding/* messageOf */.bD)(cause), 160)}).`) : cause;
    }
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
const noRepository = ({ name, id }) => (0,finding/* failure */.V2)('repository-not-ready', `Clever Cloud has not made the git repository of '${(0,findings_text/* quote */.hD)(name)}' (${id}) within ${REPOSITORY_MS / 1000} s.`, 'Run the job again; if it happens again, ask Clever Cloud\u2019s support.');

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/judgement.ts


/**
 * The variables to manage in an app that is there: which port it has to listen on follows from its own (`env`) and from those of its
 * add-ons, too. Throws for what is sure to fail with them, before anything is changed; the rest is reported.
 */
async function judgeThere(app, env, spec, { api, deps }) {
    const linked = await api.linkedEnv(app).catch((error) => {
        // A member who may deploy may not be one who may see the add-ons.
        if (isOnly(error, 'forbidden', 'not-found'))
            return {};
        throw error;
    });
    const { env: managed, reasons, findings } = await spec.judge({ ...linked, ...env });
    for (const reason of reasons)
        deps.say(reason);
    deps.report(findings.filter(({ level }) => level !== 'error'));
    const errors = findings.filter(({ level }) => level === 'error');
    if (errors.length > 0)
        throw new finding/* Failure */.HR(errors);
    return managed;
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/work.ts




function createWork(bench) {
    const { api, access, deps } = bench;
    let last;
    return {
        last: () => last,
        begin: async ({ app, variables, begun }) => {
            last = { app, variables, deployment: createDeployment(begun, app, api, deps) };
            return releaseOf(app, begun.commit, bench);
        },
        progress: async (withinMs) => {
            if (last === undefined)
                return { state: 'running' };
            const progress = await last.deployment.progress(apiWithin(withinMs, access, deps));
            return progress.state === 'failed' ? withLeft(progress, await last.variables.putBack()) : progress;
        },
        cancel: async (commit, within) => last && leave(last, commit, within, bench),
    };
}
/** Releases are named by their commits. */
const releaseOf = async (app, commit, { apps }) => ({
    ...{ id: commit, item: await apps.toItem(app), logUrl: consoleUrl(app) },
});
/** Gives up a deployment: it is cancelled where it is under way, and its variables are taken back. */
async function leave({ deployment, variables }, commit, within, { access, deps }) {
    const through = createApi(access, { ...deps, signal: within });
    const state = await deployment.cancel(through).catch((error) => {
        if (error instanceof finding/* Failure */.HR || within.aborted)
            return 'unknown';
        throw error;
    });
    if (state === 'cancelled' || state === 'over') {
        const how = state === 'cancelled' ? 'was cancelled on Clever Cloud' : 'has ended';
        const told = `The deployment of commit ${commit} ${how}. The previous release stays live.`;
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

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/live.ts






/** What is live, where it has these files, variables and settings, and was deployed by this action. */
async function liveRelease(item, { files }, { spec, env }, bench) {
    const { api, apps, deps } = bench;
    const app = await apps.byId(item.id);
    const before = await api.env(app);
    const release = releaseIn(before);
    if (release === undefined || app.commit !== release.commit || app.state === 'SHOULD_BE_DOWN')
        return undefined;
    const names = changedNames(before, wantedEnv(before, spec.env, env));
    if (names.length > 0 || settingChanges(app, spec.settings).told.length > 0)
        return undefined;
    const newest = (await api.deployments(app, RECENT)).find(({ action, commit }) => action === 'DEPLOY' && commit === release.commit);
    if (newest?.state !== 'OK' || release.tree !== (await treeOf(files, deps.signal)))
        return undefined;
    return { ...(await releaseOf(app, release.commit, bench)), trial: release.trial };
}
/** Whether an instance of this release runs. */
async function isServing({ id, item }, { api, apps }) {
    const instances = await api.instances(await apps.byId(item.id));
    return instances.some(({ state, commit }) => state === 'UP' && commit === id);
}
/** The end of what the newest deployment has logged. */
async function explain(item, { api, apps }) {
    const app = await apps.byId(item.id);
    const [newest] = await api.deployments(app, 1);
    return newest === undefined ? '' : tailOf(await readLog(app, newest, api));
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/releases.ts


/** Going back: the commit before is deployed again, with the variables that it had. */
function createReleases({ last, begin }, { api, apps, deps }) {
    return {
        previous: async ({ id, item }) => {
            const before = last()?.app.commit;
            if (before !== undefined)
                return before;
            const rows = await api.deployments(await apps.byId(item.id), RECENT);
            return rows.find(({ action, state, commit }) => action === 'DEPLOY' && state === 'OK' && commit !== id)?.commit;
        },
        activate: async (item, commit) => {
            const app = await apps.byId(item.id);
            // Before the deployment, which is made with the variables of that moment.
            deps.report((await last()?.variables.putBack()) ?? []);
            const env = await api.env(app);
            const variables = createVariables(app, env, env, api);
            return begin({ app, variables, begun: await redeploy(app, { commit }, api, deps) });
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/gateway.ts








/** Opens Clever Cloud for an app; with the number of a pull request, for its preview. Releases are named by their commits. */
function openGateway(production, access, deps, pullRequest) {
    const preview = pullRequest === undefined ? undefined : previewSpec(production, pullRequest, deps.origin);
    let spec = preview ?? production;
    const { connection, bench } = openConnection(spec, production.name, access, deps);
    const { api, apps } = bench;
    const changes = [];
    const work = createWork(bench);
    const own = (env, say = deps.say) => preview === undefined ? env : previewVariables(preview, env, { ...bench, say });
    return {
        ...connection,
        find: async () => {
            const app = await apps.find();
            if (app === undefined)
                return undefined;
            const env = await api.env(app);
            if (preview)
                checkMarked(app, env, preview);
            spec = { ...spec, env: await judgeThere(app, env, spec, bench) };
            return apps.toItem(app);
        },
        // `unchanged` tells all that there is to tell: whatever is remembered elsewhere knows nothing of the settings.
        currentRelease: async () => undefined,
        deploy: async (source, given, item) => {
            const env = await own(given);
            const delivered = item
                ? await update(source, env, { app: await apps.byId(item.id), spec }, bench)
                : await create(source, env, { spec, hasReadableDomain: preview !== undefined }, bench);
            changes.push(...delivered.changes);
            return work.begin(delivered);
        },
        progress: (_release, withinMs) => work.progress(withinMs),
        cancel: ({ id }, within) => work.cancel(id, within),
        applySettings: async ({ item }) => {
            const added = await addDomains(item, spec, bench);
            const told = [...changes.splice(0), ...added.map((domain) => `domain: ${(0,findings_text/* quote */.hD)(domain)}`)];
            return { item: added.length > 0 ? await apps.toItem(await apps.byId(item.id)) : item, changes: told };
        },
        probeHeaders: async () => ({}),
        isServing: (release) => isServing(release, bench),
        explain: (item) => explain(item, bench),
        unchanged: async (item, source, given) => liveRelease(item, source, { spec, env: await own(given, () => { }) }, bench),
        releases: createReleases(work, bench),
    };
}

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
// EXTERNAL MODULE: ./src/project/around.ts
var project_around = __webpack_require__(68);
// EXTERNAL MODULE: ./src/project/lock/required.ts
var required = __webpack_require__(3436);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
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
    const groups = (chosen === 'all' ? all : (0,values/* strings */.P$)(chosen)).filter((name) => name !== DEV);
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
    if ((0,values/* isTable */.bI)(scripts) && Object.hasOwn(scripts, program) && !isInstalled(project)) {
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

// EXTERNAL MODULE: ./src/project/apps/apps.ts + 2 modules
var apps = __webpack_require__(1422);
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
function moduleOf({ path }, { isInstalled }) {
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
        return complain('entrypoint-missing', message, 'Name a file, or write module:object, such as main:app.');
    }
    const found = await (0,apps/* findApps */.S)(files, named.path);
    const all = candidatesOf(found, asked, isTask);
    const own = named.object === undefined ? all : all.map((one) => ({ ...one, object: named.object ?? '' }));
    const chosen = pick(own) ?? (own.length === 0 ? saidApp(named, asked) : undefined);
    if (chosen === undefined && own.length > 1) {
        return complain(...(0,choice/* whichOne */.k)(own.map(({ path, framework, why }) => ({ entrypoint: path, type: framework, why }))));
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
    const start = commandFor({ ...chosen, framework }, { ...subject, isInstalled });
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
const start_OWN = ['CC_PYTHON_UV_RUN_COMMAND', 'CC_RUN_COMMAND', 'CC_TASK', 'PORT'];
/**
 * Decides the same for an app that is there, with its own variables and those of its add-ons under those of the step (`env`). What was
 * found without them is not told again.
 */
async function start_judge(given, env, before, there) {
    const isSettled = (name) => start_OWN.includes(name) || env.has(name) || name in before.env;
    const others = new Map(Object.entries(there).filter(([name]) => !isSettled(name)));
    const { decided, ...start } = await settle(given, new Map([...others, ...env]));
    const known = new Set(before.findings.map(start_keyOf));
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
            ...start.findings.filter((finding) => !known.has(start_keyOf(finding))),
            ...checkThere(new Map(notOurs.map((name) => [name, there[name] ?? ''])), { kind }, given.files),
        ],
    };
}
const start_keyOf = ({ code, message, line }) => `${code} ${line} ${message}`;
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
    if (inputs.id !== '' && !isAppId(inputs.id)) {
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
        ...{ paramsAsEnv: settings.paramsAsEnv, previewEnv: settings.previewEnv },
        ...{ isRebuilt: inputs.force, env: start.env, judge: (there) => start_judge(given, env, start, there) },
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
    markerFiles: ['.clever.json'],
    credentials: {
        token: 'CLEVER_TOKEN',
        secret: { env: 'CLEVER_SECRET', isRequired: true },
        single: 'CLEVER_SERVICE_TOKEN',
        consumer: { key: 'CLEVER_CONSUMER_KEY', secret: 'CLEVER_CONSUMER_SECRET' },
    },
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
