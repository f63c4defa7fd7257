import { defineConfig } from '@playwright/test';

// Every test starts a server and a browser profile of its own, so nothing is shared and nothing is retried.
export default defineConfig({
	testDir: 'tests/e2e',
	timeout: 60_000,
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	reporter: [['list'], ['json']],
	outputDir: 'test-results'
});
