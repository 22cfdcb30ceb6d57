import type { CockpitView, PatientOutcome, RecordType } from '../../model/index.ts';
import type { DrawList } from '../shared/long-lists.ts';
import type { Ui } from './ui.ts';
import type { MarkerActions } from './controllers/marker-actions.ts';

/** What every part of the cockpit draws from. */
export interface CockpitProps {
  readonly view: CockpitView;
  readonly outcomes: readonly PatientOutcome[];
  /** Whether the absence of records of a type means that there are none. */
  readonly covers: (type: RecordType) => boolean;
  /** What is said where it does not. */
  readonly uncovered: string;
  /** What can be done; undefined where the patient is only looked at. */
  readonly markerActions: MarkerActions | undefined;
  /** Draws lists that may be long. */
  readonly list: DrawList;
  readonly ui: Ui;
}
