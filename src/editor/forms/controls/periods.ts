/** Fields of periods and ages: a number and a unit, or several. */
import { html, nothing, type TemplateResult } from 'lit';
import { readAge, writeAge, type AgeUnit } from '../values/ages.ts';
import {
  digitsOf,
  periodUnits,
  readPeriodParts,
  writePeriodParts,
  type PeriodPart,
  type PeriodUnit,
} from '../values/periods.ts';
import { kept } from './kept.ts';
import { idOf, type Control, type ControlProps } from './props.ts';
import { selection } from './choices.ts';

/** A period that no number stands in yet is of months. */
const begun: readonly PeriodPart[] = [{ unit: 'M', number: '' }];

interface PeriodUse {
  readonly value: string | undefined;
  readonly put: (period: string | undefined, isTyped: boolean) => void;
  readonly name: string;
}

/** Draws a period that is written by `put`: a value of its own, or a part of a window. */
export function periodField(
  props: Pick<ControlProps, 'context' | 'id' | 'told' | 'isInvalid' | 'isOptional' | 'pointer'>,
  { value = '', put, name }: PeriodUse,
): TemplateResult {
  const { context, pointer, isOptional } = props;
  const { texts } = context;
  const parts = value === '' ? begun : readPeriodParts(value);
  if (!parts) return writtenPeriod(props, { value, put, name });
  const [only, ...others] = parts;
  const writeNumber = (unit: PeriodUnit, number: string) => {
    const isEmptied = number === '' && others.length === 0 && isOptional;
    put(
      isEmptied
        ? undefined
        : writePeriodParts(parts.map((part) => (part.unit === unit ? { unit, number } : part))),
      true,
    );
  };
  if (only && others.length === 0)
    return html`<span class="amount">
      ${digits(props, only.number, texts.amountOf(name), (number) => writeNumber(only.unit, number))}
      ${selection(props, {
        id: idOf(pointer, 'unit'),
        name: texts.unitOf(name),
        chosen: only.unit,
        options: [
          ...periodUnits.map((unit) => ({ value: unit, label: texts.periodUnits[unit] })),
          { value: 'several', label: texts.severalUnits },
        ],
        choose: (unit) =>
          put(
            unit === 'several'
              ? severalOf(only)
              : writePeriodParts([{ unit: unit as PeriodUnit, number: only.number }]),
            false,
          ),
      })}
    </span>`;
  return html`<span class="amounts">
    ${periodUnits.map((unit, index) => {
      const part = parts.find((each) => each.unit === unit);
      const of = index === 0 ? props : { ...props, id: idOf(pointer, `amount-${unit}`) };
      const write = (number: string) =>
        put(
          writePeriodParts([
            ...parts.filter((each) => each.unit !== unit),
            // Two are kept, so that what is emptied is not another form.
            ...(number === '' && (!part || parts.length > 2) ? [] : [{ unit, number }]),
          ]),
          true,
        );
      return html`<label class="amount"
        >${digits(of, part?.number ?? '', undefined, write)} ${texts.periodUnits[unit]}</label
      >`;
    })}
    <button type="button" class="link" @click=${() => put(oneOf(parts), false)}>
      ${texts.oneUnit}
    </button>
  </span>`;
}

/** A second unit, of which there is none so far. */
function severalOf({ unit, number }: PeriodPart): string {
  const other = unit === 'D' ? 'M' : 'D';
  return writePeriodParts([
    { unit, number: number === '' ? '0' : number },
    { unit: other, number: '0' },
  ]);
}

/** The largest unit that something is of. */
function oneOf(parts: readonly PeriodPart[]): string {
  const part = parts.find(({ number }) => Number(number) > 0) ?? parts[0]!;
  return writePeriodParts([part]);
}

/** Digits of a number of units: what else is written does not stay. */
function digits(
  { id, told, isInvalid, context }: Pick<ControlProps, 'id' | 'told' | 'isInvalid' | 'context'>,
  number: string,
  name: string | undefined,
  write: (number: string) => void,
): TemplateResult {
  const onInput = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const clean = digitsOf(field.value);
    if (clean !== field.value) field.value = clean;
    write(clean);
  };
  return html`<input
    class="field digits"
    id=${id}
    type="text"
    inputmode="numeric"
    autocomplete="off"
    aria-label=${name ?? nothing}
    aria-describedby=${told}
    aria-invalid=${isInvalid ? 'true' : 'false'}
    .value=${kept(number, (typed) => typed === number)}
    @input=${onInput}
    @change=${context.leave}
  />`;
}

/** A text that is no period, as it stands: it is taken when the field is left, for it may become one on the way. */
function writtenPeriod(
  { id, told, isInvalid, context }: Pick<ControlProps, 'id' | 'told' | 'isInvalid' | 'context'>,
  { value = '', put, name }: PeriodUse,
): TemplateResult {
  return html`<input
    class="field"
    id=${id}
    type="text"
    autocomplete="off"
    aria-label="${name}: ${context.texts.periodAsWritten}"
    aria-describedby=${told}
    aria-invalid=${isInvalid ? 'true' : 'false'}
    .value=${kept(value, (typed) => typed === value)}
    @change=${({ target }: Event) => put((target as HTMLInputElement).value, false)}
  />`;
}

export const period: Control<'period'> = (props) => {
  const { context, pointer, value, label, labelName } = props;
  return periodField(props, {
    value: typeof value === 'string' ? value : undefined,
    name: label,
    put: (written, isTyped) => context.put(pointer, written, labelName, isTyped),
  });
};

export const ageLimit: Control<'ageLimit'> = (props) => {
  const { context, pointer, value, label, labelName } = props;
  const { texts } = context;
  const put = (written: unknown, isTyped: boolean) =>
    context.put(pointer, written, labelName, isTyped);
  const age = value === undefined ? { unit: 'years' as const, number: '' } : readAge(value);
  if (!age) return periodField(props, { value: String(value), name: label, put });
  const { unit, number } = age;
  const units: readonly AgeUnit[] = [
    'years',
    ...periodUnits.filter((each) => each !== 'Y' || unit === 'Y'),
  ];
  return html`<span class="amount">
    ${digits(props, number, texts.amountOf(label), (typed) =>
      put(typed === '' ? undefined : writeAge({ unit, number: typed }), true),
    )}
    ${selection(props, {
      id: idOf(pointer, 'unit'),
      name: texts.unitOf(label),
      chosen: unit,
      options: units.map((each) => ({
        value: each,
        label: each === 'years' ? texts.ageYears : texts.periodUnits[each],
      })),
      choose: (chosen) => put(writeAge({ unit: chosen as AgeUnit, number }), false),
    })}
  </span>`;
};
