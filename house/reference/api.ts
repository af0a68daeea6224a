import { z } from 'zod';
import type { Endpoint } from '../../packages/contract/src/endpoint.ts';
import { listEndpoints } from '../read-contract.ts';
import { cell, code, page, table } from './markdown.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly $ref?: string;
}

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' }) as Schema;

function typeText(schema: Schema): string {
  if (schema.$ref) return schema.$ref.replace(/^.*\//, '');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(typeText))].join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? typeText(schema.items) : 'anything'}`;
  return typeof schema.type === 'string' ? schema.type : 'anything';
}

function limitsText({ default: standard, pattern, minimum, maximum, minLength, maxLength }: Schema): string {
  const safe = (limit: number | undefined) =>
    limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;
  const said = {
    default: standard,
    pattern,
    min: safe(minimum),
    max: safe(maximum),
    'min length': minLength,
    'max length': maxLength,
  };
  return Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${code(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join(', ');
}

/** Fields of an object, those inside it with a dot; an alternative is described by its first form. */
function rowsOf(place: string, schema: Schema, before = ''): string[][] {
  const described = schema.anyOf?.[0] ?? schema;
  return Object.entries(described.properties ?? {}).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    const needed = described.required?.includes(name) && field.default === undefined ? 'yes' : '';
    const row = [place, code(path), cell(typeText(field)), needed, limitsText(field)];
    return [row, ...(field.properties ? rowsOf(place, field, `${path}.`) : [])];
  });
}

function endpointText(endpoint: Endpoint): string {
  const rows = (['params', 'query', 'body'] as const).flatMap((place) =>
    rowsOf(place, schemaOf(endpoint[place], 'input')),
  );
  const answer = Object.keys(schemaOf(endpoint.response, 'output').properties ?? {});
  const facts = [
    endpoint.access === 'public' ? 'No sign-in needed.' : '',
    endpoint.writes ? 'Leaves an audit row; takes an `Idempotency-Key`.' : '',
  ].filter(Boolean);
  return [
    `### ${endpoint.id}`,
    `${code(`${endpoint.method} ${endpoint.path}`)}: ${endpoint.summary}. ${facts.join(' ')}`.trim(),
    table(['in', 'field', 'type', 'needed', 'limits'], rows),
    answer.length > 0 ? `Answers: ${answer.map(code).join(', ')}.` : '',
    endpoint.problems.length > 0 ? `Problems: ${endpoint.problems.map(code).join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export function apiPage(): string {
  const endpoints = listEndpoints();
  const nouns = [...new Set(endpoints.map(({ id }) => id.split('.')[0] ?? ''))];
  return page(
    'API',
    '`packages/contract`',
    'The same as OpenAPI 3.1 at `/api/openapi.json`, with a page to read it at `/api/docs`. Errors are problem+json (RFC 9457); see [problems](problems.md). Lists are paged: send `cursor` = the `next` of the answer before.',
    table(
      ['endpoint', 'call', 'what'],
      endpoints.map(({ id, method, path, summary }) => [
        `[${id}](#${id.replaceAll('.', '')})`,
        code(`${method} ${path}`),
        cell(summary),
      ]),
    ),
    ...nouns.map((noun) =>
      [`## ${noun}`, ...endpoints.filter(({ id }) => id.startsWith(`${noun}.`)).map(endpointText)].join('\n\n'),
    ),
  );
}
