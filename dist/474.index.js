export const id = 474;
export const ids = [474];
export const modules = {

/***/ 4474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openGateway: () => (/* binding */ openGateway)
});

// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/connection.ts + 1 modules
var gateway_connection = __webpack_require__(8102);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/api/api.ts + 5 modules
var api_api = __webpack_require__(635);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/git/remote.ts + 3 modules
var remote = __webpack_require__(4705);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/apps.ts + 2 modules
var gateway_apps = __webpack_require__(9814);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/domains.ts
var domains = __webpack_require__(8622);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/env.ts
var gateway_env = __webpack_require__(9300);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/push.ts
var push = __webpack_require__(3267);
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
    const names = (0,gateway_env/* changedNames */.tS)(before, wanted);
    return {
        before,
        /** The names of those that change. */
        names,
        /** Sets them all at once, with the release that is about to be made. */
        set: async (release) => {
            // It may be set even if no answer says so.
            set = (0,gateway_env/* withRelease */._h)(wanted, release);
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
                const back = (0,gateway_env/* putBackEnv */.Cm)(current, mine, before);
                if (!(0,gateway_env/* isSameEnv */.ME)(current, back))
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
    const variables = createVariables(app, before, (0,gateway_env/* wantedEnv */.rB)(before, spec.env, env), api);
    if (variables.names.length > 0)
        deps.say(`Setting ${variables.names.join(', ')}.`);
    const begun = await (0,push/* push */.VC)(source, app, variables, { access, api, deps, isRebuilt: spec.isRebuilt }).catch(async (error) => {
        const left = await variables.putBack((0,api_api/* createApi */.x)(access, { ...deps, signal: AbortSignal.timeout(TAKE_BACK_MS) }));
        throw left.reduce(finding/* leaving */.dv, error);
    });
    return { app, variables, begun, changes: told };
}
/** As `update`, for an app that it creates. `hasReadableDomain`: it gets one that is made of its name. */
async function create(source, env, { spec, hasReadableDomain }, { apps, ...bench }) {
    const { api, deps } = bench;
    const { app, isOwn } = await apps.create(spec, (0,gateway_env/* wantedEnv */.rB)({}, spec.env, env));
    try {
        if (hasReadableDomain)
            await addOwnDomain(await withRepository(app, api, deps), api, deps);
        return await update(source, env, { app, spec }, bench);
    }
    catch (error) {
        // A repository that is not there in time may be for the next run.
        const isKept = !isOwn || (0,gateway_apps/* isOnly */.fy)(error, 'repository-not-ready');
        throw error instanceof finding/* Failure */.HR && !isKept ? await withdraw(app, error, bench) : error;
    }
}
/** Removes the app that this run has created, unless somebody has pushed to it; else says that it is there. */
async function withdraw(app, error, { access, api, deps }) {
    const what = `'${(0,findings_text/* quote */.hD)(app.name)}' (${app.id}), which this run had created,`;
    const stays = (why) => (0,finding/* leaving */.dv)(error, (0,finding/* warning */.$e)('partly-done', `${what} stays: ${why}`, 'Fix what failed, and run the job again.'));
    try {
        const { token, secret } = access;
        const head = await (0,remote/* createRemote */.h)({ url: app.httpUrl, token, secret }, deps).head();
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
    for (const domain of [(0,domains/* ownDomain */.DI)(app.name), (0,domains/* ownDomain */.DI)(app.name, app.id.slice(-6))]) {
        try {
            await api.addDomain(app, domain);
            return;
        }
        catch (error) {
            if (!(0,gateway_apps/* isOnly */.fy)(error, 'conflict'))
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
        if ((0,gateway_apps/* isOnly */.fy)(error, 'forbidden', 'not-found'))
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

// EXTERNAL MODULE: ./src/platforms/clever-cloud/git/pack.ts + 1 modules
var pack = __webpack_require__(6579);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/log.ts
var log = __webpack_require__(6081);
// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/deployment.ts + 2 modules
var deployment = __webpack_require__(4217);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/work.ts




function createWork(bench) {
    const { api, access, deps } = bench;
    let last;
    return {
        last: () => last,
        /** `forVariables`: what else has to be done for a variable to get to the app. */
        begin: async ({ app, variables, begun }, forVariables = '') => {
            last = { app, variables, deployment: (0,deployment/* createDeployment */.Y)({ ...begun, forVariables }, app, api, deps) };
            return releaseOf(app, begun.commit, bench);
        },
        progress: async (withinMs) => {
            if (last === undefined)
                return { state: 'running' };
            const progress = await last.deployment.progress((0,deployment/* apiWithin */.G)(withinMs, access, deps));
            return progress.state === 'failed' ? withLeft(progress, await last.variables.putBack()) : progress;
        },
        cancel: async (commit, within) => last && leave(last, commit, within, bench),
    };
}
/** Releases are named by their commits. */
const releaseOf = async (app, commit, { apps }) => ({
    ...{ id: commit, item: await apps.toItem(app), logUrl: (0,gateway_apps/* consoleUrl */.B9)(app) },
});
/** Gives up a deployment: it is cancelled where it is under way, and its variables are taken back. */
async function leave({ deployment, variables }, commit, within, { access, deps }) {
    const through = (0,api_api/* createApi */.x)(access, { ...deps, signal: within });
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
    const release = (0,gateway_env/* releaseIn */.B8)(before);
    if (release === undefined || app.commit !== release.commit || app.state === 'SHOULD_BE_DOWN')
        return undefined;
    const names = (0,gateway_env/* changedNames */.tS)(before, (0,gateway_env/* wantedEnv */.rB)(before, spec.env, env));
    if (names.length > 0 || settingChanges(app, spec.settings).told.length > 0)
        return undefined;
    const newest = (await api.deployments(app, push/* RECENT */.Ot)).find(({ action, commit }) => action === 'DEPLOY' && commit === release.commit);
    if (newest?.state !== 'OK' || release.tree !== (await (0,pack/* treeOf */.g7)(files, deps.signal)))
        return undefined;
    return { ...(await releaseOf(app, release.commit, bench)), trial: release.trial };
}
/** Whether an instance of this release runs. */
async function isServing({ id, item }, { api, apps }) {
    const instances = await api.instances(await apps.byId(item.id));
    return instances.some(({ state, commit }) => state === 'UP' && commit === id);
}
/** What the newest deployment has logged. */
async function explain(item, { api, apps }) {
    const app = await apps.byId(item.id);
    const [newest] = await api.deployments(app, 1);
    return newest === undefined ? '' : (await (0,log/* readLog */.x6)(app, newest, api)).join('\n');
}

// EXTERNAL MODULE: ./src/platforms/clever-cloud/gateway/previews.ts
var previews = __webpack_require__(134);
;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/releases.ts


/** Going back: the commit before is deployed again, with the variables that it had. */
function createReleases({ last, begin }, { api, apps, deps }) {
    return {
        previous: async ({ id, item }) => {
            const before = last()?.app.commit;
            if (before !== undefined)
                return before;
            const rows = await api.deployments(await apps.byId(item.id), push/* RECENT */.Ot);
            return rows.find(({ action, state, commit }) => action === 'DEPLOY' && state === 'OK' && commit !== id)?.commit;
        },
        activate: async (item, commit) => {
            const app = await apps.byId(item.id);
            // Before the deployment, which is made with the variables of that moment.
            deps.report((await last()?.variables.putBack()) ?? []);
            const env = await api.env(app);
            const variables = createVariables(app, env, env, api);
            return begin({ app, variables, begun: await (0,push/* redeploy */.jy)(app, { commit }, api, deps) });
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/clever-cloud/gateway/gateway.ts








/** A preview gets no other variables. */
const NAMED = 'A preview gets it if it is in `preview-env` under [tool.uv-deploy.clever-cloud].';
/** Opens Clever Cloud for an app; with the number of a pull request, for its preview. Releases are named by their commits. */
function openGateway(production, access, deps, pullRequest) {
    const preview = pullRequest === undefined ? undefined : (0,previews/* previewSpec */.iC)(production, pullRequest, deps.origin);
    let spec = preview ?? production;
    const { connection, bench } = (0,gateway_connection.openConnection)(spec, production.name, access, deps);
    const { api, apps } = bench;
    const changes = [];
    const work = createWork(bench);
    const own = (env, say = deps.say) => preview === undefined ? env : (0,previews/* previewVariables */.GS)(preview, env, { ...bench, say });
    return {
        ...connection,
        find: async () => {
            const app = await apps.find();
            if (app === undefined)
                return undefined;
            const env = await api.env(app);
            if (preview)
                (0,previews/* checkMarked */.fg)(app, env, preview);
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
            return work.begin(delivered, preview ? NAMED : '');
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


/***/ })

};
