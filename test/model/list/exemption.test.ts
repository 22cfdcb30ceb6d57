/** The column that says why somebody, or a marker, is exempt: shown, filtered, printed, exported, and told beside the status. */
import { describe, expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import {
  countExemptions,
  defaultView,
  exportTable,
  paperCell,
  PopulationList,
  readView,
  type ListRound,
  type RowStatus,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const query = { codes: { system: 'ICPC-2', include: ['T90'] } };
const plan = planOf(
  { diagnosis: query },
  {
    markers: [
      { id: 'm', level: 'warning', title: { da: 'Metformin' }, when: { diagnosis: query } },
      { id: 'n', level: 'info', title: { da: 'NSAID' }, when: { diagnosis: query } },
    ],
  },
);
const ids = ['a', 'b', 'c', 'd', 'e'];
const clinic = new Clinic(complete);
clinic.add(
  ids.map((id) =>
    patientWith(
      { diagnoses: [{ code: 'T90', from: '2020-01-01' }] },
      { id, name: `Navn ${id}`, birthDate: '1950-01-01' },
    ),
  ),
);
const view = defaultView(plan.profile);
const statuses = new Map<string, RowStatus>([
  ['a', { status: 'exempt', exemptReason: 'declined', note: 'Fru Hansen' }],
  ['b', { status: 'new', exemptions: [{ marker: 'm', note: '', reason: 'wrong-data' }] }],
  [
    'c',
    {
      status: 'to-follow-up',
      exemptions: [
        { marker: 'm', note: 'Aftalt' },
        { marker: 'n', note: '', reason: 'moved-abroad' },
      ],
    },
  ],
  ['d', { status: 'exempt' }],
]);
const exempt: ListRound['exempt'] = new Map<string, 'all' | Set<string>>([
  ['a', 'all'],
  ['b', new Set(['m'])],
  ['c', new Set(['m', 'n'])],
  ['d', 'all'],
]);
const listOf = (round: ListRound | undefined, language: 'da' | 'en' = 'da') =>
  new PopulationList(evaluate(plan, clinic, asOf), {
    ...{ tab: 'members', language, compareText: new Intl.Collator('da').compare },
    ...{ patients: ids.length, round },
  });
const list = listOf({ statuses, exempt });
const columnIn = (of: PopulationList, id: string) => of.columns.find((each) => each.id === id)!;
const text = (id: string, kind = 'exemption') =>
  list.cell(list.indexOf(id), columnIn(list, kind)).parts.map((part) => part.text);
const filtered = (any: readonly string[], of = list) =>
  [...of.visibleRows({ ...view, filters: [{ columnId: 'exemption', any }] })]
    .map((row) => of.idAt(row))
    .sort()
    .join('');

describe('the column', () => {
  it('is there where there is a round, hidden until it is chosen, and kept in a view', () => {
    expect(columnIn(list, 'exemption').hidden).toBe(true);
    expect(listOf(undefined).columns.some(({ id }) => id === 'exemption')).toBe(false);
    const kept = { ...view, columns: [{ id: 'exemption', hidden: false }] };
    expect(readView(kept, plan.profile)).toEqual({ view: kept, ignored: [] });
  });

  it('names each reason once, what has no words as it is written, and what is not coded', () => {
    expect(text('a')).toEqual(['Patienten ønsker ikke']);
    expect(text('b')).toEqual(['Fejl i data']);
    expect(text('c')).toEqual(['moved-abroad, Årsag ikke angivet']);
    expect(text('d')).toEqual(['Årsag ikke angivet']);
    expect(list.cell(list.indexOf('e'), columnIn(list, 'exemption')).tone).toBe('empty');
  });

  it('tells what is exempt for which reason, line by line', () => {
    const lines = (id: string) => list.lines(list.indexOf(id), columnIn(list, 'exemption'), []);
    expect(lines('a')).toEqual(['Hele patienten: Patienten ønsker ikke']);
    expect(lines('c')).toEqual(['Metformin: Årsag ikke angivet', 'NSAID: moved-abroad']);
  });

  it('filters by reason, whoever is exempt of what, as many as are counted', () => {
    expect(filtered(['declined'])).toBe('a');
    expect(filtered(['wrong-data', 'moved-abroad'])).toBe('bc');
    expect(filtered([''])).toBe('cd');
    const counts = countExemptions(
      [...statuses].map(([patientId, said]) => ({ patientId, ...said })),
    );
    for (const reason of new Set(counts.map((each) => each.reason))) {
      const those = counts.filter((each) => each.reason === reason);
      const counted = new Set(those.flatMap(({ patientIds }) => patientIds));
      expect(filtered([reason])).toBe([...counted].sort().join(''));
    }
  });

  it('has its filter told in words', () => {
    const column = columnIn(list, 'exemption');
    expect(list.nameValue(column, 'wrong-data')).toBe('Fejl i data');
    expect(list.nameValue(column, '')).toBe('Årsag ikke angivet');
  });

  it('is not known as long as the round is not here', () => {
    const unknown = new Map<string, RowStatus>([['a', { status: 'new', isUnknown: true }]]);
    const of = listOf({ statuses: unknown, isUnknown: true });
    expect(of.cell(of.indexOf('a'), columnIn(of, 'exemption')).tone).toBe('unknown');
  });
});

describe('why somebody is exempt', () => {
  it('is told beside the status and beside why first, and follows the round', () => {
    const of = listOf({ statuses: new Map(statuses), exempt });
    const row = of.indexOf('b');
    const lines = (kind: string) => of.lines(row, columnIn(of, kind), view.priority);
    expect(of.lines(of.indexOf('a'), columnIn(of, 'status'), [])).toEqual([
      'undtaget',
      'Hele patienten: Patienten ønsker ikke',
    ]);
    expect(lines('reasons')).toContain('Metformin: undtaget · Fejl i data');
    const now = new Map(statuses);
    now.set('b', { status: 'new', exemptions: [{ marker: 'm', note: '', reason: 'disagree' }] });
    of.setRound({ statuses: now, exempt }, ['b']);
    expect(lines('reasons')).toContain('Metformin: undtaget · Uenig i reglen');
    expect(lines('status')).toEqual(['ikke gennemgået', 'Metformin: Uenig i reglen']);
    of.setRound({ statuses, exempt });
    expect(lines('reasons')).toContain('Metformin: undtaget · Fejl i data');
  });

  it('stands on paper under the status, and of a marker beside why first', () => {
    const paper = (id: string, kind: string) =>
      paperCell(list, list.indexOf(id), columnIn(list, kind), view.priority);
    expect(paper('a', 'status').lines).toEqual(['Undtaget', 'Patienten ønsker ikke']);
    expect(paper('d', 'status').lines).toEqual(['Undtaget']);
    const told = (id: string) => paper(id, 'reasons').reasons?.flatMap(({ texts }) => texts);
    expect(told('b')).toContain('Metformin: undtaget · Fejl i data');
    expect(told('c')).toEqual(['Metformin: undtaget', 'NSAID: undtaget · moved-abroad']);
    expect(told('a')).toEqual(['2\u00a0undtaget']);
  });

  it('stands in a file once, beside the status or in its own column', () => {
    const written = (shown: readonly string[], of = list) => {
      const columns = shown.map((id) => columnIn(of, id));
      const table = exportTable({
        ...{ list: of, view, columns, rows: ids.map((id) => of.indexOf(id)) },
        titleOf: ({ id }) => id,
        description: { name: 'K', coverage: complete },
        isChosen: false,
      });
      const row = (at: number) => table.columns.map((_, column) => table.cell(at, column));
      return { heads: table.columns.map(({ title }) => title), rows: ids.map((_, at) => row(at)) };
    };
    const beside = written(['status']);
    expect(beside.heads).toEqual(['status', 'Undtagelse']);
    expect(beside.rows[0]).toEqual(['undtaget', 'Hele patienten: Patienten ønsker ikke']);
    expect(beside.rows[1]).toEqual(['ikke gennemgået', 'Metformin: Fejl i data']);
    expect(beside.rows[4]![1]).toBe('ingen');
    expect(written(['status', 'exemption']).heads).toEqual(['status', 'Undtagelse']);
    // Where nobody is exempt, no column says so.
    expect(written(['status'], listOf({ statuses: new Map() })).heads).toEqual(['status']);
  });
});
