import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const SLOW = ['tests/slow/**/*.test.ts'];
/** What only one mode runs. */
const ALONE: Readonly<Record<string, string[]>> = {
	slow: SLOW,
	ollama: ['tests/ollama/**/*.test.ts']
};

// `--mode slow` runs what takes minutes, and nothing else does; `--mode ollama` what asks a real Ollama, which is part
// of everything too, and skipped where none answers.
export default defineConfig(({ mode }) => ({
	// Some of what is tested holds runes.
	plugins: [svelte()],
	test: {
		include: ALONE[mode] ?? ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		exclude: ALONE[mode] ? [] : SLOW,
		pool: 'forks'
	}
}));
