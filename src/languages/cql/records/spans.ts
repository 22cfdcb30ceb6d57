/** Diagnoses and medicines, as CQL. */
import { codesType, codingType, dayType } from './types.ts';

export const spanReading = String.raw`// ---- Diagnoses: Condition ----

define function Word(concept FHIR.CodeableConcept):
  if concept is null then null else Coalesce(First(concept.coding C return C.code.value), 'in words')

define function Diagnoses(asked List<${codesType}>, today Date):
  ([Condition] C
    let codings: Codings(C.code), coded: Coded(codings, asked), sure: Word(C.verificationStatus)
    where coded is not false and (sure is null or not (sure in { 'entered-in-error', 'refuted' }))
    return all Diagnosis(
      coded, codings, asked, C, Coalesce(sure, 'confirmed') != 'confirmed', Word(C.clinicalStatus), Ended(C), today))

define function Diagnosis(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, condition FHIR.Condition,
    isUnsure Boolean, clinical String, ended ${dayType}, today Date):
  Span(
    coded,
    coded is null or isUnsure
      or not (clinical is null or clinical in { 'active', 'recurrence', 'relapse' }
        or (clinical in { 'inactive', 'remission', 'resolved' } and ended.last is not null)),
    Meant(codings, asked), condition.id.value, SourceOf(condition.meta.source), null as String,
    Began(condition), ended, Nothing(), today)

define function Began(condition FHIR.Condition):
  case
    when condition.onset is FHIR.Period then DayWithin(condition.onset as FHIR.Period)
    when condition.onset is FHIR.dateTime then DateTimeOf(condition.onset as FHIR.dateTime)
    when condition.onset is not null then Nothing()
    else DateTimeOf(condition.recordedDate)
  end

define function Ended(condition FHIR.Condition):
  case
    when condition.abatement is FHIR.dateTime then EndOf(condition.abatement as FHIR.dateTime)
    when condition.abatement is FHIR.Period then Sure(DayWithin(condition.abatement as FHIR.Period))
    when condition.abatement is not null
      then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
    else Nothing()
  end

define function Sure(given ${dayType}):
  if given.first is null then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
  else given

// ---- Medicines: MedicationStatement and MedicationRequest ----

// The medicine itself, wherever it stands.
define function Medicine(medication Choice<FHIR.CodeableConcept, FHIR.Reference>, contained List<FHIR.Resource>):
  if medication is FHIR.CodeableConcept then medication as FHIR.CodeableConcept
  else MedicineAt((medication as FHIR.Reference).reference.value, contained)

define function MedicineAt(reference String, contained List<FHIR.Resource>):
  if StartsWith(reference, '#')
  then First(contained R where R is FHIR.Medication and '#' + R.id.value = reference
    return all (R as FHIR.Medication).code)
  else First([Medication] M where EndsWith(reference, 'Medication/' + M.id.value) return all M.code)

define function Medicines(asked List<${codesType}>, today Date):
  flatten {
    ([MedicationStatement] S
      let codings: Codings(Medicine(S.medication, S.contained)), coded: MayBe(codings, asked, 'ATC')
      where coded is not false and not (Coalesce(S.status.value, 'missing') in { 'entered-in-error', 'not-taken' })
      return all Stated(coded, codings, asked, S, today)),
    ([MedicationRequest] Q
      let codings: Codings(Medicine(Q.medication, Q.contained)), coded: MayBe(codings, asked, 'ATC')
      where coded is not false
        and not (Coalesce(Q.status.value, 'missing') in { 'entered-in-error', 'draft', 'cancelled' })
        and not (Coalesce(Q.intent.value, 'order') in { 'proposal', 'plan', 'option' })
        and Coalesce(Q.doNotPerform.value, false) is false
      return all Ordered(coded, codings, asked, Q, today))
  }

define function Stated(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, statement FHIR.MedicationStatement, today Date):
  Taken(
    coded, codings, asked, statement.id.value, SourceOf(statement.meta.source), statement.status.value,
    case
      when statement.effective is FHIR.Period then DateTimeOf((statement.effective as FHIR.Period).start)
      when statement.effective is FHIR.dateTime then DateTimeOf(statement.effective as FHIR.dateTime)
      else DateTimeOf(statement.dateAsserted)
    end,
    EndOf((statement.effective as FHIR.Period)."end"), today)

define function Ordered(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, request FHIR.MedicationRequest, today Date):
  Taken(
    coded, codings, asked, request.id.value, SourceOf(request.meta.source), request.status.value,
    FirstOf(
      EarliestOf(
        flatten (request.dosageInstruction D
          return all { DateTimeOf((D.timing.repeat.bounds as FHIR.Period).start) })),
      DateTimeOf(request.authoredOn)),
    LatestOf(
      flatten (request.dosageInstruction D
        return all { EndOf((D.timing.repeat.bounds as FHIR.Period)."end") })),
    today)

define function EarliestOf(given List<${dayType}>):
  Coalesce(
    First(given D where D.isBroken),
    First((given D where D.first is not null return all D sort by first)),
    Nothing())

// One dose that goes on is enough for the medicine to go on.
define function LatestOf(given List<${dayType}>):
  Coalesce(
    First(given D where D.isBroken),
    if exists (given D where D.first is null return all 1) then Nothing() else null,
    Last((given D return all D sort by last)),
    Nothing())

// A status beside the days: what is over without a day, or nobody knows how it stands, is set aside.
define function Taken(
    coded Boolean, codings List<${codingType}>, asked List<${codesType}>, id String, source String, status String,
    began ${dayType}, ended ${dayType}, today Date):
  Span(
    coded,
    not (Coalesce(status, 'missing') = 'active' or (status = 'intended' and Coalesce(began.first > today, false))
      or (Coalesce(status, 'missing') in { 'completed', 'stopped' } and ended.last is not null)),
    Meant(codings, asked), id, source, null as String, began, ended, Nothing(), today)
`;
