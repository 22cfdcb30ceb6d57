/** Appointments (FHIR R4 Appointment). */
import type { Appointment, Reference } from 'fhir/r4';
import type { AppointmentStatus } from '../../../record/types.ts';
import { cprSystem } from './patient.ts';
import {
  firstConcept,
  firstDate,
  leaveOut,
  make,
  namesOf,
  sourceOf,
  type Reader,
} from './reading.ts';

export const readAppointment: Reader<Appointment> = (appointment, reading) => {
  const { status, description, appointmentType, serviceType, reasonCode, start } = appointment;
  if (noAppointment.has(status)) return leaveOut(appointment, status, reading);
  const concept = firstConcept(...(serviceType ?? []), appointmentType, ...(reasonCode ?? []));
  const text = description ?? concept?.text;
  const others = (appointment.participant ?? []).flatMap(({ actor }) =>
    actor && !isPatient(actor) ? [actor] : [],
  );
  return [
    make(
      'appointment',
      {
        // Words alone are no coding that could not be placed.
        concept: concept?.coding ? concept : undefined,
        source: sourceOf(appointment),
        ...(text === undefined ? {} : { text }),
        at: firstDate([['start', start]], appointment, reading, true),
        // One that the standard does not have is the check's to set aside.
        status: statuses[status] ?? status,
        with: namesOf(others),
      },
      reading,
    ),
  ];
};

/** Whoever the appointment is for is not whom it is with. */
function isPatient({ type, reference, identifier }: Reference): boolean {
  return (
    type === 'Patient' ||
    identifier?.system === cprSystem ||
    (reference !== undefined && /(?:^|\/)Patient\//.test(reference))
  );
}

/** What is proposed, waits or was never meant. */
const noAppointment: ReadonlySet<string> = new Set(['proposed', 'waitlist', 'entered-in-error']);

const statuses: Readonly<Partial<Record<string, AppointmentStatus>>> = {
  pending: 'booked',
  booked: 'booked',
  arrived: 'attended',
  'checked-in': 'attended',
  fulfilled: 'attended',
  noshow: 'missed',
  cancelled: 'cancelled',
};
