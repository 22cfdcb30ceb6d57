/** What a host can do for patients, and what it asks the user for beforehand. */
import type { LocalText } from '../profile/types.ts';
import type { CalendarDate } from '../record/types.ts';
import type { ContactAttempt } from './contact.ts';

/** Enough for the host to find the patient in its own system. */
export interface PatientReference {
  readonly id: string;
  readonly cpr?: string;
}

/** Where the wish to open a journal came from. */
export interface OpenContext {
  /** The profile in view, if it is one: a combined list has several. */
  readonly profile?: { readonly id: string; readonly version: string };
  readonly from: 'population' | 'cockpit' | 'marker' | 'editor';
  /** Id of the profile's marker that an action was chosen for. */
  readonly marker?: string;
}

/** What the user wrote and chose, by the id of the field. What is left empty is not in it. */
export type ActionContent = Readonly<Record<string, string>>;

/** Where an action came from, what it is to say, and the keys by which the host knows what it has done already. */
export interface ActionContext extends OpenContext {
  /** Key of the run: the same in all its calls, tried again or not, and in those of no other run. */
  readonly runKey: string;
  /**
   * Key of each patient of the call, by patient id: the same whenever the run asks for the patient again. A host that
   * keeps it with what it does, and answers `ok` for one that is done, does nothing twice.
   */
  readonly patientKeys: Readonly<Record<string, string>>;
  /**
   * Of an action with `fields`: each patient's own content, by patient id, with the placeholders of messages filled in.
   * The same whenever the run asks for the patient again.
   */
  readonly content?: Readonly<Record<string, ActionContent>>;
  /**
   * From a combined list: why it is done for each patient, by patient id: the lists that the user ticked and the patient is
   * on, one at least. The same whenever the run asks for the patient again. There is no `profile` then.
   */
  readonly reasons?: Readonly<Record<string, readonly ActionReason[]>>;
}

/** Why an action is done for a patient: one of the lists that the patient is on. */
export interface ActionReason {
  readonly profile: { readonly id: string; readonly version: string };
  /** What the list is called, in a word or two. */
  readonly title: LocalText;
  /** Ids of the profile's markers that are set for the patient, and not exempted. */
  readonly markers: readonly string[];
}

export interface HostAction {
  readonly id: string;
  readonly label: LocalText;
  readonly scope: 'one' | 'many';
  /**
   * Most patients in one call of an action for many: a whole number from 1 to 1000. Default 20. The calls come one
   * after another, and a call that is not answered leaves all its patients in doubt.
   */
  readonly patientsPerCall?: number;
  /**
   * What the user is asked for before it is done, 20 at the most: it comes in `context.content`. A field that cannot be
   * read is left out and reported; where it is required, the action is left out with it.
   */
  readonly fields?: readonly ActionField[];
  /**
   * One result per patient, in any order. Only a result with `ok: false` says that nothing was done; where this throws,
   * answers late or something else, or leaves a patient out, nobody knows whether it was done, and it is not asked for
   * again before the user has said so.
   */
  run(
    patients: readonly PatientReference[],
    context: ActionContext,
    signal: AbortSignal,
  ): Promise<readonly ActionResult[]>;
}

interface FieldBase {
  /** Letters, digits, full stop, hyphen and underscore; unique in the action. */
  readonly id: string;
  readonly label: LocalText;
  /** A line below the label. */
  readonly hint?: LocalText;
  readonly required?: boolean;
}

/** A text of the user's, the same for every patient. */
export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly default?: string;
  /** In characters, from 1 to 10,000. Default 4000. One of at most 120 has one line. */
  readonly maxLength?: number;
}

/**
 * A message with placeholders (`{firstName}`), which are filled in for each patient. The messages of the profile are
 * offered, and the host's own.
 */
export interface TemplateField extends FieldBase {
  readonly type: 'template';
  /** The text that stands there where the profile brings no message. */
  readonly default?: string;
  /** In characters, from 1 to 10,000, of what is sent: with the placeholders filled in. Default 4000. */
  readonly maxLength?: number;
  /** 50 at the most. */
  readonly templates?: readonly MessageTemplate[];
}

/** As in a profile's `messages`. */
export interface MessageTemplate {
  readonly id: string;
  readonly title: LocalText;
  readonly body: LocalText;
}

/** A day, `YYYY-MM-DD`. */
export interface DateField extends FieldBase {
  readonly type: 'date';
  readonly default?: DateEdge;
  readonly min?: DateEdge;
  readonly max?: DateEdge;
}

/** A day, or a period from today: `P14D`, and `P0D` for today. */
export type DateEdge = CalendarDate | (string & {});

/** One of several. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  /** 100 at the most. */
  readonly options: readonly FieldOption[];
  /** Id of an option. */
  readonly default?: string;
}

/** How urgent: FHIR's `routine` and `urgent`, unless there are options of the host's own. */
export interface PriorityField extends FieldBase {
  readonly type: 'priority';
  readonly options?: readonly FieldOption[];
  readonly default?: string;
}

export interface FieldOption {
  /** What the content says. */
  readonly id: string;
  readonly label: LocalText;
}

/** What the user is asked for before an action is done. */
export type ActionField = TextField | TemplateField | DateField | ChoiceField | PriorityField;

export interface ActionResult {
  readonly patientId: string;
  /** `true`: done; `false`: not done, and safe to be tried again. */
  readonly ok: boolean;
  /**
   * With `ok: false`: a permanent failure, as RFC 3463 has it: it will not succeed however often it is tried (_Fritaget
   * for Digital Post_). It is not offered to be tried again; `message` says what to do instead.
   */
  readonly permanent?: boolean;
  /** For the user, without patient data. */
  readonly message?: LocalText;
  /** Of what was done: an attempt to reach the patient, which is logged in the round, now and by the user. */
  readonly contact?: Pick<ContactAttempt, 'outcome' | 'nextTry'>;
  /** Of what was done: how far the patient has come in the round by it. Whoever is exempt stays so. */
  readonly status?: 'to-follow-up' | 'reviewed';
}
