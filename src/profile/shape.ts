/** Whether a document has the format's shape. */
import { nearest } from './nearest.ts';
import { profileSchema } from './schema.ts';
import { faultsOf, keysOf, type Fault } from './shapes.ts';

const knownKeys = keysOf(profileSchema);

/** Checks a document's shape; a key that the format does not know comes with the one that was meant. */
export function checkShape(json: unknown): readonly Fault[] {
  return faultsOf(profileSchema, json).map((fault) =>
    fault.code === 'unknown-key'
      ? {
          ...fault,
          details: { ...fault.details, suggestion: nearest(String(fault.path.at(-1)), knownKeys) },
        }
      : fault,
  );
}
