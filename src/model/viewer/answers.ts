/** What a clinic's data can answer of what a profile asks, and what not. Data that is not there is never a no. */
import type { ClinicDescription } from '../../adapter/index.ts';
import { compile, requestFor, type Plan } from '../../engine/index.ts';
import type { Profile } from '../../profile/index.ts';
import {
  coverageOf,
  normalizeSystem,
  recordTypes,
  type CalendarDate,
  type RecordType,
} from '../../record/index.ts';
import type { Asked } from './parts.ts';

/** How a clinic stands to one type of data that a profile asks. */
export interface TypeAnswer {
  readonly type: RecordType;
  /**
   * `partly`: not as far back as the profile asks, or not so new as it must be; `undeclared`: the clinic says nothing of
   * it, and each patient with a list of it can be determined.
   */
  readonly state: 'yes' | 'partly' | 'undeclared' | 'no';
  /** The first day of the data, where that is later than the profile asks. */
  readonly from?: CalendarDate;
  /** The last update of data that is out of date. */
  readonly updated?: CalendarDate;
  readonly source?: string;
}

/** Whether one part can be answered. */
export type PartAnswer = 'yes' | 'partly' | 'no';

/** By type, in the order in which everything lists them. */
export function answersOf(
  profile: Profile,
  { coverage }: Pick<ClinicDescription, 'coverage'>,
  asOf: CalendarDate,
): readonly TypeAnswer[] {
  const plan: Plan = compile(profile);
  const { types } = requestFor(plan, asOf);
  return recordTypes.flatMap((type): readonly TypeAnswer[] => {
    const asked = types[type];
    if (!asked) return [];
    if (!coverage[type]) return [{ type, state: 'undeclared' }];
    const { earliest } = asked;
    const covered = coverageOf(nobody, coverage, type, {
      lastDay: asOf,
      ...(earliest === undefined ? {} : { from: earliest }),
    });
    const { source } = coverage[type];
    const named = source === undefined ? {} : { source };
    if (covered.covered) return [{ type, state: 'yes', ...named }];
    const { reason, from, updated } = covered;
    return [
      {
        ...{ type, state: reason === 'missing' ? 'no' : 'partly' },
        ...(from === undefined ? {} : { from }),
        ...(updated === undefined ? {} : { updated }),
        ...named,
      },
    ];
  });
}

/** Of the clinic's own coverage alone, whoever the patient is. */
const nobody = { coverage: {}, supplied: new Set<RecordType>() };

/** Whether what a part asks can be answered: by its types, and by the systems of its codes. */
export function answerOf(
  { types, systems }: Asked,
  answers: readonly TypeAnswer[],
  { coverage }: Pick<ClinicDescription, 'coverage'>,
): PartAnswer {
  const own = answers.filter(({ type }) => types.includes(type));
  const isSystemLacking = systems.some((each) => {
    const known = coverage[each.type]?.systems;
    return known && !each.systems.some((system) => known.includes(normalizeSystem(system)));
  });
  if (types.length > 0 && own.length > 0 && own.every(({ state }) => state === 'no')) return 'no';
  const isWhole = own.every(({ state }) => state === 'yes' || state === 'undeclared');
  return isWhole && !isSystemLacking ? 'yes' : 'partly';
}
