/** What changes no answer (R24): who wrote it, who vouches for it, what changed. What is not known here is passed over. */
import * as z from 'zod/mini';
import { listOf, optional } from './build.ts';
import { profileTest } from './tests.ts';
import { id, localText, prose, textUpTo, url, version } from './text.ts';
import { date } from './window.ts';

/** A clinical body, or a person, who vouches for the profile as it is. */
export const approval = z.looseObject({
  name: prose,
  on: optional(date),
  until: optional(date),
  url: optional(url),
});

const change = z.looseObject({
  version,
  text: localText,
  on: optional(date),
  source: optional(prose),
});

/** R24: the edition of a code system that the profile's codes were chosen from. */
export const codeSystemRelease = z.looseObject({
  system: textUpTo(60),
  release: textUpTo(200),
  on: optional(date),
});

/** The version of another profile that this one was made from. */
const derivedFrom = z.looseObject({ id, version });

export const about = z.looseObject({
  short: optional(localText),
  audience: optional(listOf(localText, 0, 20)),
  authors: optional(listOf(prose, 0, 200)),
  approvedBy: optional(listOf(approval, 1, 50)),
  reviewed: optional(date),
  nextReview: optional(date),
  origin: optional(localText),
  codeSystems: optional(listOf(codeSystemRelease, 0, 100)),
  derivedFrom: optional(derivedFrom),
  changes: optional(listOf(change, 0, 500)),
  tests: optional(listOf(profileTest, 0, 200)),
});
