import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const SLOW = ['tests/slow/**/*.test.ts'];

// `--mode slow` runs what takes minutes, and nothing else does.
export default defineConfig(({ mode }) => ({
	// Some of what is tested holds runes.
	plugins: [svelte()],
	test: {
		include: mode === 'slow' ? SLOW : ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: mode === 'slow' ? [] : SLOW,
		pool: 'forks'
	}
}));
