import type { ClinicAdapter, Origin } from '../../model/index.ts';

/**
 * What is written of a clinic's patients and not saved: a note, why and until when somebody is exempted, or what an
 * action is to say.
 */
export interface HalfWritten {
  readonly note: string;
  /** Why somebody is exempted, coded, or `''`. */
  readonly reason?: string;
  /** Last day of an exemption, `YYYY-MM-DD` or `''`. */
  readonly until?: string;
  /** The note that was stored when this one was begun. */
  readonly stored?: string;
  /** Ids of those whom one exemption of several is written for. */
  readonly ids?: readonly string[];
  /** What stands in the fields of an action, by the field's id. */
  readonly fields?: ReadonlyMap<string, string>;
}

/** By clinic, so that nothing that is written in one is offered in another. */
export class HalfWrittenTexts {
  readonly #byClinic = new Map<string | ClinicAdapter, Map<string, HalfWritten>>();

  get isEmpty(): boolean {
    return [...this.#byClinic.values()].every((texts) => texts.size === 0);
  }

  /** @param key What it is of: the profile, the patient, the marker. */
  get(origin: Origin, key: readonly string[]): HalfWritten | undefined {
    return this.#byClinic.get(clinicOf(origin))?.get(keyOf(key));
  }

  /** Keeps what is written, in the place of what was. Undefined: nothing is wanted of it any more. */
  keep(origin: Origin, key: readonly string[], written: HalfWritten | undefined): void {
    const clinic = clinicOf(origin);
    const texts = this.#byClinic.get(clinic) ?? new Map<string, HalfWritten>();
    this.#byClinic.set(clinic, texts);
    if (written) texts.set(keyOf(key), written);
    else texts.delete(keyOf(key));
  }

  forget(): void {
    this.#byClinic.clear();
  }
}

/** A clinic that does not say who it is goes with its adapter. */
function clinicOf({ clinicId, adapter }: Origin): string | ClinicAdapter {
  return clinicId ?? adapter;
}

function keyOf(key: readonly string[]): string {
  return JSON.stringify(key);
}

/** What stands in the form of an exemption, told by any of its controls; undefined where that is nothing. */
export function readExemption(control: EventTarget | null): HalfWritten | undefined {
  const written = valuesOf(control);
  return Object.values(written).every((each) => each === '') ? undefined : written;
}

/** The same to be saved; undefined where something is missing or wrong, which the form then says. */
export function finishedExemption(control: EventTarget | null): Exemption | undefined {
  const { form, note } = fieldsOf(control);
  // White space says nothing.
  note.value = note.value.trim();
  return form.reportValidity() ? valuesOf(control) : undefined;
}

/** Why, coded and in words, and until when (`YYYY-MM-DD`); `''` where that is not said. */
export interface Exemption {
  readonly reason: string;
  readonly note: string;
  readonly until: string;
}

function valuesOf(control: EventTarget | null): Exemption {
  const { form, note, until } = fieldsOf(control);
  const reason = form.elements.namedItem('reason') as RadioNodeList;
  return { reason: reason.value, note: note.value, until: until.value };
}

function fieldsOf(control: EventTarget | null) {
  const form = (control as HTMLElement).closest('form')!;
  const note = form.elements.namedItem('note') as HTMLTextAreaElement;
  const until = form.elements.namedItem('until') as HTMLInputElement;
  return { form, note, until };
}
