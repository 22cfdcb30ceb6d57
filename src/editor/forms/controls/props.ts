/** What a control is drawn from. */
import type { nothing, TemplateResult } from 'lit';
import type { LabelName } from '../../../i18n/texts/editor-forms.ts';
import type { FormContext } from '../context.ts';
import type { Field, Kind } from '../fields/kinds.ts';

/** One value of the document, and how it is told. */
export interface ControlProps<K extends Kind = Kind> {
  readonly context: FormContext;
  readonly kind: K;
  /** JSON Pointer of the value. */
  readonly pointer: string;
  /** Undefined where none stands there. */
  readonly value: unknown;
  /** What it is called, on screen and where it is undone. */
  readonly label: string;
  readonly labelName: LabelName;
  /** Id of the first control: the label is for it. */
  readonly id: string;
  /** Ids of what tells about it: help, and what is wrong. */
  readonly told: string;
  readonly isInvalid: boolean;
  /** Whether it may be left out. */
  readonly isOptional: boolean;
  /** Draws what stands in it. */
  readonly inner: Inner;
}

/** A field, and where it stands. */
export interface FieldProps {
  readonly context: FormContext;
  readonly field: Field;
  readonly pointer: string;
  readonly value: unknown;
  /** What it is called, where that is another than its own label. */
  readonly label?: string;
  /** Buttons beside the label. */
  readonly tools?: TemplateResult | typeof nothing;
}

/** An object of the format, and where it stands. */
export interface PartProps {
  readonly context: FormContext;
  /** Name of the part. */
  readonly part: string;
  readonly pointer: string;
  readonly value: unknown;
}

/** Fields, objects and values in others: they hold one another. */
export interface Inner {
  readonly field: (props: FieldProps) => TemplateResult;
  readonly part: (props: PartProps) => TemplateResult;
  readonly control: (props: ControlProps) => TemplateResult;
}

/** The kinds by their name. */
export type KindOf<Name extends Kind['kind']> = Extract<Kind, { readonly kind: Name }>;

export type Control<Name extends Kind['kind']> = (
  props: ControlProps<KindOf<Name>>,
) => TemplateResult;

/** An id of a place in the element: `what` tells several of it apart. */
export function idOf(pointer: string, what: string): string {
  const name = pointer.replaceAll(
    /[^\p{L}\d]/gu,
    (character) => `_${character.codePointAt(0)!.toString(16)}_`,
  );
  return `form-${what}-${name}`;
}
