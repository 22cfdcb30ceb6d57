/** The texts in a module that a browser reads: rules, markup and selectors. */
import ts from 'typescript';

const asking = new Set(['matches', 'closest', 'querySelector', 'querySelectorAll']);

/**
 * @returns {{ kind: 'css' | 'html' | 'selector', text: string, at: number }[]} Each with its place in the file; what
 *   is filled in is told by a word of the same length, so that places stay right.
 */
export function templatesIn(file) {
  const found = [];
  const visit = (node) => {
    if (
      ts.isTaggedTemplateExpression(node) &&
      ['css', 'html', 'svg'].includes(node.tag.getText())
    ) {
      const kind = node.tag.getText() === 'css' ? 'css' : 'html';
      const start = node.template.getStart() + 1;
      found.push({ kind, text: filled(node.template, kind), at: start });
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      if (asking.has(node.expression.name.text) && first && ts.isStringLiteralLike(first))
        found.push({ kind: 'selector', text: first.text, at: first.getStart() + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The text of a template, where what is filled in is a mixin between rules, else a length. */
function filled(template, kind) {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.rawText ?? template.text;
  let text = template.head.rawText ?? template.head.text;
  for (const { expression, literal } of template.templateSpans) {
    const hole = literal.getStart() + 1 - (expression.getFullStart() - 2);
    const before = text.trimEnd().at(-1);
    const isMixin = kind === 'html' || !before || ';}{/'.includes(before);
    const next = literal.rawText ?? literal.text;
    text += (isMixin ? '' : '0px').padEnd(hole, ' ');
    text += isMixin && next.startsWith(';') ? ` ${next.slice(1)}` : next;
  }
  return text;
}
