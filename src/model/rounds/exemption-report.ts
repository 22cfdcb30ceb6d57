/** How often a profile's markers are exempted and why, for its author: without patients, and without small numbers. */
import { exemptionReasons, isExemptionReason } from '../../adapter/index.ts';
import type { ExportCell, ExportTable } from '../../export/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { exemptionPhrases } from '../../i18n/phrases/exemption.ts';
import { textIn, type Language, type Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { nameExemptionReason } from '../describe/exemption.ts';
import { leastTold, protectedCount } from '../protected-count.ts';
import type { ExemptionCount } from './exemption-counts.ts';

/** Codes of what has none of its own: any other reason, and none. */
const further = ['other', ''] as const;

/**
 * The table that a clinic may send: a row for each marker of the profile and each reason, whether anybody is exempt for
 * it or not, so that which rows there are says nothing of the clinic. Neither its name nor what it has written is in it.
 *
 * @param asOf The day that the exemptions hold on.
 */
export function exemptionReport(
  counts: readonly ExemptionCount[],
  profile: Profile,
  asOf: CalendarDate,
  language: Language,
): ExportTable {
  const phrases = exemptionPhrases[language];
  const text = phrases.report;
  const title = textIn(profile.title, language);
  const markers = [
    { id: undefined, title: phrases.wholePatient },
    ...(profile.markers ?? []).map((each) => ({
      id: each.id,
      title: textIn(each.title, language),
    })),
  ];
  const rows = markers.flatMap((marker): readonly (readonly ExportCell[])[] =>
    [...exemptionReasons, ...further].map((reason) => [
      ...[title, profile.version, { date: asOf }, marker.title, marker.id ?? ''],
      reason === 'other' ? phrases.other : nameExemptionReason(reason, language),
      reason,
      toldOf(counts, marker.id, reason, language),
    ]),
  );
  return {
    title: text.title(title),
    columns: [
      { title: text.profile, type: 'text' },
      { title: text.version, type: 'text' },
      { title: text.asOf, type: 'date' },
      { title: text.marker, type: 'text' },
      { title: text.markerId, type: 'text' },
      { title: text.reason, type: 'text' },
      { title: text.code, type: 'text' },
      { title: text.count, type: 'number' },
    ],
    rows: rows.length,
    cell: (row, column) => rows[row]?.[column],
    info: [],
    language,
  };
}

function toldOf(
  counts: readonly ExemptionCount[],
  marker: string | undefined,
  reason: string,
  language: Language,
): ExportCell {
  const isMeant = (each: ExemptionCount) =>
    each.marker === marker && codeOf(each.reason) === reason;
  const count = counts.filter(isMeant).reduce((sum, each) => sum + each.patientIds.length, 0);
  const told = protectedCount(count);
  return told === 'under'
    ? exemptionPhrases[language].report.under(formatCount(leastTold, language))
    : told;
}

/** A code that we do not know may be any text: it stays in the clinic. */
function codeOf(reason: string): string {
  return reason === '' || isExemptionReason(reason) ? reason : 'other';
}
