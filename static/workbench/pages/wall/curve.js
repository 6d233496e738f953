/** Conversations of today by the hour, over those of the same day a week ago. */
import { html, nothing, svg } from '../../lit.js';
import { t } from '../../app/texts.js';
import { hoursShown, scale } from './figures.js';

const [WIDE, HIGH, LEFT, TOP, RIGHT] = [480, 360, 34, 18, 24];
const BOTTOM = HIGH - 26;

/** @param {{hours:number[], hours_before:number[]}} today @param {string} label what the picture says */
export function curve({ hours, hours_before: before }, label) {
  const [from, to] = hoursShown(hours, before);
  const [step, top] = scale(Math.max(...hours, ...before));
  const x = (/** @type {number} */ hour) => LEFT + ((hour - from) / (to - from)) * (WIDE - LEFT - RIGHT);
  const y = (/** @type {number} */ count) => BOTTOM - (count / top) * (BOTTOM - TOP);
  /** @param {number[]} counts */
  const points = (counts) =>
    counts.flatMap((count, hour) => (hour < from || hour > to ? [] : [`${x(hour).toFixed(1)},${y(count).toFixed(1)}`])).join(' ');
  const now = hours.length - 1;
  const middle = Math.round((from + to) / 2);
  return html`<svg class="wall-curve" viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label=${label}>
    ${[0, step, top].map(
      (count) => svg`<line class="grid" x1=${LEFT} x2=${WIDE - RIGHT} y1=${y(count)} y2=${y(count)}></line>
        <text x=${LEFT - 8} y=${y(count) + 4} text-anchor="end">${count}</text>`,
    )}
    ${[...new Set([from, middle, to])].map(
      (hour) => svg`<text x=${x(hour)} y=${HIGH - 6} text-anchor="middle">${t('wall.hour', { hour })}</text>`,
    )}
    <polyline class="before" points=${points(before)}></polyline>
    <polygon class="area" points=${`${x(from)},${BOTTOM} ${points(hours)} ${x(now)},${BOTTOM}`}></polygon>
    <polyline class="today" points=${points(hours)}></polyline>
    ${hours[now] === undefined
      ? nothing
      : svg`<circle cx=${x(now)} cy=${y(hours[now])} r="4"></circle>
        <text class="now" x=${x(now)} y=${y(hours[now]) - 10} text-anchor="middle">${hours[now]}</text>`}
  </svg>`;
}
