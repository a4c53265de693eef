import type { Remark } from '../../shared/ui/panel.tsx';

const REMARK_MS = 4000;

export type Remarks = { now(): Remark | null; say(remark: Remark): void; stop(): void };

/** A short word to the admin that goes by itself. */
export function createRemarks(onChange: () => void): Remarks {
  let remark: Remark | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const become = (next: Remark | null): void => {
    remark = next;
    onChange();
  };
  return {
    now: () => remark,
    say(next) {
      clearTimeout(timer);
      become(next);
      timer = setTimeout(() => become(null), REMARK_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
