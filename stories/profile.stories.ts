import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { combineProfiles, parseProfile, type ClinicAdapter, type Profile } from '../src/define.ts';
import type { FaultyOptions } from '../src/testing/index.ts';
import { demens } from '../fixtures/profiles/index.ts';
import { adapterWith, asOf, profiles, stage } from './stage.ts';

interface Args {
  readonly profile: unknown;
  readonly profileId: string | undefined;
  readonly connected: boolean;
  readonly state: FaultyOptions;
  readonly lacking: string | undefined;
  readonly width: string;
  readonly openAt: string | undefined;
}

const document = demens as unknown as Profile;

/** The clinic without one source, as it says of itself. */
function lackingOf(type: string): ClinicAdapter {
  const adapter = adapterWith();
  return {
    ...adapter,
    describe: async (signal) => {
      const description = await adapter.describe(signal);
      return {
        ...description,
        coverage: { ...description.coverage, [type]: { available: false, source: 'FMK' } },
      };
    },
  };
}

/** A profile as a document: what a committee signs, and a GP reads in a minute. */
const meta: Meta<Args> = {
  title: 'Profile',
  component: 'overblik-profile',
  parameters: { layout: 'fullscreen' },
  args: {
    profile: undefined,
    profileId: undefined,
    connected: true,
    state: {},
    lacking: undefined,
    width: '100%',
    openAt: undefined,
  },
  argTypes: { state: { control: 'object' }, profile: { control: 'object' } },
  render: ({ profile, profileId, connected, state, lacking, width, openAt }) =>
    stage(
      html`<overblik-profile
        .adapter=${connected ? (lacking ? lackingOf(lacking) : adapterWith(state)) : undefined}
        .profiles=${profiles}
        .profile=${profile}
        .profileId=${profileId}
        .openAt=${openAt}
        links
        as-of=${asOf}
        style="--overblik-height: 100%"
      ></overblik-profile>`,
      width,
    ),
};
export default meta;
type Story = StoryObj<Args>;
const english = { language: 'en' };

export const Whole: Story = {};
export const WholeEnglish: Story = { globals: english };
export const Narrow: Story = { args: { width: '25rem' } };
/** Without a clinic it says what the profile says, and no more. */
export const NoClinic: Story = { args: { connected: false } };
/** Medicine cannot be seen here: what asks for it is unknown, and never a no. */
export const SourceLacking: Story = { args: { lacking: 'medication' } };
export const ClinicFailed: Story = { args: { state: { failAt: 'describe' } } };
export const ClinicSilent: Story = { args: { state: { delay: 600_000 } } };
/** It opens at a part, as a link of the host's may have it. */
export const AtAPart: Story = { args: { openAt: 'history' } };
export const Draft: Story = {
  args: { profile: { ...document, status: 'draft', version: '2.0.0-kladde' } },
};
/** A clinical body vouches for it, up to a day. */
export const Approved: Story = {
  args: {
    profile: {
      ...document,
      about: {
        ...document.about,
        approvedBy: [
          { name: 'Klinisk gruppe for demens', on: '2026-09-01', until: '2028-08-31' },
          { name: 'Dansk Selskab for Almen Medicin', on: '2026-10-15' },
        ],
        reviewed: '2026-09-01',
        nextReview: '2028-09-01',
      },
      indicators: document.indicators?.map((each, index) =>
        index === 0
          ? { ...each, why: { da: 'Antipsykotika øger dødeligheden ved demens.' } }
          : each,
      ),
    },
  },
};
/** The approval has ended, the review is overdue, and the rules were written for days that have passed. */
export const Expired: Story = {
  args: {
    profile: {
      ...document,
      validFrom: '2022-01-01',
      validTo: '2025-12-31',
      about: {
        ...document.about,
        approvedBy: [{ name: 'Klinisk gruppe for demens', on: '2022-01-01', until: '2025-12-31' }],
        nextReview: '2025-09-01',
      },
    },
  },
};
export const Withdrawn: Story = { args: { profile: { ...document, status: 'retired' } } };
/** What is wrong stands at its place, and the rest is shown. */
export const Broken: Story = {
  args: {
    profile: {
      ...document,
      title: {},
      codes: { ...document.codes, antipsykotika: { system: 'ATC', include: [] } },
      population: { include: { any: [] } },
      markers: document.markers?.map((each, index) =>
        index === 1 ? { ...each, level: 'grave' } : each,
      ),
    },
  },
};
export const BrokenEnglish: Story = { ...Broken, globals: english };
export const NoJson: Story = { args: { profile: '{"format": "overblik-profile/1",' } };
export const Newer: Story = { args: { profile: { ...document, format: 'overblik-profile/2' } } };
export const Unknown: Story = { args: { profileId: 'dk.demns' } };
/** The list of several: each of them tells of itself who vouches for it. */
export const Combined: Story = {
  args: { profile: combined(profiles.slice(0, 2)) },
};

function combined(documents: readonly unknown[]): unknown {
  const all = documents.flatMap((each) => {
    const outcome = parseProfile(each);
    return outcome.ok ? [outcome.profile] : [];
  });
  const outcome = combineProfiles(all);
  return outcome.ok ? outcome.profile : undefined;
}

const byId = (profileId: string): Story => ({ args: { profileId } });
export const Osteoporosis: Story = byId('dk.osteoporose');
export const Chd: Story = byId('dk.iskaemisk-hjertesygdom');
/** All of the programme's, one below the other. */
export const Every: Story = {
  render: ({ connected, state }) => {
    const adapter = connected ? adapterWith(state) : undefined;
    return stage(
      html`${profiles.map(
        (each) =>
          html`<overblik-profile
            .adapter=${adapter}
            .profile=${each}
            as-of=${asOf}
          ></overblik-profile>`,
      )}`,
      '100%',
      'auto',
    );
  },
};
