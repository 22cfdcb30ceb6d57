/** The drawings of what is told beside indicators: causes, exemptions, and records that are counted. */
import { exemptionPhrases } from '../../i18n/phrases/exemption.ts';
import { sentence } from '../../i18n/language.ts';
import { formatDate, formatMonth } from '../../i18n/dates.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { isExemptionReason } from '../../model/index.ts';
import type { Interval, SteeringBands, SteeringPeriod } from '../../report/index.ts';
import { barsDrawing, periodsDrawing, type Drawing } from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import type { ToldActivity } from '../model/activities.ts';
import type { ReasonRow, ToldExemptions, ToldParts } from '../model/causes.ts';
import { areaWord } from '../parts/whose.ts';
import type { Ui } from '../ui.ts';
import { countWords, sayOf } from '../words.ts';
import { noteOf } from './plots.ts';

type Causes = ToldParts<'source' | 'records' | 'other'>;

/** Why an indicator's unknown are unknown. */
export function causesDrawing(drawn: Drawn, { parts }: Causes): Drawing {
  const { ui, row, words } = drawn;
  const { report, reportFurther: text } = ui.texts;
  return barsDrawing({
    ...commonOf(drawn, report.cause),
    title: text.causes.chart(words(row.id).title),
    rows: parts.map(({ what, all, mine }) => ({
      ...{ name: report.causes[what], all },
      ...(isOwnShown(drawn) ? { mine } : {}),
    })),
    finding: [mostFrequent(drawn, parts)],
  });
}

/** The cause that is certainly the most frequent; or that nobody can say which is. */
function mostFrequent({ ui, row }: Drawn, parts: Causes['parts']): string {
  const { report, reportFurther } = ui.texts;
  const { causes: text } = reportFurther;
  const [first, ...others] = parts.toSorted((a, b) => b.all.least - a.all.least);
  const isFirst = first && others.every(({ all }) => all.most < first.all.least);
  if (!isFirst || !row.total) return text.unclear;
  const cause = report.causes[first.what];
  const of = countWords(row.total.unknown, ui);
  return text.most(cause.charAt(0).toLowerCase() + cause.slice(1), countWords(first.all, ui), of);
}

/** Whoever is exempt, by marker and reason, where the numbers can be told. */
export function exemptionsDrawing(
  drawn: Drawn,
  { rows }: ToldExemptions,
  titleOf: (marker: string) => string,
): Drawing {
  const { ui, title } = drawn;
  const { exemptions: text } = ui.texts.reportFurther;
  const [first] = rows.toSorted((a, b) => b.all.estimate - a.all.estimate);
  return barsDrawing({
    ...commonOf(drawn, text.reason),
    title: text.chart(title),
    rows: rows.map((each) => ({
      ...{ name: reasonRowWords(each, ui, titleOf), all: each.all },
      ...(isOwnShown(drawn) ? { mine: each.mine } : {}),
    })),
    finding: first
      ? [
          text.shown(rows.length),
          text.mostUsed(reasonRowWords(first, ui, titleOf), countWords(first.all, ui)),
        ]
      : [],
  });
}

/** `LDL over målet: patienten ønsker ikke` */
function reasonRowWords(
  { marker, reason }: Pick<ReasonRow, 'marker' | 'reason'>,
  ui: Ui,
  titleOf: (marker: string) => string,
): string {
  return `${markerWords(marker, ui, titleOf)}: ${reasonWords(reason, ui)}`;
}

export function markerWords(
  marker: string | undefined,
  { language }: Ui,
  titleOf: (marker: string) => string,
): string {
  return marker === undefined ? exemptionPhrases[language].wholePatient : titleOf(marker);
}

export function reasonWords(reason: string, { language }: Ui): string {
  const words = exemptionPhrases[language];
  if (reason === '') return words.uncoded;
  return isExemptionReason(reason)
    ? words.reasons[reason as keyof typeof words.reasons]
    : words.other;
}

/** New and maintained, period by period. */
function periodsOf(drawn: Drawn, activity: ToldActivity): Drawing {
  const { activities: text } = drawn.ui.texts.reportFurther;
  const { periods } = activity.all;
  const length = lengthOf(periods);
  return countsDrawing(
    drawn,
    activity,
    `${titleOfActivity(drawn, activity)}: ${text.byPeriod[length].toLowerCase()}`,
    {
      countOf: (period, kind) => (period.clinics === 0 ? undefined : period[kind]),
      more: [...unknownSentences(drawn, periods.at(-1))],
    },
  );
}

/** New and maintained, accumulated over twelve months. */
function accumulatedOf(drawn: Drawn, activity: ToldActivity): Drawing {
  const { ui } = drawn;
  const { activities: text } = ui.texts.reportFurther;
  const { periods } = activity.all;
  const [first] = periods;
  const title = periods.at(-1)?.accumulated.isWhole
    ? text.accumulated
    : text.accumulatedSince(formatMonth(first?.from ?? '', ui.language));
  return countsDrawing(
    drawn,
    activity,
    `${titleOfActivity(drawn, activity)}: ${title.toLowerCase()}`,
    {
      countOf: ({ accumulated, clinics }, kind) => (clinics === 0 ? undefined : accumulated[kind]),
      more:
        first && !first.accumulated.isWhole
          ? [text.notWhole(formatMonth(first.from, ui.language))]
          : [],
    },
  );
}

function countsDrawing(
  drawn: Drawn,
  { all: { periods } }: ToldActivity,
  title: string,
  {
    countOf,
    more,
  }: {
    readonly countOf: (period: SteeringPeriod, kind: 'new' | 'maintained') => Interval | undefined;
    readonly more: readonly string[];
  },
): Drawing {
  const { ui } = drawn;
  const { activities: text, columns } = ui.texts.reportFurther;
  const last = periods.at(-1);
  const words = (count: Interval) => rangeWords(count, ui);
  const [made, maintained] = last
    ? (['new', 'maintained'] as const).map((kind) => countOf(last, kind))
    : [];
  const when = last ? periodWords(last, ui) : '';
  return periodsDrawing({
    ...{ title, words, say: sayOf(ui), note: noteOf(drawn) },
    periods: periods.map((each) => ({
      short: formatMonth(each.to, ui.language),
      long: periodWords(each, ui),
    })),
    series: (['new', 'maintained'] as const).map((kind, at) => ({
      kind: at === 0 ? ('area' as const) : ('wider' as const),
      name: text[kind],
      counts: periods.map((each) => countOf(each, kind)),
    })),
    finding: [
      ...(made && maintained && last
        ? [sentence(text.sentence(when, words(made), words(maintained), last.clinics))]
        : last
          ? [sentence(text.notCounted(when))]
          : []),
      ...more,
    ],
    heads: { period: text.period, least: columns.least, most: columns.most },
  });
}

function unknownSentences({ ui }: Drawn, last: SteeringPeriod | undefined): readonly string[] {
  const { activities: text } = ui.texts.reportFurther;
  return last && last.unknown.least > 0 ? [text.unknownSentence(rangeWords(last.unknown, ui))] : [];
}

/** Clinics by how many new plans a GP they have made. */
function bandsDrawing(drawn: Drawn, { all: { bands } }: ToldActivity): Drawing {
  const { ui } = drawn;
  const { activities, columns } = ui.texts.reportFurther;
  const { bands: text } = activities;
  const of = knownClinics(bands);
  return barsDrawing({
    ...commonOf(drawn, text.column),
    title: text.title,
    words: (count) => text.clinics(rangeOf(count, ui), of),
    heads: { ...headsOf(ui, text.column), estimate: columns.estimate },
    rows: of === 0 ? [] : bandNames.map((band) => ({ name: text[band], all: bands[band] })),
    finding: [
      ...(of === 0
        ? [text.nobody]
        : bandNames.map((band) =>
            text.sentence(
              text[band],
              text.clinics(rangeOf(bands[band], ui), of),
              shareOfClinics(bands[band], of, ui),
            ),
          )),
      ...(of > 0 && bands.notKnown > 0 ? [text.notKnown(bands.notKnown)] : []),
    ],
  });
}

export const bandNames = ['none', 'oneToFour', 'fiveOrMore'] as const;

/** How many clinics are in a band: each is in one. */
export function knownClinics({ none, oneToFour, fiveOrMore }: SteeringBands): number {
  return none.estimate + oneToFour.estimate + fiveOrMore.estimate;
}

/** `30–50 %` */
export function shareOfClinics({ least, most }: Interval, of: number, ui: Ui): string {
  const percent = (count: number) => formatCount((100 * count) / of, ui.language);
  const ends = [...new Set([percent(least), percent(most)])];
  return ui.texts.reportCharts.percent(ends.join('–'));
}

/** `2–5`; `2` where it is certain. */
export function rangeOf({ least, most }: Interval, ui: Ui): string {
  const ends = [...new Set([least, most])].map((end) => formatCount(end, ui.language));
  return ends.join('–');
}

/** `36 ± 6`; of a sum whose clinics may all have none, its ends: `0–48`. */
export function rangeWords(count: Interval, ui: Ui): string {
  return count.least === 0 ? rangeOf(count, ui) : countWords(count, ui);
}

/** `sep. 2026`, or the first and the last month of it. */
export function periodWords({ from, to }: Pick<SteeringPeriod, 'from' | 'to'>, ui: Ui): string {
  const months = [from, to].map((each) => formatMonth(each, ui.language));
  return [...new Set(months)].join('–');
}

/** How long the periods are. */
export function lengthOf(
  periods: readonly Pick<SteeringPeriod, 'from' | 'to'>[],
): 'month' | 'quarter' | 'year' {
  const [first] = periods;
  if (!first || first.from.slice(0, 7) === first.to.slice(0, 7)) return 'month';
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return month(first.to) - month(first.from) < 6 ? 'quarter' : 'year';
}

/** As the meeting's package calls it; without one, what kind of records it is. */
export function titleOfActivity(
  { ui, activityTitle }: Pick<Drawn, 'ui' | 'activityTitle'>,
  { id, type }: ToldActivity,
): string {
  const { title } = ui.texts.reportFurther.activities;
  return activityTitle(id) ?? (type === 'carePlan' ? title.carePlan : title.other);
}

/** Whether mine stands beside. */
export function isOwnShown({ scope, front }: Drawn): boolean {
  return scope === 'own' && front.mine !== undefined;
}

function commonOf(drawn: Drawn, what: string) {
  const { ui, front } = drawn;
  return {
    ...{ say: sayOf(ui), note: noteOf(drawn), area: areaWord(front, ui) },
    words: (count: Interval) => rangeWords(count, ui),
    heads: headsOf(ui, what),
  };
}

function headsOf({ texts }: Ui, what: string) {
  const { estimate, least, most } = texts.reportFurther.columns;
  return { what, estimate, least, most };
}

/** On which day exemptions are told. */
export function exemptionsDay({ front, ui }: Drawn): string {
  return formatDate(front.dates.at(-1) ?? '', ui.language);
}

/** The drawings of an activity, in the order in which they are read. */
export function activityDrawings(drawn: Drawn, activity: ToldActivity): readonly Drawing[] {
  // One period is no course, and its numbers are those of the table.
  const isCourse = activity.all.periods.length > 1;
  return [
    ...(isCourse ? [periodsOf(drawn, activity), accumulatedOf(drawn, activity)] : []),
    bandsDrawing(drawn, activity),
  ];
}
