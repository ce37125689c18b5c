// Organisers write where something is in their own words, and some of them say that there is nowhere to go to. One reading of
// those words for all that machines are told: search engines (as schema.org has it) and the open feed must not differ.

const FROM_AFAR =
  /^(?:(?:on|by|over) (?:the |a )?)?(?:tele)?phone(?: call)?$|\bon-?line\b|\b(?:by|on|over) (?:video|zoom|teams)\b|^(?:video|zoom)\b/i;

/** Whether the name of a place is that of a telephone or a screen: "On the telephone", "Online", "By Zoom". */
export function isFromAfar(placeName: string): boolean {
  return FROM_AFAR.test(placeName.trim());
}
