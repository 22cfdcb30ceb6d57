import { html } from 'lit';
import { stripChart } from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import type { IndicatorRow } from '../model/rows.ts';
import { stripProps } from './plots.ts';

/** How the units are spread, in a row of the table; said in a word where all are hidden. */
export function strip(drawn: Drawn, row: IndicatorRow): unknown {
  const props = stripProps(drawn, row);
  return props.clinics.some(({ share }) => share)
    ? stripChart(props)
    : html`<span class="missing">${drawn.ui.texts.report.hidden}</span>`;
}
