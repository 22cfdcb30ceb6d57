/**
 * What an opened share is to the cockpit. Opening is not done here: the host lends an opener (made of
 * `overblik/share`), as it lends a worker, and the one-file bundle stays free of cryptography.
 */
import type { ClinicAdapter, ClinicDescription } from '../../adapter/index.ts';
import type { Definition, Language, LocalText } from '../../profile/index.ts';
import type { CalendarDate, CheckedPatient, DataType } from '../../record/index.ts';

/** Opens an envelope for the health professional at this screen. Resolves always: a refusal is an answer. */
export type ShareOpener = (envelope: unknown) => Promise<OpenedShare | ShareRefusal>;

/** One patient's cockpit, read-only, as somebody else shared it. */
export interface OpenedShare {
  readonly opened: true;
  readonly facts: ShareFacts;
  /** The one patient that the adapter knows; for the cockpit's `patientId`. It is no key of the clinic's. */
  readonly patientId: string;
  /** Whether the sender has withdrawn it since it was opened; absent where the host cannot tell. May reject. */
  isWithdrawn?(): Promise<boolean>;
  /** Profile documents as they were shared, unparsed; for the cockpit's `profiles`. */
  readonly profiles: readonly unknown[];
  /**
   * Exactly what was shared: no journal, no actions, no rounds. Types that were not shared are not
   * covered, and say so in this language. The same adapter each time it is asked for.
   */
  adapter(language: Language): ClinicAdapter;
}

/** What a viewer must see above all else: whose view this is, for what, and until when. */
export interface ShareFacts {
  readonly id: string;
  /** Whose signature it is, by the name under which the host trusts it. */
  readonly sender: string;
  /** Who shared it, as the sender says. */
  readonly sharedBy: Party;
  /** As whom it was opened. */
  readonly recipient: Party;
  readonly purpose: string;
  /** Instants (ISO 8601 with offset). Past `until` the view is to be taken off the screen. */
  readonly from: string;
  readonly until: string;
  /** The instant at which it was opened, by the host's clock: what is left of its time is counted from here. */
  readonly openedAt: string;
  /** The day that the view is of; for the cockpit's `asOf`. */
  readonly asOf: CalendarDate;
  /** The data types that are shared; everything else is not. */
  readonly types: readonly DataType[];
  /** By which definitions the clinic saw the patient, as the sender says: nothing here can hold it against them. */
  readonly definitions?: readonly Definition[];
}

export interface Party {
  readonly name: string;
  readonly organisation: string;
}

/**
 * How the host shares: it lends the cockpit this, and the cockpit asks the user for the rest. The host seals
 * (`overblik/share`) and transports; the cockpit never sees a key.
 */
export interface Sharer<Recipient extends Party = Party> {
  /** Whom the user may choose among; those chosen come back as they are, with what else the host put in. */
  readonly recipients: readonly Recipient[];
  /** The longest that the user may share, in days of 24 hours: at most 30, which is the default. */
  readonly longestDays?: number;
  /**
   * Shares. What it rejects with is not shown: it may name a patient. Where it rejects, or does not answer within the
   * element's `deadline`, nobody knows whether it was shared: the user is told so, and asked before it is tried again.
   */
  share(wish: CockpitShareWish<Recipient>): Promise<void>;
  /** What the user may choose as the purpose, and change; default some common ones. */
  readonly purposes?: readonly LocalText[];
  /**
   * The shares that were given of a patient, with the host's log of who opened them; absent where the host keeps none.
   * Where it fails the user is told that they could not be fetched.
   */
  shares?(patientId: string): Promise<readonly GivenShare[]>;
  /** Withdraws a share, which whoever views it is told of; absent where the host cannot. */
  revoke?(shareId: string): Promise<void>;
}

/** A share that was given, as the host keeps it. */
export interface GivenShare {
  /** For `revoke`. */
  readonly id: string;
  readonly recipients: readonly Party[];
  readonly purpose: string;
  /** Instants (ISO 8601 with offset). */
  readonly from: string;
  readonly until: string;
  /** When it was withdrawn. */
  readonly withdrawn?: string;
  /** Each time that somebody opened it, or was refused. */
  readonly openings?: readonly ShareOpening[];
}

export interface ShareOpening {
  /** Instant (ISO 8601 with offset). */
  readonly at: string;
  readonly by: string;
  /** It was refused. */
  readonly refused?: boolean;
}

/** What the user chose to share; with `sharedBy` and the recipients' keys it is what `makeShare` wants. */
export interface CockpitShareWish<Recipient extends Party = Party> {
  /**
   * The wish's own key among all wishes, drawn by chance: the same again where the user tries the same wish again of
   * which nobody knows what became. A host that has shared by it already shares no second time.
   */
  readonly key: string;
  /** As loaded: every type was asked for, so that what is absent was not supplied. */
  readonly patient: CheckedPatient;
  readonly description: ClinicDescription;
  /** Those that the user chose among the profiles that the patient was seen through. */
  readonly profiles: readonly unknown[];
  /** The hash of each one's definition, whole as it is here; without Web Crypto there are none. */
  readonly definitions: readonly Definition[];
  readonly include: readonly DataType[];
  readonly recipients: readonly Recipient[];
  readonly purpose: string;
  /** Whether the user noted that the patient has consented. For the host's own log: it is no part of what is shared. */
  readonly consent: boolean;
  /** Instants (ISO 8601 with offset). */
  readonly from: string;
  readonly until: string;
  readonly asOf: CalendarDate;
}

/**
 * Why a share was not opened.
 * - `unreadable`: no envelope, or cut short;
 * - `too-large`: more than any share may be, before or after it is unpacked;
 * - `other-format`: made by an edition of Overblik with another format;
 * - `altered`: not as its sender made it;
 * - `wrong-key`: meant for somebody else, whoever handed it on;
 * - `unknown-sender`: signed by nobody whom the host trusts;
 * - `not-yet`, `expired`: outside its time;
 * - `too-long`: lasts longer than a share may, or than this host lets it;
 * - `key-not-valid`: a key of the sender's or of the recipient's is not valid yet, or not any more;
 * - `withdrawn`: the sender has taken it back;
 * - `replayed`: the host says that it may not be opened again;
 * - `not-checked`: the host could not be asked, could not log it, or has no Web Crypto here.
 */
export type ShareRefusalKind =
  | 'unreadable'
  | 'too-large'
  | 'other-format'
  | 'altered'
  | 'wrong-key'
  | 'unknown-sender'
  | 'not-yet'
  | 'expired'
  | 'too-long'
  | 'key-not-valid'
  | 'withdrawn'
  | 'replayed'
  | 'not-checked';

/** A share that was not opened, in words for the user. Never patient data. */
export interface ShareRefusal {
  readonly opened: false;
  readonly kind: ShareRefusalKind;
  /** What is wrong. */
  readonly message: LocalText;
  /** What to do. */
  readonly fix: LocalText;
}
