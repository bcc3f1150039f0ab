/** The machine's floor: a bare page that moves so many rectangles with the mouse, and does nothing else. */

/** @typedef {import('@playwright/test').Page} Page */

/** Px between two of them. */
const PITCH = 9;

/** @param {Page} page @param {number} count */
export async function openFloor(page, count) {
  await page.goto('about:blank');
  await page.evaluate(
    ([count, pitch]) => {
      const across = Math.ceil(Math.sqrt(count * 1.6));
      const rects = Array.from({ length: count }, (_, k) => {
        const place = `x="${(k % across) * pitch}" y="${Math.floor(k / across) * pitch}"`;
        return `<rect ${place} width="6" height="6" fill="hsl(${(k * 7) % 360} 60% 60%)"/>`;
      });
      document.body.innerHTML = `<svg width="1400" height="860">${rects.join('')}</svg>`;
      const all = [...document.querySelectorAll('rect')];
      /** @type {PointerEvent | undefined} */
      let latest;
      const draw = () => {
        const by = `translate(${(latest?.clientX ?? 0) / 10} ${(latest?.clientY ?? 0) / 10})`;
        for (const rect of all) rect.setAttribute('transform', by);
        latest = undefined;
      };
      addEventListener('pointermove', (event) => {
        if (!latest) requestAnimationFrame(draw);
        latest = event;
      });
    },
    [count, PITCH],
  );
}

/** What a column of the canvases holds besides: input, state, gradient, output, error, target, term, point, two edges. */
const PER_COLUMN = 10;

/**
 * As many rectangles as the score draws: its elements and, where canvases draw the columns, ten a column. A state of 64
 * units counts as one.
 * @param {Page} page
 */
export const countDrawn = (page) =>
  page.evaluate((perColumn) => {
    const elements = document.querySelectorAll('.score :is(rect, path, circle, line, text)').length;
    const painted = document.querySelector('section[aria-label="Unrolled network"] canvas');
    const names = [...document.querySelectorAll('.timeline-times text')].map(({ textContent }) =>
      Number(textContent),
    );
    const columns = Math.max(...names) - Math.min(...names) + 1;
    return elements + (painted ? columns * perColumn : 0);
  }, PER_COLUMN);
