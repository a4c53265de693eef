/** Text that is safe to put into a page as it is. */
export type Html = { readonly html: string };

type Value = string | Html | readonly Html[];

/** A piece of a page: everything that is put in is escaped, unless it is a piece itself. */
export function html(texts: TemplateStringsArray, ...values: Value[]): Html {
  const pieces = texts.map((text, index) => text + pieceOf(values[index] ?? ''));
  return { html: pieces.join('') };
}

/** Where the one style sheet of these pages is. */
export const PLAIN_STYLE_PATH = '/plain-page.css';

/** A whole page without scripts: for what must work before the console does. */
export function plainPage(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <link rel="stylesheet" href="${PLAIN_STYLE_PATH}" />
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.html;
}

/** The style sheet itself: readable in light and dark, from 320 px on. */
export const PLAIN_STYLE = `
:root { color-scheme: light dark; --ink: #1d1b2c; --paper: #fbfaff; --card: #fff; --line: #d9d5e8; --accent: #6a35ff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece9f7; --paper: #14121f; --card: #1e1b2e; --line: #3a3553; --accent: #a98bff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
a { color: var(--accent); }
button { font: inherit; font-weight: 600; padding: 0.7rem 1.4rem; border: 0; border-radius: 0.6rem; color: #fff;
  background: #6a35ff; cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
code { font: 0.9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: 0.25rem 1rem; margin: 0; }
dt, dd { margin: 0; padding: 0.35rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
`;

function pieceOf(value: Value): string {
  if (typeof value === 'string') return escaped(value);
  return 'html' in value ? value.html : value.map((piece) => piece.html).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
