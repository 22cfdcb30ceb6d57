import { addHours } from 'date-fns/addHours';
import { isAfter } from 'date-fns/isAfter';
import { isFuture } from 'date-fns/isFuture';
import { parseISO } from 'date-fns/parseISO';
import { css, html, noChange, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  dataTypes,
  definitionsOf,
  formatCpr,
  formatMoment,
  isSeldom,
  readPurposes,
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
import { givenStyles } from './share-given.ts';

export { GivenPart } from './share-given.ts';

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
  /** How it went, or what is wrong with what is written. */
  readonly told: ShareTold;
  readonly onTold: (told: ShareTold) => void;
  /** What was given before, where the host can say. */
  readonly given: TemplateResult | typeof nothing;
  /** Called when a share was given. */
  readonly onShared: () => void;
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

/** What the user is told of a share that is being written. */
export interface ShareTold {
  readonly text?: string;
  /** What is wrong, by the field. */
  readonly faults?: ShareFaults;
  /** It is given: there is nothing to write any more. */
  readonly isShared?: boolean;
}

type Field = 'recipient' | 'type' | 'profile' | 'purpose' | 'until';
type ShareFaults = Partial<Readonly<Record<Field, string | undefined>>>;

/** How long a share lasts unless the user says otherwise, and at the longest, in days of 24 hours. */
const usualDays = 7;
const mostDays = 30;

/** Asks what to share, with whom, what for and until when. What the profiles ask is chosen beforehand. */
export function shareForm(props: ShareFormProps): TemplateResult {
  const { sharer, patient, told, given, ui } = props;
  const { texts } = ui;
  const text = texts.share;
  if (longestOf(sharer) === undefined) return unusable(props);
  const whose = html`<h3 class="whose">
    ${text.title(patient.patient.name || texts.patient.noName)}
    ${patient.patient.cpr === undefined ? nothing : html`<span class="muted">${formatCpr(patient.patient.cpr)}</span>`}
  </h3>`;
  return told.isShared
    ? html`<div class="form">${whose} ${sharedPart(props)} ${given}</div>`
    : html`<form class="form" novalidate @input=${(event: Event) => mended(event, props)}>
        ${whose} ${fieldsOf(props)} ${given}
      </form>`;
}

/** What is wrong with a field is told until it is written in again. */
function mended({ target }: Event, { told, onTold }: ShareFormProps): void {
  const { faults, ...rest } = told;
  const name = (target as Element).getAttribute('name') ?? '';
  if (!faults || !(name in faults)) return;
  onTold({ ...rest, faults: { ...faults, [name]: undefined } });
}

/** Says that it is given; the form is gone, so that nobody gives it twice. */
function sharedPart({ told, onTold, ui: { texts } }: ShareFormProps): TemplateResult {
  return html`<p role="status" class="said">${told.text ?? nothing}</p>
    <div class="deeds">
      <button type="button" class="button primary close-share" @click=${closeDialog}>
        ${texts.actions.close}
      </button>
      <button type="button" class="button another" @click=${() => onTold({})}>
        ${texts.share.another}
      </button>
    </div>`;
}

function fieldsOf(props: ShareFormProps): TemplateResult {
  const { sharer, patient, profiles, told, attempts, ui } = props;
  const { language, texts } = ui;
  const text = texts.share;
  const { faults = {} } = told;
  const longest = longestOf(sharer) ?? mostDays;
  const asked = new Set(profiles.flatMap(({ information = [] }) => information.map(typeOf)));
  const recipients = readRecipients(sharer);
  const offered = dataTypes.filter(
    (type) => !isSeldom(type) || asked.has(type) || patient.supplied.has(type as RecordType),
  );
  const names = profiles.map(({ title }) => textIn(title, language));
  return html`<p class="muted">${text.hint}</p>
    ${
      profiles.length > 1
        ? group('profile', text.profiles, faults, [
            html`${profiles.map((_, index) => choice('profile', index, names[index]!, true))}`,
          ])
        : nothing
    }
    ${
      profiles.length > 0
        ? html`<p class="notice mild"><bdi>${text.profileNames(names.join(', '))}</bdi></p>`
        : nothing
    }
    ${group('recipient', text.recipients, faults, [
      recipients.length === 0 ? html`<p role="alert">${text.nobody}</p>` : nothing,
      html`${recipients.map(({ name, organisation }, index) =>
        choice('recipient', index, `${name}, ${organisation}`, false),
      )}`,
    ])}
    ${group('type', text.what, faults, [
      html`${offered.map((type) =>
        choice(
          'type',
          type,
          type === 'patient' ? text.person : texts.groups[type],
          type !== 'patient' && asked.has(type),
        ),
      )}`,
    ])}
    <div>
      <label class="stacked"
        >${text.purpose}<textarea
          class="field"
          name="purpose"
          rows="2"
          required
          aria-invalid=${faults.purpose ? 'true' : 'false'}
          aria-describedby="share-purpose"
          .value=${attempts.purpose === undefined ? noChange : live(attempts.purpose)}
          @input=${({ target }: Event) => {
            attempts.purpose = (target as HTMLTextAreaElement).value;
          }}
        ></textarea>
      </label>
      ${faultLine('purpose', faults)}
      <div class="deeds purposes">${purposesOf(sharer, ui).map(purposeButton)}</div>
    </div>
    <div>
      <label class="stacked"
        >${text.until}<input
          class="field"
          type="datetime-local"
          name="until"
          required
          value=${inDays(Math.min(usualDays, longest))}
          max=${inDays(longest)}
          aria-invalid=${faults.until ? 'true' : 'false'}
          aria-describedby="share-until"
      /></label>
      ${faultLine('until', faults)}
    </div>
    <div>
      <label
        ><input
          type="checkbox"
          name="consent"
          aria-describedby="share-consent"
        />${text.consent}</label
      >
      <p id="share-consent" class="muted">${text.consentHint}</p>
    </div>
    <p role="status" class="said">${told.text ?? nothing}</p>
    <div class="deeds">
      <button
        type="button"
        class="button primary"
        @click=${({ currentTarget }: Event) =>
          void submit((currentTarget as HTMLElement).closest('form')!, props)}
      >
        ${text.go}
      </button>
      <button type="button" class="button" @click=${closeDialog}>
        ${told.text === undefined ? texts.actions.cancel : texts.actions.close}
      </button>
    </div>`;
}

function closeDialog({ target }: Event): void {
  (target as Element).closest('dialog')?.close();
}

/** Draws things to choose among, with what is wrong with the choice. */
function group(
  field: Field,
  legend: string,
  faults: ShareFaults,
  content: readonly unknown[],
): TemplateResult {
  return html`<fieldset
    class=${field === 'type' ? 'types' : ''}
    aria-invalid=${faults[field] ? 'true' : 'false'}
    aria-describedby="share-${field}"
  >
    <legend>${legend}</legend>
    ${content} ${faultLine(field, faults)}
  </fieldset>`;
}

function choice(
  field: Field,
  value: string | number,
  words: string,
  isChosen: boolean,
): TemplateResult {
  return html`<label
    ><input type="checkbox" name=${field} value=${value} ?checked=${isChosen} /><bdi
      >${words}</bdi
    ></label
  >`;
}

function faultLine(field: Field, faults: ShareFaults): TemplateResult {
  return html`<p id="share-${field}" class="fault" role="alert">${faults[field] ?? nothing}</p>`;
}

/** The host's own purposes, else some common ones. */
function purposesOf(sharer: Sharer, { language, texts }: Ui): readonly string[] {
  const own = readPurposes(sharer)?.map((each) => textIn(each, language));
  return own ?? Object.values(texts.share.purposes);
}

/** Puts a purpose before what is written already. */
function purposeButton(purpose: string, _: number, all: readonly string[]): TemplateResult {
  const put = ({ currentTarget }: Event) => {
    const form = (currentTarget as Element).closest('form');
    const field = form?.querySelector<HTMLTextAreaElement>('[name=purpose]');
    if (!field) return;
    const written = field.value.trim();
    const isChosen = written === '' || all.includes(written);
    field.value = isChosen
      ? purpose
      : written.startsWith(purpose)
        ? written
        : `${purpose}: ${written}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  };
  return html`<button type="button" class="button small" @click=${put}>${purpose}</button>`;
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
  const { sharer, mayShare, patient, description, profiles, today, attempts, onTold, ui } = props;
  const { language, texts } = ui;
  const text = texts.share;
  const button = form.querySelector<HTMLButtonElement>('.primary');
  if (button?.ariaDisabled === 'true') return;
  if (!mayShare()) return onTold({ text: text.failed });
  const longest = longestOf(sharer);
  if (longest === undefined) return onTold({ text: text.unusable });
  const now = Date.now();
  const data = new FormData(form);
  const known = readRecipients(sharer);
  const recipients = data.getAll('recipient').flatMap((at) => known[Number(at)] ?? []);
  const include = dataTypes.filter((type) => data.getAll('type').includes(type));
  const seen =
    profiles.length > 1
      ? data.getAll('profile').flatMap((at) => profiles[Number(at)] ?? [])
      : profiles;
  const [purpose = '', end = ''] = ['purpose', 'until'].map((name) =>
    (data.get(name) as string).trim(),
  );
  const time = parseISO(end);
  const faults: ShareFaults = {
    ...(recipients.length > 0 ? {} : { recipient: text.noRecipient }),
    ...(include.length > 0 ? {} : { type: text.noType }),
    ...(seen.length > 0 || profiles.length === 0 ? {} : { profile: text.noProfile }),
    ...(purpose === '' ? { purpose: text.noPurpose } : {}),
    ...(!isFuture(time)
      ? { until: text.noUntil }
      : isAfter(time, addHours(now, longest * hoursInDay))
        ? { until: text.tooLong(longest) }
        : {}),
  };
  if (Object.keys(faults).length > 0) {
    onTold({ faults });
    return focusFault(form, faults);
  }
  const until = isoNow(time);
  const consent = data.get('consent') !== null;
  const choice = {
    ...{ include, purpose, consent, until },
    recipients: recipients.map(({ given }) => given),
  };
  const chosen = [data.getAll('recipient'), seen.map(({ id }) => id)];
  const content = JSON.stringify([include, purpose, consent, until, ...chosen]);
  if (attempts.isUnknown) {
    const { again, againTitle, againHint } = text;
    if (!(await props.ask({ title: againTitle, lines: [againHint], yes: again }))) return;
    if (!mayShare()) return onTold({ text: text.failed });
  }
  const { latest } = attempts;
  const key = attempts.isUnknown && latest?.content === content ? latest.key : drawKey();
  Object.assign(attempts, { latest: { key, content }, isUnknown: true } satisfies ShareAttempts);
  onTold({ text: text.sharing });
  // Not disabled: it would lose the focus.
  if (button) button.ariaDisabled = 'true';
  const wish = {
    key,
    patient,
    description,
    profiles: seen,
    ...choice,
    from: isoNow(now),
    asOf: today,
    definitions: await definitionsOf(seen),
  };
  const names = recipients.map(({ name }) => name).join(', ');
  const isShared = share(sharer, wish).then((shared) => {
    if (!shared || attempts.latest?.key !== key) return shared;
    attempts.isUnknown = false;
    attempts.purpose = undefined;
    // Be it after everybody has stopped waiting.
    onTold({ text: text.shared(names, formatMoment(until, language)), isShared: true });
    props.onShared();
    return true;
  });
  if (!(await Promise.race([isShared, passed(props.deadline)]))) onTold({ text: text.unknown });
  if (button) button.ariaDisabled = 'false';
}

/** The first field that is wrong has the focus. */
function focusFault(form: HTMLFormElement, faults: ShareFaults): void {
  const fields = [...form.querySelectorAll<HTMLElement>('[name]')];
  fields.find((each) => (each.getAttribute('name') ?? '') in faults)?.focus();
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
  dialog.share .form {
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
    grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr));
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
  :is(.said, dialog.share .fault):empty {
    display: none;
  }
  dialog.share .fault {
    font-weight: 600;
    color: var(--o-critical);
  }
  dialog.share [aria-invalid='true'].field {
    border-color: var(--o-critical-mark);
  }
  /* What sends stays in sight, however long the form is, and a field that has the focus is not behind it. */
  dialog.share .form > .deeds {
    position: sticky;
    inset-block-end: min(-1 * var(--o-inset-block), (100vh - 24rem) * 999);
    z-index: 1;
    margin-block-end: -0.75rem;
    padding-block: 0.6rem var(--o-inset-block);
    border-block-start: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  dialog.share .form > .deeds:last-child {
    margin-block-end: calc(-1 * var(--o-inset-block));
  }
  dialog.share {
    scroll-padding-block: 4rem;
  }
  dialog.share .purposes {
    margin-block-start: 0.35rem;
  }
  ${givenStyles}
`;
