import { randomBytes } from 'node:crypto';
import type { ClientBehaviour } from './behaviour.ts';
import { activePatch, renameBody, testGroupBody, testUserBody, testUserUpdateBody } from './bodies.ts';
import { ScimFailure } from './calls.ts';
import { decodeGroup, decodeList, decodeUser } from './decode.ts';
import type { Send } from './transport.ts';

/** What the console hands over when Test Connection, Activate or Update is pressed. */
export interface ActivationInput {
  readonly testEmail: string;
  readonly groupManagement: boolean;
  readonly scimVersion: '1.1' | '2.0';
}

const groupsUnsupported: readonly number[] = [403, 404, 501];
const deleteUnsupported: readonly number[] = [405, 501];

/** A JumpCloud object id: 24 hex digits. */
export function objectId(): string {
  return randomBytes(12).toString('hex');
}

async function readList(send: Send, input: ActivationInput): Promise<void> {
  const { body } = await send({ method: 'GET', path: '/Users', note: 'list users' });
  // The 1.1 client looks for the 1.0 schema in the answer, which no 2.0 server sends.
  if (input.scimVersion === '1.1') throw new ScimFailure('the list does not carry urn:scim:schemas:core:1.0', null);
  decodeList(body, decodeUser);
}

async function probeExistence(
  send: Send,
  behaviour: ClientBehaviour,
  email: string,
  externalId: string,
): Promise<void> {
  const note = 'does the test user exist?';
  if (behaviour.existenceProbe === 'by-id') {
    await send({ method: 'GET', path: `/Users/${objectId()}`, note, tolerated: [404] });
    return;
  }
  const value = behaviour.existenceProbe === 'userName' ? email : externalId;
  const filter = `${behaviour.existenceProbe} eq "${value}"`;
  decodeList((await send({ method: 'GET', path: '/Users', query: { filter }, note })).body, decodeUser);
}

async function testGroup(
  send: Send,
  behaviour: ClientBehaviour,
  input: ActivationInput,
  userId: string,
): Promise<void> {
  if (!input.groupManagement && behaviour.groupTestWhenOff === 'skip') return;
  const created = await send({
    method: 'POST',
    path: '/Groups',
    body: testGroupBody(behaviour.testGroupMembers ? userId : null),
    note: 'create the test group',
    ...(input.groupManagement ? {} : { tolerated: groupsUnsupported }),
  });
  if (created.status >= 400) return;
  const path = `/Groups/${decodeGroup(created.body).id}`;
  decodeGroup((await send({ method: 'GET', path, note: 'read the test group' })).body);
  const renamed = await send({
    method: 'PATCH',
    path,
    body: renameBody('new-group-name'),
    note: 'rename the test group',
  });
  if (renamed.status !== 200) throw new ScimFailure(`rename was answered ${renamed.status}, not 200`, renamed.status);
  if (`/Groups/${decodeGroup(renamed.body).id}` !== path) throw new ScimFailure('the group changed its id', null);
  await send({ method: 'DELETE', path, note: 'delete the test group' });
}

async function deactivate(send: Send, behaviour: ClientBehaviour, id: string, email: string): Promise<void> {
  const path = `/Users/${id}`;
  const note = 'deactivate the test user';
  if (behaviour.suspendForm === 'put') {
    await send({ method: 'PUT', path, body: testUserUpdateBody(id, email, false), note });
  } else {
    await send({ method: 'PATCH', path, body: activePatch(false, behaviour.suspendForm), note });
  }
}

/**
 * The cycle that JumpCloud runs before it lets an integration live: 13 calls, one of which may be a tolerated 404 (number,
 * bodies and the group part's 201/200/200/204 seen from a live tenant; the order of the user part is inferred). A call that
 * stays refused abandons the run as it is: the test user is removed only when everything passed.
 */
export async function runCycle(send: Send, behaviour: ClientBehaviour, input: ActivationInput): Promise<void> {
  await readList(send, input);
  const { testEmail } = input;
  const externalId = objectId();
  await probeExistence(send, behaviour, testEmail, externalId);
  const created = await send({
    method: 'POST',
    path: '/Users',
    body: testUserBody(testEmail, behaviour.sendExternalId ? externalId : null),
    note: 'create the test user',
  });
  if (created.status !== 201) throw new ScimFailure(`create was answered ${created.status}, not 201`, created.status);
  const { id } = decodeUser(created.body);
  const path = `/Users/${id}`;
  decodeUser((await send({ method: 'GET', path, note: 'read the test user' })).body);
  const put = {
    method: 'PUT',
    path,
    body: testUserUpdateBody(id, testEmail, true),
    note: 'update the test user',
  } as const;
  decodeUser((await send(put)).body);
  decodeUser((await send({ method: 'GET', path, note: 'read the updated test user' })).body);
  await testGroup(send, behaviour, input, id);
  await deactivate(send, behaviour, id, testEmail);
  const off = decodeUser((await send({ method: 'GET', path, note: 'read the deactivated test user' })).body);
  if (off.json['active'] !== false) throw new ScimFailure('the test user is still active', null);
  const note = 'delete the test user';
  const gone = await send({ method: 'DELETE', path, note, tolerated: deleteUnsupported });
  // No DELETE for users: the account stays, deactivated, and must be removed by hand (JumpCloud's custom SCIM article).
  if (gone.status >= 400) await deactivate(send, behaviour, id, testEmail);
}

/** Test Connection: a list of users, or the whole cycle. */
export async function testConnection(send: Send, behaviour: ClientBehaviour, input: ActivationInput): Promise<void> {
  if (behaviour.testConnection === 'whole-cycle') await runCycle(send, behaviour, input);
  else await readList(send, input);
}
