export const id = 575;
export const ids = [575];
export const modules = {

/***/ 5956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  invoke: () => (/* binding */ invoke)
});

// EXTERNAL MODULE: ./src/bundle/listing.ts
var listing = __webpack_require__(5080);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/project/failure/reading.ts + 3 modules
var reading = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/report/gate.ts
var gate = __webpack_require__(8347);
// EXTERNAL MODULE: ./src/findings/secrets.ts
var secrets = __webpack_require__(9967);
;// CONCATENATED MODULE: ./src/report/run-log.ts


/** How much of a log is shown while it grows, and of its end when it is longer than that; in characters. */
const SHOWN_LIVE = 200_000;
const SHOWN_END = 50_000;
/** The log of a run, printed as it grows: every line once, and of a very long log its beginning and its end. */
function createRunLog({ quoted, info }, logUrl) {
    let shown = 0;
    let known = '';
    let isFull = false;
    return {
        /** Whether nothing more is shown before the end. */
        isFull: () => isFull,
        /** Takes all there is so far, and prints the lines that are new and whole. */
        grow: (text) => {
            if (text.length > known.length)
                known = text;
            // What comes at once may be any length, too.
            const isLong = text.length > SHOWN_LIVE;
            const end = text.lastIndexOf('\n', SHOWN_LIVE) + 1;
            if (end > shown)
                quoted(text.slice(shown, end - 1));
            shown = Math.max(shown, end);
            isFull ||= isLong;
            if (isFull)
                info('The log is long: the rest is not shown, only its end when the run is over.');
        },
        /** Takes the log of a run that is over, and prints what is left of it. One that is cut off has more than is shown here. */
        finish: (text) => {
            known = text;
            const unread = text.slice(shown);
            // Where the server has dropped the beginning, this may begin anywhere in a line.
            const isAligned = shown === 0 || text[shown - 1] === '\n';
            const rest = (0,findings_text/* plain */.pj)(isAligned ? unread : (0,secrets/* withoutEdge */.i7)(unread, 'start')).trimEnd();
            shown = text.length;
            if (rest.length > SHOWN_END) {
                info(`Part of the log is not shown; all of it is on the server: ${logUrl}`);
                quoted(rest.slice(rest.indexOf('\n', rest.length - SHOWN_END) + 1).slice(-SHOWN_END));
            }
            else if (rest !== '')
                quoted(rest);
        },
        /** All that is known. */
        all: () => known,
        /** The last lines of it. */
        end: (lines, limit) => (0,findings_text/* tail */.RT)(known, lines, limit),
    };
}

// EXTERNAL MODULE: ./src/modes/access.ts
var modes_access = __webpack_require__(9808);
// EXTERNAL MODULE: ./src/modes/release/wait.ts
var wait = __webpack_require__(2681);
;// CONCATENATED MODULE: ./src/modes/invoke.ts









/** The server gets this long to stop a run: a cancelled step has 7 s in all. */
const STOP_MS = 4_000;
/** How much of the log's end is reported, in lines and characters: in the error, and in the summary. */
const IN_ERROR = [10, 1_500];
const IN_SUMMARY = [40, 5_000];
/** Starts a task that is on the server, and follows its run. Throws when the task fails; nothing is deployed. */
async function invoke(run) {
    const { inputs, project, platform, journal, say, stage, signal } = run;
    const { identity: found, findings } = await platform.identify(project, inputs);
    const [given, identity] = (0,gate/* createGate */.q)(run).open((0,gate/* both */.W)((0,modes_access/* requireAccess */.wo)(run), { value: found, findings }));
    const access = await (0,modes_access/* signOn */.rb)(given, run);
    const connection = await platform.open(identity, access, (0,modes_access/* gatewayDeps */.Hm)(run));
    const { tasks } = connection;
    if (!tasks) {
        const remedy = platform.words.noTasks ?? 'Use mode: deploy, or another platform.';
        throw (0,finding/* failure */.V2)('no-tasks', `${platform.name} has no tasks to invoke.`, remedy);
    }
    await stage('Run', async () => {
        await connection.verify();
        say(`${access.server} accepts the ${platform.words.credential}.`);
        const item = await find(connection, identity, access.server);
        say(`Found '${(0,findings_text/* quote */.hD)(item.name)}' (${item.id}).`);
        journal.name(item.name);
        journal.item(item);
        const names = Object.keys(inputs.params ?? {});
        journal.params(names);
        if (names.length > 0)
            say(`Parameters: ${names.map((name) => (0,findings_text/* quote */.hD)(name)).join(', ')}.`);
        journal.left(`The task was being started: check at ${item.consoleUrl} whether it runs.`);
        const invocation = await tasks.start(item, inputs.params).finally(() => {
            if (!signal.aborted)
                journal.left('');
        });
        journal.left(`Run ${invocation.id} continues on the server: ${invocation.logUrl}`);
        journal.invocation(invocation);
        say(`The task was started: run ${invocation.id}. ${invocation.logUrl}`);
        if (inputs.wait)
            await followRun(invocation, tasks, run);
        else
            notFollowed(invocation, run);
    });
    return 'invoked';
}
async function find(connection, { id, name }, server) {
    const item = await connection.find();
    if (item)
        return item;
    throw (0,finding/* failure */.V2)('no-item', `There is no '${(0,findings_text/* quote */.hD)(name || id)}' on ${server} to invoke.`, "Deploy it first with mode: deploy, or correct 'id' or 'name'.");
}
/** Follows a run to its end and prints what it prints. A run that is given up is stopped on the server. */
async function followRun(run, tasks, deps) {
    const { journal, host, clock, inputs } = deps;
    const begun = clock.now();
    const log = createRunLog(host, run.logUrl);
    const ask = async (withinMs) => {
        const progress = await tasks.progress(run, withinMs);
        if (progress.state === 'untold')
            return progress;
        if (progress.state === 'running') {
            if (!log.isFull())
                log.grow((await tasks.log(run, false)) ?? '');
            return progress;
        }
        log.finish((await tasks.log(run, true)) ?? '');
        return progress.state === 'failed' ? explained(progress, log, deps) : progress;
    };
    const told = () => journal.ran(clock.now() - begun, log.end(...IN_SUMMARY));
    const course = {
        noun: 'run',
        ...run,
        ask,
        leave: async () => ({ told: await stop(run, tasks), findings: [] }),
    };
    try {
        const { state } = await (0,wait/* waitFor */.fm)(course, inputs.timeoutMs, deps);
        if (state === 'untold')
            return untold(run, deps);
        host.info(`The task succeeded after ${(0,units/* duration */.p0)(clock.now() - begun)}.`);
        told();
    }
    catch (error) {
        told();
        if (error instanceof finding/* Cancelled */.cJ)
            journal.left(await stop(run, tasks));
        throw error;
    }
}
/** A run that failed, with what its log says: the end of it, the cause, and the line of the checkout, which has it as the task ran it. */
async function explained(failed, log, { project, exec, signal }) {
    const end = log.end(...IN_ERROR);
    if (end === '')
        return failed;
    // What only decorates never hides how the run ended.
    const { files } = await (0,listing/* listFiles */.C)(project.dir, project.shown, { exec, signal }).catch(() => ({ files: [] }));
    const { cause, place } = (0,reading/* readFailure */.f)(log.all(), { kind: 'task', files, project });
    return { ...failed, ...(cause && { why: cause.message, remedy: cause.remedy }), details: end, place };
}
/** Stops a run, also when the step itself is cancelled by now. Answers what became of it. */
async function stop(run, tasks) {
    const within = AbortSignal.timeout(STOP_MS);
    try {
        await tasks.stop(run, within);
        return `Run ${run.id} was stopped on the server.`;
    }
    catch (error) {
        const why = within.aborted ? 'the server did not answer in time.' : (0,finding/* messageOf */.bD)(error);
        return `Run ${run.id} could not be stopped and continues on the server (${run.logUrl}): ${why}`;
    }
}
const untold = ({ logUrl }, { report }) => report([
    (0,finding/* warning */.$e)('run-not-followed', 'The task was started. This server does not report how its runs end, so the run did not wait for it.', `See ${logUrl}, or have the server updated.`),
]);
const notFollowed = ({ logUrl }, { report }) => report([
    (0,finding/* warning */.$e)('not-followed', 'The task was started. With wait: false, the run did not wait for its end.', `See ${logUrl}, or remove wait: false.`),
]);


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


/***/ })

};
