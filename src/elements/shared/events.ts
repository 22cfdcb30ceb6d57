import type {
  Filter,
  ListView,
  NamedView,
  OpenContext,
  PatientReference,
  ProblemReport,
  ShareRefusalKind,
  ViewDeed,
} from '../../model/index.ts';

/** The wish to open a patient in the host's journal. Cancel it to open the journal yourself. */
export interface OpenJournalDetail {
  readonly patient: PatientReference;
  readonly context: OpenContext;
}
export interface PatientSelectedDetail {
  /** Absent when the choice was undone. */
  readonly patientId: string | undefined;
  /**
   * `row`: to be looked at. `journal`: opened in the journal from the list; a cockpit that is open goes along, so that
   * both show one patient. Absent where neither is meant.
   */
  readonly by?: 'row' | 'journal';
}
/** Where a patient stands among the rows that a list shows now, in their order. */
export interface PatientPlace {
  /** Counted from 1; absent where the patient is not among them, or not any more. */
  readonly at?: number | undefined;
  /** How many rows there are. */
  readonly of: number;
  /**
   * Whether a patient comes after and before. Default: by `at` and `of`. After one whose row has moved or gone by a new
   * status comes who stood after it.
   */
  readonly hasNext?: boolean;
  readonly hasPrevious?: boolean;
}
/** Which way to go through a list. */
export type StepDirection = 'next' | 'previous';

/** The wish to go on to the next patient, or back to the one before. */
export interface StepDetail {
  /** Who is shown. */
  readonly patientId: string;
  readonly to: StepDirection;
}
/** Where the patient stands whose row is marked. */
export interface PlaceDetail {
  readonly patientId: string | undefined;
  /** Absent where nobody is marked, and as long as there is no list. */
  readonly place: PatientPlace | undefined;
}
/** Whether shortcuts of one character are used: the user's own choice, for the host to keep. */
export interface KeysDetail {
  readonly keys: 'on' | 'off';
}
export interface ProfileSelectedDetail {
  readonly profileId: string;
  /** From the start page: whom the list is narrowed to. A view that is given back for it is to have this filter alone. */
  readonly filter?: Filter;
  /** Of a combined list: ids of the profiles that it is made of. `profileId` is its own, then. */
  readonly combined?: readonly string[];
}
/** What a workspace shows. */
export interface FiguresAskedDetail {
  /** Id of the cluster package, as the host gave it (`followUps`). */
  readonly id: string;
}
export interface PageDetail {
  readonly page: 'start' | 'list';
}
/** What is wrong with the adapter or its data: names and numbers, no patient data. */
export type ProblemDetail = ProblemReport;

/** What a list came to. No patient data. */
export interface LoadedDetail {
  readonly profile: { readonly id: string; readonly version: string };
  readonly members: number;
  readonly undecided: number;
  readonly patients: number;
  /** Whether everything came that the profile asks for: no call failed, no source is missing, nothing was cut short. */
  readonly complete: boolean;
  /** What could not be read or did not come. */
  readonly problems: readonly ProblemDetail[];
}
/** A list as a file. Cancel it to save or send the file yourself; otherwise the browser saves it. */
export interface ExportDetail {
  readonly file: Blob;
  /** With its extension, and without a path. */
  readonly name: string;
}

/** An attempt to open a shared view, or its end. No patient data: a share's id is random. */
export interface ShareOpenedDetail {
  readonly result: 'opened' | ShareRefusalKind;
  readonly shareId?: string;
}

/** The chosen patients, in the order they were chosen. */
export interface SelectionDetail {
  readonly patientIds: readonly string[];
}
/** How a list is looked at: plain JSON, to be kept and given back as `view`. */
export interface ViewDetail {
  readonly view: ListView;
}

/** The user has changed the views that have a name: keep them, and give them back as `views`. */
export interface ViewsDetail {
  /** All of them, of every profile, as they are now. */
  readonly views: readonly NamedView[];
  /** What was done, and to which: `removed` is in `views` no more. */
  readonly deed: ViewDeed;
  readonly view: NamedView;
}

/** The wish for a link to a part of a profile. */
export interface ProfileLinkDetail {
  /** Absent where the document cannot be read as a profile. */
  readonly profileId: string | undefined;
  readonly version: string | undefined;
  /** What `openAt` of the viewer opens at. */
  readonly part: string;
}

declare global {
  interface HTMLElementEventMap {
    'overblik-open-journal': CustomEvent<OpenJournalDetail>;
    'overblik-patient-selected': CustomEvent<PatientSelectedDetail>;
    'overblik-profile-selected': CustomEvent<ProfileSelectedDetail>;
    'overblik-page-changed': CustomEvent<PageDetail>;
    'overblik-figures-asked': CustomEvent<FiguresAskedDetail>;
    'overblik-selection-changed': CustomEvent<SelectionDetail>;
    'overblik-view-changed': CustomEvent<ViewDetail>;
    'overblik-views-changed': CustomEvent<ViewsDetail>;
    'overblik-loaded': CustomEvent<LoadedDetail>;
    'overblik-problem': CustomEvent<ProblemDetail>;
    'overblik-export': CustomEvent<ExportDetail>;
    'overblik-share-opened': CustomEvent<ShareOpenedDetail>;
    'overblik-open-cockpit': CustomEvent<PatientSelectedDetail>;
    'overblik-step': CustomEvent<StepDetail>;
    'overblik-place-changed': CustomEvent<PlaceDetail>;
    'overblik-keys-changed': CustomEvent<KeysDetail>;
    'overblik-profile-link': CustomEvent<ProfileLinkDetail>;
  }
}

type EventName = Extract<keyof HTMLElementEventMap, `overblik-${string}`>;

/** Sends an event that crosses shadow trees. Answers `false` when the host cancelled it. */
export function emit<Name extends EventName>(
  element: HTMLElement,
  name: Name,
  detail: HTMLElementEventMap[Name]['detail'],
  options: { readonly cancelable?: boolean } = {},
): boolean {
  return element.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, ...options }),
  );
}
