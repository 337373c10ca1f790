import { dirname } from 'node:path';
import { uvEnvironment } from '../servers/host/environment.ts';
import { uv } from './uv.ts';

/** Posit's own client, the oracle for what Connect reads. */
export const RSCONNECT = 'rsconnect-python==1.32.0';

/** It needs uv on PATH, and it may neither ask for its newest version nor find a configuration of the user. */
export const rsconnectEnvironment = (): Record<string, string> => ({
  ...uvEnvironment({}, [dirname(uv)]),
  UV_SYSTEM_CERTS: process.env.UV_SYSTEM_CERTS ?? 'true',
  RSCONNECT_DISABLE_VERSION_CHECK: '1',
});
