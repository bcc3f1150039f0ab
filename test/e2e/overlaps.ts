import type { Page } from '@playwright/test';

/**
 * What may lie over each other, and why. Each is a pair of selectors: one of the two overlapping things is inside of the
 * first, the other inside of the second.
 */
const intended: readonly (readonly [string, string, why: string])[] = [
  [
    '.chart-threshold, .compare-threshold',
    '.chart-axis, .chart-points',
    'the line is drawn across the chart, its chip over the scale',
  ],
  [
    '.network-tag, .network-chip, .network-enlarged',
    '.network-node, .network-share, .network-edge',
    'what is in focus lies over what is not, on a ground of its own',
  ],
  ['.timeline-slider', '.timeline-slider', 'the names of the passes belong to the slider itself'],
];

/**
 * Pairs of texts and controls that lie over each other although neither is inside of the other. A text counts with its
 * letters, a control with its box, both as far as no scrolling ancestor cuts them off; whatever a fixed or sticky bar
 * covers is not seen.
 */
export const overlapsIn = (page: Page): Promise<string[]> =>
  page.evaluate((allowed) => {
    interface Thing {
      readonly element: Element;
      readonly name: string;
      readonly box: { left: number; top: number; right: number; bottom: number };
    }
    const slack = 1.5;
    const isSeen = (element: Element) =>
      element.checkVisibility({
        opacityProperty: true,
        visibilityProperty: true,
        contentVisibilityAuto: true,
      }) && !element.closest('.visually-hidden');

    /** What ancestors that scroll or cut leave of a box; null: nothing. */
    const clip = (element: Element, box: Thing['box']): Thing['box'] | null => {
      let { left, top, right, bottom } = box;
      for (let above = element.parentElement; above; above = above.parentElement) {
        const style = getComputedStyle(above);
        if (above instanceof SVGElement && !(above instanceof SVGSVGElement)) continue;
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        if (above === document.body || above === document.documentElement) continue;
        const edge = above.getBoundingClientRect();
        [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : null;
    };

    const things: Thing[] = [];
    const add = (element: Element, name: string, box: Thing['box']) => {
      const left = clip(element, box);
      if (left) things.push({ element, name, box: left });
    };

    // Texts: the letters between the top of a capital and the base line, for descenders may touch.
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim();
      if (!element || !text || !isSeen(element) || element.closest('title, option, script, .katex')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, top, right, bottom } of range.getClientRects()) {
        const cut = (bottom - top) * 0.2;
        add(element, `“${text.slice(0, 30)}”`, { left, top: top + cut, right, bottom: bottom - cut });
      }
    }
    for (const element of document.querySelectorAll(
      'button, select, textarea, input:not([type=radio], [type=checkbox]), label:has(input), [role=button], .katex-html .base, .network-outline',
    )) {
      if (!isSeen(element)) continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '';
      add(element, `${element.tagName.toLowerCase()}.${element.getAttribute('class')} ${name}`, {
        left,
        top,
        right,
        bottom,
      });
    }

    /** The bar over the page that a thing is in. */
    const barOf = (element: Element): Element | null => {
      for (let above: Element | null = element; above; above = above.parentElement) {
        const { position } = getComputedStyle(above);
        if (position === 'fixed' || position === 'sticky') return above;
      }
      return null;
    };
    const isInside = (box: Thing['box'], bar: Element) => {
      const edge = bar.getBoundingClientRect();
      return (
        box.left >= edge.left - slack &&
        box.right <= edge.right + slack &&
        box.top >= edge.top - slack &&
        box.bottom <= edge.bottom + slack
      );
    };
    const isIntended = (a: Element, b: Element) =>
      allowed.some(
        ([one, other]) => (a.closest(one) && b.closest(other)) || (b.closest(one) && a.closest(other)),
      );
    const ownerOf = (element: Element) =>
      element.closest('.network-node, label, button, select, [role=slider]');

    const found = new Set<string>();
    things.sort((a, b) => a.box.left - b.box.left);
    things.forEach((a, index) => {
      for (
        let next = index + 1;
        next < things.length && things[next].box.left < a.box.right - slack;
        next++
      ) {
        const b = things[next];
        const box = {
          left: Math.max(a.box.left, b.box.left),
          right: Math.min(a.box.right, b.box.right),
          top: Math.max(a.box.top, b.box.top),
          bottom: Math.min(a.box.bottom, b.box.bottom),
        };
        if (box.right - box.left <= slack || box.bottom - box.top <= slack) continue;
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        const owner = ownerOf(a.element);
        if (owner && owner === ownerOf(b.element)) continue;
        const [barA, barB] = [barOf(a.element), barOf(b.element)];
        if (barA !== barB && [barA, barB].some((bar) => bar && isInside(box, bar))) continue;
        if (isIntended(a.element, b.element)) continue;
        const size = `${Math.round(box.right - box.left)}×${Math.round(box.bottom - box.top)} px at ${Math.round(box.left)}, ${Math.round(box.top)}`;
        found.add(`${a.name} and ${b.name}: ${size}`);
      }
    });
    return [...found];
  }, intended);

/** How much wider than the window the page is, in px. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return Math.max(scrollWidth, document.body.scrollWidth) - clientWidth;
  });
