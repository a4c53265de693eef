import type { StreamState } from '../api/stream.ts';
import { useTexts } from '../texts.ts';

/** Whether what is on screen is kept current. */
export function LiveMark({ stream }: { stream: StreamState }) {
  const { common } = useTexts();
  return (
    <p class="live" data-live={stream.state} role="status">
      {stream.state === 'live' ? common.failure.live : common.failure.liveLost}
    </p>
  );
}
