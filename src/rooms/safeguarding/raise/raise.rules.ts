/**
 * The address of the page somebody came from, without its query (which may hold a search for a name); null when it
 * is not an address of ours.
 */
export const pageFrom = (from: string | undefined): string | null => {
  if (!from || !/^\/(?![/\\])/.test(from)) return null;
  const [path = ''] = from.split(/[?#]/);
  return path.startsWith('/concerns/new') ? null : path.slice(0, 300);
};

/** The ids in an address: the page may be about somebody. */
export const idsIn = (page: string | null): readonly string[] => [
  ...new Set((page?.toLowerCase().match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []).slice(0, 3)),
];
