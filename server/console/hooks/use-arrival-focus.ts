import { useEffect, useRef } from 'preact/hooks';

/** For the heading of something that somebody asked for: it takes the focus when it appears, so that it is read out. */
export function useArrivalFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return { ref: heading, tabIndex: -1 };
}
