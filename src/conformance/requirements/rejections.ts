/** Which requirement each kind of rejected record falls under: one, and never two. */
import { listNames, patientFieldMeantBy, recordKinds, type DataType } from '../../record/index.ts';
import type { RejectionCount, Survey } from '../survey.ts';
import type { RequirementId } from './requirement.ts';

type DataId = Extract<RequirementId, `DAT-${number}`>;

/** Names the requirement that is not met by what was rejected. */
export function requirementOf(rejection: RejectionCount, survey: Survey): DataId {
  const { type, isRecord } = rejection;
  if (type === 'patient') return ofPatient(rejection, survey);
  return isRecord ? ofRecord(rejection, survey) : ofList(rejection);
}

function ofPatient({ field, reason }: RejectionCount, survey: Survey): DataId {
  if (field.startsWith('coverage')) return 'DAT-21';
  if (reason === 'misnamed' || (reason === 'missing' && standsAs(field, survey))) return 'DAT-03';
  switch (field) {
    case 'birthDate':
      return 'DAT-17';
    case 'sex':
      return 'DAT-18';
    case 'deceased':
      return 'DAT-19';
    default:
      return reason === 'too-many' || reason === 'too-long' ? 'DAT-15' : 'DAT-20';
  }
}

function ofList({ reason }: RejectionCount): DataId {
  if (reason === 'misnamed') return 'DAT-01';
  return reason === 'too-many' ? 'DAT-15' : 'DAT-02';
}

function ofRecord({ type, field, reason }: RejectionCount, survey: Survey): DataId {
  const isElsewhere = stands(type, field, survey);
  switch (reason) {
    case 'not-an-object':
      return 'DAT-04';
    case 'misnamed':
      return 'DAT-05';
    case 'unreadable-date':
      return 'DAT-06';
    case 'wrong-type':
      return dateFields.has(field) && !isText(type, field) ? 'DAT-06' : 'DAT-13';
    case 'impossible-date':
      return 'DAT-07';
    case 'ends-before-start':
      return 'DAT-08';
    case 'placeholder-date':
      return 'DAT-09';
    case 'missing':
      if (isElsewhere) return 'DAT-05';
      return field === 'value' ? 'DAT-12' : 'DAT-10';
    case 'empty-code':
      return isElsewhere ? 'DAT-05' : 'DAT-11';
    case 'not-measured':
      return 'DAT-12';
    case 'unknown-value':
    case 'doubtful-state':
      return 'DAT-14';
    case 'too-long':
    case 'too-many':
      return 'DAT-15';
  }
}

/** What is missing stands under a name near its own. */
function stands(type: DataType, field: string, { nearNames }: Survey): boolean {
  return [...nearNames.values()].some((near) => near.type === type && near.meant === field);
}

/** What is missing of a patient stands under a name that means it. */
function standsAs(field: string, { rejections }: Survey): boolean {
  return rejections.some(
    (each) =>
      each.type === 'patient' &&
      each.reason === 'misnamed' &&
      patientFieldMeantBy(each.field) === field,
  );
}

const dateFields: ReadonlySet<string> = new Set(['from', 'to', 'at', 'maintained']);

/** Of a letter `from` is who wrote it, of a referral `to` whom it goes to. */
function isText(type: DataType, field: string): boolean {
  return type !== 'patient' && field !== 'at' && !('span' in recordKinds[type]);
}

/** The place as one writes it: `diagnoses.from`, `patient.sex`, `coverage.result.from`. */
export function placeOf({ type, field, isRecord }: RejectionCount): string {
  if (field.startsWith('coverage')) return field;
  if (type === 'patient')
    return field === '' || field === 'patient' ? 'patient' : `patient.${field}`;
  if (!isRecord) return field;
  return field === '' || field === listNames[type]
    ? listNames[type]
    : `${listNames[type]}.${field}`;
}
