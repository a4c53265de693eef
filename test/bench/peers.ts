import { createOperations, type Operation } from './operations.ts';
import type { PeerName } from './peer-names.ts';
import { type Bench, fillStore, measureOperations, type ServerFigures } from './servers.ts';

/** What is asked of a peer: what an ordinary store behind it can answer without reading every user. */
const OPERATIONS = ['get', 'userName', 'page', 'create', 'replace', 'patch', 'delete'] as const;
export type PeerOperation = (typeof OPERATIONS)[number];

export type PeerFigures = ServerFigures<PeerOperation> & { name: PeerName };

/** The operations that are measured on both sides. */
export function peerOperations(): (Operation & { name: PeerOperation })[] {
  const compared = (operation: Operation): operation is Operation & { name: PeerOperation } =>
    (OPERATIONS as readonly string[]).includes(operation.name);
  return createOperations().filter(compared);
}

/** Fills the peer's store with the same users and measures it by the same requests. */
export async function measurePeer(
  name: PeerName,
  users: number,
  env: Record<string, string>,
  bench: Bench,
): Promise<PeerFigures> {
  bench.say(`beside it: ${name}`);
  const server = { program: `${name}-process.ts`, env: { ...env, NODE_ENV: 'production' }, processes: 1 };
  const { filled, filledPerSecond } = await fillStore(server, users, bench);
  return { name, filledPerSecond, ...(await measureOperations(server, filled, peerOperations(), bench, null)) };
}
