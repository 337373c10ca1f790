import { describe, expect, it } from 'vitest';
import { type ManifestFacts, manifest } from '../../../src/bundle/manifest.ts';

const UV = { name: 'uv', version: '0.13.8', packageFile: 'uv.lock' };
const FACTS: ManifestFacts = {
  appmode: 'python-fastapi',
  entrypoint: 'app.py',
  python: '3.12.7',
  requiresPython: '>=3.12',
  packageManager: UV,
};

describe('the manifest', () => {
  it('names the Python, the package manager and every file with its MD5', () => {
    const text = manifest(FACTS, [
      { path: 'app.py', size: 3, md5: '0cc175b9c0f1b6a831c399e269772661' },
      { path: 'data/grüße "x".csv', size: 0, md5: 'd41d8cd98f00b204e9800998ecf8427e' },
    ]);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      locale: 'en_US.UTF-8',
      metadata: { appmode: 'python-fastapi', entrypoint: 'app.py' },
      python: { version: '3.12.7', package_manager: { name: 'uv', version: '0.13.8', package_file: 'uv.lock' } },
      environment: { python: { requires: '>=3.12' } },
      files: {
        'app.py': { checksum: '0cc175b9c0f1b6a831c399e269772661' },
        'data/grüße "x".csv': { checksum: 'd41d8cd98f00b204e9800998ecf8427e' },
      },
    });
  });

  it('leaves out what is not known', () => {
    const facts = { ...FACTS, requiresPython: '', packageManager: { ...UV, version: '' } };
    const record = JSON.parse(manifest(facts, []));
    expect(record).not.toHaveProperty('environment');
    expect(record.python.package_manager).toEqual({ name: 'uv', package_file: 'uv.lock' });
    expect(record.files).toEqual({});
  });

  it('says what a server is to do with the environment', () => {
    const packageManager = { name: 'pip', version: '', packageFile: 'requirements.txt', allowUv: false };
    const facts = { ...FACTS, packageManager, image: 'registry.example/python:3.12', managesPython: false };
    expect(JSON.parse(manifest(facts, []))).toMatchObject({
      python: { package_manager: { name: 'pip', package_file: 'requirements.txt', allow_uv: false } },
      environment: {
        python: { requires: '>=3.12' },
        image: 'registry.example/python:3.12',
        environment_management: { python: false },
      },
    });
  });

  it('names no Python for what runs none', () => {
    const record = JSON.parse(
      manifest({ appmode: 'static', entrypoint: 'a.html', primaryHtml: 'a.html', python: '', requiresPython: '' }, []),
    );
    expect(record).toEqual({
      version: 1,
      locale: 'en_US.UTF-8',
      metadata: { appmode: 'static', entrypoint: 'a.html', primary_html: 'a.html' },
      files: {},
    });
  });

  it('holds files of every name', () => {
    const files = ['__proto__', 'constructor', '1', 'a\nb'].map((path) => ({ path, size: 0, md5: 'x' }));
    expect(Object.keys(JSON.parse(manifest(FACTS, files)).files).sort()).toEqual([
      '1',
      '__proto__',
      'a\nb',
      'constructor',
    ]);
  });

  it('is the same text for the same content, and ends its last line', () => {
    const files = [{ path: 'a', size: 0, md5: 'x' }];
    expect(manifest(FACTS, files)).toBe(manifest({ ...FACTS }, [...files]));
    expect(manifest(FACTS, files)).toMatch(/^\{\n {2}"version": 1,[\s\S]*\}\n$/);
  });
});
