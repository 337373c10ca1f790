export const id = 767;
export const ids = [767];
export const modules = {

/***/ 7767:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPreviewGateway: () => (/* binding */ openPreviewGateway)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _shared_upload_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3755);
/* harmony import */ var _api_client_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(855);
/* harmony import */ var _contents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4148);
/* harmony import */ var _deployment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8565);
/* harmony import */ var _diagnosis_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5453);
/* harmony import */ var _gateway_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9883);
/* harmony import */ var _item_spec_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7925);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1104);
/* harmony import */ var _previews_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(803);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8542);
/* harmony import */ var _python_check_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(553);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2999);













/**
 * The preview of a pull request. Where the server keeps what bundles are marked with (2025.12 and later) and the app is live, it is a
 * draft of the app's own content; else it is content of its own.
 */
function openPreviewGateway(pullRequest, target, access, deps) {
    const { connection, api, contents } = (0,_gateway_js__WEBPACK_IMPORTED_MODULE_6__.openConnection)({ ...target, slug: '' }, access, deps);
    const choose = async () => {
        const own = () => (0,_gateway_js__WEBPACK_IMPORTED_MODULE_6__.openGateway)((0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .previewTarget */ .sI)(target, pullRequest), access, deps, target.name);
        if ((await api.supports('bundleMetadata')) !== true)
            return own();
        const content = await contents.findOurs(target.name);
        if (content?.bundleId === undefined)
            return own();
        await (0,_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .checkContent */ .aG)(content, target.appMode, api);
        return openDraftGateway(content, pullRequest, target, { access, deps });
    };
    let chosen;
    const gateway = () => (chosen ??= choose());
    return {
        ...connection,
        name: (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .previewName */ .gz)(target.name, pullRequest),
        find: async () => (await gateway()).find(),
        deploy: async (...args) => (await gateway()).deploy(...args),
        currentRelease: async (item) => (await gateway()).currentRelease(item),
        unchanged: async (...args) => (await gateway()).unchanged?.(...args),
        progress: async (...args) => (await gateway()).progress(...args),
        cancel: async (...args) => (await gateway()).cancel?.(...args),
        applySettings: async (release) => (await gateway()).applySettings(release),
        probeHeaders: async (item) => (await gateway()).probeHeaders(item),
        isServing: async (release) => (await gateway()).isServing(release),
        explain: async (item) => (await (await gateway()).explain?.(item)) ?? '',
        printed: async (item) => (await (await gateway()).printed?.(item)) ?? '',
    };
}
/** A draft of the app's own content: what people see, its settings and its variables are not touched. */
function openDraftGateway(content, pullRequest, target, { access, deps }) {
    const { guid } = content;
    const { connection, api, contents } = (0,_gateway_js__WEBPACK_IMPORTED_MODULE_6__.openConnection)({ id: guid, name: target.name, slug: '' }, access, deps);
    const bench = { target, access, api, contents, deps };
    let deployment;
    const releaseOf = (id) => {
        const item = (0,_previews_js__WEBPACK_IMPORTED_MODULE_8__/* .draftItem */ .h)(api.server, content, id);
        return { id, item, logUrl: item.consoleUrl };
    };
    const drafts = async () => ((await api.bundles(guid)) ?? []).filter((one) => (0,_names_js__WEBPACK_IMPORTED_MODULE_7__/* .pullRequestOfBundle */ ._n)(one, deps.origin.repository) === pullRequest);
    return {
        ...connection,
        find: async () => (0,_contents_js__WEBPACK_IMPORTED_MODULE_3__/* .toItem */ .jC)(api.server, content),
        deploy: async (source, env) => {
            const begun = await publishDraft(source, env, { content, pullRequest }, bench);
            deployment = (0,_deployment_js__WEBPACK_IMPORTED_MODULE_4__/* .createDeployment */ .Y)(begun, bench);
            return releaseOf(begun.bundleId);
        },
        currentRelease: async () => (await drafts())[0]?.id,
        unchanged: async (_item, source, env) => {
            if (env.length > 0)
                return undefined;
            const same = (0,_publish_js__WEBPACK_IMPORTED_MODULE_9__/* .findSame */ .Ad)(await (0,_upload_js__WEBPACK_IMPORTED_MODULE_11__/* .archiveMd5 */ .r)((0,_shared_upload_js__WEBPACK_IMPORTED_MODULE_1__/* .archiveOf */ .YH)(source).path), (await api.bundles(guid)) ?? [], pullRequest);
            return same && same.id === (await drafts())[0]?.id
                ? { ...releaseOf(same.id), trial: same.metadata[_item_spec_js__WEBPACK_IMPORTED_MODULE_12__/* .TRIAL */ .X] }
                : undefined;
        },
        progress: async (_release, withinMs) => (await deployment?.progress(withinMs)) ?? { state: 'running' },
        applySettings: async ({ id, item }) => {
            // The drafts of earlier pushes have done their work.
            for (const old of await drafts()) {
                if (Number(old.id) < Number(id))
                    await api.removeBundle(guid, old.id);
            }
            return { item, changes: [] };
        },
        probeHeaders: async () => (0,_api_client_js__WEBPACK_IMPORTED_MODULE_2__/* .authorization */ .it)(access),
        // A draft's URL names its bundle.
        isServing: async () => true,
        explain: () => (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .explain */ .WE)(guid, api),
        printed: async () => (0,_diagnosis_js__WEBPACK_IMPORTED_MODULE_5__/* .printedBy */ .e_)(guid, (await drafts())[0]?.id, api),
    };
}
async function publishDraft(source, env, { content, pullRequest }, bench) {
    const { target, api, deps } = bench;
    await (0,_python_check_js__WEBPACK_IMPORTED_MODULE_10__/* .checkPython */ .v)(target.python, false, api, deps.say);
    if (env.length > 0) {
        const names = env.map(({ name }) => name).join(', ');
        deps.say(`A draft has the variables of the live app: ${names} of this run are not set.`);
    }
    const { guid, bundleId: before } = content;
    const { id } = (await (0,_publish_js__WEBPACK_IMPORTED_MODULE_9__/* .store */ .M_)(source, content, pullRequest, bench)).bundle;
    const taskId = await api.deploy(guid, id, false);
    if (taskId === undefined)
        throw noDrafts(api.server);
    return { guid, bundleId: id, taskId, as: 'preview', before };
}
const noDrafts = (server) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('no-drafts', `${server} takes no drafts.`, 'Have the server updated to 2025.12 or later.');


/***/ })

};
