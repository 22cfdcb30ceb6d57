import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../ui/icons.ts';
import { sparkline } from '../../ui/sparkline.ts';
import type { CellChip, CellContent, CellText } from './types.ts';

/** Chips that a cell shows; of the others it says how many they are. */
const mostChips = 2;

/** What stands in a cell. */
export function cellContent(content: CellContent): unknown {
  const { tone, status, link, trend, parts = [], chips = [] } = content;
  if (!status && !link && !trend && chips.length === 0 && parts.length <= 1) {
    const [part] = parts;
    return part ? textPart(part, tone) : nothing;
  }
  return [
    ...(status ? [statusDot(status)] : []),
    ...(link ? [cellLink(link)] : []),
    ...(trend && trend.length > 1 ? [sparkline(trend)] : []),
    ...parts.map((part) => textPart(part, tone)),
    ...chips.slice(0, mostChips).map(chip),
    ...(chips.length > mostChips
      ? [html`<span class="count">+${chips.length - mostChips}</span>`]
      : []),
  ];
}

/** Names and texts may run from right to left: each keeps to itself (`bdi`). */
function textPart({ text, note, strong }: CellText, tone: CellContent['tone']): TemplateResult {
  const look = tone === 'missing' ? ' missing' : tone === 'unknown' ? ' unknown-text' : '';
  const words = `text${strong ? ' strong' : ''}${look}`;
  // The gap before the note that is seen is a margin; this one is for those who hear or copy it.
  return note
    ? html`<span class="part"
        ><bdi class=${words}>${text}</bdi><bdi class="note"> ${note}</bdi></span
      >`
    : html`<span class="part"><bdi class=${words}>${text}</bdi></span>`;
}

function statusDot({ kind, label }: NonNullable<CellContent['status']>): TemplateResult {
  return html`<span class="status" role="img" data-kind=${kind} aria-label=${label}></span>`;
}

function cellLink({ text, label }: NonNullable<CellContent['link']>): TemplateResult {
  return html`<span class="link" role="link" tabindex="-1" aria-label=${label}>${text}</span>`;
}

/** Its level is told by icon and text, and then by colour; what is undecided is no level. */
const chipIcons = {
  critical: icons.critical(),
  warning: icons.warning(),
  info: icons.info(),
  unknown: icons.undecided(),
  good: icons.met(),
  plain: nothing,
};

function chip({ level, text, undecided }: CellChip): TemplateResult {
  const look = undecided ? 'unknown' : level;
  return html`<span class="chip ${look}" part="chip"
    >${chipIcons[look]}<bdi class="words">${text}</bdi></span
  >`;
}
