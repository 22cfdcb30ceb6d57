import { css, html, nothing, type TemplateResult } from 'lit';
import {
  nameExempted,
  nameExemptionReason,
  type ExemptionCount,
  type Profile,
  type RoundModel,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { ExemptionReport } from '../export-run.ts';
import type { Ui } from './ui.ts';

export interface ExemptionsProps {
  readonly round: RoundModel;
  /** The profile of the list that is shown. */
  readonly profile: Profile;
  readonly openPatients: (ids: readonly string[], title: string) => void;
  /** Hands over the counts without patients; undefined where nothing may leave. */
  readonly report: ExemptionReport | undefined;
  readonly ui: Ui;
}

/** How many are exempt of what, and why: each number opens them, and the profile's author may have the numbers. */
export function exemptionTable(props: ExemptionsProps): TemplateResult | typeof nothing {
  const { round, report, ui } = props;
  const counts = round.state.phase === 'ready' ? round.exemptions : [];
  if (counts.length === 0) return nothing;
  const text = ui.texts.roundPanel;
  return html`<details class="exemptions">
    <summary>${text.exemptions}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.exemptedWhat}</th>
          <th scope="col">${ui.texts.roundMember.exemptReason}</th>
          <th scope="col" class="number">${ui.texts.list.countHead}</th>
        </tr>
      </thead>
      ${byMarker(counts).map((group) => markerRows(group, props))}
    </table>
    ${
      report
        ? html`<p class="muted">${text.forAuthor}</p>
            <div class="buttons">
              <button
                type="button"
                class="button"
                @click=${() => void report.copy(text.countsCopied)}
              >
                ${text.copyCounts}
              </button>
              <button
                type="button"
                class="button"
                @click=${() => void report.save(text.countsNotSeen)}
              >
                ${text.saveCounts}
              </button>
            </div>`
        : nothing
    }
  </details>`;
}

/** The counts of each marker, in their order. */
function byMarker(counts: readonly ExemptionCount[]): readonly (readonly ExemptionCount[])[] {
  const groups = new Map<string | undefined, ExemptionCount[]>();
  for (const each of counts) {
    const own = groups.get(each.marker);
    if (own) own.push(each);
    else groups.set(each.marker, [each]);
  }
  return [...groups.values()];
}

function markerRows(
  group: readonly ExemptionCount[],
  { profile, openPatients, ui }: ExemptionsProps,
): TemplateResult {
  const { language } = ui;
  const [{ marker } = { marker: undefined }] = group;
  const what = nameExempted(marker, profile, language);
  return html`<tbody>
    ${group.map(({ reason, patientIds }, at) => {
      const why = nameExemptionReason(reason, language);
      const count = formatCount(patientIds.length, language);
      return html`<tr>
        ${at === 0 ? html`<th scope="rowgroup" rowspan=${group.length}><bdi>${what}</bdi></th>` : nothing}
        <td><bdi>${why}</bdi></td>
        <td class="number">
          <button
            type="button"
            class="link"
            aria-label="${count}, ${what}: ${why}"
            @click=${() => openPatients(patientIds, `${what}: ${why}`)}
          >
            ${count}
          </button>
        </td>
      </tr>`;
    })}
  </tbody>`;
}

export const exemptionsStyles = css`
  .exemptions summary {
    inline-size: fit-content;
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  :is(.exemptions, .since-began) table {
    inline-size: 100%;
    border-collapse: collapse;
    /* In a page without a doctype tables inherit neither. */
    font: inherit;
    color: inherit;
  }
  :is(.exemptions, .since-began) :is(th, td) {
    padding: 0.28rem 0.75rem 0.28rem 0;
    border-block-end: 1px solid var(--o-line);
    font-weight: 400;
    text-align: start;
    vertical-align: baseline;
  }
  :is(.exemptions, .since-began) thead th {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  :is(.exemptions, .since-began) .number {
    padding-inline: 0.75rem 0;
    text-align: end;
    white-space: nowrap;
  }
  /* Text of twice the size on a phone: the marker on a line of its own, its numbers below it. */
  @container population (max-width: 22rem) {
    .since-began table,
    .since-began :is(thead, tbody) {
      display: block;
    }
    .since-began tr {
      display: grid;
      grid-template-columns: repeat(4, minmax(0, 1fr));
      border-block-end: 1px solid var(--o-line);
    }
    .since-began :is(th, td) {
      border: 0;
    }
    .since-began :is(th, td):first-child {
      grid-column: 1 / -1;
      padding-block-end: 0;
    }
    .since-began .number {
      padding-inline: 0 0.3rem;
      overflow-wrap: anywhere;
      text-align: start;
      white-space: normal;
    }
  }
  .exemptions > .muted {
    max-inline-size: 24rem;
    margin-block: 0.6rem;
    font-size: var(--o-small);
  }
`;
