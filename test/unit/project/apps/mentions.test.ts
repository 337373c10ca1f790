import { expect, it } from 'vitest';
import { mayHaveApps } from '../../../../src/project/apps/mentions.ts';

const ROUTES = 'from fastapi import APIRouter\nfrom .models import Order\nrouter = APIRouter()\n';
const MADE = 'from fastapi import FastAPI\napp = FastAPI()\n';
const unrelated = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`other${index}.py`, MADE]));

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Those of the files that may have an app; a file without a text is one that nobody reads. */
const having = (tree: Readonly<Record<string, string | undefined>>): string[] => {
  const sources = Object.entries(tree).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
  return Object.keys(tree).filter(mayHaveApps(sources, Object.keys(tree)));
};

it.each<[what: string, tree: Readonly<Record<string, string | undefined>>, having: readonly string[]]>([
  ['the file that makes it', { 'main.py': MADE, 'routes.py': ROUTES, 'models.py': 'class Order: ...' }, ['main.py']],
  [
    'what takes it from there, over several files',
    {
      'main.py': 'from web import app',
      'web.py': 'import factory\napp = factory.make()',
      'factory.py': MADE,
      'x.py': '',
    },
    ['main.py', 'web.py', 'factory.py'],
  ],
  [
    'what takes it from a package, by its name or from within',
    { 'pkg/__init__.py': MADE, 'run.py': 'import pkg', 'pkg/sub/wsgi.py': 'from .. import app', 'routes.py': ROUTES },
    ['pkg/__init__.py', 'run.py', 'pkg/sub/wsgi.py'],
  ],
  [
    'what takes it from the package that is the project itself',
    { '__init__.py': MADE, 'main.py': 'from . import app', 'sub/run.py': 'from .. import app' },
    ['__init__.py', 'main.py', 'sub/run.py'],
  ],
  [
    'only what is as many steps away as names are followed',
    { 'm0.py': MADE, ...Object.fromEntries(STEPS.map((step) => [`m${step}.py`, `from m${step - 1} import app`])) },
    ['m0.py', 'm1.py', 'm2.py', 'm3.py', 'm4.py', 'm5.py', 'm6.py'],
  ],
  [
    'what takes it from a file that is not read',
    { 'deep/a/b/c/make.py': undefined, 'main.py': 'from deep.a.b.c.make import app', 'routes.py': ROUTES },
    ['deep/a/b/c/make.py', 'main.py'],
  ],
  [
    'all files beside one whose name is no word for a pattern',
    { 'größe.py': MADE, 'main.py': 'from größe import app', 'routes.py': ROUTES },
    ['größe.py', 'main.py', 'routes.py'],
  ],
  ['no file without one', { 'routes.py': ROUTES, 'models.py': 'class Order: ...' }, []],
])('an app may be in %s', (_, tree, expected) => expect(having(tree)).toEqual(expected));

it('an app may be in any file of a project with very many of them', () => {
  expect(having({ ...unrelated(600), 'routes.py': ROUTES })).toContain('routes.py');
});
