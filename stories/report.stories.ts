import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/report-element.ts';
import { stage } from './stage.ts';

/** Reports of indicators: an entry of its own (`overblik/report/element`). */
const meta: Meta = {
  title: 'Report',
  component: 'overblik-report',
  render: () => stage(html`<overblik-report></overblik-report>`, 'auto', 'auto'),
};
export default meta;
type Story = StoryObj;

export const NoReport: Story = {};
export const NoReportEnglish: Story = { globals: { language: 'en' } };
