export const id = 639;
export const ids = [639];
export const modules = {

/***/ 5941:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   Y5: () => (/* binding */ PRIVATE_APP),
/* harmony export */   q9: () => (/* binding */ WORDS),
/* harmony export */   rh: () => (/* binding */ isOwnAnswer)
/* harmony export */ });
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5819);
/* harmony import */ var _shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4215);



/** What to do about content that sends everybody to a login page. */
const PRIVATE_APP = 'Set access-type = "all" under [tool.uv-deploy.connect] for a public app, or check that the key may open it.';
const CREDENTIAL = {
    credential: 'API key',
    newCredential: 'Create a new key on this server (your name > Manage Your API Keys)',
};
const RIGHTS = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('forbidden', 'this key may not do that', "Use the key of the content's owner or of a collaborator, who has to be a publisher. With trusted publishing, check that the publisher belongs to this very content, and set 'id'.");
const MISSING = (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('not-found', 'the server does not have this content', "Check 'id' and 'server'. Without an id, the content is looked up by name, and created if there is none.");
const alike = (codes, meaning) => Object.fromEntries(codes.map((code) => [code, meaning]));
/** Connect's own error codes (the error table of its API reference) for which there is something better to say than the text. */
const BY_CODE = {
    2: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('not-supported', 'this server has no such call', "Check that 'server' is the address of Connect itself. If it is, the server is too old for what is asked of it."),
    3: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('invalid-id', 'the id is malformed', "Copy the GUID from the content's Info tab."),
    4: MISSING,
    5: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('invalid-name', 'the name is not one that Connect takes', 'Use 3 to 64 letters, digits, - and _.'),
    ...alike([19, 20, 21, 22], RIGHTS),
    ...alike([24, 30], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .badCredential */ .Ze)(CREDENTIAL)),
    26: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('conflict', 'the owner of this key has other content of that name', "Choose another 'name', or set 'id'."),
    28: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('no-bundle', 'there is nothing to deploy', 'Deploy a bundle first.'),
    38: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('manifest-refused', 'the server can not read the manifest', 'Correct manifest.json, or delete it.'),
    48: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('content-type-changed', 'content keeps the type of its first deployment', "Give the new content another 'name', or correct content-type."),
    50: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('user-locked', 'the user of this key is locked', 'Use the key of another user, or have this one unlocked.'),
    ...alike([51, 52], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('vanity-url-refused', 'the vanity URL is taken, or not permitted', 'Set another vanity-url under [tool.uv-deploy.connect], or ask an administrator who holds it.')),
    65: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('license', "the server's licence has no APIs", 'Ask your server\u2019s administrator.'),
    ...alike([104, 125, 126], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('upload-damaged', 'the bundle did not arrive as it was sent', 'Run the job again; if it happens again, check for a proxy that changes uploads.')),
    ...alike([106, 108, 149], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('env-refused', 'the server does not take one of the variables', "Rename it or take it out of 'env'; Connect keeps some names for itself.")),
    109: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('content-type-refused', 'the server does not run this type of content', 'Ask your server\u2019s administrator to allow it.'),
    110: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('content-type-changed', 'static content keeps the category of its first deployment', "Give the new content another 'name'."),
    ...alike([117, 118], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('access-type-refused', 'the server does not allow this access type', 'Set another access-type under [tool.uv-deploy.connect], or leave it out.')),
    121: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('not-supported', 'the server does not understand the request', 'A setting under [tool.uv-deploy.connect] may be newer than the server: leave it out, or have the server updated.'),
    ...alike([122, 123], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('text-length', 'the title or the description is too short or too long', 'A title has 3 to 1024 characters, a description at most 4096.')),
    ...alike([134, 135], (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('bundle-unreadable', 'the server could not store or unpack the bundle', 'Run the job again; if it happens again, ask your server\u2019s administrator whether its disk is full.')),
    141: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('task-lost', 'the server does not know the task that it has begun', 'Let the load balancer in front of Connect keep sessions together (sticky sessions), and run the job again.'),
    144: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('git-managed', 'the content is deployed from a git repository by the server itself', "Give the new content another 'name', or end the content's link to git on the server."),
};
/** What Connect's refusals mean. */
/** Whether an answer at the address of content is Connect's own: an error of its API's form, or its page. */
const isOwnAnswer = ({ status, text }) => [401, 403, 404].includes(status) &&
    (/^\s*\{\s*"code"\s*:\s*\d+\s*,\s*"error"\s*:/.test(text) ||
        /permission to view this content|requested content does not exist/i.test(text));
const WORDS = {
    ...{ short: 'Connect', name: 'Posit Connect', api: '/__api__', foreignCode: 'not-connect', ...CREDENTIAL },
    authorities: 'CONNECT_CA_CERTIFICATE or SSL_CERT_FILE',
    judge: (response) => BY_CODE[errorCode(response)],
    details: (response) => {
        const number = errorCode(response);
        return number > 0 ? [`code ${number}`] : [];
    },
    byStatus: {
        403: RIGHTS,
        404: MISSING,
        409: (0,_shared_refusals_js__WEBPACK_IMPORTED_MODULE_0__/* .refusal */ .x5)('conflict', 'other content is in the way', 'Change or remove what the server names.'),
    },
};
/** Connect's own number of an error; 0 where there is none. */
function errorCode(response) {
    const code = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_1__.at)((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(response), 'code');
    return typeof code === 'number' ? code : 0;
}


/***/ }),

/***/ 5470:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ readVersion),
/* harmony export */   XO: () => (/* binding */ firstVersion),
/* harmony export */   zy: () => (/* binding */ has)
/* harmony export */ });
/** The first server with each feature (rsconnect-python and connect-actions; the API reference for `render`). */
const FIRST = {
    draft: [2025, 6, 0],
    /** A draft can be looked at, too; on 2025.06.0 its URL fails. */
    draftUrl: [2025, 7, 0],
    bundleMetadata: [2025, 12, 0],
    requires: [2025, 3, 0],
    render: [2026, 4, 0],
    trustedPublishing: [2026, 7, 0],
};
/** `undefined` for a server that hides its version (`Server.HideVersion`), and for what is none. */
function readVersion(text) {
    const match = typeof text === 'string' ? /^(\d+)\.(\d+)(?:\.(\d+))?/.exec(text.trim()) : null;
    return match ? match.slice(1).map((part) => Number(part ?? 0)) : undefined;
}
/** Whether a server has a feature; `undefined` when its version is not known. */
function has(version, feature) {
    if (version === undefined)
        return undefined;
    for (const [index, least] of FIRST[feature].entries()) {
        const part = version[index] ?? 0;
        if (part !== least)
            return part > least;
    }
    return true;
}
const firstVersion = (feature) => FIRST[feature].map((part, index) => (index === 1 ? String(part).padStart(2, '0') : part)).join('.');


/***/ }),

/***/ 8639:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./src/project/target.ts
var target = __webpack_require__(452);
// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http_http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/ports/http/retry.ts
var retry = __webpack_require__(9003);
// EXTERNAL MODULE: ./src/project/files/values.ts
var files_values = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/platforms/connect/api/address.ts




const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const IS_GUID = new RegExp(`^${GUID}$`, 'i');
const PAGE = new RegExp(`^https?://.*?/(?:content|apps)/(${GUID})(?![\\w-])`, 'i');
/** The GUID of content: as it is, or out of the address of its page or of its dashboard. */
const guidIn = (id) => (PAGE.exec(id)?.[1] ?? id).toLowerCase();
/** What a server says of itself to everybody. */
const SETTINGS_PATH = '/__api__/server_settings';
/** Fields of it that servers have always had; one that hides its version may lack that. */
const SETTINGS = ['version', 'hostname', 'license', 'runtimes'];
/**
 * The address of the server itself, from that of one of its pages: the dashboard is below `/connect/`, content below `/content/`, and
 * the server may be below such a path, too. Asked is the address as it was written, then with less and less of its path, without the
 * credential: it only ever goes to an address that what was written begins with. Where no server answers, the address stays.
 */
async function locate(url, { http, clock, signal, say }) {
    const addresses = addressesIn(url);
    const [written = url, ...others] = addresses;
    if (others.length === 0)
        return written;
    const careful = (0,retry/* retrying */.R$)(http, clock, say);
    for (const address of addresses) {
        const asked = { method: 'GET', url: `${address}${SETTINGS_PATH}`, signal };
        const response = await careful({ ...asked, headers: { accept: 'application/json' } }).catch((error) => {
            if (error instanceof http_http/* NetworkError */.Dr)
                return undefined;
            throw error;
        });
        if (response === undefined)
            return written; // the first call with a step of its own says what is wrong
        if (isServer(response))
            return address;
    }
    return written;
}
/** Longest first. Below a page of content an app answers, which the key is not for. */
function addressesIn(url) {
    const { origin, pathname } = new URL(url);
    const segments = pathname.split('/').filter((segment) => segment !== '');
    const page = segments.findIndex((segment, index) => segment === 'content' && IS_GUID.test(segments[index + 1] ?? ''));
    const kept = page < 0 ? segments : segments.slice(0, page);
    return Array.from({ length: kept.length + 1 }, (_, cut) => [origin, ...kept.slice(0, kept.length - cut)].join('/'));
}
/** Whether an answer to the question for the settings is that of a Connect server. */
function isServer(response) {
    const settings = response.status === 200 ? (0,json/* jsonOf */.o_)(response) : undefined;
    return (0,files_values/* isTable */.bI)(settings) && SETTINGS.filter((field) => Object.hasOwn(settings, field)).length > 1;
}

// EXTERNAL MODULE: ./src/platforms/connect/api/refusals.ts
var api_refusals = __webpack_require__(5941);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/platforms/shared/client.ts
var client = __webpack_require__(3790);
// EXTERNAL MODULE: ./src/platforms/shared/refusals.ts
var refusals = __webpack_require__(4215);
// EXTERNAL MODULE: ./src/platforms/connect/api/version.ts
var version = __webpack_require__(5470);
;// CONCATENATED MODULE: ./src/platforms/connect/api/sign-on.ts








/** RFC 8693. */
const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ID_TOKEN = 'urn:ietf:params:oauth:token-type:id_token';
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token';
/** The audience that a publisher on Connect expects by default. */
const AUDIENCE = 'connect';
/** What Connect says when it refuses an identity (rsconnect-python, oauth.py), and what to do. */
const ADVICE = [
    [
        /ambiguous/i,
        'more than one publisher on the server fits this workflow',
        "Make the publishers' conditions narrower in the content's settings on Connect, so that one is left.",
    ],
    [
        /no matching/i,
        'no publisher on the server fits this workflow',
        "Add one in the content's settings on Connect, with this repository and branch or environment, and the audience connect.",
    ],
    [
        /verif/i,
        "the server could not verify GitHub's token",
        "Check that the publisher on Connect names GitHub's issuer, and that the server reaches it and has the right time.",
    ],
];
/**
 * Trusted publishing: exchanges the identity that GitHub gives the job for a short-lived API key (Connect 2026.07 and later; the
 * sequence is rsconnect-python's, oauth.py). Both are masked. Throws a `Failure` that says which of the three parties refused.
 */
async function signIn(server, deps) {
    const { signal, say, mask } = deps;
    const subject = await askGitHub(deps);
    mask(subject);
    const step = 'signing in with the identity of this workflow';
    const { exchange, refusals } = (0,client/* createPlatformClient */.B)(server, api_refusals/* WORDS */.q9, deps.http, deps);
    const { refused, unusable } = refusals;
    const discovery = await exchange(step, {
        ...{ method: 'GET', url: `${server}/.well-known/oauth-authorization-server`, signal },
        headers: { accept: 'application/json' },
    });
    if (discovery.status >= 500 || (discovery.status >= 300 && discovery.status < 400))
        throw refused(step, discovery);
    const answer = await exchange(step, { ...exchangeOf(subject, tokenEndpoint(discovery, server)), signal });
    if (answer.status >= 300)
        throw identityRefused(answer) ?? refused(step, answer);
    const key = (0,json.at)((0,json/* jsonOf */.o_)(answer), 'access_token');
    if ((0,json/* isHtml */._6)(answer) || typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key))
        throw unusable(step, answer);
    mask(key);
    say(`Signed in to ${server} with the identity of this workflow.`);
    return key;
}
/** The identity of the job, as a token that GitHub has signed. */
async function askGitHub(deps) {
    const { identity, signal } = deps;
    const url = new URL(identity.url);
    url.searchParams.set('audience', AUDIENCE);
    const { exchange } = (0,client/* createPlatformClient */.B)(url.origin, api_refusals/* WORDS */.q9, deps.http, deps);
    const issued = await exchange('asking GitHub for an identity', {
        ...{ method: 'GET', url: url.href, signal },
        headers: { authorization: `Bearer ${identity.token}`, accept: 'application/json' },
    });
    const subject = (0,json.at)((0,json/* jsonOf */.o_)(issued), 'value');
    if (issued.status !== 200 || typeof subject !== 'string' || subject === '')
        throw noIdentity(issued);
    return subject;
}
/** Where the server exchanges identities for keys. The identity goes to the server that was named, and to no other. */
function tokenEndpoint(discovery, server) {
    const endpoint = (0,json.at)((0,json/* jsonOf */.o_)(discovery), 'token_endpoint');
    const grants = (0,json.at)((0,json/* jsonOf */.o_)(discovery), 'grant_types_supported');
    const offered = discovery.status === 200 && typeof endpoint === 'string' && URL.canParse(endpoint);
    if (!offered || (Array.isArray(grants) && !(0,files_values/* strings */.P$)(grants).includes(EXCHANGE)))
        throw notOffered(server);
    if (new URL(endpoint).origin !== new URL(server).origin)
        throw elsewhere(server, endpoint);
    return endpoint;
}
function exchangeOf(subject, url) {
    const form = new URLSearchParams({
        grant_type: EXCHANGE,
        subject_token: subject,
        subject_token_type: ID_TOKEN,
        requested_token_type: ACCESS_TOKEN,
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    return { method: 'POST', url, body: form.toString(), headers };
}
const noIdentity = (response) => (0,findings_finding/* failure */.V2)('no-identity', `GitHub gives this job no identity (${response.status}${(0,refusals/* saidIn */.$g)(response)}).`, 'Check that the job has permissions: id-token: write, and run it again.');
const notOffered = (server) => (0,findings_finding/* failure */.V2)('no-trusted-publishing', `${server} does not offer to sign in with the identity of a workflow.`, `That needs Connect ${(0,version/* firstVersion */.XO)('trustedPublishing')} with an Enhanced or Advanced licence. Set the input 'token' to an API key instead: token: \${{ secrets.CONNECT_API_KEY }}.`);
const elsewhere = (server, endpoint) => (0,findings_finding/* failure */.V2)('server-redirects', `${server} names an address on another server for signing in: ${(0,findings_text/* quote */.hD)(endpoint, 120)}. Nothing was sent there.`, "Set 'server' to that server, if it is Connect's own address.");
/** What the server says against the identity; `undefined` where it says nothing of it. */
function identityRefused(response) {
    const description = (0,json.at)((0,json/* jsonOf */.o_)(response), 'error_description') ?? (0,json.at)((0,json/* jsonOf */.o_)(response), 'error');
    if (response.status >= 500 || response.status < 400 || typeof description !== 'string')
        return undefined;
    const [, why, remedy] = ADVICE.find(([pattern]) => pattern.test(description)) ?? [
        undefined,
        'the server does not accept the identity of this workflow',
        "Check the publisher in the content's settings on Connect.",
    ];
    return (0,findings_finding/* failure */.V2)('identity-refused', `Signing in failed: ${why} (${response.status}: "${(0,findings_text/* quote */.hD)(description, 200)}").`, remedy);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/ports/paths.ts
var paths = __webpack_require__(7368);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/project/packaging/specifiers.ts
var packaging_specifiers = __webpack_require__(8568);
// EXTERNAL MODULE: ./src/project/packaging/versions.ts
var versions = __webpack_require__(6724);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
;// CONCATENATED MODULE: ./src/platforms/connect/content/app-modes.ts


/**
 * The content types of Posit Connect that this action builds from source, by the names of its manifest and API.
 * The others (R, Node.js) are deployed with a manifest.json of their own.
 */
const APP_MODES = {
    'python-api': { label: 'Flask or another WSGI app', form: 'module', packages: ['flask', 'bottle', 'falcon'] },
    'python-fastapi': {
        label: 'FastAPI or another ASGI app',
        form: 'module',
        packages: ['fastapi', 'starlette', 'litestar', 'quart'],
    },
    'python-dash': { label: 'Dash app', form: 'module', packages: ['dash'] },
    'python-streamlit': { label: 'Streamlit app', form: 'script', packages: ['streamlit'] },
    'python-shiny': { label: 'Shiny app', form: 'shiny', packages: ['shiny'] },
    'python-bokeh': { label: 'Bokeh app', form: 'script', packages: ['bokeh'] },
    'python-gradio': { label: 'Gradio app', form: 'script', packages: ['gradio'] },
    'python-panel': { label: 'Panel app', form: 'script', packages: ['panel'] },
    'quarto-static': { label: 'Quarto document', form: 'none', packages: [] },
    'quarto-shiny': { label: 'interactive Quarto document', form: 'none', packages: [] },
    'jupyter-static': { label: 'notebook', form: 'notebook', packages: [] },
    'jupyter-voila': { label: 'Voila notebook', form: 'notebook', packages: ['voila'] },
    static: { label: 'HTML page', form: 'html', packages: [] },
};
const MODE_NAMES = Object.keys(APP_MODES);
/** Whether Quarto renders it; what is interactive is started then. */
const isQuarto = (mode) => mode === 'quarto-static' || mode === 'quarto-shiny';
const isAppMode = (name) => Object.hasOwn(APP_MODES, name);
const factsOf = (mode) => APP_MODES[mode];
/** Old names that Connect and its clients still write. */
const ALIASES = { 'nodejs-api': 'nodejs' };
/** Connect's own names for what is not built from source here. Two of them are traps: R had the short names first. */
const ELSEWHERE = {
    shiny: 'python-shiny',
    api: 'python-api',
    'rmd-static': undefined,
    'rmd-shiny': undefined,
    nodejs: undefined,
    'tensorflow-saved-model': undefined,
};
/** What people call the modes, rsconnect's command line among them. */
const NICKNAMES = {
    flask: 'python-api',
    'python-flask': 'python-api',
    'python-django': 'python-api',
    notebook: 'jupyter-static',
    voila: 'jupyter-voila',
    quarto: 'quarto-static',
    html: 'static',
};
/** What to say of a name that is none of ours. */
function unknownMode(name) {
    if (Object.hasOwn(ELSEWHERE, name)) {
        const twin = ELSEWHERE[name];
        return [
            `Content of the type ${name} is not built from source here${twin ? `: that is R's` : ''}.`,
            `${twin ? `Write ${twin} for Python's. For ${name}, commit` : 'Commit'} the manifest.json that rsconnect writes for it, and leave out content-type.`,
        ];
    }
    const known = Object.hasOwn(NICKNAMES, name) ? NICKNAMES[name] : undefined;
    const meant = known ?? (0,nearest/* nearest */.p)(name, MODE_NAMES) ?? (0,nearest/* nearest */.p)(`python-${name}`, MODE_NAMES);
    return [
        `Unknown content-type '${(0,findings_text/* quote */.hD)(name)}'.`,
        meant ? `Did you mean '${meant}'?` : `Use one of: ${MODE_NAMES.join(', ')}.`,
    ];
}
/** Reads the name of a content type; `refused` says what is wrong with it, and what to do. */
function readMode(given) {
    const name = Object.hasOwn(ALIASES, given) ? (ALIASES[given] ?? given) : given;
    return isAppMode(name) ? name : { refused: unknownMode(name) };
}

// EXTERNAL MODULE: ./src/project/pin/pin-file.ts
var pin_file = __webpack_require__(1837);
;// CONCATENATED MODULE: ./src/platforms/connect/content/python-wish.ts






/**
 * Computes the Python from the project's own files in rsconnect-python's order: `.python-version`, which is looked for as uv does,
 * requires-python, setup.cfg. A pin that Connect can't be asked for is passed over, with a warning.
 */
function readPythonWish(project, findings) {
    const { pin, pyproject, lock } = project;
    const required = (0,json.at)(pyproject?.data, 'project', 'requires-python');
    const [line] = pin ? (0,pin_file/* pinLines */.tx)((0,pin_file/* decodePin */.UU)(pin.bytes) ?? '') : [];
    const text = line?.text.trim() ?? '';
    const adapted = adaptPin(text);
    const sets = [required, (0,json.at)(lock?.data, 'requires-python')].filter((set) => typeof set === 'string');
    const version = wishedVersion(text, sets);
    if (pin && adapted !== undefined)
        return { requires: adapted, version, from: pin.shown };
    if (pin && line) {
        const message = `Connect can't be asked for the Python '${(0,findings_text/* quote */.hD)(text)}'; ${typeof required === 'string' ? `requires-python '${(0,findings_text/* quote */.hD)(required)}' is written instead` : 'it gets no version'}.`;
        const remedy = 'Pin a plain version such as 3.12: Connect knows no implementations, variants or pre-releases.';
        findings.push((0,findings_finding/* warning */.$e)('pin-not-for-connect', message, remedy, { file: pin.shown, line: line.line }));
    }
    if (pyproject && typeof required === 'string')
        return { requires: required, version, from: pyproject.shown };
    const setup = project.read('setup.cfg');
    if (setup === undefined || 'level' in setup)
        return { requires: '', version, from: '' };
    return {
        requires: setupRequires(setup.text),
        version: version || wishedVersion('', [setupRequires(setup.text)]),
        from: setup.shown,
    };
}
/** `python_requires` under `[options]`. */
function setupRequires(text) {
    const options = /^\[options\][ \t]*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(text)?.[1] ?? '';
    return /^python_requires[ \t]*[=:][ \t]*(.*)$/m.exec(options)?.[1]?.trim() ?? '';
}
const OPERATOR = /===|==|!=|<=|>=|<|>|~=/;
const CONSTRAINT = /^(?:(?:===|==|!=|<=|>=|<|>|~=)?\d+(?:\.[\d*]+)*)+$/;
/**
 * The text of a `.python-version` as the specifiers Connect expects (rsconnect-python, pyproject.py): a plain `3.12` or `3.12.4`
 * stands for that minor, with an operator it stays as it is. `undefined` for implementations, pre-releases and all else that
 * Connect can't be asked for.
 */
function adaptPin(text) {
    const parts = text.split(',').map((part) => part.trim());
    if (parts.some((part) => /[@/\-ab]|rc/.test(part) || !CONSTRAINT.test(part)))
        return undefined;
    return parts
        .map((part) => {
        if (OPERATOR.test(part))
            return part;
        if (part.includes('*'))
            return `==${part}`;
        return `~=${[...part.split('.').slice(0, 2), '0'].join('.')}`;
    })
        .join(',');
}
/** Python 3 has no such minors or patches. */
const [LAST_MINOR, LAST_PATCH] = [60, 60];
/**
 * The X.Y.Z to write down without having seen any interpreter: the exact pin, else the lowest release that both the pin and every
 * requires-python accept. Sets that can't be read are passed over: others tell of them.
 */
function wishedVersion(pin, sets) {
    if (/^\d+\.\d+\.\d+$/.test(pin))
        return pin;
    const adapted = /^\d+(?:\.\d+)?$/.test(pin) ? `==${pin}.*` : adaptPin(pin);
    const specifiers = [...sets, ...(adapted === undefined ? [] : [adapted])].flatMap((set) => {
        const read = (0,packaging_specifiers/* parseSpecifiers */.$h)(set);
        return (0,packaging_specifiers/* isRefused */.H0)(read) ? [] : read;
    });
    for (let minor = 0; minor <= LAST_MINOR; minor++) {
        for (let patch = 0; patch <= LAST_PATCH; patch++) {
            // A requirement with no lower bound means a Python of today, not the first one.
            if (minor < FIRST_MINOR && !namesMinor(specifiers, minor))
                continue;
            if ((0,packaging_specifiers/* contains */.gR)(specifiers, (0,versions/* releaseVersion */.SF)([3, minor, patch])))
                return `3.${minor}.${patch}`;
        }
    }
    return '';
}
/** The oldest minor that Connect's current releases run. */
const FIRST_MINOR = 8;
const namesMinor = (specifiers, minor) => specifiers.some(({ version }) => Number(version.release[0]) === 3 && Number(version.release[1] ?? 0) === minor);

// EXTERNAL MODULE: ./src/inputs/setting.ts
var setting = __webpack_require__(3773);
// EXTERNAL MODULE: ./src/project/packaging/requirement.ts
var requirement = __webpack_require__(8098);
;// CONCATENATED MODULE: ./src/platforms/connect/content/settings.ts




/** Fields of the content itself: the API's names (`PATCH v1/content/{guid}`) in kebab-case. */
const CONTENT = {
    title: (0,setting/* text */.Qq)('What people read.', 3, 1024),
    description: (0,setting/* text */.Qq)('What the content is for.', 0, 4096),
    'access-type': (0,setting/* oneOf */.yL)('Who may open it.', 'acl', 'logged_in', 'all'),
    'min-processes': (0,setting/* integer */.nd)('Processes that always run.', 'processes'),
    'max-processes': (0,setting/* integer */.nd)('The most processes at a time; 0 is no limit.', 'processes'),
    'max-conns-per-process': (0,setting/* integer */.nd)('Connections that one process serves.', 'connections'),
    'load-factor': (0,setting/* number */.ai)('How early another process is started.', 1, 'a number from 0 to 1'),
    'connection-timeout': (0,setting/* integer */.nd)('Seconds until an idle connection is closed.', 'seconds'),
    'read-timeout': (0,setting/* integer */.nd)('Seconds without data until a connection is closed.', 'seconds'),
    'init-timeout': (0,setting/* integer */.nd)('Seconds that the start may take.', 'seconds'),
    'idle-timeout': (0,setting/* integer */.nd)('Seconds until an idle process is stopped.', 'seconds'),
    'cpu-request': (0,setting/* number */.ai)('Cores that are set aside for it.', 1024, 'a number of cores'),
    'cpu-limit': (0,setting/* number */.ai)('The most cores.', 1024, 'a number of cores'),
    'memory-request': (0,setting/* size */.Ej)('Memory that is set aside for it.', '512MB'),
    'memory-limit': (0,setting/* size */.Ej)('The most memory.', '512MB'),
    'amd-gpu-limit': (0,setting/* integer */.nd)('The most AMD GPUs.', 'GPUs'),
    'nvidia-gpu-limit': (0,setting/* integer */.nd)('The most NVIDIA GPUs.', 'GPUs'),
    'run-as': (0,setting/* text */.Qq)('The Unix account that it runs as.', 1, 256),
    'run-as-current-user': (0,setting/* flag */.Jt)('Whether it runs as the one who visits it.'),
    'service-account-name': (0,setting/* text */.Qq)('The Kubernetes service account.', 1, 256),
};
const VANITY_URL = /^\/?[\w.-]+(?:\/[\w.-]+)*\/?$/;
/** The keys of `[tool.uv-deploy.connect]` that only this platform knows; `exclude` has rsconnect's meaning here. */
const settings_SETTINGS = {
    ...CONTENT,
    // What the manifest, the bundle and the requirements are made by.
    'vanity-url': (0,setting/* shaped */.e9)('The part of the URL that people read.', VANITY_URL, 'a path of letters, digits, -, _ and .', '/sales/'),
    'environment-management': (0,setting/* flag */.Jt)('Whether Connect installs the packages.'),
    image: (0,setting/* text */.Qq)('The image for off-host execution.', 1, 1024),
    'package-installer': (0,setting/* oneOf */.yL)('What installs the packages; "uv" by default.', 'uv', 'pip', 'auto'),
    'hide-all-input': (0,setting/* flag */.Jt)('Whether a rendered notebook is shown without its code.'),
    'hide-tagged-input': (0,setting/* flag */.Jt)('Whether a rendered notebook is shown without the code of cells that have the tag hide_input.'),
    'quarto-version': (0,setting/* shaped */.e9)('The version of Quarto that the manifest names.', /^\d+\.\d+\.\d+$/, 'a version', '1.6.40'),
    'requirements-file': (0,setting/* text */.Qq)('The requirements file that Connect installs from; made from uv.lock by default.', 1, 1024),
    groups: (0,setting/* texts */.Te)('Dependency groups that go along.'),
    extras: (0,setting/* texts */.Te)('Extras that go along.'),
    external: (0,setting/* texts */.Te)('Packages that the administrator provides on the server (Python.External).'),
    prohibited: (0,setting/* texts */.Te)('Packages that the administrator keeps out (Python.ProhibitedPackage).'),
    'external-version-matching': (0,setting/* flag */.Jt)('Whether external packages count only in the version that is asked for.'),
    exclude: (0,setting/* globs */.gV)('Globs of files to leave out, with the meaning they have for rsconnect.'),
};
/** Pairs of which the first may not be above the second; the server would refuse the pair. */
const PAIRS = [
    ['min-processes', 'max-processes'],
    ['cpu-request', 'cpu-limit'],
    ['memory-request', 'memory-limit'],
];
/** Reads the settings. Invalid ones are reported with their line and ignored. */
function readSettings(own) {
    const { values, findings } = (0,setting/* checkSettings */.EW)(settings_SETTINGS, own, 'connect');
    for (const [low, high] of PAIRS) {
        const [least, most] = [values.get(low), values.get(high)];
        if (typeof least === 'number' && typeof most === 'number' && most > 0 && least > most) {
            const written = (key) => `${key} (${(0,findings_text/* quote */.hD)(String(own[key]?.value))})`;
            const message = `${written(low)} is above ${written(high)}.`;
            findings.push((0,findings_finding/* error */.z3)('invalid-setting', message, `Make ${high} at least as large.`, (0,setting/* placeOf */.$t)(own, low)));
        }
    }
    const string = (key) => values.get(key);
    const strings = (key) => (values.get(key) ?? []);
    const content = Object.keys(CONTENT).flatMap((key) => values.has(key) ? [[key.replaceAll('-', '_'), values.get(key)]] : []);
    const vanity = string('vanity-url');
    return {
        findings,
        settings: {
            title: string('title'),
            /** The part of the URL that people read, such as `/sales/`; set by a call of its own. */
            vanityUrl: vanity && `/${vanity.replace(/^\/|\/$/g, '')}/`,
            /** Fields of `PATCH v1/content/{guid}` that were written down, by the API's own names. */
            content: Object.fromEntries(content),
            /** Whether Connect makes the Python environment; `undefined` leaves it to the server. */
            environmentManagement: values.get('environment-management'),
            /** The image for off-host execution. */
            image: string('image'),
            installer: (string('package-installer') ?? 'uv'),
            hideAllInput: values.get('hide-all-input') === true,
            hideTaggedInput: values.get('hide-tagged-input') === true,
            quartoVersion: string('quarto-version'),
            requirementsFile: string('requirements-file'),
            groups: strings('groups'),
            extras: strings('extras'),
            /** Normal names of what is on the server already, in a version of its own. */
            external: values.get('external-version-matching') === true ? [] : strings('external').map(requirement/* normalName */.tK),
            prohibited: strings('prohibited').map(requirement/* normalName */.tK),
            exclude: strings('exclude'),
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/publisher.ts












const FOLDER = '.posit/publish';
/** Its names of types that are Connect's in other words (Posit Publisher, appMode.ts); the others are the same. */
const TYPES = {
    html: 'static',
    'jupyter-notebook': 'jupyter-static',
    'python-flask': 'python-api',
    quarto: 'quarto-static',
};
/** Tables whose keys are fields of the content, as ours are (Posit Publisher, connectContentFromConfig.ts). */
const publisher_CONTENT = ['connect.runtime', 'connect.access', 'connect.kubernetes', 'jupyter'];
/** What decides nothing here, or is read in another way. */
const PASSED_OVER = /^(?:\$schema|comments|product_type|type|entrypoint(?:_object_ref)?|source|validate|alternatives)$/;
const INSTALLERS = {
    uv: ['package-installer', 'uv'],
    pip: ['package-installer', 'pip'],
    auto: ['package-installer', 'auto'],
    none: ['environment-management', false],
};
/**
 * What Posit Publisher's configuration says of the project (its configuration reference), as if it were written under
 * `[tool.uv-deploy.connect]`. What can't be used is a notice at its line. Its record of an earlier deployment to the same server names
 * the content.
 */
function readPublisher(project, asked) {
    const findings = [];
    const read = (folder) => tomlsIn(project, folder, findings);
    const configs = read(FOLDER);
    if (configs.length + findings.length === 0)
        return undefined;
    const records = read(`${FOLDER}/deployments`).filter(({ data }) => isSameServer((0,files_values/* textAt */.$6)(data, 'server_url'), asked.server));
    const named = new Set(records.map(({ data }) => (0,files_values/* textAt */.$6)(data, 'configuration_name')));
    const meant = configs.length === 1 ? configs : configs.filter((file) => named.has(nameOf(file)));
    const [config, ...others] = meant;
    if (config === undefined || others.length > 0) {
        const message = `Posit Publisher has ${configs.length} configurations in ${FOLDER}; none is read, for nothing says which one is meant.`;
        const remedy = 'Set entrypoint and content-type, or remove the configurations that are not used.';
        return { ...NOTHING, findings: [...findings, ...(configs.length > 0 ? [unused(message, remedy)] : [])] };
    }
    const own = records.filter(({ data }) => (0,files_values/* textAt */.$6)(data, 'configuration_name') === nameOf(config));
    const said = readConfig(config, project, asked);
    const id = asked.isNamed || own.length !== 1 ? undefined : own[0];
    const guid = (0,files_values/* textAt */.$6)(id?.data, 'id');
    return {
        ...said,
        findings: [...findings, ...said.findings],
        values: [...said.values, ...(id && guid !== '' ? [['id', { value: guid, from: (0,toml/* placeIn */.VV)(id, 'id') }]] : [])],
    };
}
const NOTHING = { values: [], own: [], env: [], findings: [], reason: '' };
const unused = (message, remedy, place) => (0,findings_finding/* notice */.lm)('publisher-value', message, remedy, place);
const nameOf = ({ path }) => path.replace(/^.*[\\/]/, '').replace(/\.toml$/, '');
function tomlsIn(project, folder, findings) {
    const names = (0,paths/* entriesOf */.Mc)((0,external_node_path_.join)(project.dir, folder)).map(({ name }) => name);
    return names
        .filter((name) => name.endsWith('.toml'))
        .sort()
        .flatMap((name) => {
        const text = project.read(`${folder}/${name}`);
        const file = text === undefined || 'level' in text ? text : (0,toml/* parseToml */.MT)(text);
        if (file === undefined)
            return [];
        if (!('level' in file))
            return [file];
        findings.push({ ...file, level: 'notice', code: 'publisher-value' });
        return [];
    });
}
/** Whether the record's server is the one that was written, which may be the address of one of its pages. */
function isSameServer(recorded, written) {
    if (!URL.canParse(recorded) || !URL.canParse(written))
        return false;
    const [one, other] = [new URL(recorded), new URL(written)];
    const path = one.pathname.replace(/\/+$/, '');
    return one.origin === other.origin && `${other.pathname.replace(/\/+$/, '')}/`.startsWith(`${path}/`);
}
function readConfig(file, project, { isStartSaid }) {
    const { data, shown } = file;
    const values = [];
    const own = [];
    const findings = [];
    const complain = (key, why, remedy = `Remove it from ${shown}, or write what you need under [tool.uv-deploy.connect].`) => findings.push(unused(`${key} of ${shown} is not used: ${why}.`, remedy, (0,toml/* placeIn */.VV)(file, key)));
    if ((0,files_values/* textAt */.$6)(data, 'product_type') === 'connect_cloud') {
        return {
            ...NOTHING,
            findings: [unused(`${shown} is for Connect Cloud and is not read.`, 'Set entrypoint and content-type.')],
        };
    }
    const set = (path, key, value) => {
        if (settings_SETTINGS[key]?.fits(value))
            own.push([key, { value, ...(0,toml/* placeIn */.VV)(file, path) }]);
        else
            complain(path, `Connect takes ${settings_SETTINGS[key]?.wanted ?? 'it'}`);
    };
    const what = { file, project, complain };
    values.push(...(isStartSaid ? [] : startOf(what)), ...filesOf(what));
    for (const path of publisher_CONTENT) {
        for (const [name, value] of entriesAt(data, ...path.split('.'))) {
            const key = name.replaceAll('_', '-');
            if (Object.hasOwn(settings_SETTINGS, key))
                set(`${path}.${name}`, key, value);
            else
                complain(`${path}.${name}`, 'there is no such setting');
        }
    }
    for (const key of ['title', 'description'])
        if ((0,json.at)(data, key) !== undefined)
            set(key, key, (0,json.at)(data, key));
    const quarto = (0,json.at)(data, 'quarto', 'version');
    if (quarto !== undefined)
        set('quarto.version', 'quarto-version', quarto);
    readPython(what, set);
    for (const [key, value] of Object.entries(data)) {
        if (PASSED_OVER.test(key) || KNOWN.includes(key) || value === false)
            continue;
        complain(key, key === 'r' ? 'R is not deployed from source here' : 'there is nothing like it here');
    }
    const env = entriesAt(data, 'environment').flatMap(([name, value]) => {
        if (typeof value === 'string' && /^[A-Za-z_]\w*$/.test(name))
            return [{ name, value }];
        complain(`environment.${name}`, 'it is not a variable with a string');
        return [];
    });
    return {
        values,
        own,
        env,
        findings,
        reason: `${shown} of Posit Publisher is read; inputs and settings of [tool.uv-deploy] win.`,
    };
}
const KNOWN = ['title', 'description', 'files', 'python', 'environment', 'quarto', 'jupyter', 'connect'];
const entriesAt = (data, ...path) => {
    const table = (0,json.at)(data, ...path);
    return (0,files_values/* isTable */.bI)(table) ? Object.entries(table) : [];
};
/** Type and entrypoint; neither where another tool's file says them more plainly, or where the file is gone. */
function startOf({ file, project, complain }) {
    const { data } = file;
    const isElsewhere = project.read('manifest.json') !== undefined || (0,json.at)(project.pyproject?.data, 'tool', 'rsconnect') !== undefined;
    if (isElsewhere)
        return [];
    const type = (0,files_values/* textAt */.$6)(data, 'type');
    const mode = Object.hasOwn(TYPES, type) ? (TYPES[type] ?? '') : type;
    const entry = (0,files_values/* textAt */.$6)(data, 'entrypoint');
    if (!isAppMode(mode)) {
        complain('type', `'${(0,findings_text/* quote */.hD)(type)}' is not deployed from source here`, 'Set content-type and entrypoint, or commit the manifest.json that rsconnect writes.');
        return [];
    }
    if (entry === '' || !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, entry.split(':')[0] ?? ''))) {
        complain('entrypoint', `there is no ${(0,findings_text/* quote */.hD)(entry || 'entrypoint', 200)}`, 'Correct it, or set entrypoint.');
        return [];
    }
    const object = (0,files_values/* textAt */.$6)(data, 'entrypoint_object_ref');
    return [
        ['content-type', { value: mode, from: (0,toml/* placeIn */.VV)(file, 'type') }],
        ['entrypoint', { value: object || entry, from: (0,toml/* placeIn */.VV)(file, object ? 'entrypoint_object_ref' : 'entrypoint') }],
    ];
}
/** Publisher deploys what the list takes and nothing else: everything is left out but for that. */
function filesOf({ file }) {
    const files = (0,files_values/* strings */.P$)((0,json.at)(file.data, 'files')).filter((line) => line.trim() !== '' && !line.startsWith('#'));
    if (!files.some((line) => !line.startsWith('!')))
        return [];
    const patterns = ['**', ...files.map((line) => (line.startsWith('!') ? line.slice(1) : `!${line}`))];
    return [['exclude', { value: patterns.join('\n'), from: (0,toml/* placeIn */.VV)(file, 'files') }]];
}
const FROM_LOCK = ['', 'requirements.txt', 'uv.lock', 'pylock.toml', 'pyproject.toml'];
function readPython({ file, project, complain }, set) {
    const { data } = file;
    const manager = (0,files_values/* textAt */.$6)(data, 'python', 'package_manager');
    const [key, value] = (Object.hasOwn(INSTALLERS, manager) ? INSTALLERS[manager] : undefined) ?? [];
    if (key !== undefined)
        set('python.package_manager', key, value);
    const packages = (0,files_values/* textAt */.$6)(data, 'python', 'package_file');
    if (!FROM_LOCK.includes(packages)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, packages)))
            set('python.package_file', 'requirements-file', packages);
        else
            complain('python.package_file', `there is no ${(0,findings_text/* quote */.hD)(packages, 200)}, so the requirements are made from uv.lock`);
    }
    const version = (0,versions/* parseVersion */.ot)((0,files_values/* textAt */.$6)(data, 'python', 'version'));
    const { requires, from } = readPythonWish(project, []);
    const specifiers = (0,packaging_specifiers/* parseSpecifiers */.$h)(requires);
    if (version === undefined || requires === '' || (0,packaging_specifiers/* isRefused */.H0)(specifiers) || (0,packaging_specifiers/* contains */.gR)(specifiers, version))
        return;
    complain('python.version', `${from} asks for ${(0,findings_text/* quote */.hD)(requires)}`, 'Make the two agree.');
}

// EXTERNAL MODULE: ./src/project/lock/graph.ts
var graph = __webpack_require__(3601);
// EXTERNAL MODULE: ./src/project/lock/roots.ts
var roots = __webpack_require__(6708);
// EXTERNAL MODULE: ./src/bundle/manifest.ts
var manifest = __webpack_require__(9075);
// EXTERNAL MODULE: ./src/bundle/secrets.ts
var secrets = __webpack_require__(93);
// EXTERNAL MODULE: ./src/project/lock/packages.ts
var lock_packages = __webpack_require__(556);
;// CONCATENATED MODULE: ./src/platforms/connect/bundle/dist-info.ts

/**
 * What `importlib.metadata` reads of packages whose code is copied and not installed: their versions and their entry points. It looks
 * for such folders wherever modules are imported from ("Core metadata specifications" and "Entry points specification" of PyPA).
 */
const distInfos = (packages) => packages.flatMap(distInfo);
function distInfo({ name, version, file }) {
    if (!/^[\w.+!-]+$/.test(version))
        return [];
    const folder = `${name.replaceAll('-', '_')}-${version}.dist-info`;
    const points = entryPoints((0,json.at)(file?.data, 'project'));
    return [
        generated(`${folder}/METADATA`, `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`),
        ...(points === '' ? [] : [generated(`${folder}/entry_points.txt`, points)]),
    ];
}
const generated = (path, text) => {
    const source = Buffer.from(text);
    return { path, source, size: source.length, executable: false };
};
const GROUPS = { scripts: 'console_scripts', 'gui-scripts': 'gui_scripts' };
function entryPoints(project) {
    const named = Object.entries(GROUPS).map(([key, group]) => [group, (0,json.at)(project, key)]);
    const others = Object.entries(tableOf((0,json.at)(project, 'entry-points')));
    return [...named, ...others]
        .map(([group, table]) => [group, Object.entries(tableOf(table)).filter(([, value]) => isOneLine(value))])
        .filter(([, entries]) => entries.length > 0)
        .map(([group, entries]) => `[${group}]\n${entries.map(([key, value]) => `${key} = ${value}\n`).join('')}`)
        .join('\n');
}
const tableOf = (value) => (typeof value === 'object' && value !== null ? value : {});
const isOneLine = (value) => typeof value === 'string' && !/[\r\n]/.test(value);

// EXTERNAL MODULE: ./src/bundle/left-out.ts
var left_out = __webpack_require__(1346);
// EXTERNAL MODULE: ./src/bundle/source.ts
var source = __webpack_require__(787);
;// CONCATENATED MODULE: ./src/platforms/connect/bundle/flatten.ts






/**
 * Copies of the packages' modules for the root of the bundle. `files` are those of the project's bundle; `list` lists those of a
 * package outside of the project. A place that is taken by other bytes is an error.
 */
async function flatten(project, packages, files, list) {
    const taken = new Map(files.map((file) => [file.path, file]));
    const added = new Map();
    const findings = [];
    for (const { name, folder, roots } of packages) {
        const isOwn = (0,paths/* isInside */.FK)(project.dir, folder);
        const below = isOwn ? prefix((0,external_node_path_.relative)(project.dir, folder)) : '';
        const isLeftOut = (0,left_out/* leftOut */.ig)(folder);
        // By a link, a file comes under another name: its own counts as well.
        const isTaken = ({ path, source }) => [path, typeof source === 'string' ? (0,paths/* shownIn */.fz)(folder, source) : path].every((one) => !(isLeftOut(one) || (0,left_out/* isEnvFile */.qb)(one)));
        const own = isOwn
            ? files
                .filter(({ path }) => path.startsWith(below))
                .map((file) => ({ ...file, path: file.path.slice(below.length) }))
            : (await list(folder)).filter(isTaken);
        for (const { path: root, modules } of roots) {
            for (const file of own) {
                if (!file.path.startsWith(prefix(root)))
                    continue;
                const path = file.path.slice(prefix(root).length);
                const [top = ''] = path.split('/');
                if (/\.(?:egg|dist)-info$/.test(top) || (modules && !modules.includes(top.replace(/\.pyi?$/, ''))))
                    continue;
                const other = taken.get(path) ?? added.get(path);
                if (other === undefined)
                    added.set(path, { ...file, path });
                else if (other.source !== file.source && other.size + file.size > 0)
                    findings.push(conflict(project, name, path, file));
            }
        }
    }
    return { added: (0,source/* inOrder */.a)([...added.values()]), findings };
}
const prefix = (folder) => (folder === '' ? '' : `${folder.split(external_node_path_.sep).join('/')}/`);
function conflict(project, name, path, { source }) {
    const place = typeof source === 'string' ? { file: project.shown(source) } : {};
    return (0,findings_finding/* error */.z3)('flatten-conflict', `${(0,findings_text/* quote */.hD)(name)} is not installed on the server but copied to the root of the bundle, where another ${(0,findings_text/* quote */.hD)(path, 200)} is already.`, 'Rename one of the two files.', place);
}

// EXTERNAL MODULE: ./src/project/files/text-file.ts
var text_file = __webpack_require__(2781);
;// CONCATENATED MODULE: ./src/platforms/connect/bundle/package-roots.ts






/** Where a package keeps its modules: as its build backend is configured, else in a `src` folder, else at the top. */
function rootsOf(folder, name, file, isProject) {
    const told = TELLERS.map((teller) => teller(file)).find((roots) => roots.length > 0);
    const roots = told ?? [{ path: hasModules((0,external_node_path_.join)(folder, 'src')) ? 'src' : '' }];
    return (roots
        .map((root) => ({ ...root, path: partsOf(root.path).join('/') }))
        // Of the project itself, what stands at its root is there already. Nothing above a package is its own.
        .filter(({ path }) => !(isProject && path === '') && !path.split('/').includes('..'))
        .map((root) => (root.path === '' && !root.modules ? { ...root, modules: modulesAt(folder, name) } : root)));
}
const toolIn = (file, ...path) => (0,json.at)(file?.data, 'tool', ...path);
/** The documentation of each: "Configuring files" (uv), "Build" (Hatch), "Package Discovery" (setuptools), "The pyproject.toml file" (Poetry), "Build" (PDM). */
const TELLERS = [
    (file) => {
        const root = (0,lock_packages/* text */.Qq)(toolIn(file, 'uv', 'build-backend', 'module-root'));
        return root === undefined ? [] : [{ path: root }];
    },
    hatch,
    setuptools,
    (file) => (0,lock_packages/* tables */.um)(toolIn(file, 'poetry', 'packages')).flatMap(poetryPackage),
    (file) => {
        const root = (0,lock_packages/* text */.Qq)(toolIn(file, 'pdm', 'build', 'package-dir'));
        return root === undefined ? [] : [{ path: root }];
    },
];
/** Paths of packages, from which the prefixes of `sources` are taken away; those of `packages` lose all but their last part. */
function hatch(file) {
    const told = (key) => toolIn(file, 'hatch', 'build', 'targets', 'wheel', key) ?? toolIn(file, 'hatch', 'build', key);
    const sources = sourcesOf(told('sources'));
    const packages = (0,files_values/* strings */.P$)(told('packages')).map((path) => rootOf(partsOf(path), partsOf(path).length - 1));
    const only = (0,files_values/* strings */.P$)(told('only-include')).map((path) => {
        const parts = partsOf(path);
        const source = sources.find((one) => one.every((part, index) => parts[index] === part)) ?? [];
        return rootOf(parts, source.length);
    });
    if (packages.length + only.length > 0)
        return [...packages, ...only];
    return sources.map((parts) => ({ path: parts.join('/') }));
}
/** A list of prefixes, or a table from prefixes to what stands in their place: only an empty one leaves the names alone. */
function sourcesOf(value) {
    if (Array.isArray(value))
        return (0,files_values/* strings */.P$)(value).map(partsOf);
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
    return entries.flatMap(([from, to]) => {
        const [parts, instead] = [partsOf(from), partsOf(String(to))];
        const isSame = instead.every((part, index) => parts.at(index - instead.length) === part);
        return isSame ? [parts.slice(0, parts.length - instead.length)] : [];
    });
}
function setuptools(file) {
    const where = (0,files_values/* strings */.P$)(toolIn(file, 'setuptools', 'packages', 'find', 'where'));
    if (where.length > 0)
        return where.map((path) => ({ path }));
    const dirs = toolIn(file, 'setuptools', 'package-dir');
    const entries = typeof dirs === 'object' && dirs !== null ? Object.entries(dirs) : [];
    return entries.flatMap(([name, path]) => {
        if (typeof path !== 'string')
            return [];
        if (name === '')
            return [{ path }];
        const parts = partsOf(path);
        return parts.at(-1) === name ? [rootOf(parts, parts.length - 1)] : [];
    });
}
function poetryPackage(table) {
    const [include, from] = [(0,lock_packages/* text */.Qq)((0,json.at)(table, 'include')), (0,lock_packages/* text */.Qq)((0,json.at)(table, 'from'))];
    const [top] = partsOf(include ?? '');
    return top === undefined || /[*?[]/.test(top) ? [] : [{ path: from ?? '', modules: [top.replace(/\.py$/, '')] }];
}
/** The folder of the first parts of a path, with the module that follows. */
const rootOf = (parts, count) => {
    const module = parts[count]?.replace(/\.py$/, '');
    return { path: parts.slice(0, count).join('/'), ...(module !== undefined && { modules: [module] }) };
};
const partsOf = (path) => path.split('/').filter((part) => part !== '' && part !== '.');
const hasModules = (folder) => (0,paths/* entriesOf */.Mc)(folder).some((entry) => entry.isDirectory() || entry.name.endsWith('.py'));
/** The modules of a package without a `src` folder: its own name, and every other package next to it except its tests. */
function modulesAt(folder, name) {
    const own = (0,requirement/* normalName */.tK)(name).replaceAll('-', '_');
    const packages = (0,paths/* entriesOf */.Mc)(folder)
        .filter((entry) => entry.isDirectory() && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, entry.name, '__init__.py')))
        .map((entry) => entry.name)
        .filter((module) => !/^(?:tests?|docs?|examples?|benchmarks?)$/.test(module));
    return [...new Set([own, ...packages])];
}

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/local-packages.ts









/** Build backends that only copy Python files. Others compile, or may. */
const PURE = /^(?:uv_build|hatchling\.build|setuptools\.build_meta(?::__legacy__)?|flit_core\.buildapi|poetry\.core\.masonry\.api|pdm\.backend|pdm\.pep517\.api)$/;
const COMPILERS = /^(?:cython|maturin|pybind11|scikit-build|setuptools-rust|nanobind|cffi|mypyc?|numpy)\b/i;
const PYPROJECT_LIMIT = 5_000_000;
/** The packages of the lock whose code is in the checkout, and what can't be deployed of them. */
async function readLocalPackages(project, locked) {
    const { lock } = project;
    const packages = [];
    const findings = [];
    for (const { key, name, source, version } of locked) {
        if (source === undefined)
            continue;
        const complain = (code, message, remedy, place) => findings.push((0,findings_finding/* error */.z3)(code, message, remedy, place ?? (lock && (0,toml/* placeIn */.VV)(lock, `${key}.name`))));
        if (source.kind === 'path') {
            const message = `${(0,findings_text/* quote */.hD)(name)} is taken from the file ${(0,findings_text/* quote */.hD)(source.at, 200)}, which the server can't install.`;
            complain('local-archive', message, 'Publish it to a package index and depend on it there.');
            continue;
        }
        if (source.kind !== 'editable' && source.kind !== 'directory')
            continue;
        const path = (0,external_node_path_.join)(project.workspace.root, source.at);
        // Without links, so that it is judged by what is really there; a folder that is missing stays as it is written.
        const folder = (0,paths/* realPathOf */.dN)(path) ?? path;
        const problem = placeProblem(project, folder);
        if (problem) {
            const message = `${(0,findings_text/* quote */.hD)(name)} at ${(0,findings_text/* quote */.hD)(source.at, 200)} ${problem}: its code can't be deployed.`;
            complain('local-package-outside', message, 'Move it into the repository, or publish it to a package index.');
            continue;
        }
        const file = readPyproject(project, folder);
        const compiler = file && compilerOf(file);
        if (file && compiler !== undefined) {
            const message = `${(0,findings_text/* quote */.hD)(name)} is built with ${(0,findings_text/* quote */.hD)(compiler)}: its code has to be compiled, which the server does not do for code of the bundle.`;
            const remedy = 'Publish it to a package index and depend on it there.';
            complain('local-package-compiled', message, remedy, (0,toml/* placeIn */.VV)(file, 'build-system'));
            continue;
        }
        const roots = rootsOf(folder, name, file, folder === project.dir);
        packages.push({ name, folder, roots, ...(file && { file }), version: version ?? versionOf(project, folder, file) });
    }
    return { packages, findings };
}
/** What `importlib.metadata` says of a package whose version nobody has written down: without any, asking for it is an exception. */
const UNKNOWN = '0.0.0';
/** A version that is written in a file of the package, or that its build backend falls back on. */
function versionOf(project, folder, file) {
    const said = (...keys) => keys.map((key) => (0,files_values/* textAt */.$6)(file?.data, ...key.split('.'))).find((text) => text !== '');
    const path = said('tool.hatch.version.path', 'tool.pdm.version.path');
    const source = path === undefined ? undefined : (0,text_file/* readText */.y)(project.checkout, (0,external_node_path_.join)(folder, path), PYPROJECT_LIMIT);
    const text = source === undefined || 'level' in source ? '' : source.text;
    const written = /^(?:__version__|VERSION)\s*(?::\s*str\s*)?=\s*(['"])v?([^'"\n]+)\1/m.exec(text)?.[2];
    return said('project.version', 'tool.poetry.version') ?? written ?? said(...FALLBACKS) ?? UNKNOWN;
}
const FALLBACKS = [
    ...['tool.hatch.version.raw-options.fallback_version', 'tool.hatch.version.fallback-version'],
    ...['tool.uv-dynamic-versioning.fallback-version', 'tool.setuptools_scm.fallback_version'],
    'tool.pdm.version.fallback_version',
];
function placeProblem({ checkout, dir }, folder) {
    if (!(0,paths/* isInside */.FK)(checkout, folder))
        return 'leads out of the repository';
    const base = (0,paths/* isInside */.FK)(dir, folder) ? dir : checkout;
    const isLeftOut = (0,left_out/* leftOut */.ig)(base)(`${(0,paths/* shownIn */.fz)(base, folder)}/pyproject.toml`);
    return isLeftOut ? 'is in a folder that is never deployed' : undefined;
}
function readPyproject(project, folder) {
    const path = (0,external_node_path_.join)(folder, 'pyproject.toml');
    const known = [project.pyproject, ...project.workspace.members].find((file) => file?.path === path);
    if (known)
        return known;
    const file = (0,toml/* readToml */.D7)(project.checkout, path, PYPROJECT_LIMIT);
    return file === undefined || (0,toml/* isFinding */.qd)(file) ? undefined : file;
}
/** What makes a package more than a folder of Python files. */
function compilerOf({ data }) {
    const backend = (0,json.at)(data, 'build-system', 'build-backend');
    if (typeof backend === 'string' && !PURE.test(backend))
        return backend;
    const extensions = (0,json.at)(data, 'tool', 'setuptools', 'ext-modules');
    if (extensions !== undefined)
        return 'ext-modules';
    return (0,files_values/* strings */.P$)((0,json.at)(data, 'build-system', 'requires')).find((one) => COMPILERS.test(one));
}
/** The folders, absolute, that hold what is copied to the root. */
const importFolders = (packages) => packages.flatMap(({ folder, roots }) => roots.map(({ path }) => (0,external_node_path_.join)(folder, path)));

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/ports/uv.ts
var ports_uv = __webpack_require__(7129);
// EXTERNAL MODULE: ./src/project/packaging/requirement-file.ts
var requirement_file = __webpack_require__(53);
// EXTERNAL MODULE: ./src/project/packaging/wheels.ts
var wheels = __webpack_require__(5813);
;// CONCATENATED MODULE: ./src/platforms/connect/bundle/direct-wheels.ts




/** The minors of Python 3 that a server may have. */
const MINORS = Array.from({ length: 13 }, (_, index) => 8 + index);
/** Any glibc: whether the server's is new enough is judged with the lock. */
const LINUX = { freeThreaded: false, machine: 'x86_64', libc: { kind: 'glibc', minor: 99 } };
/**
 * A requirement by the addresses of its locked wheels, a line for each Python that has one of its own. An index beside the first one
 * would hide that one's packages of the same names from uv (its documentation, "Searching across multiple indexes"); an address
 * needs none. Nothing for what has no wheel for the server's system.
 */
function directLines(line, packages, lock) {
    const [, name = '', version = '', marker = ''] = /^([\w.-]+)==([^\s;]+)\s*(?:;\s*(.*))?$/.exec(line.trim()) ?? [];
    const one = packages.find((other) => other.name === (0,requirement/* normalName */.tK)(name) && other.version === version);
    if (one === undefined)
        return undefined;
    const [list = '', index = ''] = one.key.split('.');
    const table = (0,lock_packages/* tables */.um)(lock.data[list])[Number(index)];
    const urls = (0,lock_packages/* tables */.um)((0,json.at)(table, 'wheels')).flatMap((wheel) => (0,lock_packages/* text */.Qq)((0,json.at)(wheel, 'url')) ?? []);
    const fitting = MINORS.flatMap((minor) => {
        const url = urls.find((one) => {
            const wheel = (0,wheels/* parseWheel */.R9)(one.slice(one.lastIndexOf('/') + 1));
            return wheel !== undefined && (0,wheels/* misfit */.hH)(wheel, { ...LINUX, minor }) === undefined;
        });
        return url === undefined ? [] : [{ minor, url }];
    });
    const first = fitting[0]?.url;
    if (first === undefined)
        return undefined;
    const isSame = fitting.every(({ url }) => url === first);
    const lines = isSame
        ? [{ url: first, when: marker }]
        : fitting.map(({ minor, url }) => {
            const python = `python_version == '3.${minor}'`;
            return { url, when: marker === '' ? python : `${python} and (${marker})` };
        });
    return lines.map(({ url, when }) => `${name} @ ${url}${when === '' ? '' : ` ; ${when}`}`);
}

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/url-credentials.ts


/** The user and the password of URLs. `${NAME}` stands for what is not in the file. */
const USER_INFO = /[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/@:"']+)(?::([^\s/@"']*))?@/gi;
const VARIABLE = /^\$\{?\w+\}?$/;
/** A user without a password is a name (`git`, an organisation), unless it looks like a token. */
const TOKEN = /^(?:gh[pousr]_|github_pat_|glpat-|pypi-)|^[^$]{24,}$/;
/** URLs with a credential in one line of a file that would be deployed. The finding never shows it. */
function credentialsIn(line, place) {
    if (!line.includes('@'))
        return [];
    const isSecret = [...line.matchAll(USER_INFO)].some(([, user = '', password = '']) => password === '' ? TOKEN.test(user) : !VARIABLE.test(password));
    if (!isSecret)
        return [];
    const name = /^([\w.-]+)\s*(?:\[[^\]]*\]\s*)?@/.exec(line.trim())?.[1];
    return [
        (0,findings_finding/* error */.z3)('credentials-in-url', `${name ? `The URL of ${(0,findings_text/* quote */.hD)(name)}` : 'A URL'} in ${place.file} holds a credential, which would be deployed.`, 'Take the credential out of the URL and revoke it; let the server reach the package by its own configuration.', place),
    ];
}
/** As `credentialsIn`, for each line of a file. */
const credentialsOf = ({ text, shown }) => text.split('\n').flatMap((line, index) => credentialsIn(line, { file: shown, line: index + 1 }));

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/requirements.ts









const REQUIREMENTS = 'requirements.txt';
const LIMIT = 1_000_000;
/** Reads a requirements file of the project. */
function readRequirements(project, path) {
    const file = (0,text_file/* readBytes */.i)(project.checkout, path, LIMIT);
    if (file === undefined || 'level' in file)
        return file;
    return { path, shown: file.shown, text: (0,requirement_file/* decodeRequirements */.F7)(file.bytes) };
}
/**
 * The locked packages as requirements, by `uv export` in `dir`: without the project, the development group, hashes (Connect adds
 * packages of its own to the install, which have none) and comments, so that the same lock gives the same text. What `locked` has
 * from public indexes beside the first is asked for by its address: the server's pip and uv look at their own index only.
 * Packages whose code is in the bundle are left out; their dependencies stay.
 */
async function exportRequirements(uv, dir, { groups, extras }, { lock, locked }) {
    const args = [
        ...['export', '--frozen', '--format', 'requirements-txt', '--no-header', '--no-annotate', '--no-hashes'],
        ...['--no-emit-project', '--no-default-groups', '--no-python-downloads'],
        ...groups.flatMap((group) => ['--group', group]),
        ...extras.flatMap((extra) => ['--extra', extra]),
    ];
    const { exitCode, stdout, stderr } = await uv.run(args, { cwd: dir });
    if (exitCode !== 0) {
        const finding = (0,findings_finding/* error */.z3)('export-failed', `uv can't write the requirements of ${lock.shown}: ${(0,findings_text/* head */.d5)((0,ports_uv/* uvReason */.en)(stderr), 8, 700)}`, 'Run `uv export --frozen` on your machine, fix what uv reports, and commit uv.lock.', { file: lock.shown, line: 1 });
        return { text: '', findings: [finding] };
    }
    const lines = stdout.split(/\r?\n/).filter((line) => line.trim() !== '' && !isLocal(line));
    const elsewhere = locked.filter(({ source }) => source?.kind === 'registry' && EXTRA.test(source.at));
    const direct = lines.flatMap((line) => directLines(line, elsewhere, lock) ?? [line]);
    // What has wheels, but none for this system, is for another one.
    const urls = elsewhere.flatMap(({ source, wheels }) => (source && wheels.length === 0 ? [source.at] : []));
    const indexes = [...new Set(urls)].sort().map((url) => `--extra-index-url ${url}`);
    const text = [...indexes, ...direct].map((line) => `${line.trim()}\n`).join('');
    return { text, findings: lines.flatMap((line) => credentialsIn(line, { file: lock.shown, line: 1 })) };
}
/** The public index beside PyPI from which people lock: PyTorch's, whose versions (`+cpu`) are nowhere else. */
const EXTRA = /^https:\/\/download(?:-r2)?\.pytorch\.org\/[\w./-]*$/;
/** A line that installs something from disk. */
const isLocal = (line) => /^\s*(?:-e\b|--editable\b|\.{0,2}\/|\.\.?(?:\s|$))|(?:^|\s|@\s*)file:/.test(line) || /@\s*\.{0,2}\//.test(line);
/**
 * What would fail of a requirements file that the project brings along, line by line, and of those that it names. Its pip options are
 * kept: the server reads them.
 */
function checkRequirements(path, locked, bundle) {
    const versions = new Map();
    for (const { name, version = '' } of locked)
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
    let hasHashes = false;
    return (0,requirement_file/* requirementsIn */.mV)(path, bundle.read).flatMap(({ path: file, lines }) => {
        const shown = bundle.shown(file);
        const found = lines.flatMap((one) => {
            const place = { file: shown, line: one.line };
            const isFirst = !hasHashes && /(?:^|\s)--(?:hash|require-hashes)\b/.test(one.text);
            hasHashes ||= isFirst;
            return [
                ...credentialsIn(one.text, place),
                ...(isFirst ? [withHashes(place)] : []),
                ...judgeLine(one, { file, shown, versions, has: bundle.has }).map((finding) => ({ ...finding, ...place })),
            ];
        });
        return withOneStale(found);
    });
}
/** All lines of a file that the lock has left behind are one matter. */
function withOneStale(findings) {
    const stale = findings.filter(({ code }) => code === 'requirements-stale');
    const others = stale.length - 1;
    const more = others < 1 ? '' : ` ${others} more ${others === 1 ? 'line differs' : 'lines differ'} from it.`;
    return findings.flatMap((one) => {
        if (one.code !== 'requirements-stale')
            return [one];
        return one === stale[0] ? [{ ...one, message: `${one.message}${more}` }] : [];
    });
}
function judgeLine(one, { file, shown, versions, has }) {
    if (one.is === 'include' || one.is === 'constraint') {
        if (/^[a-z]+:\/\//i.test(one.path) || has((0,requirement_file/* besideOf */.A4)(file, one.path)))
            return [];
        const message = `${shown} names ${(0,findings_text/* quote */.hD)(one.path, 200)}, which is not in the bundle.`;
        return [(0,findings_finding/* error */.z3)('requirements-file-missing', message, 'Commit the file, or take it in with include.')];
    }
    if (one.is === 'local') {
        const message = `${shown} installs from disk: '${(0,findings_text/* quote */.hD)(one.text, 200)}'. The server can't.`;
        const remedy = `Remove the line, or delete ${shown}: it is then made from uv.lock, with local code copied along.`;
        return [(0,findings_finding/* error */.z3)('requirements-local', message, remedy)];
    }
    if (one.is === 'invalid') {
        const message = `${shown} has a line that is not a requirement: '${(0,findings_text/* quote */.hD)(one.text, 120)}'. The server's pip and uv refuse the whole file.`;
        const remedy = `Remove the line, or delete ${shown}, which is then made from uv.lock.`;
        return [(0,findings_finding/* error */.z3)('requirements-invalid', message, remedy)];
    }
    const known = one.is === 'requirement' ? versions.get(one.name) : undefined;
    if (one.is !== 'requirement' || known === undefined || one.pinned === undefined || known.has(one.pinned))
        return [];
    const message = `${shown} pins ${one.name} ${(0,findings_text/* quote */.hD)(one.pinned)}; uv.lock has ${[...known].map((version) => (0,findings_text/* quote */.hD)(version)).join(' and ')}.`;
    const remedy = `Delete ${shown}, or regenerate it from uv.lock.`;
    return [(0,findings_finding/* warning */.$e)('requirements-stale', message, remedy)];
}
const withHashes = (place) => (0,findings_finding/* warning */.$e)('requirements-hashes', `${place.file} has hashes: Connect adds packages of its own, which have none, and pip then refuses.`, 'Write it without hashes, such as by uv export --no-hashes.', place);
/**
 * What decides whether a server can use an environment again: the requirements by their bytes, the Python, and the installer.
 * The same answer for two bundles means that nothing has to be installed for the second.
 */
const environmentKey = (requirements, python, installer) => (0,external_node_crypto_.createHash)('sha256').update(requirements).update(`\0${python}\0${installer}`).digest('hex');
/** Indexes that are folders: the bundle may have them, but a requirements file made of the lock does not lead there. */
function localIndexes(locked, lock) {
    const isFolder = ({ source }) => source?.kind === 'registry' && source.at !== '' && !source.at.includes('://');
    const byFolder = Map.groupBy(locked.filter(isFolder), ({ source }) => source?.at ?? '');
    return [...byFolder].map(([folder, packages]) => {
        const names = packages.map(({ name }) => (0,findings_text/* quote */.hD)(name));
        const shown = names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
        return (0,findings_finding/* error */.z3)('local-index', `The lock takes ${shown} from the folder ${(0,findings_text/* quote */.hD)(folder, 200)}, which the server does not have.`, 'Publish these packages to a package index that the server reaches.', (0,toml/* placeIn */.VV)(lock, `${packages[0]?.key}.name`));
    });
}
/** Sources that are a URL with a credential in it. */
const checkSources = (locked, lock) => locked.flatMap(({ key, name, source }) => source?.kind === 'git' || source?.kind === 'url'
    ? credentialsIn(`${name} @ ${source.at}`, (0,toml/* placeIn */.VV)(lock, `${key}.name`))
    : []);

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/finish.ts













/** Sources of requirements that `[tool.rsconnect]` may name and that are the lock to us: it pins what they only ask for. */
const finish_FROM_LOCK = ['uv.lock', 'pyproject.toml'];
/** What rsconnect-python writes when Quarto does not tell its version: the server takes its newest. */
const ANY_QUARTO = '99.9.9';
const OURS = 'tool.uv-deploy.connect.requirements-file';
/** The requirements file that a setting names, ours before rsconnect's; empty where none does. */
const namedRequirements = ({ rsconnect, settings }) => (settings.requirementsFile ?? rsconnect?.requirementsFile ?? '').replace(/^\.\//, '');
/**
 * The requirements file that the project brings along, which Posit's own clients put before a lock. `finding` says that the one
 * that `[tool.rsconnect]` names is not in the bundle.
 */
function givenRequirements({ project, rsconnect, settings }, files) {
    const named = namedRequirements({ rsconnect, settings });
    if (finish_FROM_LOCK.includes(named))
        return {};
    const name = named || REQUIREMENTS;
    const found = files.find(({ path }) => path === name);
    if (found === undefined && named === '')
        return {};
    const source = typeof found?.source === 'string' ? found.source : (0,external_node_path_.join)(project.dir, name);
    const read = readRequirements(project, source);
    if (read !== undefined && 'level' in read)
        return { finding: read };
    if (found && read)
        return { file: { ...read, name } };
    const exists = read !== undefined;
    const isOurs = settings.requirementsFile !== undefined;
    return {
        finding: (0,findings_finding/* error */.z3)('requirements-file-missing', `${isOurs ? 'requirements-file' : '[tool.rsconnect]'} names ${(0,findings_text/* quote */.hD)(named, 200)}, which ${exists ? 'is left out of the bundle' : 'does not exist'}.`, `Correct ${isOurs ? 'it' : 'requirements_file'}, or remove it: the requirements are then made from uv.lock.`, project.pyproject && (0,toml/* placeIn */.VV)(project.pyproject, isOurs ? OURS : 'tool.rsconnect.requirements_file')),
    };
}
/** Adds the requirements and the local packages' modules, and writes the manifest. */
async function finish(content, files, tools) {
    const { settings, runsPython } = content;
    const packageFile = givenRequirements(content, files).file?.name ?? REQUIREMENTS;
    const made = runsPython ? await addPython(content, files, tools) : { added: [], notes: [], findings: [] };
    return {
        ...made,
        ...(runsPython && settings.environmentManagement !== false && { requirements: packageFile }),
        passedOver: { provided: settings.external, prohibited: settings.prohibited },
        manifest: (packed) => (0,manifest/* manifest */.e)(manifestFacts(content, packageFile), packed),
    };
}
/** The local packages' modules and, where the project has none of its own, the requirements made from the lock. */
async function addPython(content, files, { uv, list }) {
    const { project, settings, local, locked, python } = content;
    const { added, findings } = await flatten(project, local, files, list);
    added.push(...distInfos(local).filter(({ path }) => !files.some((file) => file.path === path)));
    const foreign = added.filter(({ source }) => typeof source === 'string' && !(0,paths/* isInside */.FK)(project.dir, source));
    findings.push(...(0,secrets/* findSecrets */.dL)(foreign, project.shown));
    const names = local.filter(({ roots }) => roots.length > 0).map(({ name }) => (0,findings_text/* quote */.hD)(name));
    const notes = names.length > 0 ? [`The code of ${names.join(', ')} is at the root of the bundle, not installed.`] : [];
    const unknown = local.filter(({ version }) => version === UNKNOWN).map(({ name }) => (0,findings_text/* quote */.hD)(name));
    if (unknown.length > 0) {
        notes.push(`The version of ${unknown.join(', ')} is not written down: importlib.metadata says ${UNKNOWN} for it.`);
    }
    let text = givenRequirements(content, files).file?.text;
    if (text === undefined && project.lock && uv === undefined) {
        findings.push(noUv(project.lock.shown));
    }
    else if (text === undefined && project.lock && uv) {
        const made = await exportRequirements(uv, project.dir, settings, { lock: project.lock, locked });
        findings.push(...made.findings);
        text = made.text;
        const source = Buffer.from(text);
        added.push({ path: REQUIREMENTS, source, size: source.length, executable: false });
    }
    if (settings.environmentManagement === false) {
        notes.push(unmanaged(locked.filter(({ source }) => !FOLDERS.includes(source?.kind))));
    }
    else if (text !== undefined) {
        const key = environmentKey(text, python.version, settings.installer).slice(0, 12);
        notes.push(`Environment ${key}: as long as this stays the same, Connect has nothing to install.`);
    }
    return { added, notes, findings };
}
function manifestFacts({ decided: { mode, entrypoint }, settings, runsPython, python, quarto }, packageFile) {
    const { form } = factsOf(mode);
    return {
        appmode: mode,
        entrypoint: form === 'none' ? '' : entrypoint,
        ...(form === 'html' && { primaryHtml: entrypoint }),
        ...(mode === 'jupyter-static' && { hides: { all: settings.hideAllInput, tagged: settings.hideTaggedInput } }),
        ...(quarto && quarto.documents.length > 1 && { contentCategory: 'site' }),
        ...(quarto && { quarto: { version: settings.quartoVersion ?? ANY_QUARTO, engines: quarto.engines } }),
        python: python.version,
        requiresPython: python.requires,
        ...(runsPython && {
            packageManager: {
                name: settings.installer === 'uv' ? 'uv' : 'pip',
                // The runner's uv says nothing of the content: with it, a newer runner would make another bundle of the same commit.
                version: '',
                packageFile,
                allowUv: { uv: true, pip: false, auto: undefined }[settings.installer],
            },
        }),
        image: settings.image,
        managesPython: settings.environmentManagement,
    };
}
const noUv = (lock) => (0,findings_finding/* error */.z3)('no-uv', `Connect installs from a ${REQUIREMENTS}, which only uv can make from ${lock}; uv is not on PATH.`, `Add a step with astral-sh/setup-uv before this one, or commit a ${REQUIREMENTS}.`, { file: lock, line: 1 });
const SHOWN = 30;
const FOLDERS = ['editable', 'directory', 'virtual'];
/** For the summary: who has to install what. */
function unmanaged(locked) {
    const names = locked.map((one) => (0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one)));
    const rest = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    const needs = names.length === 0 ? 'nothing' : `${names.slice(0, SHOWN).join(', ')}${rest}`;
    return `environment-management is off: Connect installs nothing. An administrator has to have installed what the lock needs: ${needs}.`;
}

// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
;// CONCATENATED MODULE: ./src/platforms/connect/bundle/moved.ts





const PATHLIB = /\bPath\(\s*__file__\s*\)(?:\.(?:resolve|absolute)\(\))?((?:\.parent\b(?!s))+|\.parents\[\s*(\d{1,2})\s*\])/g;
const DIRNAME = /((?:\b(?:os\.)?(?:path\.)?dirname\(\s*){1,12})(?:(?:os\.)?(?:path\.)?(?:abspath|realpath)\(\s*)?__file__/g;
/**
 * Code of a `src` folder that goes up from its own file to above that folder, such as to the data of the project: on the server it is
 * copied to the root of the bundle, and above that nothing is the project's. One finding for each file.
 */
function checkMoved(local, files, { dir, shown }) {
    return local.flatMap(({ folder, roots }) => roots.flatMap(({ path, modules }) => {
        const root = (0,external_node_path_.join)(folder, path);
        if (root === dir || !(0,paths/* isInside */.FK)(dir, root))
            return [];
        const below = `${(0,external_node_path_.relative)(dir, root).split(external_node_path_.sep).join('/')}/`;
        return files.flatMap((file) => {
            const inside = file.path.startsWith(below) && file.path.endsWith('.py') ? file.path.slice(below.length) : '';
            const [top = ''] = inside.split('/');
            if (inside === '' || (modules && !modules.includes(top.replace(/\.py$/, ''))))
                return [];
            const found = above((0,readable/* readSource */.o)(file) ?? '', inside.split('/').length);
            return found === undefined ? [] : [leaves(shown((0,external_node_path_.join)(dir, file.path)), found)];
        });
    }));
}
/** The first expression that goes up more folders than there are. */
function above(source, folders) {
    if (!source.includes('__file__'))
        return undefined;
    const climbs = [
        ...[...source.matchAll(PATHLIB)].map((match) => ({
            match,
            up: match[2] === undefined ? (match[1]?.split('.parent').length ?? 1) - 1 : Number(match[2]) + 1,
        })),
        ...[...source.matchAll(DIRNAME)].map((match) => ({ match, up: (match[1]?.split('dirname').length ?? 1) - 1 })),
    ].filter(({ up }) => up > folders);
    const [first] = climbs.sort((a, b) => a.match.index - b.match.index);
    if (first === undefined)
        return undefined;
    return { line: source.slice(0, first.match.index).split('\n').length, text: first.match[0] };
}
const leaves = (file, { line, text }) => (0,findings_finding/* warning */.$e)('path-above-package', `${file} takes ${(0,findings_text/* quote */.hD)(text, 80)} for a folder of the project. Connect runs a copy of it at the root of the bundle, from where that leads out of the bundle.`, 'Open files from the working directory, which is the root of the bundle (`Path("data")`), or keep them in the package and use importlib.resources.', { file, line });

;// CONCATENATED MODULE: ./src/platforms/connect/content/notebook.ts




const notebook_LIMIT = 100_000_000;
/** What keeps Connect from running a notebook: one that is no notebook, or one of another language. */
function checkNotebook(checkout, path) {
    const file = (0,text_file/* readText */.y)(checkout, path, notebook_LIMIT);
    if (file === undefined)
        return [];
    if ('level' in file)
        return [file];
    const { shown } = file;
    const complain = (code, message, remedy) => [
        (0,findings_finding/* error */.z3)(code, message, remedy, { file: shown, line: 1 }),
    ];
    let data;
    try {
        data = JSON.parse(file.text);
    }
    catch {
        // told below
    }
    if (!Array.isArray((0,json.at)(data, 'cells')) || typeof (0,json.at)(data, 'nbformat') !== 'number') {
        return complain('notebook-invalid', `${shown} is not a notebook of format 4.`, 'Open it in Jupyter, save it and commit it.');
    }
    const language = (0,json.at)(data, 'metadata', 'kernelspec', 'language') ?? (0,json.at)(data, 'metadata', 'language_info', 'name');
    if (typeof language === 'string' && language.toLowerCase() !== 'python') {
        const message = `${shown} is a notebook of ${(0,findings_text/* quote */.hD)(language)}; Connect runs those of Python.`;
        return complain('notebook-language', message, 'Choose a Python kernel, and commit the notebook.');
    }
    return [];
}

;// CONCATENATED MODULE: ./src/platforms/connect/bundle/plan-input.ts







/** What is wrong with the file that is started or rendered. */
function checkEntry({ project, decided, quarto }) {
    const { file, mode } = decided;
    const findings = [];
    if (file?.endsWith('.py')) {
        findings.push(...(0,readable/* checkSource */.A)(project.checkout, file));
    }
    else if (file && factsOf(mode).form === 'notebook') {
        findings.push(...checkNotebook(project.checkout, file));
    }
    const shown = (path) => project.shown((0,external_node_path_.join)(project.dir, path));
    for (const path of (mode === 'quarto-static' && quarto?.interactive) || []) {
        const message = `${shown(path)} has server: shiny, which makes it an app; as ${mode} it can't be rendered.`;
        const remedy = 'Remove the key; or deploy it alone, with `content-type: quarto-shiny`.';
        findings.push((0,findings_finding/* error */.z3)('quarto-interactive', message, remedy, { file: shown(path), line: 1 }));
    }
    for (const [path, engine] of quarto?.foreign ?? []) {
        const message = `${shown(path)} needs the engine ${engine}: R and Julia are not deployed from source here.`;
        const remedy = 'Commit the manifest.json that rsconnect writes for it in R; or leave the document out of render in _quarto.yml.';
        findings.push((0,findings_finding/* error */.z3)('quarto-engine', message, remedy, { file: shown(path), line: 1 }));
    }
    return findings;
}
/** That what is started is in the bundle, too. */
function checkBundled({ project, decided }, files) {
    const { file } = decided;
    if (file === undefined || !(0,paths/* isInside */.FK)(project.dir, file))
        return [];
    const path = (0,external_node_path_.relative)(project.dir, file).split(external_node_path_.sep).join('/');
    if (files.some((one) => one.path === path))
        return [];
    return [
        (0,findings_finding/* error */.z3)('entrypoint-not-bundled', `The entrypoint ${(0,findings_text/* quote */.hD)(path, 200)} is left out of the bundle.`, 'Check .gitignore, and include and exclude.', { file: project.shown(file) }),
    ];
}

// EXTERNAL MODULE: ./src/project/apps/apps.ts + 3 modules
var apps_apps = __webpack_require__(5169);
// EXTERNAL MODULE: ./src/platforms/shared/choice.ts
var choice = __webpack_require__(2205);
;// CONCATENATED MODULE: ./src/platforms/connect/content/candidates.ts

const MODE_OF = {
    streamlit: 'python-streamlit',
    shiny: 'python-shiny',
    dash: 'python-dash',
    fastapi: 'python-fastapi',
    asgi: 'python-fastapi',
    flask: 'python-api',
    wsgi: 'python-api',
    gradio: 'python-gradio',
    panel: 'python-panel',
    bokeh: 'python-bokeh',
};
/** Functions that Connect calls for the app where a module has none (rsconnect-python, bundle.py). */
const FACTORIES = ['create_app', 'make_app'];
/** The apps in the project's Python files, or in the one that is named; where there are none, what Connect calls for one. */
async function pythonApps(files, only) {
    const { apps, factories } = await (0,apps_apps/* findApps */.S)(files, only);
    const called = apps.length > 0 ? [] : factories.filter(({ name }) => FACTORIES.includes(name));
    return [
        ...apps.map(({ path, framework, object, why }) => ({ path, framework, why, ...(object && { object }) })),
        ...called.map(({ path, framework, name, why }) => ({ path, framework, why, object: name })),
    ].map(({ framework, ...app }) => ({ ...app, mode: MODE_OF[framework] }));
}
/**
 * What the project's files could be: apps and Quarto documents; notebooks only where there is neither, and pages only where
 * nothing else is, because every app may have some beside it.
 */
async function findCandidates(files, usesVoila) {
    const atRoot = (ending) => files.filter(({ path }) => !path.includes('/') && ending.test(path));
    const apps = await pythonApps(files);
    const quarto = atRoot(/^_quarto\.ya?ml$/).map(({ path }) => found(path, 'quarto-static', 'it is a Quarto project'));
    const documents = quarto.length > 0
        ? quarto
        : atRoot(/\.qmd$/i).map(({ path }) => found(path, 'quarto-static', 'it is a Quarto document'));
    if (apps.length + documents.length > 0)
        return [...apps, ...documents];
    const notebooks = atRoot(/\.ipynb$/i).map(({ path }) => usesVoila
        ? found(path, 'jupyter-voila', 'it is a notebook, and the project depends on voila')
        : found(path, 'jupyter-static', 'it is a notebook'));
    return notebooks.length > 0
        ? notebooks
        : atRoot(/\.html?$/i).map(({ path }) => found(path, 'static', 'it is a page'));
}
const found = (path, mode, why) => ({ path, mode, why });
/** The names rsconnect-python starts from, in its order. */
const DEFAULTS = ['app.py', 'application.py', 'main.py', 'api.py'];
const APP_LIKE = /^app[-_].+\.py$|.[-_]app\.py$/;
/**
 * The file that rsconnect-python takes when nobody names one: a conventional name, else the only Python file at the root, else the
 * only one that is called something like an app.
 */
function defaultFile(paths) {
    const python = paths.filter((path) => !path.includes('/') && path.endsWith('.py') && !(0,apps_apps/* isToolFile */.Z)(path));
    const conventional = DEFAULTS.find((name) => python.includes(name));
    if (conventional !== undefined || python.length === 1)
        return conventional ?? python[0];
    const likely = python.filter((path) => APP_LIKE.test(path));
    return likely.length === 1 ? likely[0] : undefined;
}
/** The one candidate that is meant, or `undefined` when several could be: two frameworks, or two files nobody singles out. */
function pick(candidates, paths) {
    if (candidates.length < 2)
        return candidates[0];
    if (new Set(candidates.map(({ mode }) => mode)).size > 1)
        return undefined;
    const preferred = [defaultFile(paths), 'streamlit_app.py', 'index.qmd', 'index.html', 'index.ipynb'];
    const usual = candidates.find(({ path }) => preferred.includes(path)) ?? onlyConventional(candidates);
    // Two objects of one file are two apps.
    return candidates.filter(({ path }) => path === usual?.path).length === 1 ? usual : undefined;
}
/** `src/shop/app.py` among the modules of its package. */
function onlyConventional(candidates) {
    const named = candidates.filter(({ path }) => DEFAULTS.includes(path.slice(path.lastIndexOf('/') + 1)));
    return named.length === 1 ? named[0] : undefined;
}

// EXTERNAL MODULE: ./src/project/apps/shiny-express.ts
var shiny_express = __webpack_require__(8580);
// EXTERNAL MODULE: ./src/project/source/scan.ts
var scan = __webpack_require__(5446);
;// CONCATENATED MODULE: ./src/platforms/connect/content/entrypoint.ts








/** What Connect looks for in a module when no object is named, in this order (rsconnect-python, bundle.py). */
const OBJECTS = ['app', 'application', ...FACTORIES];
const OBJECT = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;
const FORMS = {
    notebook: { pattern: /\.ipynb$/i, what: 'a notebook, such as report.ipynb' },
    html: { pattern: /\.html?$/i, what: 'a page, such as index.html' },
};
/** Reads an entrypoint that somebody wrote, as Connect would, and finds its file. */
function resolveEntrypoint(mode, asked, places) {
    const { form, label } = factsOf(mode);
    const text = asked.replace(/^(?:\.\/)+/, '');
    if (form === 'none')
        return text === '.' ? { entrypoint: '' } : (existing(places, [text]) ?? missing(text, label));
    if (form === 'notebook' || form === 'html') {
        const { pattern, what } = FORMS[form];
        if (!pattern.test(text))
            return wrong(`The entrypoint ${(0,findings_text/* quote */.hD)(asked)} is not a ${what.replace(/^a /, '')}.`, `Name ${what}.`);
        return existing(places, [text]) ?? missing(text, label);
    }
    const [head = '', object, ...more] = text.split(':');
    if (head === '' || more.length > 0 || (object !== undefined && !OBJECT.test(object))) {
        const [, called] = /^(\w+)\(.*\)$/.exec(object ?? '') ?? [];
        const remedy = called === undefined
            ? 'Write it as module:object, such as main:app.'
            : FACTORIES.includes(called)
                ? `Write only the module, ${(0,findings_text/* quote */.hD)(head, 120)}: Connect calls ${called}() if the module has no app.`
                : `Connect does not call it: add \`app = ${called}()\` to a module, and use that module.`;
        return wrong(`The entrypoint '${(0,findings_text/* quote */.hD)(asked)}' is not of the form module:object.`, remedy);
    }
    if (head === 'shiny.express.app')
        return { entrypoint: text };
    const isPath = head.endsWith('.py') || head.includes('/');
    const found = isPath
        ? fileAt(places, head.endsWith('.py') ? [head] : [head, `${head}.py`])
        : findModule(places, head);
    if (found === undefined)
        return missing(head, label);
    if (form === 'module') {
        const module = isPath ? moduleOf(found, places) : head;
        return { entrypoint: object === undefined ? module : `${module}:${object}`, file: found };
    }
    if (form === 'shiny' && object === undefined && isExpress(found)) {
        return { entrypoint: expressEntrypoint(pathIn(found, places)), file: found };
    }
    return { entrypoint: text, file: found };
}
/** The entrypoint of a file that was detected, written as rsconnect-python would. */
function entryOf({ path, mode, object }, places) {
    const file = (0,external_node_path_.join)(places.dir, path);
    const { form } = factsOf(mode);
    if (form === 'none')
        return { entrypoint: '', file };
    if (form === 'notebook' || form === 'html')
        return { entrypoint: path, file };
    if (form === 'shiny' && isExpress(file))
        return { entrypoint: expressEntrypoint(pathIn(file, places)), file };
    const module = moduleOf(file, places);
    if (form === 'script')
        return { entrypoint: path.includes('/') ? path : module, file };
    const isNamed = object !== undefined && !OBJECTS.includes(object);
    return { entrypoint: isNamed ? `${module}:${object}` : module, file };
}
const wrong = (message, remedy) => ({
    complaint: { code: 'entrypoint-form', message, remedy },
});
const missing = (what, label) => ({
    complaint: {
        code: 'entrypoint-missing',
        message: `The entrypoint ${(0,findings_text/* quote */.hD)(what, 200)} does not exist.`,
        remedy: `Correct entrypoint to the ${label}; it is relative to the folder of the project.`,
    },
});
const existing = (places, paths) => {
    const file = fileAt(places, paths);
    return file === undefined ? undefined : { entrypoint: paths[0] ?? '', file };
};
const isFile = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isFile() ?? false;
/** The first of some paths that is there; a folder stands for the `main.py` that Bokeh starts. */
function fileAt({ dir, imports }, paths) {
    const all = [dir, ...imports].flatMap((root) => paths.map((path) => (0,external_node_path_.join)(root, path)));
    return all.flatMap((path) => [path, (0,external_node_path_.join)(path, 'main.py')]).find(isFile);
}
/** The file of a dotted module. */
function findModule({ dir, imports }, module) {
    const path = module.replaceAll('.', '/');
    return [dir, ...imports]
        .flatMap((root) => [(0,external_node_path_.join)(root, `${path}.py`), (0,external_node_path_.join)(root, path, '__init__.py'), (0,external_node_path_.join)(root, path, 'main.py')])
        .find(isFile);
}
/** The path of a file as it is on the server: below an import folder, that one is the root. */
function pathIn(file, { dir, imports }) {
    const root = imports.find((folder) => file.startsWith(folder + external_node_path_.sep)) ?? dir;
    return (0,external_node_path_.relative)(root, file).split(external_node_path_.sep).join('/');
}
const moduleOf = (file, places) => pathIn(file, places)
    .replace(/\.py$/, '')
    .replace(/\/__init__$/, '')
    .replaceAll('/', '.');
const sourceOf = (file) => (0,external_node_fs_.existsSync)(file) ? (0,readable/* readSource */.o)({ source: (0,external_node_fs_.realpathSync)(file) }) : undefined;
function isExpress(file) {
    const text = sourceOf(file);
    return text !== undefined && (0,shiny_express/* expressSign */.q)(text, (0,scan/* blankStrings */.H)(text)) !== undefined;
}
/** The entrypoint under which Connect runs an Express app: the file's path as a Python name in `shiny.express.app`. */
const expressEntrypoint = (path) => `shiny.express.app:${escapeName(path)}`;
/** Everything but ASCII letters and digits, and a digit at the start, as `_<hex>_`. */
const escapeName = (path) => [...path]
    .map((char, index) => (index === 0 ? /[a-zA-Z]/ : /[a-zA-Z0-9]/).test(char) ? char : `_${char.codePointAt(0)?.toString(16)}_`)
    .join('');

;// CONCATENATED MODULE: ./src/platforms/connect/content/detect.ts









const REMEDY = "Set the inputs 'content-type' and 'entrypoint', or write them under [tool.uv-deploy] in pyproject.toml.";
const refuse = (code, message, remedy, place = {}) => ({
    refused: (0,findings_finding/* error */.z3)(code, message, remedy, place),
});
/**
 * Decides mode and entrypoint. What is said counts first: the inputs, then `[tool.rsconnect]`; then the code of the file that is
 * the entrypoint, then all of the project's code, and last what it depends on. (The mode that the item has on the server is reported by
 * the platform once it is asked: a mode can't change.)
 */
async function decide(question, inputs) {
    const { rsconnect } = question;
    const input = (name, value) => value === '' ? undefined : { value, where: name, place: {} };
    const saidMode = input('content-type', inputs.contentType) ?? rsconnect?.mode;
    const saidEntry = input('entrypoint', inputs.entrypoint) ?? rsconnect?.entrypoint;
    if (saidMode === undefined)
        return saidEntry ? ofEntry(question, saidEntry) : search(question);
    const mode = readMode(saidMode.value);
    if (typeof mode !== 'string')
        return refuse('content-type', ...mode.refused, saidMode.place);
    const reason = `${saidMode.where} says ${mode}`;
    if (saidEntry === undefined)
        return search(question, { mode, reason });
    return resolved(question, mode, saidEntry, (entrypoint) => {
        const written = entrypoint === saidEntry.value ? '' : `, written as ${(0,findings_text/* quote */.hD)(entrypoint)}`;
        return `${reason}; ${saidEntry.where} says ${(0,findings_text/* quote */.hD)(saidEntry.value)}${written}.`;
    });
}
function resolved({ places }, mode, said, reason) {
    const found = resolveEntrypoint(mode, said.value, places);
    if ('complaint' in found)
        return { refused: { level: 'error', ...found.complaint, ...said.place } };
    return { mode, ...found, reasons: [reason(found.entrypoint)] };
}
/** The entrypoint is said, and its code tells the mode. */
async function ofEntry(question, said) {
    const { project, places, candidates } = question;
    const shown = (0,findings_text/* quote */.hD)(said.value);
    const candidate = (await judgeEntry(said.value, await candidates(), places)) ?? hinted(project, said.value);
    if (candidate === undefined) {
        const message = `Nothing in ${shown} tells what kind of content it is.`;
        const remedy = `Set the input 'content-type' to one of: ${MODE_NAMES.join(', ')}.`;
        return refuse('content-type-unknown', message, remedy, said.place);
    }
    const { mode, why } = candidate;
    return resolved(question, mode, said, () => `${said.where} says ${shown}; it is taken as ${mode}: ${why}.`);
}
/** Nothing is said, or the mode alone: all of the project's code is looked at. */
async function search({ project, places, candidates }, said) {
    const files = await candidates();
    const paths = files.map(({ path }) => path);
    const all = await findCandidates(files, dependsOn(project, 'voila'));
    const meant = said === undefined ? all : all.filter((one) => fits(one.mode, said.mode));
    const chosen = pick(meant, paths) ?? (meant.length === 0 ? byDefault(project, paths, said?.mode) : undefined);
    if (chosen === undefined) {
        if (meant.length > 1) {
            return refuse(...(0,choice/* whichOne */.ko)(meant.map(choiceOf)));
        }
        const what = said === undefined ? 'content for Connect' : factsOf(said.mode).label;
        const [instead = '', remedy = REMEDY] = (said === undefined ? await otherContent(files) : undefined) ?? [];
        return refuse('entrypoint-not-found', `No ${what} was found in the project.${instead}`, remedy);
    }
    const mode = said?.mode ?? chosen.mode;
    const entry = entryOf({ ...chosen, mode }, places);
    const shown = entry.entrypoint === '' ? (0,findings_text/* quote */.hD)(chosen.path) : `${(0,findings_text/* quote */.hD)(chosen.path)} (entrypoint ${(0,findings_text/* quote */.hD)(entry.entrypoint)})`;
    // Pages and documents always have others beside them.
    const others = chosen.path.endsWith('.py') ? meant.filter((one) => one !== chosen).map(choiceOf) : [];
    const notices = (0,choice/* passedOver */.Jn)(chosen.path, others);
    return { mode, ...entry, notices, reasons: [`${shown} is taken as ${mode}: ${said?.reason ?? chosen.why}.`] };
}
/** What there is in place of content that is taken by itself, and what to do with it. */
async function otherContent(files) {
    const named = (pattern) => files.find(({ path }) => pattern.test(path) && !/(?:^|\/)[._]/.test(path))?.path;
    const { scripts, commands } = await (0,apps_apps/* findApps */.S)(files);
    const [script] = [...scripts, ...commands];
    if (script?.web !== undefined) {
        const message = ` ${(0,findings_text/* quote */.hD)(script.path, 200)} is a program that serves itself (it imports ${script.web}); Connect runs apps of other frameworks, notebooks and documents.`;
        return [
            message,
            'Give it an ASGI or WSGI object where its framework has one, and set entrypoint and content-type.',
        ];
    }
    const document = named(/\.(?:ipynb|qmd)$/i);
    if (document !== undefined) {
        const kind = /\.qmd$/i.test(document) ? 'Quarto document' : 'notebook';
        const message = ` ${(0,findings_text/* quote */.hD)(document, 200)} is a ${kind}, and only those in the project's own folder are taken unasked.`;
        return [message, `Add \`entrypoint: ${(0,findings_text/* quote */.hD)(document, 200)}\`, or move it to the project's folder.`];
    }
    const ofR = named(/(?:^|\/)(?:app|server|plumber)\.r$|\.rmd$/i);
    if (ofR !== undefined) {
        const message = ` ${(0,findings_text/* quote */.hD)(ofR, 200)} is R's, which is not deployed from source here.`;
        return [message, 'Commit the manifest.json that `rsconnect::writeManifest()` writes: it is deployed as it is.'];
    }
    if (script === undefined)
        return undefined;
    const message = ` ${(0,findings_text/* quote */.hD)(script.path, 200)} is a plain script; Connect runs apps, notebooks and documents.`;
    const remedy = 'Move its code to a notebook or a Quarto document, which Connect renders and can schedule.';
    return [message, remedy];
}
/** The object distinguishes two apps in one file. */
const choiceOf = ({ path, mode, object, why }) => ({
    entrypoint: object === undefined ? path : `${path.replace(/\.py$/, '').replaceAll('/', '.')}:${object}`,
    type: mode,
    why,
});
/** A notebook can be rendered or run by Voila: who asks for one of these gets it. */
const fits = (found, wanted) => found === wanted || (factsOf(found).form === 'notebook' && factsOf(wanted).form === 'notebook');
const BY_ENDING = [
    [/\.qmd$|^_quarto\.ya?ml$/i, 'quarto-static'],
    [/\.ipynb$/i, 'jupyter-static'],
    [/\.html?$/i, 'static'],
];
/** What the file of a named entrypoint is; of several apps in it, the one whose object is named. */
async function judgeEntry(asked, files, places) {
    const path = asked.replace(/^(?:\.\/)+/, '');
    const mode = BY_ENDING.find(([ending]) => ending.test(path))?.[1];
    if (mode)
        return { path, mode, why: 'its name says so' };
    const resolved = resolveEntrypoint('python-streamlit', path, places);
    const file = 'file' in resolved ? files.find(({ source }) => source === resolved.file) : undefined;
    const apps = file ? await pythonApps(files, file.path) : [];
    const [, object] = path.split(':');
    return apps.find((app) => app.object === object) ?? apps[0];
}
/** The project's direct dependencies, by their normal names. */
function dependencies({ pyproject }) {
    const listed = (0,files_values/* strings */.P$)((0,json.at)(pyproject?.data, 'project', 'dependencies'));
    return new Set(listed.map((one) => (0,requirement/* normalName */.tK)(/^\s*[\w.-]+/.exec(one)?.[0].trim() ?? '')));
}
const dependsOn = (project, name) => dependencies(project).has(name);
/** The only framework that the project depends on. */
function hinted(project, path) {
    const listed = dependencies(project);
    const speaking = MODE_NAMES.flatMap((mode) => APP_MODES[mode].packages.flatMap((name) => listed.has(name) && factsOf(mode).form !== 'notebook' ? [{ mode, name }] : []));
    const modes = new Set(speaking.map(({ mode }) => mode));
    const [first] = speaking;
    return first && modes.size === 1
        ? { path, mode: first.mode, why: `the project depends on ${first.name}` }
        : undefined;
}
/** Where no code tells: the file that rsconnect would start from. */
function byDefault(project, paths, mode) {
    const path = defaultFile(paths);
    if (path === undefined)
        return undefined;
    if (mode === undefined)
        return hinted(project, path);
    return ['module', 'script', 'shiny'].includes(factsOf(mode).form)
        ? { path, mode, why: 'its name says so' }
        : undefined;
}

// EXTERNAL MODULE: ./src/bundle/pattern.ts
var pattern = __webpack_require__(6230);
;// CONCATENATED MODULE: ./src/platforms/connect/content/globs.ts

/**
 * Patterns as `rsconnect --exclude` reads them (its GlobMatcher): a pattern is compared with the whole path, folder by folder,
 * `**` may stand once for any number of folders, and the name of an existing folder takes everything in it.
 * `isFolder` tells of a path below the project. Answers the patterns that rsconnect refuses beside the matcher.
 */
function rsconnectGlobs(patterns, isFolder) {
    const refused = [];
    const matchers = patterns.flatMap((pattern) => {
        const parts = pattern.split('/').filter((part) => part !== '' && part !== '.');
        if (pattern.startsWith('!')) {
            refused.push(pattern);
            return [];
        }
        if (pattern.startsWith('/') || parts.length === 0)
            return []; // outside the project, or the project itself
        const path = parts.join('/');
        if (isFolder(path))
            return [(file) => file.startsWith(`${path}/`)];
        if (path === '**/*')
            return [() => true];
        // What stands before a last `**/*` is taken by the letter, wildcards and all.
        if (path.endsWith('/**/*'))
            return [(file) => file.startsWith(path.slice(0, -'**/*'.length))];
        if (parts.filter((part) => part === '**').length > 1) {
            refused.push(pattern);
            return [];
        }
        return [byFolder(parts)];
    });
    return { matches: (path) => matchers.some((matches) => matches(path)), refused };
}
function byFolder(parts) {
    const tests = parts.map((part) => (0,pattern/* matcher */.jN)((0,pattern/* readName */.MQ)(part)));
    const gap = parts.indexOf('**');
    return (path) => {
        const names = path.split('/');
        const fits = (test, name) => tests[test]?.(names[name] ?? '') ?? false;
        if (gap < 0)
            return names.length === tests.length && tests.every((_, index) => fits(index, index));
        const [before, after] = [gap, tests.length - gap - 1];
        if (names.length < Math.max(before, after))
            return false;
        for (let index = 0; index < before; index++)
            if (!fits(index, index))
                return false;
        for (let index = 1; index <= after; index++)
            if (!fits(tests.length - index, names.length - index))
                return false;
        return true;
    };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./src/bundle/glob.ts + 1 modules
var glob = __webpack_require__(7312);
;// CONCATENATED MODULE: ./src/platforms/connect/content/quarto.ts



const isQuartoProject = (path) => /^_quarto\.ya?ml$/.test(path);
const OUTPUT_DIRS = { website: '_site', book: '_book', manuscript: '_manuscript' };
/** Languages whose cells need no engine: diagrams and Observable run in the browser. */
const ENGINELESS = new Set(['ojs', 'mermaid', 'dot']);
/**
 * Looks at the documents that Quarto renders of a project's files: those of a Quarto project, as its `render` says, else only the one
 * that was chosen. (Quarto's documentation, "Project Basics": render targets.)
 */
function inspectQuarto(files, chosen) {
    const config = files.find(({ path }) => isQuartoProject(path));
    const project = yaml(config === undefined ? '' : ((0,readable/* readSource */.o)(config) ?? ''));
    const [type, output] = [project('project', 'type'), project('project', 'output-dir')];
    const outputDir = typeof output === 'string' ? output : (OUTPUT_DIRS[String(type)] ?? '');
    const targets = listOf(project('project', 'render'));
    const isTarget = targets.length > 0 ? renderTargets(targets) : () => true;
    const isRendered = (path) => {
        if (!DOCUMENT.test(path))
            return false;
        if (config === undefined || /\.(?:qmd|ipynb|rmd|md)$/i.test(chosen))
            return path === chosen;
        return !ASIDE.test(path) && isTarget(path);
    };
    const documents = files.filter(({ path }) => isRendered(path));
    const foreign = new Map();
    const engines = new Set();
    const interactive = [];
    const isShiny = (read) => read('server') === 'shiny' || read('server', 'type') === 'shiny';
    for (const document of documents) {
        const text = (0,readable/* readSource */.o)(document) ?? '';
        const front = yaml(/^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[1] ?? '');
        const engine = engineFor(document.path, text, front);
        engines.add(engine);
        if (engine === 'knitr' || engine === 'julia')
            foreign.set(document.path, engine);
        if (isShiny(front) || isShiny(project))
            interactive.push(document.path);
    }
    return {
        /** `jupyter`, `knitr`, `julia` or `markdown`, sorted. */
        engines: [...engines].sort(),
        /** The documents that are rendered, as paths in the bundle. */
        documents: documents.map(({ path }) => path),
        /** The folder that a render writes to; empty when it writes beside the documents. */
        outputDir: outputDir.replace(/^\.\/|\/+$/g, ''),
        /** Documents whose code is not Python's, with their engines. */
        foreign: foreign,
        /** Documents with `server: shiny`, of their own or the project's: these are apps. */
        interactive,
    };
}
const DOCUMENT = /\.(?:qmd|ipynb|rmd|md)$/i;
/** What begins with `_` or a dot is included by others, and a README is for those who look at the repository. */
const ASIDE = /(?:^|\/)[_.]|(?:^|\/)README\.\w+$/i;
/** Globs, of which those behind `!` take files away; the last one that matches decides. A folder stands for what is in it. */
function renderTargets(targets) {
    const rules = targets.map((target) => ({
        takes: !target.startsWith('!'),
        matches: (0,glob/* folderGlobs */.ew)([`/${target.replace(/^!/, '').replace(/^\.?\//, '')}`]),
    }));
    const isListed = rules.some(({ takes }) => takes);
    return (path) => rules.findLast(({ matches }) => matches(path))?.takes ?? !isListed;
}
const listOf = (node) => (0,dist/* isSeq */.oP)(node)
    ? node.items.flatMap((item) => ((0,dist/* isScalar */.jn)(item) && typeof item.value === 'string' ? [item.value] : []))
    : [];
/** A notebook is run where its project says so or it has no outputs; it needs Jupyter either way. Plain Markdown is only shown. */
function engineFor(path, text, front) {
    if (/\.ipynb$/i.test(path))
        return 'jupyter';
    if (/\.rmd$/i.test(path))
        return 'knitr';
    return /\.md$/i.test(path) ? 'markdown' : engineOf(text, front);
}
/** Quarto's own order: what the front matter says, else the language of the first cell that needs an engine. */
function engineOf(text, front) {
    const engine = front('engine');
    if (typeof engine === 'string')
        return engine;
    if (front('jupyter') !== undefined)
        return 'jupyter';
    if (front('knitr') !== undefined)
        return 'knitr';
    const languages = [...text.matchAll(/^[ \t]*(?:`{3,}|~{3,})[ \t]*\{([\w-]+)[^}\n]*\}/gm)].map(([, name = '']) => name);
    if (languages.includes('r'))
        return 'knitr';
    return languages.some((name) => !ENGINELESS.has(name)) ? 'jupyter' : 'markdown';
}
/**
 * Reads YAML for the few values that are looked for. The whole is never made into objects: keys that are collections themselves,
 * and the search for keys that are there twice, take more than linear time. Quarto will say what is wrong, with the place.
 */
function yaml(text) {
    let document;
    try {
        document = (0,dist/* parseDocument */.Tp)(text, { uniqueKeys: false, logLevel: 'silent' });
    }
    catch {
        return () => undefined; // nested too deeply
    }
    const whole = document.errors.length === 0 ? document.contents : undefined;
    return (...path) => {
        let node = whole;
        for (const key of path) {
            node = (0,dist/* isMap */.jh)(node) ? node.get(key, true) : undefined;
            if ((0,dist/* isAlias */.Vj)(node))
                node = node.resolve(document);
        }
        return (0,dist/* isScalar */.jn)(node) ? node.value : node;
    };
}
/** Whether a file is made by a render, which the server makes again. */
function isRenderedOutput(path, { documents, outputDir }) {
    if (path.startsWith('.quarto/') || (outputDir !== '' && path.startsWith(`${outputDir}/`)))
        return true;
    return documents.some((document) => {
        const stem = document.replace(/\.\w+$/, '');
        return path === `${stem}.html` || path.startsWith(`${stem}_files/`);
    });
}

;// CONCATENATED MODULE: ./src/platforms/connect/content/rsconnect-table.ts



/** Reads `[tool.rsconnect]`; both of its required keys have to be there. */
function readRsconnect(project, findings) {
    const file = project.pyproject;
    const table = (0,json.at)(file?.data, 'tool', 'rsconnect');
    if (file === undefined || table === undefined)
        return undefined;
    const text = (key) => (0,files_values/* textAt */.$6)(table, key);
    const place = (key) => (0,toml/* placeIn */.VV)(file, `tool.rsconnect.${key}`);
    const missing = ['app_mode', 'entrypoint'].filter((key) => text(key) === '');
    for (const key of missing) {
        const message = `[tool.rsconnect] has no ${key}: rsconnect needs it as a text.`;
        const remedy = `Write ${key}, such as ${key === 'app_mode' ? '"python-fastapi"' : '"app:app"'}, or remove the table.`;
        findings.push((0,findings_finding/* error */.z3)('rsconnect-table', message, remedy, place(key)));
    }
    if (missing.length > 0)
        return undefined;
    const said = (key) => ({ value: text(key), where: `[tool.rsconnect] ${key}`, place: place(key) });
    const requirementsFile = text('requirements_file');
    return { mode: said('app_mode'), entrypoint: said('entrypoint'), title: text('title'), requirementsFile };
}

// EXTERNAL MODULE: ./src/findings/units.ts
var units = __webpack_require__(6317);
// EXTERNAL MODULE: ./src/ports/regular-file.ts
var regular_file = __webpack_require__(9379);
;// CONCATENATED MODULE: ./src/platforms/connect/plan/committed-manifest.ts











const MANIFEST = 'manifest.json';
/** Larger files are not read just to compare their checksums. */
const COMPARED = 100_000_000;
const LARGEST = 2_000_000_000;
/**
 * Reads a manifest as `rsconnect deploy manifest` does: its files, but for those in folders that are never deployed, and its text
 * as it stands. Answers what is wrong with it beside: a file that is gone, or one that has changed since.
 */
function readCommittedManifest(file, project) {
    const place = { file: file.shown, line: 1 };
    let data;
    try {
        data = JSON.parse(file.text.replace(/^\ufeff/, ''));
    }
    catch (thrown) {
        const message = `${file.shown} is no JSON: ${(0,findings_text/* quote */.hD)((0,findings_finding/* messageOf */.bD)(thrown), 160)}.`;
        const remedy = `Regenerate it with rsconnect write-manifest, or delete it: it is then generated from uv.lock.`;
        return { findings: [(0,findings_finding/* error */.z3)('manifest-syntax', message, remedy, place)], manifest: undefined };
    }
    const text = (...path) => (0,files_values/* textAt */.$6)(data, ...path);
    if ((0,json.at)(data, 'version') !== 1 || text('metadata', 'appmode') === '') {
        const message = `${file.shown} has no version 1, or no metadata.appmode.`;
        return { findings: [(0,findings_finding/* error */.z3)('manifest-invalid', message, again(file), place)], manifest: undefined };
    }
    const { files, findings } = listed(file, project, (0,json.at)(data, 'files'));
    if (!findings.some(({ level }) => level === 'error'))
        findings.push(...judgeHead(data, files, file));
    return {
        findings,
        manifest: {
            text: file.text,
            appmode: text('metadata', 'appmode'),
            entrypoint: text('metadata', 'entrypoint'),
            runsPython: (0,json.at)(data, 'python') !== undefined || (0,json.at)(data, 'environment', 'python') !== undefined,
            requires: text('environment', 'python', 'requires'),
            decidedPython: decidedPython(data, file),
            pythonVersion: text('python', 'version'),
            packageFile: text('python', 'package_manager', 'package_file'),
            /** Whether the server installs the packages. */
            isManaged: (0,json.at)(data, 'environment', 'environment_management', 'python') !== false,
            files,
        },
    };
}
/** A set of specifiers (PEP 440), each with its operator. */
const REQUIRES = /^\s*(?:===|==|!=|<=|>=|<|>|~=)\s*[\w.*+!-]+(?:\s*,\s*(?:===|==|!=|<=|>=|<|>|~=)\s*[\w.*+!-]+)*\s*,?\s*$/;
/** The Python that the server takes: one within `requires`, else one of the same minor release as the version. */
function decidedPython(data, file) {
    const requires = (0,files_values/* textAt */.$6)(data, 'environment', 'python', 'requires');
    const version = (0,files_values/* textAt */.$6)(data, 'python', 'version');
    const [, minor] = /^(3\.\d+)(?:\.\d+)?$/.exec(version) ?? [];
    const isRange = REQUIRES.test(requires);
    const text = isRange ? requires : minor && `==${minor}.*`;
    const word = isRange ? '"requires"' : `"${version}"`;
    return text === undefined ? undefined : { text, file: file.shown, line: lineOf(file, word) };
}
const lineOf = ({ text }, word) => text.slice(0, Math.max(0, text.indexOf(word))).split('\n').length;
/** Beside those that are built from source here (rsconnect-python, models.py). */
const OTHER_MODES = [...['shiny', 'rmd-shiny', 'rmd-static', 'api', 'tensorflow-saved-model', 'nodejs', 'nodejs-api']];
/** What the server would refuse of what the manifest says beside its files. */
function judgeHead(data, files, file) {
    const text = (...path) => (0,files_values/* textAt */.$6)(data, ...path);
    const findings = [];
    const complain = (word, message, remedy = again(file)) => findings.push((0,findings_finding/* error */.z3)('manifest-invalid', message, remedy, { file: file.shown, line: lineOf(file, word) }));
    const has = (path) => files.some((one) => one.path === path);
    const mode = text('metadata', 'appmode');
    if (!isAppMode(mode) && !OTHER_MODES.includes(mode)) {
        complain('"appmode"', `${file.shown} has the appmode '${(0,findings_text/* quote */.hD)(mode)}', which Connect does not know.`);
    }
    const requires = text('environment', 'python', 'requires');
    if (requires !== '' && !REQUIRES.test(requires)) {
        const message = `${file.shown} requires Python '${(0,findings_text/* quote */.hD)(requires)}', which has no operator: the server refuses it.`;
        complain('"requires"', message, `Write "~=${(0,findings_text/* quote */.hD)(requires)}.0", ">=${(0,findings_text/* quote */.hD)(requires)}" or the like.`);
    }
    const manager = (0,json.at)(data, 'python', 'package_manager');
    const isManaged = (0,json.at)(data, 'environment', 'environment_management', 'python') !== false;
    const packageFile = text('python', 'package_manager', 'package_file') || 'requirements.txt';
    if (manager !== undefined && isManaged && (0,files_values/* textAt */.$6)(manager, 'name') !== 'none' && !has(packageFile)) {
        const message = `${file.shown} names ${(0,findings_text/* quote */.hD)(packageFile, 200)} as package_file, and does not list it under files: the server can't install anything.`;
        complain('"package_file"', message);
    }
    const [entry = ''] = text('metadata', 'entrypoint').split(':');
    const isModule = isAppMode(mode) && factsOf(mode).form === 'module' && /^[\w.]+$/.test(entry);
    const path = entry.replaceAll('.', '/');
    if (isModule && !entry.endsWith('.py') && !has(`${path}.py`) && !has(`${path}/__init__.py`)) {
        complain('"entrypoint"', `${file.shown} starts ${(0,findings_text/* quote */.hD)(entry, 200)}, and lists no file of that module.`);
    }
    return findings;
}
const again = ({ shown }) => `Write ${shown} again with rsconnect write-manifest, or delete it: it is then generated from uv.lock.`;
/** The files that a manifest lists, and what is wrong with some. */
function listed(file, project, list) {
    const files = [];
    const findings = [];
    const stale = [];
    const large = [];
    const placeOf = (key) => {
        const index = file.text.indexOf(JSON.stringify(key), Math.max(0, file.text.indexOf('"files"')));
        return { file: file.shown, line: index < 0 ? 1 : file.text.slice(0, index).split('\n').length };
    };
    for (const path of Object.keys(typeof list === 'object' && list !== null ? list : {})) {
        if (path === MANIFEST || isIgnored(path))
            continue;
        const found = isPath(path) ? lookAt(project, path) : undefined;
        const wrong = problemOf(path, found);
        if (wrong) {
            const [code, what, remedy = again(file)] = wrong;
            findings.push((0,findings_finding/* error */.z3)(code, `${file.shown} lists ${(0,findings_text/* quote */.hD)(path, 200)}${what}`, remedy, placeOf(path)));
        }
        else if (found) {
            const read = (0,regular_file/* readRegular */.V)(found.source, COMPARED);
            if (!('bytes' in read))
                large.push(path);
            else if ((0,json.at)(list, path, 'checksum') !== (0,external_node_crypto_.hash)('md5', read.bytes))
                stale.push(path);
            files.push({ path, ...found });
        }
    }
    const names = (paths) => (0,findings_text/* quote */.hD)(paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', '), 200);
    if (large[0] !== undefined) {
        const message = `${file.shown} lists files of more than ${(0,units/* bytes */.ee)(COMPARED)}, whose checksums are not compared: ${names(large)}.`;
        const remedy = 'Let the app fetch its data, or make sure that these files are the ones the manifest was written for.';
        findings.push((0,findings_finding/* warning */.$e)('manifest-large-file', message, remedy, placeOf(large[0])));
    }
    if (stale[0] !== undefined) {
        const message = `${file.shown} has other checksums than these files: ${names(stale)}. They have changed since it was written.`;
        findings.push((0,findings_finding/* warning */.$e)('manifest-stale', message, again(file), placeOf(stale[0])));
    }
    return { files, findings };
}
const problem = (code, what, remedy) => [code, what, remedy];
/** Why a listed file can't be deployed: what follows its name, and what to do where writing the manifest again is not enough. */
function problemOf(path, found) {
    if (!isPath(path))
        return problem('manifest-invalid', ', which is no path of the project.');
    if ((0,left_out/* isEnvFile */.qb)(path)) {
        const remedy = "Take it out of the list and pass its values with the 'env' input.";
        return problem('secret-in-bundle', ': files named .env* hold secrets.', remedy);
    }
    if (found === undefined)
        return problem('manifest-file-missing', ', which is no file of the project.');
    if (found.size <= LARGEST)
        return undefined;
    const what = ` with ${(0,units/* bytes */.ee)(found.size)}; files of more than ${(0,units/* bytes */.ee)(LARGEST)} are not deployed.`;
    return problem('file-too-large', what, 'Take it out of the list, and let the app fetch its data.');
}
const isPath = (path) => !path.includes('\\') && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
function lookAt(project, name) {
    const path = (0,external_node_path_.join)(project.dir, name);
    try {
        const real = external_node_fs_.realpathSync.native(path);
        const source = (0,external_node_fs_.lstatSync)(path).isSymbolicLink() ? real : path;
        const stat = (0,external_node_fs_.statSync)(source);
        const isDeployed = (0,paths/* isInside */.FK)(project.dir, real) && !(0,left_out/* isNeverDeployed */.d5)((0,paths/* shownIn */.fz)(project.checkout, real));
        if (!stat.isFile() || !isDeployed)
            return undefined;
        return { source, size: stat.size, executable: (stat.mode & 0o100) !== 0 };
    }
    catch (thrown) {
        if ((0,findings_finding/* codeOf */.$N)(thrown) === '')
            throw thrown;
        return undefined;
    }
}
/**
 * Folders that rsconnect-python never bundles. It looks at the first one of a path only; those whose names mean nothing else are
 * left out at any depth here, as Posit Publisher does.
 */
const AT_ROOT = new Set(['packrat', 'renv', 'rsconnect-python', 'rsconnect']);
const ANYWHERE = new Set('.Rproj.user .git .svn __pycache__ node_modules .rsconnect-python .quarto'.split(' '));
const FILES = /(?:^|\/)(?:\.DS_Store|\.Rhistory|\.rscignore|[^/]+\.Rproj|[^/]+\.pyc)$/;
/** Whether a path is left out of every bundle for Connect. */
function isIgnored(path) {
    const folders = path.split('/').slice(0, -1);
    return AT_ROOT.has(folders[0] ?? '') || folders.some((folder) => ANYWHERE.has(folder)) || FILES.test(path);
}

// EXTERNAL MODULE: ./src/project/source/cells.ts
var cells = __webpack_require__(2802);
// EXTERNAL MODULE: ./src/platforms/shared/start-commands.ts
var start_commands = __webpack_require__(9407);
;// CONCATENATED MODULE: ./src/platforms/connect/plan/serve-scripts.ts
// Programs that stand between Connect and an app which has no server of its own, for `python -c`. Connect's own are not public:
// that it brings them is known, and what they look for in a module (rsconnect-python, bundle.py).
/** Serves a WSGI or ASGI application. Arguments: `wsgi` or `asgi`, the entrypoint, host, port, root path. */
const SERVE = `import importlib, os, sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

OBJECTS = ("app", "application")
FACTORIES = ("create_app", "make_app")


def load(entrypoint):
    name, _, attribute = entrypoint.partition(":")
    module = importlib.import_module(name.removesuffix(".py").replace("/", "."))
    if attribute:
        found = module
        for part in attribute.split("."):
            found = getattr(found, part)
        return found
    for candidate in OBJECTS:
        if hasattr(module, candidate):
            return getattr(module, candidate)
    for candidate in FACTORIES:
        if hasattr(module, candidate):
            return getattr(module, candidate)()
    sys.exit(f"No object named {', '.join(OBJECTS + FACTORIES)} was found in {name}")


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    protocol_version = "HTTP/1.0"


def serve_wsgi(app, host, port, root_path):
    def mounted(environ, start_response):
        environ["SCRIPT_NAME"] = root_path
        return app(environ, start_response)

    make_server(host, port, mounted, Server, Handler).serve_forever()


kind, entrypoint, host, port, root_path = sys.argv[1:]
sys.path.insert(0, os.getcwd())
app = load(entrypoint)
if kind == "wsgi":
    # A Dash object is not WSGI itself: its Flask server is. Dash knows its own prefix.
    serve_wsgi(getattr(app, "server", app), host, int(port), "" if hasattr(app, "server") else root_path)
else:
    import uvicorn

    uvicorn.run(app, host=host, port=int(port), root_path=root_path)
`;
/** Runs a Gradio script, and launches its interface when the script only defines it. Argument: `<module or file[:object]>`. */
const GRADIO = `import os, runpy, sys

name, _, attribute = sys.argv[1].partition(":")
path = name if name.endswith(".py") else name.replace(".", "/") + ".py"
sys.path[0] = os.path.dirname(os.path.abspath(path))
names = runpy.run_path(path, run_name="__main__")
for candidate in (attribute, "demo", "app", "iface"):
    if candidate in names:
        names[candidate].launch()
        break
else:
    sys.exit(f"{path} defines no interface named {attribute or 'demo, app or iface'}")
`;

;// CONCATENATED MODULE: ./src/platforms/connect/plan/start-commands.ts
/**
 * How Connect starts what is deployed to it: a row for each app mode with a process of its own.
 *
 * Known from Posit's clients: the forms of the entrypoints, and that Connect adds packages of its own to what a bundle requires.
 * Which these are, and the command lines, are inferred.
 */


const serve = (kind, isMounted = true) => ({ python, entrypoint, host, port, basePath }) => ({
    command: [python, '-c', SERVE, kind, entrypoint, host, String(port), isMounted ? basePath : ''],
    env: {},
});
const dash = (start) => ({ ...serve('wsgi')(start), env: (0,start_commands/* dashPrefixes */.bf)(start) });
/** A module is accepted where a script is needed. */
const asScript = (launch) => (start) => {
    const [module = ''] = start.entrypoint.split(':');
    const entrypoint = module.endsWith('.py') ? module : `${module.replaceAll('.', '/')}.py`;
    return launch({ ...start, entrypoint });
};
const gradio = ({ python, entrypoint, host, port, basePath }) => ({
    command: [python, '-c', GRADIO, entrypoint],
    env: {
        GRADIO_SERVER_NAME: host,
        GRADIO_SERVER_PORT: String(port),
        GRADIO_ROOT_PATH: basePath,
        GRADIO_ANALYTICS_ENABLED: 'False',
    },
});
const row = (launch, more = {}) => ({
    ...{ packages: [], keepsPrefix: false, launch },
    ...more,
});
/** Modes without a row are rendered, or are files. */
const LAUNCHERS = {
    'python-api': row(serve('wsgi')),
    'python-fastapi': row(serve('asgi'), { packages: ['uvicorn', 'websockets'] }),
    'python-dash': row(dash),
    'python-streamlit': row(asScript(start_commands/* streamlit */.oM)),
    'python-shiny': row(serve('asgi', false)),
    'python-bokeh': row(asScript((0,start_commands/* bokeh */.Ee)('bokeh')), { keepsPrefix: true }),
    'python-gradio': row(gradio),
    'python-panel': row(asScript((0,start_commands/* bokeh */.Ee)('panel')), { keepsPrefix: true }),
};

;// CONCATENATED MODULE: ./src/platforms/connect/plan/contract.ts









/** Connect loads all others as modules, whose `if __name__ == "__main__":` does not hold. */
const PROGRAMS = ['python-streamlit'];
const WITH_PAGES = ['python-streamlit', 'python-dash'];
/** What Connect's own packages for notebooks, nbconvert and ipykernel, bring along that people import. */
const JUPYTER = [
    ...['IPython', 'bs4', 'comm', 'dateutil', 'ipykernel', 'jinja2', 'jsonschema', 'markupsafe', 'nbclient', 'nbconvert'],
    ...['nbformat', 'packaging', 'psutil', 'pygments', 'six', 'tornado', 'traitlets', 'zmq'],
];
/**
 * What follows for the source from how Connect starts the content, and from what it installs; nothing for files without code of
 * Python.
 */
function contractOf({ project, decided, local, runsPython }, installs) {
    const { mode, file, entrypoint } = decided;
    const launcher = LAUNCHERS[mode];
    const isDocument = file !== undefined && (0,cells/* hasCells */.G)(file) && runsPython;
    if (file === undefined || !(0,paths/* isInside */.FK)(project.dir, file))
        return undefined;
    if (!isDocument && (launcher === undefined || !file.endsWith('.py')))
        return undefined;
    const [, object] = entrypoint.split(':');
    return {
        file: (0,external_node_path_.relative)(project.dir, file).split(external_node_path_.sep).join('/'),
        runsAsMain: isDocument || PROGRAMS.includes(mode),
        hasPages: WITH_PAGES.includes(mode),
        listens: false,
        needsPublicHost: false,
        provides: [
            ...(isDocument ? JUPYTER : (launcher?.packages ?? [])),
            ...local.flatMap((one) => modulesOf(one, project.dir)),
        ],
        ...(installs && { installs }),
        ...(isModule(decided) && { looksIn: ['', ...local.flatMap((one) => foldersIn(one, project.dir))] }),
        ...(factsOf(mode).form === 'module' && {
            app: {
                ...{ loader: 'Connect', names: object === undefined ? OBJECTS : [object.split('.')[0] ?? ''] },
                ...{ isSearched: false, isDocumented: true, inEventLoop: mode === 'python-fastapi' },
            },
        }),
    };
}
/** How Connect starts it; nothing for what is rendered, or is files. */
function launchOf(mode, entrypoint) {
    const launcher = LAUNCHERS[mode];
    if (launcher === undefined)
        return {};
    return {
        launch: (place) => launcher.launch({ ...place, entrypoint, basePath: '' }),
        launchPackages: launcher.packages,
    };
}
/** Nothing where somebody else installs, by hand. */
function installsOf({ project, settings, rsconnect }) {
    if (settings.environmentManagement === false)
        return undefined;
    const named = namedRequirements({ rsconnect, settings });
    const wanted = { groups: settings.groups, extras: settings.extras };
    const installs = installsFrom(named || REQUIREMENTS, wanted, project) ?? { defaultGroups: false, ...wanted };
    return { ...installs, prohibited: settings.prohibited };
}
/** What a server installs from a file: the lock's, or a requirements file of the project. Nothing where that can't be read. */
function installsFrom(name, wanted, project) {
    const common = { defaultGroups: false, ...wanted };
    if (finish_FROM_LOCK.includes(name))
        return common;
    const file = readRequirements(project, (0,external_node_path_.join)(project.dir, name));
    if (file === undefined || 'level' in file)
        return undefined;
    const read = (path) => {
        const found = readRequirements(project, (0,external_node_path_.join)(project.dir, path));
        return found === undefined || 'level' in found ? undefined : found.text;
    };
    const asked = (0,requirement_file/* requirementsIn */.mV)(name, read).flatMap(({ lines }) => lines.flatMap((one) => {
        if (one.is === 'requirement')
            return [{ name: one.name, extras: one.extras }];
        // What is there, nobody can tell.
        return one.is === 'address' || one.is === 'local' ? [{ name: one.text, extras: [] }] : [];
    }));
    return { ...common, requirements: { file: file.shown, asked } };
}
/** Whether it is imported from the bundle's top folder. Shiny loads an Express app by its path. */
const isModule = ({ mode, entrypoint }) => factsOf(mode).form === 'module' || (mode === 'python-shiny' && !entrypoint.startsWith('shiny.express.'));
/** The folders of the project whose modules are copied to the top. */
const foldersIn = ({ folder, roots }, dir) => roots.flatMap(({ path }) => {
    const root = (0,external_node_path_.join)(folder, path);
    return root !== dir && (0,paths/* isInside */.FK)(dir, root) ? [(0,external_node_path_.relative)(dir, root).split(external_node_path_.sep).join('/')] : [];
});
/** What the copies of a local package at the root of the bundle are imported as. */
function modulesOf({ folder, roots }, dir) {
    return roots.flatMap(({ path, modules }) => {
        const root = (0,external_node_path_.join)(folder, path);
        // These are looked through anyway.
        if (root === dir || root === (0,external_node_path_.join)(dir, 'src'))
            return [];
        if (modules)
            return modules;
        return (0,paths/* entriesOf */.Mc)(root).map(({ name }) => name.replace(/\.pyi?$/, ''));
    });
}

// EXTERNAL MODULE: ./src/platforms/connect/gateway/names.ts
var names = __webpack_require__(1104);
;// CONCATENATED MODULE: ./src/platforms/connect/plan/plan-base.ts




/** What all plans for Connect have in common. */
function planBase(project, inputs, settings, rsconnectTitle = '') {
    const projectName = (0,json.at)(project.pyproject?.data, 'project', 'name');
    const name = inputs.name || (typeof projectName === 'string' ? projectName : (0,external_node_path_.basename)(project.dir));
    const title = settings.title ?? (0,names/* titleOf */.Gg)(rsconnectTitle || name);
    const production = { name: (0,names/* contentName */.T1)(name), title, settings };
    const old = (0,names/* rsconnectName */.fo)(name);
    const former = old === production.name || inputs.variant !== '' ? undefined : { name: old, title };
    return {
        id: guidIn(inputs.id),
        former,
        ...(inputs.variant === '' ? production : (0,names/* variantOf */.Bp)(production, inputs.variant)),
        kind: 'app',
        delivery: 'archive',
        healthPaths: inputs.healthCheckPaths,
        includesExplicitly: () => false,
        // No limit of the server's is documented.
        maxBundleSize: Number.POSITIVE_INFINITY,
    };
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/committed-plan.ts









/** A committed manifest decides everything: what it lists is deployed, with its text as it stands. */
function planOfManifest(project, inputs, settings, manifest) {
    const shown = project.shown((0,external_node_path_.join)(project.dir, MANIFEST));
    const ofBundle = [
        ...['image', 'environment-management', 'package-installer', 'groups', 'extras', 'exclude'],
        ...['hide-all-input', 'hide-tagged-input', 'quarto-version', 'requirements-file'],
    ];
    const idle = ofBundle.filter((key) => inputs.own[key] !== undefined);
    return {
        ...planBase(project, inputs, settings),
        ...committed_plan_startOf(project, manifest),
        contentType: manifest.appmode,
        manifest: { appmode: manifest.appmode },
        install: { by: manifest.runsPython ? 'requirements' : 'nobody' },
        entrypoint: manifest.entrypoint,
        reasons: [
            `${shown} is deployed as it is: ${(0,findings_text/* quote */.hD)(manifest.appmode)}${manifest.entrypoint && `, entrypoint ${(0,findings_text/* quote */.hD)(manifest.entrypoint)}`}, ${manifest.files.length} files.`,
            'Delete it to have it generated from uv.lock and the code.',
        ],
        includes: () => false,
        added: manifest.files,
        checkFiles: () => idle.map((key) => {
            const message = `${key} has no effect: ${shown} is deployed as it stands.`;
            const remedy = `Remove the key, or delete ${shown}.`;
            return (0,findings_finding/* warning */.$e)('setting-without-effect', message, remedy, (0,setting/* placeOf */.$t)(inputs.own, key));
        }),
        finish: async (files) => {
            const requirements = manifest.packageFile;
            const isThere = manifest.isManaged && requirements !== '' && files.some(({ path }) => path === requirements);
            return { added: [], manifest: () => manifest.text, notes: [], findings: [], ...(isThere && { requirements }) };
        },
        ...(manifest.runsPython && manifest.decidedPython && { decidedPython: manifest.decidedPython }),
        python: { requires: manifest.requires, version: manifest.pythonVersion, from: shown },
    };
}
/** How Connect starts a file that the manifest lists. */
function committed_plan_startOf(project, manifest) {
    const { appmode: mode, entrypoint, runsPython, files } = manifest;
    if (!runsPython || !isAppMode(mode))
        return {};
    const resolved = resolveEntrypoint(mode, entrypoint, { dir: project.dir, imports: [] });
    const file = 'complaint' in resolved ? undefined : resolved.file;
    const isListed = file !== undefined && files.some(({ path }) => (0,external_node_path_.join)(project.dir, path) === file);
    const decided = { mode, entrypoint, reasons: [], ...(isListed && { file }) };
    const start = contractOf({ project, decided, local: [], runsPython }, committed_plan_installsOf(project, manifest));
    return { ...launchOf(mode, entrypoint), ...(start && { start }) };
}
/** What the package file asks for, and nothing else; nothing is known where it is not in the bundle. */
function committed_plan_installsOf(project, { packageFile, files, isManaged }) {
    const isListed = files.some(({ path }) => path === packageFile);
    return isManaged && isListed ? installsFrom(packageFile, { groups: [], extras: [] }, project) : undefined;
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/wanted.ts









/** The groups and extras that are to go along, without those that the project does not have: these are errors. */
function checkWanted({ pyproject }, settings, own, findings) {
    const keys = (...path) => {
        const table = (0,json.at)(pyproject?.data, ...path);
        return typeof table === 'object' && table !== null ? Object.keys(table) : [];
    };
    const isLegacy = (0,json.at)(pyproject?.data, 'tool', 'uv', 'dev-dependencies') !== undefined;
    const known = {
        groups: [...keys('dependency-groups'), ...(isLegacy ? ['dev'] : [])],
        extras: keys('project', 'optional-dependencies'),
    };
    const kept = (key, what, where) => settings[key]
        .filter((name) => {
        if (known[key].some((one) => (0,requirement/* normalName */.tK)(one) === (0,requirement/* normalName */.tK)(name)))
            return true;
        const meant = (0,nearest/* nearest */.p)(name, known[key]);
        findings.push((0,findings_finding/* error */.z3)('invalid-setting', `The project has no ${what} '${(0,findings_text/* quote */.hD)(name)}' under ${where}.`, meant ? `Did you mean '${meant}'?` : `Add it, run \`uv lock\`, or take it out of ${key}.`, (0,setting/* placeOf */.$t)(own, key)));
        return false;
    })
        .map(requirement/* normalName */.tK);
    return {
        groups: kept('groups', 'dependency group', '[dependency-groups]'),
        extras: kept('extras', 'extra', '[project.optional-dependencies]'),
    };
}
/** The package whose command or module Connect starts the content with. Any WSGI or ASGI framework will do for the others. */
const STARTERS = {
    'python-dash': 'dash',
    'python-streamlit': 'streamlit',
    'python-shiny': 'shiny',
    'python-bokeh': 'bokeh',
    'python-gradio': 'gradio',
    'python-panel': 'panel',
    'quarto-shiny': 'shiny',
};
/** Packages of the server's own, whose versions it chooses: one notice for all. */
function externalVersions({ locked, settings }, own) {
    const found = locked.filter(({ name }) => settings.external.includes(name)).map((one) => (0,findings_text/* quote */.hD)((0,lock_packages/* packageName */.oZ)(one)));
    if (found.length === 0)
        return [];
    const message = `The server has its own ${found.slice(0, 8).join(', ')}${found.length > 8 ? ` and ${found.length - 8} more` : ''}: the versions there may be others than these.`;
    const remedy = 'Ask the administrator which they are, and lock the same ones.';
    return [(0,findings_finding/* notice */.lm)('external-version', message, remedy, (0,setting/* placeOf */.$t)(own, 'external'))];
}
/** Settings that only some content has. */
const ONLY_FOR = {
    'hide-all-input': ['jupyter-static'],
    'hide-tagged-input': ['jupyter-static'],
    'quarto-version': ['quarto-static', 'quarto-shiny'],
};
const idleSettings = (mode, own) => Object.entries(ONLY_FOR).flatMap(([key, modes]) => {
    if (own[key] === undefined || modes.includes(mode))
        return [];
    const message = `${key} has no effect on ${mode}: it is for ${modes.join(' and ')}.`;
    return [(0,findings_finding/* warning */.$e)('setting-without-effect', message, `Remove ${key}.`, (0,setting/* placeOf */.$t)(own, key))];
});
/** Any of them brings the kernel that Quarto runs Python with (its documentation, "Using Python"). */
const KERNELS = ['jupyter', 'ipykernel', 'jupyterlab', 'notebook', 'nbclient', 'nbconvert'];
function withoutJupyter({ project, locked }) {
    const { pyproject, lock } = project;
    if (lock === undefined || locked.some(({ name }) => KERNELS.includes(name)))
        return [];
    return [
        (0,findings_finding/* warning */.$e)('framework-not-locked', 'No package of Jupyter is among those that are deployed: Quarto runs Python with it.', 'Run `uv add jupyter`, and commit pyproject.toml and uv.lock.', pyproject && (0,toml/* placeIn */.VV)(pyproject, 'project.dependencies')),
    ];
}
/** Whether what starts the content is among the locked packages that go along. */
function checkFramework(content) {
    const { lock, pyproject } = content.project;
    const kernel = isQuarto(content.decided.mode) ? withoutJupyter(content) : [];
    const starter = STARTERS[content.decided.mode];
    if (starter === undefined || lock === undefined || content.locked.length === 0)
        return kernel;
    if (content.locked.some(({ name }) => name === starter))
        return kernel;
    return [
        ...kernel,
        (0,findings_finding/* error */.z3)('framework-not-locked', `${starter} is not among the packages that are deployed: Connect can't start ${content.decided.mode} content without it.`, `Run \`uv add ${starter}\`; if it is in a group or an extra, name that under groups or extras in [tool.uv-deploy.connect].`, pyproject && (0,toml/* placeIn */.VV)(pyproject, 'project.dependencies')),
    ];
}

;// CONCATENATED MODULE: ./src/platforms/connect/plan/plan.ts


























const NO_PYTHON = { requires: '', version: '', from: '' };
const plan_GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Decides what the project will be on Posit Connect, and checks what needs neither network nor uv. */
async function planConnect(project, inputs, list) {
    const { settings, findings } = readSettings(inputs.own);
    if (inputs.id !== '' && !plan_GUID.test(guidIn(inputs.id))) {
        const message = `The id '${(0,findings_text/* quote */.hD)(inputs.id)}' is not a GUID of Connect.`;
        const remedy = "Copy the GUID from the content's Info tab, or the address of its page, or remove it: the content is then looked up by name.";
        findings.push((0,findings_finding/* error */.z3)('invalid-id', message, remedy));
    }
    const rsconnect = readRsconnect(project, findings);
    const isSaid = inputs.contentType !== '' || inputs.entrypoint !== '' || rsconnect !== undefined;
    const committed = isSaid ? undefined : project.read(MANIFEST);
    if (committed !== undefined) {
        const read = 'level' in committed ? { findings: [committed], manifest: undefined } : readCommittedManifest(committed, project);
        findings.push(...read.findings);
        if (read.manifest)
            return { findings, plan: planOfManifest(project, inputs, settings, read.manifest) };
        const speaks = project.pyproject ?? project.pin ?? project.lock;
        return { findings, ...(speaks === undefined && { withoutPython: true }) };
    }
    const wanted = checkWanted(project, settings, inputs.own, findings);
    const name = project.pyproject && (0,roots/* memberName */.eg)(project.pyproject);
    const locked = project.lock && name !== undefined ? (0,graph/* broughtAlong */.TM)(project.lock, { name, ...wanted }) : [];
    const { packages: local, findings: localFindings } = await readLocalPackages(project, locked);
    findings.push(...localFindings, ...(project.lock ? checkSources(locked, project.lock) : []));
    let listing;
    const files = () => (listing ??= list());
    const places = { dir: project.dir, imports: importFolders(local) };
    const found = await decide({ project, rsconnect, places, candidates: files }, inputs);
    if ('refused' in found) {
        findings.push(found.refused);
        const isStatic = (inputs.contentType || rsconnect?.mode.value) === 'static';
        return { findings, ...(isStatic && { withoutPython: true }) };
    }
    findings.push(...(found.notices ?? []));
    const quarto = isQuarto(found.mode) ? inspectQuarto(await files(), chosenIn(project, found)) : undefined;
    const isModeSaid = inputs.contentType !== '' || rsconnect !== undefined;
    const decided = isModeSaid || quarto === undefined ? found : settled(found, quarto);
    const runsPython = decided.mode !== 'static' && (quarto === undefined || quarto.engines.includes('jupyter'));
    const python = runsPython ? readPythonWish(project, findings) : NO_PYTHON;
    const content = { project, decided, settings, rsconnect, locked, local, runsPython, python, quarto };
    findings.push(...checkEntry(content));
    return { findings, plan: makePlan(content, inputs, findings) };
}
/** A project of interactive documents alone is interactive itself. */
function settled(found, { documents, interactive }) {
    if (interactive.length === 0 || interactive.length < documents.length)
        return found;
    const reason = `${(0,findings_text/* quote */.hD)(interactive.join(', '), 200)} has server: shiny, which makes it quarto-shiny.`;
    return { ...found, mode: 'quarto-shiny', reasons: [...found.reasons, reason] };
}
function makePlan(content, inputs, soFar) {
    const { project, decided, settings, rsconnect, quarto, locked } = content;
    const { matches, findings: refused } = excludes(project, settings.exclude, inputs.own);
    const isOutput = (path) => quarto !== undefined && isRenderedOutput(path, quarto);
    const base = planBase(project, inputs, settings, rsconnect?.title);
    const start = contractOf(content, installsOf(content));
    return {
        ...base,
        ...(start && { start }),
        ...launchOf(decided.mode, decided.entrypoint),
        contentType: decided.mode,
        locked: {
            wanted: { groups: settings.groups, extras: settings.extras },
            external: new Set(settings.external),
        },
        manifest: { appmode: decided.mode },
        install: { by: content.runsPython ? 'requirements' : 'nobody' },
        entrypoint: decided.entrypoint,
        reasons: [
            ...decided.reasons,
            `Its name on Connect is ${base.name}, its title ${(0,findings_text/* quote */.hD)(base.title)}.`,
            ...pythonReasons(content),
            ...ignoredReasons(project),
        ],
        includes: (path) => path !== MANIFEST && !isIgnored(path) && !matches(path) && !isOutput(path),
        added: [],
        checkFiles: (files) => {
            const bundled = new Set(files.map(({ source }) => source));
            const metadata = [project.pyproject, project.lock].filter((file) => file !== undefined && bundled.has(file.path));
            const findings = [...refused, ...metadata.flatMap((file) => (file ? credentialsOf(file) : []))];
            const given = givenRequirements(content, files);
            if (given.finding)
                findings.push(given.finding);
            if (given.file) {
                findings.push(...checkRequirements(given.file.name, locked, bundledTexts(project, files)));
            }
            else if (content.runsPython && settings.environmentManagement !== false) {
                findings.push(...(project.lock ? localIndexes(locked, project.lock) : []), ...checkFramework(content));
            }
            if (content.runsPython)
                findings.push(...checkMoved(content.local, files, project));
            findings.push(...externalVersions(content, inputs.own), ...idleSettings(decided.mode, inputs.own));
            const isKnown = soFar.some(({ level, code }) => level === 'error' && code.startsWith('entrypoint'));
            return [...findings, ...(isKnown ? [] : checkBundled(content, files))];
        },
        finish: (files, tools) => finish(content, files, tools),
        python: content.python,
    };
}
/** The requirements files of a bundle. */
function bundledTexts(project, files) {
    const sources = new Map(files.map(({ path, source }) => [path, source]));
    return {
        has: (path) => sources.has(path),
        read: (path) => {
            const source = sources.get(path);
            const file = typeof source === 'string' ? readRequirements(project, source) : undefined;
            return file === undefined || 'level' in file ? undefined : file.text;
        },
        shown: (path) => project.shown((0,external_node_path_.join)(project.dir, path)),
    };
}
/** The document that is to be rendered, by its path in the bundle. */
const chosenIn = ({ dir }, { file, entrypoint }) => file === undefined ? entrypoint : (0,external_node_path_.relative)(dir, file).split(external_node_path_.sep).join('/');
const pythonReasons = ({ runsPython, python }) => !runsPython
    ? []
    : [
        `The manifest asks for Python ${python.version}${python.requires && ` (requires ${(0,findings_text/* quote */.hD)(python.requires)}: ${python.from})`}.`,
    ];
const ignoredReasons = ({ dir, shown }) => {
    const path = (0,external_node_path_.join)(dir, MANIFEST);
    return (0,external_node_fs_.existsSync)(path) ? [`${shown(path)} is not looked at: it is generated again.`] : [];
};
/** `[tool.uv-deploy.connect] exclude`, and which of its patterns rsconnect refuses. */
function excludes(project, exclude, own) {
    const isFolder = (path) => (0,external_node_fs_.statSync)((0,external_node_path_.join)(project.dir, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
    const { matches, refused } = rsconnectGlobs(exclude, isFolder);
    const findings = refused.map((pattern) => {
        const isNegated = pattern.startsWith('!');
        const message = `The pattern '${(0,findings_text/* quote */.hD)(pattern)}' in exclude ${isNegated ? 'begins with !, which means nothing to rsconnect' : 'has ** twice; rsconnect takes it once'}.`;
        const remedy = isNegated
            ? 'Write it into exclude of [tool.uv-deploy], which reads it as .gitignore does; or name the file in include.'
            : 'Write two patterns, or a folder by its name.';
        return (0,findings_finding/* error */.z3)('invalid-setting', message, remedy, (0,setting/* placeOf */.$t)(own, 'exclude'));
    });
    return { matches, findings };
}

;// CONCATENATED MODULE: ./src/platforms/connect/connect.ts








/** Posit Connect: its content is found by GUID or by name, and described in `[tool.uv-deploy.connect]`. */
const connect = {
    name: 'connect',
    words: { credential: api_refusals/* WORDS */.q9.credential, privateApp: api_refusals/* PRIVATE_APP */.Y5 },
    credentials: { server: 'CONNECT_SERVER', token: 'CONNECT_API_KEY' },
    server: target/* LINUX */["do"],
    // `environment.python.requires` of the manifest is a range.
    takesRange: true,
    copiesLocal: true,
    // rsconnect-python asks this before it has a key.
    sign: { path: SETTINGS_PATH, fits: isServer },
    isOwn: api_refusals/* isOwnAnswer */.rh,
    settings: settings_SETTINGS,
    foreign: readPublisher,
    locate: locate,
    signIn: signIn,
    identify: async (project, inputs) => {
        const { settings, findings } = readSettings(inputs.own);
        const { id, name, former } = planBase(project, inputs, settings);
        return { identity: { id, name, slug: '', former }, findings };
    },
    open: async (...args) => (await __webpack_require__.e(/* import() */ 883).then(__webpack_require__.bind(__webpack_require__, 9883))).openConnection(...args).connection,
    plan: async (project, inputs, candidates) => {
        const { plan, ...others } = await planConnect(project, inputs, candidates);
        if (plan === undefined)
            return others;
        const target = targetOf(plan, inputs);
        return {
            ...others,
            plan: {
                ...plan,
                open: async (access, deps, pullRequest) => pullRequest === undefined
                    ? (await __webpack_require__.e(/* import() */ 883).then(__webpack_require__.bind(__webpack_require__, 9883))).openGateway(target, access, deps)
                    : (await Promise.all(/* import() */[__webpack_require__.e(883), __webpack_require__.e(767)]).then(__webpack_require__.bind(__webpack_require__, 7767))).openPreviewGateway(pullRequest, target, access, deps),
            },
        };
    },
};
const targetOf = ({ id, name, former, title, contentType, settings, python, healthPaths }, { wait, healthCheckTimeoutMs }) => ({
    ...{ id, name, former, title, settings, python, healthPaths, wait },
    appMode: contentType,
    healthLimitMs: healthCheckTimeoutMs,
});


/***/ }),

/***/ 1104:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ variantOf),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H2: () => (/* binding */ pullRequestOf),
/* harmony export */   T1: () => (/* binding */ contentName),
/* harmony export */   _n: () => (/* binding */ pullRequestOfBundle),
/* harmony export */   fo: () => (/* binding */ rsconnectName),
/* harmony export */   gz: () => (/* binding */ previewName),
/* harmony export */   sI: () => (/* binding */ previewTarget)
/* harmony export */ });
/* unused harmony export fitName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _shared_marked_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3984);


// What content is called: that of an app, of its variants and of its previews.
/** Connect takes titles of 3 to 1024 and names of 3 to 64 characters. */
const SHORTEST = 3;
const [LONGEST_TITLE, LONGEST_NAME] = [1024, 64];
const FOREIGN = /[^A-Za-z0-9_ -]+/g;
const HASH_LENGTH = 8;
/** The title rsconnect-python would give: cut, or filled up with zeros. */
const titleOf = (text) => [...text].slice(0, LONGEST_TITLE).join('').padStart(SHORTEST, '0');
const reduce = (text) => text.toLowerCase().replace(FOREIGN, '').replaceAll(' ', '_').replace(/_+/g, '_');
/** The name that rsconnect-python makes of a title, without the numbers it appends when a name is taken. */
const rsconnectName = (title) => reduce(title).slice(0, LONGEST_NAME).padStart(SHORTEST, '_');
/** Cuts a name that is too long; a hash of the whole keeps it apart from others with the same beginning. */
const fitName = (name, limit) => name.length <= limit ? name : hashed(name, name, limit);
/**
 * The name of content: rsconnect-python's, unless characters get lost on the way to Connect's alphabet or at its end. A hash of the
 * whole text is then appended, so that two texts never name the same content. Case and blanks do not count.
 */
function contentName(given) {
    const text = given.normalize('NFC'); // folders' names differ in that between systems
    const reduced = reduce(text);
    const isLossy = text.search(FOREIGN) >= 0 || reduced.length > LONGEST_NAME;
    return isLossy ? hashed(reduced.replace(/^_|_$/g, ''), text, LONGEST_NAME) : rsconnectName(text);
}
function hashed(name, whole, limit) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(whole.toLowerCase()).digest('hex').slice(0, HASH_LENGTH);
    return [name.slice(0, limit - HASH_LENGTH - 1), hash].filter((part) => part !== '').join('-');
}
/** What a preview's name and title need behind those of its app. */
const [PREVIEW_NAME, PREVIEW_TITLE] = ['_pr_1234567890'.length, ' (PR #1234567890)'.length];
/**
 * The content of a variant in place of production's: the name `<name>__staging`, which no app has of itself (names of ours have no two
 * underscores in a row), the title `<title> (staging)` and the vanity URL `/<path>-staging/`.
 */
function variantOf({ name, title, settings }, variant) {
    const marked = (0,_shared_marked_name_js__WEBPACK_IMPORTED_MODULE_1__/* .markedName */ .Q)(title, ` (${variant})`, LONGEST_TITLE - PREVIEW_TITLE);
    const { vanityUrl, content } = settings;
    return {
        name: (0,_shared_marked_name_js__WEBPACK_IMPORTED_MODULE_1__/* .markedName */ .Q)(name, `__${variant}`, LONGEST_NAME - PREVIEW_NAME),
        title: marked,
        settings: {
            ...settings,
            title: marked,
            content: { ...content, title: marked },
            vanityUrl: vanityUrl && `${vanityUrl.replace(/\/$/, '')}-${variant}/`,
        },
    };
}
const NAME_MARK = /_pr_([1-9]\d{0,9})$/;
const titleMark = (pullRequest) => ` (PR #${pullRequest})`;
/** `<name>_pr_<number>`, the name cut so that the mark fits: Connect's names hold letters, digits, - and _ only. */
function previewName(app, pullRequest) {
    const mark = `_pr_${pullRequest}`;
    return `${fitName(app, LONGEST_NAME - mark.length)}${mark}`;
}
/** Content of its own in place of the app's: another name and title, never its GUID, and not its vanity URL. */
function previewTarget(target, pullRequest) {
    const mark = titleMark(pullRequest);
    const title = `${[...target.title].slice(0, LONGEST_TITLE - mark.length).join('')}${mark}`;
    const { title: _title, ...content } = target.settings.content;
    const { former: _former, ...rest } = target;
    return {
        ...rest,
        id: '',
        name: previewName(target.name, pullRequest),
        title,
        settings: { content: { ...content, title }, vanityUrl: undefined },
    };
}
/** The pull request whose preview of `app` the content is; its name and its title both have to say so. */
function pullRequestOf({ name, title }, app) {
    const pullRequest = Number(NAME_MARK.exec(name)?.[1] ?? 0);
    if (pullRequest === 0)
        return undefined;
    return name === previewName(app, pullRequest) && title.endsWith(titleMark(pullRequest)) ? pullRequest : undefined;
}
/** The pull request of this repository whose preview a bundle is. The active bundle is none. */
function pullRequestOfBundle({ active, metadata }, repository) {
    const number = metadata.source_pull_request ?? '';
    const { source_repo: from = '' } = metadata;
    const isOurs = from === '' || repository === '' || from === repository;
    return !active && isOurs && /^[1-9]\d{0,9}$/.test(number) ? Number(number) : undefined;
}


/***/ }),

/***/ 53:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A4: () => (/* binding */ besideOf),
/* harmony export */   F7: () => (/* binding */ decodeRequirements),
/* harmony export */   mV: () => (/* binding */ requirementsIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _requirement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8098);


/** The text of the file: UTF-8, or what its byte order mark says. Bytes that mean nothing are replaced: comments may have some. */
function decodeRequirements(bytes) {
    const [first, second] = bytes;
    if (first === 0xff && second === 0xfe)
        return new TextDecoder('utf-16le').decode(bytes);
    if (first === 0xfe && second === 0xff)
        return new TextDecoder('utf-16be').decode(bytes);
    return new TextDecoder().decode(bytes);
}
/** The lines that say something, with those joined that a backslash holds together. */
function readRequirementLines(text) {
    const lines = [];
    let open;
    for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
        const isComment = /^\s*#/.test(raw);
        const continues = raw.endsWith('\\') && !isComment;
        const part = continues ? raw.slice(0, -1) : raw;
        open = open ? { ...open, text: `${open.text} ${part}` } : { text: part, line: index + 1 };
        if (continues)
            continue;
        const whole = open.text.replace(/(?:^|\s)#.*$/, '').trim();
        if (whole !== '')
            lines.push(judge(whole, open.line));
        open = undefined;
    }
    const rest = open?.text.replace(/(?:^|\s)#.*$/, '').trim();
    return rest && open ? [...lines, judge(rest, open.line)] : lines;
}
const LOCAL = /^\s*(?:-e\b|--editable\b|\.{0,2}\/|\.\.?(?:\s|$))|(?:^|\s|@\s*)file:|@\s*\.{0,2}\/|^[^\s@]*\.(?:whl|zip|tar\.gz)(?:\s|$)/;
const NAMED = /^([a-z0-9](?:[\w.-]*[a-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(?=$|[=<>!~;@(])(.*)$/is;
const ADDRESS = /^(?:(?:git|hg|svn|bzr)\+)?[a-z][a-z0-9+.-]*:\/\//i;
function judge(text, line) {
    const common = { text, line };
    const [, option = '', path = ''] = /^(-r|--requirement|-c|--constraint)(?:\s+|\s*=\s*|(?=[^\s-]))(.+)$/.exec(text) ?? [];
    if (option !== '')
        return { ...common, is: /c/.test(option.slice(0, 4)) ? 'constraint' : 'include', path };
    if (ADDRESS.test(text) && !text.startsWith('file:'))
        return { ...common, ...atAddress(text) };
    if (LOCAL.test(text))
        return { ...common, is: 'local' };
    if (text.startsWith('-'))
        return { ...common, is: 'option' };
    // Variables are filled in on the server.
    if (/\$\{\w+\}/.test(text))
        return { ...common, is: 'option' };
    const [, name, extras = '', rest = ''] = NAMED.exec(text) ?? [];
    if (name === undefined)
        return { ...common, is: 'invalid' };
    const pinned = /^\s*==\s*([^\s;,*]+)\s*(?:;|--|$)/.exec(rest)?.[1];
    return { ...common, ...requirement(name, extras), ...(pinned !== undefined && { pinned }) };
}
const requirement = (name, extras = '') => ({
    is: 'requirement',
    name: (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .normalName */ .tK)(name),
    extras: (0,_requirement_js__WEBPACK_IMPORTED_MODULE_1__/* .normalExtras */ .vb)(extras.split(',')),
});
/** What an address alone tells: `#egg=name`, or the name of a wheel. */
function atAddress(text) {
    const [, egg, extras] = /#(?:.*&)?egg=([\w.-]+)(?:\[([^\]]*)\])?/.exec(text) ?? [];
    const [, wheel] = /\/([\w.]+)-[^/]+\.whl(?:[#?\s]|$)/.exec(text) ?? [];
    const name = egg ?? wheel;
    return name === undefined ? { is: 'address' } : requirement(name, extras);
}
/** What a requirements file asks for, with the files that it names: `read` gives the text of one by its path. */
function requirementsIn(path, read, seen = new Set()) {
    if (seen.has(path))
        return [];
    seen.add(path);
    const text = read(path);
    if (text === undefined)
        return [];
    const lines = readRequirementLines(text);
    const named = lines.flatMap((one) => (one.is === 'include' ? [besideOf(path, one.path)] : []));
    return [{ path, lines }, ...named.flatMap((next) => requirementsIn(next, read, seen))];
}
/** The path of a file that another one names. */
const besideOf = (path, named) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), named);


/***/ })

};
