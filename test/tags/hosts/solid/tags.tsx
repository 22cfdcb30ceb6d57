/** Overblik's tags in Solid: what a host writes is known, and a mistake is one. */
import type { ClinicAdapter, OverblikWorkspace } from 'overblik';
import type { SolidTags } from 'overblik/types/solid';

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends SolidTags<'other'> {}
  }
}

export function Host(given: { readonly adapter: ClinicAdapter }) {
  let workspace: OverblikWorkspace | undefined;
  return (
    <>
      <overblik-workspace
        ref={workspace}
        id="lists"
        lang="da"
        class="wide"
        aria-label="Lister"
        style={{ height: '40rem' }}
        onClick={() => void workspace?.reload()}
        adapter={given.adapter}
        profiles={[{}]}
        profileId="dk.kol"
        density="compact"
        failureHandler={({ call }) => call.trim()}
        on:overblik-view-changed={({ detail }) => void detail.view.profileId.trim()}
      />
      <overblik-cockpit patientId="1" place={{ at: 1, of: 2 }} size="strip">
        <button slot="commands">Ring</button>
      </overblik-cockpit>
      <overblik-marker patientId="1" adapter={given.adapter} theme="dark" deadline={2000} />
      <other-marker patientId="1" />
      {/* @ts-expect-error no such density */}
      <overblik-workspace density="tight" />
      {/* @ts-expect-error no adapter */}
      <overblik-workspace adapter="none" />
      {/* @ts-expect-error no such property */}
      <overblik-marker profileid="dk.kol" />
      {/* @ts-expect-error what is told is no number */}
      <overblik-marker on:overblik-problem={({ detail }) => detail.kind.toFixed()} />
      {/* @ts-expect-error no such element */}
      <overblik-chart />
    </>
  );
}
