/** Records that are asked together, as CQL. */
import { coverageParameter, dayPartType, matchType, numberType } from './types.ts';

export const togetherRules = String.raw`// ---- One after another (R19), and on one day (R19a). ----

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
    Round(latest.low - other.high, 8), latest.lowClosed and other.highClosed,
    Round(latest.high - other.low, 8), latest.highClosed and other.lowClosed,
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
