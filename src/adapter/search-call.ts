import * as z from 'zod/mini';
import type { PatientRecords } from '../record/index.ts';
import { callAdapter, type CallOptions } from './call.ts';
import { AdapterFailure, junk } from './failure.ts';
import type { ClinicAdapter, SearchOutcome, SearchRequest } from './types.ts';

/**
 * Asks a host that evaluates itself whom it found. The records are as supplied: they are checked when they
 * are loaded.
 *
 * @throws {AdapterFailure} Also `junk`, when the answer has no list of patients.
 */
export async function searchClinic(
  adapter: ClinicAdapter,
  request: SearchRequest,
  options: CallOptions,
): Promise<SearchOutcome> {
  return callAdapter(
    'search',
    async (signal) => {
      if (!adapter.search) throw new AdapterFailure('not-supported', 'search');
      // Read while the call still guards it: even reading may throw.
      const answer: unknown = await adapter.search(request, signal);
      const { data: outcome } = outcomeSchema.safeParse(answer);
      if (!outcome) throw junk('search', answer);
      return outcome;
    },
    options,
  );
}

const outcomeSchema = z.object({
  patients: z.catch(z.int(), 0),
  // Not entry by entry: they may be very many.
  found: z.custom<readonly PatientRecords[]>(Array.isArray),
});
