import type { ClientBehaviour } from './behaviour.ts';
import { activePatch, enterpriseSchema, userSchema } from './bodies.ts';
import { ScimFailure } from './calls.ts';
import { decodeList, decodeUser } from './decode.ts';
import type { Json, Resource } from './decode.ts';
import type { Send } from './transport.ts';

/** What JumpCloud's default export mapping reads of a person. */
export interface Person {
  /** JumpCloud's object id, 24 hex digits. */
  readonly id: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly workPhone: string | null;
}

function kept(remote: Json, name: string, ours: string): unknown {
  return remote[name] ?? ours;
}

/** The attributes that the default mapping writes; `externalId`, `locale` and `preferredLanguage` keep the provider's value. */
function mapped(person: Person, active: boolean, remote: Json, behaviour: ClientBehaviour): Json {
  const held = remote[enterpriseSchema];
  const enterprise = typeof held === 'object' && held !== null ? held : {};
  return {
    userName: person.email,
    ...(behaviour.sendExternalId ? { externalId: kept(remote, 'externalId', person.id) } : {}),
    active,
    displayName: `${person.givenName} ${person.familyName}`,
    name: { givenName: person.givenName, familyName: person.familyName },
    emails: [{ value: person.email, type: 'work', primary: true }],
    title: person.jobTitle,
    locale: kept(remote, 'locale', 'en-US'),
    preferredLanguage: kept(remote, 'preferredLanguage', 'en-US'),
    // JumpCloud writes the tel: form of RFC 3966, and an empty array when the person has no number.
    phoneNumbers: person.workPhone === null ? [] : [{ value: `tel:${person.workPhone}`, type: 'work', primary: true }],
    addresses: [],
    [enterpriseSchema]: person.department === null ? enterprise : { ...enterprise, department: person.department },
  };
}

/** Looks a person up by the filter that the tenant uses; null when the server has none. */
export async function findUser(send: Send, behaviour: ClientBehaviour, person: Person): Promise<Resource | null> {
  const value = behaviour.lookup === 'userName' ? person.email : person.id;
  const query = { filter: `${behaviour.lookup} eq "${value}"` };
  const { body } = await send({ method: 'GET', path: '/Users', query, note: 'look the user up' });
  return decodeList(body, decodeUser).resources[0] ?? null;
}

/** Creates a person's account and tells its id. */
export async function createUser(send: Send, behaviour: ClientBehaviour, person: Person): Promise<string> {
  const body = { schemas: [userSchema, enterpriseSchema], ...mapped(person, true, {}, behaviour) };
  return decodeUser((await send({ method: 'POST', path: '/Users', body, note: 'create the user' })).body).id;
}

async function readUser(send: Send, id: string): Promise<Json> {
  return decodeUser((await send({ method: 'GET', path: `/Users/${id}`, note: 'read the user' })).body).json;
}

/**
 * The steady-state update: read, merge, PUT of everything. The recorded body lists the schemas in another order, holds empty
 * arrays and sends back what only the server can have set (`photos`), so whatever was read is echoed.
 */
export async function putUser(
  send: Send,
  behaviour: ClientBehaviour,
  id: string,
  person: Person,
  active: boolean,
  note: string,
): Promise<void> {
  const remote = await readUser(send, id);
  const body = { ...remote, schemas: [enterpriseSchema, userSchema], ...mapped(person, active, remote, behaviour), id };
  const { body: answer } = await send({ method: 'PUT', path: `/Users/${id}`, body, note });
  const updated = decodeUser(answer);
  if (updated.id !== id) throw new ScimFailure('the user changed its id', null);
}

/** Suspends or reactivates an account in the form that the tenant uses; `post` ends in the server's 409. */
export async function setActive(
  send: Send,
  behaviour: ClientBehaviour,
  id: string,
  person: Person,
  active: boolean,
): Promise<void> {
  const form = active ? behaviour.reactivateForm : behaviour.suspendForm;
  const note = active ? 'reactivate the user' : 'suspend the user';
  if (form === 'post') {
    await createUser(send, behaviour, person);
  } else if (form === 'put') {
    await putUser(send, behaviour, id, person, active, note);
  } else {
    await send({ method: 'PATCH', path: `/Users/${id}`, body: activePatch(active, form), note });
  }
}

/** The manual import: every page by `startIndex` and `count` until `totalResults` is reached. */
export async function listAllUsers(send: Send, behaviour: ClientBehaviour): Promise<readonly Resource[]> {
  const found: Resource[] = [];
  for (;;) {
    const query = { startIndex: String(found.length + 1), count: String(behaviour.pageSize) };
    const { body } = await send({ method: 'GET', path: '/Users', query, note: 'import a page of users' });
    const page = decodeList(body, decodeUser);
    found.push(...page.resources);
    if (found.length >= page.totalResults || page.resources.length === 0) return found;
  }
}
