/** The rules of eslint-plugin-lit-a11y, as oxlint can run them. */
import litA11y from 'eslint-plugin-lit-a11y';

export default {
  meta: { name: 'lit-a11y' },
  rules: Object.fromEntries(
    Object.entries(litA11y.rules).map(([name, rule]) => [name, withServices(rule)]),
  ),
};

/** A rule that finds services of a parser to write on, as ESLint has them: oxlint's are frozen. */
function withServices(rule) {
  return {
    ...rule,
    create(context) {
      const sourceCode = Object.create(context.sourceCode, { parserServices: { value: {} } });
      return rule.create(Object.create(context, { sourceCode: { value: sourceCode } }));
    },
  };
}
