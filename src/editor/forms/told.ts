/** What is told of a field: what it is for, and what is wrong. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { icons } from '../../ui/icons.ts';
import type { FormContext } from './context.ts';
import { idOf } from './controls/props.ts';
import type { Fault } from './faults.ts';

/** What is wrong at a field, drawn, with the id by which the control tells of it. */
export interface ToldFaults {
  readonly id: string;
  readonly isInvalid: boolean;
  readonly template: TemplateResult;
}

/** What is wrong at the field of a place, in the format's own words. */
export function faultsOfField(context: FormContext, pointer: string): ToldFaults {
  const faults = context.faultsAt(pointer);
  const id = idOf(pointer, 'faults');
  return {
    id,
    isInvalid: faults.length > 0,
    template: html`<div id=${id} class="faults" ?hidden=${faults.length === 0}>
      ${faults.map((fault) => html`<p class="fault">${icons.warning()} <span>${faultWords(fault, context)}</span></p>`)}
    </div>`,
  };
}

function faultWords({ error, line }: Fault, { language, texts }: FormContext): string {
  const message = `${textIn(error.message, language)} ${textIn(error.fix, language)}`;
  return line === undefined ? message : texts.lineFault(formatCount(line, language), message);
}

/** What a field is for. */
export function helpOf(help: string | undefined, id: string): TemplateResult | typeof nothing {
  return help === undefined ? nothing : html`<p id=${id} class="help">${help}</p>`;
}
