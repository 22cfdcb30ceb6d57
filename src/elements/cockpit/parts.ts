import type { CockpitView, Language, PatientOutcome } from '../../model/index.ts';
import type { Texts } from '../../ui/texts/index.ts';

/** What every part of the cockpit draws from. */
export interface Parts {
  readonly view: CockpitView;
  readonly outcomes: readonly PatientOutcome[];
  readonly language: Language;
  readonly texts: Texts;
}
