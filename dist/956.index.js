export const id = 956;
export const ids = [956];
export const modules = {

/***/ 2956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   preview: () => (/* binding */ preview)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _prepare_prepare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var _report_github_announcement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9670);
/* harmony import */ var _report_github_aside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7160);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9808);
/* harmony import */ var _pull_request_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(445);
/* harmony import */ var _release_arrival_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7690);
/* harmony import */ var _release_production_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7551);
/* harmony import */ var _release_rollout_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8214);









/** Deploys a pull request's own copy of the app, beside production, and tells the pull request where it is. */
async function preview(run) {
    const { inputs, project, platform, context, report } = run;
    const pullRequest = (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_5__/* .whichPullRequest */ .M)(inputs, context);
    const read = (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .readAccess */ .zS)(run);
    if ((0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithout */ .r8)(read) && (0,_pull_request_js__WEBPACK_IMPORTED_MODULE_5__/* .skipOutside */ .$)(run))
        return 'skipped';
    // A missing credential is reported together with all other problems.
    const given = read.value ?? (await (0,_prepare_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .i)(run, (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .requireAccess */ .wo)(run, read))).given;
    const access = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .locate */ .x5)(given, run); // comments are found by it
    const { identity } = await platform.identify(project, inputs);
    const github = await (0,_report_github_aside_js__WEBPACK_IMPORTED_MODULE_3__/* .aside */ .H)(report, async () => (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitHub */ .o6)(inputs, run));
    const subject = { name: identity?.name ?? '', platform: platform.name, server: access.server, pullRequest };
    return (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_2__/* .announced */ .yb)(subject, github, run, () => make(pullRequest, access, github, run));
}
async function make(pullRequest, located, github, run) {
    const { inputs, host, journal, stage } = run;
    const { given, ...prepared } = await (0,_prepare_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .i)(run, { value: located, findings: [] });
    const production = (0,_release_production_files_js__WEBPACK_IMPORTED_MODULE_7__/* .productionFiles */ .d)(given.server, prepared.plan.name, run);
    const access = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .signOn */ .rb)(given, run);
    const packed = async (source) => {
        const changes = await stage('Compare with production', () => production.compare(source));
        if (changes)
            journal.changes(changes);
    };
    const arrival = await (0,_release_arrival_js__WEBPACK_IMPORTED_MODULE_6__/* .arrive */ .E)({ prepared, access, pullRequest, packed }, run);
    const { gateway } = arrival;
    // What a preview had before is no better than what it has now.
    const status = await (0,_release_rollout_js__WEBPACK_IMPORTED_MODULE_8__/* .rollOut */ .O)({ arrival, isPreview: true }, { ...run, inputs: { ...inputs, rollback: false } });
    if (github === undefined || (await isOpen(pullRequest, github, run)))
        return status;
    // The event of its closing may have been handled before there was anything to remove.
    return stage('Remove', async () => {
        host.info(`Pull request #${pullRequest} was closed meanwhile.`);
        for (const preview of (await gateway.previews?.list()) ?? []) {
            if (preview.pullRequest === pullRequest)
                await gateway.previews?.remove(preview);
        }
        return 'removed';
    });
}
/** Only a pull request that is surely closed loses its preview. */
async function isOpen(pullRequest, github, { host }) {
    try {
        return (await github.pullRequest(pullRequest))?.state !== 'closed';
    }
    catch (error) {
        if (error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
            throw error;
        host.info(`Could not check whether pull request #${pullRequest} is still open: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        return true;
    }
}


/***/ }),

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


/***/ })

};
