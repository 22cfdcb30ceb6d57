/** A profile as CQL: a library of its own over two that hold for every profile. */
import { denominatorOf, type Profile } from '../../profile/index.ts';
import type { Refused } from '../refusal.ts';
import type { OwnSystems } from './codes.ts';
import { answerCriterion } from './criterion.ts';
import { asOf } from './days.ts';
import { recordsLibrary, recordsName, recordsVersion } from './records-library.ts';
import { coverageParameter } from './rules/types.ts';
import { rulesLibrary, rulesName, rulesVersion } from './rules-library.ts';
import { Script } from './script.ts';
import { comment, text } from './text.ts';

export interface CqlOptions {
  /** Names of systems by their addresses: `{ "https://clinic.example/codes": "ydelse" }`; as the FHIR adapter has them. */
  readonly systems?: OwnSystems;
}

/** One library, as text and by the name that others include it by. */
export interface CqlLibrary {
  readonly name: string;
  readonly version: string;
  readonly text: string;
}

/** What the definitions of a library are called, for who runs it. */
export interface CqlNames {
  readonly population: string;
  readonly markers: Readonly<Record<string, string>>;
  readonly indicators: Readonly<
    Record<
      string,
      { readonly numerator: string; readonly denominator: string; readonly undecided: string }
    >
  >;
}

export interface CqlWritten {
  readonly ok: true;
  /** The profile's own. */
  readonly library: CqlLibrary;
  /** Those that it includes. */
  readonly includes: readonly CqlLibrary[];
  readonly names: CqlNames;
}

/**
 * Writes a profile as CQL over FHIR R4: true, false and null are yes, no and unknown. The day of evaluation is the
 * parameter `AsOf`, what the data covers the parameter `Coverage`; what it does not say is not covered.
 *
 * @returns What CQL does not say, by its name, in the place of the libraries.
 */
export function toCql(profile: Profile, { systems = {} }: CqlOptions = {}): CqlWritten | Refused {
  const script = new Script(profile, systems);
  const names = defineAll(script);
  if (script.refusals.length > 0) return { ok: false, refusals: script.refusals };
  const library = { name: libraryName(profile.id), version: profile.version };
  return {
    ok: true,
    library: { ...library, text: `${headOf(profile, library.name)}\n\n${script.text}\n` },
    includes: [
      { name: rulesName, version: rulesVersion, text: rulesLibrary },
      { name: recordsName, version: recordsVersion, text: recordsLibrary(Object.keys(systems)) },
    ],
    names,
  };
}

/** A name of a library has no dots: `dk.demens` is `DkDemens`. */
function libraryName(id: string): string {
  return id
    .split(/[^a-z0-9]+/i)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function headOf({ title, purpose, id, version }: Profile, library: string): string {
  return [
    `library ${library} version ${text(version)}`,
    '',
    comment(title.en ?? title.da),
    ...purpose.map((each) => comment(`- ${each.en ?? each.da}`)),
    comment(`Written of the profile ${id} ${version}, which is what counts where the two differ.`),
    comment(
      'True, false and null are yes, no and unknown. Each definition is named by its place in the profile.',
    ),
    '',
    "using FHIR version '4.0.1'",
    '',
    `include ${rulesName} version ${text(rulesVersion)} called Rules`,
    `include ${recordsName} version ${text(recordsVersion)} called Records`,
    '',
    comment('The day of evaluation.'),
    `parameter ${asOf} Date`,
    comment(
      'What the data covers: of a type that is not in it, that a record is missing proves nothing.',
    ),
    `parameter Coverage ${coverageParameter}`,
    '',
    'context Patient',
  ].join('\n');
}

function defineAll(script: Script): CqlNames {
  const { population, markers = [], indicators = [] } = script.profile;
  const include = answerCriterion(script, population.include, '/population/include', asOf);
  const exclude =
    population.exclude && answerCriterion(script, population.exclude, '/population/exclude', asOf);
  script.define(
    'Population',
    [comment('R21: the dead and the unborn are out.')],
    [`Records.IsAlive(${asOf})`, include, ...(exclude ? [`not ${exclude}`] : [])].join('\n  and '),
  );
  const marked = markers.map(({ id, title, when }, index): readonly [string, string] => {
    const name = `Marker ${id}`;
    const asked = answerCriterion(script, when, `/markers/${index}/when`, asOf);
    script.define(name, [comment(`Of members: ${title.en ?? title.da}`)], asked);
    return [id, name];
  });
  const counted = indicators.map((indicator, index) => {
    const { id, title } = indicator;
    const names = {
      numerator: `Indicator ${id}: numerator`,
      denominator: `Indicator ${id}: denominator`,
      undecided: `Indicator ${id}: undecided`,
    };
    const path = `/indicators/${index}`;
    const numerator = answerCriterion(script, indicator.numerator, `${path}/numerator`, asOf);
    const whole = denominatorOf(indicator);
    const denominator = whole
      ? answerCriterion(script, whole, `${path}/denominator`, asOf)
      : 'true';
    script.define(names.numerator, [comment(`Of members: ${title.en ?? title.da}`)], numerator);
    script.define(names.denominator, [], denominator);
    script.define(
      names.undecided,
      [comment('R22: counted beside, never inside.')],
      `(${denominator} is true and ${numerator} is null) or ${denominator} is null`,
    );
    return [id, names] as const;
  });
  return {
    population: 'Population',
    markers: Object.fromEntries(marked),
    indicators: Object.fromEntries(counted),
  };
}
