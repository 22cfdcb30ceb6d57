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
  const clinical = clinicalStatusOf(condition);
  const concept = condition.code;
  return [
    make(
      'diagnosis',
      {
        concept,
        source: sourceOf(condition),
        from: beginningOf(condition, reading),
        to,
        // The check judges what a record says of itself: what is over without a day, or is only suspected, is set aside.
        ...(to === undefined && over.has(clinical ?? '') ? { clinicalStatus: clinical } : {}),
        ...(verification === undefined || verification === 'confirmed'
          ? {}
          : { verificationStatus: verification }),
      },
      reading,
    ),
  ];
};

/** Clinical statuses of what is over; of the others a condition goes on, or says nothing. */
const over: ReadonlySet<string> = new Set(['inactive', 'remission', 'resolved']);

const snomed = 'http://snomed.info/sct';

function clinicalStatusOf({ clinicalStatus, category }: Condition): string | undefined {
  const status = codeOf(clinicalStatus);
  return status ?? (hasCode(category, snomed, '723506003') ? 'resolved' : undefined);
}

function codeOf(concept: Condition['clinicalStatus']): string | undefined {
  return concept?.coding?.find(({ code }) => code !== undefined)?.code;
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
