/** What the user writes before an action is done, and what it says to each patient. */
import {
  messageIn,
  placeholders,
  readMessage,
  textIn,
  type Language,
  type MessagePart,
  type Placeholder,
} from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { ActionContent, ActionField } from '../../adapter/index.ts';
import { actionFieldPhrases } from '../../i18n/phrases/action-fields.ts';
import type { Steps } from '../../engine/index.ts';
import { Memo } from '../memo.ts';
import type { RunContent } from './action-run.ts';
import type { CallReasons } from './call-reasons.ts';
import { dayOfEdge, faultOf, firstOption, mostOf, type FieldFault } from './draft-fields.ts';
import type { FactOf } from './facts.ts';

/** A message that can be chosen. */
export interface OfferedMessage {
  readonly title: string;
  /** With the placeholders in the words of the language. */
  readonly body: string;
}

export interface DraftSource {
  readonly fields: readonly ActionField[];
  /** Of the profile: they are offered before the host's. */
  readonly messages: readonly { readonly title: OfferedText; readonly body: OfferedText }[];
  readonly patientIds: readonly string[];
  readonly factOf: FactOf;
  /** From a combined list: what it is about. */
  readonly reasons?: CallReasons | undefined;
  readonly today: CalendarDate;
  readonly language: Language;
}

type OfferedText = Parameters<typeof textIn>[0];

/** A placeholder that cannot be filled in for some. */
export interface ContentGap {
  readonly name: Placeholder;
  readonly patientIds: readonly string[];
}

/** A piece of a message to one patient. */
export type FilledPart =
  | { readonly kind: 'text' | 'filled'; readonly text: string }
  | { readonly kind: 'gap'; readonly name: Placeholder }
  | { readonly kind: 'unknown'; readonly text: string };

/** Texts that are kept taken apart: one for each field, as it is now. */
const mostBodies = 20;

/** Patients of whom it is found out in one step whether anything is missing. */
const patientsInStep = 20;

/**
 * What is written for an action, for as long as it is written. The library fills in the placeholders of each patient;
 * whoever one of them is missing for is left out, and told: nothing is sent with a blank in it.
 */
export class ActionDraft {
  readonly fields: readonly ActionField[];
  readonly patientIds: readonly string[];
  readonly #source: DraftSource;
  readonly #start: ReadonlyMap<string, string>;
  readonly #values: Map<string, string>;
  /** By placeholder and patient: what was found out stays. */
  readonly #facts = new Map<Placeholder, Map<string, string | undefined>>();
  readonly #parts = new Map<string, readonly MessagePart[]>();
  #version = 0;

  constructor(source: DraftSource) {
    this.#source = source;
    this.fields = source.fields;
    this.patientIds = source.patientIds;
    this.#start = new Map(this.fields.map((field) => [field.id, this.#startOf(field)]));
    this.#values = new Map(this.#start);
  }

  /** Whether anything is written that was not there to begin with. */
  get isWritten(): boolean {
    return [...this.#values].some(([id, value]) => value !== this.#start.get(id));
  }

  /** What stands in the fields, by their ids. */
  get values(): ReadonlyMap<string, string> {
    return new Map(this.#values);
  }

  value(fieldId: string): string {
    return this.#values.get(fieldId) ?? '';
  }

  put(fieldId: string, value: string): void {
    if (value === this.value(fieldId)) return;
    this.#values.set(fieldId, value);
    this.#version++;
  }

  /** What is asked about, where that can be chosen; `toggleReason` changes it. */
  get reasons(): CallReasons | undefined {
    return this.#source.reasons;
  }

  /** Ticks a list that it is about, or takes the tick away: what the messages say of each patient is another then. */
  toggleReason(profileId: string): void {
    this.#source.reasons?.toggle(profileId);
    this.#facts.clear();
    this.#version++;
  }

  /** Ids of those who are on none of the lists that it is about for certain. */
  get onNone(): readonly string[] {
    return this.#onNone.of([this.#version], () => {
      const { reasons } = this.#source;
      return reasons ? this.patientIds.filter((id) => reasons.of(id).length === 0) : [];
    });
  }

  readonly #onNone = new Memo<readonly string[]>();

  /** The messages that can be chosen for a field: the profile's before the host's. */
  messagesOf(field: ActionField): readonly OfferedMessage[] {
    if (field.type !== 'template') return [];
    const { messages, language } = this.#source;
    return [...messages, ...(field.templates ?? [])].map(({ title, body }) => ({
      title: textIn(title, language),
      body: messageIn(textIn(body, language), language),
    }));
  }

  // ── Whether it can be done ───────────────────────────────────────────────────────────────────

  /** By field, what is wrong with it. Nothing is wrong with those that are not in it. */
  get faults(): ReadonlyMap<string, FieldFault> {
    return new Map(
      this.fields.flatMap((field) => {
        const fault = faultOf(field, this.value(field.id), this.#source.today);
        return fault ? [[field.id, fault] as const] : [];
      }),
    );
  }

  /** Finds out what the messages say of each patient, in steps: `gaps` and `content` ask for it. */
  *check(): Steps<void> {
    const names = this.#asked;
    let count = 0;
    for (const id of this.patientIds) {
      for (const name of names) this.#fact(id, name);
      if (++count % patientsInStep === 0) yield;
    }
  }

  /** Names what the work of `check` depends on. */
  get asked(): string {
    return [...this.#asked, ...(this.#source.reasons?.ticked ?? [])].join();
  }

  /** Of whom something is missing that a message asks for. */
  get gaps(): readonly ContentGap[] {
    return this.#gaps.of([this.#version], () =>
      this.#asked.flatMap((name) => {
        const none = new Set(this.onNone);
        const patientIds = this.patientIds.filter(
          (id) => !none.has(id) && this.#fact(id, name) === undefined,
        );
        return patientIds.length > 0 ? [{ name, patientIds }] : [];
      }),
    );
  }

  readonly #complete = new Memo<readonly string[]>();
  readonly #gaps = new Memo<readonly ContentGap[]>();

  /** Those who can be told all of it. A message may be too long when it is filled in. */
  get complete(): readonly string[] {
    return this.#complete.of([this.#version], () =>
      this.patientIds.filter((id) => this.#lacks(id) === undefined),
    );
  }

  /** What is said to each, and why some are left out: as it is now, whatever is written later. */
  content(): RunContent {
    const { language } = this.#source;
    const contents = new Map(this.patientIds.map((id) => [id, this.#contentOf(id)]));
    const leftOut = this.patientIds.flatMap((id) => {
      const lacks = this.#lacks(id);
      const da = lacks?.('da');
      return da === undefined
        ? []
        : [[id, { da, ...(language === 'en' ? { en: lacks!('en') } : {}) }] as const];
    });
    const { reasons } = this.#source;
    const why = reasons && new Map(this.patientIds.map((id) => [id, reasons.of(id)]));
    return {
      ...(this.fields.length > 0 ? { of: (id) => contents.get(id) ?? {} } : {}),
      ...(why ? { reasonsOf: (id) => why.get(id) ?? [] } : {}),
      leftOut: new Map(leftOut),
    };
  }

  /** Why a patient is left out, in words. */
  #lacks(id: string): ((language: Language) => string) | undefined {
    const { reasons } = this.#source;
    if (reasons?.of(id).length === 0) {
      const said = reasons.isUndecided(id) ? 'maybeOnLists' : 'onNone';
      return (language) => actionFieldPhrases[language][said];
    }
    const names = this.#asked.filter((name) => this.#fact(id, name) === undefined);
    if (names.length > 0) return (language) => actionFieldPhrases[language].lacks(names);
    const long = this.fields.some(
      (field) => field.type === 'template' && this.filled(field, id).length > mostOf(field),
    );
    return long ? (language) => actionFieldPhrases[language].tooLongFilled : undefined;
  }

  #contentOf(id: string): ActionContent {
    return Object.fromEntries(
      this.fields.flatMap((field) => {
        const text = field.type === 'template' ? this.filled(field, id) : this.value(field.id);
        return text.trim() === '' ? [] : [[field.id, text.trim()] as const];
      }),
    );
  }

  // ── What is said to one ──────────────────────────────────────────────────────────────────────

  /** A message to one patient, piece by piece, as it would be sent. */
  preview(field: ActionField, patientId: string): readonly FilledPart[] {
    return this.#partsOf(field).map((part): FilledPart => {
      if (part.kind === 'text') return part;
      if (part.kind === 'unknown') return { kind: 'unknown', text: part.written };
      const text = this.#fact(patientId, part.name);
      return text === undefined ? { kind: 'gap', name: part.name } : { kind: 'filled', text };
    });
  }

  /** As it is sent to one. */
  filled(field: ActionField, patientId: string): string {
    return this.preview(field, patientId)
      .map((part) => ('text' in part ? part.text : ''))
      .join('');
  }

  #fact(patientId: string, name: Placeholder): string | undefined {
    const known = this.#facts.get(name) ?? new Map<string, string | undefined>();
    this.#facts.set(name, known);
    if (!known.has(patientId)) known.set(patientId, this.#source.factOf(patientId, name));
    return known.get(patientId);
  }

  /** The placeholders that the messages ask for. */
  get #asked(): readonly Placeholder[] {
    const parts = this.fields.flatMap((field) => this.#partsOf(field));
    return placeholders.filter((name) =>
      parts.some((part) => part.kind === 'placeholder' && part.name === name),
    );
  }

  #partsOf(field: ActionField): readonly MessagePart[] {
    if (field.type !== 'template') return [];
    const body = this.value(field.id);
    let parts = this.#parts.get(body);
    if (!parts) {
      if (this.#parts.size > mostBodies) this.#parts.clear();
      this.#parts.set(body, (parts = readMessage(body)));
    }
    return parts;
  }

  #startOf(field: ActionField): string {
    const { today, language } = this.#source;
    switch (field.type) {
      case 'text':
        return field.default ?? '';
      case 'template': {
        const [first] = this.#source.messages;
        const start = first ? textIn(first.body, language) : field.default;
        return messageIn(start ?? this.messagesOf(field)[0]?.body ?? '', language);
      }
      case 'date':
        return field.default === undefined ? '' : dayOfEdge(field.default, today);
      case 'choice':
        return field.default ?? '';
      case 'priority':
        return field.default ?? firstOption(field);
    }
  }
}
