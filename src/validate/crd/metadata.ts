/**
 * What an API server asks of every object's metadata.
 *
 * @module
 */

const NAME = {
  type: "string",
  minLength: 1,
  maxLength: 253,
  pattern: "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$",
};

const QUALIFIED_NAME =
  "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$";

/** What the API server writes; another check tells of it in definitions. */
const WRITTEN_BY_SERVER = [
  "creationTimestamp",
  "deletionGracePeriodSeconds",
  "deletionTimestamp",
  "generateName",
  "generation",
  "managedFields",
  "resourceVersion",
  "selfLink",
  "uid",
];

/** The JSON Schema of an object's `metadata`. */
export const METADATA_SCHEMA = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(WRITTEN_BY_SERVER.map((name) => [name, {}])),
    name: NAME,
    namespace: { ...NAME, maxLength: 63 },
    labels: {
      type: "object",
      propertyNames: { pattern: QUALIFIED_NAME },
      additionalProperties: {
        type: "string",
        maxLength: 63,
        pattern: "^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$",
      },
    },
    annotations: {
      type: "object",
      propertyNames: { pattern: QUALIFIED_NAME },
      additionalProperties: { type: "string" },
    },
    finalizers: { type: "array", items: { type: "string" } },
    ownerReferences: {
      type: "array",
      items: {
        type: "object",
        required: ["apiVersion", "kind", "name", "uid"],
      },
    },
  },
};
