/** Nobody stands on a list without a reason: in the cell, on paper and in the file. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate, type Population } from '../../../src/engine/index.ts';
import {
  defaultPriority,
  paperCell,
  PopulationList,
  type Language,
} from '../../../src/model/index.ts';
import { parseProfile, type Criterion, type Profile } from '../../../src/profile/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import * as drawn from '../../engine/arbitraries.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';
import { cases } from '../../depth.ts';

const seed = Number(process.env.OVERBLIK_SEED ?? 20261128);

function listOf(
  population: Population,
  language: Language = 'da',
  tab: 'members' | 'undecided' = 'members',
) {
  const compareText = (a: string, b: string) => (a < b ? -1 : 1);
  return new PopulationList(population, { tab, language, compareText, patients: 1 });
}

/** Why a patient is in a population of one. */
function whyIn(include: Criterion, patient: PatientRecords, language: Language = 'da') {
  const clinic = new Clinic(complete);
  clinic.add([patient]);
  return listOf(evaluate(planOf(include), clinic, asOf), language).row(0).why;
}

const vaccinations = (profiles as readonly Profile[]).find(
  ({ id }) => id === 'dk.manglende-vaccination',
)!;
const parsed = parseProfile(vaccinations);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
const { profile } = parsed;

describe('whom no record makes a member', () => {
  /** 85 years old, well, vaccinated against pneumococci and not against influenza: no marker asks for anything. */
  const clinic = new Clinic(complete);
  clinic.add([
    patientWith({
      vaccinations: [{ code: 'J07AL02', text: 'Prevenar', at: '2024-10-01' }],
    }),
  ]);
  const population = evaluate(compile(profile), clinic, asOf);

  it.each<[Language, string[]]>([
    [
      'da',
      [
        'Fyldt 65 år',
        'Ingen vaccinationer Influenzavaccine (ATC J07BB), inden for de seneste 10 måneder',
      ],
    ],
    [
      'en',
      [
        'Aged 65 or more',
        'No vaccinations Influenza vaccine (ATC J07BB), within the last 10 months',
      ],
    ],
  ])('is there for what the profile asks, on the screen, on paper and in the file: %s', (...of) => {
    const [language, lines] = of;
    const list = listOf(population, language);
    expect(list.row(0).why).toEqual({ short: lines.join(' · '), lines });
    for (const kind of ['reasons', 'why'] as const) {
      const column = list.columns.find((each) => each.kind === kind)!;
      const { parts, chips = [] } = list.cell(0, column, defaultPriority);
      expect([kind, chips, parts]).toEqual([kind, [], [{ text: lines.join(' · ') }]]);
      expect(paperCell(list, 0, column, defaultPriority)).toEqual({
        lines: [lines.join(' · ')],
        tone: 'something',
      });
    }
  });

  it('is told the parts alone that counted', () => {
    const old = { patient: { age: { min: 65 } } };
    const older = { patient: { age: { min: 90 } } };
    const young = { patient: { age: { max: 10 } } };
    const untested = { not: { result: { codes: { system: 'NPU', include: ['NPU27300'] } } } };
    const lines = ['Fyldt 65 år', 'Ingen prøver NPU27300 (NPU), på et hvilket som helst tidspunkt'];
    const patient = patientWith();
    const told = (include: Criterion) => whyIn(include, patient).lines;
    expect(told({ any: [older, old, untested, young] })).toEqual(lines);
    expect(told({ all: [{ any: [young, old] }, untested] })).toEqual(lines);
    expect(told({ atLeast: 2, of: [older, old, untested] })).toEqual(lines);
    expect(told({ not: { any: [older, young] } })).toEqual([
      'Ikke (fyldt 90 år og/eller højst 10 år)',
    ]);
  });
});

it('a record that has neither code nor text is named by its type', () => {
  const patient = patientWith({ referrals: [{ at: '2026-10-01' }] });
  expect(whyIn({ referral: {} }, patient).short).toBe('Henvisning');
});

it('nobody is on a list, nor beside it, without words', () => {
  let seen = 0;
  fc.assert(
    fc.property(
      ...([drawn.profile, drawn.patients, drawn.coverage, drawn.asOf] as const),
      (each, patients, coverage, date) => {
        const clinic = new Clinic(coverage);
        clinic.add(patients);
        const population = evaluate(compile(each), clinic, date);
        const silent: (readonly string[])[] = [];
        for (const tab of ['members', 'undecided'] as const)
          for (const language of ['da', 'en'] as const) {
            const list = listOf(population, language, tab);
            for (let row = 0; row < population[tab].length; row++) {
              const { short, lines } = list.row(row).why;
              const words = [...short.split(' · '), ...lines, lines[0] ?? ''];
              if (words.some((word) => word.trim() === '')) silent.push(words);
              seen++;
            }
          }
        expect(silent).toEqual([]);
      },
    ),
    { numRuns: cases(8, 5), seed },
  );
  expect(seen).toBeGreaterThan(50);
});
