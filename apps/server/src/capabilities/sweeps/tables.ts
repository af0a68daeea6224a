/** The last deep look at each instance. */
interface InstancePortraitTable {
  instance_id: string;
  read_at: number;
  /** JSON of glance and portrait, zstd, base64. */
  packed: string;
}

/** Append only: what differed between two deep looks. */
interface PortraitChangeTable {
  id: string;
  instance_id: string;
  at: number;
  part: string;
  name: string;
  before_value: string | null;
  after_value: string | null;
}

/** One row a deep look that could read sizes. */
interface InstanceSizeTable {
  instance_id: string;
  at: number;
  tables: number;
  data_bytes: number;
  index_bytes: number;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    instance_portrait: InstancePortraitTable;
    portrait_change: PortraitChangeTable;
    instance_size: InstanceSizeTable;
  }
}

export type { InstancePortraitTable, InstanceSizeTable, PortraitChangeTable };
