import { z } from 'zod';
import { endpoint, Time } from './endpoint.ts';
import { defineProblems } from './problem.ts';
import { line, shaped } from './text.ts';

/** Filters one person keeps for one page. */
export const savedFilterLimit = 100;

/** Which list it is of: `fleet`, `tables/host`, `tickets`. */
const Page = shaped(/^[a-z][a-z0-9_/-]{0,79}$/, {
  en: 'is no page of the console, such as fleet or tables/host',
  zh: '不是控制台的页面，例如 fleet 或 tables/host',
});

/** Inside the console: `//elsewhere` leads out of it. */
const Address = shaped(/^\/(?![/\\])[^\p{Cc}\s\\]{0,7999}$/u, {
  en: 'must be an address of the console: a path that begins with “/”, at most 8000 characters',
  zh: '应为控制台内的地址：以“/”开头的路径，最多 8000 个字符',
});

export const SavedFilter = z
  .object({
    id: z.string(),
    page: z.string(),
    name: z.string(),
    /** Of the page, with its filter: `/tickets?mine=1`. */
    address: z.string(),
    changedAt: Time,
  })
  .meta({ id: 'SavedFilter' });
export type SavedFilter = z.infer<typeof SavedFilter>;

export const savedFilterProblems = defineProblems({
  SAVED_FILTER_NOT_FOUND: {
    status: 404,
    words: { en: 'You have no such saved filter.', zh: '没有这个已保存的过滤条件。' },
    next: { en: 'See the list of your saved filters.', zh: '请查看已保存的过滤条件列表。' },
  },
  SAVED_FILTERS_FULL: {
    status: 409,
    words: {
      en: 'You keep {most} filters of this page already, and more are not kept.',
      zh: '该页面保存的过滤条件已达上限 {most} 个。',
    },
    next: { en: 'Remove one you do not need any more.', zh: '请先删除不再需要的条件。' },
  },
});

export const listSavedFilters = endpoint({
  id: 'saved-filter.list',
  scope: 'own',
  method: 'GET',
  path: '/api/saved-filters',
  summary: 'Your own saved filters, by name',
  query: z.object({ page: Page.optional() }),
  response: z.object({ items: z.array(SavedFilter) }),
});
export const saveFilter = endpoint({
  id: 'saved-filter.save',
  scope: 'own',
  method: 'PUT',
  path: '/api/saved-filters',
  summary: 'Keep a filter of a page under a name; one of the same name is replaced',
  body: z.object({ page: Page, name: line(60), address: Address }),
  response: SavedFilter,
  problems: ['SAVED_FILTERS_FULL'],
});
export const removeSavedFilter = endpoint({
  id: 'saved-filter.remove',
  scope: 'own',
  method: 'DELETE',
  path: '/api/saved-filters/:filterId',
  summary: 'Remove one of your saved filters',
  params: z.object({ filterId: z.string().max(64) }),
  response: z.object({}),
  problems: ['SAVED_FILTER_NOT_FOUND'],
});
