import { InputNumber } from 'antd';

const mebibyte = 1024 * 1024;

interface MemoryInputProps {
  readonly id?: string;
  /** Bytes. */
  readonly value?: number;
  readonly onChange?: (bytes: number | undefined) => void;
}

/** Bytes, asked for in MiB. */
export function MemoryInput({ id, value, onChange }: MemoryInputProps) {
  return (
    <InputNumber
      {...(id ? { id } : {})}
      value={value === undefined ? null : Math.round(value / mebibyte)}
      onChange={(amount) => onChange?.(amount === null ? undefined : amount * mebibyte)}
      min={128}
      step={256}
      suffix="MiB"
      style={{ width: 160 }}
    />
  );
}
