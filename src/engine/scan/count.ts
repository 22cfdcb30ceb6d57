/** R11, R12, R15: how many records there are, at least and at most. */
import type { Code, Dictionary, Segment } from '../store/index.ts';
import type { AtcLevel, Question } from '../query/nodes.ts';
import { atcLengths } from '../reference/query.ts';
import { absenceIn, daysOf, type Days, type EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { Table } from './table.ts';
import { no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';

type Count = Extract<Question, { kind: 'count' }>;

export function countScanner(
  evaluation: EvaluationContext,
  question: Count,
): (segment: Segment) => TruthVector {
  const rows = new Rows(question.selection, evaluation.dictionary);
  const days = daysOf(question.window, evaluation.asOf);
  const { count, value, level } = question;
  const isPlain = !value && !level && count.min === 1 && count.max === undefined;
  return isPlain
    ? (segment) => findAny(evaluation, segment, rows, days)
    : countEach(evaluation, question, rows, days);
}

/** Whether there is one at all: by far the most common question. */
function findAny(
  evaluation: EvaluationContext,
  segment: Segment,
  rows: Rows,
  days: Days,
): TruthVector {
  const truths = absenceIn(evaluation, segment, rows.selection, days);
  rows.eachRejection(segment, (patient) => {
    truths[patient] = unknown;
  });
  rows.each(segment, days, (_, patient) => {
    truths[patient] = yes;
  });
  return truths;
}

function countEach(
  evaluation: EvaluationContext,
  { selection, count, value, level }: Count,
  rows: Rows,
  days: Days,
): (segment: Segment) => TruthVector {
  const { dictionary } = evaluation;
  const judgement = judgeOf(value, dictionary);
  const groups = level && groupsAt(level, dictionary);
  const { min = 0, max = Infinity } = count;
  return (segment) => {
    const certain = new Uint32Array(segment.size);
    const uncertain = new Uint32Array(segment.size);
    if (groups) countDistinct(segment, rows, days, groups, certain, uncertain);
    else if (judgement) {
      const columns = segment.types[selection.type];
      const judge = judgement.judge();
      rows.each(segment, days, (row, patient) => {
        const truth = judge(columns, row);
        if (truth === yes) certain[patient]!++;
        else if (truth === unknown) uncertain[patient]!++;
      });
    } else
      rows.each(segment, days, (_, patient) => {
        certain[patient]!++;
      });

    // From here on, `unknown` says that there may be any number more.
    const truths = absenceIn(evaluation, segment, selection, days);
    rows.eachRejection(segment, (patient, entries) => {
      // A list that could not be read at all may have held any number.
      if (entries.some(({ index }) => index === undefined)) truths[patient] = unknown;
      uncertain[patient]! += entries.length;
    });
    for (let patient = 0; patient < segment.size; patient++) {
      const low = certain[patient]!;
      const high = truths[patient] === unknown ? Infinity : low + uncertain[patient]!;
      truths[patient] = low >= min && high <= max ? yes : high < min || low > max ? no : unknown;
    }
    return truths;
  };
}

/** R15: different code beginnings; a code that is too short for the level may be any of them. */
function countDistinct(
  segment: Segment,
  rows: Rows,
  days: Days,
  groups: Table<Code>,
  certain: Uint32Array,
  uncertain: Uint32Array,
): void {
  const { code } = segment.types[rows.selection.type];
  const { numbers } = groups;
  // By group: the last patient who had it, plus one.
  const latest = new Uint32Array(numbers.length);
  rows.eachByPatient(segment, days, (row, patient) => {
    const group = numbers[code[row]!]!;
    if (group === tooShort) uncertain[patient]!++;
    else if (latest[group] !== patient + 1) {
      latest[group] = patient + 1;
      certain[patient]!++;
    }
  });
}

/** By code: the number of its beginning. There are no more of them than codes. */
function groupsAt(level: AtcLevel, dictionary: Dictionary): Table<Code> {
  const length = atcLengths[level];
  const groups = new Map<string, number>();
  return new Table(dictionary.codes, ({ code }) => {
    if (code.length < length) return tooShort;
    const beginning = code.slice(0, length);
    const group = groups.get(beginning) ?? groups.size;
    groups.set(beginning, group);
    return group;
  });
}

const tooShort = -1;
