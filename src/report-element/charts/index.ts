/** The charts of a report: functions from what is known to what is drawn. */
export { barsDrawing } from './bars.ts';
export { decileChart, decileDrawing } from './deciles.ts';
export { chartAsTable, chartFigure } from './figure.ts';
export { funnelChart, funnelDrawing } from './funnel.ts';
export { periodsDrawing } from './periods.ts';
export { chartAsPng, chartAsSvg } from './picture.ts';
export { stripChart, stripDrawing } from './strip.ts';
export { chartStyles } from './styles.ts';
export { trendChart, trendDrawing } from './trend.ts';
export type { Drawing } from './types.ts';
export { unknownBar } from './unknown.ts';
