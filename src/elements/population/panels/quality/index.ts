import { html, nothing, type TemplateResult } from 'lit';
import {
  describeForeignCodes,
  describeGap,
  describeHint,
  describeOtherUnit,
  describeRejection,
  describeSharedReason,
  describeUnknownUnit,
  type DataQuality,
  type Language,
} from '../../../../model/index.ts';
import { sentence } from '../../../../i18n/language.ts';
import { virtualList } from '../../../../ui/virtual-list.ts';
import { coverageLine, patientsLine, sourceLine } from './lines.ts';
import type { QualityProps } from './parts.ts';
import { indicatorTable, itemTable, markerTable } from './tables.ts';

/** So many sources are told. */
const mostSources = 40;

/** What the list rests on: what the data covers, what could not be read, what cannot be decided and why. */
export function qualityPanel(props: QualityProps): TemplateResult {
  const { quality } = props;
  const { texts } = props.ui;
  return html`<div class="quality">
    <h3>${texts.list.quality}</h3>
    ${quality ? found(quality, props) : html`<p class="muted" role="status">${texts.quality.loading}</p>`}
  </div>`;
}

function found(quality: DataQuality, props: QualityProps): TemplateResult {
  const { texts } = props.ui;
  const text = texts.quality;
  const { coverage, sources, rejected, units, otherUnits, foreign, hints, undecided } = quality;
  const { items, markers, indicators } = quality;
  return html`${gapList(props)}
    <h4>${text.coverage}</h4>
    <ul>
      ${coverage.map((each) => coverageLine(each, props))}
    </ul>
    ${
      sources.length > 0
        ? html`<h4>${texts.common.sources}</h4>
            <ul>
              ${sources.slice(0, mostSources).map((each) => sourceLine(each, props))}
              ${
                sources.length > mostSources
                  ? html`<li class="muted">${text.moreSources(sources.length - mostSources)}</li>`
                  : nothing
              }
            </ul>`
        : nothing
    }
    <h4>${text.undecided}</h4>
    ${
      undecided.length === 0
        ? html`<p class="muted">
            ${props.isCut ? `${texts.population.noUndecidedFetched}.` : text.allDecided}
          </p>`
        : groupList(undecided, describeSharedReason, props)
    }
    <h4>${text.rejected}</h4>
    ${
      rejected.length === 0
        ? html`<p class="muted">${text.allRead}</p>`
        : groupList(rejected, describeRejection, props)
    }
    ${
      units.length > 0
        ? html`<h4>${text.units}</h4>
            <p class="muted">${text.unitsMean}</p>
            ${groupList(units, describeUnknownUnit, props)}`
        : nothing
    }
    ${
      otherUnits.length > 0
        ? html`<h4>${text.otherUnits}</h4>
            <p class="muted">${text.otherUnitsMean}</p>
            ${groupList(otherUnits, describeOtherUnit, props)}`
        : nothing
    }
    ${
      foreign.length > 0
        ? html`<h4>${text.foreign}</h4>
            <p class="muted">${text.foreignMean}</p>
            ${groupList(foreign, describeForeignCodes, props)}`
        : nothing
    }
    ${
      hints.length > 0
        ? html`<h4>${text.hints}</h4>
            <p class="muted">${text.hintsMean}</p>
            ${groupList(hints, describeHint, props)}`
        : nothing
    }
    ${items.length > 0 ? itemTable(items, props) : nothing}
    ${markers.length > 0 ? markerTable(markers, props) : nothing}
    ${indicatorTable(indicators, props)}`;
}

/** Groups of patients, each with its words and the way to them. */
function groupList<Group extends { readonly patientIds: readonly string[] }>(
  groups: readonly Group[],
  describe: (group: Group, language: Language) => string,
  props: QualityProps,
): TemplateResult {
  return virtualList({
    items: groups,
    className: 'groups',
    content: (group) => patientsLine(describe(group, props.ui.language), group.patientIds, props),
  });
}

function gapList({ gaps, ui }: QualityProps): TemplateResult | typeof nothing {
  if (gaps.length === 0) return nothing;
  return html`<h4>${ui.texts.quality.gaps}</h4>
    <ul>
      ${gaps.map((gap) => html`<li>${sentence(describeGap(gap, ui.language))}</li>`)}
    </ul>`;
}
