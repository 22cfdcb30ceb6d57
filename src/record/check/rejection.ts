/** What a rejected record still tells, so that it harms no more than it must (R3). */
import type { JsonObject } from '../../json/values.ts';
import { readDays, type Days } from '../calendar.ts';
import { placeholderMeaning } from '../placeholders.ts';
import { isSpan, type RecordType, type Rejection } from '../types.ts';
import { isPossible, type Life } from './dates.ts';
import { isAbsent } from './fields.ts';
import { readCode, readDeciding, readStatus, readSystem } from './records.ts';

export type Remains = Pick<Rejection, 'system' | 'code' | 'source' | 'status' | 'from' | 'to'>;

/** Reads of a rejected entry whatever can be read, each field for itself. */
export function remainsOf(type: RecordType, entry: unknown, life: Life): Remains {
  if (typeof entry !== 'object' || entry === null) return {};
  const loose = entry as JsonObject;
  const system = attempt(() => readSystem(type, loose.system));
  // Only with its system is a code anything.
  const code = system === undefined ? undefined : attempt(() => readCode(loose.code, system, true));
  const source = attempt(() => readDeciding(loose.source, 'source', life));
  const status = attempt(() => readStatus(type, loose.status));
  const { from, to } = isSpan(type) ? spanOf(loose, life) : pointOf(loose, life);
  return {
    ...(system === undefined ? {} : { system }),
    ...(code === undefined ? {} : { code }),
    ...(source === undefined ? {} : { source }),
    ...(status === undefined ? {} : { status }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function spanOf(entry: JsonObject, life: Life): Pick<Rejection, 'from' | 'to'> {
  const from = attempt(() => lawful(entry.from, life));
  const to = attempt(() => lawful(entry.to, life));
  return { ...(from ? { from: from.first } : {}), ...(to ? { to: to.last } : {}) };
}

function pointOf(entry: JsonObject, life: Life): Pick<Rejection, 'from' | 'to'> {
  const at = attempt(() => lawful(entry.at, life));
  return at ? { from: at.first, to: at.last } : {};
}

/** A date that can be: what is impossible, or stands for none, rules nothing out. */
function lawful(value: unknown, { born }: Life): Days | undefined {
  const days = isAbsent(value) || typeof value !== 'string' ? undefined : readDays(value);
  if (!days || !isPossible(days.last, born)) return undefined;
  return days.first === days.last && placeholderMeaning(days.first, born) ? undefined : days;
}
