import { describe, expect, it } from 'vitest';
import demens from '../../../fixtures/profiles/demens.json' with { type: 'json' };
import whammy from '../../../fixtures/profiles/triple-whammy.json' with { type: 'json' };
import { compile, evaluatePatient, type PatientOutcome } from '../../../src/engine/index.ts';
import {
  changesBetween,
  viewCockpit,
  viewContacts,
  viewHistory,
  viewTimeline,
} from '../../../src/model/cockpit/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { checkPatient, type PatientRecords } from '../../../src/record/index.ts';
import { complete, patientWith, planOf } from '../../engine/build.ts';

const coverage = Object.fromEntries(
  ['diagnosis', 'medication', 'result', 'service', 'appointment', 'referral', 'letter'].map(
    (type) => [type, { available: true }],
  ),
);

const person = { id: 'p', name: 'Birthe Prøve', birthDate: '1942-01-01', sex: 'female' } as const;
const records: PatientRecords = {
  patient: person,
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [
    { code: 'C09AA02', text: 'Enalapril', from: '2019-01-01' },
    { code: 'C03CA01', text: 'Furosemid', from: '2023-02-01' },
    { code: 'M01AE01', text: 'Ibuprofen', from: '2026-11-03' },
    { code: 'N05AH04', text: 'Quetiapin', from: '2026-09-01' },
    { code: 'N06AB04', text: 'Citalopram', from: '2022-01-01', to: '2026-10-01' },
    { code: 'N06DA02', text: 'Donepezil', from: '2010-01-01', to: '2012-01-01' },
    { code: 'B01AC06', text: 'Acetylsalicylsyre', from: '2027-01-01' },
  ],
  services: [
    { code: '0101', text: 'Konsultation', at: '2026-11-02' },
    { code: '2101', text: 'Blodprøve', at: '2026-11-02' },
    { code: '0101', text: 'Konsultation', at: '2024-12-31' },
    { code: '0101', text: 'Konsultation', at: '2024-11-30' },
  ],
  letters: [{ text: 'Epikrise', at: '2026-10-09' }],
  appointments: [
    { at: '2026-10-05', status: 'missed' },
    { at: '2026-12-03', text: 'Årskontrol' },
  ],
};

function outcomesOn(
  asOf: string,
  documents: readonly unknown[],
): [PatientOutcome, ...PatientOutcome[]] {
  const { patient } = checkPatient(records);
  if (!patient) throw new Error('The patient cannot be read.');
  const [first, ...rest] = documents.map((document) => {
    const parsed = parseProfile(document);
    if (!parsed.ok) throw new Error('The profile cannot be read.');
    return evaluatePatient(compile(parsed.profile), patient, coverage, asOf);
  });
  if (!first) throw new Error('No profile.');
  return [first, ...rest];
}

describe('the timeline', () => {
  const timeline = viewTimeline(outcomesOn('2026-11-24', [whammy, demens]), 'da');

  it('shades the days that three medicines were given together, once each', () => {
    expect(timeline.overlaps).toEqual([
      {
        title: 'Triple Whammy',
        level: 'warning',
        codes: ['C09AA02', 'C03CA01', 'M01AE01'],
        from: '2026-11-03',
        to: '2026-11-24',
        since: '2026-11-03',
        days: 22,
        mayBeLonger: false,
      },
    ]);
  });

  it('counts active substances, and shows the grave and the active first', () => {
    expect(timeline.active).toBe(4);
    expect(timeline.rows.map(({ code }) => code).at(-1)).toBe('N06AB04');
    expect(timeline.rows.map(({ code }) => code)).not.toContain('N06DA02');
    expect(timeline.rows.find(({ code }) => code === 'M01AE01')?.level).toBe('warning');
  });

  it('leaves out what is to come', () => {
    expect(timeline.rows.map(({ code }) => code)).not.toContain('B01AC06');
    expect(viewTimeline(outcomesOn('2026-10-24', [whammy]), 'da').overlaps).toEqual([]);
  });

  it('begins on a day that exists', () => {
    expect(viewTimeline(outcomesOn('2028-02-29', [whammy]), 'da').start).toBe('2023-02-28');
  });
});

describe('changes since an earlier date', () => {
  const changes = changesBetween(
    outcomesOn('2026-08-24', [whammy, demens]),
    outcomesOn('2026-11-24', [whammy, demens]),
    'da',
  );

  it('names the markers that came, what began and what ended', () => {
    expect(changes?.markersCame.map(({ id }) => id)).toContain('antipsykotika');
    expect(changes?.markersGone).toEqual([]);
    expect(changes?.medicines.started[0]).toContain('Ibuprofen');
    expect([...changes!.medicines.started, ...changes!.began]).toHaveLength(6);
    expect(changes?.medicines.stopped).toEqual([expect.stringContaining('Citalopram')]);
    expect(changes?.ended).toEqual([]);
    expect(changes?.profilesCame).toEqual(['dk.triple-whammy']);
  });

  it('are none of the same day, or the wrong way round', () => {
    const now = outcomesOn('2026-11-24', [demens]);
    expect(changesBetween(now, now, 'da')).toBeUndefined();
    expect(changesBetween(now, outcomesOn('2026-08-24', [demens]), 'da')).toBeUndefined();
  });
});

describe('contacts', () => {
  const [{ patient }] = outcomesOn('2026-11-24', [demens]);
  const contacts = viewContacts(patient, '2026-11-24');

  it('are counted by month without holes, a day once', () => {
    expect(contacts.months).toHaveLength(24);
    expect(contacts.months[0]).toEqual({ month: '2024-12', practice: 1, hospital: 0, missed: 0 });
    expect(contacts.months.at(-1)).toMatchObject({ month: '2026-11', practice: 1 });
    expect(contacts).toMatchObject({ practice: 2, missed: 1, hospital: 1 });
  });

  it('are those up to the date seen', () => {
    expect(viewContacts(patient, '2026-09-30')).toMatchObject({ practice: 2, missed: 0 });
  });
});

describe('the history', () => {
  const history = viewHistory(outcomesOn('2026-11-24', [demens]), 'da');

  it('has every record up to the date, the newest first, and what is booked', () => {
    const medication = history.get('medication') ?? [];
    expect(medication.map(({ name }) => name)).toEqual([
      'Ibuprofen',
      'Quetiapin',
      'Furosemid',
      'Citalopram',
      'Enalapril',
      'Donepezil',
    ]);
    expect(medication.map(({ current }) => current)).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(medication.find(({ name }) => name === 'Quetiapin')?.asked).toBe(true);
    expect(medication.find(({ name }) => name === 'Ibuprofen')?.asked).toBe(false);
    expect(history.get('appointment')?.map(({ name }) => name)).toEqual(['Årskontrol', 'Aftale']);
  });
});

describe('controls', () => {
  const document = {
    ...demens,
    information: [
      {
        id: 'kontrol',
        type: 'service',
        title: { da: 'Årskontrol' },
        codes: { system: 'ydelse', include: ['0107'] },
      },
    ],
  };
  const missedWith = (services: PatientRecords['services'], covered = true) => {
    const { patient } = checkPatient({ ...records, ...(services ? { services } : {}) });
    const parsed = parseProfile(document);
    if (!patient || !parsed.ok) throw new Error('Not read.');
    const own = covered ? coverage : { ...coverage, service: { available: false } };
    const outcome = evaluatePatient(compile(parsed.profile), patient, own, '2026-11-24');
    const { sections } = viewCockpit([outcome], 'da');
    return sections.find(({ type }) => type === 'service')?.items[0]?.isMissed;
  };

  it('are missed where the newest is more than 12 months old, or there is none', () => {
    expect(missedWith([{ code: '0107', at: '2025-11-23' }])).toBe(true);
    expect(missedWith([{ code: '0107', at: '2025-11-24' }])).toBe(false);
    expect(missedWith([])).toBe(true);
  });

  it('are never said to be missed where data is missing', () => {
    expect(missedWith([], false)).toBe(false);
    expect(missedWith([{ code: '0107', at: '2024-01-01' }], false)).toBe(false);
    expect(missedWith([{ code: '0107', at: 'i går' }])).toBe(false);
  });
});

describe('the colour of a medicine', () => {
  const { patient } = checkPatient(
    patientWith({
      medications: ['A10BA02', 'N05CF01', 'C09AA05'].map((code) => ({ code, from: '2025-01-01' })),
    }),
  );
  const levelsOf = (...whens: readonly object[]) => {
    const plan = planOf(
      { patient: { age: { min: 1 } } },
      {
        markers: whens.map((when, at) => ({
          ...{ id: `m${at}`, level: 'warning', title: { da: `M${at}` }, when },
        })),
      },
    );
    const outcome = evaluatePatient(plan, patient!, complete, '2026-11-24');
    expect(outcome.markers.map(({ truth }) => truth)).toEqual(whens.map(() => 'yes'));
    const { rows } = viewTimeline([outcome], 'da');
    return rows.flatMap(({ code, level }) => (level ? [code] : []));
  };
  const give = (...include: string[]) => ({
    medication: { codes: { system: 'ATC', include } },
  });
  const many = {
    medication: {
      ...{ codes: { system: 'ATC', include: ['A-V'] }, distinct: { level: 5 } },
      count: { min: 3 },
    },
  };

  it('is that of a marker which names it, and not of one that counts how many there are', () => {
    expect(levelsOf(many)).toEqual([]);
    expect(levelsOf(many, give('N05C'))).toEqual(['N05CF01']);
    expect(levelsOf({ all: [many, give('C09')] })).toEqual(['C09AA05']);
    expect(levelsOf({ any: [give('A10BA02'), many] })).toEqual(['A10BA02']);
  });
});
