import type { BundleFile } from '../bundle/source.ts';
import type { Finding } from '../findings/finding.ts';
import type { Inputs, PlatformName } from '../inputs/inputs.ts';
import type { SettingsTable } from '../inputs/setting.ts';
import type { Asked, Foreign } from '../inputs/settings.ts';
import type { HttpResponse } from '../ports/http/http.ts';
import type { Project } from '../project/project.ts';
import type { TargetDefaults } from '../project/target.ts';
import type { Access, Connection, GatewayDeps, Identity, LocateDeps, SignOnDeps } from './gateway.ts';
import type { Plan } from './plan.ts';

/** The variables that give credentials when the inputs do not. */
type CredentialNames = {
  readonly server?: string;
  readonly token: string;
  /** The second half, where the platform has one. */
  readonly secret?: { readonly env: string; readonly isRequired: boolean };
  /** A token that needs no secret, taken where no other one is given. */
  readonly single?: string;
  /** Key and secret of the application that the token was made for, where that is not the platform's own. */
  readonly consumer?: { readonly key: string; readonly secret: string };
};

/** How general sentences speak of a platform. */
type Words = {
  /** What people sign in with, such as `API key`. */
  readonly credential: string;
  /** What to do when an app sends everybody to a login page, who should see it. */
  readonly privateApp?: string;
  /** What to do instead of invoking a task, where the platform has none. */
  readonly noTasks?: string;
  /** What to do where the platform does not tell the app's address. */
  readonly noUrl?: string;
};

export type Platform = {
  readonly name: PlatformName;
  readonly words: Words;
  readonly credentials: CredentialNames;
  /** What its machines are, as far as nobody says more. */
  readonly server: TargetDefaults;
  /** Whether its Python is one that requires-python accepts, where the project has no pin. */
  readonly takesRange?: boolean;
  /** Whether the code of local packages is copied to where it is imported from, and never built. */
  readonly copiesLocal?: boolean;
  /** What tells its server from others: an answer that needs no credential. */
  readonly sign?: { readonly path: string; fits(response: HttpResponse): boolean };
  /** Whether an answer at an app's address is the platform's own, such as "there is no such content". */
  isOwn?(answer: { readonly status: number; readonly text: string }): boolean;
  /** Keys of `[tool.uv-deploy.<platform>]` beside those that are named as inputs; `plan` reads them from `inputs.own`. */
  readonly settings: SettingsTable;
  /** What the platform's other clients have written down of a project. */
  foreign?(project: Project, asked: Asked): Foreign | undefined;
  readonly defaultServer?: string;
  /** The server's own address, from that of one of its pages. Asks the server where it must, without the credential. */
  locate?(url: string, deps: LocateDeps): Promise<string>;
  /** Gets a short-lived token for the identity of the workflow, where the platform trusts GitHub. */
  signIn?(server: string, deps: SignOnDeps): Promise<string>;
  /** Which item a project is, as far as its files and the inputs tell: nothing else of the project is judged. Needs no network. */
  identify(project: Project, inputs: Inputs): Promise<{ identity?: Identity; findings: Finding[] }>;
  /** Opens the platform for one item, without a plan. */
  open(identity: Identity, access: Access, deps: GatewayDeps): Promise<Connection>;
  /**
   * Checks the platform's own file and decides what the project will be. Needs no network. Without a plan, a finding is an error;
   * `withoutPython` then says that nothing speaks for Python, so that its files are not missed. `candidates` lists the project's files for detection; it is only called where detection is needed.
   * `earlier` answers the text of a file in the commit that this one is to replace, where git has that.
   */
  plan(
    project: Project,
    inputs: Inputs,
    candidates: () => Promise<readonly BundleFile[]>,
    earlier: (path: string) => Promise<string | undefined>,
  ): Promise<{ plan?: Plan; withoutPython?: true; findings: Finding[] }>;
};
