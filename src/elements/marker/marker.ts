import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { markerTexts } from '../../i18n/texts/marker.ts';
import {
  countMarkers,
  describeMarkerCounts,
  markerHeads,
  markerLevels,
  PatientModel,
  sortMarkers,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { theme } from '../../ui/theme.ts';
import { uisOf } from '../shared/context.ts';
import { OverblikElement } from '../shared/element.ts';
import { emit } from '../shared/events.ts';
import { onceATask } from '../shared/once.ts';
import { ModelController } from '../shared/model-controller.ts';
import { ProfileFacts } from '../shared/profile-facts.ts';
import { StoredExemptions } from './exemptions.ts';

const markerUis = uisOf({ marker: markerTexts });

/**
 * The attention marker (opmærksomhedsmarkør) for the host's patient banner or calendar: the gravest of the markers
 * that all profiles set for one patient, and how many more there are, those that were exempted aside. All profiles
 * that the host gives count, published or drafts: it is the host that chooses. Small when there is nothing to say.
 *
 * @tagname overblik-marker
 * @fires {CustomEvent<PatientSelectedDetail>} overblik-open-cockpit - The marker was chosen: show the
 *   patient's cockpit.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart button - The marker.
 */
export class OverblikMarker extends OverblikElement<'marker'> {
  static override styles = [
    theme,
    controls,
    css`
      :host {
        display: inline-block;
      }
      .marker {
        gap: 0.45em;
        min-height: max(24px, 1.9em);
        padding: 0.1em 0.65em;
        border: 0;
        cursor: pointer;
        text-align: start;
        white-space: normal;
      }
      .marker.none {
        background: none;
        color: var(--o-text-muted);
        font-weight: 400;
      }
    `,
  ];

  protected override readonly uis = markerUis;

  /** Id of the patient in the banner. */
  @property({ attribute: 'patient-id', reflect: true }) patientId: string | undefined;

  readonly #model = new ModelController<PatientModel>(
    this,
    (options) => new PatientModel(options),
    () => ({
      adapter: this.adapter,
      profiles: this.profiles,
      patientId: this.patientId,
      asOf: this.date,
    }),
  );

  readonly #facts = new ProfileFacts(this, () =>
    this.#model.state.outcomes.map(({ profile }) => profile),
  );

  readonly #exemptions = new StoredExemptions(this, () => this.#model.state);

  /** Fetches the patient again, and what others have changed in the rounds. */
  async reload(): Promise<void> {
    await this.#reload();
  }

  readonly #reload = onceATask(() =>
    Promise.all([this.#model.retry(), this.#exemptions.refresh()]),
  );

  /** Fetches a patient again who has changed in the clinic's system, for all elements that show them. */
  async patientChanged(id: string): Promise<void> {
    await this.#model.patientChanged(id);
  }

  protected override render(): TemplateResult | typeof nothing {
    const text = this.ui.texts.marker;
    const { phase, outcomes } = this.#model.state;
    if (phase === 'empty' || phase === 'gone') return nothing;
    if (phase === 'loading')
      return html`<span class="chip unknown" role="status">${text.loading} …</span>`;
    if (phase === 'failed')
      return html`<button
        type="button"
        class="chip unknown marker"
        part="button"
        @click=${this.#retry}
      >
        ${icons.undecided()}${text.failed} · ${text.retry}
      </button>`;

    const id = this.patientId ?? '';
    const exemptionOf = (profile: string, marker: string) =>
      this.#exemptions.of(id, profile, marker);
    const counts = countMarkers(outcomes, exemptionOf);
    const words = describeMarkerCounts(counts, this.language);
    const level = markerLevels.find((each) => counts[each] > 0);
    const unsure = counts.undecided > 0;
    const markers = sortMarkers(
      outcomes.flatMap((outcome) =>
        markerHeads(outcome, this.language).filter(
          (marker) => !exemptionOf(outcome.profile.id, marker.id),
        ),
      ),
    );
    const gravest = level ? markers[0]?.title : undefined;
    const more = markerLevels.reduce((sum, each) => sum + counts[each], counts.undecided) - 1;
    const said = gravest ? [gravest, ...(more > 0 ? [`+${more}`] : [])].join(' ') : undefined;
    const archived = outcomes.flatMap(
      ({ profile }) => this.#facts.archived(profile, this.ui.language, true) ?? [],
    );
    const told = [said, words.join(', ') || text.none].filter(Boolean).join('. ');
    return html`<button
      type="button"
      class="chip marker ${level ?? (unsure ? 'unknown' : 'none')}"
      part="button"
      title=${[words.join(', '), ...markers.map(({ title }) => title), ...archived, text.open].filter(Boolean).join('\n')}
      aria-label="${[`${text.label}: ${told}.`, ...archived, text.open].join(' ')}"
      @click=${this.#open}
    >
      ${level ? icons[level]() : unsure ? icons.undecided() : icons.met()}
      <span>${said ?? (words.join(' · ') || text.none)}</span>${
        archived.length > 0 ? html`<span class="archived">${icons.undecided()}</span>` : nothing
      }
    </button>`;
  }

  readonly #retry = (): void => void this.reload();

  readonly #open = onceATask((): void => {
    // For a moment the marker is the one of the clinic before.
    const { origin } = this.#model.state;
    if (!origin || origin.adapter !== this.adapter) return;
    emit(this, 'overblik-open-cockpit', { patientId: this.patientId });
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-marker': OverblikMarker;
  }
}
