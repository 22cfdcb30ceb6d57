/** Results, as CQL. */
import { recordType } from '../rules/types.ts';
import { codesType } from './types.ts';

export const resultReading = String.raw`// ---- Results: Observation, and its components ----

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
`;
