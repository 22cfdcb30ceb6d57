/** What goes wrong with an archive of profiles, for people: what it is, and what to do. */
import type { ByLanguage } from '../language.ts';

/** What is wrong, by its kind; what it is about is given as it is called. */
export interface ArchiveProblemPhrases {
  readonly 'no-index': (file: string) => Words;
  readonly 'broken-index': (file: string) => Words;
  readonly 'newer-index': (file: string) => Words;
  readonly 'broken-entry': (name: string) => Words;
  readonly 'repeated-entry': (name: string) => Words;
  readonly 'other-kind': (name: string) => Words;
  readonly unreachable: (file: string) => Words;
  readonly gone: (name: string) => Words;
  readonly 'broken-document': (name: string) => Words;
  readonly 'other-document': (name: string) => Words;
  readonly changed: (name: string) => Words;
  readonly unknown: (name: string) => Words;
  readonly 'no-answer': () => Words;
}

/** What is wrong, and what to do about it. */
type Words = readonly [what: string, fix: string];

export const archiveProblemPhrases: ByLanguage<ArchiveProblemPhrases> = {
  da: {
    'no-index': (file) => [
      `Arkivets indeks (${file}) findes ikke.`,
      'Kontrollér arkivets adresse. Indekset laves med »npx overblik archive MAPPE«.',
    ],
    'broken-index': (file) => [
      `Arkivets indeks (${file}) kan ikke læses.`,
      'Lav det igen med »npx overblik archive MAPPE«.',
    ],
    'newer-index': (file) => [
      `Arkivets indeks (${file}) er i et nyere format end denne udgave af Overblik kan læse.`,
      'Opdatér Overblik.',
    ],
    'broken-entry': (name) => [
      `${name} i arkivets indeks kan ikke læses og vises ikke. Resten vises.`,
      'Lav indekset igen med »npx overblik archive MAPPE«.',
    ],
    'repeated-entry': (name) => [
      `${name} står flere gange i arkivet. Den første vises.`,
      'En version er ét dokument: giv den ene et nyt versionsnummer.',
    ],
    'other-kind': (name) => [
      `${name} har samme id som en profil eller klyngepakke i arkivet, og vises ikke.`,
      'En profil og en klyngepakke kan ikke hedde det samme: giv den ene et andet id.',
    ],
    unreachable: (file) => [
      `Arkivet svarer ikke (${file}).`,
      'Prøv igen. Varer det ved, så spørg den, der driver arkivet.',
    ],
    gone: (name) => [
      `${name} står i arkivets indeks, men dokumentet er der ikke.`,
      'Vælg en anden version, eller spørg den, der driver arkivet.',
    ],
    'broken-document': (name) => [
      `${name} er ingen profil eller klyngepakke, der kan bruges.`,
      'Bed udgiveren om at rette den: »npx overblik check FIL« fortæller, hvad der er galt.',
    ],
    'other-document': (name) => [
      `Dokumentet er ikke ${name}, men en anden profil eller version.`,
      'Lav indekset igen med »npx overblik archive MAPPE«.',
    ],
    changed: (name) => [
      `${name} er ændret, siden den kom i arkivet: dens definition svarer ikke til den, der blev udgivet. Den bruges ikke.`,
      'En udgivet version ændres ikke: en ændring er en ny version. Spørg udgiveren.',
    ],
    unknown: (name) => [
      `${name} findes ikke i arkivet.`,
      'Vælg blandt de profiler og versioner, der er.',
    ],
    'no-answer': () => [
      'Arkivet har svaret noget, der ikke kan læses.',
      'Spørg den, der driver arkivet.',
    ],
  },
  en: {
    'no-index': (file) => [
      `The archive’s index (${file}) is not there.`,
      'Check the archive’s address. “npx overblik archive FOLDER” makes the index.',
    ],
    'broken-index': (file) => [
      `The archive’s index (${file}) cannot be read.`,
      'Make it again by “npx overblik archive FOLDER”.',
    ],
    'newer-index': (file) => [
      `The archive’s index (${file}) is of a newer format than this version of Overblik can read.`,
      'Update Overblik.',
    ],
    'broken-entry': (name) => [
      `${name} in the archive’s index cannot be read and is not shown. The rest is.`,
      'Make the index again by “npx overblik archive FOLDER”.',
    ],
    'repeated-entry': (name) => [
      `${name} stands in the archive several times. The first is shown.`,
      'A version is one document: give the other a new version number.',
    ],
    'other-kind': (name) => [
      `${name} has the id of a profile or cluster package in the archive, and is not shown.`,
      'A profile and a cluster package cannot be called the same: give one of them another id.',
    ],
    unreachable: (file) => [
      `The archive does not answer (${file}).`,
      'Try again. If it goes on, ask whoever runs the archive.',
    ],
    gone: (name) => [
      `${name} stands in the archive’s index, but its document is not there.`,
      'Choose another version, or ask whoever runs the archive.',
    ],
    'broken-document': (name) => [
      `${name} is no profile or cluster package that can be used.`,
      'Ask its publisher to mend it: “npx overblik check FILE” tells what is wrong.',
    ],
    'other-document': (name) => [
      `The document is not ${name}, but another profile or version.`,
      'Make the index again by “npx overblik archive FOLDER”.',
    ],
    changed: (name) => [
      `${name} was changed since it came into the archive: its definition is not the one that was published. It is not used.`,
      'A published version is not changed: a change is a new version. Ask its publisher.',
    ],
    unknown: (name) => [
      `${name} is not in the archive.`,
      'Choose among the profiles and versions that are there.',
    ],
    'no-answer': () => [
      'The archive answered something that cannot be read.',
      'Ask whoever runs the archive.',
    ],
  },
};
