/** What the stories stand on: one made-up clinic, and adapters that behave in all the ways there are. */
import { render, type TemplateResult } from 'lit';
import { generateClinic } from '../fixtures/clinic/index.ts';
import { profiles } from '../fixtures/profiles/index.ts';
import { facedAdapter, type ClinicAdapter, type FacedOptions } from '../src/define.ts';

export { profiles };
export const asOf = '2026-11-24';

const clinic = generateClinic({ size: 2500 });

/** An adapter over the clinic; `options` choose its face. */
export function adapterWith(options: FacedOptions = {}): ClinicAdapter {
  return facedAdapter(clinic, { openJournal: () => undefined, ...options });
}

/** A box of a size that a host might give. */
export function stage(content: TemplateResult, width = '100%', height = '100vh'): HTMLElement {
  const box = document.createElement('main');
  Object.assign(box.style, { inlineSize: width, maxInlineSize: '100%', blockSize: height });
  return fill(box, content);
}

/** Ordinary patients to look at: on antipsychotics, and with nothing to say. */
export const patients = {
  medicated: idOf(
    ({ diagnoses = [], medications = [] }) =>
      diagnoses.some(({ code }) => code === 'P70') &&
      medications.some(({ code, to }) => code.startsWith('N05A') && to === undefined),
  ),
  young: idOf(({ patient }) => patient.birthDate > '2010'),
  undecided: 'edge-no-medication',
  dead: 'edge-dead',
  markup: 'edge-markup',
};

function idOf(holds: (records: (typeof clinic.patients)[number]) => boolean): string {
  const found = clinic.patients.find((each) => !each.patient.id.startsWith('edge-') && holds(each));
  if (!found) throw new Error('The clinic has no such patient.');
  return found.patient.id;
}

function fill(box: HTMLElement, content: TemplateResult): HTMLElement {
  render(content, box);
  return box;
}
