/** The clinic that is handed over, and what is asked of it beside. */
import { memoryAdapter, type ClinicAdapter } from 'overblik';
import { generateClinic } from '../../../fixtures/clinic/index.ts';

/** What a host tells beside the bridge: it is ready, or a call was aborted, at which moment of the machine's clock. */
export interface Told {
  readonly ready?: true;
  readonly aborted?: number;
}

/** Milliseconds on the machine's clock: the same for a page and its workers. */
export const now = (): number => performance.timeOrigin + performance.now();

/** The made-up clinic of so many, whose every call tells when it is aborted. */
export function servedClinic(size: number, tell: (told: Told) => void): ClinicAdapter {
  const memory = memoryAdapter(generateClinic({ size }));
  return {
    ...memory,
    records(request, signal) {
      signal.addEventListener('abort', () => tell({ aborted: now() }));
      return memory.records!(request, signal);
    },
  };
}
