import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** In one file with the server: reading their hundreds of modules one by one took most of a start. */
const bundled =
  /^(@hookform\/resolvers|@simplewebauthn\/server|@zip\.js\/zip\.js|d3-scale|drizzle-orm|write-excel-file|yaml|zod)(\/|$)/;

export default defineConfig(({ command }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  publicDir: 'app/public',
  ssr: command === 'build' ? { noExternal: bundled } : {},
  build: { target: 'es2022', assetsInlineLimit: 0 },
}));
