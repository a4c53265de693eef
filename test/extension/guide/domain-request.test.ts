import { describe, expect, it } from 'vitest';
import type { DomainRequest } from '../../../shared/setup/domain-request.ts';
import { en } from '../../../shared/texts/en.ts';
import { problemWords } from '../../../shared/texts/panel-words.ts';
import { iso, snapshotOf, walker, type Walker } from './kit.ts';

const company = { ...snapshotOf().company, allowedDomains: [] };
const asked: DomainRequest = {
  domain: 'jumpcloud.com',
  state: 'asked',
  askedAt: iso(0),
  decidedAt: null,
  reason: null,
};

/** The one thing to do next, as the card says it. */
function nextOf(walk: Walker): string {
  const { problem } = walk.view();
  return problem ? problemWords(problem, en).next : '';
}

describe('the domain of JumpCloud’s test user', () => {
  it('is asked for with one click, and the panel then says that support has been asked', () => {
    const walk = walker({ snapshot: { company } });
    expect(walk.primary()).toBe('perform');
    expect(walk.view().actions[0]?.label).toBe('Ask Support to allow jumpcloud.com');
    const [effect] = walk.act('sidepanel', 'perform');
    expect(effect).toMatchObject({ do: 'ask-domain' });
    expect(walk.view().status).toBe('working');

    const id = walk.state().working?.id ?? -1;
    walk.send({ type: 'asked', id, snapshot: snapshotOf({ company, domainRequest: asked }) });
    expect(walk.view()).toMatchObject({ step: 'secondary-domain', status: 'problem' });
    expect(nextOf(walk)).toContain('has been asked');
    expect(walk.offers()).not.toContain('perform');
  });

  it('goes on by itself when support allows it', () => {
    const walk = walker({ snapshot: { company, domainRequest: asked } });
    walk.server({ company: snapshotOf().company, domainRequest: { ...asked, state: 'allowed' } });
    expect(walk.view()).toMatchObject({ step: 'dialpad.my-company', problem: null });
  });

  it('can be asked for anew, with support’s reason shown, when they declined', () => {
    const declined: DomainRequest = { ...asked, state: 'declined', reason: 'The contract is not signed.' };
    const walk = walker({ snapshot: { company, domainRequest: declined } });
    expect(walk.view().note).toContain('The contract is not signed.');
    expect(walk.primary()).toBe('perform');
  });

  it('shows the step as before when the server was away or said no', () => {
    const walk = walker({ snapshot: { company } });
    for (const why of ['unreachable', 'refused'] as const) {
      walk.act('sidepanel', 'perform');
      walk.send({ type: 'failed', id: walk.state().working?.id ?? -1, why, note: null });
      expect(walk.view()).toMatchObject({ step: 'secondary-domain', status: 'problem' });
    }
  });
});
