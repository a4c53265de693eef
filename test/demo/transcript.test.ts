import { expect, it } from 'vitest';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import { at, cycle, seen, snapshot, upToTestConnection } from '../shared/setup/make-snapshot.ts';
import type { RecordCall } from '../sites/jumpcloud/client/calls.ts';
import { startTranscript } from './transcript.ts';

const TESTED = [
  ...upToTestConnection(),
  seen('jumpcloud.test-connection', 'pressed', 20),
  seen('jumpcloud.test-connection', 'page-succeeded', 22),
  seen('jumpcloud.group-management', 'done', 23),
];
const ACTIVATED = [
  ...TESTED,
  seen('jumpcloud.activate', 'pressed', 30),
  seen('jumpcloud.activate', 'page-succeeded', 35),
  seen('jumpcloud.save', 'pressed', 36),
  seen('jumpcloud.save', 'done', 37),
];
const ACTIVITY = [...cycle(21), ...cycle(32)];

/** A transcript of a session that a test moves on, and what it printed: steps by name, calls by path. */
function observed() {
  const lines: string[] = [];
  let now: SetupSnapshot = snapshot();
  let tell: RecordCall = () => undefined;
  const jumpcloud = { onCall: (listener: RecordCall) => (tell = listener) };
  const world = { snapshot: () => Promise.resolve(now), sites: { jumpcloud } };
  const transcript = startTranscript(world, (line) => lines.push(line), null);
  return {
    calls: (path: string, seconds: number) => tell({ time: at(seconds), method: 'GET', path, status: 200, note: '' }),
    steps: async (evidence: SetupSnapshot['evidence']) => {
      now = snapshot({ evidence, activity: ACTIVITY });
      await transcript.steps(null);
      return lines.splice(0).flatMap((line) => /jumpcloud\.(?:test-c|group|act|save)[\w-]*|\/\w+/.exec(line) ?? []);
    },
  };
}

it('prints each call beneath the step that caused it, when several steps became true together', async () => {
  const { calls, steps } = observed();
  calls('/tried', 21);
  calls('/activated', 31);
  calls('/cycled', 34);
  expect(await steps(ACTIVATED)).toEqual([
    ...['jumpcloud.test-connection', '/tried', 'jumpcloud.group-management'],
    ...['jumpcloud.activate', '/activated', '/cycled', 'jumpcloud.save'],
  ]);
});

it('keeps the calls of a step that is still open until it is done, and prints late ones before what comes next', async () => {
  const { calls, steps } = observed();
  calls('/tried', 21);
  expect(await steps(TESTED.slice(0, -2))).toEqual([]);
  expect(await steps(TESTED.slice(0, -1))).toEqual(['jumpcloud.test-connection', '/tried']);
  calls('/late', 22);
  expect(await steps(TESTED)).toEqual(['/late', 'jumpcloud.group-management']);
});
