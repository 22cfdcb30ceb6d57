/** A machine may be busy: how long something takes is for the benchmarks to say. */
const patience = 120_000;

/** Waits until a question has an answer; fails with the question's words after two minutes. */
export async function until<Value>(
  what: string,
  ask: () => Value | null | undefined | false,
): Promise<Value> {
  const end = performance.now() + patience;
  for (;;) {
    const answer = ask();
    if (answer) return answer;
    await pause(what, end);
  }
}

/** Waits until something holds, which may take a while to be known. */
export async function waitUntil(holds: () => unknown, what = holds.toString()): Promise<void> {
  const end = performance.now() + patience;
  while (!(await holds())) await pause(what, end);
}

function pause(what: string, end: number): Promise<void> {
  if (performance.now() > end) throw new Error(`Not within two minutes: ${what}`);
  return new Promise((resolve) => setTimeout(resolve, 10));
}
