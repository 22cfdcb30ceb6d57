/** What a failure says: how many of what, with which codes and units, and nothing that may be a patient's. */
import { describe, expect, it } from 'vitest';
import { shapeOfText, Speech, Tally } from '../../src/conformance/tally.ts';
import type { ConformanceFinding } from '../../src/conformance/index.ts';
import { describedAs, each, over, own, renamed, type Loose } from './mutants/mutant.ts';
import { goodActions, tryOut } from './stage.ts';
import { but } from './mutants/mutant.ts';

async function findingsOf(adapter: unknown, id: string): Promise<readonly ConformanceFinding[]> {
  const { results } = await tryOut(adapter, { only: ['ADP', 'DES-01', 'DES-02', id] });
  return results.find((result) => result.id === id)!.findings;
}

async function seenOf(adapter: unknown, id: string): Promise<string> {
  const [finding] = await findingsOf(adapter, id);
  return `${finding?.where}: ${finding?.seen}`;
}

describe('a failure', () => {
  it('names codes and the century of a date that cannot be', async () => {
    const early = each('services', (record) => ({
      ...record,
      at: `18${String(record.at).slice(2)}`,
    }));
    expect(await seenOf(early, 'DAT-07')).toMatch(
      /^services\.at: 553 of 553 services \(100 %\), of 91 patients: a date that cannot be: before 1850 \(`18##`\)\. Codes: `0101` \(\d+\), .* and \d+ others\.$/,
    );
  });

  it('names units that nobody knows, with a code of each', async () => {
    const odd = each('results', (record) => ({ ...record, unit: 'snese' }));
    expect(await seenOf(odd, 'DAT-40')).toMatch(
      /^results\.unit: .* have a unit that is in no table: `snese` \(317, `[A-Z]{3}\d{5}`\)\.$/,
    );
  });

  it('has no share of more than a whole, where a record has two such dates', async () => {
    const shifted = each('medications', (record) => ({
      ...record,
      from: '2024-03-01T23:00:00Z',
      to: '2024-04-01T22:00:00Z',
    }));
    expect(await seenOf(shifted, 'DAT-26')).toMatch(
      /^medications\.from, medications\.to: 28\d dates in 144 medications, of 55 of 96 patients \(57 %\)\./,
    );
  });

  it('says how a date is written, and not which', async () => {
    const danish = each('diagnoses', (record) => ({ ...record, from: '02-05-2024 kl. 8' }));
    expect(await seenOf(danish, 'DAT-06')).toContain('written as `##-##-#### aa. #`');
  });

  it('says what was probably meant, in one line', async () => {
    const named = own((patient) => renamed(patient, 'birthDate', 'dob'));
    const findings = await findingsOf(named, 'DAT-03');
    expect(findings.map(({ fix }) => fix)).toEqual([
      'patient.dob is no name that Overblik knows: did you mean patient.birthDate?',
    ]);
    const dated = each('results', (record) => renamed(record, 'at', 'date'));
    expect((await findingsOf(dated, 'DAT-05')).map(({ fix }) => fix)).toEqual([
      'results.date is no name that Overblik knows: did you mean results.at?',
    ]);
  });

  it('is told once of a type of coverage under another name', async () => {
    const misnamed = describedAs(({ coverage: { diagnosis, ...rest } }) => ({
      coverage: { ...rest, diagnoses: diagnosis },
    }));
    expect(await seenOf(misnamed, 'DES-02')).toContain(
      'There is `/coverage/diagnoses`, and no `/coverage/diagnosis`',
    );
    expect(await findingsOf(misnamed, 'DES-06')).toEqual([]);
  });

  it('is told once where it is the same in several places', async () => {
    const silent = describedAs(({ coverage: { diagnosis } }) => ({ coverage: { diagnosis } }));
    const findings = await findingsOf(silent, 'DES-06');
    expect(findings).toHaveLength(1);
    expect(findings[0]?.where).toMatch(/^\/coverage\/medication, .*\(6 places\)$/);
  });

  it('names the other field that a patient has for an id', async () => {
    const other = over((patient) => ({
      ...patient,
      patient: renamed(patient.patient as Loose, 'id', 'patientId'),
    }));
    expect(await seenOf(other, 'LOA-05')).toContain(
      '96 entries of batches are no patient: without an `id` that can be read, and with `patientId` (96).',
    );
  });

  it('says of an action which it was, and what it did', async () => {
    const [many, one] = goodActions();
    const silent = but(() => ({
      actions: [{ ...many!, run: () => Promise.resolve(undefined) }, one!],
    }));
    expect(await seenOf(silent, 'ACT-02')).toBe(
      '/actions/0/run (`queue`): Run for 3 patients, it answered nothing: 3 patients without one.',
    );
  });
});

describe('a word of the data', () => {
  const speech = new Speech((word) => word === 'frida');
  it.each([
    ['NPU27300', '`NPU27300`'],
    ['mmol/L', '`mmol/L`'],
    ['73211009', '`73211009`'],
    ['050542-9968', '`######-####`'],
    ['05 05 42 99 68', '`## ## ## ## ##`'],
    ['Frida', '`aaa…`'],
    ['ordineret til frida', '`aaa… aaa aaa…`'],
    ['2024-05-02', '`####-##-##`'],
    ['a'.repeat(60), '`aaa……`'],
  ])('%s is said as %s', (text, said) => {
    expect(speech.say(text)).toBe(said);
  });

  it('is counted with others, never without an end', () => {
    const tally = new Tally();
    for (let number = 0; number < 1000; number++) tally.add(`word ${number % 700}`);
    expect(tally.size).toBe(500);
    expect(tally.entries[0]).toEqual(['word 0', 2]);
  });

  it('has a shape that says nothing', () => {
    expect(shapeOfText('Frida Fiktiv, 050542-9968')).toBe('aaa… aaa…, ######-####');
  });
});
