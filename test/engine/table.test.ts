/** Tables over a dictionary: one number an entry, told once, however many entries there come to be. */
import { expect, it } from 'vitest';
import { Dictionary } from '../../src/engine/store/index.ts';
import { codeTable } from '../../src/engine/scan/codes.ts';
import { detailTable } from '../../src/engine/scan/details.ts';
import { KeptTables, Table } from '../../src/engine/scan/table.ts';

it('grows with its entries, and asks once of each', () => {
  const entries: number[] = [];
  const asked: number[] = [];
  const table = new Table(entries, (entry) => {
    asked.push(entry);
    return -entry;
  });
  for (const length of [0, 10, 256, 257, 257, 1000]) {
    while (entries.length < length) entries.push(entries.length);
    expect([...table.numbers.slice(0, length)]).toEqual(entries.map((entry) => 0 - entry));
  }
  expect(asked).toEqual(entries);
});

it('of one selection there is one, in each dictionary', () => {
  const [one, other] = [new Dictionary(), new Dictionary()];
  const selection = { system: 'ATC', include: ['A'] };
  const table = codeTable([selection], one);
  expect(codeTable([{ ...selection }], one)).toBe(table);
  expect(codeTable([selection], other)).not.toBe(table);
  for (const another of [
    { ...selection, system: 'NPU' },
    { ...selection, include: ['B'] },
    { ...selection, exclude: ['AB'] },
  ])
    expect(codeTable([another], one)).not.toBe(table);
  expect(codeTable([selection, { ...selection, system: 'NPU' }], one)).not.toBe(table);
});

it('means the codes that come later too', () => {
  const dictionary = new Dictionary();
  const table = codeTable([{ system: 'ATC', include: ['A'] }], dictionary);
  const numbers = ['A1', 'B1', 'A2'].map((code) => dictionary.numberOf('ATC', code));
  expect(table.meant).toEqual([numbers[0], numbers[2]]);
  const later = dictionary.numberOf('ATC', 'A3');
  expect(table.meant).toEqual([numbers[0], numbers[2], later]);
});

it('of one question to details there is one, in each dictionary', () => {
  const [one, other] = [new Dictionary(), new Dictionary()];
  const unitLength = () =>
    detailTable(
      ['length'],
      one,
      () =>
        ({ unit = '' }) =>
          unit.length,
    );
  one.extend([], [{ unit: 'mg' }]);
  const table = unitLength();
  expect(table.numbers[0]).toBe(2);
  one.extend([], [{ unit: 'mmol/L' }]);
  const again = unitLength();
  expect(again).toBe(table);
  expect(again.numbers[1]).toBe(6);
  const zero = () => () => 0;
  expect(detailTable(['length'], other, zero)).not.toBe(table);
  for (const question of [['length', null], ['length', 'mg'], ['text'], []])
    expect(detailTable(question, one, zero)).not.toBe(table);
});

it('keeps the tables that were asked for last', () => {
  const dictionary = new Dictionary();
  const kept = new KeptTables<{ readonly question: string }>(2);
  const ask = (question: string) => kept.of(dictionary, question, () => ({ question }));
  const [first, second] = [ask('a'), ask('b')];
  expect(ask('a')).toBe(first);
  ask('c');
  expect(kept.count(dictionary)).toBe(2);
  expect(ask('a')).toBe(first);
  expect(ask('b')).not.toBe(second);
  expect(kept.count(new Dictionary())).toBe(0);
});
