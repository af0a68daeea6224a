import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../shared/page/Panel.tsx';
import { en } from '../../../shared/words/en.ts';
import { type FormSchema, fieldKindOf, simplify, titleFromName } from './form-schema.ts';

type KnownField = keyof typeof en.newCluster.fields;
const isKnown = (name: string): name is KnownField => name in en.newCluster.fields;

/** What initialisation decides for good, each with the reason it matters. */
export function FixedFields({ schema }: { schema: FormSchema }) {
  const { t } = useTranslation();
  const fixed = simplify(schema.properties?.fixed ?? {});
  const names = Object.keys(fixed.properties ?? {});
  if (names.length === 0) return null;
  return (
    <Panel title={t('newCluster.sections.fixed')}>
      <p className="soft" style={{ marginBottom: 12 }}>
        {t('newCluster.fixedLead')}
      </p>
      {names.map((name) => {
        const field = simplify(fixed.properties?.[name] ?? {});
        return (
          <Form.Item
            key={name}
            name={['fixed', name]}
            label={isKnown(name) ? t(`newCluster.fields.${name}.label`) : (field.title ?? titleFromName(name))}
            extra={isKnown(name) ? t(`newCluster.fields.${name}.why`) : field.description}
          >
            {controlOf(field)}
          </Form.Item>
        );
      })}
    </Panel>
  );
}

function controlOf(field: FormSchema) {
  const kind = fieldKindOf(field);
  const values = field.enum ?? [];
  if (kind === 'choice')
    return <Select style={{ maxWidth: 320 }} options={values.map((value) => ({ value, label: String(value) }))} />;
  if (kind === 'number') return <InputNumber style={{ width: 160 }} />;
  if (kind === 'longText') return <Input.TextArea autoSize className="mono" spellCheck={false} />;
  return <Input className="mono" spellCheck={false} autoComplete="off" />;
}
