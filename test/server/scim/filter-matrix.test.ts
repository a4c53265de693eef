import { describe, expect, it } from 'vitest';
import { COMPARE_OPERATORS } from '../../../shared/scim/filter.ts';
import type { CompareOperator } from '../../../shared/scim/filter.ts';
import { created, ENTERPRISE, person, resourcesOf, useServer } from './kit.ts';

const { tenant } = useServer();

type Row = { attribute: string; value: string | boolean; fits: Partial<Record<CompareOperator | 'pr', string>> };

/**
 * Each type of attribute by each operator, over ann and bob, who differ in every attribute: what fits, or nothing where the
 * operator does not suit the type (RFC 7644 section 3.4.2.2: 400 invalidFilter).
 */
const ROWS: Record<string, Row> = {
  'a text without case': {
    attribute: 'title',
    value: 'CAPTAIN',
    fits: {
      eq: 'ann',
      ne: 'bob',
      co: 'ann',
      sw: 'ann',
      ew: 'ann',
      gt: 'bob',
      ge: 'ann bob',
      lt: '',
      le: 'ann',
      pr: 'ann bob',
    },
  },
  'a text in a column': {
    attribute: 'displayName',
    value: 'ANN',
    fits: {
      eq: 'ann',
      ne: 'bob',
      co: 'ann',
      sw: 'ann',
      ew: 'ann',
      gt: 'bob',
      ge: 'ann bob',
      lt: '',
      le: 'ann',
      pr: 'ann bob',
    },
  },
  'a text with case': {
    attribute: 'externalId',
    value: 'a',
    fits: {
      eq: 'ann',
      ne: 'bob',
      co: 'ann',
      sw: 'ann',
      ew: 'ann',
      gt: '',
      ge: 'ann',
      lt: 'bob',
      le: 'ann bob',
      pr: 'ann bob',
    },
  },
  'a part of an object': {
    attribute: 'name.familyName',
    value: 'doe',
    fits: {
      eq: 'ann',
      ne: 'bob',
      co: 'ann',
      sw: 'ann',
      ew: 'ann',
      gt: 'bob',
      ge: 'ann bob',
      lt: '',
      le: 'ann',
      pr: 'ann bob',
    },
  },
  'a part of an extension': {
    attribute: `${ENTERPRISE}:manager.value`,
    value: 'm1',
    fits: { eq: 'ann', ne: 'bob', co: 'ann', sw: 'ann', ew: 'ann', gt: '', ge: 'ann', lt: '', le: 'ann', pr: 'ann' },
  },
  'a list with a table of its own': {
    attribute: 'emails.type',
    value: 'home',
    fits: {
      eq: 'ann',
      ne: 'bob',
      co: 'ann',
      sw: 'ann',
      ew: 'ann',
      gt: 'bob',
      ge: 'ann bob',
      lt: '',
      le: 'ann',
      pr: 'ann bob',
    },
  },
  'a list in the document': {
    attribute: 'phoneNumbers.value',
    value: '1',
    fits: { eq: 'ann', ne: 'bob', co: 'ann', sw: 'ann', ew: 'ann', gt: '', ge: 'ann', lt: '', le: 'ann', pr: 'ann' },
  },
  'a boolean': { attribute: 'active', value: true, fits: { eq: 'ann', ne: 'bob', pr: 'ann bob' } },
  'a boolean of a list': { attribute: 'emails.primary', value: true, fits: { eq: 'ann', ne: 'bob', pr: 'ann' } },
  'a date and time': {
    attribute: 'meta.created',
    value: '2020-01-01T01:00:00+01:00',
    fits: {
      eq: '',
      ne: 'ann bob',
      co: '',
      sw: '',
      ew: '',
      gt: 'ann bob',
      ge: 'ann bob',
      lt: '',
      le: '',
      pr: 'ann bob',
    },
  },
  'a reference': {
    attribute: 'profileUrl',
    value: 'https://x.example/a',
    fits: { eq: 'ann', ne: 'bob', co: 'ann', sw: 'ann', ew: 'ann', gt: '', ge: 'ann', lt: '', le: 'ann', pr: 'ann' },
  },
  'a binary': {
    attribute: 'x509Certificates.value',
    value: 'MIIB',
    fits: { eq: 'ann', ne: 'bob', co: 'ann', sw: 'ann', ew: 'ann', pr: 'ann' },
  },
};

const CASES = Object.entries(ROWS).flatMap(([what, row]) =>
  [...COMPARE_OPERATORS, 'pr' as const].map((operator) => ({ what, operator, ...row })),
);

describe('each operator by each type of attribute', () => {
  let made: ReturnType<typeof makeTwo> | undefined;
  const shared = () => (made ??= makeTwo());

  it.each(CASES)('$operator of $what', async ({ attribute, operator, value, fits }) => {
    const { scim } = await shared();
    const filter = operator === 'pr' ? `${attribute} pr` : `${attribute} ${operator} ${JSON.stringify(value)}`;
    const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
    const expected = fits[operator];
    if (expected === undefined) {
      expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidFilter' });
      return;
    }
    expect(answer.status, answer.text).toBe(200);
    expect(resourcesOf(answer).map(({ displayName }) => displayName)).toEqual(expected.split(' ').filter(Boolean));
  });
});

async function makeTwo() {
  const own = await tenant();
  await created(own.scim, '/Users', {
    ...person(`ann@${own.domain}`),
    displayName: 'ann',
    title: 'Captain',
    externalId: 'a',
    name: { familyName: 'Doe' },
    emails: [{ value: 'a@x.example', type: 'home', primary: true }],
    phoneNumbers: [{ value: '1' }],
    profileUrl: 'https://x.example/a',
    x509Certificates: [{ value: 'MIIB' }],
    [ENTERPRISE]: { manager: { value: 'm1' } },
  });
  await created(own.scim, '/Users', {
    ...person(`bob@${own.domain}`),
    displayName: 'bob',
    title: 'Major',
    externalId: 'B',
    active: false,
    name: { familyName: 'Roe' },
    emails: [{ value: 'b@x.example', type: 'work' }],
  });
  return own;
}

describe('date-times in filters', () => {
  it.each(['Z', '+00:00', '-00:00', '.000Z'])('are instants, in whatever form: %s', async (zone) => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', person(`jane@${domain}`));
    const { created: at } = made.body['meta'] as { created: string };
    const shifted = new Date(Date.parse(at) + 2 * 60 * 60 * 1000).toISOString().replace('Z', '+02:00');
    const floor = `${at.slice(0, 19)}${zone}`;
    for (const filter of [
      `meta.created eq "${shifted}"`,
      `meta.created ge "${floor}"`,
      `meta.lastModified le "${shifted}"`,
    ]) {
      const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
      expect(answer.body['totalResults'], filter).toBe(1);
    }
    const after = await scim.get(`/Users?filter=${encodeURIComponent(`meta.created gt "${shifted}"`)}`);
    expect(after.body['totalResults']).toBe(0);
  });
});
