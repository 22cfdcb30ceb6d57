/** Days, coverage and values, as CQL. */
import { coverageParameter, recordType } from './types.ts';

export const dayRules = String.raw`// ---- Days. A date known to its year or month stands for every day of it (R4a). ----

define function Earlier(a Date, b Date):
  if a is null or b < a then b else a

define function Later(a Date, b Date):
  if a is null or b > a then b else a

// The day after; of the calendar's last day itself.
define function Next(onDay Date):
  if onDay >= @9999-12-31 then onDay else onDay + 1 day

// A period later; the calendar ends in 9999 (R27).
define function Plus(onDay Date, addMonths Integer, addDays Integer):
  // Some engines ask both sides of an "or": of no period there is no day.
  if addMonths is null then null
  else if onDay >= @9000-01-01 then @9999-12-31
  else onDay + System.Quantity { value: ToDecimal(addMonths), unit: 'months' }
    + System.Quantity { value: ToDecimal(addDays), unit: 'days' }

// Whether something that lasts from one day to another shares a day with a window, on all lawful days (true), on none
// (false), or on some (null). A window that ends before it begins has none (R6, R7). No day: that side is open.
define function InWindow(beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, opens Date, closes Date):
  case
    when opens is not null and closes is not null and opens > closes then false
    when closes is not null and beganFirst > closes then false
    when opens is not null and endedLast < opens then false
    when (closes is null or beganLast <= closes) and (opens is null or endedFirst >= opens) then true
    else null
  end

define function In(record ${recordType}, opens Date, closes Date):
  InWindow(record.beganFirst, record.beganLast, record.endedFirst, record.endedLast, opens, closes)

// The same of the day on which it began: what is new is in a window by its first day (R10b).
define function BeganIn(record ${recordType}, opens Date, closes Date):
  InWindow(record.beganFirst, record.beganLast, record.beganFirst, record.beganLast, opens, closes)

// When a care plan was last gone through (R10a): as a point; null where nobody says.
define function ReviewedIn(record ${recordType}, opens Date, closes Date):
  if record.reviewedFirst is null then null
  else InWindow(record.reviewedFirst, record.reviewedLast, record.reviewedFirst, record.reviewedLast, opens, closes)

// The same, seen from an earlier day: where it was gone through after the window, nobody knows whether it was in it too.
define function ReviewedBy(record ${recordType}, opens Date, closes Date, asOf Date):
  case
    when ReviewedIn(record, opens, closes) is true then true
    when record.reviewedLast < opens and opens <= asOf then false
    else null
  end

// The day on which an age is reached: a day beyond its month's end is the first of the next month (R17).
define function ReachedOn(birth Date, addMonths Integer, addDays Integer):
  (birth + System.Quantity { value: ToDecimal(addMonths), unit: 'months' })
    + System.Quantity {
        value: ToDecimal(addDays + (if day from (birth + System.Quantity { value: ToDecimal(addMonths), unit: 'months' })
          < day from birth then 1 else 0)),
        unit: 'days'
      }

// Whether who was born between two days has reached an age on a day; null where it depends on which.
define function HasReached(birthFirst Date, birthLast Date, addMonths Integer, addDays Integer, asked Date):
  case
    when birthFirst is null then null
    when ReachedOn(birthLast, addMonths, addDays) <= asked then true
    when ReachedOn(birthFirst, addMonths, addDays) > asked then false
    else null
  end

// Whether a text is one of those asked; null where there is none (R10a).
define function IsAmong(given String, asked List<String>):
  if given is null then null else given in asked

// A record whose fields were asked too.
define function Asked(record ${recordType}, holds Boolean):
  Tuple {
    coded: holds, aside: record.aside, id: record.id, system: record.system, code: record.code,
    source: record.source, status: record.status, beganFirst: record.beganFirst, beganLast: record.beganLast,
    endedFirst: record.endedFirst, endedLast: record.endedLast, time: record.time,
    reviewedFirst: record.reviewedFirst, reviewedLast: record.reviewedLast, number: record.number,
    comparator: record.comparator, units: record.units, words: record.words
  }

// ---- Coverage (R1a, R9, R10). What is not said to be covered is not: then the absence of a record is no "no". ----

define function Covered(
    coverage ${coverageParameter}, type String, systems List<String>, opens Date, lastAsked Date):
  exists (coverage C
    where C.type = type and C.available is true
      and (opens is null or C.since is null or C.since <= opens)
      and (C.freshUntil is null or C.freshUntil >= lastAsked)
      and (C.systems is null or systems is null or exists (systems S where S in C.systems)))

// As far before the window as a pause of that length could join a run that was seen in it from a day on (R16).
define function CoveredBefore(
    coverage ${coverageParameter}, type String, systems List<String>, opens Date, lastAsked Date,
    seenFrom Date, gapMonths Integer, gapDays Integer):
  exists (coverage C
    where C.type = type and C.available is true
      and (opens is null or C.since is null
        or (C.since <= opens and (seenFrom is null or Plus(C.since, gapMonths, gapDays) < seenFrom)))
      and (C.freshUntil is null or C.freshUntil >= lastAsked)
      and (C.systems is null or systems is null or exists (systems S where S in C.systems)))

// ---- Values (R14). ----

// Whether a number is between two bounds; null where it is undecided: no number, an implausible one, a comparator that
// allows numbers on both sides. A bound that is not there is null.
define function Within(
    number Decimal, comparator String, low Decimal, isLowOpen Boolean, high Decimal, isHighOpen Boolean,
    least Decimal, most Decimal):
  case
    when number is null then null
    when least is not null and number < least then null
    when most is not null and number > most then null
    when comparator is null then
      (low is null or (if isLowOpen then number > low else number >= low))
        and (high is null or (if isHighOpen then number < high else number <= high))
    when comparator in { '<', '<=' } then
      case
        when low is not null and (number < low or (number = low and (isLowOpen or comparator = '<'))) then false
        when low is not null then null
        when number < high or (number = high and (isHighOpen is false or comparator = '<')) then true
        else null
      end
    when comparator in { '>', '>=' } then
      case
        when high is not null and (number > high or (number = high and (isHighOpen or comparator = '>'))) then false
        when high is not null then null
        when number > low or (number = low and (isLowOpen is false or comparator = '>')) then true
        else null
      end
    else null
  end
`;
