/**
 * Holds `src` to the browsers that package.json names (`browserslist`): CSS and selectors in its templates, elements and
 * attributes in its markup, and what its modules use of the DOM and of JavaScript, all by MDN's compatibility data.
 * Prints what a supported browser lacks, and ends with 1 if there is anything. `--quick` looks at the templates only.
 */
import { resolve } from 'node:path';
import ts from 'typescript';
import { allowed } from './allowed.mjs';
import { featuresOfCalls, lackingNames } from './calls.mjs';
import { featuresOfCss, featuresOfSelector } from './css.mjs';
import { featuresOfMarkup } from './markup.mjs';
import { guarded, questions } from './guarded.mjs';
import { lackedBy, readers, targets } from './targets.mjs';
import { templatesIn } from './templates.mjs';

const isQuick = process.argv.includes('--quick');
const { config } = ts.readConfigFile('.tools/tsconfig.build.json', ts.sys.readFile);
const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, resolve('.tools'));
const program = isQuick ? undefined : ts.createProgram(fileNames, { ...options, noEmit: true });
const checker = program?.getTypeChecker();
const lacking = program && lackingNames(program);

const read = { css: featuresOfCss, html: featuresOfMarkup, selector: featuresOfSelector };
const unused = new Set(Object.keys(allowed));
const unguarded = new Set(guarded);
const lines = [];
const seen = new Set();

for (const name of fileNames.filter((each) => each.includes('/src/'))) {
  const file =
    program?.getSourceFile(name) ??
    ts.createSourceFile(name, ts.sys.readFile(name), ts.ScriptTarget.Latest, true);
  if (program)
    for (const each of featuresOfCalls(file, checker, lacking)) judge(file, each, each.at);
  for (const { kind, text, at } of templatesIn(file)) {
    let features;
    try {
      features = read[kind](text);
    } catch (error) {
      lines.push(`${place(file, at)}  cannot be read as ${kind}: ${error.message}`);
      continue;
    }
    for (const each of features) judge(file, each, at + each.offset);
  }
}

function judge(file, { name, feature, isPrefixed }, at) {
  seen.add(name);
  const without = lackedBy(feature, isPrefixed);
  if (without.length === 0) {
    if (lackedBy(feature, isPrefixed, readers).length > 0) askGuard(file, name, at);
    return;
  }
  unused.delete(name);
  if (!(name in allowed)) lines.push(`${place(file, at)}  ${name} came with ${without.join(', ')}`);
}

/** What is younger than the browsers that read the code is asked for before anything is drawn, or can be done without. */
function askGuard(file, name, at) {
  unguarded.delete(name);
  if (!guarded.has(name))
    lines.push(`${place(file, at)}  ${name} is in no way guarded (guarded.mjs says how)`);
}

function place(file, at) {
  const { line, character } = file.getLineAndCharacterOfPosition(at);
  return `${file.fileName.slice(file.fileName.indexOf('/src/') + 1)}:${line + 1}:${character + 1}`;
}

if (program) {
  for (const name of unused) lines.push(`allowed.mjs  ${name} is allowed, and nobody needs it`);
  for (const name of unguarded) lines.push(`guarded.mjs  ${name} is guarded, and nobody needs it`);
}
const bar = Object.entries(targets).map((each) => each.join(' '));
if (lines.length > 0) {
  console.error(
    `${lines.join('\n')}\n\nNot in all of ${bar.join(', ')} (package.json, browserslist).`,
  );
  process.exit(1);
}
console.log(
  `${seen.size} features of the browser, all in ${bar.join(', ')}; ${questions.length} are asked for at first.`,
);
