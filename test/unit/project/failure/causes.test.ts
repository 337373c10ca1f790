import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../../src/project/failure/causes.ts';
import { tracebacks } from '../../../../src/project/failure/traceback.ts';

const TRACE = (last: string, line = 'x = os.environ["KEY"]', inner = '') => `INFO: starting
Traceback (most recent call last):
  File "/app/main.py", line 3, in <module>
    ${line}
    ~~~~^^^
${inner}${last}
`;

const evidence = (log: string) =>
  ({ kind: 'app', log, traceback: tracebacks(log).at(-1), isLeftOut: () => false }) as const;
const codeOf = (log: string) => causeOf(evidence(log));

describe('a cause', () => {
  const OS = '  File "<frozen os>", line 685, in __getitem__\n';
  const SETTINGS = '  File "/env/pydantic_settings/main.py", line 1, in __init__\n';
  it.each<[log: string, code: string, says: string]>([
    [TRACE("ModuleNotFoundError: No module named 'yaml'"), 'start-missing-module', "'yaml'"],
    [
      TRACE(
        'openai.OpenAIError: The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable',
        'OpenAI()',
      ),
      'start-missing-variable',
      'OPENAI_API_KEY',
    ],
    ['/env/bin/python: No module named uvicorn', 'start-missing-module', "'uvicorn'"],
    [TRACE("KeyError: 'KEY'"), 'start-missing-variable', 'KEY'],
    [TRACE("KeyError: 'KEY'", 'settings()', OS), 'start-missing-variable', 'KEY'],
    [
      TRACE(
        'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings\ndatabase_url\n  Field required [type=missing, input_value={}]',
        'Settings()',
        SETTINGS,
      ),
      'start-missing-variable',
      'DATABASE_URL',
    ],
    [
      TRACE('django.core.exceptions.ImproperlyConfigured: Set the SECRET environment variable', 'env()'),
      'start-missing-variable',
      'SECRET',
    ],
    [
      TRACE('decouple.UndefinedValueError: TOKEN not found. Declare it as envvar or define a default value.', 'f()'),
      'start-missing-variable',
      'TOKEN',
    ],
    [TRACE("FileNotFoundError: [Errno 2] No such file or directory: 'a/b.csv'"), 'start-missing-file', 'a/b.csv'],
    [
      'ERROR:    [Errno 98] error while attempting to bind on address: address already in use',
      'start-port-in-use',
      'port',
    ],
    ['Port 8501 is not available; Port 8501 is already in use', 'start-port-in-use', 'port'],
    ['ERROR:    Error loading ASGI app. Attribute "app" not found in module "app".', 'start-no-app', 'Attribute "app"'],
    ["Error: Failed to find Flask application or factory in module 'app'.", 'start-no-app', 'Flask'],
  ])('of %j', (log, code, says) => {
    const cause = codeOf(log);
    expect(cause?.code).toBe(code);
    expect(cause?.message).toContain(says);
  });

  it.each([TRACE("KeyError: 'KEY'", 'x = table["KEY"]'), TRACE('ValueError: no good'), 'killed', ''])(
    'is not made up from %j',
    (log) => expect(codeOf(log)).toBeUndefined(),
  );

  it('names the variables of a settings class by their whole names', () => {
    const source = `class Database(BaseModel):
    host: str
    port: int = 5432

class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_nested_delimiter="__")
    database: Database
    token: str = Field(description="x")
    other: str = Field(alias="OTHER_NAME")
`;
    const log = TRACE(
      ['pydantic_core.ValidationError: 3 validation errors for Settings', 'database', 'token', 'OTHER_NAME']
        .join('\n  Field required [type=missing]\n')
        .replace('Settings\n  Field required [type=missing]', 'Settings') + '\n  Field required [type=missing]',
      'Settings()',
      SETTINGS,
    );
    const read = (path: string) => (path === '/app/main.py' ? source : undefined);
    const cause = causeOf({ ...evidence(log), read });
    expect(cause?.message).toContain('SHOP_DATABASE__HOST, SHOP_TOKEN, OTHER_NAME');
  });

  it('names all variables that settings lack', () => {
    const names = Array.from({ length: 9 }, (_, index) => `VALUE_${index}`);
    const lacks = names.map(
      (name) => `${name}\n  Field required [type=missing]\n    For further information visit https://example.org`,
    );
    const said = ['pydantic_core.ValidationError: 9 validation errors for Settings', ...lacks].join('\n');
    const log = TRACE(said, 'Settings()', SETTINGS);
    const cause = codeOf(log);
    expect(cause?.message).toContain(names.join(', '));
  });

  it('tells where a module of the project is that Python does not find, and of no package', () => {
    const log = TRACE("ModuleNotFoundError: No module named 'modules'");
    const placeOf = () => 'app';
    const cause = causeOf({ ...evidence(log), placeOf });
    expect(cause?.code).toBe('start-missing-module');
    expect(cause?.message).toContain('of the project, which is in app');
    expect(cause?.remedy).toContain('app.modules');
    expect(cause?.remedy).not.toContain('uv add');
  });

  it('is that of a task where it is one', () => {
    const cause = causeOf({ ...evidence(TRACE("KeyError: 'KEY'")), kind: 'task' });
    expect(cause?.message).toBe('The task needs the variable KEY, which is not set.');
  });

  it('tells a module and a file of the project that were left out', () => {
    const log = TRACE("ModuleNotFoundError: No module named 'lib.db'");
    const cause = causeOf({ ...evidence(log), isLeftOut: (path) => path === 'lib/db.py' });
    expect(cause?.message).toContain('excluded from the bundle');
  });
});
