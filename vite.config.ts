import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import remixConfig from './remix.config.js';

/** In one file with the server: reading their hundreds of modules one by one took most of a start. */
const bundled =
  /^(@hookform\/resolvers|@simplewebauthn\/server|@zip\.js\/zip\.js|d3-scale|drizzle-orm|write-excel-file|yaml|zod)(\/|$)/;

/** What goes together in one file: a dozen small ones would wait for each other on a slow line. */
const together: [name: string, sources: RegExp][] = [
  [
    'form',
    /\/app\/(components\/(fields|icon|words|nonce|crumb|use-checked-form|glyphs|site-|kept|edition-partner|context-form|start-form|reassurance|qr-picture|waiting|folded|link-box|hand-over-card|passkey-button)|domain\/(words|checklist|code|posted-form|answer|language|calendar|remark|retention|uptake|(sign-in|share|coach-share|organisation|sector-action)-input)|web\/(form|page|language)\.ts|root\.tsx)|node_modules\/(react-hook-form|@hookform|zod)\//,
  ],
  [
    'placement',
    /\/app\/(components|domain)\/(placement|follow-up|coach-record|weight-choice|evidence-line|item-(kind|why)|task-|threshold-form)/,
  ],
  ['pilot', /\/app\/(components|domain)\/pilot-(about-form|input)/],
];

export default defineConfig(({ command, isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  publicDir: 'app/public',
  ssr: command === 'build' ? { noExternal: bundled } : {},
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: (id: string) => together.find(([, sources]) => sources.test(id))?.[0] } },
  },
}));
