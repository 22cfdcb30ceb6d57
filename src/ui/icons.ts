import type { TemplateResult } from 'lit';
import { html, literal, unsafeStatic, type StaticValue } from 'lit/static-html.js';

/**
 * Icons are ornaments: always hidden from screen readers, with words beside them. Nothing in them ever changes, so
 * each is one static template: the grid shows dozens at once.
 *
 * @param size In pixels where the root's type is 14 pixels; it grows with the text.
 */
function icon(shape: StaticValue, size = 16): TemplateResult {
  const side = unsafeStatic(`${(size / 14).toFixed(4)}rem`);
  return html`<svg
    width="${side}"
    height="${side}"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shape}
  </svg>`;
}

export const icons = {
  search: () => icon(literal`<circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5 14 14"/>`, 14),
  close: () => icon(literal`<path d="M4 4l8 8M12 4l-8 8"/>`, 12),
  open: () => icon(literal`<path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7.5 8.5"/>`, 14),
  print: () => icon(literal`<path d="M4.5 6V2.5h7V6M4.5 12H2.5V6h11v6h-2M4.5 9.5h7v4h-7z"/>`, 14),
  ascending: () => icon(literal`<path d="M8 13V3M4 7l4-4 4 4"/>`, 11),
  descending: () => icon(literal`<path d="M8 3v10M4 9l4 4 4-4"/>`, 11),
  pin: () => icon(literal`<path d="M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v4.5"/>`, 13),
  narrower: () =>
    icon(literal`<path d="M1.5 8h4.5M4 5.5 6.5 8 4 10.5M14.5 8H10M12 5.5 9.5 8l2.5 2.5"/>`, 13),
  wider: () =>
    icon(literal`<path d="M6.5 8H2M4 5.5 1.5 8 4 10.5M9.5 8H14M12 5.5 14.5 8 12 10.5"/>`, 13),
  filter: () => icon(literal`<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>`, 13),
  more: () => icon(literal`<path d="M4 6.5 8 10.5l4-4"/>`, 11),
  previous: () => icon(literal`<path d="M10 3.5 5.5 8l4.5 4.5"/>`, 13),
  next: () => icon(literal`<path d="M6 3.5 10.5 8 6 12.5"/>`, 13),
  keyboard: () =>
    icon(
      literal`<rect x="1.5" y="4" width="13" height="8.5" rx="1.5"/><path d="M4.2 6.8v.1M6.8 6.8v.1M9.4 6.8v.1M12 6.8v.1M5 9.8h6"/>`,
      16,
    ),
  export: () => icon(literal`<path d="M8 2.5v7.5M5 7l3 3 3-3M3 13h10"/>`, 14),
  met: () => icon(literal`<path d="M3 8.5 6.5 12 13 4.5"/>`, 14),
  unmet: () => icon(literal`<circle cx="8" cy="8" r="4.5"/>`, 14),
  undecided: () =>
    icon(literal`<path d="M5.5 6a2.5 2.5 0 1 1 3.6 2.3c-.7.3-1.1.8-1.1 1.5M8 12.6v.1"/>`, 14),
  calendar: () => icon(literal`<path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3"/>`, 14),
  clock: () => icon(literal`<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/>`, 14),
  undo: () => icon(literal`<path d="M6 3 3 6l3 3M3.5 6H9a3.75 3.75 0 0 1 0 7.5H6"/>`, 14),
  redo: () => icon(literal`<path d="m10 3 3 3-3 3M12.5 6H7a3.75 3.75 0 0 0 0 7.5h3"/>`, 14),
  add: () => icon(literal`<path d="M8 3v10M3 8h10"/>`, 13),
  up: () => icon(literal`<path d="M8 13V3M4 7l4-4 4 4"/>`, 13),
  down: () => icon(literal`<path d="M8 3v10M4 9l4 4 4-4"/>`, 13),
  into: () => icon(literal`<path d="M3 3v10M6 8h7M10 5l3 3-3 3"/>`, 13),
  outOf: () => icon(literal`<path d="M13 3v10M10 8H3M6 5 3 8l3 3"/>`, 13),
  copy: () => icon(literal`<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3"/>`, 14),
  remove: () => icon(literal`<path d="M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.7 9h5.6l.7-9"/>`, 14),
  share: () =>
    icon(
      literal`<circle cx="6" cy="5" r="2.5"/><path d="M1.5 13c.5-3 2-4 4.5-4s4 1 4.5 4M12.5 5.5v4M10.5 7.5h4"/>`,
      14,
    ),
  critical: () => icon(literal`<path d="M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1"/>`, 12),
  warning: () => icon(literal`<circle cx="8" cy="8" r="6"/><path d="M8 4.8v3.8M8 11.1v.1"/>`, 12),
  info: () => icon(literal`<circle cx="8" cy="8" r="6"/><path d="M8 7.2v3.8M8 4.9v.1"/>`, 12),
};
