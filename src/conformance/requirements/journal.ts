/** Opening the journal, where that was asked for. */
import { Omitted } from '../trial.ts';

import { failed, ofFailure, passed, Unjudged } from '../verdicts.ts';
import { shall, type Requirement } from './requirement.ts';

export const journalRequirements: readonly Requirement[] = [
  shall(
    'JOU-01',
    {
      source: 'openjournal',
      da: 'Journalen kan åbnes',
      en: 'The journal can be opened',
      text: '`openJournal()` SHALL open the patient in the journal, and resolve within the deadline: what it throws is told as *could not be opened*.',
    },
    async (trial) => {
      trial.requireMethod('openJournal');
      const { may } = await trial.description();
      if (may?.openJournal === false) throw new Omitted('the user may not open journals');
      if (!trial.options.openJournal)
        throw new Unjudged(
          'opening a journal was not asked for: give `openJournal: true` (`--open-journal`)',
        );
      const [id] = await trial.sampleIds();
      if (id === undefined) throw new Unjudged('there is nobody to open');
      const answer = await trial.calls.ask({
        call: 'openJournal',
        asked: 'one patient',
        run: () => trial.adapter.openJournal({ id }, { from: 'population' }),
      });
      return answer.ok ? passed() : failed(ofFailure(answer.failure, trial.adapter));
    },
  ),
];
