export const id = 20;
export const ids = [20];
export const modules = {

/***/ 8020:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect),
  problemIn: () => (/* binding */ problemIn),
  providerFor: () => (/* reexport */ providerFor),
  signInNeeded: () => (/* reexport */ signInNeeded),
  signInOf: () => (/* reexport */ signInOf),
  troubleIn: () => (/* binding */ troubleIn)
});

// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/client/dist/index.mjs + 32 modules
var dist = __webpack_require__(5784);
// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/client/dist/validators/cfWorker.mjs + 1 modules
var cfWorker = __webpack_require__(1779);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/ports/http/http.ts + 1 modules
var http = __webpack_require__(9553);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/platforms/deploymill/api/credential.ts




/**
 * How the server is shown who calls: an access token alone; a client's id and its secret; or a refresh token, where `client-id` is set.
 * The vendor documents sign-in with a browser only, so the server's own metadata says which of them it takes.
 */
async function providerFor(given, deps) {
    const { access, clientId, endpoint, fetch } = given;
    const { token, secret } = access;
    if (clientId !== '')
        return refreshing(token, { clientId, secret }, deps);
    if (secret === '')
        return { token: async () => token };
    const { grants: offered, issuer } = await signInOf(endpoint, fetch);
    if (offered !== undefined && !offered.includes('client_credentials')) {
        throw (0,finding/* failure */.V2)('no-client-credentials', `deploymill's sign-in does not take a client's id and secret: it offers ${(0,findings_text/* quote */.hD)(offered.join(', '), 200) || 'nothing'}.`, "Leave out 'secret', and give 'token' an access token.");
    }
    return new dist/* ClientCredentialsProvider */.V4({
        ...{ clientId: token, clientSecret: secret },
        ...(issuer !== undefined && { expectedIssuer: issuer }),
    });
}
/** Where the server has people sign in, and the grants that are offered there; `undefined` for what it does not tell. */
async function signInOf(endpoint, fetch) {
    const info = await (0,dist/* discoverOAuthServerInfo */.kI)(endpoint, { fetchFn: fetch }).catch(() => ({}));
    const { issuer, grant_types_supported: grants } = info.authorizationServerMetadata ?? {};
    return { grants: grants === undefined ? undefined : (0,values/* strings */.P$)(grants), issuer };
}
/** A refresh token that becomes access tokens, without anybody at a browser. A server may replace it each time. */
function refreshing(token, client, { mask, report }) {
    let tokens = { access_token: '', token_type: 'bearer', refresh_token: token };
    const interactive = () => {
        throw signInNeeded();
    };
    return {
        redirectUrl: undefined,
        clientMetadata: { redirect_uris: [], grant_types: ['refresh_token'] },
        clientInformation: () => ({
            client_id: client.clientId,
            ...(client.secret !== '' && { client_secret: client.secret }),
        }),
        tokens: () => tokens,
        saveTokens: (fresh) => {
            mask(fresh.access_token);
            if (fresh.refresh_token !== undefined && fresh.refresh_token !== token) {
                mask(fresh.refresh_token);
                if (tokens.refresh_token === token)
                    report([rotated]);
            }
            tokens = { refresh_token: tokens.refresh_token, ...fresh };
        },
        // Without this, a provider that has no page for the user's return asks for client credentials.
        prepareTokenRequest: () => new URLSearchParams({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? token }),
        redirectToAuthorization: interactive,
        saveCodeVerifier: () => { },
        codeVerifier: interactive,
    };
}
const rotated = (0,finding/* warning */.$e)('token-rotated', 'deploymill has replaced the refresh token: the stored one may not be accepted any more, and a run can\u2019t store the new one.', 'Ask deploymill for a credential that stays, or sign in again before the next run.');
const signInNeeded = () => (0,finding/* failure */.V2)('sign-in-needed', 'deploymill does not accept the refresh token, and a new one needs somebody to sign in with a browser.', 'Sign in again, and store the new refresh token as the secret that `token` reads.');

;// CONCATENATED MODULE: ./src/platforms/deploymill/api/wire.ts
/** The official MCP client, in a chunk of its own: only runs that talk to deploymill load it. */





/** More pages of tools than a server with a reason has. */
const MOST_PAGES = 20;
/**
 * Connects, by the newest protocol that both sides know; servers that stumble over the question are asked in the old way. Nothing is
 * offered to the server: it can't ask questions.
 */
async function connect(target) {
    try {
        return await wire_open(target, 'auto');
    }
    catch (error) {
        const isUndecided = error instanceof dist/* SdkError */.Fp && error.code === dist/* SdkErrorCode */.OH.EraNegotiationFailed;
        if (!isUndecided || (statusOf(error) ?? 0) >= 500)
            throw error;
        return wire_open(target, 'legacy');
    }
}
async function wire_open({ endpoint, provider, fetch, limitMs }, mode) {
    const client = new dist/* Client */.Kj({ name: 'uv-deploy', version: '1' }, {
        capabilities: {},
        versionNegotiation: { mode },
        inputRequired: { autoFulfill: false },
        listMaxPages: MOST_PAGES,
        // What a tool answers is read leniently: an answer that does not fit its schema has done its work all the same.
        jsonSchemaValidator: {
            getValidator: () => (input) => ({ valid: true, data: input, errorMessage: undefined }),
        },
    });
    const transport = new dist/* StreamableHTTPClientTransport */.jS(endpoint, { fetch, ...(provider && { authProvider: provider }) });
    await client.connect(transport, { timeout: limitMs });
    return {
        tools: async () => (await client.listTools({}, { timeout: limitMs })).tools,
        call: (name, args, { limitMs: timeout, signal, onprogress }) => client.callTool({ name, arguments: args }, {
            ...{ timeout, maxTotalTimeout: timeout, resetTimeoutOnProgress: true, signal },
            onprogress: ({ message }) => {
                if (message !== undefined)
                    onprogress(message);
            },
        }),
        close: async () => {
            await transport.terminateSession();
            await client.close();
        },
    };
}
/** Why arguments do not fit a schema; `undefined` where they do, or where the schema itself makes no sense. */
function problemIn(schema, args) {
    try {
        const validate = new cfWorker/* CfWorkerJsonSchemaValidator */.R({ shortcircuit: false, draft: '2020-12' }).getValidator(schema);
        const { valid, errorMessage } = validate(args);
        return valid ? undefined : errorMessage;
    }
    catch {
        return undefined;
    }
}
/** JSON-RPC's codes of requests that were not carried out. */
const NOT_DONE = [-32700, -32600, -32601, -32602];
/** Rethrows what is ours. */
function troubleIn(thrown) {
    const chain = causesOf(thrown);
    for (const error of chain) {
        if (error instanceof finding/* Failure */.HR || error instanceof finding/* Cancelled */.cJ)
            throw error;
        if (error instanceof http/* NetworkError */.Dr)
            return { kind: 'broken', message: error.message, error };
    }
    for (const error of chain) {
        const isOAuth = error instanceof dist/* OAuthError */.W5 ||
            error instanceof dist/* OAuthClientFlowError */.Zx ||
            error instanceof dist/* InsecureTokenEndpointError */.$F;
        if (error instanceof dist/* UnauthorizedError */.D_ || isOAuth)
            return { kind: 'unauthorized' };
        const status = statusOf(error);
        if (status === 401)
            return { kind: 'unauthorized' };
        if (status !== undefined)
            return { kind: 'status', status, text: (0,finding/* messageOf */.bD)(error) };
        if (error instanceof dist/* ProtocolError */.bd) {
            return { kind: 'refused', message: error.message, isCertain: NOT_DONE.includes(Number(error.code)) };
        }
    }
    return { kind: 'broken', message: (0,finding/* messageOf */.bD)(thrown) };
}
function causesOf(error) {
    const chain = [];
    for (let next = error; next !== undefined && next !== null && chain.length < 10;) {
        chain.push(next);
        const data = next instanceof dist/* SdkError */.Fp ? next.data : undefined;
        next = next instanceof Error ? (next.cause ?? innerOf(data)) : undefined;
    }
    return chain;
}
const innerOf = (data) => typeof data === 'object' && data !== null ? Object.values(data).find((value) => value instanceof Error) : undefined;
function statusOf(error) {
    if (error instanceof dist/* SdkHttpError */.HC)
        return error.status;
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    return typeof status === 'number' ? status : undefined;
}


/***/ })

};
