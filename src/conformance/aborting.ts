/** Whether calls that are no longer wanted end. */
import type { AdapterCall } from '../adapter/index.ts';
import type { Trial } from './trial.ts';
import type { Verdict } from './types.ts';
import { failed, passed } from './verdicts.ts';

/**
 * Calls, takes it back at once, and looks whether it ends: with an answer or an error.
 *
 * @param where What was called, as a finding names it.
 */
export async function endsWhenAborted(
  trial: Trial,
  call: AdapterCall,
  asked: string,
  run: (signal: AbortSignal) => unknown,
  where = `adapter.${call}`,
): Promise<Verdict> {
  const { calls, options } = trial;
  const inner = new AbortController();
  const end = calls.begin();
  const settled = calls.settle(
    call,
    (signal) => {
      const answer = run(signal);
      inner.abort();
      return answer;
    },
    inner,
    options.limits.abort,
  );
  const answer = await settled;
  end();
  const hangs = !answer.ok && answer.failure.kind === 'deadline';
  calls.note({ call, asked, took: answer.took, outcome: hangs ? 'deadline' : 'aborted' });
  if (!hangs) return passed([{ name: 'ended after', value: Math.round(answer.took), unit: 'ms' }]);
  return failed({
    seen: `It had not ended ${options.limits.abort} ms after its signal aborted.`,
    where,
    fix: 'Hand the signal on: `fetch(address, { signal })`, or listen for its `abort` and reject with `signal.reason`.',
  });
}
