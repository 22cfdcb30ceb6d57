/**
 * FHIR R4 resources as records, as a CQL library: the same reading as `adapter/fhir` has. What it says of a resource
 * type holds for every profile, so that a profile's own library names record types and codes alone.
 */
import { codeSystems } from '../../record/index.ts';
import { recordType, rulesName, rulesVersion } from './rules-library.ts';
import { listOf } from './text.ts';

/** The name and version under which a profile's library includes it. */
export const recordsName = 'OverblikRecords';
export const recordsVersion = '1.0.0';

/** A code set as a query asks it: the system's name and addresses, and patterns of codes. */
const codesType =
  'Tuple { system String, addresses List<String>, include String, exclude String, dropsDots Boolean, digits Integer }';

const codingType = 'Tuple { system String, code String }';
const dayType = 'Tuple { first Date, last Date, isBroken Boolean, time Integer }';

/** Every address of a system that the library compares. */
const addresses = codeSystems.flatMap(({ aliases }) => aliases.flatMap(addressesOf));

/** The addresses of a system as FHIR writes them, of its names. */
export function addressesOf(alias: string): readonly string[] {
  if (/^\d+(\.\d+)+$/.test(alias)) return [`urn:oid:${alias}`];
  if (!alias.startsWith('http://')) return [];
  return [alias, alias.replace('http:', 'https:')];
}

/**
 * The library of records, that knows the addresses of a host's own systems too: a code in none that is known may be any.
 */
export function recordsLibrary(own: readonly string[]): string {
  const known = [...addresses, ...own];
  return String.raw`library ${recordsName} version '${recordsVersion}'

// What Overblik reads of FHIR R4. A record that nothing can be made of is set aside: it may be any (R3).

using FHIR version '4.0.1'

include ${rulesName} version '${rulesVersion}'

context Patient

// ---- Days ----

// The lawful days of a date as it is written (R4, R4a): an instant counts by its own local date.
define function FirstDay(at DateTime):
  case
    when at is null or year from at is null then null
    when month from at is null then Date(year from at, 1, 1)
    when day from at is null then Date(year from at, month from at, 1)
    else Date(year from at, month from at, day from at)
  end

define function LastDay(at DateTime):
  case
    when at is null or year from at is null then null
    when month from at is null then Date(year from at, 12, 31)
    when day from at is null then
      if year from at = 9999 then @9999-12-31 else Date(year from at, month from at, 1) + 1 month - 1 day
    else Date(year from at, month from at, day from at)
  end

define function TimeOf(at DateTime):
  if minute from at is null then null
  else (hour from at) * 3600 + (minute from at) * 60 + Coalesce(second from at, 0)

define function Nothing():
  Tuple { first: null as Date, last: null as Date, isBroken: false, time: null as Integer }

// An element that is there and has no date that can be read is broken. What other systems write for none is none.
define function DayOf(isThere Boolean, at DateTime):
  case
    when not isThere then Nothing()
    when at is null then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
    when FirstDay(at) in { @0001-01-01, @1753-01-01, @1800-01-01, @1899-12-30 } then Nothing()
    else Tuple { first: FirstDay(at), last: LastDay(at), isBroken: LastDay(at) < @1850-01-01, time: TimeOf(at) }
  end

define function DateTimeOf(element FHIR.dateTime): DayOf(element is not null, element.value)
define function InstantOf(element FHIR.instant): DayOf(element is not null, element.value)
define function DateOf(element FHIR.date): DayOf(element is not null, ToDateTime(element.value))

define function EndOf(element FHIR.dateTime):
  if FirstDay(element.value) in { @9999-12-31, @2999-12-31 } then Nothing() else DateTimeOf(element)

// A day that lies in a period, as exactly as a record can tell it.
define function DayWithin(period FHIR.Period):
  WithinOf(DateTimeOf(period.start), DateTimeOf(period."end"), period."end" is null)

define function WithinOf(opens ${dayType}, closes ${dayType}, isOpen Boolean):
  case
    when isOpen then opens
    when opens.isBroken or closes.isBroken
      then Tuple { first: null as Date, last: null as Date, isBroken: true, time: null as Integer }
    when opens.first = closes.last then opens
    when opens.first is null or year from opens.first != year from closes.last then Nothing()
    when month from opens.first = month from closes.last then
      Tuple {
        first: FirstDay(DateTime(year from opens.first, month from opens.first)),
        last: LastDay(DateTime(year from opens.first, month from opens.first)),
        isBroken: false, time: null as Integer
      }
    else Tuple {
      first: Date(year from opens.first, 1, 1), last: Date(year from opens.first, 12, 31),
      isBroken: false, time: null as Integer
    }
  end

define function FirstOf(a ${dayType}, b ${dayType}):
  if a.first is not null or a.isBroken then a else b

// ---- Codes (R1, R2) ----

// Of a question without codes.
define AnyCode: null as List<${codesType}>

define function Codings(concept FHIR.CodeableConcept):
  concept.coding C
    where C.system.value is not null and Length(Coalesce(ReplaceMatches(C.code.value, '\\s', ''), '')) > 0
    return all Tuple { system: C.system.value, code: Upper(ReplaceMatches(C.code.value, '\\s', '')) }

// A code as it is compared in a system.
define function Compared(code String, codes ${codesType}):
  case
    when codes.dropsDots then ReplaceMatches(code, '[.]', '')
    when codes.digits is not null and Length(code) < codes.digits and Matches(code, '[0-9]+')
      then Substring('000000', 0, codes.digits - Length(code)) + code
    else code
  end

define function IsOf(coding ${codingType}, codes ${codesType}):
  coding.system in codes.addresses
    and Matches(Compared(coding.code, codes), codes.include)
    and (codes.exclude is null or not Matches(Compared(coding.code, codes), codes.exclude))

// The coding that is meant: of the codes that are asked; without any, the first in a system that is known.
define function Meant(codings List<${codingType}>, asked List<${codesType}>):
  if asked is null then First(codings C where C.system in KnownSystems())
  else First(codings C where exists (asked A where IsOf(C, A)))

// Whether a code is known at all: else it may be any (R3a).
define function IsKnown(codings List<${codingType}>, asked List<${codesType}>):
  exists (codings C where C.system in KnownSystems())
    or exists (codings C where exists (asked A where C.system in A.addresses))

define function KnownSystems():
  ${listOf(known, 4)}

// Whether a record is one of those asked: true, false, or null where it has no code that can be read.
define function Coded(codings List<${codingType}>, asked List<${codesType}>):
  case
    when Meant(codings, asked) is not null then true
    when IsKnown(codings, asked) then false
    else null
  end

// ---- Records ----

define function SourceOf(source FHIR.uri):
  Upper(First(Split(source.value, '#')))

// Of a span. A beginning that nobody knows was on some day up to that of evaluation (R4a).
define function Span(
    coded Boolean, isUnknown Boolean, coding ${codingType}, id String, source String, status String,
    began ${dayType}, ended ${dayType}, reviewed ${dayType}, today Date):
  SpanOf(
    coded, isUnknown or began.isBroken or ended.isBroken or Coalesce(ended.last < began.first, false),
    coding, id, source, status,
    Coalesce(began.first, @1850-01-01),
    if ended.last < Coalesce(began.last, today) then ended.last else Coalesce(began.last, today),
    Coalesce(ended.first, @9999-12-31), Coalesce(ended.last, @9999-12-31),
    reviewed)

define function SpanOf(
    coded Boolean, isAside Boolean, coding ${codingType}, id String, source String, status String,
    beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, reviewed ${dayType}):
  if isAside then Aside(coded, coding, id, source, status, beganFirst, endedLast)
  else Tuple {
    coded: coded, aside: false, id: id, system: coding.system, code: coding.code, source: source, status: status,
    beganFirst: beganFirst, beganLast: beganLast,
    endedFirst: if endedFirst < beganFirst then beganFirst else endedFirst, endedLast: endedLast,
    time: null as Integer, reviewedFirst: reviewed.first, reviewedLast: reviewed.last,
    number: null as Decimal, comparator: null as String, units: null as List<String>, words: null as String
  }

// R3: it takes part in nothing, and makes unknown what it might have answered.
define function Aside(
    coded Boolean, coding ${codingType}, id String, source String, status String, beganFirst Date, endedLast Date):
  Tuple {
    coded: if coded is false then false else null as Boolean, aside: true, id: id,
    system: coding.system, code: coding.code, source: source, status: status,
    beganFirst: if beganFirst > endedLast then @1850-01-01 else beganFirst, beganLast: @9999-12-31,
    endedFirst: @1850-01-01, endedLast: if beganFirst > endedLast then @9999-12-31 else endedLast,
    time: null as Integer, reviewedFirst: null as Date, reviewedLast: null as Date,
    number: null as Decimal, comparator: null as String, units: null as List<String>, words: null as String
  }

// Of a point.
define function Point(
    coded Boolean, isUnknown Boolean, coding ${codingType}, id String, source String, status String, at ${dayType}):
  if isUnknown or at.isBroken or at.first is null
  then Aside(
    coded, coding, id, source, status, Coalesce(at.first, @1850-01-01), Coalesce(at.last, @9999-12-31))
  else Tuple {
    coded: coded, aside: false, id: id, system: coding.system, code: coding.code, source: source, status: status,
    beganFirst: at.first, beganLast: at.last, endedFirst: at.first, endedLast: at.last,
    time: if at.first = at.last then at.time else null as Integer,
    reviewedFirst: null as Date, reviewedLast: null as Date,
    number: null as Decimal, comparator: null as String, units: null as List<String>, words: null as String
  }

// ---- Diagnoses: Condition ----

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

// ---- Results: Observation, and its components ----

define function Results(asked List<${codesType}>):
  flatten {
    ([Observation] O
      let codings: Codings(O.code), coded: Coded(codings, asked)
      where coded is not false and IsCounted(O.status.value)
        and not (O.value is null and (exists O.component or exists O.hasMember))
      return all Valued(
        Point(
          coded, coded is null or not IsTold(O.status.value), Meant(codings, asked), O.id.value,
          SourceOf(O.meta.source), null as String, Moment(O)),
        O.value as FHIR.Quantity, (O.value as FHIR.integer).value, WordsOf(O.value))),
    flatten ([Observation] O
      where exists O.component and IsCounted(O.status.value)
      return all (O.component P
        let codings: Codings(P.code), coded: Coded(codings, asked)
        where coded is not false
        return all Valued(
          Point(
            coded, coded is null or not IsTold(O.status.value), Meant(codings, asked), O.id.value,
            SourceOf(O.meta.source), null as String, Moment(O)),
          P.value as FHIR.Quantity, (P.value as FHIR.integer).value, WordsOf(P.value))))
  }

define function IsCounted(status String):
  not (Coalesce(status, 'missing') in { 'entered-in-error', 'cancelled' })

define function IsTold(status String):
  Coalesce(status, 'missing') in { 'registered', 'preliminary', 'final', 'amended', 'corrected' }

// When it was true of the patient: of a period its end; where nobody says, when it was issued.
define function Moment(observation FHIR.Observation):
  case
    when observation.effective is FHIR.dateTime then DateTimeOf(observation.effective as FHIR.dateTime)
    when observation.effective is FHIR.instant then InstantOf(observation.effective as FHIR.instant)
    when observation.effective is FHIR.Period then
      FirstOf(
        DateTimeOf((observation.effective as FHIR.Period)."end"),
        DateTimeOf((observation.effective as FHIR.Period).start))
    when observation.effective is FHIR.Timing
      then DateTimeOf(Last((observation.effective as FHIR.Timing).event))
    else InstantOf(observation.issued)
  end

define function WordsOf(
    value Choice<
      FHIR.Quantity, FHIR.CodeableConcept, FHIR.string, FHIR.boolean, FHIR.integer, FHIR.Range, FHIR.Ratio,
      FHIR.SampledData, FHIR.time, FHIR.dateTime, FHIR.Period>):
  case
    when value is FHIR.string then (value as FHIR.string).value
    when value is FHIR.boolean then ToString((value as FHIR.boolean).value)
    when value is FHIR.CodeableConcept then
      Coalesce(
        (value as FHIR.CodeableConcept).text.value,
        First(((value as FHIR.CodeableConcept).coding) C where C.display is not null return C.display.value),
        First(((value as FHIR.CodeableConcept).coding) C return C.code.value))
    else null
  end

define function Valued(record ${recordType}, quantity FHIR.Quantity, whole Integer, words String):
  Tuple {
    coded: record.coded, aside: record.aside, id: record.id, system: record.system, code: record.code,
    source: record.source, status: record.status, beganFirst: record.beganFirst, beganLast: record.beganLast,
    endedFirst: record.endedFirst, endedLast: record.endedLast, time: record.time,
    reviewedFirst: record.reviewedFirst, reviewedLast: record.reviewedLast,
    number: Coalesce(quantity.value.value, ToDecimal(whole)), comparator: quantity.comparator.value,
    units: ({ quantity.code.value, quantity.unit.value }) U where U is not null return Unit(U),
    words: Lower(ReplaceMatches(words, '^\\s+|\\s+$', ''))
  }

// A unit as it is compared (R14): look-alikes in one spelling.
define function Unit(text String):
  ReplaceMatches(TenPower(
    ReplaceMatches(ReplaceMatches(ReplaceMatches(
      Upper(ReplaceMatches(Powers(text), '\\s', '')),
      '\u039c(?=[A-Z\\u005b])', 'U'),
      ',', '.'),
      '\\u005bHG\\u005d', 'HG')),
    '\\^', '')

define function TenPower(unit String):
  ReplaceMatches(unit, '^[X\u00d7*]?10(?:[\\^*E](-?[0-9]{1,2})|(-[0-9]{1,2}))(?![0-9.])', '10E$1$2')

// Superscripts as a power that is written out.
define function Powers(text String):
  if not Matches(text, '.*[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b].*') then text
  else PowersWritten(
    ReplaceMatches(text, '([\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u207a\u207b]+)', '^$1'))

define function PowersWritten(text String):
  ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(
    ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(ReplaceMatches(
    text, '\u207a', ''), '\u207b', '-'), '\u2070', '0'), '\u00b9', '1'), '\u00b2', '2'), '\u00b3', '3'),
    '\u2074', '4'), '\u2075', '5'), '\u2076', '6'), '\u2077', '7'), '\u2078', '8'), '\u2079', '9')

// ---- Services: Procedure, and Encounter by its types ----

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

// ---- The patient (R17, R21) ----

// Born on some day between two, dead on some day between two: null where nobody says.
define Birth: DateOf(Patient.birthDate)
define Death: DateTimeOf(Patient.deceased as FHIR.dateTime)

// Neither dead nor unborn on a day.
define function IsAlive(asked Date):
  case
    when Death.last <= asked or Birth.first > asked then false
    when Death.first <= asked or Birth.last > asked or Death.isBroken
      or (Patient.deceased as FHIR.boolean).value is true then null
    else true
  end

define function Reached(addMonths Integer, addDays Integer, asked Date):
  ${rulesName}.HasReached(Birth.first, Birth.last, addMonths, addDays, asked)

define Sex: if Patient.gender.value in { 'female', 'male' } then Patient.gender.value else null

define Home:
  Coalesce(
    First(Patient.address A where A.use.value = 'home'),
    First(Patient.address A where Coalesce(A.use.value, 'home') != 'old'))

define Municipality:
  First(
    (First((Home.extension) X
      where X.url.value = 'http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes'
      return all X.value as FHIR.CodeableConcept)).coding).code.value

define PostalCode: Home.postalCode.value

define Practitioner:
  Coalesce(
    First(Patient.generalPractitioner).display.value,
    First(Patient.generalPractitioner P where P.identifier.system.value = 'urn:oid:1.2.208.176.1.4'
      return all P.identifier.value.value),
    First(Patient.generalPractitioner).identifier.value.value)

define function IsOneOf(text String, asked List<String>):
  if text is null then null else Lower(ReplaceMatches(text, '^\\s+|\\s+$', '')) in asked
`;
}
