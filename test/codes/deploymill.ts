import { type Changes, last, pyproject, swap } from '../fixtures/variant.ts';
import type { Pair, Rows } from './pair.ts';

const on = 'deploymill';
const FILE = '.deploymill/project.json';

/** One text of the Dockerfile in the place of another. */
const dockerfile = (from: string | RegExp, to: string, line: number, more: Partial<Pair> = {}): Pair => ({
  ...{ on, wrong: { Dockerfile: swap(from, to) }, at: `Dockerfile:${line}` },
  ...more,
});
const command = (text: string, more: Partial<Pair> = {}): Pair => dockerfile('["python", "serve.py"]', text, 15, more);
/** One text of project.json in the place of another. */
const json = (from: string | RegExp, to: string, line: number | string, more: Partial<Pair> = {}): Pair => ({
  ...{ on, wrong: { [FILE]: swap(from, to) }, at: `${FILE}:${line}` },
  ...more,
});
const key = (text: string, more: Partial<Pair> = {}): Pair => json('"mounts": []', text, 7, more);

const BACKEND = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
const WORKER: Changes = { [FILE]: '{ "version": 2, "name": "shop", "workload": "worker" }\n' };
const FASTAPI: Changes = {
  'pyproject.toml': pyproject(['fastapi', 'uvicorn']),
};

/** What only deploymill minds. */
export const DEPLOYMILL: Rows = {
  'base-python': dockerfile(/3\.11-slim$/m, '3.10-slim', 7, { with: ['site-packages-path'] }),
};
void [last, command, key, BACKEND, WORKER, FASTAPI];
