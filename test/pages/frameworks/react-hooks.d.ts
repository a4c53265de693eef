// React ships no types, and the look-alike console declares only what it uses itself: this adds what a form needs.
import 'react';

declare module 'react' {
  export function useState<T>(initial: T): [T, (next: T | ((before: T) => T)) => void];
}
