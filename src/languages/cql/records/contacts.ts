/** Services, appointments, letters and what else is made of contacts, as CQL. */
import { codesType, codingType } from './types.ts';

export const contactReading = String.raw`// ---- Services: Procedure, and Encounter by its types ----

define function Services(asked List<${codesType}>):
  flatten {
    ([Procedure] P
      let codings: Codings(P.code), coded: Coded(codings, asked)
      where coded is not false and IsDone(P.status.value) is not false
      return all Point(
        coded, coded is null or IsDone(P.status.value) is null, Meant(codings, asked), P.id.value,
        SourceOf(P.meta.source), null as String, Performed(P))),
    flatten ([Encounter] E
      where IsDone(E.status.value) is not false
      return all (E.type T
        let codings: Codings(T), coded: Coded(codings, asked)
        where coded is not false
        return all Point(
          coded, coded is null or IsDone(E.status.value) is null, Meant(codings, asked), E.id.value,
          SourceOf(E.meta.source), null as String,
          FirstOf(DateTimeOf(E.period.start), DateTimeOf(E.period."end")))))
  }

define function IsDone(status String):
  case
    when status in { 'entered-in-error', 'not-done', 'preparation', 'planned', 'cancelled' } then false
    when status in { 'completed', 'in-progress', 'finished', 'arrived', 'triaged', 'onleave' } then true
    else null
  end

define function Performed(procedure FHIR.Procedure):
  if procedure.performed is FHIR.dateTime then DateTimeOf(procedure.performed as FHIR.dateTime)
  else FirstOf(
    DateTimeOf((procedure.performed as FHIR.Period).start),
    DateTimeOf((procedure.performed as FHIR.Period)."end"))

// ---- What needs no code: without one it may be any of its type's own system (R3a). ----

define function MayBe(codings List<${codingType}>, asked List<${codesType}>, own String):
  case
    when asked is null or Meant(codings, asked) is not null then true
    when IsKnown(codings, asked) then false
    when exists (asked A where A.system = own) then null
    else false
  end

define function FirstCoded(concepts List<FHIR.CodeableConcept>):
  First(concepts C where exists C.coding)

define function Appointments(asked List<${codesType}>):
  [Appointment] A
    let codings: Codings(FirstCoded(flatten { A.serviceType, { A.appointmentType }, A.reasonCode })),
      coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(A.status.value, 'missing')
        in { 'proposed', 'waitlist', 'entered-in-error', 'cancelled' })
    return all Point(
      coded, Attended(A.status.value) is null, Meant(codings, asked), A.id.value, SourceOf(A.meta.source),
      Attended(A.status.value), InstantOf(A.start))

define function Attended(status String):
  case
    when status in { 'pending', 'booked' } then 'BOOKED'
    when status in { 'arrived', 'checked-in', 'fulfilled' } then 'ATTENDED'
    when status = 'noshow' then 'MISSED'
    else null
  end

define function Referrals(asked List<${codesType}>):
  [ServiceRequest] Q
    let codings: Codings(Q.code), coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(Q.status.value, 'missing') in { 'entered-in-error', 'draft', 'revoked' })
      and not (Coalesce(Q.intent.value, 'order') in { 'proposal', 'plan', 'option' })
      and Coalesce(Q.doNotPerform.value, false) is false
      and not exists (Q.category C
        where exists (C.coding K
          where K.system.value = 'http://snomed.info/sct' and K.code.value = '108252007'))
    return all Point(
      coded, not (Coalesce(Q.status.value, 'missing') in { 'active', 'on-hold', 'completed', 'unknown' }),
      Meant(codings, asked), Q.id.value, SourceOf(Q.meta.source),
      case when Q.status.value = 'completed' then 'COMPLETED' when Q.status.value = 'unknown' then null else 'SENT' end,
      FirstOf(
        DateTimeOf(Q.authoredOn),
        if Q.occurrence is FHIR.dateTime then DateTimeOf(Q.occurrence as FHIR.dateTime)
        else DateTimeOf((Q.occurrence as FHIR.Period).start)))

define function Letters(asked List<${codesType}>):
  [DocumentReference] D
    let codings: Codings(D.type), coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(D.status.value, 'current') in { 'entered-in-error', 'superseded' })
      and Coalesce(D.docStatus.value, 'final') != 'entered-in-error'
    return all Point(
      coded, not (Coalesce(D.docStatus.value, 'final') in { 'preliminary', 'final', 'amended' }),
      Meant(codings, asked), D.id.value, SourceOf(D.meta.source), null as String,
      FirstOf(
        DateTimeOf(First(D.content.attachment.creation)),
        FirstOf(
          FirstOf(DateTimeOf(D.context.period."end"), DateTimeOf(D.context.period.start)),
          InstantOf(D.date))))

define function Correspondences(asked List<${codesType}>):
  [Communication] M
    let codings: Codings(FirstCoded(M.category)), coded: MayBe(codings, asked, 'LOCAL')
    where coded is not false
      and not (Coalesce(M.status.value, 'missing') in { 'entered-in-error', 'not-done', 'preparation' })
    return all Point(
      coded, false, Meant(codings, asked), M.id.value, SourceOf(M.meta.source), null as String,
      FirstOf(DateTimeOf(M.sent), DateTimeOf(M.received)))

define function Vaccinations(asked List<${codesType}>):
  [Immunization] V
    let codings: Codings(V.vaccineCode), coded: Coded(codings, asked)
    where coded is not false and not (Coalesce(V.status.value, 'missing') in { 'not-done', 'entered-in-error' })
    return all Point(
      coded, coded is null or Coalesce(V.status.value, 'missing') != 'completed', Meant(codings, asked), V.id.value,
      SourceOf(V.meta.source), null as String, DateTimeOf(V.occurrence as FHIR.dateTime))

define function CarePlans(asked List<${codesType}>, today Date):
  [CarePlan] P
    let codings: Codings(FirstCoded(P.category)), coded: MayBe(codings, asked, 'LOCAL'),
      ended: EndOf(P.period."end")
    where coded is not false
      and not (Coalesce(P.status.value, 'missing') in { 'entered-in-error', 'draft' })
      and not (Coalesce(P.intent.value, 'plan') in { 'proposal', 'option' })
    return all Span(
      coded,
      not (Coalesce(P.status.value, 'missing') in { 'active', 'on-hold', 'completed', 'revoked' })
        or (P.status.value in { 'completed', 'revoked' } and ended.last is null),
      Meant(codings, asked), P.id.value, SourceOf(P.meta.source),
      if P.status.value in { 'completed', 'revoked' } then 'COMPLETED' else 'ACTIVE',
      FirstOf(DateTimeOf(P.period.start), DateTimeOf(P.created)), ended,
      DateOf(First(P.extension X
        where X.url.value = 'http://hl7.org/fhir/StructureDefinition/resource-lastReviewDate'
        return all X.value as FHIR.date)),
      today)
`;
