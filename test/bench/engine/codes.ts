/**
 * The codes that a made-up clinic uses, the commonest first. Structure and size are like the real systems';
 * which code is how common is made up, but for those that the rules ask for.
 */

/** 409 ICPC-2 codes: the chapters' diagnoses, and two of the symptoms that the dementia profile asks for. */
export const diagnosisCodes: readonly string[] = [
  'K86',
  'T93',
  'L03',
  'T90',
  'R05',
  'A97',
  ...[...'KRLSAPDTNUFHXBYWZ'].flatMap((chapter) =>
    Array.from({ length: 24 }, (_, index) => `${chapter}${70 + index}`),
  ),
  'P20',
  'P15',
].filter((code, index, all) => all.indexOf(code) === index);

/** Fourth-level ATC groups; each has five substances. */
const groups =
  'C10AA N02BE A02BC C09AA C08CA C03AA M01AE N02AX C07AB B01AC N06AB A06AD C03CA R03AC A10BA H03AA ' +
  'N06AX C09CA N05CF J01CE N02AA R03AK R06AE C03DA A11CC M01AB N05BA D07AC S01ED G03AA A10BD B03AA ' +
  'N05AH N06DA A07DA C01DA J01CA N03AX G04CA B01AF A03FA N05CD R01AD C09BA N05AX D01AC S01AA H02AB ' +
  'A12AX M05BA A10BJ C03EA J01FA N06AA R03BA D07AB G03CA M04AA A12BA N05CH A10BK C09DA N04BA L04AX ' +
  'N05AE B03BA D02AX J01XE G04BD S01XA A02BA C02AC R05DA N03AE N07BC C01AA A10AB C10AX J05AB N03AG ' +
  'A10AE P01AB M03BX C07AA N06DX R03BB D06AX A09AA N05AA G02BA H01BA L02BG N02CC A07EC C08DA J02AC ' +
  'N03AF D05AX N04BC S01GX L01BC N05AD B01AA A04AA R03DC G03FA C07AG N05AN H05BA L02AE N07CA A05AA';

/** 600 ATC codes of the fifth level. */
export const medicationCodes: readonly string[] = ['01', '02', '03', '04', '05'].flatMap(
  (substance) => groups.split(' ').map((group) => `${group}${substance}`),
);

/** One analysis: what its results are about. */
export interface Analysis {
  readonly code: string;
  readonly unit: string;
  readonly mean: number;
  readonly spread: number;
}

const named: readonly Analysis[] = [
  { code: 'DNK35302', unit: 'mL/min/1,73m2', mean: 74, spread: 19 },
  { code: 'NPU27300', unit: 'mmol/mol', mean: 43, spread: 11 },
  { code: 'NPU01568', unit: 'mmol/L', mean: 2.8, spread: 0.9 },
  { code: 'NPU03230', unit: 'mmol/L', mean: 4.1, spread: 0.4 },
  { code: 'NPU03429', unit: 'mmol/L', mean: 140, spread: 3 },
  { code: 'NPU18016', unit: 'umol/L', mean: 82, spread: 21 },
  { code: 'NPU02319', unit: 'mmol/L', mean: 8.6, spread: 1 },
  { code: 'MCS88042', unit: 'score', mean: 23, spread: 4 },
  { code: 'MCS88198', unit: 'score', mean: 17, spread: 4 },
];

/** 60 analyses. */
export const analyses: readonly Analysis[] = [
  ...named,
  ...Array.from({ length: 60 - named.length }, (_, index) => ({
    code: `NPU${String(90001 + 7 * index)}`,
    unit: ['mmol/L', 'g/L', 'U/L', 'nmol/L'][index % 4] ?? 'g/L',
    mean: 10 + 3 * index,
    spread: 2 + index / 4,
  })),
];

export const serviceCodes: readonly string[] = [
  '0101',
  '2101',
  '0120',
  '0105',
  '7101',
  '7156',
  '0106',
  '2150',
  '7403',
  '2133',
  '7175',
  '0107',
  '2601',
  '7108',
  '2149',
  '0411',
  '7113',
  '0421',
  '2305',
  '7120',
];
