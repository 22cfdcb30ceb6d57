/** Overblik's components in React 18: what a host writes is known, and a mistake is one. */
import { useRef } from 'react';
import type { ClinicAdapter, OverblikWorkspace as Workspace } from 'overblik';
import {
  OverblikCockpit,
  OverblikGrid,
  OverblikMarker,
  OverblikPopulation,
  OverblikWorkspace,
} from 'overblik/react';

export function Host({ adapter }: { readonly adapter: ClinicAdapter }) {
  const workspace = useRef<Workspace>(null);
  return (
    <>
      <OverblikWorkspace
        ref={workspace}
        key="lists"
        id="lists"
        lang="da"
        className="wide"
        aria-label="Lister"
        data-place="main"
        style={{ height: '40rem' }}
        onClick={(event) => event.currentTarget.reload()}
        adapter={adapter}
        profiles={[{}]}
        profileId="dk.kol"
        density="compact"
        failureHandler={({ call }) => call.trim()}
        onViewChanged={({ detail }) => detail.view.profileId.trim()}
        onPatientSelected={(event) => event.detail.patientId?.trim()}
      />
      <OverblikPopulation profileId="dk.kol" beside overview="line" />
      <OverblikCockpit patientId="1" place={{ at: 1, of: 2 }} size="strip">
        <button slot="commands">Ring</button>
      </OverblikCockpit>
      <OverblikMarker patientId="1" adapter={adapter} theme="dark" deadline={2000} />
      <OverblikGrid selectable label="Patienter" onGridSort={({ detail }) => detail.add === true} />
      {/* @ts-expect-error no such density */}
      <OverblikWorkspace density="tight" />
      {/* @ts-expect-error no adapter */}
      <OverblikWorkspace adapter="none" />
      {/* @ts-expect-error no such property */}
      <OverblikMarker profileid="dk.kol" />
      {/* @ts-expect-error what is told is no number */}
      <OverblikMarker onProblem={({ detail }) => detail.kind.toFixed()} />
      {/* @ts-expect-error the marker has no such event */}
      <OverblikMarker onExport={() => undefined} />
      {/* @ts-expect-error read only */}
      <OverblikPopulation selectedIds={[]} />
    </>
  );
}
