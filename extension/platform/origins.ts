/** The admin sites, and where the assistant opens each. The manifest has exactly these origins. */
export const SITE_HOSTS = {
  dialpad: ['dialpad.com', 'sandbox.dialpad.com'],
  jumpcloud: ['console.jumpcloud.com', 'console.eu.jumpcloud.com'],
} as const;

/** Match patterns of the admin sites, as the manifest names them. */
export const ADMIN_PATTERNS = Object.values(SITE_HOSTS)
  .flat()
  .map((host) => `https://${host}/*`);

/** The site of an exact origin, or null for every other. */
export function siteOfOrigin(origin: string | null): 'dialpad' | 'jumpcloud' | null {
  if (origin === null) return null;
  if (SITE_HOSTS.dialpad.some((host) => origin === `https://${host}`)) return 'dialpad';
  return SITE_HOSTS.jumpcloud.some((host) => origin === `https://${host}`) ? 'jumpcloud' : null;
}
