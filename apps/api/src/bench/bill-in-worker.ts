// Bills everything as the worker does, in a process of its own, and tells how long it took and how much memory it needed.

import { openContext } from '../adapters.ts';
import { readConfig } from '../config.ts';
import { billDeliveries } from '../features/invoices/billing.service.ts';

const { context, close } = openContext(readConfig(process.env), 'bench worker', 'job');
const started = performance.now();
const { visits, invoices } = await billDeliveries(context);
const seconds = (performance.now() - started) / 1_000;
process.send?.({ visits, invoices, seconds, mebibytes: process.resourceUsage().maxRSS / 1_024 });
await close();
process.disconnect?.();
