import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { created, CORE, ENTERPRISE, person, useServer } from './kit.ts';

const { tenant } = useServer();

/** JSON that begins to look like SCIM, so that it gets past the first checks. */
function scimLike(): fc.Arbitrary<unknown> {
  const names = fc.constantFrom(
    'userName',
    'displayName',
    'name',
    'emails',
    'active',
    'members',
    'schemas',
    'id',
    'meta',
    'groups',
    'value',
    'type',
    'primary',
    'op',
    'path',
    'Operations',
    '__proto__',
    'constructor',
    'toString',
    `${ENTERPRISE}:manager`,
    ENTERPRISE,
    CORE,
    'emails[type eq "work"].value',
    'members[value eq "x"]',
    'name.familyName',
    '[',
    'a.b.c',
    '',
  );
  const leaf = fc.oneof(
    fc.constantFrom(
      'add',
      'replace',
      'remove',
      'emails',
      'members',
      'work',
      'x@company.example',
      true,
      null,
      '\0',
      '\ud800',
      1e308,
      ENTERPRISE,
    ),
    fc.string(),
    fc.integer(),
    fc.boolean(),
  );
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(names, tie('value'), { maxKeys: 6, noNullPrototype: true }),
    ),
  }));
  return value;
}

const operation = fc.record({
  op: fc.constantFrom('add', 'replace', 'remove', 'Add', 'x'),
  path: fc.option(
    fc.oneof(
      fc.constantFrom(
        'userName',
        'emails',
        'emails[type eq "work"]',
        'emails[type eq "x"].value',
        'members',
        'members[value eq "x"]',
        'name',
        'name.givenName',
        ENTERPRISE,
        `${ENTERPRISE}:manager`,
        'active',
        'addresses',
        'schemas',
        'externalId',
      ),
      fc.string(),
    ),
    { nil: undefined },
  ),
  value: fc.option(scimLike(), { nil: undefined }),
});

describe('whatever is sent', () => {
  it('is never a fault of ours', async () => {
    const { scim, domain } = await tenant({ allowed: ['*'] });
    const user = await created(scim, '/Users', person(`jane@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales' });
    const wellAnswered = ({ status, text }: { status: number; text: string }) => {
      expect(status, text).toBeLessThan(500);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          scimLike(),
          fc.dictionary(
            fc.constantFrom('userName', 'displayName', 'emails', 'name', 'members', ENTERPRISE),
            scimLike(),
          ),
        ),
        async (body) => {
          for (const path of ['/Users', '/Groups']) wellAnswered(await scim.post(path, body));
          wellAnswered(await scim.put(`/Users/${user}`, body));
          wellAnswered(await scim.put(`/Groups/${group}`, body));
          wellAnswered(await scim.post('/Users/.search', body));
        },
      ),
      { numRuns: 80 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(scimLike(), fc.record({ Operations: fc.array(operation, { minLength: 1, maxLength: 3 }) })),
        async (body) => {
          wellAnswered(await scim.patch(`/Users/${user}`, body));
          wellAnswered(await scim.patch(`/Groups/${group}`, body));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is never a fault of ours in bulk, in .search at the root, or as mere bytes', async () => {
    const { scim } = await tenant({ allowed: ['*'] });
    const bulkOperation = fc.record(
      {
        method: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'GET', ''),
        path: fc.constantFrom('/Users', '/Groups', '/Users/x', '/Users/bulkId:a', '/Users/%', '', '//'),
        bulkId: fc.constantFrom('a', 'b', '__proto__', ''),
        data: fc.oneof(scimLike(), fc.constant({ userName: 'bulkId:a' })),
        version: fc.constantFrom('', '*', 'x'),
      },
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      scimLike(),
      fc.record({ Operations: fc.array(fc.oneof(bulkOperation, scimLike()), { maxLength: 4 }) }),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        for (const path of ['/Bulk', '/.search', '/Users', '/Groups/.search']) {
          const { status, text } = await scim.post(path, body);
          expect(status, text).toBeLessThan(500);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('is never a fault of ours in a query or a path either', async () => {
    const { scim } = await tenant();
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'userName eq "x"',
        'emails[type eq "w"]',
        '\\',
        '%',
        'not (',
        'userName eq "\\ud800"',
        'a'.repeat(9000),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('filter', 'sortBy', 'startIndex', 'count', 'attributes', 'excludedAttributes', 'cursor'),
        texts,
        async (name, text) => {
          for (const path of ['/Users', '/Groups']) {
            const { status } = await scim.get(`${path}?${name}=${encodeURIComponent(text)}`);
            expect(status).toBeLessThan(500);
          }
          expect((await scim.get(`/Users/${encodeURIComponent(text)}`)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a body of another type', '[]', 'invalidSyntax'],
    ['no body', undefined, 'invalidSyntax'],
    ['a userName that is no text', { userName: 5 }, 'invalidValue'],
    ['no userName', { displayName: 'x' }, 'invalidValue'],
    ['a blank userName', { userName: ' ' }, 'invalidValue'],
    ['a wrong part of a list', { userName: 'x@y.example', emails: [{ value: 5 }] }, 'invalidValue'],
    ['a list that is none', { userName: 'x@y.example', emails: {} }, 'invalidValue'],
    [
      'two primaries',
      {
        userName: 'x@y.example',
        emails: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
      'invalidValue',
    ],
    ['a value over 64 KiB', { userName: 'x@y.example', title: 'x'.repeat(65_537) }, 'invalidValue'],
    ['schemas of SCIM 1.1', { userName: 'x@y.example', schemas: ['urn:scim:schemas:core:1.0'] }, 'invalidValue'],
  ])('is refused with the reason: %s', async (_what, body, scimType) => {
    const { scim } = await tenant({ allowed: ['*'] });
    const answer = await scim.post('/Users', body);
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe(scimType);
  });

  it('names the path of a wrong type', async () => {
    const { scim } = await tenant({ allowed: ['*'] });
    const answer = await scim.post('/Users', { userName: 'x', emails: [{ value: 'a' }, { value: 5 }] });
    expect(answer.body.detail).toContain('emails[1].value must be a text');
  });
});
