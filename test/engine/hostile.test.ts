/** Profiles and records built to be slow: refused with a reason, or answered in bounded time and memory. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Clinic, compile, evaluate } from '../../src/engine/index.ts';
import { parseProfile, type Criterion } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { cases } from '../depth.ts';
import { asOf, complete, documentOf, outcomeOf, patientWith, planOf } from './build.ts';

// Whatever grows with the square of what is asked here would take far longer than this.
vi.setConfig({ testTimeout: 30_000 });

/** A day so many days after 1 January 2000. */
const dayAfter = (days: number) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10);

const everyAtc = { system: 'ATC', include: ['A-Z'] };

const clinic = new Clinic(complete);
clinic.add(
  Array.from({ length: 300 }, (_, patient): PatientRecords =>
    patientWith(
      {
        medications: Array.from({ length: 60 }, (_, index) => ({
          code: `${'ABCGHJLMNPRSV'[index % 13]}0${index % 10}AA0${patient % 10}`,
          from: dayAfter(index * 100 + patient),
          ...(index % 3 === 0 ? {} : { to: dayAfter(index * 100 + patient + 400) }),
        })),
      },
      { id: `p${patient}` },
    ),
  ),
);

describe('a profile built to be slow', () => {
  it('asks a thousand different questions, each of everything: answered', () => {
    const questions = Array.from({ length: 990 }, (_, index): Criterion => ({
      medication: {
        codes: everyAtc,
        when: { last: `P${index + 1}D` },
        count: { min: 1 + (index % 5) },
      },
    }));
    const population = evaluate(
      planOf({ any: [{ any: questions.slice(0, 495) }, { any: questions.slice(495) }] }),
      clinic,
      asOf,
    );
    expect(population.members).toHaveLength(300);
    expect(population.undecided).toEqual([]);
  });

  it('asks more than that: refused, with the number and what to do', () => {
    const questions = Array.from({ length: 1001 }, (_, index) => ({
      medication: { codes: everyAtc, when: { last: `P${index + 1}D` } },
    }));
    const parts = [questions.slice(0, 500), questions.slice(500, 1000), questions.slice(1000)];
    const outcome = parseProfile(documentOf({ any: parts.map((any) => ({ any })) }));
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.errors.map(({ code }) => code)).toEqual(['too-many-criteria']);
    expect(outcome.errors[0].message.da).toContain('1001');
    expect(outcome.errors[0].fix.en).toContain('split the profile');
  });

  it('asks the same question a thousand times: it is one', () => {
    const question = { medication: { codes: everyAtc } };
    const any = Array.from({ length: 499 }, () => ({ not: question }));
    const { nodes } = planOf({ any: [{ all: [question] }, { all: any }] });
    const found = new Set<string>();
    const walk = (node: typeof nodes.include): void => {
      found.add(node.key);
      if ('parts' in node.question)
        for (const part of node.question.parts) if ('key' in part) walk(part);
      if ('part' in node.question) walk(node.question.part);
    };
    walk(nodes.include);
    // any, two alls, not, and the question.
    expect(found.size).toBe(5);
  });

  it('holds thousands of ranges over each other: answered', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const include = Array.from(
      { length: 4900 },
      (_, index) => `A0${index % 10}${letters[index % 26]}-Z9${index % 10}${letters[index % 26]}`,
    );
    const lists = [0, 1, 2].map((list) => include.slice(list * 1600, (list + 1) * 1600));
    const population = evaluate(
      planOf({
        any: lists.map((each) => ({ medication: { codes: { system: 'ATC', include: each } } })),
      }),
      clinic,
      asOf,
    );
    expect(population.members).toHaveLength(300);
  });

  it('is nested as deep as it may be: answered', () => {
    let criterion: Criterion = { medication: { codes: everyAtc } };
    for (let depth = 0; depth < 16; depth++) criterion = { not: criterion };
    expect(evaluate(planOf(criterion), clinic, asOf).members).toHaveLength(300);
  });

  it('whatever passes the check is answered, and whatever does not has a reason', () => {
    const key = fc.constantFrom(
      'all',
      'any',
      'not',
      'atLeast',
      'of',
      'diagnosis',
      'medication',
      'when',
      'codes',
      'patient',
      'count',
      'lasting',
      'last',
      'concurrent',
      'include',
      'system',
    );
    const leaf = fc.oneof(
      fc.constantFrom('ATC', 'N05', 'P1M', 'now', 'A-Z', '', 'P999999Y'),
      fc.integer(),
      fc.constant(null),
    );
    const junk = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(key, tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(junk, (criterion) => {
        const outcome = parseProfile(documentOf(criterion as Criterion));
        if (outcome.ok) evaluate(compile(outcome.profile), clinic, asOf);
        else
          for (const { message, fix } of outcome.errors)
            for (const text of [message.da, message.en, fix.da]) expect(text).toBeTruthy();
      }),
      { numRuns: cases(250, 1000) },
    );
  });
});

describe('a patient with more records than anyone has', () => {
  const many = 4000;
  const medications = Array.from({ length: many }, (_, index) => ({
    code: index % 2 === 0 ? 'C09AA02' : 'M01AE01',
    from: dayAfter(2 * index),
    to: dayAfter(2 * index + (index % 3)),
  }));
  const results = Array.from({ length: many }, (_, index) => ({
    code: 'NPU27300',
    at: dayAfter(index),
    value: index % 97,
    unit: 'mmol/mol',
  }));
  const patient = patientWith({ medications, results });
  const codes = (code: string) => ({ codes: { system: 'ATC', include: [code] } });

  it.each<[string, Criterion]>([
    ['lasting', { medication: { ...codes('C09'), lasting: 'P10Y', gap: 'P3D', when: 'ever' } }],
    [
      'concurrent',
      {
        concurrent: {
          of: [{ medication: codes('C09') }, { medication: codes('M01') }],
          when: 'ever',
        },
      },
    ],
    [
      'sequence',
      {
        sequence: {
          of: [
            { medication: { ...codes('C09'), when: 'ever' } },
            { result: { codes: { system: 'NPU', include: ['NPU27300'] } } },
          ],
          within: 'P20Y',
        },
      },
    ],
    ['highest', { result: { pick: 'highest', value: { above: 95, unit: 'mmol/mol' } } }],
  ])('%s: decided both ways, with evidence', (_, criterion) => {
    const { membership } = outcomeOf(planOf(criterion), patient);
    expect(membership.truth).not.toBe('unknown');
  });
});
