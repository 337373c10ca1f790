export const id = 546;
export const ids = [546];
export const modules = {

/***/ 9546:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  fromDetection: () => (/* binding */ fromDetection)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __webpack_require__(4879);
// EXTERNAL MODULE: ./src/findings/nearest.ts
var nearest = __webpack_require__(96);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __webpack_require__(4087);
// EXTERNAL MODULE: ./src/project/apps/apps.ts + 3 modules
var apps_apps = __webpack_require__(5169);
// EXTERNAL MODULE: ./src/project/files/toml.ts + 1 modules
var toml = __webpack_require__(6435);
// EXTERNAL MODULE: ./src/platforms/shared/choice.ts
var choice = __webpack_require__(2205);
// EXTERNAL MODULE: ./src/platforms/ricochet/plan/content-types.ts
var content_types = __webpack_require__(7515);
;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/candidates.ts


/**
 * What the project's files could be on ricochet: apps and Quarto documents; without these, other web apps, and scripts only where
 * there is nothing else.
 */
async function findCandidates(files, only) {
    const { apps, factories, scripts } = await (0,apps_apps/* findApps */.S)(files, only);
    const known = apps.flatMap(({ path, framework, why }) => {
        const contentType = content_types/* CONTENT_TYPE_OF */.j3[framework];
        return contentType === undefined ? [] : [{ path, contentType, why }];
    });
    const documents = files.flatMap(({ path }) => (only === undefined || path === only ? documentAt(path) : []));
    if (known.length + documents.length > 0)
        return [...known, ...documents];
    const services = servicesOf(apps, scripts);
    if (services.length > 0)
        return services;
    const unknown = apps.map((app) => {
        const program = programFor(app);
        return { path: app.path, why: app.why, ...(program && { program }) };
    });
    if (unknown.length > 0)
        return unknown;
    if (factories.length > 0) {
        return factories.map(({ path, name, why, framework }) => {
            const known = content_types/* CONTENT_TYPE_OF */.j3[framework];
            return { path, why, line: `app = ${name}()`, ...(known && { becomes: known }) };
        });
    }
    const alone = scripts.map(({ path, why, web }) => web === undefined ? { path, why, contentType: 'python' } : { path, why: `it imports ${web}` });
    return only === undefined ? [...alone, ...deepDocuments(files)] : alone;
}
/** How a program of one's own serves an app that ricochet has no content type for. */
function programFor({ path, framework, object }) {
    const module = path
        .replace(/^src\//, '')
        .replace(/(?:\/__init__)?\.py$/, '')
        .replaceAll('/', '.');
    const where = 'host="0.0.0.0", port=int(os.environ["PORT"])';
    if (object === undefined)
        return undefined;
    if (framework === 'asgi')
        return `\`import os, uvicorn\` and \`uvicorn.run("${module}:${object}", ${where})\``;
    if (framework !== 'wsgi')
        return undefined;
    return `\`import os, waitress\`, \`from ${module} import ${object}\` and \`waitress.serve(${object}, ${where})\``;
}
/** Programs that answer requests by themselves. */
const servicesOf = (...found) => found
    .flat()
    .flatMap(({ path, serves }) => serves === undefined ? [] : [{ path, contentType: 'python-service', why: serves }]);
/** Below the root, documents may be what the project is for, or about it: they count where there is nothing but a script. */
const deepDocuments = (files) => files.flatMap(({ path }) => /\/[^/_][^/]*\.qmd$/.test(path) && !/(?:^|\/)(?:docs?|examples?|tests?)\//.test(path)
    ? [{ path, contentType: 'quarto-py', why: 'it is a Quarto document' }]
    : []);
function documentAt(path) {
    if (path === '_quarto.yml')
        return [{ path, contentType: 'quarto-py', why: 'it is a Quarto project' }];
    return /^[^/]+\.qmd$/.test(path) ? [{ path, contentType: 'quarto-py', why: 'it is a Quarto document' }] : [];
}
const CONVENTIONAL = new Set([
    ...['main.py', 'app.py', 'application.py', 'api.py', 'server.py', 'streamlit_app.py'],
    ...['_quarto.yml', 'index.qmd'],
]);
/**
 * The one candidate that stands out, or `undefined` when several could be meant: content of two types, two of one type whose names
 * say nothing, or two apps in one file. A Quarto project stands for its documents.
 */
function pick(candidates) {
    if (new Set(candidates.map(({ contentType }) => contentType)).size > 1)
        return undefined;
    if (candidates.length === 1)
        return candidates[0];
    const conventional = candidates.filter(({ path }) => CONVENTIONAL.has(path.slice(path.lastIndexOf('/') + 1)));
    const shallowest = Math.min(...conventional.map(({ path }) => path.split('/').length));
    const best = conventional.filter(({ path }) => path.split('/').length === shallowest);
    const project = best.find(({ path }) => path === '_quarto.yml');
    return project ?? (best.length === 1 ? best[0] : undefined);
}

// EXTERNAL MODULE: ./src/platforms/ricochet/plan/config.ts + 3 modules
var plan_config = __webpack_require__(4110);
// EXTERNAL MODULE: ./src/platforms/ricochet/plan/decided.ts
var decided = __webpack_require__(2918);
;// CONCATENATED MODULE: ./src/platforms/ricochet/plan/detect.ts













/** Without a file: look at the code, and write the file that `ricochet init` would ask the user for. */
async function fromDetection(project, inputs, files, findings) {
    const place = { file: project.pyproject?.shown ?? project.shown((0,external_node_path_.join)(project.dir, plan_config/* CONFIG_FILE */.g)) };
    if (inputs.contentType !== '' && !(0,content_types/* isContentType */.IU)(inputs.contentType)) {
        const known = Object.keys(content_types/* CONTENT_TYPES */.yw);
        const meant = (0,nearest/* nearest */.p)(inputs.contentType, known);
        const message = `Unknown content-type '${(0,findings_text/* quote */.hD)(inputs.contentType)}'.`;
        const remedy = `${meant ? `Did you mean '${meant}'? ` : ''}The content types of ricochet: ${known.join(', ')}.`;
        findings.push((0,finding/* error */.z3)('config-content-type', message, remedy));
        return undefined;
    }
    const asked = inputs.entrypoint.replace(/^(?:\.\/)+/, '');
    const isAsked = ({ path, contentType }) => (asked === '' || path === asked) &&
        (inputs.contentType === '' || (contentType ?? 'python-service') === inputs.contentType);
    const all = (await findCandidates(files)).filter(isAsked);
    const meant = all.length === 0 && asked !== '' ? (await findCandidates(files, asked)).filter(isAsked) : all;
    const chosen = pick(meant);
    // Both given: the user knows better than any detection.
    const entrypoint = chosen?.path ?? (inputs.contentType !== '' ? asked : '');
    const contentType = inputs.contentType || chosen?.contentType;
    if (entrypoint === '' || contentType === undefined) {
        const [code, message, remedy] = chosen
            ? unknownType(chosen)
            : undecided(project, meant, inputs, { files, commands: (await (0,apps_apps/* findApps */.S)(files)).commands });
        findings.push((0,finding/* error */.z3)(code, message, remedy, place));
        return undefined;
    }
    if (chosen?.path.endsWith('.py')) {
        findings.push(...(0,choice/* passedOver */.Jn)(chosen.path, meant.filter((one) => one !== chosen).map(choiceOf)));
    }
    return generate({ name: inputs.name || (0,decided/* defaultName */.Z)(project), entrypoint, contentType, why: chosen?.why }, findings);
}
/** The configuration that stands in for a file, with its text. */
function generate({ name, entrypoint, contentType, why, }, findings) {
    const content = { name, entrypoint, access_type: 'private', content_type: contentType };
    const text = (0,dist/* stringify */.As)({ content, language: { name: 'python', packages: 'uv.lock' } });
    const generated = (0,toml/* parseToml */.MT)({ path: '', shown: `the generated ${plan_config/* CONFIG_FILE */.g}`, text });
    if ((0,toml/* isFinding */.qd)(generated))
        return undefined;
    const { config, findings: found } = (0,plan_config/* readConfig */.X)(generated);
    findings.push(...found.map(({ file, line, ...finding }) => finding));
    const lines = text.trimEnd().split('\n');
    return {
        config,
        text,
        settings: { content: { entrypoint, content_type: contentType } },
        reasons: [
            `${plan_config/* CONFIG_FILE */.g} is absent; ${entrypoint} is taken as ${contentType}${why === undefined ? ', as the inputs say' : `: ${why}`}.`,
            `A new item will be private. Generated ${plan_config/* CONFIG_FILE */.g}:`,
            ...lines.map((line) => `  ${line}`),
        ],
    };
}
const choiceOf = ({ path, contentType = 'a web app', why }) => ({
    entrypoint: path,
    type: contentType,
    why,
});
/** Why no one file is the app. */
function undecided(project, meant, { contentType, entrypoint }, { files, commands: [command] }) {
    const asked = entrypoint.replace(/^(?:\.\/)+/, '');
    const example = `Write a ${plan_config/* CONFIG_FILE */.g}, or set the inputs 'entrypoint' and 'content-type'.`;
    if (meant.length > 1) {
        return (0,choice/* whichOne */.ko)(meant.map(choiceOf));
    }
    if (asked !== '' && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(project.dir, asked))) {
        const remedy = "Correct the input 'entrypoint'; it is relative to the folder of the project.";
        const meant = (0,choice/* entrypointRemedy */.Di)(asked, files, remedy);
        return (0,finding/* complaint */.U4)('entrypoint-missing', `The entrypoint ${(0,findings_text/* quote */.hD)(asked)} does not exist.`, meant);
    }
    if (asked === '' && command) {
        const { module, object, path } = command;
        const message = `No app was found in the project: [project.scripts] names ${(0,findings_text/* quote */.hD)(module)}:${(0,findings_text/* quote */.hD)(object)}, and ${(0,findings_text/* quote */.hD)(path, 120)} does nothing when ricochet runs it as a file.`;
        const lines = `from ${(0,findings_text/* quote */.hD)(module)} import ${(0,findings_text/* quote */.hD)(object.split('.')[0] ?? '')}\` and \`${(0,findings_text/* quote */.hD)(object)}()`;
        return (0,finding/* complaint */.U4)('entrypoint-not-found', message, `Write a main.py with the lines \`${lines}\`, and commit it.`);
    }
    const notebook = files.find(({ path }) => /^[^/]+\.ipynb$/.test(path))?.path;
    if (asked === '' && contentType === '' && notebook !== undefined) {
        const message = `No app was found in the project. ${(0,findings_text/* quote */.hD)(notebook, 120)} is a notebook, which ricochet runs from 0.24 on.`;
        const remedy = `Set the inputs \`content-type: jupyter\` and \`entrypoint: ${(0,findings_text/* quote */.hD)(notebook, 120)}\`.`;
        return (0,finding/* complaint */.U4)('entrypoint-not-found', message, remedy);
    }
    if (asked === '' && contentType !== '') {
        const example = files.find(({ path }) => /^\w+\.py$/.test(path))?.path ?? 'main.py';
        const message = `content-type ${contentType} needs an entrypoint, and no file is known to be a ${contentType} app.`;
        return (0,finding/* complaint */.U4)('entrypoint-not-found', message, `Add \`entrypoint: ${(0,findings_text/* quote */.hD)(example)}\` to the step.`);
    }
    const kind = contentType === '' ? 'app' : `${contentType} app`;
    const what = asked === ''
        ? `No ${kind} was found in the project`
        : `${(0,findings_text/* quote */.hD)(asked)} does not look like ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
    const which = contentType === '' ? ': no FastAPI, Flask, Dash, Shiny or Streamlit app, no script, no Quarto document' : '';
    return (0,finding/* complaint */.U4)('entrypoint-not-found', `${what}${which}.`, example);
}
/** A web app is never taken for a task, which would end or be stopped: its author says what it is. */
function unknownType({ path, why, line, becomes, program }) {
    const message = `${(0,findings_text/* quote */.hD)(path, 120)} is a web app (${why}), but the code does not show how ricochet has to start it.`;
    const said = `Write a ${plan_config/* CONFIG_FILE */.g} with \`entrypoint = "${(0,findings_text/* quote */.hD)(path, 120)}"\` and \`content_type = "python-service"\` if it listens on PORT by itself`;
    if (line && becomes) {
        const added = `Add the line \`${(0,findings_text/* quote */.hD)(line)}\` at the end of that file: it is then taken as ${becomes}.`;
        return (0,finding/* complaint */.U4)('content-type-unknown', message, added);
    }
    if (program) {
        const written = `Write a serve.py with the lines ${(0,findings_text/* quote */.hD)(program, 300)}, which is then taken as python-service; \`uv add\` its server if it is not locked.`;
        return (0,finding/* complaint */.U4)('content-type-unknown', message, written);
    }
    const remedy = line
        ? `Add the line \`${(0,findings_text/* quote */.hD)(line)}\` at the end of that file. ${said}.`
        : `${said}; otherwise with the content type that starts it.`;
    return (0,finding/* complaint */.U4)('content-type-unknown', message, remedy);
}


/***/ })

};
