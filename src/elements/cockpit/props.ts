import type { CockpitView, Language, PatientOutcome, RecordType } from '../../model/index.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import type { MarkerActions } from './marker-actions.ts';

/** What every part of the cockpit draws from. */
export interface CockpitProps {
  readonly view: CockpitView;
  readonly outcomes: readonly PatientOutcome[];
  readonly language: Language;
  readonly texts: Texts;
  /** Whether the absence of records of a type means that there are none. */
  readonly covers: (type: RecordType) => boolean;
  /** What is said where it does not. */
  readonly uncovered: string;
  /** What can be done; absent where the patient is only looked at. */
  readonly desk: MarkerActions | undefined;
}
