import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	// Some of what is tested holds runes.
	plugins: [svelte()],
	test: {
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		pool: 'forks'
	}
});
