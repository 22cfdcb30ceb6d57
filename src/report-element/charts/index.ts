/** The charts of a report: functions from what is known to what is drawn. */
export { decileChart, decileDrawing } from './deciles.ts';
export { chartAsTable, chartFigure } from './figure.ts';
export { funnelChart, funnelDrawing } from './funnel.ts';
export { chartAsPng, chartAsSvg } from './picture.ts';
export { stripChart, stripDrawing, type StripProps } from './strip.ts';
export { chartStyles } from './styles.ts';
export { trendChart, trendDrawing } from './trend.ts';
export type { Drawing } from './types.ts';
export { unknownBar } from './unknown.ts';
