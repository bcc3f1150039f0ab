/** Draws the PNG icons from `public/icon.svg`, on a ground of their own because a home screen has any colour. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, launchOptions } from './browser.mjs';

const folder = join(import.meta.dirname, '../public');
const mark = readFileSync(join(folder, 'icon.svg')).toString('base64');
// A mask may cut away a fifth on each side: the mark stays within.
const page = `<body style="margin: 0; display: grid; place-items: center; height: 100vh; background: #f7f7f5">
  <img width="62%" src="data:image/svg+xml;base64,${mark}" alt="">`;

const browser = await chromium.launch(launchOptions(await findBrowser()));
for (const size of [192, 512]) {
  const tab = await browser.newPage({ viewport: { width: size, height: size } });
  await tab.setContent(page);
  await tab.screenshot({ path: join(folder, `icon-${size}.png`) });
}
await browser.close();
