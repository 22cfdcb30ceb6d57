/** What is told of a field: what it is for, and what is wrong. */
import { html, nothing, type TemplateResult } from 'lit';
import { textIn } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { LabelName } from '../../i18n/texts/editor-forms.ts';
import { icons } from '../../ui/icons.ts';
import type { FormContext } from './context.ts';
import { idOf } from './controls/props.ts';
import type { Fault } from './faults.ts';
import type { Part } from './fields/kinds.ts';

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

function faultWords({ error, line, fields }: Fault, { language, texts }: FormContext): string {
  // Of a form nobody is told of parts and keys.
  if (error.code === 'empty' && line === undefined) return texts.toFillIn;
  const written = `${textIn(error.message, language)} ${textIn(error.fix, language)}`;
  const message = fields ? byLabels(written, fields, texts) : written;
  return line === undefined ? message : texts.lineFault(formatCount(line, language), message);
}

/** The keys that a text names, as the form calls them: `"lasting"` is “Varighed”. */
function byLabels(text: string, fields: Part, { labels, danish }: FormContext['texts']): string {
  return text.replaceAll(/"(\w+)"/g, (whole, key: string) => {
    const name = fields.find((each) => each.key === key)?.label ?? key;
    if (key === 'da') return `“${danish}”`;
    return Object.hasOwn(labels, name) ? `“${labels[name as LabelName]}”` : whole;
  });
}

/** What a field is for. */
export function helpOf(help: string | undefined, id: string): TemplateResult | typeof nothing {
  return help === undefined ? nothing : html`<p id=${id} class="help">${help}</p>`;
}
