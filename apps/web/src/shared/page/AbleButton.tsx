import type { Ability } from '@myriad/contract';
import { Button, type ButtonProps, Tooltip } from 'antd';
import { usePick } from '../words/use-words.ts';

type AbleButtonProps = Omit<ButtonProps, 'disabled'> & { readonly ability: Ability };

/** A button of something that may not be allowed: shown all the same, grey, with the platform's own reason. */
export function AbleButton({ ability, ...button }: AbleButtonProps) {
  const pick = usePick();
  if (ability.allowed) return <Button {...button} />;
  const reason = ability.words ? pick(ability.words) : ability.because;
  const { onClick: _, type: __, danger: ___, ...rest } = button;
  return (
    <Tooltip title={reason} trigger={['hover', 'focus', 'click']}>
      <Button {...rest} aria-disabled className="cannot" aria-description={reason} />
    </Tooltip>
  );
}
