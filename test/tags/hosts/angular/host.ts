/** Overblik's tags in Angular 20: events are typed by the page's own map, properties are left to the schema. */
import { Component, CUSTOM_ELEMENTS_SCHEMA, Input } from '@angular/core';
import type { AdapterFailure, ClinicAdapter, LoadedDetail } from 'overblik';
import 'overblik/define';
import type { ConformanceDetail } from 'overblik/conformance/element';

@Component({
  selector: 'app-host',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <overblik-workspace
      #workspace
      lang="da"
      density="compact"
      [adapter]="adapter"
      [profiles]="profiles"
      profile-id="dk.kol"
      [failureHandler]="failed"
      (click)="workspace.reload()"
      (overblik-loaded)="loaded($event)"
      (overblik-view-changed)="keep($event.detail.view.profileId)"
    >
    </overblik-workspace>
    <overblik-conformance [adapter]="adapter" (overblik-conformance)="ended($event)">
    </overblik-conformance>
  `,
})
export class Host {
  @Input() adapter: ClinicAdapter | undefined;
  readonly profiles: readonly unknown[] = [];

  loaded({ detail }: CustomEvent<LoadedDetail>): string {
    return detail.members.toFixed();
  }

  ended({ detail }: CustomEvent<ConformanceDetail>): boolean {
    return detail.report.summary.ok;
  }

  keep(profileId: string): void {
    this.kept = profileId;
  }

  readonly failed = ({ call }: AdapterFailure): string => call.trim();

  kept = '';
}
