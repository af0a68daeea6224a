import { Form, Input } from 'antd';
import { useId } from 'react';

interface ReasonFieldProps {
  readonly label: string;
  readonly rows?: number;
  readonly maxLength: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId?: string;
}

/** A few lines somebody types in their own words, under their label. */
export function ReasonField({ label, rows = 2, maxLength, value, onChange, testId }: ReasonFieldProps) {
  const id = useId();
  return (
    <Form.Item layout="vertical" label={label} htmlFor={id} style={{ marginBottom: 0 }}>
      <Input.TextArea
        id={id}
        rows={rows}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        data-testid={testId}
      />
    </Form.Item>
  );
}
