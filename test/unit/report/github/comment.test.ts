import { describe, expect, it } from 'vitest';
import { createHttp, type Http } from '../../../../src/ports/http/http.ts';
import { type App, markerOf, stick } from '../../../../src/report/github/comment.ts';
import { codesOf, failureOf } from '../../../tools/fakes.ts';
import { open, said } from './open.ts';

const app: App = { platform: 'ricochet', server: 'https://a.example', name: 'pr-7-app', directory: '.' };
const marker = markerOf(app);
const ours = { author: 'github-actions[bot]', app: 'github-actions' };

describe('the marker', () => {
  it('tells apps apart by platform, server, name and directory', () => {
    const others = [
      { platform: 'connect' },
      { server: 'https://b.example' },
      { name: 'pr-8-app' },
      { directory: 'api' },
    ];
    const markers = [app, ...others.map((other) => ({ ...app, ...other }))].map(markerOf);
    expect(new Set(markers).size).toBe(5);
    for (const one of markers) expect(one).toMatch(/^<!-- uv-deploy:[0-9a-f]{32} -->$/);
  });

  it('is the same whether or not the server ends with a slash', () =>
    expect(markerOf({ ...app, server: 'https://a.example/' })).toBe(marker));
});

describe('the comment', () => {
  it('is created once, and then updated in place', async () => {
    const { server, github, pull } = await open();
    const first = await stick(github, { pullRequest: pull, app, body: 'One' });
    const second = await stick(github, { pullRequest: pull, app, body: 'Two' });
    expect([first.outcome, second]).toEqual(['created', { ...first, outcome: 'updated' }]);
    expect(server.comments.of(pull).map(({ body }) => body)).toEqual([`${marker}\nTwo`]);
    expect(server.violations).toEqual([]);
  });

  it('is left alone when it says the same already, however its lines end', async () => {
    const { server, github, pull } = await open();
    server.comments.add(pull, { ...ours, body: `${marker}\r\nOne\r\nand more` });
    expect(await stick(github, { pullRequest: pull, app, body: 'One\nand more\n' })).toMatchObject({
      outcome: 'unchanged',
    });
    expect(server.sent).toEqual([]);
  });

  it('is found behind 250 others', async () => {
    const { server, github, pull } = await open();
    server.comments.fill(pull, 250);
    const { id } = server.comments.add(pull, { ...ours, body: `${marker}\nOne` });
    expect(await stick(github, { pullRequest: pull, app, body: 'Two' })).toEqual({ outcome: 'updated', id });
    expect(server.comments.of(pull)).toHaveLength(251);
  });

  it('is one for each app of the pull request, and not of another one', async () => {
    const { server, github, pull } = await open();
    const next = server.pulls.open();
    const api = { ...app, directory: 'api' };
    for (const [pullRequest, one] of [
      [pull, app],
      [pull, api],
      [next, app],
    ] as const) {
      expect(await stick(github, { pullRequest, app: one, body: 'One' })).toMatchObject({ outcome: 'created' });
    }
    expect([server.comments.of(pull).length, server.comments.of(next).length]).toEqual([2, 1]);
  });

  it('is not created where only an existing one is to be updated', async () => {
    const { server, github, pull } = await open();
    expect(await stick(github, { pullRequest: pull, app, body: 'Removed', create: false })).toEqual({
      outcome: 'absent',
    });
    expect(server.comments.of(pull)).toEqual([]);
    await stick(github, { pullRequest: pull, app, body: 'One' });
    const gone = await stick(github, { pullRequest: pull, app, body: 'Removed', create: false });
    expect(gone.outcome).toBe('updated');
  });

  it('is created anew when somebody deletes it while it is updated', async () => {
    const { server, as, pull } = await open();
    const { id } = server.comments.add(pull, { ...ours, body: `${marker}\nOne` });
    const http: Http = (request) => {
      if (request.method === 'PATCH') server.comments.remove(id);
      return createHttp()(request);
    };
    const stuck = await stick(as({}, { http }), { pullRequest: pull, app, body: 'Two' });
    expect(stuck.outcome).toBe('created');
    expect(server.comments.of(pull).map(({ body }) => body)).toEqual([`${marker}\nTwo`]);
  });

  it('is given up when it is deleted again and again', async () => {
    const { server, github, pull } = await open();
    server.comments.add(pull, { ...ours, body: `${marker}\nOne` });
    server.faults.add({ on: server.route('PATCH /issues/comments/:id'), answer: said(404, 'Not Found') });
    const { findings } = await failureOf(() => stick(github, { pullRequest: pull, app, body: 'Two' }));
    expect(codesOf(findings)).toEqual(['github-comment-gone']);
  });

  it('does not exist twice when the answer to its creation is lost', async () => {
    const { server, github, pull } = await open();
    server.faults.add({ on: server.route(`POST /issues/${pull}/comments`), times: 1, reset: 'before-answer' });
    expect(await stick(github, { pullRequest: pull, app, body: 'One' })).toMatchObject({ outcome: 'created' });
    expect(server.comments.of(pull).map(({ body }) => body)).toEqual([`${marker}\nOne`]);
  });
});

describe('whom it believes', () => {
  it.each([
    ['a stranger', { author: 'stranger', association: 'NONE' }],
    ['somebody who contributed before', { author: 'helper', association: 'CONTRIBUTOR' }],
    ['the author of the fork', { author: 'forker', association: 'FIRST_TIME_CONTRIBUTOR' }],
    ['another app', { author: 'echo[bot]', app: 'echo', association: 'NONE' }],
    ['an app in the name of workflows', { author: 'github-actions[bot]', app: 'echo' }],
    ['nobody', { author: null, association: 'NONE' }],
    ['a mannequin', { author: 'old', association: 'MANNEQUIN' }],
  ])('is not %s', async (_, who) => {
    const { server, github, pull } = await open();
    const pasted = `${marker}\nhttps://evil.example`;
    server.comments.add(pull, { ...who, body: pasted });
    expect(await stick(github, { pullRequest: pull, app, body: 'One' })).toMatchObject({ outcome: 'created' });
    expect(server.comments.of(pull).map(({ body }) => body)).toEqual([pasted, `${marker}\nOne`]);
    // And the second time, ours is found behind theirs.
    expect(await stick(github, { pullRequest: pull, app, body: 'Two' })).toMatchObject({ outcome: 'updated' });
    expect(server.comments.of(pull).map(({ body }) => body)).toEqual([pasted, `${marker}\nTwo`]);
  });

  it.each([
    ['an owner', { author: 'boss', association: 'OWNER' }],
    ['a member', { author: 'mate', association: 'MEMBER' }],
    ['a collaborator', { author: 'machine', association: 'COLLABORATOR' }],
    ['the workflows of the repository', ours],
  ])('is %s', async (_, who) => {
    const { server, github, pull } = await open();
    const { id } = server.comments.add(pull, { ...who, body: `${marker}\nOne` });
    expect(await stick(github, { pullRequest: pull, app, body: 'Two' })).toEqual({ outcome: 'updated', id });
  });

  it('is the app whose token it is, when it is not the workflow’s', async () => {
    const { server, github, pull } = await open({}, { login: 'our-app[bot]' });
    await stick(github, { pullRequest: pull, app, body: 'One' });
    expect(await stick(github, { pullRequest: pull, app, body: 'Two' })).toMatchObject({ outcome: 'updated' });
    expect(server.comments.of(pull)).toHaveLength(1);
  });

  it('is nobody more when GitHub does not tell whose the token is', async () => {
    const { server, github, pull } = await open();
    server.comments.add(pull, { body: `${marker}\nhttps://evil.example` });
    server.faults.add({ on: 'POST /graphql', answer: said(404, 'Not Found') });
    expect(await stick(github, { pullRequest: pull, app, body: 'One' })).toMatchObject({ outcome: 'created' });
  });

  it('is not asked about when nobody else has the marker', async () => {
    const { server, github, pull } = await open();
    server.comments.fill(pull, 3);
    await stick(github, { pullRequest: pull, app, body: 'One' });
    await stick(github, { pullRequest: pull, app, body: 'Two' });
    expect(server.requests.matching('POST /graphql')).toEqual([]);
  });

  it('is nobody whose comment has the marker further down, as a quotation has', async () => {
    const { server, github, pull } = await open();
    server.comments.add(pull, { author: 'boss', association: 'OWNER', body: `> ${marker}\nLook at this` });
    expect(await stick(github, { pullRequest: pull, app, body: 'One' })).toMatchObject({ outcome: 'created' });
  });
});

describe('several comments of one app', () => {
  it('become the oldest one; others’ stay', async () => {
    const { server, github, pull } = await open();
    const texts = (who: object, body: string) => server.comments.add(pull, { ...who, body: `${marker}\n${body}` }).id;
    const kept = texts(ours, 'One');
    texts(ours, 'Two');
    const theirs = texts({ author: 'boss', association: 'OWNER' }, 'Three');
    texts(ours, 'Four');
    expect(await stick(github, { pullRequest: pull, app, body: 'Five' })).toEqual({ outcome: 'updated', id: kept });
    expect(server.comments.of(pull).map(({ id, body }) => [id, body])).toEqual([
      [kept, `${marker}\nFive`],
      [theirs, `${marker}\nThree`],
    ]);
  });

  it('of two runs at a time become one, which holds what one of them says', async () => {
    for (let i = 0; i < 5; i++) {
      const { server, as, pull } = await open();
      // Neither creates before both have looked: that is the race.
      const both = Promise.withResolvers<void>();
      let looked = 0;
      const racing: Http = async (request) => {
        const response = await createHttp()(request);
        if (request.method === 'GET' && ++looked >= 2) both.resolve();
        if (request.method === 'GET') await both.promise;
        return response;
      };
      const token = server.createToken();
      const bodies = ['One', 'Two'];
      const stuck = await Promise.all(
        bodies.map((body) => stick(as(token, { http: racing }), { pullRequest: pull, app, body })),
      );
      const left = server.comments.of(pull);
      expect(left).toHaveLength(1);
      expect(bodies.map((body) => `${marker}\n${body}`)).toContain(left[0]?.body);
      expect(stuck.map((one) => 'id' in one && one.id)).toEqual([left[0]?.id, left[0]?.id]);
      expect(server.requests.matching(server.route(`POST /issues/${pull}/comments`))).toHaveLength(2);
    }
  });

  it('of two runs, one of which was faster, become the faster one’s', async () => {
    const { server, as, pull } = await open();
    // The other run's comment comes between our look and our creation.
    let others = 0;
    const http: Http = (request) => {
      if (request.method === 'POST') others = server.comments.add(pull, { ...ours, body: `${marker}\nOther` }).id;
      return createHttp()(request);
    };
    const stuck = await stick(as({}, { http }), { pullRequest: pull, app, body: 'Mine' });
    expect(stuck).toEqual({ outcome: 'updated', id: others });
    expect(server.comments.of(pull).map(({ id, body }) => [id, body])).toEqual([[others, `${marker}\nMine`]]);
  });
});

describe('a comment that is too long', () => {
  it('is cut behind a whole line, says so, and closes what is open', async () => {
    const { server, github, pull } = await open();
    const line = `- ${'x'.repeat(98)}\n`;
    await stick(github, { pullRequest: pull, app, body: `Title\n\n<details>\n\n${line.repeat(800)}\n</details>\n` });
    const body = server.comments.of(pull)[0]?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(65_000);
    expect(body).toMatch(/\n- x{98}\n\n<\/details>\n\n_The rest does not fit into a comment\._$/);
  });

  it('is kept whole when it just fits', async () => {
    const { server, github, pull } = await open();
    const body = 'x'.repeat(65_536 - marker.length - 1);
    await stick(github, { pullRequest: pull, app, body });
    expect(server.comments.of(pull)[0]?.body).toBe(`${marker}\n${body}`);
  });

  it('of a single line is cut in that line', async () => {
    const { server, github, pull } = await open();
    await stick(github, { pullRequest: pull, app, body: '🎉'.repeat(40_000) });
    const body = server.comments.of(pull)[0]?.body ?? '';
    expect(body.length).toBeGreaterThan(65_000);
    expect(body.isWellFormed()).toBe(true);
  });
});
