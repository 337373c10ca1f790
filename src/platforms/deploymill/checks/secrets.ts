import { secretIn } from '../../../bundle/secrets.ts';
import { error, type Finding, warning } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
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

const REMEDY =
  'Remove it and revoke it, list its name under `secrets` in .deploymill/project.json, and put the value in the vault.';

/** Secrets in the Dockerfile and in project.json, for everybody who has the image or the repository. Their values are never shown. */
export function checkSecrets({ dockerfile, project, at }: Subject): Finding[] {
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
