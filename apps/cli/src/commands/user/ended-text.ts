import type { EndedSessions } from '@myriad/contract';
import type { z } from 'zod';
import type { Language } from '../../language.ts';

export const endedText = ({ sessions, tokens }: z.infer<typeof EndedSessions>, language: Language): string =>
  language === 'zh'
    ? `已结束 ${sessions} 个会话，吊销 ${tokens} 个 API 令牌。\n`
    : `Ended sessions: ${sessions}. Revoked API tokens: ${tokens}.\n`;
