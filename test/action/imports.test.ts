import { describe, expect, test } from 'vitest';
import { createAttempts, places, theOne } from '../tools/attempts.ts';
import { lockText } from '../tools/lock-text.ts';

const { check, refuse, project, run } = createAttempts();

const SERVE = 'import os\nfrom http.server import HTTPServer\n';

describe.concurrent('the source', () => {
  test('that imports what no package brings is refused with the line', async () => {
    const done = await check({ 'serve.py': `${SERVE}import requests\n` });
    expect(places(done)).toEqual(['import-missing serve.py:3']);
    expect(theOne(done, 'import-missing').message).toContain('uv add requests');
  });

  test('of a project that was renamed since it was locked is not said to lack packages', async () => {
    const serve = `${SERVE}import requests\n`;
    const renamed = lockText('requests').replace('"echo-service"', '"former"');
    const done = await check({ 'serve.py': serve, 'uv.lock': renamed });
    expect(places(done)).toEqual(['lock-stale uv.lock:1']);
    const without = await check({ 'serve.py': serve, 'uv.lock': lockText().replace('"echo-service"', '"former"') });
    expect(places(without)).toEqual(['lock-stale uv.lock:1', 'import-missing serve.py:3']);
  });

  test('that imports a file left out of the bundle is refused', async () => {
    const done = await check({ 'serve.py': `${SERVE}import tools.net\n`, 'tools/net.py': '' }, { exclude: 'tools' });
    expect(places(done)).toEqual(['import-not-bundled serve.py:3']);
  });

  test('that listens on a port of its own is refused, with its host', async () => {
    const done = await check({ 'serve.py': `${SERVE}HTTPServer(("127.0.0.1", 8000), None).serve_forever()\n` });
    expect(places(done).sort()).toEqual(['app-host-local serve.py:3', 'app-port-fixed serve.py:3']);
  });

  test('that imports what may be missing gets a warning, and is deployed no less', async () => {
    const done = await check({ 'serve.py': `${SERVE}import nonesuch\n` });
    expect(done.titles('warning')).toEqual(['import-missing']);
    expect(done.outputs.status).toBe('checked');
  });

  test('that is Python 2, or no Python, ends in no crash of ours', async () => {
    const done = await check({ 'serve.py': 'print "hello"\nexec "x"\nimport (((\n\x00'.replace('\x00', '') });
    expect(done.annotations).toEqual([]);
  });
});

test('that a Quarto document runs is looked through as well', async () => {
  const workspace = await project({
    'report.qmd': '---\ntitle: Report\n---\n\n```{python}\nimport requests\n```\n',
    '_ricochet.toml':
      '[content]\nname = "Report"\nentrypoint = "report.qmd"\naccess_type = "external"\ncontent_type = "quarto-py"\n\n[language]\nname = "python"\npackages = "uv.lock"\n',
  });
  const done = await run({ workspace, inputs: { mode: 'check', preflight: 'static' } });
  expect(places(done)).toEqual(['import-missing report.qmd:6']);
});

test('an installed environment makes sure of what the names alone left open', async () => {
  const workspace = await project({ 'serve.py': `${SERVE}import nonesuch\n` });
  const done = await run({ workspace, inputs: { mode: 'check' }, withUv: true });
  expect(done.titles('error')).toEqual(['import-missing']);
  expect(places(done)).toEqual(['import-missing serve.py:3']);
});

test('nothing is sent to the server where an import will fail', async () => {
  const done = await refuse({ 'serve.py': `${SERVE}import pandas\n` });
  expect(done.titles('error')).toEqual(['import-missing']);
});
