import type { SetupSnapshot } from './snapshot.ts';
import { stepOf, type Flow } from './steps.ts';

/** Which flow a session is in: the one that its link was made for, or the one that the admin turned to since. */
export function flowOf(snapshot: Pick<SetupSnapshot, 'session' | 'evidence'>): Flow {
  return turnOf(snapshot) < 0 ? snapshot.session.flow : 'replace-key';
}

/**
 * The session as its flow sees it. When the admin turns to replacing the key of an integration that they found running,
 * what JumpCloud's page showed before tells nothing any more; a key that was just made is the very one to go on with.
 */
export function inFlow(snapshot: SetupSnapshot): SetupSnapshot {
  const turned = turnOf(snapshot);
  if (turned < 0) return snapshot;
  const evidence = snapshot.evidence.filter(({ step }, index) => index >= turned || stepOf(step).site !== 'jumpcloud');
  return { ...snapshot, evidence };
}

/** Evidence is in the order of its time, so a place tells before from after where times are the same. */
function turnOf({ evidence }: Pick<SetupSnapshot, 'evidence'>): number {
  return evidence.findLastIndex(({ fact }) => fact === 'replacing');
}
