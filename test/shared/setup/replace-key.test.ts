import { describe, expect, it } from 'vitest';
import { flowOf } from '../../../shared/setup/flow.ts';
import { progress } from '../../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { at, call, cycle, PRESSED_KEY, seen, snapshot, type SnapshotChange } from './make-snapshot.ts';

const { fingerprint } = PRESSED_KEY;
const OLD_KEY = { last4: 'OLD1', retiredAt: null };

function replacing(change: SnapshotChange = {}): SetupSnapshot {
  return snapshot({ flow: 'replace-key', oldKey: OLD_KEY, ...change });
}

function stateOf(step: StepId, given: SetupSnapshot) {
  return progress(given).steps.find((entry) => entry.step === step)?.state;
}

/** A key made, the custom application's form opened and filled, Update pressed and said to have worked. */
function updated(): SnapshotChange {
  return {
    evidence: [
      seen('dialpad.save-key', 'done', 1),
      seen('jumpcloud.token-key', 'done', 10),
      seen('jumpcloud.deactivate', 'not-needed', 10),
      seen('jumpcloud.test-connection', 'not-needed', 12),
      seen('jumpcloud.group-management', 'done', 13),
      seen('jumpcloud.activate', 'pressed', 20, { fingerprint }),
      seen('jumpcloud.activate', 'page-succeeded', 30),
      seen('jumpcloud.save', 'not-needed', 31),
    ],
    activity: cycle(21),
  };
}

describe('the replacement of a key', () => {
  it('has no domain to allow, no groups to bind and no user to wait for, but an old key to delete', () => {
    const steps = progress(replacing()).steps.map(({ step }) => step);
    expect(steps).not.toEqual(expect.arrayContaining(['secondary-domain']));
    expect(steps).not.toEqual(expect.arrayContaining(['jumpcloud.user-groups', 'first-sync']));
    expect(steps.at(-1)).toBe('retire-old-key');
    expect(steps).toContain('jumpcloud.deactivate');
  });

  it('leaves the setup as it was', () => {
    const steps = progress(snapshot()).steps.map(({ step }) => step);
    expect(steps).not.toContain('jumpcloud.deactivate');
    expect(steps).not.toContain('retire-old-key');
  });

  it('advises to delete the old key only after JumpCloud used the new one', () => {
    expect(progress(replacing(updated())).current).toBe('retire-old-key');
    const withOldKey = { ...updated(), activity: cycle(21).map((one) => ({ ...one, keyLast4: OLD_KEY.last4 })) };
    expect(progress(replacing(withOldKey)).current).not.toBe('retire-old-key');
    expect(stateOf('jumpcloud.activate', replacing(withOldKey))).toBe('open');
  });

  it('has finished when the old key is revoked or has expired, or the admin keeps it', () => {
    expect(progress(replacing({ ...updated(), oldKey: { ...OLD_KEY, retiredAt: at(40) } })).current).toBeNull();
    const kept = updated();
    kept.evidence?.push(seen('retire-old-key', 'skipped', 40, { seenBy: 'admin' }));
    expect(progress(replacing(kept)).current).toBeNull();
    const claimed = updated();
    claimed.evidence?.push(seen('retire-old-key', 'done', 40, { seenBy: 'admin' }));
    expect(progress(replacing(claimed)).current).toBe('retire-old-key');
  });

  it('has nothing to delete where no key of the company was in use before', () => {
    expect(stateOf('retire-old-key', replacing({ oldKey: null }))).toBe('not-needed');
    expect(progress(replacing({ ...updated(), oldKey: null })).current).toBeNull();
  });

  it("believes the admin's word for a key of Dialpad's own, which the server does not see", () => {
    const word = [seen('retire-old-key', 'done', 40, { seenBy: 'admin' })];
    expect(stateOf('retire-old-key', replacing({ target: 'dialpad', evidence: word }))).toBe('done');
  });
});

describe('a setup that turned to replacing the key of an integration that runs already', () => {
  const turned = seen('jumpcloud.base-url', 'replacing', 20, { seenBy: 'admin' });
  const before = [
    seen('dialpad.save-key', 'done', 1),
    seen('jumpcloud.open-application', 'done', 5),
    seen('jumpcloud.token-key', 'done', 10),
  ];

  it('goes on in the other flow, with the key that was just made', () => {
    const given = snapshot({ evidence: [...before, turned] });
    expect(flowOf(given)).toBe('replace-key');
    expect(stateOf('dialpad.save-key', given)).toBe('done');
  });

  it('counts nothing that the page showed before', () => {
    const given = snapshot({ evidence: [...before, turned] });
    expect(stateOf('jumpcloud.token-key', given)).toBe('open');
    const filled = snapshot({ evidence: [...before, turned, seen('jumpcloud.token-key', 'done', 20)] });
    expect(stateOf('jumpcloud.token-key', filled)).toBe('done');
  });

  it('takes no call of the key that ran before for the new one', () => {
    const pressed = seen('jumpcloud.activate', 'pressed', 30, { fingerprint });
    const given = snapshot({
      evidence: [...before, turned, pressed, seen('jumpcloud.activate', 'page-succeeded', 31)],
      activity: [
        call('test-user-create', 201, 30, { keyLast4: 'OLD1' }),
        call('test-user-delete', 204, 31, { keyLast4: 'OLD1' }),
      ],
    });
    expect(stateOf('jumpcloud.activate', given)).toBe('open');
  });
});
