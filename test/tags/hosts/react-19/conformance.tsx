/** The conformance kit in React 19, by types of its own: what a host writes is known, and a mistake is one. */
import type { ClinicAdapter } from 'overblik';
import type {} from 'overblik/conformance/element';
import type {} from 'overblik/types/conformance/react';

export function Kit({ adapter }: { readonly adapter: ClinicAdapter }) {
  return (
    <>
      <overblik-conformance
        lang="da"
        adapter={adapter}
        limits={{}}
        failureHandler={({ call }) => call.trim()}
        onoverblik-conformance={({ detail }) => detail.report.summary.ok === true}
      />
      {/* @ts-expect-error no such limits */}
      <overblik-conformance limits={1} />
    </>
  );
}
