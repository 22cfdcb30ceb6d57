/** A profile's document as an outline: a row for each part, criteria among them; of an invalid one as far as it goes. */
import { groupKinds, kindOf, type CriterionKind } from '../../authoring/index.ts';
import { partsOf, valueOf, within } from '../../authoring/editing/places.ts';
import { criterionPhrases } from '../../i18n/phrases/criteria.ts';
import { nameOne } from '../../i18n/record-types.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import {
  describeCriterionTree,
  queryTypes,
  type Criterion,
  type Language,
  type Profile,
} from '../../profile/index.ts';
import { criterion as criterionSchema } from '../../profile/schema/criterion.ts';
import type { Ui } from '../ui.ts';

/** One row, with those in it. */
export interface OutlineNode {
  /** JSON Pointer of what it is of; `''` is the whole document. */
  readonly pointer: string;
  readonly text: string;
  /** What leads the text, in muted letters: *Inklusion*. */
  readonly role?: string;
  /** A part of the profile; an entry of one of its lists; a criterion; a place where a criterion may stand. */
  readonly sort: 'part' | 'entry' | 'criterion' | 'place';
  /** Of a criterion. */
  readonly kind?: CriterionKind | undefined;
  readonly children: readonly OutlineNode[];
}

/** The outline of a document, top level first. */
export function outlineOf(document: JsonObject, ui: Ui): readonly OutlineNode[] {
  const outline = new Outline(document, ui);
  return outline.nodes();
}

/** The criteria of an entry, with the keys that they stand under. */
const entryCriteria = {
  information: ['condition'],
  markers: ['when'],
  indicators: ['numerator', 'denominator', 'except'],
  messages: [],
} as const;
type EntryList = keyof typeof entryCriteria;

class Outline {
  readonly #language: Language;

  constructor(
    private readonly document: JsonObject,
    private readonly ui: Ui,
  ) {
    this.#language = ui.language;
  }

  nodes(): readonly OutlineNode[] {
    const { parts } = this.ui.texts.editor;
    const part = (pointer: string, text: string, children: readonly OutlineNode[] = []) =>
      ({ pointer, text, sort: 'part', children }) as const;
    return [
      part('', parts.profile),
      part('/population', parts.population, [this.#include(), this.#exclude()]),
      ...(['information', 'markers', 'indicators', 'messages'] as const).map((list) =>
        part(`/${list}`, parts[list], this.#entries(list)),
      ),
      part('/codes', parts.codes, this.#codeSets()),
      part('/about', parts.about),
    ];
  }

  #include(): OutlineNode {
    return this.#criterion('/population/include', this.ui.texts.editor.parts.include);
  }

  #exclude(): OutlineNode {
    const pointer = '/population/exclude';
    const { parts, noExclude } = this.ui.texts.editor;
    if (valueOf(this.document, pointer) !== undefined)
      return this.#criterion(pointer, parts.exclude);
    return { pointer, text: noExclude, sort: 'place', children: [] };
  }

  #entries(list: EntryList): readonly OutlineNode[] {
    const entries = this.document[list];
    if (!Array.isArray(entries)) return [];
    const { parts, untitled } = this.ui.texts.editor;
    return entries.map((entry: unknown, index): OutlineNode => {
      const pointer = within('', list, index);
      const criteria = isObject(entry)
        ? entryCriteria[list].filter((key) => Object.hasOwn(entry, key))
        : [];
      return {
        pointer,
        text: titleOf(entry, this.#language) ?? untitled,
        sort: 'entry',
        children: criteria.map((key) => this.#criterion(within(pointer, key), parts[key])),
      };
    });
  }

  #codeSets(): readonly OutlineNode[] {
    const { codes } = this.document;
    if (!isObject(codes)) return [];
    return Object.entries(codes).map(([name, set]) => {
      const title = titleOf(set, this.#language);
      return {
        pointer: within('/codes', name),
        text: title === undefined ? name : `${name}: ${title}`,
        sort: 'entry' as const,
        children: [],
      };
    });
  }

  #criterion(pointer: string, role?: string): OutlineNode {
    const value = valueOf(this.document, pointer);
    const kind = kindOf(value);
    return {
      pointer,
      text: this.#words(value, kind),
      ...(role === undefined ? {} : { role }),
      sort: 'criterion',
      kind,
      children: partsOf(value).map(([key]) => this.#criterion(pointer + key)),
    };
  }

  #words(value: unknown, kind: CriterionKind | undefined): string {
    const { kinds, emptyGroup, unfinished, unreadableCriterion } = this.ui.texts.editor;
    if (kind === undefined) return unreadableCriterion;
    const phrases = criterionPhrases[this.#language];
    if (groupKinds.some((each) => each === kind)) {
      const text = groupWords(value as JsonObject, kind, phrases);
      return partsOf(value).length === 0 ? emptyGroup(text) : text;
    }
    return (
      this.#sentence(value, kind) ??
      unfinished(isQuery(kind) ? nameOne(kind, this.#language) : kinds[kind])
    );
  }

  /** Of what the format refuses there are no words. An anchor's own sentence is that of its day. */
  #sentence(value: unknown, kind: CriterionKind): string | undefined {
    const asked = kind === 'anchor' ? withoutInner(value as JsonObject) : value;
    if (!criterionSchema.safeParse(asked).success) return undefined;
    const profile = { codes: this.document['codes'] } as unknown as Profile;
    try {
      return describeCriterionTree(asked as Criterion, profile, this.#language, '').text;
    } catch {
      // A code set that is not there, or is half written.
      return undefined;
    }
  }
}

function groupWords(
  value: JsonObject,
  kind: CriterionKind,
  phrases: (typeof criterionPhrases)['da'],
): string {
  if (kind === 'all') return phrases.allOf;
  if (kind === 'any') return phrases.anyOf;
  if (kind === 'not') return phrases.notThis;
  const { atLeast } = value;
  return phrases.atLeastOf(typeof atLeast === 'number' ? atLeast : 0);
}

function isQuery(kind: CriterionKind): kind is (typeof queryTypes)[number] {
  return queryTypes.some((each) => each === kind);
}

/** What is asked on the anchor's day stands in rows of its own. */
function withoutInner(value: JsonObject): unknown {
  const anchor = value['anchor'];
  return isObject(anchor) ? { anchor: { ...anchor, is: { patient: { listed: true } } } } : value;
}

function titleOf(entry: unknown, language: Language): string | undefined {
  if (!isObject(entry)) return undefined;
  const { title, id } = entry;
  const inLanguage = isObject(title) ? [title[language], title['da'], title['en']] : [];
  return [...inLanguage, id].find(
    (each): each is string => typeof each === 'string' && each.trim() !== '',
  );
}
