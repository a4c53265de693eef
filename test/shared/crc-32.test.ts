import { describe, expect, it } from 'vitest';
import { crc32 } from '../../shared/crc-32.ts';

describe('crc32', () => {
  it('answers with the check value of the standard, and with nothing for nothing', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});
