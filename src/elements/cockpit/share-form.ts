import { addHours } from 'date-fns/addHours';
import { isAfter } from 'date-fns/isAfter';
import { isFuture } from 'date-fns/isFuture';
import { parseISO } from 'date-fns/parseISO';
import { css, html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  dataTypes,
  formatCpr,
  formatMoment,
  isSeldom,
  readRecipients,
  textIn,
  type CheckedPatient,
  type ClinicDescription,
  type CockpitShareWish,
  type DataType,
  type Profile,
  type RecordType,
  type Sharer,
} from '../../model/index.ts';
import type { Ui } from './ui.ts';
import type { Ask } from '../shared/ask.ts';
import { drawKey } from '../shared/draw-key.ts';
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
  /** Milliseconds after which nobody waits for an answer any longer. */
  readonly deadline: number;
  /** What was tried before of this patient, whoever was shown since. */
  readonly attempts: ShareAttempts;
  /** Asks before what may be shared already is shared again. */
  readonly ask: Ask;
  readonly ui: Ui;
}

/** The latest wish that a host was given, as far as it matters to the next. */
export interface ShareAttempts {
  latest?: { readonly key: string; readonly content: string } | undefined;
  /** Nobody knows whether it was shared. */
  isUnknown: boolean;
  /** What is written of what it is for, and not shared. */
  purpose?: string | undefined;
}

/** How long a share lasts unless the user says otherwise, and at the longest, in days of 24 hours. */
const usualDays = 7;
const mostDays = 30;

/** Asks what to share, with whom, what for and until when. What the profiles ask is chosen beforehand. */
export function shareForm(props: ShareFormProps): TemplateResult {
  const { sharer, patient, profiles, result, attempts, ui } = props;
  const { texts } = ui;
  const text = texts.share;
  const asked = new Set(profiles.flatMap(({ information = [] }) => information.map(typeOf)));
  const recipients = readRecipients(sharer);
  const longest = longestOf(sharer);
  if (longest === undefined) return unusable(props);
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
      >${text.purpose}<textarea
        class="field"
        name="purpose"
        rows="2"
        required
        .value=${attempts.purpose === undefined ? noChange : live(attempts.purpose)}
        @input=${({ target }: Event) => {
          attempts.purpose = (target as HTMLTextAreaElement).value;
        }}
      ></textarea>
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

/** A limit that is none is no reason to share for as long as may be. */
function unusable({ ui: { texts } }: ShareFormProps): TemplateResult {
  return html`<p role="alert">${texts.share.unusable}</p>
    <button
      type="button"
      class="button"
      @click=${({ target }: Event) => (target as Element).closest('dialog')?.close()}
    >
      ${texts.actions.close}
    </button>`;
}

/** The host's limit in days, the format's at most; undefined where it is none. */
function longestOf(sharer: Sharer): number | undefined {
  try {
    const { longestDays = mostDays }: { longestDays?: unknown } = sharer;
    const isLimit = typeof longestDays === 'number' && longestDays > 0;
    return isLimit ? Math.min(longestDays, mostDays) : undefined;
  } catch {
    return undefined;
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
  const { sharer, mayShare, patient, description, profiles, today, attempts, onResult, ui } = props;
  const { language, texts } = ui;
  const text = texts.share;
  const button = form.querySelector<HTMLButtonElement>('.primary');
  if (button?.ariaDisabled === 'true') return;
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
  if (longest === undefined) return onResult(text.unusable);
  if (isAfter(time, addHours(now, longest * hoursInDay))) return onResult(text.tooLong(longest));
  const until = isoNow(time);
  const choice = {
    ...{ include, purpose, until },
    recipients: recipients.map(({ given }) => given),
  };
  const content = JSON.stringify([include, purpose, until, data.getAll('recipient')]);
  if (attempts.isUnknown) {
    const { again, againTitle, againHint } = text;
    if (!(await props.ask({ title: againTitle, lines: [againHint], yes: again }))) return;
    if (!mayShare()) return onResult(text.failed);
  }
  const { latest } = attempts;
  const key = attempts.isUnknown && latest?.content === content ? latest.key : drawKey();
  Object.assign(attempts, { latest: { key, content }, isUnknown: true } satisfies ShareAttempts);
  onResult(text.sharing);
  // Not disabled: it would lose the focus.
  if (button) button.ariaDisabled = 'true';
  const wish = { key, patient, description, profiles, ...choice, from: isoNow(now), asOf: today };
  const names = recipients.map(({ name }) => name).join(', ');
  const isShared = share(sharer, wish).then((shared) => {
    if (!shared || attempts.latest?.key !== key) return shared;
    attempts.isUnknown = false;
    attempts.purpose = undefined;
    // Be it after everybody has stopped waiting.
    onResult(text.shared(names, formatMoment(until, language)));
    return true;
  });
  if (!(await Promise.race([isShared, passed(props.deadline)]))) onResult(text.unknown);
  if (button) button.ariaDisabled = 'false';
}

/** Whether the host says that it has shared. */
async function share(sharer: Sharer, wish: CockpitShareWish): Promise<boolean> {
  try {
    await sharer.share(wish);
    return true;
  } catch {
    return false;
  }
}

/** Answers `false` when so many milliseconds have passed. */
function passed(deadline: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), deadline));
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
    align-items: center;
    min-block-size: 24px;
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
