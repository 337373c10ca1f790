import { isEnvFile } from '../../../bundle/left-out.ts';
import { secretIn } from '../../../bundle/secrets.ts';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import { readSource } from '../../../project/source/readable.ts';
import { PROJECT_FILE } from '../project-file.ts';
import { DOCKERFILE, type Subject } from './subject.ts';

/** Variables that hold secrets by custom, and those whose names only mention one. */
const NAME =
  /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|(?:API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION)_?KEY)(?:_|$)/i;
const ABOUT = /_(?:FILE|PATH|DIR|NAME|ID|URL|URI|HOST|TTL|EXPIRY|EXPIRES?|LENGTH|ALGORITHM|HEADER|PREFIX|TYPE)$/i;
/** What nobody takes for a secret. */
const HARMLESS =
  /^(?:|true|false|none|null|\d{1,5}|.{1,3}|(?:change|replace|your|dummy|example|placeholder|build|test|dev|local)[\w-]*|<.*>|\*+)$/i;
const PASSWORD_URL = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"']*:(?!\$)[^\s/@"']{3,}@/i;

/** An address with a user, a password and a host that others reach, in which nothing is put in later. */
const ADDRESS =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/:@"'`<>{}$(%]{1,100}):([^\s/@"'`<>{}$(:]{3,200})@((?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{1,63})/gi;
const NOWHERE = /(?:^|\.)(?:example(?:\.\w+)?|localhost|local|test|invalid|internal)$|^(?:127|10|0)\./i;
/** Where people write addresses; those of pyproject.toml and locks have a finding of their own. */
const SETTINGS = /\.(?:py|toml|ya?ml|json|ini|cfg|conf|properties|sh|env)$|(?:^|\/)\.env[^/]*$/i;
const OTHERS = /(?:^|\/)(?:pyproject\.toml|uv\.toml|uv\.lock|[\w.-]*lock[\w.-]*\.(?:json|ya?ml))$/;

const REMEDY =
  'Remove it and revoke it, list its name under `secrets` in .deploymill/project.json, and put the value in the vault.';

/** Secrets in the Dockerfile, in project.json and in the other files of the repository. Their values are never shown. */
export function checkSecrets(subject: Subject): Finding[] {
  const { dockerfile, project, at } = subject;
  const files = [DOCKERFILE, PROJECT_FILE].flatMap((name) => {
    const file = project.read(name);
    const found = file === undefined || 'level' in file ? undefined : secretIn(file.text);
    return file === undefined || 'level' in file || found === undefined ? [] : [{ ...found, file: file.shown }];
  });
  const known = files.map(({ what, file, line }) => {
    const message = `${file} holds ${what}, which everybody can read who has the repository.`;
    return error('dockerfile-secret', message, REMEDY, { file, line });
  });
  const lines = files.flatMap(({ file, line }) => (file === dockerfile.shown ? line : []));
  const steps = dockerfile.stages.flatMap((stage) => stage.steps);
  return [
    ...known,
    ...checkTracked(subject),
    ...steps.flatMap((step): Finding[] => {
      if (lines.includes(step.line)) return [];
      if (step.does === 'run' && PASSWORD_URL.test(step.text)) {
        const message = 'This command has an address with a password, which stays in the image.';
        return [error('dockerfile-secret', message, REMEDY, at(step.line))];
      }
      if (step.does !== 'set') return [];
      return step.entries.flatMap(([name, value]): Finding[] => {
        const isAddress = PASSWORD_URL.test(value);
        if (!isAddress && (!NAME.test(name) || ABOUT.test(name) || HARMLESS.test(value))) return [];
        const message = `${step.by} ${quote(name)} has ${isAddress ? 'an address with a password' : 'a value that looks like a secret'}, which everybody can read who has the image or the repository.`;
        return [(isAddress ? error : warning)('dockerfile-secret', message, REMEDY, at(step.line))];
      });
    }),
  ];
}

/** Secrets in the committed files. Those that the image has are looked into as on every platform, but for addresses. */
function checkTracked({ files, start, in: inFile }: Subject): Finding[] {
  const held = new Set([...(start?.files.values() ?? [])].map(({ source }) => source));
  return files.flatMap((file): Finding[] => {
    const { path } = file;
    if (file.isUntracked || path === DOCKERFILE || path === PROJECT_FILE) return [];
    const text = readSource(file);
    if (text === undefined || text.includes('\0')) return [];
    const isLookedInto = held.has(path) && !isEnvFile(path);
    const found = (isLookedInto ? undefined : secretIn(text)) ?? addressIn(path, text);
    if (found === undefined) return [];
    const message = `${quote(path, 200)} holds ${found.what}, which everybody can read who has the repository.`;
    return [warning('dockerfile-secret', message, REMEDY, inFile(path, found.line))];
  });
}

function addressIn(path: string, text: string): { what: string; line: number } | undefined {
  if (!SETTINGS.test(path) || OTHERS.test(path) || !text.includes('://')) return undefined;
  for (const { 1: user, 2: password = '', 3: host = '', index } of text.matchAll(ADDRESS)) {
    if (password === user || HARMLESS.test(password) || NOWHERE.test(host)) continue;
    return { what: 'an address with a password', line: text.slice(0, index).split('\n').length };
  }
  return undefined;
}
