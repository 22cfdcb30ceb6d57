/** What is told beside indicators, each chart a slide. */
import { activityDrawings, exemptionsDrawing } from '../cards/further-plots.ts';
import { chartFigure } from '../charts/index.ts';
import type { Drawn } from '../host.ts';
import { activitiesOf } from '../model/activities.ts';
import { exemptionsOf } from '../model/causes.ts';
import type { Slide } from './slide.ts';

export function furtherSlides(drawn: Drawn): readonly Slide[] {
  const exemptions = exemptionsOf(drawn.front);
  const drawings = [
    ...(exemptions && exemptions.rows.length > 0
      ? [{ id: 'exemptions', drawing: exemptionsDrawing(drawn, exemptions, drawn.markerTitle) }]
      : []),
    ...activitiesOf(drawn.front).flatMap((activity) =>
      activityDrawings(drawn, activity).map((drawing, at) => ({
        ...{ id: `activity ${activity.id} ${at + 1}`, drawing },
      })),
    ),
  ];
  return drawings.map(({ id, drawing }) => ({
    ...{ id, title: drawing.title },
    template: () => chartFigure(drawing),
  }));
}
