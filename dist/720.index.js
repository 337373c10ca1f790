export const id = 720;
export const ids = [720];
export const modules = {

/***/ 3773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   EW: () => (/* binding */ checkSettings),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Te: () => (/* binding */ texts),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gV: () => (/* binding */ globs),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _bundle_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6230);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4879);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6317);



/** A text of some length, counted in characters. */
const text = (description, least, most) => ({
    description,
    schema: { type: 'string', ...(least > 0 && { minLength: least }), maxLength: most },
    wanted: `a string of ${least} to ${most} characters`,
    fits: (value) => typeof value === 'string' && [...value].length >= least && [...value].length <= most,
});
/** A text of a certain form; `form` has no flags. */
const shaped = (description, form, what, example) => ({
    description,
    schema: { type: 'string', pattern: form.source, examples: [example] },
    wanted: `${what} such as "${example}"`,
    fits: (value) => typeof value === 'string' && form.test(value),
});
const oneOf = (description, ...choices) => ({
    description,
    schema: { enum: choices },
    wanted: choices.map((choice) => `"${choice}"`).join(' or '),
    fits: (value) => choices.some((choice) => choice === value),
});
const integer = (description, unit) => ({
    description,
    schema: { type: 'integer', minimum: 0 },
    wanted: `a whole number of ${unit}, 0 or more`,
    fits: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
});
const number = (description, most, wanted) => ({
    description,
    schema: { type: 'number', minimum: 0, maximum: most },
    wanted,
    fits: (value) => typeof value === 'number' && value >= 0 && value <= most,
});
/** Read as bytes. */
const size = (description, example) => ({
    description,
    schema: {
        anyOf: [
            { type: 'integer', minimum: 0 },
            { type: 'string', pattern: '^\\s*\\d+(?:\\.\\d+)?\\s*[KkMmGg]?[Ii]?[Bb]?\\s*$' },
        ],
        examples: [example],
    },
    wanted: `a size such as "${example}"`,
    fits: (value) => (0,_findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .byteSize */ .mz)(value) !== undefined,
    read: _findings_units_js__WEBPACK_IMPORTED_MODULE_2__/* .byteSize */ .mz,
});
const flag = (description) => ({
    description,
    schema: { type: 'boolean' },
    wanted: 'true or false',
    fits: (value) => typeof value === 'boolean',
});
const texts = (description) => ({
    description,
    schema: { type: 'array', items: { type: 'string', minLength: 1 } },
    wanted: 'a list of strings',
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
});
const globs = (description) => {
    const list = texts(description);
    return {
        description,
        schema: { type: 'array', maxItems: 1000, items: { type: 'string', minLength: 1, maxLength: 1000 } },
        wanted: 'a list of at most 1000 strings of at most 1000 characters',
        fits: (value) => list.fits(value) && (0,_bundle_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternProblem */ .AL)(value) === undefined,
    };
};
/** Where a setting is written: in the table of the project, or of its app. */
const placeOf = (own, key) => {
    const { file, line } = own[key] ?? {};
    return { ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
};
/** The values of the settings that fit; each that does not is an error at its line, and left out. */
function checkSettings(table, own, platform) {
    const values = new Map();
    const findings = [];
    for (const [key, { fits, read, wanted }] of Object.entries(table)) {
        const value = own[key]?.value;
        if (value === undefined)
            continue;
        if (fits(value)) {
            values.set(key, read ? read(value) : value);
        }
        else {
            const message = `The setting ${key} of ${platform} is not ${wanted}.`;
            findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .error */ .z3)('invalid-setting', message, `Write ${wanted}.`, placeOf(own, key)));
        }
    }
    return { values, findings };
}


/***/ }),

/***/ 6576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ readDeployments),
/* harmony export */   LW: () => (/* binding */ readPreview),
/* harmony export */   a2: () => (/* binding */ readBlockedDomains),
/* harmony export */   c3: () => (/* binding */ refusalIn),
/* harmony export */   iI: () => (/* binding */ readPreviews),
/* harmony export */   iJ: () => (/* binding */ readDeployment),
/* harmony export */   qu: () => (/* binding */ dataOf),
/* harmony export */   x6: () => (/* binding */ readLog)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5819);
/* harmony import */ var _project_files_values_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3891);



/** The data of a result: structured, or JSON in its first text, or that text. */
function dataOf(result) {
    const structured = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(result, 'structuredContent');
    if (structured !== undefined)
        return structured;
    const content = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(result, 'content');
    const [first] = Array.isArray(content) ? content.filter((part) => (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(part, 'type') === 'text') : [];
    const text = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(first, 'text');
    if (typeof text !== 'string')
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
/** What the documented codes ask for. */
const REMEDIES = {
    upgrade_required: 'Upgrade the plan on deploymill, or leave out what needs it.',
    database_provider_unavailable: 'Write "database": { "engine": "postgres" } in .deploymill/project.json.',
    dns_not_pointed: 'Point the DNS record of the domain to deploymill, as its message says.',
    domain_verification_required: 'Add the DNS record that deploymill asks for.',
    host_claimed: 'Choose another host: this one belongs to another app.',
    invalid_hostname: 'Correct the host in .deploymill/project.json.',
    reserved_hostname: 'Choose another host: this one is reserved.',
};
/** Why a result is none: its own error flag, or `ok: false`. `undefined` where all is well. */
function refusalIn(name, result) {
    const data = dataOf(result);
    if ((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(result, 'isError') !== true && (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, 'ok') !== false)
        return undefined;
    const code = textIn(data, 'errorCode') || textIn(data, 'code') || textIn((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, 'error'), 'code');
    const said = typeof data === 'string'
        ? data
        : textIn(data, 'message') || textIn(data, 'error') || textIn((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, 'error'), 'message');
    const step = textIn(data, 'failedAt');
    const told = [code && `code ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(code)}`, step && `at ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(step)}`].filter(Boolean).join(', ');
    return (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .failure */ .V2)('tool-refused', `deploymill refused '${name}'${told && ` (${told})`}: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(said, 500) || 'it did not say why'}`, REMEDIES[code] ?? 'Fix what deploymill names, and run the job again.');
}
const textIn = (value, ...keys) => {
    for (const key of keys) {
        const found = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, key);
        if (typeof found === 'string' && found !== '')
            return found;
        if (typeof found === 'number')
            return String(found);
    }
    return '';
};
const flagIn = (value, key) => {
    const found = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, key);
    return typeof found === 'boolean' ? found : undefined;
};
/** Ids come back as arguments, and are shown: they have no blanks and no end of their own. */
const idIn = (value, ...keys) => {
    const id = textIn(value, ...keys);
    return /^[\w.:-]{1,128}$/.test(id) ? id : '';
};
const STATES = [
    ['done', /^(?:done|success|succeeded|live|ready|completed|active)$/i],
    ['error', /^(?:error|failed|failure|cancelled|canceled|crashed)$/i],
    ['running', /^(?:running|pending|queued|building|deploying|in_progress|idle)$/i],
];
function readDeployment(row) {
    const inner = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(row, 'deployment');
    const value = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isTable */ .bI)(inner) ? { ...inner, ...without(row, 'deployment') } : row;
    const status = textIn(value, 'status', 'state');
    return {
        id: idIn(value, 'deploymentId', 'id'),
        state: STATES.find(([, words]) => words.test(status))?.[0] ?? 'unknown',
        status,
        commit: textIn(value, 'commit', 'commitSha', 'sha', 'commitHash').toLowerCase(),
        rollbackId: idIn(value, 'rollbackId'),
        rolledOver: flagIn(value, 'rolledOver'),
        note: [textIn(value, 'rolloverNote'), textIn(value, 'edgeNote')].filter(Boolean).join(' '),
    };
}
const without = (value, key) => Object.fromEntries(Object.entries((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isTable */ .bI)(value) ? value : {}).filter(([name]) => name !== key));
/** The rows of a list, which may be the answer itself or under a name. */
function rowsIn(data, ...keys) {
    for (const found of [data, ...keys.map((key) => (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, key))])
        if (Array.isArray(found))
            return found;
    return [];
}
/** Newest first, as far as the rows have dates; else in the server's order. */
function readDeployments(data) {
    const rows = rowsIn(data, 'deployments', 'items', 'entries').map((row) => ({
        deployment: readDeployment(row),
        at: Date.parse(textIn(row, 'createdAt', 'created_at', 'startedAt', 'date', 'at')),
    }));
    const hasDates = rows.every(({ at: time }) => !Number.isNaN(time));
    return (hasDates ? rows.toSorted((a, b) => b.at - a.at) : rows)
        .map(({ deployment }) => deployment)
        .filter(({ id }) => id !== '');
}
const readPreviews = (data) => rowsIn(data, 'previews', 'items').flatMap((row) => readPreview(row) ?? []);
function readPreview(data) {
    const inner = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, 'preview');
    const value = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_3__/* .isTable */ .bI)(inner) ? { ...without(data, 'preview'), ...inner } : data;
    const id = idIn(value, 'previewApplicationId', 'applicationId', 'previewId', 'appId', 'id');
    if (id === '')
        return undefined;
    const number = Number(textIn(value, 'prNumber', 'pullRequest', 'pr'));
    const host = textIn(value, 'host', 'hostname', 'domain') || textIn((0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(value, 'domains'), 'prod');
    return {
        id,
        parentId: idIn(value, 'parentApplicationId', 'parentAppId', 'parentId'),
        ref: textIn(value, 'ref', 'branch'),
        pullRequest: Number.isSafeInteger(number) && number > 0 ? number : undefined,
        url: addressIn(textIn(value, 'url', 'previewUrl', 'liveUrl') || (host && `https://${host}`)),
        hitsProdData: flagIn(value, 'hitsProdData') ?? false,
        expiresAt: textIn(value, 'expiresAt'),
    };
}
/** An address that can be asked, without a slash at its end; empty for anything else. */
function addressIn(text) {
    if (!URL.canParse(text))
        return '';
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
        ? `${url.origin}${url.pathname}`.replace(/\/+$/, '')
        : '';
}
/** The lines of a log: the raw text, else the parsed entries. */
function readLog(data) {
    const logs = typeof data === 'string' ? data : (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, 'logs');
    if (typeof logs === 'string' && logs !== '')
        return logs.split(/\r?\n/);
    if (Array.isArray(logs))
        return logs.map((line) => (typeof line === 'string' ? line : textIn(line, 'message', 'text')));
    return rowsIn(data, 'entries').map((row) => textIn(row, 'message', 'text', 'line'));
}
/** Hosts that a plan can't route yet, with the code and the reason (the documentation, "domains"). */
const readBlockedDomains = (data) => {
    const blocked = (0,_project_files_values_js__WEBPACK_IMPORTED_MODULE_2__.at)(data, 'plan', 'domains', 'blocked');
    return (Array.isArray(blocked) ? blocked : []).map((row) => ({
        ...{ host: textIn(row, 'host'), code: textIn(row, 'code'), reason: textIn(row, 'reason') },
    }));
};


/***/ }),

/***/ 9720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deploymill: () => (/* binding */ deploymill)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/findings/finding.ts
var findings_finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var json = __webpack_require__(5819);
// EXTERNAL MODULE: ./src/bundle/left-out.ts
var left_out = __webpack_require__(1346);
;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/expand.ts
const VARIABLE = /\\\$|\$(?:\{(?<braced>[A-Za-z_]\w*)(?:(?<operator>:?[-+])(?<word>(?:[^{}]|\$\{[^{}]*\})*))?\}|(?<plain>[A-Za-z_]\w*))/g;
/** How many defaults may be within another. */
const DEPTH = 4;
/**
 * Puts values in for `$NAME`, `${NAME}`, `${NAME:-default}` and `${NAME:+other}`, as a Dockerfile and a shell both do. A name without a
 * value becomes empty.
 */
function expand(text, variables, depth = DEPTH) {
    let expanded = '';
    let done = 0;
    for (const match of text.matchAll(VARIABLE)) {
        expanded += text.slice(done, match.index) + standingFor(match.groups ?? {}, variables, depth);
        done = match.index + match[0].length;
    }
    return expanded + text.slice(done);
}
function standingFor({ braced, plain, operator = '', word = '' }, variables, depth) {
    const name = braced ?? plain;
    if (name === undefined)
        return '$';
    const value = variables.get(name) ?? '';
    const isSet = variables.has(name) && (value !== '' || !operator.startsWith(':'));
    if (operator === '' || (operator.endsWith('-') && isSet))
        return value;
    if (operator.endsWith('+') && !isSet)
        return '';
    return depth > 0 ? expand(word, variables, depth - 1) : '';
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/instructions.ts
/** Reads the instructions of a Dockerfile. The parser is loaded here only. */
async function readInstructions(text) {
    const { DockerfileParser, ModifiableInstruction } = await __webpack_require__.e(/* import() */ 839).then(__webpack_require__.bind(__webpack_require__, 8390));
    const parsed = DockerfileParser.parse(text.replace(/^\ufeff/, ''));
    const continues = parsed.getEscapeCharacter();
    return parsed.getInstructions().map((instruction) => {
        const keyword = instruction.getKeyword();
        const { first, heredocs } = withoutHeredocs(keyword, instruction.getRawArgumentsContent() ?? '');
        const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
        return {
            ...{ keyword, line: instruction.getRange().start.line + 1, text: folded(first, continues), heredocs },
            flags: flags.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' })),
        };
    });
}
/** Lines that end in the character which `continues` them are one; comments between them are left out. */
function folded(text, continues) {
    const lines = text.split(/\r?\n/).filter((line, index) => index === 0 || !/^\s*(?:#|$)/.test(line));
    return lines
        .map((line) => (line.trimEnd().endsWith(continues) ? line.trimEnd().slice(0, -1) : line))
        .join(' ')
        .trim();
}
const HEREDOC = /<<-?\s*(["']?)([A-Za-z_]\w*)\1/g;
/** Takes the files that follow `<<NAME` off the text of RUN and COPY. */
function withoutHeredocs(keyword, raw) {
    const [head = '', ...lines] = raw.split(/\r?\n/);
    const names = /^(?:RUN|COPY|ADD)$/i.test(keyword) ? [...head.matchAll(HEREDOC)].map(([, , name = '']) => name) : [];
    if (names.length === 0)
        return { first: raw, heredocs: [] };
    const heredocs = names.map((name) => {
        const end = lines.findIndex((line) => line.replace(/^\t+/, '') === name);
        return {
            name,
            text: lines
                .splice(0, end < 0 ? lines.length : end + 1)
                .slice(0, end < 0 ? undefined : -1)
                .join('\n'),
        };
    });
    return { first: head, heredocs };
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/shell.ts
/** A word with its quotes, an operator, a comment, or the end of a line. */
const TOKEN = /(#[^\n]*)|(\\\r?\n|[ \t\r]+)|(&&|\|\||;;|\d?>&\d|[;&|()\n])|((?:\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\$\{[^}]*\}|\$\([^)]*\)|[^\s;&|()"'\\])+|["'\\])/g;
function tokensOf(script) {
    const tokens = [];
    let line = 0;
    let isFresh = true;
    for (const [whole, comment, blank, operator, word] of script.matchAll(TOKEN)) {
        if (operator !== undefined)
            tokens.push({ text: operator, isOperator: true, line });
        else if (word !== undefined)
            tokens.push({ text: unquoted(word), isOperator: false, line });
        else if (comment !== undefined && !isFresh)
            tokens.push({ text: comment, isOperator: false, line });
        isFresh = blank !== undefined || operator !== undefined;
        line += whole.split('\n').length - 1;
    }
    return tokens;
}
const unquoted = (word) => word.replace(/"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])/g, (_, double, single, escaped = '') => double === undefined ? (single ?? escaped) : double.replace(/\\(["\\`])/g, '$1'));
/** Words of the shell itself that a command may follow. */
const BEFORE = new Set([
    ...['then', 'do', 'else', 'elif', 'if', 'while', 'until', '!', '{', '}', 'exec', 'time', 'command', 'nohup'],
]);
const ASSIGNMENT = /^([A-Za-z_]\w*)=([\s\S]*)$/;
const SHELL = /^(?:.*\/)?(?:ba|da|a|z)?sh$/;
/** Programs that start another one, which the rest of their words name; with those of the second kind, a user comes first. */
const WRAPPER = /^(?:.*\/)?(?:tini|dumb-init|env|sudo|nice)$/;
const USER_WRAPPER = /^(?:.*\/)?(?:gosu|su-exec)$/;
const shell_DEPTH = 4;
/** The programs that a shell script starts, one after the other, also those of `sh -c "\u2026"` in it. Variables stay as they are written. */
function commandsIn(script, depth = shell_DEPTH) {
    const commands = [];
    let words = [];
    for (const token of [...tokensOf(script), { text: ';', isOperator: true, line: 0 }]) {
        if (!token.isOperator)
            words.push(token);
        else if (!token.text.includes('>&')) {
            const line = words[0]?.line ?? 0;
            const found = commandsOf(words.map(({ text }) => text), depth);
            commands.push(...found.map((command) => ({ ...command, line: line + command.line, hasShell: true })));
            words = [];
        }
    }
    return commands;
}
/** What a program with its arguments starts in the end: `sh -c "\u2026"` is what is in it, `tini -- uvicorn` is uvicorn. */
function commandsOf(argv, depth = shell_DEPTH) {
    const { words, env } = withoutFront(argv);
    const [program, ...rest] = words;
    if (program === undefined)
        return [];
    const option = rest.findIndex((word) => /^-\w*c$/.test(word));
    const script = rest[option + 1];
    if (depth === 0 || !SHELL.test(program) || option < 0 || script === undefined)
        return [{ words, env, line: 0, hasShell: false }];
    return commandsIn(script, depth - 1).map((command) => ({ ...command, env: new Map([...env, ...command.env]) }));
}
/** Takes assignments, words of the shell and programs that start another one off the front. */
function withoutFront(argv) {
    const env = new Map();
    let words = argv;
    let isWrapped = false;
    for (;;) {
        const [first = '', second] = words;
        const [, name, value = ''] = ASSIGNMENT.exec(first) ?? [];
        if (name !== undefined)
            env.set(name, value);
        else if (second !== undefined && USER_WRAPPER.test(first))
            words = words.slice(1);
        else if (second !== undefined && WRAPPER.test(first))
            isWrapped = true;
        else if (!BEFORE.has(first) && !(isWrapped && first.startsWith('-')))
            return { words, env };
        words = words.slice(1);
    }
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/dockerfile.ts




const KEYWORDS = new Set([
    ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER'],
    ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);
/** Reads a Dockerfile. Answers nothing for one without FROM. */
async function readDockerfile({ shown, text, }) {
    const reader = {
        ...{ stages: [], globals: new Map(), variables: new Map(), env: new Map(), workdir: '/', user: '' },
    };
    const strays = [];
    for (const instruction of await readInstructions(text)) {
        const { keyword, line } = instruction;
        const stage = reader.stages.at(-1);
        if (keyword === 'FROM')
            begin(reader, instruction);
        else if (stage === undefined && keyword === 'ARG')
            setGlobals(reader, instruction);
        else if (stage === undefined || !KEYWORDS.has(keyword))
            strays.push({ line, text: keyword });
        else
            stage.steps.push(stepOf(reader, stage, instruction));
    }
    const final = reader.stages.at(-1);
    return final && { shown, stages: reader.stages, final, strays };
}
/** The steps of a stage and of those that it goes on from, in the order in which they are done. */
const allSteps = (stage) => [
    ...(stage.parent === undefined ? [] : allSteps(stage.parent)),
    ...stage.steps,
];
/** The programs that a command starts. */
const programsOf = (command) => command.form === 'exec' ? commandsOf(command.argv) : commandsIn(command.script);
function begin(reader, { text, line }) {
    const [written = '', as = '', name] = text.split(/\s+/);
    const base = expand(written, reader.globals);
    const parent = reader.stages.find((stage) => stage.name !== undefined && stage.name === base.toLowerCase());
    const last = parent?.steps.at(-1);
    reader.env = new Map(last?.env);
    reader.variables = new Map(reader.env);
    reader.workdir = last?.workdir ?? '/';
    reader.user = last?.user ?? '';
    reader.stages.push({
        ...{ index: reader.stages.length, line, parent, steps: [], image: parent?.image ?? base },
        name: as.toLowerCase() === 'as' ? name?.toLowerCase() : undefined,
    });
}
function setGlobals({ globals }, { text }) {
    for (const [name, value] of entriesOf(text))
        globals.set(name, expand(value ?? '', globals));
}
function stepOf(reader, stage, instruction) {
    const { keyword, line, text, heredocs, flags } = instruction;
    if (keyword === 'WORKDIR')
        reader.workdir = external_node_path_.posix.resolve(reader.workdir, expand(unquote(text), reader.variables));
    if (keyword === 'USER')
        reader.user = expand(text, reader.variables).trim();
    const entries = keyword === 'ENV' || keyword === 'ARG' ? set(reader, keyword, text) : [];
    const { workdir, user } = reader;
    const situation = {
        ...{ line, workdir, user, stage: stage.index },
        ...{ variables: new Map(reader.variables), env: new Map(reader.env) },
    };
    switch (keyword) {
        case 'ENV':
        case 'ARG':
            return { ...situation, does: 'set', by: keyword, entries };
        case 'COPY':
        case 'ADD':
            return { ...situation, does: 'copy', copy: copyingOf(reader, instruction) };
        case 'RUN': {
            const script = heredocs.length > 0 && /^<<-?\S+$/.test(text) ? (heredocs[0]?.text ?? '') : text;
            const mounts = flags.flatMap((flag) => mountOf(flag) ?? []);
            return { ...situation, does: 'run', command: commandOf(script), text: script, mounts };
        }
        case 'CMD':
        case 'ENTRYPOINT':
            return { ...situation, does: keyword === 'CMD' ? 'cmd' : 'entrypoint', command: commandOf(text), text };
        case 'EXPOSE':
            return { ...situation, does: 'expose', ports: expand(text, reader.variables).split(/\s+/).filter(Boolean) };
        default:
            return { ...situation, does: 'other', keyword };
    }
}
function set(reader, by, text) {
    const { globals, variables, env } = reader;
    const before = new Map(variables);
    return entriesOf(text, by === 'ENV').map(([name, written]) => {
        const value = written === undefined ? globals.get(name) : expand(written, before);
        // What ENV says goes before what ARG says.
        if (by === 'ENV')
            env.set(name, value ?? '');
        if (value !== undefined && (by === 'ENV' || !env.has(name)))
            variables.set(name, value);
        return [name, value ?? ''];
    });
}
const ENTRY = /([A-Za-z_][\w.-]*)(?:=((?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])*))?/gs;
/** `A=1 B="two words"`, the older `A one value`, and `A` alone. */
function entriesOf(text, hasOlderForm = false) {
    const [, name, value] = /^([A-Za-z_][\w.-]*)[ \t]+(.*)$/s.exec(text) ?? [];
    if (hasOlderForm && name !== undefined && value !== undefined)
        return [[name, unquote(value)]];
    return [...text.matchAll(ENTRY)].map(([, one = '', written]) => [
        one,
        written === undefined ? undefined : unquote(written),
    ]);
}
const unquote = (text) => text.trim().replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gs, '$1$2');
/** The list of words that a JSON array is; any other text is run by a shell, also what only looks like a list. */
function commandOf(text) {
    const words = listOf(text);
    return words === undefined ? { form: 'shell', script: text } : { form: 'exec', argv: words };
}
function listOf(text) {
    if (!text.startsWith('['))
        return undefined;
    try {
        const parsed = JSON.parse(text);
        return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}
function copyingOf({ stages, variables, workdir }, { text, flags, heredocs }) {
    const words = (listOf(text) ?? text.split(/\s+/)).map((word) => unquote(expand(word, variables)));
    const target = words.pop() ?? '';
    const sources = words.filter((word) => !word.startsWith('<<'));
    const name = flags.find((flag) => flag.name === 'from')?.value;
    const named = name === undefined ? undefined : expand(name, variables);
    const from = stages
        .slice(0, -1)
        .find((stage) => stage.name === named?.toLowerCase() || String(stage.index) === named);
    const isFolder = /(?:^|\/)\.?$/.test(target) || words.length > 1;
    const resolved = external_node_path_.posix.resolve(workdir, target);
    return {
        from: from ?? named,
        sources: named === undefined ? sources : sources.map((source) => external_node_path_.posix.resolve('/', source)),
        target: isFolder && resolved !== '/' ? `${resolved}/` : resolved,
        inline: heredocs,
    };
}
function mountOf({ name, value }) {
    const options = new Map(value.split(',').map((part) => part.split('=', 2)));
    const target = options.get('target') ?? options.get('dst') ?? options.get('destination');
    if (name !== 'mount' || (options.get('type') ?? 'bind') !== 'bind' || target === undefined)
        return undefined;
    return { target, from: options.get('from') ?? '', source: options.get('source') ?? options.get('src') ?? '.' };
}

// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/project/files/values.ts
var files_values = __webpack_require__(3891);
;// CONCATENATED MODULE: ./src/platforms/deploymill/project-file.ts




const PROJECT_FILE = '.deploymill/project.json';
/** What the scaffold writes. */
const HEALTH = { path: '/healthz', retries: 3, intervalMs: 3000, timeoutMs: 5000 };
const KEYS = [
    ...['version', 'name', 'workload', 'port', 'resources', 'domains', 'mounts', 'rollback', 'health', 'source'],
    ...['database', 'storage', 'protection', 'previews', 'schedules', 'secrets'],
];
/**
 * Reads the file and checks every field that the platform's documentation knows ("project-config"). There is no file where it is not
 * valid JSON, or of another version. The parser is loaded here only.
 */
async function readProjectFile({ shown, text, }) {
    const { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 23));
    const problems = [];
    const root = parseTree(text, problems, { disallowComments: true });
    const [problem] = problems;
    if (root?.type !== 'object' || problem) {
        return { findings: [notJson(shown, text, problem && { ...problem, name: printParseErrorCode(problem.error) })] };
    }
    const lineOf = (...path) => {
        for (let length = path.length; length > 0; length--) {
            const node = findNodeAtLocation(root, path.slice(0, length));
            if (node)
                return lineAt(text, keyOf(node).offset);
        }
        return lineAt(text, root.offset);
    };
    const data = getNodeValue(root);
    const findings = [];
    const reading = { data, findings, place: (...path) => ({ file: shown, line: lineOf(...path) }) };
    if ((0,json.at)(data, 'version') !== 2)
        return { findings: [otherVersion(reading)] };
    return { file: { shown, data, lineOf, ...readFields(reading) }, findings };
}
/** The key of a value, where it has one. */
const keyOf = (node) => (node.parent?.type === 'property' ? node.parent : node);
const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
function notJson(shown, text, problem) {
    const reason = problem?.name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase() ?? 'it is not an object';
    const before = text.slice(0, problem?.offset ?? 0);
    const column = before.length - before.lastIndexOf('\n');
    const message = `${shown} is not valid JSON: ${reason}. deploymill can't read it.`;
    const remedy = 'Correct the line: JSON has double quotes, no comments and no comma behind the last value.';
    return (0,findings_finding/* error */.z3)('project-json-syntax', message, remedy, { file: shown, line: before.split('\n').length, column });
}
function otherVersion({ data, place }) {
    const version = (0,json.at)(data, 'version');
    const found = version === undefined ? 'has no version' : `has the version ${(0,findings_text/* quote */.hD)(JSON.stringify(version) ?? '')}`;
    const message = `${place().file} ${found}: deploymill accepts version 2 only.`;
    const remedy = version === 1
        ? 'Write "version": 2, and remove `previews` from `domains`: previews are made by a call, not by this file.'
        : 'Write "version": 2.';
    return (0,findings_finding/* error */.z3)('project-json-version', message, remedy, place('version'));
}
function readFields(reading) {
    checkKeys(reading);
    const workload = readWorkload(reading);
    checkDatabase(reading);
    checkResources(reading);
    return {
        ...{ name: readName(reading), workload, port: readPort(reading, workload), ...readDomains(reading, workload) },
        ...{ health: readHealth(reading), rollback: readRollback(reading), mounts: readMounts(reading) },
        ...{ schedules: readSchedules(reading), secrets: readSecrets(reading) },
        isProtected: (0,json.at)(reading.data, 'protection', 'enabled') === true,
        previews: readPreviews(reading.data),
    };
}
function checkKeys({ data, findings, place }) {
    for (const key of Object.keys((0,files_values/* isTable */.bI)(data) ? data : {})) {
        if (KEYS.includes(key) || key === '$schema')
            continue;
        const meant = (0,nearest/* nearest */.p)(key, KEYS);
        const message = `The key ${(0,findings_text/* quote */.hD)(key)} is not one that deploymill documents, so it probably has no effect.`;
        const remedy = meant ? `Did you mean '${meant}'?` : 'Correct it, or remove it.';
        findings.push((0,findings_finding/* warning */.$e)('project-json-unknown-key', message, remedy, place(key)));
    }
}
function readName({ data, findings, place }) {
    const name = (0,json.at)(data, 'name');
    if (typeof name === 'string' && name.trim() !== '' && [...name].length <= 80)
        return name;
    const message = `\`name\` ${name === undefined ? 'is missing' : 'is not a string of 1 to 80 characters'}: deploymill finds the app by it.`;
    findings.push((0,findings_finding/* error */.z3)('project-json-name', message, 'Write the name of the app, such as "name": "shop".', place('name')));
    return undefined;
}
function readWorkload({ data, findings, place }) {
    const workload = (0,json.at)(data, 'workload');
    if (workload !== undefined && workload !== 'web' && workload !== 'worker') {
        const message = `\`workload\` is ${(0,findings_text/* quote */.hD)(JSON.stringify(workload))}: deploymill knows "web" and "worker" only.`;
        findings.push((0,findings_finding/* error */.z3)('project-json-workload', message, 'Write one of the two.', place('workload')));
    }
    if (workload !== 'worker')
        return 'web';
    for (const key of ['port', 'domains']) {
        if ((0,json.at)(data, key) === undefined)
            continue;
        const message = `\`${key}\` is set, and a worker has none: nothing reaches it over the network.`;
        const remedy = `Remove \`${key}\`, or write "workload": "web".`;
        findings.push((0,findings_finding/* error */.z3)('project-json-workload', message, remedy, place(key)));
    }
    return 'worker';
}
function readPort({ data, findings, place }, workload) {
    const port = (0,json.at)(data, 'port');
    if (port === undefined || workload === 'worker')
        return undefined;
    if (typeof port === 'number' && Number.isInteger(port) && port >= 1 && port <= 65_535)
        return port;
    const message = `\`port\` is ${(0,findings_text/* quote */.hD)(JSON.stringify(port))}, which is not a whole number from 1 to 65535.`;
    findings.push((0,findings_finding/* error */.z3)('project-json-port', message, 'Write the port of EXPOSE, such as "port": 8000.', place('port')));
    return undefined;
}
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/i;
function readDomains({ data, findings, place }, workload) {
    if (workload === 'worker')
        return { prod: undefined, custom: [] };
    const isHost = (value) => typeof value === 'string' && HOST.test(value);
    const complain = (value, ...path) => {
        const message = `${(0,findings_text/* quote */.hD)(JSON.stringify(value) ?? '', 120)} is not a host name, and deploymill routes by host names.`;
        const remedy = 'Write the host alone, without https:// and without a path, such as "shop-acme.deploymill.app".';
        findings.push((0,findings_finding/* error */.z3)('project-json-domains', message, remedy, place(...path)));
    };
    const prod = (0,json.at)(data, 'domains', 'prod');
    if (prod === undefined) {
        const message = '`domains.prod` is missing: a web app must have the host name under which it is reached.';
        const remedy = 'Write "domains": { "prod": "\u2026" } with the host that deploymill shows for the app.';
        findings.push((0,findings_finding/* error */.z3)('project-json-domains', message, remedy, place('domains')));
    }
    else if (!isHost(prod))
        complain(prod, 'domains', 'prod');
    const custom = (0,json.at)(data, 'domains', 'custom') ?? [];
    if (!Array.isArray(custom))
        complain(custom, 'domains', 'custom');
    const hosts = Array.isArray(custom) ? custom : [];
    for (const [index, host] of hosts.entries())
        if (!isHost(host))
            complain(host, 'domains', 'custom', index);
    return { prod: isHost(prod) ? prod : undefined, custom: hosts.filter(isHost) };
}
function readHealth({ data, findings, place }) {
    const health = (0,json.at)(data, 'health');
    if (health === undefined)
        return HEALTH;
    const complain = (what, remedy, ...path) => {
        const message = `\`${path.join('.')}\` is not ${what}: deploymill probes the app by it after each deployment.`;
        findings.push((0,findings_finding/* error */.z3)('project-json-health', message, remedy, place(...path)));
    };
    if (!(0,files_values/* isTable */.bI)(health)) {
        complain('an object', 'Write "health": { "path": "/healthz" }.', 'health');
        return HEALTH;
    }
    const path = (0,json.at)(health, 'path') ?? HEALTH.path;
    const isPath = typeof path === 'string' && /^\/[!-~]*$/.test(path);
    if (!isPath)
        complain('a path that begins with /', 'Write a path such as "/healthz".', 'health', 'path');
    else if (path === '/') {
        const message = '`health.path` is /: deploymill then takes every answer but 502, 503 and 504 as healthy, also 500.';
        const remedy = 'Add a route /healthz that returns 200, and write "path": "/healthz".';
        findings.push((0,findings_finding/* notice */.lm)('health-lenient', message, remedy, place('health', 'path')));
    }
    const whole = (key, least) => {
        const value = (0,json.at)(health, key) ?? HEALTH[key];
        if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least)
            return value;
        complain(`a whole number of at least ${least}`, `Write a number such as ${HEALTH[key]}.`, 'health', key);
        return HEALTH[key];
    };
    const times = { retries: whole('retries', 1), intervalMs: whole('intervalMs', 0), timeoutMs: whole('timeoutMs', 1) };
    return { path: isPath ? path : HEALTH.path, ...times };
}
function readRollback({ data, findings, place }) {
    const rollback = (0,json.at)(data, 'rollback') ?? false;
    if (typeof rollback === 'boolean' || rollback === 'auto')
        return rollback;
    const message = `\`rollback\` is ${(0,findings_text/* quote */.hD)(JSON.stringify(rollback))}: deploymill knows false, true and "auto" only.`;
    findings.push((0,findings_finding/* error */.z3)('project-json-rollback', message, 'Write one of the three.', place('rollback')));
    return false;
}
function readMounts({ data, findings, place }) {
    const mounts = (0,json.at)(data, 'mounts') ?? [];
    const complain = (what, remedy, ...path) => findings.push((0,findings_finding/* error */.z3)('project-json-mounts', what, remedy, place('mounts', ...path)));
    if (!Array.isArray(mounts)) {
        complain('`mounts` is not a list, so deploymill mounts nothing.', 'Write "mounts": [].');
        return [];
    }
    const seen = new Set();
    return mounts.flatMap((mount, index) => {
        const [volumeName, mountPath, sizeGb] = ['volumeName', 'mountPath', 'sizeGb'].map((key) => (0,json.at)(mount, key));
        if (typeof volumeName !== 'string' || volumeName === '') {
            complain('A mount has no `volumeName`: deploymill finds its volume by it.', 'Add "volumeName": "data".', index);
            return [];
        }
        if (typeof mountPath !== 'string' || !/^\/[^/]/.test(mountPath)) {
            const message = `The mount ${(0,findings_text/* quote */.hD)(volumeName)} has no \`mountPath\` that begins with /, so it has no place in the container.`;
            complain(message, 'Write an absolute path, such as "mountPath": "/data".', index, 'mountPath');
            return [];
        }
        for (const name of [`the volume ${volumeName}`, `the path ${mountPath.replace(/\/+$/, '')}`]) {
            if (seen.has(name))
                complain(`Two mounts have ${(0,findings_text/* quote */.hD)(name, 120)}.`, 'Leave one of them.', index);
            seen.add(name);
        }
        const isSize = sizeGb === undefined || (typeof sizeGb === 'number' && sizeGb > 0);
        if (!isSize)
            complain('`sizeGb` is not a number above 0.', 'Write it as "sizeGb": 5.', index, 'sizeGb');
        return [{ volumeName, mountPath, sizeGb: isSize ? sizeGb : undefined, at: index }];
    });
}
/** Volumes that are smaller than before: deploymill only lets them grow (its templates, `AGENTS.md`). */
const shrunkVolumes = (now, before) => now.mounts.flatMap(({ volumeName, sizeGb, at }) => {
    const old = before.mounts.find((one) => one.volumeName === volumeName)?.sizeGb;
    if (old === undefined || sizeGb === undefined || sizeGb >= old)
        return [];
    const message = `The volume ${(0,findings_text/* quote */.hD)(volumeName)} shrinks from ${old} to ${sizeGb} GB, and deploymill only lets volumes grow.`;
    const remedy = `Write "sizeGb": ${old}, or a new \`volumeName\`, whose volume is empty.`;
    return [
        (0,findings_finding/* error */.z3)('project-json-mounts', message, remedy, { file: now.shown, line: now.lineOf('mounts', at, 'sizeGb') }),
    ];
});
function readSchedules({ data, findings, place }) {
    const schedules = (0,json.at)(data, 'schedules') ?? [];
    const complain = (message, ...path) => {
        const remedy = 'Write it as { "name": "nightly", "cron": "0 3 * * *" }.';
        findings.push((0,findings_finding/* error */.z3)('project-json-schedules', message, remedy, place('schedules', ...path)));
    };
    if (!Array.isArray(schedules)) {
        complain('`schedules` is not a list, so nothing is scheduled.');
        return [];
    }
    const names = new Set();
    return schedules.flatMap((schedule, index) => {
        const [name, cron] = ['name', 'cron'].map((key) => (0,json.at)(schedule, key));
        if (typeof name !== 'string' || name === '' || typeof cron !== 'string') {
            complain('A schedule needs the texts `name` and `cron`: the app gets the name, and deploymill the time.', index);
            return [];
        }
        if (cron.trim().split(/\s+/).length !== 5 && !cron.startsWith('@')) {
            complain(`The schedule ${(0,findings_text/* quote */.hD)(name)} has a \`cron\` without five fields, so it never runs.`, index, 'cron');
        }
        if (names.has(name))
            complain(`Two schedules are called ${(0,findings_text/* quote */.hD)(name)}, and the app can't tell them apart.`, index);
        names.add(name);
        return [{ name, cron }];
    });
}
const project_file_VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
function readSecrets({ data, findings, place }) {
    const secrets = (0,json.at)(data, 'secrets') ?? [];
    const complain = (message, ...path) => {
        const remedy = 'Write the name alone, such as "API_KEY"; the value belongs in the vault, which `request_secret` opens for you.';
        findings.push((0,findings_finding/* error */.z3)('project-json-secrets', message, remedy, place('secrets', ...path)));
    };
    if (!Array.isArray(secrets)) {
        complain('`secrets` is not a list of names, so the app gets none.');
        return [];
    }
    const names = new Set();
    for (const [index, secret] of secrets.entries()) {
        const [name, as = name] = typeof secret === 'string' ? [secret] : [(0,json.at)(secret, 'name'), (0,json.at)(secret, 'as')];
        const others = (0,files_values/* isTable */.bI)(secret) ? Object.keys(secret).filter((key) => key !== 'name' && key !== 'as') : [];
        // The rest of an entry may be the secret itself, so it is never shown.
        if (typeof name !== 'string' || typeof as !== 'string' || !project_file_VARIABLE.test(as) || others.length > 0) {
            complain(`Entry ${index + 1} of \`secrets\` is not the name of a variable: the list has names, never values.`, index);
        }
        else if (names.has(as))
            complain(`The secret ${(0,findings_text/* quote */.hD)(as)} is listed twice.`, index);
        else
            names.add(as);
    }
    return [...names];
}
function checkDatabase({ data, findings, place }) {
    const provider = (0,json.at)(data, 'database', 'provider');
    if (provider === undefined || provider === 'deploymill' || provider === 'sqlite')
        return;
    const message = `\`database.provider\` is ${(0,findings_text/* quote */.hD)(JSON.stringify(provider))}: by its newest texts, deploymill refuses the names of vendors (database_provider_unavailable).`;
    const remedy = 'Write "database": { "engine": "postgres" }.';
    findings.push((0,findings_finding/* warning */.$e)('project-json-database', message, remedy, place('database', 'provider')));
}
function checkResources({ data, findings, place }) {
    for (const key of ['cpu', 'memoryMb']) {
        const value = (0,json.at)(data, 'resources', key);
        if (value === undefined || (typeof value === 'number' && value > 0))
            continue;
        const message = `\`resources.${key}\` is ${(0,findings_text/* quote */.hD)(JSON.stringify(value))}, which is not a number above 0.`;
        const remedy = 'Write it as "resources": { "cpu": 1, "memoryMb": 1024 }.';
        findings.push((0,findings_finding/* warning */.$e)('project-json-resources', message, remedy, place('resources', key)));
    }
}
function readPreviews(data) {
    const enabled = (0,json.at)(data, 'previews', 'enabled');
    const shares = ['shareDatabase', 'shareVolumes', 'shareStorage'];
    return {
        isEnabled: typeof enabled === 'boolean' ? enabled : undefined,
        sharesData: shares.some((key) => (0,json.at)(data, 'previews', key) === true),
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/bundle/pattern.ts
var bundle_pattern = __webpack_require__(6230);
;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/image.ts



/** What a stage holds of the build context after its first steps, or all of them. `context`: the paths that the build gets. */
function imageOf(stage, context, until = allSteps(stage).length) {
    const image = new Map();
    const folders = new Set();
    for (const step of allSteps(stage).slice(0, until)) {
        folders.add(step.workdir);
        if (step.does === 'copy')
            copy(step, image, folders, context);
    }
    return image;
}
function copy(step, image, folders, context) {
    const { copy, line } = step;
    const { from } = copy;
    // What is in another image is not known.
    if (typeof from === 'string')
        return;
    const isFromStage = from !== undefined;
    const origin = from === undefined ? contextFiles(context) : imageOf(from, context);
    for (const { source, path } of copiedBy(copy, [...origin.keys()], folders)) {
        const file = origin.get(source);
        if (file === undefined)
            continue;
        image.set(path, { path, source: file.source, line, isFromStage });
        for (let folder = external_node_path_.posix.dirname(path); !folders.has(folder); folder = external_node_path_.posix.dirname(folder))
            folders.add(folder);
    }
}
/** The build context as an image of its own, at `/`. */
const contextFiles = (context) => new Map(context.map((source) => [`/${source}`, { path: `/${source}`, source, line: 0, isFromStage: false }]));
/** Which of some absolute paths an instruction copies, and where to. */
function copiedBy({ sources, target }, paths, folders) {
    return sources.flatMap((written) => {
        const { file, folder } = sourceTest(written);
        const files = paths.filter(file);
        const isInto = target.endsWith('/') || folders.has(target) || files.length > 1;
        const singles = files.map((source) => ({
            source,
            path: isInto ? external_node_path_.posix.join(target, external_node_path_.posix.basename(source)) : target,
        }));
        const inside = paths.flatMap((source) => {
            const base = folder(source);
            return base === undefined ? [] : [{ source, path: external_node_path_.posix.join(target, source.slice(base.length)) }];
        });
        return [...singles, ...inside];
    });
}
/** How a source that is written in COPY fits: a file itself, or a folder, of which all that is in it is copied. */
function sourceTest(written) {
    const bare = external_node_path_.posix.resolve('/', written.replace(/\/+$/, '') || '/');
    if (bare === '/')
        return { file: () => false, folder: () => '/' };
    const steps = /[*?[\\]/.test(bare) ? (0,bundle_pattern/* readGlob */.pV)(bare, { braces: false }) : undefined;
    const fits = steps === undefined ? (path) => path === bare : (0,bundle_pattern/* matcher */.jN)(steps);
    return {
        file: fits,
        folder: (path) => {
            for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
                if (fits(path.slice(0, at)))
                    return path.slice(0, at + 1);
            }
            return undefined;
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/install-steps.ts




/** The stages that the image is made of: the last one, and those that it goes on from or copies from. In the order of the file. */
function usedStages({ final }) {
    const used = new Set();
    const visit = (stage) => {
        if (used.has(stage))
            return;
        used.add(stage);
        if (stage.parent)
            visit(stage.parent);
        for (const step of stage.steps) {
            if (step.does === 'copy' && typeof step.copy.from === 'object')
                visit(step.copy.from);
        }
    };
    visit(final);
    return [...used].sort((one, other) => one.index - other.index);
}
/** The commands that install Python packages into the image, in order. `context`: the paths that the build gets. */
const installSteps = (dockerfile, context) => usedStages(dockerfile).flatMap((stage) => {
    const before = stage.parent === undefined ? 0 : allSteps(stage.parent).length;
    return stage.steps.flatMap((step, index) => step.does === 'run' ? installsOf(step, stage, () => filesFor(step, stage, before + index, context)) : []);
});
function installsOf(step, stage, files) {
    const found = [];
    let { workdir } = step;
    for (const command of programsOf(step.command)) {
        const env = new Map([...step.variables, ...command.env]);
        const words = command.words.map((word) => expand(word, env));
        if (words[0] === 'cd')
            workdir = external_node_path_.posix.resolve(workdir, words[1] ?? '/');
        const install = readInstall(words);
        if (install)
            found.push({ ...install, words, line: step.line, stage, workdir, env, files: files() });
    }
    return found;
}
const PYTHON = /^(?:.*\/)?python(?:3(?:\.\d+)?)?$/;
const nameOf = (word = '') => word.slice(word.lastIndexOf('/') + 1);
/** What a command installs with, where it installs Python packages at all. */
function readInstall(words) {
    const [first = '', ...others] = words;
    const rest = PYTHON.test(first) && others[0] === '-m' ? others.slice(1) : words;
    const [program, ...args] = [nameOf(rest[0]), ...rest.slice(1)];
    if (/^pip(?:3(?:\.\d+)?)?$/.test(program)) {
        const at = args.indexOf('install');
        return at < 0 ? undefined : { by: 'pip', isUv: false, args: args.slice(at + 1) };
    }
    if (program !== 'uv')
        return undefined;
    const at = args.findIndex((word) => ['sync', 'export', 'pip'].includes(word));
    if (at < 0 || args.slice(0, at).some((word) => !word.startsWith('-')))
        return undefined;
    const by = args[at];
    if (by === 'sync' || by === 'export')
        return { by, isUv: true, args: args.slice(at + 1) };
    return args[at + 1] === 'install' ? { by: 'pip', isUv: true, args: args.slice(at + 2) } : undefined;
}
function filesFor(step, stage, index, context) {
    const files = new Map(imageOf(stage, context, index));
    for (const { from, source, target } of step.mounts) {
        if (from !== '')
            continue;
        const { file, folder } = sourceTest(source);
        for (const path of context) {
            const base = file(`/${path}`) ? `/${path}` : folder(`/${path}`);
            if (base === undefined)
                continue;
            const at = external_node_path_.posix.join(external_node_path_.posix.resolve(step.workdir, target), `/${path}`.slice(base.length));
            files.set(at, { path: at, source: path, line: step.line, isFromStage: false });
        }
    }
    return files;
}
/** Options of `pip install`, `uv pip install` and `uv sync` that a value follows. */
const WITH_VALUE = new Set([
    ...[
        '-r',
        '--requirement',
        '--requirements',
        '-c',
        '--constraint',
        '--constraints',
        '-e',
        '--editable',
        '-t',
        '--target',
    ],
    ...[
        '-i',
        '--index-url',
        '--extra-index-url',
        '--index',
        '--default-index',
        '-f',
        '--find-links',
        '--prefix',
        '--root',
    ],
    ...['--python', '-p', '--group', '--only-group', '--no-group', '--extra', '--no-extra', '--no-install-package'],
    ...[
        '--package',
        '--cache-dir',
        '--directory',
        '--project',
        '--python-version',
        '--link-mode',
        '--src',
        '--no-binary',
    ],
    ...['--only-binary', '--platform', '--trusted-host', '--proxy', '--timeout', '--retries', '--index-strategy'],
]);
/** The values of an option, `--name value` or `--name=value`. */
function valuesOf(args, ...names) {
    return args.flatMap((word, index) => {
        if (names.includes(word))
            return args[index + 1] ?? [];
        const name = names.find((one) => one.startsWith('--') && word.startsWith(`${one}=`));
        return name === undefined ? [] : word.slice(name.length + 1);
    });
}
/** What a `pip install` asks for: requirements and paths, also those to be editable. */
const requirementsOf = (args) => [
    ...args.filter((word, index) => !word.startsWith('-') && !WITH_VALUE.has(args[index - 1] ?? '')),
    ...valuesOf(args, '-e', '--editable'),
];
/** The folder of a local project that `pip install` is given: `.`, `./api`, `.[web]`, `/app`. */
const localFolder = ({ workdir }, requirement) => {
    const [, path] = /^((?:\.{0,2}\/|\.\.?(?=$|\[|\/))[^[\]]*)(?:\[[^\]]*\])?$/.exec(requirement) ?? [];
    return path === undefined || /\.(?:whl|zip|gz)$/.test(path) ? undefined : external_node_path_.posix.resolve(workdir, path);
};

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/contents.ts







/** What gets into the image, and as whom it runs. */
function checkContents(subject) {
    const { dockerfile, at } = subject;
    const steps = usedStages(dockerfile).flatMap((stage) => stage.steps);
    return [
        ...dockerfile.strays.map(({ text, line }) => {
            const message = `${(0,findings_text/* quote */.hD)(text)} is not a known instruction, or precedes FROM: the build stops here.`;
            return (0,findings_finding/* error */.z3)('dockerfile-invalid', message, 'Correct its spelling, or move it behind FROM.', at(line));
        }),
        ...steps.flatMap((step) => (step.does === 'copy' ? checkCopy(step, subject) : [])),
        ...checkCopiedSource(subject),
        ...checkUser(subject),
    ];
}
function checkCopy({ copy, line }, subject) {
    if (copy.from !== undefined)
        return [];
    const sources = copy.sources.filter((source) => !/^(?:[a-z]+:\/\/|git@)/.test(source));
    // A pattern that fits nothing stops BuildKit never, and the builder before it where nothing else is copied.
    const named = sources.filter((source) => !isPattern(source));
    const patterns = sources.some((source) => fitting(source, subject).length > 0) || named.length > 0 ? [] : sources;
    return [
        ...named.flatMap((source) => checkSource(source, line, subject)),
        ...patterns.flatMap((source) => checkSource(source, line, subject).map((finding) => ({ ...finding, level: 'warning' }))),
        ...(sources.some((source) => /^(?:\.\/?)*$|^\/$/.test(source)) ? checkWhole(line, subject) : []),
    ];
}
const isPattern = (source) => /[*?[]/.test(source);
function fits(source) {
    const { file, folder } = sourceTest(source);
    return (path) => file(`/${path}`) || folder(`/${path}`) !== undefined;
}
const fitting = (source, { context }) => context.filter(fits(source));
/** A source that nothing in the build context fits, and why. */
function checkSource(source, line, subject) {
    const { files, isIgnored, project, at } = subject;
    if (fitting(source, subject).length > 0)
        return [];
    const name = (0,findings_text/* quote */.hD)(source, 120);
    const there = files.filter(({ path }) => fits(source)(path));
    const complain = (why, remedy) => {
        const message = isPattern(source)
            ? `Nothing in the build context fits ${name}, so nothing is copied: ${why}.`
            : `${name} is not in the build context, so the build stops here: ${why}.`;
        return [(0,findings_finding/* error */.z3)('copy-missing', message, remedy, at(line))];
    };
    if (there.some(({ isUntracked }) => isUntracked && there.every(({ path }) => !isIgnored(path)))) {
        const remedy = 'Commit it, or make it in the Dockerfile.';
        return complain('it is not committed, and deploymill builds from the commit', remedy);
    }
    if (there.length > 0) {
        const remedy = `Add \`!${name.replace(/^(?:\.?\/)+/, '')}\` to .dockerignore, or remove the line that leaves it out.`;
        return complain('.dockerignore leaves it out', remedy);
    }
    if (!isPattern(source) && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, source))) {
        const why = 'git ignores it or it is empty, and deploymill builds from the commit';
        return complain(why, 'Commit it, or make it in the Dockerfile.');
    }
    return complain('the repository has no such file', 'Correct the path, which is seen from the root of the repository.');
}
/** What `COPY . .` takes along that no image should have. */
function checkWhole(line, { files, isIgnored, at }) {
    const tracked = files.flatMap(({ path }) => /(?:^|\/)(\.env(?:\.[\w.-]+)?|\.venv)(?:\/|$)/.exec(path)?.[1] ?? []);
    const names = ['.git', ...new Set(tracked.filter((name) => !(0,left_out/* isEnvTemplate */.q$)(name)))].filter((name) => !isIgnored(name));
    if (names.length === 0)
        return [];
    const list = names.map((name) => (0,findings_text/* quote */.hD)(name)).join(', ');
    const message = `This copies ${list} into the image, with all that was ever committed or is kept secret there.`;
    return [
        (0,findings_finding/* warning */.$e)('dockerignore', message, `Write ${list} into .dockerignore${names.length > 1 ? ', one per line' : ''}.`, at(line)),
    ];
}
/** Source that comes by way of another stage. */
function checkCopiedSource({ start, at }) {
    const lines = [...(start?.files.values() ?? [])].flatMap(({ isFromStage, source, line }) => isFromStage && source.endsWith('.py') ? line : []);
    return [...new Set(lines)].map((line) => {
        const message = 'This copies source from another stage: the image can come out the same as before, and the deployment then changes nothing (`rolledOver: false`).';
        const remedy = 'Copy only the installed packages from the stage, and the source with a `COPY` of its own.';
        return (0,findings_finding/* warning */.$e)('copy-from-stage', message, remedy, at(line));
    });
}
function checkUser({ dockerfile, start, at }) {
    const { final } = dockerfile;
    const user = (start?.user ?? '').split(':')[0];
    if (start === undefined || (user !== '' && user !== 'root' && user !== '0'))
        return [];
    // Which user another image has set is not known.
    const isPlain = /(?:^|\/)(?:python|debian|ubuntu|alpine|uv)(?:[:@]|$)/.test(final.image);
    if (user === '' && !isPlain)
        return [];
    const message = 'The app runs as root, and deploymill drops all capabilities: what root can do elsewhere can fail there.';
    const remedy = 'Add `RUN useradd --create-home app` and `USER app` to the last stage.';
    return [(0,findings_finding/* warning */.$e)('dockerfile-root', message, remedy, at(final.line))];
}

// EXTERNAL MODULE: ./src/project/imports/local-modules.ts
var local_modules = __webpack_require__(411);
// EXTERNAL MODULE: ./src/project/packaging/requirement.ts
var packaging_requirement = __webpack_require__(8098);
// EXTERNAL MODULE: ./src/platforms/shared/run-command.ts
var run_command = __webpack_require__(9757);
;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/base-image.ts
/** The name of an image without its registry, and its tag. */
const partsOf = (image) => {
    const [, name = '', tag = ''] = /(?:^|\/)([^/:@]+)(?::([^@/]+))?(?:@.*)?$/.exec(image) ?? [];
    return { name, tag };
};
/** The Python that an official image of Python or of uv has; nothing for others and for names without a version. */
function imagePython(image) {
    const { name, tag } = partsOf(image);
    const version = name === 'python'
        ? /^(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(tag)
        : name === 'uv'
            ? /(?:^|-)python(\d+)\.(\d+)(?:\.(\d+))?/.exec(tag)
            : null;
    if (version === null)
        return undefined;
    const [major = 0, minor = 0] = [version[1], version[2]].map(Number);
    return version[3] === undefined ? [major, minor] : [major, minor, Number(version[3])];
}
/** The version of glibc in each release of Debian that images are made from. */
const GLIBC = {
    buster: '2.28',
    bullseye: '2.31',
    bookworm: '2.36',
    trixie: '2.41',
};
/** The C library of an official image: musl in those of Alpine, and a version of glibc where the name has the release of Debian. */
function imageLibc(image) {
    const { name, tag } = partsOf(image);
    if (!['python', 'uv', 'alpine', 'debian'].includes(name))
        return undefined;
    if (name === 'alpine' || /(?:^|-)alpine/.test(tag))
        return { kind: 'musl' };
    const glibc = Object.entries(GLIBC).find(([release]) => tag.includes(release))?.[1];
    return { kind: 'glibc', ...(glibc !== undefined && { glibc }) };
}
/** What wheels have to fit in an image, where its name tells more than the platform's `defaults`. */
function imageTarget(image, defaults) {
    const [libc, python] = [imageLibc(image), imagePython(image)];
    return {
        ...defaults,
        ...(libc?.glibc !== undefined && { glibc: libc.glibc }),
        ...(libc?.kind === 'musl' && { platform: defaults.platform.replace(/gnu$/, 'musl') }),
        ...(python && { python: python.slice(0, 2).join('.') }),
    };
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/flat-layout.ts
/** Folders that setuptools does not take for packages, and modules that it does not take either (`FlatLayoutPackageFinder`, `FlatLayoutModuleFinder`). */
const NO_PACKAGES = new Set([
    ...['ci', 'bin', 'debian', 'doc', 'docs', 'documentation', 'manpages', 'news', 'newsfragments', 'changelog'],
    ...['test', 'tests', 'unit_test', 'unit_tests', 'example', 'examples', 'scripts', 'tools', 'util', 'utils', 'python'],
    ...['build', 'benchmark', 'benchmarks', 'exercise', 'exercises', 'htmlcov', 'tasks', 'fabfile', 'site_scons'],
]);
const NO_MODULES = new Set([
    ...['setup', 'conftest', 'test', 'tests', 'example', 'examples', 'build', 'toxfile', 'noxfile', 'pavement', 'dodo'],
    ...['tasks', 'fabfile', 'sconstruct', 'Sconstruct', 'SConstruct', 'conanfile', 'manage', 'benchmark', 'benchmarks'],
    ...['exercise', 'exercises'],
]);
const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;
/**
 * The packages, or else the modules, among which setuptools would have to choose; none where there is no choice to be made. Any folder
 * counts, also one without Python in it, such as `data`.
 */
function manyTopLevels(paths) {
    if (paths.some((path) => path.startsWith('src/')))
        return [];
    const named = (name) => name !== undefined && IDENTIFIER.test(name) && !name.startsWith('_') ? [name] : [];
    const folders = paths.flatMap((path) => (path.includes('/') ? named(path.split('/')[0]) : []));
    const packages = new Set(folders.filter((name) => !NO_PACKAGES.has(name)));
    const files = paths.flatMap((path) => named(/^([^/]+)\.py$/.exec(path)?.[1]));
    const modules = new Set(files.filter((name) => !NO_MODULES.has(name)));
    const found = packages.size > 0 ? packages : modules;
    return found.size > 1 ? [...found].sort() : [];
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/installs.ts








/** Whether what is installed while the image is built is there by then, and is what the lock has. */
function checkInstalls(subject) {
    const found = subject.installs.flatMap((step) => [
        ...checkFiles(step, subject),
        ...checkBuild(step, subject),
        ...checkLocalSources(step, subject),
        ...checkGit(step, subject),
    ]);
    // A second command is not reached where the first one stops the build.
    const isFirst = ({ code, file, line }, index) => found.findIndex((one) => one.code === code && one.file === file && one.line === line) === index;
    return [...found.filter(isFirst), ...checkLockUse(subject)];
}
/** The folders of local projects that a command installs from: its own for `uv sync`. */
function projectFolders(step) {
    if (step.by === 'pip')
        return requirementsOf(step.args).flatMap((one) => localFolder(step, one) ?? []);
    const [folder = '.'] = valuesOf(step.args, '--project', '--directory');
    return [external_node_path_.posix.resolve(step.workdir, folder)];
}
const isOn = (step, option, variable) => step.words.includes(option) || /^(?:1|true|yes|on)$/i.test(step.env.get(variable) ?? '');
const isFrozen = (step) => isOn(step, '--frozen', 'UV_FROZEN');
/** What writes a file that may be read later. */
const MAKES = />|\s-o\s|--output-file|\b(?:cp|mv|tee|curl|wget|touch)\b/;
/** What the command reads before it does anything. */
function checkFiles(step, { dockerfile, context, at }) {
    const earlier = allSteps(step.stage).filter((one) => one.line <= step.line);
    const isMade = (name) => allSteps(step.stage).some((one) => one.line <= step.line && one.does === 'run' && MAKES.test(one.text) && one.text.includes(name));
    const wanted = [
        ...projectFolders(step).map((folder) => external_node_path_.posix.join(folder, 'pyproject.toml')),
        ...(step.by !== 'pip' && (isOn(step, '--locked', 'UV_LOCKED') || isFrozen(step))
            ? projectFolders(step).map((folder) => external_node_path_.posix.join(folder, 'uv.lock'))
            : []),
        ...valuesOf(step.args, '-r', '--requirement', '--requirements').flatMap((file) => file.includes('://') || file === '-' ? [] : external_node_path_.posix.resolve(step.workdir, file)),
    ];
    // What another image or a download brings is not known.
    const isOpen = (path) => earlier.some((one) => (one.does === 'copy' && typeof one.copy.from === 'string' && isBelow(path, one.copy.target)) ||
        (one.does === 'run' && /\bgit clone\b|\btar\b|\bunzip\b/.test(one.text)));
    return wanted.flatMap((path) => {
        const name = external_node_path_.posix.basename(path);
        if (step.files.has(path) || isOpen(path) || isMade(name))
            return [];
        const why = context.includes(name)
            ? `${(0,findings_text/* quote */.hD)(name)} is copied later, or to another folder than ${(0,findings_text/* quote */.hD)(external_node_path_.posix.dirname(path), 80)}`
            : `${(0,findings_text/* quote */.hD)(name)} is not in the build context`;
        const message = `\`${(0,findings_text/* quote */.hD)(step.words.join(' '), 120)}\` needs ${(0,findings_text/* quote */.hD)(path, 120)}, which is not there by then: ${why}.`;
        const remedy = `Write \`COPY ${(0,findings_text/* quote */.hD)(name)} ./\` above line ${step.line} of ${dockerfile.shown}.`;
        return [(0,findings_finding/* error */.z3)('install-before-sources', message, remedy, at(step.line))];
    });
}
const isBelow = (path, folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
/** Build backends that stop where the package is not there yet; with the others it is installed empty, or not known. */
const NEEDS_SOURCES = /^(?:hatchling|uv_build|flit_core|poetry|pdm)\b/;
const SETUPTOOLS = /^setuptools\b/;
/** Whether the project itself can be built from what is there. */
function checkBuild(step, subject) {
    if (!installsProject(step, subject))
        return [];
    const { project, at: place } = subject;
    const data = project.pyproject?.data;
    const backend = (0,json.at)(data, 'build-system', 'build-backend') ?? 'setuptools.build_meta';
    if (typeof backend !== 'string')
        return [];
    return projectFolders(step).flatMap((folder) => {
        const prefix = folder === '/' ? '/' : `${folder}/`;
        if (step.files.get(`${prefix}pyproject.toml`)?.source !== 'pyproject.toml')
            return [];
        const inside = [...step.files.keys()].flatMap((path) => (path.startsWith(prefix) ? path.slice(prefix.length) : []));
        if (SETUPTOOLS.test(backend))
            return checkLayout(step, inside, subject);
        const hasSource = inside.some((path) => /\.(?:py|pyi|rs|c|cpp)$/.test(path) && path !== 'setup.py');
        const readme = (0,json.at)(data, 'project', 'readme');
        const file = typeof readme === 'string' ? readme : (0,json.at)(readme, 'file');
        const lacks = !hasSource ? 'the source' : typeof file === 'string' && !inside.includes(file) ? file : undefined;
        if (lacks === undefined)
            return [];
        const message = `\`${(0,findings_text/* quote */.hD)(step.words.join(' '), 120)}\` builds the project with ${(0,findings_text/* quote */.hD)(backend)}, which needs ${(0,findings_text/* quote */.hD)(lacks, 80)}, and that is not copied by then.`;
        const remedy = step.by === 'sync'
            ? 'Add `--no-install-project` to this command, and run `uv sync` again behind the COPY of the source.'
            : 'Copy it above this line; or install with `uv sync --locked --no-dev --no-install-project`, which needs pyproject.toml and uv.lock only.';
        const build = NEEDS_SOURCES.test(backend) ? findings_finding/* error */.z3 : findings_finding/* warning */.$e;
        return [build('install-before-sources', message, remedy, place(step.line))];
    });
}
/** Whether a command builds and installs the project, and not only what it depends on. As uv and pip decide it. */
function installsProject(step, { project }) {
    if (step.by !== 'sync')
        return step.by === 'pip' && projectFolders(step).length > 0;
    const data = project.pyproject?.data;
    const isPackage = (0,json.at)(data, 'tool', 'uv', 'package') ?? (0,json.at)(data, 'build-system') !== undefined;
    const leavesOut = ['--no-install-project', '--no-install-workspace', '--no-install-local'];
    return isPackage === true && !leavesOut.some((option) => step.args.includes(option));
}
/** setuptools stops where it would have to guess which folder is the package (its documentation, "Package discovery"). */
function checkLayout(step, inside, { project, at: place }) {
    const table = (0,json.at)(project.pyproject?.data, 'tool', 'setuptools');
    const isDeclared = ['packages', 'py-modules', 'package-dir'].some((key) => (0,json.at)(table, key) !== undefined);
    if (isDeclared || inside.includes('setup.py') || inside.includes('setup.cfg'))
        return [];
    const names = manyTopLevels(inside);
    if (names.length === 0)
        return [];
    const list = names.map((name) => (0,findings_text/* quote */.hD)(name)).join(', ');
    const message = `\`${(0,findings_text/* quote */.hD)(step.words.join(' '), 120)}\` builds the project with setuptools, which finds more than one package in it (${list}) and stops: "Multiple top-level packages discovered in a flat-layout".`;
    const remedy = 'Write `[tool.setuptools]` and `packages = []` into pyproject.toml, or install with `uv sync --locked --no-dev`, which does not build it.';
    return [(0,findings_finding/* error */.z3)('install-flat-layout', message, remedy, place(step.line))];
}
/** Where pyproject.toml says that dependencies come from, other than an index. */
function sourcedDependencies({ project }) {
    const { pyproject, workspace } = project;
    const table = (0,json.at)(pyproject?.data, 'tool', 'uv', 'sources');
    const members = new Map(workspace.members.map(({ data, path }) => [(0,packaging_requirement/* normalName */.tK)(String((0,json.at)(data, 'project', 'name') ?? '')), (0,external_node_path_.dirname)(path)]));
    return Object.entries((0,files_values/* isTable */.bI)(table) ? table : {}).flatMap(([name, entries]) => (Array.isArray(entries) ? entries : [entries]).flatMap((entry) => {
        const line = pyproject?.lineOf(`tool.uv.sources.${name}`) ?? 1;
        const [path, git] = [(0,json.at)(entry, 'path'), (0,json.at)(entry, 'git')];
        const member = (0,json.at)(entry, 'workspace') === true ? members.get((0,packaging_requirement/* normalName */.tK)(name)) : undefined;
        if (typeof git === 'string')
            return [{ name, git, line }];
        if (typeof path === 'string')
            return [{ name, path, line }];
        return member === undefined ? [] : [{ name, path: (0,external_node_path_.relative)(project.dir, member).replaceAll('\\', '/'), line }];
    }));
}
/** Packages of the repository that the project depends on: uv reads them even where it does not install them. */
function checkLocalSources(step, subject) {
    const { project, dockerfile } = subject;
    const leavesOut = ['--no-install-workspace', '--no-install-local', '--only-group'];
    const isLeftOut = step.args.includes('--no-sources') || (isFrozen(step) && leavesOut.some((one) => step.args.includes(one)));
    if (!step.isUv || isLeftOut)
        return [];
    const [folder] = projectFolders(step);
    if (folder === undefined || step.files.get(external_node_path_.posix.join(folder, 'pyproject.toml'))?.source !== 'pyproject.toml')
        return [];
    return sourcedDependencies(subject).flatMap(({ name, path, line }) => {
        if (path === undefined || path === '')
            return [];
        const wanted = external_node_path_.posix.resolve(folder, path);
        const isThere = [...step.files.keys()].some((one) => one === wanted || one.startsWith(`${wanted}/`));
        if (isThere)
            return [];
        const message = `${(0,findings_text/* quote */.hD)(name)} comes from ${(0,findings_text/* quote */.hD)(path, 120)}, which the Dockerfile has not copied when it installs (${dockerfile.shown}:${step.line}).`;
        const remedy = path.startsWith('..')
            ? 'Move it into the repository, or publish it: nothing outside of the build context can be copied.'
            : `Write \`COPY ${(0,findings_text/* quote */.hD)(path, 120)} ${(0,findings_text/* quote */.hD)(path, 120)}\` above that line.`;
        return [(0,findings_finding/* error */.z3)('source-not-copied', message, remedy, { file: project.pyproject?.shown, line })];
    });
}
/** Packages from git in an image that has no git. */
function checkGit(step, subject) {
    const { project, dockerfile } = subject;
    const isSlim = /(?:^|[-:])(?:slim|alpine)(?:[-@.\d]|$)/.test(step.stage.image);
    const runs = allSteps(step.stage).flatMap((one) => (one.line < step.line && one.does === 'run' ? one.text : []));
    if (!isSlim || runs.some((text) => /\b(?:install|add)\b[\s\S]*\bgit\b/.test(text)))
        return [];
    if (projectFolders(step).length === 0)
        return [];
    const list = (0,files_values/* strings */.P$)((0,json.at)(project.pyproject?.data, 'project', 'dependencies'));
    const direct = list.flatMap((text) => {
        const [, git] = /@\s*git\+(\S+)/.exec(text) ?? [];
        const line = project.pyproject?.lineOf('project.dependencies') ?? 1;
        return git === undefined ? [] : [{ name: (0,packaging_requirement/* parseRequirement */.pP)(text)?.name ?? text, git, line }];
    });
    return [...sourcedDependencies(subject), ...direct].flatMap(({ name, git, line }) => {
        if (git === undefined)
            return [];
        const message = `${(0,findings_text/* quote */.hD)(name)} is fetched with git, and the image ${(0,findings_text/* quote */.hD)(step.stage.image, 120)} has none (${dockerfile.shown}:${step.line}).`;
        const remedy = 'Add `RUN apt-get update && apt-get install --yes git` above that line, or depend on a release of the package.';
        return [(0,findings_finding/* warning */.$e)('git-missing', message, remedy, { file: project.pyproject?.shown, line })];
    });
}
/** A lock that the image is not made from. */
function checkLockUse({ project, dockerfile, installs, at: place }) {
    if (project.lock === undefined)
        return [];
    const steps = dockerfile.stages.flatMap((stage) => stage.steps);
    const isUsed = installs.some(({ by }) => by !== 'pip') ||
        steps.some((step) => step.does === 'run' && /\buv\b[^&|;]*\brun\b|\buv\.lock\b|\bpylock\b/.test(step.text));
    if (isUsed)
        return [];
    const message = `The image is built without ${project.lock.shown}, so it can have other versions than those that were tested.`;
    const remedy = 'Copy pyproject.toml and uv.lock, and install with `uv sync --locked --no-dev`.';
    return [(0,findings_finding/* warning */.$e)('lock-unused', message, remedy, place(installs[0]?.line ?? dockerfile.final.line))];
}

// EXTERNAL MODULE: ./src/project/lock/required.ts
var required = __webpack_require__(3436);
;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/packages.ts






/** What `uv sync`, `uv export` and `uv pip install .` take of the project's groups and extras; nothing where neither is run. */
function packages_installsOf({ installs, project }) {
    const own = installs.filter((step) => projectFolders(step).length > 0);
    const syncs = own.filter(({ by }) => by !== 'pip');
    const steps = syncs.length > 0 ? syncs : own;
    if (steps.length === 0)
        return undefined;
    const table = (key) => (0,json.at)(project.pyproject?.data, ...key.split('.'));
    const all = (option, key) => {
        const value = table(key);
        return steps.some(({ args }) => args.includes(option)) && (0,files_values/* isTable */.bI)(value) ? Object.keys(value) : [];
    };
    const values = (...names) => steps.flatMap(({ args }) => valuesOf(args, ...names));
    const bracketed = steps.flatMap((step) => step.by === 'pip'
        ? requirementsOf(step.args).flatMap((one) => localFolder(step, one) === undefined ? [] : (/\[([^\]]*)\]$/.exec(one)?.[1]?.split(/\s*,\s*/) ?? []))
        : []);
    return {
        defaultGroups: syncs.length > 0 && !syncs.every(leavesDevOut),
        groups: [...values('--group', '--only-group'), ...all('--all-groups', 'dependency-groups')],
        extras: [...values('--extra'), ...bracketed, ...all('--all-extras', 'project.optional-dependencies')],
    };
}
const leavesDevOut = ({ args, env }) => args.some((word) => ['--no-dev', '--no-default-groups', '--only-group', '--no-group=dev'].includes(word)) ||
    valuesOf(args, '--no-group').includes('dev') ||
    /^(?:1|true)$/i.test(env.get('UV_NO_DEV') ?? '');
/** What an extra of a well-known package brings along. */
const BROUGHT = {
    'fastapi[standard]': ['uvicorn', 'fastapi-cli'],
    'fastapi[all]': ['uvicorn', 'fastapi-cli'],
};
/** The packages of the image. */
function packagesOf(subject) {
    const { project, installs, read } = subject;
    const chosen = packages_installsOf(subject);
    const named = installs.flatMap((step) => {
        const files = valuesOf(step.args, '-r', '--requirement', '--requirements');
        const lines = files.flatMap((file) => {
            const source = step.files.get(external_node_path_.posix.resolve(step.workdir, file))?.source;
            return source === undefined ? [] : (read(source)?.split(/\r?\n/) ?? []);
        });
        return [...(step.by === 'pip' ? requirementsOf(step.args) : []), ...lines];
    });
    const direct = (0,files_values/* strings */.P$)((0,json.at)(project.pyproject?.data, 'project', 'dependencies'));
    const names = namesOf(project.lock || chosen === undefined ? named : [...named, ...direct]);
    const isFromFile = installs.some(({ args }) => valuesOf(args, '-r', '--requirement', '--requirements').length > 0);
    if (project.lock === undefined || chosen === undefined) {
        return { installed: new Set(names), aside: new Map(), isOpen: true };
    }
    const { installed, aside } = (0,required/* readRequired */.y)(project, chosen);
    const left = [...aside].flatMap(([name, { kind, name: by }]) => kind === 'requirements' || kind === 'prohibited' ? [] : [[name, { kind, name: by }]]);
    return { installed: new Set([...installed, ...names]), aside: new Map(left), isOpen: isFromFile };
}
const namesOf = (texts) => texts.flatMap((text) => {
    const requirement = (0,packaging_requirement/* parseRequirement */.pP)(text.replace(/\s+#.*$/, ''));
    if (requirement === undefined)
        return [];
    const name = (0,packaging_requirement/* normalName */.tK)(requirement.name);
    return [name, ...requirement.extras.flatMap((extra) => BROUGHT[`${name}[${extra}]`] ?? [])];
});

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/entry.ts












/** Folders of the repository in which modules are looked for. */
const FOLDERS = ['', 'src'];
const relativeTo = (path) => path.replace(/^\/+/, '');
/** The file that a program starts, if the image has it where it is looked for. */
function entryIn({ program, run }, subject) {
    const { start } = subject;
    const { entry } = run;
    if (start === undefined || entry === undefined)
        return undefined;
    const { files, workdir } = start;
    if (entry.file !== undefined) {
        const source = files.get(external_node_path_.posix.resolve(workdir, entry.file))?.source;
        return source === undefined ? undefined : { source, root: external_node_path_.posix.dirname(source) };
    }
    const [folder] = valuesOf(run.args, '--app-dir', '--chdir');
    const others = valuesOf(run.args, '--pythonpath').flatMap((list) => list.split(','));
    const path = program.env.get('PYTHONPATH')?.split(':') ?? [];
    const places = [folder ?? '.', ...others, ...path, ...editableFolders(subject)];
    const roots = places.map((one) => relativeTo(external_node_path_.posix.resolve(workdir, one)));
    const modules = (0,local_modules/* localModules */.L)([...files.keys()].map(relativeTo));
    for (const name of moduleNames(run)) {
        const local = modules.find(name, roots);
        const found = local.is === 'found' ? local.files.at(-1) : undefined;
        const source = files.get(`/${found}`)?.source;
        if (source !== undefined)
            return { source, root: rootOf(source, name) };
    }
    return undefined;
}
/** A package is started by its `__main__`. */
const moduleNames = ({ entry }) => {
    const name = entry?.module ?? '';
    return entry?.object === undefined ? [`${name}.__main__`, name] : [name];
};
/** The folder that a module's file is imported from: `src` for `src/shop/main.py` as `shop.main`. */
const rootOf = (source, name) => source
    .replace(/(?:\/__init__)?\.py$/, '')
    .slice(0, -name.length)
    .replace(/\/$/, '');
/** The file of the repository that a module stands for, wherever the image has it. */
function entryInRepository({ entry, ...run }, { files }) {
    const paths = files.map(({ path }) => path);
    if (entry?.file !== undefined) {
        const path = relativeTo(external_node_path_.posix.normalize(entry.file));
        return paths.includes(path) ? { source: path, root: external_node_path_.posix.dirname(path) } : undefined;
    }
    const modules = (0,local_modules/* localModules */.L)(paths);
    for (const name of entry === undefined ? [] : moduleNames({ entry, ...run })) {
        const local = modules.find(name, FOLDERS);
        const source = local.is === 'found' ? local.files.at(-1) : undefined;
        if (source !== undefined)
            return { source, root: rootOf(source, name) };
    }
    return undefined;
}
/** Whether the project is in the image as an installed package, with its source. */
const isInstalled = (subject) => subject.installs.some((step) => installsProject(step, subject) && !isEditable(step));
/** `uv sync` installs a link to the source by default, pip only with `--editable`. */
const isEditable = ({ by, args, env }) => by === 'pip'
    ? args.some((word) => /^(?:-e|--editable)/.test(word))
    : !args.includes('--no-editable') && !/^(?:1|true)$/i.test(env.get('UV_NO_EDITABLE') ?? '');
/** Folders of the image from which the source of an installed project is imported. */
const editableFolders = (subject) => subject.installs
    .filter((step) => installsProject(step, subject) && isEditable(step))
    .flatMap((step) => projectFolders(step).flatMap((folder) => FOLDERS.map((one) => external_node_path_.posix.join(folder, one))));
/** The same with what a program of [project.scripts] starts, whose source the image has to have. */
function withScript({ program, run }, subject) {
    const script = (0,json.at)(subject.project.pyproject?.data, 'project', 'scripts', run.program);
    if (run.entry !== undefined || typeof script !== 'string' || editableFolders(subject).length === 0)
        return { program, run };
    const [module = '', object] = script.replace(/\s*\[.*$/, '').split(/\s*:\s*/);
    return { program, run: { ...run, entry: { module, ...(object !== undefined && { object }) } } };
}
/** Whether another image may have set the folder in which the program is started. */
const isPlaceOpen = ({ dockerfile: { final } }) => imageLibc(final.image) === undefined &&
    !allSteps(final).some((step) => step.does === 'other' && step.keyword === 'WORKDIR');
/** Whether the file or module that a program starts is in the image, and in the repository at all. */
function checkEntry(given, subject, packages) {
    if (isPlaceOpen(subject))
        return [];
    const started = withScript(given, subject);
    const { program, run } = started;
    const { entry } = run;
    if (entry === undefined || entryIn(started, subject) !== undefined)
        return [];
    const name = (0,findings_text/* quote */.hD)(entry.file ?? entry.module ?? '', 120);
    const place = placeOf(program, subject);
    const found = entryInRepository(run, subject);
    if (found !== undefined) {
        if (entry.file === undefined && isInstalled(subject))
            return [];
        const [, link] = found.root === 'src' ? editableFolders(subject) : [];
        if (link !== undefined) {
            const message = `${name} is imported from ${(0,findings_text/* quote */.hD)(link, 80)}, to which the installed project links, and the last stage does not have ${(0,findings_text/* quote */.hD)(found.source, 120)} there: the app can't start.`;
            return [
                (0,findings_finding/* error */.z3)('entrypoint-not-copied', message, 'Add `--no-editable` to `uv sync`, or copy the source to there.', place),
            ];
        }
        const folder = (0,findings_text/* quote */.hD)(subject.start?.workdir ?? '/', 80);
        const message = `${name} is looked for in ${folder} of the image, and the Dockerfile does not copy ${(0,findings_text/* quote */.hD)(found.source, 120)} to there: the app can't start.`;
        const whole = external_node_path_.posix.dirname(found.source) === '.' ? found.source : (found.source.split('/')[0] ?? '');
        const remedy = `Write \`COPY ${(0,findings_text/* quote */.hD)(whole, 80)} ./${(0,findings_text/* quote */.hD)(whole, 80)}\` into the last stage.`;
        return [(0,findings_finding/* error */.z3)('entrypoint-not-copied', message, remedy, place)];
    }
    if (entry.file === undefined && !isOurs(entry.module ?? '', run, subject, packages))
        return [];
    if (entry.file?.startsWith('/') && !entry.file.startsWith(`${subject.start?.workdir}/`))
        return [];
    const what = entry.file === undefined ? 'module' : 'file';
    const message = `The ${what} ${name}, which the Dockerfile starts, does not exist.`;
    return [
        (0,findings_finding/* error */.z3)('entrypoint-missing', message, 'Correct the name; it is looked for in the WORKDIR of the image.', place),
    ];
}
/** Whether a module that is not there would have to be one of the project. */
function isOurs(name, run, subject, packages) {
    const modules = (0,local_modules/* localModules */.L)(subject.files.map(({ path }) => path));
    const [head = ''] = name.split('.');
    const local = modules.find(name, FOLDERS);
    if (local.is === 'incomplete' && !local.isNamespace)
        return true;
    if (packages.installed.has((0,packaging_requirement/* normalName */.tK)(head)) || run.isModule)
        return false;
    // Where an installed project has its modules from is its own decision.
    const isElsewhere = isInstalled(subject) || editableFolders(subject).length > 0;
    return local.is === 'incomplete' || (!isElsewhere && (!packages.isOpen || modules.hasAnywhere(head)));
}
const placeOf = ({ script, line }, { at, in: inFile }) => script === undefined ? at(line) : inFile(script, line);
const IN_EVENT_LOOP = ['uvicorn', 'hypercorn', 'granian', 'daphne'];
/** What follows for the source from how the image is built and started; nothing where the Dockerfile does not tell. */
function contractOf(started, subject, port) {
    for (const one of started.toReversed()) {
        const found = entryIn(one, subject) ?? (isInstalled(subject) ? entryInRepository(one.run, subject) : undefined);
        const { program, isModule, entry } = one.run;
        if (found === undefined || entry === undefined)
            continue;
        const isScript = (0,run_command/* isPython */.r2)(program) || (isModule && !run_command/* LOADERS */.Hm.includes(program) && entry.module === program);
        // From another folder, modules have other names in the repository than in the image.
        if (!(0,run_command/* isPython */.r2)(program) && !FOLDERS.includes(found.root) && found.root !== '.')
            return undefined;
        const installs = packages_installsOf(subject);
        const isToldWhere = ['HOST', 'GRADIO_SERVER_NAME'].some((name) => one.program.env.has(name));
        const [object] = /^\w+/.exec(entry.object ?? '') ?? [];
        return {
            ...{ file: found.source, needsPublicHost: true, hasPages: program === 'streamlit' },
            ...(installs && { installs }),
            ...(port !== undefined && { port }),
            runsAsMain: isScript || program === 'streamlit',
            looksBesideOnly: (0,run_command/* isPython */.r2)(program),
            listens: subject.workload === 'web' && isScript && !isToldWhere,
            ...(object !== undefined && {
                app: {
                    ...{ loader: program, names: [object], isSearched: false, isDocumented: true },
                    inEventLoop: IN_EVENT_LOOP.includes(program),
                },
            }),
        };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/project/lock/presence.ts
var presence = __webpack_require__(2131);
// EXTERNAL MODULE: ./src/project/packaging/specifiers.ts
var packaging_specifiers = __webpack_require__(8568);
// EXTERNAL MODULE: ./src/project/pin/pin.ts
var pin_pin = __webpack_require__(4970);
// EXTERNAL MODULE: ./src/project/pin/python-range.ts
var python_range = __webpack_require__(1639);
;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/python.ts









const shown = (python) => python.join('.');
/** How the Python of the images fits `requires-python`, `.python-version`, and the paths that have it in their names. */
function checkPython(subject) {
    const steps = usedStages(subject.dockerfile).flatMap((stage) => stage.steps);
    return [
        ...checkBases(subject),
        ...steps.flatMap((step) => {
            if (step.does === 'copy')
                return checkPaths(step, subject);
            return step.does === 'run' ? checkVenv(step, subject) : [];
        }),
    ];
}
/** The stages where packages are installed, and the last one: each base image is judged once. */
function checkBases(subject) {
    const { dockerfile, installs } = subject;
    const stages = new Set([...installs.map(({ stage }) => stage), dockerfile.final].map(firstOf));
    return [...stages]
        .sort((one, other) => one.index - other.index)
        .flatMap((stage) => {
        const python = imagePython(stage.image);
        return python === undefined ? [] : (checkBase(stage, python, subject) ?? []);
    })
        .filter(({ message }, index, all) => all.findIndex((other) => other.message === message) === index);
}
const firstOf = (stage) => (stage.parent === undefined ? stage : firstOf(stage.parent));
/** As many patch releases as no minor has had. */
const PATCHES = Array.from({ length: 100 }, (_, patch) => patch);
function checkBase(stage, python, { project, installs, at }) {
    const requirements = (0,presence/* pythonRequirements */.DQ)(project);
    for (const { text, file, line } of requirements) {
        const specifiers = (0,packaging_specifiers/* parseSpecifiers */.$h)(text);
        if ((0,packaging_specifiers/* isRefused */.H0)(specifiers))
            continue;
        const range = (0,python_range/* pythonRange */.Sm)(specifiers);
        const [major, minor, patch] = python;
        const patches = patch === undefined ? PATCHES : [patch];
        if (patches.some((one) => (0,python_range/* rangeContains */.dF)(range, [major, minor, one])))
            continue;
        const message = `The base image ${(0,findings_text/* quote */.hD)(stage.image, 120)} has Python ${shown(python)}, which does not satisfy requires-python '${(0,findings_text/* quote */.hD)(text)}' (${file}:${line}).`;
        const remedy = 'Change the version in FROM, or widen requires-python and run `uv lock`.';
        // `uv sync` fetches a Python that fits, where it may.
        const mayFetch = installs.some((one) => firstOf(one.stage) === stage && one.by === 'sync');
        const finding = (0,findings_finding/* error */.z3)('base-python', message, remedy, at(stage.line));
        return mayFetch ? { ...finding, level: 'warning' } : finding;
    }
    if (project.pin === undefined)
        return undefined;
    const { pin } = (0,pin_pin/* checkPin */.w)({ path: project.pin.shown, bytes: project.pin.bytes }, requirements);
    const [major, minor] = pin?.version?.kind === 'release' ? pin.version.release : [];
    if (minor === undefined || (major === python[0] && minor === python[1]))
        return undefined;
    const message = `The base image ${(0,findings_text/* quote */.hD)(stage.image, 120)} has Python ${shown(python)}, and ${project.pin.shown} pins ${(0,findings_text/* quote */.hD)(pin?.text ?? '')}: what is tested is not what runs.`;
    const remedy = `Use python:${major}.${minor}-slim in FROM, or run \`uv python pin ${python[0]}.${python[1]}\`.`;
    return (0,findings_finding/* warning */.$e)('base-python-differs', message, remedy, at(stage.line));
}
const SITE_PACKAGES = /\/lib\/python(\d+)\.(\d+)(?:\/|$)/;
/** Packages that are copied from or to the folder of another Python than the image has. */
function checkPaths({ copy, line, stage }, { dockerfile, at }) {
    const { from, sources, target } = copy;
    const image = dockerfile.stages[stage]?.image ?? '';
    const origin = typeof from === 'object' ? from.image : (from ?? '');
    const [here, there] = [imagePython(image), imagePython(origin)];
    const pairs = [...sources.map((path) => [path, there]), [target, here]];
    for (const [path, python] of pairs) {
        const [, major, minor] = SITE_PACKAGES.exec(path) ?? [];
        if (minor === undefined || python === undefined)
            continue;
        if (Number(major) === python[0] && Number(minor) === python[1])
            continue;
        const message = `${(0,findings_text/* quote */.hD)(path, 120)} is the folder of Python ${major}.${minor}, and the image has Python ${shown(python)}: none of the packages can be imported.`;
        const remedy = `Write python${python[0]}.${python[1]} in the path.`;
        return [(0,findings_finding/* error */.z3)('site-packages-path', message, remedy, at(line))];
    }
    if (!sources.some((path) => SITE_PACKAGES.test(path) || /\/\.?venv(?:\/|$)/.test(path)))
        return [];
    if (here && there && (here[0] !== there[0] || here[1] !== there[1])) {
        const message = `The packages come from Python ${shown(there)}, and this stage has Python ${shown(here)}: compiled ones can't be imported.`;
        return [(0,findings_finding/* error */.z3)('site-packages-path', message, SAME_IMAGE, at(line))];
    }
    const [own, others] = [imageLibc(image)?.kind, imageLibc(origin)?.kind];
    if (own === undefined || others === undefined || own === others)
        return [];
    const message = `The packages come from an image with ${others}, and this stage has ${own}: compiled ones can't be imported.`;
    return [(0,findings_finding/* warning */.$e)('site-packages-path', message, SAME_IMAGE, at(line))];
}
const SAME_IMAGE = 'Begin both stages with the same image.';
function checkVenv({ command, line }, { at }) {
    const makesVenv = programsOf(command).some(({ words: [program = '', ...args] }) => {
        if (/(?:^|\/)virtualenv$/.test(program))
            return true;
        return (/(?:^|\/)python(?:3(?:\.\d+)?)?$/.test(program) && args[0] === '-m' && /^(?:venv|virtualenv)$/.test(args[1] ?? ''));
    });
    if (!makesVenv)
        return [];
    const message = 'This creates a virtual environment, which the Python guide of deploymill advises against.';
    const remedy = 'Use `uv sync`, or `uv pip install --system`.';
    return [(0,findings_finding/* warning */.$e)('dockerfile-venv', message, remedy, at(line))];
}

// EXTERNAL MODULE: ./src/project/source/module.ts + 1 modules
var source_module = __webpack_require__(4923);
;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/routes.ts



/** Where the platform calls the app when a schedule is due (the official template, `app/main.py`). */
const TICK = '/_system/tick';
/** Whether the app has the routes that the platform calls. `entry`: the file that is started, where that is known. */
async function checkRoutes(subject, entry) {
    const { context, read, workload, start } = subject;
    if (workload === 'worker' || start === undefined)
        return [];
    const held = new Set([...start.files.values()].map(({ source }) => source));
    const sources = context.flatMap((path) => {
        const text = path.endsWith('.py') && held.has(path) ? read(path) : undefined;
        return text === undefined ? [] : [{ path, text }];
    });
    if (sources.length === 0)
        return [];
    return [...(await checkHealth(sources, entry, subject)), ...(await checkTick(sources, subject))];
}
/** A route that Streamlit has by itself. */
const BUILT_IN = '/_stcore/health';
async function checkHealth(sources, entry, subject) {
    const { file, in: inFile } = subject;
    const path = file?.health.path.replace(/\?.*$/, '') ?? '/healthz';
    const last = path.split('/').filter(Boolean).at(-1);
    if (last === undefined || path === BUILT_IN)
        return [];
    const mentions = sources.filter(({ text }) => new RegExp(`["'/]${escaped(last)}/?["'?]`).test(text));
    if (mentions.length === 0) {
        if (entry === undefined)
            return [];
        const message = `No source has the route ${(0,findings_text/* quote */.hD)(path, 80)}, which deploymill requests after each deployment: it would get 404, and fall back to a weaker check.`;
        const remedy = `Add a route ${(0,findings_text/* quote */.hD)(path, 80)} that returns 200 and {"ok": true}, or write its path as \`health.path\`.`;
        return [(0,findings_finding/* warning */.$e)('health-route-missing', message, remedy, inFile(entry))];
    }
    const calls = await Promise.all(mentions.map(async (one) => ({ ...one, calls: (await (0,source_module/* readModule */.bH)(one.text)).calls })));
    const all = calls.flatMap(({ path: source, calls }) => calls.map((call) => ({ source, call })));
    const isRoute = ({ call }) => (0,source_module/* literal */.eu)(call.positional[0] ?? call.keywords.get('path')) === path;
    const routes = all.filter(isRoute);
    const only = routes.find(({ call }) => /^fastapi\.(?:applications\.)?(?:FastAPI|APIRouter)\(\)\.get$/.test(call.callee));
    if (only === undefined || routes.some(({ call }) => /\.(?:head|api_route|add_route|route)$/.test(call.callee)))
        return [];
    const message = `${(0,findings_text/* quote */.hD)(path, 80)} answers GET only: FastAPI returns 405 for HEAD, which older texts of deploymill name for its probe.`;
    const remedy = `Write \`@app.api_route("${(0,findings_text/* quote */.hD)(path, 80)}", methods=["GET", "HEAD"])\`.`;
    return [(0,findings_finding/* notice */.lm)('health-head', message, remedy, inFile(only.source, only.call.line))];
}
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
async function checkTick(sources, { file }) {
    if (file === undefined || file.schedules.length === 0)
        return [];
    const place = { file: file.shown, line: file.lineOf('schedules') };
    const remedy = `Add a route that takes POST ${TICK}, checks the bearer token against DM_SCHEDULE_TICK_SECRET, and runs the job that its body names.`;
    const mentions = sources.filter(({ text }) => text.includes('_system') && text.includes('tick'));
    if (mentions.length === 0) {
        const message = `There are schedules, and no source has the route ${TICK}, which deploymill calls for them: each call would get 404.`;
        return [(0,findings_finding/* warning */.$e)('tick-route-missing', message, remedy, place)];
    }
    const modules = await Promise.all(mentions.map(({ text }) => (0,source_module/* readModule */.bH)(text)));
    const routes = modules
        .flatMap(({ calls }) => calls)
        .filter(({ positional, keywords }) => (0,source_module/* literal */.eu)(positional[0] ?? keywords.get('path')) === TICK);
    if (routes.length === 0 || routes.some(takesPost))
        return [];
    const message = `There are schedules, and the route ${TICK} does not take POST, which deploymill sends: each call would get 405.`;
    return [(0,findings_finding/* warning */.$e)('tick-route-missing', message, remedy, place)];
}
/** Only of these is it known that they take no POST. */
const takesPost = ({ callee, keywords }) => !/\.(?:get|head|put|delete|patch)$/.test(callee) &&
    (!/\.(?:route|api_route)$/.test(callee) || /post/i.test(keywords.get('methods') ?? ''));

// EXTERNAL MODULE: ./src/bundle/secrets.ts
var secrets = __webpack_require__(93);
// EXTERNAL MODULE: ./src/project/source/readable.ts
var readable = __webpack_require__(5759);
;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/dockerignore.ts

/**
 * Tells which paths of the build context a `.dockerignore` leaves out. Unlike in a `.gitignore`, a pattern is about the whole path from
 * the root; what fits a folder takes all that is in it, and the last line that fits decides (Docker's documentation, "Build context").
 */
function readDockerignore(text) {
    const lines = text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .flatMap((line) => {
        const [, bang = '', pattern = ''] = /^(!?)\s*(.*)$/.exec(line.trim()) ?? [];
        const bare = pattern.replace(/^(?:\.?\/)+|\/+$/g, '');
        const steps = line.startsWith('#') || bare === '' ? undefined : (0,bundle_pattern/* readGlob */.pV)(bare, { braces: false });
        return steps === undefined ? [] : [{ keeps: bang === '!', fits: (0,bundle_pattern/* matcher */.jN)(steps) }];
    });
    return (path) => {
        const parts = path.split('/');
        const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
        return lines.findLast(({ fits }) => prefixes.some(fits))?.keeps === false;
    };
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/dockerfile/start-command.ts




const argvOf = (command) => command.form === 'exec' ? command.argv : ['/bin/sh', '-c', command.script];
/**
 * ENTRYPOINT and CMD as the runtime puts them together: CMD is added to an ENTRYPOINT that is a list, and has no effect on one that is
 * not; an ENTRYPOINT takes away the CMD of the stage that its own goes on from (Dockerfile reference). `context`: the paths that the build gets.
 */
function startCommand({ final }, context) {
    let entrypoint;
    let cmd;
    for (const step of allSteps(final)) {
        if (step.does === 'cmd')
            cmd = step;
        else if (step.does === 'entrypoint') {
            entrypoint = step;
            if (cmd && cmd.stage !== step.stage)
                cmd = undefined;
        }
    }
    const main = cmd ?? entrypoint;
    const last = allSteps(final).at(-1);
    if (main === undefined || last === undefined)
        return undefined;
    const { env, workdir, user } = last;
    const place = { line: main.line, env, workdir, user, files: imageOf(final, context) };
    if (entrypoint === undefined || cmd === undefined) {
        return isEmpty(main.command)
            ? undefined
            : { ...place, argv: argvOf(main.command), text: main.text, command: main.command };
    }
    if (entrypoint.command.form === 'shell') {
        const { command, text, line } = entrypoint;
        return { ...place, line, argv: argvOf(command), text, command };
    }
    const argv = [...entrypoint.command.argv, ...argvOf(cmd.command)];
    const text = `${entrypoint.text} ${cmd.text}`;
    return argv.length === 0 ? undefined : { ...place, argv, text, command: { form: 'exec', argv } };
}
const isEmpty = (command) => command.form === 'exec' ? command.argv.length === 0 : command.script.trim() === '';
const start_command_SHELL = /^(?:.*\/)?(?:ba|da|a)?sh$/;
const start_command_DEPTH = 3;
/** The programs that the start command starts; those of a script of the build context in its place. `read` answers a script's text. */
function startedPrograms(start, read) {
    const programs = programsOf(start.command).map(({ words, env, hasShell }) => ({
        ...{ words, hasShell, line: start.line, script: undefined },
        env: new Map([...start.env, ...env]),
    }));
    return programs.flatMap((program) => withScripts(program, start, read, start_command_DEPTH));
}
function withScripts(program, start, read, depth) {
    const [first = '', second = ''] = program.words;
    const isRunByShell = start_command_SHELL.test(first) && !second.startsWith('-');
    const path = isRunByShell ? second : first;
    const file = path.includes('/') || isRunByShell ? start.files.get(external_node_path_.posix.resolve(start.workdir, path)) : undefined;
    const text = file === undefined || path.endsWith('.py') ? undefined : read(file.source);
    if (file === undefined || text === undefined || depth === 0 || /^#!.*python/.test(text))
        return [program];
    const args = program.words.slice(isRunByShell ? 2 : 1);
    return commandsIn(text).flatMap(({ words, env, line }) => withScripts({
        words: words.flatMap((word) => (word === '$@' || word === '$*' ? args : word)),
        env: new Map([...program.env, ...env]),
        ...{ hasShell: true, script: file.source, line: line + 1 },
    }, start, read, depth - 1));
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/subject.ts





const DOCKERFILE = 'Dockerfile';
function subjectOf(given, dockerfile) {
    const { project, files, file } = given;
    const byPath = new Map(files.map((one) => [one.path, one]));
    const read = (path) => {
        const found = byPath.get(path);
        return found && (0,readable/* readSource */.o)(found);
    };
    // Docker prefers the one that is named after the Dockerfile.
    const isIgnored = readDockerignore(read('Dockerfile.dockerignore') ?? read('.dockerignore') ?? '');
    const context = files.flatMap(({ path, isUntracked }) => (isUntracked || isIgnored(path) ? [] : path));
    const start = startCommand(dockerfile, context);
    return {
        ...given,
        ...{ dockerfile, context, isIgnored, read, start, workload: file?.workload ?? 'web' },
        installs: installSteps(dockerfile, context),
        programs: start === undefined ? [] : startedPrograms(start, read),
        at: (line) => ({ file: dockerfile.shown, line }),
        in: (path, line = 1) => ({ file: project.shown((0,external_node_path_.join)(project.dir, path)), line }),
    };
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/secrets.ts







/** Variables that hold secrets by custom, and those whose names only mention one. */
const NAME = /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION)_?KEY)(?:_|$)/i;
const ABOUT = /_(?:FILE|PATH|DIR|NAME|ID|URL|URI|HOST|TTL|EXPIRY|EXPIRES?|LENGTH|ALGORITHM|HEADER|PREFIX|TYPE)$/i;
/** What nobody takes for a secret. */
const HARMLESS = /^(?:|true|false|none|null|\d{1,5}|.{1,3}|(?:change|replace|your|dummy|example|placeholder|build|test|dev|local)[\w-]*|<.*>|\*+)$/i;
const PASSWORD_URL = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:(?!\$)[^\s/@"']{3,}@/i;
/** An address with a user, a password and a host that others reach, in which nothing is put in later. */
const ADDRESS = /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/:@"'`<>{}$(%]{1,100}):([^\s/@"'`<>{}$(:]{3,200})@((?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63})/gi;
const NOWHERE = /(?:^|\.)(?:example(?:\.\w+)?|localhost|local|test|invalid|internal)$|^(?:127|10|0)\./i;
/** Where people write addresses; those of pyproject.toml and locks have a finding of their own. */
const SETTINGS = /\.(?:py|toml|ya?ml|json|ini|cfg|conf|properties|sh|env)$|(?:^|\/)\.env[^/]*$/i;
const OTHERS = /(?:^|\/)(?:pyproject\.toml|uv\.toml|uv\.lock|[\w.-]*lock[\w.-]*\.(?:json|ya?ml))$/;
const REMEDY = 'Remove it and revoke it, list its name under `secrets` in .deploymill/project.json, and put the value in the vault.';
/** Secrets in the Dockerfile, in project.json and in the other files of the repository. Their values are never shown. */
function checkSecrets(subject) {
    const { dockerfile, project, at } = subject;
    const files = [DOCKERFILE, PROJECT_FILE].flatMap((name) => {
        const file = project.read(name);
        const found = file === undefined || 'level' in file ? undefined : (0,secrets/* secretIn */.u7)(file.text);
        return file === undefined || 'level' in file || found === undefined ? [] : [{ ...found, file: file.shown }];
    });
    const known = files.map(({ what, file, line }) => {
        const message = `${file} holds ${what}, which everybody can read who has the repository.`;
        return (0,findings_finding/* error */.z3)('dockerfile-secret', message, REMEDY, { file, line });
    });
    const lines = files.flatMap(({ file, line }) => (file === dockerfile.shown ? line : []));
    const steps = dockerfile.stages.flatMap((stage) => stage.steps);
    return [
        ...known,
        ...checkTracked(subject),
        ...steps.flatMap((step) => {
            if (lines.includes(step.line))
                return [];
            if (step.does === 'run' && PASSWORD_URL.test(step.text)) {
                const message = 'This command has an address with a password, which stays in the image.';
                return [(0,findings_finding/* error */.z3)('dockerfile-secret', message, REMEDY, at(step.line))];
            }
            if (step.does !== 'set')
                return [];
            return step.entries.flatMap(([name, value]) => {
                const isAddress = PASSWORD_URL.test(value);
                if (!isAddress && (!NAME.test(name) || ABOUT.test(name) || HARMLESS.test(value)))
                    return [];
                const message = `${step.by} ${(0,findings_text/* quote */.hD)(name)} has ${isAddress ? 'an address with a password' : 'a value that looks like a secret'}, which everybody can read who has the image or the repository.`;
                return [(isAddress ? findings_finding/* error */.z3 : findings_finding/* warning */.$e)('dockerfile-secret', message, REMEDY, at(step.line))];
            });
        }),
    ];
}
/** Secrets in the committed files. Those that the image has are looked into as on every platform, but for addresses. */
function checkTracked({ files, start, in: inFile }) {
    const held = new Set([...(start?.files.values() ?? [])].map(({ source }) => source));
    return files.flatMap((file) => {
        const { path } = file;
        if (file.isUntracked || path === DOCKERFILE || path === PROJECT_FILE)
            return [];
        const text = (0,readable/* readSource */.o)(file);
        if (text === undefined || text.includes('\0'))
            return [];
        const isLookedInto = held.has(path) && !(0,left_out/* isEnvFile */.qb)(path);
        const found = (isLookedInto ? undefined : (0,secrets/* secretIn */.u7)(text)) ?? addressIn(path, text);
        if (found === undefined)
            return [];
        const message = `${(0,findings_text/* quote */.hD)(path, 200)} holds ${found.what}, which everybody can read who has the repository.`;
        return [(0,findings_finding/* warning */.$e)('dockerfile-secret', message, REMEDY, inFile(path, found.line))];
    });
}
function addressIn(path, text) {
    if (!SETTINGS.test(path) || OTHERS.test(path) || !text.includes('://'))
        return undefined;
    for (const { 1: user, 2: password = '', 3: host = '', index } of text.matchAll(ADDRESS)) {
        if (password === user || HARMLESS.test(password) || NOWHERE.test(host))
            continue;
        return { what: 'an address with a password', line: text.slice(0, index).split('\n').length };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/project/contract/run-command.ts
var contract_run_command = __webpack_require__(7425);
;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/start.ts












/** What starts when the container does, and where it listens. */
function checkStart(subject) {
    const { dockerfile, start, at: place } = subject;
    if (start === undefined) {
        const message = 'The last stage has neither CMD nor ENTRYPOINT, so the container starts nothing of yours.';
        const remedy = `Add a line such as \`CMD ["sh", "-c", "exec uvicorn app.main:app --host 0.0.0.0 --port \${PORT:-8000}"]\`.`;
        return [(0,findings_finding/* error */.z3)('dockerfile-no-command', message, remedy, place(dockerfile.final.line))];
    }
    const packages = packagesOf(subject);
    const programs = startedIn(subject);
    return [
        ...[...checkForm(subject), ...checkExpose(subject), ...checkOutput(programs, subject)],
        ...programs.flatMap((one) => [
            ...[...checkInstalling(one, subject), ...checkListening(one, subject), ...checkProgram(one, subject, packages)],
            ...checkEntry(one, subject, packages),
        ]),
    ];
}
/** The programs that are started, each with its command read: what is written, its paths taken off the programs' names. */
const startedIn = ({ programs }) => programs.flatMap((program) => {
    // A list with all words in one is reported as such.
    if (/\s/.test(program.words[0] ?? ''))
        return [];
    const words = program.words.map((word) => known(word, program));
    const run = (0,run_command/* readRunCommand */.pt)(words.map((word, index) => (index === 0 ? bare(word) : quoted(word))).join(' '));
    return { program, run };
});
/** `/app/.venv/bin/uvicorn` as `uvicorn`; a path of the project stays. */
const bare = (word) => word.replace(/^.*\/bin\/([^/]+)$/, '$1');
const quoted = (word) => (/\s/.test(word) ? `"${word}"` : word);
/** A word with the values that are known; a variable that only the platform knows stays as it is. */
function known(word, { env, hasShell }) {
    if (!hasShell)
        return word;
    const open = [...word.matchAll(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g)].map(([, braced, plain]) => braced ?? plain ?? '');
    return expand(word, new Map([...open.map((name) => [name, `$${name}`]), ...env]));
}
/** Lists that are none, and variables that no shell puts in. */
function checkForm({ start, at: place }) {
    if (start === undefined)
        return [];
    const { command, text, line } = start;
    const form = 'Write `["sh", "-c", "exec \u2026"]`, with double quotes.';
    if (command.form === 'shell') {
        if (!/^\s*\[.*\]\s*$/.test(command.script))
            return [];
        const message = `${(0,findings_text/* quote */.hD)(text, 120)} looks like a list but is not valid JSON: a shell looks for a program called '['.`;
        return [(0,findings_finding/* error */.z3)('command-form', message, form, place(line))];
    }
    const { argv } = command;
    const [program = ''] = argv;
    if (argv.length === 1 && /\s/.test(program.trim())) {
        const message = `The list has one word, so a program is looked for that is called '${(0,findings_text/* quote */.hD)(program, 120)}'.`;
        return [(0,findings_finding/* error */.z3)('command-form', message, 'Write each word on its own: `["uvicorn", "app.main:app"]`.', place(line))];
    }
    const isShell = argv.some((word, index) => /^-\w*c$/.test(word) && argv.slice(0, index).some((one) => /(?:^|\/)(?:ba|da|a|z)?sh$/.test(one)));
    const variable = isShell
        ? undefined
        : argv.map((word) => /\$\{?[A-Za-z_]\w*[^}\s]*\}?/.exec(word)?.[0]).find(Boolean);
    if (variable === undefined)
        return [];
    const message = `The start command names ${(0,findings_text/* quote */.hD)(variable)}, but no shell runs a list: it stays as it is written.`;
    const remedy = `Write \`["sh", "-c", "exec ${(0,findings_text/* quote */.hD)(argv.join(' '), 160)}"]\`.`;
    return [(0,findings_finding/* error */.z3)('command-variable', message, remedy, place(line))];
}
/** The ports of EXPOSE, as numbers. */
function exposedPorts({ dockerfile }) {
    return exposes(dockerfile.final).flatMap(({ ports, line }) => ports.flatMap((text) => (/^\d+(?:\/tcp)?$/i.test(text) ? { port: Number.parseInt(text, 10), line } : [])));
}
const exposes = (stage) => allSteps(stage).filter((step) => step.does === 'expose');
function checkExpose(subject) {
    const { dockerfile, start, workload, file, at: place } = subject;
    const [first] = exposes(dockerfile.final);
    if (workload === 'worker') {
        if (first === undefined)
            return [];
        const message = 'A worker has no port: nothing reaches what EXPOSE names.';
        return [(0,findings_finding/* warning */.$e)('expose-worker', message, 'Remove EXPOSE, or write "workload": "web".', place(first.line))];
    }
    if (first === undefined) {
        const message = 'The Dockerfile has no EXPOSE, and deploymill routes to the port that it names.';
        const remedy = `Add \`EXPOSE ${file?.port ?? 8000}\` to the last stage.`;
        return [(0,findings_finding/* error */.z3)('expose-missing', message, remedy, place(start?.line ?? dockerfile.final.line))];
    }
    const ports = exposedPorts(subject);
    const [own] = ports;
    if (own === undefined || file?.port === undefined || ports.some(({ port }) => port === file.port))
        return [];
    const message = `\`port\` is ${file.port}, and EXPOSE is ${own.port} (${dockerfile.shown}:${own.line}): deploymill routes to ${file.port}, so both must be the same.`;
    const remedy = `Write "port": ${own.port}, or \`EXPOSE ${file.port}\`.`;
    return [(0,findings_finding/* error */.z3)('project-port', message, remedy, { file: file.shown, line: file.lineOf('port') })];
}
/** Where a server listens, against EXPOSE. */
function checkListening({ program, run }, subject) {
    const { workload, file, start } = subject;
    if (workload === 'worker' || start === undefined)
        return [];
    const ports = exposedPorts(subject);
    const has = (path) => start.files.has(`${start.workdir}/${path}`);
    const variables = [...program.env.keys()].filter((name) => name !== 'PORT');
    const portText = program.hasShell ? `\${PORT:-${ports[0]?.port ?? 8000}}` : undefined;
    const command = {
        ...{ text: run.text, hasShell: true, configured: (0,run_command/* configuredServers */.rW)(run, variables, has) },
        ...(portText !== undefined && { portText }),
        ...placeOf(program, subject),
    };
    const listening = (0,contract_run_command/* listeningOf */.r)({ ...command, port: ports[0]?.port ?? 8000 });
    if (listening === undefined)
        return [];
    const own = Number(listening.port);
    const wanted = ports.find(({ port }) => port === own) ?? ports[0];
    const findings = (0,contract_run_command/* judgeRunCommand */.g)({ ...command, port: wanted?.port ?? file?.port ?? own });
    const isFixed = /^\d+$/.test(listening.port) && !program.words.some((word) => /\$\{?PORT\b/.test(word));
    if (findings.length > 0 || !isFixed || program.env.has('PORT'))
        return findings;
    const message = `${listening.name} always listens on port ${own}; deploymill sets PORT, and its newer templates listen on that.`;
    const option = (0,contract_run_command/* listeningOf */.r)({ ...command, port: own, portText: `\${PORT:-${own}}` })?.wanted.port ?? '';
    const remedy = program.hasShell
        ? `Write \`${option}\` in the command.`
        : `Write \`["sh", "-c", "exec \u2026 ${option}"]\`.`;
    return [(0,findings_finding/* notice */.lm)('port-fixed', message, remedy, placeOf(program, subject))];
}
const INSTALLERS = /^(?:(?:apt|apt-get|apk|dnf|yum|conda|mamba|pipx|npm|pnpm|yarn) (?:-\S+ )*(?:install|add|i)|poetry install|pdm (?:install|sync)|pipenv (?:install|sync)|corepack|playwright install|uv (?:tool|python) install)\b/;
/** What is installed at each start: the file system is read-only, and the network closed. */
function checkInstalling({ program, run }, subject) {
    const words = program.words.map(bare);
    const place = placeOf(program, subject);
    if ((readInstall(words)?.by ?? 'export') !== 'export' ||
        INSTALLERS.test(words.join(' ').replace(/^python\d? -m /, ''))) {
        const message = `\`${(0,findings_text/* quote */.hD)(words.join(' '), 120)}\` installs at each start; on deploymill the file system is read-only and the network may be closed, so the container ends again and again.`;
        return [
            (0,findings_finding/* error */.z3)('start-installs', message, 'Install in a RUN of the Dockerfile, and only start the app here.', place),
        ];
    }
    if (run.by !== 'uv' || !hasUv(subject))
        return [];
    const shown = `\`${(0,findings_text/* quote */.hD)(words.join(' '), 120)}\``;
    if (!run.uvOptions.includes('--no-sync') && !program.env.get('UV_NO_SYNC')) {
        const message = `${shown} has uv change the environment at each start, and the file system is read-only there.`;
        const remedy = 'Start the program in .venv/bin; or write `uv run --no-sync --no-cache`.';
        return [(0,findings_finding/* warning */.$e)('command-sync', message, remedy, place)];
    }
    if (hasCachePlace(run.uvOptions, program.env, subject))
        return [];
    const message = `${shown} has uv write to its cache at each start, and the file system is read-only there.`;
    return [(0,findings_finding/* warning */.$e)('command-sync', message, 'Start the program in .venv/bin; or add `ENV UV_NO_CACHE=1`.', place)];
}
/** Whether uv has no cache, or one that a container may write to: in /tmp, which is in memory there, or in a volume. */
function hasCachePlace(options, env, { file }) {
    if (options.some((one) => ['--no-cache', '-n', '--no-cache-dir'].includes(one)) || env.get('UV_NO_CACHE'))
        return true;
    const folders = ['/tmp', ...(file?.mounts ?? []).map(({ mountPath }) => external_node_path_.posix.resolve(mountPath))];
    const places = [
        env.get('UV_CACHE_DIR') ?? env.get('XDG_CACHE_HOME') ?? env.get('HOME'),
        ...valuesOf(options, '--cache-dir'),
    ];
    const place = places.at(-1);
    return place !== undefined && folders.some((folder) => `${external_node_path_.posix.resolve(place)}/`.startsWith(`${folder}/`));
}
/** Whether the program that is started is in the image. */
function checkProgram({ program, run }, subject, packages) {
    const { project, start } = subject;
    const provider = run_command/* PROVIDERS */.xq[run.program];
    const { pyproject } = project;
    const place = placeOf(program, subject);
    if (provider !== undefined && !packages.installed.has(provider)) {
        const aside = packages.aside.get(provider);
        const name = (0,findings_text/* quote */.hD)(run.program);
        if (aside) {
            const key = aside.kind === 'group' ? `dependency-groups.${aside.name}` : `project.optional-dependencies.${aside.name}`;
            const message = `${name} is started by the Dockerfile, and only the ${aside.kind} '${(0,findings_text/* quote */.hD)(aside.name)}' asks for it, which the image does not have: ModuleNotFoundError at startup.`;
            const remedy = `Run \`uv add ${provider}\`, so that [project] dependencies list it.`;
            const code = aside.kind === 'group' ? 'import-dev-only' : 'import-extra-only';
            return [(0,findings_finding/* error */.z3)(code, message, remedy, { file: pyproject?.shown, line: pyproject?.lineOf(key) })];
        }
        const message = `${name} is started by the Dockerfile, and no package that it installs brings ${provider}.`;
        const remedy = provider === 'fastapi-cli' ? 'Run `uv add "fastapi[standard]"`.' : `Run \`uv add ${provider}\`.`;
        const list = { file: pyproject?.shown, line: pyproject?.lineOf('project.dependencies') };
        return [(packages.isOpen ? findings_finding/* warning */.$e : findings_finding/* error */.z3)('command-program', message, remedy, list)];
    }
    const scripts = (0,json.at)(pyproject?.data, 'project', 'scripts');
    if ((0,files_values/* isTable */.bI)(scripts) &&
        Object.hasOwn(scripts, run.program) &&
        !subject.installs.some((step) => installsProject(step, subject))) {
        const message = `${(0,findings_text/* quote */.hD)(run.program)} is one of [project.scripts], which the image does not have: the Dockerfile does not install the project.`;
        const remedy = 'Run `uv sync` without `--no-install-project` behind the COPY of the source; uv needs a [build-system] for it.';
        return [(0,findings_finding/* error */.z3)('command-program', message, remedy, place)];
    }
    if (run.by !== 'uv' || hasUv(subject) || start === undefined)
        return [];
    const message = 'The Dockerfile starts uv, and the last stage does not have it.';
    const remedy = 'Start the program in .venv/bin, or add `COPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/`.';
    return [(0,findings_finding/* error */.z3)('command-program', message, remedy, place)];
}
/** Whether the image may have uv: only an official image of Python is known not to. */
function hasUv({ dockerfile }) {
    const { final } = dockerfile;
    if (!/(?:^|\/)python:/.test(final.image))
        return true;
    return allSteps(final).some((step) => {
        if (step.does === 'run')
            return /\buv\b/.test(step.text);
        return (step.does === 'copy' &&
            step.copy.sources.some((source) => /\buvx?$|\/(?:usr\/local\/)?bin\/?$|^\/(?:usr)?$/.test(source)));
    });
}
/** What a worker prints has to get out at once. */
function checkOutput(programs, { workload, start, at: place }) {
    if (workload !== 'worker' || start === undefined || start.env.get('PYTHONUNBUFFERED'))
        return [];
    const runsPython = programs.filter(({ run, program }) => (0,run_command/* isPython */.r2)(run.program) || run.isModule || program.words.some((word) => word.endsWith('.py')));
    const isUnbuffered = ({ program }) => program.env.get('PYTHONUNBUFFERED') || program.words.some((word) => /^-[a-zA-Z]*u[a-zA-Z]*$/.test(word));
    if (runsPython.length === 0 || runsPython.every(isUnbuffered))
        return [];
    const message = 'What the worker prints stays in a buffer, so its log looks empty, and deploymill sees no sign of life.';
    return [(0,findings_finding/* warning */.$e)('output-buffered', message, 'Add `ENV PYTHONUNBUFFERED=1` to the last stage.', place(start.line))];
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/checks/contract.ts













/**
 * What the platform's build, or its gate after a deployment, would stumble on: the Dockerfile, and how it fits `project.json`,
 * pyproject.toml and the source. Nothing is run.
 */
async function readContract(given) {
    const { project, files } = given;
    const nothing = { holds: () => true };
    const others = files.some(({ path }) => path === 'deploymill.json') ? [templateManifest(given)] : [];
    const text = project.read(DOCKERFILE);
    if (text === undefined)
        return { ...nothing, findings: [missing(given), ...others] };
    if ('level' in text)
        return { ...nothing, findings: [text, ...others] };
    const dockerfile = await readDockerfile(text);
    if (dockerfile === undefined) {
        const message = `${text.shown} has no FROM, so nothing can be built from it.`;
        const remedy = 'Begin it with a line such as `FROM python:3.13-slim`.';
        const finding = (0,findings_finding/* error */.z3)('dockerfile-invalid', message, remedy, { file: text.shown, line: 1 });
        return { ...nothing, findings: [finding, ...others] };
    }
    const subject = subjectOf(given, dockerfile);
    const start = contractOf(startedIn(subject), subject, exposedPorts(subject)[0]?.port ?? given.file?.port);
    const held = new Set([...(subject.start?.files.values() ?? [])].map(({ source }) => source));
    return {
        subject,
        ...(start && { start }),
        // What custom keeps secrets in is never read, whatever the image has.
        holds: (path) => held.has(path) && !(0,left_out/* isEnvFile */.qb)(path),
        findings: [
            ...[...others, ...checkProjectFile(given)],
            ...[...checkContents(subject), ...checkPython(subject), ...checkSecrets(subject), ...checkInstalls(subject)],
            ...[...checkStart(subject), ...(await checkRoutes(subject, start?.file))],
        ],
    };
}
function missing({ project }) {
    const message = `There is no ${project.shown((0,external_node_path_.join)(project.dir, DOCKERFILE))}: deploymill builds only from a Dockerfile at the root of the repository.`;
    const remedy = 'Add one; https://docs.astral.sh/uv/guides/integration/docker/ shows one for a project with uv.lock.';
    const file = project.shown((0,external_node_path_.join)(project.dir, 'pyproject.toml'));
    return (0,findings_finding/* error */.z3)('dockerfile-missing', message, remedy, { file, line: 1 });
}
/** An organisation's own templates have this file, too. */
function templateManifest({ project }) {
    const file = project.shown((0,external_node_path_.join)(project.dir, 'deploymill.json'));
    const message = `${file} describes a template for new apps; deploymill does not read it in the repository of an app.`;
    const remedy = `Remove it, and describe the app in ${PROJECT_FILE}.`;
    return (0,findings_finding/* warning */.$e)('template-manifest', message, remedy, { file, line: 1 });
}
function checkProjectFile({ project, inputs }) {
    if (project.read(PROJECT_FILE) !== undefined)
        return [];
    const message = `There is no ${PROJECT_FILE}: port, health path and domains can't be compared with the Dockerfile.`;
    const remedy = 'Commit the file that `start_project` or `import_repo` has written for the app.';
    const place = { file: project.shown((0,external_node_path_.join)(project.dir, DOCKERFILE)), line: 1 };
    const finding = (0,findings_finding/* notice */.lm)('project-json-missing', message, remedy, place);
    return [inputs.mode === 'deploy' ? { ...finding, level: 'warning' } : finding];
}

// EXTERNAL MODULE: ./src/project/failure/reading.ts + 3 modules
var reading = __webpack_require__(8629);
// EXTERNAL MODULE: ./src/platforms/deploymill/gateway/log.ts
var gateway_log = __webpack_require__(5291);
;// CONCATENATED MODULE: ./src/platforms/deploymill/preflight/start.ts


/** A worker that ends, or prints nothing, does so by then. */
const WATCH_MS = 20_000;
/**
 * How the image's command is started on a runner, in a tree that has the files where the image has them. Nothing where the app has a
 * volume outside of its WORKDIR: the runner has no such folder.
 */
function startOf(subject) {
    const { start, workload, file } = subject;
    const watch = workload === 'worker' ? { watchMs: WATCH_MS } : {};
    if (start === undefined || start.argv.length === 0)
        return watch;
    const { workdir, files } = start;
    const mounts = (file?.mounts ?? []).map(({ mountPath }) => external_node_path_.posix.resolve(mountPath));
    const tree = {
        files: [...files.values()].flatMap(({ path, source }) => {
            const found = subject.files.find((one) => one.path === source);
            return found === undefined || (0,left_out/* isEnvFile */.qb)(source) ? [] : [{ ...found, path: path.slice(1) }];
        }),
        cwd: workdir.slice(1),
        writable: mounts.map((path) => path.slice(1)),
    };
    const isAway = mounts.some((path) => external_node_path_.posix.relative(workdir, path).startsWith('..'));
    return { ...watch, tree, ...(!isAway && { launch: launchOf(subject, start) }) };
}
/** The port that deploymill routes to. */
function portOf({ dockerfile, file, workload }) {
    if (workload === 'worker')
        return undefined;
    const [exposed = ''] = dockerfile.final.steps.flatMap((step) => (step.does === 'expose' ? step.ports : []));
    return file?.port ?? (Number.parseInt(exposed, 10) || 8000);
}
function launchOf(subject, { argv, workdir, files, env }) {
    const wanted = portOf(subject);
    const paths = [...files.keys(), workdir];
    const isInImage = (path) => paths.some((one) => one === path || one.startsWith(`${path}/`));
    return ({ python, port }) => {
        const here = (word) => located(word, { workdir, python, isInImage });
        const [program = '', ...args] = argv.map(here);
        // The app has the container's ports to itself; here, its own is a free one.
        const mapped = args.map((word) => wanted === undefined ? word : word.replace(new RegExp(`\\b${wanted}\\b`, 'g'), String(port)));
        const own = [...env].filter(([name]) => name !== 'PATH' && name !== 'PORT' && !/^(?:UV|PIP)_/.test(name));
        return {
            command: [program, ...mapped],
            env: Object.fromEntries(own.map(([name, value]) => [name, here(value)])),
        };
    };
}
/** An absolute path, or a program in an environment that is named from WORKDIR on, such as `.venv/bin/gunicorn`. */
const PATH = /(?<![\w.$~/{}-])(?:\/|(?:\.\/)?(?=[\w.@+-]+\/bin\/))[\w.@+-]+(?:\/[\w.@+-]+)*/g;
/** A program of an environment in the image is one of the runner's, and what the image has of the repository is in the tree. */
function located(word, { workdir, python, isInImage }) {
    return word.replace(PATH, (path) => {
        const whole = external_node_path_.posix.resolve(workdir, path);
        if (isInImage(whole))
            return path.startsWith('/') ? `./${external_node_path_.posix.relative(workdir, path)}` : path;
        const isProgram = /\/bin\/[\w.-]+$/.test(path) && !/^\/(?:usr\/)?bin\//.test(path);
        return isProgram ? (0,external_node_path_.join)((0,external_node_path_.dirname)(python), (0,external_node_path_.basename)(path)) : path;
    });
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/preflight/image.ts





/**
 * What the platform allows a container (the templates of deploymill): its own files can't be written, and it has no capability but
 * the one for low ports.
 */
const LIMITS = ['--read-only', '--tmpfs', '/tmp', '--cap-drop', 'ALL', '--cap-add', 'NET_BIND_SERVICE'];
/** How docker builds and starts the image as deploymill does, with a fresh volume for each mount. */
function imageRunOf(subject) {
    const { files, file, project, read } = subject;
    const readIn = (words) => (0,reading/* readFailure */.f)(words, { kind: 'app', files, project });
    const context = files.filter(({ isUntracked }) => !isUntracked);
    const mounts = (file?.mounts ?? []).flatMap(({ mountPath }) => ['--volume', mountPath]);
    return {
        ...{ context, port: portOf(subject), limits: [...LIMITS, ...mounts] },
        explain: (log) => explain(log, { ...subject, sources: { paths: files.map(({ path }) => path), read, readFailure: readIn } }),
    };
}
function explain(log, subject) {
    const cause = (0,gateway_log/* causeIn */.Po)(log.split('\n'), subject.sources);
    const told = cause === undefined ? '' : `: ${cause.told}`;
    const place = cause === undefined ? subject.at(1) : (0,gateway_log/* placeOf */.$t)(cause, (path) => subject.in(path).file ?? path);
    return (0,findings_finding/* error */.z3)('image-build-failed', `The build of the image fails on this runner${told}.\n${(0,findings_text/* tail */.RT)(log, 12, 1_000)}`, 'Fix what the build names: the same happens on deploymill.', place);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/ports/uv.ts
var uv = __webpack_require__(7129);
;// CONCATENATED MODULE: ./src/platforms/deploymill/preflight/installs.ts









/**
 * Runs the commands that install packages while the image is built, each in a folder that has only what was copied by then, and into
 * an environment of its own instead of the image's Python: what fails in the build, by its order too, fails here. Ends with the first
 * that fails, as the build does.
 */
async function tryInstalls({ installs, dir, python, at }, { uv, folder, say, isNetworkTrouble }) {
    let exported = '';
    let last;
    if (installs.some(({ stage }) => imageLibc(stage.image)?.kind === 'musl')) {
        say('The image is made from Alpine, with musl: what is installed here are the packages for glibc.');
    }
    for (const step of installs) {
        const place = (0,external_node_path_.join)(folder, `stage-${step.stage.index}`);
        const [root, environment] = [(0,external_node_path_.join)(place, 'root'), (0,external_node_path_.join)(place, 'environment')];
        await layOut(step, dir, root);
        const cwd = (0,external_node_path_.join)(root, step.workdir);
        await (0,promises_.mkdir)(cwd, { recursive: true });
        if (!(0,external_node_fs_.existsSync)(environment)) {
            await uv.run(['venv', '--no-project', '--no-python-downloads', '--python', python, environment], { cwd: place });
        }
        const args = argumentsOf(step, root, environment);
        if (args === undefined)
            continue;
        for (const list of valuesOf(step.args, '-r', '--requirement', '--requirements')) {
            const path = external_node_path_.posix.resolve(step.workdir, list);
            // The shell has written it, from what was exported before.
            if (exported !== '' && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, path)))
                await (0,promises_.writeFile)((0,external_node_path_.join)(root, path), exported);
        }
        const { exitCode, stdout, stderr } = await runStep(step, args, { uv, cwd, environment, python });
        if (exitCode !== 0) {
            return { findings: [failed(step, stderr.replaceAll(root, ''), isNetworkTrouble(stderr), at(step.line))] };
        }
        last = environment;
        if (step.by === 'export')
            exported = stdout;
        else
            say(`Dockerfile line ${step.line}: ${(0,findings_text/* quote */.hD)(step.words.join(' '), 200)}: installs.`);
    }
    return { findings: [], environment: last ?? (await emptyEnvironment(python, folder, uv)) };
}
/** The Python of an image into which nothing is installed. */
async function emptyEnvironment(python, folder, uv) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const args = ['venv', '--no-project', '--no-python-downloads', '--python', python, (0,external_node_path_.join)(folder, 'environment')];
    const { exitCode } = await uv.run(args, { cwd: folder });
    return exitCode === 0 ? (0,external_node_path_.join)(folder, 'environment') : undefined;
}
/** Puts the files where the image has them when the command runs. */
async function layOut({ files }, dir, root) {
    for (const { path, source } of files.values()) {
        const target = (0,external_node_path_.join)(root, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,promises_.copyFile)((0,external_node_path_.join)(dir, source), target);
    }
}
/** Options that choose another Python, cache or place; with a value, and without. */
const installs_WITH_VALUE = /^(?:--python|-p|--prefix|--target|-t|--root|--cache-dir|--timeout|--retries|--link-mode|-o|--output-file)$/;
const ALONE = /^(?:--system|--no-cache(?:-dir)?|--break-system-packages|--user|--root-user-action=.*|--disable-pip-version-check|--quiet|-q|--(?:python|prefix|target|root|cache-dir|link-mode|output-file)=.*)$/;
/** Tools that a Dockerfile brings along to install with. */
const TOOLS = /^(?:uv|pip|setuptools|wheel)(?:[=<>~!].*)?$/;
/** The arguments for uv; nothing for a command that only brings tools. */
function argumentsOf({ by, args }, root, environment) {
    const kept = args.filter((word, index) => !ALONE.test(word) && !installs_WITH_VALUE.test(word) && !installs_WITH_VALUE.test(args[index - 1] ?? ''));
    const located = kept.map((word) => (word.startsWith('/') ? root + word : word));
    if (by !== 'pip')
        return [by, ...located];
    const wanted = located.filter((word) => !word.startsWith('-'));
    if (wanted.length > 0 && wanted.every((word) => TOOLS.test(word)))
        return undefined;
    return ['pip', 'install', '--python', environment, ...located];
}
/** Variables of the Dockerfile that change what is installed. */
const MEANT = /^UV_(?:NO_DEV|LOCKED|FROZEN|NO_EDITABLE|NO_INSTALL_\w+|NO_GROUP|NO_DEFAULT_GROUPS|COMPILE_BYTECODE)$/;
function runStep({ by, env }, args, { uv, cwd, environment, python }) {
    const own = Object.fromEntries([...env].filter(([name]) => MEANT.test(name)));
    const chosen = by === 'pip' ? [] : ['--python', python];
    return uv.run([...args, ...chosen], { cwd, env: { ...own, UV_PROJECT_ENVIRONMENT: environment } });
}
/** Programs of other commands that make nothing which an installation reads. */
const installs_HARMLESS = /^(?:apt-get|apt|apk|useradd|adduser|groupadd|addgroup|chown|chmod|mkdir|rm|cd|set|echo|true)$/;
/** Whether no other command has run before, which may have made what the installation needs. */
const isAlone = ({ stage, line }) => stage.steps.every((step) => step.does !== 'run' ||
    step.line >= line ||
    programsOf(step.command).every(({ words }) => readInstall(words) !== undefined || installs_HARMLESS.test(words[0] ?? '')));
function failed(step, stderr, isNetwork, place) {
    const command = `\`${(0,findings_text/* quote */.hD)(step.words.join(' '), 200)}\``;
    if (isNetwork) {
        const message = `${command} could not be tried out on this runner: ${(0,findings_text/* head */.d5)((0,uv/* uvReason */.en)(stderr), 8, 700)}`;
        const remedy = 'Give the runner access to the package index, or set preflight: static.';
        return (0,findings_finding/* warning */.$e)('preflight-no-network', message, remedy, place);
    }
    const message = `The build of the image fails at ${command}, with the files that were copied by then.\n${(0,findings_text/* head */.d5)((0,uv/* uvReason */.en)(stderr))}`;
    const remedy = 'Copy what it needs before this line, or fix what uv reports.';
    const finding = (0,findings_finding/* error */.z3)('image-install-failed', message, remedy, place);
    return isAlone(step) ? finding : { ...finding, level: 'warning' };
}

// EXTERNAL MODULE: ./src/inputs/setting.ts
var setting = __webpack_require__(3773);
;// CONCATENATED MODULE: ./src/platforms/deploymill/plan/settings.ts


/** A preview that nobody removes goes by itself after three days. */
const PREVIEW_TTL_HOURS = 72;
const MOST_HOURS = 8_760;
const settings_VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
const names = (description) => ({
    description,
    schema: { type: 'array', items: { type: 'string', pattern: settings_VARIABLE.source } },
    wanted: 'a list of names of variables such as ["API_URL"]',
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && settings_VARIABLE.test(item)),
});
/** The keys of `[tool.uv-deploy.deploymill]` that only this platform knows. */
const settings_SETTINGS = {
    branch: (0,setting/* shaped */.e9)('The branch that the app on deploymill is wired to. Defaults to main.', /^(?!-)[^\s~^:?*[\\]{1,244}$/, 'the exact name of a branch', 'main'),
    reconcile: (0,setting/* oneOf */.yL)('What becomes of differences between .deploymill/project.json and the app. Defaults to plan, which shows them.', 'never', 'plan', 'apply'),
    'no-cache': (0,setting/* oneOf */.yL)('Whether the image is built without a cache. Defaults to auto: once more without, where nothing new went live.', 'auto', 'always', 'never'),
    'tool-args': {
        description: 'Arguments for tools of the server, by the tool\u2019s name. They come over those that uv-deploy gives.',
        schema: { type: 'object', additionalProperties: { type: 'object' } },
        wanted: 'a table of tables such as { deploy = { probePath = "/healthz" } }',
        fits: (value) => (0,files_values/* isTable */.bI)(value) && Object.values(value).every(files_values/* isTable */.bI),
    },
    'client-id': (0,setting/* shaped */.e9)('The OAuth client that a refresh token belongs to; the input token then is that refresh token.', /^[\x21-\x7e]{1,1024}$/, 'the id of an OAuth client', 'https://example.com/client.json'),
    'preview-ttl-hours': {
        description: `How many hours a preview lasts if nobody removes it. Defaults to ${PREVIEW_TTL_HOURS}.`,
        schema: { type: 'integer', minimum: 1, maximum: MOST_HOURS },
        wanted: `a whole number from 1 to ${MOST_HOURS}`,
        fits: (value) => Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MOST_HOURS,
    },
    'preview-env': names('Variables of the step that previews get, too.'),
    'plain-env': names('Variables that look like secrets by their name, and are none.'),
    url: (0,setting/* shaped */.e9)('The app\u2019s URL, if it is not https:// and domains.prod of project.json.', /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w.~-]+)*$/, 'an address without a slash at its end', 'https://shop.example.com'),
};
/** Reads the settings. Invalid ones are reported with their line and ignored. */
function readSettings(own) {
    const { values, findings } = (0,setting/* checkSettings */.EW)(settings_SETTINGS, own, 'deploymill');
    const value = (key, otherwise) => values.get(key) ?? otherwise;
    return {
        findings,
        settings: {
            branch: value('branch', 'main'),
            reconcile: value('reconcile', 'plan'),
            noCache: value('no-cache', 'auto'),
            toolArgs: value('tool-args', {}),
            clientId: value('client-id', ''),
            previewTtlHours: value('preview-ttl-hours', PREVIEW_TTL_HOURS),
            previewEnv: value('preview-env', []),
            plainEnv: value('plain-env', []),
            url: value('url', ''),
        },
    };
}

;// CONCATENATED MODULE: ./src/platforms/deploymill/plan/plan.ts











/** What the platform's own probe does where project.json tells nothing (its scaffolds). */
const plan_HEALTH = { path: '/healthz', retries: 3, intervalMs: 3_000, timeoutMs: 5_000 };
/** What project.json says, as far as it can be read, and what is wrong with it. */
async function readFile(project) {
    const text = project.read(PROJECT_FILE);
    if (text === undefined)
        return { findings: [] };
    return 'level' in text ? { findings: [text] } : readProjectFile(text);
}
/** Compares the volumes with those that the file had before. */
async function checkShrinking(file, earlier) {
    if (file === undefined || file.mounts.length === 0)
        return [];
    const text = await earlier(PROJECT_FILE);
    const before = text === undefined ? undefined : (await readProjectFile({ shown: PROJECT_FILE, text })).file;
    return before === undefined ? [] : shrunkVolumes(file, before);
}
/** Which app is meant. There is no public way to look an app up: its id has to be given. */
async function identify(project, inputs) {
    const { settings, findings } = readSettings(inputs.own);
    const { file } = await readFile(project);
    const named = (0,json.at)(project.pyproject?.data, 'project', 'name');
    const name = inputs.name || file?.name || (typeof named === 'string' ? named : (0,external_node_path_.basename)(project.dir));
    if (inputs.variant !== '')
        findings.push(noVariants(inputs.variant));
    if (inputs.id !== '' && !/^[\w.:-]{1,128}$/.test(inputs.id))
        findings.push(invalidId(inputs.id));
    const identity = { id: inputs.id, name, slug: '', isNamed: inputs.name !== '', settings };
    return { identity, settings, file, findings };
}
/** Decides what the project will be on deploymill, which builds the image itself, from the head of a branch. */
async function planApp(project, inputs, candidates, earlier) {
    const { identity, settings, file, findings } = await identify(project, inputs);
    const contract = await readContract({ project, inputs, file, files: await candidates() });
    const contentType = file?.workload ?? 'web';
    const health = file?.health ?? plan_HEALTH;
    const paths = inputs.healthCheckPaths.length > 0 ? inputs.healthCheckPaths : [health.path];
    const isWorker = contentType === 'worker';
    const knowsHead = contract.findings.some(({ code }) => code === 'health-head');
    const host = isWorker ? undefined : file?.prod;
    return {
        findings: [
            ...findings,
            ...(await readFile(project)).findings,
            ...(await checkShrinking(file, earlier)),
            ...contract.findings,
        ],
        spec: {
            ...{ id: identity.id, name: identity.name, settings },
            url: isWorker ? '' : settings.url || (host === undefined ? '' : `https://${host}`),
            keepsReleases: file !== undefined && file.rollback !== false,
            shown: (path) => project.shown((0,external_node_path_.join)(project.dir, path)),
            read: (path) => {
                const text = project.read(path);
                return text === undefined || 'level' in text ? undefined : text.text;
            },
        },
        plan: {
            ...{
                name: identity.name,
                kind: 'app',
                contentType,
                entrypoint: inputs.entrypoint || (contract.start?.file ?? 'Dockerfile'),
            },
            ...{ delivery: 'none', install: installOf(contract.subject, project) },
            ...(contract.subject && { server: serverOf(contract.subject) }),
            reasons: [`It is a ${isWorker ? 'worker' : 'web app'} on deploymill, which builds the Dockerfile itself.`],
            healthPaths: isWorker ? [] : paths,
            gate: { ...gateOf(health, file?.isProtected ?? false), asksHead: !knowsHead },
            includes: contract.holds,
            ...(contract.start && { start: contract.start }),
            ...(contract.subject && startOf(contract.subject)),
            includesExplicitly: () => false,
            added: buildFiles(project),
            maxBundleSize: Number.POSITIVE_INFINITY,
            checkFiles: () => [],
        },
    };
}
/** What decides over the image without being in it: where it changes, there is something to deploy. */
const BUILD_FILES = ['Dockerfile', '.dockerignore', PROJECT_FILE];
const buildFiles = (project) => BUILD_FILES.flatMap((path) => {
    const text = project.read(path);
    if (text === undefined || 'level' in text)
        return [];
    return [{ path, source: text.path, size: Buffer.byteLength(text.text), executable: false }];
});
function installOf(subject, project) {
    if (subject === undefined)
        return { by: 'image' };
    const python = imagePython(subject.dockerfile.final.image)?.slice(0, 2).join('.');
    const run = imageRunOf(subject);
    if (python === undefined)
        return { by: 'image', run };
    const { installs, at } = subject;
    return {
        ...{ by: 'image', run, python },
        tryInstalls: (tools) => tryInstalls({ installs, dir: project.dir, python, at }, tools),
    };
}
/** Debian 12, where the name of the image does not tell. */
const SERVER = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.36' };
/** What the wheels of the lock have to fit: the image in which uv installs them. */
function serverOf({ installs }) {
    const stage = installs.find(({ by }) => by !== 'pip')?.stage;
    return stage === undefined ? SERVER : imageTarget(stage.image, SERVER);
}
/** Answers that mean that nothing is behind the edge. */
const BAD = [502, 503, 504];
/**
 * The platform's own measure (deploymill's documentation, "health"): 200 on any path but `/`, where every answer of an app is well,
 * several times in a row. Behind a password, the edge answers 401.
 */
const gateOf = ({ retries, intervalMs }, isProtected) => ({
    ...{ times: retries, intervalMs },
    isHealthy: (status, path) => (isProtected && status === 401) || (path === '/' ? !BAD.includes(status) : status === 200),
});
const invalidId = (id) => (0,findings_finding/* error */.z3)('invalid-id', `The id '${(0,findings_text/* quote */.hD)(id)}' is not an application id of deploymill.`, 'Copy it from the answer of the agent that created the app.');
const noVariants = (variant) => (0,findings_finding/* error */.z3)('no-variants', `uv-deploy can't choose the variant '${(0,findings_text/* quote */.hD)(variant)}' on deploymill: apps are not found by their name there.`, "Leave out 'variant', and give the 'id' of the app that is meant.");

;// CONCATENATED MODULE: ./src/platforms/deploymill/deploymill.ts


/** deploymill: it builds the image itself, from the head of a branch, and is talked to over MCP. */
const deploymill = {
    name: 'deploymill',
    credentials: { token: 'DEPLOYMILL_TOKEN', secret: { env: 'DEPLOYMILL_SECRET', isRequired: false } },
    server: SERVER,
    words: {
        credential: 'token',
        noUrl: 'Write its address as `url` under [tool.uv-deploy.deploymill], or commit .deploymill/project.json with `domains.prod`.',
        noTasks: 'deploymill runs jobs by itself: write them as `schedules` in .deploymill/project.json, and the app gets a POST to /_system/tick for each.',
    },
    settings: settings_SETTINGS,
    defaultServer: 'https://deploymill.com',
    // People copy the address of the MCP server.
    locate: async (url) => url.replace(/\/mcp$/, ''),
    identify: async (project, inputs) => {
        const { identity, findings } = await identify(project, inputs);
        return { identity, findings: [...findings] };
    },
    open: async ({ id, name, settings }, access, deps) => {
        const { openConnection } = await __webpack_require__.e(/* import() */ 189).then(__webpack_require__.bind(__webpack_require__, 7189));
        const known = settings ?? readSettings({}).settings;
        return openConnection({ id, name, settings: known, url: '' }, access, deps).connection;
    },
    plan: async (project, inputs, candidates, earlier) => {
        const { plan, spec, findings } = await planApp(project, inputs, candidates, earlier);
        return {
            findings: [...findings],
            plan: { ...plan, open: async (...args) => (await __webpack_require__.e(/* import() */ 163).then(__webpack_require__.bind(__webpack_require__, 9163))).openGateway(spec, ...args) },
        };
    },
};


/***/ }),

/***/ 5291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Cj: () => (/* binding */ tailOf),
/* harmony export */   Gs: () => (/* binding */ logOf),
/* harmony export */   Po: () => (/* binding */ causeIn)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);
/* harmony import */ var _api_answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6576);



/** How much of the end of a log is read, and how much is shown, in lines and characters. */
const [READ, SHOWN, CHARACTERS] = [200, 30, 3_000];
/** The end of a log, line by line; nothing where it can't be had, which never fails a run. */
async function logOf(applicationId, source, session) {
    const data = await session
        .call('get_logs', { needed: { applicationId }, wanted: { source, tail: READ } })
        .catch(() => undefined);
    return (0,_api_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .readLog */ .x6)(data).flatMap((line) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(line).trimEnd().split(/\r?\n/));
}
const tailOf = (lines) => lines.slice(-SHOWN).join('\n').slice(-CHARACTERS);
/** What a log says of a failure, as far as it is known what its words mean. Pure but for what it reads. */
function causeIn(lines, files) {
    const found = [missingModule, traceback, words].flatMap((read) => read(lines, files) ?? []);
    // A log goes back to containers before this one: what it says last counts.
    const [last] = found.toSorted((one, other) => other.index - one.index);
    return last?.cause ?? buildStep(lines, files);
}
const lineIn = (files, path, fits) => {
    const index = (files.read(path) ?? '').split('\n').findIndex(fits);
    return index < 0 ? undefined : index + 1;
};
const placed = (path, line) => ({
    path,
    ...(line !== undefined && { line }),
});
const MISSING_MODULE = /ModuleNotFoundError: No module named ['"]([\w.]+)/;
function missingModule(lines, files) {
    const index = lines.findLastIndex((line) => MISSING_MODULE.test(line));
    const [, module] = MISSING_MODULE.exec(lines[index] ?? '') ?? [];
    if (module === undefined)
        return undefined;
    const own = files.paths.some((path) => new RegExp(`(?:^|/)${module.split('.')[0]}(?:\\.py|/)`).test(path));
    const at = own ? isCopy : (line) => /^dependencies\s*=/.test(line);
    const path = own ? 'Dockerfile' : 'pyproject.toml';
    const cause = {
        told: `the module ${module} is missing`,
        remedy: own
            ? `COPY it in the final stage of the Dockerfile.`
            : `Add its package to [project] dependencies, run \`uv lock\` and commit both files.`,
        ...placed(path, lineIn(files, path, at)),
    };
    return { cause, index };
}
const isCopy = (line) => /^\s*COPY\s/i.test(line);
/** The line of the project behind the last traceback. */
function traceback(lines, { readFailure }) {
    const begin = lines.findLastIndex((line) => line.includes('Traceback (most recent call last):'));
    const { raised, cause, place } = readFailure(lines.slice(Math.max(0, begin)).join('\n'));
    if (place.file === undefined)
        return undefined;
    const index = lines.findLastIndex((line) => /\bFile "[^"]+", line \d/.test(line));
    // What is missing there has to be brought along; other causes are named by their exception.
    const told = cause?.code === 'start-missing-variable' ? lowered(cause.message) : `the app stopped with ${raised ?? 'an error'}`;
    return { cause: { told, remedy: cause?.remedy ?? 'Correct the line that the traceback names.', place }, index };
}
/** A sentence as a part of one. */
const lowered = (sentence) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;
const COMMAND = /^\s*(?:CMD|ENTRYPOINT)\s/i;
/** Words of servers and of the platform. */
const WORDS = [
    [
        /address already in use/i,
        'the port is taken: the app listens twice, or on a port that is not its own',
        'Listen on the port in the variable PORT, once.',
    ],
    [
        /(?:running|listening|serving).*(?:127\.0\.0\.1|localhost)/i,
        'the app listens on localhost only, where the edge can\u2019t reach it',
        'Add `--host 0.0.0.0` to its command.',
    ],
    [
        /read-only file system/i,
        'the app writes to its own image, which can\u2019t be written there',
        'Write to a mounted volume or to /tmp.',
    ],
];
function words(lines, files) {
    for (const [pattern, told, remedy] of WORDS) {
        const index = lines.findLastIndex((line) => pattern.test(line));
        if (index < 0)
            continue;
        const command = lineIn(files, 'Dockerfile', (line) => COMMAND.test(line));
        return { cause: { told, remedy, ...placed('Dockerfile', command) }, index };
    }
    return undefined;
}
/** How builders name the line of a step that failed, and its instruction: BuildKit, its older versions, and the builder before it. */
const STEP_LINES = [/\bDockerfile:(\d+)\b/, /dockerfile parse error (?:on )?line (\d+)/];
const STEP_TEXTS = [
    /process "\/bin\/sh -c (.+?)" did not complete/,
    /executor failed running \[\/bin\/sh -c (.+)\]: exit code/,
    /^The command '\/bin\/sh -c (.+)' returned a non-zero code/,
    /^(?:#\d+ )?\s*> \[(?!internal\])[^\]]*\] (?:RUN )?(.+):$/,
    /^Step \d+\/\d+ ?: ?(?:RUN )?(.+)$/,
];
/** The step of the build that failed. */
function buildStep(lines, files) {
    const last = (patterns) => patterns.flatMap((pattern) => lines.map((line) => pattern.exec(line)?.[1]).findLast(Boolean) ?? []).at(0);
    const named = last(STEP_LINES);
    const command = (last(STEP_TEXTS) ?? '').replaceAll('\\"', '"');
    if (named === undefined && command === '')
        return undefined;
    const line = named === undefined ? instructionLine(files.read('Dockerfile') ?? '', command) : Number(named);
    return {
        told: `a step of the Dockerfile failed${command === '' ? '' : `: ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(command, 160)}`}`,
        remedy: 'Correct the step; `preflight: sync` tries the installation out before.',
        ...placed('Dockerfile', line),
    };
}
/** The line on which the instruction begins that has a text in it, which builders print on one line. */
function instructionLine(dockerfile, text) {
    const flat = (part) => part.replace(/\s+/g, ' ').trim();
    const instructions = [];
    let goesOn = false;
    for (const [index, written] of dockerfile.split('\n').entries()) {
        const [bare = '', end = ''] = /^(.*?)(\\?)\s*$/.exec(written)?.slice(1) ?? [];
        const last = instructions.at(-1);
        if (/^\s*(?:#|$)/.test(written))
            continue;
        if (goesOn && last)
            last.text += ` ${bare}`;
        else
            instructions.push({ line: index + 1, text: bare });
        goesOn = end !== '';
    }
    // Of a heredoc, the beginning is shown, in brackets.
    const wanted = flat(text.replace(/ \([^()]*\.\.\.\)$/, ''));
    return [wanted, wanted.split(/ ?(?:&&|;) ?/)[0] ?? '']
        .flatMap((part) => instructions.findLast((one) => part !== '' && flat(one.text).includes(part))?.line ?? [])
        .at(0);
}
/** A cause as a place in the checkout. */
const placeOf = ({ path, line, place = {} }, shown) => path === undefined ? place : { file: shown(path), ...(line !== undefined && { line }) };


/***/ }),

/***/ 9757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hm: () => (/* binding */ LOADERS),
/* harmony export */   pt: () => (/* binding */ readRunCommand),
/* harmony export */   r2: () => (/* binding */ isPython),
/* harmony export */   rW: () => (/* binding */ configuredServers),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/** Options of `uv run` that a value follows. */
const WITH_VALUE = new Set([
    ...['--cache-dir', '--config-file', '--directory', '--env-file', '--extra', '--group', '--index', '--no-extra'],
    ...['--no-group', '--only-group', '--package', '--project', '--python', '-p', '--with', '-w', '--with-editable'],
    ...['--with-requirements'],
]);
/** Reads a command that no shell runs. A text without a program in it has an empty one. */
function readRunCommand(text, place = {}) {
    let words = text.trim().split(/\s+/);
    const uvOptions = [];
    const isUv = words[0] === 'uv' && words[1] === 'run';
    if (isUv) {
        words = words.slice(2);
        while (words[0]?.startsWith('-') && !['-m', '--module', '--script', '-s'].includes(words[0])) {
            const [option = '', value = ''] = words;
            const hasValue = WITH_VALUE.has(option);
            words = words.slice(hasValue ? 2 : 1);
            if (option === '--')
                break;
            uvOptions.push(option, ...(hasValue ? [value] : []));
        }
        // uv takes a module or a file without its interpreter.
        if (words[0] === '-m' || words[0] === '--module')
            words = ['python', '-m', ...words.slice(1)];
        else if (words[0] === '--script' || words[0] === '-s')
            words = ['python', ...words.slice(1)];
        else if (words[0]?.endsWith('.py'))
            words = ['python', ...words];
    }
    const [first = '', ...rest] = words;
    const inVenv = /^(?:\.\/)?\.venv\/bin\/(.+)$/.exec(first)?.[1];
    const name = inVenv ?? first;
    const isModule = isPython(name) && rest[0] === '-m';
    const program = isModule ? (rest[1] ?? '') : name;
    const args = isModule ? rest.slice(2) : rest;
    return {
        ...{ text: text.trim(), ...place, by: isUv ? 'uv' : inVenv === undefined ? 'name' : 'venv' },
        ...{ uvOptions, program, isModule, args, entry: entryOf(program, isModule, args) },
    };
}
const isPython = (program) => /^python(?:3(?:\.\d+)?)?$/.test(program);
/** Servers that load `module:object`. */
const LOADERS = ['uvicorn', 'hypercorn', 'granian', 'daphne', 'gunicorn', 'waitress-serve', 'waitress'];
const STARTERS = ['streamlit', 'shiny', 'panel', 'bokeh', 'fastapi', 'gradio'];
const OBJECT = /^([A-Za-z_][\w.]*):([A-Za-z_][\w.]*(?:\(\))?)$/;
/** Options of these whose value may look like the app: a configuration, a class. */
const NOT_THE_APP = /^(?:-c|--config|-k|--worker-class|--logger-class|--log-config|--loop|--http|--ws)$/;
function entryOf(program, isModule, args) {
    const spelt = (word) => {
        if (word?.endsWith('.py'))
            return { file: word.replace(/^(?:\.\/)+/, '') };
        const [, module, object] = OBJECT.exec(word ?? '') ?? [];
        return module === undefined || object === undefined ? undefined : { module, object };
    };
    if (LOADERS.includes(program))
        return spelt(args.find((word, index) => OBJECT.test(word) && !NOT_THE_APP.test(args[index - 1] ?? '')));
    if (program === 'flask') {
        const index = args.findIndex((word) => word === '--app' || word === '-A' || word.startsWith('--app='));
        const word = args[index]?.startsWith('--app=') ? args[index]?.slice(6) : index < 0 ? undefined : args[index + 1];
        return spelt(word) ?? (word && /^[A-Za-z_][\w.]*$/.test(word) ? { module: word } : undefined);
    }
    if (STARTERS.includes(program))
        return spelt(args.find((word) => spelt(word)));
    if (isPython(program))
        return spelt(args.find((word) => word.endsWith('.py')));
    return isModule && /^[A-Za-z_][\w.]*$/.test(program) ? { module: program } : undefined;
}
/** The package that brings a program of another name. */
const PROVIDERS = {
    ...{ uvicorn: 'uvicorn', gunicorn: 'gunicorn', hypercorn: 'hypercorn', granian: 'granian', daphne: 'daphne' },
    ...{ 'waitress-serve': 'waitress', waitress: 'waitress', flask: 'flask', streamlit: 'streamlit', shiny: 'shiny' },
    ...{ fastapi: 'fastapi-cli', panel: 'panel', bokeh: 'bokeh', gradio: 'gradio', celery: 'celery' },
};
/** Servers that have where to listen from variables of these names, from a file of their own that is there, or from one that is named. */
function configuredServers({ program, args }, variables, has) {
    const prefixes = {
        uvicorn: 'UVICORN_',
        flask: 'FLASK_RUN_',
        granian: 'GRANIAN_',
        shiny: 'SHINY_',
        gunicorn: 'GUNICORN_',
        streamlit: 'STREAMLIT_SERVER_',
    };
    return [
        ...Object.entries(prefixes).flatMap(([server, prefix]) => variables.some((name) => name.startsWith(prefix)) ? [server] : []),
        ...(has('.streamlit/config.toml') ? ['streamlit'] : []),
        ...(has('gunicorn.conf.py') ? ['gunicorn'] : []),
        ...(args.some((word) => /^(?:-c|--config(?:=.*)?)$/.test(word)) ? [program] : []),
    ];
}


/***/ }),

/***/ 7425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ judgeRunCommand),
/* harmony export */   r: () => (/* binding */ listeningOf)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4879);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4087);


const server = (defaultHost, defaultPort, options = {}) => ({
    host: ['--host'],
    port: ['--port'],
    bind: [],
    defaultHost,
    defaultPort,
    ...options,
});
const BOUND = { host: [], port: [], bind: ['-b', '--bind'] };
const SHORT = { host: ['-h', '--host'], port: ['-p', '--port'] };
/** The options that say where it listens, and what each does without them: from its own documentation. */
const SERVERS = {
    uvicorn: server('127.0.0.1', 8000),
    hypercorn: server('127.0.0.1', 8000, BOUND),
    granian: server('127.0.0.1', 8000),
    // It goes by PORT, and then binds to all interfaces, when it is told nothing.
    gunicorn: server('0.0.0.0', 'PORT', BOUND),
    'flask run': server('127.0.0.1', 5000, SHORT),
    'fastapi dev': server('127.0.0.1', 8000),
    'fastapi run': server('0.0.0.0', 8000),
    'shiny run': server('127.0.0.1', 8000, SHORT),
    'streamlit run': server('0.0.0.0', 8501, { host: ['--server.address'], port: ['--server.port'] }),
    'waitress-serve': server('0.0.0.0', 8080, { bind: ['--listen'] }),
    daphne: server('127.0.0.1', 8000, { host: ['-b', '--bind'], port: ['-p', '--port'] }),
    'panel serve': server('localhost', 5006, { host: ['--address'] }),
    'bokeh serve': server('localhost', 5006, { host: ['--address'] }),
};
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)$/i;
/** Whether the server that a command starts will be where the platform looks for it. A command of another kind is not judged. */
function judgeRunCommand(command) {
    const findings = [];
    const { file, line } = command;
    const complain = (code, message, remedy) => findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)(code, message, remedy, { file, line }));
    if (!command.hasShell && /\$\{?\w/.test(command.text)) {
        const message = `The run command '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(command.text, 120)}' names a variable, but no shell runs it: it stays as it is written.`;
        complain('command-variable', message, `Write the number instead: ${command.port}.`);
        return findings;
    }
    const found = listeningOf(command);
    if (found === undefined)
        return findings;
    const { name, host, port, wanted } = found;
    if (LOOPBACK.test(host)) {
        const message = `${name} listens on ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(host)} with this run command, which only the machine itself can reach.`;
        complain('command-host-local', message, `Add \`${wanted.host}\` to the command.`);
    }
    if (/^\d+$/.test(port) && Number(port) !== command.port) {
        const message = `${name} listens on port ${port} with this run command; the platform looks for it on port ${command.port}.`;
        complain('command-port', message, `Write \`${wanted.port}\` in the command.`);
    }
    return findings;
}
function listeningOf({ text, port: on, portText = String(on), configured, }) {
    const words = (text.match(/"[^"]*"|'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^(["'])(.*)\1$/, '$2'));
    const found = serverIn(words);
    if (found === undefined)
        return undefined;
    const { name, server, options } = found;
    const bind = optionIn(options, server.bind);
    const [, bindHost, bindPort] = /^(.*?)(?::([^:\]]*))?$/.exec(bind ?? '') ?? [];
    const isConfigured = configured?.includes(name.split(' ')[0] ?? '') ?? false;
    const host = (bindHost || optionIn(options, server.host)) ?? (isConfigured ? '' : server.defaultHost);
    const port = (bindPort || optionIn(options, server.port)) ?? (isConfigured ? '' : String(server.defaultPort));
    const both = `--bind 0.0.0.0:${portText}`;
    const [hostOption, portOption] = [server.host.at(-1), server.port.at(-1)];
    const wantedHost = bind === undefined && hostOption ? `${hostOption} 0.0.0.0` : both;
    return {
        name,
        host,
        port,
        wanted: { host: wantedHost, port: portOption ? `${portOption} ${portText}` : wantedHost },
    };
}
/** The first word that starts a server, however it is started (`uv run`, `python -m`, a path), and what comes behind it. */
function serverIn(words) {
    for (const [index, word] of words.entries()) {
        const program = word.slice(word.lastIndexOf('/') + 1);
        const rest = words.slice(index + 1);
        const simple = SERVERS[program];
        if (simple)
            return { name: program, server: simple, options: rest };
        const name = Object.keys(SERVERS).find((known) => {
            const [first, second = ''] = known.split(' ');
            return first === program && rest.includes(second);
        });
        const known = name === undefined ? undefined : SERVERS[name];
        if (name !== undefined && known)
            return { name, server: known, options: rest };
    }
    return undefined;
}
function optionIn(words, names) {
    for (const [index, word] of words.entries()) {
        if (names.includes(word))
            return words[index + 1];
        const name = names.find((option) => option.startsWith('--') && word.startsWith(`${option}=`));
        if (name !== undefined)
            return word.slice(name.length + 1);
        const short = names.find((option) => /^-[a-z]$/.test(option) && word.startsWith(option));
        if (short !== undefined)
            return word.slice(short.length).replace(/^=/, '');
    }
    return undefined;
}


/***/ })

};
