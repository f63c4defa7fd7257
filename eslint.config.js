import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { borders } from './eslint.borders.js';

const TYPED = ['**/*.ts', '**/*.svelte'];

/** Where Kit, Vite and the runners ask for a default export. */
const FRAMEWORK = ['*.config.{js,ts}', 'scripts/*-outcome.ts'];

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'data/']),
	js.configs.recommended,
	{ plugins: { '@typescript-eslint': typescript.plugin } },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	{
		files: TYPED,
		extends: [typescript.configs.recommendedTypeChecked],
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			// `import('…')` as a type is how a module that is loaded later is named.
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			],
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/await-thenable': 'error',
			// A tier or a handler may answer at once where its kind may take its time.
			'@typescript-eslint/require-await': 'off',
			// TypeScript sees undefined names itself.
			'no-undef': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		extends: [svelte.configs.recommended],
		languageOptions: { parserOptions: { parser: typescript.parser } },
		rules: {
			'svelte/no-unused-props': 'error',
			'svelte/no-at-html-tags': 'error',
			// Addresses are plain here: the app always lives at the root of its origin.
			'svelte/no-navigation-without-resolve': 'off',
			// Plain maps and sets on purpose: a rune class says itself what changed, because deep reactivity over
			// a thousand rows is fifty times slower.
			'svelte/prefer-svelte-reactivity': 'off'
		}
	},
	{
		files: ['**/*.{js,mjs}'],
		languageOptions: { globals: globals.node }
	},
	{
		// The worker has its own globals, and so a project of its own.
		files: ['src/sw.ts'],
		languageOptions: { parserOptions: { projectService: false, project: './tsconfig.sw.json' } }
	},
	{
		// The linter cannot see the types of components, svelte-check can; and an answer in a test is
		// checked by what the test expects of it.
		files: ['**/*.svelte', '**/*.test.ts', 'tests/**'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/no-unsafe-return': 'off'
		}
	},
	{
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			// Characters that nobody can see are what the edges look for.
			'no-control-regex': 'off',
			'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }]
		}
	},
	{ files: FRAMEWORK, rules: { 'no-restricted-exports': 'off' } },
	// A terminal is where these speak.
	{ files: ['scripts/**'], rules: { 'no-console': 'off' } },
	borders
);
