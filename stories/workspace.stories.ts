import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { HostTexts } from '../src/index.ts';
import type { FaultyOptions } from '../src/testing/index.ts';
import {
  adapterWith,
  asOf,
  clickIn,
  findIn,
  hostActions,
  patients,
  profiles,
  stage,
  startedRounds,
} from './stage.ts';

interface Args {
  readonly state: FaultyOptions;
  readonly patientId?: string;
  readonly width?: string;
  readonly texts?: HostTexts;
}

/** Everything in one tag: the list, and the cockpit beside it. */
const meta: Meta<Args> = {
  title: 'Workspace',
  component: 'overblik-workspace',
  args: { state: {} },
  argTypes: { state: { control: 'object' } },
  render: ({ state, patientId, width, texts }) =>
    stage(
      html`<overblik-workspace
        .adapter=${adapterWith(state)}
        .profiles=${profiles}
        .patientId=${patientId}
        .texts=${texts}
        as-of=${asOf}
      ></overblik-workspace>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;

export const List: Story = {};
export const ListAndCockpit: Story = { args: { patientId: patients.medicated } };
/** A host's own words, here some Norwegian ones in the place of the Danish: in the list, its grid and the cockpit. */
export const OwnWords: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
    texts: {
      da: {
        population: { inPopulation: 'På listen', search: 'Søk navn, fødselsnummer, kode …' },
        list: { columns: 'Kolonner', clearSelection: 'Fjern utvalg' },
        cockpit: { needToKnow: 'Verdt å vite' },
        patient: { practitioner: (name) => `fastlege ${name}` },
        round: { finish: 'Avslutt runden', statuses: { reviewed: 'Gjennomgått' } },
      },
    },
  },
};
/** A round under way: the list and the cockpit tell the same. */
export const Round: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
};
/** The journal of another patient was opened from the list: the cockpit is of the same patient. */
export const JournalOfAnother: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
  play: ({ canvasElement }) =>
    clickIn(canvasElement, 'overblik-grid', '.line[aria-rowindex="7"] .link'),
};
/** However far the cockpit is scrolled, it says of whom it is. */
export const NameInSight: Story = {
  args: {
    state: { rounds: startedRounds, actions: hostActions },
    patientId: patients.medicated,
  },
  play: async ({ canvasElement }) => {
    const note = await findIn(canvasElement, 'overblik-cockpit', 'textarea.note');
    note.scrollIntoView({ block: 'end' });
  },
};
export const NameInSightNarrow: Story = {
  ...NameInSight,
  args: { ...NameInSight.args, width: '400px' },
};
export const NarrowCockpit: Story = { args: { patientId: patients.medicated, width: '400px' } };
export const MissingSource: Story = {
  args: { state: { missing: ['medication'] }, patientId: patients.medicated },
};
export const Failed: Story = { args: { state: { failAt: 'describe' } } };
