/** What the page and a worker say to each other: one that builds a clinic's columns, and one that asks questions of them. */
import type { Criterion, Profile } from '../../profile/index.ts';
import type {
  CalendarDate,
  CoverageByType,
  PatientRecords,
  Rejection,
} from '../../record/index.ts';
import type { Code, Detail, Segment } from '../store/index.ts';

/**
 * Which columns, and which words about them, these are. A worker's file and a copy of the library may come from two
 * releases: columns of another edition would be read as something else than they are.
 */
export const edition = 2;

/**
 * To the worker: the first word of a load, with a channel of its own. One worker may serve several loads, of several
 * clinics and several copies of the library: what is said of one can never be heard by another.
 */
export interface Opening {
  readonly kind: 'open';
  readonly edition: number;
  readonly port: MessagePort;
}

/** To the worker, through a load's channel. */
export type Order =
  | { readonly kind: 'batch'; readonly patients: readonly PatientRecords[] }
  | { readonly kind: 'end' | 'drop' };

/**
 * From the worker, through a load's channel: word that a batch was taken in, and now and then a segment. All that it
 * knows of the batches up to and with number `through` (from 1) has been sent.
 */
export interface Delivery {
  readonly through: number;
  readonly segment?: Segment;
  /** New in the dictionary since the last segment. */
  readonly codes: readonly Code[];
  readonly details: readonly Detail[];
  /** Whole patients that could not be told from others. */
  readonly unidentified: readonly Rejection[];
}

/** To the worker: the first word of questions that are to be asked of a clinic, with a channel of their own. */
export interface SurveyOpening {
  readonly kind: 'survey';
  readonly edition: number;
  readonly coverage: CoverageByType;
  readonly asOf: CalendarDate;
  readonly port: MessagePort;
}

/** To the worker, through a survey's channel. Segments are numbered from 0 as they come. */
export type SurveyOrder =
  | {
      readonly kind: 'segment';
      /** A copy: the page keeps its own. */
      readonly segment: Segment;
      /** New in the dictionary since the last segment. */
      readonly codes: readonly Code[];
      readonly details: readonly Detail[];
    }
  | { readonly kind: 'forget'; readonly segment: number }
  | {
      readonly kind: 'ask';
      /** By which the answer is known. */
      readonly number: number;
      /** The code sets that the criterion names. */
      readonly codes: Profile['codes'];
      readonly criterion: Criterion;
      readonly segments: readonly number[];
    }
  | { readonly kind: 'drop' };

/** From the worker, through a survey's channel: that it is there, and then one for each question. */
export type SurveyDelivery =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'answer';
      readonly number: number;
      /** By segment asked, by patient: 0 *no*, 1 *unknown*, 2 *yes*. */
      readonly truths: readonly Uint8Array<ArrayBuffer>[];
    };

/** A `Worker`, a `MessagePort`, or what a host has in their place: it takes a port along with a message. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  /** Message ports need it; workers have none. */
  start?(): void;
}
