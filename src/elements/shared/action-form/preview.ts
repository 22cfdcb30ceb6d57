import { html, nothing, type TemplateResult } from 'lit';
import { mostOf, type ActionDraft, type ActionField, type Patient } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { placeholderPhrases } from '../../../i18n/phrases/placeholders.ts';
import { icons } from '../../../ui/icons.ts';
import type { FormUi } from './ui.ts';

export interface PreviewProps {
  readonly draft: ActionDraft;
  readonly field: ActionField;
  readonly patients: ReadonlyMap<string, Patient>;
  /** Of the patients, whose message is shown. */
  readonly at: number;
  readonly step: (by: 1 | -1) => void;
  readonly ui: FormUi;
}

/** How the message reads to one patient, and the way to the next: what is filled in and what is missing stand out. */
export function preview(props: PreviewProps): TemplateResult | typeof nothing {
  const { draft, field, patients, at, step, ui } = props;
  const { language, texts } = ui;
  const text = texts.actionForm;
  const { patientIds } = draft;
  const id = patientIds[at];
  if (id === undefined) return nothing;
  const name = patients.get(id)?.name || texts.patient.noName;
  const parts = draft.preview(field, id);
  const isLeftOut = !draft.complete.includes(id);
  const count = (value: number) => formatCount(value, language);
  const letter = parts.map((part) =>
    part.kind === 'text'
      ? part.text
      : part.kind === 'filled'
        ? html`<mark>${part.text}</mark>`
        : html`<strong class="left-out"
            >${part.kind === 'gap' ? `[${text.gapHere(placeholderPhrases[language][part.name])}]` : part.text}</strong
          >`,
  );
  const button = (by: 1 | -1) =>
    html`<button
      type="button"
      class="turn"
      aria-label=${by < 0 ? text.previous : text.next}
      title=${by < 0 ? text.previous : text.next}
      @click=${() => step(by)}
    >
      ${by < 0 ? icons.previous() : icons.next()}
    </button>`;
  return html`<section class="preview" aria-label=${text.preview}>
    <div class="to">
      <h4>${text.preview}</h4>
      <span role="status"
        ><bdi>${name}</bdi
        >${isLeftOut ? html` <strong class="left-out">${text.isLeftOut}</strong>` : nothing}</span
      >
      ${
        patientIds.length > 1
          ? html`<span class="steps"
              >${button(-1)}<span class="muted"
                >${text.place(count(at + 1), count(patientIds.length))}</span
              >${button(1)}</span
            >`
          : nothing
      }
    </div>
    ${
      parts.length === 0
        ? html`<p class="muted">${text.nothingWritten}</p>`
        : html`<div class="letter" tabindex="0" role="group" aria-label="${text.preview}: ${name}">
            <span class="words">${letter}</span>
          </div>`
    }
    <p class="muted count">
      ${text.characters(count(draft.filled(field, id).length), count(mostOf(field)))}
    </p>
  </section>`;
}
