import { writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConnectServer } from '../emulators/connect/server.ts';
import { createWorkplace } from '../emulators/workplace.ts';
import { signedByOwn } from '../tools/certificate.ts';
import { createConnectRuns } from '../tools/connect.ts';

const place = createWorkplace();
const { run, project } = createConnectRuns(place);
let server: ConnectServer;
let authority: string;
let gate: ReturnType<typeof createServer>;
/** The same server behind TLS. */
const overTls = (): ConnectServer => ({
  ...server,
  url: `https://127.0.0.1:${(gate.address() as AddressInfo).port}`,
});

beforeAll(async () => {
  server = await place.connect();
  const { key, cert, authority: file } = signedByOwn(place.path());
  authority = file;
  gate = createServer({ key, cert }, (socket) => {
    const behind = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.pipe(behind).pipe(socket);
    for (const end of [socket, behind]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((done) => gate.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  gate.close();
  await place.clear();
});

describe('a server whose certificate an authority of the company has signed', () => {
  test.each(['CONNECT_CA_CERTIFICATE', 'SSL_CERT_FILE'])('is deployed to where %s names that one', async (name) => {
    const workspace = await project(`behind-${name.toLowerCase().replaceAll('_', '-')}`);
    const done = await run(overTls(), { workspace, env: { SSL_CERT_FILE: '', [name]: authority } });
    expect([done.titles('error'), done.outputs.status]).toEqual([[], 'deployed']);
    expect(done.outputs.url).toMatch(/^https:/);
  });

  test('is refused otherwise, with the variable to set', async () => {
    const workspace = await project('behind-nothing');
    const done = await run(overTls(), { workspace, env: { SSL_CERT_FILE: '' } });
    expect(done.titles('error')).toEqual(['server-unreachable']);
    expect(done.log).toContain('signed by an authority that this runner does not know');
    expect(done.log).toContain('set CONNECT_CA_CERTIFICATE or SSL_CERT_FILE');
  });

  test('is refused where the file is none of certificates, which is named', async () => {
    const file = place.path('empty.pem');
    writeFileSync(file, 'nothing\n');
    const workspace = await project('behind-an-empty-file');
    const done = await run(overTls(), { workspace, env: { SSL_CERT_FILE: '', CONNECT_CA_CERTIFICATE: file } });
    expect(done.titles('error')).toEqual(['server-unreachable']);
    expect(done.log).toContain('CONNECT_CA_CERTIFICATE names');
  });
});
