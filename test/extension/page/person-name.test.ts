import { describe, expect, it } from 'vitest';
import { isPerson } from '../../../extension/page/find/person-name.ts';

describe('a button says who is signed in', () => {
  it.each([
    [['JD']],
    [['J.D.']],
    [['Jane Doe']],
    [['JD', 'Jane Doe']],
    [['Jane Doe', 'jane.doe@acme.example']],
    [['Anne-Marie O’Neill']],
    [['Ludwig van Beethoven', 'LB']],
    [['Zoë Müller-Lüdenscheidt']],
    [['山田 太郎']],
  ])('with %j', (labels) => {
    expect(isPerson(labels)).toBe(true);
  });

  it.each([
    [[]],
    [['EN']],
    [['FAQ']],
    [['Quick Actions']],
    [['New Message']],
    [['Acme Corp']],
    [['San Francisco']],
    [['Main Office']],
    [['Neue Nachricht']],
    [['Dialpad']],
    [['Jane Doe', 'XY']],
    [['Jane Doe', 'More']],
    [['jane doe']],
    [['3 new']],
    [['メニュー']],
    [['jane.doe@acme.example']],
  ])('not with %j', (labels) => {
    expect(isPerson(labels)).toBe(false);
  });
});
