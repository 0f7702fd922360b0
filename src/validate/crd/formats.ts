/**
 * The string formats that API servers check, as far as CRDs use them.
 *
 * @module
 */

const OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const IPV4 = `${OCTET}(\\.${OCTET}){3}`;

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** Formats by name, for ajv; the numeric ones are ranges (rewrite.ts). */
export const FORMATS = {
  "date-time": (text: string) =>
    DATE_TIME.test(text) && !Number.isNaN(Date.parse(text)),
  byte: /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  ipv4: new RegExp(`^${IPV4}$`),
  cidr: new RegExp(`^(${IPV4}|[0-9a-f:.]*:[0-9a-f:.]*)/\\d{1,3}$`, "i"),
  duration: /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d|w))+$/,
  uri: (text: string) => URL.canParse(text) || text.startsWith("/"),
  int32: true,
  int64: true,
  double: true,
} as const;
