import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { VitePWA } from 'vite-plugin-pwa';
import { defineConfig } from 'vite';
import { realtimeInDevelopment, serverEntry } from './vite-server-entry.ts';

// Kit 3 takes its options here; it refuses a svelte.config.js.
const kit = sveltekit({
	adapter: adapter(),
	// Absolute: the cached shell is the page of every address, and must find its scripts from all of them.
	paths: { relative: false },
	csp: {
		mode: 'auto',
		directives: {
			'default-src': ['self'],
			'script-src': ['self'],
			'style-src': ['self'],
			// Svelte's transitions and Kit's own wrapper set style attributes.
			'style-src-attr': ['unsafe-inline'],
			'img-src': ['self', 'data:'],
			'connect-src': ['self'],
			'worker-src': ['self'],
			'manifest-src': ['self'],
			'object-src': ['none'],
			'base-uri': ['none'],
			'form-action': ['self'],
			'frame-ancestors': ['none'],
			'require-trusted-types-for': ['script'],
			'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'wga-service-worker']
		}
	}
});

const pwa = VitePWA({
	strategies: 'injectManifest',
	srcDir: 'src',
	filename: 'sw.ts',
	// Without it the worker lands beside the server's code and is a 404.
	outDir: '.svelte-kit/output/client',
	registerType: 'prompt',
	// The plugin's own registration passes a string, which Trusted Types refuse; `pwa.svelte.ts` does it.
	injectRegister: null,
	injectManifest: {
		globPatterns: ['**/*.{js,css,svg,png,webmanifest}'],
		globIgnores: ['.vite/**'],
		// The shell has no hash in its name, and names scripts that do: it is new with every build.
		additionalManifestEntries: [{ url: '/', revision: String(Date.now()) }],
		dontCacheBustURLsMatching: /\/immutable\//
	},
	manifest: {
		id: '/',
		name: 'Walmart Grocery Agent',
		short_name: 'Groceries',
		description: 'A grocery list with live prices that works with no signal.',
		lang: 'en-US',
		dir: 'ltr',
		start_url: '/',
		scope: '/',
		display: 'standalone',
		orientation: 'any',
		categories: ['shopping', 'food', 'lifestyle'],
		// `--accent` and `--surface` of tokens.css; a manifest knows neither variables nor themes.
		theme_color: '#752768',
		background_color: '#fbfafb',
		share_target: {
			action: '/lists/last/import',
			method: 'GET',
			params: { title: 'title', text: 'text', url: 'url' }
		},
		launch_handler: { client_mode: 'navigate-existing' },
		icons: [
			{ src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
			{ src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
			{ src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
		]
	}
});

/**
 * What the first screen needs, in one file: the bundler would cut it along every later import, and twenty small
 * files compress worse than one. What is read, opened or shown only after the first touch stays apart.
 */
const LATER = [
	...['quick-add', 'catalog', 'reader', 'add-', 'import-', 'unit-words', 'components'],
	// What finds a product.
	...[
		'product\\.',
		'product-',
		'search-text',
		'size-text',
		'word-likeness',
		'learn-',
		'household-acts'
	],
	// The line to the server, and what is only seen once there is one.
	...['online', 'entrance', 'line\\.', 'tabs', 'sync-', 'sign-in', 'transport', 'socket', 'http'],
	...['watch-page', 'live-prices', 'shared-prices', 'worker', 'people-requests', 'link-problem'],
	...['exchange', 'apply-answer', 'memory-store', 'replica-store', 'offer', 'salvage', 'refusals'],
	...['voice', 'mutation-text', 'copy-text', 'merge', 'member', 'server-rules'],
	// What a failing disk needs.
	...['repair', 'soundness', 'write-back', 'open-unsaved', 'save-'],
	// What shows rows: an empty list has none.
	...['list-rows', 'item-row', 'groups', 'settling', 'finger', 'total', 'row-text', 'packs'],
	...['departments', 'units', 'quantity', 'money', 'multi-buy', 'best-price', 'own-prices'],
	...['typed-', 'price\\.', 'price-', 'compare-unit', 'budget', 'cart-link', 'walmart-id'],
	...['unseen-change', 'newer-observation', 'household-acts', 'alternatives'],
	...['preview-card', 'trash', 'status']
];
const FIRST_SCREEN = new RegExp(
	[
		`/src/lib/(client|domain)/(?!${LATER.join('|')})`,
		'/src/lib/client/components/(Icon|LiveRegion|Snack|media)',
		'/src/routes/lists/\\[id\\]/(list-screen|folded-groups|later-parts|page-events|switcher)',
		'/src/routes/(Notice|open-app|app-update)',
		'/node_modules/dexie/'
	].join('|')
);

export default defineConfig({
	plugins: [kit, serverEntry(), realtimeInDevelopment(), pwa],
	// The package's main file is ES5; the same version for browsers of today is 2 KB smaller on the wire.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: { codeSplitting: { groups: [{ name: 'first-screen', test: FIRST_SCREEN }] } }
				}
			}
		}
	},
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' }] },
	server: {
		host: process.env['HOST'] ?? '127.0.0.1',
		port: Number(process.env['PORT'] ?? 3000)
	}
});
