import { parseArgs } from 'node:util';
import { messageOf } from '../findings/finding.ts';

export const USAGE = `Usage: uv-deploy check [FOLDER] [options]

Checks a uv project for what would fail on the server. Nothing is sent anywhere, and no credential is needed.

  FOLDER                     the project, by default the current folder
  --working-directory PATH   the same, as the action's input is called
  --platform NAME            ricochet, connect, clever-cloud or deploymill; by default what the project says
  --preflight LEVEL          static (the default; nothing is run), sync, start, image or auto
  --fail-on LEVEL            error (the default) or warning
  --verbose                  shows what is done, too
  --help

The exit code is 0 when nothing fails the check, 1 when something does, and 2 when the command is not understood.
`;

/** What a command asks for: a check of a folder, with inputs of the action; or words to show, which are an error or are not. */
type Command =
  | {
      readonly is: 'check';
      readonly folder: string;
      readonly inputs: Readonly<Record<string, string>>;
      readonly isVerbose: boolean;
    }
  | { readonly is: 'usage' }
  | { readonly is: 'mistake'; readonly message: string };

/** Reads the arguments of `uv-deploy`. Values are judged later, as those of the action's inputs are. Pure. */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        platform: { type: 'string', default: '' },
        preflight: { type: 'string', default: 'static' },
        'fail-on': { type: 'string', default: 'error' },
        'working-directory': { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, verbose, 'working-directory': directory, ...inputs } = values;
    const [verb, ...folders] = positionals;
    if (help || verb === undefined) return { is: 'usage' };
    if (verb !== 'check') return mistake(`There is no command '${verb}'. Write: uv-deploy check ${verb}`);
    const [folder = '.', ...others] = [...(directory === undefined ? [] : [directory]), ...folders];
    if (others.length > 0) return mistake('A command checks one folder. Run it once for each.');
    return { is: 'check', folder, inputs, isVerbose: verbose };
  } catch (error) {
    return mistake(messageOf(error));
  }
}

const mistake = (message: string): Command => ({ is: 'mistake', message });
