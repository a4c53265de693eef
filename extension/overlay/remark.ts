import type { Remark } from '../../shared/ui/panel.tsx';

const REMARK_MS = 4000;

export type Remarks = { now(): Remark | null; say(remark: Remark): void; drop(): void; stop(): void };

/** A short word to the admin that goes by itself, or with what they do next. */
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
    drop() {
      clearTimeout(timer);
      if (remark) become(null);
    },
    stop: () => clearTimeout(timer),
  };
}
