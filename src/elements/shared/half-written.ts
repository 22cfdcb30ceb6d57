import type { ClinicAdapter } from '../../model/index.ts';

/** What is written in the form of an exemption and not saved: why, and until when (`YYYY-MM-DD` or `''`). */
export interface HalfWritten {
  readonly note: string;
  readonly until: string;
}

/** By clinic: a cockpit that is closed is gone, and what was written in it is wanted in the next one. */
const byAdapter = new WeakMap<ClinicAdapter, Map<string, HalfWritten>>();

/**
 * What is half written of a clinic's patients, by whom and what it is about. It goes with the adapter, and is kept
 * nowhere else.
 *
 * @param known What goes on under this adapter, where it is of the same clinic as an earlier one.
 */
export function halfWrittenOf(
  adapter: ClinicAdapter,
  known: Map<string, HalfWritten> = new Map(),
): Map<string, HalfWritten> {
  const kept = byAdapter.get(adapter) ?? known;
  byAdapter.set(adapter, kept);
  return kept;
}

/** What stands in the form of an exemption, told by any of its controls. */
export function readExemption(control: EventTarget | null): HalfWritten {
  const { note, until } = fieldsOf(control);
  return { note: note.value, until: until.value };
}

/** The same to be saved; undefined where something is missing or wrong, which the form then says. */
export function finishedExemption(control: EventTarget | null): HalfWritten | undefined {
  const { form, note } = fieldsOf(control);
  // White space is no reason.
  note.value = note.value.trim();
  return form.reportValidity() ? readExemption(control) : undefined;
}

function fieldsOf(control: EventTarget | null) {
  const form = (control as HTMLElement).closest('form')!;
  const note = form.elements.namedItem('note') as HTMLTextAreaElement;
  const until = form.elements.namedItem('until') as HTMLInputElement;
  return { form, note, until };
}
