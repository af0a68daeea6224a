import type {Account,
  AccountPart, AddColumns, AddElement, Aggregate, AlterColumn, AlterElement, AlterOrder, Assignment, Between, Binary,
  Call, Case, Cast, ChangeColumn, CheckConstraint, Column, ColumnAttribute, ColumnDefinition, ColumnPlace, CommonTable, CompoundPart,
  ConvertCharset, ConvertUsing, DataType, DerivedTable, DropElement, Exists, FlushItem, ForeignKey, Frame, GeneratedAs,
  GroupBy, IndexDefinition, IndexHint, IndexPart, InList, InQuery, Interval, Into, Is, Join, JsonTable, KnownStatement,
  Like, Limit, Literal, Lock, Logical, MaintenancePart, MatchAgainst, NamedTable, NamedWindow, Option, OrderItem, Parameter, PartitionAction,
  PartitionDefinition, Partitioning, PartitionMethod, PartitionValues, Phrase, QualifiedName, Quantified, Query, References, RenameElement,
  RenameTo, ReplicationPart, RoutinePart, RowValue, Select, SelectItem, SetCharset, SetNames, SetOperation, SetPart,
  Setting, SetVariable, SpecialCall, Star, Subquery, SystemVariable, TableGroup, TableLock, TableQuery, TableRename, Unary,
  UserVariable, ValuesOf, ValuesRow, ValuesTable, WindowSpec, With, 
} from '@myriad/sql'; // biome-ignore format: a list

type Parts =
  | Aggregate | AddColumns | AddElement | AlterColumn | AlterElement | AlterOrder | Assignment | Between | Binary
  | Call | Case | Cast | ChangeColumn | CheckConstraint | Column | ColumnAttribute | ColumnDefinition | ColumnPlace | CommonTable
  | CompoundPart | ConvertCharset | ConvertUsing | DataType | DerivedTable | DropElement | Exists | FlushItem
  | ForeignKey | Frame | GeneratedAs | GroupBy | IndexDefinition | IndexHint | IndexPart | InList | InQuery | Interval
  | Into | Is | Join | JsonTable | Like | Limit | Literal | Lock | Logical | MatchAgainst | NamedTable | NamedWindow
  | OrderItem | Parameter | PartitionAction | PartitionDefinition | Partitioning | PartitionMethod | QualifiedName
  | Quantified | Query | References | RenameElement | RenameTo | ReplicationPart | RoutinePart | RowValue | Select
  | SelectItem | SetNames | SetCharset | SetOperation | SetPart | Setting | SetVariable | SpecialCall | Star | Subquery
  | SystemVariable | TableGroup | TableLock | TableRename | MaintenancePart | PartitionValues | TableQuery | Unary | UserVariable | ValuesOf | ValuesRow | ValuesTable
  | WindowSpec | With | Phrase | Option | Account | AccountPart; // biome-ignore format: a list

/** Every kind of node a rule can look at, with the type of its nodes. `statement` is the whole statement, once. */
export type KindMap = { readonly [One in KnownStatement | Parts as One['kind']]: One } & {
  readonly statement: KnownStatement;
};

export type NodeKind = keyof KindMap;
