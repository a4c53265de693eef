import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../extension/page/memory.ts';
import { toldOfToken } from '../../../extension/page/token.ts';
import { fingerprint } from '../../../shared/fingerprint.ts';

describe('what is told of a token', () => {
  it.each(['a-key', ' a-key ', 'Bearer a-key'])('is the fingerprint of the key alone in “%s”', async (typed) => {
    const field = document.createElement('input');
    field.value = typed;
    expect((await toldOfToken(field, createMemory())).fingerprint).toBe(await fingerprint('a-key'));
  });
});
