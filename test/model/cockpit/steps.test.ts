/**
 * What the cockpit shows of a patient with very many records is made in steps that do not grow with the records, and
 * comes to the same as in one go.
 */
import { describe, expect, it } from 'vitest';
import { evaluatePatient, itemsInStep } from '../../../src/engine/index.ts';
import { viewCockpit, viewSituation, viewSourcesInSteps } from '../../../src/model/index.ts';
import { changesInSteps } from '../../../src/model/cockpit/changes.ts';
import { checkPatient } from '../../../src/record/index.ts';
import { checkPatientInSteps, type CheckOutcome } from '../../../src/record/check.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';
import { counted, countedPatient, measured } from '../../engine/counted-records.ts';
import { manyMedicines, manyOthers, manyResults } from '../../engine/many-records.ts';
import { isDeep } from '../../depth.ts';

const count = 20 * itemsInStep;
/** Fields of records that may be read in one step: each of some thousand is put in words, or in order. */
const mostReads = 120 * itemsInStep;

const atc = (...include: string[]) => ({ codes: { system: 'ATC', include } });
const hba1c = { codes: { system: 'NPU', include: ['NPU27300'] } };
const title = { da: 'Titel' };
const plan = planOf(
  { any: [{ medication: { ...atc('A-Z'), when: 'ever' } }, { result: hba1c }, { service: {} }] },
  {
    information: [
      { id: 'list', type: 'medication', ...atc('A-Z'), when: 'ever', show: 'list', title },
      { id: 'trend', type: 'result', ...hba1c, show: 'trend', title },
      { id: 'next', type: 'appointment', show: 'next', title },
      { id: 'letters', type: 'letter', show: 'list', title },
    ],
    markers: [
      { id: 'given', when: { medication: { ...atc('N05', 'C09'), when: 'ever' } } },
      {
        id: 'together',
        when: {
          concurrent: {
            of: [{ medication: atc('N05') }, { medication: atc('C09') }],
            when: 'ever',
          },
        },
      },
      { id: 'high', when: { result: { ...hba1c, value: { above: 50, unit: 'mmol/mol' } } } },
    ].map((marker) => ({ ...marker, level: 'warning', title })),
  },
);
const sources = ['Journal', 'FMK'].map((id) => ({
  ...{ id, title: { da: id }, available: true, types: ['medication', 'result'] as const },
}));

/** Everyday one of each kind of records; in depth letters and appointments too, which go the way of services. */
const always = /two drugs, known by their years|of many drugs, one after|of one day$|^services$/;
const shapes = Object.entries({ ...manyMedicines, ...manyResults, ...manyOthers });

describe.each(shapes.filter(([name]) => isDeep || always.test(name)))('%s', (shape, recordsOf) => {
  const supplied = patientWith(recordsOf(count));
  /** Checked once for all: each asks objects of its own. */
  let known: CheckOutcome | undefined;
  const patientOf = () => countedPatient((known ??= checkPatient(supplied)).patient!);
  const outcomeOn = (day: string, patient = patientOf()) => {
    const outcome = evaluatePatient(plan, patient, complete, day);
    // Evaluating is not drawing.
    expect([outcome.membership, outcome.markers, outcome.cells]).toBeDefined();
    return outcome;
  };

  it('the situation', () => {
    const { most, taken, value } = measured(viewSituation([outcomeOn(asOf)], 'da', {}));
    expect(most).toBeLessThan(mostReads);
    // What is set aside is not gone through.
    if (!/cannot be read|end before they begin/.test(shape))
      expect(taken).toBeGreaterThan(count / itemsInStep);
    const { sections, timeline, contacts, whys } = viewCockpit([outcomeOn(asOf)], 'da');
    const said = (each: Pick<typeof value, 'sections' | 'timeline' | 'contacts' | 'whys'>) =>
      JSON.stringify([
        each.sections.map(({ items }) => items),
        each.timeline.rows,
        each.contacts,
        each.whys,
      ]);
    expect(said(value) === said({ sections, timeline, contacts, whys })).toBe(true);
  });

  it('what changed, and where it came from', () => {
    const patient = patientOf();
    const [before, now] = [outcomeOn('2020-01-01', patient), outcomeOn(asOf, patient)];
    expect(measured(changesInSteps([before], [now], 'da')).most).toBeLessThan(mostReads);
    const description = { name: 'K', coverage: complete, sources };
    const views = viewSourcesInSteps(description, now.patient, asOf, 'da', asOf);
    expect(measured(views).most).toBeLessThan(mostReads);
  });

  it('the check', () => {
    const lists = Object.fromEntries(
      Object.entries(supplied).map(([name, list]: [string, unknown]) => [
        name,
        Array.isArray(list) ? list.map((entry: object) => counted(entry)) : list,
      ]),
    );
    const { most, value } = measured(checkPatientInSteps(lists));
    expect(most).toBeLessThan(mostReads);
    expect(value.rejected).toEqual((known ??= checkPatient(supplied)).rejected);
  });
});
