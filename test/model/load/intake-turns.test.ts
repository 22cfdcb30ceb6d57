import { afterEach, describe, expect, it } from 'vitest';
import { Intake } from '../../../src/model/load/intake.ts';
import { countRejected, type PatientRecords } from '../../../src/record/index.ts';
import { complete, patientWith } from '../../engine/build.ts';

/** Counts how often everything else in the page gets its turn. */
let turns = 0;
let beat: NodeJS.Immediate | undefined;
function listen(): void {
  turns = 0;
  const next = () => {
    turns++;
    beat = setImmediate(next);
  };
  beat = setImmediate(next);
}
afterEach(() => clearImmediate(beat));

const diagnoses = Array.from({ length: 60 }, (_, index) => ({
  code: 'P70',
  from: `2020-01-${String((index % 28) + 1).padStart(2, '0')}`,
}));
const batch = Array.from({ length: 1000 }, (_, index) =>
  patientWith({ diagnoses }, { id: `p${index}` }),
);

function newIntake(signal = new AbortController().signal) {
  return new Intake({ coverage: complete, deadline: 1000, signal });
}

describe('a clinic built by the page', () => {
  it('gives the page a turn after every few thousand records, however large the batch', async () => {
    const intake = newIntake();
    const { clinic } = intake;
    listen();
    await intake.take([batch]);
    // 60,000 records: a slice holds some 2,000.
    expect(turns).toBeGreaterThanOrEqual(28);
    expect(clinic.size).toBe(1000);
    expect(clinic.patient('p999')?.records.diagnosis).toHaveLength(60);
  });

  it('counts junk too, and is not stopped by what throws when it is read', async () => {
    const throwing = Object.defineProperty({}, 'diagnoses', {
      get: () => {
        throw new Error('no');
      },
    }) as PatientRecords;
    const intake = newIntake();
    const { clinic } = intake;
    await intake.take([[null, 'junk', throwing, batch[0]] as unknown as PatientRecords[]]);
    expect(clinic.size).toBe(1);
    expect(countRejected(clinic.rejected)).toBe(3);
  });

  it('stops between two slices when it is aborted', async () => {
    const abort = new AbortController();
    const intake = newIntake(abort.signal);
    const { clinic } = intake;
    const adding = intake.take([batch]);
    abort.abort();
    await expect(adding).rejects.toThrow();
    expect(clinic.size).toBeLessThan(1000);
  });
});
