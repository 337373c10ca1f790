/** What an official base image has, by its name (Docker Hub's `python`, Debian and Alpine; `ghcr.io/astral-sh/uv`). */
import type { TargetDefaults } from '../../../project/target.ts';

/** The Python of an image: `3.13`, or with its patch release. */
export type Python = readonly [major: number, minor: number, patch?: number];

/** The name of an image without its registry, and its tag. */
const partsOf = (image: string): { name: string; tag: string } => {
  const [, name = '', tag = ''] = /(?:^|\/)([^/:@]+)(?::([^@/]+))?(?:@.*)?$/.exec(image) ?? [];
  return { name, tag };
};

/** The Python that an official image of Python or of uv has; nothing for others and for names without a version. */
export function imagePython(image: string): Python | undefined {
  const { name, tag } = partsOf(image);
  const version =
    name === 'python'
      ? /^(\d+)\.(\d+)(?:\.(\d+))?(?![\d.])/.exec(tag)
      : name === 'uv'
        ? /(?:^|-)python(\d+)\.(\d+)(?:\.(\d+))?/.exec(tag)
        : null;
  if (version === null) return undefined;
  const [major = 0, minor = 0] = [version[1], version[2]].map(Number);
  return version[3] === undefined ? [major, minor] : [major, minor, Number(version[3])];
}

/** The version of glibc in each release of Debian that images are made from. */
const GLIBC: Readonly<Record<string, string>> = {
  buster: '2.28',
  bullseye: '2.31',
  bookworm: '2.36',
  trixie: '2.41',
};

/** The C library of an official image: musl in those of Alpine, and a version of glibc where the name has the release of Debian. */
export function imageLibc(image: string): { readonly kind: 'glibc' | 'musl'; readonly glibc?: string } | undefined {
  const { name, tag } = partsOf(image);
  if (!['python', 'uv', 'alpine', 'debian'].includes(name)) return undefined;
  if (name === 'alpine' || /(?:^|-)alpine/.test(tag)) return { kind: 'musl' };
  const glibc = Object.entries(GLIBC).find(([release]) => tag.includes(release))?.[1];
  return { kind: 'glibc', ...(glibc !== undefined && { glibc }) };
}

/** What wheels have to fit in an image, where its name tells more than the platform's `defaults`. */
export function imageTarget(image: string, defaults: TargetDefaults): TargetDefaults {
  const [libc, python] = [imageLibc(image), imagePython(image)];
  return {
    ...defaults,
    ...(libc?.glibc !== undefined && { glibc: libc.glibc }),
    ...(libc?.kind === 'musl' && { platform: defaults.platform.replace(/gnu$/, 'musl') }),
    ...(python && { python: python.slice(0, 2).join('.') }),
  };
}
