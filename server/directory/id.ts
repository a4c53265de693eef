import { randomUUID } from 'node:crypto';

/** A UUID of version 7 (RFC 9562): later ids sort behind earlier ones, so lists keep their order while they grow. */
export function newId(now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
