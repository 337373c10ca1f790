import { describe, expect, test } from 'vitest';
import { imageLibc, imagePython, imageTarget } from '../../../../../src/platforms/deploymill/dockerfile/base-image.ts';

describe('the name of a base image tells', () => {
  test.each([
    ['python:3.13-slim', [3, 13], 'glibc', undefined],
    ['python:3.13.2-slim-bookworm', [3, 13, 2], 'glibc', '2.36'],
    ['python:3.13-alpine3.20', [3, 13], 'musl', undefined],
    ['docker.io/library/python:3.12-alpine@sha256:abc', [3, 12], 'musl', undefined],
    ['python:slim', undefined, 'glibc', undefined],
    ['python', undefined, 'glibc', undefined],
    ['ghcr.io/astral-sh/uv:python3.12-alpine', [3, 12], 'musl', undefined],
    ['ghcr.io/astral-sh/uv:0.8-python3.12-trixie-slim', [3, 12], 'glibc', '2.41'],
    ['ghcr.io/astral-sh/uv:alpine', undefined, 'musl', undefined],
    ['registry.example:5000/python:3.11', [3, 11], 'glibc', undefined],
    ['alpine:3.22', undefined, 'musl', undefined],
    ['example/app-alpine:1', undefined, undefined, undefined],
    ['nvidia/cuda:12.4-runtime-ubuntu22.04', undefined, undefined, undefined],
  ])('of %s: Python %s, %s %s', (image, python, kind, glibc) => {
    expect(imagePython(image)).toEqual(python);
    expect(imageLibc(image)?.kind).toBe(kind);
    expect(imageLibc(image)?.glibc).toBe(glibc);
  });

  test('what wheels have to fit, over what is assumed of others', () => {
    const defaults = { platform: 'x86_64-unknown-linux-gnu', glibc: '2.36' };
    expect(imageTarget('python:3.13-alpine', defaults)).toMatchObject({
      platform: 'x86_64-unknown-linux-musl',
      python: '3.13',
    });
    expect(imageTarget('python:3.12-slim-bullseye', defaults)).toEqual({ ...defaults, glibc: '2.31', python: '3.12' });
    expect(imageTarget('example/app', defaults)).toEqual(defaults);
  });
});
