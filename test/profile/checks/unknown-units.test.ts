import { expect, it } from 'vitest';
import { unknownUnits } from '../../../src/profile/checks/unknown-units.ts';
import { checkProfile, parseProfile } from '../../../src/profile/index.ts';
import { documentOf, placesOf } from '../documents.ts';

const find = (unit: unknown) =>
  unknownUnits.find({ result: { value: { above: 5, unit } } }, [], {});

function suggestionFor(unit: string): unknown {
  const document = documentOf({ result: { value: { above: 5, unit } } });
  return checkProfile(document).warnings[0]?.details.suggestion;
}

it('asks about a unit that the table does not have, with the nearest that it has', () => {
  const found = find('mmoll/L');
  expect(placesOf(found)).toEqual(['unknown-unit /result/value/unit']);
  expect(suggestionFor('mmoll/L')).toBe('mmol/L');
  expect(suggestionFor('arb.enh.')).toBeUndefined();
});

it.each(['mmol/l', '1', 'mL/min/1,73 m²', undefined, 7, ' '])('lets %j pass', (unit) => {
  expect(find(unit)).toEqual([]);
});

it('asks it of a change too', () => {
  const change = { value: { above: 5, unit: 'mmoll/L' } };
  expect(placesOf(unknownUnits.find({ change }, [], {}))).toEqual([
    'unknown-unit /change/value/unit',
  ]);
});

it('is a warning: the profile can be used', () => {
  const outcome = parseProfile(documentOf({ result: { value: { above: 5, unit: 'arb.enh.' } } }));
  expect(outcome.ok).toBe(true);
  expect(outcome.warnings.map(({ code }) => code)).toEqual(['unknown-unit']);
});
