import { namedParts, profileSchema } from './schema.ts';
import type { Shape } from './shapes.ts';

type Json = Readonly<Record<string, unknown>>;

/** The profile format as a JSON Schema (draft 2020-12), so that an editor completes and checks a profile. */
export function profileJsonSchema(): Record<string, unknown> {
  const definitions = Object.entries(namedParts).map(([name, shape]) => {
    const [description, keys] = descriptions[name as keyof typeof namedParts];
    return [name, { ...schemaOf(shape, keys), description }] as const;
  });
  return {
    $id: 'https://overblik.invalid/profile-1.schema.json',
    title: 'Overblik profile, version 1',
    description: 'How a population is found, what we want to know about it, and why.',
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...schemaOf(profileSchema, {
      purpose: 'Why the population is found.',
      information: 'What we want to know about the population.',
    }),
    $defs: Object.fromEntries(definitions),
  };
}

type KeyWords = Readonly<Record<string, string>>;

const queryWords: KeyWords = { source: 'Only records from this source.' };
const spanWords: KeyWords = {
  ...queryWords,
  lasting: 'The spans, joined, last this long.',
  gap: 'Longest pause that still joins two spans.',
};

/** Words for the parts with a name, and for their keys, so that an editor can explain each. */
const descriptions: Readonly<
  Record<keyof typeof namedParts, readonly [part: string, keys?: KeyWords]>
> = {
  Text: ['Text for people: Danish always, English where written.'],
  Period: ['ISO 8601 duration in years, months, weeks and days, e.g. "P12M".'],
  WindowEdge: [
    'A calendar date, or a signed period from the date of evaluation: "-P24M", "+P1M", "P0D".',
  ],
  Window: ['Which days: "ever", "now", "future", or a span of days with both ends included.'],
  CodeSet: [
    'Codes of one system.',
    {
      system: 'Code system, e.g. ICPC-2, ATC, NPU, ydelse.',
      include: 'Codes and ranges. In ATC, ICPC-2, ICD-10 and SKS a code stands for all below it.',
      exclude: 'Codes and ranges taken out again.',
    },
  ],
  Codes: ['The name of a code set in `codes`, or a code set written here.'],
  Count: ['How many: at least `min`, at most `max`.'],
  Value: [
    'Bounds of a number, or the texts that count.',
    { unit: 'Unit of the bounds; a result in another unit is undecided.' },
  ],
  DiagnosisQuery: ['Diagnoses. Default window "ever".', spanWords],
  MedicationQuery: [
    'Medication. Default window "now".',
    { ...spanWords, distinct: 'Count different ATC codes cut at this level.' },
  ],
  ResultQuery: [
    'Results. Default window "ever".',
    { ...queryWords, pick: 'Which result is judged by `value`.' },
  ],
  ServiceQuery: ['Services. Default window "ever".', queryWords],
  AppointmentQuery: ['Appointments. Default window "future".', queryWords],
  ReferralQuery: ['Referrals. Default window "ever".', queryWords],
  LetterQuery: ['Discharge letters. Default window "ever".', queryWords],
  PatientQuery: ['The patient’s own fields; several are all required.'],
  Criterion: [
    'One boolean expression over a patient’s records.',
    { all: 'All of these.', any: 'At least one of these.' },
  ],
  InformationItem: [
    'One thing that we want to know about each member.',
    {
      uncoded: 'The source names the item but gives no codes: it is shown as undecidable.',
    },
  ],
  Marker: ['What needs attention, with advice and the source of the rule.'],
  Indicator: ['What we count among the members.'],
};

const names = new Map<Shape, string>(
  Object.entries(namedParts).map(([name, shape]) => [shape, name]),
);

/** A part with a name is told once, and pointed at. */
function referenceTo(shape: Shape, words: KeyWords): Json {
  if (shape.kind === 'later') return referenceTo(shape.of(), words);
  const name = names.get(shape);
  return name === undefined ? schemaOf(shape, words) : { $ref: `#/$defs/${name}` };
}

/** `words` describe the keys of the shape's own objects. */
function schemaOf(shape: Shape, words: KeyWords = {}): Json {
  switch (shape.kind) {
    case 'text':
      return {
        type: 'string',
        ...(shape.least === undefined ? {} : { minLength: shape.least }),
        ...(shape.most === undefined ? {} : { maxLength: shape.most }),
        ...(shape.pattern ? { pattern: shape.pattern.source } : {}),
      };
    case 'number':
    case 'int':
      return {
        type: shape.kind === 'int' ? 'integer' : 'number',
        ...(shape.least === undefined ? {} : { minimum: shape.least }),
        ...(shape.most === undefined ? {} : { maximum: shape.most }),
      };
    case 'words':
      return {
        type: typeof shape.words[0],
        ...(shape.words.length === 1 ? { const: shape.words[0] } : { enum: shape.words }),
      };
    case 'list':
      return {
        type: 'array',
        ...(shape.least > 0 ? { minItems: shape.least } : {}),
        maxItems: shape.most,
        items: referenceTo(shape.of, words),
      };
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.keys).map(([key, of]) => [
            key,
            {
              ...referenceTo(of, {}),
              ...(words[key] === undefined ? {} : { description: words[key] }),
            },
          ]),
        ),
        ...(shape.required.length > 0 ? { required: shape.required } : {}),
        additionalProperties: false,
      };
    case 'record':
      return {
        type: 'object',
        propertyNames: referenceTo(shape.name, {}),
        additionalProperties: referenceTo(shape.of, {}),
      };
    case 'union':
      return { anyOf: shape.of.map((each) => referenceTo(each, words)) };
    case 'later':
      return schemaOf(shape.of(), words);
  }
}
