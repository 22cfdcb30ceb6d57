/** What a host is asked about a share, and how long its answer is waited for. */

/** Milliseconds that an answer is waited for, where the host says nothing else. */
export const usualDeadline = 20_000;

/** Longest delay of a timer, in milliseconds: with a longer one it fires at once. */
const longestTimer = 2 ** 31 - 1;

/** @throws RangeError for what is no number of milliseconds. */
export function checkDeadline(deadline: unknown): asserts deadline is number {
  if (typeof deadline !== 'number' || !(deadline > 0))
    throw new RangeError('deadline: milliseconds, more than 0.');
}

/**
 * Waits for what a host answers. What it answers after the deadline is dropped.
 * @throws What the host throws, or a RangeError where it does not answer in time.
 */
export async function answerWithin<Answer>(
  ask: () => Answer | PromiseLike<Answer>,
  deadline: number,
): Promise<Answer> {
  if (deadline === Infinity) return ask();
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new RangeError('No answer in time.')),
      Math.min(deadline, longestTimer),
    );
    // A host may throw before it answers.
    new Promise<Answer>((answer) => answer(ask()))
      .finally(() => clearTimeout(timer))
      .then(resolve, reject);
  });
}

/**
 * Asks a question that is answered by yes or no.
 * @throws For any other answer, and as `answerWithin`.
 */
export async function isSo(
  ask: () => boolean | PromiseLike<boolean>,
  deadline: number,
): Promise<boolean> {
  const answer: unknown = await answerWithin(ask, deadline);
  if (typeof answer !== 'boolean') throw new TypeError('Neither yes nor no.');
  return answer;
}
