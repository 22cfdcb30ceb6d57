/**
 * A profile as an ehrQL dataset definition (OpenSAFELY), over the tables that TPP and EMIS both have (`ehrql.tables.core`).
 * ehrQL knows of no coverage: who is unknown is taken for no, but for a value that is missing.
 */
import { denominatorOf, type Profile } from '../../profile/index.ts';
import type { Refused } from '../refusal.ts';
import type { EhrqlCodelist } from './codelists.ts';
import { answerCriterion } from './criterion.ts';
import type { Day } from './days.ts';
import type { EhrqlOptions } from './options.ts';
import { EhrqlScript } from './script.ts';
import { comment, identifier, text } from './text.ts';

export interface EhrqlWritten {
  readonly ok: true;
  /** Python, for `analysis/dataset_definition.py`. */
  readonly text: string;
  /** What the text reads beside itself. */
  readonly codelists: readonly EhrqlCodelist[];
}

/** Writes who is in, what is marked and what is counted; information has no place in a dataset of answers. */
export function toEhrql(profile: Profile, options: EhrqlOptions): EhrqlWritten | Refused {
  const script = new EhrqlScript(profile, options);
  const { population, markers = [], indicators = [] } = profile;
  const asOf: Day = { at: options.asOf };
  const include = answerCriterion(script, population.include, '/population/include', asOf);
  const exclude =
    population.exclude && answerCriterion(script, population.exclude, '/population/exclude', asOf);
  const day = text(options.asOf);
  script.line(
    'in_population = (',
    `    patients.date_of_birth.is_on_or_before(${day})`,
    `    & (patients.date_of_death.is_null() | patients.date_of_death.is_after(${day}))`,
    `    & ${include}`,
    ...(exclude ? [`    & ~${exclude}`] : []),
    ')',
    'dataset.define_population(in_population)',
    '',
  );
  markers.forEach(({ id, when, title }, index) => {
    const asked = answerCriterion(script, when, `/markers/${index}/when`, asOf);
    script.line(
      comment(title.en ?? title.da),
      `dataset.${identifier(`marker ${id}`)} = ${asked}`,
      '',
    );
  });
  indicators.forEach((indicator, index) => {
    const path = `/indicators/${index}`;
    const whole = denominatorOf(indicator);
    const name = identifier(`indicator ${indicator.id}`);
    const numerator = answerCriterion(script, indicator.numerator, `${path}/numerator`, asOf);
    const denominator = whole && answerCriterion(script, whole, `${path}/denominator`, asOf);
    script.line(
      comment(indicator.title.en ?? indicator.title.da),
      `dataset.${name}_numerator = ${numerator}`,
      ...(denominator ? [`dataset.${name}_denominator = ${denominator}`] : []),
      '',
    );
  });
  if (script.refusals.length > 0) return { ok: false, refusals: script.refusals };
  return {
    ok: true,
    text: `${headOf(profile, options)}${script.body}`,
    codelists: script.codelists.read,
  };
}

function headOf({ id, version, title, purpose }: Profile, { asOf }: EhrqlOptions): string {
  return [
    comment(title.en ?? title.da),
    ...purpose.map((each) => comment(`- ${each.en ?? each.da}`)),
    comment(
      `Written of the profile ${id} ${version} for ${asOf}; the profile is what counts where the two differ.`,
    ),
    comment(
      'ehrQL has yes and no: where the data does not cover what is asked, Overblik says unknown and this says no.',
    ),
    'from ehrql import codelist_from_csv, create_dataset, days',
    'from ehrql.tables.core import clinical_events, medications, patients, practice_registrations',
    '',
    'dataset = create_dataset()',
    '',
    '',
  ].join('\n');
}
