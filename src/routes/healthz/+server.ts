/** The process is alive and its loop turns; asked every few seconds, so it touches nothing. */
export function GET(): Response {
	return Response.json({ ok: true });
}
