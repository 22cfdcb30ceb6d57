/** A statement is run as a whole: what it needs before it, itself, and what is to be gone after it. */
import type { SqlDatabase, SqlRow } from './database.ts';
import type { Step, Written } from './dialect/index.ts';

/**
 * Runs what `toSql` or `toLeavesSql` wrote, one text after another, and answers the rows of the statement itself. The
 * temporary tables are dropped whatever happens; where the connection breaks they end with the session.
 *
 * @param database All texts have to reach the same session of it, and no other run's between them.
 * @throws What `run` throws, and an error where the answer came and the tables could not be dropped.
 */
export async function runStatement(
  database: Pick<SqlDatabase, 'run'>,
  { before, text, parameters, after }: Written,
): Promise<readonly SqlRow[]> {
  const run = (step: Step) => database.run(step.text, step.parameters);
  const rows = await (async () => {
    try {
      for (const step of before) await run(step);
      return await database.run(text, parameters);
    } catch (error) {
      // Why it failed is to be told, whatever becomes of the tables: after a broken connection nothing runs.
      await runEach(after, run);
      throw error;
    }
  })();
  const [failed] = await runEach(after, run);
  if (failed)
    throw new Error(
      `The database did not drop the temporary tables of the statement, which hold patients: end the session. ${String(failed.reason)}`,
      { cause: failed.reason },
    );
  return rows;
}

/** Each of them, though one fails; the failures. */
async function runEach(
  steps: readonly Step[],
  run: (step: Step) => Promise<unknown>,
): Promise<readonly PromiseRejectedResult[]> {
  const failures: PromiseRejectedResult[] = [];
  for (const step of steps) {
    const [outcome] = await Promise.allSettled([run(step)]);
    if (outcome.status === 'rejected') failures.push(outcome);
  }
  return failures;
}

/** A beginning of names that no other run has. */
export function drawPrefix(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return `overblik_${[...numbers].map((number) => number.toString(36).padStart(7, '0')).join('')}_`;
}

/** @throws {RangeError} of a beginning that no name may have: it stands in the text as it is. */
export function requirePrefix(prefix: string, caller: string): string {
  if (/^[a-z_][a-z0-9_]{0,47}$/i.test(prefix)) return prefix;
  throw new RangeError(
    `${caller}: temporary is the beginning of names: up to 48 letters of English, digits and "_", no digit first; it is ${JSON.stringify(prefix)}.`,
  );
}
