/** A cluster package, version 1: what a cluster meets about, and what the clinics take home. */
import * as z from 'zod/mini';
import { about } from '../../profile/schema/about.ts';
import { listOf, optional, rule } from '../../profile/schema/build.ts';
import { codeSet } from '../../profile/schema/code-set.ts';
import { id, localText, prose, url, version } from '../../profile/schema/text.ts';
import { date, period } from '../../profile/schema/window.ts';

/** As of a profile, but that a package has no test patients. */
const aboutPackage = z.omit(about, { tests: true });

export const packageFormat = 'overblik-cluster-package/1';

/** A profile that the package is about. Without a version: the newest in force. */
export const packageProfile = z.strictObject({ id, version: optional(version) });

/** The share that the package aims at, in per cent. */
export const packageTarget = z
  .strictObject({
    atLeast: optional(z.number().check(z.minimum(0), z.maximum(100))),
    atMost: optional(z.number().check(z.minimum(0), z.maximum(100))),
    source: optional(prose),
  })
  .check(
    rule(
      'target-bound',
      ({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined),
    ),
  );

/** An indicator that the meeting looks at. */
export const packageIndicator = z.strictObject({
  profile: id,
  indicator: id,
  why: localText,
  /** What a clinic can do that moves it. */
  moves: optional(localText),
  target: optional(packageTarget),
});

/** Care plans that the clinics count beside the indicators (R28): all of them, or those of some types. */
export const packageActivity = z.strictObject({
  id,
  title: localText,
  why: optional(localText),
  codes: optional(listOf(codeSet, 1, 20)),
});

/** The three questions that a subject must pass before a cluster spends its time on it. */
export const packageGate = z.strictObject({
  relevant: optional(localText),
  canTell: optional(localText),
  canAct: optional(localText),
});

/** A question that the meeting talks about; with an indicator, beside its figure. */
export const packageQuestion = z.strictObject({
  text: localText,
  profile: optional(id),
  indicator: optional(id),
});

export const toolKind = z.enum(['phrase', 'instruction', 'film', 'guideline', 'link']);

/** Something that the clinic takes home: a text, or where to find it. */
export const packageTool = z
  .strictObject({
    kind: toolKind,
    title: localText,
    text: optional(localText),
    href: optional(url),
  })
  .check(
    rule('empty-tool', ({ text, href }) => text !== undefined || href !== undefined),
    rule('tool-text', ({ kind, text }) => text !== undefined || !isText(kind)),
    rule('tool-link', ({ kind, href }) => href !== undefined || !isLink(kind)),
  );

/** When the cluster looks at the figures again. */
export const packageFollowUp = z.strictObject({ period, text: optional(localText) });

export const packageSchema = z.strictObject({
  $schema: optional(z.string()),
  format: z.literal(packageFormat),
  id,
  version,
  status: optional(z.enum(['draft', 'published', 'retired'])),
  validFrom: optional(date),
  validTo: optional(date),
  about: optional(aboutPackage),
  title: localText,
  purpose: listOf(localText, 1, 50),
  description: optional(localText),
  profiles: listOf(packageProfile, 1, 20),
  indicators: listOf(packageIndicator, 1, 50),
  activities: optional(listOf(packageActivity, 1, 20)),
  gate: packageGate,
  questions: listOf(packageQuestion, 1, 50),
  tools: listOf(packageTool, 0, 100),
  followUp: packageFollowUp,
});

/** What is copied into a record, or followed, is of no use as an address alone. */
function isText(kind: z.infer<typeof toolKind>): boolean {
  return kind === 'phrase' || kind === 'instruction';
}

function isLink(kind: z.infer<typeof toolKind>): boolean {
  return kind === 'film' || kind === 'link';
}
