/**
 * Renders static/icon.svg into the sizes that platforms ask for. Run by hand when the icon changes:
 * `node scripts/render-icons.ts`.
 */
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { launchOptions } from './chromium.ts';

const FILES = {
	'icon-192.png': 192,
	'icon-512.png': 512,
	// The drawing keeps what matters inside the 80 % circle, so the same one serves as a mask.
	'icon-maskable-512.png': 512,
	'apple-touch-icon.png': 180
};

const svg = readFileSync('static/icon.svg', 'utf8');
const browser = await chromium.launch(launchOptions());
for (const [name, size] of Object.entries(FILES)) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
	await page.setContent(
		`<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block"></body>`
	);
	await page.screenshot({ path: `static/${name}` });
	await page.close();
}
await browser.close();
