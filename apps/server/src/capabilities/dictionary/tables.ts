/** A schema of a cluster, as the last deep look that could read it saw it. */
interface DictionarySchemaTable {
  /** Of cluster and exact name: the same schema seen again meets the same row. */
  id: string;
  cluster_id: string;
  name: string;
  sort_key: string;
  character_set: string;
  collation: string;
  tables: number | null;
  /** In lower case: what a search looks through. */
  search_text: string;
  seen_at: number;
  gone_at: number | null;
}

/** Use of a table or an index, over all members of its cluster. */
interface UseColumns {
  /** null: never known. */
  reads: number | null;
  writes: number | null;
  /** No use since then; null = used, or never known. */
  quiet_since: number | null;
}

interface DictionaryTableTable extends UseColumns {
  id: string;
  cluster_id: string;
  schema_id: string;
  schema_name: string;
  name: string;
  sort_key: string;
  kind: string;
  engine: string;
  comment: string;
  row_estimate: number | null;
  data_bytes: number | null;
  index_bytes: number | null;
  search_text: string;
  seen_at: number;
  gone_at: number | null;
}

interface DictionaryColumnTable {
  id: string;
  cluster_id: string;
  schema_id: string;
  table_id: string;
  schema_name: string;
  table_name: string;
  name: string;
  sort_key: string;
  position: number;
  type: string;
  nullable: number;
  extra: string;
  comment: string;
  search_text: string;
  /** Mark of the rules it was judged by; '' = not yet, or it changed since. */
  judged: string;
  seen_at: number;
  gone_at: number | null;
}

interface DictionaryIndexTable extends UseColumns {
  id: string;
  cluster_id: string;
  table_id: string;
  schema_name: string;
  table_name: string;
  name: string;
  sort_key: string;
  is_unique: number;
  kind: string;
  /** JSON list. */
  column_names: string;
  seen_at: number;
  gone_at: number | null;
}

/** A point a day, of the largest tables. */
interface DictionaryGrowthTable {
  table_id: string;
  /** Days since 1970-01-01 UTC. */
  day: number;
  at: number;
  row_estimate: number | null;
  data_bytes: number | null;
  index_bytes: number | null;
}

/** What a person wrote; never touched by a look. */
interface DictionaryNoteTable {
  object_id: string;
  cluster_id: string;
  subject: string;
  note: string;
  owner: string;
  search_text: string;
  changed_at: number;
  changed_by: string;
}

/** Rows with `decided_by` are a person's and stay, whatever rules and looks say. */
interface DictionaryTagTable {
  object_id: string;
  class: string;
  cluster_id: string;
  table_id: string;
  state: string;
  source: string;
  rule_id: string | null;
  decided_by: string | null;
  at: number;
}

/** Rules of administrators; of a shipped one only whether it is on. */
interface DictionaryRuleTable {
  id: string;
  name: string;
  class: string;
  /** JSON: names, comments, types, except. */
  patterns: string;
  enabled: number;
  changed_at: number;
  changed_by: string;
}

/** The last deep look at a cluster. */
interface DictionaryLookTable {
  cluster_id: string;
  at: number;
  use_known: number;
  /** JSON. */
  details: string;
}

/** Append only: what people changed. */
interface DictionaryChangeTable {
  id: string;
  /** '' = of a rule. */
  cluster_id: string;
  object_id: string;
  at: number;
  by: string;
  subject: string;
  field: string;
  before_value: string | null;
  after_value: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    dictionary_schema: DictionarySchemaTable;
    dictionary_table: DictionaryTableTable;
    dictionary_column: DictionaryColumnTable;
    dictionary_index: DictionaryIndexTable;
    dictionary_growth: DictionaryGrowthTable;
    dictionary_note: DictionaryNoteTable;
    dictionary_tag: DictionaryTagTable;
    dictionary_rule: DictionaryRuleTable;
    dictionary_look: DictionaryLookTable;
    dictionary_change: DictionaryChangeTable;
  }
}

export type {
  DictionaryChangeTable,
  DictionaryColumnTable,
  DictionaryGrowthTable,
  DictionaryIndexTable,
  DictionaryLookTable,
  DictionaryNoteTable,
  DictionaryRuleTable,
  DictionarySchemaTable,
  DictionaryTableTable,
  DictionaryTagTable,
};
