import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { NamedView } from '../../../model/index.ts';
import { icons } from '../../../ui/icons.ts';
import type { Ask } from '../../shared/ask.ts';
import type { NamedViewsController } from '../controllers/named-views.ts';
import type { Ui } from './ui.ts';

export interface ViewsProps {
  readonly views: NamedViewsController;
  readonly close: () => void;
  readonly ask: Ask;
  readonly ui: Ui;
}

/** The views of the list that have a name: to choose one, to save what is looked at, to rename, share and delete. */
export function viewsPanel(props: ViewsProps): TemplateResult {
  const { views, ui } = props;
  const text = ui.texts.panels;
  const { own, current } = views;
  return html`<h3>${ui.texts.list.views}</h3>
    ${own.length === 0 ? html`<p class="muted">${text.noViews}</p>` : nothing}
    <ul class="lines named-views">
      ${choice(undefined, current === undefined && views.isUsual, props)}
      ${own.map((each) => choice(each, each.id === current?.named.id, props))}
    </ul>
    ${current && !current.named.fixed ? managed(current.named, current.isChanged, props) : nothing}
    ${newView(props)}`;
}

function choice(
  named: NamedView | undefined,
  isCurrent: boolean,
  { views, close, ui }: ViewsProps,
): TemplateResult {
  const text = ui.texts.panels;
  const choose = () => {
    close();
    views.choose(named?.id);
  };
  return html`<li>
    <button
      type="button"
      class="link"
      aria-current=${isCurrent ? 'true' : nothing}
      @click=${choose}
    >
      <bdi>${named?.name ?? text.usualView}</bdi></button
    >${named?.shared ? html`<span class="muted">${text.isShared}</span>` : nothing}${
      isCurrent ? icons.met() : nothing
    }
  </li>`;
}

/** What can be done to the view that is looked at. */
function managed(named: NamedView, isChanged: boolean, props: ViewsProps): TemplateResult {
  const { views, ask, ui } = props;
  const text = ui.texts.panels;
  const rename = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const fault = views.rename(named, input.value);
    tellFault(input, fault && text.nameFaults[fault]);
  };
  const remove = async () => {
    const isSure = await ask({
      title: text.removeViewOf(named.name),
      lines: named.shared ? [text.removeShared] : [],
      yes: text.removeView,
    });
    if (isSure) views.remove(named);
  };
  return html`<form class="managed" @submit=${stay}>
    <label class="stacked"
      ><span>${text.viewName}</span
      ><input class="field" name="name" .value=${live(named.name)} @change=${rename}
    /></label>
    <p class="fault" role="alert"></p>
    <label
      ><input
        type="checkbox"
        name="shared"
        .checked=${live(named.shared ?? false)}
        @change=${({ target }: Event) => views.share(named, (target as HTMLInputElement).checked)}
      />${text.viewShared}</label
    >
    <div class="buttons">
      ${
        isChanged
          ? html`<button type="button" class="button" @click=${() => views.save(named)}>
              ${text.saveView}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${() => void remove()}>${text.removeView}</button>
    </div>
  </form>`;
}

function newView({ views, ui }: ViewsProps): TemplateResult {
  const text = ui.texts.panels;
  const save = (event: Event) => {
    event.preventDefault();
    const input = (event.target as HTMLFormElement).querySelector('input')!;
    const fault = views.saveAs(input.value);
    tellFault(input, fault && text.nameFaults[fault]);
    if (fault) input.focus();
    else input.value = '';
  };
  return html`<form class="new-view" @submit=${save}>
    <label class="stacked"
      ><span>${text.saveAs}</span><input class="field" name="new" autocomplete="off"
    /></label>
    <p class="fault" role="alert"></p>
    <div class="buttons">
      <button type="submit" class="button">${text.save}</button>
    </div>
    <p class="muted">${text.savedWithout}</p>
  </form>`;
}

/** What is wrong with a name stands below its field, until it is right. */
function tellFault(input: HTMLInputElement, fault: string | undefined): void {
  const place = input.form?.querySelector('.fault');
  if (place) place.textContent = fault ?? '';
  input.setAttribute('aria-invalid', fault ? 'true' : 'false');
}

function stay(event: Event): void {
  event.preventDefault();
}

export const viewsStyles = css`
  /* The name takes what room there is: what tells which one it is stands beside it, or below. */
  .panel .named-views {
    grid-template-columns: minmax(0, 1fr);
  }
  .panel .named-views li {
    flex-wrap: wrap;
  }
  .panel .lines.named-views li > .link {
    min-width: min(12rem, 60%);
    text-align: start;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .named-views svg {
    flex: none;
  }
  /* The list scrolls, and would cut what stands outside. */
  .named-views .link:focus-visible {
    outline-offset: -2px;
  }
  .named-views .link[aria-current='true'] {
    font-weight: 650;
  }
  .managed,
  .new-view {
    padding-block-start: 0.6rem;
    border-block-start: 1px solid var(--o-line);
  }
  .fault {
    color: var(--o-critical);
    font-size: var(--o-small);
  }
  .fault:empty {
    display: none;
  }
  .new-view .muted {
    font-size: var(--o-small);
  }
`;
