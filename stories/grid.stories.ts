import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { cardColumns, gridColumns, gridRows } from '../fixtures/grid-rows.ts';
import type { OverblikGrid } from '../src/define.ts';
import { stage } from './stage.ts';

interface Args {
  readonly rows: number;
  readonly columns: number;
  readonly selectable: boolean;
  readonly density?: 'compact';
  readonly width?: string;
  readonly cards: boolean;
  readonly dir: 'ltr' | 'rtl';
}

/** The grid beneath the list, over made-up rows. */
const meta: Meta<Args> = {
  title: 'Grid',
  component: 'overblik-grid',
  args: { rows: 100_000, columns: 20, selectable: true, cards: false, dir: 'ltr' },
  render: ({ rows, columns, selectable, density, width, cards, dir }) =>
    stage(
      html`<overblik-grid
        dir=${dir}
        label="Patienter"
        .columns=${(cards ? cardColumns() : gridColumns(columns)).map((column) =>
          column.id === 'name' ? { ...column, sort: { descending: false, place: 1 } } : column,
        )}
        .rows=${gridRows(rows)}
        .selection=${new Set(['p0', 'p1', 'p4', 'p8'])}
        .currentId=${'p2'}
        .density=${density}
        ?selectable=${selectable}
        @grid-select=${select}
        @grid-activate=${({ currentTarget, detail }: CustomEvent<{ id: string }>) =>
          ((currentTarget as OverblikGrid).currentId = detail.id)}
        ><p slot="empty" class="state">Ingen rækker</p></overblik-grid
      >`,
      width,
      // Some twenty rows: as many as anybody looks at, and axe at each cell of.
      '28rem',
    ),
};
export default meta;
type Story = StoryObj<Args>;

/** What an owner does with a choice. */
function select({ currentTarget, detail }: HTMLElementEventMap['grid-select']): void {
  const grid = currentTarget as OverblikGrid;
  const chosen = new Set(grid.selection as Set<string>);
  const choose = (id: string, on: boolean) => (on ? chosen.add(id) : chosen.delete(id));
  if (detail.kind === 'toggle') choose(detail.id, !chosen.has(detail.id));
  else if (detail.kind === 'range') for (const id of detail.ids) choose(id, detail.on);
  else if (detail.kind === 'none') chosen.clear();
  else for (let index = 0; index < grid.rows.count; index++) chosen.add(grid.rows.idAt(index));
  grid.selection = chosen;
}

export const Ready: Story = {};
export const Million: Story = { args: { rows: 1_000_000 } };
export const ManyColumns: Story = { args: { columns: 300 } };
export const Compact: Story = { args: { density: 'compact' } };
export const Narrow: Story = { args: { width: '400px' } };
/** Where columns have places on a card and the grid is narrow, each row is a card. */
export const Cards: Story = { args: { cards: true, width: '400px' } };
export const CardsRightToLeft: Story = { args: { cards: true, width: '400px', dir: 'rtl' } };
export const CardsNotSelectable: Story = {
  args: { cards: true, width: '400px', selectable: false },
};
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const NotSelectable: Story = { args: { selectable: false } };
export const Empty: Story = { args: { rows: 0 } };
