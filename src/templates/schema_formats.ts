/**
 * The formats that Helm checks texts for, in schemas of draft 7 and before.
 *
 * @module
 */

import { RE2JS } from "re2js";

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME =
  /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?(?:z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const LOCAL_PART =
  /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*$/i;

/** Whether a text has a format, by the format's name. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  "date-time": isDateTime,
  duration: isDuration,
  email: isEmail,
  hostname: isHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  iri: isAbsoluteUrl,
  "iri-reference": isUrl,
  "json-pointer": isPointer,
  regex: isPattern,
  "relative-json-pointer": (text) =>
    /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~]|~[01])*)?)$/.test(text),
  semver: (text) =>
    /^(?:(?:0|[1-9]\d*)(?:\.(?!$|-|\+)|(?=-|\+|$))){3}(?:-(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][\da-z-]*))*)?(?:\+[\da-z-]+(?:\.[\da-z-]+)*)?$/i
      .test(text),
  time: isTime,
  uri: isAbsoluteUrl,
  "uri-reference": isUrl,
  uuid: (text) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text),
};

function isDate(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    return false;
  }
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The second 60 exists only at midnight in UTC. */
function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  const [, hour, minute, second, sign, zoneHour = 0, zoneMinute = 0] = match;
  if (second !== "60") return true;
  const offset = Number(zoneHour) * 60 + Number(zoneMinute);
  const local = Number(hour) * 60 + Number(minute);
  const day = 24 * 60;
  const utc = (local + (sign === "-" ? offset : -offset) + day) % day;
  return utc === day - 1;
}

function isDateTime(text: string): boolean {
  return isDate(text.slice(0, 10)) && /^t/i.test(text.slice(10)) &&
    isTime(text.slice(11));
}

function isDuration(text: string): boolean {
  return /^P(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/
    .test(text);
}

function isHostname(text: string): boolean {
  const name = text.replace(/\.$/, "");
  return name.length <= 253 &&
    name.split(".").every((label) => LABEL.test(label));
}

function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 0 || text.length > 254 || local.length > 64) return false;
  const isLocal = /^"[^"\\]*"$/.test(local) || LOCAL_PART.test(local);
  if (!isLocal) return false;
  const address = /^\[(IPv6:)?(.*)\]$/.exec(domain);
  if (address === null) return isHostname(domain);
  const [, isSix, inner = ""] = address;
  return isSix === undefined ? isIpv4(inner) : isIpv6(inner);
}

function isIpv4(text: string): boolean {
  const groups = text.split(".");
  return groups.length === 4 &&
    groups.every((group) =>
      /^(?:0|[1-9]\d{0,2})$/.test(group) && Number(group) <= 255
    );
}

function isIpv6(text: string): boolean {
  return /^[\da-f:.]*:[\da-f:.]*$/i.test(text) &&
    URL.canParse(`http://[${text}]/`);
}

function isAbsoluteUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text) && isUrl(text);
}

/** Go's parser of URLs takes nearly everything. */
function isUrl(text: string): boolean {
  return !/[\0-\x20\x7f\\]|%(?![\da-f]{2})/i.test(text);
}

function isPointer(text: string): boolean {
  return text === "" || /^\/(?:[^~]|~[01])*$/.test(text);
}

function isPattern(text: string): boolean {
  try {
    RE2JS.compile(text);
    return true;
  } catch {
    return false;
  }
}
