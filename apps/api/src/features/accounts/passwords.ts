// The one way to make a password's hash, under the noun where whoever makes accounts looks for it.

export { hashPassword } from '../../platform/passwords.ts';
