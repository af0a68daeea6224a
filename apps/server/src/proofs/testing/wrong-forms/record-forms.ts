import { type WrongInput, wrongAmounts, wrongChoices, wrongLines, wrongTexts } from '../../../platform/http/testing.ts';
import type { Fleet } from '../../../scopes/random-fleet.ts';
import { butBlank, butNull, type Form, longest, wrongAt } from './form.ts';

const size = { cpus: 2, memoryBytes: 1024 ** 3, diskBytes: 1024 ** 3 };
const limits = { instances: 1, memoryBytes: null, diskBytes: null };

/** Forms of what there is: hosts, clusters, applications, and what people say about them. */
export function recordForms({ clusters, hosts, applications }: Fleet): readonly Form[] {
  const cluster = `/api/clusters/${clusters[0]?.id}`;
  const host = `/api/hosts/${hosts[5]?.id}`;
  const extras = `/api/inventory/host/${hosts[5]?.id}`;
  const application = `/api/applications/${applications[0]?.id}`;
  const label = (key: string, value: unknown): WrongInput => [{ labels: { [key]: value } }, 'LABEL_INVALID'];
  const field = (name: string, value: unknown): WrongInput =>
    wrongAt('FIELDS_INVALID', { fields: { [name]: value } }, `body.fields.${name}`);
  return [
    {
      ...{ name: 'labels', method: 'PATCH', path: `${extras}/labels`, reads: `${extras}/extras` },
      wrong: [
        ...['1x', ' x', 'a b', '', 'x'.repeat(64), 'a\u202eb', 'a\nb', '😀'].map((key) => label(key, 'v')),
        ...['', '  ', 'x'.repeat(191), 'a\u0007b', 'a\nb', 'a\u202eb', '\u200b'].map((value) => label('team', value)),
        [{ labels: { team: 5 } }, 'INPUT_INVALID', 'body.labels.team'],
        [{ labels: { team: '\ud800' } }, 'INPUT_INVALID', 'body.labels.team'],
        [{ labels: { 'te\u0000am': 'x' } }, 'INPUT_INVALID', 'body.labels'],
        [{ labels: ['a'] }, 'INPUT_INVALID', 'body.labels'],
        [{}, 'INPUT_INVALID', 'body.labels'],
        [{ labels: Object.fromEntries(Array.from({ length: 65 }, (_, at) => [`k${at}`, 'v'])) }, 'LABEL_INVALID'],
      ],
      right: { labels: { ['k'.repeat(63)]: longest(190) } },
    },
    {
      ...{ name: 'cluster classification', method: 'PATCH', path: `${cluster}/classification`, reads: cluster },
      wrong: [
        ...wrongLines('environment', 64),
        ...butNull(wrongLines('specification', 64)),
        [{ environment: 'nowhere' }, 'CATALOGUE_ROW_NOT_FOUND'],
        [{ specification: 'huge' }, 'CATALOGUE_ROW_NOT_FOUND'],
        [{ applicationId: 'none' }, 'APPLICATION_NOT_FOUND'],
        [{ applicationId: '' }, 'INPUT_INVALID', 'body.applicationId'],
        [{ applicationId: 5 }, 'INPUT_INVALID', 'body.applicationId'],
        [{ applicationId: 'x'.repeat(5000) }, 'APPLICATION_NOT_FOUND'],
      ],
    },
    {
      ...{ name: 'zone of a host', method: 'PATCH', path: host, reads: host },
      wrong: [
        ...wrongLines('zone', 64),
        ...['a b', '.z', 'z/1'].map((zone) => wrongAt('INPUT_INVALID', { zone }, 'body.zone')),
      ],
      right: { zone: '机'.repeat(64) },
    },
    {
      ...{ name: 'custom field', method: 'POST', path: '/api/custom-fields', reads: '/api/custom-fields' },
      base: { dimension: 'host', name: 'other', type: 'text', words: { en: 'Other', zh: '其他' } },
      wrong: [
        ...wrongLines('name', 60),
        ...['A', '1a', 'a-b', '名'].map((name) => wrongAt('INPUT_INVALID', { name }, 'body.name')),
        ...wrongChoices('type', 'text'),
        ...wrongChoices('dimension', 'host'),
        [{ name: 'note' }, 'FIELD_NAME_TAKEN'],
        [{ words: { en: '\n', zh: '某' } }, 'INPUT_INVALID', 'body.words.en'],
        [{ words: { en: 'x', zh: '某\u0007' } }, 'INPUT_INVALID', 'body.words.zh'],
        [{ type: 'choice', choices: [] }, 'INPUT_INVALID', 'body.choices'],
        [{ type: 'choice', choices: ['a', 'a'] }, 'INPUT_INVALID', 'body.choices'],
        [{ type: 'choice', choices: ['a', 'b\n'], required: 'yes' }, 'INPUT_INVALID', 'body.required'],
      ],
      right: { name: 'n'.repeat(60), words: { en: longest(100), zh: longest(100) } },
    },
    {
      ...{ name: 'values of custom fields', method: 'PATCH', path: `${extras}/fields`, reads: `${extras}/extras` },
      wrong: [
        ...['', '  ', 'x'.repeat(501), 5, 'a\u0007b', 'a\u202eb'].map((value) => field('note', value)),
        ...['1', '', '1e999'].map((value) => field('rank', value)),
        ...['2026-02-30', '10000-01-01', '2026-1-1', '2026-01-01T00:00', 20_260_101].map((value) =>
          field('born', value),
        ),
        ...['a ', 'A', 'c', 1].map((value) => field('tier', value)),
        ...['nobody', 'ANN\u0007', ''].map((value) => field('keeper', value)),
        [{ fields: { nothing: 'x' } }, 'FIELD_NOT_FOUND'],
        [{ fields: { note: '\ud800' } }, 'INPUT_INVALID', 'body.fields.note'],
        [{ fields: { note: {} } }, 'INPUT_INVALID', 'body.fields.note'],
        [{ fields: null }, 'INPUT_INVALID', 'body.fields'],
      ],
      right: { fields: { note: longest(500), rank: Number.MAX_VALUE, born: '9999-12-31', tier: 'a', keeper: 'ann' } },
    },
    {
      ...{ name: 'quota', method: 'PUT', path: `${application}/quotas/production`, base: limits, reads: '/api/quotas' },
      wrong: ['instances', 'memoryBytes', 'diskBytes'].flatMap((name) => wrongAmounts(name)),
      right: { instances: 2 ** 53 - 1, memoryBytes: 2 ** 53 - 1, diskBytes: 0 },
    },
    {
      ...{ name: 'environment', method: 'PUT', path: '/api/environments/lab', reads: '/api/environments' },
      wrong: [
        ...butBlank(wrongTexts('description', 500)),
        ...['yes', 1, null].map((production) => wrongAt('INPUT_INVALID', { production }, 'body.production')),
      ],
      right: { production: true, description: longest(500) },
    },
    {
      ...{ name: 'zone', method: 'PUT', path: '/api/zones/lab', reads: '/api/zones' },
      wrong: [...butBlank(wrongLines('region', 64)), ...butBlank(wrongTexts('description', 500))],
      right: { region: longest(64), description: longest(500) },
    },
    {
      ...{
        name: 'specification',
        method: 'PUT',
        path: '/api/specifications/lab',
        base: size,
        reads: '/api/specifications',
      },
      wrong: ['cpus', 'memoryBytes', 'diskBytes'].flatMap((name) => wrongAmounts(name, 1)),
      right: { cpus: 2 ** 53 - 1, memoryBytes: 2 ** 53 - 1, diskBytes: 1 },
    },
    {
      ...{ name: 'application', method: 'POST', path: '/api/applications', reads: '/api/applications' },
      base: { name: 'new', businessLine: 'b', owner: 'o', level: 'core' },
      wrong: [
        ...['name', 'businessLine', 'owner'].flatMap((name) => wrongLines(name, 100)),
        ...wrongChoices('level', 'core'),
        [{ name: 'shop' }, 'APPLICATION_NAME_TAKEN'],
        [{ name: ' shop ' }, 'APPLICATION_NAME_TAKEN'],
      ],
      right: { name: longest(100), businessLine: longest(100), owner: longest(100) },
    },
    {
      ...{ name: 'change of an application', method: 'PATCH', path: application, reads: application },
      wrong: [
        ...['name', 'businessLine', 'owner'].flatMap((name) => wrongLines(name, 100)),
        [{ name: 'pay' }, 'APPLICATION_NAME_TAKEN'],
      ],
    },
    {
      ...{ name: 'host', method: 'POST', path: '/api/hosts', reads: '/api/hosts' },
      base: { name: 'new', address: '127.0.0.1', ssh: { privateKey: 'x' } },
      wrong: [
        ...wrongLines('name', 63),
        ...['A', '-a', 'a-', 'a_b', '机'].map((name) => wrongAt('INPUT_INVALID', { name }, 'body.name')),
        ...wrongLines('address', 253),
        ...['a b', 'a/b', 'h:22;x', 'http://h'].map((address) => wrongAt('INPUT_INVALID', { address }, 'body.address')),
        ...wrongLines('zone', 64),
        ...['relative', '/a/../b', '/a b', '/a;b', '/'].map((baseDirectory) =>
          wrongAt('INPUT_INVALID', { baseDirectory }, 'body.baseDirectory'),
        ),
        ...wrongLines('ssh.user', 64),
        ...[0, 65_536, 1.5, '22'].map((port) => wrongAt('INPUT_INVALID', { ssh: { port } }, 'body.ssh.port')),
        [{ name: 'h0' }, 'HOST_NAME_TAKEN'],
        [{ ssh: {} }, 'HOST_CREDENTIAL_MISSING'],
      ],
    },
  ];
}
