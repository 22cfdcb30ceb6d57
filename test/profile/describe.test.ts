import { describe, expect, it } from 'vitest';
import {
  describeCriterion,
  describeCriterionTree,
  describePeriod,
  describeWindow,
  type Criterion,
  type Window,
} from '../../src/profile/index.ts';
import { profileOf } from '../engine/build.ts';

const icpc = (...include: string[]) => ({ system: 'ICPC-2', include });
const atc = (...include: string[]) => ({ system: 'ATC', include });

describe('criteria as a clinician would write them', () => {
  it.each<[Criterion, string, string]>([
    [
      { diagnosis: { codes: icpc('P70', 'P20', 'P15') } },
      'Diagnose P70, P20 eller P15 (ICPC-2), nogensinde til og med i dag',
      'Diagnosis P70, P20 or P15 (ICPC-2), ever, up to and including today',
    ],
    [
      {
        medication: {
          codes: { ...atc('N05A'), title: { da: 'antipsykotika', en: 'antipsychotics' } },
        },
      },
      'Medicin antipsykotika (ATC N05A), aktuelt i dag',
      'Medication antipsychotics (ATC N05A), current today',
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
      { result: { value: { atLeast: 7.5, below: 9 } } },
      'Prøve mindst 7,5 og under 9, nogensinde til og med i dag',
      'Result at least 7.5 and below 9, ever, up to and including today',
    ],
    [
      { medication: { distinct: { level: 5 }, count: { min: 10 } } },
      'Mindst 10 forskellige lægemidler (ATC-niveau 5), aktuelt i dag',
      'At least 10 different medicines (ATC level 5), current today',
    ],
    [
      { medication: { codes: atc('N05A'), lasting: 'P3M', gap: 'P14D' } },
      'Medicin N05A (ATC) i mindst 3 måneder uden afbrydelse (pauser op til 14 dage tælles med), aktuelt i dag',
      'Medication N05A (ATC) for at least 3 months without interruption (pauses up to 14 days included), current today',
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
      'Mindst 2 ydelser 0106, undtagen 0107 (ydelse), inden for de seneste 1 år',
      'At least 2 services 0106, except 0107 (ydelse), within the last 1 year',
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
      'Samtidig medicin C09 (ATC) og medicin M01A (ATC) i mindst 2 uger, aktuelt i dag',
      'Medication C09 (ATC) and medication M01A (ATC) at the same time for at least 2 weeks, current today',
    ],
    [
      {
        sequence: {
          of: [{ medication: { codes: atc('A10BJ'), when: 'ever' } }, { result: {} }],
          within: 'P3M',
        },
      },
      'Medicin A10BJ (ATC), nogensinde til og med i dag fulgt af prøve, nogensinde til og med i dag inden for 3 måneder',
      'Medication A10BJ (ATC), ever, up to and including today followed by result, ever, up to and including today within 3 months',
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
      'Mand og ikke (diagnose K86 (ICPC-2), nogensinde til og med i dag og/eller diagnose T90 (ICPC-2), nogensinde til og med i dag)',
      'Male and not (diagnosis K86 (ICPC-2), ever, up to and including today and/or diagnosis T90 (ICPC-2), ever, up to and including today)',
    ],
    [
      {
        atLeast: 1,
        of: [{ patient: { age: { max: 17 } } }, { patient: { age: { min: 65, max: 70 } } }],
      },
      'Mindst 1 af: højst 17 år; 65 til og med 70 år',
      'At least 1 of: aged 17 or less; aged 65 to 70',
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
});

describe('windows: no default is hidden', () => {
  it.each<[Window, string, string]>([
    ['ever', 'nogensinde til og med i dag', 'ever, up to and including today'],
    ['future', 'fra i dag og frem', 'from today on'],
    [{ next: 'P1M' }, 'inden for de næste 1 måned', 'within the next 1 month'],
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
  ])('%j', (window, da, en) => {
    expect(describeWindow(window, 'result', 'da')).toBe(da);
    expect(describeWindow(window, 'result', 'en')).toBe(en);
  });

  it.each([
    ['P1M', '1 måned'],
    ['P12M', '12 måneder'],
    ['P1Y6M', '1 år og 6 måneder'],
    ['P1Y2M3W4D', '1 år, 2 måneder, 3 uger og 4 dage'],
    ['P0D', '0 dage'],
  ])('%s is %s', (period, da) => expect(describePeriod(period, 'da')).toBe(da));
});
