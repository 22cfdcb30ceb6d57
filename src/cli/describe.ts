/** `overblik describe`: what profiles say, in words. */
import { describeProfileTests } from '../authoring/index.ts';
import { describeProfile, type Language, type Profile } from '../profile/index.ts';
import { exitCodes, writeJson, type Command } from './command.ts';
import { filesNamed } from './files.ts';
import { languageOf, languageOption, readProfile } from './profile-files.ts';

export const describe: Command = {
  name: 'describe',
  summary: 'tells in words what profiles say: who is in, what is shown, what is marked and counted',
  usage: ['<profile.json…> [--lang da|en] [--json]'],
  about: [
    'The words are those that the clinicians read in the list: purpose, who is in and who is left out, each piece of ' +
      'information, markers with their advice, indicators, references, approval and changes. Test patients come last.',
    'Where a profile has no English, its Danish stands.',
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
    const profiles = [];
    for (const file of filesNamed(call.arguments, 'the files of profiles', io))
      profiles.push(await readProfile(file, language, io));
    const told = profiles.map((profile) => ({
      id: profile.id,
      version: profile.version,
      ...wordsOf(profile, language),
    }));
    if (call.isOn('json')) writeJson(io, { language, profiles: told });
    else
      io.out(
        told
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

function wordsOf(profile: Profile, language: Language) {
  const { title, sections } = describeProfile(profile, language);
  const tests = describeProfileTests(profile, language);
  return { title, sections: tests.lines.length > 0 ? [...sections, tests] : sections };
}
