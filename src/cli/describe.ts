/** `overblik describe`: what profiles say, in words. */
import { describeProfileTests } from '../authoring/index.ts';
import { describeProfile, type Language, type Profile } from '../profile/index.ts';
import { describePackage, type ClusterPackage } from '../report/package/index.ts';
import { exitCodes, Unreadable, writeJson, type Command, type Io } from './command.ts';
import { filesNamed, nameOf, readText } from './files.ts';
import { checkPackage, isPackageText } from './package-files.ts';
import { checkText, languageOf, languageOption, profileOf, tellIssue } from './profile-files.ts';

export const describe: Command = {
  name: 'describe',
  summary: 'tells in words what profiles say: who is in, what is shown, what is marked and counted',
  usage: ['<profile.json|package.json…> [--lang da|en] [--json]'],
  about: [
    'The words are those that the clinicians read in the list: purpose, who is in and who is left out, each piece of ' +
      'information, markers with their advice, indicators, references, approval and changes. Test patients come last.',
    'Of a cluster package: its purpose, the three questions of its gate, its profiles and indicators, the questions ' +
      'for the meeting, what the clinics take home, and the follow-up. Where there is no English, the Danish stands.',
  ],
  options: { lang: languageOption },
  ends: { 1: 'is not used', 3: 'a file is not there, or holds no profile that can be used' },
  examples: [
    'overblik describe demens.json --lang da',
    'overblik describe "profiles/*.json" --json',
  ],
  async run(call) {
    const { io } = call;
    const language = languageOf(call);
    const documents: (Profile | ClusterPackage)[] = [];
    for (const file of filesNamed(call.arguments, 'the files of profiles', io))
      documents.push(await readDocument(file, language, io));
    const profiles = documents.filter(isProfile);
    const words = (each: Profile | ClusterPackage) => ({
      ...{ id: each.id, version: each.version },
      ...(isProfile(each) ? wordsOf(each, language) : describePackage(each, language, profiles)),
    });
    const packages = documents.filter((each) => !isProfile(each));
    if (call.isOn('json'))
      writeJson(io, {
        ...{ language, profiles: profiles.map(words) },
        ...(packages.length > 0 ? { packages: packages.map(words) } : {}),
      });
    else
      io.out(
        documents
          .map(words)
          .map(({ id, version, title, sections }) =>
            [
              `${title} (${id} ${version})`,
              ...sections.flatMap((section) => [
                '',
                section.title,
                ...section.lines.map((line) => `  - ${line.replaceAll('\n', '\n    ')}`),
              ]),
              '',
            ].join('\n'),
          )
          .join('\n'),
      );
    return exitCodes.ok;
  },
};

/** @throws {Unreadable} with all its errors, where it has some. */
async function readDocument(
  file: string,
  language: Language,
  io: Io,
): Promise<Profile | ClusterPackage> {
  const name = nameOf(file);
  const text = await readText(file, io);
  if (!isPackageText(text)) return profileOf(checkText(name, text, language));
  const { package: own, errors } = checkPackage(name, text, language);
  if (own) return own;
  throw new Unreadable(
    `${name} is no cluster package that can be used:\n${errors.map((each) => tellIssue(name, each)).join('')}`,
  );
}

function isProfile(document: Profile | ClusterPackage): document is Profile {
  return document.format === 'overblik-profile/1';
}

function wordsOf(profile: Profile, language: Language) {
  const { title, sections } = describeProfile(profile, language);
  const tests = describeProfileTests(profile, language);
  return { title, sections: tests.lines.length > 0 ? [...sections, tests] : sections };
}
