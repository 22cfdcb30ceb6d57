/** Which of a profile's items the list shows before the user says otherwise. The others are one step away. */
import {
  resolveCodes,
  showOf,
  type Codes,
  type Profile,
  type RecordItem,
} from '../../../profile/index.ts';
import { codeMatcher } from '../../../record/index.ts';
import { markerLevels } from '../../marker-counts.ts';

/** Values that a row has room for beside who it is and why; and where who is to do what stands there too. */
const mostValues = 3;
const mostBesidePlan = 2;

/**
 * The ids of the items that a profile holds dear: what its gravest markers ask of, numbers before words;
 * then the first ones. The next appointment, and when the patient was last seen, stand beside them.
 * A contact that no item asks for is no column: a request names what items need, and an adapter need send no more, so
 * that the latest of what came would not be the patient's last contact.
 * Diagnoses share a column of their own, and who the patient is stands in every row.
 *
 * @param hasPlan Whether columns tell who is to see to the patients, and by when.
 */
export function dearItems(profile: Profile, hasPlan: boolean): ReadonlySet<string> {
  const items = profile.information.filter((item): item is RecordItem => item.type !== 'patient');
  const values = items.filter(({ type }) => type !== 'diagnosis' && type !== 'appointment');
  const asked = markerLevels.flatMap((level) => {
    const whens = (profile.markers ?? []).filter((each) => each.level === level);
    const codes = codesIn(whens.map(({ when }) => when));
    return values.filter((item) => sharesCodes(profile, item, codes));
  });
  // What the gravest is about; then how the patient is; then what else is given or done.
  const numbers = asked.filter(({ type }) => type === 'result');
  const dear = [...new Set([...asked.slice(0, 1), ...numbers, ...asked, ...values])].slice(
    0,
    hasPlan ? mostBesidePlan : mostValues,
  );
  const next = nextAppointment(profile);
  const latest = (wanted: RecordItem['type']) =>
    items.find(
      (item) => item.type === wanted && item !== next && showOf(item) === 'latest' && !item.uncoded,
    );
  const beside = [next, latest('appointment'), latest('service')];
  return new Set([...dear, ...beside.flatMap((item) => item ?? [])].map(({ id }) => id));
}

/** The item of what is to come. */
export function nextAppointment({ information }: Profile): RecordItem | undefined {
  return information.find(
    (item): item is RecordItem => item.type === 'appointment' && showOf(item) !== 'latest',
  );
}

/** Everything that criteria ask for under `codes`. */
function codesIn(criteria: unknown): readonly Codes[] {
  if (typeof criteria !== 'object' || criteria === null) return [];
  return Object.entries(criteria).flatMap(([key, value]: [string, unknown]) =>
    key === 'codes' ? [value as Codes] : codesIn(value),
  );
}

/** Whether some code that is asked for is one of the item's, or the other way round. */
function sharesCodes(profile: Profile, item: RecordItem, asked: readonly Codes[]): boolean {
  if (item.codes === undefined) return false;
  const own = resolveCodes(profile, item.codes);
  return asked
    .flatMap((codes) => resolveCodes(profile, codes))
    .some((set) =>
      own.some(
        (mine) =>
          mine.include.some((code) => codeMatcher(set)(mine.system, code)) ||
          set.include.some((code) => codeMatcher(mine)(set.system, code)),
      ),
    );
}
