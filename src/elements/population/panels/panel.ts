import type { Texts } from '../ui.ts';

import type { Person } from '../../shared/round-member.ts';

/** A panel that is opened from the tools over the list. */
export type ToolPanel = 'choose-filter' | 'columns' | 'priority' | 'quality' | 'round' | 'views';

/** What is open over the list. One at a time. */
export type Panel = SmallPanel | LargePanel | MorePanel | ProgressPanel | ViewPanel;

/** Panels that are loaded together. */
export type SmallPanel =
  | { readonly kind: Exclude<ToolPanel, 'quality'> | 'exempt' | 'assign' | 'due' | 'contact' }
  | { readonly kind: 'filter'; readonly columnId: string; readonly narrows?: true }
  /** `openedId`: whose reasons are shown. */
  | { readonly kind: 'not-listed'; readonly openedId?: string | undefined }
  /** Of whom it is, is settled when it is opened, whatever becomes of the list below it. */
  | { readonly kind: 'status'; readonly person: Person };

/** Panels that are loaded one by one: they bring much along, and are rarely asked for. */
type LargePanel =
  | { readonly kind: 'quality' }
  /** `chosen`: asked for of the chosen patients. */
  | { readonly kind: 'export'; readonly chosen: boolean };

/** What can be done with the chosen and has no room on their line. */
interface MorePanel {
  readonly kind: 'more';
}

/** How far the round has come, as far as that has no room on the line. */
interface ProgressPanel {
  readonly kind: 'progress';
}

/** How the list is shown, where that has no room on the line over it. */
interface ViewPanel {
  readonly kind: 'view';
}

/** What a panel is called to screen readers. */
export function panelTitle(panel: Panel | undefined, texts: Texts): string {
  if (!panel) return '';
  switch (panel.kind) {
    case 'filter':
    case 'choose-filter':
      return texts.list.filters;
    case 'status':
      return texts.round.status;
    case 'exempt':
      return texts.round.exempt;
    case 'assign':
      return texts.round.assign;
    case 'due':
      return texts.round.setDue;
    case 'contact':
      return texts.round.logContact;
    case 'export':
      return texts.export.title;
    case 'round':
    case 'progress':
      return texts.round.title;
    case 'more':
      return texts.list.moreActions;
    default:
      return texts.list[panel.kind];
  }
}
