/** What a setup link holds: where its server is, and the token that opens the session. */
export type SetupLink =
  { ok: true; base: string; token: string } | { ok: false; why: 'link-invalid' | 'link-insecure' };

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads a pasted setup link (`PUBLIC_URL/setup/<token>`). Only https is safe, except on this very computer. */
export function parseSetupLink(text: string): SetupLink {
  const url = urlOf(text.trim());
  const match = url && /^(.*)\/setup\/([^/]+)\/?$/.exec(url.pathname);
  const [, path, token] = match ?? [];
  if (!url || path === undefined || token === undefined) return { ok: false, why: 'link-invalid' };
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (!isSafe) return { ok: false, why: url.protocol === 'http:' ? 'link-insecure' : 'link-invalid' };
  return { ok: true, base: url.origin + path, token: decodeURIComponent(token) };
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
