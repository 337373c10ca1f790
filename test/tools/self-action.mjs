// Makes .github/actions/uv-deploy/action.yml: the action once more, in a folder, because the reusable workflow takes the action of its
// own commit with `uses: $/<folder>`, which has no word for the repository's root.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

export const SELF_ACTION = '.github/actions/uv-deploy/action.yml';

const HEADER = `# Made from the repository's action.yml by \`npm run build\`; change that one.
# .github/workflows/deploy.yml uses it, to run the action of its own commit.
`;

/** The text for the folder, from the text of the root's action.yml. @param {string} text */
export const selfAction = (text) =>
  HEADER + text.replace(/^( {2}(?:main|post): )(dist\/.*)$/gm, (_, key, file) => `${key}../../../${file}`);

export function writeSelfAction() {
  const file = join(root, SELF_ACTION);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, selfAction(readFileSync(join(root, 'action.yml'), 'utf8')));
}
