// Process entry of the demonstration's server: all of the product, and looking around as the people who are made up.

import { readConfig } from '@support-market/api/config';
import { serve } from '@support-market/api/serve';
import { registerLookAround } from './look-around/look-around.routes.ts';

await serve(readConfig(process.env), { lookAround: registerLookAround });
