import type { StreamState } from '../api/stream.ts';
import { useTexts } from '../texts.ts';

/** Whether what is on screen is kept current; silent until that is known. */
export function LiveMark({ stream }: { stream: StreamState }) {
  const { common } = useTexts();
  return (
    <p class="live" data-live={stream.state} role="status">
      {stream.state === 'live' && common.failure.live}
      {(stream.state === 'waiting' || stream.state === 'ended') && common.failure.liveLost}
    </p>
  );
}
