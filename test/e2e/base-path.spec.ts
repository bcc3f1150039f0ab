import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from './fixtures.ts';
import { network, read, toLast } from './workbench.ts';

const folder = '/some/where/deep/';

/** The build as a host shows it that serves it below a folder, and nothing beside it. */
const test = base.extend({
  baseURL: async ({ baseURL }, use) => {
    const server = createServer(async (request, response) => {
      const path = request.url ?? '';
      if (!path.startsWith(folder)) {
        response.writeHead(404).end();
        return;
      }
      const answer = await fetch(new URL(path.slice(folder.length), baseURL));
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}${folder}`);
    server.closeAllConnections();
    server.close();
  },
});

test('the build works below any folder of a host', async ({ page }) => {
  await page.goto('./');
  await toLast(page);
  expect((await read(page)).nodes).toContain('S 3, value −0.0592, gradient −1.52');
  await expect(page.locator('.katex').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(folder);
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('it opens again below a folder, too', async ({ page, context }) => {
    await page.goto('./');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await context.setOffline(true);
    await page.reload();
    await expect(network(page)).toBeVisible();
  });
});
