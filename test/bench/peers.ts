import { createOperations, type Operation } from './operations.ts';
import type { PeerName } from './peer-names.ts';
import type { Server } from './servers.ts';
import type { ServerFigures } from './turns.ts';

/** What is asked of a peer: what an ordinary store behind it can answer without reading every user. */
const OPERATIONS = ['get', 'userName', 'page', 'create', 'replace', 'patch', 'delete'] as const;
export type PeerOperation = (typeof OPERATIONS)[number];

export type PeerFigures = ServerFigures<PeerOperation> & { name: PeerName; filledPerSecond: number };

/** The operations that are measured on both sides. */
export function peerOperations(): (Operation & { name: PeerOperation })[] {
  const compared = (operation: Operation): operation is Operation & { name: PeerOperation } =>
    (OPERATIONS as readonly string[]).includes(operation.name);
  return createOperations().filter(compared);
}

/** The peer on a store of its own, to be filled with the same users and measured by the same requests. */
export function peerServer(name: PeerName, env: Record<string, string>): Server {
  return { program: `${name}-process.ts`, env: { ...env, NODE_ENV: 'production' }, processes: 1 };
}
