export const id = 687;
export const ids = [687,978,597];
export const modules = {

/***/ 2632:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   agentFor: () => (/* binding */ agentFor)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4942);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2861);
/* harmony import */ var _authorities_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2336);





/** The toolkit's agent: it honours `https_proxy` and `no_proxy`, which Node's own does not; and the authorities of the job. */
function agentFor(url, keepAlive = false) {
    const agent = new _actions_http_client__WEBPACK_IMPORTED_MODULE_2__/* .HttpClient */ .Qq(_authorities_js__WEBPACK_IMPORTED_MODULE_3__/* .USER_AGENT */ ._O, [], { keepAlive }).getAgent(url.href);
    const secureContext = url.protocol === 'https:' ? trusted() : undefined;
    // An agent lays its own options over those of each connection, with a proxy and without.
    if (secureContext)
        Object.assign(agent.options, { secureContext });
    return agent;
}
function trusted() {
    const own = (0,_authorities_js__WEBPACK_IMPORTED_MODULE_3__/* .namedAuthorities */ .JV)().flatMap(([, path]) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) ?? []);
    if (own.length === 0)
        return undefined;
    // Older versions of Node tell the authorities that they come with only.
    const known = node_tls__WEBPACK_IMPORTED_MODULE_1___default().getCACertificates?.('default') ?? (node_tls__WEBPACK_IMPORTED_MODULE_1___default().rootCertificates);
    return (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => node_tls__WEBPACK_IMPORTED_MODULE_1___default().createSecureContext({ ca: [...known, ...own] }));
}


/***/ }),

/***/ 4978:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ProxyAgent)
/* harmony export */ });
/**
 * Stands in for undici in the bundle, of which it would be a third: @actions/http-client loads it for those who call `fetch` through a
 * proxy, and nothing here does (see `paths` in tsconfig.json).
 */
class ProxyAgent {
    constructor() {
        throw new Error('There is no undici in this bundle.');
    }
}


/***/ })

};
