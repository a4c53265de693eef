import { describe, it } from 'vitest';
import { makeStore } from '../kit/store.ts';
import { killUnderLoad } from './killed.ts';

const KILLS = 20;

describe('a server that is killed again and again', { timeout: 1_800_000 }, () => {
  it('has kept every write that it answered, each time', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const store = await makeStore();
      try {
        await killUnderLoad(store, 50 + 200 * kill);
      } finally {
        await store.remove();
      }
    }
  });
});
