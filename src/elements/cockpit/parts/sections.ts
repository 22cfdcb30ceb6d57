import { html, nothing, type TemplateResult } from 'lit';
import type { CockpitItem, CockpitSection, RecordType } from '../../../model/index.ts';
import { history, item, recordLine } from './items.ts';
import { medicationLines } from './medication.ts';
import type { CockpitProps } from '../props.ts';
import { resultItem } from './results.ts';

/** How many records stand at hand, the newest first, where no profile asks; all are one step away. */
const latest = 3;

/** Draws one data type: what the profiles ask first, everything recorded one step away. */
export function sectionPart(
  type: RecordType,
  props: CockpitProps,
): TemplateResult | typeof nothing {
  const { view, covers, uncovered, list, ui } = props;
  const { texts } = ui;
  const section = view.sections.find((each) => each.type === type);
  if (!section) return nothing;
  const { items, history: lines } = section;
  const absent = items.filter((each) => isAbsent(each, type));
  // A result may have values beside its answer.
  const alike = type === 'result' ? [] : undecidedAlike(items);
  const present = items.filter(
    (each) => !isAbsent(each, type) && !alike.some((group) => group.includes(each)),
  );
  const isKnown = covers(type);
  // Letters are read, not only counted: they always stand there.
  const atHand = type === 'letter' || (items.length === 0 && type !== 'medication');
  const shown = atHand ? lines.slice(0, latest) : [];
  return html`<section class="part" part="section" data-type=${type}>
    <h3>
      ${texts.groups[type]}<span class="muted"
        >${isKnown ? noteOf(section, props) : uncovered}</span
      >
    </h3>
    ${type === 'medication' ? medicationLines(props) : nothing}
    ${
      present.length > 0
        ? html`<dl class="items">
            ${present.map((each) => (type === 'result' ? resultItem(each, list, ui) : item(each, texts)))}
          </dl>`
        : items.length === 0 && lines.length === 0 && isKnown
          ? html`<p class="muted">${texts.patientView.nothingHere}</p>`
          : nothing
    }
    ${alike.map(
      (group) =>
        html`<p class="absent">
          <span class="muted">${texts.why.undecided}:</span>
          ${group.map(({ title }) => title).join(', ')}
          ${group[0].cell.lines.map((line) => html`<span class="unknown-reason">· ${line}</span>`)}
        </p>`,
    )}
    ${
      absent.length > 0
        ? html`<p class="absent">
            <span class="muted">${texts.patientView.absent}:</span>
            ${absent.map(({ title }) => title).join(', ')}
          </p>`
        : nothing
    }
    ${
      shown.length > 0
        ? html`<ul class="latest">
            ${shown.map((line) => html`<li>${recordLine(line)}</li>`)}
          </ul>`
        : nothing
    }
    ${lines.length > shown.length ? history(lines, list, texts) : nothing}
  </section>`;
}

/**
 * What is asked for and surely not recorded stands in one line. What is overdue stands by itself, and so does what cannot
 * be decided; of appointments that there is none is news.
 */
function isAbsent({ cell, isMissed }: CockpitItem, type: RecordType): boolean {
  return cell.tone === 'missing' && !isMissed && type !== 'appointment';
}

/** Those of which several cannot be decided for the same reasons: those are said once. */
function undecidedAlike(
  items: readonly CockpitItem[],
): readonly (readonly [CockpitItem, ...CockpitItem[]])[] {
  const groups = new Map<string, [CockpitItem, ...CockpitItem[]]>();
  for (const each of items) {
    if (each.cell.tone !== 'unknown' || each.isMissed) continue;
    const reasons = each.cell.lines.join('\n');
    const group = groups.get(reasons);
    if (group) group.push(each);
    else groups.set(reasons, [each]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function noteOf({ type, items }: CockpitSection, { view, ui }: CockpitProps): string | undefined {
  const text = ui.texts.patientView;
  if (type === 'medication') return text.substances(view.timeline.active);
  return items.length > 0 && (type === 'result' || type === 'diagnosis') ? text.asked : undefined;
}
