/** SCIM servers that can be put beside ours. */
export const PEER_NAMES = ['scimmy'] as const;
export type PeerName = (typeof PEER_NAMES)[number];

export function isPeerName(name: string): name is PeerName {
  return (PEER_NAMES as readonly string[]).includes(name);
}
