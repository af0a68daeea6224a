import type { Page } from 'playwright-core';

/**
 * What a page shows in place of content without a next move, and what reaches out of it sideways. A table that is empty
 * says more than that it is: what would fill it, or the way to fill it.
 */
export function readEmptiness(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const main = document.querySelector('main') ?? document.body;
    const shown = (element: Element) => element.checkVisibility();
    for (const empty of main.querySelectorAll('.ant-empty')) {
      if (!shown(empty)) continue;
      const near = empty.closest('.panel, .page')?.querySelector('h1, h2')?.textContent;
      found.push(`empty without a next move, in “${near}”: ${empty.textContent}`);
    }
    for (const message of main.querySelectorAll('.message')) {
      if (!shown(message) || message.getAttribute('role') === 'status') continue;
      const offers = message.querySelector('.soft, a, button');
      if (!offers) found.push(`a message without a next move: ${message.textContent}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`reaches ${scrollWidth - clientWidth} px out of the page sideways`);
    return found;
  });
}
