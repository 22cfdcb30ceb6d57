/** Profiles out of files: read, checked, and what is wrong told with where it stands. */
import {
  parseProfile,
  textIn,
  type Language,
  type Profile,
  type ProfileError,
} from '../profile/index.ts';
import { Unreadable, UsageError, type Call, type CommandOption, type Io } from './command.ts';
import { nameOf, readText } from './files.ts';
import { JsonPlaces, type Place } from '../json/places.ts';

/** One thing that is wrong with a profile's file, or that its author should look at. */
export interface FileIssue extends Place {
  readonly severity: 'error' | 'warning';
  /** Stable name of the rule. */
  readonly code: string;
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
  /** What stands there, as JSON; absent when something is missing. */
  readonly value?: string;
}

export interface CheckedFile {
  readonly file: string;
  /** Absent where it has errors. */
  readonly profile?: Profile;
  readonly errors: readonly FileIssue[];
  readonly warnings: readonly FileIssue[];
  /** Where things stand in the file. */
  readonly places: JsonPlaces;
}

/** The language in which profiles are told. */
export const languageOption: CommandOption = {
  type: 'string',
  value: 'da|en',
  choices: ['da', 'en'],
  about: 'the language of what is said of profiles; default en',
};

export function languageOf(call: Call): Language {
  return call.text('lang') === 'da' ? 'da' : 'en';
}

/** @throws {Unreadable} of a file that is not there, or no text. */
async function checkFile(file: string, language: Language, io: Io): Promise<CheckedFile> {
  return checkText(nameOf(file), await readText(file, io), language);
}

/** Checks a profile's text. */
export function checkText(file: string, text: string, language: Language): CheckedFile {
  const outcome = parseProfile(text);
  const places = new JsonPlaces(text);
  const issues = (severity: FileIssue['severity'], found: readonly ProfileError[]) =>
    found
      .map((each) => toIssue(each, severity, places, language))
      .sort((a, b) => a.line - b.line || a.column - b.column);
  return {
    file,
    ...(outcome.ok ? { profile: outcome.profile } : {}),
    errors: outcome.ok ? [] : issues('error', outcome.errors),
    warnings: issues('warning', outcome.warnings),
    places,
  };
}

/** What is wrong, with its place in the file, in a language. */
export function toIssue(
  { code, path, message, fix, value }: ProfileError,
  severity: FileIssue['severity'],
  places: JsonPlaces,
  language: Language,
): FileIssue {
  const place = (code === 'syntax' ? places.broken : undefined) ?? places.of(path);
  return {
    severity,
    ...place,
    code,
    path,
    message: textIn(message, language),
    fix: textIn(fix, language),
    ...(value === undefined ? {} : { value }),
  };
}

/**
 * The one profile that a call needs.
 * @throws {UsageError} where none is named. @throws {Unreadable} with all its errors, where it has some.
 */
export async function readProfile(
  file: string | undefined,
  language: Language,
  io: Io,
): Promise<Profile> {
  if (file === undefined) throw new UsageError('name the file of a profile, or "-".');
  return profileOf(await checkFile(file, language, io));
}

/** @throws {Unreadable} with all its errors, where it has some. */
export function profileOf({ file, profile, errors }: CheckedFile): Profile {
  if (profile) return profile;
  throw new Unreadable(
    `${file} is no profile that can be used:\n${errors.map((each) => tellIssue(file, each)).join('')}`,
  );
}

/** `demens.json:12:7: error: …`, as compilers write it and editors read it; what to do stands below. */
export function tellIssue(
  file: string,
  issue: Omit<FileIssue, 'severity'> & { readonly severity: string },
): string {
  const { line, column, severity, message, code, path, value, fix } = issue;
  const where = path === '' ? code : `${code} at ${path}`;
  return [
    `${file}:${line}:${column}: ${severity}: ${message} [${where}]`,
    ...(value === undefined ? [] : [`    found: ${value}`]),
    `    do: ${fix}`,
    '',
  ].join('\n');
}
