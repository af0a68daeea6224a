/** An account of an instance, as the last deep look that could read accounts saw it. */
interface DictionaryAccountTable {
  id: string;
  instance_id: string;
  /** The beginning of `user@host`: lists go by it, and a name is looked for in it. */
  sort_key: string;
  user: string;
  /** JSON of an `InstanceAccount`, with its grants. */
  details: string;
  seen_at: number;
}

/** A release series that was ever looked at; its row is held while a look of it is kept. */
interface DictionarySeriesTable {
  series: string;
}

/** What a parameter is on the first instance of its series that was looked at; null = it had none of this name. */
interface DictionaryUsualTable {
  name: string;
  series: string;
  value: string | null;
}

/** Instances whose parameters are known. */
interface DictionaryParametersOfTable {
  instance_id: string;
  series: string;
  at: number;
}

/** What differs from the usual on one instance; null = it has no parameter of this name. */
interface DictionaryParameterTable {
  name: string;
  instance_id: string;
  value: string | null;
}

declare module '../../platform/database/schema.ts' {
  interface Database {
    dictionary_account: DictionaryAccountTable;
    dictionary_series: DictionarySeriesTable;
    dictionary_usual: DictionaryUsualTable;
    dictionary_parameters_of: DictionaryParametersOfTable;
    dictionary_parameter: DictionaryParameterTable;
  }
}

export type { DictionaryAccountTable };
