/**
 * Every profile as CQL, translated and run over the made-up clinic's FHIR by engines that nobody here wrote: the answers
 * are the engine's, patient by patient, yes, no and unknown alike. `npm run test:cql` installs them and runs this.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultClinic, generateClinic } from '../../fixtures/clinic/index.ts';
import { Clinic, columnEngine, compile, evaluate } from '../../src/engine/index.ts';
import { recordsLibrary } from '../../src/languages/cql/records-library.ts';
import { rulesLibrary } from '../../src/languages/cql/rules-library.ts';
import { coverageParameter } from '../../src/languages/cql/rules/types.ts';
import { text } from '../../src/languages/cql/text.ts';
import { toCql, type CqlWritten } from '../../src/languages/index.ts';
import { normalizeUnit, unitGroups } from '../../src/record/index.ts';
import type { Truth } from '../../src/engine/types.ts';
import { mapping, plans } from '../adapter/fhir/same-lists.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { cqlPatient, runCql } from './cql-clinic.ts';
import { question } from './drawn-questions.ts';
import { profileOf } from './profile.ts';

const size = Number(process.env.OVERBLIK_CQL ?? 0);
const only = process.env.OVERBLIK_CQL_ONLY;
const { asOf } = defaultClinic;

describe.skipIf(size === 0)('CQL, run by others', () => {
  const asked = plans.filter(({ profile }) => !only || profile.id.includes(only));
  const written = asked.map(({ profile }) => {
    const outcome = toCql(profile, { systems: mapping.systems });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals, undefined, 2));
    return outcome;
  });

  it('answers as the engine does, of every patient', async () => {
    const { description, patients } = generateClinic({ size });
    const clinic = new Clinic(description.coverage);
    clinic.add(patients);
    const answers = await runCql(
      written,
      asOf,
      patients.map((each) => cqlPatient(each, description.coverage)),
    );
    for (const [index, plan] of asked.entries()) {
      const names = columnsOf(written[index]!);
      const table = await columnEngine.evaluate(plan, clinic, asOf);
      const differing: string[] = [];
      const tally: Record<Truth, number> = { yes: 0, no: 0, unknown: 0 };
      for (const { patient } of patients) {
        const expected = table.get(patient.id)!;
        const found = answers[index]!.patients[patient.id]!;
        tally[expected.member!]++;
        for (const [column, name] of Object.entries(names)) {
          // Of who is no member nothing more is asked (R22).
          if (column !== 'member' && expected.member !== 'yes') continue;
          if (column !== 'member' && found[names.member!] !== true) continue;
          const said = truthOf(found[name]);
          if (said !== expected[column])
            differing.push(`${patient.id} ${column} ${name}: ${said}, not ${expected[column]}`);
        }
      }
      console.log(
        `${plan.profile.id}: ${patients.length} patients, ${JSON.stringify(tally)}, ${Object.keys(names).length} columns, ${differing.length} differing`,
      );
      expect.soft(differing.slice(0, mostTold), plan.profile.id).toEqual([]);
    }
  }, 3_600_000);

  it('answers drawn questions of every kind as the engine does', async () => {
    const { description, patients: all } = generateClinic({ size: Math.min(size, mostDrawn) });
    // Of a list that is none FHIR says one record that nobody can read, where there may be any number.
    const patients = all.filter(({ services = [] }) => Array.isArray(services));
    const clinic = new Clinic(description.coverage);
    clinic.add(patients);
    const questions = fc
      .sample(question, {
        numRuns: Math.min(size, mostDrawn),
        ...(seed === undefined ? {} : { seed }),
      })
      .filter((each) => isAsked(each));
    const profile = profileOf(
      { patient: { sex: 'female' } },
      {
        markers: questions.map((when, index) => ({
          id: `q${index}`,
          level: 'info',
          title: { da: `Spørgsmål ${index}` },
          when,
        })),
      },
    );
    const outcome = toCql(profile, { systems: mapping.systems });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals, undefined, 2));
    const [answers] = await runCql(
      [outcome],
      asOf,
      patients.map((each) => cqlPatient(each, description.coverage)),
      'everyone',
    );
    const population = evaluate(compile(profile), clinic, asOf);
    const ids = patients.map(({ patient }) => patient.id);
    const tally: Record<Truth, number> = { yes: 0, no: 0, unknown: 0 };
    const differing: string[] = [];
    for (const [index, { when }] of profile.markers!.entries()) {
      const truths = population.truths(when, ids);
      for (const [at, id] of ids.entries()) {
        const expected = (['no', 'unknown', 'yes'] as const)[truths[at]!]!;
        tally[expected]++;
        const said = truthOf(answers!.patients[id]![`Marker q${index}`]);
        if (said !== expected)
          differing.push(`${id}: ${said}, not ${expected}: ${JSON.stringify(when)}`);
      }
    }
    console.log(
      `${questions.length} questions of ${ids.length} patients: ${JSON.stringify(tally)}, ${differing.length} differing`,
    );
    expect(differing.slice(0, mostTold)).toEqual([]);
  }, 3_600_000);

  it('compares units as the engine does, whatever they are written like', async () => {
    const units = [
      ...unitGroups.flatMap((group) => Object.values(group.units).flat()),
      ...[
        '10⁹/L',
        '10^9/L',
        'x10E9/l',
        '10*9/L',
        'µmol/l',
        'μmol/L',
        'mm[Hg]',
        '10⁻³',
        '10-3 IU/L',
        ' ML / MIN ',
      ],
    ];
    const [answers] = await runCql(
      [
        {
          ok: true,
          library: {
            name: 'Units',
            version: '1',
            text: `library Units version '1'
using FHIR version '4.0.1'
include OverblikRecords version '1.0.0' called Records
parameter AsOf Date
parameter Coverage ${coverageParameter}
context Patient
define "Units": { ${units.map((unit) => `Records.Unit(${text(unit)})`).join(', ')} }`,
          },
          includes: [
            { name: 'OverblikRules', version: '1.0.0', text: rulesLibrary },
            { name: 'OverblikRecords', version: '1.0.0', text: recordsLibrary([]) },
          ],
          names: { population: 'Units', markers: {}, indicators: {} },
        },
      ],
      asOf,
      [cqlPatient({ patient: { id: 'p', name: '', birthDate: '1950-01-01', sex: 'female' } }, {})],
    );
    const found = answers!.patients.p!.Units as unknown as readonly string[];
    expect(Object.fromEntries(units.map((unit, at) => [unit, found[at]]))).toEqual(
      Object.fromEntries(units.map((unit) => [unit, normalizeUnit(unit)])),
    );
  }, 600_000);
});

/** Of the drawn questions more than these take hours. */
const mostDrawn = 100;
const mostTold = 20;
const seed =
  process.env.OVERBLIK_SEED === undefined ? undefined : Number(process.env.OVERBLIK_SEED);

/** Whether a drawn question is one: some contradict themselves, which a profile refuses. */
function isAsked(when: Criterion): boolean {
  try {
    profileOf(when);
    return true;
  } catch {
    return false;
  }
}

function truthOf(answer: boolean | null | undefined): Truth {
  return answer === true ? 'yes' : answer === false ? 'no' : 'unknown';
}

/** The engine's columns, and what their definitions are called. */
function columnsOf({ names }: CqlWritten): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['member', names.population],
    ...Object.values(names.markers).map((name, index) => [`m${index}`, name]),
    ...Object.values(names.indicators).flatMap(({ numerator, denominator }, index) => [
      [`n${index}`, numerator],
      [`d${index}`, denominator],
    ]),
  ]) as Readonly<Record<string, string>>;
}
