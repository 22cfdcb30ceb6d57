import type { Origin, RoundModel, ShareOpener, Sharer } from '../../../model/index.ts';
import type { PatientPlace } from '../../shared/events.ts';
import type { UiHost } from '../ui.ts';

/** What the controllers need of the cockpit element. */
export interface CockpitHost extends UiHost {
  readonly patientId: string | undefined;
  /** Whose patient that is, where it is known. */
  readonly patientOf: Origin | undefined;
  profileId: string | undefined;
  seenOn: string | undefined;
  readonly round: RoundModel | undefined;
  readonly envelope: string | undefined;
  readonly opener: ShareOpener | undefined;
  readonly sharer: Sharer | undefined;
  /** Where the patient stands in a list; absent where nobody goes through one. */
  readonly place: PatientPlace | undefined;
  keys: 'off' | undefined;
  readonly size: 'strip' | undefined;
}
