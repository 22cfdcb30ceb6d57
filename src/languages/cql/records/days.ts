/** Days of FHIR’s dates, as CQL. */
import { dayType } from './types.ts';

export const dayReading = String.raw`// ---- Days ----

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
`;
