/** `overblik check`: whether profiles can be used, and what is wrong with those that cannot. */
import { exitCodes, writeJson, type Command } from './command.ts';
import { filesNamed } from './files.ts';
import {
  checkFile,
  languageOf,
  languageOption,
  tellIssue,
  type CheckedFile,
} from './profile-files.ts';

export const check: Command = {
  name: 'check',
  summary: 'tells all that is wrong with profiles, where it stands, and what to do',
  usage: ['<profile.json…> [--strict] [--lang da|en] [--json]'],
  about: [
    'Reads each profile as the elements do: its format, its codes and units, and what contradicts itself. An error is ' +
      'what a list refuses; a warning is what its author should look at. Each comes with file, line and column, the ' +
      'rule that is broken, the place in the document (JSON Pointer), what was found, and what to do.',
    'Name files, patterns ("profiles/**/*.json"), or "-" for the standard input.',
  ],
  options: {
    strict: { type: 'boolean', about: 'let warnings count as errors do' },
    lang: languageOption,
  },
  ends: {
    0: 'every profile can be used; there may be warnings',
    1: 'a profile has errors, or with --strict a warning',
    3: 'a file is not there, or is no text',
  },
  examples: [
    'overblik check demens.json',
    'overblik check "profiles/**/*.json" --strict --json',
    'curl -s https://example.org/demens.json | overblik check -',
  ],
  async run(call) {
    const { io } = call;
    const language = languageOf(call);
    const checked: CheckedFile[] = [];
    for (const file of filesNamed(call.arguments, 'the files of profiles', io))
      checked.push(await checkFile(file, language, io));
    const errors = checked.flatMap((each) => each.errors).length;
    const warnings = checked.flatMap((each) => each.warnings).length;
    const ok = errors === 0 && (warnings === 0 || !call.isOn('strict'));
    if (call.isOn('json')) writeJson(io, { ok, errors, warnings, files: checked.map(toDocument) });
    else {
      for (const { file, errors, warnings } of checked)
        for (const issue of [...errors, ...warnings]) io.out(tellIssue(file, issue));
      for (const { file, profile, warnings } of checked)
        if (profile && warnings.length === 0)
          io.out(`${file}: ${profile.id} ${profile.version} can be used.\n`);
      const count = `${checked.length} ${checked.length === 1 ? 'profile' : 'profiles'}`;
      io.out(`${count}, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.\n`);
    }
    return ok ? exitCodes.ok : exitCodes.found;
  },
};

function toDocument({ file, profile, errors, warnings }: CheckedFile): object {
  return {
    file,
    ...(profile ? { id: profile.id, version: profile.version } : {}),
    errors,
    warnings,
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
