import { describe, expect, it } from 'vitest';
import { API_KEY_BODY_LENGTH, API_KEY_PREFIX, apiKeyFrom, apiKeyKind } from '../../shared/api-key.ts';
import { durationMs } from '../../shared/duration.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { Secret } from '../../shared/secret.ts';
import { domainOf, isAllowed } from '../../shared/setup/domains.ts';
import { mayUseScim } from '../../shared/setup/eligibility.ts';
import { PLANS, PRODUCTS } from '../../shared/setup/snapshot.ts';

const KEY = apiKeyFrom('0123456789abcdefghijABCDEFGHIJ0123');

describe('an API key', () => {
  it('is a prefix and 40 characters, the last six of them a checksum', () => {
    expect(KEY).toHaveLength(API_KEY_PREFIX.length + API_KEY_BODY_LENGTH);
    expect(apiKeyKind(KEY)).toBe('ours');
  });

  it.each([
    ['cut off', KEY.slice(0, -1)],
    ['mistyped', KEY.replace('a', 'b')],
    ['followed by something', `${KEY} `],
    ['only a prefix', API_KEY_PREFIX],
  ])('is known to be damaged when it is %s', (_name, text) => {
    expect(apiKeyKind(text)).toBe('damaged');
  });

  it('is somebody else’s without the prefix', () => {
    expect(apiKeyKind('a-real-dialpad-key')).toBe('foreign');
  });
});

describe('a domain', () => {
  it.each([
    ['ana@Acme.Example', 'acme.example'],
    ['"a@b"@acme.example', 'acme.example'],
    ['ana', null],
    ['@acme.example', null],
    ['ana@', null],
  ])('of %s is %s', (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });

  it.each([
    ['acme.example', true],
    ['ACME.example', true],
    ['jumpcloud.com', true],
    ['mail.acme.example', false],
    ['notacme.example', false],
  ])('%s is allowed: %s', (domain, allowed) => {
    expect(isAllowed(domain, { primaryDomain: 'Acme.example', allowedDomains: ['JumpCloud.com'] })).toBe(allowed);
  });

  it('is always allowed where any is', () => {
    expect(isAllowed('whatever.example', { primaryDomain: 'acme.example', allowedDomains: ['*'] })).toBe(true);
  });
});

describe('eligibility', () => {
  it('is for every product and plan but Ai Voice on Standard', () => {
    const refused = PRODUCTS.flatMap((product) => PLANS.map((plan) => ({ product, plan }))).filter(
      ({ product, plan }) => !mayUseScim(product, plan),
    );
    expect(refused).toEqual([{ product: 'ai-voice', plan: 'standard' }]);
  });
});

describe('a duration', () => {
  it.each([
    ['90d', 90 * 86_400_000],
    ['24h', 86_400_000],
    ['15m', 900_000],
    ['30s', 30_000],
    ['0d', null],
    ['-1d', null],
    ['1.5h', null],
    ['3', null],
    ['d', null],
  ])('%s is %s ms', (text, ms) => {
    expect(durationMs(text)).toBe(ms);
  });
});

describe('a secret', () => {
  it('shows its last four characters only, however it becomes text', () => {
    const secret = new Secret(KEY);
    expect(`${secret.toString()} ${JSON.stringify({ secret })}`).not.toContain(KEY.slice(4, 20));
    expect(secret.toString()).toBe(`…${KEY.slice(-4)}`);
    expect(secret.reveal()).toBe(KEY);
  });
});

describe('a fingerprint', () => {
  it('is the beginning of the SHA-256, the same at both ends', async () => {
    expect(await fingerprint('abc')).toBe('ba7816bf8f01cfea');
  });
});
