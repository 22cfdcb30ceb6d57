/** A host of React 19, by the tags themselves: what it is told stands on `window.told`, and `window.draw` draws it with other properties. */
import { createRef, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { memoryAdapter, type OverblikWorkspace } from 'overblik';
import 'overblik/define';
import type {} from 'overblik/types/react';
import { describeGenerated, generateClinic } from '../../../../fixtures/clinic/index.ts';
import demens from '../../../../fixtures/profiles/demens.json' with { type: 'json' };

const { patients } = generateClinic({ size: 400 });
const adapter = memoryAdapter(
  { description: describeGenerated({}, patients.length), patients },
  { openJournal: () => undefined },
);
const profiles = [demens];
const told: string[] = [];
const failed = () => undefined;
const workspace = createRef<OverblikWorkspace>();
const root = createRoot(document.querySelector('main')!);

function draw({ patientId, density }: { patientId?: string; density?: 'compact' } = {}): void {
  root.render(
    <StrictMode>
      <overblik-marker
        patientId={patients[0]!.patient.id}
        adapter={adapter}
        profiles={profiles}
        asOf="2026-11-24"
        onoverblik-open-cockpit={({ detail }) => told.push(`open-cockpit ${detail.patientId}`)}
      />
      <overblik-workspace
        ref={workspace}
        className="wide"
        style={{ height: '700px' }}
        lang="en"
        adapter={adapter}
        profiles={profiles}
        asOf="2026-11-24"
        patientId={patientId}
        density={density}
        failureHandler={failed}
        onoverblik-loaded={({ detail }) =>
          told.push(`loaded ${detail.profile.id} ${detail.complete}`)
        }
        onoverblik-patient-selected={({ detail }) => told.push(`patient-selected ${detail.by}`)}
        onoverblik-open-journal={(event) => {
          event.preventDefault();
          told.push(`open-journal ${typeof event.detail.patient.id}`);
        }}
      />
    </StrictMode>,
  );
}

draw();
Object.assign(window, {
  ...{ told, draw },
  holdsFailure: () => workspace.current?.failureHandler === failed,
  unmount: () => root.unmount(),
});
