import { describe, expect, it } from 'vitest';
import { inSentences } from '../../src/i18n/sentences.ts';

describe('what is said one after the other', () => {
  it('has one stop between two, whatever the first ends with', () => {
    expect(inSentences(['Anna, 84 år', '1 alvorlig, 2 obs.', 'Patient 3 af 150'])).toBe(
      'Anna, 84 år. 1 alvorlig, 2 obs. Patient 3 af 150',
    );
    expect(inSentences(['Gemt!', 'Sidste'])).toBe('Gemt! Sidste');
  });

  it('passes over what is empty', () => {
    expect(inSentences(['', 'Anna', '', 'Bo'])).toBe('Anna. Bo');
    expect(inSentences([])).toBe('');
  });
});
