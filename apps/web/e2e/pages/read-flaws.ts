import type { Page } from 'playwright-core';

/** Below this a name that is cut says nothing any more. Pixels. */
const leastNamePixels = 90;

/**
 * What nobody would want to show: something empty without a next move, a page that is wider than the screen, a column whose
 * head is broken within a word, a name cut to almost nothing.
 */
export function readFlaws(page: Page): Promise<readonly string[]> {
  return page.evaluate((least) => {
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
    for (const name of main.querySelectorAll('.long-name')) {
      const isCut = name.scrollWidth > name.clientWidth && name.clientWidth < least;
      if (shown(name) && isCut) found.push(`cut to ${name.clientWidth} px: ${name.textContent}`);
    }
    for (const head of main.querySelectorAll('th')) {
      const text = document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode();
      for (const { 0: word, index } of (text?.textContent ?? '').matchAll(/\p{Script=Latin}+/gu)) {
        const range = document.createRange();
        range.setStart(text ?? head, index);
        range.setEnd(text ?? head, index + word.length);
        if (range.getClientRects().length > 1) found.push(`the head of a column is broken within a word: ${word}`);
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`reaches ${scrollWidth - clientWidth} px out of the page sideways`);
    return found;
  }, leastNamePixels);
}
