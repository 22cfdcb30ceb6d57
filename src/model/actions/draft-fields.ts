/** The fields of an action, as the user fills them in. */
import { longestContent, optionIds, usualContent } from '../../adapter/fields.ts';
import type { ActionField } from '../../adapter/index.ts';
import { actionFieldPhrases } from '../../i18n/phrases/action-fields.ts';
import { readMessage, textIn, type Language } from '../../profile/index.ts';
import {
  addPeriod,
  isCalendarDate,
  subtractPeriod,
  type CalendarDate,
} from '../../record/index.ts';
import { parsePeriod } from '../../record/period.ts';

/** What is wrong with a field. */
export type FieldFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-long'; readonly most: number; readonly count: number }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'before'; readonly edge: CalendarDate }
  | { readonly kind: 'after'; readonly edge: CalendarDate }
  | { readonly kind: 'unknown-placeholder'; readonly written: string; readonly line: number };

type Options = Extract<ActionField, { type: 'choice' | 'priority' }>;

/** What is wrong with what stands in a field; undefined where nothing is. */
export function faultOf(
  field: ActionField,
  value: string,
  today: CalendarDate,
): FieldFault | undefined {
  if (value.trim() === '') return field.required ? { kind: 'missing' } : undefined;
  switch (field.type) {
    case 'choice':
    case 'priority':
      return undefined;
    case 'date': {
      const { min, max } = edgesOf(field, today);
      if (!isCalendarDate(value)) return { kind: 'no-date' };
      if (min !== undefined && value < min) return { kind: 'before', edge: min };
      return max !== undefined && value > max ? { kind: 'after', edge: max } : undefined;
    }
    case 'text':
      return tooLong(value.length, mostOf(field));
    case 'template': {
      const unknown = readMessage(value).find((part) => part.kind === 'unknown');
      return unknown
        ? { kind: 'unknown-placeholder', written: unknown.written, line: unknown.line }
        : // What is sent is measured when it is filled in.
          tooLong(value.length, longestContent);
    }
  }
}

/** Between which days a date is to be. */
export function edgesOf(
  field: ActionField,
  today: CalendarDate,
): { readonly min?: CalendarDate; readonly max?: CalendarDate } {
  if (field.type !== 'date') return {};
  const { min, max } = field;
  return {
    ...(min === undefined ? {} : { min: dayOfEdge(min, today) }),
    ...(max === undefined ? {} : { max: dayOfEdge(max, today) }),
  };
}

/** What is taken where nobody chooses. */
export function firstOption(field: Options): string {
  return optionIds(field)[0] ?? '';
}

/** In characters. */
export function mostOf(field: ActionField): number {
  return ('maxLength' in field ? field.maxLength : undefined) ?? usualContent;
}

/** What can be chosen, in words. */
export function optionsOf(
  field: Options,
  language: Language,
): readonly { readonly id: string; readonly label: string }[] {
  return (
    field.options?.map(({ id, label }) => ({ id, label: textIn(label, language) })) ??
    optionIds(field).map((id) => ({
      id,
      label: actionFieldPhrases[language].priorities[id as 'routine'],
    }))
  );
}

function tooLong(count: number, most: number): FieldFault | undefined {
  return count > most ? { kind: 'too-long', most, count } : undefined;
}

/** A day, or so far from today. */
export function dayOfEdge(edge: string, today: CalendarDate): CalendarDate {
  const period = parsePeriod(edge);
  if (!period) return edge;
  return period.sign < 0 ? subtractPeriod(today, period) : addPeriod(today, period);
}
