import type { ListenTools } from './listen.ts';
import { whyNotTried } from './why-not-tried.ts';
import { findSpeech } from './speech.ts';
import { VoiceMemory } from './voice-memory.ts';

/** What this browser has for `listen`. */
export function browserTools(): ListenTools & { readonly memory: VoiceMemory } {
	const speech = findSpeech(window);
	const { userAgent, maxTouchPoints } = navigator;
	return {
		speech,
		whyNot: whyNotTried({
			isSecure: isSecureContext,
			hasSpeech: speech !== null,
			isInstalled: matchMedia('(display-mode: standalone)').matches,
			userAgent,
			touchPoints: maxTouchPoints
		}),
		memory: new VoiceMemory(localStorage, userAgent),
		now: () => new Date(),
		after(ms, act) {
			const timer = setTimeout(act, ms);
			return () => clearTimeout(timer);
		},
		asksFirst
	};
}

async function asksFirst(onAnswer: () => void, ended: AbortSignal): Promise<boolean> {
	try {
		const permission = await navigator.permissions.query({ name: 'microphone' });
		permission.addEventListener('change', onAnswer, { once: true, signal: ended });
		return permission.state === 'prompt';
	} catch {
		// A browser that does not say is taken for one that has decided.
		return false;
	}
}
