/** Appointments (FHIR R4 Appointment). */
import type { Appointment } from 'fhir/r4';
import type { AppointmentStatus } from '../../../record/types.ts';
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
  const kept = statuses[status];
  if (kept === undefined) return leaveOut(appointment, status, reading);
  const concept = firstConcept(...(serviceType ?? []), appointmentType, ...(reasonCode ?? []));
  const text = description ?? concept?.text;
  const others = (appointment.participant ?? []).flatMap(({ actor }) =>
    actor && !isPatient(actor.reference) ? [actor] : [],
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
        status: kept,
        with: namesOf(others),
      },
      reading,
    ),
  ];
};

function isPatient(reference: string | undefined): boolean {
  return reference !== undefined && /(?:^|\/)Patient\//.test(reference);
}

/** What is proposed, waits or was never meant is no appointment. */
const statuses: Readonly<Partial<Record<string, AppointmentStatus>>> = {
  pending: 'booked',
  booked: 'booked',
  arrived: 'attended',
  'checked-in': 'attended',
  fulfilled: 'attended',
  noshow: 'missed',
  cancelled: 'cancelled',
};
