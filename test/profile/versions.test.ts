/** The order of versions, by the example of Semantic Versioning 2.0.0. */
import { describe, expect, it } from 'vitest';
import { compareVersions, newestPublished } from '../../src/profile/index.ts';

describe('versions', () => {
  it('come in the order of the standard', () => {
    const inOrder = [
      ...['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2'],
      ...['1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.9.0', '1.10.0', '2.0.0-x-y', '2.0.0'],
    ];
    expect([...inOrder].reverse().sort(compareVersions)).toEqual(inOrder);
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0);
  });

  it('have a newest among those in force', () => {
    const versions = [
      { version: '1.0.0' },
      { version: '1.2.0', status: 'retired' },
      { version: '1.1.0', status: 'published' },
      { version: '2.0.0', status: 'draft' },
    ];
    expect(newestPublished(versions)?.version).toBe('1.1.0');
    expect(newestPublished([{ version: '1.0.0', status: 'draft' }])).toBeUndefined();
  });
});
