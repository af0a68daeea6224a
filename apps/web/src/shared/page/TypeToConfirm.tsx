import { Form, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface TypeToConfirmProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Dangerous acts ask for the name of the thing; the act is possible when `value === name`. */
export function TypeToConfirm({ name, value, onChange }: TypeToConfirmProps) {
  const { t } = useTranslation();
  const id = useId();
  const isWrong = value !== '' && !name.startsWith(value);
  return (
    <Form.Item
      layout="vertical"
      label={t('frame.names.typeToConfirm', { name })}
      htmlFor={id}
      validateStatus={isWrong ? 'error' : ''}
      help={isWrong ? t('frame.names.wrong', { name }) : undefined}
      style={{ marginBottom: 0 }}
    >
      <Input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        data-testid="type-to-confirm"
      />
    </Form.Item>
  );
}
