import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** While developing, `/api` goes to a platform that runs beside it; `MYRIAD_URL` names another. */
const platform = process.env.MYRIAD_URL ?? 'http://127.0.0.1:7700';

export default defineConfig({
  plugins: [react()],
  build: {
    // The CLI builds each time into a folder of its own and names it; this one is of builds by hand, which nobody serves.
    outDir: 'dist/by-hand',
    emptyOutDir: true,
    // The content security policy allows nothing inline, not even data: images.
    assetsInlineLimit: 0,
    // The graph page and the design system are big by nature; they are split off and cached.
    chunkSizeWarningLimit: 1200,
  },
  // The platform takes writes only from its own address.
  server: {
    proxy: { '/api': { target: platform, changeOrigin: true, headers: { origin: new URL(platform).origin } } },
  },
});
