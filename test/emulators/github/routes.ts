import { type Answer, type Call, json } from '../host/listener.ts';
import type { Params } from '../host/router.ts';
import { ApiError, notFound, paged } from './answers.ts';
import type { BODIES } from './bodies.ts';
import { type CommentRecord, type Comments, commentView } from './comments.ts';
import { type DeploymentRecord, type Deployments, deploymentView } from './deployments.ts';
import { type Pull, type Pulls, pullView } from './pulls.ts';
import type { TokenOptions } from './tokens.ts';

/** Everything the server keeps of its repository. */
export type Keeping = {
  readonly repository: string;
  readonly pulls: Pulls;
  readonly comments: Comments;
  readonly deployments: Deployments;
};

/** One call by a known token that may make it, with a body that was checked. */
type ApiCall = {
  readonly call: Call;
  readonly params: Params;
  readonly body: Readonly<Record<string, unknown>>;
  readonly token: Required<TokenOptions>;
  readonly origin: string;
  /** Address of the repository. */
  readonly root: string;
};

export type Route = {
  /** The permissions that each would do. */
  readonly needs: readonly ('pull_requests' | 'issues' | 'deployments')[];
  readonly body?: keyof typeof BODIES;
  readonly serve: (api: ApiCall, keeping: Keeping) => Answer;
};

const LONGEST_COMMENT = 65_536;
const COMMENTING = ['issues', 'pull_requests'] as const;
const DEPLOYING = ['deployments'] as const;

const pullOf = ({ params }: ApiCall, { pulls }: Keeping): Pull => {
  const pull = pulls.get(Number(params.number));
  if (pull === undefined) throw notFound();
  return pull;
};

const commentOf = ({ params }: ApiCall, { comments }: Keeping): CommentRecord => {
  const comment = comments.get(Number(params.id));
  if (comment === undefined) throw notFound();
  return comment;
};

const deploymentOf = ({ params }: ApiCall, { deployments }: Keeping): DeploymentRecord => {
  const deployment = deployments.get(Number(params.id));
  if (deployment === undefined) throw notFound();
  return deployment;
};

const textOf = ({ body }: ApiCall): string => {
  const text = String(body.body);
  if (text.trim() === '' || text.length > LONGEST_COMMENT) {
    const message =
      text.length > LONGEST_COMMENT
        ? `Body is too long (maximum is ${LONGEST_COMMENT} characters)`
        : 'Body can’t be blank';
    const details = [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }];
    throw new ApiError(422, 'Validation Failed', { details });
  }
  return text;
};

/** Paths within the repository. */
export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /pulls': {
    needs: ['pull_requests'],
    serve: ({ call, origin }, { pulls, repository }) => {
      const state = call.query.get('state') ?? 'open';
      const rows = pulls.all().filter((pull) => state === 'all' || pull.state === state);
      return paged(
        call,
        rows.map((pull) => pullView(pull, repository)),
        origin,
      );
    },
  },
  'GET /pulls/:number': {
    needs: ['pull_requests'],
    serve: (api, keeping) => json(pullView(pullOf(api, keeping), keeping.repository)),
  },
  'GET /issues/:number/comments': {
    needs: COMMENTING,
    serve: (api, keeping) => {
      const rows = keeping.comments.of(pullOf(api, keeping).number);
      return paged(
        api.call,
        rows.map((comment) => commentView(comment, api.root)),
        api.origin,
      );
    },
  },
  'POST /issues/:number/comments': {
    needs: COMMENTING,
    body: 'comment',
    serve: (api, keeping) => {
      const { login, association, app } = api.token;
      const comment = { author: login, association, app, body: textOf(api) };
      return json(commentView(keeping.comments.add(pullOf(api, keeping).number, comment), api.root), 201);
    },
  },
  'PATCH /issues/comments/:id': {
    needs: COMMENTING,
    body: 'comment',
    serve: (api, keeping) => {
      const comment = commentOf(api, keeping);
      comment.body = textOf(api);
      return json(commentView(comment, api.root));
    },
  },
  'DELETE /issues/comments/:id': {
    needs: COMMENTING,
    serve: (api, keeping) => {
      keeping.comments.remove(commentOf(api, keeping).id);
      return { status: 204 };
    },
  },
  'GET /deployments': {
    needs: DEPLOYING,
    serve: ({ call, origin }, { deployments }) => {
      const wanted = call.query.get('environment') ?? '';
      const rows = deployments.all().filter(({ environment }) => wanted === '' || environment === wanted);
      return paged(call, rows.map(deploymentView), origin);
    },
  },
  'POST /deployments': {
    needs: DEPLOYING,
    body: 'deployment',
    serve: ({ body }, { deployments }) => json(deploymentView(deployments.add(body)), 201),
  },
  'GET /deployments/:id/statuses': {
    needs: DEPLOYING,
    serve: (api, keeping) => paged(api.call, deploymentOf(api, keeping).statuses, api.origin),
  },
  'POST /deployments/:id/statuses': {
    needs: DEPLOYING,
    body: 'status',
    serve: (api, keeping) => json(keeping.deployments.setStatus(deploymentOf(api, keeping), api.body), 201),
  },
};
