const codes = new Set([
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  // PostgreSQL: starting, stopping, too many clients (SQLSTATE 57P01 to 57P03, 53300).
  "57P01",
  "57P02",
  "57P03",
  "53300",
]);
const kinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "TooManyConnections", "SocketTimeout"]);

/** Whether an error means that the database could not be reached just now, so that the same request may work later. */
export function isUnavailable(error: unknown, depth = 0): boolean {
  if (depth > 4 || typeof error !== "object" || error === null) return false;
  const { code, originalCode, kind, cause, meta, message } = error as Readonly<Record<string, unknown>>;
  if ([code, originalCode].some((one) => typeof one === "string" && codes.has(one))) return true;
  if (typeof kind === "string" && kinds.has(kind)) return true;
  if (
    typeof message === "string" &&
    /^No database:|Connection terminated|not queryable|timeout exceeded when trying to connect/.test(message)
  )
    return true;
  return (
    isUnavailable(cause, depth + 1) ||
    isUnavailable((meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError, depth + 1)
  );
}
