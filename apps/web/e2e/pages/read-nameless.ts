import type { Page } from 'playwright-core';

const actable =
  /^\s*- (button|link|textbox|searchbox|combobox|spinbutton|checkbox|radio|switch|tab|menuitem)(?! ")(?=[\s:]|$)/;

/** Lines of an accessibility snapshot about something to act on that has no name: nobody who listens knows what it is. */
export const namelessIn = (snapshot: string): readonly string[] =>
  snapshot.split('\n').filter((line) => actable.test(line));

/** What can be pressed or filled in on a page and has no name read aloud. */
export async function readNameless(page: Page): Promise<readonly string[]> {
  const nameless = namelessIn(await page.locator('body').ariaSnapshot());
  return nameless.map((line) => `without a name: ${line.trim()}`);
}
