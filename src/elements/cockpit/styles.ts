import { css, type CSSResult } from 'lit';
import { virtualListStyles } from '../../ui/virtual-list-styles.ts';
import { whoseStyles } from '../shared/whose.ts';
import { adviceStyles } from './parts/advice-styles.ts';
import { commandStyles } from './parts/commands.ts';
import { contactsStyles } from './parts/contacts.ts';
import { planStyles } from '../shared/member-plan.ts';
import { footStyles } from './parts/foot-styles.ts';
import { headerStyles } from './parts/header.ts';
import { itemStyles } from './parts/items.ts';
import { medicationStyles } from './parts/medication.ts';
import { personStyles } from './parts/person.ts';
import { resultStyles } from './parts/results.ts';
import { shareBannerStyles } from './parts/share-banner.ts';
import { situationStyles } from './parts/situation.ts';
import { sourceStyles } from './parts/sources.ts';
import { stripStyles } from './parts/strip.ts';
import { tabStyles } from './parts/tabs.ts';
import { timeStyles } from './parts/time.ts';
import { whoDoesWhatStyles } from './parts/who-does-what.ts';
import { whyStyles } from './parts/why.ts';

const frameStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    container: cockpit / inline-size;
    background: var(--o-surface);
    overflow-wrap: break-word;
  }
  :host([hidden]) {
    display: none;
  }
  /* No grid: what sticks in one stays within its own row. */
  .frame {
    flex: auto;
    display: flex;
    flex-direction: column;
  }
  /* It takes the focus where nothing else of it has it. */
  .frame:focus {
    outline: none;
  }
  .frame:focus-visible .identity {
    box-shadow: inset 3px 0 0 var(--o-accent);
  }
  /* In sight where the patient before was scrolled. */
  .frame > .state {
    position: sticky;
    inset-block-start: var(--overblik-top, 0px);
  }
  .frame > * {
    min-inline-size: 0;
  }
  .frame.veiled {
    position: relative;
  }
  .frame.veiled > :not(.state) {
    visibility: hidden;
  }
  .frame.veiled > .state {
    position: absolute;
    inset: 0 0 auto;
  }
  textarea {
    display: block;
    width: 100%;
    font: inherit;
    color: inherit;
    resize: vertical;
  }
  .buttons,
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .deeds .button,
  .outcome .button {
    max-inline-size: 100%;
    min-height: max(24px, 1.8em);
    overflow-wrap: anywhere;
    white-space: normal;
    padding-block: 0.1em;
  }
  dialog:is(.share, .action) {
    --o-inset-block: 1.25rem;
    --o-inset-inline: 1.25rem;
    width: min(34rem, 96vw);
    max-height: 92vh;
    padding: var(--o-inset-block) var(--o-inset-inline);
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: inherit;
    /* Names, purposes and titles may be of any length. */
    overflow-wrap: anywhere;
  }
  dialog:is(.share, .action)::backdrop {
    background: rgb(16 21 27 / 45%);
  }
  /* What is on its way, or could not be had: about as large as what comes. */
  .part-loading {
    min-block-size: 6rem;
  }
`;

/** What a page that is printed leaves out. */
const pagePrintStyles = css`
  @media print {
    :host {
      color-scheme: light;
      background: none;
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .commands,
    .tabs,
    .deeds {
      display: none;
    }
  }
`;

/** Of every part. The order counts: sources refine items, and a printed page leaves out what stands before. */
export const cockpitStyles: readonly CSSResult[] = [
  virtualListStyles,
  whoseStyles,
  frameStyles,
  shareBannerStyles,
  personStyles,
  headerStyles,
  commandStyles,
  tabStyles,
  timeStyles,
  situationStyles,
  adviceStyles,
  whyStyles,
  itemStyles,
  resultStyles,
  medicationStyles,
  sourceStyles,
  whoDoesWhatStyles,
  contactsStyles,
  stripStyles,
  planStyles,
  footStyles,
  pagePrintStyles,
];
