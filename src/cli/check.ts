/** `overblik check`: whether profiles can be used, and what is wrong with those that cannot. */
import { exitCodes, writeJson, type Command } from './command.ts';
import { termsOf } from './code-tables.ts';
import { filesNamed } from './files.ts';
import {
  checkFile,
  languageOf,
  languageOption,
  tellIssue,
  type CheckedFile,
} from './profile-files.ts';
import { reviewFile, tellFinding, type FileFinding } from './review.ts';
import { failedIn, runTestsOf, summaryOf, tellTests, type CheckedTests } from './test-patients.ts';

export const check: Command = {
  name: 'check',
  summary: 'tells all that is wrong with profiles, where it stands, and what to do',
  usage: ['<profile.json…> [--strict] [--codes FILE] [--lang da|en] [--json]'],
  about: [
    'Reads each profile as the elements do: its format, its codes and units, and what contradicts itself. An error is ' +
      'what a list refuses; a warning is what its author should look at. Each comes with file, line and column, the ' +
      'rule that is broken, the place in the document (JSON Pointer), what was found, and what to do.',
    'Then it looks at what contradicts itself, makes no difference or is out of date: a warning is most likely a ' +
      'mistake, a note may be as it should be. Where it can be told what would mend it, --json has that as a JSON Patch.',
    'Then it asks each profile of its test patients (about.tests). One that comes out otherwise than its author ' +
      'expects is told with what was expected, what was found and why; a note names each criterion, marker and ' +
      'indicator that they do not make both true and false.',
    'With --codes a code table of yours says which codes there are, system by system; of a system that it does not ' +
      'have nothing is told. It is a CSV file with the columns system, code, text and, where wanted, en, parent, ' +
      'retired, replacedBy and release, or JSON: {"tables": [{"system", "codes": [{"code", "text": {"da"}}]}]}.',
    'Name files, patterns ("profiles/**/*.json"), or "-" for the standard input.',
  ],
  options: {
    strict: { type: 'boolean', about: 'let warnings count as errors do' },
    codes: {
      type: 'string',
      value: 'FILE',
      about: 'a code table, JSON or CSV: codes that it does not have, or has as retired, are told',
    },
    lang: languageOption,
  },
  ends: {
    0: 'every profile can be used, and every test patient is as expected; there may be warnings',
    1: 'a profile has errors, a test patient is not as expected, or with --strict there is a warning',
    3: 'a file is not there, is no text, or the code table cannot be read',
  },
  examples: [
    'overblik check demens.json',
    'overblik check "profiles/**/*.json" --strict --json',
    'overblik check demens.json --codes codes.csv',
    'curl -s https://example.org/demens.json | overblik check -',
  ],
  async run(call) {
    const { io } = call;
    const language = languageOf(call);
    const table = call.text('codes');
    const terms = table === undefined ? undefined : await termsOf(table, io);
    const checked: Looked[] = [];
    for (const file of filesNamed(call.arguments, 'the files of profiles', io)) {
      const each = await checkFile(file, language, io);
      const review = await reviewFile(each, io.today(), language, terms);
      checked.push({ ...each, review, tests: runTestsOf(each, language) });
    }
    const errors = checked.flatMap((each) => each.errors).length;
    const warnings = checked.reduce((sum, each) => sum + warningsIn(each), 0);
    const failed = checked.reduce((sum, { tests }) => sum + (tests ? failedIn(tests) : 0), 0);
    const ok = errors === 0 && failed === 0 && (warnings === 0 || !call.isOn('strict'));
    if (call.isOn('json'))
      writeJson(io, { ok, errors, warnings, failedTests: failed, files: checked.map(toDocument) });
    else {
      for (const { file, errors, warnings } of checked)
        for (const issue of [...errors, ...warnings]) io.out(tellIssue(file, issue));
      for (const { file, review } of checked)
        for (const finding of review) io.out(tellFinding(file, finding));
      for (const { file, tests } of checked) if (tests) io.out(tellTests(file, tests));
      for (const { file, profile, tests } of checked)
        if (profile && tests)
          io.out(`${file}: ${profile.id} ${profile.version} can be used; ${summaryOf(tests)}.\n`);
      const count = `${checked.length} ${checked.length === 1 ? 'profile' : 'profiles'}`;
      const tested = failed > 0 ? `, ${counted(failed, 'failed test')}` : '';
      io.out(`${count}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${tested}.\n`);
    }
    return ok ? exitCodes.ok : exitCodes.found;
  },
};

/** A file with all that was found in it. */
interface Looked extends CheckedFile {
  readonly review: readonly FileFinding[];
  readonly tests: CheckedTests | undefined;
}

function warningsIn({ warnings, review }: Looked): number {
  return warnings.length + review.filter(({ severity }) => severity === 'warning').length;
}

function toDocument({ file, profile, errors, warnings, review, tests }: Looked): object {
  return {
    file,
    ...(profile ? { id: profile.id, version: profile.version } : {}),
    errors,
    warnings,
    review,
    ...(tests ? { tests } : {}),
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
