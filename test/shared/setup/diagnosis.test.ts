import { describe, expect, it } from 'vitest';
import { diagnosis, SILENCE_AFTER_PRESS_MS } from '../../../shared/setup/diagnosis.ts';
import type { RefusedCall } from '../../../shared/setup/activity.ts';
import type { ProblemCode } from '../../../shared/setup/problems.ts';
import { askedAbout } from '../../../shared/setup/question.ts';
import {
  at,
  call,
  cycle,
  PRESSED_KEY,
  refusal,
  seen,
  snapshot,
  type SnapshotChange,
  upToActivate,
  upToTestConnection,
} from './make-snapshot.ts';

const PRESSED = [
  ...upToTestConnection(),
  seen('jumpcloud.test-connection', 'pressed', 20, { fingerprint: PRESSED_KEY.fingerprint }),
];
const FAILED = [...PRESSED, seen('jumpcloud.test-connection', 'page-failed', 30, { note: 'There was a problem' })];
const SUCCEEDED = [...PRESSED, seen('jumpcloud.test-connection', 'page-succeeded', 30)];
const refusedCall = (seconds: number, more: Partial<RefusedCall> = {}): RefusedCall => {
  return {
    time: at(seconds),
    route: '/Users',
    status: 401,
    fingerprint: PRESSED_KEY.fingerprint,
    elsewhere: false,
    ...more,
  };
};
const unknownKey = (seconds: number) => [refusedCall(seconds)];

type Case = [string, SnapshotChange, ProblemCode | null];

function check(cases: Case[]): void {
  it.each(cases)('%s', (_name, given, code) => {
    expect(diagnosis(snapshot(given))?.code ?? null).toBe(code);
  });
}

describe('diagnosis of a failed activation', () => {
  it('is let go of when a newer test of the connection passed', () => {
    const before = upToActivate();
    const failed = [seen('jumpcloud.activate', 'pressed', 30), seen('jumpcloud.activate', 'page-failed', 32)];
    const activity = [...before.activity, refusal('create', 409, 'user-exists', 31)];
    const evidence = [...before.evidence, ...failed];
    expect(diagnosis(snapshot({ evidence, activity }))?.code).toBe('test-user-exists');
    const tested = [
      seen('jumpcloud.test-connection', 'pressed', 40),
      seen('jumpcloud.test-connection', 'page-succeeded', 42),
    ];
    const passed = { evidence: [...evidence, ...tested], activity: [...activity, call('list', 200, 41)] };
    expect(diagnosis(snapshot(passed))).toBeNull();
  });
});

describe('diagnosis of a failed Save', () => {
  const { evidence, activity } = upToActivate();
  const active = {
    activity: [...activity, ...cycle(31)],
    evidence: [
      ...evidence,
      seen('jumpcloud.activate', 'pressed', 30),
      seen('jumpcloud.activate', 'page-succeeded', 40),
      seen('jumpcloud.save', 'pressed', 45),
    ],
  };
  const failed = seen('jumpcloud.save', 'page-failed', 46, { note: 'Your changes could not be saved.' });

  it('passes on what JumpCloud says of it', () => {
    expect(diagnosis(snapshot(active))).toBeNull();
    const told = snapshot({ ...active, evidence: [...active.evidence, failed] });
    expect(diagnosis(told)).toEqual({
      code: 'jumpcloud-error',
      details: { message: 'Your changes could not be saved.' },
    });
  });

  it('is let go of when Save is pressed again', () => {
    const again = [...active.evidence, failed, seen('jumpcloud.save', 'pressed', 60)];
    expect(diagnosis(snapshot({ ...active, evidence: again }))).toBeNull();
  });

  it('is the same where the groups were not saved', () => {
    const bound = [
      ...active.evidence,
      seen('jumpcloud.save', 'page-succeeded', 46),
      seen('jumpcloud.user-groups', 'pressed', 50),
      seen('jumpcloud.user-groups', 'page-failed', 51, { note: 'Could not save.' }),
    ];
    expect(diagnosis(snapshot({ ...active, evidence: bound }))?.code).toBe('jumpcloud-error');
  });
});

describe('diagnosis of the key that was pressed', () => {
  const other = { keyLast4: 'ZZZZ' };
  check([
    [
      "names another company's key, whose call arrived there",
      { evidence: FAILED, pressedKeys: [], refused: [refusedCall(21, { elsewhere: true })] },
      'wrong-token',
    ],
    [
      "does not take another company's key for this one's when the page is content with it",
      { evidence: SUCCEEDED, pressedKeys: [], refused: [refusedCall(21, { elsewhere: true })] },
      'wrong-token',
    ],
    [
      'does not count calls of another key of the company as an answer to the press',
      { evidence: FAILED, activity: [call('list', 200, 21, other)] },
      'no-request-arrived',
    ],
    [
      'does not blame the press for what failed with another key of the company',
      {
        evidence: FAILED,
        activity: [call('list', 200, 21), { ...refusal('create', 409, 'user-exists', 22), ...other }],
      },
      'jumpcloud-error',
    ],
    [
      'takes no refused call for the press that carried another key',
      { evidence: FAILED, refused: [refusedCall(21, { fingerprint: 'f'.repeat(16) })] },
      'no-request-arrived',
    ],
  ]);

  it('says that a key of ours was cut off or mistyped when the page saw that', () => {
    const pressed = seen('jumpcloud.test-connection', 'pressed', 20, {
      fingerprint: 'f'.repeat(16),
      note: 'key-damaged',
    });
    const evidence = [...upToTestConnection(), pressed, seen('jumpcloud.test-connection', 'page-failed', 30)];
    const problem = diagnosis(snapshot({ evidence, refused: [refusedCall(21, { fingerprint: 'f'.repeat(16) })] }));
    expect(problem).toMatchObject({ code: 'wrong-token', details: { message: 'key-damaged', status: 401 } });
  });
});

describe('diagnosis before anything is pressed', () => {
  check([
    ['finds nothing in a session that just began', {}, null],
    ['names a plan without SCIM', { company: { eligible: false, plan: 'standard' } }, 'plan-not-eligible'],
    [
      'names the plan even when the domain is missing too',
      { company: { eligible: false, allowedDomains: [] } },
      'plan-not-eligible',
    ],
    ['names the missing domain', { company: { allowedDomains: [] } }, 'secondary-domain-missing'],
    [
      'accepts that the admin skipped the domain',
      {
        company: { allowedDomains: [] },
        evidence: [seen('secondary-domain', 'skipped', 1)],
      },
      null,
    ],
    [
      'finds nothing in failed calls that no press made',
      {
        evidence: upToTestConnection(),
        activity: [refusal('create', 400, 'domain-not-allowed', 5, 'other.example')],
      },
      null,
    ],
  ]);
});

describe('diagnosis after Test Connection', () => {
  check([
    ['waits while nothing has been said', { evidence: PRESSED, now: 60 }, null],
    ['finds nothing once it passed', { evidence: SUCCEEDED, activity: [call('list', 200, 21)] }, null],

    ['knows an unknown key by its fingerprint', { evidence: FAILED, refused: unknownKey(21) }, 'wrong-token'],
    ['knows it before the page says anything', { evidence: PRESSED, refused: unknownKey(21) }, 'wrong-token'],
    [
      'knows a revoked key',
      { evidence: FAILED, activity: [refusal('refused', 401, 'key-revoked', 21)] },
      'wrong-token',
    ],
    [
      'knows an expired key',
      { evidence: FAILED, activity: [refusal('refused', 401, 'key-expired', 21)] },
      'wrong-token',
    ],
    [
      'knows a key without the scopes',
      { evidence: FAILED, activity: [refusal('refused', 403, 'scope-missing', 21)] },
      'wrong-token',
    ],
    ['forgets an unknown key of an earlier press', { evidence: FAILED, refused: unknownKey(10) }, 'no-request-arrived'],

    ['tells silence', { evidence: FAILED }, 'no-request-arrived'],
    ['tells silence where JumpCloud cannot reach the server', { evidence: FAILED, reachable: false }, 'not-public'],
    [
      'tells an address that cannot be reached from a call that did arrive',
      {
        evidence: FAILED,
        reachable: false,
        activity: [refusal('refused', 404, 'not-a-scim-path', 21)],
      },
      'wrong-base-url',
    ],
    ['does not believe in silence before the record is written', { evidence: FAILED, now: 30.4 }, null],
    ['tells a page’s success that never reached this server', { evidence: SUCCEEDED }, 'no-request-arrived'],
    [
      'tells that, rather than a private address, when the page succeeded',
      { evidence: SUCCEEDED, reachable: false },
      'no-request-arrived',
    ],
    [
      'gives up waiting for a page that says nothing',
      {
        evidence: PRESSED,
        now: 21 + SILENCE_AFTER_PRESS_MS / 1000,
      },
      'no-request-arrived',
    ],
    [
      'knows a wrong path',
      { evidence: FAILED, activity: [refusal('refused', 404, 'not-a-scim-path', 21)] },
      'wrong-base-url',
    ],

    [
      'knows the missing domain though the admin skipped it',
      {
        company: { allowedDomains: [] },
        evidence: [seen('secondary-domain', 'skipped', 1), ...FAILED],
        activity: [refusal('test-user-create', 400, 'domain-not-allowed', 21, 'jumpcloud.com')],
      },
      'secondary-domain-missing',
    ],
    [
      'knows a test address on a foreign domain',
      {
        evidence: FAILED,
        activity: [refusal('create', 400, 'domain-not-allowed', 21, 'other.example')],
      },
      'test-user-domain-refused',
    ],
    [
      'forgets a domain that was allowed since',
      {
        company: { allowedDomains: ['jumpcloud.com', 'other.example'] },
        evidence: FAILED,
        activity: [refusal('create', 400, 'domain-not-allowed', 21, 'other.example')],
      },
      null,
    ],
    [
      'forgets a plan that was changed since',
      {
        evidence: FAILED,
        activity: [refusal('refused', 403, 'plan-not-eligible', 21)],
      },
      null,
    ],

    [
      'knows an ordinary account with the test address',
      {
        evidence: FAILED,
        activity: [call('lookup', 404, 21), refusal('create', 409, 'user-exists', 22)],
      },
      'test-user-exists',
    ],
    [
      'knows a group test that failed',
      { evidence: FAILED, activity: [call('test-group', 400, 22)] },
      'group-test-failed',
    ],
    [
      'knows a group of that name',
      { evidence: FAILED, activity: [refusal('test-group', 409, 'group-exists', 22)] },
      'group-test-failed',
    ],
    [
      'does not take a look-up that found nothing for a failure',
      {
        evidence: FAILED,
        activity: [call('lookup', 404, 21), call('read', 404, 21)],
      },
      'jumpcloud-error',
    ],
    [
      'passes on what JumpCloud says when every call went well',
      { evidence: FAILED, activity: [call('list', 200, 21)] },
      'jumpcloud-error',
    ],
    [
      'tells a refusal under stress',
      { evidence: FAILED, activity: [refusal('refused', 429, 'rate-limited', 21)] },
      'jumpcloud-error',
    ],
    [
      'tells a fault of the server',
      { evidence: FAILED, activity: [refusal('test-group', 500, 'server-error', 21)] },
      'jumpcloud-error',
    ],
    [
      'takes a repeated call that went well for the first one',
      {
        evidence: PRESSED,
        activity: [refusal('test-user-create', 503, 'unavailable', 21), call('test-user-create', 201, 22)],
      },
      null,
    ],
    [
      'names the cause that was not made up for',
      {
        evidence: FAILED,
        activity: [
          refusal('test-user-create', 503, 'unavailable', 21),
          call('test-group', 400, 22),
          call('test-user-create', 201, 23),
        ],
      },
      'group-test-failed',
    ],
    [
      'names the newest of two causes',
      {
        evidence: FAILED,
        refused: unknownKey(21),
        activity: [refusal('create', 409, 'user-exists', 25)],
      },
      'test-user-exists',
    ],
  ]);

  it('clears with the next press', () => {
    const again = seen('jumpcloud.test-connection', 'pressed', 40, { fingerprint: PRESSED_KEY.fingerprint });
    expect(diagnosis(snapshot({ evidence: [...FAILED, again], refused: unknownKey(21), now: 41 }))).toBeNull();
  });

  it('keeps a failure that the page shows no more, until the next press', () => {
    const evidence = [...FAILED, seen('jumpcloud.test-connection', 'open', 35)];
    expect(diagnosis(snapshot({ evidence, refused: unknownKey(21) }))?.code).toBe('wrong-token');
  });

  it('waits for nothing after a press that was taken back, but keeps a cause that the server saw', () => {
    const evidence = [...PRESSED, seen('jumpcloud.test-connection', 'open', 25)];
    expect(diagnosis(snapshot({ evidence }))).toBeNull();
    expect(diagnosis(snapshot({ evidence, refused: unknownKey(21) }))?.code).toBe('wrong-token');
  });

  it('takes no silence for JumpCloud’s while the page asks something first, nor for as long as it may take after that', () => {
    const asks = [...PRESSED, seen('jumpcloud.test-connection', 'page-asks', 22)];
    expect(diagnosis(snapshot({ evidence: asks, now: 900 }))).toBeNull();
    expect(askedAbout(snapshot({ evidence: asks, now: 900 }))).toBe('jumpcloud.test-connection');
    const answered = [...asks, seen('jumpcloud.test-connection', 'page-answered', 800)];
    expect(askedAbout(snapshot({ evidence: answered, now: 900 }))).toBeNull();
    expect(diagnosis(snapshot({ evidence: answered, now: 900 }))).toBeNull();
    expect(diagnosis(snapshot({ evidence: answered, now: 990 }))?.code).toBe('no-request-arrived');
    const failed = [...asks, seen('jumpcloud.test-connection', 'page-failed', 30)];
    expect(diagnosis(snapshot({ evidence: failed, now: 40 }))?.code).toBe('no-request-arrived');
  });

  it('does not take a verdict from before the press for its own', () => {
    const evidence = [...FAILED, seen('jumpcloud.test-connection', 'pressed', 40)];
    expect(diagnosis(snapshot({ evidence, now: 60 }))).toBeNull();
  });

  it('diagnoses a press of the admin’s own by what the page says', () => {
    const evidence = [...upToTestConnection(), seen('jumpcloud.test-connection', 'page-failed', 30)];
    expect(diagnosis(snapshot({ evidence, activity: [call('test-group', 400, 25)] }))?.code).toBe('group-test-failed');
  });

  it('leaves a step that a wiped form brought back to the page', () => {
    const evidence = [...FAILED, seen('jumpcloud.base-url', 'open', 35)];
    expect(diagnosis(snapshot({ evidence, refused: unknownKey(21) }))).toBeNull();
  });

  it('has only the page’s word where the calls go to Dialpad', () => {
    expect(diagnosis(snapshot({ evidence: PRESSED, target: 'dialpad' }))).toBeNull();
    expect(diagnosis(snapshot({ evidence: FAILED, target: 'dialpad', reachable: true }))).toEqual({
      code: 'jumpcloud-error',
      details: { message: 'There was a problem' },
    });
  });

  it('gives details without an address or a key', () => {
    const problem = diagnosis(snapshot({ evidence: FAILED, activity: [refusal('refused', 401, 'key-revoked', 21)] }));
    expect(problem?.details).toEqual({
      at: at(21),
      status: 401,
      route: '/Users/{id}',
      last4: '9F3K',
      message: 'key-revoked',
    });
  });
});

describe('diagnosis after Activate', () => {
  const { evidence, activity } = upToActivate();
  const pressed = [...evidence, seen('jumpcloud.activate', 'pressed', 40)];
  const failed = [...pressed, seen('jumpcloud.activate', 'page-failed', 50)];
  const foreign = refusal('test-user-create', 400, 'domain-not-allowed', 41, 'jumpcloud.com');
  const withoutDomain: SnapshotChange = {
    company: { allowedDomains: [] },
    evidence: [seen('secondary-domain', 'skipped', 0), ...failed],
    activity: [...activity, foreign],
  };

  check([
    ['names the missing domain', withoutDomain, 'secondary-domain-missing'],
    ['goes on when it was allowed since', { ...withoutDomain, company: { allowedDomains: ['jumpcloud.com'] } }, null],
    [
      'does not blame calls of Test Connection',
      {
        evidence: failed,
        activity: [...activity, call('test-group', 400, 22)],
      },
      'no-request-arrived',
    ],
    [
      'names a stopped cycle',
      { evidence: failed, activity: [...activity, call('test-group', 400, 42)] },
      'group-test-failed',
    ],
    [
      'finds nothing once it is done',
      {
        evidence: [...pressed, seen('jumpcloud.activate', 'done', 50)],
        activity: [...activity, ...cycle(41)],
      },
      null,
    ],
    [
      'names its cause when the console went back to Test Connection',
      {
        ...withoutDomain,
        evidence: [...(withoutDomain.evidence ?? []), seen('jumpcloud.test-connection', 'open', 51)],
      },
      'secondary-domain-missing',
    ],
    [
      'leaves the old cause alone when Test Connection was pressed anew',
      {
        ...withoutDomain,
        evidence: [
          ...(withoutDomain.evidence ?? []),
          seen('jumpcloud.test-connection', 'open', 51),
          seen('jumpcloud.test-connection', 'pressed', 60),
        ],
        now: 61,
      },
      null,
    ],
  ]);
});
