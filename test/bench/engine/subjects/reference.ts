import {
  findCriterion,
  findMarkers,
  findMembership,
  type PatientContext,
} from 'overblik/engine/reference';
import { checkPatient, type CheckedPatient, type Criterion } from 'overblik';
import { coverage } from '../clinic.ts';
import type { Subject } from '../subject.ts';
import { profileFor } from '../rules.ts';

export const reference: Subject = {
  title: 'the reference',
  note: 'checks every record, keeps the checked patients; three-valued, with all evidence',
  most: {
    patients: 100_000,
    because: 'a million checked patients take over 7 GB, more than the heap of a page',
  },
  start: () => ({
    load(batches) {
      const patients: CheckedPatient[] = [];
      for (const batch of batches)
        for (const supplied of batch) {
          const { patient } = checkPatient(supplied);
          if (patient) patients.push(patient);
        }
      return {
        ask(rule, asOf) {
          const profile = profileFor(rule);
          const members: string[] = [];
          let hits = 0;
          for (const patient of patients) {
            const context = { profile, patient, clinicCoverage: coverage, asOf };
            const membership = findMembership(context);
            if (membership.truth !== 'yes') continue;
            members.push(patient.patient.id);
            if (profile.markers) hits += findMarkers(context, membership).length;
            hits += countIndicators(context);
          }
          return { members, hits };
        },
      };
    },
  }),
};

/** How many of the profile's indicators count a member whose criteria can all be told (R22). */
function countIndicators(context: PatientContext): number {
  const isTrue = (criterion: Criterion) => findCriterion(context, criterion, '').truth === 'yes';
  let count = 0;
  for (const { denominator, numerator, except } of context.profile.indicators ?? [])
    if (!denominator || isTrue(denominator))
      count += isTrue(numerator) || !except || !isTrue(except) ? 1 : 0;
  return count;
}
