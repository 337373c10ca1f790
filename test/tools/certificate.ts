import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for 127.0.0.1 that nobody else has signed. */
export type Certificate = { readonly key: Buffer; readonly cert: Buffer; readonly certFile: string };

/** Makes one with openssl, in a folder. */
export const selfSigned = (folder: string): Certificate => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const form = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...form, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert), certFile: cert };
};

/** A certificate for a name, or for 127.0.0.1, that an authority of one's own has signed; `authority` is the file of that one's. */
export const signedByOwn = (
  folder: string,
  name = 'IP:127.0.0.1',
): Omit<Certificate, 'certFile'> & { readonly authority: string } => {
  const path = (name: string): string => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const [authority, authorityKey] = [path('authority.pem'), path('authority-key.pem')];
  const form = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...form, '-days', '2', '-subj', '/CN=Our own', '-keyout', authorityKey, '-out', authority);
  openssl('req', ...form, '-subj', '/CN=127.0.0.1', '-keyout', path('leaf-key.pem'), '-out', path('leaf.csr'));
  writeFileSync(path('leaf.ext'), `subjectAltName=${name}\n`);
  const signed = [
    '-CA',
    authority,
    '-CAkey',
    authorityKey,
    '-CAcreateserial',
    '-days',
    '2',
    '-extfile',
    path('leaf.ext'),
  ];
  openssl('x509', '-req', '-in', path('leaf.csr'), ...signed, '-out', path('leaf.pem'));
  return { key: readFileSync(path('leaf-key.pem')), cert: readFileSync(path('leaf.pem')), authority };
};
