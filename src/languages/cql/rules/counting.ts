/** How matches are counted, and how one is picked, as CQL. */
import {
  coverageParameter,
  daysType,
  extremeType,
  matchType,
  recordType,
  setType,
} from './types.ts';

export const countingRules = String.raw`// ---- Counting (R11). ----

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
`;
