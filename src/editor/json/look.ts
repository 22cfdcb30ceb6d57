/** How the JSON pane looks: by the tokens of the theme, light and dark alike. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const highlights = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--o-accent)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--o-text)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--o-info)' },
  { tag: [tags.separator, tags.bracket, tags.squareBracket], color: 'var(--o-text-muted)' },
]);

const panelRule = { backgroundColor: 'var(--o-raised)', color: 'var(--o-text)' };

/** A data image would be asked of the host's policy: what is wrong is underlined by the browser. */
const underlined = (colour: string) => ({
  backgroundImage: 'none',
  paddingBottom: '0',
  textDecoration: `underline wavy ${colour}`,
  textUnderlineOffset: '0.2em',
});

const theme = EditorView.theme({
  '&': { blockSize: '100%', color: 'var(--o-text)', backgroundColor: 'var(--o-surface)' },
  '&.cm-focused': { outline: 'var(--o-focus)', outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: "ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace",
    fontSize: '0.93em',
    lineHeight: '1.5',
  },
  '.cm-content': { caretColor: 'var(--o-text)' },
  '.cm-cursor': { borderLeftColor: 'var(--o-text)' },
  '.cm-gutters': {
    backgroundColor: 'var(--o-raised)',
    color: 'var(--o-text-muted)',
    borderRight: '1px solid var(--o-line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  '.cm-selected-part': { backgroundColor: 'var(--o-accent-soft)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--o-accent) 30%, transparent)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--o-accent-soft)',
  },
  '.cm-foldPlaceholder': { ...panelRule, border: '1px solid var(--o-line-strong)' },
  '.cm-lintRange-error': underlined('var(--o-critical-mark)'),
  '.cm-lintRange-warning': underlined('var(--o-warning-mark)'),
  '.cm-tooltip': { ...panelRule, border: '1px solid var(--o-line-strong)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--o-critical-mark)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--o-warning-mark)' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--o-accent-soft)',
    color: 'var(--o-text)',
  },
  '.cm-completionDetail': { color: 'var(--o-text-muted)', fontStyle: 'normal' },
  '.cm-panels': { ...panelRule, borderColor: 'var(--o-line)' },
  '.cm-panel input, .cm-panel button, .cm-textfield, .cm-button': {
    color: 'var(--o-text)',
    background: 'var(--o-surface)',
    border: '1px solid var(--o-line-strong)',
    minBlockSize: '24px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--o-warning-soft)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--o-warning-mark)' },
});

export const look: Extension = [theme, syntaxHighlighting(highlights)];
