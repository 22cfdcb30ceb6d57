/**
 * The patients whom most lists show: those of a made-up clinic that are labelled, and every sixth of the others. They
 * are worked out when the tests are bundled (`.tools/bundled-tests.mjs`), not by each page.
 */
import { generateClinic } from '../../fixtures/clinic/index.ts';

export const patients = generateClinic({ size: 2500 }).patients.filter(
  ({ patient, diagnoses = [] }, index) =>
    index % 6 === 0 ||
    patient.id.startsWith('edge-') ||
    diagnoses.some(({ code }) => code.startsWith('P70')),
);
