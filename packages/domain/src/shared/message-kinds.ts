// Every kind of message that the product leaves for somebody: the API may write no other, and the web has words for each.

export const MESSAGE_KINDS = [
  'funder-account.proposed',
  'invoice.billed',
  'invoice.credited',
  'invoice.paid-directly',
  'invoice.to-pay',
  'mandate.ended',
  'mandate.made',
  'order.accepted',
  'order.cancelled',
  'order.declined',
  'order.ended',
  'order.outlasts-mandate',
  'order.placed',
  'payee-account.proposed',
  'payee-account.refused',
  'payment.returned',
  'remittance.sent',
  'card-payment.debt-collected',
  'card-payment.given-back',
  'card-payment.mismatch',
  'card-payment.received',
  'card-payment.taken-back',
  'card-payment.taken-twice',
  'visit.corrected',
  'visit.missed',
  'visit.queried',
  'visit.settled',
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];
