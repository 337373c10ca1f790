export const id = 838;
export const ids = [838];
export const modules = {

/***/ 445:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ skipOutside),
/* harmony export */   M: () => (/* binding */ whichPullRequest)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);

/** The pull request that is meant: the input's, else the event's. Throws when there is none. */
function whichPullRequest(inputs, context) {
    const number = inputs.pullRequest ?? context.pullRequest?.number;
    if (number !== undefined)
        return number;
    throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('no-pull-request', `The event '${context.event}' has no pull request, so it is not clear which preview is meant.`, "Set the input 'pull-request' to its number, or run this on pull_request.");
}
/**
 * Runs of forks and of Dependabot get no secrets from GitHub, and can't do anything about it: they are skipped, with a word why.
 * Answers whether this is one.
 */
function skipOutside({ context, report }) {
    if (context.event !== 'pull_request' || !context.pullRequest?.isOutside)
        return false;
    report([
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm)('no-secrets', 'This pull request is from a fork or from Dependabot: GitHub gives its runs no secrets, so the run was skipped.', 'Nothing to do. To get a preview, push the branch to this repository; for Dependabot, store the secret under Dependabot secrets as well.'),
    ]);
    return true;
}


/***/ }),

/***/ 4838:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   teardown: () => (/* binding */ teardown)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _report_gate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8347);
/* harmony import */ var _report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9670);
/* harmony import */ var _report_github_aside_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7160);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9808);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(445);







/** Removes the preview of a pull request; without a number, the previews of all pull requests that are not open. */
async function teardown(run) {
    const { inputs, project, platform, context, journal, report, say, stage } = run;
    const read = (0,_access_js__WEBPACK_IMPORTED_MODULE_5__/* .readAccess */ .zS)(run);
    if ((0,_access_js__WEBPACK_IMPORTED_MODULE_5__/* .isWithout */ .r8)(read) && (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_6__/* .skipOutside */ .$)(run))
        return 'skipped';
    const gate = (0,_report_gate_js__WEBPACK_IMPORTED_MODULE_2__/* .createGate */ .q)(run);
    const given = gate.open((0,_access_js__WEBPACK_IMPORTED_MODULE_5__/* .requireAccess */ .wo)(run, read));
    const { identity: found, findings } = await platform.identify(project, inputs);
    const identity = gate.open({ value: found, findings });
    const { name } = identity;
    journal.name(name);
    const access = await (0,_access_js__WEBPACK_IMPORTED_MODULE_5__/* .signOn */ .rb)(given, run);
    const connection = await platform.open(identity, access, (0,_access_js__WEBPACK_IMPORTED_MODULE_5__/* .gatewayDeps */ .Hm)(run));
    const { previews } = connection;
    if (previews === undefined)
        throw noPreviews(platform);
    const github = await (0,_report_github_aside_js__WEBPACK_IMPORTED_MODULE_4__/* .aside */ .H)(report, async () => (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__/* .openGitHub */ .o6)(inputs, run));
    const asked = inputs.pullRequest ?? context.pullRequest?.number;
    await stage('Remove', async () => {
        await connection.verify();
        const isDoomed = asked === undefined ? await areClosed(github, run) : (number) => number === asked;
        const doomed = (await previews.list()).filter(({ pullRequest }) => isDoomed(pullRequest));
        if (doomed.length === 0) {
            say(asked === undefined ? 'No previews to remove.' : `Pull request #${asked} has no preview: nothing to remove.`);
        }
        const gone = [];
        let removed = 0;
        for (const [index, preview] of doomed.entries()) {
            journal.removing(preview.item);
            journal.left(whatIsGone(gone, doomed.slice(index)));
            const wasThere = await previews.remove(preview);
            if (wasThere) {
                removed += 1;
                journal.note(`Removed ${preview.item.name} (${preview.item.id}).`);
            }
            gone.push(preview);
        }
        journal.removed(removed);
        if (gone.length > 0)
            journal.left(whatIsGone(gone, []));
        const told = new Set([...doomed.map(({ pullRequest }) => pullRequest), ...(asked === undefined ? [] : [asked])]);
        for (const pullRequest of github ? told : []) {
            const preview = doomed.find((one) => one.pullRequest === pullRequest);
            if (preview)
                journal.removing(preview.item);
            const subject = { name, platform: platform.name, server: access.server, pullRequest };
            if (github)
                await (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__/* .withdraw */ .ne)(subject, github, run);
        }
    });
    return 'removed';
}
/** Which pull requests are over. Asked before anything is removed: without a whole list, every preview might be one too many. */
async function areClosed(github, { context }) {
    if (github === undefined) {
        throw (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('no-github-token', 'Without a token for GitHub, the open pull requests are not known, so nothing was removed.', "Remove 'github-token' to use the job's own, or set 'pull-request' to the number of the preview to remove.");
    }
    const open = new Set(await github.openPullRequests());
    return (pullRequest) => !open.has(pullRequest) && pullRequest !== context.pullRequest?.number;
}
/** For a run that ends in the middle. */
function whatIsGone(gone, [underway, ...others]) {
    const label = ({ item, release }) => `'${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(item.name)}' (${release ? `bundle ${release}` : item.id})`;
    return [
        ...(gone.length > 0 ? [`Removed: ${gone.map(label).join(', ')}.`] : []),
        ...(underway ? [`The removal of ${label(underway)} was in progress: check whether it is still there.`] : []),
        ...(others.length > 0 ? [`Still there: ${others.map(label).join(', ')}.`] : []),
    ].join(' ');
}
const noPreviews = ({ name }) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('no-previews', `uv-deploy can't remove previews from ${name}.`, 'Remove it on the server.');


/***/ })

};
