/** Publishing: which version comes next, what stands in the way, and what the document says afterwards. */
import { describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { applyFix, runProfileTests } from '../../src/authoring/index.ts';
import {
  publishFaults,
  publishSteps,
  withdrawSteps,
  type Publication,
} from '../../src/authoring/publishing/publish.ts';
import { isLater, levelBetween, nextVersions } from '../../src/authoring/publishing/version.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { parsed } from '../fixtures/profiles/cases.ts';

describe('versions', () => {
  it('follow each other by level', () => {
    expect(nextVersions('1.2.3')).toEqual({ major: '2.0.0', minor: '1.3.0', patch: '1.2.4' });
    expect(nextVersions('1.2.3-kladde').patch).toBe('1.2.3');
    expect(nextVersions('ny')).toEqual({ major: '1.0.0', minor: '0.1.0', patch: '0.0.1' });
  });

  it.each([
    ['1.10.0', '1.9.9', true],
    ['1.9.9', '1.10.0', false],
    ['1.0.0', '1.0.0', false],
    ['1.0.0', '1.0.0-kladde', true],
    ['1.0.0-kladde', '1.0.0', false],
  ])('%s after %s: %s', (version, than, isIt) => {
    expect(isLater(version, than)).toBe(isIt);
  });

  it('differ by who is found, by what is told, or by words', () => {
    const before = parsed(demens);
    const level = (more: object) => levelBetween(before, parsed({ ...demens, ...more }));
    expect(level({ title: { da: 'En anden titel' } })).toBe('patch');
    expect(level({ information: demens.information.slice(1) })).toBe('minor');
    expect(level({ population: { include: demens.population.include.any[0] } })).toBe('major');
    expect(level({ markers: demens.markers.slice(1) })).toBe('major');
  });
});

const publication: Publication = { version: '2.0.0', text: 'Flere koder', on: '2026-11-24' };

describe('publishing', () => {
  const run = runProfileTests(parsed(demens));
  const context = { isValid: true, before: '1.1.0', run };

  it('has nothing in its way where all is in order', () => {
    expect(publishFaults(publication, context)).toEqual([]);
  });

  it.each<readonly [string, Partial<Publication>, object]>([
    ['invalid', {}, { isValid: false, run: undefined }],
    ['version-form', { version: '2' }, {}],
    ['version-not-later', { version: '1.1.0' }, {}],
    ['no-text', { text: ' ' }, {}],
    ['tests-under-way', {}, { run: undefined }],
    ['untested-no-reason', {}, { run: { ...run, coverage: [{ ...run.coverage[0]!, no: 0 }] } }],
    ['untested-no-reason', {}, { run: { ...run, ok: false } }],
    ['approval-day', { approval: { name: 'DSAM', until: 'snart' } }, {}],
  ])('is stopped by %s', (fault, wishes, more) => {
    const faults = publishFaults({ ...publication, ...wishes }, { ...context, ...more });
    expect(faults).toEqual([fault]);
  });

  it('asks a reason instead of whole tests', () => {
    const untested = { ...publication, untested: 'Koden for EKG mangler' };
    expect(publishFaults(untested, { ...context, run: { ...run, ok: false } })).toEqual([]);
  });

  it('writes the version, its standing, a line of history and the approval', () => {
    const wishes = {
      ...publication,
      untested: 'Fordi',
      approval: { name: 'DSAM', until: '2027-11-24' },
    };
    const outcome = parseProfile(applyFix(demens, publishSteps(demens, wishes)));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
    const { version, status, about } = outcome.profile;
    expect([version, status]).toEqual(['2.0.0', 'published']);
    expect(about?.changes?.[0]).toEqual({
      version: '2.0.0',
      on: '2026-11-24',
      text: { da: 'Flere koder' },
      untested: 'Fordi',
    });
    expect(about?.changes).toHaveLength(demens.about.changes.length + 1);
    expect(about?.approvedBy).toEqual([{ name: 'DSAM', on: '2026-11-24', until: '2027-11-24' }]);
  });

  it('is taken back with a reason', () => {
    const steps = withdrawSteps(demens, { reason: 'Forkert kode', on: '2026-11-24' });
    const outcome = parseProfile(applyFix(demens, steps));
    expect(outcome.ok && outcome.profile.status).toBe('retired');
    expect(outcome.ok && outcome.profile.about?.changes?.[0]?.text.da).toBe('Forkert kode');
  });
});
