/** What the page and the worker that builds a clinic's columns say to each other. */
import type { PatientRecords, Rejection } from '../../record/index.ts';
import type { Code, Detail, Segment } from '../store/index.ts';

/**
 * Which columns, and which words about them, these are. A worker's file and a copy of the library may come from two
 * releases: columns of another edition would be read as something else than they are.
 */
export const edition = 1;

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

/** A `Worker`, a `MessagePort`, or what a host has in their place: it takes a port along with a message. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
  /** Message ports need it; workers have none. */
  start?(): void;
}
