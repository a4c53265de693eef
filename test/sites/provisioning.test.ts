import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClientBehaviour } from './jumpcloud/client/behaviour.ts';
import { createControl } from './jumpcloud/control.ts';
import type { JumpCloudControl } from './jumpcloud/control.ts';
import { withSettings } from './jumpcloud/defaults.ts';
import type { NewPerson } from './jumpcloud/directory.ts';
import { createTenant } from './jumpcloud/state.ts';
import { startScimDouble } from './scim-double.ts';
import type { ScimDouble } from './scim-double.ts';

let double: ScimDouble;

beforeEach(async () => {
  double = await startScimDouble();
});

afterEach(() => double.close());

const john: NewPerson = { email: 'john@acme.example', givenName: 'John', familyName: 'Doe', groups: ['Sales'] };
const jane: NewPerson = { email: 'jane@acme.example', givenName: 'Jane', familyName: 'Roe', groups: ['Sales'] };

function start(client: Partial<ClientBehaviour> = {}, groupManagement = false): JumpCloudControl {
  const options = withSettings({
    people: [john],
    client,
    alreadyActive: { baseUrl: double.baseUrl, tokenKey: double.token },
  });
  const tenant = createTenant(options);
  const { integration } = tenant.state;
  tenant.state.integration = integration && { ...integration, groupManagement };
  return createControl(tenant, options);
}

function methods(calls: readonly { readonly method: string; readonly status: number | null }[]): string[] {
  return calls.map(({ method, status }) => `${method} ${status ?? 'no answer'}`);
}

function remote(name: string): Record<string, unknown> | undefined {
  return [...double.resources.values()].find((item) => item['userName'] === name || item['displayName'] === name);
}

describe('steady state', () => {
  it('provisions nobody before a group is bound, then looks up and creates its members', async () => {
    const control = start();
    expect((await control.synchronise()).calls).toEqual([]);
    expect(methods((await control.bind('Sales')).calls)).toEqual(['GET 200', 'POST 201']);
    expect(methods((await control.hire(jane)).calls)).toEqual(['GET 200', 'POST 201']);
    expect(double.resources.size).toBe(2);
  });

  it('takes an existing account of the same userName over', async () => {
    double.resources.set('old', { id: 'old', kind: 'Users', schemas: ['s'], userName: john.email });
    expect(methods((await start().bind('Sales')).calls)).toEqual(['GET 200', 'GET 200', 'PUT 200']);
    expect(double.resources.size).toBe(1);
  });

  it('updates by a merged PUT that echoes what the server added', async () => {
    const control = start();
    await control.bind('Sales');
    Object.assign(remote(john.email) ?? {}, { photos: [{ value: 'https://example.com/photo.png' }], title: 'Old' });
    const { calls } = await control.change(john.email, { department: 'C-Suite', jobTitle: 'Captain' });
    expect(methods(calls)).toEqual(['GET 200', 'PUT 200']);
    const sent = double.received.at(-1)?.body as object;
    const seen = JSON.parse(
      readFileSync(new URL('../data/jumpcloud/user-put-full.json', import.meta.url), 'utf8'),
    ) as Record<string, unknown>;
    expect(sent).toMatchObject({
      schemas: seen['schemas'],
      title: 'Captain',
      phoneNumbers: [],
      addresses: [],
      photos: seen['photos'],
    });
    for (const name of Object.keys(seen)) expect(sent).toHaveProperty([name]);
  });

  it.each(['put', 'patch-path', 'patch-pathless'] as const)(
    'suspends and reactivates the same account by %s',
    async (form) => {
      const control = start({ suspendForm: form, reactivateForm: form });
      await control.bind('Sales');
      const id = remote(john.email)?.['id'];
      expect((await control.suspend(john.email)).ok).toBe(true);
      expect(remote(john.email)).toMatchObject({ id, active: false });
      await control.reactivate(john.email);
      expect(remote(john.email)).toMatchObject({ id, active: true });
    },
  );

  it('deactivates whoever leaves the last bound group, and whose password expired', async () => {
    const control = start();
    await control.bind('Sales');
    await control.leaveGroup(john.email, 'Sales');
    expect(remote(john.email)).toMatchObject({ active: false });
    await control.joinGroup(john.email, 'Sales');
    await control.expirePassword(john.email);
    expect(remote(john.email)).toMatchObject({ active: false });
  });

  it('renames by PUT on the same id', async () => {
    const control = start();
    await control.bind('Sales');
    const id = remote(john.email)?.['id'];
    await control.change(john.email, { email: 'johnny@acme.example' });
    expect(remote('johnny@acme.example')).toMatchObject({ id });
  });

  it('reports a refusal without holding anybody else up', async () => {
    const control = start();
    await control.hire(jane);
    double.intercept = ({ method, body }) =>
      method === 'POST' && (body as { userName: string }).userName === john.email
        ? { status: 400, body: { detail: 'no' } }
        : null;
    const sync = await control.bind('Sales');
    expect(sync).toMatchObject({ ok: false, problem: 'create the user was answered 400: no' });
    expect(remote(jane.email)).toBeDefined();
  });

  it('stops at once when the integration is deactivated', async () => {
    const control = start();
    await control.bind('Sales');
    control.deactivate();
    expect((await control.suspend(john.email)).calls).toEqual([]);
    expect(remote(john.email)).toMatchObject({ active: true });
  });

  it('imports every page', async () => {
    for (let index = 0; index < 5; index += 1) {
      const id = `u${index}`;
      double.resources.set(id, { id, kind: 'Users', schemas: ['s'], userName: id });
    }
    const { calls, userNames } = await start({ pageSize: 2 }).importUsers();
    expect(calls).toHaveLength(3);
    expect(userNames).toEqual(['u0', 'u1', 'u2', 'u3', 'u4']);
  });
});

describe('groups', () => {
  it.each(['patch-values', 'patch-filter', 'patch-replace', 'patch-replace-pathless', 'put'] as const)(
    'creates, changes by %s, renames and deletes a group',
    async (memberForm) => {
      const control = start({ memberForm }, true);
      expect(methods((await control.bind('Sales')).calls)).toEqual(['GET 200', 'POST 201', 'GET 200', 'POST 201']);
      const { calls } = await control.hire(jane);
      expect(calls.at(-1)).toMatchObject({ method: memberForm === 'put' ? 'PUT' : 'PATCH', status: 200 });
      expect((await control.leaveGroup(jane.email, 'Sales')).ok).toBe(true);
      await control.renameGroup('Sales', 'Revenue');
      expect(remote('Revenue')).toBeDefined();
      expect(methods((await control.deleteGroup('Revenue')).calls)).toEqual(['DELETE 204']);
    },
  );

  it('does not create an empty group and adopts one of the same name', async () => {
    const control = start({}, true);
    expect((await control.bind('Engineering')).calls).toEqual([]);
    double.resources.set('g', { id: 'g', kind: 'Groups', schemas: ['s'], displayName: 'Sales' });
    const { calls } = await control.bind('Sales');
    expect(methods(calls)).toEqual(['GET 200', 'POST 201', 'GET 200', 'PATCH 200']);
  });
});
