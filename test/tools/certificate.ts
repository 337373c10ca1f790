import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for 127.0.0.1 that nobody else has signed. */
export type Certificate = { readonly key: Buffer; readonly cert: Buffer; readonly certFile: string };

const FORM = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
const SUBJECT = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];

const make = (folder: string, name: string, ...args: string[]): Certificate => {
  const [key, cert] = [join(folder, `${name}-key.pem`), join(folder, `${name}.pem`)];
  execFileSync('openssl', ['req', ...FORM, '-keyout', key, '-out', cert, ...args], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert), certFile: cert };
};

/** Makes one with openssl, in a folder. */
export const selfSigned = (folder: string): Certificate => make(folder, 'cert', ...SUBJECT);

/** Makes one that an authority of its own has signed, as companies have them. */
export const signed = (folder: string): Certificate & { readonly authority: string } => {
  const authority = make(folder, 'authority', '-subj', '/CN=An authority of a company');
  const by = ['-CA', authority.certFile, '-CAkey', join(folder, 'authority-key.pem')];
  const cert = make(folder, 'cert', ...SUBJECT, ...by, '-addext', 'basicConstraints=critical,CA:FALSE');
  return { ...cert, authority: authority.certFile };
};
