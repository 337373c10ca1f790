import { describe, expect, it } from 'vitest';
import { causeOf } from '../../../../src/project/failure/causes.ts';
import { lastTraceback } from '../../../../src/project/failure/traceback.ts';

const TRACE = (last: string, line = 'x = os.environ["KEY"]', inner = '') => `INFO: starting
Traceback (most recent call last):
  File "/app/main.py", line 3, in <module>
    ${line}
    ~~~~^^^
${inner}${last}
`;

describe('the last traceback', () => {
  it('has its frames, its exception and its message', () => {
    const log = `${TRACE('ValueError: first')}\nDuring handling of the above exception, another exception occurred:\n\n${TRACE('pkg.Error: second\n  more of it\n')}\nINFO: bye`;
    expect(lastTraceback(log)).toEqual({
      frames: [{ path: '/app/main.py', line: 3, source: 'x = os.environ["KEY"]' }],
      type: 'pkg.Error',
      message: 'second\n  more of it',
    });
  });
  it('ends where the server writes of the request that failed', () => {
    for (const entry of [
      '127.0.0.1 - - [28/Nov/2026 20:35:35] "POST /_dash-update-component HTTP/1.1" 500 -',
      '::1 - - [28/Nov/2026 20:35:35] "GET / HTTP/1.1" 500 -',
    ]) {
      expect(lastTraceback(`${TRACE("KeyError: 'plum'").trimEnd()}\n${entry}\n`)?.message).toBe("'plum'");
    }
  });
  it('may be that of a file that can not be compiled', () => {
    const log = '  File "/app/main.py", line 7\n    x = (\n        ^\nSyntaxError: \'(\' was never closed\n';
    expect(lastTraceback(log)).toMatchObject({ type: 'SyntaxError', frames: [{ path: '/app/main.py', line: 7 }] });
  });
  it.each(['', 'INFO: all is well', 'Traceback (most recent call last):', '  File "x", line 1'])(
    'is none in %j',
    (log) => expect(lastTraceback(log)).toBeUndefined(),
  );
});

const codeOf = (log: string) => causeOf({ log, traceback: lastTraceback(log), isLeftOut: () => false });

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
    const cause = causeOf({ log, traceback: lastTraceback(log), isLeftOut: () => false, read });
    expect(cause?.message).toContain('SHOP_DATABASE__HOST, SHOP_TOKEN, OTHER_NAME');
  });

  it('names all variables that settings lack', () => {
    const names = Array.from({ length: 9 }, (_, index) => `VALUE_${index}`);
    const lacks = names.map(
      (name) => `${name}\n  Field required [type=missing]\n    For further information visit https://example.org`,
    );
    const said = ['pydantic_core.ValidationError: 9 validation errors for Settings', ...lacks].join('\n');
    const log = TRACE(said, 'Settings()', SETTINGS);
    const cause = causeOf({ log, traceback: lastTraceback(log), isLeftOut: () => false });
    expect(cause?.message).toContain(names.join(', '));
  });

  it('tells where a module of the project is that Python does not find, and of no package', () => {
    const log = TRACE("ModuleNotFoundError: No module named 'modules'");
    const placeOf = () => 'app';
    const cause = causeOf({ log, traceback: lastTraceback(log), isLeftOut: () => false, placeOf });
    expect(cause?.code).toBe('start-missing-module');
    expect(cause?.message).toContain('of the project, which is in app');
    expect(cause?.remedy).toContain('app.modules');
    expect(cause?.remedy).not.toContain('uv add');
  });

  it('tells a module and a file of the project that were left out', () => {
    const log = TRACE("ModuleNotFoundError: No module named 'lib.db'");
    const cause = causeOf({ log, traceback: lastTraceback(log), isLeftOut: (path) => path === 'lib/db.py' });
    expect(cause?.message).toContain('excluded from the bundle');
  });
});
