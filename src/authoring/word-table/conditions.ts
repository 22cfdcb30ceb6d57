/**
 * Reads what the column *Beskrivelse* asks beside codes: age, sex, days and counts. What it asks and is not read is
 * answered as it stands, so that nothing is left out unseen.
 */
import { isObject } from '../../json/values.ts';

export interface Conditions {
  /** A `patient` query, where age or sex is asked. */
  readonly patient: Readonly<Record<string, unknown>> | undefined;
  /** The window of the records that are asked for, as a profile has it. */
  readonly when: unknown;
  readonly count: { readonly min: number } | undefined;
  /** Bounds of a result, and whether it is said that the latest is judged. */
  readonly value: { readonly bounds: object; readonly isLatest: boolean } | undefined;
  /** The part begins with *ikke* or *uden*. */
  readonly isNegated: boolean;
  /** Asks for something that was not read. */
  readonly isUnread: boolean;
  /** An age that does not say whether the year itself is in it, with what it was read as. */
  readonly doubtful: string | undefined;
}

const numberWords: Readonly<Record<string, number>> = {
  ...{ en: 1, én: 1, et: 1, ét: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8 },
  ...{ ni: 9, ti: 10, elleve: 11, tolv: 12, one: 1, two: 2, three: 3, four: 4, five: 5 },
};
const number = `(\\d{1,4}|${Object.keys(numberWords).join('|')})`;
const start = '(?<![\\p{L}\\d])';
const end = '(?![\\p{L}\\d])';
const pattern = (text: string) => new RegExp(`${start}(?:${text})${end}`, 'iu');

const years = '(?:år|years?)';
const ages: readonly (readonly [RegExp, (a: number, b: number) => object, isDoubtful?: true])[] = [
  [
    pattern(
      `(?:mellem |fra |aged )?${number}\\s?(?:-|–|til|og|to|and)\\s?${number}\\s?-?${years}(?:ige)?`,
    ),
    (min, max) => ({ min, max }),
  ],
  [
    pattern(
      `(?:mindst|fyldt|fra|at least)\\s${number}\\s?${years}(?:\\s(?:eller derover|og derover|og opefter|eller ældre|old))?`,
    ),
    (min) => ({ min }),
  ],
  [
    pattern(
      `${number}\\s?${years}(?:\\s(?:eller|og|or|and)\\s(?:derover|opefter|ældre|mere|over|older))`,
    ),
    (min) => ({ min }),
  ],
  [pattern(`${number}\\s?(?:\\+|plus)\\s?-?${years}(?:ige)?`), (min) => ({ min })],
  [
    pattern(`${number}\\s?${years}(?:\\s(?:eller|og|or|and)\\s(?:derunder|yngre|under|younger))`),
    (max) => ({ max }),
  ],
  [pattern(`(?:højst|til og med|at most)\\s${number}\\s?${years}`), (max) => ({ max })],
  [
    pattern(`(?:under|yngre end|below|younger than)\\s${number}\\s?${years}`),
    (below) => ({ max: below - 1 }),
  ],
  [
    pattern(`(?:over|ældre end|above|older than)\\s${number}\\s?${years}`),
    (min) => ({ min }),
    true,
  ],
];
const signedAges: readonly (readonly [RegExp, (years: number) => object])[] = [
  [/(?:≥|>=)\s?(\d{1,3})\s?(?:år|years?)(?!\p{L})/iu, (min) => ({ min })],
  [/(?:≤|<=)\s?(\d{1,3})\s?(?:år|years?)(?!\p{L})/iu, (max) => ({ max })],
  [/>\s?(\d{1,3})\s?(?:år|years?)(?!\p{L})/iu, (above) => ({ min: above + 1 })],
  [/<\s?(\d{1,3})\s?(?:år|years?)(?!\p{L})/iu, (below) => ({ max: below - 1 })],
];

const women = pattern('kvinder|kvindelige|women|females?');
const men = pattern('mænd|mandlige|men|males?');

const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:år|years?)$/iu, 'Y'],
  [/^(?:måned(?:er)?|mdr\.?|months?)$/iu, 'M'],
  [/^(?:uger?|weeks?)$/iu, 'W'],
  [/^(?:dage?|døgn|days?)$/iu, 'D'],
];
const unit = '(år|måned(?:er)?|mdr\\.?|uger?|dage?|døgn|years?|months?|weeks?|days?)';
const within = new RegExp(
  `${start}(?:(?:inden for|indenfor|i løbet af|i|within|in)\\s)?(?:(?:de|det|den|the)\\s)?(?:seneste|sidste|past|last)\\s(?:${number}\\s?)?${unit}${end}`,
  'iu',
);
const ever = pattern('nogensinde|på noget tidspunkt|ever');
const now = pattern('(?:aktuelt?|nuværende|i øjeblikket|for tiden|currently)(?:\\si dag)?');
const times = pattern(
  `(?:mindst|at least)\\s${number}\\s?(?:gange?|times?|registreringer|recordings)`,
);

const valueUnits =
  'mmol/mol|[mµun]mol/l|mg/l|mg/dl|mg/g|g/l|ml/min(?:/1[.,]73 ?m[²2])?|mmhg|%|kg/m[²2]|kg|cm';
const bound = new RegExp(
  `(?:${start}(seneste|sidste|latest)${end}[^,;.]{0,40}?)?(?:(≥|>=|≤|<=|>|<)|${start}(over|under|mindst|højst|mere end|mindre end|above|below|at least|at most)${end})\\s?(\\d{1,6}(?:[.,]\\d{1,4})?)\\s?(${valueUnits})(?![\\p{L}\\d])`,
  'iu',
);
const bounds: readonly (readonly [string, RegExp])[] = [
  ['above', /^(?:>|over|mere end|above)$/iu],
  ['atLeast', /^(?:≥|>=|mindst|at least)$/iu],
  ['below', /^(?:<|under|mindre end|below)$/iu],
  ['atMost', /^(?:≤|<=|højst|at most)$/iu],
];

const negation =
  /^(?:(?:patienter|borgere|personer|som|der|og|er|har|får|have|are|with|med|,)\s+)*(?:ikke|aldrig|uden|ingen|not|never|without|no)(?!\p{L})/iu;

/** Words that ask for something, wherever they stand. */
const asking = pattern(
  [
    ...['inden for', 'indenfor', 'seneste', 'sidste', 'over', 'under', 'mindst', 'højst'],
    ...['mere end', 'mindre end', 'færre', 'flere', 'kun', 'først[e]?', 'ikke', 'uden', 'ingen'],
    ...['nyligt?', 'samtidige?', 'samme', 'gange?', 'før', 'efter', 'siden', 'tidligere', 'både'],
    ...['værdi(?:er)?', 'forhøjet', 'nedsat', 'lavt?', 'højt?', 'hvis', 'når', 'undtagen'],
    ...['within', 'only', 'not', 'without', 'before', 'after', 'above', 'below', 'more than'],
    ...[
      'aktuelt?',
      'nuværende',
      'nogensinde',
      'måneder',
      'år',
      'fraset',
      'medmindre',
      'uanset',
      'særlig regel',
    ],
  ].join('|'),
);

/**
 * @param hasCodes Whether codes stand beside the text: without any all of it is a condition.
 * @param isOfResults Whether all of them are codes of results: then a value can be asked.
 */
export function readConditions(given: string, hasCodes: boolean, isOfResults = false): Conditions {
  let rest = given;
  const take = (found: RegExpExecArray | null) => {
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const isNegated = negation.test(rest.trim());
  if (isNegated) rest = rest.trim().replace(negation, ' ');
  const { age, doubtful } = takeAge(() => rest, take);
  const isWomen = take(women.exec(rest));
  const isMen = take(men.exec(rest));
  const sex = isWomen && isMen ? undefined : isWomen ? 'female' : isMen ? 'male' : undefined;
  const patient = age || sex ? { ...(age ? { age } : {}), ...(sex ? { sex } : {}) } : undefined;
  const when = hasCodes ? takeWindow(() => rest, take) : undefined;
  const [, min] = (hasCodes && take(times.exec(rest))) || [];
  const count = min === undefined ? undefined : { min: toNumber(min) };
  const value = isOfResults ? takeValue(() => rest, take) : undefined;
  const isUnread =
    /(?<![\p{L}\d])\d|[<>≥≤]/u.test(rest) || asking.test(rest) || (!hasCodes && !patient);
  return { patient, when, count, value, isNegated, isUnread, doubtful };
}

type Take = (found: RegExpExecArray | null) => RegExpExecArray | null;

function takeAge(rest: () => string, take: Take) {
  for (const [sign, read] of signedAges) {
    const found = take(sign.exec(rest()));
    if (found) return { age: read(Number(found[1])), doubtful: undefined };
  }
  for (const [words, read, isDoubtful] of ages) {
    const found = take(words.exec(rest()));
    if (!found) continue;
    const age = read(toNumber(found[1]!), toNumber(found[2] ?? '0'));
    return { age, doubtful: isDoubtful ? found[0].trim() : undefined };
  }
  return { age: undefined, doubtful: undefined };
}

function takeWindow(rest: () => string, take: Take): unknown {
  const found = take(within.exec(rest()));
  if (found) {
    const [, count = '1', name = ''] = found;
    const letter = units.find(([words]) => words.test(name))?.[1] ?? 'D';
    return { last: `P${toNumber(count)}${letter}` };
  }
  if (take(ever.exec(rest()))) return 'ever';
  return take(now.exec(rest())) ? 'now' : undefined;
}

function takeValue(rest: () => string, take: Take): Conditions['value'] {
  const found = take(bound.exec(rest()));
  if (!found) return undefined;
  const [, latest, sign, word, number = '', unit = ''] = found;
  const key = bounds.find(([, words]) => words.test(sign ?? word ?? ''))?.[0];
  if (key === undefined) return undefined;
  return {
    bounds: { [key]: Number(number.replace(',', '.')), unit },
    isLatest: latest !== undefined,
  };
}

function toNumber(text: string): number {
  return numberWords[text.toLowerCase()] ?? Number(text);
}

/** A query with what is asked beside its codes. */
export function queryOf(
  codes: unknown,
  { when, count, value }: Conditions,
): Record<string, unknown> {
  return {
    codes,
    ...(when === undefined ? {} : { when: isObject(when) ? { ...when } : when }),
    ...(count && !value?.isLatest ? { count } : {}),
    ...(value ? { value: value.bounds, ...(value.isLatest ? { pick: 'latest' } : {}) } : {}),
  };
}
