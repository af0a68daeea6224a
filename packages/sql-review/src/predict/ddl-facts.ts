/** What is known of a table besides its definition. All of it may be missing. */
export interface DdlTable {
  /** TOTAL_ROW_VERSIONS of INFORMATION_SCHEMA.INNODB_TABLES. */
  readonly rowVersions?: number;
  /** Its first FULLTEXT index is gone, the column it brought is not: no SHOW tells. */
  readonly hasHiddenDocumentId?: boolean;
  readonly foreignKeyChecks?: 'on' | 'off';
  /** `sql_mode` has STRICT_TRANS_TABLES or STRICT_ALL_TABLES. */
  readonly isStrict?: boolean;
  /** Columns that keys of any table point to, in lower case. */
  readonly referencedColumns?: readonly string[];
  /** Estimates of the server. */
  readonly rows?: number;
  readonly dataBytes?: number;
  readonly indexBytes?: number;
}
