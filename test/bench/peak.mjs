// Imported by a process that is measured: writes down the most memory it had resident, in kB, when it ends.
import { writeFileSync } from 'node:fs';

const file = process.env.UV_DEPLOY_PEAK;
if (file) process.once('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS)));
