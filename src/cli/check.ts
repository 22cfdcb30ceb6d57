/** `overblik check`: whether profiles can be used, and what is wrong with those that cannot. */
import { exitCodes, writeJson, type Command } from './command.ts';
import { termsOf } from './code-tables.ts';
import { filesNamed, nameOf, readText } from './files.ts';
import {
  checkPackage,
  isPackageText,
  reviewPackageFile,
  type CheckedPackage,
  type PackageIssue,
} from './package-files.ts';
import {
  checkText,
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
  usage: ['<profile.json|package.json…> [--strict] [--codes FILE] [--lang da|en] [--json]'],
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
    'A cluster package (overblik-cluster-package/1) among the files is checked by its own format, and held against the ' +
      'profiles of the same call: whether they have the indicators that the meeting looks at, whether the three ' +
      'questions of the gate are answered, whether its links are https, and what is out of date.',
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
    0: 'every profile and package can be used, and every test patient is as expected; there may be warnings',
    1: 'a profile or package has errors, a test patient is not as expected, or with --strict there is a warning',
    3: 'a file is not there, is no text, or the code table cannot be read',
  },
  examples: [
    'overblik check demens.json',
    'overblik check "profiles/**/*.json" --strict --json',
    'overblik check demens.json --codes codes.csv',
    'overblik check package.json demens.json',
    'curl -s https://example.org/demens.json | overblik check -',
  ],
  async run(call) {
    const { io } = call;
    const language = languageOf(call);
    const table = call.text('codes');
    const terms = table === undefined ? undefined : await termsOf(table, io);
    const checked: Looked[] = [];
    const packages: CheckedPackage[] = [];
    for (const file of filesNamed(call.arguments, 'the files of profiles', io)) {
      const text = await readText(file, io);
      if (isPackageText(text)) {
        packages.push(checkPackage(nameOf(file), text, language));
        continue;
      }
      const each = checkText(nameOf(file), text, language);
      const review = await reviewFile(each, io.today(), language, terms);
      checked.push({ ...each, review, tests: runTestsOf(each, language) });
    }
    const profiles = checked.flatMap(({ profile }) => profile ?? []);
    const looked = packages.map((each) => ({
      ...each,
      review: reviewPackageFile(each, profiles, io.today(), language),
    }));
    const inPackages = looked.flatMap((each) => [...each.errors, ...each.review]);
    const errors = checked.flatMap((each) => each.errors).length + countOf(inPackages, 'error');
    const warnings =
      checked.reduce((sum, each) => sum + warningsIn(each), 0) + countOf(inPackages, 'warning');
    const failed = checked.reduce((sum, { tests }) => sum + (tests ? failedIn(tests) : 0), 0);
    const ok = errors === 0 && failed === 0 && (warnings === 0 || !call.isOn('strict'));
    if (call.isOn('json'))
      writeJson(io, {
        ...{ ok, errors, warnings, failedTests: failed, files: checked.map(toDocument) },
        ...(looked.length > 0 ? { packages: looked.map(packageDocument) } : {}),
      });
    else {
      for (const { file, errors, warnings } of checked)
        for (const issue of [...errors, ...warnings]) io.out(tellIssue(file, issue));
      for (const { file, review } of checked)
        for (const finding of review) io.out(tellFinding(file, finding));
      for (const { file, errors, review } of looked)
        for (const issue of [...errors, ...review]) io.out(tellIssue(file, issue));
      for (const { file, tests } of checked) if (tests) io.out(tellTests(file, tests));
      for (const { file, profile, tests } of checked)
        if (profile && tests)
          io.out(`${file}: ${profile.id} ${profile.version} can be used; ${summaryOf(tests)}.\n`);
      for (const { file, package: own } of looked)
        if (own) io.out(`${file}: ${own.id} ${own.version}, a cluster package, can be used.\n`);
      const files = [
        ...(checked.length > 0 || looked.length === 0 ? [counted(checked.length, 'profile')] : []),
        ...(looked.length > 0 ? [counted(looked.length, 'package')] : []),
      ];
      const tested = failed > 0 ? `, ${counted(failed, 'failed test')}` : '';
      io.out(
        `${files.join(', ')}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${tested}.\n`,
      );
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

/** A package with all that was found in it. */
interface LookedPackage extends CheckedPackage {
  readonly review: readonly PackageIssue[];
}

function packageDocument({ file, package: own, errors, review }: LookedPackage): object {
  return { file, ...(own ? { id: own.id, version: own.version } : {}), errors, review };
}

function countOf(issues: readonly { readonly severity: string }[], severity: string): number {
  return issues.filter((each) => each.severity === severity).length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
