import { combinationOf, type OpenContext } from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import { onceATask } from '../../shared/once.ts';
import { openJournal } from '../../shared/open-journal.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';

/** The way from a row to the patient in the host's journal. */
export class JournalController {
  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly announcements: Announcements,
    /** Makes a patient the one that the list, and what stands beside it, is about. */
    private readonly makeCurrent: (id: string, by: 'journal') => void,
  ) {}

  /** Where the wish comes from. */
  get context(): OpenContext {
    const profile = this.list.state.loaded?.population.profile;
    return {
      from: 'population',
      ...(profile && !combinationOf(profile)
        ? { profile: { id: profile.id, version: profile.version } }
        : {}),
    };
  }

  /** Opens a patient of the clinic whose list is shown; a failure is told in sight. */
  readonly open = onceATask(
    (id: string) => this.#openOf(id),
    (id) => id,
  );

  #openOf(id: string): void {
    const { acting } = this.list;
    const { clinic, population } = acting?.loaded ?? {};
    const [patient] = (clinic?.has(id) && population?.patients([id])) || [];
    if (!acting || !patient) return;
    this.announcements.dismiss();
    const { adapter } = acting.origin;
    this.makeCurrent(id, 'journal');
    void this.#tell(openJournal(this.host, adapter, patient, this.context));
  }

  /** Told in the clinic that it was asked in, and to nobody who has logged in since. */
  async #tell(opened: Promise<boolean>): Promise<void> {
    const { clinicNumber } = this.list.state;
    const isOpened = await opened;
    if (!isOpened && clinicNumber === this.list.state.clinicNumber)
      this.announcements.complain(this.host.ui.texts.states.journalFailed);
  }
}
