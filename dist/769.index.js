export const id = 769;
export const ids = [769];
export const modules = {

/***/ 5769:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _prepare_prepare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7506);
/* harmony import */ var _report_github_announcement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9670);
/* harmony import */ var _report_github_aside_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7160);
/* harmony import */ var _access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9808);
/* harmony import */ var _release_arrival_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7690);
/* harmony import */ var _release_production_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7551);
/* harmony import */ var _release_rollout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8214);








/** Who schedules a task mostly wants it to run. */
const notRun = (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm)('task-not-run', 'The task was not run: on a schedule, `mode: auto` deploys, and nothing has changed.', 'To run the task that is deployed, set `mode: invoke`.');
/** From the checkout to a healthy URL. What it learns goes into `run.journal`; it throws when the release is not live and well. */
async function deploy(run) {
    const { inputs, platform, context, journal, report } = run;
    const { given, ...prepared } = await (0,_prepare_prepare_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .i)(run, (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .requireAccess */ .wo)(run));
    const { name } = prepared.plan;
    const isScheduled = inputs.mode === 'auto' && context.event === 'schedule';
    const access = await (0,_access_js__WEBPACK_IMPORTED_MODULE_4__/* .signOn */ .rb)(given, run);
    const arrival = await (0,_release_arrival_js__WEBPACK_IMPORTED_MODULE_5__/* .arrive */ .E)({ prepared, access }, run);
    const github = inputs.githubDeployment ? await (0,_report_github_aside_js__WEBPACK_IMPORTED_MODULE_3__/* .aside */ .H)(report, async () => (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_2__/* .openGitHub */ .o6)(inputs, run)) : undefined;
    return (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_2__/* .announced */ .yb)({ name, platform: platform.name, server: access.server }, github, run, async () => {
        const status = await (0,_release_rollout_js__WEBPACK_IMPORTED_MODULE_7__/* .rollOut */ .O)({ arrival }, run);
        if (status === 'unchanged' && prepared.plan.kind === 'task' && isScheduled)
            report([notRun]);
        const { deploymentId } = journal.entries;
        if (status === 'deployed' && deploymentId) {
            await (0,_release_production_files_js__WEBPACK_IMPORTED_MODULE_6__/* .productionFiles */ .d)(access.server, name, run).remember(arrival.source, deploymentId);
        }
        return status;
    });
}


/***/ })

};
