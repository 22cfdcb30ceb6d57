import { css, html, nothing, type TemplateResult } from 'lit';
import {
  describeCoverage,
  describeFreshness,
  describeRejection,
  describeSharedDoubt,
  textIn,
  typeTitle,
  type CoverageQuality,
  type DataQuality,
  type Filter,
  type ItemQuality,
  type Language,
  type MarkerQuality,
  type SourceQuality,
} from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { Texts } from '../../../i18n/texts/index.ts';

export interface QualityProps {
  /** Absent while it is looked into. */
  readonly quality: DataQuality | undefined;
  readonly asOf: string;
  /** Shows these patients, whether they are on the list or not. */
  readonly openPatients: (ids: readonly string[], title: string) => void;
  /** Shows the members that pass. */
  readonly openFilter: (filter: Filter) => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** What the list rests on: what the data covers, what could not be read, what cannot be decided and why. */
export function qualityPanel(props: QualityProps): TemplateResult {
  const { quality, texts } = props;
  return html`<div class="quality">
    <h3>${texts.list.quality}</h3>
    ${quality ? found(quality, props) : html`<p class="muted" role="status">${texts.quality.loading}</p>`}
  </div>`;
}

function found(quality: DataQuality, props: QualityProps): TemplateResult {
  const { language, texts } = props;
  const text = texts.quality;
  const { coverage, sources, rejected, undecided, items, markers } = quality;
  return html`<h4>${text.coverage}</h4>
    <ul>
      ${coverage.map((each) => coverageLine(each, props))}
    </ul>
    ${
      sources.length > 0
        ? html`<h4>${texts.cockpit.sources}</h4>
            <ul>
              ${sources.map((each) => sourceLine(each, props))}
            </ul>`
        : nothing
    }
    <h4>${text.undecided}</h4>
    ${
      undecided.length === 0
        ? html`<p class="muted">${text.allDecided}</p>`
        : html`<ul>
            ${undecided.map((group) =>
              line(describeSharedDoubt(group, language), group.patientIds, props),
            )}
          </ul>`
    }
    <h4>${text.rejected}</h4>
    ${
      rejected.length === 0
        ? html`<p class="muted">${text.allRead}</p>`
        : html`<ul>
            ${rejected.map((group) =>
              line(describeRejection(group, language), group.patientIds, props),
            )}
          </ul>`
    }
    ${items.length > 0 ? itemTable(items, props) : nothing}
    ${markers.length > 0 ? markerTable(markers, props) : nothing}`;
}

/** What is said of some patients, and the way to them. */
function line(words: string, ids: readonly string[], props: QualityProps): TemplateResult {
  return html`<li>
    <span>${words}</span>${ids.length > 0 ? patientsButton(ids, words, props) : nothing}
  </li>`;
}

function patientsButton(
  ids: readonly string[],
  title: string,
  { openPatients, language, texts }: QualityProps,
  words = (patients: string) => patients,
): TemplateResult {
  const label = words(texts.quality.patients(formatCount(ids.length, language)));
  return html`<button
    type="button"
    class="link"
    aria-label="${label}: ${title}"
    @click=${() => openPatients(ids, title)}
  >
    ${label}
  </button>`;
}

function coverageLine(
  { type, state, isAsked, coverage, freshness, patientIds }: CoverageQuality,
  props: QualityProps,
): TemplateResult {
  const { asOf, language, texts } = props;
  const text = texts.quality;
  const title = typeTitle(type, language);
  const flag = state !== 'available' ? state : freshness.state === 'stale' ? 'stale' : undefined;
  return html`<li class=${isAsked ? '' : 'muted'}>
    <span
      ><strong>${title}</strong> ${describeCoverage(coverage, asOf, language)}${
        isAsked ? nothing : ` (${text.notAsked})`
      }</span
    >
    ${isAsked && flag ? flagChip(text.flags[flag]) : nothing}
    ${patientIds.length > 0 ? patientsButton(patientIds, title, props, text.less) : nothing}
  </li>`;
}

function sourceLine(
  { source, freshness }: SourceQuality,
  { asOf, language, texts }: QualityProps,
): TemplateResult {
  const text = texts.quality;
  return html`<li>
    <span
      ><strong>${textIn(source.title, language)}</strong> ${[
        ...source.types.map((type) => typeTitle(type, language)),
        describeFreshness({ ...freshness, state: 'fresh' }, asOf, language),
      ].join(', ')}</span
    >
    ${
      source.available
        ? freshness.state === 'stale'
          ? flagChip(text.flags.stale)
          : nothing
        : flagChip(text.away)
    }
  </li>`;
}

function flagChip(words: string): TemplateResult {
  return html`<span class="chip warning">${icons.warning()}${words}</span>`;
}

/** By column: how many have what; each number opens them. */
function itemTable(items: readonly ItemQuality[], props: QualityProps): TemplateResult {
  const { openFilter, language, texts } = props;
  const text = texts.quality;
  const { states } = texts.list;
  const shown = (['value', 'none', 'unknown', 'not-asked'] as const).filter((state) =>
    items.some(({ counts }) => counts[state] > 0),
  );
  return html`<h4>${text.items}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${text.items}</span></th>
          ${shown.map((state) => html`<th scope="col">${states[state]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${items.map(({ item, counts, filters, inDoubt, isMostlyEmpty }) => {
          const title = textIn(item.title, language);
          return html`<tr>
            <th scope="row">
              ${title}
              ${
                // What nobody can know is not empty.
                isMostlyEmpty
                  ? flagChip(counts.unknown > counts.none ? states.unknown : text.mostlyEmpty)
                  : nothing
              }
              ${inDoubt.length > 0 ? html`<div>${patientsButton(inDoubt, title, props, text.inDoubt)}</div>` : nothing}
            </th>
            ${shown.map((state) =>
              numberCell(counts[state], `${title}: ${states[state]}`, language, () =>
                openFilter(filters[state]),
              ),
            )}
          </tr>`;
        })}
      </tbody>
    </table>`;
}

function markerTable(markers: readonly MarkerQuality[], props: QualityProps): TemplateResult {
  const { openFilter, openPatients, language, texts } = props;
  const { isSet } = texts.quality;
  const unknown = texts.list.states.unknown;
  const head = texts.population.columns.markers;
  return html`<h4>${head}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${head}</span></th>
          <th scope="col">${isSet}</th>
          <th scope="col">${unknown}</th>
        </tr>
      </thead>
      <tbody>
        ${markers.map(({ marker, yes, undecided }) => {
          const title = textIn(marker.title, language);
          return html`<tr>
            <th scope="row">${title}</th>
            ${numberCell(yes, `${title}: ${isSet}`, language, () =>
              openFilter({ columnId: 'markers', any: [marker.id] }),
            )}
            ${numberCell(undecided.length, `${title}: ${unknown}`, language, () =>
              openPatients(undecided, `${title}: ${unknown}`),
            )}
          </tr>`;
        })}
      </tbody>
    </table>`;
}

function numberCell(
  count: number,
  what: string,
  language: Language,
  open: () => void,
): TemplateResult {
  const number = formatCount(count, language);
  return html`<td>
    ${
      count === 0
        ? html`<span class="muted">${number}</span>`
        : html`<button type="button" class="link" aria-label="${number}, ${what}" @click=${open}>
            ${number}
          </button>`
    }
  </td>`;
}

export const qualityStyles = css`
  .quality {
    inline-size: min(38rem, 100%);
  }
  .quality h4 {
    margin-block: 1rem 0.25rem;
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .quality li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.15rem 0.75rem;
    padding-block: 0.28rem;
    border-block-end: 1px solid var(--o-line);
  }
  .quality li > :first-child {
    flex: 1 1 16rem;
    text-wrap: pretty;
  }
  .quality strong {
    font-weight: 600;
  }
  .quality table {
    inline-size: 100%;
    border-collapse: collapse;
    /* In a page without a doctype tables inherit neither. */
    font: inherit;
    color: inherit;
  }
  .quality th,
  .quality td {
    padding: 0.28rem 0 0.28rem 0.75rem;
    border-block-end: 1px solid var(--o-line);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }
  .quality thead th {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .quality tbody th {
    padding-inline-start: 0;
    text-align: start;
  }
  .quality td {
    inline-size: 5.5rem;
  }
`;
