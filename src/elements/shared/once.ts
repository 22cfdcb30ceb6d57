/**
 * Makes something that is done once a task: clicks that a mouse or a page that hung hands over in one go are one wish.
 * Whoever asks again in the same task, before it is over, gets the same answer.
 *
 * @param keyOf Tells wishes apart that are not the same.
 */
export function onceATask<Args extends readonly unknown[], Answer>(
  act: (...args: Args) => Answer,
  keyOf: (...args: Args) => unknown = () => undefined,
): (...args: Args) => Answer {
  const answers = new Map<unknown, Answer>();
  return (...args) => {
    const key = keyOf(...args);
    if (answers.has(key)) return answers.get(key)!;
    const answer = act(...args);
    answers.set(key, answer);
    const end = () => {
      if (answers.get(key) === answer) answers.delete(key);
    };
    setTimeout(end);
    // Whoever has waited for the end asks anew.
    if (answer instanceof Promise) void answer.then(end, end);
    return answer;
  };
}
