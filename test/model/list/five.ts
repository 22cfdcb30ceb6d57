/** Five patients with diabetes, of whom a round says this and that. */
import { Clinic } from '../../../src/engine/index.ts';
import { defaultView } from '../../../src/model/index.ts';
import { complete, patientWith, planOf } from '../../engine/build.ts';

export const plan = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } });
export const ids = ['a', 'b', 'c', 'd', 'e'];
export const clinic = new Clinic(complete);
clinic.add(
  ids.map((id) =>
    patientWith(
      { diagnoses: [{ code: 'T90', from: '2020-01-01' }] },
      { id, name: `Navn ${id}`, birthDate: '1950-01-01' },
    ),
  ),
);
export const view = defaultView(plan.profile);
