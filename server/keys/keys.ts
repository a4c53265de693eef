import { hash, randomInt, randomUUID } from 'node:crypto';
import {
  API_KEY_BODY_LENGTH,
  apiKeyFrom,
  apiKeyKind,
  base62Digit,
  DEFAULT_SCOPES,
  type Scope,
} from '../../shared/api-key.ts';
import { Secret } from '../../shared/secret.ts';
import { type Company, notEligible } from '../companies/companies.ts';
import type { Along } from '../db/database.ts';
import { DomainError, notFound } from '../errors.ts';
import { createConnections } from './connection.ts';
import { createKnownKeys, withoutHash } from './known-keys.ts';
import { createLastUse } from './last-use.ts';
import type { ApiKey, KeyStore, StoredKey } from './store.ts';

export type { ApiKey } from './store.ts';

/** What a bearer token is: a key that works, one that no longer does, or none of ours. */
type KeyCheck = { kind: 'valid'; key: ApiKey } | { kind: 'revoked' | 'expired'; key: ApiKey } | { kind: 'unknown' };

type NewKey = {
  name: string;
  /** Who made it: a person's e-mail, or "command line". */
  createdBy: string;
  /** Milliseconds; null = never. */
  expiresInMs?: number | null;
  scopes?: readonly Scope[];
};

/** A key just made, with its text: the only time it can be shown. */
export type CreatedKey = { key: ApiKey; secret: Secret };

/** How long the old key lives on, and who asked for it. */
type Rotation = { overlapMs: number; createdBy: string };

/** What goes along with a change of this key: made with it, or not at all. */
type AlongKey = (key: ApiKey) => Along;
const nothing: AlongKey = () => [];

const RANDOM_LENGTH = API_KEY_BODY_LENGTH - 6;
const LONGEST_NAME = 80;

type Deps = {
  store: KeyStore;
  now: () => Date;
  onForeignChange: (listener: () => void) => unknown;
};

/** API keys: made, shown once, checked, rotated and revoked. */
export function createKeys({ store, now, onForeignChange }: Deps) {
  const known = createKnownKeys(store);
  const lastUse = createLastUse(store, now);
  onForeignChange(known.forget);

  /** @throws DomainError 403 for a company whose plan may not use SCIM, 400 for a bad name. */
  async function create(company: Company, wanted: NewKey, along = nothing): Promise<CreatedKey> {
    if (!company.eligible) throw new DomainError(403, notEligible(company), { reason: 'plan-not-eligible' });
    const { stored, created } = makeKey(company.id, wanted, now());
    await store.insert(company.id, stored, along(created.key));
    return created;
  }

  /**
   * A new key like the old one (name, scopes, lifetime); the old one lives on for the overlap. A key may be rotated again in that
   * time, such as when the new one got lost.
   * @throws DomainError 404 for an unknown key, 409 for one that is revoked or expired, 403 as `create`.
   */
  async function rotate(company: Company, id: string, how: Rotation, along = nothing): Promise<CreatedKey> {
    const { overlapMs, createdBy } = how;
    if (!company.eligible) throw new DomainError(403, notEligible(company), { reason: 'plan-not-eligible' });
    const old = await find(company.id, id);
    const at = now();
    const state = stateOf(old, at);
    if (state !== 'valid') throw new DomainError(409, `The key "${old.name}" is ${state}; create a new one instead.`);
    const expiresInMs = old.madeUntil === null ? null : Date.parse(old.madeUntil) - Date.parse(old.createdAt);
    const like = { name: old.name, scopes: old.scopes, createdBy, expiresInMs };
    const { stored, created } = makeKey(company.id, like, at);
    const overlapEnd = new Date(at.getTime() + overlapMs).toISOString();
    const oldEnd = old.expiresAt !== null && old.expiresAt < overlapEnd ? old.expiresAt : overlapEnd;
    await store.replace(company.id, id, oldEnd, stored, along(created.key));
    known.forget();
    return created;
  }

  /** Ends a key at once. Revoking twice changes nothing. @throws DomainError 404. */
  async function revoke(companyId: string, id: string, along = nothing): Promise<ApiKey> {
    const key = withoutHash(await find(companyId, id));
    await store.revoke(companyId, id, now().toISOString(), along(key));
    known.forget();
    return withoutHash(await find(companyId, id));
  }

  /** What a bearer token is. A key of ours is looked up in memory first, which any change drops. */
  async function check(token: string): Promise<KeyCheck> {
    const hashed = hashOf(token);
    const key = known.peek(hashed) ?? (apiKeyKind(token) === 'ours' ? await known.find(hashed) : null);
    return key ? { kind: stateOf(key, now()), key } : { kind: 'unknown' };
  }

  async function find(companyId: string, id: string): Promise<StoredKey> {
    const stored = await store.byId(companyId, id);
    if (!stored) throw notFound(`API key "${id}" of this company`);
    return stored;
  }

  return {
    create,
    rotate,
    revoke,
    check,
    /** Notes that a key was used. Returns at once. */
    touch: lastUse.touch,
    /** The key, of whichever company, that has this fingerprint (`shared/fingerprint`): a hash cut short. */
    byFingerprint: async (fingerprint: string): Promise<ApiKey | null> => {
      const stored = await store.byHashPrefix(fingerprint);
      return stored && withoutHash(stored);
    },
    /** Every key of a company, oldest first. */
    list: async (companyId: string): Promise<ApiKey[]> => (await store.list(companyId)).map(withoutHash),
    /** Whether JumpCloud is connected to each of the companies, as far as their keys tell. */
    connections: createConnections(store, now),
    /** Waits for what `touch` still writes. */
    close: lastUse.settle,
  };
}

export type Keys = ReturnType<typeof createKeys>;

function makeKey(companyId: string, wanted: NewKey, at: Date): { stored: StoredKey; created: CreatedKey } {
  const text = apiKeyFrom(Array.from({ length: RANDOM_LENGTH }, () => base62Digit(randomInt(62))).join(''));
  const lifetime = wanted.expiresInMs ?? null;
  const end = lifetime === null ? null : new Date(at.getTime() + lifetime).toISOString();
  const stored: StoredKey = {
    id: randomUUID(),
    companyId,
    name: keyName(wanted.name),
    hash: hashOf(text),
    last4: text.slice(-4),
    scopes: [...(wanted.scopes ?? DEFAULT_SCOPES)],
    createdBy: wanted.createdBy,
    createdAt: at.toISOString(),
    madeUntil: end,
    expiresAt: end,
    firstUsedAt: null,
    lastUsedAt: null,
    revokedAt: null,
  };
  return { stored, created: { key: withoutHash(stored), secret: new Secret(text) } };
}

function stateOf(key: ApiKey, at: Date): 'valid' | 'revoked' | 'expired' {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= at.getTime() ? 'expired' : 'valid';
}

function keyName(text: string): string {
  const name = text.trim();
  if (name && name.length <= LONGEST_NAME) return name;
  throw new DomainError(400, `An API key's name has 1 to ${LONGEST_NAME} characters.`, { reason: 'invalid' });
}

/** A key has 200 random bits, so a plain hash is enough to keep it by. */
function hashOf(text: string): string {
  return hash('sha256', text);
}

/** What people call a key: its name and the end of it. */
export function nameOf({ name, last4 }: Pick<ApiKey, 'name' | 'last4'>): string {
  return `${name} (…${last4})`;
}
