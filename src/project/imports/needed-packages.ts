/**
 * What frameworks bring that works only with a package which they do not depend on, by its full name (their documentation, and the
 * errors that they raise without it).
 */
const NEEDED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'python-multipart': [
      ...['fastapi.Form', 'fastapi.File', 'fastapi.UploadFile', 'fastapi.param_functions.Form'],
      ...['fastapi.security.OAuth2PasswordRequestForm', 'fastapi.security.OAuth2PasswordRequestFormStrict'],
    ],
    'email-validator': ['pydantic.EmailStr', 'pydantic.NameEmail', 'pydantic.networks.EmailStr'],
    jinja2: ['fastapi.templating.Jinja2Templates', 'starlette.templating.Jinja2Templates'],
    itsdangerous: ['starlette.middleware.sessions.SessionMiddleware'],
    httpx: ['fastapi.testclient.TestClient', 'starlette.testclient.TestClient'],
  }).flatMap(([name, users]) => users.map((user) => [user, name] as const)),
);

/** The normal name of the package without which something imported does not work, where it is not a dependency of its own package. */
export const neededBy = (module: string, name: string): string | undefined => NEEDED.get(`${module}.${name}`);
