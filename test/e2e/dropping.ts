import { expect, type Page } from '@playwright/test';

/** What is seen while files are dragged over the page. */
export const hint = (page: Page) => page.getByText('Drop a set-up or a talk here to open it');

/** Drags files from outside of the browser over the page, as its own debugger does it. */
export async function drag(page: Page, files: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'dragCancel' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data });
  await send('dragEnter');
  await send('dragOver');
  return {
    over: () => send('dragOver'),
    leave: () => send('dragCancel'),
    drop: () => send('drop'),
  };
}

/** Drags and drops, with the hint seen in between. */
export async function drop(page: Page, ...files: string[]): Promise<void> {
  const dragging = await drag(page, files);
  await expect(async () => {
    await dragging.over();
    await expect(hint(page)).toBeVisible({ timeout: 200 });
  }).toPass();
  await dragging.drop();
  await expect(hint(page)).toBeHidden();
}
