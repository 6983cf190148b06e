import type { Page } from 'playwright';
import { expect } from 'vitest';

/** Presses Tab until the thing with these words has the focus, as somebody without a mouse does. */
export const tabTo = async (page: Page, words: RegExp): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const said = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement)) return '';
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.innerText : undefined;
      const box = at.getBoundingClientRect();
      const ring = getComputedStyle(at);
      const shows =
        ring.outlineStyle !== 'none' || ring.boxShadow !== 'none' || at.matches('input, textarea');
      return `${label ?? at.innerText} ${box.width > 0 && !shows ? '(no ring)' : ''}`.trim();
    });
    if (words.test(said)) {
      expect(said, 'the focus can be seen').not.toContain('(no ring)');
      return;
    }
  }
  throw new Error(`Tab never came to ${String(words)}.`);
};

/** Presses a key that leads to another page, and waits for it. */
export const go = async (page: Page, key: string): Promise<void> => {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
  await page.waitForLoadState();
};
