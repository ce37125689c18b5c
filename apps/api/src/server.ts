// Process entry of the API and the web pages.

import { readConfig } from './config.ts';
import { serve } from './serve.ts';

await serve(readConfig(process.env));
