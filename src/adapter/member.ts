import type { ClinicAdapter } from './types.ts';

/**
 * Reads what an adapter may have. A member that throws when it is read is taken as absent: what it throws is the host's
 * text, and may name a patient.
 */
export function memberOf<Name extends keyof ClinicAdapter>(
  adapter: ClinicAdapter | undefined,
  name: Name,
): ClinicAdapter[Name] | undefined {
  try {
    return adapter?.[name];
  } catch {
    return undefined;
  }
}
