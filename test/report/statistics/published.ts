/** Published worked examples: data and results as their authors print them, with where. */

/**
 * Deaths within 30 days of open-heart surgery on children under one year, England 1991–95.
 *
 * @see https://dspiegel29.github.io/ArtofStatistics/02-5-survival-vs-numbers/02-5-child-heart-surgery-x.html
 */
export const childHeartSurgery = [
  { id: 'Bristol', deaths: 41, operations: 143 },
  { id: 'Leicester', deaths: 25, operations: 187 },
  { id: 'Leeds', deaths: 24, operations: 323 },
  { id: 'Oxford', deaths: 23, operations: 122 },
  { id: 'Guys', deaths: 25, operations: 164 },
  { id: 'Liverpool', deaths: 42, operations: 405 },
  { id: 'Southampton', deaths: 24, operations: 239 },
  { id: 'Great Ormond St', deaths: 53, operations: 482 },
  { id: 'Newcastle', deaths: 26, operations: 195 },
  { id: 'Harefield', deaths: 25, operations: 177 },
  { id: 'Birmingham', deaths: 58, operations: 581 },
  { id: 'Brompton', deaths: 31, operations: 301 },
] as const;

/**
 * Thirteen trials of the BCG vaccine: tuberculosis yes and no, of the vaccinated and of the controls.
 *
 * @see https://rdrr.io/cran/metafor/src/tests/testthat/test_misc_metan_vs_rma.uni_with_dat.bcg.r
 */
export const bcgTrials: readonly (readonly [number, number, number, number])[] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
];

/**
 * Cans that leak, of fifty in each of thirty samples (Montgomery, Introduction to Statistical Quality Control; data set
 * `orangejuice` of R's qcc): centre 0.2313, limits 0.0524 and 0.4102, samples 15 and 23 beyond them.
 *
 * @see https://www.rdocumentation.org/packages/qcc/versions/2.3/topics/orangejuice
 */
export const leakingCans = [
  12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7,
  13, 9, 6,
] as const;

/**
 * Ten flow rates and the limits of their moving ranges (NIST/SEMATECH e-Handbook): centre 50.81, limits 45.8159 and
 * 55.8041.
 *
 * @see https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm
 */
export const flowRates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1] as const;

/**
 * The longest run that chance gives by the number of useful points.
 *
 * @see https://unaettie.com/en-us/faq.php
 */
export const longestRuns = {
  10: 6,
  11: 6,
  12: 7,
  13: 7,
  22: 7,
  23: 8,
  24: 8,
  45: 8,
  46: 9,
  90: 9,
  91: 10,
};
