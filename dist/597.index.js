export const id = 597;
export const ids = [597,978];
export const modules = {

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
