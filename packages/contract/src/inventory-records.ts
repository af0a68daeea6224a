import { z } from 'zod';
import { Ability, endpoint, Time, Words } from './endpoint.ts';
import { ApplicationView } from './fleet.ts';
import { CatalogueName as Name } from './inventory-catalogues.ts';
import { line, shaped } from './text.ts';

export const Dimension = z.enum(['host', 'instance', 'cluster', 'application']);
export type Dimension = z.infer<typeof Dimension>;

const operator = ['NOT_AN_OPERATOR'] as const;

// Applications.

const Labels = z.record(z.string(), z.string());
export const CustomValue = z.union([z.string(), z.number()]);
export type CustomValue = z.infer<typeof CustomValue>;

export const ApplicationDetail = ApplicationView.extend({
  labels: Labels,
  fields: z.record(z.string(), CustomValue),
  clusters: z.array(z.object({ id: z.string(), name: z.string(), environment: z.string(), state: z.string() })),
  abilities: z.object({ change: Ability, remove: Ability }),
}).meta({ id: 'ApplicationDetail' });

const applicationParams = z.object({ applicationId: z.string() });
export const getApplication = endpoint({
  id: 'application.get',
  method: 'GET',
  path: '/api/applications/:applicationId',
  summary: 'One application with its clusters, labels and fields',
  params: applicationParams,
  response: ApplicationDetail,
  problems: ['APPLICATION_NOT_FOUND'],
});
export const changeApplication = endpoint({
  id: 'application.change',
  method: 'PATCH',
  path: '/api/applications/:applicationId',
  summary: 'Change name, business line, owner or level of an application',
  params: applicationParams,
  body: z
    .object({
      name: line(100),
      businessLine: line(100),
      owner: line(100),
      level: ApplicationView.shape.level,
    })
    .partial(),
  response: ApplicationDetail,
  problems: ['APPLICATION_NOT_FOUND', 'APPLICATION_NAME_TAKEN', ...operator],
});
export const removeApplication = endpoint({
  id: 'application.remove',
  method: 'DELETE',
  path: '/api/applications/:applicationId',
  summary: 'Remove an application no cluster is linked to; its quotas, labels and fields go with it',
  params: applicationParams,
  response: z.object({}),
  problems: ['APPLICATION_NOT_FOUND', 'APPLICATION_IN_USE', ...operator],
});
export const classifyCluster = endpoint({
  id: 'cluster.classify',
  method: 'PATCH',
  path: '/api/clusters/:clusterId/classification',
  summary: 'Link a cluster to an application (null: to none), an environment, a specification',
  params: z.object({ clusterId: z.string() }),
  body: z
    .object({ applicationId: z.string().min(1).nullable(), environment: Name, specification: Name.nullable() })
    .partial(),
  response: z.object({
    id: z.string(),
    applicationId: z.string().nullable(),
    environment: z.string(),
    specification: z.string().nullable(),
  }),
  problems: ['CLUSTER_NOT_FOUND', 'APPLICATION_NOT_FOUND', 'CATALOGUE_ROW_NOT_FOUND', ...operator],
});

// Labels and custom fields.

const entityProblems = ['HOST_NOT_FOUND', 'INSTANCE_NOT_FOUND', 'CLUSTER_NOT_FOUND', 'APPLICATION_NOT_FOUND'] as const;
const entityParams = z.object({ dimension: Dimension, id: z.string() });
export const listLabels = endpoint({
  id: 'label.list',
  scope: 'within',
  method: 'GET',
  path: '/api/labels',
  summary: 'Keys and values in use, with how many things have them; at most 500',
  query: z.object({ dimension: Dimension.optional(), key: z.string().max(63).optional() }),
  response: z.object({
    items: z.array(z.object({ dimension: Dimension, key: z.string(), value: z.string(), count: z.number().int() })),
  }),
});
export const EntityExtras = z
  .object({ dimension: Dimension, id: z.string(), labels: Labels, fields: z.record(z.string(), CustomValue) })
  .meta({ id: 'EntityExtras' });
export const getExtras = endpoint({
  id: 'label.get',
  method: 'GET',
  path: '/api/inventory/:dimension/:id/extras',
  summary: 'Labels and custom fields of one thing',
  params: entityParams,
  response: EntityExtras,
  problems: [...entityProblems],
});
export const changeLabels = endpoint({
  id: 'label.change',
  method: 'PATCH',
  path: '/api/inventory/:dimension/:id/labels',
  summary: 'Set labels; null takes one away; the rest stays',
  params: entityParams,
  body: z.object({ labels: z.record(z.string(), z.string().nullable()) }),
  response: EntityExtras,
  problems: [...entityProblems, 'LABEL_INVALID', ...operator],
});
export const FieldType = z.enum(['text', 'number', 'date', 'choice', 'person']);
export const CustomField = z
  .object({
    id: z.string(),
    dimension: Dimension,
    name: z.string(),
    type: FieldType,
    /** Whoever changes the fields of a thing must fill it; what was there before is found by `field.<name> = null`. */
    required: z.boolean(),
    words: Words,
    choices: z.array(z.string()),
    createdAt: Time,
    filled: z.number().int(),
  })
  .meta({ id: 'CustomField' });
const definition = {
  required: z.boolean().default(false),
  words: z.object({ en: line(100), zh: line(100) }),
  /** Of a choice, at least one. */
  choices: z.array(line(100)).max(200).default([]),
};
export const listFields = endpoint({
  id: 'field.list',
  scope: 'catalogue',
  method: 'GET',
  path: '/api/custom-fields',
  summary: 'Fields people defined, per dimension',
  query: z.object({ dimension: Dimension.optional() }),
  response: z.object({ items: z.array(CustomField) }),
});
export const defineField = endpoint({
  id: 'field.define',
  scope: 'everywhere',
  method: 'POST',
  path: '/api/custom-fields',
  summary: 'Define a field of a dimension',
  body: z.object({
    dimension: Dimension,
    name: shaped(/^[a-z][a-z0-9_]{0,59}$/, {
      en: 'must have 1 to 60 lower case letters, digits and “_”, and begin with a letter',
      zh: '应为 1 至 60 个小写字母、数字或“_”，以字母开头',
    }),
    type: FieldType,
    ...definition,
  }),
  response: CustomField,
  problems: ['FIELD_NAME_TAKEN', ...operator],
});
const fieldParams = z.object({ dimension: Dimension, name: z.string() });
export const changeField = endpoint({
  id: 'field.change',
  scope: 'everywhere',
  method: 'PUT',
  path: '/api/custom-fields/:dimension/:name',
  summary: 'Change words, choices and whether it is required; never its type',
  params: fieldParams,
  body: z.object(definition),
  response: CustomField,
  problems: ['FIELD_NOT_FOUND', 'FIELD_CHOICE_IN_USE', ...operator],
});
export const removeField = endpoint({
  id: 'field.remove',
  scope: 'everywhere',
  method: 'DELETE',
  path: '/api/custom-fields/:dimension/:name',
  summary: 'Remove a field with all its values; the history keeps them',
  params: fieldParams,
  response: z.object({ removedValues: z.number().int() }),
  problems: ['FIELD_NOT_FOUND', ...operator],
});
export const changeFieldValues = endpoint({
  id: 'field.fill',
  method: 'PATCH',
  path: '/api/inventory/:dimension/:id/fields',
  summary: 'Set values of custom fields; null empties one; the rest stays',
  params: entityParams,
  body: z.object({ fields: z.record(z.string(), CustomValue.nullable()) }),
  response: EntityExtras,
  problems: [...entityProblems, 'FIELD_NOT_FOUND', 'FIELDS_INVALID', ...operator],
});
