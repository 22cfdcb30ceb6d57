/** The demo's clinic of 7,012 patients, generated once for all files that look at the whole of it. */
import { generateClinic } from '../fixtures/clinic/index.ts';

export const wholeClinic = generateClinic();
