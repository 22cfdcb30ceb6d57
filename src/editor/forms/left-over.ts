/** What stands in an object of the format and is no field of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { pointer as pointerOf } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { PartProps } from './controls/props.ts';
import { removeButton } from './controls/rows.ts';
import { asJson, jsonLink } from './controls/shapes.ts';
import { fits } from './fields/fits.ts';
import { partFor } from './fields/parts.ts';
import { faultsOfField } from './told.ts';

/** Draws what does not belong: kept, told, and taken out by a button. Nothing where all belongs. */
export function leftOver({
  context,
  part,
  pointer,
  value,
}: PartProps): TemplateResult | typeof nothing {
  const holder = isObject(value) ? value : {};
  const keys = Object.keys(holder).filter((key) => !isDrawn(part, key, holder));
  if (keys.length === 0) return nothing;
  const { texts } = context;
  const title = part === 'about' ? texts.leftOverAbout : texts.leftOver;
  return html`<div class="left-over" role="group" aria-label=${title}>
    <p class="field-label">${title}</p>
    <p class="help">${texts.leftOverHint}</p>
    ${keys.map((key) => {
      const own = pointer + pointerOf([key]);
      return html`<div class="left" data-pointer=${own}>
        <div class="field-head">
          <code>${key}</code>
          <span class="tools"
            >${removeButton(texts.removeWhat(key), () => context.remove(own, 'leftOver'))}</span
          >
        </div>
        ${jsonLink(context, own)} ${asJson(holder[key])} ${faultsOfField(context, own).template}
      </div>`;
    })}
  </div>`;
}

/** Of a code set, which has a form of its own, what that cannot show is shown here. */
function isDrawn(part: string, key: string, holder: JsonObject): boolean {
  const field = partFor(part, holder).find((each) => each.key === key);
  return field !== undefined && (part !== 'codeSet' || fits(field.kind, holder[key]));
}
