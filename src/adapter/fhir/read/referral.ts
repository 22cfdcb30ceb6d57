/** Referrals (FHIR R4 ServiceRequest; DK Core, DkCoreServiceRequest): orders to others, but for laboratory tests. */
import type { ServiceRequest } from 'fhir/r4';
import type { ReferralStatus } from '../../../record/types.ts';
import { firstDate, hasCode, leaveOut, make, namesOf, sourceOf, type Reader } from './reading.ts';

export const readServiceRequest: Reader<ServiceRequest> = (request, reading) => {
  const { status, intent, category, code, authoredOn, performer, performerType } = request;
  if (status === 'entered-in-error' || status === 'draft')
    return leaveOut(request, status, reading);
  if (noOrder.has(intent)) return leaveOut(request, `intent ${intent}`, reading);
  if (request.doNotPerform) return leaveOut(request, 'doNotPerform', reading);
  if (hasCode(category, 'http://snomed.info/sct', laboratory))
    return leaveOut(request, 'an order of laboratory tests', reading);
  const { occurrenceDateTime, occurrencePeriod } = request;
  return [
    make(
      'referral',
      {
        concept: code,
        source: sourceOf(request),
        at: firstDate(
          [
            ['authoredOn', authoredOn],
            ['occurrence[x]', occurrenceDateTime ?? occurrencePeriod?.start],
          ],
          request,
          reading,
          true,
        ),
        // One that the standard does not have is the check's to set aside.
        status: statuses[status] ?? (status === 'unknown' ? undefined : status),
        to: namesOf(performer) ?? performerType?.text ?? performerType?.coding?.[0]?.display,
      },
      reading,
    ),
  ];
};

/** SNOMED CT, laboratory procedure: a category that FHIR itself gives as an example. */
const laboratory = '108252007';
const noOrder: ReadonlySet<string> = new Set(['proposal', 'plan', 'option']);
const statuses: Readonly<Partial<Record<string, ReferralStatus>>> = {
  active: 'sent',
  'on-hold': 'sent',
  completed: 'completed',
  revoked: 'cancelled',
};
