import { css, html, nothing, render, type TemplateResult } from 'lit';
import { keysTexts } from '../../i18n/texts/keys.ts';
import { uisOf, type Ui } from './context.ts';

const uis = uisOf({ keys: keysTexts });

interface Letters {
  /** `list`: only what keys do in a list. */
  readonly scope: 'list' | 'all';
  /** Whether shortcuts of one character are used. */
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

type Host = HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** Shows which keys there are, in a dialog of an element; those of one character can be turned off there. */
export function showKeys(
  { renderRoot, ownerDocument }: Host,
  { language, own }: Ui<never>,
  letters: Letters,
): void {
  if (renderRoot.querySelector('dialog.keys')) return;
  const { texts } = own?.uiOf(uis[language]) ?? uis[language];
  const dialog = ownerDocument.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('aria-label', texts.keys.title);
  render(
    sheet(texts.keys, letters, () => dialog.close()),
    dialog,
  );
  renderRoot.append(dialog);
  // Escape closes the dialog alone, and not what stands around it.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') event.stopPropagation();
  });
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  dialog.querySelector<HTMLElement>('.close')?.focus();
}

function sheet(
  text: Ui<'keys'>['texts']['keys'],
  { scope, isOn, set }: Letters,
  close: () => void,
): TemplateResult {
  const { does, control, enter, space, escape } = text;
  const key = (name: string) => html`<kbd>${name}</kbd>`;
  const line = (keys: unknown, what: string) =>
    html`<div>
      <dt>${keys}</dt>
      <dd>${what}</dd>
    </div>`;
  const held = (holder: string, name: string) => html`${key(holder)} + ${key(name)}`;
  const ofPatients = html`<h4>${text.patient}</h4>
    <dl>
      ${line(key('J'), does.next)} ${line(key('K'), does.previous)} ${line(key('R'), does.reviewed)}
      ${line(key('F'), does.followUp)} ${line(key('N'), does.note)}
      ${line(held(control, enter), does.saveAndNext)} ${line(key(escape), does.leave)}
    </dl>`;
  return html`<h3>${text.title}</h3>
    ${scope === 'all' ? ofPatients : nothing}
    <h4>${text.list}</h4>
    <dl>
      ${line(html`${key('↓')} ${key('↑')}`, does.rows)} ${line(key(enter), does.open)}
      ${line(key(space), does.choose)} ${line(held(control, 'A'), does.chooseAll)}
      ${line(held(control, 'C'), does.copy)}
      ${line(html`${key(text.shift)} + ${key('→')} ${key('←')}`, does.mark)}
      ${line(key(enter), does.sort)} ${line(held('Alt', '↓'), does.filter)}
    </dl>
    <h4>${text.everywhere}</h4>
    <dl>
      ${line(html`${key('→')} ${key('←')}`, does.buttons)} ${line(held(control, 'Z'), does.undo)}
      ${line(held(control, 'Y'), does.redo)} ${line(key('?'), does.keys)}
    </dl>
    <label class="letters"
      ><input
        type="checkbox"
        .checked=${isOn}
        @change=${({ target }: Event) => set((target as HTMLInputElement).checked)}
      /><span>${text.letters}</span></label
    >
    <p class="muted">${text.lettersHint}</p>
    <div class="buttons">
      <button type="button" class="button close" @click=${close}>${text.close}</button>
    </div>`;
}

export const styles = css`
  dialog.keys h4 {
    margin-block: 0.9rem 0.35rem;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
  }
  dialog.keys dl > div {
    display: grid;
    grid-template-columns: 8.5em minmax(0, 1fr);
    align-items: baseline;
    padding-block: 0.15rem;
  }
  dialog.keys kbd {
    display: inline-block;
    min-inline-size: 1.9em;
    padding: 0.05em 0.45em;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-raised);
    font: inherit;
    font-size: var(--o-small);
    font-weight: 600;
    text-align: center;
  }
  dialog.keys .letters {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 24px;
    margin-block-start: 1rem;
    cursor: pointer;
  }
  dialog.keys .letters input {
    inline-size: 1.1em;
    block-size: 1.1em;
    accent-color: var(--o-accent);
  }
  dialog.keys .muted {
    font-size: var(--o-small);
  }
`;
