import { expect, test } from 'vitest';
import { whyNotTried } from './why-not-tried.ts';

const IOS =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC =
	'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const SAFARI = 'Version/26.1 Mobile/15E148 Safari/604.1';

const browser = {
	isSecure: true,
	hasSpeech: true,
	isInstalled: false,
	userAgent: `${IOS} ${SAFARI}`,
	touchPoints: 5
};

test.each([
	['Safari on an iPhone', {}],
	['an installed app on Android', { isInstalled: true, userAgent: 'Linux; Android 16 Chrome/157' }],
	[
		'Safari on a Mac, also installed',
		{ isInstalled: true, touchPoints: 0, userAgent: `${MAC} Version/26.1 Safari/605.1.15` }
	]
])('%s may be tried', (_, facts) => {
	expect(whyNotTried({ ...browser, ...facts })).toBe('');
});

test.each([
	['an app on the Home Screen', { isInstalled: true }, 'apps on the Home Screen cannot listen'],
	[
		'an app on the Home Screen of an iPad',
		{ isInstalled: true, userAgent: `${MAC} ${SAFARI}` },
		'apps on the Home Screen'
	],
	[
		'Chrome on an iPhone',
		{ userAgent: `${IOS} CriOS/142.0 Mobile/15E148 Safari/604.1` },
		'only Safari'
	],
	[
		'Firefox on an iPhone',
		{ userAgent: `${IOS} FxiOS/160.0 Mobile/15E148 Safari/605.1.15` },
		'only Safari'
	],
	[
		'Edge on an iPhone',
		{ userAgent: `${IOS} Version/26.0 EdgiOS/142.0 Mobile/15E148 Safari/604.1` },
		'only Safari'
	],
	['a page inside of another app', { userAgent: `${IOS} Mobile/15E148` }, 'only Safari'],
	['plain http', { isSecure: false }, 'Over plain http'],
	['a browser without it', { hasSpeech: false }, 'does not turn speech into words']
])('%s is not tried, and the sentence leads to the keyboard', (_, facts, words) => {
	const sentence = whyNotTried({ ...browser, ...facts });
	expect(sentence).toContain(words);
	expect(sentence).toMatch(/ Use the microphone on your keyboard\.$/);
});
