import { app } from '#lib/server/app.ts';

/** 200 when a write would be kept, 503 otherwise; `degraded` names what is missing but can be done without. */
export async function GET(): Promise<Response> {
	const health = await app().health();
	return Response.json(health, { status: health.ready ? 200 : 503 });
}
