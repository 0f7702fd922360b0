/**
 * What explanations consist of.
 *
 * @module
 */

import type {
  FieldPath,
  Finding,
  Identity,
  Place,
  Value,
} from "../model/mod.ts";
import type { LayerId } from "../render/mod.ts";
import type { OwnRule } from "./own_rules.ts";
import type { Feeder, Source } from "./source.ts";
import type { TemplateLine } from "./template_lines.ts";

/** What one layer has to say about a value. */
export interface Claim {
  /**
   * The chart's or package's own values, or whose hand it is; beside clusters,
   * whether somebody declares it or it is a rule of KCM.
   */
  readonly layer: "default" | "declared" | "rule" | LayerId;
  /** Left out where the layer takes the value away. */
  readonly value?: Value;
  /** What the layer takes it from. */
  readonly sources: readonly Source[];
}

/** A value that is given to a chart. */
export interface ExplainedValue {
  readonly path: FieldPath;
  /** Left out where it is taken away. */
  readonly value?: Value;
  readonly winner: Claim;
  /** The layers that it overrides, the strongest first. */
  readonly overridden: readonly Claim[];
  /** The rendered values that have to do with it. */
  readonly reaches: readonly Reached[];
}

/** A rendered value that a source reaches. */
export interface Reached {
  readonly object: Identity;
  readonly path: FieldPath;
  readonly role: Feeder["role"];
}

/** What writes a value that no input gives. */
export type OwnText =
  | { readonly kind: "template"; readonly line: TemplateLine }
  /** A template, of which only the file is known. */
  | { readonly kind: "template-file"; readonly file: string }
  | { readonly kind: "rule"; readonly rule: OwnRule }
  | { readonly kind: "unknown" };

/** A value of a rendered object. */
export interface ExplainedField {
  readonly path: FieldPath;
  readonly value: Value;
  /** What it comes from; what gives it stands before what decides on it. */
  readonly from: readonly Feeder[];
  /** What writes it, where no input gives it. */
  readonly own?: OwnText;
  /** The layers that what gives it overrides. */
  readonly overridden: readonly Claim[];
}

/** A rendered object. */
export interface ExplainedObject {
  readonly object: Identity;
  /** Whether Flux applies it; otherwise it is there for review. */
  readonly applied: boolean;
  /** The template that wrote it, where it is one of a package. */
  readonly template?: string;
  /** What it would not be there without. */
  readonly reasons: readonly Source[];
  readonly fields: readonly ExplainedField[];
}

/** A field of an object as it is declared. */
export interface ExplainedInput {
  readonly path: FieldPath;
  readonly value: Value;
  /** Where it stands; left out for a default of the kind. */
  readonly place?: Place;
  /** The rendered values that have to do with it. */
  readonly reaches: readonly Reached[];
}

/** What somebody's object has to do with others. */
export interface Standing {
  /** The objects that name it, and where. */
  readonly namedBy: readonly {
    readonly object: Identity;
    readonly place: Place;
  }[];
  /** The clusters that it selects, as `namespace/name`. */
  readonly selects: readonly string[];
  /** The copies that KCM makes of it. */
  readonly copies: readonly Identity[];
}

/** What there is to say to a question about an object. */
export interface Answer {
  readonly inputs: readonly ExplainedInput[];
  readonly values: readonly ExplainedValue[];
  readonly objects: readonly ExplainedObject[];
  readonly services: readonly ServiceClaim[];
  /** Left out for clusters, and where only what is rendered was asked for. */
  readonly standing?: Standing;
}

/** An answer, or what is wrong with the question. */
export type Explanation =
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "unknown"; readonly finding: Finding };

/** A service of a cluster that somebody asks for. */
export interface ServiceClaim {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  readonly template: string;
  /** Who asks for it. */
  readonly owner: Identity;
  readonly place: Place;
  /** What Sveltos goes by: the lower one wins. */
  readonly tier?: Value;
  /** Whether this one is deployed; of equal tiers, the first to come. */
  readonly wins: boolean;
}
