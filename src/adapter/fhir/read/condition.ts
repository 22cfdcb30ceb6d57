/**
 * Conditions as diagnoses (FHIR R4 Condition; DK Core, DkCoreCondition; MedCom, MedComConditionListCondition, whose status
 * stands among the categories: SNOMED CT 15240007 current, 723506003 resolved).
 */
import type { Condition } from 'fhir/r4';
import {
  dateOf,
  dayWithin,
  firstDate,
  hasCode,
  leaveOut,
  make,
  sourceOf,
  unreadable,
  type Reader,
  type Reading,
} from './reading.ts';

export const readCondition: Reader<Condition> = (condition, reading) => {
  const verification = codeOf(condition.verificationStatus);
  if (verification === 'entered-in-error' || verification === 'refuted')
    return leaveOut(condition, verification, reading);
  const to = endOf(condition, reading);
  return [
    make(
      'diagnosis',
      {
        concept: condition.code,
        source: sourceOf(condition),
        from: beginningOf(condition, reading),
        to,
        ...stateOf(clinicalStatusOf(condition), verification, to),
      },
      reading,
    ),
  ];
};

/**
 * What the statuses say beside the days, for the check to judge: what is over on no day, is only suspected, or is told in
 * a word that the standard does not have, is set aside.
 */
function stateOf(
  clinical: string | undefined,
  verification: string | undefined,
  to: string | undefined,
): object {
  const isTold =
    clinical === undefined || goesOn.has(clinical) || (over.has(clinical) && to !== undefined);
  const isSure = verification === undefined || verification === 'confirmed';
  return {
    ...(isTold ? {} : { clinicalStatus: clinical }),
    ...(isSure ? {} : { verificationStatus: verification }),
  };
}

const goesOn: ReadonlySet<string> = new Set(['active', 'recurrence', 'relapse']);
const over: ReadonlySet<string> = new Set(['inactive', 'remission', 'resolved']);

const snomed = 'http://snomed.info/sct';

function clinicalStatusOf({ clinicalStatus, category }: Condition): string | undefined {
  const status = codeOf(clinicalStatus);
  return status ?? (hasCode(category, snomed, '723506003') ? 'resolved' : undefined);
}

/** The code of a status; of one that is told in words alone a word that no status is. */
function codeOf(concept: Condition['clinicalStatus']): string | undefined {
  if (concept === undefined) return undefined;
  return concept.coding?.find(({ code }) => code !== undefined)?.code ?? 'in words';
}

/** When it began; where nobody says, when it was recorded. */
function beginningOf(condition: Condition, reading: Reading): string | undefined {
  const { onsetPeriod, onsetDateTime, recordedDate } = condition;
  const element = { resource: condition, field: 'onsetPeriod' };
  if (onsetPeriod) {
    const within = dayWithin(onsetPeriod, element, reading);
    return (
      within ??
      (onsetPeriod.end === undefined ? dateOf(onsetPeriod.start, element, reading) : undefined)
    );
  }
  // An age or words tell a beginning that no record can: it began at some time.
  if (condition.onsetAge ?? condition.onsetRange ?? condition.onsetString) {
    reading.tally.date('Condition', 'onset[x]', 'missing');
    return undefined;
  }
  return firstDate(
    [
      ['onsetDateTime', onsetDateTime],
      ['recordedDate', recordedDate],
    ],
    condition,
    reading,
  );
}

function endOf(condition: Condition, reading: Reading): string | undefined {
  const { abatementDateTime, abatementPeriod } = condition;
  if (abatementPeriod)
    return (
      dayWithin(abatementPeriod, { resource: condition, field: 'abatementPeriod' }, reading) ??
      unreadable
    );
  // It has ended, and on which day nobody can tell.
  if (condition.abatementAge ?? condition.abatementRange ?? condition.abatementString) {
    reading.tally.date('Condition', 'abatement[x]', 'unreadable');
    return unreadable;
  }
  return dateOf(abatementDateTime, { resource: condition, field: 'abatementDateTime' }, reading);
}
