import { html, type TemplateResult } from 'lit';
import { icons } from './icons.ts';

export interface ChipParts {
  readonly level: 'critical' | 'warning' | 'info';
  /** Undecided chips are dashed and end in a question mark: never by colour alone. */
  readonly undecided?: boolean;
  readonly text: string;
  /** The whole title, for tooltip and screen reader. */
  readonly title: string;
}

/** A marker as a chip: its level is told by icon and text, and then by colour. */
export function markerChip({ level, undecided, text, title }: ChipParts): TemplateResult {
  return html`<span class="chip ${undecided ? 'unknown' : level}" part="chip" title=${title}
    >${undecided ? icons.undecided() : icons[level]()}<span>${text}</span></span
  >`;
}
