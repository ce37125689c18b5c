// The name under which a file is kept by who fetches it: in words of their language, whatever its letters (RFC 6266).

/** The header `content-disposition`. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  // Signs that say which way words run, and those that end a header or name a folder, are no part of a file's name.
  const kept = name.replace(/[\p{Cc}\p{Cf}"\\/]/gu, '');
  const plain = kept.replace(/[^ -~]/g, '_');
  const full = encodeURIComponent(kept).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return plain === kept ? `${how}; filename="${plain}"` : `${how}; filename="${plain}"; filename*=UTF-8''${full}`;
}
