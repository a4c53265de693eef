import { afterEach, describe, it } from 'vitest';
import { makeStore, type TestStore } from '../kit/store.ts';
import { killUnderLoad } from './killed.ts';

describe('a server that is killed while it writes', { timeout: 180_000 }, () => {
  const stores: TestStore[] = [];
  afterEach(() => Promise.all(stores.splice(0).map((store) => store.remove())));

  it('has kept every write that it answered', async () => {
    const store = await makeStore();
    stores.push(store);
    await killUnderLoad(store, 200);
  });
});
