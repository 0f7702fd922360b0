/**
 * What SARIF 2.1.0 requires of a log, as far as k0render writes one. No package
 * carries the official schema without fetching it, so these are its rules for
 * the properties that are used; all others are refused.
 *
 * @module
 */

import { z } from "zod";

/** A reference to a URI: no spaces, and only what RFC 3986 allows. */
const uri = z.string().regex(/^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/);

const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);

const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri }),
    region: z.strictObject({
      startLine: z.int().min(1),
      startColumn: z.int().min(1),
    }),
  }),
  message: message.optional(),
});

const rule = z.strictObject({
  id: z.string(),
  shortDescription: message,
  help: message,
  defaultConfiguration: z.strictObject({ level }),
});

const run = z.strictObject({
  tool: z.strictObject({
    driver: z.strictObject({
      name: z.string(),
      version: z.string(),
      rules: z.array(rule).refine(
        (rules) => new Set(rules.map(({ id }) => id)).size === rules.length,
        "Cannot have a rule twice",
      ),
    }),
  }),
  columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
  results: z.array(z.strictObject({
    ruleId: z.string(),
    level,
    message,
    locations: z.array(location),
    relatedLocations: z.array(location),
  })),
}).refine(
  ({ tool, results }) => {
    const ids = new Set(tool.driver.rules.map(({ id }) => id));
    return results.every(({ ruleId }) => ids.has(ruleId));
  },
  "Cannot name a rule that the driver does not have",
);

/** A SARIF log. */
export const sarifLog = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(run),
});
