/** The types of the rules: the same words in every signature, for CQL names no type. */

/** A record as the library of records makes it: the same words in every signature, for CQL names no type. */
export const recordType = `Tuple {
    coded Boolean, aside Boolean, id String, system String, code String, source String, status String,
    beganFirst Date, beganLast Date, endedFirst Date, endedLast Date, time Integer,
    reviewedFirst Date, reviewedLast Date, number Decimal, comparator String, units List<String>, words String
  }`;

export const matchType =
  'Tuple { holds Boolean, judged Boolean, aside Boolean, beganFirst Date, beganLast Date, time Integer, id String }';
export const daysType = 'Tuple { began Date, ended Date }';
const coverageType =
  'Tuple { type String, available Boolean, since Date, freshUntil Date, systems List<String> }';
export const extremeType =
  'Tuple { holds Boolean, judged Boolean, reaches Boolean, keeps Boolean, aside Boolean, beganFirst Date }';
export const setType = `Tuple { systems List<String>, matches List<${matchType}> }`;
export const dayPartType = `Tuple { type String, systems List<String>, pick String, matches List<${matchType}> }`;
export const partType = `Tuple { type String, systems List<String>, records List<${recordType}> }`;
export const numberType =
  'Tuple { holds Boolean, low Decimal, lowClosed Boolean, high Decimal, highClosed Boolean, beganFirst Date, beganLast Date, time Integer, id String, aside Boolean }';

/** What a host says of the data, as a parameter has it. */
export const coverageParameter = `List<${coverageType}>`;
