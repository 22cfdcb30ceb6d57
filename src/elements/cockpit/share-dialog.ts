import { addDays } from 'date-fns/addDays';
import { isFuture } from 'date-fns/isFuture';
import { parseISO } from 'date-fns/parseISO';
import { html, nothing, type TemplateResult } from 'lit';
import {
  dataTypes,
  formatMoment,
  type CheckedPatient,
  type ClinicDescription,
  type DataType,
  type Language,
  type Profile,
  type Sharer,
} from '../../model/index.ts';
import { holdEscape } from '../../ui/popover.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { isoNow } from '../shared/now.ts';

export interface ShareProps {
  readonly sharer: Sharer;
  readonly patient: CheckedPatient;
  readonly description: ClinicDescription;
  /** The profiles that the patient is seen through. */
  readonly profiles: readonly Profile[];
  readonly today: string;
  /** How it went, in words; nothing before it was tried. */
  readonly said: string | undefined;
  readonly say: (words: string | undefined) => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** Days that a share lasts unless the user says otherwise. */
const usual = 7;

/** What to share, with whom, what for and until when. What is asked by the profiles is chosen beforehand. */
export function shareDialog(parts: ShareProps): TemplateResult {
  const { sharer, patient, profiles, said, say, texts } = parts;
  const text = texts.share;
  const asked = new Set(profiles.flatMap(({ information = [] }) => information.map(typeOf)));
  const week = isoNow(addDays(Date.now(), usual)).slice(0, 16);
  return html`<dialog
    class="share"
    aria-labelledby="share-title"
    @keydown=${holdEscape}
    @close=${() => say(undefined)}
  >
    <form novalidate @submit=${(event: SubmitEvent) => void submit(event, parts)}>
      <h3 id="share-title">${text.title(patient.patient.name || texts.population.noName)}</h3>
      <p class="muted">${text.hint}</p>
      <fieldset>
        <legend>${text.recipients}</legend>
        ${sharer.recipients.map(
          ({ name, organisation }, index) =>
            html`<label
              ><input type="checkbox" name="recipient" value=${index} /><bdi
                >${name}, ${organisation}</bdi
              ></label
            >`,
        )}
      </fieldset>
      <fieldset class="types">
        <legend>${text.what}</legend>
        ${dataTypes.map(
          (type) =>
            html`<label
              ><input
                type="checkbox"
                name="type"
                value=${type}
                ?checked=${type !== 'patient' && asked.has(type)}
              />${type === 'patient' ? text.person : texts.groups[type]}</label
            >`,
        )}
      </fieldset>
      <label class="stacked"
        >${text.purpose}<textarea class="field" name="purpose" rows="2" required></textarea>
      </label>
      <label class="stacked"
        >${text.until}<input
          class="field"
          type="datetime-local"
          name="until"
          required
          value=${week}
      /></label>
      <p role="status" class="said">${said ?? nothing}</p>
      <div class="deeds">
        <button type="submit" class="button primary">${text.go}</button>
        <button
          type="button"
          class="button"
          @click=${({ target }: Event) => (target as Element).closest('dialog')?.close()}
        >
          ${texts.actions.close}
        </button>
      </div>
    </form>
  </dialog>`;
}

function typeOf({ type }: { readonly type: DataType }): DataType {
  return type;
}

async function submit(event: SubmitEvent, parts: ShareProps): Promise<void> {
  event.preventDefault();
  const { sharer, patient, description, profiles, today, say, language, texts } = parts;
  const text = texts.share;
  const form = event.target as HTMLFormElement;
  const data = new FormData(form);
  const recipients = data.getAll('recipient').flatMap((at) => sharer.recipients[Number(at)] ?? []);
  const include = dataTypes.filter((type) => data.getAll('type').includes(type));
  const [purpose, end = ''] = ['purpose', 'until'].map((name) => (data.get(name) as string).trim());
  const time = parseISO(end);
  if (!recipients.length || !include.length || !purpose || !isFuture(time))
    return say(text.incomplete);
  const until = isoNow(time);
  say(text.sharing);
  const button = form.querySelector<HTMLButtonElement>('[type=submit]');
  if (button) button.disabled = true;
  try {
    await sharer.share({
      patient,
      description,
      profiles,
      include,
      recipients,
      purpose,
      from: isoNow(),
      until,
      asOf: today,
    });
    say(text.shared(recipients.map(({ name }) => name).join(', '), formatMoment(until, language)));
  } catch {
    say(text.failed);
  } finally {
    if (button) button.disabled = false;
  }
}
