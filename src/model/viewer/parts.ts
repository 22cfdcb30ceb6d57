/** A profile as a document: its parts in reading order, each with a name of its own that later versions keep. */
import type { Language } from '../../i18n/language.ts';
import {
  describeCriterionTree,
  describeItem,
  messageIn,
  queryTypes,
  resolveCodes,
  textIn,
  type CodeSet,
  type Codes,
  type Criterion,
  type CriterionWords,
  type MarkerLevel,
  type Profile,
} from '../../profile/index.ts';
import { isObject } from '../../json/values.ts';
import { recordTypes, type RecordType } from '../../record/index.ts';

/** The codes of one system, as the third column of the programme's table has them. */
export interface CodeRule {
  readonly system: string;
  readonly title: string | undefined;
  readonly codes: readonly NamedCode[];
  readonly except: readonly NamedCode[];
}
export interface NamedCode {
  readonly code: string;
  readonly name: string | undefined;
}

/** What a part asks of a clinic. */
export interface Asked {
  readonly types: readonly RecordType[];
  /** By type: the systems of each query; one of a query's is enough. */
  readonly systems: readonly { readonly type: RecordType; readonly systems: readonly string[] }[];
}

/** A criterion in words, with the codes that it names. */
export interface CriterionPart {
  readonly id: string;
  /** Where it stands in the document. */
  readonly path: string;
  readonly words: CriterionWords;
  readonly rules: readonly CodeRule[];
  /** By each branch of it, where it has some. */
  readonly branches: readonly {
    readonly words: CriterionWords;
    readonly rules: readonly CodeRule[];
  }[];
  readonly asked: Asked;
}

/** One thing that is asked of each member. */
export interface ItemPart {
  readonly id: string;
  readonly path: string;
  readonly type: RecordType | 'patient';
  readonly text: string;
  readonly description: string | undefined;
  readonly rules: readonly CodeRule[];
  readonly asked: Asked;
}
export interface MarkerPart {
  readonly id: string;
  readonly path: string;
  readonly level: MarkerLevel;
  readonly title: string;
  readonly when: CriterionWords;
  readonly rules: readonly CodeRule[];
  readonly advice: string | undefined;
  readonly source: string | undefined;
  readonly asked: Asked;
}
export interface IndicatorPart {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly why: string | undefined;
  readonly numerator: CriterionWords;
  readonly denominator: CriterionWords | undefined;
  readonly except: CriterionWords | undefined;
  readonly better: 'higher' | 'lower' | undefined;
  readonly rules: readonly CodeRule[];
  readonly source: string | undefined;
  readonly asked: Asked;
}
export interface MessagePart {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly body: string;
}
export interface ProfileParts {
  readonly include: CriterionPart;
  readonly exclude: CriterionPart | undefined;
  readonly items: readonly ItemPart[];
  readonly markers: readonly MarkerPart[];
  readonly indicators: readonly IndicatorPart[];
  readonly messages: readonly MessagePart[];
}

/** @param places Of a document of which parts are left out: where the entries of each list stand in it. */
export function partsOf(
  profile: Profile,
  language: Language,
  places: Readonly<Record<string, readonly number[]>> = {},
): ProfileParts {
  const { population, information, markers = [], indicators = [], messages = [] } = profile;
  const at = (list: string, index: number) => `/${list}/${places[list]?.[index] ?? index}`;
  const tree = (criterion: Criterion, path: string) =>
    describeCriterionTree(criterion, profile, language, path);
  const rules = (value: unknown) => rulesIn(value, profile, language);
  const asked = (value: unknown) => askedIn(value, profile);
  const criterion = (id: string, path: string, of: Criterion): CriterionPart => {
    const words = tree(of, path);
    const inner = Object.entries(of).flatMap(([key, value]) =>
      branching.includes(key) ? [value as readonly Criterion[]].flat() : [],
    );
    return {
      ...{ id, path, words, rules: rules(of), asked: asked(of) },
      branches: words.branches.map((each, index) => ({
        words: each,
        rules: rules(inner[index]),
      })),
    };
  };
  const items = information.map((item, index): ItemPart => {
    const { type, description } = item;
    const { condition } = item;
    return {
      id: `information.${item.id}`,
      path: at('information', index),
      type,
      text: describeItem(item, profile, language),
      description: description && textIn(description, language),
      rules: rules(item),
      asked:
        type === 'patient' || item.uncoded
          ? asked(condition)
          : both(
              { types: [type], systems: systemsOf(type, item.codes, profile) },
              asked(condition),
            ),
    };
  });
  return {
    include: criterion('population.include', '/population/include', population.include),
    exclude:
      population.exclude &&
      criterion('population.exclude', '/population/exclude', population.exclude),
    items: (['patient', ...queryTypes] as const).flatMap((type) =>
      items.filter((item) => item.type === type),
    ),
    markers: markers.map((marker, index) => ({
      ...{ id: `markers.${marker.id}`, path: at('markers', index), level: marker.level },
      title: textIn(marker.title, language),
      when: tree(marker.when, `/markers/${index}/when`),
      rules: rules(marker.when),
      advice: marker.advice && textIn(marker.advice, language),
      source: marker.source,
      asked: asked(marker.when),
    })),
    indicators: indicators.map((indicator, index) => {
      const { id, title, numerator, denominator, except, better, source, why } = indicator;
      return {
        ...{ id: `indicators.${id}`, path: at('indicators', index) },
        title: textIn(title, language),
        why: why && textIn(why, language),
        numerator: tree(numerator, `/indicators/${index}/numerator`),
        denominator: denominator && tree(denominator, `/indicators/${index}/denominator`),
        except: except && tree(except, `/indicators/${index}/except`),
        ...{ better, source },
        rules: rules([numerator, denominator, except]),
        asked: asked([numerator, denominator, except]),
      };
    }),
    messages: messages.map(({ id, title, body }, index) => ({
      ...{ id: `messages.${id}`, path: at('messages', index) },
      title: textIn(title, language),
      body: messageIn(textIn(body, language), language),
    })),
  };
}

const branching = ['all', 'any', 'of', 'not'];

/** The code sets that stand, or are named, anywhere in a part, each once. */
function rulesIn(value: unknown, profile: Profile, language: Language): readonly CodeRule[] {
  const sets = new Set(codesIn(value).flatMap((codes) => resolveCodes(profile, codes)));
  return [...sets].map((set) => ruleOf(set, language));
}

/** The codes of a set with their names. */
function ruleOf(
  { system, title, include, exclude = [], names = {} }: CodeSet,
  language: Language,
): CodeRule {
  const named = (code: string): NamedCode => {
    const name = Object.hasOwn(names, code) ? names[code] : undefined;
    return { code, name: name && textIn(name, language) };
  };
  return {
    system,
    title: title && textIn(title, language),
    codes: include.map(named),
    except: exclude.map(named),
  };
}

function codesIn(value: unknown): readonly Codes[] {
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'codes'
      ? [part as Codes]
      : key === 'prefer'
        ? (part as readonly Codes[])
        : codesIn(part),
  );
}

function askedIn(value: unknown, profile: Profile): Asked {
  if (Array.isArray(value))
    return value.map((each) => askedIn(each, profile)).reduce(both, nothingAsked);
  if (!isObject(value)) return nothingAsked;
  return Object.entries(value)
    .map(([key, part]): Asked => {
      const type = recordTypes.find((each) => each === key);
      if (!type || !isObject(part)) return askedIn(part, profile);
      const { codes } = part as { readonly codes?: Codes };
      return both(
        { types: [type], systems: systemsOf(type, codes, profile) },
        askedIn(part, profile),
      );
    })
    .reduce(both, nothingAsked);
}

function systemsOf(type: RecordType, codes: Codes | undefined, profile: Profile) {
  return codes === undefined
    ? []
    : [{ type, systems: resolveCodes(profile, codes).map(({ system }) => system) }];
}

const nothingAsked: Asked = { types: [], systems: [] };

function both(a: Asked, b: Asked): Asked {
  return {
    types: [...new Set([...a.types, ...b.types])],
    systems: [...a.systems, ...b.systems],
  };
}
