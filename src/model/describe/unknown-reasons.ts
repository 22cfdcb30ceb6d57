import type { UnknownReason } from '../../engine/index.ts';
import type { Language } from '../../i18n/language.ts';
import { nameOne, nameType } from '../../i18n/record-types.ts';
import { unknownReasonPhrases } from '../../i18n/phrases/unknown-reasons.ts';
import { formatDate } from '../../i18n/dates.ts';
import { describeMistakes, formatUnit } from '../../profile/index.ts';
import type { ClinicalRecord } from '../../record/index.ts';
import { describeResult } from './records.ts';
import { inFew, mostReasons } from '../few.ts';

/** Says why something cannot be decided, as a sentence that tells what is missing. */
export function describeUnknownReason(reason: UnknownReason, language: Language): string {
  const text = unknownReasonPhrases[language];
  switch (reason.kind) {
    case 'not-covered': {
      const type = nameType(reason.type, language);
      const source = inBrackets(reason.source);
      return reason.coveredFrom === undefined
        ? text.notCovered(type, source)
        : text.coveredFrom(type, source, formatDate(reason.coveredFrom, language));
    }
    case 'stale':
      return text.stale(
        nameType(reason.type, language),
        inBrackets(reason.source),
        formatDate(reason.updated, language),
      );
    case 'not-come':
      return text.notCome(nameType(reason.type, language), formatDate(reason.from, language));
    case 'system':
      return text.system(
        nameType(reason.type, language),
        inBrackets(reason.source),
        reason.systems.join(', '),
      );
    case 'partial-date':
      return text.partialDate(nameOne(reason.record.type, language));
    case 'no-code':
      return text.noCode(nameOne(reason.record.type, language));
    case 'no-field':
      return text.noField(nameOne(reason.record.type, language), text.askedFields[reason.field]);
    case 'partial-field':
      return text.partialField(text.fields[reason.field]);
    case 'rejected':
      return text.rejected(reason.count, nameType(reason.type, language));
    case 'unit':
      return text.unit(nameUnit(reason.found, language), nameUnit(reason.expected, language));
    case 'comparator':
      return text.comparator;
    case 'textual':
      return text.textual;
    case 'implausible':
      return describeImplausible(reason, language, reason.record);
    case 'short-code':
      return text.shortCode(reason.record.code);
    case 'patient-field': {
      const names: Readonly<Record<string, string>> = text.fields;
      const field = names[reason.field] ?? reason.field;
      return reason.field === 'deceased' ? text.unreadableField(field) : text.missingField(field);
    }
    case 'uncoded':
      return text.uncoded;
  }
}

/** @param record The one whose value is told; absent where many have the reason. */
export function describeImplausible(
  { plausible, unit }: Extract<UnknownReason, { kind: 'implausible' }>,
  language: Language,
  record?: ClinicalRecord,
): string {
  const value = record?.type === 'result' ? ` ${describeResult(record, language)}` : '';
  return unknownReasonPhrases[language].implausible(
    value,
    describeMistakes(plausible, unit, language),
  );
}

/** A plain number has no unit to be read, and yet one that is told apart. */
export function nameUnit(unit: string, language: Language): string {
  return formatUnit(unit, language) || unit;
}

function inBrackets(source: string | undefined): string {
  return source ? ` (${source})` : '';
}

/** Says each reason once, in the order met; of very many how many more there are. */
export function describeUnknownReasons(
  unknownReasons: readonly UnknownReason[],
  language: Language,
): readonly string[] {
  const said = new Set(
    unknownReasons
      .slice(0, mostWorded)
      .map((unknownReason) => describeUnknownReason(unknownReason, language)),
  );
  const unsaid = Math.max(0, unknownReasons.length - mostWorded);
  return inFew([...said], mostReasons, (each) => each, language, unsaid);
}

/** So many reasons are put in words to tell which are the same; of more they are counted. */
const mostWorded = 1000;
