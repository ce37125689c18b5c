// `npm run freeze`: from now on the migrations that are new may have run on a real database, so they never change again.
import { freeze } from './lib/frozen-migrations.mjs';

freeze();
