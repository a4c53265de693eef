import type { AppMiddleware } from './app-state.ts';

/** The same tree at both: `/scim/v2` is the one shown to people. */
const BASES = ['/scim/v2', '/scim'];

/** Path parts that may be recorded as they are; any other part of an unknown path could be somebody's name. */
const KNOWN_PARTS = new Set([
  'scim',
  'v1',
  'v2',
  'v3',
  'api',
  'users',
  'groups',
  'bulk',
  'me',
  'schemas',
  'resourcetypes',
  'serviceproviderconfig',
  '.search',
]);

const MOST_PARTS = 8;

/**
 * The path below the SCIM base, or null when it is no SCIM path. A doubled and a trailing slash count as if they were not
 * there: JumpCloud appends `/Users` to whatever was typed into Base URL.
 */
export function scimPath(path: string): string | null {
  const tidy = tidied(path);
  for (const base of BASES) {
    if (tidy === base) return '/';
    if (tidy.startsWith(`${base}/`)) return tidy.slice(base.length);
  }
  return null;
}

/**
 * A template for a path that no route named: everything is redacted that is not a word of SCIM's own.
 * @param from below the SCIM base, where there is one, or the whole path, so that a wrong base can be seen.
 */
export function redactedPath(path: string, from: 'base' | 'root' = 'base'): string {
  const below = from === 'base' ? scimPath(path) : null;
  const parts = tidied(below ?? path)
    .split('/')
    .slice(1, MOST_PARTS);
  return `/${parts.map((part) => (part === '' || KNOWN_PARTS.has(part.toLowerCase()) ? part : '{id}')).join('/')}`;
}

/** Runs a middleware for SCIM paths only, with the base taken off the path, so that both bases have the same routes. */
export function underScim(middleware: AppMiddleware): AppMiddleware {
  return async (ctx, next) => {
    const path = scimPath(ctx.path);
    if (path === null) {
      await next();
      return;
    }
    // To set the path alone takes the URL apart and puts it together again.
    ctx.url = path + ctx.search;
    await middleware(ctx, () => Promise.resolve());
  };
}

function tidied(path: string): string {
  const single = path.replace(/\/{2,}/g, '/');
  return single.length > 1 ? single.replace(/\/$/, '') : single;
}
