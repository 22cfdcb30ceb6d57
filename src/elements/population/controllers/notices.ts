import type { ReactiveController } from 'lit';
import type { Problem } from '../../../model/index.ts';
import type { UiHost } from '../ui.ts';
import type { ListController } from './list.ts';

/**
 * Where it is said what is missing. Above the list, where it came with the list; what comes when there are rows
 * already must not move them, and stands over the last ones.
 */
export class NoticeController implements ReactiveController {
  #profileId: string | undefined;
  /** What was missing when the rows came. */
  #first: ReadonlySet<Problem['kind']> = new Set();

  constructor(
    host: UiHost,
    private readonly list: ListController,
  ) {
    host.addController(this);
  }

  /** What came with the list, or stands where there is none. */
  get early(): readonly Problem[] {
    return this.#problems.filter(({ kind }) => this.#isEarly(kind) && !this.#isBadge(kind));
  }

  /** What came later than the list. */
  get late(): readonly Problem[] {
    return this.#problems.filter(({ kind }) => !this.#isEarly(kind) && !this.#isBadge(kind));
  }

  /** What could not be read of some patients: the quality of the data tells it, and the list stands. */
  get unread(): Problem | undefined {
    return this.#problems.find(({ kind }) => this.#isBadge(kind));
  }

  #isBadge(kind: Problem['kind']): boolean {
    return kind === 'rejected' && this.list.shown !== undefined;
  }

  hostUpdate(): void {
    const { shown, state } = this.list;
    const profileId = shown?.loaded.population.profile.id;
    if (profileId === this.#profileId) return;
    this.#profileId = profileId;
    this.#first = new Set(state.problems.map(({ kind }) => kind));
  }

  get #problems(): readonly Problem[] {
    return this.list.state.problems;
  }

  #isEarly(kind: Problem['kind']): boolean {
    return this.list.shown === undefined || this.#first.has(kind);
  }
}
