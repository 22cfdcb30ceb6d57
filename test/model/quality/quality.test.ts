import { describe, expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { demens } from '../../../fixtures/profiles/index.ts';
import { faultyAdapter, type FaultyOptions } from '../../../src/testing/index.ts';
import {
  assessQuality,
  describeCoverageQuality,
  describeForeignCodes,
  describeFreshness,
  describeHint,
  describeItemQuality,
  describeMarkerQuality,
  describeOtherUnit,
  describeRejection,
  describeUnknownReasonGroup,
  describeUnknownUnit,
  freshnessOf,
  PopulationModel,
  type DataQuality,
  type LoadedPopulation,
} from '../../../src/model/index.ts';
import { countRejected, type PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

interface Source {
  readonly description: Parameters<typeof faultyAdapter>[0]['description'];
  readonly patients: readonly PatientRecords[];
}

async function loaded(
  source: Source,
  faults: FaultyOptions = {},
  profile: unknown = demens,
): Promise<LoadedPopulation> {
  const model = new PopulationModel();
  await model.update({ adapter: faultyAdapter(source, faults), profiles: [profile], asOf });
  if (!model.state.loaded) throw new Error(JSON.stringify(model.state.problems));
  return model.state.loaded;
}

const P70 = { code: 'P70', text: 'Demens', from: '2022-03-14' };
const bad = { code: 'P70', from: 'engang' };
const dementia = (id: string, more: Partial<PatientRecords> = {}) =>
  patientWith({ diagnoses: [P70], ...more }, { id });
const small = (patients: readonly PatientRecords[], coverage = complete) => ({
  description: { name: 'K', coverage },
  patients,
});

describe('freshness', () => {
  it.each([
    ['2026-11-24T08:14:00+01:00', 'fresh', 0],
    ['2026-11-17', 'fresh', 7],
    ['2026-11-16', 'stale', 8],
    // Asked about an earlier day than the last update.
    ['2026-12-24', 'fresh', 0],
    ['i går', 'unknown', undefined],
    [undefined, 'unknown', undefined],
  ])('%s: %s', (updated, state, days) => {
    const found = freshnessOf(updated, asOf);
    expect([found.state, found.days]).toEqual([state, days]);
  });
});

describe('coverage', () => {
  it('tells each type: there or not, asked or not, how fresh, and of whom it is less', async () => {
    const less = { medication: { available: false, source: 'FMK' } };
    const shown = await loaded(
      small(
        [
          dementia('a'),
          { ...dementia('b'), coverage: less },
          { ...dementia('c'), coverage: { result: { available: true, from: '2020-01-01' } } },
        ],
        {
          diagnosis: { available: true, source: 'Journal', updated: '2026-11-14' },
          medication: { available: true, source: 'FMK', updated: '2026-11-24' },
          result: { available: true, from: '2011-01-01' },
          referral: { available: false },
        },
      ),
    );
    const { coverage } = await assessQuality(shown);
    expect(
      coverage.map(({ type, isAsked, state, freshness, patientIds }) => [
        type,
        isAsked,
        state,
        freshness.state,
        patientIds.join(),
      ]),
    ).toEqual([
      // Whoever is there has fields of their own: nothing is said of them where the host says nothing.
      ['diagnosis', true, 'available', 'stale', ''],
      ['medication', true, 'available', 'fresh', 'b'],
      ['result', true, 'available', 'unknown', 'c'],
      ['service', false, 'undeclared', 'unknown', ''],
      ['appointment', true, 'undeclared', 'unknown', ''],
      ['referral', false, 'missing', 'unknown', ''],
      ['letter', false, 'undeclared', 'unknown', ''],
    ]);
    expect(describeCoverageQuality(coverage[0]!, asOf, 'da')).toBe(
      'Diagnoser: Journal, opdateret 14. nov. 2026 (for 10 dage siden): forældet',
    );
    expect(describeCoverageQuality(coverage[0]!, asOf, 'en')).toBe(
      'Diagnoses: Journal, updated 14 Nov 2026 (10 days ago): out of date',
    );
    expect(describeCoverageQuality(coverage[5]!, asOf, 'da')).toBe(
      'Henvisninger: ingen adgang, opdatering ikke oplyst',
    );
  });

  it('a patient who came again with full coverage is no longer less', async () => {
    const shown = await loaded(small([dementia('a')]));
    const { clinic } = shown;
    const less = { medication: { available: false } };
    clinic.add([{ ...dementia('a'), coverage: less }]);
    expect([...clinic.ownCoverage.keys()]).toEqual(['a']);
    clinic.add([dementia('a')]);
    expect([...clinic.ownCoverage]).toEqual([]);
  });
});

describe('set aside', () => {
  it('groups by type and reason, with the patients', async () => {
    const shown = await loaded(
      small([
        dementia('a', { diagnoses: [P70, bad, { ...bad, from: 'igen' }] }),
        dementia('b', { diagnoses: [P70, bad, { code: ' ', from: '2022-01-01' }] }),
        null as never,
      ]),
    );
    const { rejected } = await assessQuality(shown);
    expect(rejected).toEqual([
      {
        type: 'diagnosis',
        reason: 'unreadable-date',
        fields: ['from'],
        records: 3,
        patientIds: ['a', 'b'],
        nobody: 0,
      },
      expect.objectContaining({
        type: 'patient',
        reason: 'not-an-object',
        patientIds: [],
        nobody: 1,
      }),
      expect.objectContaining({ reason: 'empty-code', records: 1, patientIds: ['b'] }),
    ]);
    expect(rejected.map((group) => describeRejection(group, 'da'))).toEqual([
      '3 oplysninger om diagnoser: en dato kan ikke læses (fra-dato)',
      'Patientoplysninger: 1 × kan slet ikke læses (patient); 1 uden patient',
      '1 oplysning om diagnoser: koden er tom (kode)',
    ]);
  });
});

describe('units that no table has', () => {
  const result = (code: string, unit?: string, text?: string) => ({
    ...{ code, at: '2026-03-09', value: 22 },
    ...(unit === undefined ? {} : { unit }),
    ...(text === undefined ? {} : { text }),
  });

  it('are listed with their results, codes and patients', async () => {
    const shown = await loaded(
      small([
        dementia('a', {
          results: [
            result('NPU27300', 'mmol pr. mol', 'HbA1c'),
            result('NPU27300', 'mmol pr. mol', 'HbA1c'),
            result('MCS88042', 'mmol pr. mol'),
            result('NPU18016', 'umol / l'),
            result('NPU18016', '[HG]'),
            result('NPU18016'),
          ],
        }),
        dementia('b', {
          results: ['A', 'B', 'C', 'D', 'E'].map((code) => result(code, 'alen')),
        }),
      ]),
    );
    const { units } = await assessQuality(shown);
    expect(units.map((unit) => [describeUnknownUnit(unit, 'da'), unit.patientIds])).toEqual([
      ['“alen”: 5 prøver (A, B, C og 2 andre koder)', ['b']],
      ['“mmol pr. mol”: 3 prøver (HbA1c NPU27300, MCS88042)', ['a']],
      ['“[HG]”: 1 prøve (NPU18016)', ['a']],
    ]);
    expect(describeUnknownUnit(units[0]!, 'en')).toBe(
      '“alen”: 5 results (A, B, C and 2 other codes)',
    );
  });

  it('there are none in a clinic whose units are known', async () => {
    const results = [result('NPU27300', 'mmol/mol'), result('NPU18016', 'µmol/L')];
    const { units } = await assessQuality(await loaded(small([dementia('a', { results })])));
    expect(units).toEqual([]);
  });
});

describe('units of another kind than the profile asks in', () => {
  const codes = { system: 'NPU', include: ['NPU27300'] };
  const high = {
    result: { codes, pick: 'latest' as const, value: { above: 58, unit: 'mmol/mol' } },
  };
  const rules = {
    markers: [{ id: 'hoej', level: 'warning', title: { da: 'Høj HbA1c' }, when: high }],
    information: [
      { id: 'foed', title: { da: 'Fødder' }, type: 'service', condition: high },
      { id: 'hba1c', title: { da: 'HbA1c' }, type: 'result', codes },
    ],
    indicators: [
      { id: 'naaet', title: { da: 'Når målet' }, numerator: high },
      {
        id: 'kvinder',
        title: { da: 'Kvinder' },
        numerator: { patient: { sex: 'female' } },
        denominator: high,
      },
    ],
  };
  const measured = (id: string, unit: string, value: number | string = 50) =>
    patientWith(
      { results: [{ code: 'NPU27300', text: 'HbA1c', at: '2026-03-09', value, unit }] },
      { id },
    );
  const shown = () =>
    loaded(
      small([
        measured('a', 'mmol/L'),
        measured('b', 'mmol/L'),
        measured('c', 'mmol/mol', 'hæmolyseret'),
        measured('d', 'mmol/mol'),
      ]),
      {},
      profileOf({ patient: { sex: 'female' } }, rules),
    );
  const why = (because: DataQuality['undecided']) =>
    because.map((group) => describeUnknownReasonGroup(group, 'da'));
  const because = [
    '2 patienter: Prøven er i mmol/L, profilen spørger i mmol/mol (NPU27300)',
    '1 patient: Prøvens svar er en tekst, ikke et tal (NPU27300)',
  ];

  it('are told with what is expected, how many and whose, though only a marker asks', async () => {
    const { otherUnits, units, undecided } = await assessQuality(await shown());
    expect([units, undecided]).toEqual([[], []]);
    expect(otherUnits.map((each) => [describeOtherUnit(each, 'da'), each.patientIds])).toEqual([
      [
        'HbA1c NPU27300: 2 prøver fra 2 patienter er i mmol/L, profilen spørger i mmol/mol',
        ['a', 'b'],
      ],
    ]);
    expect(describeOtherUnit(otherUnits[0]!, 'en')).toBe(
      'HbA1c NPU27300: 2 results of 2 patients are in mmol/L, the profile asks in mmol/mol',
    );
  });

  it('are why a marker, an item and an indicator cannot be decided, beside every other reason', async () => {
    const { markers, items, indicators } = await assessQuality(await shown());
    expect([markers[0]!.undecided, why(markers[0]!.because)]).toEqual([['a', 'b', 'c'], because]);
    expect([items[0]!.counts.unknown, why(items[0]!.because)]).toEqual([3, because]);
    expect(items[1]!.because).toEqual([]);
    const [reached, counted] = indicators;
    expect([reached!.numerator.patientIds, why(reached!.numerator.because)]).toEqual([
      ['a', 'b', 'c'],
      because,
    ]);
    expect(reached!.denominator).toEqual({ patientIds: [], because: [] });
    expect(why(counted!.denominator.because)).toEqual(because);
    expect(counted!.numerator.patientIds).toEqual([]);
  });

  it('are none where the units convert', async () => {
    const clinic = small([measured('a', '10⁻³')]);
    const quality = await assessQuality(
      await loaded(clinic, {}, profileOf({ patient: { sex: 'female' } }, rules)),
    );
    expect([quality.otherUnits, quality.markers[0]!.because]).toEqual([[], []]);
  });
});

describe('codes that look like another system’s', () => {
  const at = (code: string, system?: string) => ({
    ...{ code, from: '2020-01-01' },
    ...(system === undefined ? {} : { system }),
  });

  it('are listed by type and system, with the most frequent of them and the patients', async () => {
    const many = ['DE119', 'DI109', 'DF009', 'DJ449', 'DM169', 'DN189', 'DE119'];
    const shown = await loaded(
      small([
        dementia('a', { diagnoses: [P70, ...many.map((code) => at(code))] }),
        dementia('b', { diagnoses: [P70, at('DJ449'), at('DX1', 'SKS')] }),
        dementia('c', { medications: [{ code: 'Donepezil', from: '2020-01-01' }] }),
        dementia('d'),
      ]),
    );
    const { foreign } = await assessQuality(shown);
    expect(foreign.map((group) => [describeForeignCodes(group, 'da'), group.patientIds])).toEqual([
      [
        '8 diagnoser ligner ikke ICPC-2 (DE119, DJ449, DI109, DF009, DM169 og 1 anden kode)',
        ['a', 'b'],
      ],
      ['1 medicin ligner ikke ATC (DONEPEZIL)', ['c']],
    ]);
    expect(describeForeignCodes(foreign[0]!, 'en')).toBe(
      '8 diagnoses do not look like ICPC-2 (DE119, DJ449, DI109, DF009, DM169 and 1 other code)',
    );
    expect(describeForeignCodes(foreign[1]!, 'en')).toBe(
      '1 medication does not look like ATC (DONEPEZIL)',
    );
  });

  it('leave out who came again without them', async () => {
    const shown = await loaded(
      small([dementia('a', { diagnoses: [P70, at('DE119')] }), dementia('b')]),
    );
    expect((await assessQuality(shown)).foreign).toHaveLength(1);
    shown.clinic.add([dementia('a')]);
    expect((await assessQuality(shown)).foreign).toEqual([]);
  });

  it('there are none where national and local codes extend the system', async () => {
    const diagnoses = [P70, at('T90-01'), at('P70.1'), at('T90A'), at('-30')];
    const { foreign } = await assessQuality(await loaded(small([dementia('a', { diagnoses })])));
    expect(foreign).toEqual([]);
  });
});

describe('what looks odd', () => {
  it('is grouped by kind, with its number and the patients', async () => {
    const shown = await loaded(
      small([
        patientWith(
          {
            diagnoses: [P70],
            results: [
              { code: 'MCS88042', at: '2026-03-08T23:00:00Z', value: 22 },
              { code: 'MCS88042', at: '2026-07-08T22:00:00Z', value: 21 },
            ],
            appointments: [{ at: '2026-12-08T23:00Z' }],
          },
          { id: 'a', cpr: '150641-0001', birthDate: '1941-06-16' },
        ),
        dementia('b', {
          medications: [{ code: '', text: 'Panodil', from: '2026-01-01T23:00Z' }],
        }),
        dementia('c', { medications: [{ code: '', text: 'Panodil', from: '2026-01-01' }] }),
        dementia('d'),
      ]),
    );
    const { hints } = await assessQuality(shown);
    expect(hints.map((hint) => [describeHint(hint, 'da'), hint.patientIds])).toEqual([
      [
        '4 datoer kan være en dag for tidlige: klokkeslættet ligner midnat i UTC (medicin, prøver, aftaler)',
        ['a', 'b'],
      ],
      ['2 lægemidler har en tekst, men ingen kode', ['b', 'c']],
      ['Fødselsdatoen er en anden end i CPR-nummeret', ['a']],
    ]);
    expect(hints.map((hint) => describeHint(hint, 'en'))).toEqual([
      '4 dates may be a day early: the time looks like midnight in UTC (medication, results, appointments)',
      '2 medicines have a text but no code',
      'The birth date is another than in the CPR number',
    ]);
  });

  it('nothing does in a clinic without', async () => {
    expect((await assessQuality(await loaded(small([dementia('a')])))).hints).toEqual([]);
  });

  it('tells dates far ahead, deaths at the epoch, and texts among numbers', async () => {
    const value = (each: number | string) => ({ code: 'MCS88042', at: '2026-01-01', value: each });
    const shown = await loaded(
      small([
        dementia('a', { diagnoses: [P70, { code: 'T90', from: '2062-01-01' }] }),
        dementia('b', { results: [value(20), value(21), value('hæmolyse')] }),
        patientWith({}, { id: 'c', deceased: '1970-01-01', birthDate: '1942-05-05' }),
        patientWith({}, { id: 'd', birthDate: '2062-05-05' }),
        // What is planned is written years ahead.
        dementia('e', { appointments: [{ at: '2031-01-01' }] }),
      ]),
    );
    const { hints } = await assessQuality(shown);
    expect(hints.map((hint) => [hint.kind, hint.types, hint.count, hint.patientIds])).toEqual([
      ['far-ahead', ['patient', 'diagnosis'], 2, ['a', 'd']],
      ['death-at-epoch', ['patient'], 1, ['c']],
      ['text-among-numbers', ['result'], 1, ['b']],
    ]);
    for (const hint of hints)
      expect([describeHint(hint, 'da'), describeHint(hint, 'en')]).not.toContain('');
  });

  it('holds dates against the last update where the list is of an earlier day', async () => {
    const late = { ...complete, diagnosis: { available: true, updated: '2062-01-02' } };
    const shown = await loaded(
      small([dementia('a', { diagnoses: [P70, { code: 'T90', from: '2062-01-01' }] })], late),
    );
    expect((await assessQuality(shown)).hints).toEqual([]);
  });
});

describe('who cannot be determined', () => {
  it('are grouped by what would decide them; one may need more', async () => {
    const missing = { medication: { available: false, source: 'FMK' } };
    const shown = await loaded(
      small([
        patientWith({ diagnoses: [bad] }, { id: 'a' }),
        { ...patientWith({ diagnoses: [bad, bad] }, { id: 'b' }), coverage: missing },
        { ...patientWith({}, { id: 'c' }), coverage: missing },
        { ...patientWith({}, { id: 'd' }), coverage: missing },
        dementia('e'),
      ]),
    );
    const { undecided } = await assessQuality(shown);
    expect(
      undecided.map((group) => [describeUnknownReasonGroup(group, 'da'), group.patientIds]),
    ).toEqual([
      ['3 patienter: Data om medicin mangler (FMK)', ['b', 'c', 'd']],
      ['2 patienter: 3 oplysninger om diagnoser kan ikke læses', ['a', 'b']],
    ]);
  });

  it('share one reason whose values are implausible, which tells no one’s value', async () => {
    const profile = profileOf({
      result: {
        codes: { system: 'NPU', include: ['X'] },
        value: { above: 5, unit: 'mmol/L', plausible: { max: 30 } },
      },
    });
    const measured = (value: number, id: string) =>
      patientWith({ results: [{ code: 'X', at: '2026-01-01', value }] }, { id });
    const shown = await loaded(small([measured(900, 'a'), measured(310, 'b')]), {}, profile);
    const { undecided } = await assessQuality(shown);
    expect(
      undecided.map((group) => [describeUnknownReasonGroup(group, 'da'), group.patientIds]),
    ).toEqual([
      [
        '2 patienter: Prøvens svar afgør intet: profilen regner svar over 30 mmol/L for fejl (X)',
        ['a', 'b'],
      ],
    ]);
  });

  it('can be left before it is done', async () => {
    const shown = await loaded(small([dementia('a')]));
    const left = assessQuality(shown, { signal: AbortSignal.abort(new Error('nok')) });
    await expect(left).rejects.toThrow('nok');
  });
});

describe('items and markers', () => {
  const mmse = { code: 'MCS88042', at: '2026-03-09', value: 22 };
  const noResults = { result: { available: false, source: 'Laboratoriet' } };
  const clinic = small([
    dementia('a', { results: [mmse, { ...mmse, at: 'engang' }] }),
    ...Array.from({ length: 9 }, (_, index) => dementia(`n${index}`)),
    { ...dementia('u'), coverage: noResults },
  ]);

  it('count every state, and open the members that have it', async () => {
    const { items } = await assessQuality(await loaded(clinic));
    const found = items.find(({ item }) => item.id === 'mmse')!;
    expect(found.counts).toEqual({ value: 1, none: 9, unknown: 1, 'not-asked': 0 });
    expect(found.incomplete).toEqual(['a']);
    expect(found.incompleteBecause.map((group) => describeUnknownReasonGroup(group, 'da'))).toEqual(
      ['1 patient: En oplysning om prøver kan ikke læses'],
    );
    expect(found.because.map((group) => describeUnknownReasonGroup(group, 'da'))).toEqual([
      '1 patient: Data om prøver mangler (Laboratoriet)',
    ]);
    expect(found.share).toBe(1 / 11);
    expect(found.gap).toBe('missing');
    // That nearly nobody gets antipsychotics is no gap in the data.
    const medicine = items.find(({ item }) => item.id === 'antipsykotika')!;
    expect(medicine.counts.value).toBe(0);
    expect(medicine.gap).toBeUndefined();
    expect(found.filters.unknown).toEqual({ columnId: 'item:mmse', states: ['unknown'] });
    expect(describeItemQuality(found, 'da')).toBe(
      'MMSE: 1 af 11 har en værdi, 9 uden, 1 kan ikke afgøres',
    );
  });

  it('markers that cannot be determined name their patients', async () => {
    const { markers } = await assessQuality(await loaded(clinic));
    const untested = markers.find(({ marker }) => marker.id === 'ingen-test')!;
    expect([untested.set.length, untested.undecided]).toEqual([9, ['u']]);
    expect(describeMarkerQuality(untested, 'da')).toMatch(/: kan ikke afgøres for 1 patient$/);
  });
});

describe('on the generated clinic', () => {
  const clinic = generateClinic({ size: 1000 });
  const sum = (quality: DataQuality) =>
    quality.rejected.reduce((total, { records }) => total + records, 0);

  it('junk: every record set aside is in a group, and so is every undecided patient', async () => {
    const shown = await loaded(clinic, { junk: 40 });
    const quality = await assessQuality(shown);
    expect(sum(quality)).toBe(countRejected(shown.clinic.rejected));
    expect(quality.rejected.some(({ nobody }) => nobody > 0)).toBe(true);
    const reached = new Set(quality.undecided.flatMap(({ patientIds }) => patientIds));
    expect([...reached].sort()).toEqual([...shown.population.undecided].sort());
  });

  it('no medication: it is missing, and is what most undecided wait for', async () => {
    const shown = await loaded(clinic, { missing: ['medication'] });
    const quality = await assessQuality(shown);
    const medication = quality.coverage.find(({ type }) => type === 'medication');
    expect(medication).toMatchObject({ state: 'missing', isAsked: true });
    expect(quality.sources.find(({ source }) => source.id === 'FMK')?.source.available).toBe(false);
    expect(quality.undecided[0]?.unknownReason).toMatchObject({
      kind: 'not-covered',
      type: 'medication',
    });
    expect(quality.markers.find(({ marker }) => marker.id === 'antipsykotika')?.undecided).toEqual(
      shown.population.members,
    );
  });

  it('as it is: counts agree with the list, words come in both languages', async () => {
    const shown = await loaded(clinic);
    const quality = await assessQuality(shown);
    for (const { counts, item } of quality.items) {
      const all = Object.values(counts).reduce((total, count) => total + count, 0);
      expect(all, item.id).toBe(shown.population.members.length);
    }
    expect(quality.foreign).toEqual([]);
    expect(
      quality.sources.map(({ freshness }) => describeFreshness(freshness, asOf, 'en')),
    ).toEqual([
      ...Array<string>(3).fill('updated 24 Nov 2026 (today)'),
      'updated 15 Nov 2026 (9 days ago): out of date',
      'updated 24 Nov 2026 (today)',
      'update not stated',
    ]);
  });
});
