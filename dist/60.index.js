export const id = 60;
export const ids = [60];
export const modules = {

/***/ 6060:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   post: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _inputs_raw_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3071);
/* harmony import */ var _ports_state_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6001);
/* harmony import */ var _report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9670);
/* harmony import */ var _report_github_deployments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2080);






/** The end of the job: saves what the main phase asked for, and closes what it left open. Never fails the job. */
async function post(deps) {
    const { host, cache } = deps;
    const { savings, openDeployment } = (0,_ports_state_js__WEBPACK_IMPORTED_MODULE_5__/* .readState */ .un)(host);
    if (openDeployment !== undefined) {
        await close(openDeployment, deps).catch((error) => host.info(`The GitHub deployment ${openDeployment} could not be closed: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`));
    }
    for (const { what, path, key } of savings) {
        const there = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).catch(() => undefined);
        if (there === undefined) {
            host.info(`There is nothing to save of ${what}.`);
            continue;
        }
        host.info(`Saving ${what} as ${key}.`);
        await cache.save(path, key);
    }
    return 0;
}
/** The token is the one thing that is read again: it must not lie in the state's file. */
async function close(id, deps) {
    const { host, context, environment } = deps;
    const githubToken = (0,_inputs_raw_js__WEBPACK_IMPORTED_MODULE_2__/* .readInputs */ .Ko)(environment)['github-token'].value;
    host.mask(githubToken);
    const github = (0,_report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__/* .openGitHub */ .o6)({ githubToken }, deps);
    if (github === undefined)
        return;
    if (await (0,_report_github_deployments_js__WEBPACK_IMPORTED_MODULE_4__/* .closeDeployment */ .QN)(github, id, context.runUrl))
        host.info(`Closed the GitHub deployment ${id} of the cancelled run.`);
}


/***/ })

};
