import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Annotation } from '../tools/action.ts';

/** Renders Markdown as GitHub does, with GitHub's own CSS. They are installed here by the command alone: nothing else needs them. */
const FOLDER = resolve(import.meta.dirname, '../../.tools/pictures');
const PACKAGES = ['markdown-it@15.0.3', 'github-markdown-css@5.9.0'];

type MarkdownIt = new (options: { html: boolean; linkify: boolean }) => { render(text: string): string };

export type Renderer = { readonly css: string; render(markdown: string): string };

/** Throws when npm can't install the packages. */
export function openRenderer(): Renderer {
  if (!existsSync(join(FOLDER, 'node_modules/markdown-it'))) {
    const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', '--prefix', FOLDER, ...flags, ...PACKAGES], { stdio: 'inherit' });
  }
  const load = createRequire(join(FOLDER, 'index.js'));
  const loaded = load('markdown-it') as MarkdownIt & { readonly default?: MarkdownIt };
  const markdown = new (loaded.default ?? loaded)({ html: true, linkify: true });
  return {
    css: readFileSync(join(FOLDER, 'node_modules/github-markdown-css/github-markdown-light.css'), 'utf8'),
    render: (text) => markdown.render(text),
  };
}

const FRAME = `
  body { margin: 0; padding: 16px; background: #fff; font: 14px/1.5 -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; color: #1f2328; }
  .box { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden; }
  .head { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; }
  .head .muted, .note .muted { color: #59636e; }
  .markdown-body { padding: 16px; font-size: 14px; }
  .code { font: 12px/20px "Liberation Mono", monospace; white-space: pre; }
  .code div { display: flex; }
  .code i { flex: none; width: 44px; padding-right: 12px; text-align: right; color: #59636e; font-style: normal; }
  .code .meant { background: #fff8c5; }
  .note { margin: 8px 16px 12px; border: 1px solid #d1d9e0; border-radius: 6px; padding: 8px 12px; border-left: 4px solid #cf222e; }
  .note.warning { border-left-color: #9a6700; }
  .note b { display: block; margin: 4px 0; }
  .note pre { margin: 0; font: 12px/18px "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

const page = (css: string, body: string): string =>
  `<!doctype html><meta charset="utf-8"><style>${css}${FRAME}</style>${body}
  <script>document.documentElement.dataset.height = document.documentElement.getBoundingClientRect().height | 0</script>`;

/** Markdown in the frame that GitHub puts around it. */
export const framed = (head: string, markdown: string, { css, render }: Renderer): string =>
  page(
    css,
    `<div class="box"><div class="head">${head}</div><div class="markdown-body">${render(markdown)}</div></div>`,
  );

/** A place in a file, and what is said of it there. */
export type Marked = { readonly annotation: Annotation; readonly lines: readonly string[]; readonly job: string };

/** Annotations as GitHub shows them between the lines of the files of a pull request: text as it is, no Markdown. */
export const annotated = (all: readonly Marked[]): string =>
  page('', all.map(box).join('<div style="height:12px"></div>'));

function box({ annotation, lines, job }: Marked): string {
  const { file = '', line = 1, level, title, message } = annotation;
  const word = { error: 'failure', warning: 'warning', notice: 'notice' }[level];
  const rows = lines
    .map((text, index) => ({ number: index + 1, text }))
    .slice(Math.max(0, line - 4), line)
    .map(({ number, text }) => `<div class="${number === line ? 'meant' : ''}"><i>${number}</i>${escaped(text)}</div>`);
  return `<div class="box"><div class="head"><code>${escaped(file)}</code></div><div class="code">${rows.join('')}</div>
    <div class="note ${level}"><span class="muted">Check ${word} on line ${line} in ${escaped(file)}</span><br>
    <span class="muted">GitHub Actions / ${escaped(job)}</span><b>${escaped(title)}</b><pre>${escaped(message)}</pre></div></div>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
