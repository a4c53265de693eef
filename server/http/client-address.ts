import type { IncomingMessage } from 'node:http';
import { type BlockList, isIP } from 'node:net';
import type { TrustProxy } from '../config-forms.ts';

/**
 * The address that the request came from: the peer's own, or, behind proxies that are trusted, the one before them in
 * X-Forwarded-For.
 */
export function clientAddress(request: IncomingMessage, trust: TrustProxy): string {
  const hops = [...forwardedFor(request), plain(request.socket.remoteAddress ?? '')].reverse();
  const first =
    trust.kind === 'hops'
      ? hops[Math.min(trust.count, hops.length - 1)]
      : hops.find((hop, index) => index === hops.length - 1 || !contains(trust.networks, hop));
  return first ?? '';
}

/**
 * Whether the request was made on this machine. One that came through a proxy which nobody declared was not: the proxy
 * may stand on this machine, its visitors do not.
 */
export function isLocal(request: IncomingMessage, trust: TrustProxy): boolean {
  const undeclared = trust.kind === 'hops' && trust.count === 0;
  if (undeclared && (request.headers['x-forwarded-for'] || request.headers.forwarded)) return false;
  const address = clientAddress(request, trust);
  return address === '::1' || /^127\./.test(address);
}

function forwardedFor(request: IncomingMessage): string[] {
  const header = request.headers['x-forwarded-for'];
  const text = Array.isArray(header) ? header.join(',') : (header ?? '');
  return text
    .split(',')
    .map((part) => plain(part.trim()))
    .filter((part) => isIP(part) !== 0);
}

/** IPv4 addresses may come mapped into IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

function contains(networks: BlockList, address: string): boolean {
  return isIP(address) !== 0 && networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
