export { DAY_WIDTH, rangeOf, ZOOMS, type Range, type Zoom } from '#core/schedule/drawing/scale.ts';
