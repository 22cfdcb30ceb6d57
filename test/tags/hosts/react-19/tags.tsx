/** Overblik's tags in React 19: what a host writes is known, and a mistake is one. */
import { useRef } from 'react';
import type { ClinicAdapter, OverblikWorkspace } from 'overblik';
import type { ReactTags } from 'overblik/types/react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends ReactTags<'other'> {}
  }
}

export function Host({ adapter }: { readonly adapter: ClinicAdapter }) {
  const workspace = useRef<OverblikWorkspace>(null);
  return (
    <>
      <overblik-workspace
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
        onoverblik-view-changed={({ detail }) => detail.view.profileId.trim()}
        onoverblik-patient-selected={(event) => event.detail.patientId?.trim()}
      />
      <overblik-population profile-id="dk.kol" beside overview="line" />
      <overblik-cockpit patientId="1" place={{ at: 1, of: 2 }} size="strip">
        <button slot="commands">Ring</button>
      </overblik-cockpit>
      <overblik-marker patient-id="1" adapter={adapter} theme="dark" deadline={2000} />
      <overblik-grid
        selectable
        label="Patienter"
        ongrid-sort={({ detail }) => detail.add === true}
      />
      <other-marker patientId="1" />
      {/* @ts-expect-error no such density */}
      <overblik-workspace density="tight" />
      {/* @ts-expect-error no adapter */}
      <overblik-workspace adapter="none" />
      {/* @ts-expect-error no such property */}
      <overblik-marker profileid="dk.kol" />
      {/* @ts-expect-error React would take it for a listener */}
      <overblik-marker onfailure={() => undefined} />
      {/* @ts-expect-error what is told is no number */}
      <overblik-marker onoverblik-problem={({ detail }) => detail.kind.toFixed()} />
      {/* @ts-expect-error read only */}
      <overblik-population selectedIds={[]} />
      {/* @ts-expect-error no such element */}
      <overblik-chart />
    </>
  );
}
