import type { Activity, RefusedCall } from './activity.ts';
import type { DomainRequest } from './domain-request.ts';
import type { Evidence } from './evidence.ts';
import type { Guidance } from './guidance.ts';
import type { Flow } from './steps.ts';
import type { Target } from './targets.ts';

export const PRODUCTS = ['ai-voice', 'ai-sales', 'ai-contact-center'] as const;
export type Product = (typeof PRODUCTS)[number];

export const PLANS = ['standard', 'pro', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

/** What a setup session may know of its company. */
export type SnapshotCompany = {
  id: string;
  name: string;
  product: Product;
  plan: Plan;
  /** Whether product and plan may use SCIM. */
  eligible: boolean;
  primaryDomain: string;
  allowedDomains: string[];
};

/** A browser that is connected to the session. */
export type ConnectedBrowser = { id: string; label: string; connectedAt: string; lastSeenAt: string };

/** A key of the company that was in the Token Key field when something was pressed. */
export type PressedKey = { fingerprint: string; last4: string };

/** The key that JumpCloud used before; `retiredAt` (ISO 8601) once it is revoked or has expired. */
export type OldKey = { last4: string; retiredAt: string | null };

/** All that the server knows of a setup session, at one moment: the input of `progress` and `diagnosis`. */
export type SetupSnapshot = {
  session: { id: string; target: Target; flow: Flow; createdAt: string; expiresAt: string };
  company: SnapshotCompany;
  /** What was asked of support about the domain of JumpCloud's test user, or null. */
  domainRequest: DomainRequest | null;
  /** How the session is shared with support, or null while it is not. */
  guidance: Guidance | null;
  /** What goes into JumpCloud's Base URL field. */
  baseUrl: string;
  /** Whether JumpCloud's cloud can reach the Base URL: false when it is loopback or not https. */
  reachable: boolean;
  /** Addresses that the session issued for JumpCloud's Test User Email, newest last. */
  testAddresses: string[];
  browsers: ConnectedBrowser[];
  evidence: Evidence[];
  /** The company's calls since the session began, oldest first, the last 200. */
  activity: Activity[];
  /** Calls that carried what a press of this session had in its Token Key field, and were none of the company's. */
  refused: RefusedCall[];
  /** Of the keys that presses of this session had in the Token Key field: those that are the company's. */
  pressedKeys: PressedKey[];
  /** What a replacement of the key replaces; null when no key of the company was in use before the session. */
  oldKey: OldKey | null;
  /** ISO 8601 of the first account that is not a test user, or null. */
  firstUserAt: string | null;
  /** The server's clock when it made this. */
  now: string;
};

/**
 * Whether one snapshot of a session was made before another: it lacks evidence, or else calls, that the other has. Both only
 * grow, and need no clock, of which each process of the server has its own.
 */
export function isOlder(one: SetupSnapshot, other: SetupSnapshot): boolean {
  const [seen, before] = [newestOf(one), newestOf(other)];
  if (seen.at !== before.at) return seen.at < before.at;
  return seen.facts === before.facts ? seen.call < before.call : seen.facts < before.facts;
}

/** The newest evidence, of how many facts there is some, and the newest call. Evidence and calls are oldest first. */
function newestOf({ evidence, activity }: SetupSnapshot): { at: string; facts: number; call: number } {
  return { at: evidence.at(-1)?.at ?? '', facts: evidence.length, call: activity.at(-1)?.id ?? 0 };
}
