/** What was counted of the data, told as findings: how many, where, what they look like, and what to do. */
import { recordNouns } from '../../i18n/record-types.ts';
import { adviseOn } from '../../model/describe/advice.ts';
import { meantBy } from '../../model/load/reports.ts';
import { listNames, type DataType, type Hint } from '../../record/index.ts';
import type { RejectionCount, Survey } from '../survey.ts';
import { namesOf, Tally } from '../tally.ts';
import { reasonWords } from '../traits.ts';
import type { ConformanceFinding } from '../types.ts';
import { counted, grouped, judged, shareOf } from '../verdicts.ts';
import { placeOf, requirementOf } from './rejections.ts';
import type { RequirementId } from './requirement.ts';

/**
 * What journals hold is not always right, and is handed over as it is: of a hundred records one may be unreadable. More
 * of one kind is a mistake of the mapping.
 */
const tolerance = 0.01;

/** How many of so many are no mistake of the mapping: in a clinic of some size one alone never is. */
export function tolerated(all: number, patients: number, share = tolerance): number {
  return Math.max(patients >= enoughForOne ? 1 : 0, share * all);
}

const enoughForOne = 50;

function rejectionsOf(survey: Survey, id: RequirementId): ReadonlyMap<DataType, RejectionCount[]> {
  const byType = new Map<DataType, RejectionCount[]>();
  for (const each of survey.rejections) {
    if (requirementOf(each, survey) !== id) continue;
    const own = byType.get(each.type) ?? [];
    byType.set(each.type, own);
    own.push(each);
  }
  return byType;
}

function sumOf(rejections: readonly RejectionCount[]): number {
  return rejections.reduce((sum, { records }) => sum + records, 0);
}

function isTolerated(
  survey: Survey,
  type: DataType,
  rejections: readonly RejectionCount[],
): boolean {
  const isOfPatients = rejections.every(({ isRecord }) => !isRecord);
  const all = isOfPatients ? survey.patients : survey.entriesOf(type);
  return sumOf(rejections) <= tolerated(all, survey.patients);
}

/** How many were rejected for a requirement and are within what journals hold. */
export function rejectedBelow(survey: Survey, id: RequirementId): number {
  let few = 0;
  for (const [type, rejections] of rejectionsOf(survey, id))
    if (isTolerated(survey, type, rejections)) few += sumOf(rejections);
  return few;
}

/**
 * Tells what was rejected for a requirement, where it is more than journals hold.
 *
 * @param isTold Whether it is told otherwise already.
 */
export function ofRejections(
  survey: Survey,
  id: RequirementId,
  isTold: (rejection: RejectionCount) => boolean = () => false,
): readonly ConformanceFinding[] {
  return [...rejectionsOf(survey, id)].flatMap(([type, rejections]) => {
    if (isTolerated(survey, type, rejections)) return [];
    return rejections
      .filter((each) => !isTold(each))
      .sort((one, other) => other.records - one.records)
      .slice(0, mostFindings)
      .map((each) => ofRejection(survey, each));
  });
}

const mostFindings = 5;

function ofRejection(survey: Survey, rejection: RejectionCount): ConformanceFinding {
  const { type, field, isRecord, records, patients, reason } = rejection;
  const place = placeOf(rejection);
  const all = isRecord ? survey.entriesOf(type) : survey.patients;
  const whose = isRecord ? `, of ${counted(patients, 'patient')}` : '';
  const noun = isRecord ? nounOf(type) : (['patient', 'patients'] as const);
  const what = [reasonWords[reason], detailsOf(survey, rejection)].filter(Boolean).join(': ');
  const codes = survey.sayCodes(rejection.codes.entries, type);
  const meant =
    reason === 'misnamed' ? meantBy({ type, field, ...(isRecord ? { index: 0 } : {}) }) : undefined;
  return {
    seen: `${grouped(records)} of ${counted(all, ...noun)} (${shareOf(records, all)})${whose}: ${what}.${codes === '' ? '' : ` Codes: ${codes}.`}`,
    where: place,
    fix: adviseOn({
      kind: reason,
      field: place,
      count: 1,
      ...(meant === undefined ? {} : { meant }),
    }),
  };
}

/** What the values at fault look like, the most frequent first. */
function detailsOf({ speech }: Survey, { traits, values }: RejectionCount): string {
  const said = values.entries.map(([value, count]) => [speech.say(value), count] as const);
  const all = [...traits.entries, ...merged(said)];
  return all.length === 1 ? all[0]![0] : namesOf(all);
}

/** Words that look the same are one. */
function merged(entries: readonly (readonly [string, number])[]): Tally['entries'] {
  const tally = new Tally();
  for (const [word, count] of entries) tally.add(word, count);
  return tally.entries;
}

/** `result`, `results`: one and many of a type. */
export function nounOf(type: DataType): readonly [one: string, many: string] {
  if (type === 'patient') return ['patient', 'patients'];
  const [one, many] = recordNouns.en[type];
  return [one, many];
}

/** What is counted of each kind of hint. */
const hintNouns: Readonly<Partial<Record<Hint['kind'], string>>> = {
  'shifted-date': 'date',
  'number-as-text': 'value',
  'hidden-characters': 'text',
  'cut-text': 'text',
  'death-at-epoch': 'date',
};

/** Tells what looks odd of one kind, where it is more than journals hold. */
export function ofHints(survey: Survey, kind: Hint['kind']): readonly ConformanceFinding[] {
  const counts = new Map<DataType, { count: number; patients: number }>();
  for (const hints of survey.clinic.hints.values())
    for (const hint of hints) {
      if (hint.kind !== kind) continue;
      const own = counts.get(hint.type) ?? { count: 0, patients: 0 };
      counts.set(hint.type, own);
      own.count += hint.count;
      own.patients++;
    }
  return [...counts].flatMap(([type, { count, patients }]) => {
    const all = survey.entriesOf(type);
    if (count <= tolerated(all, survey.patients)) return [];
    const { fields, codes } = survey.placesOf(kind, type);
    const among = type === 'patient' ? '' : ` in ${counted(all, ...nounOf(type))}`;
    const coded = survey.sayCodes(codes.entries, type);
    const field = type === 'patient' ? type : listNames[type];
    return [
      {
        // One record may have two: it is the patients that have a share.
        seen: `${counted(count, hintNouns[kind] ?? 'time')}${among}, of ${grouped(patients)} of ${counted(survey.patients, 'patient')} (${shareOf(patients, survey.patients)}).${coded === '' ? '' : ` Codes: ${coded}.`}`,
        where: fields.entries.map(([place]) => place).join(', ') || field,
        fix: adviseOn({ kind, field, count: 1 }),
      },
    ];
  });
}

/** Fails where more than the tolerance is so. */
export function overTolerance(
  count: number,
  all: number,
  finding: ConformanceFinding,
  share = tolerance,
): ReturnType<typeof judged> {
  const figures = count > 0 ? [{ name: 'found', value: count }] : [];
  return judged(count > tolerated(all, all, share) ? [finding] : [], figures);
}
