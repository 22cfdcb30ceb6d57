import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { LoadedDetail } from 'overblik';
import 'overblik/define';
import { adapter, profiles } from './clinic';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="profileId.set('dk.kol')">KOL</button>
    <button (click)="isShown.set(!isShown())">{{ isShown() ? 'Skjul' : 'Vis' }}</button>
    <output>{{ loaded().join() }}</output>
    @if (isShown()) {
      <overblik-workspace
        as-of="2026-11-24"
        [adapter]="adapter"
        [profiles]="profiles"
        [profileId]="profileId()"
        (overblik-loaded)="take($event)"
      ></overblik-workspace>
    }
  `,
})
export class App {
  readonly adapter = adapter;
  readonly profiles = profiles;
  readonly profileId = signal('dk.demens');
  readonly isShown = signal(true);
  readonly loaded = signal<readonly number[]>([]);

  take({ detail }: CustomEvent<LoadedDetail>): void {
    this.loaded.update((all) => [...all, detail.members]);
  }
}
