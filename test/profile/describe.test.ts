import { describe, expect, it } from 'vitest';
import {
  describeCriterion,
  describeCriterionTree,
  describeItem,
  describePeriod,
  describeProfile,
  describeWindow,
  type Criterion,
  type InformationItem,
  type Window,
} from '../../src/profile/index.ts';
import { profileOf } from '../engine/build.ts';

const icpc = (...include: string[]) => ({ system: 'ICPC-2', include });
const atc = (...include: string[]) => ({ system: 'ATC', include });

describe('R19c how a result has changed', () => {
  it.each<[object, string, string]>([
    [{ above: 5 }, 'steget med mere end 5 mmol/L', 'risen by more than 5 mmol/L'],
    [{ atLeast: 5 }, 'steget med mindst 5 mmol/L', 'risen by at least 5 mmol/L'],
    [{ below: -5 }, 'faldet med mere end 5 mmol/L', 'fallen by more than 5 mmol/L'],
    [{ atMost: -0.5 }, 'faldet med mindst 0,5 mmol/L', 'fallen by at least 0.5 mmol/L'],
    [{ above: 0 }, 'steget', 'risen'],
    [{ below: 0 }, 'faldet', 'fallen'],
    [{ atLeast: 0 }, 'ikke faldet', 'not fallen'],
    [{ atMost: 0 }, 'ikke steget', 'not risen'],
    [{ above: -5 }, 'ikke faldet med mindst 5 mmol/L', 'not fallen by at least 5 mmol/L'],
    [{ atLeast: -5 }, 'ikke faldet med mere end 5 mmol/L', 'not fallen by more than 5 mmol/L'],
    [{ below: 5 }, 'ikke steget med mindst 5 mmol/L', 'not risen by at least 5 mmol/L'],
    [{ atMost: 5 }, 'ikke steget med mere end 5 mmol/L', 'not risen by more than 5 mmol/L'],
    [
      { above: 2, below: 5 },
      'steget med mere end 2 mmol/L og ikke steget med mindst 5 mmol/L',
      'risen by more than 2 mmol/L and not risen by at least 5 mmol/L',
    ],
  ])('%j', (bounds, da, en) => {
    const codes = { system: 'NPU', include: ['X'] };
    const value = { ...bounds, unit: 'mmol/L' };
    const criterion: Criterion = { change: { of: { codes }, from: 'earliest', value } };
    const say = (language: 'da' | 'en') =>
      describeCriterion(criterion, profileOf({ service: {} }), language);
    expect(say('da')).toBe(
      `Seneste prøve X (NPU) er ${da} siden den første, på et hvilket som helst tidspunkt`,
    );
    expect(say('en')).toBe(`Latest result X (NPU) has ${en} since the first, at any time`);
  });

  it.each([
    ['highest', 'fra den højeste af de øvrige', 'from the highest of the others'],
    ['lowest', 'fra den laveste af de øvrige', 'from the lowest of the others'],
  ] as const)('%s', (from, da, en) => {
    const codes = { system: 'NPU', include: ['X'] };
    const criterion: Criterion = {
      change: { of: { codes }, from, value: { below: 0, unit: '1' } },
    };
    const profile = profileOf({ service: {} });
    expect(describeCriterion(criterion, profile, 'da')).toContain(`er faldet ${da},`);
    expect(describeCriterion(criterion, profile, 'en')).toContain(`has fallen ${en},`);
  });
});

describe('criteria as a clinician would write them', () => {
  it.each<[Criterion, string, string]>([
    [
      { diagnosis: { codes: icpc('P70', 'P20', 'P15') } },
      'Diagnose P70, P20 eller P15 (ICPC-2), på et hvilket som helst tidspunkt',
      'Diagnosis P70, P20 or P15 (ICPC-2), at any time',
    ],
    [
      { service: { codes: { system: 'ydelse', include: ['0120'] }, specialty: '80', source: 'A' } },
      'Ydelse 0120 (ydelse) i speciale 80 fra A, på et hvilket som helst tidspunkt',
      'Service 0120 (ydelse) in specialty 80 from A, at any time',
    ],
    [
      {
        medication: {
          codes: atc('A10BJ05'),
          product: ['1', '2'],
          strength: { atLeast: 1.5, unit: 'mg' },
        },
      },
      'Medicin A10BJ05 (ATC) med varenummer 1 eller 2 med styrken mindst 1,5 mg, aktuel',
      'Medication A10BJ05 (ATC) with product number 1 or 2 with strength at least 1.5 mg, active',
    ],
    [
      { appointment: { status: ['booked', 'attended'] } },
      'Aftale (aftalt eller mødt), fra i dag og frem',
      'Appointment (booked or attended), from today on',
    ],
    [
      { patient: { age: { min: 'P5M', max: 'P7M' } } },
      '5 måneder til og med 7 måneder',
      'Aged 5 months to 7 months',
    ],
    [
      { patient: { age: { min: 18, max: 85, on: '-P12M' } } },
      '18 til og med 85 år, opgjort 12 måneder før i dag',
      'Aged 18 to 85, counted 12 months before today',
    ],
    [
      { patient: { age: { max: 'P6W', on: '2026-01-01' } } },
      'Højst 6 uger, opgjort 1. januar 2026',
      'Aged 6 weeks or less, counted 1 January 2026',
    ],
    [
      { patient: { registered: { when: { to: '-P12M' } }, listed: true } },
      'Tilmeldt klinikken til og med 12 måneder før i dag og fast tilmeldt klinikken',
      'Joined the clinic up to and including 12 months before today and on the clinic’s list',
    ],
    [
      { patient: { listed: false, registered: { when: { last: 'P3M' } } } },
      'Tilmeldt klinikken inden for de seneste 3 måneder og ikke fast tilmeldt klinikken (passant)',
      'Joined the clinic within the last 3 months and not on the clinic’s list',
    ],
    [
      {
        anchor: {
          on: { diagnosis: { codes: icpc('P70') } },
          pick: 'earliest',
          is: { service: { when: { last: 'P12M' } } },
        },
      },
      'Ved første registrering af diagnose P70 (ICPC-2), på et hvilket som helst tidspunkt, gælder: ydelse, inden for de seneste 12 måneder regnet fra den dag',
      'On the day of the first diagnosis P70 (ICPC-2), at any time: service, within the last 12 months counted from that day',
    ],
    [
      {
        anchor: {
          on: { diagnosis: { codes: icpc('P70') } },
          pick: 'earliest',
          is: { not: { service: { when: { from: '+P3M', to: '+P9M' } } } },
        },
      },
      'Ved første registrering af diagnose P70 (ICPC-2), på et hvilket som helst tidspunkt, gælder: ingen ydelser, fra 3 måneder efter den dag til og med 9 måneder efter den dag',
      'On the day of the first diagnosis P70 (ICPC-2), at any time: no services, from 3 months after that day to 9 months after that day, both included',
    ],
    [
      { not: { medication: { codes: atc('N05A'), when: { last: 'P1Y' } } } },
      'Ingen medicin N05A (ATC), inden for det seneste år',
      'No medications N05A (ATC), within the last year',
    ],
    [
      { not: { medication: { codes: atc('N05A'), lasting: 'P90D' } } },
      'Ikke medicin N05A (ATC) i mindst 90 dage uden afbrydelse, aktuel',
      'Not medication N05A (ATC) for at least 90 days without interruption, active',
    ],
    [
      {
        not: {
          anchor: {
            on: { diagnosis: { codes: icpc('P70') } },
            pick: 'earliest',
            is: { service: { when: { from: '+P3M', to: '+P9M' } } },
          },
        },
      },
      'Enten findes ingen registrering af diagnose P70 (ICPC-2), på et hvilket som helst tidspunkt, eller også gælder ved den første ikke: ydelse, fra 3 måneder efter den dag til og med 9 måneder efter den dag',
      'Either no diagnosis P70 (ICPC-2), at any time, or not so on the day of the first: service, from 3 months after that day to 9 months after that day, both included',
    ],
    [
      {
        all: [
          { patient: { sex: 'female' } },
          {
            anchor: {
              on: { medication: { codes: atc('N05A'), when: 'ever' } },
              pick: 'latest',
              at: 'end',
              is: { all: [{ patient: { age: { min: 65 } } }, { medication: { when: 'now' } }] },
            },
          },
        ],
      },
      'Kvinde og (den seneste dag, hvor der sluttede medicin N05A (ATC), på et hvilket som helst tidspunkt, gælder: fyldt 65 år, opgjort den dag og medicin, aktuel den dag)',
      'Female and (on the latest day on which there ended medication N05A (ATC), at any time: aged 65 or more, counted that day and medication, active that day)',
    ],
    [
      {
        any: [
          { patient: { sex: 'female' } },
          {
            not: {
              anchor: {
                on: { medication: { codes: atc('N05A'), when: 'ever' } },
                pick: 'latest',
                at: 'end',
                is: { diagnosis: { codes: icpc('P70') } },
              },
            },
          },
        ],
      },
      'Kvinde og/eller (enten er der ikke sluttet medicin N05A (ATC), på et hvilket som helst tidspunkt, eller også gælder den seneste dag, hvor en sluttede, ikke: diagnose P70 (ICPC-2), på et hvilket som helst tidspunkt til og med den dag)',
      'Female and/or (either no ended medication N05A (ATC), at any time, or not so on the latest day on which one ended: diagnosis P70 (ICPC-2), at any time up to and including that day)',
    ],
    [
      { diagnosis: { codes: [icpc('P70'), { system: 'SKS', include: ['DF00', 'DG30'] }] } },
      'Diagnose P70 (ICPC-2) eller DF00 eller DG30 (SKS), på et hvilket som helst tidspunkt',
      'Diagnosis P70 (ICPC-2) or DF00 or DG30 (SKS), at any time',
    ],
    [
      {
        medication: {
          codes: { ...atc('N05A'), title: { da: 'antipsykotika', en: 'antipsychotics' } },
        },
      },
      'Medicin antipsykotika (ATC N05A), aktuel',
      'Medication antipsychotics (ATC N05A), active',
    ],
    [
      {
        result: {
          codes: { system: 'NPU', include: ['NPU27300'] },
          pick: 'latest',
          value: { above: 58, unit: 'mmol/mol' },
          when: { last: 'P12M' },
        },
      },
      'Seneste prøve NPU27300 (NPU) over 58 mmol/mol, inden for de seneste 12 måneder',
      'Latest result NPU27300 (NPU) above 58 mmol/mol, within the last 12 months',
    ],
    [
      { result: { value: { atLeast: 7.5, below: 9, unit: '1' } } },
      'Prøve mindst 7,5 og under 9, på et hvilket som helst tidspunkt',
      'Result at least 7.5 and below 9, at any time',
    ],
    [
      {
        result: {
          pick: 'latest',
          value: { above: 5, unit: 'mmol/L', plausible: { min: 0.5, max: 30 } },
          when: { last: 'P1Y' },
        },
      },
      'Seneste prøve over 5 mmol/L (svar under 0,5 og over 30 mmol/L afgør intet), inden for det seneste år',
      'Latest result above 5 mmol/L (results below 0.5 and above 30 mmol/L decide nothing), within the last year',
    ],
    [
      { result: { value: { above: 5, unit: '1', plausible: { max: 30 } } } },
      'Prøve over 5 (svar over 30 afgør intet), på et hvilket som helst tidspunkt',
      'Result above 5 (results above 30 decide nothing), at any time',
    ],
    [
      {
        result: {
          pick: 'latest',
          prefer: [
            {
              system: 'NPU',
              include: ['DNK05472'],
              title: { da: 'blodtryk hjemme', en: 'blood pressure at home' },
            },
            { system: 'NPU', include: ['DNK05473'] },
          ],
          value: { above: 140, unit: 'mm[Hg]' },
          when: { last: 'P1Y' },
        },
      },
      'Seneste prøve blodtryk hjemme (NPU DNK05472), ellers DNK05473 (NPU), over 140 mmHg, inden for det seneste år',
      'Latest result blood pressure at home (NPU DNK05472), otherwise DNK05473 (NPU), above 140 mmHg, within the last year',
    ],
    [
      {
        change: {
          of: {
            codes: { system: 'NPU', include: ['DNK35302'], title: { da: 'eGFR' } },
            when: { last: 'P1Y' },
            source: 'Lab',
          },
          from: 'previous',
          value: { below: -5, unit: 'mL/min', plausible: { min: 1 } },
        },
      },
      'Seneste prøve eGFR (NPU DNK35302) er faldet med mere end 5 mL/min siden den foregående (svar under 1 mL/min afgør intet) fra Lab, inden for det seneste år',
      'Latest result eGFR (NPU DNK35302) has fallen by more than 5 mL/min since the one before (results below 1 mL/min decide nothing) from Lab, within the last year',
    ],
    [
      {
        sameDay: {
          of: [
            {
              result: {
                codes: { system: 'NPU', include: ['S'] },
                pick: 'lowest',
                value: { below: 140, unit: 'mm[Hg]', plausible: { min: 40 } },
              },
            },
            { service: { specialty: '80', source: 'A' } },
          ],
          when: { last: 'P1Y' },
        },
      },
      'På den seneste fælles dag laveste prøve S (NPU) under 140 mmHg (svar under 40 mmHg afgør intet) og ydelse i speciale 80 fra A, inden for det seneste år',
      'On the latest day that they share lowest result S (NPU) below 140 mmHg (results below 40 mmHg decide nothing) and service in specialty 80 from A, within the last year',
    ],
    [
      { sameDay: { of: [{ result: {} }, { note: {} }] } },
      'På den seneste fælles dag prøve og notat, på et hvilket som helst tidspunkt',
      'On the latest day that they share result and note, at any time',
    ],
    [
      { medication: { distinct: { level: 5 }, count: { min: 10 } } },
      'Mindst 10 forskellige lægemidler, aktuel',
      'At least 10 different medicines, active',
    ],
    [
      {
        medication: {
          codes: {
            system: 'ATC',
            title: { da: 'Alle lægemidler', en: 'All medicines' },
            include: [...'ABCDGHJLMNPRSV'],
            exclude: ['A11', 'A12'],
          },
          distinct: { level: 5 },
          count: { min: 5 },
        },
      },
      'Mindst 5 forskellige lægemidler (uden A11, A12), aktuel',
      'At least 5 different medicines (without A11, A12), active',
    ],
    [
      {
        diagnosis: {
          codes: {
            system: 'ICPC-2',
            include: ['P70', 'P20', 'P15'],
            names: {
              P70: { da: 'demens', en: 'dementia' },
              P20: { da: 'hukommelsesforstyrrelse' },
            },
          },
        },
      },
      'Diagnose demens (P70), hukommelsesforstyrrelse (P20) eller P15 (ICPC-2), på et hvilket som helst tidspunkt',
      'Diagnosis dementia (P70), hukommelsesforstyrrelse (P20) or P15 (ICPC-2), at any time',
    ],
    [
      { medication: { codes: atc('N05A'), lasting: 'P3M', gap: 'P14D' } },
      'Medicin N05A (ATC) i mindst 3 måneder uden afbrydelse (pauser op til 14 dage tælles med), aktuel',
      'Medication N05A (ATC) for at least 3 months without interruption (pauses up to 14 days included), active',
    ],
    [
      { medication: { codes: atc('N05A'), lasting: { atMost: 'P21D' }, when: { last: 'P1Y' } } },
      'Medicin N05A (ATC) i højst 21 dage uden afbrydelse og afsluttet, inden for det seneste år',
      'Medication N05A (ATC) for at most 21 days without interruption and ended, within the last year',
    ],
    [
      { medication: { codes: atc('N05A'), lasting: { atLeast: 'P5D', atMost: 'P21D' } } },
      'Medicin N05A (ATC) i mindst 5 dage og højst 21 dage uden afbrydelse og afsluttet, aktuel',
      'Medication N05A (ATC) for at least 5 days and at most 21 days without interruption and ended, active',
    ],
    [
      {
        medication: {
          codes: atc('H02AB'),
          episodes: { gap: 'P14D' },
          lasting: { atMost: 'P21D' },
          count: { min: 2 },
          when: { last: 'P12M' },
        },
      },
      'Mindst 2 forløb med medicin H02AB (ATC) (pauser op til 14 dage tælles med), hvert i højst 21 dage og afsluttet, inden for de seneste 12 måneder',
      'At least 2 runs of medication H02AB (ATC) (pauses up to 14 days included), each for at most 21 days and ended, within the last 12 months',
    ],
    [
      { medication: { codes: atc('H02AB'), episodes: {}, lasting: 'P1M', count: { max: 1 } } },
      'Højst 1 forløb med medicin H02AB (ATC) i mindst 1 måned, aktuel',
      'At most 1 run of medication H02AB (ATC) for at least 1 month, active',
    ],
    [
      { medication: { codes: atc('H02AB'), episodes: {}, count: { max: 0 } } },
      'Ingen forløb med medicin H02AB (ATC), aktuel',
      'No runs of medication H02AB (ATC), active',
    ],
    [
      { appointment: { count: { max: 0 } } },
      'Ingen aftaler, fra i dag og frem',
      'No appointments, from today on',
    ],
    [
      {
        service: {
          codes: { system: 'ydelse', include: ['0106'], exclude: ['0107'] },
          count: { min: 2 },
          when: { last: 'P1Y' },
        },
      },
      'Mindst 2 ydelser 0106 (ydelse, undtagen 0107), inden for det seneste år',
      'At least 2 services 0106 (ydelse, except 0107), within the last year',
    ],
    [
      {
        result: {
          codes: { system: 'NPU', include: ['DNK35302'] },
          value: { below: 60, unit: 'mL/min' },
          count: { min: 2, apart: 'P90D' },
          when: { last: 'P5Y' },
        },
      },
      'Mindst 2 prøver DNK35302 (NPU) under 60 mL/min med mindst 90 dage imellem, inden for de seneste 5 år',
      'At least 2 results DNK35302 (NPU) below 60 mL/min at least 90 days apart, within the last 5 years',
    ],
    [
      { patient: { age: { min: 65 }, sex: 'female' } },
      'Fyldt 65 år og kvinde',
      'Aged 65 or more and female',
    ],
    [
      {
        concurrent: {
          of: [{ medication: { codes: atc('C09') } }, { medication: { codes: atc('M01A') } }],
          lasting: 'P2W',
        },
      },
      'Samtidig medicin C09 (ATC) og medicin M01A (ATC) i mindst 2 uger, aktuel',
      'Medication C09 (ATC) and medication M01A (ATC) at the same time for at least 2 weeks, active',
    ],
    [
      {
        sequence: {
          of: [{ medication: { codes: atc('A10BJ'), when: 'ever' } }, { result: {} }],
          within: 'P3M',
        },
      },
      'Medicin A10BJ (ATC), på et hvilket som helst tidspunkt, fulgt inden for 3 måneder af prøve, på et hvilket som helst tidspunkt',
      'Medication A10BJ (ATC), at any time, followed within 3 months by result, at any time',
    ],
    [
      {
        all: [
          { patient: { sex: 'male' } },
          {
            not: {
              any: [{ diagnosis: { codes: icpc('K86') } }, { diagnosis: { codes: icpc('T90') } }],
            },
          },
        ],
      },
      'Mand og ikke (diagnose K86 (ICPC-2), på et hvilket som helst tidspunkt og/eller diagnose T90 (ICPC-2), på et hvilket som helst tidspunkt)',
      'Male and not (diagnosis K86 (ICPC-2), at any time and/or diagnosis T90 (ICPC-2), at any time)',
    ],
    [
      {
        atLeast: 1,
        of: [{ patient: { age: { max: 17 } } }, { patient: { age: { min: 65, max: 70 } } }],
      },
      'Mindst 1 af: højst 17 år; 65 til og med 70 år',
      'At least 1 of: aged 17 or less; aged 65 to 70',
    ],
    [{ service: {} }, 'Ydelse, på et hvilket som helst tidspunkt', 'Service, at any time'],
    [
      { diagnosis: { lasting: 'P1Y' } },
      'Diagnose i mindst 1 år uden afbrydelse, på et hvilket som helst tidspunkt',
      'Diagnosis for at least 1 year without interruption, at any time',
    ],
    [
      { medication: { codes: atc('N05A'), distinct: { level: 4 } } },
      'Mindst 1 lægemiddel N05A (ATC) (ATC-niveau 4), aktuel',
      'At least 1 medicine N05A (ATC) (ATC level 4), active',
    ],
    [
      { medication: { distinct: { level: 5 }, count: { max: 0 } } },
      'Ingen lægemidler, aktuel',
      'No medicines, active',
    ],
    [{ patient: { age: { min: 65, max: 65 } } }, '65 år', 'Aged 65'],
    [
      { patient: { age: { min: 'P5M', max: 'P5M', on: '-P1M' } } },
      '5 måneder, opgjort 1 måned før i dag',
      'Aged 5 months, counted 1 month before today',
    ],
    [
      { result: { pick: 'earliest', value: { text: ['positiv'] }, source: 'WebReq' } },
      'Første prøve med svaret “positiv” fra WebReq, på et hvilket som helst tidspunkt',
      'First result with the answer “positiv” from WebReq, at any time',
    ],
    [
      { result: { pick: 'highest', value: { above: 1.5, atMost: 4.5, unit: '1' } } },
      'Højeste prøve over 1,5 og højst 4,5, på et hvilket som helst tidspunkt',
      'Highest result above 1.5 and at most 4.5, at any time',
    ],
    [
      { result: { pick: 'earliest', value: { text: ['a', 'b'] } } },
      'Første prøve med svaret “a” eller “b”, på et hvilket som helst tidspunkt',
      'First result with the answer “a” or “b”, at any time',
    ],
    [
      { result: { pick: 'any', value: { below: 4, unit: '1' }, count: { min: 2, max: 2 } } },
      'Præcis 2 prøver under 4, på et hvilket som helst tidspunkt',
      'Exactly 2 results below 4, at any time',
    ],
    [
      { result: { value: { below: 4, unit: '1' }, count: { max: 0 } } },
      'Ingen prøver under 4, på et hvilket som helst tidspunkt',
      'No results below 4, at any time',
    ],
    [{ medication: { count: { max: 0 } } }, 'Ingen medicin, aktuel', 'No medications, active'],
    [
      { diagnosis: { codes: [{ ...icpc('K'), exclude: ['K86'] }, icpc('A')] } },
      'Diagnose K (ICPC-2, undtagen K86) eller A (ICPC-2), på et hvilket som helst tidspunkt',
      'Diagnosis K (ICPC-2, except K86) or A (ICPC-2), at any time',
    ],
    [
      { not: { service: { count: { min: 2 }, when: { last: 'P1Y' } } } },
      'Højst 1 ydelse, inden for det seneste år',
      'At most 1 service, within the last year',
    ],
    [
      { not: { result: { count: { min: 3, apart: 'P90D' }, when: { last: 'P1Y' } } } },
      'Højst 2 prøver med mindst 90 dage imellem, inden for det seneste år',
      'At most 2 results at least 90 days apart, within the last year',
    ],
    [
      { not: { service: { count: { min: 0, max: 2 } } } },
      'Mindst 3 ydelser, på et hvilket som helst tidspunkt',
      'At least 3 services, at any time',
    ],
    [
      { not: { medication: { distinct: { level: 5 }, count: { min: 5 } } } },
      'Højst 4 forskellige lægemidler, aktuel',
      'At most 4 different medicines, active',
    ],
    [
      { not: { medication: { codes: atc('H02'), episodes: {}, count: { min: 2 }, when: 'ever' } } },
      'Højst 1 forløb med medicin H02 (ATC), på et hvilket som helst tidspunkt',
      'At most 1 run of medication H02 (ATC), at any time',
    ],
    [
      { not: { vaccination: { first: true } } },
      'Ingen vaccinationer (patientens første af sin slags), på et hvilket som helst tidspunkt',
      'No vaccinations (the patient’s first of its kind), at any time',
    ],
    [
      { not: { service: { count: { min: 2, max: 3 } } } },
      'Ikke 2 til 3 ydelser, på et hvilket som helst tidspunkt',
      'Not 2 to 3 services, at any time',
    ],
    [
      { not: { result: { codes: atc('X'), pick: 'latest', value: { above: 5, unit: '1' } } } },
      'Ikke seneste prøve X (ATC) over 5, på et hvilket som helst tidspunkt',
      'Not latest result X (ATC) above 5, at any time',
    ],
    [
      { medication: { count: { min: 2 } } },
      'Mindst 2 præparater, aktuel',
      'At least 2 medications, active',
    ],
    [
      { referral: { count: { min: 1 }, source: 'Journal' } },
      'Mindst 1 henvisning fra Journal, på et hvilket som helst tidspunkt',
      'At least 1 referral from Journal, at any time',
    ],
    [
      { letter: { when: { last: 'P3M' } } },
      'Epikrise, inden for de seneste 3 måneder',
      'Discharge letter, within the last 3 months',
    ],
    [
      { letter: { count: { max: 0 } } },
      'Ingen epikriser, på et hvilket som helst tidspunkt',
      'No discharge letters, at any time',
    ],
    [
      { service: { count: { min: 1, max: 3 }, when: 'now' } },
      '1 til 3 ydelser, i dag',
      '1 to 3 services, today',
    ],
    [
      { appointment: { count: { min: 0, max: 1 } } },
      '0 til 1 aftale, fra i dag og frem',
      '0 to 1 appointment, from today on',
    ],
    [
      { diagnosis: { count: { max: 1 } } },
      'Højst 1 diagnose, på et hvilket som helst tidspunkt',
      'At most 1 diagnosis, at any time',
    ],
    [
      {
        patient: {
          municipality: ['0101', '0751'],
          postalCode: ['8000'],
          insuranceGroup: 1,
          practitioner: ['LH', 'KM', 'BS'],
        },
      },
      'Bor i kommune København (0101) eller Aarhus (0751), postnummer 8000, sikringsgruppe 1 og fast læge LH, KM eller BS',
      'Lives in municipality København (0101) or Aarhus (0751), postal code 8000, insurance group 1 and usual GP LH, KM or BS',
    ],
    [
      { concurrent: { of: [{ diagnosis: {} }, { medication: {} }], when: { last: 'P1Y' } } },
      'Samtidig diagnose og medicin, inden for det seneste år',
      'Diagnosis and medication at the same time, within the last year',
    ],
    [
      { not: { all: [{ patient: { sex: 'female' } }, { patient: { age: { max: 17 } } }] } },
      'Ikke (kvinde og højst 17 år)',
      'Not (female and aged 17 or less)',
    ],
    [
      { not: { patient: { sex: 'female', listed: true } } },
      'Ikke (kvinde og fast tilmeldt klinikken)',
      'Not (female and on the clinic’s list)',
    ],
    [
      {
        any: [{ patient: { sex: 'female', age: { min: 65 } } }, { patient: { insuranceGroup: 2 } }],
      },
      '(fyldt 65 år og kvinde) og/eller sikringsgruppe 2',
      '(aged 65 or more and female) and/or insurance group 2',
    ],
    [
      {
        all: [
          {
            atLeast: 1,
            of: [
              { patient: { sex: 'female' } },
              { atLeast: 1, of: [{ patient: { age: { max: 17 } } }, { service: {} }] },
            ],
          },
          { patient: { insuranceGroup: 1 } },
        ],
      },
      '(mindst 1 af: kvinde; (mindst 1 af: højst 17 år; ydelse, på et hvilket som helst tidspunkt)) og sikringsgruppe 1',
      '(at least 1 of: female; (at least 1 of: aged 17 or less; service, at any time)) and insurance group 1',
    ],
    [
      {
        all: [
          { concurrent: { of: [{ diagnosis: {} }, { medication: {} }] } },
          { not: { sequence: { of: [{ service: {} }, { letter: {} }], within: 'P1W' } } },
          { sameDay: { of: [{ service: {} }, { note: {} }] } },
        ],
      },
      '(samtidig diagnose og medicin, aktuel), ikke (ydelse, på et hvilket som helst tidspunkt, fulgt inden for 1 uge af epikrise, på et hvilket som helst tidspunkt) og (på den seneste fælles dag ydelse og notat, på et hvilket som helst tidspunkt)',
      '(diagnosis and medication at the same time, active), not (service, at any time, followed within 1 week by discharge letter, at any time) and (on the latest day that they share service and note, at any time)',
    ],
    [
      {
        not: {
          change: {
            of: { codes: { system: 'NPU', include: ['X'] } },
            from: 'previous',
            value: { above: 2, below: 5, unit: '1' },
          },
        },
      },
      'Ikke (seneste prøve X (NPU) er steget med mere end 2 og ikke steget med mindst 5 siden den foregående, på et hvilket som helst tidspunkt)',
      'Not (latest result X (NPU) has risen by more than 2 and not risen by at least 5 since the one before, at any time)',
    ],
    [
      {
        anchor: {
          on: { diagnosis: { codes: icpc('P70') } },
          pick: 'latest',
          is: {
            concurrent: {
              of: [{ carePlan: { maintained: { last: 'P1Y' } } }, { diagnosis: {} }],
            },
          },
        },
      },
      'Ved seneste registrering af diagnose P70 (ICPC-2), på et hvilket som helst tidspunkt, gælder: samtidig forløbsplan, senest vedligeholdt inden for det seneste år regnet fra den dag og diagnose, aktuel den dag',
      'On the day of the latest diagnosis P70 (ICPC-2), at any time: care plan, last maintained within the last year counted from that day and diagnosis at the same time, active that day',
    ],
    [{ not: { not: { patient: { sex: 'female' } } } }, 'Ikke ikke kvinde', 'Not not female'],
    [
      {
        diagnosis: {
          codes: {
            ...icpc(...Array.from({ length: 12 }, (_, index) => `A${index}`)),
            title: { da: 'mange' },
            exclude: ['B1', 'B2'],
          },
        },
      },
      'Diagnose mange (ICPC-2 A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10 eller A11, undtagen B1 og B2), på et hvilket som helst tidspunkt',
      'Diagnosis mange (ICPC-2 A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10 or A11, except B1 and B2), at any time',
    ],
    [
      { diagnosis: { codes: icpc(...Array.from({ length: 15 }, (_, index) => `A${index}`)) } },
      'Diagnose A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11 eller 3 andre (ICPC-2), på et hvilket som helst tidspunkt',
      'Diagnosis A0, A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11 or 3 more (ICPC-2), at any time',
    ],
  ])('%#', (criterion, da, en) => {
    const profile = profileOf(criterion);
    expect(describeCriterion(criterion, profile, 'da')).toBe(da);
    expect(describeCriterion(criterion, profile, 'en')).toBe(en);
  });

  it('as a tree, with the paths of the engine’s findings', () => {
    const criterion: Criterion = { any: [{ diagnosis: {} }, { not: { service: {} } }] };
    const tree = describeCriterionTree(
      criterion,
      profileOf(criterion),
      'da',
      '/population/include',
    );
    expect(tree.text).toBe('Mindst ét af disse');
    expect(tree.branches.map(({ path }) => path)).toEqual([
      '/population/include/any/0',
      '/population/include/any/1',
    ]);
    expect(tree.branches[1]?.branches[0]?.path).toBe('/population/include/any/1/not');
  });

  it('every branching has its heading, every question its sentence', () => {
    const male: Criterion = { patient: { sex: 'male' } };
    const criterion: Criterion = { all: [{ not: male }, { atLeast: 1, of: [{ any: [male] }] }] };
    const leaf = (path: string, text: string) => ({ path, text, branches: [] });
    const profile = profileOf(criterion);
    expect(describeCriterionTree(criterion, profile, 'da', '/x')).toEqual({
      path: '/x',
      text: 'Alle disse',
      branches: [
        { path: '/x/all/0', text: 'Ikke dette', branches: [leaf('/x/all/0/not', 'Mand')] },
        {
          path: '/x/all/1',
          text: 'Mindst 1 af disse',
          branches: [
            {
              path: '/x/all/1/of/0',
              text: 'Mindst ét af disse',
              branches: [leaf('/x/all/1/of/0/any/0', 'Mand')],
            },
          ],
        },
      ],
    });
    const { text, branches } = describeCriterionTree(criterion, profile, 'en', '/x');
    expect([text, ...branches.map((each) => each.text)]).toEqual([
      'All of these',
      'Not this',
      'At least 1 of these',
    ]);
    expect(branches[1]?.branches[0]?.text).toBe('At least one of these');
    expect(branches[1]?.branches[0]?.branches[0]?.text).toBe('Male');
  });
});

describe('windows: no default is hidden', () => {
  it.each<[Window, string, string]>([
    ['ever', 'på et hvilket som helst tidspunkt', 'at any time'],
    ['future', 'fra i dag og frem', 'from today on'],
    [{ next: 'P1M' }, 'inden for den næste måned', 'within the next month'],
    [{ last: 'P1M' }, 'inden for den seneste måned', 'within the last month'],
    [{ last: 'P1W' }, 'inden for den seneste uge', 'within the last week'],
    [{ last: 'P1D' }, 'inden for den seneste dag', 'within the last day'],
    [{ next: 'P1Y' }, 'inden for det næste år', 'within the next year'],
    [{ last: 'P0D' }, 'i dag', 'today'],
    [{ next: 'P0Y' }, 'i dag', 'today'],
    [
      { last: 'P1Y1M' },
      'inden for de seneste 1 år og 1 måned',
      'within the last 1 year and 1 month',
    ],
    [
      { from: '-P24M', to: '-P12M' },
      'fra 24 måneder før i dag til og med 12 måneder før i dag',
      'from 24 months before today to 12 months before today, both included',
    ],
    [
      { from: '2026-01-01' },
      'fra 1. januar 2026 til og med i dag',
      'from 1 January 2026 to today, both included',
    ],
    [{ to: '2026-05-31' }, 'til og med 31. maj 2026', 'up to and including 31 May 2026'],
    ['now', 'i dag', 'today'],
    [{ last: 'P2W' }, 'inden for de seneste 2 uger', 'within the last 2 weeks'],
    [
      { from: 'P0D', to: '+P1M' },
      'fra i dag til og med 1 måned efter i dag',
      'from today to 1 month after today, both included',
    ],
    [
      { from: '-P1W', to: '+P0D' },
      'fra 1 uge før i dag til og med i dag',
      'from 1 week before today to today, both included',
    ],
    [
      { from: '-P1D', to: '2026-12-01' },
      'fra 1 dag før i dag til og med 1. december 2026',
      'from 1 day before today to 1 December 2026, both included',
    ],
    [
      { from: '-P2Y', to: '-P1Y' },
      'fra 2 år før i dag til og med 1 år før i dag',
      'from 2 years before today to 1 year before today, both included',
    ],
  ])('%j', (window, da, en) => {
    expect(describeWindow(window, 'result', 'da')).toBe(da);
    expect(describeWindow(window, 'result', 'en')).toBe(en);
  });

  it('what has a span may be current', () => {
    expect(describeWindow('now', 'diagnosis', 'da')).toBe('aktuel');
    expect(describeWindow('now', 'medication', 'en')).toBe('active');
    expect(describeWindow('now', 'appointment', 'en')).toBe('today');
    expect(describeWindow({ last: 'P0D' }, 'medication', 'da')).toBe('aktuel');
  });

  it('a period that cannot be read stands as it is', () => {
    expect(describePeriod('snart', 'da')).toBe('snart');
  });

  it('periods in English', () => {
    expect(describePeriod('P2Y1M', 'en')).toBe('2 years and 1 month');
    expect(describePeriod('P0D', 'en')).toBe('0 days');
  });

  it.each([
    ['P1M', '1 måned'],
    ['P12M', '12 måneder'],
    ['P1Y6M', '1 år og 6 måneder'],
    ['P1Y2M3W4D', '1 år, 2 måneder, 3 uger og 4 dage'],
    ['P0D', '0 dage'],
  ])('%s is %s', (period, da) => expect(describePeriod(period, 'da')).toBe(da));
});

describe('information items', () => {
  const title = { da: 'Titel', en: 'Title' };
  const profile = profileOf({ diagnosis: {} });
  it.each<[InformationItem, string, string]>([
    [{ id: 'a', type: 'patient', field: 'age', title }, 'Titel', 'Title'],
    [
      { id: 'a', type: 'patient', field: 'age', title, condition: { patient: { sex: 'male' } } },
      'Titel (kun hvis Mand)',
      'Title (only if Male)',
    ],
    [
      { id: 'a', type: 'medication', title, codes: atc('N05A') },
      'Titel: N05A (ATC), aktuel',
      'Title: N05A (ATC), active',
    ],
    [
      { id: 'a', type: 'appointment', title, condition: { patient: { sex: 'male' } } },
      'Titel: fra i dag og frem (kun hvis Mand)',
      'Title: from today on (only if Male)',
    ],
    [
      { id: 'a', type: 'diagnosis', title },
      'Titel: på et hvilket som helst tidspunkt',
      'Title: at any time',
    ],
    [
      { id: 'a', type: 'service', title, when: { last: 'P1Y' } },
      'Titel: inden for det seneste år',
      'Title: within the last year',
    ],
    [
      {
        id: 'a',
        type: 'result',
        title,
        uncoded: { da: 'Ingen koder' },
        condition: { patient: { sex: 'male' } },
      },
      'Titel: Ingen koder (kun hvis Mand)',
      'Title: Ingen koder (only if Male)',
    ],
  ])('%#', (item, da, en) => {
    expect(describeItem(item, profile, 'da')).toBe(da);
    expect(describeItem(item, profile, 'en')).toBe(en);
  });
});

describe('a whole profile', () => {
  const male: Criterion = { patient: { sex: 'male' } };

  it('has its sections in reading order', () => {
    const profile = profileOf(male, {
      title: { da: 'Mænd', en: 'Men' },
      purpose: [{ da: 'At prøve', en: 'To try' }, { da: 'At se' }],
      description: { da: 'Kun en prøve' },
      population: { include: male, exclude: { patient: { age: { max: 17 } } } },
      information: [
        { id: 'a', type: 'service', title: { da: 'Kontrol' }, when: 'now' },
        { id: 'b', type: 'patient', title: { da: 'Alder' }, field: 'age' },
        { id: 'c', type: 'service', title: { da: 'Vaccination' }, when: 'now' },
      ],
      markers: [
        {
          id: 'a',
          level: 'critical',
          title: { da: 'Obs' },
          when: male,
          advice: { da: 'Vurdér' },
          source: 'DSAM',
        },
        { id: 'b', level: 'info', title: { da: 'Mand' }, when: male },
      ],
      indicators: [
        { id: 'a', title: { da: 'Andel' }, numerator: male },
        {
          id: 'b',
          title: { da: 'Ældre' },
          numerator: male,
          denominator: { patient: { age: { min: 65 } } },
          except: { patient: { insuranceGroup: 2 } },
        },
      ],
      validFrom: '2025-01-01',
      validTo: '2025-12-31',
      about: {
        approvedBy: [{ name: 'DSAM', on: '2024-12-01', until: '2025-12-31' }, { name: 'SST' }],
        changes: [
          { version: '1.0.0', on: '2024-11-01', text: { da: 'Flere koder.' }, source: 'SST 2024' },
          { version: '0.9.0', text: { da: 'Første' } },
        ],
      },
      references: [{ title: 'DSAM', url: 'https://dsam.dk' }, { title: 'Bog' }],
    });
    expect(describeProfile(profile, 'da')).toEqual({
      title: 'Mænd',
      sections: [
        { title: 'Formål', lines: ['At prøve', 'At se'] },
        { title: 'Beskrivelse', lines: ['Kun en prøve'] },
        { title: 'Inklusionskriterier', lines: ['Mand'] },
        { title: 'Eksklusionskriterier', lines: ['Højst 17 år'] },
        { title: 'Patient', lines: ['Alder'] },
        { title: 'Ydelser', lines: ['Kontrol: i dag', 'Vaccination: i dag'] },
        {
          title: 'Opmærksomhedsmarkører',
          lines: ['Obs (alvorlig): Mand. Råd: Vurdér. Kilde: DSAM', 'Mand (info): Mand'],
        },
        {
          title: 'Indikatorer',
          lines: [
            'Andel: Mand',
            'Ældre: Mand. Blandt: Fyldt 65 år. Undtaget, hvor svaret er nej: Sikringsgruppe 2',
          ],
        },
        { title: 'Kilder', lines: ['DSAM (https://dsam.dk)', 'Bog'] },
        {
          title: 'Gyldighed',
          lines: ['Reglerne gælder fra 1. januar 2025 til og med 31. december 2025'],
        },
        {
          title: 'Godkendelse',
          lines: [
            'Godkendt af DSAM 1. december 2024, til og med 31. december 2025',
            'Godkendt af SST',
          ],
        },
        {
          title: 'Ændringer',
          lines: ['1.0.0 (1. november 2024): Flere koder. Kilde: SST 2024', '0.9.0: Første'],
        },
      ],
    });
    const english = describeProfile(profile, 'en');
    expect(english.title).toBe('Men');
    expect(english.sections[0]).toEqual({ title: 'Purpose', lines: ['To try', 'At se'] });
  });

  it('leaves empty sections out', () => {
    const { sections } = describeProfile(profileOf(male), 'en');
    expect(sections.map(({ title }) => title)).toEqual([
      'Purpose',
      'Inclusion criteria',
      'Approval',
    ]);
    expect(sections.at(-1)?.lines).toEqual(['Not clinically approved']);
  });
});
