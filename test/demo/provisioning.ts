import { COMPANY_DOMAIN, PEOPLE, USER_GROUP, type World } from '../e2e/kit/world.ts';
import type { Sync } from '../sites/jumpcloud/client/calls.ts';
import type { Transcript } from './transcript.ts';

const NEW_PERSON = {
  email: `katherine@${COMPANY_DOMAIN}`,
  givenName: 'Katherine',
  familyName: 'Coleman',
  jobTitle: 'Analyst',
  groups: [USER_GROUP],
};

type Row = { userName: string; displayName: string | null; active: boolean; testUser: boolean; groups: string[] };

/** After the setup: JumpCloud hires, changes, suspends and reactivates people, and the server's user table follows. */
export async function provisionPeople(world: World, transcript: Transcript): Promise<void> {
  const { jumpcloud } = world.sites;
  const [ada, grace] = PEOPLE;
  await jumpcloud.idle();
  transcript.heading('JumpCloud provisions');
  const does = async (what: string, sync: Promise<Sync>): Promise<void> => {
    const { ok, calls, problem } = await sync;
    transcript.say(`  ${what}`);
    transcript.calls(calls);
    if (!ok) throw new Error(`JumpCloud gave up: ${problem ?? 'no reason'}`);
    if (calls.length === 0) throw new Error(`JumpCloud made no call for: ${what}`);
  };
  await does('Katherine is hired.', jumpcloud.hire(NEW_PERSON));
  await does('Ada marries and changes her name.', jumpcloud.change(ada.email, { familyName: 'Lovelace' }));
  await does('Grace is suspended.', jumpcloud.suspend(grace.email));
  await does('Katherine is suspended by mistake.', jumpcloud.suspend(NEW_PERSON.email));
  await does('Katherine is reactivated.', jumpcloud.reactivate(NEW_PERSON.email));

  const { users } = JSON.parse(await world.server.must('user', 'list', COMPANY_DOMAIN, '--json')) as { users: Row[] };
  transcript.heading(`Users on the server (\`npm run --silent admin -- user list ${COMPANY_DOMAIN}\`)`);
  for (const { userName, displayName, active } of users) {
    transcript.say(`  ${userName.padEnd(28)} ${(displayName ?? '').padEnd(22)} ${active ? 'active' : 'suspended'}`);
  }
  expectRow(
    users,
    ada.email,
    (row) => row.active && row.displayName === 'Ada Lovelace',
    'active, renamed to Ada Lovelace',
  );
  expectRow(users, grace.email, (row) => !row.active, 'suspended');
  expectRow(users, NEW_PERSON.email, (row) => row.active, 'active');
  if (users.length !== PEOPLE.length + 1) throw new Error(`Expected ${String(PEOPLE.length + 1)} users.`);
}

function expectRow(users: Row[], userName: string, holds: (row: Row) => boolean, what: string): void {
  const row = users.find((user) => user.userName === userName);
  if (!row || !holds(row)) throw new Error(`${userName} should be ${what}, but is ${JSON.stringify(row ?? null)}.`);
}
