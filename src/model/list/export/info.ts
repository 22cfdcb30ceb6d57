import type { ExportInfo } from '../../../export/index.ts';
import { combinationOf, knownHash, textIn, type Language } from '../../../profile/index.ts';
import { dataTypes, requireDate } from '../../../record/index.ts';
import { describeCoverage, describeUpdated } from '../../describe/coverage.ts';
import { sentence } from '../../../i18n/language.ts';
import { exportPhrases } from '../../../i18n/phrases/export.ts';
import { typeTitle } from '../../../i18n/record-types.ts';
import {
  describeApproval,
  describeGap,
  describeProblem,
  describeValidity,
  formatDate,
} from '../../describe/index.ts';
import { describeView } from '../../describe/view.ts';
import type { PopulationList } from '../list.ts';
import { figureOf } from '../figure.ts';
import type { ListedPopulation } from './listed.ts';

/** What the reader of the file must know of the list. */
export function describeListed(listed: ListedPopulation): readonly ExportInfo[] {
  const { sources, away } = describeSources(listed);
  return [
    ...describeMaker(listed),
    ...describeExtent(listed),
    ...describeDoubts(listed),
    ...sources,
    ...away,
  ];
}

/** The same for the reader of the paper: what must be known before the first patient, and what can wait. */
export function describeListedOnPaper(listed: ListedPopulation): {
  readonly extent: readonly ExportInfo[];
  readonly doubts: readonly ExportInfo[];
  readonly rest: readonly ExportInfo[];
} {
  const { sources, away } = describeSources(listed);
  return {
    extent: describeExtent(listed),
    doubts: [...describeDoubts(listed), ...away],
    rest: [...describeMaker(listed), ...sources],
  };
}

/** Which profile made the list, and what for. */
function describeMaker({ list }: ListedPopulation): readonly ExportInfo[] {
  const { population, language } = list;
  const { profile, asOf } = population;
  const text = exportPhrases[language];
  const label = text.info;
  const draft = profile.status === 'draft' ? ` (${text.draft})` : '';
  const parts = combinationOf(profile);
  // Of a combined list each profile has a version of its own, and who vouches for it.
  const made = parts
    ? [
        ...line(label.profile, textIn(profile.title, language) + draft),
        ...parts.flatMap(({ id, version, title }) =>
          line(label.profile, `${textIn(title, language)} (${id} ${version})`),
        ),
        ...line(label.definition, knownHash(profile)),
      ]
    : [
        ...line(label.profile, `${textIn(profile.title, language)} (${profile.id})`),
        ...line(label.version, profile.version + draft),
        ...line(label.definition, knownHash(profile)),
        ...line(label.approval, describeApproval(profile, asOf, language)),
      ];
  return [
    ...made,
    ...profile.purpose.flatMap((each) => line(label.purpose, textIn(each, language))),
  ];
}

/** On which day, of whom, and which of them are shown in which order. */
function describeExtent(listed: ListedPopulation): readonly ExportInfo[] {
  const { list, rows, view, isChosen, only, description, titleOf } = listed;
  const { population, patients, notFetched, tab, language } = list;
  const { asOf, members, undecided } = population;
  const { yes, unknown, of } = figureOf(members.length, undecided.length, patients);
  const text = exportPhrases[language];
  const label = text.info;
  const { filters, sort } = describeView(list, view, titleOf);
  const narrowed = isChosen ? [text.chosenOnly] : [...(only ? [only] : []), ...filters];
  return [
    ...line(label.asOf, formatDate(asOf, language)),
    ...line(label.clinic, description.name),
    ...line(label.shows, text.shown(rows.length, population[tab].length, text.tabs[tab])),
    ...line(
      label.members,
      notFetched !== 0
        ? text.ofFetched(
            ...([yes, of, patients] as const),
            notFetched === 'unknown' ? undefined : notFetched,
          )
        : of === patients
          ? text.ofPatients(yes, patients)
          : text.ofDecided(yes, of, patients),
    ),
    ...line(label.undecided, (notFetched === 0 ? text.beside : text.besideOfFetched)(unknown)),
    ...line(text.exempted, list.hasExempt && tab === 'members' ? text.withExempted : undefined),
    ...line(label.filters, narrowed.join('; ') || text.noFilters),
    ...line(label.sort, sort),
  ];
}

/** Why the list may not be the whole truth. */
function describeDoubts({
  list,
  problems = [],
  gaps = [],
}: ListedPopulation): readonly ExportInfo[] {
  const { population, language } = list;
  const label = exportPhrases[language].info;
  return [
    ...line(label.problem, describeValidity(population.profile, population.asOf, language)),
    ...gaps.flatMap((gap) => line(label.problem, `${sentence(describeGap(gap, language))}.`)),
    ...problems.flatMap((problem) => line(label.problem, describeProblem(problem, language))),
  ];
}

/** From where the data come, and how fresh they are; apart, which of the sources do not answer. */
function describeSources({ list, description }: ListedPopulation): {
  readonly sources: readonly ExportInfo[];
  readonly away: readonly ExportInfo[];
} {
  const { population, language } = list;
  const { asOf } = population;
  const text = exportPhrases[language];
  const coverage = dataTypes.flatMap((type) =>
    line(
      text.coverage(typeTitle(type, language)),
      describeCoverage(description.coverage[type], asOf, language),
    ),
  );
  const told = (isAvailable: boolean) =>
    (description.sources ?? [])
      .filter(({ available }) => available === isAvailable)
      .flatMap(({ title, types, updated }) =>
        line(
          text.source(textIn(title, language)),
          [
            types.map((type) => typeTitle(type, language)).join(', '),
            isAvailable ? '' : text.sourceAway,
            updated === undefined ? '' : describeUpdated(updated, asOf, language),
          ]
            .filter(Boolean)
            .join('; '),
        ),
      );
  return { sources: [...coverage, ...told(true)], away: told(false) };
}

/** One line of what is said; none without a value. */
export function line(label: string, value: string | undefined): readonly ExportInfo[] {
  return value ? [{ label, value }] : [];
}

/**
 * `24. nov. 2026 kl. 09.30`, as written: in the exporter's own time.
 *
 * @throws {RangeError} of an `at` that does not begin with a date of the calendar (R26).
 */
export function exportedAt(at: string, language: Language): string {
  const time = /T(\d\d:\d\d)/.exec(at)?.[1];
  const date = formatDate(requireDate(at.slice(0, 10), 'Time of the export'), language);
  return time === undefined ? date : `${date} ${exportPhrases[language].clock(time)}`;
}

/** The profile's title, or that these are the ones who cannot be decided. */
export function titleOfList({ population, tab, language }: PopulationList): string {
  const title = textIn(population.profile.title, language);
  return tab === 'members' ? title : exportPhrases[language].undecidedTitle(title);
}
