/** The tables, and every rule as one would write it by hand in SQL: two-valued. `$1` is the date. */
import type { RuleId } from './rules.ts';

export const schema = `
  CREATE TABLE patient (no INTEGER, id VARCHAR, born DATE, died DATE, registered DATE, listed VARCHAR);
  CREATE TABLE diagnosis (
    patient INTEGER, code VARCHAR, first DATE, last DATE, system VARCHAR
  );
  CREATE TABLE medication (
    patient INTEGER, code VARCHAR, first DATE, last DATE, product VARCHAR, value DOUBLE, unit VARCHAR
  );
  CREATE TABLE result (patient INTEGER, code VARCHAR, day DATE, value DOUBLE, unit VARCHAR);
  CREATE TABLE service (patient INTEGER, code VARCHAR, day DATE, specialty VARCHAR);
  CREATE TABLE appointment (patient INTEGER, day DATE, status VARCHAR);
  CREATE TABLE referral (patient INTEGER, day DATE, status VARCHAR);
`;

const asOf = 'CAST($1 AS DATE)';
const now = `first <= ${asOf} AND (last IS NULL OR last >= ${asOf})`;
const alive = `born <= ${asOf} AND (died IS NULL OR died > ${asOf})`;

/** Living patients whose number the query finds. */
function idsOf(numbers: string): string {
  return `SELECT id FROM patient WHERE ${alive} AND no IN (${numbers})`;
}

/** Spans of A02BC, joined over pauses of up to 14 days. */
const withRuns = `
    WITH spans AS (
      SELECT patient, first, coalesce(last, DATE '9999-12-31') AS last
      FROM medication WHERE code LIKE 'A02BC%'
    ), marked AS (
      SELECT *, first > 15 + max(last) OVER (
        PARTITION BY patient ORDER BY first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS apart
      FROM spans
    ), numbered AS (
      SELECT *, count(*) FILTER (WHERE apart) OVER (
        PARTITION BY patient ORDER BY first ROWS UNBOUNDED PRECEDING
      ) AS run
      FROM marked
    ), runs AS (
      SELECT patient, min(first) AS first, max(last) AS last FROM numbered GROUP BY patient, run
    )`;

/** The first column holds the members' ids; the others, if any, their markers. */
export const queries: Readonly<Record<RuleId, string>> = {
  diagnosis: idsOf(`SELECT patient FROM diagnosis WHERE code LIKE 'T90%' AND first <= ${asOf}`),
  medication: idsOf(`SELECT patient FROM medication WHERE code LIKE 'C10AA%' AND ${now}`),
  count: idsOf(`
    SELECT patient FROM service
    WHERE code IN ('0101', '0120', '0105') AND day BETWEEN ${asOf} - INTERVAL 12 MONTH AND ${asOf}
    GROUP BY patient HAVING count(*) >= 3`),
  latest: idsOf(`
    SELECT patient FROM result WHERE code = 'DNK35302' AND day <= ${asOf}
    GROUP BY patient HAVING arg_max(value, day) < 45`),
  plausible: idsOf(`
    SELECT patient FROM result WHERE code = 'DNK35302' AND day <= ${asOf}
    GROUP BY patient
    HAVING arg_max(value, day) < 45 AND arg_max(value, day) BETWEEN 30 AND 110`),
  polypharmacy: idsOf(`
    SELECT patient FROM medication WHERE ${now} AND length(code) >= 7
    GROUP BY patient HAVING count(DISTINCT left(code, 7)) >= 10`),
  lasting: `
    ${withRuns}
    ${idsOf(`SELECT patient FROM runs WHERE last >= ${asOf} AND first + 89 <= ${asOf}`)}`,
  concurrent: `
    WITH active AS (
      SELECT patient, code, first, coalesce(last, DATE '9999-12-31') AS last
      FROM medication
      WHERE first <= ${asOf} AND (last IS NULL OR last >= ${asOf} - INTERVAL 12 MONTH)
    )
    ${idsOf(`
      SELECT a.patient
      FROM active a JOIN active b ON b.patient = a.patient JOIN active c ON c.patient = a.patient
      WHERE a.code LIKE 'C03%' AND b.code LIKE 'C09%' AND c.code LIKE 'M01A%'
        AND greatest(a.first, b.first, c.first) <= least(a.last, b.last, c.last)`)}`,
  sequence: idsOf(`
    SELECT d.patient
    FROM diagnosis d JOIN result r ON r.patient = d.patient
    WHERE d.code LIKE 'T90%' AND d.first <= ${asOf} AND r.code = 'NPU27300' AND r.day <= ${asOf}
      AND r.day BETWEEN d.first AND d.first + INTERVAL 6 MONTH`),
  anchor: `
    WITH anchor AS (
      SELECT patient, min(first) AS day FROM diagnosis
      WHERE code LIKE 'T90%' AND first <= ${asOf} GROUP BY patient
    )
    ${idsOf(`
      SELECT a.patient FROM anchor a
      WHERE NOT EXISTS (
        SELECT 1 FROM result r
        WHERE r.patient = a.patient AND r.code = 'NPU27300'
          AND r.day BETWEEN a.day - INTERVAL 12 MONTH AND a.day)`)}`,
  sameDay: idsOf(`
    SELECT patient
    FROM (
      SELECT patient, day, bool_or(code = 'DNK35302' AND value < 60)
          AND bool_or(code = 'NPU18016' AND value > 90) AS found
      FROM result
      WHERE code IN ('DNK35302', 'NPU18016') AND day <= ${asOf}
      GROUP BY patient, day HAVING count(DISTINCT code) = 2)
    GROUP BY patient HAVING arg_max(found, day)`),
  change: idsOf(`
    SELECT patient FROM result WHERE code = 'DNK35302' AND day <= ${asOf}
    GROUP BY patient
    HAVING round(arg_max(value, day, 2)[1] - arg_max(value, day, 2)[2], 6) < -5`),
  apart: idsOf(`
    SELECT patient FROM result
    WHERE code = 'DNK35302' AND value < 60
      AND day BETWEEN ${asOf} - INTERVAL 5 YEAR AND ${asOf}
    GROUP BY patient HAVING max(day) >= min(day) + 90`),
  short: `
    ${withRuns}
    ${idsOf(`
      SELECT patient FROM runs
      WHERE last BETWEEN ${asOf} - INTERVAL 12 MONTH AND ${asOf} AND first + 90 > last`)}`,
  episodes: `
    ${withRuns}
    ${idsOf(`
      SELECT patient FROM runs
      WHERE first <= ${asOf} AND last >= ${asOf} - INTERVAL 5 YEAR
      GROUP BY patient HAVING count(*) >= 2`)}`,
  prefer: idsOf(`
    SELECT patient FROM result
    WHERE code IN ('NPU03230', 'NPU02319')
      AND day BETWEEN ${asOf} - INTERVAL 24 MONTH AND ${asOf}
    GROUP BY patient
    HAVING coalesce(
      arg_max(value, day) FILTER (WHERE code = 'NPU03230'),
      arg_max(value, day) FILTER (WHERE code = 'NPU02319')) > 4.5`),
  first: idsOf(`
    SELECT patient FROM medication WHERE code LIKE 'A02BC%'
    GROUP BY patient, code
    HAVING min(first) BETWEEN ${asOf} - INTERVAL 12 MONTH AND ${asOf}`),
  codeSets: idsOf(`
    SELECT patient FROM diagnosis
    WHERE first <= ${asOf} AND (
      (system = 'ICPC-2' AND code LIKE 'T90%') OR
      (system = 'SKS' AND (code LIKE 'DE10%' OR code LIKE 'DE11%')))`),
  product: idsOf(`
    SELECT patient FROM medication
    WHERE code LIKE 'C10AA01%' AND product IN ('100001', '100003')
      AND first <= ${asOf} AND (last IS NULL OR last >= ${asOf} - INTERVAL 12 MONTH)`),
  strength: idsOf(`
    SELECT patient FROM medication
    WHERE code LIKE 'C10AA%' AND ${now} AND unit = 'mg' AND value >= 40`),
  specialty: idsOf(`
    SELECT patient FROM service
    WHERE code = '0101' AND specialty = '80'
      AND day BETWEEN ${asOf} - INTERVAL 24 MONTH AND ${asOf}
    GROUP BY patient HAVING count(*) >= 2`),
  status: idsOf(`
    SELECT patient FROM appointment
    WHERE status = 'booked' AND day BETWEEN ${asOf} AND ${asOf} + INTERVAL 6 MONTH`),
  age: `
    SELECT id FROM patient
    WHERE ${alive} AND ${asOf} - 28 >= born + 35 AND ${asOf} - 28 < born + 427`,
  registered: `
    SELECT id FROM patient
    WHERE ${alive} AND listed = 'yes'
      AND registered BETWEEN ${asOf} - INTERVAL 12 MONTH AND ${asOf}`,
  except: `
    SELECT
      id,
      no IN (
        SELECT patient FROM result
        WHERE code = 'NPU27300' AND day BETWEEN ${asOf} - INTERVAL 12 MONTH AND ${asOf}
      ) OR registered NOT BETWEEN ${asOf} - INTERVAL 12 MONTH AND ${asOf} AS counted
    FROM patient
    WHERE ${alive} AND no IN (
      SELECT patient FROM diagnosis
      WHERE system = 'ICPC-2' AND code LIKE 'T90%' AND first <= ${asOf})`,
  dementia: `
    WITH members AS (
      SELECT no, id FROM patient
      WHERE ${alive} AND (
        no IN (
          SELECT patient FROM diagnosis
          WHERE (code LIKE 'P70%' OR code LIKE 'P20%' OR code LIKE 'P15%') AND first <= ${asOf}
        ) OR no IN (
          SELECT patient FROM medication
          WHERE (
            code LIKE 'N06DA02%' OR code LIKE 'N06DA03%' OR code LIKE 'N06DA04%' OR
            code LIKE 'N06DX01%'
          ) AND ${now}
        )
      )
    ), current AS (
      SELECT patient, code FROM medication WHERE ${now} AND patient IN (SELECT no FROM members)
    )
    SELECT
      id,
      no IN (SELECT patient FROM current WHERE code LIKE 'N05A%') AS antipsychotics,
      no IN (
        SELECT patient FROM current
        WHERE code LIKE 'N05CD%' OR code LIKE 'N05BA%' OR code LIKE 'N03AE%'
      ) AS benzodiazepines,
      no IN (SELECT patient FROM current WHERE code LIKE 'N05CF%') AS other,
      no NOT IN (
        SELECT patient FROM result WHERE code IN ('MCS88042', 'MCS88198') AND day <= ${asOf}
      ) AS untested
    FROM members`,
};
