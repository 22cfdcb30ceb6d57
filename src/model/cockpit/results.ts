import {
  flatMapInSteps,
  judgeValue,
  mapInSteps,
  type Cell,
  type PatientOutcome,
  type Steps,
} from '../../engine/index.ts';
import { goalPhrases } from '../../i18n/phrases/goals.ts';
import {
  describeValue,
  formatUnit,
  showOf,
  textIn,
  type Criterion,
  type Language,
  type ResultQuery,
  type ResultValue,
} from '../../profile/index.ts';
import { joinedCriteria } from '../../profile/joined-criteria.ts';
import { writtenStart, type ResultRecord } from '../../record/index.ts';
import { describeResult } from '../describe/index.ts';
import { isAsked, limitsOf } from './limits.ts';

/** A result as the cockpit shows it: everything is judged on the value that is shown. */
export interface ResultView {
  /** The unit of the line. */
  readonly unit: string | undefined;
  /** The laboratory's reference interval for the value that is shown; a missing side is open. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** On which side of the interval the value lies, for certain. */
  readonly outside: 'below' | 'above' | undefined;
  /** All of them, the newest first, each in its own unit. */
  readonly values: readonly ResultLine[];
  /** Where the laboratory's interval and a limit of the profile's disagree, in words. */
  readonly goals: readonly string[];
  /** From which value on the profile's markers are set for this patient: `mindst 140 mmHg`. */
  readonly limits: readonly string[];
}

export interface ResultLine {
  /** As it was written: `2019-05-14`, or `2019`. */
  readonly date: string;
  readonly text: string;
}

/** Undefined where there is no result to show, and where they are only counted. */
export function* viewResult(
  { item, records }: Cell,
  outcome: PatientOutcome,
  language: Language,
): Steps<ResultView | undefined> {
  if (item.type !== 'result' || showOf(item) === 'count') return undefined;
  const results = yield* flatMapInSteps(records, (record) =>
    record.type === 'result' ? [record] : [],
  );
  const [shown] = results;
  if (!shown) return undefined;
  const { unit, low, high } = shown;
  const outside = sideOf(shown);
  return {
    ...{ unit: unit && formatUnit(unit, language), low, high, outside },
    values: yield* mapInSteps(results, (record) => new WrittenLine(record, language)),
    limits: yield* limitsOf(shown, outcome, language),
    goals:
      low === undefined && high === undefined
        ? []
        : disagreements(shown, outside !== undefined, outcome, language),
  };
}

/** In words when it is drawn: of very many lines few are. */
class WrittenLine implements ResultLine {
  constructor(
    private readonly record: ResultRecord,
    private readonly language: Language,
  ) {}

  get date(): string {
    return writtenStart(this.record) ?? this.record.at;
  }

  get text(): string {
    return describeResult(this.record, this.language);
  }

  toJSON(): ResultLine {
    const { date, text } = this;
    return { date, text };
  }
}

function sideOf(record: ResultRecord): ResultView['outside'] {
  const { low, high, unit } = record;
  // The interval is told in the value's own unit.
  const is = (bound: ResultValue) => judgeValue(record, bound).truth === 'yes';
  const own = unit === undefined ? {} : { unit };
  if (low !== undefined && is({ below: low, ...own })) return 'below';
  return high !== undefined && is({ above: high, ...own }) ? 'above' : undefined;
}

/**
 * Markers that are set because of a value which the laboratory finds normal; and those that ask of nothing but such
 * values and are not set, though the laboratory finds it abnormal.
 */
function disagreements(
  record: ResultRecord,
  isOutside: boolean,
  outcome: PatientOutcome,
  language: Language,
): readonly string[] {
  const { profile, markers } = outcome;
  const text = goalPhrases[language];
  return (profile.markers ?? []).flatMap((marker) => {
    const isSet = markers.some((hit) => hit.marker === marker && hit.truth === 'yes');
    if (isSet === isOutside) return [];
    const asked = isSet
      ? queriesIn(marker.when)
      : 'result' in marker.when
        ? [marker.when.result]
        : [];
    return asked.flatMap((query) => {
      const { value } = query;
      if (!value || !isAsked(query, record, outcome)) return [];
      if (judgeValue(record, value).truth !== (isSet ? 'yes' : 'no')) return [];
      const limit = describeValue(value, language);
      const title = textIn(marker.title, language);
      return [isSet ? text.beyondGoal(title, limit) : text.withinGoal(title, limit)];
    });
  });
}

/** The result queries that may have set a marker off; those under a *not* did not by what they find. */
function queriesIn(criterion: Criterion): readonly ResultQuery[] {
  if ('result' in criterion) return [criterion.result];
  return joinedCriteria(criterion).flatMap(queriesIn);
}
