import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** In one file with the server: reading their hundreds of modules one by one took most of a start. */
const bundled =
  /^(@hookform\/resolvers|@simplewebauthn\/server|@zip\.js\/zip\.js|d3-scale|drizzle-orm|write-excel-file|yaml|zod)(\/|$)/;

const inEveryForm =
  /\/app\/(components\/(fields|icon|words|nonce|crumb|use-checked-form|glyphs|site-|kept|edition-partner)|domain\/(words|checklist|code|posted-form|answer|language)|web\/(form|page|language)\.ts|root\.tsx)|node_modules\/(react-hook-form|@hookform|zod)\//;

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  publicDir: 'app/public',
  ssr: command === 'build' ? { noExternal: bundled } : {},
  // One file of what every form needs, instead of a dozen that wait for each other on a slow line.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: (id: string) => (inEveryForm.test(id) ? 'form' : undefined) } },
  },
}));
