export const id = 428;
export const ids = [428];
export const modules = {

/***/ 7690:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ arrive),
  z: () => (/* binding */ memoryOf)
});

// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/modes/access.ts
var modes_access = __webpack_require__(9808);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/modes/release/known-release.ts



/** Stands for a trial that was not made, or found anything. */
const UNTRIED = 'untried';
/**
 * Remembers, in the Actions cache, which deployment holds which bundle, and how it was tried. Only a hint: whether that deployment is
 * still the one that is live, the server says. Variables go in as an HMAC under the token, so that a key tells nobody their values.
 */
function knownRelease({ source, env, settings, item, access }, { cache, context, saveLater }) {
    const target = (0,external_node_crypto_.createHash)('sha256').update(`${access.server} ${item.id}`).digest('hex').slice(0, 16);
    const variables = (0,external_node_crypto_.createHmac)('sha256', access.token)
        .update(JSON.stringify(env.map(({ name, value }) => [name, value]).sort()))
        .digest('hex');
    const content = (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify([source.contentSha256, variables, settings]))
        .digest('hex')
        .slice(0, 32);
    const key = `uv-deploy-release-2-${target}-${content}`;
    // The toolkit finds an entry only under the path it was saved from.
    const path = (0,external_node_path_.join)(context.temp, 'uv-deploy-release');
    return {
        /** The deployment that was made from this very bundle, environment and settings, as far as is known. */
        recall: async () => {
            const matched = await cache.find(path, key);
            const [, trial, id] = /^-(untried|[0-9a-f]+)-(.+)$/.exec(matched?.slice(key.length) ?? '') ?? [];
            return id === undefined ? undefined : { id, trial: trial === UNTRIED ? undefined : trial };
        },
        /** The newest of what is remembered counts. */
        remember: async ({ id, trial = UNTRIED }) => {
            await (0,promises_.mkdir)(path, { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(path, 'id'), id);
            saveLater({ what: 'the release', path, key: `${key}-${trial}-${id}` });
        },
    };
}

;// CONCATENATED MODULE: ./src/modes/release/arrival.ts



/** For how long it is believed what the server has said of items and releases. */
const FRESH_MS = 1_000;
/**
 * Packs the project while the server is asked whether it accepts the credential and which item is meant, and tries the environment out,
 * unless the live release passed the same trial with the same files, variables and settings.
 */
async function arrive({ prepared, access, pullRequest, packed }, run) {
    const { plan, readFailure } = prepared;
    const { inputs, clock, stage, say } = run;
    const stop = new AbortController();
    const signal = AbortSignal.any([run.signal, stop.signal]);
    const words = keepBack((0,modes_access/* gatewayDeps */.Hm)({ ...run, signal }, readFailure));
    const ask = async () => {
        const gateway = await plan.open(access, words.deps, pullRequest);
        await gateway.verify();
        return { gateway, item: await gateway.find() };
    };
    const [source, { gateway, item: there }] = await together([prepared.pack(signal), ask()], stop).catch((error) => {
        words.tell();
        throw error;
    });
    const asked = clock.now();
    await packed?.(source);
    const subject = { plan, source, gateway, access, readFailure };
    const held = there && !inputs.force ? await findHeld({ ...subject, item: there }, run) : undefined;
    const hasPassed = source.trial !== undefined && held?.trial === source.trial;
    if (hasPassed) {
        await stage('Python environment', async () => say(`Not tried out again: deployment ${held?.id} is live, and passed with the same files, variables and settings.`));
    }
    const isClean = hasPassed || (await prepared.tryOut());
    const tried = { ...subject, source: { ...source, trial: isClean ? source.trial : undefined } };
    // A trial takes its time: somebody else may have been there meanwhile.
    const isLate = clock.now() - asked > FRESH_MS;
    const item = there ?? (isLate ? await gateway.find() : undefined);
    const now = held && item && isLate ? await findHeld({ ...subject, item }, run) : held;
    const { trial } = tried.source;
    if (now && item && trial !== undefined && now.trial !== trial) {
        await memoryOf({ ...subject, item }, run).remember({ id: now.id, trial });
    }
    const tell = () => {
        words.tell();
        say(`${access.server} accepts the ${run.platform.words.credential}.`);
        const none = `'${(0,findings_text/* quote */.hD)(gateway.name)}' does not exist yet; it will be created.`;
        say(item ? `Found '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).` : none);
    };
    return { ...tried, item, held: now, tell };
}
/** Both results; where one fails, the other is cancelled, and has ended before the first failure is thrown. */
async function together(work, stop) {
    for (const one of work)
        one.catch((error) => stop.abort(error));
    const [one, other] = await Promise.allSettled(work);
    if (one.status === 'fulfilled' && other.status === 'fulfilled')
        return [one.value, other.value];
    throw stop.signal.reason;
}
/** What a gateway says is kept back until `tell`: it comes while something else is in the log. */
function keepBack(deps) {
    let kept = [];
    const later = (tell) => (...words) => {
        if (kept)
            kept.push(() => tell(...words));
        else
            tell(...words);
    };
    const { say, report, quoted, note } = deps;
    return {
        deps: { ...deps, say: later(say), report: later(report), quoted: later(quoted), note: later(note) },
        tell: () => {
            const all = kept ?? [];
            kept = undefined;
            for (const tell of all)
                tell();
        },
    };
}
/** What is remembered of releases with these files, variables and settings. */
const memoryOf = ({ plan, source, access, item }, run) => {
    const own = Object.entries(run.inputs.own).map(([name, { value }]) => [name, value]);
    const installs = plan.install.by === 'sync' ? plan.install.flags : plan.install.by;
    const settings = [plan.name, plan.contentType, plan.entrypoint, installs, own];
    return knownRelease({ source, env: run.inputs.env, settings, item, access }, run);
};
/** The live release, when it is this bundle with these variables: as the platform tells, which knows no values, or as is remembered. */
async function findHeld(subject, run) {
    const { source, gateway, item } = subject;
    const told = await gateway.unchanged?.(item, source, run.inputs.env);
    if (told && told.trial === source.trial)
        return told;
    const known = await memoryOf(subject, run).recall();
    if (told)
        return known?.id === told.id ? { ...told, trial: known.trial } : told;
    if (gateway.unchanged === undefined && run.cache.isDown())
        run.say(`${run.platform.name} keeps no mark of what it has, and there is no cache to remember it: it is deployed again.`);
    return known && known.id === (await gateway.currentRelease(item)) ? { ...known, item } : undefined;
}


/***/ }),

/***/ 7551:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ productionFiles)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/bundle/changes.ts
/** What deploying `after` changes of `before`. */
function difference(before, after) {
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

// EXTERNAL MODULE: ./src/bundle/tar.ts
var tar = __webpack_require__(719);
// EXTERNAL MODULE: ./src/ports/attempt.ts
var attempt = __webpack_require__(2861);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
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
            return before && difference(before, recordOf(source));
        },
    };
}
const recordOf = ({ archive, packed }) => ({
    size: archive?.size ?? (0,tar/* totalSize */.UT)(packed),
    files: Object.fromEntries(packed.map(({ path, md5 }) => [path, md5])),
});
function readRecord(text) {
    const record = (0,attempt/* attempt */.C)(() => JSON.parse(text));
    const [size, files] = [(0,json.at)(record, 'size'), (0,json.at)(record, 'files')];
    if (typeof size !== 'number' || !(0,values/* isTable */.bI)(files))
        return undefined;
    const isWhole = Object.values(files).every((md5) => typeof md5 === 'string');
    return isWhole ? { size, files: files } : undefined;
}


/***/ }),

/***/ 8214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ rollOut)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/platforms/shared/first-visit.ts
var first_visit = __webpack_require__(5584);
// EXTERNAL MODULE: ./src/ports/http/health.ts
var health = __webpack_require__(1855);
// EXTERNAL MODULE: ./src/report/gate.ts
var gate = __webpack_require__(8347);
// EXTERNAL MODULE: ./src/modes/release/arrival.ts + 1 modules
var release_arrival = __webpack_require__(7690);
;// CONCATENATED MODULE: ./src/modes/release/health-target.ts
/** What is asked of a release that is live, and what its answers mean on this platform. */
const healthTarget = ({ url, consoleUrl }, { plan, readFailure }, { words, isOwn }, limits) => ({
    ...{ url, consoleUrl, paths: plan.healthPaths, privateApp: words.privateApp, readFailure },
    listens: plan.start?.listens ?? true,
    ...(isOwn && { isPlatforms: isOwn }),
    ...limits,
});

// EXTERNAL MODULE: ./src/modes/release/wait.ts
var wait = __webpack_require__(2681);
;// CONCATENATED MODULE: ./src/modes/release/rollback.ts




/** For a platform that can't go back, told before anything is deployed. */
const noRollback = (0,findings_finding/* warning */.$e)('no-rollback', 'This platform can\u2019t roll back: rollback: true has no effect.', "Remove 'rollback'. To go back, deploy the earlier commit.");
/**
 * Puts the release back that was live before one that turned out unhealthy, and says which one is live now. The run fails all the
 * same: what goes wrong here is reported, and never hides why.
 */
async function rollBack(failed, { plan, gateway, readFailure }, run) {
    const { releases } = gateway;
    if (releases === undefined)
        return;
    const { inputs, journal, stage, report, say } = run;
    const tell = (code, message, remedy) => {
        journal.note(message);
        report([(0,findings_finding/* warning */.$e)(code, message, remedy)]);
    };
    const again = 'Fix what the checks name, and run the job again.';
    try {
        await stage('Roll back', async () => {
            const previous = await releases.previous(failed);
            if (previous === undefined) {
                tell('nothing-to-put-back', `Release ${failed.id} is the first one and stays live: there is nothing to roll back to.`, again);
                return;
            }
            say(`Putting release ${previous} back.`);
            const release = await releases.activate(failed.item, previous);
            await (0,wait/* follow */.e6)(release, gateway, inputs.timeoutMs, run);
            report((await releases.revert?.()) ?? []);
            const { item } = release;
            const { finding } = await (0,health/* checkHealth */.N)(healthTarget(item, { plan, readFailure }, run.platform, {
                limitMs: inputs.healthCheckTimeoutMs,
                headers: await gateway.probeHeaders(item),
            }), run);
            const well = finding ? `, but it is not healthy either: ${finding.message.split('\n')[0]}` : ', and healthy.';
            tell('rolled-back', `Release ${previous}, the one before ${failed.id}, is live again${well}`, again);
        });
    }
    catch (error) {
        if (!(error instanceof findings_finding/* Failure */.HR))
            throw error;
        report(error.findings);
        tell('not-rolled-back', `Release ${failed.id} could not be rolled back; check which release is live.`, `See ${failed.item.consoleUrl}.`);
    }
}
/** Only what the app itself answers is a reason to go back: what somebody else has made live since is theirs. */
const isUnhealthy = (error) => (0,findings_finding/* isFailure */.N6)(error, 'unhealthy') || (0,findings_finding/* isFailure */.N6)(error, 'first-visit');

;// CONCATENATED MODULE: ./src/modes/release/rollout.ts










/**
 * Brings a bundle live on the item the gateway was opened for: created or updated, followed, healthy.
 * What it learns goes into `run.journal`; it throws when the release is not live and well.
 */
async function rollOut(rollout, run) {
    const { plan, gateway } = rollout.arrival;
    const { inputs, stage, report } = run;
    if (inputs.rollback && gateway.releases === undefined)
        report([noRollback]);
    const outcome = await stage('Deploy', () => deploy(rollout.arrival, run));
    if (!inputs.wait && outcome.release)
        (0,gate/* createGate */.q)(run).pass([notFollowed(outcome.release)]);
    else if (plan.kind === 'app')
        await proveHealth(outcome, rollout, run);
    return outcome.status;
}
async function deploy(arrival, run) {
    const { source, gateway, access, item, held } = arrival;
    const { inputs, journal, say } = run;
    arrival.tell();
    if (item)
        journal.item(item);
    if (held) {
        journal.release({ id: held.id });
        journal.item(held.item);
        say(`Deployment ${held.id} already has this bundle: nothing to deploy. (force: true deploys it again.)`);
        return { status: 'unchanged', item: held.item, release: undefined };
    }
    if (source.archive)
        say(`Uploading ${(0,units/* bytes */.ee)(source.archive.size)}.`);
    journal.uploading(access.server);
    const release = await gateway.deploy(source, inputs.env, item);
    journal.release(release);
    journal.item(release.item);
    say(`Upload accepted: deployment ${release.id}. ${release.logUrl}`);
    return { status: 'deployed', item: inputs.wait ? await settle(release, arrival, run) : release.item, release };
}
/** Waits until the release is live, and applies the settings that come after it. Answers the item as it is then. */
async function settle(release, arrival, run) {
    const { source, gateway } = arrival;
    const { inputs, journal, report, say } = run;
    await (0,wait/* follow */.e6)(release, gateway, inputs.timeoutMs, run).catch(async (error) => {
        const left = error instanceof findings_finding/* Cancelled */.cJ ? await (0,wait/* leave */.qG)(release, gateway) : undefined;
        if (left)
            journal.left(left.told);
        report(left?.findings ?? []);
        throw error;
    });
    say('Packages installed.');
    await (0,release_arrival/* memoryOf */.z)({ ...arrival, item: release.item }, run).remember({ id: release.id, trial: source.trial });
    const { item, changes } = await gateway.applySettings(release);
    for (const change of changes)
        say(`Updated ${change}`);
    journal.note(...changes.map((change) => `Updated ${change}`));
    journal.item(item);
    return item;
}
const notFollowed = ({ logUrl }) => (0,findings_finding/* warning */.$e)('not-followed', 'The upload was accepted. With wait: false, the run did not wait for it to go live.', `Follow it at ${logUrl}, or remove \`wait: false\`.`);
/** Probes the app, and where it is unhealthy says what the platform knows of it, and goes back where that was asked for. */
async function proveHealth(outcome, rollout, run) {
    try {
        await run.stage('Health', () => rollout_health(outcome, rollout.arrival, run));
    }
    catch (error) {
        if (!(error instanceof findings_finding/* Failure */.HR) || !isUnhealthy(error))
            throw error;
        const explained = await explain(error.findings, outcome.item, rollout.arrival, run);
        const goesBack = outcome.release !== undefined && run.inputs.rollback;
        if (goesBack)
            await rollBack(outcome.release, rollout.arrival, run);
        throw new findings_finding/* Failure */.HR(goesBack ? explained : explained.map((finding) => withState(finding, outcome, rollout)), {
            cause: error,
        });
    }
}
/** How much of the end of a log is shown, in lines and characters. */
const SHOWN = [30, 3_000];
/** The findings with what the log of the app says, where the app itself fails: its page often says nothing. */
async function explain(findings, item, { gateway, readFailure }, { host, journal }) {
    const words = await gateway.explain?.(item);
    if (!words)
        return findings;
    host.quoted((0,findings_text/* tail */.RT)(words, ...SHOWN));
    const { status = 0 } = journal.entries.health?.at(-1) ?? {};
    const { raised, cause, place } = readFailure(words);
    return findings.map((finding) => {
        const isApps = finding.code === 'first-visit' || (finding.code === 'unhealthy' && (status === 0 || status >= 500));
        if (!isApps || finding.file !== undefined)
            return finding;
        const why = cause?.message ?? (raised ? `The last exception in its log: ${raised.replace(/\.+$/, '')}.` : '');
        const [first, ...more] = finding.message.split('\n');
        const message = finding.message.includes(why) ? finding.message : [`${first} ${why}`, ...more].join('\n');
        const remedy = cause && `${cause.remedy} Logs: ${item.consoleUrl}`;
        return (0,findings_finding/* placed */.GS)({ ...finding, message, ...(remedy && { remedy }) }, place);
    });
}
/** The finding with what is live now, and how to go back. */
function withState(finding, { release }, { arrival, isPreview }) {
    if (finding.code !== 'unhealthy' && finding.code !== 'first-visit')
        return finding;
    if (isPreview)
        return { ...finding, message: `${finding.message}\nThis is the preview: production did not change.` };
    if (release === undefined) {
        return { ...finding, message: `${finding.message}\nThis release was live before: this run changed nothing.` };
    }
    // What is built from the head of a branch can't be another commit.
    const back = arrival.plan.delivery === 'none' ? 'revert the commit and push' : 'rerun the job of the last good commit';
    const option = arrival.gateway.releases ? ', or set `rollback: true` to do that automatically' : '';
    return {
        ...finding,
        message: `${finding.message}\nRelease ${release.id} is live now. To roll back, ${back}${option}.`,
    };
}
/** How often it is asked whether the new release has taken over from the old one, once the paths are healthy. */
const TAKEOVER_PAUSE_MS = 2_000;
/** Probes the app until it is healthy, and until what answers is the new release. */
async function rollout_health({ item, release }, arrival, run) {
    const { gateway, readFailure } = arrival;
    const { inputs, platform, journal, clock, signal, say } = run;
    const end = clock.now() + inputs.healthCheckTimeoutMs;
    if (item.url === '') {
        const remedy = platform.words.noUrl ?? `Open it from ${item.consoleUrl}.`;
        return run.report([
            (0,findings_finding/* warning */.$e)('url-unknown', 'The app has no known URL, so whether it works was not tested.', remedy),
        ]);
    }
    const headers = await gateway.probeHeaders(item);
    journal.isPrivate(Object.keys(headers).length > 0);
    const probe = async () => {
        const limitMs = Math.max(0, end - clock.now());
        const target = healthTarget(item, arrival, platform, { limitMs, headers });
        const { results, finding } = await (0,health/* checkHealth */.N)(target, run);
        journal.health(results);
        if (finding)
            throw new findings_finding/* Failure */.HR([finding]);
    };
    const visit = async () => {
        const subject = { url: item.url, headers, limitMs: Math.max(0, end - clock.now()), consoleUrl: item.consoleUrl };
        const printed = () => gateway.printed?.(item) ?? Promise.resolve('');
        const finding = await (0,first_visit/* firstVisit */.q)({ ...subject, printed, isPublic: true }, { ...run, readFailure });
        if (finding?.level === 'error')
            throw new findings_finding/* Failure */.HR([finding]);
        if (finding)
            run.report([finding]);
    };
    await probe();
    if (release === undefined)
        return visit();
    let serves = await gateway.isServing(release);
    while (serves === false && clock.now() < end) {
        say('The paths are healthy, but the previous release still answers; waiting for the new one.');
        await clock.sleep(TAKEOVER_PAUSE_MS, signal);
        await probe();
        serves = await gateway.isServing(release);
    }
    if (serves === false) {
        throw (0,findings_finding/* failure */.V2)('old-release-answers', `The paths are healthy, but the release that answers is still the one before ${release.id}.`, `Stop the old instances at ${item.consoleUrl}, and run the job again.`);
    }
    if (serves === undefined)
        journal.note('The app answers; the server does not say which release does.');
    await visit();
}


/***/ }),

/***/ 2681:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e6: () => (/* binding */ follow),
/* harmony export */   fm: () => (/* binding */ waitFor),
/* harmony export */   qG: () => (/* binding */ leave)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6317);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3810);



/** What an honest server needs for an answer, however little time is left. */
const LEAST_ASK_MS = 1_000;
/** How often the log says that it is still waiting. */
const STILL_MS = 30_000;
/** How long the server may be out of reach in one go: what was begun there goes on meanwhile. */
const OUTAGE_MS = 60_000;
/** The server gets this long to take back what a release has brought along: a cancelled step has 7 s in all. */
const LEAVE_MS = 4_000;
/** What people search for, spelt out. */
const CODES = {
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
        leave: async () => (await leave(release, gateway)) ?? { told: 'It continues on the server.', findings: [] },
    }, limitMs, deps);
}
/** Stops following a release; `undefined` if it simply continues. */
const leave = async (release, gateway) => gateway.cancel?.(release, AbortSignal.timeout(LEAVE_MS));
/**
 * Asks until the course has ended well, and answers how. Throws `<noun>-failed` when it ended badly, `<noun>-timeout` when
 * `limitMs` has passed, and `<noun>-unknown` when the server can't be asked any more.
 */
async function waitFor(course, limitMs, { clock, signal, say }) {
    const { noun, id, logUrl } = course;
    const begun = clock.now();
    let told = begun;
    let lost;
    for (;;) {
        try {
            const progress = await course.ask(Math.max(LEAST_ASK_MS, begun + limitMs - clock.now()));
            if (isFailed(progress))
                throw failed(course, progress);
            if (!isRunning(progress))
                return progress;
            lost = undefined;
        }
        catch (error) {
            if (!(error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR) || !isOutage(error))
                throw error;
            lost ??= clock.now();
            if (clock.now() - lost >= OUTAGE_MS)
                throw unknownEnd(course, error);
            say(`No status: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)} Retrying.`);
        }
        const now = clock.now();
        if (now - begun >= limitMs) {
            const left = await course.leave();
            const timeout = (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(CODES[noun].timeout.code, `The ${noun} ${id} has not finished after ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(limitMs)}. ${left.told}`, `See ${logUrl}, or raise 'timeout'.`);
            throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([timeout, ...left.findings], { timedOut: true });
        }
        if (now - told >= STILL_MS) {
            say(`Still waiting after ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(now - begun)}.`);
            told = now;
        }
        await clock.sleep(Math.min((0,_ports_clock_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseAfter */ .l0)(now - begun), Math.max(1, begun + limitMs - now)), signal);
    }
}
const isFailed = (progress) => progress.state === 'failed';
const isRunning = (progress) => progress.state === 'starting' || progress.state === 'running';
const isOutage = (error) => error.findings.every(({ code }) => ['server-unreachable', 'server-error', 'rate-limited'].includes(code));
const failed = ({ noun, id, logUrl }, { message, why, details, remedy, place }) => new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR([
    (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(CODES[noun].failed.code, `${message} (${noun} ${id}).${why ? ` ${why}` : ''}${details ? `\n${details}` : ''}`, `${remedy} (${logUrl})`, place),
]);
const unknownEnd = ({ noun, id, logUrl }, cause) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)(CODES[noun].unknown.code, `Lost contact with the server, so how ${noun} ${id} ended is unknown: ${cause.message}`, `See ${logUrl}: the ${noun} may have succeeded.`, { cause });


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
