/** A whole profile in words, for the viewer. */
import { formatLongDate } from '../../i18n/dates.ts';
import { sentence, textIn } from '../../i18n/language.ts';
import { profilePhrases } from '../../i18n/phrases/profile.ts';
import { nameType } from '../../i18n/record-types.ts';
import { windowOfItem } from '../items.ts';
import { messageIn } from '../placeholders.ts';
import { queryTypes } from '../queries.ts';
import type { InformationItem, Language, Profile } from '../types.ts';
import { describeCodes, describeCriterion, fieldsPhrase } from './criterion.ts';
import { describeWindow } from './windows.ts';

export interface ProfileSection {
  readonly title: string;
  readonly lines: readonly string[];
}
export interface ProfileWords {
  readonly title: string;
  readonly sections: readonly ProfileSection[];
}

const types = ['patient', ...queryTypes] as const;

/** The profile's sections in reading order; empty ones are left out. */
export function describeProfile(profile: Profile, language: Language): ProfileWords {
  const words = profilePhrases[language];
  const { purpose, description, population, information } = profile;
  const { markers, indicators, messages, references } = profile;
  const say = (criterion: Parameters<typeof describeCriterion>[0]) =>
    describeCriterion(criterion, profile, language);
  const sections: ProfileSection[] = [
    { title: words.purpose, lines: purpose.map((each) => textIn(each, language)) },
    { title: words.description, lines: description ? [textIn(description, language)] : [] },
    { title: words.include, lines: [say(population.include)] },
    { title: words.exclude, lines: population.exclude ? [say(population.exclude)] : [] },
    ...types.map((type) => ({
      title: type === 'patient' ? 'Patient' : sentence(nameType(type, language)),
      lines: information
        .filter((item) => item.type === type)
        .map((item) => describeItem(item, profile, language)),
    })),
    {
      title: words.markers,
      lines: (markers ?? []).map(({ title, level, when, advice, source }) =>
        sentences([
          `${textIn(title, language)} (${words.levels[level]}): ${say(when)}`,
          ...(advice ? [`${words.advice}: ${textIn(advice, language)}`] : []),
          ...(source ? [`${words.source}: ${source}`] : []),
        ]),
      ),
    },
    {
      title: words.indicators,
      lines: (indicators ?? []).map(({ title, why, numerator, denominator, except }) =>
        sentences([
          `${textIn(title, language)}: ${say(numerator)}`,
          ...(why ? [`${words.why}: ${textIn(why, language)}`] : []),
          ...(denominator ? [`${words.among}: ${say(denominator)}`] : []),
          ...(except ? [`${words.leftOut}: ${say(except)}`] : []),
        ]),
      ),
    },
    {
      title: words.messages,
      lines: (messages ?? []).map(
        ({ title, body }) =>
          `${textIn(title, language)}: ${messageIn(textIn(body, language), language)}`,
      ),
    },
    {
      title: words.references,
      lines: (references ?? []).map(({ title, url }) => (url ? `${title} (${url})` : title)),
    },
    { title: words.validity, lines: validityLines(profile, language) },
    { title: words.approval, lines: approvalLines(profile, language) },
    {
      title: words.changes,
      lines: (profile.about?.changes ?? []).map(({ version, on, text, source }) =>
        sentences([
          `${version}${on === undefined ? '' : ` (${formatLongDate(on, language)})`}: ${textIn(text, language)}`,
          ...(source ? [`${words.source}: ${source}`] : []),
        ]),
      ),
    },
  ];
  return {
    title: textIn(profile.title, language),
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

/** One after the other; of an author's text that ends itself, no second full stop. */
function sentences(parts: readonly string[]): string {
  return parts
    .map((part, index) => (index === parts.length - 1 ? part : part.replace(/\.$/, '')))
    .join('. ');
}

function validityLines({ validFrom, validTo }: Profile, language: Language): readonly string[] {
  const words = profilePhrases[language];
  if (validFrom === undefined && validTo === undefined) return [];
  const day = (date: string | undefined) =>
    date === undefined ? undefined : formatLongDate(date, language);
  return [words.validBetween(day(validFrom), day(validTo))];
}

/** Who vouches for the profile; a profile that nobody vouches for says so. */
function approvalLines({ about }: Profile, language: Language): readonly string[] {
  const words = profilePhrases[language];
  const all = about?.approvedBy ?? [];
  if (all.length === 0) return [words.notApproved];
  const day = (date: string | undefined) =>
    date === undefined ? undefined : formatLongDate(date, language);
  return all.map(({ name, on, until }) => words.approvedBy(name, day(on), day(until)));
}

/** `Antipsykotika: N05A (ATC), aktuelt i dag`. */
export function describeItem(item: InformationItem, profile: Profile, language: Language): string {
  const title = textIn(item.title, language);
  const condition = item.condition
    ? ` (${profilePhrases[language].condition} ${describeCriterion(item.condition, profile, language)})`
    : '';
  if (item.type === 'patient') return title + condition;
  if (item.uncoded) return `${title}: ${textIn(item.uncoded, language)}${condition}`;
  const codes = item.codes === undefined ? '' : `${describeCodes(item.codes, profile, language)}, `;
  const fields = fieldsPhrase(item, language).trim();
  const asked = fields === '' ? codes : `${codes}${fields}, `;
  return `${title}: ${asked}${describeWindow(windowOfItem(item), item.type, language)}${condition}`;
}
