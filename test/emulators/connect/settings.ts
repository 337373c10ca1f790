import { checkFields, type Fields } from './fields.ts';
import { Rejection } from './rejection.ts';

/** The writable fields of a content item (Posit Publisher's types). A null goes back to the server's default. */
const FIELDS: Fields = {
  name: 'string',
  title: 'string?',
  description: 'string',
  access_type: 'string',
  owner_guid: 'string',
  locked: 'boolean',
  locked_message: 'string',
  connection_timeout: 'integer?',
  read_timeout: 'integer?',
  init_timeout: 'integer?',
  idle_timeout: 'integer?',
  max_processes: 'integer?',
  min_processes: 'integer?',
  max_conns_per_process: 'integer?',
  load_factor: 'number?',
  cpu_request: 'number?',
  cpu_limit: 'number?',
  memory_request: 'integer?',
  memory_limit: 'integer?',
  amd_gpu_limit: 'integer?',
  nvidia_gpu_limit: 'integer?',
  run_as: 'string?',
  run_as_current_user: 'boolean',
  default_image_name: 'string?',
  default_r_environment_management: 'boolean?',
  default_py_environment_management: 'boolean?',
  service_account_name: 'string?',
  extension: 'boolean',
};

/** What a new item has; the numbers are null, which means the server's own. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {
  title: null,
  description: '',
  access_type: 'acl',
  locked: false,
  locked_message: '',
  connection_timeout: null,
  read_timeout: null,
  init_timeout: null,
  idle_timeout: null,
  max_processes: null,
  min_processes: null,
  max_conns_per_process: null,
  load_factor: null,
  cpu_request: null,
  cpu_limit: null,
  memory_request: null,
  memory_limit: null,
  amd_gpu_limit: null,
  nvidia_gpu_limit: null,
  run_as: null,
  run_as_current_user: false,
  default_image_name: null,
  default_r_environment_management: null,
  default_py_environment_management: null,
  service_account_name: null,
  extension: false,
};

export const ACCESS_TYPES = ['all', 'logged_in', 'acl'];

const length = (value: unknown): number => [...String(value)].length;

/** A row for each rule on a value: the code, what is said, and whether the value breaks it. */
const RULES: readonly [string, 5 | 117 | 122 | 123, string, (value: unknown) => boolean][] = [
  [
    'name',
    5,
    'The name must be between 3 and 64 alphanumeric characters, dashes and underscores',
    (value) => !/^[A-Za-z0-9_-]{3,64}$/.test(String(value)),
  ],
  [
    'title',
    122,
    'The title must be between 3 and 1024 characters',
    (value) => value !== null && (length(value) < 3 || length(value) > 1024),
  ],
  ['description', 123, 'The description must not exceed 4096 characters', (value) => length(value) > 4096],
  ['access_type', 117, 'The access type is unknown', (value) => !ACCESS_TYPES.includes(String(value))],
];

/** The settings in a body. @throws Rejection (121, 5, 117, 118, 122, 123) */
export const checkSettings = (body: unknown, allowedAccess: readonly string[]): Record<string, unknown> => {
  const settings = checkFields(body, FIELDS);
  for (const [field, code, message, breaks] of RULES) {
    if (field in settings && breaks(settings[field])) throw new Rejection(code, message);
  }
  const { access_type: access } = settings;
  if (typeof access === 'string' && !allowedAccess.includes(access)) {
    throw new Rejection(118, 'The access type is prohibited by the server configuration');
  }
  return settings;
};
