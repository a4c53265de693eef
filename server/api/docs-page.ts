import type { openApiDocument } from '../../shared/api/openapi.ts';
import { html, type Html, plainPage } from '../http/plain-page.ts';

type Document = ReturnType<typeof openApiDocument>;
type Line = { area: string; method: string; path: string; summary: string; access: string };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The operations of the document by area, as a page. */
export function docsPage(document: Document): string {
  const lines = linesOf(document);
  const areas = [...new Set(lines.map(({ area }) => area))];
  return plainPage(
    document.info.title,
    html`<h1>${document.info.title}</h1>
      <p>${document.info.description ?? ''}</p>
      <p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}).</p>
      ${areas.map((area) => areaOf(area, lines))}`,
  );
}

function areaOf(area: string, lines: Line[]): Html {
  const own = lines.filter((line) => line.area === area);
  return html`<h2>${area}</h2>
    <dl>
      ${own.map(
        ({ method, path, summary, access }) =>
          html`<dt>${method.toUpperCase()}</dt>
            <dd><code>${path}</code><br />${summary}. ${access}</dd>`,
      )}
    </dl>`;
}

function linesOf(document: Document): Line[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const area = operation.tags?.[0] ?? '';
      return { area, method, path, summary: operation.summary ?? '', access: accessOf(operation) };
    }),
  );
}

function accessOf(operation: { security?: Record<string, string[]>[]; 'x-role'?: unknown }): string {
  const { security = [], 'x-role': role } = operation;
  if (security.length === 0) return 'Public.';
  if (role === 'support') return 'Signed in, support only.';
  if (role === 'admin') return 'Signed in, an admin of the company only.';
  return security.some((scheme) => 'setupToken' in scheme) ? 'With a setup link.' : 'Signed in.';
}
