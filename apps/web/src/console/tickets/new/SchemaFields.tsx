import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { titleFromName } from '../../../shared/format/title-from-name.ts';
import { Panel } from '../../../shared/page/Panel.tsx';
import { en } from '../../../shared/words/en.ts';
import { usePick } from '../../../shared/words/use-words.ts';
import { type FormSchema, fieldKindOf, simplify } from './form-schema.ts';
import { isThingField, ThingSelect } from './ThingSelect.tsx';

/** The form a schema describes: for kinds that have no form made by hand. */
export function SchemaFields({ schema }: { schema: FormSchema }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('ticket.form')}>
      <Fields schema={schema} at={[]} />
    </Panel>
  );
}

/** The fields alone, below `at` in a form of somebody else's. */
export function Fields({ schema, at }: { schema: FormSchema; at: readonly string[] }) {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => (
    <Field key={name} name={[...at, name]} schema={simplify(field)} isRequired={isRequired(schema, name, field)} />
  ));
}

const isRequired = (parent: FormSchema, name: string, field: FormSchema): boolean =>
  (parent.required?.includes(name) ?? false) && simplify(field).default === undefined;

interface FieldProps {
  readonly name: readonly string[];
  readonly schema: FormSchema;
  readonly isRequired: boolean;
}

const isLabelled = (name: string): name is keyof typeof en.field.labels => name in en.field.labels;
const isHinted = (name: string): name is keyof typeof en.field.hints => name in en.field.hints;

function Field({ name, schema, isRequired: required }: FieldProps) {
  const { t } = useTranslation();
  const pick = usePick();
  const kind = fieldKindOf(schema);
  const last = name.at(-1) ?? '';
  const own = schema.words ? pick(schema.words) : (schema.title ?? titleFromName(last));
  const label = isLabelled(last) ? t(`field.labels.${last}`) : own;
  const ownHint = schema.hint ? pick(schema.hint) : schema.description;
  const hint = isHinted(last) ? t(`field.hints.${last}`) : isLabelled(last) ? undefined : ownHint;
  if (schema.const !== undefined) return null;
  if (kind === 'group')
    return (
      <fieldset className="group">
        <legend>{label}</legend>
        <Fields schema={schema} at={name} />
      </fieldset>
    );
  return (
    <Form.Item
      name={[...name]}
      label={label}
      extra={hint}
      rules={required ? [{ required: true }] : []}
      {...(kind === 'boolean' ? { valuePropName: 'checked' } : {})}
      {...(kind === 'json' ? { getValueProps: showJson, normalize: readJson } : {})}
    >
      {controlOf(kind, last, schema)}
    </Form.Item>
  );
}

const showJson = (value: unknown) => ({ value: typeof value === 'string' ? value : JSON.stringify(value) });
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function controlOf(kind: ReturnType<typeof fieldKindOf>, name: string, schema: FormSchema): ReactNode {
  if (isThingField(name)) return <ThingSelect field={name} />;
  if (kind === 'boolean') return <Switch />;
  if (kind === 'number')
    return (
      <InputNumber
        style={{ width: 160 }}
        {...(schema.minimum === undefined ? {} : { min: schema.minimum })}
        {...(schema.maximum === undefined ? {} : { max: schema.maximum })}
      />
    );
  if (kind === 'choice')
    return (
      <Select
        allowClear
        options={(schema.enum ?? []).map((value) => ({ value: String(value), label: String(value) }))}
      />
    );
  if (kind === 'list')
    return <Select mode="tags" options={(schema.items?.enum ?? []).map((value) => ({ value: String(value) }))} />;
  if (kind === 'longText' || kind === 'json') return <Input.TextArea rows={4} spellCheck={false} />;
  return <Input {...(schema.maxLength ? { maxLength: schema.maxLength } : {})} spellCheck={false} autoComplete="off" />;
}
