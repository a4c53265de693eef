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

/** Broad for what people look things up in; everything else is a card to read at a glance. */
type Width = 'card' | 'wide';

/** A whole page without scripts: for what must work before the console does. */
export function plainPage(title: string, body: Html, width: Width = 'card'): string {
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
        <div class="sheet ${width}">
          <header class="brand">
            <svg viewBox="0 0 28 28" aria-hidden="true">
              <rect width="28" height="28" rx="8" />
              <path d="M12.6 17.8l-1.3 1.3a3.6 3.6 0 0 1-5.1-5.1l2.6-2.6a3.6 3.6 0 0 1 5.1 0" />
              <path d="M15.4 10.2l1.3-1.3a3.6 3.6 0 0 1 5.1 5.1l-2.6 2.6a3.6 3.6 0 0 1-5.1 0" />
            </svg>
            <span><b>JumpCloud setup</b> for Dialpad</span>
          </header>
          <main>${body}</main>
        </div>
      </body>
    </html>`.html;
}

/** The style sheet itself, in the console's colours: readable in light and dark, from 320 px on. */
export const PLAIN_STYLE = `
:root { color-scheme: light dark; --ink: #161b26; --soft: #515b6c; --paper: #f6f7f9; --card: #fff; --line: #d9dee6;
  --accent: #3b4fd0; --on-accent: #fff; --focus: #1a5fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eef1f6; --soft: #b3bccb; --paper: #12161f; --card: #1a1f2b; --line: #384157; --accent: #a9b5ff;
    --on-accent: #12162a; --focus: #9db9ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', system-ui, sans-serif; }
.brand { display: flex; align-items: center; gap: 10px; margin: 0 0 20px; color: var(--soft); }
.brand b { color: var(--ink); }
.brand svg { flex: none; inline-size: 28px; block-size: 28px; }
.brand rect { fill: var(--accent); }
.brand path { fill: none; stroke: var(--on-accent); stroke-width: 2.4; stroke-linecap: round; }
.sheet { inline-size: min(620px, 100% - 32px); margin: 9vh auto 48px; }
.wide { inline-size: min(820px, 100% - 32px); }
main { padding: 24px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
main > :last-child { margin-block-end: 0; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 12px; }
h2 { font-size: 17px; margin: 28px 0 8px; }
a { color: var(--accent); }
button { font: inherit; font-weight: 600; padding: 10px 18px; border: 0; border-radius: 8px; color: var(--on-accent);
  background: var(--accent); cursor: pointer; }
button:focus-visible, a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code { font: 0.9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace;
  overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: 4px 16px; margin: 0; }
dt, dd { margin: 0; padding: 6px 0; border-bottom: 1px solid var(--line); min-inline-size: 0; }
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
