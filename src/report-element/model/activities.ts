/** What clinics count beside indicators (R28), as the steering group reads it. */
import { steeringOf, type AreaActivity, type SteeringReport } from '../../report/index.ts';
import type { Sheet } from './sheet.ts';

/** An activity of all units together, and mine beside. */
export interface ToldActivity {
  readonly id: string;
  readonly type: AreaActivity['type'];
  readonly all: SteeringReport;
  /** Of the same periods; undefined where mine counts by others, or not at all. */
  readonly mine: SteeringReport | undefined;
  /** Clinics that count it by these periods. */
  readonly clinics: number;
}

/** The activities that any of the clinics tells; empty where none does. */
export function activitiesOf(sheet: Sheet): readonly ToldActivity[] {
  return sheet.further().activities.map((activity) => {
    const { id, type, clinics } = activity;
    const own = sheet.mine?.further.activities.find((each) => each.id === id);
    const isSame = own && JSON.stringify(own.periods) === JSON.stringify(activity.periods);
    return {
      ...{ id, type, clinics },
      all: steeringOf(activity),
      mine: isSame ? steeringOf(own) : undefined,
    };
  });
}
