/** What lasts, as CQL. */
import { coverageParameter, daysType, partType, recordType } from './types.ts';

export const runRules = String.raw`// ---- Runs of days (R16, R16a, R18). ----

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
`;
