/**
 * The fields that all k0rdent objects have beside their `spec`.
 *
 * @module
 */

import { z } from "zod";
import {
  type Definition,
  type Finding,
  formatIdentity,
  identityOf,
  makeFinding,
} from "../model/mod.ts";
import { stringMap } from "./fields.ts";
import type { Kind } from "./kind.ts";
import { readSpec } from "./read_spec.ts";
import { K0RDENT_RULES } from "./rules.ts";
import { schemaFindings } from "./schema_finding.ts";
import { suggestField } from "./suggest_field.ts";

const FIELDS: readonly string[] = [
  "apiVersion",
  "kind",
  "metadata",
  "spec",
  "status",
];

/** Nobody reads on; and each costs a search for what was meant. */
const MOST_KEYS = 100;

const metadata = z.strictObject({
  name: z.string(),
  generateName: z.string().exactOptional(),
  namespace: z.string().exactOptional(),
  labels: stringMap.exactOptional(),
  annotations: stringMap.exactOptional(),
  finalizers: z.array(z.string()).exactOptional(),
  ownerReferences: z.array(z.unknown()).exactOptional(),
  creationTimestamp: z.unknown().exactOptional(),
  deletionTimestamp: z.unknown().exactOptional(),
  deletionGracePeriodSeconds: z.unknown().exactOptional(),
  generation: z.unknown().exactOptional(),
  managedFields: z.unknown().exactOptional(),
  resourceVersion: z.unknown().exactOptional(),
  selfLink: z.unknown().exactOptional(),
  uid: z.unknown().exactOptional(),
});

/**
 * Checks what stands around an object's `spec`.
 *
 * @param definition The object.
 * @param kind Its kind, where fields beside `spec` may belong into `spec`.
 * @returns Unknown fields beside `spec`, and what is wrong with the metadata.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { CLUSTER_DEPLOYMENT } from "./cluster_deployment.ts";
 * const definition = {
 *   manifest: {
 *     apiVersion: "k0rdent.mirantis.com/v1beta1",
 *     kind: "ClusterDeployment",
 *     metadata: { name: "eu1", namespace: "prod" },
 *     template: "aws",
 *   },
 *   origin: { file: "a.yaml", document: 0, line: 1 },
 * };
 * assertEquals(
 *   envelopeFindings(definition, CLUSTER_DEPLOYMENT)[0]?.remedy,
 *   'Did you mean "spec.template"?',
 * );
 * ```
 */
export function envelopeFindings(
  definition: Definition,
  kind: Pick<Kind<unknown>, "spec" | "freeField">,
): Finding[] {
  const { manifest, origin } = definition;
  const object = identityOf(manifest);
  const findings = Object.keys(manifest)
    .filter((key) => !FIELDS.includes(key))
    .slice(0, MOST_KEYS)
    .map((key) => {
      const remedy = suggestField([key], {
        schema: kind.spec,
        root: ["spec"],
        ...(kind.freeField === undefined ? {} : { freeField: kind.freeField }),
      });
      return makeFinding(
        K0RDENT_RULES["k0rdent/unknown-field"],
        `Cannot read "${key}" of ${
          formatIdentity(object)
        }: a ${object.kind} has no such field`,
        {
          place: { origin, field: [key], key: true },
          object,
          ...(remedy === undefined ? {} : { remedy }),
        },
      );
    });
  const { issues } = readSpec(metadata, manifest.metadata);
  const subject = { definition, schema: metadata, root: ["metadata"] };
  return [
    ...findings,
    ...issues.flatMap((issue) => schemaFindings(issue, subject)),
  ];
}
