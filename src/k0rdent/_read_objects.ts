/**
 * Reading all objects of a kind.
 *
 * @module
 */

import type { Definition, Finding, Manifest } from "../model/mod.ts";
import { envelopeFindings } from "./envelope.ts";
import {
  type Declared,
  type DeclaredMap,
  type Kind,
  objectKey,
} from "./kind.ts";
import { readSpec } from "./read_spec.ts";
import { schemaFindings } from "./schema_finding.ts";

/** Nobody reads on; and findings must not cost more than what they are about. */
const MOST_ISSUES = 100;

/** Encrypted documents hold no field that could be read; they are left out. */
export function readObjects<Spec>(
  shelf: readonly Definition[],
  context: { readonly kind: Kind<Spec>; readonly findings: Finding[] },
): DeclaredMap<Spec> {
  const { kind, findings } = context;
  const declared = new Map<string, Declared<Spec>>();
  for (const definition of shelf) {
    if (definition.verbatim !== undefined) continue;
    const { manifest, origin } = definition;
    findings.push(...envelopeFindings(definition, kind));
    const { spec, issues } = readSpec(kind.spec, manifest.spec ?? {});
    if (spec !== undefined) {
      declared.set(objectKey(manifest.metadata), { spec, manifest, origin });
    }
    const subject = {
      definition,
      schema: kind.spec,
      root: ["spec"],
      ...(kind.freeField === undefined ? {} : { freeField: kind.freeField }),
    };
    findings.push(
      ...issues
        .filter(({ code }) =>
          code !== "unrecognized_keys" || isDescribed(manifest, kind)
        )
        .slice(0, MOST_ISSUES)
        .flatMap((issue) => schemaFindings(issue, subject)),
    );
  }
  return declared;
}

function isDescribed(manifest: Manifest, kind: Kind<unknown>): boolean {
  return kind.version === undefined ||
    manifest.apiVersion === `${kind.group}/${kind.version}`;
}
