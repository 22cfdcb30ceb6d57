/**
 * CPR numbers, by the rules of CPR-kontoret ("Personnummeret i CPR"): ddmmyy-xxxx, where the seventh
 * digit tells the century and the last one the sex. Since October 2007 numbers are issued that fail
 * modulus 11, so the check is a hint, never a verdict.
 */
import { isCalendarDate } from './calendar.ts';
import { withoutSpace } from './normalize.ts';
import type { CalendarDate } from './types.ts';

export interface Cpr {
  /**
   * - `cpr`: an ordinary number;
   * - `replacement`: one that a system made up for want of a CPR number (day + 60, or letters);
   * - `unreadable`: anything else. It is shown as supplied and decides nothing.
   */
  readonly kind: 'cpr' | 'replacement' | 'unreadable';
  /** Ten characters without a hyphen; as supplied (trimmed) when unreadable. */
  readonly number: string;
  readonly birthDate?: CalendarDate;
  readonly sex?: 'female' | 'male';
  /** Modulus 11: `false` is common and lawful since 2007. Only for `cpr`. */
  readonly modulus11?: boolean;
}

/** Reads a CPR number with or without dashes, white space or invisible characters. Never throws. */
export function parseCpr(text: string): Cpr {
  const number = withoutSpace(text).replaceAll('-', '').toUpperCase();
  if (/^\d{10}$/.test(number)) {
    const birthDate = birthDateOf(number);
    if (birthDate)
      return {
        kind: 'cpr',
        number,
        birthDate,
        sex: sexOf(number),
        modulus11: passesModulus11(number),
      };
    const shifted = replacementBirthDate(number);
    if (shifted) return { kind: 'replacement', number, birthDate: shifted, sex: sexOf(number) };
  } else if (/^\d{6}[0-9A-ZÆØÅ]{4}$/.test(number)) {
    return { kind: 'replacement', number };
  }
  return { kind: 'unreadable', number: text.trim() };
}

/** `0101419996` → `010141-9996`; anything that is not ten characters is shown as it is. */
export function formatCpr(number: string): string {
  return /^\d{6}[0-9A-ZÆØÅ]{4}$/i.test(number)
    ? `${number.slice(0, 6)}-${number.slice(6)}`
    : number;
}

/** The century by the seventh digit and the two-digit year. */
function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

function birthDateOf(number: string): CalendarDate | undefined {
  return dateOf(number.slice(0, 2), number);
}

/** Replacement numbers add 60 to the day; what is below one then is no date. */
function replacementBirthDate(number: string): CalendarDate | undefined {
  const day = Number(number.slice(0, 2)) - 60;
  return dateOf(String(day).padStart(2, '0'), number);
}

function dateOf(day: string, number: string): CalendarDate | undefined {
  const year = Number(number.slice(4, 6));
  const century = centuryOf(Number(number[6]), year);
  const date = `${century + year}-${number.slice(2, 4)}-${day}`;
  return isCalendarDate(date) ? date : undefined;
}

function sexOf(number: string): 'female' | 'male' {
  return Number(number[9]) % 2 === 0 ? 'female' : 'male';
}

function passesModulus11(number: string): boolean {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return sum % 11 === 0;
}
