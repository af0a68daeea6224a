import type { Page } from 'playwright-core';

export interface PageWords {
  readonly text: string;
  /** Where it stands: `title`, `placeholder`, `text in p.soft` … */
  readonly where: string;
}

/**
 * Everything the platform says on a page: visible text, titles, placeholders and what is read aloud. Left out is what
 * nobody translates: code, what people or servers wrote, marked `translate="no"`, and words of another `lang`.
 */
export function readWords(page: Page): Promise<readonly PageWords[]> {
  return page.evaluate(() => {
    const own = 'code, pre, samp, kbd, script, style, .mono, [translate="no"], body [lang]';
    const found: { text: string; where: string }[] = [{ text: document.title, where: 'title of the tab' }];
    const add = (text: string, where: string) => {
      if (/\p{L}/u.test(text)) found.push({ text: text.trim(), where });
    };
    const nameOf = (element: Element) =>
      `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(own) || !element.checkVisibility()) continue;
      for (const name of ['title', 'placeholder', 'aria-label', 'aria-description', 'alt'])
        add(element.getAttribute(name) ?? '', `${name} of ${nameOf(element)}`);
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) add(node.textContent ?? '', `text in ${nameOf(element)}`);
    }
    return found;
  });
}
