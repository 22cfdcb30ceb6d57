import { addHours } from 'date-fns/addHours';
import { isAfter } from 'date-fns/isAfter';
import { isFuture } from 'date-fns/isFuture';
import { parseISO } from 'date-fns/parseISO';
import { css, html, nothing, type TemplateResult } from 'lit';
import {
  dataTypes,
  formatCpr,
  formatMoment,
  isSeldom,
  readRecipients,
  textIn,
  type CheckedPatient,
  type ClinicDescription,
  type DataType,
  type Profile,
  type RecordType,
  type Sharer,
} from '../../model/index.ts';
import type { Ui } from './ui.ts';
import { isoNow } from '../shared/now.ts';

export interface ShareFormProps {
  readonly sharer: Sharer;
  /** Whether the patient is shown still, of the clinic that the host means. */
  readonly mayShare: () => boolean;
  readonly patient: CheckedPatient;
  readonly description: ClinicDescription;
  /** The profiles that the patient is seen through. */
  readonly profiles: readonly Profile[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** How it went, to be shown; undefined before it was tried. */
  readonly result: string | undefined;
  readonly onResult: (result: string) => void;
  readonly ui: Ui;
}

/** How long a share lasts unless the user says otherwise, and at the longest, in days of 24 hours. */
const usualDays = 7;
const mostDays = 30;

/** Asks what to share, with whom, what for and until when. What the profiles ask is chosen beforehand. */
export function shareForm(props: ShareFormProps): TemplateResult {
  const { sharer, patient, profiles, result, ui } = props;
  const { texts } = ui;
  const text = texts.share;
  const asked = new Set(profiles.flatMap(({ information = [] }) => information.map(typeOf)));
  const recipients = readRecipients(sharer);
  const longest = longestOf(sharer);
  const offered = dataTypes.filter(
    (type) => !isSeldom(type) || asked.has(type) || patient.supplied.has(type as RecordType),
  );
  return html`<form novalidate>
    <h3 class="whose">
      ${text.title(patient.patient.name || texts.patient.noName)}
      ${patient.patient.cpr === undefined ? nothing : html`<span class="muted">${formatCpr(patient.patient.cpr)}</span>`}
    </h3>
    <p class="muted">${text.hint}</p>
    ${
      profiles.length > 0
        ? html`<p class="notice mild">
            <bdi
              >${text.profileNames(profiles.map(({ title }) => textIn(title, ui.language)).join(', '))}</bdi
            >
          </p>`
        : nothing
    }
    <fieldset>
      <legend>${text.recipients}</legend>
      ${recipients.length === 0 ? html`<p role="alert">${text.nobody}</p>` : nothing}
      ${recipients.map(
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
      ${offered.map(
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
        value=${inDays(Math.min(usualDays, longest))}
        max=${inDays(longest)}
    /></label>
    <p role="status" class="said">${result ?? nothing}</p>
    <div class="deeds">
      <button
        type="button"
        class="button primary"
        @click=${({ currentTarget }: Event) =>
          void submit((currentTarget as HTMLElement).closest('form')!, props)}
      >
        ${text.go}
      </button>
      <button
        type="button"
        class="button"
        @click=${({ target }: Event) => (target as Element).closest('dialog')?.close()}
      >
        ${result === undefined ? texts.actions.cancel : texts.actions.close}
      </button>
    </div>
  </form>`;
}

/** The host's limit, as far as it is one. */
function longestOf(sharer: Sharer): number {
  try {
    const { longestDays = mostDays } = sharer;
    return longestDays > 0 ? Math.min(longestDays, mostDays) : mostDays;
  } catch {
    return mostDays;
  }
}

/** The local time so many days from now, for a field: `YYYY-MM-DDThh:mm`. */
function inDays(days: number): string {
  return isoNow(addHours(Date.now(), days * hoursInDay)).slice(0, 16);
}

const hoursInDay = 24;

function typeOf({ type }: { readonly type: DataType }): DataType {
  return type;
}

/** By a click and no submit event: a sandboxed frame may send no form, not even to itself. */
async function submit(form: HTMLFormElement, props: ShareFormProps): Promise<void> {
  const { sharer, mayShare, patient, description, profiles, today, onResult, ui } = props;
  const { language, texts } = ui;
  const text = texts.share;
  if (!mayShare()) return onResult(text.failed);
  const data = new FormData(form);
  const known = readRecipients(sharer);
  const recipients = data.getAll('recipient').flatMap((at) => known[Number(at)] ?? []);
  const include = dataTypes.filter((type) => data.getAll('type').includes(type));
  const [purpose, end = ''] = ['purpose', 'until'].map((name) => (data.get(name) as string).trim());
  const time = parseISO(end);
  if (!recipients.length || !include.length || !purpose || !isFuture(time))
    return onResult(text.incomplete);
  const longest = longestOf(sharer);
  const now = Date.now();
  if (isAfter(time, addHours(now, longest * hoursInDay))) return onResult(text.tooLong(longest));
  const until = isoNow(time);
  onResult(text.sharing);
  const button = form.querySelector<HTMLButtonElement>('.primary');
  if (button) button.disabled = true;
  try {
    await sharer.share({
      patient,
      description,
      profiles,
      include,
      recipients: recipients.map(({ given }) => given),
      purpose,
      from: isoNow(now),
      until,
      asOf: today,
    });
    onResult(
      text.shared(recipients.map(({ name }) => name).join(', '), formatMoment(until, language)),
    );
  } catch {
    onResult(text.failed);
  } finally {
    if (button) button.disabled = false;
  }
}

export const styles = css`
  dialog.share form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
  }
  dialog.share fieldset {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-inline-size: 0;
    gap: 0.2rem 1rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  dialog.share .types {
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  }
  dialog.share legend {
    padding: 0;
    font-weight: 600;
  }
  dialog.share label {
    min-inline-size: 0;
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  dialog.share .stacked {
    display: grid;
    font-weight: 600;
  }
  dialog.share .field {
    font-weight: 400;
  }
  dialog.share .deeds {
    gap: 0.5rem;
  }
  dialog.share .deeds .button {
    min-height: 2.15em;
    padding-block: 0.25em;
  }
  .said:empty {
    display: none;
  }
`;
