import { z } from 'zod';
import { Ability, Time, Words } from './endpoint.ts';

/** What makes a column sensitive. Names are chosen slowly and never renamed. */
export const sensitiveClasses = {
  'identity-number': { en: 'Identity number', zh: '证件号码' },
  phone: { en: 'Phone number', zh: '电话号码' },
  'bank-card': { en: 'Bank card or account', zh: '银行卡号' },
  email: { en: 'E-mail', zh: '电子邮箱' },
  'person-name': { en: 'Name of a person', zh: '姓名' },
  address: { en: 'Address', zh: '地址' },
  birthday: { en: 'Birthday', zh: '出生日期' },
  password: { en: 'Password or key', zh: '密码或密钥' },
  health: { en: 'Health', zh: '健康信息' },
  income: { en: 'Income', zh: '收入' },
} as const satisfies Readonly<Record<string, Words>>;
export type SensitiveClass = keyof typeof sensitiveClasses;
const classNames = Object.keys(sensitiveClasses) as [SensitiveClass, ...SensitiveClass[]];
export const SensitiveClass = z.enum(classNames);

/** `suggested`: by a rule alone. `refused`: a person said it is not, and no rule says it again. */
export const TagState = z.enum(['suggested', 'confirmed', 'refused']);
export type TagState = z.infer<typeof TagState>;

export const DictionaryTag = z
  .object({
    class: SensitiveClass,
    state: TagState,
    source: z.enum(['rule', 'person']),
    ruleId: z.string().optional(),
    /** Who decided. */
    by: z.string().optional(),
    at: Time,
  })
  .meta({ id: 'DictionaryTag' });
export type DictionaryTag = z.infer<typeof DictionaryTag>;

/** `own`: said of this very thing; else of what it lies in, or of the application of its cluster. */
export const DictionaryOwner = z
  .object({ name: z.string(), from: z.enum(['own', 'table', 'schema', 'application']) })
  .meta({ id: 'DictionaryOwner' });
export type DictionaryOwner = z.infer<typeof DictionaryOwner>;

const Thing = {
  id: z.string(),
  clusterId: z.string(),
  cluster: z.string(),
  /** As the server says it; '' = none. */
  comment: z.string(),
  /** What a person wrote beside it. */
  note: z.string().optional(),
  owner: DictionaryOwner.optional(),
  /** The deep look that saw it last. */
  seenAt: Time,
  /** The look that did not find it any more. */
  goneAt: Time.optional(),
};

export const DictionarySchema = z
  .object({
    ...Thing,
    name: z.string(),
    characterSet: z.string(),
    collation: z.string(),
    /** Tables and views; null = not counted. */
    tables: z.number().int().nullable(),
  })
  .meta({ id: 'DictionarySchema' });
export type DictionarySchema = z.infer<typeof DictionarySchema>;

export const DictionaryTable = z
  .object({
    ...Thing,
    schema: z.string(),
    name: z.string(),
    kind: z.enum(['table', 'view', 'other']),
    engine: z.string(),
    /** Estimates of the engine; null = not said. */
    rows: z.number().nullable(),
    dataBytes: z.number().nullable(),
    indexBytes: z.number().nullable(),
    /** Of its columns; without those a person refused. */
    classes: z.array(SensitiveClass),
  })
  .meta({ id: 'DictionaryTable' });
export type DictionaryTable = z.infer<typeof DictionaryTable>;

export const DictionaryColumn = z
  .object({
    ...Thing,
    tableId: z.string(),
    schema: z.string(),
    table: z.string(),
    name: z.string(),
    position: z.number().int(),
    type: z.string(),
    nullable: z.boolean(),
    extra: z.string(),
    tags: z.array(DictionaryTag),
  })
  .meta({ id: 'DictionaryColumn' });
export type DictionaryColumn = z.infer<typeof DictionaryColumn>;

/** `too-early`: no use was seen, but not for long enough to say so. `unknown`: not every member could be asked. */
export const UseState = z.enum(['used', 'unused', 'too-early', 'unknown']);
export type UseState = z.infer<typeof UseState>;

export const DictionaryUse = z
  .object({
    state: UseState,
    /** On all members together, since their counters began; absent: not known. */
    reads: z.number().optional(),
    writes: z.number().optional(),
    /** No use was seen since then. */
    quietSince: Time.optional(),
  })
  .meta({ id: 'DictionaryUse' });
export type DictionaryUse = z.infer<typeof DictionaryUse>;

export const DictionaryIndex = z
  .object({
    id: z.string(),
    name: z.string(),
    unique: z.boolean(),
    kind: z.string(),
    /** In order; an expression stands as ''. */
    columns: z.array(z.string()),
    use: DictionaryUse,
  })
  .meta({ id: 'DictionaryIndex' });
export type DictionaryIndex = z.infer<typeof DictionaryIndex>;

/** What the last deep look at a cluster could tell, and how far its counters of use reach. */
export const DictionaryLook = z
  .object({
    clusterId: z.string(),
    cluster: z.string(),
    at: Time,
    /** The member its contents were read from. */
    from: z.object({ instanceId: z.string(), name: z.string() }),
    tables: z.number().int(),
    columns: z.number().int(),
    /** Schemas left out, because they have too many tables. */
    skipped: z.array(z.object({ schema: z.string(), tables: z.number() })),
    /** What was not read, or not wholly, and why. */
    missing: z.array(z.object({ part: z.string(), because: Words })),
    use: z.object({
      /** Every member was asked, and said it. */
      known: z.boolean(),
      /** The youngest counters of all members. */
      since: Time.optional(),
      members: z.array(
        z.object({
          instanceId: z.string(),
          name: z.string(),
          /** When its counters began; absent: not known. */
          since: Time.optional(),
          because: Words.optional(),
        }),
      ),
    }),
  })
  .meta({ id: 'DictionaryLook' });
export type DictionaryLook = z.infer<typeof DictionaryLook>;

export const DictionaryTableDetail = DictionaryTable.extend({
  look: DictionaryLook.optional(),
  columns: z.array(DictionaryColumn),
  indexes: z.array(DictionaryIndex),
  use: DictionaryUse,
  /** A point a day, oldest first. */
  growth: z.array(
    z.object({
      at: Time,
      rows: z.number().nullable(),
      dataBytes: z.number().nullable(),
      indexBytes: z.number().nullable(),
    }),
  ),
  abilities: z.object({ describe: Ability }),
}).meta({ id: 'DictionaryTableDetail' });
export type DictionaryTableDetail = z.infer<typeof DictionaryTableDetail>;

export const UnusedThing = z
  .object({
    kind: z.enum(['table', 'index']),
    id: z.string(),
    tableId: z.string(),
    clusterId: z.string(),
    cluster: z.string(),
    schema: z.string(),
    table: z.string(),
    /** Absent: the whole table. */
    index: z.string().optional(),
    columns: z.array(z.string()).optional(),
    /** Of the table with all its indexes. */
    bytes: z.number().nullable(),
    quietSince: Time,
  })
  .meta({ id: 'UnusedThing' });
export type UnusedThing = z.infer<typeof UnusedThing>;

export const DictionaryChange = z
  .object({
    id: z.string(),
    at: Time,
    by: z.string(),
    objectId: z.string(),
    /** Of what, in words: `shop.visit.phone`, or the name of a rule. */
    subject: z.string(),
    /** `note`, `owner`, `tag.phone`, `rule`. */
    field: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: 'DictionaryChange' });
export type DictionaryChange = z.infer<typeof DictionaryChange>;
