import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

export { expect };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Collects what must never happen on any page of a context, whatever the test is about. */
function watch(context: BrowserContext, home: string): string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    const text = message.text();
    const isPolicy = /content.security.policy/i.test(text);
    if (message.type() === 'error' || (message.type() === 'warning' && isPolicy))
      faults.push(`console ${message.type()}: ${text}`);
  });
  context.on('weberror', (error) => faults.push(`page error: ${error.error().stack ?? error.error()}`));
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== new URL(home).host)
      faults.push(`request to another host: ${request.url()}`);
  });
  return faults;
}

/**
 * Playwright's test, with one more expectation for each: no console error, no message about the security policy, no
 * error on the page, and no request to another host. `faults` lists what has been noticed so far; only the tests of
 * this file look at it.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ context, baseURL }, use) => {
      const faults = watch(context, baseURL ?? '');
      await use(faults);
      expect(faults, 'what the page did besides').toEqual([]);
    },
    { auto: true },
  ],
});

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Runs axe on the page as it stands. The script is handed over by the debugger's protocol, not as a tag, so the
 * page's security policy stays in force.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (runTags) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const results: AxeResults = await axe.run(document, { runOnly: runTags, resultTypes: ['violations'] });
    return results.violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}\n    ${node.failureSummary}`).join('\n')}`,
    );
  }, tags);
  expect(violations, 'axe violations').toEqual([]);
}
