/** Tells Stryker which literals are words for people and nothing else. */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const reason = 'Wording: a test could only repeat it.';

const rules = [
  { file: /\/profile\/errors\.ts$/, isWording: isText },
  { file: /\/profile\/schema\.ts$/, isWording: ({ node }) => isPhrase(node) },
  { file: /\/profile\/describe\//, isWording: (path) => isText(path) && isInTable(path) },
];

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording', {
    shouldIgnore(path) {
      const file = path.hub?.file?.opts?.filename?.replaceAll('\\', '/') ?? '';
      const rule = rules.find((each) => each.file.test(file));
      return rule?.isWording(path) ? reason : undefined;
    },
  }),
];

function isText({ node }) {
  return node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
}

function isPhrase(node) {
  return node.type === 'StringLiteral' && node.value.includes(' ');
}

/** In an object that is a constant of the file: `nouns`, `titles`, `monthNames`. */
function isInTable(path) {
  return path.getFunctionParent() === null && path.findParent((each) => each.isObjectExpression());
}
