import { expect, it } from 'vitest';
import { created, GROUP, patchOf, person, useServer } from './kit.ts';

const { server, tenant } = useServer();

/** More at once than there are connections, so that each of them has read. */
const AT_ONCE = 12;
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/**
 * What is written is in SQLite's log until it is taken into the file, which stops at what somebody still reads: one read that was
 * never ended lets the log grow without end, and every statement looks there first.
 */
it('leaves no read open that would keep what is written in the log', async () => {
  const { scim, domain } = await tenant();
  const filtered = (text: string) => `/Users?filter=${encodeURIComponent(text)}`;
  const ids: string[] = [];
  for (let n = 0; n < AT_ONCE; n += 1) {
    const externalId = `outside-${n}`;
    ids.push(await created(scim, '/Users', person(`reader-${n}@${domain}`, { externalId, title: 'Captain' })));
  }
  const [id = ''] = ids;
  const group = { schemas: [GROUP], displayName: 'Readers', members: ids.map((value) => ({ value })) };
  const groupId = await created(scim, '/Groups', group);
  const read = [
    `/Users/${id}`,
    `/Users?startIndex=4&count=5`,
    `/Users?count=5&cursor`,
    `/Users?sortBy=title&sortOrder=descending&count=3`,
    filtered(`userName eq "reader-3@${domain}"`),
    filtered('externalId eq "outside-4"'),
    filtered('title co "apt" and not (active eq false)'),
    filtered('userName eq "nobody@else.example"'),
    `/Groups/${groupId}`,
    '/Groups?count=1',
    '/?count=4',
  ];
  for (const path of read) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => scim.get(path)));
    for (const { status, text } of answers) expect(status, `${path}: ${text}`).toBe(200);
  }
  const searched = await scim.post('/Users/.search', { schemas: [SEARCH], filter: 'active eq true', count: 2 });
  expect(searched.status, searched.text).toBe(200);
  const statuses = [
    await scim.put(`/Users/${id}`, person(`reader-0@${domain}`, { title: 'Major' })),
    await scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false })),
    await scim.post('/Users', person(`reader-0@${domain}`)),
    await scim.delete(`/Users/${id}`),
  ].map(({ status }) => status);
  expect(statuses).toEqual([200, 200, 409, 204]);

  await expect
    .poll(async () => {
      // The one connection that writes, as SQLite does it by itself after a commit.
      const [state] = await server().database.write.raw<{ log: number; checkpointed: number }[]>(
        'PRAGMA wal_checkpoint(PASSIVE)',
      );
      return state && { frames: state.log > 0, kept: state.log - state.checkpointed };
    })
    .toEqual({ frames: true, kept: 0 });
});
