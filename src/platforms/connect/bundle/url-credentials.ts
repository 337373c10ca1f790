import { error, type Finding } from '../../../findings/finding.ts';
import { quote } from '../../../findings/text.ts';
import type { TextFile } from '../../../project/files/text-file.ts';

/** The user and the password of URLs. `${NAME}` stands for what is not in the file. */
const USER_INFO = /[a-z][a-z0-9+.-]{0,30}:\/\/([^\s/@:"']+)(?::([^\s/@"']*))?@/gi;
const VARIABLE = /^\$\{?\w+\}?$/;
/** A user without a password is a name (`git`, an organisation), unless it looks like a token. */
const TOKEN = /^(?:gh[pousr]_|github_pat_|glpat-|pypi-)|^[^$]{24,}$/;

/** URLs with a credential in one line of a file that would be deployed. The finding never shows it. */
export function credentialsIn(line: string, place: { file: string; line: number }): Finding[] {
  if (!line.includes('@')) return [];
  const isSecret = [...line.matchAll(USER_INFO)].some(([, user = '', password = '']) =>
    password === '' ? TOKEN.test(user) : !VARIABLE.test(password),
  );
  if (!isSecret) return [];
  const name = /^([\w.-]+)\s*(?:\[[^\]]*\]\s*)?@/.exec(line.trim())?.[1];
  return [
    error(
      'credentials-in-url',
      `${name ? `The URL of ${quote(name)}` : 'A URL'} in ${place.file} holds a credential, which would be deployed.`,
      'Take the credential out of the URL and revoke it; let the server reach the package by its own configuration.',
      place,
    ),
  ];
}

/** As `credentialsIn`, for each line of a file. */
export const credentialsOf = ({ text, shown }: TextFile): Finding[] =>
  text.split('\n').flatMap((line, index) => credentialsIn(line, { file: shown, line: index + 1 }));
