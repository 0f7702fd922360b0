/**
 * Reading all objects of a kind.
 *
 * @module
 */

import {
  type Definition,
  type Finding,
  type Manifest,
  remember,
} from "../model/mod.ts";
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

/** An object of a kind, and what is wrong with it. */
interface ReadObject<Spec> {
  /** Left out where its `spec` cannot be read. */
  readonly declared?: Declared<Spec>;
  readonly findings: readonly Finding[];
}

/** Encrypted documents hold no field that could be read; they are left out. */
export function readObjects<Spec>(
  shelf: readonly Definition[],
  context: { readonly kind: Kind<Spec>; readonly findings: Finding[] },
): DeclaredMap<Spec> {
  const read = readerOf(context.kind) as Reader<Spec>;
  const all = new Map<string, Declared<Spec>>();
  for (const definition of shelf) {
    if (definition.verbatim !== undefined) continue;
    const { declared, findings } = read(definition);
    context.findings.push(...findings);
    if (declared !== undefined) {
      all.set(objectKey(definition.manifest.metadata), declared);
    }
  }
  return all;
}

type Reader<Spec> = (definition: Definition) => ReadObject<Spec>;

const readerOf = remember((kind: Kind<unknown>): Reader<unknown> =>
  remember((definition) => readObject(definition, kind))
);

function readObject<Spec>(
  definition: Definition,
  kind: Kind<Spec>,
): ReadObject<Spec> {
  const { manifest, origin } = definition;
  const { spec, issues } = readSpec(kind.spec, manifest.spec ?? {});
  const subject = {
    definition,
    schema: kind.spec,
    root: ["spec"],
    ...(kind.freeField === undefined ? {} : { freeField: kind.freeField }),
  };
  return {
    ...(spec === undefined ? {} : { declared: { spec, manifest, origin } }),
    findings: [
      ...envelopeFindings(definition, kind),
      ...issues
        .filter(({ code }) =>
          code !== "unrecognized_keys" || isDescribed(manifest, kind)
        )
        .slice(0, MOST_ISSUES)
        .flatMap((issue) => schemaFindings(issue, subject)),
    ],
  };
}

function isDescribed(manifest: Manifest, kind: Kind<unknown>): boolean {
  return kind.version === undefined ||
    manifest.apiVersion === `${kind.group}/${kind.version}`;
}
