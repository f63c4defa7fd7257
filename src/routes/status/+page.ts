import { openAppOrExplain } from '../open-app.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async () => ({ app: await openAppOrExplain() });
