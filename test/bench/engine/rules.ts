/** What is asked: each rule as a profile. Every subject says the same in its own idiom. */
import { demens } from '../../../fixtures/profiles/index.ts';
import { parseProfile, type Criterion, type Profile } from 'overblik';

export const ruleIds = [
  'diagnosis',
  'medication',
  'count',
  'latest',
  'plausible',
  'polypharmacy',
  'lasting',
  'concurrent',
  'sequence',
  'anchor',
  'change',
  'sameDay',
  'apart',
  'short',
  'episodes',
  'prefer',
  'first',
  'codeSets',
  'product',
  'strength',
  'specialty',
  'status',
  'age',
  'registered',
  'except',
  'dementia',
] as const;
export type RuleId = (typeof ruleIds)[number];

export interface Rule {
  readonly title: string;
  /** Undefined where the library is an older checkout, whose profiles could not say it. */
  readonly profile: Profile | undefined;
}

/** What the indicators of the dementia profile count is not asked for. */
const { indicators: _, ...withoutIndicators } = demens;

/** All rules; `dementia` is the published profile's population: membership, and every marker of every member. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  diagnosis: {
    title: 'diagnosis T90 ever',
    profile: profileOf({
      diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } },
    }),
  },
  medication: {
    title: 'medication C10AA now',
    profile: profileOf({
      medication: { codes: { system: 'ATC', include: ['C10AA'] }, when: 'now' },
    }),
  },
  count: {
    title: 'at least 3 services 0101, 0120 or 0105 in 12 months',
    profile: profileOf({
      service: {
        codes: { system: 'ydelse', include: ['0101', '0120', '0105'] },
        when: { last: 'P12M' },
        count: { min: 3 },
      },
    }),
  },
  latest: {
    title: 'latest eGFR below 45',
    profile: profileOf({
      result: {
        codes: { system: 'NPU', include: ['DNK35302'] },
        pick: 'latest',
        value: { below: 45, unit: 'mL/min/1,73m2' },
      },
    }),
  },
  plausible: {
    title: 'latest eGFR below 45, believed from 30 to 110',
    profile: profileOf({
      result: {
        codes: { system: 'NPU', include: ['DNK35302'] },
        pick: 'latest',
        value: { below: 45, unit: 'mL/min/1,73m2', plausible: { min: 30, max: 110 } },
      },
    }),
  },
  polypharmacy: {
    title: 'at least 10 distinct ATC substances now',
    profile: profileOf({
      medication: { distinct: { level: 5 }, count: { min: 10 }, when: 'now' },
    }),
  },
  lasting: {
    title: 'A02BC now, lasting 90 days with pauses of up to 14',
    profile: profileOf({
      medication: {
        codes: { system: 'ATC', include: ['A02BC'] },
        when: 'now',
        lasting: 'P90D',
        gap: 'P14D',
      },
    }),
  },
  concurrent: {
    title: 'Triple Whammy: C03, C09 and M01A on one day in 12 months',
    profile: profileOf({
      concurrent: {
        of: ['C03', 'C09', 'M01A'].map((code) => ({
          medication: { codes: { system: 'ATC', include: [code] } },
        })),
        when: { last: 'P12M' },
      },
    }),
  },
  sequence: {
    title: 'diagnosis T90, then HbA1c within 6 months',
    profile: profileOf({
      sequence: {
        of: [
          { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
          { result: { codes: { system: 'NPU', include: ['NPU27300'] } } },
        ],
        within: 'P6M',
      },
    }),
  },
  anchor: {
    title: 'no HbA1c in the 12 months up to the first diagnosis T90',
    profile: profileOf({
      anchor: {
        on: { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
        pick: 'earliest',
        is: {
          not: {
            result: { codes: { system: 'NPU', include: ['NPU27300'] }, when: { last: 'P12M' } },
          },
        },
      },
    }),
  },
  sameDay: {
    title: 'latest day with eGFR and creatinine: eGFR below 60, creatinine above 90',
    profile: profileOf({
      sameDay: {
        of: [
          {
            result: {
              codes: { system: 'NPU', include: ['DNK35302'] },
              value: { below: 60, unit: 'mL/min/1,73m2' },
            },
          },
          {
            result: {
              codes: { system: 'NPU', include: ['NPU18016'] },
              value: { above: 90, unit: 'µmol/L' },
            },
          },
        ],
      },
    }),
  },
  change: {
    title: 'latest eGFR more than 5 below the one before',
    profile: profileOf({
      change: {
        of: { codes: { system: 'NPU', include: ['DNK35302'] } },
        from: 'previous',
        value: { below: -5, unit: 'mL/min/1,73m2' },
      },
    }),
  },
  apart: {
    title: 'two eGFR below 60 at least 90 days apart in 5 years',
    profile: profileOf({
      result: {
        codes: { system: 'NPU', include: ['DNK35302'] },
        when: { last: 'P5Y' },
        value: { below: 60, unit: 'mL/min/1,73m2' },
        count: { min: 2, apart: 'P90D' },
      },
    }),
  },
  short: {
    title: 'A02BC in 12 months, lasting at most 90 days with pauses of up to 14',
    profile: profileOf({
      medication: {
        codes: { system: 'ATC', include: ['A02BC'] },
        when: { last: 'P12M' },
        lasting: { atMost: 'P90D' },
        gap: 'P14D',
      },
    }),
  },
  episodes: {
    title: 'at least 2 runs of A02BC in 5 years with pauses of up to 14 days',
    profile: profileOf({
      medication: {
        codes: { system: 'ATC', include: ['A02BC'] },
        when: { last: 'P5Y' },
        episodes: { gap: 'P14D' },
        count: { min: 2 },
      },
    }),
  },
  prefer: {
    title:
      'the latest potassium in 2 years above 4.5 mmol/L; of those without one, the latest haemoglobin',
    profile: profileOf({
      result: {
        prefer: ['NPU03230', 'NPU02319'].map((code) => ({ system: 'NPU', include: [code] })),
        pick: 'latest',
        when: { last: 'P24M' },
        value: { above: 4.5, unit: 'mmol/L' },
      },
    }),
  },
  first: {
    title: 'A02BC that is new in 12 months: none of its code before',
    profile: profileOf({
      medication: {
        codes: { system: 'ATC', include: ['A02BC'] },
        when: { last: 'P12M' },
        first: true,
      },
    }),
  },
  codeSets: {
    title: 'diabetes in either code system: T90, or DE10 or DE11',
    profile: profileOf({
      diagnosis: {
        codes: [
          { system: 'ICPC-2', include: ['T90'] },
          { system: 'SKS', include: ['DE10', 'DE11'] },
        ],
      },
    }),
  },
  product: {
    title: 'one of two packages of C10AA01 in 12 months',
    profile: profileOf({
      medication: {
        codes: { system: 'ATC', include: ['C10AA01'] },
        when: { last: 'P12M' },
        product: ['100001', '100003'],
      },
    }),
  },
  strength: {
    title: 'medication C10AA of at least 40 mg now',
    profile: profileOf({
      medication: {
        codes: { system: 'ATC', include: ['C10AA'] },
        when: 'now',
        strength: { atLeast: 40, unit: 'mg' },
      },
    }),
  },
  specialty: {
    title: 'at least 2 services 0101 of general practice in 24 months',
    profile: profileOf({
      service: {
        codes: { system: 'ydelse', include: ['0101'] },
        when: { last: 'P24M' },
        specialty: '80',
        count: { min: 2 },
      },
    }),
  },
  status: {
    title: 'an appointment booked in the next 6 months',
    profile: profileOf({ appointment: { status: 'booked', when: { next: 'P6M' } } }),
  },
  age: {
    title: 'from 5 to 60 weeks old four weeks ago',
    profile: profileOf({ patient: { age: { min: 'P5W', max: 'P60W', on: '-P4W' } } }),
  },
  registered: {
    title: 'joined the clinic in 12 months, and is on its list',
    profile: profileOf({ patient: { registered: { when: { last: 'P12M' } }, listed: true } }),
  },
  except: {
    title: 'T90: HbA1c in 12 months, but of those who joined the clinic in them',
    profile: profileOf(
      { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
      {
        indicators: [
          {
            id: 'hba1c',
            title: { da: 'HbA1c' },
            numerator: {
              result: { codes: { system: 'NPU', include: ['NPU27300'] }, when: { last: 'P12M' } },
            },
            except: { patient: { registered: { when: { last: 'P12M' } } } },
          },
        ],
      },
    ),
  },
  dementia: {
    title: 'the dementia profile, with four markers',
    profile: checked({ ...withoutIndicators, markers: markersOfDementia() }),
  },
};

/** Four that every subject can say; the profile's own change with what is known of dementia. */
function markersOfDementia(): object[] {
  const when = 'now';
  const criteria: Readonly<Record<string, Criterion>> = {
    antipsychotics: { medication: { codes: 'antipsykotika', when } },
    benzodiazepines: { medication: { codes: 'benzodiazepiner', when } },
    other: { medication: { codes: 'oevrige', when } },
    untested: { not: { any: [{ result: { codes: 'mmse' } }, { result: { codes: 'basic' } }] } },
  };
  return Object.entries(criteria).map(([id, each]) => ({
    id,
    level: 'info',
    title: { da: id },
    when: each,
  }));
}

/** Those that the library can say: all, but of an older checkout. */
export const sayable: readonly RuleId[] = ruleIds.filter((id) => rules[id].profile);

export function profileFor(rule: RuleId): Profile {
  const { title, profile } = rules[rule];
  if (!profile) throw new Error(`This checkout cannot say "${title}".`);
  return profile;
}

function profileOf(include: Criterion, more: object = {}): Profile | undefined {
  return checked({
    format: 'overblik-profile/1',
    id: 'bench',
    version: '1.0.0',
    title: { da: 'Måling' },
    purpose: [{ da: 'At måle' }],
    population: { include },
    information: [],
    ...more,
  });
}

function checked(document: unknown): Profile | undefined {
  const outcome = parseProfile(document);
  return outcome.ok ? outcome.profile : undefined;
}
