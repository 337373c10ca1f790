import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 4879:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   HR: () => (/* binding */ Failure),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   U4: () => (/* binding */ complaint),
/* harmony export */   V2: () => (/* binding */ failure),
/* harmony export */   _Q: () => (/* binding */ fitting),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   dv: () => (/* binding */ leaving),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   z3: () => (/* binding */ error)
/* harmony export */ });
const builder = (level) => (code, message, remedy, { file, line, column } = {}) => ({
    ...{ level, code, message },
    ...(remedy !== undefined && { remedy }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
});
/** The platform's own command refuses this, or the app fails there. */
const error = builder('error');
/** It may fail there, or is probably not meant. */
const warning = builder('warning');
/** Good to know. */
const notice = builder('notice');
const complaint = (code, message, remedy) => [code, message, remedy];
/** As many as a debug log needs. */
const SHOWN = 50;
/** No message or remedy needs more characters; what servers and files bring along has no end of its own. */
const LONGEST = 4_000;
/** The finding with a message and remedy that can be read. `clean` takes secrets out, which a cut would leave in halves. */
function fitting(finding, clean) {
    const { message, remedy } = finding;
    if (message.length <= LONGEST && (remedy ?? '').length <= LONGEST)
        return finding;
    const cut = (text) => (text.length > LONGEST ? `${clean(text).slice(0, LONGEST)}\u2026` : text);
    return { ...finding, message: cut(message), ...(remedy !== undefined && { remedy: cut(remedy) }) };
}
/**
 * Ends the run. Thrown where the trouble is known best, shown once, in `report.ts`.
 * `timedOut` separates "it failed" from "we stopped waiting".
 */
class Failure extends Error {
    name = 'Failure';
    findings;
    timedOut;
    constructor(findings, options = {}) {
        super(findings
            .slice(0, SHOWN)
            .map((finding) => finding.message)
            .join('\n'), { cause: options.cause });
        this.findings = findings;
        this.timedOut = options.timedOut ?? false;
    }
}
/** Whether an error is a failure with this code. */
const isFailure = (error, code) => error instanceof Failure && error.findings.some((finding) => finding.code === code);
/** A failure with a single error: what failed, and what to do. */
function failure(code, message, remedy, options) {
    return new Failure([{ level: 'error', code, message, ...(remedy && { remedy }) }], options);
}
/** Thrown by every wait when the runner cancels the step. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** An error along with what it leaves behind: one more finding of a failure, one more sentence of a run that was cancelled. */
function leaving(error, finding) {
    if (error instanceof Cancelled)
        return new Cancelled(`${error.message} ${finding.message}`);
    if (!(error instanceof Failure))
        return error;
    return new Failure([...error.findings, finding], { cause: error.cause, timedOut: error.timedOut });
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Node's error code (`ENOENT`, `ECONNRESET`, ...) or an empty string. */
function codeOf(error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return typeof code === 'string' ? code : '';
}


/***/ }),

/***/ 96:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The candidate nearest to `word` by edit distance, when it is near enough to be a slip of the finger. */
function nearest(word, candidates) {
    let best;
    let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
    for (const candidate of candidates) {
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
        // With every letter changed it is another word, however short.
        if (distance < bestDistance && distance < Math.max(word.length, candidate.length)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 9967:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E$: () => (/* binding */ redact),
/* harmony export */   P: () => (/* binding */ isOrdinary),
/* harmony export */   gz: () => (/* binding */ keepSecret),
/* harmony export */   i7: () => (/* binding */ withoutEdge)
/* harmony export */ });
/* unused harmony export forgetSecrets */
/**
 * The secrets of this process, and texts without them. There is one register, so that nothing that shows a text can lack it: every
 * function of text.ts looks into it before it cuts, folds or escapes anything.
 *
 * A secret is found as it is, and in the forms in which servers and programs repeat it: URL-, HTML- and JSON-escaped, with other
 * blanks, and in base64, also as a part of something longer.
 */
const kept = new Map();
/**
 * Has a value hidden from now on: as a whole, and each of its lines on its own, for logs come line by line. Lines that say nothing,
 * such as the braces of JSON, are not hidden alone. Answers the lines, which is what the runner can mask.
 */
function keepSecret(value, kind = 'credential') {
    const whole = value.trim();
    const all = whole.split(/[\r\n]+/).map((line) => line.trim());
    const lines = all.length === 1 ? all.filter((line) => line !== '') : all.filter((line) => !isOrdinary(line));
    for (const text of [whole, ...lines]) {
        if (text === '' || kept.get(text)?.kind === 'credential')
            continue;
        kept.set(text, { kind, forms: [...formsOf(text), ...base64Forms(text)] });
    }
    return lines;
}
/** For tests: they share a process. */
const forgetSecrets = () => kept.clear();
const SHORTEST = 6;
const ORDINARY = /^(?:[a-z]{1,16}|[A-Z]{1,16}|[A-Z][a-z]{1,15}|[+-]?\d{1,12}(?:\.\d{1,6})?|https?:\/\/[\w.-]+(?::\d+)?\/?)$/;
/**
 * Whether a value is nothing that is worth hiding, and would blacken logs that have it by chance: a few characters, a word, a number,
 * the address of a server. If it is a secret of the workflow, the runner hides it from the log all the same.
 */
const isOrdinary = (value) => value.trim().length < SHORTEST || ORDINARY.test(value.trim());
const MASK = '***';
/** The text without the secrets, or without those of one kind. What is left of secrets that overlap is never a part of one. */
function redact(text, only) {
    const spans = [];
    for (const { kind, forms } of kept.values()) {
        if (only !== undefined && kind !== only)
            continue;
        for (const { anchor, pattern } of forms)
            if (text.includes(anchor))
                mark(text, pattern(), spans);
    }
    if (spans.length === 0)
        return text;
    spans.sort(([a], [b]) => a - b);
    let shown = '';
    let end = -1;
    for (const [from, to] of spans) {
        if (from > end)
            shown += text.slice(Math.max(0, end), from) + MASK;
        end = Math.max(end, to);
    }
    return shown + text.slice(end);
}
/** Adds where the pattern fits: a lookahead, so that it is tried at each place, also within what it has found. */
function mark(text, pattern, spans) {
    let last = [-1, -1];
    for (const match of text.matchAll(pattern)) {
        const to = match.index + (match[1]?.length ?? 0);
        if (match.index <= last[1])
            last[1] = Math.max(last[1], to);
        else {
            last = [match.index, to];
            spans.push(last);
        }
    }
}
/**
 * A text that was cut out of a longer one, without the line at that `edge`; of a long line, without as much as may be a part of a
 * secret. Nothing changes where there are no secrets.
 */
function withoutEdge(text, edge) {
    const longest = Math.max(0, ...[...kept.values()].flatMap(({ forms }) => forms.map((form) => form.longest)));
    const at = edge === 'start' ? text.indexOf('\n') + 1 || text.length : text.lastIndexOf('\n') + 1;
    const [before, after] = [text.slice(0, at), text.slice(at)];
    const line = edge === 'start' ? before : after;
    // What is whole goes first: else this would cut through it.
    const rest = line.length > longest ? redact(line) : '';
    return edge === 'start' ? rest.slice(longest) + after : before + rest.slice(0, Math.max(0, rest.length - longest));
}
/** A long value is looked for in pieces, which lie next to each other where it is whole: a pattern can't be of any length. */
const PIECE = 200;
function formsOf(text, [before, after] = ['', '']) {
    const chars = [...text];
    const starts = chars.flatMap((_, at) => (at % PIECE === 0 ? [Math.max(0, Math.min(at, chars.length - PIECE))] : []));
    return starts.map((start, index) => {
        const piece = chars.slice(start, start + PIECE).join('');
        const edges = [index === 0 ? before : '', index === starts.length - 1 ? after : ''];
        const runs = piece.match(/[A-Za-z0-9]+/g) ?? [''];
        let pattern;
        return {
            anchor: runs.reduce((longest, run) => (run.length > longest.length ? run : longest)),
            // Made when it is needed, which is seldom.
            pattern: () => (pattern ??= new RegExp(`(?=(${edges.join(written(piece))}))`, 'g')),
            longest: runs.join('').length + LONGEST_ESCAPE * Buffer.byteLength(piece.replace(/[A-Za-z0-9]/g, '')),
        };
    });
}
/** What begins an escape. It is escaped itself where an escaped text is a part of another, such as JSON in JSON; not without end. */
const [BACKSLASHES, PERCENT, AMPERSAND] = [String.raw `\\{1,8}`, '%(?:25){0,3}', '&(?:amp;){0,3}'];
/** How many characters one may become by that. */
const LONGEST_ESCAPE = 24;
const BLANKS = `(?:\\s|${BACKSLASHES}[nrt]|${PERCENT}(?:20|0[9aAdD])|${AMPERSAND}#(?:9|10|13|32);|\\+)+`;
/** A pattern for the text and its escaped forms. Letters and digits stay what they are in all of them. */
function written(text) {
    return text.replace(/\s+|[^A-Za-z0-9]/gu, (part, at) => {
        if (part.trim() !== '')
            return charForms(part);
        // What follows must not be taken for a blank, or the time to find out grows with every one there is.
        return /[\\%&+]/.test(text[at + part.length] ?? '') ? String.raw `\s+` : BLANKS;
    });
}
const NAMED = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
function charForms(char) {
    const literal = char.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');
    const units = [...Array(char.length).keys()].map((at) => `${BACKSLASHES}u${hex(char.charCodeAt(at), 4)}`);
    const point = char.codePointAt(0) ?? 0;
    return `(?:${[
        literal,
        [...Buffer.from(char)].map((byte) => `${PERCENT}${hex(byte, 2)}`).join(''),
        units.join(''),
        `${AMPERSAND}#0*(?:${point}|[xX]0*${hex(point, 1)});`,
        ...(NAMED[char] === undefined ? [] : [`${AMPERSAND}${NAMED[char]};`]),
        ...(/["'\\/]/.test(char) ? [`${BACKSLASHES}${literal}`] : []),
    ].join('|')})`;
}
const hex = (value, width) => value
    .toString(16)
    .padStart(width, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
const DIGIT = '[\\w+/-]?';
/** The value within base64 of any kind: it begins at one of three places in a group, and shares its first and last digit with others. */
function base64Forms(value) {
    if (value.length < SHORTEST)
        return [];
    return [0, 1, 2].flatMap((offset) => {
        const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(value)]);
        const isWhole = bytes.length % 3 === 0;
        const core = bytes
            .toString('base64')
            .replace(/=+$/, '')
            .slice([0, 2, 3][offset], isWhole ? undefined : -1);
        const edges = [offset === 0 ? '' : DIGIT, isWhole ? '' : `${DIGIT}(?:=|%3[dD]){0,2}`];
        return [...new Set([core, core.replaceAll('+', '-').replaceAll('/', '_')])].flatMap((one) => formsOf(one, edges));
    });
}


/***/ }),

/***/ 4087:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   RT: () => (/* binding */ tail),
/* harmony export */   d5: () => (/* binding */ head),
/* harmony export */   f6: () => (/* binding */ withoutStamps),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   l_: () => (/* binding */ quoteEnds),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   rW: () => (/* binding */ ends),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9967);

/** Characters that nobody sees; a selector is kept where it chooses how an emoji or a keycap looks. */
const UNSEEN = /(?<!\p{Extended_Pictographic})\ufe0f(?!\u20e3)|(?!\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/**
 * Makes text we did not write (server answers, tool output, file contents) safe to show: in a log, an annotation, a summary or a comment.
 * All functions here begin with this one, so that a secret is taken out while the text is still whole.
 *
 * The runner takes a line that begins with `::` as a command, and an old form, `##[`, anywhere in a line.
 * Terminal escapes, control characters and those that nobody sees are dropped; line ends are kept.
 */
function plain(text) {
    const visible = (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(text)
        .replaceAll('\r\n', '\n')
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g, '')
        .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g, '')
        .replace(/[\u000b-\u000d\u0085\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ')
        .replace(UNSEEN, '');
    // Once more: what was a secret with terminal codes in between is one without.
    return (0,_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(visible)
        .replace(/^([^\S\n]*:)(?=:)/gm, '$1 ')
        .replaceAll('##[', '# #[');
}
/** Untrusted text on one line, cut to `limit` characters: for quoting inside a sentence. */
function quote(text, limit = 60) {
    const line = plain(text).replace(/\s+/g, ' ').trim();
    return line.length > limit ? `${line.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}\u2026` : line;
}
/** The same, cut in its middle: what is last of a log says what went wrong. */
function quoteEnds(text, limit) {
    const line = quote(text, Number.POSITIVE_INFINITY);
    const [first, last] = [Math.floor(limit / 4), Math.ceil((limit * 3) / 4) - 3];
    return line.length > limit ? `${quote(line, first)} ${line.slice(-last).replace(/^[\udc00-\udfff]/, '')}` : line;
}
/** Untrusted text for a `<pre>` of Markdown, which GitHub shows as it is. */
const preformatted = (text) => html(plain(text));
const html = (text) => text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);
/** Untrusted text for Markdown: nothing in it is markup, a link or a mention. */
function markdown(text) {
    return (html(plain(text))
        .replace(/[\\`*_{}[\]()+!|~]/g, '\\$&')
        .replace(/^([ \t]*\d*)([-.])(?=\s|$)/gm, '$1\\$2')
        .replace(/:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
        // GitHub looks for mentions and issues in the rendered text, where backslashes are gone.
        .replace(/[@#]/g, '$&<!-- -->')
        .replace(/\bGH-(?=\d)/gi, '$&<!-- -->')
        .replace(/\n/g, '<br>'));
}
/** The first `lines` lines of a text, at most `limit` characters. */
function head(text, lines = 15, limit = 1200) {
    const all = plain(text).trim().split('\n');
    const kept = all.slice(0, lines).join('\n');
    return kept.length > limit || all.length > lines ? `${kept.slice(0, limit)}\u2026` : kept;
}
/** The first and the last lines of a text, at most `lines` and `limit` characters: tools say at the end what a traceback is about. */
function ends(text, lines = 20, limit = 1800) {
    const all = plain(text).trim().split('\n');
    const first = Math.ceil(lines / 3);
    if (all.length <= lines)
        return cutMiddle(all.join('\n'), limit);
    return cutMiddle([...all.slice(0, first), '\u2026', ...all.slice(first - lines)].join('\n'), limit);
}
function cutMiddle(text, limit) {
    const first = Math.floor(limit / 3);
    return text.length > limit ? `${text.slice(0, first)}\u2026${text.slice(first - limit)}` : text;
}
/** The last `lines` lines of a text, at most `limit` characters. */
function tail(text, lines = 20, limit = 2000) {
    const kept = plain(text).trimEnd().split('\n').slice(-lines).join('\n');
    return kept.length > limit ? `\u2026${kept.slice(-limit)}` : kept;
}
const STAMP = /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?(?: (?:stdout|stderr))?\]?:?[ \t]?/gm;
/** A log without the time, and the name of the stream, that platforms write before each line. */
const withoutStamps = (log) => log.replace(STAMP, '');


/***/ }),

/***/ 6317:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   mz: () => (/* binding */ byteSize),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/** `1234567` as `1.2 MB`: decimal units, as disks and GitHub show them. */
function bytes(size) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    let value = size;
    let unit = 0;
    while (Math.round(value) >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}
/** Milliseconds as a person says them: `420 ms`, `3.1 s`, `2 min 5 s`. */
function duration(ms) {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** `"100MB"`, `"64 MiB"` or a number as bytes; `undefined` when it is no size. */
function byteSize(value) {
    if (typeof value === 'number')
        return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
    const match = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*([KMG]?)(i?)B?\s*$/i.exec(value) : null;
    if (!match)
        return undefined;
    const power = ['', 'K', 'M', 'G'].indexOf((match[2] ?? '').toUpperCase());
    return Math.round(Number(match[1]) * (match[3] ? 1024 : 1000) ** power);
}


/***/ }),

/***/ 3071:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AN: () => (/* binding */ inputText),
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   WJ: () => (/* binding */ INPUT_DEFAULTS),
/* harmony export */   cW: () => (/* binding */ SECRETS)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(96);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4087);



/** Every input with its default, exactly as action.yml declares them (a test keeps the two in step). */
const INPUT_DEFAULTS = {
    platform: '',
    mode: 'auto',
    'production-branch': '',
    variant: '',
    'working-directory': '.',
    server: '',
    token: '',
    secret: '',
    id: '',
    name: '',
    entrypoint: '',
    'content-type': '',
    env: '',
    'health-check-path': '',
    'health-check-timeout': '300',
    timeout: '1800',
    exclude: '',
    include: '',
    preflight: 'auto',
    cache: 'auto',
    params: '',
    wait: 'true',
    force: 'false',
    comment: 'true',
    'pull-request': '',
    'github-token': '',
    'github-deployment': 'false',
    rollback: 'false',
    'fail-on': 'error',
    'sarif-path': '',
};
const INPUT_NAMES = Object.keys(INPUT_DEFAULTS);
const SECRETS = ['token', 'secret', 'github-token'];
/**
 * Reads every `INPUT_*` variable once.
 *
 * The runner hands on inputs that the action does not declare, with a warning nobody reads: here each is an error with the
 * nearest right name.
 */
function readInputs(environment) {
    const findings = [];
    for (const variable of Object.keys(environment).filter((name) => name.startsWith('INPUT_'))) {
        const name = variable.slice('INPUT_'.length).toLowerCase();
        if (INPUT_NAMES.includes(name))
            continue;
        const meant = (0,_findings_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name.replaceAll('_', '-'), INPUT_NAMES);
        findings.push((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('unknown-input', `There is no input '${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)}'.`, meant
            ? `Did you mean '${meant}'? Correct it under 'with:'.`
            : `Remove it, or use one of: ${INPUT_NAMES.join(', ')}.`));
    }
    if (findings.length > 0)
        throw new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR(findings);
    const raw = {};
    for (const name of INPUT_NAMES) {
        const value = inputText(environment, name);
        const fallback = INPUT_DEFAULTS[name];
        raw[name] = value === '' || value === fallback ? { value: fallback, from: 'default' } : { value, from: 'input' };
    }
    return raw;
}
/** What an input says, empty when it is not given. For what has to be known even when other inputs are refused. */
const inputText = (environment, name) => (environment[`INPUT_${name.toUpperCase()}`] ?? '').trim();


/***/ }),

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _modes_post_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6060);
/* harmony import */ var _ports_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2500);
/* harmony import */ var _ports_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3810);
/* harmony import */ var _ports_context_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6559);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4795);
/* harmony import */ var _ports_host_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3504);
/* harmony import */ var _ports_http_http_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(529);
/* harmony import */ var _ports_state_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(6001);









/** What still runs when the verdict is told (a cache that hangs, say) gets this long before the process ends. */
const LINGER_MS = 3_000;
/** The main phase: wires the step to the world, and the signals of a runner that cancels it. */
async function main(host) {
    try {
        (0,_ports_state_js__WEBPACK_IMPORTED_MODULE_8__/* .expectPost */ .uB)(host);
    }
    catch (error) {
        host.annotate(noState(error));
        return 1;
    }
    const cancel = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => cancel.abort(new _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ(`The run was cancelled (${signal}).`)));
    }
    const broken = whenBroken((error) => cancel.abort(error));
    const { step } = await Promise.all(/* import() */[__nccwpck_require__.e(54), __nccwpck_require__.e(255)]).then(__nccwpck_require__.bind(__nccwpck_require__, 255)); // which the end of the job need not load
    return step({ ...world(host), exec: _ports_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .systemExec */ .V, signal: cancel.signal, broken });
}
/** Rejects when something was thrown that nobody caught, or when nothing is left that could ever end the run: both end a process. */
function whenBroken(stop) {
    const broken = new Promise((_, reject) => {
        const end = (error) => {
            reject(error);
            stop(error);
        };
        process.on('uncaughtException', end).on('unhandledRejection', end);
        process.once('beforeExit', () => end(new Error('nothing was left to wait for')));
    });
    broken.catch(() => { }); // a run that has ended is not touched by it
    return broken;
}
const http = (0,_ports_http_http_js__WEBPACK_IMPORTED_MODULE_7__/* .createHttp */ .V0)();
/** Few runs come to it. */
const visit = async (target, signal) => (await __nccwpck_require__.e(/* import() */ 555).then(__nccwpck_require__.bind(__nccwpck_require__, 555))).visit(target, http, signal);
const world = (host) => ({
    host,
    context: (0,_ports_context_js__WEBPACK_IMPORTED_MODULE_4__/* .readContext */ .y)(process.env),
    environment: process.env,
    ...{ http, visit },
    clock: _ports_clock_js__WEBPACK_IMPORTED_MODULE_3__/* .systemClock */ .m,
    cache: (0,_ports_actions_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .actionsCache */ .k)(host),
});
/** Without a mark, the end of the job would not know itself for it, and deploy once more. */
const noState = (cause) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3)('no-state', `Nothing can be left for the end of the job: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(cause)}.`, "Check that GITHUB_STATE names the runner's file, and that it can be written.");
const host = (0,_ports_host_js__WEBPACK_IMPORTED_MODULE_6__/* .actionsHost */ .q)();
process.exitCode = await ((0,_ports_state_js__WEBPACK_IMPORTED_MODULE_8__/* .isPost */ .tl)(host) ? (0,_modes_post_js__WEBPACK_IMPORTED_MODULE_1__/* .post */ .b)({ ...world(host), signal: new AbortController().signal }) : main(host));
// Never `process.exit` right away: on Windows it can crash behind network calls (nodejs/node#56645).
setTimeout(() => process.exit(), LINGER_MS).unref();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6060:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4879);
/* harmony import */ var _inputs_raw_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3071);
/* harmony import */ var _ports_state_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6001);
/* harmony import */ var _report_github_announcement_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9670);
/* harmony import */ var _report_github_deployments_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2080);






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


/***/ }),

/***/ 2500:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ actionsCache)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);

/** Waiting longer than this costs more than the cache saves. The toolkit's own retries take about half a minute. */
const PATIENCE_MS = 90_000;
/** A miss is told at once. One that took longer is an outage that the toolkit has retried and then called a miss. */
const MISS_MS = 10_000;
/**
 * `CacheStore` over the toolkit, which is two thirds of the action's code and is loaded when first used.
 * After one failed call no other is made: what is down once is down for the run.
 */
function actionsCache(host) {
    let isDown = false;
    const attempt = async (what, work) => {
        if (isDown)
            return undefined;
        let timer;
        try {
            const cache = await Promise.all(/* import() */[__nccwpck_require__.e(377), __nccwpck_require__.e(312)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9312));
            if (!cache.isFeatureAvailable()) {
                isDown = true;
                host.info(`This runner has no cache service: ${what} is skipped.`);
                return undefined;
            }
            const late = new Promise((_, reject) => {
                timer = setTimeout(() => reject(new Error('the cache service is too slow')), PATIENCE_MS);
            });
            return await Promise.race([work(cache), late]);
        }
        catch (error) {
            isDown = true;
            host.info(`${what} did not work, the run goes on without: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
            return undefined;
        }
        finally {
            clearTimeout(timer);
        }
    };
    return {
        isDown: () => isDown,
        restore: (path, key, exact) => attempt(`Restoring the cache ${key}`, async (cache) => {
            const begun = performance.now();
            const found = await (exact ? cache.restoreCache([path], key) : cache.restoreCache([path], `${key}-`, [key]));
            if (found === undefined && performance.now() - begun > MISS_MS)
                isDown = true;
            return found;
        }),
        save: async (path, key) => {
            await attempt(`Saving the cache ${key}`, async (cache) => {
                const id = await cache.saveCache([path], key);
                if (id === -1)
                    host.info(`The cache ${key} was not saved: another job has it, or this run may only read.`);
            });
        },
    };
}


/***/ }),

/***/ 2861:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ attempt)
/* harmony export */ });
/** What `work` gives; `undefined` where it throws, whatever that is: for what may be broken, and is then as good as absent. */
function attempt(work) {
    try {
        return work();
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 2064:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   f7: () => (/* binding */ systemEnvironment),
/* harmony export */   zo: () => (/* binding */ variableNames)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

/** Matches each of the names, which may be patterns, whatever their case; blanks separate them. */
const variableNames = (names) => new RegExp(`^(?:${names.trim().replaceAll(/\s+/g, '|')})$`, 'i');
/** What programs can't do without on each system, and the mark by which the runner ends what a job leaves running. */
const SYSTEM = variableNames(`
  SYSTEMROOT SYSTEMDRIVE WINDIR COMSPEC PATHEXT OS NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE PROCESSOR_ARCHITEW6432
  PROGRAMDATA ALLUSERSPROFILE (?:COMMON)?PROGRAM(?:FILES(?:\\(X86\\))?|W6432)
  TZ LD_LIBRARY_PATH NIX_LD(?:_LIBRARY_PATH)? RUNNER_TRACKING_ID
`);
/** The user's own folders and language. */
const USER = variableNames(`
  HOME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA USER USERNAME LOGNAME XDG_\\w+
  TMPDIR TEMP TMP LANG LANGUAGE LC_\\w+
`);
/**
 * The environment for a program that this action starts: a list of what is allowed, because a job's variables hold its secrets and
 * change how tools act. `outer` is the job's own; `allowed` are names that this program needs as well. Names are the same in upper
 * and lower case, as on Windows.
 */
const childEnvironment = (outer, ...allowed) => choose(outer, [SYSTEM, USER, ...allowed]);
/** As `childEnvironment`, without the user's folders: for code that gets folders of its own. */
const systemEnvironment = (outer) => choose(outer, [SYSTEM]);
function choose(outer, allowed) {
    const chosen = { PATH: '' };
    for (const [name, value] of Object.entries(outer)) {
        if (value === undefined)
            continue;
        if (/^PATH$/i.test(name))
            chosen.PATH = withoutRelative(value);
        else if (allowed.some((names) => names.test(name)))
            chosen[name] = value;
    }
    return chosen;
}
/** A relative folder on PATH, or an empty entry, would have programs of the checkout found. */
const withoutRelative = (path) => path.split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter).filter(node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute).join(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter);


/***/ }),

/***/ 3810:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ lingering),
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        signal.throwIfAborted();
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    }),
};
/** Aborts `ms` after `signal` does: for a request that must not be left half-done. */
function lingering(signal, ms) {
    const late = new AbortController();
    const wait = () => setTimeout(() => late.abort(signal.reason), ms).unref();
    if (signal.aborted)
        wait();
    else
        signal.addEventListener('abort', wait, { once: true });
    return late.signal;
}


/***/ }),

/***/ 6559:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2861);



/** Events that GitHub runs on the default branch only, whose payloads may lack the repository. */
const ON_DEFAULT_BRANCH = ['schedule', 'repository_dispatch'];
/** What GitHub says about this run: the only reader of `GITHUB_*`, `RUNNER_*` and the event. */
function readContext(environment) {
    const value = (name) => environment[name] ?? '';
    const payload = readEvent(value('GITHUB_EVENT_PATH'));
    const repository = value('GITHUB_REPOSITORY');
    const event = value('GITHUB_EVENT_NAME');
    const ref = value('GITHUB_REF');
    const defaultBranch = table(payload.repository).default_branch;
    const runUrl = `${value('GITHUB_SERVER_URL') || 'https://github.com'}/${repository}/actions/runs/${value('GITHUB_RUN_ID')}`;
    return {
        /** Absolute path of the checkout. */
        workspace: value('GITHUB_WORKSPACE') || process.cwd(),
        /** Absolute path of a folder that dies with the job. */
        temp: value('RUNNER_TEMP') || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        repository,
        /** The REST API of this GitHub, without a slash at its end. */
        apiUrl: (value('GITHUB_API_URL') || 'https://api.github.com').replace(/\/+$/, ''),
        sha: value('GITHUB_SHA'),
        ...{ ref, event },
        /** The branch or tag; of a pull request, the one it is from. */
        branch: value('GITHUB_HEAD_REF') || ref.replace(/^refs\/(?:heads|tags)\//, ''),
        /** The event's `action` (`opened`, `closed`, ...) or an empty string. */
        eventAction: typeof payload.action === 'string' ? payload.action : '',
        /** The event is the deletion of a branch or a tag. */
        isDeletion: event === 'delete' || payload.deleted === true,
        /** The repository's default branch; empty where the event does not tell. */
        defaultBranch: typeof defaultBranch === 'string'
            ? defaultBranch
            : ON_DEFAULT_BRANCH.includes(event)
                ? ref.replace(/^refs\/heads\//, '')
                : '',
        /** The pull request that the event is about. */
        pullRequest: readPullRequest(payload, repository, value('GITHUB_ACTOR')),
        hosted: value('RUNNER_ENVIRONMENT') === 'github-hosted',
        os: value('RUNNER_OS') || process.platform,
        arch: value('RUNNER_ARCH') || process.arch,
        runUrl: value('GITHUB_RUN_ID') ? runUrl : '',
    };
}
const readEvent = (path) => table(path === '' ? undefined : (0,_attempt_js__WEBPACK_IMPORTED_MODULE_2__/* .attempt */ .C)(() => JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'))));
function readPullRequest(payload, repository, actor) {
    const request = table(payload.pull_request);
    const number = Number(request.number ?? payload.number);
    if (payload.pull_request === undefined || !Number.isSafeInteger(number) || number < 1)
        return undefined;
    const head = table(request.head);
    const sha = String(head.sha ?? '');
    return {
        number,
        // The repository is null when the fork was deleted.
        isOutside: table(head.repo).full_name !== repository || actor === 'dependabot[bot]',
        sha: /^[0-9a-f]{40,64}$/.test(sha) ? sha : '',
    };
}
const table = (value) => (typeof value === 'object' && value !== null ? value : {});


/***/ }),

/***/ 4795:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ systemExec)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5334);
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2861);
/* harmony import */ var _child_env_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2064);





/** `Exec` over the toolkit. */
const systemExec = async (program, args, { cwd, env: added, signal }) => {
    signal.throwIfAborted();
    const env = { ...(0,_child_env_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnvironment */ .Qc)(process.env), ...added };
    const file = locate(program, env.PATH ?? '');
    const before = new Set(childrenOf(process.pid));
    // The toolkit leaves a program's input open for ever, or breaks when the program ends before it has read it.
    const [command, ...first] = WINDOWS ? [file] : ['/bin/sh', '-c', 'exec "$0" "$@" < /dev/null', file];
    const running = (0,_actions_exec__WEBPACK_IMPORTED_MODULE_2__/* .getExecOutput */ .H)(`"${command}"`, [...first, ...args], {
        ...{ cwd, env, silent: true, ignoreReturnCode: true },
    });
    return new Promise((resolve, reject) => {
        const abort = () => {
            const started = childrenOf(process.pid).filter((pid) => !before.has(pid));
            for (const pid of started.flatMap(treeOf))
                stop(pid);
            reject(signal.reason);
        };
        signal.addEventListener('abort', abort, { once: true });
        running.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    });
};
/**
 * The toolkit keeps its child to itself, and the runner signals only this process: without this, a cancelled `uv sync` would go on.
 * Linux lists our children; elsewhere the runner's own clean-up of orphans has to do.
 */
const childrenOf = (pid) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)) ?? [];
/** A process with all that it has started, those last. */
const treeOf = (pid) => [pid, ...childrenOf(pid).flatMap(treeOf)];
/** One that has ended by itself is left alone. */
const stop = (pid) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => process.kill(pid, 'SIGTERM'));
const WINDOWS = process.platform === 'win32';
const SUFFIX = WINDOWS ? '.exe' : '';
/** Where a program is on `path`. Windows itself would look into the working directory first, which is the checkout's. */
function locate(program, path) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(program))
        return program;
    const files = path.split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter).map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, program + SUFFIX));
    const found = files.find(isProgram);
    if (found === undefined)
        throw new Error(`There is no ${program} on PATH.`);
    return found;
}
const isProgram = (file) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_4__/* .attempt */ .C)(() => {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(file).isFile();
}) ?? false;


/***/ }),

/***/ 3504:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ actionsHost)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3838);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4087);



const show = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm };
/** The runner masks its log only; secrets are hidden here from files and from what others read as well. */
function actionsHost() {
    return {
        info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(line)),
        quoted: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(text).replace(/^/gm, '  | ')),
        debug: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(text)),
        annotate: ({ level, code, message, remedy, file, line, column }) => show[level]((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(remedy ? `${message}\n${remedy}` : message), {
            title: code,
            ...(file !== undefined && { file }),
            ...(line !== undefined && { startLine: line }),
            ...(column !== undefined && line !== undefined && { startColumn: column }),
        }),
        startGroup: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh,
        endGroup: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4,
        mask: (secret, kind) => {
            for (const line of (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .keepSecret */ .gz)(secret, kind))
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(line);
        },
        output: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH,
        state: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu,
        saveState: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ,
        summary: async (text) => {
            await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(text), true).write();
        },
    };
}


/***/ }),

/***/ 5014:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ createJsonClient)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(529);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5819);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9003);



/** How often an answer that makes no sense is asked for. */
const READS = 3;
/**
 * Careful calls of an API that answers with JSON. `http` sends once, with what is the server's own: cookies, redirects. Every call
 * names its step when it fails, and throws a `Failure` out of `refusals`, or `Cancelled`.
 */
function createJsonClient(http, refusals, { clock, say, timeoutMs }) {
    /** Repeats what may be sent twice. */
    const careful = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retrying */ .R$)(http, clock, say, timeoutMs);
    const unreachable = (step, error) => error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr ? refusals.unreachable(step, error) : error;
    /** Sends what may be sent twice, and answers whatever comes. */
    const exchange = (step, request) => careful(request).catch((error) => {
        throw unreachable(step, error);
    });
    /** As `exchange`, but throws for everything other than success. */
    const call = async (step, request) => {
        const response = await exchange(step, request);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(response))
            throw refusals.refused(step, response);
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
            throw refusals.unusable(step, response);
        return response;
    };
    return {
        ...{ http, careful, exchange, call },
        ...readsOf(exchange, refusals),
        sendOnce: sendOnce(http, refusals),
    };
}
/** What reads answers out of what `exchange` brings. */
function readsOf(exchange, { refused, unusable }) {
    /** Asks until `read` makes sense of the answer, or the server refuses: a cut or foreign answer is asked for again. */
    const ask = async (step, request, read) => {
        for (let attempt = 1;; attempt++) {
            const response = await exchange(step, request);
            if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(response))
                return { refusal: response };
            const value = read(response);
            if (value !== undefined)
                return { value };
            if (attempt === READS)
                throw unusable(step, response);
        }
    };
    /** Reads a response of any form. */
    const read = async (step, request, from) => {
        const answer = await ask(step, request, from);
        if (answer.refusal)
            throw refused(step, answer.refusal);
        return answer.value;
    };
    /** Reads JSON. */
    const get = (step, request, from) => read(step, request, (response) => from((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response)));
    /** As `get`; `undefined` for a refusal that means that there is no such thing. */
    const find = async (step, request, from, isAbsent = isMissing) => {
        const answer = await ask(step, request, (response) => from((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response)));
        if (!answer.refusal)
            return answer.value;
        if (isAbsent(answer.refusal))
            return undefined;
        throw refused(step, answer.refusal);
    };
    /** Removes something; false when it was gone already. */
    const remove = async (step, request) => (await find(step, request, () => true)) ?? false;
    return { read, get, find, remove };
}
/**
 * Sends one time what must not be sent twice, and reads what the server has made of it. Throws when it refused for good; `judge` may
 * know better what an answer other than success means. See `takeOnce`.
 */
const sendOnce = (http, { unreachable, refused, unusable, said }) => async (step, request, from, judge = () => undefined) => {
    let response;
    try {
        response = await http(request);
    }
    catch (error) {
        if (!(error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr))
            throw error;
        const failure = unreachable(step, error);
        if (error.sent)
            return { outcome: 'unknown', why: error.message, failure };
        if ((0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(error))
            return { outcome: 'again', failure };
        throw failure;
    }
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isSuccess */ .oJ)(response)) {
        if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
            throw unusable(step, response);
        const taken = from((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(response));
        if (taken !== undefined)
            return { outcome: 'accepted', taken };
        return { outcome: 'unknown', why: 'the answer was cut short', failure: unusable(step, response) };
    }
    const failure = refused(step, response);
    const judged = judge(response, failure);
    if (judged)
        return judged;
    if (response.status === 429)
        return { outcome: 'again', failure, response };
    if (!(0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isPassing */ .WG)(response))
        throw failure;
    return { outcome: 'unknown', why: `the answer was ${response.status}${said(response)}`, failure };
};
/** A page that says 404 is that of a proxy, which knows nothing of what is there. */
const isMissing = (response) => response.status === 404 && !(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response);


/***/ }),

/***/ 529:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ NetworkError),
/* harmony export */   V0: () => (/* binding */ createHttp),
/* harmony export */   zA: () => (/* binding */ REQUEST_LIMIT_MS)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_http__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_https__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _actions_http_client__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6153);
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4879);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9967);






/** No (whole) answer came. `sent` is false when the server can't have seen the request. */
class NetworkError extends Error {
    name = 'NetworkError';
    code;
    sent;
    constructor(message, code, sent, cause) {
        super(message, { cause });
        this.code = code;
        this.sent = sent;
    }
}
const USER_AGENT = 'uv-deploy';
/** No honest answer of an API takes longer; uploads and those who have less time say so themselves. */
const REQUEST_LIMIT_MS = 60_000;
/** HTTP over Node's own client, with the toolkit's agent: it honours `https_proxy` and `no_proxy`, which Node's fetch does not. */
function createHttp() {
    // One client an origin keeps connections alive between polls; its sockets do not keep the process alive.
    const agents = new Map();
    const agentFor = (url) => {
        const known = agents.get(url.origin);
        if (known)
            return known;
        const agent = new _actions_http_client__WEBPACK_IMPORTED_MODULE_3__/* .HttpClient */ .Qq(USER_AGENT, [], { keepAlive: true }).getAgent(url.href);
        agents.set(url.origin, agent);
        return agent;
    };
    return (request) => send(request, agentFor);
}
async function send({ method, url: href, headers = {}, body, signal, begun, ...limits }, agentFor) {
    const { silenceMs = 30_000, limitMs = REQUEST_LIMIT_MS, limit = 8_000_000, enoughMs, keep } = limits;
    signal?.throwIfAborted();
    const url = new URL(href);
    const length = body === undefined ? undefined : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    const outgoing = (url.protocol === 'https:' ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request)(url, {
        method,
        agent: agentFor(url),
        headers: {
            'user-agent': USER_AGENT,
            accept: '*/*',
            ...headers,
            ...(length !== undefined && { 'content-length': String(length) }),
        },
    });
    outgoing.on('error', () => { });
    const patience = patienceWith(outgoing, url, { silenceMs, limitMs, signal });
    try {
        const answered = responseTo(outgoing, url);
        // An early refusal (413, 401) may arrive while the body is still on its way: whichever ends first decides.
        const sending = sendBody(outgoing, body);
        sending.catch(() => { });
        const incoming = await Promise.race([answered, sending.then(() => answered), patience.ended]);
        const answer = { status: incoming.statusCode ?? 0, headers: incoming.headers };
        const read = await readBody(incoming, { limit, enoughMs, keep, take: begun?.(answer) }, url);
        return { ...answer, ...read };
    }
    catch (error) {
        throw patience.reason(error);
    }
    finally {
        patience.stop();
        if (!outgoing.writableFinished)
            outgoing.destroy();
    }
}
/**
 * Destroys a request that is aborted, silent for too long, or longer than its limit. `ended` rejects then; `reason` says of the error
 * that a request has ended with what was behind it.
 */
function patienceWith(outgoing, url, { silenceMs, limitMs, signal }) {
    // A request that still waits for a proxy does not notice that it is destroyed: who waits for it is told here.
    const ended = Promise.withResolvers();
    ended.promise.catch(() => { });
    let connected = false;
    let why;
    const giveUp = (error) => {
        why ??= error;
        ended.reject(error);
        // A connection that is just being handed back has nobody who listens for its end.
        outgoing.socket?.once('error', () => { });
        outgoing.destroy(error);
    };
    const abort = () => giveUp(new _findings_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .Cancelled */ .cJ('cancelled'));
    signal?.addEventListener('abort', abort, { once: true });
    const late = (errno, verb, ms) => () => giveUp(new NetworkError(`${url.host} ${verb} ${Math.round(ms / 100) / 10} s`, errno, connected));
    const silent = late('ETIMEDOUT', 'did not answer for', silenceMs);
    outgoing.setTimeout(silenceMs, silent);
    // The timer of the socket starts when there is a connection.
    const connecting = setTimeout(silent, silenceMs);
    // A server that sends a byte now and then, or one `100 Continue` after the other, is never silent.
    const overall = setTimeout(late('ESLOW', 'did not finish its answer within', limitMs), Math.max(limitMs, 1));
    const ready = () => {
        connected = true;
        clearTimeout(connecting);
    };
    outgoing.on('socket', (socket) => {
        if (!socket.connecting)
            ready();
        else
            socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', ready);
    });
    return {
        ended: ended.promise,
        reason: (error) => {
            if (signal?.aborted)
                return signal.reason instanceof Error ? signal.reason : new _findings_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .Cancelled */ .cJ('cancelled');
            if (why)
                return why;
            if (error instanceof NetworkError)
                return error;
            return new NetworkError(describe(error, url), (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error), connected, error);
        },
        stop: () => {
            signal?.removeEventListener('abort', abort);
            clearTimeout(connecting);
            clearTimeout(overall);
        },
    };
}
const responseTo = (outgoing, url) => new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    outgoing.once('error', reject);
    // Node tells of a change of protocol (101) in an event of its own, and drops the connection when nobody listens.
    outgoing.once('upgrade', ({ statusCode }, socket) => {
        socket.destroy();
        const message = `${url.host} answered ${statusCode}, a change of protocol that nobody asked for`;
        reject(new NetworkError(message, 'EUPGRADE', true));
    });
});
async function sendBody(outgoing, body) {
    if (body === undefined || typeof body === 'string') {
        outgoing.end(body);
        return;
    }
    const closed = (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(outgoing, 'close');
    closed.catch(() => { }); // an error ends the request by itself
    for await (const chunk of body.open()) {
        if (outgoing.destroyed)
            return;
        // Each chunk is out of our hands before the next is asked for: its memory may be used again.
        await Promise.race([new Promise((resolve) => outgoing.write(chunk, resolve)), closed]);
    }
    outgoing.end();
}
async function readBody(incoming, { limit, enoughMs, keep, take }, url) {
    const chunks = [];
    let size = 0;
    let enough = false;
    let isCut = false;
    const stop = () => {
        enough = true;
        incoming.destroy();
    };
    const timer = enoughMs === undefined ? undefined : setTimeout(stop, enoughMs);
    try {
        for await (const chunk of incoming) {
            size += chunk.length;
            chunks.push(chunk);
            take?.(chunk);
            if (size <= limit)
                continue;
            if (keep === 'end') {
                while (size - (chunks[0]?.length ?? 0) >= limit)
                    size -= chunks.shift()?.length ?? 0;
                isCut = true;
                continue;
            }
            if (enoughMs === undefined)
                throw new NetworkError(`${url.host} sent more than ${limit} bytes`, 'ETOOBIG', true);
            stop();
        }
    }
    catch (error) {
        if (!enough)
            throw error;
    }
    finally {
        clearTimeout(timer);
    }
    const body = Buffer.concat(chunks);
    if (keep === 'end') {
        const bytes = body.subarray(-limit);
        return { bytes, text: isCut ? (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutEdge */ .i7)(bytes.toString(), 'start') : bytes.toString() };
    }
    const bytes = body.subarray(0, limit);
    return { bytes, text: enough ? (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .withoutEdge */ .i7)(bytes.toString(), 'end') : bytes.toString() };
}
const CLOSED = (url) => `${url.host} closed the connection before it had answered`;
const FAR = (url) => `${url.host} can't be reached from this machine`;
const NO_TLS = (url) => `${url.host} does not speak TLS; is the URL http:// instead of https://?`;
const UNKNOWN_CA = (url) => `the TLS certificate of ${url.host} is signed by an authority this machine does not know`;
const REASONS = {
    ECONNREFUSED: (url) => `nothing listens at ${url.host} (connection refused)`,
    ECONNRESET: CLOSED,
    EPIPE: CLOSED,
    ENOTFOUND: (url) => `the name ${url.hostname} does not exist (DNS)`,
    EAI_AGAIN: (url) => `the name ${url.hostname} could not be looked up (DNS)`,
    EHOSTUNREACH: FAR,
    ENETUNREACH: FAR,
    ETIMEDOUT: (url) => `${url.host} did not answer`,
    EPROTO: NO_TLS,
    ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
    CERT_HAS_EXPIRED: (url) => `the TLS certificate of ${url.host} has expired`,
    ERR_TLS_CERT_ALTNAME_INVALID: (url) => `the TLS certificate of ${url.host} is for another name`,
    DEPTH_ZERO_SELF_SIGNED_CERT: (url) => `the TLS certificate of ${url.host} is self-signed`,
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_CA,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_CA,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_CA,
};
function describe(error, url) {
    const [, tunnel] = /^tunneling socket could not be established, (?:cause=)?(.*)/s.exec((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)) ?? [];
    if (tunnel !== undefined)
        return `the proxy gives no connection to ${url.host} (${tunnel})`;
    return REASONS[(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(error)]?.(url) ?? `the request to ${url.host} failed: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(error)}`;
}


/***/ }),

/***/ 5819:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J9: () => (/* binding */ jsonBody),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   oJ: () => (/* binding */ isSuccess),
/* harmony export */   o_: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var _attempt_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2861);

const isSuccess = ({ status }) => status >= 200 && status < 300;
/** The body as JSON; `undefined` when it is none. */
const jsonOf = ({ text }) => (0,_attempt_js__WEBPACK_IMPORTED_MODULE_0__/* .attempt */ .C)(() => JSON.parse(text));
/** A web page, as logins and proxies answer in place of an API. */
const isHtml = (response) => String(response.headers['content-type'] ?? '').includes('text/html') || /^\s*<(?:!doctype|html)/i.test(response.text);
/** The body and the header of a request that carries JSON. */
const jsonBody = (value) => ({
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json' },
});
/** The rows of a list, `undefined` for those that `read` makes no sense of; `undefined` when it is no list. */
const rowsOf = (value, read) => Array.isArray(value) ? value.map(read) : undefined;
/** The value at a path of tables, or `undefined`. */
function at(value, ...path) {
    let found = value;
    for (const key of path) {
        if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key))
            return undefined;
        found = found[key];
    }
    return found;
}


/***/ }),

/***/ 3880:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ takeOnce)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9003);


/** After a request without a usable answer: how long the server gets to show what it has made of it. */
const LOOK_MS = 10_000;
const LOOK_EVERY_MS = 500;
/**
 * Sends until the server has taken it once. What the server certainly has not taken is sent again; after anything else, even a success
 * whose body makes no sense, the server is looked at instead. Throws `lost` when it shows nothing.
 */
async function takeOnce(sending, deps) {
    const { noun, send, mayRepeat } = sending;
    const { say, clock, signal } = deps;
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        const answer = await send();
        if (answer.outcome === 'accepted')
            return answer.taken;
        const { failure } = answer;
        if (answer.outcome === 'again') {
            if (attempt >= _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .RETRIES */ .Zs)
                throw failure;
            const pause = (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .pauseBefore */ .GB)(attempt, answer.response);
            say(`The server can't take the ${noun} now; trying again in ${(pause / 1000).toFixed(1)} s.`);
            await clock.sleep(pause, signal);
            continue;
        }
        const { why } = answer;
        const lost = (found, reason = why) => sending.lost?.(reason, found) ?? failure;
        say(`The ${noun} has no usable answer (${why}); looking whether the server has it.`);
        const found = await lookFor(sending, deps, (trouble) => lost([], `${why}; ${trouble}`));
        const [taken, ...others] = found;
        if (taken !== undefined && others.length === 0) {
            say('The server has it.');
            return taken;
        }
        if (others.length > 0 || attempt >= _retry_js__WEBPACK_IMPORTED_MODULE_1__/* .RETRIES */ .Zs || !mayRepeat?.())
            throw lost(found);
        say(`The server does not have it; sending the ${noun} again.`);
    }
}
/** Looks until the server shows it, or the time is over. A look that fails must not hide that it may have happened. */
async function lookFor({ look, lookMs = LOOK_MS, mayRepeat }, { clock, signal }, lost) {
    if (look === undefined)
        return [];
    const end = clock.now() + lookMs;
    for (;;) {
        const found = await look().catch((error) => {
            throw error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR && !mayRepeat ? lost((0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)) : error;
        });
        if (found.length > 0 || clock.now() >= end)
            return found;
        await clock.sleep(LOOK_EVERY_MS, signal);
    }
}


/***/ }),

/***/ 9003:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GB: () => (/* binding */ pauseBefore),
/* harmony export */   R$: () => (/* binding */ retrying),
/* harmony export */   WG: () => (/* binding */ isPassing),
/* harmony export */   Zs: () => (/* binding */ RETRIES)
/* harmony export */ });
/* harmony import */ var _http_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(529);

/** What no number of tries will fix: bad names and certificates, answers that are too long or take too long. */
const HOPELESS = /^(?:ENOTFOUND|EPROTO|ERR_SSL|ERR_TLS|CERT_|DEPTH_|SELF_|UNABLE_|ETOOBIG|ESLOW|HPE_)/;
const RETRIES = 4;
const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 60_000;
/** Milliseconds until try number `attempt` + 1: what the server asked for, else doubling from 0.4 s. */
function pauseBefore(attempt, response) {
    const header = response?.headers['retry-after'];
    const asked = typeof header === 'string' ? header.trim() : '';
    const wanted = /^\d+$/.test(asked)
        ? Number(asked) * 1000
        : / GMT$/.test(asked)
            ? Date.parse(asked) - Date.now()
            : Number.NaN; // what is no HTTP date, JavaScript may read as one all the same
    if (Number.isFinite(wanted))
        return Math.min(Math.max(wanted, 0), LONGEST_PAUSE_MS);
    return FIRST_PAUSE_MS * 2 ** (attempt - 1);
}
/** Whether the same request may succeed if it is simply sent again. */
const isPassing = (outcome) => outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr
    ? !HOPELESS.test(outcome.code)
    : outcome.status === 429 || outcome.status === 408 || outcome.status >= 500;
/**
 * Repeats requests that change nothing when sent twice (GET, HEAD, PUT, PATCH that sets values, DELETE) on network trouble,
 * 408, 429 (after `Retry-After`) and 5xx. Uploads and other POSTs go through `Http` itself: look before sending those again.
 * A `limitMs` of the request is for all tries together; without one, no try begins later than `withinMs` after the first.
 */
function retrying(http, clock, say, withinMs = Number.POSITIVE_INFINITY) {
    return async (request) => {
        const signal = request.signal ?? new AbortController().signal;
        const { limitMs } = request;
        const end = clock.now() + (limitMs ?? withinMs);
        for (let attempt = 1;; attempt++) {
            const left = limitMs !== undefined && { limitMs: end - clock.now() };
            const outcome = await http({ ...request, ...left }).catch((error) => {
                if (error instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr)
                    return error;
                throw error;
            });
            const pause = pauseBefore(attempt, outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr ? undefined : outcome);
            if (attempt >= RETRIES || !isPassing(outcome) || clock.now() + pause >= end) {
                if (outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr)
                    throw outcome;
                return outcome;
            }
            const why = outcome instanceof _http_js__WEBPACK_IMPORTED_MODULE_0__/* .NetworkError */ .Dr ? outcome.message : `the answer was ${outcome.status}`;
            say(`${request.method} ${new URL(request.url).pathname}: ${why}; trying again in ${(pause / 1000).toFixed(1)} s.`);
            await clock.sleep(pause, signal);
        }
    };
}


/***/ }),

/***/ 6001:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PQ: () => (/* binding */ saveOpenDeployment),
/* harmony export */   j6: () => (/* binding */ saveSavings),
/* harmony export */   tl: () => (/* binding */ isPost),
/* harmony export */   uB: () => (/* binding */ expectPost),
/* harmony export */   un: () => (/* binding */ readState)
/* harmony export */ });
const PHASE = 'phase';
const SAVINGS = 'savings';
const DEPLOYMENT = 'github-deployment';
const isPost = (host) => host.state(PHASE) === 'post';
/** Makes every later start of the bundle in this step the post phase. */
const expectPost = (host) => host.saveState(PHASE, 'post');
const saveSavings = (host, savings) => host.saveState(SAVINGS, JSON.stringify(savings));
/** Saved the moment it changes: a run that is killed says nothing more. */
const saveOpenDeployment = (host, id) => host.saveState(DEPLOYMENT, id === undefined ? '' : String(id));
function readState(host) {
    const savings = host.state(SAVINGS);
    const deployment = host.state(DEPLOYMENT);
    return {
        savings: savings === '' ? [] : JSON.parse(savings),
        openDeployment: /^[1-9]\d{0,14}$/.test(deployment) ? Number(deployment) : undefined,
    };
}


/***/ }),

/***/ 3891:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   P$: () => (/* binding */ strings),
/* harmony export */   bI: () => (/* binding */ isTable)
/* harmony export */ });
/* harmony import */ var _ports_http_json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5819);


/** The text at a path of tables; empty where there is none. */
function textAt(value, ...path) {
    const found = (0,_ports_http_json_js__WEBPACK_IMPORTED_MODULE_0__.at)(value, ...path);
    return typeof found === 'string' ? found : '';
}
/** The strings of an array; anything else is left out. */
const strings = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
/** Whether a value is a table, of whatever keys. */
const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);


/***/ }),

/***/ 5401:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ SIGNS),
/* harmony export */   lr: () => (/* binding */ findingTables),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4087);

const SIGNS = { error: '\u274c', warning: '\u26a0\ufe0f', notice: '\u2139\ufe0f' };
const LEVELS = ['error', 'warning', 'notice'];
/** More rows than this nobody reads, and a summary may have 1 MiB. */
const MOST_ROWS = 50;
/** GitHub shows this many annotations of a level from one step (docs.github.com, "Workflow commands", limits). */
const MOST_ANNOTATIONS = 10;
/** The findings in Markdown: how many, a table with the gravest first, and what a reader would otherwise miss. Pure. */
function findingTables(findings, ignored) {
    const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
    const rest = sorted.slice(MOST_ROWS);
    const hasHidden = LEVELS.some((level) => numberOf(findings, level) > MOST_ANNOTATIONS);
    return [
        counts(sorted),
        table(['', 'What', 'Where', 'What to do'], sorted
            .slice(0, MOST_ROWS)
            .map((finding) => [SIGNS[finding.level], what(finding), place(finding), (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(finding.remedy ?? '')])),
        rest.length > 0 ? `\u2026 and ${counts(rest)} more: the log has them all.` : '',
        hasHidden
            ? `GitHub shows the first ${MOST_ANNOTATIONS} errors, warnings and notices of a step as annotations; the log has them all.`
            : '',
        ignored.length > 0 ? `Ignored in pyproject.toml: ${ignored.length}` : '',
        table(['', 'What', 'Where', 'Why it is ignored'], ignored.slice(0, MOST_ROWS).map(({ finding, reason }) => ['\ud83d\udd15', what(finding), place(finding), (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(reason)])),
    ].filter(Boolean);
}
/** A table in Markdown; none without rows. */
function table(header, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
const numberOf = (findings, level) => findings.filter((finding) => finding.level === level).length;
/** `2 errors, 1 warning` */
function counts(findings) {
    return LEVELS.map((level) => ({ level, count: numberOf(findings, level) }))
        .filter(({ count }) => count > 0)
        .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`)
        .join(', ');
}
const what = ({ code, message }) => `**${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(code)}** ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(message)}`;
const place = ({ file, line }) => file === undefined ? '' : `<code>${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_0__/* .markdown */ .wD)(line === undefined ? file : `${file}:${line}`)}</code>`;


/***/ }),

/***/ 9670:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yb: () => (/* binding */ announced),
  o6: () => (/* binding */ openGitHub),
  ne: () => (/* binding */ withdraw)
});

// EXTERNAL MODULE: ./src/findings/finding.ts
var finding = __nccwpck_require__(4879);
// EXTERNAL MODULE: ./src/ports/state.ts
var state = __nccwpck_require__(6001);
// EXTERNAL MODULE: ./src/project/files/values.ts
var values = __nccwpck_require__(3891);
// EXTERNAL MODULE: ./src/ports/http/json.ts
var http_json = __nccwpck_require__(5819);
// EXTERNAL MODULE: ./src/findings/units.ts
var units = __nccwpck_require__(6317);
// EXTERNAL MODULE: ./src/ports/http/client.ts
var client = __nccwpck_require__(5014);
// EXTERNAL MODULE: ./src/ports/http/once.ts
var once = __nccwpck_require__(3880);
// EXTERNAL MODULE: ./src/findings/text.ts
var findings_text = __nccwpck_require__(4087);
;// CONCATENATED MODULE: ./src/report/github/refusals.ts




const row = (fits, code, why, remedy) => [
    fits,
    { code, why, remedy: typeof remedy === 'string' ? () => remedy : remedy },
];
const lacksPermission = ({ status, headers, text }) => status === 403 &&
    (headers['x-accepted-github-permissions'] !== undefined || /not accessible by|must have|permission/i.test(text));
/** What an answer means and what to do. The first row that fits is told. */
const REFUSALS = [
    row(({ status }) => status === 401, 'github-unauthorized', 'GitHub does not accept the token', "Leave out 'github-token', so that the token of the job is used, or give it one that has not expired."),
    row(lacksPermission, 'github-permission', 'the token lacks a permission', (step, response) => `Add \`${permission(step, response)}\` under \`permissions:\` of the job, beside \`contents: read\`. Runs for pull requests from forks get a token that can't write, whatever the workflow says.`),
    row(({ status }) => status === 403, 'github-forbidden', 'GitHub does not allow it', 'See to what GitHub names; the settings of the repository or organization may forbid it.'),
    row(({ status }) => status === 404 || status === 410, 'github-not-found', 'GitHub knows no such thing, or hides it from this token', ({ needs }) => `Check 'pull-request', that the token is for this repository, and that the job has \`${needs}\` under \`permissions:\`.`),
    row(({ status }) => status === 409 || status === 422, 'github-invalid', 'GitHub does not take the request as it is', 'See to what GitHub names; if nothing explains it, report it with the log.'),
    row(({ status }) => status >= 500, 'github-error', 'GitHub had an error', 'Run the job again later; githubstatus.com tells of outages.'),
    row(({ status }) => status >= 300 && status < 400, 'github-redirects', 'GitHub sends the request elsewhere, where the token must not follow', 'If the repository was renamed or moved, start a new run: it has the new name.'),
    row(() => true, 'github-refused', 'GitHub refused', 'See to what GitHub names, and run the job again.'),
];
/** The failures of GitHub's API. */
const refusals = {
    said,
    refused: (step, response) => {
        const [, { code, why, remedy }] = REFUSALS.find(([fits]) => fits(response));
        return (0,finding/* failure */.V2)(code, `${failed(step)}: ${why} (${response.status}${said(response)}).`, remedy(step, response));
    },
    unusable: (step, { status }) => (0,finding/* failure */.V2)('github-unreadable', `${failed(step)}: the answer (${status}) is not one of GitHub's API, or was cut short.`, 'Run the job again. If it stays so, look for a proxy in between that answers in its place.'),
    unreachable: (step, error) => (0,finding/* failure */.V2)('github-unreachable', `${failed(step)}: ${error.message}.`, 'Check that this runner reaches the API of GitHub, and run the job again.', { cause: error }),
};
/** A step that was turned down for a rate limit, and longer than it is worth waiting for. */
const limited = (step, response, pauseMs) => (0,finding/* failure */.V2)('github-rate-limited', `${failed(step)}: GitHub takes no more requests for now (${response.status}${said(response)}).`, `Run the job again in ${(0,units/* duration */.p0)(pauseMs)} or later. All jobs of a repository share one limit.`);
/** A list that does not end: a part of it must not be taken for the whole. */
const endless = (step, rows) => (0,finding/* failure */.V2)('github-too-many', `${failed(step)}: there are more than ${rows} entries.`, 'Close or delete what is no longer needed.');
/** What GitHub said for itself, as the end of a sentence: the message of an error, and those of its details. */
function said(response) {
    const { message, errors } = ((0,http_json/* jsonOf */.o_)(response) ?? {});
    const details = Array.isArray(errors) ? errors.map((one) => one?.message) : [];
    const messages = [message, ...details].filter((one) => typeof one === 'string' && one !== '');
    return messages.length === 0 ? '' : `: "${(0,findings_text/* quote */.hD)(messages.join('; '), 200)}"`;
}
/** The permissions that a workflow can give, as `permissions:` spells them. */
const GRANTABLE = new Set([
    ...['actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'issues', 'packages', 'pages'],
    ...['pull-requests', 'security-events', 'statuses'],
]);
/**
 * The permission to name: the step's own, unless GitHub accepts only others. It names what the one request takes; what writes in the
 * end may begin with a request that reads, and is refused there.
 * `x-accepted-github-permissions` lists sets that each would do, such as `issues=write; pull_requests=write`.
 */
function permission({ needs }, { headers }) {
    const header = headers['x-accepted-github-permissions'];
    const accepted = (typeof header === 'string' ? header : '').split(/[;,]/).flatMap((text) => {
        const [, name = '', level = ''] = /^\s*([a-z_]{1,40})=(read|write)\s*$/.exec(text) ?? [];
        const spelt = name.replaceAll('_', '-');
        return GRANTABLE.has(spelt) ? [`${spelt}: ${level}`] : [];
    });
    const [scope] = needs.split(':');
    return accepted.some((one) => one.startsWith(`${scope}:`)) ? needs : (accepted[0] ?? needs);
}
/** `writing the comment` as `Writing the comment failed`. */
const failed = ({ doing }) => `${doing.charAt(0).toUpperCase()}${doing.slice(1)} failed`;

;// CONCATENATED MODULE: ./src/report/github/client.ts






/** The API version that github.com and every supported GitHub Enterprise Server know. */
const VERSION = '2022-11-28';
/** Comments are worth less patience than deployments. */
const SILENCE_MS = 15_000;
const REQUEST_MS = 30_000;
/** What was created shows at once. */
const LOOK_MS = 1_000;
const PAGE_SIZE = 100;
const MOST_PAGES = 50;
/**
 * Requests to GitHub's REST API: patient with its limits, careful with what must not happen twice, and with the token, which only
 * goes to the API's own origin. Everything throws a `Failure` with a code `github-*`, or `Cancelled`.
 */
function createClient(access, deps) {
    const { base, token } = checked(access);
    const request = requestsWith(token, deps.signal);
    const calls = (step) => (0,client/* createJsonClient */.i)(patient(step, deps), refusals, deps);
    const inRepository = (path) => `${base.href}repos/${access.repository}/${path}`;
    return {
        /** `undefined` when there is no such thing. */
        get: (step, path, read) => calls(step).find(step, request('GET', inRepository(path)), read),
        /** All rows of all pages. A list that goes on for ever is a failure, never a part of itself. */
        pages: async (step, path, query, read) => {
            const rows = [];
            const search = new URLSearchParams({ ...query, per_page: String(PAGE_SIZE) });
            let url = `${inRepository(path)}?${search}`;
            for (let page = 1; url !== undefined; page++) {
                if (page > MOST_PAGES)
                    throw endless(step, MOST_PAGES * PAGE_SIZE);
                const answer = await calls(step).read(step, request('GET', url), (response) => {
                    const found = readRows(response, read);
                    return found && { found, response };
                });
                rows.push(...answer.found);
                const next = nextPage(answer.response, base);
                if (next === 'foreign')
                    throw refusals.unusable(step, answer.response);
                url = next;
            }
            return rows;
        },
        /** Sets values: the same once or twice. `undefined` when there is no such thing any more. */
        patch: (step, path, body, read) => calls(step).find(step, request('PATCH', inRepository(path), body), read),
        /** What is gone already counts as removed. */
        remove: async (step, path) => {
            await calls(step).remove(step, request('DELETE', inRepository(path)));
        },
        /** Creates something once. When no usable answer comes, `look` is asked for what may have been made, before it is sent again. */
        create: (step, path, body, { read, look }) => (0,once/* takeOnce */.X)({
            noun: 'request',
            send: () => calls(step).sendOnce(step, request('POST', inRepository(path), body), read),
            look: async () => {
                const made = await look();
                return made === undefined ? [] : [made];
            },
            lookMs: LOOK_MS,
            mayRepeat: () => true,
        }, deps),
        /** A query of GraphQL, which changes nothing; on a GitHub Enterprise Server it is next to `/api/v3`. */
        query: (step, query, read) => calls(step).get(step, request('POST', `${base.href.replace(/\/v3\/$/, '/')}graphql`, { query }), read),
    };
}
/** Makes requests that carry the token. */
const requestsWith = (token, signal) => (method, url, body) => {
    const json = body && (0,http_json/* jsonBody */.J9)(body);
    return {
        ...{ method, url, signal, silenceMs: SILENCE_MS, limitMs: REQUEST_MS },
        ...json,
        headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/vnd.github+json',
            'x-github-api-version': VERSION,
            ...json?.headers,
        },
    };
};
function checked({ apiUrl, repository, token }) {
    const base = URL.canParse(apiUrl) ? new URL(`${apiUrl.replace(/\/+$/, '')}/`) : undefined;
    if (!base || !/^https?:$/.test(base.protocol) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
        throw (0,finding/* failure */.V2)('github-unknown', 'It is not known which repository on GitHub this run belongs to.', 'Run uv-deploy in a workflow, where GITHUB_API_URL and GITHUB_REPOSITORY are set.');
    }
    if (!/^[\x21-\x7e]+$/.test(token)) {
        throw (0,finding/* failure */.V2)('github-no-token', token === '' ? 'There is no token for GitHub.' : 'The token for GitHub has characters that no token has.', "Leave out 'github-token', so that the token of the job is used, or give it a secret that is set.");
    }
    return { base, token };
}
/** One row that makes no sense spoils the list: a part of it must not be taken for the whole. */
function readRows(response, read) {
    const rows = (0,http_json/* rowsOf */.RO)((0,http_json/* jsonOf */.o_)(response), read);
    const known = rows?.filter((row) => row !== undefined);
    return known?.length === rows?.length ? known : undefined;
}
/** The address behind `rel="next"` (RFC 8288), if it is one of the same API. */
function nextPage({ headers }, base) {
    const header = headers.link;
    const [, target] = /<([^<>]*)>\s*;[^,<]*\brel="?next"?(?=[\s;,]|$)/.exec(typeof header === 'string' ? header : '') ?? [];
    if (target === undefined)
        return undefined;
    const next = URL.canParse(target, base.href) ? new URL(target, base.href) : undefined;
    return next?.origin === base.origin && next.pathname.startsWith(base.pathname) ? next.href : 'foreign';
}
/** The longest rate limit that is waited for. */
const LONGEST_PAUSE_MS = 60_000;
const TRIES = 3;
/** What GitHub's documentation asks for where a limit comes without a time. */
const UNTOLD_MS = 60_000;
/** Sends again after a rate limit: what was limited was not done. */
const patient = (step, { http, clock, signal, say }) => async (sending) => {
    for (let attempt = 1;; attempt++) {
        const response = await http(sending);
        const pause = limitedFor(response);
        if (pause === undefined)
            return response;
        if (pause > LONGEST_PAUSE_MS || attempt === TRIES)
            throw limited(step, response, pause);
        say(`GitHub takes no more requests for now; trying again in ${(0,units/* duration */.p0)(pause)}.`);
        await clock.sleep(pause, signal);
    }
};
/**
 * Milliseconds until GitHub takes the next request; `undefined` when the answer is not about a rate limit.
 *
 * GitHub answers 429 or 403, with `retry-after` in seconds, with `x-ratelimit-remaining: 0` and `x-ratelimit-reset` in seconds
 * since 1970, or with nothing but a sentence (docs.github.com, "Rate limits for the REST API"). `now` is in ms since 1970.
 */
function limitedFor({ status, headers, text }, now = Date.now()) {
    if (status !== 429 && status !== 403)
        return undefined;
    const after = seconds(headers['retry-after']);
    if (after !== undefined)
        return after * 1000;
    if (headers['x-ratelimit-remaining'] === '0') {
        const reset = seconds(headers['x-ratelimit-reset']);
        // A second more: the two clocks may differ, and early is as bad as never.
        return reset === undefined ? UNTOLD_MS : Math.max(reset * 1000 - now, 0) + 1000;
    }
    return status === 429 || /secondary rate limit|abuse detection/i.test(text) ? UNTOLD_MS : undefined;
}
const seconds = (header) => typeof header === 'string' && /^\d{1,12}$/.test(header.trim()) ? Number(header) : undefined;

;// CONCATENATED MODULE: ./src/report/github/api.ts


const pulls = (doing) => ({ doing, needs: 'pull-requests: read' });
const comments = (doing) => ({ doing, needs: 'pull-requests: write' });
const deployments = (doing) => ({ doing, needs: 'deployments: write' });
/** Opens the repository of the run. Throws a `Failure` when the token or the repository can't be ones. */
function createGitHub(access, deps) {
    const client = createClient(access, deps);
    return { ...createPullApi(client), ...createCommentApi(client), ...createDeploymentApi(client) };
}
const createPullApi = (client) => ({
    /** The login behind the token, such as `github-actions[bot]`. Works for all kinds of tokens, where `GET /user` does not. */
    viewer: () => client.query(pulls('asking whose the token is'), 'query { viewer { login } }', (value) => (0,values/* textAt */.$6)(value, 'data', 'viewer', 'login') || undefined),
    /** `undefined` when there is no such pull request. */
    pullRequest: (number) => client.get(pulls('reading the pull request'), `pulls/${number}`, readPull),
    openPullRequests: async () => {
        const rows = await client.pages(pulls('listing the open pull requests'), 'pulls', { state: 'open' }, readNumber);
        return rows.filter(({ open }) => open).map(({ number }) => number);
    },
});
const createCommentApi = (client) => ({
    /** All comments, oldest first. */
    comments: async (pullRequest) => {
        const path = `issues/${pullRequest}/comments`;
        const rows = await client.pages(comments('reading the comments'), path, {}, readComment);
        // A comment that goes while pages are turned may bring another one twice.
        return [...new Map(rows.map((row) => [row.id, row])).values()].toSorted((a, b) => a.id - b.id);
    },
    /** `look` finds the comment again if the answer got lost. */
    createComment: (pullRequest, body, look) => {
        const path = `issues/${pullRequest}/comments`;
        return client.create(comments('writing the comment'), path, { body }, { read: readComment, look });
    },
    /** `undefined` when somebody has deleted it. */
    updateComment: (id, body) => client.patch(comments('updating the comment'), `issues/comments/${id}`, { body }, readComment),
    deleteComment: (id) => client.remove(comments('deleting a comment'), `issues/comments/${id}`),
});
function createDeploymentApi(client) {
    const list = (environment) => {
        const step = deployments('listing the deployments of the environment');
        return client.pages(step, 'deployments', { environment }, readDeployment);
    };
    /** The newest state of a deployment. */
    const deploymentState = async (id) => {
        const path = `deployments/${id}/statuses`;
        const rows = await client.pages(deployments('asking how the deployment stands'), path, {}, readStatus);
        return rows.toSorted((a, b) => b.id - a.id)[0]?.state;
    };
    return {
        /** Its id. Neither merges anything nor waits for checks. */
        createDeployment: async (wanted) => {
            const { sha, environment, description, transient, mark } = wanted;
            const body = {
                ...{ ref: sha, environment, description, auto_merge: false, required_contexts: [] },
                ...{ transient_environment: transient, payload: { [MARK]: mark } },
            };
            const look = async () => (await list(environment)).find((one) => one.mark === mark);
            const step = deployments('creating the deployment');
            const made = await client.create(step, 'deployments', body, { read: readDeployment, look });
            return made.id;
        },
        /** The ids of all deployments of an environment. */
        deployments: async (environment) => (await list(environment)).filter((one) => one.environment === environment).map(({ id }) => id),
        deploymentState,
        setDeploymentStatus: async (id, status) => {
            const { state, description, logUrl, environmentUrl } = status;
            const body = {
                ...{ state, description },
                ...(isWebUrl(logUrl) && { log_url: logUrl }),
                ...(isWebUrl(environmentUrl) && { environment_url: environmentUrl }),
            };
            const step = deployments('setting the state of the deployment');
            await client.create(step, `deployments/${id}/statuses`, body, {
                read: (value) => readStatus(value)?.state,
                look: async () => ((await deploymentState(id)) === state ? state : undefined),
            });
        },
    };
}
const MARK = 'uv-deploy';
const isWebUrl = (url) => url !== undefined && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
const isId = (value) => Number.isSafeInteger(value) && Number(value) > 0;
function readPull(row) {
    const [number, state, headSha] = [(0,http_json.at)(row, 'number'), (0,http_json.at)(row, 'state'), (0,values/* textAt */.$6)(row, 'head', 'sha')];
    if (!isId(number) || (state !== 'open' && state !== 'closed'))
        return undefined;
    if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(headSha))
        return undefined;
    /** As `owner/name`; `undefined` when the fork it came from was deleted. */
    const headRepository = (0,values/* textAt */.$6)(row, 'head', 'repo', 'full_name') || undefined;
    return { number, headSha, headRepository, state: state };
}
function readNumber(row) {
    const number = (0,http_json.at)(row, 'number');
    return isId(number) ? { number, open: (0,http_json.at)(row, 'state') === 'open' } : undefined;
}
function readComment(row) {
    const id = (0,http_json.at)(row, 'id');
    const author = (0,http_json.at)(row, 'user') === null ? '' : (0,http_json.at)(row, 'user', 'login');
    if (!isId(id) || typeof author !== 'string')
        return undefined;
    const slug = (0,http_json.at)(row, 'performed_via_github_app', 'slug');
    return {
        id,
        /** A login, empty for a deleted account. */
        author,
        body: (0,values/* textAt */.$6)(row, 'body'),
        /** How the author stands to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `CONTRIBUTOR`, `NONE`, ... */
        association: (0,values/* textAt */.$6)(row, 'author_association'),
        /** The slug of the app that spoke. */
        app: typeof slug === 'string' ? slug : undefined,
    };
}
function readDeployment(row) {
    const id = (0,http_json.at)(row, 'id');
    return isId(id) ? { id, environment: (0,values/* textAt */.$6)(row, 'environment'), mark: (0,values/* textAt */.$6)(row, 'payload', MARK) } : undefined;
}
function readStatus(row) {
    const [id, state] = [(0,http_json.at)(row, 'id'), (0,http_json.at)(row, 'state')];
    return isId(id) && typeof state === 'string' ? { id, state } : undefined;
}

// EXTERNAL MODULE: ./src/report/github/aside.ts
var aside = __nccwpck_require__(7160);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/report/github/comment.ts


/** The login of a workflow's own token, on every GitHub. Nobody else can have it: brackets are not for users. */
const WORKFLOWS = 'github-actions[bot]';
const INSIDERS = new Set(['OWNER', 'MEMBER', 'COLLABORATOR']);
/** How often a comment may go while it is being updated. */
const ROUNDS = 3;
/** GitHub's limit for a comment, in characters. */
const LONGEST = 65_536;
/** The first line of an app's comment, unseen when rendered. It names nothing: a hash can't be turned into a server. */
function markerOf({ platform, server, name, directory }) {
    const identity = JSON.stringify([platform, server.replace(/\/+$/, ''), name, directory]);
    return `<!-- uv-deploy:${(0,external_node_crypto_.createHash)('sha256').update(identity).digest('hex').slice(0, 32)} -->`;
}
/**
 * Writes the app's comment on a pull request, into the one that is there or else a new one. Throws `Failure` or `Cancelled`.
 *
 * A comment is believed for its marker and its author together: anybody may paste a marker. Only its id is ever used. Where two
 * runs create one at a time, both end up with the older one.
 */
async function stick(github, { pullRequest, app, body, create = true }) {
    const marker = markerOf(app);
    const text = fitting(`${marker}\n${body}`);
    const identity = whoIs(github);
    const find = async () => {
        const marked = (await github.comments(pullRequest)).filter((comment) => comment.body.startsWith(marker));
        const trusted = [];
        for (const comment of marked)
            if (await isTrusted(comment, identity))
                trusted.push(comment);
        return trusted;
    };
    for (let round = 1; round <= ROUNDS; round++) {
        const before = await find();
        if (before.length === 0 && !create)
            return { outcome: 'absent' };
        let made;
        if (before.length === 0) {
            made = await github.createComment(pullRequest, text, async () => (await find())[0]);
            // What was found again after a lost answer may be another run's.
            if (normal(made.body) === normal(text))
                identity.is(made.author);
        }
        // The new one counts even if the list does not have it yet.
        const there = made === undefined ? before : withOne(await find(), made);
        const [oldest, ...others] = there;
        if (oldest === undefined)
            continue;
        const same = normal(oldest.body) === normal(text);
        const kept = same ? oldest : await github.updateComment(oldest.id, text);
        // Whoever deleted it meanwhile may have been the other of two runs: look again.
        if (kept === undefined)
            continue;
        for (const other of others)
            if (other.author === (await identity.ask()))
                await github.deleteComment(other.id);
        return { outcome: oldest.id === made?.id ? 'created' : same ? 'unchanged' : 'updated', id: oldest.id };
    }
    throw (0,finding/* failure */.V2)('github-comment-gone', `The comment on pull request #${pullRequest} was deleted each time it was to be updated.`, 'See whether another workflow deletes comments, and run the job again.');
}
/** Whose the token is: asked at most once, and only when it matters. */
function whoIs(github) {
    let known;
    return {
        is: (login) => {
            known = Promise.resolve(login);
        },
        // A server that does not tell has the workflow's own token before it, as nearly all do.
        ask: () => {
            known ??= github
                .viewer()
                .catch(untold)
                .then((login) => login ?? WORKFLOWS);
            return known;
        },
    };
}
const untold = (error) => {
    if (!(error instanceof finding/* Failure */.HR))
        throw error;
};
/** The repository's workflows, its people, or the token's own identity. */
async function isTrusted({ author, app, association }, identity) {
    if (author === '')
        return false;
    if (author === WORKFLOWS)
        return app === undefined || `${app}[bot]` === WORKFLOWS;
    return INSIDERS.has(association) || author === (await identity.ask());
}
const withOne = (comments, one) => comments.some(({ id }) => id === one.id) ? [...comments] : [...comments, one].toSorted((a, b) => a.id - b.id);
/** What GitHub may change of a body when it keeps it. */
const normal = (body) => body.replaceAll('\r\n', '\n').trimEnd();
/** A body that is too long ends with a whole line where it can, and says that it was cut. */
function fitting(body) {
    if (body.length <= LONGEST)
        return body;
    const note = '\n\n</details>\n\n_The rest does not fit into a comment._';
    const room = body.slice(0, LONGEST - note.length);
    const lines = room.slice(0, room.lastIndexOf('\n'));
    // A line that is nearly all of it is cut itself, though never within a tag or a character.
    const kept = lines.length > LONGEST / 2 ? lines : room.replace(/<[^<>]*$|[\ud800-\udbff]$/, '');
    const open = kept.split('<details>').length > kept.split('</details>').length;
    return kept + (open ? note : note.replace('\n\n</details>', ''));
}

// EXTERNAL MODULE: ./src/report/finding-tables.ts
var finding_tables = __nccwpck_require__(5401);
// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __nccwpck_require__(7994);
;// CONCATENATED MODULE: ./src/report/github/comment-body.ts




const MOST_PATHS = 50;
const MOST_FINDINGS = 20;
const HEADLINES = {
    deployed: '\u2705 Preview',
    unchanged: '\u2705 Preview, unchanged',
    removed: '\ud83d\uddd1\ufe0f Preview removed',
    invoked: '\u2705 Run finished',
    checked: '\u2705 Checked',
    skipped: '\u23ed\ufe0f Preview skipped',
    failed: '\u274c Preview failed',
    'timed-out': '\u231b Preview timed out',
};
/** The comment in GitHub's Markdown, without its marker: the URL first, or what failed and what to do. Pure. */
function commentBody(facts) {
    const { name, platform, status, findings, changes, removed } = facts;
    const broken = status === 'failed' || status === 'timed-out';
    const blocks = [
        headline(facts),
        ...(broken ? [told(findings)] : []),
        (0,finding_tables/* table */.tp)(['', ''], [
            ['App', `${shown(name)} on ${shown(platform)}`],
            ['Status', removed ? 'removed' : status],
            ...rows(facts),
        ].filter(([, value]) => value !== '')),
        ...(broken ? [] : [told(findings)]),
        removed ? '' : differences(changes),
    ];
    return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
function headline({ url, status, removed, name }) {
    const title = HEADLINES[removed ? 'removed' : status];
    // What failed may have left an older release at this address: then it is not what is headlined.
    const isOther = !removed && (status === 'failed' || status === 'timed-out');
    if (isOther || url === undefined || url === '')
        return `### ${title}: ${shown(name)}`;
    return `### ${title}: ${removed ? `<del>${shown(url)}</del>` : (0,summary/* link */.nf)(url)}`;
}
function rows(facts) {
    const { url, consoleUrl, runUrl, commit, status, health, bundleSize, changes, durationMs, removed } = facts;
    const broken = status === 'failed' || status === 'timed-out';
    const before = changes?.sizeBefore;
    const size = bundleSize === undefined ? '' : (0,units/* bytes */.ee)(bundleSize);
    return [
        ['URL', broken && !removed && url ? (0,summary/* link */.nf)(url) : ''],
        ['Health', removed ? '' : health.map(answer).join('<br>')],
        ['Bundle', size && before !== undefined ? `${size}, ${(0,units/* bytes */.ee)(before)} in production` : size],
        ['Console', removed || !consoleUrl ? '' : (0,summary/* link */.nf)(consoleUrl)],
        ['Commit', commit === '' ? '' : `<code>${shown(commit.slice(0, 12))}</code>`],
        ['Run', [runUrl && (0,summary/* link */.nf)(runUrl, 'log'), (0,units/* duration */.p0)(durationMs)].filter(Boolean).join(', ')],
    ];
}
const answer = ({ path, status, ms, attempts }) => `<code>${shown(path)}</code> ${status === 0 ? 'gives no answer' : `answers ${status}`} (${attempts} ${attempts === 1 ? 'try' : 'tries'}, ${(0,units/* duration */.p0)(ms)})`;
function told(findings) {
    const lines = findings.slice(0, MOST_FINDINGS).map(({ level, code, message, remedy, file, line }) => {
        const place = file === undefined ? '' : ` (<code>${shown(line === undefined ? file : `${file}:${line}`)}</code>)`;
        const what = `- ${finding_tables/* SIGNS */.B2[level]} **${shown(code)}** ${safe((0,findings_text/* quoteEnds */.l_)(message, 800))}${place}`;
        return remedy ? `${what}<br>What to do: ${shown(remedy, 800)}` : what;
    });
    const more = findings.length - lines.length;
    return [...lines, ...(more > 0 ? [`- and ${more} more, in the log`] : [])].join('\n');
}
/** How much changed for all, and what for those who open it. */
function differences(changes) {
    if (changes === undefined)
        return '';
    const { added, changed, removed } = changes;
    const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`;
    if (added.length + changed.length + removed.length === 0)
        return 'The bundle is the same as in production.';
    const lists = [paths('Added', added), paths('Changed', changed), paths('Removed', removed)].filter(Boolean);
    return `<details>\n<summary>Files since production: ${counts}</summary>\n\n${lists.join('\n\n')}\n\n</details>`;
}
function paths(title, all) {
    if (all.length === 0)
        return '';
    const more = all.length - MOST_PATHS;
    const lines = all.slice(0, MOST_PATHS).map((path) => `- <code>${shown(path, 200)}</code>`);
    return [`**${title}**`, '', ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
/**
 * Untrusted text on one line. A comment, unlike a job summary, takes what is between dollars for a formula: GitHub's documentation has
 * them spanned.
 */
const shown = (text, limit = 120) => safe((0,findings_text/* quote */.hD)(text, limit));
const safe = (line) => (0,findings_text/* markdown */.wD)(line).replaceAll('$', '<span>$</span>');

// EXTERNAL MODULE: ./src/report/github/deployments.ts
var github_deployments = __nccwpck_require__(2080);
;// CONCATENATED MODULE: ./src/report/github/announcement.ts







/** Opens the API with the token of the inputs; `undefined` without one. Throws a `Failure` for a token that can't be one. */
function openGitHub({ githubToken: token }, { context, http, clock, signal, host }) {
    const { apiUrl, repository } = context;
    if (token === '' || repository === '')
        return undefined;
    return createGitHub({ apiUrl, repository, token }, { http, clock, signal, say: host.info });
}
/**
 * Does `work`, and tells GitHub of it: as a GitHub deployment where the inputs ask for one, and in the pull request's comment.
 * What goes wrong with the telling is a warning and never changes the outcome. A cancelled run tells nothing: the one that
 * replaces it does, and post closes the deployment.
 */
async function announced(subject, github, run, work) {
    if (github === undefined)
        return work();
    const { inputs, journal, signal } = run;
    const deployment = inputs.githubDeployment ? await begin(subject, github, run) : undefined;
    const tell = async (status, findings) => {
        if (status === 'removed')
            await withdraw(subject, github, run);
        else
            await comment(subject, github, { status, findings }, run);
        if (deployment !== undefined)
            await finish(deployment, status, github, run);
    };
    let status;
    try {
        status = await work();
    }
    catch (error) {
        if (error instanceof finding/* Cancelled */.cJ)
            throw error;
        const own = error instanceof finding/* Failure */.HR ? error.findings : [];
        const { findings } = journal.entries;
        const all = [...findings, ...own.filter((finding) => !findings.includes(finding))];
        if (!signal.aborted)
            await tell(error instanceof finding/* Failure */.HR && error.timedOut ? 'timed-out' : 'failed', all);
        throw error;
    }
    await tell(status, journal.entries.findings);
    return status;
}
/** Tells that a preview is gone: strikes its URL through in the comment, where there is one, and ends its GitHub deployments. */
async function withdraw(subject, github, run) {
    const { inputs, context, report } = run;
    await comment(subject, github, { status: 'removed', findings: [] }, run);
    if (!inputs.githubDeployment)
        return;
    await (0,aside/* aside */.H)(report, () => (0,github_deployments/* deactivateEnvironment */.QV)(github, environmentOf(subject), context.runUrl));
}
/** Called like the item on the platform. */
const environmentOf = ({ name, pullRequest }) => pullRequest === undefined ? name : `${name} (PR #${pullRequest})`;
const begin = (subject, github, { context, host, report }) => (0,aside/* aside */.H)(report, () => (0,github_deployments/* beginDeployment */.tY)(github, {
    sha: context.pullRequest?.sha || context.sha,
    environment: environmentOf(subject),
    transient: subject.pullRequest !== undefined,
    runUrl: context.runUrl,
    opened: (id) => (0,state/* saveOpenDeployment */.PQ)(host, id),
}));
async function finish(id, status, github, { context, journal, host, report }) {
    const { url } = journal.entries;
    const isLive = status === 'deployed' || status === 'unchanged';
    if (status !== 'removed') {
        await (0,aside/* aside */.H)(report, () => (0,github_deployments/* finishDeployment */.jl)(github, id, {
            outcome: isLive ? 'success' : 'failure',
            runUrl: context.runUrl,
            ...(url && { url }),
        }));
    }
    (0,state/* saveOpenDeployment */.PQ)(host, undefined);
}
async function comment(subject, github, { status, findings }, { inputs, context, journal, report, host }) {
    const { pullRequest, name, platform, server } = subject;
    if (!inputs.comment || pullRequest === undefined)
        return;
    const removed = status === 'removed';
    const { url, consoleUrl, health = [], bundleSize, changes, stages, directory = '' } = journal.entries;
    const body = commentBody({
        ...{ name, platform, status, findings, removed },
        ...{ url, consoleUrl, health, bundleSize, changes },
        runUrl: context.runUrl,
        commit: context.pullRequest?.sha || context.sha,
        durationMs: stages.reduce((sum, { ms }) => sum + ms, 0),
    });
    const app = { platform, server, name, directory };
    await (0,aside/* aside */.H)(report, async () => {
        const { outcome } = await stick(github, { pullRequest, app, body, create: !removed });
        if (outcome !== 'absent')
            host.info(`The comment on pull request #${pullRequest} is ${outcome}.`);
    });
}


/***/ }),

/***/ 7160:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ aside)
/* harmony export */ });
/* harmony import */ var _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4879);

/**
 * Does what must never change the verdict of a run, such as a comment: its errors are reported as warnings, and `undefined` is
 * the answer. Only `Cancelled` passes through.
 */
async function aside(report, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ)
            throw error;
        report(error instanceof _findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .HR ? error.findings.map(softened) : [unforeseen(error)]);
        return undefined;
    }
}
const softened = (finding) => finding.level === 'error' ? { ...finding, level: 'warning' } : finding;
const unforeseen = (error) => (0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)('github-unexpected', `What was to be told on GitHub could not be: ${(0,_findings_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, 'The deployment itself is not touched by this. Report it with the log.');


/***/ }),

/***/ 2080:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ closeDeployment),
/* harmony export */   QV: () => (/* binding */ deactivateEnvironment),
/* harmony export */   jl: () => (/* binding */ finishDeployment),
/* harmony export */   tY: () => (/* binding */ beginDeployment)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4087);



/** GitHub's limit for the description of a state. */
const LONGEST_DESCRIPTION = 140;
/** Creates a deployment that is in progress, and answers its id. Throws `Failure` or `Cancelled`, as all here. */
async function beginDeployment(github, beginning) {
    const { sha, environment, transient, runUrl, opened } = beginning;
    const description = 'uv-deploy';
    const id = await github.createDeployment({ sha, environment, transient, description, mark: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)() });
    opened(id);
    await github.setDeploymentStatus(id, { state: 'in_progress', description: 'Deploying', logUrl: runUrl });
    return id;
}
const DESCRIPTIONS = { success: 'Deployed', failure: 'The deployment failed', error: 'The run ended early' };
/** Ends a deployment: what is left in progress looks stuck for ever. */
async function finishDeployment(github, id, ending) {
    const { outcome, runUrl, url, description = DESCRIPTIONS[outcome] } = ending;
    await github.setDeploymentStatus(id, {
        ...{ state: outcome, description: (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(description, LONGEST_DESCRIPTION), logUrl: runUrl },
        ...(url !== undefined && url === (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_1__/* .redact */ .E$)(url) && outcome === 'success' && { environmentUrl: url }),
    });
}
/** Ends what a cancelled run left in progress, and answers whether there was anything to end. */
async function closeDeployment(github, id, runUrl) {
    const state = await github.deploymentState(id);
    // Without a state it was created in the very last moment.
    if (state !== undefined && !['in_progress', 'queued', 'pending'].includes(state))
        return false;
    await finishDeployment(github, id, { outcome: 'error', runUrl, description: 'The run was cancelled' });
    return true;
}
/** Marks all deployments of an environment as no longer there, and answers how many were marked. */
async function deactivateEnvironment(github, environment, runUrl) {
    let marked = 0;
    for (const id of await github.deployments(environment)) {
        if ((await github.deploymentState(id)) === 'inactive')
            continue;
        await github.setDeploymentStatus(id, { state: 'inactive', description: 'Removed', logUrl: runUrl });
        marked += 1;
    }
    return marked;
}


/***/ }),

/***/ 7994:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V4: () => (/* binding */ outputs),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   z: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9967);
/* harmony import */ var _findings_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4087);
/* harmony import */ var _findings_units_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6317);
/* harmony import */ var _finding_tables_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5401);




/** Every output of action.yml with its value; an empty one is not known. Pure. */
function outputs(status, entries) {
    return {
        status,
        url: (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(entries.url ?? '', 'credential'),
        'console-url': (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(entries.consoleUrl ?? '', 'credential'),
        id: entries.id ?? '',
        'deployment-id': entries.deploymentId ?? '',
        'invocation-id': entries.invocationId ?? '',
        'python-version': entries.pythonVersion ?? '',
        'manifest-path': entries.manifestPath ?? '',
        'bundle-path': entries.bundlePath ?? '',
        'bundle-sha256': entries.bundleSha256 ?? '',
        'bundle-size': entries.bundleSize === undefined ? '' : String(entries.bundleSize),
        'cache-hit': entries.cacheHit === undefined ? 'false' : String(entries.cacheHit),
        health: entries.health === undefined ? '' : JSON.stringify(entries.health),
    };
}
const HEADLINES = {
    deployed: '\u2705 Deployed',
    unchanged: '\u2705 Unchanged',
    removed: '\u2705 Removed',
    invoked: '\u2705 Invoked',
    checked: '\u2705 Checked',
    skipped: '\u23ed\ufe0f Skipped',
    failed: '\u274c Failed',
    'timed-out': '\u231b Timed out',
};
/** The job summary, in Markdown. All that comes from the project or a server is escaped. Pure. */
function summary(status, entries, context) {
    const title = [entries.name && (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)((0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(entries.name, 200)), entries.platform && `on ${entries.platform}`]
        .filter(Boolean)
        .join(' ');
    const health = (entries.health ?? []).map(({ path, status: code, ms, attempts }) => [
        `<code>${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(path)}</code>`,
        code === 0 ? 'no answer' : String(code),
        String(attempts),
        (0,_findings_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ms),
    ]);
    const rows = rowsOf(entries, context).filter(([, value]) => value !== '');
    const stages = entries.stages.map(({ name, ms }) => [name, (0,_findings_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ms)]);
    const blocks = [
        `### ${HEADLINES[status]}${title ? `: ${title}` : ''}`,
        ...(0,_finding_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTables */ .lr)(entries.findings, entries.ignored),
        (0,_finding_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['', ''], rows),
        (0,_finding_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Path', 'Answer', 'Tries', 'Time'], health),
        entries.run?.log ? `The end of the log:\n\n<pre>${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .preformatted */ .EC)(entries.run.log)}</pre>` : '',
        entries.notes.map((note) => `- ${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(note)}`).join('\n'),
        (0,_finding_tables_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(['Stage', 'Time'], stages),
    ];
    return `${within(LIMIT, blocks.filter(Boolean)).join('\n\n')}\n`;
}
/** What the run was about, a row each; an empty value is not known. */
function rowsOf(entries, { sha }) {
    const python = [
        entries.pythonVersion && `Python ${entries.pythonVersion}`,
        entries.uvVersion && `uv ${entries.uvVersion}`,
    ];
    const size = entries.bundleSize === undefined
        ? ''
        : `${entries.fileCount} files, ${(0,_findings_units_js__WEBPACK_IMPORTED_MODULE_3__/* .bytes */ .ee)(entries.bundleSize)}, sha256 <code>${entries.bundleSha256}</code>`;
    return [
        ['URL', link(entries.url)],
        ['Console', link(entries.consoleUrl)],
        ['Deployment', entries.deploymentId ? link(entries.logUrl, entries.deploymentId) : ''],
        ['Run', entries.invocationId ? link(entries.logUrl, entries.invocationId) : ''],
        ['Duration', entries.run?.ms === undefined ? '' : (0,_findings_units_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(entries.run.ms)],
        ['Parameters', (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)((entries.run?.params ?? []).map((name) => (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)).join(', '))],
        ['App', (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)([entries.contentType, entries.entrypoint].filter(Boolean).join(', '))],
        ['Versions', (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(python.filter(Boolean).join(', '))],
        ['Bundle', size],
        ['Commit', sha ? `<code>${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(sha.slice(0, 12))}</code>` : ''],
    ];
}
/** GitHub refuses a step's summary over 1 MiB as a whole; a little is left for what escaping and masking may add. */
const LIMIT = 1_000_000;
/** The blocks as far as they fit, in bytes: of one that does not fit, its first lines. The end then says that something is missing. */
function within(limit, blocks) {
    let room = limit;
    const take = (text) => {
        const size = Buffer.byteLength(text) + 2;
        if (size > room)
            return false;
        room -= size;
        return true;
    };
    let isCut = false;
    const kept = blocks.map((block) => {
        if (take(block))
            return block;
        isCut = true;
        const lines = block.split('\n');
        const end = lines.findIndex((line) => !take(line));
        return lines.slice(0, end < 0 ? undefined : end).join('\n');
    });
    return isCut ? [...kept.filter(Boolean), 'This summary was too long and is cut: the log has all of it.'] : kept;
}
function link(url, text = url) {
    if (!url || !text)
        return text ? (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text) : '';
    if (url !== (0,_findings_secrets_js__WEBPACK_IMPORTED_MODULE_0__/* .redact */ .E$)(url) || !/^https?:\/\/[^\s<>"'()]+$/.test(url))
        return (0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text);
    return `<a href="${url.replaceAll('&', '&amp;')}">${(0,_findings_text_js__WEBPACK_IMPORTED_MODULE_1__/* .markdown */ .wD)(text)}</a>`;
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 3838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: ExitCode, addPath, exportVariable, getBooleanInput, getIDToken, getInput, getMultilineInput, group, markdownSummary, platform, setCommandEcho, setFailed, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 2 modules
var lib = __nccwpck_require__(6153);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth = __nccwpck_require__(2145);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 4 modules
var lib_exec = __nccwpck_require__(5334);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    command_issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    command_issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return file_command_issueFileCommand('STATE', file_command_prepareKeyValueMessage(name, value));
    }
    command_issueCommand('save-state', { name }, utils_toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 5334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec),
  H: () => (/* binding */ getExecOutput)
});

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(8701);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(90);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 2145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   tZ: () => (/* binding */ BearerCredentialHandler)
/* harmony export */ });
/* unused harmony exports BasicCredentialHandler, PersonalAccessTokenCredentialHandler */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map

/***/ }),

/***/ 6153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient),
  Kg: () => (/* binding */ HttpClientError),
  Hv: () => (/* binding */ HttpCodes)
});

// UNUSED EXPORTS: Headers, HttpClientResponse, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./src/ports/no-undici.ts
/**
 * Stands in for undici in the bundle, of which it would be a third: @actions/http-client loads it for those who call `fetch` through a
 * proxy, and nothing here does (see `paths` in tsconfig.json).
 */
class ProxyAgent {
    constructor() {
        throw new Error('There is no undici in this bundle.');
    }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 90:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath)
/* harmony export */ });
/* unused harmony exports chmod, copyFile, lstat, open, readdir, rename, rmdir, stat, symlink, unlink, readlink, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 8701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF)
/* harmony export */ });
/* unused harmony exports cp, mv, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(90);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
