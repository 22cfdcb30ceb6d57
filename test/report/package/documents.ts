/** Cluster packages for the tests: a whole one, and what is changed of it. */
import { readFileSync } from 'node:fs';

export type Json = Record<string, unknown>;

/** The demo's package about dementia, fresh each time. */
export function wholePackage(): Json & { gate: Json; indicators: Json[]; questions: Json[] } {
  return JSON.parse(
    readFileSync('fixtures/packages/demens-antipsykotika.json', 'utf8'),
  ) as ReturnType<typeof wholePackage>;
}
