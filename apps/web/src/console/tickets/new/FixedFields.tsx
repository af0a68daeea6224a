import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../../shared/format/format-size.ts';
import { titleFromName } from '../../../shared/format/title-from-name.ts';
import { Panel } from '../../../shared/page/Panel.tsx';
import { en } from '../../../shared/words/en.ts';
import { type FormSchema, fieldKindOf, simplify } from './form-schema.ts';

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
            <FixedControl name={name} field={field} />
          </Form.Item>
        );
      })}
    </Panel>
  );
}

interface FixedControlProps {
  readonly name: string;
  readonly field: FormSchema;
  /** Given by the form. */
  readonly id?: string;
  readonly value?: string | number;
  readonly onChange?: (value: unknown) => void;
}

function FixedControl({ name, field, ...control }: FixedControlProps) {
  const { t } = useTranslation();
  const kind = fieldKindOf(field);
  const wordOf = (value: unknown): string => {
    if (name === 'pageSize' && typeof value === 'number') return formatBytes(value);
    if (name === 'lowerCaseTableNames') return t(value === 0 ? 'newCluster.caseKept' : 'newCluster.caseLowered');
    return String(value);
  };
  if (kind === 'choice')
    return (
      <Select
        {...control}
        style={{ maxWidth: 320 }}
        options={(field.enum ?? []).map((value) => ({ value: value as string | number, label: wordOf(value) }))}
      />
    );
  if (kind === 'number') return <InputNumber {...control} style={{ width: 160 }} />;
  const text = { ...control, placeholder: t('newCluster.byDefault'), spellCheck: false, className: 'mono' };
  return kind === 'longText' ? <Input.TextArea {...text} autoSize /> : <Input {...text} autoComplete="off" />;
}
