import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ProfileModel } from '../../model/viewer/index.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { theme } from '../../ui/theme.ts';
import { OverblikElement } from '../shared/element.ts';
import { emit } from '../shared/events.ts';
import { LazyPart } from '../shared/lazy-part.ts';
import { ModelController } from '../shared/model-controller.ts';
import { stateMessage } from '../shared/notices.ts';
import { isoNow } from '../shared/now.ts';
import { ProfileFacts } from '../shared/profile-facts.ts';
import { onceATask } from '../shared/once.ts';
import { adoptPage, fillsPage, PagePrint } from '../shared/printed-page.ts';
import { profileDocument } from './document.ts';
import { showPart } from './drawn.ts';
import type * as Print from './print.ts';
import { documentStyles } from './styles.ts';
import { profileUis, type Texts } from './ui.ts';

/**
 * The profile viewer (profilviser): a profile as a document that a committee signs and a GP reads. The programme's three
 * questions with its table of criteria, descriptions and rules; markers, indicators, sources, approval and versions; and,
 * with a clinic, what its data can answer and what not. No patient is asked for. Of a document that is broken, its errors
 * stand in words at their places, and the rest is shown.
 *
 * @tagname overblik-profile
 * @fires {CustomEvent<ProfileLinkDetail>} overblik-profile-link - With `links`: the user wants a link to a part. Make one
 *   that opens the viewer with that `openAt`.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart document - The document.
 * @csspart section - One question or subject.
 * @csspart clinic - What the clinic's data can answer.
 * @csspart approval - Who vouches for it, and until when.
 * @csspart history - The versions.
 * @csspart notice - That it is a draft, withdrawn, or not in force.
 * @csspart profile-errors - That it cannot be used.
 * @csspart state - Nothing to show.
 * @cssprop [--overblik-height=auto] - Height of the element; without one it is as high as the document.
 */
export class OverblikProfile extends OverblikElement<keyof Texts> {
  static override styles = [
    theme,
    controls,
    documentStyles,
    css`
      :host {
        block-size: var(--overblik-height, auto);
        overflow: auto;
        background: var(--o-surface);
      }
      .frame:focus {
        outline: none;
      }
      @media print {
        :host {
          block-size: auto;
          overflow: visible;
        }
      }
    `,
  ];

  protected override readonly uis = profileUis;

  /** The document to show, parsed or JSON text. It goes before `profiles`. */
  @property({ attribute: false }) profile: unknown;

  /** Id of the profile to show of `profiles`. Default: the first; of an id that none has, no other is shown. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /**
   * The part to open at: `population`, `markers.antipsykotika`, `history.1.1.0`, as `overblik-profile-link` named it.
   * Parts are named by the profile's own ids, which later versions keep. (`part` is a name that every element has.)
   */
  @property({ attribute: 'open-at', reflect: true }) openAt: string | undefined;

  /** Whether each part has a button for a link to it, which `overblik-profile-link` tells. */
  @property({ type: Boolean, reflect: true }) links = false;

  @state() private hasPrintFailed: 'part' | 'blocked' | undefined;

  /** Whether it has still to open at `openAt`: once is enough, the reader may have gone on. */
  #toOpen = false;

  readonly #model = new ModelController<ProfileModel>(
    this,
    (options) => new ProfileModel(options),
    () => ({
      adapter: this.adapter,
      profile: this.profile,
      profiles: this.profiles,
      profileId: this.profileId,
      asOf: this.date,
    }),
  );

  readonly #facts = new ProfileFacts(this, () => {
    const { readable } = this.#model.state;
    return readable?.profile && readable.faults.size === 0 ? [readable.profile] : [];
  });

  readonly #printPart: LazyPart<typeof Print>;

  constructor() {
    super();
    this.#printPart = new LazyPart(this, () => import('./print.ts'));
    new PagePrint(this, { begin: () => this.#beginPage(), end: () => this.#endPage() });
  }

  /** Asks the clinic again what its data covers. */
  async reload(): Promise<void> {
    await this.#reload();
  }

  readonly #reload = onceATask(() => this.#model.retry());

  /** Prints the profile alone on A4 pages, whatever the host's page holds around it. */
  async print(): Promise<void> {
    await this.#print();
  }

  readonly #print = onceATask(async () => {
    const { readable } = this.#model.state;
    if (!readable) return;
    const part = await this.#printPart.load();
    const isShown = () => this.#model.state.readable === readable;
    if (!isShown()) return;
    const isTakenUp = await part?.printProfile(this, { ...this.#printed, readable }, isShown);
    this.hasPrintFailed = !part ? 'part' : isTakenUp ? undefined : 'blocked';
  });

  /** Puts the focus on the title, or on the part that is opened at. */
  override focus(options?: FocusOptions): void {
    const title = this.renderRoot.querySelector<HTMLElement>('[data-place=title]');
    if (title) title.focus(options);
    else super.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('openAt')) this.#toOpen = typeof this.openAt === 'string';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#model.state.readable) void this.#printPart.load();
    if (this.#toOpen && showPart(this.renderRoot, this.openAt!)) this.#toOpen = false;
  }

  protected override render(): TemplateResult {
    const { ui } = this;
    const { state } = this.#model;
    return html`<div
      class="frame"
      part="frame"
      tabindex="-1"
      lang=${ui.language}
      aria-busy=${state.clinic === 'loading'}
    >
      ${this.#content()}
    </div>`;
  }

  #content(): TemplateResult {
    const { states, profile: text } = this.ui.texts;
    const { readable, phase, meant } = this.#model.state;
    if (phase === 'unknown')
      return stateMessage(
        text.unknown,
        text.unknownHint(this.profileId ?? '', meant ?? ''),
        nothing,
        'alert',
      );
    if (!readable) return stateMessage(text.empty, text.emptyHint);
    const failure = this.hasPrintFailed;
    return html`${
      failure
        ? html`<div class="notice critical" role="alert" part="notice">
            ${failure === 'part' ? states.partFailed : states.printBlocked}
          </div>`
        : nothing
    }
    ${profileDocument({
      ...this.#printed,
      readable,
      retry: () => void this.reload(),
      link: this.links ? this.#link : undefined,
      commands: html`<div class="commands">
        <button type="button" class="button" @click=${() => void this.print()}>
          ${icons.print()}${text.print}
        </button>
      </div>`,
      isPaper: false,
    })}`;
  }

  get #printed() {
    const { name, clinic, description, asOf, readable } = this.#model.state;
    const { profile } = readable ?? {};
    return {
      archived: profile && this.#facts.archived(profile, this.ui.language),
      name,
      asOf: asOf ?? isoNow().slice(0, 10),
      // Of a day that does not exist nothing can be told.
      clinic: {
        state: asOf ? clinic : ('none' as const),
        description: asOf ? description : undefined,
        gaps: [],
      },
      ui: this.ui,
    };
  }

  readonly #link = (part: string): void => {
    const { profile } = this.#model.state.readable ?? {};
    emit(this, 'overblik-profile-link', {
      profileId: profile?.id,
      version: profile?.version,
      part,
    });
  };

  #leavePage = (): void => undefined;

  /** Where the document is what the page shows, a print of the page is a print of it. */
  #beginPage(): boolean {
    const part = this.#printPart.module;
    const { readable } = this.#model.state;
    if (!part || !readable || !fillsPage(this)) return false;
    const printed = { ...this.#printed, readable };
    const ends = [
      part.drawForPage(this.renderRoot as ShadowRoot, printed),
      adoptPage(this.ownerDocument, part.profilePage(printed)),
    ];
    this.#leavePage = () => {
      for (const end of ends) end();
    };
    return true;
  }

  #endPage(): void {
    this.#leavePage();
    this.#leavePage = () => undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-profile': OverblikProfile;
  }
}
