import type { AppContext } from './app-state.ts';

/** The template of the route that took a request, or null when none did: what logs and figures may show of a URL. */
export function routeOf(ctx: AppContext): string | null {
  const noted = ctx.state.activity?.route;
  if (noted) return noted;
  const matched: unknown = ctx._matchedRoute;
  return typeof matched === 'string' ? matched : null;
}
