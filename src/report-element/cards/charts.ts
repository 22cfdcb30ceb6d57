/** The charts as cards, each with its pictures to be saved. */
import { html, nothing, type TemplateResult } from 'lit';
import { whenOpen } from '../../ui/when-open.ts';
import { chartFigure, type Drawing } from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import type { Slide } from '../meeting/slide.ts';
import { hasSpread, spreadDrawing, trendsDrawing, unitsDrawing } from './plots.ts';

export type PictureKind = 'svg' | 'png';
/** Saves a chart as a picture. */
export type SavePicture = (drawing: Drawing, kind: PictureKind) => void;

export function chartCards(drawn: Drawn, save: SavePicture): TemplateResult {
  const { report } = drawn.ui.texts;
  const all = [unitsDrawing(drawn), trendsDrawing(drawn)].flatMap((each) => each ?? []);
  return html`${drawn.front.isSumsAlone ? html`<p class="muted">${report.noClinics(report.ownerOf[drawn.front.level])}</p>` : nothing}
  ${
    all.length === 0
      ? nothing
      : html`<div class="charts" part="charts">
          ${all.map((each) => html`<div class="card">${withPictures(each, drawn, save)}</div>`)}
        </div>`
  }
  ${
    hasSpread(drawn)
      ? html`<details class="card spread">
          <summary>${report.spreadOverTime}</summary>
          ${whenOpen(() => {
            const spread = spreadDrawing(drawn);
            return spread ? withPictures(spread, drawn, save) : nothing;
          })}
        </details>`
      : nothing
  }`;
}

/** The same, each a slide of a presentation. */
export function chartSlides(drawn: Drawn): readonly Slide[] {
  const { row } = drawn;
  const drawings = { units: unitsDrawing(drawn), trend: trendsDrawing(drawn) };
  return Object.entries(drawings).flatMap(([name, drawing]) =>
    drawing
      ? [{ id: `${name} ${row.id}`, title: drawing.title, template: () => chartFigure(drawing) }]
      : [],
  );
}

export function withPictures(
  drawing: Drawing,
  { ui }: Pick<Drawn, 'ui'>,
  save: SavePicture,
): TemplateResult {
  const { report } = ui.texts;
  return html`${chartFigure(drawing)}
  ${
    drawing.plot
      ? html`<p class="pictures">
          ${(['svg', 'png'] as const).map(
            (kind) =>
              html`<button
                type="button"
                class="link"
                aria-label=${`${report.pictures[kind]}: ${drawing.title}`}
                @click=${() => save(drawing, kind)}
              >
                ${report.pictures[kind]}
              </button>`,
          )}
        </p>`
      : nothing
  }`;
}
