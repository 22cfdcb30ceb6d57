import { mostPatientsPerCall, usualPatientsPerCall } from '../../adapter/actions.ts';
import type { ProblemReport } from '../../adapter/index.ts';
import { expectedAt } from './expected.ts';

/**
 * Says a problem and how to mend it, in English, to who writes the adapter. It is written on a console: from names
 * and numbers alone, with no value of the clinic's.
 *
 * @param thrown Where what the adapter threw is to be seen.
 */
export function adviseOn(
  report: ProblemReport,
  thrown = 'What was thrown is given to failureHandler.',
): string {
  const { kind, call, field, meant, count } = report;
  const asked = call === undefined ? 'adapter' : methodNames[call];
  const place = field ?? asked;
  const expected = expectedAt(place);
  const times = count === 1 ? '' : ` (${count} times)`;
  switch (kind) {
    case 'not-an-adapter':
      return 'The adapter is no object: set the property `adapter` to an object with describe, records (or search), patient and openJournal.';
    case 'adapter-is-promise':
      return 'The adapter is a Promise: await it before it is set.';
    case 'adapter-is-class':
      return 'The adapter is a function or a class: set an object made of it (`new MyAdapter()`).';
    case 'not-a-function':
      return `adapter.${methodPath(place)} is not a function: an adapter needs it.`;
    case 'no-source':
      return 'The adapter has neither records nor search: it needs one of them for a list.';
    case 'misnamed':
      return `${place} is no name that Overblik knows${meant === undefined ? `${times}.` : `: did you mean ${meant}?${times}`}`;
    case 'lost-this':
      return `adapter.${methodPath(place)} uses \`this\`, which is not the object it was written for: hand over the whole object, or bind the method (\`(...given) => api.method(...given)\`).`;
    case 'network':
      return `${asked}: the network request failed: address, CORS, the page's connect-src, or no connection. ${thrown}`;
    case 'not-json':
      return `${asked}: the answer of your service is no JSON (an error page, or an empty answer?). ${thrown}`;
    case 'threw':
      return `${asked} threw. ${thrown}`;
    case 'deadline':
      return `${asked} did not answer within the deadline: pass the signal on, answer in batches, or set \`deadline\` (milliseconds).`;
    case 'other-patient':
      return 'adapter.patient answered another patient than the one asked for: patient.id must be the id that was asked.';
    case 'batch-is-no-list':
      return 'adapter.records yielded something that is no list: yield lists of patients (`yield [patient]`, `yield patients`).';
    case 'wrong-answer':
      return `${asked} answered an object of another shape: ${shapes[call ?? 'describe'] ?? 'see the type ClinicAdapter'}.`;
    case 'answer-is-nothing':
      return `${asked} answered nothing: is a \`return\` or an \`await\` missing?${call === 'patient' ? ' A patient who has left the clinic is `null`.' : ''}`;
    case 'answer-is-promise':
      return `${asked} answered a Promise inside its answer: await it.`;
    case 'answer-is-response':
      return `${asked} answered a Response: await its \`.json()\`, and make the records of that.`;
    case 'answer-is-wrapped':
      return `${asked} answered an envelope (\`data\`, \`result\` …): answer what is in it.`;
    case 'answer-is-text':
      return `${asked} answered a text: parse it first (\`JSON.parse\`).`;
    case 'answer-is-list':
      return call === 'records'
        ? 'adapter.records answered a list: it is an async generator (`async *records() { yield patients; }`).'
        : `${asked} answered a list: ${shapes[call ?? 'describe'] ?? 'one object is asked for'}.`;
    case 'answer-is-function':
    case 'answer-is-number':
    case 'answer-is-boolean':
      return `${asked} answered a ${kind.slice('answer-is-'.length)}: ${shapes[call ?? 'describe'] ?? 'see the type ClinicAdapter'}.`;
    case 'no-result':
      return `An action answered without a result for ${count} of its patients: one { patientId, ok } is needed for each.`;
    case 'unusable':
      if (place === 'deadline')
        return `deadline is a number of milliseconds, more than 0: the usual one is kept.`;
      if (place === 'failureHandler')
        return `failureHandler threw: it is told of a failure, and what it throws goes nowhere.`;
      if (place === 'properties')
        return `A property of the element threw when it was read: nothing is shown until another is given.`;
      if (place.endsWith('/patientsPerCall'))
        return `adapter.${methodPath(place)} is no whole number from 1 to ${mostPatientsPerCall}: ${usualPatientsPerCall} is taken.`;
      if (place.startsWith('texts'))
        return `${place} cannot be used: Overblik has no such text, or it is of another kind (a text, or a function of the same arguments that answers a text). Its own stands.`;
      if (place === 'page') return `page is \`start\` or \`list\`: it is taken for not given.`;
      if (place === 'combined')
        return `combined cannot be shown: it is a list of two ids of profiles at least, and the profiles must be of a kind that can be combined. The start page is shown, and says why.`;
      if (call === undefined) return `${place} is no date that exists: it is YYYY-MM-DD.`;
      return `${asked}: ${place} cannot be used: it is missing, of a wrong type, or not in the contract${times}.${expected ? ` It is ${expected}.` : ''}`;
    case 'unsupported':
      return `The browser has no ${place}: nothing is shown in it, and nothing was asked of the adapter. The docs say which browsers are supported.`;
    case 'plain-text':
      return `adapter.${methodPath(place)} is a plain text: a label is { da, en? }. It is shown as Danish.`;
    case 'too-much':
      return `${asked}: more than ${count} ${field} came, and the rest was left: a stream ends, and each patient comes once.`;
    case 'too-large':
      return call === 'action' && field !== undefined
        ? `adapter.${methodPath(place)}: more than ${count} of them, and the rest is not shown.`
        : `${asked} answered more than is read of any such answer (the docs have the table): it was not read at all.`;
    case 'too-many':
      return `${place} has more than is read of any patient${times}: what is beyond that leaves everything asked of it undecided.`;
    case 'cut-short':
      return `adapter.records ended before description.patients was reached: ${count} missing.`;
    case 'miscounted':
      return `${asked}: the number of patients is another than description.patients says, or than the search says (by ${count}): is it the number of all patients that the list is about?`;
    case 'repeated-patient':
      return `adapter.records sent a patient who had come already${times}, and what came last took the place of what came first: send each patient once, with all records (a join has one row for each).`;
    case 'missing-source':
      return `${place} is not available (\`available: false\` in coverage), and the profile asks for it.`;
    case 'no-list':
      return `No patient brings the list ${place}, and coverage does not say \`available: false\`: is it named so?`;
    case 'no-code-in-system':
      return `No record of ${place} is in the code system that the profile asks for${meant === undefined ? '' : ` (${meant})`}; ${count === 0 ? 'nor in any other: were they sent, and could they be read' : `${count} in all: is \`system\` set, and named as in the table of systems`}?`;
    case 'foreign-codes':
      return `${place}: ${count === 1 ? 'a code does' : `${count} codes do`} not look like ${meant ?? 'its system'}: name the \`system\` that each is of (without one it is the type's own), one code in each record, without text.`;
    case 'unknown-id':
      return `${place} names no profile that was given${meant === undefined ? '' : `: did you mean ${meant}?`}${times}. No other takes its place, and the element says so.`;
    case 'profile-error':
      return `A profile cannot be used: ${field === '' ? 'the whole document' : place}. The element says why.`;
    case 'profile-is-promise':
      return `${methodPath(place)} is a Promise: await it (\`[await (await fetch(address)).json()]\`).`;
    case 'profile-is-response':
      return `${methodPath(place)} is a Response: await its \`.json()\`.`;
    case 'profile-is-text':
      return `${methodPath(place)} is a text that is no JSON (an address?): hand over the document itself.`;
    case 'missing':
      return `${place} is missing${times}: it is ${expected ? `${expected}, and ` : ''}needed.${/^(?!patient|coverage).*\./.test(place) ? ' Leave out a record that has none.' : ''}`;
    case 'wrong-type':
      return `${place} is of a wrong type, or none of the values that it may have${times}${expected ? `: it is ${expected}` : ''}.`;
    case 'not-an-object':
      if (field === 'patient')
        return `An entry of a batch is no patient${times}: each is { patient: { id, name, … }, diagnoses: [ … ], … }, and a batch is one list of them.`;
      return place.startsWith('coverage')
        ? `${place} is no object${times}: it is ${expected}.`
        : `An entry of ${place} is no object${times}: each is { code, … }.`;
    case 'unreadable-date':
      if (field === 'patient.deceased')
        return `${place} is no date${times}: it is the day of death, and left out (or false) for the living.`;
      return `${place} is no date that exists${times}: dates are YYYY-MM-DD, or ISO date-times with an offset.`;
    case 'empty-code':
      return `${place} is missing or empty${times}: without a code the record answers nothing.`;
    case 'ends-before-start':
      return `${place} lies before from${times}: are the two exchanged, or is a year read in the wrong century?`;
    case 'unknown-value':
      return `${place} has a value that Overblik does not know${times}${expected ? `: it is ${expected}` : ''}.`;
    case 'impossible-date':
      return `${place} cannot be${times}: before 1850, long before the patient's birth, or a death before it. Is a two-digit year read in the wrong century, or the date read in the wrong order? Leave out a date that is not known.`;
    case 'doubtful-state':
      return `${place} says that the record has ended, or may not count, and Overblik does not read it${times}: give \`to\` where it has ended, and leave out what does not count.`;
    case 'placeholder-date':
      return `${place} is a date that other systems write for none${times}: leave it out.`;
    case 'shifted-date':
      return `${place}: dates that end in 22:00Z or 23:00Z look like local midnights told in UTC, and count as the day before${times}: write local dates.`;
    case 'birth-date-unlike-cpr':
      return `${place}.birthDate is another than the CPR number says${times}.`;
    case 'number-as-text':
      return `${place}: a value that is a text, and looks like a number, answers no question about numbers${times}: \`value: 7.5, unit: '%'\`, with \`comparator\` for < and >.`;
    case 'hidden-characters':
      return `${place}: texts with control characters or controls of text direction${times}, which are taken out: find out where they come from.`;
    case 'cut-text':
      return `${place}: texts longer than are kept${times} are cut short, and end with […]: the docs have the table.`;
    case 'too-long':
      return `${place} is longer than any such text${times}, and decides nothing: the docs have the table.`;
    case 'not-measured':
      return `${place} says that nothing was measured${times}: leave the result out, or send it when there is one.`;
    case 'death-at-epoch':
      return `${place}.deceased is 1970-01-01${times}, which is what an empty date becomes where it is kept as a number: leave it out for the living.`;
    case 'far-ahead':
      return `${place}: a date lies far ahead of the date of the list, or is a birth or a death to come${times}: is a two-digit year read in the wrong century, or in the wrong order?`;
    case 'text-among-numbers':
      return `${place}: a value is a text where most others of the same code are numbers${times}, and answers no question about numbers: leave out what was not measured.`;
    case 'without-code':
      return `${place}: a text without a code answers no question about codes${times}.`;
    default:
      return `${place}: ${String(kind).replaceAll('-', ' ')}${times}.`;
  }
}

/** What was called, as its developer writes it. */
export const methodNames: Readonly<Record<NonNullable<ProblemReport['call']>, string>> = {
  describe: 'adapter.describe',
  terminology: 'terminology',
  drafts: 'drafts',
  records: 'adapter.records',
  search: 'adapter.search',
  patient: 'adapter.patient',
  openJournal: 'adapter.openJournal',
  action: 'The run of an action',
  rounds: 'adapter.rounds',
  profiles: 'adapter.profiles',
};

const shapes: Readonly<Partial<Record<NonNullable<ProblemReport['call']>, string>>> = {
  describe: 'a description is { name, coverage, … }',
  records: 'it is an async generator of lists of patients',
  search: 'an outcome is { patients, found }',
  patient: 'one patient is { patient, diagnoses, … }',
  action: 'a list of { patientId, ok } is asked for',
  rounds: 'list answers a list of rounds, save { saved, round } or { saved, conflict }',
};

/** `/actions/0/run` as one writes it in code. */
function methodPath(field: string): string {
  return field
    .replace(/^\//, '')
    .replaceAll(/\/(\d+)/g, '[$1]')
    .replaceAll('/', '.');
}
