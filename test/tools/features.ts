/** A test that shows what a cell of the table says: its file, and its name as it stands there. */
export type Proof = readonly [file: string, name: string];

/** A row of the comparison in docs/connect.md. */
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
    feature: 'Creates content, and finds it again by name and owner',
    proof: [ACTION, 'finds its own content and not that of another owner with the same name'],
    actions: ['no', 'README.md'],
    rsconnect: ['creates only', PEER, RECORD],
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
    actions: ['uses the existing type', 'src/connect_actions/apptype.py'],
    rsconnect: ['entrypoint', PEER, TYPES],
  },
  {
    feature: 'Installs exactly what `uv.lock` says, without dev groups',
    proof: [PEER, LOCKED],
    actions: ['with dev groups', 'deploy/scripts/generate-requirements.sh'],
    rsconnect: ['with dev groups', PEER, EXPORT],
  },
  {
    feature: 'Requests only the project’s Python',
    proof: [PEER, LOCKED],
    actions: ['the runner’s too', 'deploy/scripts/deploy.sh'],
    rsconnect: ['the runner’s too', PEER, EXPORT],
  },
  {
    feature: 'Reports before the upload that the server lacks that Python',
    proof: [ACTION, 'a Python that the server does not have is reported, with those it has'],
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
    proof: [ACTION, 'content of another type is reported'],
    actions: ['uses the existing type', 'src/connect_actions/apptype.py'],
    rsconnect: ['not by id', PEER, 'refuses another type by its record, and uploads it for an id'],
  },
  {
    feature: 'Tests a draft before activating it',
    proof: [ACTION, 'is tried out as a draft first, and then activated'],
    actions: ['by its client', 'deploy/scripts/deploy.sh'],
    rsconnect: ['yes', PEER, FIRST],
  },
  {
    feature: 'Previews of pull requests, removed when they are closed',
    proof: [PREVIEWS, 'is a draft of the live content from its opening to its end'],
    actions: ['yes', 'README.md'],
    rsconnect: ['no', PEER, DRAFTS],
  },
  {
    feature: 'Activates a preview without another upload',
    proof: [PREVIEWS, 'is made live by the deployment of the same files, without another upload, and then stays'],
    actions: ['no', 'deploy/scripts/deploy.sh'],
    rsconnect: ['no', PEER, DRAFTS],
  },
  {
    feature: 'Rolls back an unhealthy release',
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
    feature: 'Shows the log of a failed job',
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

/** A row of the comparison in docs/clever-cloud.md. */
export type CleverFeature = {
  readonly feature: string;
  readonly proof: Proof;
  /** What 47ng/actions-clever-cloud 2.2.0 does, and the file of its repository that says so: it runs in Docker alone. */
  readonly deploys: readonly [cell: string, file: string];
  /** The same of CleverCloud/clever-cloud-review-app 2.0.2. */
  readonly reviews: readonly [cell: string, file: string];
};

const WORKFLOWS = 'test/workflows/clever-cloud.test.ts';
const CONTRACT = 'test/platforms/contract.ts';
const STEPS = 'test/platforms/clever-cloud/faults.test.ts';
const PREVIEWED = 'deploys what is pushed, and gives a pull request a preview from its opening to its end';
const BACK = 'puts the release before back when the new one is not healthy';
const NO: readonly [string, string] = ['no', 'action.yml'];

export const CLEVER_FEATURES: readonly CleverFeature[] = [
  {
    feature: 'Creates the app, and finds it again by owner and name',
    proof: [CONTRACT, 'the first deployment creates the app, and the second one updates it'],
    deploys: ['no', 'README.md'],
    reviews: ['creates only', 'action.yml'],
  },
  {
    feature: 'Pushes the files as a commit of their own: no full clone',
    proof: ['test/unit/platforms/clever-cloud/git/remote.test.ts', 'puts a commit after the one that is there'],
    deploys: ['full clone', 'src/git.ts'],
    reviews: ['full clone', 'README.md'],
  },
  {
    feature: 'Reports before the push what Clever Cloud would refuse: lock, run command, port, Python',
    proof: ['test/platforms/clever-cloud/refused.test.ts', 'a project that %s (%s)'],
    deploys: NO,
    reviews: NO,
  },
  {
    feature: 'Finds the run command, and starts the app before the push',
    proof: ['test/platforms/clever-cloud/detected.test.ts', '%s, tried out on the runner'],
    deploys: NO,
    reviews: NO,
  },
  {
    feature: 'Size, instances and flags, changed where they differ',
    proof: [STEPS, 'gets those of its settings that differ, and no others'],
    deploys: NO,
    reviews: ['size, once', 'action.yml'],
  },
  {
    feature: 'Variables, restored if the release does not go live',
    proof: [STEPS, 'that fails shows the end of its log and the cause in it, and has its variables put back'],
    deploys: ['single lines, left', 'README.md'],
    reviews: ['once', 'action.yml'],
  },
  {
    feature: 'Domains of production',
    proof: [STEPS, 'is an app of its own, and the domains stay with production'],
    deploys: NO,
    reviews: ['of a preview', 'action.yml'],
  },
  {
    feature: 'Health checks, and rollback to the previous release',
    proof: [WORKFLOWS, BACK],
    deploys: NO,
    reviews: NO,
  },
  {
    feature: 'Does nothing when the files are live already',
    proof: [CONTRACT, 'what is live already is not deployed again'],
    deploys: ['an error, or as chosen', 'README.md'],
    reviews: NO,
  },
  {
    feature: 'Says why a deployment failed, from its log',
    proof: [STEPS, 'that fails shows the end of its log and the cause in it, and has its variables put back'],
    deploys: ['shows the log', 'README.md'],
    reviews: ['shows the log', 'action.yml'],
  },
  {
    feature: 'A deployment that takes too long fails the job',
    proof: [STEPS, 'in a state that nobody knows is waited for, and told once'],
    deploys: ['stays green', 'README.md'],
    reviews: ['waits on', 'action.yml'],
  },
  {
    feature: 'Cancels the deployment along with the job',
    proof: [STEPS, 'is cancelled along with the step, and its variables are put back'],
    deploys: NO,
    reviews: NO,
  },
  {
    feature: 'Previews of pull requests with a comment, removed when they are closed',
    proof: [WORKFLOWS, PREVIEWED],
    deploys: NO,
    reviews: ['yes', 'action.yml'],
  },
  {
    feature: 'Gives a preview only the secrets that are named for it',
    proof: [STEPS, 'is marked, and gets those variables of the step that are named for it'],
    deploys: ['no previews', 'action.yml'],
    reviews: ['all `GH_*`', 'action.yml'],
  },
  {
    feature: 'Removes only what is marked as a preview, including leftovers',
    proof: [WORKFLOWS, 'removes forgotten previews'],
    deploys: ['no previews', 'action.yml'],
    reviews: ['on closing only', 'action.yml'],
  },
  {
    feature: 'Runs tasks to their end, with parameters',
    proof: [WORKFLOWS, 'runs a task when it is asked to, on a schedule and by hand'],
    deploys: NO,
    reviews: NO,
  },
  {
    feature: 'Outputs: URL, id, status and health',
    proof: [WORKFLOWS, PREVIEWED],
    deploys: ['`timedOut`', 'action.yml'],
    reviews: NO,
  },
];

/** A row of the table of features for deploymill, for which there is no other action: `on` is what its test runs on. */
export type MillFeature = { readonly feature: string; readonly proof: Proof; readonly on: string };

const MILL = 'test/platforms/deploymill/faults.test.ts';
const MILL_CHECKS = 'test/action/deploymill-checks.test.ts';
const MILL_PREFLIGHT = 'test/platforms/deploymill/preflight.test.ts';
const MILL_IMAGE = 'test/platforms/deploymill/preflight-image.test.ts';

export const MILL_FEATURES: readonly MillFeature[] = [
  {
    feature: 'Tells at its line, without a credential, what would fail in the build or at the health gate',
    proof: [MILL_CHECKS, 'that %s: %s'],
    on: 'files alone, and each one fails on an emulated server',
  },
  {
    feature: 'Runs what the Dockerfile installs, with the files that were copied by then',
    proof: [MILL_PREFLIGHT, 'fails at its line where the build of the project reads what is copied after it'],
    on: 'a runner, with uv',
  },
  {
    feature: 'Starts the image’s command on read-only files, and asks its health path',
    proof: [MILL_PREFLIGHT, 'is tried out with its own command and PORT, by the gate of the platform'],
    on: 'a runner, with uv',
  },
  {
    feature: 'Builds and starts the real image, where docker is',
    proof: [MILL_IMAGE, 'builds the image and starts it with the limits of the platform'],
    on: 'a runner, with real or emulated docker',
  },
  {
    feature: 'Finds wheels for glibc in an image of Alpine',
    proof: ['test/platforms/deploymill/alpine.test.ts', 'needs wheels for musl of what is locked'],
    on: 'files alone',
  },
  {
    feature: 'Refuses to deploy another commit than that of the run',
    proof: [MILL, 'is only begun for the commit that would be deployed, which is named otherwise'],
    on: 'an emulated server',
  },
  {
    feature: 'Calls `deploy` once, whatever becomes of the answer',
    proof: [MILL, 'whose answer is lost is looked for, and never started twice'],
    on: 'an emulated server',
  },
  {
    feature: 'Deploys once more without the cache where nothing new went live',
    proof: [MILL, 'that changes no image is made once more, without the cache'],
    on: 'an emulated server',
  },
  {
    feature: 'Sets variables, and refuses secrets among them',
    proof: [MILL, 'adds plain variables to those of the app, and refuses secrets before anything is changed'],
    on: 'an emulated server',
  },
  {
    feature: 'Says why a deployment failed, at the line of the project',
    proof: [MILL, 'that does not start is reported at the line of the source'],
    on: 'an emulated server',
  },
  {
    feature: 'Goes back to the release before, when the new one is not healthy',
    proof: [CONTRACT, 'a broken release fails the run, and the message is not that it went well'],
    on: 'an emulated server',
  },
  {
    feature: 'Previews of pull requests with a comment, removed at their end',
    proof: ['test/workflows/deploymill.test.ts', PREVIEWED],
    on: 'emulated servers of deploymill and GitHub',
  },
  {
    feature: 'Warns of a preview that uses the data of production',
    proof: [MILL, 'is warned of where it uses the data of production'],
    on: 'an emulated server',
  },
  {
    feature: 'Fits its calls to the server’s own schemas, and says what it does not know',
    proof: [MILL, 'that wants an argument nobody knows is not called, until the settings name it'],
    on: 'an emulated server',
  },
];

/** A table in Markdown; nothing is padded, so that a change of one cell is a change of one line. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
};

/** The comparisons, by the names of their places in docs/. */
export const featureTables = (): Readonly<Record<'features' | 'clever-features' | 'mill-features', string>> => ({
  features: table(
    ['', 'uv-deploy', 'posit-dev/connect-actions', 'rsconnect-python'],
    FEATURES.map(({ feature, actions: [theirs], rsconnect: [client] }) => [feature, 'yes', theirs, client]),
  ),
  'clever-features': table(
    ['', 'uv-deploy', '47ng/actions-clever-cloud', 'clever-cloud-review-app'],
    CLEVER_FEATURES.map(({ feature, deploys: [theirs], reviews: [other] }) => [feature, 'yes', theirs, other]),
  ),
  'mill-features': table(
    ['', 'uv-deploy', 'shown on'],
    MILL_FEATURES.map(({ feature, on }) => [feature, 'yes', on]),
  ),
});
