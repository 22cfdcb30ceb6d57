/**
 * The rules that a profile's CQL asks, as a CQL library: what a match is, how matches are counted, picked and joined,
 * and what missing data makes of it (stories/docs/semantics.md; the numbers in its comments are the rules').
 */

/** The name and version under which a profile's library includes it. */
export const rulesName = 'OverblikRules';
export const rulesVersion = '1.0.0';

/** A record as the library of records makes it: the same words in every signature, for CQL names no type. */
export const recordType = `Tuple {
    coded Boolean, aside Boolean, id String, system String, code String, source String, status String,
    beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, time Integer,
    reviewedFirst Date, reviewedLast Date, number Decimal, comparator String, units List<String>, words String
  }`;

const matchType =
  'Tuple { holds Boolean, judged Boolean, aside Boolean, beganFirst Date, beganLast Date, time Integer, id String }';
const daysType = 'Tuple { began Date, ended Date }';
const coverageType =
  'Tuple { type String, available Boolean, since Date, freshUntil Date, systems List<String> }';
const extremeType =
  'Tuple { holds Boolean, judged Boolean, reaches Boolean, keeps Boolean, aside Boolean, beganFirst Date }';
const setType = `Tuple { systems List<String>, matches List<${matchType}> }`;
const dayPartType = `Tuple { type String, systems List<String>, pick String, matches List<${matchType}> }`;
const partType = `Tuple { type String, systems List<String>, records List<${recordType}> }`;
const numberType =
  'Tuple { holds Boolean, low Decimal, lowClosed Boolean, high Decimal, highClosed Boolean, beganFirst Date, beganLast Date, time Integer, id String, aside Boolean }';

/** What a host says of the data, as a parameter has it. */
export const coverageParameter = `List<${coverageType}>`;

export const rulesLibrary = String.raw`library ${rulesName} version '${rulesVersion}'

// The rules of Overblik's profiles. True, false and null are yes, no and unknown. Nothing here reads a record: see
// the library OverblikRecords.

// ---- Days. A date known to its year or month stands for every day of it (R4a). ----

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

// ---- Counting (R11). ----

// Whether a number that lies between two others satisfies a count: true if every one does, false if none does.
// Unbounded, there may be any number more.
define function Between(least Integer, most Integer, isBounded Boolean, atLeast Integer, atMost Integer):
  case
    when least >= atLeast and (atMost is null or (isBounded and most <= atMost)) then true
    when (isBounded and most < atLeast) or (atMost is not null and least > atMost) then false
    else null
  end

// Each match is true, or null where it only may be one.
define function Counted(matches List<Boolean>, atLeast Integer, atMost Integer, isCovered Boolean):
  Between(
    Count(matches M where M is true return all 1),
    Count(matches M where M is not false return all 1),
    isCovered, atLeast, atMost)

// How many are true, at least and at most (R20).
define function AtLeastOf(answers List<Boolean>, atLeast Integer):
  case
    when Count(answers A where A is true return all 1) >= atLeast then true
    when Count(answers A where A is not false return all 1) < atLeast then false
    else null
  end

// R15: different beginnings of codes.
define function Distinct(
    matches List<Tuple { holds Boolean, code String }>, length Integer, atLeast Integer, atMost Integer,
    isCovered Boolean):
  Between(
    Count(matches M where M.holds is true and Length(M.code) >= length return Substring(M.code, 0, length)),
    Count(matches M where M.holds is not false and Length(M.code) >= length return Substring(M.code, 0, length))
      + Count(matches M where M.holds is not false and (M.code is null or Length(M.code) < length) return all 1),
    isCovered, atLeast, atMost)

// R11, apart: how many of which each is late enough after the one before.
define function Chain(spans List<${daysType}>, addMonths Integer, daysApart Integer):
  ((spans D return all D sort by ended) D
    aggregate Chained starting (Tuple { number: 0, last: null as Date }):
      if Chained.last is null or D.began >= Plus(Chained.last, addMonths, daysApart)
      then Tuple { number: Chained.number + 1, last: D.ended }
      else Chained).number

define function CountedApart(
    matches List<${matchType}>, addMonths Integer, addDays Integer, atLeast Integer, atMost Integer, isCovered Boolean):
  Between(
    Chain(matches M where M.holds is true return all Tuple { began: M.beganFirst, ended: M.beganLast }, addMonths, addDays),
    Chain(
      matches M where M.holds is not false and M.beganFirst = M.beganLast
        return all Tuple { began: M.beganFirst, ended: M.beganFirst }, addMonths, addDays)
      + Count(matches M where M.holds is not false and M.beganFirst < M.beganLast return all 1),
    isCovered, atLeast, atMost)

// R10b: whether nothing of the same code is earlier; null where something may be.
define function IsFirst(record ${recordType}, others List<${recordType}>):
  case
    when record.coded is true and exists (others O
      where O.id != record.id and O.aside is false and O.system = record.system and O.code = record.code
        and O.beganLast < record.beganFirst) then false
    when exists (others O
      where O.id != record.id
        and (O.code is null or record.code is null or (O.system = record.system and O.code = record.code))
        and O.beganFirst < record.beganLast) then null
    else true
  end

// ---- Picking one (R13). ----

// The day that the one picked has at least (the latest) or at most (the earliest).
define function Nearest(matches List<${matchType}>, isLatest Boolean):
  if isLatest then Max(matches M where M.holds is true return all M.beganFirst)
  else Min(matches M where M.holds is true return all M.beganLast)

// All that may be the one. Of one day it is the last, or first, by time where each has one, else by the order of ids.
define function MayBePicked(matches List<${matchType}>, isLatest Boolean, nearest Date):
  flatten {
    (matches M
      where M.aside is false
        and (nearest is null
          or (if isLatest then M.beganLast > nearest else M.beganFirst < nearest)
          or (M.holds is null and M.beganFirst <= nearest and M.beganLast >= nearest)
          or (M.beganFirst < M.beganLast and M.beganFirst <= nearest and M.beganLast >= nearest))
      return all M),
    OfDay(
      matches M where M.aside is false and M.holds is true and M.beganFirst = nearest and M.beganLast = nearest
        return all M, isLatest)
  }

define function OfDay(matches List<${matchType}>, isLatest Boolean):
  InOrder(
    matches, isLatest,
    if exists (matches M where M.time is null return all 1)
    then (matches M return all M sort by id)
    else (matches M return all M sort by time, id))

define function InOrder(matches List<${matchType}>, isLatest Boolean, ordered List<${matchType}>):
  if not exists matches then matches else if isLatest then { Last(ordered) } else { First(ordered) }

// What all that may be the one answer alike. Nothing set aside may have been it, and it must be known to be the one:
// the latest needs coverage from its own day on, the earliest of the whole window.
define function Picked(
    matches List<${matchType}>, isLatest Boolean, coverage ${coverageParameter}, type String, systems List<String>,
    opens Date, lastAsked Date):
  PickedOf(
    MayBePicked(matches, isLatest, Nearest(matches, isLatest)),
    Nearest(matches, isLatest) is not null,
    not exists (matches M where M.aside return all 1)
      and Covered(
        coverage, type, systems,
        if isLatest then Coalesce(Nearest(matches, isLatest), opens, Min(matches M return all M.beganFirst), @9999-12-31)
        else opens,
        lastAsked))

define function PickedOf(may List<${matchType}>, isThere Boolean, isKnown Boolean):
  case
    when isKnown is false then null
    when isThere and not exists (may M where M.judged is not true return all 1) then true
    when not exists (may M where M.judged is not false return all 1) then false
    else null
  end

// The highest, or the lowest (R13): "reaches" and "keeps" say of each whether it goes far enough, and not too far. What one
// alone proves is said whatever is missing.
define function Extreme(
    matches List<${extremeType}>, hasReach Boolean, hasKeep Boolean,
    coverage ${coverageParameter}, type String, systems List<String>, opens Date, lastAsked Date):
  case
    when not hasKeep and exists (matches M where M.holds is true and M.reaches is true return all 1) then true
    when not hasReach and exists (matches M where M.holds is true and M.keeps is false return all 1) then false
    when exists (matches M where M.aside return all 1) then null
    when not Covered(
      coverage, type, systems,
      Coalesce(opens, Min(matches M return all M.beganFirst), @9999-12-31), lastAsked) then null
    when exists (matches M where M.holds is true and M.reaches is true return all 1)
      and not exists (matches M where M.keeps is not true return all 1) then true
    when exists (matches M where M.holds is true and M.keeps is false return all 1)
      or not exists (matches M where M.judged is not false return all 1) then false
    else null
  end

// One set before another (R13a): a later one is judged only where every set before it is known to have none.
define function Preferred(
    sets List<${setType}>, coverage ${coverageParameter}, type String, opens Date, lastAsked Date):
  PreferredOf(
    sets S
      aggregate Judged starting (Tuple { isThere: false, isKnown: true, isYes: true, isNo: true }):
        if Judged.isThere then Judged
        else Tuple {
          isThere: Nearest(S.matches, true) is not null,
          isKnown: Judged.isKnown
            and not exists ((S.matches) M where M.aside return all 1)
            and Covered(
              coverage, type, S.systems,
              Coalesce(Nearest(S.matches, true), opens, Min((S.matches) M return all M.beganFirst), @9999-12-31),
              lastAsked),
          isYes: Judged.isYes and not exists (
            (MayBePicked(S.matches, true, Nearest(S.matches, true))) M where M.judged is not true return all 1),
          isNo: Judged.isNo and not exists (
            (MayBePicked(S.matches, true, Nearest(S.matches, true))) M where M.judged is not false return all 1)
        })

define function PreferredOf(judged Tuple { isThere Boolean, isKnown Boolean, isYes Boolean, isNo Boolean }):
  case
    when not judged.isKnown then null
    when judged.isThere and judged.isYes then true
    when judged.isNo then false
    else null
  end

// ---- One after another (R19), and on one day (R19a). ----

define function Follows(
    firsts List<${matchType}>, others List<${matchType}>, isOneType Boolean, addMonths Integer, addDays Integer,
    isFirstCovered Boolean, isSecondCovered Boolean):
  case
    when exists (from firsts A, others B
      where A.holds is true and B.holds is true and not (isOneType and A.id = B.id)
        and A.beganLast <= B.beganFirst and B.beganLast <= Plus(A.beganFirst, addMonths, addDays)
      return all 1) then true
    when isFirstCovered and isSecondCovered and not exists (from firsts A, others B
      where not (isOneType and A.id = B.id and A.aside is false)
        and A.beganFirst <= B.beganLast and B.beganFirst <= Plus(A.beganLast, addMonths, addDays)
      return all 1) then false
    when isFirstCovered and not exists firsts then false
    when isSecondCovered and not exists others then false
    else null
  end

// The latest day on which every part has a record for certain.
define function SharedDay(parts List<${dayPartType}>):
  Max((First(parts).matches) F
    where F.holds is true and F.beganFirst = F.beganLast
      and not exists (parts P
        where not exists ((P.matches) M
          where M.holds is true and M.beganFirst = M.beganLast and M.beganFirst = F.beganFirst return all 1)
        return all 1)
    return all F.beganFirst)

define function SameDay(
    parts List<${dayPartType}>, coverage ${coverageParameter}, opens Date, lastAsked Date):
  SameDayOf(parts, SharedDay(parts), coverage, opens, lastAsked)

// Where a record only may be of that day, or of a later one, nobody knows which day it is.
define function SameDayOf(
    parts List<${dayPartType}>, shared Date, coverage ${coverageParameter}, opens Date, lastAsked Date):
  case
    when exists (parts P
      where exists ((P.matches) M where M.aside return all 1)
        or not Covered(coverage, P.type, P.systems, if shared is null then opens else shared, lastAsked)
      return all 1) then null
    when exists (parts P
      where exists ((P.matches) M
        where (M.holds is null or M.beganFirst < M.beganLast) and (shared is null or M.beganLast >= shared)
        return all 1)
      return all 1) then null
    when shared is null then false
    when exists (parts P where OnDay(P, shared) is false return all 1) then false
    when not exists (parts P where OnDay(P, shared) is not true return all 1) then true
    else null
  end

define function OnDay(part ${dayPartType}, shared Date):
  JudgedAs(
    part.pick,
    (part.matches) M where M.holds is true and M.beganFirst = shared and M.beganLast = shared return all M)

define function JudgedAs(pick String, matches List<${matchType}>):
  case
    when pick = 'any' then
      case
        when exists (matches M where M.judged is true return all 1) then true
        when exists (matches M where M.judged is null return all 1) then null
        else false
      end
    else First(OfDay(matches, pick = 'latest')).judged
  end

// ---- Change (R19c): the latest less another of the rest, as intervals. ----

define function OrderedNumbers(numbers List<${numberType}>):
  (numbers N
    return all Tuple {
      holds: N.holds, low: N.low, lowClosed: N.lowClosed, high: N.high, highClosed: N.highClosed,
      beganFirst: N.beganFirst, beganLast: N.beganLast,
      time: if exists (numbers M where M.time is null and M.beganFirst = N.beganFirst return all 1)
        then 0 else N.time,
      id: N.id, aside: N.aside
    }
    sort by beganFirst, time, id)

define function Changed(
    numbers List<${numberType}>, from_ String, above Decimal, atLeast Decimal, below Decimal, atMost Decimal,
    coverage ${coverageParameter}, systems List<String>, opens Date, lastAsked Date):
  case
    when exists (numbers N where N.aside or N.holds is null or N.beganFirst < N.beganLast return all 1) then null
    else ChangedOf(OrderedNumbers(numbers), from_, above, atLeast, below, atMost, coverage, systems, opens, lastAsked)
  end

define function ChangedOf(
    ordered List<${numberType}>, from_ String, above Decimal, atLeast Decimal, below Decimal, atMost Decimal,
    coverage ${coverageParameter}, systems List<String>, opens Date, lastAsked Date):
  case
    when not Covered(
      coverage, 'result', systems,
      if from_ = 'previous' and Count(ordered N return all 1) >= 2
      then ordered[Count(ordered N return all 1) - 2].beganFirst
      else opens,
      lastAsked) then null
    when Count(ordered N return all 1) < 2 then false
    else Difference(
      Last(ordered),
      if from_ = 'previous' then ordered[Count(ordered N return all 1) - 2] else First(ordered),
      above, atLeast, below, atMost)
  end

define function Difference(
    latest ${numberType}, other ${numberType}, above Decimal, atLeast Decimal, below Decimal, atMost Decimal):
  IntervalWithin(
    latest.low - other.high, latest.lowClosed and other.highClosed,
    latest.high - other.low, latest.highClosed and other.lowClosed,
    above, atLeast, below, atMost)

// Whether all numbers of an interval are among those asked (true), or none is (false). An open end is null.
define function IntervalWithin(
    low Decimal, lowClosed Boolean, high Decimal, highClosed Boolean,
    above Decimal, atLeast Decimal, below Decimal, atMost Decimal):
  case
    when Coalesce(above is null or low > above or (low = above and lowClosed is false), false)
      and Coalesce(atLeast is null or low >= atLeast, false)
      and Coalesce(below is null or high < below or (high = below and highClosed is false), false)
      and Coalesce(atMost is null or high <= atMost, false) then true
    when Coalesce(high <= above, false)
      or Coalesce(high < atLeast or (high = atLeast and highClosed is false), false)
      or Coalesce(low >= below, false)
      or Coalesce(low > atMost or (low = atMost and lowClosed is false), false) then false
    else null
  end

// ---- Runs of days (R16, R16a, R18). ----

// Spans joined where one begins no later than the day after the others end, and a pause.
define function Runs(spans List<${daysType}>, gapMonths Integer, gapDays Integer):
  (spans S return all S sort by began) S
    aggregate Joined starting (List<${daysType}>{}):
      if not exists Joined or S.began > Plus(Next(Last(Joined).ended), gapMonths, gapDays)
      then flatten { Joined, { Tuple { began: S.began, ended: S.ended } } }
      else flatten {
        Take(Joined, Count(Joined J return all 1) - 1),
        { Tuple { began: Last(Joined).began, ended: Later(Last(Joined).ended, S.ended) } }
      }

// The most days that records may have, and the least that they must.
define function MostSpans(records List<${recordType}>):
  records R where R.coded is not false return all Tuple { began: R.beganFirst, ended: R.endedLast }

define function LeastSpans(records List<${recordType}>):
  records R where R.coded is true and R.beganLast <= R.endedFirst
    return all Tuple { began: R.beganLast, ended: R.endedFirst }

define function Intersect(a List<${daysType}>, b List<${daysType}>):
  from a A, b B
    where A.began <= B.ended and B.began <= A.ended
    return all Tuple { began: Later(A.began, B.began), ended: Earlier(A.ended, B.ended) }

// Whether a run shares a day with the window and, cut at its last day, lasts so long.
define function Lasts(run ${daysType}, addMonths Integer, addDays Integer, opens Date, closes Date):
  InWindow(run.began, run.began, run.ended, run.ended, opens, closes) is true
    and Plus(run.began, addMonths, addDays) <= Next(Earlier(run.ended, closes))

define function MostShared(parts List<${partType}>, gapMonths Integer, gapDays Integer):
  parts P
    aggregate Shared starting (null as List<${daysType}>):
      if Shared is null then Runs(MostSpans(P.records), gapMonths, gapDays)
      else Intersect(Shared, Runs(MostSpans(P.records), gapMonths, gapDays))

define function LeastShared(parts List<${partType}>, gapMonths Integer, gapDays Integer):
  parts P
    aggregate Shared starting (null as List<${daysType}>):
      if Shared is null then Runs(LeastSpans(P.records), gapMonths, gapDays)
      else Intersect(Shared, Runs(LeastSpans(P.records), gapMonths, gapDays))

// R16 of one part, R18 of several: the days on which every part has a record form a run that lasts in the window.
define function Lasting(
    parts List<${partType}>, gapMonths Integer, gapDays Integer, addMonths Integer, addDays Integer,
    opens Date, closes Date, coverage ${coverageParameter}, lastAsked Date):
  LastingOf(
    parts, LeastShared(parts, gapMonths, gapDays), MostShared(parts, gapMonths, gapDays),
    gapMonths, gapDays, addMonths, addDays, opens, closes, coverage, lastAsked)

define function LastingOf(
    parts List<${partType}>, least List<${daysType}>, most List<${daysType}>,
    gapMonths Integer, gapDays Integer, addMonths Integer, addDays Integer,
    opens Date, closes Date, coverage ${coverageParameter}, lastAsked Date):
  case
    when exists (least L where Lasts(L, addMonths, addDays, opens, closes) return all 1) then true
    when not exists (most M where Lasts(M, addMonths, addDays, opens, closes) return all 1)
      and not exists (parts P
        where not CoveredBefore(
          coverage, P.type, P.systems, opens, lastAsked,
          Min(most M where M.ended >= opens and (closes is null or opens <= closes) return all M.began), gapMonths, gapDays)
        return all 1) then false
    // One part alone is certainly without a record that could take part.
    when Count(parts P return all 1) > 1 and exists (parts P
      where not exists ((P.records) R where R.coded is not false and In(R, opens, closes) is not false return all 1)
        and Covered(coverage, P.type, P.systems, opens, lastAsked)
      return all 1) then false
    else null
  end

// R16a: how many runs share a day with the window, and last so. Lengths of null are not asked.
define function IsAsked(
    run ${daysType}, leastMonths Integer, leastDays Integer, mostMonths Integer, mostDays Integer,
    opens Date, closes Date):
  (if leastMonths is null then InWindow(run.began, run.began, run.ended, run.ended, opens, closes) is true
    else Lasts(run, leastMonths, leastDays, opens, closes))
    and (mostMonths is null
      or (run.ended < @9999-12-31 and (closes is null or run.ended <= closes)
        and Plus(run.began, mostMonths, mostDays) >= Next(run.ended)))

// Of runs, those that hold no record of which anything is in doubt.
define function SureRuns(runs List<${daysType}>, records List<${recordType}>):
  runs U
    where not exists (records R
      where R.coded is not false
        and (R.coded is null or R.beganFirst < R.beganLast or R.endedFirst < R.endedLast)
        and R.beganFirst <= U.ended and R.endedLast >= U.began
      return all 1)
    return all U

define function Episodes(
    type String, systems List<String>, records List<${recordType}>, gapMonths Integer, gapDays Integer,
    leastMonths Integer, leastDays Integer, mostMonths Integer, mostDays Integer, opens Date, closes Date,
    atLeast Integer, atMost Integer, coverage ${coverageParameter}, lastAsked Date):
  EpisodesOf(
    if mostMonths is null
    then Count((Runs(MostSpans(records), gapMonths, gapDays)) U
      where exists ((Runs(LeastSpans(records), gapMonths, gapDays)) L
        where L.began >= U.began and L.began <= U.ended
          and IsAsked(L, leastMonths, leastDays, mostMonths, mostDays, opens, closes)
        return all 1)
      return all 1)
    else Count((SureRuns(Runs(MostSpans(records), gapMonths, gapDays), records)) U
      where IsAsked(U, leastMonths, leastDays, mostMonths, mostDays, opens, closes) return all 1),
    Count((Runs(LeastSpans(records), gapMonths, gapDays)) U
      where IsAsked(U, leastMonths, leastDays, mostMonths, mostDays, opens, closes) return all 1)
      + Count(records R
        where (R.coded is null or R.beganFirst < R.beganLast or R.endedFirst < R.endedLast)
          // Of no asked length it is one run more only where it shares a day itself.
          and (leastMonths is not null or mostMonths is not null or In(R, opens, closes) is not false)
        return all 1),
    if leastMonths is null and mostMonths is null then Covered(coverage, type, systems, opens, lastAsked)
    else CoveredBefore(
      coverage, type, systems, opens, lastAsked,
      Min((Runs(MostSpans(records), gapMonths, gapDays)) U where U.ended >= opens and (closes is null or opens <= closes) return all U.began),
      gapMonths, gapDays),
    mostMonths is not null, atLeast, atMost)

// R16, with a longest length: a run counts only where nothing can be joined to it, what is not covered included.
define function Short(
    type String, systems List<String>, records List<${recordType}>, gapMonths Integer, gapDays Integer,
    leastMonths Integer, leastDays Integer, mostMonths Integer, mostDays Integer, opens Date, closes Date,
    coverage ${coverageParameter}, lastAsked Date):
  ShortOf(
    Max((SureRuns(Runs(MostSpans(records), gapMonths, gapDays), records)) U
      where IsAsked(U, leastMonths, leastDays, mostMonths, mostDays, opens, closes) return all U.began),
    exists ((Runs(LeastSpans(records), gapMonths, gapDays)) U
      where IsAsked(U, leastMonths, leastDays, mostMonths, mostDays, opens, closes) return all 1)
      or exists (records R
        where R.coded is null or R.beganFirst < R.beganLast or R.endedFirst < R.endedLast return all 1),
    type, systems,
    Min((Runs(MostSpans(records), gapMonths, gapDays)) U where U.ended >= opens and (closes is null or opens <= closes) return all U.began),
    gapMonths, gapDays, opens, coverage, lastAsked)

define function ShortOf(
    latest Date, may Boolean, type String, systems List<String>, seenFrom Date,
    gapMonths Integer, gapDays Integer, opens Date, coverage ${coverageParameter}, lastAsked Date):
  case
    when latest is not null and exists (coverage C
      where C.type = type and C.available is true
        and (opens is null or C.since is null or Plus(C.since, gapMonths, gapDays) < latest)
        and (C.freshUntil is null or C.freshUntil >= lastAsked)
        and (C.systems is null or systems is null or exists (systems S where S in C.systems))) then true
    when not may and CoveredBefore(coverage, type, systems, opens, lastAsked, seenFrom, gapMonths, gapDays) then false
    else null
  end

// What is not seen may join all runs to one, and then it may last too long.
define function EpisodesOf(
    least Integer, most Integer, isCovered Boolean, hasMost Boolean, atLeast Integer, atMost Integer):
  Between(
    if isCovered then least else if hasMost or least = 0 then 0 else 1,
    most, isCovered, atLeast, atMost)

// ---- Another day (R19b). ----

// The days that a record may be the anchor on: null where one of them is not known to the day.
define function AnchorDays(matches List<${matchType}>, isLatest Boolean):
  AnchorDaysOf(
    matches M
      where M.holds is not false
        and (Nearest(matches, isLatest) is null
          or (if isLatest then M.beganLast >= Nearest(matches, isLatest)
            else M.beganFirst <= Nearest(matches, isLatest)))
      return all M)

define function AnchorDaysOf(may List<${matchType}>):
  if exists (may M where M.beganFirst < M.beganLast return all 1) then null
  else may M return M.beganFirst

// What "is" answers on every day that may be the anchor's.
define function Anchored(
    answers List<Boolean>, matches List<${matchType}>, isLatest Boolean, coverage ${coverageParameter}, type String,
    systems List<String>, opens Date, lastAsked Date):
  case
    when answers is null then null
    when not Covered(
      coverage, type, systems,
      if isLatest then Later(Nearest(matches, isLatest), opens) else opens, lastAsked) then null
    when Nearest(matches, isLatest) is not null
      and not exists (answers A where A is not true return all 1) then true
    when not exists (answers A where A is not false return all 1) then false
    else null
  end
`;
