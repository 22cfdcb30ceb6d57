import { expect, it } from 'vitest';
import { describeApproval, describeValidity } from '../../../src/model/index.ts';
import { profileOf } from '../../engine/build.ts';

const plain = profileOf({ diagnosis: {} });
const approved = profileOf(
  { diagnosis: {} },
  {
    about: {
      approvedBy: [
        { name: 'A', until: '2024-12-31' },
        { name: 'B', until: '2025-12-31' },
      ],
    },
  },
);
const dated = profileOf({ diagnosis: {} }, { validFrom: '2025-02-01', validTo: '2025-12-31' });

it('R24 a profile that nobody vouches for says so, quietly', () => {
  expect(describeApproval(plain, '2026-01-01', 'da')).toBe('Ikke fagligt godkendt');
  expect(describeApproval(plain, '2026-01-01', 'en')).toBe('Not clinically approved');
  expect(describeApproval(approved, '2025-06-01', 'da')).toBeUndefined();
  expect(describeApproval(approved, '2026-01-01', 'da')).toBe(
    'Den faglige godkendelse udløb 31. december 2025',
  );
  expect(describeApproval(approved, '2026-01-01', 'en')).toBe(
    'The clinical approval ended on 31 December 2025',
  );
});

it('R25 a profile whose rules may be others says so', () => {
  expect(describeValidity(plain, '2026-01-01', 'da')).toBeUndefined();
  expect(describeValidity(dated, '2025-02-01', 'da')).toBeUndefined();
  expect(describeValidity(dated, '2025-01-31', 'da')).toBe(
    'Profilens regler gælder først fra 1. februar 2025: de kan være andre på listens dato.',
  );
  expect(describeValidity(dated, '2026-01-01', 'en')).toBe(
    'The rules of the profile were valid up to and including 31 December 2025: they may have changed since.',
  );
});
