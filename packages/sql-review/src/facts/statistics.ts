/** Sizes and counts of one table. `rows` is the server's estimate unless somebody counted. */
export interface TableStatistics {
  readonly rows?: number;
  readonly dataBytes?: number;
  readonly indexBytes?: number;
  /** The next value of AUTO_INCREMENT. */
  readonly autoIncrement?: number;
  /** Versions of rows that INSTANT column changes left behind: TOTAL_ROW_VERSIONS. */
  readonly rowVersions?: number;
  /** Its first FULLTEXT index is gone, the column it brought is not. */
  readonly hasHiddenDocumentId?: boolean;
  /** Reads and writes since the server started, as performance_schema counts them. */
  readonly reads?: number;
  readonly writes?: number;
  /** By name, in lower case. */
  readonly indexes?: Readonly<Record<string, IndexStatistics>>;
  readonly columns?: Readonly<Record<string, ColumnStatistics>>;
}

export interface IndexStatistics {
  /** Estimate of distinct values over all its columns. */
  readonly cardinality?: number;
  readonly sizeBytes?: number;
  readonly reads?: number;
}

export interface ColumnStatistics {
  readonly distinct?: number;
  /** Share of rows that the most frequent value has, 0–1. */
  readonly topShare?: number;
  readonly nullShare?: number;
  /** Lowest and highest value, as the server prints them. */
  readonly low?: string;
  readonly high?: string;
}

export const bytesOf = ({ dataBytes = 0, indexBytes = 0 }: TableStatistics): number => dataBytes + indexBytes;
