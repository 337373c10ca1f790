/** What may have been meant by a line of a pin file that uv cannot use. */

type Hint = readonly [sign: RegExp, remedy: (version: string) => string];

/** The first sign that is there decides. */
const HINTS: readonly Hint[] = [
  [/^(?:<{7}|={7}|>{7})(?: |$)/, () => 'Resolve the merge conflict, remove its markers and commit the file.'],
  [/\r/, () => 'Save the file with line ends that Linux knows (LF).'],
  [/#/, () => 'Move the comment to a line of its own.'],
  [/[^\t -~]/, (version) => `Type ${version} anew, without invisible or unusual characters.`],
  [/["']/, (version) => `Write ${version} without quotes.`],
  [/\d[\s,|]+[v\d]/, (version) => `Write one version only, for instance ${version}.`],
  [/[-.]dev|\.[x*]|\*|[\^~=<>]/, (version) => `Write ${version}, as uv has no such notation here.`],
  [/^v?\d/i, (version) => `Write the version as uv knows it, for instance ${version}.`],
  [/^(latest|stable|system|python)/i, (version) => `Write the version itself, for instance ${version}.`],
  [/(?:)/, (version) => `Write ${version} instead of a name that pyenv or pyenv-virtualenv may know, but uv does not.`],
];

/** One sentence on how to repair the line, given a version that could stand there. */
export function hintFor(line: string, version: string): string {
  const hint = HINTS.find(([sign]) => sign.test(line));
  return hint ? hint[1](version) : '';
}
