export const id = 261;
export const ids = [261];
export const modules = {

/***/ 2231:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ copyFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



/**
 * Lays the bundle's files out in `folder` as the server would find them. Copies, not links: a build that writes into its
 * sources must not reach the project.
 */
async function copyFiles(files, folder, signal) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const made = new Set([folder]);
    for (const file of files) {
        signal.throwIfAborted();
        const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, file.path);
        const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target);
        if (!made.has(parent)) {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(parent, { recursive: true });
            made.add(parent);
        }
        if (typeof file.source !== 'string')
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(target, file.source);
        else
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.copyFile)(file.source, target, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.chmod)(target, file.executable ? 0o755 : 0o644);
    }
}


/***/ }),

/***/ 5759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ checkSource),
/* harmony export */   o: () => (/* binding */ readSource)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2861);
/* harmony import */ var _ports_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9379);
/* harmony import */ var _files_text_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2781);




/** More than anybody writes, or would want to be started from. */
const LIMIT = 10_000_000;
/** `# -*- coding: latin-1 -*-` in the first two lines (PEP 263). */
const CODING = /^(?:[^\n]*\n)?[ \t\f]*#[^\n]*?coding[:=][ \t]*[-\w.]+/;
/** All three, in this order: a text about conflicts may show one of them. */
const CONFLICT = [/^<{7}(?: |\r?$)/m, /^={7}\r?$/m, /^>{7}(?: |\r?$)/m];
/** What makes it certain that the file to be started can't even be read. Nothing when there is no such file: others tell that. */
function checkSource(checkout, path) {
    const file = (0,_files_text_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBytes */ .i)(checkout, path, LIMIT);
    if (file === undefined)
        return [];
    if ('level' in file)
        return [file];
    const { shown } = file;
    const complain = (code, message, remedy, line = 1) => [
        (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(code, message, remedy, { file: shown, line }),
    ];
    const text = Buffer.from(file.bytes).toString('latin1');
    if (text.trim() === '') {
        return complain('entrypoint-empty', `${shown} is empty: there is nothing to start.`, 'Commit the file with its code.');
    }
    const conflict = conflictLine(text);
    if (conflict !== undefined) {
        const remedy = 'Resolve the conflict, remove the markers and commit the file.';
        return complain('merge-conflict', `${shown} contains merge conflict markers.`, remedy, conflict);
    }
    try {
        if (text.includes('\0'))
            throw new TypeError();
        if (!CODING.test(text))
            new TextDecoder('utf-8', { fatal: true }).decode(file.bytes);
    }
    catch {
        return complain('encoding', `${shown} is not valid UTF-8 and declares no other encoding.`, 'Save it as UTF-8 and commit it.');
    }
    return [];
}
function conflictLine(text) {
    let from = 0;
    const places = [];
    for (const marker of CONFLICT) {
        const found = marker.exec(text.slice(from));
        if (!found)
            return undefined;
        from += found.index;
        places.push(from);
    }
    return text.slice(0, places[0]).split('\n').length;
}
const FILE_LIMIT = 1_000_000;
/** The text of a file of the project; `undefined` when it is too large or can't be read. */
function readSource({ source }) {
    const read = typeof source === 'string' ? (0,_ports_attempt_js__WEBPACK_IMPORTED_MODULE_3__/* .attempt */ .C)(() => (0,_ports_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegular */ .V)(source, FILE_LIMIT)) : undefined;
    return read && 'bytes' in read ? read.bytes.toString('utf8').replace(/^\ufeff/, '') : undefined;
}


/***/ })

};
