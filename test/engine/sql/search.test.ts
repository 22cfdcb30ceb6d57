/** The search side of the adapter: the host's database finds, the library shows and explains. */
import { expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { demens, profiles } from '../../../fixtures/profiles/index.ts';
import { memoryAdapter, type ClinicAdapter } from '../../../src/adapter/index.ts';
import { compile } from '../../../src/engine/index.ts';
import { sqlEngine } from '../../../src/engine/sql/index.ts';
import { PopulationModel } from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { isDeep } from '../../depth.ts';
import { checked, loadClinic, openDuckDb } from './databases.ts';

const asOf = '2026-11-24';

it('an adapter that searches by SQL shows the list that the library would find', async () => {
  const { patients, description } = generateClinic({ size: isDeep ? 800 : 250 });
  const database = await openDuckDb();
  await loadClinic(database, patients.map(checked), description.coverage);
  const whole = memoryAdapter({ description, patients }, {});
  const searching: ClinicAdapter = {
    describe: (signal) => whole.describe(signal),
    patient: (id, request, signal) => whole.patient(id, request, signal),
    openJournal: () => undefined,
    async search({ profile }) {
      const parsed = parseProfile(profile);
      if (!parsed.ok) throw new Error('The profile cannot be used.');
      const said = await sqlEngine.evaluate(compile(parsed.profile), database, asOf);
      const found = patients.filter(({ patient }) => said.get(patient.id)?.member !== 'no');
      return { patients: patients.length, found };
    },
  };

  const shown = async (adapter: ClinicAdapter, profileId: string) => {
    const model = new PopulationModel();
    await model.update({ adapter, profiles, profileId, asOf });
    expect(model.state.phase).toBe('ready');
    const { population, patients: size } = model.state.loaded!;
    const { members, undecided } = population;
    return { members, undecided, size, markers: members.map((id) => population.markers(id)) };
  };
  for (const profileId of [demens.id, 'dk.manglende-aarskontrol']) {
    const found = await shown(searching, profileId);
    expect(found.members.length).toBeGreaterThan(5);
    expect(found).toEqual(await shown(whole, profileId));
  }
  await database.close();
});
