/**
 * What an adapter answers, as a JSON Schema (draft 2020-12): for whoever maps a system's data, in any language. It asks
 * for the contract as it is written; the check (`record/check`) also reads what plainly says the same, and sees what no
 * schema can say. No page needs it: it is written into a file when the library is built.
 */
import * as z from 'zod/mini';
import {
  dataTypes,
  longestName,
  longestText,
  mostFields,
  mostRecords,
  placeholderDates,
  placeholderValues,
  recordKinds,
} from '../record/index.ts';

/**
 * Makes the schema. A document is one patient with records (`PatientRecords`); what else an adapter answers is in
 * `$defs`: `Batch`, `ClinicDescription`, `SearchOutcome`.
 */
export function recordsJsonSchema(): Record<string, unknown> {
  const { $schema, $defs } = z.toJSONSchema(z.union([batch, clinicDescription, searchOutcome]), {
    metadata,
    io: 'input',
  });
  return {
    $schema,
    $id: 'https://overblik.invalid/records-1.schema.json',
    title: 'Overblik: one patient with records, as an adapter answers',
    description: unsaid,
    $ref: '#/$defs/PatientRecords',
    $defs,
  };
}

const unsaid = [
  'The contract as it is written. Fields that it does not know are passed over.',
  'The check at the door reads more: the page "Data that comes in" tells what.',
  'It also sets aside what no schema can say:',
  'a span that ends before it begins;',
  'a record more than 300 days before the birth, or a death before it;',
  'a date that other systems write for none, where the birth decides whether it is one (1900-01-01);',
  'a code of nothing but points and hidden characters;',
  'a value that says in capitals, or otherwise spaced, that nothing was measured;',
  'a field under another name that decides something ("endDate", "units"), and a state that we have no field for',
  '("deleted": true).',
].join(' ');

interface Metadata {
  /** Makes the part a definition of its own. */
  readonly id?: string;
  readonly description?: string;
  /** Keywords of JSON Schema that zod has no word for. */
  readonly [keyword: string]: unknown;
}

/** Private, so that the host's own zod registry is left alone. */
const metadata = z.registry<Metadata>();

function named<Schema extends z.ZodMiniType>(schema: Schema, words: Metadata): Schema {
  metadata.add(schema, words);
  return schema;
}

/** Makes a field that may be left out, or `null`, and says what it means. */
function optional<Schema extends z.ZodMiniType>(schema: Schema, description?: string) {
  const field = z.nullish(schema);
  return description === undefined ? field : named(field, { description });
}

// ── Texts, numbers and dates ───────────────────────────────────────────────────────────────────

/** A text that can decide something: one that is longer than any decides nothing, and is refused. */
const deciding = z.string().check(z.maxLength(longestName));
const seen = z.regex(/\S/);
const shown = z.string();
const wholeNumber = z.int().check(z.gte(0));
/** What other systems keep as a number. */
const numbered = z.union([deciding, wholeNumber]);
const shownNumber = z.union([shown, wholeNumber]);

const day = z.core.regexes.date.source.slice(1, -1);
const time =
  '[Tt ](?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)(?::[0-5]\\d(?:[.,]\\d+)?)?(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)?';
const yearOrMonth = '\\d{4}(?:-(?:0[1-9]|1[0-2]))?';

const date = named(
  z
    .string()
    .check(
      z.regex(new RegExp(`^(?:${day}(?:${time})?|${yearOrMonth})$`)),
      z.regex(/^(?:18[5-9]|19\d|[2-9]\d\d)/),
    ),
  {
    id: 'Date',
    description:
      'A date that exists, from 1850 on: `2019-05-14`; with a time, which counts as its own local date, as written; or what is known of it, `2019-05` or `2019`, which stands for every day of it.',
    not: {
      enum: placeholderDates.flatMap((each) =>
        each.means === 'none-unless-alive' ? [] : [each.date],
      ),
    },
  },
);

const period = z
  .string()
  .check(
    z.regex(/^\+?P(?:\d{1,6}Y)?(?:\d{1,6}M)?(?:\d{1,6}W)?(?:\d{1,6}D)?$/),
    z.minLength('P1D'.length),
  );

const localText = named(z.object({ da: shown, en: optional(shown) }), {
  id: 'Text',
  description: 'Text for people: Danish always, English where written.',
});

// ── Records ────────────────────────────────────────────────────────────────────────────────────

const neededCode = deciding.check(seen);

const common = {
  system: optional(deciding, 'By its name, an OID or a FHIR URI. Absent: the system of the type.'),
  text: optional(shown, 'What it is called; of what is written, its title.'),
  source: optional(deciding, 'As in coverage: which system it comes from.'),
};
const coded = { ...common, code: neededCode };
const uncoded = { ...common, code: optional(deciding) };
const span = {
  from: optional(date, 'First day. Absent: it began at some time that nobody knows.'),
  to: optional(date, 'Last day, included. Absent: it goes on.'),
};
const point = { at: date };
const sender = {
  from: optional(shown, 'Who wrote it.'),
  body: optional(shown, 'What is written, plain text. Needed of one patient (`patient()`) only.'),
};

function record<Shape extends z.core.$ZodLooseShape>(
  id: string,
  about: string,
  shape: Shape,
  keywords: Metadata = {},
) {
  const words = { id, description: about, maxProperties: mostFields, ...keywords };
  return named(z.object(shape), words);
}

const strength = z.object({ value: z.number(), unit: neededCode });

const diagnosis = record('Diagnosis', 'Codes without `system` are ICPC-2.', { ...coded, ...span });

const medication = record(
  'Medication',
  'Codes without `system` are ATC. One without a code has a text.',
  {
    ...uncoded,
    ...span,
    dose: optional(shown),
    product: optional(numbered, 'The package’s or the register’s number.'),
    strength: optional(strength, 'How much of the substance is in one dose unit.'),
    dispensed: optional(date, 'Last dispensed. Needed of one patient (`patient()`) only.'),
  },
  {
    anyOf: ['code', 'text'].map((field) => ({
      required: [field],
      properties: { [field]: { type: 'string', pattern: '\\S' } },
    })),
  },
);

const textualValue = named(z.string().check(z.maxLength(longestText), seen), {
  description: 'A text that says something: not that nothing was measured.',
  not: { enum: [...placeholderValues] },
});

const result = record('Result', 'Codes without `system` are NPU, DNK and MCS codes included.', {
  ...coded,
  ...point,
  value: z.union([z.number(), textualValue]),
  comparator: optional(
    z.enum(['<', '<=', '>', '>=', '?']),
    '`?` is any other: nobody knows what the number is.',
  ),
  unit: optional(deciding),
  low: optional(z.number(), 'Reference interval, in the result’s unit.'),
  high: optional(z.number(), 'Reference interval, in the result’s unit.'),
});

const service = record('Service', 'Codes without `system` are of the Danish fee schedule.', {
  ...coded,
  ...point,
  specialty: optional(numbered, 'Which the code belongs to: `80` is general practice.'),
});

const appointment = record('Appointment', 'One that is cancelled counts for nothing.', {
  ...uncoded,
  ...point,
  status: optional(z.enum(recordKinds.appointment.statuses)),
  with: optional(shown, 'Whom it is with.'),
});

const referral = record('Referral', 'One that is cancelled counts for nothing.', {
  ...uncoded,
  ...point,
  status: optional(z.enum(recordKinds.referral.statuses)),
  to: optional(shown, 'Whom it goes to.'),
});

const letter = record('Letter', 'A discharge letter; one that is cancelled counts for nothing.', {
  ...uncoded,
  ...point,
  ...sender,
  status: optional(z.enum(recordKinds.letter.statuses)),
});

const vaccination = record(
  'Vaccination',
  'A vaccination that was given. Codes without `system` are ATC.',
  {
    ...coded,
    ...point,
    dose: optional(shownNumber, 'Which of a series, as it is written: `2`, `booster`.'),
  },
);

const carePlan = record(
  'CarePlan',
  'Its code is its type. One that is completed has a `to`.',
  {
    ...uncoded,
    ...span,
    maintained: optional(
      date,
      'Last gone through; of one that never was, the day on which it was created.',
    ),
    status: optional(z.enum(recordKinds.carePlan.statuses)),
  },
  {
    if: { required: ['status'], properties: { status: { const: 'completed' } } },
    then: { required: ['to'], properties: { to: { type: 'string' } } },
  },
);

const note = record('Note', 'A note in the journal: its code is its kind.', {
  ...uncoded,
  ...point,
  ...sender,
});

const correspondence = record('Correspondence', 'A message to or from somebody else.', {
  ...uncoded,
  ...point,
  ...sender,
  to: optional(shown, 'Whom it goes to.'),
});

// ── Patients ───────────────────────────────────────────────────────────────────────────────────

const patient = named(
  z.object({
    id: z.union([deciding.check(z.minLength(1)), z.int()]),
    cpr: optional(shownNumber),
    name: shown,
    birthDate: date,
    sex: z.enum(['female', 'male', 'unknown']),
    address: optional(shown),
    postalCode: optional(shownNumber),
    city: optional(shown),
    municipality: optional(numbered, 'Its four-digit code: `0101`.'),
    insuranceGroup: optional(z.literal([1, 2])),
    practitioner: optional(numbered),
    deceased: optional(date),
    phone: optional(shownNumber),
    registered: optional(date, 'The day on which the patient joined the clinic.'),
    listed: optional(z.boolean(), 'False of one who is passing through.'),
  }),
  { id: 'Patient', description: '`id` is the host’s own key.', maxProperties: mostFields },
);

const coverage = named(
  z.object({
    available: z.boolean(),
    from: optional(date),
    source: optional(shown),
    updated: optional(date),
    staleAfter: optional(period),
    systems: optional(z.array(shown).check(z.maxLength(mostFields))),
  }),
  {
    id: 'Coverage',
    description:
      'What is known of a type: is it there, from which day, from which source, when last updated, how long that is fresh (default `P31D`), in which code systems its codes are complete.',
  },
);

const coverageByType = named(z.partialRecord(z.enum(dataTypes), optional(coverage)), {
  id: 'CoverageByType',
  description: 'Of the types that are named; a misspelt one covers nothing.',
});

function listOf<Schema extends z.ZodMiniType>(schema: Schema) {
  return optional(z.array(schema).check(z.maxLength(mostRecords)));
}

export const patientRecords = named(
  z.object({
    patient,
    diagnoses: listOf(diagnosis),
    medications: listOf(medication),
    results: listOf(result),
    services: listOf(service),
    appointments: listOf(appointment),
    referrals: listOf(referral),
    letters: listOf(letter),
    vaccinations: listOf(vaccination),
    carePlans: listOf(carePlan),
    notes: listOf(note),
    correspondence: listOf(correspondence),
    coverage: optional(coverageByType),
  }),
  {
    id: 'PatientRecords',
    description:
      'What `patient()` answers. An absent list means none recorded where coverage covers its type, and unknown where it does not; `null` means unknown for this patient.',
    maxProperties: mostFields,
  },
);

// ── Answers ────────────────────────────────────────────────────────────────────────────────────

const batch = named(z.array(patientRecords), {
  id: 'Batch',
  description: 'What `records()` answers, as often as it likes.',
});

const source = z.object({
  id: shown,
  title: localText,
  types: z.array(z.enum(dataTypes)),
  gives: optional(localText),
  available: z.boolean(),
  updated: optional(date),
});

export const clinicDescription = named(
  z.object({
    id: optional(z.union([z.string().check(seen), z.number()])),
    name: shown,
    coverage: coverageByType,
    patients: optional(wholeNumber),
    capacity: optional(z.number().check(z.gt(0), z.lte(1000))),
    sources: optional(z.array(source)),
    may: optional(
      z.object({
        openJournal: optional(z.boolean()),
        print: optional(z.boolean()),
        export: optional(z.boolean()),
      }),
    ),
    user: optional(shown),
  }),
  { id: 'ClinicDescription', description: 'What `describe()` answers.' },
);

const searchOutcome = named(z.object({ patients: wholeNumber, found: z.array(patientRecords) }), {
  id: 'SearchOutcome',
  description: 'What `search()` answers.',
});
