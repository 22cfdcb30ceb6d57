/** Writes the programme's two tables of a profile, in Danish, to be pasted into Word or a spreadsheet. */
import { wordTableWords as words } from '../../i18n/phrases/word-table-words.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import {
  describeCriterion,
  queryTypes,
  resolveCodes,
  textIn,
  type Codes,
  type Criterion,
  type Profile,
} from '../../profile/index.ts';
import { normalizeSystem, parsePeriod, systemOf, type RecordType } from '../../record/index.ts';

/** One row: what stands in each of its three cells, line by line. */
export type WrittenRow = readonly [readonly string[], readonly string[], readonly string[]];

/** The tables with the lines above them. */
export interface WrittenWordTable {
  readonly title: string;
  readonly purpose: readonly string[];
  /** Each with its head. */
  readonly tables: readonly (readonly WrittenRow[])[];
}

export function writeWordTable(profile: Profile): WrittenWordTable {
  const { population, information } = profile;
  const rows = (label: string, criterion: Criterion | undefined): readonly WrittenRow[] =>
    criterion
      ? bracketsOf(criterion, profile).map(([description, rules], index) => [
          index === 0 ? [label] : [],
          description,
          rules,
        ])
      : [];
  const items = information.map((item): WrittenRow => {
    const title = textIn(item.title, 'da');
    const rules = item.type === 'patient' || !item.codes ? [] : rulesOf(item.codes, profile);
    const asked = item.type === 'patient' ? '' : windowWords(item.when);
    return [[words.types[item.type]], [`${title}${asked}`], rules];
  });
  return {
    title: textIn(profile.title, 'da'),
    purpose: profile.purpose.map((each) => textIn(each, 'da')),
    tables: [
      [
        head(words.criteria),
        ...rows(words.include, population.include),
        ...rows(words.exclude, population.exclude),
      ],
      ...(items.length > 0 ? [[head(words.dataTypes), ...items]] : []),
    ],
  };
}

const head = (first: string): WrittenRow => [[first], [words.description], [words.rules]];

type Described = readonly [description: readonly string[], rules: readonly string[]];

/** A row holds together what is in it: of criteria that all must be met, a choice is a row of its own. */
function bracketsOf(criterion: Criterion, profile: Profile): readonly Described[] {
  if (!('all' in criterion) || !criterion.all.some((each) => 'any' in each))
    return [sequenceOf(criterion, profile)];
  return criterion.all.map((each, index) => {
    const [description, rules] = sequenceOf(each, profile);
    return [[...(index > 0 ? [words.and] : []), ...description], rules];
  });
}

/** Criteria one after the other, with the word that joins each to the one before. */
function sequenceOf(criterion: Criterion, profile: Profile): Described {
  const [word, parts] =
    'any' in criterion
      ? ([words.or, criterion.any] as const)
      : 'all' in criterion
        ? ([words.and, criterion.all] as const)
        : (['', [criterion]] as const);
  const described = parts.map((part): Described => {
    if (word === words.or && 'all' in part && part.all.every(isPlain))
      return sequenceOf(part, profile);
    return leafOf(part, profile);
  });
  const join = (lines: readonly (readonly string[])[]) =>
    lines.flatMap((each, index) => [...(index > 0 ? [word] : []), ...each]);
  const rules = described.map(([, each]) => each).filter((each) => each.length > 0);
  return [join(described.map(([text]) => text)), join(rules)];
}

function isPlain(criterion: Criterion): boolean {
  return !('all' in criterion) && !('any' in criterion);
}

const asks: Partial<Record<RecordType, readonly [has: string, lacks: string]>> = words.asks;

function leafOf(criterion: Criterion, profile: Profile): Described {
  const [inner, isNot] = 'not' in criterion ? [criterion.not, true] : [criterion, false];
  for (const type of queryTypes) {
    const query = (inner as unknown as JsonObject)[type];
    const asked = asks[type]?.[isNot ? 1 : 0];
    if (!isObject(query) || asked === undefined || !isSimple(query)) continue;
    const { count, when, codes } = query;
    const times = isObject(count) ? words.times(Number(count.min)) : '';
    return [[`${asked}${windowWords(when)}${times}`], rulesOf(codes as Codes, profile)];
  }
  const ofPatient = 'patient' in criterion ? patientWords(criterion.patient) : undefined;
  if (ofPatient !== undefined) return [[ofPatient], []];
  const rules = codesIn(criterion).flatMap((codes) => rulesOf(codes, profile));
  return [[words.special(describeCriterion(criterion, profile, 'da'))], [...new Set(rules)]];
}

function isSimple({ codes, when, count, ...rest }: JsonObject): boolean {
  const counted =
    count === undefined ||
    (isObject(count) && typeof count.min === 'number' && Object.keys(count).length === 1);
  return (
    codes !== undefined &&
    counted &&
    Object.keys(rest).length === 0 &&
    (when === undefined || windowWords(when) !== '')
  );
}

function patientWords(query: object): string | undefined {
  const { age, sex, ...rest } = query as JsonObject;
  if (Object.keys(rest).length > 0) return undefined;
  const named = sex === 'female' || sex === 'male' ? [words.sexes[sex]] : [];
  if (age === undefined) return named[0];
  if (!isObject(age)) return undefined;
  const { min, max, ...more } = age;
  if (Object.keys(more).length > 0) return undefined;
  const range = ageWords(min, max);
  return range === undefined ? undefined : [...named, range].join(', ');
}

function ageWords(min: unknown, max: unknown): string | undefined {
  if (typeof min === 'number' && typeof max === 'number') return words.ages.between(min, max);
  if (typeof min === 'number') return max === undefined ? words.ages.from(min) : undefined;
  return typeof max === 'number' && min === undefined ? words.ages.to(max) : undefined;
}

const units = ['years', 'months', 'weeks', 'days'] as const;

/** The days that are asked of, where it is not the default and can be said. */
function windowWords(when: unknown): string {
  if (when === 'ever') return words.ever;
  if (when === 'now') return words.now;
  const period =
    isObject(when) && typeof when.last === 'string' ? parsePeriod(when.last) : undefined;
  const given = period ? units.filter((unit) => period[unit] > 0) : [];
  const [only] = given;
  return period && only && given.length === 1 ? words.last(period[only], only) : '';
}

/** `ICPC-2: P70, P20 undtagen P20.1`, a line for each system. */
function rulesOf(codes: Codes, profile: Profile): readonly string[] {
  return resolveCodes(profile, codes).map(({ system, include, exclude = [] }) => {
    const except = exclude.length > 0 ? words.except(exclude.join(', ')) : '';
    return `${titleOf(system)}: ${include.join(', ')}${except}`;
  });
}

function titleOf(given: string): string {
  const system = normalizeSystem(given);
  const named: Readonly<Record<string, string>> = words.systems;
  return named[system] ?? systemOf(system)?.title ?? given;
}

function codesIn(value: unknown): readonly Codes[] {
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'codes' ? [part as Codes] : codesIn(part),
  );
}

/**
 * As a spreadsheet copies it: cells between tabs, those of several lines between quotes. What would be a formula begins
 * with an apostrophe.
 */
export function wordTableAsText({ title, purpose, tables }: WrittenWordTable): string {
  const cell = (lines: readonly string[]) => {
    const text = lines
      .join('\n')
      .replaceAll('\t', ' ')
      .replace(/^(?=[=+@-])/u, "'");
    return /[\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = tables.map((table) => table.map((row) => row.map(cell).join('\t')).join('\n'));
  return [title, [words.purpose, ...purpose.map((each) => `• ${each}`)].join('\n'), ...rows].join(
    '\n\n',
  );
}

/** As Word and browsers copy it. Every text is escaped: it stands there as text. */
export function wordTableAsHtml({ title, purpose, tables }: WrittenWordTable): string {
  const cell = (name: string) => (lines: readonly string[]) =>
    `<${name}>${lines.map(escaped).join('<br>')}</${name}>`;
  const row = (cells: WrittenRow, index: number) =>
    `<tr>${cells.map(cell(index === 0 ? 'th' : 'td')).join('')}</tr>`;
  return [
    `<h1>${escaped(title)}</h1>`,
    `<h2>${words.purpose}</h2><ul>${purpose.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>`,
    ...tables.map((rows) => `<table border="1">${rows.map(row).join('')}</table>`),
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
