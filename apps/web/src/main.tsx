import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './routes.tsx';
import { queryClient } from './shared/api/client.ts';
import { Design } from './shared/theme/Design.tsx';
import './shared/theme/style.css';
import { startWords } from './shared/words/i18n.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await startWords();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Design>
        <RouterProvider router={router} />
      </Design>
    </QueryClientProvider>
  </StrictMode>,
);
