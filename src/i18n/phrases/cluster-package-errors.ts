/** What each error of a cluster package says, in both languages: what is wrong, and what to do. */
import { clusterPackagePhrases } from './cluster-package.ts';

type Details = Readonly<Record<string, unknown>>;
type Words = readonly [messageDa: string, messageEn: string, fixDa: string, fixEn: string];

/** Returns the words for an error of the package's own; undefined for one that it shares with profiles. */
export function clusterPackageErrorPhrases(code: string, details: Details): Words | undefined {
  return Object.hasOwn(sentences, code) ? sentences[code]!(details) : undefined;
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((each) => `"${String(each)}"`).join(', ') : '';
}

/** `Mente du "demens"?`, or which there are. */
function meant({ suggestion, names }: Details): readonly [da: string, en: string] {
  if (typeof suggestion === 'string')
    return [`Mente du "${suggestion}"?`, `Did you mean "${suggestion}"?`];
  const there = list(names);
  return there === ''
    ? ['Tilføj den, eller ret navnet.', 'Add it, or correct the name.']
    : [`Vælg en af ${there}.`, `Choose one of ${there}.`];
}

/** `dk.demens 1.1.0`, or the name alone. */
function versionOf(name: unknown, version: unknown): string {
  return typeof version === 'string' ? `${String(name)} ${version}` : String(name);
}

/** A question of the gate, as it is asked. */
function asked(language: 'da' | 'en', question: unknown): string {
  const questions: Readonly<Record<string, string>> = clusterPackagePhrases[language].gateQuestions;
  return questions[String(question)] ?? String(question);
}

const sentences: Readonly<Record<string, (details: Details) => Words>> = {
  'not-json': () => [
    'Dokumentet er ikke en klyngepakke i JSON.',
    'The document is not a cluster package in JSON.',
    'Giv pakken som JSON-tekst eller som et JSON-objekt.',
    'Give the package as JSON text or as a JSON object.',
  ],
  'too-large': ({ most }) => [
    `Pakken er for stor: højst ${String(most)} tegn.`,
    `The package is too large: at most ${String(most)} characters.`,
    'Skriv kortere, og henvis til lange tekster med et link.',
    'Write less, and link to long texts.',
  ],
  'too-deep': ({ most }) => [
    `Pakken er for dybt indlejret: højst ${String(most)} niveauer.`,
    `The package is nested too deeply: at most ${String(most)} levels.`,
    'Se formatets beskrivelse (package.schema.json).',
    'See the format’s description (package.schema.json).',
  ],
  'too-many': ({ most }) => [
    `Pakken har for mange dele: højst ${String(most)}.`,
    `The package has too many parts: at most ${String(most)}.`,
    'Del den i flere pakker.',
    'Split it into several packages.',
  ],
  'key-too-long': ({ most }) => [
    `Pakken har en nøgle, der er for lang: højst ${String(most)} tegn.`,
    `The package has a key that is too long: at most ${String(most)} characters.`,
    'Giv den et kortere navn, og skriv lange tekster som værdier.',
    'Give it a shorter name, and write long texts as values.',
  ],
  'newer-format': ({ found }) => [
    `Pakken er skrevet i formatet ${String(found)}, som denne version ikke kender.`,
    `The package is written in the format ${String(found)}, which this version does not know.`,
    'Opdatér Overblik, eller brug en udgave af pakken i formatet overblik-cluster-package/1.',
    'Update Overblik, or use an edition of the package in the format overblik-cluster-package/1.',
  ],
  'unknown-profile': ({ name, ...more }) => [
    `Profilen "${String(name)}" er ikke blandt pakkens "profiles".`,
    `The profile "${String(name)}" is not among the package’s "profiles".`,
    ...meant(more),
  ],
  'unknown-indicator': ({ name, profile, ...more }) => [
    `Indikatoren "${String(name)}" af ${String(profile)} er ikke blandt pakkens "indicators".`,
    `The indicator "${String(name)}" of ${String(profile)} is not among the package’s "indicators".`,
    ...meant(more),
  ],
  'duplicate-profile': ({ name }) => [
    `Profilen "${String(name)}" er nævnt to gange.`,
    `The profile "${String(name)}" is named twice.`,
    'Fjern den ene.',
    'Remove one of them.',
  ],
  'duplicate-indicator': ({ name }) => [
    `Indikatoren "${String(name)}" er nævnt to gange.`,
    `The indicator "${String(name)}" is named twice.`,
    'Saml det, der står om den, ét sted.',
    'Gather what is said of it in one place.',
  ],
  'duplicate-activity': ({ name }) => [
    `"${String(name)}" er talt to gange.`,
    `"${String(name)}" is counted twice.`,
    'Giv den ene et andet id, eller fjern den.',
    'Give one of them another id, or remove it.',
  ],
  'activity-of-all': () => [
    'Her tælles alle planer, og andre steder i pakken nogle af dem: delene og det hele kan ikke begge fortælles, uden at små tal røbes.',
    'All plans are counted here, and some of them elsewhere in the package: the parts and the whole cannot both be told without giving small numbers away.',
    'Skriv "codes", eller lad den stå alene.',
    'Write "codes", or let it stand alone.',
  ],
  'question-indicator': () => [
    '"profile" og "indicator" følges ad: et spørgsmål er til en indikator i en profil.',
    '"profile" and "indicator" go together: a question is about an indicator of a profile.',
    'Skriv begge, eller ingen af dem.',
    'Write both, or neither.',
  ],
  'target-bound': () => [
    'Et mål er enten "atLeast" eller "atMost".',
    'A target is either "atLeast" or "atMost".',
    'Skriv netop én af dem, i procent.',
    'Write exactly one of them, in per cent.',
  ],
  'empty-tool': () => [
    'Her er hverken "text" eller "href", så der er intet at tage med hjem.',
    'There is neither "text" nor "href", so there is nothing to take home.',
    'Skriv teksten, eller hvor den findes.',
    'Write the text, or where it is found.',
  ],
  'tool-text': () => [
    'En frase eller en instruks er en tekst, som klinikken kan bruge, som den står.',
    'A phrase or an instruction is a text that the clinic can use as it stands.',
    'Skriv "text", eller kald den "guideline" eller "link".',
    'Write "text", or call it "guideline" or "link".',
  ],
  'tool-link': () => [
    'En film eller et link er en adresse.',
    'A film or a link is an address.',
    'Skriv "href" med https://, eller kald den "instruction".',
    'Write "href" with https://, or call it "instruction".',
  ],
  'gate-open': ({ question }) => [
    `Spørgsmålet »${asked('da', question)}« er ikke besvaret, og pakken er ikke en kladde.`,
    `The question “${asked('en', question)}” is not answered, and the package is no draft.`,
    'Besvar det, eller skriv "status": "draft".',
    'Answer it, or write "status": "draft".',
  ],
  'follow-up-short': () => [
    'Opfølgningen er samme dag som mødet.',
    'The follow-up is on the day of the meeting.',
    'Skriv fx "P3M": rapporterne kommer hvert kvartal.',
    'Write e.g. "P3M": the reports come each quarter.',
  ],
  'more-errors': ({ more }) => [
    `… og ${String(more)} fejl mere.`,
    more === 1 ? '… and 1 more error.' : `… and ${String(more)} more errors.`,
    'Ret dem, der er vist; så vises de næste.',
    'Correct those that are shown; then the next are.',
  ],
  /* What a review tells. */
  'profile-absent': ({ name, version }) => [
    `Profilen ${versionOf(name, version)} er ikke blandt dem, der er givet, så dens indikatorer er ikke set efter.`,
    `The profile ${versionOf(name, version)} is not among those given, so its indicators were not looked at.`,
    'Giv profilens fil med: overblik check pakke.json profil.json.',
    'Give the profile’s file too: overblik check package.json profile.json.',
  ],
  'profile-version': ({ name, version, found }) => [
    `Pakken er til ${String(name)} ${String(version)}, men den, der er givet, er ${String(found)}.`,
    `The package is for ${String(name)} ${String(version)}, but the one that is given is ${String(found)}.`,
    'Ret versionen, når indikatorerne er set efter i den nye.',
    'Correct the version once the indicators have been looked at in the new one.',
  ],
  'no-indicator': ({ name, profile, ...more }) => [
    `Profilen ${String(profile)} har ingen indikator "${String(name)}", så mødet har intet tal.`,
    `The profile ${String(profile)} has no indicator "${String(name)}", so the meeting has no figure.`,
    ...meant(more),
  ],
  'profile-draft': ({ name }) => [
    `Pakken er udgivet, men profilen ${String(name)} er en kladde.`,
    `The package is published, but the profile ${String(name)} is a draft.`,
    'Udgiv profilen først, eller lad pakken være en kladde.',
    'Publish the profile first, or let the package be a draft.',
  ],
  'profile-retired': ({ name }) => [
    `Profilen ${String(name)} er trukket tilbage.`,
    `The profile ${String(name)} is withdrawn.`,
    'Brug en udgave, der gælder.',
    'Use a version that is in force.',
  ],
  'target-direction': ({ better }) => [
    better === 'lower'
      ? 'Målet er "atLeast", men profilen siger, at lavere er bedre.'
      : 'Målet er "atMost", men profilen siger, at højere er bedre.',
    better === 'lower'
      ? 'The target is "atLeast", but the profile says that lower is better.'
      : 'The target is "atMost", but the profile says that higher is better.',
    'Vend målet, eller ret profilens "better".',
    'Turn the target, or correct "better" of the profile.',
  ],
  'gate-unanswered': ({ question }) => [
    `Spørgsmålet »${asked('da', question)}« er ikke besvaret endnu.`,
    `The question “${asked('en', question)}” is not answered yet.`,
    'Besvar det, før pakken udgives.',
    'Answer it before the package is published.',
  ],
  'review-due': ({ on }) => [
    `Pakken skulle have været gennemgået ${String(on)}.`,
    `The package was to be reviewed on ${String(on)}.`,
    'Gennemgå den, og skriv en ny "nextReview".',
    'Review it, and write a new "nextReview".',
  ],
  ended: ({ on }) => [
    `Pakken gjaldt til og med ${String(on)}.`,
    `The package was valid up to and including ${String(on)}.`,
    'Udgiv en ny version, eller træk den tilbage.',
    'Publish a new version, or withdraw it.',
  ],
  'not-approved': () => [
    'Ingen står fagligt inde for pakken ("about.approvedBy").',
    'Nobody vouches for the package clinically ("about.approvedBy").',
    'Få den godkendt, før den bruges på et møde.',
    'Have it approved before it is used at a meeting.',
  ],
  'approval-ended': () => [
    'Alle godkendelser af pakken er udløbet.',
    'All approvals of the package have ended.',
    'Få den godkendt igen.',
    'Have it approved again.',
  ],
  'no-tools': () => [
    'Pakken har intet til klinikken ("tools").',
    'The package has nothing for the clinic ("tools").',
    'Skriv mindst en frase eller en instruks: lægen skal kunne handle.',
    'Write a phrase or an instruction at least: the GP must be able to act.',
  ],
  'no-english': ({ count }) => [
    `${String(count)} tekster er kun på dansk.`,
    `${String(count)} texts are in Danish alone.`,
    'Skriv "en" ved siden af "da", hvis pakken skal læses på engelsk.',
    'Write "en" beside "da" where the package is to be read in English.',
  ],
};
