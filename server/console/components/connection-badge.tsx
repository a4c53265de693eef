import type { Connection, ConnectionState } from '../../../shared/setup/connection.ts';
import { useTexts } from '../texts.ts';
import { Badge, type Tone } from './badge.tsx';

const TONES: Record<ConnectionState, Tone> = { 'no-key': 'calm', waiting: 'calm', connected: 'good', silent: 'warn' };

/** Whether JumpCloud is connected, in a word or two. */
export function ConnectionBadge({ eligible, connection }: { eligible: boolean; connection: Connection }) {
  const { console: texts } = useTexts();
  if (!eligible) return <Badge tone="warn">{texts.terms.notEligible}</Badge>;
  return <Badge tone={TONES[connection.state]}>{texts.terms.connection[connection.state]}</Badge>;
}
