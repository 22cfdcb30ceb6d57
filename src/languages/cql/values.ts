/** R14: what is asked of a result's value, as a CQL function of it. */
import type { ResultValue, ValueBounds } from '../../profile/index.ts';
import { movePoint, unitsReadAs } from '../../record/index.ts';
import { listOf, text } from './text.ts';

/** The operands of every such function. */
export const valueOperands =
  'isAside Boolean, number Decimal, comparator String, units List<String>, words String';

/** The body of the function. */
export function valueBody(value: ResultValue): string {
  if ('text' in value) {
    const texts = value.text.map((each) => each.trim().toLowerCase());
    return `  if isAside then null else number is null and Rules.IsAmong(Coalesce(words, ''), ${listOf(texts, 4)})`;
  }
  const { unit } = value;
  if (unit === undefined) return `  ${within(value, 0)}`;
  const byExponent = new Map<number, string[]>();
  for (const [name, exponent] of unitsReadAs(unit))
    byExponent.set(exponent, [...(byExponent.get(exponent) ?? []), name]);
  const cases = [...byExponent].map(([exponent, names]) => {
    const isOf = `exists (units U where U in ${listOf(names, 6)})`;
    const condition = exponent === 0 ? `not exists units or ${isOf}` : isOf;
    return `    when ${condition} then ${within(value, -exponent)}`;
  });
  return ['  case', ...cases, '    else null', '  end'].join('\n');
}

/** The bounds with their points moved, so that the record's number is judged as it is written. */
function within(bounds: ValueBounds, places: number): string {
  const { above, atLeast, below, atMost, plausible } = bounds;
  const bound = (value: number | undefined) =>
    value === undefined ? 'null' : decimal(movePoint(value, places));
  return `Rules.Within(number, comparator, ${[
    bound(above ?? atLeast),
    above !== undefined,
    bound(below ?? atMost),
    below !== undefined,
    bound(plausible?.min),
    bound(plausible?.max),
  ].join(', ')})`;
}

/** A number as CQL writes decimals. */
function decimal(value: number): string {
  const plain = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** What a value is called: a name for its function. */
export function valueName(value: ResultValue): string {
  if ('text' in value) return `value is ${value.text.join(' or ')}`;
  const { above, atLeast, below, atMost, unit = '', plausible } = value;
  const words = [
    ['above', above],
    ['at least', atLeast],
    ['below', below],
    ['at most', atMost],
  ] as const;
  const bounds = words.flatMap(([word, bound]) =>
    bound === undefined ? [] : [`${word} ${bound}`],
  );
  const { min, max } = plausible ?? {};
  return `value ${bounds.join(' and ')} ${unit}${plausible ? `, of ${min ?? ''} to ${max ?? ''}` : ''}`.trim();
}

/** A difference's bounds as operands of `Rules.Changed`. */
export function changeOperands({ above, atLeast, below, atMost }: ValueBounds): string {
  return [above, atLeast, below, atMost]
    .map((bound) => (bound === undefined ? 'null' : decimal(bound)))
    .join(', ');
}

/** The ends of the numbers that a result stands for, as elements of a tuple, converted by its unit. */
export function numberOf(
  { unit, plausible: { min, max } = {} }: ValueBounds,
  alias: string,
): string {
  const number = unit === undefined ? `${alias}.number` : converted(unit, alias);
  const bounds = [
    ...(min === undefined ? [] : [`${number} >= ${decimal(min)}`]),
    ...(max === undefined ? [] : [`${number} <= ${decimal(max)}`]),
  ];
  const end = (open: string) =>
    `if (${alias}.comparator is null or ${alias}.comparator in ${open})${bounds.map((each) => ` and ${each}`).join('')} then ${number} else null`;
  return [
    `low: ${end("{ '>', '>=' }")}`,
    `lowClosed: Coalesce(${alias}.comparator, '=') != '>'`,
    `high: ${end("{ '<', '<=' }")}`,
    `highClosed: Coalesce(${alias}.comparator, '=') != '<'`,
  ].join(',\n      ');
}

function converted(unit: string, alias: string): string {
  const cases = new Map<number, string[]>();
  for (const [name, exponent] of unitsReadAs(unit))
    cases.set(exponent, [...(cases.get(exponent) ?? []), name]);
  const written = [...cases].map(([exponent, names]) => {
    const isOf = `exists (${alias}.units U where U in { ${names.map(text).join(', ')} })`;
    const condition = exponent === 0 ? `not exists ${alias}.units or ${isOf}` : isOf;
    const factor =
      exponent < 0
        ? `${alias}.number / ${decimal(10 ** -exponent)}`
        : `${alias}.number * ${decimal(10 ** exponent)}`;
    return `when ${condition} then ${exponent === 0 ? `${alias}.number` : `Round(${factor}, 8)`}`;
  });
  return `(case ${written.join(' ')} else null end)`;
}
