/** Codes, and records made of them, as CQL. */
import { listOf } from '../text.ts';
import { codesType, codingType, dayType } from './types.ts';

/** @param known Every address of a system that is known: a code in none of them may be any. */
export function codeReading(known: readonly string[]): string {
  return String.raw`// ---- Codes (R1, R2) ----

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
`;
}
