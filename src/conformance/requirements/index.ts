import type { Requirement } from './requirement.ts'; /** The catalogue: everything that is asked of an adapter, in the order in which a run takes it. */

import { actionRequirements } from './actions.ts';
import { adapterRequirements } from './adapter.ts';
import { peopleRequirements, shapeRequirements } from './data.ts';
import { comparedRequirements } from './data-profiles.ts';
import { wholeRequirements } from './data-whole.ts';
import { descriptionRequirements } from './description.ts';
import { journalRequirements } from './journal.ts';
import { loadRequirements } from './load.ts';
import { patientRequirements } from './patient.ts';
import { performanceRequirements } from './performance.ts';
import { privacyRequirements } from './privacy.ts';
import { profileRequirements } from './profiles.ts';
import { requestRequirements } from './request.ts';
import { roundRequirements } from './rounds.ts';
import { searchRequirements } from './search.ts';

export const requirements: readonly Requirement[] = [
  ...adapterRequirements,
  ...descriptionRequirements,
  ...loadRequirements,
  ...requestRequirements,
  ...patientRequirements,
  ...searchRequirements,
  ...shapeRequirements,
  ...peopleRequirements,
  ...wholeRequirements,
  ...comparedRequirements,
  ...profileRequirements,
  ...roundRequirements,
  ...actionRequirements,
  ...journalRequirements,
  ...performanceRequirements,
  ...privacyRequirements,
];
