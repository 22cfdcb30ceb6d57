import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { isVisible } from '../../shared/visible.ts';
import { LazyPart } from '../../shared/lazy-part.ts';
import { onceATask } from '../../shared/once.ts';
import { icons } from '../../../ui/icons.ts';
import { describeArchived, type LoadedPopulation } from '../../../model/index.ts';
import type * as Panel from '../../profile/panel.ts';
import type { UiHost } from '../ui.ts';
import type { Announcements } from './announcements.ts';
import type { ListController } from './list.ts';

/** What the list's profile says, beside the list; where there is little room, in its place. */
export class ProfileSide implements ReactiveController {
  readonly #part: LazyPart<typeof Panel>;
  #isOpen = false;
  /** It was opened just now: where the list gave way, the focus goes along. */
  #isNew = false;

  constructor(
    private readonly host: UiHost,
    private readonly list: ListController,
    private readonly announcements: Announcements,
  ) {
    this.#part = new LazyPart(host, () => import('../../profile/panel.ts'));
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen && this.list.state.loaded !== undefined;
  }

  /** Opens it, or closes it. */
  readonly turn = (): void => {
    this.#isOpen = !this.#isOpen;
    this.#isNew = this.#isOpen;
    this.host.requestUpdate();
  };

  /** Closes it, with the focus on what opened it. */
  readonly close = (): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#opener?.focus());
  };

  /** Escape closes it alone, from its button as from within. */
  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.isOpen || event.defaultPrevented) return;
    event.stopPropagation();
    this.close();
  };

  hostUpdated(): void {
    if (!this.#isNew) return;
    const title = this.host.renderRoot.querySelector<HTMLElement>(
      '.profile-side [data-place=title]',
    );
    if (!title) return;
    this.#isNew = false;
    const opener = this.#opener;
    if (opener && !isVisible(opener)) title.focus({ preventScroll: true });
  }

  render(): TemplateResult | typeof nothing {
    const { loaded } = this.list.state;
    if (!this.#isOpen || !loaded) return nothing;
    const { ui } = this.host;
    return html`<section
      class="profile-side"
      part="profile"
      tabindex="-1"
      aria-label=${ui.texts.population.profileRegion}
      @keydown=${this.onKey}
    >
      <div class="back">
        <button type="button" class="button" @click=${this.close}>
          ${icons.previous()}${ui.texts.population.backToList}
        </button>
      </div>
      ${this.#part.render((part) => this.#document(part, loaded), ui)}
    </section>`;
  }

  #document(part: typeof Panel, loaded: LoadedPopulation): unknown {
    const ui = part.profileUiIn(this.host.ui);
    const text = ui.texts.profile;
    return part.profileDocument({
      ...this.#documentOf(loaded),
      retry: () => undefined,
      link: undefined,
      isPaper: false,
      commands: html`<div class="commands">
        <button type="button" class="button" @click=${() => void this.#print(loaded)}>
          ${icons.print()}${text.print}
        </button>
        <button
          type="button"
          class="button close-side"
          aria-label=${text.close}
          title=${text.close}
          @click=${this.close}
        >
          ${icons.close()}
        </button>
      </div>`,
      ui,
    });
  }

  readonly #print = onceATask(async (loaded: LoadedPopulation) => {
    const part = await this.#part.load();
    const { population } = loaded;
    const isShown = () => this.list.state.loaded?.population.profile === population.profile;
    if (!part || !isShown()) return;
    const ui = part.profileUiIn(this.host.ui);
    const isTakenUp = await part.printProfile(
      this.host,
      { ...this.#documentOf(loaded), ui },
      isShown,
    );
    if (!isTakenUp) this.announcements.complain(ui.texts.states.printBlocked);
  });

  #documentOf({ population, description, gaps }: LoadedPopulation) {
    const { profile, asOf } = population;
    const { adapter, ui } = this.host;
    return {
      readable: { profile, faults: new Map(), places: {} },
      name: undefined,
      archived: describeArchived(profile, adapter, ui.language),
      asOf,
      clinic: { state: 'ready' as const, description, gaps },
    };
  }

  get #opener(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.purpose [aria-expanded]');
  }
}

export const profileSideStyles = css`
  .room,
  .list-room {
    block-size: 100%;
    min-block-size: inherit;
    min-inline-size: 0;
  }
  .list-room {
    container: population / inline-size;
  }
  .profile-side {
    min-inline-size: 0;
    min-block-size: 0;
    overflow: auto;
    background: var(--o-surface);
  }
  .profile-side > .back {
    display: none;
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    padding: 0.5rem 0.85rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-raised);
  }
  .profile-side .commands {
    align-items: flex-start;
  }
  .profile-side .part-loading {
    padding: 1.25rem;
  }
  @container population-room (min-width: 60rem) {
    .room.both {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr) clamp(20rem, 38%, 36rem);
    }
    .room.both > .profile-side {
      border-inline-start: 1px solid var(--o-line);
    }
  }
  @container population-room (max-width: 59.99rem) {
    .room.both > .list-room {
      display: none;
    }
    .room.both > .profile-side {
      block-size: 100%;
    }
    .profile-side > .back {
      display: block;
    }
    .profile-side .close-side {
      display: none;
    }
    .profile-side .document {
      padding: 1rem 0.85rem 2rem;
    }
    /* Below the way back, which stays in sight. */
    .profile-side .document [data-place] {
      scroll-margin-block-start: 4.5rem;
    }
  }
  @media print {
    .room.both,
    .room.both > .list-room {
      display: block;
      block-size: auto;
    }
    .room.both > .profile-side {
      display: none;
    }
  }
`;
