import type { Words } from '@myriad/contract';
import * as contract from '@myriad/contract';
import { z } from 'zod';
import { faultsOf } from '../../platform/http/problem-answer.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { describeCatalogueRow, getCatalogueRow } from './catalogues/describe-catalogue-row.ts';
import { listQuotas, setQuota } from './catalogues/set-quota.ts';
import { changeApplication } from './change-application.ts';
import { classifyCluster } from './classify-cluster.ts';
import { changeLabels } from './extras/change-labels.ts';
import type { MetadataParts, Note } from './parts.ts';

export type EditedValues = Readonly<Record<string, string | number | boolean | null>>;

/** Columns of a table that may be edited by hand, and the use case that owns them. */
export interface TableEdit {
  readonly table: string;
  readonly columns: readonly string[];
  /** `key`: of the primary key, in its order. */
  readonly edit: (actor: Actor, key: readonly (string | number)[], values: EditedValues, note: Note) => Promise<void>;
}

/** The columns by the names the use case knows them by, checked by its own schema. */
function read<Shape extends z.ZodType>(
  schema: Shape,
  names: Readonly<Record<string, string>>,
  values: EditedValues,
): z.output<Shape> {
  const given = Object.fromEntries(Object.entries(values).map(([column, value]) => [names[column] ?? column, value]));
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults: readonly { path: string; words: Words }[] = faultsOf(parsed.error, 'body.values');
  throw new ProblemError('INPUT_INVALID', { count: faults.length }, faults);
}

const asYesNo = ({ production, ...rest }: EditedValues): EditedValues =>
  typeof production === 'number'
    ? { ...rest, production: production !== 0 }
    : { ...rest, ...(production === undefined ? {} : { production }) };

/** What of this slice's tables may be edited in the local console. */
export function metadataEdits(parts: MetadataParts): readonly TableEdit[] {
  const { db, metadata } = parts;
  return [
    {
      table: 'application',
      columns: ['name', 'business_line', 'owner', 'level'],
      edit: async (actor, [id], values, note) => {
        const patch = read(contract.changeApplication.body, { business_line: 'businessLine' }, values);
        await changeApplication(parts, actor, String(id), patch, note);
      },
    },
    {
      table: 'cluster',
      columns: ['application_id', 'environment', 'specification'],
      edit: async (actor, [id], values, note) => {
        const patch = read(contract.classifyCluster.body, { application_id: 'applicationId' }, values);
        await classifyCluster(parts, actor, String(id), patch, note);
      },
    },
    {
      table: 'environment',
      columns: ['production', 'description'],
      edit: async (actor, [key], values, note) => {
        const { name, production, description } = await getCatalogueRow(db, 'environment', String(key));
        const fields = read(contract.describeEnvironment.body, {}, { production, description, ...asYesNo(values) });
        await describeCatalogueRow(parts, actor, 'environment', { name, ...fields }, note);
      },
    },
    {
      table: 'zone',
      columns: ['region', 'description'],
      edit: async (actor, [key], values, note) => {
        const { name, region, description } = await getCatalogueRow(db, 'zone', String(key));
        const fields = read(contract.describeZone.body, {}, { region, description, ...values });
        await describeCatalogueRow(parts, actor, 'zone', { name, ...fields }, note);
      },
    },
    {
      table: 'specification',
      columns: ['cpus', 'memory_bytes', 'disk_bytes', 'description'],
      edit: async (actor, [key], values, note) => {
        const { name, cpus, memoryBytes, diskBytes, description } = await getCatalogueRow(
          db,
          'specification',
          String(key),
        );
        const now = { cpus, memory_bytes: memoryBytes, disk_bytes: diskBytes, description };
        const names = { memory_bytes: 'memoryBytes', disk_bytes: 'diskBytes' };
        const fields = read(contract.describeSpecification.body, names, { ...now, ...values });
        await describeCatalogueRow(parts, actor, 'specification', { name, ...fields }, note);
      },
    },
    {
      table: 'quota',
      columns: ['instances', 'memory_bytes', 'disk_bytes'],
      edit: async (actor, [applicationId, environment], values, note) => {
        const of = { applicationId: String(applicationId), environment: String(environment) };
        const [line] = await listQuotas(db, metadata, of);
        if (!line?.allowed) throw new ProblemError('QUOTA_NOT_FOUND', { environment: of.environment });
        const names = { memory_bytes: 'memoryBytes', disk_bytes: 'diskBytes' };
        const given = { ...line.allowed, ...read(contract.setQuota.body.partial(), names, values) };
        await setQuota(parts, actor, of, contract.setQuota.body.parse(given), note);
      },
    },
    {
      table: 'label',
      columns: ['value'],
      edit: async (actor, [entity, id, key], values, note) => {
        const dimension = contract.Dimension.parse(entity);
        const { value } = read(z.object({ value: z.string() }), {}, values);
        await changeLabels(parts, actor, { dimension, id: String(id) }, { [String(key)]: value }, note);
      },
    },
  ];
}
