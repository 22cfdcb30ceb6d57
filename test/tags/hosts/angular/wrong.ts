/** Mistakes that a host might make: the compiler names each line that says so, and no other. */
import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'overblik/define';

@Component({
  selector: 'app-wrong',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <!-- wrong: no such method -->
    <overblik-workspace #workspace (click)="workspace.fetch()"></overblik-workspace>
    <!-- wrong: what is told is no text -->
    <overblik-workspace (overblik-loaded)="keep($event)"></overblik-workspace>
  `,
})
export class Wrong {
  keep(profileId: string): string {
    return profileId;
  }
}
