// Libraries that few requests need are loaded when the first of them does: they were a fifth of the time to start.

import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const xmlLibrary = () => load('xmlbuilder2') as typeof import('xmlbuilder2');
export const yamlLibrary = () => load('yaml') as typeof import('yaml');
