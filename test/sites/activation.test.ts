import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCycle, testConnection } from './jumpcloud/client/activation.ts';
import type { ActivationInput } from './jumpcloud/client/activation.ts';
import { defaultBehaviour } from './jumpcloud/client/behaviour.ts';
import type { ClientBehaviour } from './jumpcloud/client/behaviour.ts';
import { collect } from './jumpcloud/client/calls.ts';
import type { Sync } from './jumpcloud/client/calls.ts';
import { createSend } from './jumpcloud/client/transport.ts';
import { startScimDouble } from './scim-double.ts';
import type { ScimDouble } from './scim-double.ts';

let double: ScimDouble;

beforeEach(async () => {
  double = await startScimDouble();
});

afterEach(() => double.close());

const input: ActivationInput = { testEmail: 'test-user@example.com', groupManagement: true, scimVersion: '2.0' };

function run(
  work: typeof runCycle,
  change: Partial<ClientBehaviour> = {},
  given: Partial<ActivationInput> = {},
  connection = { baseUrl: double.baseUrl, token: double.token },
): Promise<Sync> {
  const behaviour = { ...defaultBehaviour, ...change };
  return collect(
    () => undefined,
    (record) => work(createSend(connection, behaviour, record), behaviour, { ...input, ...given }),
  );
}

function recorded(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../data/jumpcloud/${name}.json`, import.meta.url), 'utf8'));
}

function statuses(sync: Sync): (number | null)[] {
  return sync.calls.map(({ status }) => status);
}

describe('the activation cycle', () => {
  it('makes 13 calls, one of them a tolerated 404, and leaves nothing behind', async () => {
    const sync = await run(runCycle);
    expect(sync.ok).toBe(true);
    expect(statuses(sync)).toEqual([200, 404, 201, 200, 200, 200, 201, 200, 200, 204, 200, 200, 204]);
    expect(double.resources.size).toBe(0);
  });

  it('sends the bodies that live tenants were seen to send', async () => {
    await run(runCycle);
    const bodies = double.received.filter(({ body }) => body !== null).map(({ body }) => body);
    expect(bodies[0]).toEqual({
      ...(recorded('test-user-create') as object),
      externalId: expect.stringMatching(/^[0-9a-f]{24}$/) as unknown,
    });
    expect(bodies[1]).toEqual({ ...(recorded('test-user-put') as object), id: 'id-1' });
    expect(bodies[2]).toEqual(recorded('test-group-create'));
    expect(bodies[3]).toEqual(recorded('test-group-rename'));
  });

  it.each(['userName', 'externalId'] as const)('may look the test user up by %s', async (existenceProbe) => {
    const sync = await run(runCycle, { existenceProbe });
    expect(sync.ok).toBe(true);
    expect(sync.calls[1]).toMatchObject({ status: 200, path: `/scim/v2/Users?filter=${existenceProbe} eq "…"` });
  });

  it.each(['put', 'patch-path', 'patch-pathless'] as const)('deactivates the test user by %s', async (suspendForm) => {
    const sync = await run(runCycle, { suspendForm });
    expect(sync.ok).toBe(true);
    expect(sync.calls[10]?.method).toBe(suspendForm === 'put' ? 'PUT' : 'PATCH');
  });

  it.each([2, 4])('makes a refused call %i times and then cleans nothing up', async (attempts) => {
    double.intercept = ({ method, path }) => (method === 'POST' && path.endsWith('/Groups') ? { status: 400 } : null);
    const sync = await run(runCycle, { attempts });
    expect(sync.ok).toBe(false);
    expect(statuses(sync).filter((status) => status === 400)).toHaveLength(attempts);
    expect(sync.calls.some(({ method }) => method === 'DELETE')).toBe(false);
    expect(double.resources.size).toBe(1);
  });

  it('gets through without groups when group management is off, and fails when it is on', async () => {
    double.intercept = ({ path }) => (path.includes('/Groups') ? { status: 501 } : null);
    expect((await run(runCycle, {}, { groupManagement: false })).ok).toBe(true);
    expect((await run(runCycle, {}, { groupManagement: true })).ok).toBe(false);
  });

  it('leaves the test user deactivated where there is no DELETE for users', async () => {
    double.intercept = ({ method, path }) => (method === 'DELETE' && path.includes('/Users') ? { status: 405 } : null);
    expect((await run(runCycle)).ok).toBe(true);
    expect([...double.resources.values()]).toEqual([expect.objectContaining({ active: false })]);
  });

  it.each([
    ['an integer id', { id: 7 }],
    ['active as a string', { active: 'true' }],
    ['emails as an object', { emails: {} }],
    ['a name that is a string', { name: 'x' }],
  ])('fails to decode %s', async (_name, wrong) => {
    double.intercept = ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/Users')
        ? { status: 201, body: { ...(body as object), id: 'x', ...wrong } }
        : null;
    const sync = await run(runCycle);
    expect(sync.problem).toMatch(/^cannot decode/);
  });

  it('waits for Retry-After or gives up, as it is told', async () => {
    let refusals = 1;
    double.intercept = ({ method }) => {
      if (method !== 'PUT' || refusals === 0) return null;
      refusals -= 1;
      return { status: 429, headers: { 'retry-after': '0' } };
    };
    expect((await run(runCycle)).ok).toBe(true);
    refusals = 1;
    expect((await run(runCycle, { onBusy: 'give-up' })).ok).toBe(false);
  });
});

describe('Test Connection', () => {
  it('reads a list, or runs the whole cycle', async () => {
    expect((await run(testConnection)).calls).toHaveLength(1);
    expect((await run(testConnection, { testConnection: 'whole-cycle' })).calls).toHaveLength(13);
  });

  it('stops after one refusal of the token', async () => {
    const sync = await run(testConnection, {}, {}, { baseUrl: double.baseUrl, token: 'wrong' });
    expect(statuses(sync)).toEqual([401]);
  });

  it('turns a trailing slash into a doubled one', async () => {
    await run(testConnection, {}, {}, { baseUrl: `${double.baseUrl}/`, token: double.token });
    expect(double.received[0]?.path).toBe('/scim/v2//Users');
  });

  it('does not get along with SCIM 1.1', async () => {
    expect((await run(testConnection, {}, { scimVersion: '1.1' })).ok).toBe(false);
  });

  it('never leaves the loopback, and not even that behind a firewall', async () => {
    const far = await run(testConnection, {}, {}, { baseUrl: 'https://dialpad.com/scim', token: 'x' });
    expect(far.calls).toEqual([expect.objectContaining({ status: null, note: 'list users (cannot be reached)' })]);
    expect((await run(testConnection, { network: 'blocked' })).ok).toBe(false);
    expect(double.received).toEqual([]);
    const elsewhere = await run(testConnection, { network: 'elsewhere' });
    expect([elsewhere.ok, elsewhere.calls.length, double.received]).toEqual([true, 1, []]);
    const origins = { 'https://dialpad.com': new URL(double.baseUrl).origin };
    const moved = { baseUrl: 'https://dialpad.com/scim/v2', token: double.token };
    expect((await run(testConnection, { origins }, {}, moved)).ok).toBe(true);
  });

  it('comes by another path when a proxy changes it', async () => {
    await run(testConnection, { proxyPath: '/gateway' });
    expect(double.received[0]?.path).toBe('/gateway/scim/v2/Users');
  });
});
