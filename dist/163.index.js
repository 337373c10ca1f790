export const id = 163;
export const ids = [163,189];
export const modules = {

/***/ 7189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openConnection: () => (/* binding */ openConnection)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/http/retry.ts
var retry = __webpack_require__(9003);
// EXTERNAL MODULE: ./src/platforms/shared/refusals.ts
var refusals = __webpack_require__(4215);
// EXTERNAL MODULE: ./src/platforms/deploymill/api/answers.ts
var answers = __webpack_require__(6576);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/platforms/deploymill/api/arguments.ts


/** Other names that a server may have for the same argument. */
const ALIASES = [
    ['applicationId', 'appId', 'application_id', 'app_id'],
    ['parentApplicationId', 'parentAppId', 'parent_application_id', 'applicationId', 'appId'],
    ['previewApplicationId', 'previewId', 'previewAppId', 'applicationId', 'appId'],
    ['repoUrl', 'repo', 'repoName', 'repository', 'repositoryUrl'],
    ['ref', 'branch'],
    ['env', 'envVars', 'vars', 'variables', 'environment'],
    ['dryRun', 'dry_run'],
    ['noCache', 'no_cache'],
    ['ttlHours', 'ttl_hours'],
];
/**
 * Fits arguments to what a tool's schema takes: a name that it does not have becomes the only alias that it has, and what it does not
 * take at all is left out where that is allowed. `own` are the user's, which come last. No value is ever guessed. Pure.
 */
function fitArguments({ inputSchema }, { needed = {}, wanted = {} }, own = {}) {
    const properties = (0,json.at)(inputSchema, 'properties');
    const known = Object.keys((0,values/* isTable */.bI)(properties) ? properties : {});
    const isClosed = (0,json.at)(inputSchema, 'additionalProperties') === false;
    const args = {};
    const homeless = [];
    const place = (values, mayGo) => {
        for (const [key, value] of Object.entries(values)) {
            if (value === undefined)
                continue;
            const name = nameIn(known, key, new Set(Object.keys(args)));
            if (name !== undefined)
                args[name] = shaped(value, (0,json.at)(properties, name));
            else if (!isClosed && !mayGo)
                args[key] = value;
            else if (isClosed && !mayGo && !Object.hasOwn(own, key))
                homeless.push(key);
        }
    };
    place(needed, false);
    place(wanted, true);
    if (homeless.length > 0) {
        return {
            problem: `it takes ${known.map((name) => (0,findings_text/* quote */.hD)(name)).join(', ') || 'nothing'}, and not ${homeless.join(', ')}`,
        };
    }
    return { args: { ...args, ...own } };
}
function nameIn(known, key, taken) {
    if (known.includes(key))
        return key;
    const [aliases = []] = ALIASES.filter(([first]) => first === key);
    const there = aliases.filter((name) => known.includes(name) && !taken.has(name));
    return there.length === 1 ? there[0] : undefined;
}
/** Variables are an object, a list or a text in the manner of dotenv: as the schema says. */
function shaped(value, schema) {
    if (!(0,values/* isTable */.bI)(value))
        return value;
    const type = (0,json.at)(schema, 'type');
    const rows = Object.entries(value);
    if (type === 'string')
        return rows.map(([name, text]) => `${name}=${JSON.stringify(text)}`).join('\n');
    if (type !== 'array')
        return value;
    const required = (0,values/* strings */.P$)((0,json.at)(schema, 'items', 'required'));
    const properties = (0,json.at)(schema, 'items', 'properties');
    const named = ['key', 'name'].find((one) => required.includes(one) || (0,json.at)(properties, one) !== undefined) ?? 'key';
    return rows.map(([name, text]) => ({ [named]: name, value: text }));
}

// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
;// CONCATENATED MODULE: ./src/platforms/deploymill/api/fetch.ts

/** Statuses whose answers have no body by definition. */
const EMPTY = [204, 205, 304];
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
/** How long after the end of all answers the client may need to make sense of them. */
const GRACE_MS = 2_000;
/**
 * A `fetch` over our own HTTP: proxies, certificates, limits and messages are the same as everywhere, and an answer
 * may be silent for as long as `limitMs`, where Node's own gives up after five minutes. Redirects are answers like any other. The
 * stream on which a server could send of its own accord is not opened: nothing is answered to it.
 */
function createLine(http, limitMs) {
    let open = 0;
    let giveUp;
    let timer;
    const watched = async (request) => {
        open += 1;
        clearTimeout(timer);
        let why = new http_http/* NetworkError */.Dr(`${new URL(request.url).host} ended its answer before it was whole`, 'ECONNRESET', true);
        try {
            return await http(request);
        }
        catch (error) {
            why = error;
            throw error;
        }
        finally {
            open -= 1;
            if (open === 0)
                timer = setTimeout(() => giveUp?.(why), GRACE_MS).unref();
        }
    };
    return {
        answered: (work) => new Promise((resolve, reject) => {
            giveUp = reject;
            work()
                .then(resolve, reject)
                .finally(() => clearTimeout(timer));
        }),
        fetch: async (url, init = {}) => {
            const method = METHODS.find((one) => one === (init.method ?? 'GET').toUpperCase()) ?? 'POST';
            const headers = new Headers(init.headers);
            const isStream = method === 'GET' && headers.get('accept')?.includes('text/event-stream');
            if (isStream && !headers.has('last-event-id'))
                return new Response(null, { status: 405 });
            const gone = new AbortController();
            const signal = init.signal ? AbortSignal.any([init.signal, gone.signal]) : gone.signal;
            const body = init.body === undefined || init.body === null ? undefined : String(init.body);
            return streamed(watched, {
                ...{ method, url: String(url), headers: Object.fromEntries(headers), signal },
                ...{ limitMs, silenceMs: limitMs, ...(body !== undefined && { body }) },
            }, () => gone.abort());
        },
    };
}
/** Sends, and answers as soon as the head of the answer is there. `leave` ends the request when nobody reads on. */
function streamed(http, request, leave) {
    return new Promise((resolve, reject) => {
        let body;
        let isOpen = true;
        const stream = new ReadableStream({
            start: (controller) => {
                body = controller;
            },
            cancel: () => {
                isOpen = false;
                leave();
            },
        });
        const begun = ({ status, headers }) => {
            resolve(new Response(EMPTY.includes(status) ? null : stream, { status, headers: headersOf(headers) }));
            return (chunk) => {
                if (isOpen)
                    body?.enqueue(new Uint8Array(chunk));
            };
        };
        http({ ...request, begun }).then(() => {
            if (isOpen)
                body?.close();
        }, (error) => {
            reject(error);
            if (isOpen)
                body?.error(error);
        });
    });
}
function headersOf(headers) {
    const copy = new Headers();
    for (const [name, value] of Object.entries(headers)) {
        for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value])
            copy.append(name, one);
    }
    return copy;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/platforms/deploymill/api/tools.ts



/**
 * The tools that this action may call, by the names that the vendor's documentation has for them. Nothing else is ever called, whatever
 * a server says of its tools.
 */
const ALLOWED = [
    ...['deploy', 'list_deployments', 'get_logs', 'reconcile_project', 'rollback', 'set_env_vars'],
    ...['create_preview', 'redeploy_preview', 'delete_preview', 'list_previews'],
];
/** Both are there wherever something can be deployed; what is before their names is before all names. */
const LANDMARKS = ['deploy', 'list_deployments'];
function indexTools(offered) {
    const names = new Set(offered.map(({ name }) => name));
    const prefix = prefixOf(names);
    const find = (wanted) => offered.find(({ name }) => name === `${prefix}${wanted}`);
    const description = JSON.stringify(offered.map(({ name, inputSchema }) => ({ name, inputSchema })), null, 1);
    return {
        find,
        need: (name) => {
            const tool = find(name);
            if (tool)
                return tool;
            throw (0,finding/* failure */.V2)('tool-missing', `The server has no tool '${name}', which uv-deploy needs. It has: ${(0,findings_text/* quote */.hD)([...names].join(', '), 1_000) || 'none'}.`, 'Check that `server` is deploymill. The summary of the job has the server\u2019s own list: please report it, so that uv-deploy can follow.');
        },
        description,
        fingerprint: offered.map(({ name, inputSchema }) => `${name} ${hashOf(inputSchema)}`).join('\n'),
    };
}
/** Clients and gateways may set a name before those of the tools: the one with which the landmarks are there. */
function prefixOf(names) {
    const [first, ...others] = LANDMARKS;
    if (names.has(first))
        return '';
    const prefixes = [...names]
        .filter((name) => name.endsWith(first))
        .map((name) => name.slice(0, -first.length))
        .filter((prefix) => /[_.:/-]$/.test(prefix) && others.every((other) => names.has(`${prefix}${other}`)));
    return prefixes.length === 1 ? (prefixes[0] ?? '') : '';
}
const hashOf = (schema) => (0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 12);

;// CONCATENATED MODULE: ./src/platforms/deploymill/api/session.ts








/** Where the tools are, below the server's address (deploymill's documentation). */
const PATH = '/mcp';
/** The longest list of tools that a summary is filled with, in characters. */
const MOST_DESCRIPTION = 200_000;
/** Longer than connecting, listing and reading logs take; only what builds an image may take all of the step's time. */
const QUICK_MS = 120_000;
const QUICK = ['list_deployments', 'list_previews', 'get_logs'];
/** A session that is left is given up within this time. */
const CLOSE_MS = 2_000;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** The connection under a session, which is opened again after it broke. */
function createConnection(access, { clientId }, deps) {
    const { server } = access;
    const { clock, signal, timeoutMs } = deps;
    const endpoint = new URL(`${server}${PATH}`);
    const { fetch, answered } = createLine(deps.http, timeoutMs);
    const load = () => Promise.all(/* import() */[__webpack_require__.e(46), __webpack_require__.e(20)]).then(__webpack_require__.bind(__webpack_require__, 8020));
    let opened;
    const open = async () => {
        if (endpoint.protocol === 'http:' && !LOOPBACK.test(endpoint.hostname))
            throw insecure(server);
        const { connect, providerFor } = await load();
        const provider = await providerFor({ access, clientId, endpoint, fetch }, deps);
        const wire = await answered(() => connect({ endpoint, provider, fetch, limitMs: Math.min(timeoutMs, QUICK_MS) }));
        deps.atEnd(() => Promise.race([wire.close(), clock.sleep(CLOSE_MS, AbortSignal.timeout(CLOSE_MS))]));
        return { wire, tools: indexTools(await answered(() => wire.tools())) };
    };
    /** The failure for what went wrong; a session that broke is not used again. */
    const told = async (step, trouble) => {
        if (trouble.kind === 'broken' || trouble.kind === 'status')
            opened = undefined;
        if (trouble.kind !== 'unauthorized')
            return failureOf(step, server, trouble);
        const { signInNeeded, signInOf } = await load();
        return clientId === '' ? unauthorized(server, (await signInOf(endpoint, fetch)).grants) : signInNeeded();
    };
    const examine = async (step, error) => {
        signal.throwIfAborted();
        const trouble = (await load()).troubleIn(error);
        return { trouble, failure: await told(step, trouble) };
    };
    return {
        ...{ load, answered, examine },
        get: async () => {
            opened ??= open();
            try {
                return await opened;
            }
            catch (error) {
                opened = undefined;
                throw (await examine('connecting', error)).failure;
            }
        },
    };
}
function createSession(access, settings, deps) {
    const { say, signal, timeoutMs } = deps;
    const connection = createConnection(access, settings, deps);
    const { load, answered, examine } = connection;
    let isShown = false;
    /** Shows what the server has, once: so that whoever meets a difference can report it. */
    const show = (tools) => {
        if (!isShown)
            deps.note(`The tools of ${access.server}: ${tools.description.slice(0, MOST_DESCRIPTION)}`);
        isShown = true;
    };
    const prepare = async (name, wish) => {
        const { wire, tools } = await connection.get();
        if (tools.find(name) === undefined)
            show(tools);
        const tool = tools.need(name);
        const fitted = fitArguments(tool, wish, settings.toolArgs[name]);
        const problem = 'problem' in fitted ? fitted.problem : (await load()).problemIn(tool.inputSchema, fitted.args);
        if (problem !== undefined || 'problem' in fitted) {
            show(tools);
            throw unfit(name, problem ?? '', tool.inputSchema);
        }
        const onprogress = (words) => deps.quoted((0,findings_text/* quote */.hD)(words, 300));
        const limitMs = QUICK.includes(name) ? Math.min(timeoutMs, QUICK_MS) : timeoutMs;
        return () => answered(() => wire.call(tool.name, fitted.args, { limitMs, signal, onprogress }));
    };
    const attempt = async (name, wish) => {
        const send = await prepare(name, wish);
        let result;
        try {
            result = await send();
        }
        catch (error) {
            const { trouble, failure } = await examine(stepOf(name), error);
            const outcome = outcomeOf(trouble, failure);
            if (outcome)
                return outcome;
            throw failure;
        }
        const refused = (0,answers/* refusalIn */.c3)(name, result);
        if (refused)
            throw refused;
        return { outcome: 'accepted', taken: (0,answers/* dataOf */.qu)(result) };
    };
    return {
        tools: async () => (await connection.get()).tools,
        attempt,
        call: async (name, wish) => {
            const first = await attempt(name, wish);
            if (first.outcome === 'accepted')
                return first.taken;
            say(`'${name}' has no usable answer; calling it again.`);
            const second = await attempt(name, wish);
            if (second.outcome === 'accepted')
                return second.taken;
            throw second.failure;
        },
    };
}
/** What may have become of a call without an answer; nothing where the server has certainly refused it. */
function outcomeOf(trouble, failure) {
    if (trouble.kind === 'broken') {
        const { error, message } = trouble;
        if (error?.sent ?? true)
            return { outcome: 'unknown', why: message, failure };
        return error && (0,retry/* isPassing */.WG)(error) ? { outcome: 'again', failure } : undefined;
    }
    if (trouble.kind === 'status' && (trouble.status >= 500 || trouble.status === 404)) {
        return { outcome: 'unknown', why: `the answer was ${trouble.status}`, failure };
    }
    const isUnsure = trouble.kind === 'refused' && !trouble.isCertain;
    return isUnsure ? { outcome: 'unknown', why: (0,findings_text/* quote */.hD)(trouble.message, 200), failure } : undefined;
}
const stepOf = (name) => `calling '${name}'`;
const BY_STATUS = {
    403: (0,refusals/* refusal */.x5)('forbidden', 'this credential may not do that', 'Use the credential of a member of the organisation that owns the app.'),
    404: (0,refusals/* refusal */.x5)('not-deploymill', 'there is no MCP server at this address, or it has forgotten the session', "Set 'server' to the address of deploymill without a path, such as https://deploymill.com, and run the job again."),
    429: (0,refusals/* refusal */.x5)('rate-limited', 'the server limits the number of requests', 'Run the job again later.'),
    500: (0,refusals/* refusal */.x5)('server-error', 'the server had an error', 'Run the job again later.'),
};
const OTHERS = (0,refusals/* refusal */.x5)('refused', 'the server refused', 'Fix what the server names, and run the job again.');
function failureOf(step, server, trouble) {
    const what = `${step.charAt(0).toUpperCase()}${step.slice(1)} failed`;
    if (trouble.kind === 'status') {
        const { code, why, remedy } = BY_STATUS[Math.min(trouble.status, 500)] ?? OTHERS;
        const isRedirect = trouble.status >= 300 && trouble.status < 400;
        return isRedirect
            ? (0,finding/* failure */.V2)('server-redirects', `${what}: ${server} redirects elsewhere (${(0,findings_text/* quote */.hD)(trouble.text, 200)}).`, "Correct 'server'.")
            : (0,finding/* failure */.V2)(code, `${what}: ${why} (${trouble.status}).`, remedy);
    }
    if (trouble.kind === 'refused') {
        return (0,finding/* failure */.V2)('refused', `${what}: ${(0,findings_text/* quote */.hD)(trouble.message, 500)}`, OTHERS.remedy);
    }
    const remedy = `Check that ${server} is the right 'server' and that this runner can reach it.`;
    const options = trouble.error ? { cause: trouble.error } : {};
    return (0,finding/* failure */.V2)('server-unreachable', `${what}: ${(0,findings_text/* quote */.hD)(trouble.message, 500)}.`, remedy, options);
}
const unauthorized = (server, grants) => (0,finding/* failure */.V2)('invalid-key', `${server} does not accept the token.${grants ? ` Its sign-in offers: ${(0,findings_text/* quote */.hD)(grants.join(', '), 200) || 'nothing'}.` : ''}`, 'deploymill documents sign-in with a browser only, and such a token soon ends. Ask deploymill for a credential for CI, or use mode: check.');
const insecure = (server) => (0,finding/* failure */.V2)('invalid-server', `The server ${(0,findings_text/* quote */.hD)(server, 200)} is not reached by https, and the token would be readable on the way.`, "Write https:// in 'server'.");
const unfit = (name, problem, schema) => (0,finding/* failure */.V2)('tool-arguments', `The tool '${name}' of this server takes other arguments than uv-deploy gives: ${(0,findings_text/* quote */.hD)(problem, 500)}. Its schema: ${(0,findings_text/* quote */.hD)(JSON.stringify(schema), 1_000)}`, `Write what is missing as a table [tool.uv-deploy.deploymill.tool-args.${name}] in pyproject.toml, and please report it: the summary of the job has the server\u2019s own list of tools.`);

// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
;// CONCATENATED MODULE: ./src/platforms/deploymill/gateway/deployments.ts




/** After a call without an answer: how long the server gets to list what it has made of it. */
const LOOK_MS = 60_000;
function createDeployments(consoleUrl, { session, deps }) {
    const list = async (applicationId) => (0,answers/* readDeployments */.Fz)(await session.call('list_deployments', { needed: { applicationId } }));
    /**
     * Calls a tool that starts a deployment, one time, and answers that deployment: as the tool tells, else as it is listed. Where the
     * connection breaks, the list says whether it has begun; it is never called again.
     */
    const start = async (tool, applicationId, wish) => {
        const before = new Set((await list(applicationId)).map(({ id }) => id));
        const fresh = async () => (await list(applicationId)).filter(({ id }) => !before.has(id));
        const begun = await (0,once/* takeOnce */.X)({
            noun: `call of '${tool}'`,
            send: async () => {
                const attempt = await session.attempt(tool, wish);
                return attempt.outcome === 'accepted' ? { ...attempt, taken: (0,answers/* readDeployment */.iJ)(attempt.taken) } : attempt;
            },
            look: fresh,
            lookMs: LOOK_MS,
            lost: (why, found) => lost(tool, why, found, consoleUrl),
        }, deps);
        if (begun.id !== '' && begun.id !== applicationId)
            return begun;
        // An answer without an id of its own: the newest that was not there before.
        const [listed] = await fresh();
        return { ...(listed ?? begun), ...kept(begun), id: listed?.id ?? '' };
    };
    return { list, start };
}
/** What only the answer of the tool tells. */
const kept = ({ state, status, rolledOver, note }) => ({
    ...(state !== 'unknown' && { state, status }),
    ...(rolledOver !== undefined && { rolledOver }),
    ...(note !== '' && { note }),
});
const lost = (tool, why, found, consoleUrl) => (0,finding/* failure */.V2)('start-unknown', found.length > 1
    ? `'${tool}' got no usable response (${(0,findings_text/* quote */.hD)(why, 300)}), and several deployments have begun since: ${found.map(({ id }) => id).join(', ')}. Which one is this job's is not known.`
    : `'${tool}' got no usable response (${(0,findings_text/* quote */.hD)(why, 300)}), and the server lists no new deployment: it was not called again.`, `Look at ${consoleUrl}, and run the job again if nothing is under way.`);

// EXTERNAL MODULE: ./src/platforms/deploymill/gateway/previews.ts
var previews = __webpack_require__(3932);
;// CONCATENATED MODULE: ./src/platforms/deploymill/gateway/connection.ts





/** What is known from deploymill's documentation, and what is not. Told once in each run. */
const EXPERIMENTAL = 'Experimental: deploymill documents its tools for agents, not for CI. Assumed: `deploy` builds the head of the wired branch, the URL is domains.prod of project.json, and what a tool takes is as its own schema says.';
/** What can be done with an app of which no more is known. */
function openConnection(spec, access, deps) {
    const session = createSession(access, spec.settings, deps);
    const consoleUrl = `${access.server}/account`;
    const deployments = createDeployments(consoleUrl, { session, deps });
    const bench = { session, deployments, consoleUrl, deps };
    const connection = {
        name: spec.name,
        verify: async () => {
            deps.say(EXPERIMENTAL);
            (await session.tools()).need('deploy');
        },
        find: () => findApp(spec, bench),
        previews: (0,previews/* createPreviews */.QZ)(spec, bench),
    };
    return { connection, ...bench };
}
/** The app with the id that was given: no public tool finds it by its name, and none that CI may call creates it. */
async function findApp({ id, name, url }, { deployments, consoleUrl }) {
    if (id === '') {
        throw (0,finding/* failure */.V2)('no-application-id', `The app '${(0,findings_text/* quote */.hD)(name)}' can't be looked up: deploymill has no public way to find an app by name.`, 'Create the app once with your agent (start_project or import_repo), and write the application id that it shows as `id` under [tool.uv-deploy] in pyproject.toml.');
    }
    // Throws where the app does not exist, or belongs to somebody else.
    await deployments.list(id);
    return { id, name, url, consoleUrl };
}


/***/ }),

/***/ 9163:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGateway: () => (/* binding */ openGateway)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/deploymill/gateway/connection.ts + 5 modules
var gateway_connection = __webpack_require__(7189);
// EXTERNAL MODULE: ./src/bundle/secrets.ts
var secrets = __webpack_require__(93);
;// CONCATENATED MODULE: ./src/platforms/deploymill/gateway/env.ts



/** Names that people give to secrets. */
const SECRET_NAME = /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|DSN)(?:_|$)|(?:^|_)(?:API|PRIVATE|ACCESS|SECRET|ENCRYPTION|SIGNING)_KEY(?:_|$)/i;
/** A password within an address. */
const PASSWORD_URL = /:\/\/[^/\s:@]*:[^/\s@]+@/;
/** Finds variables that are secrets by their name or value: no tool of deploymill takes a secret, only people do, in its vault. */
function checkPlain(env, { plainEnv }) {
    return env.flatMap(({ name, value }) => {
        const kind = (0,secrets/* secretKind */.FL)(value) ?? (PASSWORD_URL.test(value) ? 'an address with a password' : undefined);
        const isNamed = SECRET_NAME.test(name) && !plainEnv.includes(name);
        if (kind === undefined && !isNamed)
            return [];
        const why = kind === undefined ? 'is a secret by its name' : `holds ${kind}`;
        const instead = `Have it asked for with deploymill\u2019s tool \`request_secret\`, and add "${(0,findings_text/* quote */.hD)(name)}" to \`secrets\` in .deploymill/project.json: the vault gives it to the app.`;
        const unless = kind === undefined ? ` If it is no secret, name it in plain-env under [tool.uv-deploy.deploymill].` : '';
        const message = `The variable ${(0,findings_text/* quote */.hD)(name)} ${why}, and deploymill shows variables to everybody in the organisation.`;
        return [(0,finding/* error */.z3)('env-secret', message, `${instead}${unless}`)];
    });
}
/** Adds the variables to those that the app has. They reach it with its next deployment. */
async function setVariables(applicationId, env, settings, { session, deps }) {
    const secrets = checkPlain(env, settings);
    if (secrets.length > 0)
        throw new finding/* Failure */.HR(secrets);
    if (env.length === 0)
        return;
    deps.say(`Setting ${env.map(({ name }) => (0,findings_text/* quote */.hD)(name)).join(', ')}.`);
    const values = Object.fromEntries(env.map(({ name, value }) => [name, value]));
    await session.call('set_env_vars', { needed: { applicationId, env: values } });
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/gateway/head.ts


/**
 * Throws unless the commit of this run is the head of a branch: deploymill takes no commit, and builds whatever is there. What it
 * would deploy is named.
 */
async function checkHead(branch, { origin, remoteHead, say }) {
    const head = await remoteHead(branch);
    if (head === undefined) {
        throw (0,finding/* failure */.V2)('no-branch', `The repository has no branch '${(0,findings_text/* quote */.hD)(branch)}', and deploymill builds the head of a branch.`, 'Write the branch that the app is wired to as `branch` under [tool.uv-deploy.deploymill].');
    }
    if (head === origin.commit)
        return say(`Commit ${head.slice(0, 12)} is the head of '${(0,findings_text/* quote */.hD)(branch)}'.`);
    throw (0,finding/* failure */.V2)('not-the-head', `deploymill would deploy commit ${head}, the head of '${(0,findings_text/* quote */.hD)(branch)}', and this run is for ${origin.commit || 'no known commit'}.`, 'If the branch has moved on, the run of its newest commit deploys it. Else push this commit to the branch, or correct `branch` under [tool.uv-deploy.deploymill].');
}

// EXTERNAL MODULE: ./src/platforms/deploymill/gateway/log.ts
var log = __webpack_require__(5291);
// EXTERNAL MODULE: ./src/platforms/deploymill/gateway/previews.ts
var previews = __webpack_require__(3932);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/platforms/deploymill/api/answers.ts
var answers = __webpack_require__(6576);
;// CONCATENATED MODULE: ./src/platforms/deploymill/gateway/reconcile.ts




/** How much of a plan is shown, in lines and characters. */
const [LINES, CHARACTERS] = [80, 8_000];
/**
 * Shows what .deploymill/project.json would change of the app, and changes it where that was asked for. Nothing is ever pruned. A plan is
 * only asked for where the tool has a dry run.
 */
async function reconcile({ id, settings }, { session, deps }) {
    if (settings.reconcile === 'never')
        return;
    const tools = await session.tools();
    if (settings.reconcile === 'plan' && tools.find('reconcile_project') === undefined) {
        return deps.say("The server has no tool 'reconcile_project': what project.json would change is not known.");
    }
    const app = { needed: { applicationId: id, dryRun: true }, wanted: { repoUrl: deps.origin.repository || undefined } };
    const planned = await session.call('reconcile_project', app);
    deps.say('What .deploymill/project.json would change of the app:');
    deps.quoted((0,findings_text/* tail */.RT)(JSON.stringify((0,json.at)(planned, 'plan') ?? planned, null, 1) ?? '', LINES, CHARACTERS));
    deps.report((0,answers/* readBlockedDomains */.a2)(planned).map(({ host, code, reason }) => (0,finding/* warning */.$e)('domain-blocked', `deploymill does not route ${(0,findings_text/* quote */.hD)(host, 120)} to the app${code && ` (${(0,findings_text/* quote */.hD)(code)})`}: ${(0,findings_text/* quote */.hD)(reason, 300) || 'it did not say why'}`, 'Create the DNS record that it asks for.')));
    if (settings.reconcile !== 'apply')
        return;
    await session.call('reconcile_project', { needed: { applicationId: id }, wanted: app.wanted });
    deps.say('Applied.');
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/gateway/gateway.ts








/** Opens deploymill for an app; with the number of a pull request, for its preview. It builds from the repository: nothing is uploaded. */
function openGateway(spec, access, deps, pullRequest) {
    const { connection, ...bench } = (0,gateway_connection.openConnection)(spec, access, deps);
    const { deployments } = bench;
    let files = { paths: [], read: spec.read, readFailure: deps.readFailure };
    let begun;
    let goesBack = false;
    const subject = () => ({ files, spec, bench });
    const release = (deployment, item) => {
        begun = deployment;
        return { id: deployment.id || deps.origin.commit.slice(0, 12), item, logUrl: bench.consoleUrl };
    };
    return {
        ...connection,
        ...(pullRequest !== undefined && {
            name: `${connection.name} (PR #${pullRequest})`,
            find: async () => {
                await connection.find();
                return previewOf(pullRequest, spec, bench);
            },
        }),
        currentRelease: async (item) => (await deployments.list(item.id)).find(({ state }) => state === 'done')?.id,
        deploy: async (source, env, item) => {
            files = { ...files, paths: source.files.map(({ path }) => path) };
            if (pullRequest === undefined)
                return release(await deployApp(spec, env, bench), item ?? appOf(spec, bench));
            const made = await deployPreview(pullRequest, spec, env, { item, ...bench });
            return release(made.deployment, made.item);
        },
        progress: async ({ item }) => {
            if (begun === undefined)
                return { state: 'running' };
            begun = await newest(begun, item.id, bench);
            if (begun.state === 'error')
                return failed(item, begun, subject());
            if (begun.state !== 'done')
                return { state: 'running' };
            return (goesBack ? undefined : otherCommit(begun, deps)) ?? { state: 'live' };
        },
        applySettings: async ({ item }) => ({ item, changes: [] }),
        probeHeaders: async () => ({}),
        isServing: async () => (begun?.rolledOver === true ? true : undefined),
        explain: async (item) => explained(await (0,log/* logOf */.Gs)(item.id, 'runtime', bench.session), subject()),
        ...(spec.keepsReleases &&
            pullRequest === undefined && {
            releases: releasesOf(bench, (deployment, item) => {
                goesBack = true;
                return release(deployment, item);
            }),
        }),
    };
}
/** How a deployment stands now. What is not listed is waited for: `timeout` ends that. */
async function newest(known, id, { deployments }) {
    if (known.state !== 'running' && known.state !== 'unknown')
        return known;
    return (await deployments.list(id)).find((row) => row.id === known.id) ?? known;
}
/** The releases that deploymill keeps. `goBack` is called with the deployment that makes one of them live again. */
const releasesOf = ({ deployments }, goBack) => ({
    previous: async ({ id, item }) => {
        const rows = await deployments.list(item.id);
        return rows.find((row) => row.id !== id && row.state === 'done' && row.rollbackId !== '')?.rollbackId;
    },
    activate: async (item, rollbackId) => {
        const wish = { needed: { applicationId: item.id, rollbackId } };
        return goBack(await deployments.start('rollback', item.id, wish), item);
    },
});
/** Brings the head of the wired branch live. */
async function deployApp(spec, env, bench) {
    const { id, settings } = spec;
    const { deployments, deps } = bench;
    await checkHead(settings.branch, deps);
    await reconcile(spec, bench);
    await setVariables(id, env, settings, bench);
    deps.say('deploymill builds the image and deploys it.');
    const first = await deployments.start('deploy', id, {
        needed: { applicationId: id, ...(settings.noCache === 'always' && { noCache: true }) },
    });
    const isSame = ({ rolledOver, state }) => rolledOver === false && state !== 'error';
    const again = { needed: { applicationId: id, noCache: true } };
    const repeats = isSame(first) && settings.noCache === 'auto';
    if (repeats)
        deps.say(`The image before still answers${noteOf(first)}: building once more, without the cache.`);
    const last = repeats ? await deployments.start('deploy', id, again) : first;
    if (isSame(last))
        deps.report([notRolledOver(last)]);
    return last;
}
/** Creates the preview of a pull request, or builds the one that is there again. */
async function deployPreview(pullRequest, spec, env, { item, ...bench }) {
    const { deployments, deps, consoleUrl } = bench;
    const own = (0,previews/* envOfPreview */.lN)(env, spec, deps.say);
    await checkHead(deps.origin.branch, deps);
    const rebuild = (id) => deployments.start('redeploy_preview', id, { needed: { previewApplicationId: id } });
    if (item) {
        await setVariables(item.id, own, spec.settings, bench);
        const row = await (0,previews/* findPreview */.Cr)(pullRequest, spec, bench);
        if (row?.hitsProdData)
            deps.report([previews/* hitsProduction */.WM]);
        return { deployment: await rebuild(item.id), item };
    }
    const row = await (0,previews/* createPreview */.Pw)(pullRequest, spec, own, bench);
    const made = (0,previews/* previewItem */.kH)(row, spec, consoleUrl);
    deps.created(made);
    if (row.hitsProdData)
        deps.report([previews/* hitsProduction */.WM]);
    deps.say(`Created the preview ${row.id}${row.expiresAt && `, which ends at ${(0,findings_text/* quote */.hD)(row.expiresAt)}`}.`);
    const [newest] = await deployments.list(row.id);
    return { deployment: newest ?? (await rebuild(row.id)), item: made };
}
const noteOf = ({ note }) => (note === '' ? '' : ` (${(0,findings_text/* quote */.hD)(note, 200)})`);
const notRolledOver = (deployment) => (0,finding/* notice */.lm)('not-rolled-over', `The image is the same as before, so the old container keeps running${noteOf(deployment)}.`, 'Nothing to do if the commit changes nothing in the image. Otherwise copy the sources in the final stage of the Dockerfile, from the build context.');
const appOf = ({ id, name, url }, { consoleUrl }) => ({ id, name, url, consoleUrl });
const previewOf = async (pullRequest, spec, bench) => {
    const row = await (0,previews/* findPreview */.Cr)(pullRequest, spec, bench);
    return row && (0,previews/* previewItem */.kH)(row, spec, bench.consoleUrl);
};
/** What the app has printed. Where that names no line of the project, the cause is reported by itself. */
const explained = (lines, subject) => {
    const words = lines.join('\n');
    if (subject.files.readFailure(words).place.file === undefined)
        tellCause(lines, subject);
    return words;
};
/** Says why, at the line of the project that the log names, if it names one. */
function tellCause(lines, { files, spec, bench }) {
    const cause = (0,log/* causeIn */.Po)(lines, files);
    if (cause === undefined)
        return '';
    bench.deps.report([
        (0,finding/* error */.z3)('deployment-cause', `On deploymill, ${cause.told}.`, cause.remedy, (0,log/* placeOf */.$t)(cause, spec.shown)),
    ]);
    return cause.told;
}
async function failed(item, { status, note }, subject) {
    const { session } = subject.bench;
    const build = await (0,log/* logOf */.Gs)(item.id, 'build', session);
    const runtime = (0,log/* causeIn */.Po)(build, subject.files) ? [] : await (0,log/* logOf */.Gs)(item.id, 'runtime', session);
    const lines = [...build, ...runtime];
    const told = tellCause(lines, subject);
    const tail = (0,log/* tailOf */.Cj)(lines);
    return {
        state: 'failed',
        message: `deploymill could not deploy it (${(0,findings_text/* quote */.hD)(status) || 'no status'})${told && `: ${told}`}${note && `; ${(0,findings_text/* quote */.hD)(note, 300)}`}`,
        remedy: 'Fix what the log names, and run the job again.',
        ...(tail !== '' && { details: `The end of its log:\n${tail}` }),
    };
}
/** A deployment of another commit than this run's, where the server tells the commit: somebody has pushed meanwhile. */
function otherCommit({ commit }, { origin }) {
    const isSame = origin.commit.startsWith(commit) || (origin.commit !== '' && commit.startsWith(origin.commit));
    if (!/^[0-9a-f]{7,64}$/.test(commit) || isSame)
        return undefined;
    return {
        state: 'failed',
        message: `deploymill has deployed commit ${commit}, and this run is for ${origin.commit}`,
        remedy: 'The branch has moved on: see the run of that commit.',
    };
}


/***/ }),

/***/ 3932:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ findPreview),
/* harmony export */   Pw: () => (/* binding */ createPreview),
/* harmony export */   QZ: () => (/* binding */ createPreviews),
/* harmony export */   WM: () => (/* binding */ hitsProduction),
/* harmony export */   kH: () => (/* binding */ previewItem),
/* harmony export */   lN: () => (/* binding */ envOfPreview)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _api_answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6576);



/** This app's own previews, as the server lists them. */
async function listOwn({ id }, { session }) {
    const rows = (0,_api_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .readPreviews */ .iI)(await session.call('list_previews', { needed: { parentApplicationId: id } }));
    return rows.filter(({ id: own, parentId }) => own !== id && (parentId === '' || parentId === id));
}
/** The pull request of a preview: as it is listed, else by its branch, where the run's own pull request is from that one. */
const numberOf = ({ pullRequest, ref }, { origin }) => pullRequest ?? (ref !== '' && ref === origin.branch ? origin.pullRequest : undefined);
const previewItem = (row, { name }, consoleUrl) => ({
    ...{ id: row.id, name: `${name} (${row.ref || row.id})`, url: row.url, consoleUrl },
});
function createPreviews(spec, { session, consoleUrl, deps }) {
    const list = async () => {
        if (spec.id === '')
            return [];
        return (await listOwn(spec, { session })).flatMap((row) => {
            const pullRequest = numberOf(row, deps);
            return pullRequest === undefined ? [] : [{ pullRequest, item: previewItem(row, spec, consoleUrl) }];
        });
    };
    const isThere = async ({ pullRequest, item }) => (await list()).some((one) => one.item.id === item.id && one.pullRequest === pullRequest);
    return {
        list,
        // Only what the server has just listed as this app's preview of this pull request is removed.
        remove: async (preview) => {
            const { id, name } = preview.item;
            if (!(await isThere(preview))) {
                deps.say(`'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' was already gone.`);
                return false;
            }
            const attempt = await session.attempt('delete_preview', { needed: { previewApplicationId: id } });
            if (attempt.outcome !== 'accepted' && (await isThere(preview)))
                throw attempt.failure;
            deps.say(`Removed '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}' (${id}).`);
            return true;
        },
    };
}
/** The preview of a pull request; `undefined` when there is none. */
async function findPreview(pullRequest, spec, { session, deps }) {
    const rows = await listOwn(spec, { session });
    return rows.find((row) => numberOf(row, deps) === pullRequest);
}
/** Creates the preview of the branch that the pull request is from; the one that is there already, if there is one. */
async function createPreview(pullRequest, spec, env, { session, deps }) {
    const { id, settings } = spec;
    const { branch: ref } = deps.origin;
    const envOverrides = env.length > 0 ? Object.fromEntries(env.map(({ name, value }) => [name, value])) : undefined;
    const data = await session.call('create_preview', {
        needed: { parentApplicationId: id, ref },
        wanted: { prNumber: pullRequest, ttlHours: settings.previewTtlHours, envOverrides },
    });
    const row = (0,_api_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .readPreview */ .LW)(data);
    if (row !== undefined && row.id !== id)
        return { ...row, ref: row.ref || ref, pullRequest };
    const listed = await findPreview(pullRequest, spec, { session, deps, consoleUrl: '' });
    if (listed)
        return listed;
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('preview-unknown', `deploymill created the preview of '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(ref)}', but its response has no id.`, 'Check the app on deploymill, and please report this: the response of `create_preview` may have changed.');
}
/** A preview runs code that nobody has reviewed: it gets those variables of the step that were named for it. */
function envOfPreview(env, { settings }, say) {
    const { previewEnv } = settings;
    const left = env.filter(({ name }) => !previewEnv.includes(name)).map(({ name }) => (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name));
    if (left.length > 0) {
        say(`The preview does not get ${left.join(', ')}: only those in preview-env under [tool.uv-deploy.deploymill] are passed.`);
    }
    return env.filter(({ name }) => previewEnv.includes(name));
}
const hitsProduction = (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('preview-hits-production', 'The preview uses the data of production: what you try there changes what visitors see.', 'Take shareDatabase, shareVolumes and shareStorage out of `previews` in .deploymill/project.json.');


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
