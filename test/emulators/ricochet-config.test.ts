import { describe, expect, it } from 'vitest';
import { bundle, client, config, server, service } from './ricochet-service.ts';

describe('_ricochet.toml', () => {
  const refused = async (text: string): Promise<string | undefined> => {
    const { status, body } = await client.upload({ bundle, config: text });
    expect(status).toBe(400);
    return body.error;
  };
  const task = (): string => config.replace('python-service', 'python');
  const sizing = 'min_instances = 0\nmax_instances = 1\nspawn_threshold = 80\nmax_connections = 10\n';

  it.each<[string, (text: string) => string]>([
    ['Package file required', (text) => text.replace('uv.lock', 'requirements.txt')],
    ['Package file required', (text) => text.replace('packages = "uv.lock"', '')],
    ['Chosen content type cannot be served', () => `${task()}[serve]\n${sizing}`],
    ['Chosen content type cannot be scheduled', (text) => `${text}[schedule]\ncron = "@daily"\n`],
    ['Chosen content type cannot be served as a static site', (text) => `${text}[static]\noutput_dir = "x"\n`],
    ['Invalid entrypoint', (text) => text.replace('serve.py', 'serve.R')],
    ['Invalid entrypoint', (text) => text.replace('serve.py', '../serve.py')],
    ['Invalid entrypoint', (text) => text.replace('serve.py', '/app/serve.py')],
    ['Invalid entrypoint', (text) => text.replace('python-service', 'quarto-py')],
    ['Invalid entrypoint', (text) => text.replace('python-service', 'flask').replace('serve.py', 'src')],
    ['missing field `content`', (text) => text.replace('[content]', '[contents]')],
    ['missing field `language`', (text) => text.replace('[language]', '[lang]')],
    ['missing field `name`', (text) => text.replace('name = "Echo"', '')],
    ['missing field `entrypoint`', (text) => text.replace('entrypoint = "serve.py"', '')],
    ['access_type must be one of private, internal, external', (text) => text.replace('external', 'public')],
    ['unknown content_type `shiny`', (text) => text.replace('python-service', 'shiny')],
    ['language.name must be python for python-service', (text) => text.replace('name = "python"', 'name = "r"')],
    ['name must have at most 120 characters', (text) => text.replace('Echo', 'x'.repeat(121))],
    [
      'slug must contain only letters, numbers, hyphens and underscores',
      (text) => text.replace('[content]', '[content]\nslug = "a b"'),
    ],
    ['The slug api is reserved', (text) => text.replace('[content]', '[content]\nslug = "api"')],
    ['thumbnail must be a png, jpg or gif', (text) => text.replace('[content]', '[content]\nthumbnail = "a.webp"')],
    ['max_connections must be a whole number', (text) => `${text}[serve]\n${sizing.replace('10', '"10"')}`],
  ])('is refused: %s', async (error, change) => {
    expect(await refused(change(config))).toBe(error);
  });

  it('is refused for a cron expression that is none, and for what is not TOML', async () => {
    expect(await refused(`${task()}[schedule]\ncron = "every day"\n`)).toContain('Invalid cron expression');
    expect(await refused('[content')).toContain('_ricochet.toml is not valid TOML');
  });

  it.each(['shiny-py', 'quarto-py'])('lets %s start from what is no .py file', async (type) => {
    const entrypoint = type === 'shiny-py' ? 'dashboard' : 'site/_quarto.yml';
    const text = config.replace('python-service', type).replace('serve.py', entrypoint);
    expect((await client.upload({ bundle, config: text })).status).toBe(200);
  });

  it('is kept with the id of its item, and not replaced by a redeployment', async () => {
    const id = await service();
    await client.upload({ bundle, id, config: config.replace('Echo', 'Other') });
    const { body } = await client.call<string>('GET', `/content/${id}/toml`);
    expect(body).toContain(`id = "${id}"`);
    expect(body).toContain('name = "Echo"');
  });
});

describe('settings', () => {
  it('change the stored file and nothing else; nulls are ignored', async () => {
    const id = await service();
    const { status, body } = await client.call<string>('PATCH', `/content/${id}/settings`, {
      content: { name: 'Renamed', slug: `slug-${id}`, summary: null, tags: ['demo'], access_type: 'internal' },
      serve: { min_instances: 0, max_instances: 2, spawn_threshold: 80, max_connections: 10, inactive_timeout: null },
      deployment: { strategy: 'recreate' },
      resources: { memory_limit: '1Gi' },
      packages: { python: ['https://index.example.com/simple'] },
      static: null,
    });
    expect(status).toBe(200);
    expect(await client.call('GET', `/content/${id}/toml`)).toEqual({ status: 200, body });
    expect(server.items().find((item) => item.id === id)?.config.tables).toEqual({
      content: {
        name: 'Renamed',
        entrypoint: 'serve.py',
        access_type: 'internal',
        content_type: 'python-service',
        id,
        slug: `slug-${id}`,
        tags: ['demo'],
      },
      language: { name: 'python', packages: 'uv.lock' },
      serve: {
        ...{ min_instances: 0, max_instances: 2, spawn_threshold: 80, max_connections: 10 },
        k8s: { strategy: 'recreate' },
      },
      resources: { memory_limit: '1Gi' },
      repositories: { python: ['https://index.example.com/simple'] },
    });
  });

  it('are checked as a whole, and refused without being applied', async () => {
    const id = await service();
    const patch = (body: unknown) => client.call('PATCH', `/content/${id}/settings`, body);
    expect((await patch({ content: { entrypoint: 'app.R' } })).body).toEqual({ error: 'Invalid entrypoint' });
    expect((await patch({ serve: { min_instances: '1' } })).status).toBe(400);
    expect((await patch({ content: { title: 'x' } })).body).toEqual({ error: 'unknown field `content.title`' });
    expect((await patch({ static: { output_dir: 'x' } })).status).toBe(400);
    expect((await client.call('GET', `/content/${id}/toml`)).body).not.toContain('[serve]');
  });

  it('give a slug to one item only', async () => {
    const [first, second] = [await service(), await service()];
    const slug = { content: { slug: `one-${first}` } };
    expect((await client.call('PATCH', `/content/${first}/settings`, slug)).status).toBe(200);
    expect((await client.call('PATCH', `/content/${first}/settings`, slug)).status).toBe(200);
    expect((await client.call('PATCH', `/content/${second}/settings`, slug)).status).toBe(409);
  });
});
