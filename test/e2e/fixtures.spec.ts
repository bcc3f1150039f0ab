import { expect, expectNoAxeViolations, test } from './fixtures.ts';

/** That exactly this was noticed; the list is then emptied, so that the test it was planted in can pass. */
function expectNoticed(faults: string[], what: RegExp) {
  expect(faults).toEqual([expect.stringMatching(what)]);
  faults.length = 0;
}

test.beforeEach(({ page }) => page.goto('./').then(() => undefined));

test('an inline script is refused by the policy, and noticed', async ({ page, faults }) => {
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline"';
    document.head.append(script);
  });
  await expect(page).not.toHaveTitle('inline');
  expectNoticed(faults, /console error: .*inline script violates .*Content Security Policy/);
});

test('an inline style is refused by the policy, and noticed', async ({ page, faults }) => {
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect(page.locator('body')).not.toHaveCSS('color', 'rgb(255, 0, 0)');
  expectNoticed(faults, /console error: .*inline style violates .*Content Security Policy/);
});

test('a style set through the object model is let through', async ({ page }) => {
  await page.evaluate(() => {
    document.body.style.color = 'red';
  });
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(255, 0, 0)');
});

test('a request to another host is noticed', async ({ page, faults }) => {
  await page.route('http://elsewhere.invalid/', (route) => route.fulfill({ body: '' }));
  await page.goto('http://elsewhere.invalid/');
  expectNoticed(faults, /request to another host: http:\/\/elsewhere\.invalid/);
});

test('an error that nobody caught is noticed', async ({ page, faults }) => {
  await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('planted'))));
  await expect.poll(() => faults.length).toBe(1);
  expectNoticed(faults, /page error: Error: planted/);
});

test('a button without a name is found by axe', async ({ page }) => {
  await page.evaluate(() => document.body.append(document.createElement('button')));
  await expect(expectNoAxeViolations(page)).rejects.toThrow('button-name');
});
