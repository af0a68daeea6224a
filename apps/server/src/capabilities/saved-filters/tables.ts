interface SavedFilterTable {
  /** Of person, page and name: saving the same again meets the same row. */
  id: string;
  user_id: string;
  page: string;
  name: string;
  /** Of the page, with its filter: `/tickets?mine=1`. */
  address: string;
  changed_at: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    saved_filter: SavedFilterTable;
  }
}

export type { SavedFilterTable };
