/** What a proxy says in the portal's place while that is away. The portal's own refusals are problems (RFC 9457). */
export const isOfProxy = ({ status, headers }: Response): boolean =>
  status >= 502 && status <= 504 && !headers.get("content-type")?.includes("problem+json");
