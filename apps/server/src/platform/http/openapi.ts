import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { Endpoint } from '@myriad/contract';
import { Problem } from '@myriad/contract';
import { z } from 'zod';
import type { Http } from './http.ts';

type Json = Record<string, unknown>;

/** OpenAPI 3.1 of these endpoints; schemas with an id (`.meta({ id })`) become components. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Json {
  const components: Json = {};
  const schema = (type: z.ZodType, io: 'input' | 'output') => collect(type, io, components);
  schema(Problem, 'output');
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schema) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Myriad', version, description: 'Every write takes an `Idempotency-Key` header.' },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'myriad_session' },
        token: { type: 'http', scheme: 'bearer', description: 'API token: myr_<id>_<secret>' },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, schema: (type: z.ZodType, io: 'input' | 'output') => Json): Json {
  const body = schema(endpoint.body, 'input');
  const hasBody = endpoint.method !== 'GET' && Object.keys(asObject(body.properties)).length > 0;
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0]],
    ...(endpoint.access === 'public' ? { security: [] } : {}),
    parameters: [
      ...parametersOf(schema(endpoint.params, 'input'), 'path'),
      ...parametersOf(schema(endpoint.query, 'input'), 'query'),
      ...(endpoint.writes ? [idempotencyHeader] : []),
    ],
    ...(hasBody ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: schema(endpoint.response, 'output') } } },
      default: {
        description: `Problem. ${endpoint.problems.join(', ')}`.trim(),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const idempotencyHeader = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } };

const asObject = (value: unknown): Json => (value !== null && typeof value === 'object' ? (value as Json) : {});

function parametersOf(schema: Json, place: 'path' | 'query'): Json[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(asObject(schema.properties)).map(([name, type]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: type,
  }));
}

/** Moves `$defs` to the components and points references there. */
function collect(type: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _dialect,
    $defs,
    ...schema
  } = pointToComponents(z.toJSONSchema(type, { io, unrepresentable: 'any', target: 'draft-2020-12' }), io);
  for (const [name, definition] of Object.entries(asObject($defs))) {
    const { id: _name, ...named } = asObject(definition);
    components[componentName(name, io)] ??= named;
  }
  if (typeof schema.id !== 'string') return schema;
  const { id, ...named } = schema;
  components[componentName(id, io)] ??= named;
  return { $ref: `#/components/schemas/${componentName(id, io)}` };
}

/** What is sent may differ from what is answered (defaults), so it has a name of its own. */
const componentName = (name: string, io: 'input' | 'output'): string => (io === 'input' ? `${name}Input` : name);

const pointToComponents = (schema: unknown, io: 'input' | 'output'): Json =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string'
      ? `#/components/schemas/${componentName(value.replace('#/$defs/', ''), io)}`
      : value,
  );

/** `/api/openapi.json`, and a page to read it at `/api/docs` with assets of our own only. */
export async function serveOpenApi({ app, endpoints, options }: Http): Promise<void> {
  let made: Json | undefined;
  app.get('/api/openapi.json', async () => {
    made ??= openApiOf(endpoints, options.version ?? '0');
    return made;
  });
  // The page asks for this plugin to be there; the document it shows is ours.
  await app.register(swagger, {
    mode: 'static',
    specification: { document: { openapi: '3.1.0', info: { title: 'Myriad', version: '0' }, paths: {} } },
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { url: '/api/openapi.json', validatorUrl: null, docExpansion: 'list' },
  });
}
