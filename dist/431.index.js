export const id = 431;
export const ids = [431];
export const modules = {

/***/ 2431:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tryContainer: () => (/* binding */ tryContainer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _bundle_copy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2231);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4879);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4087);
/* harmony import */ var _port_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9733);
/* harmony import */ var _process_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4241);
/* harmony import */ var _trial_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(976);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7517);










/** Registries and indexes that can't be reached, or do not serve this runner now. */
const NETWORK = /failed to resolve source metadata|failed to do request|no such host|i\/o timeout|connection refused|TLS handshake|toomanyrequests|dns error|Failed to fetch/i;
/** Docker's own exit code for what it could not begin (https://docs.docker.com/reference/cli/docker/container/run/). */
const NOT_RUN = 125;
/** What older dockers, and those without BuildKit, answer to mounts and heredocs. The checks know the instructions that nobody knows. */
const TOO_OLD = /requires BuildKit|buildx component is missing|unknown instruction:/i;
/** Containers and images are removed after the step was cancelled, too. */
const CLEAN_MS = 5_000;
/** Builds the image as the platform does, from the committed files, and starts it with the platform's limits. */
async function tryContainer(subject, docker, deps) {
    const { image, folder } = subject;
    const { host, signal } = deps;
    const tag = `uv-deploy-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const context = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'context');
    await (0,_bundle_copy_js__WEBPACK_IMPORTED_MODULE_2__/* .copyFiles */ .B)(image.context, context, signal);
    try {
        const build = await docker.run(['build', '--tag', tag, context]);
        if (build.exitCode === NOT_RUN || TOO_OLD.test(build.stderr)) {
            return [untried(`Docker could not build the image here: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)((0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .redact */ .E$)(build.stderr).trim(), 500)}`)];
        }
        if (build.exitCode !== 0) {
            const log = (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .redact */ .E$)(`${build.stdout}\n${build.stderr}`.trim());
            host.info('The end of the build\u2019s output:');
            host.quoted((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .tail */ .RT)(log, 40, 6000));
            return [notBuilt(log, image)];
        }
        host.info('The image builds.');
        return await run(tag, subject, docker, deps);
    }
    finally {
        await remove(docker, ['image', 'rm', '--force', tag]);
    }
}
const remove = (docker, args) => docker.run(args, AbortSignal.timeout(CLEAN_MS)).catch(() => undefined);
function notBuilt(log, image) {
    if (!NETWORK.test(log))
        return image.explain(log);
    const line = log.split('\n').findLast((text) => NETWORK.test(text)) ?? '';
    const message = `The image could not be built on this runner: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .head */ .d5)((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)(line.trim(), 500), 3, 500)}`;
    const remedy = 'Let the runner reach the registries and package indexes, or set preflight: static.';
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e)('preflight-no-network', message, remedy);
}
async function run(tag, subject, docker, deps) {
    const { image, inputs, plan } = subject;
    const port = image.port === undefined ? 0 : await (0,_port_js__WEBPACK_IMPORTED_MODULE_6__/* .freePort */ .o)();
    const published = image.port === undefined ? [] : ['--publish', `127.0.0.1:${port}:${image.port}`, '--env', `PORT=${image.port}`];
    // Values go by the environment, where no list of processes shows them.
    const named = inputs.env.flatMap(({ name }) => ['--env', name]);
    const args = ['run', '--rm', '--name', tag, ...image.limits, ...published, ...named, tag];
    const values = Object.fromEntries(inputs.env.map(({ name, value }) => [name, value]));
    const program = (0,_process_js__WEBPACK_IMPORTED_MODULE_7__/* .startProgram */ .X)(['docker', ...args], { cwd: subject.folder, env: { ...values, ...docker.env } });
    const tried = {
        ...{ ...subject, environment: '/usr/local', bundle: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)('/', plan.tree?.cwd ?? '') },
        files: plan.tree ? (0,_verdict_js__WEBPACK_IMPORTED_MODULE_9__/* .filesIn */ .nG)(plan.tree) : [],
    };
    try {
        const trial = { program, port, subject: tried };
        const outcome = await (0,_trial_js__WEBPACK_IMPORTED_MODULE_8__/* .follow */ .e)({ ...trial, isContained: true }, deps);
        return notRun(outcome, program) ?? unreached(outcome, image, deps) ?? (await (0,_trial_js__WEBPACK_IMPORTED_MODULE_8__/* .conclude */ .E)(trial, outcome, deps));
    }
    finally {
        await remove(docker, ['rm', '--force', tag]);
        await program.stop();
    }
}
/** The container has not begun, which is not the app's doing. */
function notRun(outcome, program) {
    if (outcome.is !== 'ended' || outcome.exit.code !== NOT_RUN)
        return undefined;
    return [
        untried(`The image builds, but docker could not start a container from it here: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_5__/* .quote */ .hD)((0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_4__/* .redact */ .E$)(program.log()).trim(), 500)}`),
    ];
}
const untried = (message) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e)('image-untried', message, 'Set preflight: start, which needs no docker.');
/** From outside, a container whose app listens where nobody reaches it looks like one that does not listen. */
function unreached(outcome, { port }, { host }) {
    if (outcome.is !== 'unhealthy' || outcome.health.results.at(-1)?.status !== 0)
        return undefined;
    host.info('The container runs but does not answer.');
    const message = `Nothing answers on port ${port} of the container, whose program keeps running: it listens on localhost only, on another port, or not at all.`;
    return [(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3)('start-wrong-address', message, 'Listen on host 0.0.0.0 and on the port in the variable PORT.')];
}


/***/ })

};
