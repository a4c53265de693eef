import { defaultBehaviour } from '../../sites/jumpcloud/client/behaviour.ts';
import { runCycle } from '../../sites/jumpcloud/client/activation.ts';
import { createSend, type Send } from '../../sites/jumpcloud/client/transport.ts';
import { type DirectoryPerson, toPerson } from '../../sites/jumpcloud/directory.ts';
import { noLinks, syncGroup, syncPerson } from '../../sites/jumpcloud/provisioner.ts';
import type { TestServer } from '../../server/kit/start.ts';

/** A company that JumpCloud's look-alike client has activated and filled with people, some of whom it changed since. */
export type Acme = {
  id: string;
  keyId: string;
  domain: string;
  /** A setup link of it, with a browser connected. */
  link: { id: string; url: string };
  /** Users by what became of them. */
  userIds: { active: string; suspended: string };
  /** Calls as JumpCloud does, with the company's key. */
  send: Send;
};

const NAMES = [
  ['Ada', 'Lovelace', 'Engineer'],
  ['Grace', 'Hopper', 'Rear Admiral'],
  ['Alan', 'Turing', 'Researcher'],
  ['Katherine', 'Johnson', 'Mathematician'],
  ['Edsger', 'Dijkstra', 'Professor'],
  ['Barbara', 'Liskov', 'Professor'],
  ['Radia', 'Perlman', 'Network Designer'],
  ['Donald', 'Knuth', 'Author'],
  ['Margaret', 'Hamilton', 'Director'],
  ['Dennis', 'Ritchie', 'Engineer'],
  ['Hedy', 'Lamarr', 'Inventor'],
  ['Tim', 'Berners-Lee', 'Librarian'],
] as const;

const GROUPS = ['Dialpad users', 'Engineering'];

/** Makes the company and has JumpCloud do to it what it does in its first days. */
export async function provisionAcme(server: TestServer): Promise<Acme> {
  const company = await server.company({ name: 'Acme', primaryDomain: 'acme.example', allowed: ['jumpcloud.com'] });
  const send = createSend(
    { baseUrl: `${server.url}/scim/v2`, token: company.key },
    { ...defaultBehaviour, attempts: 1 },
    () => undefined,
  );
  await runCycle(send, defaultBehaviour, {
    testEmail: 'setup-check@jumpcloud.com',
    groupManagement: false,
    scimVersion: '2.0',
  });
  const userIds = await provision(send, company.domain);
  await refusedCreate(send);
  const link = await server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  await server.rules.setup.sessions.connect(link.url.split('/').at(-1) ?? '', 'Chrome on Linux');
  await server.rules.activity.flush();
  await rememberEarlierHours(server, company.id);
  return { id: company.id, keyId: company.keyId, domain: company.domain, link, userIds, send };
}

/** Everybody arrives in their groups; one is changed, and one is suspended by an expired password. */
async function provision(send: Send, domain: string): Promise<Acme['userIds']> {
  const groups = GROUPS.map((name) => ({ name, bound: true }));
  const people: DirectoryPerson[] = NAMES.map(([givenName, familyName, jobTitle], index) =>
    toPerson({
      email: `${givenName}.${familyName}@${domain}`.toLowerCase(),
      givenName,
      familyName,
      jobTitle,
      groups: index % 3 === 0 ? GROUPS : GROUPS.slice(0, 1),
    }),
  );
  const links = noLinks();
  const sync = (person: DirectoryPerson) => syncPerson(send, defaultBehaviour, links, person, groups);
  for (const person of people) await sync(person);
  for (const group of groups) await syncGroup(send, defaultBehaviour, links, group, people);
  const [ada, grace] = people;
  if (!ada || !grace) throw new Error('There are fewer people than the story needs.');
  await sync({ ...ada, jobTitle: 'Head of Engines', department: 'Analytical Engines' });
  await sync({ ...grace, state: 'password-expired' });
  return { active: links.users.get(ada.id)?.id ?? '', suspended: links.users.get(grace.id)?.id ?? '' };
}

/** What JumpCloud called earlier that day, as the record counted it: a quiet night and a busy morning. */
async function rememberEarlierHours(server: TestServer, companyId: string): Promise<void> {
  const hourMs = 3_600_000;
  const rows = [14, 9, 3, 2, 2, 2, 2, 6, 18, 41, 66, 58, 37, 44, 61, 52, 39, 28, 24, 30, 22, 17, 21].map(
    (calls, back) => ({
      company_id: companyId,
      hour: `${new Date(Date.now() - (23 - back) * hourMs).toISOString().slice(0, 13)}:00:00.000Z`,
      calls,
      failures: back === 10 ? 9 : 0,
    }),
  );
  await server.database.write('activity_hours').insert(rows);
}

/** A person on a domain that nobody allowed: refused, and to be seen as such. */
async function refusedCreate(send: Send): Promise<void> {
  const body = { userName: 'contractor@elsewhere.example', name: { givenName: 'Con', familyName: 'Tractor' } };
  await send({ method: 'POST', path: '/Users', body, note: 'create a user that is refused', tolerated: [400] });
}
