import * as contract from '@myriad/contract';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { noteWith } from '../note-with.ts';
import type { MetadataParts } from '../parts.ts';
import { sightOf } from '../sight/sight.ts';
import { countLabels } from '../store/extras.ts';
import { changeLabels } from './change-labels.ts';
import { changeField, defineField, listFields, removeField } from './define-field.ts';
import { fillFields } from './fill-fields.ts';
import { type Extras, readExtras, requireEntity } from './read-extras.ts';

const mostLabels = 500;

/** Hangs labels and custom fields on the server. */
export function serveExtras(http: Http, parts: MetadataParts): void {
  const { db, metadata } = parts;
  const { clock } = http.options;
  const viewField = async (dimension: contract.Dimension, name: string) => {
    const field = (await listFields(db, dimension)).find((each) => each.name === name);
    if (!field) throw new Error(`the field ${dimension}.${name} just written is gone`);
    return field;
  };
  serveEndpoint(http, contract.listLabels, async ({ actor, query }) => ({
    items: await countLabels(db, { ...query, seenBy: sightOf(actor) }, mostLabels),
  }));
  serveEndpoint(http, contract.getExtras, async ({ params }) => {
    await requireEntity(metadata, db, params.dimension, params.id);
    return view(params, await readExtras(db, params.dimension, params.id));
  });
  serveEndpoint(http, contract.changeLabels, async ({ actor, params, body, audit }) =>
    view(params, await changeLabels(parts, actor, params, body.labels, noteWith(audit))),
  );
  serveEndpoint(http, contract.changeFieldValues, async ({ actor, params, body, audit }) =>
    view(params, await fillFields(parts, actor, params, body.fields, noteWith(audit))),
  );
  serveEndpoint(http, contract.listFields, async ({ query }) => ({ items: await listFields(db, query.dimension) }));
  serveEndpoint(http, contract.defineField, async ({ actor, body, audit }) => {
    const { dimension, name } = await defineField({ ...parts, clock }, actor, body, noteWith(audit));
    return viewField(dimension, name);
  });
  serveEndpoint(http, contract.changeField, async ({ actor, params, body, audit }) => {
    await changeField(parts, actor, params, body, noteWith(audit));
    return viewField(params.dimension, params.name);
  });
  serveEndpoint(http, contract.removeField, async ({ actor, params, audit }) => ({
    removedValues: await removeField(parts, actor, params, noteWith(audit)),
  }));
}

const view = (of: { readonly dimension: contract.Dimension; readonly id: string }, { labels, fields }: Extras) => ({
  ...of,
  labels: { ...labels },
  fields: { ...fields },
});
