import type { RequirementText } from '../types.ts';
import { requirements } from './index.ts';

/** Everything that is asked of an adapter, as a report tells it. */
export const catalogue: readonly RequirementText[] = requirements.map(
  ({ check: _, ...text }) => text,
);
