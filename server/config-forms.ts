import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Secret } from '../shared/secret.ts';

/** Which store: a SQLite file, or a PostgreSQL database (its address holds a password). */
export type DatabaseConfig = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: Secret };

/** Which hops before this server are ours: their number, or their networks. */
export type TrustProxy = { kind: 'hops'; count: number } | { kind: 'networks'; networks: BlockList };

const MOST_HOPS = 32;
const PUBLIC_URL_FORM = 'must be an http or https address without query, such as https://scim.example.com';
const ISSUER_FORM =
  'must be an https address without query (http only on this machine), such as https://login.example.com';
const TRUST_PROXY_FORM = 'must be a number of proxies, or CIDRs such as 10.0.0.0/8 with commas between';

/** A whole number between two, both included. */
export function whole(least: number, most: number) {
  const form = `must be a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d+$/, form)
    .transform(Number)
    .refine((value) => value >= least && value <= most, form);
}

/** An address of this server, without its last slashes; empty: none. */
export const publicUrl = z.string().transform((text, context): { url: string | null } => {
  if (text === '') return { url: null };
  const url = URL.parse(text);
  const usable = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  return usable ? { url: url.href.replace(/\/+$/, '') } : refuse(context, PUBLIC_URL_FORM);
});

/** `sqlite:` and a path, or the address of a PostgreSQL database. */
export const databaseUrl = z.string().transform((text, context): DatabaseConfig => {
  if (/^postgres(ql)?:/.test(text)) {
    const url = URL.parse(text);
    if (url && url.pathname.length > 1) return { kind: 'postgres', url: new Secret(text) };
    return refuse(context, 'must be postgres://USER:PASSWORD@HOST:PORT/DATABASE');
  }
  const path = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(text)?.[1];
  if (!path) return refuse(context, 'must be sqlite: and a path, such as sqlite:data/app.sqlite, or postgres://…');
  return { kind: 'sqlite', file: resolve(path) };
});

/** A number of proxies, or CIDRs with commas between. */
export const trustProxy = z.string().transform((text, context): TrustProxy => {
  if (/^\d+$/.test(text)) {
    const count = Number(text);
    return count <= MOST_HOPS ? { kind: 'hops', count } : refuse(context, TRUST_PROXY_FORM);
  }
  const networks = new BlockList();
  const all = text.split(',').every((part) => addNetwork(networks, part.trim()));
  return all ? { kind: 'networks', networks } : refuse(context, TRUST_PROXY_FORM);
});

/** An OpenID Connect provider; empty: none. */
export const issuer = z.string().refine((text) => text === '' || isIssuer(text), ISSUER_FORM);

/** What nobody may read, or null. */
export const secret = z.string().transform((text) => (text ? new Secret(text) : null));

function refuse(context: z.RefinementCtx<string>, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.search || url.hash || url.username) return false;
  const isHere = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127\./.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere);
}

function addNetwork(networks: BlockList, text: string): boolean {
  const [address = '', prefix] = text.split('/');
  const version = isIP(address);
  if (version === 0) return false;
  const most = version === 6 ? 128 : 32;
  const length = prefix === undefined ? most : Number(prefix);
  if (prefix === '' || !Number.isInteger(length) || length < 0 || length > most) return false;
  networks.addSubnet(address, length, version === 6 ? 'ipv6' : 'ipv4');
  return true;
}
