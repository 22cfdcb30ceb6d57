/** What kinds of fields there are: each says what it writes and reads, and no more. */
import type { QueryType } from '../../../profile/index.ts';
import type { LabelName } from '../../../i18n/texts/editor-forms.ts';

/** What a field holds. */
export type Kind =
  /** One line of text. */
  | { readonly kind: 'line'; readonly suggest?: 'systems' | 'units' }
  /** Text of several lines. */
  | { readonly kind: 'prose' }
  /** Danish and English beside each other; `placeholders` may be put into a message. */
  | { readonly kind: 'localText'; readonly isLong?: true; readonly placeholders?: true }
  | { readonly kind: 'date' }
  | { readonly kind: 'number' }
  /** Is there, as `true`, or not. */
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly (string | number | boolean)[] }
  /** A word or a list of words. */
  | { readonly kind: 'choices'; readonly values: readonly string[] }
  /** A list of texts, a line each; `orOne`: one text may stand alone. */
  | { readonly kind: 'lines'; readonly orOne?: true }
  | { readonly kind: 'period' }
  /** A date, or a period before or after the day of evaluation. */
  | { readonly kind: 'edge' }
  /** `type` has a window of its own where none is written. */
  | { readonly kind: 'window'; readonly type?: QueryType }
  /** Completed years, or a period. */
  | { readonly kind: 'ageLimit' }
  /** The name of a shared code set, a code set, or several of these. */
  | { readonly kind: 'codes'; readonly type: QueryType }
  /** An object with fields of its own. */
  | { readonly kind: 'group'; readonly part: string }
  /** A list, each of one kind. */
  | { readonly kind: 'rows'; readonly of: Kind; readonly least?: number; readonly most?: number }
  /** Values of one kind by names that the author chooses. */
  | { readonly kind: 'named'; readonly of: Kind }
  /** One of several shapes. */
  | { readonly kind: 'either'; readonly of: readonly Alternative[] }
  /** Records of one type, under its name: `{diagnosis: …}`. */
  | { readonly kind: 'typed'; readonly types: readonly QueryType[]; readonly parts: string }
  /** A criterion, which has a form of its own. */
  | { readonly kind: 'criterion' }
  /** A list of criteria, each with a form of its own. */
  | { readonly kind: 'criteria' }
  /** What has a form of its own, and is only named here. */
  | { readonly kind: 'section' }
  /** What stands as it is: the format, the address of the schema. */
  | { readonly kind: 'fixed' }
  /** Test patients, which have a panel of their own. */
  | { readonly kind: 'tests' };

/** One shape that a value may have. */
export interface Alternative {
  readonly label: LabelName;
  readonly kind: Kind;
}

/** One key of an object. */
export interface Field {
  readonly key: string;
  readonly kind: Kind;
  readonly label: LabelName;
  /**
   * `needed`: the format asks for it. `offered`: it always stands there, and emptied it is taken out of the document.
   * `added`: it stands there once somebody has added it.
   */
  readonly presence: 'needed' | 'offered' | 'added';
  /** What it begins with when it is added, where that is another than its kind's. */
  readonly start?: unknown;
}

/** An object of the format: its fields, in the order in which they are drawn. */
export type Part = readonly Field[];

type More = Partial<Pick<Field, 'label' | 'start'>>;

/** Makes a field that the format asks for. */
export function needed(key: string, kind: Kind, more?: More): Field {
  return { key, kind, label: key as LabelName, presence: 'needed', ...more };
}

/** Makes a field that may be empty, and always stands there. */
export function offered(key: string, kind: Kind, more?: More): Field {
  return { key, kind, label: key as LabelName, presence: 'offered', ...more };
}

/** Makes a field that somebody adds and takes away. */
export function added(key: string, kind: Kind, more?: More): Field {
  return { key, kind, label: key as LabelName, presence: 'added', ...more };
}

export const line: Kind = { kind: 'line' };
export const prose: Kind = { kind: 'prose' };
export const localText: Kind = { kind: 'localText' };
export const longText: Kind = { kind: 'localText', isLong: true };
export const date: Kind = { kind: 'date' };
export const number: Kind = { kind: 'number' };
export const period: Kind = { kind: 'period' };
export const window: Kind = { kind: 'window' };
export const criterion: Kind = { kind: 'criterion' };
export const section: Kind = { kind: 'section' };
export const group = (part: string): Kind => ({ kind: 'group', part });
