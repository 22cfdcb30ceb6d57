/** In the editor's head: that what is written on is not the newest that the clinic's archive has. */
import { html, nothing } from 'lit';
import { ProfileFacts } from '../../elements/shared/profile-facts.ts';
import type { EditorHost, EditorPanel } from '../host.ts';

export class ArchivedNote implements EditorPanel {
  readonly #facts: ProfileFacts;

  constructor(private readonly host: EditorHost) {
    this.#facts = new ProfileFacts(host, () => {
      const { profile } = host.draft.state;
      return profile ? [profile] : [];
    });
  }

  headAside(): unknown {
    const { profile } = this.host.draft.state;
    const said = profile && this.#facts.archived(profile, this.host.ui.language);
    return said ? html`<span class="standing archived" role="status">${said}</span>` : nothing;
  }
}
