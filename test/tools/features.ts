/** A test that shows what a cell of the table says: its file, and its name as it stands there. */
export type Proof = readonly [file: string, name: string];

/** A row of the README's table of features for Posit Connect. */
export type Feature = {
  readonly feature: string;
  readonly proof: Proof;
  /** What connect-actions does: it can't be run here, so the file of its repository, at 8cb5ac2 of July 2026, is named. */
  readonly actions: readonly [cell: string, file: string];
  readonly rsconnect: readonly [cell: string, ...Proof];
};

const ACTION = 'test/action/connect.test.ts';
const PREVIEWS = 'test/action/connect-previews.test.ts';
const PEER = 'test/action/connect-peer.test.ts';
const DRAFTS = 'leaves a draft that it has no command to remove, and uploads the same files again to make them live';
const UNHEALTHY =
  'leaves an unhealthy release live on a server without drafts, and names the log without what is in it';
const RECORD =
  'finds content by its record of it, uploads the same files again, and makes other content without the record';
const TYPES = 'has a command for each type, which has to be given, and looks for the entrypoint';
const EXPORT = 'exports the lock with its development group, and asks for the Python of the runner beside the pin';
const FIRST = 'sets variables and title before the upload, looks at a draft, and activates it';
const LOCKED = 'installs what the lock says without its development group, on the Python of the project alone';
const FRAMEWORKS: Proof = ['test/action/connect-frameworks.test.ts', '%s as %s'];

export const FEATURES: readonly Feature[] = [
  {
    feature: 'Makes content, and finds it again by name and owner',
    proof: [ACTION, 'finds its own content and not that of another owner with the same name'],
    actions: ['no', 'README.md'],
    rsconnect: ['makes only', PEER, RECORD],
  },
  {
    feature: 'Flask, FastAPI, Dash, Streamlit, Shiny, Bokeh, Gradio, Panel',
    proof: FRAMEWORKS,
    actions: ['5 of 8', 'src/connect_actions/apptype.py'],
    rsconnect: ['yes', PEER, TYPES],
  },
  {
    feature: 'Detects type and entrypoint',
    proof: FRAMEWORKS,
    actions: ['takes the live type', 'src/connect_actions/apptype.py'],
    rsconnect: ['entrypoint', PEER, TYPES],
  },
  {
    feature: 'Installs exactly what `uv.lock` says, without dev groups',
    proof: [PEER, LOCKED],
    actions: ['with dev groups', 'deploy/scripts/generate-requirements.sh'],
    rsconnect: ['with dev groups', PEER, EXPORT],
  },
  {
    feature: 'Asks for the project’s Python alone',
    proof: [PEER, LOCKED],
    actions: ['the runner’s too', 'deploy/scripts/deploy.sh'],
    rsconnect: ['the runner’s too', PEER, EXPORT],
  },
  {
    feature: 'Tells before the upload that the server lacks that Python',
    proof: [ACTION, 'a Python that the server does not have is told of, with those it has'],
    actions: ['no', 'deploy/action.yml'],
    rsconnect: [
      'by another command',
      PEER,
      'uploads what no Python of the server can run, and tells of it before by another command',
    ],
  },
  {
    feature: 'Starts the app before the upload, and names the line that fails',
    proof: ['test/action/connect-checks.test.ts', 'tells the line of the project that raises'],
    actions: ['no', 'deploy/scripts/deploy.sh'],
    rsconnect: ['no', PEER, UNHEALTHY],
  },
  {
    feature: 'Checks that the type has not changed',
    proof: [ACTION, 'content of another type is told of'],
    actions: ['takes the live type', 'src/connect_actions/apptype.py'],
    rsconnect: ['not by id', PEER, 'refuses another type by its record, and uploads it for an id'],
  },
  {
    feature: 'Draft, look, activate',
    proof: [ACTION, 'is tried out as a draft first, and then activated'],
    actions: ['by its client', 'deploy/scripts/deploy.sh'],
    rsconnect: ['yes', PEER, FIRST],
  },
  {
    feature: 'Previews of pull requests, removed at their end',
    proof: [PREVIEWS, 'is a draft of the live content from its opening to its end'],
    actions: ['yes', 'README.md'],
    rsconnect: ['no', PEER, DRAFTS],
  },
  {
    feature: 'Makes a preview live without another upload',
    proof: [PREVIEWS, 'is made live by the deployment of the same files, without another upload, and then stays'],
    actions: ['no', 'deploy/scripts/deploy.sh'],
    rsconnect: ['no', PEER, DRAFTS],
  },
  {
    feature: 'Back to the bundle before, when the new one is not healthy',
    proof: [
      'test/action/connect-rollback.test.ts',
      'puts the release back that was healthy, says so, and fails the run all the same',
    ],
    actions: ['no', 'deploy/action.yml'],
    rsconnect: ['no', PEER, UNHEALTHY],
  },
  {
    feature: 'Variables only change after the upload',
    proof: [PEER, 'changes variables only once the bundle is on the server'],
    actions: ['no input for them', 'deploy/action.yml'],
    rsconnect: ['before it', PEER, FIRST],
  },
  {
    feature: 'Settings, access and vanity URL',
    proof: [ACTION, 'brings the settings in line, and only those that differ'],
    actions: ['no', 'deploy/action.yml'],
    rsconnect: ['title', PEER, 'has options for title and image, and for no other setting of the content'],
  },
  {
    feature: 'Does nothing when the bundle is live already',
    proof: [PEER, 'sends nothing when the bundle is live already'],
    actions: ['no', 'deploy/scripts/deploy.sh'],
    rsconnect: ['no', PEER, RECORD],
  },
  {
    feature: 'Says what a failed job has logged',
    proof: [ACTION, 'whose draft is not healthy leaves what is live alone, and shows the log of the app'],
    actions: ['no', 'deploy/scripts/deploy.sh'],
    rsconnect: ['links it', PEER, UNHEALTHY],
  },
  {
    feature: 'Without a secret (trusted publishing)',
    proof: [
      'test/action/connect-sign-on.test.ts',
      'the workflow signs in with its identity, deploys, previews and tears down',
    ],
    actions: ['yes', 'README.md'],
    rsconnect: [
      'yes',
      'test/emulators/connect-rsconnect.test.ts',
      'logs in with the identity token of a workflow, and deploys as nobody',
    ],
  },
];

/** The table as it stands in the README. */
export function featureTable(): string {
  const rows = FEATURES.map(({ feature, actions: [theirs], rsconnect: [client] }) => [feature, 'yes', theirs, client]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const header = ['', 'uv-deploy', 'posit-dev/connect-actions', 'rsconnect-python'];
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
