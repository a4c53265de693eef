import type { AttentionCode } from '../setup/attention.ts';

/** How a matter for attention is told: what it is, what it means, and the one thing to do. */
type Told = { title: string; text: string; action: string };

/** English texts of a company's start page. */
export const overviewEn = {
  overview: {
    lead: 'How JumpCloud and Dialpad get along, and what needs you.',
    connectedSince: 'Connected since',
    lastCall: 'Last call',
    noCall: 'JumpCloud has not called yet.',
    attention: 'Needs attention',
    calm: 'Nothing needs your attention',
    calmLead: 'JumpCloud calls, and its calls are answered.',
    users: 'Users',
    counts: { active: 'Active', suspended: 'Suspended', test: 'Test users', removed: 'Removed' },
    day: 'The last 24 hours',
    calls: (count: number) => (count === 1 ? '1 call' : `${count.toLocaleString('en')} calls`),
    failed: (count: number) => `${count.toLocaleString('en')} failed`,
    answered: 'Answered',
    failures: 'Failed',
    hour: 'Hour',
    asTable: 'As a table',
    chart: (calls: string, failed: string) => `Calls by the hour: ${calls}, ${failed}.`,
    address: 'For JumpCloud',
  },

  attention: {
    'plan-not-eligible': {
      title: 'This plan may not use SCIM',
      text: 'Ai Voice needs Pro or Enterprise. Your Dialpad account team can change the plan; until then every call is refused.',
      action: 'See the plan',
    },
    'not-set-up': {
      title: 'JumpCloud is not set up yet',
      text: 'The assistant leads you through Dialpad’s and JumpCloud’s pages in about ten minutes. Begin with a setup link.',
      action: 'Set up JumpCloud',
    },
    'no-key': {
      title: 'No API key works',
      text: 'JumpCloud cannot call without one. Add a key and paste it into JumpCloud as Token Key.',
      action: 'Add key',
    },
    'key-expiring': {
      title: 'A key expires soon',
      text: 'When it ends, JumpCloud stops creating, changing and suspending your users. Replace it while it still works.',
      action: 'Replace this key',
    },
    'domain-missing': {
      title: 'jumpcloud.com is not allowed yet',
      text: 'JumpCloud’s Dialpad app tests with an address on that domain, so Activate fails until it is allowed.',
      action: 'Ask for the domain',
    },
    'activation-failed': {
      title: 'The last activation stopped midway',
      text: '',
      action: 'See what JumpCloud tried',
    },
    'no-call-for-a-day': {
      title: 'JumpCloud has not called for a day',
      text: 'Changes in JumpCloud may not arrive here. Check that the integration is still active there.',
      action: 'Check the set-up',
    },
    'failing-calls': {
      title: 'Calls fail',
      text: '',
      action: 'See the failed calls',
    },
  } satisfies Record<AttentionCode, Told>,
  attentionKey: (name: string, last4: string) => `${name}, …${last4}`,
  attentionCount: (count: number) => (count === 1 ? 'One call failed' : `${count.toLocaleString('en')} calls failed`),
};
