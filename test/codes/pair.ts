import type { ExecResult } from '../../src/ports/exec.ts';
import type { Changes } from '../fixtures/variant.ts';

/** The smallest project in which a code is told, and the same one mended, in which nothing is. */
export type Pair = {
  /** What is different from the base of its platform. */
  readonly wrong: Changes;
  /** Where it is told, as `file:line:column` as far as the finding has these; empty where it has no place. */
  readonly at: string;
  /** Codes that can't but be told beside it. */
  readonly with?: readonly string[];
  /** What is different once it is corrected; nothing where that is not given. */
  readonly mended?: Changes;
  /** Default: ricochet. */
  readonly on?: 'connect' | 'clever-cloud' | 'deploymill';
  /** Inputs of the action, and what the mended project has instead; a text alone is for both. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly mendedInputs?: Readonly<Record<string, string>>;
  /** What is wrong with the runner. */
  readonly runner?: Runner;
  /** What the runner of the mended project is like. */
  readonly mendedRunner?: Runner;
};

type Runner = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly event?: string;
  /** What uv answers to a subcommand, where that is not "all is well"; `none` when it is not there. */
  readonly uv?: Readonly<Record<string, Partial<ExecResult>>> | 'none';
  /** What `git ls-files` prints, where there is a checkout. */
  readonly files?: string;
};

/** A test of another file that shows a code and its absence, where that takes real programs. */
type Shown = { readonly in: string };

export type Rows = Readonly<Record<string, Pair | Shown>>;
