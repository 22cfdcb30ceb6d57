/** Whom a host lets its users share with, as far as it can be told on screen. */
import * as z from 'zod/mini';
import { name } from '../../adapter/reading.ts';
import type { Party, Sharer } from './share.ts';

/** A recipient to choose: in words, and as the host gave it. */
export interface ChosenParty<Recipient extends Party = Party> extends Party {
  readonly given: Recipient;
}

/** Recipients of a list that are read; nobody finds one among more. */
const mostRecipients = 1000;

/**
 * Reads a sharer's recipients. One without a name that can be read is left out: nobody would know whom they chose.
 * Never throws.
 */
export function readRecipients<Recipient extends Party>(
  sharer: Sharer<Recipient>,
): readonly ChosenParty<Recipient>[] {
  try {
    const list: unknown = sharer.recipients;
    // A list can claim any length.
    return Array.isArray(list) ? list.slice(0, mostRecipients).flatMap(readOne<Recipient>) : [];
  } catch {
    return [];
  }
}

function readOne<Recipient extends Party>(given: Recipient): ChosenParty<Recipient>[] {
  try {
    const { data } = partySchema.safeParse(given);
    return data ? [{ ...data, given }] : [];
  } catch {
    return [];
  }
}

const named = name.check(z.trim(), z.minLength(1));
const partySchema = z.object({ name: named, organisation: named });
