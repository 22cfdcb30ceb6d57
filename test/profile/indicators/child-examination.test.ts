import { on, without } from '../../fixtures/profiles/cases.ts';
import { patientWith, workIndicator } from './stage.ts';

const born = (birthDate: string, services: ReturnType<typeof on> = [], more: object = {}) =>
  patientWith(
    { services: services.map((each) => ({ ...each, system: 'local' })) },
    { birthDate, listed: true, ...more },
  );

workIndicator('child-examination', [
  ['six months, no examination', 'numerator', born('2026-05-24')],
  ['six months, examined', 'denominator', born('2026-05-24', on('2026-10-26', 'BU2'))],
  ['another examination', 'numerator', born('2026-05-24', on('2026-07-01', 'BU1'))],
  ['five months today', 'numerator', born('2026-06-24')],
  ['five months tomorrow', 'outside', born('2026-06-25')],
  ['eight months tomorrow', 'numerator', born('2026-03-25')],
  ['eight months today', 'outside', born('2026-03-24')],
  ['passing through', 'outside', born('2026-05-24', [], { listed: false })],
  ['nobody says whether on the list', 'unknown', born('2026-05-24', [], { listed: undefined })],
  ['born some day of the month that decides', 'unknown', born('2026-06')],
  ['services not to be had', 'unknown', born('2026-05-24'), without('service')],
]);
