/**
 * A profile as an ehrQL dataset definition (OpenSAFELY), over the tables that TPP and EMIS both have (`ehrql.tables.core`).
 * ehrQL knows of no coverage: who is unknown is taken for no, but for a value that is missing.
 */
import {
  denominatorOf,
  describeCriterion,
  type Criterion,
  type PatientQuery,
  type Profile,
} from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Refusal, Refused } from '../refusal.ts';
import { Codelists, type EhrqlCodelist } from './codelists.ts';
import { answerEvents, anchorDate, eventQuery } from './events.ts';
import { dayAfter, type Day } from './days.ts';
import { comment, identifier, text } from './text.ts';

export interface EhrqlOptions {
  /** The day of evaluation. */
  readonly asOf: CalendarDate;
  /**
   * Codelists in SNOMED CT or dm+d that mean a code set of the profile, by its name: a path below the study's folder. The
   * tables have no other codes.
   */
  readonly codelists?: Readonly<Record<string, string>>;
  /** Takes a number to be in the unit that the profile has: the tables have none beside it. */
  readonly assumesUnits?: boolean;
}

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
  const include = script.ask(population.include, '/population/include', asOf);
  const exclude = population.exclude && script.ask(population.exclude, '/population/exclude', asOf);
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
    const asked = script.ask(when, `/markers/${index}/when`, asOf);
    script.line(comment(title.en ?? title.da), `dataset.${identifier(`marker ${id}`)} = ${asked}`, '');
  });
  indicators.forEach((indicator, index) => {
    const path = `/indicators/${index}`;
    const whole = denominatorOf(indicator);
    const name = identifier(`indicator ${indicator.id}`);
    const numerator = script.ask(indicator.numerator, `${path}/numerator`, asOf);
    const denominator = whole && script.ask(whole, `${path}/denominator`, asOf);
    script.line(
      comment(indicator.title.en ?? indicator.title.da),
      `dataset.${name}_numerator = ${numerator}`,
      ...(denominator ? [`dataset.${name}_denominator = ${denominator}`] : []),
      '',
    );
  });
  if (script.refusals.length > 0) return { ok: false, refusals: script.refusals };
  return { ok: true, text: `${headOf(profile, options)}${script.body}`, codelists: script.codelists.read };
}

function headOf({ id, version, title, purpose }: Profile, { asOf }: EhrqlOptions): string {
  return [
    comment(title.en ?? title.da),
    ...purpose.map((each) => comment(`- ${each.en ?? each.da}`)),
    comment(`Written of the profile ${id} ${version} for ${asOf}; the profile is what counts where the two differ.`),
    comment('ehrQL has yes and no: where the data does not cover what is asked, Overblik says unknown and this says no.'),
    'from ehrql import codelist_from_csv, create_dataset, days',
    'from ehrql.tables.core import clinical_events, medications, patients, practice_registrations',
    '',
    'dataset = create_dataset()',
    '',
    '',
  ].join('\n');
}

/** A definition under way. */
export class EhrqlScript {
  readonly refusals: Refusal[] = [];
  readonly codelists: Codelists;
  readonly #lines: string[] = [];
  readonly #names = new Map<string, string>();

  constructor(
    readonly profile: Profile,
    readonly options: EhrqlOptions,
  ) {
    this.codelists = new Codelists(profile, options.codelists ?? {}, this);
  }

  get body(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }

  line(...lines: readonly string[]): void {
    this.#lines.push(...lines);
  }

  refuse(path: string, feature: string, why: string): string {
    this.refusals.push({ path, feature, why });
    return 'False';
  }

  /** A name of Python's own for a place, each once. */
  nameOf(path: string): string {
    let name = this.#names.get(path);
    if (name === undefined) this.#names.set(path, (name = identifier(path)));
    return name;
  }

  /** Writes a criterion, and answers the name of its answer. */
  ask(criterion: Criterion, path: string, day: Day): string {
    const written = this.#write(criterion, path, day);
    const name = this.nameOf(path);
    this.line(comment(describeCriterion(criterion, this.profile, 'en')), `${name} = ${written}`, '');
    return name;
  }

  #write(criterion: Criterion, path: string, day: Day): string {
    const asked = (parts: readonly Criterion[], key: string) =>
      parts.map((part, index) => this.ask(part, `${path}/${key}/${index}`, day));
    if ('all' in criterion) return asked(criterion.all, 'all').join(' & ');
    if ('any' in criterion) return asked(criterion.any, 'any').join(' | ');
    if ('not' in criterion) return `~${this.ask(criterion.not, `${path}/not`, day)}`;
    if ('atLeast' in criterion) {
      const numbers = asked(criterion.of, 'of').map((each) => `${each}.as_int()`);
      return `(${numbers.join(' + ')}) >= ${criterion.atLeast}`;
    }
    if ('patient' in criterion) return this.#patient(criterion.patient, `${path}/patient`, day);
    if ('anchor' in criterion) {
      const { is } = criterion.anchor;
      const date = anchorDate(this, criterion.anchor, `${path}/anchor`, day);
      if (date === undefined) return 'False';
      const name = `${this.nameOf(path)}_day`;
      this.line(`${name} = ${date}`);
      const answer = this.ask(is, `${path}/anchor/is`, { series: name, asOf: this.options.asOf });
      return `${name}.is_not_null() & ${answer}`;
    }
    const event = eventQuery(criterion);
    if (event) return answerEvents(this, event, `${path}/${event.type}`, day);
    const [key = ''] = Object.keys(criterion);
    return this.refuse(`${path}/${key}`, key, notInTables[key] ?? 'the tables have no records of this kind.');
  }

  #patient({ age, sex, listed, ...others }: PatientQuery, path: string, day: Day): string {
    for (const field of Object.keys(others))
      this.refuse(`${path}/${field}`, `patient.${field}`, 'the core tables do not have it, or not as a profile asks it.');
    const on = age?.on === undefined ? dayAfter(day, 'P0D') : dayAfter(day, age.on);
    if (on === undefined)
      return this.refuse(`${path}/age/on`, 'age.on', 'ehrQL counts months otherwise than a profile does: use days or weeks.');
    const limit = (value: number | string | undefined, operator: string) => {
      if (value === undefined) return [];
      if (typeof value === 'number') return [`(patients.age_on(${on}) ${operator} ${value})`];
      this.refuse(`${path}/age`, 'age in months or days', 'the tables have the month of birth, not the day.');
      return [];
    };
    const listedOn = dayAfter(day, 'P0D')!;
    const isListed = `practice_registrations.for_patient_on(${listedOn}).exists_for_patient()`;
    const conditions = [
      ...limit(age?.min, '>='),
      ...limit(age?.max, '<='),
      ...(sex === undefined ? [] : [`(patients.sex == ${text(sex)})`]),
      ...(listed === undefined ? [] : [listed ? isListed : `~${isListed}`]),
    ];
    return conditions.length === 0 ? 'False' : conditions.join(' & ');
  }
}

const notInTables: Readonly<Record<string, string>> = {
  concurrent: 'the tables have the day on which a medicine was issued, not how long it lasts.',
  sequence: 'ehrQL asks of one event of each patient, not of every pair.',
  sameDay: 'ehrQL asks of one event of each patient, not of the days that several have in common.',
  change: 'it is not written in ehrQL yet: numbers have no unit beside them there.',
};

