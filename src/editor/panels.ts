/** The parts that the editor is put together from: each adds one line. */
import type { CSSResult } from 'lit';
import { ArchivedNote } from './archive/note.ts';
import { formStyles } from './forms/styles.ts';
import { whyTreeStyles } from '../elements/shared/why-tree.ts';
import { AttritionPart } from './attrition/part.ts';
import { attritionStyles } from './attrition/styles.ts';
import { ChecksPanel } from './checks/panel.ts';
import { wordTableStyles } from './word-table/styles.ts';
import { WordTablePanel } from './word-table/panel.ts';
import { checksStyles } from './checks/styles.ts';
import { PublishPanel } from './publish/panel.ts';
import { publishStyles } from './publish/styles.ts';
import { codesOf } from './codes/part.ts';
import { codeStyles } from './codes/styles.ts';
import { TestsPanel } from './tests/panel.ts';
import { testsStyles } from './tests/styles.ts';
import type { EditorHost, EditorPanel, PanelId } from './host.ts';
import { ComparePanel } from './compare/panel.ts';
import { JsonPanel } from './json/panel.ts';
import type { Texts } from './ui.ts';

export interface PanelEntry {
  /** Of a part that opens beside the form; a part without one draws in the head, the tree and the form alone. */
  readonly id?: PanelId;
  /** What its button says; without one it is opened by something else. */
  readonly label?: (texts: Texts) => string;
  readonly make: (host: EditorHost) => EditorPanel;
}

export const panels: readonly PanelEntry[] = [
  { make: (host) => new ArchivedNote(host) },
  { make: (host) => codesOf(host) },
  {
    id: 'checks',
    label: (texts) => texts.editorChecks.title,
    make: (host) => new ChecksPanel(host),
  },
  {
    id: 'tests',
    label: (texts) => texts.editorTests.button,
    make: (host) => new TestsPanel(host),
  },
  {
    id: 'table',
    label: (texts) => texts.editorTable.button,
    make: (host) => new WordTablePanel(host),
  },
  { id: 'json', label: ({ editor }) => editor.json, make: (host) => new JsonPanel(host) },
  {
    id: 'compare',
    label: ({ editorDrafts }) => editorDrafts.compare,
    make: (host) => new ComparePanel(host),
  },
  {
    id: 'patients',
    label: ({ attrition }) => attrition.panel,
    make: (host) => new AttritionPart(host),
  },
  {
    id: 'publish',
    label: (texts) => texts.editorPublish.button,
    make: (host) => new PublishPanel(host),
  },
];

/** The styles of the parts, for the editor's shadow tree. */
export const panelStyles: readonly CSSResult[] = [
  formStyles,
  codeStyles,
  attritionStyles,
  whyTreeStyles,
  checksStyles,
  publishStyles,
  testsStyles,
  wordTableStyles,
];
