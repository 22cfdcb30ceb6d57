/** A report in words, for whoever writes the host: what did not come whole, and what could not be placed. */
import type { FhirReport, FhirShortfall, FhirShortfallReason } from './options.ts';

/** The report, a line each: nothing of a patient, so that it may be logged. */
export function wordsOfReport(report: FhirReport): readonly string[] {
  const { unknown, codings, passedOver, units, dates, leftOut } = report;
  return [
    ...Object.entries(unknown).flatMap(([type, shortfalls]) =>
      shortfalls.map((shortfall) => `${type} is unknown for everybody: ${wordsOf(shortfall)}`),
    ),
    ...codings.map(
      ({ type, system, count }) =>
        `${count} × ${type} could not be placed: ${system === '' ? 'no code' : `system ${system} is not known. Name it by systems`}. What asks for a code of those days is unknown for the patient.`,
    ),
    ...passedOver.map(
      ({ type, system, count }) =>
        `${count} × ${type}: another coding went before ${system}'s (prefer).`,
    ),
    ...units.map(
      ({ unit, count }) =>
        `${count} × unit ${unit} is not known: it is equal to itself alone. Name it by units.`,
    ),
    ...dates.map(
      ({ resourceType, field, problem, count }) =>
        `${count} × ${resourceType}.${field}: ${dateWords[problem]}`,
    ),
    ...leftOut.map(
      ({ resourceType, why, count }) => `${count} × ${resourceType} left out: ${why}.`,
    ),
  ];
}

const dateWords: Readonly<Record<FhirReport['dates'][number]['problem'], string>> = {
  unreadable: 'a date that cannot be read; the record is set aside.',
  missing: 'no date.',
  instead: 'stands for a date that is missing.',
};

function wordsOf({ resourceType, reason, status, total, read }: FhirShortfall): string {
  const count = total === undefined ? `${read} came` : `${read} of ${total} came`;
  const error = status === undefined ? '' : ` (${status})`;
  return `${resourceType}, ${count}: ${reasons[reason]}${error}.`;
}

const reasons: Readonly<Record<FhirShortfallReason, string>> = {
  'fewer-than-total': 'fewer than the server counts, and no link to a further page',
  'no-total': 'the server does not say how many there are (page.total)',
  'repeated-next': 'the link to the next page leads back to one that was read',
  'foreign-next':
    'the link to the next page lies outside base; let the server know its public address',
  endless: 'page follows page, and nothing new comes',
  http: 'the server answered with an error',
  network: 'the server was not reached',
  'not-a-bundle': 'the answer is no Bundle',
  outcome: 'the server says itself that something is missing',
  'patient-not-told': 'resources whose patient cannot be told',
};
