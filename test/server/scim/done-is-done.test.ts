import { describe, expect, it, vi } from 'vitest';
import type { AppContext } from '../../../server/http/app-state.ts';
import { noteDetails } from '../../../server/scim/call-details.ts';
import { created, patchOf, person, useServer } from './kit.ts';

const { server, tenant } = useServer();
/** More than a call takes as arguments. */
const MANY = 130_000;

function manyEmpty(domain: string): string {
  return `{"userName":"many@${domain}","roles":[${Array<string>(MANY).fill('{}').join()}]}`;
}

describe('what was done is answered as done', () => {
  it('after a POST and a PUT with a list of very many elements', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', manyEmpty(domain));
    expect(made.status, made.text).toBe(201);
    const replaced = await scim.put(`/Users/${made.body.id}`, manyEmpty(domain));
    expect(replaced.status, replaced.text).toBe(200);
  });

  it('after a PATCH of a group that names very many members', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales' });
    const value = Array.from({ length: MANY }, () => ({ value: id }));
    const answer = await scim.patch(`/Groups/${group}`, patchOf({ op: 'add', path: 'members', value }));
    expect(answer.status, answer.text).toBe(200);
  });

  it('after a bulk request with a list of very many elements', async () => {
    const { scim, domain } = await tenant();
    const operation = `{"method":"POST","path":"/Users","bulkId":"a","data":${manyEmpty(domain)}}`;
    const answer = await scim.post('/Bulk', `{"Operations":[${operation}]}`);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body['Operations']).toMatchObject([{ status: '201' }]);
  });
});

describe('what cannot be noted of a call', () => {
  it('is a fault for the log, and leaves the answer as it is', async () => {
    const faults: unknown[] = [];
    const odd = new Error('odd');
    const ctx = {
      state: { requestId: 'r1' },
      request: {},
      get query(): never {
        throw odd;
      },
    } as unknown as AppContext;
    const answered = vi.fn(() => Promise.resolve());
    await noteDetails((error, id) => faults.push([error, id]))(ctx, answered);
    expect(answered).toHaveBeenCalledOnce();
    expect(faults).toEqual([[odd, 'r1']]);
  });
});

describe('OPTIONS', () => {
  it.each(['/Users', '/Users/x', '/Groups', '/Bulk', '/.search', '/ServiceProviderConfig'])(
    'on %s tells which methods there are',
    async (path) => {
      const { key } = await tenant();
      const headers = { Authorization: `Bearer ${key}` };
      const answer = await fetch(`${server().url}/scim/v2${path}`, { method: 'OPTIONS', headers });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('allow')).toBeTruthy();
    },
  );
});
