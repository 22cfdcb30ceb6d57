import { describe, expect, it } from 'vitest';
import { nextTurn, wait } from '../../src/adapter/pause.ts';

describe('a wait', () => {
  it('ends at once where its signal has aborted already, and when it aborts', async () => {
    await wait(Infinity, AbortSignal.abort());
    const stop = new AbortController();
    const ended = wait(Infinity, stop.signal);
    stop.abort();
    await ended;
  });

  it('has no delay that ends at once because no timer is as long', async () => {
    const stop = new AbortController();
    let hasEnded = false;
    const ended = wait(Infinity, stop.signal).then(() => (hasEnded = true));
    for (let turn = 0; turn < 20; turn++) {
      await nextTurn();
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(hasEnded).toBe(false);
    stop.abort();
    await ended;
  });
});
