export const id = 624;
export const ids = [624];
export const modules = {

/***/ 7624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openConnection: () => (/* binding */ openConnection),
  openGateway: () => (/* binding */ openGateway)
});

// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
;// CONCATENATED MODULE: ./src/platforms/gateway.ts
const failed = (message, remedy) => ({ state: 'failed', message, remedy });

// EXTERNAL MODULE: ./src/platforms/shared/upload.ts
var upload = __webpack_require__(3755);
// EXTERNAL MODULE: ./src/platforms/ricochet/api/api.ts + 2 modules
var api_api = __webpack_require__(1438);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/ricochet/gateway/env-vars.ts
var env_vars = __webpack_require__(281);
// EXTERNAL MODULE: ./src/platforms/ricochet/plan/config.ts + 3 modules
var plan_config = __webpack_require__(4110);
;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/upload.ts




/** What an upload makes. */
const NOUN = 'deployment';
/** Uploads until the server has taken the bundle once: never a second time without having looked whether it has it. */
async function upload_upload(subject, api, deps) {
    const { bundle, env, item, name, config, known } = subject;
    const look = item ? await newDeployments(api, item) : newItems(api, known, name);
    const encrypted = item || env.length === 0 ? undefined : (0,env_vars/* encryptEnvVars */.j)(env, await api.publicKey());
    const parts = [
        ...(item ? [{ name: 'id', text: item.id }] : []),
        { name: 'config', filename: plan_config/* CONFIG_FILE */.g, type: 'application/toml', content: config },
        ...(encrypted ? [{ name: 'env_vars', text: JSON.stringify(encrypted) }] : []),
        { name: 'bundle', filename: 'bundle.tar.gz', type: 'application/x-tar', path: bundle.path, size: bundle.size },
    ];
    return (0,upload/* uploadOnce */.vV)(bundle, (limitMs) => api.upload(parts, (0,upload/* progressLines */.Ld)(bundle.size, deps.say), limitMs), { look, lost: (why, found) => (found.length > 1 ? ambiguousUpload(found) : (0,upload/* lostUpload */.mv)(why, NOUN)) }, deps);
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
const ambiguousUpload = (found) => (0,finding/* failure */.V2)('upload-ambiguous', `The response to the upload was lost, and the server has several new deployments since: ${found.map(({ id, deploymentId }) => deploymentId ?? id).join(', ')}. It is not clear which one is this run's.`, 'Check them on the server, and run the job again when no other deployment is in progress.');

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
            throw (0,upload/* lostUpload */.mv)('the item has no deployment', NOUN);
        return toRelease(release, owner);
    };
    const update = async (bundle, env, item) => {
        await instances.note(item);
        if (env.length === 0)
            return send(bundle, env, item);
        const names = env.map(({ name }) => name).join(', ');
        const has = (how) => `The item '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) ${how} the new values of ${names}.`;
        const encrypted = (0,env_vars/* encryptEnvVars */.j)(env, await api.publicKey());
        // Before the upload: the new release may start the moment it is installed, and needs them then.
        await api.patchEnvVars(item.id, encrypted).catch((error) => {
            throw error instanceof finding/* Cancelled */.cJ ? (0,finding/* leaving */.dv)(error, partlyDone(has('may already have'))) : error;
        });
        set = has('already has');
        say(`Set ${names}.`);
        return send(bundle, env, item).catch((error) => {
            throw (0,finding/* leaving */.dv)(error, partlyDone(set));
        });
    };
    /** Makes the item, once: where another run makes it at the same time, the older item is the one for both, and takes this bundle. */
    const create = async (bundle, env) => {
        const made = await send(bundle, env, undefined).catch((error) => {
            if ((0,finding/* isFailure */.N6)(error, 'conflict'))
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
            await withdraw(made, oldest, { api, items }, say);
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
async function withdraw({ id, item }, oldest, { api, items }, say) {
    const others = (await api.deployments(item.id)).filter((deployment) => deployment.id !== id);
    if (others.length > 0)
        throw await items.several([oldest.id, item.id]);
    await api.remove(item.id);
    say(`Removed ${item.id}, which this run had created at the same time.`);
}
/** ULIDs made within one second sort by their random part; ids of different seconds by time. */
const newestFirst = (deployments) => [...deployments].sort((a, b) => b.deployedAt - a.deployedAt || (a.id < b.id ? 1 : -1));
/** That the variables were set, and the code did not follow. */
const partlyDone = (set) => (0,finding/* warning */.$e)('partly-done', set, 'Its code is the old one unless the upload went through: run the job again, or set the old values on the server.');

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/instances.ts
/** The running instances of an item, as far as the server shows them: which were there before a release was live. */
function createInstances(api) {
    const old = new Set();
    let isTold = false;
    return {
        /** Those that run now: whatever they answer is not the new release. */
        note: async ({ id }, withinMs) => {
            const running = await api.instances(id, withinMs);
            if (running === undefined)
                return;
            isTold = true;
            for (const one of running)
                old.add(one);
        },
        /** Whether one runs that was not noted; `undefined` where the server does not tell. */
        hasNew: async ({ id }) => {
            const running = await api.instances(id);
            if (running === undefined || !isTold || running.length === 0)
                return undefined;
            return running.some((one) => !old.has(one));
        },
    };
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/settings.ts


/**
 * Which tables and keys of `_ricochet.toml` the server takes through `PATCH content/{id}/settings`, and under which group
 * (ricochet's own client, "settings"). On a redeploy the server ignores the file itself.
 */
const GROUPS = [
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
    return GROUPS.flatMap(([group, path, keys]) => keys
        .map((key) => ({ group, key, from: (0,json.at)(remote, ...path, key), to: (0,json.at)(local, ...path, key) }))
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
async function applySettings(item, { settings }, items, api) {
    const remote = await items.settings(item.id);
    const changes = compareSettings(settings, remote);
    if (changes.length > 0)
        await api.patchSettings(item.id, settingsPatch(changes));
    const cron = (0,json.at)(settings, 'schedule', 'cron');
    const rescheduled = typeof cron === 'string' && cron !== (0,json.at)(remote, 'schedule', 'cron');
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

// EXTERNAL MODULE: ./src/platforms/ricochet/plan/content-types.ts
var content_types = __webpack_require__(7515);
// EXTERNAL MODULE: ./src/platforms/ricochet/gateway/item-spec.ts
var item_spec = __webpack_require__(5808);
;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/items.ts





/** Nobody reads more of one name, and each costs a request. */
const MOST_SHOWN = 10;
function createItems(target, { server }, api) {
    const { list, settings, remote, forget } = remoteItems(server, api);
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
        ...{ list, settings, forget, toItem },
        byId: async (id) => toItem(await remote(id)),
        kind: async (id) => (0,content_types/* kindOf */.I)((await remote(id)).contentType),
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
/** What the server says of its items. */
function remoteItems(server, api) {
    let known;
    const tomls = new Map();
    const list = () => (known ??= api.items());
    /** The `_ricochet.toml` that the server holds of an item. */
    const settings = (id) => {
        const reading = tomls.get(id) ?? api.toml(id);
        tomls.set(id, reading);
        return reading;
    };
    const remote = async (id) => {
        const listed = (await list()).find((item) => item.id === id);
        if (listed)
            return listed;
        const found = (0,api_api/* readItem */.k0)({ ...(await settings(id)).content, id });
        if (found)
            return found;
        throw (0,finding/* failure */.V2)('not-ricochet', `The settings of the item ${id} on ${server} name no item: its [content] has no usable name or slug.`, "Check 'id' and 'server'.");
    };
    const forget = () => {
        known = undefined;
        tomls.clear();
    };
    return { list, settings, remote, forget };
}
const itemAt = (server, { id, name, slug, contentType }) => ({
    id,
    name,
    url: `${server}/${slug || id}`,
    consoleUrl: `${server}/${(0,content_types/* kindOf */.I)(contentType) === 'task' ? 'tasks' : 'apps'}/${id}/overview`,
});
/** Says of each whether it has a release, and which one to write down. */
async function severalItems(matches, name, server, api) {
    const rows = await Promise.all(matches.slice(0, MOST_SHOWN).map(async (match) => {
        const { id, url } = itemAt(server, match);
        const isLive = await hasRelease(id, api);
        const state = isLive === undefined ? '' : `, ${isLive ? 'deployed' : 'never deployed with success'}`;
        return { id, isLive, shown: `${id} (${url}${state})` };
    }));
    const more = matches.length > rows.length ? `, and ${matches.length - rows.length} more` : '';
    const proposed = rows.find(({ isLive }) => isLive)?.id ?? rows[0]?.id;
    return (0,finding/* failure */.V2)('several-items', `Several items on ${server} are called '${(0,findings_text/* quote */.hD)(name)}': ${rows.map(({ shown }) => shown).join(', ')}${more}.`, `Add \`id: ${proposed}\` under \`with:\` of this step, or \`id = "${proposed}"\` under [content] in _ricochet.toml, if that is the one you mean. Remove the others on the server.`);
}
/** `undefined` where the server does not tell: that several are found must not be hidden by it. */
const hasRelease = (id, api) => api.deployments(id).then((deployments) => deployments.some(({ status }) => status === 'success'), (thrown) => {
    if (thrown instanceof finding/* Failure */.HR)
        return undefined;
    throw thrown;
});
/** Throws for what was found in the place of what is meant. */
function refuseOther(match, target) {
    if (target.id === '' && match.name !== target.name)
        refuseRename(match, target);
    const there = (0,content_types/* kindOf */.I)(match.contentType);
    const here = (0,content_types/* kindOf */.I)(target.contentType ?? '');
    if (there === undefined || here === undefined || there === here)
        return;
    throw (0,finding/* failure */.V2)('content-type-changed', `The item '${(0,findings_text/* quote */.hD)(match.name)}' (${match.id}) is ${match.contentType}, ${there === 'app' ? 'an app' : 'a task'}; this project is ${target.contentType}, ${here === 'app' ? 'an app' : 'a task'}.`, 'Give the new item another name, or correct content_type.');
}
/**
 * Another name behind the slug may be the new one in `_ricochet.toml`. One from elsewhere means another item, such as staging; and what
 * is not marked as the variant is somebody else's.
 */
function refuseRename({ id, name, slug }, target) {
    const found = `The slug '${(0,findings_text/* quote */.hD)(slug)}' is that of '${(0,findings_text/* quote */.hD)(name)}' (${id})`;
    if (target.isNamed) {
        throw (0,finding/* failure */.V2)('name-differs', `${found}, but 'name' is '${(0,findings_text/* quote */.hD)(target.name)}'. Nothing was changed: it would be renamed.`, "For an item of its own next to it, write variant: staging instead of 'name'. To rename it, leave out 'name', and change name in _ricochet.toml.");
    }
    if (target.variant !== undefined && !name.endsWith((0,item_spec/* variantMark */.LG)(target.variant))) {
        throw (0,finding/* failure */.V2)('conflict', `${found}, which is not the variant '${target.variant}' of this app.`, 'Give one of them another slug, or remove the item that is not needed.');
    }
}
function matching(items, { slug, name, pullRequest }) {
    if (pullRequest !== undefined)
        return items.filter((item) => item.name === name);
    const bySlug = slug === '' ? [] : items.filter((item) => item.slug === slug);
    return bySlug.length > 0 ? bySlug : items.filter((item) => item.name === name);
}

// EXTERNAL MODULE: ./src/platforms/shared/previews.ts
var previews = __webpack_require__(4871);
;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/previews.ts



/** What marks an item as a preview. No other item is ever removed. */
const MARK = / \(PR #([1-9]\d{0,9})\)$/;
/** The pull request whose preview of `app` an item is. */
function pullRequestOf({ name }, app) {
    const [, number] = MARK.exec(name) ?? [];
    return number !== undefined && name === (0,item_spec/* previewName */.gz)(app, Number(number)) ? Number(number) : undefined;
}
/** The previews of `app` among the owner's items: told by their names alone, so that nothing has to be remembered. */
function createPreviews(items, api, app, say) {
    return {
        list: async () => (await items.list()).flatMap((remote) => {
            const pullRequest = pullRequestOf(remote, app);
            return pullRequest === undefined ? [] : [{ pullRequest, item: items.toItem(remote) }];
        }),
        remove: async ({ pullRequest, item }) => {
            if (pullRequestOf(item, app) !== pullRequest) {
                throw (0,previews/* notMarked */.Q)(`'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id})`, pullRequest);
            }
            const wasThere = await api.remove(item.id);
            items.forget();
            say((0,previews/* removed */.r)(item, wasThere));
            return wasThere;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/status.ts


/** Words that a server may have for what has not ended. */
const UNDER_WAY = /^(?:queued|waiting|scheduled|running|building|restoring|installing|deploying|starting|processing|in[_ -]?progress)$/i;
/** ricochet 0.24 has a status, "Out of sync" on its pages, for a lock that is older than pyproject.toml; its word in the API is not published. */
const OUT_OF_SYNC = /out.?of.?(?:sync|date)|outdated|stale|unsynced/i;
/** What a status of the server means. Newer servers have words of their own: the word is quoted, and the wait ends. */
function progressOf(outcomes, status, noun) {
    if (Object.hasOwn(outcomes, status))
        return outcomes[status] ?? { state: 'running' };
    if (status === '' || UNDER_WAY.test(status))
        return { state: 'running' };
    const word = (0,findings_text/* quote */.hD)(status, 40);
    if (OUT_OF_SYNC.test(status)) {
        return failed(`The server calls the ${noun} '${word}': uv.lock does not match pyproject.toml, and the server restores with \`uv sync --locked\``, 'Run `uv lock`, commit uv.lock, and deploy again. The previous release stays live.');
    }
    return failed(`The ${noun} has the status '${word}' on the server, which this version of the action does not know`, 'Look at the log on the server, and use a newer version of the action if there is one.');
}

// EXTERNAL MODULE: ./src/ports/clock.ts
var clock = __webpack_require__(3810);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __webpack_require__(3880);
// EXTERNAL MODULE: ./src/platforms/shared/refusals.ts
var refusals = __webpack_require__(4215);
;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/tasks.ts







const OUTCOMES = {
    pending: { state: 'running' },
    success: { state: 'live' },
    failure: failed('The task has failed', 'Fix what its log names, deploy the task, and run the job again.'),
    cancelled: failed('The run was stopped on the server, by somebody or by its time limit (an hour, unless the server says otherwise)', 'Run the job again; a task that takes longer needs max_duration under [schedule] in _ricochet.toml.'),
};
/** How long a start that is under way may go on when the job is cancelled: a run whose id is known can be stopped. */
const LINGER_MS = 2_500;
/** `[2026-10-09T13:48:06.643970Z stdout] ` in front of each line (as ricochet's own client shows it). */
const STAMP = /^\[\d{4}-\d\d-\d\dT[\d:.]+Z \w+\] ?/gm;
function createTasks(items, api, deps) {
    const { signal } = deps;
    /** Runs whose status the server has told once. */
    const told = new Set();
    const start = async (item, params) => {
        const active = await missing(api.active(item.id));
        return (0,once/* takeOnce */.X)({
            noun: 'start',
            send: () => api.start(item.id, params, (0,clock/* lingering */.et)(signal, LINGER_MS)),
            // Older servers do not list the runs under way.
            look: active && (async () => (await api.active(item.id)).filter((run) => !active.includes(run))),
            lost: (why, found) => lostStart(item, why, found),
        }, deps);
    };
    return {
        start: async (item, params) => {
            // Types of other languages are left to the server, which refuses what it can't run.
            if ((await items.kind(item.id)) === 'app') {
                throw (0,finding/* failure */.V2)('not-a-task', `'${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}) is an app, not a task: it can't be run to its end.`, "Name a task with 'id' or 'name'. An app is deployed with mode: deploy.");
            }
            // ricochet publishes no address for the page of a single run.
            return { id: await start(item, params), item, logUrl: item.consoleUrl };
        },
        progress: async ({ id, item }, withinMs) => {
            const asking = api.status(item.id, id, withinMs);
            const status = told.has(id) ? await asking : await missing(asking);
            if (status === undefined)
                return { state: 'untold' };
            told.add(id);
            return progressOf(OUTCOMES, status, 'run');
        },
        log: async ({ id }, isOver) => (await api.log(id, isOver))?.replace(STAMP, ''),
        stop: ({ id, item }, within) => api.stop(item.id, id, within),
    };
}
/** Older servers do not have every call: `undefined` for what is not found. */
const missing = (asking) => (0,refusals/* unless */.NJ)('not-found', asking);
const lostStart = (item, why, found) => (0,finding/* failure */.V2)('start-unknown', found.length > 1
    ? `The start got no usable response (${why}), and several runs have begun since: ${found.join(', ')}. It is not clear which one is this job's.`
    : `The start got no usable response (${why}), and the server shows no run under way. It is not known whether the task ran, so it was not started again.`, `Check ${item.consoleUrl}, and run the job again if the task did not run.`);

;// CONCATENATED MODULE: ./src/platforms/ricochet/gateway/gateway.ts











const gateway_OUTCOMES = {
    pending: { state: 'running' },
    success: { state: 'live' },
    failure: failed('The server could not install the dependencies', "Read the server's log of the restore. The previous release stays live."),
    timeout: failed('The server gave up installing the dependencies: it took too long there', 'Run the job again (the server keeps what it has downloaded), or have its restore_timeout raised.'),
    cancelled: failed('Somebody cancelled the deployment on the server', 'Run the job again if that was not meant.'),
    invalidated: failed('The server has invalidated the deployment: another one replaced it, or its files are gone', 'Look at the newest deployment of the item, and run the job again if it is not yours.'),
};
/** Opens the platform for an item of which only the identity is known. */
function openConnection(identity, access, deps) {
    const api = (0,api_api/* createApi */.xP)(access, deps);
    return connection({ ...identity, app: identity.name }, createItems(identity, access, api), api, deps);
}
/** `app` is what the app itself is called. */
const connection = ({ name, app }, items, api, deps) => ({
    name,
    verify: () => api.checkKey(),
    find: () => items.find(),
    tasks: createTasks(items, api.tasks, deps),
    previews: createPreviews(items, api, app, deps.say),
});
function openGateway(target, access, deps) {
    const api = (0,api_api/* createApi */.xP)(access, deps);
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
        deploy: (source, env, item) => delivery.deploy((0,upload/* archiveOf */.YH)(source), env, item),
        progress: async ({ id, item }, withinMs) => {
            const { status } = await api.deployment(id, withinMs);
            const progress = progressOf(gateway_OUTCOMES, status, 'deployment');
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
                : { told: `${left} Deployment ${id} continues on the server: ${logUrl}`, findings: [] };
        },
        applySettings: ({ item }) => applySettings(item, target, items, api),
        probeHeaders: async (item) => {
            const access_type = (0,json.at)(await items.settings(item.id), 'content', 'access_type');
            return access_type === 'external' ? {} : { authorization: `Key ${access.token}` };
        },
        isServing: ({ item }) => instances.hasNew(item),
    };
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


/***/ })

};
