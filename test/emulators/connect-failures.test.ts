import { describe, expect, it } from 'vitest';
import { createSamples, python } from './connect-sample.ts';
import { client, server } from './connect-service.ts';

const bundleOf = createSamples();

describe('a deployment fails', () => {
  const failed = async (name: string, archive: string): Promise<string> => {
    const { guid, id } = await client.send(archive, name);
    const { code, error, result } = await client.deploy(guid, id);
    expect({ code, result }).toMatchObject({ code: 1, result: { type: 'build-failed-error' } });
    expect((await client.call('GET', `/v1/content/${guid}`)).body).toMatchObject({
      app_mode: 'unknown',
      bundle_id: null,
    });
    return error;
  };

  it('when a file is not what the manifest says, or is missing', async () => {
    const files = { 'app.py': { checksum: '0'.repeat(32) } };
    expect(await failed('checksum', await bundleOf('one', { manifest: { files } }))).toMatch(
      /^The checksum of app.py is/,
    );
    const missing = { 'model.bin': { checksum: '0'.repeat(32) } };
    expect(await failed('missing', await bundleOf('one', { manifest: { files: missing } }))).toContain('model.bin');
  });

  it('when no installed Python will do', async () => {
    const requires = { ...python('3.11.0'), environment: { python: { requires: '~=3.99.0' } } };
    expect(await failed('requires', await bundleOf('one', { manifest: requires }))).toBe(
      'Cannot find compatible environment: no compatible Local environment with Python version 3.11.0 (~=3.99.0)',
    );
    expect(await failed('major', await bundleOf('one', { manifest: python('4.0.0') }))).toContain(
      'Python version 4.0.0',
    );
  });

  it('when its packages cannot be installed, and its job says so', async () => {
    const files = { 'requirements.txt': './not-in-the-bundle\n' };
    expect(await failed('packages', await bundleOf('one', { files }))).toMatch(/uv pip exited with/);
    const guid = server.content().find(({ name }) => name === 'packages')?.guid;
    const [job] = (await client.call<{ key: string; tag: string }[]>('GET', `/v1/content/${guid}/jobs`)).body;
    expect(job?.tag).toBe('python_restore');
    const path = `/v1/content/${guid}/jobs/${job?.key}`;
    expect((await client.call('GET', `${path}/error`)).body.summary).toMatch(/Unable to build/);
    const { entries } = (await client.call<{ entries: { data: string }[] }>('GET', `${path}/log?max_log_lines=50`))
      .body;
    expect(entries.map(({ data }) => data).join('\n')).toContain('not-in-the-bundle');
    expect((await client.call<string>('GET', `${path}/tail`)).body).toContain('not-in-the-bundle');
  });

  it('when requirements have hashes, or the mode is none that is run here', async () => {
    const hashed = `iniconfig==2.0.0 --hash=sha256:${'0'.repeat(64)}\n`;
    expect(await failed('hashes', await bundleOf('one', { files: { 'requirements.txt': hashed } }))).toContain(
      'hashes',
    );
    const quarto = { manifest: { metadata: { appmode: 'quarto-static' } } };
    expect(await failed('quarto', await bundleOf('one', quarto))).toBe('This server cannot build Quarto documents');
  });

  it('only at the first visit, when the app does not start', async () => {
    const { guid, id } = await client.send(
      await bundleOf('one', { files: { 'app.py': 'import not_there\n' } }),
      'broken',
    );
    expect((await client.deploy(guid, id)).code).toBe(0);
    const page = await client.visit(`/content/${guid}/`);
    expect(page.status).toBe(500);
    expect(page.text).toContain("No module named 'not_there'");
    const [job] = server.jobs(guid);
    expect(job).toMatchObject({ tag: 'run_python_api', exit_code: 1, error: expect.stringContaining('exit code 1') });
  });

  it('never, when its task is stuck', async () => {
    const { guid, id } = await client.send(await bundleOf(), 'stuck');
    server.stickTasks();
    const { body } = await client.call('POST', `/v1/content/${guid}/deploy`, { bundle_id: id });
    const task = await client.call('GET', `/v1/tasks/${body.task_id}`);
    expect(task.body).toMatchObject({ finished: false, output: [], code: 0, last: 0 });
    expect((await client.deploy(guid, id)).code).toBe(0);
  });
});
