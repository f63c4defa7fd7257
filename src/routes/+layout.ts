// The page lives on the device: nothing is rendered on the server, so it opens with no network too.
export const ssr = false;
export const prerender = false;
