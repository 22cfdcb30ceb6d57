/** The column that says how far the clinic has come with reaching each patient: shown, sorted, filtered, printed, exported. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/index.ts';
import {
  exportTable,
  paperCell,
  PopulationList,
  type Filter,
  type ListRound,
  type RowStatus,
} from '../../../src/model/index.ts';
import { asOf, complete } from '../../engine/build.ts';
import { clinic, ids, plan, view } from './five.ts';

const year = asOf.slice(0, 4);
const sent = { outcome: 'sent', at: `${asOf}T08:00:00+01:00`, by: 'AB' } as const;
const tried = { outcome: 'no-answer', at: `${asOf}T09:00:00+01:00`, by: 'CD' } as const;
const statuses = new Map<string, RowStatus>([
  ['a', { status: 'to-follow-up', contact: [tried, sent], due: '2999-01-01' }],
  ['b', { status: 'new', contact: [{ ...sent, outcome: 'booked', nextTry: '2020-01-02' }] }],
  ['c', { status: 'new', due: '2020-01-01' }],
  ['d', { status: 'reviewed', contact: [sent] }],
]);

const listOf = (round: ListRound) =>
  new PopulationList(evaluate(plan, clinic, asOf), {
    ...{ tab: 'members', language: 'da', compareText: new Intl.Collator('da').compare },
    ...{ patients: ids.length, round },
  });
const planned = { assignee: false, due: true, contact: true };
const list = listOf({ statuses, planned });
const column = list.columns.find(({ id }) => id === 'contact')!;
const cell = (id: string) => list.cell(list.indexOf(id), column);
const shown = (of: PopulationList, filter: Partial<Filter> = {}, descending = false) =>
  [
    ...of.visibleRows({
      ...view,
      filters: [{ columnId: 'contact', ...filter }],
      sort: [{ columnId: 'contact', descending }],
    }),
  ]
    .map((row) => of.idAt(row))
    .join('');

describe('the cell', () => {
  it('tells the latest attempt, its day and how many there were', () => {
    expect(cell('a').parts).toEqual([
      { text: 'Intet svar', note: expect.stringMatching(/ \(2\)$/), whole: true },
    ]);
    expect(cell('c').parts).toEqual([{ text: 'Frist overskredet' }]);
    expect(cell('e').tone).toBe('empty');
  });

  it('tells them all, with who and the next try, where it is pointed at and on paper', () => {
    const day = list.lines(list.indexOf('a'), column, view.priority);
    expect(day).toHaveLength(3);
    expect(day[0]).toBe('Kontaktet, uden svar');
    expect(day[1]).toMatch(new RegExp(`^Intet svar .* ${year}, CD$`));
    expect(day[2]).toMatch(/^Besked sendt .*, AB$/);
    expect(cell('b').lines[1]).toMatch(/^Tid booket .*, AB, prøv igen 2\. jan\. 2020$/);
    expect(paperCell(list, list.indexOf('a'), column, view.priority).lines).toEqual(day);
  });
});

it('of a store with more attempts than anybody makes, the last are told, and how many there are', () => {
  const contact = Array.from({ length: 50_000 }, (_, at) => ({
    ...tried,
    at: `2020-01-01T00:00:00.${String(at).padStart(6, '0')}+01:00`,
  }));
  const many = listOf({ statuses: new Map([['a', { status: 'new', contact }]]), planned });
  const { parts, lines } = many.cell(many.indexOf('a'), column);
  expect(parts[0]?.note).toMatch(/ \(50\.000\)$/);
  expect(lines).toHaveLength(102);
  expect(lines.at(-1)).toBe('og 49.900 flere');
});

describe('the list', () => {
  it('is sorted by what presses most, and filtered by how far it has come', () => {
    expect(shown(list)).toBe('cabde');
    expect(shown(list, { any: ['overdue'] })).toBe('c');
    expect(shown(list, { any: ['invited', 'answered'] })).toBe('ab');
    expect(shown(list, { states: ['none'] })).toBe('e');
    const counts = list
      .facetValuesOf('contact', view)
      .values.map(({ text, count }) => `${text} ${count}`);
    expect(counts).toEqual([
      ...['Frist overskredet 1', 'Frist i dag 0', 'Frist inden 14 dage 0'],
      ...['Kontaktet, uden svar 1', 'Har svaret 1', 'Færdig 1'],
    ]);
  });

  it('knows nothing of anybody as long as the round is not here', () => {
    const unknown = { get: () => ({ status: 'new', isUnknown: true }) as const };
    const waiting = listOf({ statuses: unknown, isUnknown: true, planned });
    expect(shown(waiting, { any: ['overdue'] })).toBe('');
    expect(shown(waiting, { states: ['unknown'] })).toHaveLength(ids.length);
    expect(waiting.cell(0, column).tone).toBe('unknown');
  });

  it('hides the column as long as nobody was contacted', () => {
    const hidden = (contact: boolean) =>
      listOf({ statuses, planned: { ...planned, contact } }).columns.find(
        ({ id }) => id === 'contact',
      )?.hidden ?? false;
    expect([hidden(true), hidden(false)]).toEqual([false, true]);
  });
});

it('a file has the state and every attempt', () => {
  const table = exportTable({
    ...{ list, view, columns: [column], rows: ids.map((_, at) => at), titleOf: ({ id }) => id },
    description: { name: 'K', coverage: complete },
  });
  const texts = ids.map((id) => table.cell(list.indexOf(id), 0));
  expect(texts[0]).toMatch(/^Kontaktet, uden svar; Intet svar .*, CD; Besked sendt .*, AB$/);
  expect(texts.slice(2)).toEqual([
    'Frist overskredet',
    expect.stringMatching(/^Færdig; Besked/),
    'ingen',
  ]);
});
