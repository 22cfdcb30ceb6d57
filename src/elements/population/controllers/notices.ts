import type { ReactiveController } from 'lit';
import type { UiHost } from '../ui.ts';
import type { ListController } from './list.ts';

/**
 * Where it is said what is missing. Over the list, where it came with the list; what comes when there are rows already
 * must not move them.
 */
export class NoticeController implements ReactiveController {
  #profileId: string | undefined;
  #cameWithList = false;

  constructor(
    host: UiHost,
    private readonly list: ListController,
  ) {
    host.addController(this);
  }

  /** Whether what is missing is said later than the list was there. */
  get isLate(): boolean {
    return this.list.shown !== undefined && !this.#cameWithList;
  }

  hostUpdate(): void {
    const { shown } = this.list;
    const profileId = shown?.loaded.population.profile.id;
    if (profileId === this.#profileId) return;
    this.#profileId = profileId;
    this.#cameWithList = this.list.state.problems.length > 0;
  }
}
