import { defineConfig } from '@playwright/test';

// Every test has a server and a browser profile of its own, so nothing is shared; and nothing is tried twice,
// because a test that passes at the second try has found something.
export default defineConfig({
	timeout: 60_000,
	// Patient, because the machine is shared; nothing here is a measurement.
	expect: { timeout: 10_000 },
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	outputDir: 'test-results',
	projects: [
		{ name: 'journeys', testDir: 'tests/e2e' },
		{ name: 'slow', testDir: 'tests/slow', testMatch: '*.spec.ts', timeout: 600_000 }
	]
});
