/** What shows only in the data as a whole: a mistake that no single record tells of. */
import {
  compile,
  contentsOf,
  foreignCodes,
  oddities,
  resultsByUnit,
  systemsAsked,
} from '../../engine/index.ts';
import { adviseOn } from '../../model/describe/advice.ts';
import { normalizeSource } from '../../record/codes.ts';
import {
  isKnownUnit,
  isSeldom,
  isSpan,
  listNames,
  normalizeSystem,
  normalizeUnit,
  recordTypes,
  systemOf,
  type DataType,
  type Hint,
  type RecordType,
} from '../../record/index.ts';
import { codeKey } from '../places.ts';
import type { Survey, TypeCount } from '../survey.ts';
import { namesOf } from '../tally.ts';
import type { ConformanceFinding } from '../types.ts';
import { counted, grouped, judged, omitted, shareOf, skipped } from '../verdicts.ts';
import { nounOf, ofHints, overTolerance, tolerated } from './findings.ts';
import { shall, should, type Requirement } from './requirement.ts';

export const wholeRequirements: readonly Requirement[] = [
  shall(
    'DAT-26',
    {
      source: 'dates',
      da: 'Tidspunkter er danske, ikke UTC',
      en: 'Moments are local, not UTC',
      text: 'Dates SHALL NOT be local midnights told in UTC (`T22:00Z`, `T23:00Z`): each counts as the day before.',
    },
    async (trial) => judged(ofHints(await trial.survey(), 'shifted-date')),
  ),
  should(
    'DAT-27',
    {
      source: 'dates',
      da: 'Ydelser ligger på hverdage',
      en: 'Services lie on working days',
      text: 'Services SHOULD lie on the days on which the clinic is open: as many on Sundays as on any other day, and few on Fridays, is what a day too early looks like.',
    },
    async (trial) => {
      const { weekdays } = (await trial.survey()).types.service;
      const all = weekdays.reduce((sum, count) => sum + count, 0);
      if (all < enough) return skipped('There are too few services to tell.');
      const [, , , , friday = 0, , sunday = 0] = weekdays;
      const early = sunday > share.day * all && friday < sunday / 2;
      const [monday = 0, , , , , saturday = 0] = weekdays;
      const late = saturday > share.day * all && monday < saturday / 2;
      if (!early && !late) return judged([]);
      return judged([
        {
          seen: `${shareOf(early ? sunday : saturday, all)} of ${counted(all, 'service')} lie on ${early ? 'Sundays' : 'Saturdays'}, and ${shareOf(early ? friday : monday, all)} on ${early ? 'Fridays' : 'Mondays'}.`,
          where: 'services.at',
          fix: 'Write the date as the database has it: `toISOString()` and JSON turn a Danish midnight into the evening before.',
        },
      ]);
    },
  ),
  should(
    'DAT-28',
    {
      source: 'dates',
      da: 'Alt er ikke dateret samme dag',
      en: 'Not everything is of one day',
      text: 'The records of a type SHOULD NOT all be of one day: that is when they were imported, not when they happened.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(
        ofTypes(survey, ({ days, entries, lists }, type) => {
          const most = Math.max(0, ...days.values());
          if (entries < few || lists < 20 || most <= share.most * entries) return undefined;
          const [day] = [...days].find(([, count]) => count === most) ?? [''];
          return `${grouped(most)} of ${counted(entries, ...nounOf(type))} (${shareOf(most, entries)}) are of one day, ${day}.`;
        }).map(([type, seen]) => ({
          seen,
          where: `${listNames[type]}.${isSpan(type) ? 'from' : 'at'}`,
          fix: 'Use the day of the event, not that of its registration or import.',
        })),
      );
    },
  ),
  should(
    'DAT-29',
    {
      source: 'dates',
      da: 'Intet ligger langt ude i fremtiden',
      en: 'Nothing lies far ahead',
      text: 'Dates SHOULD NOT lie further ahead than such records are written: a two-digit year in the wrong century, or year and month in each other’s places.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(
        ofOddities(trial, survey, 'far-ahead', (type) => {
          if (type === 'patient') return { where: 'patient.birthDate, patient.deceased' };
          const years = yearsAhead(survey.types[type].days, trial.options.asOf);
          return {
            where: `${listNames[type]}.${isSpan(type) ? 'from' : 'at'}`,
            also: years === '' ? '' : ` Dates to come lie in ${years}.`,
          };
        }),
      );
    },
  ),
  shall(
    'DAT-30',
    {
      source: 'coverage',
      da: 'Der kommer noget af det, der er dækket',
      en: 'Something comes of what is covered',
      text: 'A type that coverage says is available SHALL NOT be empty for the whole clinic: *no* would be told of everyone.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const { coverage } = await trial.description();
      if (survey.patients < few) return skipped('There are too few patients to tell.');
      const misnamed = new Set(
        survey.rejections.filter(({ isRecord }) => !isRecord).map(({ type }) => type),
      );
      return judged(
        recordTypes
          .filter(
            (type) =>
              coverage[type]?.available &&
              !isSeldom(type) &&
              !misnamed.has(type) &&
              survey.types[type].entries === 0,
          )
          .map((type) => ({
            seen: `\`coverage.${type}\` says that it is available, and ${survey.types[type].lists === 0 ? `none of ${counted(survey.patients, 'patient')} brings the list` : `the list is empty of all ${counted(survey.types[type].lists, 'patient')} who bring it`}.`,
            where: listNames[type],
            fix: 'Hand it over, or say `available: false` of it, so that *unknown* is told and not *no*.',
          })),
      );
    },
  ),
  should(
    'DAT-31',
    {
      source: 'coverage',
      da: 'Der kommer intet af det, der ikke er dækket',
      en: 'Nothing comes of what is not covered',
      text: 'A type that coverage says is not available SHOULD NOT come: what it proves is proven, and everything else stays unknown.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const { coverage } = await trial.description();
      return judged(
        recordTypes
          .filter((type) => coverage[type]?.available === false && survey.types[type].entries > 0)
          .map((type) => ({
            seen: `${counted(survey.types[type].entries, ...nounOf(type))} came, and the type is said not to be available.`,
            where: `/coverage/${type}`,
            fix: 'Say `available: true` where all of the clinic’s come.',
          })),
      );
    },
  ),
  should(
    'DAT-32',
    {
      source: 'dates',
      da: 'Behandlinger varer længere end en dag',
      en: 'Treatments last longer than a day',
      text: '`to` SHOULD be the day on which a medicine ended, not the one on which it began.',
    },
    async (trial) => {
      const { ended, sameDay, entries } = (await trial.survey()).types.medication;
      if (entries < few) return skipped('There are too few medicines to tell.');
      if (ended < few || sameDay <= share.most * ended) return judged([]);
      return judged([
        {
          seen: `${grouped(sameDay)} of ${counted(ended, 'medicine')} that have ended did so on the day on which they began.`,
          where: 'medications.to',
          fix: 'Leave `to` out of what goes on, and give the last day of treatment otherwise: not the day of prescription.',
        },
      ]);
    },
  ),
  should(
    'DAT-33',
    {
      source: 'dates',
      da: 'Noget medicin er ophørt',
      en: 'Some medicines have ended',
      text: 'Medicines that have ended SHOULD have a `to`: where none has, all that was ever given counts as given now.',
    },
    async (trial) => {
      const { ended, entries, days } = (await trial.survey()).types.medication;
      const known = [...days.values()].reduce((sum, count) => sum + count, 0);
      // What cannot be read is told where it is: here only what is known counts.
      if (known < 2 * few || known < entries / 2)
        return skipped('There are too few medicines to tell.');
      const old = oldOf(days, trial.options.asOf);
      if (ended > 0 || old < known / 4) return judged([]);
      return judged([
        {
          seen: `None of ${counted(known, 'medicine')} has ended, and ${grouped(old)} of them began more than two years ago.`,
          where: 'medications.to',
          fix: 'Give the last day of treatment in `to`; leave out what was only ever a draft.',
        },
      ]);
    },
  ),
  should(
    'DAT-34',
    {
      source: 'records-of-every-type',
      da: 'Hver oplysning kommer én gang',
      en: 'Each record comes once',
      text: 'A record SHOULD come once: the same code, day and value twice is counted twice.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(
        ofTypes(survey, ({ doubles, doubleCodes, entries }, type) =>
          doubles > share.doubles * entries
            ? `${grouped(doubles)} of ${counted(entries, ...nounOf(type))} (${shareOf(doubles, entries)}) are there already, word for word.${ofCodes(survey.sayCodes(doubleCodes.entries, type))}`
            : undefined,
        ).map(([type, seen]) => ({
          seen,
          where: listNames[type],
          fix: 'Take each record once: a join over two tables has a row for each pair.',
        })),
      );
    },
  ),
  shall(
    'DAT-35',
    {
      source: 'codes',
      da: 'Koder ligner deres system',
      en: 'Codes look like their system',
      text: 'A code SHALL look like one of the system that it stands in: one of another system is never found, and *no* is told.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(
        foreignCodes(survey.clinic).flatMap(({ type, system, records, codes }) => {
          const all = survey.types[type].entries;
          if (records <= share.foreign * all) return [];
          const title = systemOf(system)?.title ?? system;
          return [
            {
              seen: `The codes of ${grouped(records)} of ${counted(all, ...nounOf(type))} (${shareOf(records, all)}) do not look like ${title}: ${listed(codes.map((code) => survey.speech.say(code)))}.`,
              where: `${listNames[type]}.code`,
              fix: adviseOn({
                kind: 'foreign-codes',
                field: listNames[type],
                meant: title,
                count: records,
              }),
            },
          ];
        }),
      );
    },
  ),
  should(
    'DAT-36',
    {
      source: 'codes',
      da: 'Kodesystemer er kendte',
      en: 'Code systems are known',
      text: 'A `system` SHOULD be one of the table, by any of its names; the clinic’s own codes are `local`.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(
        ofTypes(survey, ({ systems, entries }, type) => {
          const unknown = [...systems.values()].reduce((sum, count) => sum + count, 0);
          return unknown > tolerated(entries, entries)
            ? `${grouped(unknown)} of ${counted(entries, ...nounOf(type))} (${shareOf(unknown, entries)}) name a system that is in no table: ${namesOf(sortedOf(systems).map(([name, count]) => [survey.speech.say(name), count]))}.`
            : undefined;
        }).map(([type, seen]) => ({
          seen,
          where: `${listNames[type]}.system`,
          fix: 'Name it as the table of systems does (by name, OID or FHIR address), or `local` for the clinic’s own.',
        })),
      );
    },
  ),
  should(
    'DAT-37',
    {
      source: 'codes',
      da: 'Medicin har en kode',
      en: 'Medicines have a code',
      text: 'Medicines SHOULD have an ATC code: one with a text alone leaves in doubt whatever asks for medicines by code.',
    },
    async (trial) => {
      const { texts, entries } = (await trial.survey()).types.medication;
      if (entries < few) return skipped('There are too few medicines to tell.');
      return overTolerance(
        texts,
        entries,
        {
          seen: `${grouped(texts)} of ${counted(entries, 'medicine')} (${shareOf(texts, entries)}) have a text and no code.`,
          where: 'medications.code',
          fix: 'Look the ATC code up by the package’s number; leave it out only of what has none (magistral medicines).',
        },
        share.uncoded,
      );
    },
  ),
  shall(
    'DAT-38',
    {
      source: 'values',
      da: 'Tal er tal',
      en: 'Numbers are numbers',
      text: 'A value that is a number SHALL be one: `7.5`, with `comparator` for `<` and `>` and `unit` for the unit. A text that looks like a number answers no question about numbers.',
    },
    async (trial) => judged(ofHints(await trial.survey(), 'number-as-text')),
  ),
  should(
    'DAT-39',
    {
      source: 'values',
      da: 'Blandt tal er der ikke tekster',
      en: 'There are no texts among numbers',
      text: 'Where most results of a code are numbers, the others SHOULD be: what was not measured is left out.',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(
        ofOddities(trial, survey, 'text-among-numbers', () => ({
          where: 'results.value',
          also: ofCodes(codesWhere(survey, ({ numbers, texts }) => (numbers > texts ? texts : 0))),
        })),
      );
    },
  ),
  should(
    'DAT-40',
    {
      source: 'values',
      da: 'Enheder kendes',
      en: 'Units are known',
      text: 'A `unit` SHOULD be one of the table: one that nobody knows is not converted, and bounds in another are undecided.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const unknown = resultsByUnit(
        survey.clinic,
        (unit) => normalizeUnit(unit) !== '' && !isKnownUnit(unit),
      );
      const results = unknown.reduce((sum, each) => sum + each.results, 0);
      const all = survey.types.result.entries;
      return overTolerance(
        results,
        all,
        {
          seen: `${grouped(results)} of ${counted(all, 'result')} (${shareOf(results, all)}) have a unit that is in no table: ${unknown
            .slice(0, 5)
            .map(
              ({ unit, results: count, codes: [first] }) =>
                `${survey.speech.say(unit)} (${grouped(count)}${first ? `, ${survey.sayCode(codeKey(first.system, first.code), 'result')}` : ''})`,
            )
            .join(
              ', ',
            )}${unknown.length > 5 ? ` and ${counted(unknown.length - 5, 'other')}` : ''}.`,
          where: 'results.unit',
          fix: 'Write units as the laboratory does (`mmol/L`, `10^9/L`), without the name of what was measured, and leave the unit out of what has none.',
        },
        share.units,
      );
    },
  ),
  should(
    'DAT-41',
    {
      source: 'values',
      da: 'Tal har deres enhed',
      en: 'Numbers have their unit',
      text: 'A number SHOULD have its `unit`: without it the number is taken to be in the profile’s.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const { units } = survey;
      let numbers = 0;
      let without = 0;
      for (const count of units.values()) {
        numbers += count.numbers;
        without += count.numbers - count.withUnit;
      }
      if (numbers < few) return skipped('There are too few results to tell.');
      return overTolerance(
        without,
        numbers,
        {
          seen: `${grouped(without)} of ${counted(numbers, 'number')} (${shareOf(without, numbers)}) have no unit.${ofCodes(codesWhere(survey, ({ numbers: all, withUnit }) => all - withUnit))}`,
          where: 'results.unit',
          fix: 'Hand the unit over as it stands beside the number: 48 mmol/mol is another answer than 48 %.',
        },
        share.withoutUnit,
      );
    },
  ),
  // A name read wrong is another name on the list, and a textual result read wrong meets no condition: *no* is told.
  shall(
    'DAT-42',
    {
      source: 'texts',
      da: 'Tekster er læst i det rigtige tegnsæt',
      en: 'Texts are in the right encoding',
      text: 'Texts SHALL be plain: neither UTF-8 read as Latin-1 (`Ã¸`), nor with characters lost, nor markup (`&aelig;`, `<b>`).',
    },
    async (trial) => {
      const survey = await trial.survey();
      return judged(spoiltTexts(survey));
    },
  ),
  should(
    'DAT-43',
    {
      source: 'texts',
      da: 'Tekster har ingen skjulte tegn',
      en: 'Texts have no hidden characters',
      text: 'Texts SHOULD have no controls, nor characters that turn the direction of a text: they are taken out.',
    },
    async (trial) => {
      const survey = await trial.survey();
      if (spoiltTexts(survey).length > 0)
        return skipped('Texts are in another encoding (DAT-42), which makes controls of letters.');
      return judged(ofHints(survey, 'hidden-characters'));
    },
  ),
  should(
    'DAT-44',
    {
      source: 'coverage',
      da: 'Oplysningernes kilder er beskrevet',
      en: 'The sources that records name are described',
      text: 'A `source` that records name SHOULD be described, in `sources` or in coverage: by it one sees what is missing while it is away.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const { sources } = survey;
      const { sources: described = [], coverage } = await trial.description();
      if (sources.size === 0) return omitted('No record names a source.');
      const known = new Set(
        [
          ...described.map(({ id }) => id),
          ...Object.values(coverage).map((each) => each.source ?? ''),
        ].map(normalizeSource),
      );
      const unknown = [...sources].filter(([source]) => !known.has(normalizeSource(source)));
      const records = unknown.reduce((sum, [, count]) => sum + count, 0);
      const all = [...sources.values()].reduce((sum, count) => sum + count, 0);
      return overTolerance(records, all, {
        seen: `${grouped(records)} of ${counted(all, 'record')} name a source that is not described: ${namesOf(sortedOf(new Map(unknown)).map(([name, count]) => [survey.speech.say(name), count]))}.`,
        where: '/sources',
        fix: 'Describe each source with the same id as the records have.',
      });
    },
  ),
  should(
    'DAT-45',
    {
      source: 'codes',
      da: 'Det, profilerne spørger om, findes',
      en: 'What the profiles ask for is there',
      text: 'Of each code set that a profile asks for, the clinic SHOULD have records in one of its systems, or say that the type is not available.',
    },
    async (trial) => {
      const survey = await trial.survey();
      const { coverage } = await trial.description();
      const { profiles, options } = trial;
      if (profiles.length === 0) return omitted('The run was given no profile.');
      const contents = contentsOf(survey.clinic);
      const gaps = new Map<RecordType, Set<string>>();
      for (const profile of profiles)
        for (const { type, systems } of systemsAsked(compile(profile), options.asOf)) {
          const asked = systems.map(normalizeSystem);
          const { records, systems: held } = contents[type];
          if (coverage[type]?.available === false || records < few) continue;
          if (asked.some((system) => held.has(system))) continue;
          const title = [...new Set(asked.map((each) => systemOf(each)?.title ?? each))].join(', ');
          gaps.set(type, (gaps.get(type) ?? new Set()).add(title));
        }
      return judged(
        [...gaps].map(([type, titles]) => {
          const title = [...titles].join('; or in ');
          const held = [...contents[type].systems].map(
            ([system, { records }]) =>
              [systemOf(system)?.title ?? survey.speech.say(system), records] as const,
          );
          return {
            seen: `${counted(survey.types[type].entries, ...nounOf(type))} came, none of them in ${title}: they are in ${namesOf(held)}.`,
            where: `${listNames[type]}.system`,
            fix: adviseOn({
              kind: 'no-code-in-system',
              field: listNames[type],
              meant: title,
              count: survey.types[type].entries,
            }),
          };
        }),
      );
    },
  ),
];

/** From so many on a share tells something. */
const few = 50;
const enough = 200;

const share = {
  /** Of services on a day on which the clinic is closed. */
  day: 0.1,
  most: 0.9,
  doubles: 0.02,
  foreign: 0.02,
  uncoded: 0.1,
  units: 0.02,
  withoutUnit: 0.2,
} as const;

function spoiltTexts({ spoilt, patients }: Survey): readonly ConformanceFinding[] {
  return [...spoilt]
    .filter(([, { count }]) => count > tolerated(patients, patients))
    .map(([field, { count, signs }]) => ({
      seen: `${counted(count, 'text')} with characters of another encoding, or markup: ${namesOf(signs.entries)}.`,
      where: field,
      fix: 'Read the source in its own encoding, and hand over text: what looks like markup is shown as it stands.',
    }));
}

function ofTypes(
  survey: Survey,
  tell: (count: TypeCount, type: RecordType) => string | undefined,
): readonly (readonly [RecordType, string])[] {
  return recordTypes.flatMap((type) => {
    const seen = tell(survey.types[type], type);
    return seen === undefined ? [] : [[type, seen] as const];
  });
}

/** Tells what looks odd against the whole, where it is more than journals hold. */
function ofOddities(
  trial: Parameters<Requirement['check']>[0],
  survey: Survey,
  kind: Hint['kind'],
  more: (type: DataType) => { readonly where: string; readonly also?: string },
): readonly ConformanceFinding[] {
  return oddities(survey.clinic, trial.options.asOf)
    .filter((each) => each.kind === kind)
    .flatMap(({ type, count, patientIds }) => {
      const all = survey.entriesOf(type);
      if (count <= tolerated(all, survey.patients)) return [];
      const { where, also = '' } = more(type);
      return [
        {
          seen: `${grouped(count)} of ${counted(all, ...nounOf(type))} (${shareOf(count, all)}), of ${counted(patientIds.length, 'patient')}.${also}`,
          where,
          fix: adviseOn({ kind, field: where, count: 1 }),
        },
      ];
    });
}

function ofCodes(codes: string): string {
  return codes === '' ? '' : ` Codes: ${codes}.`;
}

/** The codes of results of which some are so, the most of them first. */
function codesWhere(
  survey: Survey,
  count: (units: {
    readonly numbers: number;
    readonly withUnit: number;
    readonly texts: number;
  }) => number,
): string {
  const counts = [...survey.units]
    .map(([key, units]) => [key, count(units)] as const)
    .filter(([, some]) => some > 0);
  return survey.sayCodes(sortedOf(new Map(counts)), 'result');
}

function sortedOf(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** `a, b, c and 4 others`. */
function listed(words: readonly string[]): string {
  const told = [...new Set(words)];
  const left = told.length - mostListed;
  return told.slice(0, mostListed).join(', ') + (left > 0 ? ` and ${counted(left, 'other')}` : '');
}

const mostListed = 5;

/** `2027`, `2027 to 2099`: the years in which days lie that are to come; empty where none is known. */
function yearsAhead(days: ReadonlyMap<string, number>, asOf: string): string {
  const ahead = [...days.keys()].filter((day) => day > asOf).sort();
  const [first, last] = [ahead[0]?.slice(0, 4) ?? '', ahead.at(-1)?.slice(0, 4) ?? ''];
  return first === last ? first : `${first} to ${last}`;
}

/** How many records began more than two years before a day. */
function oldOf(days: ReadonlyMap<string, number>, asOf: string): number {
  const limit = `${Number(asOf.slice(0, 4)) - 2}${asOf.slice(4)}`;
  let old = 0;
  for (const [day, count] of days) if (day < limit) old += count;
  return old;
}
