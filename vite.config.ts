import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const VENDORS: readonly [name: string, test: RegExp][] = [
  ['maplibre', /node_modules\/(maplibre-gl|@maplibre|@mapbox)\//],
  ['deck', /node_modules\/(@deck\.gl|@luma\.gl|@loaders\.gl|@math\.gl|@probe\.gl)\//],
  ['react', /node_modules\/(react|react-dom|scheduler|@tanstack)\//],
];

export default defineConfig({
  plugins: [react()],
  base: './',
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: 'dist/page',
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      output: {
        advancedChunks: { groups: VENDORS.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
