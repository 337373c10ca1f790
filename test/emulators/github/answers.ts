import { type Answer, type Call, json } from '../host/listener.ts';

/** An error as GitHub's API words it; thrown where it is noticed, answered once by the server. */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: readonly object[];

  constructor(
    status: number,
    message: string,
    { headers = {}, details = [] }: { headers?: Readonly<Record<string, string>>; details?: readonly object[] } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.details = details;
  }
}

export const notFound = (): ApiError => new ApiError(404, 'Not Found');

export const answerOf = ({ status, message, headers, details }: ApiError): Answer => {
  const body = { message, documentation_url: 'https://docs.github.com/rest', status: String(status) };
  const answer = json(details.length > 0 ? { ...body, errors: details } : body, status);
  return { ...answer, headers: { ...answer.headers, ...headers } };
};

/** One page of a list, and the `Link` header that leads to the others. */
export const paged = ({ query, path }: Call, rows: readonly object[], baseUrl: string): Answer => {
  const size = Math.min(Math.max(Number(query.get('per_page') ?? 30) || 30, 1), 100);
  const page = Math.max(Number(query.get('page') ?? 1) || 1, 1);
  const last = Math.max(Math.ceil(rows.length / size), 1);
  const link = (to: number, rel: string): string => {
    const others = [...query].filter(([name]) => name !== 'page');
    return `<${baseUrl}${path}?${new URLSearchParams([...others, ['page', String(to)]])}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  const answer = json(rows.slice((page - 1) * size, page * size));
  return links.length === 0 ? answer : { ...answer, headers: { ...answer.headers, link: links.join(', ') } };
};
